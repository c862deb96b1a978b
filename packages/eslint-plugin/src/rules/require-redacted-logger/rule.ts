import { createRule } from '../../create-rule.js'

export interface Options {
  testFiles?: boolean
}

export const requireRedactedLogger = createRule<'found', Options>({
  name: 'require-redacted-logger',
  meta: {
    docs: {
      description: 'Require that nothing confidential reaches a log, a trace or an error tracker unredacted',
      cwe: [532, 312, 359],
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
