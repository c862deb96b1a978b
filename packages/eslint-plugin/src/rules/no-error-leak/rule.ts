import { createRule } from '../../create-rule.js'

export interface Options {
  testFiles?: boolean
}

export const noErrorLeak = createRule<'found', Options>({
  name: 'no-error-leak',
  meta: {
    docs: {
      description: 'Disallow sending the detail of an internal error to a client',
      cwe: [209, 497, 550],
      recommended: true,
    },
    messages: { found: 'To be written.' },
    options: { testFiles: { type: 'boolean', description: 'Whether test files are checked as well.' } },
    defaultOptions: { testFiles: false },
  },
  create() {
    return {}
  },
})
