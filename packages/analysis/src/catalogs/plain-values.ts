/** A shape of constants that stand under credential names and are none. */
export interface PlainValueRow {
  readonly id: string
  /** Tested on the whole value. Linear: no two repetitions meet. */
  readonly pattern: RegExp
  readonly source: string
}

const SONAR = 'https://github.com/SonarSource/SonarJS/tree/master/packages/analysis/src/jsts/rules/S6418'
const GITLEAKS = 'https://github.com/gitleaks/gitleaks/issues/1578'
const DETECT = 'https://github.com/Yelp/detect-secrets/blob/master/docs/filters.md'

/** What stands under credential names in real code without being a credential. */
// prettier-ignore
export const plainValues = [
  { id: 'path', pattern: /^(?:\.{0,2}\/|~\/|[A-Za-z]:[\\/]|file:)|^[\w@.-]{1,40}(?:\/[\w@.{}:*-]{1,40}){1,12}\/?$|\.(?:json|ya?ml|pem|key|crt|cer|env|txt|tsx?|jsx?|mjs|cjs|html?|css|svg|png|jpe?g|p12|pfx|toml|ini|conf|vue|md|db|sqlite|lock|log|sh|xml)$/, source: DETECT },
  { id: 'url', pattern: /^(?:[a-z][a-z\d+.-]{1,20}:)?\/\/[^@]{0,500}$|^(?:https?|ftp|wss?|mailto|data|blob|urn|arn|chrome-extension|about|javascript|node|npm|github|vault|ssm|op|ref|env|secret|projects|kms|awskms|gcpkms):\S/i, source: DETECT },
  { id: 'dotted-key', pattern: /^[A-Za-z_$][A-Za-z_$-]{0,60}\d{0,2}(?:\.[A-Za-z_$*][A-Za-z_$*-]{0,60}\d{0,2}){1,10}$|^(?:com|org|io|net|dev|app|im|m)(?:\.[a-z][a-z\d_-]{1,60}){1,10}$/, source: DETECT },
  { id: 'namespaced-key', pattern: /^[A-Za-z_@][\w@.-]{0,60}(?::{1,2}[A-Za-z_*][\w*.-]{0,60}){1,10}:?$|^[\w@.-]{1,24}[:/_.-]$/, source: DETECT },
  { id: 'constant-name', pattern: /^[A-Z][A-Z]{0,40}(?:_[A-Z\d]{1,40}){1,12}$/, source: SONAR },
  { id: 'selector', pattern: /^[#.][A-Za-z][\w-]{0,80}$|^(?:input|form|button|div|span|a|label)?\[[\w-]{1,40}[~|^$*]?=?|^(?:input|button|form|div|label)[#.:\s>]/, source: SONAR },
  { id: 'media-type', pattern: /^(?:application|text|image|audio|video|font|multipart|message)\/[\w.+*-]{1,80}/, source: DETECT },
  { id: 'markup', pattern: /^\s{0,10}<[A-Za-z/!?][^\n]{0,2000}>|&[a-z]{2,8};/, source: DETECT },
  { id: 'query', pattern: /^\s{0,20}(?:select|insert into|update|delete from|create table|alter table|with|query|mutation|fragment)\s/i, source: DETECT },
  { id: 'regular-expression', pattern: /^\^|\\[dwsbDWSB]|\[\^|\(\?[:=!<]|\[[a-zA-Z\d]-[a-zA-Z\d]|\$\/?[gimsuy]{0,4}$/, source: DETECT },
  { id: 'color', pattern: /^#[\da-fA-F]{3,8}$|^(?:rgba?|hsla?|var|calc|url)\(/, source: DETECT },
  { id: 'integrity', pattern: /^(?:sha(?:1|224|256|384|512)|md5)[-:=]/i, source: DETECT },
  { id: 'email', pattern: /^[\w.+-]{1,64}@[\w-]{1,60}(?:\.[\w-]{1,60}){1,5}$/, source: DETECT },
  { id: 'date-or-version', pattern: /^v?\d{1,4}[.-]\d{1,2}[.-]\d{1,4}(?:[T .-][\w:.+-]{0,40})?$/, source: DETECT },
  { id: 'duration', pattern: /^\d{1,6}\s?(?:ms|s|m|h|d|w|y|sec|secs|min|mins|minutes?|hours?|days?|weeks?|months?|years?|seconds?)$/i, source: DETECT },
  { id: 'host', pattern: /^(?:\d{1,3}\.){3}\d{1,3}(?::\d{1,5})?$|^localhost(?::\d{1,5})?$/, source: DETECT },
  { id: 'key-block-frame', pattern: /^-----(?:BEGIN|END) [A-Z ]{3,40}-----\s{0,4}$|^-----BEGIN (?:[A-Z]{1,12} )?(?:PUBLIC KEY|CERTIFICATE)/, source: GITLEAKS },
  { id: 'ssh-public-key', pattern: /^(?:ssh-(?:rsa|ed25519|dss)|ecdsa-sha2-\S{1,40}) AAAA/, source: GITLEAKS },
  { id: 'header-name', pattern: /^x(?:-[A-Za-z\d]{1,20}){2,10}$/i, source: GITLEAKS },
  { id: 'algorithm', pattern: /^(?:rsa|ssh|ecdsa|ecdh|aes|hmac|sha\d{0,3}|md5|[hrep]s(?:256|384|512)|argon2(?:id?|d)?|bcrypt|scrypt|pbkdf2|chacha20|diffie|curve25519|x25519|ed25519)(?:[-_@./][\w@.]{1,20}){0,6}$/i, source: SONAR },
  { id: 'column-type', pattern: /^[a-z]{3,20}\(\d{1,5}\)$/i, source: DETECT },
  { id: 'validation-rule', pattern: /^[a-z_]{2,20}(?::[\w,.]{1,40})?(?:\|[a-z_]{2,20}(?::[\w,.]{1,60})?){1,12}$/, source: DETECT },
  { id: 'header-scheme', pattern: /^(?:bearer|basic|digest|token|jwt|apikey|negotiate|hmac|oauth)\s?$/i, source: GITLEAKS },
] as const satisfies readonly PlainValueRow[]

/** Words of interface texts, of schemas and of enumerations: a value made of these and of names says what, not which. */
// prettier-ignore
export const plainWords = [
  { id: 'schema-types', words: ['string', 'number', 'boolean', 'object', 'array', 'text', 'varchar', 'char', 'integer', 'int', 'uuid', 'buffer', 'binary', 'null', 'undefined', 'any', 'unknown', 'function', 'symbol', 'bigint', 'date', 'json', 'hidden', 'required', 'optional', 'nullable', 'never', 'void'], source: SONAR },
  { id: 'enumerations', words: ['bearer', 'basic', 'digest', 'header', 'headers', 'query', 'body', 'cookie', 'cookies', 'none', 'auto', 'manual', 'always', 'default', 'custom', 'other', 'all', 'any', 'self', 'system', 'service', 'oauth', 'oauth2', 'openid', 'oidc', 'saml', 'ldap', 'kerberos', 'jwt', 'hs256', 'rs256', 'local', 'session', 'anonymous', 'public', 'private', 'plain', 'plaintext', 'hash', 'hashed', 'encrypted', 'client', 'server', 'app', 'application', 'machine', 'github', 'google', 'gitlab', 'aws', 'azure', 'gcp', 'file', 'env', 'environment', 'vault', 'inline', 'keychain', 'keyring', 'read', 'write', 'enabled', 'disabled', 'on', 'off', 'yes', 'no', 'true', 'false', 'new', 'current', 'create', 'update', 'delete', 'reset', 'change', 'forgot', 'forgotten', 'confirm', 'verify', 'show', 'hide', 'login', 'logout', 'signin', 'signup', 'register', 'submit', 'cancel', 'field', 'input', 'label', 'placeholder', 'name', 'type', 'id', 'value', 'url', 'uri', 'path', 'ok', 'error', 'invalid', 'missing', 'expired', 'valid', 'weak', 'strong', 'medium', 'short', 'long', 'sensitive', 'masked', 'authorization', 'authentication', 'authorized', 'auth', 'authorizer', 'grant', 'refresh', 'access', 'identity', 'code', 'implicit', 'device', 'credentials', 'exchange', 'identifier', 'keyword', 'punctuator', 'numeric', 'template', 'comment', 'operator', 'literal', 'word', 'tokens', 'secrets', 'keys', 'passwords', 'autofill', 'one', 'time', 'resource', 'owner', 'x', 'user', 'username', 'email', 'admin', 'api', 'sk', 'pk', 'guest', 'anonymous', 'symmetric', 'asymmetric', 'rsa', 'ec', 'oct', 'okp', 'aes', 'hmac', 'sha', 'raw', 'base64', 'hex', 'utf8', 'pem', 'der', 'jwk', 'spki', 'pkcs8', 'string'], source: SONAR },
  { id: 'interface-texts', words: ['your', 'enter', 'please', 'must', 'is', 'are', 'the', 'a', 'an', 'for', 'of', 'to', 'at', 'least', 'with', 'not', 'cannot', 'can', 'should', 'be', 'and', 'or', 'if', 'in', 'characters', 'required', 'invalid', 'incorrect', 'wrong', 'failed', 'match', 'matches', 'set', 'get', 'use', 'used', 'using', 'provide', 'provided', 'your', 'this', 'that', 'will', 'has', 'have', 'been', 'you', 'we', 'it', 'on', 'by', 'from', 'le', 'la', 'de', 'mot', 'passe', 'el', 'su', 'ihr', 'das', 'der', 'die', 'il', 'tu', 'votre'], source: SONAR },
] as const
