import { describe, expect, it } from 'vitest'
import { reportsOf } from './lint-text.js'

type Case = [behaviour: string, text: string, reports: string[]]

const CONFIG = 'interface Config { host: string; password: string }\n'

/** Ways of a value through collections and functions of the language; each beside the nearest one that is harmless. */
const collections: Case[] = [
  [
    'the entries of a typed object',
    `${CONFIG}function f(c: Config) { Object.entries(c).map(([k, v]) => console.log(k, v)) }`,
    ['2 loggedWhole v'],
  ],
  [
    'the keys of a typed object',
    `${CONFIG}function f(c: Config) { Object.entries(c).map(([k]) => console.log(k)) }`,
    [],
  ],
  [
    'each member of a typed object',
    `${CONFIG}function f(c: Config) { for (const k in c) console.log(c[k as keyof Config]) }`,
    ['2 loggedWhole c[k as keyof Config]'],
  ],
  [
    'one unknown member of a typed object',
    `${CONFIG}function f(c: Config, k: string) { console.log(c[k as keyof Config]) }`,
    [],
  ],
  [
    'the items of a literal',
    `const key = process.env.API_KEY\n;[host, key].forEach((v) => console.log(v))`,
    ['2 logged v'],
  ],
  ['the items of another literal', `;[host, port].forEach((v) => console.log(v))`, []],
  [
    'what a generator gives',
    `function* parts(key) { yield 'x'; yield key }\nfor (const p of parts(process.env.API_KEY)) console.log(p)`,
    ['2 logged p'],
  ],
  [
    'what another generator gives',
    `function* parts(key) { yield 'x'; yield key.length }\nfor (const p of parts(process.env.API_KEY)) console.log(p)`,
    [],
  ],
  [
    'what a generator hands on',
    `function* all(key) { yield* [key] }\nfor (const p of all(process.env.API_KEY)) console.log(p)`,
    ['2 logged p'],
  ],
  ['a generator itself', `function* parts(key) { yield key }\nconsole.log(parts(process.env.API_KEY))`, []],
  [
    'what an async generator gives',
    `async function* all() { yield await getAccessToken() }\nfor await (const t of all()) console.log(t)`,
    ['2 logged t'],
  ],
  [
    'a sum of items',
    `const all = [{ password: load() }].reduce((text, one) => text + one.password, '')\nconsole.log(all)`,
    ['2 logged all'],
  ],
  ['a count of items', `const n = [{ password: load() }].reduce((sum, one) => sum + 1, 0)\nconsole.log(n)`, []],
  [
    'a member by a name that a helper is given',
    `function env(name) { return process.env[name] }\nconst k = env('API_KEY')\nconsole.log(k)`,
    ['3 logged k'],
  ],
  [
    'another member by a name that a helper is given',
    `function env(name) { return process.env[name] }\nconst k = env('REGION')\nconsole.log(k)`,
    [],
  ],
  [
    'an item of Promise.all',
    `const [conf, t] = await Promise.all([load(), getAccessToken()])\nconsole.log(t)`,
    ['2 logged t'],
  ],
  [
    'another item of Promise.all',
    `const [conf, t] = await Promise.all([load(), getAccessToken()])\nconsole.log(conf)`,
    [],
  ],
  [
    'an address with a password in it',
    'const url = new URL(`redis://x:${password}@host`)\nconsole.log(url.href)',
    ['2 logged url.href'],
  ],
  ['the host of an address', 'const url = new URL(`redis://x:${password}@host`)\nconsole.log(url.hostname)', []],
  ['sprintf', `import { sprintf } from 'sprintf-js'\nconsole.log(sprintf('%s', apiKey))`, ['2 logged apiKey']],
  [
    'a random text under a telling name',
    `const apiKey = 'k_' + crypto.randomUUID()\nconsole.log(apiKey)`,
    ['2 logged apiKey'],
  ],
  ['a random text', `const id = crypto.randomUUID()\nconsole.log(id)`, []],
]

