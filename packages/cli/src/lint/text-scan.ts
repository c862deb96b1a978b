import { scanText, type TextFinding } from '@palisade/analysis'
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
      const lineStarts = lineStartsOf(text)
      return matches
        .map((match) => diagnosticOf(match, lineStarts))
        .filter(({ range }) => !isAllowed(text, lineStarts, range.startLine))
    },
  }
}

function diagnosticOf(match: TextFinding, lineStarts: readonly number[]): Diagnostic {
  const startLine = match.line
  const endLine = lineOf(lineStarts, match.end)
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
      endColumn: match.end - (lineStarts[endLine - 1] ?? 0) + 1,
    },
    url: undefined,
    fix: undefined,
    suggestions: [],
  }
}

function isAllowed(text: string, lineStarts: readonly number[], line: number): boolean {
  const lineText = (number: number): string => text.slice(lineStarts[number - 1] ?? 0, lineStarts[number])
  if (allowed.exec(lineText(line))?.[1] === 'line') return true
  return line > 1 && allowed.exec(lineText(line - 1))?.[1] === 'next-line'
}

function lineStartsOf(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

/** The line of an offset, counted from 1. */
function lineOf(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low + 1
}
