import { type FileAnalysis, memberName, type Node, T, unwrap } from '@palisade/analysis'
import type { TSESTree } from '@typescript-eslint/utils'

/** The last name of an expression: `c` for `a.b.c`, `f` for `f` and for `x.f()`; undefined when it has none. */
export function lastNameOf(expression: Node): string | undefined {
  const node = unwrap(expression)
  if (node.type === T.Identifier) return node.name
  if (node.type === T.CallExpression) return lastNameOf(node.callee)
  return node.type === T.MemberExpression ? memberName(node) : undefined
}

/** What an access path starts at: `a` for `a.b?.c`. */
export function rootOf(expression: Node): Node {
  let node = unwrap(expression)
  while (node.type === T.MemberExpression) node = unwrap(node.object)
  return node
}

/** The name of the class that an expression names: `AppError`, `errors.NotFound` → NotFound. */
export function className(node: Node): string | undefined {
  return node.type === T.Identifier || node.type === T.MemberExpression ? lastNameOf(node) : undefined
}

/** The class of the same file that an expression names. */
export function localClassOf(
  file: FileAnalysis,
  expression: Node,
): TSESTree.ClassDeclaration | TSESTree.ClassExpression | undefined {
  const node = unwrap(expression)
  if (node.type !== T.Identifier) return undefined
  const definition = file.index.variableOf(node)?.defs[0]
  if (definition?.type === 'ClassName') return definition.node
  const init = definition?.type === 'Variable' ? definition.node.init : undefined
  return init?.type === T.ClassExpression ? init : undefined
}
