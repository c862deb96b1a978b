import type { SourceCode } from 'eslint'

/** A node of a tree in ESLint's form. */
export interface TreeNode {
  type: string
  range: [number, number]
  [key: string]: unknown
}

/** A class of source codes; ESLint's own takes other forms of arguments too. */
export type SourceCodeClass = new (parts: SourceCode.Config) => SourceCode

/** What ESLint's linter does with a node: visit it on the way in (phase 1) or out (phase 2). */
interface VisitStep {
  kind: 1
  target: TreeNode
  phase: 1 | 2
}

/** Methods that answer from a list of tokens. */
const tokenMethods = [
  'getTokenByRangeStart',
  'getFirstToken',
  'getLastToken',
  'getTokenBefore',
  'getTokenAfter',
  'getFirstTokenBetween',
  'getLastTokenBetween',
  'getFirstTokens',
  'getLastTokens',
  'getTokensBefore',
  'getTokensAfter',
  'getFirstTokensBetween',
  'getLastTokensBetween',
  'getTokens',
  'getTokensBetween',
  'commentsExistBetween',
  'getCommentsBefore',
  'getCommentsAfter',
  'getCommentsInside',
  'isSpaceBetween',
]

/** The steps through each tree, made when the tree is completed. */
const stepsOf = new WeakMap<object, readonly VisitStep[]>()

/**
 * Gives every node its parent, and says in which order ESLint visits them.
 *
 * @param program The tree's root.
 * @param visitorKeys Which members of a node hold its children, by type.
 * @param complete Called for each node on the way in.
 */
export function completeTree(
  program: TreeNode,
  visitorKeys: Readonly<Record<string, readonly string[] | undefined>>,
  complete: (node: TreeNode) => void,
): void {
  const steps: VisitStep[] = []
  visit(program, null)
  stepsOf.set(program, steps)

  function visit(node: TreeNode, parent: TreeNode | null): void {
    complete(node)
    node['parent'] = parent
    steps.push({ kind: 1, target: node, phase: 1 })
    for (const key of visitorKeys[node.type] ?? Object.keys(node)) {
      if (key === 'parent') continue
      const value = node[key]
      if (Array.isArray(value)) {
        for (const item of value) if (isNode(item)) visit(item, node)
      } else if (isNode(value)) visit(value, node)
    }
    steps.push({ kind: 1, target: node, phase: 2 })
  }
}

/**
 * Derives a class from ESLint's `SourceCode` that leaves out what hardly any rule asks for: it takes completed trees
 * without tokens, and doesn't analyse code paths.
 *
 * @param Base ESLint's class.
 * @param answer Called where a rule asks for tokens after all.
 * @returns The class.
 */
export function withoutTokens(
  Base: SourceCodeClass,
  answer: (sourceCode: SourceCode, method: string, args: unknown[]) => unknown,
): SourceCodeClass {
  class LeanSourceCode extends Base {
    constructor(parts: SourceCode.Config) {
      // Only the tree itself says that there are no tokens; ESLint wants to see a list.
      Object.assign(parts.ast, { tokens: [] })
      super(parts)
    }

    /** The same steps as in ESLint, apart from its analysis of code paths, which none of the rules listens to. */
    override traverse(): never {
      return stepsOf.get(this.ast) as never
    }
  }
  for (const name of tokenMethods) {
    Object.defineProperty(LeanSourceCode.prototype, name, {
      value(this: SourceCode, ...args: unknown[]) {
        return answer(this, name, args)
      },
    })
  }
  return LeanSourceCode
}

function isNode(value: unknown): value is TreeNode {
  return typeof value === 'object' && value !== null && typeof (value as TreeNode).type === 'string'
}
