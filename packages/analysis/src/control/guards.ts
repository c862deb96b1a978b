import type { TSESTree } from '@typescript-eslint/utils'
import { type Node, T, unwrap } from '../ast/nodes.js'
import type { FileAnalysis } from '../file.js'

/** A condition that is known to have been evaluated before a node executes. */
export interface Guard {
  test: TSESTree.Expression
  /** Whether the condition was truthy (else falsy). */
  holds: boolean
  /** `switch` only: the test is the discriminant, and it equals one of these (none: the default case). */
  cases?: readonly TSESTree.Expression[]
}

/**
 * The conditions that hold when a node executes: those of the `if`, `?:`, `&&`, `||`, loops and `switch` around it, and
 * of earlier statements in the same blocks that leave when they don't hold (`if (!ok) return`). `!x`, `a && b` (held)
 * and `a || b` (not held) are taken apart. It looks within the innermost function and, because a closure runs only where
 * it was made, in the functions around it.
 *
 * @param file the node's file.
 * @param node any node.
 * @returns the conditions, innermost first.
 */
export function guardsOf(file: FileAnalysis, node: Node): Guard[] {
  const found: Guard[] = []
  for (let current = node, parent = current.parent; parent; current = parent, parent = current.parent) {
    switch (parent.type) {
      case T.IfStatement:
        if (parent.consequent === current) addGuard(found, parent.test, true)
        else if (parent.alternate === current) addGuard(found, parent.test, false)
        break
      case T.ConditionalExpression:
        if (parent.consequent === current) addGuard(found, parent.test, true)
        else if (parent.alternate === current) addGuard(found, parent.test, false)
        break
      case T.LogicalExpression:
        if (parent.right === current && parent.operator !== '??') addGuard(found, parent.left, parent.operator === '&&')
        break
      case T.WhileStatement:
      case T.ForStatement:
        if (parent.body === current && parent.test) addGuard(found, parent.test, true)
        break
      case T.SwitchCase:
        if (parent.parent.type === T.SwitchStatement)
          found.push({
            test: parent.parent.discriminant,
            holds: true,
            cases: casesLeadingTo(parent.parent, parent),
          })
        addExits(found, parent.consequent, current)
        break
      case T.BlockStatement:
      case T.Program:
      case T.StaticBlock:
        addExits(found, parent.body, current)
        break
    }
  }
  return found
}

function addGuard(found: Guard[], test: Node, holds: boolean, depth = 0): void {
  const node = unwrap(test)
  if (depth < 30) {
    if (node.type === T.UnaryExpression && node.operator === '!')
      return addGuard(found, node.argument, !holds, depth + 1)
    if (
      node.type === T.LogicalExpression &&
      ((node.operator === '&&' && holds) || (node.operator === '||' && !holds))
    ) {
      addGuard(found, node.left, holds, depth + 1)
      return addGuard(found, node.right, holds, depth + 1)
    }
  }
  found.push({ test: node as TSESTree.Expression, holds })
}

/** `if (!ok) return` before a statement: after it, `ok` holds. */
function addExits(found: Guard[], statements: readonly Node[], until: Node): void {
  for (const { at, test, holds } of exitsOf(statements)) {
    if (at >= until.range[0]) break
    addGuard(found, test, holds)
  }
}

interface Exit {
  readonly at: number
  readonly test: Node
  /** What is true of the test after it. */
  readonly holds: boolean
}

/** Asked for each statement of a long list: looked for once. */
const exitsByStatements = new WeakMap<readonly Node[], readonly Exit[]>()

function exitsOf(statements: readonly Node[]): readonly Exit[] {
  let exits = exitsByStatements.get(statements)
  if (exits === undefined) exitsByStatements.set(statements, (exits = statements.flatMap(exitOf)))
  return exits
}

function exitOf(statement: Node): Exit[] {
  if (statement.type !== T.IfStatement) return []
  const consequentLeaves = leaves(statement.consequent)
  const alternateLeaves = statement.alternate ? leaves(statement.alternate) : false
  return consequentLeaves === alternateLeaves
    ? []
    : [{ at: statement.range[0], test: statement.test, holds: alternateLeaves }]
}

/**
 * Whether a statement always leaves the block that it stands in: `return`, `throw`, `break`, `continue`,
 * `process.exit()`, or blocks and branches of these.
 *
 * @param statement a statement.
 */
export function leaves(statement: Node): boolean {
  switch (statement.type) {
    case T.ReturnStatement:
    case T.ThrowStatement:
    case T.BreakStatement:
    case T.ContinueStatement:
      return true
    case T.BlockStatement:
      return statement.body.some(leaves)
    case T.IfStatement:
      return leaves(statement.consequent) && !!statement.alternate && leaves(statement.alternate)
    case T.TryStatement:
      return (
        (!!statement.finalizer && leaves(statement.finalizer)) ||
        (leaves(statement.block) && (!statement.handler || leaves(statement.handler.body)))
      )
    case T.ExpressionStatement:
      return neverReturns(unwrap(statement.expression))
    default:
      return false
  }
}

/**
 * Calls that do not come back: `process.exit()`, and those by which frameworks end a request with an error. They throw.
 * https://koajs.com/#ctx-throw-status-msg-properties, https://nextjs.org/docs/app/api-reference/functions/not-found,
 * https://svelte.dev/docs/kit/errors
 */
const NEVER_RETURNS =
  /^(?:process\.(?:exit|abort)|(?:ctx|context|c|this\.ctx)\.throw|Deno\.exit|notFound|redirect|permanentRedirect|forbidden|unauthorized|throwError|assertNever)$/u

function neverReturns(node: Node): boolean {
  if (node.type === T.AwaitExpression) return neverReturns(unwrap(node.argument))
  if (node.type !== T.CallExpression) return false
  const name = dottedName(node.callee)
  return name !== undefined && NEVER_RETURNS.test(name)
}

function dottedName(callee: Node): string | undefined {
  const node = unwrap(callee)
  if (node.type === T.Identifier) return node.name
  if (node.type === T.ThisExpression) return 'this'
  if (node.type !== T.MemberExpression || node.computed || node.property.type !== T.Identifier) return undefined
  const object = dottedName(node.object)
  return object === undefined ? undefined : `${object}.${node.property.name}`
}

/** The tests of the cases from which control reaches a case: its own, and those before it that fall through. */
function casesLeadingTo(statement: TSESTree.SwitchStatement, target: TSESTree.SwitchCase): TSESTree.Expression[] {
  const found: TSESTree.Expression[] = []
  for (let i = statement.cases.indexOf(target); i >= 0; i--) {
    const one = statement.cases[i]!
    if (one !== target && one.consequent.some(leaves)) break
    if (!one.test) return [] // the default case falls into it: anything
    found.unshift(one.test)
  }
  return found
}
