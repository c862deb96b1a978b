import {
  type CallNode,
  children,
  contains,
  type FileAnalysis,
  isCall,
  isFunction,
  lastName,
  memberName,
  type Node,
  propertyName,
  T,
  unwrap,
} from '@palisade/analysis'
import type { TSESTree } from '@typescript-eslint/utils'
import type { Check } from './check.js'
import { isAllowedAddress, isAllowedPeer, knownText } from './text.js'

const ADDRESS_KEYS =
  /^(?:host|hostname|server|servername|url|uri|href|baseURL|baseUrl|target|endpoint|node|nodes|connectionString|address|broker|brokers|hosts|socketPath|proxyTarget|origin|prefixUrl)$/

/**
 * Does what is near an option say that the peer is on this machine or in a private network: another option
 * (`host: 'localhost'`), or another argument of the same call (`https.get('https://127.0.0.1', …)`)?
 *
 * @param check the rule's view
 * @param node the option, or the object that holds it
 * @param lenient whether a local fallback (`process.env.URL ?? 'http://localhost'`) is enough
 */
export function isForLocalPeer(check: Check, node: Node, lenient = false): boolean {
  let levels = 0
  for (let current: Node | undefined = node; current && levels < 4; current = current.parent) {
    if (current.type === T.ObjectExpression) {
      levels += 1
      const answer = localByKeys(check, current, lenient)
      if (answer !== undefined) return answer
    } else if (isCall(current)) {
      levels += 1
      const answer = localByArguments(check, current, lenient)
      if (answer !== undefined) return answer
    } else if (current.type === T.BlockStatement || current.type === T.Program) return false
    else if (current.type === T.VariableDeclarator && current.id.type === T.Identifier) {
      return isPassedToLocalPeer(check, current.id, lenient)
    }
  }
  return false
}

/** `const agent = new Agent({…}); fetch('https://localhost', { agent })`: all calls that get it go to local peers. */
function isPassedToLocalPeer(check: Check, name: TSESTree.Identifier, lenient: boolean): boolean {
  const references = check.file.index.variableOf(name)?.references.filter((each) => each.isRead()) ?? []
  if (references.length === 0 || references.length > 20) return false
  return references.every((reference) => {
    let current: Node | undefined = reference.identifier as Node
    for (let steps = 0; current && steps < 6; current = current.parent, steps += 1) {
      if (!isCall(current)) continue
      const answer = localByArguments(check, current, lenient)
      if (answer !== undefined) return answer
    }
    return false
  })
}

function localByKeys(check: Check, object: TSESTree.ObjectExpression, lenient: boolean): boolean | undefined {
  for (const property of object.properties) {
    if (property.type !== T.Property) continue
    const name = propertyName(property)
    if (name === undefined || !ADDRESS_KEYS.test(name)) continue
    if (name === 'socketPath') return true
    const answer = isLocalAddress(check, property.value, lenient)
    if (answer !== undefined) return answer
  }
  return undefined
}

function localByArguments(check: Check, call: CallNode, lenient: boolean): boolean | undefined {
  for (const argument of call.arguments) {
    if (argument.type === T.SpreadElement || argument.type === T.ArrowFunctionExpression) continue
    if (argument.type === T.ObjectExpression) {
      const answer = localByKeys(check, argument, lenient)
      if (answer !== undefined) return answer
      continue
    }
    const answer = isLocalAddress(check, argument, lenient)
    if (answer !== undefined) return answer
  }
  return undefined
}

/** True or false when the address is known, undefined when the text isn't known or isn't an address. */
function isLocalAddress(check: Check, node: Node, lenient: boolean): boolean | undefined {
  const inner = unwrap(node)
  if (lenient && inner.type === T.LogicalExpression && inner.operator !== '&&')
    return isLocalAddress(check, inner.right, false)
  if (inner.type === T.NewExpression && lastName(inner.callee) === 'URL' && inner.arguments[0]) {
    return isLocalAddress(check, inner.arguments[0], lenient)
  }
  const text = knownText(check.file, inner)
  if (text === undefined || text.startsWith('/') || typeof check.file.constant(inner)?.value === 'number')
    return undefined
  if (text.includes('://')) return isAllowedAddress(check, text, isAllowedPeer)
  return /^(?:localhost|[\w-]+(?:\.[\w-]+)+|\[?::1\]?)(?::\d+)?(?:\/|$)/.test(text)
    ? isAllowedAddress(check, text, isAllowedPeer)
    : undefined
}

