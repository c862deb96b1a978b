/**
 * For a row of the catalog `loggers` or `trackers`: a program that prints the value of `DB_PASSWORD`, and the program
 * that results from doing what the report says.
 */
export interface LoggerSnippet {
  row: string
  /** What the snippet shows, when a row has several. */
  title?: string
  leaky: string
  fixed: string
  env?: Record<string, string>
}

/** Snippets, each run as an ES module with `const password = process.env.DB_PASSWORD` in front of it. */
export const loggerSnippets: readonly LoggerSnippet[] = [
  {
    row: 'console',
    leaky: "console.log('connecting', { password })",
    fixed: "console.log('connecting', { hasPassword: Boolean(password) })",
  },
  {
    row: 'process-output',
    leaky: 'process.stdout.write(`password: ${password}\\n`)',
    fixed: "process.stdout.write(`password: ${password ? 'set' : 'missing'}\\n`)",
  },
  {
    row: 'pino',
    title: 'a top-level key',
    leaky: "import pino from 'pino'\nconst logger = pino()\nlogger.info({ password }, 'connecting')",
    fixed:
      "import pino from 'pino'\nconst logger = pino({ redact: ['password', '*.password'] })\nlogger.info({ password }, 'connecting')",
  },
  {
    row: 'pino',
    title: 'one level too deep for the wildcard',
    leaky:
      "import pino from 'pino'\nconst logger = pino({ redact: ['password', '*.password'] })\nlogger.info({ db: { primary: { password } } }, 'connecting')",
    fixed:
      "import pino from 'pino'\nconst logger = pino({ redact: ['password', '*.password', '*.*.password'] })\nlogger.info({ db: { primary: { password } } }, 'connecting')",
  },
  {
    row: 'pino',
    title: 'message text is never redacted',
    leaky: "import pino from 'pino'\nconst logger = pino({ redact: ['password'] })\nlogger.info(`using ${password}`)",
    fixed: "import pino from 'pino'\nconst logger = pino({ redact: ['password'] })\nlogger.info({ password }, 'using')",
  },
  {
    row: 'pino',
    title: "a child's own redact replaces its parent's",
    leaky:
      "import pino from 'pino'\nconst logger = pino({ redact: ['password'] })\nconst child = logger.child({}, { redact: ['token'] })\nchild.info({ password })",
    fixed:
      "import pino from 'pino'\nconst logger = pino({ redact: ['password'] })\nconst child = logger.child({}, { redact: ['token', 'password'] })\nchild.info({ password })",
  },
  {
    row: 'winston',
    leaky:
      "import winston from 'winston'\nconst logger = winston.createLogger({ format: winston.format.json(), transports: [new winston.transports.Console()] })\nlogger.info('connecting', { password })",
    fixed:
      "import winston from 'winston'\nconst redact = winston.format((info) => ({ ...info, password: info.password && '[Redacted]' }))\nconst logger = winston.createLogger({ format: winston.format.combine(redact(), winston.format.json()), transports: [new winston.transports.Console()] })\nlogger.info('connecting', { password })",
  },
  {
    row: 'winston',
    title: 'a redactor after the format that serializes',
    leaky:
      "import winston from 'winston'\nconst redact = winston.format((info) => { info.password = '[Redacted]'; return info })\nconst logger = winston.createLogger({ format: winston.format.combine(winston.format.json(), redact()), transports: [new winston.transports.Console()] })\nlogger.info('connecting', { password })",
    fixed:
      "import winston from 'winston'\nconst redact = winston.format((info) => { info.password = '[Redacted]'; return info })\nconst logger = winston.createLogger({ format: winston.format.combine(redact(), winston.format.json()), transports: [new winston.transports.Console()] })\nlogger.info('connecting', { password })",
  },
  {
    row: 'winston',
    title: 'splat() after the redactor brings the values back',
    leaky:
      "import winston from 'winston'\nconst redact = winston.format((info) => { info.password = '[Redacted]'; return info })\nconst logger = winston.createLogger({ format: winston.format.combine(redact(), winston.format.splat(), winston.format.simple()), transports: [new winston.transports.Console()] })\nlogger.info('connecting', { password })",
    fixed:
      "import winston from 'winston'\nconst redact = winston.format((info) => { info.password = '[Redacted]'; return info })\nconst logger = winston.createLogger({ format: winston.format.combine(winston.format.splat(), redact(), winston.format.simple()), transports: [new winston.transports.Console()] })\nlogger.info('connecting', { password })",
  },
  {
    row: 'bunyan',
    leaky:
      "import bunyan from 'bunyan'\nconst log = bunyan.createLogger({ name: 'api' })\nlog.info({ db: { password } }, 'connecting')",
    fixed:
      "import bunyan from 'bunyan'\nconst log = bunyan.createLogger({ name: 'api', serializers: { db: ({ password, ...rest }) => rest } })\nlog.info({ db: { password } }, 'connecting')",
  },
  {
    row: 'log4js',
    leaky:
      "import log4js from 'log4js'\nconst logger = log4js.getLogger()\nlogger.level = 'info'\nlogger.info('connecting', { password })",
    fixed:
      "import log4js from 'log4js'\nconst logger = log4js.getLogger()\nlogger.level = 'info'\nlogger.info('connecting', { passwordLength: password.length })",
  },
  {
    row: 'node-debuglog',
    leaky: "import { debuglog } from 'node:util'\nconst log = debuglog('db')\nlog('connecting with %s', password)",
    fixed:
      "import { debuglog } from 'node:util'\nconst log = debuglog('db')\nlog('connecting with %d characters', password.length)",
    env: { NODE_DEBUG: 'db' },
  },
  {
    row: 'node-util-log',
    leaky: "import util from 'node:util'\nutil.log(`connecting with ${password}`)",
    fixed: "import util from 'node:util'\nutil.log(`connecting with ${password.length} characters`)",
  },
  {
    row: 'actions-core',
    leaky: "import * as core from '@actions/core'\ncore.info(`connecting with ${password}`)",
    fixed: "import * as core from '@actions/core'\ncore.info(`connecting with ${password.length} characters`)",
  },
  {
    row: 'mcp-server',
    leaky:
      "import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js'\nimport { Server } from '@modelcontextprotocol/sdk/server/index.js'\nconst [client, side] = InMemoryTransport.createLinkedPair()\nclient.onmessage = (message) => process.stdout.write(JSON.stringify(message))\nconst server = new Server({ name: 'api', version: '1' }, { capabilities: { logging: {} } })\nawait server.connect(side)\nawait server.sendLoggingMessage({ level: 'info', data: { password } })",
    fixed:
      "import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js'\nimport { Server } from '@modelcontextprotocol/sdk/server/index.js'\nconst [client, side] = InMemoryTransport.createLinkedPair()\nclient.onmessage = (message) => process.stdout.write(JSON.stringify(message))\nconst server = new Server({ name: 'api', version: '1' }, { capabilities: { logging: {} } })\nawait server.connect(side)\nawait server.sendLoggingMessage({ level: 'info', data: { hasPassword: Boolean(password) } })",
  },
  {
    row: 'cloudwatch-logs',
    leaky:
      "import http from 'node:http'\nimport { CloudWatchLogs } from '@aws-sdk/client-cloudwatch-logs'\nconst service = http.createServer((request, answer) => request.on('data', (part) => process.stdout.write(part)).on('end', () => answer.end('{}')))\nawait new Promise((ready) => service.listen(0, '127.0.0.1', ready))\nconst logs = new CloudWatchLogs({ region: 'eu-west-1', endpoint: `http://127.0.0.1:${service.address().port}`, credentials: { accessKeyId: 'a', secretAccessKey: 'b' } })\nawait logs.putLogEvents({ logGroupName: 'g', logStreamName: 's', logEvents: [{ timestamp: 1, message: password }] })\nprocess.exit()",
    fixed:
      "import http from 'node:http'\nimport { CloudWatchLogs } from '@aws-sdk/client-cloudwatch-logs'\nconst service = http.createServer((request, answer) => request.on('data', (part) => process.stdout.write(part)).on('end', () => answer.end('{}')))\nawait new Promise((ready) => service.listen(0, '127.0.0.1', ready))\nconst logs = new CloudWatchLogs({ region: 'eu-west-1', endpoint: `http://127.0.0.1:${service.address().port}`, credentials: { accessKeyId: 'a', secretAccessKey: 'b' } })\nawait logs.putLogEvents({ logGroupName: 'g', logStreamName: 's', logEvents: [{ timestamp: 1, message: String(password.length) }] })\nprocess.exit()",
  },
  {
    row: 'opentelemetry-logs',
    leaky:
      "import { logs } from '@opentelemetry/api-logs'\nimport { ConsoleLogRecordExporter, LoggerProvider, SimpleLogRecordProcessor } from '@opentelemetry/sdk-logs'\nlogs.setGlobalLoggerProvider(new LoggerProvider({ processors: [new SimpleLogRecordProcessor({ exporter: new ConsoleLogRecordExporter() })] }))\nlogs.getLogger('api').emit({ body: 'connecting', attributes: { password } })",
    fixed:
      "import { logs } from '@opentelemetry/api-logs'\nimport { ConsoleLogRecordExporter, LoggerProvider, SimpleLogRecordProcessor } from '@opentelemetry/sdk-logs'\nlogs.setGlobalLoggerProvider(new LoggerProvider({ processors: [new SimpleLogRecordProcessor({ exporter: new ConsoleLogRecordExporter() })] }))\nlogs.getLogger('api').emit({ body: 'connecting', attributes: { hasPassword: Boolean(password) } })",
  },
  {
    row: 'powertools-metrics',
    leaky:
      "import { Metrics } from '@aws-lambda-powertools/metrics'\nconst metrics = new Metrics({ namespace: 'api', serviceName: 'api' })\nmetrics.addMetric('connections', 'Count', 1)\nmetrics.addMetadata('db', password)\nmetrics.publishStoredMetrics()",
    fixed:
      "import { Metrics } from '@aws-lambda-powertools/metrics'\nconst metrics = new Metrics({ namespace: 'api', serviceName: 'api' })\nmetrics.addMetric('connections', 'Count', 1)\nmetrics.addMetadata('db', password.length)\nmetrics.publishStoredMetrics()",
  },
  {
    row: 'aws-powertools',
    title: 'the event of a function',
    leaky:
      "import { Logger } from '@aws-lambda-powertools/logger'\nconst logger = new Logger({ serviceName: 'api' })\nexport const handler = async (event) => { logger.logEventIfEnabled(event) }\nawait handler({ headers: { authorization: 'Bearer ' + password } })",
    fixed:
      "import { Logger } from '@aws-lambda-powertools/logger'\nconst logger = new Logger({ serviceName: 'api' })\nexport const handler = async (event) => { logger.info('called', { path: event.path }) }\nawait handler({ headers: { authorization: 'Bearer ' + password } })",
    env: { POWERTOOLS_LOGGER_LOG_EVENT: 'true' },
  },
  {
    row: 'pino',
    title: 'a wildcard of any depth is an ordinary key',
    leaky:
      "import pino from 'pino'\nconst logger = pino({ redact: ['**.password'] })\nlogger.info({ db: { password } }, 'connecting')",
    fixed:
      "import pino from 'pino'\nconst logger = pino({ redact: ['password', '*.password', '*.*.password'] })\nlogger.info({ db: { password } }, 'connecting')",
  },
  {
    row: 'pino',
    title: 'paths are case-sensitive',
    leaky:
      "import pino from 'pino'\nconst logger = pino({ redact: ['password'] })\nlogger.info({ Password: password })",
    fixed:
      "import pino from 'pino'\nconst logger = pino({ redact: ['password', 'Password'] })\nlogger.info({ Password: password })",
  },
  {
    row: 'pino',
    title: 'the items of a list need [*]',
    leaky:
      "import pino from 'pino'\nconst logger = pino({ redact: ['users.password'] })\nlogger.info({ users: [{ password }] })",
    fixed:
      "import pino from 'pino'\nconst logger = pino({ redact: ['users[*].password'] })\nlogger.info({ users: [{ password }] })",
  },
  {
    row: 'pino',
    title: 'an error has a key of its own',
    leaky:
      "import pino from 'pino'\nconst logger = pino({ redact: ['password'] })\nconst failure = new Error('refused')\nfailure.password = password\nlogger.error(failure)",
    fixed:
      "import pino from 'pino'\nconst logger = pino({ redact: ['err.password'] })\nconst failure = new Error('refused')\nfailure.password = password\nlogger.error(failure)",
  },
  {
    row: 'pino',
    title: "a child's bindings have keys of their own",
    leaky:
      "import pino from 'pino'\nconst logger = pino({ redact: ['password'] })\nlogger.child({ db: { password } }).info('connecting')",
    fixed:
      "import pino from 'pino'\nconst logger = pino({ redact: ['password', 'db.password'] })\nlogger.child({ db: { password } }).info('connecting')",
  },
  {
    row: 'pino',
    title: 'a censor that gives the value back',
    leaky:
      "import pino from 'pino'\nconst logger = pino({ redact: { paths: ['password'], censor: (value) => { return value } } })\nlogger.info({ password })",
    fixed:
      "import pino from 'pino'\nconst logger = pino({ redact: { paths: ['password'], censor: () => '[Redacted]' } })\nlogger.info({ password })",
  },
  {
    row: 'pino',
    title: 'a serializer under a key that is never logged',
    leaky:
      "import pino from 'pino'\nconst logger = pino({ redact: ['token'], serializers: { user: (user) => ({ id: user.id }) } })\nlogger.info({ account: { id: 1, password } })",
    fixed:
      "import pino from 'pino'\nconst logger = pino({ redact: ['token'], serializers: { account: (account) => ({ id: account.id }) } })\nlogger.info({ account: { id: 1, password } })",
  },
  {
    row: 'pino',
    title: 'what a mixin adds',
    leaky:
      "import pino from 'pino'\nconst logger = pino({ redact: ['token'], mixin: () => ({ password }) })\nlogger.info('x')",
    fixed:
      "import pino from 'pino'\nconst logger = pino({ redact: ['password'], mixin: () => ({ password }) })\nlogger.info('x')",
  },
  {
    row: 'pino',
    title: 'a child keeps the redaction of its parent',
    leaky:
      "import pino from 'pino'\nconst logger = pino({ redact: ['token'] }).child({ part: 'db' })\nlogger.info({ password })",
    fixed:
      "import pino from 'pino'\nconst logger = pino({ redact: ['password'] }).child({ part: 'db' })\nlogger.info({ password })",
  },
  {
    row: 'fastify',
    title: 'a serializer that keeps the headers',
    leaky:
      "import Fastify from 'fastify'\nconst app = Fastify({ logger: { redact: ['password'], serializers: { req: (request) => ({ url: request.url, headers: request.headers }) } } })\napp.get('/', async () => 'ok')\nawait app.inject({ url: '/', headers: { authorization: 'Bearer ' + process.env.DB_PASSWORD } })",
    fixed:
      "import Fastify from 'fastify'\nconst app = Fastify({ logger: { redact: ['password', 'req.headers.authorization', 'req.headers.cookie'], serializers: { req: (request) => ({ url: request.url, headers: request.headers }) } } })\napp.get('/', async () => 'ok')\nawait app.inject({ url: '/', headers: { authorization: 'Bearer ' + process.env.DB_PASSWORD } })",
  },
  {
    row: 'winston',
    title: 'a redactor of a transport, after the logger has serialized',
    leaky:
      "import winston from 'winston'\nconst redact = winston.format((info) => { info.password = '[Redacted]'; return info })\nconst logger = winston.createLogger({ format: winston.format.json(), transports: [new winston.transports.Console({ format: redact() })] })\nlogger.info('connecting', { password })",
    fixed:
      "import winston from 'winston'\nconst redact = winston.format((info) => { info.password = '[Redacted]'; return info })\nconst logger = winston.createLogger({ format: winston.format.json(), transports: [new winston.transports.Console({ format: winston.format.combine(redact(), winston.format.json()) })] })\nlogger.info('connecting', { password })",
  },
  {
    row: 'winston',
    title: 'the text of a message is not redacted by its key',
    leaky:
      "import winston from 'winston'\nconst redact = winston.format((info) => { delete info.password; return info })\nconst logger = winston.createLogger({ format: winston.format.combine(redact(), winston.format.json()), transports: [new winston.transports.Console()] })\nlogger.info(`connecting with ${password}`)",
    fixed:
      "import winston from 'winston'\nconst redact = winston.format((info) => { delete info.password; return info })\nconst logger = winston.createLogger({ format: winston.format.combine(redact(), winston.format.json()), transports: [new winston.transports.Console()] })\nlogger.info('connecting', { password })",
  },
  {
    row: 'winston',
    title: 'a logger for Nest',
    leaky:
      "import { WinstonModule } from 'nest-winston'\nimport winston from 'winston'\nconst logger = WinstonModule.createLogger({ format: winston.format.json(), transports: [new winston.transports.Console()] })\nlogger.log({ message: 'connecting', password })",
    fixed:
      "import { WinstonModule } from 'nest-winston'\nimport winston from 'winston'\nconst redact = winston.format((info) => { delete info.password; return info })\nconst logger = WinstonModule.createLogger({ format: winston.format.combine(redact(), winston.format.json()), transports: [new winston.transports.Console()] })\nlogger.log({ message: 'connecting', hasPassword: Boolean(password) })",
  },
  {
    row: 'bunyan',
    title: 'the standard serializers leave other keys alone',
    leaky:
      "import bunyan from 'bunyan'\nconst log = bunyan.createLogger({ name: 'api', serializers: bunyan.stdSerializers })\nlog.info({ db: { password } }, 'connecting')",
    fixed:
      "import bunyan from 'bunyan'\nconst log = bunyan.createLogger({ name: 'api', serializers: { ...bunyan.stdSerializers, db: ({ password, ...rest }) => rest } })\nlog.info({ db: { password } }, 'connecting')",
  },
  {
    row: 'bunyan',
    title: 'a serializer under a key that is never logged',
    leaky:
      "import bunyan from 'bunyan'\nconst log = bunyan.createLogger({ name: 'api', serializers: { user: (user) => ({ id: user.id }) } })\nlog.info({ db: { password } }, 'connecting')",
    fixed:
      "import bunyan from 'bunyan'\nconst log = bunyan.createLogger({ name: 'api', serializers: { db: (db) => ({ host: db.host }) } })\nlog.info({ db: { password } }, 'connecting')",
  },
  {
    row: 'logtape',
    title: 'a function that is called when the level is on',
    leaky:
      "import { configure, getConsoleSink, getLogger } from '@logtape/logtape'\nawait configure({ sinks: { console: getConsoleSink() }, loggers: [{ category: 'api', sinks: ['console'], lowestLevel: 'info' }] })\ngetLogger('api').info((text) => text`connecting with ${password}`)",
    fixed:
      "import { configure, getConsoleSink, getLogger } from '@logtape/logtape'\nawait configure({ sinks: { console: getConsoleSink() }, loggers: [{ category: 'api', sinks: ['console'], lowestLevel: 'info' }] })\ngetLogger('api').info((text) => text`connecting with ${password.length} characters`)",
  },
  {
    row: 'tslog',
    leaky: "import { Logger } from 'tslog'\nconst logger = new Logger({ type: 'json' })\nlogger.info({ password })",
    fixed:
      "import { Logger } from 'tslog'\nconst logger = new Logger({ type: 'json', mask: { keys: ['password'] } })\nlogger.info({ password })",
  },
  {
    row: 'tslog',
    title: 'the setting of tslog 4 does nothing in tslog 5',
    leaky:
      "import { Logger } from 'tslog'\nconst logger = new Logger({ type: 'json', maskValuesOfKeys: ['password'] })\nlogger.info({ password })",
    fixed:
      "import { Logger } from 'tslog'\nconst logger = new Logger({ type: 'json', mask: { keys: ['password'] } })\nlogger.info({ password })",
  },
  {
    row: 'consola',
    leaky: "import { consola } from 'consola'\nconsola.info('connecting', { password })",
    fixed: "import { consola } from 'consola'\nconsola.info('connecting', { passwordLength: password.length })",
    env: { CI: 'true' },
  },
  {
    row: 'loglevel',
    leaky: "import log from 'loglevel'\nlog.setLevel('info')\nlog.info('connecting', password)",
    fixed: "import log from 'loglevel'\nlog.setLevel('info')\nlog.info('connecting', typeof password)",
  },
  {
    row: 'roarr',
    leaky: "import { Roarr as log } from 'roarr'\nlog.info({ password }, 'connecting')",
    fixed: "import { Roarr as log } from 'roarr'\nlog.info({ password: '[Redacted]' }, 'connecting')",
    env: { ROARR_LOG: 'true' },
  },
  {
    row: 'signale',
    leaky: "import signale from 'signale'\nsignale.info('connecting with', password)",
    fixed:
      "import signale from 'signale'\nconst log = new signale.Signale({ secrets: [password] })\nlog.info('connecting with', password)",
  },
  {
    row: 'logtape',
    leaky:
      "import { configure, getConsoleSink, getLogger } from '@logtape/logtape'\nawait configure({ sinks: { console: getConsoleSink() }, loggers: [{ category: 'api', sinks: ['console'], lowestLevel: 'info' }] })\ngetLogger('api').info('connecting with {password}', { password })",
    fixed:
      "import { configure, getConsoleSink, getLogger } from '@logtape/logtape'\nimport { redactByField } from '@logtape/redaction'\nawait configure({ sinks: { console: redactByField(getConsoleSink()) }, loggers: [{ category: 'api', sinks: ['console'], lowestLevel: 'info' }] })\ngetLogger('api').info('connecting with {password}', { password })",
  },
  {
    row: 'electron-log',
    leaky:
      "import log from 'electron-log/node.js'\nlog.transports.file.level = false\nlog.info('connecting', { password })",
    fixed:
      "import log from 'electron-log/node.js'\nlog.transports.file.level = false\nlog.info('connecting', { hasPassword: !!password })",
  },
  {
    row: 'npmlog',
    leaky: "import npmlog from 'npmlog'\nnpmlog.info('db', 'connecting with %s', password)",
    fixed: "import npmlog from 'npmlog'\nnpmlog.info('db', 'connecting with %d characters', password.length)",
  },
  {
    row: 'debug',
    leaky: "import createDebug from 'debug'\nconst debug = createDebug('db')\ndebug('connecting %o', { password })",
    fixed:
      "import createDebug from 'debug'\nconst debug = createDebug('db')\ndebug('connecting %o', { hasPassword: password !== undefined })",
    env: { DEBUG: '*' },
  },
  {
    row: 'nest',
    leaky:
      "import { Logger } from '@nestjs/common'\nconst logger = new Logger('Db')\nlogger.log(`connecting with ${password}`)",
    fixed:
      "import { Logger } from '@nestjs/common'\nconst logger = new Logger('Db')\nlogger.log(`connecting with ${password.length} characters`)",
  },
  {
    row: 'fastify',
    leaky:
      "import Fastify from 'fastify'\nconst app = Fastify({ logger: true })\napp.log.info({ password }, 'connecting')",
    fixed:
      "import Fastify from 'fastify'\nconst app = Fastify({ logger: { redact: ['password'] } })\napp.log.info({ password }, 'connecting')",
  },
  {
    row: 'hapi',
    leaky:
      "import Hapi from '@hapi/hapi'\nconst server = Hapi.server()\nserver.events.on('log', (event) => console.log(event.data))\nserver.log(['db'], { password })",
    fixed:
      "import Hapi from '@hapi/hapi'\nconst server = Hapi.server()\nserver.events.on('log', (event) => console.log(event.data))\nserver.log(['db'], { hasPassword: Boolean(password) })",
  },
  {
    row: 'aws-powertools',
    leaky:
      "import { Logger } from '@aws-lambda-powertools/logger'\nconst logger = new Logger({ serviceName: 'api' })\nlogger.info('connecting', { password })",
    fixed:
      "import { Logger } from '@aws-lambda-powertools/logger'\nconst logger = new Logger({ serviceName: 'api', jsonReplacerFn: (key, value) => (key === 'password' ? '[Redacted]' : value) })\nlogger.info('connecting', { password })",
  },
  {
    row: 'google-cloud-logging',
    leaky:
      "import { Logging } from '@google-cloud/logging'\nconst log = new Logging({ projectId: 'p' }).logSync('api')\nlog.write(log.entry({}, { password }))",
    fixed:
      "import { Logging } from '@google-cloud/logging'\nconst log = new Logging({ projectId: 'p' }).logSync('api')\nlog.write(log.entry({}, { hasPassword: Boolean(password) }))",
  },
  {
    row: 'azure-logger',
    leaky:
      "import { createClientLogger, setLogLevel } from '@azure/logger'\nsetLogLevel('info')\nconst logger = createClientLogger('db')\nlogger.info('connecting', { password })",
    fixed:
      "import { createClientLogger, setLogLevel } from '@azure/logger'\nsetLogLevel('info')\nconst logger = createClientLogger('db')\nlogger.info('connecting', { hasPassword: Boolean(password) })",
  },
  {
    row: 'effect',
    leaky: "import { Effect } from 'effect'\nawait Effect.runPromise(Effect.logInfo('connecting', { password }))",
    fixed:
      "import { Effect, Redacted } from 'effect'\nawait Effect.runPromise(Effect.logInfo('connecting', { password: Redacted.make(password) }))",
  },
  {
    row: 'fancy-log',
    leaky: "import log from 'fancy-log'\nlog('connecting with', password)",
    fixed: "import log from 'fancy-log'\nlog('connecting with', password.length)",
  },
  {
    row: 'lambda-log',
    leaky: "import log from 'lambda-log'\nlog.info('connecting', { password })",
    fixed: "import log from 'lambda-log'\nlog.info('connecting', { hasPassword: Boolean(password) })",
  },
  {
    row: 'js-logger',
    leaky: "import Logger from 'js-logger'\nLogger.useDefaults()\nLogger.get('db').info('connecting', { password })",
    fixed:
      "import Logger from 'js-logger'\nLogger.useDefaults()\nLogger.get('db').info('connecting', { hasPassword: Boolean(password) })",
  },
  {
    row: 'sentry',
    leaky:
      "import * as Sentry from '@sentry/node'\nSentry.init({ dsn: 'http://public@127.0.0.1:1/1', transport: () => ({ send: async (envelope) => (console.error(JSON.stringify(envelope)), {}), flush: async () => true }) })\nSentry.setExtra('db', { password })\nSentry.captureMessage('connecting')\nawait Sentry.flush(500)",
    fixed:
      "import * as Sentry from '@sentry/node'\nSentry.init({ dsn: 'http://public@127.0.0.1:1/1', transport: () => ({ send: async (envelope) => (console.error(JSON.stringify(envelope)), {}), flush: async () => true }) })\nSentry.setExtra('db', { hasPassword: Boolean(password) })\nSentry.captureMessage('connecting')\nawait Sentry.flush(500)",
  },
  {
    row: 'opentelemetry-span',
    leaky:
      "import { trace } from '@opentelemetry/api'\nimport { ConsoleSpanExporter, NodeTracerProvider, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-node'\ntrace.setGlobalTracerProvider(new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(new ConsoleSpanExporter())] }))\nconst span = trace.getTracer('api').startSpan('connect')\nspan.setAttribute('db.credential', password)\nspan.end()",
    fixed:
      "import { trace } from '@opentelemetry/api'\nimport { ConsoleSpanExporter, NodeTracerProvider, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-node'\ntrace.setGlobalTracerProvider(new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(new ConsoleSpanExporter())] }))\nconst span = trace.getTracer('api').startSpan('connect')\nspan.setAttribute('db.has_credential', Boolean(password))\nspan.end()",
  },
  {
    row: 'process-warning',
    leaky:
      "process.on('warning', (warning) => console.log(warning.message))\nprocess.emitWarning(`connecting with ${password}`)",
    fixed:
      "process.on('warning', (warning) => console.log(warning.message))\nprocess.emitWarning(`connecting with ${password.length} characters`)",
  },
  {
    row: 'nestjs-pino',
    leaky:
      "import { PinoLogger } from 'nestjs-pino'\nconst logger = new PinoLogger({ pinoHttp: {} })\nlogger.info({ password })",
    fixed:
      "import { PinoLogger } from 'nestjs-pino'\nconst logger = new PinoLogger({ pinoHttp: {} })\nlogger.info({ passwordLength: password.length })",
  },
  {
    row: 'hapi-pino',
    leaky:
      "import Hapi from '@hapi/hapi'\nimport HapiPino from 'hapi-pino'\nconst server = Hapi.server()\nawait server.register({ plugin: HapiPino, options: { redact: ['req.headers.authorization'] } })\nserver.logger.info({ password })",
    fixed:
      "import Hapi from '@hapi/hapi'\nimport HapiPino from 'hapi-pino'\nconst server = Hapi.server()\nawait server.register({ plugin: HapiPino, options: { redact: ['req.headers.authorization', 'password'] } })\nserver.logger.info({ hasPassword: Boolean(password) })",
  },
  {
    row: 'koa',
    leaky:
      "import Koa from 'koa'\nimport pinoLogger from 'koa-pino-logger'\nconst app = new Koa()\napp.use(pinoLogger({ redact: ['req.headers.authorization'] }))\napp.use((ctx) => { ctx.log.info({ password }); ctx.body = 'ok' })\nconst server = app.listen(0, async () => { await fetch('http://127.0.0.1:' + server.address().port); server.close(); process.exit() })",
    fixed:
      "import Koa from 'koa'\nimport pinoLogger from 'koa-pino-logger'\nconst app = new Koa()\napp.use(pinoLogger({ redact: ['req.headers.authorization'] }))\napp.use((ctx) => { ctx.log.info({ hasPassword: Boolean(password) }); ctx.body = 'ok' })\nconst server = app.listen(0, async () => { await fetch('http://127.0.0.1:' + server.address().port); server.close(); process.exit() })",
  },
  {
    row: 'express-request',
    leaky:
      "import express from 'express'\nimport pinoHttp from 'pino-http'\nconst app = express()\napp.use(pinoHttp({ redact: ['req.headers.authorization'] }))\napp.use((req, res) => { req.log.info({ password }); res.send('ok') })\nconst server = app.listen(0, async () => { await fetch('http://127.0.0.1:' + server.address().port); process.exit() })",
    fixed:
      "import express from 'express'\nimport pinoHttp from 'pino-http'\nconst app = express()\napp.use(pinoHttp({ redact: ['req.headers.authorization'] }))\napp.use((req, res) => { req.log.info({ hasPassword: Boolean(password) }); res.send('ok') })\nconst server = app.listen(0, async () => { await fetch('http://127.0.0.1:' + server.address().port); process.exit() })",
  },
  {
    row: 'hono',
    leaky:
      "import { Hono } from 'hono'\nimport { pinoLogger } from 'hono-pino'\nconst app = new Hono()\napp.use(pinoLogger({ pino: { redact: ['req.headers.authorization'] } }))\napp.get('/', (c) => { c.var.logger.info({ password }); return c.text('ok') })\nawait app.request('/')",
    fixed:
      "import { Hono } from 'hono'\nimport { pinoLogger } from 'hono-pino'\nconst app = new Hono()\napp.use(pinoLogger({ pino: { redact: ['req.headers.authorization'] } }))\napp.get('/', (c) => { c.var.logger.info({ hasPassword: Boolean(password) }); return c.text('ok') })\nawait app.request('/')",
  },
  {
    row: 'firebase-functions',
    leaky: "import * as logger from 'firebase-functions/logger'\nlogger.info('connecting', { password })",
    fixed:
      "import * as logger from 'firebase-functions/logger'\nlogger.info('connecting', { hasPassword: Boolean(password) })",
  },
  {
    row: 'azure-functions',
    leaky:
      "import azure from '@azure/functions'\nconst context = new azure.InvocationContext({ functionName: 'f', logHandler: (level, ...rest) => console.log(level, ...rest) })\ncontext.log('connecting', { password })",
    fixed:
      "import azure from '@azure/functions'\nconst context = new azure.InvocationContext({ functionName: 'f', logHandler: (level, ...rest) => console.log(level, ...rest) })\ncontext.log('connecting', { hasPassword: Boolean(password) })",
  },
  {
    row: 'adonis',
    leaky:
      "import { Logger } from '@adonisjs/logger'\nconst logger = new Logger({ enabled: true, name: 'api', level: 'info' })\nlogger.info({ password }, 'connecting')",
    fixed:
      "import { Logger } from '@adonisjs/logger'\nconst logger = new Logger({ enabled: true, name: 'api', level: 'info', redact: { paths: ['password'] } })\nlogger.info({ password }, 'connecting')",
  },
  {
    row: 'cabin',
    leaky: "import Cabin from 'cabin'\nconst cabin = new Cabin()\ncabin.info('connecting', { db: password })",
    fixed: "import Cabin from 'cabin'\nconst cabin = new Cabin()\ncabin.info('connecting', { db: Boolean(password) })",
  },
  {
    row: 'opentelemetry-tracer',
    leaky:
      "import { trace } from '@opentelemetry/api'\nimport { ConsoleSpanExporter, NodeTracerProvider, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-node'\ntrace.setGlobalTracerProvider(new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(new ConsoleSpanExporter())] }))\ntrace.getTracer('api').startSpan('connect', { attributes: { 'db.credential': password } }).end()",
    fixed:
      "import { trace } from '@opentelemetry/api'\nimport { ConsoleSpanExporter, NodeTracerProvider, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-node'\ntrace.setGlobalTracerProvider(new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(new ConsoleSpanExporter())] }))\ntrace.getTracer('api').startSpan('connect', { attributes: { 'db.has_credential': Boolean(password) } }).end()",
  },
]

