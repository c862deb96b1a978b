import * as parser from '@typescript-eslint/parser'
import { Linter } from 'eslint'
import { describe, expect, it } from 'vitest'
import { requireInputSchema } from './rule.js'

/** What was settled once, a case a line: what is left alone, and what only looks as if it were. */

const linter = new Linter({ cwd: '/' })

function findings(code: string, options: object = {}, filename = 'src/x.ts'): string[] {
  return linter
    .verify(
      code,
      {
        files: ['**/*.ts', '**/*.js'],
        languageOptions: { parser },
        plugins: { palisade: { rules: { 'require-input-schema': requireInputSchema as never } } },
        rules: { 'palisade/require-input-schema': ['error', options] },
      },
      { filename: `/service/${filename}` },
    )
    .map(({ messageId, message }) => messageId ?? message)
}

const STRICT = { strict: true }

/** A handler of Express with these statements. */
function express(statements: string, before = ''): string {
  return `import express from 'express'\nconst app = express()\n${before}\napp.all('/x/:id', async (req, res) => { ${statements} })`
}

describe('stays silent on', () => {
  it('handlers that do not touch input', () => {
    expect(findings(express('res.json(await users.list())'), STRICT)).toEqual([])
  })

  it('what validators are given that another function makes, or that compilers renamed', () => {
    expect(findings(express('await validateUpdate(req.params.id)(req.body)'))).toEqual([])
    expect(
      findings(
        express('await settings.default(req.body)', "var settings = require('./validation/admin/settings.js')"),
        {},
        'src/x.js',
      ),
    ).toEqual([])
  })

  it('health checks', () => {
    const code = "import express from 'express'\nexpress().get('/healthz', (req, res) => { res.send('ok') })"
    expect(findings(code, STRICT)).toEqual([])
  })

  it('route parameters compared with literals', () => {
    expect(findings(express("res.render(req.params.id === 'users' ? 'users' : 'home')"), STRICT)).toEqual([])
  })

  it('values that a validating framework gives their type', () => {
    const fastify = (schema: string): string =>
      `import Fastify from 'fastify'\nconst app = Fastify().withTypeProvider<ZodTypeProvider>()\napp.post('/x', ${schema}async (request) => save(request.body.name))`
    expect(findings(fastify('{ schema: { body: z.object({ name: z.string() }) } }, '))).toEqual([])
    expect(findings(fastify(''))).toEqual(['unvalidated'])
  })

  it('signatures over raw bodies; what is parsed after them counts', () => {
    const hook = (statements: string): string =>
      `import express from 'express'\nexpress().post('/hook', express.raw({ type: '*/*' }), (req, res) => { ${statements} })`
    const check = 'if (!verifySignature(req.body, req.headers.signature)) return res.sendStatus(401)'
    expect(findings(hook(`${check}; res.sendStatus(204)`))).toEqual([])
    expect(findings(hook(`${check}; const it = JSON.parse(req.body.toString()); deploy(it.branch)`))).toEqual([
      'unvalidated',
    ])
    expect(
      findings(hook(`${check}; const it = Push.parse(JSON.parse(req.body.toString())); deploy(it.branch)`)),
    ).toEqual([])
    expect(
      findings(hook('const event = stripe.webhooks.constructEvent(req.body, signature, secret); fulfil(event.data)')),
    ).toEqual([])
  })

  it('tests', () => {
    expect(findings(express('save(req.body.name)'), {}, 'src/x.test.ts')).toEqual([])
    expect(findings(express('save(req.body.name)'), { testFiles: true }, 'src/x.test.ts')).toEqual(['unvalidated'])
  })

  it('a body that goes on to another service untouched, but in strict', () => {
    const proxy =
      "export async function POST(request: Request) { const body = await request.json(); return fetch('https://upstream.example.com', { method: 'POST', body: JSON.stringify(body) }) }"
    expect(findings(proxy)).toEqual([])
    expect(findings(proxy, STRICT)).toEqual(['unvalidated'])
  })

  it('a request that is put together anew for another framework, but in strict', () => {
    const code = express('controller({ method: req.method, path: req.path, query: req.query, body: req.body })')
    expect(findings(code)).toEqual([])
    expect(findings(code, STRICT)).toEqual(['unvalidated', 'unvalidated'])
    expect(findings(express('controller({ query: req.query, body: req.body })'))).toEqual([
      'unvalidated',
      'unvalidated',
    ])
  })

  it('type declarations', () => {
    expect(findings('declare const body: User', STRICT, 'src/x.d.ts')).toEqual([])
    expect(
      findings('export interface Body { name: string }\nexport declare function body(request: Request): Body'),
    ).toEqual([])
  })
})

