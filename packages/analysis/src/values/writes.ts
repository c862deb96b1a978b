import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { contains, enclosingFunction, memberName, type Node, propertyName, T, unwrap, wrapped } from '../ast/nodes.js'
import type { FileAnalysis } from '../file.js'
import { NodeMemo } from '../node-memo.js'

/** A later write to a member of a value that a variable holds. */
export interface MemberWrite {
  /** The access path that is written; empty when whole objects are merged in. */
  members: readonly string[]
  value: Node
  /** Where it happens. */
  node: Node
  /** Whether the value's members are merged in (`Object.assign(x, value)`). */
  spread: boolean
}

const known = new NodeMemo<TSESLint.Scope.Variable, readonly MemberWrite[]>()

/** Methods that add their argument as an item of their receiver. */
const ADDING_METHODS = new Set(['push', 'unshift', 'add', 'append'])

/**
 * All writes to members of what a variable holds: `x.a.b = v`, `x['a'] = v`, `Object.assign(x, v)`, `x.push(v)`,
 * `x.set('a', v)`.
 *
 * @param file the variable's file.
 * @param variable the variable.
 */
export function memberWritesOf(file: FileAnalysis, variable: TSESLint.Scope.Variable): readonly MemberWrite[] {
  let writes = known.of(file).get(variable)
  if (!writes) {
    known.of(file).set(variable, [])
    writes = variable.references.flatMap((reference) => writesThrough(file, reference.identifier as Node))
    known.of(file).set(variable, writes)
  }
  return writes
}

function writesThrough(file: FileAnalysis, identifier: Node): MemberWrite[] {
  const members: string[] = []
  let top = wrapped(identifier)
  for (;;) {
    const parent = top.parent
    if (parent?.type !== T.MemberExpression || parent.object !== top) break
    const name = memberName(parent) ?? (parent.computed ? file.string(parent.property) : undefined) ?? '*'
    const call = wrapped(parent).parent
    if (call?.type === T.CallExpression && unwrap(call.callee) === parent) {
      const [first, second] = call.arguments
      const isKeyed = (name === 'set' || name === 'append') && second
      if (ADDING_METHODS.has(name) && !isKeyed)
        return call.arguments.flatMap((value) =>
          value.type === T.SpreadElement ? [] : [{ members: [...members, '*'], value, node: call, spread: false }],
        )
      if ((name === 'set' || name === 'append') && first && second && first.type !== T.SpreadElement)
        return [{ members: [...members, file.string(first) ?? '*'], value: second, node: call, spread: false }]
      return []
    }
    members.push(name)
    top = wrapped(parent)
  }
  const parent = top.parent
  if (parent?.type === T.AssignmentExpression && parent.left === top && members.length > 0)
    return [{ members, value: parent.right, node: parent, spread: false }]
  if (parent?.type === T.CallExpression && parent.arguments[0] === top && members.length === 0) {
    const defined = definedBy(parent)
    if (defined) return [{ ...defined, node: parent, spread: false }]
  }
  if (parent?.type === T.CallExpression && parent.arguments[0] === top && isMerge(parent.callee))
    return parent.arguments.slice(1).map((argument) => ({
      members,
      value: argument.type === T.SpreadElement ? argument.argument : argument,
      node: parent,
      spread: true,
    }))
  return []
}

/** `Object.defineProperty(x, 'key', { value })`, `Object.defineProperty(x, 'key', { get: () => value })`. */
function definedBy(call: TSESTree.CallExpression): { members: string[]; value: Node } | undefined {
  const [, key, given] = call.arguments
  const callee = unwrap(call.callee)
  if (callee.type !== T.MemberExpression || memberName(callee) !== 'defineProperty') return undefined
  const descriptor = given && unwrap(given)
  if (key?.type !== T.Literal || descriptor?.type !== T.ObjectExpression) return undefined
  for (const property of descriptor.properties) {
    if (property.type !== T.Property) continue
    const name = propertyName(property)
    if (name === 'value') return { members: [String(key.value)], value: property.value }
    if (name === 'get' && property.value.type === T.ArrowFunctionExpression && property.value.expression)
      return { members: [String(key.value)], value: property.value.body }
  }
  return undefined
}

