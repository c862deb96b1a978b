import {
  type CallNode,
  contains,
  type FileAnalysis,
  type HttpResponseRow,
  isFunction,
  type Node,
  propertyName,
  returnsOf,
  T,
  unwrap,
  type WayOut,
} from '@palisade/analysis'
import type { TSESTree } from '@typescript-eslint/utils'
import { lastNameOf } from './code.js'
import { boltName, conventionalName, isGiven, receiverOf } from './conventions.js'
import type { Knowledge } from './options.js'
import { rowsByName, calledNames, responseName, rowsFor } from './rows.js'
import type { Sink } from './sink.js'
import { acknowledgement, answerByShape, ownHttpError, wrapperByShape } from './own-ways.js'
import { sinksOfWrapper } from './wrappers.js'

/**
 * Where does this call or construction let values out?
 *
 * @param file the call's file.
 * @param call the call.
 * @param knowledge the project's own responders.
 */
export function sinksOfCall(file: FileAnalysis, call: CallNode, knowledge: Knowledge): Sink[] {
  if (!mayLetOut(file, call, knowledge)) return []
  const found: Sink[] = []
  const callee = unwrap(call.callee)
  const written = writtenName(file, callee)
  const raw = file.callee(call)
  const names = raw.map(responseName)
  if (callee.type === T.MemberExpression && !raw.some((name) => name.includes('#') && !name.startsWith('.'))) {
    const name = conventionalName(file, callee)
    if (name !== undefined && !names.includes(name)) names.push(name)
  } else if (callee.type === T.Identifier) {
    const name = boltName(file, callee)
    if (name !== undefined) names.push(name)
  }
  for (const name of names) {
    for (const row of rowsFor('call', name))
      if (applies(file, row, call)) found.push(...sinksOfRow(file, row, call, written))
    if (found.length > 0) break
  }
  for (const name of names)
    for (const row of rowsByName.option.get(name) ?? []) found.push(...formatterSinks(file, row, call))
  if (found.length > 0) return found
  found.push(...ownResponder(file, call, raw, written, knowledge))
  if (found.length === 0) found.push(...answerByShape(file, call, written))
  if (found.length === 0) found.push(...acknowledgement(file, call, written))
  if (found.length === 0 && call.type === T.NewExpression) found.push(...ownHttpError(file, call, raw, written))
  if (found.length === 0)
    found.push(...sinksOfWrapper(file, call, (where, inner) => sinksOfCall(where, inner, knowledge)))
  if (found.length === 0) found.push(...wrapperByShape(file, call, written))
  return found
}

/**
 * The method of a response that a call gives an error to as a callback: `.catch(res.send)`, `.then(done, res.json)`.
 *
 * @param file the call's file.
 * @param call the call.
 * @returns the method, and what it is called in messages.
 */
export function handedResponder(
  file: FileAnalysis,
  call: CallNode,
): { node: Node; by: string; out: WayOut } | undefined {
  const name = call.callee.type === T.MemberExpression ? lastNameOf(call.callee) : undefined
  const index = name === undefined ? undefined : CALLBACK_OF_ERROR.get(name)
  const argument = index === undefined ? undefined : call.arguments[index]
  if (!argument || argument.type === T.ArrowFunctionExpression) return undefined
  if (name!.startsWith('on') && file.string(call.arguments[0]!) !== 'error') return undefined
  let method = unwrap(argument)
  if (method.type === T.CallExpression && lastNameOf(method.callee) === 'bind') {
    const bound = unwrap(method.callee)
    if (bound.type === T.MemberExpression) method = unwrap(bound.object)
  }
  if (method.type !== T.MemberExpression || !calledNames.has(lastNameOf(method) ?? '')) return undefined
  const conventional = conventionalName(file, method)
  const names = [...file.names(method).map(responseName), ...(conventional === undefined ? [] : [conventional])]
  for (const name of names)
    for (const row of rowsFor('call', name))
      if ((row.argument === 0 || row.argument === 'all') && !row.members)
        return { node: argument, by: `${writtenName(file, method)}()`, out: row.out }
  return undefined
}

/** Which argument of a call is a function that is given an error. */
const CALLBACK_OF_ERROR: ReadonlyMap<string, number> = new Map([
  ['catch', 0],
  ['then', 1],
  ['on', 1],
  ['once', 1],
])

/**
 * Whether it is worth asking what a call is: most calls of a file have neither a name that the catalog knows nor an
 * argument that looks like an error's detail.
 */
