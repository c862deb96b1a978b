import { describe, expect, it } from 'vitest'
import pino from 'pino'
import { pinoPathCases } from '../../../eslint-plugin/src/rules/require-redacted-logger/pino-paths.cases.js'

const SECRET = 'this is the value'

/** The record that has the secret at this path; digits are indexes of arrays. */
function recordWith(member: readonly string[]): Record<string, unknown> {
  return member.reduceRight<unknown>(
    (value, key) => (/^\d+$/u.test(key) ? [...Array<string>(Number(key)).fill(''), value] : { [key]: value }),
    SECRET,
  ) as Record<string, unknown>
}

describe('pino redacts what pinoRedacts says it does', () => {
  it.each(pinoPathCases)('$paths and $member: $redacted', ({ paths, member, redacted }) => {
    let output = ''
    const logger = pino({ redact: [...paths] }, { write: (line: string) => void (output += line) })
    logger.info(recordWith(member))
    expect(output).toContain('"level":30')
    expect(!output.includes(SECRET)).toBe(redacted)
  })
})
