import { describe, expect, it } from 'vitest'
import { reportsOf } from './lint-text.js'

type Case = [behaviour: string, text: string, reports: string[]]

/** How a value gets from where it shows what it is to a sink; each flow beside the nearest one that is harmless. */
const flows: Case[] = [
  ['a variable', `console.log(password)`, ['1 logged password']],
  ['its length', `console.log(password.length)`, []],
  ['a parameter', `function f(apiKey) { console.log(apiKey) }`, ['1 logged apiKey']],
  ['a parameter that is a flag', `function f(password: boolean) { console.log(password) }`, []],
  ['a member', `console.log(user.password)`, ['1 logged user.password']],
  ['another member', `console.log(user.name)`, []],
  ['a nested member', `console.log(config.db.auth.password)`, ['1 logged config.db.auth.password']],
  ['a policy about it', `console.log(config.passwordPolicy.minLength)`, []],
  ['an alias', `const a = process.env.DB_PASSWORD\nconst b = a\nconsole.log(b)`, ['3 logged b']],
  ['an alias of something else', `const a = process.env.PORT\nconst b = a\nconsole.log(b)`, []],
  ['destructured and renamed', `const { password: p } = body\nconsole.log(p)`, ['2 logged p']],
  ['destructured away', `const { password, ...rest } = user\nconsole.log(rest)`, []],
  ['a spread object', `const a = { password: x() }\nconsole.log({ ...a, id })`, ['2 logged a']],
  ['the address of a database', `console.log(database.url)`, ['1 logged database.url']],
  ['the address of any connection', `console.log(connection.url)`, []],
  ['a member of an object literal', `console.log({ password, id })`, ['1 logged password']],
  ['what is said about it', `console.log({ hasPassword: !!password, tokenCount: usage.total })`, []],
  ['Object.assign', `console.log(Object.assign({}, base, { apiKey: x() }))`, ['1 logged x()']],
  ['a member that is written later', `const o = {}\no.secret = load()\nconsole.log(o)`, ['3 logged o']],
  ['a template', 'console.log(`key: ${apiKey}`)', ['1 logged apiKey']],
  ['a template of a test', "console.log(`key: ${apiKey ? 'set' : 'missing'}`)", []],
  ['concatenation', `console.log('key: ' + apiKey)`, ['1 logged apiKey']],
  ['a comparison', `console.log(apiKey === other)`, []],
  ['a text that grows', `let s = 'x'\ns += user.password\nconsole.log(s)`, ['3 logged s']],
  ['util.format', `import { format } from 'node:util'\nconsole.log(format('%s', apiKey))`, ['2 logged apiKey']],
  ['JSON.stringify', `console.log(JSON.stringify({ password }))`, ['1 logged password']],
  ['JSON.stringify with an allow-list', `console.log(JSON.stringify(user, ['id', 'name']))`, []],
  ['an item of a joined list', `console.log([id, apiKey].join(':'))`, ['1 logged apiKey']],
  ['a callback parameter', `users.map((u) => u.password).forEach((p) => console.log(p))`, ['1 logged p']],
  ['a promise', `getAccessToken().then((t) => console.log(t))`, ['1 logged t']],
  ['an awaited result', `const t = await getAccessToken()\nconsole.log(t)`, ['2 logged t']],
  ['an awaited check', `const ok = await verifyPassword(password)\nconsole.log(ok)`, []],
  ['a class field', `class A { secret = load()\n m() { console.log(this.secret) } }`, ['2 logged this.secret']],
  [
    'a helper that logs its argument',
    `function show(x) { console.log(x) }\nshow(user.apiKey)`,
    ['2 logged user.apiKey'],
  ],
  ['a helper that logs an id', `function show(x) { console.log(x) }\nshow(user.id)`, []],
  [
    'a helper with rest parameters',
    `const log = (...a) => console.log(...a)\nlog('x', user.password)`,
    ['2 logged user.password'],
  ],
  ['a helper that returns one', `function get() { return config.secretKey }\nconsole.log(get())`, ['2 logged get()']],
  ['a helper that returns a name', `function get() { return config.name }\nconsole.log(get())`, []],
  ['a closure', `function f(password) { return () => console.log(password) }`, ['1 logged password']],
  ['a loop', `for (const k of [process.env.STRIPE_SECRET_KEY]) console.log(k)`, ['1 logged k']],
  [
    'a loop over the environment',
    `for (const [k, v] of Object.entries(process.env)) console.log(k, v)`,
    ['1 loggedWhole v'],
  ],
  ['a loop over names', `for (const [k] of Object.entries(process.env)) console.log(k)`, []],
  ['one branch', `console.log(verbose ? password : 'hidden')`, ['1 logged password']],
  ['a fallback', `console.log(password || 'none')`, ['1 logged password']],
  ['the same value twice in one call', 'console.log(`${password}`, { password })', ['1 logged password']],
]

