import {
  type CallNode,
  enclosingFunction,
  type FileAnalysis,
  isErrorName,
  lastName,
  memberName,
  type Node,
  propertyName,
  T,
  unwrap,
} from '@palisade/analysis'
import type { TSESTree } from '@typescript-eslint/utils'
import type { Sink } from './sinks.js'

const ERROR_CLASS =
  /^(?:Error|TypeError|RangeError|SyntaxError|EvalError|ReferenceError|AggregateError)$|(?:Error|Exception)$/u

/** `new Error(text)`: the text of an exception ends in logs, whoever catches it. */
export function exceptionSink(file: FileAnalysis, call: CallNode): Sink | undefined {
  const name = lastName(call.callee)
  if (name === undefined || (!ERROR_CLASS.test(name) && !(isThrown(call) && isComposed(call.arguments[0]))))
    return undefined
  const [first, second] = call.arguments
  // `new AggregateError(errors, text)`, `new HTTPException(401, { message })`
  const isSecond = name === 'AggregateError' || (first?.type === T.Literal && typeof first.value === 'number')
  const text = isSecond ? second : first
  const options = isSecond ? call.arguments[2] : second
  const values = [...(text ? textsOfError(text) : []), ...(options ? causeOf(options) : [])]
  return values.length > 0 ? { reaches: `the message of ${name}`, kind: 'exception', values } : undefined
}

/** A text, or that of `{ message: `…`, response }`. */
function textsOfError(text: Node): Node[] {
  if (text.type === T.SpreadElement) return []
  if (text.type !== T.ObjectExpression) return [text]
  const message = text.properties.find(
    (property) => property.type === T.Property && /^(?:message|msg|detail|reason)$/u.test(propertyName(property) ?? ''),
  )
  return message?.type === T.Property ? [message.value] : []
}

/** `{ cause: `…` }`: printed with the error. */
function causeOf(options: Node): Node[] {
  if (options.type !== T.ObjectExpression) return []
  const cause = options.properties.find((one) => one.type === T.Property && propertyName(one) === 'cause')
  return cause?.type === T.Property && isComposed(cause.value) ? [cause.value] : []
}

/**
 * `assert(ok, \`bad password ${password}\`)`: the text of the exception that it throws.
 *
 * @param call any call.
 */
export function assertionSink(call: TSESTree.CallExpression): Sink | undefined {
  const callee = unwrap(call.callee)
  const name = callee.type === T.MemberExpression ? lastName(callee.object) : lastName(callee)
  const text = call.arguments.at(-1)
  if (call.arguments.length < 2 || !/^(?:assert|invariant|ok)$/u.test(name ?? '') || !isComposed(text)) return undefined
  return { reaches: 'the message of an assertion', kind: 'exception', values: [text!] }
}

/**
 * `error.message = \`…\``: the text of an exception is written anew.
 *
 * @param write any assignment.
 */
export function rewrittenText(write: TSESTree.AssignmentExpression): Sink | undefined {
  const target = unwrap(write.left)
  if (target.type !== T.MemberExpression || memberName(target) !== 'message' || !isComposed(write.right))
    return undefined
  return isErrorName(lastName(target.object))
    ? { reaches: 'the message of an error', kind: 'exception', values: [write.right] }
    : undefined
}

/** `super(\`bad token ${token}\`)` in the constructor of a class of errors. */
export function superSink(call: TSESTree.CallExpression): Sink | undefined {
  const [text] = call.arguments
  const fn = enclosingFunction(call)
  const body = fn?.parent?.parent
  const base = body?.type === T.ClassBody && body.parent.superClass
  const name = base ? lastName(base) : undefined
  return name !== undefined && ERROR_CLASS.test(name) && isComposed(text)
    ? { reaches: 'the message of an error', kind: 'exception', values: [text!] }
    : undefined
}

/** Whether what is made is thrown, or rejects a promise. */
function isThrown(made: Node): boolean {
  const { parent } = made
  return parent?.type === T.ThrowStatement || (parent?.type === T.CallExpression && isRejection(parent))
}

/** `reject(reason)` in a promise's own function, `Promise.reject(reason)`. */
function isRejection(call: TSESTree.CallExpression): boolean {
  const callee = unwrap(call.callee)
  if (callee.type === T.Identifier) return callee.name === 'reject'
  return (
    callee.type === T.MemberExpression &&
    memberName(callee) === 'reject' &&
    callee.object.type === T.Identifier &&
    callee.object.name === 'Promise'
  )
}

/** Whether an expression is a text that is put together. */
function isComposed(node: Node | undefined): boolean {
  const value = node && unwrap(node)
  return value?.type === T.TemplateLiteral || (value?.type === T.BinaryExpression && value.operator === '+')
}

/** `reject(\`bad ${name}\`)`: a promise is rejected with a text. */
export function rejectionSink(call: TSESTree.CallExpression): Sink | undefined {
  const [reason] = call.arguments
  return reason && isComposed(reason) && isRejection(call)
    ? { reaches: 'a text that a promise is rejected with', kind: 'exception', values: [reason] }
    : undefined
}

/**
 * `throw \`…\``: a text is thrown as it is.
 *
 * @param thrown what a `throw` statement throws.
 */
export function thrownText(thrown: Node): Sink | undefined {
  const made = unwrap(thrown)
  // `throw Boom.unauthorized(`…`)`, `throw createError(401, `…`)`
  if (made.type === T.CallExpression) {
    const texts = made.arguments.filter(isComposed)
    return texts.length > 0 ? { reaches: 'an exception', kind: 'exception', values: texts } : undefined
  }
  return isComposed(thrown)
    ? { reaches: 'a text that is thrown', kind: 'exception', values: [unwrap(thrown)] }
    : undefined
}
