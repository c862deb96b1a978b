import { describe, expect, it } from 'vitest'
import { lintText, reportsOf } from './lint-text.js'

type Case = [behaviour: string, text: string, reports: string[]]

const PINO = `import pino from 'pino'\n`
const WINSTON = `import winston from 'winston'\nconst redact = winston.format((info) => { delete info.password; return info })\n`

/** Loggers that print whatever they are given, each beside the nearest one that doesn't. */
const creations: Case[] = [
  ['pino', `${PINO}pino()`, ['2 unredacted pino()']],
  ['pino with a level only', `${PINO}pino({ level: 'info' })`, [`2 unredacted pino({ level: 'info' })`]],
  ['pino with redact', `${PINO}pino({ redact: ['password'] })`, []],
  [
    'pino with a stream only',
    `${PINO}pino(pino.destination('x.log'))`,
    [`2 unredacted pino(pino.destination('x.log'))`],
  ],
  ['pino with options from elsewhere', `${PINO}import { options } from './options'\npino(options)`, []],
  ['pino with options that are spread', `${PINO}import { base } from './base'\npino({ ...base, level: 'info' })`, []],
  [
    'pino with its own serializer of errors',
    `${PINO}pino({ serializers: { err: pino.stdSerializers.err } })`,
    ['2 unredacted pino({ serializers: { err: pino.stdSeria'],
  ],
  ['pino with a formatter that redacts', `${PINO}pino({ formatters: { log: (o) => redact(o) } })`, []],
  [
    'pino with a formatter of levels',
    `${PINO}pino({ formatters: { level: (label) => ({ level: label }) } })`,
    ['2 unredacted pino({ formatters: { level: (label) => ('],
  ],
  ['pino that is off', `${PINO}pino({ enabled: false })`, []],
  ['pino by require', `const pino = require('pino')\nconst log = pino()`, ['2 unredacted pino()']],
  ['pino by its name', `import { pino as make } from 'pino'\nmake()`, ['2 unredacted make()']],
  [
    'fastify with its logger on',
    `import Fastify from 'fastify'\nFastify({ logger: true })`,
    ['2 unredacted Fastify({ logger: true })'],
  ],
  [
    'fastify with its logger on, and what is logged',
    `import Fastify from 'fastify'\nconst app = Fastify({ logger: true })\napp.get('/', async (req) => { req.log.info({ headers: req.headers }) })`,
    ['2 unredacted Fastify({ logger: true })', '3 loggedWhole req.headers'],
  ],
  ['fastify without a logger', `import Fastify from 'fastify'\nFastify()`, []],
  ['fastify with redact', `import Fastify from 'fastify'\nFastify({ logger: { redact: ['password'] } })`, []],
  [
    'fastify with a level',
    `import Fastify from 'fastify'\nFastify({ logger: { level: 'info' } })`,
    [`2 unredacted Fastify({ logger: { level: 'info' } })`],
  ],
  [
    'fastify with a logger of its own',
    `import Fastify from 'fastify'\nimport { logger } from './log'\nFastify({ loggerInstance: logger })`,
    [],
  ],
  [
    'winston',
    `import winston from 'winston'\nwinston.createLogger({ format: winston.format.json() })`,
    ['2 unredacted winston.createLogger({ format: winston.f'],
  ],
  [
    'winston by destructuring',
    `const { createLogger, format } = require('winston')\ncreateLogger({ format: format.combine(format.timestamp(), format.simple()) })`,
    ['2 unredacted createLogger({ format: format.combine(fo'],
  ],
  [
    'winston with a redactor',
    `${WINSTON}winston.createLogger({ format: winston.format.combine(redact(), winston.format.json()) })`,
    [],
  ],
  [
    'winston with a redactor of the project',
    `import winston from 'winston'\nimport { redact } from './redact'\nwinston.createLogger({ format: winston.format.combine(redact(), winston.format.json()) })`,
    [],
  ],
  [
    'winston with a format that redacts nothing',
    `import winston from 'winston'\nconst upper = winston.format((info) => { info.level = info.level.toUpperCase(); return info })\nwinston.createLogger({ format: winston.format.combine(upper(), winston.format.json()) })`,
    ['3 unredacted winston.createLogger({ format: winston.f'],
  ],
  [
    'bunyan',
    `import bunyan from 'bunyan'\nbunyan.createLogger({ name: 'a' })`,
    [`2 unredacted bunyan.createLogger({ name: 'a' })`],
  ],
  [
    'bunyan with the standard serializers',
    `import bunyan from 'bunyan'\nbunyan.createLogger({ name: 'a', serializers: bunyan.stdSerializers })`,
    [`2 unredacted bunyan.createLogger({ name: 'a', seriali`],
  ],
  [
    'bunyan with own serializers',
    `import bunyan from 'bunyan'\nbunyan.createLogger({ name: 'a', serializers: { req: (r) => ({ url: r.url }) } })`,
    [],
  ],
  ['tslog', `import { Logger } from 'tslog'\nnew Logger()`, ['2 unredacted new Logger()']],
  ['tslog with masks', `import { Logger } from 'tslog'\nnew Logger({ mask: { keys: ['password'] } })`, []],
  ['pino-http', `import pinoHttp from 'pino-http'\napp.use(pinoHttp())`, ['2 unredacted pinoHttp()']],
  [
    'pino-http with a logger',
    `import pinoHttp from 'pino-http'\nimport { logger } from './log'\napp.use(pinoHttp({ logger }))`,
    [],
  ],
  [
    'nestjs-pino',
    `import { LoggerModule } from 'nestjs-pino'\nLoggerModule.forRoot({ pinoHttp: { level: 'info' } })`,
    [`2 unredacted LoggerModule.forRoot({ pinoHttp: { level`],
  ],
  [
    'nestjs-pino with redact',
    `import { LoggerModule } from 'nestjs-pino'\nLoggerModule.forRoot({ pinoHttp: { redact: ['req.headers.authorization'] } })`,
    [],
  ],
  [
    'express-winston',
    `import expressWinston from 'express-winston'\nexpressWinston.logger({ transports: [] })`,
    ['2 unredacted expressWinston.logger({ transports: [] }'],
  ],
  [
    'express-winston without headers',
    `import expressWinston from 'express-winston'\nexpressWinston.logger({ headerBlacklist: ['authorization', 'cookie'] })`,
    [],
  ],
  [
    'express-winston without metadata',
    `import expressWinston from 'express-winston'\nexpressWinston.logger({ meta: false })`,
    [],
  ],
  [
    'morgan with a credential',
    `import morgan from 'morgan'\nmorgan(':method :req[Authorization]')`,
    [`2 printsHeader ':method :req[Authorization]'`],
  ],
  ['morgan with another header', `import morgan from 'morgan'\nmorgan(':method :req[content-type]')`, []],
  ['a predefined format of morgan', `import morgan from 'morgan'\nmorgan('combined')`, []],
  [
    "a token of morgan's",
    `import morgan from 'morgan'\nmorgan.token('auth', (req) => req.headers.authorization)`,
    ['2 logged req.headers.authorization'],
  ],
  [
    'Sentry with personal data',
    `import * as Sentry from '@sentry/node'\nSentry.init({ dsn, sendDefaultPii: true })`,
    ['2 defaultPii true'],
  ],
  [
    'Sentry that scrubs',
    `import * as Sentry from '@sentry/node'\nSentry.init({ dsn, sendDefaultPii: true, beforeSend: scrub })`,
    [],
  ],
]

