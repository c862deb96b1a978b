import {
  addressNameWords,
  addressSinks,
  type AddressSinkRow,
  type CallNode,
  classifyHost,
  cleartextSchemes,
  type CleartextSchemeRow,
  DYNAMIC,
  hostsOf,
  insecureParameters,
  isCall,
  isFunction,
  isIdentifierUrl,
  lastName,
  memberName,
  type Node,
  parseAddress,
  propertyName,
  requestSiblings,
  splitWords,
  T,
  tlsMethods,
  unverifiedSchemes,
  unwrap,
  wrapped,
} from '@palisade/analysis'
import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import type { Check } from './check.js'
import { whenExecuted } from './conditions.js'
import { useScheme } from './fixes.js'
import { isExpectation } from './surroundings.js'
import { matchesAny } from './switches.js'
import { isAllowedAddress, isAllowedHost, knownText, shownAddress } from './text.js'

type TextNode = TSESTree.Literal | TSESTree.TemplateLiteral

/** A literal that begins with an address of a scheme without encryption. */
export interface PlainAddress {
  node: TextNode
  text: string
  row: CleartextSchemeRow
}

const schemes = new Map((cleartextSchemes as readonly CleartextSchemeRow[]).map((row) => [row.scheme, row]))
const unverified = new Map<string, string>(unverifiedSchemes.map((row) => [row.scheme, row.secure]))

/**
 * Is this literal an address that goes to a remote host without encryption?
 *
 * @param check the rule's view
 * @param node a string or template
 */
export function plainAddress(check: Check, node: TextNode): PlainAddress | undefined {
  const text = addressText(check, node)
  const address = text === undefined ? undefined : parseAddress(text)
  if (text === undefined || !address) return undefined
  const row = schemes.get(address.scheme)
  if (!row || (row.strict && !check.options.strict)) return undefined
  if (/\s/.test(text.trim()) || address.host === '' || address.host === DYNAMIC) return undefined
  // Where the host is only known at run time, so is what may be done about it.
  if (hostsOf(text).every((host) => classifyHost(host) === 'dynamic' || isAllowedHost(check, host))) return undefined
  if (isIdentifierUrl(address) || STAND_IN.test(`${address.host}${address.rest}`)) return undefined
  // Options in the address may switch encryption on: mongodb://…?tls=true
  if (/[?&](?:tls|ssl)=true\b|[?&]sslmode=(?:require|verify-)/i.test(address.rest)) return undefined
  return { node, text, row }
}

