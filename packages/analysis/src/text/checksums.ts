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
 * @param kind how the token carries its checksum
 * @returns the characters to append
 */
export function checksumOf(token: string, kind: TokenChecksum): string {
  switch (kind) {
    case 'crc32-base62':
      return base62(crc32(afterPrefix(token)))
    case 'crc32-hex':
      return hex(crc32(afterPrefix(token)))
    case 'crc32-hex-of-all':
      // Least byte first, and the last underscore is not counted.
      return hex(reversedBytes(crc32(token.slice(0, -1))))
    case 'crc32-base36-of-all':
      return crc32(token).toString(36).padStart(7, '0')
    case 'bech32':
      return bech32(token.toLowerCase()).toUpperCase()
  }
}

/** How many characters of the token the checksum takes. */
export const CHECKSUM_LENGTH: Readonly<Record<TokenChecksum, number>> = {
  'crc32-base62': 6,
  'crc32-hex': 8,
  'crc32-hex-of-all': 8,
  'crc32-base36-of-all': 7,
  bech32: 6,
}

/** What the vendor drew at random: prefixes end in an underscore. */
function afterPrefix(token: string): string {
  return token.slice(token.lastIndexOf('_') + 1)
}

function hex(value: number): string {
  return value.toString(16).padStart(8, '0')
}

function reversedBytes(value: number): number {
  return ((value << 24) | ((value & 0xff00) << 8) | ((value >>> 8) & 0xff00) | (value >>> 24)) >>> 0
}

const BECH32 = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l'
const BECH32_GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3]

/** BIP-173: six characters over the part before the last `1` and the data after it. */
function bech32(text: string): string {
  const mark = text.lastIndexOf('1')
  const codes = Array.from(text.slice(0, mark), (char) => char.charCodeAt(0))
  const data = Array.from(text.slice(mark + 1), (char) => BECH32.indexOf(char))
  let value = 1
  for (const digit of [
    ...codes.map((code) => code >> 5),
    0,
    ...codes.map((code) => code & 31),
    ...data,
    0,
    0,
    0,
    0,
    0,
    0,
  ]) {
    const top = value >>> 25
    value = ((value & 0x1ffffff) << 5) ^ digit
    for (const [bit, generator] of BECH32_GENERATOR.entries()) if ((top >>> bit) & 1) value ^= generator
  }
  value ^= 1
  return Array.from({ length: 6 }, (_, at) => BECH32[(value >>> (5 * (5 - at))) & 31]).join('')
}
