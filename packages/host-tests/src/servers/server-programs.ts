/** A server whose handler lets an internal error out, as a program that asks it once and prints what it answers. */
export interface ServerProgram {
  framework: string
  /** The program; `fail()` throws an error whose message holds `process.env.DETAIL`. */
  program: string
}

/** What every program starts with. */
export const HEAD = `const fail = async () => { throw new Error('connect ECONNREFUSED db.internal ' + process.env.DETAIL) }
const ask = async (port, path = '/', init) => {
  const response = await fetch('http://127.0.0.1:' + port + path, init)
  console.log(response.status, JSON.stringify([...response.headers]), await response.text())
}
`

export const leaking: readonly ServerProgram[] = [
  {
    framework: 'Node http',
    program: `import http from 'node:http'
const server = http.createServer(async (req, res) => {
  try {
    res.end(await fail())
  } catch (err) {
    res.statusCode = 500
    res.end(err.stack)
  }
})
server.listen(0, '127.0.0.1', async () => {
  await ask(server.address().port)
  process.exit(0)
})`,
  },
  {
    framework: 'Express: a handler',
    program: `import express from 'express'
const app = express()
app.get('/', async (req, res) => {
  try {
    res.json(await fail())
  } catch (err) {
    res.status(500).json({ error: err.message })
  }
})
const server = app.listen(0, '127.0.0.1', async () => {
  await ask(server.address().port)
  process.exit(0)
})`,
  },
  {
    framework: 'Express: error middleware',
    program: `import express from 'express'
const app = express()
app.get('/', async () => fail())
app.use((err, req, res, next) => {
  res.status(err.status || 500).json({ message: err.message || 'Failed', stack: err.stack })
})
const server = app.listen(0, '127.0.0.1', async () => {
  await ask(server.address().port)
  process.exit(0)
})`,
  },
  {
    framework: 'Fastify: a returned object',
    program: `import Fastify from 'fastify'
const app = Fastify()
app.get('/', async (request, reply) => {
  try {
    return await fail()
  } catch (err) {
    reply.code(500)
    return { error: String(err) }
  }
})
await app.listen({ port: 0, host: '127.0.0.1' })
await ask(app.server.address().port)
process.exit(0)`,
  },
  {
    framework: 'Fastify: the error itself',
    program: `import Fastify from 'fastify'
const app = Fastify()
app.setErrorHandler((error, request, reply) => {
  reply.code(500).send(error)
})
app.get('/', async () => fail())
await app.listen({ port: 0, host: '127.0.0.1' })
await ask(app.server.address().port)
process.exit(0)`,
  },
  {
    framework: 'Koa',
    program: `import Koa from 'koa'
const app = new Koa()
app.use(async (ctx, next) => {
  try {
    await next()
  } catch (err) {
    ctx.status = err.status || 500
    ctx.body = { message: err.message }
  }
})
app.use(fail)
const server = app.listen(0, '127.0.0.1', async () => {
  await ask(server.address().port)
  process.exit(0)
})`,
  },
  {
    framework: 'Hono',
    program: `import { serve } from '@hono/node-server'
import { Hono } from 'hono'
const app = new Hono()
app.get('/', fail)
app.onError((err, c) => c.json({ error: err.message }, 500))
serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, async ({ port }) => {
  await ask(port)
  process.exit(0)
})`,
  },
  {
    framework: 'NestJS',
    program: `import 'reflect-metadata'
import { Controller, Get, InternalServerErrorException, Module } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
class Reports {
  async list() {
    try {
      return await fail()
    } catch (error) {
      throw new InternalServerErrorException(error.message)
    }
  }
}
Get()(Reports.prototype, 'list', Object.getOwnPropertyDescriptor(Reports.prototype, 'list'))
Controller()(Reports)
class Root {}
Module({ controllers: [Reports] })(Root)
const app = await NestFactory.create(Root, { logger: false })
const server = await app.listen(0, '127.0.0.1')
await ask(server.address().port)
process.exit(0)`,
  },
  {
    framework: 'tRPC',
    program: `import { initTRPC, TRPCError } from '@trpc/server'
import { createHTTPServer } from '@trpc/server/adapters/standalone'
const t = initTRPC.create()
const router = t.router({
  list: t.procedure.query(async () => {
    try {
      return await fail()
    } catch (cause) {
      throw new TRPCError({ code: 'INTERNAL_SERVER_ERROR', message: cause.message, cause })
    }
  }),
})
const server = createHTTPServer({ router })
server.listen(0, '127.0.0.1', async () => {
  await ask(server.address().port, '/list')
  process.exit(0)
})`,
  },
  {
    framework: 'Apollo',
    program: `import { ApolloServer } from '@apollo/server'
import { startStandaloneServer } from '@apollo/server/standalone'
import { GraphQLError } from 'graphql'
const server = new ApolloServer({
  typeDefs: 'type Query { list: String }',
  resolvers: {
    Query: {
      list: async () => {
        try {
          return await fail()
        } catch (err) {
          throw new GraphQLError(\`Could not list: \${err.message}\`)
        }
      },
    },
  },
})
const { url } = await startStandaloneServer(server, { listen: { port: 0, host: '127.0.0.1' } })
await ask(new URL(url).port, '/', {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ query: '{ list }' }),
})
process.exit(0)`,
  },
]

