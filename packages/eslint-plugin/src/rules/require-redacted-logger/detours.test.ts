import { describe, expect, it } from 'vitest'
import { reportsOf } from './lint-text.js'

type Case = [behaviour: string, text: string, reports: string[]]

/** What a file's own functions hand to the functions that they are given. */
const callbacks: Case[] = [
  [
    'what a function of the file hands to its callback',
    `function read(done) { client.get((e, res) => done(null, res.data.password)) }\nread((e, value) => console.log(value))`,
    ['2 logged value'],
  ],
  [
    'what it hands on of something else',
    `function read(done) { client.get((e, res) => done(null, res.data.region)) }\nread((e, value) => console.log(value))`,
    [],
  ],
  [
    'by call()',
    `function read(done) { done.call(this, process.env.API_KEY) }\nread(function (value) { console.log(value) })`,
    ['2 logged value'],
  ],
  [
    'as the rest of the arguments',
    `function read(done) { done('x', process.env.API_KEY) }\nread((...all) => console.log(all[1]))`,
    ['2 logged all[1]'],
  ],
  [
    'another of the arguments',
    `function read(done) { done('x', process.env.API_KEY) }\nread((...all) => console.log(all[0]))`,
    [],
  ],
  [
    'through a curried function',
    `const tap = (fn) => (x) => { fn(x); return x }\ntap((s) => console.log('first', s))(process.env.API_KEY)`,
    ['2 logged s'],
  ],
  [
    'a method of an object that a function makes',
    `const make = (scope) => ({ note: (...args) => console.log(scope, ...args) })\nconst audit = make('auth')\naudit.note('x', process.env.API_KEY)`,
    ['3 logged process.env.API_KEY'],
  ],
  [
    'a log method under a key',
    `const out = { line: console.log, err: console.error.bind(console) }\nout.line(process.env.API_KEY)\nout.err(process.env.API_KEY)`,
    ['2 logged process.env.API_KEY', '3 logged process.env.API_KEY'],
  ],
  ['another method under a key', `const out = { line: queue.push }\nout.line(process.env.API_KEY)`, []],
]

/** What classes, constructors and namespaces of the file keep, and what they show of it. */
const keepers: Case[] = [
  [
    'a constructor function',
    `function Account(name, password) { this.name = name; this.secret = password }\nconst a = new Account('bob', process.env.BOB_PASSWORD)\nconsole.log(a)`,
    ['3 logged a'],
  ],
  [
    'a harmless member of what it makes',
    `function Account(name, password) { this.name = name; this.secret = password }\nconst a = new Account('bob', process.env.BOB_PASSWORD)\nconsole.log(a.name)`,
    [],
  ],
  [
    'a method of its prototype',
    `function Account(name, pw) { this.name = name; this.kept = pw }\nAccount.prototype.describe = function () { return this.name + this.kept }\nconst a = new Account('bob', process.env.BOB_PASSWORD)\nconsole.log(a.describe())`,
    ['4 logged a.describe()'],
  ],
  [
    'toString in a text',
    `class Client { constructor(kept) { this.kept = kept } toString() { return 'Client ' + this.kept } }\nconst c = new Client(process.env.API_KEY)\nconsole.log(\`\${c}\`)`,
    ['3 logged c'],
  ],
  [
    'another toString in a text',
    `class Client { constructor(kept) { this.kept = kept } toString() { return 'Client' } }\nconst c = new Client(process.env.API_KEY)\nconsole.log(\`\${c}\`)`,
    [],
  ],
  [
    'toJSON that keeps it',
    `class Client { constructor(kept) { this.kept = kept } toJSON() { return { kept: this.kept } } }\nconst c = new Client(process.env.API_KEY)\nconsole.log(JSON.stringify(c))`,
    ['3 logged c'],
  ],
  [
    'toJSON that leaves it out',
    `class Client { constructor(kept) { this.kept = kept } toJSON() { return {} } }\nconst c = new Client(process.env.API_KEY)\nconsole.log(JSON.stringify(c))`,
    [],
  ],
  [
    'a base class that a subclass hands it to',
    `class Base { constructor(kept) { this.kept = kept } show() { console.log(this.kept) } }\nclass Sub extends Base { constructor() { super(process.env.API_KEY) } }\nnew Sub()`,
    ['1 logged this.kept'],
  ],
  [
    'a member of a namespace',
    `namespace Conf { export const one = process.env.API_KEY; export function all() { return { one } } }\nconsole.log(Conf.one)\nconsole.log(Conf.all())`,
    ['2 logged Conf.one', '3 logged Conf.all()'],
  ],
  [
    'another member of a namespace',
    `namespace Conf { export const one = process.env.API_KEY; export const two = 1 }\nconsole.log(Conf.two)`,
    [],
  ],
]

