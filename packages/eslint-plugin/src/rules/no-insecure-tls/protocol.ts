import {
  type CallNode,
  type Constant,
  lastName,
  memberName,
  type Node,
  propertyName,
  protocolVersion,
  T,
  unwrap,
} from '@palisade/analysis'
import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import type { Check } from './check.js'
import { choicesOf, whenExecuted } from './conditions.js'
import { quoted, replaceBy } from './fixes.js'
import { isExpectation } from './surroundings.js'

/** Names of options that hold a protocol version, and whose value says so by itself. */
const VERSION_NAMES =
  /^(?:min|max|minimum|minimal|maximum)?_?(?:tls|ssl)?_?(?:version|protocol)$|^(?:min|max)(?:tls|ssl)?protocolVersion$|^(?:secureProtocol|DEFAULT_(?:MIN|MAX)_VERSION|securityPolicy|sslPolicy|tlsSecurityPolicy|minimumProtocolVersion|sslSupportMethod|protocolVersion|tlsMinVersion|tlsMaxVersion|sslMinVersion|originSslProtocols|allowedTlsVersions|secureProtocols)$/i

/** Whether an option's name is that of a protocol version. */
export function isVersionName(name: string): boolean {
  return VERSION_NAMES.test(name)
}

/**
 * Looks at an option that holds a protocol version.
 *
 * @param node what sets it
 * @param name the option's name
 * @param value the expression that gives the version
 */
export function checkVersion(check: Check, node: Node, name: string, value: Node): void {
  if (check.reported(node) || isExpectation(node) || check.isDevelopmentFile) return
  if (/^(?:version|protocol)$/i.test(name) && !isAmongTlsOptions(node)) return
  const least = check.options.minVersion === 'TLSv1.3' ? 1.3 : 1.2
  for (const { text, node: origin, choices } of texts(check, value)) {
    const version = protocolVersion(text, /tls|ssl/i.test(name))
    if (!version || (/^(?:legacy|forward)/i.test(text) && !/policy/i.test(name))) continue
    const { minor } = version
    // 'TLS_method' opens every version that OpenSSL has, but its security level keeps the old ones out.
    const withdrawn = version.any ? check.options.strict && minor < 2 : minor < 2
    if (!withdrawn && !(least === 1.3 && minor < 3 && /min/i.test(name))) continue
    const when = whenExecuted(check, origin ?? node, check.file, choices)
    if (when === 'never' || whenExecuted(check, node) === 'never') continue
    if (when === 'bySwitch' && !check.options.strict) continue
    const source = check.file.source as Readonly<TSESLint.SourceCode>
    const literal = unwrap(value)
    const inline =
      literal.type === T.Literal && typeof literal.value === 'string' && /^TLSv1(?:\.1)?$/.test(literal.value)
    check.report({
      node,
      messageId: 'oldProtocol',
      data: { what: `\`${name}: ${text.slice(0, 40)}\``, version: version.label, least: check.options.minVersion },
      fix: inline ? replaceBy(literal, quoted(source, literal, check.options.minVersion)) : undefined,
      suggest:
        node.type === T.Property && name === 'secureProtocol'
          ? [
              {
                messageId: 'useVersion',
                data: { least: check.options.minVersion },
                fix: replaceBy(node, `minVersion: '${check.options.minVersion}'`),
              },
            ]
          : [],
    })
    return
  }
}

/** `Object.defineProperty(tls, 'DEFAULT_MIN_VERSION', { value: 'TLSv1' })`, `Reflect.set(tls, 'DEFAULT_MAX_VERSION', 'TLSv1.1')` */
export function checkVersionCall(check: Check, call: CallNode): void {
  if (!/^(?:set|defineProperty)$/.test(lastName(call.callee) ?? '')) return
  const [, second, third] = call.arguments
  if (!second || !third || second.type === T.SpreadElement || third.type === T.SpreadElement) return
  const name = check.file.string(second)
  if (name === undefined || !isVersionName(name)) return
  const given = unwrap(third)
  const described =
    given.type === T.ObjectExpression
      ? given.properties.find((each) => each.type === T.Property && propertyName(each) === 'value')
      : undefined
  checkVersion(check, call, name, described?.type === T.Property ? described.value : third)
}

/** `{ ssl: { version: 'TLSv1' } }`: a bare name means the protocol only in the company of a connection's options. */
function isAmongTlsOptions(node: Node): boolean {
  if (node.type !== T.Property || node.parent.type !== T.ObjectExpression) return false
  const holder = node.parent.parent
  if (holder.type === T.Property && /tls|ssl/i.test(propertyName(holder) ?? '')) return true
  return node.parent.properties.some(
    (each) =>
      each.type === T.Property &&
      /^(?:ca|cert|key|pfx|ciphers|rejectUnauthorized|servername|host|hostname|port)$/.test(propertyName(each) ?? ''),
  )
}

