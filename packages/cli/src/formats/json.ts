import { countBySeverity, type Report } from '../report.js'

/**
 * For programs: everything a report holds, with stable keys.
 *
 * @param report The report.
 * @returns JSON, indented, with a newline at the end.
 */
export function json(report: Report): string {
  const { errors, warnings } = countBySeverity(report.findings)
  const document = {
    tool: 'palisade',
    version: report.version,
    subject: report.subject,
    summary: {
      files: report.files,
      lines: report.lines,
      commits: report.commits,
      errors,
      warnings,
      known: report.known,
      stale: report.stale.length,
    },
    findings: report.findings.map((finding) => ({
      path: finding.path,
      commit: finding.commit,
      line: finding.line,
      column: finding.column,
      endLine: finding.endLine,
      endColumn: finding.endColumn,
      severity: finding.severity,
      rule: finding.ruleId,
      message: finding.message,
      url: finding.url,
      fix: finding.fix,
      suggestions: finding.suggestions.map(({ title, edits }) => ({ title, edits })),
    })),
    notes: report.notes,
    staleBaselineEntries: report.stale,
  }
  return `${JSON.stringify(document, null, 2)}\n`
}
