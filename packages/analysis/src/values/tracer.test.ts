import { describe, expect, it } from 'vitest'
import { analyzeText, show, sinkArguments } from '../test/analyze-text.js'

/** Small programs and the origins of what they hand to `sink`. */
const programs: [name: string, text: string, origins: string[]][] = [
  ['a literal', `sink('a')`, [`'a'`]],
  ['a constant', `const a = 'x'; const b = a; sink(b)`, [`'x'`]],
  ['every write of a variable', `let a = 'x'; if (y) a = 'z'; sink(a)`, [`'x'`, `'z'`]],
  ['a write in a loop', `let a = f(); for (const x of [1, 2]) a = x; sink(a)`, ['1', '2', 'call f()']],
  ['a global', `sink(process.env.KEY)`, ['global process.env.KEY']],
  ['bracket access', `sink(process['env']['KEY'])`, ['global process.env.KEY']],
  ['a destructured global', `const { env: { KEY: k } } = process; sink(k)`, ['global process.env.KEY']],
  ['a default of destructuring', `const { KEY = 'd' } = process.env; sink(KEY)`, [`'d'`, 'global process.env.KEY']],
  ['a nested default', `const { a: { b } = { b: 1 } } = o(); sink(b)`, ['1', 'call o().a.b']],
  ['array destructuring', `const [, b] = ['x', 'y']; sink(b)`, [`'y'`]],
  ['an array rest', `const [, ...r] = ['x', 'y', 'z']; sink(r[1])`, [`'z'`]],
  ['an object rest without the member', `const { a, ...r } = { a: 1, b: 2 }; sink(r.a)`, []],
  ['an object rest with the member', `const { a, ...r } = { a: 1, b: 2 }; sink(r.b)`, ['2']],
  ['an import', `import x from 'm'; sink(x.y)`, ['import m#default.y']],
  ['a named import', `import { x as y } from 'm'; sink(y.z)`, ['import m#x.z']],
  ['a namespace import', `import * as m from 'm'; sink(m.x.y)`, ['import m#x.y']],
  ['require', `const { x } = require('m'); sink(x)`, ['import m#x']],
  ['dynamic import', `const m = await import('m'); sink(m.x)`, ['import m#x']],
  ['import equals', `import m = require('m'); sink(m.x)`, ['import m#x']],
  ['an object member', `const o = { a: { b: 1 }, c: 2 }; sink(o.a.b)`, ['1']],
  ['a member that is not there', `const o = { a: 1 }; sink(o.b)`, []],
  ['a spread below a member', `const o = { a: 1 }; const p = { a: 2, ...o }; sink(p.a)`, ['1', '2']],
  ['a member after a spread', `const p = { ...o(), a: 2 }; sink(p.a)`, ['2']],
  ['a later write to a member', `const o = {}; o.a = 1; sink(o.a)`, ['1']],
  ['a write after it is read', `const o = { a: 2 }; sink(o.a); o.a = 1`, ['2']],
  ['a write after it is read, of the variable', `let a = 2; sink(a); a = 1`, ['2']],
  ['a write behind it, in a loop around both', `const o = {}; for (const x of xs()) { sink(o.a); o.a = 1 }`, ['1']],
  ['a write behind it, for which a function is called', `const o = {}; const f = () => sink(o.a); o.a = 1`, ['1']],
  ['a later write to a deep member', `const o = { a: {} }; o.a.b = 1; sink(o.a.b)`, ['1']],
  ['Object.assign into a variable', `const o = {}; Object.assign(o, { a: 1 }); sink(o.a)`, ['1']],
  ['Object.assign as a value', `sink(Object.assign({}, x(), { a: 1 }).a)`, ['1', 'call x().a']],
  ['push', `const a = []; a.push('x'); sink(a[0])`, [`'x'`]],
  ['a computed key that is constant', `const k = 'a'; sink({ [k]: 1 }.a)`, ['1']],
  ['a getter', `const o = { get a() { return 1 } }; sink(o.a)`, ['1']],
  ['a whole object gives its members', `sink({ a: x(), b: { c: 1 } })`, ['1', 'call x()']],
  ['both branches', `sink(c ? 'a' : 'b')`, [`'a'`, `'b'`]],
  ['a branch that is never taken', `sink(false ? 'a' : 'b')`, [`'b'`]],
  ['or', `sink(process.env.A || 'b')`, [`'b'`, 'global process.env.A']],
  ['nullish', `sink(x() ?? 'b')`, [`'b'`, 'call x()']],
  ['and gives the right side', `sink(isDev && 'b')`, [`'b'`]],
  ['as, satisfies and !', `sink((x() as any)!.y satisfies z)`, ['call x().y']],
  ['await', `async () => { const v = await x(); sink(v.y) }`, ['call x().y']],
  ['a template', 'sink(`a ${x()} b ${"c"}`)', [`'c'`, 'call x()']],
  ['concatenation', `sink('a' + x() + y)`, [`'a'`, 'call x()', 'global y']],
  ['an own compound assignment', `let s = 'a'; s += x(); sink(s)`, [`'a'`, 'call x()']],
  ['String and JSON.stringify', `sink(String(JSON.stringify({ a: x() })))`, ['call x()']],
  ['toString', `sink(x().toString())`, ['call x()']],
  ['a helper that returns', `function f() { return { a: 1 } } sink(f().a)`, ['1']],
  ['a helper that returns its argument', `const f = (x) => x; sink(f('a')); sink2(f('b'))`, [`'a'`]],
  ['a helper with a destructured parameter', `function f({ a, b = 2 }) { return [a, b] } sink(f({ a: 1 })[1])`, ['2']],
  ['a default parameter', `function f(x = 'd') { return x } sink(f())`, [`'d'`]],
  ['rest parameters', `function f(...xs) { return xs[1] } sink(f('a', 'b'))`, [`'b'`]],
  ['an async helper', `async function f() { return 1 } async () => sink(await f())`, ['1']],
  ['an immediately called function', `sink((() => 1)())`, ['1']],
  ['recursion', `function f(n) { return n ? f(n - 1) : 'x' } sink(f(3))`, [`'x'`]],
  ['mutual recursion', `const f = () => g(); const g = () => f(); sink(f())`, []],
  ['a parameter by the calls of the file', `function f(x) { sink(x) } f('a'); f('b')`, [`'a'`, `'b'`]],
  ['a parameter of an exported function', `export function f(x) { sink(x.y) }`, ['parameter x.y']],
  ['an exported function that is called too', `export function f(x) { sink(x) } f('a')`, [`'a'`, 'parameter x']],
  ['a closure', `function f(x) { return () => { sink(x) } } f('a')`, [`'a'`]],
  ['a class field', `class A { #k = 'a'; m() { sink(this.#k) } }`, [`'a'`]],
  ['a field that the constructor sets', `class A { k; constructor() { this.k = 'a' } m() { sink(this.k) } }`, [`'a'`]],
  ['a parameter property', `class A { constructor(private k: string) {} m() { sink(this.k) } } new A('a')`, [`'a'`]],
  ['a getter of a class', `class A { get k() { return 'a' } m() { sink(this.k) } }`, [`'a'`]],
  ['a method of a class', `class A { k() { return 'a' } m() { sink(this.k()) } }`, [`'a'`]],
  ['a member of an instance', `class A { k = 'a' } const a = new A(); sink(a.k)`, [`'a'`]],
  ['a member by a constructor argument', `class A { constructor(k) { this.k = k } } sink(new A('a').k)`, [`'a'`]],
  ['a static member', `class A { static k = 'a' } sink(A.k)`, [`'a'`]],
  ['a base class of the file', `class A { k = 'a' } class B extends A { m() { sink(this.k) } }`, [`'a'`]],
  ['an enum member', `enum E { A = 'a' } sink(E.A)`, [`'a'`]],
  ['catch', `try {} catch (e) { sink(e.message) }`, ['caught clause.message']],
  ['a destructured catch', `try {} catch ({ message }) { sink(message) }`, ['caught clause.message']],
  ['a rejection callback', `p().catch((e) => sink(e))`, ['caught rejection']],
  ['the second callback of then', `p().then(() => {}, (e) => sink(e.stack))`, ['caught rejection.stack']],
  ['the first callback of then', `p().then(({ data }) => sink(data))`, ['call p().data']],
  ['a node callback', `fs.readFile('x', (err, data) => sink(err))`, ['caught callback']],
  ['an error event', `s.on('error', (e) => sink(e))`, ['caught event']],
  ['forEach over an array', `['a', 'b'].forEach((x) => sink(x))`, [`'a'`, `'b'`]],
  ['for of with destructuring', `for (const { k } of list()) sink(k)`, ['call list().*.k']],
  ['map', `sink([{ a: 1 }].map((x) => x.a)[0])`, ['1']],
  ['a chain of array methods', `sink(xs().filter((x) => x).map((x) => x.k))`, ['call xs().*.k']],
  ['reduce', `[1].reduce((acc, x) => { sink(acc); return acc + x }, 0)`, ['0']],
  ['a Map by key', `const m = new Map([['a', 1], ['b', 2]]); m.set('c', 3); sink(m.get('c'))`, ['3']],
  ['a promise', `sink(await new Promise((resolve) => resolve('a')))`, [`'a'`]],
  ['Promise.all', `const [a, b] = await Promise.all([x(), y()]); sink(b)`, ['call y()']],
  ['a promise chain', `sink(await x().then((r) => r.json()))`, ['call r.json()']],
  ['bind', `const f = g.bind(null); sink(f)`, ['global g']],
  ['freeze', `const o = Object.freeze({ a: 1 } as const); sink(o.a)`, ['1']],
  ['a generator call is opaque', `function* g() { yield 1 } sink(g())`, ['call g()']],
  ['a logical assignment', `let a; a ||= 'x'; sink(a)`, [`'x'`]],
  ['a declared variable', `declare const a: string; sink(a.b)`, ['unknown binding.b']],
  ['a comparison', `sink(a === 'b')`, ['unknown operator']],
  ['a cycle of variables', `let a = b, b = a; sink(a)`, []],
  ['this at the top level', `sink(this.x)`, ['this.x']],
  ['an object method that reads this', `const o = { k: 'a', m() { sink(this.k) } }`, [`'a'`]],
  ['a handler handed on by name', `function h(req, res) { sink(req.body) } app.post('/', h)`, ['parameter req.body']],
]

