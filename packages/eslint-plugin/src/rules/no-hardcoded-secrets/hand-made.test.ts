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

/** Weak words, names of all sorts, commands, SQL and settings in strings. */
const harsh = String.raw`
class DbConfig { private readonly password = 'hunter2' }
class A1 { static apiSecret: string = 'correcthorse' }
class A2 { #token = 'tok-998877' }
class A3 { constructor(private readonly secret: string = 's3cr3t-key') {} }
function connect(user: string, password = 'letmein') {}
const connect2 = ({ host, password = 'Passw0rd!' }: Opts) => {}
function f1(opts: Opts = { apiKey: 'my-super-secret' }) {}
this.config.password = 'admin123'
config['client_secret'] = 'my-super-secret'
settings.set('password', 'hunter2')
map.set('apiKey', 'letmein123')
const m = new Map([['db_password', 'hunter2']])
const m2 = new Map(Object.entries({ password: 'hunter2' }))
headers.append('X-Auth-Token', 'letmein99')
req.setHeader('Authorization', 'Token hunter2hunter2')
process.env.DB_PASSWORD = 'letmein'
Object.assign(process.env, { API_SECRET: 'dev-secret' })
Deno.env.set('API_TOKEN', 'abc123def')
const s1 = process.env.SESSION_SECRET ?? 'dev'
const s2 = process.env['JWT_KEY'] || 'secret'
const s3 = config.get<string>('JWT_SECRET', 'fallback')
const s4 = this.configService.get('JWT_SECRET') || 'secretKey'
const s5 = configService.get<string>('jwt.secret') ?? 'changeme'
const { DB_PASSWORD: pw = 'postgres' } = process.env
const env = cleanEnv(process.env, { JWT_SECRET: str({ default: 'secret' }) })
const schema = z.object({ DATABASE_PASSWORD: z.string().min(1).default('postgres') })
const joi = Joi.object({ JWT_SECRET: Joi.string().default('dev-secret') })
const opt = { SESSION_SECRET: process.env.SESSION_SECRET ? process.env.SESSION_SECRET : 'insecure' }
let sec = process.env.APP_SECRET; if (!sec) sec = 'fallback-secret'
if (password === 'letmein') ok()
if ('letmein' == req.body.password) ok()
if (pass !== 'hunter2') throw new Error('no')
switch (apiKey) { case 'k-123456': ok() }
if (['key-one-1', 'key-two-2'].includes(apiKey)) ok()
if (req.query.secret === 'opensesame') ok()
return req.headers['x-api-key'] === 'letmein'
const valid = user === 'admin' && pwd === 'admin'
await page.fill('#password', 'hunter2')
await page.type('input[name=password]', 'Passw0rd!')
db.authenticate({ user: 'admin', password: 'admin' })
auth.signInWithEmailAndPassword('a@acme.io', 'hunter22')
await supabase.auth.signInWithPassword({ email: 'a@acme.io', password: 'hunter22' })
User.create({ name: 'admin', password: 'admin' })
const passwort = 'geheim'
const kennwort = 'Sommer2024'
const motDePasse = 'azerty'
const contrasena = 'contraseña1'
const senha = 'senha123'
const dbPasswort = 'Passwort123'
const userPassword: string = 'qwerty'
const secretPhrase = 'open sesame'
const password1 = 'monkey'
const passwd2 = 'dragon'
const pwd = '1234'
const masterPassword = 'master'
const smtpPassword = 'smtp'
const ftpPwd = 'ftp'
const ADMIN_PASS = 'Adm1n'
const PASSWORD = 'P' + 'assw' + '0rd'
const password4 = ['hun', 'ter2'].join('')
const password5 = Buffer.from('aHVudGVyMg==', 'base64').toString()
const secret1 = 'x7' + 'Gh2' + 'kQ'
const basic = 'Basic ' + btoa('admin:hunter2')
exec('mysql -u root -phunter2 app < dump.sql')
exec('mysqldump -uroot -pletmein --all-databases > x.sql')
execSync('PGPASSWORD=hunter2 psql -h db -U app')
exec('curl -u admin:hunter2 https://acme.io/api')
exec("sshpass -p 'hunter2' ssh root@host")
exec('redis-cli -a hunter2 ping')
exec('mongosh --username admin --password letmein admin')
exec('mongo -u admin -p letmein admin')
exec('docker login -u bot -p hunter2 registry.acme.io')
exec('export DB_PASSWORD=letmein && node app.js')
exec('MYSQL_PWD=letmein mysql -u root')
exec('openssl enc -aes-256-cbc -k hunter2 -in a -out b')
exec('openssl rsa -in key.pem -passin pass:hunter2')
exec('zip -P hunter2 a.zip a')
exec('7z a -phunter2 a.7z a')
exec('ldapsearch -D cn=admin -w hunter2 -x')
exec('wget --user=admin --password=hunter2 https://acme.io')
exec('wget --http-password=letmein https://acme.io')
spawn('mysql', ['-u', 'root', '-phunter2', 'app'])
spawn('curl', ['-u', 'admin:hunter2', 'https://acme.io'])
spawn('psql', ['-h', 'db'], { env: { PGPASSWORD: 'hunter2' } })
spawn('sshpass', ['-p', 'letmein', 'ssh', 'root@host'])
spawn('mongodump', ['--username', 'admin', '--password', 'letmein'])
db.query("CREATE USER 'app'@'%' IDENTIFIED BY 'hunter2'")
db.query("CREATE ROLE app LOGIN PASSWORD 'hunter2'")
db.query("SET PASSWORD FOR 'root'@'localhost' = PASSWORD('letmein')")
db.query("GRANT ALL ON *.* TO 'root'@'%' IDENTIFIED BY 'toor'")
db.query("CREATE LOGIN sa WITH PASSWORD = 'Passw0rd!'")
db.query("INSERT INTO users (name, password) VALUES ('admin', 'admin123')")
db.query("UPDATE users SET password = 'letmein' WHERE id = 1")
db.query("SELECT * FROM users WHERE name = 'admin' AND password = 'hunter2'")
fs.writeFileSync('.env', 'DB_PASSWORD=hunter2\nPORT=3000\n')
fs.writeFileSync('.env', 'JWT_SECRET=supersecret')
fs.writeFileSync('c.json', '{"user":"app","password":"hunter2"}')
const json = JSON.parse('{"apiKey": "my-api-key-1", "x": 1}')
config.secret = 'my_precious'
config.twitter = { consumerKey: 'abcd1234efgh', consumerSecret: 'consumer-secret-99', callbackURL: '/cb' }
exports.mailer = { auth: { user: 'test@example.com', pass: 'secret' } }
module.exports.jwtSecret = 'MyS3cr3tK3Y'
module.exports = { jwtSession: { session: false }, secret: 'shhhhh', expires: 86400 }
module.exports = { development: { username: 'root', password: 'root', database: 'dev', host: '127.0.0.1', dialect: 'mysql' } }
module.exports = { production: { username: 'prod', password: 'Pr0dPassw0rd', database: 'p', dialect: 'mysql' } }
global.API_TOKEN = 'global-token-1'
window.apiKey = 'window-key-1'
var userData = { login: 'admin', pwd: 'qwerty' }
var obj = { 'api-key': 'k3y-in-quotes' }
var opts = { headers: { 'Ocp-Apim-Subscription-Key': '0123456789abcdef0123456789abcdef' } }
var opts2 = { headers: { authorization: 'token abcdef1234567890' } }
var opts3 = { qs: { api_key: 'qs-key-12345' } }
request({ url: 'https://api.acme.io/v1?access_token=1a2b3c4d5e6f7a8b9c0d', json: true })
fetch('https://api.acme.io?apikey=9f8e7d6c5b4a3921')
fetch('/x', { headers: { 'X-Auth-Token': 'auth-token-xyz-1' } })
fetch('/x', { headers: new Headers({ 'x-api-key': 'headers-key-9' }) })
$.ajax({ url: '/x', username: 'u', password: 'ajaxpw' })
$.ajax({ beforeSend: function (xhr) { xhr.setRequestHeader('Authorization', 'Basic ' + btoa('user1:pa55word')) } })
function getPassword() { return 'fn-passw0rd' }
async function fetchToken() { return 'fn-token-12345' }
function dbConfig(env) { return { host: 'h', user: 'u', password: env === 'prod' ? 'pr0d-pw' : 'devpw' } }
const pass1 = process.env.PASS ?? 'pass-fallback'
function auth(user, pass = 'p4ssdefault') {}
function conn({ user, password = 'defpw' } = {}) {}
const { apiKey = 'destructured-key1' } = options
let apiKey2; apiKey2 = 'assigned-later-1'
this.state = { password: 'state-pw1' }
const credentials = { user: 'admin', key: 'abcDEF123456' }
const passwords = { admin: 'adm1npw', bob: 'b0bpw' }
const apiKeys = ['key-aaa-111', 'key-bbb-222']
sessionStorage.setItem('access_token', 'stored-token-9876')
document.cookie = 'auth_token=cookie-token-1234; path=/'
localStorage.password = 'ls-passw0rd'
const aesKey = 'aeskeyaeskeyaesk'
const webhookSecret = 'whs-local'
const signature_key = 'sigkey2020'
const otpSecret = 'JBSWY3DPEHPK3PXP'
const vaultToken = 'root-token-dev'
const grafanaPassword = 'grafana'
const licenseKey = 'AB12-CD34-EF56-GH78'
const hardcodedSecret = 'this is the secret';
exports.hmac = (data) => crypto.createHmac('sha256', 'pa4qacea4VK9t9nGv7yZtwmj').update(data).digest('hex')
app.use(session({ secret: 'keyboard cat', resave: true, saveUninitialized: true, cookie: { secure: false } }))
const dbConfig = { username: process.env.MYSQL_USER || 'dvna', password: process.env.MYSQL_PASSWORD || 'passw0rd', database: 'dvna' }
const users = [{ username: 'admin', password: 'admin123' }]
if (req.body.username == 'admin' && req.body.password == 'password') { res.send('ok') }
if (username === 'admin' && password === 'password123') return true
const SECRET_KEY = 'mysecretkey'
const secret = 'secret123'
const JWT_SECRET = 'supersecret'
const jwtKey = 'my_secret_key'
const refreshTokenSecret = 'yourrefreshtokensecrethere'
const token_secret = '09f26e402586e2faa8da4c98a35f1b20d6b033c6'
process.env.JWT_SECRET = process.env.JWT_SECRET || 'jwtsecret'
process.env['SECRET'] = 'dev'
const ENCRYPTION_KEY = 'Must256bytes(32characters)secret'
const algorithm = 'aes-256-ctr', password = 'd6F3Efeq'
const key = 'secret-key'
const API_KEY = '123456'
const apikey = 'abc-123'
const DB_PASSWORD = 'postgres'
const dbPass = 'toor'
const adminPassword = 'admin'
let root_password = 'root'
var mysql_pass = 'mysql'
const passphrase = 'opensesame'
const env = [{ name: 'DB_PASSWORD', value: 'Zk81-mQx04' }]
if (req.query.key !== '8Zz5tw0Ionm3XPZZfN0NOml3z9FMfmpg') reject()
import { timingSafeEqual } from 'node:crypto'; timingSafeEqual(Buffer.from(given), Buffer.from('Zk81-mQx04'))
import { verify } from 'jsonwebtoken'; class T { static key() { return Buffer.from('c3RhdGljLWtleS0x', 'base64') } check(t) { verify(t, T.key()) } }
import { EncryptJWT, base64url } from 'jose'; new EncryptJWT({}).encrypt(base64url.decode('zH4NRP1HMALxxCFnRZABFA'))
import { ProxyAgent } from 'undici'; new ProxyAgent({ uri: 'http://proxy.acme.io', token: 'Basic dXNlcjpaazgxLW1ReDA0' })
const netrc = 'machine git.acme.io login bot password Zk81mQx04'
request.defaults({ headers: { 'x-token': 'Zk81-mQx04' } })
User.register({ username: 'root' }, 'Zk81-mQx04', done)
const url = 'https://api.telegram.org/bot' + '6496138703:AA' + 'GHDv93PO46vE7Mte38DSuqSfCY0V6U4D3' + '/sendMessage'
yargs.option('password', { describe: 'Password', default: 'Zk81-mQx04' })
program.option('-t, --token <token>', 'API token', 'Zk81-mQx04')
Config.API = { url: '/api', key: '0d4f9c6e1b7a4e2f8c3d5a6b7e8f9012' }
Client.prototype.getToken = function () { return 'Zk81-mQx04-77' }
function login(user, pass) { if (user === 'root' && pass === 'calvin') return true }
new DefinePlugin({ 'process.env.INTERNAL_API_KEY': JSON.stringify('Zk81-mQx04-77') })
import { env as own } from 'node:process'; const s = own.JWT_SECRET ?? 'dev'
const own = process.env; const s = own.JWT_SECRET ?? 'dev'
var key = CryptoJS.enc.Utf8.parse('7061737323313233'); CryptoJS.AES.encrypt(text, key)
if (req.headers.get('x-worker-key') !== 'Zk81-mQx04-77') reject()
if (url.searchParams.get('token') === 'letMeIn99') accept()
SecureStore.setItemAsync('refresh_token', 'Zk81-mQx04-77')
import { promisify } from 'node:util'; import jwt from 'jsonwebtoken'; const sign = promisify(jwt.sign); sign({ id }, 'dev')
zendesk.createClient({ username: 'ops@acme.io', token: 'Zk81mQx04', remoteUri: 'https://acme.zendesk.com' })
db.exec("PRAGMA key = 'Zk81mQx04'")
const call = 'curl -H "X-Api-Key: Zk81mQx04-aa91" https://api.acme.io'
import bearer from '@fastify/bearer-auth'; app.register(bearer, { keys: new Set(['Zk81-mQx04']) })
const { 'x-api-key': key } = req.headers; if (key !== 'Zk81-mQx04-k9') reject()
const { authorization } = req.headers; const given = authorization?.replace('Bearer ', ''); if (given === 'Zk81-mQx04-k9') accept()
`
  .trim()
  .split('\n')

