import { sampleToken, seededRandom, tokenFormats } from '@palisade/analysis'
import { describe, expect, it } from 'vitest'
import { reportsOf } from './lint-text.js'

type Case = [behaviour: string, text: string, reports: string[]]

const USER = 'interface User { id: string; apiKey: string }\n'
const SCHEMA =
  "import { z } from 'zod'\nconst Login = z.object({ user: z.string(), password: z.string(), nick: z.string().meta({ sensitive: true }) })\n"

const sinks: Case[] = [
  ['a method under a name of its own', `const { log } = console\nlog(apiKey)`, ['2 logged apiKey']],
  ['a method renamed', `const { error: fail } = logger\nfail({ apiKey })`, ['2 logged apiKey']],
  ['a method of something else', `const { log } = Math\nlog(apiKey)`, []],
  [
    'a token beside a word of another trade',
    `connect('https://acme.io', (answer) => console.log(typeof x === 'symbol', answer.token))`,
    ['1 logged answer.token'],
  ],
  ['a bound method', `const say = console.log.bind(console)\nsay(apiKey)`, ['2 logged apiKey']],
  ['apply', `console.log.apply(console, [apiKey])`, ['1 logged apiKey']],
  ['call', `console.log.call(console, 'key', apiKey)`, ['1 logged apiKey']],
  ['a promise that is handed on', `getAccessToken().then(console.log)`, ['1 logged getAccessToken()']],
  ['items that are handed on', `secrets.forEach(console.log)`, ['1 logged secrets']],
  ['a promise of something else', `getUsers().then(console.log)`, []],
  ['a method of a window', `window.gtag('event', 'x', { apiKey })`, ['1 logged apiKey']],
  ['a warning of the process', 'process.emitWarning(`weak ${password}`)', ['1 logged password']],
  ['a text that is thrown', 'throw `bad ${password}`', ['1 inException password']],
  ['a text about a name that is thrown', 'throw `bad ${username}`', []],
  [
    'a logger that the file makes',
    `class Audit { info(m) { stdout.put(m) } warn(m) { stdout.put(m) } }\nconst audit = new Audit()\naudit.info(apiKey)`,
    ['3 logged apiKey'],
  ],
  [
    'an object with levels',
    `const out = { debug: (m) => send(m), info: (m) => send(m) }\nout.info(apiKey)`,
    ['2 logged apiKey'],
  ],
  [
    'a logger of the file that redacts',
    `class Audit { info(m) { send(redact(m)) } warn(m) { send(redact(m)) } }\nconst audit = new Audit()\naudit.info(apiKey)`,
    [],
  ],
  [
    'an object with one such method',
    `class Page { info(key) { return this.texts[key] } }\nnew Page().info(apiKey)`,
    [],
  ],
  [
    'a scope that a callback is given',
    `import * as Sentry from '@sentry/node'\nSentry.withScope((s) => { s.setExtra('k', apiKey) })`,
    ['2 logged apiKey'],
  ],
  [
    'a span that a callback is given',
    `import { trace } from '@opentelemetry/api'\ntrace.getTracer('a').startActiveSpan('x', (s) => s.setAttribute('k', apiKey))`,
    ['2 logged apiKey'],
  ],
  ['another callback', `page.withElement((s) => s.setAttribute('k', apiKey))`, []],
  ['a child of the default', `import consola from 'consola'\nconsola.withTag('db').info(apiKey)`, ['2 logged apiKey']],
]

