import { describe, expect, it } from 'vitest'
import { markedLines, reportedLines } from './lint-text.js'

/** A program whose lines with a leak are marked; the others are their nearest silent neighbours. */
type Case = [what: string, text: string, filename?: string]

const SESSION = `interface Session { id: string; apiToken: string; user: { name: string } }
interface Item { id: string; name: string }
`

const fields: readonly Case[] = [
  [
    'a list of a class that is still empty',
    `${SESSION}class Store {
  private sessions: Session[] = []
  private items: Item[] = []
  private byKey: Record<string, Session> = {}
  show(id: string) {
    const one = this.sessions.find((x) => x.id === id)
    logger.info('one', one) // leak
    logger.info('all', this.sessions) // leak
    logger.info('by key', this.byKey[id]) // leak
    for (const each of this.sessions) logger.info(each) // leak
    this.sessions.forEach((each) => logger.info(each)) // leak
    logger.info('item', this.items.find((x) => x.id === id))
    logger.info('items', this.items)
    logger.info('count', this.sessions.length)
    logger.info('user', one?.user)
    logger.info('ids', this.sessions.map((x) => x.id))
    logger.info(\`\${this.sessions}\`)
  }
  find(id: string) { return this.sessions.find((x) => x.id === id) }
  second(id: string) { logger.info('two', this.find(id)) } // leak
}`,
  ],
  [
    'a map of a class',
    `${SESSION}class Store {
  sessions = new Map<string, Session>()
  typed: Map<string, Session> = new Map()
  items = new Map<string, Item>()
  show(id: string) {
    logger.info(this.sessions.get(id)) // leak
    logger.info(this.typed.get(id)) // leak
    for (const [key, value] of this.typed) logger.info(value) // leak
    for (const [key, value] of this.sessions) logger.info(key)
    logger.info(this.items.get(id))
    logger.info(this.sessions.size)
  }
}`,
  ],
  [
    'static fields, index signatures and sets',
    `${SESSION}class Store {
  static all: Session[] = []
  static items: Item[] = []
  private cache: { [id: string]: Session } = {}
  private readonly set = new Set<Session>()
  show(id: string) {
    logger.info(Store.all[0]) // leak
    logger.info(this.cache[id]) // leak
    logger.info(Object.values(this.cache)) // leak
    logger.info([...this.set]) // leak
    logger.info(JSON.stringify(this.cache[id] ?? null)) // leak
    logger.info(Object.keys(this.cache))
    logger.info(Store.items[0])
    logger.info(this.set.size)
  }
}`,
  ],
  [
    'a type without secrets wins over a vague name',
    `interface Credential { id: string; publicKey: string; counter: number }
interface Login { login: string; password: string }
class Store {
  private creds = new Map<string, Credential>()
  private credentials = new Map<string, Login>()
  show(id: string) {
    logger.info(this.creds.get(id))
    logger.info(this.credentials.get(id)) // leak
  }
}`,
  ],
  [
    'variables of a module',
    `${SESSION}const sessions: Session[] = []
const items: Item[] = []
const cache = new Map<string, Session>()
export function show(id: string) {
  logger.info(sessions[0]) // leak
  logger.info(sessions.filter((x) => x.id)) // leak
  for (const [key, value] of cache) logger.info(value) // leak
  for (const [key, value] of cache) logger.info(key)
  logger.info(items[0])
}`,
  ],
  [
    'a name of an empty list says nothing of what is in it',
    `const tokens = []
const secrets: Item[] = []
logger.info(tokens, secrets)`,
  ],
]

const comments: readonly Case[] = [
  [
    '@typedef with @property',
    `/**
 * @typedef {Object} Account
 * @property {string} id
 * @property {string} apiSecret what it is called with
 * @property {string} [plan]
 */
/** @typedef {{ id: string, name?: string }} Plain */
/**
 * @param {Account} account the account
 * @param {Plain} [plain]
 */
function show(account, plain) {
  logger.info('account', account) // leak
  logger.info('plain', plain)
  logger.info('id', account.id)
}`,
    'src/app.js',
  ],
  [
    'lists, unions, generic types and those of TypeScript in comments',
    `/** @typedef {{ id: string, privateKey: string }} Pair */
/** @type {Pair} */
const pair = load()
logger.info(pair) // leak
/** @type {Array.<Pair>} */
const list = []
logger.info(list[0]) // leak
/** @param {Pair[]|null} pairs @returns {void} */
const show = (pairs) => { logger.info(pairs) } // leak
/** @returns {Promise<Pair>} */
async function read() { return ask() }
logger.info(await read()) // leak
/** @type {{ id: string }} */
const other = load()
logger.info(other)
/** @type {(pair: Pair) => string} */
const name = load()
logger.info(name)
/** @param {string} pairs */
const text = (pairs) => { logger.info(pairs) }`,
    'src/app.js',
  ],
  [
    'fields of a class',
    `/** @typedef {{ id: string, privateKey: string }} Pair */
class Keys {
  /** @type {Map<string, Pair>} */
  all = new Map()
  constructor() {
    /** @type {Pair[]} */
    this.list = []
    /** @type {string[]} */
    this.names = []
  }
  /** @param {Pair|null} one */
  put(one) { logger.info(one) } // leak
  get(id) { logger.info(this.all.get(id)) } // leak
  first() { logger.info(this.list[0]) } // leak
  name() { logger.info(this.names[0]) }
}`,
    'src/app.js',
  ],
]

describe.each([
  ['a declared type and an empty start value', fields],
  ['types in comments', comments],
])('require-redacted-logger: %s', (_, cases) => {
  it.each(cases)('%s', (_, text, filename) =>
    expect(reportedLines(text, filename === undefined ? {} : { filename })).toEqual(markedLines(text)),
  )
})

describe('require-redacted-logger: entries of a map', () => {
  it.each([
    [
      'a field',
      `class Vault {
  secrets = new Map()
  constructor(apiKey) { this.secrets.set('openai', apiKey) }
  show() {
    for (const [name, value] of this.secrets) {
      logger.info(\`secret \${name}\`)
      logger.info(\`secret \${value}\`) // leak
    }
  }
}`,
    ],
    [
      'a variable',
      `const secrets = new Map()
secrets.set('a', apiKey)
for (const [name, value] of secrets) {
  logger.info(name)
  logger.info(value) // leak
}
logger.info(secrets.get('a')) // leak`,
    ],
    ['a parameter', 'function show(secrets) { for (const [name] of secrets) logger.info(name) }'],
  ])('%s', (_, text) => expect(reportedLines(text)).toEqual(markedLines(text)))
})

describe('require-redacted-logger: types of patterns', () => {
  it.each([
    [
      'a parameter',
      `interface Login { email: string; password: string }
interface Page { from: number; to: number }
const login = (_: unknown, { input, page }: { input: Login; page: Page }) => {
  logger.info(input) // leak
  logger.info(page)
  logger.info(input.email.length)
}`,
    ],
    [
      'a variable',
      `interface Context { user: { id: string; ssn: string }; page: { from: number } }
const { user, page }: Context = context()
logger.info(user) // leak
logger.info(page)`,
    ],
  ])('%s', (_, text) => expect(reportedLines(text)).toEqual(markedLines(text)))
})
