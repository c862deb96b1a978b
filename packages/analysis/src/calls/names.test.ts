import { describe, expect, it } from 'vitest'
import { T } from '../ast/nodes.js'
import { analyzeText } from '../test/analyze-text.js'

/** Small programs and the names of the callee of their last call. */
const programs: [name: string, text: string, names: string[]][] = [
  ['a default import', `import pino from 'pino'; pino()`, ['pino#']],
  ['require of the same', `const pino = require('pino'); pino()`, ['pino#']],
  [
    "a compiler's import",
    `var __importDefault = (this && this.__importDefault) || function (mod) { return mod.__esModule ? mod : { default: mod } }
    const express_1 = __importDefault(require('express')); express_1.default.Router().use()`,
    ['express#Router().use'],
  ],
  ['a named import', `import { pino as p } from 'pino'; p()`, ['pino#pino']],
  ['a namespace', `import * as https from 'node:https'; https.request()`, ['https#request']],
  ['a default of a built-in module', `import https from 'https'; https.request()`, ['https#request']],
  ['a method of an instance', `import pino from 'pino'; const log = pino(); log.info()`, ['pino#().info']],
  ['a child', `import pino from 'pino'; const log = pino().child({}); log.info()`, ['pino#().child().info']],
  ['a construction', `import { Client } from 'pg'; new Client().query()`, ['pg#Client().query']],
  [
    'a field',
    `import { Client } from 'pg'; class A { c = new Client(); m() { this.c.query() } }`,
    ['pg#Client().query'],
  ],
  [
    'a declared field',
    `import { Client } from 'pg'; class A { private c: Client; m() { this.c.query() } }`,
    ['pg#Client().query'],
  ],
  [
    'a declared field that a container fills',
    `import { Client } from 'pg'; class A { c: Client; constructor() { this.c = resolve('pg') } m() { this.c.query() } }`,
    ['resolve().query', 'pg#Client().query'],
  ],
  [
    'a declared variable',
    `import { Client } from 'pg'; const c: Client = make(); c.query()`,
    ['make().query', 'pg#Client().query'],
  ],
  [
    'a parameter property',
    `import { Logger } from '@nestjs/common'; class A { constructor(private log: Logger) {} m() { this.log.warn() } }`,
    ['@nestjs/common#Logger().warn'],
  ],
  [
    'an annotated parameter',
    `import type { Client } from 'pg'; export function f(c: Client) { c.query() }`,
    ['pg#Client().query'],
  ],
  ['a qualified type', `import pg from 'pg'; export function f(c: pg.Client) { c.query() }`, ['pg#Client().query']],
  ['a destructured method', `import https from 'https'; const { request: r } = https; r()`, ['https#request']],
  ['an alias', `import { request } from 'https'; const r = request; r?.()`, ['https#request']],
  ['bind', `import { request } from 'https'; const r = request.bind(null); r()`, ['https#request']],
  ['a global', `console.log()`, ['console.log']],
  ['a global of globalThis', `globalThis.console.log()`, ['console.log']],
  ['dynamic import', `async () => { const { default: got } = await import('got'); got() }`, ['got#']],
  ['a helper that makes it', `import pino from 'pino'; const make = () => pino({}); make().info()`, ['pino#().info']],
  [
    'a handler parameter',
    `import express from 'express'; const app = express(); app.get('/', (req, res) => { res.json() })`,
    ['express#Response().json'],
  ],
  [
    'a handler by name',
    `const router = require('express').Router(); router.post('/', create); function create(req, res) { res.status(1).json() }`,
    ['express#Response().status().json'],
  ],
  ['a handler by convention', `export function create(req, res) { res.send() }`, ['express#Response().send']],
  [
    'error middleware',
    `const app = require('express')(); app.use((err, req, res, next) => { res.send() })`,
    ['express#Response().send'],
  ],
  [
    'fastify',
    `import Fastify from 'fastify'; const app = Fastify(); app.get('/', async (request, reply) => { reply.send() })`,
    ['fastify#FastifyReply().send'],
  ],
  [
    'an array of handlers',
    `import express from 'express'; express().get('/', [a, (q, s) => { s.end() }])`,
    ['express#Response().end'],
  ],
  [
    'a wrapped handler',
    `import { Router } from 'express'; Router().get('/', asyncHandler(async (q, s) => { s.end() }))`,
    ['express#Response().end'],
  ],
  [
    'a base class',
    `import { Server } from 'x'; class A extends Server { m() { this.listen() } }`,
    ['x#Server().listen'],
  ],
  [
    'an own class with a base',
    `import { Server } from 'x'; class A extends Server {} new A().listen()`,
    ['x#Server().listen'],
  ],
  ['an own function has no name', `const f = () => {}; f()`, []],
  [
    'types that are made of themselves',
    `type State = State.Open | Other; namespace State { export interface Open {} } type Other = State | Other; const f = (s: State) => s.end()`,
    [],
  ],
  [
    'interfaces that extend one another',
    `interface A extends B {} interface B extends A {} const f = (a: A) => a.end()`,
    [],
  ],
]

describe('names', () => {
  it.each(programs)('%s', (_name, text, names) => {
    const file = analyzeText(text)
    const call = file.index.calls.findLast((one) => {
      const callee = one.callee.type === T.MemberExpression ? one.callee : one.callee
      return callee.range[1] >= Math.max(...file.index.calls.map((other) => other.callee.range[1]))
    })
    expect(file.names(call!.callee)).toEqual(names)
  })
})
