import { CannotCheck } from '../errors.js'
import type { Finding } from './finding.js'

/** The file in which `eslint --suppress-all` keeps known findings. */
export const suppressionsName = 'eslint-suppressions.json'

/** Numbers of known findings by path and rule id. */
export type Suppressions = Map<string, Map<string, number>>

/**
 * Reads ESLint's bulk suppressions.
 *
 * @param text The file's text.
 * @param folder The file's folder from the base folder, empty for the base folder itself.
 * @returns The numbers, by path from the base folder.
 * @throws {CannotCheck} when the file is not what ESLint writes.
 */
export function parseSuppressions(text: string, folder = ''): Suppressions {
  const suppressions: Suppressions = new Map()
  try {
    for (const [path, rules] of Object.entries(JSON.parse(text) as Record<string, Record<string, { count: number }>>)) {
      const counts = new Map(Object.entries(rules).map(([rule, { count }]) => [rule, Number(count)]))
      suppressions.set(folder === '' ? path : `${folder}/${path}`, counts)
    }
  } catch (error) {
    throw new CannotCheck(`${suppressionsName} can't be read`, 'restore it or run "eslint --suppress-all" anew', {
      cause: error,
    })
  }
  return suppressions
}

/**
 * Leaves out what ESLint's bulk suppressions cover. As there, a file with more errors of a rule than are known reports
 * all of them, and warnings are never suppressed.
 *
 * @param suppressions The known numbers.
 * @param findings All findings of the looked-at files.
 * @returns The findings that remain.
 */
export function withoutSuppressed(suppressions: Suppressions, findings: readonly Finding[]): Finding[] {
  const numbers = new Map<string, number>()
  const keyOf = (finding: Finding): string => `${finding.path}\0${finding.ruleId}`
  for (const finding of findings) {
    if (finding.severity === 'error') numbers.set(keyOf(finding), (numbers.get(keyOf(finding)) ?? 0) + 1)
  }
  return findings.filter((finding) => {
    if (finding.severity !== 'error') return true
    const known = suppressions.get(finding.path)?.get(finding.ruleId) ?? 0
    return (numbers.get(keyOf(finding)) ?? 0) > known
  })
}
