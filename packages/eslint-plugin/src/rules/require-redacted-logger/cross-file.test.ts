import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { lintFiles } from '../../test/lint-files.js'
import { reportsOfProject } from './lint-text.js'
import { requireRedactedLogger } from './rule.js'

type Case = [flow: string, files: Record<string, string>, reports: string[]]

const ENV = `declare const process: { env: Record<string, string> }\n`

const values: Case[] = [
  [
    'a constant, and one beside it',
    {
      'config.ts': `${ENV}export const first = process.env['DB_PASSWORD']\nexport const second = process.env['PORT']`,
      'app.ts': `import { first, second } from './config'\nconsole.log(first)\nconsole.log(second)`,
    },
    ['2 logged'],
  ],
  [
    'a member of an object',
    {
      'config.ts': `${ENV}export const config = { db: { host: 'x', value: process.env['DB_PASSWORD'] } }`,
      'app.ts': `import { config } from './config'\nconsole.log(config.db.value)\nconsole.log(config.db.host)`,
    },
    ['2 logged'],
  ],
  [
    'a whole object',
    {
      'config.ts': `${ENV}export const db = { host: 'x', password: process.env['PGPASS'] }\nexport const web = { host: 'x', port: 1 }`,
      'app.ts': `import { db, web } from './config'\nconsole.log(db)\nconsole.log(web)`,
    },
    ['2 logged'],
  ],
  [
    'a default export',
    {
      'config.ts': `${ENV}export default { host: 'x', value: process.env['DB_PASSWORD'] }`,
      'app.ts': `import config from './config'\nconsole.log(config.value)\nconsole.log(config.host)`,
    },
    ['2 logged'],
  ],
  [
    'through a barrel',
    {
      'config.ts': `${ENV}export const first = process.env['DB_PASSWORD']\nexport const second = process.env['PORT']`,
      'index.ts': `export * from './config'\nexport { first as third } from './config'`,
      'app.ts': `import { first, second, third } from './index'\nconsole.log(first)\nconsole.log(second)\nconsole.log(third)`,
    },
    ['2 logged', '4 logged'],
  ],
  [
    'of a namespace',
    {
      'config.ts': `${ENV}export const first = process.env['DB_PASSWORD']\nexport const second = process.env['PORT']`,
      'app.ts': `import * as config from './config'\nconsole.log(config.first)\nconsole.log(config.second)`,
    },
    ['2 logged'],
  ],
  [
    'destructured and renamed',
    {
      'config.ts': `${ENV}export const config = { value: process.env['DB_PASSWORD'], port: 1, host: 'x' }`,
      'app.ts': `import { config } from './config'\nconst { value: one, ...rest } = config\nconsole.log(one)\nconsole.log(rest)`,
    },
    ['3 logged'],
  ],
  [
    'spread and assigned',
    {
      'config.ts': `${ENV}export const config = { value: process.env['DB_PASSWORD'] }\nexport const other = { port: 1 }`,
      'app.ts': `import { config, other } from './config'\nconsole.log({ ...config })\nconsole.log({ ...other })\nconsole.log(Object.assign({}, config))\nconsole.log(Object.assign({}, other))`,
    },
    ['2 logged', '4 logged'],
  ],
  [
    'in a template, a sum and a format',
    {
      'config.ts': `${ENV}export const one = process.env['DB_PASSWORD']\nexport const two = process.env['PORT']`,
      'app.ts':
        "import { one, two } from './config'\nconsole.log(`${one}`)\nconsole.log(`${two}`)\nconsole.log('x' + one)\nconsole.log('x' + two)\nconsole.log(util.format('%s', one))\nconsole.log(util.format('%s', two))",
    },
    ['2 logged', '4 logged', '6 logged'],
  ],
  [
    'a helper that returns one',
    {
      'vault.ts': `${ENV}export function open() { return process.env['DB_PASSWORD'] }\nexport function where() { return process.env['VAULT_HOST'] }`,
      'app.ts': `import { open, where } from './vault'\nconsole.log(open())\nconsole.log(where())`,
    },
    ['2 logged'],
  ],
  [
    'a helper that hands its argument on',
    {
      'text.ts': `export const quote = (text: string) => '<' + text + '>'\nexport const size = (text: string) => text.length`,
      'app.ts': `import { quote, size } from './text'\ndeclare const password: string\nconsole.log(quote(password))\nconsole.log(size(password))`,
    },
    ['3 logged'],
  ],
  [
    'a promise of a helper',
    {
      'vault.ts': `${ENV}export async function open() { return process.env['DB_PASSWORD'] }\nexport async function where() { return process.env['VAULT_HOST'] }`,
      'app.ts': `import { open, where } from './vault'\nconsole.log(await open())\nconsole.log(await where())\nopen().then((value) => console.log(value))\nwhere().then((value) => console.log(value))`,
    },
    ['2 logged', '4 logged'],
  ],
  [
    'a field and a getter of an instance',
    {
      'vault.ts': `${ENV}export class Vault { private value = process.env['DB_PASSWORD']; host = 'x'\n  get opened() { return this.value }\n  read() { return this.value } }\nexport const vault = new Vault()`,
      'app.ts': `import { vault, Vault } from './vault'\nconsole.log(vault.opened)\nconsole.log(vault.host)\nconsole.log(vault.read())\nconsole.log(new Vault().opened)\nconsole.log(new Vault().host)`,
    },
    ['2 logged', '4 logged', '5 logged'],
  ],
  [
    'a whole instance',
    {
      'vault.ts': `export class Vault { constructor(readonly password: string) {} }\nexport class Door { constructor(readonly host: string) {} }`,
      'app.ts': `import { Vault, Door } from './vault'\nconst vault = new Vault('a')\nconst door = new Door('b')\nconsole.log(vault)\nconsole.log(door)`,
    },
    ['4 loggedWhole'],
  ],
  [
    'the items of a list',
    {
      'keys.ts': `${ENV}export const keys = [process.env['DB_PASSWORD']]\nexport const ports = [process.env['PORT']]`,
      'app.ts': `import { keys, ports } from './keys'\nfor (const one of keys) console.log(one)\nfor (const one of ports) console.log(one)\nkeys.forEach((one) => console.log(one))\nports.forEach((one) => console.log(one))`,
    },
    ['2 logged', '4 logged'],
  ],
  [
    'what a closure keeps, and a choice',
    {
      'config.ts': `${ENV}export const one = process.env['DB_PASSWORD']\nexport const two = process.env['PORT']`,
      'app.ts': `import { one, two } from './config'\ndeclare const so: boolean\nconst later = () => console.log(one)\nconst other = () => console.log(two)\nconsole.log(so ? one : 'none')\nconsole.log(so ? two : 'none')\nconsole.log(one ? 'set' : 'missing')`,
    },
    ['3 logged', '5 logged'],
  ],
  [
    'a generator',
    {
      'keys.ts': `${ENV}export function* keys() { yield process.env['DB_PASSWORD'] }\nexport function* ports() { yield process.env['PORT'] }`,
      'app.ts': `import { keys, ports } from './keys'\nfor (const one of keys()) console.log(one)\nfor (const one of ports()) console.log(one)`,
    },
    ['2 logged'],
  ],
]