const EXPECTING =
  /^(?:to[A-Z]\w*|deepEqual|deepStrictEqual|notDeepEqual|strictEqual|equal|equals|same|is|like|eql|include|calledWith\w*|objectContaining|property|match|assertEquals|assertObjectMatch)$/

/** Whether a value only stands in an expectation of a test: `expect(x).toEqual({ … })`. */
export function isExpectation(node: Node): boolean {
  for (
    let current: Node | undefined = node.parent, steps = 0;
    current && steps < 12;
    current = current.parent, steps += 1
  ) {
    if (isCall(current)) {
      const callee = unwrap(current.callee)
      const name = lastName(callee)
      if (name === undefined) return false
      if (/^(?:expect|assert|assertEquals)$/.test(name)) return true
      if (EXPECTING.test(name) && callee.type === T.MemberExpression)
        return /^(?:expect|assert|t|test|should|sinon|chai)$/.test(rootName(callee) ?? '')
    } else if (current.type.endsWith('Statement') || current.type === T.VariableDeclarator) return false
  }
  return false
}

function rootName(node: Node): string | undefined {
  let current = unwrap(node)
  for (let steps = 0; steps < 20; steps += 1) {
    if (current.type === T.MemberExpression) current = unwrap(current.object)
    else if (current.type === T.CallExpression) current = unwrap(current.callee)
    else return current.type === T.Identifier ? current.name : undefined
  }
  return undefined
}

const peerConditions = new WeakMap<FileAnalysis, readonly Node[]>()
const PEER_MEMBERS = /^(?:authorized|authorizationError|fingerprint|fingerprint256|fingerprint512)$/

/**
 * Is the peer's certificate looked at by the code around an option, and acted on (`if (!socket.authorized)
 * socket.destroy()`, a pinned fingerprint)? Then switching the library's own refusal off is part of a stricter check.
 *
 * @param file the file
 * @param option what switches it off
 */
export function checksPeerItself(file: FileAnalysis, option: Node): boolean {
  let conditions = peerConditions.get(file)
  if (!conditions) {
    const mayHold = /\bauthoriz(?:ed|ationError)\b|\bfingerprint(?:256|512)?\b/.test(file.text)
    peerConditions.set(file, (conditions = mayHold ? conditionsOnPeers(file) : []))
  }
  if (conditions.length === 0) return false
  const scope = scopeOf(option)
  return conditions.some((condition) => contains(scope, condition) || concernsMadeBy(file, scope, condition))
}

/** The function or class around an option; at the top of a file, its statement. */
function scopeOf(option: Node): Node {
  let scope: Node = option
  for (let node: Node | undefined = option; node && node.type !== T.Program; node = node.parent) {
    const isScope = isFunction(node) || node.type === T.ClassBody || node.parent?.type === T.Program
    if (isScope) scope = node
  }
  return scope
}

/** At the top of a file: `const socket = tls.connect(…)` and later `if (socket.authorized)`, or options kept for later. */
function concernsMadeBy(file: FileAnalysis, scope: Node, condition: Node): boolean {
  const declaration = scope.type === T.ExportNamedDeclaration ? scope.declaration : scope
  if (declaration?.type !== T.VariableDeclaration) return false
  const root = rootName(condition)
  const own = scopeOf(condition)
  const isOfAnother = own !== scope && /\brejectUnauthorized\b/.test(file.text.slice(...own.range))
  return declaration.declarations.some(
    ({ id, init }) =>
      init?.type === T.ObjectExpression ||
      (id.type === T.Identifier && id.name === root) ||
      (isServer(init) && !isOfAnother),
  )
}

/** A server's handlers stand elsewhere, and see the peer as `request.client`. */
function isServer(init: Node | null | undefined): boolean {
  return !!init && isCall(init) && /server$/i.test(lastName(init.callee) ?? '')
}

function conditionsOnPeers(file: FileAnalysis): Node[] {
  const found: Node[] = []
  const pending: Node[] = [file.ast]
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.type === T.MemberExpression && PEER_MEMBERS.test(memberName(node) ?? '') && decides(node)) found.push(node)
    pending.push(...children(node, file.visitorKeys))
  }
  return found
}

/** Whether a value stands in the condition of an `if`. */
function decides(node: Node): boolean {
  for (let child = node, parent = node.parent; parent; child = parent, parent = parent.parent) {
    if (parent.type === T.IfStatement) return parent.test === child
    if (parent.type.endsWith('Statement') || parent.type === T.ConditionalExpression || isCall(parent)) return false
  }
  return false
}
