import { check } from 'recheck'
import { describe, expect, it } from 'vitest'
import { type TokenChecksum, tokenFormats, type TokenFormatRow } from '../catalogs/token-formats.js'
import { checksumHolds } from './checksums.js'
import { patternElements } from './pattern-shape.js'
import { sampleToken, seededRandom } from './token-samples.js'
import { createTokenScanner } from './token-scanner.js'

const scanner = createTokenScanner(tokenFormats)
const rows: readonly TokenFormatRow[] = tokenFormats
const alone = rows.filter((row) => row.use === undefined && row.alone !== false)
const patterned = alone.filter((row) => row.pattern !== undefined)

/** What others have printed, cut up so that no file of ours holds a token. */
const published: readonly (readonly [TokenChecksum, readonly string[]])[] = [
  ['crc32-hex-of-all', ['glsa', 'yscW25imSKJIuav8zF37RZmnbiDvB05G', 'fcaaf58a']],
  ['crc32-hex-of-all', ['glsa', '18jsK51ALMvwoM7wnaevzGKSLp6UOsTm', '07394f66']],
  ['crc32-base62', ['ghp', 'zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ' + '0mLq17']],
  ['bech32', ['AGE-SECRET-KEY-' + '1N84CR29PJTUQA22ALHP4YDL5ZFMXPW5GVETVY3UK58ZD6NPNPDLS4MCZFS']],
]

/** Samples of a row, twenty as a rule; the same in each run. */
function samples(row: TokenFormatRow, count = 20): string[] {
  const random = seededRandom([...row.id].reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) | 0, 7))
  return Array.from({ length: count }, () => sampleToken(row, random))
}

const contexts: readonly [string, (token: string) => string][] = [
  ['the whole text', (token) => token],
  ['quotes', (token) => `const x = '${token}'`],
  ['a sentence', (token) => `The key is ${token}, keep it.`],
  ['an environment file', (token) => `SOMETHING=${token}\nOTHER=1`],
  ['JSON', (token) => JSON.stringify({ a: { b: token } })],
  ['JSON in a string', (token) => JSON.stringify(JSON.stringify(['\n' + token]))],
  ['a header line', (token) => `curl -H 'X-Thing: ${token}' https://api.acme.io/v1`],
  ['a comment', (token) => `/* old: ${token} */`],
]

