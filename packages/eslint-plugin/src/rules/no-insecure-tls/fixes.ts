import { type Node, T } from '@palisade/analysis'
import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import type { MessageId } from './messages.js'

type Suggestion = TSESLint.SuggestionReportDescriptor<MessageId>

/**
 * Removes a property from its object, with the comma that belongs to it.
 *
 * @param source the file
 * @param property a property of an object literal
 * @returns a fix, or undefined when a comment would go with it
 */
export function removeProperty(
  source: Readonly<TSESLint.SourceCode>,
  property: TSESTree.Property,
): TSESLint.ReportFixFunction | undefined {
  const after = source.getTokenAfter(property)
  const before = source.getTokenBefore(property)
  if (!after || !before) return undefined
  let range: [number, number]
  if (after.value === ',') {
    const next = source.getTokenAfter(after, { includeComments: true })
    const sameLine = next && next.loc.start.line === after.loc.end.line && next.value !== '}'
    // The last property of a line takes its line along, others the blanks behind them.
    const start = sameLine || before.value !== ',' ? property.range[0] : before.range[1]
    range = [start, sameLine ? next.range[0] : after.range[1]]
    if (!sameLine && before.value !== ',')
      range = [property.range[0], next && next.value !== '}' ? next.range[0] : after.range[1]]
  } else if (before.value === ',') range = [before.range[0], property.range[1]]
  else range = [before.range[1], after.range[0]]
  const comments = source.getAllComments()
  if (comments.some((comment) => comment.range[0] < range[1] && range[0] < comment.range[1])) return undefined
  return (fixer) => fixer.removeRange(range)
}

/** Replaces an expression. */
export function replaceBy(node: Node, text: string): TSESLint.ReportFixFunction {
  return (fixer) => fixer.replaceText(node, text)
}

/** Keeps the quotes that an author uses. */
export function quoted(source: Readonly<TSESLint.SourceCode>, node: Node, text: string): string {
  const quote = source.getText(node).at(0)
  return quote === '"' ? `"${text}"` : `'${text}'`
}

/** What can be offered for an option that is set to an unsafe boolean right where it stands. */
export function suggestionsForOption(
  source: Readonly<TSESLint.SourceCode>,
  node: Node,
  name: string,
  unsafe: boolean,
  isGuess = false,
): Suggestion[] {
  const value = valueOf(node)
  if (!value) return []
  const found: Suggestion[] = []
  if (node.type === T.Property && name === 'rejectUnauthorized' && !hasKey(node, 'ca')) {
    found.push({ messageId: 'passAuthority', fix: replaceBy(node, 'ca: process.env.TLS_CA_CERTIFICATE') })
  }
  if (node.type === T.Property && !node.shorthand) {
    const development = `process.env.NODE_ENV ${unsafe ? '===' : '!=='} 'development'`
    found.push({ messageId: 'onlyInDevelopment', fix: replaceBy(value, development) })
  }
  if (node.type !== T.Property || isGuess) {
    found.push({ messageId: 'turnOn', data: { value: String(!unsafe) }, fix: replaceBy(value, String(!unsafe)) })
  }
  return found
}

/** The value that a property, field or assignment gives, when it is a literal. */
export function valueOf(node: Node): TSESTree.Literal | TSESTree.UnaryExpression | undefined {
  const value =
    node.type === T.Property || node.type === T.PropertyDefinition
      ? node.value
      : node.type === T.AssignmentExpression
        ? node.right
        : undefined
  return value?.type === T.Literal || (value?.type === T.UnaryExpression && value.argument.type === T.Literal)
    ? value
    : undefined
}

function hasKey(property: TSESTree.Property, name: string): boolean {
  return (
    property.parent.type === T.ObjectExpression &&
    property.parent.properties.some(
      (each) => each.type === T.Property && each.key.type === T.Identifier && each.key.name === name,
    )
  )
}

/** `http:` → `https:` in the first characters of a literal or template. */
export function useScheme(
  source: Readonly<TSESLint.SourceCode>,
  node: Node,
  scheme: string,
  secure: string,
): Suggestion[] {
  const text = source.getText(node)
  const at = text.toLowerCase().indexOf(`${scheme}:`)
  if (at < 0 || at > 2) return []
  const start = node.range[0] + at
  return [
    {
      messageId: 'useSecureScheme',
      data: { secure },
      fix: (fixer) => fixer.replaceTextRange([start, start + scheme.length], secure),
    },
  ]
}
