import { describe, expect, it } from 'vitest'
import { idleSuggestions, markedLines, reportedLines } from './lint-text.js'
import type { Options } from './options.js'

/** A program whose lines with a leak are marked; the others are their nearest silent neighbours. */
type Case = [what: string, text: string, filename?: string, options?: Options]

const flows: readonly Case[] = [
  [
    'direct',
    `console.log(process.env.API_KEY) // leak
console.log(process.env.REGION)`,
  ],
  [
    'alias',
    `const a = process.env.API_KEY, x = process.env.REGION
let b; b = a; let y; y = x
console.log(b) // leak
console.log(y)`,
  ],
  [
    'destructured',
    `const { API_KEY, REGION } = process.env
console.log(API_KEY) // leak
console.log(REGION)`,
  ],
  [
    'renamed',
    `const { API_KEY: a, REGION: b, DB_PASSWORD: c = 'x' } = process.env
console.log(a) // leak
console.log(b)
console.log(c) // leak`,
  ],
  [
    'nested member',
    `const cfg = { db: { auth: { value: process.env.DB_PASSWORD }, host: 'h' } }
console.log(cfg.db.auth.value) // leak
console.log(cfg.db.host)
const { db: { auth: { value } } } = cfg
console.log(value) // leak`,
  ],
  [
    'spread',
    `const base = { value: process.env.DB_PASSWORD, id: 1 }
console.log({ ...base }) // leak
console.log({ ...base, value: 'x' })
const list = [process.env.DB_PASSWORD, 'x']
console.log([...list]) // leak
console.log(...list) // leak
console.log({ ...{ id: 1 } })`,
  ],
  [
    'Object.assign',
    `const out = Object.assign({}, { value: process.env.DB_PASSWORD }, { id: 1 })
console.log(out) // leak
console.log(out.id)
const t = {}
Object.assign(t, { value: process.env.DB_PASSWORD })
console.log(t) // leak
const u = {}
Object.assign(u, { value: process.env.REGION })
console.log(u)`,
  ],
  [
    'template',
    `const m = \`key=\${process.env.API_KEY}\`
console.log(m) // leak
const n = \`region=\${process.env.REGION}\`
console.log(n)`,
  ],
  [
    'concatenation',
    `let m = 'key='
m += process.env.API_KEY
console.log(m) // leak
const n = 'x'.concat('key', process.env.API_KEY)
console.log(n) // leak
let o = 'region='
o += process.env.REGION
console.log(o)`,
  ],
  [
    'util.format',
    `import util, { format } from 'node:util'
const m = util.format('%s', process.env.API_KEY)
console.log(m) // leak
console.log(format('%d', process.env.API_KEY.length))
const { format: f } = require('util')
console.log(f('%j', { k: process.env.API_KEY })) // leak`,
  ],
  [
    'callback parameter',
    `read(process.env.API_KEY, (v) => v)
;[process.env.API_KEY].forEach((v) => console.log(v)) // leak
;[process.env.REGION].forEach((v) => console.log(v))
getSecret((err, secret) => { console.log(secret) }) // leak
getRegion((err, region) => { console.log(region) })
const keys = [{ v: process.env.API_KEY }]
keys.map(({ v }) => console.log(v)) // leak`,
  ],
  [
    'own callback',
    `function withKey(cb) { cb(process.env.API_KEY) }
withKey((k) => console.log(k)) // leak
function withRegion(cb) { cb(process.env.REGION) }
withRegion((k) => console.log(k))
function withBoth(cb) { cb(null, { key: process.env.API_KEY }) }
withBoth((err, res) => { console.log(res.key) }) // leak`,
  ],
  [
    'promise result',
    `const load = async () => process.env.API_KEY
const region = async () => process.env.REGION
load().then((v) => console.log(v)) // leak
region().then((v) => console.log(v))
const v = await load()
console.log(v) // leak
const [a, b] = await Promise.all([load(), region()])
console.log(a) // leak
console.log(b)
new Promise((resolve) => resolve(process.env.API_KEY)).then((x) => console.log(x)) // leak
load().then((v) => ({ v })).then(({ v }) => { console.log(v) }) // leak`,
  ],
  [
    'class field',
    `class A {
  key = process.env.API_KEY
  #hidden = process.env.DB_PASSWORD
  static shared = process.env.DB_PASSWORD
  region = process.env.REGION
  m() {
    console.log(this.key) // leak
    console.log(this.#hidden) // leak
    console.log(A.shared) // leak
    console.log(this.region)
  }
}
console.log(new A().key) // leak`,
  ],
  [
    'class field by the constructor',
    `class A {
  constructor(value, region) { this.value = value; this.region = region }
  m() { console.log(this.value) } // leak
  n() { console.log(this.region) }
}
new A(process.env.API_KEY, process.env.REGION)`,
  ],
  [
    'helper that logs',
    `function show(label, v) { console.log(label, v) }
show('k', process.env.API_KEY) // leak
show('r', process.env.REGION)
const trace = (o) => logger.info({ data: o })
trace({ k: process.env.API_KEY }) // leak
trace({ k: process.env.REGION })
class L { static w(m) { console.log(m) } put(m) { L.w(m) } }
new L().put(process.env.API_KEY) // leak
function outer(v) { show('x', v) }
outer(process.env.DB_PASSWORD) // leak`,
  ],
  [
    'helper that returns one',
    `function key() { return process.env.API_KEY }
function region() { return process.env.REGION }
const get = (n) => process.env[n]
console.log(key()) // leak
console.log(region())
console.log(get('API_KEY')) // leak
console.log(get('REGION'))
function id(x) { return x }
console.log(id(process.env.API_KEY)) // leak
console.log(id('x'))`,
  ],
  [
    'closure',
    `const key = process.env.API_KEY
const region = process.env.REGION
const later = () => { console.log(key) } // leak
setTimeout(() => console.log(region), 1)
function make(k) { return function () { console.log(k) } }
make(process.env.API_KEY)() // leak
const f = ((k) => () => k)(process.env.API_KEY)
console.log(f()) // leak`,
  ],
  [
    'loop',
    `for (const k of [process.env.API_KEY]) console.log(k) // leak
for (const k of [process.env.REGION]) console.log(k)
const keys = [process.env.API_KEY]
for (let i = 0; i < keys.length; i++) console.log(keys[i]) // leak
const o = { a: process.env.API_KEY }
for (const n in o) console.log(o[n]) // leak
for (const n in o) console.log(n)
keys.forEach((k, i) => console.log(i))
let i = 0
while (i < keys.length) { console.log(keys[i++]) } // leak
for (const [n, v] of Object.entries(o)) console.log(v) // leak
for (const [n, v] of new Map([['a', process.env.API_KEY]])) console.log(v) // leak`,
  ],
  [
    'conditional',
    `const v = verbose ? process.env.API_KEY : 'none'
console.log(v) // leak
const w = verbose ? 'set' : 'none'
console.log(w)
let x = ''
if (verbose) x = process.env.API_KEY
console.log(x) // leak
let y = ''
if (process.env.API_KEY) y = 'set'
console.log(y)
switch (mode) { case 'a': x = 'k'; break; default: x = 'b' }
console.log(process.env.API_KEY || 'none') // leak
console.log(process.env.API_KEY ? 'x' : 'y')
console.log(verbose && process.env.API_KEY) // leak`,
  ],
]

describe.each([['each flow', flows]] as const)('%s', (_, cases) => {
  it.each(cases)('%s', (__, text, filename = 'src/app.tsx', options = {}) => {
    expect(reportedLines(text, { filename, options })).toEqual(markedLines(text))
    expect(idleSuggestions(text, { filename, options })).toEqual([])
  })
})
