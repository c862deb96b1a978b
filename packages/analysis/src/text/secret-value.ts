import { plainValues, plainWords } from '../catalogs/plain-values.js'
import { tokenFormats, type TokenFormatRow } from '../catalogs/token-formats.js'
import { classifyName, type NameMeaning, splitWords } from '../names/index.js'
import { entropy, sequentialShare } from './entropy.js'
import { patternElements } from './pattern-shape.js'
import { placeholderKind } from './placeholder.js'

/** How sure the code around a constant already is that it is a credential. */
export type Bar =
  /** A name says that the constant is a credential. */
  | 'name'
  /** The same, and it is the name of a variable, a field or a member that is assigned: no table of texts or names. */
  | 'declared'
  /** The constant stands in for a credential that is missing: whatever it is, it will be used. */
  | 'fallback'
  /** A library takes the constant as a credential that a provider issued. */
  | 'issued'
  /** A library takes the constant as a credential of the program's own choice: every text works. */
  | 'chosen'

/** Whom a value stands for: what is known about it besides its text. */
export interface ValueContext {
  readonly bar: Bar
  /** The name that it stands under, as written. */
  readonly name?: string
  readonly meaning?: NameMeaning
  /** Shorter values are not credentials. Default: by the sort of credential. */
  readonly minLength?: number
}

/** Words that people put into a secret that they make up, and never into the name of one. */
const MADE_UP = new Set(
  (
    'my mine super very top ultra mega some this random strong long complex insecure unsafe shh shhh shhhh keep safe please ' +
    'dont do not tell anyone hello world foo bar baz secure supersecret mysecret topsecret ssh dev development local prod ' +
    'production staging default changeme change me in it hardcoded hard coded fallback demo temporary temp hunter dragon ' +
    'shared acme company'
  ).split(' '),
)

const PLAIN_WORDS: ReadonlySet<string> = new Set(plainWords.flatMap((row) => row.words as readonly string[]))
const PROSE: ReadonlySet<string> = new Set(plainWords.find((row) => row.id === 'interface-texts')!.words)

/** Longer values are documents; keys of that length have a format. */
const LONGEST_SECRET = 600

/** Says that there is nothing, rather than standing in for something. */
const MISSING =
  /^(?:\s{0,600}|n\/?a|undefined|null|none|nil|empty|unset|unknown|missing|not[-_ ]?(?:set|found|defined|configured|provided|available|needed|required|used)|no[-_ ][a-z_ -]{1,20}[-_ ](?:needed|required|set)|no[-_ ]?(?:key|token|secret|password|pass|auth|op|value|api[-_ ]?key|key[-_ ]?(?:required|needed|set))|disabled|invalid|unused|optional|required|string|number|boolean|\?{1,600}|-{1,600}|x{1,600}|\*{1,600}|\.{1,600}|false|true|anonymous|public|ollama|lm-?studio|local|EMPTY|sk-no-key-required|noop)$/i

/** What people say to their secrets. */
const PLEAS: ReadonlySet<string> = new Set(['please', 'shh', 'shhh', 'shhhh', 'nobody', 'noone', 'anyone'])

/** Plain words that are used as passwords all the same. */
const WEAK_PASSWORDS: ReadonlySet<string> = new Set(['admin', 'user'])

/** Accounts whose password is often their own name: `MYSQL_ROOT_PASSWORD: root`. */
const ACCOUNTS: ReadonlySet<string> = new Set(
  (
    'admin administrator root toor sa user guest master mysql mariadb postgres postgresql oracle mongo mongodb redis ' +
    'rabbitmq elastic neo4j cassandra minio ftp smtp jenkins grafana tomcat docker vagrant pi ubuntu'
  ).split(' '),
)

const UUID = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i

/**
 * Whether a constant can be the credential that its surroundings say it is.
 *
 * @param value the constant
 * @param context what says that it is one, and how surely
 * @returns false for names, labels, paths, types and everything else that is written under such names
 */
export function isPlausibleSecret(value: string, context: ValueContext): boolean {
  return isPlausible(withoutEllipsis(value), context)
}

