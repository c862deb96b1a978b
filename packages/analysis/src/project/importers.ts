import { nearest, perFile, sourceFiles } from './disk.js'
import { resolveImport } from './resolve.js'

/**
 * Which files of the project import a file? Answered from the text of the imports alone, so that only the few files
 * that matter are ever parsed.
 */

/** What the text of a file says before it is parsed. */
interface Outline {
  /** The specifiers of imports that may lead to files of the project. */
  imports: readonly string[]
  /** Whether calls stand in it that register routes or install validators. */
  registers: boolean
  /** Whether it hands on what it imports, as an index of a directory does. */
  reexports: boolean
}

const IMPORT = /(?:\bfrom\s*|\brequire\s*\(\s*|\bimport\s*(?:\(\s*)?)(["'])([^"'\n]{1,200})\1/gu
/** Calls by which routes are registered, or validation is installed for all of them. */
const REGISTERS =
  /\.\s*(?:get|post|put|patch|delete|del|all|use|route|register|on|add|options|head|mount|useGlobalPipes|procedure|openapi|query|mutation)\s*\(|APP_PIPE|createServer/u
const REEXPORTS = /\bexport\b[^;'"\n]{1,300}\bfrom\b|\bexports\b/u

const outline = perFile((text): Outline => ({
  imports: [...new Set(Array.from(text.matchAll(IMPORT), (match) => match[2]!))].filter(
    (specifier) => !specifier.startsWith('node:'),
  ),
  registers: REGISTERS.test(text),
  reexports: REEXPORTS.test(text),
}))

/** How many importers of one file are looked at. */
const MOST_IMPORTERS = 24
/** How many files may stand between a handler's file and the one that registers it. */
const MOST_BARRELS = 3
/** What a question may take, in milliseconds. Past it the answer is what was found so far. */
const LONGEST = 400

/**
 * The files that import a file, also through an index that hands it on, and register routes.
 *
 * @param filename the imported file's absolute path.
 * @returns absolute paths, nearest importers first.
 */
export function importersOf(filename: string): readonly string[] {
  const root = nearest(filename)
  if (!root) return []
  const stop = Date.now() + LONGEST
  const found = new Set<string>()
  const asked = new Set([filename])
  let wanted = [filename]
  for (let hop = 0; hop <= MOST_BARRELS && wanted.length > 0; hop++) {
    const barrels: string[] = []
    for (const target of wanted) {
      const name = stem(target)
      for (const candidate of sourceFiles(root)) {
        if (found.size >= MOST_IMPORTERS || Date.now() > stop) return [...found]
        if (asked.has(candidate)) continue
        const seen = outline(candidate)
        if (!seen || !(seen.registers || seen.reexports)) continue
        if (
          !seen.imports.some((specifier) => mayName(specifier, name) && resolveImport(candidate, specifier) === target)
        )
          continue
        if (seen.registers) found.add(candidate)
        if (seen.reexports && barrels.length < MOST_IMPORTERS) {
          asked.add(candidate)
          barrels.push(candidate)
        }
      }
    }
    wanted = barrels
  }
  return [...found]
}

/** Whether a specifier can lead to a file of this name: only then is it resolved. */
function mayName(specifier: string, name: string): boolean {
  const last = stem(specifier)
  return last === name || /^\.*$/u.test(last)
}

/** Files of the project in which a text stands, e.g. the name of a function that installs something for the whole program. */
export function filesMentioning(filename: string, pattern: RegExp): readonly string[] {
  const root = nearest(filename)
  if (!root) return []
  let mentions = mentionsOf.get(pattern)
  if (!mentions) mentionsOf.set(pattern, (mentions = perFile((text) => pattern.test(text))))
  const stop = Date.now() + LONGEST
  const found: string[] = []
  for (const candidate of sourceFiles(root)) {
    if (found.length >= MOST_IMPORTERS || Date.now() > stop) break
    if (mentions(candidate)) found.push(candidate)
  }
  return found
}

const mentionsOf = new WeakMap<RegExp, (filename: string) => boolean | undefined>()

/** The last part of a path, without extension; a directory's name for its index. */
function stem(path: string): string {
  const parts = path
    .replaceAll('\\', '/')
    .replace(/\.[cm]?[jt]sx?$/u, '')
    .split('/')
  const last = parts.pop() ?? ''
  return last === 'index' || last === '.' || last === '..' || last === '' ? (parts.pop() ?? '') : last
}
