import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types'

export type Node = TSESTree.Node
export type FunctionNode = TSESTree.ArrowFunctionExpression | TSESTree.FunctionDeclaration | TSESTree.FunctionExpression
export type ClassNode = TSESTree.ClassDeclaration | TSESTree.ClassExpression
export type CallNode = TSESTree.CallExpression | TSESTree.NewExpression

/**
 * The kinds of syntax node. `AST_NODE_TYPES` of typescript-estree, under a name that reads well.
 * It is an enum of strings equal to their names, so it holds for every parser that speaks ESTree.
 */
export const T = AST_NODE_TYPES

/** Whether a node is a function with a body of its own. */
export function isFunction(node: Node | null | undefined): node is FunctionNode {
  return (
    node?.type === T.ArrowFunctionExpression ||
    node?.type === T.FunctionDeclaration ||
    node?.type === T.FunctionExpression
  )
}

/** Whether a node is a class declaration or expression. */
export function isClass(node: Node | null | undefined): node is ClassNode {
  return node?.type === T.ClassDeclaration || node?.type === T.ClassExpression
}

/** Whether a node is a call or a construction. */
export function isCall(node: Node | null | undefined): node is CallNode {
  return node?.type === T.CallExpression || node?.type === T.NewExpression
}

/**
 * The expression below what does not change a value: `as`, `satisfies`, `!`, `<T>x`, parentheses of optional chains,
 * `await`-free. `await` is left alone, because a promise is not its value.
 *
 * @param node an expression.
 * @returns the innermost expression with the same value.
 */
export function unwrap(node: Node): Node {
  let current = node
  for (;;) {
    switch (current.type) {
      case T.TSAsExpression:
      case T.TSSatisfiesExpression:
      case T.TSNonNullExpression:
      case T.TSTypeAssertion:
      case T.TSInstantiationExpression:
      case T.ChainExpression:
        current = current.expression
        break
      case T.SequenceExpression:
        // `(0, module.f)(x)`: how compilers write a call of an import
        if (current.expressions.length !== 2 || current.expressions[0]?.type !== T.Literal) return current
        current = current.expressions[1]!
        break
      default:
        return current
    }
  }
}

/**
 * The outermost node that has the same value as this one: the opposite of {@link unwrap}.
 *
 * @param node an expression.
 * @returns the wrapper furthest out, or the node itself.
 */
export function wrapped(node: Node): Node {
  let current = node
  while (current.parent && current.parent !== current && unwrap(current.parent) === unwrap(current))
    current = current.parent
  return current
}

/**
 * The name of a property key when it is written in the source: `a.b`, `a['b']`, `{ b: … }`, `{ 'b': … }`, `#b`.
 *
 * @param key the key expression.
 * @param computed whether it stands in brackets.
 * @returns the name, or undefined when it has to be computed.
 */
export function keyName(key: Node, computed: boolean): string | undefined {
  if (!computed && key.type === T.Identifier) return key.name
  if (key.type === T.PrivateIdentifier) return `#${key.name}`
  if (key.type === T.Literal && (typeof key.value === 'string' || typeof key.value === 'number'))
    return String(key.value)
  if (key.type === T.TemplateLiteral && key.expressions.length === 0) return key.quasis[0]?.value.cooked ?? undefined
  return undefined
}

/** The name of the member that a member expression reads, when it is written in the source. */
export function memberName(node: TSESTree.MemberExpression): string | undefined {
  return keyName(node.property, node.computed)
}

/** The name of a property, method or field when it is written in the source. */
export function propertyName(
  node:
    | TSESTree.Property
    | TSESTree.MethodDefinition
    | TSESTree.PropertyDefinition
    | TSESTree.AccessorProperty
    | TSESTree.TSAbstractMethodDefinition
    | TSESTree.TSAbstractPropertyDefinition
    | TSESTree.TSAbstractAccessorProperty
    | TSESTree.TSPropertySignature
    | TSESTree.TSMethodSignature,
): string | undefined {
  return keyName(node.key, node.computed)
}

/** The nearest function around a node, or undefined at the top level. A function is not around itself. */
export function enclosingFunction(node: Node): FunctionNode | undefined {
  for (let current = node.parent; current; current = current.parent) if (isFunction(current)) return current
  return undefined
}

/** The nearest class around a node. */
export function enclosingClass(node: Node): ClassNode | undefined {
  for (let current = node.parent; current; current = current.parent) if (isClass(current)) return current
  return undefined
}

/** Whether one node stands inside another (or is it). */
export function contains(outer: Node, inner: Node): boolean {
  return outer.range[0] <= inner.range[0] && inner.range[1] <= outer.range[1]
}

/**
 * Whether a node stands in the tree of a file: what is traced can lead into others.
 *
 * @param file the file, by its tree.
 * @param node any node.
 */
export function isOfFile(file: { readonly ast: Node }, node: Node): boolean {
  let top = node
  while (top.parent) top = top.parent
  return top === file.ast
}

/**
 * The children of a node in source order, by the parser's own visitor keys, so that it holds for every parser.
 *
 * @param node any node.
 * @param visitorKeys `sourceCode.visitorKeys`.
 */
export function children(
  node: Node,
  visitorKeys: Readonly<Record<string, readonly string[] | undefined>>,
): readonly Node[] {
  const found: Node[] = []
  // Lists and loops, no generator: every node of every file comes by here.
  for (const key of visitorKeys[node.type] ?? Object.keys(node)) {
    if (key === 'parent') continue
    const value = (node as unknown as Record<string, unknown>)[key]
    if (Array.isArray(value)) {
      for (const child of value as unknown[]) if (isNode(child)) found.push(child)
    } else if (isNode(value)) found.push(value)
  }
  return found
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'
}

/**
 * The expressions that a function may return, not those of functions inside it.
 *
 * @param fn a function.
 * @param visitorKeys `sourceCode.visitorKeys`.
 * @returns the returned expressions; for an arrow with an expression body, that body.
 */
export function returnsOf(
  fn: FunctionNode,
  visitorKeys: Readonly<Record<string, readonly string[] | undefined>>,
): readonly TSESTree.Expression[] {
  if (fn.body.type !== T.BlockStatement) return [fn.body]
  const known = knownReturns.get(fn)
  if (known) return known
  const found: TSESTree.Expression[] = []
  const pending: Node[] = [fn.body]
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.type === T.ReturnStatement && node.argument) found.push(node.argument)
    for (const child of children(node, visitorKeys)) if (!isFunction(child) && !isClass(child)) pending.push(child)
  }
  found.reverse()
  knownReturns.set(fn, found)
  return found
}

/** A function is asked for its results at each of its calls. */
const knownReturns = new WeakMap<FunctionNode, readonly TSESTree.Expression[]>()

/**
 * What a generator gives, not what functions inside it give.
 *
 * @param fn a function.
 * @param visitorKeys `sourceCode.visitorKeys`.
 * @returns the yielded expressions; `each` for those whose items are given (`yield*`).
 */
export function yieldsOf(
  fn: FunctionNode,
  visitorKeys: Readonly<Record<string, readonly string[] | undefined>>,
): readonly { value: TSESTree.Expression; each: boolean }[] {
  const found: { value: TSESTree.Expression; each: boolean }[] = []
  const pending: Node[] = [fn.body]
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.type === T.YieldExpression && node.argument) found.push({ value: node.argument, each: node.delegate })
    for (const child of children(node, visitorKeys)) if (!isFunction(child) && !isClass(child)) pending.push(child)
  }
  return found.reverse()
}
