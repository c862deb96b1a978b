import {
  type CallNode,
  type ConfidentialClass,
  type ConfidentialContainerRow,
  confidentialContainers,
  confidentialHeaders,
  enclosingFunction,
  type FileAnalysis,
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
  T,
  unwrap,
} from '@palisade/analysis'
import type { TSESTree } from '@typescript-eslint/utils'
import { confidentialMembers, declaredConfidential } from './declared.js'
import { type Exposure, isAsked, type Judgement } from './judgement.js'
import { ofFile } from './of-file.js'
import { isLexicalFile, losesCredential } from './plausible.js'
import { readMembers } from './read-members.js'
import {
  carriesOwnRequest,
  isClientErrorPart,
  isCredentialBody,
  isHeadersByName,
  isOutgoingRequest,
  isSureContainer,
  isWholeBody,
  REQUEST_OF_CLIENT,
  requestPartByName,
} from './requests.js'
import type { Sink } from './sinks.js'
import { GIVERS, isSessionCookie, isWrittenOut, loopedOver, type Trail } from './trail.js'
import { isWeakInStrict } from './weak-signs.js'

const containersByName = new Map(
  (confidentialContainers as readonly ConfidentialContainerRow[]).flatMap((row) =>
    row.names.map((name) => [name, row] as const),
  ),
)

const secretCallsByName = new Map(
  (secretCalls as readonly SecretCallRow[]).flatMap((row) => row.calls.map((name) => [name, row] as const)),
)

/** Calls that read a value by its name: `req.get('authorization')`, `config.get('db.password')`, `localStorage.getItem('token')`. */
const READERS =
  /^(?:get|header|getHeader|getItem|getItemAsync|getSecureItem|getOrThrow|require|requireEnv|getEnv|env|readSecret|getSecret|fetchSecret|getCookie|cookie|getString|string|use|getConfig|read|query|param|watch|getValues|getFieldValue|prop|propOr|path|pathOr|pluck|map)$/u