describe('route parameters', () => {
  it('are reported in strict where they are merely passed on', () => {
    expect(findings(express('res.json(await users.get(req.params.id))'))).toEqual([])
    expect(findings(express('res.json(await users.get(req.params.id))'), STRICT)).toEqual(['unvalidated'])
  })

  it.each([
    ['claimed to be more than a text', 'get((req.params as { id: number }).id)', 'cast'],
    ['a number without a check', 'get(Number(req.params.id))', 'unvalidated'],
    ['part of a path', "fs.readFile(path.join('files', req.params.id))", 'unvalidated'],
    ['part of a query', 'db.query(`select * from t where id = ${req.params.id}`)', 'unvalidated'],
    ['part of a command', 'exec(`git show ${req.params.id}`)', 'unvalidated'],
    ['part of an address', 'fetch(`https://api.example.com/${req.params.id}`)', 'unvalidated'],
  ])('are reported as %s', (_, use, expected) => {
    expect(findings(express(use))).toEqual([expected])
  })

  it('are left alone as numbers that are checked', () => {
    expect(
      findings(
        express('const id = Number(req.params.id); if (!Number.isInteger(id)) return res.sendStatus(400); get(id)'),
      ),
    ).toEqual([])
  })
})

describe('a text that a schema accepted', () => {
  const parsed = (use: string): string => express(`const { filter } = Query.parse(req.query); ${use}`)

  it('is accepted as a text', () => expect(findings(parsed('find(filter)'))).toEqual([]))

  it('is a new source once it is parsed', () => {
    expect(findings(parsed('find(JSON.parse(filter))'))).toEqual(['unvalidated'])
    expect(findings(parsed('find(Filter.parse(JSON.parse(filter)))'))).toEqual([])
    expect(findings(express('insert(JSON.parse(z.string().parse(req.body.json)))'))).toEqual(['unvalidated'])
  })
})

it('a form that is handed whole to who signs somebody in is looked at there', () => {
  const action = (use: string): string =>
    `'use server'\nimport { signIn } from '@/auth'\nexport async function login(state: string, formData: FormData) { ${use} }`
  expect(findings(action("await signIn('credentials', formData)"))).toEqual([])
  expect(findings(action("await db.insert(formData.get('name'))"))).toEqual(['unvalidated'])
})

it('a schema is known in a table of schemas', () => {
  const loop = (use: string): string => `for (const block of message.content) if (block.type === 'tool_use') { ${use} }`
  expect(findings(loop('await run(schemas[block.name].parse(block.input))'))).toEqual([])
  expect(findings(loop('await run(parsers[block.name](block.input))'))).toEqual(['unvalidated'])
})

it('a raw message that is asserted to be a text is judged where it is parsed', () => {
  const code = (use: string): string =>
    `Bun.serve({ websocket: { message(ws, message) { const data = JSON.parse(message as string); ${use} } } })`
  expect(findings(code('console.log(data)'))).toEqual([])
  expect(findings(code('ws.publish(data.room, data.text)'))).toEqual(['unvalidated'])
})

it('a value that differs from a constant may be anything else', () => {
  const listed = (test: string): string => express(`const { status } = req.query; if (${test}) { list(status) }`)
  expect(findings(listed("status !== 'all'"))).toEqual(['unvalidated'])
  expect(findings(listed("status && status !== 'all'"))).toEqual(['unvalidated'])
  expect(findings(listed("status === 'open' || status === 'done'"))).toEqual([])
  expect(findings(express("const { status } = req.query; if (status !== 'open') return; list(status)"))).toEqual([])
})

