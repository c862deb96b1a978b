import { describe, expect, it } from 'vitest'
import { idleSuggestions, markedLines, reportedLines } from './lint-text.js'
import type { Options } from './options.js'

/** A program whose lines with a leak are marked; the others are their nearest silent neighbours. */
type Case = [what: string, text: string, filename?: string, options?: Options]

const PINO = "import pino from 'pino'\n"
const loggers: readonly Case[] = [
  [
    'pino() forms',
    PINO +
      `export const a = pino() // leak
export const b = pino({ level: 'debug', transport: { target: 'pino-pretty' } }) // leak
export const c = pino({ redact: ['password'] })
export const d = pino({ redact: { paths: ['password'], censor: '***' } })
export const e = pino({}, pino.destination('x')) // leak
export const f = pino.default() // leak
export const g = pino({ name: 'x', timestamp: pino.stdTimeFunctions.isoTime }) // leak`,
  ],
  [
    'pino forms, require',
    `const g = require('pino')() // leak
const h = require('pino')({ redact: ['password'] })
const { pino } = require('pino')
const i = pino({ level: 'info' }) // leak`,
  ],
  [
    'fastify',
    `import Fastify, { fastify } from 'fastify'
Fastify({ logger: true }) // leak
fastify({ logger: { level: 'info' } }) // leak
fastify({ logger: { transport: { target: 'pino-pretty' } } }) // leak
Fastify({ logger: { redact: ['req.headers.authorization'] } })
Fastify({ logger: false })
Fastify()
const fast = require('fastify')({ logger: true }) // leak
const opts = { logger: true }
Fastify(opts) // leak
Fastify({ logger: process.env.NODE_ENV !== 'test' }) // leak
const envToLogger = { development: { transport: { target: 'pino-pretty' } }, production: true, test: false }
Fastify({ logger: envToLogger[environment] ?? true }) // leak`,
  ],
  [
    'nest fastify adapter',
    `import { FastifyAdapter } from '@nestjs/platform-fastify'
new FastifyAdapter({ logger: true }) // leak
new FastifyAdapter()
new FastifyAdapter({ logger: { redact: ['req.headers.authorization'] } })`,
  ],
  [
    'winston',
    `import winston, { createLogger, format, transports } from 'winston'
winston.createLogger() // leak
createLogger({ transports: [new transports.Console()] }) // leak
createLogger({ format: format.combine(format.timestamp(), format.json()) }) // leak
createLogger({ format: format.combine(redactor(), format.json()) })
const redact = format((info) => { delete info.password; return info })
createLogger({ format: format.combine(redact(), format.json()) })
createLogger({ format: redact() })
createLogger({ silent: true })
createLogger({ format: format.printf(({ level, message }) => level + message) }) // leak`,
  ],
  [
    'winston with transport formats',
    `const winston = require('winston')
const mask = winston.format((info) => { if (info.password) info.password = '***'; return info })
winston.createLogger({ transports: [new winston.transports.Console({ format: winston.format.combine(mask(), winston.format.json()) })] })
winston.createLogger({ transports: [new winston.transports.File({ filename: 'x.log' })] }) // leak
winston.add(new winston.transports.Console())
winston.loggers.add('x', { format: winston.format.json() }) // leak`,
  ],
  [
    'nest-winston',
    `import { WinstonModule } from 'nest-winston'
import * as winston from 'winston'
WinstonModule.forRoot({ transports: [new winston.transports.Console()] }) // leak
WinstonModule.createLogger({ format: winston.format.combine(redact(), winston.format.json()) })
WinstonModule.createLogger({ format: winston.format.json() }) // leak`,
  ],
  [
    'bunyan',
    `const bunyan = require('bunyan')
bunyan.createLogger({ name: 'x' }) // leak
bunyan.createLogger({ name: 'x', serializers: bunyan.stdSerializers }) // leak
bunyan.createLogger({ name: 'x', serializers: { user: (u) => ({ id: u.id }) } })
new bunyan({ name: 'x' }) // leak
bunyan.createLogger({ name: 'x', streams: [{ stream: process.stdout }] }) // leak`,
  ],
  [
    'tslog',
    `import { Logger } from 'tslog'
new Logger() // leak
new Logger({ name: 'x' }) // leak
new Logger({ mask: { keys: ['password'] } })
new Logger({ maskValuesOfKeys: ['password'] }) // leak
new Logger({ type: 'hidden' })
new Logger({ mask: { regex: [/x/] } })
new Logger({ overwrite: { mask: (args) => args } })`,
  ],
  [
    'pino-http and kin',
    `import pinoHttp, { pinoHttp as ph } from 'pino-http'
import koaLogger from 'koa-pino-logger'
import HapiPino from 'hapi-pino'
import { LoggerModule } from 'nestjs-pino'
import { pinoLogger } from 'hono-pino'
pinoHttp() // leak
ph({ level: 'info' }) // leak
pinoHttp({ redact: ['req.headers.authorization'] })
pinoHttp({ serializers: { req: (r) => ({ method: r.method }) } })
koaLogger() // leak
koaLogger({ redact: ['req.headers.authorization'] })
server.register({ plugin: HapiPino }) // leak
server.register({ plugin: HapiPino, options: { redact: ['req.headers.authorization'] } })
server.register(HapiPino) // leak
LoggerModule.forRoot() // leak
LoggerModule.forRoot({ pinoHttp: { redact: ['req.headers.authorization'] } })
LoggerModule.forRootAsync({ useFactory: () => ({ pinoHttp: { level: 'info' } }) }) // leak
LoggerModule.forRootAsync({ useFactory: () => ({ pinoHttp: { redact: ['req.headers.authorization'] } }) })
LoggerModule.forRoot({ pinoHttp: [{ level: 'info' }, stream] }) // leak
LoggerModule.forRoot({ pinoHttp: [{ redact: ['req.headers.authorization'] }, stream] })
app.use(pinoLogger()) // leak
app.use(pinoLogger({ pino: { level: 'debug' } })) // leak
app.use(pinoLogger({ pino: pino({ redact: ['req.headers.authorization'] }) }))`,
  ],
  [
    'morgan',
    `const morgan = require('morgan')
morgan(':method :req[authorization]') // leak
morgan(':req[cookie]') // leak
morgan(':req[X-Api-Key]') // leak
morgan(':res[set-cookie]') // leak
morgan(':method :url')
morgan('combined')
morgan('dev')
const fmt = ':method ' + ':req[authorization]' // leak
morgan(fmt)`,
  ],
  [
    'Sentry',
    `import * as Sentry from '@sentry/node'
Sentry.init({ dsn, sendDefaultPii: true }) // leak
Sentry.init({ dsn, sendDefaultPii: true, beforeSend })
Sentry.init({ dsn, sendDefaultPii: false })
Sentry.init({ dsn })
const options = { dsn, sendDefaultPii: true } // leak
Sentry.init(options)
const { init } = require('@sentry/nextjs')
init({ sendDefaultPii: true }) // leak
init({ sendDefaultPii: true, beforeSend(event) { return event } }) // leak`,
  ],
  [
    'wildcards',
    PINO +
      `pino({ redact: ['*.password'] })
pino({ redact: ['**.password'] }) // leak
pino({ redact: ['**'] }) // leak
pino({ redact: ['a.**.password'] }) // leak
pino({ redact: ['pass*'] }) // leak
pino({ redact: ['*password*'] }) // leak
pino({ redact: ['*.*.password'] })
pino({ redact: ['a[*].b'] })
pino({ redact: ['a[].b'] }) // leak
pino({ redact: ['$.a'] }) // leak
pino({ redact: ['$..password'] }) // leak
pino({ redact: ['/password/'] }) // leak`,
  ],
  [
    'case',
    PINO +
      `pino({ redact: ['req.headers.Authorization'] }) // leak
pino({ redact: ['req.headers["X-Api-Key"]'] }) // leak
pino({ redact: ['req.headers.authorization'] })
pino({ redact: ['res.headers["Set-Cookie"]'] }) // leak
pino({ redact: ['user.Password'] })`,
  ],
  [
    'arrays',
    PINO +
      `const log = pino({ redact: ['users.password'] })
log.info({ users: [{ password }] }) // leak
const log2 = pino({ redact: ['users[*].password'] })
log2.info({ users: [{ password }] })
const log3 = pino({ redact: ['users[0].password'] })
log3.info({ users: [{ password }] })
log3.info({ users: [{ id }, { password }] }) // leak`,
  ],
  [
    'text',
    PINO +
      `const log = pino({ redact: ['password'] })
log.info(\`p \${password}\`) // leak
log.info('p %s', password) // leak
log.info('p ' + password) // leak
log.info({ password }, 'x')
log.info({ msg: 'p ' + password }) // leak
log.info('p %o', { password })
log.info('p %s', JSON.stringify({ password })) // leak`,
  ],
  [
    'dashes',
    PINO +
      `pino({ redact: ['req.headers["x-api-key"]'] })
pino({ redact: ['headers.x-api-key'] })
const log = pino({ redact: ['headers["x-api-key"]'] })
log.info({ headers: { 'x-api-key': key2 } })
log.info({ 'x-api-key': apiKey }) // leak`,
  ],
  [
    'errors and child bindings',
    PINO +
      `const log = pino({ redact: ['password', 'user.password'] })
log.child({ user: { password } }).info('x')
log.child({ account: { password } }) // leak
log.child({ password })
const e = new Error('x')
e.password = password
log.error(e) // leak
log.error({ err: e }) // leak
const safe = pino({ redact: ['err.password'] })
safe.error({ err: e })
safe.error(e)`,
  ],
  [
    'a child replaces',
    PINO +
      `const log = pino({ redact: ['password'] })
const c = log.child({ a: 1 }, { redact: ['token'] }) // leak
const d = log.child({ a: 1 }, { redact: ['token', 'password'] })
c.info({ password }) // leak
d.info({ password })
log.child({ a: 1 }).info({ password })`,
  ],
  [
    'remove, censor',
    PINO +
      `pino({ redact: { paths: ['a'], remove: true } })
pino({ redact: { paths: ['a'], censor: (v) => v } }) // leak
pino({ redact: { paths: ['a'], censor: (v) => '***' } })
pino({ redact: { paths: ['a'], censor: (v) => { return v } } }) // leak
pino({ redact: { paths: ['a'], censor: (v) => v.slice(0, 2) } })
pino({ redact: { paths: [] } }) // leak
pino({ redact: {} }) // leak
pino({ redact: { censor: '***' } }) // leak
pino({ redact: [] }) // leak
pino({ redact: { paths: ['a'], remove: true, censor: '***' } })
pino({ redact: { paths: ['a'], censor: (value, path) => value } }) // leak`,
  ],
  [
    'redact at the wrong place',
    `import Fastify from 'fastify'
import pino from 'pino'
Fastify({ logger: true, redact: ['password'] }) // leak
pino({ options: { redact: ['password'] } }) // leak
pino({ transport: { target: 'pino-pretty', options: { redact: ['password'] } } }) // leak`,
  ],
  [
    'late formats',
    `import winston from 'winston'
const redact = winston.format((info) => { delete info.password; return info })
const { combine, json, simple, printf, prettyPrint, splat, timestamp, errors } = winston.format
winston.createLogger({ format: combine(json(), redact()) }) // leak
winston.createLogger({ format: combine(redact(), json()) })
winston.createLogger({ format: combine(simple(), redact()) }) // leak
winston.createLogger({ format: combine(printf((i) => i.message), redact()) }) // leak
winston.createLogger({ format: combine(timestamp(), errors({ stack: true }), redact(), json()) })
winston.createLogger({ format: combine(redact(), splat(), json()) }) // leak
winston.createLogger({ format: combine(splat(), redact(), json()) })
winston.createLogger({ format: winston.format.json(), transports: [new winston.transports.Console({ format: redact() })] }) // leak`,
  ],
  [
    'log4js',
    `import log4js from 'log4js'
log4js.addLayout('redacting', (config) => (event) => mask(event.data))
log4js.configure({ appenders: { out: { type: 'stdout', layout: { type: 'redacting' } } }, categories: { default: { appenders: ['out'], level: 'info' } } })
const log = log4js.getLogger()
log.info('x', apiKeyId)`,
  ],
  [
    'idle serializers',
    PINO +
      `const log = pino({ redact: ['x'], serializers: { user: (u) => ({ id: u.id }) } }) // leak
log.info({ account })
const log2 = pino({ redact: ['x'], serializers: { user: (u) => ({ id: u.id }) } })
log2.info({ user })
const log3 = pino({ redact: ['x'], serializers: { req: pino.stdSerializers.req } })
log3.info({ request })`,
  ],
  [
    'idle serializers of bunyan',
    `import bunyan from 'bunyan'
const log = bunyan.createLogger({ name: 'x', serializers: { user: (u) => ({ id: u.id }) } }) // leak
log.info({ account }, 'x')
const log2 = bunyan.createLogger({ name: 'x', serializers: { user: (u) => ({ id: u.id }) } })
log2.info({ user }, 'x')
log2.info({ user: { password } })`,
  ],
  [
    'one report per logger',
    PINO +
      `const log = pino() // leak
const a = log.child({ x: 1 })
const b = a.child({ y: 1 })
b.info('x')
export { log, a, b }`,
  ],
  [
    'one report per logger, in a class',
    PINO +
      `export class Log {
  private logger = pino({ level: 'info' }) // leak
  child(name) { return this.logger.child({ name }) }
}
function make(name) { return pino({ name }) } // leak
const x = make('a'), y = make('b')`,
  ],
  [
    'Powertools',
    `import { Logger } from '@aws-lambda-powertools/logger'
const log = new Logger({ serviceName: 'x' })
log.info('x')`,
  ],
  [
    'consola/roarr etc.: nothing to say',
    `import consola from 'consola'
import log from 'loglevel'
import { Roarr } from 'roarr'
consola.create({})
log.getLogger('x')
consola.info('x')`,
  ],
  [
    'serializer that prints the headers',
    `import Fastify from 'fastify'
import pino from 'pino'
Fastify({ logger: { redact: ['password'], serializers: {
  req(request) { return { method: request.method, headers: request.headers } } // leak
} } })
Fastify({ logger: { redact: ['req.headers.authorization', 'req.headers.cookie'], serializers: {
  req(request) { return { method: request.method, headers: request.headers } }
} } })
Fastify({ logger: { redact: ['password'], serializers: { req(request) { return { method: request.method } } } } })`,
  ],
]

describe.each([['each way to make a logger, and each redaction that does nothing', loggers]] as const)(
  '%s',
  (_, cases) => {
    it.each(cases)('%s', (__, text, filename = 'src/app.tsx', options = {}) => {
      expect(reportedLines(text, { filename, options })).toEqual(markedLines(text))
      expect(idleSuggestions(text, { filename, options })).toEqual([])
    })
  },
)
