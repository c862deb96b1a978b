import { createDiffieHellman, createPublicKey, generateKeyPairSync } from 'node:crypto'
import { expect, it } from 'vitest'
import { pemModulus } from './key-size.js'

/** DER of `SEQUENCE { INTEGER prime, INTEGER 2 }`. */
function parameters(prime: Buffer): string {
  const integer = (bytes: Buffer) => tagged(0x02, bytes[0]! & 0x80 ? Buffer.concat([Buffer.of(0), bytes]) : bytes)
  const tagged = (tag: number, body: Buffer) => {
    const length = body.length < 0x80 ? Buffer.of(body.length) : Buffer.of(0x82, body.length >> 8, body.length & 0xff)
    return Buffer.concat([Buffer.of(tag), length, body])
  }
  return pem('DH PARAMETERS', tagged(0x30, Buffer.concat([integer(prime), integer(Buffer.of(2))])))
}

const pem = (what: string, der: Buffer) =>
  `-----BEGIN ${what}-----\n${der.toString('base64').replace(/.{64}/g, '$&\n')}\n-----END ${what}-----\n`

it.each([512, 1024, 2048])('reads Diffie-Hellman parameters of %i bits', (bits) => {
  // Any odd number of that size does: nothing looks whether it is prime.
  const prime = Buffer.alloc(bits / 8, 0xff)
  expect(pemModulus(parameters(prime))).toEqual({ what: 'DH PARAMETERS', bits })
  expect(createDiffieHellman(prime).getPrime()).toHaveLength(bits / 8)
})

it.each([1024, 2048])('reads RSA keys of %i bits', (modulusLength) => {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength })
  for (const type of ['spki', 'pkcs1'] as const)
    expect(pemModulus(publicKey.export({ format: 'pem', type }).toString())?.bits).toBe(modulusLength)
})

it('reads a key whose line ends are escaped', () => {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 1024 })
  const text = publicKey.export({ format: 'pem', type: 'spki' }).toString()
  expect(pemModulus(text.replaceAll('\n', String.raw`\n`))?.bits).toBe(1024)
})

it('finds no modulus elsewhere', () => {
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const curve = createPublicKey(publicKey.export({ format: 'pem', type: 'spki' })).export({
    format: 'pem',
    type: 'spki',
  })
  expect(pemModulus(curve.toString())).toBeUndefined()
  expect(
    pemModulus('-----BEGIN DH PARAMETERS-----\nMIGHAoGBAP/////////////////\n-----END DH PARAMETERS-----'),
  ).toBeUndefined()
  expect(pemModulus('-----BEGIN DH PARAMETERS-----')).toBeUndefined()
  expect(pemModulus('')).toBeUndefined()
})