const sources: Case[] = [
  ['an environment variable', `console.log(process.env.API_TOKEN)`, ['1 logged process.env.API_TOKEN']],
  ['a harmless one', `console.log(process.env.NODE_ENV)`, []],
  ['the whole environment', `console.log(process.env)`, ['1 loggedWhole process.env']],
  ['its names', `console.log(Object.keys(process.env))`, []],
  ['request headers', `app.get('/', (req, res) => { console.log(req.headers) })`, ['1 loggedWhole req.headers']],
  [
    'a header',
    `app.get('/', (req, res) => { console.log(req.get('Authorization')) })`,
    [`1 logged req.get('Authorization')`],
  ],
  ['another header', `app.get('/', (req, res) => { console.log(req.get('User-Agent')) })`, []],
  ['the session', `app.get('/', (req, res) => { console.log(req.session) })`, ['1 loggedWhole req.session']],
  ['the body of a login', `app.post('/login', (req, res) => { console.log(req.body) })`, ['1 loggedWhole req.body']],
  ['another body', `app.post('/items', (req, res) => { console.log(req.body) })`, []],
  ['a Lambda event', `export const handler = async (event) => { console.log(event) }`, ['1 loggedWhole event']],
  ['a DOM event', `button.addEventListener('click', (event) => { console.log(event) })`, []],
  ["an HTTP client's request", `try { f() } catch (err) { console.error(err.config) }`, ['1 loggedWhole err.config']],
  ['the error and its message', `try { f() } catch (err) { console.error(err, err.message) }`, []],
  ['a signed token', `import jwt from 'jsonwebtoken'\nconsole.log(jwt.sign({}, k))`, ['2 logged jwt.sign({}, k)']],
  [
    'a private key',
    `import { generateKeyPairSync } from 'node:crypto'\nconst pair = generateKeyPairSync('rsa', o)\nconsole.log(pair.privateKey)`,
    ['3 logged pair.privateKey'],
  ],
  [
    'a public key',
    `import { generateKeyPairSync } from 'node:crypto'\nconst pair = generateKeyPairSync('rsa', o)\nconsole.log(pair.publicKey)`,
    [],
  ],
  ['a stored token', `console.log(localStorage.getItem('authToken'))`, [`1 logged localStorage.getItem('authToken')`]],
  [
    'a connection string',
    'console.log(`postgres://app:${process.env.DB_PASS}@db/app`)',
    ['1 logged process.env.DB_PASS'],
  ],
  ['a card number', `console.log(order.cardNumber)`, ['1 logged order.cardNumber']],
  ['a national identifier', `console.log({ ssn: patient.ssn })`, ['1 logged patient.ssn']],
  [
    'an interface with a password',
    `interface User { id: string; password: string }\nfunction f(user: User) { console.log(user) }`,
    ['2 loggedWhole user'],
  ],
  [
    'an interface with a digest',
    `interface User { id: string; passwordHash: string }\nfunction f(user: User) { console.log(user) }`,
    [],
  ],
  [
    'a field that is excluded',
    `class A { @Exclude() note: string }\nfunction f(a: A) { console.log(a) }`,
    ['2 loggedWhole a'],
  ],
  ['a tagged variable', `/** @secret */\nconst recipe = await load()\nconsole.log(recipe)`, ['3 loggedWhole recipe']],
  [
    "a request interceptor's request",
    `axios.interceptors.request.use((config) => { console.log(config); return config })`,
    ['1 loggedWhole config'],
  ],
  [
    'an error that carries the request',
    'try { await axios.get(u, { headers: { Authorization: t } }) } catch (e) { console.error(e) }',
    ['1 loggedWhole e'],
  ],
  [
    'an error that was shown to be none of the client',
    'try { await axios.get(u, { headers: { Authorization: t } }) } catch (e) { if (axios.isAxiosError(e)) console.error(e.code)\nelse console.error(e) }',
    [],
  ],
  [
    'an error after those of the client have left',
    'try { await axios.get(u, { headers: { Authorization: t } }) } catch (e) { if (e instanceof AxiosError) return\nconsole.error(e) }',
    [],
  ],
  [
    'the name of a format',
    "const JWT = 'application/token-introspection+jwt'\nfunction f() { throw new Error(`ask for ${JWT}`) }",
    [],
  ],
  ['an error of a request without credentials', 'try { await axios.get(u) } catch (e) { console.error(e) }', []],
  [
    'a part of a header',
    `const token = req.headers.authorization.split(' ')[1]\nconsole.log(token)`,
    ['2 logged token'],
  ],
  ['a word of a line', `for (const token of line.split(' ')) console.log(token)`, []],
  [
    'a tagged member',
    `interface A {\n  /** @sensitive */\n  note: string\n}\nfunction f(a: A) { console.log(a) }`,
    ['5 loggedWhole a'],
  ],
]

