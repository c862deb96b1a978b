import { createRequire } from 'node:module'
import { isAbsolute } from 'node:path'
import type * as ScopeManager from '@typescript-eslint/scope-manager'
import type { TSESTree } from '@typescript-eslint/utils'
import { visitorKeys as defaultVisitorKeys } from '@typescript-eslint/visitor-keys'
import { children, isClass, isFunction, type Node } from '../ast/nodes.js'
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

/** How much text may be parsed for one file that is linted: trees that push each other out are parsed again and again. */
const MOST_PARSED = 3_000_000
let parsedText = 0

/** Says that another file is linted from here on, for which as much may be parsed again. */
export function beginFile(): void {
  parsedText = 0
}

/**
 * Analyses a file other than the one that is linted, so that tracing can go on there.
 *
 * @param from the file that leads there; its parser is used.
 * @param filename the other file's absolute path.
 * @param text its text.
 * @returns its analysis, or undefined when there is no parser, it can't be parsed, or too much was parsed for the
 *   file that is linted.
 */
export function foreignFile(from: FileAnalysis, filename: string, text: string): FileAnalysis | undefined {
  if (from.filename === filename && from.text === text) return from
  const { parser, types } = from
  if (!parser) return undefined
  const tree = keptTree(parser, filename, text)
  if (!tree?.source) return undefined
  const { source, analyses } = tree
  let analysis = analyses.get(types.key)
  if (!analysis) {
    analysis = new FileAnalysis(source, { filename, parser, types: types.forFile(filename) })
    analyses.set(types.key, analysis)
  }
  return analysis
}

function keptTree(parser: Parser, filename: string, text: string): Kept | undefined {
  const known = trees.get(filename)
  if (known) {
    trees.delete(filename)
    if (known.text === text && known.parser === parser) {
      trees.set(filename, known)
      return known
    }
    keptText -= known.text.length
  }
  parsedText += text.length
  if (parsedText > MOST_PARSED) return undefined
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
    const scopeManager = parsed.scopeManager ?? scopesOf(ast, visitorKeys)
    // Nobody asks for tokens here, and they are a good part of a tree.
    ast.tokens = []
    return { ast, text, scopeManager, visitorKeys, parserServices: {} }
  } catch {
    return undefined // a file that doesn't parse has nothing to follow
  }
}

/** For a parser that leaves scopes to its host. What finds them is loaded then: it is as large as all the rest of us. */
function scopesOf(ast: TSESTree.Program, visitorKeys: AnalyzedSource['visitorKeys']): AnalyzedSource['scopeManager'] {
  // Parsers of JavaScript leave out the empty lists that it goes through.
  eachNode(ast, visitorKeys, (node) => {
    if (isFunction(node)) for (const param of node.params) param.decorators ??= []
    else if (isClass(node)) {
      node.decorators ??= []
      node.implements ??= []
      for (const member of node.body.body) (member as { decorators?: unknown[] }).decorators ??= []
    }
  })
  const { analyze } = createRequire(import.meta.url)('@typescript-eslint/scope-manager') as typeof ScopeManager
  return analyze(ast, { sourceType: 'module' }) as never
}

function addParents(ast: TSESTree.Program, visitorKeys: AnalyzedSource['visitorKeys']): void {
  eachNode(ast, visitorKeys, (node, parent) => {
    if (parent) node.parent = parent
  })
}

/** Every node of a tree, with what it stands in. */
function eachNode(
  ast: TSESTree.Program,
  visitorKeys: AnalyzedSource['visitorKeys'],
  visit: (node: Node, parent: Node | undefined) => void,
): void {
  visit(ast, undefined)
  const pending: Node[] = [ast]
  for (let node = pending.pop(); node; node = pending.pop()) {
    for (const child of children(node, visitorKeys)) {
      visit(child, node)
      pending.push(child)
    }
  }
}
