import { fileURLToPath } from 'node:url'
import plugin from '@palisade/eslint-plugin'
import { describe, expect, it } from 'vitest'
import { lintFolder, printFindings } from './lint-folder.js'

const here = fileURLToPath(new URL('.', import.meta.url))
const applications = ['chat-api', 'orders-service', 'notes-app']

describe('the examples', () => {
  it.each(applications)('%s is clean after', async (name) => {
    const found = await lintFolder(`${here}${name}/after`, plugin, 'strict')
    expect(printFindings(found)).toBe('')
    expect(found.fileCount).toBeGreaterThan(3)
  })

  it.each(applications)('%s is not clean before, in the recommended config', async (name) => {
    const found = await lintFolder(`${here}${name}/before`, plugin, 'recommended')
    const rules = new Set(found.files.flatMap(({ findings }) => findings.map(({ rule }) => rule)))
    expect(rules.size).toBe(5)
  })
})
