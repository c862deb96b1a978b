/** Decides from a file's text alone whether there is anything to look for. */
export interface Prefilter {
  /** The compiled pattern, to be shown and tested. */
  readonly pattern: RegExp
  /** Whether the text holds one of the words. */
  test(text: string): boolean
}

/**
 * Compiles words into one pattern. A rule builds its own once from its catalog; where the pattern doesn't match, the
 * rule returns no visitors and the file costs it nothing.
 *
 * @param words the words, taken literally; those that hold another one of them are left out
 * @param options `ignoreCase`: capitals don't matter
 * @returns the prefilter; without words it lets nothing through
 */
export function createPrefilter(words: Iterable<string>, options: { readonly ignoreCase?: boolean } = {}): Prefilter {
  const wanted = [
    ...new Set(
      [...words].filter((word) => word !== '').map((word) => (options.ignoreCase ? word.toLowerCase() : word)),
    ),
  ]
  const needed = wanted.filter((word) => !wanted.some((other) => other !== word && word.includes(other))).sort()
  const source = needed.map(escapePattern).join('|')
  const pattern = new RegExp(source === '' ? '(?!)' : source, options.ignoreCase ? 'i' : '')
  return { pattern, test: (text) => pattern.test(text) }
}

/**
 * A text as a part of a pattern that matches it literally, with the `u` flag or without.
 *
 * @param text any text
 */
export function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}