it.each([
  [
    'Hono',
    "import { upgradeWebSocket } from 'hono/bun'\napp.get('/ws', upgradeWebSocket(() => ({ onMessage(event) { const it = JSON.parse(event.data); USE } })))",
  ],
  [
    'Fastify',
    "import Fastify from 'fastify'\nFastify().get('/ws', { websocket: true }, (socket) => { socket.on('message', (raw) => { const it = JSON.parse(raw.toString()); USE }) })",
  ],
  [
    "Anthropic's blocks under any name",
    "for (const b of response.content) { if (b.type !== 'tool_use') continue; const it = b.input; USE }",
  ],
  [
    'a service that answers page by page',
    "import axios from 'axios'\nlet url = 'https://api.example.com/x'\nwhile (url) { const { data: it, headers } = await axios.get(url); USE; url = next(headers) }",
  ],
])('messages and answers are found: %s', (_, code) => {
  expect(findings(code.replace('USE', 'save(it.name)'))).toEqual(['unvalidated'])
  expect(findings(code.replace('USE', 'save(Order.parse(it).name)'))).toEqual([])
})

it("messages of kafkajs are looked at in strict, where its consumer's own call hands them out", () => {
  const code = `import { Kafka } from 'kafkajs'
    const consumer = new Kafka({}).consumer({ groupId: 'x' })
    await consumer.run({ eachMessage: async ({ message }) => { save(JSON.parse(message.value.toString()).id) } })`
  expect(findings(code)).toEqual([])
  expect(findings(code, STRICT)).toEqual(['unvalidated'])
})

it('a route parameter in the text of a path is reported, wherever that goes; an id that names a file is not', () => {
  expect(findings(express('await files.removeFile(`./data/${req.params.id}.json`)'))).toEqual(['unvalidated'])
  expect(findings(express('await fs.readFile(req.params.id)'))).toEqual(['unvalidated'])
  expect(findings(express('await files.removeFile(req.params.id)'))).toEqual([])
  expect(findings(express('new Parse.File(req.params.id)'))).toEqual([])
})

it("a route's path is no schema of its parameters", () => {
  const hapi = (validate: string): string =>
    `import { ServerRoute } from '@hapi/hapi'
    export const routes: ServerRoute[] = [{ method: 'DELETE', path: '/files/{id}', ${validate}handler: async ({ params }) => fs.unlink(\`./data/\${params.id}\`) }]`
  expect(findings(hapi(''))).toEqual(['unvalidated'])
  expect(findings(hapi('options: { validate: { params: schema } }, '))).toEqual([])
})

it('what an attempt answers is what the function in it returns', () => {
  const attempt = (use: string): string =>
    `export const POST = async (req: Request) => { const body = await retry(() => req.json()); ${use}; return new Response() }`
  expect(findings(attempt('await save(body)'), {}, 'app/api/x/route.ts')).toEqual(['unvalidated'])
  expect(findings(attempt('await save(Order.parse(body))'), {}, 'app/api/x/route.ts')).toEqual([])
  const effect = `import { Effect, Schema } from 'effect'
    export const POST = async (req: Request) => {
      const program = Effect.gen(function* () {
        const body = yield* Effect.tryPromise({ try: () => req.json(), catch: (e) => e })
        yield* save(yield* Schema.decodeUnknown(Order)(body))
      })
      return Response.json(await Effect.runPromise(program))
    }`
  expect(findings(effect, {}, 'app/api/x/route.ts')).toEqual([])
})

describe('an answer of another service', () => {
  it.each([
    "const http = axios.create({ baseURL: 'https://api.example.com' }); const { data } = await http.get('/rates')",
    "const { data } = await axios('https://api.example.com/rates')",
  ])('is told by the base of the client, too: %s', (read) => {
    expect(findings(`import axios from 'axios'\nexport async function f() { ${read}; await save(data.eur) }`)).toEqual([
      'unvalidated',
    ])
  })

  it("is the program's own where the client has no such base", () => {
    const read = "const http = axios.create({ timeout: 1 }); const { data } = await http.get('/api/rates')"
    expect(findings(`import axios from 'axios'\nexport async function f() { ${read}; await save(data.eur) }`)).toEqual(
      [],
    )
  })
})

