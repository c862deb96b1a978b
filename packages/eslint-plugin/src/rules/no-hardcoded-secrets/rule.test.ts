import { ruleTester } from '../../test/rule-tester.js'
import { noHardcodedSecrets } from './rule.js'
import { token } from './test-token.js'

ruleTester().run('no-hardcoded-secrets', noHardcodedSecrets, {
  valid: [
    // Where a value comes from elsewhere
    { name: 'the environment', code: `const apiKey = process.env.API_KEY` },
    {
      name: 'the environment, failing',
      code: `const key = process.env.KEY ?? (() => { throw new Error('KEY is not set') })()`,
    },
    { name: 'a secret store', code: `const password = await secrets.get('db/password')` },
    { name: 'an empty initial value', code: `let password = ''; const apiKey = ""` },
    { name: 'a fallback that says "missing"', code: `const apiKey = process.env.API_KEY || ''` },
    { name: 'a parameter', code: `function connect(password: string) { return new Client({ password }) }` },
    // Names of secrets
    { name: 'the name of a variable', code: `const apiKeyName = 'OPENAI_API_KEY'; read({ apiKey: 'OPENAI_API_KEY' })` },
    {
      name: 'the name of a stored secret',
      code: `const secretName = 'prod/db-1/password'; get({ secretId: 'acme-db-9f8e7d6c' })`,
    },
    { name: 'a header name', code: `const apiKeyHeader = 'x-api-key'; const tokenHeader = 'X-Auth-Token-2'` },
    { name: 'a path to a key', code: `const privateKey = './certs/key1.pem'` },
    { name: 'an enumeration', code: `enum Grant { Password = 'password', RefreshToken = 'refresh_token' }` },
    {
      name: 'an enum-like object',
      code: `const Field = { password: 'password', apiKey: 'api-key', clientSecret: 'client_secret' } as const`,
    },
    { name: 'a token type', code: `const tokenType = 'Bearer'; f({ token_type: 'bearer', grant_type: 'password' })` },
    { name: 'an error code', code: `const invalidToken = 'INVALID_TOKEN_401'; const e = { token: 'TOKEN_EXPIRED' }` },
    { name: 'token counts', code: `const maxTokens = '4096'; f({ max_tokens: 4096, promptTokens: '12345678901a' })` },
    { name: 'a storage key', code: `const tokenKey = 'app:token:v2'; localStorage.getItem('token-1234567890')` },
    { name: 'a cache key', code: `const cacheKey = 'user:1234567890abcdef'` },
    { name: 'a primary key', code: `const primaryKey = 'a1b2c3d4e5f6'; const publicKey = 'MFkwEwYHKoZIzj0CAQYI'` },
    { name: 'a ARN', code: `const secret = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:db-AbCdEf'` },
    { name: 'a vault path', code: `const secret = 'secret/data/app/db1'` },
    // Labels
    { name: 'a label', code: `const labels = { username: 'Username', password: 'Password' }` },
    {
      name: 'a label in another language',
      code: `const de = { user: 'Benutzer', password: 'Passwort', secret: 'Geheimnis' }`,
    },
    { name: 'a prompt', code: `ask({ password: 'Enter your password' })` },
    { name: 'a validation message', code: `const errors = { password: 'Password must have 8 characters' }` },
    {
      name: 'an input type',
      code: `const e = <input type="password" name="password" placeholder="Password" autoComplete="current-password" />`,
    },
    { name: 'a JSX label', code: `const e = <Field password="Password" secret="Your secret" />` },
    {
      name: 'a schema',
      code: `const schema = { password: 'string', token: { type: 'string' }, apiKey: { type: 'string', required: true } }`,
    },
    {
      name: 'a zod schema',
      code: `const schema = z.object({ password: z.string().min(8), token: z.string().optional() })`,
    },
    {
      name: 'a swagger example',
      code: `const spec = { securitySchemes: { apiKey: { type: 'apiKey', in: 'header', name: 'X-API-Key' } } }`,
    },
    // Placeholders
    { name: 'angle brackets', code: `const apiKey = '<your-api-key>'` },
    { name: 'YOUR_…', code: `const apiKey = 'YOUR_API_KEY'; const s = { clientSecret: 'your-client-secret' }` },
    { name: 'crosses', code: `const apiKey = 'sk-xxxxxxxxxxxxxxxxxxxxxxxx'` },
    { name: 'an ellipsis', code: `const apiKey = 'sk-proj-...'` },
    { name: 'changeme', code: `const password = 'changeme'` },
    { name: 'a template variable', code: `const password = '{{ password }}'; const token = '%TOKEN%'` },
    { name: 'an interpolation', code: 'const header = { Authorization: `Bearer ${token}` }' },
    { name: 'a mask', code: `const password = '********'; if (body.password === '********') keep()` },
    // Public keys and other values that look so
    { name: 'a publishable key', code: `const stripeKey = '${token('stripe-publishable-key')}'` },
    { name: 'a Sentry DSN', code: `Sentry.init({ dsn: '${token('sentry-dsn')}' })` },
    {
      name: 'the configuration of Firebase for pages',
      code: `const config = { apiKey: '${token('google-api-key-gemini-maps-firebase')}', authDomain: 'a.firebaseapp.com', projectId: 'a', appId: '1' }`,
    },
    {
      name: 'a PEM public key',
      code: `const key = '-----BEGIN PUBLIC KEY-----\\nMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE\\n-----END PUBLIC KEY-----'`,
    },
    { name: 'a UUID', code: `const id = '0b1c2d3e-4f50-6172-8394-a5b6c7d8e9f0'` },
    { name: 'a digest', code: `const sha = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'` },
    { name: 'an integrity', code: `const integrity = 'sha512-abcDEF0123456789abcDEF0123456789=='` },
    { name: 'a data URL', code: `const image = 'data:image/png;base64,${'iVBORw0KGgo'.repeat(8)}'` },
    {
      name: 'an alphabet',
      code: `const secret = generate('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789')`,
    },
    {
      name: 'a regular expression',
      code: `const token = /^sk-[a-zA-Z0-9]{48}$/; const passwordPattern = '^(?=.*[0-9]).{8,}$'`,
    },
    { name: 'a bare prefix', code: `if (apiKey.startsWith('sk-')) use(); const apiKeyPrefix = 'sk-ant-'` },
    {
      name: 'a URL without credentials',
      code: `const tokenUrl = 'https://acme.io/oauth2/token'; const accessToken = 'https://acme.io/t1'`,
    },
    { name: 'a URL on this machine', code: `const databaseUrl = 'postgres://postgres:postgres@localhost:5432/app'` },
    { name: 'an import', code: `import { secret } from './a1b2c3d4-secret-key.js'; import password from 'password-2'` },
    { name: 'the name of a model', code: `const token = { model: 'gpt-4o-mini', tokenizer: 'cl100k_base' }` },
    {
      name: 'a lexer',
      code: `const t = { token: 'identifier', value: 'x1' }; if (token === '=>') next(); if (token.type === 'string2') f()`,
    },
    { name: 'titles of tests', code: `it('rejects the password hunter2', () => {})` },
    { name: 'a selector', code: `const password = '#password1'; page.fill('input[name=password]')` },
    { name: 'an example in a form', code: `const field = { placeholder: '{"apiKey":"my-n8n-api-key"}' }` },
    { name: 'an example in a comment', code: `// auth is like Basic ${btoa('charles:12345')}` },
    { name: 'the name of a table', code: `const T = { apiTokens: 'api_tokens' }` },
    {
      name: 'a dotted name with a number',
      code: `enum Stage { RegistrationToken = 'org.acme.rfc3231.registration_token' }`,
    },
    { name: 'a text of a translation', code: `const i18n = { de: { password: 'Kennwort1' } }` },
    { name: 'the name of a field', code: `const inputs = { password: 'input-password-1', token: 'token_input_2' }` },
    {
      name: 'a table of names',
      code: `const apiKeys = { openai: 'OPENAI_KEY_2' }; const secrets = { db: 'prod/db1' }`,
    },
    { name: 'a path with digits', code: `const secretKey = 'config/keys/Prod2024/service' ` },
    { name: 'a list of names', code: `const secretKeys = ['apiKey', 'client_secret', 'password2']` },
    { name: 'a list of names of variables', code: `const apiKeys = ['OPENAI_API_KEY', 'GROQ_API_KEY']` },
    { name: 'a function that names a variable', code: `const getApiKey = () => 'OPENAI_API_KEY'` },
    { name: 'a setter that empties', code: `setToken(''); setPassword(values.password)` },
    { name: 'a command with variables', code: `exec('TOKEN=$TOKEN curl --api-key=<key> --password $PASSWORD')` },
    { name: 'a document with types', code: `const s = '{"password":"string","apiKey":"<key>","token":"token1"}'` },
    {
      name: 'a hash that no password has',
      code: `const dummyHash = '${token('password-hash')}'`,
    },
    {
      name: 'a key of Algolia that only reads',
      code: `import algoliasearch from 'algoliasearch'; algoliasearch('app', 'abcdef12345').initIndex('x').search('y')`,
    },
    {
      name: 'a connection string of this machine',
      code: `import { Pool } from 'pg'; new Pool({ connectionString: 'postgres://user:password@localhost/app' })`,
    },
    // Guards and tests
    {
      name: 'a value for development',
      code: `const secret = process.env.NODE_ENV !== 'production' ? 'dev-secret-123' : process.env.SECRET`,
    },
    {
      name: 'a list of weak passwords',
      code: `if (password === '123456' || password === 'qwerty1') return 'weak'; if (['letmein1'].includes(password)) return false`,
    },
    { name: 'a deny-list', code: `if (process.env.JWT_SECRET === 's3cr3t-d3f4ult') throw new Error('set JWT_SECRET')` },
    {
      name: 'a test file',
      code: `const password = 'hunter2'; new OpenAI({ apiKey: 'test-key-1' })`,
      filename: 'src/user.test.ts',
    },
    {
      name: 'a file of translations',
      code: `export default { password: 'heslo1', token: 'a1b2c3d4e5f6a7b8' }`,
      filename: 'src/locales/cs.ts',
    },
    // Destinations that a constant may reach
    {
      name: 'a local model server',
      code: `import OpenAI from 'openai'; new OpenAI({ baseURL: 'http://localhost:11434/v1', apiKey: 'ollama' })`,
    },
    {
      name: 'the constant of a specification',
      code: `import crypto from 'crypto'; crypto.createHmac('sha512', 'Bitcoin seed')`,
    },
    {
      name: 'a key that is derived with another key',
      code: `import crypto from 'crypto'; const k = crypto.createHmac('sha256', secret).update('tc3_request').digest(); crypto.createHmac('sha256', k)`,
    },
    {
      name: 'a hash of a constant',
      code: `import crypto from 'crypto'; crypto.createHash('sha256').update('a1b2c3d4')`,
    },
    // Options
    { name: 'an allowed value', code: `const password = 'hunter2'`, options: [{ allowValues: ['hunter2'] }] },
    { name: 'an allowed pattern', code: `const password = 'demo-hunter2'`, options: [{ allowValues: ['/^demo-/'] }] },
    {
      name: 'an ignored name',
      code: `const demoPassword = 'hunter2'`,
      options: [{ names: { ignore: ['demoPassword'] } }],
    },
    {
      name: 'a format switched off',
      code: `const x = '${token('groq-api-key')}'`,
      options: [{ formats: { off: ['groq-api-key'] } }],
    },
    { name: 'comments left out', code: `// ${token('groq-api-key')}`, options: [{ comments: false }] },
    {
      name: "a setting's type where others take a fallback",
      code: `use(Config.get('settings.cookie.secret', 'string'))`,
    },
    {
      name: 'a shared setting',
      code: `const tenantPassword = 'hunter2'`,
      settings: { palisade: { harmlessNames: ['tenantPassword'] } },
    },
    // Exposure
    {
      name: 'a key made for pages',
      code: `const key = process.env.NEXT_PUBLIC_FIREBASE_API_KEY; const k = import.meta.env.VITE_MAPBOX_ACCESS_TOKEN`,
    },
    { name: 'a variable without a credential', code: `const url = process.env.NEXT_PUBLIC_API_URL` },
    { name: 'a client on a server', code: `new OpenAI({ dangerouslyAllowBrowser: false })` },
  ],
  invalid: [
    {
      name: 'a name that the option adds, whatever the shared setting says of it',
      code: `const tenantPin = 'hunter2-Kd93'`,
      options: [{ names: { add: ['tenantPin'] } }],
      settings: { palisade: { harmlessNames: ['tenantPin'] } },
      errors: [
        {
          messageId: 'name',
          suggestions: [
            { messageId: 'readEnvironment', output: `const tenantPin = process.env.TENANT_PIN!` },
            {
              messageId: 'requireEnvironment',
              output: `const tenantPin = process.env.TENANT_PIN ?? (() => { throw new Error('TENANT_PIN is not set') })()`,
            },
          ],
        },
      ],
    },
    {
      name: 'a password',
      code: `const password = 'hunter2'`,
      errors: [
        {
          messageId: 'name',
          suggestions: [
            { messageId: 'readEnvironment', output: `const password = process.env.PASSWORD!` },
            {
              messageId: 'requireEnvironment',
              output: `const password = process.env.PASSWORD ?? (() => { throw new Error('PASSWORD is not set') })()`,
            },
          ],
        },
      ],
    },
    {
      name: '||',
      code: `const secret = process.env.JWT_SECRET || 'dev'`,
      errors: [
        {
          messageId: 'fallback',
          suggestions: [
            {
              messageId: 'dropFallback',
              output: `const secret = process.env.JWT_SECRET ?? (() => { throw new Error('JWT_SECRET is not set') })()`,
            },
          ],
        },
      ],
    },
  ],
})
