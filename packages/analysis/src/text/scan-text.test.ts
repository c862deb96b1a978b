import { describe, expect, it } from 'vitest'
import { tokenFormats } from '../catalogs/token-formats.js'
import { scanText } from './scan-text.js'
import { sampleToken, seededRandom } from './token-samples.js'

function token(id: string): string {
  return sampleToken(
    tokenFormats.find((row) => row.id === id)!,
    seededRandom(3),
  )
}

const show = (text: string, filename?: string) =>
  scanText(text, filename === undefined ? {} : { filename }).map(
    ({ evidence, id, line, column }) => `${evidence} ${id} ${line}:${column}`,
  )

describe('scanText', () => {
  it('finds known formats in any text, with their places', () => {
    expect(show(`# Notes\n\nThe key is ${token('groq-api-key')}.`)).toEqual(['format groq-api-key 3:12'])
  })

  it('finds the secret that belongs to an access key id', () => {
    const secret = token('aws-secret-access-key')
    expect(show(`id ${token('aws-access-key-id')}\nsecret ${secret}\n`)).toEqual([
      'format aws-access-key-id 1:4',
      'format aws-secret-access-key 2:8',
    ])
  })

  it.each([
    ['.env', 'DB_PASSWORD=Tr0ub4dor3'],
    ['.env', 'export API_KEY="a1b2c3d4e5f6"'],
    ['.env.production', "SESSION_SECRET='my-super-secret-key' # old"],
    ['config.yml', 'db:\n  password: Tr0ub4dor3\n'],
    ['config.yaml', 'apiKey: "a1b2c3d4e5f6"'],
    ['app.toml', 'client_secret = "a1b2c3d4e5f6"'],
    ['app.properties', 'spring.datasource.password=Tr0ub4dor3'],
    ['settings.json', '{\n  "apiKey": "a1b2c3d4e5f6",\n  "x": 1\n}'],
    ['Dockerfile', 'ENV API_TOKEN a1b2c3d4e5f6a7'],
    ['docker-compose.yml', '      - POSTGRES_PASSWORD=hunter2'],
    ['deploy.sh', 'export AUTH_TOKEN=a1b2c3d4e5f6'],
  ])('%s: %s', (filename, text) => {
    expect(scanText(text, { filename }).map((finding) => finding.evidence)).toEqual(['name'])
  })

  it.each([
    ['.env.example', 'API_KEY=\nDB_PASSWORD=changeme\nJWT_SECRET=<secret>\nTOKEN=your-token-here'],
    ['.env', 'API_KEY=${OTHER}\nPASSWORD=$PASSWORD\nAPI_KEY_HEADER=x-api-key-2\nSECRET_NAME=prod-db-1'],
    ['ci.yml', 'password: ${{ secrets.PASSWORD }}\ntoken: $(get-token 1)\n'],
    ['values.yaml', 'passwordSecretRef: db-1\npassword: ""\npassword: !vault |\nsecretName: tls-1\n'],
    ['en.json', '{ "password": "Password", "token": "Enter token 1" }'],
    ['package-lock.json', '{ "apiKey": "a1b2c3d4e5f6" }'],
    ['README.md', 'password: Tr0ub4dor3'],
    ['tsconfig.json', '{ "apiKey": "a1b2c3d4e5f6" }'],
  ])('%s is left alone: %s', (filename, text) => {
    expect(show(text, filename)).toEqual([])
  })

  it('shows at most four characters, and at most a quarter', () => {
    const [finding] = scanText('DB_PASSWORD=hunter2', { filename: '.env' })
    expect(finding).toMatchObject({ name: 'DB_PASSWORD', shown: 'h…', start: 12, end: 19 })
  })

  it('reads a megabyte of lines, and a megabyte on a line', () => {
    expect(show(`${'NAME=value\n'.repeat(100_000)}API_KEY=a1b2c3d4e5f6`, '.env')).toEqual(['name api-key 100001:9'])
    expect(show('API_KEY='.repeat(150_000), '.env')).toEqual([])
  })
})
