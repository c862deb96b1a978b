import { CannotCheck } from '../errors.js'
import { changesArguments, inBoth, readChanges, type Change } from './changes.js'
import type { Repository } from './repository.js'
import { git, GitFailed, startGit } from './run.js'

/** What one commit changes. */
export interface CommitChanges {
  commit: string
  changes: Change[]
}

/** One line that git hands to a pre-push hook. */
export interface PushedRef {
  localRef: string
  local: string
  remoteRef: string
  remote: string
}

/**
 * Reads what git writes to a pre-push hook.
 *
 * @param input The hook's standard input.
 * @returns The refs that are pushed; deletions are left out, they push nothing.
 * @throws {CannotCheck} when a line is not of git's form.
 */
export function parsePushedRefs(input: string): PushedRef[] {
  const refs: PushedRef[] = []
  for (const line of input.split('\n')) {
    if (line.trim() === '') continue
    const [localRef, local, remoteRef, remote] = line.trim().split(' ')
    if (localRef === undefined || !isObject(local) || remoteRef === undefined || !isObject(remote)) {
      throw new CannotCheck(
        'the standard input is not what git gives to a pre-push hook',
        'pass "<local ref> <local object> <remote ref> <remote object>" lines, or use --range',
      )
    }
    if (!isZero(local)) refs.push({ localRef, local, remoteRef, remote })
  }
  return refs
}

/**
 * The commits that a push brings to the remote.
 *
 * @param repository The repository.
 * @param ref The pushed ref.
 * @param remoteName The remote's name, as git tells the hook, when it is known.
 * @returns Object names, oldest first.
 * @throws {CannotCheck} when git fails.
 */
export async function commitsOfPush(repository: Repository, ref: PushedRef, remoteName?: string): Promise<string[]> {
  if (ref.local.startsWith('-')) throw new CannotCheck(`"${ref.local}" is not a branch`, 'name a branch or a commit')
  const known = remoteName === undefined || remoteName.includes('/') ? ['--remotes'] : [`--remotes=${remoteName}`]
  const revisions = [ref.local, '--not', ...known]
  // What the remote has under this name may be unknown here when somebody else pushed it.
  if (!isZero(ref.remote) && (await exists(repository, ref.remote))) revisions.push(ref.remote)
  return await commitsOf(repository, revisions)
}

/**
 * The commits of a range.
 *
 * @param repository The repository.
 * @param range `A..B`, or a single revision for all that leads to it.
 * @returns Object names, oldest first.
 * @throws {CannotCheck} when the range can't be read; the sentence says so.
 */
export async function commitsOfRange(repository: Repository, range: string): Promise<string[]> {
  if (range.startsWith('-')) throw new CannotCheck(`"${range}" is not a range`, 'write it as A..B')
  try {
    return await commitsOf(repository, [range])
  } catch (error) {
    if (!(error instanceof GitFailed)) throw error
    const remedy = 'name two commits that exist here as A..B; in CI, fetch the whole history'
    throw new CannotCheck(`the range "${range}" names a commit that is not here`, remedy, { cause: error })
  }
}

/**
 * What a commit changes against its parents. A merge counts with what differs from every parent.
 *
 * @param repository The repository.
 * @param commit The commit.
 * @returns Its changes.
 * @throws {CannotCheck} when git fails.
 */
export async function changesOfCommit(repository: Repository, commit: string): Promise<CommitChanges> {
  const output = await git(['rev-list', '--parents', '-n', '1', commit, '--'], { cwd: repository.root })
  const parents = output.toString('latin1').trim().split(' ').slice(1)
  if (parents.length === 0) parents.push(repository.emptyTree)
  const [first, ...others] = await Promise.all(parents.map((parent) => compareTrees(repository, parent, commit)))
  let changes = first ?? []
  for (const other of others) {
    const fromOther = new Map(other.map((change) => [change.path, change]))
    changes = changes.flatMap((change) => {
      const theirs = fromOther.get(change.path)
      return theirs === undefined ? [] : [{ ...change, lines: inBoth(change.lines, theirs.lines) }]
    })
  }
  return { commit, changes }
}

async function compareTrees(repository: Repository, before: string, after: string): Promise<Change[]> {
  const diff = startGit(['diff-tree', ...changesArguments, before, after, '--'], { cwd: repository.root })
  const changes = await readChanges(diff.stdout)
  await diff.done
  return changes
}

async function commitsOf(repository: Repository, revisions: string[]): Promise<string[]> {
  const output = await git(['rev-list', '--reverse', ...revisions, '--'], { cwd: repository.root })
  return output.toString('latin1').split('\n').filter(Boolean)
}

async function exists(repository: Repository, object: string): Promise<boolean> {
  try {
    await git(['cat-file', '-e', object], { cwd: repository.root })
    return true
  } catch (error) {
    if (error instanceof GitFailed) return false
    throw error
  }
}

function isObject(text: string | undefined): text is string {
  return text !== undefined && /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(text)
}

function isZero(object: string): boolean {
  return /^0+$/.test(object)
}