/** What an error class of the file is given and keeps. */
const errors: Case[] = [
  [
    'a field of a caught error',
    `class AuthError extends Error { constructor(readonly user: string, readonly attempted: string) { super('no') } }\ntry { throw new AuthError(name, password) } catch (e) { console.log(e.attempted) }`,
    ['2 logged e.attempted'],
  ],
  [
    'a whole caught error of a class of the file',
    `class AuthError extends Error { constructor(text, details) { super(text); this.details = details } }\ntry { throw new AuthError('no', { tried: password }) } catch (e) { if (e instanceof AuthError) console.error(e); if (e instanceof TypeError) console.error(e) }`,
    ['2 logged e'],
  ],
  [
    'another field of a caught error',
    `class AuthError extends Error { constructor(readonly user: string, readonly attempted: string) { super('no') } }\ntry { throw new AuthError(name, password) } catch (e) { console.log(e.user, e.message) }`,
    [],
  ],
]

/** What only a caller, or a type besides, can tell. */
const makers: Case[] = [
  [
    'a function that returns a function',
    `const curry = (a) => (b) => (c) => \`\${a}:\${b}@\${c}\`\nconsole.log(curry('root')(process.env.ROOT_PASSWORD)('db'))\nconsole.log(curry('root')('x')('db'))`,
    ['2 logged process.env.ROOT_PASSWORD'],
  ],
  [
    'a function that calls what it was given',
    `const once = (fn) => { let r; return () => r ?? (r = fn()) }\nconst load = once(() => process.env.MASTER_KEY)\nconsole.log(load())`,
    ['3 logged load()'],
  ],
  [
    'a function that was given two',
    `const once = (fn) => { let r; return () => r ?? (r = fn()) }\nconst a = once(() => process.env.MASTER_KEY)\nconst b = once(() => 'x')\nconsole.log(b())`,
    [],
  ],
  [
    'a static maker',
    `class Box { constructor(kept) { this.kept = kept } static fromEnv() { return new Box(process.env.APP_PASSWORD) } open() { return this.kept } }\nconsole.log(Box.fromEnv().open())`,
    ['2 logged Box.fromEnv().open()'],
  ],
  [
    'a member of any item',
    `const all = { a: { apiKey: load(), url: '' }, b: { apiKey: load(), url: '' } }\nconst f = (id) => { const one = all[id]; console.log(one.apiKey); console.log(one.url); console.log(one) }`,
    ['2 logged one.apiKey', '2 logged one'],
  ],
  [
    'variables of a kind',
    `console.log(process.env['CLIENT_SECRET_' + id])\nconsole.log(process.env['REGION_' + id])`,
    ["1 logged process.env['CLIENT_SECRET_' + id]"],
  ],
  [
    'what a route says of its requests',
    `interface Login { user: string; password: string }\napp.route<{ Body: Login }>({ handler: async (req) => { log.info(req.body); log.info(req.body.user) } })\napp.get<{ Querystring: { page: string } }>('/x', async (req) => { log.info(req.query) })`,
    ['2 loggedWhole req.body'],
  ],
  [
    'a cast of what was parsed',
    `const msg = JSON.parse(text) as { id: string; creditCardNumber: string }\nconsole.log(msg)\nconsole.log(msg.id)`,
    ['2 loggedWhole msg'],
  ],
]

