import { ruleTester } from '../../test/rule-tester.js'
import { noInsecureTls } from './rule.js'

ruleTester().run('no-insecure-tls: verification', noInsecureTls, {
  valid: [
    `const pool = new Pool({ ssl: process.env.NODE_ENV === 'production' ? true : { rejectUnauthorized: false } })`,
    `const agent = new https.Agent({ rejectUnauthorized: process.env.NODE_ENV === 'production' })`,
    'const agent = new https.Agent({ rejectUnauthorized: !isDev })',
    `const agent = ALLOW_SELF_SIGNED === 'true' ? { rejectUnauthorized: false } : undefined`,
    `const agent = process.env.ALLOW_SELF_SIGNED === 'true' ? { rejectUnauthorized: false } : undefined`,
    `const o = { rejectUnauthorized: process.env.INSECURE !== '1' }`,
    `export default defineConfig({ server: { proxy: { '/api': { target: 'http://localhost:3000', changeOrigin: true, secure: false } } } })`,
    `const user = { secure: false, verify: false, name: 'x' }`,
    'res.render({ secure: false })',
    'const x = { verify: false, insecure: true }',
    `import * as grpc from '@grpc/grpc-js'
const c = new svc.Greeter('localhost:50051', grpc.credentials.createInsecure())`,
    `server.bindAsync('0.0.0.0:50051', grpc.ServerCredentials.createInsecure(), () => {})`,
    `app.on('certificate-error', (event, webContents, url, error, certificate, callback) => { if (certificate.fingerprint === PIN) { event.preventDefault(); callback(true) } else callback(false) })`,
    `session.defaultSession.setCertificateVerifyProc((request, callback) => { if (request.hostname === 'x') callback(0); else callback(-3) })`,
    'https.createServer({ key, cert, rejectUnauthorized: false }, app)',
    'https.createServer({ key, cert, requestCert: true, rejectUnauthorized: false }, (req, res) => { if (!req.client.authorized) { res.writeHead(401); return res.end() } })',
    'expect(connect).toHaveBeenCalledWith({ rejectUnauthorized: false })',
    `const schema = z.object({ rejectUnauthorized: z.boolean() })
interface X { rejectUnauthorized: false }
type Y = { strictSSL: false }`,
    'const o = { rejectUnauthorized: true }',
    `https.get('https://localhost:8443', { rejectUnauthorized: false })`,
    `https.get('https://api.test', { rejectUnauthorized: false })`,
    `if (process.env.NODE_ENV !== 'production') { agent.options.rejectUnauthorized = false }`,
    'if (import.meta.env.DEV) opts = { rejectUnauthorized: false }',
    `if (!app.isPackaged) app.commandLine.appendSwitch('ignore-certificate-errors')`,
    `let reject = true
if (process.env.NODE_ENV === 'development') reject = false
https.request({ rejectUnauthorized: reject })`,
    `const { rejectUnauthorized } = options
https.request({ rejectUnauthorized })`,
    'const o = { rejectUnauthorized: options.rejectUnauthorized !== false }',
    `const o = { rejectUnauthorized: host !== 'localhost' }`,
    `const t = nodemailer.createTransport({ host: 'smtp.acme.io', port: 587, secure: false, auth })`,
    {
      code: `import nodemailer from 'nodemailer'
const t = nodemailer.createTransport({ host: 'smtp.acme.io', port: 587, secure: false, requireTLS: true, auth })`,
      options: [{ strict: true }],
    },
    'const config = { development: { ssl: { rejectUnauthorized: false } }, production: { ssl: true } }',
    `socket.on('x', () => { const s = tls.connect({ host, rejectUnauthorized: false }, () => { if (s.getPeerCertificate().fingerprint256 !== PIN) s.destroy() }) })`,
  ],
  invalid: [
    {
      name: 'a documentation host stands for any host',
      code: `import https from 'https'
https.get('https://api.example.com', { rejectUnauthorized: false }, () => {})`,
      output: `import https from 'https'
https.get('https://api.example.com', {}, () => {})`,
      errors: [
        {
          messageId: 'verificationOff',
          line: 2,
          suggestions: [
            {
              messageId: 'passAuthority',
              output: `import https from 'https'
https.get('https://api.example.com', { ca: process.env.TLS_CA_CERTIFICATE }, () => {})`,
            },
            {
              messageId: 'onlyInDevelopment',
              output: `import https from 'https'
https.get('https://api.example.com', { rejectUnauthorized: process.env.NODE_ENV !== 'development' }, () => {})`,
            },
          ],
        },
      ],
    },
    {
      code: `import https from 'https'
https.get('https://api.acme.io', { rejectUnauthorized: false }, () => {})`,
      output: `import https from 'https'
https.get('https://api.acme.io', {}, () => {})`,
      errors: [
        {
          messageId: 'verificationOff',
          line: 2,
          suggestions: [
            {
              messageId: 'passAuthority',
              output: `import https from 'https'
https.get('https://api.acme.io', { ca: process.env.TLS_CA_CERTIFICATE }, () => {})`,
            },
            {
              messageId: 'onlyInDevelopment',
              output: `import https from 'https'
https.get('https://api.acme.io', { rejectUnauthorized: process.env.NODE_ENV !== 'development' }, () => {})`,
            },
          ],
        },
      ],
    },
    {
      code: `const https = require('node:https')
const agent = new https.Agent({ rejectUnauthorized: false })
axios.get(url, { httpsAgent: agent })`,
      output: `const https = require('node:https')
const agent = new https.Agent({})
axios.get(url, { httpsAgent: agent })`,
      errors: [
        {
          messageId: 'verificationOff',
          line: 2,
          suggestions: [
            {
              messageId: 'passAuthority',
              output: `const https = require('node:https')
const agent = new https.Agent({ ca: process.env.TLS_CA_CERTIFICATE })
axios.get(url, { httpsAgent: agent })`,
            },
            {
              messageId: 'onlyInDevelopment',
              output: `const https = require('node:https')
const agent = new https.Agent({ rejectUnauthorized: process.env.NODE_ENV !== 'development' })
axios.get(url, { httpsAgent: agent })`,
            },
          ],
        },
      ],
    },
    {
      code: `const options = { host: 'db.acme.io' }
options.rejectUnauthorized = false
tls.connect(options)`,
      errors: [
        {
          messageId: 'verificationOff',
          line: 2,
          suggestions: [
            {
              messageId: 'turnOn',
              output: `const options = { host: 'db.acme.io' }
options.rejectUnauthorized = true
tls.connect(options)`,
            },
          ],
        },
      ],
    },
    {
      code: 'https.globalAgent.options.rejectUnauthorized = false',
      errors: [
        {
          messageId: 'verificationOff',
          line: 1,
          suggestions: [{ messageId: 'turnOn', output: 'https.globalAgent.options.rejectUnauthorized = true' }],
        },
      ],
    },
    {
      code: `agent.options['rejectUnauthorized'] = !1`,
      errors: [
        {
          messageId: 'verificationOff',
          line: 1,
          suggestions: [{ messageId: 'turnOn', output: `agent.options['rejectUnauthorized'] = true` }],
        },
      ],
    },
    {
      code: 'class A { private opts = { rejectUnauthorized: false }; go() { return request(this.opts) } }',
      output: 'class A { private opts = {}; go() { return request(this.opts) } }',
      errors: [
        {
          messageId: 'verificationOff',
          line: 1,
          suggestions: [
            {
              messageId: 'passAuthority',
              output:
                'class A { private opts = { ca: process.env.TLS_CA_CERTIFICATE }; go() { return request(this.opts) } }',
            },
            {
              messageId: 'onlyInDevelopment',
              output: `class A { private opts = { rejectUnauthorized: process.env.NODE_ENV !== 'development' }; go() { return request(this.opts) } }`,
            },
          ],
        },
      ],
    },
    {
      code: `const verify = false
tls.connect({ host, rejectUnauthorized: verify })`,
      errors: [{ messageId: 'verificationOff', line: 2 }],
    },
    {
      code: 'Object.assign(opts, { rejectUnauthorized: false })',
      output: 'Object.assign(opts, {})',
      errors: [
        {
          messageId: 'verificationOff',
          line: 1,
          suggestions: [
            { messageId: 'passAuthority', output: 'Object.assign(opts, { ca: process.env.TLS_CA_CERTIFICATE })' },
            {
              messageId: 'onlyInDevelopment',
              output: `Object.assign(opts, { rejectUnauthorized: process.env.NODE_ENV !== 'development' })`,
            },
          ],
        },
      ],
    },
    {
      code: `function base() { return { rejectUnauthorized: false } }
tls.connect({ ...base(), host })`,
      output: `function base() { return {} }
tls.connect({ ...base(), host })`,
      errors: [
        {
          messageId: 'verificationOff',
          line: 1,
          suggestions: [
            {
              messageId: 'passAuthority',
              output: `function base() { return { ca: process.env.TLS_CA_CERTIFICATE } }
tls.connect({ ...base(), host })`,
            },
            {
              messageId: 'onlyInDevelopment',
              output: `function base() { return { rejectUnauthorized: process.env.NODE_ENV !== 'development' } }
tls.connect({ ...base(), host })`,
            },
          ],
        },
      ],
    },
    {
      code: 'request({ url, strictSSL: false })',
      output: 'request({ url })',
      errors: [
        {
          messageId: 'verificationOff',
          line: 1,
          suggestions: [
            {
              messageId: 'onlyInDevelopment',
              output: `request({ url, strictSSL: process.env.NODE_ENV !== 'development' })`,
            },
          ],
        },
      ],
    },
    {
      code: 'const pool = new Pool({ connectionString: process.env.DATABASE_URL, ssl: { rejectUnauthorized: false } })',
      output: 'const pool = new Pool({ connectionString: process.env.DATABASE_URL, ssl: {} })',
      errors: [
        {
          messageId: 'verificationOff',
          line: 1,
          suggestions: [
            {
              messageId: 'passAuthority',
              output:
                'const pool = new Pool({ connectionString: process.env.DATABASE_URL, ssl: { ca: process.env.TLS_CA_CERTIFICATE } })',
            },
            {
              messageId: 'onlyInDevelopment',
              output: `const pool = new Pool({ connectionString: process.env.DATABASE_URL, ssl: { rejectUnauthorized: process.env.NODE_ENV !== 'development' } })`,
            },
          ],
        },
      ],
    },
    {
      code: `const pool = new Pool({ connectionString: process.env.DATABASE_URL, ssl: process.env.NODE_ENV === 'production' ? { rejectUnauthorized: false } : false })`,
      output: `const pool = new Pool({ connectionString: process.env.DATABASE_URL, ssl: process.env.NODE_ENV === 'production' ? {} : false })`,
      errors: [
        {
          messageId: 'verificationOff',
          line: 1,
          suggestions: [
            {
              messageId: 'passAuthority',
              output: `const pool = new Pool({ connectionString: process.env.DATABASE_URL, ssl: process.env.NODE_ENV === 'production' ? { ca: process.env.TLS_CA_CERTIFICATE } : false })`,
            },
            {
              messageId: 'onlyInDevelopment',
              output: `const pool = new Pool({ connectionString: process.env.DATABASE_URL, ssl: process.env.NODE_ENV === 'production' ? { rejectUnauthorized: process.env.NODE_ENV !== 'development' } : false })`,
            },
          ],
        },
      ],
    },
    {
      code: `const agent = new https.Agent({ rejectUnauthorized: process.env.NODE_ENV !== 'production' })`,
      errors: [{ messageId: 'verificationOff', line: 1 }],
    },
    {
      code: `const agent = new https.Agent({ rejectUnauthorized: process.env.STRICT_TLS === 'true' })`,
      errors: [{ messageId: 'unsafeByDefault', line: 1 }],
    },
    {
      code: 'const agent = new https.Agent({ rejectUnauthorized: config.verify ?? false })',
      errors: [{ messageId: 'unsafeByDefault', line: 1 }],
    },
    {
      code: `const agent = process.env.ALLOW_SELF_SIGNED === 'true' ? { rejectUnauthorized: false } : undefined`,
      options: [{ strict: true }],
      errors: [
        {
          messageId: 'unsafeBySwitch',
          line: 1,
          suggestions: [
            {
              messageId: 'passAuthority',
              output: `const agent = process.env.ALLOW_SELF_SIGNED === 'true' ? { ca: process.env.TLS_CA_CERTIFICATE } : undefined`,
            },
            {
              messageId: 'onlyInDevelopment',
              output: `const agent = process.env.ALLOW_SELF_SIGNED === 'true' ? { rejectUnauthorized: process.env.NODE_ENV !== 'development' } : undefined`,
            },
          ],
        },
      ],
    },
    {
      code: `const o = { rejectUnauthorized: process.env.INSECURE !== '1' }`,
      options: [{ strict: true }],
      errors: [{ messageId: 'unsafeBySwitch', line: 1 }],
    },
    {
      code: `const o = { ssl: process.env.DB_SSL === 'true' ? { rejectUnauthorized: false } : false }`,
      output: `const o = { ssl: process.env.DB_SSL === 'true' ? {} : false }`,
      errors: [
        {
          messageId: 'verificationOff',
          line: 1,
          suggestions: [
            {
              messageId: 'passAuthority',
              output: `const o = { ssl: process.env.DB_SSL === 'true' ? { ca: process.env.TLS_CA_CERTIFICATE } : false }`,
            },
            {
              messageId: 'onlyInDevelopment',
              output: `const o = { ssl: process.env.DB_SSL === 'true' ? { rejectUnauthorized: process.env.NODE_ENV !== 'development' } : false }`,
            },
          ],
        },
      ],
    },
    {
      code: `import sql from 'mssql'
sql.connect({ server: process.env.H, options: { encrypt: true, trustServerCertificate: true } })`,
      output: `import sql from 'mssql'
sql.connect({ server: process.env.H, options: { encrypt: true } })`,
      errors: [
        {
          messageId: 'verificationOff',
          line: 2,
          suggestions: [
            {
              messageId: 'onlyInDevelopment',
              output: `import sql from 'mssql'
sql.connect({ server: process.env.H, options: { encrypt: true, trustServerCertificate: process.env.NODE_ENV === 'development' } })`,
            },
          ],
        },
      ],
    },
    {
      code: `import sql from 'mssql'
sql.connect({ user, password, server: process.env.H, database: 'x', options: { encrypt: false } })`,
      output: `import sql from 'mssql'
sql.connect({ user, password, server: process.env.H, database: 'x', options: {} })`,
      errors: [{ messageId: 'cleartextOption', line: 2 }],
    },
    {
      code: 'new MongoClient(uri, { tlsInsecure: true })',
      output: 'new MongoClient(uri, {})',
      errors: [
        {
          messageId: 'verificationOff',
          line: 1,
          suggestions: [
            {
              messageId: 'onlyInDevelopment',
              output: `new MongoClient(uri, { tlsInsecure: process.env.NODE_ENV === 'development' })`,
            },
          ],
        },
      ],
    },
    {
      code: 'new MongoClient(uri, { tls: true, tlsAllowInvalidCertificates: true })',
      output: 'new MongoClient(uri, { tls: true })',
      errors: [
        {
          messageId: 'verificationOff',
          line: 1,
          suggestions: [
            {
              messageId: 'onlyInDevelopment',
              output: `new MongoClient(uri, { tls: true, tlsAllowInvalidCertificates: process.env.NODE_ENV === 'development' })`,
            },
          ],
        },
      ],
    },
    {
      code: `import { createProxyMiddleware } from 'http-proxy-middleware'
app.use(createProxyMiddleware({ target: process.env.API, secure: false }))`,
      output: `import { createProxyMiddleware } from 'http-proxy-middleware'
app.use(createProxyMiddleware({ target: process.env.API }))`,
      errors: [
        {
          messageId: 'verificationOff',
          line: 2,
          suggestions: [
            {
              messageId: 'onlyInDevelopment',
              output: `import { createProxyMiddleware } from 'http-proxy-middleware'
app.use(createProxyMiddleware({ target: process.env.API, secure: process.env.NODE_ENV !== 'development' }))`,
            },
          ],
        },
      ],
    },
    {
      code: `import httpProxy from 'http-proxy'
const proxy = httpProxy.createProxyServer({ secure: false })`,
      output: `import httpProxy from 'http-proxy'
const proxy = httpProxy.createProxyServer({})`,
      errors: [
        {
          messageId: 'verificationOff',
          line: 2,
          suggestions: [
            {
              messageId: 'onlyInDevelopment',
              output: `import httpProxy from 'http-proxy'
const proxy = httpProxy.createProxyServer({ secure: process.env.NODE_ENV !== 'development' })`,
            },
          ],
        },
      ],
    },
    {
      code: `export default defineConfig({ server: { proxy: { '/api': { target: 'https://api.acme.io', changeOrigin: true, secure: false } } } })`,
      output: `export default defineConfig({ server: { proxy: { '/api': { target: 'https://api.acme.io', changeOrigin: true } } } })`,
      errors: [
        {
          messageId: 'verificationOff',
          line: 1,
          suggestions: [
            {
              messageId: 'onlyInDevelopment',
              output: `export default defineConfig({ server: { proxy: { '/api': { target: 'https://api.acme.io', changeOrigin: true, secure: process.env.NODE_ENV !== 'development' } } } })`,
            },
          ],
        },
      ],
    },
    {
      code: `import { defineConfig } from 'vite'
export default defineConfig({ server: { proxy: { '/api': { target: env.API, secure: false } } } })`,
      output: `import { defineConfig } from 'vite'
export default defineConfig({ server: { proxy: { '/api': { target: env.API } } } })`,
      errors: [
        {
          messageId: 'verificationOff',
          line: 2,
          suggestions: [
            {
              messageId: 'onlyInDevelopment',
              output: `import { defineConfig } from 'vite'
export default defineConfig({ server: { proxy: { '/api': { target: env.API, secure: process.env.NODE_ENV !== 'development' } } } })`,
            },
          ],
        },
      ],
    },
    {
      code: `module.exports = { devServer: { proxy: { '/api': { target: 'https://api.acme.io', secure: false, changeOrigin: true } } } }`,
      output: `module.exports = { devServer: { proxy: { '/api': { target: 'https://api.acme.io', changeOrigin: true } } } }`,
      errors: [
        {
          messageId: 'verificationOff',
          line: 1,
          suggestions: [
            {
              messageId: 'onlyInDevelopment',
              output: `module.exports = { devServer: { proxy: { '/api': { target: 'https://api.acme.io', secure: process.env.NODE_ENV !== 'development', changeOrigin: true } } } }`,
            },
          ],
        },
      ],
    },
    {
      code: 'const x = { ssl: { verify: false } }',
      output: null,
      errors: [
        {
          messageId: 'verificationOff',
          line: 1,
          suggestions: [
            {
              messageId: 'onlyInDevelopment',
              output: `const x = { ssl: { verify: process.env.NODE_ENV !== 'development' } }`,
            },
            { messageId: 'turnOn', data: { value: 'true' }, output: 'const x = { ssl: { verify: true } }' },
          ],
        },
      ],
    },
    {
      code: 'client({ verify_ssl: false })',
      output: null,
      errors: [
        {
          messageId: 'verificationOff',
          line: 1,
          suggestions: [
            {
              messageId: 'onlyInDevelopment',
              output: `client({ verify_ssl: process.env.NODE_ENV !== 'development' })`,
            },
            { messageId: 'turnOn', data: { value: 'true' }, output: 'client({ verify_ssl: true })' },
          ],
        },
      ],
    },
    {
      code: `new KubeConfig().loadFromOptions({ clusters: [{ name: 'x', server: process.env.K8S, skipTLSVerify: true }] })`,
      output: `new KubeConfig().loadFromOptions({ clusters: [{ name: 'x', server: process.env.K8S }] })`,
      errors: [
        {
          messageId: 'verificationOff',
          line: 1,
          suggestions: [
            {
              messageId: 'onlyInDevelopment',
              output: `new KubeConfig().loadFromOptions({ clusters: [{ name: 'x', server: process.env.K8S, skipTLSVerify: process.env.NODE_ENV === 'development' }] })`,
            },
          ],
        },
      ],
    },
    {
      code: `import * as grpc from '@grpc/grpc-js'
const c = new svc.Greeter(process.env.ADDR, grpc.credentials.createInsecure())`,
      errors: [{ messageId: 'insecureChannel', line: 2 }],
    },
    {
      code: `const { ChannelCredentials } = require('@grpc/grpc-js')
const c = new Greeter('greeter.acme.io:443', ChannelCredentials.createInsecure())`,
      errors: [{ messageId: 'insecureChannel', line: 2 }],
    },
    {
      code: 'const browser = await puppeteer.launch({ ignoreHTTPSErrors: true })',
      output: 'const browser = await puppeteer.launch({})',
      errors: [
        {
          messageId: 'verificationOff',
          line: 1,
          suggestions: [
            {
              messageId: 'onlyInDevelopment',
              output: `const browser = await puppeteer.launch({ ignoreHTTPSErrors: process.env.NODE_ENV === 'development' })`,
            },
          ],
        },
      ],
    },
    {
      code: 'const caps = new Capabilities(); caps.setAcceptInsecureCerts(true)',
      errors: [{ messageId: 'verificationOff', line: 1 }],
    },
    {
      code: `const browser = await puppeteer.launch({ args: ['--no-sandbox', '--ignore-certificate-errors'] })`,
      errors: [{ messageId: 'verificationOffByCommand', line: 1 }],
    },
    {
      code: `app.commandLine.appendSwitch('ignore-certificate-errors')`,
      errors: [{ messageId: 'verificationOffByCommand', line: 1 }],
    },
    {
      code: `app.on('certificate-error', (event, webContents, url, error, certificate, callback) => { event.preventDefault(); callback(true) })`,
      errors: [{ messageId: 'certificateErrorAccepted', line: 1 }],
    },
    {
      code: 'session.defaultSession.setCertificateVerifyProc((request, callback) => { callback(0) })',
      errors: [{ messageId: 'certificateErrorAccepted', line: 1 }],
    },
    {
      code: 'await fetch(url, { tls: { rejectUnauthorized: false } })',
      output: 'await fetch(url, { tls: {} })',
      errors: [
        {
          messageId: 'verificationOff',
          line: 1,
          suggestions: [
            { messageId: 'passAuthority', output: 'await fetch(url, { tls: { ca: process.env.TLS_CA_CERTIFICATE } })' },
            {
              messageId: 'onlyInDevelopment',
              output: `await fetch(url, { tls: { rejectUnauthorized: process.env.NODE_ENV !== 'development' } })`,
            },
          ],
        },
      ],
    },
    {
      code: 'https.createServer({ key, cert, requestCert: true, rejectUnauthorized: false }, app)',
      output: 'https.createServer({ key, cert, requestCert: true }, app)',
      errors: [
        {
          messageId: 'clientVerificationOff',
          line: 1,
          suggestions: [
            {
              messageId: 'passAuthority',
              output: 'https.createServer({ key, cert, requestCert: true, ca: process.env.TLS_CA_CERTIFICATE }, app)',
            },
            {
              messageId: 'onlyInDevelopment',
              output: `https.createServer({ key, cert, requestCert: true, rejectUnauthorized: process.env.NODE_ENV !== 'development' }, app)`,
            },
          ],
        },
      ],
    },
    { code: 'superagent.get(url).disableTLSCerts()', errors: [{ messageId: 'verificationOff', line: 1 }] },
    {
      code: 'function connect({ host, rejectUnauthorized = false }) { return tls.connect({ host, rejectUnauthorized }) }',
      errors: [{ messageId: 'unsafeByDefault', line: 1 }],
    },
    {
      code: `const neo = neo4j.driver(uri, auth, { trust: 'TRUST_ALL_CERTIFICATES' })`,
      output: 'const neo = neo4j.driver(uri, auth, {})',
      errors: [{ messageId: 'verificationOff', line: 1 }],
    },
    {
      code: `import postgres from 'postgres'
const sql = postgres(process.env.URL, { ssl: 'require' })`,
      errors: [{ messageId: 'verificationOff', line: 2 }],
    },
    {
      code: 'new Redis({ host, tls: { rejectUnauthorized: false } })',
      output: 'new Redis({ host, tls: {} })',
      errors: [
        {
          messageId: 'verificationOff',
          line: 1,
          suggestions: [
            { messageId: 'passAuthority', output: 'new Redis({ host, tls: { ca: process.env.TLS_CA_CERTIFICATE } })' },
            {
              messageId: 'onlyInDevelopment',
              output: `new Redis({ host, tls: { rejectUnauthorized: process.env.NODE_ENV !== 'development' } })`,
            },
          ],
        },
      ],
    },
    { code: 'curl.setOpt(Curl.option.SSL_VERIFYPEER, false)', errors: [{ messageId: 'verificationOff', line: 1 }] },
    {
      code: 'const k = new Kafka({ ssl: { rejectUnauthorized: false } })',
      output: 'const k = new Kafka({ ssl: {} })',
      errors: [
        {
          messageId: 'verificationOff',
          line: 1,
          suggestions: [
            {
              messageId: 'passAuthority',
              output: 'const k = new Kafka({ ssl: { ca: process.env.TLS_CA_CERTIFICATE } })',
            },
            {
              messageId: 'onlyInDevelopment',
              output: `const k = new Kafka({ ssl: { rejectUnauthorized: process.env.NODE_ENV !== 'development' } })`,
            },
          ],
        },
      ],
    },
    { code: `_.set(opts, 'ssl.rejectUnauthorized', false)`, errors: [{ messageId: 'verificationOff', line: 1 }] },
    {
      code: `const makeAgent = (insecure) => new https.Agent({ rejectUnauthorized: insecure })
makeAgent(false)`,
      errors: [{ messageId: 'verificationOff', line: 1 }],
    },
    {
      code: `let reject = true
if (something) reject = false
https.request({ rejectUnauthorized: reject })`,
      errors: [{ messageId: 'verificationOff', line: 3 }],
    },
    {
      code: 'const o = new AWS.S3({ httpOptions: { agent: new https.Agent({ rejectUnauthorized: false }) } })',
      output: 'const o = new AWS.S3({ httpOptions: { agent: new https.Agent({}) } })',
      errors: [
        {
          messageId: 'verificationOff',
          line: 1,
          suggestions: [
            {
              messageId: 'passAuthority',
              output:
                'const o = new AWS.S3({ httpOptions: { agent: new https.Agent({ ca: process.env.TLS_CA_CERTIFICATE }) } })',
            },
            {
              messageId: 'onlyInDevelopment',
              output: `const o = new AWS.S3({ httpOptions: { agent: new https.Agent({ rejectUnauthorized: process.env.NODE_ENV !== 'development' }) } })`,
            },
          ],
        },
      ],
    },
    {
      code: `const t = nodemailer.createTransport({ host: 'smtp.acme.io', port: 587, secure: false, tls: { rejectUnauthorized: false } })`,
      output: `const t = nodemailer.createTransport({ host: 'smtp.acme.io', port: 587, secure: false, tls: {} })`,
      errors: [
        {
          messageId: 'verificationOff',
          line: 1,
          suggestions: [
            {
              messageId: 'passAuthority',
              output: `const t = nodemailer.createTransport({ host: 'smtp.acme.io', port: 587, secure: false, tls: { ca: process.env.TLS_CA_CERTIFICATE } })`,
            },
            {
              messageId: 'onlyInDevelopment',
              output: `const t = nodemailer.createTransport({ host: 'smtp.acme.io', port: 587, secure: false, tls: { rejectUnauthorized: process.env.NODE_ENV !== 'development' } })`,
            },
          ],
        },
      ],
    },
    {
      code: `import nodemailer from 'nodemailer'
const t = nodemailer.createTransport({ host: 'smtp.acme.io', port: 587, secure: false, auth })`,
      options: [{ strict: true }],
      errors: [{ messageId: 'cleartextOption', line: 2 }],
    },
    {
      code: `const ds = new DataSource({ type: 'postgres', extra: { ssl: { rejectUnauthorized: false } } })`,
      output: `const ds = new DataSource({ type: 'postgres', extra: { ssl: {} } })`,
      errors: [
        {
          messageId: 'verificationOff',
          line: 1,
          suggestions: [
            {
              messageId: 'passAuthority',
              output: `const ds = new DataSource({ type: 'postgres', extra: { ssl: { ca: process.env.TLS_CA_CERTIFICATE } } })`,
            },
            {
              messageId: 'onlyInDevelopment',
              output: `const ds = new DataSource({ type: 'postgres', extra: { ssl: { rejectUnauthorized: process.env.NODE_ENV !== 'development' } } })`,
            },
          ],
        },
      ],
    },
    {
      code: 'const sequelize = new Sequelize(url, { dialectOptions: { ssl: { require: true, rejectUnauthorized: false } } })',
      output: 'const sequelize = new Sequelize(url, { dialectOptions: { ssl: { require: true } } })',
      errors: [
        {
          messageId: 'verificationOff',
          line: 1,
          suggestions: [
            {
              messageId: 'passAuthority',
              output:
                'const sequelize = new Sequelize(url, { dialectOptions: { ssl: { require: true, ca: process.env.TLS_CA_CERTIFICATE } } })',
            },
            {
              messageId: 'onlyInDevelopment',
              output: `const sequelize = new Sequelize(url, { dialectOptions: { ssl: { require: true, rejectUnauthorized: process.env.NODE_ENV !== 'development' } } })`,
            },
          ],
        },
      ],
    },
    {
      code: `await client.send('Security.setIgnoreCertificateErrors', { ignore: true })`,
      errors: [{ messageId: 'verificationOff', line: 1 }],
    },
    {
      code: 'const config = { development: { ssl: false }, production: { ssl: { rejectUnauthorized: false } } }',
      output: 'const config = { development: { ssl: false }, production: { ssl: {} } }',
      errors: [
        {
          messageId: 'verificationOff',
          line: 1,
          suggestions: [
            {
              messageId: 'passAuthority',
              output:
                'const config = { development: { ssl: false }, production: { ssl: { ca: process.env.TLS_CA_CERTIFICATE } } }',
            },
            {
              messageId: 'onlyInDevelopment',
              output: `const config = { development: { ssl: false }, production: { ssl: { rejectUnauthorized: process.env.NODE_ENV !== 'development' } } }`,
            },
          ],
        },
      ],
    },
    {
      code: `await ftp.access({ host: 'ftp.acme.io', secure: true, secureOptions: { rejectUnauthorized: false } })`,
      output: `await ftp.access({ host: 'ftp.acme.io', secure: true, secureOptions: {} })`,
      errors: [
        {
          messageId: 'verificationOff',
          line: 1,
          suggestions: [
            {
              messageId: 'passAuthority',
              output: `await ftp.access({ host: 'ftp.acme.io', secure: true, secureOptions: { ca: process.env.TLS_CA_CERTIFICATE } })`,
            },
            {
              messageId: 'onlyInDevelopment',
              output: `await ftp.access({ host: 'ftp.acme.io', secure: true, secureOptions: { rejectUnauthorized: process.env.NODE_ENV !== 'development' } })`,
            },
          ],
        },
      ],
    },
    {
      code: `import { Client } from 'basic-ftp'
const client = new Client()
await client.access({ host: 'ftp.acme.io', user, password, secure: false })`,
      errors: [{ messageId: 'cleartextOption', line: 3 }],
    },
    {
      code: 'export const httpsAgent = new Agent({ connect: { rejectUnauthorized: false } })',
      output: 'export const httpsAgent = new Agent({ connect: {} })',
      errors: [
        {
          messageId: 'verificationOff',
          line: 1,
          suggestions: [
            {
              messageId: 'passAuthority',
              output: 'export const httpsAgent = new Agent({ connect: { ca: process.env.TLS_CA_CERTIFICATE } })',
            },
            {
              messageId: 'onlyInDevelopment',
              output: `export const httpsAgent = new Agent({ connect: { rejectUnauthorized: process.env.NODE_ENV !== 'development' } })`,
            },
          ],
        },
      ],
    },
    {
      code: `const agent = new https.Agent({
  ...(config.insecure ? {} : {}),
  rejectUnauthorized: false,
})`,
      errors: [
        {
          messageId: 'verificationOff',
          line: 3,
          suggestions: [
            {
              messageId: 'passAuthority',
              output: `const agent = new https.Agent({
  ...(config.insecure ? {} : {}),
  ca: process.env.TLS_CA_CERTIFICATE,
})`,
            },
            {
              messageId: 'onlyInDevelopment',
              output: `const agent = new https.Agent({
  ...(config.insecure ? {} : {}),
  rejectUnauthorized: process.env.NODE_ENV !== 'development',
})`,
            },
          ],
        },
      ],
    },
  ],
})
