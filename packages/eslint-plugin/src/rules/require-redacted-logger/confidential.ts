import {
  type CallNode,
  clientErrorMembers,
  type ConfidentialClass,
  confidentialContainers,
  confidentialHeaders,
  contains,
  enclosingFunction,
  type FileAnalysis,
  type FunctionNode,
  isErrorName,
  isFunction,
  isOfFile,
  lastName,
  memberName,
  type NameMeaning,
  type Node,
  type Origin,
  originNames,
  propertyName,
  scanText,
  type SecretCallRow,
  secretCalls,
  splitWords,
  type Step,
  T,
  unwrap,
} from '@palisade/analysis'
import type { TSESTree } from '@typescript-eslint/utils'
import { confidentialMembers } from './declared.js'
import type { Sink } from './sinks.js'

/** What the rule has found out about one value on its way to a sink. */
export interface Exposure {
  /** What the value is called where it shows that it is confidential: `user.password`. */
  name: string
  class: ConfidentialClass
  /** For a whole object: what it holds. */
  holds?: string
  /** The steps that lie between the sink and the place where the value shows what it is. */
  way: readonly Step[]
  /** The expression that shows it. */
  node: Node
  /** The keys under which the value stands in what is logged; the last one is the value's own. */
  record: readonly string[]
  /** Whether the value becomes part of a text, so that no key leads to it any more. */
  inText: boolean
}

/** What a project asks for. */
export interface Judgement {
  classes: ReadonlySet<ConfidentialClass>
  strict: boolean
  classify(name: string): NameMeaning
  classifyPath(path: readonly string[]): NameMeaning
  /** Types whose values are confidential, by name. */
  sensitiveTypes: ReadonlySet<string>
  /** What says in a schema's metadata that a value is confidential. */
  metadata: RegExp
}

/**
 * Is what comes from this origin confidential?
 *
 * The way from the sink to the origin is read for names: the first one that clearly denotes something confidential, or
 * clearly a thing about it, decides. Where no name does, the origin itself may: a whole environment, a request, the
 * result of a secret manager.
 *
 * @param origin where the value comes from, with the way to it.
 * @param ask what the project asks for.
 * @param sink where the value goes.
 * @returns what is exposed, or undefined when it is nothing confidential.
 */
export function exposureOf(origin: Origin, ask: Judgement, sink?: Sink): Exposure | undefined {
  if (isHarmlessValue(origin)) return undefined
  const trail = readTrail(origin, ask, sink)
  if (trail.isKey || (!ask.strict && isAnyMember(origin, ask))) return undefined
  let about = false
  for (const [at, view] of trail.views.entries()) {
    // `token.length` is a number, whatever the token was made from.
    if (view.kind !== 'property' && /^(?:length|byteLength)$/u.test(view.path.at(-1) ?? '')) return undefined
    if (view.derived && !trail.isPiece) about = false
    if (view.isLost) return undefined
    if (saysRedacted(view)) return undefined
    const meaning = meaningOfView(view, ask)
    if (meaning === undefined || meaning.kind === 'other') continue
    if (meaning.kind === 'about') {
      if (isTokenResponse(origin, view)) return exposedView(origin, trail, view, 'credentials', 'the tokens')
      about = true
      continue
    }
    if (about || (view.isPiece && isOtherPiece(trail.views[0]!))) return undefined
    if (!isAsked(meaning, ask) || isMeasuredLater(trail.views.slice(at + 1), ask)) return undefined
    if (!isFit(origin, view, meaning)) return undefined
    // Some member of a text is hardly the text.
    if (
      view.path.at(-1) === '*' &&
      /^(?:token|password|secret|key)$/u.test(meaning.what ?? '') &&
      (sink?.kind === 'exception' || isCharacter(origin, view))
    )
      continue
    // What a name leaves open, one further on may settle: `const token = req.headers.authorization`.
    if (
      isRecord(view, trail.views[at + 1], meaning) ||
      isOtherToken(origin, view, meaning) ||
      isWeakSign(origin, view, meaning, ask, sink)
    )
      continue
    if (meaning.row === 'credential' && losesCredential(trail, ask)) return undefined
    if (
      isAbsent(origin.file, view.node) ||
      (meaning.row !== 'connection-string' && isLabelled(origin, view, sink)) ||
      isNameOf(origin, ask)
    )
      return undefined
    if (isInPlaces(trail.views, at)) return undefined
    // An object in the place of a message is no text.
    if (sink?.kind === 'exception' && view.keys > 0 && !view.inText) return undefined
    // Nor is a piece of it the thing: `const env = clientId.split('$')[1]`.
    if (sink?.kind === 'exception' && view.isPiece) return undefined
    return exposedView(origin, trail, view, meaning.class!)
  }
  if (about) return undefined
  return wholeExposure(origin, trail, ask, sink)
}

function exposedView(origin: Origin, trail: Trail, view: View, of: ConfidentialClass, holds?: string): Exposure {
  return {
    name: view.path.join('.'),
    class: of,
    ...(holds === undefined ? {} : { holds }),
    way: origin.steps.slice(0, view.steps),
    node: view.node,
    record: trail.record.slice(0, view.keys),
    inText: view.inText,
  }
}

/** `const tokenResponse = await client.getToken(code)`: what an authorization server answers, whole. */
function isTokenResponse(origin: Origin, view: View): boolean {
  return (
    origin.kind === 'call' &&
    origin.members.length === 0 &&
    view.path.length === 1 &&
    /^(?:o?auth|access|refresh|id)?_?tokens?_?(?:response|resp|set)$/iu.test(view.path[0]!)
  )
}

/** `apiKey.at(0)`: one character of it. */
function isCharacter(origin: Origin, view: View): boolean {
  return !/s$/iu.test(view.path.at(-2) ?? 's') && origin.steps.some((step) => step.name === 'at')
}

/** `const [user] = decoded.split(':')`: the piece is another thing, by its name. */
function isOtherPiece(first: View): boolean {
  return (
    first.kind === 'variable' &&
    !first.isPiece &&
    first.path.length === 1 &&
    /^(?:user|user_?name|login|name|e?mail|id|host|host_?name|scheme|type|method|prefix)$/iu.test(first.path[0]!)
  )
}

/** `sanitizedHeaders`, `safeUser`: whoever named it so has taken out what is confidential. */
function saysRedacted(view: View): boolean {
  if (view.kind !== 'variable' && view.kind !== 'property') return false
  const [first, second] = splitWords(view.path.at(-1) ?? '')
  return (
    second !== undefined &&
    /^(?:sanitized|sanitised|redacted|masked|safe|scrubbed|censored|filtered|cleaned|obfuscated|anonymized|anonymised)$/u.test(
      first ?? '',
    )
  )
}

/** `{ credentials: list.length }`: what follows the confidential name is a number or a state of the thing. */
function isMeasuredLater(views: readonly View[], ask: Judgement): boolean {
  for (const view of views) {
    if (view.derived) return false
    if (/^(?:length|size|count|byteLength)$/u.test(view.path.at(-1) ?? '')) return true
    const meaning = view.kind === 'property' ? undefined : meaningOfView(view, ask)
    if (
      meaning?.kind === 'about' &&
      /^(?:measure|state|time|digest|digest-before|question-before)$/u.test(meaning.aspect ?? '')
    )
      return true
  }
  return false
}