const flows: Case[] = [
  [
    'entries',
    `for (const [name, value] of Object.entries(process.env)) console.log(name + '=' + value)`,
    ['1 loggedWhole value'],
  ],
  [
    'entries of a literal',
    `const all = Object.entries({ apiKey: read(), region: 'eu' })\nfor (const [k, v] of all) console.log(k, v)`,
    ['2 logged v'],
  ],
  [
    'a parameter of a URL',
    `const url = new URL(base)\nurl.searchParams.set('api_key', apiKey)\nconsole.log(url.toString())`,
    ['3 logged url'],
  ],
  ['names of entries', `for (const [name] of Object.entries(process.env)) console.log(name)`, []],
  [
    'a loop over keys',
    `Object.keys(process.env).forEach((k) => console.log(k, process.env[k]))`,
    ['1 loggedWhole process.env[k]'],
  ],
  ['keys', `Object.keys(process.env).forEach((k) => console.log(k))`, []],
  ['arguments', `function f(user, password) { console.log(arguments) }`, ['1 loggedWhole arguments']],
  ['one of the arguments', `function f(user, password) { console.log(arguments[1]) }`, ['1 loggedWhole arguments[1]']],
  ['another of the arguments', `function f(user, password) { console.log(arguments[0]) }`, []],
  ['several items pushed at once', `const a = []\na.push('x', apiKey)\nconsole.log(a.join(' '))`, ['3 logged a']],
  [
    'a member that rest takes away',
    `const o = { user: u, password: x() }\nconst { password: _, ...rest } = o\nconsole.log(rest)`,
    [],
  ],
  [
    'a member that rest leaves',
    `const o = { user: u, password: x() }\nconst { user, ...rest } = o\nconsole.log(rest)`,
    ['3 logged rest'],
  ],
  ['a member that is overridden', `const o = { user: u, password: x() }\nconsole.log({ ...o, password: '***' })`, []],
  ['credentials without their secret', `console.log({ ...creds, password: undefined })`, []],
  ['credentials with another name', `console.log({ ...creds, region: 'eu' })`, ['1 logged creds']],
  [
    'a computed name with a fixed end',
    'console.log(process.env[`${name}_API_KEY`])',
    ['1 logged process.env[`${name}_API_KEY`]'],
  ],
  [
    'a name that says little and a value that says more',
    `import { tokenizer } from 'x'\nconst token = req.headers.authorization\nconsole.log(token)`,
    ['3 logged token'],
  ],
  ['a part of a token', `const claims = JSON.parse(atob(idToken.split('.')[1]))\nconsole.log(claims.sub)`, []],
  [
    'what a pattern finds',
    `console.log(/Bearer (.*)/.exec(req.headers.authorization)[1])`,
    ['1 logged req.headers.authorization'],
  ],
]

const sources: Case[] = [
  [
    'a parameter that Nest reads from a header',
    `class A { m(@Headers('authorization') value: string) { this.logger.log(value) } }`,
    ['1 logged value'],
  ],
  ['another header', `class A { m(@Headers('accept') value: string) { this.logger.log(value) } }`, []],
  ['a session cookie', `app.get('/', (req, res) => { console.log(req.cookies.sid) })`, ['1 logged req.cookies.sid']],
  ['another cookie', `app.get('/', (req, res) => { console.log(req.cookies.theme) })`, []],
  [
    'a cookie by its name',
    `console.log(request.cookies.get('session')?.value)`,
    ["1 logged request.cookies.get('session')?.value"],
  ],
  [
    'all cookies of Next',
    `import { cookies } from 'next/headers'\nasync function f() { console.log((await cookies()).getAll()) }`,
    ['2 loggedWhole (await cookies()).getAll()'],
  ],
  [
    'an answer of axios',
    `import axios from 'axios'\nasync function f() { const r = await axios.get(u)\nconsole.log(r.config.headers) }`,
    ['3 loggedWhole r.config.headers'],
  ],
  [
    'the data of an answer',
    `import axios from 'axios'\nasync function f() { const r = await axios.get(u)\nconsole.log(r.data) }`,
    [],
  ],
  [
    'an error of axios after a promise',
    `import axios from 'axios'\naxios.get(u, { headers: { Authorization: x } }).catch((error) => { logger.error('failed', error) })`,
    ['2 loggedWhole error'],
  ],
  [
    'an error of got',
    `import got from 'got'\nasync function f() { try { await got(u, { headers: { authorization: x } }) } catch (e) { logger.error(e) } }`,
    ['2 loggedWhole e'],
  ],
  [
    'an error of a request without a credential',
    `import axios from 'axios'\naxios.get(u).catch((error) => { logger.error('failed', error) })`,
    [],
  ],
  [
    'an error of other work',
    `import axios from 'axios'\naxios.get(u, { headers: { Authorization: x } })\nasync function f() { try { await read() } catch (e) { logger.error(e) } }`,
    [],
  ],
  [
    'a private key',
    `import fs from 'node:fs'\nconsole.log(fs.readFileSync('/etc/ssl/server.key', 'utf8'))`,
    ["2 logged fs.readFileSync('/etc/ssl/server.key', '"],
  ],
  ['another file', `import fs from 'node:fs'\nconsole.log(fs.readFileSync('./notes.txt', 'utf8'))`, []],
  [
    'the private key of a pair',
    `import { generateKeyPair } from 'node:crypto'\ngenerateKeyPair('rsa', {}, (err, pub, priv) => { console.log(priv) })`,
    ['2 logged priv'],
  ],
  [
    'the public key of a pair',
    `import { generateKeyPair } from 'node:crypto'\ngenerateKeyPair('rsa', {}, (err, pub, priv) => { console.log(pub) })`,
    [],
  ],
  [
    'an answer with tokens',
    `const tokenResponse = await exchange(code)\nconsole.log(tokenResponse)`,
    ['2 loggedWhole tokenResponse'],
  ],
  ['the status of such an answer', `const tokenResponse = await exchange(code)\nconsole.log(tokenResponse.status)`, []],
]

