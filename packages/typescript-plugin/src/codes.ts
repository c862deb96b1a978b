/**
 * The numbers under which the rules' diagnostics travel. Editors drop codes that aren't numbers, and people write them
 * into settings, so a number once given stays its rule's for good.
 */
const codes: Readonly<Record<string, number>> = {
  'no-hardcoded-secrets': 887001,
  'no-insecure-tls': 887002,
  'require-redacted-logger': 887003,
  'no-error-leak': 887004,
  'require-input-schema': 887005,
}

/** The number of a rule that has none of its own yet. */
const otherCode = 887000

/**
 * The number of a rule's diagnostics.
 *
 * @param rule The rule's name without a namespace.
 * @returns The same number in every version.
 */
export function codeOf(rule: string): number {
  return (Object.hasOwn(codes, rule) ? codes[rule] : undefined) ?? otherCode
}

/** Every number that a diagnostic of ours can carry. */
export const allCodes: readonly number[] = [...Object.values(codes), otherCode]