const types: Case[] = [
  [
    'a record of users by its declared type, and one by id',
    {
      'user.ts': `export interface User { id: string; password: string }\nexport interface Group { id: string }`,
      'app.ts': `import type { User, Group } from './user'\nexport function a(user: User) { console.log(user) }\nexport function b(group: Group) { console.log(group) }`,
    },
    ['2 loggedWhole'],
  ],
  [
    'lists, promises and parts of declared types',
    {
      'user.ts': `export interface User { id: string; profile: { apiKey: string } }\nexport declare function find(): Promise<User[]>\nexport declare function count(): Promise<number[]>`,
      'app.ts': `import { find, count, type User } from './user'\nconst users = await find()\nconsole.log(users)\nconsole.log(await count())\nexport function a(user: Pick<User, 'id'>) { console.log(user) }\nexport function b(users: readonly User[]) { console.log(users[0]) }`,
    },
    ['3 loggedWhole', '6 loggedWhole'],
  ],
  [
    'a class that another extends',
    {
      'base.ts': `export class Login { password = '' }\nexport class Page { title = '' }`,
      'app.ts': `import { Login, Page } from './base'\nclass Form extends Login { name = '' }\nclass View extends Page { name = '' }\nexport function a(form: Form) { console.log(form) }\nexport function b(view: View) { console.log(view) }`,
    },
    ['4 loggedWhole'],
  ],
  [
    'a member tagged where it is declared',
    {
      'note.ts': `export interface Note {\n  /** @secret */\n  text: string\n  id: string\n}`,
      'app.ts': `import type { Note } from './note'\nexport function a(note: Note) {\n  console.log(note.text)\n  console.log(note.id)\n}`,
    },
    ['3 loggedWhole'],
  ],
]

