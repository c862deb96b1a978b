import * as parser from '@typescript-eslint/parser'
import { Linter } from 'eslint'
import ts from 'typescript'

/**
 * Lints one of several files with a rule and with the types of all of them; none of them is on the disk.
 *
 * @param rule the rule.
 * @param files texts by name; `app.ts` is linted.
 * @param options the rule's options.
 * @returns line and message of each report.
 */
export function lintFiles(rule: unknown, files: Record<string, string>, options: object = {}): string[] {
  const name = 'app.ts'
  const folder = '/typed-project/'
  const texts = new Map(Object.entries(files).map(([file, text]) => [folder + file, text]))
  const compilerOptions: ts.CompilerOptions = {
    strict: true,
    noLib: false,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: [],
  }
  const base = ts.createCompilerHost(compilerOptions, true)
  const program = ts.createProgram([...texts.keys()], compilerOptions, {
    ...base,
    getSourceFile: (file, target) => {
      const text = texts.get(file)
      return text === undefined ? base.getSourceFile(file, target) : ts.createSourceFile(file, text, target, true)
    },
    fileExists: (file) => texts.has(file) || base.fileExists(file),
    // The folder is not on the disk.
    directoryExists: (directory) => directory.startsWith(folder.slice(0, -1)) || base.directoryExists!(directory),
    readFile: (file) => texts.get(file) ?? base.readFile(file),
    writeFile: () => undefined,
  })
  const messages = new Linter({ cwd: folder }).verify(
    files[name]!,
    [
      {
        files: ['**/*.ts'],
        languageOptions: { parser: parser as Linter.Parser, parserOptions: { programs: [program] } },
        plugins: { palisade: { rules: { rule: rule as never } } },
        rules: { 'palisade/rule': ['error', options] },
      },
    ],
    { filename: folder + name },
  )
  return messages.map((message) => `${message.line} ${message.messageId ?? message.message}`)
}
