import {
  type CallNode,
  type Constant,
  isCall,
  isFunction,
  lastName,
  memberName,
  type Node,
  type Origin,
  propertyName,
  T,
  tlsMethods,
  tlsOptions,
  type TlsMethodRow,
  type TlsOptionRow,
  tlsSwitch,
  type TlsWeakness,
  type TracePolicy,
  unwrap,
} from '@palisade/analysis'
import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import type { Check } from './check.js'
import { type When, whenExecuted, whenUnsafe } from './conditions.js'
import { removeProperty, suggestionsForOption, valueOf } from './fixes.js'
import type { MessageId } from './messages.js'
import { checksPeerItself, isExpectation, isForLocalPeer } from './surroundings.js'

/** An option whose value decides about protection, as a catalog row or its name says. */
interface Switch {
  unsafe: readonly Constant[]
  weakness: TlsWeakness
  safeDefault: boolean
  strict: boolean
  /** Known only together with the name of its holder: then only a constant counts. */
  weak?: boolean
}

/** A place where an option with an unmistakable or an ambiguous name gets a value. */
type Setting =
  TSESTree.Property | TSESTree.AssignmentExpression | TSESTree.PropertyDefinition | TSESTree.AssignmentPattern

const anywhere = new Map<string, Switch>()
const rowsByOption = new Map<string, TlsOptionRow[]>()
for (const row of tlsOptions as readonly TlsOptionRow[]) {
  if (row.calls === 'anywhere') anywhere.set(row.option, toSwitch(row))
  else rowsByOption.set(row.option, [...(rowsByOption.get(row.option) ?? []), row])
}
const methodRows = new Map((tlsMethods as readonly TlsMethodRow[]).map((row) => [row.method, row]))

function toSwitch(row: TlsOptionRow): Switch {
  return { unsafe: row.unsafe, weakness: row.weakness, safeDefault: row.safeDefault, strict: row.strict ?? false }
}

/** The rows that the file's ambiguous options may belong to, besides own ones. */
export function ambiguousRows(check: Check, option: string): readonly TlsOptionRow[] {
  const own = check.options.clients
    .filter((client) => client.call !== undefined && client.option === option)
    .map((client): TlsOptionRow => ({
      id: 'own',
      option,
      unsafe: client.unsafe,
      weakness: 'verification',
      calls: [client.call!],
      safeDefault: false,
      source: '',
    }))
  return [...(rowsByOption.get(option) ?? []), ...own]
}

/**
 * What does an option's name decide, on whatever object it stands?
 *
 * @param check the rule's view
 * @param name the option's name
 * @param holder the name under which the object that holds it stands: `ssl` in `{ ssl: { verify: false } }`
 */
function switchByName(check: Check, name: string, holder: string | undefined): Switch | undefined {
  const known = anywhere.get(name)
  if (known) return known
  // Node asks for the text '0' and for nothing else; checkVariable knows.
  if (name === 'NODE_TLS_REJECT_UNAUTHORIZED') return undefined
  const own = check.options.clients.find((client) => client.call === undefined && client.option === name)
  if (own) return { unsafe: own.unsafe, weakness: 'verification', safeDefault: false, strict: false }
  const byItself = tlsSwitch(name)
  const named =
    byItself ?? (holder !== undefined && tlsSwitch(holder) === undefined ? tlsSwitch(`${holder}_${name}`) : undefined)
  return (
    // What an unknown option does when it is left out, nobody knows: it is turned round, not removed.
    named && { unsafe: [named.unsafe], weakness: named.weakness, safeDefault: false, strict: false, weak: !byItself }
  )
}

/**
 * Looks at an option that is set by name: property, assignment, class field, default.
 *
 * @returns whether the name was one of ours (unsafe or not)
 */