/** `Object.assign`, `_.merge`, `_.extend`, `_.defaults`: they write into their first argument. */
function isMerge(callee: Node): boolean {
  const node = unwrap(callee)
  if (node.type !== T.MemberExpression || node.object.type !== T.Identifier) return false
  const name = memberName(node)
  return (
    (node.object.name === 'Object' && name === 'assign') ||
    (/^(?:_|lodash)$/u.test(node.object.name) &&
      /^(?:merge|extend|assign|assignIn|defaults|defaultsDeep)$/u.test(name ?? ''))
  )
}

interface Removal {
  name: string
  statement: Node
}

const knownRemovals = new NodeMemo<TSESLint.Scope.Variable, readonly Removal[]>()

/**
 * The members that what a variable holds has lost for sure before it is read: deleted, or overwritten with nothing or a
 * mask, in a statement that runs first.
 *
 * @param file the variable's file.
 * @param variable the variable.
 * @param read where it is read.
 * @returns their names.
 */
export function removedBefore(file: FileAnalysis, variable: TSESLint.Scope.Variable, read: Node): readonly string[] {
  let removals = knownRemovals.of(file).get(variable)
  if (!removals) {
    removals = variable.references.flatMap((reference) => removalBy(reference.identifier as Node))
    knownRemovals.of(file).set(variable, removals)
  }
  return removals.flatMap(({ name, statement }) =>
    statement.range[1] <= read.range[0] && statement.parent && contains(statement.parent, read) ? [name] : [],
  )
}

/**
 * What is sure to stand under a member when it is read: the value that a statement right before, which always runs, has
 * put there.
 *
 * @param file the variable's file.
 * @param variable the variable.
 * @param read where it is read.
 * @param member the member that is read from it.
 * @returns the value, or undefined when there may be another one.
 */
export function overwrittenBefore(
  file: FileAnalysis,
  variable: TSESLint.Scope.Variable,
  read: Node,
  member: string | undefined,
): Node | undefined {
  if (member === undefined) return undefined
  let last: MemberWrite | undefined
  for (const write of memberWritesOf(file, variable))
    if (
      (write.members[0] === member || write.members[0] === '*') &&
      write.node.range[1] <= read.range[0] &&
      (!last || write.node.range[0] > last.node.range[0])
    )
      last = write
  if (last?.members.length !== 1 || last.node.type !== T.AssignmentExpression || last.node.operator !== '=')
    return undefined
  const statement = last.node.parent
  return statement.type === T.ExpressionStatement &&
    contains(statement.parent, read) &&
    enclosingFunction(statement) === enclosingFunction(read)
    ? last.value
    : undefined
}

/**
 * Whether a write of a variable, or to a member of what it holds, runs only after a read of it, in the same call.
 *
 * @param write where it is written.
 * @param read where it is read.
 * @param variable the variable.
 */
export function comesLater(write: Node, read: Node, variable: TSESLint.Scope.Variable): boolean {
  if (write.range[0] < read.range[1]) return false
  const fn = enclosingFunction(read)
  const declared = variable.defs[0]?.name as Node | undefined
  if (!declared || enclosingFunction(write) !== fn || enclosingFunction(declared) !== fn) return false
  for (let around = read.parent; around && around !== fn; around = around.parent)
    if (LOOPS.has(around.type) && contains(around, write) && !contains(around, declared)) return false
  return true
}

const LOOPS: ReadonlySet<string> = new Set([
  T.ForStatement,
  T.ForInStatement,
  T.ForOfStatement,
  T.WhileStatement,
  T.DoWhileStatement,
])

/** `delete x.key`, `x.key = undefined`, `x.key = '***'`: what stands there now is nothing. */
function removalBy(identifier: Node): Removal[] {
  const object = wrapped(identifier)
  const member = object.parent
  if (member?.type !== T.MemberExpression || member.object !== object) return []
  const name = memberName(member)
  const { parent } = wrapped(member)
  if (name === undefined || parent?.parent?.type !== T.ExpressionStatement) return []
  const isRemoved =
    (parent.type === T.UnaryExpression && parent.operator === 'delete') ||
    (parent.type === T.AssignmentExpression &&
      parent.operator === '=' &&
      parent.left === wrapped(member) &&
      isNothing(parent.right))
  return isRemoved ? [{ name, statement: parent.parent }] : []
}

function isNothing(value: Node): boolean {
  if (value.type === T.Identifier) return value.name === 'undefined'
  return (
    value.type === T.Literal &&
    (value.value === null ||
      value.value === '' ||
      /^[*x•.…-]+$|^[[(<]?(?:redacted|removed|hidden|masked|filtered|censored)\b/iu.test(String(value.value)))
  )
}
