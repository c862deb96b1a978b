import { describe, expect, it } from 'vitest'
import { analyzeText, sinkArguments } from '../test/analyze-text.js'

const cases: [text: string, value: unknown][] = [
  [`sink('a' + 'b' + 1)`, 'ab1'],
  ['sink(`a${1 + 1}b`)', 'a2b'],
  [`const a = 'x'; sink(a + a)`, 'xx'],
  [`sink(['a', 'b'].join('-'))`, 'a-b'],
  [`sink('abc'.split('').reverse().join(''))`, 'cba'],
  [`sink(Buffer.from('aGk=', 'base64').toString())`, 'hi'],
  [`sink(Buffer.from('6869', 'hex').toString('utf8'))`, 'hi'],
  [`sink(atob('aGk='))`, 'hi'],
  [`sink(window.atob('aGk='))`, 'hi'],
  [`import { atob } from 'node:buffer'; sink(atob('aGk='))`, 'hi'],
  [`sink(String.fromCharCode(104, 105))`, 'hi'],
  [`sink(String.raw\`a\\n\`)`, 'a\\n'],
  [`enum E { A = 'x' } sink(E.A)`, 'x'],
  [`const C = { a: { b: 'x' } } as const; sink(C.a.b)`, 'x'],
  [`const C = Object.freeze({ a: 'x' }); sink(C['a'])`, 'x'],
  [`sink(!0)`, true],
  [`sink(void 0)`, undefined],
  [`sink('x'.repeat(3).toUpperCase())`, 'XXX'],
  [`sink('abc'.slice(1))`, 'bc'],
  [`sink(decodeURIComponent('%61'))`, 'a'],
]

const unknown: string[] = [
  `let a = 'x'; a = 'y'; sink(a)`,
  `const C = { a: 'x' }; C.a = f(); sink(C.a)`,
  `sink(process.env.A)`,
  `sink('a' + b)`,
  `const a = a + 'x'; sink(a)`,
  `sink('x'.repeat(1e9))`,
  `sink(decodeURIComponent('%'))`,
  `const atob = (x) => x; sink(atob('aGk='))`,
]

describe('constants', () => {
  it.each(cases)('%s', (text, value) => {
    const file = analyzeText(text)
    expect(file.constant(sinkArguments(file)[0]!)).toEqual({ value })
  })

  it.each(unknown)('cannot tell %s', (text) => {
    const file = analyzeText(text)
    expect(file.constant(sinkArguments(file)[0]!)).toBeUndefined()
  })

  it('evaluates constants that double at every level once each', () => {
    const text = Array.from({ length: 50 }, (_, i) => `const v${i} = v${i + 1} + v${i + 1};`).join('\n')
    const file = analyzeText(`${text}\nconst v50 = unknown; sink(v0)`)
    expect(file.constant(sinkArguments(file)[0]!)).toBeUndefined()
  })
})
