import { describe, expect, it } from 'vitest'
import { idleSuggestions, markedLines, reportedLines } from './lint-text.js'
import type { Options } from './options.js'

/** A program whose lines with a leak are marked; the others are their nearest silent neighbours. */
type Case = [what: string, text: string, filename?: string, options?: Options]

const declared: readonly Case[] = [
  [
    'JSDoc of a property',
    `interface Note {
  /** @sensitive */
  body: string
  id: string
}
function f(n: Note) {
  console.log(n.body) // leak
  console.log(n) // leak
  console.log(n.id)
}`,
  ],
  [
    'JSDoc @pii and @secret',
    `interface Person {
  /** @pii */ nick: string
  /** The recipe. @secret */ recipe: string
  id: string
}
function f(p: Person) {
  console.log(p.recipe) // leak
  console.log(p.id)
}`,
  ],
  [
    'JSDoc of a variable',
    `/** @secret */
const recipe = load()
console.log(recipe) // leak
/** @public */
const other = load()
console.log(other)
/** @sensitive */
let a = load()
console.log(\`\${a}\`) // leak`,
  ],
  [
    'JSDoc of a type',
    `/** @sensitive */
type Diary = { text: string }
/** @sensitive */
interface Letter { text: string }
interface Memo { text: string }
/** @secret */
class Vault { items = [] }
function f(d: Diary, l: Letter, m: Memo, v: Vault) {
  console.log(d) // leak
  console.log(l) // leak
  console.log(m)
  console.log(v) // leak
  console.log(d.text) // leak
}`,
  ],
  [
    'JSDoc of a class field',
    `class Box {
  /** @sensitive */
  content = load()
  size = 1
  m() {
    console.log(this.content) // leak
    console.log(this.size)
  }
}`,
  ],
  [
    'JSDoc of a parameter',
    `/**
 * @param {string} pin
 */
function f(/** @sensitive */ pin: string, other: string) {
  console.log(pin) // leak
  console.log(other)
}`,
  ],
  [
    'sensitiveTypes',
    `interface Money { cents: number }
type Wrapped = Sensitive<string>
function f(m: Money, s: Sensitive<string>, w: Wrapped, x: Amount) {
  console.log(m) // leak
  console.log(s) // leak
  console.log(w) // leak
  console.log(x)
}
const v: Sensitive<string> = load()
console.log(v) // leak
class A { constructor(private s: Sensitive<string>, private n: string) {}
 m() {
  console.log(this.s) // leak
  console.log(this.n)
 } }`,
    'src/app.ts',
    { sensitiveTypes: ['Money', 'Sensitive'] },
  ],
  [
    '@Exclude()',
    `import { Exclude, Expose } from 'class-transformer'
class Dto {
  @Expose() id: string
  @Exclude() hint: string
}
function f(d: Dto) {
  console.log(d) // leak
  console.log(d.hint) // leak
  console.log(d.id)
}`,
  ],
  [
    '@Exclude with options and @Column select false',
    `class E {
  @Column() id: string
  @Exclude({ toPlainOnly: true }) answer: string
}
function f(e: E) { console.log(e) } // leak
class G { @Column() id: string }
function g(e: G) { console.log(e) }`,
  ],
  [
    'zod metadata',
    `import { z } from 'zod'
const S = z.object({ nick: z.string().meta({ sensitive: true }), id: z.string() })
const s = S.parse(input)
console.log(s.nick) // leak
console.log(s) // leak
console.log(s.id)
type S = z.infer<typeof S>
function f(x: S) { console.log(x) } // leak
const r = S.safeParse(input)
console.log(r.data.nick) // leak
console.log(r.success)`,
  ],
  [
    'zod describe, brand, register',
    `import { z } from 'zod'
const T = z.object({ nick: z.string().describe('sensitive'), id: z.string() })
const t = T.parse(x)
console.log(t.id)`,
  ],
  [
    'valibot/typebox metadata',
    `import * as v from 'valibot'
import { Type } from '@sinclair/typebox'
const A = v.object({ nick: v.pipe(v.string(), v.metadata({ sensitive: true })), id: v.string() })
const a = v.parse(A, x)
console.log(a.nick) // leak
console.log(a.id)
const B = Type.Object({ nick: Type.String({ sensitive: true }), id: Type.String() })
function f(b: Static<typeof B>) {
  console.log(b.nick) // leak
  console.log(b.id)
}`,
  ],
  [
    'joi/yup metadata',
    `import Joi from 'joi'
import * as yup from 'yup'
const J = Joi.object({ nick: Joi.string().meta({ sensitive: true }), id: Joi.string() })
const { value } = J.validate(x)
console.log(value.nick) // leak
console.log(value.id)
const Y = yup.object({ nick: yup.string().meta({ sensitive: true }), id: yup.string() })
const y = await Y.validate(x)
console.log(y.nick) // leak
console.log(y.id)`,
  ],
  [
    'schema metadata words',
    `import { z } from 'zod'
const S = z.object({ nick: z.string().meta({ internal: true }), id: z.string().meta({ title: 'x' }) })
const s = S.parse(input)
console.log(s.nick) // leak
console.log(s.id)`,
    'src/app.ts',
    { sensitiveMetadata: ['internal'] },
  ],
]

describe('each way to declare it', () => {
  it.each(declared)('%s', (_, text, filename = 'src/app.tsx', options = {}) => {
    expect(reportedLines(text, { filename, options })).toEqual(markedLines(text))
    expect(idleSuggestions(text, { filename, options })).toEqual([])
  })
})
