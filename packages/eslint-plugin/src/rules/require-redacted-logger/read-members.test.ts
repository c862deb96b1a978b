import { describe, expect, it } from 'vitest'
import { lintText, reportsOf } from './lint-text.js'

type Case = [behaviour: string, text: string, reports: string[]]

const PINO = `import pino from 'pino'\n`

const read: Case[] = [
  [
    'a member of an answer',
    'const res = await axios.post(url, form)\nconsole.log(res.data)\nuse(res.data.access_token)',
    ['2 loggedWhole res.data'],
  ],
  [
    'one that destructuring takes later',
    'const { data } = await axios.post(url, form)\nconsole.log("got", data)\nconst { access_token: accessToken } = data',
    ['2 loggedWhole data'],
  ],
  [
    'one that a nested pattern takes',
    'const reply = await post(url)\nconsole.log(reply)\nconst { data: { refresh_token } } = reply',
    ['2 loggedWhole reply'],
  ],
  [
    'a record of a database',
    'const user = await User.findOne({ email })\nlogger.info("found", { user })\nawait compare(given, user.password)',
    ['2 loggedWhole user'],
  ],
  [
    'a parameter',
    'export function charge(order) {\n  console.debug(order)\n  return pay(order.cardNumber)\n}',
    ['2 loggedWhole order'],
  ],
  [
    'an imported configuration',
    `import settings from './settings'\nconsole.log(settings)\nconnect(settings.clientSecret)`,
    ['2 loggedWhole settings'],
  ],
  [
    'a field',
    'class Client {\n  start() { console.log(this.options) }\n  sign() { return hmac(this.options.apiKey) }\n}',
    ['2 loggedWhole this.options'],
  ],
  [
    'an item of a list',
    'for (const tenant of tenants) {\n  console.log(tenant)\n  send(tenant.apiKey)\n}',
    ['2 loggedWhole tenant'],
  ],
  [
    'a copy',
    'export function f(account) {\n  const copy = { ...account }\n  console.log(copy)\n  sign(account.secretAccessKey)\n}',
    ['3 loggedWhole copy'],
  ],
  [
    'text that is made of it',
    'const body = await res.json()\nconsole.log(JSON.stringify(body))\nuse(body.token)',
    ['2 loggedWhole body'],
  ],
  [
    'options of the command line',
    'const args = program.opts()\nconsole.log(args)\nlogin(args.password)',
    ['2 loggedWhole args'],
  ],
]

const silent: Case[] = [
  ['nothing confidential is read', 'const res = await get(url)\nconsole.log(res.data)\nuse(res.data.items)', []],
  [
    'another part of it is logged',
    'const res = await get(url)\nconsole.log(res.status)\nuse(res.data.access_token)',
    [],
  ],
  [
    'another object of the same name',
    'function a(user) { console.log(user) }\nfunction b(user) { use(user.password) }',
    [],
  ],
  ['it is deleted', 'const user = await find()\ncheck(user.password)\ndelete user.password\nconsole.log(user)', []],
  [
    'it is overwritten',
    'const user = await find()\ncheck(user.password)\nuser.password = undefined\nconsole.log(user)',
    [],
  ],
  [
    'it is overwritten in a copy',
    'const data = await find()\nconst shown = { ...data }\nif (shown.access_token) shown.access_token = mask(shown.access_token)\nconsole.log(shown)\nuse(data.access_token)',
    [],
  ],
  ['destructuring takes it out', 'const { password, ...rest } = await find()\ncheck(password)\nconsole.log(rest)', []],
  [
    'only other members are written',
    'const user = await find()\ncheck(user.password)\nconsole.log(JSON.stringify(user, ["id", "email"]))',
    [],
  ],
  ['the object becomes no text', 'const user = await find()\ncheck(user.password)\nconsole.log(`user ${user}`)', []],
  [
    'the answer had none',
    'const body = await ask()\nif (!body.access_token) {\n  console.log(body)\n  throw new Error()\n}\nuse(body.access_token)',
    [],
  ],
  [
    'the answer was an error',
    'const body = await ask()\nif (body.error) console.error(body)\nelse use(body.access_token)',
    [],
  ],
  ['the request had failed', 'const body = await ask()\nif (!res.ok) console.error(body)\nuse(body.access_token)', []],
  ['a fault of a form', 'export function f(errors) {\n  console.log(errors)\n  return errors.password\n}', []],
  ['a field of a form', 'export function f(form) {\n  console.log(form)\n  form.password.focus()\n}', []],
  [
    'a token of a parser',
    'import { tokenizer } from "acorn"\nexport function f(parser) {\n  console.log(parser)\n  return parser.token\n}',
    [],
  ],
  ['a token against forgery', 'export function f(body) {\n  console.log(body)\n  return check(body.csrfToken)\n}', []],
  ['a method', 'export function f(user) {\n  console.log(user)\n  return user.password()\n}', []],
]

/** What the logger misses of a whole object, by the path that the message names. */
const redacted: [behaviour: string, text: string, missed: string[]][] = [
  [
    'every member that is known is redacted',
    `${PINO}const logger = pino({ redact: ['*.password'] })\nexport function f(account) {\n  logger.info({ account })\n  return account.password\n}`,
    [],
  ],
  [
    'one of them is not',
    `${PINO}const logger = pino({ redact: ['*.password'] })\nexport function f(account) {\n  logger.info({ account })\n  return [account.password, account.apiKey]\n}`,
    ['account.apiKey'],
  ],
  [
    'the redacted place is another one',
    `${PINO}const logger = pino({ redact: ['*.password'] })\nexport function f(account) {\n  logger.info({ of: { account } })\n  return account.password\n}`,
    ['of.account.password'],
  ],
  [
    'a declared type is logged as the record',
    `${PINO}const logger = pino({ redact: ['password', 'keys.apiKey'] })\ninterface Account { id: string; password: string; keys: { apiKey: string } }\nexport const f = (account: Account) => logger.info(account)`,
    [],
  ],
  [
    'a part of a declared type is missed',
    `${PINO}const logger = pino({ redact: ['password'] })\ninterface Account { id: string; password: string; keys: { apiKey: string } }\nexport const f = (account: Account) => logger.info(account)`,
    ['keys.apiKey'],
  ],
]

describe('require-redacted-logger: a whole object of which the file reads something confidential', () => {
  it.each(read)('reports one beside %s', (_, text, reports) => expect(reportsOf(text)).toEqual(reports))
  it.each(silent)('is silent where %s', (_, text, reports) => expect(reportsOf(text)).toEqual(reports))
  it.each(redacted)('asks the logger where %s', (_, text, missed) =>
    expect(lintText(text).map(({ message }) => /matches `([^`]*)`/u.exec(message)?.[1])).toEqual(missed),
  )
})

describe('require-redacted-logger: a whole object in a text', () => {
  it.each([
    [
      'a declared type',
      'interface Account { id: string; password: string }\nexport const f = (a: Account) => console.log(`${a}`)',
    ],
    [
      'the headers of a request',
      `import express from 'express'\nexpress().use((req, res) => console.log('headers ' + req.headers))`,
    ],
    ['the environment', 'console.log(`env: ${process.env}`)'],
  ])('is silent on %s: it shows [object Object]', (_, text) => expect(reportsOf(text)).toEqual([]))
})
