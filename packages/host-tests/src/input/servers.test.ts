import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import plugin from '@palisade/eslint-plugin'
import * as parser from '@typescript-eslint/parser'
import { Linter } from 'eslint'
import ts from 'typescript'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/**
 * What the rule says is true of the real frameworks: the handler that it reports takes a malformed body, and the handler
 * that its suggestion writes answers with a 4xx, and still takes a body that is right.
 */

/** A server whose handler uses its body unchecked. `start` is what a program does to listen. */
interface Server {
  framework: string
  /** Where the handler stands; file-based frameworks tell by it. */
  filename: string
  source: string
}

const LISTEN = `
export const start = (listener) => new Promise((resolve) => {
  const server = createServer(listener).listen(0, '127.0.0.1', () => resolve({ port: server.address().port, close: () => server.close() }))
})`

const servers: Server[] = [
  {
    framework: 'Express',
    filename: 'app.mjs',
    source: `import { createServer } from 'node:http'
import express from 'express'

export const users = []
const app = express()
app.use(express.json())
app.post('/users', (req, res) => {
  const { name, age } = req.body
  users.push({ name, age })
  res.json({ ok: true })
})
${LISTEN}
export const serve = () => start(app)
`,
  },
  {
    framework: 'Fastify',
    filename: 'app.mjs',
    source: `import fastify from 'fastify'

export const users = []
const app = fastify()
app.post('/users', async (request, reply) => {
  const { name, age } = request.body
  users.push({ name, age })
  return { ok: true }
})
export const serve = async () => {
  await app.listen({ port: 0, host: '127.0.0.1' })
  return { port: app.server.address().port, close: () => app.close() }
}
`,
  },
  {
    framework: 'Hono',
    filename: 'app.mjs',
    source: `import { serve as listen } from '@hono/node-server'
import { Hono } from 'hono'

export const users = []
const app = new Hono()
app.post('/users', async (c) => {
  const { name, age } = await c.req.json()
  users.push({ name, age })
  return c.json({ ok: true })
})
export const serve = () => new Promise((resolve) => {
  const server = listen({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => resolve({ port, close: () => server.close() }))
})
`,
  },
  {
    framework: 'Koa',
    filename: 'app.mjs',
    source: `import { createServer } from 'node:http'
import Router from '@koa/router'
import Koa from 'koa'
import { bodyParser } from '@koa/bodyparser'

export const users = []
const router = new Router()
router.post('/users', (ctx) => {
  const { name, age } = ctx.request.body
  users.push({ name, age })
  ctx.body = { ok: true }
})
const app = new Koa()
app.silent = true
app.use(bodyParser()).use(router.routes())
${LISTEN}
export const serve = () => start(app.callback())
`,
  },
  {
    framework: 'Nest',
    filename: 'app.ts',
    source: `import 'reflect-metadata'
import { Body, Controller, Module, Post } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'

export const users = []

@Controller()
class Users {
  @Post('users')
  create(@Body() body: { name: string; age: number }) {
    users.push({ name: body.name, age: body.age })
    return { ok: true }
  }
}

@Module({ controllers: [Users] })
class App {}

export const serve = async () => {
  const app = await NestFactory.create(App, { logger: false })
  await app.listen(0, '127.0.0.1')
  return { port: app.getHttpServer().address().port, close: () => app.close() }
}
`,
  },
  {
    framework: 'Next.js route handlers',
    filename: 'app/users/route.mjs',
    source: `export const users = []

export async function POST(request) {
  const { name, age } = await request.json()
  users.push({ name, age })
  return Response.json({ ok: true })
}
`,
  },
]

const here = path.dirname(fileURLToPath(import.meta.url))
let folder = ''

