import { completeTree, withoutTokens, type TreeNode } from '@palisade/engine'
import { analyze } from '@typescript-eslint/scope-manager'
import { visitorKeys } from '@typescript-eslint/visitor-keys'
import type { Linter, SourceCode as EslintSourceCode } from 'eslint'
import { createRequire } from 'node:module'
import { SourceCode } from './eslint-internals.js'

/**
 * Thrown when a rule asks for tokens, which the quick parser does not make. It means "look closer", not "wrong".
 */
export class NeedsTokens extends Error {}

interface Place {
  line: number
  column: number
}

/** A node as oxc makes it. */
interface Node extends TreeNode {
  start: number
  end: number
}

interface OxcResult {
  program: Node
  comments: { type: 'Line' | 'Block'; value: string; start: number; end: number }[]
  errors: unknown[]
}

type ParseSync = (name: string, text: string, options: Record<string, unknown>) => OxcResult

// The bundle leaves this line out and takes the parser's own modules in, whose native half stays where it is.
const require = createRequire(import.meta.url)

/** Undefined until it is first needed; null where no binary fits this machine. */
let parseSync: ParseSync | null | undefined

function oxc(): ParseSync | null {
  if (parseSync !== undefined) return parseSync
  try {
    parseSync = (require('oxc-parser') as { parseSync: ParseSync }).parseSync
  } catch {
    // An optional binary is missing. The exact parser does the same work, in more time.
    parseSync = null
  }
  return parseSync
}

const QuickSourceCode = withoutTokens(SourceCode, (_sourceCode, method) => {
  // An answer from an empty list would be worse than none.
  throw new NeedsTokens(method)
})

/**
 * Parses a file several times faster than the parser that ESLint is configured with, in the same
 * tree form, and without tokens.
 *
 * @param path The file's path; its extension decides the language.
 * @param text The file's text.
 * @param languageOptions What the configuration says about the file.
 * @returns The source code for ESLint's linter; nothing when the file has to be parsed by the exact parser.
 */
export function quickSourceCode(
  path: string,
  text: string,
  languageOptions: Linter.LanguageOptions,
): EslintSourceCode | undefined {
  const parse = oxc()
  // Names that come with chosen libraries are known to the exact parser only.
  if (parse === null || languageOptions.parserOptions?.['lib'] !== undefined) return undefined
  const hasBOM = text.startsWith('\uFEFF')
  if (hasBOM) text = text.slice(1)
  const sourceType = languageOptions.sourceType ?? 'module'
  const result = parse(path, text, {
    lang: langOf(path),
    astType: 'ts',
    preserveParens: false,
    sourceType: sourceType === 'module' ? 'module' : 'commonjs',
  })
  if (result.errors.length > 0) return undefined
  const { program } = result
  const placeOf = placesOf(text)
  completeTree(program, visitorKeys, (node) => {
    const { start, end } = node as Node
    node['range'] = [start, end]
    node['loc'] = { start: placeOf(start), end: placeOf(end) }
  })
  Object.assign(program, {
    tokens: [],
    comments: result.comments.map((comment) => ({
      type: comment.type,
      value: comment.value,
      range: [comment.start, comment.end],
      loc: { start: placeOf(comment.start), end: placeOf(comment.end) },
    })),
  })
  const scopeManager = analyze(program as never, {
    childVisitorKeys: visitorKeys as never,
    globalReturn: sourceType === 'commonjs',
    // The names of the language itself: ESLint adds them from the configuration, and the rules ask for no types here.
    lib: [],
    sourceType: sourceType === 'module' ? 'module' : 'script',
  })
  return new QuickSourceCode({
    text,
    hasBOM,
    ast: program as never,
    scopeManager: scopeManager as never,
    visitorKeys: visitorKeys as never,
    parserServices: {},
  } as never)
}

function placesOf(text: string): (offset: number) => Place {
  const starts = [0]
  const terminator = /\r\n|[\n\r\u2028\u2029]/g
  while (terminator.exec(text) !== null) starts.push(terminator.lastIndex)
  let last = 0
  return (offset) => {
    // Nodes come in an order close to that of the text, so the line before is mostly the right place to start.
    if ((starts[last] ?? 0) > offset || (starts[last + 1] ?? Infinity) <= offset) last = lineOf(offset)
    return { line: last + 1, column: offset - (starts[last] ?? 0) }
  }

  function lineOf(offset: number): number {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return low
  }
}

function langOf(path: string): string {
  if (/\.d\.[cm]?ts$/.test(path)) return 'dts'
  if (path.endsWith('.tsx')) return 'tsx'
  return /\.[cm]?ts$/.test(path) ? 'ts' : 'jsx'
}
