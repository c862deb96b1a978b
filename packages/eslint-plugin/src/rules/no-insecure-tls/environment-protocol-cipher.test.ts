import { ruleTester } from '../../test/rule-tester.js'
import { noInsecureTls } from './rule.js'

ruleTester().run('no-insecure-tls: environment-protocol-cipher', noInsecureTls, {
  valid: [
    `process.env.NODE_TLS_REJECT_UNAUTHORIZED = '1'`,
    `if (process.env.NODE_TLS_REJECT_UNAUTHORIZED === '0') console.warn('do not set NODE_TLS_REJECT_UNAUTHORIZED=0')`,
    `execSync('curl -k https://localhost:3000')`,
    `process.env.NODE_TLS_REJECT_UNAUTHORIZED = process.env.X ? '0' : '1'`,
    `process.env.NODE_TLS_REJECT_UNAUTHORIZED = isDev ? '0' : '1'`,
    `console.log('run curl -k https://x.acme.io')`,
    `const help = 'Use curl -k to skip verification'`,
    'tls.connect({ checkServerIdentity: (h, c) => { const e = tls.checkServerIdentity(h, c); if (e) return e } })',
    `tls.connect({ checkServerIdentity: (h, c) => { if (c.fingerprint256 !== PIN) return new Error('x') } })`,
    'tls.connect({ checkServerIdentity: (h, c) => { verifyPin(c) } })',
    `tls.connect({ checkServerIdentity: (h, c) => { if (c.subject.CN !== h) throw new Error('x') } })`,
    `tls.createSecureContext({ minVersion: 'TLSv1.2', maxVersion: 'TLSv1.3', secureProtocol: 'TLS_method' })`,
    'https.createServer({ secureOptions: constants.SSL_OP_NO_SSLv3 | constants.SSL_OP_NO_TLSv1 | constants.SSL_OP_NO_TLSv1_1 })',
    `new cloudfront.Distribution(this, 'd', { minimumProtocolVersion: cloudfront.SecurityPolicyProtocol.TLS_V1_2_2021 })`,
    `const pkg = { minVersion: '1.0', version: 'v1', protocol: 'http' }`,
    `https.createServer({ ciphers: 'HIGH:!aNULL:!MD5:!RC4' })`,
    `const a = { ciphers: ['aes128-ctr', 'aes256-cbc'] }`,
    `crypto.generateKeyPairSync('rsa', { modulusLength: 4096 })`,
  ],
  invalid: [
    {
      code: `process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0'`,
      errors: [{ messageId: 'verificationOffInEnvironment', line: 1 }],
    },
    {
      code: `process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = 0`,
      errors: [{ messageId: 'verificationOffInEnvironment', line: 1 }],
    },
    {
      code: `Object.assign(process.env, { NODE_TLS_REJECT_UNAUTHORIZED: '0' })`,
      errors: [{ messageId: 'verificationOffInEnvironment', line: 1 }],
    },
    {
      code: `spawn('node', ['x.js'], { env: { ...process.env, NODE_TLS_REJECT_UNAUTHORIZED: '0' } })`,
      errors: [{ messageId: 'verificationOffInEnvironment', line: 1 }],
    },
    {
      code: `const { env } = process; env.NODE_TLS_REJECT_UNAUTHORIZED = '0'`,
      errors: [{ messageId: 'verificationOffInEnvironment', line: 1 }],
    },
    {
      code: 'const tpl = `PORT=3000\\nNODE_TLS_REJECT_UNAUTHORIZED=0\\nX=1`',
      errors: [{ messageId: 'verificationOffByCommand', line: 1 }],
    },
    {
      code: `docker.createContainer({ Env: ['A=1', 'NODE_TLS_REJECT_UNAUTHORIZED=0'] })`,
      errors: [{ messageId: 'verificationOffByCommand', line: 1 }],
    },
    {
      code: `module.exports = { apps: [{ name: 'x', script: 'x.js', env: { NODE_TLS_REJECT_UNAUTHORIZED: 0 } }] }`,
      errors: [{ messageId: 'verificationOffInEnvironment', line: 1 }],
    },
    { code: `fork('x.js', [], { execArgv: ['--tls-min-v1.0'] })`, errors: [{ messageId: 'legacyByCommand', line: 1 }] },
    {
      code: `spawn('x', [], { env: { NODE_OPTIONS: '--openssl-legacy-provider' } })`,
      errors: [{ messageId: 'legacyByCommand', line: 1 }],
    },
    { code: 'exec(`curl -k https://${host}/x`)', errors: [{ messageId: 'verificationOffByCommand', line: 1 }] },
    {
      code: `execSync('curl --insecure https://api.acme.io')`,
      errors: [{ messageId: 'verificationOffByCommand', line: 1 }],
    },
    { code: `spawn('curl', ['-s', '-k', url])`, errors: [{ messageId: 'verificationOffByCommand', line: 1 }] },
    {
      code: `const args = ['-k', url]
execFile('curl', args, cb)`,
      errors: [{ messageId: 'verificationOffByCommand', line: 2 }],
    },
    { code: 'await $`curl -k ${url}`', errors: [{ messageId: 'verificationOffByCommand', line: 1 }] },
    {
      code: `await execa('wget', ['--no-check-certificate', url])`,
      errors: [{ messageId: 'verificationOffByCommand', line: 1 }],
    },
    {
      code: `execSync('git -c http.sslVerify=false clone https://git.acme.io/x.git')`,
      errors: [{ messageId: 'verificationOffByCommand', line: 1 }],
    },
    { code: `execSync('npm set strict-ssl false')`, errors: [{ messageId: 'verificationOffByCommand', line: 1 }] },
    { code: 'const cmd = `curl -k ${url}`', errors: [{ messageId: 'verificationOffByCommand', line: 1 }] },
    {
      code: `Deno.env.set('NODE_TLS_REJECT_UNAUTHORIZED', '0')`,
      errors: [{ messageId: 'verificationOffInEnvironment', line: 1 }],
    },
    {
      code: 'tls.connect({ host, checkServerIdentity: () => undefined })',
      output: 'tls.connect({ host })',
      errors: [{ messageId: 'identityCheckOff', line: 1 }],
    },
    {
      code: 'tls.connect({ host, checkServerIdentity() {} })',
      output: 'tls.connect({ host })',
      errors: [{ messageId: 'identityCheckOff', line: 1 }],
    },
    {
      code: 'tls.connect({ host, checkServerIdentity: () => true })',
      output: 'tls.connect({ host })',
      errors: [{ messageId: 'identityCheckOff', line: 1 }],
    },
    {
      code: `const ok = () => {}
tls.connect({ host, checkServerIdentity: ok })`,
      errors: [{ messageId: 'identityCheckOff', line: 2 }],
    },
    {
      code: `function ok(host, cert) { console.log(host); return undefined }
tls.connect({ host, checkServerIdentity: ok.bind(null) })`,
      errors: [{ messageId: 'identityCheckOff', line: 2 }],
    },
    { code: 'tls.checkServerIdentity = () => null', errors: [{ messageId: 'identityCheckOff', line: 1 }] },
    {
      code: `import { noop } from 'lodash'
tls.connect({ host, checkServerIdentity: noop })`,
      errors: [{ messageId: 'identityCheckOff', line: 2 }],
    },
    {
      code: 'class X { checkServerIdentity() { return undefined } }',
      errors: [{ messageId: 'identityCheckOff', line: 1 }],
    },
    {
      code: `https.createServer({ secureProtocol: 'TLSv1_method' })`,
      errors: [
        {
          messageId: 'oldProtocol',
          line: 1,
          suggestions: [{ messageId: 'useVersion', output: `https.createServer({ minVersion: 'TLSv1.2' })` }],
        },
      ],
    },
    {
      code: `https.createServer({ secureProtocol: 'SSLv3_method' })`,
      errors: [
        {
          messageId: 'oldProtocol',
          line: 1,
          suggestions: [{ messageId: 'useVersion', output: `https.createServer({ minVersion: 'TLSv1.2' })` }],
        },
      ],
    },
    {
      code: `tls.createSecureContext({ minVersion: 'TLSv1' })`,
      output: `tls.createSecureContext({ minVersion: 'TLSv1.2' })`,
      errors: [{ messageId: 'oldProtocol', line: 1 }],
    },
    {
      code: `tls.createSecureContext({ minVersion: 'TLSv1.1' })`,
      output: `tls.createSecureContext({ minVersion: 'TLSv1.2' })`,
      errors: [{ messageId: 'oldProtocol', line: 1 }],
    },
    {
      code: `tls.createSecureContext({ maxVersion: 'TLSv1.1' })`,
      output: `tls.createSecureContext({ maxVersion: 'TLSv1.2' })`,
      errors: [{ messageId: 'oldProtocol', line: 1 }],
    },
    {
      code: `tls.DEFAULT_MIN_VERSION = 'TLSv1'`,
      output: `tls.DEFAULT_MIN_VERSION = 'TLSv1.2'`,
      errors: [{ messageId: 'oldProtocol', line: 1 }],
    },
    {
      code: `tls.DEFAULT_MAX_VERSION = 'TLSv1.1'`,
      output: `tls.DEFAULT_MAX_VERSION = 'TLSv1.2'`,
      errors: [{ messageId: 'oldProtocol', line: 1 }],
    },
    {
      code: 'https.createServer({ secureOptions: constants.SSL_OP_NO_TLSv1_2 | constants.SSL_OP_NO_TLSv1_3 })',
      errors: [{ messageId: 'newProtocolsOff', line: 1 }],
    },
    {
      code: 'new https.Agent({ secureOptions: crypto.constants.SSL_OP_LEGACY_SERVER_CONNECT })',
      errors: [{ messageId: 'legacyRenegotiation', line: 1 }],
    },
    {
      code: `const secureOptions = crypto.constants.SSL_OP_ALLOW_UNSAFE_LEGACY_RENEGOTIATION
new https.Agent({ secureOptions })`,
      errors: [{ messageId: 'legacyRenegotiation', line: 2 }],
    },
    { code: 'new https.Agent({ secureOptions: 0x4 })', errors: [{ messageId: 'legacyRenegotiation', line: 1 }] },
    {
      code: `new cloudfront.Distribution(this, 'd', { minimumProtocolVersion: cloudfront.SecurityPolicyProtocol.TLS_V1_2016 })`,
      errors: [{ messageId: 'oldProtocol', line: 1 }],
    },
    { code: `const d = { MinimumProtocolVersion: 'TLSv1.1_2016' }`, errors: [{ messageId: 'oldProtocol', line: 1 }] },
    {
      code: `new apigw.DomainName(this, 'd', { securityPolicy: apigw.SecurityPolicy.TLS_1_0 })`,
      errors: [{ messageId: 'oldProtocol', line: 1 }],
    },
    {
      code: `lb.addListener('x', { sslPolicy: 'ELBSecurityPolicy-2016-08' })`,
      errors: [{ messageId: 'oldProtocol', line: 1 }],
    },
    { code: `const s = new Storage({ minTlsVersion: '1.0' })`, errors: [{ messageId: 'oldProtocol', line: 1 }] },
    {
      code: `const v = 'TLSv1'
tls.connect({ minVersion: v })`,
      errors: [{ messageId: 'oldProtocol', line: 2 }],
    },
    {
      code: `https.createServer({ ciphers: 'RC4-SHA:HIGH' })`,
      errors: [
        {
          messageId: 'weakCipher',
          line: 1,
          suggestions: [{ messageId: 'removeToken', output: `https.createServer({ ciphers: 'HIGH' })` }],
        },
      ],
    },
    { code: `https.createServer({ ciphers: 'DEFAULT@SECLEVEL=0' })`, errors: [{ messageId: 'weakCipher', line: 1 }] },
    {
      code: `https.createServer({ ciphers: ['ECDHE-RSA-AES128-GCM-SHA256', 'DES-CBC3-SHA'].join(':') })`,
      errors: [{ messageId: 'weakCipher', line: 1 }],
    },
    {
      code: `const CIPHERS = 'ALL:NULL'
tls.connect({ ciphers: CIPHERS })`,
      errors: [{ messageId: 'weakCipher', line: 2 }],
    },
    {
      code: `tls.DEFAULT_CIPHERS += ':RC4'`,
      errors: [
        {
          messageId: 'weakCipher',
          line: 1,
          suggestions: [{ messageId: 'removeToken', output: `tls.DEFAULT_CIPHERS += ''` }],
        },
      ],
    },
    { code: `https.createServer({ ecdhCurve: 'secp192k1' })`, errors: [{ messageId: 'weakGroup', line: 1 }] },
    {
      code: `https.createServer({ sigalgs: 'RSA+SHA1:RSA+SHA256' })`,
      errors: [{ messageId: 'weakSignature', line: 1 }],
    },
    { code: `crypto.generateKeyPairSync('rsa', { modulusLength: 1024 })`, errors: [{ messageId: 'weakKey', line: 1 }] },
    { code: 'crypto.createDiffieHellman(1024)', errors: [{ messageId: 'weakKey', line: 1 }] },
    { code: `crypto.getDiffieHellman('modp2')`, errors: [{ messageId: 'weakGroup', line: 1 }] },
    {
      code: `await crypto.subtle.generateKey({ name: 'RSA-OAEP', modulusLength: 1024, hash: 'SHA-256' }, true, ['encrypt'])`,
      errors: [{ messageId: 'weakKey', line: 1 }],
    },
    {
      code: `https.createServer({ ciphers: 'HIGH:!aNULL', honorCipherOrder: false })`,
      options: [{ strict: true }],
      errors: [{ messageId: 'cipherOrder', line: 1 }],
    },
  ],
})
