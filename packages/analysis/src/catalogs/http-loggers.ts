/** Middleware that logs requests by itself, and what it prints unless told otherwise. */
export interface HttpLoggerRow {
  readonly id: string
  readonly modules: readonly string[]
  /** The creating call, as the part of a qualified name after `module#`. */
  readonly makes: readonly string[]
  /** Where the options object stands; `pinoHttp` of nestjs-pino is a member of it. */
  readonly options: number
  /** The member of the options that holds the logger's options, when they are nested. */
  readonly under?: string
  /** Whether it is a plugin, handed to `register` as `{ plugin, options }`. */
  readonly plugin?: true
  /**
   * What it prints with no options at all: `headers` (request headers whole, credentials included), `line` (method, URL,
   * status).
   */
  readonly prints: 'headers' | 'line'
  /** Options whose presence decides what is printed: one of them is a redaction of its own. */
  readonly redactedBy: readonly string[]
  /** Options whose presence decides what is printed, wherever the logger's own options stand. */
  readonly decidedBy?: readonly string[]
  /** Options that are functions whose result is part of what is printed. */
  readonly carries?: readonly string[]
  /** What a suggestion adds. */
  readonly remedy: string
  readonly source: string
}

const PINO_HTTP_PATHS =
  "redact: ['req.headers.authorization', 'req.headers.cookie', 'req.headers[\"x-api-key\"]', 'res.headers[\"set-cookie\"]']"
const PINO_HTTP_CARRIES = [
  'customProps', 'customSuccessObject', 'customErrorObject', 'customReceivedObject',
  'customSuccessMessage', 'customErrorMessage', 'customReceivedMessage', 'serializers',
] // prettier-ignore

/** HTTP request loggers, one a row. */
// prettier-ignore
export const httpLoggers = [
  { id: 'pino-http', modules: ['pino-http'], makes: ['()', 'pinoHttp()', 'default()'], options: 0, prints: 'headers', redactedBy: ['redact', 'logger', 'serializers'], carries: PINO_HTTP_CARRIES, remedy: PINO_HTTP_PATHS, source: 'https://github.com/pinojs/pino-http#pinohttpopts-stream' },
  { id: 'express-pino-logger', modules: ['express-pino-logger', 'koa-pino-logger', 'restify-pino-logger'], makes: ['()', 'default()'], options: 0, prints: 'headers', redactedBy: ['redact', 'logger', 'serializers'], carries: PINO_HTTP_CARRIES, remedy: PINO_HTTP_PATHS, source: 'https://github.com/pinojs/koa-pino-logger' },
  { id: 'nestjs-pino', modules: ['nestjs-pino'], makes: ['LoggerModule.forRoot()', 'LoggerModule.forRootAsync()'], options: 0, under: 'pinoHttp', prints: 'headers', redactedBy: ['redact', 'logger', 'serializers'], carries: PINO_HTTP_CARRIES, remedy: PINO_HTTP_PATHS, source: 'https://github.com/iamolegga/nestjs-pino#configuration-params' },
  { id: 'hapi-pino', modules: ['hapi-pino'], makes: [], plugin: true, options: 0, under: 'options', prints: 'headers', redactedBy: ['redact', 'instance', 'serializers'], remedy: PINO_HTTP_PATHS, source: 'https://github.com/hapijs/hapi-pino#options' },
  { id: 'hono-pino', modules: ['hono-pino'], makes: ['pinoLogger()', 'logger()'], options: 0, under: 'pino', prints: 'headers', redactedBy: ['redact', 'serializers'], decidedBy: ['http'], remedy: PINO_HTTP_PATHS, source: 'https://github.com/maou-shonen/hono-pino#readme' },
  { id: 'express-winston', modules: ['express-winston'], makes: ['logger()', 'errorLogger()'], options: 0, prints: 'headers', redactedBy: ['headerBlacklist', 'requestFilter', 'requestWhitelist', 'winstonInstance'], remedy: "headerBlacklist: ['authorization', 'cookie', 'x-api-key']", source: 'https://github.com/bithavoc/express-winston#options' },
  { id: 'morgan', modules: ['morgan'], makes: ['()', 'default()', 'format()', 'compile()'], options: 1, prints: 'line', redactedBy: [], remedy: '', source: 'https://github.com/expressjs/morgan#tokens' },
] as const satisfies readonly HttpLoggerRow[]