const declared: Case[] = [
  ['a list', `${USER}function f(users: User[]) { console.log(users) }`, ['2 loggedWhole users']],
  [
    'the items of a list',
    `${USER}function f(users: User[]) { users.forEach((u) => console.log(u)) }`,
    ['2 loggedWhole u'],
  ],
  ['the number of a list', `${USER}function f(users: User[]) { console.log(users.length) }`, []],
  ['one of several types', `${USER}function f(user: User | null) { console.log(user) }`, ['2 loggedWhole user']],
  ['a generic type', `${USER}function f(user: Readonly<Partial<User>>) { console.log(user) }`, ['2 loggedWhole user']],
  ['a map', `${USER}function f(users: Record<string, User>) { console.log(users.a) }`, ['2 loggedWhole users.a']],
  ['a part of a type', `${USER}function f(user: Omit<User, 'apiKey'>) { console.log(user) }`, []],
  [
    'a member of a type',
    `${USER}interface Session { user: User; id: string }\nfunction f(session: Session) { console.log(session.user) }`,
    ['3 loggedWhole session.user'],
  ],
  [
    'a base',
    `${USER}interface Admin extends User { level: number }\nfunction f(admin: Admin) { console.log(admin) }`,
    ['3 loggedWhole admin'],
  ],
  ['the type of a variable', `${USER}const user: User = await find()\nconsole.log(user)`, ['3 loggedWhole user']],
  ['a cast', `${USER}const user = (await find()) as User\nconsole.log(user)`, ['3 loggedWhole user']],
  [
    'the type of a result',
    `${USER}async function find(): Promise<User> { return db.first() }\nconst user = await find()\nconsole.log(user)`,
    ['4 loggedWhole user'],
  ],
  [
    'a tagged member',
    `interface Note {\n  /** @sensitive */\n  body: string\n  id: string\n}\nfunction f(note: Note) { console.log(note.body) }`,
    ['6 loggedWhole note.body'],
  ],
  [
    'its neighbour',
    `interface Note {\n  /** @sensitive */\n  body: string\n  id: string\n}\nfunction f(note: Note) { console.log(note.id) }`,
    [],
  ],
  ['what a schema has accepted', `${SCHEMA}console.log(Login.parse(input))`, ['3 loggedWhole Login.parse(input)']],
  ['a member of it', `${SCHEMA}console.log(Login.parse(input).user)`, []],
  [
    'a member that the schema calls sensitive',
    `${SCHEMA}const login = Login.parse(input)\nconsole.log(login.nick)`,
    ['4 loggedWhole login.nick'],
  ],
  [
    'a type that is inferred from a schema',
    `${SCHEMA}type Login = z.infer<typeof Login>\nfunction f(login: Login) { console.log(login) }`,
    ['4 loggedWhole login'],
  ],
]

describe.each([
  ['sinks', sinks],
  ['flows', flows],
  ['sources', sources],
  ['declared', declared],
])('%s', (_, cases) => {
  it.each(cases)('%s', (_behaviour, text, reports) => expect(reportsOf(text)).toEqual(reports))
})

