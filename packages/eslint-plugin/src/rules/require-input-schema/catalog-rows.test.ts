import {
  outsideData,
  type OutsideDataRow,
  primitiveChecks,
  type SchemaValidatorRow,
  schemaValidators,
  validatingMiddleware,
  type ValidatingMiddlewareRow,
} from '@palisade/analysis'
import * as parser from '@typescript-eslint/parser'
import { Linter } from 'eslint'
import { describe, expect, it } from 'vitest'
import { requireInputSchema } from './rule.js'

/** Each row of the catalogs behind the rule, proved by a program made of the row: one that it is true of, and its neighbour. */

const linter = new Linter({ cwd: '/' })

/** The findings in `strict`, where every source is looked at. */
function findings(code: string, filename = 'src/x.ts'): string[] {
  return linter
    .verify(
      code,
      {
        files: ['**/*.ts'],
        languageOptions: { parser },
        plugins: { palisade: { rules: { 'require-input-schema': requireInputSchema as never } } },
        rules: { 'palisade/require-input-schema': ['error', { strict: true }] },
      },
      { filename: `/service/${filename}` },
    )
    .map((message) => message.messageId ?? message.message)
}

/** A qualified name as code: the import that it needs, and the expression. */
function written(name: string): { imports: string; expression: string } {
  const hash = name.indexOf('#')
  if (hash < 0) return { imports: '', expression: name }
  const module = name.slice(0, hash)
  const path = name.slice(hash + 1)
  if (path === '' || path.startsWith('()')) return { imports: `import m from '${module}'\n`, expression: `m${path}` }
  return { imports: `import * as m from '${module}'\n`, expression: `m.${path}` }
}

/** Sources that are told by where they stand, which a qualified name alone doesn't say. */
const PLACES: Readonly<Record<string, (use: (value: string) => string) => string>> = {
  'nest-body': (use) => nest('Body', use),
  'bun-websocket': (use) => `Bun.serve({ websocket: { message: async (ws, x) => { ${use('x')} } } })`,
  'http-chunks': (use) => collecting('http', 'IncomingMessage', use),
  'express-chunks': (use) => collecting('express', 'Request', use),
  'anthropic-text': (use) =>
    `import Anthropic from '@anthropic-ai/sdk'\nexport async function f(it) { const x = it.content[0].text\n${use('x')} }`,
  'google-genai-text': (use) =>
    `export async function f(ai) { const it = await ai.models.generateContent({})\n${use('it.text')} }`,
  'langchain-tool-class': (use) =>
    `import { Tool } from '@langchain/core/tools'\nexport class T extends Tool { async _call(x) { ${use('x')} } }`,
  'durable-object-message': (use) =>
    `import { DurableObject } from 'cloudflare:workers'\nexport class Room extends DurableObject { async webSocketMessage(ws, x) { ${use('x')} } }`,
  'extension-message': (use) => `chrome.runtime.onMessageExternal.addListener(async (x, sender) => { ${use('x')} })`,
  'langchain-content': (use) =>
    `import { ChatOpenAI } from '@langchain/openai'\nexport async function f(model) { const it = await model.invoke('x')\n${use('it.content')} }`,
  'gemini-text': (use) =>
    `export async function f(model) { const it = await model.generateContent('x')\n${use('it.response.text()')} }`,
  'nest-query': (use) => nest('Query', use),
  'nest-param': (use) => nest('Param', use),
  'nest-headers': (use) => nest('Headers', use),
  'nest-message-body': (use) => parameter('@nestjs/websockets', 'MessageBody', use),
  'nest-payload': (use) => parameter('@nestjs/microservices', 'Payload', use),
  'routing-controllers-body': (use) => parameter('routing-controllers', 'Body', use),
  'firebase-callable-v1': (use) =>
    `import * as functions from 'firebase-functions'\nfunctions.https.onCall(async (data, context) => { ${use('data')} })`,
  'firebase-call-v1': (use) =>
    `import * as functions from 'firebase-functions/v1'\nfunctions.https.onCall(async (x, context) => { ${use('x')} })`,
  'next-server-action': (use) => `'use server'\nexport async function action(x) { ${use('x')} }`,
  'ai-sdk-tool': (use) => `import { tool } from 'ai'\nexport const t = tool({ execute: async (x) => { ${use('x')} } })`,
  'langchain-tool': (use) =>
    `import { tool } from '@langchain/core/tools'\nexport const t = tool(async (x) => { ${use('x')} }, { name: 't' })`,
  'langchain-dynamic-tool': (use) =>
    `import { DynamicTool } from '@langchain/core/tools'\nexport const t = new DynamicTool({ func: async (x) => { ${use('x')} } })`,
  'feathers-service-data': (use) =>
    `import type { Params } from '@feathersjs/feathers'\nexport class Orders { async create(data: any, params: Params) { ${use('data')} } }`,
  'feathers-service-query': (use) =>
    `import type { Params } from '@feathersjs/feathers'\nexport class Orders { async find(params: Params) { ${use('params.query')} } }`,
  'meteor-methods': (use) => `import { Meteor } from 'meteor/meteor'\nMeteor.methods({ 'a.b'(x) { ${use('x')} } })`,
  'amqplib-consume': (use) =>
    `import amqplib from 'amqplib'\nconst connection = await amqplib.connect('')\nconst channel = await connection.createChannel()\nchannel.consume('q', async (x) => { ${use('x.content.toString()')} })`,
  'undici-request-json': (use) =>
    `import { request } from 'undici'\nconst { body } = await request('https://api.example.com')\nconst x = await body.json()\n${use('x')}`,
}