/** Words with which people mark an address that is never used. */
const STAND_IN = /(?:^|[./-])(?:not-?set|unset|unused|placeholder|dummy|fake|change-?me|your-[a-z]+)(?:$|[./?#-])/i

/** The text that begins with this literal: the whole of a concatenation when the literal opens it. */
function addressText(check: Check, node: TextNode): string | undefined {
  let whole: Node = node
  for (
    let parent = whole.parent;
    parent?.type === T.BinaryExpression && parent.operator === '+' && parent.left === whole;
    parent = whole.parent
  )
    whole = parent
  return knownText(check.file, whole)
}

/** Connection strings that give up verification or encryption by a parameter or by their scheme. */
export function checkConnectionString(check: Check, node: TextNode): void {
  const own = node.type === T.Literal ? String(node.value) : knownText(check.file, node)
  if (own === undefined || !/[=+]/.test(own) || check.isDevelopmentFile) return
  const text = addressText(check, node) ?? own
  if (/\n/.test(text.trim()) || isMereMention(node)) return
  checkConnectionText(check, node, text, own)
}

/** `['Server=…', 'TrustServerCertificate=true'].join(';')` */
export function checkJoinedConnection(check: Check, call: CallNode): void {
  if (lastName(call.callee) !== 'join' || call.range[1] - call.range[0] > 2000) return
  if (!/=/.test(check.file.text.slice(...call.range))) return
  const text = check.file.string(call)
  if (text !== undefined && !isMereMention(call)) checkConnectionText(check, call, text)
}

/**
 * Reports a connection string that gives up verification or encryption.
 *
 * @param check the rule's view
 * @param node where to report
 * @param text the string
 * @param own the piece of it that stands there
 * @returns whether it does
 */
export function checkConnectionText(check: Check, node: Node, text: string, own = text): boolean {
  if (check.isTest || check.isDevelopmentFile || hostIsLocal(check, text)) return false
  const address = parseAddress(text)
  let finding: Parameters<Check['report']>[0] | undefined
  const secure = address && unverified.get(address.scheme)
  if (secure)
    finding = { node, messageId: 'unverifiedParameter', data: { what: `${address.scheme}:`, instead: `${secure}:` } }
  // A query behind a dynamic base (`url + '?sslmode=no-verify'`) is read from the piece itself.
  const [parameter] = insecureParameters(text).concat(text === own ? [] : insecureParameters(own))
  if (parameter && !finding) {
    const data = { what: `${parameter.name}=${parameter.value}`, instead: parameter.row.instead }
    const messageId = parameter.row.weakness === 'cleartext' ? 'cleartextParameter' : 'unverifiedParameter'
    finding = { node, messageId, data }
  }
  if (!finding || check.reported(node) || isExpectation(node)) return false
  const when = whenExecuted(check, node)
  if (when === 'never' || (when === 'bySwitch' && !check.options.strict)) return false
  check.report(finding)
  return true
}

function hostIsLocal(check: Check, text: string): boolean {
  const host = /(?:^|[;\s])(?:host|server|data source|addr(?:ess)?)\s*=\s*(?:tcp:)?(?!tcp:)([\w.-]+)/i.exec(text)?.[1]
  if (host !== undefined) return isAllowedHost(check, host.toLowerCase())
  return text.includes('://') && isAllowedAddress(check, text.replace(/^jdbc:/, ''))
}

/** `url.includes('sslmode=disable')`, `case 'x'`, a log line: nobody connects with it. */
function isMereMention(node: Node): boolean {
  const { parent } = wrapped(node)
  if (!parent) return true
  if (parent.type === T.BinaryExpression) return parent.operator !== '+' ? true : isMereMention(parent)
  if (parent.type === T.SwitchCase || parent.type === T.ImportDeclaration || parent.type === T.TSLiteralType)
    return true
  if (isCall(parent) && parent.callee !== node) {
    const name = lastName(parent.callee)
    if (name !== undefined && MENTIONING.test(name)) return true
    return /Error$/.test(name ?? '')
  }
  return false
}

const MENTIONING =
  /^(?:includes|startsWith|endsWith|indexOf|lastIndexOf|search|test|match|matchAll|replace|replaceAll|split|localeCompare|log|info|warn|error|debug|trace|fatal|write|describe|it|fail|text|message|print|println|red|yellow|green|bold|dim|gray|cyan|link|t|expect|equal|strictEqual|deepEqual|toBe|toEqual|isURL|has|delete|getAttributeNS|setAttributeNS|createElementNS|hasAttributeNS|getElementsByTagNameNS|lookupNamespaceURI|namedNode|prefix|example|examples|withDescription|description|summary|usage|option|alias)$/

/** What only holds its argument. */
const CONTAINERS = /^(?:Set|Map|freeze|seal|from|of)$/

/** Names of what connects to the address that it is made with. */
const CLIENTS = /(?:[cC]lient|[lL]ink|[pP]rovider|[cC]onnection|[tT]ransport|[sS]ocket|[pP]roxy|[pP]roxyMiddleware)$/

/** Roles that an address has by the names around it. */
export function checkPlainAddressByPlace(check: Check, found: PlainAddress): void {
  const place = placeOf(check, found.node)
  // Other schemes than these two name nothing but something to connect to.
  const isPlainName = place === 'unknown' && !/^(?:http|ftp)$/.test(found.row.scheme) && isKept(found.node)
  if (isPlainName) return reportAddress(check, found)
  if (place === 'connected') return reportAddress(check, found)
  if (place === 'mention') return
  if (allLiterals(check)) reportAddress(check, found)
}

/** Whether a literal is kept as a value: of a variable, a property, a default, an item of a list. */
function isKept(node: Node): boolean {
  const { parent } = wrapped(node)
  if (
    parent?.type === T.ArrayExpression ||
    parent?.type === T.LogicalExpression ||
    parent?.type === T.ConditionalExpression
  )
    return isKept(parent)
  return (
    parent?.type === T.VariableDeclarator ||
    parent?.type === T.Property ||
    parent?.type === T.PropertyDefinition ||
    parent?.type === T.AssignmentExpression ||
    parent?.type === T.AssignmentPattern
  )
}

/** Where a command of a shell fetches from: `curl http://…`. */
export function checkCommandAddress(check: Check, node: Node, words: readonly string[]): void {
  if (check.reported(node) || check.options.cleartext === 'off' || check.isTest || check.isDevelopmentFile) return
  for (const word of words) {
    const address = parseAddress(word)
    const row = address && schemes.get(address.scheme)
    if (!row || row.strict || isIdentifierUrl(address) || STAND_IN.test(word)) continue
    if (hostsOf(word).every((host) => host === '' || classifyHost(host) === 'dynamic' || isAllowedHost(check, host)))
      continue
    const when = whenExecuted(check, node)
    if (when === 'never' || (when === 'bySwitch' && !check.options.strict) || isExpectation(node)) return
    return check.report({
      node,
      messageId: 'cleartextAddress',
      data: { address: shownAddress(word), secure: row.secure },
    })
  }
}

function allLiterals(check: Check): boolean {
  return check.options.cleartext === 'all' || check.options.strict
}

/** Reports a plain address. */
export function reportAddress(check: Check, found: PlainAddress): void {
  const { node, row, text } = found
  if (
    check.reported(node) ||
    check.options.cleartext === 'off' ||
    check.isTest ||
    check.isDevelopmentFile ||
    isExpectation(node)
  )
    return
  const when = whenExecuted(check, node)
  if (when === 'never' || (when === 'bySwitch' && !check.options.strict)) return
  const source = check.file.source as Readonly<TSESLint.SourceCode>
  check.report({
    node,
    messageId: 'cleartextAddress',
    data: { address: shownAddress(text), secure: row.secure },
    suggest:
      row.secure === 'ssh' || row.secure === 'mongodb+srv' ? [] : useScheme(source, node, row.scheme, row.secure),
  })
}

/** What is an address for, by where it stands: is it connected to, only mentioned, or can't it be told? */
function placeOf(check: Check, literal: TextNode): 'connected' | 'mention' | 'unknown' {
  let node: Node = literal
  const outer: string[] = []
  for (let steps = 0; steps < 12; steps += 1) {
    const { parent } = node as { parent?: Node }
    if (!parent) return 'unknown'
    switch (parent.type) {
      case T.TSAsExpression:
      case T.TSSatisfiesExpression:
      case T.TSNonNullExpression:
      case T.ConditionalExpression:
      case T.ChainExpression:
        if (parent.type === T.ConditionalExpression) {
          if (parent.test === node) return 'mention'
          // `isLocal ? 'http://localhost:3000' : 'http://api.acme.io'`
          const other = check.file.string(parent.consequent === node ? parent.alternate : parent.consequent)
          if (other !== undefined && /^(?:http|ws)s?:/.test(other) && isAllowedAddress(check, other)) return 'connected'
        }
        break
      case T.LogicalExpression:
        // `process.env.API_URL ?? 'http://…'`
        if (parent.right === node && isAddressName(askedName(check, parent.left) ?? '')) return 'connected'
        break
      case T.BinaryExpression:
        if (parent.operator !== '+') return 'mention'
        break
      case T.TemplateLiteral:
        if (parent.expressions[0] !== node || parent.quasis[0]?.value.raw !== '') return 'mention'
        break
      case T.ArrayExpression:
        outer.push('')
        break
      case T.ObjectExpression:
        break
      case T.Property: {
        if (parent.key === node && !parent.computed) return 'mention'
        if (parent.parent.type === T.ObjectPattern) return byName(propertyName(parent) ?? '', outer)
        const name = propertyName(parent) ?? ''
        if (isVocabularyName(name)) return 'mention'
        if (isAddressName(name)) return insideDocument(parent) ? 'mention' : 'connected'
        if (/^(?:url|uri|href)$/i.test(name) && isRequestObject(parent.parent)) return 'connected'
        if (/^(?:target|router)$/.test(name) && PROXY_SIBLINGS.some((key) => hasKey(parent.parent, key)))
          return 'connected'
        // Next.js' rewrites and redirects
        if (name === 'destination' && hasKey(parent.parent, 'source')) return 'connected'
        if (
          name === 'target' &&
          isCall(parent.parent.parent) &&
          /proxy/i.test(lastName(parent.parent.parent.callee) ?? '')
        )
          return 'connected'
        if (!isWeakName(name) && !/^\d+$/.test(name)) {
          const role = byName(name, outer)
          return role === 'unknown' ? byHolders(parent, outer) : role
        }
        outer.push(name)
        break
      }
      case T.VariableDeclarator:
        if (parent.id.type !== T.Identifier) return 'unknown'
        return isAddressList(parent.id.name) ? 'connected' : byName(parent.id.name, outer)
      case T.AssignmentPattern:
        return parent.left.type === T.Identifier ? byName(parent.left.name, outer) : 'unknown'
      case T.PropertyDefinition:
        if (/^#?(?:url|uri)$/.test(propertyName(parent) ?? '')) return 'connected'
        return byName(propertyName(parent) ?? '', outer)
      case T.TSEnumMember:
        return byName(parent.id.type === T.Identifier ? parent.id.name : '', outer)
      case T.AssignmentExpression: {
        const left = unwrap(parent.left)
        const name = lastName(left) ?? ''
        // element.src = 'http://…', script.href
        if (left.type === T.MemberExpression && /^(?:src|action|formAction)$/.test(name)) return 'connected'
        // window.location = 'http://…', location.href = 'http://…'
        if (isLocation(left) || (name === 'href' && left.type === T.MemberExpression && isLocation(left.object)))
          return 'connected'
        return byName(name, outer)
      }
      case T.JSXExpressionContainer:
        break
      case T.JSXAttribute: {
        const name = parent.name.type === T.JSXIdentifier ? parent.name.name : ''
        if (/^(?:href|src|action|formAction|poster|data|srcSet|xlinkHref|to)$/.test(name))
          return isDocumentElement(parent) ? 'mention' : 'connected'
        // <Image source={{ uri: 'http://…' }} />
        if (name === 'source' && outer.some((each) => each === 'uri')) return 'connected'
        return byName(name, outer)
      }
      case T.CallExpression:
      case T.NewExpression: {
        if (parent.callee === node) return 'unknown'
        const name = lastName(parent.callee) ?? ''
        const isCommandOption = name === 'option' && parent.arguments.length > 2 && parent.arguments.at(-1) === node
        if ((MENTIONING.test(name) && !isCommandOption) || /Error$/.test(name)) return 'mention'
        // cors, env schemas: z.string().default('http://…'), config.get('API_URL', 'http://…'), app.set('apiUrl', …)
        const key = parent.arguments[0]
        const named = key && key !== node && key.type !== T.SpreadElement ? check.file.string(key) : undefined
        // program.option('--api-url <url>', 'where', 'http://…')
        if (named !== undefined && isAddressName(named.replace(/^-+|[\s=].*$/g, ''))) return 'connected'
        if (named?.toLowerCase() === 'access-control-allow-origin') return 'connected'
        if (CONTAINERS.test(name)) break
        const setting = name.replace(/^(?:set|with)_?(?=[A-Z])/, '')
        if (setting !== name && isAddressName(setting)) return 'connected'
        if (outer.some((each) => /^(?:url|uri|host)$/.test(each)) && CLIENTS.test(name)) return 'connected'
        // API_URL: url({ default: 'http://…' })
        if (outer.includes('default') && isAddressName(holderOfChain(parent) ?? '')) return 'connected'
        // script.setAttribute('src', 'http://…')
        if (
          name === 'setAttribute' &&
          named !== undefined &&
          /^(?:src|href|action|formaction|data|poster)$/.test(named)
        )
          return 'connected'
        if (parent.arguments[0] === node && isConnectingCall(parent, name)) return 'connected'
        if (/^(?:default|catch|prefault)$/.test(name)) {
          const holder = holderOfChain(parent)
          if (holder !== undefined && isAddressName(holder)) return 'connected'
        }
        return 'unknown'
      }
      // Code that is loaded from there.
      case T.ImportDeclaration:
      case T.ImportExpression:
      case T.ExportAllDeclaration:
      case T.ExportNamedDeclaration:
        return 'connected'
      case T.TSLiteralType:
      case T.SwitchCase:
      case T.ExpressionStatement:
        return 'mention'
      default:
        return 'unknown'
    }
    node = parent
  }
  return 'unknown'
}

const PROXY_SIBLINGS = ['changeOrigin', 'pathRewrite', 'rewrite', 'secure', 'xfwd', 'ws', 'logLevel']

/** The name that an expression asks a setting by: `process.env.API_URL`, `config.get('API_URL')`. */
function askedName(check: Check, node: Node): string | undefined {
  const inner = unwrap(node)
  if (isCall(inner)) {
    const [first] = inner.arguments
    return first && first.type !== T.SpreadElement ? check.file.string(first) : undefined
  }
  return lastName(inner)
}

/** `{ services: { users: { url: 'http://…' } } }`, `ENDPOINTS = { users: 'http://…' }`: what holds it says what it is. */
function byHolders(property: TSESTree.Property, outer: readonly string[]): 'connected' | 'unknown' {
  const isAddress = outer.some((name) => /^(?:url|uri|href|host|address)$/i.test(name))
  for (
    let node: Node | undefined = property.parent.parent, steps = 0;
    node && steps < 8;
    node = node.parent, steps += 1
  ) {
    const name =
      node.type === T.Property
        ? propertyName(node)
        : node.type === T.VariableDeclarator && node.id.type === T.Identifier
          ? node.id.name
          : node.type === T.PropertyDefinition
            ? propertyName(node)
            : undefined
    if (name === undefined) {
      if (node.type === T.ObjectExpression || node.type === T.ArrayExpression || node.type.startsWith('TS')) continue
      if (isCall(node) && lastName(node.callee) === 'freeze') continue
      return 'unknown'
    }
    if (isVocabularyName(name)) return 'unknown'
    if (isAddressList(name) || (isAddress && isAddressName(`${name}_url`))) return 'connected'
    if (node.type !== T.Property) return 'unknown'
  }
  return 'unknown'
}

/** Names of collections whose values are addresses of services: `ENDPOINTS`, `apis`, `serviceUrls`. */
function isAddressList(name: string): boolean {
  const words = splitWords(name)
  const last = words.at(-1)
  if (last === undefined || words.length > 5 || words.some((word) => ABOUT.has(word))) return false
  return ADDRESS_LISTS.has(last) || (/^(?:urls|uris|hosts|origins|addresses)$/.test(last) && isAddressName(name))
}

const ABOUT = new Set<string>(addressNameWords.about)
const ADDRESS_LISTS = new Set([
  'endpoints',
  'apis',
  'webhooks',
  'upstreams',
  'backends',
  'gateways',
  'brokers',
  'proxies',
])

function isLocation(node: Node): boolean {
  const inner = unwrap(node)
  if (inner.type === T.Identifier) return inner.name === 'location'
  return (
    inner.type === T.MemberExpression &&
    memberName(inner) === 'location' &&
    /^(?:window|document|self|top|parent|globalThis|opener)$/.test(lastName(inner.object) ?? '')
  )
}

/** A function of one's own whose name says that it goes to the address: `downloadFile(…)`, `fetchJson(…)`, `http.get(…)`. */
function isConnectingCall(call: CallNode, name: string): boolean {
  const words = splitWords(name)
  const [first = ''] = words
  const { callee } = call
  if (CLIENTS.test(name)) return true
  if (/^(?:fetch|download|upload|crawl|scrape|curl|wget|goto)$/.test(first)) return words.length <= 4
  if (
    /^use (?:swr|fetch|axios|web socket|event source)$|^(?:load|open) url$|^(?:http|https|get|post|put) (?:get|post|put|patch|delete|json|request)$/.test(
      words.join(' '),
    )
  )
    return true
  // this.http.get('http://…'), apiClient.post('http://…')
  if (!/^(?:get|post|put|patch|delete|request|head|getJSON)$/.test(name) || callee.type !== T.MemberExpression)
    return false
  const receiver = splitWords(lastName(callee.object) ?? '')
  const last = receiver.at(-1)
  return (
    (last !== undefined && /^(?:http|https|axios|api|rest|fetcher)$/.test(last)) ||
    (/^(?:client|service)$/.test(last ?? '') &&
      receiver.some((word) => /^(?:http|https|api|rest|axios|web)$/.test(word)))
  )
}

function byName(name: string, outer: readonly string[]): 'connected' | 'mention' | 'unknown' {
  if (isVocabularyName(name) || outer.some(isVocabularyName)) return 'mention'
  if (isAddressName(name)) return 'connected'
  return outer.some((each) => each !== '' && isAddressName(`${name}_${each}`)) ? 'connected' : 'unknown'
}

/** Names that only say "an address" and take their meaning from what holds them. */
function isWeakName(name: string): boolean {
  return /^(?:url|uri|href|host|address|value|default|dev|prod|production|staging|primary|secondary|main|http|base|v\d+|[a-z]{2})$/i.test(
    name,
  )
}

/**
 * Does a name denote the address of something that one connects to (`apiUrl`, `WEBHOOK_ENDPOINT`), not of a document,
 * an identity or a vocabulary (`docsUrl`, `issuer`, `xmlns`)?
 *
 * @param name a variable's, option's or environment variable's name
 */
export function isAddressName(name: string): boolean {
  const words = splitWords(name).filter((word) => !/^\d+$/.test(word))
  if (words.length === 0 || words.length > 7) return false
  const { whole, heads, qualifiers, about } = addressNameWords
  if (words.some((word) => (about as readonly string[]).includes(word))) return false
  if ((whole as readonly string[]).includes(words.join(' ')) || (whole as readonly string[]).includes(words.join('')))
    return true
  const last = words.at(-1)!
  if (
    !(heads as readonly string[]).includes(last) &&
    !(/^(?:base|root|prefix|default)$/.test(last) && words.some((word) => word === 'url' || word === 'api'))
  )
    return false
  return words.some(
    (word, index) => (qualifiers as readonly string[]).includes(word) && (index < words.length - 1 || words.length > 1),
  )
}

/** Names of what is written as an address but names a thing. */
function isVocabularyName(name: string): boolean {
  return /xmlns|namespace|schema|\$id|^@|^id$|^type$|^rel$|iri$|vocab|context|dtd|doctype|licen[cs]e|homepage|docs?(?:Url)?$|documentation|repository|^bugs?$|issuer|audience|entityId|realm|canonical|^see$|reference|example|^description$|^title$|^text$|^label$|^message$|^summary$|^help|placeholder|^comment|^name$/i.test(
    name,
  )
}

/** `{ info: { license: { url } } }`, `externalDocs: { url }`: the address of a document. */
function insideDocument(property: TSESTree.Property): boolean {
  for (
    let node: Node | undefined = property.parent.parent, steps = 0;
    node && steps < 6;
    node = node.parent, steps += 1
  ) {
    if (node.type === T.Property && isVocabularyName(propertyName(node) ?? '')) return true
  }
  return false
}

function hasKey(object: Node, key: string): boolean {
  return (
    object.type === T.ObjectExpression &&
    object.properties.some((each) => each.type === T.Property && propertyName(each) === key)
  )
}

function isRequestObject(object: Node): boolean {
  if (object.type !== T.ObjectExpression) return false
  return object.properties.some(
    (each) => each.type === T.Property && (requestSiblings as readonly string[]).includes(propertyName(each) ?? ''),
  )
}

/** `<link rel="profile">`, `<html xmlns>`, `<use href>`: the address isn't fetched as a page or resource of ours. */
function isDocumentElement(attribute: TSESTree.JSXAttribute): boolean {
  return attribute.parent.attributes.some(
    (each) =>
      each.type === T.JSXAttribute &&
      each.name.type === T.JSXIdentifier &&
      each.name.name === 'rel' &&
      each.value?.type === T.Literal &&
      /profile|license|canonical/.test(String(each.value.value)),
  )
}

/** `{ API_URL: z.string().url().default('…') }`: the key that holds the chain of calls. */
function holderOfChain(call: Node): string | undefined {
  let node: Node = call
  for (let steps = 0; node.parent && steps < 12; steps += 1) {
    const parent: Node = node.parent
    if (parent.type === T.Property) return propertyName(parent)
    if (parent.type === T.VariableDeclarator) return parent.id.type === T.Identifier ? parent.id.name : undefined
    if (parent.type !== T.MemberExpression && !isCall(parent)) return undefined
    node = parent
  }
  return undefined
}

/** The last names of what connects to an address, and the one that stands for a module. */
const SINK_NAMES: ReadonlySet<string> = new Set([
  'default',
  ...(addressSinks as readonly AddressSinkRow[]).flatMap((row) =>
    row.calls.map((call) => /(?:^|[.#])([^.#()]*)(?:\(\))*$/.exec(call)?.[1] ?? ''),
  ),
])

/**
 * Looks at calls that connect to an address, and reports those plain addresses that get there.
 *
 * @param check the rule's view
 * @param found the plain addresses of the file
 */
export function checkAddressSinks(check: Check, found: readonly PlainAddress[]): void {
  const byNode = new Map<Node, PlainAddress>(found.map((each) => [each.node, each]))
  for (const call of check.file.index.calls) {
    if (call.arguments.length === 0 || call.arguments.every((argument) => isFunction(argument))) continue
    const callee = unwrap(call.callee)
    const isMethod = call.type === T.CallExpression && callee.type === T.MemberExpression
    if (isMethod && !SINK_NAMES.has(memberName(callee) ?? 'default')) continue
    const names = check.file.callee(call)
    if (names.length === 0) continue
    for (const row of addressSinks as readonly AddressSinkRow[]) {
      const argument = call.arguments[row.argument]
      if (!argument || argument.type === T.SpreadElement || isFunction(argument)) continue
      if (!names.some((name) => matchesAny(name, row.calls) || matchesAny(asModule(name), row.calls))) continue
      for (const path of row.paths) {
        for (const literal of openings(check, argument, path)) {
          const address = byNode.get(literal)
          if (address && !isParsedOnly(check, call, row)) reportAddress(check, address)
        }
      }
    }
  }
}

/** A global that carries a module's name (`axios.post` with axios from a script element) is that module. */
function asModule(name: string): string {
  if (name.includes('#')) return name
  return name.includes('.') ? name.replace('.', '#') : `${name}#`
}

/** `new URL(x).hostname`: taken apart, not connected to. */
function isParsedOnly(check: Check, call: CallNode, row: AddressSinkRow): boolean {
  if (!row.id.startsWith('web.URL') || check.options.strict) return false
  const made = wrapped(call)
  const { parent } = made
  if (parent?.type === T.MemberExpression) return parent.object === made && isPart(parent)
  if (parent?.type !== T.VariableDeclarator) return false
  // `const url = new URL(request.url, 'http://any')`, of which only parts are read
  if (parent.id.type === T.ObjectPattern)
    return parent.id.properties.every((each) => each.type === T.Property && PARTS.test(propertyName(each) ?? ''))
  const uses = check.file.index.variableOf(parent.id)?.references.filter((each) => !each.init) ?? []
  return (
    uses.length > 0 &&
    uses.every(({ identifier }) => {
      const use = (identifier as Node).parent
      return use?.type === T.MemberExpression && use.object === identifier && isPart(use)
    })
  )
}

function isPart(node: TSESTree.MemberExpression): boolean {
  return PARTS.test(memberName(node) ?? '')
}

const PARTS = /^(?:hostname|host|pathname|search|searchParams|hash|port|protocol|origin|username|password)$/

/** The literals with which the text of a value begins. */
function openings(check: Check, node: Node, path: readonly string[], depth = 0): Node[] {
  if (depth > 5) return []
  const found: Node[] = []
  for (const origin of check.file.member(node, path, { derived: false, containers: 'whole' })) {
    if (origin.file !== check.file) continue
    if (origin.kind === 'constant') {
      if (origin.members.length === 0) found.push(origin.node)
      continue
    }
    const inner = unwrap(origin.node)
    if (origin.kind === 'call' && origin.members.length === 0 && isCall(inner)) {
      // new URL('http://…') and String(url) hand the address on; 'http://…'.concat(x) and ['http://…', x].join('/') begin with it
      const [first] = inner.arguments
      const { callee } = inner
      if (callee.type === T.MemberExpression && /^(?:concat|join)$/.test(memberName(callee) ?? '')) {
        const list = unwrap(callee.object)
        const start = list.type === T.ArrayExpression ? list.elements[0] : list
        if (start && start.type !== T.SpreadElement) found.push(...openings(check, start, [], depth + 1))
      }
      if (
        /^(?:URL|String|encodeURI|toString)$/.test(lastName(inner.callee) ?? '') &&
        first &&
        first.type !== T.SpreadElement
      )
        found.push(...openings(check, first, [], depth + 1))
      continue
    }
    if (origin.kind !== 'unknown' || origin.members.length > 0) continue
    if (inner.type === T.TemplateLiteral) {
      found.push(inner)
      if (inner.quasis[0]?.value.raw === '' && inner.expressions[0])
        found.push(...openings(check, inner.expressions[0], [], depth + 1))
    } else if (inner.type === T.BinaryExpression && inner.operator === '+') {
      let left: Node = inner
      while (left.type === T.BinaryExpression && left.operator === '+') left = unwrap(left.left)
      found.push(...openings(check, left, [], depth + 1), left)
    }
  }
  return found
}

/** `http.request({ hostname: 'api.acme.io' })`: plain by the module that is called. */
export function checkPlainClient(check: Check, call: CallNode): void {
  const name = lastName(call.callee)
  if (name !== 'request' && name !== 'get') return
  const [options] = call.arguments
  if (
    !options ||
    options.type === T.SpreadElement ||
    check.isTest ||
    check.isDevelopmentFile ||
    check.options.cleartext === 'off'
  )
    return
  const node = unwrap(options)
  if (node.type !== T.ObjectExpression && node.type !== T.Identifier) return
  if (!check.file.callee(call).some((each) => each === 'http#request' || each === 'http#get')) return
  for (const key of ['hostname', 'host']) {
    for (const origin of check.file.member(node, [key], { derived: false })) {
      if (origin.kind !== 'constant' || typeof origin.value !== 'string' || origin.members.length > 0) continue
      if (isAllowedHost(check, origin.value.toLowerCase().replace(/:\d+$/, '')) || !origin.value.includes('.')) continue
      if (whenExecuted(check, call) === 'never' || check.reported(call)) continue
      check.report({
        node: call,
        messageId: 'cleartextClient',
        data: { what: `\`http.${name}\``, address: origin.value.slice(0, 80), secure: '`node:https`' },
      })
      return
    }
  }
}

/** `{ protocol: 'http', host: 'search.acme.io' }`: an address in pieces. */
export function checkPieces(check: Check, property: TSESTree.Property): void {
  if (
    property.parent.type !== T.ObjectExpression ||
    check.isTest ||
    check.isDevelopmentFile ||
    check.options.cleartext === 'off'
  )
    return
  const scheme = check.file
    .string(property.value)
    ?.replace(/:(?:\/\/)?$/, '')
    .toLowerCase()
  const row = scheme === undefined ? undefined : schemes.get(scheme)
  if (!row || row.strict) return
  for (const each of property.parent.properties) {
    if (each.type !== T.Property || !/^(?:host|hostname|endPoint|server)$/.test(propertyName(each) ?? '')) continue
    const host = check.file.string(each.value)
    if (
      host === undefined ||
      !host.includes('.') ||
      host.includes('*') ||
      isAllowedHost(check, host.toLowerCase().replace(/:\d+$/, ''))
    )
      continue
    if (whenExecuted(check, property) === 'never' || check.reported(property)) return
    check.report({
      node: property,
      messageId: 'cleartextClient',
      data: { what: 'The connection', address: host.slice(0, 80), secure: `\`${row.secure}\`` },
    })
    return
  }
}

const insecureChannels: readonly string[] = tlsMethods.find((row) => row.id === 'grpc.createInsecure')?.calls ?? []

/** gRPC: `credentials.createInsecure()`, unless it goes to a local address. */
export function checkInsecureChannel(check: Check, call: CallNode): void {
  if (lastName(call.callee) !== 'createInsecure' || check.isTest || check.isDevelopmentFile) return
  const callee = unwrap(call.callee)
  const receiver = callee.type === T.MemberExpression ? lastName(callee.object) : undefined
  const names = check.file.callee(call)
  const isServer = receiver === 'ServerCredentials' || names.some((name) => name.includes('ServerCredentials'))
  const known =
    names.some((name) => matchesAny(name, insecureChannels)) ||
    (receiver !== undefined && /^(?:credentials|ChannelCredentials|ServerCredentials|creds)$/.test(receiver))
  if (!known || (isServer && !check.options.strict)) return
  if (isLocalChannel(check, call)) return
  // `secure ? createSsl() : createInsecure()`: whoever configures the address chose.
  if (
    !check.options.strict &&
    check.file
      .guards(call)
      .some(({ test }) => /https|tls|ssl|secure|cert|cred/i.test(check.file.text.slice(...test.range)))
  )
    return
  const when = whenExecuted(check, call)
  if (when === 'never' || (when === 'bySwitch' && !check.options.strict) || check.reported(call)) return
  check.report({
    node: call,
    messageId: 'insecureChannel',
    data: { what: `\`${receiver ?? 'credentials'}.createInsecure()\`` },
  })
}

/** The address that stands beside the credentials: `new Client('localhost:50051', credentials.createInsecure())`. */
function isLocalChannel(check: Check, call: CallNode): boolean {
  const uses: Node[] = [call]
  const declarator = wrapped(call).parent
  if (declarator?.type === T.VariableDeclarator && declarator.id.type === T.Identifier) {
    uses.push(...(check.file.index.variableOf(declarator.id)?.references.map((each) => each.identifier as Node) ?? []))
  }
  for (const use of uses) {
    for (let node: Node | undefined = use.parent, steps = 0; node && steps < 6; node = node.parent, steps += 1) {
      if (!isCall(node)) continue
      for (const argument of node.arguments) {
        if (argument.type === T.SpreadElement) continue
        for (const text of addressTexts(check, argument))
          if (
            /^(?:dns:\/*|ipv[46]:|unix:)?\[?[\w.-]+/.test(text) &&
            (text.startsWith('unix:') || isAllowedAddress(check, text.replace(/^(?:dns:\/*|ipv[46]:)/, '')))
          )
            return true
      }
    }
  }
  return false
}

function addressTexts(check: Check, node: Node): string[] {
  const text = knownText(check.file, node)
  if (text !== undefined && !text.startsWith(DYNAMIC)) return [text]
  const origins = check.file.origins(node, { derived: false })
  // An address from the environment with a local fallback is meant for production as well.
  return origins.length > 0 && origins.every((origin) => origin.kind === 'constant')
    ? origins.flatMap((origin) =>
        origin.kind === 'constant' && typeof origin.value === 'string' ? [origin.value] : [],
      )
    : []
}