/** Names that other things bear as well: what the file says besides decides. */
function isWeakSign(origin: Origin, view: View, meaning: NameMeaning, ask: Judgement, sink: Sink | undefined): boolean {
  // `session.id` numbers the connections of any protocol; only where there are requests it is a cookie's.
  if (ask.strict)
    return meaning.row === 'session-id' && view.path.join('.') === 'session.id' && !HAS_REQUESTS.test(origin.file.text)
  const last = view.path.at(-1) ?? ''
  if (meaning.row === 'secret') return /^(?:secrets?|\w*(?:Secrets|_secrets))$/u.test(last) && namesSecrets(origin.file)
  // Those that a service gives each device are of use only together with its key.
  if (/(?:device|push)_?tokens?$/iu.test(last)) return true
  if (meaning.certainty === 'sure') return false
  switch (meaning.row) {
    case 'credential':
      return sink?.kind === 'exception' || view.isPiece
    case 'cookie':
      return sink?.kind === 'exception' && !/header|string/iu.test(last)
    case 'session-id':
      // Of a protocol or a conversation, unless it is the cookie's.
      return !isCookieSession(view.path)
    case 'connection-string':
      // Callback and webhook addresses are no credentials by themselves.
      return isPublicAddress(origin.file, view.path.join('.')) || isAnyConnection(view.path)
    case 'often-secret-kind-of-key':
      // `connectionKey`, `userKey`: of maps and tables, unless the word before says more.
      return !/(?:master|service|root|admin|bot|account|security|secure|server|shared|session|cookie|seed|integration|otp|totp)[-_]?keys?$/iu.test(
        last,
      )
    case 'token':
      return sink?.kind === 'exception' && !speaksOfToken(sink)
    default:
      return false
  }
}

/** `req.sessionID`, `req.session.id`, `cookies.sessionId`, `PHPSESSID`. */
function isCookieSession(path: readonly string[]): boolean {
  return (
    /^(?:PHPSESSID|JSESSIONID|connect\.sid)$/u.test(path.at(-1) ?? '') ||
    /\b(?:req|request|ctx)\.(?:sessionID|session\.id)$|\b(?:signedC|c)ookies\b/u.test(path.join('.'))
  )
}

/** Addresses of callbacks and webhooks are no credentials by themselves, nor is that of a Firebase database. */
function isPublicAddress(file: FileAnalysis, name: string): boolean {
  if (/connection_?ur[il]$/iu.test(name) && !DATABASES.test(file.text)) return true
  return /hook/iu.test(name) || (/\bfirebase/iu.test(file.text) && /(?:db|database)_?url$/iu.test(name))
}

const HAS_REQUESTS = /\bcookies?\b|\breq\b|\brequest\b|\bctx\b|\bexpress|\bhttps?\b/iu

const DATABASES =
  /postgres|mysql|mariadb|mongo|redis|amqp|rabbitmq|mssql|sqlserver|jdbc|prisma|knex|sequelize|typeorm|drizzle|smtp/iu

const secretRecords = new WeakMap<FileAnalysis, boolean>()

/** Whether what the file calls a secret is the record of one in a secret manager: its name and its version. */
function namesSecrets(file: FileAnalysis): boolean {
  let answer = secretRecords.get(file)
  if (answer === undefined)
    secretRecords.set(
      file,
      (answer =
        /\bsecrets?\??\.(?:name|version|versions|versionId|key|projectId|secret|arn|id|labels|path)\b|\bgetSecretVersion\b|\bsecretEnvironmentVariables\b/iu.test(
          file.text,
        ) && !/\bsecret\??\.(?:value|data|payload|SecretString)\b/u.test(file.text)),
    )
  return answer
}

/** `connection.url`: of a socket or a service as well as of a database, which its own name would say. */
function isAnyConnection(path: readonly string[]): boolean {
  return /^ur[il]$/iu.test(path.at(-1) ?? '') && !/db|database|sql|mongo|postgres|redis|amqp|rabbit/iu.test(path.join())
}

/** `Invalid token: …` speaks of one that somebody sent; `Unexpected token …` of one that a parser has read. */
function speaksOfToken(sink: Sink): boolean {
  const text = sink.values.map(staticText).join(' ')
  return /\btoken\b/iu.test(text) && !/unexpected|expected|unknown|pars|unterminated|illegal|syntax/iu.test(text)
}

function staticText(node: Node): string {
  const value = unwrap(node)
  if (value.type === T.TemplateLiteral) return value.quasis.map((quasi) => quasi.value.raw).join(' ')
  if (value.type === T.BinaryExpression) return `${staticText(value.left)} ${staticText(value.right)}`
  return value.type === T.Literal ? String(value.value) : ''
}

// --- names on the way

/** One name of the value on its way. */
interface View {
  kind: 'variable' | 'property' | 'member' | 'origin' | 'callee'
  path: readonly string[]
  node: Node
  /** How many of the origin's steps lead to it from the sink, and how many keys of the record. */
  steps: number
  keys: number
  inText: boolean
  /** Whether the value was made into another one just before. */
  derived: boolean
  /** Whether what gets to the sink is a piece that was cut out of it. */
  isPiece: boolean
  /**
   * Whether it doesn't get so far: only another part of what it was made into is read (`JSON.parse(idToken).sub`), or it
   * is a member of an object that becomes `[object Object]`.
   */
  isLost: boolean
}

interface Trail {
  views: readonly View[]
  record: readonly string[]
  inText: boolean
  /** Keys that destructuring, or what stands after a spread, took away on the way. */
  without: readonly string[]
  /** Whether it is a key of an object, not a value. */
  isKey: boolean
  /** Whether it is a piece that was cut out of a text. */
  isPiece: boolean
}

/** Calls that write out the members of an object. */
const WRITES_OBJECTS =
  /^(?:stringify|inspect|format|formatWithOptions|dump|serialize|entries|fromEntries|values|assign|styleText|render|toJSON|URLSearchParams)$/u
/** Calls that copy or merge objects. */
const COPIES = /^(?:cloneDeep|clonedeep|clone|klona|rfdc|deepmerge|merge|mergeWith|assign|defaults|defaultsDeep|copy)$/u
/** Calls that give a piece of a text. */
const CUTS = /^(?:split|substring|substr|slice|match|matchAll|exec|trim|trimStart|trimEnd)$/u

