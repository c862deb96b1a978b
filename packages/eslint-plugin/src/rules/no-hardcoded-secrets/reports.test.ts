import type { Linter as LinterTypes } from 'eslint'
import { Linter } from 'eslint'
import * as parser from '@typescript-eslint/parser'
import { describe, expect, it } from 'vitest'
import type { MessageId } from './findings.js'
import type { Options } from './options.js'
import { noHardcodedSecrets } from './rule.js'
import { token } from './test-token.js'

interface Case {
  readonly name: string
  readonly code: string
  readonly finds: MessageId
  readonly filename?: string
  readonly options?: readonly [Options]
}

const cases: readonly Case[] = [
  // By format
  { name: 'a token in a variable', code: `const x = '${token('groq-api-key')}'`, finds: 'format' },
  { name: 'a token in a comment', code: `// old: ${token('groq-api-key')}`, finds: 'format' },
  {
    name: 'a token in a test file',
    code: `const x = '${token('groq-api-key')}'`,
    filename: 'a.test.ts',
    finds: 'format',
  },
  { name: 'a password in a URL', code: `connect('postgres://app:s3cr3tpw@db.acme.io/app')`, finds: 'format' },
  {
    name: 'an own format',
    code: `const x = 'acme_live_a8F3kQ9zLm2P'`,
    options: [{ formats: { add: [{ name: 'Acme key', pattern: 'acme_live_[A-Za-z0-9]{12}' }] } }],
    finds: 'format',
  },
  // By name
  {
    name: "the guides' short key",
    code: `const client = new Wrapper({ openaiApiKey: 'sk-1234567890abcdef' })`,
    finds: 'name',
  },
  { name: 'an assignment', code: `config.apiKey = 'a1b2c3d4e5f6'`, finds: 'name' },
  {
    name: 'a member of this',
    code: `class A { constructor() { this.apiSecret = 'a1b2c3d4e5f6' } }`,
    finds: 'name',
  },
  { name: 'a class field', code: `class A { private readonly dbPassword = 'Tr0ub4dor&3' }`, finds: 'name' },
  { name: 'a private field', code: `class A { #secretKey = 'a1b2c3d4e5f6' }`, finds: 'name' },
  { name: 'a parameter default', code: `function login(password = 'hunter2') {}`, finds: 'name' },
  { name: 'a destructuring default', code: `function f({ apiKey = 'a1b2c3d4e5f6' }) {}`, finds: 'name' },
  {
    name: 'a nested property',
    code: `const mail = { auth: { user: 'me', pass: 'hunter2' } }`,
    finds: 'name',
  },
  {
    name: 'a property whose parent says it',
    code: `const config = { stripe: { key: 'a1b2c3d4e5f6' } }`,
    finds: 'name',
  },
  {
    name: 'an environment variable that is set',
    code: `process.env.API_TOKEN = 'a1b2c3d4e5f6'`,
    finds: 'name',
  },
  { name: 'a header', code: `fetch(url, { headers: { 'x-api-key': 'a1b2c3d4e5f6' } })`, finds: 'name' },
  {
    name: 'an Authorization header',
    code: `fetch(url, { headers: { Authorization: 'token a1b2c3d4e5f6a7b8' } })`,
    finds: 'name',
  },
  { name: 'a header that is set', code: `req.setHeader('X-Auth-Token', 'a1b2c3d4e5f6')`, finds: 'name' },
  { name: 'an entry of a Map', code: `new Map([['apiKey', 'a1b2c3d4e5f6']])`, finds: 'name' },
  { name: 'a JSX attribute', code: `const e = <Client apiKey="a1b2c3d4e5f6" />`, finds: 'name' },
  {
    name: 'a constant under another name',
    code: `const k = 'a1b2c3d4e5f6'; const options = { apiKey: k }`,
    finds: 'name',
  },
  { name: 'a made-up secret', code: `const jwtSecret = 'my-super-secret-key'`, finds: 'name' },
  { name: 'a passphrase', code: `const dbPassword = 'correct horse battery staple'`, finds: 'name' },
  {
    name: 'an own name',
    code: `const tenantPhrase = 'a1b2c3d4e5f6'`,
    options: [{ names: { add: ['tenantPhrase'] } }],
    finds: 'name',
  },
  {
    name: 'a test file, when asked',
    code: `const password = 'hunter2'`,
    filename: 'a.test.ts',
    options: [{ testFiles: true }],
    finds: 'name',
  },
  { name: 'a getter', code: `class A { get apiKey() { return 'a1b2c3d4e5f6' } }`, finds: 'name' },
  { name: 'a function that gives it', code: `const getApiKey = () => 'a1b2c3d4e5f6'`, finds: 'name' },
  { name: 'a setter of a client', code: `client.setApiKey('a1b2c3d4e5f6')`, finds: 'name' },
  { name: 'a field that is filled in', code: `page.fill('input[name="password"]', 'hunter2')`, finds: 'name' },
  { name: 'a located field', code: `page.locator('#password').fill('hunter2')`, finds: 'name' },
  { name: 'an input', code: `const e = <input type="password" defaultValue="hunter2" />`, finds: 'name' },
  { name: 'a hidden input', code: `const e = <input type="hidden" name="secret" value="Zk81-mQx04" />`, finds: 'name' },
  {
    name: 'a URL whose scheme is known later',
    code: 'const url = `${scheme}://svc:Zk81mQx04@db.acme.io/app`',
    finds: 'format',
  },
  { name: 'a list of keys', code: `const config = { apiKeys: ['a1b2c3d4e5f6'] }`, finds: 'name' },
  { name: 'entries of headers', code: `fetch(url, { headers: [['x-api-key', 'a1b2c3d4e5f6']] })`, finds: 'name' },
  { name: 'a Basic header without encoding', code: `f({ Authorization: 'Basic app:open7sesame' })`, finds: 'name' },
  {
    name: 'a word among the data of a connection',
    code: `f({ host: 'db.acme.io', password: 'secret' })`,
    finds: 'name',
  },
  { name: 'letters without marks', code: `const config = { session: { secret: 'catkeyboard' } }`, finds: 'name' },
  { name: 'a name with what no name is made of', code: `const secret = 'payments-secret-9'`, finds: 'name' },
  { name: 'an option that is not given', code: `start(options.apiKey || 'a1b2c3d4e5f6')`, finds: 'name' },
  { name: 'a variable of a command', code: `exec('PGPASSWORD=S3cretPw99 psql')`, finds: 'name' },
  { name: 'a flag of a command', code: `exec('deploy --api-key=a1b2c3d4e5f6')`, finds: 'name' },
  { name: 'a member of a document', code: `send('{"user":"app","password":"S3cretPw99"}')`, finds: 'name' },
  {
    name: 'a line of an environment file',
    code: `write('HOST=db\\nDB_PASSWORD=S3cretPw99\\n')`,
    finds: 'name',
  },
  { name: 'a weak secret of the own choice', code: `const JWT_SECRET = 'secret'`, finds: 'name' },
  { name: 'a word for a secret', code: `class A { private sessionSecret = 'ninja' }`, finds: 'name' },
  { name: 'a weak password', code: `const dbPassword = 'secret'`, finds: 'name' },
  { name: 'words that run together', code: `const jwtSecret = 'superSecretKey'`, finds: 'name' },
  {
    name: 'what a function of the file takes',
    code: `function login(user: string, password: string) {} login('app', 'open7sesame')`,
    finds: 'name',
  },
  {
    name: 'what a constructor of the file takes',
    code: `class Client { constructor(private readonly apiKey: string) {} } new Client('a1b2c3d4e5f6')`,
    finds: 'name',
  },
  { name: 'what an array is taken apart into', code: `const [user, password] = ['app', 'hunter2']`, finds: 'name' },
  {
    name: 'a table of keys',
    code: `const apiKeys = { payments: 'a1b2c3d4e5f6' }`,
    finds: 'name',
  },
  {
    name: 'base64 that looks like a path',
    code: `const client = { secretAccessKey: '${token('aws-secret-access-key').slice(0, 12)}/${token('aws-secret-access-key').slice(13)}' }`,
    finds: 'name',
  },
  // By comparison
  { name: 'a comparison', code: `if (req.body.password === 'letmein') allow()`, finds: 'comparison' },
  {
    name: 'a negated comparison',
    code: `if (req.headers['x-api-key'] !== 'a1b2c3d4e5f6') return403()`,
    finds: 'comparison',
  },
  {
    name: 'a comparison with a header',
    code: `if (req.get('X-API-Key') === 'a1b2c3d4e5f6') allow()`,
    finds: 'comparison',
  },
  { name: 'a switch', code: `switch (apiKey) { case 'a1b2c3d4e5f6': allow() }`, finds: 'comparison' },
  {
    name: 'a safe comparison',
    code: `timingSafeEqual(Buffer.from(password), Buffer.from('letmein'))`,
    finds: 'comparison',
  },
  { name: 'a list of keys that open', code: `if (['a1b2c3d4e5f6'].includes(apiKey)) allow()`, finds: 'comparison' },
  {
    name: 'a set of keys that open',
    code: `const open = new Set(['a1b2c3d4e5f6']); if (open.has(apiKey)) allow()`,
    finds: 'comparison',
  },
  { name: 'Object.is', code: `if (Object.is(password, 'letmein7')) allow()`, finds: 'comparison' },
  { name: 'localeCompare', code: `if (password.localeCompare('letmein7') === 0) allow()`, finds: 'comparison' },
  { name: 'a short token of a request', code: `if (req.query.token === 'sesame-123') allow()`, finds: 'comparison' },
  // Fallbacks
  { name: '??', code: `jwt.sign(data, process.env.JWT_SECRET ?? 'secret')`, finds: 'fallback' },
  {
    name: 'several variables',
    code: `const p = process.env.DB_PASSWORD || process.env.DB_PASS || 'postgres'`,
    finds: 'fallback',
  },
  {
    name: 'a conditional',
    code: `const k = process.env.API_SECRET ? process.env.API_SECRET : 'changeme'`,
    finds: 'fallback',
  },
  { name: '??=', code: `process.env.SESSION_SECRET ??= 'keyboard cat'`, finds: 'fallback' },
  {
    name: 'a destructured environment',
    code: `const { JWT_SECRET = 'dev' } = process.env`,
    finds: 'fallback',
  },
  { name: 'import.meta.env', code: `const s = import.meta.env.AUTH_SECRET || 'secret'`, finds: 'fallback' },
  { name: 'Deno.env', code: `const s = Deno.env.get('AUTH_SECRET') ?? 'secret'`, finds: 'fallback' },
  { name: 'Bun.env', code: `const s = Bun.env.AUTH_SECRET || 'secret'`, finds: 'fallback' },
  { name: 'bracket access', code: `const s = process.env['AUTH_SECRET'] || 'secret'`, finds: 'fallback' },
  {
    name: 'a default of config.get',
    code: `const s = configService.get('JWT_SECRET', 'dev')`,
    finds: 'fallback',
  },
  {
    name: 'a zod default',
    code: `const env = z.object({ JWT_SECRET: z.string().min(1).default('changeme') })`,
    finds: 'fallback',
  },
  {
    name: 'an envalid default',
    code: `const env = cleanEnv(process.env, { JWT_SECRET: str({ default: 'dev' }) })`,
    finds: 'fallback',
  },
  {
    name: 'a variable that was read before',
    code: `const s = process.env.JWT_SECRET; start(s || 'dev-secret')`,
    finds: 'fallback',
  },
  {
    name: 'a negated conditional',
    code: `f(!process.env.JWT_SECRET ? 'dev' : process.env.JWT_SECRET)`,
    finds: 'fallback',
  },
  {
    name: 'a conditional that asks for undefined',
    code: `f(process.env.JWT_SECRET === undefined ? 'dev' : process.env.JWT_SECRET)`,
    finds: 'fallback',
  },
  {
    name: 'an assignment where it is missing',
    code: `let secret = process.env.APP_SECRET; if (!secret) { secret = 'insecure' }`,
    finds: 'fallback',
  },
  {
    name: 'the environment, set where it is missing',
    code: `if (!process.env.JWT_SECRET) process.env.JWT_SECRET = 'dev'`,
    finds: 'fallback',
  },
  { name: 'env-var', code: `env.get('JWT_SECRET').default('dev').asString()`, finds: 'fallback' },
  { name: 'a setting by its path', code: `start(config.get('jwt.secret') || 'dev')`, finds: 'fallback' },
  {
    name: 'a variable whose name says nothing, under a name that does',
    code: `const options = { secret: process.env.S1 || 'dev-abc' }`,
    finds: 'fallback',
  },
  // Destinations
  {
    name: 'an AI client',
    code: `import OpenAI from 'openai'; new OpenAI({ apiKey: 'abcdef' })`,
    finds: 'destination',
  },
  {
    name: 'an AI client, traced',
    code: `import OpenAI from 'openai'; const K = 'sk-abcdef'; const o = { apiKey: K }; new OpenAI(o)`,
    finds: 'destination',
  },
  {
    name: 'jsonwebtoken',
    code: `const jwt = require('jsonwebtoken'); jwt.sign({ id }, 'shhhhh')`,
    finds: 'destination',
  },
  {
    name: 'jose',
    code: `import { jwtVerify } from 'jose'; jwtVerify(t, new TextEncoder().encode('secret'))`,
    finds: 'destination',
  },
  {
    name: 'an HMAC',
    code: `import { createHmac } from 'node:crypto'; createHmac('sha256', 'salted')`,
    finds: 'destination',
  },
  {
    name: 'a cipher',
    code: `import crypto from 'crypto'; crypto.createCipheriv('aes-256-cbc', Buffer.from('0123456789abcdef0123456789abcdef'), iv)`,
    finds: 'destination',
  },
  {
    name: 'a session',
    code: `import session from 'express-session'; app.use(session({ secret: 'keyboard cat' }))`,
    finds: 'destination',
  },
  {
    name: 'a session with several secrets',
    code: `import session from 'express-session'; session({ secret: ['keyboard cat', process.env.OLD] })`,
    finds: 'destination',
  },
  { name: 'a cookie parser', code: `app.use(require('cookie-parser')('secret'))`, finds: 'destination' },
  {
    name: 'a Fastify plugin',
    code: `import jwt from '@fastify/jwt'; fastify.register(jwt, { secret: 'supersecret' })`,
    finds: 'destination',
  },
  {
    name: 'a Nest module',
    code: `import { JwtModule } from '@nestjs/jwt'; JwtModule.register({ secret: 'secretKey' })`,
    finds: 'destination',
  },
  {
    name: 'a database',
    code: `import { Pool } from 'pg'; new Pool({ user: 'postgres', password: 'postgres' })`,
    finds: 'destination',
  },
  {
    name: 'a positional password',
    code: `import { Sequelize } from 'sequelize'; new Sequelize('db', 'root', 'secret')`,
    finds: 'destination',
  },
  {
    name: 'mail',
    code: `import nodemailer from 'nodemailer'; nodemailer.createTransport({ auth: { user: 'a', pass: 'secret' } })`,
    finds: 'destination',
  },
  {
    name: 'the AWS SDK',
    code: `import { S3Client } from '@aws-sdk/client-s3'; new S3Client({ credentials: { accessKeyId: id, secretAccessKey: 'abcdef12345' } })`,
    finds: 'destination',
  },
  {
    name: "Koa's keys",
    code: `import Koa from 'koa'; const app = new Koa(); app.keys = ['some secret hurr']`,
    finds: 'destination',
  },
  {
    name: 'a passport strategy',
    code: `import { Strategy } from 'passport-jwt'; new Strategy({ secretOrKey: 'secret' }, cb)`,
    finds: 'destination',
  },
  { name: 'Twilio', code: `import twilio from 'twilio'; twilio(sid, 'abcdef12345')`, finds: 'destination' },
  {
    name: 'axios',
    code: `import axios from 'axios'; axios.get(url, { auth: { username: 'a', password: 'secret' } })`,
    finds: 'destination',
  },
  {
    name: 'a user and a password for HTTP',
    code: `require('https').request({ host, auth: 'app:open7sesame' })`,
    finds: 'destination',
  },
  {
    name: 'a connection string with a password that everybody knows',
    code: `import { Pool } from 'pg'; new Pool({ connectionString: 'postgres://user:password@db.acme.io/app' })`,
    finds: 'destination',
  },
  {
    name: 'Prisma',
    code: `import { PrismaClient } from '@prisma/client'; new PrismaClient({ datasources: { db: { url: 'mysql://user:password@db.acme.io/app' } } })`,
    finds: 'destination',
  },
  {
    name: 'a key of Algolia beside a write',
    code: `import algoliasearch from 'algoliasearch'; algoliasearch('app', 'abcdef12345').initIndex('x').saveObjects([])`,
    finds: 'destination',
  },
  {
    name: 'a strategy that is extended',
    code: `import { Strategy } from 'passport-jwt'; class S extends Strategy { constructor() { super({ secretOrKey: 'secret' }) } }`,
    finds: 'destination',
  },
  {
    name: "Nest's mixin of a strategy",
    code: `import { PassportStrategy } from '@nestjs/passport'; import { Strategy } from 'passport-jwt'; class S extends PassportStrategy(Strategy) { constructor() { super({ secretOrKey: 'secret' }) } }`,
    finds: 'destination',
  },
  {
    name: 'a factory of options',
    code: `import { JwtModule } from '@nestjs/jwt'; JwtModule.registerAsync({ useFactory: () => ({ secret: 'secret' }) })`,
    finds: 'destination',
  },
  {
    name: 'a function that gives the key to a callback',
    code: `import { Strategy } from 'passport-jwt'; const key = 'hunter'; new Strategy({ secretOrKeyProvider: (req, raw, done) => done(null, key) }, cb)`,
    finds: 'destination',
  },
  {
    name: 'the digest of a constant',
    code: `import { createCipheriv, createHash } from 'crypto'; createCipheriv('aes-256-gcm', createHash('sha256').update('hunter').digest(), iv)`,
    finds: 'destination',
  },
  { name: 'a host that is known later', code: 'connect(`postgresql://app:open7sesame@${host}/app`)', finds: 'format' },
  {
    name: 'a chain of calls',
    code: `import { SignJWT } from 'jose'; new SignJWT({}).setProtectedHeader({ alg }).setIssuedAt().sign(new TextEncoder().encode('hunter'))`,
    finds: 'destination',
  },
  {
    name: 'a Basic header that is put together',
    code: `const USER = 'app'; const PASS = 'sdsdag'; f('Basic ' + Buffer.from(USER + ':' + PASS).toString('base64'))`,
    finds: 'format',
  },
  // Exposure
  {
    name: 'a credential under a public prefix',
    code: `const k = process.env.NEXT_PUBLIC_OPENAI_API_KEY`,
    finds: 'exposed',
  },
  {
    name: 'a secret under a public prefix',
    code: `const k = import.meta.env.VITE_CLIENT_SECRET`,
    finds: 'exposed',
  },
  {
    name: 'a credential that is destructured from a public environment',
    code: `const { NEXT_PUBLIC_ADMIN_TOKEN: token } = process.env`,
    finds: 'exposed',
  },
  {
    name: 'a token with which data is managed',
    code: `const k = process.env.GATSBY_CONTENTFUL_MANAGEMENT_TOKEN`,
    finds: 'exposed',
  },
  {
    name: 'a client told to work in browsers',
    code: `new OpenAI({ apiKey, dangerouslyAllowBrowser: true })`,
    finds: 'browserClient',
  },
  // strict
  {
    name: 'a constant IV',
    code: `import crypto from 'crypto'; crypto.createCipheriv('aes-256-gcm', key, Buffer.from('0123456789abcdef'))`,
    options: [{ strict: true }],
    finds: 'constantNonce',
  },
]

