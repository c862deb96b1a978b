import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { runProgram } from '../run-program.js'

const secret = randomBytes(8).toString('hex')

async function printed(lines: readonly string[]): Promise<string> {
  const { output } = await runProgram(`const password = '${secret}'\n${lines.join('\n')}`)
  return output
}

/** What programs print that redact in the ways that the rule's page speaks of; the last line of each is the log. */
describe('log4js', () => {
  const layout = [
    "import log4js from 'log4js'",
    "const mask = () => (event) => JSON.stringify(event.data, (key, value) => (key === 'password' ? '***' : value))",
  ]
  const configure =
    "log4js.configure({ appenders: { out: { type: 'stdout', layout: { type: 'masked' } } }, categories: { default: { appenders: ['out'], level: 'info' } } })"
  const log = "log4js.getLogger().info('connecting', { password })"

  it('redacts by a layout that is registered first', async () => {
    const output = await printed([...layout, "log4js.addLayout('masked', mask)", configure, log])
    expect(output).toContain('***')
    expect(output).not.toContain(secret)
  })
  it('refuses to start when the layout is registered later', async () => {
    const output = await printed([...layout, configure, "log4js.addLayout('masked', mask)", log])
    expect(output).toMatch(/TypeError|Error/u)
    expect(output).not.toContain(secret)
  })
  it('has no redaction of its own', async () =>
    expect(await printed([layout[0]!, "log4js.getLogger().level = 'info'", log])).toContain(secret))
})

describe('tslog', () => {
  const log = 'new Logger(options).info({ password })'
  it('masks by maskValuesOfKeys up to 4', async () => {
    const options = "const options = { type: 'json', maskValuesOfKeys: ['pin'] }"
    const pin = 'new Logger(options).info({ pin: password })'
    expect(await printed(["import { Logger } from 'tslog-4'", options, pin])).not.toContain(secret)
    expect(await printed(["import { Logger } from 'tslog'", options, pin])).toContain(secret)
  })
  it('masks by mask.keys from 5 on, at any depth', async () => {
    const options = "const options = { type: 'json', mask: { keys: ['password'] } }"
    const deep = 'new Logger(options).info({ a: { b: { password } } })'
    expect(await printed(["import { Logger } from 'tslog'", options, log, deep])).not.toContain(secret)
  })
  it('leaves text alone', async () => {
    const options = "const options = { type: 'json', mask: { keys: ['password'] } }"
    const text = 'new Logger(options).info(`in ${password}`)'
    expect(await printed(["import { Logger } from 'tslog'", options, text])).toContain(secret)
  })
  it('hands its masks down to a child', async () => {
    const options = "const options = { type: 'json', mask: { keys: ['password'] } }"
    const child = "new Logger(options).getSubLogger({ name: 'db' }).info({ password })"
    expect(await printed(["import { Logger } from 'tslog'", options, child])).not.toContain(secret)
  })
})

describe('bunyan', () => {
  const made =
    "import bunyan from 'bunyan'\nconst log = bunyan.createLogger({ name: 'a', serializers: { db: ({ host }) => ({ host }) } })"
  it('runs a serializer on a record, and on the bindings of a child', async () => {
    expect(await printed([made, 'log.info({ db: { password } })'])).not.toContain(secret)
    expect(await printed([made, 'log.child({ db: { password } }).info({})'])).not.toContain(secret)
  })
  it('runs none on another key, nor on a text', async () => {
    expect(await printed([made, 'log.info({ cache: { password } })'])).toContain(secret)
    expect(await printed([made, 'log.info(`in ${password}`)'])).toContain(secret)
  })
})

describe('winston', () => {
  const made =
    "import winston from 'winston'\nconst { combine, json } = winston.format\nconst redact = winston.format((info) => { delete info.password; return info })\nconst log = winston.createLogger({ format: combine(redact(), json()), transports: [new winston.transports.Console()] })"
  it('redacts top-level keys of records and of children', async () => {
    expect(await printed([made, "log.info('x', { password })"])).not.toContain(secret)
    expect(await printed([made, "log.child({ password }).info('x')"])).not.toContain(secret)
  })
  it('redacts neither below nor in the text', async () => {
    expect(await printed([made, "log.info('x', { db: { password } })"])).toContain(secret)
    expect(await printed([made, 'log.info(`in ${password}`)'])).toContain(secret)
  })
})

describe('fastify', () => {
  const request = "await app.inject({ url: '/', headers: { authorization: password } })"
  const made = (options: string) => [
    "import Fastify from 'fastify'",
    `const app = Fastify({ logger: ${options} })`,
    "app.get('/', async (request) => { request.log.info({ headers: request.headers }); return 'ok' })",
  ]
  it('prints no headers by itself, and those that it is given', async () => {
    expect(await printed([...made('true').slice(0, 2), "app.get('/', async () => 'ok')", request])).not.toContain(
      secret,
    )
    expect(await printed([...made('true'), request])).toContain(secret)
  })
  it("redacts what its logger's paths say, for the loggers of requests too", async () =>
    expect(await printed([...made("{ redact: ['headers.authorization'] }"), request])).not.toContain(secret))
})