function readTrail(origin: Origin, ask: Judgement, sink: Sink | undefined): Trail {
  const views: View[] = []
  const record: string[] = []
  const without: string[] = []
  let inText = false
  let derived = false
  let isKey = false
  let isLost = false
  let isFlat = false
  let isJson = false
  let firstPiece: Node | undefined
  let isPiece = false
  const add = (kind: View['kind'], path: readonly string[], node: Node, steps: number) => {
    views.push({ kind, path, node, steps, keys: record.length, inText, derived, isPiece, isLost })
    derived = false
  }
  for (const [at, step] of origin.steps.entries()) {
    const members = step.members ?? []
    switch (step.kind) {
      case 'variable':
        add('variable', [step.name ?? '*', ...members], step.node, at + 1)
        break
      case 'property':
        // What was set by a call shows in the text: `url.searchParams.set('key', key)`.
        isLost ||= step.node.type === T.CallExpression ? isJson && isSet(step.node) : isFlat
        if (!inText) record.push(step.name ?? '*')
        add('property', inText ? [step.name ?? '*'] : [...record, ...members], step.node, at + 1)
        break
      case 'element':
        if (!inText && members.length === 0) record.push('*')
        break
      case 'member':
        add('member', [step.name === '*' ? fixedPart(step.node) : (step.name ?? '*'), ...members], step.node, at + 1)
        break
      case 'return':
        // `newToken()`, which this file defines: what it promises holds for what it gives.
        if (step.name !== undefined && members.length === 0 && isPromise(step.name, ask, sink))
          add('callee', [givenName(step.name)], step.node, at + 1)
        break
      case 'rest':
      case 'spread':
        without.push(...(step.without ?? []))
        break
      case 'template':
      case 'concat':
        isLost ||= firstPiece !== undefined && isBehind(step.node, firstPiece, origin.file)
        inText = derived = isFlat = true
        break
      case 'through':
        // A copy has the members of what was copied.
        if (COPIES.test(step.name ?? '')) break
        // A key leads no further into text: `JSON.stringify(x)`, `String(x)`.
        if (!step.same) {
          inText = derived = true
          isLost ||= members.some((member) => !/^(?:\d+|\*|groups|value)$/u.test(member))
          firstPiece = step.name === 'split' && members[0] === '0' ? step.node : undefined
          isJson ||= step.name === 'stringify'
          const isWritten = WRITES_OBJECTS.test(step.name ?? '')
          isFlat = !isWritten && (isFlat || /^(?:String|toString|concat|trim|replace)$/u.test(step.name ?? ''))
          isPiece = !isWritten && (isPiece || CUTS.test(step.name ?? ''))
        }
        // Of an array, `slice` gives the same items; of a text, a piece.
        if (step.name === 'slice') isPiece = true
        // `for (const [name] of Object.entries(env))`: the names, not the values.
        if (step.name === 'entries' && members.at(-1) === '0') isKey = true
        break
    }
  }
  const decorated = origin.kind === 'parameter' ? decoratedPath(origin) : undefined
  const rootName = nameOfRoot(origin)
  if (decorated) add('origin', [...decorated, ...origin.members], origin.node, origin.steps.length)
  else if (
    origin.kind === 'call' ||
    origin.kind === 'unknown' ||
    origin.kind === 'parameter' ||
    origin.kind === 'global' ||
    origin.kind === 'import'
  ) {
    if (rootName !== undefined) add('origin', [rootName, ...origin.members], origin.node, origin.steps.length)
    else if (origin.members.length > 0) add('origin', origin.members, origin.node, origin.steps.length)
  } else if (origin.members.length > 0) add('origin', origin.members, origin.node, origin.steps.length)
  return { views, record, inText, without, isKey, isPiece }
}

/** `createToken`, `getAccessToken`: whether the name of a function of the file says that it gives a credential. */
function isPromise(name: string, ask: Judgement, sink: Sink | undefined): boolean {
  const [verb, ...rest] = splitWords(name)
  if (verb === undefined || rest.length === 0) return false
  if (/^(?:create|generate|make|mint|issue|derive|new|gen|sign)$/u.test(verb)) return true
  // Others may give a record of it, or where it is.
  return (
    sink?.kind !== 'exception' &&
    /^(?:get|fetch|load|read|retrieve|obtain|acquire|decrypt)$/u.test(verb) &&
    ask.classify(givenName(name)).certainty === 'sure'
  )
}

function givenName(name: string): string {
  return splitWords(name).slice(1).join('_')
}

/** `` `KEY=${value}`.split('=')[0] ``: what is read stands before the value. */
function isBehind(text: Node, split: Node, file: FileAnalysis): boolean {
  const [by] = split.type === T.CallExpression ? split.arguments : []
  const separator = by && file.string(by)
  let start: Node = text
  while (start.type === T.BinaryExpression) start = unwrap(start.left)
  const fixed = start.type === T.TemplateLiteral ? start.quasis[0]?.value.raw : file.string(start)
  return separator !== undefined && separator !== '' && fixed !== undefined && fixed.includes(separator)
}

/** `headers.set(name, value)`: JSON shows nothing of what such a collection holds. */
function isSet(call: TSESTree.CallExpression): boolean {
  return /^(?:set|append)$/u.test(lastName(call.callee) ?? '')
}

/** What is known of a computed member: `env[\`${prefix}_API_KEY\`]`. */
function fixedPart(node: Node): string {
  const property = node.type === T.MemberExpression ? unwrap(node.property) : undefined
  return property?.type === T.TemplateLiteral ? property.quasis.map((quasi) => quasi.value.raw).join('_') : '*'
}

/** The name at the root of the access path, where the origin has one that no step has named. */
function nameOfRoot(origin: Origin): string | undefined {
  switch (origin.kind) {
    case 'global':
      return origin.name
    case 'import':
      return origin.export === '*' || origin.export === 'default' ? undefined : origin.export
    case 'parameter':
    case 'unknown':
      return origin.node.type === T.Identifier ? origin.node.name : undefined
    default:
      return undefined
  }
}

/** `@Headers('authorization') value: string` of Nest: what the decorator reads. */
function decoratedPath(origin: Origin & { kind: 'parameter' }): readonly string[] | undefined {
  const parameter = origin.function.params[origin.index] as { decorators?: readonly TSESTree.Decorator[] } | undefined
  for (const { expression } of parameter?.decorators ?? []) {
    const call = unwrap(expression)
    const name = call.type === T.CallExpression ? lastName(call.callee) : undefined
    if (call.type !== T.CallExpression || !name || !/^(?:Headers?|Body|Query|Param|Cookies?|Session)$/u.test(name))
      continue
    const key = call.arguments[0] && origin.file.string(call.arguments[0])
    const part = name.toLowerCase().replace(/^(?:header|cookie)$/u, '$&s')
    if (key !== undefined) return ['request', part, ...key.split('.')]
    if (part === 'headers' || part === 'cookies') return ['request', part]
  }
  return undefined
}

/** What stands in such a place under a secret's name says where it is, or how it is called. */
const PLACES = /^(?:files?|paths?|filenames|filePaths|fields|columns|labels|placeholders)$/iu

/** `project.files.credentials` is read member by member, the last one first. */
function isInPlaces(views: readonly View[], at: number): boolean {
  const view = views[at]!
  const around = views[at + 1]
  const parent =
    view.path.at(-2) ?? (around && around.path.length === view.path.length + 1 ? around.path.at(-2) : undefined)
  return parent !== undefined && PLACES.test(parent)
}

function meaningOfView(view: View, ask: Judgement): NameMeaning | undefined {
  const path = view.path.filter((part) => part !== '*')
  if (path.length === 0) return undefined
  const [parent, last] = [path.at(-2), path.at(-1)!]
  const meaning = ask.classifyPath(path)
  if (meaning.kind !== 'other') return meaning
  // `secrets.stripe`: what stands in such a place is one.
  if (
    parent !== undefined &&
    /^(?:secrets|apiKeys|passwords|privateKeys|secretKeys)$/u.test(parent) &&
    splitWords(last).length > 0
  )
    return /^(?:length|size|name|names|keys|get|set|id|list|map|filter)$/u.test(last) ? meaning : ask.classify('secret')
  // `{ user, pass }` of a mail or database server
  if (
    last === 'auth' &&
    parent !== undefined &&
    /^(?:smtp|e?mail|mailer|imap|ftp|proxy|registry|redis|mqtt|transport(?:er)?)$/iu.test(parent)
  )
    return ask.classify('credentials')
  // `completion.choices[0].message.content`
  if (last === 'content' && /^(?:message|delta)$/u.test(parent ?? '') && path.includes('choices'))
    return ask.classify('completion')
  if (/^(?:content|text|parts)$/u.test(last) && /^(?:messages|chatMessages|history)$/u.test(parent ?? ''))
    return ask.classify('userMessage')
  if (parent === 'body' && last === 'address') return ask.classify('homeAddress')
  const asker = path.at(-3)
  if (
    parent === 'body' &&
    /^(?:req|request|ctx|event)$/u.test(asker ?? '') &&
    /^(?:messages?|text|content|question|input|comment|note|query|description)$/u.test(last)
  )
    return ask.classify('userMessage')
  if (parent !== undefined && /^(?:signed)?cookies$/iu.test(parent) && isSessionCookie(last))
    return ask.classify('sessionCookie')
  if (parent !== undefined && /^(?:raw)?headers?$/iu.test(parent)) {
    const header = confidentialHeaders.find((row) => row.id === last.toLowerCase())
    if (header) return { ...meaning, kind: 'credential', class: header.class, certainty: 'sure' }
  }
  return meaning
}