const loggers: Case[] = [
  [
    'a logger of another file, redacted and not',
    {
      'log.ts': `import pino from 'pino'\nexport const safe = pino({ redact: ['password'] })\nexport const open = pino({ redact: ['token'] })`,
      'app.ts': `import { safe, open } from './log'\ndeclare const password: string\nsafe.info({ password })\nopen.info({ password })`,
    },
    ['4 missedByPath'],
  ],
  [
    'a factory of loggers',
    {
      'log.ts': `import pino from 'pino'\nexport function make(name: string) { return pino({ name, redact: ['password'] }) }`,
      'app.ts': `import { make } from './log'\ndeclare const password: string\nconst log = make('app')\nlog.info({ password })\nlog.info({ user: { password } })`,
    },
    ['5 missedByPath'],
  ],
  [
    'a child of a logger of another file',
    {
      'log.ts': `import pino from 'pino'\nconst logger = pino({ redact: ['password'] })\nexport default logger`,
      'app.ts': `import logger from './log'\ndeclare const password: string\nconst log = logger.child({ name: 'app' })\nlog.info({ password })\nlog.info({ a: { password } })`,
    },
    ['5 missedByPath'],
  ],
  [
    'a class of loggers',
    {
      'out.ts': `export class Out { info(text: string) { console.log(text) }\n  warn(text: string) { console.warn(text) } }\nexport class Page { open(text: string) { return text } }`,
      'app.ts': `import { Out, Page } from './out'\ndeclare const password: string\nconst out = new Out()\nout.info(password)\nout.info('started')\nnew Page().open(password)`,
    },
    ['4 logged'],
  ],
  [
    'a helper that logs what it is given',
    {
      'show.ts': `export function show(label: string, value: unknown) { console.log(label, value) }\nexport function keep(label: string, value: unknown) { return [label, value] }`,
      'app.ts': `import { show, keep } from './show'\ndeclare const password: string\nshow('x', password)\nshow('x', password.length)\nkeep('x', password)`,
    },
    ['3 logged'],
  ],
  [
    'a helper that logs what it is given, through a barrel, as a default, by a namespace',
    {
      'show.ts': `export default (value: unknown) => console.log(value)\nexport const put = (value: unknown) => process.stdout.write(String(value))`,
      'index.ts': `export { default as show, put } from './show'`,
      'app.ts': `import { show } from './index'\nimport print from './show'\nimport * as all from './show'\ndeclare const password: string\nshow(password)\nprint(password)\nall.put(password)\nall.put(password.length)`,
    },
    ['5 logged', '6 logged', '7 logged'],
  ],
  [
    'a helper that logs only a part, or a hash, of it',
    {
      'show.ts': `export function show(value: string) { console.log(value.length) }\nexport function part(value: string) { console.log(value.slice(0, 4)) }`,
      'app.ts': `import { show, part } from './show'\ndeclare const password: string\nshow(password)\npart(password)`,
    },
    [],
  ],
  [
    'a method of a service that logs what it is given',
    {
      'audit.ts': `export class Audit { record(what: string, detail: unknown) { console.log(what, detail) }\n  count(what: string, detail: unknown) { console.log(what, typeof detail) } }`,
      'app.ts': `import { Audit } from './audit'\ndeclare const password: string\nclass Login { constructor(private audit: Audit) {}\n  in() {\n    this.audit.record('in', password)\n    this.audit.count('in', password)\n  } }`,
    },
    ['5 logged'],
  ],
  [
    'a helper that logs what stands in an object',
    {
      'show.ts': `export function show(options: { what: string; detail: unknown }) { console.log(options.detail) }`,
      'app.ts': `import { show } from './show'\ndeclare const password: string\nshow({ what: 'x', detail: password })\nshow({ what: password, detail: 1 })`,
    },
    ['3 logged'],
  ],
]

describe.each([
  ['values of another file', values],
  ['declared types of another file', types],
  ['loggers and helpers of another file', loggers],
])('%s', (_, cases) => {
  it.each(cases)('%s', (__, files, reports) => expect(lintFiles(requireRedactedLogger, files)).toEqual(reports))
})

