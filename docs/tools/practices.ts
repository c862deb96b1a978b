/** An example of one of the five guides, as people write it in TypeScript. */
export interface PracticeExample {
  /** The row of docs/practices.md that it belongs to. */
  readonly practice: string
  readonly name: string
  readonly code: string
  /** The rule that must report it; none for a good example, on which every rule must be silent. */
  readonly rule?: string
  /** Where recommended leaves it alone: prompts and personal data. */
  readonly strict?: true
  /** Good in recommended only: strict asks that the environment is read through a schema too. */
  readonly recommended?: true
  readonly filename?: string
}

const jwtHeader = ['eyJhbGciOiJIUzI1NiIsInR5', 'cCI6IkpXVCJ9'].join('')

/** What the guides call bad: each must be reported by its rule. */
export const badExamples: readonly PracticeExample[] = [
  // Credentials in code
  {
    practice: 'keys-in-code',
    name: 'a truncated vendor key handed to a client',
    rule: 'no-hardcoded-secrets',
    code: `
      import { AetherLabClient } from 'aetherlab'
      export const client = new AetherLabClient({ apiKey: 'al_prod_2f6fb1ed9dcb...' })`,
  },
  {
    practice: 'keys-in-code',
    name: 'a short OpenAI key handed to a wrapper',
    rule: 'no-hardcoded-secrets',
    code: `
      import { ChatbotWrapper } from './chatbot-wrapper.js'
      export const wrapper = new ChatbotWrapper({ openaiApiKey: 'sk-1234567890abcdef' })`,
  },
  {
    practice: 'keys-in-code',
    name: 'a short OpenAI key in a constant',
    rule: 'no-hardcoded-secrets',
    code: `
      import OpenAI from 'openai'
      const apiKey = 'sk-1234567890abcdef'
      export const openai = new OpenAI({ apiKey })`,
  },
  {
    practice: 'keys-in-code',
    name: 'a key of ten characters after the prefix',
    rule: 'no-hardcoded-secrets',
    code: `const api_key = 'sk-1234567890'\nexport const encrypted = encrypt(api_key)\nfunction encrypt(data: string) { return [...data].reverse().join('') }`,
  },
  {
    practice: 'keys-in-code',
    name: 'a key as the fallback of an environment variable',
    rule: 'no-hardcoded-secrets',
    code: `export const falKey = process.env.FAL_KEY ?? 'fal-9f8e7d6c5b4a32100f1e2d3c'`,
  },
  {
    practice: 'tokens-in-code',
    name: 'a truncated JWT',
    rule: 'no-hardcoded-secrets',
    code: `export const token = '${jwtHeader}...'`,
  },
  {
    practice: 'tokens-in-code',
    name: 'a bare JWT header',
    rule: 'no-hardcoded-secrets',
    code: `export const token = '${jwtHeader}'`,
  },
  {
    practice: 'tokens-in-code',
    name: 'a bearer token in a request header',
    rule: 'no-hardcoded-secrets',
    code: `
      export const call = () =>
        fetch('https://api.gpo-core.io/chat', { method: 'POST', headers: { Authorization: 'Bearer ${jwtHeader}' } })`,
  },
  {
    practice: 'signing-secrets',
    name: 'the secret of jsonwebtoken',
    rule: 'no-hardcoded-secrets',
    code: `
      import jwt from 'jsonwebtoken'
      export const createToken = (userId: string) => jwt.sign({ userId }, 'ymera-signing-secret', { expiresIn: '24h' })`,
  },
  {
    practice: 'signing-secrets',
    name: 'the password of a database',
    rule: 'no-hardcoded-secrets',
    code: `
      import pg from 'pg'
      export const pool = new pg.Pool({ host: 'db.ymera.io', user: 'app', password: 'Tr0ub4dor&3' })`,
  },
  // TLS
  {
    practice: 'verify-certificates',
    name: 'verification switched off for the process',
    rule: 'no-insecure-tls',
    code: `process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0'`,
  },
  {
    practice: 'verify-certificates',
    name: 'verification switched off in an agent for axios',
    rule: 'no-insecure-tls',
    code: `
      import https from 'node:https'
      import axios from 'axios'
      const httpsAgent = new https.Agent({ rejectUnauthorized: false })
      export const check = (text: string) => axios.post('https://api.aetherlab.ai/check', { text }, { httpsAgent })`,
  },
  {
    practice: 'verify-certificates',
    name: 'verification switched off in got',
    rule: 'no-insecure-tls',
    code: `
      import got from 'got'
      export const get = () => got('https://api.aetherlab.ai', { https: { rejectUnauthorized: false } }).text()`,
  },
  {
    practice: 'verify-certificates',
    name: 'verification switched off in fetch',
    rule: 'no-insecure-tls',
    code: `
      import { Agent } from 'undici'
      const dispatcher = new Agent({ connect: { rejectUnauthorized: false } })
      export const load = () => fetch('https://api.aetherlab.ai', { dispatcher } as RequestInit)`,
  },
  {
    practice: 'verify-certificates',
    name: 'verification switched off for a database',
    rule: 'no-insecure-tls',
    code: `
      import pg from 'pg'
      export const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, ssl: { rejectUnauthorized: false } })`,
  },
  {
    practice: 'verify-certificates',
    name: 'a host name that is never checked',
    rule: 'no-insecure-tls',
    code: `
      import tls from 'node:tls'
      export const socket = tls.connect({ host: 'mail.ymera.io', port: 993, checkServerIdentity: () => undefined })`,
  },
  {
    practice: 'https',
    name: 'an API called over plain HTTP',
    rule: 'no-insecure-tls',
    code: `
      import axios from 'axios'
      export const api = axios.create({ baseURL: 'http://api.aetherlab.ai/v1' })
      export const login = (password: string) => axios.post('http://api.aetherlab.ai/login', { password })`,
  },
  // Logs
  {
    practice: 'secrets-in-logs',
    name: 'an API key in a message',
    rule: 'require-redacted-logger',
    code: `
      import pino from 'pino'
      const logger = pino({ redact: ['apiKey', '*.apiKey'] })
      const apiKey = process.env.OPENAI_API_KEY
      logger.info(\`Using key: \${apiKey}\`)`,
  },
  {
    practice: 'secrets-in-logs',
    name: 'an API key on the console',
    rule: 'require-redacted-logger',
    code: `console.log('Using key:', process.env.OPENAI_API_KEY)`,
  },
  {
    practice: 'secrets-in-logs',
    name: 'a request with its token',
    rule: 'require-redacted-logger',
    code: `
      export function logRequest(request: { token: string; query: string }) {
        console.info('Request', { token: request.token })
      }`,
  },
  {
    practice: 'secrets-in-logs',
    name: 'a token in an error report',
    rule: 'require-redacted-logger',
    code: `
      import * as Sentry from '@sentry/node'
      export function report(error: Error, token: string) {
        Sentry.captureException(error, { extra: { token } })
      }`,
  },
  {
    practice: 'content-in-logs',
    name: 'a prompt',
    rule: 'require-redacted-logger',
    strict: true,
    code: `
      export function generate(prompt: string) {
        console.log(\`Generating for prompt: \${prompt}\`)
      }`,
  },
  {
    practice: 'content-in-logs',
    name: 'the messages of a chat',
    rule: 'require-redacted-logger',
    strict: true,
    code: `
      import OpenAI from 'openai'
      const openai = new OpenAI()
      export function chat(messages: OpenAI.ChatCompletionMessageParam[]) {
        console.log('Asking the model', { messages })
        return openai.chat.completions.create({ model: 'gpt-4o-mini', messages })
      }`,
  },
  {
    practice: 'personal-data-in-logs',
    name: 'an email address',
    rule: 'require-redacted-logger',
    strict: true,
    code: `
      export function registered(user: { id: string; email: string }) {
        console.info('Registered', user.email)
      }`,
  },
  // Errors
  {
    practice: 'errors-to-clients',
    name: 'the text of an exception',
    rule: 'no-error-leak',
    code: `
      import express from 'express'
      const app = express()
      app.post('/check', async (req, res) => {
        try {
          res.json(await check())
        } catch (e) {
          res.status(500).send(\`Error: \${String(e)}\`)
        }
      })
      declare function check(): Promise<unknown>`,
  },
  {
    practice: 'errors-to-clients',
    name: 'the message of an exception',
    rule: 'no-error-leak',
    code: `
      import Fastify from 'fastify'
      const app = Fastify({ logger: { redact: ['password'] } })
      app.get('/models', async (request, reply) => {
        try {
          return await models()
        } catch (error) {
          return reply.code(502).send({ error: \`API error: \${(error as Error).message}\` })
        }
      })
      declare function models(): Promise<string[]>`,
  },
  {
    practice: 'errors-to-clients',
    name: 'the stack of an exception in a route handler',
    rule: 'no-error-leak',
    filename: 'app/api/generate/route.ts',
    code: `
      export async function POST() {
        try {
          return Response.json(await generate())
        } catch (error: any) {
          return Response.json({ error: error.message, stack: error.stack }, { status: 500 })
        }
      }
      declare function generate(): Promise<unknown>`,
  },
  // Input
  {
    practice: 'validate-input',
    name: 'a prompt taken from a request as it comes',
    rule: 'require-input-schema',
    code: `
      import express from 'express'
      import OpenAI from 'openai'
      const app = express()
      const openai = new OpenAI()
      app.post('/chat', async (req, res) => {
        const { prompt } = req.body
        const completion = await openai.chat.completions.create({ model: 'gpt-4o-mini', messages: [{ role: 'user', content: prompt }] })
        res.json(completion.choices[0])
      })`,
  },
  {
    practice: 'validate-input',
    name: 'a user id in an SQL statement',
    rule: 'require-input-schema',
    code: `
      import express from 'express'
      import pg from 'pg'
      const app = express()
      const pool = new pg.Pool()
      app.get('/users', async (req, res) => {
        const userId = req.query.userId
        const { rows } = await pool.query(\`SELECT name FROM users WHERE id = '\${userId}'\`)
        res.json(rows)
      })`,
  },
  {
    practice: 'validate-input',
    name: 'a file name from a request in a path',
    rule: 'require-input-schema',
    code: `
      import { createReadStream } from 'node:fs'
      import path from 'node:path'
      import express from 'express'
      const app = express()
      app.get('/files', (req, res) => {
        createReadStream(path.join('output', req.query.name as string)).pipe(res)
      })`,
  },
  {
    practice: 'validate-input',
    name: 'a body that is only said to have a type',
    rule: 'require-input-schema',
    filename: 'app/api/tasks/route.ts',
    code: `
      interface TaskRequest { prompt: string; maxTokens: number }
      export async function POST(request: Request) {
        const task = (await request.json()) as TaskRequest
        return Response.json(await runTask(task))
      }
      declare function runTask(task: TaskRequest): Promise<unknown>`,
  },
  {
    practice: 'validate-responses',
    name: "an API's answer that is only said to have a type",
    rule: 'require-input-schema',
    code: `
      interface Answer { messageId: string; createdAt: string }
      export async function chat(query: string): Promise<Answer> {
        const response = await fetch('https://api.gpo-core.io/chat', { method: 'POST', body: JSON.stringify({ query }) })
        return (await response.json()) as Answer
      }`,
  },
]

