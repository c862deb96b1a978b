import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { runProgram } from '../run-program.js'
import { sentSnippets } from './sent-snippets.js'

/** Shows what would have been sent, instead of sending it, and accepts it. `receiver` does the same over a socket. */
const HEAD = `import http from 'node:http'
import https from 'node:https'
import { syncBuiltinESMExports } from 'node:module'
import { Readable, Writable } from 'node:stream'
import { createGunzip, gunzipSync } from 'node:zlib'

const password = process.env.DB_PASSWORD
const show = (data) => {
  const bytes = Buffer.from(data)
  console.log('SENT', bytes[0] === 0x1f ? gunzipSync(bytes).toString() : bytes.toString())
}
const server = http.createServer((request, response) => {
  request.pipe(createGunzip()).on('data', show).on('error', () => response.end()).on('end', () => response.end('{}'))
})
await new Promise((ready) => server.listen(0, '127.0.0.1', ready))
server.unref()
const receiver = 'http://127.0.0.1:' + server.address().port
const real = http.request
http.request = https.request = (...given) => {
  if (given.some((one) => String(one?.port) === String(server.address().port))) return real(...given)
  const where = given.map((one) => (typeof one === 'string' ? one : [one?.host, one?.hostname, one?.path].join(' '))).join(' ')
  const query = /data=([^& ]*)/.exec(where)
  if (query) show(Buffer.from(decodeURIComponent(query[1]), 'base64'))
  const answer = given.find((one) => typeof one === 'function')
  const chunks = []
  const request = new Writable({
    write: (chunk, _, done) => (chunks.push(chunk), done()),
    final(done) {
      show(Buffer.concat(chunks))
      const statusCode = where.includes('honeybadger') ? 201 : 200
      const response = Object.assign(Readable.from([Buffer.from('{}')]), { statusCode, headers: {} })
      answer?.(response)
      request.emit('response', response)
      done()
    },
  })
  return Object.assign(request, { setTimeout: () => request, setHeader() {}, setNoDelay() {}, setSocketKeepAlive() {} })
}
globalThis.fetch = async (_, init) => {
  show(await new Response(init?.body).arrayBuffer())
  return new Response('{}')
}
syncBuiltinESMExports()
`
const secret = randomBytes(8).toString('hex')

describe.concurrent('each service is sent what it is given, until it is given something else', () => {
  it.each(sentSnippets.map((snippet) => [snippet.row, snippet] as const))('%s', async (_, { leaky, fixed }) => {
    const before = await runProgram(HEAD + leaky, { DB_PASSWORD: secret })
    expect(before.output).toContain(secret)
    const after = await runProgram(HEAD + fixed, { DB_PASSWORD: secret })
    expect(after.code, after.output).toBe(0)
    expect(after.output).not.toContain(secret)
  })
})