export function checkSetting(check: Check, node: Setting): boolean {
  const { name, value } = nameAndValue(check, node)
  if (name === undefined || value === undefined) return false
  const found = switchByName(check, name, holderName(node))
  if (!found) return false
  if (found.strict && !check.options.strict) return true
  let when = whenUnsafe(
    check,
    value,
    isUnsafeFor(found),
    originsWithEnums(check, value, found).filter((origin) => !isReportedItself(check, origin, node)),
  )
  // `{ rejectUnauthorized = false } = options`, `options.x ??= false`
  if (node.type === T.AssignmentPattern || (node.type === T.AssignmentExpression && node.operator !== '=')) {
    when = when === 'always' ? 'byDefault' : when
  }
  if (found.weak && when !== 'always') return true
  if (when === 'never' && !found.weak && isUnsafeDefault(check, value, found)) when = 'byDefault'
  reportSwitch(check, node, name, found, when)
  return true
}

/**
 * A schema that reads a setting gives what holds when nobody sets it: `z.boolean().default(false)`,
 * `bool({ default: false })`, `{ format: Boolean, default: false, env: 'VERIFY' }`.
 */
function isUnsafeDefault(check: Check, value: Node, found: Switch): boolean {
  let node = unwrap(value)
  const isUnsafe = (given: Node | undefined) => {
    const constant = given && check.file.constant(given)
    return constant !== undefined && found.unsafe.includes(constant.value)
  }
  if (node.type === T.ObjectExpression) return isUnsafe(settingDefault(node))
  for (let steps = 0; node.type === T.CallExpression && steps < 12; steps += 1) {
    const callee = unwrap(node.callee)
    const [first] = node.arguments
    const isSchema = /^(?:default|prefault|catch|bool|boolean|withDefault)$/.test(lastName(callee) ?? '')
    if (isSchema && first && first.type !== T.SpreadElement) {
      const given = unwrap(first)
      if (isUnsafe(given.type === T.ObjectExpression ? valueOfKey(given, 'default') : given)) return true
    }
    if (callee.type !== T.MemberExpression) return false
    node = unwrap(callee.object)
  }
  return false
}

/** What an entry of convict or a like reader gives by default; a JSON schema only describes. */
function settingDefault(entry: TSESTree.ObjectExpression): Node | undefined {
  return ['env', 'format', 'arg'].some((key) => valueOfKey(entry, key)) ? valueOfKey(entry, 'default') : undefined
}

function valueOfKey(object: TSESTree.ObjectExpression, key: string): Node | undefined {
  for (const each of object.properties) if (each.type === T.Property && propertyName(each) === key) return each.value
  return undefined
}

/** Looks at an ambiguous option that a known thing gets later: `AWS.config.sslEnabled = false`. */
export function checkLaterSetting(check: Check, node: TSESTree.AssignmentExpression, name: string): void {
  const left = unwrap(node.left)
  if (left.type !== T.MemberExpression) return
  for (const row of ambiguousRows(check, name)) {
    if (row.calls === 'anywhere' || (row.strict && !check.options.strict)) continue
    const calls = row.calls
    if (!check.file.names(left.object).some((holder) => calls.some((call) => isPartOf(holder, call)))) continue
    return reportSwitch(check, node, name, toSwitch(row), whenUnsafe(check, node.right, isUnsafeFor(toSwitch(row))))
  }
}

/** `http-proxy#createProxyServer().options` belongs to what `http-proxy#createProxyServer` makes. */
function isPartOf(name: string, call: string): boolean {
  if (call.endsWith('*')) return name.startsWith(call.slice(0, -1))
  return name.startsWith(call.endsWith('()') ? call : `${call}()`)
}

/** `{ rejectUnauthorized: options.rejectUnauthorized }`: the place that gives the value is reported, not every copy. */
function isReportedItself(check: Check, origin: Origin, node: Setting): boolean {
  const { parent } = origin.node
  if (origin.kind !== 'constant' || origin.file !== check.file || !parent || parent === node) return false
  if (
    parent.type === T.Property ||
    parent.type === T.PropertyDefinition ||
    parent.type === T.AssignmentPattern ||
    parent.type === T.AssignmentExpression
  ) {
    const { name } = nameAndValue(check, parent)
    return name !== undefined && switchByName(check, name, holderName(parent)) !== undefined
  }
  return false
}

