import type { Diagnostic, Edit } from '@palisade/engine'
import type ts from 'typescript'
import { codeOf } from './codes.js'
import { disableForFile, disableForLine } from './disable-comments.js'
import type { Findings, ProjectLinter } from './project-linter.js'

/** Names the fix-all of one rule in TypeScript's protocol. */
const fixAllPrefix = 'palisade:fix-all:'

/**
 * The fixes of our diagnostics at a place: the rules' own first, then the ways to live with the finding.
 *
 * @param linter The project's linter.
 * @param fileName The file.
 * @param range The diagnostic's or the selection's range.
 * @param codes Our codes that the editor asks about.
 * @returns The actions, in the order in which a person should see them.
 */
export function fixesAt(
  linter: ProjectLinter,
  fileName: string,
  range: { start: number; end: number },
  codes: readonly number[],
): ts.CodeFixAction[] {
  const findings = linter.findings(fileName)
  if (findings === undefined) return []
  const meant = findings.diagnostics.filter((diagnostic) => codes.includes(codeOf(diagnostic.rule)))
  const exact = meant.filter(({ range: { start, end } }) => start === range.start && end === range.end)
  const touched = meant.filter(({ range: { start, end } }) => start <= range.end && end >= range.start)
  const asked = exact.length > 0 ? exact : touched
  return [
    ...asked.flatMap((diagnostic) => repairs(diagnostic, fileName)),
    ...perRule(asked).flatMap((diagnostic) => waysAround(diagnostic, findings, fileName)),
  ]
}

/**
 * The edits that fix all findings of one rule in a file, as far as they may be applied without asking.
 *
 * @param linter The project's linter.
 * @param fileName The file.
 * @param fixId What the editor took from a fix that it was offered.
 * @returns Nothing when the id isn't ours.
 */
export function fixAll(linter: ProjectLinter, fileName: string, fixId: unknown): ts.CombinedCodeActions | undefined {
  if (typeof fixId !== 'string' || !fixId.startsWith(fixAllPrefix)) return undefined
  const rule = fixId.slice(fixAllPrefix.length)
  const findings = linter.findings(fileName)
  const edits = findings?.combineFixes(findings.diagnostics.filter((diagnostic) => diagnostic.rule === rule)) ?? []
  return { changes: edits.length > 0 ? [changesOf(fileName, edits)] : [] }
}

function repairs(diagnostic: Diagnostic, fileName: string): ts.CodeFixAction[] {
  const { rule, ruleId, fix, suggestions } = diagnostic
  const actions: ts.CodeFixAction[] = []
  if (fix !== undefined) {
    actions.push({
      fixName: `palisade:${rule}`,
      description: `Fix this ${ruleId} problem`,
      changes: [changesOf(fileName, fix)],
      fixId: `${fixAllPrefix}${rule}`,
      fixAllDescription: `Fix all ${ruleId} problems in this file`,
    })
  }
  for (const suggestion of suggestions) {
    actions.push({
      fixName: `palisade:${rule}:${suggestion.messageId ?? 'suggestion'}`,
      description: suggestion.title,
      changes: [changesOf(fileName, suggestion.edits)],
    })
  }
  return actions
}

function waysAround(diagnostic: Diagnostic, findings: Findings, fileName: string): ts.CodeFixAction[] {
  const { configuration, sourceFile } = findings
  // Where comments don't count, offering one would mislead.
  if (configuration.entries.some((entry) => entry.linterOptions?.noInlineConfig === true)) return []
  const actions: ts.CodeFixAction[] = []
  const forLine = disableForLine(sourceFile, diagnostic)
  if (forLine !== undefined) {
    actions.push({
      fixName: 'palisade:disable-line',
      description: `Disable ${diagnostic.ruleId} for this line, with a reason`,
      changes: [changesOf(fileName, [forLine])],
    })
  }
  actions.push({
    fixName: 'palisade:disable-file',
    description: `Disable ${diagnostic.ruleId} for this file, with a reason`,
    changes: [changesOf(fileName, [disableForFile(sourceFile, diagnostic)])],
  })
  return actions
}

function perRule(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.filter(
    (diagnostic, index) => diagnostics.findIndex(({ ruleId }) => ruleId === diagnostic.ruleId) === index,
  )
}

function changesOf(fileName: string, edits: readonly Edit[]): ts.FileTextChanges {
  return {
    fileName,
    textChanges: edits.map(({ start, end, newText }) => ({ span: { start, length: end - start }, newText })),
  }
}
