import {
  type CallNode,
  enclosingFunction,
  errorDetails,
  errorResults,
  type FunctionNode,
  isFunction,
  type Node,
  propertyName,
  T,
  unwrap,
  wrapped,
} from '@palisade/analysis'
import type { TSESTree } from '@typescript-eslint/utils'
import { lastNameOf } from './code.js'

/** Names that an error, or something that is made of one, goes by. */
const ERROR_WORD = /^_?e[rx]?\d?$|err|exception|stack|reason|cause|fail|reject|problem/iu
/** Calls whose callbacks are given an error, whatever these call it. */
const GIVES_ERROR = /catch|err|^then$|^on$|^once$|Listener$|^use$|^ext$/iu
/** Names, texts in quotes, and the keys of objects. */
const TOKEN = /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|[{,]\s*[\w$]+\s*:(?!:)|[A-Z_$\u0080-\uFFFF][\w$\u0080-\uFFFF]*/gi
/** Members that hold an error's detail: with types, any expression can be an error. */
const DETAIL_NAMES: ReadonlySet<string> = new Set(errorDetails.flatMap((row) => row.path.split('.')))
/** Modules whose functions hand over an error without saying so. */
const ERROR_MODULES: ReadonlySet<string> = new Set(
  errorResults.filter((row) => row.member !== 'error').map((row) => row.call.replace(/#.*$/u, '')),
)
/** Methods that put what they are given into their receiver, and functions that put it into their first argument. */
const ADDING = /^(?:push|unshift|add|append|set|splice|concat)$/u
const MERGING = /^(?:assign|assignIn|merge|extend|defaults|defaultsDeep|defineProperty)$/u
/** How many names one question looks at; past that the answer is "maybe". */
const MOST_NAMES = 2000

/**
 * Which expressions of a file could hold an error, going by names alone: those that mention an error, or a name that
 * somewhere in the file is given a value that does. It says yes too often, and costs next to nothing; what it says no to
 * needs no tracing.
 *
 * The rule hands over what it meets on its way through the file; nothing is looked at before the first question.
 */
export class Carriers {
  readonly #text: string
  readonly #typed: boolean
  readonly #functions: FunctionNode[] = []
  readonly #returns: TSESTree.ReturnStatement[] = []
  readonly #calls: CallNode[] = []
  readonly #writes: [target: Node, value: Node][] = []
  readonly #roots = new Set<string>()
  #values: Map<string, (Node | string)[]> | undefined
  #known = new Map<string, boolean>()

  /**
   * @param text the file's text.
   * @param typed whether types are at hand: values may then come from other files, and errors have any name.
   */
  constructor(text: string, typed: boolean) {
    this.#text = text
    this.#typed = typed
    if (text.includes('onPreResponse')) this.#roots.add('response')
  }

  /** What tells the rule's visitor what to hand over, by the type of node. */
  readonly visitor = {
    ImportDeclaration: (node: TSESTree.ImportDeclaration): void => {
      if (this.#typed || ERROR_MODULES.has(node.source.value))
        for (const one of node.specifiers) this.#roots.add(one.local.name)
    },
    CatchClause: (node: TSESTree.CatchClause): void => {
      if (node.param) this.#addRoots(node.param)
    },
    VariableDeclarator: (node: TSESTree.VariableDeclarator): void => {
      if (node.init) this.#writes.push([node.id, node.init])
    },
    AssignmentExpression: (node: TSESTree.AssignmentExpression): void => {
      this.#writes.push([node.left, node.right])
    },
    PropertyDefinition: (node: TSESTree.PropertyDefinition): void => {
      if (node.value) this.#writes.push([node.key, node.value])
    },
    ForOfStatement: (node: TSESTree.ForOfStatement): void => {
      this.#writes.push([node.left, node.right])
    },
    FunctionDeclaration: (node: TSESTree.FunctionDeclaration): void => {
      this.#functions.push(node)
    },
    FunctionExpression: (node: TSESTree.FunctionExpression): void => {
      this.#functions.push(node)
    },
    ArrowFunctionExpression: (node: TSESTree.ArrowFunctionExpression): void => {
      this.#functions.push(node)
    },
    ReturnStatement: (node: TSESTree.ReturnStatement): void => {
      if (node.argument) this.#returns.push(node)
    },
  }

  /** A call of the file. */
  addCall(call: CallNode): void {
    this.#calls.push(call)
  }

  /**
   * Whether an expression could hold an error.
   *
   * @param node the expression.
   */
  mayHold(node: Node): boolean {
    if (node.type === T.Literal || isFunction(node)) return false
    return this.#anyHolds(this.#tokens(node))
  }

  #anyHolds(tokens: readonly string[]): boolean {
    if (tokens.some((token) => ERROR_WORD.test(token))) return true
    // the file is looked through no sooner than here
    const values = (this.#values ??= this.#gather())
    if (tokens.some((token) => this.#isRoot(token))) return true
    const before = new Map<string, string | undefined>()
    const pending: string[] = []
    const add = (token: string, from: string | undefined): boolean => {
      if (this.#isRoot(token) || this.#known.get(token) === true) {
        for (let name = from; name !== undefined; name = before.get(name)) this.#known.set(name, true)
        return true
      }
      if (this.#known.get(token) === undefined && values.has(token) && !before.has(token)) {
        before.set(token, from)
        pending.push(token)
      }
      return false
    }
    for (const token of tokens) if (add(token, undefined)) return true
    for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
      if (before.size > MOST_NAMES) return true
      for (const value of values.get(name)!) for (const token of this.#tokens(value)) if (add(token, name)) return true
    }
    for (const name of before.keys()) this.#known.set(name, false)
    return false
  }

  #isRoot(token: string): boolean {
    return ERROR_WORD.test(token) || this.#roots.has(token) || (this.#typed && DETAIL_NAMES.has(token))
  }

  #tokens(node: Node | string): string[] {
    if (typeof node === 'string') return [node]
    if (node.type === T.Identifier) return [node.name]
    const found = new Set<string>()
    for (const [token] of this.#text.slice(...node.range).matchAll(TOKEN)) if (!/^['"{,]/u.test(token)) found.add(token)
    return [...found]
  }

  #addRoots(pattern: Node): void {
    for (const name of namesIn(pattern)) this.#roots.add(name)
  }

  /** What each name of the file is given, anywhere; `f(` stands for what calls of `f` are given. */
  #gather(): Map<string, (Node | string)[]> {
    const values = new Map<string, (Node | string)[]>()
    const add = (name: string, value: Node | string): void => {
      const known = values.get(name)
      if (known) known.push(value)
      else values.set(name, [value])
    }
    for (const [target, value] of this.#writes)
      if (!isFunction(unwrap(value))) for (const name of namesIn(target)) add(name, value)
    const names = new Map<FunctionNode, string | undefined>()
    const callable = new Set<string>()
    for (const fn of this.#functions) {
      const name = functionName(fn)
      names.set(fn, name)
      if (name === undefined) continue
      if (fn.body.type !== T.BlockStatement) add(name, fn.body)
      if (fn.params.length === 0) continue
      callable.add(name)
      for (const parameter of fn.params) for (const one of namesIn(parameter)) add(one, `${name}(`)
    }
    for (const { argument, parent } of this.#returns) {
      const fn = enclosingFunction(parent)
      const name = fn && names.get(fn)
      if (name !== undefined) add(name, argument!)
    }
    for (const fn of this.#functions) {
      const name = names.get(fn) ?? ''
      if (GIVES_ERROR.test(name) || fn.params.length === 4) fn.params.forEach((one) => this.#addRoots(one))
      else for (const one of fn.params) if (saysError(this.#text, one)) this.#addRoots(one)
    }
    for (const call of this.#calls) this.#gatherCall(call, callable, add)
    return values
  }

  /** What a call gives to the function that it calls, and to those that it is handed. */
  #gatherCall(call: CallNode, callable: ReadonlySet<string>, add: (name: string, value: Node) => void): void {
    const callee = unwrap(call.callee)
    const method = lastNameOf(callee)
    const givesError = method !== undefined && GIVES_ERROR.test(method)
    const given: Node[] = call.arguments.filter((one) => one.type !== T.Literal && !isFunction(unwrap(one)))
    if (method !== undefined && callable.has(method)) for (const one of given) add(`${method}(`, one)
    // errors.push(text), report.set('db', text), Object.assign(body, { text })
    const filled = method === undefined ? undefined : ADDING.test(method) && callee.type === T.MemberExpression ? callee.object : MERGING.test(method) ? call.arguments[0] : undefined // prettier-ignore
    if (filled) for (const name of namesIn(filled)) for (const one of given) if (one !== filled) add(name, one)
    if (callee.type === T.MemberExpression) given.push(callee.object)
    for (const argument of call.arguments) {
      const node = unwrap(argument)
      if (isFunction(node)) {
        if (givesError) node.params.forEach((one) => this.#addRoots(one))
        else
          for (const parameter of node.params)
            for (const name of namesIn(parameter)) for (const one of given) add(name, one)
      } else if (node.type === T.Identifier || node.type === T.MemberExpression) {
        const name = lastNameOf(node)
        if (name === undefined || !callable.has(name)) continue
        if (givesError) this.#roots.add(`${name}(`)
        else for (const one of given) if (one !== argument) add(`${name}(`, one)
      }
    }
  }
}

/** Whether a parameter is declared as an error. */
function saysError(text: string, parameter: Node): boolean {
  const { typeAnnotation } = parameter as { typeAnnotation?: Node }
  return !!typeAnnotation && /Err|Exception/u.test(text.slice(...typeAnnotation.range))
}

/** The names that a pattern or a target of a write gives a value to: `a`, `b` of `{ a, x: [b] }`; `c` of `x.c`. */
function namesIn(target: Node): string[] {
  const node = unwrap(target)
  switch (node.type) {
    case T.Identifier:
      return [node.name]
    case T.PrivateIdentifier:
      return [node.name]
    case T.MemberExpression: {
      // what a member is given, its owner holds too
      const name = lastNameOf(node)?.replace(/^#/u, '')
      return [...(name === undefined ? [] : [name]), ...namesIn(node.object)]
    }
    case T.AssignmentPattern:
      return namesIn(node.left)
    case T.RestElement:
      return namesIn(node.argument)
    case T.TSParameterProperty:
      return namesIn(node.parameter)
    case T.ObjectPattern:
      return node.properties.flatMap((one) => namesIn(one.type === T.Property ? one.value : one))
    case T.ArrayPattern:
      return node.elements.flatMap((one) => (one ? namesIn(one) : []))
    case T.VariableDeclaration:
      return node.declarations.flatMap((one) => namesIn(one.id))
    case T.CallExpression:
      return namesIn(node.callee)
    default:
      return []
  }
}

/** The name by which a function is called or handed on. */
function functionName(fn: FunctionNode): string | undefined {
  if (fn.id) return fn.id.name
  const { parent } = wrapped(fn)
  switch (parent?.type) {
    case T.VariableDeclarator:
      return parent.id.type === T.Identifier ? parent.id.name : undefined
    case T.AssignmentExpression:
      return lastNameOf(parent.left)?.replace(/^#/u, '')
    case T.Property:
    case T.MethodDefinition:
    case T.PropertyDefinition:
      return propertyName(parent)?.replace(/^#/u, '')
    // const fail = (res) => (err) => …: what the outer one returns
    case T.ArrowFunctionExpression:
      return functionName(parent)
    default:
      return undefined
  }
}
