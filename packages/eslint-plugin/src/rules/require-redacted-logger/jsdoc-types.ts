import { type FileAnalysis, type Node, T } from '@palisade/analysis'
import type { TSESTree } from '@typescript-eslint/utils'

/** A type that a comment names, in the form in which TypeScript's own are read. */
type TypeNode = TSESTree.TypeNode

/** A type of a comment longer than this describes a function or is a mistake. */
const LONGEST = 600

/**
 * The types that `@typedef` declares in the comments of a file, by name.
 *
 * @param file the file.
 */
export function typedefs(file: FileAnalysis): ReadonlyMap<string, TSESTree.TSTypeAliasDeclaration> {
  const found = new Map<string, TSESTree.TSTypeAliasDeclaration>()
  if (!file.text.includes('@typedef')) return found
  for (const [whole, comment] of file.text.matchAll(/\/\*\*((?:[^*]|\*(?!\/))*)\*\//gu)) {
    for (const text of comment!.split(/(?=@typedef\b)/u)) {
      const head = /^@typedef\s*(?=\{)/u.exec(text)
      if (!head) continue
      const { type, rest } = bracedType(text.slice(head[0].length))
      const name = /^\s*([\w$]+)/u.exec(rest)?.[1]
      if (name === undefined) continue
      const members = propertiesOf(rest)
      const typeAnnotation = members.length > 0 ? literal(members) : type
      if (typeAnnotation) found.set(name, alias(file, whole, name, typeAnnotation))
    }
  }
  return found
}

/** The members that `@property {string} [name]` lists; those of members of theirs are left out. */
function propertiesOf(text: string): TSESTree.TypeElement[] {
  return text.split(/(?=@prop(?:erty)?\b)/u).flatMap((one) => {
    const head = /^@prop(?:erty)?\s*(?=\{)/u.exec(one)
    const { type, rest } = head ? bracedType(one.slice(head[0].length)) : { type: undefined, rest: '' }
    const name = /^\s*(?:\[\s*)?([\w$-]+)(?![\w$.[-])/u.exec(rest)?.[1]
    return type && name !== undefined ? [member(name, type)] : []
  })
}

/**
 * The type that a comment gives a variable, a field, a parameter or the result of a function.
 *
 * @param comment the text of the comment.
 * @param tag `type`, `param` or `returns`.
 * @param name the parameter's name.
 */
export function typeInComment(comment: string, tag: 'type' | 'param' | 'returns', name?: string): TypeNode | undefined {
  const tags = tag === 'returns' ? 'returns?' : tag === 'param' ? 'param|arg|argument' : tag
  for (const found of comment.matchAll(new RegExp(`@(?:${tags})\\s*(?=\\{)`, 'gu'))) {
    const { type, rest } = bracedType(comment.slice(found.index + found[0].length))
    if (name === undefined || /^\s*(?:\[\s*)?([\w$]+)(?![\w$.[])/u.exec(rest)?.[1] === name) return type
  }
  return undefined
}

/** `{Promise<User>} and more`: the type, and what follows it. */
function bracedType(text: string): { type: TypeNode | undefined; rest: string } {
  let depth = 0
  for (const [at, char] of [...text.slice(0, LONGEST)].entries()) {
    if (char === '{') depth++
    else if (char === '}' && --depth === 0) {
      const inner = text.slice(1, at).replace(/\n\s*\*/gu, '\n')
      return { type: new TypeReader(inner).read(), rest: text.slice(at + 1) }
    }
  }
  return { type: undefined, rest: '' }
}

/** Reads names, lists, generics, unions and object literals; what else a comment may say is no type to it. */
class TypeReader {
  readonly #tokens: string[]
  #at = 0

  constructor(text: string) {
    this.#tokens = text.match(/[\w$]+(?:-[\w$]+)*|'[^']*'|"[^"]*"|\[\]|\S/gu) ?? []
  }

  read(): TypeNode | undefined {
    const type = this.#union()
    // `{string=}`
    this.#take('=')
    return this.#at >= this.#tokens.length ? type : undefined
  }

  #take(token: string): boolean {
    if (this.#tokens[this.#at] !== token) return false
    this.#at++
    return true
  }

  #union(): TypeNode | undefined {
    const types: TypeNode[] = []
    let isWhole = true
    this.#take('|')
    do {
      const type = this.#list()
      if (type) types.push(type)
      else isWhole = false
    } while (isWhole && this.#take('|'))
    if (!isWhole) return undefined
    return types.length === 1 ? types[0] : node({ type: T.TSUnionType, types })
  }

  #list(): TypeNode | undefined {
    while (this.#take('?') || this.#take('!'));
    let type = this.#single()
    while (type && this.#take('[]')) type = node({ type: T.TSArrayType, elementType: type })
    return type
  }

  #single(): TypeNode | undefined {
    if (this.#take('(')) {
      const type = this.#union()
      return this.#take(')') ? type : undefined
    }
    if (this.#take('{')) return this.#literal()
    const name = this.#tokens[this.#at++]
    if (name === undefined || !/^['"\w$]/u.test(name)) return undefined
    if (/^string$/iu.test(name)) return node({ type: T.TSStringKeyword })
    // `Array.<User>`
    if (this.#take('.') && this.#tokens[this.#at] !== '<') return undefined
    const params: TypeNode[] = []
    if (this.#take('<')) {
      do {
        const param = this.#union()
        if (!param) return undefined
        params.push(param)
      } while (this.#take(','))
      if (!this.#take('>')) return undefined
    }
    return node({
      type: T.TSTypeReference,
      typeName: { type: T.Identifier, name: name === 'Object' && params.length > 0 ? 'Record' : name },
      typeArguments: { params },
    })
  }

  #literal(): TypeNode | undefined {
    const members: TSESTree.TypeElement[] = []
    while (!this.#take('}')) {
      const name = this.#tokens[this.#at++]?.replace(/^['"]|['"]$/gu, '')
      this.#take('?')
      const type = name !== undefined && this.#take(':') ? this.#union() : undefined
      if (!type) return undefined
      members.push(member(name!, type))
      if (!this.#take(',')) this.#take(';')
    }
    return literal(members)
  }
}

/** A node that has no place in the file. */
function node(fields: object): TypeNode {
  return { range: [0, 0], ...fields } as unknown as TypeNode
}

function literal(members: TSESTree.TypeElement[]): TypeNode {
  return node({ type: T.TSTypeLiteral, members })
}

function member(name: string, typeAnnotation: TypeNode): TSESTree.TypeElement {
  return {
    type: T.TSPropertySignature,
    range: [0, 0],
    computed: false,
    key: { type: T.Identifier, name },
    typeAnnotation: { typeAnnotation },
  } as unknown as TSESTree.TypeElement
}

/** An alias as if it stood behind the comment, whose tags are then its own. */
function alias(
  file: FileAnalysis,
  comment: string,
  name: string,
  typeAnnotation: TypeNode,
): TSESTree.TSTypeAliasDeclaration {
  const end = file.text.indexOf(comment) + comment.length
  return {
    type: T.TSTypeAliasDeclaration,
    range: [end, end],
    id: { type: T.Identifier, name },
    parent: file.ast as Node,
    typeAnnotation,
  } as unknown as TSESTree.TSTypeAliasDeclaration
}
