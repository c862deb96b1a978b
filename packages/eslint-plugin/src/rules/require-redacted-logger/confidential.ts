import {
  clientErrorMembers,
  type ConfidentialClass,
  confidentialContainers,
  confidentialHeaders,
  enclosingFunction,
  type FileAnalysis,
  type FunctionNode,
  isErrorName,
  lastName,
  memberName,
  type NameMeaning,
  type Node,
  type Origin,
  originNames,
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
  const trail = readTrail(origin)
  if (trail.isKey) return undefined
  let about = false
  for (const [at, view] of trail.views.entries()) {
    // `token.length` is a number, whatever the token was made from.
    if (view.kind !== 'property' && /^(?:length|byteLength)$/u.test(view.path.at(-1) ?? '')) return undefined
    if (view.derived) about = false
    if (saysRedacted(view)) return undefined
    const meaning = meaningOfView(view, ask)
    if (meaning === undefined || meaning.kind === 'other') continue
    if (meaning.kind === 'about') {
      about = true
      continue
    }
    if (about) return undefined
    if (!isAsked(meaning, ask) || isMeasuredLater(trail.views.slice(at + 1), ask)) return undefined
    if (!isFit(origin, view, meaning) || isWeakSign(origin, view, meaning, ask, sink)) return undefined
    return {
      name: view.path.join('.'),
      class: meaning.class!,
      way: origin.steps.slice(0, view.steps),
      node: view.node,
      record: trail.record.slice(0, view.keys),
      inText: view.inText,
    }
  }
  if (about) return undefined
  return wholeExposure(origin, trail, ask, sink)
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
  if (ask.strict || meaning.certainty === 'sure') return false
  const last = view.path.at(-1) ?? ''
  switch (meaning.row) {
    case 'session-id':
      // Of a protocol or a conversation, unless it is the cookie's.
      return (
        !/^(?:sessionID|PHPSESSID|JSESSIONID|connect\.sid)$/u.test(last) &&
        !/^(?:req|request|ctx|cookies?|event)$/iu.test(view.path[0] ?? '')
      )
    case 'connection-string':
      // Callback and webhook addresses are no credentials by themselves.
      return /hook/iu.test(view.path.join('.'))
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
}

interface Trail {
  views: readonly View[]
  record: readonly string[]
  inText: boolean
  /** Keys that destructuring took away on the way. */
  without: readonly string[]
  /** Whether it is a key of an object, not a value. */
  isKey: boolean
}

function readTrail(origin: Origin): Trail {
  const views: View[] = []
  const record: string[] = []
  const without: string[] = []
  let inText = false
  let derived = false
  let isKey = false
  const add = (kind: View['kind'], path: readonly string[], node: Node, steps: number) => {
    views.push({ kind, path, node, steps, keys: record.length, inText, derived })
    derived = false
  }
  for (const [at, step] of origin.steps.entries()) {
    const members = step.members ?? []
    switch (step.kind) {
      case 'variable':
        add('variable', [step.name ?? '*', ...members], step.node, at + 1)
        break
      case 'property':
        if (!inText) record.push(step.name ?? '*')
        add('property', inText ? [step.name ?? '*'] : [...record, ...members], step.node, at + 1)
        break
      case 'element':
        if (!inText && members.length === 0) record.push('*')
        break
      case 'member':
        add('member', [step.name ?? '*', ...members], step.node, at + 1)
        break
      case 'rest':
        without.push(...(step.without ?? []))
        break
      case 'template':
      case 'concat':
        inText = derived = true
        break
      case 'through':
        // A key leads no further into text: `JSON.stringify(x)`, `String(x)`.
        if (!step.same) inText = derived = true
        // `for (const [name] of Object.entries(env))`: the names, not the values.
        if (step.name === 'entries' && members.at(-1) === '0') isKey = true
        break
    }
  }
  const rootName = nameOfRoot(origin)
  if (
    origin.kind === 'call' ||
    origin.kind === 'unknown' ||
    origin.kind === 'parameter' ||
    origin.kind === 'global' ||
    origin.kind === 'import'
  ) {
    if (rootName !== undefined) add('origin', [rootName, ...origin.members], origin.node, origin.steps.length)
    else if (origin.members.length > 0) add('origin', origin.members, origin.node, origin.steps.length)
  } else if (origin.members.length > 0) add('origin', origin.members, origin.node, origin.steps.length)
  return { views, record, inText, without, isKey }
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

function meaningOfView(view: View, ask: Judgement): NameMeaning | undefined {
  const path = view.path.filter((part) => part !== '*')
  if (path.length === 0) return undefined
  const meaning = ask.classifyPath(path)
  if (meaning.kind !== 'other') return meaning
  const [parent, last] = [path.at(-2), path.at(-1)!]
  // `secrets.stripe`: what stands in such a place is one.
  if (
    parent !== undefined &&
    /^(?:secrets|apiKeys|passwords|privateKeys|secretKeys)$/u.test(parent) &&
    splitWords(last).length > 0
  )
    return /^(?:length|size|name|names|keys|get|set|id|list|map|filter)$/u.test(last) ? meaning : ask.classify('secret')
  if (parent !== undefined && /^(?:raw)?headers?$/iu.test(parent)) {
    const header = confidentialHeaders.find((row) => row.id === last.toLowerCase())
    if (header) return { ...meaning, kind: 'credential', class: header.class, certainty: 'sure' }
  }
  return meaning
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
  // `token` alone is a word of parsers, `key` one of maps: there the file says which it is.
  if (meaning.row === 'token' && meaning.certainty !== 'sure' && (isLexical(origin, view) || isWord(origin)))
    return false
  if (meaning.row === 'one-time-code' && /^pins?$/iu.test(view.path.at(-1) ?? '') && isHardware(origin.file))
    return false
  if (origin.kind === 'call' && origin.call.type === T.NewExpression && origin.members.length === 0)
    return meaning.what === 'password' || meaning.what === 'secret'
  return !isHarmlessType(origin, view, meaning)
}

const LEXER =
  /\b(?:tokeni[sz]e[rs]?|tokeni[sz]ation|lexer|lex|TokenType|TokenKind|SyntaxKind|nextToken|peekToken|token[._]?(?:type|kind|start|end|line|pos|loc|range|text|raw)|tokens\.(?:push|length|shift|map)|getTokens?(?:Before|After)|estree|postcss|marked|parseExpression|InjectionToken|[Aa]cme\w*|CancellationToken|gpt-tokenizer|tiktoken|encode\(|symbol|erc20|ERC20|ethers|web3|solana|mint|swap)\b/u

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
const secretCallsByName = new Map(secretCalls.flatMap((row) => row.calls.map((name) => [name as string, row] as const)))
const errorPaths = clientErrorMembers.map((row) => row.path.join('.'))

/** Calls that read a value by its name: `req.get('authorization')`, `config.get('db.password')`, `localStorage.getItem('token')`. */
const READERS =
  /^(?:get|header|getHeader|getItem|getOrThrow|require|requireEnv|getEnv|env|readSecret|getSecret|fetchSecret|getCookie|cookie|getString|string|use|getConfig|read)$/u

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
  const isCleaned = trail.without.some(
    (key) => ask.classify(key).kind !== 'other' && ask.classify(key).kind !== 'about',
  )
  if (isCleaned) return undefined
  if (origin.kind === 'constant' || origin.kind === 'function' || origin.kind === 'class' || origin.kind === 'object')
    return undefined

  if (origin.kind === 'call' && origin.call.type !== T.TaggedTemplateExpression) {
    const read = readByName(origin, ask)
    if (read) return exposed(read.name, read.meaning.class!)
    const given = givenByCall(origin, ask)
    if (given) return exposed(given.name, given.meaning.class!)
    for (const name of originNames({ ...origin, members: [] })) {
      const row: { what: string; members?: readonly string[] } | undefined = secretCallsByName.get(name)
      if (row && secretMemberOf(row, origin.members)) return exposed(row.what, 'credentials')
    }
  }

  const names = originNames(origin).map((name) => (isLoopOverAll(origin, name) ? name.slice(0, -2) : name))
  for (const name of names) {
    const row = containersByName.get(name)
    if (
      !row ||
      (row.in === 'strict' && !ask.strict && !isCredentialBody(origin, row.id)) ||
      !isSureContainer(origin, row.id)
    )
      continue
    return exposed(displayName(name), row.in === 'strict' ? 'credentials' : row.class, row.holds)
  }
  if (isHeadersByName(trail, origin))
    return exposed(lastView(trail), 'credentials', 'the Authorization and Cookie headers')
  if (isClientErrorPart(origin, trail))
    return exposed(`${lastView(trail)}`, 'credentials', 'the request with its Authorization header')

  if (sink?.kind === 'log' && carriesOwnRequest(origin))
    return exposed(lastView(trail), 'credentials', 'the request of the HTTP client in its `config`')
  if (isOutgoingRequest(origin)) return exposed(lastView(trail), 'credentials', 'its Authorization header')

  const declared = confidentialMembers(origin, trail.without, ask)
  if (declared) return exposed(lastView(trail), declared.class, `\`${declared.member}\``)
  return undefined
}

/** `for (const name in process.env) log(process.env[name])`: each of them in turn. */
function isLoopOverAll(origin: Origin, name: string): boolean {
  if (!name.endsWith('.*')) return false
  const read = origin.steps.find((step) => step.kind === 'member' && step.name === '*')?.node
  if (read?.type !== T.MemberExpression || read.property.type !== T.Identifier) return false
  const loop = origin.file.index.variableOf(read.property)?.defs[0]?.node as Node | undefined
  const statement = loop?.type === T.VariableDeclarator ? loop.parent.parent : undefined
  if (statement?.type !== T.ForInStatement && statement?.type !== T.ForOfStatement) return false
  const text = (node: Node) => origin.file.text.slice(...node.range)
  return statement.right.type === T.CallExpression
    ? text(statement.right) === `Object.keys(${text(read.object)})`
    : text(statement.right) === text(read.object)
}

function readByName(
  origin: Origin & { kind: 'call' },
  ask: Judgement,
): { name: string; meaning: NameMeaning } | undefined {
  if (origin.call.type === T.TaggedTemplateExpression || origin.members.length > 0) return undefined
  const method = lastName(origin.call.callee)
  if (method === undefined || !READERS.test(method)) return undefined
  for (const argument of origin.call.arguments.slice(0, 2)) {
    const key = origin.file.string(argument)
    if (key === undefined || key.length > 80) continue
    const last = key.split(/[.:/]/u).at(-1) ?? key
    const meaning = ask.classifyPath(key.split(/[.:/]/u))
    const isHeader = confidentialHeaders.find((row) => row.id === last.toLowerCase())
    if (isHeader) return { name: last, meaning: { ...meaning, class: isHeader.class } }
    if (meaning.kind !== 'other' && meaning.kind !== 'about' && isAsked(meaning, ask)) return { name: last, meaning }
  }
  return undefined
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
  return { name: `${callee}()`, meaning }
}

function isLexicalFile(file: FileAnalysis): boolean {
  let answer = lexical.get(file)
  if (answer === undefined) lexical.set(file, (answer = LEXER.test(file.text)))
  return answer
}

function secretMemberOf(row: { members?: readonly string[] }, members: readonly string[]): boolean {
  if (!row.members || members.length === 0) return true
  const path = members.join('.')
  return row.members.some((member) => path === member || path.startsWith(`${member}.`) || path.endsWith(`.${member}`))
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
  return speaksOfCredentials(functionName(fn) ?? '') || speaksOfCredentials(routeOfFile(origin.file.filename))
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

/** `request.headers` where nothing tells which framework's request it is. */
function isHeadersByName(trail: Trail, origin: Origin): boolean {
  if (origin.kind === 'caught') return false
  return trail.views.some((view) => {
    const path = view.path
    return (
      path.length >= 2 &&
      /^(?:rawHeaders|headers|cookies|signedCookies)$/u.test(path.at(-1)!) &&
      /^(?:req|request|event|ctx|nextRequest|incomingMessage)$/iu.test(path.at(-2)!)
    )
  })
}

/**
 * A whole error of axios, where the request that failed carried a credential: its `config` holds the request's headers,
 * and loggers print it.
 */
function carriesOwnRequest(origin: Origin): boolean {
  if (origin.kind !== 'caught' || origin.by !== 'clause' || origin.members.length > 0) return false
  if (origin.steps.some((step) => !step.same)) return false
  const clause = origin.node
  if (clause.type !== T.CatchClause || clause.parent.type !== T.TryStatement) return false
  const text = origin.file.text.slice(...clause.parent.block.range)
  return (
    /\baxios(?:\.|\()/u.test(text) && /\bAuthorization\b|['"]x-api-key['"]|\bauth:\s*\{|\bapi[_-]?key\b/iu.test(text)
  )
}

/** What axios hands to a request interceptor: the request, with the headers that it will send. */
function isOutgoingRequest(origin: Origin): boolean {
  if (origin.kind !== 'parameter' || origin.index !== 0) return false
  if (origin.members.length > 1 || (origin.members.length === 1 && origin.members[0] !== 'headers')) return false
  const call = origin.function.parent
  return (
    call.type === T.CallExpression &&
    call.arguments[0] === origin.function &&
    /\binterceptors\.request\.use$/u.test(origin.file.text.slice(...call.callee.range))
  )
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

/** The node where a value shows what it is, without wrappers. */
export function shownNode(node: Node): Node {
  return node.type === T.Property ? node.value : unwrap(node)
}
