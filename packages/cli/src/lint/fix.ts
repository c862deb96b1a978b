import { applyEdits, combineFixes } from '@palisade/engine'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Finding } from '../findings/finding.js'
import type { FilesChecker } from './files.js'

/** As in ESLint: one fix can make room for the next, and ten rounds are enough for any that end. */
const rounds = 10

/**
 * Applies the automatic fixes of findings to their files. Suggestions are left to people.
 *
 * @param base The folder that paths are given from.
 * @param findings The findings whose fixes are wanted.
 * @param check Checks a file anew after each round.
 * @param write Writes a changed file.
 * @returns What is left in the changed files, by path.
 */
export async function applyFixes(
  base: string,
  findings: readonly Finding[],
  check: FilesChecker,
  write: (path: string, text: string) => void,
): Promise<Map<string, Finding[]>> {
  const left = new Map<string, Finding[]>()
  const paths = new Set(findings.filter(({ fix }) => fix !== undefined).map(({ path }) => path))
  for (const path of paths) {
    const location = join(base, path)
    let current = findings.filter((finding) => finding.path === path)
    for (let round = 0; round < rounds && current.some(({ fix }) => fix !== undefined); round++) {
      const bytes = readFileSync(location)
      const text = bytes.toString('utf8')
      // Bytes that are not UTF-8 would not come back as they were.
      if (!Buffer.from(text).equals(bytes)) break
      write(path, applyEdits(text, combineFixes(current)))
      current = (await check([{ path, location }])).findings
      left.set(path, current)
    }
  }
  return left
}
