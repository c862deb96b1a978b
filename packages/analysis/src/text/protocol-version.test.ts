import { expect, it } from 'vitest'
import { protocolPolicies } from '../catalogs/protocol-versions.js'
import { protocolVersion } from './protocol-version.js'

it.each([
  ['TLSv1', 0],
  ['TLSv1.0', 0],
  ['TLSv1.1', 1],
  ['TLSv1.2', 2],
  ['TLSv1.3', 3],
  ['TLSv1_method', 0],
  ['TLSv1_1_method', 1],
  ['TLSv1_2_method', 2],
  ['TLSv1_server_method', 0],
  ['TLS_method', 0],
  ['DTLSv1_client_method', 0],
  ['DTLSv1_2_method', 2],
  ['SSLv3_method', -1],
  ['SSLv3', -1],
  ['SSLv2_method', -1],
  ['SSLv23_method', 0],
  ['TLS_1_0', 0],
  ['TLS1_0', 0],
  ['TLS10', 0],
  ['TLS12', 2],
  ['TLS_1_2', 2],
  ['TLS_V1_2016', 0],
  ['TLSv1_2016', 0],
  ['TLSv1.1_2016', 1],
  ['TLS_V1_2_2021', 2],
  ['TLSv1.2_2021', 2],
  ['tls1.1', 1],
])('%s allows TLS 1.%i', (text, minor) => {
  expect(protocolVersion(text)?.minor).toBe(minor)
})

it.each(['1.0', 'v1', 'HTTP/1.1', 'TLS', 'tls-options', 'TLSv2', '', 'sslCert'])(
  '%s is no protocol version',
  (text) => {
    expect(protocolVersion(text)).toBeUndefined()
  },
)

it('takes bare numbers where the name says what they are', () => {
  expect([
    protocolVersion('1.0', true)?.minor,
    protocolVersion('1.2', true)?.minor,
    protocolVersion('2.0', true),
  ]).toEqual([0, 2, undefined])
})

it.each(protocolPolicies.map((row) => [row.name, row] as const))(
  '%s is known, and its neighbour is not',
  (name, row) => {
    expect(protocolVersion(name)?.minor).toBe(row.minor)
    expect(protocolVersion(`${name}-x`)).toBeUndefined()
    expect(row.source).toMatch(/^https:\/\//)
  },
)
