import type { PalisadePlugin } from '@palisade/engine'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { exitCodes } from '../errors.js'
import {
  baselineName,
  emptyBaseline,
  entriesOf,
  formatBaseline,
  matchBaseline,
  parseBaseline,
} from '../findings/baseline.js'
import { knownFromFiles } from '../findings/known.js'
import { withoutSuppressed } from '../findings/suppressions.js'
import { counted } from '../formats/text.js'
import { check } from './check.js'
import type { Host } from './host.js'

/** Choices of `palisade baseline`. */
export interface BaselineChoices {
  prune: boolean
  rules: Record<string, unknown>
  preset: string | undefined
}

/**
 * Takes the findings of the whole repository as known, or drops entries whose finding is gone.
 *
 * @param host The current folder.
 * @param choices What the command line says.
 * @param loadPlugin Loads the plugin.
 * @returns The exit code.
 * @throws {CannotCheck} when the check or the present baseline fails.
 */
export async function baseline(
  host: Host,
  choices: BaselineChoices,
  loadPlugin: () => Promise<PalisadePlugin>,
): Promise<number> {
  const { prune, rules, preset } = choices
  const root = await rootOf(host.cwd)
  const checked = await check(
    { ...host, cwd: root },
    { paths: [], all: false, fix: false, concurrency: undefined, baseline: false, rules, preset },
    loadPlugin,
  )
  const file = join(checked.base, baselineName)
  const before = existsSync(file) ? parseBaseline(readFileSync(file, 'utf8')) : emptyBaseline()
  const suppressed = knownFromFiles(
    checked.base,
    checked.findings.map(({ path }) => path),
  ).suppressions
  const findings = withoutSuppressed(suppressed, checked.findings)
  // Every entry is looked at: one whose file is gone is as stale as one whose finding is.
  const looked = new Map(before.entries.map(({ path }) => [path, undefined as string | undefined]))
  const { stale } = matchBaseline(before, findings, looked)
  const gone = new Set(stale)
  const entries = prune ? before.entries.filter((entry) => !gone.has(entry)) : entriesOf(findings, before.salt)
  writeFileSync(file, formatBaseline({ salt: before.salt, entries }))
  const dropped = stale.length > 0 ? `, ${counted(stale.length, 'stale entry', 'stale entries')} dropped` : ''
  host.stdout.write(`Palisade: ${counted(entries.length, 'known finding')} in ${baselineName}${dropped}\n`)
  if (entries.length > 0) host.stdout.write(`Commit ${baselineName}; from now on only new findings count.\n`)
  return exitCodes.clean
}

async function rootOf(cwd: string): Promise<string> {
  const { findRepository } = await import('../git/repository.js')
  const repository = await findRepository(cwd)
  return repository?.bare === false ? repository.root : cwd
}