/** Settings and defaults that show errors: the program that does, and its remedy. */
export const exposing: readonly (ServerProgram & { strict?: boolean; remedy: [from: string, to: string] })[] = [
  {
    framework: 'Fastify without an error handler',
    strict: true,
    program: `import Fastify from 'fastify'
const app = Fastify()
app.get('/', async () => fail())
await app.listen({ port: 0, host: '127.0.0.1' })
await ask(app.server.address().port)
process.exit(0)`,
    remedy: [
      'const app = Fastify()',
      "const app = Fastify()\napp.setErrorHandler((error, request, reply) => reply.code(500).send({ error: 'Failed' }))",
    ],
  },
  {
    framework: 'tRPC without an error formatter',
    strict: true,
    program: `import { initTRPC } from '@trpc/server'
import { createHTTPServer } from '@trpc/server/adapters/standalone'
const t = initTRPC.create()
const router = t.router({ list: t.procedure.query(fail) })
const server = createHTTPServer({ router })
server.listen(0, '127.0.0.1', async () => {
  await ask(server.address().port, '/list')
  process.exit(0)
})`,
    remedy: [
      'initTRPC.create()',
      "initTRPC.create({ errorFormatter: ({ shape }) => ({ ...shape, message: 'Failed', data: { code: shape.data.code } }) })",
    ],
  },
  {
    framework: 'Apollo with stack traces',
    program: `import { ApolloServer } from '@apollo/server'
import { startStandaloneServer } from '@apollo/server/standalone'
const server = new ApolloServer({
  typeDefs: 'type Query { list: String }',
  resolvers: { Query: { list: async () => { const e = new Error('x'); e.stack = 'at ' + process.env.DETAIL; throw e } } },
  includeStacktraceInErrorResponses: true,
})
const { url } = await startStandaloneServer(server, { listen: { port: 0, host: '127.0.0.1' } })
await ask(new URL(url).port, '/', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query: '{ list }' }) })
process.exit(0)`,
    remedy: ['includeStacktraceInErrorResponses: true', 'includeStacktraceInErrorResponses: false'],
  },
  {
    framework: 'GraphQL Yoga without masking',
    program: `import http from 'node:http'
import { createSchema, createYoga } from 'graphql-yoga'
const yoga = createYoga({
  logging: false,
  maskedErrors: false,
  schema: createSchema({ typeDefs: 'type Query { list: String }', resolvers: { Query: { list: fail } } }),
})
const server = http.createServer(yoga)
server.listen(0, '127.0.0.1', async () => {
  await ask(server.address().port, '/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query: '{ list }' }) })
  process.exit(0)
})`,
    remedy: ['maskedErrors: false', 'maskedErrors: true'],
  },
]