it('a member is seen after a comment', () => {
  expect(findings('export const create = (req, res) => { const { // whole\n body } = req; save(body.name) }')).toEqual([
    'unvalidated',
  ])
})

it('jobs of a queue are looked at in strict', () => {
  const code = "import { Worker } from 'bullmq'\nnew Worker('mail', async (job) => { await send(job.data.to) })"
  expect(findings(code)).toEqual([])
  expect(findings(code, STRICT)).toEqual(['unvalidated'])
})

it('uploaded files and raw bodies are left alone until they are parsed', () => {
  expect(findings(express('await store(req.file)'))).toEqual([])
  const text = (use: string): string =>
    `export async function POST(request: Request) { const text = await request.text(); ${use}; return new Response() }`
  expect(findings(text('await archive(text)'))).toEqual([])
  expect(findings(text('await save(JSON.parse(text).name)'))).toEqual(['unvalidated'])
})

describe('checks of one value', () => {
  const chosen = (check: string): string =>
    express(
      `const { sort } = req.query; if (!(${check})) return res.sendStatus(400); list(sort)`,
      `
      const SET = new Set(['a']); const MAP = new Map([['a', 1]]); const LIST = ['a']; const OBJECT = { a: 1 }`,
    )

  it.each([
    'SET.has(sort)',
    'MAP.has(sort)',
    'LIST.includes(sort)',
    'sort in OBJECT',
    'Object.hasOwn(OBJECT, sort)',
    'Object.prototype.hasOwnProperty.call(OBJECT, sort)',
    '/^[a-z]+$/.test(sort)',
  ])('%s is one', (check) => expect(findings(chosen(check))).toEqual([]))

  it.each(['sort', '/[a-z]/.test(sort)', 'sort.length'])('%s is none', (check) =>
    expect(findings(chosen(check))).toEqual(['unvalidated']),
  )

  it.each(['req.query.n.toString()', 'String(req.query.n)', 'Number(req.query.n)', 'parseInt(req.query.n, 10)'])(
    '%s alone is none',
    (conversion) => expect(findings(express(`list(${conversion})`))).toEqual(['unvalidated']),
  )
})

it.each([
  ['find', 'query', 'query'],
  ['get', 'query.id', 'query'],
  ['some', 'body', 'body'],
])('what a model of another file is asked for by %s is used', (method, read) => {
  const code = `import User from './user'\nimport express from 'express'\nexpress().get('/x', async (req, res) => { res.json(await User.${method}(req.${read})) })`
  expect(findings(code)).toEqual(['unvalidated'])
})

describe('a member that was written', () => {
  it('is no longer outside data', () => {
    expect(findings(express('req.body.author = req.user.id; save(req.body.author)'))).toEqual([])
    expect(findings(express('req.body.author = req.user.id; save(req.body.text)'))).toEqual(['unvalidated'])
  })

  it('with what it was is only put in order; the use that follows counts', () => {
    const found = linter.verify(
      express('if (!Array.isArray(req.query.tags)) req.query.tags = [req.query.tags]\nlist(req.query.tags)'),
      {
        files: ['**/*.ts'],
        languageOptions: { parser },
        plugins: { palisade: { rules: { 'require-input-schema': requireInputSchema as never } } },
        rules: { 'palisade/require-input-schema': 'error' },
      },
      { filename: '/service/x.ts' },
    )
    expect(found.map(({ line, messageId }) => [line, messageId])).toEqual([[5, 'unvalidated']])
  })
})

