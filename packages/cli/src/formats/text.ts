/**
 * Makes a text safe for a terminal: a path or a message from a repository must not be able to move the cursor.
 *
 * @param text Any text.
 * @returns The text with control characters written out.
 */
export function printable(text: string): string {
  // Controls, and the marks that turn the direction of writing or end a line.
  return text.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
}

/**
 * Escapes a text for XML. Characters that XML can't hold at all are replaced.
 *
 * @param text Any text.
 * @returns The text for an attribute or an element.
 */
export function xml(text: string): string {
  return (
    text
      // These have no form in XML 1.0.
      .replace(/(?![\t\n\r])[\p{Cc}\p{Surrogate}\ufffe\uffff]/gu, '\uFFFD')
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      .replace(/"/g, '&quot;')
      .replace(/\r/g, '&#13;')
      .replace(/\n/g, '&#10;')
      .replace(/\t/g, '&#9;')
  )
}

/**
 * A number with its noun.
 *
 * @param count The number.
 * @param noun The noun for one.
 * @param plural The noun for several.
 * @returns For instance `2 files`.
 */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`
}
