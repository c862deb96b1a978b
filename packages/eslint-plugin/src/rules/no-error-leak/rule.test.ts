import { describe, expect, it } from 'vitest'
import { lintText } from '../../test/lint-text.js'
import { keeping, leaking } from './rule.test.cases.js'
import { noErrorLeak } from './rule.js'

describe('no-error-leak', () => {
  describe('reports', () => {
    it.each(leaking)('$name', ({ code, filename, options, reports }) => {
      expect(lintText(noErrorLeak, code, { filename, options }).map((message) => message.messageId)).toEqual(reports)
    })
  })

  describe('leaves alone', () => {
    it.each(keeping)('$name', ({ code, filename, options }) => {
      expect(lintText(noErrorLeak, code, { filename, options })).toEqual([])
    })
  })
})
