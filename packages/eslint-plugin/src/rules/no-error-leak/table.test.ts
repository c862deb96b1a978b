import {
  errorDetails,
  libraryErrorDetails,
  errorResults,
  errorSettings,
  httpResponses,
  type HttpResponseRow,
  internalErrors,
  publicErrors,
} from '@palisade/analysis'
import { describe, expect, it } from 'vitest'
import { lintText } from '../../test/lint-text.js'
import { noErrorLeak } from './rule.js'

/** Tables prove themselves: each row, and each source with each sink and each barrier, with its nearest silent neighbour. */

const reports = (code: string, options = {}): number => lintText(noErrorLeak, code, { options }).length

// --- every row of http-responses

/** A qualified name as an expression: `pg#Client().query` is `m.Client().query` after `import m from 'pg'`. */
function written(name: string): { head: string; expression: string } {
  const hash = name.indexOf('#')
  if (hash < 0) return { head: '', expression: name }
  const path = name.slice(hash + 1)
  const joint = path === '' || path.startsWith('(') ? '' : '.'
  return { head: `import m from '${name.slice(0, hash)}'\n`, expression: `m${joint}${path}` }
}

/** What a row's call needs besides the value to be a way out. */
const BESIDES: Readonly<Record<string, { first?: string; after?: string; member?: string; head?: string }>> = {
  'koa.throw': { first: '400' },
  'boom.boomify': { after: '{ statusCode: 400 }' },
  'boom.Boom': { after: '{ statusCode: 400 }' },
  'slack.postMessage': { member: 'channel: user.id' },
  'slack.postEphemeral': { member: 'channel: user.id' },
  'slack.update': { member: 'channel: user.id' },
  'fetch.enqueue': { head: 'new Response(stream)\n' },
  'fetch.writer': { head: 'new Response(stream)\n' },
  'nodemailer.sendMail': { member: 'to: user.email' },
  'resend.send': { member: 'to: user.email' },
  'sendgrid.send': { member: 'to: user.email' },
}

