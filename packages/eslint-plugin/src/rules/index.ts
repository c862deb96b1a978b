import { noErrorLeak } from './no-error-leak/rule.js'
import { noHardcodedSecrets } from './no-hardcoded-secrets/rule.js'
import { noInsecureTls } from './no-insecure-tls/rule.js'
import { requireInputSchema } from './require-input-schema/rule.js'
import { requireRedactedLogger } from './require-redacted-logger/rule.js'

/** The rules, by the name under which a configuration knows them. */
export const rules = {
  'no-error-leak': noErrorLeak,
  'no-hardcoded-secrets': noHardcodedSecrets,
  'no-insecure-tls': noInsecureTls,
  'require-input-schema': requireInputSchema,
  'require-redacted-logger': requireRedactedLogger,
} as const

export type RuleName = keyof typeof rules
