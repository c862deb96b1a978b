import { expect, it } from 'vitest'
import { randomBytes } from 'node:crypto'
import { runProgram } from '../run-program.js'

const secret = randomBytes(8).toString('hex')
const address = '192.0.2.7'

/** A server that has an error while it answers a login, and what this Sentry would send of it. */
const program = (module: string, options: string) => `
import * as Sentry from '${module}'
const transport = () => ({ send: async (envelope) => (console.log(JSON.stringify(envelope)), {}), flush: async () => true })
Sentry.init({ dsn: 'http://public@127.0.0.1:1/1', integrations: (all) => all.filter((one) => one.name !== 'ContextLines'), transport, ...${options} })
const { default: http } = await import('node:http')
const server = http.createServer((request, response) => {
  request.on('data', () => {})
  setTimeout(() => {
    Sentry.captureException(new Error('refused'))
    response.end()
  }, 50)
})
await new Promise((ready) => server.listen(0, '127.0.0.1', ready))
await fetch('http://127.0.0.1:' + server.address().port + '/login', {
  method: 'POST',
  headers: { 'content-type': 'application/json', authorization: 'Bearer header-${secret}', 'x-forwarded-for': '${address}' },
  body: JSON.stringify({ password: 'body-${secret}' }),
})
await Sentry.flush(500)
process.exit()
`

/** Which of the request's parts are sent. */
async function sent(module: string, options: string): Promise<string[]> {
  const { output } = await runProgram(program(module, options))
  expect(output).toContain('refused')
  const parts = { header: `header-${secret}`, body: `body-${secret}`, address }
  return Object.entries(parts).flatMap(([name, text]) => (output.includes(text) ? [name] : []))
}

it('until Sentry 10, sendDefaultPii adds the address of a user to the request', async () => {
  expect(await sent('sentry-10', '{ sendDefaultPii: true }')).toContain('address')
  expect(await sent('sentry-10', '{}')).not.toContain('address')
})

it('until Sentry 10, beforeSend can take all of it out', async () => {
  const scrub = '{ sendDefaultPii: true, beforeSend({ request, user, ...event }) { return event } }'
  expect(await sent('sentry-10', scrub)).toEqual([])
  expect(await sent('sentry-10', '{ sendDefaultPii: true, beforeSend: (event) => event }')).toContain('header')
})

it('from Sentry 11 on, sendDefaultPii does nothing, and dataCollection decides', async () => {
  const always = await sent('@sentry/node', '{}')
  expect(always).toEqual(['body', 'address'])
  expect(await sent('@sentry/node', '{ sendDefaultPii: true }')).toEqual(always)
  expect(await sent('@sentry/node', '{ sendDefaultPii: false }')).toEqual(always)
  const little = '{ dataCollection: { httpBodies: [], httpHeaders: false, userInfo: false } }'
  expect(await sent('@sentry/node', little)).toEqual([])
})
