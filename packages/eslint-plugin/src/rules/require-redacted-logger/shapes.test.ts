import { describe, expect, it } from 'vitest'
import { reportsOf } from './lint-text.js'

type Case = [behaviour: string, text: string, reports: string[]]

const parts: Case[] = [
  [
    'two pieces of one header in a text',
    'const [scheme, token] = authorization.split(" ")\nconsole.log(`${scheme} ${token}`)',
    ['2 logged token'],
  ],
  [
    'the harmless piece of it alone',
    'const [scheme, token] = authorization.split(" ")\nconsole.log(`${scheme}`)\nuse(token)',
    [],
  ],
  [
    'two pieces of one header in an object',
    'const [user, password] = decoded.split(":")\nlogger.info({ user, password })',
    ['2 logged password'],
  ],
  [
    'a member that is written later, below the one that is logged',
    'const state = { auth: {} }\nstate.auth.idToken = read()\nconsole.log(state.auth)',
    ['3 logged state.auth'],
  ],
  [
    'a member that is deleted from a copy',
    'const state = { auth: {} }\nstate.auth.idToken = read()\nconst copy = { ...state.auth }\ndelete copy.idToken\nconsole.log(copy)',
    [],
  ],
  [
    'the items of a list that has a secret, by a callback',
    `import pino from 'pino'\nconst logger = pino({ redact: ['*.password'] })\n;[secret].forEach((s) => logger.info(s))`,
    ['3 missedInText s'],
  ],
  [
    'the values of a Map made of pairs',
    `const keys = new Map(tenants.map((t) => [t.id, t.apiKey]))\nconsole.log([...keys.values()])\nconsole.log(keys.get('a'))`,
    ['2 logged keys', '3 logged keys'],
  ],
  [
    'the keys of such a Map',
    `const keys = new Map(tenants.map((t) => [t.id, t.apiKey]))\nconsole.log([...keys.keys()], keys.size)`,
    [],
  ],
  [
    'a tag that leaves out its values',
    'const tag = (texts, ...values) => texts.raw.join("?")\nconsole.log(tag`token ${accessToken}`)',
    [],
  ],
  [
    'a tag that keeps its values',
    'const tag = (texts, ...values) => values.join("?")\nconsole.log(tag`token ${accessToken}`)',
    ['2 logged accessToken'],
  ],
]

const objects: Case[] = [
  [
    'a method of a prototype',
    `function Client(o) { this.apiKey = o.apiKey }\nClient.prototype.headers = function () { return { authorization: this.apiKey } }\nClient.prototype.get = function () { console.log(this.headers()) }`,
    ['3 logged this.headers()'],
  ],
  [
    'a harmless method of a prototype',
    `function Client(o) { this.apiKey = o.apiKey; this.url = o.base }\nClient.prototype.where = function () { return { base: this.url } }\nClient.prototype.get = function () { console.log(this.where()) }`,
    [],
  ],
  [
    'an instance that logs itself',
    `class Client { constructor(private apiKey: string) {}\n  get() { console.log(this) } }`,
    ['2 logged this'],
  ],
  [
    'an instance that says what is shown of it',
    `class Client { constructor(private apiKey: string) {}\n  toJSON() { return {} }\n  get() { console.log(this) } }`,
    [],
  ],
  [
    'the text that an error class gives itself',
    'class BadToken extends Error { constructor(token: string) { super(`token ${token} was rejected`) } }',
    ['1 inException token'],
  ],
  [
    'the id that an error class gives itself',
    'class BadKey extends Error { constructor(keyId: string) { super(`key ${keyId} was not found`) } }',
    [],
  ],
  [
    'what another class gives itself',
    'class Field extends Input { constructor(password) { super(`p-${password}`) } }',
    [],
  ],
]