/**
 * Looks at an ambiguous option (`secure: false`) whose siblings show what it belongs to.
 *
 * @returns whether it was one of ours
 */
export function checkAmongSiblings(check: Check, node: TSESTree.Property): boolean {
  const name = propertyName(node)
  if (name === undefined || node.parent.type !== T.ObjectExpression) return false
  for (const row of ambiguousRows(check, name)) {
    if (!row.beside?.some((keys) => hasKeys(node, keys)) || (row.strict && !check.options.strict)) continue
    if (isMadeSafe(check, row, node.parent)) continue
    const when = whenUnsafe(check, node.value, isUnsafeFor(toSwitch(row)))
    reportSwitch(check, node, name, toSwitch(row), when)
    return true
  }
  return false
}

function hasKeys(node: TSESTree.Property, keys: readonly string[]): boolean {
  const [first] = keys
  if (first?.startsWith('^')) return isUnderKey(node, first.slice(1))
  const own = keysOf(node.parent)
  if (keys.every((key) => (key.startsWith('^') ? isUnderKey(node, key.slice(1)) : own.has(key)))) return true
  const outer = node.parent.parent?.type === T.Property ? keysOf(node.parent.parent.parent) : undefined
  return outer !== undefined && keys.every((key) => outer.has(key)) && keys.length > 1
}

