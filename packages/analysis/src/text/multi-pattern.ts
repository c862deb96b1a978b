/** Finds many fixed texts in one pass over a text. */
export interface KeywordSearch<T> {
  /**
   * Calls `found` for each keyword at each place, from left to right.
   *
   * @param text the text to search
   * @param found is handed the position and what was stored with the keyword
   */
  each(text: string, found: (at: number, entry: T) => void): void
}

const TABLE = 128

/**
 * Prepares a search for many keywords. Two characters look up the few keywords that start with them, so the time grows
 * with the text's length and hardly with the number of keywords.
 *
 * @param entries keywords of at least two ASCII characters, each with what to hand to the caller
 * @returns the search
 * @throws RangeError for a keyword that is too short or not ASCII
 */
export function searchKeywords<T>(entries: Iterable<readonly [keyword: string, entry: T]>): KeywordSearch<T> {
  const slots = new Uint16Array(TABLE * TABLE)
  const buckets: { readonly keyword: string; readonly entry: T }[][] = [[]]
  for (const [keyword, entry] of entries) {
    const first = keyword.charCodeAt(0)
    const second = keyword.charCodeAt(1)
    if (!(first < TABLE && second < TABLE)) throw new RangeError(`keyword "${keyword}" needs two ASCII characters`)
    const slot = first * TABLE + second
    if (slots[slot] === 0) slots[slot] = buckets.push([]) - 1
    buckets[slots[slot]!]!.push({ keyword, entry })
  }
  for (const bucket of buckets) bucket.sort((a, b) => b.keyword.length - a.keyword.length)
  return {
    each(text, found) {
      let first = text.charCodeAt(0)
      for (let at = 1; at < text.length; at++) {
        const second = text.charCodeAt(at)
        if (first < TABLE && second < TABLE) {
          const slot = slots[first * TABLE + second]!
          if (slot !== 0) {
            for (const { keyword, entry } of buckets[slot]!) {
              if (text.startsWith(keyword, at - 1)) found(at - 1, entry)
            }
          }
        }
        first = second
      }
    },
  }
}
