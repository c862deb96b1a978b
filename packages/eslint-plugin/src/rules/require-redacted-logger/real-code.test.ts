import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { reportsOf } from './lint-text.js'

type Case = [behaviour: string, text: string, reports: string[]]

const sinks: Case[] = [
  [
    'a default import, as compilers write it',
    `const log_1 = require('./log')\nconst logger_2 = require('./logger')\nlog_1.default.info(password)\nlogger_2.warn(password)\n;(0, log_1.logError)(password)`,
    ['3 logged password', '4 logged password', '5 logged password'],
  ],
  ['a default import of something else', `const store_1 = require('./store')\nstore_1.default.info(password)`, []],
  [
    'a debug method of whatever',
    `parent.debug('mqtt', 'bad password ' + password)\nparent.debug(password)`,
    ['1 logged password'],
  ],
  [
    'a log method of the program',
    `class A extends Base { m() { this.log('key is ' + this.apiKey); this.logError(this.apiKey); this.log(this.apiKey) } }`,
    ['1 logged this.apiKey', '1 logged this.apiKey'],
  ],
  ['a method of the file', `class A { debug(text) { send(text) } m() { this.debug('key ' + this.apiKey) } }`, []],
  [
    'a field that hands on to a logger, and one that does not',
    `class A { constructor(log) { this.log = function (...texts) { log.info(...texts) }; this.debug = function (text) { put(text) } }\nm() { this.log('key ' + this.apiKey) }\nn() { this.debug('key ' + this.apiKey) } }`,
    ['2 logged this.apiKey'],
  ],
  [
    'a function that makes a logger, and one that logs',
    `import { logger } from './logger'\nconst log = logger(password)\nlogger(password).info('x')\nlogger(password)`,
    ['4 logged password'],
  ],
  ['what a command prints', 'class A extends Command { run() { this.log(`Token: ${this.apiKey}`) } }', []],
]

const labels: Case[] = [
  ['a query', 'logger.info(`calling ${base}?api_key=${this.key}`)', ['1 logged this.key']],
  ['a query on the way', "const url = base + '?access_token=' + value\nlogger.info(url)", ['2 logged url']],
  ['a header', 'logger.info(`Authorization: Bearer ${value}`)', ['1 logged value']],
  ['an option of a command', 'logger.info(`dump --password=${value} ${file}`)', ['1 logged value']],
  ['a text before a value', "console.log('password:', value)", ['1 logged value']],
  ['what is said about it', "logger.info('password=' + isSet + ' token_type=' + value)", []],
  ['a masked one', 'logger.info(`password=${mask(value)} api_key=${value ? "set" : "none"}`)', []],
  ['another label', "logger.info(`user=${value} id: ${value}`); console.log('user', value)", []],
  ['an exception', 'throw new Error(`no such thing: password=${value}`)', []],
]

const names: Case[] = [
  ['an OAuth answer is no grammar', `post({ token_type: 'bearer' })\nlogger.debug('get', token)`, ['2 logged token']],
  [
    'a token in an object that is about one',
    `const tokenInfo = { access_token: a, expires: b }\nconsole.log(tokenInfo)`,
    ['2 logged tokenInfo'],
  ],
  ['an object that is about one', `const tokenInfo = { user: a, expires: b }\nconsole.log(tokenInfo)`, []],
  ['a member of an enumeration', `import { Property } from './types'\nlogger.debug('set', Property.LockPasscode)`, []],
  [
    'a member of a configuration',
    `import { AppConfig } from './config'\nlogger.debug('set', AppConfig.JwtSecret)`,
    ['2 logged AppConfig.JwtSecret'],
  ],
  [
    'a message among constants',
    `import * as errors from './errors'\nthrow new AuthError(errors.JWT_INVALID_TOKEN)`,
    [],
  ],
  [
    'the name of what is stored',
    `const Item = { TOKEN: 'APP_REFRESH_TOKEN' }\nlogger.info('deleted ' + Item.TOKEN)`,
    [],
  ],
  [
    'the number of an event',
    `const defs_1 = require('./defs')\nlogger.warning({ id: defs_1.LogId.checkCredentials })`,
    [],
  ],
  ['the key of a service', "logger.warn(`service '${serviceKey}' not found`)", []],
  ['the key of a client', "logger.warn(`signing with '${serviceKey}'`)", ['1 logged serviceKey']],
  [
    'a shortened one',
    'const shorten = (v) => (v.length > 12 ? v.slice(0, 4) : v)\nlogger.debug(shorten(session.access_token))',
    [],
  ],
  ["a request's session", `logger.debug('created session: %s', ctx.sessionId)`, ['1 logged ctx.sessionId']],
  [
    'headers of a request that failed',
    `axios.get(u).catch((error) => log.error(JSON.stringify(error.request._headers)))`,
    ['1 loggedWhole error.request._headers'],
  ],
  ['a key of a table', 'const authKey = `${fn}-${method}`\nlogger.debug(`scheme ${authKey}`)', []],
  [
    'a key that is made',
    'const apiKey = `sk_${random()}${random()}`\nlogger.debug(`made ${apiKey}`)',
    ['2 logged apiKey'],
  ],
  ['the names in a loop', `for (const cookie in jar) logger.debug('cookie', cookie)`, []],
  ['the items of a loop', `for (const cookie of cookies) logger.debug('cookie', cookie)`, ['1 logged cookie']],
  ['the path of a key', `const cert = readFileSync(sslKey)\nlogger.info('key', sslKey)`, []],
  ['the pinned version of a protocol', `// pinned to a version\nthrow new TypeError('not a version: ' + mode.pin)`, []],
  ['an object without a text', `logger.debug('key is', cryptoKey)`, []],
  ["a device's own data", `log(message.directive.endpoint.cookie)\nlogger.info(message.directive.endpoint.cookie)`, []],
  [
    'a record under the name of all',
    `const credentials = {}\ncredentials[host] = entry.username\nlogger.info(credentials)`,
    [],
  ],
  [
    'a record that holds one',
    `const credentials = { user, password }\nlogger.info(credentials)`,
    ['2 logged credentials'],
  ],
]

