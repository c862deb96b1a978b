import { describe, expect, it } from 'vitest'
import { isCall, type Node, T } from '../ast/nodes.js'
import type { FileAnalysis } from '../file.js'
import { analyzeText } from '../test/analyze-text.js'
import { type Destination, destinationsOf } from './destinations.js'

/** What becomes of the result of `source()`: each end in one line, with the members read on the way. */
function ends(text: string): string[] {
  const file = analyzeText(text)
  const start = file.index.calls.find((call) => call.callee.type === T.Identifier && call.callee.name === 'source')!
  return destinationsOf(file, start, {
    call: (call) =>
      call.callee.type === T.Identifier && call.callee.name === 'String'
        ? 'result'
        : call.callee.type === T.MemberExpression && textOf(file, call.callee.property) === 'json'
          ? { member: 'json()' }
          : undefined,
  }).map((one) => show(file, one))
}

function show(file: FileAnalysis, { end, path, casts, inside, text, spread, node }: Destination): string {
  const call =
    end.kind === 'argument'
      ? ` ${textOf(file, end.call.callee)}(${end.index})`
      : end.kind === 'method'
        ? ` .${end.method}()`
        : ''
  const marks = [casts.length > 0 && 'cast', inside.length > 0 && 'inside', text && 'text', spread && 'spread']
    .filter(Boolean)
    .join(' ')
  const line = `${end.kind}${call}${path.map((member) => ` .${member}`).join('')}${marks && ` (${marks})`}`
  return isCall(node) || end.kind !== 'drop' ? line : line
}

function textOf(file: FileAnalysis, node: Node): string {
  return file.text.slice(...node.range)
}

it.each<[what: string, text: string, expected: string[]]>([
  ['a call', 'use(source())', ['argument use(0)']],
  ['nothing at all', 'source()', ['drop']],
  ['a variable', 'const x = source(); use(x)', ['argument use(0)']],
  ['members', 'const x = source(); use(x.a.b)', ['argument use(0) .a .b']],
  [
    'destructuring with defaults and rest',
    'const { a: { b = 1 }, ...rest } = source(); f(b); g(rest)',
    ['argument f(0) .a .b', 'argument g(0)'],
  ],
  ['an awaited value', 'async () => { const { a } = await source(); f(a) }', ['argument f(0) .a']],
  ['assertions', 'const x = source() as User; f(x.a)', ['argument f(0) .a (cast)']],
  ['an assertion that says nothing', 'const x = source() as unknown; f(x)', ['argument f(0)']],
  ['an annotation', 'const x: User = source(); f(x)', ['argument f(0) (cast)']],
  ['an object', 'f({ a: source() })', ['argument f(0) (inside)']],
  [
    'an object, read again',
    'const o = { a: source(), b: 1 }; f(o.a); g(o.b); h(o)',
    ['argument h(0) (inside)', 'argument f(0) (inside)'],
  ],
  ['a spread', 'f({ ...source(), b: 1 })', ['argument f(0) (inside spread)']],
  ['a template', 'f(`a ${source()}`)', ['argument f(0) (text)']],
  ['a concatenation', "const q = 'a' + source(); f(q)", ['argument f(0) (text)']],
  ['a presence check', 'const x = source(); if (!x) throw 1; f(x)', ['test', 'argument f(0)']],
  ['a default', "f(source() ?? 'none')", ['argument f(0)']],
  ['looks at its type and size', "const x = source(); typeof x === 'string'; x.length > 3", ['typeof', 'size']],
  ['comparisons', "const x = source(); x === 'a'; x > 3; x in y", ['compare', 'order', 'in']],
  ['a function of the file', 'function g(x) { f(x.a) } g(source())', ['argument f(0) .a']],
  ['a function of the file that hands it back', 'function g(x) { return x.a } f(g(source()))', ['argument f(0) .a']],
  [
    'a function of the file called from elsewhere stays apart',
    'function g(x) { return x } f(g(source())); h(g(1))',
    ['argument f(0)'],
  ],
  [
    'the result of the function around it',
    'async function g() { return source() } async () => f((await g()).a)',
    ['argument f(0) .a'],
  ],
  ['a returned value without callers', 'export const g = () => source()', ['return']],
  ['promise callbacks', 'source().then((x) => x.a).then((y) => f(y))', ['argument f(0) .a']],
  [
    'Promise.all',
    'async () => { const [a, b] = await Promise.all([source(), other()]); f(a); g(b) }',
    ['argument f(0) (inside)'],
  ],
  ['a member that a call reads', 'async () => { f(await source().json()) }', ['argument f(0) .json()']],
  ['a call that hands it on', 'f(String(source()))', ['argument f(0)']],
  ['methods', 'source().map((x) => x)', ['method .map()']],
  ['another value written before the read', 'let x = source(); x = clean(x); f(x)', ['argument clean(0)']],
  ['another value written in a branch', 'let x = source(); if (y) x = 1; f(x)', ['argument f(0)']],
  ['a member that is overwritten', 'const x = source(); x.a = 1', ['overwrite .a']],
  ['stores', 'this.x = source()', ['store']],
  ['iteration', 'for (const x of source()) f(x)', ['iterate']],
  ['recursion', 'function g(x) { return g(x.next) } g(source())', ['argument g(0) .next']],
])('%s', (_what, text, expected) => {
  expect(ends(text)).toEqual(expected)
})

describe('bounds', () => {
  it('ends on a chain that never does', () => {
    expect(ends('let x = source(); while (x) x = x.next; f(x)').length).toBeGreaterThan(0)
  })
})