/** Redaction that is there and does nothing, each beside the nearest that works. */
const idle: Case[] = [
  ['a wildcard of any depth', `${PINO}pino({ redact: ['**.password'] })`, [`2 deadPath '**.password'`]],
  ['a wildcard of one level', `${PINO}pino({ redact: ['*.password'] })`, []],
  ['a part of a key', `${PINO}pino({ redact: { paths: ['pass*'] } })`, [`2 deadPath 'pass*'`]],
  ['brackets without an item', `${PINO}pino({ redact: ['users[].password'] })`, [`2 deadPath 'users[].password'`]],
  ['items', `${PINO}pino({ redact: ['users[*].password'] })`, []],
  [
    'a header in capitals',
    `${PINO}pino({ redact: ['req.headers.Authorization'] })`,
    [`2 deadPath 'req.headers.Authorization'`],
  ],
  ["a client's header in capitals", `${PINO}pino({ redact: ['err.config.headers.Authorization'] })`, []],
  ['a path from the root', `${PINO}pino({ redact: ['$.password'] })`, [`2 deadPath '$.password'`]],
  [
    'a path that repeats nestedKey',
    `${PINO}pino({ nestedKey: 'payload', redact: ['payload.token'] })`,
    [`2 deadPath 'payload.token'`],
  ],
  ['no paths', `${PINO}pino({ redact: [] })`, ['2 noPaths []']],
  [
    'a censor that changes nothing',
    `${PINO}pino({ redact: { paths: ['a'], censor: (value) => value } })`,
    ['2 idleCensor (value) => value'],
  ],
  [
    'paths in a constant',
    `${PINO}const paths = ['password', '**.token']\npino({ redact: { paths } })`,
    [`2 deadPath '**.token'`],
  ],
  [
    "a child that replaces its parent's",
    `${PINO}const log = pino({ redact: ['password'] })\nlog.child({}, { redact: ['token'] })`,
    [`3 replacedByChild { redact: ['token'] }`],
  ],
  [
    'a child that repeats them',
    `${PINO}const log = pino({ redact: ['password'] })\nlog.child({}, { redact: ['token', 'password'] })`,
    [],
  ],
  [
    'a late format',
    `${WINSTON}winston.createLogger({ format: winston.format.combine(winston.format.json(), redact()) })`,
    ['3 lateFormat redact()'],
  ],
  [
    'splat after the redactor',
    `${WINSTON}winston.createLogger({ format: winston.format.combine(redact(), winston.format.splat(), winston.format.simple()) })`,
    ['3 refilled winston.format.splat()'],
  ],
  [
    'a late format that rewrites the text',
    `import winston from 'winston'\nconst redact = winston.format((info) => { info[Symbol.for('message')] = mask(info[Symbol.for('message')]); return info })\nwinston.createLogger({ format: winston.format.combine(winston.format.json(), redact()) })`,
    [],
  ],
  [
    'the old masks of tslog',
    `import { Logger } from 'tslog'\nnew Logger({ maskValuesOfKeys: ['password'] })`,
    [`2 oldSetting ['password']`],
  ],
]

