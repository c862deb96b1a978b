/**
 * A copy of a part of a text. V8 keeps the whole text for a part of it: what remembers words of many files would keep all
 * of these files.
 *
 * @param part what was cut out of a larger text.
 * @returns the same characters, in memory of their own.
 */
export function apart(part: string): string {
  return Buffer.from(part, 'utf16le').toString('utf16le')
}