const requests: Case[] = [
  [
    'the whole body of a login of Nest',
    `import { Body, Controller, Post } from '@nestjs/common'\n@Controller('users') class C { @Post('login') login(@Body() dto: LoginDto) { console.log(dto) } }`,
    ['2 loggedWhole dto'],
  ],
  [
    'the whole body of another route of Nest',
    `import { Body, Controller, Post } from '@nestjs/common'\n@Controller('users') class C { @Post('rename') rename(@Body() dto: NameDto) { console.log(dto) } }`,
    [],
  ],
  [
    'each header in turn',
    `export async function GET(request: Request) { request.headers.forEach((value, key) => {\nconsole.log(key)\nconsole.log(value) }) }`,
    ['3 loggedWhole value'],
  ],
  [
    'a cookie of preferences',
    `import { getCookie } from 'hono/cookie'\napp.get('/', (c) => { console.log(getCookie(c, 'theme')) })`,
    [],
  ],
  [
    'all cookies',
    `import { getCookie } from 'hono/cookie'\napp.get('/', (c) => { console.log(getCookie(c)) })`,
    ['2 logged getCookie(c)'],
  ],
  [
    'a session id under its name',
    `app.get('/', (req, res) => { console.log('session id', req.sessionID) })`,
    ['1 logged req.sessionID'],
  ],
  [
    'the error in an interceptor of a client with a key',
    `import axios from 'axios'\nconst api = axios.create({ headers: { 'X-Api-Key': key } })\napi.interceptors.response.use((r) => r, (error) => {\nconsole.error(error)\nconsole.error(error.message) })`,
    ['4 loggedWhole error'],
  ],
  [
    'the error in an interceptor of a client without one',
    `import axios from 'axios'\nconst api = axios.create({ baseURL })\napi.interceptors.response.use((r) => r, (error) => {\nconsole.error(error) })`,
    [],
  ],
  [
    'a form of a sign-in',
    `export async function signIn(_: State, data: FormData) {\nconsole.log(Object.fromEntries(data))\nfor (const [name, value] of data) console.log(name, value) }`,
    ['2 loggedWhole data', '3 loggedWhole value'],
  ],
  [
    'another form',
    `export async function rename(_: State, data: FormData) { console.log(Object.fromEntries(data)) }`,
    [],
  ],
  [
    'what a procedure of tRPC is given',
    `t.router({ login: t.procedure.input(z.object({ user: z.string(), password: z.string() })).mutation(({ input }) => { console.log(input) }) })`,
    ['1 loggedWhole input'],
  ],
  [
    'what another procedure is given',
    `t.router({ find: t.procedure.input(z.object({ user: z.string() })).query(({ input }) => { console.log(input) }) })`,
    [],
  ],
  [
    'what a socket says in its handshake',
    `import { Server } from 'socket.io'\nconst io = new Server()\nio.use((socket, next) => { console.log(socket.handshake.auth); next() })`,
    ['3 loggedWhole socket.handshake.auth'],
  ],
  [
    'a login of a mail server, by its type',
    `type Smtp = { host: string; auth: { user: string; pass: string } }\nfunction connect(smtp: Smtp) { console.log(smtp) }`,
    ['2 loggedWhole smtp'],
  ],
  [
    'a pass of another kind',
    `type Run = { host: string; render: { pass: string } }\nfunction start(run: Run) { console.log(run) }`,
    [],
  ],
  [
    'what is typed into a password field',
    `const field = <input type="password" onChange={(e) => { console.log(e.target.value) }} />`,
    ['1 logged e.target.value'],
  ],
  [
    'what is typed into another field',
    `const field = <input type="search" onChange={(e) => { console.log(e.target.value) }} />`,
    [],
  ],
]

const shown: Case[] = [
  [
    'an instance that says what inspecting shows',
    `class Login { #token; constructor(token) { this.token = token }\n  [Symbol.for('nodejs.util.inspect.custom')]() { return 'Login' } }\nconsole.log(new Login(apiKey))`,
    [],
  ],
  [
    'an instance that says nothing of the kind',
    `class Login { constructor(token) { this.token = token }\n  [Symbol.iterator]() { return [] } }\nconsole.log(new Login(apiKey))`,
    ['3 logged new Login(apiKey)'],
  ],
  [
    'the name in a header of Basic authentication',
    `const header = request.headers.get('Authorization')\nconst [user, pass] = atob(header.slice(6)).split(':')\nconsole.log(user)\nconsole.log(pass)`,
    ['4 logged pass'],
  ],
  [
    'a cookie by its name',
    'app.get("/", ({ cookies }) => { console.log(cookies.sid.value, cookies.theme.value) })',
    ['1 logged cookies.sid.value'],
  ],
]

