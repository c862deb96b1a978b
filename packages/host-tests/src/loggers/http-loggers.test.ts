import { describe, expect, it } from 'vitest'
import { randomBytes } from 'node:crypto'
import { runProgram } from '../run-program.js'
import { httpLoggerSnippets } from './logger-snippets.js'

/** Serves one request through the middleware, with credentials in its headers. */
const HEAD = `import http from 'node:http'
async function request(middleware) {
  const server = http.createServer((req, res) => middleware(req, res, () => res.end('ok')))
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready))
  const password = process.env.DB_PASSWORD
  await fetch('http://127.0.0.1:' + server.address().port + '/', { headers: { authorization: 'Bearer ' + password } })
  await new Promise((later) => setTimeout(later, 50))
  server.closeAllConnections()
  server.close()
}
`
const secret = randomBytes(8).toString('hex')

describe.concurrent('each request logger prints the header, until it is told not to', () => {
  it.each(
    httpLoggerSnippets.map((snippet) => [[snippet.row, snippet.title].filter(Boolean).join(': '), snippet] as const),
  )('%s', async (_, { leaky, fixed }) => {
    const before = await runProgram(HEAD + leaky, { DB_PASSWORD: secret })
    expect(before.output).toContain(secret)
    const after = await runProgram(HEAD + fixed, { DB_PASSWORD: secret })
    expect(after.code, after.output).toBe(0)
    expect(after.output).not.toContain(secret)
  })
})
