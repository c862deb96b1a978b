import { type CallNode, type FileAnalysis, isFunction, type Node, propertyName, T, unwrap } from '@palisade/analysis'
import type { TSESTree } from '@typescript-eslint/utils'
import { hasKey, isHttpAnswer } from './answers.js'
import { isPublicName } from './barriers.js'
import { lastNameOf, localClassOf } from './code.js'
import { PLAIN, isResponse } from './conventions.js'
import { responseName } from './rows.js'
import type { Sink } from './sink.js'
import { sends } from './words.js'

/** `callback(null, { statusCode: 500, body })` of a function platform, `callback({ code: status.INTERNAL, message })` of gRPC. */
export function answerByShape(file: FileAnalysis, call: CallNode, written: string): Sink[] {
  const callee = unwrap(call.callee)
  const [first, second] = call.arguments
  // call.emit('error', { code, message }) of a gRPC stream
  const isEmit = lastNameOf(callee) === 'emit' && !!first && file.string(first) === 'error' && !!second
  if (!isEmit && (callee.type !== T.Identifier || !/^(?:callback|cb|done)$/u.test(callee.name))) return []
  const sink = (value: Node, members?: string[][]): Sink => ({
    value,
    ...(members ? { members } : {}),
    out: members ? 'an error that is sent to the client' : 'the response body',
    by: `${written}()`,
    at: call,
  })
  if (second && isHttpAnswer(second)) return [sink(second)]
  const status = isEmit ? second : first
  const object = status && unwrap(status)
  if (
    object?.type === T.ObjectExpression &&
    hasKey(object, 'code') &&
    (hasKey(object, 'message') || hasKey(object, 'details'))
  ) {
    const code = object.properties.find((one) => one.type === T.Property && propertyName(one) === 'code')
    const text = code ? file.text.slice(...code.range) : ''
    if (/\bstatus\b|grpc|Status\b|:\s*\d{1,2}$/u.test(text)) return [sink(object, [['message'], ['details']])]
  }
  return []
}

/** The function that acknowledges a message of a socket: the last parameter of its listener. */
export function acknowledgement(file: FileAnalysis, call: CallNode, written: string): Sink[] {
  const callee = unwrap(call.callee)
  if (callee.type !== T.Identifier || !/^(?:callback|cb|ack|fn|done|respond|reply|next)$/u.test(callee.name)) return []
  const definition = file.index.variableOf(callee)?.defs[0]
  if (definition?.type !== 'Parameter') return []
  const fn = definition.node as Node
  if (!isFunction(fn)) return []
  const registration = fn.parent
  if (registration.type !== T.CallExpression) return []
  const receiver = unwrap(registration.callee)
  if (receiver.type !== T.MemberExpression) return []
  const method = lastNameOf(receiver)
  // io.use((socket, next) => next(new Error(text))): the client is told why it can't connect
  if (method === 'use' && isSocketServer(file, receiver.object)) return refusal(call, written)
  if (method !== 'on') return []
  const isSocket = lastNameOf(receiver.object) === 'socket' || file.names(receiver.object).some((name) => responseName(name).startsWith('socket.io#')) // prettier-ignore
  if (!isSocket || fn.params.at(-1) !== definition.name) return []
  return call.arguments
    .filter((one) => one.type !== T.SpreadElement)
    .map((value) => ({ value, out: 'a socket message' as const, by: `${written}()`, at: call }))
}

