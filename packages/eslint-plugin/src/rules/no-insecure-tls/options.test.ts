/** Each option changes what is reported, and nothing else. */
import { expect, it } from 'vitest'
import { lintText } from '../../test/lint-text.js'
import { noInsecureTls } from './rule.js'

const reports = (code: string, options: object = {}) =>
  lintText(noInsecureTls, code, { options }).map(({ messageId }) => messageId)

it('allowHosts: hosts that may be reached without TLS', () => {
  const code = `fetch('http://legacy.acme.io/feed'); fetch('http://acme.io/feed')`
  expect(reports(code)).toHaveLength(2)
  expect(reports(code, { allowHosts: ['legacy.acme.io'] })).toHaveLength(1)
  expect(reports(code, { allowHosts: ['*.acme.io'] })).toHaveLength(1)
  expect(reports(code, { allowHosts: ['*.acme.io', 'acme.io'] })).toEqual([])
  expect(reports(`fetch('http://legacyacme.io')`, { allowHosts: ['*.acme.io'] })).toHaveLength(1)
  expect(
    reports(`http.get({ hostname: 'legacy.acme.io' }); import http from 'http'`, { allowHosts: ['legacy.acme.io'] }),
  ).toEqual([])
  expect(reports(`exec('curl http://legacy.acme.io/x')`, { allowHosts: ['legacy.acme.io'] })).toEqual([])
})

it('cleartext: which addresses are reported', () => {
  const connected = `fetch('http://api.acme.io')`
  const unknown = `const list = ['http://api.acme.io']`
  expect([connected, unknown].map((code) => reports(code, { cleartext: 'off' }))).toEqual([[], []])
  expect([connected, unknown].map((code) => reports(code))).toEqual([['cleartextAddress'], []])
  expect([connected, unknown].map((code) => reports(code, { cleartext: 'all' }))).toEqual([
    ['cleartextAddress'],
    ['cleartextAddress'],
  ])
  expect(reports(`exec('curl http://api.acme.io/x')`, { cleartext: 'off' })).toEqual([])
  expect(reports(`import http from 'http'; http.get({ hostname: 'api.acme.io' })`, { cleartext: 'off' })).toEqual([])
  expect(reports(`new Pool({ ssl: { rejectUnauthorized: false } })`, { cleartext: 'off' })).toEqual(['verificationOff'])
})

it('developmentGuards: expressions that say "not in production"', () => {
  const code = `if (flags.sandbox) https.globalAgent.options.rejectUnauthorized = false`
  expect(reports(code)).toEqual(['verificationOff'])
  expect(reports(code, { developmentGuards: ['flags.sandbox'] })).toEqual([])
  expect(reports(code.replace('flags', '!flags'), { developmentGuards: ['flags.sandbox'] })).toEqual([
    'verificationOff',
  ])
  expect(
    reports(`new Agent({ rejectUnauthorized: !flags.sandbox })`, { developmentGuards: ['flags.sandbox'] }),
  ).toEqual([])
})

it('clients: own rows, by call', () => {
  const clients = [{ call: '@acme/client#connect', option: 'checkPeer', unsafe: [false, 'never'] }]
  const code = (value: string) => `import { connect } from '@acme/client'; connect({ checkPeer: ${value} })`
  expect(reports(code('false'))).toEqual([])
  expect(reports(code('false'), { clients })).toEqual(['verificationOff'])
  expect(reports(code(`'never'`), { clients })).toEqual(['verificationOff'])
  expect(reports(code('true'), { clients })).toEqual([])
  expect(reports(`other({ checkPeer: false })`, { clients })).toEqual([])
  expect(
    reports(`import { connect } from '@acme/client'; const settings = { checkPeer: false }; connect({ ...settings })`, {
      clients,
    }),
  ).toEqual(['verificationOff'])
})

it('clients: own rows, by name alone', () => {
  const clients = [{ option: 'checkPeer', unsafe: [false] }]
  expect(reports(`other({ checkPeer: false })`, { clients })).toEqual(['verificationOff'])
  expect(reports(`class A { checkPeer = false }`, { clients })).toEqual(['verificationOff'])
  expect(reports(`other({ checkPeer: true })`, { clients })).toEqual([])
})

it('minVersion: the lowest version that is accepted', () => {
  const code = (version: string) => `https.createServer({ minVersion: '${version}' })`
  expect(reports(code('TLSv1.1'))).toEqual(['oldProtocol'])
  expect(reports(code('TLSv1.2'))).toEqual([])
  expect(reports(code('TLSv1.2'), { minVersion: 'TLSv1.3' })).toEqual(['oldProtocol'])
  expect(reports(code('TLSv1.3'), { minVersion: 'TLSv1.3' })).toEqual([])
  const [fixed] = lintText(noInsecureTls, code('TLSv1.1'), { options: { minVersion: 'TLSv1.3' } })
  expect(fixed?.fix?.text).toBe(`'TLSv1.3'`)
})

it('strict: coverage for noise', () => {
  const codes = [
    `const list = ['http://api.acme.io']`,
    `import http from 'http'; http.createServer(app).listen(80)`,
    `import helmet from 'helmet'; helmet({ hsts: false })`,
    `res.setHeader('Strict-Transport-Security', 'max-age=0')`,
    `import session from 'express-session'; session({ cookie: { secure: false } })`,
    `res.redirect('http://www.acme.io/login')`,
    `new Agent({ rejectUnauthorized: process.env.INSECURE !== '1' })`,
    `const tls = process.env.ALLOW_SELF_SIGNED === 'true' ? { rejectUnauthorized: false } : undefined`,
    `tls.createServer({ ciphers: 'HIGH:!aNULL', honorCipherOrder: false })`,
    `const url = 'redis://cache.acme.io'`,
    `const url = 'mongodb://db.acme.io/shop'`,
    `import nodemailer from 'nodemailer'; nodemailer.createTransport({ host, secure: false })`,
  ]
  for (const code of codes) {
    expect(reports(code), code).toEqual([])
    expect(reports(code, { strict: true }), code).toHaveLength(1)
  }
})
