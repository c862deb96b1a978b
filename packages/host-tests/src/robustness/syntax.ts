/**
 * Every kind of syntax of ECMAScript and TypeScript, written so that rules have to look at it: each expression stands in
 * the place of a value that a rule follows, each statement in a handler around such values.
 */

/** Expressions; `jsx` ones are read as TSX. */
export const expressions: readonly string[] = [
  ...[
    'null',
    '1n',
    '0x1f',
    '/a[b]+(?<name>c)/dgimsuy',
    '/[\\p{L}--[a-z]]/v',
    "'\\u{1F600}\\x41'",
    'this',
    'super.base',
  ],
  ...['[1, , ...rest]', '[, ]', '{}', '{ __proto__: null, a, "b-c": 1, 2: 2, [c]: 3, ...d }'],
  '{ get password() { return secret }, set password(value) { stored = value }, async *token() { yield* other() } }',
  ...[
    'function () {}',
    'function* named() { yield }',
    'async function () { await null }',
    '() => ({})',
    'async x => x',
  ],
  ...['({ a = 1, b: [c, ...d] = [], ...e }, [f, , g = f] = []) => a', 'class {}', 'class A extends (b, c) {}'],
  'class { static #secret = 1; #x; static { this.#secret++ } static async *gen() {} get [k]() { return #x in this } accessor y = 2 }',
  ...['+a', '-a', '!a', '~a', 'typeof a', 'void 0', 'delete a.b', 'a++', '--a', 'a ** b', 'a >>> b', 'a in b'],
  ...[
    'a instanceof b',
    'a && b',
    'a || b',
    'a ?? b',
    'a ? b : c',
    '(a, b)',
    'a = b',
    '[a, b.c] = d',
    '({ a, ...b.c } = d)',
  ],
  ...['a ||= b', 'a &&= b', 'a ??= b', 'a **= b', 'a?.b', 'a?.[b]', 'a?.(b)', 'a?.b.c?.(d)?.[e]', 'delete a?.b'],
  ...[
    'new A',
    'new A(...b)',
    'new a.b.C()',
    'new.target',
    'import.meta.url',
    'import("x")',
    'a`b${c}d`',
    'a?.b`c`'.slice(3),
  ],
  ...['`a${`b${c}`}d`', '``', 'String.raw`\\unicode`', 'a`\\unicode`', 'await a', 'await (async () => {})()'],
  ...[
    'require("x")',
    'require(`${a}`)',
    'eval("a")',
    'Function("a")',
    '((a))',
    'a as const',
    'a as unknown as string',
    '<T>a',
  ],
  ...[
    'a!',
    'a!.b!',
    'a satisfies B',
    'a<string>',
    'a<string>("x")',
    'new A<string>()',
    'async <T,>(x: T): Promise<T> => x',
  ],
  'function (this: Window, a?: string, ...b: number[]): asserts a is string {}',
  'class<T extends object = {}> implements I<T>, J { declare a: T; readonly b!: string; constructor(private c: T, readonly d = 1) { super() } }',
  'class { static accessor b = 2; readonly [key: string]: unknown }',
]

/** Expressions that are JSX. */
export const elements: readonly string[] = [
  '<a />',
  '<></>',
  '<a b="c" d={e} {...f} g:h="i" j>{/* nothing */}{k}text &amp; {...l}</a>',
  '<A.B.C x={<d />}>{e ? <f /> : null}</A.B.C>',
  '<A<string> b="c" />',
]

/** Statements and declarations that can stand in a function. */
export const statements: readonly string[] = [
  '@dec() @a.b class A { @dec() a = 1; @dec method(@param() a: string) {} @dec static accessor b = 2 }',
  'type O = A & { b: string } & C',
  ...[';', '{}', 'debugger', 'var a', 'let b = 1, c', 'const { d: { e = 1 } = {}, ...f } = g', 'const [h, , ...i] = j'],
  ...['if (a) b(); else c()', 'for (;;) break', 'for (var i = 0, j; ;) continue', 'for (const k in l) m(k)'],
  ...['for (const n of o) p(n)', 'for await (const q of r) s(q)', 'for (t.u of v) w()', 'for ([x, y.z] of aa) bb()'],
  ...['while (a) b()', 'do { c() } while (d)', 'outer: for (;;) { inner: for (;;) continue outer }'],
  'switch (a) { case 1: case b: { c() } default: d(); break; case 2: }',
  ...['try { a() } catch { b() }', 'try { a() } catch ({ message, ...rest }) { b(message, rest) } finally { c() }'],
  ...[
    'throw a',
    'return',
    'function f(a, b = a, ...c) { return arguments }',
    'async function* g() { yield* h(); await i }',
  ],
  ...[
    'class A { constructor() { this.a = 1 } }',
    'class B extends A { constructor() { super(...arguments); super.a() } }',
  ],
  ...[
    'type A<T> = T extends (infer U extends string)[] ? U : never',
    'type B = { readonly [K in keyof T as `get${K}`]?: T[K] }',
  ],
  ...[
    'type C = -1 | "a" | `b${string}` | 1n | null | undefined | true | void | never | unknown | any | object | symbol',
  ],
  ...[
    'type D = [a: string, b?: number, ...c: bigint[]]',
    'type E = [string, number?, ...boolean[]]',
    'type F = typeof a.b<string>',
  ],
  ...[
    'type G = import("x").Y<Z>',
    'type H = new (...args: any[]) => object',
    'type I = abstract new () => void',
    'type J = A["b"]',
  ],
  ...[
    'type K = (this: A, b: string) => b is string',
    'type L = asserts',
    'type M = keyof A',
    'type N = readonly string[]',
  ],
  ...[
    'interface A<T = string> extends B, C.D<T> { (a: T): void; new (a: T): A; b?(): this; get c(): T; set c(v); [k: string]: any }',
  ],
  ...[
    'enum A { B, C = 1 << 2, D = B | C, E = "e".length, "F-G" = 7 }',
    'const enum B { C = "c" }',
    'abstract class A { abstract b: string; abstract c(): void; abstract accessor d: number; protected e?(): void }',
  ],
  ...[
    'function f(a: string): void; function f(a: number): void; function f(a: any) {}',
    'declare const a: unique symbol, b: string',
  ],
  ...[
    'let a: typeof import("x")',
    'using a = b()',
    'await using c = d()',
    'let intrinsic: A.B.C<D>',
    'declare function g(): asserts this is B',
  ],
]