const objects: Case[] = [
  [
    'the fields of an instance',
    `class Failure extends Error { constructor(m, d) { super(m); this.details = d } }\nconst e = new Failure('x', { password })\nconsole.error(e)`,
    ['3 logged e'],
  ],
  [
    'an instance in a text',
    `class Failure extends Error { constructor(m, d) { super(m); this.details = d } }\nconst e = new Failure('x', { password })\nconsole.error(\`failed: \${e}\`)`,
    [],
  ],
  [
    'an instance that says what is shown of it',
    `class Vault { constructor(k) { this.apiKey = k } toJSON() { return {} } }\nconsole.log(new Vault(load()))`,
    [],
  ],
  [
    'a field that nobody else sees',
    `class Vault { #apiKey; constructor(k) { this.#apiKey = k } }\nconsole.log(new Vault(load()))`,
    [],
  ],
  [
    'a parameter that is a field',
    `class Client { constructor(private readonly apiKey: string) {} }\nconst c = new Client(load())\nconsole.log(c)`,
    ['3 logged c'],
  ],
  [
    'a getter',
    `class A { #key\n constructor(key) { this.#key = key }\n get header() { return 'Bearer ' + this.#key }\n m() { console.log(this.header) } }\nnew A(process.env.API_KEY)`,
    ['4 logged this.header'],
  ],
  ['a member that is deleted first', `const c = { user, password: load() }\ndelete c.password\nconsole.log(c)`, []],
  [
    'a member that is deleted later',
    `const c = { user, password: load() }\nconsole.log(c)\ndelete c.password`,
    ['2 logged c'],
  ],
  [
    'a member that is deleted in another case',
    `const c = { user, password: load() }\nif (quiet) { delete c.password }\nconsole.log(c)`,
    ['3 logged c'],
  ],
  ['a member that is masked first', `const c = { ...credentials }\nc.password = '***'\nconsole.log(c)`, []],
  [
    'another member that is deleted',
    `const c = { user, password: load() }\ndelete c.user\nconsole.log(c)`,
    ['3 logged c'],
  ],
]

const functions: Case[] = [
  [
    'a function that a function makes',
    `const make = (prefix) => (value) => console.log(prefix, value)\nconst show = make('x')\nshow(process.env.API_KEY)`,
    ['3 logged process.env.API_KEY'],
  ],
  [
    'a harmless use of a function that a function makes',
    `const make = (prefix) => (value) => console.log(prefix, value)\nconst show = make('x')\nshow(process.env.REGION)`,
    [],
  ],
  ['a default', `const show = (v = process.env.JWT_SECRET) => console.log(v)\nshow()`, ['1 logged v']],
  ['a harmless default', `const show = (v = process.env.REGION) => console.log(v)\nshow()`, []],
  [
    'what an event brings',
    `bus.on('in', (data) => console.log(data))\nbus.emit('in', { user, password: read() })`,
    ['1 logged data'],
  ],
  [
    'what another event brings',
    `bus.on('in', (data) => console.log(data))\nbus.emit('out', { user, password: read() })`,
    [],
  ],
  [
    'what a function of the file makes by its name',
    `function newToken() { return randomBytes(32).toString('hex') }\nspan.log('x')\nlogger.info(newToken())`,
    ['3 logged newToken()'],
  ],
  [
    'what a function of the file says about it',
    `function tokenCount() { return countOf(32) }\nlogger.info(tokenCount())`,
    [],
  ],
]

const texts: Case[] = [
  ['a sign that is replaced', `console.log(password.replace(/\\./g, '*'))`, ['1 logged password']],
  ['a word that is replaced', `console.log(password.replace(/foo/g, '***'))`, ['1 logged password']],
  ['each character replaced', `console.log(password.replace(/./g, '*'))`, []],
  ['letters and digits replaced', `console.log(password.replace(/[a-z0-9]/gi, '-'))`, []],
  ['white space replaced', `console.log(password.replace(/\\s/g, ''))`, ['1 logged password']],
  ['a value replaced', `console.log(line.apiKey.replace(value, '***'))`, []],
  [
    'a whole environment that is printed and then trimmed',
    `const util = require('util')\nconsole.log(util.inspect(process.env).replace(/\\n/g, ' '))`,
    ['2 loggedWhole process.env'],
  ],
  [
    'a tag of the file',
    "const tag = (texts, ...values) => texts.join('') + values.join('')\nconsole.log(tag`key ${process.env.API_KEY}`)",
    ['2 logged process.env.API_KEY'],
  ],
  [
    'a form',
    `const form = new URLSearchParams({ id, client_secret: load() })\nconsole.log(form.toString())`,
    ['2 logged form'],
  ],
  [
    'a part of a form',
    `const form = new URLSearchParams({ id, client_secret: load() })\nconsole.log(form.get('id'))`,
    [],
  ],
  [
    'a promise that is rejected with a text',
    'new Promise((resolve, reject) => reject(`bad ${password}`))',
    ['1 inException password'],
  ],
  ['a promise that is rejected with a name', 'new Promise((resolve, reject) => reject(`bad ${username}`))', []],
  ['an exception of any name', 'throw new PermissionDenied(`bad ${password}`)', ['1 inException password']],
  ['what is made of any name', 'const q = new Query(`bad ${password}`)', []],
  [
    'a name that is put together',
    'logger.info(config.get(`a.${name}.secret`))',
    ['1 logged config.get(`a.${name}.secret`)'],
  ],
]