function collecting(module: string, type: string, use: (value: string) => string): string {
  return `import type { ${type} } from '${module}'\nexport async function f(it: ${type}) { const parts = []\nfor await (const part of it) parts.push(part)\nconst x = Buffer.concat(parts).toString()\n${use('x')} }`
}

function nest(decorator: string, use: (value: string) => string): string {
  return `import { Controller, Post, ${decorator} } from '@nestjs/common'\n@Controller() class Cats { @Post() async create(@${decorator}() x: any) { ${use('x')} } }`
}

function parameter(module: string, decorator: string, use: (value: string) => string): string {
  return `import { ${decorator} } from '${module}'\nclass Cats { async create(@${decorator}() x: any) { ${use('x')} } }`
}

function reading(row: OutsideDataRow, use: (value: string) => string): string {
  const special = PLACES[row.id]
  if (special) return special(use)
  if (row.call !== undefined) {
    const instance = /^(.*#)([A-Z]\w*)\(\)(\..*)$/u.exec(row.call)
    const params = ['p0', 'p1', 'p2'].map((name, i) => (i === row.from ? 'x' : name)).slice(0, (row.from ?? 0) + 1)
    const callback = `async (${params.join(', ')}) => { ${use('x')} }`
    const args = `'${row.event ?? 'q'}', ${callback}`
    if (instance) {
      const [, module = '', type = '', rest = ''] = instance
      return `import type { ${type} } from '${module.slice(0, -1)}'\nexport function listen(it: ${type}) { it${rest}(${args}) }`
    }
    const { imports, expression } = written(row.call)
    return `${imports}${/\.[A-Z]\w*$/u.test(expression) ? 'new ' : ''}${expression}(${args})`
  }
  const read = row.read!
  if (read.startsWith('*.'))
    return `export async function f(it) { ${use(`it${read.slice(1).replaceAll('.*', '[0]')}`)} }`
  const typed = /^(?:(.*)#)?([A-Z]\w*)\(\)(?:\.(.*))?$/u.exec(read)
  if (typed) {
    const [, module, type = '', path = ''] = typed
    const imports = module === undefined ? '' : `import type { ${type} } from '${module}'\n`
    if (read === 'Request().url.searchParams')
      return `export async function f(it: Request) { ${use("new URL(it.url).searchParams.get('a')")} }`
    return `${imports}export async function f(it: ${type}) { const x = await it.${path}${row.holds === 'strings' || row.holds === 'form' || row.holds === 'params' ? '' : ''}\n${use('x')} }`
  }
  const { imports, expression } = written(read)
  const [call = '', ...rest] = expression.split(/(?<=\(\))\./u)
  const address = call.replace(/\(\)$/u, "('https://api.example.com')")
  return `${imports}const x = ${rest.length > 0 ? `await (await ${address}).${rest.join('.')}` : `await ${address}`}\n${use('x')}`
}

describe.each(outsideData as readonly OutsideDataRow[])('outside data: $id', (row) => {
  const value = (text: string): string => (row.holds === 'raw' ? `JSON.parse(${text})` : text)

  it('says where it is from', () => {
    expect(row.source).toMatch(/^https?:\/\//u)
    expect((row.read === undefined) !== (row.call === undefined)).toBe(true)
    expect((outsideData as readonly OutsideDataRow[]).filter((other) => other.id === row.id)).toHaveLength(1)
  })

  it('is reported where it is used, and not where a schema has accepted it', () => {
    const used = reading(row, (text) => `await db.insert(${value(text)})`)
    const accepted = reading(row, (text) => `await db.insert(OrderSchema.parse(${value(text)}))`)
    expect(findings(accepted)).toEqual([])
    // uploaded files mean nothing until they are parsed
    expect(findings(used)).toEqual(row.holds === 'files' ? [] : ['unvalidated'])
  })
})

const BODY = 'req.body'

function validating(row: SchemaValidatorRow, module: string): { imports: string; call: string } {
  const args = Array.from({ length: Math.max(row.data, row.schema ?? 0) + 1 }, (_, i) =>
    i === row.data ? BODY : 'S',
  ).join(', ')
  if (module === '*') return { imports: '', call: `S['~standard'].validate(${BODY})` }
  if (row.member === '') return { imports: `import m from '${module}'\n`, call: `m(${args})` }
  const imports = `import * as m from '${module}'\n`
  if (row.on === 'schema') return { imports, call: `m.make().${row.member}(${args})` }
  if (row.on === 'made') return { imports, call: `m.${row.member}(S)(${BODY})` }
  return { imports, call: `m.${row.member}(${args})` }
}

function handler(imports: string, statements: string): string {
  return `${imports}export const create = async (req, res) => { ${statements} }`
}

describe.each(schemaValidators as readonly SchemaValidatorRow[])('validator: $id', (row) => {
  it('says where it is from', () => {
    expect(row.source).toMatch(/^https?:\/\//u)
    expect((schemaValidators as readonly SchemaValidatorRow[]).filter((other) => other.id === row.id)).toHaveLength(1)
  })

  it.each(row.modules)('validates in the way that it says, from %s', (module) => {
    const { imports, call } = validating(row, module)
    const use = `await db.insert(${BODY})`
    switch (row.style) {
      case 'returns':
        expect(findings(handler(imports, `const data = await ${call}; await db.insert(data)`))).toEqual([])
        expect(findings(handler(imports, `await ${call}; ${use}`))).toEqual(['resultDropped'])
        break
      case 'result':
        expect(
          findings(handler(imports, `const r = await ${call}; if (r.error) { return } await db.insert(r.data)`)),
        ).toEqual([])
        expect(findings(handler(imports, `await ${call}; ${use}`))).toEqual(['uncheckedResult'])
        break
      case 'guard':
        expect(findings(handler(imports, `if (!${row.async ? `(await ${call})` : call}) { return } ${use}`))).toEqual(
          [],
        )
        if (row.async)
          expect(findings(handler(imports, `if (!${call}) { return } ${use}`))).toEqual(['uncheckedResult'])
        expect(findings(handler(imports, `${call}; ${use}`))).toEqual(['uncheckedResult'])
        break
      case 'asserts':
        expect(findings(handler(imports, `await ${call}; ${use}`))).toEqual([])
        expect(findings(handler(imports, `${use}; await ${call}`))).toEqual(['unvalidated'])
        break
      case 'errors':
        expect(
          findings(handler(imports, `const errors = await ${call}; if (errors.length > 0) { return } ${use}`)),
        ).toEqual([])
        expect(findings(handler(imports, `await ${call}; ${use}`))).toEqual(['uncheckedResult'])
        if (row.async)
          expect(
            findings(handler(imports, `const errors = ${call}; if (errors.length > 0) { return } ${use}`)),
          ).toEqual(['uncheckedResult'])
        break
    }
  })
})

describe.each(validatingMiddleware as readonly ValidatingMiddlewareRow[])('middleware: $id', (row) => {
  const { imports, expression } = written(row.call)
  const wraps = /\.(?:action|handler|build|router)$|createNextRoute$/u.test(row.call)
  const args = row.parts === 'argument' ? "'json', S" : row.parts === 'keys' ? '{ body: S }' : 'S'

  function route(middleware: string, part: string): string {
    return `${imports}import { Router } from 'express'\nconst router = Router()\nrouter.post('/', ${middleware}async (req, res) => { await db.insert(req.${part}.name) })`
  }

  it('says where it is from', () => {
    expect(row.source).toMatch(/^https?:\/\//u)
    expect(
      (validatingMiddleware as readonly ValidatingMiddlewareRow[]).filter((other) => other.id === row.id),
    ).toHaveLength(1)
  })

  it('validates the parts that it says', () => {
    if (wraps) {
      const code = `${imports}import type { Request } from 'express'\n${expression}(async (req: Request) => { await db.insert(req.body) })`
      expect(findings(code)).toEqual([])
      return
    }
    const parts = Array.isArray(row.parts)
      ? (row.parts as readonly string[])
      : row.parts === 'all'
        ? ['body', 'query', 'params']
        : ['body']
    for (const part of ['body', 'query', 'params', 'headers', 'cookies']) {
      // a project with OpenAPI middleware validates everything
      if (row.library === 'OpenAPI' || (row.parts === 'all' && !parts.includes(part))) continue
      // chains only note what is wrong: something after them has to look
      const after = row.library === 'express-validator' ? 'rejectInvalid, ' : ''
      if (after && parts.includes(part))
        expect(findings(route(`${expression}(${args}), `, part))).toEqual(['unvalidated'])
      const found = findings(route(`${expression}(${args}), ${after}`, part))
      if (parts.includes(part)) expect(found.filter((id) => id !== 'rawCopy')).toEqual([])
      else expect(found).toEqual(['unvalidated'])
    }
  })
})

describe.each(primitiveChecks)('check: $id', ({ call, source, ...row }) => {
  it('is worth something for the value that it looks at', () => {
    expect(source).toMatch(/^https?:\/\//u)
    const { imports, expression } = written(call.replace('*', 'isString'))
    const not = 'negated' in row ? '' : '!'
    expect(
      findings(handler(imports, `if (${not}${expression}(req.query.a)) { return } await db.find(req.query.a)`)),
    ).toEqual([])
    expect(
      findings(handler(imports, `if (${not}${expression}(req.query.a)) { return } await db.find(req.query.b)`)),
    ).toEqual(['unvalidated'])
  })
})