/** What a logger's redaction does for a value, and what not. */
const covered: Case[] = [
  ['a key that is redacted', `${PINO}const log = pino({ redact: ['password'] })\nlog.info({ password })`, []],
  [
    'the same key one level down',
    `${PINO}const log = pino({ redact: ['password'] })\nlog.info({ user: { password } })`,
    ['3 missedByPath password'],
  ],
  [
    'another spelling',
    `${PINO}const log = pino({ redact: ['password'] })\nlog.info({ Password: password })`,
    ['3 missedByPath password'],
  ],
  [
    'an item of a list',
    `${PINO}const log = pino({ redact: ['*.password'] })\nlog.info({ users: [{ password }] })`,
    ['3 missedByPath password'],
  ],
  [
    'a key with a wildcard',
    `${PINO}const log = pino({ redact: ['*.password'] })\nlog.info({ user: { password } })`,
    [],
  ],
  [
    'the text',
    `${PINO}const log = pino({ redact: ['password'] })\nlog.info(\`pw \${password}\`)`,
    ['3 missedInText password'],
  ],
  ['a child', `${PINO}const log = pino({ redact: ['password'] }).child({ module: 'a' })\nlog.info({ password })`, []],
  [
    "a child's binding",
    `${PINO}const log = pino({ redact: ['token'] })\nlog.child({ apiKey })`,
    ['3 missedByPath apiKey'],
  ],
  [
    'paths that can not be read',
    `${PINO}import { paths } from './paths'\nconst log = pino({ redact: paths })\nlog.info({ password })`,
    [],
  ],
  [
    'a serializer for the key',
    `${PINO}const log = pino({ redact: ['x'], serializers: { user: (u) => ({ id: u.id }) } })\nlog.info({ user: { password } })`,
    [],
  ],
  [
    "fastify's logger",
    `import Fastify from 'fastify'\nconst app = Fastify({ logger: { redact: ['password'] } })\napp.log.info({ password })\napp.get('/', (request, reply) => { request.log.info({ token: request.headers['x-api-key'] }) })`,
    [`4 missedByPath request.headers['x-api-key']`],
  ],
  [
    'a winston redactor',
    `${WINSTON}const log = winston.createLogger({ format: winston.format.combine(redact(), winston.format.json()) })\nlog.info('x', { password })`,
    [],
  ],
  [
    'a winston redactor and text',
    `${WINSTON}const log = winston.createLogger({ format: winston.format.combine(redact(), winston.format.json()) })\nlog.info('x ' + password)`,
    ['4 missedInText password'],
  ],
  [
    'a key that tslog masks',
    `import { Logger } from 'tslog'\nconst log = new Logger({ mask: { keys: ['password'] } })\nlog.info({ user: { password } }, { apiKey })`,
    ['3 missedByPath apiKey'],
  ],
]

