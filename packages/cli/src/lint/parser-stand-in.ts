import { readFileSync } from 'node:fs'
import Module, { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** Exports of typescript-eslint's parser that are functions: a stand-in hands calls on. */
const functions = new Set(['clearCaches', 'createProgram', 'parse', 'parseForESLint', 'withoutProjectParserOptions'])

/**
 * Puts a stand-in where a configuration will import typescript-eslint's parser. Configurations only pass the parser on,
 * and loading it brings in the whole of TypeScript, which takes longer than checking a commit. Called all the same, the
 * stand-in loads the parser and hands the call on.
 *
 * @param configFile The configuration that will be imported.
 * @returns Takes the stand-in away again.
 */
export function standInForParser(configFile: string): () => void {
  const require = createRequire(configFile)
  try {
    const file = require.resolve('@typescript-eslint/parser')
    const names = exportedNames(readFileSync(file, 'utf8'))
    const { version } = JSON.parse(readFileSync(join(dirname(file), '../package.json'), 'utf8')) as { version: string }
    const facts: Record<string, unknown> = { meta: { name: 'typescript-eslint/parser', version }, version }
    // Of another form than the one known here: the parser itself will do.
    const known = names.includes('parseForESLint') && names.every((name) => functions.has(name) || name in facts)
    if (!known || require.cache[file] !== undefined) return () => undefined
    const restore = (): void => {
      if (require.cache[file] === standIn) delete require.cache[file]
    }
    const real = (): Record<string, (...args: unknown[]) => unknown> => {
      restore()
      return require(file) as ReturnType<typeof real>
    }
    const standIn = new Module(file)
    standIn.filename = file
    standIn.loaded = true
    standIn.exports = Object.fromEntries(
      names.map((name) => [name, facts[name] ?? ((...args: unknown[]) => real()[name]?.(...args))]),
    )
    require.cache[file] = standIn
    return restore
  } catch {
    // Not installed, or in another form.
    return () => undefined
  }
}

function exportedNames(text: string): string[] {
  const names = [...text.matchAll(/\bexports\.(\w+) ?=|defineProperty\(exports, "(\w+)"/g)].map(
    ([, assigned, defined]) => assigned ?? defined ?? '',
  )
  return [...new Set(names)].filter((name) => name !== '__esModule')
}
