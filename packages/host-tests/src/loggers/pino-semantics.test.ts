import { describe, expect, it } from 'vitest'
import pino from 'pino'

const SECRET = 'this is the value'

/** What pino prints when a program logs with a logger of these options. */
function printed(options: pino.LoggerOptions, log: (logger: pino.Logger) => void): string {
  let output = ''
  log(pino(options, { write: (line: string) => void (output += line) }))
  expect(output).toContain('"level":')
  return output
}

function failure(): Error {
  return Object.assign(new Error('refused'), { config: { headers: { Authorization: SECRET } } })
}

type Case = [what: string, options: pino.LoggerOptions, log: (logger: pino.Logger) => void]

/** What the rule's page says of pino beside its paths: each claim that a value is taken out, and that one is not. */
const redacted: Case[] = [
  ['an object after %o', { redact: ['password'] }, (log) => log.info('in %o', { password: SECRET })],
  ['an object after %j', { redact: ['password'] }, (log) => log.info('in %j', { password: SECRET })],
  ['an object after %O', { redact: ['password'] }, (log) => log.info('in %O', { password: SECRET })],
  [
    'a key that is removed, whatever censor says',
    { redact: { paths: ['password'], remove: true, censor: (value: unknown) => value } },
    (log) => log.info({ password: SECRET }),
  ],
  [
    'a path below nestedKey, without it',
    { nestedKey: 'payload', redact: ['password'] },
    (log) => log.info({ password: SECRET }),
  ],
  [
    'the request in an error that is logged first',
    { redact: ['err.config.headers.Authorization'] },
    (log) => log.error(failure()),
  ],
  [
    'the request in an error under err',
    { redact: ['err.config.headers.Authorization'] },
    (log) => log.error({ err: failure() }),
  ],
  [
    'a key that a child redacts',
    { redact: ['token'] },
    (log) => log.child({}, { redact: ['password'] }).info({ password: SECRET }),
  ],
  ['a key of a child', { redact: ['password'] }, (log) => log.child({ part: 'db' }).info({ password: SECRET })],
  ['a binding', { redact: ['password'] }, (log) => log.child({ password: SECRET }).info('x')],
  [
    'what a serializer leaves under a path',
    { redact: ['user.password'], serializers: { user: (user: object) => ({ ...user, seen: true }) } },
    (log) => log.info({ user: { password: SECRET } }),
  ],
  [
    'a member that a serializer leaves out',
    { serializers: { user: () => ({ id: 1 }) } },
    (log) => log.info({ user: { password: SECRET } }),
  ],
  [
    'what a formatter changes',
    { formatters: { log: (record) => ({ ...record, password: '***' }) } },
    (log) => log.info({ password: SECRET }),
  ],
]

const kept: Case[] = [
  ['the text of a message', { redact: ['password'] }, (log) => log.info({ password: 'x' }, `in ${SECRET}`)],
  ['a value after %s', { redact: ['password'] }, (log) => log.info('password %s', SECRET)],
  ['a value that is JSON already', { redact: ['password'] }, (log) => log.info(JSON.stringify({ password: SECRET }))],
  ["an error's message", { redact: ['password'] }, (log) => log.error(new Error(`bad ${SECRET}`))],
  [
    'what toJSON returns',
    { redact: ['user.password'] },
    (log) => log.info({ user: { toJSON: () => ({ password: SECRET }) } }),
  ],
  [
    'a path that repeats nestedKey',
    { nestedKey: 'payload', redact: ['payload.password'] },
    (log) => log.info({ password: SECRET }),
  ],
  [
    'the request in an error under another key',
    { redact: ['err.config.headers.Authorization'], serializers: { error: pino.stdSerializers.err } },
    (log) => log.error({ error: failure() }),
  ],
  [
    "a key of the parent's redaction, where a child has one of its own",
    { redact: ['password'] },
    (log) => log.child({}, { redact: ['token'] }).info({ password: SECRET }),
  ],
  ['a nested binding', { redact: ['password'] }, (log) => log.child({ db: { password: SECRET } }).info('x')],
  [
    'a censor that returns the value',
    { redact: { paths: ['password'], censor: (value: unknown) => value } },
    (log) => log.info({ password: SECRET }),
  ],
  ['anything, without paths', { redact: [] }, (log) => log.info({ password: SECRET })],
  [
    'a member beside a serializer of another key',
    { serializers: { account: () => ({ id: 1 }) } },
    (log) => log.info({ user: { password: SECRET } }),
  ],
]

describe('what pino takes out', () => {
  it.each(redacted)('%s', (_, options, log) => expect(printed(options, log)).not.toContain(SECRET))
})

describe('what pino leaves in', () => {
  it.each(kept)('%s', (_, options, log) => expect(printed(options, log)).toContain(SECRET))
})