describe.each([
  ['creations', creations],
  ['redaction that does nothing', idle],
  ['values that a redaction reaches or misses', covered],
])('%s', (_, cases) => {
  it.each(cases)('%s', (_behaviour, text, reports) => expect(reportsOf(text)).toEqual(reports))
})

describe('strict and options', () => {
  it("reports morgan's predefined formats", () =>
    expect(reportsOf(`import morgan from 'morgan'\nmorgan('combined')`, { options: { strict: true } })).toEqual([
      `2 printsLine 'combined'`,
    ]))
  it('leaves configuration alone', () =>
    expect(reportsOf(`${PINO}pino()`, { options: { configuration: false } })).toEqual([]))
})

describe('suggestions', () => {
  const after = (text: string, id: string) => lintText(text)[0]?.suggestions[id]
  const isQuiet = (text: string | undefined) => expect(text && reportsOf(text)).toEqual([])

  it.each([
    ['pino()', `${PINO}pino()`],
    ['pino with options', `${PINO}pino({ level: 'info' })`],
    ['pino with options over several lines', `${PINO}pino({\n  level: 'info',\n})`],
    ['pino with a destination', `${PINO}pino(pino.destination(1))`],
    ['fastify', `import Fastify from 'fastify'\nFastify({ logger: true })`],
    ['fastify with options', `import Fastify from 'fastify'\nFastify({ logger: { level: 'info' } })`],
    ['winston', `import winston from 'winston'\nwinston.createLogger()`],
    [
      'winston with formats',
      `import winston from 'winston'\nwinston.createLogger({ format: winston.format.combine(winston.format.json()) })`,
    ],
    [
      'winston with one format',
      `import { createLogger, format } from 'winston'\ncreateLogger({ format: format.json() })`,
    ],
    ['bunyan', `import bunyan from 'bunyan'\nbunyan.createLogger({ name: 'a' })`],
    ['tslog', `import { Logger } from 'tslog'\nnew Logger`],
    ['pino-http', `import pinoHttp from 'pino-http'\napp.use(pinoHttp())`],
    ['nestjs-pino', `import { LoggerModule } from 'nestjs-pino'\nLoggerModule.forRoot()`],
  ])('%s is quiet after its suggestion', (_, text) => isQuiet(after(text, 'addRedaction')))

  it('a path that works', () =>
    expect(after(`${PINO}pino({ redact: ['**.password'] })`, 'usePaths')).toBe(
      `${PINO}pino({ redact: ['password', '*.password', '*.*.password'] })`,
    ))
  it('a member left out', () =>
    expect(after(`console.log({ password, id })`, 'removeMember')).toBe(`console.log({ id })`))
  it('whether it is set, as a member', () =>
    expect(after(`console.log({ password, id })`, 'sayWhetherSet')).toBe(
      `console.log({ password: Boolean(password), id })`,
    ))
  it('whether it is set, in a text', () =>
    expect(after('console.log(`key ${user.apiKey}`)', 'sayWhetherSet')).toBe(
      "console.log(`key ${user.apiKey ? 'set' : 'missing'}`)",
    ))
  it('the redacted logger', () => {
    const [report] = lintText(`console.log('x')`, { options: { loggers: [{ module: './log', name: 'log' }] } })
    expect(report?.suggestions['useLogger']).toBe(`import { log } from './log'\nlog.info('x')`)
  })
})

