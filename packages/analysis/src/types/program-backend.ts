import type { ParserServicesWithTypeInformation } from '@typescript-eslint/utils'
import type * as ts from 'typescript'
import type { Node } from '../ast/nodes.js'
import type { Definition, TypeBackend, TypeFacts, TypeKind, TypeMember } from './backend.js'

/** Types with more members than this are not listed. */
const MOST_MEMBERS = 200
/** `ts.SymbolFlags.Alias`, one of the numbers that has stayed the same in all versions so far. */
const ALIAS = 2_097_152
/** How many base types are named. */
const MOST_CLASSES = 30

/**
 * Types from a `ts.Program` that the host has made already (typed typescript-eslint configurations, tsserver).
 *
 * No enum of the compiler is read, because their numbers differ between its versions: kinds are told by the methods and
 * the names that types carry.
 *
 * @param services typescript-eslint's parser services.
 */
export function programTypes(services: ParserServicesWithTypeInformation): TypeBackend {
  return new ProgramTypes(
    services.program,
    (node) => services.esTreeNodeToTSNodeMap.get(node as never) as ts.Node | undefined,
  )
}

/** What is known for each question of which files matter. */
const importGraphs = new WeakMap<
  (text: string) => boolean,
  {
    graphs: WeakMap<ts.Program, ReadonlyMap<string, readonly string[]>>
    /** An editor makes a new program with each edit, of the same files but one. */
    mattering: WeakMap<ts.SourceFile, boolean>
  }
>()

class ProgramTypes implements TypeBackend {
  readonly available = true
  readonly key: object
  readonly #checker: ts.TypeChecker

  constructor(
    readonly program: ts.Program,
    readonly nodeOf: (node: Node) => ts.Node | undefined,
  ) {
    this.key = program
    this.#checker = program.getTypeChecker()
  }

  forFile(filename: string): TypeBackend | undefined {
    const source = this.program.getSourceFile(filename)
    return source && new ProgramTypes(this.program, (node) => nodeAt(source, node.range))
  }

  describe(node: Node): TypeFacts | undefined {
    return this.#ask(node, (tsNode) => {
      const checker = this.#checker
      const type = checker.getTypeAtLocation(tsNode)
      let text: string | undefined
      return {
        kinds: [...new Set(this.#kinds(type))],
        classes: this.#classes(type),
        // Printing a type takes longer than finding it, and few want to read it.
        get text() {
          return (text ??= checker.typeToString(type).slice(0, 200))
        },
      }
    })
  }

  members(node: Node, depth = 1): readonly TypeMember[] | undefined {
    return this.#ask(node, (tsNode) => this.#members(this.#checker.getTypeAtLocation(tsNode), tsNode, depth))
  }

