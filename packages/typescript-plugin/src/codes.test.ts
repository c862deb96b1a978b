import palisade from '@palisade/eslint-plugin'
import { describe, expect, it } from 'vitest'
import { allCodes, codeOf } from './codes.js'

describe('the numbers of diagnostics', () => {
  it('never change, because people write them into settings', () => {
    expect(codeOf('no-hardcoded-secrets')).toBe(887001)
    expect(codeOf('no-insecure-tls')).toBe(887002)
    expect(codeOf('require-redacted-logger')).toBe(887003)
    expect(codeOf('no-error-leak')).toBe(887004)
    expect(codeOf('require-input-schema')).toBe(887005)
  })

  it('are one for each rule', () => {
    const codes = Object.keys(palisade.rules).map(codeOf)
    expect(new Set(codes).size).toBe(codes.length)
    expect(codes).not.toContain(codeOf('a-rule-of-tomorrow'))
    expect(allCodes).toEqual(expect.arrayContaining([...codes, codeOf('a-rule-of-tomorrow')]))
  })

  it('do not fall for names that every object has', () => {
    expect(codeOf('constructor')).toBe(codeOf('a-rule-of-tomorrow'))
  })
})
