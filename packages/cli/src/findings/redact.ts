import { standardScanner } from '@palisade/analysis'
import type { Finding } from './finding.js'

/** Shorter texts are words of the language; keeping them out of all output would garble it. */
const shortest = 6

/** How much of a value may be seen. */
const shown = 4

/**
 * Makes a last guard for output: whatever a message or an edit quotes, neither a value that was found to be a secret
 * nor one that has the form of a credential leaves the process.
 *
 * @param findings What was found, known findings included.
 * @returns A function that shortens every occurrence of their values in a text.
 */
export function redactor(findings: readonly Finding[]): (text: string) => string {
  const values = new Set<string>()
  for (const finding of findings) {
    if (finding.rule !== 'no-hardcoded-secrets') continue
    for (const value of quotedIn(finding.excerpt)) if (value.length >= shortest) values.add(value)
  }
  const longestFirst = [...values].sort((a, b) => b.length - a.length)
  return (text) => {
    for (const value of longestFirst) {
      if (text.includes(value)) text = text.replaceAll(value, mask(value))
    }
    let shown = ''
    let end = 0
    for (const match of standardScanner().scan(text)) {
      if (!match.whole) continue
      const start = text.indexOf(match.secret, match.start)
      if (start < end) continue
      shown += text.slice(end, start) + mask(match.secret)
      end = start + match.secret.length
    }
    return shown + text.slice(end)
  }
}

/**
 * The finding as it may be shown. Formats write some characters in their own way, so that a value has to be out of the
 * texts before they are formatted.
 *
 * @param finding The finding.
 * @param redact Shortens secrets in a text.
 * @returns A copy.
 */
export function redacted(finding: Finding, redact: (text: string) => string): Finding {
  const edits = <T extends { newText: string }>(list: readonly T[]): T[] =>
    list.map((edit) => ({ ...edit, newText: redact(edit.newText) }))
  return {
    ...finding,
    message: redact(finding.message),
    fix: finding.fix && edits(finding.fix),
    suggestions: finding.suggestions.map((one) => ({ ...one, title: redact(one.title), edits: edits(one.edits) })),
  }
}

function mask(value: string): string {
  return `${value.slice(0, Math.min(shown, Math.floor(value.length / 4)))}…`
}

/** The excerpt itself, and the contents of the string literals in it. */
function quotedIn(excerpt: string): string[] {
  const values = [excerpt.replace(/^['"`]|['"`]$/g, '')]
  for (const match of excerpt.matchAll(/(['"`])((?:(?!\1)[^\\]|\\[\s\S])*)\1/g)) values.push(match[2] ?? '')
  return values
}