/** `req.cookies.sid`: the cookie by which a server knows who asks. */
function isSessionCookie(name: string): boolean {
  return /^(?:.*[._-])?(?:session|sess|sid|auth|jwt|token|remember|remember[-_]?me|credentials?)(?:[-_]?id)?$/iu.test(
    name,
  )
}

function isAsked(meaning: NameMeaning, ask: Judgement): boolean {
  return meaning.class !== undefined && ask.classes.has(meaning.class)
}

// --- what the value is

/** Values that give nothing away, whatever they are called. */
function isHarmlessValue(origin: Origin): boolean {
  switch (origin.kind) {
    case 'function':
    case 'class':
      return true
    case 'constant':
      if (origin.node.parent?.type === T.TSEnumMember) return true
      return typeof origin.value !== 'string' || !isPlausibleSecret(origin.value, '')
    case 'unknown':
      return origin.because === 'operator' && origin.members.length === 0 && isOperatorResult(origin.node)
    default:
      return false
  }
}

/** Comparisons, arithmetic, `!x`, `typeof x`, JSX and the like: not the value itself. */
function isOperatorResult(node: Node): boolean {
  return (
    node.type === T.UnaryExpression ||
    node.type === T.UpdateExpression ||
    (node.type === T.BinaryExpression && node.operator !== '+') ||
    node.type === T.JSXElement ||
    node.type === T.JSXFragment
  )
}

/** Does the value, as far as it can be seen, fit the name? */
function isFit(origin: Origin, view: View, meaning: NameMeaning): boolean {
  if (origin.kind === 'constant') return isPlausibleSecret(String(origin.value), view.path.at(-1) ?? '')
  // In Kafka's protocol it is the number of a kind of request.
  if (
    view.path.at(-1) === 'apiKey' &&
    /\bapiVersion\b/u.test(origin.file.text) &&
    /\bcorrelationId\b/u.test(origin.file.text)
  )
    return false
  if (meaning.row === 'one-time-code' && /^pins?$/iu.test(view.path.at(-1) ?? '') && isHardware(origin.file))
    return false
  if (origin.kind === 'call' && origin.call.type === T.NewExpression && origin.members.length === 0)
    return meaning.what === 'password' || meaning.what === 'secret'
  return !isHarmlessType(origin, view, meaning)
}

/** `token` alone is a word of parsers: there the file says which it is. */
function isOtherToken(origin: Origin, view: View, meaning: NameMeaning): boolean {
  return meaning.row === 'token' && meaning.certainty !== 'sure' && (isLexical(origin, view) || isWord(origin))
}

/** `const tokenData = { … }`: a record, whose members say what it holds. */
function isRecord(view: View, next: View | undefined, meaning: NameMeaning): boolean {
  return (
    view.kind === 'variable' &&
    next?.kind === 'property' &&
    (meaning.what === 'token' || meaning.what === 'key') &&
    next.keys <= view.keys + 1
  )
}

/** `if (!apiKey) throw new Error(`no key: ${apiKey}`)`: there is none. */
function isAbsent(file: FileAnalysis, node: Node): boolean {
  if (!isOfFile(file, node)) return false
  const text = (one: Node) => file.text.slice(...unwrap(one).range)
  const own = text(wholeRead(node))
  return file.guards(node).some(({ test, holds, cases }) => {
    if (cases) return false
    if (text(test) === own) return !holds
    if (test.type !== T.BinaryExpression) return false
    const { left, right, operator } = test
    const isEqual = operator === '===' || operator === '=='
    if (text(left) === own) return isEqual === holds && /^(?:undefined|null|''|"")$/u.test(text(right))
    return (
      left.type === T.UnaryExpression &&
      left.operator === 'typeof' &&
      text(left.argument) === own &&
      text(right) === "'string'" &&
      isEqual !== holds
    )
  })
}

/** The whole access path of which a name is the head: `ssl.key` of `ssl`. */
function wholeRead(node: Node): Node {
  let current = shownNode(node)
  for (let { parent } = current; parent; { parent } = current) {
    const isObject = parent.type === T.MemberExpression && parent.object === current
    if (!isObject && parent.type !== T.TSNonNullExpression && parent.type !== T.ChainExpression) break
    // `key` in `key.trim()`: the method is not the value.
    if (isObject && parent.parent?.type === T.CallExpression && parent.parent.callee === parent) break
    current = parent
  }
  return current
}

/** `server key file: ${ssl.key}`: the text right before it says that it is something about the thing. */
function isLabelled(origin: Origin, view: View, sink: Sink | undefined): boolean {
  const node = wholeRead(view.node)
  const { parent } = node
  let before: string | undefined
  if (parent?.type === T.TemplateLiteral) before = parent.quasis[parent.expressions.indexOf(node as never)]?.value.raw
  else if (parent?.type === T.BinaryExpression && parent.right === node) before = staticText(parent.left)
  else if (sink?.kind === 'log' && sink.values.includes(node)) {
    const at = sink.values.indexOf(node)
    const previous = at > 0 ? unwrap(sink.values[at - 1]!) : undefined
    before = previous?.type === T.Literal ? String(previous.value) : undefined
  }
  return /\b(?:file|path|name|named|id|url|type|count|length|version|field|variable|directory|folder)(?: is)?[ =:"'(<[]{0,6}$/iu.test(
    before ?? '',
  )
}

/** `secretNames()`, `getTokenId()`: the function says that it gives something about the thing. */
function isNameOf(origin: Origin, ask: Judgement): boolean {
  if (origin.kind !== 'call' || origin.members.length > 0 || origin.call.type !== T.CallExpression) return false
  const called = splitWords(lastName(origin.call.callee) ?? '')
  const words = GIVERS.test(called[0] ?? '') ? called.slice(1) : called
  const meaning = words.length > 1 ? ask.classify(words.join('_')) : undefined
  return meaning?.kind === 'about' && /^(?:identity|place|time|state|measure)$/u.test(meaning.aspect ?? '')
}

/** `{ ...credentials, password: undefined }`, `const { password, ...rest } = credentials`: the rest is harmless. */
function losesCredential(trail: Trail, ask: Judgement): boolean {
  return trail.without.some((key) => !/^(?:other|about)$/u.test(ask.classify(key).kind))
}

