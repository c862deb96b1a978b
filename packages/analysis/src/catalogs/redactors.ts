/**
 * A function whose result no longer gives its argument away.
 *
 * `digest` and `cipher` results are meant to be unreadable, `omit` and `pick` take members away, `mask` replaces text,
 * `about` answers something about the value.
 */
export interface RedactorRow {
  readonly id: string
  readonly kind: 'mask' | 'digest' | 'cipher' | 'omit' | 'pick' | 'about'
  /** Qualified names of the functions (see `FileAnalysis.names`). */
  readonly calls: readonly string[]
  readonly source: string
}

/** Redactors, one a row. */
// prettier-ignore
export const redactors = [
  { id: 'fast-redact', kind: 'mask', calls: ['fast-redact#()()', 'fast-redact#default()()'], source: 'https://github.com/davidmarkclements/fast-redact' },
  { id: 'pinojs-redact', kind: 'mask', calls: ['@pinojs/redact#()()', '@pinojs/redact#default()()', 'slow-redact#()()'], source: 'https://github.com/pinojs/redact' },
  { id: 'maskdata', kind: 'mask', calls: ['maskdata#maskPassword', 'maskdata#maskEmail2', 'maskdata#maskEmail', 'maskdata#maskPhone', 'maskdata#maskCard', 'maskdata#maskJSON2', 'maskdata#maskJSONFields', 'maskdata#maskString', 'maskdata#maskUuid', 'maskdata#getMaskedEmail', 'maskdata#maskJwt'], source: 'https://github.com/Sumukha1496/maskdata' },
  { id: 'redact-object', kind: 'mask', calls: ['redact-object#()', 'deep-redact#DeepRedact().redact', '@zapier/secret-scrubber#scrub', '@hackylabs/deep-redact#DeepRedact().redact', 'redact-secrets#().map', 'redact-pii#SyncRedactor().redact', 'redact-pii#AsyncRedactor().redact', 'object-sanitizer#()', 'traverse-redact#()', 'mask-json#()()'], source: 'https://github.com/hackylabs/deep-redact' },
  { id: 'logtape-redaction', kind: 'mask', calls: ['@logtape/redaction#redactByField', '@logtape/redaction#redactByPattern', '@logtape/redaction#redactProperties'], source: 'https://logtape.org/manual/redaction' },
  { id: 'effect-redacted', kind: 'mask', calls: ['effect#Redacted.make', 'effect/Redacted#make', 'effect#Config.redacted', 'effect#Config.secret', 'effect#Secret.fromString'], source: 'https://effect.website/docs/data-types/redacted/' },
  { id: 'node-hash', kind: 'digest', calls: ['crypto#createHash().update().digest', 'crypto#createHash().digest', 'crypto#createHmac().update().digest', 'crypto#createHmac().digest', 'crypto#hash', 'crypto#webcrypto.subtle.digest', 'crypto.subtle.digest', 'globalThis.crypto.subtle.digest'], source: 'https://nodejs.org/api/crypto.html' },
  { id: 'node-signature', kind: 'digest', calls: ['crypto#createSign().sign', 'crypto#sign', 'crypto#createVerify().verify', 'crypto#verify', 'crypto#timingSafeEqual'], source: 'https://nodejs.org/api/crypto.html' },
  { id: 'node-cipher', kind: 'cipher', calls: ['crypto#createCipheriv().update', 'crypto#createCipheriv().final', 'crypto#publicEncrypt'], source: 'https://nodejs.org/api/crypto.html#class-cipheriv' },
  { id: 'password-hash', kind: 'digest', calls: ['bcrypt#hash', 'bcrypt#hashSync', 'bcryptjs#hash', 'bcryptjs#hashSync', 'bcrypt#compare', 'bcrypt#compareSync', 'bcryptjs#compare', 'bcryptjs#compareSync', '@node-rs/bcrypt#hash', '@node-rs/argon2#hash', '@node-rs/argon2#verify', 'argon2#hash', 'argon2#verify', 'Bun.password.hash', 'Bun.password.verify', 'scrypt-kdf#kdf'], source: 'https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html' },
  { id: 'hash-packages', kind: 'digest', calls: ['object-hash#()', 'object-hash#sha1', 'object-hash#MD5', 'md5#()', 'sha.js#().update().digest', 'hash.js#sha256().update().digest', 'crypto-js#SHA256', 'crypto-js#SHA512', 'crypto-js#MD5', 'crypto-js#HmacSHA256', 'crypto-js#AES.encrypt', 'crypto-js/sha256#()', '@noble/hashes/sha256#sha256', '@noble/hashes/sha2#sha256', 'hasha#()', 'hasha#hash', 'hasha#hashSync', 'ohash#hash', 'js-sha256#sha256', 'murmurhash#v3', 'xxhash-wasm#()'], source: 'https://cheatsheetseries.owasp.org/cheatsheets/Logging_Cheat_Sheet.html#data-to-exclude' },
  { id: 'lodash-omit', kind: 'omit', calls: ['lodash#omit', 'lodash-es#omit', 'lodash/omit#()', 'lodash.omit#()', 'lodash-es/omit#()', 'ramda#omit', 'rambda#omit', 'remeda#omit', 'radash#omit', 'es-toolkit#omit', 'underscore#omit', 'object.omit#()', 'just-omit#()', '_.omit'], source: 'https://lodash.com/docs#omit' },
  { id: 'lodash-pick', kind: 'pick', calls: ['lodash#pick', 'lodash-es#pick', 'lodash/pick#()', 'lodash.pick#()', 'lodash-es/pick#()', 'ramda#pick', 'rambda#pick', 'remeda#pick', 'radash#pick', 'es-toolkit#pick', 'underscore#pick', 'object.pick#()', 'just-pick#()', '_.pick'], source: 'https://lodash.com/docs#pick' },
  { id: 'about', kind: 'about', calls: ['Boolean', 'Number', 'Symbol', 'Object.keys', 'Buffer.byteLength', 'isNaN', 'Array.isArray', 'parseInt', 'parseFloat', 'jsonwebtoken#verify', 'jose#jwtVerify', 'util#types.isDate', 'URL.canParse', 'buffer#Buffer.byteLength'], source: 'https://cheatsheetseries.owasp.org/cheatsheets/Logging_Cheat_Sheet.html#data-to-exclude' },
] as const satisfies readonly RedactorRow[]

/**
 * Words at the head of a function's name that say that its result is safe to print. `sanitizeHtml` is one of them by
 * name: it is read as a promise of its author.
 */
export const redactorVerbs: ReadonlySet<string> = new Set([
  'redact',
  'redacted',
  'mask',
  'masked',
  'sanitize',
  'sanitise',
  'sanitized',
  'scrub',
  'obfuscate',
  'obscure',
  'censor',
  'anonymize',
  'anonymise',
  'pseudonymize',
  'hash',
  'hashed',
  'encrypt',
  'encrypted',
  'cipher',
  'crypt',
  'bcrypt',
  'argon2',
  'digest',
  'fingerprint',
  'truncate',
  'shorten',
  'abbreviate',
  'strip',
  'omit',
  'hide',
  'conceal',
  'tokenize',
  'safe',
  'clean',
  'md5',
  'sha1',
  'sha256',
  'sha512',
  'checksum',
  'hmac',
])
