import { describe, expect, it } from 'vitest'
import { classifyName } from '../names/index.js'
import { isPlausibleSecret, type Bar } from './secret-value.js'

const judge = (bar: Bar, name: string, value: string) =>
  isPlausibleSecret(value, { bar, name, meaning: classifyName(name) })

describe('a constant under a credential name', () => {
  it.each([
    ['password', 'hunter2'],
    ['password', 'Sup3rS3cret!'],
    ['password', 'P@ssw0rd'],
    ['password', 'root'],
    ['password', 'admin'],
    ['password', 'postgres'],
    ['password', '123456'],
    ['password', 'letmein'],
    ['password', 'qwerty'],
    ['dbPassword', 'correct horse battery staple'],
    ['DB_PASS', 'tr0ub4dor&3'],
    ['adminPassword', 'Admin123'],
    ['userPwd', 'open-sesame'],
    ['password', 'mysecretpassword'],
    ['jwtSecret', 'my-super-secret-key'],
    ['jwtSecret', 'supersecret'],
    ['secret', 'mysecret'],
    ['sessionSecret', 'keyboard cat'],
    ['secretKey', 'thisIsMySecretKey'],
    ['apiKey', 'sk-1234567890abcdef'],
    ['apiKey', 'abc123def456'],
    ['apiKey', 'al_prod_2f6fb1ed9dcb...'],
    ['apiKey', '9f86d081884c7d659a2feaa0c55ad015'],
    ['api_key', 'AbCdEfGhIjKlMnOpQrStUvWx1'],
    ['clientSecret', '0b1c2d3e-4f50-6172-8394-a5b6c7d8e9f0'],
    ['accessToken', 'a8f5f167f44f4964e6c998dee827110c'],
    ['encryptionKey', '0123456789abcdef0123456789abcdef'],
    ['token', 'a8f5f167f44f4964e6c998dee827110c'],
    ['Authorization', 'Bearer a8f5f167f44f4964e6c998dee827110c'],
    ['mnemonic', 'legal winner thank year wave sausage worth useful legal winner thank yellow'],
  ])('%s = %s', (name, value) => {
    expect(judge('name', name, value)).toBe(true)
  })

  it.each([
    ['apiKey', 'hf_...'],
    ['apiKey', 'sk-proj-…'],
    ['password', 'Loading password...'],
    ['password', ''],
    ['password', 'password'],
    ['password', 'Password'],
    ['password', 'Mot de passe'],
    ['password', 'Passwort'],
    ['password', 'Contraseña'],
    ['password', 'パスワード'],
    ['password', 'Enter your password'],
    ['password', 'Password must be at least 8 characters'],
    ['password', 'string'],
    ['password', 'required'],
    ['password', 'hidden'],
    ['password', '******'],
    ['password', 'xxxx'],
    ['password', '<password>'],
    ['password', '${DB_PASSWORD}'],
    ['password', '{{ password }}'],
    ['password', 'changeme'],
    ['password', 'your-password'],
    ['password', 'user.password'],
    ['password', '#password'],
    ['password', 'input[name=password]'],
    ['password', 'auth/wrong-password'],
    ['password', 'current-password'],
    ['password', 'new-password'],
    ['password', 'NewPassword'],
    ['password', 'ForgotPassword'],
    ['password', 'DB_PASSWORD'],
    ['password', '/reset-password'],
    ['password', ':password'],
    ['password', '@password'],
    ['password', '$password'],
    ['password', '%s'],
    ['password', 'example'],
    ['password', 'MASKED'],
    ['apiKey', 'OPENAI_API_KEY'],
    ['apiKey', 'YOUR_API_KEY'],
    ['apiKey', 'your-api-key-here'],
    ['apiKey', 'api-key'],
    ['apiKey', 'x-api-key'],
    ['apiKey', 'X-API-Key'],
    ['apiKey', 'header'],
    ['apiKey', 'api_key'],
    ['apiKey', 'sk-...'],
    ['apiKey', 'settings.apiKey'],
    ['secret', 'db/password'],
    ['secret', 'arn:aws:secretsmanager:us-east-1:123456789012:secret:db-AbCdEf'],
    ['secret', 'projects/p/secrets/s/versions/1'],
    ['secret', 'client_secret'],
    ['secretKey', 'secretKey'],
    ['accessToken', 'access_token'],
    ['accessToken', 'accessToken'],
    ['refreshToken', 'refresh-token'],
    ['authToken', 'auth:token'],
    ['accessToken', 'https://acme.io/oauth/token'],
    ['accessToken', '/oauth/token'],
    ['privateKey', './key.pem'],
    ['privateKey', '-----BEGIN PRIVATE KEY-----'],
    ['token', 'identifier'],
    ['token', 'INVALID_TOKEN'],
    ['token', 'next'],
    ['token', 'string'],
    ['token', '=>'],
    ['token', 'keyword2'],
    ['token', 'oauth2'],
    ['Authorization', 'Bearer'],
    ['Authorization', 'Bearer '],
    ['Authorization', 'Bearer token'],
    ['Authorization', 'header'],
    ['cookie', 'theme=dark'],
    ['sessionId', 'session_id'],
    ['DATABASE_URL', 'postgres://localhost/app'],
    ['secret', 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'],
  ])('%s = %s is none', (name, value) => {
    expect(judge('name', name, value)).toBe(false)
  })
})

describe('a fallback', () => {
  it.each([
    ['JWT_SECRET', 'dev'],
    ['JWT_SECRET', 'secret'],
    ['JWT_SECRET', 'changeme'],
    ['JWT_SECRET', 'your-secret-key'],
    ['SESSION_SECRET', 'keyboard cat'],
    ['DB_PASSWORD', 'postgres'],
    ['DB_PASSWORD', 'password'],
    ['ADMIN_PASS', 'admin'],
    ['OPENAI_API_KEY', 'sk-1234567890'],
    ['API_KEY', 'demo-key-123'],
    ['ENCRYPTION_KEY', 'default-key'],
    ['AUTH_TOKEN', 'changeme'],
  ])('%s || %s', (name, value) => {
    expect(judge('fallback', name, value)).toBe(true)
  })

  it.each([
    ['JWT_SECRET', ''],
    ['JWT_SECRET', 'undefined'],
    ['JWT_SECRET', 'not-set'],
    ['API_KEY', 'missing'],
    ['OPENAI_API_KEY', 'your-api-key'],
    ['OPENAI_API_KEY', '<your key>'],
    ['OPENAI_API_KEY', 'dummy'],
    ['DATABASE_URL', 'postgres://localhost:5432/app'],
    ['SESSION_COOKIE', 'sid'],
    ['PRIVATE_KEY', './key.pem'],
  ])('%s || %s is none', (name, value) => {
    expect(judge('fallback', name, value)).toBe(false)
  })
})

describe('what a library takes', () => {
  it('takes every text for a secret of the own choice', () => {
    for (const value of ['secret', 'keyboard cat', 'a', 'changeme', 'your-256-bit-secret']) {
      expect(isPlausibleSecret(value, { bar: 'chosen' })).toBe(true)
    }
    for (const value of ['', '<secret>', '${SECRET}', '%SECRET%']) {
      expect(isPlausibleSecret(value, { bar: 'chosen' })).toBe(false)
    }
  })

  it('takes what a provider can have issued', () => {
    for (const value of ['sk-1234567890abcdef', 'abc123', 'AbCdEf-12345', 'changeme']) {
      expect(isPlausibleSecret(value, { bar: 'issued' })).toBe(true)
    }
    for (const value of [
      '',
      'ollama',
      'not-needed',
      'dummy',
      'YOUR_API_KEY',
      'sk-...',
      'xxx',
      'OPENAI_API_KEY',
      'EMPTY',
      'api-key',
    ]) {
      expect(isPlausibleSecret(value, { bar: 'issued' })).toBe(false)
    }
  })
})
