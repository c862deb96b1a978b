import { describe, expect, it } from 'vitest'
import { lintFiles } from '../../test/lint-files.js'
import { reportsOf } from './lint-text.js'
import type { Options } from './options.js'
import { requireRedactedLogger } from './rule.js'

/** What is reported with the recommended options, and what with `strict`. */
type Case = [what: string, text: string, recommended: string[], strict: string[]]

const strict: Options = { strict: true }

const settled: Case[] = [
  ['the address of a webhook', `console.log(webhookUrl)`, [], ['1 logged webhookUrl']],
  ['the address of a callback', `console.log(config.callbackUrl)`, [], []],
  ['the URL of a request', `console.log(req.url)`, [], ['1 loggedWhole req.url']],
  ['its query', `console.log(req.query)`, [], ['1 loggedWhole req.query']],
  [
    'an address with a user and a password in it',
    'console.log(`https://ci:${password}@host/hook`)',
    ['1 logged password'],
    ['1 logged password'],
  ],
  [
    'the error of decrypting a secret',
    `try { decrypt(secret) } catch (error) { console.error(error.message) }`,
    [],
    [],
  ],
  [
    'a logger whose callers sanitize',
    `import pino from 'pino'\nconst log = pino()\nlog.info(redact(user))`,
    ['2 unredacted pino()'],
    ['2 unredacted pino()'],
  ],
  ['a masked value', `console.log(maskToken(apiKey))`, [], []],
  ['up to eight characters', `console.log(apiKey.slice(0, 8))`, [], []],
  ['more than eight characters', `console.log(apiKey.slice(0, 9))`, ['1 logged apiKey'], ['1 logged apiKey']],
  ['a public key', `console.log(publicKey, keyPair.publicKey)`, [], []],
  [
    'a configuration from a call that is not in sight',
    `const config = loadConfig()\nconsole.log(config)`,
    [],
    ['2 loggedWhole config'],
  ],
  [
    'secrets from a call that is not in sight',
    `const secrets = loadAll()\nconsole.log(secrets)`,
    ['2 logged secrets'],
    ['2 logged secrets'],
  ],
  [
    'credentials from a call that is not in sight',
    `const credentials = loadAll()\nconsole.log(credentials)`,
    ['2 logged credentials'],
    ['2 logged credentials'],
  ],
]

const silent: Case[] = [
  ['things about a secret', `console.log(passwordLength, tokenExpiry, apiKeyId, secretName, hasPassword)`, [], []],
  ['a flag by its literal', `const password = true\nconsole.log(password)`, [], []],
  ['a number by its literal', `const secret = 42\nconsole.log(secret)`, [], []],
  ['a flag by its type', `function f(password: boolean) { console.log(password) }`, [], []],
  ['a number by its type', `function f(token: number) { console.log(token) }`, [], []],
  ['a function', `const getPassword = () => ask()\nconsole.log(getPassword)`, [], []],
  ['a member of an enum', `enum Kind { Password = 'password-1' }\nconsole.log(Kind.Password)`, [], []],
  ['the tokens that a model used', 'console.log(usage.prompt_tokens, `${completionTokens} of ${maxTokens}`)', [], []],
  ['the names of variables', `console.log('Set OPENAI_API_KEY first')\nconsole.log(Object.keys(process.env))`, [], []],
  ['texts of a user interface', `console.log(passwordLabel, 'Enter your password', t('password.hint'))`, [], []],
  ['what only sounds like it', `console.log(resetPasswordChallenge, changePasswordChallenge)`, [], []],
]

describe('settled cases', () => {
  it.each(settled)('%s', (_, text, recommended, all) => {
    expect(reportsOf(text)).toEqual(recommended)
    expect(reportsOf(text, { options: strict })).toEqual(all)
  })
})

describe('stays silent on', () => {
  it.each(silent)('%s', (_, text, recommended, all) => {
    expect(reportsOf(text)).toEqual(recommended)
    expect(reportsOf(text, { options: strict })).toEqual(all)
  })

  it('test files, unless asked', () => {
    const filename = 'src/sign-in.test.ts'
    expect(reportsOf('console.log(password)', { filename })).toEqual([])
    expect(reportsOf('console.log(password)', { filename, options: { testFiles: true } })).toEqual([
      '1 logged password',
    ])
  })

  it('code for development only when told so', () => {
    const text = `if (process.env.NODE_ENV !== 'production') console.log(password)`
    expect(reportsOf(text)).toEqual(['1 logged password'])
    expect(reportsOf(text, { options: { developmentGuards: true } })).toEqual([])
  })

  it('a key that a command prints for its user', () => {
    const text = `#!/usr/bin/env node\nconst apiKey = createApiKey()\nconsole.log('Your API key:', apiKey)`
    expect(reportsOf(text)).toEqual([])
    expect(reportsOf(text, { options: strict })).toEqual(['3 logged apiKey'])
    expect(reportsOf(text.slice(text.indexOf('\n') + 1))).toEqual(['2 logged apiKey'])
  })
})