const members: Case[] = [
  [
    'names of a list',
    `['PORT', 'DB_PASSWORD'].forEach((k) => console.log(k, process.env[k]))`,
    ['1 logged process.env[k]'],
  ],
  ['harmless names of a list', `['PORT', 'REGION'].forEach((k) => console.log(k, process.env[k]))`, []],
  [
    'any member of an object that holds other things',
    `const c = { host, key: getPassword() }\nconsole.log(c[name])`,
    [],
  ],
  [
    'any member of an object that holds nothing else',
    `const c = { prod: process.env.PROD_API_KEY, dev: process.env.DEV_API_KEY }\nconsole.log(c[name])`,
    ['2 logged c[name]'],
  ],
  [
    'the members of a merged object',
    `import merge from 'lodash/merge.js'\nconst c = merge({}, { db: { password: load() } })\nconsole.log(c.db)`,
    ['3 logged c.db'],
  ],
  [
    'another member of a merged object',
    `import merge from 'lodash/merge.js'\nconst c = merge({}, { db: { password: load() }, app: { port } })\nconsole.log(c.app)`,
    [],
  ],
  [
    'what a type says is left',
    `interface T { accessToken: string; refreshToken: string }\nfunction f(t: T) { const { accessToken, ...rest } = t\n console.log(rest) }`,
    ['3 loggedWhole rest'],
  ],
  [
    'what a type says is left of one credential',
    `interface T { accessToken: string; expires: number }\nfunction f(t: T) { const { accessToken, ...rest } = t\n console.log(rest) }`,
    [],
  ],
  [
    'numbered items',
    `const args = ['--token', process.env.NPM_TOKEN]\nfor (const [i, a] of args.entries()) console.log(i, a)`,
    ['2 logged a'],
  ],
  [
    'numbers of items',
    `const args = ['--token', process.env.NPM_TOKEN]\nfor (const [i] of args.entries()) console.log(i)`,
    [],
  ],
  [
    'all arguments of a call',
    `function show() { console.log.apply(console, arguments) }\nshow(process.env)`,
    ['2 loggedWhole process.env'],
  ],
  [
    'harmless arguments of a call',
    `function show() { console.log.apply(console, arguments) }\nshow(process.env.HOME)`,
    [],
  ],
  [
    'a header of Hono by its name',
    `import { Hono } from 'hono'\nnew Hono().get('/', (c) => { console.log(c.req.header('accept')) })`,
    [],
  ],
  [
    'all headers of Hono',
    `import { Hono } from 'hono'\nnew Hono().get('/', (c) => { console.log(c.req.header()) })`,
    ['2 loggedWhole c.req.header()'],
  ],
  [
    'an event of Bugsnag',
    `import Bugsnag from '@bugsnag/js'\nBugsnag.start({ onError(e) { e.addMetadata('x', { apiKey }) } })`,
    ['2 logged apiKey'],
  ],
]

