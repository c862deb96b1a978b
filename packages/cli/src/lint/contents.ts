import { TextDecoder } from 'node:util'

/** How a file is checked. */
export type FileKind =
  /** JavaScript or TypeScript: all rules. */
  | 'script'
  /** Any other text: formats of credentials. */
  | 'text'

const scriptPattern = /\.(?:[cm]?[jt]s|[jt]sx)$/i

/**
 * How a file is checked, by its name.
 *
 * @param path The file's path.
 * @returns The kind.
 */
export function kindOf(path: string): FileKind {
  return scriptPattern.test(path) ? 'script' : 'text'
}

/**
 * A script with more characters than this is a bundle or data. Its tree, and what the rules find out about it, take up to
 * a thousand times its size: checking it would cost more memory than everything else together.
 */
export const largestScript = 300_000

/** A file with more bytes than this is scanned piece by piece instead of being held. */
export const largestWhole = 4 * 1024 * 1024

/** How much of a file tells whether it is text, as in git. */
const sniffed = 8000

/**
 * Whether bytes are those of a binary file: git's own test, a NUL among the first ones, apart from UTF-16.
 *
 * @param bytes The beginning of the file.
 * @returns True for binary files.
 */
export function isBinary(bytes: Uint8Array): boolean {
  if (utf16Of(bytes) !== undefined) return false
  return bytes.subarray(0, sniffed).includes(0)
}

/**
 * Turns a file's bytes into text.
 *
 * @param bytes The whole file.
 * @returns The text; bytes that are not of the encoding become U+FFFD. A byte order mark stays, as ESLint expects.
 */
export function decode(bytes: Uint8Array): string {
  return decoderOf(bytes).decode(bytes)
}

/**
 * The decoder of a file.
 *
 * @param beginning The file's first bytes.
 * @returns A decoder of its encoding.
 */
export function decoderOf(beginning: Uint8Array): TextDecoder {
  return new TextDecoder(utf16Of(beginning) ?? 'utf-8', { ignoreBOM: true })
}

/**
 * The number of lines of a text, as an editor shows them; a newline at the end does not start another.
 *
 * @param text The text.
 * @returns The number.
 */
export function lineCount(text: string): number {
  if (text === '') return 0
  let count = 1
  for (let at = text.indexOf('\n'); at >= 0 && at < text.length - 1; at = text.indexOf('\n', at + 1)) count++
  return count
}

function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined
}
