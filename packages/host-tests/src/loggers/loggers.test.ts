import { describe, expect, it } from 'vitest'
import { randomBytes } from 'node:crypto'
import { runProgram } from '../run-program.js'
import { loggerSnippets } from './logger-snippets.js'

const HEAD = 'const password = process.env.DB_PASSWORD\n'
const secret = randomBytes(8).toString('hex')

describe.concurrent('each logger prints what it is given, until it is told not to', () => {
  it.each(loggerSnippets.map((snippet) => [[snippet.row, snippet.title].filter(Boolean).join(': '), snippet] as const))(
    '%s',
    async (_, { leaky, fixed, env }) => {
      const before = await runProgram(HEAD + leaky, { DB_PASSWORD: secret, ...env })
      expect(before.output).toContain(secret)
      const after = await runProgram(HEAD + fixed, { DB_PASSWORD: secret, ...env })
      expect(after.code, after.output).toBe(0)
      expect(after.output).not.toContain(secret)
    },
  )
})
