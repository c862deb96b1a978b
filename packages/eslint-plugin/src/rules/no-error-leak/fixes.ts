import {
  type ClassNode,
  contains,
  enclosingClass,
  type FileAnalysis,
  isErrorName,
  isFunction,
  type Node,
  propertyName,
  T,
  unwrap,
} from '@palisade/analysis'
import type { TSESLint } from '@typescript-eslint/utils'
import { lastNameOf } from './code.js'
import type { Leak, Place } from './leaks.js'

/** What a client is told instead. */
const GENERIC = 'Internal server error'
/** Keys under which nothing else than the detail would stand. */
const DETAIL_KEY =
  /^(?:stack|stackTrace|stacktrace|trace|debug|details?|cause|originalError|sql|sqlMessage|errorDetails|internal)$/u

interface Edit {
  range: readonly [number, number]
  text: string
}

/**
 * An edit that puts a fixed text in the place of what leaks, keeps the rest of the answer, and logs the error first
 * where a logger is in scope and the error isn't logged yet.
 *
 * @param file the leak's file.
 * @param leak the leak.
 * @param source ESLint's source code.
 * @returns the edits, or undefined when it can't be done safely.
 */
export function genericText(
  file: FileAnalysis,
  leak: Leak,
  source: Readonly<TSESLint.SourceCode>,
): TSESLint.ReportFixFunction | undefined {
  const edits: Edit[] = []
  for (const place of leak.places) {
    const edit = editOf(file, leak, place, source)
    if (!edit) return undefined
    if (edits.some((other) => other.range[0] <= edit.range[0] && edit.range[1] <= other.range[1])) continue
    for (let i = edits.length - 1; i >= 0; i--)
      if (edit.range[0] <= edits[i]!.range[0] && edits[i]!.range[1] <= edit.range[1]) edits.splice(i, 1)
    if (edits.some((other) => other.range[0] < edit.range[1] && edit.range[0] < other.range[1])) return undefined
    edits.push(edit)
  }
  const log = logStatement(file, leak, source)
  return (fixer) => [
    ...(log ? [fixer.insertTextBeforeRange([log.at, log.at], log.text)] : []),
    ...edits.map((edit) => fixer.replaceTextRange([edit.range[0], edit.range[1]], edit.text)),
  ]
}

function editOf(file: FileAnalysis, leak: Leak, place: Place, source: Readonly<TSESLint.SourceCode>): Edit | undefined {
  let node = place.node
  if (node.parent?.type === T.Property && node.parent.shorthand) node = node.parent
  if (node.type === T.Property) {
    if (DETAIL_KEY.test(propertyName(node) ?? '') && isOneOfMany(node)) return removal(node, source)
    return { range: node.range, text: `${file.text.slice(...node.key.range)}: '${GENERIC}'` }
  }
  let text = `'${GENERIC}'`
  for (;;) {
    const parent: Node | undefined = node.parent
    if (!parent) break
    if (parent.type === T.TemplateLiteral || (parent.type === T.BinaryExpression && parent.operator === '+')) {
      node = parent
      text = leadingText(file, node) ?? text
    } else if (parent.type === T.LogicalExpression && parent.operator !== '&&') {
      const other = parent.left === node ? parent.right : parent.left
      node = parent
      if (parent.left !== node && unwrap(other).type === T.Literal && file.string(other))
        text = file.text.slice(...other.range)
    } else if (parent.type === T.LogicalExpression && parent.right === node) node = parent
    else if (parent.type === T.ConditionalExpression && parent.test !== node) {
      const other = parent.consequent === node ? parent.alternate : parent.consequent
      if (file.string(other)) text = file.text.slice(...other.range)
      node = parent
    } else if (isWrapper(parent, node)) node = parent
    else break
  }
  const parent = node.parent
  if (parent?.type === T.SpreadElement && parent.parent.type === T.ObjectExpression) return removal(parent, source)
  if (
    parent?.type === T.Property &&
    parent.value === node &&
    DETAIL_KEY.test(propertyName(parent) ?? '') &&
    isOneOfMany(parent)
  )
    return removal(parent, source)
  const isBody = node === leak.sink.value || node.parent === leak.sink.at
  const isJson = /(?:json|jsonp|\.status)\(\)$/u.test(leak.sink.by) || leak.sink.by.startsWith('the ')
  if (isBody && isJson && place.shown === 'object') text = `{ error: '${GENERIC}' }`
  return { range: node.range, text }
}

function isOneOfMany(property: Node): boolean {
  const object = property.parent
  return object?.type === T.ObjectExpression && object.properties.length > 1
}

/** What only changes the form of the text that it is given. */
function isWrapper(parent: Node, node: Node): boolean {
  if (parent.type === T.CallExpression) {
    if (parent.callee === node) return true
    return (
      parent.arguments[0] === node &&
      /^(?:String|inspect|getErrorMessage|serializeError)$/u.test(lastNameOf(parent.callee) ?? '')
    )
  }
  if (parent.type === T.MemberExpression && parent.object === node) return true
  return parent.type === T.ChainExpression || parent.type === T.TSAsExpression || parent.type === T.TSNonNullExpression
}

