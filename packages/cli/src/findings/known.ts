import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BlobSource } from '../git/blobs.js'
import type { Repository } from '../git/repository.js'
import { baselineName, matchBaseline, parseBaseline, type Baseline, type BaselineMatch } from './baseline.js'
import type { Finding } from './finding.js'
import { parseSuppressions, suppressionsName, withoutSuppressed, type Suppressions } from './suppressions.js'

/** Everything that a team has taken as known. */
export interface Known {
  baseline: Baseline
  suppressions: Suppressions
}

/**
 * Reads what is known from the work tree.
 *
 * @param base The base folder.
 * @param paths Paths of the files to be checked, from the base folder: suppressions are looked for beside and above.
 * @returns What is known.
 * @throws {CannotCheck} when one of the files is damaged.
 */
export function knownFromFiles(base: string, paths: Iterable<string>): Known {
  const texts = new Map<string, string>()
  for (const path of candidates(base, paths)) texts.set(path, readFileSync(join(base, path), 'utf8'))
  return knownOf(texts)
}

/**
 * Reads what is known from a commit or from the index, so that a check says the same here and in CI. A file that git
 * does not have is taken from the work tree.
 *
 * @param repository The repository.
 * @param blobs Reads the repository's blobs.
 * @param tree A commit, or the empty text for the index.
 * @param paths Paths of the files to be checked, from the repository's root.
 * @returns What is known.
 * @throws {CannotCheck} when git fails or one of the files is damaged.
 */
export async function knownFromGit(
  repository: Repository,
  blobs: BlobSource,
  tree: string,
  paths: Iterable<string>,
): Promise<Known> {
  const texts = new Map<string, string>()
  const items = candidates(repository.root, paths).map((path) => ({ path, blob: `${tree}:${path}`, optional: true }))
  if (items.length === 0) return knownOf(texts)
  for (const { path } of items) texts.set(path, readFileSync(join(repository.root, path), 'utf8'))
  await blobs.read(items, {
    use: () => 'whole',
    whole: ({ path }, content) => void texts.set(path, content.toString('utf8')),
    piece: () => false,
  })
  return knownOf(texts)
}

/**
 * Leaves out what is known.
 *
 * @param known What is known.
 * @param findings All findings of the looked-at files.
 * @param looked The looked-at files, with the path that each had before a rename.
 * @param isNew Whether a finding lies on a line that the change adds.
 * @returns What is new, how many are known, and which baseline entries are stale.
 */
export function withoutKnown(
  known: Known,
  findings: readonly Finding[],
  looked: ReadonlyMap<string, string | undefined>,
  isNew?: (finding: Finding) => boolean,
): BaselineMatch {
  const open = withoutSuppressed(known.suppressions, findings)
  const match = matchBaseline(known.baseline, open, looked, isNew)
  return { ...match, known: match.known + findings.length - open.length }
}

function knownOf(texts: ReadonlyMap<string, string>): Known {
  let baseline: Baseline = { salt: '', entries: [] }
  const suppressions: Suppressions = new Map()
  for (const [path, text] of texts) {
    if (path === baselineName) baseline = parseBaseline(text)
    else {
      const folder = path.slice(0, Math.max(0, path.length - suppressionsName.length - 1))
      for (const [file, counts] of parseSuppressions(text, folder)) suppressions.set(file, counts)
    }
  }
  return { baseline, suppressions }
}

/** The files in which known findings can be kept, where the work tree has them. */
function candidates(base: string, paths: Iterable<string>): string[] {
  const folders = new Set([''])
  for (const path of paths) {
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      const folder = path.slice(0, end)
      if (folders.has(folder)) break
      folders.add(folder)
    }
  }
  const files = [baselineName, ...[...folders].map((folder) => (folder === '' ? '' : `${folder}/`) + suppressionsName)]
  return files.filter((file) => existsSync(join(base, file)))
}
