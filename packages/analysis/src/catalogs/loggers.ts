/**
 * How a logger's configuration keeps confidential values out of its output, by what the library really does:
 * - `pino-paths`: `redact` paths, with the semantics in the rule's `pino-paths.ts`; serializers by key.
 * - `winston-format`: a format in the chain changes the record before another one writes it.
 * - `serializers`: a function per key (bunyan).
 * - `mask-keys`: a list of keys that are masked at any depth (tslog).
 * - `replacer`: a function that sees every key and value (AWS Powertools' `jsonReplacerFn`).
 * - `layout`: a layout or reporter of one's own is the only place where values can be changed (log4js, consola).
 * - `secrets`: values that are replaced wherever they show up (signale).
 * - `sinks`: the wrapper around a sink or formatter redacts (LogTape).
 */
export type Redaction =
  'pino-paths' | 'winston-format' | 'serializers' | 'mask-keys' | 'replacer' | 'layout' | 'secrets' | 'sinks'

/** One logging library: what its loggers are called and what they print. */
export interface LoggerRow {
  readonly id: string
  readonly modules: readonly string[]
  /** Globals that are loggers. */
  readonly globals?: readonly string[]
  /** What a logger is, as the part of a qualified name after `module#`; made by a call or declared with a type. */
  readonly loggers: readonly string[]
  /** Calls on a logger that give another logger with the same redaction. */
  readonly children?: readonly string[]
  /** Methods that print each of their arguments. The empty string: the logger is itself called. */
  readonly writes: readonly string[]
  /** Arguments at the front that are not printed as data (a tag, a level, a condition), by method. */
  readonly skips?: Readonly<Record<string, number>>
  /** Methods that attach values to every later record. */
  readonly binds?: readonly string[]
  /**
   * Options of a creation whose value, or whose function's result, is part of every record; the empty string: all of
   * them. Of `serializers`, what each function returns stands under its key.
   */
  readonly carries?: readonly string[]
  /** Whether a function that is passed is called, and what it returns is printed. */
  readonly lazy?: true
  /** The member of a creation's first argument that holds the logger's options, if they aren't that argument itself. */
  readonly optionsAt?: string
  /** How the library redacts, if it can. */
  readonly redaction?: Redaction
  readonly source: string
}

const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'] as const

