import type { ParserServicesWithTypeInformation, TSESLint, TSESTree } from '@typescript-eslint/utils'
import { type CallNode, children, type FunctionNode, type Node, T } from './ast/nodes.js'
import { buildFileIndex, type FileIndex } from './ast/file-index.js'
import { type Handler, handlerOf } from './calls/handlers.js'
import { namesOf } from './calls/names.js'
import { type Guard, guardsOf } from './control/guards.js'
import { beginFile, foreignFile, type Parser } from './project/foreign-file.js'
import { noTypes, type TypeBackend } from './types/backend.js'
import { programTypes } from './types/program-backend.js'
import { constantOf } from './values/constant.js'
import type { Constant, Origin, TracePolicy } from './values/origin.js'
import { trace } from './values/tracer.js'

/**
 * The part of ESLint's `SourceCode` that the analysis reads. Any host that parses with an ESTree parser and runs a
 * scope analysis can give it.
 */
export type AnalyzedSource = Pick<
  TSESLint.SourceCode,
  'ast' | 'text' | 'scopeManager' | 'visitorKeys' | 'parserServices'
>

export interface AnalysisOptions {
  /** The file's absolute path. */
  filename?: string
  /** Types to use instead of those in `parserServices`. */
  types?: TypeBackend
  /** The parser of the host (ESLint's `languageOptions.parser`), for following imports into other files. */
  parser?: Parser
}

/** What code of one file means. One object a file, shared by all rules; everything in it is computed on demand. */
export class FileAnalysis {
  readonly text: string
  readonly ast: TSESTree.Program
  readonly visitorKeys: AnalyzedSource['visitorKeys']
  readonly types: TypeBackend
  readonly filename: string
  /** The parser of the host, for following imports into other files. */
  readonly parser: Parser | undefined
  #names = new Map<Node, readonly string[]>()
  #constants = new Map<Node, { value: Constant } | undefined>()
  #handlers = new Map<Node, Handler | undefined>()
  #origins = new WeakMap<object, Map<Node, Map<string, readonly Origin[]>>>()

  constructor(
    readonly source: AnalyzedSource,
    options: AnalysisOptions = {},
  ) {
    this.text = source.text
    this.ast = source.ast
    this.visitorKeys = source.visitorKeys
    this.filename = options.filename ?? ''
    this.parser = options.parser
    this.types = options.types ?? noTypes
  }

  /** Variables, calls and assignments of the file, gathered in one pass when first asked for. */
  get index(): FileIndex {
    // The index is syntax only: it holds for every analysis of the same tree.
    let index = indexes.get(this.source)
    if (!index) indexes.set(this.source, (index = buildFileIndex(this.source)))
    return index
  }

  /**
   * Where does this expression's value come from?
   *
   * @param node an expression of this file.
   * @param policy the rule's view; keep it in a constant, because answers are remembered by policy.
   * @returns the origins, each with the way to it. Empty when a barrier stands before every origin.
   */
  origins(node: Node, policy: TracePolicy = defaultPolicy): readonly Origin[] {
    return this.member(node, noMembers, policy)
  }

  /**
   * Where does this member of the expression's value come from? Follows spreads, variables, later writes,
   * `Object.assign` and helpers that return options.
   *
   * @param node an expression of this file whose value is an object.
   * @param members the access path, e.g. `['ssl', 'rejectUnauthorized']`.
   * @param policy the rule's view.
   * @returns the origins; empty when the member is not there.
   */
  member(node: Node, members: readonly string[], policy: TracePolicy = defaultPolicy): readonly Origin[] {
    let byNode = this.#origins.get(policy)
    if (!byNode) this.#origins.set(policy, (byNode = new Map()))
    let byMembers = byNode.get(node)
    if (!byMembers) byNode.set(node, (byMembers = new Map()))
    const key = members.join('\0')
    let found = byMembers.get(key)
    if (!found) byMembers.set(key, (found = trace(this, node, members, policy)))
    return found
  }

