import { ruleTester } from '../../test/rule-tester.js'
import { requireInputSchema } from './rule.js'

// One shape of code a case, as people write it; each positive has its silent neighbour among the valid ones.
ruleTester().run('require-input-schema', requireInputSchema, {
  valid: [
    {
      name: 'a text that only looks like the answer of a model',
      code: `export async function read(response) { const json = JSON.parse(await response.text()); return json }`,
    },
    {
      name: "Express: zod's parse",
      code: `import express from 'express'
import { z } from 'zod'
const app = express()
const S = z.object({ name: z.string() })
app.post('/users', async (req, res) => { const body = S.parse(req.body); await db.users.insert(body) })`,
    },
    {
      name: "Express: zod's safeParse, checked",
      code: `import express from 'express'
import { z } from 'zod'
const app = express()
const S = z.object({ name: z.string() })
app.post('/users', async (req, res) => { const r = S.safeParse(req.body); if (!r.success) return res.status(400).json(r.error); await db.users.insert(r.data) })`,
    },
    {
      name: 'Express: a schema of another file',
      code: `import { createUserSchema } from './schemas'
export const create = async (req, res) => { const b = createUserSchema.parse(req.body); await db.users.insert(b) }`,
    },
    {
      name: 'Express: middleware of another file that validates',
      code: `import { Router } from 'express'
import { validate } from '../middleware/validate'
import { S } from './schemas'
const router = Router()
router.post('/', validate(S), async (req, res) => { await db.insert(req.body) })`,
    },
    {
      name: 'express-validator: chains',
      code: `import { Router } from 'express'
import { body, validationResult } from 'express-validator'
const router = Router()
router.post('/', body('email').isEmail(), (req, res) => { const errors = validationResult(req); if (!errors.isEmpty()) return res.status(400).json({}); db.insert(req.body.email) })`,
    },
    {
      name: 'Next.js: route handler with zod',
      code: `import { z } from 'zod'
const S = z.object({ name: z.string() })
export async function POST(request: Request) { const { name } = S.parse(await request.json()); await prisma.user.create({ data: { name } }); return Response.json({}) }`,
    },
    {
      name: 'Next.js: route handler with safeParse',
      code: `import { z } from 'zod'
const S = z.object({ name: z.string() })
export async function POST(request: Request) { const json = await request.json(); const parsed = S.safeParse(json); if (!parsed.success) { return new Response('', { status: 400 }) } const { name } = parsed.data; await prisma.user.create({ data: { name } }); return Response.json({}) }`,
    },
    {
      name: 'Hono: zValidator',
      code: `import { Hono } from 'hono'
import { zValidator } from '@hono/zod-validator'
const app = new Hono()
app.post('/x', zValidator('json', S), async (c) => { const body = c.req.valid('json'); await db.insert(body); return c.json({}) })`,
    },
    {
      name: 'Fastify: route schema',
      code: `import Fastify from 'fastify'
const app = Fastify()
app.post('/x', { schema: { body: { type: 'object', properties: { a: { type: 'string' } }, required: ['a'] } } }, async (request, reply) => { await db.insert(request.body); return {} })`,
    },
    {
      name: 'Hapi: validate options',
      code: `import Hapi from '@hapi/hapi'
const server = Hapi.server({})
server.route({ method: 'POST', path: '/x', options: { validate: { payload: S } }, handler: (request, h) => { return db.insert(request.payload) } })`,
    },
    {
      name: 'Nest: decorated class and pipe',
      code: `import { Controller, Post, Body, ValidationPipe } from '@nestjs/common'
import { IsString } from 'class-validator'
class Dto { @IsString() a: string }
@Controller() class C { @Post() create(@Body(new ValidationPipe()) body: Dto) { return this.s.create(body) } }`,
    },
    {
      name: 'server action: form with zod',
      code: `'use server'
import { z } from 'zod'
const S = z.object({ name: z.string() })
export async function create(formData: FormData) { const r = S.safeParse({ name: formData.get('name') }); if (!r.success) return { error: 'x' }; await db.post.create({ data: r.data }) }`,
    },
    {
      name: 'server action: whole form with zod',
      code: `'use server'
import { z } from 'zod'
export async function create(formData: FormData) { const r = S.safeParse(Object.fromEntries(formData)); if (!r.success) return { error: 'x' }; await db.post.create({ data: r.data }) }`,
    },
    {
      name: 'tRPC: input schema',
      code: `import { publicProcedure } from './trpc'
export const r = { a: publicProcedure.input(z.object({ a: z.string() })).mutation(({ input }) => db.insert(input)) }`,
    },
    {
      name: 'Lambda: parsed body with zod',
      code: `export const handler = async (event) => { const body = S.parse(JSON.parse(event.body ?? '{}')); await db.put({ Item: body }); return { statusCode: 200 } }`,
    },
    {
      name: 'OpenAI: arguments of a tool call with zod',
      code: `for (const toolCall of message.tool_calls) { const args = ArgsSchema.parse(JSON.parse(toolCall.function.arguments)); await runTool(args.path) }`,
    },
    {
      name: "another service: the program's own interface",
      code: `const res = await fetch('/api/user')
const user = await res.json()
save(user.login)`,
    },
    {
      name: 'nothing is read',
      code: `import express from 'express'
const app = express()
app.get('/health', (req, res) => res.json({ ok: true }))`,
    },
    {
      name: 'route parameter passed on',
      code: `import express from 'express'
const app = express()
app.get('/u/:id', async (req, res) => { const u = await service.find(req.params.id); res.json(u) })`,
    },
    {
      name: 'route parameter as a number, checked',
      code: `import express from 'express'
const app = express()
app.get('/u/:id', async (req, res) => { const id = Number(req.params.id); if (!Number.isInteger(id)) return res.status(400).end(); const u = await service.find(id); res.json(u) })`,
    },
    {
      name: 'query: typeof before the use',
      code: `import express from 'express'
const app = express()
app.get('/s', (req, res) => { const q = req.query.q; if (typeof q !== 'string') { return res.status(400).end() } res.json(search(q)) })`,
    },
    {
      name: 'membership in a constant list',
      code: `import express from 'express'
const app = express()
const SORTS = ['asc', 'desc']
app.get('/s', (req, res) => { if (!SORTS.includes(req.query.sort)) return res.status(400).end(); list(req.query.sort) })`,
    },
    {
      name: 'Ajv: compiled guard',
      code: `import express from 'express'
import Ajv from 'ajv'
const ajv = new Ajv()
const validate = ajv.compile(schema)
const app = express()
app.post('/s', (req, res) => { if (!validate(req.body)) return res.status(400).json(validate.errors); save(req.body) })`,
    },
    {
      name: 'Joi: validate, checked',
      code: `import express from 'express'
import Joi from 'joi'
const S = Joi.object({ a: Joi.string().required() })
const app = express()
app.post('/s', (req, res) => { const { error, value } = S.validate(req.body); if (error) return res.status(400).end(); save(value) })`,
    },
    {
      name: 'a type guard of the file',
      code: `import express from 'express'
const app = express()
function isUser(x: unknown): x is User { return typeof x === 'object' && x !== null && typeof x.name === 'string' }
app.post('/s', (req, res) => { if (!isUser(req.body)) return res.status(400).end(); save(req.body) })`,
    },
    {
      name: 'webhook: signature over the raw body',
      code: `import express from 'express'
const app = express()
app.post('/webhook', express.raw({ type: '*/*' }), (req, res) => { const event = stripe.webhooks.constructEvent(req.body, req.headers['stripe-signature'], secret); handle(event) })`,
    },
    {
      name: 'MCP: low-level tool call with zod',
      code: `import { Server } from '@modelcontextprotocol/sdk/server/index.js'
import { CallToolRequestSchema } from '@modelcontextprotocol/sdk/types.js'
const server = new Server({}, {})
server.setRequestHandler(CallToolRequestSchema, async (request) => { const { path } = ArgsSchema.parse(request.params.arguments); return { content: await readFile(path) } })`,
    },
    {
      name: 'h3: readValidatedBody',
      code: `export default defineEventHandler(async (event) => { const body = await readValidatedBody(event, S.parse); return db.insert(body) })`,
    },
    {
      name: 'logging',
      code: `import express from 'express'
const app = express()
app.use((req, res, next) => { console.log(req.method, req.body); next() })`,
    },
    {
      name: 'forwarding the whole body',
      code: `import express from 'express'
import axios from 'axios'
const app = express()
app.post('/p', async (req, res) => { const r = await axios.post(UPSTREAM, req.body); res.status(r.status).end() })`,
    },
    {
      name: 'narrowing early exits with ctx.throw',
      code: `import Koa from 'koa'
import Router from '@koa/router'
const router = new Router()
router.post('/x', async (ctx) => { const { name } = ctx.request.body; if (typeof name !== 'string') ctx.throw(400); await db.insert(name) })`,
    },
    {
      name: 'middleware in same file',
      code: `import express from 'express'
const router = express.Router()
function validateUser(req, res, next) { const r = schema.safeParse(req.body); if (!r.success) return res.status(400).end(); req.body = r.data; next() }
router.post('/x', validateUser, async (req, res) => { await db.insert(req.body) })`,
    },
    {
      name: 'helper in same file validates',
      code: `import express from 'express'
import { z } from 'zod'
const app = express()
const S = z.object({ a: z.string() })
async function create(input: unknown) { const data = S.parse(input); return db.insert(data) }
app.post('/x', async (req, res) => { res.json(await create(req.body)) })`,
    },
    {
      name: 'req.body assigned',
      code: `import express from 'express'
import { z } from 'zod'
const app = express()
const S = z.object({ a: z.string() })
app.post('/x', async (req, res) => { req.body = S.parse(req.body); await db.insert(req.body) })`,
    },
    {
      name: 'router.use',
      code: `import express from 'express'
import { validateBody } from './mw'
const router = express.Router()
router.use(validateBody(schema))
router.post('/x', async (req, res) => { await db.insert(req.body) })`,
    },
    {
      name: 'wrapper',
      code: `import { withValidation } from '@/lib/validation'
export const POST = withValidation(schema, async (req) => { const body = await req.json(); await db.insert(body) })`,
    },
    {
      name: 'valibot',
      code: `import { Hono } from 'hono'
import * as v from 'valibot'
const app = new Hono()
const S = v.object({ a: v.string() })
app.post('/x', async (c) => { const body = v.parse(S, await c.req.json()); await db.insert(body); return c.json({}) })`,
    },
    {
      name: 'valibot is',
      code: `import { Hono } from 'hono'
import * as v from 'valibot'
const app = new Hono()
const S = v.object({ a: v.string() })
app.post('/x', async (c) => { const body = await c.req.json(); if (!v.is(S, body)) return c.json({}, 400); await db.insert(body); return c.json({}) })`,
    },
    {
      name: 'arktype',
      code: `import { Hono } from 'hono'
import { type } from 'arktype'
const app = new Hono()
const S = type({ a: 'string' })
app.post('/x', async (c) => { const body = S(await c.req.json()); if (body instanceof type.errors) return c.json({}, 400); await db.insert(body); return c.json({}) })`,
    },
    {
      name: 'yup',
      code: `import express from 'express'
import * as yup from 'yup'
const S = yup.object({ a: yup.string().required() })
const app = express()
app.post('/x', async (req, res) => { const body = await S.validate(req.body); await db.insert(body) })`,
    },
    {
      name: 'superstruct',
      code: `import express from 'express'
import { create, object, string } from 'superstruct'
const S = object({ a: string() })
const app = express()
app.post('/x', async (req, res) => { const body = create(req.body, S); await db.insert(body) })`,
    },
    {
      name: 'superstruct assert',
      code: `import express from 'express'
import { assert, object, string } from 'superstruct'
const S = object({ a: string() })
const app = express()
app.post('/x', async (req, res) => { assert(req.body, S); await db.insert(req.body) })`,
    },
    {
      name: 'typebox',
      code: `import express from 'express'
import { Type } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'
const S = Type.Object({ a: Type.String() })
const app = express()
app.post('/x', async (req, res) => { if (!Value.Check(S, req.body)) return res.status(400).end(); await db.insert(req.body) })`,
    },
    {
      name: 'typecompiler',
      code: `import express from 'express'
import { Type } from '@sinclair/typebox'
import { TypeCompiler } from '@sinclair/typebox/compiler'
const C = TypeCompiler.Compile(Type.Object({ a: Type.String() }))
const app = express()
app.post('/x', async (req, res) => { if (!C.Check(req.body)) return res.status(400).end(); await db.insert(req.body) })`,
    },
    {
      name: 'io-ts',
      code: `import express from 'express'
import * as t from 'io-ts'
import { isLeft } from 'fp-ts/Either'
const S = t.type({ a: t.string })
const app = express()
app.post('/x', async (req, res) => { const r = S.decode(req.body); if (isLeft(r)) return res.status(400).end(); await db.insert(r.right) })`,
    },
    {
      name: 'runtypes',
      code: `import express from 'express'
import { Record, String } from 'runtypes'
const S = Record({ a: String })
const app = express()
app.post('/x', async (req, res) => { const b = S.check(req.body); await db.insert(b) })`,
    },
    {
      name: 'effect',
      code: `import express from 'express'
import { Schema } from 'effect'
const S = Schema.Struct({ a: Schema.String })
const app = express()
app.post('/x', async (req, res) => { const b = Schema.decodeUnknownSync(S)(req.body); await db.insert(b) })`,
    },
    {
      name: 'effect const',
      code: `import express from 'express'
import { Schema } from 'effect'
const decode = Schema.decodeUnknownSync(Schema.Struct({ a: Schema.String }))
const app = express()
app.post('/x', async (req, res) => { const b = decode(req.body); await db.insert(b) })`,
    },
    {
      name: 'class-validator',
      code: `import express from 'express'
import { plainToInstance } from 'class-transformer'
import { validate } from 'class-validator'
import { Dto } from './dto'
const app = express()
app.post('/x', async (req, res) => { const dto = plainToInstance(Dto, req.body); const errors = await validate(dto); if (errors.length > 0) return res.status(400).end(); await db.insert(dto) })`,
    },
    {
      name: 'typia',
      code: `import express from 'express'
import typia from 'typia'
const app = express()
app.post('/x', async (req, res) => { const b = typia.assert<User>(req.body); await db.insert(b) })`,
    },
    {
      name: 'elysia too',
      code: `import { Elysia, t } from 'elysia'
new Elysia().post('/x', ({ body }) => db.insert(body), { body: t.Object({ a: t.String() }) })`,
    },
    {
      name: 'nextUrl compare',
      code: `import { NextRequest, NextResponse } from 'next/server'
export async function GET(request: NextRequest) { const mode = request.nextUrl.searchParams.get('mode'); if (mode === 'full') return NextResponse.json(await all()); return NextResponse.json(await some()) }`,
    },
    {
      name: 'pagination default',
      code: `import { NextRequest, NextResponse } from 'next/server'
export async function GET(request: NextRequest) { const page = parseInt(request.nextUrl.searchParams.get('page') ?? '1') || 1; return NextResponse.json(await list(page)) }`,
    },
    {
      name: 'ai sdk tool',
      code: `import { tool } from 'ai'
export const t = tool({ description: 'x', inputSchema: z.object({ path: z.string() }), execute: async (args) => { return readFile(args.path) } })`,
    },
    {
      name: 'then chain validated',
      code: `fetch('https://api.example.com/price').then((r) => r.json()).then((data) => PriceSchema.parse(data)).then((p) => db.insert(p))`,
    },
    {
      name: 'validated at once',
      code: `const data = Schema.parse(await (await fetch('https://api.example.com/price')).json())`,
    },
    {
      name: 'lambda typed other event',
      code: `export const handler = async (event: S3Event) => { for (const r of event.Records) await process(r.s3.object.key) }`,
    },
    {
      name: 'zod transform then pass',
      code: `import express from 'express'
const app = express()
app.get('/x', (req, res) => { const { q } = querySchema.parse(req.query); res.json(search(q)) })`,
    },
    {
      name: 'parse in middleware by closure',
      code: `import express from 'express'
const app = express()
const parse = (schema) => (req, res, next) => { const r = schema.safeParse(req.body); if (!r.success) { res.status(400).json(r.error); return } req.body = r.data; next() }
app.post('/x', parse(S), (req, res) => { db.insert(req.body) })`,
    },
    {
      name: 'trpc input',
      code: `import { initTRPC } from '@trpc/server'
const t = initTRPC.create()
export const r = t.router({ a: t.procedure.input(z.object({ a: z.string() })).mutation(async ({ input }) => { await db.insert(input) }) })`,
    },
    {
      name: 'next-safe-action',
      code: `'use server'
import { actionClient } from '@/lib/safe-action'
export const save = actionClient.schema(S).action(async ({ parsedInput }) => { await db.insert(parsedInput) })`,
    },
    {
      name: 'type guard isString',
      code: `import express from 'express'
const app = express()
app.post('/x', (req, res) => { const { email } = req.body; if (typeof email !== 'string' || !email.includes('@')) { return res.status(400).json({}) } send(email) })`,
    },
    {
      name: 'switch',
      code: `import express from 'express'
const app = express()
app.post('/x', (req, res) => { switch (req.body.action) { case 'start': start(); break; case 'stop': stop(); break; default: res.status(400).end() } })`,
    },
    {
      name: 'regex anchored',
      code: `import express from 'express'
const app = express()
app.get('/x', (req, res) => { const { slug } = req.query; if (!/^[a-z-]+$/.test(slug)) return res.status(400).end(); res.json(find(slug)) })`,
    },
    {
      name: 'Next page renders',
      code: `export default async function Page({ searchParams }) { const { q } = await searchParams; return <div>{q}</div> }`,
      filename: 'app/page.tsx',
    },
    {
      name: 'ws too',
      code: `import { WebSocketServer } from 'ws'
const wss = new WebSocketServer({ port: 1 })
wss.on('connection', (ws) => { ws.on('message', (raw) => { const msg = MsgSchema.parse(JSON.parse(raw.toString())); rooms.join(msg.room) }) })`,
    },
    {
      name: 'headers',
      code: `import express from 'express'
const app = express()
app.get('/x', (req, res) => { track(req.headers['user-agent']) })`,
    },
    {
      name: 'Fastify: a plugin declared by its type, with a schema',
      code: `import type { FastifyPluginAsync } from 'fastify'
const plugin: FastifyPluginAsync = async (app) => {
  app.post<{ Body: Body }>('/a', { schema: { body: BodySchema } }, async (request) => save(request.body.name))
}`,
    },
    {
      name: 'Hapi: a list of routes that another file registers',
      code: `export default [
  { method: 'POST', path: '/b', options: { validate: { payload: PayloadSchema } }, handler: async (request, h) => save(request.payload) },
]`,
    },
    {
      name: 'Elysia: a schema',
      code: `import { Elysia, t } from 'elysia'
new Elysia().post('/a', ({ body }) => save(body), { body: t.Object({ name: t.String() }) })`,
    },
    {
      name: 'tRPC: a parser that looks',
      code: `import { initTRPC } from '@trpc/server'
const t = initTRPC.create()
export const add = t.procedure.input((value) => { if (typeof value === 'string') return value; throw new Error('no text') }).mutation(({ input }) => save(input))`,
    },
    {
      name: 'AI SDK: a text of the model, shown',
      code: `import { generateText } from 'ai'
const { text } = await generateText({ model, prompt })
console.log(text)
await save(text)`,
    },
    {
      name: 'an accepted text, parsed and accepted',
      code: `import { z } from 'zod'
const Order = z.object({ payload: z.string() })
const Inner = z.object({ name: z.string() })
export function create(req, res) {
  const { payload } = Order.parse(req.body)
  const inner = Inner.parse(JSON.parse(payload))
  save(inner.name)
}`,
    },
    {
      name: 'Electron: a handler by name that looks',
      code: `import { ipcMain } from 'electron'
ipcMain.handle('save', onSave)
async function onSave(event, doc) { if (typeof doc !== 'string') return; await persist(doc) }`,
    },
    {
      name: 'a worker is part of the same program',
      code: `self.onmessage = (event) => { run(event.data.id) }
worker.addEventListener('message', (event) => { run(event.data.id) })`,
    },
    {
      name: 'Node: a body that is collected and accepted',
      code: `import http from 'node:http'
http.createServer((req, res) => {
  let data = ''
  req.on('data', (chunk) => { data += chunk })
  req.on('end', () => { const body = BodySchema.parse(JSON.parse(data)); save(body.name) })
})`,
    },
    {
      name: 'routing-controllers validates classes by itself',
      code: `import { Body, JsonController, Post } from 'routing-controllers'
import { IsString } from 'class-validator'
class Order { @IsString() name: string }
@JsonController() export class Orders { @Post('/') create(@Body() order: Order) { return this.orders.save(order) } }`,
    },
    {
      name: 'Koa: the context validates',
      code: `import type { Context } from 'koa'
export async function create(ctx: Context) { ctx.verifyParams({ name: 'string' }); ctx.body = await users.create(ctx.request.body) }`,
    },
    {
      name: 'Meteor: check',
      code: `import { Meteor } from 'meteor/meteor'
import { check } from 'meteor/check'
Meteor.methods({ 'tasks.add'(text) { check(text, String); Tasks.insert({ text }) } })`,
    },
    {
      name: 'a number with a default, calculated with',
      code: `export const list = async (req, res) => { const page = parseInt(req.query.page) || 1; res.json(await find((page - 1) * 10)) }`,
    },
    {
      name: 'a foreign answer that is only returned, nothing claimed',
      code: `import axios from 'axios'
export async function user() { const { data } = await axios.get('https://api.example.com/u/1'); return data }`,
    },
    {
      name: "a type argument of the program's own interface",
      code: `import axios from 'axios'
export const user = () => axios.get<User>('/api/user').then((r) => r.data)`,
    },
    {
      name: 'findings that are collected and looked at later',
      code: `exports.create = async (req, res) => {
  const errors = []
  if (!validator.isEmail(req.body.email)) errors.push('email')
  if (errors.length > 0) return res.status(400).json({ errors })
  await User.create({ email: req.body.email })
}`,
    },
    {
      name: 'chosen where it is in the list',
      code: `exports.list = async (req, res) => {
  const sort = SORTS.includes(req.query.sort) ? req.query.sort : 'name'
  res.json(await find({ sort }))
}`,
    },
    {
      name: 'a date that is checked',
      code: `exports.list = async (req, res) => {
  const from = new Date(req.query.from)
  if (isNaN(from.getTime())) return res.status(400).end()
  res.json(await find(from))
}`,
    },
    {
      name: 'the request keeps its body',
      code: `exports.keep = (req, res, next) => { req.body = req.body || {}; req.rawBody = req.body; next() }`,
    },
    {
      name: 'an assertion about the request says nothing of its body',
      code: `exports.all = (req, res) => { list(req as NextApiRequest, req.method) }`,
    },
    {
      name: 'what a model asks for goes on in an object that describes it',
      code: `const calls = []
for (const block of response.content) if (block.type === 'tool_use') calls.push({ name: block.name, input: block.input })`,
    },
    {
      name: 'a type that the caller chooses',
      code: `export async function get<T>(url: string): Promise<{ data: T }> {
  const res = await fetch(url)
  return (await res.json()) as { data: T }
}`,
    },
    {
      name: 'names of members alone',
      code: `exports.log = (req, res) => { count(Object.keys(req.body).length); res.end(Object.keys(req.query).join()) }`,
    },
    {
      name: 'TanStack Start: a schema',
      code: `import { createServerFn } from '@tanstack/react-start'
import { z } from 'zod'
export const add = createServerFn({ method: 'POST' }).validator(z.object({ name: z.string() })).handler(async ({ data }) => save(data.name))`,
    },
    {
      name: 'a foreign answer that goes on to the client as it is',
      code: `export async function GET() { const res = await fetch('https://api.example.com/x'); return NextResponse.json(await res.json()) }`,
    },
    {
      name: "Standard Schema's own method",
      code: `exports.create = async (req, res) => {
  const result = await schema['~standard'].validate(req.body)
  if (result.issues) return res.status(400).end()
  await save(result.value)
}`,
    },
    {
      name: 'option sources left out: no queues',
      code: `import { Worker } from 'bullmq'
new Worker('mail', async (job) => { await send(job.data.to) })`,
    },
    {
      name: 'option env off in strict',
      code: `connect(process.env.DATABASE_URL)`,
      options: [{ strict: true, env: false }],
    },
    {
      name: 'option validators: a function by its name',
      code: `exports.create = async (req, res) => { await orders.insert(takeOrder(req.body)) }`,
      options: [{ validators: ['takeOrder'] }],
    },
    {
      name: 'option validators: a method',
      code: `exports.create = async (req, res) => { if (!orders.accepts(req.body)) return res.status(400).end(); await save(req.body) }`,
      options: [{ validators: ['.accepts'] }],
    },
    {
      name: 'option validators: an export of a module',
      code: `import { body } from '@acme/http'
import { Router } from 'express'
Router().post('/orders', body(Order), async (req, res) => { await save(req.body) })`,
      options: [{ validators: ['@acme/http#body'] }],
    },
    {
      name: 'option validators: middleware',
      code: `import { Router } from 'express'
import { guarded } from './http'
Router().post('/orders', guarded, async (req, res) => { await save(req.body) })`,
      options: [{ validators: ['guarded'] }],
    },
    {
      name: 'option trustedTypes',
      code: `export const create = async (req: ValidatedRequest, res: Response) => { await save(req.body) }`,
      options: [{ trustedTypes: ['ValidatedRequest'] }],
    },
    {
      name: 'option primitiveChecks: primitives',
      code: `exports.create = async (req, res) => { if (typeof req.body.name !== 'string') return res.status(400).end(); await save(req.body.name) }`,
    },
    {
      name: 'option primitiveChecks: objects',
      code: `exports.create = async (req, res) => { if (typeof req.body.name !== 'string') return res.status(400).end(); await save(req.body) }`,
      options: [{ primitiveChecks: 'objects' }],
    },
    {
      name: 'option ignoreRoutes: the path of a chain',
      code: `import { Router } from 'express'
Router().route('/internal/import').post(async (req, res) => { await save(req.body) })`,
      options: [{ ignoreRoutes: ['/internal'] }],
    },
    {
      name: 'a helper that returns texts alone',
      code: `const text = (value) => { if (value && typeof value === 'string') return value; return undefined }
exports.show = (req, res) => { show(text(req.query.q)) }`,
    },
    {
      name: "a socket's text is data once it is parsed",
      code: `socket.onmessage = (event) => { forward(event.data) }`,
    },
    {
      name: 'the text of an answer is not what a model wrote',
      code: `const response = await fetch(url)
const parsed = JSON.parse(await response.text())
save(parsed.id)`,
    },
    {
      name: 'redacted for the log',
      code: `exports.log = (req, res) => { out.write(redactForLog(req.body)); res.end() }`,
    },
    {
      name: 'a module of validators',
      code: `import { validate } from './validate'
exports.put = (req, res) => { validate.order(req.body); save(req.body) }`,
    },
    {
      name: 'a validator that goes through the entries',
      code: `function validateDefinitions(definitions) { for (const [name, one] of Object.entries(definitions)) if (typeof one !== 'string') return name; return null }
exports.put = (req, res) => { const wrong = validateDefinitions(req.body); if (wrong) return res.status(400).end(); save(req.body) }`,
    },
    {
      name: 'a token that a signature has to prove, as compilers write it',
      code: `const jsonwebtoken_1 = __importDefault(require('jsonwebtoken'))
exports.refresh = (req, res) => { jsonwebtoken_1.default.verify(req.cookies.token, secret, done) }`,
    },
    {
      name: 'express-validator: a function after the chains looks',
      code: `import { body } from 'express-validator'
import { Router } from 'express'
Router().post('/a', [body('name').isString(), rejectInvalid], async (req, res) => { await save(req.body.name) })`,
    },
    {
      name: 'express-validator: a list of chains of the file, looked at by the handler',
      code: `import { body, validationResult } from 'express-validator'
import { Router } from 'express'
const rules = [body('name').isString()]
Router().post('/a', rules, async (req, res) => { if (!validationResult(req).isEmpty()) return res.status(400).end(); await save(req.body.name) })`,
    },
    {
      name: 'rejected input is thrown',
      code: `import { z } from 'zod'
const Order = z.object({ name: z.string() })
exports.create = async (req, res) => { const result = Order.safeParse(req.body); if (!result.success) { throw result.error } await save(result.data) }`,
    },
    {
      name: 'a checking function of another file, as compilers write its call',
      code: `const _checks = require('../lib/checks')
exports.put = (req, res) => { if (!(0, _checks.isPublishable)(req.body)) return res.status(400).end(); store.add(req.body) }`,
    },
  ],
  invalid: [
    {
      name: 'Express: members of the body passed on',
      code: `import express from 'express'
const app = express()
app.post('/users', async (req, res) => { const { name, email } = req.body; await db.users.insert({ name, email }); res.json({ ok: true }) })`,
      errors: [
        {
          messageId: 'unvalidated',
          line: 3,
          column: 100,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { z } from 'zod'
import express from 'express'
const app = express()
const PostUsersBodySchema = z.object({ name: z.string(), email: z.string() })

app.post('/users', async (req, res) => { const parsedBody = PostUsersBodySchema.safeParse(req.body)
if (!parsedBody.success) {
  res.status(400).json({ error: 'Invalid body' })
  return
}
const { name, email } = parsedBody.data; await db.users.insert({ name, email }); res.json({ ok: true }) })`,
            },
          ],
        },
      ],
    },
    {
      name: 'Express: an assertion about the body',
      code: `import express from 'express'
const app = express()
app.post('/users', async (req, res) => { const body = req.body as CreateUser; await db.users.insert(body) })`,
      errors: [
        {
          messageId: 'cast',
          line: 3,
          column: 55,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { z } from 'zod'
import express from 'express'
const app = express()
const PostUsersBodySchema = z.object({ /* list the members that are accepted */ }).strict()

app.post('/users', async (req, res) => { const parsedBody = PostUsersBodySchema.safeParse(req.body)
if (!parsedBody.success) {
  res.status(400).json({ error: 'Invalid body' })
  return
}
const body = parsedBody.data; await db.users.insert(body) })`,
            },
          ],
        },
      ],
    },
    {
      name: 'Express: safeParse whose answer nobody looks at',
      code: `import express from 'express'
import { z } from 'zod'
const app = express()
const S = z.object({ name: z.string() })
app.post('/users', async (req, res) => { const r = S.safeParse(req.body); await db.users.insert(r.data) })`,
      errors: [{ messageId: 'uncheckedResult', line: 5, column: 52 }],
    },
    {
      name: 'Express: parse whose result is dropped',
      code: `import express from 'express'
import { z } from 'zod'
const app = express()
const S = z.object({ name: z.string() })
app.post('/users', async (req, res) => { S.parse(req.body); await db.users.insert(req.body) })`,
      errors: [{ messageId: 'resultDropped', line: 5, column: 83 }],
    },
    {
      name: 'Express: a schema of anything',
      code: `import express from 'express'
import { z } from 'zod'
const app = express()
app.post('/users', async (req, res) => { const b = z.any().parse(req.body); await db.users.insert(b) })`,
      errors: [{ messageId: 'acceptsAnything', line: 4, column: 52 }],
    },
    {
      name: 'Express: a schema that passes everything through',
      code: `import express from 'express'
import { z } from 'zod'
const app = express()
app.post('/users', async (req, res) => { const b = z.object({}).passthrough().parse(req.body); await db.users.insert(b) })`,
      errors: [{ messageId: 'acceptsAnything', line: 4, column: 52 }],
    },
    {
      name: 'Express: a handler that nothing registers here',
      code: `export const create = async (req, res) => { const b = req.body; await User.create(b) }`,
      errors: [
        {
          messageId: 'unvalidated',
          line: 1,
          column: 83,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { z } from 'zod'
const CreateBodySchema = z.object({ /* list the members that are accepted */ }).strict()

export const create = async (req, res) => { const parsedBody = CreateBodySchema.safeParse(req.body)
if (!parsedBody.success) {
  res.status(400).json({ error: 'Invalid body' })
  return
}
const b = parsedBody.data; await User.create(b) }`,
            },
          ],
        },
      ],
    },
    {
      name: 'Express: CommonJS controller',
      code: `const User = require('../models/user')
exports.create = async (req, res) => { const u = new User(req.body); await u.save() }`,
      errors: [
        {
          messageId: 'unvalidated',
          line: 2,
          column: 59,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `const { z } = require('zod')
const User = require('../models/user')
const BodySchema = z.object({ /* list the members that are accepted */ }).strict()

exports.create = async (req, res) => { const parsedBody = BodySchema.safeParse(req.body)
if (!parsedBody.success) {
  res.status(400).json({ error: 'Invalid body' })
  return
}
const u = new User(parsedBody.data); await u.save() }`,
            },
          ],
        },
      ],
    },
    {
      name: "Express: a controller's method, told by its types",
      code: `import { Request, Response } from 'express'
export class UserController { async create(req: Request, res: Response) { const user = await this.service.create(req.body); res.json(user) } }`,
      errors: [
        {
          messageId: 'unvalidated',
          line: 2,
          column: 114,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { z } from 'zod'
import { Request, Response } from 'express'
const CreateBodySchema = z.object({ /* list the members that are accepted */ }).strict()

export class UserController { async create(req: Request, res: Response) { const parsedBody = CreateBodySchema.safeParse(req.body)
if (!parsedBody.success) {
  res.status(400).json({ error: 'Invalid body' })
  return
}
const user = await this.service.create(parsedBody.data); res.json(user) } }`,
            },
          ],
        },
      ],
    },
    {
      name: 'Express: middleware that does something else',
      code: `import { Router } from 'express'
import { auth } from '../middleware/auth'
const router = Router()
router.post('/', auth, async (req, res) => { await db.insert(req.body) })`,
      errors: [
        {
          messageId: 'unvalidated',
          line: 4,
          column: 62,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { z } from 'zod'
import { Router } from 'express'
import { auth } from '../middleware/auth'
const router = Router()
const PostBodySchema = z.object({ /* list the members that are accepted */ }).strict()

router.post('/', auth, async (req, res) => { const parsedBody = PostBodySchema.safeParse(req.body)
if (!parsedBody.success) {
  res.status(400).json({ error: 'Invalid body' })
  return
}
await db.insert(parsedBody.data) })`,
            },
          ],
        },
      ],
    },
    {
      name: 'celebrate: the body is validated, the query is not',
      code: `import { Router } from 'express'
import { celebrate, Joi } from 'celebrate'
const router = Router()
router.post('/', celebrate({ body: Joi.object({ a: Joi.string() }) }), (req, res) => { db.search(req.query.q) })`,
      errors: [
        {
          messageId: 'unvalidated',
          line: 4,
          column: 98,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { z } from 'zod'
import { Router } from 'express'
import { celebrate, Joi } from 'celebrate'
const router = Router()
const PostQuerySchema = z.object({ q: z.string() })

router.post('/', celebrate({ body: Joi.object({ a: Joi.string() }) }), (req, res) => { const parsedQuery = PostQuerySchema.safeParse(req.query)
if (!parsedQuery.success) {
  res.status(400).json({ error: 'Invalid query' })
  return
}
db.search(parsedQuery.data.q) })`,
            },
          ],
        },
      ],
    },
    {
      name: 'Next.js: route handler',
      code: `import { NextResponse } from 'next/server'
export async function POST(request: Request) { const { name } = await request.json(); await prisma.user.create({ data: { name } }); return NextResponse.json({}) }`,
      errors: [
        {
          messageId: 'unvalidated',
          line: 2,
          column: 122,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { z } from 'zod'
import { NextResponse } from 'next/server'
const POSTBodySchema = z.object({ name: z.string() })

export async function POST(request: Request) { const parsedBody = POSTBodySchema.safeParse(await request.json())
if (!parsedBody.success) {
  return Response.json({ error: 'Invalid body' }, { status: 400 })
}
const { name } = parsedBody.data; await prisma.user.create({ data: { name } }); return NextResponse.json({}) }`,
            },
          ],
        },
      ],
    },
    {
      name: 'Hono: body',
      code: `import { Hono } from 'hono'
const app = new Hono()
app.post('/x', async (c) => { const body = await c.req.json(); await db.insert(body); return c.json({}) })`,
      errors: [
        {
          messageId: 'unvalidated',
          line: 3,
          column: 80,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { z } from 'zod'
import { Hono } from 'hono'
const app = new Hono()
const PostXBodySchema = z.object({ /* list the members that are accepted */ }).strict()

app.post('/x', async (c) => { const parsedBody = PostXBodySchema.safeParse(await c.req.json())
if (!parsedBody.success) {
  return c.json({ error: 'Invalid body' }, 400)
}
const body = parsedBody.data; await db.insert(body); return c.json({}) })`,
            },
          ],
        },
      ],
    },
    {
      name: 'Hono: a type argument is an assertion',
      code: `import { Hono } from 'hono'
const app = new Hono()
app.post('/x', async (c) => { const body = await c.req.json<CreateUser>(); await db.insert(body); return c.json({}) })`,
      errors: [
        {
          messageId: 'cast',
          line: 3,
          column: 50,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { z } from 'zod'
import { Hono } from 'hono'
const app = new Hono()
const PostXBodySchema = z.object({ /* list the members that are accepted */ }).strict()

app.post('/x', async (c) => { const parsedBody = PostXBodySchema.safeParse(await c.req.json<CreateUser>())
if (!parsedBody.success) {
  return c.json({ error: 'Invalid body' }, 400)
}
const body = parsedBody.data; await db.insert(body); return c.json({}) })`,
            },
          ],
        },
      ],
    },
    {
      name: 'Hono: the raw copy beside zValidator',
      code: `import { Hono } from 'hono'
import { zValidator } from '@hono/zod-validator'
const app = new Hono()
app.post('/x', zValidator('json', S), async (c) => { const body = await c.req.json(); await db.insert(body); return c.json({}) })`,
      errors: [{ messageId: 'rawCopy', line: 4, column: 103 }],
    },
    {
      name: 'Hono: zValidator for the body, not for the query',
      code: `import { Hono } from 'hono'
import { zValidator } from '@hono/zod-validator'
const app = new Hono()
app.post('/x', zValidator('json', S), async (c) => { await db.find(c.req.query('q')); return c.json({}) })`,
      errors: [{ messageId: 'unvalidated', line: 4, column: 68 }],
    },
    {
      name: 'Fastify: body',
      code: `import Fastify from 'fastify'
const app = Fastify()
app.post('/x', async (request, reply) => { await db.insert(request.body); return {} })`,
      errors: [
        {
          messageId: 'unvalidated',
          line: 3,
          column: 60,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { z } from 'zod'
import Fastify from 'fastify'
const app = Fastify()
const PostXBodySchema = z.object({ /* list the members that are accepted */ }).strict()

app.post('/x', async (request, reply) => { const parsedBody = PostXBodySchema.safeParse(request.body)
if (!parsedBody.success) {
  return reply.code(400).send({ error: 'Invalid body' })
}
await db.insert(parsedBody.data); return {} })`,
            },
          ],
        },
      ],
    },
    {
      name: 'Fastify: a generic is an assertion',
      code: `import Fastify from 'fastify'
const app = Fastify()
app.post<{ Body: CreateUser }>('/x', async (request, reply) => { const { name } = request.body; await db.insert({ name }); return {} })`,
      errors: [
        {
          messageId: 'unvalidated',
          line: 3,
          column: 115,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { z } from 'zod'
import Fastify from 'fastify'
const app = Fastify()
const PostXBodySchema = z.object({ name: z.string() })

app.post<{ Body: CreateUser }>('/x', async (request, reply) => { const parsedBody = PostXBodySchema.safeParse(request.body)
if (!parsedBody.success) {
  return reply.code(400).send({ error: 'Invalid body' })
}
const { name } = parsedBody.data; await db.insert({ name }); return {} })`,
            },
          ],
        },
      ],
    },
    {
      name: 'Fastify: a route schema for answers only',
      code: `import Fastify from 'fastify'
const app = Fastify()
app.post('/x', { schema: { response: {} } }, async (request, reply) => { await db.insert(request.body); return {} })`,
      errors: [
        {
          messageId: 'unvalidated',
          line: 3,
          column: 90,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { z } from 'zod'
import Fastify from 'fastify'
const app = Fastify()
const PostXBodySchema = z.object({ /* list the members that are accepted */ }).strict()

app.post('/x', { schema: { response: {} } }, async (request, reply) => { const parsedBody = PostXBodySchema.safeParse(request.body)
if (!parsedBody.success) {
  return reply.code(400).send({ error: 'Invalid body' })
}
await db.insert(parsedBody.data); return {} })`,
            },
          ],
        },
      ],
    },
    {
      name: 'Koa: body',
      code: `import Koa from 'koa'
import Router from '@koa/router'
const router = new Router()
router.post('/x', async (ctx) => { const { name } = ctx.request.body; await db.insert({ name }); ctx.body = {} })`,
      errors: [
        {
          messageId: 'unvalidated',
          line: 4,
          column: 89,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { z } from 'zod'
import Koa from 'koa'
import Router from '@koa/router'
const router = new Router()
const PostXBodySchema = z.object({ name: z.string() })

router.post('/x', async (ctx) => { const parsedBody = PostXBodySchema.safeParse(ctx.request.body)
if (!parsedBody.success) {
  ctx.throw(400, 'Invalid body')
}
const { name } = parsedBody.data; await db.insert({ name }); ctx.body = {} })`,
            },
          ],
        },
      ],
    },
    {
      name: 'Koa: a handler that nothing registers here',
      code: `module.exports.create = async (ctx, next) => { const { name } = ctx.request.body; await db.insert({ name }); ctx.body = {} }`,
      errors: [
        {
          messageId: 'unvalidated',
          line: 1,
          column: 101,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { z } from 'zod'
const BodySchema = z.object({ name: z.string() })

module.exports.create = async (ctx, next) => { const parsedBody = BodySchema.safeParse(ctx.request.body)
if (!parsedBody.success) {
  ctx.throw(400, 'Invalid body')
}
const { name } = parsedBody.data; await db.insert({ name }); ctx.body = {} }`,
            },
          ],
        },
      ],
    },
    {
      name: 'Hapi: payload',
      code: `import Hapi from '@hapi/hapi'
const server = Hapi.server({})
server.route({ method: 'POST', path: '/x', handler: (request, h) => { return db.insert(request.payload) } })`,
      errors: [
        {
          messageId: 'unvalidated',
          line: 3,
          column: 88,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { z } from 'zod'
import Hapi from '@hapi/hapi'
const server = Hapi.server({})
const RouteBodySchema = z.object({ /* list the members that are accepted */ }).strict()

server.route({ method: 'POST', path: '/x', handler: (request, h) => { const parsedBody = RouteBodySchema.safeParse(request.payload)
if (!parsedBody.success) {
  return h.response({ error: 'Invalid body' }).code(400)
}
return db.insert(parsedBody.data) } })`,
            },
          ],
        },
      ],
    },
    {
      name: 'Nest: a body of type any',
      code: `import { Controller, Post, Body } from '@nestjs/common'
@Controller() class C { @Post() create(@Body() body: any) { return this.s.create(body) } }`,
      errors: [
        {
          messageId: 'unvalidated',
          line: 2,
          column: 82,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { BadRequestException } from '@nestjs/common'
import { z } from 'zod'
import { Controller, Post, Body } from '@nestjs/common'
const CreateBodySchema = z.object({ /* list the members that are accepted */ }).strict()

@Controller() class C { @Post() create(@Body() body: any) { const parsedBody = CreateBodySchema.safeParse(body)
if (!parsedBody.success) {
  throw new BadRequestException('Invalid body')
}
return this.s.create(parsedBody.data) } }`,
            },
          ],
        },
      ],
    },
    {
      name: 'Nest: a body of an interface',
      code: `import { Controller, Post, Body } from '@nestjs/common'
interface Dto { a: string }
@Controller() class C { @Post() create(@Body() body: Dto) { return this.s.create(body) } }`,
      errors: [
        {
          messageId: 'unvalidated',
          line: 3,
          column: 82,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { BadRequestException } from '@nestjs/common'
import { z } from 'zod'
import { Controller, Post, Body } from '@nestjs/common'
interface Dto { a: string }
const DtoSchema = z.object({ a: z.string() })

@Controller() class C { @Post() create(@Body() body: Dto) { const parsedBody = DtoSchema.safeParse(body)
if (!parsedBody.success) {
  throw new BadRequestException('Invalid body')
}
return this.s.create(parsedBody.data) } }`,
            },
          ],
        },
      ],
    },
    {
      name: 'Nest: IsOptional alone',
      code: `import { Controller, Post, Body, ValidationPipe } from '@nestjs/common'
import { IsOptional } from 'class-validator'
class Dto { @IsOptional() a: string }
@Controller() class C { @Post() create(@Body(new ValidationPipe()) body: Dto) { return this.s.create(body) } }`,
      errors: [{ messageId: 'undecorated', line: 4, column: 68 }],
    },
    {
      name: 'server action: argument',
      code: `'use server'
export async function deletePost(id: string) { await db.post.delete({ where: { id } }) }`,
      errors: [{ messageId: 'unvalidated', line: 2, column: 80 }],
    },
    {
      name: 'server action: form',
      code: `'use server'
export async function create(formData: FormData) { const name = formData.get('name') as string; await db.post.create({ data: { name } }) }`,
      errors: [{ messageId: 'cast', line: 2, column: 65 }],
    },
    {
      name: 'tRPC: no input schema',
      code: `import { publicProcedure } from './trpc'
export const r = { a: publicProcedure.mutation(({ input }) => db.insert(input)) }`,
      errors: [{ messageId: 'unvalidated', line: 2, column: 73 }],
    },
    {
      name: 'Lambda: parsed body',
      code: `export const handler = async (event) => { const body = JSON.parse(event.body); await db.put({ Item: body }); return { statusCode: 200 } }`,
      errors: [
        {
          messageId: 'unvalidated',
          line: 1,
          column: 101,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { z } from 'zod'
const HandlerBodySchema = z.object({ /* list the members that are accepted */ }).strict()

export const handler = async (event) => { const parsedBody = HandlerBodySchema.safeParse(JSON.parse(event.body))
if (!parsedBody.success) {
  return { statusCode: 400, body: 'Invalid body' }
}
const body = parsedBody.data; await db.put({ Item: body }); return { statusCode: 200 } }`,
            },
          ],
        },
      ],
    },
    {
      name: 'OpenAI: arguments of a tool call',
      code: `for (const toolCall of message.tool_calls) { const args = JSON.parse(toolCall.function.arguments); await runTool(args.path) }`,
      errors: [
        {
          messageId: 'unvalidated',
          line: 1,
          column: 114,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { z } from 'zod'
const ToolCallSchema = z.object({ path: z.string() })

for (const toolCall of message.tool_calls) { const args = ToolCallSchema.parse(JSON.parse(toolCall.function.arguments)); await runTool(args.path) }`,
            },
          ],
        },
      ],
    },
    {
      name: 'OpenAI: content parsed as JSON',
      code: `const completion = await openai.chat.completions.create({})
const plan = JSON.parse(completion.choices[0].message.content)
await execute(plan.steps)`,
      errors: [
        {
          messageId: 'unvalidated',
          line: 3,
          column: 15,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { z } from 'zod'
const completion = await openai.chat.completions.create({})
const ModelOutputSchema = z.object({ steps: z.array(z.unknown()) })

const plan = ModelOutputSchema.parse(JSON.parse(completion.choices[0].message.content))
await execute(plan.steps)`,
            },
          ],
        },
      ],
    },
    {
      name: 'another service: an assertion about its answer',
      code: `const res = await fetch('https://api.github.com/user')
const user = (await res.json()) as User
save(user.login)`,
      errors: [
        {
          messageId: 'cast',
          line: 2,
          column: 14,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { z } from 'zod'
const res = await fetch('https://api.github.com/user')
const ResponseSchema = z.object({ login: z.string() })

const user = ResponseSchema.parse(await res.json())
save(user.login)`,
            },
          ],
        },
      ],
    },
    {
      name: 'route parameter as a number',
      code: `import express from 'express'
const app = express()
app.get('/u/:id', async (req, res) => { const u = await service.find(Number(req.params.id)); res.json(u) })`,
      errors: [
        {
          messageId: 'unvalidated',
          line: 3,
          column: 70,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { z } from 'zod'
import express from 'express'
const app = express()
const GetUIdParamsSchema = z.object({ id: z.string() })

app.get('/u/:id', async (req, res) => { const parsedParams = GetUIdParamsSchema.safeParse(req.params)
if (!parsedParams.success) {
  res.status(400).json({ error: 'Invalid params' })
  return
}
const u = await service.find(Number(parsedParams.data.id)); res.json(u) })`,
            },
          ],
        },
      ],
    },
    {
      name: 'route parameter in a path',
      code: `import express from 'express'
const app = express()
app.get('/f/:name', (req, res) => { res.send(fs.readFileSync(path.join('/data', req.params.name))) })`,
      errors: [
        {
          messageId: 'unvalidated',
          line: 3,
          column: 81,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { z } from 'zod'
import express from 'express'
const app = express()
const GetFNameParamsSchema = z.object({ name: z.string() })

app.get('/f/:name', (req, res) => { const parsedParams = GetFNameParamsSchema.safeParse(req.params)
if (!parsedParams.success) {
  res.status(400).json({ error: 'Invalid params' })
  return
}
res.send(fs.readFileSync(path.join('/data', parsedParams.data.name))) })`,
            },
          ],
        },
      ],
    },
    {
      name: 'query: an assertion',
      code: `import express from 'express'
const app = express()
app.get('/s', (req, res) => { const q = req.query.q as string; res.json(search(q)) })`,
      errors: [
        {
          messageId: 'cast',
          line: 3,
          column: 41,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { z } from 'zod'
import express from 'express'
const app = express()
const GetSQuerySchema = z.object({ q: z.string() })

app.get('/s', (req, res) => { const parsedQuery = GetSQuerySchema.safeParse(req.query)
if (!parsedQuery.success) {
  res.status(400).json({ error: 'Invalid query' })
  return
}
const q = parsedQuery.data.q as string; res.json(search(q)) })`,
            },
          ],
        },
      ],
    },
    {
      name: 'presence is no validation',
      code: `import express from 'express'
const app = express()
app.post('/s', (req, res) => { if (!req.body.email || !req.body.password) return res.status(400).end(); login(req.body.email, req.body.password) })`,
      errors: [
        {
          messageId: 'unvalidated',
          line: 3,
          column: 111,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { z } from 'zod'
import express from 'express'
const app = express()
const PostSBodySchema = z.object({ email: z.string(), password: z.string() })

app.post('/s', (req, res) => { const parsedBody = PostSBodySchema.safeParse(req.body)
if (!parsedBody.success) {
  res.status(400).json({ error: 'Invalid body' })
  return
}
if (!parsedBody.data.email || !parsedBody.data.password) return res.status(400).end(); login(parsedBody.data.email, parsedBody.data.password) })`,
            },
          ],
        },
      ],
    },
    {
      name: 'Ajv: compiled guard, dropped',
      code: `import express from 'express'
import Ajv from 'ajv'
const ajv = new Ajv()
const validate = ajv.compile(schema)
const app = express()
app.post('/s', (req, res) => { validate(req.body); save(req.body) })`,
      errors: [{ messageId: 'uncheckedResult', line: 6, column: 32 }],
    },
    {
      name: 'Joi: validate, unchecked',
      code: `import express from 'express'
import Joi from 'joi'
const S = Joi.object({ a: Joi.string().required() })
const app = express()
app.post('/s', (req, res) => { const { value } = S.validate(req.body); save(value) })`,
      errors: [{ messageId: 'uncheckedResult', line: 5, column: 50 }],
    },
    {
      name: 'Electron: arguments of a renderer',
      code: `import { ipcMain } from 'electron'
ipcMain.handle('write', async (event, path, data) => { await fs.writeFile(path, data) })`,
      errors: [
        {
          messageId: 'unvalidated',
          line: 2,
          column: 75,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { z } from 'zod'
import { ipcMain } from 'electron'
const ArgumentsSchema = z.object({ /* list the members that are accepted */ }).strict()

ipcMain.handle('write', async (event, path, data) => { await fs.writeFile(ArgumentsSchema.parse(path), data) })`,
            },
          ],
        },
      ],
    },
    {
      name: 'socket.io: message',
      code: `import { Server } from 'socket.io'
const io = new Server()
io.on('connection', (socket) => { socket.on('message', (data) => { db.insert(data) }) })`,
      errors: [
        {
          messageId: 'unvalidated',
          line: 3,
          column: 78,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { z } from 'zod'
import { Server } from 'socket.io'
const io = new Server()
const MessageSchema = z.object({ /* list the members that are accepted */ }).strict()

io.on('connection', (socket) => { socket.on('message', (data) => { db.insert(MessageSchema.parse(data)) }) })`,
            },
          ],
        },
      ],
    },
    {
      name: 'postMessage: data',
      code: `window.addEventListener('message', (event) => { applyConfig(event.data) })`,
      errors: [
        {
          messageId: 'unvalidated',
          line: 1,
          column: 61,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { z } from 'zod'
const MessageSchema = z.object({ /* list the members that are accepted */ }).strict()

window.addEventListener('message', (event) => { applyConfig(MessageSchema.parse(event.data)) })`,
            },
          ],
        },
      ],
    },
    {
      name: 'MCP: low-level tool call',
      code: `import { Server } from '@modelcontextprotocol/sdk/server/index.js'
import { CallToolRequestSchema } from '@modelcontextprotocol/sdk/types.js'
const server = new Server({}, {})
server.setRequestHandler(CallToolRequestSchema, async (request) => { const { path } = request.params.arguments as { path: string }; return { content: await readFile(path) } })`,
      errors: [
        {
          messageId: 'cast',
          line: 4,
          column: 87,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { z } from 'zod'
import { Server } from '@modelcontextprotocol/sdk/server/index.js'
import { CallToolRequestSchema } from '@modelcontextprotocol/sdk/types.js'
const server = new Server({}, {})
const ToolCallSchema = z.object({ path: z.string() })

server.setRequestHandler(CallToolRequestSchema, async (request) => { const { path } = ToolCallSchema.parse(request.params.arguments); return { content: await readFile(path) } })`,
            },
          ],
        },
      ],
    },
    {
      name: 'h3: readBody',
      code: `export default defineEventHandler(async (event) => { const body = await readBody(event); return db.insert(body) })`,
      errors: [
        {
          messageId: 'unvalidated',
          line: 1,
          column: 107,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { z } from 'zod'
const BodySchema = z.object({ /* list the members that are accepted */ }).strict()

export default defineEventHandler(async (event) => { const body = BodySchema.parse(await readBody(event)); return db.insert(body) })`,
            },
          ],
        },
      ],
    },
    {
      name: 'SvelteKit: endpoint',
      code: `export const POST = async ({ request }) => { const { a } = await request.json(); await db.insert(a); return json({}) }`,
      filename: 'src/routes/x/+server.ts',
      errors: [
        {
          messageId: 'unvalidated',
          line: 1,
          column: 98,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { z } from 'zod'
const POSTBodySchema = z.object({ a: z.string() })

export const POST = async ({ request }) => { const parsedBody = POSTBodySchema.safeParse(await request.json())
if (!parsedBody.success) {
  return Response.json({ error: 'Invalid body' }, { status: 400 })
}
const { a } = parsedBody.data; await db.insert(a); return json({}) }`,
            },
          ],
        },
      ],
    },
    {
      name: 'React Router: action',
      code: `export async function action({ request }) { const form = await request.formData(); await db.create({ name: form.get('name') }); return null }`,
      filename: 'app/routes/x.tsx',
      errors: [{ messageId: 'unvalidated', line: 1, column: 108 }],
    },
    {
      name: 'Next.js: API route',
      code: `export default async function handler(req, res) { await db.create({ name: req.body.name }); res.json({}) }`,
      filename: 'pages/api/x.ts',
      errors: [
        {
          messageId: 'unvalidated',
          line: 1,
          column: 75,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { z } from 'zod'
const HandlerBodySchema = z.object({ name: z.string() })

export default async function handler(req, res) { const parsedBody = HandlerBodySchema.safeParse(req.body)
if (!parsedBody.success) {
  res.status(400).json({ error: 'Invalid body' })
  return
}
await db.create({ name: parsedBody.data.name }); res.json({}) }`,
            },
          ],
        },
      ],
    },
    {
      name: 'middleware in same file that validates nothing',
      code: `import express from 'express'
const router = express.Router()
function auth(req, res, next) { if (!req.user) return res.status(401).end(); next() }
router.post('/x', auth, async (req, res) => { await db.insert(req.body) })`,
      errors: [
        {
          messageId: 'unvalidated',
          line: 4,
          column: 63,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { z } from 'zod'
import express from 'express'
const router = express.Router()
function auth(req, res, next) { if (!req.user) return res.status(401).end(); next() }
const PostXBodySchema = z.object({ /* list the members that are accepted */ }).strict()

router.post('/x', auth, async (req, res) => { const parsedBody = PostXBodySchema.safeParse(req.body)
if (!parsedBody.success) {
  res.status(400).json({ error: 'Invalid body' })
  return
}
await db.insert(parsedBody.data) })`,
            },
          ],
        },
      ],
    },
    {
      name: 'helper in same file uses',
      code: `import express from 'express'
const app = express()
async function create(input: any) { return db.insert(input.name) }
app.post('/x', async (req, res) => { res.json(await create(req.body)) })`,
      errors: [{ messageId: 'unvalidated', line: 4, column: 60 }],
    },
    {
      name: 'validates body uses query',
      code: `import express from 'express'
import { z } from 'zod'
const app = express()
const S = z.object({ a: z.string() })
app.post('/x', async (req, res) => { const b = S.parse(req.body); await db.find(b, req.query.sort) })`,
      errors: [
        {
          messageId: 'unvalidated',
          line: 5,
          column: 84,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import express from 'express'
import { z } from 'zod'
const app = express()
const S = z.object({ a: z.string() })
const PostXQuerySchema = z.object({ sort: z.string() })

app.post('/x', async (req, res) => { const b = S.parse(req.body); const parsedQuery = PostXQuerySchema.safeParse(req.query)
if (!parsedQuery.success) {
  res.status(400).json({ error: 'Invalid query' })
  return
}
await db.find(b, parsedQuery.data.sort) })`,
            },
          ],
        },
      ],
    },
    {
      name: 'wrapper that is no validator',
      code: `import { withAuth } from '@/lib/auth'
export const POST = withAuth(async (req) => { const body = await req.json(); await db.insert(body); return Response.json({}) })`,
      errors: [
        {
          messageId: 'unvalidated',
          line: 2,
          column: 94,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { z } from 'zod'
import { withAuth } from '@/lib/auth'
const BodySchema = z.object({ /* list the members that are accepted */ }).strict()

export const POST = withAuth(async (req) => { const parsedBody = BodySchema.safeParse(await req.json())
if (!parsedBody.success) {
  return Response.json({ error: 'Invalid body' }, { status: 400 })
}
const body = parsedBody.data; await db.insert(body); return Response.json({}) })`,
            },
          ],
        },
      ],
    },
    {
      name: 'valibot too',
      code: `import { Hono } from 'hono'
import * as v from 'valibot'
const app = new Hono()
const S = v.object({ a: v.string() })
app.post('/x', async (c) => { const r = v.safeParse(S, await c.req.json()); await db.insert(r.output); return c.json({}) })`,
      errors: [{ messageId: 'uncheckedResult', line: 5, column: 41 }],
    },
    {
      name: 'arktype too',
      code: `import { Hono } from 'hono'
import { type } from 'arktype'
const app = new Hono()
const S = type({ a: 'string' })
app.post('/x', async (c) => { const body = S(await c.req.json()); await db.insert(body); return c.json({}) })`,
      errors: [{ messageId: 'uncheckedResult', line: 5, column: 44 }],
    },
    {
      name: 'class-validator too',
      code: `import express from 'express'
import { plainToInstance } from 'class-transformer'
import { validate } from 'class-validator'
import { Dto } from './dto'
const app = express()
app.post('/x', async (req, res) => { const dto = plainToInstance(Dto, req.body); await validate(dto); await db.insert(dto) })`,
      errors: [{ messageId: 'uncheckedResult', line: 6, column: 88 }],
    },
    {
      name: 'elysia',
      code: `import { Elysia } from 'elysia'
new Elysia().post('/x', ({ body }) => db.insert(body))`,
      errors: [{ messageId: 'unvalidated', line: 2, column: 49 }],
    },
    {
      name: 'restify',
      code: `const restify = require('restify')
const server = restify.createServer()
server.post('/x', (req, res, next) => { db.insert(req.body); next() })`,
      errors: [
        {
          messageId: 'unvalidated',
          line: 3,
          column: 51,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `const { z } = require('zod')
const restify = require('restify')
const server = restify.createServer()
const PostXBodySchema = z.object({ /* list the members that are accepted */ }).strict()

server.post('/x', (req, res, next) => { const parsedBody = PostXBodySchema.safeParse(req.body)
if (!parsedBody.success) {
  res.send(400, { error: 'Invalid body' })
  return
}
db.insert(parsedBody.data); next() })`,
            },
          ],
        },
      ],
    },
    {
      name: 'polka',
      code: `const polka = require('polka')
polka().post('/x', (req, res) => { db.insert(req.body); res.end() }).listen(3000)`,
      errors: [
        {
          messageId: 'unvalidated',
          line: 2,
          column: 46,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `const { z } = require('zod')
const polka = require('polka')
const PostXBodySchema = z.object({ /* list the members that are accepted */ }).strict()

polka().post('/x', (req, res) => { const parsedBody = PostXBodySchema.safeParse(req.body)
if (!parsedBody.success) {
  res.statusCode = 400
  res.end('Invalid body')
  return
}
db.insert(parsedBody.data); res.end() }).listen(3000)`,
            },
          ],
        },
      ],
    },
    {
      name: 'helper reads request',
      code: `import { NextRequest, NextResponse } from 'next/server'
export async function GET(request: NextRequest) { const { searchParams } = new URL(request.url); const id = searchParams.get('id'); const u = await db.user.findMany({ where: { id } }); return NextResponse.json(u) }`,
      errors: [{ messageId: 'unvalidated', line: 2, column: 177 }],
    },
    {
      name: 'nextUrl',
      code: `import { NextRequest, NextResponse } from 'next/server'
export async function GET(request: NextRequest) { const page = parseInt(request.nextUrl.searchParams.get('page')); return NextResponse.json(await list(page)) }`,
      errors: [{ messageId: 'unvalidated', line: 2, column: 152 }],
    },
    {
      name: 'ai sdk tool without schema',
      code: `import { tool } from 'ai'
export const t = tool({ description: 'x', execute: async (args) => { return readFile(args.path) } })`,
      errors: [
        {
          messageId: 'unvalidated',
          line: 2,
          column: 86,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { z } from 'zod'
import { tool } from 'ai'
const ToolCallSchema = z.object({ path: z.string() })

export const t = tool({ description: 'x', execute: async (args) => { return readFile(ToolCallSchema.parse(args).path) } })`,
            },
          ],
        },
      ],
    },
    {
      name: 'anthropic block.input',
      code: `import Anthropic from '@anthropic-ai/sdk'
const msg = await client.messages.create({})
for (const block of msg.content) { if (block.type === 'tool_use') { await runTool(block.name, block.input as Args) } }`,
      errors: [
        {
          messageId: 'cast',
          line: 3,
          column: 95,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { z } from 'zod'
import Anthropic from '@anthropic-ai/sdk'
const msg = await client.messages.create({})
const ToolCallSchema = z.object({ /* list the members that are accepted */ }).strict()

for (const block of msg.content) { if (block.type === 'tool_use') { await runTool(block.name, ToolCallSchema.parse(block.input)) } }`,
            },
          ],
        },
      ],
    },
    {
      name: 'axios generic',
      code: `import axios from 'axios'
const { data } = await axios.get<User[]>('https://api.example.com/users')
for (const u of data) save(u)`,
      errors: [{ messageId: 'cast', line: 2, column: 24 }],
    },
    {
      name: 'foreign api',
      code: `const r = await fetch('https://api.example.com/price')
const data = await r.json()
await db.insert({ price: data.price })`,
      errors: [
        {
          messageId: 'unvalidated',
          line: 3,
          column: 26,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { z } from 'zod'
const r = await fetch('https://api.example.com/price')
const ResponseSchema = z.object({ price: z.number() })

const data = ResponseSchema.parse(await r.json())
await db.insert({ price: data.price })`,
            },
          ],
        },
      ],
    },
    {
      name: 'then chain',
      code: `fetch('https://api.example.com/price').then((r) => r.json()).then((data) => { db.insert({ price: data.price }) })`,
      errors: [{ messageId: 'unvalidated', line: 1, column: 98 }],
    },
    {
      name: 'mass assign',
      code: `import express from 'express'
const app = express()
app.put('/u/:id', async (req, res) => { const u = await User.findById(req.params.id); Object.assign(u, req.body); await u.save() })`,
      errors: [
        {
          messageId: 'unvalidated',
          line: 3,
          column: 104,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { z } from 'zod'
import express from 'express'
const app = express()
const PutUIdBodySchema = z.object({ /* list the members that are accepted */ }).strict()

app.put('/u/:id', async (req, res) => { const u = await User.findById(req.params.id); const parsedBody = PutUIdBodySchema.safeParse(req.body)
if (!parsedBody.success) {
  res.status(400).json({ error: 'Invalid body' })
  return
}
Object.assign(u, parsedBody.data); await u.save() })`,
            },
          ],
        },
      ],
    },
    {
      name: 'spread',
      code: `import express from 'express'
const app = express()
app.put('/u/:id', async (req, res) => { await User.update({ ...req.body, updatedAt: new Date() }) })`,
      errors: [
        {
          messageId: 'unvalidated',
          line: 3,
          column: 64,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { z } from 'zod'
import express from 'express'
const app = express()
const PutUIdBodySchema = z.object({ /* list the members that are accepted */ }).strict()

app.put('/u/:id', async (req, res) => { const parsedBody = PutUIdBodySchema.safeParse(req.body)
if (!parsedBody.success) {
  res.status(400).json({ error: 'Invalid body' })
  return
}
await User.update({ ...parsedBody.data, updatedAt: new Date() }) })`,
            },
          ],
        },
      ],
    },
    {
      name: 'sql',
      code: `import express from 'express'
const app = express()
app.get('/u/:id', async (req, res) => { const r = await db.query(\`SELECT * FROM u WHERE id = \${req.params.id}\`); res.json(r) })`,
      errors: [
        {
          messageId: 'unvalidated',
          line: 3,
          column: 96,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { z } from 'zod'
import express from 'express'
const app = express()
const GetUIdParamsSchema = z.object({ id: z.string() })

app.get('/u/:id', async (req, res) => { const parsedParams = GetUIdParamsSchema.safeParse(req.params)
if (!parsedParams.success) {
  res.status(400).json({ error: 'Invalid params' })
  return
}
const r = await db.query(\`SELECT * FROM u WHERE id = \${parsedParams.data.id}\`); res.json(r) })`,
            },
          ],
        },
      ],
    },
    {
      name: 'exec',
      code: `import { exec } from 'child_process'
import express from 'express'
const app = express()
app.get('/ping', (req, res) => { exec('ping ' + req.query.host, (e, out) => res.send(out)) })`,
      errors: [
        {
          messageId: 'unvalidated',
          line: 4,
          column: 49,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { z } from 'zod'
import { exec } from 'child_process'
import express from 'express'
const app = express()
const GetPingQuerySchema = z.object({ host: z.string() })

app.get('/ping', (req, res) => { const parsedQuery = GetPingQuerySchema.safeParse(req.query)
if (!parsedQuery.success) {
  res.status(400).json({ error: 'Invalid query' })
  return
}
exec('ping ' + parsedQuery.data.host, (e, out) => res.send(out)) })`,
            },
          ],
        },
      ],
    },
    {
      name: 'generic request type',
      code: `import { Request, Response } from 'express'
export const create = async (req: Request<{}, {}, CreateUser>, res: Response) => { const { name } = req.body; await db.insert({ name }) }`,
      errors: [
        {
          messageId: 'unvalidated',
          line: 2,
          column: 129,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { z } from 'zod'
import { Request, Response } from 'express'
const CreateBodySchema = z.object({ name: z.string() })

export const create = async (req: Request<{}, {}, CreateUser>, res: Response) => { const parsedBody = CreateBodySchema.safeParse(req.body)
if (!parsedBody.success) {
  res.status(400).json({ error: 'Invalid body' })
  return
}
const { name } = parsedBody.data; await db.insert({ name }) }`,
            },
          ],
        },
      ],
    },
    {
      name: 'lambda',
      code: `import { APIGatewayProxyEvent } from 'aws-lambda'
export const main = async (event: APIGatewayProxyEvent) => { const { id } = JSON.parse(event.body || '{}') as { id: string }; await table.get(id); return { statusCode: 200 } }`,
      errors: [
        {
          messageId: 'cast',
          line: 2,
          column: 77,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { z } from 'zod'
import { APIGatewayProxyEvent } from 'aws-lambda'
const MainBodySchema = z.object({ id: z.string() })

export const main = async (event: APIGatewayProxyEvent) => { const parsedBody = MainBodySchema.safeParse(JSON.parse(event.body || '{}'))
if (!parsedBody.success) {
  return { statusCode: 400, body: 'Invalid body' }
}
const { id } = parsedBody.data; await table.get(id); return { statusCode: 200 } }`,
            },
          ],
        },
      ],
    },
    {
      name: 'cookies',
      code: `import express from 'express'
const app = express()
app.get('/x', (req, res) => { const prefs = JSON.parse(req.cookies.prefs); render(prefs.theme) })`,
      errors: [
        {
          messageId: 'unvalidated',
          line: 3,
          column: 83,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { z } from 'zod'
import express from 'express'
const app = express()
const GetXCookiesSchema = z.object({ theme: z.string() })

app.get('/x', (req, res) => { const parsedCookies = GetXCookiesSchema.safeParse(JSON.parse(req.cookies.prefs))
if (!parsedCookies.success) {
  res.status(400).json({ error: 'Invalid cookies' })
  return
}
const prefs = parsedCookies.data; render(prefs.theme) })`,
            },
          ],
        },
      ],
    },
    {
      name: 'trpc rawInput',
      code: `import { initTRPC } from '@trpc/server'
const t = initTRPC.create()
export const r = t.router({ a: t.procedure.mutation(async ({ input }) => { await db.insert(input) }) })`,
      errors: [{ messageId: 'unvalidated', line: 3, column: 92 }],
    },
    {
      name: 'typeof other member',
      code: `import express from 'express'
const app = express()
app.post('/x', (req, res) => { const { email, role } = req.body; if (typeof email !== 'string') { return res.status(400).json({}) } send(email, role) })`,
      errors: [
        {
          messageId: 'unvalidated',
          line: 3,
          column: 145,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { z } from 'zod'
import express from 'express'
const app = express()
const PostXBodySchema = z.object({ email: z.string(), role: z.string() })

app.post('/x', (req, res) => { const parsedBody = PostXBodySchema.safeParse(req.body)
if (!parsedBody.success) {
  res.status(400).json({ error: 'Invalid body' })
  return
}
const { email, role } = parsedBody.data; if (typeof email !== 'string') { return res.status(400).json({}) } send(email, role) })`,
            },
          ],
        },
      ],
    },
    {
      name: 'trap number',
      code: `import express from 'express'
const app = express()
app.get('/x', (req, res) => { const limit = Number(req.query.limit); res.json(list(limit)) })`,
      errors: [
        {
          messageId: 'unvalidated',
          line: 3,
          column: 84,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { z } from 'zod'
import express from 'express'
const app = express()
const GetXQuerySchema = z.object({ limit: z.coerce.number() })

app.get('/x', (req, res) => { const parsedQuery = GetXQuerySchema.safeParse(req.query)
if (!parsedQuery.success) {
  res.status(400).json({ error: 'Invalid query' })
  return
}
const limit = Number(parsedQuery.data.limit); res.json(list(limit)) })`,
            },
          ],
        },
      ],
    },
    {
      name: 'regex unanchored',
      code: `import express from 'express'
const app = express()
app.get('/x', (req, res) => { const { slug } = req.query; if (!/[a-z-]+/.test(slug)) return res.status(400).end(); res.json(find(slug)) })`,
      errors: [
        {
          messageId: 'unvalidated',
          line: 3,
          column: 130,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { z } from 'zod'
import express from 'express'
const app = express()
const GetXQuerySchema = z.object({ slug: z.string() })

app.get('/x', (req, res) => { const parsedQuery = GetXQuerySchema.safeParse(req.query)
if (!parsedQuery.success) {
  res.status(400).json({ error: 'Invalid query' })
  return
}
const { slug } = parsedQuery.data; if (!/[a-z-]+/.test(slug)) return res.status(400).end(); res.json(find(slug)) })`,
            },
          ],
        },
      ],
    },
    {
      name: 'Next page searchParams',
      code: `export default async function Page({ searchParams }) { const { q } = await searchParams; const rows = await db.query(q); return <div>{rows.length}</div> }`,
      filename: 'app/page.tsx',
      errors: [
        {
          messageId: 'unvalidated',
          line: 1,
          column: 118,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { z } from 'zod'
const PageQuerySchema = z.object({ q: z.string() })

export default async function Page({ searchParams }) { const { q } = PageQuerySchema.parse(await searchParams); const rows = await db.query(q); return <div>{rows.length}</div> }`,
            },
          ],
        },
      ],
    },
    {
      name: 'ws',
      code: `import { WebSocketServer } from 'ws'
const wss = new WebSocketServer({ port: 1 })
wss.on('connection', (ws) => { ws.on('message', (raw) => { const msg = JSON.parse(raw.toString()); rooms.join(msg.room) }) })`,
      errors: [
        {
          messageId: 'unvalidated',
          line: 3,
          column: 111,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { z } from 'zod'
import { WebSocketServer } from 'ws'
const wss = new WebSocketServer({ port: 1 })
const MessageSchema = z.object({ room: z.string() })

wss.on('connection', (ws) => { ws.on('message', (raw) => { const msg = MessageSchema.parse(JSON.parse(raw.toString())); rooms.join(msg.room) }) })`,
            },
          ],
        },
      ],
    },
    {
      name: 'strict headers',
      code: `import express from 'express'
const app = express()
app.get('/x', (req, res) => { track(req.headers['user-agent']) })`,
      options: [{ strict: true }],
      errors: [
        {
          messageId: 'unvalidated',
          line: 3,
          column: 37,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { z } from 'zod'
import express from 'express'
const app = express()
const GetXHeadersSchema = z.object({ 'user-agent': z.string() })

app.get('/x', (req, res) => { const parsedHeaders = GetXHeadersSchema.safeParse(req.headers)
if (!parsedHeaders.success) {
  res.status(400).json({ error: 'Invalid headers' })
  return
}
track(parsedHeaders.data['user-agent']) })`,
            },
          ],
        },
      ],
    },
    {
      name: 'Fastify: a plugin declared by its type, a type argument',
      code: `import type { FastifyPluginAsync } from 'fastify'
const plugin: FastifyPluginAsync = async (app) => {
  app.post<{ Body: Body }>('/a', async (request) => save(request.body.name))
}`,
      errors: [
        {
          messageId: 'unvalidated',
          line: 3,
          column: 58,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { z } from 'zod'
import type { FastifyPluginAsync } from 'fastify'
const PostABodySchema = z.object({ name: z.string() })

const plugin: FastifyPluginAsync = async (app) => {
  app.post<{ Body: Body }>('/a', async (request) => save(PostABodySchema.parse(request.body).name))
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'Fastify: a schema that accepts anything',
      code: `import Fastify from 'fastify'
const app = Fastify()
app.post('/a', { schema: { body: {} } }, async (request) => save(request.body.name))`,
      errors: [{ messageId: 'acceptsAnything', line: 3, column: 34 }],
    },
    {
      name: 'Hapi: of a list of routes each has its own validation',
      code: `import Hapi from '@hapi/hapi'
const server = Hapi.server()
server.route([
  { method: 'GET', path: '/a', handler: (request) => search(request.query.q) },
  { method: 'GET', path: '/b', handler: (request) => search(request.query.q), options: { validate: { query: QuerySchema } } },
])`,
      errors: [
        {
          messageId: 'unvalidated',
          line: 4,
          column: 61,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { z } from 'zod'
import Hapi from '@hapi/hapi'
const server = Hapi.server()
const RouteQuerySchema = z.object({ q: z.string() })

server.route([
  { method: 'GET', path: '/a', handler: (request) => search(RouteQuerySchema.parse(request.query).q) },
  { method: 'GET', path: '/b', handler: (request) => search(request.query.q), options: { validate: { query: QuerySchema } } },
])`,
            },
          ],
        },
      ],
    },
    {
      name: 'Hapi: everything is let in',
      code: `import Hapi from '@hapi/hapi'
Hapi.server().route({ method: 'POST', path: '/b', options: { validate: { payload: true } }, handler: async (request, h) => save(request.payload) })`,
      errors: [
        {
          messageId: 'unvalidated',
          line: 2,
          column: 129,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { z } from 'zod'
import Hapi from '@hapi/hapi'
const RouteBodySchema = z.object({ /* list the members that are accepted */ }).strict()

Hapi.server().route({ method: 'POST', path: '/b', options: { validate: { payload: true } }, handler: async (request, h) => save(RouteBodySchema.parse(request.payload)) })`,
            },
          ],
        },
      ],
    },
    {
      name: 'Elysia: t.Any() is no schema',
      code: `import { Elysia, t } from 'elysia'
new Elysia().post('/a', ({ body }) => save(body), { body: t.Any() })`,
      errors: [{ messageId: 'acceptsAnything', line: 2, column: 59 }],
    },
    {
      name: 'tRPC: z.any() is no schema',
      code: `import { initTRPC } from '@trpc/server'
import { z } from 'zod'
const t = initTRPC.create()
export const add = t.procedure.input(z.any()).mutation(({ input }) => save(input))`,
      errors: [{ messageId: 'acceptsAnything', line: 4, column: 38 }],
    },
    {
      name: 'tRPC: a parser that looks at nothing',
      code: `import { initTRPC } from '@trpc/server'
const t = initTRPC.create()
export const add = t.procedure.input((value) => value as Order).mutation(({ input }) => save(input))`,
      errors: [{ messageId: 'acceptsAnything', line: 3, column: 38 }],
    },
    {
      name: 'Hono: zValidator with z.any()',
      code: `import { Hono } from 'hono'
import { zValidator } from '@hono/zod-validator'
import { z } from 'zod'
new Hono().post('/x', zValidator('json', z.any()), async (c) => c.json(await save(await c.req.json())))`,
      errors: [{ messageId: 'acceptsAnything', line: 4, column: 42 }],
    },
    {
      name: 'AI SDK: a tool whose schema accepts anything',
      code: `import { tool } from 'ai'
import { z } from 'zod'
export const shell = tool({ inputSchema: z.any(), execute: async (input) => run(input.command) })`,
      errors: [{ messageId: 'acceptsAnything', line: 3, column: 42 }],
    },
    {
      name: 'AI SDK: a text of the model, parsed',
      code: `import { generateText } from 'ai'
const { text } = await generateText({ model, prompt })
const plan = JSON.parse(text)
await save(plan.title)`,
      errors: [
        {
          messageId: 'unvalidated',
          line: 4,
          column: 12,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { z } from 'zod'
import { generateText } from 'ai'
const { text } = await generateText({ model, prompt })
const ModelOutputSchema = z.object({ title: z.string() })

const plan = ModelOutputSchema.parse(JSON.parse(text))
await save(plan.title)`,
            },
          ],
        },
      ],
    },
    {
      name: 'LangChain: a tool without a schema under another name',
      code: `import { tool as lcTool } from '@langchain/core/tools'
export const lookup = lcTool(async (input: any) => search(input.q), { name: 'lookup', description: 'd' })`,
      errors: [
        {
          messageId: 'unvalidated',
          line: 2,
          column: 59,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { z } from 'zod'
import { tool as lcTool } from '@langchain/core/tools'
const ToolCallSchema = z.object({ q: z.string() })

export const lookup = lcTool(async (input: any) => search(ToolCallSchema.parse(input).q), { name: 'lookup', description: 'd' })`,
            },
          ],
        },
      ],
    },
    {
      name: 'OpenAI: a function call among the items of a response',
      code: `for (const item of response.output) {
  if (item.type !== 'function_call') continue
  const args = JSON.parse(item.arguments)
  await callTool(item.name, args)
}`,
      errors: [
        {
          messageId: 'unvalidated',
          line: 4,
          column: 29,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { z } from 'zod'
const ToolCallSchema = z.object({ /* list the members that are accepted */ }).strict()

for (const item of response.output) {
  if (item.type !== 'function_call') continue
  const args = ToolCallSchema.parse(JSON.parse(item.arguments))
  await callTool(item.name, args)
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'Gemini: the text of an answer',
      code: `const result = await model.generateContent('x')
const parsed = JSON.parse(result.response.text())
await save(parsed.title)`,
      errors: [
        {
          messageId: 'unvalidated',
          line: 3,
          column: 12,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { z } from 'zod'
const result = await model.generateContent('x')
const ModelOutputSchema = z.object({ title: z.string() })

const parsed = ModelOutputSchema.parse(JSON.parse(result.response.text()))
await save(parsed.title)`,
            },
          ],
        },
      ],
    },
    {
      name: 'an accepted text, parsed: what is in it was not looked at',
      code: `import { z } from 'zod'
const Order = z.object({ payload: z.string() })
export function create(req, res) {
  const { payload } = Order.parse(req.body)
  const inner = JSON.parse(payload)
  save(inner.name)
}`,
      errors: [
        {
          messageId: 'unvalidated',
          line: 6,
          column: 8,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { z } from 'zod'
const Order = z.object({ payload: z.string() })
const CreateBodySchema = z.object({ /* list the members that are accepted */ }).strict()

export function create(req, res) {
  const { payload } = Order.parse(req.body)
  const parsedBody = CreateBodySchema.safeParse(JSON.parse(payload))
  if (!parsedBody.success) {
    res.status(400).json({ error: 'Invalid body' })
    return
  }
  const inner = parsedBody.data
  save(inner.name)
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'behind middleware: a text in the body, parsed',
      code: `import { Router } from 'express'
import { validate } from './validate'
Router().post('/x', validate(OrderSchema), (req, res) => {
  const filter = JSON.parse(req.body.filter)
  find(filter.owner)
})`,
      errors: [
        {
          messageId: 'unvalidated',
          line: 5,
          column: 8,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { z } from 'zod'
import { Router } from 'express'
import { validate } from './validate'
const PostXBodySchema = z.object({ owner: z.string() })

Router().post('/x', validate(OrderSchema), (req, res) => {
  const parsedBody = PostXBodySchema.safeParse(JSON.parse(req.body.filter))
  if (!parsedBody.success) {
    res.status(400).json({ error: 'Invalid body' })
    return
  }
  const filter = parsedBody.data
  find(filter.owner)
})`,
            },
          ],
        },
      ],
    },
    {
      name: 'a checked text, parsed',
      code: `import { Router } from 'express'
Router().post('/x', (req, res) => {
  if (typeof req.body.filter !== 'string') return res.status(400).end()
  const filter = JSON.parse(req.body.filter)
  find(filter.owner)
})`,
      errors: [
        {
          messageId: 'unvalidated',
          line: 5,
          column: 8,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { z } from 'zod'
import { Router } from 'express'
const PostXBodySchema = z.object({ owner: z.string() })

Router().post('/x', (req, res) => {
  if (typeof req.body.filter !== 'string') return res.status(400).end()
  const parsedBody = PostXBodySchema.safeParse(JSON.parse(req.body.filter))
  if (!parsedBody.success) {
    res.status(400).json({ error: 'Invalid body' })
    return
  }
  const filter = parsedBody.data
  find(filter.owner)
})`,
            },
          ],
        },
      ],
    },
    {
      name: 'Electron: a handler by name',
      code: `import { ipcMain } from 'electron'
ipcMain.handle('save', onSave)
async function onSave(event, doc) { await persist(doc) }`,
      errors: [
        {
          messageId: 'unvalidated',
          line: 3,
          column: 51,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { z } from 'zod'
import { ipcMain } from 'electron'
ipcMain.handle('save', onSave)
const OnSaveArgumentsSchema = z.object({ /* list the members that are accepted */ }).strict()

async function onSave(event, doc) { await persist(OnSaveArgumentsSchema.parse(doc)) }`,
            },
          ],
        },
      ],
    },
    {
      name: "a socket's onmessage",
      code: `import { WebSocketServer } from 'ws'
new WebSocketServer({ port: 1 }).on('connection', (ws) => {
  ws.onmessage = (event) => { const order = JSON.parse(event.data); run(order.id) }
})`,
      errors: [
        {
          messageId: 'unvalidated',
          line: 3,
          column: 73,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { z } from 'zod'
import { WebSocketServer } from 'ws'
const MessageSchema = z.object({ id: z.string() })

new WebSocketServer({ port: 1 }).on('connection', (ws) => {
  ws.onmessage = (event) => { const order = MessageSchema.parse(JSON.parse(event.data)); run(order.id) }
})`,
            },
          ],
        },
      ],
    },
    {
      name: "a service worker's requests",
      code: `addEventListener('fetch', (event) => event.respondWith(handle(event.request)))
async function handle(request) {
  const body = await request.json()
  await KV.put(body.key, body.value)
}`,
      errors: [
        {
          messageId: 'unvalidated',
          line: 4,
          column: 16,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { z } from 'zod'
addEventListener('fetch', (event) => event.respondWith(handle(event.request)))
const BodySchema = z.object({ key: z.string(), value: z.string() })

async function handle(request) {
  const body = BodySchema.parse(await request.json())
  await KV.put(body.key, body.value)
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'Node: the address of a request',
      code: `const http = require('http')
const url = require('url')
http.createServer((req, res) => { const { query } = url.parse(req.url, true); find(query.name) })`,
      errors: [{ messageId: 'unvalidated', line: 3, column: 84 }],
    },
    {
      name: 'Node: a body that is collected',
      code: `import http from 'node:http'
http.createServer((req, res) => {
  let data = ''
  req.on('data', (chunk) => { data += chunk })
  req.on('end', () => { const body = JSON.parse(data); save(body.name) })
})`,
      errors: [
        {
          messageId: 'unvalidated',
          line: 5,
          column: 61,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { z } from 'zod'
import http from 'node:http'
const BodySchema = z.object({ name: z.string() })

http.createServer((req, res) => {
  let data = ''
  req.on('data', (chunk) => { data += chunk })
  req.on('end', () => { const body = BodySchema.parse(JSON.parse(data)); save(body.name) })
})`,
            },
          ],
        },
      ],
    },
    {
      name: "Nest: a gateway's message",
      code: `import { MessageBody, SubscribeMessage, WebSocketGateway } from '@nestjs/websockets'
@WebSocketGateway()
export class Gateway { @SubscribeMessage('x') handle(@MessageBody() data: any) { return this.orders.save(data) } }`,
      errors: [
        {
          messageId: 'unvalidated',
          line: 3,
          column: 106,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { BadRequestException } from '@nestjs/common'
import { z } from 'zod'
import { MessageBody, SubscribeMessage, WebSocketGateway } from '@nestjs/websockets'
const HandleMessageSchema = z.object({ /* list the members that are accepted */ }).strict()

@WebSocketGateway()
export class Gateway { @SubscribeMessage('x') handle(@MessageBody() data: any) { const parsedMessage = HandleMessageSchema.safeParse(data)
if (!parsedMessage.success) {
  throw new BadRequestException('Invalid message')
}
return this.orders.save(parsedMessage.data) } }`,
            },
          ],
        },
      ],
    },
    {
      name: 'routing-controllers: nothing to validate by',
      code: `import { Body, JsonController, Post } from 'routing-controllers'
@JsonController() export class Orders { @Post('/') create(@Body() order: any) { return this.orders.save(order) } }`,
      errors: [
        {
          messageId: 'unvalidated',
          line: 2,
          column: 105,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { BadRequestException } from '@nestjs/common'
import { z } from 'zod'
import { Body, JsonController, Post } from 'routing-controllers'
const CreateBodySchema = z.object({ /* list the members that are accepted */ }).strict()

@JsonController() export class Orders { @Post('/') create(@Body() order: any) { const parsedBody = CreateBodySchema.safeParse(order)
if (!parsedBody.success) {
  throw new BadRequestException('Invalid body')
}
return this.orders.save(parsedBody.data) } }`,
            },
          ],
        },
      ],
    },
    {
      name: 'Azure Functions, third version of its model',
      code: `module.exports = async function (context, req) { const name = req.query.name || (req.body && req.body.name); await save(name) }`,
      errors: [
        { messageId: 'unvalidated', line: 1, column: 121 },
        { messageId: 'unvalidated', line: 1, column: 121 },
      ],
    },
    {
      name: 'a type argument about a foreign answer that is only returned',
      code: `import axios from 'axios'
export async function user(): Promise<User> { const { data } = await axios.get<User>('https://api.example.com/u/1'); return data }`,
      errors: [{ messageId: 'cast', line: 2, column: 70 }],
    },
    {
      name: 'a class that registers its own methods',
      code: `import { Router } from 'express'
import { validate } from './validate'
export class Users {
  router = Router()
  constructor() { this.router.post('/a', [validate(S), this.create.bind(this)]); this.router.post('/b', this.update) }
  create(req, res) { res.json(save(req.body)) }
  update(req, res) { res.json(save(req.body)) }
}`,
      errors: [
        {
          messageId: 'unvalidated',
          line: 7,
          column: 36,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { z } from 'zod'
import { Router } from 'express'
import { validate } from './validate'
const UpdateBodySchema = z.object({ /* list the members that are accepted */ }).strict()

export class Users {
  router = Router()
  constructor() { this.router.post('/a', [validate(S), this.create.bind(this)]); this.router.post('/b', this.update) }
  create(req, res) { res.json(save(req.body)) }
  update(req, res) { const parsedBody = UpdateBodySchema.safeParse(req.body)
  if (!parsedBody.success) {
    res.status(400).json({ error: 'Invalid body' })
    return
  }
  res.json(save(parsedBody.data)) }
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'members that are there, copied by name',
      code: `exports.update = async (req, res) => {
  const patch = {}
  for (const field of ['name', 'price']) if (req.body[field] !== undefined) patch[field] = req.body[field]
  res.json(await db.update(patch))
}`,
      errors: [
        {
          messageId: 'unvalidated',
          line: 3,
          column: 92,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { z } from 'zod'
const BodySchema = z.object({ /* list the members that are accepted */ }).strict()

exports.update = async (req, res) => {
  const patch = {}
  const parsedBody = BodySchema.safeParse(req.body)
  if (!parsedBody.success) {
    res.status(400).json({ error: 'Invalid body' })
    return
  }
  for (const field of ['name', 'price']) if (parsedBody.data[field] !== undefined) patch[field] = parsedBody.data[field]
  res.json(await db.update(patch))
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'that it is an object says nothing of its members',
      code: `exports.update = async (req, res) => {
  if (typeof req.body.user !== 'object') return res.status(400).end()
  res.json(await db.update(req.body.user.name))
}`,
      errors: [
        {
          messageId: 'unvalidated',
          line: 3,
          column: 28,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { z } from 'zod'
const BodySchema = z.object({ user: z.unknown() })

exports.update = async (req, res) => {
  const parsedBody = BodySchema.safeParse(req.body)
  if (!parsedBody.success) {
    res.status(400).json({ error: 'Invalid body' })
    return
  }
  if (typeof parsedBody.data.user !== 'object') return res.status(400).end()
  res.json(await db.update(parsedBody.data.user.name))
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'findings that nobody looks at',
      code: `exports.create = async (req, res) => {
  const errors = []
  if (!validator.isEmail(req.body.email)) errors.push('email')
  await User.create({ email: req.body.email })
}`,
      errors: [
        {
          messageId: 'unvalidated',
          line: 4,
          column: 30,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { z } from 'zod'
const BodySchema = z.object({ email: z.string() })

exports.create = async (req, res) => {
  const errors = []
  const parsedBody = BodySchema.safeParse(req.body)
  if (!parsedBody.success) {
    res.status(400).json({ error: 'Invalid body' })
    return
  }
  if (!validator.isEmail(parsedBody.data.email)) errors.push('email')
  await User.create({ email: parsedBody.data.email })
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'chosen by something else',
      code: `exports.list = async (req, res) => {
  const sort = req.user.isAdmin ? req.query.sort : 'name'
  res.json(await find({ sort }))
}`,
      errors: [{ messageId: 'unvalidated', line: 3, column: 25 }],
    },
    {
      name: 'a date that is not checked',
      code: `exports.list = async (req, res) => {
  const from = new Date(req.query.from)
  res.json(await find(from))
}`,
      errors: [{ messageId: 'unvalidated', line: 3, column: 23 }],
    },
    {
      name: 'what a model asks for is spread',
      code: `for (const block of response.content) if (block.type === 'tool_use') records.push({ ...block.input, id: block.id })`,
      errors: [
        {
          messageId: 'unvalidated',
          line: 1,
          column: 88,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { z } from 'zod'
const ToolCallSchema = z.object({ /* list the members that are accepted */ }).strict()

for (const block of response.content) if (block.type === 'tool_use') records.push({ ...ToolCallSchema.parse(block.input), id: block.id })`,
            },
          ],
        },
      ],
    },
    {
      name: 'TanStack Start: a validator that looks at nothing',
      code: `import { createServerFn } from '@tanstack/react-start'
export const add = createServerFn({ method: 'POST' }).validator((data: Order) => data).handler(async ({ data }) => save(data.name))`,
      errors: [{ messageId: 'acceptsAnything', line: 2, column: 65 }],
    },
    {
      name: 'Fresh',
      code: `export const handler = { async POST(req) { const form = await req.formData(); await subscribe(form.get('email')) } }`,
      filename: '/p/routes/api/x.ts',
      errors: [{ messageId: 'unvalidated', line: 1, column: 95 }],
    },
    {
      name: 'Hono: handlers of a factory',
      code: `import { createFactory } from 'hono/factory'
export const handlers = createFactory().createHandlers(async (c) => c.json(await save(c.req.query('x'))))`,
      errors: [{ messageId: 'unvalidated', line: 2, column: 87 }],
    },
    {
      name: 'the query of an address as a text',
      code: `export const loader = async ({ request }) => { const search = new URLSearchParams(new URL(request.url).search); return find(search.get('q')) }`,
      errors: [{ messageId: 'unvalidated', line: 1, column: 125 }],
    },
    {
      name: 'all entries of a form',
      code: `'use server'
export async function update(formData: FormData) { await prisma.user.update({ data: Object.fromEntries(formData.entries()) }) }`,
      errors: [
        {
          messageId: 'unvalidated',
          line: 2,
          column: 85,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `'use server'
import { z } from 'zod'
const UpdateArgumentsSchema = z.object({ /* list the members that are accepted */ }).strict()

export async function update(formData: FormData) { await prisma.user.update({ data: Object.fromEntries(UpdateArgumentsSchema.parse(formData).entries()) }) }`,
            },
          ],
        },
      ],
    },
    {
      name: 'a tag of a template',
      code: `exports.find = async (req, res) => { res.json(await sql\`select * from t where name = \${req.body.name}\`) }`,
      errors: [
        {
          messageId: 'unvalidated',
          line: 1,
          column: 88,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { z } from 'zod'
const BodySchema = z.object({ name: z.string() })

exports.find = async (req, res) => { const parsedBody = BodySchema.safeParse(req.body)
if (!parsedBody.success) {
  res.status(400).json({ error: 'Invalid body' })
  return
}
res.json(await sql\`select * from t where name = \${parsedBody.data.name}\`) }`,
            },
          ],
        },
      ],
    },
    {
      name: "LangChain: the text of a tool's input, parsed",
      code: `import { DynamicTool } from '@langchain/core/tools'
export const t = new DynamicTool({ name: 'q', description: 'd', func: async (input: string) => run(JSON.parse(input).sql) })`,
      errors: [
        {
          messageId: 'unvalidated',
          line: 2,
          column: 100,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { z } from 'zod'
import { DynamicTool } from '@langchain/core/tools'
const ToolCallSchema = z.object({ sql: z.string() })

export const t = new DynamicTool({ name: 'q', description: 'd', func: async (input: string) => run(ToolCallSchema.parse(JSON.parse(input)).sql) })`,
            },
          ],
        },
      ],
    },
    {
      name: 'Bedrock: a tool use',
      code: `for (const block of res.output.message.content) if (block.toolUse) await tools[block.toolUse.name](block.toolUse.input)`,
      errors: [
        {
          messageId: 'unvalidated',
          line: 1,
          column: 100,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { z } from 'zod'
const ToolCallSchema = z.object({ /* list the members that are accepted */ }).strict()

for (const block of res.output.message.content) if (block.toolUse) await tools[block.toolUse.name](ToolCallSchema.parse(block.toolUse.input))`,
            },
          ],
        },
      ],
    },
    {
      name: 'a helper that reads the body',
      code: `import express from 'express'
const getBody = (req) => req.body
express().post('/a', (req, res) => { const order = getBody(req); save(order.name); res.end() })`,
      errors: [
        {
          messageId: 'unvalidated',
          line: 3,
          column: 71,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { z } from 'zod'
import express from 'express'
const getBody = (req) => req.body
const PostABodySchema = z.object({ name: z.string() })

express().post('/a', (req, res) => { const parsedBody = PostABodySchema.safeParse(getBody(req))
if (!parsedBody.success) {
  res.status(400).json({ error: 'Invalid body' })
  return
}
const order = parsedBody.data; save(order.name); res.end() })`,
            },
          ],
        },
      ],
    },
    {
      name: 'a helper that two routes use',
      code: `import express from 'express'
const app = express()
const create = (order) => db.insert(order)
app.post('/a', async (req, res) => { res.json(await create(req.body)) })
app.put('/a', async (req, res) => { res.json(await create(req.body)) })`,
      errors: [
        { messageId: 'unvalidated', line: 4, column: 60 },
        { messageId: 'unvalidated', line: 5, column: 59 },
      ],
    },
    {
      name: "Standard Schema's own method, not looked at",
      code: `exports.create = async (req, res) => {
  const result = await schema['~standard'].validate(req.body)
  await save(result.value)
}`,
      errors: [{ messageId: 'uncheckedResult', line: 2, column: 24 }],
    },
    {
      name: 'a suggestion with yup',
      code: `import { object } from 'yup'
export const create = async (req, res) => { const { name, tags } = req.body; await users.insert({ name, tags }); res.json({}) }`,
      errors: [
        {
          messageId: 'unvalidated',
          line: 2,
          column: 99,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import * as yup from 'yup'
import { object } from 'yup'
const CreateBodySchema = yup.object({ name: yup.string().required(), tags: yup.array().of(yup.mixed()).required() }).required()

export const create = async (req, res) => { const parsedBody = await CreateBodySchema.validate(req.body, { stripUnknown: true }).catch(() => undefined)
if (parsedBody === undefined) {
  res.status(400).json({ error: 'Invalid body' })
  return
}
const { name, tags } = parsedBody; await users.insert({ name, tags }); res.json({}) }`,
            },
          ],
        },
      ],
    },
    {
      name: 'a suggestion with arktype',
      code: `import { type } from 'arktype'
export const create = async (req, res) => { const order = req.body as { kind: 'a' | 'b'; note?: string }; await users.insert(order); res.json({}) }`,
      errors: [
        {
          messageId: 'cast',
          line: 2,
          column: 59,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { type } from 'arktype'
const CreateBodySchema = type({ '+': 'delete', kind: type.enumerated('a', 'b'), note: ['string', '?'] })

export const create = async (req, res) => { const parsedBody = CreateBodySchema(req.body)
if (parsedBody instanceof type.errors) {
  res.status(400).json({ error: 'Invalid body' })
  return
}
const order = parsedBody; await users.insert(order); res.json({}) }`,
            },
          ],
        },
      ],
    },
    {
      name: 'a suggestion with TypeBox',
      code: `import { Type } from '@sinclair/typebox'
export const create = async (req, res) => { const { name, tags } = req.body; await users.insert({ name, tags }); res.json({}) }`,
      errors: [
        {
          messageId: 'unvalidated',
          line: 2,
          column: 99,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { Value } from '@sinclair/typebox/value'
import { Type } from '@sinclair/typebox'
const CreateBodySchema = Type.Object({ name: Type.String(), tags: Type.Array(Type.Unknown()) }, { additionalProperties: false })

export const create = async (req, res) => { const parsedBody = req.body
if (!Value.Check(CreateBodySchema, parsedBody)) {
  res.status(400).json({ error: 'Invalid body' })
  return
}
const { name, tags } = parsedBody; await users.insert({ name, tags }); res.json({}) }`,
            },
          ],
        },
      ],
    },
    {
      name: 'a suggestion with superstruct',
      code: `const { object } = require('superstruct')
exports.create = async (req, res) => { const { page, q } = req.query; res.json(await users.find({ page, q })) }`,
      errors: [
        {
          messageId: 'unvalidated',
          line: 2,
          column: 99,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `const s = require('superstruct')
const { object } = require('superstruct')
const QuerySchema = s.object({ page: s.coerce(s.number(), s.string(), Number), q: s.string() })

exports.create = async (req, res) => { const parsedQuery = s.validate(req.query, QuerySchema, { coerce: true })
if (parsedQuery[0]) {
  res.status(400).json({ error: 'Invalid query' })
  return
}
const { page, q } = parsedQuery[1]; res.json(await users.find({ page, q })) }`,
            },
          ],
        },
      ],
    },
    {
      name: 'a suggestion with Ajv',
      code: `import Ajv from 'ajv'
export const create = async (req, res) => { const order = req.body as { kind: 'a' | 'b'; note?: string }; await users.insert(order); res.json({}) }`,
      errors: [
        {
          messageId: 'cast',
          line: 2,
          column: 59,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import Ajv from 'ajv'
const CreateBodySchema = new Ajv().compile({ type: 'object', properties: { kind: { enum: ['a', 'b'] }, note: { type: 'string' } }, required: ['kind'], additionalProperties: false })

export const create = async (req, res) => { const parsedBody = req.body
if (!CreateBodySchema(parsedBody)) {
  res.status(400).json({ error: 'Invalid body' })
  return
}
const order = parsedBody; await users.insert(order); res.json({}) }`,
            },
          ],
        },
      ],
    },
    {
      name: 'a suggestion with yup where nothing can be awaited',
      code: `import * as yup from 'yup'
export const create = (req, res) => { users.insert(req.body.name); res.json({}) }`,
      errors: [
        {
          messageId: 'unvalidated',
          line: 2,
          column: 52,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import * as yup from 'yup'
const CreateBodySchema = yup.object({ name: yup.string().required() }).required()

export const create = (req, res) => { users.insert(CreateBodySchema.validateSync(req.body, { stripUnknown: true }).name); res.json({}) }`,
            },
          ],
        },
      ],
    },
    {
      name: 'option sources: only what is asked for',
      code: `exports.create = async (req, res) => { await users.insert(req.body) }
for (const block of response.content) if (block.type === 'tool_use') await tools[block.name](block.input)`,
      options: [{ sources: ['ai'] }],
      errors: [
        {
          messageId: 'unvalidated',
          line: 2,
          column: 94,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { z } from 'zod'
exports.create = async (req, res) => { await users.insert(req.body) }
const ToolCallSchema = z.object({ /* list the members that are accepted */ }).strict()

for (const block of response.content) if (block.type === 'tool_use') await tools[block.name](ToolCallSchema.parse(block.input))`,
            },
          ],
        },
      ],
    },
    {
      name: 'option sources: one that strict has alone',
      code: `import { Worker } from 'bullmq'
new Worker('mail', async (job) => { await send(job.data.to) })`,
      options: [{ sources: ['queues'] }],
      errors: [
        {
          messageId: 'unvalidated',
          line: 2,
          column: 48,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { z } from 'zod'
import { Worker } from 'bullmq'
const JobSchema = z.object({ data: z.unknown() })

new Worker('mail', async (job) => { await send(JobSchema.parse(job).data.to) })`,
            },
          ],
        },
      ],
    },
    {
      name: 'option strict: queues as well',
      code: `import { Worker } from 'bullmq'
new Worker('mail', async (job) => { await send(job.data.to) })`,
      options: [{ strict: true }],
      errors: [
        {
          messageId: 'unvalidated',
          line: 2,
          column: 48,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { z } from 'zod'
import { Worker } from 'bullmq'
const JobSchema = z.object({ data: z.unknown() })

new Worker('mail', async (job) => { await send(JobSchema.parse(job).data.to) })`,
            },
          ],
        },
      ],
    },
    {
      name: 'option env',
      code: `connect(process.env.DATABASE_URL)`,
      options: [{ env: true }],
      errors: [
        {
          messageId: 'unvalidated',
          line: 1,
          column: 9,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { z } from 'zod'
const EnvironmentSchema = z.object({ DATABASE_URL: z.string() })

connect(EnvironmentSchema.parse(process.env).DATABASE_URL)`,
            },
          ],
        },
      ],
    },
    {
      name: 'option validators: another function',
      code: `exports.create = async (req, res) => { await orders.insert(makeOrder(req.body)) }`,
      options: [{ validators: ['takeOrder'] }],
      errors: [
        {
          messageId: 'unvalidated',
          line: 1,
          column: 70,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { z } from 'zod'
const BodySchema = z.object({ /* list the members that are accepted */ }).strict()

exports.create = async (req, res) => { const parsedBody = BodySchema.safeParse(req.body)
if (!parsedBody.success) {
  res.status(400).json({ error: 'Invalid body' })
  return
}
await orders.insert(makeOrder(parsedBody.data)) }`,
            },
          ],
        },
      ],
    },
    {
      name: 'option validators: the same name of another module',
      code: `import { Router } from 'express'
Router().post('/orders', audit(Order), async (req, res) => { await save(req.body) })`,
      options: [{ validators: ['@acme/http#body'] }],
      errors: [
        {
          messageId: 'unvalidated',
          line: 2,
          column: 73,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { z } from 'zod'
import { Router } from 'express'
const PostOrdersBodySchema = z.object({ /* list the members that are accepted */ }).strict()

Router().post('/orders', audit(Order), async (req, res) => { const parsedBody = PostOrdersBodySchema.safeParse(req.body)
if (!parsedBody.success) {
  res.status(400).json({ error: 'Invalid body' })
  return
}
await save(parsedBody.data) })`,
            },
          ],
        },
      ],
    },
    {
      name: 'option trustedTypes: another type',
      code: `export const create = async (req: Request, res: Response) => { await save(req.body) }`,
      options: [{ trustedTypes: ['ValidatedRequest'] }],
      errors: [
        {
          messageId: 'unvalidated',
          line: 1,
          column: 75,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { z } from 'zod'
const CreateBodySchema = z.object({ /* list the members that are accepted */ }).strict()

export const create = async (req: Request, res: Response) => { const parsedBody = CreateBodySchema.safeParse(req.body)
if (!parsedBody.success) {
  res.status(400).json({ error: 'Invalid body' })
  return
}
await save(parsedBody.data) }`,
            },
          ],
        },
      ],
    },
    {
      name: 'option primitiveChecks: none',
      code: `exports.create = async (req, res) => { if (typeof req.body.name !== 'string') return res.status(400).end(); await save(req.body.name) }`,
      options: [{ primitiveChecks: 'none' }],
      errors: [
        {
          messageId: 'unvalidated',
          line: 1,
          column: 120,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { z } from 'zod'
const BodySchema = z.object({ name: z.string() })

exports.create = async (req, res) => { const parsedBody = BodySchema.safeParse(req.body)
if (!parsedBody.success) {
  res.status(400).json({ error: 'Invalid body' })
  return
}
if (typeof parsedBody.data.name !== 'string') return res.status(400).end(); await save(parsedBody.data.name) }`,
            },
          ],
        },
      ],
    },
    {
      name: 'option primitiveChecks: primitives say nothing of the whole',
      code: `exports.create = async (req, res) => { if (typeof req.body.name !== 'string') return res.status(400).end(); await save(req.body) }`,
      errors: [
        {
          messageId: 'unvalidated',
          line: 1,
          column: 120,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { z } from 'zod'
const BodySchema = z.object({ name: z.string() })

exports.create = async (req, res) => { const parsedBody = BodySchema.safeParse(req.body)
if (!parsedBody.success) {
  res.status(400).json({ error: 'Invalid body' })
  return
}
if (typeof parsedBody.data.name !== 'string') return res.status(400).end(); await save(parsedBody.data) }`,
            },
          ],
        },
      ],
    },
    {
      name: 'option casts off',
      code: `export const create = async (req: Request, res: Response) => { const order = req.body as Order; await save(order) }`,
      options: [{ casts: false }],
      errors: [
        {
          messageId: 'unvalidated',
          line: 1,
          column: 108,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { z } from 'zod'
const CreateBodySchema = z.object({ /* list the members that are accepted */ }).strict()

export const create = async (req: Request, res: Response) => { const parsedBody = CreateBodySchema.safeParse(req.body)
if (!parsedBody.success) {
  res.status(400).json({ error: 'Invalid body' })
  return
}
const order = parsedBody.data; await save(order) }`,
            },
          ],
        },
      ],
    },
    {
      name: 'option ignoreRoutes',
      code: `import { Router } from 'express'
const router = Router()
router.post('/internal/import', async (req, res) => { await save(req.body) })
router.post('/orders', async (req, res) => { await save(req.body) })`,
      options: [{ ignoreRoutes: ['/internal'] }],
      errors: [
        {
          messageId: 'unvalidated',
          line: 4,
          column: 57,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { z } from 'zod'
import { Router } from 'express'
const router = Router()
router.post('/internal/import', async (req, res) => { await save(req.body) })
const PostOrdersBodySchema = z.object({ /* list the members that are accepted */ }).strict()

router.post('/orders', async (req, res) => { const parsedBody = PostOrdersBodySchema.safeParse(req.body)
if (!parsedBody.success) {
  res.status(400).json({ error: 'Invalid body' })
  return
}
await save(parsedBody.data) })`,
            },
          ],
        },
      ],
    },
    {
      name: 'one report a handler and part, at the first use',
      code: `import { Router } from 'express'
Router().post('/orders', async (req, res) => {
  log.info(req.body)
  if (!req.body.name) return res.status(400).end()
  await save(req.body.name)
  await mail(req.body.email)
  res.json(await find(req.query.q, req.query.page))
})`,
      errors: [
        {
          messageId: 'unvalidated',
          line: 5,
          column: 14,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { z } from 'zod'
import { Router } from 'express'
const PostOrdersBodySchema = z.object({ name: z.string(), email: z.string() })

Router().post('/orders', async (req, res) => {
  const parsedBody = PostOrdersBodySchema.safeParse(req.body)
  if (!parsedBody.success) {
    res.status(400).json({ error: 'Invalid body' })
    return
  }
  log.info(parsedBody.data)
  if (!parsedBody.data.name) return res.status(400).end()
  await save(parsedBody.data.name)
  await mail(parsedBody.data.email)
  res.json(await find(req.query.q, req.query.page))
})`,
            },
          ],
        },
        {
          messageId: 'unvalidated',
          line: 7,
          column: 23,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { z } from 'zod'
import { Router } from 'express'
const PostOrdersQuerySchema = z.object({ q: z.string(), page: z.coerce.number() })

Router().post('/orders', async (req, res) => {
  log.info(req.body)
  if (!req.body.name) return res.status(400).end()
  await save(req.body.name)
  await mail(req.body.email)
  const parsedQuery = PostOrdersQuerySchema.safeParse(req.query)
  if (!parsedQuery.success) {
    res.status(400).json({ error: 'Invalid query' })
    return
  }
  res.json(await find(parsedQuery.data.q, parsedQuery.data.page))
})`,
            },
          ],
        },
      ],
    },

    {
      name: 'a helper that returns whatever is there',
      code: `const some = (value) => { if (value) return value; return undefined }
exports.show = (req, res) => { show(some(req.query.q)) }`,
      errors: [{ messageId: 'unvalidated', line: 1, column: 45 }],
    },
    {
      name: 'a module of something else',
      code: `import { orders } from './orders'
exports.put = (req, res) => { orders.order(req.body) }`,
      errors: [
        {
          messageId: 'unvalidated',
          line: 2,
          column: 44,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { z } from 'zod'
import { orders } from './orders'
const BodySchema = z.object({ /* list the members that are accepted */ }).strict()

exports.put = (req, res) => { const parsedBody = BodySchema.safeParse(req.body)
if (!parsedBody.success) {
  res.status(400).json({ error: 'Invalid body' })
  return
}
orders.order(parsedBody.data) }`,
            },
          ],
        },
      ],
    },
    {
      name: 'express-validator: nothing looks at what the chains noted',
      code: `import { body } from 'express-validator'
import { Router } from 'express'
Router().post('/a', body('name').isString(), async (req, res) => { await save(req.body.name) })`,
      errors: [
        {
          messageId: 'unvalidated',
          line: 3,
          column: 79,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `import { z } from 'zod'
import { body } from 'express-validator'
import { Router } from 'express'
const PostABodySchema = z.object({ name: z.string() })

Router().post('/a', body('name').isString(), async (req, res) => { const parsedBody = PostABodySchema.safeParse(req.body)
if (!parsedBody.success) {
  res.status(400).json({ error: 'Invalid body' })
  return
}
await save(parsedBody.data.name) })`,
            },
          ],
        },
      ],
    },
    {
      name: 'express-validator: the errors are taken and not looked at',
      code: `import { body, validationResult } from 'express-validator'
import { Router } from 'express'
Router().post('/a', body('name').isString(), async (req, res) => { const errors = validationResult(req); await save(req.body.name) })`,
      errors: [{ messageId: 'uncheckedResult', line: 3, column: 83 }],
    },
    {
      name: 'a promise is true',
      code: `import * as yup from 'yup'
const Order = yup.object({ name: yup.string() })
exports.create = async (req, res) => { if (!Order.isValid(req.body)) return res.status(400).end(); await save(req.body.name) }`,
      errors: [{ messageId: 'uncheckedResult', line: 3, column: 45 }],
    },
    {
      name: 'rejected input is answered, and goes on',
      code: `import { z } from 'zod'
const Order = z.object({ name: z.string() })
exports.create = async (req, res) => { const result = Order.safeParse(req.body); if (!result.success) { res.status(400).json({}) } await save(result.data) }`,
      errors: [{ messageId: 'uncheckedResult', line: 3, column: 55 }],
    },
    {
      name: 'a list of anything',
      code: `import { z } from 'zod'
exports.create = async (req, res) => { const rows = z.array(z.any()).parse(req.body); await save(rows) }`,
      errors: [{ messageId: 'acceptsAnything', line: 2, column: 53 }],
    },
    {
      name: 'a schema of the file that is widened where it is used',
      code: `import { z } from 'zod'
const Order = z.object({ name: z.string() })
exports.create = async (req, res) => { const order = Order.passthrough().parse(req.body); await save(order) }`,
      errors: [{ messageId: 'acceptsAnything', line: 3, column: 54 }],
    },
  ],
})
