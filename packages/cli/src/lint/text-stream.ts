import { envFileFinding } from './env-file.js'
import { findingOf, type Finding } from '../findings/finding.js'
import type { FileOutcome } from './checker.js'
import { decoderOf, isBinary, kindOf } from './contents.js'
import { createTextScanner } from './text-scan.js'

/** How much text is scanned at a time. */
const pieceLength = 1024 * 1024

/** The longest credential that is still found across two pieces: private keys of 16,384 bits have 13,000 characters. */
const overlap = 16 * 1024

/** What is known of a large file at its end. */
export interface LargeFileOutcome extends FileOutcome {
  lines: number
}

/** A file that is too large to be held, and comes piece by piece. */
export interface LargeFile {
  /**
   * @param bytes The next bytes.
   * @returns Whether the rest is of interest: not that of a binary file.
   */
  take(bytes: Uint8Array): boolean
  /**
   * @returns What was found in all pieces.
   */
  end(): LargeFileOutcome
}

/**
 * Scans a file for formats of credentials piece by piece, with an overlap, so that memory stays the same whatever the
 * size.
 *
 * @param path The file's path from the base folder.
 * @returns The file, to be given its bytes.
 */
export function openLargeFile(path: string): LargeFile {
  const scanner = createTextScanner()
  const findings: Finding[] = []
  let decoder: ReturnType<typeof decoderOf> | undefined
  let piece = ''
  let linesBefore = 0

  return {
    take(bytes) {
      if (decoder === undefined) {
        if (isBinary(bytes)) return false
        decoder = decoderOf(bytes)
        const environment = envFileFinding(path, decoderOf(bytes).decode(bytes))
        if (environment !== undefined) findings.push(environment)
      }
      piece += decoder.decode(bytes, { stream: true })
      if (piece.length >= pieceLength) scan(false)
      return true
    },
    end() {
      piece += decoder?.decode() ?? ''
      scan(true)
      const outcome = { findings, lines: linesBefore }
      if (kindOf(path) === 'text') return outcome
      return { ...outcome, note: 'too large to be parsed; checked for formats of credentials only' }
    },
  }

  /** Offsets count from the beginning of the piece and are meaningless outside; lines count from that of the text. */
  function scan(last: boolean): void {
    // Pieces start at the beginning of a line where there is one, so that columns are those of the text.
    const tail = Math.max(0, piece.length - overlap)
    const keep = last ? piece.length : piece.lastIndexOf('\n', tail) + 1 || tail
    for (const diagnostic of scanner.scan(piece)) {
      // What starts in the tail is left to the next piece, which has all of it.
      if (!last && diagnostic.range.start >= keep) continue
      const { range } = diagnostic
      const moved = { ...range, startLine: range.startLine + linesBefore, endLine: range.endLine + linesBefore }
      findings.push(findingOf(path, piece, { ...diagnostic, range: moved }))
    }
    for (let at = piece.indexOf('\n'); at >= 0 && at < keep; at = piece.indexOf('\n', at + 1)) linesBefore++
    if (last && piece !== '' && !piece.endsWith('\n')) linesBefore++
    piece = piece.slice(keep)
  }
}