/** Texts of exceptions that are given otherwise than as the first argument. */
const texts: Case[] = [
  [
    'the options of an exception',
    `throw new HTTPException(401, { message: \`key: \${apiKey}\` })`,
    ['1 inException apiKey'],
  ],
  ['a cause', `throw new Error('bad', { cause: \`key \${apiKey}\` })`, ['1 inException apiKey']],
  ['a cause without it', `throw new Error('bad', { cause: \`key \${apiKey.length}\` })`, []],
  ['an assertion', `console.log()\nassert(ok, \`bad password \${password}\`)`, ['2 inException password']],
  ['an assertion without it', `assert(ok, \`bad password of \${password.length}\`)`, []],
  [
    'a text that is written anew',
    `try { f() } catch (err) { err.message = \`with \${apiKey}\`; throw err }`,
    ['1 inException apiKey'],
  ],
  ['another text that is written anew', `try { f() } catch (err) { err.message = \`with \${name}\`; throw err }`, []],
]

/** Copies, texts and what else still holds the value. */
const copies: Case[] = [
  [
    'members of a typed object that lodash picks',
    `import _ from 'lodash'\ninterface A { id: string; apiSecret: string }\nconst f = (all: A[]) => { console.log(_.pick(all[0], ['id', 'apiSecret'])); console.log(_.pick(all[0], ['id'])); console.log(_.keyBy(all, 'id')) }`,
    ['3 loggedWhole all[0]', '3 loggedWhole all'],
  ],
  [
    'each header in a text',
    `const f = (request: Request) => { for (const [name, value] of request.headers) console.log(\`\${name}: \${value}\`) }`,
    ['1 loggedWhole value'],
  ],
  [
    'items without a member',
    `console.log([{ id: 1, password: process.env.PW }].map(({ password, ...rest }) => rest))\nconsole.log([{ id: 1, password: process.env.PW }].map(({ id, ...rest }) => rest))`,
    ['2 logged rest'],
  ],
  [
    'items that become texts',
    `console.log(['password', process.env.DB_PASSWORD].map(String).join(' '))\nconsole.log(['host', process.env.DB_HOST].map(String).join(' '))`,
    ['1 logged process.env.DB_PASSWORD'],
  ],
  [
    'a method of that name, and no pattern',
    `const got = await new Runner().exec('db')\nconsole.log(got.secretValue)`,
    ['2 logged got.secretValue'],
  ],
  [
    'a member of a copy through JSON',
    `const o = { auth: { pass: process.env.SMTP_PASS } }\nconst c = JSON.parse(JSON.stringify(o))\nconsole.log(c.auth)`,
    ['3 logged c.auth'],
  ],
  [
    'another member of a copy through JSON',
    `const o = { host: 'h', auth: { pass: process.env.SMTP_PASS } }\nconst c = JSON.parse(JSON.stringify(o))\nconsole.log(c.host)`,
    [],
  ],
  [
    'the second of two members of what was parsed',
    `const list = JSON.parse(process.env.CLIENTS)\nconst line = list.map((e) => e.name + e.secret).join()\nconsole.log(line)`,
    ['3 logged line'],
  ],
  [
    'bytes that become a text again',
    `const raw = new Uint8Array(Buffer.from(process.env.API_KEY, 'hex'))\nconsole.log(new TextDecoder().decode(raw))`,
    ['2 logged raw'],
  ],
]

/** Types that are written where a value is made, or as an argument of a library's own. */
const typed: Case[] = [
  [
    'the values of a typed Map',
    `const sessions = new Map<string, { accessToken: string; expires: number }>()\nconst s = sessions.get(id)\nconsole.log(s)\nconsole.log(s.expires)`,
    ['3 loggedWhole s'],
  ],
  [
    'the data of a job',
    `interface Mail { to: string; smtpPassword: string }\nnew Worker('mail', async (job: Job<Mail>) => { console.log(job.data); console.log(job.data.to) })`,
    ['2 loggedWhole job.data'],
  ],
  [
    'the body of a typed request',
    `interface Login { password: string }\nconst f = (req: FastifyRequest<{ Body: Login }>) => console.log(req.body)\nconst g = (req: Request<{}, {}, Login>) => console.log(req.body)`,
    ['2 loggedWhole req.body', '3 loggedWhole req.body'],
  ],
  [
    'the query of the same request',
    `interface Login { password: string }\nconst f = (req: FastifyRequest<{ Body: Login; Querystring: { page: string } }>) => console.log(req.query)`,
    [],
  ],
  [
    'the type that a client is asked for',
    `interface Login { password: string }\nconst { data } = await axios.get<Login>('/x')\nconsole.log(data)`,
    ['3 loggedWhole data'],
  ],
]

