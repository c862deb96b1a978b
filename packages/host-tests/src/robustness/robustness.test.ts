import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { lintableText, sampleFiles, sourceFilesBelow } from './files.js'
import { lintSafely } from './lint-safely.js'

const workspace = fileURLToPath(new URL('../../../../', import.meta.url))
const typescriptLib = path.dirname(createRequire(import.meta.url).resolve('typescript'))

/** Lints files one by one, giving the test runner room to breathe, and collects what threw. */
async function lintAll(files: readonly string[], limit?: number): Promise<{ linted: number; threw: string[] }> {
  const threw: string[] = []
  let linted = 0
  for (const [index, file] of files.entries()) {
    const text = lintableText(file, limit)
    if (text === undefined) continue
    const outcome = lintSafely(text, file)
    if (outcome === 'linted') linted++
    else if (outcome !== 'unreadable') threw.push(`${path.relative(workspace, file)}\n${outcome.threw}`)
    if (index % 50 === 0) await new Promise((resolve) => setImmediate(resolve))
  }
  return { linted, threw }
}

describe('no rule throws', { timeout: 15 * 60_000 }, () => {
  it("on TypeScript's own lib folder, its compiler of nine megabytes among it", async () => {
    const { linted, threw } = await lintAll(sourceFilesBelow(typescriptLib), 20_000_000)
    expect(threw).toEqual([])
    expect(linted).toBeGreaterThan(100)
  })

  it('on 3,000 files that packages ship, of every extension', async () => {
    const files = sampleFiles(sourceFilesBelow(path.join(workspace, 'node_modules')), 3_000)
    const { linted, threw } = await lintAll(files)
    expect(threw).toEqual([])
    expect(files).toHaveLength(3_000)
    expect(linted).toBeGreaterThan(2_500)
  })
})