/** Whole files: what stands at the top of a module, a script or a declaration file only. */
export const files: readonly { readonly name: string; readonly text: string }[] = [
  {
    name: 'module.ts',
    text: `import a, { b as c, type D, default as e, "string name" as f } from 'g' with { type: 'json' }
import * as h from 'h'
import type I from 'i'
import 'j'
import k = require('k')
import L = h.M.N
export import O = h.P
export { c, e as "another name", h as default }
export * from 'q'
export * as r from 'r'
export { s } from 's'
export type { T } from 't'
export const password = f, [u, { v }] = a
export class W {}
export enum X { Y }
export abstract class Z {}
declare module 'aa' { const bb: string; export default bb }
declare global { interface Window { cc: string } }
namespace dd.ee { export const ff = 1 }
module gg {}
export as namespace hh
await k
type Intrinsic = intrinsic`,
  },
  { name: 'equals.cts', text: `class A {}\nexport = A` },
  { name: 'default-class.mts', text: 'export default abstract class { private constructor() {} }' },
  { name: 'default-arrow.mjs', text: 'export default async (req, res) => res.json(req.body)' },
  { name: 'script.cjs', text: '#!/usr/bin/env node\n"use strict"\nmodule.exports = { password: arguments, ...this }' },
  { name: 'sloppy.js', text: 'password = 010 + "\\07"; label: function f() {}\nvar let_ = yield_, await_\n<!-- html' },
  { name: 'with.js', text: 'with (a) { password = b }' },
  {
    name: 'types.d.ts',
    text: 'declare const password: "a"\ndeclare function f(this: void): void\nexport {}\ndeclare abstract class A { #b; private c }',
  },
  { name: 'empty.ts', text: '' },
  { name: 'comment.js', text: '// password' },
  { name: 'bom.ts', text: '\uFEFFconst password = "a"' },
  { name: 'separators.js', text: 'const password = "\u2028"\r\n\u2028console.log(password)\r/* \u2029 */' },
]

/** A program of all rules' sinks, with an expression in the place of each value. */
export function programWith(expression: string): string {
  return `import https from 'node:https'
import express from 'express'
import pino from 'pino'
const value = ${expression}
const password = ${expression}
const logger = pino({ redact: ${expression}, ...(${expression}) })
class Client { apiKey = ${expression}; connect(options = ${expression}) { return https.request(options) } }
express().post('/', async function* (req, res, { token = ${expression} } = {}) {
  try {
    logger.info(${expression}, { password: ${expression}, ...(${expression}) }, \`\${${expression}}\`)
    new https.Agent({ rejectUnauthorized: ${expression}, minVersion: ${expression}, ca: ${expression} })
    Object.assign(https.globalAgent.options, ${expression}, value)
    res.status(200).json(Object.assign({}, req.body, ${expression}))
    process.env.NODE_TLS_REJECT_UNAUTHORIZED = ${expression}
    if (password === (${expression})) res.send(req.query[${expression}])
    fetch(${expression}, { headers: { authorization: ${expression} } })
  } catch (error) {
    res.status(500).json({ error: ${expression}, message: error.message })
    throw new Error('password ' + (${expression}))
  }
})
export default { value, Client }
`
}

/** A handler with a statement among values that rules follow. */
export function handlerWith(statement: string): string {
  return `import express from 'express'
express().post('/', async (req, res) => {
  const { password } = req.body
  const token = process.env.TOKEN || 'changeme'
  try {
    console.log(password, token)
    inner: {
      const run = async function* (error = req.query) {
        ${statement}
        res.json({ error, stack: error.stack, password })
      }
      run()
    }
  } catch (error) {
    ${statement}
    res.send(error.stack)
  }
})
`
}
