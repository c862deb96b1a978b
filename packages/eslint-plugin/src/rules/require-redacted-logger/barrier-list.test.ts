import { describe, expect, it } from 'vitest'
import { idleSuggestions, markedLines, reportedLines } from './lint-text.js'
import type { Options } from './options.js'

/** A program whose lines with a leak are marked; the others are their nearest silent neighbours. */
type Case = [what: string, text: string, filename?: string, options?: Options]

const barriers: readonly Case[] = [
  [
    'fast-redact',
    `import fastRedact from 'fast-redact'
const redact = fastRedact({ paths: ['password'] })
console.log(redact({ password }))
console.log({ password }) // leak
const clean = fastRedact({ paths: ['password'], serialize: false })
console.log(clean(user.password))
const hide = require('fast-redact')({ paths: ['password'] })
console.log(hide(credentials))`,
  ],
  [
    '@pinojs/redact',
    `import slowRedact from '@pinojs/redact'
const clean = slowRedact({ paths: ['password'] })
console.log(clean({ password }))
console.log(copy({ password })) `,
  ],
  [
    'lodash',
    `import _ from 'lodash'
import omit from 'lodash/omit'
import { pick } from 'lodash-es'
interface U { id: string; password: string; name: string }
function f(user: U) {
  console.log(_.omit(user, ['password']))
  console.log(_.omit(user, 'password'))
  console.log(omit(user, ['password']))
  console.log(pick(user, ['id']))
  console.log(_.pick(user, ['id', 'password'])) // leak
  console.log(_.omit(user, ['name'])) // leak
  console.log(_.omit(user, KEYS))
  console.log(_.cloneDeep(user)) // leak
  console.log(_.omitBy(user, (v, k) => k === 'password'))
  console.log(_.pickBy(user, (v, k) => k !== 'password'))
}`,
  ],
  [
    'other omit/pick',
    `import { omit, pick } from 'ramda'
import * as R from 'ramda'
import { omit as eo } from 'es-toolkit'
import { omit as ro } from 'remeda'
interface U { id: string; password: string; name: string }
function f(user: U) {
  console.log(omit(['password'], user))
  console.log(R.pick(['id'], user))
  console.log(eo(user, ['password']))
  console.log(ro(user, ['password']))
}`,
  ],
  [
    'hashes',
    `import crypto, { createHash, createHmac } from 'node:crypto'
console.log(createHash('sha256').update(password).digest('hex'))
console.log(crypto.createHmac('sha256', k).update(apiKey).digest('base64'))
const h = crypto.createHash('md5'); h.update(apiKey); console.log(h.digest('hex'))
console.log(crypto.hash('sha256', apiKey))
console.log(Buffer.from(apiKey).toString('base64')) // leak
console.log(btoa(apiKey)) // leak
console.log(encodeURIComponent(apiKey)) // leak
console.log(apiKey.toUpperCase()) // leak
console.log(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(apiKey)))`,
  ],
  [
    'bcrypt, argon2',
    `import bcrypt from 'bcrypt'
import argon2 from 'argon2'
const a = await bcrypt.hash(password, 10)
console.log(a)
console.log(bcrypt.hashSync(password, 10))
console.log(await argon2.hash(password))
bcrypt.hash(password, 10, (err, hash) => console.log(hash))
console.log(await bcrypt.compare(password, stored))
bcrypt.hash(password, 10, (err, hash) => console.log(password)) // leak`,
  ],
  [
    'slice with small bounds',
    `console.log(apiKey.slice(0, 4))
console.log(apiKey.slice(-4))
console.log(apiKey.substring(0, 6))
console.log(apiKey.substr(0, 3))
console.log(\`\${apiKey.slice(0, 4)}...\${apiKey.slice(-4)}\`)
console.log(apiKey.slice(0, 16)) // leak
console.log(apiKey.slice(4)) // leak
console.log(apiKey.substring(3)) // leak
console.log(apiKey.at(0), apiKey.charAt(1))
console.log('*'.repeat(apiKey.length))
console.log(apiKey.slice(-4).padStart(apiKey.length, '*'))`,
  ],
  [
    'replace with a masking literal',
    `console.log(apiKey.replace(/./g, '*'))
console.log(apiKey.replace(/.(?=.{4})/g, 'x'))
console.log(card.number.replace(/\\d(?=\\d{4})/g, '*'))
console.log(cardNumber.replace(/\\d(?=\\d{4})/g, '*'))
console.log(text.replace(apiKey, '[REDACTED]'))
console.log(text.replaceAll(password, '***'))
console.log(apiKey.replace('-', '')) // leak
console.log(apiKey.trim()) // leak
console.log(connectionString.replace(/:[^:@]+@/, ':***@'))
console.log(process.env.DATABASE_URL.replace(/\\/\\/.*@/, '//***@'))`,
  ],
  [
    'maskdata',
    `const MaskData = require('maskdata')
console.log(MaskData.maskPassword(password))
console.log(MaskData.maskCard(cardNumber))
console.log(MaskData.maskStringV2(password))
console.log(MaskData.maskJSON2(user, {}))`,
  ],
  [
    'Effect Redacted',
    `import { Redacted, Effect, Config } from 'effect'
const k = Redacted.make(apiKey)
console.log(k)
console.log(Redacted.value(k)) // leak
const c = Config.redacted('API_KEY')
console.log(c)
console.log(apiKey) // leak`,
  ],
  [
    'names',
    `console.log(redactSecrets(user.password))
console.log(maskApiKey(apiKey))
console.log(sanitizeUser(credentials))
console.log(scrub({ password }))
console.log(obfuscateToken(accessToken))
console.log(hashPassword(password))
console.log(encryptValue(password))
console.log(utils.mask(apiKey))
console.log(this.redactor.redact(apiKey))
console.log(new Masker().mask(apiKey))
console.log(validate(apiKey))
console.log(decrypt(secretValue))`,
  ],
  [
    'destructuring that removes',
    `const login = { user: 'x', password: load() }
const { password, ...rest } = login
console.log(rest)
console.log(login) // leak
const { password: _omit, ...others } = login
console.log(others)
const copy = { ...login }; delete copy.password; console.log(copy)
function safe({ password, ...user }) { return user }
console.log(safe(login))
function open({ user, ...all }) { return all }
console.log(open(login)) // leak`,
  ],
  [
    'facts about it',
    `console.log(password.length)
console.log(typeof password)
console.log(!!password)
console.log(!password)
console.log(Boolean(password))
console.log(password ? 'set' : 'missing')
console.log(password === other, password !== '', password == null)
console.log('password' in user)
console.log(Object.keys(credentials))
console.log(password && 'set')
console.log(password !== undefined)
console.log(apiKeyId, secretName, tokenType, token.expiresAt, key.id, accessToken.exp)
console.log(password ?? 'missing') // leak
console.log(password || 'missing') // leak
console.log(isValid(password), checkPassword(password), hasToken(token))
console.log(password.includes('x'), password.startsWith('x'), /x/.test(password), password.indexOf('x'))
console.log(Number.isInteger(pin), Array.isArray(tokens))
console.log(credentials.length, secrets.size)`,
  ],
  [
    'by option',
    `import { cover } from './cover'
console.log(cover(password))
console.log(uncover(password))`,
    'src/app.ts',
    {},
  ],
]

describe('each barrier', () => {
  it.each(barriers)('%s', (_, text, filename = 'src/app.tsx', options = {}) => {
    expect(reportedLines(text, { filename, options })).toEqual(markedLines(text))
    expect(idleSuggestions(text, { filename, options })).toEqual([])
  })
})
