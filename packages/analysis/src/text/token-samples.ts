import type { TokenFormatRow } from '../catalogs/token-formats.js'
import { CHECKSUM_LENGTH, checksumOf } from './checksums.js'
import { patternElements, patternSample } from './pattern-shape.js'

/**
 * A source of numbers that gives the same numbers in each run (mulberry32).
 *
 * @param seed where to start
 * @returns numbers from 0 up to 1
 */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const ALPHANUMERIC = `${LETTERS}0123456789`
const BASE64 = `${ALPHANUMERIC}+/`

/**
 * Makes a token of a format: tests and documentation need some, and no file of ours may hold one.
 *
 * @param row the format
 * @param random a source of numbers from 0 up to 1
 * @returns a token, with its checksum where the format has one
 */
export function sampleToken(row: TokenFormatRow, random: () => number): string {
  if (row.detector !== undefined) return DETECTED[row.detector](random)
  const sample = patternSample(patternElements(row.pattern!.source), random)
  if (row.checksum === undefined) return sample
  const token = sample.slice(0, -CHECKSUM_LENGTH[row.checksum])
  return token + checksumOf(token, row.checksum)
}

const DETECTED: Readonly<Record<NonNullable<TokenFormatRow['detector']>, (random: () => number) => string>> = {
  jwt: (random) => {
    const claims = { sub: chars(ALPHANUMERIC, 12, random), iat: 1_700_000_000 + Math.floor(random() * 1e7) }
    return [
      urlBase64(JSON.stringify({ alg: 'HS256', typ: 'JWT' })),
      urlBase64(JSON.stringify(claims)),
      chars(ALPHANUMERIC, 43, random),
    ].join('.')
  },
  'pem-private-key': (random) => {
    const lines = Array.from({ length: 6 }, () => chars(BASE64, 64, random))
    const label = ['RSA PRIVATE', 'EC PRIVATE', 'PRIVATE', 'OPENSSH PRIVATE'][Math.floor(random() * 4)]
    return `-----BEGIN ${label} KEY-----\n${lines.join('\n')}\n-----END ${label} KEY-----`
  },
  'url-userinfo': (random) => {
    const scheme = ['postgres', 'mongodb+srv', 'redis', 'amqps', 'mysql', 'https'][Math.floor(random() * 6)]
    return `${scheme}://app:${chars(ALPHANUMERIC, 16, random)}@db.acme-internal.net:5432/app`
  },
  'account-key': (random) =>
    `DefaultEndpointsProtocol=https;AccountName=app;AccountKey=${chars(BASE64, 86, random)}==;EndpointSuffix=core.windows.net`,
  'sas-signature': (random) =>
    `https://app.blob.core.windows.net/c?sv=2022-11-02&se=2030-01-01&sr=c&sp=rl&sig=${chars(ALPHANUMERIC, 43, random)}%3D`,
  'password-in-connection-string': (random) =>
    `Server=db.acme-internal.net;Database=app;User Id=app;Password=${chars(ALPHANUMERIC, 16, random)};`,
  'basic-credentials': (random) => `Basic ${btoa(`app:${chars(ALPHANUMERIC, 22, random)}`)}`,
  'bearer-token': (random) => `Bearer ${chars(ALPHANUMERIC, 40, random)}`,
  'curl-user': (random) => `curl -u app:${chars(ALPHANUMERIC, 18, random)} https://api.acme-internal.net`,
  'query-credential': (random) => `https://api.acme-internal.net/v1?api_key=${chars(ALPHANUMERIC, 32, random)}`,
  'password-hash': (random) => `$2b$12$${chars(`./${ALPHANUMERIC}`, 53, random)}`,
  'registry-auth': (random) =>
    JSON.stringify({
      auths: { 'registry.acme-internal.net': { auth: btoa(`app:${chars(ALPHANUMERIC, 20, random)}`) } },
    }),
}

function chars(alphabet: string, length: number, random: () => number): string {
  let text = ''
  for (let count = 0; count < length; count++) text += alphabet[Math.floor(random() * alphabet.length)]
  return text
}

function urlBase64(text: string): string {
  return btoa(text).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
}