const states: Case[] = [
  [
    'a collection that is a field',
    `class A { keys = new Map()\n put(user, apiToken) { this.keys.set(user, { apiToken }) }\n m(user) { console.log(this.keys.get(user)) } }`,
    ['3 logged this.keys'],
  ],
  [
    'a collection of harmless things that is a field',
    `class A { names = new Map()\n put(user, name) { this.names.set(user, { name }) }\n m(user) { console.log(this.names.get(user)) } }`,
    [],
  ],
  [
    'an empty form',
    `const [form, setForm] = useState({ name: '', password: '' })\nconsole.log(form)`,
    ['2 loggedWhole form'],
  ],
  [
    'a member of an empty form',
    `const [form, setForm] = useState({ name: '', password: '' })\nconsole.log(form.name)`,
    [],
  ],
  ['another state', `const [form, setForm] = useState({ name: '', showPassword: false })\nconsole.log(form)`, []],
  [
    'the headers of a request, one by one',
    `for (const [name, value] of request.headers) console.log(name, value)`,
    ['1 loggedWhole value'],
  ],
  ['the names of headers', `for (const [name] of Object.entries(request.headers)) console.log(name)`, []],
  [
    'a cookie of Next',
    `import { cookies } from 'next/headers'\nconst jar = await cookies()\nconsole.log(jar.get('session')?.value)`,
    [`3 logged jar.get('session')?.value`],
  ],
  [
    'another cookie of Next',
    `import { cookies } from 'next/headers'\nconst jar = await cookies()\nconsole.log(jar.get('theme')?.value)`,
    [],
  ],
  [
    'the request of an answer of axios',
    `api.interceptors.response.use((r) => { console.log(r.config)\n return r })`,
    ['1 loggedWhole r.config'],
  ],
  [
    'the status of an answer of axios',
    `api.interceptors.response.use((r) => { console.log(r.status)\n return r })`,
    [],
  ],
  [
    'what stands beside the tokens of an answer',
    `import { OAuth2Client } from 'google-auth-library'\nconst { tokens } = await new OAuth2Client().getToken(code)\nconsole.log(tokens.expiry_date)`,
    [],
  ],
  [
    'the tokens of an answer',
    `import { OAuth2Client } from 'google-auth-library'\nconst { tokens } = await new OAuth2Client().getToken(code)\nconsole.log(tokens)`,
    ['3 logged tokens'],
  ],
  [
    'a piece that is a token',
    "const [scheme, accessToken] = header.split(' ')\nthrow new Error(`bad ${accessToken}`)",
    ['2 inException accessToken'],
  ],
  ['a symbol', `const password = Symbol('password')\nconsole.log(String(password))`, []],
  [
    'a copy by way of JSON',
    `const copy = JSON.parse(JSON.stringify({ user, password: load() }))\nconsole.log(copy)`,
    ['2 logged copy'],
  ],
  [
    'a copy by way of JSON without it',
    `const copy = JSON.parse(JSON.stringify({ user, password: load() }))\ndelete copy.password\nconsole.log(copy)`,
    [],
  ],
  [
    'what a coroutine is handed back',
    `function* login() { const t = yield getAccessToken()\n console.log(t) }`,
    ['2 logged t'],
  ],
]

const promised: Case[] = [
  [
    'a tuple of a function that gets credentials',
    `async function getCredentialsAndModel() { return [await load(), 'gpt'] }\nconst [one, model] = await getCredentialsAndModel()\nconsole.log(model)`,
    [],
  ],
  [
    'a record of a secret',
    `function resolveLiveSecret(a) { return values[a] }\nconst name = resolveLiveSecret(b)\nthrow new Error('bad name ' + name)`,
    [],
  ],
  [
    'a password that a function asks for',
    `function getPassword() { return prompt('?') }\nconst given = getPassword()\nconsole.log(given)`,
    ['3 logged given'],
  ],
  ['headers in JSON', `const h = new Headers()\nh.set('Authorization', key)\nconsole.log(JSON.stringify({ h }))`, []],
  ['a list in JSON', `const list = []\nlist.push({ apiKey })\nconsole.log(JSON.stringify(list))`, ['3 logged list']],
  [
    'a text that stands in for another one, which is passed',
    `class A { s(text, forLogs) { this.logger.debug(forLogs || text) }\n m() { this.s('AUTH ' + password, 'AUTH') } }`,
    [],
  ],
  [
    'a text that stands in for another one, which is missing',
    `class A { s(text, forLogs) { this.logger.debug(forLogs || text) }\n m() { this.s('AUTH ' + password) } }`,
    ['2 logged password'],
  ],
  ['the token of a device', `console.log(deviceToken, pushToken)`, []],
  ['some member of a token in an exception', 'throw new Error(`bad ${authToken[key]}`)', []],
]

