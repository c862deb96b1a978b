import { createRequire } from 'node:module'
import { isAbsolute } from 'node:path'
import type * as ScopeManager from '@typescript-eslint/scope-manager'
import type { TSESTree } from '@typescript-eslint/utils'
import { visitorKeys as defaultVisitorKeys } from '@typescript-eslint/visitor-keys'
import type { Node } from '../ast/nodes.js'
import { type AnalyzedSource, FileAnalysis } from '../file.js'

/** The parser that the host uses, as far as it is needed to read another file (ESLint's `languageOptions.parser`). */
export interface Parser {
  parseForESLint?(text: string, options: Record<string, unknown>): Partial<AnalyzedSource>
  parse?(text: string, options: Record<string, unknown>): AnalyzedSource['ast']
}

/** Larger files are generated or bundled: nothing there that one would follow. */
const LARGEST = 400_000
/** How many characters of text the kept trees may have together: in memory a tree takes some fifty times its text. */
const KEPT_TEXT = 600_000

interface Kept {
  text: string
  parser: Parser
  source: AnalyzedSource | undefined
  /** By program: what a tree means depends on it, and in an editor each edit makes a new one of the same trees. */
  analyses: WeakMap<object, FileAnalysis>
}

/** Trees by file name, the one that was used last at the end. */
const trees = new Map<string, Kept>()
let keptText = 0

/** The files that the one in hand has led to. Together they are no more than is kept, or they would push each other out. */
const followed = new Set<string>()
let followedText = 0

/** Says that another file is linted from here on, which may lead to as many files again. */
export function beginFile(): void {
  followed.clear()
  followedText = 0
}

function mayFollow(filename: string, text: string): boolean {
  if (followed.has(filename)) return true
  if (followedText + text.length > KEPT_TEXT) return false
  followed.add(filename)
  followedText += text.length
  return true
}

/**
 * Analyses a file other than the one that is linted, so that tracing can go on there.
 *
 * @param from the file that leads there; its parser is used.
 * @param filename the other file's absolute path.
 * @param text its text.
 * @returns its analysis, or undefined when there is no parser, it can't be parsed, or the file in hand has led to too
 *   much other text before.
 */
export function foreignFile(from: FileAnalysis, filename: string, text: string): FileAnalysis | undefined {
  if (from.filename === filename && from.text === text) return from
  const { parser, types } = from
  if (!parser || !mayFollow(filename, text)) return undefined
  const { source, analyses } = keptTree(parser, filename, text)
  if (!source) return undefined
  let analysis = analyses.get(types.key)
  if (!analysis) {
    analysis = new FileAnalysis(source, { filename, parser, types: types.forFile(filename) })
    analyses.set(types.key, analysis)
  }
  return analysis
}

function keptTree(parser: Parser, filename: string, text: string): Kept {
  const known = trees.get(filename)
  if (known) {
    trees.delete(filename)
    if (known.text === text && known.parser === parser) {
      trees.set(filename, known)
      return known
    }
    keptText -= known.text.length
  }
  const kept = { text, parser, source: parseFile(parser, filename, text), analyses: new WeakMap() }
  trees.set(filename, kept)
  keptText += text.length
  for (const [oldest, { text: unused }] of trees) {
    if (keptText <= KEPT_TEXT || oldest === filename) break
    trees.delete(oldest)
    keptText -= unused.length
  }
  return kept
}

/** Lets go of all trees of other files: nobody is at work, and they can be made again. */
export function forgetTrees(): void {
  trees.clear()
  keptText = 0
}

function parseFile(parser: Parser, filename: string, text: string): AnalyzedSource | undefined {
  if (text.length > LARGEST || !isAbsolute(filename)) return undefined
  const options = {
    filePath: filename,
    ecmaVersion: 'latest',
    sourceType: 'module',
    ecmaFeatures: { jsx: !/\.[cm]?ts$/u.test(filename), globalReturn: true },
    range: true,
    loc: true,
    tokens: true,
    comment: true,
    // nobody asks for the types of the standard library there, or reads its comments
    lib: [],
    jsDocParsingMode: 'none',
  }
  try {
    const parsed: Partial<AnalyzedSource> = parser.parseForESLint?.(text, options) ?? {
      ast: parser.parse?.(text, options),
    }
    const { ast } = parsed
    if (!ast) return undefined
    const visitorKeys = parsed.visitorKeys ?? (defaultVisitorKeys as AnalyzedSource['visitorKeys'])
    addParents(ast, visitorKeys)
    const scopeManager = parsed.scopeManager ?? scopesOf(ast)
    // Nobody asks for tokens here, and they are a good part of a tree.
    ast.tokens = []
    return { ast, text, scopeManager, visitorKeys, parserServices: {} }
  } catch {
    return undefined // a file that doesn't parse has nothing to follow
  }
}

/** For a parser that leaves scopes to its host. What finds them is loaded then: it is as large as all the rest of us. */
function scopesOf(ast: TSESTree.Program): AnalyzedSource['scopeManager'] {
  const { analyze } = createRequire(import.meta.url)('@typescript-eslint/scope-manager') as typeof ScopeManager
  return analyze(ast, { sourceType: 'module' }) as never
}

function addParents(ast: TSESTree.Program, visitorKeys: AnalyzedSource['visitorKeys']): void {
  const pending: Node[] = [ast]
  for (let node = pending.pop(); node; node = pending.pop()) {
    for (const key of visitorKeys[node.type] ?? []) {
      const value = (node as unknown as Record<string, unknown>)[key]
      for (const child of Array.isArray(value) ? (value as unknown[]) : [value]) {
        if (typeof child !== 'object' || child === null) continue
        ;(child as { parent: Node }).parent = node
        pending.push(child as Node)
      }
    }
  }
}
