import { isAbsolute } from 'node:path'
import { analyze as analyzeScope } from '@typescript-eslint/scope-manager'
import type { TSESTree } from '@typescript-eslint/utils'
import { visitorKeys as defaultVisitorKeys } from '@typescript-eslint/visitor-keys'
import type { Node } from '../ast/nodes.js'
import { type AnalyzedSource, FileAnalysis } from '../file.js'
import type { TypeBackend } from '../types/backend.js'

/** The parser that the host uses, as far as it is needed to read another file (ESLint's `languageOptions.parser`). */
export interface Parser {
  parseForESLint?(text: string, options: Record<string, unknown>): Partial<AnalyzedSource>
  parse?(text: string, options: Record<string, unknown>): AnalyzedSource['ast']
}

/** How many other files are kept analysed at once, over all files of a run. */
const KEPT = 200
/** Larger files are generated or bundled: nothing there that one would follow. */
const LARGEST = 1_000_000
const keptBy = new WeakMap<object, Map<string, { text: string; analysis: FileAnalysis | undefined }>>()

/**
 * Analyses a file other than the one that is linted, so that tracing can go on there.
 *
 * @param from the file that leads there; its parser is used.
 * @param filename the other file's absolute path.
 * @param text its text.
 * @returns its analysis, or undefined when there is no parser or it can't be parsed.
 */
export function foreignFile(from: FileAnalysis, filename: string, text: string): FileAnalysis | undefined {
  if (from.filename === filename && from.text === text) return from
  let kept = keptBy.get(from.types.key)
  if (!kept) keptBy.set(from.types.key, (kept = new Map()))
  const known = kept.get(filename)
  if (known?.text === text) return known.analysis
  const analysis = from.parser && parseFile(from.parser, filename, text, from.types)
  kept.delete(filename)
  kept.set(filename, { text, analysis })
  if (kept.size > KEPT) kept.delete(kept.keys().next().value!)
  return analysis
}

function parseFile(parser: Parser, filename: string, text: string, types: TypeBackend): FileAnalysis | undefined {
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
  }
  try {
    const parsed: Partial<AnalyzedSource> = parser.parseForESLint?.(text, options) ?? {
      ast: parser.parse?.(text, options),
    }
    const { ast } = parsed
    if (!ast) return undefined
    const visitorKeys = parsed.visitorKeys ?? (defaultVisitorKeys as AnalyzedSource['visitorKeys'])
    addParents(ast, visitorKeys)
    const scopeManager = parsed.scopeManager ?? (analyzeScope(ast, { sourceType: 'module' }) as never)
    const source = { ast, text, scopeManager, visitorKeys, parserServices: {} }
    return new FileAnalysis(source, { filename, parser, types: types.forFile(filename) })
  } catch {
    return undefined // a file that doesn't parse has nothing to follow
  }
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