const flows: Case[] = [
  [
    'the last characters',
    'logger.debug(`key …${apiKey.substring(apiKey.length - 4)} ${apiKey.slice(apiKey.length - 5, apiKey.length - 1)}`)',
    [],
  ],
  ['most characters', 'logger.debug(`key …${apiKey.substring(apiKey.length - 24)}`)', ['1 logged apiKey']],
  [
    'a new value behind a check',
    `let token = options.token\nif (!token) { token = await fetchToken(); logger.debug({ token }) }`,
    ['2 logged token'],
  ],
  ['no value behind a check', `let token = options.token\nif (!token) { logger.debug({ token }) }`, []],
  [
    'no value behind a check of a helper',
    'function say(value) { if (value == null) logger.debug(`got ${value}`) }\nsay(password)',
    [],
  ],
  [
    'one of several, whose names are computed',
    `const env = {}\nfor (const name of ['app_password', 'region']) env[name] = process.env[name]\nconsole.log(env.region)`,
    [],
  ],
  [
    'one of several that is masked',
    `const env = {}\nfor (const name of ['app_password', 'region']) env[name] = process.env[name]\nconsole.log({ ...env, app_password: 'xxx' })`,
    [],
  ],
  [
    'one variable of the environment among items',
    `import { LEVEL } from './names'\nwarn(['level ' + process.env[LEVEL]])\nfunction warn(texts) { texts.forEach((text) => console.error(text)) }`,
    [],
  ],
  ['a handler of errors', `export async function handler(error) { console.log(error) }`, []],
  ['a handler of events', `export async function handler(event) { console.log(event) }`, ['1 loggedWhole event']],
]

const strict: Case[] = [
  [
    'the number of a session of mail',
    `// speaks SMTP\nconnection.login(auth)\nlog.info('id=%s', delivery.sessionId)`,
    [],
  ],
  ['the session of a login', `await api.login(user)\nlog.info('id=%s', api.sessionId)`, ['2 logged api.sessionId']],
  ["a bridge's address", `if (!isMacAddress(bridge.username)) log.warn('bad name: ' + bridge.username)`, []],
  ["a person's name", `log.warn('unknown: ' + account.username)`, ['1 logged account.username']],
  [
    'what a request says in a text, where no framework is in sight',
    'const url = req.url\nlog.info(`get ${url} ${req.query}`)\nlog.info(`from ${socket.request.ip}`)',
    ['2 loggedWhole url', '3 loggedWhole socket.request.ip'],
  ],
  [
    'the messages of a chat',
    `call({ role: 'user' })\nlog.info(JSON.stringify(pastMessages[0]))`,
    ['2 logged pastMessages[0]'],
  ],
  ['the parts of a full name', `for (const part of Object.values(service.fullName)) log.info(part)`, []],
]

describe('what calls a log in code of others', () => {
  it.each(sinks)('%s', (_, text, reports) => expect(reportsOf(text)).toEqual(reports))
})

describe('what a text calls a value', () => {
  it.each(labels)('%s', (_, text, reports) => expect(reportsOf(text)).toEqual(reports))
})

describe('names in code of others', () => {
  it.each(names)('%s', (_, text, reports) => expect(reportsOf(text)).toEqual(reports))
})

describe('strict in code of others', () => {
  it.each(strict)('%s', (_, text, reports) => expect(reportsOf(text, { options: { strict: true } })).toEqual(reports))
})

describe('flows in code of others', () => {
  it.each(flows)('%s', (_, text, reports) => expect(reportsOf(text)).toEqual(reports))
})

describe('a function of another file that is called like one that logs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'palisade-log-functions-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  writeFileSync(
    join(folder, 'log.ts'),
    [
      'export function logRequest(req) { logger.info(`${req.method} ${req.headers.host}`) }',
      'export function logMessage(req) { logger.info(req) }',
      'export function logEvent(req) { logger.info(req.headers) }',
      'export function logError(text, e) { logger.info(`${text}: ${e instanceof Error ? e.message : String(e)}`) }',
      'export function logWarning(text, e) { if (e) logger.info(text, e) }',
    ].join('\n'),
  )

  it.each([
    ['that writes members', 'logRequest', []],
    ['that writes it whole', 'logMessage', ['2 loggedWhole req']],
    ['that writes a confidential member', 'logEvent', ['2 loggedWhole req']],
  ])('%s', (_, name, reports) => {
    const text = `import { ${name} } from './log'\napp.get('/', (req, res) => { ${name}(req) })`
    expect(reportsOf(text, { filename: join(folder, 'app.ts') })).toEqual(reports)
  })

  it.each([
    ['that writes the message of an error', 'logError', []],
    ['that writes a whole error', 'logWarning', ['4 loggedWhole error']],
  ])('%s', (_, name, reports) => {
    const text = [
      `import axios from 'axios'`,
      `import { ${name} } from './log'`,
      'try { await axios.get(url, { headers: { Authorization: `Bearer ${key}` } }) } catch (error) {',
      `  ${name}('failed', error)`,
      '}',
    ].join('\n')
    expect(reportsOf(text, { filename: join(folder, 'app.ts') })).toEqual(reports)
  })
})