describe('what a redactor of the file changes', () => {
  const winston = (body: string, call: string) =>
    `import winston from 'winston'\nconst redact = winston.format((info) => { ${body} return info })\nconst log = winston.createLogger({ format: winston.format.combine(redact(), winston.format.json()) })\n${call}`
  it.each([
    ['the key that it deletes', 'delete info.password;', `log.info('x', { password })`, []],
    ['another key', 'delete info.password;', `log.info('x', { apiKey })`, ['4 missedByPath apiKey']],
    [
      'the key one level down',
      'delete info.password;',
      `log.info('x', { a: { password } })`,
      ['4 missedByPath password'],
    ],
    ['the key that it overwrites', `if (info.token) info.token = '***';`, `log.info('x', { token: accessToken })`, []],
    ['a redactor that does more', 'delete info.password; scrub(info);', `log.info('x', { apiKey })`, []],
  ])('%s', (_, body, call, reports) => expect(reportsOf(winston(body, call))).toEqual(reports))
})

describe('serializers of a logger', () => {
  const pino = (call: string) =>
    `import pino from 'pino'\nconst log = pino({ redact: ['password'], serializers: { user: (user) => ({ id: user.id }) } })\n${call}`
  it.each([
    ['under a key that is logged', `log.info({ user })`, []],
    ['under a key that is never logged', `log.info({ account })`, ['2 idleSerializer user']],
    ['where some records are out of sight', `log.info({ account })\nlog.info(record)`, []],
    ['of a logger that is handed on', `log.info({ account })\nstart(log)`, []],
    ['where only texts are logged', `log.info('started')`, []],
  ])('%s', (_, call, reports) => expect(reportsOf(pino(call))).toEqual(reports))
  it('of a child', () =>
    expect(
      reportsOf(
        `import { logger } from './log'\nconst log = logger.child({ serializers: { req: (req) => ({ url: req.url }) } })\napp.get('/', (req, res) => { log.info({ req }) })`,
      ),
    ).toEqual([]))
})

describe('plugins that log requests', () => {
  it.each([
    [
      'hapi-pino with its defaults',
      `await server.register({ plugin: HapiPino })`,
      ['2 unredacted server.register({ plugin: HapiPino })'],
    ],
    [
      'hapi-pino with a redaction',
      `await server.register({ plugin: HapiPino, options: { redact: ['req.headers.authorization'] } })`,
      [],
    ],
    ['another plugin', `await server.register({ plugin: Inert })`, []],
  ])('%s', (_, text, reports) => expect(reportsOf(`import HapiPino from 'hapi-pino'\n${text}`)).toEqual(reports))
})
