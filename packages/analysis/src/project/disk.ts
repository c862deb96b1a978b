import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/**
 * The project's files on disk: read, listed and remembered by file stamp (size and time of change), so that a process
 * that lives as long as an editor always sees the present text and reads nothing twice.
 *
 * Nothing here throws: a file that can't be read is a file that isn't there.
 */

/** Larger files are generated or bundled. */
const LARGEST_FILE = 400_000
/** A project with more source files than this is looked at in part: nearest directories first. */
const MOST_FILES = 6000
const DEEPEST = 14
/** How long what was seen on disk is believed before it is looked at again, in milliseconds. */
const LISTING_LASTS = 2000
/** What took long to see is believed longer, so that looking stays a small part of the whole: this many times as long. */
const LASTS_TIMES = 100
/** How many texts, or facts read from them, are kept. */
const KEPT = 8000

const SOURCE = /\.(?:[cm]?[jt]s|[jt]sx)$/u
/** Files that hold no code of the running program: declarations, tests and what is shown beside them. */
const ASIDE = /\.(?:d|test|spec|e2e|stories|bench)\.[cm]?[jt]sx?$/u
/** Directories that hold no source of the project's own, or none that another part of it imports. */
const SKIPPED =
  /^(?:node_modules|bower_components|dist|build|out|output|coverage|vendor|public|static|assets|tmp|temp|__tests__|__mocks__|__fixtures__|test|tests|e2e|cypress|fixtures|mocks|migrations|seeds|seeders|locales|i18n|translations|\..*)$/u

/** Whether a file is source of the running program, by its name. */
export function isSource(filename: string): boolean {
  return SOURCE.test(filename) && !ASIDE.test(filename)
}

interface Stamp {
  size: number
  changed: number
}

let overlay: (filename: string) => string | undefined = () => undefined

/**
 * Gives the texts of files that are open and not saved; they are preferred to those on disk.
 *
 * @param read answers a file's present text, or undefined when it isn't open.
 */
export function preferUnsaved(read: (filename: string) => string | undefined): void {
  overlay = read
  // what was made of the texts before is no longer true
  listings.clear()
  directories.clear()
}

function stampOf(filename: string): Stamp | undefined {
  try {
    const stat = statSync(filename, { throwIfNoEntry: false })
    return stat?.isFile() ? { size: stat.size, changed: stat.mtimeMs } : undefined
  } catch {
    return undefined
  }
}

/**
 * Whether a file is there. Most questions are about files that are not: a directory is read once for all of them.
 *
 * @param filename its absolute path.
 */
export function fileExists(filename: string): boolean {
  return overlay(filename) !== undefined || filesIn(dirname(filename)).has(basename(filename))
}

const directories = new Map<string, { files: ReadonlySet<string>; until: number }>()
const NO_FILES: ReadonlySet<string> = new Set()

/** The names of the files in a directory. */
function filesIn(directory: string): ReadonlySet<string> {
  const known = directories.get(directory)
  if (known && known.until > Date.now()) return known.files
  const start = Date.now()
  const entries = entriesOf(directory)
  const files = entries ? new Set(entries.flatMap((entry) => (entry.isDirectory() ? [] : [entry.name]))) : NO_FILES
  directories.delete(directory)
  directories.set(directory, { files, until: believedUntil(start) })
  if (directories.size > KEPT) directories.delete(directories.keys().next().value!)
  return files
}

/** Until when something is believed that was seen from `start` until now. */
function believedUntil(start: number): number {
  const now = Date.now()
  return now + LISTING_LASTS + (now - start) * LASTS_TIMES
}

function entriesOf(directory: string): Dirent[] | undefined {
  try {
    return readdirSync(directory, { withFileTypes: true })
  } catch {
    return undefined
  }
}

/**
 * The present text of a file.
 *
 * @param filename its absolute path.
 * @returns the text; undefined when it can't be read, or is too large to have been written by hand.
 */
export function readText(filename: string): string | undefined {
  const open = overlay(filename)
  if (open !== undefined) return open
  const stamp = stampOf(filename)
  return stamp && textOf(filename, stamp)
}

function textOf(filename: string, { size }: Stamp): string | undefined {
  if (size > LARGEST_FILE) return undefined
  try {
    return readFileSync(filename, 'utf8')
  } catch {
    return undefined
  }
}

/**
 * Makes a function of a file's text into a function of its path that is computed once for each state of the file.
 *
 * @param derive what to make of the text.
 * @returns the remembering function; undefined for a file that can't be read.
 */
