import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { lintText } from '../../../eslint-plugin/src/rules/require-redacted-logger/lint-text.js'
import { runProgram } from '../run-program.js'
import { httpLoggerSnippets, type LoggerSnippet, loggerSnippets, REQUEST_HEAD } from './logger-snippets.js'

const secret = randomBytes(8).toString('hex')

/** The program after every suggestion of the rule that can be followed without a person. */
function followed(program: string): string {
  let text = program
  for (let steps = 0; steps < 6; steps++) {
    const [next] = lintText(text).flatMap(({ suggestions }) =>
      ['addRedaction', 'usePaths', 'sayWhetherSet', 'removeMember'].flatMap((id) => suggestions[id] ?? []),
    )
    if (next === undefined) return text
    text = next
  }
  return text
}

const programs = (head: string, snippets: readonly LoggerSnippet[]) =>
  snippets.flatMap(({ row, title, leaky, env = {} }) => {
    const after = followed(head + leaky)
    return after === head + leaky ? [] : [[[row, title].filter(Boolean).join(': '), after, env] as const]
  })

describe.concurrent("what the rule's own suggestions make of a program keeps the secret", () => {
  it.each([
    ...programs('const password = process.env.DB_PASSWORD\n', loggerSnippets),
    ...programs(REQUEST_HEAD, httpLoggerSnippets),
  ])('%s', async (_, program, env) => {
    const { code, output } = await runProgram(program, { DB_PASSWORD: secret, ...env })
    expect(code, output).toBe(0)
    expect(output).not.toContain(secret)
  })
})