beforeAll(() => {
  // below this package, so that the servers find its dependencies
  mkdirSync(path.join(here, '../../node_modules/.cache'), { recursive: true })
  folder = mkdtempSync(path.join(here, '../../node_modules/.cache/input-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe.each(servers)('$framework', ({ framework, filename, source }) => {
  const { messages, fixed } = lintAndFix(filename, source)

  it('is reported once, with a suggestion that leaves nothing to report', () => {
    expect(messages.map((message) => message.messageId)).toEqual([
      framework === 'Nest' ? expect.any(String) : 'unvalidated',
    ])
    expect(fixed).not.toBe(source)
    expect(lintAndFix(filename, fixed).messages).toEqual([])
  })

  it('takes a malformed body as it stands', async () => {
    const answer = await ask('before', filename, source, { name: { $ne: null }, age: ['not', 'a', 'number'] })
    expect(answer.status).toBeLessThan(300)
    expect(answer.users).toEqual([{ name: { $ne: null }, age: ['not', 'a', 'number'] }])
  })

  it('rejects it with a 4xx as suggested', async () => {
    const answer = await ask('after', filename, fixed, { name: { $ne: null }, age: ['not', 'a', 'number'] })
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.status).toBeLessThan(500)
    expect(answer.users).toEqual([])
  })

  it('still takes a body that is right', async () => {
    const answer = await ask('right', filename, fixed, { name: 'Ada', age: 36, admin: true })
    expect(answer.status).toBeLessThan(300)
    expect(answer.users).toEqual([{ name: 'Ada', age: 36 }])
  })
})

function lintAndFix(filename: string, source: string): { messages: Linter.LintMessage[]; fixed: string } {
  const messages = new Linter({ cwd: '/' }).verify(
    source,
    {
      files: ['**/*.{ts,mjs}'],
      languageOptions: { parser },
      plugins: { palisade: plugin as never },
      rules: { 'palisade/require-input-schema': 'error' },
    },
    { filename: `/service/${filename}` },
  )
  const fix = messages[0]?.suggestions?.[0]?.fix
  return { messages, fixed: fix ? source.slice(0, fix.range[0]) + fix.text + source.slice(fix.range[1]) : source }
}

interface Running {
  port: number
  close(): unknown
}

interface Started {
  users: unknown[]
  serve?: () => Promise<Running>
  POST?: (request: Request) => Promise<Response>
}

/** Starts the server on loopback, posts a body, and answers its status and what its handler stored. */
async function ask(
  name: string,
  filename: string,
  source: string,
  body: unknown,
): Promise<{ status: number; users: unknown[] }> {
  const file = path.join(folder, `${path.basename(path.dirname(filename))}-${name}-${serial++}.mjs`)
  writeFileSync(file, filename.endsWith('.ts') ? compiled(source) : source)
  const module = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as Started
  const running = module.serve ? await module.serve() : await serveRoute(module.POST!)
  try {
    const response = await fetch(`http://127.0.0.1:${running.port}/users`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    await response.text()
    return { status: response.status, users: module.users }
  } finally {
    await running.close()
  }
}

let serial = 0

function compiled(source: string): string {
  return ts.transpileModule(source, {
    compilerOptions: {
      module: ts.ModuleKind.ESNext,
      target: ts.ScriptTarget.ES2022,
      experimentalDecorators: true,
      emitDecoratorMetadata: true,
    },
  }).outputText
}

/** What a server of file-based frameworks does: the request as a `Request`, the answer from a `Response`. */
function serveRoute(handler: (request: Request) => Promise<Response>): Promise<Running> {
  const listener: RequestListener = (incoming, outgoing) => {
    void (async () => {
      const chunks: Buffer[] = []
      for await (const chunk of incoming) chunks.push(chunk as Buffer)
      const response = await handler(
        new Request('http://127.0.0.1/users', { method: 'POST', body: Buffer.concat(chunks) }),
      )
      outgoing.writeHead(response.status).end(await response.text())
    })()
  }
  return new Promise((resolve) => {
    const server = createServer(listener).listen(0, '127.0.0.1', () =>
      resolve({ port: (server.address() as AddressInfo).port, close: () => server.close() }),
    )
  })
}
