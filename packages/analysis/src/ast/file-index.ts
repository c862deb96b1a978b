import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import type { AnalyzedSource } from '../file.js'
import { moduleName } from './module-name.js'
import {
  type CallNode,
  type ClassNode,
  type FunctionNode,
  isCall,
  isClass,
  isFunction,
  memberName,
  type Node,
  T,
  unwrap,
} from './nodes.js'

type Variable = TSESLint.Scope.Variable

/** What one pass over a file gathers for all questions that are asked later. */
export interface FileIndex {
  /** The variable that a name refers to or declares. */
  variableOf(identifier: Node): Variable | undefined
  /** All calls and constructions, in source order. */
  calls: readonly CallNode[]
  /** Calls by the last name of their callee: `info` for `log.info()`, `f` for `f()`. */
  callsByName: ReadonlyMap<string, readonly CallNode[]>
  /** `this.name = value` inside a class (or an object's methods), by class or function node. */
  writesToThis: ReadonlyMap<Node, readonly { members: readonly string[]; value: Node }[]>
  /** All functions, in source order. */
  functions: readonly FunctionNode[]
  /** `import()`/`import x from`/`require()` sources of the file, as written and as {@link moduleName} has them. */
  modules: ReadonlySet<string>
}

/** Where types stand: no call, function or assignment is in them. */
const TYPE_KEYS: ReadonlySet<string> = new Set([
  'typeAnnotation',
  'returnType',
  'typeParameters',
  'typeArguments',
  'superTypeArguments',
  'implements',
])

/**
 * Walks a file once.
 *
 * @param source the parsed file.
 * @returns its index.
 */
export function buildFileIndex(source: AnalyzedSource): FileIndex {
  const calls: CallNode[] = []
  const callsByName = new Map<string, CallNode[]>()
  const writesToThis = new Map<Node, { members: readonly string[]; value: Node }[]>()
  const functions: FunctionNode[] = []
  const modules = new Set<string>()
  const addModule = (specifier: unknown): void => {
    if (typeof specifier === 'string')
      modules.add(specifier).add(specifier.startsWith('.') ? specifier : moduleName(specifier))
  }

  const valueKeys = new Map<string, readonly string[]>()
  /** The keys of a kind of node under which something is executed; types are not. */
  const keysOf = (type: string): readonly string[] => {
    let keys = valueKeys.get(type)
    if (!keys) valueKeys.set(type, (keys = (source.visitorKeys[type] ?? []).filter((key) => !TYPE_KEYS.has(key))))
    return keys
  }

  const pending: Node[] = [source.ast]
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (isCall(node)) {
      calls.push(node)
      const name = lastName(node.callee)
      if (name !== undefined) push(callsByName, name, node)
      const write = name !== undefined && ADDING.has(name) ? callOnThis(node) : undefined
      if (write) push(writesToThis, write.owner, write)
      if (name === 'require' && node.arguments[0]?.type === T.Literal) addModule(node.arguments[0].value)
    } else if (isFunction(node)) functions.push(node)
    else if (node.type === T.AssignmentExpression) {
      const write = writeToThis(node)
      if (write) push(writesToThis, write.owner, write)
    } else if (node.type === T.ImportDeclaration) addModule(node.source.value)
    else if (node.type === T.ImportExpression && node.source.type === T.Literal) addModule(node.source.value)
    // By hand, without a list a node: every node of every file comes by here.
    const keys = keysOf(node.type)
    for (let k = keys.length - 1; k >= 0; k--) {
      const value = (node as unknown as Record<string, unknown>)[keys[k]!]
      if (Array.isArray(value)) {
        for (let i = value.length - 1; i >= 0; i--) if (value[i]) pending.push(value[i] as Node)
      } else if (value) pending.push(value as Node)
    }
  }

  let variables: Map<Node, Variable> | undefined
  const variableOf = (identifier: Node): Variable | undefined => {
    variables ??= indexVariables(source)
    return variables.get(identifier)
  }
  return { variableOf, calls, callsByName, writesToThis, functions, modules }
}

/** The last name of a callee: `c` for `a.b.c`, `f` for `f`; undefined when it has none. */
export function lastName(callee: Node): string | undefined {
  const node = unwrap(callee)
  if (node.type === T.Identifier) return node.name
  if (node.type === T.MemberExpression) return memberName(node)
  return undefined
}

/** Adds a value to the list under a key. */
export function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

/**
 * The owner of `this` at a node: the class whose instance (or static part) it is, or the plain function or object
 * literal that is called with it.
 *
 * @param node a node inside the owner.
 */
export function ownerOfThis(node: Node): ClassNode | TSESTree.ObjectExpression | FunctionNode | undefined {
  for (let current = node.parent; current; current = current.parent) {
    if (isFunction(current) && current.type !== T.ArrowFunctionExpression) {
      const parent = current.parent
      if (parent.type === T.MethodDefinition) return parent.parent.parent as ClassNode
      if (parent.type === T.Property && parent.parent.type === T.ObjectExpression) return parent.parent
      return current
    }
    if (current.type === T.PropertyDefinition || current.type === T.StaticBlock)
      return current.parent.parent as ClassNode
    if (isClass(current)) return undefined // in the heritage clause or a decorator
  }
  return undefined
}

function writeToThis(
  node: TSESTree.AssignmentExpression,
): { owner: Node; members: readonly string[]; value: Node } | undefined {
  const members: string[] = []
  let target = unwrap(node.left)
  while (target.type === T.MemberExpression) {
    members.unshift(memberName(target) ?? '*')
    target = unwrap(target.object)
  }
  if (target.type !== T.ThisExpression || members.length === 0) return undefined
  const owner = ownerOfThis(node)
  return owner && { owner, members, value: node.right }
}

/** Methods that put their last argument into what they are called on. */
const ADDING = new Set(['set', 'push', 'unshift', 'add'])

/** `this.tokens.set(key, value)`, `this.items.push(value)`. */
function callOnThis(node: CallNode): { owner: Node; members: readonly string[]; value: Node } | undefined {
  const callee = unwrap(node.callee)
  const value = node.arguments.at(-1)
  if (callee.type !== T.MemberExpression || !value || value.type === T.SpreadElement) return undefined
  const [key] = node.arguments
  const isKeyed = memberName(callee) === 'set'
  if (isKeyed && node.arguments.length !== 2) return undefined
  const members = [isKeyed && key?.type === T.Literal ? String(key.value) : '*']
  let target = unwrap(callee.object)
  while (target.type === T.MemberExpression) {
    members.unshift(memberName(target) ?? '*')
    target = unwrap(target.object)
  }
  if (target.type !== T.ThisExpression || members.length === 1) return undefined
  const owner = ownerOfThis(node)
  return owner && { owner, members, value }
}

function indexVariables(source: AnalyzedSource): Map<Node, Variable> {
  const found = new Map<Node, Variable>()
  for (const scope of source.scopeManager?.scopes ?? []) {
    for (const variable of scope.variables)
      for (const identifier of variable.identifiers) if (!found.has(identifier)) found.set(identifier, variable)
    for (const reference of scope.references)
      if (reference.resolved) found.set(reference.identifier, reference.resolved)
  }
  return found
}
