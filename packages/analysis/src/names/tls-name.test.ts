import { describe, expect, it } from 'vitest'
import { isSecuritySwitchName, tlsSwitch } from './tls-name.js'

describe('tlsSwitch', () => {
  it.each([
    'sslVerify',
    'verifySSL',
    'verify_ssl',
    'VERIFY_TLS',
    'tlsVerify',
    'strictSSL',
    'strict-ssl',
    'validateSSL',
    'checkSslCertificate',
    'sslVerifyPeer',
    'sslCertificateValidation',
    'verifyTlsCertificates',
    'sslValidate',
  ])('%s is unsafe when false', (name) => {
    expect(tlsSwitch(name)?.unsafe).toBe(false)
  })

  it.each([
    'skipTLSVerify',
    'insecureSkipTLSVerify',
    'insecure-skip-tls-verify',
    'ignoreSslErrors',
    'ignoreHTTPSErrors',
    'allowSelfSignedCerts',
    'acceptInvalidCerts',
    'trustAllCertificates',
    'skipSslCertificateValidation',
    'disableSslVerification',
    'allowUnauthorizedCerts',
    'tlsInsecure',
    'acceptInsecureCerts',
    'noVerifySsl',
    'dangerouslyAcceptAnyCertificate',
    'ignoreCertificateErrors',
    'skipCertVerification',
    'SKIP_TLS_VERIFY',
  ])('%s is unsafe when true', (name) => {
    expect(tlsSwitch(name)?.unsafe).toBe(true)
  })

  it.each([
    'verify',
    'secure',
    'insecure',
    'ssl',
    'tls',
    'useSSL',
    'verifyCertificate',
    'certificateCount',
    'sslErrorMessage',
    'verifyEmail',
    'allowAll',
    'ignoreErrors',
    'certificateValidationStatus',
    'skipValidation',
    'httpsPort',
    'certificates',
    'isSslSupported',
    'tlsVersion',
    'strictMode',
    'requireSsl',
    'certificateId',
  ])('%s is no such switch', (name) => {
    expect(tlsSwitch(name)).toBeUndefined()
  })
})

it.each([
  ['ALLOW_SELF_SIGNED', true],
  ['insecure', true],
  ['STRICT_TLS', true],
  ['DATABASE_SSL', false],
  ['protocol', false],
])('%s chooses between safe and unsafe: %s', (name, expected) => {
  expect(isSecuritySwitchName(name)).toBe(expected)
})