/** `key_2f6fb1ed9dcb...`: a token cut short is judged by what is left of it; `hf_...` and `Loading...` are left as they are. */
function withoutEllipsis(value: string): string {
  const end = value.endsWith('...') ? value.length - 3 : value.endsWith('…') ? value.length - 1 : 0
  return end > 0 &&
    hasDigitAndLetter(value.slice(Math.max(0, end - 10), end)) &&
    /^\w{10}$/.test(value.slice(end - 10, end))
    ? value.slice(0, end)
    : value
}

function isPlausible(value: string, context: ValueContext): boolean {
  if (value.length > LONGEST_SECRET || MISSING.test(value)) return false
  if (hasControlCharacter(value) || /\$\{|\{\{/.test(value)) return false
  switch (context.bar) {
    case 'chosen':
      return value.trim().length > 0 && !isBracketed(value)
    case 'fallback':
      return isPlausibleFallback(value, context)
    case 'issued':
      return isPlausibleIssued(value, context)
    case 'name':
      return isPlausibleUnderName(value, context)
    case 'declared':
      return isPlausibleUnderName(value, context) || isWeakChoice(value, context)
  }
}

function isBracketed(value: string): boolean {
  return /^(?:<.*>|\[.*\]|\{.*\}|%\w+%|\$\w+|\$\(.*\))$/.test(value)
}

function isPlausibleFallback(value: string, { meaning, name }: ValueContext): boolean {
  if (isBracketed(value) || isPlain(value) === 'path' || isPlain(value) === 'url' || isPlain(value) === 'host')
    return false
  if (meaning?.what === 'session' || meaning?.what === 'header' || meaning?.what === 'connection') return false
  // A key that a provider issues can't be guessed: its placeholder opens nothing. A secret of one's own choice can.
  const chosen =
    meaning === undefined || meaning.what === 'secret' || meaning.what === 'password' || isChosenKey(meaning)
  if (chosen) return !isEnvironmentName(value) || sameWords(value, name)
  const kind = placeholderKind(value)
  if (kind !== undefined && kind !== 'to-be-filled-in') return false
  return (
    value.length >= 3 &&
    !/\s/.test(value) &&
    !isEnvironmentName(value) &&
    (meaning.certainty === 'sure' || value.length >= 6)
  )
}

/** A signing, session or encryption key is what the program says it is. */
function isChosenKey(meaning: NameMeaning): boolean {
  return (
    meaning.words.some((word) =>
      /^(?:jwt|jws|session|cookie|sign|signing|signature|encrypt|encryption|decryption|hmac|aes|cipher|crypto|master|app|auth)$/.test(
        word,
      ),
    ) && !meaning.words.includes('api')
  )
}

function isPlausibleIssued(text: string, context: ValueContext): boolean {
  const value = text.replace(/^(?:Bearer|Basic|Token) (?=\S)/i, '')
  if (value.length < (context.minLength ?? 5) || /\s/.test(value.trim())) return false
  const kind = placeholderKind(value)
  if (kind !== undefined && kind !== 'to-be-filled-in') return false
  const plain = isPlain(value)
  if (plain !== undefined && plain !== 'dotted-key' && plain !== 'namespaced-key' && plain !== 'constant-name')
    return false
  return !isEnvironmentName(value) && (hasDigitAndLetter(value) || !isNameOfSecret(value, context.name))
}

function isPlausibleUnderName(value: string, context: ValueContext): boolean {
  const what = context.meaning?.what ?? 'secret'
  const sure = context.meaning?.certainty !== 'likely'
  if (value !== value.trim() || value.length < (context.minLength ?? shortestUnderName(what))) return false
  if (placeholderKind(value) !== undefined || isCharset(value)) return false
  if (what === 'header') return isPlausibleHeader(value)
  if (what === 'connection' || what === 'session' || what === 'code') return false
  if (/\s/.test(value)) return isPassphrase(value, what, context)
  // `API-Schlüssel`: a word of some language
  if (/[^\x20-\x7e]/.test(value) && !hasDigitAndLetter(value)) return false
  if (hasTokenPrefix(value) && (hasDigit(value) || !isNameOfSecret(value, context.name))) return true
  const plain = isPlain(value)
  if (
    plain !== undefined &&
    !(what === 'password' && plain === 'regular-expression' && hasDigitAndLetter(value) && !/[\\^[(]/.test(value))
  ) {
    // A password may look like anything; a path and a dotted name still are what they look like.
    if (!(plain === 'email' && what === 'password')) return false
  }
  if (UUID.test(value)) return sure && what !== 'password'
  if (isNameOfSecret(value, context.name) && !(what === 'password' && isWeakPassword(value))) return false
  if (!sure)
    return isStrong(value) && (value.length >= (what === 'password' ? 6 : 12) || (value.length >= 8 && isVaried(value)))
  if (what !== 'token' && /^\d{16,64}$/.test(value)) return true
  if (what === 'password') return isHandMadePassword(value)
  const isSecret = what === 'secret' || context.meaning?.words.includes('secret')
  return isStrong(value) || isMadeUpPhrase(value) || (isSecret === true && isRunOfLetters(value))
}

/** `catkeyboard`: words without marks between them, which no name is written in. */
function isRunOfLetters(value: string): boolean {
  return /^[a-z]{9,60}$/.test(value) && (/^(?:my|super|very)/.test(value) || !isWordOfNames(value))
}

/** What people take for a secret of their own choice: `const JWT_SECRET = 'secret'`. */
function isWeakChoice(value: string, { meaning, name, minLength = 3 }: ValueContext): boolean {
  if (meaning === undefined || value.length < minLength) return false
  if (!/^[\w!@#$%^&*+=?-]+$/.test(value) || placeholderKind(value) !== undefined) return false
  if (meaning.what === 'password' && meaning.certainty === 'sure')
    return ACCOUNTS.has(value) || (/^(?:secret|test|pass|guest|default)$/.test(value) && !meaning.words.includes(value))
  // `#token = 'tok-998877'`
  if (meaning.what === 'token') return /[a-z]/i.test(value) && /\d{4}/.test(value) && value.length >= 8
  if (meaning.certainty !== 'sure') return false
  // `API_KEY = '123456'`
  if (/^\d{5,16}$/.test(value)) return !/id$/.test(meaning.words.join(''))
  if (!isChosenSecret(meaning)) return false
  // `const secret = 'db-credentials'` is where it is kept.
  if (meaning.words[0] === 'secret' && value.includes('-')) return false
  if (/^(?:my|super|mega|ultra|top|dont)[-_]|^(?:mysecret|mysuper|supersecret|topsecret|shh)/i.test(value)) return true
  if (splitWords(value).some((word) => PLEAS.has(word))) return true
  if (meaning.words[0] === 'secret' && value.includes('_')) return false
  if (/^secret(?:[-_]?key)?$/i.test(value)) return !sameLetters(value, name)
  return (
    isPlain(value) === undefined &&
    !isEnvironmentName(value) &&
    !sameWords(value, name) &&
    !IDENTIFIER.test(value) &&
    !splitWords(value).every(isWordOfNames)
  )
}

/** `userRole`, `AuthService`: words run together in the way of code. */
const IDENTIFIER = /^[A-Z]?[a-z]{1,20}(?:[A-Z][a-z]{1,20}){1,8}\d{0,2}$/

/** A secret that signs or encrypts is what the program says it is. */
function isChosenSecret({ what, words }: NameMeaning): boolean {
  if ((what !== 'secret' && what !== 'key') || words.includes('api')) return false
  if (words.join(' ') === 'secret' || words.join(' ') === 'secret key') return true
  return words.some(
    (word) =>
      /^(?:jwt|jws|session|cookie|signing|encryption|hmac|aes|cipher|webhook|refresh|csrf|xsrf)$/.test(word) ||
      (word === 'token' && words.includes('secret')),
  )
}

function sameLetters(value: string, name: string | undefined): boolean {
  return name !== undefined && splitWords(value).join('') === splitWords(name).join('')
}

function shortestUnderName(what: string): number {
  return what === 'password' ? 4 : 6
}

/** Small letters, capitals, digits and signs. */
function isVaried(value: string): boolean {
  return /[a-z]/.test(value) && /[A-Z]/.test(value) && /\d/.test(value) && /[^A-Za-z\d]/.test(value)
}

let prefixes: readonly string[] | undefined

/** Whether a value starts as a provider's tokens do, whatever its length: cut off, or made up after a real one. */
function hasTokenPrefix(value: string): boolean {
  prefixes ??= tokenFormats.flatMap((row: TokenFormatRow) => {
    const [first] = row.pattern === undefined || row.use !== undefined ? [] : patternElements(row.pattern.source)
    if (first?.type !== 'text' || first.options.length !== 1) return []
    return /^[A-Za-z][\w-]+[-_.]$/.test(first.options[0]!) ? first.options : []
  })
  return prefixes.some((prefix) => value.startsWith(prefix) && value.length >= prefix.length + 6)
}

/** Digits among letters, or characters that names don't have. */
function isStrong(value: string): boolean {
  if (hasDigitAndLetter(value)) return value.length >= 6 && entropy(value) >= 1.8 && !isVersionedWord(value)
  if (/[!@#$%^&*+=~?]/.test(value) && /[A-Z]/i.test(value) && !/^[@$#]|[?=]$/.test(value)) return value.length >= 8
  // Letters only: random ones have few vowels in a row and change their case without order.
  return (
    value.length >= 20 &&
    /[a-z]/.test(value) &&
    /[A-Z]/.test(value) &&
    caseChanges(value) >= value.length / 4 &&
    averageWord(value) < 3.2
  )
}

/** `oauth2`, `token1`, `key_v2`: a word and a number. */
function isVersionedWord(value: string): boolean {
  return (
    /^[A-Z_-]{1,40}\d{0,2}$/i.test(value) &&
    splitWords(value).every(
      (word) => /^\d+$/.test(word) || PLAIN_WORDS.has(word) || classifyName(word).kind !== 'other',
    )
  )
}

/** `password1`, `redispass`: made of names, and passwords all the same. */
function isWeakPassword(value: string): boolean {
  return (
    WEAK_PASSWORDS.has(value) || (hasDigitAndLetter(value) && !/[-_]/.test(value)) || /^[a-z]{3,12}pass$/.test(value)
  )
}

function isHandMadePassword(value: string): boolean {
  if (hasDigit(value) || /[!@#$%^&*+=~?]/.test(value)) return !/^[@$#:%]\w+$/.test(value)
  const lower = value.toLowerCase()
  if (PLAIN_WORDS.has(lower)) return WEAK_PASSWORDS.has(value)
  if (/^[a-z]+$/.test(value)) return true
  // `NewPassword`, `confirm-password`: words of an interface; `CorrectHorse`, `open-sesame`: a password.
  const words = splitWords(value)
  return (
    !words.every((word) => PLAIN_WORDS.has(word) || classifyName(word).kind !== 'other') &&
    /^[A-Z_-]+$/i.test(value) &&
    words.length <= 5 &&
    value.length >= 6 &&
    !/^[A-Z][a-z]+$/.test(value)
  )
}

/** `my-super-secret-key`: words of a made-up secret. */
function isMadeUpPhrase(value: string): boolean {
  const words = splitWords(value)
  const isMade = words.some(
    (word) => MADE_UP.has(word) || MADE_UP.has(word.replace(/(?:api)?(?:secret|key|password|token)$/, '')),
  )
  const isSecret = /secret|password|passw|key|token/i.test(value)
  return isMade && isSecret && value.length >= 7
}

function isPassphrase(value: string, what: string, context: ValueContext): boolean {
  if (/^[a-z]{2,10}(?: [a-z]{2,10}){11,23}$/.test(value)) return true
  if (what !== 'password' && what !== 'secret') return false
  const words = value.split(/\s+/)
  const isSentence = /^(?:this|my|our) [a-z ]{4,80}$/.test(value)
  if (isSentence && words.length <= 6 && /secret|password|key|passphrase/.test(value)) return true
  const isMade = words.length <= 6 && words.some((word) => MADE_UP.has(word)) && /^[a-z\d ]+$/.test(value)
  if (isMade && !words.some((word) => PROSE.has(word) && !MADE_UP.has(word))) return true
  if (words.length > 6 || /[.,:;!?…]$|["'<>(){}]/.test(value) || context.meaning?.certainty === 'likely') return false
  if (!/^[a-z\d ]+$/.test(value)) {
    const isPassword = /[!@#$%^&*]/.test(value) || (what === 'password' && /[A-Za-z]\d|\d[A-Za-z]/.test(value))
    return isPassword && hasDigit(value) && words.length <= 3
  }
  return !words.some((word) => PROSE.has(word) || classifyName(word).kind !== 'other')
}

const PASSWORD: ValueContext = { bar: 'name', name: 'password', meaning: classifyName('password') }

/** The value of an `Authorization`-like header: what follows the scheme. */
function isPlausibleHeader(value: string): boolean {
  const credentials =
    /^(?:Bearer|Token|Bot|ApiKey|Api-Key|GenieKey|Key|Basic|token|bearer|SSWS|Discogs|Klaviyo-API-Key|DeepL-Auth-Key|AccessKey|apikey) (\S{8,})$/.exec(
      value,
    )?.[1] ?? value
  if (/\s/.test(credentials) || placeholderKind(credentials) !== undefined) return false
  if (/^basic /i.test(value) && credentials.includes(':'))
    return isPlausibleUnderName(credentials.slice(credentials.indexOf(':') + 1), PASSWORD)
  return credentials.length >= 8 && isStrong(credentials) && isPlain(credentials) === undefined
}

/** Every letter and digit once: what random texts are drawn from. */
function isCharset(value: string): boolean {
  return value.length >= 20 && new Set(value).size === value.length && sequentialShare(value) > 0.6
}

/** `OPENAI_API_KEY`: where the secret is found, not the secret. */
function isEnvironmentName(value: string): boolean {
  return /^[A-Z][A-Z\d]{0,40}(?:_[A-Z\d]{1,40}){1,10}$/.test(value) && classifyName(value).kind !== 'other'
}

/** Whether a value names a credential instead of being one. */
function isNameOfSecret(value: string, name: string | undefined): boolean {
  if (sameWords(value, name)) return true
  if (!/^[A-Z_$@][\w$@./:-]*$/i.test(value)) return false
  const words = splitWords(value)
  if (words.length === 0 || words.length > 8) return false
  if (words.some((word) => MADE_UP.has(word)) || /^(?:my|super|top|very|s3)/i.test(value)) return false
  if (hasDigitAndLetter(value)) {
    if (words.some((word) => /^\d+$/.test(word) && word.length > 2)) return false
    // `payments-secret-9`: a name counts its things; what nobody knows as a word of names is part of the value.
    if (/\d$/.test(value) && words.some((word) => word.length > 3 && !isWordOfNames(word))) return false
  }
  const meaning = classifyName(value)
  if (meaning.kind !== 'other') return true
  return words.every(isWordOfNames)
}

function isWordOfNames(word: string): boolean {
  return PLAIN_WORDS.has(word) || classifyName(word).kind !== 'other'
}

/** `password: 'password'`, `apiKey: 'api-key'`, `API_KEY: 'api_key_header'`. */
function sameWords(value: string, name: string | undefined): boolean {
  if (name === undefined) return false
  const words = splitWords(name)
  if (words.length > 1 && splitWords(value).every((word) => words.includes(word)))
    return splitWords(value).length > 0 && !hasDigit(value)
  const ofName = words.join('')
  const ofValue = splitWords(value).join('')
  return ofValue !== '' && (ofName === ofValue || (ofValue.length >= 4 && ofName.endsWith(ofValue) && !hasDigit(value)))
}

function isPlain(value: string): string | undefined {
  const plain = plainValues.find((row) => row.pattern.test(value))?.id
  return plain === 'path' && isBase64(value) ? undefined : plain
}

/** Base64 with a slash looks like a path, but for its letters. */
function isBase64(value: string): boolean {
  return (
    /^[A-Za-z\d+/]{20,100}={0,2}$/.test(value) &&
    /\d/.test(value) &&
    caseChanges(value) >= value.length / 4 &&
    entropy(value) >= 4
  )
}

/** Escape sequences of terminals, line breaks, the mark of an unknown part. */
function hasControlCharacter(value: string): boolean {
  for (let at = 0; at < value.length; at++) if (value.charCodeAt(at) < 32) return true
  return false
}

function hasDigit(value: string): boolean {
  return /\d/.test(value)
}

function hasDigitAndLetter(value: string): boolean {
  return /\d/.test(value) && /[A-Z]/i.test(value)
}

/** `payloadClientUploadTempFilePath` is made of words, random letters aren't. */
function averageWord(value: string): number {
  return value.length / Math.max(1, splitWords(value).length)
}

function caseChanges(value: string): number {
  let changes = 0
  for (let at = 1; at < value.length; at++) {
    const isUpper = /[A-Z]/.test(value[at]!)
    if (isUpper !== /[A-Z]/.test(value[at - 1]!)) changes++
  }
  return changes
}
