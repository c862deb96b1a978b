import type { LoggerSnippet } from './logger-snippets.js'

/** A program by its lines, and the lines that doing what the report says changes. */
interface SentProgram {
  row: string
  lines: readonly string[]
  fixed: Readonly<Record<number, string>>
}

const programs: readonly SentProgram[] = [
  {
    row: 'bugsnag',
    lines: [
      "import Bugsnag from '@bugsnag/js'",
      "Bugsnag.start({ apiKey: 'a'.repeat(32), logger: null, autoTrackSessions: false })",
      "Bugsnag.addMetadata('db', { db: password })",
      "Bugsnag.notify(new Error('x'))",
      'await new Promise((later) => setTimeout(later, 300))',
    ],
    fixed: { 2: "Bugsnag.addMetadata('db', { db: password.length })" },
  },
  {
    row: 'bugsnag-event',
    lines: [
      "import Bugsnag from '@bugsnag/js'",
      "Bugsnag.start({ apiKey: 'a'.repeat(32), logger: null, autoTrackSessions: false })",
      "Bugsnag.notify(new Error('x'), (event) => event.addMetadata('db', { db: password }))",
      'await new Promise((later) => setTimeout(later, 300))',
    ],
    fixed: { 2: "Bugsnag.notify(new Error('x'), (event) => event.addMetadata('db', { db: password.length }))" },
  },
  {
    row: 'rollbar',
    lines: [
      "import Rollbar from 'rollbar'",
      "const rollbar = new Rollbar({ accessToken: 'a'.repeat(32), captureUncaught: false })",
      "rollbar.error('connecting', { credential: password })",
      'await new Promise((later) => rollbar.wait(later))',
    ],
    fixed: { 2: "rollbar.error('connecting', { credential: password.length })" },
  },
  {
    row: 'honeybadger',
    lines: [
      "import Honeybadger from '@honeybadger-io/js'",
      "Honeybadger.configure({ apiKey: 'x', reportData: true })",
      "await Honeybadger.notifyAsync('connecting', { context: { db: password } })",
    ],
    fixed: { 2: "await Honeybadger.notifyAsync('connecting', { context: { db: password.length } })" },
  },
  {
    row: 'airbrake',
    lines: [
      "import { Notifier } from '@airbrake/node'",
      "const airbrake = new Notifier({ projectId: 1, projectKey: 'x', environment: 'production', remoteConfig: false, performanceStats: false })",
      "await airbrake.notify({ error: new Error('x'), params: { db: password } })",
    ],
    fixed: { 2: "await airbrake.notify({ error: new Error('x'), params: { db: password.length } })" },
  },
  {
    row: 'raygun',
    lines: [
      "import raygun from 'raygun'",
      "const client = new raygun.Client().init({ apiKey: 'x' })",
      "await client.send(new Error('x'), { customData: { db: password } })",
    ],
    fixed: { 2: "await client.send(new Error('x'), { customData: { db: password.length } })" },
  },
  {
    row: 'application-insights',
    lines: [
      "import appInsights from 'applicationinsights'",
      "const client = new appInsights.TelemetryClient('InstrumentationKey=00000000-0000-0000-0000-000000000000')",
      "client.trackEvent({ name: 'connect', properties: { db: password } })",
      'await client.flush()',
      'await new Promise((later) => setTimeout(later, 500))',
    ],
    fixed: { 2: "client.trackEvent({ name: 'connect', properties: { db: password.length } })" },
  },
  {
    row: 'datadog-apm',
    lines: [
      "import tracer from 'dd-trace'",
      'tracer.init({ startupLogs: false, flushInterval: 0, runtimeMetrics: false, remoteConfig: { enabled: false }, telemetry: { enabled: false } })',
      "const span = tracer.startSpan('connect')",
      "span.setTag('db', password)",
      'span.finish()',
      'await new Promise((later) => setTimeout(later, 500))',
    ],
    fixed: { 3: "span.setTag('db', password.length)" },
  },
  {
    row: 'hot-shots',
    lines: [
      "import StatsD from 'hot-shots'",
      "import dgram from 'node:dgram'",
      "const agent = dgram.createSocket('udp4').on('message', show)",
      "await new Promise((ready) => agent.bind(0, '127.0.0.1', ready))",
      "const client = new StatsD({ host: '127.0.0.1', port: agent.address().port })",
      "client.event('connect', 'connected', {}, { db: password })",
      'await new Promise((later) => setTimeout(later, 300))',
      'client.close()',
      'agent.close()',
    ],
    fixed: { 5: "client.event('connect', 'connected', {}, { db: String(password.length) })" },
  },
  {
    row: 'datadog-span',
    lines: [
      "import tracer from 'dd-trace'",
      'tracer.init({ startupLogs: false, flushInterval: 0, runtimeMetrics: false, remoteConfig: { enabled: false }, telemetry: { enabled: false } })',
      "tracer.trace('connect', (s) => s.setTag('db', password))",
      'await new Promise((later) => setTimeout(later, 500))',
    ],
    fixed: { 2: "tracer.trace('connect', (s) => s.setTag('db', password.length))" },
  },
  {
    row: 'elastic-apm',
    lines: [
      "import apm from 'elastic-apm-node'",
      "apm.start({ serviceName: 'api', serverUrl: receiver, centralConfig: false, cloudProvider: 'none', metricsInterval: '0s', logLevel: 'off', apiRequestTime: '100ms' })",
      "apm.captureError(new Error('x'), { custom: { db: password } })",
      'await new Promise((later) => setTimeout(later, 500))',
      'await apm.flush()',
      'await new Promise((later) => setTimeout(later, 300))',
      'process.exit()',
    ],
    fixed: { 2: "apm.captureError(new Error('x'), { custom: { db: password.length } })" },
  },
  {
    row: 'newrelic',
    lines: [
      "import fs from 'node:fs'",
      '// Without a collector the agent prints what it would send.',
      'const write = fs.writeSync',
      'fs.writeSync = (to, text, ...rest) => {',
      '  const payload = /"([A-Za-z0-9+/=]{100,})"/.exec(text)',
      "  if (payload) show(Buffer.from(payload[1], 'base64'))",
      '  return write(to, text, ...rest)',
      '}',
      'syncBuiltinESMExports()',
      "Object.assign(process.env, { NEW_RELIC_SERVERLESS_MODE_ENABLED: 'true', NEW_RELIC_NO_CONFIG_FILE: 'true', NEW_RELIC_LOG_ENABLED: 'false', NEW_RELIC_APP_NAME: 'api' })",
      "const { default: newrelic } = await import('newrelic')",
      "const handler = newrelic.setLambdaHandler(async () => newrelic.recordCustomEvent('Connect', { db: password }))",
      "await handler({}, { functionName: 'f', invokedFunctionArn: 'arn:aws:lambda:us-east-1:1:function:f' })",
      'await new Promise((later) => setTimeout(later, 300))',
    ],
    fixed: {
      11: "const handler = newrelic.setLambdaHandler(async () => newrelic.recordCustomEvent('Connect', { db: password.length }))",
    },
  },
  {
    row: 'vercel-analytics',
    lines: [
      "import { track } from '@vercel/analytics/server'",
      "Object.assign(process.env, { VERCEL_URL: 'app.example', NODE_ENV: 'production' })",
      "await track('connect', { db: password }, { request: new Request('https://app.example/') })",
    ],
    fixed: { 2: "await track('connect', { db: password.length }, { request: new Request('https://app.example/') })" },
  },
  {
    row: 'google-error-reporting',
    lines: [
      "import { ErrorReporting } from '@google-cloud/error-reporting'",
      "const errors = new ErrorReporting({ projectId: 'p', key: 'k', reportMode: 'always', logLevel: 0 })",
      'await new Promise((later) => errors.report(`connecting with ${password}`, undefined, undefined, later))',
    ],
    fixed: {
      2: 'await new Promise((later) => errors.report(`connecting with ${password.length} characters`, undefined, undefined, later))',
    },
  },
  {
    row: 'powertools-tracer',
    lines: [
      "import dgram from 'node:dgram'",
      "const agent = dgram.createSocket('udp4').on('message', show)",
      "await new Promise((ready) => agent.bind(0, '127.0.0.1', ready))",
      "Object.assign(process.env, { AWS_XRAY_DAEMON_ADDRESS: '127.0.0.1:' + agent.address().port, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs' })",
      "const { Tracer } = await import('@aws-lambda-powertools/tracer')",
      "const { default: xray } = await import('aws-xray-sdk-core')",
      "const tracer = new Tracer({ serviceName: 'api' })",
      "const root = new xray.Segment('api')",
      'xray.getNamespace().run(() => {',
      "  const part = root.addNewSubsegment('connect')",
      '  tracer.setSegment(part)',
      "  tracer.putMetadata('db', password)",
      '  part.close()',
      '  root.close()',
      '})',
      'await new Promise((later) => setTimeout(later, 300))',
      'agent.close()',
      'process.exit()',
    ],
    fixed: { 11: "  tracer.putMetadata('db', password.length)" },
  },
  {
    row: 'aws-xray',
    lines: [
      "import dgram from 'node:dgram'",
      "const agent = dgram.createSocket('udp4').on('message', show)",
      "await new Promise((ready) => agent.bind(0, '127.0.0.1', ready))",
      "process.env.AWS_XRAY_DAEMON_ADDRESS = '127.0.0.1:' + agent.address().port",
      "const { default: xray } = await import('aws-xray-sdk-core')",
      "const root = new xray.Segment('api')",
      "root.addAnnotation('db', password)",
      'root.close()',
      'await new Promise((later) => setTimeout(later, 300))',
      'agent.close()',
      'process.exit()',
    ],
    fixed: { 6: "root.addAnnotation('db', password.length)" },
  },
  {
    row: 'segment',
    lines: [
      "import { Analytics } from '@segment/analytics-node'",
      "const analytics = new Analytics({ writeKey: 'x', flushAt: 1 })",
      "analytics.track({ userId: 'u', event: 'connect', properties: { db: password } })",
      'await analytics.closeAndFlush()',
    ],
    fixed: { 2: "analytics.track({ userId: 'u', event: 'connect', properties: { db: password.length } })" },
  },
  {
    row: 'posthog',
    lines: [
      "import { PostHog } from 'posthog-node'",
      "const posthog = new PostHog('x')",
      "posthog.capture({ distinctId: 'u', event: 'connect', properties: { db: password } })",
      'await posthog.shutdown()',
    ],
    fixed: { 2: "posthog.capture({ distinctId: 'u', event: 'connect', properties: { db: password.length } })" },
  },
  {
    row: 'mixpanel',
    lines: [
      "import Mixpanel from 'mixpanel'",
      "const mixpanel = Mixpanel.init('x')",
      "mixpanel.track('connect', { db: password })",
      'await new Promise((later) => setTimeout(later, 200))',
    ],
    fixed: { 2: "mixpanel.track('connect', { db: password.length })" },
  },
  {
    row: 'amplitude',
    lines: [
      "import * as amplitude from '@amplitude/analytics-node'",
      "await amplitude.init('x').promise",
      "amplitude.track('connect', { db: password }, { user_id: 'someone' })",
      'await amplitude.flush().promise',
    ],
    fixed: { 2: "amplitude.track('connect', { db: password.length }, { user_id: 'someone' })" },
  },
  {
    row: 'google-analytics',
    lines: [
      "import ua from 'universal-analytics'",
      "const visitor = ua('UA-1-1')",
      "visitor.event('db', 'connect', password).send()",
      'await new Promise((later) => setTimeout(later, 300))',
    ],
    fixed: { 2: "visitor.event('db', 'connect', password.length).send()" },
  },
  {
    row: 'sentry-scope',
    lines: [
      "import * as Sentry from '@sentry/node'",
      "Sentry.init({ dsn: 'http://public@127.0.0.1:1/1' })",
      "Sentry.withScope((scope) => { scope.setExtra('db', password); Sentry.captureMessage('connecting') })",
      'await Sentry.flush(500)',
    ],
    fixed: {
      2: "Sentry.withScope((scope) => { scope.setExtra('db', password.length); Sentry.captureMessage('connecting') })",
    },
  },
  {
    row: 'sentry-span',
    lines: [
      "import * as Sentry from '@sentry/node'",
      "Sentry.init({ dsn: 'http://public@127.0.0.1:1/1', tracesSampleRate: 1 })",
      "Sentry.startSpan({ name: 'connect', attributes: { db: password } }, () => {})",
      'await Sentry.flush(500)',
    ],
    fixed: { 2: "Sentry.startSpan({ name: 'connect', attributes: { db: password.length } }, () => {})" },
  },
  {
    row: 'sentry-logs',
    lines: [
      "import * as Sentry from '@sentry/node'",
      "Sentry.init({ dsn: 'http://public@127.0.0.1:1/1', enableLogs: true })",
      "Sentry.logger.info('connecting', { db: password })",
      'await Sentry.flush(500)',
    ],
    fixed: { 2: "Sentry.logger.info('connecting', { db: password.length })" },
  },
  {
    row: 'logtail',
    lines: [
      "import { Logtail } from '@logtail/node'",
      "const logtail = new Logtail('x')",
      "logtail.info('connecting', { db: password })",
      'await logtail.flush()',
    ],
    fixed: { 2: "logtail.info('connecting', { db: password.length })" },
  },
]

/** Programs that send the value of `DB_PASSWORD` to a service, and the same programs that send only its length. */
export const sentSnippets: readonly LoggerSnippet[] = programs.map(({ row, lines, fixed }) => ({
  row,
  leaky: lines.join('\n'),
  fixed: lines.map((line, at) => fixed[at] ?? line).join('\n'),
}))

/** Rows whose packages don't run on plain Node, and why. */
export const notOnPlainNode: Readonly<Record<string, string>> = {
  logrocket: 'records the screen of a browser',
  fullstory: 'records the screen of a browser',
  highlight: 'records the screen of a browser',
  'datadog-browser': 'needs a browser',
  'newrelic-interaction': 'a part of the agent for browsers',
  gtag: 'a script of a web page',
  'firebase-analytics': 'sends from a browser or a phone',
  'firebase-crashlytics': 'a part of programs for phones',
  'next-axiom': 'is loaded by Next only: it imports `next/navigation`',
}