const methods: Case[] = [
  [
    'a method of an object of the file that logs its argument',
    `const audit = { event(what, detail) { console.log(what, detail) } }\naudit.event('in', accessToken)\naudit.event('in', tokenType)`,
    ['2 logged accessToken'],
  ],
  [
    'a method of a class of the file that logs its argument',
    `class Timer { stop(extra) { console.log(extra) } }\nconst timer = new Timer()\ntimer.stop({ clientSecret })\ntimer.stop({ ms })\nnew Timer().stop(apiKey)`,
    ['3 logged clientSecret', '5 logged apiKey'],
  ],
  [
    'a static method',
    `class Out { static put(text) { console.log(text) } }\nOut.put(password)\nOut.put(passwordLabel)`,
    ['2 logged password'],
  ],
  [
    'a method of the same name of something else',
    `class Timer { stop(extra) { console.log(extra) } }\nclient.stop(password)`,
    [],
  ],
  [
    'two calls of a helper with the same value',
    `const show = (level) => (text) => console[level](text)\nshow('log')(password)\nshow('warn')(password)`,
    ['2 logged password', '3 logged password'],
  ],
  ['a level that is chosen', `console[level](apiKey)`, ['1 logged apiKey']],
  ['a member of something else that is chosen', `handlers[level](apiKey)`, []],
  [
    'a log method that is handed in',
    `const tap = (f) => (x) => { f(x); return x }\ntap(console.log)(apiKey)`,
    ['2 logged apiKey'],
  ],
  ['another function that is handed in', `const tap = (f) => (x) => { f(x); return x }\ntap(store.put)(apiKey)`, []],
  [
    'an exception that a function makes',
    'throw Boom.unauthorized(`wrong password ${password}`)',
    ['1 inException password'],
  ],
  ['a value that is handed to such a function', 'throw fail(password)', []],
]

const others: Case[] = [
  ['a token that is made to be shown', `console.log(oauth.buildAccessToken('/* hidden */'))`, []],
  [
    'a token that is made of something',
    `console.log(oauth.buildAccessToken(user))`,
    ['1 logged oauth.buildAccessToken(user)'],
  ],
  [
    'a log method that is called later',
    `setInterval(console.log, 1000, apiKey)\nsetInterval(poll, 1000, apiKey)`,
    ['1 logged apiKey'],
  ],
  [
    'a list that a function fills',
    `const codes = Array.from({ length: 8 }, () => makeBackupCode())\nconsole.log(codes.length)\nconst keys = Array.from({ length: 8 }, () => createApiKey())\nconsole.log(keys)`,
    ['4 logged keys'],
  ],
]

const kept: Case[] = [
  [
    'the pairs of a Map',
    `const keys = new Map()\nkeys.set('a', password)\nconsole.log([...keys.entries()])`,
    ['3 logged keys'],
  ],
  ['the pairs of a Map of sizes', `const keys = new Map()\nkeys.set('a', size)\nconsole.log([...keys.entries()])`, []],
  [
    'a method of the class above',
    `class Base { trace(text) { console.log(text) } }\nclass Bank extends Base { open(pin, key) {\nthis.trace(key.id)\nthis.trace(apiKey) } }`,
    ['4 logged apiKey'],
  ],
  [
    'a secure store of a phone',
    `SecureStore.getItemAsync('refresh_token').then((t) => console.log(t))\nSecureStore.getItemAsync('theme').then((t) => console.log(t))`,
    ['1 logged t'],
  ],
  [
    'a whole card whose number is read',
    `function pay(card) {\nconsole.log(card.number.slice(-4), card)\nconsole.log(card.brand)\nconsole.log(\`\${card}\`) }`,
    ['2 loggedWhole card'],
  ],
  ['a card of a game', `function play(card) { console.log(card, card.suit) }`, []],
  [
    'analytics of a phone',
    `import analytics from '@react-native-firebase/analytics'\nanalytics().logEvent('login', { password })\nanalytics().logEvent('login', { method })`,
    ['2 logged password'],
  ],
]

