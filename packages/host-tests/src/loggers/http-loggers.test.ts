import { describe, expect, it } from 'vitest'
import { randomBytes } from 'node:crypto'
import { runProgram } from '../run-program.js'
import { httpLoggerSnippets, REQUEST_HEAD } from './logger-snippets.js'

const secret = randomBytes(8).toString('hex')

describe.concurrent('each request logger prints the header, until it is told not to', () => {
  it.each(
    httpLoggerSnippets.map((snippet) => [[snippet.row, snippet.title].filter(Boolean).join(': '), snippet] as const),
  )('%s', async (_, { leaky, fixed }) => {
    const before = await runProgram(REQUEST_HEAD + leaky, { DB_PASSWORD: secret })
    expect(before.output).toContain(secret)
    const after = await runProgram(REQUEST_HEAD + fixed, { DB_PASSWORD: secret })
    expect(after.code, after.output).toBe(0)
    expect(after.output).not.toContain(secret)
  })
})