const barriers: Case[] = [
  ['a redactor by name', `console.log(redact(password), maskToken(token), toSafe(user))`, []],
  ['a function that removes', `console.log(withoutPassword(user.password))`, []],
  [
    'a hash',
    `import { createHash } from 'node:crypto'\nconsole.log(createHash('sha256').update(token).digest('hex'))`,
    [],
  ],
  ['a password hash', `import bcrypt from 'bcrypt'\nconst h = await bcrypt.hash(password, 10)\nconsole.log(h)`, []],
  [
    'a name that says so',
    `const sanitizedHeaders = { ...req.headers }\nfor (const h of names) sanitizedHeaders[h] = '***'\nconsole.log(sanitizedHeaders)`,
    [],
  ],
  [
    'lodash omit',
    `import { omit } from 'lodash'\nconst login = { password: x(), id }\nconsole.log(omit(login, ['password']))`,
    [],
  ],
  [
    'lodash omit of something else',
    `import { omit } from 'lodash'\nconst login = { password: x(), id }\nconsole.log(omit(login, ['id']))`,
    ['3 logged login'],
  ],
  ['the first characters', `console.log(apiKey.slice(0, 4), apiKey.slice(-4))`, []],
  ['too many characters', `console.log(apiKey.slice(0, 20))`, ['1 logged apiKey']],
  ['a masking replacement', `console.log(apiKey.replace(/.(?=.{4})/g, '*'))`, []],
  ['a replacement that masks nothing', `console.log(apiKey.replace('Bearer ', ''))`, ['1 logged apiKey']],
]

