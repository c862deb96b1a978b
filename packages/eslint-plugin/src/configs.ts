import type { Linter } from 'eslint'
import type { RuleName } from './rules/index.js'

/** A rule's entry in a configuration. */
export type RuleEntry = 'error' | 'warn' | ['error' | 'warn', Record<string, unknown>]

/** What every team should keep on. A rule without options behaves as it does here. */
export const recommended: Record<RuleName, RuleEntry> = {
  'no-error-leak': 'error',
  'no-hardcoded-secrets': 'error',
  'no-insecure-tls': 'error',
  'require-input-schema': 'error',
  'require-redacted-logger': 'error',
}

/** Adds the checks that trade noise for coverage. */
export const strict: Record<RuleName, RuleEntry> = {
  'no-error-leak': ['error', { strict: true }],
  'no-hardcoded-secrets': ['error', { strict: true }],
  'no-insecure-tls': ['error', { strict: true }],
  'require-input-schema': ['error', { strict: true }],
  'require-redacted-logger': ['error', { strict: true }],
}

/** The entries under the plugin's namespace, as a flat config takes them. */
export function namespaced(entries: Record<string, RuleEntry>): Linter.RulesRecord {
  return Object.fromEntries(Object.entries(entries).map(([name, entry]) => [`palisade/${name}`, entry]))
}