/** The author's own words before the detail: `Upload failed` of `Upload failed: ${err.message}`. */
function leadingText(file: FileAnalysis, node: Node): string | undefined {
  let first: Node = node
  while (first.type === T.BinaryExpression) first = unwrap(first.left)
  const text = first.type === T.TemplateLiteral ? first.quasis[0]?.value.cooked : file.string(first)
  if (!text || !/^[A-Z][\w ,]{2,}/iu.test(text)) return undefined
  const words = text.replace(/[\s:;,.(\-–—'"[{]+$/u, '')
  return words.length >= 3 && !/['\\\n]/u.test(words) ? `'${words}'` : undefined
}

/** Takes a property or spread out of an object, with its comma. */
function removal(node: Node, source: Readonly<TSESLint.SourceCode>): Edit {
  const after = source.getTokenAfter(node as never)
  const before = source.getTokenBefore(node as never)
  if (before?.value === ',') return { range: [before.range[0], node.range[1]], text: '' }
  if (after?.value === ',') {
    const next = source.getTokenAfter(after, { includeComments: true })
    return { range: [node.range[0], next ? next.range[0] : after.range[1]], text: '' }
  }
  return { range: node.range, text: '' }
}

/** `logger.error(err)` before the statement, where a logger is in scope and the block doesn't log the error yet. */
function logStatement(
  file: FileAnalysis,
  leak: Leak,
  source: Readonly<TSESLint.SourceCode>,
): { at: number; text: string } | undefined {
  const error = errorName(leak)
  const statement = statementOf(leak.node)
  if (error === undefined || !statement || statement.parent?.type !== T.BlockStatement) return undefined
  const logger = loggerInScope(source, statement)
  if (logger === undefined) return undefined
  const block = statement.parent
  const isLogged = file.index.calls.some(
    (call) =>
      contains(block, call) &&
      /^(?:error|warn|fatal|log|info|debug|captureException|report|notify|exception)$/u.test(
        lastNameOf(call.callee) ?? '',
      ) &&
      call.arguments.some((one) =>
        new RegExp(`(?<![\\w$.])${error.replace(/\$/gu, '\\$')}(?![\\w$])`, 'u').test(file.text.slice(...one.range)),
      ),
  )
  if (isLogged) return undefined
  const lineStart = file.text.lastIndexOf('\n', statement.range[0] - 1) + 1
  const indent = /^\s*/u.exec(file.text.slice(lineStart, statement.range[0]))![0]
  return { at: statement.range[0], text: `${logger}.error(${error})\n${indent}` }
}

function errorName(leak: Leak): string | undefined {
  const { origin } = leak.places[0]!
  const node = origin.kind === 'caught' && origin.node.type === T.CatchClause ? origin.node.param : origin.node
  return node?.type === T.Identifier && (origin.kind === 'caught' || origin.kind === 'parameter') && (isErrorName(node.name) || origin.kind === 'caught') // prettier-ignore
    ? node.name
    : undefined
}

function statementOf(node: Node): Node | undefined {
  for (let current: Node | undefined = node; current; current = current.parent) {
    if (isFunction(current)) return undefined
    if (current.type === T.ExpressionStatement || current.type === T.ReturnStatement || current.type === T.ThrowStatement) return current // prettier-ignore
  }
  return undefined
}

/** A logger that the code at a node can use: a variable, a member of its class, or the one of the request. */
function loggerInScope(source: Readonly<TSESLint.SourceCode>, node: Node): string | undefined {
  const names = new Set<string>()
  for (let scope: TSESLint.Scope.Scope | null = source.getScope(node); scope; scope = scope.upper) {
    const found = ['logger', 'log'].find((name) => (scope!.set.get(name)?.defs.length ?? 0) > 0)
    if (found !== undefined) return found
    for (const name of ['req', 'request']) if (scope.set.has(name)) names.add(name)
  }
  const cls = enclosingClass(node)
  const field = cls && ['logger', 'log'].find((name) => hasMember(cls, name))
  if (field !== undefined) return `this.${field}`
  // Fastify's and pino-http's; the file shows that there is one
  const request = [...names].find((name) =>
    new RegExp(`\\b${name}\\.log\\.(?:error|warn|info)\\b`, 'u').test(source.text),
  )
  return request && `${request}.log`
}

/** Whether a class has a field of this name, or is given one by its constructor. */
function hasMember(cls: ClassNode, name: string): boolean {
  return cls.body.body.some((member) => {
    if (member.type === T.PropertyDefinition) return propertyName(member) === name && !member.static
    if (member.type !== T.MethodDefinition || member.kind !== 'constructor') return false
    return member.value.params.some((one) => one.type === T.TSParameterProperty && lastNameOf(one.parameter) === name)
  })
}