describe('the token scanner', () => {
  it.each(contexts)('finds tokens in %s', (_context, wrap) => {
    const missed: string[] = []
    let total = 0
    for (const row of alone) {
      const found = samples(row).filter((token) => scanner.scan(wrap(token)).length > 0).length
      total += found
      if (found < 18) missed.push(`${row.id} ${found}`)
    }
    expect(missed).toEqual([])
    expect(total / (alone.length * 20)).toBeGreaterThanOrEqual(0.97)
  })

  it.each(patterned.map((row) => [row.id, row] as const))('%s: near misses stay silent', (_id, row) => {
    const found: string[] = []
    for (const token of samples(row, 5)) {
      const others = (text: string) =>
        scanner.scan(text).some((match) => match.row === row || match.end - match.start >= token.length - 1)
      const middle = Math.floor(token.length * 0.7)
      // A URL and a word of free length stay what they are with another letter.
      const isUrl = row.pattern!.source.includes(':\\/\\/')
      if (!isUrl && others(`prefix${token}`)) found.push('inside a word')
      if (!isUrl && isFixedLength(row)) {
        if (others(`${token.slice(0, middle)}!${token.slice(middle + 1)}`)) found.push('wrong character')
        if (others(`${token}suffix`)) found.push('longer')
        if (others(token.slice(0, -1))) found.push('shorter')
      }
      if (row.checksum !== undefined && others(withLastCharacterChanged(token))) found.push('wrong checksum')
    }
    expect(found).toEqual([])
  })

  it.each(rows.filter((row) => row.pattern !== undefined).map((row) => [row.id, row] as const))(
    '%s: the whole value is described',
    (_id, row) => {
      const described = samples(row, 3).map((token) =>
        scanner.describe(token, row.provider.toLowerCase().split(/[^a-z\d]+/)),
      )
      for (const found of described) expect(found).toBeDefined()
    },
  )

  it('tells tokens of made-up values', () => {
    const made = (prefix: string, body: string) => scanner.scan(`x = "${prefix}${body}"`)
    expect(made('AK' + 'IA', 'IOSFODNN7EXAMPLE')).toEqual([])
    expect(made('sk_' + 'live_', 'x'.repeat(24))).toEqual([])
    expect(made('sk_' + 'live_', 'abcdefghijklmnopqrstuvwx')).toEqual([])
    expect(made('sk-' + 'proj-', 'your-key-here')).toEqual([])
    expect(made('glp' + 'at-', 'aaaaaaaaaaaaaaaaaaaa')).toEqual([])
  })

  it.each([
    'postgres://localhost:5432/app',
    'postgres://app@db.acme.io/app',
    'postgres://postgres:postgres@localhost:5432/app',
    'postgres://user:password@host:5432/db',
    'https://user:pass@example.com/path',
    'postgres://app:${password}@db.acme.io/app',
    'mongodb+srv://<user>:<password>@cluster0.acme.mongodb.net',
    'http://username:password@proxy.acme.io:8080',
    'https://acme.io/@user:name@thing',
    'see https://acme.io/a:b and mail me@acme.io',
    'eyJ is how every token starts',
    '-----BEGIN PRIVATE KEY-----',
    '-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----',
    '-----BEGIN PUBLIC KEY-----\nMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE\n-----END PUBLIC KEY-----',
    'Basic realm="Access to the site"',
    'Basic authentication is used',
    'Bearer token_type_of_the_answer',
    'Bearer realm=example',
    '$2b$10$',
    'https://acme.io/v1?api_key=YOUR_API_KEY',
    'https://acme.io/v1?api_key=${key}',
    'https://acme.io/v1?token=abc',
    'curl -u user:password https://acme.io',
    'Server=localhost;Database=app;User Id=sa;Password=Passw0rd;',
    'Server=db;Database=app;User Id=sa;Password={0};',
  ])('leaves alone: %s', (text) => {
    expect(scanner.scan(text).map((match) => match.row.id)).toEqual([])
  })

  it('finds a private key whose line breaks are escaped', () => {
    const row = rows.find((each) => each.id === 'pem-private-key')!
    const [key] = samples(row)
    expect(scanner.scan(JSON.stringify({ private_key: key })).map((match) => match.row.id)).toEqual(['pem-private-key'])
    expect(scanner.scan(JSON.stringify(JSON.stringify({ private_key: key }))).map((match) => match.row.id)).toEqual([
      'pem-private-key',
    ])
  })

  it('finds a private key in base64, and no certificate', () => {
    const [key] = samples(rows.find((each) => each.id === 'pem-private-key')!)
    const entry = `client-key-data: ${btoa(key!)}\n`
    const [match] = scanner.scan(entry)
    expect(match).toMatchObject({ row: { id: 'pem-private-key' }, start: 17, whole: true })
    expect(entry.slice(match!.end)).toMatch(/^=*\n$/)
    expect(scanner.scan(`data: ${btoa(key!.replaceAll('PRIVATE KEY', 'CERTIFICATE'))}\n`)).toEqual([])
  })

  it('knows a cut-off JSON Web Token and asks for a second sign', () => {
    const row = rows.find((each) => each.id === 'jwt')!
    const [header] = samples(row)[0]!.split('.')
    expect(scanner.scan(header!)).toMatchObject([{ row: { id: 'jwt' }, whole: false }])
  })

  it('checks the checksums of GitHub, GitLab, Grafana, npm, Cloudflare, Polar and age', () => {
    for (const row of rows.filter((each) => each.checksum !== undefined)) {
      for (const token of samples(row)) expect(checksumHolds(token, row.checksum!)).toBe(true)
    }
  })

  it.each(published)('computes %s as the vendor does', (kind, parts) => {
    const token = parts.join('_')
    expect(checksumHolds(token, kind)).toBe(true)
    expect(checksumHolds(withLastCharacterChanged(token), kind)).toBe(false)
  })

  it('finds tokens on a line of a megabyte', () => {
    const token = samples(rows.find((row) => row.id === 'groq-api-key')!)[0]!
    const line = `${'a1B2-_./=:@ '.repeat(50_000)} ${token} ${'eyJ://?api$2b$'.repeat(20_000)}`
    expect(scanner.scan(line).map((match) => match.row.id)).toEqual(['groq-api-key'])
  })
})

describe('the table of token formats', () => {
  it('gives each row an id of its own', () => {
    expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length)
  })

  it.each(rows.map((row) => [row.id, row] as const))('%s keeps to the grammar and names its source', (_id, row) => {
    expect(row.source).toMatch(/^https:\/\//)
    expect((row.pattern === undefined) !== (row.detector === undefined)).toBe(true)
    if (row.pattern !== undefined) expect(patternElements(row.pattern.source).length).toBeGreaterThan(0)
  })

  it('is linear in all its patterns', async () => {
    const source = patterned.map((row) => row.pattern!.source).join('|')
    expect(source.length).toBeGreaterThan(1000)
    const slow: string[] = []
    for (const row of rows) {
      if (row.pattern === undefined) continue
      const result = await check(`^(?:${row.pattern.source})`, '', { timeout: 2_000, checker: 'automaton' })
      if (result.status !== 'safe') slow.push(`${row.id}: ${result.status}`)
    }
    expect(slow).toEqual([])
  }, 120_000)
})

function isFixedLength(row: TokenFormatRow): boolean {
  return patternElements(row.pattern!.source).every((element) => element.type === 'text' || element.min === element.max)
}

function withLastCharacterChanged(token: string): string {
  return token.slice(0, -1) + (token.endsWith('a') ? 'b' : 'a')
}