describe('stays silent', () => {
  it.each([
    ['where the value is missing', 'if (!apiKey) throw new Error(`no key: ${apiKey}`)'],
    ['where the value is no text', "if (typeof apiKey !== 'string') throw new Error(`bad key: ${apiKey}`)"],
    ['where the text says that it is a file', 'console.log(`server key file: ${ssl.key}`)'],
    ['on files of secrets', 'console.log(project.files.credentials)'],
    ['on constants that name an error', "import { BAD_CREDENTIALS } from './errors'\nthrow new Error(BAD_CREDENTIALS)"],
    ['on an object that becomes [object Object]', 'const options = { password: x() }\nconsole.log(`with ${options}`)'],
    ['on the options of an error', 'throw new APIError({ message: `failed: ${status}`, body: { password } })'],
    [
      'on a hint that is not sent',
      "import * as Sentry from '@sentry/node'\nSentry.addBreadcrumb({ message: 'x' }, { request: req, password })",
    ],
    ['on a masking replacement', "console.log(apiKey.replace(/^(.{8}).*$/, '$1...'))"],
    ['on compiled calls of a redactor', 'const mask_1 = require("./mask")\nconsole.log((0, mask_1.maskToken)(apiKey))'],
    ['on the names of secrets', 'const secrets = secretNames(env)\nconsole.log(secrets.join())'],
    ['on challenges of ACME', 'const challenge = acmeChallenge(order)\nconsole.log(challenge.token)'],
    ['on records of a secret manager', 'console.log(secret.version)\nconsole.log(`resolved ${secret}`)'],
    [
      'on secrets by name and version',
      'console.log(`unused secret versions: ${pruned.map((one) => `${one.secret}@${one.version}`)}`)\n' +
        'console.log(secretsToPrune.map((one) => one.key + one.version).join())',
    ],
    [
      'on the key of a copy',
      'const a = { port: 1, password: x() }\nconst b = {}\nfor (const k in a) b[k] = a[k]\nconsole.log(`port ${b.port}`)',
    ],
    ['on ids of a conversation', 'console.log(req.body.sessionId)'],
    ['on a piece in an exception', "const env = clientSecret.split('$')[1]\nthrow new Error(`bad ${env}`)"],
  ])('%s', (_, text) => expect(reportsOf(text)).toEqual([]))
})

describe('strict adds', () => {
  it.each([
    [
      "a model's answer",
      `import OpenAI from 'openai'\nconst openai = new OpenAI()\nconst a = await openai.chat.completions.create({})\nconsole.log(a.choices[0].message.content)`,
      ['4 logged a.choices[0].message.content'],
    ],
    [
      'what a user writes',
      `app.post('/x', (req) => { const { message } = req.body\nlogger.info(message) })`,
      ['2 logged message'],
    ],
    ['a person', `console.log(user)\ngreet(user.name)`, ['1 loggedWhole user']],
    ['the URL of a request', `console.log(req.url)`, ['1 loggedWhole req.url']],
    ["a visitor's address", `app.get('/', (req, res) => { console.log(req.ip) })`, ['1 loggedWhole req.ip']],
  ])('%s', (_, text, reports) => {
    expect(reportsOf(text)).toEqual([])
    expect(reportsOf(text, { options: { strict: true } })).toEqual(reports)
  })
  it('no usage of a model', () =>
    expect(
      reportsOf(
        `import OpenAI from 'openai'\nconst openai = new OpenAI()\nconst a = await openai.chat.completions.create({})\nconsole.log(a.usage, a.choices[0].finish_reason)`,
        { options: { strict: true } },
      ),
    ).toEqual([]))
  it('no id of a person', () => expect(reportsOf('console.log(user)', { options: { strict: true } })).toEqual([]))
  it('no name in a text', () =>
    expect(reportsOf('console.log(`hello ${user}`)', { options: { strict: true } })).toEqual([]))
})

it('takes other words of metadata', () => {
  const text = `const Login = z.object({ nick: z.string().meta({ internal: true }) })\nconst login = Login.parse(input)\nconsole.log(login.nick)`
  expect(reportsOf(text)).toEqual([])
  expect(reportsOf(text, { options: { sensitiveMetadata: ['internal'] } })).toEqual(['3 loggedWhole login.nick'])
})

it('knows a token by its format', () => {
  const token = sampleToken(
    tokenFormats.find((row) => row.id === 'github-oauth-token')!,
    seededRandom(1),
  )
  expect(reportsOf(`const value = '${token}'\nconsole.log(value)`)).toEqual(['2 logged value'])
  expect(reportsOf(`const value = '${'a'.repeat(30)}1'\nconsole.log(value)`)).toEqual([])
})
