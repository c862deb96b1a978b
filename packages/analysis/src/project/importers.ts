import { dirname, resolve } from 'node:path'
import { push } from '../ast/file-index.js'
import { apart } from '../text/apart.js'
import { noTypes, type TypeBackend } from '../types/backend.js'
import { believeLonger, isSource, perFile, projectOf, sourceFiles } from './disk.js'
import { resolveImport } from './resolve.js'

/**
 * Which files of the project import a file? Answered from the text of the imports alone, so that only the few files
 * that matter are ever parsed.
 */

/** What the text of a file says before it is parsed. */
interface Outline {
  /** The specifiers of imports that may lead to files of the project. */
  imports: readonly string[]
  /** Whether it is looked for: here, whether calls stand in it that register routes or install validators. */
  wanted: boolean
  /** Whether it hands on what it imports, as an index of a directory does. */
  reexports: boolean
  /** What it does for the whole program. */
  marks: readonly ProgramMark[]
}

/** What a file does for the whole program. */
export type ProgramMark = 'validates every request' | 'starts Nest' | 'installs a pipe' | 'installs middleware by path'

const IMPORT = /\b(?:from|require\s{0,9}\(|import(?:\s{0,9}\()?)\s{0,80}(?:"([^"'\n]{1,200})"|'([^"'\n]{1,200})')/gu
/** Calls by which routes are registered, or validation is installed for all of them. */
const REGISTERS =
  /\.\s*(?:get|post|put|patch|delete|del|all|use|route|register|on|add|options|head|mount|useGlobalPipes|procedure|openapi|query|mutation)\s*\(|APP_PIPE|createServer/u
const REEXPORTS = /\bexport\b[^;'"\n]{1,300}\bfrom\b|\bexports\b/u

/** Packages that validate every request by a description of the whole interface. */
export const validatingPackages: ReadonlySet<string> = new Set([
  'express-openapi-validator',
  'koa-openapi-validator',
  'express-openapi-validate',
  'openapi-backend',
  '@exegesis-express/core',
  'exegesis-express',
  'express-oas-validator',
  '@wesleytodd/openapi',
  'oas-tools',
  '@oas-tools/core',
  'openapi-express-validator',
  'fastify-openapi-glue',
])

/** One look at a text for all questions: to read a file costs more than to ask. */
const outline = perFile((text): Outline => {
  const wanted = REGISTERS.test(text)
  const reexports = REEXPORTS.test(text)
  const marked = MARKED.test(text)
  const imports =
    wanted || reexports || marked
      ? [...new Set(Array.from(text.matchAll(IMPORT), (match) => (match[1] ?? match[2])!))]
          .filter((specifier) => !specifier.startsWith('node:'))
          .map(apart)
      : []
  const marks = marked ? marksOf(text, imports) : []
  return { imports, wanted, reexports, marks }
})

/** A word of each {@link ProgramMark}: most files have none of them. */
const MARKED = /openapi|exegesis|oas-|NestFactory|useGlobalPipes|APP_PIPE|\bmiddlewares\s*:/u

function marksOf(text: string, imports: readonly string[]): ProgramMark[] {
  const marks: ProgramMark[] = []
  if (imports.some((specifier) => validatingPackages.has(specifier))) marks.push('validates every request')
  if (/NestFactory\s*\.\s*create/u.test(text)) marks.push('starts Nest')
  if (/useGlobalPipes\s*\(|APP_PIPE/u.test(text)) marks.push('installs a pipe')
  if (/\bmatcher\s*:/u.test(text) && /\bmiddlewares\s*:/u.test(text)) marks.push('installs middleware by path')
  return marks
}

function matters(text: string): boolean {
  return REGISTERS.test(text) || REEXPORTS.test(text)
}

/** How many importers of one file are looked at. */
const MOST_IMPORTERS = 24
/** How many files may stand between a handler's file and the one that registers it. */
const MOST_BARRELS = 3
/**
 * What reading a project may take, in milliseconds, once a process. Past it the answer is what was found so far, so it is
 * far more than the largest number of files takes: the answer must not depend on what else the machine does.
 */
const LONGEST = 4000

/**
 * The files that import a file, also through an index that hands it on, and register routes: those of the program, by
 * what the compiler resolves imports to; where there is none, or it has no such file, those on disk.
 *
 * @param filename the imported file's absolute path.
 * @param types the types that the file's host has.
 * @returns absolute paths, nearest importers first.
 */
export function importersOf(filename: string, types: TypeBackend = noTypes): readonly string[] {
  const graph = types.imports(matters)
  const found = graph ? nearestImporters(filename, importersOfGraph(graph, outline)).filter(isSource) : []
  if (found.length > 0) return found
  const root = projectOf(filename)
  if (!root) return []
  const naming = surveyOf(root).imports
  return nearestImporters(filename, (target) => {
    const place = withoutExtension(target)
    return [...(naming.get(stem(target)) ?? []), ...(naming.get('') ?? [])].filter(
      (one) => one.file !== target && leadsTo(one, target, place),
    )
  })
}

/**
 * Makes a function that finds the files of a program that import a file, also through an index that hands it on, and of
 * which something else is true.
 *
 * @param wanted what has to be true of an importer's text.
 * @returns the function: absolute paths, nearest importers first; none without types.
 */
export function importersIn(
  wanted: (text: string) => boolean,
): (filename: string, types: TypeBackend) => readonly string[] {
  const matter = (text: string) => wanted(text) || REEXPORTS.test(text)
  const seen = perFile((text): Seen => ({ wanted: wanted(text), reexports: REEXPORTS.test(text) }))
  return (filename, types) => {
    const graph = types.imports(matter)
    return graph ? nearestImporters(filename, importersOfGraph(graph, seen)) : []
  }
}

type Seen = Pick<Outline, 'wanted' | 'reexports'>

interface Importer {
  file: string
  seen: Seen
}

/** Goes from importer to importer, through those that hand on what they import. */
function nearestImporters(filename: string, importing: (target: string) => readonly Importer[]): string[] {
  const found = new Set<string>()
  const asked = new Set([filename])
  let wanted = [filename]
  for (let hop = 0; hop <= MOST_BARRELS && wanted.length > 0; hop++) {
    const barrels: string[] = []
    for (const target of wanted) {
      for (const { file, seen } of importing(target)) {
        if (found.size >= MOST_IMPORTERS) return [...found]
        if (asked.has(file)) continue
        if (seen.wanted) found.add(file)
        if (seen.reexports && barrels.length < MOST_IMPORTERS) {
          asked.add(file)
          barrels.push(file)
        }
      }
    }
    wanted = barrels
  }
  return [...found]
}

const turned = new WeakMap<object, ReadonlyMap<string, readonly string[]>>()

/** The importers of a file in a program's graph. */
function importersOfGraph(
  graph: ReadonlyMap<string, readonly string[]>,
  seenIn: (filename: string) => Seen | undefined,
): (target: string) => readonly Importer[] {
  let importing = turned.get(graph)
  if (!importing) {
    const found = new Map<string, string[]>()
    for (const [file, targets] of graph) for (const target of targets) push(found, target, file)
    turned.set(graph, (importing = found))
  }
  return (target) =>
    (importing.get(target) ?? []).flatMap((file) => {
      const seen = file === target ? undefined : seenIn(file)
      return seen ? [{ file, seen }] : []
    })
}

interface NamedImport {
  file: string
  specifier: string
  seen: Outline
  /** Where a relative import leads, without extension; found out when first asked for. */
  place?: string
}

interface Survey {
  /** The imports by the last part of their specifiers; `''` for those that end in a directory. */
  imports: ReadonlyMap<string, readonly NamedImport[]>
  marked: ReadonlyMap<ProgramMark, readonly string[]>
}

const surveys = new WeakMap<readonly string[], Survey>()

/** What the files below a directory import, and do for the whole program. */
function surveyOf(root: string): Survey {
  const start = Date.now()
  const files = sourceFiles(root)
  const known = surveys.get(files)
  if (known) return known
  const stop = start + LONGEST
  const imports = new Map<string, NamedImport[]>()
  const marked = new Map<ProgramMark, string[]>()
  for (const file of files) {
    if (Date.now() > stop) break
    const seen = outline(file)
    if (!seen) continue
    for (const mark of seen.marks) push(marked, mark, file)
    if (!seen.wanted && !seen.reexports) continue
    for (const specifier of seen.imports) {
      const last = stem(specifier)
      push(imports, /^\.*$/u.test(last) ? '' : last, { file, specifier, seen })
    }
  }
  const survey = { imports, marked }
  surveys.set(files, survey)
  believeLonger(root, start)
  return survey
}

/** Whether an import leads to a file: by the path alone where it is relative, as resolved otherwise. */
function leadsTo(one: NamedImport, target: string, place: string): boolean {
  const { file, specifier } = one
  if (!specifier.startsWith('.')) return resolveImport(file, specifier) === target
  one.place ??= withoutExtension(resolve(dirname(file), specifier))
  return one.place === place
}

function withoutExtension(path: string): string {
  return path.replace(/\.[cm]?[jt]sx?$/u, '').replace(/[\\/]index$/u, '')
}

/**
 * The files of a project that do something for the whole program.
 *
 * @param filename the absolute path of any file of the project.
 * @param mark what they do.
 */
export function filesThat(mark: ProgramMark, filename: string): readonly string[] {
  const root = projectOf(filename)
  return root === undefined ? [] : (surveyOf(root).marked.get(mark) ?? [])
}

/** The last part of a path, without extension; a directory's name for its index. */
function stem(path: string): string {
  const parts = path
    .replaceAll('\\', '/')
    .replace(/\.[cm]?[jt]sx?$/u, '')
    .split('/')
  const last = parts.pop() ?? ''
  return last === 'index' || last === '.' || last === '..' || last === '' ? (parts.pop() ?? '') : last
}
