import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** Which config found it. The strict files hold only what recommended does not report. */
export type ConfigName = 'recommended' | 'strict'

/** One report of a rule on the corpus. */
export interface Finding {
  readonly package: string
  readonly file: string
  readonly line: number
  readonly column: number
  readonly rule: string
  readonly message: string
}

/** What a reader has made of it. */
export type Verdict = 'right' | 'debatable' | 'wrong' | 'unreviewed'

/** A finding that is checked in, with its review. */
export interface ReviewedFinding extends Finding {
  readonly verdict: Verdict
  readonly reason: string
}

const verdicts: readonly string[] = ['right', 'debatable', 'wrong', 'unreviewed'] satisfies Verdict[]
const header = ['verdict', 'package', 'file', 'line', 'column', 'message', 'reason'].join('\t')

/** The folder that holds the checked-in findings. */
export const findingsFolder = fileURLToPath(new URL('findings', import.meta.url))

/** The file of a rule's checked-in findings under a config. */
export function findingsFile(rule: string, config: ConfigName): string {
  return path.join(findingsFolder, config === 'strict' ? `${rule}.strict.tsv` : `${rule}.tsv`)
}

/** Reads a rule's checked-in findings; none when there is no file yet. Throws on a line that is not one. */
export function readFindings(rule: string, config: ConfigName): ReviewedFinding[] {
  const file = findingsFile(rule, config)
  return existsSync(file) ? parseFindings(readFileSync(file, 'utf8'), rule) : []
}

/** Parses the text of a findings file. Throws on a line with a missing column or an unknown verdict, naming the line. */
export function parseFindings(text: string, rule: string): ReviewedFinding[] {
  return text
    .split('\n')
    .slice(1)
    .filter((line) => line !== '')
    .map((row) => {
      const [verdict = '', pack, file, line, column, message, reason = ''] = row.split('\t')
      if (!verdicts.includes(verdict) || !pack || !file || !Number(line) || !Number(column) || !message)
        throw new Error(`findings of ${rule}: expected "${header.replaceAll('\t', ' | ')}" in "${row}"`)
      return {
        verdict: verdict as Verdict,
        package: pack,
        file,
        line: Number(line),
        column: Number(column),
        rule,
        message,
        reason,
      }
    })
}

/** Prints findings as the text of a findings file, sorted so that a diff shows what changed. */
export function printFindings(findings: readonly ReviewedFinding[]): string {
  const rows = [...findings]
    .sort(byPlace)
    .map(({ verdict, package: pack, file, line, column, message, reason }) =>
      [verdict, pack, file, line, column, oneLine(message), oneLine(reason)].join('\t'),
    )
  return [header, ...rows, ''].join('\n')
}

/** Writes a rule's findings. */
export function writeFindings(rule: string, config: ConfigName, findings: readonly ReviewedFinding[]): void {
  mkdirSync(findingsFolder, { recursive: true })
  writeFileSync(findingsFile(rule, config), printFindings(findings))
}

/** What a run changes: findings nobody has reviewed yet, reviewed ones that are gone, and those that stayed (with the fresh message). */
export interface Comparison {
  readonly added: Finding[]
  readonly vanished: ReviewedFinding[]
  readonly kept: ReviewedFinding[]
}

/** Compares a run's findings with the checked-in ones by place; a message may change its words without asking for a new review. */
export function compareFindings(known: readonly ReviewedFinding[], found: readonly Finding[]): Comparison {
  const open = new Map<string, ReviewedFinding[]>()
  for (const one of known) open.set(place(one), [...(open.get(place(one)) ?? []), one])
  const added: Finding[] = []
  const kept: ReviewedFinding[] = []
  for (const one of [...found].sort(byPlace)) {
    const reviewed = open.get(place(one))?.shift()
    if (reviewed === undefined) added.push(one)
    else kept.push({ ...one, verdict: reviewed.verdict, reason: reviewed.reason })
  }
  return { added, vanished: [...open.values()].flat().sort(byPlace), kept }
}

/** Orders findings by package, file, line and column. */
export function byPlace(a: Finding, b: Finding): number {
  return compareText(a.package, b.package) || compareText(a.file, b.file) || a.line - b.line || a.column - b.column
}

function place({ package: pack, file, line, column }: Finding): string {
  return `${pack}\t${file}\t${line}\t${column}`
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
