/**
 * The words of a name, in lower case: `toPublicMessage` → to, public, message; `IS_DEV` → is, dev.
 *
 * @param name an identifier.
 */
export function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z\d])([A-Z])/gu, '$1 $2')
    .replace(/([A-Z]{2,})([A-Z][a-z])/gu, '$1 $2')
    .split(/[^A-Za-z\d]+/u)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase())
}

function some(words: readonly string[], set: ReadonlySet<string>): boolean {
  return words.some((word) => set.has(word))
}

const AUDIENCE = new Set([
  'public', 'publicly', 'user', 'users', 'client', 'clients', 'customer', 'friendly', 'safe', 'safely', 'sanitize',
  'sanitized', 'sanitise', 'sanitised', 'sanitizer', 'mask', 'masked', 'redact', 'redacted', 'redactor', 'generic',
  'translate', 'translated', 'localize', 'localized', 'i18n', 'humanize', 'human', 'display', 'map', 'mapped', 'scrub', 'scrubbed', 'clean',
  'strip', 'stripped', 'external', 'opaque', 'hide', 'normalize', 'classify',
]) // prettier-ignore

const ERROR_WORDS = new Set([
  'err',
  'error',
  'errors',
  'exception',
  'e',
  'ex',
  'reason',
  'failure',
  'cause',
  'rejection',
])
const TEXT_WORDS = new Set([
  'message',
  'messages',
  'msg',
  'text',
  'string',
  'str',
  'stack',
  'trace',
  'stacktrace',
  'detail',
  'details',
  'description',
  'info',
  'plain',
  'object',
  'json',
])
const TAKING = new Set(['stringify', 'serialize', 'serialise', 'inspect', 'dump', 'describe', 'print', 'ensure'])
const ENVELOPE_WORDS = new Set([
  'response',
  'responses',
  'result',
  'results',
  'error',
  'errors',
  'err',
  'fail',
  'failure',
  'failed',
  'problem',
  'reply',
  'envelope',
  'payload',
  'body',
  'json',
  'message',
  'html',
  'page',
  'template',
  'bad',
  'internal',
  'server',
  'respond',
  'return',
  'answer',
  'content',
  'tool',
  'rpc',
])

/** Whether a function's name says that its result is meant for users: `toPublicMessage`, `formatErrorForUser`, `sanitizeError`. */
export function isNamedForUsers(name: string): boolean {
  const words = wordsOf(name)
  // `getUser`, `mapUsers`: about users, not for them
  return some(words, AUDIENCE) && (some(words, ERROR_WORDS) || some(words, TEXT_WORDS) || words.includes('for'))
}

/** Whether a function's name says that it takes the text out of an error: `getErrorMessage`, `errorToString`, `stringifyError`. */
export function takesErrorText(name: string): boolean {
  const words = wordsOf(name)
  if (isNamedForUsers(name)) return false
  if (!some(words, ERROR_WORDS)) return false
  return some(words, TEXT_WORDS) || (words.length === 2 && TAKING.has(words[0]!))
}

/** Whether a function's name says that it makes an error of whatever was thrown: `toError`, `ensureError`. */
export function makesError(name: string): boolean {
  return /^(?:to|as|ensure|coerce|cast|castTo|convertTo|wrapAs)(?:An?)?(?:Native)?(?:Err|Error|Exception)$/u.test(name)
}

/** Whether a function's name says that it wraps a text into an answer: `errorResponse`, `fail`, `buildErrorBody`. */
export function buildsAnswer(name: string): boolean {
  const words = wordsOf(name)
  return some(words, ENVELOPE_WORDS) && !some(words, AUDIENCE)
}

/** Whether a function's name says that it sends: `sendError`, `respondWith`, `handleError`, `errorResponse`. */
export function sends(name: string): boolean {
  return wordsOf(name).some((word) => SENDING.has(word))
}

const SENDING = new Set([
  'send',
  'sends',
  'respond',
  'response',
  'reply',
  'write',
  'json',
  'return',
  'render',
  'fail',
  'failed',
  'failure',
  'error',
  'err',
  'handle',
  'bad',
  'internal',
  'server',
  'output',
  'emit',
  'answer',
  'abort',
  'reject',
  'end',
  'finish',
  'result',
  'success',
  'exception',
  'unauthorized',
  'forbidden',
  'problem',
  'status',
  'out',
  'deliver',
  'post',
  'sse',
  'http',
  'create',
])

const SHOWING = new Set([
  'show',
  'shows',
  'expose',
  'exposed',
  'include',
  'display',
  'enable',
  'print',
  'dump',
  'reveal',
  'return',
  'send',
  'verbose',
  'detailed',
])
const SHOWN = new Set([
  'stack',
  'stacks',
  'trace',
  'traces',
  'stacktrace',
  'error',
  'errors',
  'detail',
  'details',
  'message',
  'messages',
  'debug',
  'internals',
])

/** Whether a flag's name says that someone chose to show errors: `config.showStack`, `EXPOSE_ERRORS`, `debugMode`. */
export function saysShown(name: string): boolean {
  const words = wordsOf(name)
  if (words.some((word) => word === 'not' || word === 'no' || word === 'hide' || word === 'disable')) return false
  return words.includes('debug') || (some(words, SHOWING) && some(words, SHOWN))
}

const MEANT_FOR_USERS = new Set([
  'expose',
  'exposed',
  'operational',
  'public',
  'user',
  'client',
  'safe',
  'trusted',
  'visible',
  'joi',
  'boom',
  'validation',
  'friendly',
  'custom',
  'http',
  'handled',
  'known',
  'expected',
  'displayable',
  'api',
  'app',
  'celebrate',
])

/** Whether a flag of an error says that it was made for users: `expose`, `isOperational`, `isJoi`. */
export function saysForUsers(name: string): boolean {
  const words = wordsOf(name)
  return words.length <= 4 && some(words, MEANT_FOR_USERS) && !words.includes('message')
}
