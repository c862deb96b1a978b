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
  'datadog-browser': 'needs a browser',
  gtag: 'a script of a web page',
  'firebase-analytics': 'sends from a browser or a phone',
  'firebase-crashlytics': 'a part of programs for phones',
  'vercel-analytics': 'sends from a browser, or from a deployment on Vercel',
  newrelic: 'sends only after the collector has accepted a licence',
  'next-axiom': "needs Next's server",
}
