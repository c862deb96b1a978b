import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CannotCheck } from '../errors.js'
import { git, GitFailed, startAhead } from './run.js'

/** A repository as the current folder and the environment name it. */
export interface Repository {
  /** The root of the work tree; in a bare repository the git folder. Paths in the index are relative to it. */
  root: string
  /** The git folder of this work tree: `.git`, or the work tree's own one. */
  gitDir: string
  bare: boolean
  /** Whether there is a commit to compare with: not before the first one, and not on an orphan branch. */
  hasHead: boolean
  /** The tree that has no files, which a first commit is compared with. */
  emptyTree: string
}

/** The name of the tree without files, by the repository's hash. */
const emptyTrees: Record<string, string> = {
  sha1: '4b825dc642cb6eb9a060e54bf8d69288fbee4904',
  sha256: '6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321',
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
    const [gitDir, root, ...rest] = linesOf(await git(findArguments, { cwd }))
    return { root: root ?? '', gitDir: gitDir ?? '', bare: false, ...readHead(rest) }
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

async function withoutWorkTree(cwd: string): Promise<Repository> {
  const [gitDir = '', ...rest] = linesOf(await git(['rev-parse', '--absolute-git-dir', ...headAndHash], { cwd }))
  return { root: gitDir, gitDir, bare: true, ...readHead(rest) }
}

/**
 * Starts what `findRepository` asks first, for a program that is not loaded yet.
 *
 * @param cwd The current folder.
 */
export function findAhead(cwd: string): void {
  startAhead(findArguments, { cwd })
}

/** With `--revs-only` a HEAD that is not there is left out, instead of being an error. */
const headAndHash = ['--show-object-format', '--revs-only', 'HEAD']

const findArguments = ['rev-parse', '--absolute-git-dir', '--show-toplevel', ...headAndHash]

function readHead([hash = '', head = '']: string[]): Pick<Repository, 'hasHead' | 'emptyTree'> {
  return { hasHead: head !== '', emptyTree: emptyTrees[hash] ?? '' }
}

function linesOf(output: Buffer): string[] {
  return output.toString('utf8').split('\n')
}
