import { describe, expect, it } from 'vitest'
import { lintText } from '../../test/lint-text.js'
import { noHardcodedSecrets } from './rule.js'
import { token } from './test-token.js'

/** One class a row: what real code writes where credentials stand, and what is none. */
const classes: readonly [string, string, filename?: string][] = [
  ['angle brackets', `const apiKey = '<your-key>'; new Client({ clientSecret: '<client secret>' })`],
  ['YOUR_…', `const apiKey = 'YOUR_API_KEY'; const password = 'your_password_123'`],
  ['crosses', `const token = 'xxxxxxxxxxxxxxxx'; const apiKey = 'sk-xxxxxxxx1234xxxxxxxx'`],
  ['changeme under a name', `const password = 'changeme'; const config = { secret: 'change-me-123' }`],
  ['variables of templates', "const password = '${DB_PASSWORD}'; const token = '{{ token_1 }}'; const secret = '%s'"],
  ['an ellipsis', `const apiKey = 'sk-1234...'; const token = '...'`],
  [
    "vendors' published examples",
    `new S3({ accessKeyId: '${'AKIAIOSFOD' + 'NN7EXAMPLE'}', secretAccessKey: '${'wJalrXUtnFEMI/K7MDENG/' + 'bPxRfiCYEXAMPLEKEY'}' })`,
  ],
  [
    "vendors' published examples that look drawn at random",
    `const stripeKey = '${['sk_test_4eC39HqLyj', 'WDarjtT1zdp7dc'].join('')}'; f('Bearer ${['sk_test_4eC39HqLyj', 'WDarjtT1zdp7dc'].join('')}')`,
  ],
  [
    'publishable keys',
    `const stripeKey = '${token('stripe-publishable-key')}'; load({ apiKey: '${token('stripe-publishable-key')}' })`,
  ],
  [
    'the configuration of Firebase for pages',
    `initializeApp({ apiKey: '${token('google-api-key-gemini-maps-firebase')}', authDomain: 'a.firebaseapp.com', projectId: 'a' })`,
  ],
  [
    'the site key of reCAPTCHA',
    `const recaptchaSiteKey = '6Ld' + 'Xk2MUAAAAAPq9mZ0wV7yB3nC5tR8sLd1fG4hJ'; const e = { siteKey: '6LdAbc123' }`,
  ],
  [
    "Algolia's search key",
    `const algoliaSearchKey = 'a1b2c3d4e5f60718293a4b5c6d7e8f90'; f({ searchApiKey: 'a1b2c3d4e5f60718293a4b5c6d7e8f90' })`,
  ],
  ['a Sentry DSN', `Sentry.init({ dsn: '${token('sentry-dsn')}' })`],
  [
    'public JWKs',
    `const jwks = { keys: [{ kty: 'EC', crv: 'P-256', kid: 'key-1', x: 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU', y: 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0' }] }`,
  ],
  [
    'PEM public keys and certificates',
    'const publicKey = `-----BEGIN PUBLIC KEY-----\nMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE\n-----END PUBLIC KEY-----`; const cert = `-----BEGIN CERTIFICATE-----\nMIIBxTCCAWugAwIBAgIJAJ\n-----END CERTIFICATE-----`',
  ],
  [
    'names of variables',
    `const apiKeyVariable = 'OPENAI_API_KEY'; read({ apiKey: 'OPENAI_API_KEY', secret: 'STRIPE_SECRET_2' })`,
  ],
  [
    'names of stored secrets',
    `get({ secretName: 'acme-db-9f8e7d6c', secretId: 'prod/db-1', password: 'db/password' })`,
  ],
  [
    'names of headers and fields',
    `const apiKeyHeader = 'x-api-key'; const tokenField = 'access_token_2'; const passwordInput = 'password1'`,
  ],
  [
    'ARNs and vault paths',
    `const secret = 'arn:aws:secretsmanager:eu-1:1:secret:db'; const password = 'vault:secret/data/db#password'`,
  ],
  [
    'ids of keys',
    `const keyId = 'a1b2c3d4e5f6'; const kmsKeyId = 'alias/app-1'; const accessKeyId = 'key-1'; const secretVersion = 'v12'`,
  ],
  [
    'values equal to their keys',
    `const Field = { password: 'password', apiKey: 'api_key', clientSecret: 'clientSecret' }`,
  ],
  ['UUIDs', `const id = '0b1c2d3e-4f50-6172-8394-a5b6c7d8e9f0'; const requestId = '0b1c2d3e4f50'`],
  [
    'digests and git revisions',
    `const sha1 = 'da39a3ee5e6b4b0d3255bfef95601890afd80709'; const commit = '9f86d081884c7d65'; const md5 = 'd41d8cd98f00b204e9800998ecf8427e'`,
  ],
  ['integrity hashes', `const integrity = 'sha384-oqVuAfXRKap7fdgcCY5uykM6+R9GqQ8K/uxy9rx7HNQlGYl1kPzQho1wx4JwY8wC'`],
  [
    'nonces, vectors and salts',
    `import { createCipheriv, scryptSync } from 'crypto'; createCipheriv('aes-256-gcm', key, '0123456789ab'); scryptSync(password, 'some-salt', 32); const nonce = 'a1b2c3d4e5f6'`,
  ],
  [
    'colours and styles',
    `const theme = { secret: '#a1b2c3', token: 'rgba(1, 2, 3, 0.4)', password: 'var(--field-1)' }`,
  ],
  [
    'images and fonts',
    `const icon = 'data:image/png;base64,${'iVBORw0KGgo'.repeat(9)}'; const font = 'data:font/woff2;base64,${'d09GMgABAAAAA'.repeat(9)}'`,
  ],
  [
    'paths',
    `const privateKey = './certs/server1.key'; const tokenFile = '/run/secrets/token2'; const secret = 'config/secret.json'`,
  ],
  ['imports', `import secret from './secret-1a2b3c4d5e6f.js'; export * from './password-a1b2c3d4'`],
  [
    'URLs without credentials',
    `const tokenUrl = 'https://acme.io/oauth2/token'; const secret = 'https://acme.io/secrets/1'; fetch('https://acme.io/a?token=')`,
  ],
  ['media types', `const token = 'application/jwt; v=2'; const secret = 'text/x-secret2'`],
  ['prose', `const help = { password: 'Must have at least 8 characters', secret: 'The secret of the app (32 bytes)' }`],
  [
    'labels in other languages',
    `const fr = { user: 'Utilisateur', password: 'Mot de passe' }; const ja = { password: 'パスワード1' }; const de = { username: 'Benutzer', password: 'Passwort', apiKey: 'API-Schlüssel' }`,
  ],
  [
    'how a request treats credentials',
    `const all = request.credentials === 'include' || (request.credentials === 'same-origin' && request.responseTainting === 'basic')`,
  ],
  ['tables of translations', `export default { password: 'heslo1', token: 'a1b2c3d4e5f6a7b8' }`, 'src/locales/cs.ts'],
  [
    'regular expressions',
    `const passwordPattern = '^(?=.*[A-Z])(?=.*[0-9]).{8,}$'; const token = /^sk-[a-z0-9]{48}$/; const secret = '[a-z0-9]{32}'`,
  ],
  [
    'alphabets',
    `const secret = generate('ABCDEFGHJKLMNPQRSTUVWXYZ23456789'); const apiKeyAlphabet = 'abcdefghijklmnopqrstuvwxyz0123456789'`,
  ],
  ['SQL', `const password = 'SELECT password FROM users WHERE id = 1'; const token = 'update tokens set x = 2'`],
  [
    'codes of errors',
    `const errors = { token: 'INVALID_TOKEN_401', password: 'auth/wrong-password', apiKey: 'ERR_API_KEY_2' }`,
  ],
  [
    'values of OAuth',
    `post({ grant_type: 'password', token_type: 'Bearer', client_secret_method: 'client_secret_post', token: 'urn:ietf:params:oauth:token-type:jwt' })`,
  ],
  [
    'counts of tokens and names of models',
    `ask({ maxTokens: '4096', promptTokens: '12345678901a', tokenizer: 'cl100k_base', model: 'gpt-4o-2024-08-06' })`,
  ],
  ['names of fields', `const e = <input type="radio" name="token" value="header1" />`, 'src/a.tsx'],
  ['names of fields', `const e = <input type="hidden" name="token" value={token} />`, 'src/a.tsx'],
  ['URLs that are put together', 'const url = `${scheme}://${user}:${password}@${host}`', 'src/a.ts'],
  ['test ids', `const e = <input data-testid="password-input-1" name="password" id="token-field-2" />`, 'src/a.tsx'],
  [
    'keys of stores, caches and queries',
    `const tokenKey = 'app:token:v2'; const cacheKey = 'user:1a2b3c4d5e6f'; useQuery({ queryKey: ['token', 'a1b2c3d4'] }); localStorage.getItem('auth_token_1')`,
  ],
  ['keys of translations', `const password = t('auth.password.label1'); const secret = 'settings.secret.title2'`],
  ['selectors', `page.click('#password1'); const password = 'input[name=password]'; const token = '.token-2'`],
  [
    'lists of weak passwords',
    `const WEAK_PASSWORDS = ['123456', 'password1', 'qwerty123']; if (commonPasswords.has(password) || ['letmein1'].includes(password)) reject()`,
  ],
  [
    'masks',
    `const password = '********'; const secret = 'MASKED'; const apiKey = '••••••••1234'; if (body.password === '***') keep()`,
  ],
  [
    'names of secrets as fallbacks of names',
    `const secretName = process.env.SECRET_NAME || 'prod/db'; const header = process.env.TOKEN_HEADER ?? 'x-token-1'`,
  ],
  ['bare prefixes', `if (apiKey.startsWith('sk-')) f(); const apiKeyPrefix = 'sk-ant-'; const tokenPrefix = 'ghp_'`],
  ['generated code', `// @generated by a tool\nconst password = 'hunter2'`],
  ['minified code', `var password="hunter2";${'a(1);'.repeat(5000)}`],
  ['titles of tests', `describe('password hunter2', () => { it('refuses apiKey a1b2c3d4e5f6', () => {}) })`],
]

describe('no-hardcoded-secrets is silent on', () => {
  it.each(classes)('%s', (_class, code, filename = 'src/a.ts') => {
    expect(lintText(noHardcodedSecrets, code, { filename }).map(({ line, message }) => `${line}: ${message}`)).toEqual(
      [],
    )
  })
})
