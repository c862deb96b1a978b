import json from '@eslint/json'
import { Linter } from 'eslint'
import { describe, expect, it } from 'vitest'
import { noInsecureTls } from './rule.js'

function reports(code: string, filename = 'package.json'): string[] {
  const messages = new Linter({ configType: 'flat' }).verify(
    code,
    [
      {
        files: ['**/*.json'],
        language: 'json/json',
        plugins: { json: json as never, palisade: { rules: { 'no-insecure-tls': noInsecureTls as never } } },
        rules: { 'palisade/no-insecure-tls': 'error' },
      },
    ],
    { filename },
  )
  return messages.map(({ line, messageId, message }) => `${line} ${messageId ?? message}`)
}

const scripts = (script: string) => `{\n  "scripts": {\n    "start": ${JSON.stringify(script)}\n  }\n}\n`

describe('scripts of package.json', () => {
  it.each([
    ['NODE_TLS_REJECT_UNAUTHORIZED=0 node server.js', 'verificationOffByCommand'],
    ['cross-env NODE_TLS_REJECT_UNAUTHORIZED=0 PORT=3000 node server.js', 'verificationOffByCommand'],
    ['npm config set strict-ssl false && npm ci', 'verificationOffByCommand'],
    ['curl -k https://api.acme.io/health', 'verificationOffByCommand'],
    ['curl -k https://api.example.com/health', 'verificationOffByCommand'],
    ['NODE_OPTIONS=--openssl-legacy-provider react-scripts build', 'legacyByCommand'],
    ['node --tls-min-v1.0 server.js', 'legacyByCommand'],
  ])('%s', (script, messageId) => {
    expect(reports(scripts(script))).toEqual([`3 ${messageId}`])
  })

  it.each([
    'node server.js',
    'NODE_EXTRA_CA_CERTS=ca.pem node server.js',
    'curl -k https://localhost:3000/health',
    'wait-on http://localhost:3000 && jest',
    'NODE_TLS_REJECT_UNAUTHORIZED=1 node server.js',
  ])('silent: %s', (script) => {
    expect(reports(scripts(script))).toEqual([])
  })

  it('are the only JSON that is looked at', () => {
    expect(reports(scripts('NODE_TLS_REJECT_UNAUTHORIZED=0 node x'), 'other.json')).toEqual([])
    expect(reports('{ "name": "curl -k https://api.acme.io" }')).toEqual([])
    expect(reports('[]')).toEqual([])
  })
})