function isSocketServer(file: FileAnalysis, receiver: Node): boolean {
  return file.names(receiver).some((name) => /^socket\.io#(?:Server\(\)|\(\))/u.test(name))
}

function refusal(call: CallNode, written: string): Sink[] {
  const error = call.arguments[0] && unwrap(call.arguments[0])
  if (!error) return []
  const sink = { out: 'an error that is sent to the client' as const, by: `${written}()`, at: call }
  if (error.type !== T.NewExpression) return [{ ...sink, value: error, isError: true }]
  return error.arguments.slice(0, 1).map((value) => ({ ...sink, value, isError: true }))
}

/** `throw new ApiError(500, err.message)`: an error class of the project that is an HTTP answer. */
export function ownHttpError(
  file: FileAnalysis,
  call: TSESTree.NewExpression,
  names: readonly string[],
  written: string,
): Sink[] {
  const name = lastNameOf(call.callee)
  if (name === undefined || !/(?:Error|Exception|ErrorResponse|ErrorHandler|Problem)$/u.test(name)) return []
  if (!isAnswerClass(file, call, names, name)) return []
  return call.arguments
    .filter((one) => one.type !== T.SpreadElement)
    .map((value) => ({
      value,
      out: 'an error that is sent to the client' as const,
      by: `new ${written}()`,
      at: call,
      textOnly: true,
      isError: true,
    }))
}

function isAnswerClass(
  file: FileAnalysis,
  call: TSESTree.NewExpression,
  names: readonly string[],
  name: string,
): boolean {
  let cls = localClassOf(file, call.callee)
  for (let i = 0; cls && i < 6; i++) {
    if (!cls.superClass) return false
    if (file.names(cls.superClass).some((one) => isPublicName(one))) return true
    if (/\b(?:status|statusCode|httpStatus|expose)\b/u.test(file.text.slice(...cls.range)) && hasStatus(file, call))
      return true
    cls = localClassOf(file, cls.superClass)
  }
  if (localClassOf(file, call.callee)) return false
  if (file.types.describe(call)?.classes.some((one) => isPublicName(one))) return true
  // imported from the project: an HTTP status among the arguments says what it is
  if (names.some((one) => one.includes('#') && !/^[.@~#/]/u.test(one))) return false
  return /^(?:Http|HTTP|Api|API|App|Rest|REST|Custom|Error|Base|Request|Server|Service|Response|Bad|Internal|Not|Unauthorized|Forbidden|Conflict|Unprocessable)/u.test(name) && hasStatus(file, call) // prettier-ignore
}

/** Whether a construction is given an HTTP status of an error. */
function hasStatus(file: FileAnalysis, call: TSESTree.NewExpression): boolean {
  return call.arguments.some((argument) => {
    const value = file.constant(argument)?.value
    if (typeof value === 'number') return value >= 400 && value < 600
    const node = unwrap(argument)
    return node.type === T.MemberExpression && /^[A-Z][A-Z_]+$|^[A-Z][A-Za-z]+$/u.test(lastNameOf(node) ?? '') && /status|http|code/iu.test(file.text.slice(...node.object.range)) // prettier-ignore
  })
}

/** `sendError(res, err.message)`, `respond(reply, 500, text)`: a wrapper around the response that stands elsewhere. */
export function wrapperByShape(file: FileAnalysis, call: CallNode, written: string): Sink[] {
  if (call.type !== T.CallExpression) return []
  const name = lastNameOf(call.callee)
  const [first, second] = call.arguments
  if (name === undefined || !first || call.arguments.length < 2) return []
  if (!sends(name)) return []
  const response = [first, second].find((one) => one && isResponse(file, one))
  if (!response || /^(?:log|next|pipe|pipeline|finished|onFinished|on)$/u.test(name)) return []
  const callee = unwrap(call.callee)
  if (callee.type === T.MemberExpression && /^(?:logger|log|console|winston|sentry)$/iu.test(lastNameOf(callee.object) ?? '')) return [] // prettier-ignore
  const origins = file.origins(call.callee, PLAIN)
  // a function of this file is followed instead
  if (origins.length > 0 && origins.every((origin) => origin.kind === 'function' && origin.file === file)) return []
  return call.arguments
    .filter((one) => one !== response && one.type !== T.SpreadElement && !isFunction(unwrap(one)))
    .map((value) => ({ value, out: 'the response body' as const, by: `${written}()`, at: call, textOnly: true }))
}