interface Text {
  text: string
  node?: Node
  choices?: ReadonlySet<Node>
}

/** The texts a value may hold: constants, members of enumerations by their name, items of lists. */
function texts(check: Check, value: Node): Text[] {
  const found: Text[] = []
  for (const origin of check.file.origins(value, { derived: false })) {
    const node = origin.file === check.file ? origin.node : undefined
    if (origin.kind === 'constant' && isText(origin.value))
      found.push({ text: String(origin.value), ...(node && { node, choices: choicesOf(origin) }) })
    else {
      const member = origin.members.at(-1)
      // SecurityPolicyProtocol.TLS_V1_2016
      if (member !== undefined && /^(?:d?tls|ssl|legacy|forward_secrecy)/i.test(member) && origin.members.length <= 3)
        found.push({ text: member })
    }
  }
  return found
}

function isText(value: Constant): value is string | number {
  return typeof value === 'string' || typeof value === 'number'
}

const NO_TLS_1_2 = 0x0800_0000
const NO_TLS_1_1 = 0x1000_0000
const NO_TLS_1_3 = 0x2000_0000
const LEGACY_RENEGOTIATION = 0x0004_0000
const LEGACY_SERVER_CONNECT = 0x4

const FLAGS: Record<string, number> = {
  SSL_OP_NO_TLSv1_1: NO_TLS_1_1,
  SSL_OP_NO_TLSv1_2: NO_TLS_1_2,
  SSL_OP_NO_TLSv1_3: NO_TLS_1_3,
  SSL_OP_LEGACY_SERVER_CONNECT: LEGACY_SERVER_CONNECT,
  SSL_OP_ALLOW_UNSAFE_LEGACY_RENEGOTIATION: LEGACY_RENEGOTIATION,
}

/**
 * Looks at `secureOptions`, a set of OpenSSL's flags.
 *
 * @param node what sets it
 * @param value the expression over `crypto.constants`
 */
export function checkSecureOptions(check: Check, node: Node, value: Node): void {
  if (check.reported(node) || isExpectation(node) || check.isDevelopmentFile || whenExecuted(check, node) === 'never')
    return
  const flags = flagsOf(check, value)
  const what = '`secureOptions`'
  if (flags & (LEGACY_RENEGOTIATION | LEGACY_SERVER_CONNECT))
    check.report({ node, messageId: 'legacyRenegotiation', data: { what } })
  else if (flags & NO_TLS_1_2 && (flags & NO_TLS_1_3 || !(flags & NO_TLS_1_1)))
    check.report({ node, messageId: 'newProtocolsOff', data: { what } })
}

function flagsOf(check: Check, value: Node): number {
  let flags = 0
  const pending: Node[] = [value]
  for (let count = 0; pending.length > 0 && count < 100; count += 1) {
    const node = unwrap(pending.pop()!)
    const constant = check.file.constant(node)?.value
    if (typeof constant === 'number') flags |= constant
    else if (node.type === T.BinaryExpression && (node.operator === '|' || node.operator === '+'))
      pending.push(node.left, node.right)
    else if (node.type === T.MemberExpression) flags |= FLAGS[memberName(node) ?? ''] ?? 0
    else if (node.type === T.LogicalExpression) pending.push(node.left, node.right)
    else if (node.type === T.ConditionalExpression) {
      for (const branch of [node.consequent, node.alternate]) if (mayReach(check, branch, value)) pending.push(branch)
    } else if (node.type === T.Identifier) {
      const definition = check.file.index.variableOf(node)?.defs[0]
      const isConstant = definition?.type === 'Variable' && definition.node.id.type === T.Identifier
      if (isConstant && definition.node.init) pending.push(definition.node.init)
      else flags |= FLAGS[node.name] ?? namedFlags(check, node)
    }
  }
  return flags
}

/** `import { SSL_OP_NO_TLSv1_2 as off }`, `const { SSL_OP_NO_TLSv1_2: off } = constants` */
function namedFlags(check: Check, name: TSESTree.Identifier): number {
  let flags = 0
  for (const origin of check.file.origins(name, { derived: false })) {
    const last = origin.kind === 'import' && origin.members.length === 0 ? origin.export : origin.members.at(-1)
    flags |= FLAGS[last ?? ''] ?? 0
  }
  return flags
}

/** Whether one branch of a choice can be what stands elsewhere, by the conditions around both. */
function mayReach(check: Check, branch: Node, place: Node): boolean {
  const { parent } = branch
  const tests = new Set<Node>(parent?.type === T.ConditionalExpression ? [unwrap(parent.test)] : [])
  const when = whenExecuted(check, branch, check.file, tests)
  if (when === 'never' || (when === 'bySwitch' && !check.options.strict)) return false
  const text = (node: Node) => check.file.text.slice(...node.range)
  return !check.file
    .guards(place)
    .some((one) =>
      check.file.guards(branch).some((other) => one.holds !== other.holds && text(one.test) === text(other.test)),
    )
}