function mayLetOut(file: FileAnalysis, call: CallNode, knowledge: Knowledge): boolean {
  if (call.arguments.length === 0) return false
  if (knowledge.responders.size > 0) return true
  const callee = unwrap(call.callee)
  const name = lastNameOf(callee)
  if (name === undefined) return false
  if (calledNames.has(name) || /^[A-Z]/u.test(name)) return true
  if (callee.type === T.Identifier) {
    const definition = file.index.variableOf(callee)?.defs[0]
    if (definition?.type !== 'FunctionName') return true
  }
  const first = call.arguments[0]!
  return /err|exception|\be\b|\bex\b|message|msg|stack|reason|detail|text|fail|body|data|payload|result|res/iu.test(
    file.text.slice(first.range[0], Math.min(call.range[1], first.range[0] + 400)),
  )
}

function sinksOfRow(file: FileAnalysis, row: HttpResponseRow, call: CallNode, written: string): Sink[] {
  const values =
    row.argument === 'all'
      ? call.arguments
      : row.argument === 'rest'
        ? call.arguments.slice(1)
        : call.arguments.slice(row.argument ?? 0, (row.argument ?? 0) + 1)
  return values
    .filter((value) => value.type !== T.SpreadElement || row.argument === 'all')
    .map((value) => ({
      value: value.type === T.SpreadElement ? value.argument : value,
      ...(row.members && !row.members.includes('') ? { members: row.members.map((member) => member.split('.')) } : {}),
      out: row.out,
      by: `${written}()`,
      at: call,
      // a whole error as the data of a Boom is for the log; Sails leaves one out in production
      ...(row.id.startsWith('sails.') || (row.call?.startsWith('@hapi/boom#') && value === call.arguments[1])
        ? { textOnly: true }
        : {}),
      isError: row.out === 'an error that is sent to the client',
    }))
}

/** What a row's name alone doesn't say. */
function applies(file: FileAnalysis, row: HttpResponseRow, call: CallNode): boolean {
  const [first, second] = call.arguments
  switch (row.id) {
    case 'koa.throw': {
      // Koa shows the text of an error below 500 only, or when told to
      const status = first && file.constant(first)?.value
      if (typeof status !== 'number' || status < 500) return true
      return call.arguments.some((one) =>
        file.member(one, ['expose']).some((origin) => origin.kind === 'constant' && origin.value === true),
      )
    }
    case 'boom.boomify':
    case 'boom.Boom': {
      // Boom hides the text of a 500, which is what it makes unless told otherwise
      if (!second) return false
      const statuses = file.member(second, ['statusCode'])
      return statuses.length > 0 && !statuses.every((origin) => origin.kind === 'constant' && origin.value === 500)
    }
    case 'h3.createError-text':
      return !!first && unwrap(first).type !== T.ObjectExpression && unwrap(first).type !== T.Identifier
    case 'nuxt.createError-global':
      return !!first && unwrap(first).type === T.ObjectExpression
    case 'nodemailer.sendMail':
    case 'resend.send':
    case 'sendgrid.send':
      return !!first && isMailToUser(file, first)
    case 'slack.postMessage':
    case 'slack.postEphemeral':
    case 'slack.update':
      return !!first && isForUser(file, first)
    case 'fetch.enqueue':
    case 'fetch.writer':
      // a stream may stay inside as well; one that is made beside an answer is its body
      return (
        file.index.callsByName.has('Response') ||
        file.index.callsByName.has('NextResponse') ||
        file.text.includes('event-stream')
      )
    case 'express.set':
    case 'express.header':
      return call.arguments.length > 0
    default:
      return true
  }
}

/** A message to a channel that is fixed or configured is for the ones who run the program. */
function isForUser(file: FileAnalysis, message: Node): boolean {
  const channels = [...file.member(message, ['channel']), ...file.member(message, ['user'])]
  return channels.some((origin) => origin.kind === 'parameter' || origin.kind === 'call')
}

/** A mail whose recipient is fixed, configured or on call is no way out. */
function isMailToUser(file: FileAnalysis, mail: Node): boolean {
  const to = file.member(mail, ['to'])
  if (to.length === 0) return false
  if (to.every((origin) => origin.kind === 'constant' || (origin.kind === 'global' && origin.name === 'process')))
    return false
  const node = unwrap(mail)
  if (node.type !== T.ObjectExpression) return true
  const property = node.properties.find((one) => one.type === T.Property && propertyName(one) === 'to')
  const text = property ? file.text.slice(...property.range) : ''
  return !/admin|ops|alert|support|dev|oncall|on_call|team|internal|monitor|process\.env|config|[A-Z]{4,}_/iu.test(text)
}

