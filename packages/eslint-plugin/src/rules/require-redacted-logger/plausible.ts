import {
  enclosingFunction,
  type FileAnalysis,
  isFunction,
  isOfFile,
  lastName,
  type NameMeaning,
  type Node,
  type Origin,
  propertyName,
  splitWords,
  T,
  unwrap,
} from '@palisade/analysis'
import type { TSESTree } from '@typescript-eslint/utils'
import type { Judgement } from './judgement.js'
import { ofFile } from './of-file.js'
import type { Sink } from './sinks.js'
import { GIVERS, shownNode, type Trail, type View } from './trail.js'
import { staticText } from './weak-signs.js'

/** Values that give nothing away, whatever they are called. */
export function isHarmlessValue(origin: Origin): boolean {
  if (speaksOfChallenges(origin.file) && isChallenge(origin)) return true
  switch (origin.kind) {
    case 'function':
    case 'class':
      return true
    case 'constant':
      if (origin.node.parent?.type === T.TSEnumMember) return true
      if (isStartValue(origin)) return false
      return typeof origin.value !== 'string' || !isPlausibleSecret(origin.value, '')
    case 'unknown':
      return origin.because === 'operator' && origin.members.length === 0 && isOperatorResult(origin.node)
    default:
      return false
  }
}

const CHALLENGE = /^(?:www|proxy)-authenticate$/iu
const speaksOfChallenges = ofFile(({ text }) => /\b(?:www|proxy)-authenticate\b/iu.test(text))

/** `headers['www-authenticate']`, `headers.get('proxy-authenticate')`: how a server says that it wants a credential. */
function isChallenge(origin: Origin): boolean {
  if (origin.members.some((member) => CHALLENGE.test(member))) return true
  if (origin.kind !== 'call' || origin.call.type === T.TaggedTemplateExpression) return false
  return origin.call.arguments.some((one) => CHALLENGE.test(origin.file.string(one) ?? ''))
}

/**
 * `password = ''` of a component, `state = { password: '' }`: what a field is before a form, a template or `setState`
 * fills it.
 */
