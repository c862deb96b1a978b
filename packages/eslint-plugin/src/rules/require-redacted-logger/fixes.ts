import { type CallNode, type FileAnalysis, lastName, type Node, propertyName, T } from '@palisade/analysis'
import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import type { Remedy } from './creation.js'
import { literalOf } from './option-lookup.js'

type Fix = (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix | null

/**
 * A fix that adds a property to the options of a logger's creation, or undefined when the options aren't at hand.
 *
 * @param file the call's file.
 * @param remedy what to add, and where.
 */
export function addOption(file: FileAnalysis, remedy: Remedy): Fix | undefined {
  const { call, at, text, argument } = remedy
  if (text === '') return winstonFix(file, call)
  const given = remedy.options ?? call.arguments[argument]
  const nested = (keys: readonly string[]): string =>
    keys.reduceRight((inner, key) => `{ ${key}: ${inner} }`, `{ ${text} }`)
  if (!given) {
    if (call.arguments.length < argument) return undefined
    return (fixer) => insertArgument(file, fixer, call, nested(at))
  }
  let object = literalOf(file, given)
  // `server.register(HapiPino)`
  if (!object && given.type === T.Identifier && lastName(call.callee) === 'register')
    return (fixer) => fixer.replaceText(given, `{ plugin: ${given.name}, ${nested(at).slice(2)}`)
  // `pino(destination)`: the options come before it.
  if (!object)
    return isStream(file, given) && argument === 0
      ? (fixer) => fixer.insertTextBefore(given, `${nested(at)}, `)
      : undefined
  for (const [depth, key] of at.entries()) {
    const property: TSESTree.ObjectLiteralElement | undefined = object.properties.find(
      (one) => one.type === T.Property && propertyName(one) === key,
    )
    if (property?.type !== T.Property)
      return (fixer) => addProperty(file, fixer, object!, `${key}: ${nested(at.slice(depth + 1))}`)
    const { value } = property
    // `pinoHttp: [options, stream]`
    const inner = literalOf(file, value.type === T.ArrayExpression ? (value.elements[0] ?? undefined) : value)
    if (inner) {
      object = inner
      continue
    }
    const below = nested(at.slice(depth + 1))
    if (value.type === T.Literal && value.value === true) return (fixer) => fixer.replaceText(value, below)
    // `logger: process.env.NODE_ENV !== 'test'`
    return value.type === T.BinaryExpression || value.type === T.UnaryExpression
      ? (fixer) => fixer.insertTextAfter(value, ` && ${below}`)
      : undefined
  }
  const target = object
  return (fixer) => addProperty(file, fixer, target, text)
}

function isStream(file: FileAnalysis, node: Node): boolean {
  return file.names(node).some((name) => name.endsWith('()'))
}

function insertArgument(file: FileAnalysis, fixer: TSESLint.RuleFixer, call: CallNode, text: string): TSESLint.RuleFix {
  const last = call.arguments.at(-1)
  if (last) return fixer.insertTextAfter(last, `, ${text}`)
  // `new Logger` has no parentheses.
  if (file.text[call.range[1] - 1] !== ')') return fixer.insertTextAfter(call, `(${text})`)
  return fixer.insertTextBeforeRange([call.range[1] - 1, call.range[1]], text)
}

function addProperty(
  file: FileAnalysis,
  fixer: TSESLint.RuleFixer,
  object: TSESTree.ObjectExpression,
  text: string,
): TSESLint.RuleFix {
  const last = object.properties.at(-1)
  if (!last) return fixer.replaceText(object, `{ ${text} }`)
  const lineStart = file.text.lastIndexOf('\n', last.range[0]) + 1
  const indent = /^\s*/u.exec(file.text.slice(lineStart, last.range[0]))?.[0] ?? ''
  const isOnOwnLine = file.text.slice(lineStart, last.range[0]).trim() === ''
  return fixer.insertTextAfter(last, isOnOwnLine ? `,\n${indent}${text}` : `, ${text}`)
}

/** A redacting format in front of the others. */
function winstonFix(file: FileAnalysis, call: CallNode): Fix | undefined {
  const format = winstonFormat(file)
  const given = call.arguments.at(-1)
  const options = literalOf(file, given)
  if (format === undefined || (given && !options)) return undefined
  const redactor = `${format}((info) => {\n  for (const key of ['password', 'token', 'secret', 'apiKey', 'authorization', 'cookie'])\n    if (key in info) info[key] = '[Redacted]'\n  return info\n})()`
  const chain = (rest: string) => `${format}.combine(${redactor}, ${rest})`
  const written = options?.properties.find((one) => one.type === T.Property && propertyName(one) === 'format')
  if (written?.type === T.Property) {
    const { value } = written
    const isCombine = value.type === T.CallExpression && lastName(value.callee) === 'combine' && value.arguments[0]
    return isCombine
      ? (fixer) => fixer.insertTextBefore(isCombine, `${redactor}, `)
      : (fixer) => fixer.replaceText(value, chain(file.text.slice(...value.range)))
  }
  const text = `format: ${chain(`${format}.json()`)}`
  return options
    ? (fixer) => addProperty(file, fixer, options, text)
    : (fixer) => insertArgument(file, fixer, call, `{ ${text} }`)
}

/** What the file calls `format` of winston. */
function winstonFormat(file: FileAnalysis): string | undefined {
  for (const { name, identifiers } of file.source.scopeManager?.scopes.flatMap((scope) => scope.variables) ?? []) {
    const [identifier] = identifiers
    const names = identifier && file.index.modules.has('winston') ? file.names(identifier) : []
    if (names.includes('winston#format')) return name
    if (names.some((one) => one === 'winston#' || one === 'winston#default')) return `${name}.format`
  }
  return undefined
}

/**
 * Fixes that take a value out of what is logged, where that can be done without changing anything else.
 *
 * @param file the node's file.
 * @param node the expression that is written.
 * @returns what to write instead, by message id.
 */
export function valueSuggestions(
  file: FileAnalysis,
  node: Node,
): { messageId: 'sayWhetherSet' | 'removeMember'; fix: Fix }[] {
  const parent = node.parent
  if (parent?.type === T.Property && parent.parent.type === T.ObjectExpression && parent.value === node) {
    return [
      { messageId: 'removeMember', fix: (fixer) => removeProperty(file, fixer, parent) },
      {
        messageId: 'sayWhetherSet',
        fix: (fixer) =>
          parent.shorthand
            ? fixer.replaceText(
                parent,
                `${file.text.slice(...parent.key.range)}: Boolean(${file.text.slice(...node.range)})`,
              )
            : fixer.replaceText(node, `Boolean(${file.text.slice(...node.range)})`),
      },
    ]
  }
  if (node.type !== T.Identifier && node.type !== T.MemberExpression) return []
  const isPart =
    parent?.type === T.TemplateLiteral ||
    (parent?.type === T.CallExpression && parent.callee !== node) ||
    (parent?.type === T.BinaryExpression && parent.operator === '+')
  return isPart
    ? [
        {
          messageId: 'sayWhetherSet',
          fix: (fixer) => {
            const text = `${file.text.slice(...node.range)} ? 'set' : 'missing'`
            return fixer.replaceText(node, parent.type === T.BinaryExpression ? `(${text})` : text)
          },
        },
      ]
    : []
}

function removeProperty(file: FileAnalysis, fixer: TSESLint.RuleFixer, property: TSESTree.Property): TSESLint.RuleFix {
  const { properties } = property.parent as TSESTree.ObjectExpression
  const at = properties.indexOf(property)
  const next = properties[at + 1]
  if (next) return fixer.removeRange([property.range[0], next.range[0]])
  const before = properties[at - 1]
  if (before) return fixer.removeRange([before.range[1], property.range[1]])
  return fixer.replaceText(property.parent, '{}')
}
