import { join } from 'node:path'
import type { PalisadePlugin } from '@palisade/engine'
import type { Finding } from '../findings/finding.js'
import type { BlobSource } from '../git/blobs.js'
import { countLines, touches, type Change } from '../git/changes.js'
import type { Repository } from '../git/repository.js'
import { createChecker } from '../lint/checker.js'
import { createConfigurations, type ConfigurationChoices } from '../lint/configurations.js'
import { decode, isBinary, kindOf, largestWhole, lineCount } from '../lint/contents.js'
import { envFileFinding, envFileRule } from '../lint/env-file.js'
import { settleIn, tidy } from '../lint/memory.js'
import { openLargeFile, type LargeFile } from '../lint/text-stream.js'
import type { Note } from '../report.js'

/** What checking the blobs of some changes gave. */
export interface BlobsOutcome {
  /** Findings of whole files; which of them are new, `isNew` tells. */
  findings: Finding[]
  isNew(finding: Finding): boolean
  notes: Note[]
  files: number
  lines: number
  leftOut: number
  incomplete: boolean
}

/** What to check in the blobs. */
export interface BlobsOptions extends ConfigurationChoices {
  /** Whether all lines count, not only those that the changes add. */
  wholeFiles: boolean
}

/** From this many files on, a run is a long one. */
const worthSettlingIn = 100

/**
 * Checks the contents that changes lead to, as git has them. The work tree is never read.
 *
 * @param repository The repository.
 * @param blobs Reads the repository's blobs.
 * @param changes The changes.
 * @param plugin The plugin whose rules run.
 * @param options What to check.
 * @returns What was found.
 * @throws {CannotCheck} when git or a configuration fails.
 */
export async function checkBlobs(
  repository: Repository,
  blobs: BlobSource,
  changes: readonly Change[],
  plugin: PalisadePlugin,
  options: BlobsOptions,
): Promise<BlobsOutcome> {
  const { root } = repository
  const linesOf = new Map<string, Change['lines']>()
  const outcome: BlobsOutcome = {
    findings: [],
    isNew: (finding) =>
      finding.rule === envFileRule || touches(linesOf.get(finding.path) ?? 'all', finding.line, finding.endLine),
    notes: [],
    files: 0,
    lines: 0,
    leftOut: 0,
    incomplete: false,
  }
  const items: { blob: string; path: string; change: Change }[] = []
  for (const change of changes) {
    if (change.after === undefined) continue
    const lines = options.wholeFiles ? 'all' : change.lines
    if (change.kind !== 'file') outcome.leftOut++
    else if (lines === 'all' || lines.length > 0) {
      linesOf.set(change.path, lines)
      items.push({ blob: change.after, path: change.path, change })
    }
  }
  if (items.length === 0) return outcome
  if (items.length > worthSettlingIn) settleIn()

  const checker = createChecker(plugin)
  const configurations = createConfigurations(plugin, options)
  let large: LargeFile | undefined

  await blobs.read(items, {
    use: (_item, size) => (size <= largestWhole ? 'whole' : 'stream'),
    async whole(item, content) {
      if (isBinary(content) && kindOf(item.path) === 'text') {
        outcome.leftOut++
        return
      }
      const text = decode(content)
      const absolute = join(root, item.path)
      const configuration = kindOf(item.path) === 'script' ? await configurations.of(absolute) : 'ignored'
      const result = await checker.check({ path: item.path, absolute, text }, configuration)
      outcome.findings.push(...result.findings)
      if (result.note !== undefined) outcome.notes.push({ path: item.path, message: result.note })
      if (result.incomplete === true) outcome.incomplete = true
      outcome.files++
      outcome.lines += countLines(linesOf.get(item.path) ?? 'all', lineCount(text))
      const envFinding = envFileFinding(item.path, text)
      if (envFinding !== undefined) outcome.findings.push(envFinding)
      tidy()
    },
    piece(item, piece, last) {
      large ??= openLargeFile(item.path)
      if (!last) {
        if (large.take(piece)) return true
        outcome.leftOut++
        large = undefined
        return false
      }
      const { findings, note, lines } = large.end()
      outcome.findings.push(...findings)
      if (note !== undefined) outcome.notes.push({ path: item.path, message: note })
      outcome.files++
      outcome.lines += countLines(linesOf.get(item.path) ?? 'all', lines)
      large = undefined
      return true
    },
  })
  return outcome
}
