import { describe, expect, it } from 'vitest'
import { markedLines, reportedLines } from './lint-text.js'

/** A program whose lines with a leak are marked; the others are their nearest silent neighbours. */
type Case = [what: string, text: string, filename?: string]

const HELPERS = `const upper = (s) => s.toUpperCase()
const wrap = (value) => ({ value })
const size = (s) => s.length
const config = { host: 'x', password: process.env.DB_PASSWORD }
`

const pipelines: readonly Case[] = [
  [
    'pipe of fp-ts',
    `import { pipe, flow } from 'fp-ts/function'
${HELPERS}logger.info(pipe(process.env.API_SECRET, (x) => x.trim(), upper)) // leak
logger.info(pipe(process.env.API_SECRET, upper, wrap)) // leak
logger.info(pipe(config, (c) => c.password)) // leak
logger.info(pipe(config, (c) => c.password, JSON.stringify)) // leak
logger.info(flow(upper, wrap)(process.env.API_SECRET)) // leak
logger.info(pipe(config, (c) => c.host))
logger.info(pipe(process.env.API_SECRET, size))
logger.info(pipe(process.env.API_SECRET, (x) => x !== undefined))
logger.info(pipe(process.env.API_SECRET, check))`,
  ],
  [
    'flow and flowRight of lodash',
    `import _ from 'lodash'
${HELPERS}const normal = _.flow([upper, (s) => s.trim()])
logger.info(normal(process.env.API_SECRET)) // leak
logger.info(_.flowRight(wrap, upper)(process.env.API_SECRET)) // leak
logger.info(_.flow(upper, size)(process.env.API_SECRET))
logger.info(normal(process.env.API_HOST))`,
  ],
  [
    'pipe and compose of Ramda',
    `import * as R from 'ramda'
${HELPERS}const shown = R.pipe(upper, wrap)
logger.info(shown(process.env.API_SECRET)) // leak
logger.info(R.compose(wrap, upper)(process.env.API_SECRET)) // leak
logger.info(R.compose(size, upper)(process.env.API_SECRET))`,
  ],
  [
    'a pipe of something else',
    `import { pipe } from './streams'
${HELPERS}logger.info(pipe(process.env.API_SECRET, upper))`,
  ],
  [
    'keys that come first',
    `import * as R from 'ramda'
${HELPERS}logger.info(R.omit(['host'], config)) // leak
logger.info(R.pick(['password'], config)) // leak
logger.info(R.omit(['password'], config))
logger.info(R.pick(['host'], config))
logger.info(R.omit(['password'])(config))`,
  ],
]

const views: readonly Case[] = [
  [
    'toString of what a function constructs',
    `function Conn(options) { this.options = options }
Conn.prototype.toString = function () { return 'conn ' + this.options.password }
function Other(options) { this.options = options }
Other.prototype.toString = function () { return 'conn ' + this.options.host }
const conn = new Conn({ password: process.env.CONN_PASSWORD, host: 'x' })
const other = new Other({ password: process.env.CONN_PASSWORD, host: 'x' })
logger.info('' + conn) // leak
logger.info(\`\${conn}\`) // leak
logger.info(String(conn)) // leak
logger.info(\`\${other}\`)`,
  ],
  [
    'toString and toJSON of an object literal',
    `const shown = { host: 'x', toString() { return \`x:\${process.env.APP_SECRET}\` } }
logger.info(\`with \${shown}\`) // leak
const hidden = { key: process.env.APP_SECRET, toString() { return 'hidden' } }
logger.info(\`with \${hidden}\`)
const written = { toJSON: () => ({ secret: process.env.APP_SECRET }) }
logger.info(JSON.stringify(written)) // leak
const kept = { secret: process.env.APP_SECRET, toJSON: () => ({ secret: '***' }) }
logger.info(JSON.stringify(kept))`,
  ],
  [
    'a getter and a setter of one field',
    `class Box { get value() { return this.kept } set value(v) { this.kept = v } }
const box = new Box()
box.value = process.env.APP_SECRET
logger.info(box.value) // leak
const other = new Box()
other.value = process.env.APP_NAME
logger.info(other.value)`,
  ],
]

const containers: readonly Case[] = [
  [
    'what promises have settled with',
    `const settled = await Promise.allSettled([readSecret(), Promise.resolve(process.env.APP_SECRET), ping()])
logger.info(settled[1].value) // leak
logger.info(settled[1].status)
logger.info(settled[2].value)`,
  ],
  [
    'the query of an address',
    `const url = new URL('https://example.com')
url.searchParams.set('key', process.env.API_KEY)
logger.info(url.href) // leak
logger.info(url.hostname)
const other = new URL('https://example.com')
other.searchParams.set('page', process.env.PAGE)
logger.info(other.href)`,
  ],
]

const owners: readonly Case[] = [
  [
    'the state and the getters of a store',
    `import { defineStore } from 'pinia'
export const useKeys = defineStore('keys', {
  state: () => ({ value: process.env.VITE_SECRET, name: process.env.VITE_NAME, login: { password: '', user: '' } }),
  getters: { shown() { return \`key \${this.value}\` }, title() { return \`name \${this.name}\` } },
  actions: {
    show() {
      console.log(this.value) // leak
      console.log(this.shown) // leak
      console.log(this.$state) // leak
      console.log(this.login) // leak
      console.log(this.name)
      console.log(this.title)
      console.log(this.login.user)
    },
  },
})`,
  ],
  [
    'the data of a component',
    `export default {
  data() { return { value: process.env.VITE_SECRET, count: 0 } },
  computed: { label() { return 'key ' + this.value } },
  methods: {
    show() {
      console.log(this.label) // leak
      console.log(this.count)
    },
  },
}`,
  ],
  [
    'methods that a factory gives',
    `function makeAudit() {
  function put(x) { logger.warn({ x }) }
  function drop(x) { return x }
  return { put, drop }
}
const audit = makeAudit()
audit.put(process.env.APP_SECRET) // leak
audit.drop(process.env.APP_SECRET)
audit.put(process.env.APP_NAME)
class Audit { put(x) { logger.info(x) } }
const getAudit = () => new Audit()
getAudit().put(process.env.OTHER_SECRET) // leak
getAudit().put(process.env.OTHER_NAME)`,
  ],
]

describe.each([
  ['functions that are run one after another', pipelines],
  ['what an object shows of itself', views],
  ['what holds a value', containers],
  ['what `this` and a receiver are', owners],
])('require-redacted-logger: %s', (_, cases) => {
  it.each(cases)('%s', (_, text, filename) =>
    expect(reportedLines(text, filename === undefined ? {} : { filename })).toEqual(markedLines(text)),
  )
})