describe('across files, with types', () => {
  const reports = (files: Record<string, string>, options?: Options) => lintFiles(requireRedactedLogger, files, options)
  const ENV = 'declare const process: { env: Record<string, string> }\n'

  it('a helper of another file that returns a secret', () => {
    const other = `${ENV}export const read = (name: string) => process.env[name]`
    expect(
      reports({ 'env.ts': other, 'app.ts': `import { read } from './env'\nconst v = read('API_KEY')\nconsole.log(v)` }),
    ).toEqual(['3 logged'])
    expect(
      reports({ 'env.ts': other, 'app.ts': `import { read } from './env'\nconst v = read('REGION')\nconsole.log(v)` }),
    ).toEqual([])
  })

  it('a member of an object of another file', () => {
    const other = `${ENV}export const config = { host: 'h', auth: process.env.API_KEY }`
    expect(
      reports({ 'config.ts': other, 'app.ts': `import { config } from './config'\nconsole.log(config.auth)` }),
    ).toEqual(['2 logged'])
    expect(
      reports({ 'config.ts': other, 'app.ts': `import { config } from './config'\nconsole.log(config.host)` }),
    ).toEqual([])
  })

  it('a class of another file', () => {
    const other = `${ENV}export class Client { readonly header = 'Bearer ' + process.env.API_KEY\n readonly region = 'eu' }`
    expect(
      reports({ 'client.ts': other, 'app.ts': `import { Client } from './client'\nconsole.log(new Client().header)` }),
    ).toEqual(['2 logged'])
    expect(
      reports({ 'client.ts': other, 'app.ts': `import { Client } from './client'\nconsole.log(new Client().region)` }),
    ).toEqual([])
  })

  it('a destructured export of another file', () => {
    const other = `${ENV}const all = { key: process.env.API_KEY, port: '1' }\nexport const { key, port } = all`
    expect(reports({ 'all.ts': other, 'app.ts': `import { key } from './all'\nconsole.log(key)` })).toEqual([
      '2 logged',
    ])
    expect(reports({ 'all.ts': other, 'app.ts': `import { port } from './all'\nconsole.log(port)` })).toEqual([])
  })

  it('a logger that a factory of another file makes', () => {
    const made = `import pino from 'pino'\nexport const makeLogger = (name: string) => pino({ name, redact: ['password'] })`
    const app = (record: string) =>
      `import { makeLogger } from './logger'\nconst log = makeLogger('a')\nlog.info(${record})`
    expect(reports({ 'logger.ts': made, 'app.ts': app('{ password }') })).toEqual([])
    expect(reports({ 'logger.ts': made, 'app.ts': app('{ user: { password } }') })).toEqual(['3 missedByPath'])
  })

  it('a child of a logger of another file', () => {
    const made = `import pino from 'pino'\nexport const logger = pino({ redact: ['password'] })`
    const app = `import { logger } from './logger'\nconst log = logger.child({ part: 'a' })\n`
    expect(reports({ 'logger.ts': made, 'app.ts': `${app}log.info({ password })` })).toEqual([])
    expect(reports({ 'logger.ts': made, 'app.ts': `${app}log.info({ apiKey })` })).toEqual(['3 missedByPath'])
  })
})

describe('one report for a logger, where it is made', () => {
  it('whatever is done with it', () =>
    expect(
      reportsOf(
        `import pino from 'pino'\nconst log = pino()\nexport const child = log.child({ part: 'a' })\nlog.info('x')\nchild.info('y')\nexport default log`,
      ),
    ).toEqual(['2 unredacted pino()']))

  it('in a factory, however often it is called', () =>
    expect(
      reportsOf(
        `import pino from 'pino'\nconst make = (name) => pino({ name })\nexport const a = make('a')\nexport const b = make('b')`,
      ),
    ).toEqual(['2 unredacted pino({ name })']))

  it('none for a child of one that redacts', () =>
    expect(
      reportsOf(
        `import pino from 'pino'\nconst log = pino({ redact: ['password'] })\nexport const child = log.child({ part: 'a' })`,
      ),
    ).toEqual([]))

  it('none where another file makes it, unless the project vouches for it', () => {
    const text = `import { makeLogger } from './logger'\nconst log = makeLogger()\nlog.info({ password })`
    expect(reportsOf(text)).toEqual(['3 logged password'])
    expect(reportsOf(text, { settings: { redactedLoggers: ['log'] } })).toEqual([])
  })
})
