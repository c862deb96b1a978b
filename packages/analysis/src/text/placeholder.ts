import { knownFakes, placeholders } from '../catalogs/known-fakes.js'
import { entropy, sequentialShare } from './entropy.js'

const FAKES: readonly string[] = knownFakes.map((row) => row.pieces.join('').toLowerCase())

/**
 * Whether a value says itself that it isn't a credential: it is to be filled in, masked, interpolated, or printed in a
 * vendor's documentation.
 *
 * @param value the value
 * @returns the id of the row that says so, none for a value that may be real
 */
export function placeholderKind(value: string): string | undefined {
  if (value.length > 4000) return undefined
  const lower = value.toLowerCase()
  const fake = knownFake(lower)
  if (fake !== undefined) return fake
  return placeholders.find((row) => row.pattern.test(lower))?.id
}

/**
 * Whether a token is one that a vendor prints in its documentation.
 *
 * @param token the token
 */
export function isKnownFake(token: string): boolean {
  return token.length <= 4000 && knownFake(token.toLowerCase()) !== undefined
}

function knownFake(lower: string): string | undefined {
  const fake = FAKES.findIndex((known) => lower.includes(known))
  return fake < 0 ? undefined : knownFakes[fake]!.id
}

/** Marks inside a token that its maker put there to show that it is none. Random text holds them too rarely to matter. */
const FAKE_MARK = /example|placeholder|dummy|redacted|changeme|xxxx|your[-_]|\*{3}|\.{3}|abcdefgh|12345678901234/i

/**
 * Whether the random part of a token looks drawn by a machine rather than typed.
 *
 * @param body the token without its fixed parts
 * @returns false for `xxxx…`, `1234567890abcdef…`, words and repeated characters
 */
export function looksRandom(body: string): boolean {
  if (FAKE_MARK.test(body)) return false
  if (body.length < 8) return true
  if (sequentialShare(body) > 0.4) return false
  return entropy(body) >= leastEntropy(body.length)
}

/** Drawn at random, one text in ten thousand falls below; texts of digits only are left to their own patterns. */
function leastEntropy(length: number): number {
  if (length < 16) return 2.2
  if (length < 24) return 2.5
  return 2.8
}
