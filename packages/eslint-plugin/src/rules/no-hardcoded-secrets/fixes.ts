import type { TSESTree } from '@typescript-eslint/utils'
import { type FileAnalysis, type Node, T } from '@palisade/analysis'
import type { Suggestion } from './findings.js'
import type { EnvironmentAccess } from './options.js'

/**
 * Suggestions that put a read of the environment in a constant's place.
 *
 * @param file the constant's file
 * @param node the constant
 * @param name the variable's name
 * @param access how the environment is read
 * @returns none where an expression can't stand, or where the type asks for the literal
 */
export function readInstead(file: FileAnalysis, node: Node, name: string, access: EnvironmentAccess): Suggestion[] {
  if (!canBeReplaced(node)) return []
  const isAttribute = node.parent?.type === T.JSXAttribute
  const wrap = (text: string) => (isAttribute ? `{${text}}` : needsParentheses(node) ? `(${text})` : text)
  const read = readOf(name, access)
  return [
    {
      messageId: 'readEnvironment',
      data: { read },
      fix: (fixer) =>
        fixer.replaceTextRange(
          [...node.range],
          isAttribute ? `{${read}${assertion(file)}}` : `${read}${assertion(file)}`,
        ),
    },
    {
      messageId: 'requireEnvironment',
      data: { read },
      fix: (fixer) => fixer.replaceTextRange([...node.range], wrap(`${read} ?? ${thrown(name)}`)),
    },
  ]
}

/**
 * A suggestion that drops a fallback and fails when the value is missing.
 *
 * @param file the expression's file
 * @param whole the expression with the fallback
 * @param read the expression before the fallback
 * @param name the variable's name
 * @returns the suggestion
 */
export function failInstead(file: FileAnalysis, whole: Node, read: Node, name: string): Suggestion[] {
  const source = file.text.slice(...read.range)
  // `a || b ?? c` is no expression.
  const text = `${read.type === T.LogicalExpression ? `(${source})` : source} ?? ${thrown(name)}`
  return [
    {
      messageId: 'dropFallback',
      fix: (fixer) =>
        fixer.replaceTextRange(
          [...whole.range],
          needsParentheses(whole) && !isParenthesized(file, whole) ? `(${text})` : text,
        ),
    },
  ]
}

function readOf(name: string, access: EnvironmentAccess): string {
  return access === 'Deno.env' ? `Deno.env.get('${name}')` : `${access}.${name}`
}

/** TypeScript knows that a variable can be missing; the second suggestion is for those who want to know too. */
function assertion(file: FileAnalysis): string {
  return /\.[mc]?tsx?$|\.vue$|\.svelte$|\.astro$/.test(file.filename) ? '!' : ''
}

function thrown(name: string): string {
  return `(() => { throw new Error('${name} is not set') })()`
}

function canBeReplaced(node: Node): boolean {
  const { parent } = node
  switch (node.type) {
    case T.Literal:
    case T.TemplateLiteral:
    case T.BinaryExpression:
    case T.CallExpression:
      break
    default:
      return false
  }
  if (!parent) return false
  switch (parent.type) {
    case T.Property:
    case T.PropertyDefinition:
      return parent.value === node && !isConstAsserted(parent)
    case T.TSEnumMember:
    case T.TSLiteralType:
    case T.ImportDeclaration:
    case T.ExportNamedDeclaration:
    case T.ExportAllDeclaration:
    case T.TaggedTemplateExpression:
    case T.ExpressionStatement:
      return false
    case T.TSAsExpression:
    case T.TSTypeAssertion:
      return !(parent.typeAnnotation.type === T.TSTypeReference && isConst(parent.typeAnnotation))
    case T.BinaryExpression:
      return parent.operator !== '+'
    default:
      return !isConstAsserted(parent)
  }
}

/** Inside `{ … } as const` a literal type may be asked for. */
function isConstAsserted(node: Node): boolean {
  let current: Node | null | undefined = node
  // ESLint gives the program the parent `null`.
  for (let up = 0; current && up < 6; up++, current = current.parent) {
    if (current.type === T.TSAsExpression)
      return current.typeAnnotation.type === T.TSTypeReference && isConst(current.typeAnnotation)
  }
  return false
}

function isConst(type: TSESTree.TSTypeReference): boolean {
  return type.typeName.type === T.Identifier && type.typeName.name === 'const'
}

function needsParentheses(node: Node): boolean {
  const parent = node.parent
  switch (parent?.type) {
    case T.MemberExpression:
      return parent.object === node
    case T.BinaryExpression:
    case T.LogicalExpression:
    case T.UnaryExpression:
    case T.AwaitExpression:
    case T.TSAsExpression:
    case T.TSSatisfiesExpression:
    case T.TSNonNullExpression:
      return true
    case T.ConditionalExpression:
      return parent.test === node
    default:
      return false
  }
}

function isParenthesized(file: FileAnalysis, node: Node): boolean {
  return file.text[node.range[0] - 1] === '(' && file.text[node.range[1]] === ')'
}
