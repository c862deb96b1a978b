import type { TSESTree } from '@typescript-eslint/utils'
import { keyName, type Node, T } from '../ast/nodes.js'

/** How a pattern hands a value to one of its names. */
export interface PatternPath {
  /** The pattern's outermost node: what the value as a whole is bound or assigned to. */
  root: Node
  /** The members that destructuring reads on the way, outermost first. */
  members: string[]
  /** Defaults met on the way, with the members that are still read from them. */
  defaults: { value: TSESTree.Expression; members: string[] }[]
  /** Set for `...rest`: the keys that its siblings took away. */
  without?: string[]
  /** Set for the rest of a parameter list or an array: the index at which it starts. */
  restFrom?: number
}

/**
 * The way from the outermost pattern to one of the names it binds: for `b` in `{ a: [, b = 1] }` the members `a`, `1`
 * and the default `1`.
 *
 * @param identifier the name as it stands in the pattern.
 * @returns the path; `root` is the identifier itself when there is no pattern.
 */
export function patternPath(identifier: Node): PatternPath {
  const members: string[] = []
  const defaults: PatternPath['defaults'] = []
  let without: string[] | undefined
  let restFrom: number | undefined
  let node = identifier
  for (;;) {
    const parent = node.parent
    if (!parent) break
    if (parent.type === T.AssignmentPattern && parent.left === node) {
      defaults.push({ value: parent.right, members: [...members] })
    } else if (parent.type === T.Property && parent.value === node && parent.parent.type === T.ObjectPattern) {
      members.unshift(keyName(parent.key, parent.computed) ?? '*')
    } else if (parent.type === T.ObjectPattern && (node.type === T.Property || node.type === T.RestElement)) {
      // the key was taken down with the property
    } else if (parent.type === T.RestElement && parent.argument === node) {
      if (parent.parent.type === T.ObjectPattern)
        without = parent.parent.properties.flatMap((property) =>
          property.type === T.Property ? [keyName(property.key, property.computed) ?? '*'] : [],
        )
      else if (parent.parent.type === T.ArrayPattern) restFrom = parent.parent.elements.indexOf(parent)
    } else if (parent.type === T.ArrayPattern) {
      if (node.type !== T.RestElement) members.unshift(String(parent.elements.indexOf(node as never)))
    } else if (parent.type === T.TSParameterProperty) {
      // `constructor(private x = 1)`: the parameter itself
    } else break
    node = parent
  }
  // Defaults hold the members read below them: those gathered before, which are a suffix of the whole path.
  return {
    root: node,
    members,
    defaults,
    ...(without ? { without } : {}),
    ...(restFrom !== undefined ? { restFrom } : {}),
  }
}
