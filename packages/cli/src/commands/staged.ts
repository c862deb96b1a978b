import type { PalisadePlugin } from '@palisade/engine'
import { isAbsolute, relative, resolve, sep } from 'node:path'
import { inOrder } from '../findings/finding.js'
import { knownFromGit, withoutKnown } from '../findings/known.js'
import { openBlobs, type BlobSource } from '../git/blobs.js'
import type { Change } from '../git/changes.js'
import { changesOfTree, stagedChanges } from '../git/staged.js'
import { requireRepository, type Repository } from '../git/repository.js'
import type { Report } from '../report.js'
import type { CheckChoices } from './choices.js'

/** Choices of `palisade staged`. */
export interface StagedChoices extends CheckChoices {
  wholeFiles: boolean
  /** Files to limit the check to, as hook managers pass them; all staged files when empty. */
  paths: readonly string[]
}

/** The part of a report that a check fills in. */
export type Checked = Omit<Report, 'milliseconds' | 'version' | 'rules'>

/**
 * Checks what is about to be committed: the contents of the index, whatever the work tree holds.
 *
 * @param cwd The current folder.
 * @param choices What the command line says.
 * @param loadPlugin Loads the plugin; it is called while git is at work.
 * @returns What was found on lines that the commit adds.
 * @throws {CannotCheck} when git or a configuration fails.
 */
export async function staged(
  cwd: string,
  choices: StagedChoices,
  loadPlugin: () => Promise<PalisadePlugin>,
): Promise<Checked> {
  // Git works while the rules are loaded.
  const blobs = openBlobs(cwd)
  try {
    return await checkStaged(cwd, choices, blobs, loadPlugin)
  } finally {
    blobs.close()
  }
}

async function checkStaged(
  cwd: string,
  choices: StagedChoices,
  blobs: BlobSource,
  loadPlugin: () => Promise<PalisadePlugin>,
): Promise<Checked> {
  const finding = requireRepository(cwd)
  const comparing = stagedChanges(cwd, finding)
  const loading = Promise.all([import('./check-blobs.js'), loadPlugin()])
  // The first failure that is met below counts; the others are not unhandled.
  for (const promise of [finding, comparing, loading]) promise.catch(() => undefined)
  const repository = await finding
  let changes = await comparing
  let wholeFiles = choices.wholeFiles
  const notes: Report['notes'] = []
  if (choices.paths.length > 0) {
    const wanted = new Set(choices.paths.map((path) => fromRoot(repository, cwd, path)))
    const chosen = changes.filter(({ path }) => wanted.has(path))
    if (changes.length === 0) {
      // A hook manager that runs over all files, outside a commit: there is nothing staged to compare with.
      changes = (await changesOfTree(repository)).filter(({ path }) => wanted.has(path))
      wholeFiles = true
      if (changes.length > 0)
        notes.push({ path: '.', message: 'nothing is staged, so the given files were checked whole' })
    } else changes = chosen
  }
  const { root } = repository
  const alive = changes.filter(({ status }) => status !== 'deleted')
  const known = choices.baseline
    ? await knownFromGit(
        repository,
        blobs,
        '',
        alive.map(({ path }) => path),
      )
    : undefined
  const [{ checkBlobs }, plugin] = await loading
  const options = { base: root, preset: choices.preset, rules: choices.rules, wholeFiles }
  const outcome = await checkBlobs(repository, blobs, alive, plugin, options)
  const match = known && withoutKnown(known, outcome.findings, lookedAt(changes), outcome.isNew)
  const fresh = match?.fresh ?? outcome.findings
  return {
    subject: 'staged changes',
    findings: inOrder(fresh.filter((finding) => outcome.isNew(finding))),
    allFindings: outcome.findings,
    notes: [...notes, ...outcome.notes],
    files: outcome.files,
    lines: outcome.lines,
    commits: undefined,
    leftOut: outcome.leftOut,
    known: match?.known ?? 0,
    stale: match?.stale ?? [],
    incomplete: outcome.incomplete,
    base: root,
  }
}

/** Files whose baseline entries can be judged: their findings are all known, or they are gone. */
function lookedAt(changes: readonly Change[]): Map<string, string | undefined> {
  const looked = new Map<string, string | undefined>()
  for (const { path, from, lines, kind } of changes) {
    if (kind === 'file' && (lines === 'all' || lines.length > 0)) looked.set(path, from)
  }
  return looked
}

function fromRoot(repository: Repository, cwd: string, path: string): string {
  const absolute = isAbsolute(path) ? path : resolve(cwd, path)
  return relative(repository.root, absolute).split(sep).join('/')
}