const LEXER =
  /\b(?:tokeni[sz]e[rs]?|tokeni[sz]ation|lexer|lex|TokenType|TokenKind|SyntaxKind|nextToken|peekToken|token[._]?(?:type|kind|start|end|line|pos|loc|range|text|raw)|tokens\.(?:push|length|shift|map)|getTokens?(?:Before|After)|estree|postcss|marked|parseExpression|InjectionToken|moduleCls|(?:on)?resumption[Tt]oken|[Aa]cme\w*|CancellationToken|gpt-tokenizer|tiktoken|(?<!\.)encode\(|symbol|erc20|ERC20|ethers|web3|solana|mint|swap)\b/u

const lexical = new WeakMap<FileAnalysis, boolean>()

/** Whether `token` is a word of a grammar, of a model or of a chain here, and not a credential. */
function isLexical(origin: Origin, view: View): boolean {
  let answer = lexical.get(origin.file)
  if (answer === undefined) lexical.set(origin.file, (answer = LEXER.test(origin.file.text)))
  return (
    answer &&
    !/^(?:req|request|ctx|headers|cookies|env|auth|session|user|body|query|config|options|credentials)$/iu.test(
      view.path[0] ?? '',
    )
  )
}

/** `for (const token of line.split(' '))`: a word; `header.split(' ')[1]` is not. */
function isWord(origin: Origin): boolean {
  const isSplit = (node: Node) =>
    node.type === T.CallExpression &&
    /^(?:split|match|matchAll|tokenize|words|lex|scan)$/u.test(lastName(node.callee) ?? '')
  const isItem = origin.members.includes('*') || origin.steps.some((step) => step.kind === 'element')
  return isItem && (isSplit(origin.node) || origin.steps.some((step) => isSplit(step.node)))
}

function isHardware(file: FileAnalysis): boolean {
  return /\b(?:gpio|firmata|johnny-five|onoff|rpi|digitalWrite|pinMode|arduino)\b/iu.test(file.text)
}

/** A written or known type that no secret has: a number, a flag, a function, a class of the program. */
function isHarmlessType(origin: Origin, view: View, meaning: NameMeaning): boolean {
  if (view.kind === 'variable' || view.kind === 'member' || view.kind === 'origin') {
    const facts =
      origin.file.types.available && view.node.type !== T.ImportDeclaration
        ? origin.file.types.describe(view.node)
        : undefined
    if (facts && view.path.length === 1) {
      const kinds = facts.kinds.filter((kind) => kind !== 'null' && kind !== 'undefined')
      if (
        kinds.length > 0 &&
        kinds.every(
          (kind) =>
            kind === 'boolean' || kind === 'number' || kind === 'bigint' || kind === 'function' || kind === 'symbol',
        )
      )
        return true
      if (
        kinds.length > 0 &&
        kinds.every((kind) => kind === 'string') &&
        /^"[^"]*"(?: \| "[^"]*")*(?: \| undefined| \| null)*$/u.test(facts.text)
      )
        return true
    }
  }
  if (origin.kind !== 'parameter' && origin.kind !== 'unknown') return false
  const written = writtenType(origin)
  if (!written) return false
  switch (written.type) {
    case T.TSBooleanKeyword:
    case T.TSNumberKeyword:
    case T.TSBigIntKeyword:
    case T.TSSymbolKeyword:
    case T.TSFunctionType:
    case T.TSVoidKeyword:
      return true
    case T.TSTypeReference: {
      // `token: Token`, `key: CacheKey`: an object of the program.
      if (meaning.what !== 'token' && meaning.what !== 'key') return false
      const name = lastName(written.typeName as unknown as Node) ?? ''
      return !/string|secret|password|credential|jwt|bearer|access|auth|api/iu.test(name)
    }
    default:
      return false
  }
}

/** The type that is written for what the access path of a parameter leads to. */
function writtenType(origin: Origin): TSESTree.TypeNode | undefined {
  const { node } = origin
  const annotated = (one: Node | undefined) =>
    (one as { typeAnnotation?: TSESTree.TSTypeAnnotation } | undefined)?.typeAnnotation?.typeAnnotation
  let type = annotated(node) ?? annotatedPattern(node)
  for (const member of origin.members) {
    if (type?.type !== T.TSTypeLiteral) return undefined
    const found: TSESTree.TypeElement | undefined = type.members.find(
      (one) =>
        one.type === T.TSPropertySignature && !one.computed && one.key.type === T.Identifier && one.key.name === member,
    )
    type = found?.type === T.TSPropertySignature ? found.typeAnnotation?.typeAnnotation : undefined
  }
  return type
}

function annotatedPattern(node: Node): TSESTree.TypeNode | undefined {
  for (let current: Node | undefined = node, hops = 0; current && hops < 4; current = current.parent, hops++)
    if (current.type === T.ObjectPattern) return current.typeAnnotation?.typeAnnotation
  return undefined
}

