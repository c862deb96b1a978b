import {
  children,
  contains,
  type FunctionNode,
  identityHooks,
  isCall,
  isFunction,
  lastName,
  memberName,
  type Node,
  type Origin,
  returnsOf,
  T,
  unwrap,
} from '@palisade/analysis'
import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import type { CallNode } from '@palisade/analysis'
import type { Check } from './check.js'
import { whenExecuted } from './conditions.js'
import { removeProperty } from './fixes.js'
import { isExpectation, isForLocalPeer } from './surroundings.js'

const HOOKS = new Set<string>(identityHooks.map((row) => row.option))

/** Whether an option's name is that of a hook that checks the peer's identity. */
export function isIdentityHook(name: string): boolean {
  return HOOKS.has(name)
}

/**
 * Looks at a hook that checks the peer's identity.
 *
 * @param node what sets it: property, assignment, field or method
 * @param name the hook's name
 * @param value the function, or an expression that gives it
 */
export function checkIdentityHook(check: Check, node: Node, name: string, value: Node): void {
  const origins = check.file.origins(value, { derived: false, containers: 'whole' })
  const blind = origins.filter((origin) => isBlind(origin))
  if (blind.length === 0 || blind.length < origins.length || check.reported(node)) return
  if (check.isDevelopmentFile || isExpectation(node) || isForLocalPeer(check, node)) return
  if (blind.every((origin) => whenExecuted(check, origin.node, origin.file) === 'never')) return
  const when = whenExecuted(check, node)
  if (when === 'never' || (when === 'bySwitch' && !check.options.strict)) return
  const source = check.file.source as Readonly<TSESLint.SourceCode>
  const removable = node.type === T.Property && isFunction(value) && when === 'always' && !hasSpread(node)
  check.report({
    node,
    messageId: 'identityCheckOff',
    data: { what: `\`${name}\`` },
    fix: removable ? removeProperty(source, node) : undefined,
  })
}

function hasSpread(node: TSESTree.Property): boolean {
  return node.parent.type === T.ObjectExpression && node.parent.properties.some((each) => each.type === T.SpreadElement)
}

/** Whether a value, used as the hook, never refuses. */
function isBlind(origin: Origin): boolean {
  switch (origin.kind) {
    case 'function':
      return origin.members.length === 0 && neverRefuses(origin.function, origin.file.visitorKeys)
    case 'constant':
      return origin.value === false
    case 'import':
      // lodash' noop, and modules of that name
      return origin.members.at(-1) === 'noop' || origin.export === 'noop' || /(?:^|[/.])noop/.test(origin.module)
    case 'global':
      return origin.name === 'Function' && origin.members.join('.') === 'prototype'
    case 'call': {
      if (origin.call.type === T.TaggedTemplateExpression) return false
      const callee = unwrap(origin.call.callee)
      const name = lastName(callee)
      // check.bind(this): the function itself; jest.fn(): does nothing
      if (name === 'bind' && callee.type === T.MemberExpression) {
        return origin.file
          .origins(callee.object, { derived: false, containers: 'whole' })
          .every((each) => isBlind(each))
      }
      return name === 'constant' || (name === 'fn' && origin.call.arguments.length === 0)
    }
    default:
      return false
  }
}

/**
 * Can a function only answer "it is all right": nothing, undefined, null or a boolean constant, with no exception and
 * no call that is given what it should check?
 */
function neverRefuses(fn: FunctionNode, visitorKeys: Parameters<typeof returnsOf>[1]): boolean {
  if (fn.generator) return false
  if (!returnsOf(fn, visitorKeys).every(isHarmless)) return false
  const pending: Node[] = [fn.body]
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.type === T.ThrowStatement || node.type === T.AwaitExpression) return false
    if (isCall(node) && !isLogging(node) && !isUnheard(node) && !accepts(node, fn)) return false
    if (isFunction(node)) continue
    pending.push(...children(node, visitorKeys))
  }
  return true
}

function isHarmless(node: Node): boolean {
  const inner = unwrap(node)
  if (inner.type === T.Literal) return inner.value === null || /^(?:boolean|number)$/.test(typeof inner.value)
  if (inner.type === T.UnaryExpression)
    return inner.operator === 'void' || (inner.operator === '!' && inner.argument.type === T.Literal)
  if (inner.type === T.ConditionalExpression) return isHarmless(inner.consequent) && isHarmless(inner.alternate)
  if (isCall(inner)) return isLogging(inner) || isAcceptance(inner)
  return inner.type === T.Identifier && inner.name === 'undefined'
}

/** `tls.checkServerIdentity(host, cert);` returns what it found: here nobody looks at it. */
function isUnheard(call: CallNode): boolean {
  return lastName(call.callee) === 'checkServerIdentity' && call.parent.type === T.ExpressionStatement
}

/** `(key, verify) => verify(true)`: the hook's own callback, told that all is well. */
function accepts(call: CallNode, fn: FunctionNode): boolean {
  const { callee } = call
  if (callee.type !== T.Identifier || !isAcceptance(call)) return false
  return fn.params.some((param) => param.type === T.Identifier && param.name === callee.name)
}

function isAcceptance(call: CallNode): boolean {
  const [first] = call.arguments
  return (
    call.callee.type === T.Identifier &&
    call.arguments.length === 1 &&
    first?.type === T.Literal &&
    first.value === true
  )
}

function isLogging(call: CallNode): boolean {
  const callee = unwrap(call.callee)
  if (callee.type !== T.MemberExpression) return false
  const receiver = lastName(callee.object)
  return (
    receiver !== undefined &&
    /^(?:console|log|logger)$/i.test(receiver) &&
    /^(?:log|debug|info|warn|error|trace)$/.test(memberName(callee) ?? '')
  )
}

/** Electron: `app.on('certificate-error', …)` and `setCertificateVerifyProc(…)` that accept whatever comes. */
export function checkCertificateHandler(check: Check, call: CallNode): void {
  const method = lastName(call.callee)
  if (method === undefined) return
  let handler: Node | undefined
  let accepts: unknown
  if (
    /^(?:on|once|addListener|prependListener)$/.test(method) &&
    call.arguments[0] &&
    check.file.string(call.arguments[0]) === 'certificate-error'
  ) {
    handler = call.arguments[1]
    accepts = true
  } else if (method === 'setCertificateVerifyProc') {
    handler = call.arguments[0]
    accepts = 0
  }
  if (!handler || handler.type === T.SpreadElement) return
  for (const origin of check.file.origins(handler, { derived: false, containers: 'whole' })) {
    if (origin.kind !== 'function' || origin.file !== check.file) continue
    const fn = origin.function
    const callback = fn.params.at(-1)
    if (callback?.type !== T.Identifier) continue
    for (const reference of check.file.index.variableOf(callback)?.references ?? []) {
      const use = (reference.identifier as Node).parent
      if (!isCall(use) || use.callee !== reference.identifier || !use.arguments[0]) continue
      if (check.file.constant(use.arguments[0])?.value !== accepts) continue
      // A condition inside the handler looks at something first.
      if (check.file.guards(use).some((guard) => contains(fn, guard.test))) continue
      const when = whenExecuted(check, use)
      if (when === 'never' || (when === 'bySwitch' && !check.options.strict) || check.isDevelopmentFile) continue
      check.report({ node: use, messageId: 'certificateErrorAccepted' })
    }
  }
}
