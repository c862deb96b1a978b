import type { Finding } from './finding.js'

/** Shorter texts are words of the language; keeping them out of all output would garble it. */
const shortest = 6

/** How much of a value may be seen. */
const shown = 4

/**
 * Makes a last guard for output: whatever a message or an edit quotes, a value that was found to be a secret does not
 * leave the process.
 *
 * @param findings The findings that are about to be printed.
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
    return text
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
