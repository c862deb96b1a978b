import { describe, expect, it } from 'vitest'
import { reportsOf } from '../../../eslint-plugin/src/rules/require-redacted-logger/lint-text.js'
import { httpLoggers, loggers, trackers } from '@palisade/analysis'
import { httpLoggerSnippets, loggerSnippets } from './logger-snippets.js'
import { notOnPlainNode, sentSnippets } from './sent-snippets.js'

const HEAD = 'const password = process.env.DB_PASSWORD\n'

/** The programs that are seen to print the secret, and those that are seen to keep it, through the rule. */
describe('the rule agrees with what the packages print', () => {
  it.each(
    [...loggerSnippets, ...sentSnippets, ...httpLoggerSnippets].map(
      (snippet) => [[snippet.row, snippet.title].filter(Boolean).join(': '), snippet] as const,
    ),
  )('%s', (_, { leaky, fixed }) => {
    expect(reportsOf(HEAD + leaky)).not.toEqual([])
    expect(reportsOf(HEAD + fixed)).toEqual([])
  })
})

it('every row is tried against its package, where that runs on plain Node', () => {
  const tried = new Set([...loggerSnippets, ...sentSnippets, ...httpLoggerSnippets].map((snippet) => snippet.row))
  const rows = [...loggers, ...trackers, ...httpLoggers].map((row) => row.id as string)
  expect(rows.filter((row) => !tried.has(row) && !(row in notOnPlainNode))).toEqual([])
})