  /**
   * The value of an expression, when the source alone says what it is.
   *
   * @param node an expression of this file.
   * @returns the value in an object, or undefined when it can't be told.
   */
  constant(node: Node): { value: Constant } | undefined {
    if (!this.#constants.has(node)) this.#constants.set(node, constantOf(this, node))
    return this.#constants.get(node)
  }

  /** The value of an expression when it is a constant string. */
  string(node: Node): string | undefined {
    const value = this.constant(node)?.value
    return typeof value === 'string' ? value : undefined
  }

  /**
   * The qualified names of what an expression denotes, e.g. `pino#().info`, `https#request`, `console.log`,
   * `express#Response().json`. See `calls/names.ts` for how names are built.
   *
   * @param node an expression of this file, mostly a callee.
   * @returns the names; several when the value has several origins, none when nothing is known.
   */
  names(node: Node): readonly string[] {
    let found = this.#names.get(node)
    if (!found) {
      this.#names.set(node, []) // names of a value that is defined by itself end here
      this.#names.set(node, (found = namesOf(this, node)))
    }
    return found
  }

  /** The qualified names of what a call calls or a construction constructs. */
  callee(call: CallNode): readonly string[] {
    return this.names(call.callee)
  }

  /**
   * Is this function a framework's handler, and what are its parameters?
   *
   * @param fn a function of this file.
   */
  handler(fn: FunctionNode): Handler | undefined {
    if (!this.#handlers.has(fn)) {
      this.#handlers.set(fn, undefined) // a handler that is registered on itself ends here
      this.#handlers.set(fn, handlerOf(this, fn))
    }
    return this.#handlers.get(fn)
  }

  /**
   * The conditions that are known to hold when a node executes: branches it stands in, and earlier exits of the same
   * block.
   *
   * @param node any node.
   * @returns the conditions, innermost first.
   */
  guards(node: Node): Guard[] {
    return guardsOf(this, node)
  }

  /**
   * What a module exports under a name, when the module is a source file that can be followed: today with types only.
   *
   * @param specifier the string in the import, `require` or `import()`.
   * @param name the export's name, `default` for the default.
   * @returns the declared name or the exported expression in the other file.
   */
  exported(specifier: Node, name: string): { file: FileAnalysis; node: Node } | undefined {
    const definition = this.types.exported(specifier, name)
    if (!definition || definition.declaration || definition.filename.includes('/node_modules/')) return undefined
    const file = this.foreign(definition.filename, definition.text)
    let node = file?.nodeAt(definition.range)
    // `export const { key } = all`, `{ key = 'x' }`: the name stands for a whole property
    if (node?.type === T.Property) node = node.value
    if (node?.type === T.AssignmentPattern) node = node.left
    return file && node && { file, node }
  }

  /**
   * Another file of the project.
   *
   * @param filename its absolute path.
   * @param text its text.
   * @returns the analysis, or undefined when the text can't be parsed.
   */
  foreign(filename: string, text: string): FileAnalysis | undefined {
    return foreignFile(this, filename, text)
  }

  /**
   * The outermost node with exactly this range.
   *
   * @param range where it begins and ends.
   */
  nodeAt(range: readonly [number, number]): Node | undefined {
    let node: Node | undefined = this.ast
    while (node) {
      if (node !== this.ast && node.range[0] === range[0] && node.range[1] === range[1]) return node
      let inner: Node | undefined
      for (const child of children(node, this.visitorKeys))
        if (child.range[0] <= range[0] && range[1] <= child.range[1]) inner = child
      node = inner
    }
    return undefined
  }
}

const indexes = new WeakMap<AnalyzedSource, FileIndex>()
const noMembers: readonly string[] = []
const defaultPolicy: TracePolicy = {}
const analyses = new WeakMap<object, FileAnalysis>()

/**
 * The analysis of a file, made once and shared.
 *
 * @param source ESLint's `context.sourceCode` (or what stands in for it).
 * @param options the file's path, the host's parser, other types than those in `parserServices`.
 */
export function analyze(source: AnalyzedSource, options: AnalysisOptions = {}): FileAnalysis {
  let analysis = analyses.get(source.ast)
  if (!analysis) {
    const services = source.parserServices as Partial<ParserServicesWithTypeInformation> | undefined
    const types =
      options.types ?? (services?.program ? programTypes(services as ParserServicesWithTypeInformation) : noTypes)
    beginFile()
    analyses.set(source.ast, (analysis = new FileAnalysis(source, { ...options, types })))
  }
  return analysis
}