describe('without types, a helper of another file that logs what it is given', () => {
  const folder = mkdtempSync(join(tmpdir(), 'palisade-helpers-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it.each<Case>([
    [
      'an export',
      {
        'show.ts': 'export function show(label: string, value: unknown) { console.log(label, value) }',
        'app.ts': `import { show } from './show'\nshow('x', password)\nshow('x', password.length)\nshow('x', 'password')`,
      },
      ['2 logged password'],
    ],
    [
      'an export that logs nothing of it',
      {
        'show.ts': 'export function show(label: string, value: string) { console.log(label, value.length) }',
        'app.ts': `import { show } from './show'\nshow('x', password)`,
      },
      [],
    ],
    [
      'an export that logs a piece of it',
      {
        'show.ts': 'export function show(value: string) { if (value.startsWith("$")) console.log(value.slice(1)) }',
        'app.ts': `import { show } from './show'\nshow(password)`,
      },
      [],
    ],
    [
      'an export that keeps it, and one that is given a path',
      {
        'show.ts':
          'let kept = ""\nexport function keep(value: string) { kept = value }\nexport const where = () => console.log(kept)\nexport function absolutePath(p: string) { console.log(p); return p }',
        'app.ts': `import { keep, absolutePath } from './show'\nkeep(password)\nabsolutePath(secrets.password)`,
      },
      [],
    ],
    [
      'an export under a name of its own',
      {
        'show.js': 'const print = (value) => console.log(value)\nmodule.exports.show = print\nexports.put = print',
        'app.ts': `const { show, put } = require('./show')\nshow(password)\nput(apiKey)`,
      },
      ['2 logged password', '3 logged apiKey'],
    ],
    [
      'a default, and a member of a namespace',
      {
        'show.ts': 'export default (value) => console.log(value)\nexport const put = (value) => console.info(value)',
        'app.ts': `import show, * as all from './show'\nshow(password)\nall.put(password)\nall.other(password)`,
      },
      ['2 logged password', '3 logged password'],
    ],
    [
      'CommonJS',
      {
        'show.js': 'function show(value) { console.log(value) }\nmodule.exports = { show }',
        'app.ts': `const { show } = require('./show')\nconst all = require('./show')\nshow(password)\nall.show(password)\nall.hide(password)`,
      },
      ['3 logged password', '4 logged password'],
    ],
    [
      'through a barrel, and by a path of the configuration',
      {
        'tsconfig.json': '{ "compilerOptions": { "paths": { "@/*": ["./*"] } } }',
        'lib/show.ts': 'export const show = (value: unknown) => console.log(value)',
        'lib/index.ts': `export * from './show'\nexport { show as print } from './show'`,
        'app.ts': `import { show, print } from '@/lib'\nshow(password)\nprint(password)`,
      },
      ['2 logged password', '3 logged password'],
    ],
    [
      'a helper that makes a text of a whole object, or writes it out',
      {
        'show.ts':
          'export const show = (value: unknown) => console.log(`got ${value}`)\nexport const dump = (value: unknown) => console.log(`got ${JSON.stringify(value)}`)',
        'app.ts': `import { show, dump } from './show'\ninterface Account { name: string; password: string }\nexport function f(sessionUser: Account) {\n  show(sessionUser)\n  dump(sessionUser)\n}`,
      },
      ['5 loggedWhole sessionUser'],
    ],
    [
      'a helper that masks it',
      {
        'show.ts': `import { mask } from './mask'\nexport const show = (value: unknown) => console.log(mask(value))`,
        'app.ts': `import { show } from './show'\nshow(password)`,
      },
      [],
    ],
    [
      'a helper whose logger redacts it',
      {
        'log-it.ts': `import pino from 'pino'\nconst logger = pino({ redact: ['*.password'] })\nexport const logIt = (what: string, data: object) => logger.info({ data }, what)`,
        'app.ts': `import { logIt } from './log-it'\nlogIt('x', { password })\nlogIt('x', { apiKey })`,
      },
      ['3 missedByPath apiKey'],
    ],
  ])('%s', (flow, files, reports) => {
    expect(reportsOfProject(join(folder, flow.replaceAll(/\W+/gu, '-')), files)).toEqual(reports)
  })
})
