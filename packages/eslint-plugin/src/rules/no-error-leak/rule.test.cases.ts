import type { Options } from './options.js'

/** One small program: what the rule says of it. */
export interface Case {
  name: string
  code: string
  /** The messages that are due, in source order; none for code that is fine. */
  reports?: readonly string[]
  filename?: string
  options?: Options
}

/** Code that lets internal detail out. */
export const leaking: readonly Case[] = [
  {
    name: 'basic',
    code: `import express from 'express'; const app = express();
app.get('/', async (req,res)=>{ try { await f() } catch (e) { res.status(500).json({ error: e.message }) } })`,
    reports: ['message'],
  },
  {
    name: 'send err',
    code: `import express from 'express'; const app = express();
app.get('/', (req,res)=>{ db.q((err, rows) => { if (err) return res.status(500).send(err); res.json(rows) }) })`,
    reports: ['object'],
  },
  {
    name: 'ternary',
    code: `import express from 'express'; const app = express();
app.get('/', async (req,res)=>{ try { await f() } catch (error) { const msg = error instanceof Error ? error.message : 'Unknown error'; res.status(500).json({ error: msg }) } })`,
    reports: ['message'],
  },
  {
    name: 'code strict',
    code: `import express from 'express'; const app = express();
app.get('/', async (req,res)=>{ try { await f() } catch (error) { res.status(500).json({ error: error.code }) } })`,
    reports: ['code'],
    options: { strict: true },
  },
  {
    name: 'generator',
    code: "module.exports = function(err, req, res, next) { res.locals.message = err.message; res.locals.error = req.app.get('env') === 'development' ? err : {}; res.status(err.status || 500); res.render('error') }",
    reports: ['message'],
  },
  {
    name: 'status||',
    code: `import express from 'express'; const app = express();
app.use((err, req, res, next) => { res.status(err.status || 500).json({ message: err.message || 'x' }) })`,
    reports: ['message'],
  },
  {
    name: 'instanceof Error',
    code: `import express from 'express'; const app = express();
app.use((err, req, res, next) => { if (err instanceof Error) return res.status(400).json({ m: err.message }); res.status(500).end() })`,
    reports: ['message'],
  },
  {
    name: 'what a model provider answered',
    code: `import OpenAI from 'openai'; import express from 'express'; const app = express();
app.get('/', async (req, res) => { try { await ask() } catch (e) { if (e instanceof OpenAI.APIError) return res.status(502).json(e.error); res.sendStatus(500) } })`,
    reports: ['internals'],
  },
  {
    name: 'instanceof Axios',
    code: `import axios, { AxiosError } from 'axios';import express from 'express'; const app = express();
app.use((err, req, res, next) => { if (err instanceof AxiosError) return res.status(400).json(err.response.data); res.status(500).end() })`,
    reports: ['internals'],
  },
  {
    name: 'helper',
    code: `function sendError(res, err) { res.status(500).json({ error: err.message }) }
module.exports.a = async (req, res) => { try { await f() } catch (e) { sendError(res, e) } }`,
    reports: ['message'],
  },
  {
    name: 'helper msg',
    code: `function fail(res, msg) { res.status(500).json({ error: msg }) }
module.exports.a = async (req, res) => { try { await f() } catch (e) { fail(res, e.message) } }
module.exports.b = (req,res) => fail(res, 'nope')`,
    reports: ['message'],
  },
  {
    name: 'getErrorMessage local',
    code: `function getErrorMessage(e) { return e instanceof Error ? e.message : String(e) }
export const a = async (req, res) => { try { await f() } catch (e) { res.status(500).json({ error: getErrorMessage(e) }) } }`,
    reports: ['message'],
  },
  {
    name: 'getErrorMessage import',
    code: `import { getErrorMessage } from './util.js'
export const a = async (req, res) => { try { await f() } catch (e) { res.status(500).json({ error: getErrorMessage(e) }) } }`,
    reports: ['message'],
  },
  {
    name: 'trpc',
    code: `import { TRPCError } from '@trpc/server'
export const a = async () => { try { await f() } catch (e) { throw new TRPCError({ code: 'INTERNAL_SERVER_ERROR', message: e.message, cause: e }) } }`,
    reports: ['message'],
  },
  {
    name: 'nest',
    code: `import { HttpException, InternalServerErrorException } from '@nestjs/common'
class A { async m() { try { await f() } catch (e) { throw new InternalServerErrorException(e.message) } } }`,
    reports: ['message'],
  },
  {
    name: 'nest filter',
    code: `import { Catch, ExceptionFilter, ArgumentsHost } from '@nestjs/common'
import { Response } from 'express'
@Catch()
export class F implements ExceptionFilter { catch(exception: any, host: ArgumentsHost) { const res = host.switchToHttp().getResponse<Response>(); res.status(500).json({ message: exception.message }) } }`,
    reports: ['message'],
  },
  {
    name: 'fastify return',
    code: "import Fastify from 'fastify'; const app = Fastify(); app.get('/', async (request, reply) => { try { return await f() } catch (err) { reply.code(500); return { error: err.message } } })",
    reports: ['message'],
  },
  {
    name: 'fastify errorhandler',
    code: "import Fastify from 'fastify'; const app = Fastify(); app.setErrorHandler((error, request, reply) => { reply.status(500).send({ error: error.message }) })",
    reports: ['message'],
  },
  {
    name: 'koa',
    code: "import Koa from 'koa'; const app = new Koa(); app.use(async (ctx, next) => { try { await next() } catch (err) { ctx.status = 500; ctx.body = { message: err.message } } })",
    reports: ['message'],
  },
  {
    name: 'koa ctrl',
    code: 'class C { async create(ctx) { try { await f() } catch (err) { ctx.body = err } } }',
    reports: ['object'],
  },
  {
    name: 'koa throw',
    code: 'class C { async create(ctx) { try { await f() } catch (err) { ctx.throw(400, err.message) } } }',
    reports: ['message'],
  },
  {
    name: 'hono',
    code: "import { Hono } from 'hono'; const app = new Hono(); app.onError((err, c) => c.json({ error: err.message }, 500))",
    reports: ['message'],
  },
  {
    name: 'next route',
    code: `import { NextResponse } from 'next/server'
export async function GET() { try { return NextResponse.json(await f()) } catch (error) { return NextResponse.json({ error: (error as Error).message }, { status: 500 }) } }`,
    reports: ['message'],
    filename: 'app/api/x/route.ts',
  },
  {
    name: 'Response',
    code: 'export async function POST(req: Request) { try { return Response.json(await f()) } catch (error: any) { return new Response(`Failed: ${error?.message || error}`, { status: 500 }) } }',
    reports: ['message'],
  },
  {
    name: 'use server',
    code: `'use server'
export async function save(form: FormData) { try { await f(); return { ok: true } } catch (e) { return { ok: false, error: e instanceof Error ? e.message : 'x' } } }`,
    reports: ['message'],
  },
  {
    name: 'a server action that is called action',
    code: "export async function action(form: FormData) { 'use server'; try { await f() } catch (e) { return { error: (e as Error).message } } }",
    reports: ['message'],
  },
  {
    name: 'lambda',
    code: "export const handler = async (event) => { try { return { statusCode: 200, body: '' } } catch (err) { return { statusCode: 500, body: JSON.stringify({ error: err.message }) } } }",
    reports: ['message'],
  },
  {
    name: 'mcp',
    code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
const server = new McpServer({}); server.tool('x', {}, async () => { try { return await f() } catch (e) { return { isError: true, content: [{ type: 'text', text: \`Error: \${e.message}\` }] } } })`,
    reports: ['message'],
  },
  {
    name: 'supabase',
    code: `import { createClient } from '@supabase/supabase-js'
const supabase = createClient('a','b')
export const x = async (req, res) => { const { data, error } = await supabase.from('x').select(); if (error) return res.status(500).json({ error: error.message }); res.json(data) }`,
    reports: ['message'],
  },
  {
    name: 'socket',
    code: "import { Server } from 'socket.io'; const io = new Server(); io.on('connection', (socket) => { socket.on('x', async (d, cb) => { try { await f() } catch (err) { socket.emit('error', { message: err.message }); cb({ error: err.message }) } }) })",
    reports: ['message', 'message'],
  },
  {
    name: 'ws',
    code: "import { WebSocketServer } from 'ws'; const wss = new WebSocketServer({}); wss.on('connection', (ws) => { ws.on('message', async (d) => { try { await f() } catch (err) { ws.send(JSON.stringify({ error: err.message })) } }) })",
    reports: ['message'],
  },
  {
    name: 'http',
    code: "import http from 'node:http'; http.createServer(async (req, res) => { try { await f() } catch (err) { res.writeHead(500); res.end(err.stack) } })",
    reports: ['stack'],
  },
  {
    name: 'catch promise',
    code: 'export const x = (req, res) => { f().then(r => res.json(r)).catch(err => res.status(500).json({ error: err.toString() })) }',
    reports: ['message'],
  },
  {
    name: 'then 2',
    code: 'export const x = (req, res) => { f().then(r => res.json(r), err => res.status(500).json(err)) }',
    reports: ['object'],
  },
  {
    name: 'stringify names',
    code: 'export const x = async (req, res) => { try { await f() } catch (e) { res.send(JSON.stringify(e, Object.getOwnPropertyNames(e))) } }',
    reports: ['object'],
  },
  {
    name: 'spread',
    code: 'export const x = async (req, res) => { try { await f() } catch (e) { res.json({ ...e, ok: false }) } }',
    reports: ['object'],
  },
  {
    name: 'assign',
    code: 'export const x = async (req, res) => { try { await f() } catch (e) { res.json(Object.assign({}, e)) } }',
    reports: ['object'],
  },
  {
    name: 'inspect',
    code: "import util from 'util'; export const x = async (req, res) => { try { await f() } catch (e) { res.end(util.inspect(e)) } }",
    reports: ['object'],
  },
  {
    name: 'destructured',
    code: 'export const x = async (req, res) => { try { await f() } catch ({ message, stack }) { res.status(500).json({ message }) } }',
    reports: ['message'],
  },
  {
    name: 'sql',
    code: "export const x = (req, res) => { pool.query('x', (err, rows) => { if (err) return res.status(500).json({ m: err.sqlMessage }); res.json(rows) }) }",
    reports: ['internals'],
  },
  {
    name: 'axios data',
    code: 'export const x = async (req, res) => { try { await f() } catch (err) { res.status(err.response.status).json(err.response.data) } }',
    reports: ['internals'],
  },
  {
    name: 'wrapper',
    code: `import { respondError } from './http.js'
export const x = async (req, res) => { try { await f() } catch (err) { respondError(res, 500, err.message) } }`,
    reports: ['message'],
  },
  {
    name: 'http-errors',
    code: `import createError from 'http-errors'
export const x = async (req, res, next) => { try { await f() } catch (err) { next(createError(500, err)) } }`,
    reports: ['object'],
  },
  {
    name: 'apierror',
    code: `import { ApiError } from '../utils/ApiError'
export const x = async (req, res, next) => { try { await f() } catch (err) { next(new ApiError(500, err.message)) } }`,
    reports: ['message'],
  },
  {
    name: 'yoga',
    code: `import { createYoga } from 'graphql-yoga'
createYoga({ schema, maskedErrors: false })`,
    reports: ['setting'],
  },
  {
    name: 'errorhandler',
    code: `import errorhandler from 'errorhandler'
app.use(errorhandler())`,
    reports: ['setting'],
  },
  {
    name: 'apollo stack',
    code: `import { ApolloServer } from '@apollo/server'
new ApolloServer({ typeDefs, resolvers, includeStacktraceInErrorResponses: true })`,
    reports: ['setting'],
  },
  {
    name: 'formatError',
    code: `import { ApolloServer } from '@apollo/server'
new ApolloServer({ typeDefs, resolvers, formatError: (f, error) => ({ message: f.message, stack: error.stack }) })`,
    reports: ['stack'],
  },
  {
    name: 'safe action',
    code: `import { createSafeActionClient } from 'next-safe-action'
export const c = createSafeActionClient({ handleServerError: (e) => e.message })`,
    reports: ['message'],
  },
  {
    name: 'ai',
    code: `import { streamText } from 'ai'
export async function POST() { const result = streamText({}); return result.toUIMessageStreamResponse({ onError: (error) => error instanceof Error ? error.message : 'x' }) }`,
    reports: ['message'],
  },
  {
    name: 'jsx',
    code: 'export default function E({ error }) { return <pre>{error.stack}</pre> }',
    reports: ['stack'],
    filename: 'a.tsx',
  },
  {
    name: 'jsx strict',
    code: 'export default function E({ error }) { return <pre>{error.message}</pre> }',
    reports: ['message'],
    filename: 'a.tsx',
    options: { strict: true },
  },
  {
    name: 'trpc fmt',
    code: `import { initTRPC } from '@trpc/server'
const t = initTRPC.create({ errorFormatter({ shape, error }) { return { ...shape, data: { ...shape.data, stack: error.stack } } } })`,
    reports: ['stack'],
  },
  {
    name: 'allSettled',
    code: "export const x = async (req, res) => { const rs = await Promise.allSettled(ps); res.json(rs.filter(r => r.status === 'rejected').map(r => r.reason.message)) }",
    reports: ['message'],
  },
  {
    name: 'new Error stack',
    code: 'export const x = async (req, res) => { res.json({ stack: new Error().stack }) }',
    reports: ['stack'],
  },
  {
    name: 'aggregate',
    code: 'export const x = async (req, res) => { try { await Promise.any(ps) } catch (e) { res.status(400).json({ errors: e.errors.map(x => x.message) }) } }',
    reports: ['message'],
  },
  {
    name: 'h3',
    code: 'export default defineEventHandler(async (event) => { try { return await f() } catch (e) { throw createError({ statusCode: 500, statusMessage: e.message }) } })',
    reports: ['message'],
  },
  {
    name: 'sveltekit',
    code: "import { error } from '@sveltejs/kit'; export const load = async () => { try { await f() } catch (e) { throw error(500, e.message) } }",
    reports: ['message'],
  },
  {
    name: 'remix',
    code: "import { json } from '@remix-run/node'; export async function action() { try { await f() } catch (e) { return json({ error: e.message }, 500) } }",
    reports: ['message'],
  },
  {
    name: 'boom',
    code: "import Boom from '@hapi/boom'; export const h = async (r, h) => { try { await f() } catch (e) { throw Boom.badRequest(e.message) } }",
    reports: ['message'],
  },
  {
    name: 'resolver',
    code: 'const resolvers = { Query: { async u() { try { return await f() } catch (e) { throw new Error(e.message) } } } }',
    reports: ['message'],
  },
  {
    name: 'redirect',
    code: "export const x = async (req, res) => { try { await f() } catch (e) { res.redirect('/error?m=' + encodeURIComponent(e.message)) } }",
    reports: ['message'],
  },
  {
    name: 'telegram',
    code: "import { Telegraf } from 'telegraf'; const bot = new Telegraf('x'); bot.command('x', async (ctx) => { try { await f() } catch (e) { ctx.reply('Error: ' + e.message) } })",
    reports: ['message'],
  },
  {
    name: 'slack',
    code: `import { App } from '@slack/bolt'; const app = new App({}); app.command('/x', async ({ ack, say }) => { try { await f() } catch (e) { await say(\`Failed: \${e.message}\`) } })`,
    reports: ['message'],
  },
  {
    name: 'discord',
    code: `client.on('interactionCreate', async (interaction) => { try { await f() } catch (e) { await interaction.reply({ content: \`Failed: \${e.message}\` }) } })`,
    reports: ['message'],
  },
  {
    name: 'stream',
    code: 'export async function POST() { const s = new ReadableStream({ async start(controller) { try { await f() } catch (e) { controller.enqueue(enc.encode(`data: ${JSON.stringify({ error: e.message })}`)) } } }); return new Response(s) }',
    reports: ['message'],
  },
  {
    name: 'grpc',
    code: `import * as grpc from '@grpc/grpc-js'
function get(call, callback) { f().catch(err => callback({ code: grpc.status.INTERNAL, message: err.message })) }`,
    reports: ['message'],
  },
  {
    name: 'azure',
    code: 'module.exports = async function (context, req) { try { await f() } catch (err) { context.res = { status: 500, body: err.message } } }',
    reports: ['message'],
  },
  {
    name: 'gssp',
    code: 'export async function getServerSideProps() { try { return { props: {} } } catch (e) { return { props: { error: e.message } } } }',
    reports: ['message'],
  },
  {
    name: 'name === MongoError',
    code: "export const x = async (req, res) => { try { await f() } catch (e) { if (e.name === 'MongoServerError') return res.status(400).json({ e: e.message }); res.status(500).end() } }",
    reports: ['message'],
  },
  {
    name: 'ENOENT',
    code: "export const x = async (req, res) => { try { await f() } catch (e) { if (e.code === 'ENOENT') return res.status(404).json({ e: e.message }); res.status(500).end() } }",
    reports: ['message'],
  },
  {
    name: 'isAxiosError',
    code: "import axios from 'axios'; export const x = (err, req, res, next) => { if (axios.isAxiosError(err)) return res.status(500).json({ e: err.message }); next(err) }",
    reports: ['message'],
  },
  {
    name: 'detail stack 2',
    code: 'export const x = async (req, res) => { try { await f() } catch (e) { res.json({ e: e.stack }) } }',
    reports: ['stack'],
    options: { detail: 'stack' },
  },
  {
    name: 'sse',
    code: 'export const x = async (req, res) => { try { await f() } catch (e) { res.write(`data: ${JSON.stringify({ error: e.message })}\n\n`); res.end() } }',
    reports: ['message'],
  },
  {
    name: 'h.response',
    code: "import Hapi from '@hapi/hapi'; const server = Hapi.server(); server.route({ method: 'GET', path: '/', handler: async (request, h) => { try { return await f() } catch (err) { return h.response({ error: err.message }).code(500) } } })",
    reports: ['message'],
  },
  {
    name: 'hapi ext',
    code: "import Hapi from '@hapi/hapi'; const server = Hapi.server(); server.ext('onPreResponse', (request, h) => { const { response } = request; if (response.isBoom) return h.response({ error: response.message, stack: response.stack }).code(500); return h.continue })",
    reports: ['stack'],
  },
  {
    name: 'elysia',
    code: "import { Elysia } from 'elysia'; new Elysia().onError(({ error, code }) => { return { error: error.message } })",
    reports: ['message'],
  },
  {
    name: 'restify',
    code: "import restify from 'restify'; const server = restify.createServer(); server.get('/', async (req, res, next) => { try { await f() } catch (err) { res.send(500, { message: err.message }); next() } })",
    reports: ['message'],
  },
  {
    name: 'class ctrl',
    code: 'export class UserController { async get(req: Request, res: Response) { try { await this.s.f() } catch (error) { return res.status(500).json({ success: false, message: (error as Error).message }) } } }',
    reports: ['message'],
  },
  {
    name: 'let err',
    code: "export const x = async (req, res) => { let msg = 'x'; try { await f() } catch (e) { msg = e.message } res.json({ msg }) }",
    reports: ['message'],
  },
  {
    name: 'envelope',
    code: "import { errorResponse } from './r.js'; export const x = async (req, res) => { try { await f() } catch (e) { res.json(errorResponse(e.message)) } }",
    reports: ['message'],
  },
  {
    name: 'lambda envelope',
    code: "import { response } from './r.js'; export const handler = async (event) => { try { return response(200, {}) } catch (e) { return response(500, { error: e.message }) } }",
    reports: ['message'],
  },
  {
    name: 'cause message',
    code: 'export const x = async (req, res) => { try { await f() } catch (err) { res.json({ e: err.cause.message }) } }',
    reports: ['message'],
  },
  {
    name: 'String cause',
    code: 'export const x = async (req, res) => { try { await f() } catch (err) { res.json({ e: String(err.cause) }) } }',
    reports: ['cause'],
  },
  {
    name: 'template',
    code: 'export const x = async (req, res) => { try { await f() } catch (err) { res.send(`${err}`) } }',
    reports: ['message'],
  },
  {
    name: 'concat',
    code: "export const x = async (req, res) => { try { await f() } catch (err) { res.send('Error: ' + err) } }",
    reports: ['message'],
  },
  {
    name: 'e?.message || String',
    code: 'export const x = async (req, res) => { try { await f() } catch (err) { res.json({ e: err?.message || String(err) }) } }',
    reports: ['message'],
  },
  {
    name: '?? ',
    code: "export const x = async (req, res) => { try { await f() } catch (err) { const m = err?.response?.data?.message ?? err.message ?? 'x'; res.json({ m }) } }",
    reports: ['internals'],
  },
  {
    name: 'jsonp',
    code: 'export const x = async (req, res) => { try { await f() } catch (err) { res.jsonp({ e: err.message }) } }',
    reports: ['message'],
  },
  {
    name: 'render',
    code: "export const x = async (req, res) => { try { await f() } catch (err) { res.status(500).render('error', { message: err.message, error: err }) } }",
    reports: ['object'],
  },
  {
    name: 'setHeader',
    code: "export const x = async (req, res) => { try { await f() } catch (err) { res.setHeader('X-Error', err.message); res.end() } }",
    reports: ['message'],
  },
  {
    name: 'reply send err',
    code: 'export async function h(request, reply) { try { await f() } catch (err) { reply.code(500).send(err) } }',
    reports: ['object'],
  },
  {
    name: 'worker',
    code: 'export default { async fetch(request, env) { try { return await f() } catch (e) { return new Response(e.stack, { status: 500 }) } } }',
    reports: ['stack'],
  },
  {
    name: 'bun error',
    code: 'Bun.serve({ fetch(req) { return f() }, error(error) { return new Response(`<pre>${error.stack}</pre>`) } })',
    reports: ['stack'],
  },
  {
    name: 'next api',
    code: `import type { NextApiRequest, NextApiResponse } from 'next'
export default async function handler(req: NextApiRequest, res: NextApiResponse) { try { await f() } catch (e) { res.status(500).json({ error: e }) } }`,
    reports: ['object'],
    filename: 'pages/api/x.ts',
  },
  {
    name: 'sveltekit fail',
    code: "import { fail } from '@sveltejs/kit'; export const actions = { default: async () => { try { await f() } catch (e) { return fail(500, { message: e.message }) } } }",
    reports: ['message'],
  },
  {
    name: 'sveltekit handleError',
    code: 'export function handleError({ error, event }) { return { message: error.message } }',
    reports: ['message'],
    filename: 'src/hooks.server.ts',
  },
  {
    name: 'graphqlerror',
    code: "import { GraphQLError } from 'graphql'; async function r() { try { await f() } catch (e) { throw new GraphQLError(e.message, { extensions: { code: 'X' } }) } }",
    reports: ['message'],
  },
  {
    name: 'lambda callback',
    code: 'exports.handler = (event, context, callback) => { f((err, data) => { if (err) callback(null, { statusCode: 500, body: JSON.stringify(err) }); else callback(null, { statusCode: 200, body: data }) }) }',
    reports: ['object'],
  },
  {
    name: 'azure v4',
    code: "import { app } from '@azure/functions'; app.http('x', { methods: ['GET'], handler: async (request, context) => { try { return { body: await f() } } catch (error) { return { status: 500, jsonBody: { error: error.message } } } } })",
    reports: ['message'],
  },
  {
    name: 'gcp',
    code: "import * as functions from '@google-cloud/functions-framework'; functions.http('x', async (a, b) => { try { await f() } catch (e) { b.status(500).send(e.message) } })",
    reports: ['message'],
  },
  {
    name: 'HttpsError',
    code: "import { onCall, HttpsError } from 'firebase-functions/v2/https'; export const x = onCall(async (request) => { try { await f() } catch (e) { throw new HttpsError('internal', e.message) } })",
    reports: ['message'],
  },
  {
    name: 'mcp low',
    code: `import { Server } from '@modelcontextprotocol/sdk/server/index.js'; const server = new Server({}, {}); server.setRequestHandler(S, async (request) => { try { return await f() } catch (error) { const msg = error instanceof Error ? error.message : String(error); return { content: [{ type: 'text', text: \`Error: \${msg}\` }], isError: true } } })`,
    reports: ['message'],
  },
  {
    name: 'mcp helper',
    code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'; function errorResult(e) { return { content: [{ type: 'text', text: e.message }], isError: true } }
const server = new McpServer({}); server.registerTool('x', {}, async () => { try { return await f() } catch (e) { return errorResult(e) } })`,
    reports: ['message'],
  },
  {
    name: 'ack',
    code: "import { App } from '@slack/bolt'; const app = new App({}); app.command('/x', async ({ ack, respond }) => { try { await f() } catch (e) { await respond({ text: e.message }) } })",
    reports: ['message'],
  },
  {
    name: 'twilio',
    code: `import twilio from 'twilio'; export const x = async (req, res) => { const twiml = new twilio.twiml.MessagingResponse(); try { await f() } catch (e) { twiml.message(\`Error: \${e.message}\`) } res.send(twiml.toString()) }`,
    reports: ['message'],
  },
  {
    name: 'mail user',
    code: "import nodemailer from 'nodemailer'; const t = nodemailer.createTransport({}); export async function run(user) { try { await f() } catch (e) { await t.sendMail({ to: user.email, subject: 'Failed', text: e.message }) } }",
    reports: ['message'],
  },
  {
    name: 'jsx class',
    code: 'class B extends React.Component { render() { return <pre>{this.state.error && this.state.error.stack}</pre> } }',
    reports: ['stack'],
    filename: 'a.tsx',
  },
  {
    name: 'jsx route',
    code: "import { useRouteError } from 'react-router'; export function ErrorBoundary() { const error = useRouteError(); return <pre>{error.stack}</pre> }",
    reports: ['stack'],
    filename: 'a.tsx',
  },
  {
    name: 'switch default',
    code: "export const x = async (req, res) => { try { await f() } catch (err) { switch (err.name) { case 'ValidationError': return res.status(400).json({ e: 'v' }); default: return res.status(500).json({ e: err.message }) } } }",
    reports: ['message'],
  },
  {
    name: 'strict instanceof',
    code: `import { Oops } from './oops'
export const x = async (req, res) => { try { await f() } catch (err) { if (err instanceof Oops) res.json({ e: err.message }) } }`,
    reports: ['message'],
    options: { strict: true },
  },
  {
    name: 'inverted',
    code: "export const x = async (req, res) => { try { await f() } catch (err) { res.status(500).json({ e: process.env.NODE_ENV === 'production' ? err.message : err.stack }) } }",
    reports: ['message'],
  },
  {
    name: 'let body bad',
    code: "export const x = async (req, res) => { try { await f() } catch (err) { const body = { message: 'x' }; body.stack = err.stack; res.json(body) } }",
    reports: ['stack'],
  },
  {
    name: 'errorResponse res',
    code: `import { sendErrorResponse } from './r'
export const x = async (req, res) => { try { await f() } catch (err) { return sendErrorResponse(res, 500, 'Failed', err.message) } }`,
    reports: ['message'],
  },
  {
    name: 'ApiResponse',
    code: `import ApiResponse from './r'
export const x = async (req, res) => { try { await f() } catch (err) { return ApiResponse.error(res, err.message) } }`,
    reports: ['message'],
  },
  {
    name: 'json(ApiResponse)',
    code: `import { ApiResponse } from './r'
export const x = async (req, res) => { try { await f() } catch (err) { return res.status(500).json(new ApiResponse(500, null, err.message)) } }`,
    reports: ['message'],
  },
  {
    name: 'success false',
    code: 'export const x = async (req, res) => { try { await f() } catch (err) { return res.status(500).json({ success: false, error: err }) } }',
    reports: ['object'],
  },
  {
    name: 'event error',
    code: "export const x = (req, res) => { const s = fs.createReadStream('x'); s.on('error', (e) => { res.writeHead(500); res.end(e.message) }); s.pipe(res) }",
    reports: ['message'],
  },
  {
    name: 'node cb',
    code: `export const x = (req, res) => { fs.readFile('x', (err, d) => { if (err) { res.status(500).send(\`Could not read: \${err.message}\`); return } res.send(d) }) }`,
    reports: ['message'],
  },
  {
    name: 'exec stderr',
    code: "import { exec } from 'child_process'; export const x = (req, res) => { exec('x', (error, stdout, stderr) => { if (error) return res.status(500).json({ error: error.message }); res.send(stdout) }) }",
    reports: ['message'],
  },
  {
    name: 'koa on error',
    code: "import Koa from 'koa'; const app = new Koa(); app.on('error', (err, ctx) => { ctx.body = err.message })",
    reports: ['message'],
  },
  {
    name: 'mongoose',
    code: 'export const x = async (req, res) => { User.findById(1, function (err, user) { if (err) return res.json({ success: false, message: err }); res.json(user) }) }',
    reports: ['object'],
  },
  {
    name: 'async.waterfall',
    code: 'export const x = (req, res) => { async.parallel([a], function (err, results) { if (err) { return res.send(err) } res.json(results) }) }',
    reports: ['object'],
  },
  {
    name: 'class handler',
    code: `class C { private handleError(res: Response, error: unknown) { const message = error instanceof Error ? error.message : 'x'; res.status(500).json({ message }) }
 async m(req, res) { try { await f() } catch (e) { this.handleError(res, e) } } }`,
    reports: ['message'],
  },
  {
    name: 'exported helper',
    code: `import { Response } from 'express'
export function handleError(res: Response, error: unknown) { const message = error instanceof Error ? error.message : 'x'; res.status(500).json({ message }) }`,
    reports: ['message'],
  },
  {
    name: 'handler next-connect',
    code: "import { createRouter } from 'next-connect'; export default router.handler({ onError: (err, req, res) => { res.status(err.statusCode || 500).end(err.message) } })",
    reports: ['message'],
  },
  {
    name: 'express async arrow',
    code: "router.get('/', (req, res) => service.get().then((d) => res.json(d)).catch((error) => res.status(400).json({ message: error.message })))",
    reports: ['message'],
  },
  {
    name: 'catch res.json ref',
    code: "router.get('/', (req, res) => { service.get().then((d) => res.json(d)).catch((e) => { res.status(422).json(e) }) })",
    reports: ['object'],
  },
  {
    name: 'apollo formatError orig',
    code: `import { ApolloServer } from '@apollo/server'
new ApolloServer({ formatError: (e) => ({ message: e.message, exception: e.extensions.exception }) })`,
    reports: ['stack'],
  },
  {
    name: 'nest debug',
    code: `import { GraphQLModule } from '@nestjs/graphql'
GraphQLModule.forRoot({ debug: true })`,
    reports: ['setting'],
  },
  {
    name: 'next config',
    code: 'module.exports = { productionBrowserSourceMaps: true }',
    reports: ['setting'],
    filename: 'next.config.js',
  },
  {
    name: 'next config ts',
    code: `const nextConfig: NextConfig = { productionBrowserSourceMaps: true }
export default nextConfig`,
    reports: ['setting'],
    filename: 'next.config.ts',
  },
  {
    name: 'trpc isDev',
    code: `import { initTRPC } from '@trpc/server'
initTRPC.create({ isDev: true })`,
    reports: ['setting'],
  },
  {
    name: 'strict fastify',
    code: `import Fastify from 'fastify'
const app = Fastify()
app.get('/', async () => 1)`,
    reports: ['default'],
    options: { strict: true },
  },
  {
    name: 'strict trpc',
    code: `import { initTRPC } from '@trpc/server'
const t = initTRPC.context<C>().create()`,
    reports: ['default'],
    options: { strict: true },
  },
  {
    name: 'responders',
    code: 'export const x = async (req, res) => { try { await f() } catch (err) { out(err.message) } }',
    reports: ['message'],
    options: { responders: ['out'] },
  },
  {
    name: 'enum detail',
    code: "export const x = async (req, res) => { try { await f() } catch (err) { res.json({ e: err.stack.split('\\n')[0] }) } }",
    reports: ['stack'],
  },
  {
    name: 'optional',
    code: "export const x = async (req, res) => { try { await f() } catch (err) { res.status(500).json({ error: err?.stack ?? '' }) } }",
    reports: ['stack'],
  },
  {
    name: 'as any',
    code: 'export const x = async (req, res) => { try { await f() } catch (err) { res.status(500).json({ error: (err as any).message }) } }',
    reports: ['message'],
  },
  {
    name: 'destruct in',
    code: 'export const x = async (req, res) => { try { await f() } catch (err) { const { message, ...rest } = err; res.json({ message }) } }',
    reports: ['message'],
  },
  {
    name: 'destruct stack rest',
    code: 'export const x = async (req, res) => { try { await f() } catch (err) { const { stack, ...rest } = err; res.json(rest) } }',
    reports: ['object'],
  },
  {
    name: 'errorObj',
    code: 'export const x = async (req, res) => { try { await f() } catch (err) { const error = { message: err.message, at: Date.now() }; res.status(500).json(error) } }',
    reports: ['message'],
  },
  {
    name: 'hono custom',
    code: "import type { Context } from 'hono'; export const h = async (c: Context) => { try { return c.json(await f()) } catch (e) { return c.json({ error: e instanceof Error ? e.message : 'x' }, 500) } }",
    reports: ['message'],
  },
  {
    name: 'hono c',
    code: 'export const h = async (c) => { try { return c.json(await f()) } catch (e) { return c.json({ error: e.message }, 500) } }',
    reports: ['message'],
  },
  {
    name: 'sse emit',
    code: `function send(res, event, data) { res.write(\`event: \${event}\\ndata: \${JSON.stringify(data)}\\n\\n\`) }
export const x = async (req, res) => { try { await f() } catch (err) { send(res, 'error', { message: err.message }) } }`,
    reports: ['message'],
  },
  {
    name: 'a method of a class of the file',
    code: `import type { Response } from 'express'
class Sse { constructor(private res: Response) {} sendError(text: string) { this.res.write(\`data: \${text}\`) } }
export async function run(req, res: Response) { const sse = new Sse(res); try { await f() } catch (e) { sse.sendError(e.message) } }`,
    reports: ['message'],
  },
  {
    name: 'a method of an object of the file',
    code: `const http = { fail(res, text) { res.status(500).json({ error: text }) } }
export const x = async (req, res) => { try { await f() } catch (err) { http.fail(res, err.message) } }`,
    reports: ['message'],
  },
  {
    name: 'a method of the class itself',
    code: `class C { fail(res, text) { res.status(500).json({ error: text }) }
 async list(req, res) { try { await f() } catch (err) { this.fail(res, err.message) } } }`,
    reports: ['message'],
  },
  {
    name: 'a static method',
    code: `class Answer { static fail(res, text) { return res.status(500).json({ error: text }) } }
export const x = async (req, res) => { try { await f() } catch (err) { return Answer.fail(res, err.message) } }`,
    reports: ['message'],
  },
  {
    name: 'a closure over the response',
    code: 'export const x = async (req, res) => { const fail = (text) => res.status(500).json({ error: text }); try { await f() } catch (err) { fail(err.message) } }',
    reports: ['message'],
  },
  {
    name: 'a body that is built in steps',
    code: 'export const x = async (req, res) => { try { await f() } catch (err) { const body = {}; body.error = {}; body.error.message = err.message; res.json(body) } }',
    reports: ['message'],
  },
  {
    name: 'a list of messages',
    code: 'export const x = async (req, res) => { const errors = []; for (const item of items) { try { await f(item) } catch (err) { errors.push(err.message) } } res.json({ errors }) }',
    reports: ['message'],
  },
  {
    name: 'a list of objects',
    code: 'export const x = async (req, res) => { const failed = []; for (const item of items) { try { await f(item) } catch (err) { failed.push({ id: item.id, error: err.message }) } } res.json({ failed }) }',
    reports: ['message'],
  },
  {
    name: 'a mapped result',
    code: 'export const x = async (req, res) => { const results = await Promise.all(ids.map(async (id) => { try { return { id, ok: await f(id) } } catch (err) { return { id, error: err.message } } })); res.json(results) }',
    reports: ['message'],
  },
  {
    name: 'a result object of the file',
    code: `async function run() { try { return { ok: true } } catch (e) { return { ok: false, error: e.message } } }
export const x = async (req, res) => { const r = await run(); if (!r.ok) return res.status(500).json({ error: r.error }); res.json(r) }`,
    reports: ['message'],
  },
  {
    name: 'await catch',
    code: 'export const x = async (req, res) => { const r = await f().catch((e) => ({ error: e.message })); res.json(r) }',
    reports: ['message'],
  },
  {
    name: 'a filter that shows all',
    code: `import { Catch } from '@nestjs/common'
@Catch()
export class F { catch(exception: unknown, host) { const response = host.switchToHttp().getResponse(); const message = exception instanceof HttpException ? exception.message : (exception as Error).message; response.status(500).json({ message }) } }`,
    reports: ['message'],
  },
  {
    name: 'a filter with the adapter',
    code: `import { Catch, ExceptionFilter, ArgumentsHost } from '@nestjs/common'
import { HttpAdapterHost } from '@nestjs/core'
@Catch()
export class F implements ExceptionFilter { constructor(private readonly httpAdapterHost: HttpAdapterHost) {} catch(exception: any, host: ArgumentsHost) { const { httpAdapter } = this.httpAdapterHost; httpAdapter.reply(host.switchToHttp().getResponse(), { message: exception.message }, 500) } }`,
    reports: ['message'],
  },
  {
    name: 'airbnb style',
    code: "const errorHandler = (err, req, res, next) => { let { statusCode, message } = err; if (config.env === 'production' && !err.isOperational) { statusCode = 500; message = 'Internal' } res.status(statusCode).send({ code: statusCode, message, ...(config.env === 'development' && { stack: err.stack }) }) }",
    reports: ['message'],
  },
  {
    name: 'prisma code',
    code: `import { Prisma } from '@prisma/client'
export const x = async (req, res) => { try { await f() } catch (err) { if (err instanceof Prisma.PrismaClientKnownRequestError) return res.status(400).json({ e: err.message }); res.status(500).end() } }`,
    reports: ['message'],
  },
  {
    name: 'prisma meta',
    code: `export const x = async (req, res) => { try { await f() } catch (err) { if (err.code === 'P2002') return res.status(409).json({ e: \`Duplicate: \${err.meta.target}\` }); res.status(500).end() } }`,
    reports: ['internals'],
  },
  {
    name: 'finalhandler',
    code: "app.use((err, req, res, next) => { if (res.headersSent) return next(err); res.status(500).render('error', { error: err }) })",
    reports: ['object'],
  },
  {
    name: 'express any typed',
    code: "app.use((err: any, _req: Request, res: Response, _next: NextFunction) => { const statusCode = err.statusCode || 500; const message = err.message || 'Internal Server Error'; res.status(statusCode).json({ success: false, message }) })",
    reports: ['message'],
  },
  {
    name: 'error class ctor',
    code: `class ApiError extends Error { constructor(public statusCode: number, message: string) { super(message) } }
export const x = async (req, res) => { try { await f() } catch (err) { throw new ApiError(500, \`Failed: \${err.message}\`) } }`,
    reports: ['message'],
  },
  {
    name: 'AppError next',
    code: `const AppError = require('../utils/appError')
export const x = async (req, res) => { try { await f() } catch (err) { return next(new AppError(err.message, 500)) } }`,
    reports: ['message'],
  },
  {
    name: 'nest rethrow',
    code: `import { BadRequestException, HttpException, HttpStatus } from '@nestjs/common'
class A { async m() { try { await f() } catch (error) { throw new HttpException({ status: HttpStatus.FORBIDDEN, error: error.message }, HttpStatus.FORBIDDEN, { cause: error }) } } }`,
    reports: ['message'],
  },
  {
    name: 'nest handler return',
    code: `import { Controller, Get } from '@nestjs/common'
@Controller()
class A { @Get() async m() { try { return await f() } catch (error) { return { error: error.message } } } }`,
    reports: ['message'],
  },
  {
    name: 'trpc procedure',
    code: `import { initTRPC } from '@trpc/server'
const t = initTRPC.create()
export const r = t.router({ a: t.procedure.query(async () => { try { return await f() } catch (e) { return { error: (e as Error).message } } }) })`,
    reports: ['message'],
  },
  {
    name: 'trpc imported',
    code: `import { publicProcedure, router } from '../trpc'
export const r = router({ a: publicProcedure.input(z.object({})).mutation(async ({ input }) => { try { return await f() } catch (e) { return { ok: false, error: (e as Error).message } } }) })`,
    reports: ['message'],
  },
  {
    name: 'resolver return',
    code: 'export const resolvers = { Mutation: { create: async (_, args) => { try { return { ok: true } } catch (err) { return { ok: false, message: err.message } } } } }',
    reports: ['message'],
  },
  {
    name: 'graphqlerror ext',
    code: "import { GraphQLError } from 'graphql'; async function r() { try { await f() } catch (e) { throw new GraphQLError('Failed', { extensions: { code: 'X', detail: e.stack } }) } }",
    reports: ['stack'],
  },
  {
    name: 'remix throw',
    code: "import { json } from '@remix-run/node'; export async function loader() { try { return await f() } catch (e) { throw json({ message: e.message }, { status: 500 }) } }",
    reports: ['message'],
  },
  {
    name: 'react-router data',
    code: "import { data } from 'react-router'; export async function action() { try { return await f() } catch (e) { return data({ error: e instanceof Error ? e.message : 'x' }, { status: 400 }) } }",
    reports: ['message'],
  },
  {
    name: 'sveltekit json',
    code: "import { json } from '@sveltejs/kit'; export async function POST({ request }) { try { return json(await f()) } catch (e) { return json({ error: String(e) }, { status: 500 }) } }",
    reports: ['message'],
    filename: 'src/routes/x/+server.ts',
  },
  {
    name: 'nuxt',
    code: 'export default defineEventHandler(async (event) => { try { return await f() } catch (e: any) { return { error: e.message } } })',
    reports: ['message'],
  },
  {
    name: 'lambda v2',
    code: `import type { APIGatewayProxyHandlerV2 } from 'aws-lambda'
export const handler: APIGatewayProxyHandlerV2 = async (e) => { try { return { statusCode: 200, body: '' } } catch (error) { console.error(error); return { statusCode: 500, headers: {}, body: JSON.stringify({ message: 'x', error }) } } }`,
    reports: ['object'],
  },
  {
    name: 'lambda text',
    code: 'exports.handler = async function (event) { try { return await f() } catch (err) { return { statusCode: 500, body: err.toString() } } }',
    reports: ['message'],
  },
  {
    name: 'middy',
    code: 'export const main = middy(async (event) => { try { return { statusCode: 200 } } catch (err) { return { statusCode: 500, body: JSON.stringify({ error: err.message }) } } })',
    reports: ['message'],
  },
  {
    name: 'http2',
    code: "import http2 from 'http2'; const server = http2.createSecureServer({}); server.on('stream', (stream, headers) => { try { f() } catch (err) { stream.respond({ ':status': 500 }); stream.end(err.stack) } })",
    reports: ['stack'],
  },
  {
    name: 'createServer on request',
    code: "import http from 'http'; const server = http.createServer(); server.on('request', async (req, res) => { try { await f() } catch (err) { res.end(err.message) } })",
    reports: ['message'],
  },
  {
    name: 'restify event',
    code: "import restify from 'restify'; const server = restify.createServer(); server.on('restifyError', (req, res, err, callback) => { res.send(500, { message: err.message }); callback() })",
    reports: ['message'],
  },
  {
    name: 'socket.io middleware',
    code: "import { Server } from 'socket.io'; const io = new Server(); io.on('connection', (socket) => { socket.on('join', (room) => { f(room).catch((error) => socket.emit('exception', { status: 'error', message: error.message })) }) })",
    reports: ['message'],
  },
  {
    name: 'ws close',
    code: "wss.on('connection', (ws) => { ws.on('message', (m) => { try { f(m) } catch (e) { ws.close(1011, e.message) } }) })",
    reports: ['message'],
  },
  {
    name: 'bolt ack',
    code: `app.action('x', async ({ ack, respond, logger }) => { await ack(); try { await f() } catch (error) { logger.error(error); await respond({ text: \`Error: \${error.message}\`, response_type: 'ephemeral' }) } })`,
    reports: ['message'],
  },
  {
    name: 'discord execute',
    code: 'module.exports = { async execute(interaction) { try { await f() } catch (error) { console.error(error); await interaction.editReply({ content: `Error: ${error.message}`, ephemeral: true }) } } }',
    reports: ['message'],
  },
  {
    name: 'node-telegram',
    code: `const TelegramBot = require('node-telegram-bot-api'); const bot = new TelegramBot(token); bot.on('message', async (msg) => { try { await f() } catch (error) { bot.sendMessage(msg.chat.id, \`Error: \${error.message}\`) } })`,
    reports: ['message'],
  },
  {
    name: 'grammy',
    code: `import { Bot } from 'grammy'; const bot = new Bot(''); bot.command('x', async (ctx) => { try { await f() } catch (e) { await ctx.reply(\`Failed: \${e}\`) } })`,
    reports: ['message'],
  },
  {
    name: 'mcp fastmcp',
    code: `import { FastMCP } from 'fastmcp'; const s = new FastMCP({}); s.addTool({ name: 'x', execute: async (args) => { try { return await f() } catch (e) { return \`Error: \${e.message}\` } } })`,
    reports: ['message'],
  },
  {
    name: 'mcp json',
    code: "import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'; const server = new McpServer({}); server.tool('x', async () => { try { return await f() } catch (e) { return { content: [{ type: 'text', text: JSON.stringify({ error: e instanceof Error ? e.message : String(e) }) }] } } })",
    reports: ['message'],
  },
  {
    name: 'mcp handler map',
    code: `export async function handleTool(args) { try { return { content: [{ type: 'text', text: await f() }] } } catch (error) { return { content: [{ type: 'text', text: \`Error: \${error.message}\` }], isError: true } } }`,
    reports: ['message'],
  },
  {
    name: 'ai stream',
    code: "import { createUIMessageStream, createUIMessageStreamResponse } from 'ai'; export async function POST() { const stream = createUIMessageStream({ execute() {}, onError: (e) => String(e) }); return createUIMessageStreamResponse({ stream }) }",
    reports: ['message'],
  },
  {
    name: 'hono sse',
    code: "import { streamSSE } from 'hono/streaming'; import { Hono } from 'hono'; const app = new Hono(); app.get('/', (c) => streamSSE(c, async (stream) => { try { await f() } catch (e) { await stream.writeSSE({ event: 'error', data: e.message }) } }))",
    reports: ['message'],
  },
  {
    name: 'express sse json',
    code: "export const x = async (req, res) => { try { await f() } catch (err) { res.write('data: ' + JSON.stringify({ type: 'error', message: err.message }) + '\\n\\n'); res.end() } }",
    reports: ['message'],
  },
  {
    name: 'status text',
    code: 'export const x = async (req, res) => { try { await f() } catch (err) { res.statusMessage = err.message; res.status(500).end() } }',
    reports: ['message'],
  },
  {
    name: 'writeHead',
    code: "import http from 'http'; http.createServer((req, res) => { try { f() } catch (err) { res.writeHead(500, err.message); res.end() } })",
    reports: ['message'],
  },
  {
    name: 'cookie',
    code: "export const x = async (req, res) => { try { await f() } catch (err) { res.cookie('flash', err.message); res.redirect('/') } }",
    reports: ['message'],
  },
  {
    name: 'redirect tpl',
    code: 'export const x = async (req, res) => { try { await f() } catch (err) { res.redirect(`/login?error=${encodeURIComponent(err.message)}`) } }',
    reports: ['message'],
  },
  {
    name: 'next redirect',
    code: `import { redirect } from 'next/navigation'; export async function GET() { let u = '/'; try { await f() } catch (e) { u = \`/error?m=\${e.message}\` } redirect(u) }`,
    reports: ['message'],
  },
  {
    name: 'gRPC call.emit',
    code: "const grpc = require('@grpc/grpc-js'); function list(call) { f().catch((err) => call.emit('error', { code: grpc.status.INTERNAL, message: err.message })) }",
    reports: ['message'],
  },
  {
    name: 'connect',
    code: "import { ConnectError, Code } from '@connectrpc/connect'; export async function list() { try { return await f() } catch (err) { throw new ConnectError(err.message, Code.Internal) } }",
    reports: ['message'],
  },
  {
    name: 'nice',
    code: "import { ServerError, Status } from 'nice-grpc'; export async function list() { try { return await f() } catch (err) { throw new ServerError(Status.INTERNAL, err.message) } }",
    reports: ['message'],
  },
  {
    name: 'worker env',
    code: 'export default { async fetch(request, env, ctx): Promise<Response> { try { return await f() } catch (err) { return Response.json({ error: (err as Error).message }, { status: 500 }) } } } satisfies ExportedHandler<Env>',
    reports: ['message'],
  },
  {
    name: 'deno',
    code: 'Deno.serve(async (req) => { try { return await f() } catch (error) { return new Response(JSON.stringify({ error: error.message }), { headers: {}, status: 400 }) } })',
    reports: ['message'],
  },
  {
    name: 'supabase edge',
    code: `import { serve } from 'https://deno.land/std/http/server.ts'
serve(async (req) => { try { const { data, error } = await supabaseClient.from('t').select(); if (error) throw error; return new Response(JSON.stringify({ data })) } catch (error) { return new Response(JSON.stringify({ error: error.message }), { status: 400 }) } })`,
    reports: ['message'],
  },
  {
    name: 'ts decorators http',
    code: `import { Controller, Post, Res, Body } from '@nestjs/common'
import { Response } from 'express'
@Controller()
export class A { @Post() async m(@Body() b: any, @Res() response: Response) { try { await f() } catch (error) { return response.status(500).json({ message: error.message }) } } }`,
    reports: ['message'],
  },
  {
    name: 'fastify typed opts',
    code: `import { FastifyInstance } from 'fastify'
export default async function routes(fastify: FastifyInstance) { fastify.get('/x', async (req, rep) => { try { return await f() } catch (err) { return rep.status(500).send({ message: (err as Error).message }) } }) }`,
    reports: ['message'],
  },
  {
    name: 'fastify return err',
    code: "import Fastify from 'fastify'; const app = Fastify(); app.get('/', async (req, reply) => { try { return await f() } catch (err) { return err } })",
    reports: ['object'],
  },
  {
    name: 'koa router',
    code: "import Router from '@koa/router'; const router = new Router(); router.post('/', async (ctx) => { try { ctx.body = await f() } catch (error) { ctx.status = 400; ctx.body = error.message } })",
    reports: ['message'],
  },
  {
    name: 'koa onerror json',
    code: "import Koa from 'koa'; const app = new Koa(); app.use(async (ctx, next) => { try { await next() } catch (err) { ctx.status = err.statusCode || err.status || 500; ctx.body = { error: err.message, stack: err.stack } } })",
    reports: ['stack'],
  },
  {
    name: 'strapi',
    code: "module.exports = { async create(ctx) { try { return await f() } catch (err) { return ctx.badRequest('Failed', { error: err.message }) } } }",
    reports: ['message'],
  },
  {
    name: 'egg',
    code: 'class C extends Controller { async index() { try { await f() } catch (e) { this.ctx.body = { msg: e.message } } } }',
    reports: ['message'],
  },
  {
    name: 'adonis',
    code: 'export default class UsersController { async store({ request, response }) { try { await f() } catch (error) { return response.status(500).json({ message: error.message }) } } }',
    reports: ['message'],
  },
  {
    name: 'hapi return err',
    code: "const Hapi = require('@hapi/hapi'); const server = Hapi.server(); server.route({ method: 'GET', path: '/', handler: async (request, h) => { try { return await f() } catch (err) { return { error: err.message } } } })",
    reports: ['message'],
  },
  {
    name: 'boomify',
    code: "const Boom = require('@hapi/boom'); const h = async () => { try { return await f() } catch (err) { throw Boom.boomify(err, { statusCode: 400 }) } }",
    reports: ['object'],
  },
  {
    name: 'boom data',
    code: "const Boom = require('@hapi/boom'); const h = async () => { try { return await f() } catch (err) { throw Boom.badRequest('Invalid', { reason: err.message }) } }",
    reports: ['message'],
  },
  {
    name: 'polka',
    code: "const polka = require('polka'); polka({ onError(err, req, res) { res.statusCode = 500; res.end(err.stack) } }).get('/', (req, res) => { try { f() } catch (e) { res.end(e.message) } })",
    reports: ['stack', 'message'],
  },
  {
    name: 'feathers',
    code: "import { GeneralError } from '@feathersjs/errors'; export const s = { async find() { try { return await f() } catch (e) { throw new GeneralError(e.message) } } }",
    reports: ['message'],
  },
  {
    name: 'loopback',
    code: "import { HttpErrors } from '@loopback/rest'; class C { async m() { try { await f() } catch (err) { throw new HttpErrors.InternalServerError(err.message) } } }",
    reports: ['message'],
  },
  {
    name: 'http-errors class',
    code: "const createError = require('http-errors'); const h = async (req, res, next) => { try { await f() } catch (err) { next(new createError.InternalServerError(err.message)) } }",
    reports: ['message'],
  },
  {
    name: 'itty',
    code: "import { error, json } from 'itty-router'; export default { fetch: (req) => router.fetch(req).catch((e) => error(500, e.message)) }",
    reports: ['message'],
  },
  {
    name: 'bun serve',
    code: 'Bun.serve({ async fetch(req) { try { return new Response(await f()) } catch (e) { return Response.json({ message: e.message }, { status: 500 }) } } })',
    reports: ['message'],
  },
  {
    name: 'next route helper',
    code: `import { NextResponse } from 'next/server'
function fail(error: unknown) { return NextResponse.json({ error: error instanceof Error ? error.message : 'x' }, { status: 500 }) }
export async function GET() { try { return NextResponse.json(1) } catch (e) { return fail(e) } }`,
    reports: ['message'],
    filename: 'app/api/a/route.ts',
  },
  {
    name: 'next action inline',
    code: "export default function Page() { async function save(form: FormData) { 'use server'; try { await f() } catch (e) { return { error: (e as Error).message } } } return <form action={save} /> }",
    reports: ['message'],
    filename: 'page.tsx',
  },
  {
    name: 'useActionState',
    code: `'use server'
export const save = async (prev: State, form: FormData) => { try { await f(); return { message: 'ok' } } catch (error: any) { return { message: \`Failed: \${error.message}\` } }; }`,
    reports: ['message'],
  },
  {
    name: 'apollo2',
    code: "const { ApolloServer } = require('apollo-server'); new ApolloServer({ typeDefs, resolvers, debug: true })",
    reports: ['setting'],
  },
  {
    name: 'apollo2 formatError stack',
    code: "const { ApolloServer } = require('apollo-server-express'); new ApolloServer({ typeDefs, resolvers, formatError: (err) => ({ message: err.message, stack: err.stack }) })",
    reports: ['stack'],
  },
  {
    name: 'graphqlHTTP',
    code: "const { graphqlHTTP } = require('express-graphql'); app.use('/g', graphqlHTTP({ schema, customFormatErrorFn: (error) => ({ message: error.message, locations: error.locations, stack: error.stack ? error.stack.split('\\n') : [], path: error.path }) }))",
    reports: ['stack'],
  },
  {
    name: 'ApolloError',
    code: "const { ApolloError } = require('apollo-server'); const r = async () => { try { return await f() } catch (e) { throw new ApolloError(e.message) } }",
    reports: ['message'],
  },
  {
    name: 'type-graphql',
    code: `import { Resolver, Query } from 'type-graphql'
@Resolver()
class R { @Query() async a() { try { return await f() } catch (e) { throw new Error(e.message) } } }`,
    reports: ['message'],
  },
  {
    name: 'errors handler static',
    code: 'class ErrorHandler { static handle(err: Error, req: Request, res: Response, next: NextFunction) { res.status(500).send({ message: err.message }) } }',
    reports: ['message'],
  },
  {
    name: 'ts any err',
    code: 'export const errorHandler: ErrorRequestHandler = (err, _req, res, _next) => { res.status(err.status ?? 500).json({ error: err.message }) }',
    reports: ['message'],
  },
  {
    name: 'ts handler opt chaining',
    code: 'export const h: RequestHandler = async (_, res) => { try { await f() } catch (e: unknown) { res.status(500).send((e as { message: string }).message) } }',
    reports: ['message'],
  },
  {
    name: 'unknown error fn',
    code: "export function onError(error: unknown, c: Context) { return c.json({ message: error instanceof Error ? error.message : 'x' }, 500) }",
    reports: ['message'],
  },
  {
    name: 'err param json',
    code: 'export const onRequestError = (err, res) => res.status(500).json({ error: err })',
    reports: ['object'],
  },
  {
    name: 'details always',
    code: "export const x = async (req, res) => { try { await f() } catch (err) { res.status(500).json({ error: 'Failed to load', details: err.message }) } }",
    reports: ['message'],
  },
  {
    name: 'dev fn no guard',
    code: `const sendErrorDev = (err, res) => { res.status(err.statusCode).json({ stack: err.stack }) }
module.exports = (err, req, res, next) => { sendErrorDev(err, res) }`,
    reports: ['stack'],
  },
  {
    name: 'err first in cb object',
    code: "export const x = (req, res) => { db.all('x', [], (err, rows) => { res.json({ err, rows }) }) }",
    reports: ['object'],
  },
  {
    name: 'jwt verify cb leak',
    code: "export const x = (req, res, next) => { jwt.verify(t, s, (err, decoded) => { if (err) return res.status(401).json({ message: 'Unauthorized', error: err }); next() }) }",
    reports: ['object'],
  },
  {
    name: 'multer cb',
    code: 'export const x = (req, res) => { upload(req, res, (err) => { if (err instanceof multer.MulterError) return res.status(400).json({ e: err.message }); if (err) return res.status(500).json({ e: err.message }); res.json(1) }) }',
    reports: ['message'],
  },
  {
    name: 'stripe webhook',
    code: 'export const x = (req, res) => { let event; try { event = stripe.webhooks.constructEvent(req.body, sig, secret) } catch (err) { return res.status(400).send(`Webhook Error: ${err.message}`) } res.json({ received: true }) }',
    reports: ['message'],
  },
  {
    name: 'errors array agg',
    code: 'export const x = async (req, res) => { try { await f() } catch (err) { if (err instanceof AggregateError) return res.status(500).json({ errors: err.errors.map((e) => e.message) }); res.status(500).end() } }',
    reports: ['message'],
  },
  {
    name: 'lodash pick',
    code: `import _ from 'lodash'
export const x = async (req, res) => { try { await f() } catch (err) { res.json(_.pick(err, ['message', 'stack'])) } }`,
    reports: ['object'],
  },
  {
    name: 'class wrapper',
    code: 'class BaseController { handle(res, fn) { return fn().catch((err) => this.fail(res, err)) } fail(res, error) { return res.status(500).json({ message: error.toString() }) } }',
    reports: ['message'],
  },
  {
    name: 'response utils',
    code: `import { failure } from '../libs/response-lib'
export const main = async (event) => { try { return success(1) } catch (e) { return failure({ status: false, error: e.message }) } }`,
    reports: ['message'],
  },
  {
    name: 'cors headers fn',
    code: `import { corsHeaders } from '../_shared/cors.ts'
Deno.serve(async (req) => { try { return new Response('ok') } catch (error) { return new Response(JSON.stringify({ error: error instanceof Error ? error.message : 'x' }), { headers: { ...corsHeaders }, status: 500 }) } })`,
    reports: ['message'],
  },
  {
    name: 'a flash message',
    code: "export const x = async (req, res) => { try { await f() } catch (err) { req.flash('error', err.message); res.redirect('/login') } }",
    reports: ['message'],
  },
  {
    name: 'a function that makes the error handler',
    code: 'const fail = (res) => (e) => res.status(500).json({ e: e.message })\nexport const x = (req, res) => { load().catch(fail(res)) }',
    reports: ['message'],
  },
  {
    name: 'a method of the response as the handler',
    code: 'export const x = (req, res) => { load().then((y) => res.json(y)).catch(res.send) }',
    reports: ['object'],
  },
  {
    name: 'a bound method of the response as the handler',
    code: 'export const x = (req, res) => { load().then((y) => res.json(y), res.json.bind(res)) }',
    reports: ['object'],
  },
  {
    name: 'destructured error middleware',
    code: "import express from 'express'; express().use(({ message, stack }, req, res, next) => { res.status(500).json({ message, stack }) })",
    reports: ['stack'],
  },
  {
    name: 'the error of a pair',
    code: "import to from './to.js'; export const x = async (req, res) => { const [err, data] = await to(load()); if (err) return res.status(500).json({ e: err.message }); res.json(data) }",
    reports: ['message'],
  },
  {
    name: 'the status text of Response.json',
    code: "export async function GET() { try { return Response.json(await f()) } catch (e) { return Response.json({ error: 'x' }, { status: 500, statusText: e.message }) } }",
    reports: ['message'],
  },
  {
    name: 'a Slack message to the user',
    code: "import bolt from '@slack/bolt'; const app = new bolt.App({}); app.action('x', async ({ client, body }) => { try { await f() } catch (e) { await client.chat.postMessage({ channel: body.user.id, text: e.message }) } })",
    reports: ['message'],
  },
  {
    name: 'the channel of a message',
    code: "client.on('messageCreate', async (message) => { try { await f() } catch (err) { message.channel.send(`${err}`) } })",
    reports: ['message'],
  },
  {
    name: 'the error of a bot',
    code: "import { Bot } from 'grammy'; const bot = new Bot('x'); bot.catch((err) => { err.ctx.reply(err.error.message) })",
    reports: ['message'],
  },
  {
    name: 'an error of @fastify/sensible',
    code: "export default async function plugin(fastify) { fastify.get('/', async () => { try { return await f() } catch (e) { throw fastify.httpErrors.internalServerError(e.message) } }) }",
    reports: ['message'],
  },
  {
    name: 'the error handler of a Fastify plugin',
    code: 'export default async function plugin(fastify) { fastify.setErrorHandler((x, _, y) => y.send({ stack: x.stack })) }',
    reports: ['stack'],
  },
  {
    name: 'the payload of a Boom',
    code: "import Hapi from '@hapi/hapi'; Hapi.server().ext('onPreResponse', (request, h) => { const error = request.response; if (!error.isBoom) return h.continue; error.output.payload.stack = error.stack; return h.continue })",
    reports: ['stack'],
  },
  {
    name: 'the error callback of streamSSE',
    code: "import { streamSSE } from 'hono/streaming'; export const x = (c) => streamSSE(c, async (s) => { await f(s) }, async (failure, s) => { await s.writeSSE({ data: failure.message }) })",
    reports: ['message'],
  },
  {
    name: 'onError of Deno.serve',
    code: "Deno.serve({ onError: (e) => new Response(`${e}`, { status: 500 }) }, () => new Response('ok'))",
    reports: ['message'],
  },
  {
    name: 'a response taken from the context of Koa',
    code: "import Router from '@koa/router'; new Router().get('/', async ({ response }) => { try { await f() } catch (e) { response.body = e.stack } })",
    reports: ['stack'],
  },
  {
    name: 'a member of the body of Koa',
    code: "import Router from '@koa/router'; new Router().get('/', async (ctx) => { try { await f() } catch (e) { ctx.body = { ok: false }; ctx.body.error = e.message } })",
    reports: ['message'],
  },
  {
    name: 'catchError of RxJS',
    code: "import { Controller, Get } from '@nestjs/common'; import { catchError, of } from 'rxjs'; @Controller() export class A { @Get() list() { return this.orders.all().pipe(catchError((err) => of({ error: err.message }))) } }",
    reports: ['message'],
  },
  {
    name: 'the result of a message of Nest',
    code: "import { SubscribeMessage } from '@nestjs/websockets'; export class A { @SubscribeMessage('x') async on() { try { await f() } catch (e) { return { event: 'error', data: e.message } } } }",
    reports: ['message'],
  },
  {
    name: 'a text of Sails',
    code: 'export const x = (req, res) => { User.find().exec((err, users) => { if (err) return res.serverError(err.message); res.json(users) }) }',
    reports: ['message'],
  },
  {
    name: 'a refused connection of socket.io',
    code: "import { Server } from 'socket.io'; new Server().use(async (socket, next) => { try { await auth(socket); next() } catch (e) { next(new Error(e.message)) } })",
    reports: ['message'],
  },
  {
    name: 'all clients of a WebSocket server',
    code: "import { WebSocketServer } from 'ws'; const wss = new WebSocketServer({}); export function f(m) { try { go(m) } catch (error) { wss.clients.forEach((client) => client.send(String(error))) } }",
    reports: ['message'],
  },
  {
    name: 'a method that calls the one that sends',
    code: 'class Channel { constructor(private res) {} send(o) { this.res.write(JSON.stringify(o)) } error(message) { this.send({ message }) } }\nexport async function chat(req, res) { const channel = new Channel(res); try { await f() } catch (e) { channel.error(e.message) } }',
    reports: ['message'],
  },
  {
    name: 'a connection of net',
    code: "import net from 'node:net'; net.createServer((sock) => { sock.on('data', (d) => { try { go(d) } catch (e) { sock.write('ERR ' + e.message) } }) })",
    reports: ['message'],
  },
  {
    name: 'a writer of a TransformStream',
    code: 'export async function GET() { const { readable, writable } = new TransformStream(); const writer = writable.getWriter(); f().catch((e) => writer.write(encode(`data: ${e.message}`))); return new Response(readable) }',
    reports: ['message'],
  },
  {
    name: 'an error made by an imported function',
    code: "import { toError } from './util.js'; export const x = async (req, res) => { try { await f() } catch (e) { res.status(500).json({ e: toError(e).message }) } }",
    reports: ['message'],
  },
  {
    name: 'a text in a list of an object',
    code: 'export const x = async (req, res) => { const report = { items: [] }; try { await f() } catch (x) { report.items.push({ text: x.message }) } res.json(report) }',
    reports: ['message'],
  },
  {
    name: 'a stack taken before it is rendered',
    code: "export const F = ({ error }) => { const text = error?.stack || 'x'; return <pre>{text}</pre> }",
    filename: 'f.tsx',
    reports: ['stack'],
  },
  {
    name: 'a component stack',
    code: 'export const F = ({ componentStack }) => <pre>{componentStack}</pre>',
    filename: 'f.tsx',
    reports: ['stack'],
  },
  {
    name: 'a flag that the client sends',
    code: "export const x = async (req, res) => { try { await f() } catch (err) { if (req.query.debug) res.send(err.stack); else res.send('failed') } }",
    reports: ['stack'],
  },
  {
    name: 'the error of a resolver, unwrapped',
    code: "import { ApolloServer } from '@apollo/server'; import { unwrapResolverError } from '@apollo/server/errors'; new ApolloServer({ formatError(formatted, error) { const inner = unwrapResolverError(error); return { ...formatted, message: inner.message } } })",
    reports: ['message'],
  },
]

/** The nearest code that doesn't. */
export const keeping: readonly Case[] = [
  {
    name: 'basic ok',
    code: `import express from 'express'; const app = express();
app.get('/', async (req,res)=>{ try { await f() } catch (e) { res.status(500).json({ error: 'x' }) } })`,
  },
  {
    name: 'code',
    code: `import express from 'express'; const app = express();
app.get('/', async (req,res)=>{ try { await f() } catch (error) { res.status(500).json({ error: error.code }) } })`,
  },
  {
    name: 'dev',
    code: `import express from 'express'; const app = express();
app.use((err, req, res, next) => { res.status(500).json({ message: 'x', ...(process.env.NODE_ENV !== 'production' && { stack: err.stack }) }) })`,
  },
  {
    name: 'dev ternary',
    code: `import express from 'express'; const app = express();
app.use((err, req, res, next) => { res.status(500).json({ message: 'x', stack: isDev ? err.stack : undefined }) })`,
  },
  {
    name: 'expose',
    code: `import express from 'express'; const app = express();
app.use((err, req, res, next) => { if (err.expose) return res.status(err.status).send(err.message); res.status(500).send('x') })`,
  },
  {
    name: 'status<500',
    code: `import express from 'express'; const app = express();
app.use((err, req, res, next) => { const status = err.status || 500; res.status(status).json({ message: status < 500 ? err.message : 'x' }) })`,
  },
  {
    name: 'instanceof zod',
    code: `import { ZodError } from 'zod';import express from 'express'; const app = express();
app.use((err, req, res, next) => { if (err instanceof ZodError) return res.status(400).json({ issues: err.issues, m: err.message }); res.status(500).end() })`,
  },
  {
    name: 'instanceof project',
    code: `import { AppError } from './errors.js';import express from 'express'; const app = express();
app.use((err, req, res, next) => { if (err instanceof AppError) return res.status(err.statusCode).json({ m: err.message }); res.status(500).end() })`,
  },
  {
    name: 'not instanceof',
    code: `import { AppError } from './errors.js';import express from 'express'; const app = express();
app.use((err, req, res, next) => { if (!(err instanceof AppError)) return res.status(500).end(); res.json({ m: err.message }) })`,
  },
  {
    name: 'toPublicMessage import',
    code: `import { toPublicMessage } from './util.js'
export const a = async (req, res) => { try { await f() } catch (e) { res.status(500).json({ error: toPublicMessage(e) }) } }`,
  },
  {
    name: 'mapper table',
    code: `const M = { A: 'a' }
export const a = async (req, res) => { try { await f() } catch (e) { res.status(500).json({ error: M[e.code] ?? 'unknown' }) } }`,
  },
  {
    name: 'mapper local',
    code: `function text(e) { switch (e.code) { case 'A': return 'a'; default: return 'x' } }
export const a = async (req, res) => { try { await f() } catch (e) { res.status(500).json({ error: text(e) }) } }`,
  },
  { name: 'next', code: 'export const a = async (req, res, next) => { try { await f() } catch (e) { next(e) } }' },
  {
    name: 'throw new',
    code: "export const a = async (req, res, next) => { try { await f() } catch (e) { throw new Error('x' + e.message, { cause: e }) } }",
  },
  {
    name: 'trpc cause only',
    code: `import { TRPCError } from '@trpc/server'
export const a = async () => { try { await f() } catch (e) { throw new TRPCError({ code: 'INTERNAL_SERVER_ERROR', message: 'x', cause: e }) } }`,
  },
  {
    name: 'nest ok',
    code: `import { HttpException, InternalServerErrorException } from '@nestjs/common'
class A { async m() { try { await f() } catch (e) { throw new InternalServerErrorException('Failed', { cause: e }) } } }`,
  },
  {
    name: 'nest filter http',
    code: `import { Catch, HttpException, ExceptionFilter, ArgumentsHost } from '@nestjs/common'
@Catch(HttpException)
export class F implements ExceptionFilter { catch(exception: HttpException, host: ArgumentsHost) { const res = host.switchToHttp().getResponse(); res.status(500).json({ message: exception.message }) } }`,
  },
  {
    name: 'koa ok',
    code: "import Koa from 'koa'; const app = new Koa(); app.use(async (ctx, next) => { try { await next() } catch (err) { ctx.status = err.status || 500; ctx.body = err.expose ? err.message : 'Internal' } })",
  },
  {
    name: 'koa throw500',
    code: 'class C { async create(ctx) { try { await f() } catch (err) { ctx.throw(500, err.message) } } }',
  },
  {
    name: 'hono ok',
    code: "import { Hono } from 'hono'; import { HTTPException } from 'hono/http-exception'; const app = new Hono(); app.onError((err, c) => { if (err instanceof HTTPException) return err.getResponse(); return c.json({ error: 'x' }, 500) })",
  },
  {
    name: 'result.error',
    code: 'export const x = async (req, res) => { const result = await validate(req.body); if (result.error) return res.status(400).json({ error: result.error.message }); res.json(result) }',
  },
  {
    name: 'json parse',
    code: 'export const x = (req, res) => { let b; try { b = JSON.parse(req.body) } catch (e) { return res.status(400).json({ error: e.message }) } res.json(b) }',
  },
  {
    name: 'wrapper whole',
    code: `import { handleError } from './http.js'
export const x = async (req, res) => { try { await f() } catch (err) { handleError(res, err) } }`,
  },
  {
    name: 'logger',
    code: 'export const x = async (req, res) => { try { await f() } catch (err) { logger.error(err.message, res.locals); console.error(err.stack); res.status(500).end() } }',
  },
  {
    name: 'yoga ok',
    code: `import { createYoga } from 'graphql-yoga'
createYoga({ schema, maskedErrors: process.env.NODE_ENV === 'production' })`,
  },
  {
    name: 'errorhandler ok',
    code: `import errorhandler from 'errorhandler'
if (process.env.NODE_ENV === 'development') app.use(errorhandler())`,
  },
  {
    name: 'jsx message',
    code: 'export default function E({ error }) { return <pre>{error.message}</pre> }',
    filename: 'a.tsx',
  },
  {
    name: 'trpc fmt ok',
    code: `import { initTRPC } from '@trpc/server'
const t = initTRPC.create({ errorFormatter({ shape, error }) { return { ...shape, data: { ...shape.data, zodError: error.cause instanceof ZodError ? error.cause.flatten() : null } } } })`,
  },
  {
    name: 'errors map',
    code: 'export const x = async (req, res) => { try { await f() } catch (e) { res.status(400).json({ errors: e.errors.map(x => x.message) }) } }',
  },
  {
    name: 'boom internal',
    code: "import Boom from '@hapi/boom'; export const h = async (r, h) => { try { await f() } catch (e) { throw Boom.internal('x', e) } }",
  },
  {
    name: 'name ===',
    code: "export const x = async (req, res) => { try { await f() } catch (e) { if (e.name === 'ValidationError') return res.status(400).json({ e: e.message }); res.status(500).end() } }",
  },
  {
    name: 'multer',
    code: "export const x = (err, req, res, next) => { if (err.code === 'LIMIT_FILE_SIZE') return res.status(400).json({ e: err.message }); next(err) }",
  },
  {
    name: 'isHttpError',
    code: "import { isHttpError } from 'http-errors'; export const x = (err, req, res, next) => { if (isHttpError(err)) return res.status(err.status).json({ e: err.message }); next(err) }",
  },
  {
    name: 'message ===',
    code: "export const x = async (req, res) => { try { await f() } catch (e) { if (e.message === 'NOT_FOUND') return res.status(404).json({ e: e.message }); res.status(500).end() } }",
  },
  {
    name: 'detail stack',
    code: 'export const x = async (req, res) => { try { await f() } catch (e) { res.json({ e: e.message }) } }',
    options: { detail: 'stack' },
  },
  {
    name: 'lambda callback err',
    code: 'exports.handler = (event, context, callback) => { f((err, data) => { if (err) return callback(err); callback(null, { statusCode: 200, body: data }) }) }',
  },
  {
    name: 'mail admin',
    code: "import nodemailer from 'nodemailer'; const t = nodemailer.createTransport({}); export async function run(user) { try { await f() } catch (e) { await t.sendMail({ to: process.env.ADMIN_EMAIL, subject: 'Failed', text: e.stack }) } }",
  },
  {
    name: 'jsx dev',
    code: "export function B({ error }) { return <div>{process.env.NODE_ENV === 'development' && <pre>{error.stack}</pre>}</div> }",
    filename: 'a.tsx',
  },
  {
    name: 'local guard',
    code: `function isAppError(e): e is AppError { return e && e.isApp }
export const x = async (req, res) => { try { await f() } catch (err) { if (isAppError(err)) return res.status(400).json({ e: err.message }); res.status(500).end() } }`,
  },
  {
    name: 'isOperational',
    code: "export const x = async (req, res) => { try { await f() } catch (err) { if (err.isOperational) return res.status(err.statusCode).json({ e: err.message }); res.status(500).json({ e: 'x' }) } }",
  },
  {
    name: 'switch name',
    code: "export const x = async (req, res) => { try { await f() } catch (err) { switch (err.name) { case 'ValidationError': return res.status(400).json({ e: err.message }); default: return res.status(500).json({ e: 'x' }) } } }",
  },
  {
    name: 'map',
    code: `const MESSAGES = { E1: 'one' }
export const x = async (req, res) => { try { await f() } catch (err) { res.json({ e: MESSAGES[err.code] || 'x' }) } }`,
  },
  {
    name: 'errorMappers',
    code: `import { describe } from './d.js'
export const x = async (req, res) => { try { await f() } catch (err) { res.json({ e: describeError(err) }) } }`,
    options: { errorMappers: ['describeError'] },
  },
  {
    name: 'publicErrors',
    code: `import { Oops } from 'oops'
export const x = async (req, res) => { try { await f() } catch (err) { if (err instanceof Oops) res.json({ e: err.message }) } }`,
    options: { publicErrors: ['Oops'], strict: true },
  },
  {
    name: 'strict instanceof 4xx',
    code: `class NotFound extends Error { status = 404 }
export const x = async (req, res) => { try { await f() } catch (err) { if (err instanceof NotFound) res.json({ e: err.message }) } }`,
    options: { strict: true },
  },
  {
    name: 'config.debug',
    code: "export const x = async (req, res) => { try { await f() } catch (err) { res.status(500).json({ e: 'x', ...(config.debug ? { stack: err.stack } : {}) }) } }",
  },
  {
    name: 'let body',
    code: "export const x = async (req, res) => { try { await f() } catch (err) { const body = { message: 'x' }; if (process.env.NODE_ENV !== 'production') { body.stack = err.stack } res.json(body) } }",
  },
  {
    name: 'import.meta',
    code: "export const x = async (req, res) => { try { await f() } catch (err) { res.json({ e: 'x', stack: import.meta.env.DEV ? err.stack : undefined }) } }",
  },
  {
    name: 'log only',
    code: "export const x = async (req, res) => { try { await f() } catch (err) { console.log(err.message); logger.error({ err }); res.status(500).json({ error: 'x' }) } }",
  },
  {
    name: 'sentry',
    code: 'export const x = async (req, res) => { try { await f() } catch (err) { const eventId = Sentry.captureException(err); res.status(500).json({ eventId }) } }',
  },
  {
    name: 'err.status',
    code: "export const x = async (req, res) => { try { await f() } catch (err) { res.status(err.status || 500).json({ status: err.status, code: 'x' }) } }",
  },
  {
    name: 'err.name',
    code: 'export const x = async (req, res) => { try { await f() } catch (err) { res.status(500).json({ name: err.name }) } }',
  },
  {
    name: 'bool',
    code: "export const x = async (req, res) => { try { await f() } catch (err) { res.json({ ok: !err, hasStack: !!err.stack, isNotFound: err.message.includes('not found') }) } }",
  },
  {
    name: 'length',
    code: 'export const x = async (req, res) => { try { await f() } catch (err) { res.json({ n: err.message.length }) } }',
  },
  {
    name: 'reject',
    code: 'export const x = () => new Promise((resolve, reject) => { f((err, d) => { if (err) return reject(err); resolve(d) }) })',
  },
  {
    name: 'exported helper str',
    code: `import { Response } from 'express'
export function fail(res: Response, error: string) { res.status(500).json({ error }) }`,
  },
  { name: 'exported helper js', code: 'export function fail(res, error) { res.status(500).json({ error }) }' },
  {
    name: 'public annotated',
    code: `import { ApiError } from './e'
export function h(err: ApiError, req, res, next) { res.status(err.status).json({ e: err.message }) }`,
  },
  {
    name: 'joi validate',
    code: 'export const x = (req, res) => { const { error, value } = schema.validate(req.body); if (error) return res.status(400).json({ error: error.details[0].message, m: error.message }); res.json(value) }',
  },
  {
    name: 'zod safeParse',
    code: 'export const x = (req, res) => { const parsed = S.safeParse(req.body); if (!parsed.success) return res.status(400).json({ error: parsed.error.flatten(), m: parsed.error.message }); res.json(parsed) }',
  },
  {
    name: 'zod parse catch',
    code: 'export const x = (req, res) => { try { const b = S.parse(req.body) } catch (e) { return res.status(400).json({ error: e.message }) } res.json(1) }',
  },
  {
    name: 'own throw',
    code: "export const x = (req, res) => { try { if (!req.body.name) throw new Error('Name is required'); JSON.parse(req.body.x) } catch (e) { return res.status(400).json({ error: e.message }) } res.json(1) }",
  },
  {
    name: 'validation errors',
    code: 'export const x = (req, res) => { const errors = validationResult(req); if (!errors.isEmpty()) return res.status(400).json({ errors: errors.array() }); res.json(1) }',
  },
  {
    name: 'err in data',
    code: "export const x = async (req, res) => { const r = await fetch('x'); const j = await r.json(); res.json({ error: j.error, message: j.message }) }",
  },
  { name: 'finally', code: 'export const x = async (req, res) => { try { await f() } catch (err) { throw err } }' },
  {
    name: 'apollo formatError id',
    code: `import { ApolloServer } from '@apollo/server'
new ApolloServer({ formatError: (e) => { console.error(e); return e } })`,
  },
  {
    name: 'apollo formatError code',
    code: `import { ApolloServer } from '@apollo/server'
new ApolloServer({ formatError: (e) => { if (e.extensions.code === 'INTERNAL_SERVER_ERROR') return { message: 'x' }; return { message: e.message } } })`,
  },
  {
    name: 'nest forRoot dev',
    code: `import { GraphQLModule } from '@nestjs/graphql'
GraphQLModule.forRoot({ debug: process.env.NODE_ENV !== 'production' })`,
  },
  {
    name: 'strict fastify ok',
    code: `import Fastify from 'fastify'
const app = Fastify()
app.setErrorHandler((e, r, p) => p.status(500).send('x'))`,
    options: { strict: true },
  },
  {
    name: 'elysia inst',
    code: "import { Elysia } from 'elysia'; new Elysia().get('/', ({ error }) => error(500, 'x'))",
  },
  {
    name: 'tool execute',
    code: "import { tool } from 'ai'; export const t = tool({ execute: async () => { try { return await f() } catch (e) { return { error: e.message } } } })",
  },
  {
    name: 'react error page fetch',
    code: "export function P() { const [error, setError] = useState(null); useEffect(() => { fetch('/x').catch((e) => setError(e.message)) }, []); return <p>{error}</p> }",
    filename: 'a.tsx',
  },
  {
    name: 'client catch',
    code: "export async function load() { try { return await api.get('/x') } catch (e) { toast.error(e.message); return { error: e.message } } }",
  },
  {
    name: 'service result',
    code: 'export async function createUser() { try { return { ok: true } } catch (e) { return { ok: false, error: e.message } } }',
  },
  {
    name: 'a static method with a fixed text',
    code: `class Answer { static fail(res, text) { return res.status(500).json({ error: text }) } }
export const x = async (req, res) => { try { await f() } catch (err) { return Answer.fail(res, 'Failed') } }`,
  },
  {
    name: 'a switch of statuses',
    code: "export const x = async (req, res) => { try { await f() } catch (err) { switch (err.status) { case 404: return res.status(404).json({ e: err.message }); default: return res.status(500).json({ e: 'x' }) } } }",
  },
  {
    name: 'getStatus',
    code: `import { Catch } from '@nestjs/common'
@Catch()
export class F { catch(exception, host) { const response = host.switchToHttp().getResponse(); const status = exception instanceof HttpException ? exception.getStatus() : 500; const message = exception instanceof HttpException ? exception.getResponse() : 'Internal'; response.status(status).json({ message }) } }`,
  },
  {
    name: 'nest getStatus < 500',
    code: `import { Catch } from '@nestjs/common'
@Catch()
export class F { catch(exception, host) { const response = host.switchToHttp().getResponse(); const status = exception.getStatus?.() ?? 500; response.status(status).json({ message: status < 500 ? exception.message : 'Internal' }) } }`,
  },
  {
    name: 'status >= 500 first',
    code: "export const x = async (req, res) => { try { await f() } catch (err) { const status = err.status || 500; if (status >= 500) { logger.error(err); return res.status(500).json({ e: 'x' }) } res.status(status).json({ e: err.message }) } }",
  },
  {
    name: 'isProd',
    code: "export const x = async (req, res) => { try { await f() } catch (err) { const isProd = process.env.NODE_ENV === 'production'; res.status(500).json({ e: isProd ? 'Internal' : err.message }) } }",
  },
  {
    name: 'let message dev',
    code: "export const x = async (req, res) => { try { await f() } catch (err) { let message = 'Internal'; if (process.env.NODE_ENV !== 'production') message = err.message; res.status(500).json({ message }) } }",
  },
  {
    name: 'env in config',
    code: `import config from './config'
export const x = async (req, res) => { try { await f() } catch (err) { res.status(500).json({ message: config.env === 'production' ? 'Internal' : err.message, ...(config.env === 'development' && { stack: err.stack }) }) } }`,
  },
  {
    name: 'jwt',
    code: "export const x = async (req, res) => { try { await f() } catch (err) { if (err.name === 'TokenExpiredError') return res.status(401).json({ e: err.message }); res.status(500).end() } }",
  },
  {
    name: 'prisma mapped',
    code: `import { Prisma } from '@prisma/client'
export const x = async (req, res) => { try { await f() } catch (err) { if (err instanceof Prisma.PrismaClientKnownRequestError && err.code === 'P2002') return res.status(409).json({ e: 'Taken' }); res.status(500).end() } }`,
  },
  {
    name: 'keyof',
    code: "export const x = async (req, res) => { try { await f() } catch (err) { res.status(500).json({ e: 'x', id: req.id, code: 'E_INTERNAL' }) } }",
  },
  {
    name: 'requestId',
    code: "export const x = async (req, res) => { try { await f() } catch (err) { const id = randomUUID(); logger.error({ id, err }); res.status(500).json({ error: 'Internal', id }) } }",
  },
  {
    name: 'render dev',
    code: "app.use((err, req, res, next) => { res.status(500).render('error', { message: 'x', error: app.get('env') === 'development' ? err : {} }) })",
  },
  {
    name: 'error class fixed',
    code: `class ApiError extends Error { constructor(public statusCode: number, message: string) { super(message) } }
export const x = async (req, res) => { try { await f() } catch (err) { throw new ApiError(500, 'Failed', { cause: err }) } }`,
  },
  {
    name: 'domain error',
    code: `import { DomainError } from './errors'
export const x = async (req, res) => { try { await f() } catch (err) { throw new DomainError(\`Failed: \${err.message}\`, { cause: err }) } }`,
  },
  {
    name: 'AppError next fixed',
    code: `const AppError = require('../utils/appError')
export const x = async (req, res) => { try { await f() } catch (err) { return next(new AppError('Failed', 500)) } }`,
  },
  {
    name: 'next error with text',
    code: 'export const x = async (req, res) => { try { await f() } catch (err) { next(new Error(err.message)) } }',
  },
  {
    name: 'nest service result',
    code: 'class A { async m() { try { return await f() } catch (error) { return { error: error.message } } } }',
  },
  {
    name: 'graphqlerror orig',
    code: "import { GraphQLError } from 'graphql'; async function r() { try { await f() } catch (e) { throw new GraphQLError('Failed', { originalError: e, extensions: { code: 'X' } }) } }",
  },
  {
    name: 'nitro ok',
    code: "export default defineEventHandler(async (event) => { try { return await f() } catch (e: any) { throw createError({ statusCode: 500, statusMessage: 'Failed', cause: e }) } })",
  },
  {
    name: 'discord fixed',
    code: "module.exports = { async execute(interaction) { try { await f() } catch (error) { console.error(error); await interaction.editReply({ content: 'There was an error', ephemeral: true }) } } }",
  },
  {
    name: 'service worker ok',
    code: "self.addEventListener('fetch', (event) => { event.respondWith(fetch(event.request).catch(() => new Response('offline', { status: 503 }))) })",
  },
  {
    name: 'fetch error body',
    code: 'export async function api(path) { const res = await fetch(path); if (!res.ok) { const body = await res.json(); throw new Error(body.message) } return res.json() }',
  },
  {
    name: 'express validator',
    code: `import { validationResult } from 'express-validator'
export const x = (req, res) => { const result = validationResult(req); if (!result.isEmpty()) return res.status(400).json({ message: result.array()[0].msg }) }`,
  },
  {
    name: 'sequelize errors',
    code: "export const x = async (req, res) => { try { await f() } catch (err) { if (err.name === 'SequelizeValidationError') return res.status(400).json({ errors: err.errors.map((e) => e.message) }); res.status(500).end() } }",
  },
  {
    name: 'yup',
    code: 'export const x = async (req, res) => { try { await schema.validate(req.body); await save() } catch (err) { res.status(400).json({ errors: err.errors }) } }',
  },
  {
    name: 'mongoose validation',
    code: 'export const x = async (req, res) => { try { await f() } catch (err) { const errors = Object.values(err.errors).map((e) => e.message); res.status(400).json({ errors }) } }',
  },
  {
    name: 'telemetry',
    code: 'export const x = async (req, res) => { try { await f() } catch (err) { span.recordException(err); span.setStatus({ code: 2, message: err.message }); res.status(500).end() } }',
  },
  {
    name: 'reply log',
    code: "app.get('/', async (request, reply) => { try { return await f() } catch (err) { request.log.error(err.message); return reply.code(500).send({ error: 'x' }) } })",
  },
  {
    name: 'queue',
    code: 'export async function work(job) { try { await f() } catch (err) { await job.moveToFailed({ message: err.message }); await db.update({ lastError: err.message }) } }',
  },
  {
    name: 'cli',
    code: 'main().catch((err) => { console.error(err.stack); process.stdout.write(err.message); process.exit(1) })',
  },
  {
    name: 'process.send',
    code: "process.on('uncaughtException', (err) => { logger.fatal(err); process.send({ error: err.message }) })",
  },
  {
    name: 'electron',
    code: "ipcMain.handle('x', async () => { try { return await f() } catch (err) { return { error: err.message } } })",
  },
  { name: 'vscode', code: 'vscode.window.showErrorMessage(`Failed: ${err.message}`)' },
  { name: 'test double', code: "it('x', () => { res.json({ error: err.message }) })" },
  {
    name: 'adonis fixed',
    code: "export default class UsersController { async store({ request, response }) { try { await f() } catch (error) { return response.status(500).json({ message: 'Failed' }) } } }",
  },
  {
    name: 'boomify 500',
    code: "const Boom = require('@hapi/boom'); const h = async () => { try { return await f() } catch (err) { throw Boom.boomify(err) } }",
  },
  {
    name: 'boom new',
    code: "const Boom = require('@hapi/boom'); const h = async () => { try { return await f() } catch (err) { return Boom.badImplementation(err.message) } }",
  },
  {
    name: 'boom data whole',
    code: "const Boom = require('@hapi/boom'); const h = async () => { try { return await f() } catch (err) { throw Boom.badRequest('Invalid', err) } }",
  },
  { name: 'hapi failAction', code: 'const o = { validate: { failAction: (request, h, err) => { throw err } } }' },
  {
    name: 'http-errors fixed',
    code: "const createError = require('http-errors'); const h = async (req, res, next) => { try { await f() } catch (err) { next(createError(500, 'Failed')) } }",
  },
  {
    name: 'http-errors 404',
    code: "const createError = require('http-errors'); app.use((req, res, next) => next(createError(404)))",
  },
  {
    name: 'itty ok',
    code: "import { error, json } from 'itty-router'; export default { fetch: (req) => router.fetch(req).catch(error) }",
  },
  {
    name: 'next route fixed',
    code: `import { NextResponse } from 'next/server'
export async function GET() { try { return NextResponse.json(await f()) } catch (e) { console.error('x', e); return NextResponse.json({ error: 'Internal Server Error' }, { status: 500 }) } }`,
    filename: 'app/api/a/route.ts',
  },
  {
    name: 'next zod',
    code: `import { z } from 'zod'
export async function POST(req) { try { S.parse(await req.json()); await f() } catch (e) { if (e instanceof z.ZodError) return Response.json({ error: e.issues }, { status: 400 }); return Response.json({ error: 'x' }, { status: 500 }) } }`,
  },
  {
    name: 'use server zod',
    code: `'use server'
export async function save(form: FormData) { const parsed = S.safeParse(form); if (!parsed.success) return { errors: parsed.error.flatten().fieldErrors }; try { await f() } catch { return { message: 'Failed' } } }`,
  },
  {
    name: 'use client',
    code: `'use client'
export default function Error({ error, reset }) { return <p>{error.message}</p> }`,
    filename: 'app/error.tsx',
  },
  {
    name: 'use client digest',
    code: `'use client'
export default function Error({ error, reset }) { return <p>{error.digest}</p> }`,
    filename: 'app/error.tsx',
  },
  {
    name: 'safe action isprod',
    code: `import { createSafeActionClient, DEFAULT_SERVER_ERROR_MESSAGE } from 'next-safe-action'
export const c = createSafeActionClient({ handleServerError(e) { if (e instanceof ActionError) return e.message; return DEFAULT_SERVER_ERROR_MESSAGE } })`,
  },
  {
    name: 'mercurius',
    code: 'app.register(mercurius, { schema, errorFormatter: (result, ctx) => ({ statusCode: 200, response: result }) })',
  },
  {
    name: 'yoga mask',
    code: "import { createYoga } from 'graphql-yoga'; createYoga({ schema, maskedErrors: { maskError: (error) => error } })",
  },
  {
    name: 'yoga errorMessage',
    code: "import { createYoga } from 'graphql-yoga'; createYoga({ schema, maskedErrors: { errorMessage: 'x' } })",
  },
  {
    name: 'stack via console',
    code: "export const x = async (req, res) => { try { await f() } catch (err) { const s = err.stack; console.log(s); res.status(500).json({ error: 'x' }) } }",
  },
  {
    name: 'err to view log',
    code: "export const x = async (req, res) => { try { await f() } catch (err) { const errorInfo = { message: err.message, stack: err.stack, url: req.url }; logger.error(errorInfo); res.status(500).send('Server error') } }",
  },
  {
    name: 'conditional details',
    code: "export const x = async (req, res) => { try { await f() } catch (err) { res.status(500).json({ error: 'x', details: process.env.NODE_ENV === 'development' ? err.message : undefined }) } }",
  },
  {
    name: 'dev if else',
    code: "export const x = async (req, res) => { try { await f() } catch (err) { if (process.env.NODE_ENV === 'development') { res.status(500).json({ error: err.message, stack: err.stack }) } else { res.status(500).json({ error: 'x' }) } } }",
  },
  {
    name: 'dev fn',
    code: `const sendErrorDev = (err, res) => { res.status(err.statusCode).json({ status: err.status, error: err, message: err.message, stack: err.stack }) }
const sendErrorProd = (err, res) => { if (err.isOperational) { res.status(err.statusCode).json({ status: err.status, message: err.message }) } else { res.status(500).json({ message: 'x' }) } }
module.exports = (err, req, res, next) => { if (process.env.NODE_ENV === 'development') { sendErrorDev(err, res) } else if (process.env.NODE_ENV === 'production') { sendErrorProd(err, res) } }`,
  },
  {
    name: 'switch env',
    code: "export const x = async (req, res) => { try { await f() } catch (err) { switch (process.env.NODE_ENV) { case 'development': return res.json({ e: err.stack }); default: return res.json({ e: 'x' }) } } }",
  },
  {
    name: 'class toJSON',
    code: 'class AppError extends Error { toJSON() { return { message: this.message, stack: this.stack } } }',
  },
  {
    name: 'json of rows',
    code: "export const x = (req, res) => { db.all('x', [], (err, rows) => { if (err) { throw err } res.json(rows) }) }",
  },
  {
    name: 'jwt verify cb',
    code: "export const x = (req, res, next) => { jwt.verify(t, s, (err, decoded) => { if (err) return res.status(401).json({ message: 'Unauthorized' }); next() }) }",
  },
  {
    name: 'passport info',
    code: "passport.authenticate('local', (err, user, info) => { if (err) return next(err); if (!user) return res.status(401).json({ message: info.message }) })(req, res, next)",
  },
  {
    name: 'axios status',
    code: "export const x = async (req, res) => { try { await f() } catch (err) { res.status(err.response?.status || 500).json({ error: err.response?.statusText || 'x' }) } }",
  },
  {
    name: 'safe pick',
    code: 'export const x = async (req, res) => { try { await f() } catch (err) { const { code, status } = err; res.status(status).json({ code }) } }',
  },
  {
    name: 'express-async-handler',
    code: "const asyncHandler = require('express-async-handler'); exports.get = asyncHandler(async (req, res) => { try { await f() } catch (error) { res.status(400); throw new Error(error.message) } })",
  },
  {
    name: 'response lib ok',
    code: `import { failure } from '../libs/response-lib'
export const main = async (event) => { try { return success(1) } catch (e) { return failure({ status: false }) } }`,
  },
  {
    name: 'a method of a logger as the handler',
    code: 'export const x = (req, res) => { load().then((y) => res.json(y)).catch(console.error) }',
  },
  {
    name: 'a function that makes an error handler that logs',
    code: "const fail = (res) => (e) => { log(e); res.status(500).json({ e: 'failed' }) }\nexport const x = (req, res) => { load().catch(fail(res)) }",
  },
  {
    name: 'the other value of a pair',
    code: "import to from './to.js'; export const x = async (req, res) => { const [err, data] = await to(load()); if (err) return res.sendStatus(500); res.json(data.message) }",
  },
  {
    name: 'a Slack message to a fixed channel',
    code: "import { WebClient } from '@slack/web-api'; const client = new WebClient('x'); export async function f() { try { await g() } catch (e) { await client.chat.postMessage({ channel: process.env.OPS, text: e.message }) } }",
  },
  {
    name: 'a channel between processes',
    code: 'export function f(channel) { try { g() } catch (err) { channel.send(err.message) } }',
  },
  {
    name: 'a whole error to Sails, which leaves it out in production',
    code: 'export const x = (req, res) => { User.find().exec((err, users) => { if (err) return res.serverError(err); res.json(users) }) }',
  },
  {
    name: 'catchError of RxJS with a fixed text',
    code: "import { Controller, Get } from '@nestjs/common'; import { catchError, of } from 'rxjs'; @Controller() export class A { @Get() list() { return this.orders.all().pipe(catchError(() => of({ error: 'failed' }))) } }",
  },
  {
    name: 'middleware of Express that passes on',
    code: "import express from 'express'; express().use(async (req, next) => { try { await auth(req); next() } catch (e) { next(new Error(e.message)) } })",
  },
  {
    name: 'a client connection of net',
    code: "import net from 'node:net'; const sock = net.connect(1); sock.on('data', (d) => { try { go(d) } catch (e) { sock.write('ERR ' + e.message) } })",
  },
  {
    name: 'what a promise gives when it did not fail',
    code: "import Fastify from 'fastify'; Fastify().get('/', async (request, reply) => { const result = await f().catch((e) => e); if (result instanceof Error) return reply.code(500).send({ error: 'failed' }); return result })",
  },
  {
    name: 'a result that is called res',
    code: 'export async function f(ops) { let res; let error; [res, error] = await bulk(ops).then((res) => [res, null]).catch((err) => [null, err]); if (error) throw error; decorateWriteResult(res, ops.map((op) => op.error.message)) }',
  },
  {
    name: 'a component stack in development',
    code: 'export const F = ({ componentStack }) => (import.meta.env.DEV ? <pre>{componentStack}</pre> : null)',
    filename: 'f.tsx',
  },
]
