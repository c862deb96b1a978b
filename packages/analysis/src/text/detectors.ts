import type { TokenDetector } from '../catalogs/token-formats.js'
import { classifyName } from '../names/index.js'
import { entropy } from './entropy.js'
import { looksRandom, placeholderKind } from './placeholder.js'

/** What a detector answers: where the token stands and which part of it is secret. */
interface Detection {
  readonly start: number
  readonly end: number
  readonly secret: string
  /** False if the token is cut off. */
  readonly whole?: boolean
}

interface Detector {
  /** One of these stands in every match. */
  readonly keywords: readonly string[]
  /** Looks around a keyword. Reads a bounded stretch of text, so that the whole scan stays linear. */
  find(text: string, at: number, keyword: string): Detection | undefined
}

/** Longer stretches are data: an image, a bundle, a certificate chain. */
const LONGEST_TOKEN = 8_000

/** `-----BEGIN `, as a text in base64 starts: files of Kubernetes and variables of pipelines hold keys in this way. */
const encodedBegin = 'LS0tLS1CRUdJTi'

/** The formats that a pattern alone can't tell. */
export const detectors: Readonly<Record<TokenDetector, Detector>> = {
  jwt: { keywords: ['eyJ'], find: findJwt },
  'pem-private-key': { keywords: ['-----BEGIN ', encodedBegin], find: findPrivateKey },
  'url-userinfo': { keywords: ['://'], find: findUserinfo },
  'account-key': { keywords: ['AccountKey=', 'SharedAccessKey=', ';Secret='], find: findAccountKey },
  'sas-signature': { keywords: ['sig='], find: findSharedAccessSignature },
  'password-in-connection-string': {
    keywords: ['Password=', 'password=', 'Pwd=', 'pwd=', 'PWD=', 'PASSWORD=', 'Password =', 'Pwd ='],
    find: findConnectionPassword,
  },
  'basic-credentials': { keywords: ['Basic ', 'basic '], find: findBasicCredentials },
  'bearer-token': { keywords: ['Bearer ', 'bearer '], find: findBearerToken },
  'curl-user': { keywords: [' -u ', ' --user ', ' -u"', " -u'"], find: findCurlUser },
  'query-credential': {
    keywords: [
      '?api',
      '&api',
      '?access',
      '&access',
      '?token=',
      '&token=',
      '?auth',
      '&auth',
      '?password=',
      '&password=',
      '?secret',
      '&secret',
      '?client_secret',
      '&client_secret',
      '?subscription-key',
      '&subscription-key',
      '?appid=',
      '&appid=',
      '&pwd=',
      '?pwd=',
      '?key=',
      '&key=',
    ],
    find: findQueryCredential,
  },
  'password-hash': { keywords: ['$2a$', '$2b$', '$2y$', '$apr1$', '$argon2', '$5$', '$6$'], find: findPasswordHash },
  'registry-auth': { keywords: ['"auth'], find: findRegistryAuth },
}

function findJwt(text: string, at: number): Detection | undefined {
  if (isInsideWord(text, at)) return undefined
  const end = endOf(text, at, isBase64UrlOrDot)
  if (end - at > LONGEST_TOKEN || (text[end - 1] === '.' && text[end] === '.')) return undefined
  const token = withoutDotsAtEnd(text.slice(at, end))
  const parts = token.split('.')
  const header = decodeJson(parts[0]!)
  const isHeader =
    header !== undefined ? typeof header['alg'] === 'string' : /^eyJ(?:hbGciOi|0eXAiOi|raWQiOi)/.test(token)
  if (!isHeader) return undefined
  if (placeholderKind(token) !== undefined || text.startsWith('...', end)) return undefined
  const claims = parts[1] === undefined ? undefined : decodeJson(parts[1])
  if (isAnonymous(claims)) return undefined
  // A token without claims lets nobody in.
  if (claims !== undefined && Object.keys(claims).length === 0) return undefined
  const whole =
    header !== undefined &&
    (parts.length === 5 || (parts.length === 3 && claims !== undefined && parts[2]!.length >= 20))
  return { start: at, end: at + token.length, secret: token, whole }
}

function withoutDotsAtEnd(text: string): string {
  let end = text.length
  while (text[end - 1] === '.') end--
  return text.slice(0, end)
}

function isAnonymous(claims: Record<string, unknown> | undefined): boolean {
  return claims !== undefined && (claims['role'] === 'anon' || claims['role'] === 'web_anon')
}

