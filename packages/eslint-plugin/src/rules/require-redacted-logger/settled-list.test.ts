import { describe, expect, it } from 'vitest'
import { idleSuggestions, markedLines, reportedLines } from './lint-text.js'
import type { Options } from './options.js'

/** A program whose lines with a leak are marked; the others are their nearest silent neighbours. */
type Case = [what: string, text: string, filename?: string, options?: Options]

const settled: readonly Case[] = [
  [
    'urls',
    `console.log(webhookUrl)
console.log(callbackUrl)
console.log(req.url, req.query, req.originalUrl)
console.log(\`https://user:\${password}@host/hook\`) // leak
console.log(process.env.SLACK_WEBHOOK_URL)
console.log(config.redirectUri)`,
  ],
  [
    'the error of parsing or decrypting',
    `try { JSON.parse(secretJson) } catch (e) { console.error(e) }
try { decrypt(cipherText, key) } catch (err) { logger.error('decrypt failed', err) }
try { jwt.verify(token, secret) } catch (err) { logger.error(err.message) }`,
  ],
  [
    'logger without redaction though callers sanitize',
    `import pino from 'pino'
const log = pino() // leak
log.info(redact(user))`,
  ],
  [
    'masked etc',
    `console.log(maskedPassword, redactedToken)
console.log(apiKey.slice(0, 8))
console.log(publicKey, hashedPassword, passwordHash, encryptedSecret)
console.log(apiKey.slice(0, 9)) // leak`,
  ],
  [
    'config by name',
    `const config = loadConfig()
console.log(config)
const secrets = loadSecrets()
console.log(secrets) // leak
const credentials = await provider()
console.log(credentials) // leak`,
  ],
  [
    'things about',
    `console.log(passwordPolicy, passwordMinLength, tokenCount, tokenType, secretArn, secretId, apiKeyName, apiKeyPrefix)
console.log(passwordResetRequired, isPasswordValid, hasApiKey, passwordChangedAt, tokenExpiresIn, tokenExpiry, credentialId)
console.log(account.secretName)`,
  ],
  [
    'booleans etc',
    `const password = false
console.log(password)
const token = 5
console.log(token)
enum Secret { A = 'x' }
console.log(Secret.A)
function f(secret: number, apiKey: boolean, pw: string) {
  console.log(secret, apiKey)
  console.log(pw) // leak
}
const getSecret = () => 1
console.log(getSecret)`,
  ],
  [
    'LLM counts',
    `console.log(usage.prompt_tokens, usage.completion_tokens, usage.totalTokens)
console.log(response.usage)
console.log(maxTokens, max_tokens, numTokens, tokensUsed, tokens.length, tokenLimit, tokenBudget, inputTokens)
const tokens = encoder.encode(text)
console.log(tokens)`,
  ],
  [
    'env names',
    `console.log('missing DATABASE_PASSWORD')
const REQUIRED = ['API_KEY', 'JWT_SECRET']
for (const name of REQUIRED) if (!process.env[name]) console.error(\`missing \${name}\`)
for (const name of REQUIRED) console.log(process.env[name]) // leak`,
  ],
  [
    'UI texts',
    `const labels = { password: 'Password', token: 'Your token' }
console.log(labels.password)
console.log(t('auth.password.required'))
const errors = { password: 'is required' }
console.log(errors.password)
console.log(messages.invalidPassword, PASSWORD_MISMATCH_ERROR, formErrors.password)
console.log(strings.password.label)`,
  ],
  [
    'challenge',
    `console.log(resetPasswordChallenge, passwordChallenge)
console.log(codeChallenge)
console.log(challenges.weakPasswordChallenge)`,
  ],
  [
    'developmentGuards off',
    `if (DEBUG) console.log(password) // leak
if (process.env.NODE_ENV === 'development') console.log(password) // leak
if (import.meta.env.DEV) console.log(password) // leak
if (DEBUG) console.log(password.length)`,
  ],
  [
    'developmentGuards on',
    `if (process.env.NODE_ENV === 'development') console.log(password)
if (process.env.NODE_ENV !== 'production') { console.log(password) }
if (import.meta.env.DEV) console.log(password)
if (__DEV__) console.log(password)
if (DEBUG) console.log(password)
if (x) console.log(password) // leak
console.log(password) // leak`,
    'src/app.ts',
    { developmentGuards: true },
  ],
  [
    'CLI',
    `#!/usr/bin/env node
const apiKey = generateApiKey()
console.log('Your API key: ' + apiKey)
logger.info({ apiKey }) // leak
console.log(process.env.DB_PASSWORD) // leak`,
    'bin/x.js',
  ],
  [
    'CLI without a shebang',
    `const apiKey = generateApiKey()
console.log('Your API key: ' + apiKey) // leak`,
    'src/x.js',
  ],
  [
    'tests',
    `console.log(password)
import pino from 'pino'
pino()`,
    'src/x.test.ts',
  ],
  ['tests folder', `console.log(password)`, '__tests__/x.ts'],
]

describe.each([['what is settled, and what is left alone', settled]] as const)('%s', (_, cases) => {
  it.each(cases)('%s', (__, text, filename = 'src/app.tsx', options = {}) => {
    expect(reportedLines(text, { filename, options })).toEqual(markedLines(text))
    expect(idleSuggestions(text, { filename, options })).toEqual([])
  })
})
