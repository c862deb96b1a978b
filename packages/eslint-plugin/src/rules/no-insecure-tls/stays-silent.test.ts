/** What the rule leaves alone, a class at a time, and what it would say if the class didn't hold. */
import { describe, expect, it } from 'vitest'
import { lintText } from '../../test/lint-text.js'
import { noInsecureTls } from './rule.js'

const reports = (code: string, filename?: string) =>
  lintText(noInsecureTls, code, { filename }).map(({ messageId }) => messageId)

/** A host that the rule doesn't take for remote. */
const address = (host: string) => `fetch('http://${host}/users')`

describe('hosts', () => {
  it.each([
    ['loopback', ['localhost', 'localhost:3000', 'app.localhost', '127.0.0.1', '127.8.8.8:80', '[::1]', '0.0.0.0']],
    ['link-local', ['169.254.169.254', '[fe80::1]']],
    ['*.local', ['printer.local', 'minikube.local:8080']],
    ['*.internal', ['metadata.google.internal', 'host.docker.internal']],
    ['*.test', ['shop.test']],
    ['*.example', ['shop.example']],
    ['the example.com family', ['example.com', 'api.example.org', 'example.net']],
    ['private ranges', ['10.0.0.7', '172.16.0.7', '192.168.1.7', '[fd00::1]']],
    ['single labels', ['backend', 'redis:6379']],
    ['what only a run knows', ['${host}']],
  ])('%s', (_class, hosts) => {
    for (const host of hosts) expect(reports(address(host).replaceAll("'", '`')), host).toEqual([])
    expect(reports(address('api.acme.io'))).toEqual(['cleartextAddress'])
  })

  it('private ranges and single labels, by an option', () => {
    for (const host of ['10.0.0.7', 'backend'])
      expect(lintText(noInsecureTls, address(host), { options: { privateHosts: true } })).toHaveLength(1)
  })

  it('local peers, where verification is switched off', () => {
    const connect = (host: string) => `https.get({ host: '${host}', rejectUnauthorized: false })`
    for (const host of ['localhost', '127.0.0.1', 'shop.test']) expect(reports(connect(host))).toEqual([])
    expect(reports(connect('api.acme.io'))).toEqual(['verificationOff'])
  })
})

describe('addresses that are no connections', () => {
  it.each([
    [
      'XML namespaces',
      `const namespace = 'http://www.acme.io/ns/order'; document.createElementNS('http://www.w3.org/2000/svg', 'g')`,
    ],
    ['xmlns', `const icon = <svg xmlns="http://www.acme.io/2000/svg" />`],
    [
      'schemas and specifications',
      `const schema = { $schema: 'http://json-schema.org/draft-07/schema#', $id: 'http://acme.io/order.json' }`,
    ],
    ['licences', `const info = { license: { name: 'MIT', url: 'http://acme.io/license' } }`],
    ['documentation', `const pkg = { homepage: 'http://acme.io', docsUrl: 'http://docs.acme.io' }`],
    ['links in text', `const text = 'Read more at http://docs.acme.io'; console.log('http://docs.acme.io')`],
    ['comparison', `if (url === 'http://api.acme.io' || url.startsWith('http://api.acme.io')) go()`],
    ['parsing', `const { hostname } = new URL('http://api.acme.io/users')`],
    ['replacement', `const safe = url.replace('http://', 'https://')`],
    ['patterns', String.raw`const isPlain = /^http:\/\/api\.acme\.io/.test(url)`],
    ['protocols', `if (location.protocol === 'http:') upgrade()`],
    ['comments', `// connects to http://api.acme.io\nrun() /* NODE_TLS_REJECT_UNAUTHORIZED=0 */`],
    [
      'texts for people',
      `throw new Error('Use https://api.acme.io, not http://api.acme.io'); toast('http://api.acme.io')`,
    ],
    ['types', `type Base = 'http://api.acme.io'`],
  ])('%s', (_class, code) => {
    expect(reports(code, 'src/page.tsx')).toEqual([])
  })

  it('test files', () => {
    expect(reports(address('api.acme.io'), 'src/users.test.ts')).toEqual([])
    expect(reports(address('api.acme.io'), 'src/users.ts')).toEqual(['cleartextAddress'])
  })
})

describe('development and tests', () => {
  const off = 'https.globalAgent.options.rejectUnauthorized = false'

  it.each([
    `process.env.NODE_ENV !== 'production'`,
    `process.env.NODE_ENV === 'development'`,
    `['development', 'test'].includes(process.env.NODE_ENV)`,
    `/^(dev|test)/.test(process.env.NODE_ENV)`,
    'isDev',
    'isDevelopment()',
    'import.meta.env.DEV',
    '!app.isPackaged',
    '!isProduction',
    '__DEV__',
  ])('if (%s)', (guard) => {
    expect(reports(`if (${guard}) ${off}`)).toEqual([])
    expect(reports(`if (${guard}) {} else ${off}`)).toEqual(['verificationOff'])
  })

  it('early returns', () => {
    expect(reports(`function relax() { if (process.env.NODE_ENV === 'production') return; ${off} }`)).toEqual([])
  })

  it('cases', () => {
    expect(reports(`switch (process.env.NODE_ENV) { case 'development': case 'test': ${off}; break }`)).toEqual([])
    expect(reports(`switch (process.env.NODE_ENV) { case 'production': ${off}; break }`)).toEqual(['verificationOff'])
  })

  it('values', () => {
    expect(reports(`new https.Agent({ rejectUnauthorized: process.env.NODE_ENV === 'production' })`)).toEqual([])
    expect(reports(`new https.Agent({ rejectUnauthorized: process.env.NODE_ENV !== 'production' })`)).toEqual([
      'verificationOff',
    ])
  })

  it('entries of a map of environments', () => {
    const config = (name: string) =>
      `export default { ${name}: { ssl: { rejectUnauthorized: false } }, production: {} }`
    expect(reports(config('development'))).toEqual([])
    expect(reports(config('staging'))).toEqual(['verificationOff'])
  })
})

describe('options', () => {
  it.each([
    [
      'of unrelated objects',
      `const view = { secure: false, verify: false, insecure: true, trust: 'all', encrypt: false }`,
    ],
    ['that are safe', `new https.Agent({ rejectUnauthorized: true })`],
    [
      'that are read',
      `if (options.rejectUnauthorized === false) warn(); const copy = { rejectUnauthorized: options.rejectUnauthorized }`,
    ],
    ['in types', `interface Options { rejectUnauthorized?: false; minVersion?: 'TLSv1' }`],
    ['in schemas', `const schema = { properties: { rejectUnauthorized: { type: 'boolean', default: false } } }`],
    ['in texts', `const labels = { rejectUnauthorized: 'Reject', skipTlsVerify: 'Skip verification' }`],
    ['that tests expect', `expect(agent.options).toEqual({ rejectUnauthorized: false })`],
  ])('%s', (_class, code) => {
    expect(reports(code)).toEqual([])
  })
})