describe('origins', () => {
  it.each(programs)('%s', (_name, text, origins) => {
    const file = analyzeText(text)
    const [argument] = sinkArguments(file)
    expect(show(file.origins(argument!))).toEqual(origins)
  })

  it('ends in bounded time on code that refers to itself in every way', () => {
    const wide = Array.from({ length: 40 }, (_, i) => `const v${i} = [v${i + 1}, v${i + 1}, { a: v${i + 1} }];`).join(
      '\n',
    )
    const file = analyzeText(`${wide}\nconst v40 = 'x'; sink(v0)`)
    expect(show(file.origins(sinkArguments(file)[0]!))).toEqual([`'x'`])
  })

  it('names each member and property on the way', () => {
    const file = analyzeText(`const m = new Map(); m.set(k, { a: x() }); sink(m.get(k).a); sink({ [k]: { ...y() } })`)
    const steps = sinkArguments(file).flatMap((node) => file.origins(node).flatMap((origin) => origin.steps))
    const named = steps.filter((step) => step.kind === 'member' || step.kind === 'property')
    expect(named.map((step) => step.name)).toEqual(['a', '*', 'a', '*', '*'])
  })

  it('says unknown past its depth', () => {
    const deep = Array.from({ length: 300 }, (_, i) => `const v${i} = v${i + 1};`).join('\n')
    const file = analyzeText(`${deep}\nconst v300 = 'x'; sink(v0)`)
    expect(show(file.origins(sinkArguments(file)[0]!))).toEqual(['unknown bound'])
  })

  it('follows unchanged values only when asked to', () => {
    const file = analyzeText('sink(`a${x()}`); sink(y())')
    const policy = { derived: false }
    expect(sinkArguments(file).map((node) => show(file.origins(node, policy)))).toEqual([
      ['unknown operator'],
      ['call y()'],
    ])
  })

  it('says at each step what was still to be read', () => {
    const file = analyzeText('const { db } = load(); const key = db.auth.pass; sink({ key })')
    const [origin] = file.origins(sinkArguments(file)[0]!)
    expect(origin?.steps.map((step) => [step.kind, step.name, ...(step.members ?? [])])).toEqual([
      ['property', 'key'],
      ['variable', 'key'],
      ['member', 'pass'],
      ['member', 'auth', 'pass'],
      ['variable', 'db', 'auth', 'pass'],
    ])
  })

  it('asks the policy what a call hands on, and where to stop', () => {
    const file = analyzeText(`sink(redact(a())); sink(wrap(b()))`)
    const policy = {
      through: (call: { callee?: unknown; arguments?: readonly unknown[] }) =>
        (call.callee as { name?: string }).name === 'redact'
          ? []
          : (call.callee as { name?: string }).name === 'wrap'
            ? (call.arguments as never[])
            : undefined,
    }
    expect(sinkArguments(file).map((node) => show(file.origins(node, policy as never)))).toEqual([[], ['call b()']])
  })
})
