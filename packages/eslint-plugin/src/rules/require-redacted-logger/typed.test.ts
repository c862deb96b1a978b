import * as parser from '@typescript-eslint/parser'
import { Linter } from 'eslint'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import type { Options } from './options.js'
import { requireRedactedLogger } from './rule.js'

/** Lints one of several files with the types of all of them. */
function typedReports(files: Record<string, string>, options: Options = {}): string[] {
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
        plugins: { palisade: { rules: { 'require-redacted-logger': requireRedactedLogger as never } } },
        rules: { 'palisade/require-redacted-logger': ['error', options] },
      },
    ],
    { filename: folder + name },
  )
  return messages.map((message) => `${message.line} ${message.messageId ?? message.message}`)
}

describe('with types', () => {
  it('a type of another file with a password', () =>
    expect(
      typedReports({
        'user.ts': `export interface User { id: string; password: string }\nexport declare function find(): User`,
        'app.ts': `import { find } from './user'\nconst user = find()\nconsole.log(user)`,
      }),
    ).toEqual(['3 loggedWhole']))
  it('a type of another file with a digest', () =>
    expect(
      typedReports({
        'user.ts': `export interface User { id: string; passwordHash: string }\nexport declare function find(): User`,
        'app.ts': `import { find } from './user'\nconst user = find()\nconsole.log(user)`,
      }),
    ).toEqual([]))
  it('a tagged member of another file', () =>
    expect(
      typedReports({
        'note.ts': `export interface Note {\n  /** @sensitive */\n  body: string\n}\nexport declare function find(): Note`,
        'app.ts': `import { find } from './note'\nconst note = find()\nconsole.log(note)`,
      }),
    ).toEqual(['3 loggedWhole']))
  it('a value of another file', () =>
    expect(
      typedReports({
        'config.ts': `declare const process: { env: Record<string, string> }\nexport const value = process.env['DB_PASSWORD']`,
        'app.ts': `import { value } from './config'\nconsole.log(value)`,
      }),
    ).toEqual(['2 logged']))
  it('a harmless value of another file', () =>
    expect(
      typedReports({
        'config.ts': `declare const process: { env: Record<string, string> }\nexport const value = process.env['PORT']`,
        'app.ts': `import { value } from './config'\nconsole.log(value)`,
      }),
    ).toEqual([]))
  it('names of flags and numbers', () =>
    expect(
      typedReports({
        'app.ts': `declare const secret: boolean\ndeclare function token(): number\nconsole.log(secret)\nconst accessToken = token()\nconsole.log(accessToken)`,
      }),
    ).toEqual([]))
  it('names of texts', () =>
    expect(typedReports({ 'app.ts': `declare const secret: string\nconsole.log(secret)` })).toEqual(['2 logged']))
  it('a choice of words', () =>
    expect(
      typedReports({ 'app.ts': `declare const credential: 'password' | 'apiKey'\nconsole.log(credential)` }),
    ).toEqual([]))
  it('a tagged member of another file, read by itself', () => {
    const note = `export interface Note {\n  /** @sensitive */\n  body: string\n  id: string\n}\nexport declare function find(): Note`
    expect(
      typedReports({
        'note.ts': note,
        'app.ts': `import { find } from './note'\nconsole.log(find().id)\nconsole.log(find().body)`,
      }),
    ).toEqual(['3 loggedWhole'])
  })
  it('a value whose inferred type is named in the options', () => {
    const files = {
      'money.ts': `export class Amount { constructor(readonly cents: number) {} }\nexport declare function price(): Amount`,
      'app.ts': `import { price } from './money'\nconst paid = price()\nconsole.log(paid)`,
    }
    expect(typedReports(files)).toEqual([])
    expect(typedReports(files, { sensitiveTypes: ['Amount'] })).toEqual(['3 loggedWhole'])
  })
})