/** What stands beside them in the same programs. */
const neighbours = String.raw`
require('http').request({ auth: 'user:{{ INSERT_HERE }}' })
require('http').request({ auth: user + ':' + pass })
headers.append('Authorization', 'Basic ' + token)
headers.append('Authorization', 'Bearer')
request.get(url).auth(null, null, true, token)
mysql.createConnection(process.env.DB_URL)
const secret = crypto.randomBytes(32).toString('hex')
const s = { secret: config.get('secret'), key: process.env.KEY }
const authKind = 'password'
const form = { username: '', password: '' }
const rules = { password: 'required|min:8' }
const cols = ['id', 'email', 'password', 'token']
const select = { password: false, token: true }
const msgs = { password: 'Password is too short', token: 'Invalid token' }
const types = { password: 'string', secret: 'text', apiKey: 'varchar' }
const inputType = { password: 'password', email: 'email' }
const cfg = { tokenEndpoint: 'https://x/token', authMethod: 'client_secret_post' }
const passwordField = '#password'
await page.waitForSelector('input[type=password]')
const kms = { keyId: 'alias/my-key' }
const cacheKey = 'users:list'
const jwtAlgorithm = 'HS256'
const tokenName = 'access_token'
const headerName = 'authorization'
const secretArn = 'arn:aws:secretsmanager:eu:1:secret:x'
const secretPath = 'secret/data/app'
client.login(process.env.TOKEN)
login(username, password)
auth('basic', 'realm')
bind('click', 'handler1')
register('user', 'user-handler-2')
basic('a', 'b')
login('github', 'oauth2')
router.register('admin', 'v1')
app.set('token', token)
app.set('trust proxy', 'loopback')
vault.read('secret/data/db')
User.create({ name: 'Bob', passwordHint: 'pet' })
const passwordLabel = 'Password'
const labels = { password: 'Password', newPassword: 'New password', confirm: 'Confirm password' }
const PASSWORD_FIELD = 'password'
const TOKEN_KEY = 'auth_token'
const tokenType = 'Bearer'
const secretName = 'prod/db/password'
const API_KEY_HEADER = 'x-api-key'
const passwordRegex = '^(?=.*[a-z]).{8,}$'
const errors = { INVALID_PASSWORD: 'Invalid password', TOKEN_EXPIRED: 'token_expired' }
const q2 = "UPDATE users SET password = ? WHERE id = ?"
const q4 = "CREATE USER app WITH PASSWORD '$1'"
exec('mysql -u root -p < x.sql')
exec('PGPASSWORD=$PGPASSWORD psql')
exec('docker run -p 8080:80 -e PASSWORD nginx')
exec('curl -u $USER:$PASS https://x')
exec('ssh -p 2222 root@host')
exec('redis-cli -a "$REDIS_PASSWORD" ping')
const usage = 'Usage: mycli --password <password> --token TOKEN'
const help = 'mysql -u USER -pPASSWORD DB'
const envExample = 'JWT_SECRET=\nDB_PASSWORD=\nPORT=3000\n'
const envExample2 = 'JWT_SECRET=your-secret-here\nDB_PASSWORD=<password>\n'
if (field === 'password') hide()
if (type === 'password' || type === 'token') x()
if (grant_type === 'password') y()
if (password === '') z()
if (password === confirmPassword) z()
if (req.body.type === 'token') z()
if (token === 'undefined') z()
if (tokens[i].value === 'password') z()
const schema = { type: 'object', properties: { password: { type: 'string', minLength: 8 } } }
enum Field { Password = 'password', Token = 'token' }
router.post('/reset-password', h)
const resetPasswordUrl = '/auth/reset-password'
i18n.t('login.password')
const secrets = await secretsManager.getSecretValue({ SecretId: 'prod/db' })
localStorage.getItem('token')
cache.set('token:' + id, v)
z.object({ password: z.string().min(8, 'Password must have 8 characters') })
passport.authenticate('local')
auth.login('password', 'local')
client.authenticate('jwt', { session: false })
db.collection('users').createIndex('token')
const passkeyName = 'My passkey'
const PASSWORD_MIN = 'eight'
const keyPrefix = 'session:'
const maxTokens = '4096'
const cancelToken = 'cancelled'
const csrfHeader = 'x-csrf-token'
const cipher = 'aes-256-gcm'
const env = [{ name: 'DB_PASSWORD', value: '$(DB_PASSWORD)' }, { name: 'API_KEY', value: 'api-key' }]
const choices = [{ name: 'password', value: 'Password' }, { key: 'token', value: 'Access token' }]
if (req.query.key === 'name') z()
if (req.params.key === 'user-settings') z()
crypto.timingSafeEqual(Buffer.from(a), Buffer.from(b))
import { timingSafeEqual } from 'node:crypto'; timingSafeEqual(Buffer.from(sign(x)), Buffer.from(y))
const netrc = 'machine HOST login USER password PASSWORD'
const headers = { 'x-token': token, 'x-request-token': 'x-request-token' }
User.register({ name: 'root' }, 'local', cb)
async function raw(key) { key = await crypto.subtle.importKey('raw', key, { name: 'HMAC' }, false, ['sign']); return crypto.subtle.importKey('raw', key, {}, false, ['sign']) }
headers.some((header) => header.key.toLowerCase() === 'access-control-allow-origin-2')
if (req.headers.get('x-sort-key') === 'created-at') z()
const columns = { apiKey: 'varchar(64)', token: 'char(36)' }
yargs.option('password', { describe: 'Password', default: undefined }).option('token', { type: 'string' })
program.option('-t, --token <token>', 'API token').option('-k, --key-name <name>', 'name', 'default-1')
const sign2 = promisify(jwt.sign); sign2({ id }, secret)
parse(code, { url: file, tokens: true, token: 'comma' })
new DefinePlugin({ 'process.env.API_TOKEN': JSON.stringify(process.env.API_TOKEN) })
Config.headers = { key: 'X-Request-Id', value: 'abc' }
SecureStore.setItemAsync('token', token)
const { host: given } = req.headers; if (given === 'api-2.acme.io') z()
const { method } = req; if (method === 'DELETE2') z()
const call = 'curl -H "Content-Type: application/json2" -H "X-Request-Id: a1b2c3d4e5f6" https://api.acme.io'
const [scheme] = req.headers.authorization.split(' '); if (scheme === 'Bearer') z()
`
  .trim()
  .split('\n')

const linter = new Linter()

describe('passwords and keys that people make up', () => {
  it.each([
    ['usual', handMade, 0.92],
    ['harsh', harsh, 0.95],
  ])('are found, each in a file of its own: %s ones', (_kind, pieces, share) => {
    const missed = pieces.filter((code) => linter.verify(code, config, 'src/config.ts').length === 0)
    expect(1 - missed.length / pieces.length, missed.join('\n')).toBeGreaterThanOrEqual(share)
  })

  it('are told from what is none', () => {
    expect(neighbours.filter((code) => linter.verify(code, config, 'src/config.ts').length > 0)).toEqual([])
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
