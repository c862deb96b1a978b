import { describe, expect, it } from 'vitest'
import { idleSuggestions, markedLines, reportedLines } from './lint-text.js'
import type { Options } from './options.js'

/** A program whose lines with a leak are marked; the others are their nearest silent neighbours. */
type Case = [what: string, text: string, filename?: string, options?: Options]

const sinks: readonly Case[] = [
  [
    'console.*',
    `console.log(apiKey) // leak
console.info('k', apiKey) // leak
console.warn({ apiKey }) // leak
console.error(\`k \${apiKey}\`) // leak
console.debug(apiKey) // leak
console.trace(apiKey) // leak
console.dir({ apiKey }) // leak
console.dirxml(apiKey) // leak
console.table([{ apiKey }]) // leak
console.group(apiKey) // leak
console.groupCollapsed(apiKey) // leak
console.timeLog('x', apiKey) // leak
console.assert(false, apiKey) // leak
console.assert(apiKey)
console.time('x')
console.log(apiKey.length)`,
  ],
  [
    'console of global objects',
    `globalThis.console.log(apiKey) // leak
window.console.error(apiKey) // leak
global.console.info(apiKey) // leak
window.console.error(apiKeyId)`,
  ],
  [
    "a console of one's own",
    `import { Console } from 'node:console'
const out = new Console(process.stderr)
out.log(apiKey) // leak
out.log(apiKeyId)
const other = new console.Console(process.stdout)
other.info(apiKey) // leak`,
  ],
  [
    'process.stdout.write',
    `process.stdout.write(apiKey) // leak
process.stderr.write(\`\${apiKey}\\n\`) // leak
process.stdout.write(String(apiKey.length))`,
  ],
  [
    'process.stdout by import',
    `import { stdout, stderr } from 'node:process'
import process from 'node:process'
stdout.write(apiKey) // leak
stderr.write(apiKey) // leak
process.stderr.write(apiKey) // leak
stdout.write('done')`,
  ],
  [
    'process.stdout.end/console Writable',
    `const { stdout } = process
stdout.write(apiKey) // leak
stdout.write('x')`,
  ],
  [
    'pino',
    `import pino from 'pino'
const log = pino({ redact: ['x'] })
log.info({ apiKey }) // leak
log.warn('key %s', apiKey) // leak
log.child({ apiKey }) // leak
log.setBindings({ apiKey }) // leak
log.fatal(apiKey) // leak
log.info({ apiKeyId })
log.isLevelEnabled('info')`,
  ],
  [
    'pino by require, with a transport',
    `const pino = require('pino')
const logger = pino({ redact: ['password'], transport: { target: 'pino-pretty' } })
logger.error({ err, apiKey }, 'failed') // leak
logger.error({ err, password }, 'failed')`,
  ],
  [
    'winston',
    `const winston = require('winston')
const logger = winston.createLogger({ format: winston.format.combine(redactAll(), winston.format.json()) })
logger.info('key ' + apiKey)
logger.log('info', apiKey.length)
winston.info('x', apiKey) // leak
winston.log('info', 'key', { apiKey }) // leak
winston.log({ level: 'info', message: apiKey }) // leak
winston.info('x', apiKeyId)`,
  ],
  [
    'winston containers',
    `import { loggers } from 'winston'
loggers.get('db').info(apiKey) // leak
loggers.get('db').info(apiKeyId)`,
  ],
  [
    'winston profile and defaultMeta',
    `import winston from 'winston'
const fmt = winston.format((info) => { delete info.password; return info })
const logger = winston.createLogger({ format: winston.format.combine(fmt(), winston.format.json()), defaultMeta: { apiKey } }) // leak
logger.child({ apiKey }) // leak
logger.http({ message: 'x', apiKey }) // leak
logger.silly('x')`,
  ],
  [
    'bunyan',
    `import bunyan from 'bunyan'
const log = bunyan.createLogger({ name: 'x', serializers: { req: (r) => ({ m: r.method }) } })
log.info({ apiKey }, 'x') // leak
log.child({ apiKey }) // leak
log.debug('%s', apiKey) // leak
log.info({ apiKeyId })`,
  ],
  [
    'log4js',
    `const log4js = require('log4js')
const logger = log4js.getLogger('app')
logger.info('key', apiKey) // leak
logger.addContext('key', apiKey) // leak
logger.mark(apiKey) // leak
logger.log('info', apiKey) // leak
logger.info('key', apiKeyId)
logger.level = 'debug'`,
  ],
  [
    'tslog',
    `import { Logger } from 'tslog'
const log = new Logger({ mask: { keys: ['password'] } })
log.silly(apiKey) // leak
log.info({ apiKey }) // leak
log.info({ password })
log.getSubLogger({ name: 'a' }).info(apiKey) // leak
log.fatal(new Error('x'))`,
  ],
  [
    'consola',
    `import { consola, createConsola } from 'consola'
consola.info(apiKey) // leak
consola.success('x', apiKey) // leak
consola.box(apiKey) // leak
createConsola({}).start(apiKey) // leak
consola.withTag('x').fail(apiKey) // leak
consola.prompt('key?')
consola.info(apiKeyId)`,
  ],
  [
    'loglevel',
    `const log = require('loglevel')
log.warn(apiKey) // leak
log.getLogger('a').debug(apiKey) // leak
log.setLevel('warn')
log.warn(apiKeyId)`,
  ],
  [
    'roarr',
    `import { Roarr as log, Roarr } from 'roarr'
log(apiKey) // leak
log({ apiKey }, 'x') // leak
log.child({ program: 'x' }).info({ apiKey }, 'm') // leak
Roarr.info('%s', apiKey) // leak
Roarr.info('x')`,
  ],
  [
    'signale',
    `const { Signale } = require('signale')
const signale = require('signale')
signale.success(apiKey) // leak
new Signale({ scope: 'x' }).note(apiKey) // leak
signale.scope('a').pending(apiKey) // leak
signale.time('x')
signale.success('done')`,
  ],
  [
    'LogTape',
    `import { getLogger } from '@logtape/logtape'
const log = getLogger(['a'])
log.info('k {apiKey}', { apiKey }) // leak
log.info\`k \${apiKey}\` // leak
log.with({ apiKey }).info('x') // leak
log.getChild('b').warn('x', { apiKey }) // leak
log.debug(l => l\`key \${apiKey}\`) // leak
log.info('k', () => ({ apiKey })) // leak
log.info('k', { apiKeyId })`,
  ],
  [
    'electron-log',
    `import log from 'electron-log/main'
log.info(apiKey) // leak
log.scope('x').warn(apiKey) // leak
log.initialize()
log.info(apiKeyId)`,
  ],
  [
    'npmlog',
    `const log = require('npmlog')
log.info('db', 'key %s', apiKey) // leak
log.log('info', 'db', apiKey) // leak
log.verbose('db', apiKey) // leak
log.info('db', 'up')`,
  ],
  [
    'debug',
    `const debug = require('debug')('app')
debug('key %s', apiKey) // leak
debug.extend('db')(apiKey) // leak
debug('key %s', apiKeyId)
if (debug.enabled) debug(apiKey) // leak`,
  ],
  [
    'debug by import',
    `import createDebug from 'debug'
const log = createDebug('app:http'), error = createDebug('app:error')
log('key', apiKey) // leak
error({ apiKey }) // leak
log('x')`,
  ],
  [
    'Nest Logger',
    `import { Injectable, Logger } from '@nestjs/common'
@Injectable()
export class A {
  private readonly logger = new Logger(A.name)
  m(apiKey: string) {
    this.logger.log(apiKey) // leak
    this.logger.error('x', apiKey) // leak
    this.logger.verbose({ apiKey }) // leak
    Logger.warn(apiKey) // leak
    this.logger.log('x')
  }
}`,
  ],
  [
    'Nest own logger',
    `import { ConsoleLogger, LoggerService } from '@nestjs/common'
class MyLogger extends ConsoleLogger { }
class B { constructor(private readonly out: LoggerService, private readonly mine: MyLogger) {}
  m(apiKey: string) {
    this.out.log(apiKey) // leak
    this.mine.warn(apiKey) // leak
    this.out.log('x')
  } }`,
  ],
  [
    'Fastify request logger',
    `import Fastify from 'fastify'
const app = Fastify({ logger: { redact: ['x'] } })
app.get('/', async (request, reply) => {
  request.log.info({ apiKey }) // leak
  reply.log.warn(apiKey) // leak
  app.log.error(apiKey) // leak
  request.log.info({ apiKeyId })
})
app.register(async (instance) => { instance.log.info(apiKey) }) // leak`,
  ],
  [
    'Fastify plugins',
    `import fp from 'fastify-plugin'
import type { FastifyInstance } from 'fastify'
export default fp(async (fastify: FastifyInstance) => {
  fastify.log.info({ apiKey }) // leak
  fastify.log.info('ready')
  fastify.addHook('onRequest', async (req) => { req.log.info({ apiKey }) }) // leak
})`,
  ],
  [
    'Hono request logger',
    `import { Hono } from 'hono'
import { pinoLogger } from 'hono-pino'
const app = new Hono()
app.get('/', (c) => {
  c.var.logger.info({ apiKey }) // leak
  c.get('logger').info(apiKey) // leak
  const { logger } = c.var
  logger.info(apiKey) // leak
  c.var.logger.info({ apiKeyId })
})`,
  ],
  [
    'hono/logger own print function',
    `import { logger } from 'hono/logger'
export const customLogger = (message: string, ...rest: string[]) => { console.log(message, ...rest) }
customLogger('key', apiKey) // leak
customLogger('key', apiKeyId)`,
  ],
  [
    'Koa request logger',
    `import Koa from 'koa'
const app = new Koa()
app.use(async (ctx, next) => {
  ctx.log.info({ apiKey }) // leak
  ctx.log.info({ apiKeyId })
  ctx.logger.error(apiKey) // leak
})`,
  ],
  [
    'Hapi request logger',
    `import Hapi from '@hapi/hapi'
const server = Hapi.server({ port: 1 })
server.log(['db'], { apiKey }) // leak
server.log(['db'], 'up')
server.route({ method: 'GET', path: '/', handler: (request, h) => {
  request.log(['x'], apiKey) // leak
  request.log('x', { apiKeyId })
  request.logger.info({ apiKey }) // leak
  return 'x'
} })`,
  ],
  [
    'Next request logger',
    `import { withAxiom, AxiomRequest, useLogger } from 'next-axiom'
export const GET = withAxiom(async (req: AxiomRequest) => {
  req.log.info('x', { apiKey }) // leak
  req.log.info('x', { apiKeyId })
  const l = req.log.with({ scope: 'user' })
  l.debug('x', { apiKey }) // leak
})
function C() { const log = useLogger(); log.debug('x', { apiKey }) } // leak`,
  ],
  [
    'Express request logger',
    `import express from 'express'
const app = express()
app.get('/', (req, res) => {
  req.log.info({ apiKey }) // leak
  res.log.info(apiKey) // leak
  req.log.info({ apiKeyId })
})`,
  ],
  [
    'AWS Powertools Logger',
    `import { Logger } from '@aws-lambda-powertools/logger'
const logger = new Logger({ serviceName: 'x' })
logger.info('x', { apiKey }) // leak
logger.critical(apiKey) // leak
logger.appendKeys({ apiKey }) // leak
logger.appendPersistentKeys({ apiKey }) // leak
logger.createChild().error('x', { apiKey }) // leak
logger.addContext(context)
logger.info('x', { apiKeyId })
const other = new Logger({ persistentKeys: { apiKey } }) // leak`,
  ],
  [
    'AWS Powertools logEventIfEnabled',
    `import { Logger } from '@aws-lambda-powertools/logger'
const logger = new Logger()
export const handler = async (event, context) => {
  logger.logEventIfEnabled(event) // leak
  logger.addContext(context)
}`,
  ],
  [
    'AWS Powertools Tracer',
    `import { Tracer } from '@aws-lambda-powertools/tracer'
const tracer = new Tracer({ serviceName: 'x' })
tracer.putAnnotation('key', apiKey) // leak
tracer.putMetadata('req', { apiKey }) // leak
tracer.putAnnotation('key', apiKeyId)
tracer.addResponseAsMetadata({ apiKey }, 'h') // leak
tracer.getSegment().addAnnotation('k', apiKey) // leak
tracer.annotateColdStart()`,
  ],
  [
    'AWS Powertools Metrics',
    `import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics'
const metrics = new Metrics({ namespace: 'x' })
metrics.addMetadata('key', apiKey) // leak
metrics.addDimension('key', apiKey) // leak
metrics.addMetadata('key', apiKeyId)
metrics.addMetric('logins', MetricUnit.Count, 1)`,
  ],
  [
    'AWS X-Ray',
    `const AWSXRay = require('aws-xray-sdk-core')
const segment = AWSXRay.getSegment()
const sub = segment.addNewSubsegment('x')
sub.addMetadata('k', { apiKey }) // leak
sub.addAnnotation('k', apiKey) // leak
sub.addAnnotation('k', apiKeyId)
AWSXRay.captureFunc('x', (subsegment) => { subsegment.addAnnotation('k', apiKey) }) // leak`,
  ],
  [
    'Google Cloud Logging',
    `const { Logging } = require('@google-cloud/logging')
const logging = new Logging({ projectId })
const log = logging.log('app')
const entry = log.entry({ resource }, { apiKey }) // leak
await log.write(entry)
await log.write(log.entry({}, 'up'))
log.info(log.entry(apiKey)) // leak
`,
  ],
  [
    'Google Cloud Error Reporting',
    `const { ErrorReporting } = require('@google-cloud/error-reporting')
const errors = new ErrorReporting()
errors.report(\`failed with \${apiKey}\`) // leak
errors.report('failed')`,
  ],
  [
    'Google Cloud winston/bunyan',
    `import winston from 'winston'
import { LoggingWinston } from '@google-cloud/logging-winston'
const f = winston.format((i) => { delete i.password; return i })
const logger = winston.createLogger({ format: f(), transports: [new LoggingWinston()] })
logger.info('x', { apiKey }) // leak
logger.info('x', { password })`,
  ],
  [
    'firebase-functions',
    `import * as functions from 'firebase-functions'
import { logger } from 'firebase-functions/v2'
import { log, error } from 'firebase-functions/logger'
functions.logger.info('x', { apiKey }) // leak
logger.warn(apiKey) // leak
log(apiKey) // leak
error('x', { apiKey }) // leak
logger.warn('x')`,
  ],
  [
    'Azure logger',
    `import { createClientLogger, AzureLogger } from '@azure/logger'
const logger = createClientLogger('x')
logger.info(apiKey) // leak
logger.warning('x', { apiKey }) // leak
logger.info('x')`,
  ],
  [
    'Azure functions',
    `import { app, InvocationContext, HttpRequest } from '@azure/functions'
app.http('x', { handler: async (request, context) => {
  context.log(apiKey) // leak
  context.error('x', apiKey) // leak
  context.log('x', apiKeyId)
} })
export async function h(request: HttpRequest, context: InvocationContext) {
  context.log(\`key \${apiKey}\`) // leak
  context.trace('x')
}`,
  ],
  [
    'a job of a queue',
    `import { Worker } from 'bullmq'
new Worker('sync', async (job) => {
  await job.log(\`with \${apiKey}\`) // leak
  await job.log(\`item \${job.id}\`)
})`,
  ],
  [
    'Azure functions v3',
    `module.exports = async function (context, req) {
  context.log('key', apiKey) // leak
  context.log.error(apiKey) // leak
  context.log('HTTP trigger')
}`,
  ],
  [
    'morgan tokens',
    `const morgan = require('morgan')
morgan.token('auth', (req) => req.headers.authorization) // leak
morgan.token('id', (req) => req.id)
morgan(':method :req[authorization]') // leak
morgan(':method :req[cookie] :status') // leak
morgan(':method :res[set-cookie]') // leak
morgan(':method :req[accept]')
app.use(morgan((tokens, req, res) => [tokens.method(req, res), req.headers.cookie].join(' '))) // leak
app.use(morgan((tokens, req, res) => [tokens.method(req, res), tokens.status(req, res)].join(' ')))
app.use(morgan((tokens, req, res) => tokens.req(req, res, 'authorization'))) // leak
morgan.format('x', ':method :req[Authorization]') // leak`,
  ],
  [
    'express-winston',
    `const expressWinston = require('express-winston')
app.use(expressWinston.logger({ transports })) // leak
app.use(expressWinston.logger({ transports, headerBlacklist: ['authorization', 'cookie'] }))
app.use(expressWinston.errorLogger({ transports })) // leak
app.use(expressWinston.logger({ transports, requestWhitelist: ['url', 'body'] })) // leak
expressWinston.requestWhitelist.push('body') // leak
expressWinston.requestWhitelist.push('url')`,
  ],
  [
    'pino-http',
    `const pinoHttp = require('pino-http')
app.use(pinoHttp()) // leak
app.use(pinoHttp({ redact: ['req.headers.authorization', 'req.headers.cookie'] }))
app.use(pinoHttp({ logger, customProps: (req, res) => ({ auth: req.headers.authorization }) })) // leak
app.use(pinoHttp({ logger, customProps: (req, res) => ({ id: req.id }) }))`,
  ],
  [
    'pino-http req.log',
    `import pinoHttp from 'pino-http'
const httpLogger = pinoHttp({ redact: ['req.headers.authorization'] })
http.createServer((req, res) => {
  httpLogger(req, res)
  req.log.info({ apiKey }) // leak
  req.log.info('x')
})
httpLogger.logger.info({ apiKey }) // leak`,
  ],
  [
    'Sentry',
    `import * as Sentry from '@sentry/node'
Sentry.captureException(new Error('x'), { extra: { apiKey } }) // leak
Sentry.captureMessage(\`k \${apiKey}\`) // leak
Sentry.setContext('x', { apiKey }) // leak
Sentry.setUser({ id, token: accessToken }) // leak
Sentry.setExtra('k', apiKey) // leak
Sentry.setExtras({ apiKey }) // leak
Sentry.setTag('k', apiKey) // leak
Sentry.setTags({ apiKey }) // leak
Sentry.addBreadcrumb({ message: \`k \${apiKey}\` }) // leak
Sentry.addBreadcrumb({ category: 'auth', data: { apiKey } }) // leak
Sentry.captureEvent({ message: 'x', extra: { apiKey } }) // leak
Sentry.init({ dsn, sendDefaultPii: true }) // leak
Sentry.init({ dsn, sendDefaultPii: false })
Sentry.setUser({ id })
Sentry.captureException(err)
Sentry.getCurrentScope().setExtra('k', apiKey) // leak
Sentry.withScope((scope) => { scope.setContext('c', { apiKey }) }) // leak
Sentry.configureScope((s) => s.setUser({ password })) // leak
Sentry.logger.info('x', { apiKey }) // leak
Sentry.startSpan({ name: 'x', attributes: { apiKey } }, () => {}) // leak
Sentry.startSpan({ name: 'x' }, (span) => { span.setAttribute('k', apiKey) }) // leak
Sentry.metrics.count('x', 1, { attributes: { apiKey } }) // leak
Sentry.startSpan({ name: 'x', attributes: { apiKeyId } }, () => {})`,
  ],
  [
    'Bugsnag',
    `import Bugsnag from '@bugsnag/js'
Bugsnag.notify(new Error('x'), (event) => { event.addMetadata('a', { apiKey }) }) // leak
Bugsnag.leaveBreadcrumb('x', { apiKey }) // leak
Bugsnag.addMetadata('a', 'k', apiKey) // leak
Bugsnag.setUser(id, undefined, password) // leak
Bugsnag.start({ apiKey: process.env.BUGSNAG_API_KEY })
Bugsnag.start({ apiKey, onError: (event) => { event.setUser('1', password) } }) // leak
Bugsnag.leaveBreadcrumb('x')`,
  ],
  [
    'Rollbar',
    `const Rollbar = require('rollbar')
const rollbar = new Rollbar({ accessToken: process.env.ROLLBAR_TOKEN })
rollbar.error('x', { apiKey }) // leak
rollbar.log(\`k \${apiKey}\`) // leak
rollbar.critical(err, { custom: { apiKey } }) // leak
rollbar.error('x', err)`,
  ],
  [
    'Honeybadger',
    `import Honeybadger from '@honeybadger-io/js'
Honeybadger.configure({ apiKey: process.env.HONEYBADGER_API_KEY })
Honeybadger.notify(err, { context: { apiKey } }) // leak
Honeybadger.setContext({ apiKey }) // leak
Honeybadger.addBreadcrumb('x', { metadata: { apiKey } }) // leak
Honeybadger.notify(err)`,
  ],
  [
    'Airbrake',
    `const { Notifier } = require('@airbrake/node')
const airbrake = new Notifier({ projectId: 1, projectKey: process.env.AIRBRAKE_KEY })
airbrake.notify({ error: err, params: { apiKey } }) // leak
airbrake.notify(err)
`,
  ],
  [
    'Datadog browser',
    `import { datadogRum } from '@datadog/browser-rum'
import { datadogLogs } from '@datadog/browser-logs'
datadogRum.setUser({ id, password }) // leak
datadogRum.addAction('x', { apiKey }) // leak
datadogRum.addError(err, { apiKey }) // leak
datadogRum.setGlobalContextProperty('k', apiKey) // leak
datadogLogs.logger.info('x', { apiKey }) // leak
datadogLogs.logger.setContext({ apiKey }) // leak
datadogRum.init({ applicationId, clientToken, site })
datadogRum.addAction('x', { apiKeyId })
window.DD_LOGS.logger.info('x', { apiKey }) // leak`,
  ],
  [
    'Datadog APM',
    `const tracer = require('dd-trace').init()
const span = tracer.startSpan('x', { tags: { apiKey } }) // leak
span.setTag('k', apiKey) // leak
span.addTags({ apiKey }) // leak
tracer.scope().active().setTag('k', apiKey) // leak
tracer.trace('x', (s) => { s.setTag('k', apiKey) }) // leak
tracer.trace('x', { tags: { apiKey } }, () => {}) // leak
tracer.setUser({ id, password }) // leak
span.setTag('k', apiKeyId)
span.finish()`,
  ],
  [
    'New Relic',
    `const newrelic = require('newrelic')
newrelic.addCustomAttribute('k', apiKey) // leak
newrelic.addCustomAttributes({ apiKey }) // leak
newrelic.noticeError(err, { apiKey }) // leak
newrelic.recordCustomEvent('X', { apiKey }) // leak
newrelic.recordLogEvent({ message: apiKey }) // leak
newrelic.setTransactionName('x')
newrelic.addCustomAttribute('k', apiKeyId)`,
  ],
  [
    'OpenTelemetry',
    `import { trace, SpanStatusCode } from '@opentelemetry/api'
const tracer = trace.getTracer('x')
tracer.startActiveSpan('x', (span) => {
  span.setAttribute('k', apiKey) // leak
  span.setAttributes({ k: apiKey }) // leak
  span.addEvent('x', { apiKey }) // leak
  span.recordException(\`k \${apiKey}\`) // leak
  span.setStatus({ code: SpanStatusCode.ERROR, message: \`k \${apiKey}\` }) // leak
  span.setAttribute('k', apiKeyId)
  span.updateName(\`get \${apiKey}\`) // leak
  span.end()
})
trace.getActiveSpan()?.setAttribute('k', apiKey) // leak
const s = tracer.startSpan('x', { attributes: { apiKey } }) // leak
s.setAttribute('k', apiKey) // leak`,
  ],
  [
    'OpenTelemetry logs',
    `import { logs, SeverityNumber } from '@opentelemetry/api-logs'
const logger = logs.getLogger('x')
logger.emit({ severityNumber: SeverityNumber.INFO, body: \`k \${apiKey}\` }) // leak
logger.emit({ body: 'x', attributes: { apiKey } }) // leak
logger.emit({ body: 'x', attributes: { apiKeyId } })
import { LoggerProvider } from '@opentelemetry/sdk-logs'
const provider = new LoggerProvider()
provider.getLogger('a').emit({ body: apiKey }) // leak
emitter.emit('body', apiKey)`,
  ],
  [
    'OpenTelemetry baggage and propagation',
    `import { propagation, context } from '@opentelemetry/api'
propagation.createBaggage({ id: { value: id } })`,
  ],
  [
    'Segment',
    `import { Analytics } from '@segment/analytics-node'
const analytics = new Analytics({ writeKey: process.env.SEGMENT_WRITE_KEY })
analytics.track({ userId, event: 'x', properties: { apiKey } }) // leak
analytics.identify({ userId, traits: { password } }) // leak
analytics.track({ userId, event: 'x' })`,
  ],
  [
    'Segment in a page',
    `window.analytics.track('x', { apiKey }) // leak
analytics.identify(id, { password }) // leak
analytics.page('home')`,
  ],
  [
    'PostHog',
    `import { PostHog } from 'posthog-node'
import posthog from 'posthog-js'
import { usePostHog } from 'posthog-js/react'
const client = new PostHog(process.env.POSTHOG_KEY)
client.capture({ distinctId, event: 'x', properties: { apiKey } }) // leak
posthog.capture('x', { apiKey }) // leak
posthog.identify(id, { password }) // leak
posthog.people.set({ password }) // leak
posthog.init(apiKey)
posthog.capture('x', { apiKeyId })
function C() { const ph = usePostHog(); ph.capture('x', { apiKey }) } // leak`,
  ],
  [
    'Mixpanel',
    `const Mixpanel = require('mixpanel')
const mp = Mixpanel.init(process.env.MIXPANEL_TOKEN)
mp.track('x', { apiKey }) // leak
mp.people.set(id, { password }) // leak
mp.track('x', { apiKeyId })`,
  ],
  [
    'Amplitude',
    `import * as amplitude from '@amplitude/analytics-browser'
amplitude.init(apiKey)
amplitude.track('x', { apiKey }) // leak
amplitude.logEvent('x', { apiKey }) // leak
const identify = new amplitude.Identify()
identify.set('k', apiKey) // leak
amplitude.track('x')`,
  ],
  [
    'Google Analytics',
    `import ReactGA from 'react-ga4'
ReactGA.event({ category: 'x', label: apiKey }) // leak
gtag('event', 'x', { apiKey }) // leak
window.dataLayer.push({ event: 'x', apiKey }) // leak
dataLayer.push({ event: 'x', apiKeyId })
ReactGA.event({ category: 'x', label: 'y' })
ga('send', 'event', 'x', apiKey) // leak`,
  ],
  [
    'exception text',
    `function f(password) {
  if (a) throw new Error(\`bad password \${password}\`) // leak
  if (b) throw new TypeError('bad ' + password) // leak
  if (c) return Promise.reject(new Error(\`bad \${password}\`)) // leak
  throw new Error(\`bad password of \${password.length} characters\`)
}`,
  ],
  [
    'files that are logs',
    `import fs, { promises, createWriteStream } from 'node:fs'
import { appendFile } from 'node:fs/promises'
fs.appendFile('x.log', apiKey, () => {}) // leak
fs.appendFileSync('./logs/app.log', \`\${apiKey}\\n\`) // leak
await appendFile('app.log', apiKey) // leak
await promises.appendFile('app.log', apiKey) // leak
fs.writeFileSync('/var/log/x.log', apiKey) // leak
const out = createWriteStream('app.log', { flags: 'a' })
out.write(apiKey) // leak
out.end(\`\${apiKey}\`) // leak
const data = fs.createWriteStream('data.bin')
data.write(apiKey)
fs.writeFileSync('.env', apiKey)
const LOG_FILE = path.join(__dirname, 'audit.log')
fs.appendFileSync(LOG_FILE, apiKey) // leak`,
  ],
  [
    'files that are logs, by a class',
    `import fs from 'fs'
class FileLog {
  constructor() { this.stream = fs.createWriteStream('logs/app.log') }
  put(m) { this.stream.write(m) }
  m() { this.stream.write(apiKey) } // leak
}
const l = new FileLog()
l.put(apiKey) // leak
l.put('x')`,
  ],
  [
    'own logger by type',
    `import type { Logger } from 'pino'
import type { Logger as W } from 'winston'
function f(out: Logger, other: W, x: Thing) {
  out.info({ apiKey }) // leak
  other.info(apiKey) // leak
  x.info(apiKey)
}`,
  ],
  [
    'own logger by shape',
    `const sink = { info: (m) => send(m), warn: (m) => send(m), error: (m) => send(m) }
sink.info(apiKey) // leak
const page = { open: (m) => send(m), close: (m) => send(m) }
page.open(apiKey)`,
  ],
  [
    'own logger created from a known logger',
    `import pino from 'pino'
const base = pino({ redact: ['x'] })
const wrapped = { event: (m, d) => base.info(d, m) }
wrapped.event('x', { apiKey }) // leak
wrapped.event('x', { id })
export const audit = { info: base.info.bind(base), warn: base.warn.bind(base) }
audit.info({ apiKey }) // leak
`,
  ],
  [
    'own logger by name',
    `import { logger } from './logger'
import log from '../log'
import * as Log from './log'
logger.info(apiKey) // leak
log.debug('x', { apiKey }) // leak
this.logger.error(apiKey) // leak
ctx.logger.warn({ apiKey }) // leak
req.app.locals.logger.info(apiKey) // leak
deps.auditLogger.info(apiKey) // leak
catalog.info(apiKey)
logger.setLevel(apiKey)`,
  ],
  [
    'own logger, passed in',
    `function f({ log, db }) { log.info(apiKey) } // leak
class S { constructor({ logger }) { this.logger = logger } m() { this.logger.warn(apiKey) } } // leak
function g(logger) { logger.log(apiKey) } // leak
function h(shop) { shop.info(apiKey) }`,
  ],
  [
    'others: Raygun, LogRocket, AppInsights, Elastic',
    `import raygun from 'raygun'
import LogRocket from 'logrocket'
import appInsights from 'applicationinsights'
import apm from 'elastic-apm-node'
const rg = new raygun.Client().init({ apiKey: process.env.RAYGUN })
rg.send(err, { apiKey }) // leak
LogRocket.identify(id, { password }) // leak
LogRocket.track('x')
appInsights.defaultClient.trackEvent({ name: 'x', properties: { apiKey } }) // leak
appInsights.defaultClient.trackTrace({ message: apiKey }) // leak
apm.setCustomContext({ apiKey }) // leak
apm.setLabel('k', apiKeyId)`,
  ],
  [
    'util.debuglog',
    `import { debuglog } from 'node:util'
import util from 'util'
const log = debuglog('app')
log('key %s', apiKey) // leak
log('up')
const d = util.debuglog('x')
d(apiKey) // leak
const e = util.debug('x')
e(apiKey) // leak`,
  ],
  [
    'log via Effect',
    `import { Effect, Console } from 'effect'
Effect.log(apiKey) // leak
Console.log(apiKey) // leak
Effect.log('x')`,
  ],
]

describe.each([['each sink', sinks]] as const)('%s', (_, cases) => {
  it.each(cases)('%s', (__, text, filename = 'src/app.tsx', options = {}) => {
    expect(reportedLines(text, { filename, options })).toEqual(markedLines(text))
    expect(idleSuggestions(text, { filename, options })).toEqual([])
  })
})
