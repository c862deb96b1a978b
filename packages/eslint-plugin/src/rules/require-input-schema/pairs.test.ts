import * as parser from '@typescript-eslint/parser'
import { Linter } from 'eslint'
import { describe, expect, it } from 'vitest'
import { requireInputSchema } from './rule.js'

/**
 * Each framework with each validator: without validation, validated as the library's own pages say, and the three ways of
 * validating that are none: the answer is not looked at, the result is not used, the schema accepts anything.
 */

interface Framework {
  name: string
  filename?: string
  imports: string
  /** The expression that holds the body. */
  body: string
  /** A handler with these statements. */
  handler: (statements: string) => string
}

const frameworks: Framework[] = [
  {
    name: 'Express',
    imports: "import express from 'express'\nconst app = express()",
    body: 'req.body',
    handler: (s) => `app.post('/x', async (req, res) => { ${s} })`,
  },
  {
    name: 'Express router',
    imports: "import { Router } from 'express'\nconst router = Router()",
    body: 'req.body',
    handler: (s) => `router.put('/x', async (req, res, next) => { try { ${s} } catch (e) { next(e) } })`,
  },
  {
    name: 'Express controller',
    imports: "import type { Request, Response } from 'express'",
    body: 'req.body',
    handler: (s) => `export const create = async (req: Request, res: Response) => { ${s} }`,
  },
  {
    name: 'Express CommonJS',
    imports: "const router = require('express').Router()",
    body: 'req.body',
    handler: (s) => `router.post('/x', async function (req, res) { ${s} })`,
  },
  {
    name: 'Restify',
    imports: "import restify from 'restify'\nconst server = restify.createServer()",
    body: 'req.body',
    handler: (s) => `server.post('/x', async (req, res) => { ${s} })`,
  },
  {
    name: 'Polka',
    imports: "import polka from 'polka'\nconst app = polka()",
    body: 'req.body',
    handler: (s) => `app.post('/x', async (req, res) => { ${s} })`,
  },
  {
    name: 'Fastify',
    imports: "import Fastify from 'fastify'\nconst app = Fastify()",
    body: 'request.body',
    handler: (s) => `app.post('/x', async (request, reply) => { ${s} })`,
  },
  {
    name: 'Koa',
    imports: "import Router from '@koa/router'\nconst router = new Router()",
    body: 'ctx.request.body',
    handler: (s) => `router.post('/x', async (ctx) => { ${s} })`,
  },
  {
    name: 'Oak',
    imports: "import { Router } from '@oak/oak'\nconst router = new Router()",
    body: 'await ctx.request.body.json()',
    handler: (statements) => `router.post('/x', async (ctx) => { ${statements} })`,
  },
  {
    name: 'Bun routes',
    imports: '',
    body: 'await request.json()',
    handler: (statements) => `Bun.serve({ routes: { '/x': { POST: async (request) => { ${statements} } } } })`,
  },
  {
    name: 'Hapi',
    imports: "import Hapi from '@hapi/hapi'\nconst server = Hapi.server({})",
    body: 'request.payload',
    handler: (s) => `server.route({ method: 'POST', path: '/x', handler: async (request, h) => { ${s} } })`,
  },
  {
    name: 'Hono',
    imports: "import { Hono } from 'hono'\nconst app = new Hono()",
    body: 'await c.req.json()',
    handler: (s) => `app.post('/x', async (c) => { ${s} })`,
  },
  {
    name: 'Next.js route',
    filename: 'app/api/x/route.ts',
    imports: "import { NextRequest } from 'next/server'",
    body: 'await request.json()',
    handler: (s) => `export async function POST(request: NextRequest) { ${s} }`,
  },
  {
    name: 'Next.js API route',
    filename: 'pages/api/x.ts',
    imports: '',
    body: 'req.body',
    handler: (s) => `export default async function handler(req, res) { ${s} }`,
  },
  {
    name: 'React Router action',
    filename: 'app/routes/x.tsx',
    imports: '',
    body: 'await request.json()',
    handler: (s) => `export async function action({ request }) { ${s} }`,
  },
  {
    name: 'SvelteKit',
    filename: 'src/routes/x/+server.ts',
    imports: '',
    body: 'await request.json()',
    handler: (s) => `export const POST = async ({ request }) => { ${s} }`,
  },
  {
    name: 'h3',
    imports: "import { defineEventHandler, readBody } from 'h3'",
    body: 'await readBody(event)',
    handler: (s) => `export default defineEventHandler(async (event) => { ${s} })`,
  },
  {
    name: 'Elysia',
    imports: "import { Elysia } from 'elysia'\nconst app = new Elysia()",
    body: 'body',
    handler: (s) => `app.post('/x', async ({ body }) => { ${s} })`,
  },
  {
    name: 'Nest',
    imports: "import { Body, Controller, Post } from '@nestjs/common'",
    body: 'body',
    handler: (s) => `@Controller() export class Orders { @Post() async create(@Body() body: any) { ${s} } }`,
  },
  {
    name: 'Lambda',
    imports: "import type { APIGatewayProxyEvent } from 'aws-lambda'",
    body: "JSON.parse(event.body ?? '{}')",
    handler: (s) => `export const handler = async (event: APIGatewayProxyEvent) => { ${s} }`,
  },
  {
    name: 'Workers',
    imports: '',
    body: 'await request.json()',
    handler: (s) => `export default { async fetch(request, env) { ${s} } }`,
  },
  {
    name: 'tRPC',
    imports: "import { initTRPC } from '@trpc/server'\nconst t = initTRPC.create()",
    body: 'input',
    handler: (s) => `export const r = t.router({ x: t.procedure.mutation(async ({ input }) => { ${s} }) })`,
  },
  {
    name: 'Feathers',
    imports: "import type { Params } from '@feathersjs/feathers'",
    body: 'data',
    handler: (s) => `export class Orders { async create(data: any, params: Params) { ${s} } }`,
  },
  {
    name: 'Electron',
    imports: "import { ipcMain } from 'electron'",
    body: 'order',
    handler: (s) => `ipcMain.handle('x', async (event, order) => { ${s} })`,
  },
  {
    name: 'MCP',
    imports:
      "import { Server } from '@modelcontextprotocol/sdk/server/index.js'\nimport { CallToolRequestSchema } from '@modelcontextprotocol/sdk/types.js'\nconst server = new Server({}, {})",
    body: 'request.params.arguments',
    handler: (s) => `server.setRequestHandler(CallToolRequestSchema, async (request) => { ${s} })`,
  },
  {
    name: 'Nuxt',
    filename: 'server/api/x.post.ts',
    imports: '',
    body: 'await readBody(event)',
    handler: (s) => `export default defineEventHandler(async (event) => { ${s} })`,
  },
  {
    name: 'Next.js server action',
    filename: 'app/actions.ts',
    imports: '',
    body: 'order',
    handler: (s) => `export async function create(order: Order) { 'use server'\n${s} }`,
  },
  {
    name: 'AdonisJS',
    imports: "import router from '@adonisjs/core/services/router'",
    body: 'request.all()',
    handler: (s) => `router.post('/x', async ({ request, response }) => { ${s} })`,
  },
  {
    name: 'Sails',
    filename: 'api/controllers/order.ts',
    imports: '',
    body: 'req.body',
    handler: (s) => `module.exports = async function order(req, res) { ${s} }`,
  },
  {
    name: 'Meteor',
    imports: "import { Meteor } from 'meteor/meteor'",
    body: 'order',
    handler: (s) => `Meteor.methods({ async 'orders.create'(order) { ${s} } })`,
  },
  {
    name: 'Azure Functions',
    imports: "import { app } from '@azure/functions'",
    body: 'await request.json()',
    handler: (s) => `app.http('x', { methods: ['POST'], handler: async (request) => { ${s} } })`,
  },
  {
    name: 'Google Cloud Functions',
    imports: "import * as functions from '@google-cloud/functions-framework'",
    body: 'req.body',
    handler: (s) => `functions.http('x', async (req, res) => { ${s} })`,
  },
  {
    name: 'Deno',
    imports: '',
    body: 'await request.json()',
    handler: (s) => `Deno.serve(async (request) => { ${s} })`,
  },
  {
    name: 'socket.io',
    imports: "import { Server } from 'socket.io'\nconst io = new Server()",
    body: 'order',
    handler: (s) => `io.on('connection', (socket) => { socket.on('x', async (order) => { ${s} }) })`,
  },
  {
    name: 'ws',
    imports: "import { WebSocketServer } from 'ws'\nconst sockets = new WebSocketServer({ port: 1 })",
    body: 'JSON.parse(message.toString())',
    handler: (s) => `sockets.on('connection', (socket) => { socket.on('message', async (message) => { ${s} }) })`,
  },
  {
    name: 'a tool call of OpenAI',
    imports: "import OpenAI from 'openai'\nconst openai = new OpenAI()",
    body: 'JSON.parse(completion.choices[0].message.tool_calls[0].function.arguments)',
    handler: (s) =>
      `export async function run() { const completion = await openai.chat.completions.create(request); ${s} }`,
  },
  {
    name: "another service's answer",
    imports: '',
    body: "await (await fetch('https://api.acme.io/orders')).json()",
    handler: (s) => `export async function load() { ${s} }`,
  },
]