/** What the guides call good: every rule must be silent, in strict too. */
export const goodExamples: readonly PracticeExample[] = [
  {
    practice: 'keys-in-code',
    name: 'a key from the environment',
    recommended: true,
    code: `
      import OpenAI from 'openai'
      export const openai = new OpenAI({ apiKey: process.env.OPENAI_API_KEY })`,
  },
  {
    practice: 'keys-in-code',
    name: 'a key from the environment that must be there',
    recommended: true,
    code: `
      const apiKey = process.env.OPENAI_API_KEY
      if (!apiKey) throw new Error('OPENAI_API_KEY not set')
      export const headers = { 'x-api-key': apiKey }`,
  },
  {
    practice: 'keys-in-code',
    name: 'a key from AWS Secrets Manager',
    code: `
      import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
      import { z } from 'zod'
      const secret = z.object({ api_key: z.string() })
      export async function getApiKey(): Promise<string> {
        const client = new SecretsManagerClient({})
        const response = await client.send(new GetSecretValueCommand({ SecretId: 'aetherlab-api-key' }))
        return secret.parse(JSON.parse(response.SecretString ?? '{}')).api_key
      }`,
  },
  {
    practice: 'keys-in-code',
    name: 'a secret from Azure Key Vault',
    code: `
      import { DefaultAzureCredential } from '@azure/identity'
      import { SecretClient } from '@azure/keyvault-secrets'
      export async function getSecret(vaultUrl: string, secretName: string) {
        const client = new SecretClient(vaultUrl, new DefaultAzureCredential())
        return (await client.getSecret(secretName)).value
      }`,
  },
  {
    practice: 'keys-in-code',
    name: 'keys that rotate, by the names of their variables',
    recommended: true,
    code: `
      class ApiKeyManager {
        private keys = { primary: process.env.API_KEY_PRIMARY, secondary: process.env.API_KEY_SECONDARY }
        rotate() {
          this.keys = { primary: this.keys.secondary, secondary: this.keys.primary }
        }
        get activeKey() {
          return this.keys.primary
        }
      }
      export const manager = new ApiKeyManager()`,
  },
  {
    practice: 'keys-in-code',
    name: 'a placeholder in a template of settings',
    code: `export const template = { OPENAI_API_KEY: 'your-api-key-here', GEMINI_API_KEY: '<YOUR_GEMINI_API_KEY>', HF_TOKEN: 'hf_...' }`,
  },
  {
    practice: 'tokens-in-code',
    name: 'a token from the environment',
    recommended: true,
    code: `export const token = process.env.GPO_API_TOKEN`,
  },
  {
    practice: 'tokens-in-code',
    name: 'how long a token is good for',
    code: `
      import { decodeJwt } from 'jose'
      export function isTokenValid(token: string, bufferSeconds = 60): boolean {
        const { exp = 0 } = decodeJwt(token)
        return Date.now() / 1000 < exp - bufferSeconds
      }`,
  },
  {
    practice: 'signing-secrets',
    name: 'a signing secret handed in',
    code: `
      import jwt from 'jsonwebtoken'
      export class AuthManager {
        readonly algorithm = 'HS256'
        constructor(private readonly secretKey: string) {}
        createToken(userId: string, roles: string[]) {
          return jwt.sign({ userId, roles }, this.secretKey, { algorithm: this.algorithm, expiresIn: '24h' })
        }
      }`,
  },
  {
    practice: 'signing-secrets',
    name: 'a request signed with a secret handed in',
    code: `
      import { createHmac } from 'node:crypto'
      export function signRequest(payload: unknown, secret: string) {
        const timestamp = String(Math.floor(Date.now() / 1000))
        const signature = createHmac('sha256', secret).update(\`\${timestamp}.\${JSON.stringify(payload)}\`).digest('hex')
        return { signature, timestamp }
      }`,
  },
  {
    practice: 'verify-certificates',
    name: 'verification as it is by default',
    code: `
      import axios from 'axios'
      export const check = (text: string) => axios.post('https://api.aetherlab.ai/check', { text })`,
  },
  {
    practice: 'verify-certificates',
    name: "the authority's certificate given",
    code: `
      import { readFileSync } from 'node:fs'
      import https from 'node:https'
      export const agent = new https.Agent({ ca: readFileSync('/etc/ssl/certs/internal-ca.pem') })`,
  },
  {
    practice: 'https',
    name: 'plain HTTP on this machine only',
    code: `
      import axios from 'axios'
      export const api = axios.create({ baseURL: 'http://localhost:8000' })`,
  },
  {
    practice: 'secrets-in-logs',
    name: 'that a call was made, and how long the prompt was',
    code: `
      export function logCall(model: string, prompt: string) {
        console.info('API call initiated')
        console.info(\`Model: \${model}, Prompt length: \${prompt.length}\`)
      }`,
  },
  {
    practice: 'secrets-in-logs',
    name: 'a request with its token masked',
    code: `
      export function logRequest(request: { token?: string; path: string }) {
        const masked = { path: request.path, token: request.token ? '****' : undefined }
        console.info('Request', masked)
      }`,
  },
  {
    practice: 'secrets-in-logs',
    name: 'a logger that redacts',
    code: `
      import pino from 'pino'
      const logger = pino({ redact: ['apiKey', 'token', 'password', '*.apiKey', '*.token', '*.password'] })
      logger.info({ requestId: 'req-123', method: 'chat', durationMs: 156, status: 'success' }, 'API request completed')`,
  },
  {
    practice: 'secrets-in-logs',
    name: "a hash of the user's id",
    code: `
      import { createHash } from 'node:crypto'
      export function logSecurityEvent(userId: string, action: string, result: string) {
        const userHash = createHash('sha256').update(userId).digest('hex').slice(0, 8)
        console.info({ event: 'security_check', userHash, action, result, timestamp: new Date().toISOString() })
      }`,
  },
  {
    practice: 'content-in-logs',
    name: 'the length of the content and the verdict on it',
    code: `
      export async function processPrivateContent(content: string, userId: string) {
        console.info(\`Processing content for user \${userId}, length: \${content.length}\`)
        const result = await testPrompt(content)
        console.info(\`Content check result: \${result.isCompliant}\`)
        return result
      }
      declare function testPrompt(content: string): Promise<{ isCompliant: boolean }>`,
  },
  {
    practice: 'personal-data-in-logs',
    name: 'an audit trail by ids',
    code: `
      export function logOperation(userId: string, operation: string, model: string) {
        console.info(JSON.stringify({ timestamp: new Date().toISOString(), userId, operation, model }))
      }`,
  },
  {
    practice: 'errors-to-clients',
    name: 'a fixed text for the client, the error for the log',
    code: `
      import express from 'express'
      const app = express()
      app.post('/check', async (req, res) => {
        try {
          res.json(await check())
        } catch (error) {
          console.error('Unexpected error', error)
          res.status(500).json({ error: 'An error occurred' })
        }
      })
      declare function check(): Promise<unknown>`,
  },
  {
    practice: 'errors-to-clients',
    name: 'a text by the kind of the error',
    filename: 'app/api/generate/route.ts',
    code: `
      import { APIError, AuthenticationError } from 'openai'
      export async function POST() {
        try {
          return Response.json(await generate())
        } catch (error) {
          if (error instanceof AuthenticationError) return Response.json({ error: 'Service temporarily unavailable' }, { status: 503 })
          if (error instanceof APIError) return Response.json({ error: 'Unable to process request' }, { status: 502 })
          return Response.json({ error: 'An error occurred' }, { status: 500 })
        }
      }
      declare function generate(): Promise<unknown>`,
  },
  {
    practice: 'errors-to-clients',
    name: 'an error of our own, written for the user',
    code: `
      class UserFacingError extends Error {}
      export async function generateImage(prompt: string) {
        try {
          return await generate(prompt)
        } catch (error) {
          console.error('API error', error)
          throw new UserFacingError('Image generation failed. Please try again.')
        }
      }
      declare function generate(prompt: string): Promise<string>`,
  },
  {
    practice: 'validate-input',
    name: 'a body that a schema has accepted',
    code: `
      import express from 'express'
      import { z } from 'zod'
      const app = express()
      const taskRequest = z.object({
        prompt: z.string().min(1).max(10_000),
        userId: z.string().regex(/^[\\w-]+$/),
        maxTokens: z.number().int().min(1).max(8192).default(1024),
      })
      app.post('/tasks', async (req, res) => {
        const task = taskRequest.safeParse(req.body)
        if (!task.success) {
          res.status(400).json({ error: 'Invalid input' })
          return
        }
        res.json(await runTask(task.data))
      })
      declare function runTask(task: z.infer<typeof taskRequest>): Promise<unknown>`,
  },
  {
    practice: 'validate-input',
    name: 'a query that Fastify has checked against a schema, in a parameterised statement',
    code: `
      import Fastify from 'fastify'
      import pg from 'pg'
      const app = Fastify({ logger: { redact: ['password', '*.password', 'req.headers.authorization'] } })
      const pool = new pg.Pool()
      app.setErrorHandler((error, request, reply) => {
        request.log.error(error)
        return reply.code(500).send({ error: 'An error occurred' })
      })
      const querystring = { type: 'object', required: ['userId'], properties: { userId: { type: 'string', format: 'uuid' } } }
      app.get<{ Querystring: { userId: string } }>('/users', { schema: { querystring } }, async (request) => {
        const { rows } = await pool.query('SELECT name FROM users WHERE id = $1', [request.query.userId])
        return rows
      })`,
  },
  {
    practice: 'validate-responses',
    name: "an API's answer that a schema has accepted",
    code: `
      import { z } from 'zod'
      const answer = z.object({ messageId: z.string(), createdAt: z.iso.datetime() })
      export async function chat(query: string) {
        const response = await fetch('https://api.gpo-core.io/chat', { method: 'POST', body: JSON.stringify({ query }) })
        return answer.parse(await response.json())
      }`,
  },
]
