import { describe, expect, it } from 'vitest'
import { urlParameters, type UrlParameterRow } from '../catalogs/url-parameters.js'
import { insecureParameters } from './connection-string.js'
import { DYNAMIC, parseAddress } from './hosts.js'
import { isIdentifierUrl } from './identifier-url.js'

const ids = (text: string) => insecureParameters(text).map((found) => found.row.id)

describe('insecureParameters', () => {
  it.each([
    ['postgres://u@db.acme.io/x?sslmode=disable', ['pg.sslmode.cleartext']],
    ['postgresql://u@db.acme.io/x?a=1&sslmode=no-verify', ['pg.sslmode.no-verify']],
    ['postgres://u@db.acme.io/x?ssl=false', ['pg.ssl']],
    ['mysql://u@db.acme.io/x?sslaccept=accept_invalid_certs', ['prisma.sslaccept']],
    ['mongodb://db.acme.io/?tls=false', ['mongodb.tls']],
    ['mongodb+srv://db.acme.io/?tlsAllowInvalidCertificates=true', ['mongodb.tlsAllowInvalidCertificates']],
    ['sqlserver://db.acme.io:1433;database=x;encrypt=false', ['mssql.encrypt']],
    ['sqlserver://db.acme.io:1433;encrypt=true;trustServerCertificate=true', ['mssql.trustServerCertificate']],
    [
      'Server=db.acme.io;Database=x;Encrypt=False;TrustServerCertificate=True',
      ['mssql.encrypt', 'mssql.trustServerCertificate'],
    ],
    ['jdbc:sqlserver://db.acme.io;encrypt=false', ['mssql.encrypt']],
    ['host=db.acme.io user=x sslmode=disable', ['pg.sslmode.cleartext']],
    ['mysql://u@db.acme.io/x?ssl={"rejectUnauthorized": false}', ['mysql2.ssl']],
    ['mysql://u@db.acme.io/x?ssl=%7B%22rejectUnauthorized%22%3Afalse%7D', ['mysql2.ssl']],
    ['smtps://u@mail.acme.io/?tls.rejectUnauthorized=false', ['nodemailer.tls.rejectUnauthorized']],
    ['(DESCRIPTION=(ADDRESS=(HOST=db.acme.io))(SECURITY=(SSL_SERVER_DN_MATCH=no)))', ['oracle.ssl_server_dn_match']],
    ['?sslmode=no-verify', ['pg.sslmode.no-verify']],
    [`${DYNAMIC}?sslmode=disable`, ['pg.sslmode.cleartext']],
    [`postgres://${DYNAMIC}:${DYNAMIC}@${DYNAMIC}/x?sslmode=disable`, ['pg.sslmode.cleartext']],
  ])('%s', (text, expected) => {
    expect(ids(text)).toEqual(expected)
  })

  it.each([
    'postgres://u@db.acme.io/x?sslmode=require',
    'postgres://u@db.acme.io/x?sslmode=verify-full',
    'https://acme.io/?ssl=false',
    'set sslmode=disable to turn encryption off',
    'mongodb://db.acme.io/?tls=true',
    'mysql://u@db.acme.io/x?ssl={"rejectUnauthorized":true}',
    'mysql://u@db.acme.io/x?ssl=%7B%22rejectUnauthorized%22%3Afal%E0%A4%A7%7D',
    'sslmode=disable',
    '?ssl=false',
    '',
  ])('silent: %s', (text) => {
    expect(ids(text)).toEqual([])
  })
})

describe('every row of url-parameters', () => {
  it('has its own id', () => {
    expect(new Set(urlParameters.map((row) => row.id)).size).toBe(urlParameters.length)
  })

  it.each(urlParameters.map((row) => [row.id, row as UrlParameterRow] as const))(
    '%s: each unsafe value is found under each scheme',
    (id, row) => {
      expect(row.source).toMatch(/^https:\/\//)
      for (const scheme of row.schemes) {
        for (const value of row.unsafe) {
          const text = (word: string) =>
            scheme === 'ado'
              ? `Server=db.acme.io;${row.name}=${word}`
              : `${scheme}://db.acme.io/x?a=1&${row.name}=${word}`
          expect(ids(text(value))).toContain(id)
          expect(ids(text('other'))).toEqual([])
        }
      }
    },
  )
})

describe('isIdentifierUrl', () => {
  it.each([
    'http://www.w3.org/2000/svg',
    'http://schemas.xmlsoap.org/soap/envelope/',
    'http://json-schema.org/draft-07/schema#',
    'http://schema.org/Person',
    'http://terminology.hl7.org/CodeSystem/v3',
    'http://www.apache.org/licenses/LICENSE-2.0',
    'http://timestamp.digicert.com',
    'http://ocsp.acme.io',
    'http://acme.io/xmlns/order',
    'http://acme.io/order.xsd',
    'http://connectivitycheck.gstatic.com/generate_204',
  ])('%s names something', (text) => {
    expect(isIdentifierUrl(parseAddress(text)!)).toBe(true)
  })

  it.each(['http://api.acme.io/v1', 'http://www.apache.org/download', 'http://acme.io/answers', 'http://acme.io/'])(
    '%s is connected to',
    (text) => {
      expect(isIdentifierUrl(parseAddress(text)!)).toBe(false)
    },
  )
})