interface Validator {
  name: string
  setup: string
  /** Validated; the statements get the raw body in `raw` and use what was accepted. */
  validated: string
  /** Validated, and nothing looks at the answer. */
  unchecked?: string
  /** Validated, and the raw body is used. */
  dropped?: string
  /** Validated by a schema of anything. */
  anything?: string
}

const USE = 'await db.insert(raw)'

const validators: Validator[] = [
  {
    name: 'zod parse',
    setup: "import { z } from 'zod'\nconst S = z.object({ a: z.string() })",
    validated: 'await db.insert(S.parse(raw))',
    dropped: `S.parse(raw); ${USE}`,
    anything: 'await db.insert(z.any().parse(raw))',
  },
  {
    name: 'zod safeParse',
    setup: "import * as z from 'zod'\nconst S = z.object({ a: z.string() })",
    validated: 'const r = S.safeParse(raw); if (!r.success) { return bad() } await db.insert(r.data)',
    unchecked: 'const r = S.safeParse(raw); await db.insert(r.data)',
    dropped: `const r = S.safeParse(raw); if (!r.success) { return bad() } ${USE}`,
    anything: 'await db.insert(z.object({}).passthrough().parse(raw))',
  },
  {
    name: 'zod parseAsync',
    setup: "import { z } from 'zod/v4'\nconst S = z.object({ a: z.string() })",
    validated: 'const data = await S.parseAsync(raw); await db.insert(data)',
    dropped: `await S.parseAsync(raw); ${USE}`,
    anything: 'await db.insert(z.unknown().parse(raw))',
  },
  {
    name: 'valibot parse',
    setup: "import * as v from 'valibot'\nconst S = v.object({ a: v.string() })",
    validated: 'await db.insert(v.parse(S, raw))',
    dropped: `v.parse(S, raw); ${USE}`,
    anything: 'await db.insert(v.parse(v.any(), raw))',
  },
  {
    name: 'valibot safeParse',
    setup: "import { object, safeParse, string, unknown } from 'valibot'\nconst S = object({ a: string() })",
    validated: 'const r = safeParse(S, raw); if (!r.success) { return bad() } await db.insert(r.output)',
    unchecked: 'const r = safeParse(S, raw); await db.insert(r.output)',
    anything: 'const r = safeParse(unknown(), raw); if (!r.success) { return bad() } await db.insert(r.output)',
  },
  {
    name: 'valibot is',
    setup: "import * as v from 'valibot'\nconst S = v.object({ a: v.string() })",
    validated: `if (!v.is(S, raw)) { return bad() } ${USE}`,
    unchecked: `v.is(S, raw); ${USE}`,
    anything: `if (!v.is(v.unknown(), raw)) { return bad() } ${USE}`,
  },
  {
    name: 'arktype',
    setup: "import { type } from 'arktype'\nconst S = type({ a: 'string' })",
    validated: 'const r = S(raw); if (r instanceof type.errors) { return bad() } await db.insert(r)',
    unchecked: 'const r = S(raw); await db.insert(r)',
    anything: "const r = type('unknown')(raw); if (r instanceof type.errors) { return bad() } await db.insert(r)",
  },
  {
    name: 'arktype assert',
    setup: "import { type } from 'arktype'\nconst S = type({ a: 'string' })",
    validated: 'await db.insert(S.assert(raw))',
    dropped: `S.assert(raw); ${USE}`,
  },
  {
    name: 'yup validate',
    setup: "import * as yup from 'yup'\nconst S = yup.object({ a: yup.string().required() })",
    validated: 'await db.insert(await S.validate(raw))',
    dropped: `await S.validate(raw); ${USE}`,
    anything: 'await db.insert(await yup.mixed().validate(raw))',
  },
  {
    name: 'yup isValid',
    setup: "import { object, string } from 'yup'\nconst S = object({ a: string().required() })",
    validated: `if (!(await S.isValid(raw))) { return bad() } ${USE}`,
    unchecked: `await S.isValid(raw); ${USE}`,
  },
  {
    name: 'joi validate',
    setup: "import Joi from 'joi'\nconst S = Joi.object({ a: Joi.string().required() })",
    validated: 'const { error, value } = S.validate(raw); if (error) { return bad() } await db.insert(value)',
    unchecked: 'const { value } = S.validate(raw); await db.insert(value)',
    anything: 'const { error, value } = Joi.any().validate(raw); if (error) { return bad() } await db.insert(value)',
  },
  {
    name: 'joi validateAsync',
    setup: "import Joi from 'joi'\nconst S = Joi.object({ a: Joi.string().required() })",
    validated: 'await db.insert(await S.validateAsync(raw))',
    dropped: `await S.validateAsync(raw); ${USE}`,
    anything: 'await db.insert(await Joi.object().unknown().validateAsync(raw))',
  },
  {
    name: 'joi attempt',
    setup: "import Joi from 'joi'\nconst S = Joi.object({ a: Joi.string().required() })",
    validated: 'await db.insert(Joi.attempt(raw, S))',
    dropped: `Joi.attempt(raw, S); ${USE}`,
  },
  {
    name: 'ajv',
    setup:
      "import Ajv from 'ajv'\nconst ajv = new Ajv()\nconst validate = ajv.compile({ type: 'object', properties: { a: { type: 'string' } }, required: ['a'] })\nconst open = ajv.compile({})",
    validated: `if (!validate(raw)) { return bad(validate.errors) } ${USE}`,
    unchecked: `validate(raw); ${USE}`,
    anything: `if (!open(raw)) { return bad() } ${USE}`,
  },
  {
    name: 'ajv kept answer',
    setup: "import Ajv from 'ajv'\nconst validate = new Ajv().compile(schema)",
    validated: `const valid = validate(raw); if (!valid) { return bad(validate.errors) } ${USE}`,
    unchecked: `const valid = validate(raw); ${USE}`,
  },
  {
    name: 'typebox Value.Check',
    setup:
      "import { Type } from '@sinclair/typebox'\nimport { Value } from '@sinclair/typebox/value'\nconst S = Type.Object({ a: Type.String() })",
    validated: `if (!Value.Check(S, raw)) { return bad() } ${USE}`,
    unchecked: `Value.Check(S, raw); ${USE}`,
    anything: `if (!Value.Check(Type.Any(), raw)) { return bad() } ${USE}`,
  },
  {
    name: 'typebox Value.Parse',
    setup:
      "import { Type } from '@sinclair/typebox'\nimport { Value } from '@sinclair/typebox/value'\nconst S = Type.Object({ a: Type.String() })",
    validated: 'await db.insert(Value.Parse(S, raw))',
    dropped: `Value.Parse(S, raw); ${USE}`,
    anything: 'await db.insert(Value.Parse(Type.Unknown(), raw))',
  },
  {
    name: 'typebox compiled',
    setup:
      "import { Type } from '@sinclair/typebox'\nimport { TypeCompiler } from '@sinclair/typebox/compiler'\nconst C = TypeCompiler.Compile(Type.Object({ a: Type.String() }))",
    validated: `if (!C.Check(raw)) { return bad() } ${USE}`,
    unchecked: `C.Check(raw); ${USE}`,
  },
  {
    name: 'superstruct create',
    setup: "import { create, object, string } from 'superstruct'\nconst S = object({ a: string() })",
    validated: 'await db.insert(create(raw, S))',
    dropped: `create(raw, S); ${USE}`,
  },
  {
    name: 'superstruct assert',
    setup: "import { assert, object, string } from 'superstruct'\nconst S = object({ a: string() })",
    validated: `assert(raw, S); ${USE}`,
  },
  {
    name: 'superstruct validate',
    setup: "import { object, string, validate } from 'superstruct'\nconst S = object({ a: string() })",
    validated: 'const [error, data] = validate(raw, S); if (error) { return bad() } await db.insert(data)',
  },
  {
    name: 'superstruct is',
    setup: "import { is, object, string } from 'superstruct'\nconst S = object({ a: string() })",
    validated: `if (!is(raw, S)) { return bad() } ${USE}`,
    unchecked: `is(raw, S); ${USE}`,
  },
  {
    name: 'io-ts',
    setup: "import * as t from 'io-ts'\nimport { isLeft } from 'fp-ts/Either'\nconst S = t.type({ a: t.string })",
    validated: 'const r = S.decode(raw); if (isLeft(r)) { return bad() } await db.insert(r.right)',
    unchecked: 'const r = S.decode(raw); await db.insert(r.right)',
  },
  {
    name: 'runtypes',
    setup: "import { Object, String } from 'runtypes'\nconst S = Object({ a: String })",
    validated: 'await db.insert(S.check(raw))',
    dropped: `S.check(raw); ${USE}`,
  },
  {
    name: 'effect',
    setup: "import { Schema } from 'effect'\nconst S = Schema.Struct({ a: Schema.String })",
    validated: 'await db.insert(Schema.decodeUnknownSync(S)(raw))',
    dropped: `Schema.decodeUnknownSync(S)(raw); ${USE}`,
    anything: 'await db.insert(Schema.decodeUnknownSync(Schema.Any)(raw))',
  },
  {
    name: 'vine',
    setup: "import vine from '@vinejs/vine'\nconst validator = vine.compile(vine.object({ a: vine.string() }))",
    validated: 'await db.insert(await validator.validate(raw))',
    dropped: `await validator.validate(raw); ${USE}`,
  },
  {
    name: 'class-validator',
    setup:
      "import { plainToInstance } from 'class-transformer'\nimport { validate } from 'class-validator'\nimport { Dto } from './dto'",
    validated:
      'const dto = plainToInstance(Dto, raw); const errors = await validate(dto); if (errors.length > 0) { return bad() } await db.insert(dto)',
    unchecked: 'const dto = plainToInstance(Dto, raw); await validate(dto); await db.insert(dto)',
  },
  {
    name: 'class-validator validateOrReject',
    setup:
      "import { plainToInstance } from 'class-transformer'\nimport { validateOrReject } from 'class-validator'\nimport { Dto } from './dto'",
    validated: 'const dto = plainToInstance(Dto, raw); await validateOrReject(dto); await db.insert(dto)',
  },
  {
    name: 'typia',
    setup: "import typia from 'typia'",
    validated: 'await db.insert(typia.assert<Order>(raw))',
    dropped: `typia.assert<Order>(raw); ${USE}`,
  },
  {
    name: 'typia is',
    setup: "import typia from 'typia'",
    validated: `if (!typia.is<Order>(raw)) { return bad() } ${USE}`,
    unchecked: `typia.is<Order>(raw); ${USE}`,
  },
  { name: 'ow', setup: "import ow from 'ow'", validated: `ow(raw, ow.object.exactShape({ a: ow.string })); ${USE}` },
  {
    name: 'Standard Schema',
    setup: "import { S } from './schemas'",
    validated: "const r = await S['~standard'].validate(raw); if (r.issues) { return bad() } await db.insert(r.value)",
    unchecked: "const r = await S['~standard'].validate(raw); await db.insert(r.value)",
  },
  {
    name: 'a schema of another file',
    setup: "import { orderSchema } from './schemas'",
    validated: 'await db.insert(orderSchema.parse(raw))',
    dropped: `orderSchema.parse(raw); ${USE}`,
    unchecked: 'const r = orderSchema.safeParse(raw); await db.insert(r.data)',
  },
  {
    name: 'a type guard of the file',
    setup:
      "function isOrder(x: unknown): x is Order { return typeof x === 'object' && x !== null && 'a' in x && typeof x.a === 'string' }",
    validated: `if (!isOrder(raw)) { return bad() } ${USE}`,
    unchecked: `isOrder(raw); ${USE}`,
  },
  {
    name: 'a validator of another file',
    setup: "import { validateOrder } from './orders'",
    validated: 'await db.insert(validateOrder(raw))',
  },
]