/** A constant under a confidential name that could be the thing, not its label, its kind or a mask. */
function isPlausibleSecret(value: string, name: string): boolean {
  if (value.length < 6 || value.length > 4096 || /[\s\p{Cc}]/u.test(value)) return false
  if (/^[*•x.#_-]+$|\*{3}|redact|hidden|mask|placeholder|example|^\[.*\]$|^<.*>$|^\$\{|^\{\{|^%[a-z]$/iu.test(value))
    return false
  const words = splitWords(value)
  // `password: 'password'`, `TOKEN: 'auth_token'`, `type: 'apiKey'`: words only.
  if (
    !/\d/u.test(value) &&
    words.length > 0 &&
    (/^[a-z]+(?:[-_.:/][a-z]+)*$/iu.test(value) || value.toLowerCase() === name.toLowerCase())
  )
    return false
  if (/^(?:https?:\/\/|\/|\.\/|#)/u.test(value)) return false
  return true
}

// --- whole objects, and calls whose result is confidential

const containersByName = new Map(
  confidentialContainers.flatMap((row) => row.names.map((name) => [name as string, row] as const)),
)
const secretCallsByName = new Map(
  (secretCalls as readonly SecretCallRow[]).flatMap((row) => row.calls.map((name) => [name, row] as const)),
)
const errorPaths = clientErrorMembers.map((row) => row.path.join('.'))

/** Calls that read a value by its name: `req.get('authorization')`, `config.get('db.password')`, `localStorage.getItem('token')`. */
const READERS =
  /^(?:get|header|getHeader|getItem|getOrThrow|require|requireEnv|getEnv|env|readSecret|getSecret|fetchSecret|getCookie|cookie|getString|string|use|getConfig|read|query|param)$/u

/** `getAccessToken()`, `generateApiKey()`: verbs whose result is what the rest of the name says. */
const GIVERS =
  /^(?:get|fetch|load|read|create|generate|make|mint|issue|retrieve|obtain|request|build|derive|decrypt|find|lookup|resolve|refresh|new|gen|acquire|sign)$/u

function wholeExposure(origin: Origin, trail: Trail, ask: Judgement, sink: Sink | undefined): Exposure | undefined {
  const exposed = (name: string, of: ConfidentialClass, holds?: string): Exposure | undefined =>
    ask.classes.has(of)
      ? {
          name,
          class: of,
          ...(holds === undefined ? {} : { holds }),
          way: origin.steps,
          node: origin.node,
          record: trail.record,
          inText: trail.inText,
        }
      : undefined
  if (losesCredential(trail, ask)) {
    // What a type says is left still counts.
    const left = confidentialMembers(origin, trail.without, ask)
    return left && exposed(lastView(trail), left.class, `\`${left.member}\``)
  }
  if (origin.kind === 'constant' && isToken(origin.value)) return exposed('a token', 'credentials')
  if (origin.kind === 'constant' || origin.kind === 'function' || origin.kind === 'class' || origin.kind === 'object')
    return undefined

  if (origin.kind === 'call' && origin.call.type !== T.TaggedTemplateExpression) {
    const read = readByName(origin, ask)
    if (read) return exposed(read.name, read.meaning.class!)
    const given = givenByCall(origin, ask)
    if (given) return exposed(given.name, given.meaning.class!)
    if (readsSecretFile(origin)) return exposed('a file of secrets', 'credentials')
    for (const name of originNames({ ...origin, members: [] })) {
      const row: SecretCallRow | undefined =
        secretCallsByName.get(name) ??
        // `new SignJWT(claims).setIssuedAt().sign(key)`
        secretCallsByName.get(name.replace(/(#\w+\(\))(?:\.\w+\(\))+(\.\w+\(\))$/u, '$1$2'))
      if (row && secretMemberOf(row, origin.members, ask)) return exposed(row.what, row.class ?? 'credentials')
    }
  }

  if (isPrivateKeyOfPair(origin)) return exposed('a private key', 'credentials')
  if (origin.kind === 'global' && origin.name === 'arguments') return fromArguments(origin, ask, exposed)
  const names = originNames(origin).map((name) =>
    name.endsWith('.*') && isLoopOverAll(origin)
      ? name.slice(0, -2)
      : name.replace(/\.(?:entries|values|toJSON|getAll|toString)\(\)$/u, ''),
  )
  for (const name of names) {
    const row = containersByName.get(name)
    if (
      !row ||
      // `c.req.header('accept')`: one of them, whose name was judged before
      (origin.kind === 'call' && origin.call.type === T.CallExpression && isNamed(origin.file, origin.call)) ||
      (row.in === 'strict' && !ask.strict && !isCredentialBody(origin, row.id)) ||
      !isSureContainer(origin, row.id)
    )
      continue
    return exposed(displayName(name), row.in === 'strict' ? 'credentials' : row.class, row.holds)
  }
  if (trail.isPiece) return undefined
  if (isHeadersByName(trail, origin))
    return exposed(lastView(trail), 'credentials', 'the Authorization and Cookie headers')
  if (isClientErrorPart(origin, trail))
    return exposed(`${lastView(trail)}`, 'credentials', 'the request with its Authorization header')

  if (sink?.kind === 'log' && carriesOwnRequest(origin))
    return exposed(lastView(trail), 'credentials', 'the request of the HTTP client in its `config`')
  if (isOutgoingRequest(origin)) return exposed(lastView(trail), 'credentials', 'its Authorization header')

  const declared = confidentialMembers(origin, trail.without, ask, isLoopOverAll(origin))
  if (declared) return exposed(lastView(trail), declared.class, `\`${declared.member}\``)
  const part = ask.strict ? requestPartByName(trail) : undefined
  if (part) return exposed(lastView(trail), part.class, part.holds)
  if (ask.strict && isConfiguration(origin, trail))
    return exposed(lastView(trail), 'credentials', 'the credentials that a configuration may hold')
  if (ask.strict && isPersonalRecord(origin, trail, sink)) return exposed(lastView(trail), 'pii', 'personal data')
  return undefined
}

/** Whether a call reads one thing by its name. */
function isNamed(file: FileAnalysis, call: TSESTree.CallExpression): boolean {
  return call.arguments.length === 1 && file.string(call.arguments[0]!) !== undefined
}

/** A text in the format of a service's tokens, whatever it is called. */
function isToken(value: unknown): boolean {
  return typeof value === 'string' && value.length >= 20 && /\d/u.test(value) && scanText(value).length > 0
}

const SECRET_FILE =
  /(?:^|[-_./\\])(?:private|priv|server|ssl|tls|key|id_rsa|id_ed25519)[-\w.]*\.(?:pem|key)$|\.(?:key|p12|pfx|jks|ppk)$|(?:^|[/\\])(?:id_rsa|id_ed25519|id_ecdsa|\.env(?:\.(?:local|production|prod|development))?|\.npmrc|\.pgpass|\.netrc)$|^\/run\/secrets\/|\.aws\/credentials$/u

/** `readFileSync('server.key')`, `readFile('/run/secrets/db')`. */
function readsSecretFile(origin: Origin & { kind: 'call' }): boolean {
  if (origin.call.type !== T.CallExpression || origin.members.length > 0) return false
  const { callee, arguments: given } = origin.call
  if (!/^readFile(?:Sync)?$/u.test(lastName(callee) ?? '') || !given[0]) return false
  const path = unwrap(given[0])
  // `path.join(__dirname, 'certs', 'server.key')`
  const end = path.type === T.CallExpression ? path.arguments.at(-1) : path
  return SECRET_FILE.test((end && origin.file.string(end)) ?? '')
}

/** `const config = loadConfig()`: what it holds is not in sight. */
function isConfiguration(origin: Origin, trail: Trail): boolean {
  if ((origin.kind !== 'call' && origin.kind !== 'import') || origin.members.length > 0) return false
  if (trail.inText && !origin.steps.some((step) => WRITES_OBJECTS.test(step.name ?? ''))) return false
  const view = trail.views.find((one) => one.kind === 'variable')
  return (
    view?.path.length === 1 && /^(?:(?:app|server|db|database|env)_?)?(?:config|configuration)$/iu.test(view.path[0]!)
  )
}

const PERSONS =
  /^(?:(?:current|new|created|updated|saved|found|existing|logged_?in|db)?_?(?:users?|customers?|patients?|employees?|members?|contacts?|persons?|people)|(?:user|customer|patient)_?(?:data|info|record|details|profile))$/iu

/**
 * `user`, `customer` as a whole, by its name, where the file reads what persons have from it: elsewhere a user may be an
 * id. In a text it would be only what its `toString` says.
 */
function isPersonalRecord(origin: Origin, trail: Trail, sink: Sink | undefined): boolean {
  if (origin.steps.some((step) => step.kind === 'template' || step.kind === 'concat')) return false
  if (sink?.values.some((value) => value.type === T.Literal && /%s/u.test(String(value.value)))) return false
  const names = [trail.views[0], trail.views.at(-1)].map((view) => view?.path.filter((part) => part !== '*') ?? [])
  const isPerson = names.every(
    (path) =>
      PERSONS.test(path.at(-1) ?? '') &&
      (path.length === 1 || /^(?:req|request|ctx|context|session|auth)$/u.test(path.at(-2)!)),
  )
  const name = names[0]?.at(-1) ?? ''
  return (
    isPerson &&
    new RegExp(
      `\\b${name.replace(/e?s$/u, '')}\\??\\.(?:e?mail|phone|address|birth|name|(?:first|last|full|display)_?name|profile)\\b`,
      'iu',
    ).test(origin.file.text)
  )
}

/** The third parameter of `generateKeyPair`'s callback. */
function isPrivateKeyOfPair(origin: Origin): boolean {
  if (origin.kind !== 'parameter' || origin.index !== 2 || origin.members.length > 0) return false
  const call = origin.function.parent
  return call.type === T.CallExpression && origin.file.names(call.callee).includes('crypto#generateKeyPair')
}

/** `arguments` holds what the parameters of the function are called. */
function fromArguments(
  origin: Origin,
  ask: Judgement,
  exposed: (name: string, of: ConfidentialClass, holds?: string) => Exposure | undefined,
): Exposure | undefined {
  let fn = enclosingFunction(origin.node)
  while (fn?.type === T.ArrowFunctionExpression) fn = enclosingFunction(fn.parent)
  const [at] = origin.members
  for (const [index, param] of fn?.params.entries() ?? []) {
    if (param.type !== T.Identifier || (at !== undefined && /^\d+$/u.test(at) && Number(at) !== index)) continue
    const meaning = ask.classify(param.name)
    if (meaning.kind !== 'other' && meaning.kind !== 'about' && meaning.certainty === 'sure' && isAsked(meaning, ask))
      return exposed('arguments', meaning.class!, `\`${param.name}\``)
  }
  return undefined
}

/** `for (const name in process.env) log(process.env[name])`: each of them in turn. */
function isLoopOverAll(origin: Origin): boolean {
  if (origin.members.at(-1) !== '*') return false
  // `for (const [name, value] of Object.entries(process.env))`
  if (origin.steps.some((step) => step.kind === 'through' && /^(?:entries|values)$/u.test(step.name ?? ''))) return true
  const read = origin.steps.find((step) => step.kind === 'member' && step.name === '*')?.node
  const key = read?.type === T.MemberExpression ? unwrap(read.property) : undefined
  if (read?.type !== T.MemberExpression || key?.type !== T.Identifier) return false
  const definition = origin.file.index.variableOf(key)?.defs[0]
  const over = definition && loopedOver(definition.node as Node)
  const text = (node: Node) => origin.file.text.slice(...node.range)
  return over !== undefined && (text(over) === text(read.object) || text(over) === `Object.keys(${text(read.object)})`)
}

/** What a loop's variable, or the parameter of a callback of `forEach`, goes over. */
function loopedOver(definition: Node): Node | undefined {
  if (definition.type === T.VariableDeclarator) {
    const statement = definition.parent.parent
    return statement?.type === T.ForInStatement || statement?.type === T.ForOfStatement ? statement.right : undefined
  }
  const call = isFunction(definition) ? definition.parent : undefined
  return call?.type === T.CallExpression &&
    call.callee.type === T.MemberExpression &&
    /^(?:forEach|map|flatMap)$/u.test(memberName(call.callee) ?? '')
    ? call.callee.object
    : undefined
}

function readByName(
  origin: Origin & { kind: 'call' },
  ask: Judgement,
): { name: string; meaning: NameMeaning } | undefined {
  if (origin.call.type === T.TaggedTemplateExpression) return undefined
  const input = inputValue(origin, ask)
  if (input) return input
  // `cookies.get('sid').value`
  if (origin.members.length > 0 && (origin.members.length > 1 || origin.members[0] !== 'value')) return undefined
  const method = lastName(origin.call.callee)
  if (method === undefined || !READERS.test(method)) return undefined
  for (const argument of origin.call.arguments.slice(0, 2)) {
    const key = origin.file.string(argument) ?? writtenText(argument)
    if (key === undefined || key.length > 80 || /\s/u.test(key)) continue
    const last = key.split(/[.:/]/u).at(-1) ?? key
    const meaning = ask.classifyPath(key.split(/[.:/]/u))
    if (isSessionCookie(last) && isCookieReader(origin.file, origin.call.callee))
      return { name: last, meaning: ask.classify('sessionCookie') }
    const isHeader = confidentialHeaders.find((row) => row.id === last.toLowerCase())
    if (isHeader) return { name: last, meaning: { ...meaning, class: isHeader.class } }
    if (meaning.kind !== 'other' && meaning.kind !== 'about' && isAsked(meaning, ask)) return { name: last, meaning }
  }
  return undefined
}

/** The fixed end of a text that is put together: `.secret` of `` `tenants.${name}.secret` ``. */
function writtenText(node: Node): string | undefined {
  const value = unwrap(node)
  return value.type === T.TemplateLiteral ? value.quasis.at(-1)?.value.raw : undefined
}

/** `document.querySelector('#password').value`: what somebody has typed. */
function inputValue(
  origin: Origin & { kind: 'call' },
  ask: Judgement,
): { name: string; meaning: NameMeaning } | undefined {
  if (origin.members.length !== 1 || origin.members[0] !== 'value') return undefined
  if (origin.call.type !== T.CallExpression || !origin.call.arguments[0]) return undefined
  if (!/^(?:getElementById|querySelector|getElementsByName|\$)$/u.test(lastName(origin.call.callee) ?? ''))
    return undefined
  const name = origin.file
    .string(origin.call.arguments[0])
    ?.match(/[A-Za-z][\w-]{0,60}/gu)
    ?.at(-1)
  const meaning = name === undefined ? undefined : ask.classify(name)
  return name !== undefined && meaning && meaning.kind !== 'other' && meaning.kind !== 'about' && isAsked(meaning, ask)
    ? { name, meaning }
    : undefined
}

/** `req.cookies.get(…)`, `ctx.cookies.get(…)`, `cookies().get(…)`, `getCookie(c, …)`. */
function isCookieReader(file: FileAnalysis, callee: Node): boolean {
  const node = unwrap(callee)
  if (file.names(callee).some((name) => /cookies(?:\(\))?\.get$/u.test(name))) return true
  return /cookie/iu.test(
    (node.type === T.MemberExpression && memberName(node) === 'get' ? lastName(node.object) : lastName(node)) ?? '',
  )
}

function givenByCall(
  origin: Origin & { kind: 'call' },
  ask: Judgement,
): { name: string; meaning: NameMeaning } | undefined {
  if (origin.call.type !== T.CallExpression || origin.members.length > 0) return undefined
  const callee = lastName(origin.call.callee)
  if (callee === undefined) return undefined
  const words = splitWords(callee)
  if (words.length < 2 || !GIVERS.test(words[0]!)) return undefined
  const meaning = ask.classify(words.slice(1).join('_'))
  // `getToken()` is one of lexers too; `getAccessToken()` isn't.
  if (meaning.kind === 'other' || meaning.kind === 'about' || !isAsked(meaning, ask)) return undefined
  if (meaning.certainty !== 'sure' && isLexicalFile(origin.file)) return undefined
  if (!ask.strict && (meaning.row === 'session-id' || (meaning.row === 'connection-string' && /hook/iu.test(callee))))
    return undefined
  return { name: `${callee}()`, meaning }
}

function isLexicalFile(file: FileAnalysis): boolean {
  let answer = lexical.get(file)
  if (answer === undefined) lexical.set(file, (answer = LEXER.test(file.text)))
  return answer
}

/** What an answer says about itself besides its content. */
const ABOUT_ANSWER = /^(?:finish_?reason|stop_?reason|role|index|id|type|length|name|model|usage)$/iu

/** Members under which a secret stands whole. */
const HOLDS_WHOLE = /^(?:\*|\d+|data|value|values|payload|body|text|string|contents?|result|tokens?|credentials?)$/iu

function secretMemberOf(row: SecretCallRow, read: readonly string[], ask: Judgement): boolean {
  // The items of a stream: `for await (const chunk of answer)`.
  const members = row.class === 'content' && read[0] === '*' ? read.slice(1) : read
  if (members.length === 0) return true
  const last = members.at(-1)!
  const isWhole = HOLDS_WHOLE.test(last) || /^(?!other|about)/u.test(ask.classify(last).kind)
  if (!row.members) return row.class === 'content' || isWhole
  if (row.class === 'content' && ABOUT_ANSWER.test(members.at(-1)!)) return false
  const path = members.join('.')
  return row.members.some(
    (member) =>
      path === member ||
      path.endsWith(`.${member}`) ||
      (path.startsWith(`${member}.`) && (row.class === 'content' || isWhole)),
  )
}

/** `express#Request().headers` → `Request.headers` is how one reads it. */
function displayName(name: string): string {
  return name.replace(/^[^#]*#/u, '').replaceAll('()', '')
}

function lastView(trail: Trail): string {
  const view = trail.views.find((one) => one.kind === 'variable' || one.kind === 'member') ?? trail.views[0]
  return view ? view.path.join('.') : 'the object'
}

/** A whole request or event by the convention of parameter names alone is too weak a sign. */
function isSureContainer(origin: Origin, row: string): boolean {
  if (row !== 'lambda-event' && row !== 'koa-context' && row !== 'express-request') return true
  if (origin.kind !== 'parameter') return true
  const handler = origin.file.handler(origin.function)
  if (!handler) return true
  if (origin.members.length > 0) return true
  return handler.by === 'registered' || (row === 'express-request' && handler.parameters.length >= 2)
}

const CREDENTIAL_WORDS =
  /^(?:login|logon|signin|signup|register|registration|auth|oauth|authenticate|authentication|authorize|passwords?|tokens?|sessions?|payments?|checkout|charges?|cards?|billing|credentials?)$/u

/** `/api/log-in`, `signUpHandler`, `auth/token`: a name that says that credentials or payment data come in. */
function speaksOfCredentials(name: string): boolean {
  const words = splitWords(name)
  return words.some(
    (word, at) =>
      CREDENTIAL_WORDS.test(word) ||
      ((word === 'log' || word === 'sign') && /^(?:in|on|up)$/u.test(words[at + 1] ?? '')),
  )
}

/** The body of a request to a route whose name says that it carries credentials or payment data. */
function isCredentialBody(origin: Origin, row: string): boolean {
  if (row !== 'request-body') return false
  const fn = origin.kind === 'parameter' ? origin.function : enclosingFunction(origin.node)
  if (!fn) return false
  const path = routeOf(origin.file, fn)
  if (path !== undefined) return speaksOfCredentials(path)
  const name = (functionName(fn) ?? '').replace(
    /(?:[-_]?(?:handler|controller|route|user|action|post|api|request))+$/iu,
    '',
  )
  // `updateSignupToken` has another thing in its body.
  const isOfThing = /(?:tokens?|sessions?|keys?)$/iu.test(name)
  return (!isOfThing && speaksOfCredentials(name)) || speaksOfCredentials(routeOfFile(origin.file.filename))
}

/** The path under which a handler is registered: the first argument of the call around it. */
function routeOf(file: FileAnalysis, fn: FunctionNode): string | undefined {
  const around = fn.parent.type === T.CallExpression ? fn.parent : file.handler(fn)?.registration
  const [route] = around?.arguments ?? []
  return route && file.string(route)
}

function functionName(fn: Node): string | undefined {
  if ((fn.type === T.FunctionDeclaration || fn.type === T.FunctionExpression) && fn.id) return fn.id.name
  const parent = fn.parent
  if (parent?.type === T.VariableDeclarator && parent.id.type === T.Identifier) return parent.id.name
  if ((parent?.type === T.Property || parent?.type === T.MethodDefinition) && parent.key.type === T.Identifier)
    return parent.key.name
  if (parent?.type === T.AssignmentExpression && parent.left.type === T.MemberExpression) return memberName(parent.left)
  return undefined
}

/** `app/api/login/route.ts`, `pages/api/auth/signup.ts`: the path says which route it is. */
function routeOfFile(filename: string): string {
  const path = filename.replaceAll('\\', '/')
  if (!/\/(?:route|\+server)\.[cm]?[jt]sx?$|(?:^|\/)pages\/api\//u.test(path)) return ''
  return path.slice(Math.max(0, path.search(/(?:^|\/)(?:app|pages|routes)\//u)))
}

/** `req.url`, `request.query`, `req.ip` where nothing tells which framework's request it is. */
function requestPartByName(trail: Trail): { class: ConfidentialClass; holds: string } | undefined {
  for (const { path } of trail.views) {
    if (path.length < 2 || !/^(?:req|request)$/u.test(path.at(-2)!)) continue
    const last = path.at(-1)!
    if (/^(?:url|originalUrl|query|querystring)$/u.test(last))
      return { class: 'credentials', holds: 'its query string' }
    if (/^(?:ips?|remoteAddress)$/u.test(last)) return { class: 'pii', holds: "the visitor's address" }
  }
  return undefined
}

/** `request.headers` where nothing tells which framework's request it is. */
function isHeadersByName(trail: Trail, origin: Origin): boolean {
  if (origin.kind === 'caught') return false
  return trail.views.some((view) => {
    // `for (const [name, value] of request.headers)`
    const path = view.path.slice(-2).join('.') === '*.1' ? view.path.slice(0, -2) : view.path
    return (
      path.length >= 2 &&
      /^(?:rawHeaders|headers|cookies|signedCookies)$/u.test(path.at(-1)!) &&
      /^(?:req|request|event|ctx|nextRequest|incomingMessage)$/iu.test(path.at(-2)!)
    )
  })
}

/**
 * A whole error of axios or got, where the request that failed carries a credential: it holds the request's headers in
 * its `config` or `options`, and loggers print them.
 */
function carriesOwnRequest(origin: Origin): boolean {
  if (origin.kind !== 'caught' || origin.by === 'event' || origin.members.length > 0) return false
  if (origin.steps.some((step) => !step.same && step.name !== 'toJSON')) return false
  const { file } = origin
  if (!/\b(?:axios|got)\b/u.test(file.text) || !CREDENTIAL_IN_REQUEST.test(file.text)) return false
  const tried = triedBefore(origin.node)
  return tried !== undefined && file.index.calls.some((call) => contains(tried, call) && isClientCall(file, call))
}

const CREDENTIAL_IN_REQUEST =
  /\bAuthorization['"]?\s*[:\]]|['"]x-api-key['"]\s*[:\]]|\bauth:\s*\{|\bapi[-_]?key['"]?\s*:|\bBearer \$\{/iu

/** What was tried when an error was caught: the block of a `try`, what a promise's `catch` is called on. */
function triedBefore(caught: Node): Node | undefined {
  if (caught.type === T.CatchClause) return caught.parent.type === T.TryStatement ? caught.parent.block : undefined
  const call = enclosingFunction(caught)?.parent
  return call?.type === T.CallExpression && call.callee.type === T.MemberExpression ? call.callee.object : undefined
}

/** A call of the client, of an instance of it, or of a function of the file that makes such a call. */
function isClientCall(file: FileAnalysis, call: CallNode): boolean {
  return file
    .names(call.callee)
    .some((name) => /^(?:axios|got)(?:[#.(]|$)/u.test(name) && !/\.(?:isAxiosError|isCancel)$/u.test(name))
}

/** What axios hands to an interceptor: the request, with the headers that it will send or has sent. */
function isOutgoingRequest(origin: Origin): boolean {
  if (origin.kind !== 'parameter' || origin.index !== 0) return false
  const path = origin.members.join('.')
  const call = origin.function.parent
  if (call.type !== T.CallExpression || call.arguments[0] !== origin.function) return false
  const callee = origin.file.text.slice(...call.callee.range)
  if (/\binterceptors\.request\.use$/u.test(callee)) return path === '' || path === 'headers'
  return /\binterceptors\.response\.use$/u.test(callee) && /^(?:config|config\.headers|request)$/u.test(path)
}

/** `err.config`, `error.response.config`: where HTTP clients keep the request. */
function isClientErrorPart(origin: Origin, trail: Trail): boolean {
  const isError = (name: string | undefined) =>
    name !== undefined && (isErrorName(name) || /^axiosErr(?:or)?$/u.test(name))
  if (origin.kind === 'caught') {
    const path = origin.members.join('.')
    return path !== 'options' ? errorPaths.includes(path) : origin.file.index.modules.has('got')
  }
  return trail.views.some(
    (view) =>
      isError(view.path[0]) &&
      view.path.length > 1 &&
      view.path[1] !== 'options' &&
      errorPaths.includes(view.path.slice(1).join('.')),
  )
}

/** `config[name]`, of an object that holds other things as well: most probably one of those. */
function isAnyMember(origin: Origin, ask: Judgement): boolean {
  const at = origin.steps.findIndex((step) => step.kind === 'member' && step.node.type === T.Property)
  const found = origin.steps[at]?.node
  const read = origin.steps.slice(0, Math.max(at, 0)).find((step) => step.kind === 'member' && step.name === '*')?.node
  if (found?.parent?.type !== T.ObjectExpression || read?.type !== T.MemberExpression) return false
  const key = unwrap(read.property)
  const definition = key.type === T.Identifier ? origin.file.index.variableOf(key)?.defs[0] : undefined
  if (definition && loopedOver(definition.node as Node)) return false
  const isConfidential = (name: string | undefined) =>
    name !== undefined && !/^(?:other|about)$/u.test(ask.classify(name).kind)
  return !found.parent.properties.every(
    (one) => one.type === T.Property && (isConfidential(propertyName(one)) || isConfidential(lastName(one.value))),
  )
}

/** The node where a value shows what it is, without wrappers. */
export function shownNode(node: Node): Node {
  return node.type === T.Property ? node.value : unwrap(node)
}