/** Loggers, one a row. */
// prettier-ignore
export const loggers = [
  { id: 'console', modules: ['console'], globals: ['console', 'console.Console()'], loggers: ['', 'console', 'Console()'], writes: ['log', 'info', 'warn', 'error', 'debug', 'trace', 'dir', 'dirxml', 'table', 'group', 'groupCollapsed', 'timeLog', 'assert'], skips: { assert: 1, timeLog: 1 }, source: 'https://nodejs.org/api/console.html' },
  { id: 'process-output', modules: ['process'], globals: ['process.stdout', 'process.stderr'], loggers: ['stdout', 'stderr'], writes: ['write'], source: 'https://nodejs.org/api/process.html#processstdout' },
  { id: 'process-warning', modules: ['process'], globals: ['process'], loggers: ['', 'default'], writes: ['emitWarning'], source: 'https://nodejs.org/api/process.html#processemitwarningwarning-options' },
  { id: 'node-debuglog', modules: ['util'], loggers: ['debuglog()', 'default.debuglog()', 'debug()'], writes: [''], source: 'https://nodejs.org/api/util.html#utildebuglogsection-callback' },
  { id: 'pino', modules: ['pino'], loggers: ['()', 'pino()', 'default()', 'Logger()', 'BaseLogger()', 'pino.Logger()'], children: ['child()'], writes: [...LEVELS, 'silent'], binds: ['child', 'setBindings'], carries: ['base', 'mixin', 'serializers'], redaction: 'pino-paths', source: 'https://github.com/pinojs/pino/blob/main/docs/redaction.md' },
  { id: 'winston', modules: ['winston'], loggers: ['', 'default', 'createLogger()', 'default.createLogger()', 'loggers.get()', 'loggers.add()', 'Container().get()', 'Container().add()', 'Logger()', 'Logger.Logger()'], children: ['child()'], writes: ['error', 'warn', 'info', 'http', 'verbose', 'debug', 'silly', 'log', 'emerg', 'alert', 'crit', 'warning', 'notice', 'fatal', 'trace'], binds: ['child'], carries: ['defaultMeta'], redaction: 'winston-format', source: 'https://github.com/winstonjs/winston#formats' },
  { id: 'bunyan', modules: ['bunyan'], loggers: ['createLogger()', 'default.createLogger()', '()', 'Logger()'], children: ['child()'], writes: [...LEVELS], binds: ['child'], carries: ['', 'serializers'], redaction: 'serializers', source: 'https://github.com/trentm/node-bunyan#serializers' },
  { id: 'log4js', modules: ['log4js'], loggers: ['getLogger()', 'default.getLogger()', 'Logger()'], writes: [...LEVELS, 'mark', 'log'], skips: { log: 1 }, binds: ['addContext'], redaction: 'layout', source: 'https://log4js-node.github.io/log4js-node/layouts.html' },
  { id: 'tslog', modules: ['tslog'], loggers: ['Logger()', 'BaseLogger()', 'ILogObj()'], children: ['getSubLogger()', 'getChildLogger()'], writes: ['silly', ...LEVELS, 'log'], redaction: 'mask-keys', source: 'https://tslog.js.org/' },
  { id: 'consola', modules: ['consola'], loggers: ['', 'consola', 'default', 'createConsola()', 'create()', 'ConsolaInstance()', 'Consola()'], children: ['create()', 'withTag()', 'withScope()', 'withDefaults()'], writes: ['fatal', 'error', 'warn', 'log', 'info', 'success', 'fail', 'ready', 'start', 'box', 'debug', 'trace', 'verbose'], redaction: 'layout', source: 'https://github.com/unjs/consola#reporters' },
  { id: 'loglevel', modules: ['loglevel'], loggers: ['', 'default', 'getLogger()', 'Logger()'], writes: ['trace', 'debug', 'info', 'warn', 'error', 'log'], source: 'https://github.com/pimterry/loglevel#documentation' },
  { id: 'roarr', modules: ['roarr'], loggers: ['', 'Roarr', 'ROARR', 'default', 'Logger()'], children: ['child()', 'adopt()'], writes: ['', ...LEVELS, 'traceOnce', 'debugOnce', 'infoOnce', 'warnOnce', 'errorOnce', 'fatalOnce'], binds: ['child'], source: 'https://github.com/gajus/roarr#usage' },
  { id: 'signale', modules: ['signale'], loggers: ['', 'default', 'Signale()'], children: ['scope()'], writes: ['await', 'complete', 'error', 'debug', 'fatal', 'fav', 'info', 'note', 'pause', 'pending', 'start', 'star', 'success', 'wait', 'warn', 'watch', 'log'], redaction: 'secrets', source: 'https://github.com/klaudiosinani/signale#filtering' },
  { id: 'logtape', modules: ['@logtape/logtape'], loggers: ['getLogger()', 'Logger()'], children: ['getChild()', 'with()'], writes: ['trace', 'debug', 'info', 'warn', 'warning', 'error', 'fatal'], binds: ['with'], lazy: true, redaction: 'sinks', source: 'https://logtape.org/manual/redaction' },
  { id: 'electron-log', modules: ['electron-log', 'electron-log/main', 'electron-log/renderer', 'electron-log/node'], loggers: ['', 'default', 'create()', 'default.create()', 'Logger()', 'LogFunctions()'], children: ['scope()'], writes: ['error', 'warn', 'info', 'verbose', 'debug', 'silly', 'log'], source: 'https://github.com/megahertz/electron-log' },
  { id: 'node-util-log', modules: ['util'], loggers: ['', 'default'], writes: ['log'], source: 'https://nodejs.org/docs/latest-v22.x/api/util.html#utillogstring' },
  { id: 'cloudwatch-logs', modules: ['aws-sdk', 'aws-sdk/clients/cloudwatchlogs', '@aws-sdk/client-cloudwatch-logs'], loggers: ['CloudWatchLogs()', 'default.CloudWatchLogs()', '()', 'default()'], writes: ['putLogEvents'], source: 'https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutLogEvents.html' },
  { id: 'actions-core', modules: ['@actions/core'], loggers: ['', 'default', 'core'], writes: ['debug', 'info', 'notice', 'warning', 'error', 'setFailed', 'startGroup'], source: 'https://github.com/actions/toolkit/tree/main/packages/core#logging' },
  { id: 'mcp-server', modules: ['@modelcontextprotocol/sdk/server/index.js', '@modelcontextprotocol/sdk/server/mcp.js', '@modelcontextprotocol/sdk/server'], loggers: ['Server()', 'McpServer()', 'McpServer().server'], writes: ['sendLoggingMessage'], source: 'https://modelcontextprotocol.io/specification/2025-06-18/server/utilities/logging' },
  { id: 'npmlog', modules: ['npmlog'], loggers: ['', 'default'], writes: ['silly', 'verbose', 'info', 'timing', 'http', 'notice', 'warn', 'error', 'log'], skips: { silly: 1, verbose: 1, info: 1, timing: 1, http: 1, notice: 1, warn: 1, error: 1, log: 2 }, source: 'https://github.com/npm/npmlog' },
  { id: 'debug', modules: ['debug'], loggers: ['()', 'debug()', 'default()', 'Debugger()'], children: ['extend()'], writes: ['', 'log'], source: 'https://github.com/debug-js/debug' },
  { id: 'nest', modules: ['@nestjs/common'], loggers: ['Logger()', 'Logger', 'ConsoleLogger()', 'LoggerService()'], writes: ['log', 'error', 'warn', 'debug', 'verbose', 'fatal'], source: 'https://docs.nestjs.com/techniques/logger' },
  { id: 'nestjs-pino', modules: ['nestjs-pino'], loggers: ['PinoLogger()', 'Logger()'], writes: [...LEVELS, 'log', 'verbose'], binds: ['assign'], redaction: 'pino-paths', source: 'https://github.com/iamolegga/nestjs-pino' },
  { id: 'fastify', modules: ['fastify'], loggers: ['().log', 'fastify().log', 'default().log', 'FastifyInstance().log', 'FastifyRequest().log', 'FastifyReply().log', 'FastifyBaseLogger()'], children: ['child()'], writes: [...LEVELS], binds: ['child'], carries: ['base', 'mixin', 'serializers'], optionsAt: 'logger', redaction: 'pino-paths', source: 'https://fastify.dev/docs/latest/Reference/Logging/' },
  { id: 'koa', modules: ['koa'], loggers: ['Context().log', 'Context().logger', '().log', '().context.log'], writes: [...LEVELS], source: 'https://github.com/pinojs/koa-pino-logger' },
  { id: 'hapi', modules: ['@hapi/hapi'], loggers: ['Request()', 'Server()', 'server()', 'Request().server'], writes: ['log'], skips: { log: 1 }, source: 'https://hapi.dev/api/#-requestlogtags-data' },
  { id: 'hapi-pino', modules: ['@hapi/hapi'], loggers: ['Request().logger', 'Server().logger', 'server().logger', 'Request().server.logger'], children: ['child()'], writes: [...LEVELS], redaction: 'pino-paths', source: 'https://github.com/hapijs/hapi-pino' },
  { id: 'express-request', modules: ['express'], loggers: ['Request().log', 'Request().logger', 'Response().log'], children: ['child()'], writes: [...LEVELS], source: 'https://github.com/pinojs/pino-http' },
  { id: 'hono', modules: ['hono'], loggers: ['Context().var.logger', 'Context().var.log', "Context().get()"], writes: [...LEVELS], source: 'https://hono.dev/docs/middleware/builtin/logger' },
  { id: 'next-axiom', modules: ['next-axiom'], loggers: ['log', 'Logger()', 'useLogger()', 'AxiomRequest().log'], writes: ['debug', 'info', 'warn', 'error'], children: ['with()'], source: 'https://github.com/axiomhq/next-axiom' },
  { id: 'aws-powertools', modules: ['@aws-lambda-powertools/logger'], loggers: ['Logger()'], children: ['createChild()'], writes: ['trace', 'debug', 'info', 'warn', 'error', 'critical', 'logEventIfEnabled'], binds: ['appendKeys', 'appendPersistentKeys', 'addPersistentLogAttributes', 'setPersistentLogAttributes'], carries: ['persistentLogAttributes', 'persistentKeys'], redaction: 'replacer', source: 'https://docs.aws.amazon.com/powertools/typescript/latest/features/logger/' },
  { id: 'opentelemetry-logs', modules: ['@opentelemetry/api-logs', '@opentelemetry/sdk-logs'], loggers: ['logs.getLogger()', 'logs.getLoggerProvider().getLogger()', 'LoggerProvider().getLogger()', 'Logger()'], writes: ['emit'], source: 'https://opentelemetry.io/docs/specs/otel/logs/api/#emit-a-logrecord' },
  { id: 'google-cloud-logging', modules: ['@google-cloud/logging'], loggers: ['Logging().log()', 'Logging().logSync()'], writes: ['write', 'entry', 'info', 'debug', 'notice', 'warning', 'error', 'critical', 'alert', 'emergency'], source: 'https://cloud.google.com/nodejs/docs/reference/logging/latest' },
  { id: 'firebase-functions', modules: ['firebase-functions', 'firebase-functions/v1', 'firebase-functions/v2', 'firebase-functions/logger'], loggers: ['logger', '', 'default'], writes: ['log', 'info', 'warn', 'error', 'debug', 'write'], source: 'https://firebase.google.com/docs/functions/writing-and-viewing-logs' },
  { id: 'azure-logger', modules: ['@azure/logger'], loggers: ['createClientLogger()'], writes: ['error', 'warning', 'info', 'verbose'], source: 'https://learn.microsoft.com/javascript/api/@azure/logger/' },
  { id: 'azure-functions', modules: ['@azure/functions'], loggers: ['InvocationContext()', 'Context()', 'Context().log'], writes: ['log', 'trace', 'debug', 'info', 'warn', 'error', 'verbose', ''], source: 'https://learn.microsoft.com/azure/azure-functions/functions-reference-node' },
  { id: 'sentry-logs', modules: ['@sentry/node', '@sentry/browser', '@sentry/react', '@sentry/nextjs', '@sentry/bun', '@sentry/deno', '@sentry/cloudflare', '@sentry/aws-serverless', '@sentry/sveltekit', '@sentry/vue'], loggers: ['logger'], writes: [...LEVELS, 'fmt'], source: 'https://docs.sentry.io/platforms/javascript/logs/' },
  { id: 'logtail', modules: ['@logtail/node', '@logtail/browser', '@logtail/edge'], loggers: ['Logtail()'], writes: ['debug', 'info', 'warn', 'error', 'log'], source: 'https://betterstack.com/docs/logs/javascript/' },
  { id: 'effect', modules: ['effect', 'effect/Effect', 'effect/Console'], loggers: ['Effect', 'Console', ''], writes: ['log', 'logTrace', 'logDebug', 'logInfo', 'logWarning', 'logError', 'logFatal', 'annotateLogs', 'info', 'error', 'warn'], source: 'https://effect.website/docs/observability/logging/' },
  { id: 'adonis', modules: ['@adonisjs/core/services/logger', '@adonisjs/logger'], loggers: ['', 'default', 'Logger()'], writes: [...LEVELS], redaction: 'pino-paths', source: 'https://docs.adonisjs.com/guides/digging-deeper/logger' },
  { id: 'fancy-log', modules: ['fancy-log'], loggers: ['', 'default'], writes: ['', 'error', 'warn', 'info', 'dir'], source: 'https://github.com/gulpjs/fancy-log' },
  { id: 'lambda-log', modules: ['lambda-log'], loggers: ['', 'default', 'LambdaLog()'], writes: ['info', 'warn', 'error', 'debug', 'log'], source: 'https://www.npmjs.com/package/lambda-log' },
  { id: 'js-logger', modules: ['js-logger'], loggers: ['', 'default', 'get()', 'default.get()'], writes: ['trace', 'debug', 'info', 'log', 'warn', 'error'], source: 'https://github.com/jonnyreeves/js-logger#usage' },
  { id: 'cabin', modules: ['cabin', 'axe'], loggers: ['()'], writes: [...LEVELS, 'log'], source: 'https://github.com/cabinjs/cabin' },
] as const satisfies readonly LoggerRow[]

/** Methods by which a value that is *named* a logger is known to print: levels that libraries agree on. */
export const levelMethods: ReadonlySet<string> = new Set([
  ...LEVELS,
  'log',
  'warning',
  'notice',
  'verbose',
  'silly',
  'critical',
  'crit',
  'alert',
  'emerg',
  'http',
  'success',
  'write',
])