/** What people type unseen, what a library makes or reads, and what an authorization server answers. */
const sources: Case[] = [
  [
    'the words of a wallet',
    `import { generateMnemonic, mnemonicToSeedSync } from 'bip39'\nconst words = generateMnemonic()\nconsole.log(words)\nconsole.log(mnemonicToSeedSync(words).toString('hex'))`,
    ['3 logged words', '4 logged mnemonicToSeedSync(words)'],
  ],
  [
    'a file of variables',
    `import { config } from 'dotenv'\nconst { parsed } = config()\nconsole.log(parsed)\nconsole.log(parsed.PORT)`,
    ['3 logged parsed'],
  ],
  [
    'a redacted value that is opened',
    `import { Config, Effect, Redacted } from 'effect'\nEffect.gen(function* () { const k = yield* Config.redacted('API_KEY'); console.log(k); console.log(Redacted.value(k)) })`,
    ['2 logged Redacted.value(k)'],
  ],
  [
    'a typed password',
    `import { password as ask } from '@inquirer/prompts'\nconst master = await ask({ message: 'Master' })\nconsole.log(master)`,
    ['3 logged master'],
  ],
  [
    'an answer to a hidden question',
    `import prompts from 'prompts'\nconst r = await prompts({ type: 'password', name: 'value' })\nconsole.log(r.value)`,
    ['3 logged r.value'],
  ],
  [
    'an answer to an open question',
    `import prompts from 'prompts'\nconst r = await prompts([{ type: 'text', name: 'value' }, { type: 'password', name: 'other' }])\nconsole.log(r.value)`,
    [],
  ],
  [
    'the tokens of an authorization server',
    `const res = await fetch('https://id.example.com/oauth/token', { method: 'POST' })\nconst answer = await res.json()\nconsole.log(answer)\nconsole.log(res.status, answer.expires_in)`,
    ['3 loggedWhole answer'],
  ],
  [
    'what another address answers',
    `const res = await fetch('https://id.example.com/tokens/count')\nconst answer = await res.json()\nconsole.log(answer)`,
    [],
  ],
]

/** What stands somewhere when it is read: not what was there before, nor what is put there later. */
const order: Case[] = [
  ['a member that is written later', `const o = {}\nconsole.log(o)\no.x = process.env.API_KEY`, []],
  [
    'a member that is written later in a loop',
    `const o = {}\nfor (const each of list) { console.log(o); o.x = process.env.API_KEY }`,
    ['2 logged o'],
  ],
  [
    'a member that a digest has replaced',
    `const user = await find(id)\nuser.resetToken = createHash('sha256').update(plain).digest('hex')\nconsole.log(user.resetToken)`,
    [],
  ],
  [
    'a member that was replaced under a condition',
    `const user = await find(id)\nif (safe) { user.resetToken = createHash('sha256').update(plain).digest('hex') }\nconsole.log(user.resetToken)`,
    ['3 logged user.resetToken'],
  ],
]

/** Entries and parts that are kept back by their name. */
const kept: Case[] = [
  [
    'entries without the confidential ones',
    `const all = { host: 'h', password: load() }\nconsole.log(Object.fromEntries(Object.entries(all).filter(([k]) => k !== 'password')))`,
    [],
  ],
  [
    'entries without others',
    `const all = { host: 'h', password: load() }\nconsole.log(Object.fromEntries(Object.entries(all).filter(([k]) => k !== 'host')))`,
    ['2 logged all'],
  ],
  [
    'entries that are masked by their name',
    `const all = { host: 'h', password: load() }\nconsole.log(Object.entries(all).map(([k, v]) => [k, SENSITIVE.has(k) ? '***' : v]))`,
    [],
  ],
  [
    'every variable of the environment, copied one by one',
    `const raw = Object.keys(process.env).reduce((all, key) => { all[key] = process.env[key]; return all }, {})\nconsole.log(raw)`,
    ['2 loggedWhole raw'],
  ],
  [
    'those of a prefix',
    `const raw = Object.keys(process.env).reduce((all, key) => { if (PUBLIC.test(key)) all[key] = process.env[key]; return all }, {})\nconsole.log(raw)`,
    [],
  ],
  [
    'entries whose key is checked before',
    `const all = { host: 'h', password: load() }\nfor (const [k, v] of Object.entries(all)) { if (/password|secret/.test(k)) continue; console.log(k, v) }\nfor (const [k, v] of Object.entries(all)) { if (k !== 'password') console.log(k, v) }`,
    [],
  ],
  [
    'entries whose key is checked for something else',
    `const all = { host: 'h', password: load() }\nfor (const [k, v] of Object.entries(all)) { if (k === 'host') continue; console.log(k, v) }\nfor (const [k, v] of Object.entries(all)) { if (k === 'password') console.log(v) }`,
    ['2 logged v', '3 logged v'],
  ],
  ['one masked character', `console.log(password.replace(new RegExp('.'), '*'))`, ['1 logged password']],
  ['all masked characters', `console.log(password.replace(new RegExp('.', 'g'), '*'))`, []],
]

