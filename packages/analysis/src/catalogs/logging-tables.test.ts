import { describe, expect, it } from 'vitest'
import { clientErrorMembers, confidentialContainers, secretCalls } from './confidential-containers.js'
import { confidentialHeaders } from './confidential-headers.js'
import { httpLoggers } from './http-loggers.js'
import { loggers } from './loggers.js'
import { redactors } from './redactors.js'
import { trackers } from './trackers.js'

const tables = {
  clientErrorMembers,
  confidentialContainers,
  confidentialHeaders,
  httpLoggers,
  loggers,
  redactors,
  secretCalls,
  trackers,
} satisfies Record<string, readonly { id: string; source: string }[]>

describe.each(Object.entries(tables))('%s', (_, rows) => {
  it('has unique ids', () => expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length))
  it.each(rows.map((row) => [row.id, row] as const))('%s says where its fact comes from', (_, row) =>
    expect(new URL(row.source).protocol).toBe('https:'),
  )
})

describe('confidentialHeaders', () => {
  it.each(confidentialHeaders.map((row) => row.id))('%s is in lower case', (id) => expect(id).toBe(id.toLowerCase()))
})

describe('loggers', () => {
  it.each(loggers.map((row) => [row.id, row] as const))('%s skips arguments of its own methods only', (_, row) => {
    const skips = 'skips' in row ? Object.keys(row.skips) : []
    expect(row.writes).toEqual(expect.arrayContaining(skips))
  })
})
