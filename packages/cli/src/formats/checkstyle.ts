import type { Finding } from '../findings/finding.js'
import type { Report } from '../report.js'
import { xml } from './text.js'

/**
 * For tools that read Checkstyle's XML.
 *
 * @param report The report.
 * @returns The XML.
 */
export function checkstyle(report: Report): string {
  const files = new Map<string, Finding[]>()
  for (const finding of report.findings) files.set(finding.path, [...(files.get(finding.path) ?? []), finding])
  const lines = ['<?xml version="1.0" encoding="utf-8"?>', '<checkstyle version="4.3">']
  for (const [path, findings] of files) {
    lines.push(`  <file name="${xml(path)}">`)
    for (const { line, column, severity, message, ruleId } of findings) {
      lines.push(
        `    <error line="${line}" column="${column}" severity="${severity}" message="${xml(message)}" source="${xml(ruleId)}"/>`,
      )
    }
    lines.push('  </file>')
  }
  lines.push('</checkstyle>', '')
  return lines.join('\n')
}
