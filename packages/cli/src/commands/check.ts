import type { PalisadePlugin } from '@palisade/engine'
import { existsSync, lstatSync, realpathSync, writeFileSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { CannotCheck } from '../errors.js'
import { inOrder, type Finding } from '../findings/finding.js'
import { knownFromFiles, withoutKnown } from '../findings/known.js'
import { filesBelow, filesOfRepository, pathsOf, type WorkFile } from '../git/files.js'
import { findRepository } from '../git/repository.js'
import { createFilesChecker, type FilesOptions, type FilesOutcome } from '../lint/files.js'
import { checkInThreads, threadsFor } from '../lint/threads.js'
import type { CheckChoices } from './choices.js'
import type { Host } from './host.js'
import type { Checked } from './staged.js'

/** Choices of `palisade check`. */
export interface FilesChoices extends CheckChoices {
  paths: readonly string[]
  /** Whether to walk the folders instead of asking git. */
  all: boolean
  fix: boolean
  /** The number of threads; undefined leaves it to the command. */
  concurrency: number | undefined
}

/** Shows how far a check has come. */
export type Progress = (done: number, total: number) => void

/**
 * Checks files of the work tree.
 *
 * @param host The current folder.
 * @param choices What the command line says.
 * @param loadPlugin Loads the plugin.
 * @param progress Told after each batch of files.
 * @returns What was found.
 * @throws {CannotCheck} when a path is missing, or git or a configuration fails.
 */
export async function check(
  host: Host,
  choices: FilesChoices,
  loadPlugin: () => Promise<PalisadePlugin>,
  progress: Progress = () => undefined,
): Promise<Checked> {
  const { base, files, fromGit } = await filesFor(host.cwd, choices)
  const options = { base, preset: choices.preset, rules: choices.rules, envFiles: fromGit }
  const threads = choices.concurrency ?? threadsFor(files.length)
  const outcome = await run(files, options, threads, loadPlugin, progress)
  const match = choices.baseline ? known(base, outcome, files) : undefined
  let findings = match?.fresh ?? outcome.findings
  if (choices.fix) {
    const { applyFixes } = await import('../lint/fix.js')
    const checker = createFilesChecker(await loadPlugin(), options)
    const mended = await applyFixes(base, findings, checker, (path, text) => writeFileSync(join(base, path), text))
    if (mended.size > 0) {
      const again = outcome.findings.filter(({ path }) => !mended.has(path)).concat([...mended.values()].flat())
      const rest = { ...outcome, findings: again }
      findings = choices.baseline ? known(base, rest, files).fresh : again
    }
  }
  return {
    subject: 'files',
    findings: inOrder(findings),
    allFindings: outcome.findings,
    notes: outcome.notes,
    files: outcome.files,
    lines: outcome.lines,
    commits: undefined,
    leftOut: outcome.leftOut,
    known: match?.known ?? 0,
    stale: match?.stale ?? [],
    incomplete: outcome.incomplete,
    base,
  }
}

/**
 * The files that paths mean, and the folder that their own paths are given from.
 *
 * @param cwd The current folder.
 * @param choices The paths; the current folder when there are none.
 * @returns The files, from git where it is asked.
 * @throws {CannotCheck} when a path is missing or git fails.
 */
export async function filesFor(
  cwd: string,
  choices: Pick<FilesChoices, 'paths' | 'all'>,
): Promise<{ base: string; files: WorkFile[]; fromGit: boolean }> {
  const here = realpathSync(cwd)
  const paths: string[] = []
  for (const path of choices.paths) {
    const absolute = resolve(here, path)
    const meant = existsSync(absolute) ? [absolute] : await pathsOf(here, path)
    if (meant.length === 0) throw new CannotCheck(`there is no "${path}"`, 'check the spelling and the current folder')
    paths.push(...meant.map((one) => realpathSync(one)))
  }
  const repository = await findRepository(cwd)
  const root = repository?.bare === false ? realpathSync(repository.root) : undefined
  const inside = root !== undefined && [here, ...paths].every((path) => path === root || path.startsWith(root + sep))
  const base = inside ? root : here
  const wanted = paths.length > 0 ? paths : [here]
  if (choices.all || !inside || repository === undefined) {
    return { base, files: await filesBelow(base, wanted), fromGit: false }
  }
  const files = await filesOfRepository({ ...repository, root }, wanted)
  // A file that was named on purpose is checked, even where git ignores it.
  const seen = new Set(files.map(({ path }) => path))
  for (const path of paths) {
    const own = relative(base, path).split(sep).join('/')
    if (!seen.has(own) && lstatSync(path).isFile()) files.push({ path: own, location: path })
  }
  return { base, files, fromGit: true }
}

function known(base: string, outcome: { findings: readonly Finding[] }, files: readonly WorkFile[]) {
  const looked = new Map(files.map(({ path }) => [path, undefined as string | undefined]))
  const state = knownFromFiles(base, looked.keys())
  // Entries of files that are gone are stale as well.
  for (const { path } of state.baseline.entries) if (!existsSync(join(base, path))) looked.set(path, undefined)
  return withoutKnown(state, outcome.findings, looked)
}

async function run(
  files: readonly WorkFile[],
  options: FilesOptions,
  threads: number,
  loadPlugin: () => Promise<PalisadePlugin>,
  progress: Progress,
): Promise<FilesOutcome> {
  if (threads > 1) return await checkInThreads(files, options, threads, progress)
  return await createFilesChecker(await loadPlugin(), options)(files, progress)
}