describe('modules by other addresses', () => {
  it.each(['https://deno.land/x/oak@v12.6.1/mod.ts', 'jsr:@oak/oak', 'jsr:@oak/oak@17', '@oak/oak', 'npm:@oak/oak@17'])(
    'oak from %s',
    (module) => {
      const oak = (use: string): string =>
        `import { Router } from '${module}'\nconst router = new Router()\nrouter.post('/x', async (ctx) => { const body = await ctx.request.body.json(); ${use} })`
      expect(findings(oak('await save(body.name)'))).toEqual(['unvalidated'])
      expect(findings(oak('await save(User.parse(body).name)'))).toEqual([])
    },
  )

  it.each([
    'npm:hono@4',
    'npm:/hono',
    'jsr:@hono/hono@^4',
    'https://esm.sh/hono@4.2.1',
    'https://deno.land/x/hono@v4/mod.ts',
  ])('Hono from %s', (module) => {
    const code = `import { Hono } from '${module}'\nnew Hono().post('/x', async (c) => { await save((await c.req.json()).name); return c.text('') })`
    expect(findings(code)).toEqual(['unvalidated'])
  })
})

describe('Hono', () => {
  const hono = (validator: string, use: string): string =>
    `import { Hono } from 'hono'\nimport { zValidator } from '@hono/zod-validator'\nimport { z } from 'zod'\nnew Hono().post('/x', ${validator}, async (c) => c.json(await ${use}))`

  it('the raw query beside the one that a schema accepted', () => {
    const validator = "zValidator('query', z.object({ q: z.string() }))"
    expect(findings(hono(validator, "find(c.req.valid('query').q)"))).toEqual([])
    expect(findings(hono(validator, "find(c.req.query('sort'))"))).toEqual(['rawCopy'])
    expect(findings(hono(validator, 'save(await c.req.json())'))).toEqual(['unvalidated'])
  })

  it('what a schema of anything accepted', () => {
    expect(findings(hono("zValidator('json', z.object({}).passthrough())", "save(c.req.valid('json'))"))).toEqual([
      'acceptsAnything',
    ])
    expect(findings(hono("zValidator('json', z.object({ a: z.string() }))", "save(c.req.valid('json'))"))).toEqual([])
  })
})

describe('a body that a plain server collects', () => {
  const server = (collect: string, use: string): string =>
    `import http from 'node:http'\nhttp.createServer(async (req, res) => { ${collect.replace('USE', use)} })`

  it.each([
    [
      'as text',
      "let body = ''; req.on('data', (chunk) => { body += chunk }); req.on('end', () => { const it = JSON.parse(body); USE })",
    ],
    [
      'as bytes',
      "const chunks = []; req.on('data', (chunk) => chunks.push(chunk)).on('end', () => { const it = JSON.parse(Buffer.concat(chunks)); USE })",
    ],
    [
      'in a loop',
      'const chunks = []; for await (const chunk of req) chunks.push(chunk); const it = JSON.parse(Buffer.concat(chunks).toString()); USE',
    ],
    [
      'as a form',
      "let body = ''; req.on('data', (chunk) => { body += chunk }); req.on('end', () => { const it = new URLSearchParams(body); USE })",
    ],
  ])('%s', (_, collect) => {
    expect(findings(server(collect, 'save(it.get ? it.get("a") : it.name)'))).toEqual(['unvalidated'])
    expect(findings(server(collect, 'save(User.parse(it))'))).toEqual([])
    expect(findings(server(collect, 'log(it)'))).toEqual([])
  })

  it('in a helper that answers with a promise', () => {
    const helper = (use: string): string => `import http from 'node:http'
      function bodyOf(req) { return new Promise((resolve) => { let text = ''; req.on('data', (chunk) => { text += chunk }); req.on('end', () => resolve(JSON.parse(text))) }) }
      http.createServer(async (req, res) => { const it = await bodyOf(req); ${use} })`
    expect(findings(helper('save(it.name)'))).toEqual(['unvalidated'])
    expect(findings(helper('save(User.parse(it))'))).toEqual([])
  })
})

