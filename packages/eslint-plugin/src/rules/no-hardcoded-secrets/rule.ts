import { createRule } from '../../create-rule.js'

export interface Options {
  testFiles?: boolean
}

export const noHardcodedSecrets = createRule<'found', Options>({
  name: 'no-hardcoded-secrets',
  meta: {
    docs: {
      description: 'Disallow credentials whose value can be read in the source',
      cwe: [798, 259, 321],
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