const formats: Case[] = [
  [
    'a winston redactor with a list of keys, and a text',
    `import winston from 'winston'\nconst KEYS = ['password', 'token']\nconst redact = winston.format((info) => { for (const key of KEYS) if (info[key]) info[key] = '***'; return info })\nconst logger = winston.createLogger({ format: winston.format.combine(redact(), winston.format.json()) })\nlogger.info('in', { password })\nlogger.info('in ' + password)\nlogger.info('in', { user: { password } })`,
    ['6 missedInText password', '7 missedByPath password'],
  ],
  [
    'express-winston told to print the headers',
    `import expressWinston from 'express-winston'\napp.use(expressWinston.logger({ transports, requestWhitelist: ['url', 'headers'] }))`,
    ['2 unredacted expressWinston.logger({ transports, requ'],
  ],
  [
    'express-winston told to print the address',
    `import expressWinston from 'express-winston'\napp.use(expressWinston.logger({ transports, requestWhitelist: ['url'] }))`,
    [],
  ],
  [
    'express-winston told to print members of the body',
    `import expressWinston from 'express-winston'\nexpressWinston.bodyWhitelist.push('username')\nexpressWinston.bodyWhitelist.push('password')\napp.use(expressWinston.logger({ transports, bodyWhitelist: ['name', 'cvv'], headerBlacklist: ['authorization'] }))`,
    ["3 printsHeader 'password'", "4 printsHeader 'cvv'"],
  ],
]

describe.each([
  ['parts of one value', parts],
  ['objects', objects],
  ['requests', requests],
  ['methods', methods],
  ['what is shown of a value', shown],
  ['what is kept', kept],
  ['what is another thing', others],
  ['what loggers are told', formats],
])('%s', (_, cases) => {
  it.each(cases)('%s', (__, text, reports) => expect(reportsOf(text, { filename: 'src/app.tsx' })).toEqual(reports))
})

describe('strict', () => {
  it.each<Case>([
    [
      "a model's answer that a callback is given",
      `import { streamText } from 'ai'\nstreamText({ model, prompt, onFinish: ({ text, usage }) => {\nconsole.log(usage)\nconsole.log(text) } })`,
      ['4 logged text'],
    ],
    ['messages of a queue, of a chat', `queue.read((messages) => {\nconsole.log(messages) })`, []],
    [
      'messages of a chat',
      `const messages = [{ role: 'user', content: text }]\nconsole.log(messages)`,
      ['2 logged messages'],
    ],
    ['the name of a repository', `console.log(repo.full_name)`, []],
    ['the name of a person', `console.log(patient.full_name)`, ['1 logged patient.full_name']],
    ['the full name that a function gives a service', `console.log(service.getVersionedFullName())`, []],
    ['a session of a protocol', `smtp.on('open', (sessionId) => console.log(sessionId))`, []],
    ['a session of a login', `login((sessionId) => console.log(sessionId))`, ['1 logged sessionId']],
    [
      'the name of an attribute',
      `import { GEN_AI_INPUT_MESSAGES } from './names'\nspan.setAttribute(GEN_AI_INPUT_MESSAGES, count)`,
      [],
    ],
    ['the address of a service account', `console.log(saEmail)`, []],
    ['the domain of an address', `console.log(user.email.split('@')[1])`, []],
    ['the other part of it', `console.log(user.email.split('@')[0])`, ['1 logged user.email']],
  ])('%s', (_, text, reports) => expect(reportsOf(text, { options: { strict: true } })).toEqual(reports))
})