const pieces: Case[] = [
  ['what stands before a value', "const line = `SECRET=${process.env.SECRET}`\nconsole.log(line.split('=')[0])", []],
  [
    'what stands behind a sign',
    "const line = `SECRET=${process.env.SECRET}`\nconsole.log(line.split('=')[1])",
    ['2 logged line'],
  ],
  ['the user of a header', `const [user, pass] = atob(req.headers.authorization).split(':')\nconsole.log(user)`, []],
  [
    'the password of a header',
    `const [user, pass] = atob(req.headers.authorization).split(':')\nconsole.log(pass)`,
    ['2 logged pass'],
  ],
  [
    'a token that is signed step by step',
    `import { SignJWT } from 'jose'\nconst made = await new SignJWT({ sub }).setIssuedAt().sign(key)\nconsole.log(made)`,
    ['3 logged made'],
  ],
  [
    'a logger of the project by its module',
    `import audit from './audit-logger'\naudit.info(process.env.API_KEY)`,
    ['2 logged process.env.API_KEY'],
  ],
  ['another module of the project', `import audit from './auditor'\naudit.info(process.env.API_KEY)`, []],
  [
    'what is left of a record without the part that holds one',
    `interface C { id: string; card: { cvc: string } }\nfunction f(c: C) { const { card, ...rest } = c\n console.log(rest) }`,
    [],
  ],
]

const others: Case[] = [
  ['a method that is chosen', `const print = verbose ? console.log : () => {}\nprint(apiKey)`, ['2 logged apiKey']],
  ['another function that is chosen', `const print = verbose ? draw.box : () => {}\nprint(apiKey)`, []],
  ['what a timer hands on', `setTimeout(console.log, 10, apiKey)`, ['1 logged apiKey']],
  ['what another timer hands on', `setTimeout(render, 10, apiKey)`, []],
  [
    'what a named function makes of items',
    `const keyOf = (o) => o.apiKey\nconsole.log(list.map(keyOf))`,
    ['2 logged list.map(keyOf)'],
  ],
  ['what another named function makes of items', `const idOf = (o) => o.id\nconsole.log(list.map(idOf))`, []],
  ['one character', `console.log(process.env.SECRET.at(0))`, []],
  [
    'the address of a database under its name',
    `span.setAttribute('db.url', process.env.DATABASE_URL)`,
    ['1 logged process.env.DATABASE_URL'],
  ],
]

it('takes the id of a session for a credential where there are requests', () => {
  const options = { strict: true }
  expect(reportsOf(`server.logger.debug('open', session.id)`, { options })).toEqual([])
  expect(reportsOf(`app.get('/', (req) => logger.debug(req.session.id))`, { options })).toEqual([
    '1 logged req.session.id',
  ])
})

const creations: Case[] = [
  [
    'what a mixin adds',
    `import pino from 'pino'\nexport const l = pino({ redact: ['password'], mixin: () => ({ apiKey: process.env.API_KEY }) })`,
    ['2 missedByPath process.env.API_KEY'],
  ],
  [
    'what a mixin adds under a redacted key',
    `import pino from 'pino'\nexport const l = pino({ redact: ['apiKey'], mixin: () => ({ apiKey: process.env.API_KEY }) })`,
    [],
  ],
  [
    'what stands in each record',
    `import winston from 'winston'\nwinston.createLogger({ format: winston.format.combine(redact(), winston.format.json()), defaultMeta: { service: 'x' } })`,
    [],
  ],
]

describe('values on their way', () => {
  it.each(collections)('collections: %s', (_, text, reports) => expect(reportsOf(text)).toEqual(reports))
  it.each(objects)('objects: %s', (_, text, reports) => expect(reportsOf(text)).toEqual(reports))
  it.each(functions)('functions: %s', (_, text, reports) => expect(reportsOf(text)).toEqual(reports))
  it.each(texts)('texts: %s', (_, text, reports) => expect(reportsOf(text)).toEqual(reports))
  it.each(members)('members: %s', (_, text, reports) => expect(reportsOf(text)).toEqual(reports))
  it.each(states)('states: %s', (_, text, reports) => expect(reportsOf(text)).toEqual(reports))
  it.each(promised)('promises: %s', (_, text, reports) => expect(reportsOf(text)).toEqual(reports))
  it.each(pieces)('pieces: %s', (_, text, reports) => expect(reportsOf(text)).toEqual(reports))
  it.each(others)('others: %s', (_, text, reports) => expect(reportsOf(text)).toEqual(reports))
  it.each(creations)('creations: %s', (_, text, reports) => expect(reportsOf(text)).toEqual(reports))
})
