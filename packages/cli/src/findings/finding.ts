import { apart } from '@palisade/analysis'
import type { Diagnostic, Edit, Suggestion } from '@palisade/engine'

/** One thing to act on, in one file. */
export interface Finding {
  /** The path from the base folder, with `/`. */
  path: string
  /** The rule as the configuration names it: `palisade/no-insecure-tls`. */
  ruleId: string
  /** The rule's own name. */
  rule: string
  severity: 'error' | 'warning'
  message: string
  line: number
  column: number
  endLine: number
  endColumn: number
  /** The rule's page. */
  url: string | undefined
  /** What the finding is about, as the baseline knows it. It can hold a secret: it is hashed, never printed. */
  subject: string
  /** The text between the finding's two ends. It can hold a secret: it is only used to keep it out of the output. */
  excerpt: string
  fix: Edit[] | undefined
  suggestions: Suggestion[]
  /** The commit that brought it, when commits are checked. */
  commit?: string
}

/** The rule whose findings are about a value rather than about code. */
const valueRule = 'no-hardcoded-secrets'

/**
 * Turns a diagnostic into a finding.
 *
 * @param path The file's path from the base folder.
 * @param text The file's text.
 * @param diagnostic What was found.
 * @returns The finding.
 */
export function findingOf(path: string, text: string, diagnostic: Diagnostic): Finding {
  const { range } = diagnostic
  const excerpt = apart(text.slice(range.start, range.end))
  return {
    path,
    ruleId: diagnostic.ruleId,
    rule: diagnostic.rule,
    severity: diagnostic.severity,
    message: diagnostic.message,
    line: range.startLine,
    column: range.startColumn,
    endLine: range.endLine,
    endColumn: range.endColumn,
    url: diagnostic.url,
    subject: subjectOf(text, diagnostic, excerpt),
    excerpt,
    fix: diagnostic.fix && copied(diagnostic.fix),
    suggestions: diagnostic.suggestions.map((one) => ({ ...one, edits: copied(one.edits) })),
  }
}

/** Edits whose texts don't hold on to the file's. */
function copied(edits: readonly Edit[]): Edit[] {
  return edits.map((edit) => ({ ...edit, newText: apart(edit.newText) }))
}

/**
 * What stays the same when code moves or is formatted anew: the value for a secret, else the code of the lines that the
 * finding stands on, without white space.
 */
function subjectOf(text: string, diagnostic: Diagnostic, excerpt: string): string {
  if (diagnostic.rule === valueRule) return excerpt.replace(/^['"`]|['"`]$/g, '')
  const { start, end } = diagnostic.range
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const lineEnd = text.indexOf('\n', end)
  const lines = text.slice(lineStart, lineEnd < 0 ? text.length : lineEnd)
  return `${diagnostic.messageId ?? ''}\0${lines.replace(/\s+/g, '').replace(/[,;]+$/, '')}`
}

/**
 * Sorts findings by place, so that output is the same on every machine and with any number of threads.
 *
 * @param findings The findings, sorted in place.
 * @returns The same array.
 */
export function inOrder(findings: Finding[]): Finding[] {
  return findings.sort(
    (a, b) =>
      compare(a.commit ?? '', b.commit ?? '') ||
      compare(a.path, b.path) ||
      a.line - b.line ||
      a.column - b.column ||
      compare(a.ruleId, b.ruleId),
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