function isUnderKey(node: Node, key: string): boolean {
  for (let current = node.parent, steps = 0; current && steps < 6; current = current.parent, steps += 1) {
    if (current.type !== T.Property) continue
    const name = propertyName(current)
    // `^/` is any path: `{ '/api': { target, secure: false } }`
    if (name === key || (key === '/' && name !== undefined && /^\^?\//.test(name))) return true
  }
  return false
}

function keysOf(object: Node): Set<string> {
  const keys = new Set<string>()
  if (object.type === T.ObjectExpression)
    for (const property of object.properties) if (property.type === T.Property) keys.add(propertyName(property) ?? '')
  return keys
}

function isMadeSafe(check: Check, row: TlsOptionRow, holder: Node): boolean {
  return (row.unless ?? []).some((other) =>
    check.file
      .member(holder, [other.option], optionPolicy)
      .some((origin) => origin.kind === 'constant' && origin.value === other.value),
  )
}

const optionPolicy: TracePolicy = { derived: false, containers: 'whole' }

/**
 * Looks at the ambiguous options that a known call takes.
 *
 * @param check the rule's view
 * @param call any call or construction
 * @param options names of ambiguous options that occur in the file
 */
export function checkKnownCall(check: Check, call: CallNode, options: ReadonlySet<string>): void {
  if (call.arguments.length === 0) return
  let names: readonly string[] | undefined
  for (const option of options) {
    for (const row of ambiguousRows(check, option)) {
      if (row.calls === 'anywhere' || (row.strict && !check.options.strict)) continue
      names ??= check.file.callee(call)
      if (!names.some((name) => matchesAny(name, row.calls as readonly string[]))) continue
      for (const argument of call.arguments.slice(0, 4)) {
        if (argument.type === T.SpreadElement || isFunction(argument)) continue
        checkMember(check, call, argument, row)
      }
    }
  }
}

function checkMember(check: Check, call: CallNode, argument: Node, row: TlsOptionRow): void {
  const at = row.at ?? []
  if ((row.unless ?? []).length > 0 && isMadeSafe(check, { ...row }, argument)) return
  for (const origin of check.file.member(argument, [...at, row.option], optionPolicy)) {
    const when = bothWhen(
      whenUnsafe(check, origin.node, isUnsafeFor(toSwitch(row)), [origin]),
      whenExecuted(check, call),
    )
    if (when === 'never') continue
    const node = placeOf(check, origin, argument)
    if (isForLocalPeer(check, argument)) continue
    reportSwitch(check, node, row.option, toSwitch(row), when)
  }
}

function bothWhen(a: When, b: When): When {
  return a === 'never' || b === 'never' ? 'never' : a === 'always' ? b : b === 'always' ? a : a
}

/** The property, assignment or field that gives the value, when it stands in this file. */
function placeOf(check: Check, origin: Origin, otherwise: Node): Node {
  if (origin.file !== check.file) return otherwise
  const { parent } = origin.node
  return parent &&
    (parent.type === T.Property || parent.type === T.PropertyDefinition || parent.type === T.AssignmentExpression)
    ? parent
    : origin.node
}

/**
 * Does a callee's qualified name stand in a list, where `m#C()` also means the construction of `m#C`, and a name that
 * ends in `*` all that begin so?
 */
export function matchesAny(name: string, calls: readonly string[]): boolean {
  return calls.some(
    (call) => call === name || call === `${name}()` || (call.endsWith('*') && name.startsWith(call.slice(0, -1))),
  )
}

/** Calls that set an option by name, and methods that are switches themselves. */
export function checkSwitchCall(check: Check, call: CallNode): void {
  const callee = unwrap(call.callee)
  const method = lastName(callee)
  const [first, second] = call.arguments
  if (method !== undefined && callee.type === T.MemberExpression) {
    checkMethod(check, call, method)
    // request.strictSSL(false), capabilities.setAcceptInsecureCerts(true)
    if (first && first.type !== T.SpreadElement && !second) {
      const option = method.replace(/^(?:set|with)(?=[A-Z])/, '')
      const found =
        switchByName(check, option, undefined) ??
        switchByName(check, option.charAt(0).toLowerCase() + option.slice(1), undefined)
      if (found && !found.strict) reportSwitch(check, call, method, found, whenUnsafe(check, first, isUnsafeFor(found)))
    }
  }
  // curl.setOpt('SSL_VERIFYPEER', false), _.set(options, 'ssl.rejectUnauthorized', false), new Map([['strict-ssl', false]])
  if (call.arguments.length < 2) return
  const isSetting = method === 'defineProperty' || isSetter(method)
  for (const [index, argument] of call.arguments.entries()) {
    const value = call.arguments[index + 1]
    if (!value || value.type === T.SpreadElement || argument.type === T.SpreadElement) continue
    // Of other methods only one is known, by what it is told to do.
    if (!isSetting && argument.type !== T.Literal) continue
    const path =
      check.file.string(argument) ?? (argument.type === T.MemberExpression ? memberName(argument) : undefined)
    if (path === undefined || path.length > 80 || /\s/.test(path)) continue
    const name = path.slice(path.lastIndexOf('.') + 1)
    if (method === 'defineProperty') {
      const found = switchByName(check, name, undefined)
      if (found)
        reportSwitch(
          check,
          call,
          name,
          found,
          whenUnsafe(check, value, isUnsafeFor(found), check.file.member(value, ['value'], optionPolicy)),
        )
      continue
    }
    const found = isSetting ? switchByName(check, name, undefined) : undefined
    if (found && !(found.strict && !check.options.strict)) {
      reportSwitch(check, call, name, found, whenUnsafe(check, value, isUnsafeFor(found)))
    }
    if (path === 'Security.setIgnoreCertificateErrors' && isUnsafeMember(check, value, 'ignore')) {
      reportSwitch(
        check,
        call,
        path,
        { unsafe: [true], weakness: 'verification', safeDefault: true, strict: false },
        whenExecuted(check, call),
      )
    }
  }
}

function isUnsafeMember(check: Check, node: Node, member: string): boolean {
  return check.file
    .member(node, [member], optionPolicy)
    .some((origin) => origin.kind === 'constant' && origin.value === true)
}

function isSetter(method: string | undefined): boolean {
  return (
    method !== undefined && /^(?:set|add|append|put|define|assign|with|update|default|stub|opt|config)/i.test(method)
  )
}

function checkMethod(check: Check, call: CallNode, method: string): void {
  const row = methodRows.get(method)
  if (!row || row.id === 'grpc.createInsecure') return
  if (
    row.args &&
    !row.args.every(
      (values, index) =>
        call.arguments[index] && values.includes(check.file.constant(call.arguments[index]!)?.value as never),
    )
  )
    return
  reportSwitch(
    check,
    call,
    `${method}()`,
    { unsafe: [true], weakness: row.weakness, safeDefault: true, strict: false },
    'always',
  )
}

function nameAndValue(check: Check, node: Setting): { name?: string; value?: Node } {
  switch (node.type) {
    case T.Property:
      if (node.parent.type === T.ObjectPattern) {
        // `{ rejectUnauthorized: reject = false } = options`; the shorthand is an AssignmentPattern of its own
        const inner = node.value
        return inner.type === T.AssignmentPattern && !node.shorthand
          ? { name: propertyName(node), value: inner.right }
          : {}
      }
      return {
        name: propertyName(node) ?? (node.computed ? computedName(check, node.key) : undefined),
        value: node.value,
      }
    case T.PropertyDefinition:
      return node.value ? { name: propertyName(node)?.replace(/^#/, ''), value: node.value } : {}
    case T.AssignmentPattern:
      return node.left.type === T.Identifier ? { name: node.left.name, value: node.right } : {}
    case T.AssignmentExpression: {
      const left = unwrap(node.left)
      if (left.type !== T.MemberExpression) return {}
      return { name: memberName(left) ?? computedName(check, left.property), value: node.right }
    }
  }
}

function computedName(check: Check, key: Node): string | undefined {
  // `[oauth.allowInsecureRequests]: true` names a symbol by its member
  return check.file.string(key) ?? (key.type === T.MemberExpression ? memberName(key) : undefined)
}

/** The name under which the object stands that holds an option. */
function holderName(node: Setting): string | undefined {
  if (node.type === T.AssignmentExpression) {
    const left = unwrap(node.left)
    return left.type === T.MemberExpression ? lastName(left.object) : undefined
  }
  if (node.type !== T.Property || node.parent.type !== T.ObjectExpression) return undefined
  const { parent } = node.parent
  if (parent.type === T.Property || parent.type === T.PropertyDefinition) return propertyName(parent)
  if (parent.type === T.VariableDeclarator && parent.id.type === T.Identifier) return parent.id.name
  if (parent.type === T.AssignmentExpression) return lastName(parent.left)
  return undefined
}

function isUnsafeFor(found: Switch): (value: Constant) => boolean {
  return (value) => found.unsafe.includes(value)
}

/** A string option may be given as a member of an enumeration: `ViewerProtocolPolicy.ALLOW_ALL`. */
function originsWithEnums(check: Check, value: Node, found: Switch): readonly Origin[] {
  const origins = check.file.origins(value, optionPolicy)
  if (!found.unsafe.some((each) => typeof each === 'string')) return origins
  return origins.map((origin) => {
    const member = origin.members.at(-1)
    if (origin.kind === 'constant' || member === undefined || origin.members.length > 3) return origin
    const match = found.unsafe.find((each) => typeof each === 'string' && plain(each) === plain(member))
    return match === undefined ? origin : ({ ...origin, kind: 'constant', value: match, members: [] } as Origin)
  })
}

const plain = (text: string) => text.replace(/[-_.]/g, '').toLowerCase()

const VERIFICATION: Record<Exclude<When, 'never'>, MessageId> = {
  always: 'verificationOff',
  byDefault: 'unsafeByDefault',
  bySwitch: 'unsafeBySwitch',
}

/** Reports an unsafe option, unless something near says that it is all right there. */
export function reportSwitch(check: Check, node: Node, name: string, found: Switch, value: When): void {
  if (value === 'never' || check.reported(node) || isExpectation(node)) return
  const when = bothWhen(value, whenExecuted(check, node))
  if (when === 'never' || (when === 'bySwitch' && !check.options.strict)) return
  if (check.isDevelopmentFile) return
  const isBrowser = /https?errors|insecurecerts/i.test(name)
  if (isForLocalPeer(check, node, isBrowser)) return
  if (check.isTest && (talksToItself(check) || !isGivenToLibrary(check, node))) return
  let messageId: MessageId
  if (found.weakness === 'verification') {
    const server = serverRole(check, node, name)
    if (server === 'no client is asked') return
    if (name === 'rejectUnauthorized' && checksPeerItself(check.file, node)) return
    messageId = server === 'clients are asked' ? 'clientVerificationOff' : VERIFICATION[when]
  } else if (found.weakness === 'identity') messageId = 'identityCheckOff'
  else if (found.weakness === 'cookie') messageId = 'cookieWithoutSecure'
  else if (found.weakness === 'hsts') messageId = 'hstsOff'
  else messageId = 'cleartextOption'
  const source = check.file.source as Readonly<TSESLint.SourceCode>
  const literal = valueOf(node)
  const fix =
    node.type === T.Property && literal && found.safeDefault && when === 'always' && isOwnOption(node)
      ? removeProperty(source, node)
      : undefined
  const unsafe = found.unsafe[0]
  const suggest =
    typeof unsafe === 'boolean' && found.weakness === 'verification'
      ? suggestionsForOption(source, node, name, unsafe, !found.safeDefault)
      : []
  check.report({ node, messageId, data: { what: describe(check, node, name) }, fix, suggest })
}

/** Whether a test starts the server that it talks to. */
export function talksToItself(check: Check): boolean {
  return check.isTest && /localhost|127\.0\.0\.1|::1\b|\.listen\(/.test(check.file.text)
}

/** Whether an option goes to a library's call; in tests others are input and expected output. */
function isGivenToLibrary(check: Check, node: Node): boolean {
  if (node.type === T.AssignmentExpression || isCall(node)) return true
  for (let current = node.parent, steps = 0; current && steps < 8; current = current.parent, steps += 1) {
    if (isCall(current)) return check.file.callee(current).some((name) => /^[^.]*#/.test(name))
  }
  return false
}

/** Removing the property gives the default, unless a spread before it brings the option along. */
function isOwnOption(node: TSESTree.Property): boolean {
  return (
    node.parent.type === T.ObjectExpression && !node.parent.properties.some((each) => each.type === T.SpreadElement)
  )
}

function describe(check: Check, node: Node, name: string): string {
  const literal = valueOf(node)
  if (isCall(node)) return `\`${name}\``
  return literal ? `\`${name}: ${check.file.text.slice(...literal.range).slice(0, 40)}\`` : `\`${name}\``
}

/** `rejectUnauthorized: false` on a server is about its clients' certificates, and matters when it asks for them. */
function serverRole(check: Check, node: Node, name: string): 'clients are asked' | 'no client is asked' | undefined {
  if (name !== 'rejectUnauthorized' || node.type !== T.Property || node.parent.type !== T.ObjectExpression)
    return undefined
  const asked = node.parent.properties.find((each) => each.type === T.Property && propertyName(each) === 'requestCert')
  const isClient = ['method', 'agent', 'host', 'hostname', 'url', 'uri', 'path'].some((key) =>
    keysOf(node.parent).has(key),
  )
  if (asked?.type === T.Property && isClient) return undefined
  if (asked?.type === T.Property)
    return check.file.constant(asked.value)?.value === false ? 'no client is asked' : 'clients are asked'
  return isServerOptions(check, node.parent) ? 'no client is asked' : undefined
}

const SERVER_MAKERS = /^(?:createServer|createSecureServer|Server|https?Server)$/

function isServerOptions(check: Check, object: TSESTree.ObjectExpression): boolean {
  const { parent } = object
  if (isCall(parent)) return SERVER_MAKERS.test(lastName(parent.callee) ?? '')
  if (parent.type === T.VariableDeclarator && parent.id.type === T.Identifier) {
    const uses = check.file.index.variableOf(parent.id)?.references.filter((each) => !each.init) ?? []
    return (
      uses.length > 0 &&
      uses.every((use) => {
        const user = (use.identifier as Node).parent
        return isCall(user) && SERVER_MAKERS.test(lastName(user.callee) ?? '')
      })
    )
  }
  return false
}
