import type { Diagnostic, Edit } from './diagnostic.js'

/**
 * Applies edits to the text that they were made for.
 *
 * @param text The linted text.
 * @param edits Edits that don't overlap, in any order.
 * @returns The changed text.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = ''
  let last = 0
  for (const edit of inOrder(edits)) {
    result += text.slice(last, edit.start) + edit.newText
    last = edit.end
  }
  return result + text.slice(last)
}

/**
 * Joins the automatic fixes of several diagnostics into edits that can be applied together.
 * As in ESLint, a fix that touches an earlier one is left for the next round.
 *
 * @param diagnostics Diagnostics of one text.
 * @returns Edits in ascending order, none overlapping another.
 */
export function combineFixes(diagnostics: readonly Pick<Diagnostic, 'fix'>[]): Edit[] {
  const fixes = diagnostics.flatMap((diagnostic) => (diagnostic.fix ? [inOrder(diagnostic.fix)] : []))
  fixes.sort((a, b) => (a[0]?.start ?? 0) - (b[0]?.start ?? 0))
  const combined: Edit[] = []
  let last = -1
  for (const fix of fixes) {
    const [first] = fix
    if (first === undefined || first.start <= last) continue
    combined.push(...fix)
    last = fix.at(-1)?.end ?? last
  }
  return combined
}

function inOrder(edits: readonly Edit[]): Edit[] {
  return [...edits].sort((a, b) => a.start - b.start || a.end - b.end)
}