export function perFile<T>(derive: (text: string, filename: string) => T): (filename: string) => T | undefined {
  const known = new Map<string, { stamp: Stamp | string; value: T; until: number }>()
  return (filename) => {
    const open = overlay(filename)
    const recent = open === undefined ? known.get(filename) : undefined
    if (recent && typeof recent.stamp !== 'string' && recent.until > Date.now()) return recent.value
    const stamp = open ?? stampOf(filename)
    if (stamp === undefined) return undefined
    const kept = known.get(filename)
    if (kept && sameStamp(kept.stamp, stamp)) {
      kept.until = Date.now() + LISTING_LASTS
      return kept.value
    }
    const text = typeof stamp === 'string' ? stamp : textOf(filename, stamp)
    if (text === undefined) return undefined
    const value = derive(text, filename)
    known.delete(filename)
    known.set(filename, { stamp, value, until: Date.now() + LISTING_LASTS })
    if (known.size > KEPT) known.delete(known.keys().next().value!)
    return value
  }
}

function sameStamp(a: Stamp | string, b: Stamp | string): boolean {
  if (typeof a === 'string' || typeof b === 'string') return a === b
  return a.size === b.size && a.changed === b.changed
}

const roots = new Map<string, { root: string | undefined; until: number }>()

/**
 * The directory of the nearest file of a name, from a file upwards.
 *
 * @param filename where to start.
 * @param marker the name to look for, `package.json` when left out.
 */
export function nearest(filename: string, marker = 'package.json'): string | undefined {
  const start = dirname(filename)
  const key = `${marker}\0${start}`
  const known = roots.get(key)
  if (known && known.until > Date.now()) return known.root
  let root: string | undefined
  for (let directory = start; ; directory = dirname(directory)) {
    if (filesIn(directory).has(marker)) {
      root = directory
      break
    }
    if (directory === dirname(directory)) break
  }
  roots.set(key, { root, until: Date.now() + LISTING_LASTS })
  return root
}

/** A repository can hold hundreds of projects; files of the same one are linted one after the other. */
const MOST_LISTINGS = 16
const listings = new Map<string, { files: readonly string[]; until: number }>()

/**
 * The directory below which a file's neighbours are looked for: its project's, or the one in it that is usually skipped
 * and that the file stands in all the same (the build output of a published package).
 *
 * @param filename the file's absolute path.
 */
export function projectOf(filename: string): string | undefined {
  const root = nearest(filename)
  if (root === undefined) return undefined
  let directory = root
  for (const part of filename
    .slice(root.length + 1)
    .split(/[\\/]/u)
    .slice(0, -1)) {
    directory = join(directory, part)
    if (SKIPPED.test(part)) return directory
  }
  return root
}

/**
 * The source files of a project: below a directory, outside of dependencies, build output and tests, breadth first.
 *
 * @param root the project's directory.
 * @returns absolute paths, at most {@link MOST_FILES}.
 */
export function sourceFiles(root: string): readonly string[] {
  const known = listings.get(root)
  if (known && known.until > Date.now()) return known.files
  const start = Date.now()
  const files: string[] = []
  let level = [root]
  for (let depth = 0; depth < DEEPEST && level.length > 0 && files.length < MOST_FILES; depth++) {
    const below: string[] = []
    for (const directory of level) {
      for (const entry of entriesOf(directory) ?? []) {
        if (entry.isDirectory()) {
          if (!SKIPPED.test(entry.name)) below.push(join(directory, entry.name))
        } else if (entry.isFile() && isSource(entry.name) && files.length < MOST_FILES)
          files.push(join(directory, entry.name))
      }
    }
    level = below
  }
  listings.delete(root)
  listings.set(root, { files, until: believedUntil(start) })
  if (listings.size > MOST_LISTINGS) listings.delete(listings.keys().next().value!)
  return files
}

/**
 * Believes a list of a project's files longer, because more than the list was made of it.
 *
 * @param root the project's directory.
 * @param start when the work began that a new list would bring again.
 */
export function believeLonger(root: string, start: number): void {
  const known = listings.get(root)
  if (known) known.until = believedUntil(start)
}

const NO_PACKAGES: ReadonlySet<string> = new Set()

const packagesOf = perFile((text): ReadonlySet<string> => {
  try {
    const json = JSON.parse(text) as { dependencies?: object; devDependencies?: object }
    return new Set(Object.keys({ ...json.dependencies, ...json.devDependencies }))
  } catch {
    return NO_PACKAGES
  }
})

/**
 * The packages that a file's project depends on, by its nearest `package.json`.
 *
 * @param filename the file's absolute path.
 */
export function projectPackages(filename: string): ReadonlySet<string> {
  const root = filename === '' ? undefined : nearest(filename)
  return (root !== undefined && packagesOf(join(root, 'package.json'))) || NO_PACKAGES
}
