import type { Finding } from '../findings/finding.js'
import type { Report } from '../report.js'
import { xml } from './text.js'

/**
 * For build servers that show test results: a suite per file with findings, a failed case per finding.
 *
 * @param report The report.
 * @returns JUnit's XML.
 */
export function junit(report: Report): string {
  const suites = new Map<string, Finding[]>()
  for (const finding of report.findings) suites.set(finding.path, [...(suites.get(finding.path) ?? []), finding])
  const total = report.findings.length
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    // A report without any case looks to many servers like a step that did not run.
    `<testsuites name="palisade" tests="${Math.max(total, 1)}" failures="${total}" errors="0">`,
  ]
  if (total === 0) {
    lines.push(
      '  <testsuite name="palisade" tests="1" failures="0" errors="0">',
      `    <testcase name="${report.files} files checked" classname="palisade"/>`,
      '  </testsuite>',
    )
  }
  for (const [path, findings] of suites) {
    const count = findings.length
    lines.push(`  <testsuite name="${xml(path)}" tests="${count}" failures="${count}" errors="0">`)
    for (const finding of findings) {
      const place = `line ${finding.line}, column ${finding.column}`
      lines.push(
        `    <testcase name="${xml(`${finding.ruleId} at ${finding.line}:${finding.column}`)}" classname="${xml(path)}">`,
        `      <failure type="${finding.severity}" message="${xml(finding.message)}">${xml(`${path}, ${place}`)}</failure>`,
        '    </testcase>',
      )
    }
    lines.push('  </testsuite>')
  }
  lines.push('</testsuites>', '')
  return lines.join('\n')
}