/** `formatError: (error) => …`: what the function returns is sent. */
function formatterSinks(file: FileAnalysis, row: HttpResponseRow, call: CallNode): Sink[] {
  const spec = row.option!.slice(row.option!.lastIndexOf(':') + 1)
  const [index, ...path] = spec.split('.')
  const argument = call.arguments[Number(index)]
  if (!argument || argument.type === T.SpreadElement) return []
  return file.member(argument, path, { derived: false, containers: 'whole' }).flatMap((origin) =>
    origin.kind === 'function' && origin.file === file && origin.members.length === 0
      ? returnsOf(origin.function, file.visitorKeys).map((value) => ({
          value,
          out: row.out,
          by: `${path.at(-1)}()`,
          at: value,
          formatter: origin.function,
        }))
      : [],
  )
}

/** A function that the project's options name as one that sends. */
function ownResponder(
  file: FileAnalysis,
  call: CallNode,
  names: readonly string[],
  written: string,
  knowledge: Knowledge,
): Sink[] {
  if (knowledge.responders.size === 0) return []
  const name = lastNameOf(call.callee) ?? ''
  const entry = [name, written, ...names].find((one) => knowledge.responders.has(one))
  const indices = entry === undefined ? undefined : knowledge.responders.get(entry)
  if (!indices) return []
  return call.arguments
    .filter((one, i) => one.type !== T.SpreadElement && (indices === 'all' || indices.includes(i)))
    .map((value) => ({ value, out: 'the response body' as const, by: `${written}()`, at: call }))
}

const ASSIGNED = new Set([...rowsByName.assign.keys()].map((name) => name.slice(name.lastIndexOf('.') + 1)))

/** Whether a name or the owner's name says that what is assigned may be sent. */
export function mayBeSent(assignment: TSESTree.AssignmentExpression): boolean {
  const target = unwrap(assignment.left)
  if (target.type !== T.MemberExpression || assignment.operator !== '=') return false
  return ASSIGNED.has(lastNameOf(target) ?? '') || /^(?:locals|body|payload)$/u.test(lastNameOf(target.object) ?? '')
}

/**
 * Where does this assignment let a value out?
 *
 * @param file the assignment's file.
 * @param assignment the assignment.
 */
export function sinksOfAssignment(file: FileAnalysis, assignment: TSESTree.AssignmentExpression): Sink[] {
  const target = unwrap(assignment.left)
  if (target.type !== T.MemberExpression || assignment.operator !== '=') return []
  const sink = (out: WayOut): Sink => ({
    value: assignment.right,
    out,
    by: file.text.slice(...target.range),
    at: assignment,
  })
  const owners = file.names(target.object)
  const member = lastNameOf(target) ?? '*'
  const names = owners.map((owner) => `${responseName(owner)}.${member}`)
  for (const name of names)
    for (const row of rowsFor('assign', name)) {
      if (row.id === 'express.locals' && !rendersNearby(file, assignment)) continue
      return [sink(row.out)]
    }
  // ctx.body = …, ctx.response.body = …, context.res = …, where nothing says whose context it is
  const written = file.text.slice(...target.range).replace(/\s+/gu, '')
  if (/^(?:this\.)?ctx\.(?:response\.)?body$/u.test(written) && isGiven(file, target))
    return [sink('the response body')]
  if (/^(?:this\.)?ctx\.(?:response\.)?body\.\w+$/u.test(written) && isGiven(file, target)) return [sink('the response body')] // prettier-ignore
  if (/\.output\.payload\.\w+$/u.test(written) && !/^boom/iu.test(written)) return [sink('the response body')]
  if (/^(?:this\.)?context\.res(?:\.body)?$/u.test(written) && isGiven(file, target)) return [sink('the response body')]
  if (/^_?res(?:ponse)?\.statusMessage$/u.test(written) && isGiven(file, target)) return [sink('the status line')]
  if (/^_?res(?:ponse)?\.locals\.\w+$/u.test(written) && rendersNearby(file, assignment) && isGiven(file, target)) return [sink('a rendered view')] // prettier-ignore
  return []
}

/** Whether the function around a node renders a view, which sees what `res.locals` holds. */
function rendersNearby(file: FileAnalysis, node: Node): boolean {
  let fn: Node | undefined = node.parent
  while (fn && !isFunction(fn)) fn = fn.parent
  const around = fn ?? file.ast
  return (file.index.callsByName.get('render') ?? []).some((call) => contains(around, call))
}

/** A callee as the code writes it, shortened: `res.json` for `res.status(500).json`. */
function writtenName(file: FileAnalysis, callee: Node): string {
  if (callee.type === T.MemberExpression) {
    const receiver = receiverOf(callee)
    const name = lastNameOf(callee)
    if (receiver.type === T.ThisExpression) return `this.${name}`
    const start = receiver.type === T.Identifier || receiver.type === T.MemberExpression ? file.text.slice(...receiver.range) : undefined // prettier-ignore
    return start !== undefined && start.length <= 40 && !/\s/u.test(start) ? `${start}.${name}` : `….${name}`
  }
  return lastNameOf(callee) ?? 'this call'
}