export function wholeExposure(
  origin: Origin,
  trail: Trail,
  ask: Judgement,
  sink: Sink | undefined,
): Exposure | undefined {
  const exposed = (
    name: string,
    of: ConfidentialClass,
    holds?: string,
    members?: Exposure['members'],
  ): Exposure | undefined =>
    ask.classes.has(of)
      ? {
          name,
          class: of,
          ...(holds === undefined ? {} : { holds }),
          ...(members === undefined ? {} : { members }),
          way: origin.steps,
          node: origin.node,
          record: trail.record,
          inText: trail.inText,
        }
      : undefined
  if (losesCredential(trail, ask)) {
    // What a type says is left still counts.
    const left = confidentialMembers(origin, trail.without, ask)
    return left && exposed(lastView(trail), left.class, `\`${left.member}\``, left.paths)
  }
  if (origin.kind === 'constant' && isToken(origin.value)) return exposed('a token', 'credentials')
  if (origin.kind === 'constant' || origin.kind === 'function' || origin.kind === 'class') return undefined
  // A list that is still empty: what it holds later only its type says.
  if (origin.kind === 'object') {
    const isFlat = trail.inText && !isWrittenOut(origin)
    const declared = isFlat || trail.isPiece ? undefined : confidentialMembers(origin, trail.without, ask)
    return declared && exposed(lastView(trail), declared.class, `\`${declared.member}\``, declared.paths)
  }

  if (origin.kind === 'call' && origin.call.type !== T.TaggedTemplateExpression) {
    const read = readByName(origin, ask)
    if (read) return exposed(read.name, read.meaning.class!)
    const given = givenByCall(origin, ask)
    if (given) return exposed(given.name, given.meaning.class!)
    if (readsSecretFile(origin)) return exposed('a file of secrets', 'credentials')
    if (isHiddenAnswer(origin)) return exposed('a typed password', 'credentials')
    if (isTokenAnswer(origin)) return exposed(lastView(trail), 'credentials', 'the tokens')
    for (const name of originNames({ ...origin, members: [] })) {
      const row: SecretCallRow | undefined =
        secretCallsByName.get(name) ??
        // `new SignJWT(claims).setIssuedAt().sign(key)`
        secretCallsByName.get(name.replace(/(#\w+\(\))(?:\.\w+\(\))+(\.\w+\(\))$/u, '$1$2'))
      if (row && secretMemberOf(row, origin.members, ask)) return exposed(row.what, row.class ?? 'credentials')
    }
  }

  if (isAnswerInCallback(origin)) return exposed("a model's answer", 'content')
  if (isTypedPassword(origin)) return exposed('the password field', 'credentials')
  if (isPrivateKeyOfPair(origin)) return exposed('a private key', 'credentials')
  // The items of a collection are texts.
  const isText = /^(?:\*|1|value)$/u.test(origin.members.at(-1) ?? '')
  const isFlat = trail.inText && !isText && !isWrittenOut(origin)
  if (origin.kind === 'global' && origin.name === 'arguments') return fromArguments(origin, ask, exposed)
  const isItem = isLoopOverAll(origin) || isItemOfAll(origin)
  const names = originNames(origin).map((name) =>
    name.endsWith('.*') && isItem
      ? name.slice(0, -2)
      : name.replace(/\.(?:entries|values|toJSON|getAll|toString)\(\)$|\.getAll\(\)\.\*\.value$/u, ''),
  )
  for (const name of names) {
    const row = containersByName.get(name)
    if (
      !row ||
      (isFlat && !row.isText && !isItem) ||
      // `c.req.header('accept')`: one of them, whose name was judged before
      (origin.kind === 'call' && origin.call.type === T.CallExpression && isNamed(origin.file, origin.call)) ||
      (row.in === 'strict' && !ask.strict && !isCredentialBody(origin, row.id)) ||
      !isSureContainer(origin, row.id)
    )
      continue
    return exposed(displayName(name), row.in === 'strict' ? 'credentials' : row.class, row.holds)
  }
  if (trail.isPiece) return undefined
  const part = ask.strict ? requestPartByName(trail) : undefined
  if (isFlat) {
    const declared = declaredConfidential(origin, ask)
    if (declared) return exposed(lastView(trail), declared.class, `\`${declared.member}\``)
    // Of an object a text shows nothing; an address is a text itself.
    return part?.isText ? exposed(lastView(trail), part.class, part.holds) : undefined
  }
  if (isWholeBody(origin) && (ask.strict || isCredentialBody(origin, 'request-body')))
    return exposed(lastView(trail), 'credentials', 'whatever the client sent')
  if (isHeadersByName(trail, origin))
    return exposed(lastView(trail), 'credentials', 'the Authorization and Cookie headers')
  if (isClientErrorPart(origin, trail))
    return exposed(`${lastView(trail)}`, 'credentials', 'the request with its Authorization header')

  if (sink?.kind === 'log' && carriesOwnRequest(origin, sink.values))
    return exposed(lastView(trail), 'credentials', REQUEST_OF_CLIENT)
  if (isOutgoingRequest(origin)) return exposed(lastView(trail), 'credentials', 'its Authorization header')

  const declared = confidentialMembers(origin, trail.without, ask, isLoopOverAll(origin))
  if (declared) return exposed(lastView(trail), declared.class, `\`${declared.member}\``, declared.paths)
  const read = sink?.kind === 'exception' ? undefined : readMembers(origin, trail, ask)
  if (read) return read
  if (part) return exposed(lastView(trail), part.class, part.holds)
  if (ask.strict && isConfiguration(origin, trail))
    return exposed(lastView(trail), 'credentials', 'the credentials that a configuration may hold')
  if (isCardRecord(origin, trail)) return exposed(lastView(trail), 'financial', 'the number of the card')
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
  const parts = path.type === T.CallExpression ? path.arguments : [path]
  return SECRET_FILE.test(parts.map((one) => origin.file.string(one) ?? '').join('/'))
}

const asksPeople = ofFile(({ index: { modules } }) =>
  ['inquirer', 'enquirer', 'prompts', 'read', 'readline-sync', 'prompt-sync', 'vscode'].some((one) => modules.has(one)),
)

/** `prompts({ type: 'password', name: 'value' })` and its `value`: what somebody types unseen. */
function isHiddenAnswer(origin: Origin & { kind: 'call' }): boolean {
  if (!asksPeople(origin.file)) return false
  const [name, ...rest] = origin.members
  if (rest.length > 0) return false
  return (
    origin.call.type !== T.TaggedTemplateExpression &&
    origin.call.arguments.some((argument) => {
      const given = unwrap(argument)
      return (given.type === T.ArrayExpression ? given.elements : [given]).some((one) => {
        const question = one && unwrap(one)
        if (question?.type !== T.ObjectExpression) return false
        const said = (key: string) => {
          const found = question.properties.find((each) => each.type === T.Property && propertyName(each) === key)
          return found?.type === T.Property ? origin.file.constant(found.value)?.value : undefined
        }
        if (/^(?:password|invisible)$/u.test(String(said('type')))) return name !== undefined && said('name') === name
        return (
          name === undefined &&
          (said('password') === true ||
            said('silent') === true ||
            said('hideEchoBack') === true ||
            said('echo') === '*')
        )
      })
    })
  )
}

/** The last part of the address from which an OAuth client gets its tokens. */
const TOKEN_ADDRESS = /\/(?:access_?|id_?)?token(?:\?.*)?$/iu
/** What a server answers to a password. */
const LOGIN_ADDRESS = /\/(?:log-?in|sign-?in|authenticate)\/?(?:\?.*)?$/iu

/**
 * `await (await fetch('https://id.example/oauth/token')).json()`, `axios.post('/auth/login', …)` and its `data`: the
 * tokens.
 */
function isTokenAnswer({ call, file, members }: Origin & { kind: 'call' }): boolean {
  if (call.type !== T.CallExpression) return false
  const callee = unwrap(call.callee)
  const asked = (one: CallNode) => {
    const [address, ...rest] = one.arguments
    const text = (address && (file.string(address) ?? writtenText(address))) ?? ''
    const posts = () =>
      lastName(one.callee) === 'post' || rest.some((part) => /['"]POST['"]/u.test(file.text.slice(...part.range)))
    return TOKEN_ADDRESS.test(text) || (LOGIN_ADDRESS.test(text) && posts())
  }
  if (members.length === 1 && /^(?:data|body)$/u.test(members[0]!)) return asked(call)
  if (members.length > 0 || callee.type !== T.MemberExpression || memberName(callee) !== 'json') return false
  return file
    .origins(callee.object, { derived: false, containers: 'whole', most: 2 })
    .some((one) => one.kind === 'call' && one.call.type !== T.TaggedTemplateExpression && asked(one.call))
}

/** `const config = loadConfig()`: what it holds is not in sight. */
function isConfiguration(origin: Origin, trail: Trail): boolean {
  if ((origin.kind !== 'call' && origin.kind !== 'import') || origin.members.length > 0) return false
  const view = trail.views.find((one) => one.kind === 'variable')
  return (
    view?.path.length === 1 && /^(?:(?:app|server|db|database|env)_?)?(?:config|configuration)$/iu.test(view.path[0]!)
  )
}

/** `card` as a whole, where the file reads its number or code. */
function isCardRecord(origin: Origin, trail: Trail): boolean {
  if (origin.members.length > 0 || (origin.kind !== 'parameter' && origin.kind !== 'call')) return false
  const name = trail.views.at(-1)?.path.at(-1) ?? ''
  return (
    /^(?:(?:credit|debit|payment|bank)_?)?card$/iu.test(name) &&
    new RegExp(`\\b${name}\\??\\.(?:number|card_?number|cvc|cvv|pan)\\b`, 'iu').test(origin.file.text)
  )
}

const PERSONS =
  /^(?:(?:current|new|created|updated|saved|found|existing|logged_?in|db)?_?(?:users?|customers?|patients?|employees?|members?|contacts?|persons?|people)|(?:user|customer|patient)_?(?:data|info|record|details|profile))$/iu

/**
 * `user`, `customer` as a whole, by its name, where the file reads what persons have from it: elsewhere a user may be an
 * id. In a text it would be only what its `toString` says.
 */
function isPersonalRecord(origin: Origin, trail: Trail, sink: Sink | undefined): boolean {
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

/** `streamText({ onFinish: ({ text }) => … })` */
function isAnswerInCallback(origin: Origin): boolean {
  if (origin.kind !== 'parameter' || origin.index !== 0) return false
  const option = origin.function.parent
  const call = option.type === T.Property ? option.parent.parent : undefined
  if (
    call?.type !== T.CallExpression ||
    !/^(?:text|object|content|response|chunk|steps)$/u.test(origin.members[0] ?? '')
  )
    return false
  return origin.file.names(call.callee).some((name) => secretCallsByName.get(`${name}()`)?.class === 'content')
}

/** `<input type="password" onChange={(e) => log(e.target.value)} />` */
function isTypedPassword(origin: Origin): boolean {
  if (origin.kind !== 'parameter' || !/^(?:currentTarget|target)\.value$/u.test(origin.members.join('.'))) return false
  const element = origin.function.parent.parent?.parent
  return (
    element?.type === T.JSXOpeningElement &&
    element.attributes.some(
      (one) =>
        one.type === T.JSXAttribute &&
        one.name.name === 'type' &&
        /['"]password['"]/u.test(origin.file.text.slice(...one.range)),
    )
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
  // `if (isPublic(name)) …`
  if (origin.file.guards(read).some(({ test }) => new RegExp(`\\b${key.name}\\b`, 'u').test(text(test)))) return false
  return over !== undefined && (text(over) === text(read.object) || text(over) === `Object.keys(${text(read.object)})`)
}

/** `headers.forEach((value, name) => …)`: each of them in turn, not one that is read by its name. */
function isItemOfAll(origin: Origin): boolean {
  const at = origin.steps.findIndex((step) => step.kind === 'element')
  const item = origin.steps[at]?.node
  return (
    item?.type === T.CallExpression &&
    lastName(item.callee) === 'forEach' &&
    !origin.steps.slice(at).some((step) => step.kind === 'member' && step.name === '*')
  )
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
  // `tokens.req(req, res, 'authorization')` of morgan
  const isToken = /^re[qs]$/u.test(method ?? '') && origin.call.arguments.length === 3
  if (method === undefined || !(isToken || READERS.test(method))) return undefined
  for (const argument of isToken ? origin.call.arguments.slice(2) : origin.call.arguments.slice(0, 2)) {
    const key = origin.file.string(argument) ?? writtenText(argument) ?? writtenPath(origin.file, argument)
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

/** `['db', 'password']` */
function writtenPath(file: FileAnalysis, node: Node): string | undefined {
  const list = unwrap(node)
  if (list.type !== T.ArrayExpression || list.elements.length === 0) return undefined
  const parts = list.elements.map((one) => (one ? file.string(one) : undefined))
  return parts.every((one) => one !== undefined) ? parts.join('.') : undefined
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
  if (origin.call.type !== T.CallExpression) return undefined
  const callee = unwrap(origin.call.callee)
  // `$('#password').val()`
  const isJquery = callee.type === T.MemberExpression && memberName(callee) === 'val' && origin.members.length === 0
  if (!isJquery && (origin.members.length !== 1 || origin.members[0] !== 'value')) return undefined
  const found = isJquery ? unwrap(callee.object) : origin.call
  if (found.type !== T.CallExpression || !found.arguments[0]) return undefined
  if (!/^(?:getElementById|querySelector|getElementsByName|\$|jQuery)$/u.test(lastName(found.callee) ?? ''))
    return undefined
  const name = origin.file
    .string(found.arguments[0])
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
  // `getCookie(c, 'theme')`: one of them, whose name was judged before
  if (meaning.row === 'cookie' && origin.call.arguments.some((one) => origin.file.string(one) !== undefined))
    return undefined
  // `buildToken('/* hidden */')` is made to be shown.
  if (origin.call.arguments.some((one) => /\*|hidden|redact|mask/iu.test(origin.file.string(one) ?? '')))
    return undefined
  // `getToken()` is one of lexers too; `getAccessToken()` isn't.
  if (meaning.kind === 'other' || meaning.kind === 'about' || !isAsked(meaning, ask)) return undefined
  if (meaning.certainty !== 'sure' && isLexicalFile(origin.file)) return undefined
  if (ask.strict && isWeakInStrict(origin.file, [words.slice(1).join('_')], meaning, undefined)) return undefined
  if (!ask.strict && (meaning.row === 'session-id' || (meaning.row === 'connection-string' && /hook/iu.test(callee))))
    return undefined
  return { name: `${callee}()`, meaning }
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