const silent: Case[] = [
  ['counts of tokens', 'console.log(`used ${usage.total_tokens} of ${maxTokens}`, promptTokens)', []],
  ['UI texts', `console.log('Enter your password', passwordLabel, passwordPlaceholder)`, []],
  ['challenges and links', `console.log(resetPasswordChallenge, resetPasswordUrl)`, []],
  ['keys of maps', `console.log(cacheKey, primaryKey, publicKey, keyCode, key)`, []],
  ['words of a grammar', `const token = tokenizer.next()\nconsole.log(token)`, []],
  ['an enum member', `enum Kind { Password = 'password' }\nconsole.log(Kind.Password)`, []],
  ['a mask', `const password = '********'\nconsole.log(password)`, []],
  ['a test file', `console.log(password)`, []],
  ['expiry and id', `console.log(token.expiresAt, tokenExpiry, apiKeyId, secretName)`, []],
  ['the name of a variable', `console.log('Set OPENAI_API_KEY first', envName)`, []],
  ['a count under a confidential name', `console.log({ credentials: list?.length ?? 0 })`, []],
]

describe.each([
  ['flows', flows],
  ['sources', sources],
  ['barriers', barriers],
])('%s', (_, cases) => {
  it.each(cases)('%s', (_behaviour, text, reports) => expect(reportsOf(text)).toEqual(reports))
})

describe('stays silent on', () => {
  it.each(silent)('%s', (behaviour, text, reports) =>
    expect(reportsOf(text, { filename: behaviour === 'a test file' ? 'src/app.test.ts' : 'src/app.ts' })).toEqual(
      reports,
    ),
  )
})

describe('strict adds', () => {
  it.each([
    ['personal data', `console.log(user.email)`, ['1 logged user.email']],
    ['prompts', 'console.log(`asking ${prompt}`)', ['1 logged prompt']],
    ['health data', `console.log(patient.diagnosis)`, ['1 logged patient.diagnosis']],
    ['any body', `app.post('/items', (req, res) => { console.log(req.body) })`, ['1 loggedWhole req.body']],
    ['identifiers of sessions', `login((sessionId) => console.log(sessionId))`, ['1 logged sessionId']],
  ] satisfies Case[])('%s', (_, text, reports) => {
    expect(reportsOf(text)).toEqual([])
    expect(reportsOf(text, { options: { strict: true } })).toEqual(reports)
  })
})

describe('options and settings', () => {
  it('classes', () =>
    expect(reportsOf(`console.log(user.email, password)`, { options: { classes: ['pii'] } })).toEqual([
      '1 logged user.email',
    ]))
  it('testFiles', () =>
    expect(reportsOf(`console.log(password)`, { filename: 'a.test.ts', options: { testFiles: true } })).toEqual([
      '1 logged password',
    ]))
  it('exceptions', () =>
    expect(reportsOf('throw new Error(`bad ${password}`)', { options: { exceptions: false } })).toEqual([]))
  it('developmentGuards', () => {
    const text = `if (process.env.NODE_ENV !== 'production') console.log(password)`
    expect(reportsOf(text)).toEqual(['1 logged password'])
    expect(reportsOf(text, { options: { developmentGuards: true } })).toEqual([])
  })
  it('loggers: a policy for console', () =>
    expect(reportsOf(`console.log('x')`, { options: { loggers: [{ module: './log', name: 'log' }] } })).toEqual([
      '1 console console.log',
    ]))
  it('confidentialNames and harmlessNames', () => {
    const text = `console.log(tenantPin, password)`
    expect(reportsOf(text, { settings: { confidentialNames: ['tenantPin'], harmlessNames: ['password'] } })).toEqual([
      '1 logged tenantPin',
    ])
  })
  it('redactors', () =>
    expect(reportsOf(`console.log(cover(password))`, { settings: { redactors: ['cover'] } })).toEqual([]))
  it('own loggers', () =>
    expect(reportsOf(`import { audit } from './audit'\naudit(password)`, { settings: { loggers: ['audit'] } })).toEqual(
      ['2 logged password'],
    ))
  it('redactedLoggers', () => {
    const text = `import { logger } from './logger'\nlogger.info({ password })`
    expect(reportsOf(text)).toEqual(['2 logged password'])
    expect(reportsOf(text, { settings: { redactedLoggers: ['logger'] } })).toEqual([])
  })
})
