import type * as Crypto from 'node:crypto'
import { CannotCheck } from '../errors.js'
import type { Finding } from './finding.js'

/** Loaded when there is something to hash: it takes a tenth of the time that checking a small commit does. */
const crypto = (): typeof Crypto => process.getBuiltinModule('node:crypto')

/** The file's name, at the root of the repository. */
export const baselineName = '.palisade-baseline'

/** One known finding. */
export interface BaselineEntry {
  path: string
  /** The rule's own name. */
  rule: string
  /** Salted hash of what the finding is about. */
  hash: string
}

/** Findings that a team has taken as known. */
export interface Baseline {
  salt: string
  entries: BaselineEntry[]
}

/** What a baseline says about some findings. */
export interface BaselineMatch {
  /** Findings that are not known. */
  fresh: Finding[]
  /** How many findings are known. */
  known: number
  /** Entries of the looked-at files that no finding answers to any more. */
  stale: BaselineEntry[]
}

const header = [
  '# Findings that Palisade takes as known. Written by "palisade baseline"; one finding a line, sorted.',
  '# Nothing here depends on line numbers: on a merge conflict, keep the lines of both sides.',
]

/**
 * A baseline without entries.
 *
 * @returns The baseline, with a salt of its own, so that hashes can't be compared between repositories.
 */
export function emptyBaseline(): Baseline {
  return { salt: crypto().randomBytes(12).toString('hex'), entries: [] }
}

/**
 * Reads a baseline.
 *
 * @param text The file's text.
 * @returns The baseline.
 * @throws {CannotCheck} when a line can't be read: a damaged baseline must not let findings through.
 */
export function parseBaseline(text: string): Baseline {
  const entries: BaselineEntry[] = []
  let salt: string | undefined
  text.split(/\r?\n/).forEach((line, index) => {
    if (line === '' || line.startsWith('#')) return
    const fields = line.split(' ')
    if (fields[0] === 'salt' && fields.length === 2 && salt === undefined) salt = fields[1]
    else if (fields.length === 3 && /^[0-9a-f]{20}$/.test(fields[2] ?? '')) {
      const [path = '', rule = '', hash = ''] = fields
      entries.push({ path: decodePath(path), rule, hash })
    } else {
      const remedy = /^[<=>|]{7}/.test(line)
        ? 'resolve the merge conflict'
        : 'restore it or run "palisade baseline" anew'
      throw new CannotCheck(`line ${index + 1} of ${baselineName} can't be read`, remedy)
    }
  })
  if (salt === undefined) {
    throw new CannotCheck(`${baselineName} has no salt line`, 'restore it or run "palisade baseline" anew')
  }
  return { salt, entries }
}

/**
 * Writes a baseline.
 *
 * @param baseline The baseline.
 * @returns The file's text: sorted, so that two branches that add entries merge without a conflict where they can.
 */
export function formatBaseline(baseline: Baseline): string {
  const lines = baseline.entries.map(({ path, rule, hash }) => `${encodePath(path)} ${rule} ${hash}`).sort()
  return [...header, `salt ${baseline.salt}`, ...lines, ''].join('\n')
}

/**
 * Takes findings as known.
 *
 * @param findings The findings.
 * @param salt The baseline's salt.
 * @returns An entry for each; two equal findings in a file make two equal entries.
 */
export function entriesOf(findings: readonly Finding[], salt: string): BaselineEntry[] {
  return findings.map((finding) => ({
    path: finding.path,
    rule: finding.rule,
    hash: hashOf(finding, salt),
  }))
}

/**
 * Tells known findings from new ones. An entry stands for one finding: a second equal one is new.
 *
 * @param baseline The baseline.
 * @param findings All findings of the looked-at files.
 * @param looked The looked-at files, with the path that each had before a rename.
 * @param isNew Whether a finding lies on a line that the change adds: among equal ones, the old ones are the known ones.
 * @returns What is new, how many are known, and which entries are stale.
 */
export function matchBaseline(
  baseline: Baseline,
  findings: readonly Finding[],
  looked: ReadonlyMap<string, string | undefined>,
  isNew: (finding: Finding) => boolean = () => false,
): BaselineMatch {
  if (baseline.entries.length === 0) return { fresh: [...findings], known: 0, stale: [] }
  const left = new Map<string, BaselineEntry[]>()
  for (const entry of baseline.entries) {
    const key = keyOf(entry.path, entry.rule, entry.hash)
    const same = left.get(key)
    if (same === undefined) left.set(key, [entry])
    else same.push(entry)
  }
  const unknown = new Set<Finding>()
  const oldFirst = [...findings].sort((a, b) => Number(isNew(a)) - Number(isNew(b)))
  for (const finding of oldFirst) {
    const hash = hashOf(finding, baseline.salt)
    const paths = [finding.path, looked.get(finding.path)].filter((path) => path !== undefined)
    const taken = paths.some((path) => left.get(keyOf(path, finding.rule, hash))?.pop() !== undefined)
    if (!taken) unknown.add(finding)
  }
  const before = new Set([...looked.values()].filter((path) => path !== undefined))
  const stale = [...left.values()].flat().filter(({ path }) => looked.has(path) || before.has(path))
  const fresh = findings.filter((finding) => unknown.has(finding))
  return { fresh, known: findings.length - fresh.length, stale }
}

/**
 * The hash under which a finding is known.
 *
 * @param finding The finding.
 * @param salt The baseline's salt.
 * @returns 20 hexadecimal digits.
 */
export function hashOf(finding: Finding, salt: string): string {
  return crypto().createHash('sha256').update(`${salt}\0${finding.rule}\0${finding.subject}`).digest('hex').slice(0, 20)
}

function keyOf(path: string, rule: string, hash: string): string {
  return `${path}\0${rule}\0${hash}`
}

/** Spaces part the fields, so they and what could break a line are written as in a URL. */
function encodePath(path: string): string {
  return path.replace(/[%#\s]/g, (character) => encodeURIComponent(character))
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
