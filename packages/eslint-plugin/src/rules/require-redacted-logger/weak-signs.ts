import { type FileAnalysis, type NameMeaning, type Node, type Origin, T, unwrap } from '@palisade/analysis'
import type { Judgement } from './judgement.js'
import { ofFile } from './of-file.js'
import type { Sink } from './sinks.js'
import type { View } from './trail.js'

/** `apiKey.at(0)`: one character of it. */
export function isCharacter(origin: Origin, view: View): boolean {
  return !/s$/iu.test(view.path.at(-2) ?? 's') && origin.steps.some((step) => step.name === 'at')
}

/** `const [user] = decoded.split(':')`: the piece is another thing, by its name. */
export function isOtherPiece(first: View): boolean {
  return (
    first.kind === 'variable' &&
    !first.isPiece &&
    first.path.length === 1 &&
    /^(?:user|user_?name|login|name|e?mail|id|host|host_?name|scheme|realm|region|type|method|prefix)$/iu.test(
      first.path[0]!,
    )
  )
}

/** Names that other things bear as well: what the file says besides decides. */
export function isWeakSign(
  origin: Origin,
  view: View,
  meaning: NameMeaning,
  ask: Judgement,
  sink: Sink | undefined,
): boolean {
  const last = view.path.at(-1) ?? ''
  if (meaning.row === 'secret')
    return /^(?:secrets?|\w*(?:Secrets|_secrets)|key|version)$/u.test(last) && namesSecrets(origin.file)
  // What a skill of Alexa keeps with a device
  if (meaning.row === 'cookie' && /\b(?:endpoint|device|appliance)\??\.cookie\b/u.test(origin.file.text)) return true
  if (ask.strict) return isWeakInStrict(origin.file, view.path, meaning, sink)
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
      return !isOwnedKey(last)
    case 'token':
      return sink?.kind === 'exception' && !speaksOfToken(sink)
    default:
      return false
  }
}

const OWNED_KEY =
  /(?:master|service|root|admin|bot|account|security|secure|server|shared|session|cookie|seed|integration|otp|totp)[-_]?keys?$/iu

/** `masterKey`, and `ENC_KEY`, which a program is given; an `encKey` may be any key that was encoded. */
function isOwnedKey(name: string): boolean {
  return OWNED_KEY.test(name) || /(?:^|_)ENC_KEY$/u.test(name)
}

/** Even where all classes are asked for, some names need a file that speaks of the thing. */
export function isWeakInStrict(
  file: FileAnalysis,
  path: readonly string[],
  meaning: NameMeaning,
  sink: Sink | undefined,
): boolean {
  const last = path.findLast((part) => part !== '*') ?? ''
  switch (meaning.row) {
    case 'session-id':
      // Protocols number their connections, chats their conversations.
      return !isCookieSession(path) && (!LOGINS.test(file.text) || isMailProtocol(file))
    case 'often-secret-kind-of-key':
      return !isOwnedKey(last)
    case 'connection-string':
      return /connection_?ur[il]$/iu.test(last) && !DATABASES.test(file.text)
    case 'token':
      return sink?.kind === 'exception' && !speaksOfToken(sink)
    case 'chat':
      // Of a queue, of validation, of a logger.
      return /^(?:\w*[a-z_])?messages$/iu.test(last) && !CHATS.test(file.text)
    case 'person-name':
      // `owner/repository`, `v2.users`
      return /(?:full|given)_?name$/iu.test(last) && !PERSONS.test(file.text)
    case 'username':
      // Of a bridge or a device, whose name is its address in the network.
      return /mac_?address|hap-nodejs/iu.test(file.text)
    case 'private-text':
      return /file_?contents?$/iu.test(last) && !UPLOADS.test(file.text)
    default:
      return false
  }
}

/** Whoever speaks SMTP or IMAP logs in to servers, in sessions that have numbers. */
const isMailProtocol = ofFile(({ text }) => /\b(?:smtp|imap|mx)\b/iu.test(text) && !/cookie/iu.test(text))

const LOGINS = /\bcookies?\b|express-session|\blog(?:in|out)\w*\s*[(:=]|\bsign-?in\b|\bpassport\b/iu
const CHATS = /\brole['"]?\s*[:=]|\.role\b|prompt|completion|assistant|openai|anthropic|llm|\bchat/iu
const PERSONS =
  /\b(?:first|last|family)_?name|\bsurname|date_?of_?birth|\b(?:patient|employee|customer|passenger|guest|student|member|contact|person)s?\b|user\??\.(?:full|given)/iu
const UPLOADS = /upload|multer|formidable|embedding|document|attachment/iu

/** `req.sessionID`, `req.session.id`, `cookies.sessionId`, `PHPSESSID`. */
function isCookieSession(path: readonly string[]): boolean {
  return (
    /^(?:PHPSESSID|JSESSIONID|connect\.sid)$/u.test(path.at(-1) ?? '') ||
    /\b(?:req|request|ctx)\.(?:sessionI[dD]|session\.id)$|\b(?:signedC|c)ookies\b/u.test(path.join('.'))
  )
}

/** Addresses of callbacks and webhooks are no credentials by themselves, nor is that of a Firebase database. */
function isPublicAddress(file: FileAnalysis, name: string): boolean {
  if (/connection_?ur[il]$/iu.test(name) && !DATABASES.test(file.text)) return true
  return /hook/iu.test(name) || (/\bfirebase/iu.test(file.text) && /(?:db|database)_?url$/iu.test(name))
}

const DATABASES =
  /postgres|mysql|mariadb|mongo|redis|amqp|rabbitmq|mssql|sqlserver|jdbc|prisma|knex|sequelize|typeorm|drizzle|smtp/iu

/** Whether what the file calls a secret is the record of one in a secret manager: its name and its version. */
const namesSecrets = ofFile(
  ({ text }) =>
    /\bsecrets?\??\.(?:name|version|versions|versionId|key|projectId|secret|arn|id|labels|path)\b|\bgetSecretVersion\b|\bsecretEnvironmentVariables\b|secret[ _]?versions?\b/iu.test(
      text,
    ) && !/\bsecret\??\.(?:value|data|payload|SecretString)\b/u.test(text),
)

/** `connection.url`: of a socket or a service as well as of a database, which its own name would say. */
function isAnyConnection(path: readonly string[]): boolean {
  return /^ur[il]$/iu.test(path.at(-1) ?? '') && !/db|database|sql|mongo|postgres|redis|amqp|rabbit/iu.test(path.join())
}

/** `Invalid token: …` speaks of one that somebody sent; `Unexpected token …` of one that a parser has read. */
function speaksOfToken(sink: Sink): boolean {
  const text = sink.values.map(staticText).join(' ')
  return /\btoken\b/iu.test(text) && !/unexpected|expected|unknown|pars|unterminated|illegal|syntax/iu.test(text)
}

export function staticText(node: Node): string {
  const value = unwrap(node)
  if (value.type === T.TemplateLiteral) return value.quasis.map((quasi) => quasi.value.raw).join(' ')
  if (value.type === T.BinaryExpression) return `${staticText(value.left)} ${staticText(value.right)}`
  return value.type === T.Literal ? String(value.value) : ''
}