const linter = new Linter()

function lint({ code, filename = 'src/file.tsx', options = [{}] }: Pick<Case, 'code' | 'filename' | 'options'>) {
  return linter.verify(
    code,
    [
      {
        files: ['**/*.ts', '**/*.tsx'],
        languageOptions: { parser: parser as never, parserOptions: { ecmaFeatures: { jsx: true } } },
        plugins: { palisade: { rules: { secrets: noHardcodedSecrets as never } } },
        rules: { 'palisade/secrets': ['error', ...options] },
      },
    ],
    filename,
  )
}

describe('no-hardcoded-secrets reports', () => {
  it('an AWS key id and the secret beside it', () => {
    const code = `connect('${token('aws-access-key-id')}',\n  '${token('aws-secret-access-key')}')`
    expect(lint({ code }).map(({ line, messageId }) => `${line} ${messageId}`)).toEqual(['1 format', '2 format'])
  })

  it.each(cases.map((one) => [one.name, one] as const))('%s', (_name, one) => {
    expect(lint(one).map((message) => message.messageId ?? message.message)).toEqual([one.finds])
  })

  it('shows at most four characters of a value, and suggestions none', () => {
    for (const one of cases) {
      const values = [...one.code.matchAll(/'([^']{5,})'/g)].map(([, value]) => value!)
      for (const message of lint(one)) {
        for (const value of values.filter((each) => /\d/.test(each) && !/[.:/ ]/.test(each))) {
          expect(message.message).not.toContain(value.slice(0, 5))
          for (const suggestion of message.suggestions ?? []) expect(suggestion.desc).not.toContain(value.slice(0, 5))
        }
      }
    }
  })

  it('suggests code that parses and is no longer reported in that place', () => {
    let applied = 0
    for (const one of cases) {
      for (const message of lint(one)) {
        for (const suggestion of message.suggestions ?? []) {
          const code = withFix(one.code, suggestion.fix)
          const messages = lint({ ...one, code })
          expect(messages.filter((each) => each.fatal).map((each) => `${each.message}: ${code}`)).toEqual([])
          expect(
            messages.map((each) => each.messageId),
            code,
          ).not.toContain(message.messageId)
          applied++
        }
      }
    }
    expect(applied).toBeGreaterThan(60)
  })
})

function withFix(code: string, fix: LinterTypes.LintMessage['fix'] & object): string {
  return code.slice(0, fix.range[0]) + fix.text + code.slice(fix.range[1])
}
