import { ruleTester } from '../../test/rule-tester.js'
import { noHardcodedSecrets } from './rule.js'

const crypto = (code: string) =>
  `import { createCipheriv, pbkdf2Sync, randomBytes, scryptSync } from 'node:crypto'\n${code}`
const options = [{ strict: true }] as const

ruleTester().run('no-hardcoded-secrets, vectors and salts in strict', noHardcodedSecrets, {
  valid: [
    { name: 'not in recommended', code: crypto(`createCipheriv('aes-256-cbc', key, '0123456789abcdef')`) },
    { name: 'random bytes', code: crypto(`createCipheriv('aes-256-gcm', key, randomBytes(12))`), options },
    {
      name: 'a vector that came along',
      code: crypto(`createCipheriv('aes-256-gcm', key, Buffer.from(iv, 'hex'))`),
      options,
    },
    {
      name: 'bytes that are filled',
      code: `const iv = new Uint8Array(12); crypto.getRandomValues(iv); crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, data)`,
      options,
    },
    {
      name: 'bytes that are filled after they were assigned',
      code: `let iv; if (given) iv = given; else { iv = new Uint8Array(16); globalThis.crypto.getRandomValues(iv) } crypto.subtle.encrypt({ name: 'AES-CTR', counter: iv, length: 64 }, key, data)`,
      options,
    },
    {
      name: 'the salt of HKDF, which may be the same each time',
      code: `crypto.subtle.deriveBits({ name: 'HKDF', salt: new Uint8Array(8), info, hash: 'SHA-256' }, key, 512)`,
      options,
    },
    { name: 'a salt of the user', code: crypto(`scryptSync(password, user.salt, 32)`), options },
    { name: 'another method of that name', code: `cipher.encrypt({ iv: 'fixed' }, key, data)`, options },
  ],
  invalid: [
    {
      name: 'a text',
      code: crypto(`createCipheriv('aes-256-cbc', key, '0123456789abcdef')`),
      options,
      errors: [{ messageId: 'constantNonce', data: { what: 'initialization vector' }, line: 2, column: 36 }],
    },
    {
      name: 'a text under a name',
      code: crypto(`const IV = '0123456789abcdef'; createCipheriv('aes-256-cbc', key, Buffer.from(IV))`),
      options,
      errors: [{ messageId: 'constantNonce', line: 2, column: 67 }],
    },
    {
      name: 'zeros',
      code: crypto(`const iv = Buffer.alloc(16, 0)\ncreateCipheriv('aes-256-cbc', key, iv)`),
      options,
      errors: [{ messageId: 'constantNonce', line: 3, column: 36 }],
    },
    {
      name: 'bytes that nobody filled',
      code: `crypto.subtle.encrypt({ name: 'AES-CBC', iv: new Uint8Array(16) }, key, data)`,
      options,
      errors: [{ messageId: 'constantNonce', line: 1, column: 46 }],
    },
    {
      name: 'bytes that are written',
      code: `crypto.subtle.deriveBits({ name: 'PBKDF2', salt: new Uint8Array([1, 2, 3]) }, key, 256)`,
      options,
      errors: [{ messageId: 'constantNonce', data: { what: 'salt' }, line: 1, column: 50 }],
    },
    {
      name: 'a salt',
      code: crypto(`scryptSync(password, 'salt', 32); pbkdf2Sync(password, 'salt', 1, 32, 'sha256')`),
      options,
      errors: [
        { messageId: 'constantNonce', line: 2, column: 22 },
        { messageId: 'constantNonce', line: 2, column: 56 },
      ],
    },
  ],
})
