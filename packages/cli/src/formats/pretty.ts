import picocolors from 'picocolors'
import { join, relative } from 'node:path'
import type { Finding } from '../findings/finding.js'
import { countBySeverity, type Report } from '../report.js'
import type { FormatOptions } from './index.js'
import { counted, printable } from './text.js'

/**
 * For people: findings by file, then one line that says what was checked, also when nothing was found.
 *
 * @param report The report.
 * @param options Where it is printed.
 * @returns The text.
 */
export function pretty(report: Report, options: FormatOptions): string {
  const paint = picocolors.createColors(options.color)
  const lines: string[] = []
  for (const [heading, findings] of byFile(report, options.cwd)) {
    lines.push('', paint.underline(printable(heading)))
    const places = findings.map(({ line, column }) => `${line}:${column}`)
    const width = Math.max(...places.map((place) => place.length))
    findings.forEach((finding, index) => {
      const severity = finding.severity === 'error' ? paint.red('error  ') : paint.yellow('warning')
      const place = paint.dim((places[index] ?? '').padStart(width))
      lines.push(`  ${place}  ${severity}  ${printable(finding.message)}  ${paint.dim(finding.rule)}`)
    })
  }
  if (report.findings.length > 0) lines.push('')
  for (const note of report.notes) lines.push(`${paint.yellow('note:')} ${printable(`${note.path}: ${note.message}`)}`)
  for (const entry of report.stale) {
    const text = `a known finding of ${entry.rule} is gone; its baseline entry ${entry.hash} is stale`
    lines.push(`${paint.yellow('note:')} ${printable(`${entry.path}: ${text}`)}`)
  }
  if (report.stale.length > 0) lines.push(`      Run "palisade baseline --prune" to drop stale entries.`)
  lines.push(summary(report, options, paint))
  if (report.findings.length > 0) lines.push(advice(report.findings, paint))
  return `${lines.join('\n').replace(/^\n/, '')}\n`
}

function summary(report: Report, options: FormatOptions, paint: ReturnType<typeof picocolors.createColors>): string {
  const { errors, warnings } = countBySeverity(report.findings)
  const commits = report.commits === undefined ? '' : `${counted(report.commits, 'commit')}, `
  const added = report.subject === 'files' ? 'line' : 'new line'
  const what = `${commits}${counted(report.files, 'file')}, ${counted(report.lines, added)} checked`
  const known = [
    report.known > 0 ? `, ${report.known} known` : '',
    report.leftOut > 0 ? `, ${counted(report.leftOut, 'binary or link', 'binaries or links')} left out` : '',
  ].join('')
  const time = options.interactive ? ` (${report.milliseconds} ms)` : ''
  if (report.findings.length === 0) return `${paint.green('Palisade:')} ${what}, nothing found${known}${time}`
  const found = [errors > 0 && counted(errors, 'error'), warnings > 0 && counted(warnings, 'warning')].filter(Boolean)
  return `${paint.red('Palisade:')} ${what}, ${found.join(' and ')}${known}${time}`
}

function advice(findings: readonly Finding[], paint: ReturnType<typeof picocolors.createColors>): string {
  const rules = [...new Set(findings.map(({ rule }) => rule))].sort()
  const first = rules.includes('no-hardcoded-secrets') ? 'no-hardcoded-secrets' : rules[0]
  return paint.dim(`"palisade explain ${first}" tells why this matters and how to fix it.`)
}

function byFile(report: Report, cwd: string): Map<string, Finding[]> {
  const files = new Map<string, Finding[]>()
  for (const finding of report.findings) {
    const path = relative(cwd, join(report.base, finding.path))
    const heading = finding.commit === undefined ? path : `${path} (${finding.commit.slice(0, 12)})`
    const group = files.get(heading)
    if (group === undefined) files.set(heading, [finding])
    else group.push(finding)
  }
  return files
}
