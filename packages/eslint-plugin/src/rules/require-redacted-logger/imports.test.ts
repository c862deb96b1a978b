import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { reportsOf, reportsOfProject } from './lint-text.js'

type Case = [behaviour: string, files: Record<string, string>, reports: string[]]

const REDACTED = `import pino from 'pino'\nexport const logger = pino({ redact: ['password', '*.password'] })`

const loggers: Case[] = [
  [
    'a logger, by the paths that it redacts',
    {
      'logger.ts': REDACTED,
      'app.ts': `import { logger } from './logger'\nlogger.info({ password })\nlogger.info({ user: { password } })\nlogger.info({ a: { user: { password } } })\nlogger.info({ apiKey })`,
    },
    ['4 missedByPath password', '5 missedByPath apiKey'],
  ],
  [
    'a value in its text',
    {
      'logger.ts': REDACTED,
      'app.ts': `import { logger } from './logger'\nlogger.info(\`signed in with \${password}\`)`,
    },
    ['2 missedInText password'],
  ],
  [
    'one that redacts nothing',
    {
      'logger.ts': `import pino from 'pino'\nexport default pino()`,
      'app.ts': `import logger from './logger'\nlogger.info({ password })`,
    },
    ['2 logged password'],
  ],
  [
    'one that a barrel hands on, and its child',
    {
      'lib/logger.ts': REDACTED,
      'lib/index.ts': `export * from './logger'`,
      'app.ts': `import { logger as log } from './lib'\nconst child = log.child({ module: 'app' })\nchild.info({ password })\nchild.info({ apiKey })`,
    },
    ['4 missedByPath apiKey'],
  ],
  [
    'one that a function of another file makes',
    {
      'logger.ts': `${REDACTED}\nexport function forModule(name: string) { return logger.child({ name }) }`,
      'app.ts': `import { forModule } from './logger'\nconst audit = forModule('audit')\naudit.info({ password })\naudit.info({ apiKey })`,
    },
    ['4 missedByPath apiKey'],
  ],
  [
    'one of CommonJS, under another name',
    {
      'audit.js': `const winston = require('winston')\nconst redact = winston.format((info) => { delete info.password; return info })\nmodule.exports = winston.createLogger({ format: winston.format.combine(redact(), winston.format.json()) })`,
      'app.ts': `const audit = require('./audit')\naudit.info('x', { password })\naudit.info('x', { apiKey })`,
    },
    ['3 missedByPath apiKey'],
  ],
  [
    "one of the project's own, which redacts",
    {
      'logger.js': `const redact = require('./redact')\nclass Logger { info(text, data) { console.log(text, redact(data)) } }\nexports.logger = void 0\nexports.logger = new Logger()`,
      'app.ts': `import { logger } from './logger'\nlogger.info('x', { password })`,
    },
    [],
  ],
  [
    "one of the project's own, which does not",
    {
      'logger.js': `class Logger { info(text, data) { console.log(text, data) } }\nmodule.exports = { logger: new Logger() }`,
      'app.ts': `import { logger } from './logger'\nlogger.info('x', { password })`,
    },
    ['2 logged password'],
  ],
  [
    'an object that is no logger',
    {
      'form.ts': `export const form = { error(text: string, data: unknown) { return [text, data] } }`,
      'app.ts': `import { form } from './form'\nform.error('x', { password })`,
    },
    [],
  ],
]

const settings: Case[] = [
  [
    'an object of settings, its members and itself',
    {
      'config.ts': `export const config = { port: 1, db: { host: 'x', value: process.env.DB_PASSWORD }, log: { level: 'info' } }\nexport default config`,
      'app.ts': `import config from './config'\nconsole.log(config)\nconsole.log(config.db.value)\nconsole.log(config.port, config.db.host, config.log)`,
    },
    ['2 logged config', '3 logged config.db.value'],
  ],
  [
    'a module of settings',
    {
      'config.js': `module.exports = { port: process.env.PORT, jwt: { secret: process.env.JWT_SECRET, expires: '1d' } }`,
      'app.ts': `const { jwt, port } = require('./config')\nconsole.log(jwt)\nconsole.log(jwt.expires, port)`,
    },
    ['2 logged jwt'],
  ],
  [
    'what a schema has parsed',
    {
      'env.ts': `import { z } from 'zod'\nexport const env = z.object({ PORT: z.string(), API_KEY: z.string() }).parse(process.env)`,
      'app.ts': `import { env } from './env'\nconsole.log(env)\nconsole.log(env.PORT)`,
    },
    ['2 loggedWhole env'],
  ],
  [
    'a constant by a name that says nothing',
    {
      'constants.ts': `export const FIRST = process.env.DB_PASSWORD\nexport const SECOND = process.env.PORT`,
      'app.ts': `import * as all from './constants'\nconsole.log(all.FIRST)\nconsole.log(all.SECOND)`,
    },
    ['2 logged all.FIRST'],
  ],
]

describe('require-redacted-logger: what is imported, without types', () => {
  const folder = mkdtempSync(join(tmpdir(), 'palisade-imports-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const check = (behaviour: string, files: Record<string, string>, reports: string[]) =>
    expect(reportsOfProject(join(folder, behaviour.replaceAll(/\W+/gu, '-')), files)).toEqual(reports)

  it.each(loggers)('asks %s', check)
  it.each(settings)('follows %s', check)
})

describe('require-redacted-logger: a member that is written under an unknown key', () => {
  const env = `const env = { MODE: process.env.MODE, KEY: process.env.GEMINI_API_KEY }\n`

  it('is not taken for another one', () => {
    expect(
      reportsOf(`${env}for (const [key, value] of Object.entries({ ...env })) env[key] = value\nconsole.log(env.MODE)`),
    ).toEqual([])
  })

  it('counts where any member is logged', () => {
    expect(reportsOf(`const kept = {}\nfor (const id of ids) kept[id] = password\nconsole.log(kept)`)).toEqual([
      '3 logged kept',
    ])
  })
})