describe('places that frameworks have', () => {
  it("Cloudflare's exported objects and pages", () => {
    expect(
      findings(
        'const handler = { async fetch(request) { await save((await request.json()).url); return new Response() } }\nexport default handler',
      ),
    ).toEqual(['unvalidated'])
    const page = (use: string): string =>
      `export const onRequestPost: PagesFunction = async ({ request }) => { await save(${use}); return new Response() }`
    expect(findings(page('(await request.json()).name'))).toEqual(['unvalidated'])
    expect(findings(page('User.parse(await request.json())'))).toEqual([])
  })

  it('an uploaded file that is parsed', () => {
    expect(findings(express('for (const row of JSON.parse(req.file.buffer.toString())) insert(row)'))).toEqual([
      'unvalidated',
    ])
    expect(findings(express('insert(Rows.parse(JSON.parse(req.file.buffer.toString())))'))).toEqual([])
  })

  it("LangChain's structured tools by a schema of anything", () => {
    const tool = (schema: string): string =>
      `import { DynamicStructuredTool } from '@langchain/core/tools'\nimport { z } from 'zod'\nnew DynamicStructuredTool({ name: 't', schema: ${schema}, func: async ({ q }) => db.run(q) })`
    expect(findings(tool('z.any()'))).toEqual(['acceptsAnything'])
    expect(findings(tool('z.object({ q: z.string() })'))).toEqual([])
  })

  it("Bun's routes and sockets", () => {
    expect(
      findings("Bun.serve({ routes: { '/x': { POST: async (req) => Response.json(await save(await req.json())) } } })"),
    ).toEqual(['unvalidated'])
    expect(
      findings(
        "Bun.serve({ routes: { '/x': async (req) => Response.json(await save(User.parse(await req.json()))) } })",
      ),
    ).toEqual([])
    expect(findings('Bun.serve({ websocket: { message(ws, text) { save(JSON.parse(text).name) } } })')).toEqual([
      'unvalidated',
    ])
  })

  it('a query that Meteor publishes', () => {
    const publish = (check: string): string =>
      `import { Meteor } from 'meteor/meteor'\nimport { check } from 'meteor/check'\nMeteor.publish('tasks', function (filter) { ${check}; return Tasks.find(filter) })`
    expect(findings(publish(''))).toEqual(['unvalidated'])
    expect(findings(publish('check(filter, { done: Boolean })'))).toEqual([])
  })

  it("Lambda's form", () => {
    const form = (use: string): string =>
      `export const handler = async (event) => { const form = new URLSearchParams(event.body); ${use} }`
    expect(findings(form("await mail(form.get('to'))"))).toEqual(['unvalidated'])
    expect(findings(form('await mail(Mail.parse(Object.fromEntries(form)).to)'))).toEqual([])
  })

  it("Elysia's models by name", () => {
    const route = (options: string): string =>
      `import { Elysia } from 'elysia'\nnew Elysia().use(models).post('/x', ({ body }) => save(body)${options})`
    expect(findings(route(''))).toEqual(['unvalidated'])
    expect(findings(route(", { body: 'user' }"))).toEqual([])
  })

  it("AI SDK's tools by a JSON schema", () => {
    const tool = (schema: string): string =>
      `import { tool, jsonSchema } from 'ai'\nexport const it = tool({ inputSchema: jsonSchema(${schema}), execute: async ({ path }) => remove(path) })`
    expect(findings(tool("{ type: 'object' }"))).toEqual(['acceptsAnything'])
    expect(findings(tool("{ type: 'object', properties: { path: { type: 'string' } } }"))).toEqual([])
  })

  it('a text that a model hands to a tool of LangChain', () => {
    const tool = (use: string): string =>
      `import { DynamicTool } from '@langchain/core/tools'\nnew DynamicTool({ name: 't', func: async (input) => ${use} })`
    expect(findings(tool('search(input)'))).toEqual([])
    expect(findings(tool('db.query(input)'))).toEqual(['unvalidated'])
  })
})

it('a schema of a `z` that the project hands on', () => {
  const code = (schema: string): string =>
    `import { z } from '@/lib/zod'\nexport async function POST(request: Request) { await save(${schema}.parse(await request.json())); return new Response() }`
  expect(findings(code('z.object({ name: z.string() })'))).toEqual([])
  expect(findings(code('z.any()'))).toEqual(['acceptsAnything'])
})
