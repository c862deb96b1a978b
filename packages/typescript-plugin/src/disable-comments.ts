import type { Diagnostic, Edit } from '@palisade/engine'
import type ts from 'typescript'

/** Stands where the person writes why the code is right as it is. */
const reason = 'say why this is safe'

/**
 * The edit that silences a rule on the line where the finding starts.
 *
 * @param sourceFile The file.
 * @param diagnostic The finding.
 * @returns Nothing where no comment can stand, such as inside a template literal.
 */
export function disableForLine(sourceFile: ts.SourceFile, diagnostic: Diagnostic): Edit | undefined {
  const { text } = sourceFile
  const lineStart = sourceFile.getPositionOfLineAndCharacter(diagnostic.range.startLine - 1, 0)
  const above = commentAbove(text, lineStart)
  if (above !== undefined) return { start: above, end: above, newText: `, ${diagnostic.ruleId}` }
  const indent = /^[ \t]*/.exec(text.slice(lineStart, diagnostic.range.start))?.[0] ?? ''
  const place = placeOf(sourceFile, lineStart)
  if (place === 'text') return undefined
  const directive = `eslint-disable-next-line ${diagnostic.ruleId} -- ${reason}`
  const comment = place === 'jsx' ? `{/* ${directive} */}` : `// ${directive}`
  return { start: lineStart, end: lineStart, newText: `${indent}${comment}${newLineOf(text)}` }
}

/**
 * The edit that silences a rule in the whole file.
 *
 * @param sourceFile The file.
 * @param diagnostic The finding.
 * @returns A comment at the top, below a `#!` line.
 */
export function disableForFile(sourceFile: ts.SourceFile, diagnostic: Diagnostic): Edit {
  const { text } = sourceFile
  const newLine = newLineOf(text)
  const start = /^\uFEFF?(?:#!.*(?:\r\n|\n|$))?/.exec(text)?.[0].length ?? 0
  return { start, end: start, newText: `/* eslint-disable ${diagnostic.ruleId} -- ${reason} */${newLine}` }
}

/** Where a rule's name can be added to a comment that already stands on the line above; ESLint reads only that one line. */
function commentAbove(text: string, lineStart: number): number | undefined {
  const before = text.slice(Math.max(0, lineStart - 500), lineStart)
  const match = /(?:^|\n)[ \t]*\/\/ eslint-disable-next-line ([^\r\n]+)\r?\n$/.exec(before)
  const rest = match?.[1]
  if (rest === undefined) return undefined
  const list = rest.split(/ -- /, 1)[0]?.trimEnd() ?? rest
  const lineEnd = before.endsWith('\r\n') ? 2 : 1
  return lineStart - lineEnd - rest.length + list.length
}

/** What stands at the start of a line: code, the text of a JSX element, or the text of a literal. */
function placeOf(sourceFile: ts.SourceFile, lineStart: number): 'code' | 'jsx' | 'text' {
  let place: 'code' | 'jsx' | 'text' = 'code'
  const visit = (node: ts.Node): void => {
    if (node.pos >= lineStart || node.end <= lineStart) return
    // A literal that began on an earlier line goes on here. Kinds aren't asked for, as their numbers differ by version.
    const isTemplatePart = 'rawText' in node && node.getStart(sourceFile) < lineStart
    if (isTemplatePart) place = 'text'
    else if ('containsOnlyTriviaWhiteSpaces' in node) place = 'jsx'
    else if (place === 'jsx') place = 'code'
    node.forEachChild(visit)
  }
  visit(sourceFile)
  return place
}

function newLineOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n'
}
