import { lineAt, lineStarts, scanText, type TextFinding } from '@palisade/analysis'
import type { Diagnostic } from '@palisade/engine'
import { findLogins } from './login-files.js'

/** Finds formats of credentials in any text. */
export interface TextScanner {
  /**
   * @param text The text.
   * @param path The path of the file that it is all of, when the file's kind may count.
   * @returns What was found, in order of place.
   */
  scan(text: string, path?: string): Diagnostic[]
}

const rule = 'no-hardcoded-secrets'

/**
 * Files that have no `eslint-disable` allow a finding with a comment of any form that holds this, on the same line or
 * on the one before.
 */
const allowed = /\bpalisade-disable-(line|next-line)\b(?:\s+(?:palisade\/)?no-hardcoded-secrets\b)?/

/**
 * Makes a scanner for text that is not code: environment files, YAML, JSON, Markdown, shell scripts, Dockerfiles. Shape
 * is the only evidence there, so only formats that are distinct by themselves count, and what stands where a file of
 * logins has its secrets.
 *
 * @returns The scanner.
 */
export function createTextScanner(): TextScanner {
  return {
    scan(text, path) {
      const formats: Place[] = scanText(text, { assignments: false })
      const logins = path === undefined ? [] : findLogins(path, text)
      const others = logins.filter(({ start, end }) => !formats.some((one) => one.start < end && start < one.end))
      const matches = [...formats, ...others].sort((a, b) => a.start - b.start)
      if (matches.length === 0) return []
      const starts = lineStarts(text)
      return matches
        .map((match) => diagnosticOf(match, starts))
        .filter(({ range }) => !isAllowed(text, starts, range.startLine))
    },
  }
}

/** Where something stands, and what it is. */
type Place = Pick<TextFinding, 'what' | 'start' | 'end'>

function diagnosticOf(match: Place, starts: readonly number[]): Diagnostic {
  const startLine = lineAt(starts, match.start) + 1
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
      startColumn: match.start - (starts[startLine - 1] ?? 0) + 1,
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