  held(node: Node, depth = 1): { classes: readonly string[]; members?: readonly TypeMember[] } | undefined {
    return this.#ask(node, (tsNode) => {
      const type = this.#heldBy(this.#checker.getTypeAtLocation(tsNode))
      const members = this.#members(type, tsNode, depth)
      return { classes: this.#classes(type), ...(members ? { members } : {}) }
    })
  }

  #heldBy(type: ts.Type, depth = 0): ts.Type {
    const isPromise = type.symbol?.name === 'Promise'
    if (depth > 3 || (!isPromise && !this.#checker.isArrayType(type))) return type
    const [item] = this.#checker.getTypeArguments(type as ts.TypeReference)
    return item ? this.#heldBy(item, depth + 1) : type
  }

  literal(node: Node): { value: string | number | boolean | bigint } | undefined {
    return this.#ask(node, (tsNode) => {
      const type = this.#checker.getTypeAtLocation(tsNode)
      if (type.isStringLiteral() || type.isNumberLiteral()) return { value: type.value }
      const name = intrinsicName(type)
      return name === 'true' || name === 'false' ? { value: name === 'true' } : undefined
    })
  }

  definition(node: Node): Definition | undefined {
    return this.#ask(node, (tsNode) => this.#definitionOf(this.#checker.getSymbolAtLocation(nameOf(tsNode))))
  }

  imports(matters: (text: string) => boolean): ReadonlyMap<string, readonly string[]> | undefined {
    let known = importGraphs.get(matters)
    if (!known) importGraphs.set(matters, (known = { graphs: new WeakMap(), mattering: new WeakMap() }))
    let graph = known.graphs.get(this.program)
    if (!graph) {
      try {
        graph = this.#importGraph(matters, known.mattering)
      } catch {
        graph = new Map()
      }
      known.graphs.set(this.program, graph)
    }
    return graph
  }

  #importGraph(
    matters: (text: string) => boolean,
    mattering: WeakMap<ts.SourceFile, boolean>,
  ): Map<string, readonly string[]> {
    const graph = new Map<string, readonly string[]>()
    for (const source of this.program.getSourceFiles()) {
      if (source.isDeclarationFile || this.program.isSourceFileFromExternalLibrary(source)) continue
      let wanted = mattering.get(source)
      if (wanted === undefined) mattering.set(source, (wanted = matters(source.text)))
      if (!wanted) continue
      const specifiers = (source as { imports?: readonly ts.Node[] }).imports ?? []
      const targets = specifiers.flatMap((specifier) => {
        const [declaration] = this.#checker.getSymbolAtLocation(specifier)?.declarations ?? []
        return declaration ? [declaration.getSourceFile()] : []
      })
      graph.set(
        source.fileName,
        targets.filter((target) => !target.isDeclarationFile).map((target) => target.fileName),
      )
    }
    return graph
  }

  exported(specifier: Node, name: string): Definition | undefined {
    return this.#ask(specifier, (tsNode) => {
      const module = this.#checker.getSymbolAtLocation(tsNode)
      if (!module) return undefined
      const found = this.#checker.getExportsOfModule(module).find((symbol) => symbol.name === name)
      return this.#definitionOf(
        found ?? (name === 'default' ? module.exports?.get('export=' as ts.__String) : undefined),
      )
    })
  }

  tags(node: Node): readonly string[] | undefined {
    return this.#ask(node, (tsNode) => {
      const symbol = this.#checker.getSymbolAtLocation(nameOf(tsNode))
      const type = symbol && this.#checker.getTypeAtLocation(tsNode)
      const declared = type?.aliasSymbol ?? type?.getSymbol()
      const isOwn = declared?.declarations?.some((one) => packageOf(one.getSourceFile().fileName) === undefined)
      return (
        symbol && [...this.#tags(symbol), ...(declared && declared !== symbol && isOwn ? this.#tags(declared) : [])]
      )
    })
  }

  /** A question about a node. The compiler throws on some broken programs: that is no answer. */
  #ask<A>(node: Node, question: (tsNode: ts.Node) => A | undefined): A | undefined {
    try {
      const tsNode = this.nodeOf(node)
      return tsNode && question(tsNode)
    } catch {
      return undefined
    }
  }

  #kinds(type: ts.Type, depth = 0): TypeKind[] {
    if (depth > 4) return ['unknown']
    if (type.isUnion()) return type.types.slice(0, 50).flatMap((one) => this.#kinds(one, depth + 1))
    if (type.isStringLiteral()) return ['string']
    if (type.isNumberLiteral()) return ['number']
    const name = intrinsicName(type)
    switch (name) {
      case 'any':
      case 'unknown':
      case 'never':
      case 'string':
      case 'number':
      case 'bigint':
      case 'symbol':
      case 'null':
      case 'undefined':
        return [name]
      case 'error':
        return ['any']
      case 'void':
        return ['undefined']
      case 'true':
      case 'false':
      case 'boolean':
        return ['boolean']
    }
    if ((type as ts.Type).isTypeParameter()) {
      const constraint = this.#checker.getBaseConstraintOfType(type)
      return constraint && constraint !== type ? this.#kinds(constraint, depth + 1) : ['unknown']
    }
    if (this.#checker.isArrayType(type) || this.#checker.isTupleType(type)) return ['array']
    if (type.getCallSignatures().length > 0) return ['function']
    const apparent = this.#checker.getApparentType(type)
    const wrapper = apparent.symbol?.name
    // template literal types and enum members are told by the object type that they act as
    if (apparent !== type && wrapper === 'String') return ['string']
    if (apparent !== type && wrapper === 'Number') return ['number']
    if (apparent !== type && wrapper === 'BigInt') return ['bigint']
    return ['object']
  }

  #classes(type: ts.Type): string[] {
    const found: string[] = []
    const pending: ts.Type[] = [type]
    for (let one = pending.shift(); one && found.length < MOST_CLASSES; one = pending.shift()) {
      if (one.isUnionOrIntersection()) {
        pending.push(...one.types.slice(0, 10))
        continue
      }
      for (const symbol of [one.aliasSymbol, one.symbol]) {
        const name = symbol && this.#qualified(symbol)
        if (name && !found.includes(name)) found.push(name)
      }
      const target = (one as ts.TypeReference).target ?? one
      if (target.isClassOrInterface()) pending.push(...this.#checker.getBaseTypes(target))
    }
    return found
  }

  #qualified(symbol: ts.Symbol): string | undefined {
    if (symbol.name.startsWith('__')) return undefined
    const declaration = symbol.declarations?.[0]
    if (!declaration) return undefined
    const source = declaration.getSourceFile()
    for (let node: ts.Node | undefined = declaration.parent; node; node = node.parent) {
      const name = (node as ts.ModuleDeclaration).name as ts.Node | undefined
      // `declare module 'http' { … }`: the only declarations whose name is written as a string
      if (name && (node as ts.ModuleDeclaration).body && /^['"]/u.test(name.getText(source)))
        return `${name
          .getText(source)
          .slice(1, -1)
          .replace(/^node:/u, '')}#${symbol.name}`
    }
    if (this.program.isSourceFileDefaultLibrary(source)) return symbol.name
    const module = packageOf(source.fileName)
    return module === undefined ? `.#${symbol.name}` : `${module}#${symbol.name}`
  }

  #members(type: ts.Type, at: ts.Node, depth: number): readonly TypeMember[] | undefined {
    if (depth <= 0) return undefined
    const properties = type.isUnion()
      ? type.types
          .slice(0, 10)
          .flatMap((one) => (isPrimitive(this.#kinds(one)) ? [] : this.#checker.getPropertiesOfType(one)))
      : isPrimitive(this.#kinds(type))
        ? []
        : this.#checker.getPropertiesOfType(type)
    return properties.slice(0, MOST_MEMBERS).map((symbol) => {
      const memberType = this.#checker.getTypeOfSymbolAtLocation(symbol, at)
      const kinds = [...new Set(this.#kinds(memberType))]
      const below = kinds.includes('object') ? this.#members(memberType, at, depth - 1) : undefined
      return {
        name: symbol.name,
        kinds,
        optional: kinds.includes('undefined'),
        tags: this.#tags(symbol),
        ...(below ? { members: below } : {}),
      }
    })
  }

  #tags(symbol: ts.Symbol): string[] {
    const tags = symbol.getJsDocTags(this.#checker).map((tag) => tag.name)
    // Linters tell the compiler not to parse JSDoc, which takes time: then it is read here.
    return tags.length > 0 ? tags : [...new Set((symbol.declarations ?? []).slice(0, 3).flatMap(writtenTags))]
  }

  #definitionOf(symbol: ts.Symbol | undefined): Definition | undefined {
    const target = symbol && this.#unaliased(symbol)
    const declaration = target?.valueDeclaration ?? target?.declarations?.[0]
    if (!declaration) return undefined
    const source = declaration.getSourceFile()
    const named =
      (declaration as ts.NamedDeclaration).name ??
      (declaration as unknown as ts.ExportAssignment).expression ??
      declaration
    return {
      filename: source.fileName,
      text: source.text,
      range: [named.getStart(source), named.getEnd()],
      name: target!.name,
      declaration: source.isDeclarationFile,
    }
  }

  /** An import's symbol leads to what is imported. The compiler throws for others, which costs more than the question. */
  #unaliased(symbol: ts.Symbol): ts.Symbol {
    if ((symbol.flags & ALIAS) === 0) return symbol
    try {
      const target = this.#checker.getAliasedSymbol(symbol)
      return target.declarations?.length ? target : symbol
    } catch {
      return symbol
    }
  }
}

/** The tags in the doc comment before a declaration. */
function writtenTags(declaration: ts.Node): string[] {
  const source = declaration.getSourceFile()
  const before = source.text.slice(declaration.getFullStart(), declaration.getStart(source))
  const start = before.lastIndexOf('/**')
  if (start < 0) return []
  const end = before.indexOf('*/', start)
  return [...before.slice(start, end < 0 ? undefined : end).matchAll(/[\s*]@([\w-]{1,60})/gu)].map((match) => match[1]!)
}

function intrinsicName(type: ts.Type): string | undefined {
  return (type as unknown as { intrinsicName?: string }).intrinsicName
}

function isPrimitive(kinds: readonly TypeKind[]): boolean {
  return kinds.every((kind) => kind !== 'object' && kind !== 'function')
}

/** For a declaration its name, for a member access the member's name: what has a symbol. */
function nameOf(node: ts.Node): ts.Node {
  const { name } = node as { name?: ts.Node }
  return name && typeof name === 'object' && typeof name.getText === 'function' ? name : node
}

/** The package that a file in `node_modules` belongs to; typings count as the package that they type. */
function packageOf(filename: string): string | undefined {
  const path = filename.slice(filename.lastIndexOf('/node_modules/') + '/node_modules/'.length)
  if (!filename.includes('/node_modules/')) return undefined
  const [first, second] = path.split('/')
  if (first === '@types') return second!.includes('__') ? `@${second!.replace('__', '/')}` : second
  return first!.startsWith('@') ? `${first}/${second}` : first
}

/** The outermost node of a file with exactly this range. */
function nodeAt(source: ts.SourceFile, range: readonly [number, number]): ts.Node | undefined {
  let node: ts.Node | undefined = source
  while (node) {
    if (node !== source && node.getStart(source) === range[0] && node.getEnd() === range[1]) return node
    node = node.forEachChild((child) =>
      child.getStart(source) <= range[0] && range[1] <= child.getEnd() ? child : undefined,
    )
  }
  return undefined
}
