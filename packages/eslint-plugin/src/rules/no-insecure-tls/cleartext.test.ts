import { ruleTester } from '../../test/rule-tester.js'
import { noInsecureTls } from './rule.js'

ruleTester().run('no-insecure-tls: cleartext', noInsecureTls, {
  valid: [
    `const http = require('http')
http.request({ hostname: 'localhost', port: 80, path: '/' })`,
    `fetch('http://localhost:3000'); fetch('http://127.0.0.1'); fetch('http://foo.local'); fetch('http://x.internal/a'); fetch('http://a.test'); fetch('http://example.com'); fetch('http://10.0.0.1'); fetch('http://backend:8080')`,
    `if (url.startsWith('http://api.acme.io')) x()
const y = url.replace('http://api.acme.io', 'https://api.acme.io')
if (u.protocol === 'http:') z()
if (url === 'http://api.acme.io') z()`,
    `const svg = <svg xmlns="http://www.w3.org/2000/svg" />
document.createElementNS('http://www.w3.org/2000/svg', 'g')
const $schema = 'http://json-schema.org/draft-07/schema#'`,
    `// see http://docs.acme.io
const text = 'Read more at http://docs.acme.io/help'
console.log('http://docs.acme.io')
throw new Error('see http://docs.acme.io')`,
    { code: `await fetch('http://api.acme.io/v1/users')`, filename: 'src/a.test.ts' },
    `const API = process.env.NODE_ENV === 'development' ? 'http://dev.acme.io' : 'https://api.acme.io'`,
    `const license = { name: 'MIT', url: 'http://acme.io/license' }
const info = { contact: { url: 'http://acme.io' } }`,
    `const x = 'http://files.acme.io/a'`,
    `const pool = new Pool({ connectionString: 'postgres://u@localhost/x?sslmode=disable' })`,
    `if (url.includes('sslmode=disable')) x()`,
    `import http from 'http'
http.createServer(app).listen(3000)`,
    `const bots = [{ name: 'Googlebot', url: 'http://www.google.com/bot.html' }]`,
  ],
  invalid: [
    {
      code: `await fetch('http://api.acme.io/v1/users')`,
      errors: [
        {
          messageId: 'cleartextAddress',
          line: 1,
          suggestions: [{ messageId: 'useSecureScheme', output: `await fetch('https://api.acme.io/v1/users')` }],
        },
      ],
    },
    {
      code: `const API_URL = 'http://api.acme.io'`,
      errors: [
        {
          messageId: 'cleartextAddress',
          line: 1,
          suggestions: [{ messageId: 'useSecureScheme', output: `const API_URL = 'https://api.acme.io'` }],
        },
      ],
    },
    {
      code: `const u = 'http://api.acme.io'
await fetch(u)`,
      errors: [
        {
          messageId: 'cleartextAddress',
          line: 1,
          suggestions: [
            {
              messageId: 'useSecureScheme',
              output: `const u = 'https://api.acme.io'
await fetch(u)`,
            },
          ],
        },
      ],
    },
    {
      code: `const u = 'http://api.acme.io'
await fetch(\`\${u}/users/\${id}\`)`,
      errors: [
        {
          messageId: 'cleartextAddress',
          line: 1,
          suggestions: [
            {
              messageId: 'useSecureScheme',
              output: `const u = 'https://api.acme.io'
await fetch(\`\${u}/users/\${id}\`)`,
            },
          ],
        },
      ],
    },
    {
      code: `axios.post('http://api.acme.io/login', { password })`,
      errors: [
        {
          messageId: 'cleartextAddress',
          line: 1,
          suggestions: [
            { messageId: 'useSecureScheme', output: `axios.post('https://api.acme.io/login', { password })` },
          ],
        },
      ],
    },
    {
      code: `const api = axios.create({ baseURL: 'http://api.acme.io' })`,
      errors: [
        {
          messageId: 'cleartextAddress',
          line: 1,
          suggestions: [
            { messageId: 'useSecureScheme', output: `const api = axios.create({ baseURL: 'https://api.acme.io' })` },
          ],
        },
      ],
    },
    {
      code: `import axios from 'axios'
const api = axios.create({ timeout: 1 })
api.get('http://api.acme.io/x')`,
      errors: [
        {
          messageId: 'cleartextAddress',
          line: 3,
          suggestions: [
            {
              messageId: 'useSecureScheme',
              output: `import axios from 'axios'
const api = axios.create({ timeout: 1 })
api.get('https://api.acme.io/x')`,
            },
          ],
        },
      ],
    },
    {
      code: `new WebSocket('ws://stream.acme.io')`,
      errors: [
        {
          messageId: 'cleartextAddress',
          line: 1,
          suggestions: [{ messageId: 'useSecureScheme', output: `new WebSocket('wss://stream.acme.io')` }],
        },
      ],
    },
    {
      code: `import mqtt from 'mqtt'
mqtt.connect('mqtt://broker.acme.io')`,
      errors: [
        {
          messageId: 'cleartextAddress',
          line: 2,
          suggestions: [
            {
              messageId: 'useSecureScheme',
              output: `import mqtt from 'mqtt'
mqtt.connect('mqtts://broker.acme.io')`,
            },
          ],
        },
      ],
    },
    {
      code: `import amqp from 'amqplib'
amqp.connect('amqp://user@mq.acme.io')`,
      errors: [
        {
          messageId: 'cleartextAddress',
          line: 2,
          suggestions: [
            {
              messageId: 'useSecureScheme',
              output: `import amqp from 'amqplib'
amqp.connect('amqps://user@mq.acme.io')`,
            },
          ],
        },
      ],
    },
    {
      code: `import ldap from 'ldapjs'
ldap.createClient({ url: 'ldap://ldap.acme.io' })`,
      errors: [
        {
          messageId: 'cleartextAddress',
          line: 2,
          suggestions: [
            {
              messageId: 'useSecureScheme',
              output: `import ldap from 'ldapjs'
ldap.createClient({ url: 'ldaps://ldap.acme.io' })`,
            },
          ],
        },
      ],
    },
    {
      code: 'const x = <form action="http://acme.io/post" />',
      errors: [
        {
          messageId: 'cleartextAddress',
          line: 1,
          suggestions: [{ messageId: 'useSecureScheme', output: 'const x = <form action="https://acme.io/post" />' }],
        },
      ],
    },
    {
      code: 'const x = <script src="http://cdn.acme.io/a.js" />',
      errors: [
        {
          messageId: 'cleartextAddress',
          line: 1,
          suggestions: [
            { messageId: 'useSecureScheme', output: 'const x = <script src="https://cdn.acme.io/a.js" />' },
          ],
        },
      ],
    },
    {
      code: 'const x = <a href="http://acme.io">x</a>',
      errors: [
        {
          messageId: 'cleartextAddress',
          line: 1,
          suggestions: [{ messageId: 'useSecureScheme', output: 'const x = <a href="https://acme.io">x</a>' }],
        },
      ],
    },
    {
      code: `const req = new XMLHttpRequest(); req.open('GET', 'http://api.acme.io')`,
      errors: [
        {
          messageId: 'cleartextAddress',
          line: 1,
          suggestions: [
            {
              messageId: 'useSecureScheme',
              output: `const req = new XMLHttpRequest(); req.open('GET', 'https://api.acme.io')`,
            },
          ],
        },
      ],
    },
    {
      code: `const es = new EventSource('http://api.acme.io/events')`,
      errors: [
        {
          messageId: 'cleartextAddress',
          line: 1,
          suggestions: [
            { messageId: 'useSecureScheme', output: `const es = new EventSource('https://api.acme.io/events')` },
          ],
        },
      ],
    },
    {
      code: `const u = new URL('http://api.acme.io')`,
      errors: [
        {
          messageId: 'cleartextAddress',
          line: 1,
          suggestions: [{ messageId: 'useSecureScheme', output: `const u = new URL('https://api.acme.io')` }],
        },
      ],
    },
    {
      code: `const url = process.env.API_URL || 'http://api.acme.io'
request(url)
const API_URL = process.env.API_URL || 'http://api2.acme.io'`,
      errors: [
        {
          messageId: 'cleartextAddress',
          line: 1,
          suggestions: [
            {
              messageId: 'useSecureScheme',
              output: `const url = process.env.API_URL || 'https://api.acme.io'
request(url)
const API_URL = process.env.API_URL || 'http://api2.acme.io'`,
            },
          ],
        },
        {
          messageId: 'cleartextAddress',
          line: 3,
          suggestions: [
            {
              messageId: 'useSecureScheme',
              output: `const url = process.env.API_URL || 'http://api.acme.io'
request(url)
const API_URL = process.env.API_URL || 'https://api2.acme.io'`,
            },
          ],
        },
      ],
    },
    {
      code: `class C { private readonly baseUrl = 'http://api.acme.io' }`,
      errors: [
        {
          messageId: 'cleartextAddress',
          line: 1,
          suggestions: [
            { messageId: 'useSecureScheme', output: `class C { private readonly baseUrl = 'https://api.acme.io' }` },
          ],
        },
      ],
    },
    {
      code: `this.endpoint = 'http://api.acme.io'`,
      errors: [
        {
          messageId: 'cleartextAddress',
          line: 1,
          suggestions: [{ messageId: 'useSecureScheme', output: `this.endpoint = 'https://api.acme.io'` }],
        },
      ],
    },
    {
      code: `http.get('http://api.acme.io/x')`,
      errors: [
        {
          messageId: 'cleartextAddress',
          line: 1,
          suggestions: [{ messageId: 'useSecureScheme', output: `http.get('https://api.acme.io/x')` }],
        },
      ],
    },
    {
      code: `const http = require('http')
http.request({ hostname: 'api.acme.io', port: 80, path: '/' })`,
      errors: [{ messageId: 'cleartextClient', line: 2 }],
    },
    {
      code: `import { io } from 'socket.io-client'
const socket = io('http://rt.acme.io')`,
      errors: [
        {
          messageId: 'cleartextAddress',
          line: 2,
          suggestions: [
            {
              messageId: 'useSecureScheme',
              output: `import { io } from 'socket.io-client'
const socket = io('https://rt.acme.io')`,
            },
          ],
        },
      ],
    },
    {
      code: `const x = 'http://files.acme.io/a'`,
      options: [{ strict: true }],
      errors: [
        {
          messageId: 'cleartextAddress',
          line: 1,
          suggestions: [{ messageId: 'useSecureScheme', output: `const x = 'https://files.acme.io/a'` }],
        },
      ],
    },
    {
      code: `const pool = new Pool({ connectionString: 'postgres://u@db.acme.io/x?sslmode=disable' })`,
      errors: [{ messageId: 'cleartextParameter', line: 1 }],
    },
    {
      code: 'const url = `postgresql://${user}:${pw}@${host}:5432/${db}?sslmode=no-verify`',
      errors: [{ messageId: 'unverifiedParameter', line: 1 }],
    },
    {
      code: `const url = process.env.DATABASE_URL + '?sslmode=no-verify'`,
      errors: [{ messageId: 'unverifiedParameter', line: 1 }],
    },
    {
      code: `const c = 'Server=tcp:db.acme.io,1433;Database=x;Encrypt=false;'`,
      errors: [{ messageId: 'cleartextParameter', line: 1 }],
    },
    { code: `const u = 'mongodb://db.acme.io/x?tls=false'`, errors: [{ messageId: 'cleartextParameter', line: 1 }] },
    {
      code: `const d = neo4j.driver('neo4j+ssc://graph.acme.io', auth)`,
      errors: [{ messageId: 'unverifiedParameter', line: 1 }],
    },
    {
      code: `const proxy = { host: 'proxy.acme.io', protocol: 'http' }`,
      errors: [{ messageId: 'cleartextClient', line: 1 }],
    },
    {
      code: `const config = { proxy: 'http://proxy.acme.io:3128' }`,
      errors: [
        {
          messageId: 'cleartextAddress',
          line: 1,
          suggestions: [
            { messageId: 'useSecureScheme', output: `const config = { proxy: 'https://proxy.acme.io:3128' }` },
          ],
        },
      ],
    },
    {
      code: `const spec = { servers: [{ url: 'http://api.acme.io' }] }`,
      errors: [
        {
          messageId: 'cleartextAddress',
          line: 1,
          suggestions: [
            { messageId: 'useSecureScheme', output: `const spec = { servers: [{ url: 'https://api.acme.io' }] }` },
          ],
        },
      ],
    },
    {
      code: `app.use(cors({ origin: 'http://app.acme.io' }))`,
      errors: [
        {
          messageId: 'cleartextAddress',
          line: 1,
          suggestions: [{ messageId: 'useSecureScheme', output: `app.use(cors({ origin: 'https://app.acme.io' }))` }],
        },
      ],
    },
    {
      code: `const s = z.object({ API_URL: z.string().url().default('http://api.acme.io') })`,
      errors: [
        {
          messageId: 'cleartextAddress',
          line: 1,
          suggestions: [
            {
              messageId: 'useSecureScheme',
              output: `const s = z.object({ API_URL: z.string().url().default('https://api.acme.io') })`,
            },
          ],
        },
      ],
    },
    {
      code: `const req = { method: 'POST', url: 'http://api.acme.io/x', headers: {} }`,
      errors: [
        {
          messageId: 'cleartextAddress',
          line: 1,
          suggestions: [
            {
              messageId: 'useSecureScheme',
              output: `const req = { method: 'POST', url: 'https://api.acme.io/x', headers: {} }`,
            },
          ],
        },
      ],
    },
    {
      code: `import http from 'http'
http.createServer(app).listen(3000)`,
      options: [{ strict: true }],
      errors: [{ messageId: 'cleartextServer', line: 2 }],
    },
    {
      code: `app.use(helmet({ hsts: false }))
import helmet from 'helmet'`,
      options: [{ strict: true }],
      output: `app.use(helmet({}))
import helmet from 'helmet'`,
      errors: [{ messageId: 'hstsOff', line: 1 }],
    },
    {
      code: `res.setHeader('Strict-Transport-Security', 'max-age=0')`,
      options: [{ strict: true }],
      errors: [{ messageId: 'hstsOff', line: 1 }],
    },
    {
      code: `import session from 'express-session'
app.use(session({ secret, cookie: { secure: false } }))`,
      options: [{ strict: true }],
      errors: [{ messageId: 'cookieWithoutSecure', line: 2 }],
    },
    {
      code: `res.redirect('http://app.acme.io/x')`,
      options: [{ strict: true }],
      errors: [
        {
          messageId: 'cleartextAddress',
          line: 1,
          suggestions: [{ messageId: 'useSecureScheme', output: `res.redirect('https://app.acme.io/x')` }],
        },
      ],
    },
    {
      code: `import { Client } from '@elastic/elasticsearch'
new Client({ node: 'http://es.acme.io:9200' })`,
      errors: [
        {
          messageId: 'cleartextAddress',
          line: 2,
          suggestions: [
            {
              messageId: 'useSecureScheme',
              output: `import { Client } from '@elastic/elasticsearch'
new Client({ node: 'https://es.acme.io:9200' })`,
            },
          ],
        },
      ],
    },
    {
      code: `const openai = new OpenAI({ baseURL: 'http://llm.acme.io/v1' })`,
      errors: [
        {
          messageId: 'cleartextAddress',
          line: 1,
          suggestions: [
            {
              messageId: 'useSecureScheme',
              output: `const openai = new OpenAI({ baseURL: 'https://llm.acme.io/v1' })`,
            },
          ],
        },
      ],
    },
    {
      code: `fetch('http://' + 'api.acme.io' + '/x')`,
      errors: [
        {
          messageId: 'cleartextAddress',
          line: 1,
          suggestions: [{ messageId: 'useSecureScheme', output: `fetch('https://' + 'api.acme.io' + '/x')` }],
        },
      ],
    },
    {
      code: `axios({ method: 'get', url: 'http://api.acme.io' })`,
      errors: [
        {
          messageId: 'cleartextAddress',
          line: 1,
          suggestions: [
            { messageId: 'useSecureScheme', output: `axios({ method: 'get', url: 'https://api.acme.io' })` },
          ],
        },
      ],
    },
    {
      code: `const WEBHOOK = 'http://hooks.acme.io/x'
await got.post(WEBHOOK, { json })`,
      errors: [
        {
          messageId: 'cleartextAddress',
          line: 1,
          suggestions: [
            {
              messageId: 'useSecureScheme',
              output: `const WEBHOOK = 'https://hooks.acme.io/x'
await got.post(WEBHOOK, { json })`,
            },
          ],
        },
      ],
    },
    {
      code: `import got from 'got'
const send = (path) => got(\`http://api.acme.io/\${path}\`)`,
      errors: [
        {
          messageId: 'cleartextAddress',
          line: 2,
          suggestions: [
            {
              messageId: 'useSecureScheme',
              output: `import got from 'got'
const send = (path) => got(\`https://api.acme.io/\${path}\`)`,
            },
          ],
        },
      ],
    },
    {
      code: `$.ajax({ url: 'http://api.acme.io', type: 'POST' })`,
      errors: [
        {
          messageId: 'cleartextAddress',
          line: 1,
          suggestions: [
            { messageId: 'useSecureScheme', output: `$.ajax({ url: 'https://api.acme.io', type: 'POST' })` },
          ],
        },
      ],
    },
  ],
})
