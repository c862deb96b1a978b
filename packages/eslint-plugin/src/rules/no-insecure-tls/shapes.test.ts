/** The shapes in which the same mistakes are written: each beside its nearest silent neighbour. */
import { describe, expect, it } from 'vitest'
import { lintText } from '../../test/lint-text.js'
import { noInsecureTls } from './rule.js'

interface Case {
  messageId: string
  bad: string[]
  good: string[]
}

const CASES: Record<string, Case> = {
  'constants that are false': {
    messageId: 'verificationOff',
    bad: [
      `tls.connect(443, host, { rejectUnauthorized: !1 })`,
      `tls.connect(443, host, { rejectUnauthorized: !!0 })`,
      `tls.connect(443, host, { rejectUnauthorized: Boolean(0) })`,
      `tls.connect(443, host, { ['reject' + 'Unauthorized']: false })`,
      `const KEY = 'rejectUnauthorized'; tls.connect(443, host, { [KEY]: false })`,
    ],
    good: [
      `tls.connect(443, host, { rejectUnauthorized: !0 })`,
      `tls.connect(443, 'localhost', { rejectUnauthorized: !1 })`,
    ],
  },
  'a second try without verification': {
    messageId: 'verificationOff',
    bad: [`if (error.code === 'DEPTH_ZERO_SELF_SIGNED_CERT') retry({ rejectUnauthorized: false })`],
    good: [`process.env.NODE_TLS_REJECT_UNAUTHORIZED = false`],
  },
  'keys whose size is computed or kept': {
    messageId: 'weakKey',
    bad: [
      `crypto.generateKeyPairSync('rsa', { modulusLength: 1 << 10 })`,
      `const bits = 1024; crypto.generateKeyPairSync('rsa', { modulusLength: bits })`,
      `jose.generateKeyPair('RS256', { modulusLength: 1024 })`,
    ],
    good: [`jose.generateKeyPair('ES256', { modulusLength: 1024 })`],
  },
  'an option of a client that stands beside requestCert': {
    messageId: 'verificationOff',
    bad: [`https.request({ host: 'bank.acme.io', method: 'GET', requestCert: true, rejectUnauthorized: false })`],
    good: [`https.createServer({ key, requestCert: false, rejectUnauthorized: false })`],
  },
  'settings that are computed': {
    messageId: 'unsafeByDefault',
    bad: [
      `new Agent({ rejectUnauthorized: (process.env.VERIFY ?? 'false') === 'true' })`,
      `new Agent({ rejectUnauthorized: process.env.VERIFY?.toLowerCase() === 'true' })`,
      `new Agent({ rejectUnauthorized: Boolean(process.env.VERIFY) })`,
      `const open = (insecure = true) => new Agent({ rejectUnauthorized: !insecure })`,
      `new Agent({ rejectUnauthorized: Boolean(Number(process.env.VERIFY ?? 0)) })`,
      `new Agent({ rejectUnauthorized: ['true', '1'].includes(process.env.VERIFY) })`,
      `new Agent({ rejectUnauthorized: JSON.parse(process.env.VERIFY || 'false') })`,
      `new Agent({ rejectUnauthorized: config.get('tls.rejectUnauthorized', false) })`,
      `new Agent({ rejectUnauthorized: env.get('VERIFY').default('false').asBool() })`,
      `const { VERIFY = 'false' } = process.env; new Agent({ rejectUnauthorized: VERIFY === 'true' })`,
      `new Agent({ rejectUnauthorized: options.verify === undefined ? false : options.verify })`,
    ],
    good: [
      `new Agent({ rejectUnauthorized: (process.env.VERIFY ?? 'true') === 'true' })`,
      `new Agent({ rejectUnauthorized: (process.env.VERIFY || 'true') !== 'false' })`,
      `new Agent({ rejectUnauthorized: Boolean(Number(process.env.VERIFY ?? 1)) })`,
      `new Agent({ rejectUnauthorized: JSON.parse(process.env.VERIFY || 'true') })`,
      `new Agent({ rejectUnauthorized: config.get('tls.rejectUnauthorized', true) })`,
      `new Agent({ rejectUnauthorized: config.get('tls.rejectUnauthorized') })`,
      `const open = (insecure = false) => new Agent({ rejectUnauthorized: !insecure })`,
      `new Agent({ rejectUnauthorized: env.get('VERIFY').default('true').asBool() })`,
      `const { VERIFY = 'true' } = process.env; new Agent({ rejectUnauthorized: VERIFY === 'true' })`,
      `new Agent({ rejectUnauthorized: options.verify === undefined ? true : options.verify })`,
      `new Agent({ rejectUnauthorized: ['production', 'staging'].includes(process.env.NODE_ENV) })`,
    ],
  },
  'defaults of settings that a schema reads': {
    messageId: 'unsafeByDefault',
    bad: [
      `const schema = z.object({ rejectUnauthorized: z.boolean().default(false) })`,
      `const schema = z.object({ VERIFY_SSL: z.coerce.boolean().optional().default(false) })`,
      `const schema = Joi.object({ rejectUnauthorized: Joi.boolean().default(false) })`,
      `const env = cleanEnv(process.env, { VERIFY_SSL: bool({ default: false }) })`,
      `const config = convict({ rejectUnauthorized: { format: Boolean, default: false, env: 'REJECT' } })`,
    ],
    good: [
      `const schema = z.object({ rejectUnauthorized: z.boolean().default(true) })`,
      `const schema = z.object({ skipSslVerify: z.boolean().default(false) })`,
      `const schema = { properties: { rejectUnauthorized: { type: 'boolean', default: false } } }`,
      `const config = convict({ rejectUnauthorized: { format: Boolean, default: true, env: 'REJECT' } })`,
    ],
  },
  'ambiguous options that a known thing gets later': {
    messageId: 'cleartextOption',
    bad: [`import AWS from 'aws-sdk'; AWS.config.sslEnabled = false`],
    good: [`import AWS from 'aws-sdk'; AWS.config.sslEnabled = true`, `settings.sslEnabled = false`],
  },
  'proxies by their place': {
    messageId: 'verificationOff',
    bad: [
      `export default { '/api': { target: process.env.BACKEND, secure: false } }`,
      `module.exports = { devServer: { proxy: { api: { target: process.env.BACKEND, secure: false } } } }`,
    ],
    good: [`export default { menu: { target: '_blank', secure: false } }`],
  },
  'variables of an environment, however they are set': {
    messageId: 'verificationOffInEnvironment',
    bad: [
      `Reflect.set(process.env, 'NODE_TLS_REJECT_UNAUTHORIZED', '0')`,
      `_.set(process.env, 'NODE_TLS_REJECT_UNAUTHORIZED', 0)`,
      `const pod = { containers: [{ env: [{ name: 'NODE_TLS_REJECT_UNAUTHORIZED', value: '0' }] }] }`,
    ],
    good: [
      `Reflect.set(process.env, 'NODE_TLS_REJECT_UNAUTHORIZED', '1')`,
      `const pod = { containers: [{ env: [{ name: 'NODE_TLS_REJECT_UNAUTHORIZED', value: '1' }] }] }`,
      `const row = { name: 'retries', value: '0' }`,
    ],
  },
  'commands in parts': {
    messageId: 'verificationOffByCommand',
    bad: [
      `const args = ['-s']; args.push('-k'); spawn('curl', args)`,
      `new Deno.Command('curl', { args: ['-k', url] })`,
      `Bun.spawn({ cmd: ['curl', '-k', url] })`,
      `exec(['curl', '-k', url].join(' '))`,
      `simpleGit().addConfig('http.sslVerify', 'false')`,
      `await git.raw(['-c', 'http.sslVerify=false', 'clone', url])`,
      `const scripts = { deploy: 'curl -k https://deploy.acme.io/hook' }`,
      `const capabilities = { 'goog:chromeOptions': { args: ['ignore-certificate-errors'] } }`,
      `on('before:browser:launch', (browser, launch) => { launch.args.push('--ignore-certificate-errors') })`,
      `fs.writeFileSync('.npmrc', 'registry=https://npm.acme.io\\nstrict-ssl=false\\n')`,
    ],
    good: [
      `const args = ['-s']; args.push('-L'); spawn('curl', args)`,
      `new Deno.Command('curl', { args: ['-L', url] })`,
      `simpleGit().addConfig('http.sslVerify', 'true')`,
      `const words = ['ignore-certificate-errors']`,
      `const notes = { deploy: 'curl -k https://deploy.acme.io/hook' }`,
      `help.push('--ignore-certificate-errors')`,
      `fs.writeFileSync('.npmrc', 'strict-ssl=true\\n')`,
    ],
  },
  'switches of Node in objects': {
    messageId: 'legacyByCommand',
    bad: [
      `module.exports = { apps: [{ script: 'x.js', node_args: '--tls-min-v1.0' }] }`,
      `module.exports = { apps: [{ script: 'x.js', node_args: '--inspect --tls-min-v1.1' }] }`,
    ],
    good: [`module.exports = { apps: [{ script: 'x.js', node_args: '--tls-min-v1.2' }] }`],
  },
  'ciphers for the whole process': {
    messageId: 'weakCipher',
    bad: ['process.env.NODE_OPTIONS = `${process.env.NODE_OPTIONS} --tls-cipher-list=DEFAULT@SECLEVEL=0`'],
    good: ['process.env.NODE_OPTIONS = `--tls-cipher-list=HIGH:!aNULL`'],
  },
  'what a command fetches': {
    messageId: 'cleartextAddress',
    bad: [
      `execSync('curl -fsSL http://get.acme.io/install.sh | sh')`,
      `spawn('wget', ['-q', 'http://get.acme.io/tool.tgz'])`,
      `await $\`git clone http://git.acme.io/x.git\``,
    ],
    good: [
      `execSync('curl -fsSL https://get.acme.io/install.sh | sh')`,
      `execSync('curl http://localhost:3000/health')`,
      `execSync('echo http://get.acme.io')`,
    ],
  },
  'a peer that other code looks at': {
    messageId: 'verificationOff',
    bad: [
      `function a() { tls.connect({ host, rejectUnauthorized: false }) }
function b(socket) { if (!socket.authorized) socket.destroy() }`,
      `tls.connect({ host, rejectUnauthorized: false }); other.on('open', () => { if (!other.authorized) other.destroy() })`,
    ],
    good: [
      `const socket = tls.connect({ host, rejectUnauthorized: false })
socket.on('secureConnect', () => { if (!socket.authorized) socket.destroy() })`,
      `class Peer { open() { this.socket = tls.connect({ host, rejectUnauthorized: false }) } ready() { if (!this.socket.authorized) this.close() } }`,
      `const server = tls.createServer({ key, requestCert: true, rejectUnauthorized: false }, accept)
function accept(socket) { if (!socket.authorized) socket.destroy() }`,
    ],
  },
  'switches asked for by position': {
    messageId: 'unsafeByDefault',
    bad: [`if (process.argv.indexOf('--strict') === -1) options.rejectUnauthorized = false`],
    good: [
      `if (this.ssl === 'no-verify') this.ssl = { rejectUnauthorized: false }`,
      `if (process.argv.indexOf('--insecure') !== -1) options.rejectUnauthorized = false`,
    ],
  },
  'conninfo of a command': {
    messageId: 'cleartextParameter',
    bad: [`execSync('psql "host=db.acme.io sslmode=disable"')`],
    good: [
      `execSync('psql "host=localhost sslmode=disable"')`,
      `execSync('psql "host=db.acme.io sslmode=verify-full"')`,
    ],
  },
  'hooks that look and say nothing': {
    messageId: 'identityCheckOff',
    bad: [
      `tls.connect({ checkServerIdentity: (host, cert) => { tls.checkServerIdentity(host, cert); return undefined } })`,
      `new Client().connect({ host, hostVerifier: (key, verify) => verify(true) })`,
      `Git.Clone(url, dir, { fetchOpts: { callbacks: { certificateCheck: () => 0 } } })`,
    ],
    good: [
      `tls.connect({ checkServerIdentity: (host, cert) => tls.checkServerIdentity(host, cert) })`,
      `new Client().connect({ host, hostVerifier: (key, verify) => verify(key === known) })`,
    ],
  },
  'old protocols of clouds': {
    messageId: 'oldProtocol',
    bad: [
      `balancer.addListener('x', { sslPolicy: SslPolicy.LEGACY })`,
      `balancer.addListener('x', { sslPolicy: SslPolicy.FORWARD_SECRECY })`,
      `balancer.addListener('x', { sslPolicy: SslPolicy.TLS13_10 })`,
      `https.createServer({ secureProtocol: 'DTLSv1_client_method' })`,
      `const client = { host: 'x', protocol: 'TLSv1' }`,
      `tls.DEFAULT_MIN_VERSION = process.env.NEW_PEERS ? 'TLSv1.2' : 'TLSv1'`,
      `Object.defineProperty(tls, 'DEFAULT_MIN_VERSION', { value: 'TLSv1' })`,
      `Reflect.set(tls, 'DEFAULT_MAX_VERSION', 'TLSv1.1')`,
    ],
    good: [
      `balancer.addListener('x', { sslPolicy: SslPolicy.RECOMMENDED_TLS })`,
      `const mode = { protocol: Mode.LEGACY }`,
      `tls.DEFAULT_MIN_VERSION = process.env.OLD_PEERS ? 'TLSv1' : 'TLSv1.2'`,
      `const session = { version: 'TLSv1', name: 'x' }`,
    ],
  },
  'flags of OpenSSL as numbers': {
    messageId: 'legacyRenegotiation',
    bad: [`new Agent({ secureOptions: 1 << 18 })`, `const A = 1; new Agent({ secureOptions: A | 1 << 2 })`],
    good: [`new Agent({ secureOptions: 1 << 24 })`],
  },
  'flags of OpenSSL that are chosen': {
    messageId: 'legacyRenegotiation',
    bad: [
      `new Agent({ secureOptions: old ? constants.SSL_OP_LEGACY_SERVER_CONNECT : 0 })`,
      `const { SSL_OP_LEGACY_SERVER_CONNECT: legacy } = constants; new Agent({ secureOptions: legacy | 0 })`,
      `const flags = host.startsWith('old') ? constants.SSL_OP_LEGACY_SERVER_CONNECT : 0; new Agent({ secureOptions: flags })`,
    ],
    good: [
      `new Agent({ secureOptions: isDev ? constants.SSL_OP_LEGACY_SERVER_CONNECT : 0 })`,
      `const flags = old ? constants.SSL_OP_LEGACY_SERVER_CONNECT : 0; if (!old) new Agent({ secureOptions: flags })`,
    ],
  },
  'connection strings': {
    messageId: 'unverifiedParameter',
    bad: [
      'sql.connect(`Server=tcp:${host},1433;Database=d;TrustServerCertificate=true`)',
      `export const url = 'mysql://u@db.acme.io/app?ssl={"rejectUnauthorized":false}'`,
    ],
    good: [
      `sql.connect('Server=tcp:localhost,1433;Database=d;TrustServerCertificate=true')`,
      `export const url = 'mysql://u@db.acme.io/app?ssl={"rejectUnauthorized":true}'`,
    ],
  },
  'addresses that something goes to': {
    messageId: 'cleartextAddress',
    bad: [
      `const url = process.env.API_URL ?? 'http://api.acme.io'`,
      `const url = config.get('API_URL') || 'http://api.acme.io'`,
      `const config = { services: { users: { url: 'http://users.acme.io' } } }`,
      `const ENDPOINTS = { users: 'http://users.acme.io' }`,
      `const apis = ['https://a.acme.io', 'http://b.acme.io']`,
      `const proxies = { '/api': { target: 'http://api.acme.io', changeOrigin: true } }`,
      `fetch(new URL('/users', 'http://api.acme.io'))`,
      `downloadFile('http://files.acme.io/tool.zip', folder)`,
      `class Users { list() { return this.http.get('http://api.acme.io/users') } }`,
      `const users = () => useSWR('http://api.acme.io/users', fetcher)`,
      `const base = isHere ? 'http://localhost:3000' : 'http://api.acme.io'`,
      `fetch('http://api.acme.io'.concat(path))`,
      `fetch(['http://api.acme.io', 'users'].join('/'))`,
      `class Users { url = 'http://api.acme.io/users' }`,
      `const session = { success_url: 'http://shop.acme.io/done' }`,
      `updater.setFeedURL({ url: 'http://updates.acme.io' })`,
      `const allowedOrigins = new Set(['http://app.acme.io'])`,
      `response.setHeader('Access-Control-Allow-Origin', 'http://app.acme.io')`,
      `const client = new OrdersClient('http://orders.acme.io')`,
      `const links = [httpBatchLink({ url: 'http://api.acme.io/trpc' })]`,
      `const env = cleanEnv(process.env, { API_URL: url({ default: 'http://api.acme.io' }) })`,
      `program.option('--api-url <url>', 'where to', 'http://api.acme.io')`,
      `page.goto('http://shop.acme.io')`,
      `script.setAttribute('src', 'http://cdn.acme.io/x.js')`,
      `window.open('http://www.acme.io/login')`,
      `window.location.href = 'http://www.acme.io/login'`,
      `location = 'http://www.acme.io/login'`,
      `new Worker('http://cdn.acme.io/worker.js')`,
      `import x from 'http://deno.acme.io/x.ts'`,
      `const plugin = await import('http://cdn.acme.io/x.js')`,
      `const options = { urls: ['amqp://queue.acme.io:5672'] }`,
      `ldap.createClient({ url: ['ldap://directory.acme.io'] }); import ldap from 'ldapjs'`,
    ],
    good: [
      `const url = process.env.API_URL ?? 'http://localhost:3000'`,
      `const home = process.env.HOME_TITLE ?? 'http://acme.io'`,
      `const config = { links: { about: { url: 'http://acme.io/about' } } }`,
      `const page = { target: 'http://acme.io/next' }`,
      `const { pathname } = new URL(request.url, 'http://any.acme.io')`,
      `const url = new URL(request.url, 'http://any.acme.io'); route(url.pathname, url.searchParams)`,
      `cache.get('http://acme.io/key')`,
      `const endpoint = new URL('http://acme.io/not-set')`,
      `link.setAttribute('title', 'http://acme.io')`,
      `expect(urls).toEqual(['amqp://queue.acme.io'])`,
      `if (url === 'ws://socket.acme.io') open()`,
    ],
  },
}

describe.each(Object.entries(CASES))('%s', (_title, { bad, good, messageId }) => {
  it.each(bad)('reports %s', (code) => {
    expect(lintText(noInsecureTls, code).map((message) => message.messageId)).toEqual([messageId])
  })
  it.each(good)('silent on %s', (code) => {
    expect(lintText(noInsecureTls, code)).toEqual([])
  })
})

it('reads the size of keys in the source', async () => {
  const { generateKeyPairSync } = await import('node:crypto')
  const pem = (modulusLength: number) =>
    generateKeyPairSync('rsa', { modulusLength }).publicKey.export({ format: 'pem', type: 'spki' }).toString()
  for (const [bits, expected] of [
    [1024, ['weakKey']],
    [2048, []],
  ] as const)
    expect(lintText(noInsecureTls, `const key = \`${pem(bits)}\``).map((message) => message.messageId)).toEqual(
      expected,
    )
})
