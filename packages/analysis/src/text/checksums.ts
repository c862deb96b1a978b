import type { TokenChecksum } from '../catalogs/token-formats.js'

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

const TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

/**
 * The CRC-32 (IEEE 802.3) of a text of single-byte characters.
 *
 * @param text the text
 * @returns the checksum as an unsigned number
 */
export function crc32(text: string): number {
  let value = 0xffffffff
  for (let at = 0; at < text.length; at++) value = (value >>> 8) ^ TABLE[(value ^ text.charCodeAt(at)) & 0xff]!
  return (value ^ 0xffffffff) >>> 0
}

/**
 * Writes a CRC-32 as GitHub and npm do: six digits in base 62, digits before capitals before small letters.
 * Source: https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats
 *
 * @param value the checksum
 * @returns six characters
 */
export function base62(value: number): string {
  let text = ''
  for (let rest = value; rest > 0; rest = Math.floor(rest / 62)) text = DIGITS[rest % 62] + text
  return text.padStart(6, '0')
}

/**
 * Whether a token's checksum is right.
 *
 * @param token the whole token
 * @param kind how the token carries its checksum
 * @returns false for a token that its vendor can't have issued
 */
export function checksumHolds(token: string, kind: TokenChecksum): boolean {
  const checked = token.slice(0, -CHECKSUM_LENGTH[kind])
  return token.slice(-CHECKSUM_LENGTH[kind]) === checksumOf(checked, kind)
}

/**
 * The checksum that belongs to a token.
 *
 * @param token the token without its checksum
 * @param kind how the token carries its checksum: GitLab's covers the prefix, that of the others begins after its underscore
 * @returns the characters to append
 */
export function checksumOf(token: string, kind: TokenChecksum): string {
  const value = crc32(kind === 'crc32-base36' ? token : token.slice(token.indexOf('_') + 1))
  switch (kind) {
    case 'crc32-base62':
      return base62(value)
    case 'crc32-base36':
      return value.toString(36).padStart(7, '0')
    case 'crc32-hex':
      return value.toString(16).padStart(8, '0')
  }
}

/** How many characters of the token the checksum takes. */
export const CHECKSUM_LENGTH: Readonly<Record<TokenChecksum, number>> = {
  'crc32-base62': 6,
  'crc32-hex': 8,
  'crc32-base36': 7,
}