function isStartValue(origin: Origin): boolean {
  if (origin.kind !== 'constant' || origin.value !== '') return false
  let node: Node | undefined = origin.node
  while (node?.parent?.type === T.Property || node?.parent?.type === T.ObjectExpression) node = node.parent
  const holder = node?.parent
  if (holder?.type === T.PropertyDefinition) return !holder.readonly && holder.value === node
  // `state: () => ({ password: '' })` of a store, `data() { return { password: '' } }` of a component
  const fn = holder && (isFunction(holder) ? holder : holder.type === T.ReturnStatement && enclosingFunction(holder))
  if (fn && fn.parent.type === T.Property && /^(?:state|data)$/u.test(propertyName(fn.parent) ?? '')) return true
  return (
    holder?.type === T.AssignmentExpression &&
    holder.right === node &&
    holder.left.type === T.MemberExpression &&
    holder.left.object.type === T.ThisExpression
  )
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
export function isFit(origin: Origin, view: View, meaning: NameMeaning): boolean {
  if (isKeyConstant(origin, view, meaning)) return false
  if (origin.kind === 'constant' && !isStartValue(origin))
    return isPlausibleSecret(String(origin.value), view.path.at(-1) ?? '')
  // Nothing prints what such an object holds.
  if (/^(?:crypto_?key|key_?object)$/iu.test(view.path.at(-1) ?? '')) return false
  // In Kafka's protocol it is the number of a kind of request.
  if (
    view.path.at(-1) === 'apiKey' &&
    /\bapiVersion\b/u.test(origin.file.text) &&
    /\bcorrelationId\b/u.test(origin.file.text)
  )
    return false
  if (isDirectory(origin, view.path.at(-1) ?? '')) return false
  if (
    meaning.row === 'one-time-code' &&
    /^pins?$/iu.test(view.path.at(-1) ?? '') &&
    (isHardware(origin.file) || /\bpinn(?:ed|ing)\b/iu.test(origin.file.text))
  )
    return false
  if (origin.kind === 'call' && origin.call.type === T.NewExpression && origin.members.length === 0)
    return meaning.what === 'password' || meaning.what === 'secret'
  return !isHarmlessType(origin, view, meaning)
}

/** `process.env.PWD`, `const pwd = shell.pwd()`: where a program works. */
function isDirectory(origin: Origin, name: string): boolean {
  if (/^(?:OLD)?PWD$/u.test(name)) return origin.kind === 'global'
  return name === 'pwd' && /\bpwd\(/u.test(origin.file.text)
}

/** `readFileSync(sslKey)`: where the key is. */
export function isReadAsFile({ file }: Origin, views: readonly View[], meaning: NameMeaning): boolean {
  if (meaning.what !== 'key' || !FILE_CALL.test(file.text)) return false
  return views.some((view) => {
    const last = view.path.at(-1) ?? ''
    if (!/^\w{3,40}$/u.test(last)) return false
    return new RegExp(
      `\\b(?:readFile(?:Sync)?|existsSync|createReadStream|statSync|access(?:Sync)?|(?:path\\.|_path\\d?\\.)(?:join|resolve))\\([^()]{0,60}\\b${last}\\b`,
      'u',
    ).test(file.text)
  })
}

const FILE_CALL = /\b(?:readFile|existsSync|createReadStream|statSync|access|join|resolve)/u

/**
 * `span.setAttribute(GEN_AI_INPUT_MESSAGES, …)`, `Scopes.EMAIL`: a constant of another file names people's data.
 * `ErrorCode.INVALID_TOKEN` is a text about a token, and `PropertyName.UserPassword` a member of an enumeration.
 */
function isKeyConstant(origin: Origin, view: View, meaning: NameMeaning): boolean {
  if (origin.kind !== 'import') return false
  const path = [origin.export, ...origin.members]
  const [holder, last] = [path.at(-2) ?? '', view.path.at(-1) ?? '']
  if (last !== path.at(-1)) return false
  const isConstant = /^[A-Z][A-Z\d]*(?:_[A-Z\d]+)*$/u.test(last)
  if (isConstant && (meaning.class !== 'credentials' || meaning.row === 'session-id')) return true
  if (
    isConstant &&
    /(?:^|_)(?:INVALID|EXPIRED|MISSING|REVOKED|WRONG|BAD|MALFORMED|INCORRECT|UNKNOWN|WEAK)(?:_|$)/u.test(last)
  )
    return true
  if (
    /^[A-Z]\w*(?:Id|Code|Type|Kind|Name|Event|Property|Field|Scope|Permission|Command|Action|Topic|Route|Status)s?$/u.test(
      holder,
    )
  )
    return true
  // `envKeys.SigningKey`: how the variable is called
  if (
    /(?:keys|names|vars|variables)$/iu.test(holder) &&
    !/(?:api|secret|private|access|signing|auth)_?keys$/iu.test(holder)
  )
    return true
  return (
    /^[A-Z][a-z\d]\w*$/u.test(last) &&
    /^[A-Z][a-z\d]\w*$/u.test(holder) &&
    !/config|env|secret|setting|credential|constant|option|vault|const/iu.test(holder)
  )
}

/** `token` alone is a word of parsers: there the file says which it is. */
export function isOtherToken(origin: Origin, view: View, meaning: NameMeaning): boolean {
  return (
    meaning.row === 'token' &&
    meaning.certainty !== 'sure' &&
    (isLexical(origin, view) || isWord(origin) || isStreamed(origin))
  )
}

/** `onToken: (token) => …`, `handleLLMNewToken(token)`: what a model says next. */
function isStreamed(origin: Origin): boolean {
  if (origin.kind !== 'parameter' || origin.members.length > 0) return false
  const { parent } = origin.function
  const name = parent.type === T.Property || parent.type === T.MethodDefinition ? propertyName(parent) : undefined
  return /^(?:on|handle)(?:LLM)?(?:New|Next)?Token$/iu.test(name ?? '')
}

/** `const tokenData = { … }`: a record, whose members say what it holds. */
export function isRecord(view: View, after: readonly View[], meaning: NameMeaning): boolean {
  if (view.kind === 'variable') {
    const [next] = after
    return (
      next?.kind === 'property' &&
      (meaning.what === 'token' || meaning.what === 'key' || meaning.row === 'credential') &&
      next.keys <= view.keys + 1
    )
  }
  if (view.kind !== 'property' || meaning.row !== 'credential') return false
  // `{ credentials: list.map(({ id, name }) => ({ id, name })) }`: which ones there are
  const next = after.find(({ kind }) => kind === 'property' || kind === 'member')
  return next !== undefined && OF_LISTS.has(splitWords(next.path.at(-1)!).at(-1) ?? '')
}

/** What a list says of each thing in it. */
const OF_LISTS = new Set([
  'id',
  'name',
  'type',
  'kind',
  'label',
  'title',
  'description',
  'status',
  'provider',
  'issuer',
])

/** `for (const cookie in device.cookie)`: the name of one, not its value. */
export function isLoopKey(file: FileAnalysis, view: View): boolean {
  if (view.kind !== 'variable' || view.path.length > 1 || !isOfFile(file, view.node)) return false
  const definition = file.index.variableOf(view.node)?.defs[0]
  return definition?.type === 'Variable' && definition.node.parent.parent?.type === T.ForInStatement
}

/** `const authKey = `${name}-${method}``, `'servers.' + index + '.tls'`: a key of a table, put together from names. */
export function isComposed(origin: Origin, view: View, meaning: NameMeaning, ask: Judgement): boolean {
  if (meaning.what !== 'key' || view.kind !== 'variable') return false
  const { node } = view
  const definition = isOfFile(origin.file, node) ? origin.file.index.variableOf(node)?.defs[0] : undefined
  const init = definition?.type === 'Variable' && definition.node.init ? unwrap(definition.node.init) : undefined
  if (init?.type === T.BinaryExpression) return /^\w+\. .*\.\w+$/u.test(staticText(init))
  return (
    init?.type === T.TemplateLiteral &&
    init.expressions.length > 1 &&
    init.expressions.every((one) => {
      const part = unwrap(one)
      return (
        (part.type === T.Identifier || part.type === T.MemberExpression) &&
        /^(?:other|about)$/u.test(ask.classify(lastName(part) ?? '').kind)
      )
    })
  )
}

/**
 * `env[name] = process.env[name]`, of which `env.region` is read: which one it is, is not known any more, so that it has
 * a confidential name is chance.
 */
export function isChosenByKey(origin: Origin, view: View): boolean {
  if (view.kind !== 'member' || view.node.type !== T.MemberExpression || !view.node.computed) return false
  if (unwrap(view.node.property).type === T.Literal) return false
  const at = origin.steps.findIndex(
    (step) => step.kind === 'write' && step.node.type === T.AssignmentExpression && isComputed(step.node.left),
  )
  return origin.steps
    .slice(0, Math.max(at, 0))
    .some(({ kind, node }) => kind === 'member' && !(node.type === T.MemberExpression && node.computed))
}

function isComputed(node: Node): boolean {
  return node.type === T.MemberExpression && node.computed && unwrap(node.property).type !== T.Literal
}

/** `if (!apiKey) throw new Error(`no key: ${apiKey}`)`: there is none. */
export function isAbsent(file: FileAnalysis, node: Node): boolean {
  if (!isOfFile(file, node)) return false
  const text = (one: Node) => file.text.slice(...unwrap(one).range)
  const own = text(wholeRead(node))
  return file.guards(node).some(({ test, holds, cases }) => {
    if (cases || isWrittenBetween(file, test, node)) return false
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

/** Whether what is read has got a new value since it was looked at. */
function isWrittenBetween(file: FileAnalysis, test: Node, read: Node): boolean {
  const node = shownNode(read)
  const variable = node.type === T.Identifier ? file.index.variableOf(node) : undefined
  return (
    variable?.references.some(
      (one) => one.isWrite() && one.identifier.range[0] > test.range[1] && one.identifier.range[1] < node.range[0],
    ) ?? false
  )
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
export function isLabelled(origin: Origin, view: View, sink: Sink | undefined): boolean {
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
  // `service '${serviceKey}'`: under which it is found
  const [owner, ...rest] = splitWords(view.path.at(-1) ?? '')
  if (rest.join() === 'key' && new RegExp(`\\b${owner} ['"]?$`, 'iu').test(before ?? '')) return true
  return /\bkey from ['"]?$|\b(?:file|path|name|named|id|ur[il]|endpoint|realm|type|count|length|version|field|variable|directory|folder)(?: is)?[ =:"'(<[]{0,6}$/iu.test(
    before ?? '',
  )
}

/** `secretNames()`, `getTokenId()`: the function says that it gives something about the thing. */
export function isNameOf(origin: Origin, ask: Judgement): boolean {
  if (origin.kind !== 'call' || origin.members.length > 0 || origin.call.type !== T.CallExpression) return false
  const called = splitWords(lastName(origin.call.callee) ?? '')
  const words = GIVERS.test(called[0] ?? '') ? called.slice(1) : called
  const meaning = words.length > 1 ? ask.classify(words.join('_')) : undefined
  return meaning?.kind === 'about' && /^(?:identity|place|time|state|measure)$/u.test(meaning.aspect ?? '')
}

/** `{ ...credentials, password: undefined }`, `const { password, ...rest } = credentials`: the rest is harmless. */
export function losesCredential(trail: Trail, ask: Judgement): boolean {
  return trail.without.some((key) => !/^(?:other|about)$/u.test(ask.classify(key).kind))
}

const LEXER =
  /\b(?:tokeni[sz]e[rs]?|tokeni[sz]ation|lexer|lex|TokenType|TokenKind|SyntaxKind|nextToken|peekToken|token(?:\.type|[._]?(?:kind|start|end|line|pos|loc|range|text|raw))|getTokens?(?:Before|After)|estree|postcss|parseExpression|InjectionToken|next_batch|(?:[gs]et)?[sS]yncToken|moduleCls|(?:on)?resumption[Tt]oken|acme-(?:client|challenge)|[Aa]cme(?:Client|Challenge|Account|Order|Authorization)\w*|[Ll]ets?-?[Ee]ncrypt|keyAuthorization|CancellationToken|gpt-tokenizer|tiktoken|erc20|ERC20|ethers|web3|solana)\b/u
/** Words of grammars, models and chains that a server has other uses for. */
const MAYBE_LEXER =
  /\btokens\.(?:push|length|shift|map)\b|\bmarked\b|(?<!\.)\bencode\(|\.symbol\b|\bsymbol(?=:)|\b(?:mint|swap)\b/u
/** What a file says that signs people in. */
const SIGNS_IN =
  /\bjsonwebtoken\b|\b[jJ][wW][tT]\.(?:sign|verify|decode)|\bbcrypt|\bpassport\b|Storage\.(?:get|set)Item\(\s*['"](?:\w*[tT]oken|jwt)|\.header\(\s*['"][aA]uthorization|headers\.authorization\b/u

/** Whether a file speaks of a grammar, a model or a chain. */
export const isLexicalFile = ofFile(({ text }) => LEXER.test(text) || (MAYBE_LEXER.test(text) && !SIGNS_IN.test(text)))

/** Whether `token` is a word of a grammar, of a model or of a chain here, and not a credential. */
function isLexical(origin: Origin, view: View): boolean {
  return (
    isLexicalFile(origin.file) &&
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
  // `TOKEN: 'APP_REFRESH_TOKEN'`: how it is called elsewhere
  if (
    /^[A-Z][A-Z\d]*(?:_[A-Z\d]+)+$/u.test(value) &&
    /TOKEN|KEY|SECRET|PASS|CREDENTIAL|COOKIE|SESSION|AUTH/u.test(value)
  )
    return false
  // `password: 'password'`, `TOKEN: 'auth_token'`, `JWT = 'application/token-introspection+jwt'`: words only.
  if (
    !/\d/u.test(value) &&
    words.length > 0 &&
    (/^[a-z]+(?:[-_.:/+][a-z]+)*$/iu.test(value) || value.toLowerCase() === name.toLowerCase())
  )
    return false
  if (/^(?:https?:\/\/|\/|\.\/|#)/u.test(value)) return false
  return true
}
