import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Log, ReportingDescriptor, Result } from 'sarif'
import type { Finding } from '../findings/finding.js'
import type { Report, RuleText } from '../report.js'

/** GitHub reads the severity of a security alert from this number; these are its "high" and "medium". */
const securitySeverity: Record<Finding['severity'], string> = { error: '8.0', warning: '5.0' }

/**
 * For code scanning: SARIF 2.1.0 with fingerprints that survive moves, the rules' help, their weaknesses as tags, and
 * fixes.
 *
 * @param report The report.
 * @returns The log as JSON.
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 * @see https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support-for-code-scanning
 */
export function sarif(report: Report): string {
  const texts = report.rules()
  const rules = texts.map((rule) => descriptor(rule))
  const indexOf = new Map(texts.map((rule, index) => [rule.name, index]))
  const seen = new Map<string, number>()
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Palisade',
            semanticVersion: report.version,
            informationUri: 'https://github.com/palisade-dev/palisade',
            rules,
          },
        },
        originalUriBaseIds: { ROOT: { uri: pathToFileURL(join(report.base, '/')).href } },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: report.notes.map((note) => ({
              level: 'note' as const,
              message: { text: note.message },
              locations: [{ physicalLocation: { artifactLocation: artifact(note.path) } }],
            })),
          },
        ],
        results: report.findings.map((finding) => result(finding, indexOf.get(finding.rule), seen)),
      },
    ],
  }
  return `${JSON.stringify(log, null, 2)}\n`
}

function descriptor(rule: RuleText): ReportingDescriptor {
  const help = rule.help ?? rule.description
  return {
    id: `palisade/${rule.name}`,
    name: rule.name
      .split('-')
      .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
      .join(''),
    shortDescription: { text: rule.description },
    fullDescription: { text: rule.description },
    help: { text: help, markdown: help },
    ...(rule.url === undefined ? {} : { helpUri: rule.url }),
    defaultConfiguration: { level: 'error' },
    properties: {
      tags: ['security', ...rule.cwe.map((cwe) => `external/cwe/cwe-${String(cwe).padStart(3, '0')}`)],
      precision: 'high',
      'security-severity': securitySeverity.error,
    },
  }
}

function result(finding: Finding, ruleIndex: number | undefined, seen: Map<string, number>): Result {
  const artifactLocation = artifact(finding.path)
  const region = {
    startLine: finding.line,
    startColumn: finding.column,
    endLine: finding.endLine,
    endColumn: finding.endColumn,
  }
  return {
    ruleId: `palisade/${finding.rule}`,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level: finding.severity,
    message: { text: finding.message },
    locations: [{ physicalLocation: { artifactLocation, region } }],
    partialFingerprints: { 'palisade/v1': fingerprint(finding, seen) },
    ...(finding.fix === undefined
      ? {}
      : {
          fixes: [
            {
              description: { text: `Fix ${finding.rule}` },
              artifactChanges: [
                {
                  artifactLocation,
                  replacements: finding.fix.map((edit) => ({
                    deletedRegion: { charOffset: edit.start, charLength: edit.end - edit.start },
                    insertedContent: { text: edit.newText },
                  })),
                },
              ],
            },
          ],
        }),
    ...(finding.commit === undefined ? {} : { properties: { commit: finding.commit } }),
  }
}

/**
 * Known across moves: the rule, the file, the message and a counter for equal ones. The code itself takes no part,
 * because an unsalted hash of a short secret could be guessed.
 */
function fingerprint(finding: Finding, seen: Map<string, number>): string {
  const key = `${finding.rule}\0${finding.path}\0${finding.message}`
  const count = (seen.get(key) ?? 0) + 1
  seen.set(key, count)
  return `${createHash('sha256').update(key).digest('hex').slice(0, 32)}:${count}`
}

function artifact(path: string): { uri: string; uriBaseId: string } {
  return { uri: path.split('/').map(encodeURIComponent).join('/'), uriBaseId: 'ROOT' }
}
