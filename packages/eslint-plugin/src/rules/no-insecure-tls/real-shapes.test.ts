import { ruleTester } from '../../test/rule-tester.js'
import { noInsecureTls } from './rule.js'

ruleTester().run('no-insecure-tls: real-shapes', noInsecureTls, {
  valid: [
    `const x = process.env.NODE_ENV === 'test' ? { rejectUnauthorized: false } : {}`,
    { code: 'const input = { ssl: { rejectUnauthorized: false } }', filename: 'src/sanitize.test.ts' },
    {
      code: `import https from 'https'
const agent = new https.Agent({ rejectUnauthorized: false })
await fetch(\`https://localhost:\${port}\`, { agent })`,
      filename: 'src/server.test.ts',
    },
    'const telemetry = { ssl: { enabled: true, certValidation: !!options.rejectUnauthorized } }',
    { code: 'const connStr = `postgres://${host}:${port}/${db}?sslmode=disable`', filename: 'lib/emulator/db.js' },
    `import * as grpc from '@grpc/grpc-js'
const creds = url.startsWith('https://') ? grpc.credentials.createSsl() : grpc.credentials.createInsecure()`,
    `const DEV = process.env.NODE_ENV !== 'production'
const agent = new https.Agent({ rejectUnauthorized: !DEV })`,
    `switch (process.env.NODE_ENV) { case 'development': opts.rejectUnauthorized = false; break }`,
    `const isLocal = host === 'localhost' || host === '127.0.0.1'
const agent = new https.Agent({ rejectUnauthorized: !isLocal })`,
    'const agent = new https.Agent({ rejectUnauthorized: !options.insecure })',
    `if (argv.insecure) process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0'`,
    `const { INSECURE } = process.env
if (INSECURE) https.globalAgent.options.rejectUnauthorized = false`,
    'tls.connect({ host, checkServerIdentity: tls.checkServerIdentity })',
    `export default defineConfig({ use: { ignoreHTTPSErrors: true, baseURL: 'https://localhost:3000' } })`,
    `export default defineConfig({ use: { ignoreHTTPSErrors: true, baseURL: process.env.BASE_URL || 'https://localhost:3000' } })`,
    `if (args.includes('--ignore-certificate-errors')) warn()`,
    'const page = <a href="http://localhost:3000">x</a>',
    'const page = <p>Visit http://acme.io</p>',
    `export const info = { homepage: 'http://acme.io', docsUrl: 'http://docs.acme.io' }`,
    'const re = /^http:\\/\\/api\\.acme\\.io/',
    `type Base = 'http://api.acme.io'`,
    'new URL(req.url, `http://${req.headers.host}`)',
    `const u = new URL(path, 'http://example.com')`,
    `const isSoap = ns === 'http://schemas.xmlsoap.org/soap/envelope/'
const claims = { email: 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress' }`,
    `fetch('http://169.254.169.254/latest/meta-data')
fetch('http://metadata.google.internal/computeMetadata/v1')`,
    'fetch(`http://${host}:${port}/x`)',
    `const client = axios.create({ baseURL: import.meta.env.DEV ? 'http://dev.acme.io' : 'https://api.acme.io' })`,
    `const environments = { development: { apiUrl: 'http://dev.acme.io' }, production: { apiUrl: 'https://api.acme.io' } }`,
    'const ws = new WebSocket(`ws://${window.location.host}/x`)',
    `throw new Error('Set NODE_TLS_REJECT_UNAUTHORIZED=0 at your own risk')`,
    `const message = 'NODE_TLS_REJECT_UNAUTHORIZED=0 is set, which is insecure'`,
    'delete process.env.NODE_TLS_REJECT_UNAUTHORIZED',
    `export const schema = { properties: { rejectUnauthorized: { type: 'boolean', default: false } } }`,
    `program.option('--insecure', 'skip verification', false)`,
    `yargs.option('rejectUnauthorized', { type: 'boolean', default: true })`,
  ],
  invalid: [
    {
      code: `const o = JSON.parse('{"host":"x","rejectUnauthorized": false}')`,
      errors: [{ messageId: 'verificationOff', line: 1 }],
    },
    { code: `new Pool({ ssl: 'no-verify' })`, errors: [{ messageId: 'verificationOff', line: 1 }] },
    {
      code: `nodemailer.createTransport({ host: 'smtp.office365.com', port: 587, tls: { ciphers: 'SSLv3' } })`,
      errors: [{ messageId: 'weakCipher', line: 1 }],
    },
    { code: `process.env.GRPC_SSL_CIPHER_SUITES = 'RC4-SHA:HIGH'`, errors: [{ messageId: 'weakCipher', line: 1 }] },
    {
      code: `import nodemailer from 'nodemailer'
nodemailer.createTransport('smtp://user@smtp.acme.io')`,
      errors: [
        {
          messageId: 'cleartextAddress',
          line: 2,
          suggestions: [
            {
              messageId: 'useSecureScheme',
              output: `import nodemailer from 'nodemailer'
nodemailer.createTransport('smtps://user@smtp.acme.io')`,
            },
          ],
        },
      ],
    },
    {
      code: `spawn('sh', ['-c', 'curl -k https://api.acme.io'])`,
      errors: [{ messageId: 'verificationOffByCommand', line: 1 }],
    },
    {
      code: `const s = new Sequelize('x', { dialect: 'mssql', dialectOptions: { options: { encrypt: false } } })`,
      output: `const s = new Sequelize('x', { dialect: 'mssql', dialectOptions: { options: {} } })`,
      errors: [{ messageId: 'cleartextOption', line: 1 }],
    },
    {
      code: `export const rewrites = [{ source: '/a', destination: 'http://api.acme.io/:p*' }]`,
      errors: [
        {
          messageId: 'cleartextAddress',
          line: 1,
          suggestions: [
            {
              messageId: 'useSecureScheme',
              output: `export const rewrites = [{ source: '/a', destination: 'https://api.acme.io/:p*' }]`,
            },
          ],
        },
      ],
    },
    {
      code: `const config = { jwksUri: 'http://auth.acme.io/jwks' }`,
      errors: [
        {
          messageId: 'cleartextAddress',
          line: 1,
          suggestions: [
            { messageId: 'useSecureScheme', output: `const config = { jwksUri: 'https://auth.acme.io/jwks' }` },
          ],
        },
      ],
    },
    {
      code: `const server = 'http://api.acme.io'`,
      errors: [
        {
          messageId: 'cleartextAddress',
          line: 1,
          suggestions: [{ messageId: 'useSecureScheme', output: `const server = 'https://api.acme.io'` }],
        },
      ],
    },
    {
      code: `proxy.web(req, res, { target: 'https://api.acme.io', secure: false, changeOrigin: true })`,
      output: `proxy.web(req, res, { target: 'https://api.acme.io', changeOrigin: true })`,
      errors: [
        {
          messageId: 'verificationOff',
          line: 1,
          suggestions: [
            {
              messageId: 'onlyInDevelopment',
              output: `proxy.web(req, res, { target: 'https://api.acme.io', secure: process.env.NODE_ENV !== 'development', changeOrigin: true })`,
            },
          ],
        },
      ],
    },
    {
      code: `Reflect.set(agent.options, 'rejectUnauthorized', false)`,
      errors: [{ messageId: 'verificationOff', line: 1 }],
    },
    {
      code: `Object.defineProperty(agent.options, 'rejectUnauthorized', { value: false })`,
      errors: [{ messageId: 'verificationOff', line: 1 }],
    },
    {
      code: `const KEY = 'rejectUnauthorized'
options[KEY] = false`,
      errors: [
        {
          messageId: 'verificationOff',
          line: 2,
          suggestions: [
            {
              messageId: 'turnOn',
              output: `const KEY = 'rejectUnauthorized'
options[KEY] = true`,
            },
          ],
        },
      ],
    },
    {
      code: `axios.defaults.baseURL = 'http://api.acme.io'`,
      errors: [
        {
          messageId: 'cleartextAddress',
          line: 1,
          suggestions: [{ messageId: 'useSecureScheme', output: `axios.defaults.baseURL = 'https://api.acme.io'` }],
        },
      ],
    },
    { code: 'const opts = { rejectUnauthorized: Boolean(0) }', errors: [{ messageId: 'verificationOff', line: 1 }] },
    {
      code: `import https from 'https'
const agent = new https.Agent({ rejectUnauthorized: false })
await fetch('https://api.acme.io', { agent })`,
      filename: 'src/api.test.ts',
      output: `import https from 'https'
const agent = new https.Agent({})
await fetch('https://api.acme.io', { agent })`,
      errors: [
        {
          messageId: 'verificationOff',
          line: 2,
          suggestions: [
            {
              messageId: 'passAuthority',
              output: `import https from 'https'
const agent = new https.Agent({ ca: process.env.TLS_CA_CERTIFICATE })
await fetch('https://api.acme.io', { agent })`,
            },
            {
              messageId: 'onlyInDevelopment',
              output: `import https from 'https'
const agent = new https.Agent({ rejectUnauthorized: process.env.NODE_ENV !== 'development' })
await fetch('https://api.acme.io', { agent })`,
            },
          ],
        },
      ],
    },
    {
      code: 'const agent = new https.Agent({ keepAlive: true, rejectUnauthorized: false, maxSockets: 3 })',
      output: 'const agent = new https.Agent({ keepAlive: true, maxSockets: 3 })',
      errors: [
        {
          messageId: 'verificationOff',
          line: 1,
          suggestions: [
            {
              messageId: 'passAuthority',
              output:
                'const agent = new https.Agent({ keepAlive: true, ca: process.env.TLS_CA_CERTIFICATE, maxSockets: 3 })',
            },
            {
              messageId: 'onlyInDevelopment',
              output: `const agent = new https.Agent({ keepAlive: true, rejectUnauthorized: process.env.NODE_ENV !== 'development', maxSockets: 3 })`,
            },
          ],
        },
      ],
    },
    {
      code: `export class Client {
  #agent
  constructor() { this.#agent = new Agent({ connect: { rejectUnauthorized: false } }) }
}`,
      output: `export class Client {
  #agent
  constructor() { this.#agent = new Agent({ connect: {} }) }
}`,
      errors: [
        {
          messageId: 'verificationOff',
          line: 3,
          suggestions: [
            {
              messageId: 'passAuthority',
              output: `export class Client {
  #agent
  constructor() { this.#agent = new Agent({ connect: { ca: process.env.TLS_CA_CERTIFICATE } }) }
}`,
            },
            {
              messageId: 'onlyInDevelopment',
              output: `export class Client {
  #agent
  constructor() { this.#agent = new Agent({ connect: { rejectUnauthorized: process.env.NODE_ENV !== 'development' } }) }
}`,
            },
          ],
        },
      ],
    },
    {
      code: `@Module({ imports: [TypeOrmModule.forRoot({ type: 'postgres', ssl: { rejectUnauthorized: false } })] })
class A {}`,
      output: `@Module({ imports: [TypeOrmModule.forRoot({ type: 'postgres', ssl: {} })] })
class A {}`,
      errors: [
        {
          messageId: 'verificationOff',
          line: 1,
          suggestions: [
            {
              messageId: 'passAuthority',
              output: `@Module({ imports: [TypeOrmModule.forRoot({ type: 'postgres', ssl: { ca: process.env.TLS_CA_CERTIFICATE } })] })
class A {}`,
            },
            {
              messageId: 'onlyInDevelopment',
              output: `@Module({ imports: [TypeOrmModule.forRoot({ type: 'postgres', ssl: { rejectUnauthorized: process.env.NODE_ENV !== 'development' } })] })
class A {}`,
            },
          ],
        },
      ],
    },
    {
      code: 'const getOptions = (verify = false) => ({ rejectUnauthorized: verify })',
      errors: [{ messageId: 'unsafeByDefault', line: 1 }],
    },
    {
      code: `const s = await connect({ ssl: { rejectUnauthorized: env === 'staging' ? false : true } })`,
      errors: [{ messageId: 'verificationOff', line: 1 }],
    },
    {
      code: `const o = { httpsAgent: new https.Agent({ rejectUnauthorized: process.env.NODE_ENV === 'production' ? false : true }) }`,
      errors: [{ messageId: 'verificationOff', line: 1 }],
    },
    {
      code: `if (process.env.NODE_ENV === 'production') { process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0' }`,
      errors: [{ messageId: 'verificationOffInEnvironment', line: 1 }],
    },
    {
      code: 'const agent = new https.Agent({ rejectUnauthorized: !!process.env.VERIFY_TLS })',
      errors: [{ messageId: 'unsafeByDefault', line: 1 }],
    },
    {
      code: 'const agent = new https.Agent({ rejectUnauthorized: !options.insecure })',
      options: [{ strict: true }],
      errors: [{ messageId: 'unsafeBySwitch', line: 1 }],
    },
    {
      code: 'const client = new MongoClient(`mongodb://${host}/x?tls=true&tlsAllowInvalidCertificates=true`)',
      errors: [{ messageId: 'unverifiedParameter', line: 1 }],
    },
    {
      code: `const url = new URL(process.env.DATABASE_URL)
url.searchParams.set('sslmode', 'no-verify')`,
      errors: [{ messageId: 'verificationOff', line: 2 }],
    },
    {
      code: `new WebSocket('wss://x.acme.io', { checkServerIdentity: () => {} })`,
      output: `new WebSocket('wss://x.acme.io', {})`,
      errors: [{ messageId: 'identityCheckOff', line: 1 }],
    },
    {
      code: 'tls.connect({ host, checkServerIdentity: function () { return; } })',
      output: 'tls.connect({ host })',
      errors: [{ messageId: 'identityCheckOff', line: 1 }],
    },
    {
      code: 'const credentials = grpc.credentials.createSsl(null, null, null, { checkServerIdentity: () => undefined })',
      output: 'const credentials = grpc.credentials.createSsl(null, null, null, {})',
      errors: [{ messageId: 'identityCheckOff', line: 1 }],
    },
    {
      code: 'const channel = grpc.credentials.createSsl(ca, null, null, { rejectUnauthorized: false })',
      output: 'const channel = grpc.credentials.createSsl(ca, null, null, {})',
      errors: [
        {
          messageId: 'verificationOff',
          line: 1,
          suggestions: [
            {
              messageId: 'passAuthority',
              output:
                'const channel = grpc.credentials.createSsl(ca, null, null, { ca: process.env.TLS_CA_CERTIFICATE })',
            },
            {
              messageId: 'onlyInDevelopment',
              output: `const channel = grpc.credentials.createSsl(ca, null, null, { rejectUnauthorized: process.env.NODE_ENV !== 'development' })`,
            },
          ],
        },
      ],
    },
    {
      code: `export default defineConfig({ use: { ignoreHTTPSErrors: true, baseURL: 'https://staging.acme.io' } })`,
      output: `export default defineConfig({ use: { baseURL: 'https://staging.acme.io' } })`,
      errors: [
        {
          messageId: 'verificationOff',
          line: 1,
          suggestions: [
            {
              messageId: 'onlyInDevelopment',
              output: `export default defineConfig({ use: { ignoreHTTPSErrors: process.env.NODE_ENV === 'development', baseURL: 'https://staging.acme.io' } })`,
            },
          ],
        },
      ],
    },
    {
      code: `new Builder().withCapabilities({ browserName: 'chrome', acceptInsecureCerts: true })`,
      output: `new Builder().withCapabilities({ browserName: 'chrome' })`,
      errors: [
        {
          messageId: 'verificationOff',
          line: 1,
          suggestions: [
            {
              messageId: 'onlyInDevelopment',
              output: `new Builder().withCapabilities({ browserName: 'chrome', acceptInsecureCerts: process.env.NODE_ENV === 'development' })`,
            },
          ],
        },
      ],
    },
    {
      code: `options.addArguments('--ignore-certificate-errors')`,
      errors: [{ messageId: 'verificationOffByCommand', line: 1 }],
    },
    {
      code: 'const page = <iframe src="http://player.acme.io/x" />',
      errors: [
        {
          messageId: 'cleartextAddress',
          line: 1,
          suggestions: [
            { messageId: 'useSecureScheme', output: 'const page = <iframe src="https://player.acme.io/x" />' },
          ],
        },
      ],
    },
    {
      code: `export const config = { webhookUrl: 'http://hooks.acme.io/x' }`,
      errors: [
        {
          messageId: 'cleartextAddress',
          line: 1,
          suggestions: [
            { messageId: 'useSecureScheme', output: `export const config = { webhookUrl: 'https://hooks.acme.io/x' }` },
          ],
        },
      ],
    },
    {
      code: 'fetch(`http://${tenant}.acme.io/x`)',
      errors: [
        {
          messageId: 'cleartextAddress',
          line: 1,
          suggestions: [{ messageId: 'useSecureScheme', output: 'fetch(`https://${tenant}.acme.io/x`)' }],
        },
      ],
    },
    {
      code: `function f(base = 'http://api.acme.io') { return fetch(base + '/x') }`,
      errors: [
        {
          messageId: 'cleartextAddress',
          line: 1,
          suggestions: [
            {
              messageId: 'useSecureScheme',
              output: `function f(base = 'https://api.acme.io') { return fetch(base + '/x') }`,
            },
          ],
        },
      ],
    },
    {
      code: 'export async function load() { const res = await fetch(`http://api.acme.io/${id}`); return res.json() }',
      errors: [
        {
          messageId: 'cleartextAddress',
          line: 1,
          suggestions: [
            {
              messageId: 'useSecureScheme',
              output:
                'export async function load() { const res = await fetch(`https://api.acme.io/${id}`); return res.json() }',
            },
          ],
        },
      ],
    },
    {
      code: `const client = axios.create({ baseURL: process.env.API_URL ?? 'http://api.acme.io' })`,
      errors: [
        {
          messageId: 'cleartextAddress',
          line: 1,
          suggestions: [
            {
              messageId: 'useSecureScheme',
              output: `const client = axios.create({ baseURL: process.env.API_URL ?? 'https://api.acme.io' })`,
            },
          ],
        },
      ],
    },
    {
      code: `useEffect(() => { fetch('http://api.acme.io/x').then((r) => r.json()) }, [])`,
      errors: [
        {
          messageId: 'cleartextAddress',
          line: 1,
          suggestions: [
            {
              messageId: 'useSecureScheme',
              output: `useEffect(() => { fetch('https://api.acme.io/x').then((r) => r.json()) }, [])`,
            },
          ],
        },
      ],
    },
    {
      code: `import ky from 'ky'
const api = ky.create({ prefixUrl: 'http://api.acme.io' })`,
      errors: [
        {
          messageId: 'cleartextAddress',
          line: 2,
          suggestions: [
            {
              messageId: 'useSecureScheme',
              output: `import ky from 'ky'
const api = ky.create({ prefixUrl: 'https://api.acme.io' })`,
            },
          ],
        },
      ],
    },
    {
      code: `import { Kafka } from 'kafkajs'
const kafka = new Kafka({ brokers: ['b.acme.io:9093'], ssl: { rejectUnauthorized: false } })`,
      output: `import { Kafka } from 'kafkajs'
const kafka = new Kafka({ brokers: ['b.acme.io:9093'], ssl: {} })`,
      errors: [
        {
          messageId: 'verificationOff',
          line: 2,
          suggestions: [
            {
              messageId: 'passAuthority',
              output: `import { Kafka } from 'kafkajs'
const kafka = new Kafka({ brokers: ['b.acme.io:9093'], ssl: { ca: process.env.TLS_CA_CERTIFICATE } })`,
            },
            {
              messageId: 'onlyInDevelopment',
              output: `import { Kafka } from 'kafkajs'
const kafka = new Kafka({ brokers: ['b.acme.io:9093'], ssl: { rejectUnauthorized: process.env.NODE_ENV !== 'development' } })`,
            },
          ],
        },
      ],
    },
    {
      code: 'const ws = new WebSocket(`ws://rt.acme.io/${room}`)',
      errors: [
        {
          messageId: 'cleartextAddress',
          line: 1,
          suggestions: [
            { messageId: 'useSecureScheme', output: 'const ws = new WebSocket(`wss://rt.acme.io/${room}`)' },
          ],
        },
      ],
    },
    {
      code: `import { createClient } from 'redis'
createClient({ url, socket: { tls: true, rejectUnauthorized: false } })`,
      output: `import { createClient } from 'redis'
createClient({ url, socket: { tls: true } })`,
      errors: [
        {
          messageId: 'verificationOff',
          line: 2,
          suggestions: [
            {
              messageId: 'passAuthority',
              output: `import { createClient } from 'redis'
createClient({ url, socket: { tls: true, ca: process.env.TLS_CA_CERTIFICATE } })`,
            },
            {
              messageId: 'onlyInDevelopment',
              output: `import { createClient } from 'redis'
createClient({ url, socket: { tls: true, rejectUnauthorized: process.env.NODE_ENV !== 'development' } })`,
            },
          ],
        },
      ],
    },
    {
      code: 'tls.createServer({ secureOptions: constants.SSL_OP_NO_TLSv1_3 | constants.SSL_OP_NO_TLSv1_2 })',
      errors: [{ messageId: 'newProtocolsOff', line: 1 }],
    },
    {
      code: `const protocols = { minVersion: process.env.TLS_MIN || 'TLSv1.1' }`,
      errors: [{ messageId: 'oldProtocol', line: 1 }],
    },
    { code: `const x = { minVersion: cond ? 'TLSv1' : 'TLSv1.2' }`, errors: [{ messageId: 'oldProtocol', line: 1 }] },
    {
      code: 'client.setSecurity({ strictSSL: false })',
      output: 'client.setSecurity({})',
      errors: [
        {
          messageId: 'verificationOff',
          line: 1,
          suggestions: [
            {
              messageId: 'onlyInDevelopment',
              output: `client.setSecurity({ strictSSL: process.env.NODE_ENV !== 'development' })`,
            },
          ],
        },
      ],
    },
    {
      code: `import soap from 'soap'
soap.createClient('http://ws.acme.io/service?wsdl', cb)`,
      errors: [
        {
          messageId: 'cleartextAddress',
          line: 2,
          suggestions: [
            {
              messageId: 'useSecureScheme',
              output: `import soap from 'soap'
soap.createClient('https://ws.acme.io/service?wsdl', cb)`,
            },
          ],
        },
      ],
    },
    {
      code: `const t = nodemailer.createTransport({ host: 'smtp.acme.io', port: 25, ignoreTLS: true })`,
      output: `const t = nodemailer.createTransport({ host: 'smtp.acme.io', port: 25 })`,
      errors: [{ messageId: 'cleartextOption', line: 1 }],
    },
    {
      code: 'await $`docker run -e NODE_TLS_REJECT_UNAUTHORIZED=0 app`',
      errors: [{ messageId: 'verificationOffByCommand', line: 1 }],
    },
    {
      code: `const child = spawn('node', ['--tls-min-v1.0', 'x.js'])`,
      errors: [{ messageId: 'legacyByCommand', line: 1 }],
    },
    {
      code: `exec('wget --no-check-certificate ' + url)`,
      errors: [{ messageId: 'verificationOffByCommand', line: 1 }],
    },
    {
      code: `execFileSync('/usr/bin/git', ['-c', 'http.sslVerify=false', 'clone', repo])`,
      errors: [{ messageId: 'verificationOffByCommand', line: 1 }],
    },
    {
      code: 'shell.exec(`npm config set strict-ssl false`)',
      errors: [{ messageId: 'verificationOffByCommand', line: 1 }],
    },
    {
      code: `const dockerfile = \`FROM node:20
ENV NODE_TLS_REJECT_UNAUTHORIZED=0
RUN npm ci\``,
      errors: [{ messageId: 'verificationOffByCommand', line: 1 }],
    },
    {
      code: `docker({ environment: { NODE_TLS_REJECT_UNAUTHORIZED: '0' } })`,
      errors: [{ messageId: 'verificationOffInEnvironment', line: 1 }],
    },
    {
      code: `vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0')`,
      errors: [{ messageId: 'verificationOffInEnvironment', line: 1 }],
    },
    {
      code: `import * as https from 'https'
export class Api {
  private readonly agent: https.Agent
  constructor(private readonly config: Config) {
    this.agent = new https.Agent({ rejectUnauthorized: this.config.get('rejectUnauthorized') ?? false })
  }
}`,
      errors: [{ messageId: 'unsafeByDefault', line: 5 }],
    },
  ],
})
