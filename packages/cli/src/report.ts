import type { BaselineEntry } from './findings/baseline.js'
import type { Finding } from './findings/finding.js'

/** What a rule is about, for formats that carry descriptions. */
export interface RuleText {
  id: string
  name: string
  description: string
  url: string | undefined
  /** Numbers in the Common Weakness Enumeration. */
  cwe: readonly number[]
  /** The rule's page in Markdown, when it is at hand. */
  help: string | undefined
}

/** Something that was left out, and why: what was not checked must be seen. */
export interface Note {
  path: string
  message: string
}

/** The outcome of a check, ready to be printed. */
export interface Report {
  /** What was checked, as the summary line says it: `staged changes`, `files`, `commits`. */
  subject: 'files' | 'staged changes' | 'commits'
  findings: Finding[]
  /** All findings, known ones included: no output may show their values. */
  allFindings: readonly Finding[]
  notes: Note[]
  /** Checked files. */
  files: number
  /** Checked lines. */
  lines: number
  /** Checked commits, where commits are checked. */
  commits: number | undefined
  /** Binary files, symbolic links and submodules, which hold no text to check. */
  leftOut: number
  /** Findings that the baseline knows. */
  known: number
  stale: BaselineEntry[]
  /** Whether something of ours failed, so that the check is not complete. */
  incomplete: boolean
  milliseconds: number
  version: string
  /** The folder that paths are given from. */
  base: string
  rules: () => RuleText[]
}

/**
 * Counts findings by severity.
 *
 * @param findings The findings.
 * @returns The two numbers.
 */
export function countBySeverity(findings: readonly Finding[]): { errors: number; warnings: number } {
  const errors = findings.filter(({ severity }) => severity === 'error').length
  return { errors, warnings: findings.length - errors }
}