/** Names of functions, of chains and of parts of an address. */
const said: Case[] = [
  [
    'what a function is given to compare',
    `const comparePassword = (candidate) => console.log(candidate)`,
    ['1 logged candidate'],
  ],
  ['what it is given besides', `const comparePassword = (candidate, user) => console.log(user)`, []],
  ['what a setter is given', `class A { set apiKey(v) { console.log(v) } }`, ['1 logged v']],
  ['what another setter is given', `class A { set region(v) { console.log(v) } }`, []],
  [
    'a builder in a chain',
    `class B { parts = []; user(u) { this.parts.push(u); return this } secret(p) { this.parts.push('Pwd=' + p); return this } build() { return this.parts.join(';') } }\nconst b = new B().user('x').secret(process.env.API_KEY)\nconsole.log(b.build())`,
    ['3 logged b.build()'],
  ],
  [
    'a member of what was parsed, under another name',
    `const { access_token: gh, scope } = Object.fromEntries(new URLSearchParams(text))\nconsole.log(gh)\nconsole.log(scope)`,
    ['2 logged gh'],
  ],
  [
    'what a path of keys reads',
    `import * as R from 'ramda'\nconsole.log(R.path(['db', 'password'], config))\nconsole.log(R.path(['db', 'host'], config))\nconsole.log(R.prop('apiSecret', one))`,
    ["2 logged R.path(['db', 'password'], config)", "4 logged R.prop('apiSecret', one)"],
  ],
  [
    'what Vue watches',
    `const password = ref('')\nwatch(password, (value) => console.log(value))\nwatch(() => password.value.length, (value) => console.log(value))`,
    ['2 logged value'],
  ],
  [
    'a member that another loop fills',
    `class S { values = {}; constructor() { for (const key of ['PORT', 'API_KEY']) this.values[key] = process.env[key] } port() { console.log(this.values.PORT) } key() { console.log(this.values.API_KEY) } }\nnew S()`,
    ['1 logged this.values.API_KEY'],
  ],
  [
    "an address' password",
    `const url = new URL('https://db.example.com')\nurl.password = process.env.DB_PASSWORD\nconsole.log(url.href)\nconsole.log(String(url))\nconsole.log(url.host)`,
    ['3 logged url.href', '4 logged url'],
  ],
  [
    'what a generator gives next',
    `async function* all() { yield { name: 'x', value: process.env.API_KEY } }\nconst it = all()\nconst first = await it.next()\nconsole.log(first.value.value)\nconsole.log(first.value.name, first.done)`,
    ['4 logged first.value.value'],
  ],
  [
    'a list of its own',
    `console.log(Array.of(process.env.API_KEY))\nconsole.log(new String(process.env.API_KEY))`,
    ['1 logged process.env.API_KEY', '2 logged process.env.API_KEY'],
  ],
  [
    'a defined property',
    `const o = {}\nObject.defineProperty(o, 'x', { get: () => process.env.API_KEY })\nconsole.log(o.x)`,
    ['3 logged o.x'],
  ],
]

describe.each([
  ['order', order],
  ['makers', makers],
  ['texts', texts],
  ['kept', kept],
  ['said', said],
  ['callbacks', callbacks],
  ['keepers', keepers],
  ['errors', errors],
  ['copies', copies],
  ['typed', typed],
  ['sources', sources],
])('%s', (_, cases) => {
  it.each(cases)('%s', (_name, text, reports) => {
    expect(reportsOf(text)).toEqual(reports)
  })
})