/** A program that lets a value out by a row, or undefined where the row's name is no expression. */
function programOf(row: HttpResponseRow, value: string): string {
  const besides = BESIDES[row.id] ?? {}
  if (row.assign !== undefined) {
    const { head, expression } = written(row.assign.replace(/\.\*$/u, '.message'))
    const render = row.id === 'express.locals' ? 'm.Response().render("error")' : ''
    return `${head}async function f() { try { await g() } catch (err) { ${expression} = ${value}; ${render} } }`
  }
  if (row.option !== undefined) {
    const at = row.option.lastIndexOf(':')
    const { head, expression } = written(row.option.slice(0, at))
    const [index, ...path] = row.option.slice(at + 1).split('.')
    const callback = `(err) => (${value})`
    const object = path.reduceRight((inner, key) => `{ ${key}: ${inner} }`, callback)
    return `${head}${expression}(${'{}, '.repeat(Number(index))}${object})`
  }
  const { head, expression } = written(row.call!.replace(/#\*$/u, '#BadRequest').replace(/\.\*$/u, '.BadRequest'))
  const [path] = row.members ?? []
  const inner = path ? `{ ${besides.member ? `${besides.member}, ` : ''}${path}: ${value} }` : value
  const before = besides.first ? [besides.first] : row.argument === 'rest' ? ['200'] : row.argument === 'all' ? [] : Array(row.argument ?? 0).fill("'x'") // prettier-ignore
  const list = [...before, inner, ...(besides.after ? [besides.after] : [])]
  return `${besides.head ?? ''}${head}async function f(user) { try { await g() } catch (err) { ${expression}(${list.join(', ')}) } }`
}

describe('http-responses', () => {
  it.each((httpResponses as readonly HttpResponseRow[]).map((row) => [row.id, row] as const))('%s', (_id, row) => {
    expect(reports(programOf(row, 'err.message')), programOf(row, 'err.message')).toBe(1)
    expect(reports(programOf(row, "'Something went wrong'")), 'a fixed text').toBe(0)
    expect(reports(programOf(row, "'Failed: ' + err.code")), 'a code').toBe(0)
  })

  it('has ids and names of its own, and a source for each', () => {
    const ids = httpResponses.map((row) => row.id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const row of httpResponses) expect(URL.canParse(row.source), row.id).toBe(true)
  })
})

// --- every row of the other tables

const express = (body: string, head = '') =>
  `${head}\nimport express from 'express'\nexpress().get('/', async (req, res) => { try { res.json(await g()) } catch (err) { ${body} } })`

describe('error-details', () => {
  it.each(errorDetails.map((row) => [row.id, row] as const))('%s', (_id, row) => {
    expect(reports(express(`res.status(500).json({ error: err.${row.path} })`))).toBe(1)
    expect(reports(express(`console.error(err.${row.path}); res.status(500).json({ error: 'Failed' })`))).toBe(0)
  })
})

describe('library-error-details', () => {
  it.each(libraryErrorDetails.map((row) => [row.id, row] as const))('%s', (_id, row) => {
    const answer = `res.status(500).json({ error: err.${row.path} })`
    expect(reports(express(answer, `import Client from '${row.module}'`))).toBe(1)
    expect(reports(express(answer))).toBe(0)
  })
})

describe('error-results', () => {
  it.each(errorResults.map((row) => [row.id, row] as const))('%s', (_id, row) => {
    const { head, expression } = written(row.call.replace('#*', '#create()'))
    const read = row.member === '' ? 'r' : /^\d/u.test(row.member) ? `r[${row.member}]` : `r.${row.member}`
    const item = row.member === 'reason' ? 'r[0].reason' : read
    const program = (value: string) =>
      `${head}export async function f(req, res) { const r = await ${expression}; res.json({ error: ${value} }) }`
    expect(reports(program(`${item}.message`)), program(`${item}.message`)).toBe(1)
    expect(reports(program('r.data'))).toBe(0)
  })
})

describe('error-settings', () => {
  it.each(errorSettings.map((row) => [row.id, row] as const))('%s', (_id, row) => {
    const strict = 'strict' in row && row.strict
    const { head, expression } = written(row.call)
    const path = 'option' in row ? row.option.split('.') : []
    const program = (value: string) => {
      if (!('unsafe' in row)) return `${head}use(${expression}())`
      const object = path.reduceRight((inner, key) => `{ ${key}: ${inner} }`, value)
      const before = row.id === 'express.env' ? ["'env'"] : Array(row.argument ?? 0).fill('{}')
      return `${head}use(${expression}(${[...before, object].join(', ')}))`
    }
    const unsafe = 'unsafe' in row ? JSON.stringify(row.unsafe[0]) : ''
    if (row.call === 'next#config') return // a file of its own, in the rule's cases
    expect(reports(program(unsafe), { strict }), program(unsafe)).toBe(1)
    if ('unsafe' in row) expect(reports(program("process.env.SETTING === 'x'"), { strict })).toBe(0)
    else if (strict) expect(reports(program(unsafe))).toBe(0)
    else
      expect(reports(`if (process.env.NODE_ENV === 'development') {\n}\n${head}if (isDev) use(${expression}())`)).toBe(
        0,
      )
  })
})

describe('public-errors', () => {
  it.each(publicErrors.map((row) => [row.id, row] as const))('%s', (_id, row) => {
    const { head, expression } = written(row.class.replace(/\*$/u, 'OneError'))
    const narrowed = (cls: string) =>
      express(
        `if (err instanceof ${cls}) return res.status(400).json({ error: err.message }); res.status(500).end()`,
        head,
      )
    expect(reports(narrowed(expression), { strict: true })).toBe(0)
    expect(reports(narrowed('Error'), { strict: true })).toBe(1)
  })
})

describe('internal-errors', () => {
  it.each(internalErrors.flatMap((row) => row.names.map((name) => [`${row.id}: ${name}`, name] as const)))(
    '%s',
    (_id, name) => {
      const program = (kind: string) =>
        express(
          `if (err.name === '${kind}') return res.status(400).json({ error: err.message }); res.status(500).end()`,
        )
      expect(reports(program(name))).toBe(1)
      expect(reports(program('InvoiceLockedError'))).toBe(0)
    },
  )

  it.each(internalErrors.flatMap((row) => row.tests.map((name) => [`${row.id}: ${name}`, name] as const)))(
    '%s',
    (_id, name) => {
      const program = (test: string) =>
        express(
          `if (${test}(err)) return res.status(400).json({ error: err.message }); res.status(500).end()`,
          `import { ${test} } from 'errors'`,
        )
      expect(reports(program(name))).toBe(1)
      expect(reports(program('isInvoiceError'))).toBe(0)
    },
  )
})

// --- sources × sinks × barriers

/** Ways in which an error comes to stand in `OUT(…)`. */
const SOURCES: readonly [name: string, program: string][] = [
  ['a caught error', 'async function f(SIG) { try { await g() } catch (err) { OUT(err.message) } }'],
  ['its stack', 'async function f(SIG) { try { await g() } catch (err) { OUT(err.stack) } }'],
  ['a typed caught error', 'async function f(SIG) { try { await g() } catch (err: any) { OUT(err.message) } }'],
  ['a cast', 'async function f(SIG) { try { await g() } catch (err) { OUT((err as Error).message) } }'],
  ['destructured in the clause', 'async function f(SIG) { try { await g() } catch ({ message }) { OUT(message) } }'],
  ['destructured later', 'async function f(SIG) { try { await g() } catch (err) { const { message: text } = err; OUT(text) } }'],
  ['a rejection callback', 'function f(SIG) { g().catch((err) => { OUT(err.message) }) }'],
  ['the second argument of then', 'function f(SIG) { g().then(noop, (err) => { OUT(err.message) }) }'],
  ['a node callback', 'function f(SIG) { g((err, data) => { if (err) OUT(err.message) }) }'],
  ['an error event', "function f(SIG) { stream.on('error', (e) => { OUT(e.message) }) }"],
  ['a template', 'async function f(SIG) { try { await g() } catch (err) { OUT(`Failed: ${err.message}`) } }'],
  ['a concatenation', "async function f(SIG) { try { await g() } catch (err) { OUT('Failed: ' + err.message) } }"],
  ['the whole in a template', 'async function f(SIG) { try { await g() } catch (err) { OUT(`${err}`) } }'],
  ['String', 'async function f(SIG) { try { await g() } catch (err) { OUT(String(err)) } }'],
  ['toString', 'async function f(SIG) { try { await g() } catch (err) { OUT(err.toString()) } }'],
  ['an optional read with a fallback', 'async function f(SIG) { try { await g() } catch (err) { OUT(err?.message || String(err)) } }'],
  ['instanceof Error', "async function f(SIG) { try { await g() } catch (err) { OUT(err instanceof Error ? err.message : 'Unknown error') } }"],
  ['JSON.stringify', 'async function f(SIG) { try { await g() } catch (err) { OUT(JSON.stringify(err, Object.getOwnPropertyNames(err))) } }'],
  ['util.inspect', "import { inspect } from 'node:util'; async function f(SIG) { try { await g() } catch (err) { OUT(inspect(err)) } }"],
  ['serialize-error', "import { serializeError } from 'serialize-error'; async function f(SIG) { try { await g() } catch (err) { OUT(JSON.stringify(serializeError(err))) } }"],
  ['a variable', 'async function f(SIG) { try { await g() } catch (err) { const text = err.message; OUT(text) } }'],
  ['a variable of outside', "async function f(SIG) { let text = 'fine'; try { await g() } catch (err) { text = err.message } OUT(text) }"],
  ['its cause', 'async function f(SIG) { try { await g() } catch (err) { OUT(err.cause.message) } }'],
  ['a driver member', 'async function f(SIG) { try { await g() } catch (err) { OUT(err.sqlMessage) } }'],
  ['what an upstream answered', 'async function f(SIG) { try { await g() } catch (err) { OUT(err.response?.data?.message) } }'],
  ['a helper of the file', 'const textOf = (e: unknown) => (e instanceof Error ? e.message : String(e)); async function f(SIG) { try { await g() } catch (err) { OUT(textOf(err)) } }'],
  ['a helper by name', "import { getErrorMessage } from './errors.js'; async function f(SIG) { try { await g() } catch (err) { OUT(getErrorMessage(err)) } }"],
  ['a part of the text', "async function f(SIG) { try { await g() } catch (err) { OUT(err.message.split(':')[1].trim()) } }"],
  ['a settled reason', "async function f(SIG) { const [r] = await Promise.allSettled([g()]); OUT(r.reason.message) }"],
  ['a client that returns errors', "import { createClient } from '@supabase/supabase-js'; const db = createClient(a, b); async function f(SIG) { const { error } = await db.from('t').select(); if (error) OUT(error.message) }"],
] // prettier-ignore

/** Ways out: a head, the parameters of the function, and the statement around the value. */
const SINKS: readonly [name: string, head: string, signature: string, out: (value: string) => string][] = [
  ['Express', "import { Response } from 'express'", 'req: unknown, res: Response', (value) => `res.status(500).json({ error: ${value} })`],
  ['Node http', "import http from 'node:http'", 'req: http.IncomingMessage, res: http.ServerResponse', (value) => `res.end(${value})`],
  ['Fastify', "import type { FastifyReply } from 'fastify'", 'request: unknown, reply: FastifyReply', (value) => `reply.code(500).send({ error: ${value} })`],
  ['Koa', "import type { Context } from 'koa'", 'ctx: Context', (value) => `ctx.body = { error: ${value} }`],
  ['Hono', "import type { Context } from 'hono'", 'c: Context', (value) => `c.json({ error: ${value} }, 500)`],
  ['NextResponse', "import { NextResponse } from 'next/server'", '', (value) => `NextResponse.json({ error: ${value} }, { status: 500 })`],
  ['Response', '', '', (value) => `new Response(${value})`],
  ['TRPCError', "import { TRPCError } from '@trpc/server'", '', (value) => `new TRPCError({ code: 'INTERNAL_SERVER_ERROR', message: ${value} })`],
  ['HttpException', "import { InternalServerErrorException } from '@nestjs/common'", '', (value) => `new InternalServerErrorException(${value})`],
  ['a socket', "import type { Socket } from 'socket.io'", 'socket: Socket', (value) => `socket.emit('failed', { error: ${value} })`],
] // prettier-ignore

function program(source: string, [, head, signature, out]: (typeof SINKS)[number], keep = false): string {
  // OUT(…) has balanced brackets, and is the last thing of its statement
  const start = source.indexOf('OUT(')
  let depth = 0
  let end = start + 3
  for (; end < source.length; end++) {
    if (source[end] === '(') depth++
    else if (source[end] === ')' && --depth === 0) break
  }
  const value = source.slice(start + 4, end)
  const placed = keep ? `console.error(${value}); ${out("'Failed'")}` : out(value)
  return `${head}\n${source.slice(0, start).replace('SIG', signature)}${placed}${source.slice(end + 1)}`
}

describe.each(SINKS)('%s', (...sink) => {
  it.each(SOURCES)('sends %s', (_name, source) => {
    expect(reports(program(source, sink)), program(source, sink)).toBeGreaterThan(0)
    expect(reports(program(source, sink, true)), 'logged, and a fixed text sent').toBe(0)
  })
})

/** Conditions that make the text fit for its reader, and the nearest that don't. */
const BARRIERS: readonly [name: string, head: string, holds: string, not: string][] = [
  ['a class of a validator', "import { ZodError } from 'zod'", 'err instanceof ZodError', 'err instanceof Error'],
  ['a class of the framework', "import { HttpException } from '@nestjs/common'", 'err instanceof HttpException', 'err instanceof TypeError'],
  ['a class of the project', "import { InvoiceError } from './errors.js'; import { AxiosError } from 'axios'", 'err instanceof InvoiceError', 'err instanceof AxiosError'],
  ['a class of the file', 'class InvoiceError extends Error {}', 'err instanceof InvoiceError', 'err instanceof Error'],
  ['a guard function', "import { isHttpError } from 'http-errors'; import { isNativeError } from 'node:util/types'", 'isHttpError(err)', 'isNativeError(err)'],
  ['a guard of the project', "import { isInvoiceError } from './errors.js'; import axios from 'axios'", 'isInvoiceError(err)', 'axios.isAxiosError(err)'],
  ['its name', '', "err.name === 'ValidationError'", "err.name === 'MongoServerError'"],
  ['its code', '', "err.code === 'LIMIT_FILE_SIZE'", "err.code === 'ENOENT'"],
  ['expose', '', 'err.expose', '!err.expose'],
  ['isOperational', '', 'err.isOperational === true', 'err.isOperational === false'],
  ['a status below 500', '', 'err.status < 500', 'err.status >= 500'],
  ['a status of a variable', '', '(err.status ?? 500) < 500', '(err.status ?? 500) >= 500'],
  ['a status compared', '', 'err.statusCode === 404', 'err.statusCode === 500'],
  ['a known text', '', "err.message === 'Not found'", "err.message !== 'Not found'"],
  ['NODE_ENV', '', "process.env.NODE_ENV !== 'production'", "process.env.NODE_ENV === 'production'"],
  ['NODE_ENV compared', '', "process.env.NODE_ENV === 'development'", "process.env.NODE_ENV !== 'development'"],
  ['a development flag', '', 'isDev', '!isDev'],
  ['a production flag', '', '!isProduction', 'isProduction'],
  ['the setting of the app', '', "req.app.get('env') === 'development'", "req.app.get('env') === 'production'"],
  ['the flag of a bundler', '', 'import.meta.env.DEV', 'import.meta.env.PROD'],
  ['a switch for details', '', 'config.showErrorDetails', 'config.ready'],
  ['two conditions', '', 'err.expose && ready', 'err.expose || ready'],
  ['a list of names', '', "PUBLIC.includes(err.name)", 'PUBLIC.includes(req.path)'],
] // prettier-ignore

/** Where a condition stands. */
const PLACES: readonly [name: string, body: (test: string) => string][] = [
  ['if', (test) => `if (${test}) return res.status(400).json({ error: err.message }); res.status(500).end()`],
  ['else', (test) => `if (!(${test})) { res.status(500).end() } else { res.status(400).json({ error: err.message }) }`],
  [
    'early return',
    (test) => `if (!(${test})) return res.status(500).end(); res.status(400).json({ error: err.message })`,
  ],
  ['?:', (test) => `res.status(500).json({ error: ${test} ? err.message : 'Failed' })`],
  ['&&', (test) => `res.status(500).json({ error: 'Failed', detail: (${test}) && err.message })`],
  ['spread', (test) => `res.status(500).json({ error: 'Failed', ...((${test}) && { detail: err.message }) })`],
  ['a variable', (test) => `const text = ${test} ? err.message : 'Failed'; res.status(500).json({ error: text })`],
]

describe.each(BARRIERS)('%s', (_name, head, holds, not) => {
  it.each(PLACES)('%s', (_place, body) => {
    expect(reports(express(body(holds), head)), express(body(holds), head)).toBe(0)
    expect(reports(express(body(not), head)), express(body(not), head)).toBe(1)
  })
})
