/**
 * Shannon entropy of a text's characters.
 *
 * @param text any text
 * @returns bits per character; 0 for none
 */
export function entropy(text: string): number {
  if (text.length === 0) return 0
  const counts = new Map<number, number>()
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    counts.set(code, (counts.get(code) ?? 0) + 1)
  }
  let bits = 0
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length)
  return bits
}

/**
 * Which part of a text goes up or down step by step (`abcdef`, `123456`, `0000`), as made-up values do.
 *
 * @param text any text
 * @returns a share between 0 and 1; runs of fewer than four characters don't count
 */
export function sequentialShare(text: string): number {
  if (text.length < 4) return 0
  let covered = 0
  let run = 1
  let step = NaN
  for (let at = 1; at <= text.length; at++) {
    const now = at < text.length ? stepBetween(text.charCodeAt(at - 1), text.charCodeAt(at)) : NaN
    if (now === step && Math.abs(now) <= 1) {
      run++
      continue
    }
    if (run >= 4) covered += run
    run = Math.abs(now) <= 1 ? 2 : 1
    step = now
  }
  return covered / text.length
}

/** `9` to `0` and `z` to `a` go on counting. */
function stepBetween(from: number, to: number): number {
  if ((from === 57 && to === 48) || (from === 122 && to === 97) || (from === 90 && to === 65)) return 1
  return to - from
}
