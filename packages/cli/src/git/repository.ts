import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CannotCheck } from '../errors.js'
import { git, GitFailed } from './run.js'

/** A repository as the current folder and the environment name it. */
export interface Repository {
  /** The root of the work tree; in a bare repository the git folder. Paths in the index are relative to it. */
  root: string
  /** The git folder of this work tree: `.git`, or the work tree's own one. */
  gitDir: string
  bare: boolean
}

/**
 * Finds the repository that the current folder belongs to.
 *
 * @param cwd The current folder.
 * @returns The repository, or nothing when the folder is in none.
 * @throws {CannotCheck} when git is missing or refuses the repository, for instance because of its owner.
 */
export async function findRepository(cwd: string): Promise<Repository | undefined> {
  try {
    const output = await git(['rev-parse', '--absolute-git-dir', '--show-toplevel'], { cwd })
    const [gitDir = '', root = ''] = output.toString('utf8').split('\n')
    return { root, gitDir, bare: false }
  } catch (error) {
    if (!(error instanceof GitFailed)) throw error
    if (/not a git repository/i.test(error.stderr)) return undefined
    if (/must be run in a work tree/i.test(error.stderr)) return await withoutWorkTree(cwd)
    if (/dubious ownership/i.test(error.stderr)) {
      throw new CannotCheck(
        'git does not trust this repository because another user owns it',
        `run "git config --global --add safe.directory ${cwd}"`,
        { cause: error },
      )
    }
    throw error
  }
}

/**
 * Like `findRepository`, for commands that make no sense without one.
 *
 * @param cwd The current folder.
 * @returns The repository.
 * @throws {CannotCheck} when there is none.
 */
export async function requireRepository(cwd: string): Promise<Repository> {
  const repository = await findRepository(cwd)
  if (repository === undefined) {
    throw new CannotCheck(
      'this folder is not in a git repository',
      'change to one, or use "palisade check" for plain folders',
    )
  }
  return repository
}

/**
 * The other parents of the commit being made, when a merge is going on.
 *
 * @param repository The repository.
 * @returns Object names of the merged heads; none outside a merge.
 */
export function mergeHeads(repository: Repository): string[] {
  const file = join(repository.gitDir, 'MERGE_HEAD')
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8').split('\n').filter(Boolean)
}

/**
 * The tree that has no files, which the first commit is compared with. Its name depends on the repository's hash.
 *
 * @param repository The repository.
 * @returns The tree's object name.
 */
export async function emptyTree(repository: Repository): Promise<string> {
  const output = await git(['hash-object', '-t', 'tree', '--stdin'], { cwd: repository.root, input: '' })
  return output.toString('utf8').trim()
}

/**
 * Whether the repository has a first commit.
 *
 * @param repository The repository.
 * @returns False before the first commit and on an orphan branch.
 */
export async function hasHead(repository: Repository): Promise<boolean> {
  try {
    await git(['rev-parse', '--quiet', '--verify', 'HEAD^{commit}'], { cwd: repository.root })
    return true
  } catch (error) {
    if (error instanceof GitFailed) return false
    throw error
  }
}

async function withoutWorkTree(cwd: string): Promise<Repository> {
  const output = await git(['rev-parse', '--absolute-git-dir'], { cwd })
  const gitDir = output.toString('utf8').split('\n')[0] ?? ''
  return { root: gitDir, gitDir, bare: true }
}
