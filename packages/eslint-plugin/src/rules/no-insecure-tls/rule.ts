import { createRule } from '../../create-rule.js'

export interface Options {
  testFiles?: boolean
}

export const noInsecureTls = createRule<'found', Options>({
  name: 'no-insecure-tls',
  meta: {
    docs: {
      description: 'Disallow connections that can be read or impersonated on the way',
      cwe: [295, 297, 319, 326, 327, 757],
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