/** Serves one request through the middleware, with credentials in its headers. */
export const REQUEST_HEAD = `import http from 'node:http'
async function request(middleware) {
  const server = http.createServer((req, res) => middleware(req, res, () => res.end('ok')))
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready))
  const password = process.env.DB_PASSWORD
  await fetch('http://127.0.0.1:' + server.address().port + '/', { headers: { authorization: 'Bearer ' + password } })
  await new Promise((later) => setTimeout(later, 50))
  server.closeAllConnections()
  server.close()
}
`

/** Middleware that logs requests: a program that answers one request whose Authorization header is the password. */
export const httpLoggerSnippets: readonly LoggerSnippet[] = [
  {
    row: 'pino-http',
    leaky: "import pinoHttp from 'pino-http'\nawait request(pinoHttp())",
    fixed:
      "import pinoHttp from 'pino-http'\nawait request(pinoHttp({ redact: ['req.headers.authorization', 'req.headers.cookie', 'req.headers[\"x-api-key\"]', 'res.headers[\"set-cookie\"]'] }))",
  },
  {
    row: 'pino-http',
    title: 'header names are in lower case',
    leaky:
      "import pinoHttp from 'pino-http'\nawait request(pinoHttp({ redact: ['req.headers.Authorization', 'req.headers.cookie'] }))",
    fixed:
      "import pinoHttp from 'pino-http'\nawait request(pinoHttp({ redact: ['req.headers.authorization', 'req.headers.cookie'] }))",
  },
  {
    row: 'morgan',
    title: 'a format that names the header',
    leaky: "import morgan from 'morgan'\nawait request(morgan(':method :url :req[authorization]'))",
    fixed: "import morgan from 'morgan'\nawait request(morgan(':method :url :status'))",
  },
  {
    row: 'express-winston',
    leaky:
      "import expressWinston from 'express-winston'\nimport winston from 'winston'\nawait request(expressWinston.logger({ transports: [new winston.transports.Console()] }))",
    fixed:
      "import expressWinston from 'express-winston'\nimport winston from 'winston'\nawait request(expressWinston.logger({ transports: [new winston.transports.Console()], headerBlacklist: ['authorization', 'cookie', 'x-api-key'] }))",
  },
  {
    row: 'pino-http',
    title: 'properties of its own',
    leaky:
      "import pinoHttp from 'pino-http'\nawait request(pinoHttp({ redact: ['req.headers.authorization'], customProps: (req) => ({ auth: req.headers.authorization }) }))",
    fixed:
      "import pinoHttp from 'pino-http'\nawait request(pinoHttp({ redact: ['req.headers.authorization', 'auth'], customProps: (req) => ({ auth: req.headers.authorization }) }))",
  },
  {
    row: 'hono-pino',
    leaky:
      "import { Hono } from 'hono'\nimport { pinoLogger } from 'hono-pino'\nconst app = new Hono().use(pinoLogger({ pino: { level: 'info' } })).get('/', (c) => c.text('ok'))\nawait app.request('/', { headers: { authorization: 'Bearer ' + process.env.DB_PASSWORD } })",
    fixed:
      "import { Hono } from 'hono'\nimport { pinoLogger } from 'hono-pino'\nconst app = new Hono().use(pinoLogger({ pino: { level: 'info', redact: ['req.headers.authorization', 'req.headers.cookie', 'req.headers[\"x-api-key\"]', 'res.headers[\"set-cookie\"]'] } })).get('/', (c) => c.text('ok'))\nawait app.request('/', { headers: { authorization: 'Bearer ' + process.env.DB_PASSWORD } })",
  },
  {
    row: 'morgan',
    title: 'a token of its own',
    leaky:
      "import morgan from 'morgan'\nmorgan.token('auth', (req) => req.headers.authorization)\nawait request(morgan(':method :auth'))",
    fixed:
      "import morgan from 'morgan'\nmorgan.token('agent', (req) => req.headers['user-agent'])\nawait request(morgan(':method :agent'))",
  },
  {
    row: 'morgan',
    title: 'a format by a function',
    leaky:
      "import morgan from 'morgan'\nawait request(morgan((tokens, req, res) => [tokens.method(req, res), tokens.req(req, res, 'authorization')].join(' ')))",
    fixed:
      "import morgan from 'morgan'\nawait request(morgan((tokens, req, res) => [tokens.method(req, res), tokens.status(req, res)].join(' ')))",
  },
  {
    row: 'express-winston',
    title: 'the log of errors',
    leaky:
      "import expressWinston from 'express-winston'\nimport winston from 'winston'\nconst log = expressWinston.errorLogger({ transports: [new winston.transports.Console()] })\nawait request((req, res, next) => log(new Error('x'), req, res, next))",
    fixed:
      "import expressWinston from 'express-winston'\nimport winston from 'winston'\nconst log = expressWinston.errorLogger({ transports: [new winston.transports.Console()], headerBlacklist: ['authorization', 'cookie', 'x-api-key'] })\nawait request((req, res, next) => log(new Error('x'), req, res, next))",
  },
  {
    row: 'express-winston',
    title: 'the body of a login',
    leaky:
      "import expressWinston from 'express-winston'\nimport winston from 'winston'\nconst log = expressWinston.logger({ transports: [new winston.transports.Console()], headerBlacklist: ['authorization'], requestWhitelist: ['url', 'body'] })\nawait request((req, res, next) => { req.body = { pin: process.env.DB_PASSWORD }; log(req, res, next) })",
    fixed:
      "import expressWinston from 'express-winston'\nimport winston from 'winston'\nconst log = expressWinston.logger({ transports: [new winston.transports.Console()], headerBlacklist: ['authorization'], requestWhitelist: ['url'] })\nawait request((req, res, next) => { req.body = { pin: process.env.DB_PASSWORD }; log(req, res, next) })",
  },
  {
    row: 'express-pino-logger',
    leaky:
      "import Koa from 'koa'\nimport pinoLogger from 'koa-pino-logger'\nawait request(new Koa().use(pinoLogger()).use((ctx) => { ctx.body = 'ok' }).callback())",
    fixed:
      "import Koa from 'koa'\nimport pinoLogger from 'koa-pino-logger'\nawait request(new Koa().use(pinoLogger({ redact: ['req.headers.authorization', 'req.headers.cookie', 'req.headers[\"x-api-key\"]', 'res.headers[\"set-cookie\"]'] })).use((ctx) => { ctx.body = 'ok' }).callback())",
  },
  {
    row: 'hapi-pino',
    leaky:
      "import Hapi from '@hapi/hapi'\nimport HapiPino from 'hapi-pino'\nconst server = Hapi.server()\nawait server.register({ plugin: HapiPino })\nserver.route({ method: 'GET', path: '/', handler: () => 'ok' })\nawait server.inject({ url: '/', headers: { authorization: `Bearer ${process.env.DB_PASSWORD}` } })",
    fixed:
      "import Hapi from '@hapi/hapi'\nimport HapiPino from 'hapi-pino'\nconst server = Hapi.server()\nawait server.register({ plugin: HapiPino, options: { redact: ['req.headers.authorization', 'req.headers.cookie', 'req.headers[\"x-api-key\"]', 'res.headers[\"set-cookie\"]'] } })\nserver.route({ method: 'GET', path: '/', handler: () => 'ok' })\nawait server.inject({ url: '/', headers: { authorization: `Bearer ${process.env.DB_PASSWORD}` } })",
  },
]
