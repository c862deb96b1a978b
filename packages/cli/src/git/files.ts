import { lstatSync } from 'node:fs'
import { join, normalize, relative, sep } from 'node:path'
import { git } from './run.js'
import type { Repository } from './repository.js'

/** A file of the work tree. */
export interface WorkFile {
  /** The path from the base folder, with `/`; bytes that are not UTF-8 are shown as U+FFFD. */
  path: string
  /** What to open: bytes where the path is not UTF-8. */
  location: string | Buffer
}

/**
 * The files that git knows or would take: tracked ones and untracked ones that are not ignored.
 *
 * @param repository The repository.
 * @param paths Files and folders to look at, absolute; all of the repository when empty.
 * @returns Files that are there, in the order of their paths. Symbolic links and submodules are left out.
 * @throws {CannotCheck} when git fails.
 */
export async function filesOfRepository(repository: Repository, paths: readonly string[]): Promise<WorkFile[]> {
  const { root } = repository
  const specs = paths.map((path) => relative(root, path).split(sep).join('/') || '.')
  const listed = await git(
    ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate', '--', ...specs],
    { cwd: root },
  )
  const files: WorkFile[] = []
  let start = 0
  for (let end = listed.indexOf(0); end >= 0; end = listed.indexOf(0, start)) {
    const bytes = listed.subarray(start, end)
    start = end + 1
    const path = bytes.toString('utf8')
    const location =
      Buffer.byteLength(path) === bytes.length && !path.includes('\uFFFD')
        ? join(root, path)
        : Buffer.concat([Buffer.from(`${root}/`), bytes])
    if (isPlainFile(location)) files.push({ path, location })
  }
  return inOrder(files)
}

/**
 * The files below some folders, without asking git.
 *
 * @param base The folder that paths are given from.
 * @param paths Files and folders, absolute.
 * @returns Files in the order of their paths, without `node_modules`, `.git` and symbolic links.
 */
export async function filesBelow(base: string, paths: readonly string[]): Promise<WorkFile[]> {
  const { glob } = await import('tinyglobby')
  const found = new Set<string>()
  for (const path of paths) {
    const state = lstatSync(path, { throwIfNoEntry: false })
    if (state?.isFile() === true) found.add(path)
    if (state?.isDirectory() !== true) continue
    for (const file of await glob('**', { ...below, cwd: path })) found.add(normalize(file))
  }
  return inOrder([...found].map((path) => ({ path: relative(base, path).split(sep).join('/'), location: path })))
}

/**
 * The files and folders that a pattern means, for shells that leave patterns to programs.
 *
 * @param cwd The folder that the pattern is given from.
 * @param pattern A pattern such as `src/**\/*.ts`.
 * @returns Absolute paths.
 */
export async function pathsOf(cwd: string, pattern: string): Promise<string[]> {
  const { glob, isDynamicPattern } = await import('tinyglobby')
  const slashed = pattern.split(sep).join('/')
  if (!isDynamicPattern(slashed)) return []
  return (await glob(slashed, { ...below, cwd })).map((path) => normalize(path))
}

/** What is never looked into, and how. */
const below = {
  absolute: true,
  dot: true,
  followSymbolicLinks: false,
  ignore: ['**/node_modules/**', '**/.git/**'],
} as const

function isPlainFile(location: string | Buffer): boolean {
  return lstatSync(location, { throwIfNoEntry: false })?.isFile() ?? false
}

/** By code units, so that the order does not depend on the machine's language. */
function inOrder(files: WorkFile[]): WorkFile[] {
  return files.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
}
