import { countBySeverity, type Report } from '../report.js'
import { counted } from './text.js'

/**
 * For GitHub Actions: workflow commands that the runner turns into annotations on the changed lines.
 *
 * @param report The report.
 * @returns One command a finding, and a summary line.
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function github(report: Report): string {
  const lines = report.findings.map((finding) => {
    const properties = {
      file: finding.path,
      line: finding.line,
      // A column range over several lines is ignored there, so it is given for one line only.
      ...(finding.endLine === finding.line
        ? { col: finding.column, endColumn: finding.endColumn }
        : { endLine: finding.endLine }),
      title: finding.ruleId,
    }
    const written = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`)
    return `::${finding.severity} ${written.join(',')}::${data(finding.message)}`
  })
  for (const note of report.notes) lines.push(`::notice file=${property(note.path)}::${data(note.message)}`)
  const { errors, warnings } = countBySeverity(report.findings)
  lines.push(
    `Palisade: ${counted(report.files, 'file')} checked, ${counted(errors, 'error')}, ${counted(warnings, 'warning')}`,
  )
  return `${lines.join('\n')}\n`
}

function data(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A')
}

function property(text: string): string {
  return data(text).replace(/:/g, '%3A').replace(/,/g, '%2C')
}