const linter = new Linter({ cwd: '/' })

function messagesFor(framework: Framework, setup: string, statements: string): string[] {
  const code = `${setup}\n${framework.imports}\n${framework.handler(`const raw = ${framework.body}; ${statements}`)}\n`
  return linter
    .verify(
      code,
      {
        files: ['**/*.{ts,tsx}'],
        languageOptions: { parser },
        plugins: { palisade: { rules: { 'require-input-schema': requireInputSchema as never } } },
        rules: { 'palisade/require-input-schema': 'error' },
      },
      { filename: `/service/${framework.filename ?? 'src/x.ts'}` },
    )
    .map((message) => message.messageId ?? message.message)
}

describe.each(frameworks)('$name', (framework) => {
  it('without validation', () => {
    expect(messagesFor(framework, '', USE)).toEqual(['unvalidated'])
    expect(messagesFor(framework, '', 'await db.insert(raw as Order)')).toEqual(['cast'])
    expect(messagesFor(framework, '', 'const { a, b } = raw; await db.insert({ a, b })')).toEqual(['unvalidated'])
    expect(messagesFor(framework, '', 'if (!raw) { return bad() } console.log(raw)')).toEqual([])
  })

  it.each(validators)('with $name', ({ setup, validated, unchecked, dropped, anything }) => {
    expect(messagesFor(framework, setup, validated)).toEqual([])
    if (unchecked) expect(messagesFor(framework, setup, unchecked)).toEqual(['uncheckedResult'])
    if (dropped) expect(messagesFor(framework, setup, dropped)).toEqual(['resultDropped'])
    if (anything) expect(messagesFor(framework, setup, anything)).toEqual(['acceptsAnything'])
  })
})
