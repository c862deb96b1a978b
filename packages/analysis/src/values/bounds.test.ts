import { describe, expect, it } from 'vitest'
import { analyzeText, sinkArguments } from '../test/analyze-text.js'

/** Every function calls every other one: what generated and minified code looks like to the tracer. */
function tangle(size: number): string {
  const names = Array.from({ length: size }, (_, i) => `f${i}`)
  const bodies = names.map(
    (name) => `function ${name}(a, b) { return a ? ${names.map((other) => `${other}(b, a)`).join(' || ')} : b }`,
  )
  return `${bodies.join('\n')}\nsink(f0(x, y))\n${names.map((name) => `${name}(1, 2).m()`).join('\n')}`
}

describe('bounds', () => {
  it('answers for code in which everything calls everything, counting what it looks at', () => {
    const file = analyzeText(tangle(60))
    const origins = file.origins(sinkArguments(file)[0]!)
    expect(origins.some((origin) => origin.kind === 'unknown' && origin.because === 'bound')).toBe(true)
    expect(origins.length).toBeLessThanOrEqual(2100)
    for (const call of file.index.calls) expect(file.names(call.callee).length).toBeLessThanOrEqual(8)
  })

  it('stops once it has found as many origins as are wanted', () => {
    const file = analyzeText(`sink({ ${Array.from({ length: 100 }, (_, i) => `k${i}: ${i}`).join(', ')} })`)
    expect(file.origins(sinkArguments(file)[0]!, { most: 3 })).toHaveLength(3)
  })
})
