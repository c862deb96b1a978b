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
  // Which third characters go on to a keyword: two alone begin many words of any text.
  const thirds = new Uint8Array(buckets.length * TABLE)
  for (const [slot, bucket] of buckets.entries()) {
    for (const { keyword } of bucket) {
      const from = slot * TABLE
      if (keyword.length === 2) thirds.fill(1, from, from + TABLE)
      else if (keyword.charCodeAt(2) < TABLE) thirds[from + keyword.charCodeAt(2)] = 1
      else throw new RangeError(`keyword "${keyword}" needs ASCII characters`)
    }
  }
  return {
    each(text, found) {
      let first = text.charCodeAt(0)
      for (let at = 1; at < text.length; at++) {
        const second = text.charCodeAt(at)
        if (first < TABLE && second < TABLE) {
          const slot = slots[first * TABLE + second]!
          if (slot !== 0) {
            // What is not ASCII goes on to the keywords of two characters alone, as the end of the text does.
            const third = at + 1 < text.length ? text.charCodeAt(at + 1) : 0
            if (thirds[slot * TABLE + (third < TABLE ? third : 0)] === 1) {
              for (const { keyword, entry } of buckets[slot]!) {
                if (text.startsWith(keyword, at - 1)) found(at - 1, entry)
              }
            }
          }
        }
        first = second
      }
    },
  }
}