/**
 * Whether a JSON Web Token is made for browsers: its claims give the role `anon` (Supabase, PostgREST).
 *
 * @param value the whole token
 * @returns false also for anything that is no token
 */
export function isPublicJwt(value: string): boolean {
  if (!value.startsWith('eyJ') || value.length > LONGEST_TOKEN) return false
  return isAnonymous(decodeJson(value.split('.')[1] ?? ''))
}

function findPrivateKey(text: string, at: number, keyword: string): Detection | undefined {
  if (keyword === encodedBegin) return findEncodedKey(text, at)
  const label = text.slice(at + 11, at + 60)
  const kind = /^(?:[A-Z\d]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----/.exec(label)
  if (kind === null) return undefined
  const start = at + 11 + kind[0].length
  const limit = Math.min(text.length, start + 20_000)
  const close = text.indexOf('-----END', start)
  const stop = close >= 0 && close < limit ? close : Math.min(limit, endOf(text, start, isPemBody))
  const body = text
    .slice(start, stop)
    .replace(/\\[nr]/g, '')
    .replace(/(?:Version|Comment|Proc-Type|DEK-Info|Charset|Hash): [^\n\\]{0,200}/g, '')
    .replace(/[^A-Z\d+/=]/gi, '')
  if (body.length < 16) return undefined
  if (
    /(.)\1{9}/.test(body.replace(/A{10,}/g, '')) ||
    !looksRandom(body.slice(0, 400)) ||
    /\.\.\.|…|\0|\$\{/.test(text.slice(start, stop))
  )
    return undefined
  return {
    start: at,
    end: close === stop ? Math.min(text.length, stop + 8) : stop,
    secret: body,
    whole: body.length >= 64,
  }
}

function findEncodedKey(text: string, at: number): Detection | undefined {
  const [encoded] = /^[\w+/-]{0,20000}/.exec(text.slice(at, at + 20_000)) ?? ['']
  const key = findPrivateKey(decodeBase64(encoded) ?? '', 0, '')
  return key && { start: at, end: at + encoded.length, secret: encoded, whole: key.whole === true }
}

const LOCAL_HOST =
  /^(?:localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[?::1\]?|host\.docker\.internal|(?:[\w-]{1,60}\.){0,3}(?:example|test|invalid|localhost)(?:\.(?:com|org|net))?)(?::\d+)?$/i
/** What documentation writes where the name of a machine goes. */
const SOME_HOST = /^(?:host(?:name)?|server|domain|proxy|my-?host|some-?host|url|ip|address)(?::(?:port|\d+))?$|^your/i
const GENERIC_PASSWORD =
  /^(?:pass(?:word|wd|phrase|code)?|pwd?|secret|token|key|auth|credentials?|p|pw|passwd|abc|xyz|123|1234|12345|123456|password123|hunter2|mypass(?:word)?|test(?:pass(?:word)?|secret|pw|ing|pwd)?|s3cret|secret123|bar|baz|qux|pass123)$/i
const GENERIC_USER =
  /^(?:user(?:name|id|info)?|usr|u|name|login|foo|bar|me|test(?:user)?|example|someone|somebody|alice|bob|john|jane|joe|uname|db_?user|myuser|your.*|client|guest|anonymous|[ax])$/i

function findUserinfo(text: string, at: number): Detection | undefined {
  let start = at
  while (start > 0 && at - start < 24 && /[A-Z\d+.-]/i.test(text[start - 1]!)) start--
  const scheme = text.slice(start, at).toLowerCase()
  // `${scheme}://`
  if (!/^[a-z][a-z\d+.-]*$/.test(scheme) && !(start === at && text[at - 1] === '}')) return undefined
  const end = endOf(text, at + 3, isAuthority)
  if (end - at > 500) return undefined
  const authority = text.slice(at + 3, end)
  const split = authority.lastIndexOf('@')
  if (split <= 0) return undefined
  const userinfo = authority.slice(0, split)
  const host = authority.slice(split + 1)
  const colon = userinfo.indexOf(':')
  if (colon < 0) return undefined
  const user = userinfo.slice(0, colon)
  const password = userinfo.slice(colon + 1)
  if (password === '' || host === '' || !/[\w\]]/.test(host)) return undefined
  // `@${host}`: where it runs is known later, its password is known now.
  const isDynamic = host.startsWith('${') && /\d/.test(password) && password.length >= 6
  if (
    placeholderKind(password) !== undefined ||
    (!isDynamic && placeholderKind(host) !== undefined) ||
    /[{}<>|*\\^()[\],;]|^[%$:#]/.test(password)
  )
    return undefined
  if (/[{}<>|*\\^()$%,]/.test(host) && !isDynamic) return undefined
  if (LOCAL_HOST.test(host)) return undefined
  if (SOME_HOST.test(host)) return undefined
  if (
    GENERIC_PASSWORD.test(password) &&
    (GENERIC_USER.test(user) || user.toLowerCase() === password.toLowerCase() || user === '')
  )
    return undefined
  if (/^[A-Z_-]+$/.test(password) && classifyName(password).kind !== 'other') return undefined
  if (/^(?:git|npm|ssh)$/.test(user) && /^\d+$/.test(password)) return undefined
  return { start, end, secret: password }
}

const URL_WITH_AUTHORITY = /^[a-z][a-z\d+.-]{1,30}:\/\/([^/?#\s]{1,400})/i
const PASSWORD_MEMBER = /(?:^|;)\s?(?:AccountKey|SharedAccessKey|AccessKey|Password|Pwd|Secret)\s?=\s?([^;\s]{3,200})/i
const HOST_MEMBER = /(?:^|;)\s?(?:Server|Data Source|Host)\s?=\s?(?:tcp:)?([^;,\s]{1,100})/i

/**
 * The password in a connection string, whatever it looks like: the place where the text arrives says what it is.
 *
 * @param text the whole value: a URL with userinfo, or `Name=value;` pairs
 * @returns none where there is none, or only a placeholder, or the service runs on this machine
 */
export function passwordInAddress(text: string): string | undefined {
  if (text.length > 1000) return undefined
  const url = URL_WITH_AUTHORITY.exec(text)?.[1]
  const at = url?.lastIndexOf('@') ?? -1
  const pair = PASSWORD_MEMBER.exec(text)?.[1]
  const host = (url === undefined ? HOST_MEMBER.exec(text)?.[1] : url.slice(at + 1)) ?? ''
  const colon = at < 0 ? -1 : url!.indexOf(':')
  const password = colon >= 0 && colon < at - 1 ? url!.slice(colon + 1, at) : pair
  if (
    password === undefined ||
    LOCAL_HOST.test(host) ||
    SOME_HOST.test(host) ||
    /^\(local/i.test(host) ||
    /[{}<>$]/.test(host)
  )
    return undefined
  return /^[<{[%$]/.test(password) || placeholderKind(password) !== undefined ? undefined : password
}

function findAccountKey(text: string, at: number, keyword: string): Detection | undefined {
  const start = at + keyword.length
  const end = endOf(text, start, isBase64)
  const key = text.slice(start, end)
  if (key.length < 40 || key.length > 120 || placeholderKind(key) !== undefined || !looksRandom(key)) return undefined
  return { start: at, end, secret: key }
}

function findSharedAccessSignature(text: string, at: number): Detection | undefined {
  if (isInsideWord(text, at)) return undefined
  const start = at + 4
  const end = endOf(text, start, (code) => isBase64(code) || code === 37)
  const signature = text.slice(start, end)
  if (signature.length < 43 || signature.length > 150) return undefined
  const around = text.slice(Math.max(0, at - 400), Math.min(text.length, end + 400))
  const isSas =
    (/[?&]sv=\d{4}-/.test(around) && /[?&]se=/.test(around)) || /SharedAccessSignature|[?&]sp=%2F/.test(around)
  if (!isSas || placeholderKind(signature) !== undefined || !looksRandom(signature)) return undefined
  return { start, end, secret: signature }
}

function findConnectionPassword(text: string, at: number, keyword: string): Detection | undefined {
  const around = text.slice(Math.max(0, at - 300), Math.min(text.length, at + 300))
  if (
    !/(?:^|[;"'`\s])(?:server|data source|host|addr(?:ess)?|database|initial catalog|user id|uid|username)\s?=\s?[^;=\s]/i.test(
      around,
    )
  )
    return undefined
  if (!around.includes(';') && !/\s(?:host|user|dbname)=/.test(around)) return undefined
  const start = at + keyword.length
  const end = endOf(
    text,
    start,
    (code) => code > 32 && code !== 59 && code !== 34 && code !== 39 && code !== 96 && code !== 92,
  )
  const password = text.slice(start, end)
  if (
    password.length < 3 ||
    password.length > 128 ||
    placeholderKind(password) !== undefined ||
    (GENERIC_PASSWORD.test(password) && !/\d/.test(password))
  )
    return undefined
  if (/[{}<>]|^[%$@:]/.test(password)) return undefined
  const host = /(?:server|data source|host|addr(?:ess)?)\s?=\s?(?:tcp:)?([^;,\s]{1,100})/i.exec(around)?.[1] ?? ''
  if (LOCAL_HOST.test(host) || /^\(local/i.test(host)) return undefined
  return { start: at, end, secret: password }
}

function findBasicCredentials(text: string, at: number): Detection | undefined {
  if (isInsideWord(text, at)) return undefined
  const start = at + 6
  const end = endOf(text, start, isBase64)
  const encoded = text.slice(start, end)
  if (encoded.length < 8 || encoded.length > 400 || /\w/.test(text[end] ?? ' ')) return undefined
  const decoded = decodeBase64(encoded)
  if (decoded === undefined || !/^[\x21-\x7e][\x20-\x7e]{0,200}$/.test(decoded)) return undefined
  const colon = decoded.indexOf(':')
  const password = decoded.slice(colon + 1)
  if (colon < 0 || decoded.length < 4) return undefined
  const secret = password === '' ? decoded.slice(0, colon) : password
  if (placeholderKind(secret) !== undefined) return undefined
  if (GENERIC_PASSWORD.test(secret) && GENERIC_USER.test(decoded.slice(0, colon))) return undefined
  // The pair of RFC 7617's own example.
  if (/^aladdin:open ?sesame$/i.test(decoded)) return undefined
  return { start: at, end, secret: encoded }
}

function findBearerToken(text: string, at: number): Detection | undefined {
  if (isInsideWord(text, at)) return undefined
  const start = at + 7
  const end = endOf(text, start, (code) => isBase64UrlOrDot(code) || isBase64(code) || code === 126)
  const token = text.slice(start, end)
  if (
    token.length < 16 ||
    token.length > 2000 ||
    placeholderKind(token) !== undefined ||
    (/[\w$<{]/.test(text[end] ?? ' ') && !text.startsWith('</', end))
  )
    return undefined
  if (!looksTyped(token, 16)) return undefined
  return { start, end, secret: token }
}

function findCurlUser(text: string, at: number, keyword: string): Detection | undefined {
  if (!/(?:curl|wget|http)(?: |$)/.test(text.slice(Math.max(0, at - 300), at))) return undefined
  let start = at + keyword.length
  if (text[start] === '"' || text[start] === "'") start++
  const end = endOf(text, start, (code) => code > 32 && code !== 34 && code !== 39 && code !== 96 && code !== 92)
  const pair = text.slice(start, end)
  const colon = pair.indexOf(':')
  const password = pair.slice(colon + 1)
  if (colon <= 0 || password.length < 4 || password.startsWith('/') || placeholderKind(password) !== undefined)
    return undefined
  if (GENERIC_PASSWORD.test(password) || /^[$%{<]/.test(password)) return undefined
  return { start, end, secret: password }
}

function findQueryCredential(text: string, at: number): Detection | undefined {
  const nameEnd = endOf(text, at + 1, (code) => isBase64UrlOrDot(code) || code === 37)
  if (text[nameEnd] !== '=' || nameEnd - at > 40) return undefined
  const name = text.slice(at + 1, nameEnd)
  const isNamed = classifyName(name).kind === 'credential' || /^(?:app_?id|key)$/i.test(name)
  if (!isNamed) return undefined
  const end = endOf(
    text,
    nameEnd + 1,
    (code) => isBase64UrlOrDot(code) || isBase64(code) || code === 37 || code === 126,
  )
  const value = text.slice(nameEnd + 1, end)
  if (
    value.length < 10 ||
    value.length > 400 ||
    placeholderKind(value) !== undefined ||
    (/[{}$<]/.test(text[end] ?? ' ') && !text.startsWith('</', end))
  )
    return undefined
  if (/^(?:app_?id|key)$/i.test(name) && !/^[\da-f]{32}$/.test(value)) return undefined
  if (!looksTyped(value, 10)) return undefined
  return { start: nameEnd + 1, end, secret: value }
}

function findPasswordHash(text: string, at: number): Detection | undefined {
  const candidate = text.slice(at, at + 240)
  const found =
    /^\$2[aby]\$\d{2}\$[./A-Za-z\d]{53}(?![./A-Za-z\d])/.exec(candidate) ??
    /^\$apr1\$[./A-Za-z\d]{1,8}\$[./A-Za-z\d]{22}(?![./A-Za-z\d])/.exec(candidate) ??
    /^\$6\$(?:rounds=\d{1,9}\$)?[./A-Za-z\d]{1,16}\$[./A-Za-z\d]{86}(?![./A-Za-z\d])/.exec(candidate) ??
    /^\$5\$(?:rounds=\d{1,9}\$)?[./A-Za-z\d]{1,16}\$[./A-Za-z\d]{43}(?![./A-Za-z\d])/.exec(candidate) ??
    /^\$argon2(?:id|i|d)\$v=\d{1,3}\$m=\d{1,9},t=\d{1,5},p=\d{1,3}\$[+/A-Za-z\d]{11,64}\$[+/A-Za-z\d]{16,128}(?![+/A-Za-z\d])/.exec(
      candidate,
    )
  if (found === null || !looksRandom(found[0].slice(-22))) return undefined
  return { start: at, end: at + found[0].length, secret: found[0] }
}

function findRegistryAuth(text: string, at: number): Detection | undefined {
  if (!text.slice(Math.max(0, at - 400), at).includes('"auths')) return undefined
  const found = /^"auth\\{0,3}"\s{0,4}:\s{0,4}\\{0,3}"([A-Za-z\d+/=]{8,400})\\{0,3}"/.exec(text.slice(at, at + 500))
  if (found === null) return undefined
  const encoded = found[1]!
  const decoded = decodeBase64(encoded)
  const colon = decoded?.indexOf(':') ?? -1
  if (decoded === undefined || colon <= 0 || placeholderKind(decoded.slice(colon + 1)) !== undefined) return undefined
  const start = at + found[0].indexOf(encoded, 6)
  return { start, end: start + encoded.length, secret: encoded }
}

/**
 * Whether the character before a position makes what follows the rest of a longer word. The letter of an escape
 * (`\\n` in a JSON text inside a string, `%20` in a URL) doesn't.
 *
 * @param text the text
 * @param at where the word would begin
 * @param joins what belongs to a word
 * @returns true if the word begins earlier
 */
export function isInsideWord(text: string, at: number, joins: RegExp = /[\w-]/): boolean {
  if (at === 0) return false
  const before = text[at - 1]!
  if (!joins.test(before)) return false
  if ('nrt'.includes(before) && text[at - 2] === '\\') return false
  return !/^%[\dA-F]{2}$/.test(text.slice(Math.max(0, at - 3), at))
}

/** Several kinds of characters and no obvious word: what a key reads like where the text says that one follows. */
function looksTyped(value: string, shortest: number): boolean {
  if (value.length < shortest || entropy(value) < 2.8) return false
  const kinds = Number(/[a-z]/.test(value)) + Number(/[A-Z]/.test(value)) + Number(/\d/.test(value))
  return kinds >= 2 && /\d/.test(value)
}

/** Where a run of characters ends; looks at most at the longest token there is. */
function endOf(text: string, start: number, belongs: (code: number) => boolean): number {
  const limit = Math.min(text.length, start + LONGEST_TOKEN + 1)
  let at = start
  while (at < limit && belongs(text.charCodeAt(at))) at++
  return at
}

function isAlphanumeric(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90)
}

function isBase64(code: number): boolean {
  return isAlphanumeric(code) || code === 43 || code === 47 || code === 61
}

function isBase64UrlOrDot(code: number): boolean {
  return isAlphanumeric(code) || code === 45 || code === 46 || code === 95
}

function isPemBody(code: number): boolean {
  return isBase64(code) || code === 10 || code === 13 || code === 92 || code === 32
}

/** What may stand between `://` and the path. */
function isAuthority(code: number): boolean {
  return (
    code > 32 &&
    code !== 34 &&
    code !== 39 &&
    code !== 47 &&
    code !== 60 &&
    code !== 62 &&
    code !== 63 &&
    code !== 96 &&
    code !== 35 &&
    code < 0x3000
  )
}

function decodeBase64(text: string): string | undefined {
  try {
    return atob(text.replace(/-/g, '+').replace(/_/g, '/'))
  } catch {
    return undefined
  }
}

function decodeJson(text: string): Record<string, unknown> | undefined {
  const decoded = decodeBase64(text)
  if (decoded === undefined) return undefined
  try {
    const value: unknown = JSON.parse(decoded)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}
