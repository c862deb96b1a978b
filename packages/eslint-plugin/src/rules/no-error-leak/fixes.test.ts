import { ruleTester } from '../../test/rule-tester.js'
import { noErrorLeak } from './rule.js'

type MessageId = 'stack' | 'message' | 'object' | 'internals' | 'cause'

/** One report, and what its suggestion makes of the code. */
const one = (name: string, messageId: MessageId, code: string, output: string) => ({
  name,
  code,
  errors: [{ messageId, suggestions: [{ messageId: 'sendGenericText' as const, output }] }],
})

/** A handler with these statements in its catch clause. */
const handler = (body: string, head = '') => `${head}export async function list(req, res) {
  try {
    res.json(await load())
  } catch (err) {
    ${body}
  }
}`

const logger = "import { logger } from './logger.js'\n"

ruleTester().run('no-error-leak: the suggestion', noErrorLeak, {
  valid: [],
  invalid: [
    one(
      'a message becomes a fixed text, the status stays',
      'message',
      handler('res.status(500).json({ error: err.message })'),
      handler("res.status(500).json({ error: 'Internal server error' })"),
    ),
    one(
      "the author's own fallback is kept",
      'message',
      handler("res.status(500).json({ error: err instanceof Error ? err.message : 'Could not load' })"),
      handler("res.status(500).json({ error: 'Could not load' })"),
    ),
    one(
      'as is that of a logical expression',
      'message',
      handler("res.status(500).json({ error: err.message || 'Could not load' })"),
      handler("res.status(500).json({ error: 'Could not load' })"),
    ),
    one(
      'the words before the detail are kept',
      'message',
      handler('res.status(500).send(`Could not load: ${err.message}`)'),
      handler("res.status(500).send('Could not load')"),
    ),
    one(
      'and those of a concatenation',
      'message',
      handler("res.status(500).send('Could not load: ' + err.message)"),
      handler("res.status(500).send('Could not load')"),
    ),
    one(
      'a whole error becomes an object',
      'object',
      handler('res.status(500).json(err)'),
      handler("res.status(500).json({ error: 'Internal server error' })"),
    ),
    one(
      'or a text, where the answer is one',
      'object',
      handler('res.status(500).send(err)'),
      handler("res.status(500).send('Internal server error')"),
    ),
    one(
      'a shorthand property is written out',
      'object',
      'export async function list(req, res) { try { await load() } catch (error) { res.json({ error }) } }',
      "export async function list(req, res) { try { await load() } catch (error) { res.json({ error: 'Internal server error' }) } }",
    ),
    one(
      'a stack goes, with its property',
      'stack',
      handler("res.status(500).json({ error: 'Failed', stack: err.stack })"),
      handler("res.status(500).json({ error: 'Failed' })"),
    ),
    one(
      'a message and a stack go together',
      'stack',
      handler('res.status(500).json({ error: err.message, stack: err.stack })'),
      handler("res.status(500).json({ error: 'Internal server error' })"),
    ),
    one(
      'a spread goes',
      'object',
      handler('res.status(500).json({ ok: false, ...err })'),
      handler('res.status(500).json({ ok: false })'),
    ),
    one(
      'the error is logged where a logger is in scope',
      'message',
      handler('res.status(500).json({ error: err.message })', logger),
      handler("logger.error(err)\n    res.status(500).json({ error: 'Internal server error' })", logger),
    ),
    one(
      'but not twice',
      'message',
      handler("logger.warn({ err }, 'Could not load')\n    res.status(500).json({ error: err.message })", logger),
      handler(
        "logger.warn({ err }, 'Could not load')\n    res.status(500).json({ error: 'Internal server error' })",
        logger,
      ),
    ),
    one(
      'a class logs with its own logger',
      'message',
      "import { Controller, Get, InternalServerErrorException, Logger } from '@nestjs/common'\n@Controller() export class A {\n  private readonly logger = new Logger()\n  @Get() async list() {\n    try { return await f() } catch (e) {\n      throw new InternalServerErrorException(e.message)\n    }\n  }\n}",
      "import { Controller, Get, InternalServerErrorException, Logger } from '@nestjs/common'\n@Controller() export class A {\n  private readonly logger = new Logger()\n  @Get() async list() {\n    try { return await f() } catch (e) {\n      this.logger.error(e)\n      throw new InternalServerErrorException('Internal server error')\n    }\n  }\n}",
    ),
    one(
      "a handler logs with the request's logger, where the file has it",
      'message',
      handler("req.log.info('failed')\n    res.status(500).json({ error: err.message })"),
      handler(
        "req.log.info('failed')\n    req.log.error(err)\n    res.status(500).json({ error: 'Internal server error' })",
      ),
    ),
    one(
      'what a helper takes out of the error goes with the call',
      'message',
      handler('res.end(String(err))'),
      handler("res.end('Internal server error')"),
    ),
    one(
      'what is handed to a wrapper is replaced at the call',
      'message',
      `const fail = (res, text) => res.status(500).json({ error: text })\n${handler('fail(res, err.message)')}`,
      `const fail = (res, text) => res.status(500).json({ error: text })\n${handler("fail(res, 'Internal server error')")}`,
    ),
    one(
      'an error that is sent keeps its cause',
      'message',
      "import { TRPCError } from '@trpc/server'\nexport async function f() { try { await g() } catch (cause) { throw new TRPCError({ code: 'CONFLICT', message: cause.message, cause }) } }",
      "import { TRPCError } from '@trpc/server'\nexport async function f() { try { await g() } catch (cause) { throw new TRPCError({ code: 'CONFLICT', message: 'Internal server error', cause }) } }",
    ),
  ],
})
