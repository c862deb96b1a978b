import { createRule } from '../../create-rule.js'

export interface Options {
  testFiles?: boolean
}

export const requireInputSchema = createRule<'found', Options>({
  name: 'require-input-schema',
  meta: {
    docs: {
      description: 'Require that data from outside is accepted by a schema before it is used',
      cwe: [20, 502, 915],
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
