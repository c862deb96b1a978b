import { describe, expect, it } from 'vitest'
import { idleSuggestions, markedLines, reportedLines } from './lint-text.js'
import type { Options } from './options.js'

/** A program whose lines with a leak are marked; the others are their nearest silent neighbours. */
type Case = [what: string, text: string, filename?: string, options?: Options]

const sources: readonly Case[] = [
  [
    'names',
    `console.log(password) // leak
console.log(user.passwd, db.pwd) // leak
console.log(clientSecret) // leak
console.log(config.stripeSecretKey) // leak
console.log(refresh_token) // leak
console.log(privateKeyPem) // leak
console.log(sessionToken) // leak
console.log(encryptionKey) // leak
console.log(passphrase) // leak
console.log(signingSecret) // leak
console.log(bearerToken) // leak
console.log(otpSecret) // leak
console.log(passwordLabel, secretName, tokenCount, keyId, publicKey)`,
  ],
  [
    'environment',
    `console.log(process.env.STRIPE_SECRET_KEY) // leak
console.log(process.env['DB_PASSWORD']) // leak
const { JWT_SECRET, PORT } = process.env
console.log(JWT_SECRET) // leak
console.log(PORT)
console.log(import.meta.env.VITE_API_SECRET) // leak
console.log(Bun.env.API_TOKEN) // leak
console.log(Deno.env.get('API_TOKEN')) // leak
console.log(Deno.env.get('PORT'))
import { env } from 'node:process'
console.log(env.DB_PASSWORD) // leak
console.log(env.HOME)
const all = { ...process.env }
console.log(all.DB_PASSWORD) // leak`,
  ],
  [
    'headers',
    `app.get('/', (req, res) => {
  console.log(req.headers.authorization) // leak
  console.log(req.headers['cookie']) // leak
  console.log(req.header('X-Api-Key')) // leak
  console.log(req.get('authorization')) // leak
  console.log(res.getHeader('Set-Cookie')) // leak
  console.log(req.headers['x-request-id'])
  const { authorization, 'x-api-key': k, host } = req.headers
  console.log(authorization) // leak
  console.log(k) // leak
  console.log(host)
  console.log(req.rawHeaders) // leak
  const auth = req.headers.authorization
  const value = auth && auth.split(' ')[1]
  console.log(value) // leak
})`,
  ],
  [
    'headers of fetch',
    `const res = await fetch(url)
console.log(res.headers.get('set-cookie')) // leak
console.log(res.headers.get('content-type'))
console.log(res.headers.getSetCookie()) // leak
export async function POST(request: Request) {
  const auth = request.headers.get('authorization')
  console.log('auth', auth) // leak
  console.log(request.headers.get('user-agent'))
}`,
  ],
  [
    'OAuth token responses',
    `import axios from 'axios'
const { data } = await axios.post('https://a.example/oauth/token', form)
console.log(data.access_token) // leak
console.log(data.expires_in)
const tokenResponse = await fetchToken()
console.log(tokenResponse) // leak
const tokens = await client.exchangeAuthorizationCode(code)
console.log(tokens.refresh_token) // leak
console.log(tokens.token_type)`,
  ],
  [
    'OAuth token response, whole',
    `const res = await fetch('https://accounts.example.com/oauth/token', { method: 'POST', body })
const json = await res.json()
console.log(json) // leak
const other = await (await fetch('https://a.example/items')).json()
console.log(other)`,
  ],
  [
    'OAuth token response, whole, axios',
    `import axios from 'axios'
const response = await axios.post('https://oauth2.googleapis.com/token', params)
console.log(response.data) // leak
const items = await axios.get('https://a.example/items')
console.log(items.data)`,
  ],
  [
    'session ids',
    `app.get('/', (req, res) => {
  console.log(req.sessionID) // leak
  console.log(req.session.id) // leak
  console.log(req.cookies.sessionid) // leak
  console.log(req.cookies['connect.sid']) // leak
  console.log(req.cookies.theme)
  console.log(req.signedCookies) // leak
})`,
  ],
  [
    'JWTs',
    `import jwt from 'jsonwebtoken'
import { SignJWT } from 'jose'
const t = jwt.sign({ sub }, key)
console.log(t) // leak
console.log(jwt.verify(x, key).sub)
const j = await new SignJWT({}).setProtectedHeader({ alg: 'HS256' }).sign(key)
logger.info('made', j) // leak
console.log(idToken, jwtToken) // leak
console.log(decoded.exp)`,
  ],
  [
    'private keys',
    `import crypto, { generateKeyPairSync } from 'node:crypto'
import fs from 'node:fs'
const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'x' })
console.log(privateKey) // leak
console.log(publicKey)
const pem = fs.readFileSync('certs/private.pem', 'utf8')
console.log(pem) // leak
const cert = fs.readFileSync('certs/cert.pem', 'utf8')
console.log(cert)
crypto.generateKeyPair('rsa', o, (e, pub, priv) => { console.log(priv) }) // leak
console.log(privateKey.export({ type: 'pkcs8', format: 'pem' })) // leak
console.log(publicKey.export({ type: 'spki', format: 'pem' }))`,
  ],
  [
    'promisified generateKeyPair',
    `import { promisify } from 'node:util'
import { generateKeyPair } from 'node:crypto'
const generate = promisify(generateKeyPair)
const pair = await generate('rsa', { modulusLength: 2048 })
console.log(pair.privateKey) // leak
console.log(pair) // leak
console.log(pair.publicKey)`,
  ],
  [
    'connection strings',
    `console.log(process.env.DATABASE_URL) // leak
console.log(connectionString) // leak
console.log(process.env.MONGODB_URI) // leak
console.log(mongoUri) // leak
console.log(process.env.REDIS_URL) // leak
const dsn = \`mysql://root:\${dbPass}@db/app\`
console.log(dsn) // leak
console.log(process.env.BASE_URL, process.env.PUBLIC_URL)
console.log(new URL(process.env.DATABASE_URL).host)`,
  ],
  [
    'AWS Secrets Manager',
    `import { SecretsManagerClient, GetSecretValueCommand, SecretsManager } from '@aws-sdk/client-secrets-manager'
const client = new SecretsManagerClient({})
const r = await client.send(new GetSecretValueCommand({ SecretId: 'x' }))
console.log(r.SecretString) // leak
console.log(r) // leak
console.log(r.VersionId)
const parsed = JSON.parse(r.SecretString)
console.log(parsed) // leak
console.log(parsed.username)
const other = await new SecretsManager().getSecretValue({ SecretId: 'x' })
console.log(other.SecretString) // leak
console.log(other.ARN)`,
  ],
  [
    'AWS SSM, v2',
    `const AWS = require('aws-sdk')
const sm = new AWS.SecretsManager()
const r = await sm.getSecretValue({ SecretId: 'x' }).promise()
console.log(r.SecretString) // leak
sm.getSecretValue({ SecretId }, (err, data) => { console.log(data.SecretString) }) // leak
const ssm = new AWS.SSM()
const p = await ssm.getParameter({ Name: '/x', WithDecryption: true }).promise()
console.log(p.Parameter.Value) // leak
console.log(p.Parameter.Name)`,
  ],
  [
    'Powertools parameters',
    `import { getSecret } from '@aws-lambda-powertools/parameters/secrets'
import { getParameter } from '@aws-lambda-powertools/parameters/ssm'
const v = await getSecret('x')
console.log(v) // leak
const q = await getParameter('/region')
console.log(q)`,
  ],
  [
    'Google Secret Manager',
    `import { SecretManagerServiceClient } from '@google-cloud/secret-manager'
const client = new SecretManagerServiceClient()
const [version] = await client.accessSecretVersion({ name })
const payload = version.payload.data.toString()
console.log(payload) // leak
console.log(version.name)`,
  ],
  [
    'Azure Key Vault',
    `import { SecretClient } from '@azure/keyvault-secrets'
const s = await new SecretClient(url, cred).getSecret('x')
console.log(s.value) // leak
console.log(s) // leak
console.log(s.name, s.properties.version)`,
  ],
  [
    'Vault',
    `const vault = require('node-vault')({ endpoint })
const r = await vault.read('secret/data/x')
console.log(r.data.data) // leak
console.log(r.data) // leak
console.log(r.lease_duration)
vault.read('x').then((result) => console.log(result)) // leak`,
  ],
  [
    'others: Doppler, Infisical, 1Password, keytar',
    `import keytar from 'keytar'
const p = await keytar.getPassword('a', 'b')
console.log(p) // leak
import { InfisicalSDK } from '@infisical/sdk'
const inf = new InfisicalSDK()
const s = await inf.secrets().getSecret({ secretName: 'x' })
console.log(s.secretValue) // leak
import { createClient } from '@1password/sdk'
const op = await createClient({})
const v = await op.secrets.resolve('op://a/b/c')
console.log(v) // leak`,
  ],
  [
    'password inputs',
    `const f = <input type="password" onChange={(e) => console.log(e.target.value)} /> // leak
const g = <input type="text" onChange={(e) => console.log(e.target.value)} />
console.log(document.getElementById('password').value) // leak
console.log(document.getElementById('search').value)
console.log($('#password').val()) // leak
console.log($('#search').val())
console.log(passwordRef.current.value) // leak
console.log(searchRef.current.value)
console.log(passwordInput.value) // leak
console.log(passwordInput.id, passwordRef.current)
console.log(form.elements.password.value) // leak
console.log(document.querySelector('input[type="password"]').value) // leak
console.log(document.querySelector('input[name=password]').value) // leak
console.log($('#search').val())`,
  ],
  [
    'prompts for passwords',
    `import inquirer from 'inquirer'
import { password as ask, input } from '@inquirer/prompts'
const answers = await inquirer.prompt([{ type: 'password', name: 'pw' }, { type: 'input', name: 'host' }])
console.log(answers.host)
console.log(answers.pw) // leak
const p = await ask({ message: 'x' })
console.log(p) // leak
const host = await input({ message: 'host' })
console.log(host)`,
  ],
  [
    'financial',
    `console.log(order.cardNumber) // leak
console.log(payment.cvv) // leak
console.log({ cvc }) // leak
console.log(account.iban) // leak
console.log(bankAccountNumber) // leak
console.log(creditCard.number) // leak
console.log(routingNumber) // leak
console.log(card.last4, card.brand, accountId, cardType)`,
  ],
  [
    'national ids',
    `console.log(user.ssn) // leak
console.log(socialSecurityNumber) // leak
console.log(passportNumber) // leak
console.log(person.nationalId) // leak
console.log(driversLicenseNumber) // leak
console.log(taxId) // leak
console.log(passport.strategy)`,
  ],
]

describe('each source', () => {
  it.each(sources)('%s', (_, text, filename = 'src/app.tsx', options = {}) => {
    expect(reportedLines(text, { filename, options })).toEqual(markedLines(text))
    expect(idleSuggestions(text, { filename, options })).toEqual([])
  })
})
