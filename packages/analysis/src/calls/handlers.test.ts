import { describe, expect, it } from 'vitest'
import { FRAMEWORKS } from '../catalogs/frameworks.js'
import { analyzeText } from '../test/analyze-text.js'

/** Programs with one function named or marked `h`, the row that knows it, and by what. */
const handlers: [name: string, text: string, filename: string, expected: string | undefined][] = [
  [
    'a route',
    `import express from 'express'; express().get('/', function h(req, res) {})`,
    '/p/a.ts',
    'express registered',
  ],
  [
    'a chained route',
    `import { Router } from 'express'; Router().route('/').get(function h(a, b) {})`,
    '/p/a.ts',
    'express registered',
  ],
  [
    'error middleware',
    `const app = require('express')(); app.use(function h(a, b, c, d) {})`,
    '/p/a.ts',
    'express.error registered',
  ],
  ['an own error middleware', `export function h(err, req, res, next) {}`, '/p/a.ts', 'convention.error convention'],
  [
    'a route object',
    `import Fastify from 'fastify'; Fastify().route({ url: '/', handler: async function h(a, b) {} })`,
    '/p/a.ts',
    'fastify.route registered',
  ],
  [
    'a route with options',
    `import Fastify from 'fastify'; const f = Fastify(); f.get('/', {}, async function h(a, b) {})`,
    '/p/a.ts',
    'fastify registered',
  ],
  [
    'a Fastify plugin’s instance',
    `import type { FastifyInstance } from 'fastify'; export default async (f: FastifyInstance) => { f.get('/', async function h() {}) }`,
    '/p/a.ts',
    'fastify registered',
  ],
  [
    'a handler declared by its type',
    `import type { RequestHandler } from 'express'; const h: RequestHandler = async (a, b) => {}`,
    '/p/a.ts',
    'express registered',
  ],
  [
    'a plugin declared by its type',
    `import type { FastifyPluginAsync } from 'fastify'; const p: FastifyPluginAsync = async (f) => { f.get('/', async function h() {}) }`,
    '/p/a.ts',
    'fastify registered',
  ],
  [
    'a method handed on in its class',
    `import { Router } from 'express'; class A { constructor() { Router().get('/', this.h.bind(this)) } h(a, b) {} }`,
    '/p/a.ts',
    'express registered',
  ],
  ['Next’s route handlers', `export async function POST(h) {}`, '/p/app/api/x/route.ts', 'next.route registered'],
  [
    'a wrapped route handler',
    `export const POST = withAuth(async function h(request) {})`,
    '/p/app/api/x/route.ts',
    'next.route registered',
  ],
  ['a method name elsewhere', `export async function POST(request) {}`, '/p/lib/http.ts', 'web.route registered'],
  ['pages/api', `export default function h(a, b) {}`, '/p/pages/api/x.ts', 'next.pages registered'],
  ['a Remix action', `export const action = async ({ request }) => {}`, '/p/app/routes/x.tsx', 'remix registered'],
  ['a Worker', `export default { async fetch(request, env) {} }`, '/p/worker.ts', 'workers.export registered'],
  ['a Lambda', `exports.handler = async function h(event) {}`, '/p/a.js', 'lambda registered'],
  [
    'Nest',
    `import { Controller, Get } from '@nestjs/common'; class A { @Get('/') h(q) {} }`,
    '/p/a.ts',
    'nest registered',
  ],
  [
    'Hono',
    `import { Hono } from 'hono'; const app = new Hono(); app.post('/', async function h(c) {})`,
    '/p/a.ts',
    'hono registered',
  ],
  [
    'a tRPC procedure',
    `import { initTRPC } from '@trpc/server'; const t = initTRPC.create(); t.procedure.query(function h(opts) {})`,
    '/p/a.ts',
    'trpc registered',
  ],
  ['a plain function', `export function h(a, b) {}`, '/p/a.ts', undefined],
  ['an array method', `[1].forEach(function h(req) {})`, '/p/a.ts', undefined],
]

describe('handlers', () => {
  it.each(handlers)('%s', (_name, text, filename, expected) => {
    const file = analyzeText(text, filename)
    const found = file.index.functions.map((fn) => file.handler(fn)).filter(Boolean)
    const one = found.at(-1)
    expect(one && `${one.row.id} ${one.by}`).toBe(expected)
  })
})

describe('the table of frameworks', () => {
  it('has an id and a page for each row', () => {
    expect(new Set(FRAMEWORKS.map((row) => row.id)).size).toBe(FRAMEWORKS.length)
    for (const row of FRAMEWORKS) expect(row.source).toMatch(/^https:\/\//u)
  })

  const instanceRows = FRAMEWORKS.flatMap((row) =>
    (row.instances ?? []).flatMap((instance) => (row.methods ?? []).map((method) => [row, instance, method] as const)),
  ).filter(([row, instance]) => /^[^#]+#[\w.]*\(\)$/u.test(instance) && !row.files)

  it.each(instanceRows.map(([row, instance, method]) => [row.id, instance, method, row] as const))(
    '%s: %s.%s registers',
    (_id, instance, method, row) => {
      const [module, path] = instance.slice(0, -2).split('#') as [string, string]
      const params = Array.from({ length: row.arity ?? 1 }, (_, i) => `p${i}`).join(', ')
      const handler = `(${params}) => {}`
      const argument = row.keys ? `{ ${row.keys[0]}: ${handler} }` : handler
      const made = path === '' ? `m()` : /^[A-Z]/u.test(path.split('.').at(-1)!) ? `new m.${path}()` : `m.${path}()`
      const file = analyzeText(
        `import * as m from '${module}'; const x = ${path === '' ? made.replace('m()', 'm.default()') : made}; x.${method}('/', ${argument})`,
      )
      expect(file.handler(file.index.functions[0]!)?.row.id).toBe(row.id)
    },
  )
})
