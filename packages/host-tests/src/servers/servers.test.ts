import { randomBytes } from 'node:crypto'
import palisade from '@palisade/eslint-plugin'
import { Linter } from 'eslint'
import { describe, expect, it } from 'vitest'
import { runProgram } from '../run-program.js'
import { exposing, HEAD, leaking } from './server-programs.js'

/** A word that only the internal error knows, made new for each run. */
const DETAIL = randomBytes(8).toString('hex')
const ENV = { DETAIL, NODE_ENV: 'production' }

describe('each server answers with the detail, until the suggestion is taken', () => {
  it.each(leaking)('$framework', async ({ program }) => {
    const messages = lint(program)
    expect(messages).toHaveLength(1)
    const before = await runProgram(HEAD + program, ENV)
    expect(before.output).toContain(DETAIL)

    const { range, text } = messages[0]!.suggestions![0]!.fix
    const fixed = program.slice(0, range[0]) + text + program.slice(range[1])
    expect(lint(fixed)).toEqual([])
    const after = await runProgram(HEAD + fixed, ENV)
    expect(after.code, after.output).toBe(0)
    // a server that answers with an error still says so
    expect(after.output).toMatch(/^(?:200|500) /u)
    expect(after.output).not.toContain(DETAIL)
  })
})

describe('each setting shows the detail in production, until it is changed', () => {
  it.each(exposing)('$framework', async ({ program, remedy: [from, to], strict = false }) => {
    expect(lint(program, strict).map((message) => message.messageId)).toEqual([strict ? 'default' : 'setting'])
    const before = await runProgram(HEAD + program, ENV)
    expect(before.output).toContain(DETAIL)

    const fixed = program.replace(from, to)
    expect(lint(fixed, strict)).toEqual([])
    const after = await runProgram(HEAD + fixed, ENV)
    expect(after.code, after.output).toBe(0)
    expect(after.output).not.toContain(DETAIL)
  })
})

function lint(program: string, strict = false): Linter.LintMessage[] {
  return new Linter().verify(
    program,
    [{ plugins: { palisade }, rules: { 'palisade/no-error-leak': ['error', { strict }] } }],
    { filename: 'server.js' },
  )
}
