const PEM =
  /-----BEGIN ((?:X9\.42 )?DH PARAMETERS|(?:RSA )?PUBLIC KEY)-----([A-Za-z0-9+/=\s\\]{20,8000})-----END \1-----/

/**
 * How many bits has the modulus of Diffie-Hellman parameters or of an RSA public key, given as PEM?
 *
 * Reads only as much DER as it takes to find the first large INTEGER: in PKCS #3 and X9.42 parameters that is the
 * prime, in RSA keys the modulus. Keys over curves have none.
 *
 * @param text a text that holds one such block
 * @returns what it is and its bits; undefined when the text holds no such block, or it can't be read
 */
export function pemModulus(text: string): { what: string; bits: number } | undefined {
  const match = PEM.exec(text)
  if (!match) return undefined
  const bits = firstModulus(Buffer.from(match[2]!.replace(/\\[rn]|[\\\s]/g, ''), 'base64'))
  return bits === undefined ? undefined : { what: match[1]!, bits }
}

const INTEGER = 0x02
const BIT_STRING = 0x03
const SEQUENCE = 0x30
/** Exponents and version numbers are shorter. */
const SHORTEST_MODULUS = 16

function firstModulus(der: Buffer): number | undefined {
  let at = 0
  for (let elements = 0; at + 2 <= der.length && elements < 20; elements += 1) {
    const tag = der[at]
    let length = der[at + 1]!
    at += 2
    if (length >= 0x80) {
      const bytes = length - 0x80
      if (bytes > 4 || at + bytes > der.length) return undefined
      length = bytes === 0 ? 0 : der.readUIntBE(at, bytes)
      at += bytes
    }
    if (tag === SEQUENCE) continue
    // The key inside a SubjectPublicKeyInfo; a curve's point begins with 4.
    if (tag === BIT_STRING && der[at] === 0 && der[at + 1] === SEQUENCE) {
      at += 1
      continue
    }
    if (tag === INTEGER && length >= SHORTEST_MODULUS) {
      if (at + length > der.length) return undefined
      while (der[at] === 0 && length > 0) [at, length] = [at + 1, length - 1]
      return length > 0 ? length * 8 - Math.clz32(der[at]!) + 24 : undefined
    }
    at += length
  }
  return undefined
}
