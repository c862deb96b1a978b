import type { Diagnostic } from '@palisade/engine'
import type { TextScanner } from './text-scan.js'

/** How much text is scanned at a time. */
const pieceLength = 1024 * 1024

/** The longest credential that is still found across two pieces: private keys of 16,384 bits have 13,000 characters. */
const overlap = 16 * 1024

/**
 * Scans a text that is too large to be held, piece by piece, with an overlap, so that memory stays the same whatever
 * the size. Offsets count from the beginning of the piece and are meaningless outside; lines count from that of the text.
 *
 * @param scanner The scanner of one piece.
 * @param found Receives each finding once, with the piece that it stands in.
 * @returns A function that takes the next bytes; it is called without bytes at the end, and returns the lines so far.
 */
export function streamScan(
  scanner: TextScanner,
  found: (diagnostic: Diagnostic, piece: string) => void,
): (bytes?: Uint8Array) => number {
  const decoder = new TextDecoder()
  let piece = ''
  let linesBefore = 0

  return (bytes) => {
    piece += decoder.decode(bytes, { stream: bytes !== undefined })
    if (piece.length >= pieceLength || bytes === undefined) scan(bytes === undefined)
    return linesBefore
  }

  function scan(last: boolean): void {
    // Pieces start at the beginning of a line where there is one, so that columns are those of the text.
    const tail = Math.max(0, piece.length - overlap)
    const keep = last ? piece.length : piece.lastIndexOf('\n', tail) + 1 || tail
    for (const diagnostic of scanner.scan(piece)) {
      // What starts in the tail is left to the next piece, which has all of it.
      if (!last && diagnostic.range.start >= keep) continue
      const { range } = diagnostic
      const moved = { ...range, startLine: range.startLine + linesBefore, endLine: range.endLine + linesBefore }
      found({ ...diagnostic, range: moved }, piece)
    }
    for (let at = piece.indexOf('\n'); at >= 0 && at < keep; at = piece.indexOf('\n', at + 1)) linesBefore++
    piece = piece.slice(keep)
  }
}
