import { lineAt, lineStarts, scanText, type TextFinding } from '@palisade/analysis'
import type { Diagnostic } from '@palisade/engine'

/** Finds formats of credentials in any text. */
export interface TextScanner {
  /**
   * @param text The text.
   * @returns What was found, in order of place.
   */
  scan(text: string): Diagnostic[]
}

const rule = 'no-hardcoded-secrets'

/**
 * Files that have no `eslint-disable` allow a finding with a comment of any form that holds this, on the same line or
 * on the one before.
 */
const allowed = /\bpalisade-disable-(line|next-line)\b(?:\s+(?:palisade\/)?no-hardcoded-secrets\b)?/

/**
 * Makes a scanner for text that is not code: environment files, YAML, JSON, Markdown, shell scripts, Dockerfiles. Shape
 * is the only evidence there, so only formats that are distinct by themselves count.
 *
 * @returns The scanner.
 */
export function createTextScanner(): TextScanner {
  return {
    scan(text) {
      const matches = scanText(text, { assignments: false })
      if (matches.length === 0) return []
      const starts = lineStarts(text)
      return matches
        .map((match) => diagnosticOf(match, starts))
        .filter(({ range }) => !isAllowed(text, starts, range.startLine))
    },
  }
}

function diagnosticOf(match: TextFinding, starts: readonly number[]): Diagnostic {
  const startLine = match.line
  const endLine = lineAt(starts, match.end) + 1
  return {
    rule,
    ruleId: `palisade/${rule}`,
    severity: 'error',
    message: `This has the form of a credential (${match.what}), and whoever can read the repository can use it. Take it out, revoke it, and read it from the environment or a secret store.`,
    messageId: 'textFormat',
    range: {
      start: match.start,
      end: match.end,
      startLine,
      startColumn: match.column,
      endLine,
      endColumn: match.end - (starts[endLine - 1] ?? 0) + 1,
    },
    url: undefined,
    fix: undefined,
    suggestions: [],
  }
}

function isAllowed(text: string, starts: readonly number[], line: number): boolean {
  const lineText = (number: number): string => text.slice(starts[number - 1] ?? 0, starts[number])
  if (allowed.exec(lineText(line))?.[1] === 'line') return true
  return line > 1 && allowed.exec(lineText(line - 1))?.[1] === 'next-line'
}
