import { describe, expect, it } from 'vitest'
import { cipherSuites, weakGroups, weakSignatureHashes } from '../catalogs/cipher-suites.js'
import { looksLikeCipherString, weakCiphers, weakCurves, weakSignatures } from './cipher-string.js'

const ids = (text: string) => weakCiphers(text).map((finding) => finding.id)

describe('weakCiphers', () => {
  it.each([
    ['RC4', ['RC4']],
    ['ECDHE-RSA-RC4-SHA', ['RC4']],
    ['ECDHE-RSA-AES128-GCM-SHA256:RC4:HIGH', ['RC4']],
    ['NULL', ['NULL']],
    ['eNULL', ['NULL']],
    ['NULL-MD5', ['NULL', 'MD5']],
    ['aNULL', ['aNULL']],
    ['ADH-AES256-SHA', ['aNULL']],
    ['DES-CBC3-SHA', ['3DES']],
    ['ECDHE-RSA-DES-CBC3-SHA', ['3DES']],
    ['EDH-RSA-DES-CBC-SHA', ['DES']],
    ['EXP-RC4-MD5', ['EXPORT', 'RC4', 'MD5']],
    ['TLS_RSA_WITH_3DES_EDE_CBC_SHA', ['3DES']],
    ['TLS_RSA_WITH_RC4_128_MD5', ['RC4', 'MD5']],
    ['TLS_DH_anon_WITH_AES_128_CBC_SHA', ['aNULL']],
    ['kECDHE+RC4', ['RC4']],
    ['HIGH:MEDIUM:!aNULL:!MD5', ['RC4', 'IDEA', 'SEED']],
    ['ALL:LOW', ['LOW']],
    ['ALL:@SECLEVEL=0', ['SECLEVEL']],
    ['DEFAULT@SECLEVEL=0', ['SECLEVEL']],
    ['RC4:-RC4:RC4', ['RC4']],
    ['IDEA-CBC-SHA', ['IDEA']],
    ['SEED-SHA', ['SEED']],
    ['DES-CBC3-SHA:!DES', ['3DES']],
  ])('%s lets in %j', (text, expected) => {
    expect(ids(text)).toEqual(expected)
  })

  it.each([
    'HIGH',
    'HIGH:!aNULL:!MD5',
    'HIGH:!aNULL:!eNULL:!EXPORT:!DES:!RC4:!MD5:!PSK:!SRP:!CAMELLIA',
    'ECDHE-RSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES128-GCM-SHA256:!RC4:!3DES',
    'TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256',
    'RC4:!RC4',
    'RC4:-RC4',
    'HIGH:+RC4',
    'HIGH:MEDIUM:!MEDIUM',
    'NULL-MD5:!MD5',
    'DEFAULT@SECLEVEL=1',
    'ALL:@STRENGTH',
    'AES128-SHA',
    '',
  ])('%s is no weak list', (text) => {
    expect(ids(text)).toEqual([])
  })
})

describe('every row of cipher-suites', () => {
  it.each(cipherSuites.map((row) => [row.id, row] as const))(
    '%s: each group and component is found, and excluded',
    (id, row) => {
      for (const group of row.groups) {
        expect(ids(`HIGH:${group}`)).toContain(id)
        for (const name of row.excludedBy) expect(ids(`HIGH:${group}:!${name}`)).not.toContain(id)
      }
      for (const component of row.components) expect(ids(`ECDHE-RSA-${component}-SHA`)).toContain(id)
      expect(row.source).toMatch(/^https:\/\//)
    },
  )

  it.each(weakGroups.map((row) => [row.id, row] as const))('%s: each name is found in a list', (id, row) => {
    for (const name of row.names) expect(weakCurves(`X25519:${name}`).map((found) => found.id)).toEqual([id])
    expect(weakCurves('X25519:P-256:secp384r1')).toEqual([])
  })

  it.each(weakSignatureHashes.map((row) => [row.id, row] as const))('%s: each name is found in a list', (_id, row) => {
    for (const name of row.names) expect(weakSignatures(`RSA+SHA256:${name}`)).toEqual([name])
    expect(weakSignatures('RSA-PSS+SHA256:ECDSA+SHA384:ed25519')).toEqual([])
  })
})

it.each([
  ['HIGH:!aNULL', true],
  ['aes256-ctr', false],
  ['<ciphers>', false],
  ['', false],
])('%s looks like a cipher string: %s', (text, expected) => {
  expect(looksLikeCipherString(text)).toBe(expected)
})
