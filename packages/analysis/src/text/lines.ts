/**
 * Where the lines of a text start.
 *
 * @param text any text
 * @returns the offset of each line's first character
 */
export function lineStarts(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

/**
 * The line in which an offset lies, by binary search.
 *
 * @param starts what `lineStarts` gave
 * @param offset an offset into the text
 * @returns the line, counted from 0
 */
export function lineAt(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (starts[middle]! <= offset) low = middle
    else high = middle - 1
  }
  return low
}
