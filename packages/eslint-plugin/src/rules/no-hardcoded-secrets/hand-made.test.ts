import * as parser from '@typescript-eslint/parser'
import { Linter } from 'eslint'
import { describe, expect, it } from 'vitest'
import { noHardcodedSecrets } from './rule.js'

/** Passwords and keys as people make them up, where the code says what they are. */
const handMade = String.raw`
const password = 'P@ssw0rd123'
const dbPassword = 'SuperSecret123!'
const API_KEY = 'abcdef1234567890'
export const JWT_SECRET = 'my-jwt-secret'
export const JWT_SECRET = 'your-256-bit-secret-key-1234'
const secretKey = 'mySecretKey123'
const SECRET = 's3cr3t'
const config = { apiKey: '1234567890abcdef1234567890abcdef' }
const config = { db: { host: 'localhost', user: 'root', password: 'root' } }
const dbConfig = { host: 'x', password: 'admin123' }
let pwd = 'qwerty123'
var passwd = "letmein"
this.password = 'hunter2hunter2'
const AWS_SECRET_ACCESS_KEY = 'abcdEFGHijklMNOPqrstUVWXyz0123456789+/ab'
const privateKey = '0x4c0883a69102937d6231471b5dbb6204fe5129617082792ae468d01a3f362318'
const connectionString = 'mongodb://admin:Pa55w0rd@prod.acme.io:27017/db'
const connectionString = 'Server=tcp:acme.database.windows.net;Database=x;User ID=sa;Password=Zk81mQx04L;'
mongoose.connect('mongodb+srv://admin:s3cretPass@cluster0.mongodb.net/test')
const headers = { Authorization: 'Bearer abc123def456ghi789jkl012' }
const headers = { 'X-API-Key': 'key-1234567890' }
axios.get(url, { headers: { Authorization: 'Basic YWRtaW46c3VwZXJzZWNyZXQ=' } })
const encryptionKey = 'thisisa32characterlongsecretkey!'
const ENCRYPTION_KEY = '12345678901234567890123456789012'
const sessionSecret = 'keyboard cat'
app.use(session({ secret: 'my session secret', resave: false }))
const cookieSecret = 'c00k13s3cr3t'
const openaiKey = 'sk-abc123'
new OpenAI({ apiKey: 'sk-abc123def456' })
const anthropic = new Anthropic({ apiKey: 'sk-ant-test-1234' })
const adminPassword = 'admin'
const rootPassword = 'toor'
const userPass = 'pass1234'
const defaultPassword = 'Welcome1'
if (password === 'admin123') {}
if (apiKey !== 'secret-key-123') {}
if (req.query.token === 'abcd1234efgh5678') {}
const pass = process.env.DB_PASS || 'password'
const key = process.env.ENCRYPTION_KEY ?? 'default-encryption-key'
const s = process.env.SECRET || "secret"
const jwtSecret = config.get('jwt.secret', 'defaultSecret')
const { JWT_SECRET = 'secret' } = process.env
const t = process.env.API_TOKEN || 'test-token'
const k = import.meta.env.VITE_X || process.env.API_SECRET || 'abc'
const auth = { username: 'admin', password: 'secret123' }
const credentials = { username: 'admin', password: 'pa$$w0rd' }
const transporter = nodemailer.createTransport({ auth: { user: 'me@gmail.com', pass: 'app-password-123' } })
const SALT_SECRET = 'f8d9e7c6b5a4'
class Cfg { private static readonly API_SECRET = 'd41d8cd98f00b204e9800998ecf8427e' }
export default { jwt: { secret: 'shhhhh123' } }
module.exports = { secret: 'worldisfullofdevelopers' }
const signingKey = Buffer.from('c2VjcmV0LWtleS1mb3Itc2lnbmluZw==', 'base64')
const passphrase = 'correct horse battery staple'
const hmacKey = 'hmac-key-2024'
process.env.DB_PASSWORD = 'localpass1'
localStorage.setItem('authToken', 'abc123xyz789token')
const masterKey = 'M4st3rK3y!'
const smtp = { pass: 'smtp-pass-99' }
const pgPassword = 'postgres'
const redisPassword = 'redispass'
const apiSecret = 'QWxhZGRpbjpvcGVuIHNlc2FtZQ'
const SERVICE_ACCOUNT_KEY = 'a1b2c3d4-e5f6-7890-abcd-ef1234567890'
const ADMIN_PIN = '4821'
const basicAuth = 'admin:SuperSecret1'
const PASSWORD = 'Summer2024'
const DB_PWD = 'Passw0rd!'
const testApiKey = 'test_1234567890abcdef'
const twilioAuthToken = '9f8e7d6c5b4a39281706f5e4d3c2b1a0'
const secretToken = 'a-very-long-secret-token'
const appSecret = 'not-so-secret'
const clientCredentials = { client_id: 'x', client_secret: 'abc-def-123-ghi' }
`
  .trim()
  .split('\n')

const linter = new Linter()

describe('passwords and keys that people make up', () => {
  it('are found nine times out of ten, each in a file of its own', () => {
    const missed = handMade.filter((code) => linter.verify(code, config, 'src/config.ts').length === 0)
    expect(1 - missed.length / handMade.length, missed.join('\n')).toBeGreaterThanOrEqual(0.9)
  })
})

const config = [
  {
    files: ['**/*.ts'],
    languageOptions: { parser: parser as never },
    plugins: { palisade: { rules: { secrets: noHardcodedSecrets as never } } },
    rules: { 'palisade/secrets': 'error' as const },
  },
]
