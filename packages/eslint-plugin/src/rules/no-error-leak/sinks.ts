import {
  type CallNode,
  type FileAnalysis,
  type FunctionNode,
  type HttpResponseRow,
  httpResponses,
  isFunction,
  isCall,
  type Node,
  type Origin,
  propertyName,
  responseAliases,
  returnsOf,
  T,
  unwrap,
  type WayOut,
} from '@palisade/analysis'
import type { TSESTree } from '@typescript-eslint/utils'
import { isPublicName } from './barriers.js'
import { isInside, lastNameOf, localClassOf, rootOf } from './code.js'
import type { Knowledge } from './options.js'
import { sends } from './words.js'
import { sinksOfWrapper } from './wrappers.js'

/** A place where a value leaves for a client. */
export interface Sink {
  /** What leaves. */
  value: Node
  /** Only these members of it do; each a path. */
  members?: readonly (readonly string[])[]
  out: WayOut
  /** How it leaves, as the code says it: `res.json()`. */
  by: string
  /** The call, assignment or return. */
  at: Node
  /** Only texts count: what becomes of a whole error is not known. */
  textOnly?: boolean
  /** Only the stack counts. */
  stackOnly?: boolean
  /** The value becomes part of an error: its `cause` stays inside. */
  isError?: boolean
  /** Functions that the server asks how to show an error; their parameters are errors. */
  formatter?: FunctionNode
}

// --- the catalog, by name

const bySuffix = {
  call: new Map<string, HttpResponseRow[]>(),
  assign: new Map<string, HttpResponseRow[]>(),
  option: new Map<string, HttpResponseRow[]>(),
}
/** Rows whose name ends in `*`, by what stands before it. */
const families: { kind: 'call' | 'assign'; prefix: string; row: HttpResponseRow }[] = []
for (const row of httpResponses as readonly HttpResponseRow[]) {
  if (row.call?.endsWith('*')) families.push({ kind: 'call', prefix: row.call.slice(0, -1), row })
  else if (row.assign?.endsWith('*')) families.push({ kind: 'assign', prefix: row.assign.slice(0, -1), row })
  else if (row.call !== undefined) add(bySuffix.call, row.call, row)
  else if (row.assign !== undefined) add(bySuffix.assign, row.assign, row)
  else if (row.option !== undefined) add(bySuffix.option, row.option.slice(0, row.option.lastIndexOf(':')), row)
}

function add(map: Map<string, HttpResponseRow[]>, name: string, row: HttpResponseRow): void {
  map.set(name, [...(map.get(name) ?? []), row])
}

/** Methods that answer the response itself. */
const FLUENT = /\(\)\.(?:status|code|type|contentType|set|header|headers|setHeader|append|cookie|setCookie|clearCookie|vary|links|location|attachment|format|charset|etag|takeover|to|in|of|except|local|volatile|timeout|broadcast|compress|serializer|unstate|state|bytes|encoding|ttl|created|temporary|permanent)\(\)/gu // prettier-ignore

/**
 * A qualified name with fluent calls taken out and other types of the same API renamed:
 * `express#Response().status().json` is `express#Response().json`.
 *
 * @param name a qualified name.
 */
export function responseName(name: string): string {
  let plain = name
    .replace(FLUENT, '()')
    .replace(FLUENT, '()')
    .replace(FLUENT, '()')
    .replace(/\.(?:broadcast|volatile)(?=\.)/gu, '')
  for (const alias of responseAliases)
    if (plain.startsWith(alias.name)) {
      plain = alias.is + plain.slice(alias.name.length)
      break
    }
  return plain
}

function rowsFor(kind: 'call' | 'assign', name: string): readonly HttpResponseRow[] {
  const exact = bySuffix[kind].get(name)
  if (exact) return exact
  return (
    families
      .filter((one) => one.kind === kind && name.startsWith(one.prefix) && name.length > one.prefix.length)
      // the members of a family are classes (and http-errors' numbers), not its helpers
      .filter((one) => kind === 'assign' || /^(?:[A-Z]\w*|\d+)$/u.test(name.slice(one.prefix.length)))
      .map((one) => one.row)
  )
}

// --- by the names that people give, where nothing else is known

/** Types for names of parameters that no import, annotation or registration explains. */
const CONVENTIONS: readonly [name: RegExp, methods: RegExp, type: string][] = [
  [
    /^_?(?:res|resp|response)$/u,
    /^(?:send|json|jsonp|end|write|render|redirect|setHeader|header|set)$/u,
    'express#Response()',
  ],
  [/^_?reply$/u, /^(?:send|header|view)$/u, 'fastify#FastifyReply()'],
  [/^h$/u, /^(?:response|redirect|view)$/u, '@hapi/hapi#ResponseToolkit()'],
  [/^c$/u, /^(?:json|text|html|body)$/u, 'hono#Context()'],
  [
    /^(?:ctx|context)$/u,
    /^(?:throw|badRequest|unauthorized|forbidden|notFound|internalServerError)$/u,
    'koa#Context()',
  ],
  [/^(?:ctx|context)$/u, /^(?:json|text|html)$/u, 'hono#Context()'],
  [/^ctx$/u, /^(?:reply|replyWithHTML|replyWithMarkdown)$/u, 'telegraf#Context()'],
  [/^interaction$/u, /^(?:reply|editReply|followUp)$/u, 'discord.js#Interaction()'],
  [/^(?:message|msg)$/u, /^reply$/u, 'discord.js#Message()'],
  [/^socket$/u, /^emit$/u, 'socket.io#Socket()'],
  [/^(?:ws|socket|conn|connection)$/u, /^(?:send|close)$/u, 'ws#WebSocket()'],
]

/** The receiver of a chain of fluent calls: `res` for `res.status(500).type('x').json`. */
function receiverOf(callee: TSESTree.MemberExpression): Node {
  let node: Node = unwrap(callee.object)
  while (node.type === T.CallExpression && unwrap(node.callee).type === T.MemberExpression)
    node = unwrap((unwrap(node.callee) as TSESTree.MemberExpression).object)
  return node
}

function conventionalName(file: FileAnalysis, callee: TSESTree.MemberExpression): string | undefined {
  const method = lastNameOf(callee)
  const receiver = receiverOf(callee)
  const name = lastNameOf(receiver)
  if (method === undefined || name === undefined) return undefined
  if (receiver.type === T.CallExpression) return undefined
  if (name === 'stream' && file.index.modules.has('http2')) return `http2#ServerHttp2Stream().${method}`
  const row = CONVENTIONS.find(([pattern, methods]) => pattern.test(name) && methods.test(method))
  if (!row) return undefined
  const origins = file.origins(receiver, PLAIN)
  const isGiven = (origin: Origin) =>
    origin.kind === 'parameter' ||
    origin.kind === 'this' ||
    // host.switchToHttp().getResponse(), where nothing says what the host is
    (origin.kind === 'call' && isCall(origin.call) && lastNameOf(origin.call.callee) === 'getResponse')
  if (origins.length === 0 || !origins.every(isGiven)) return undefined
  return `${row[2]}.${method}`
}

const PLAIN = { derived: false, containers: 'whole', calls: false } as const

// --- sinks

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
    for (const row of bySuffix.option.get(name) ?? []) found.push(...formatterSinks(file, row, call))
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

/** The last names of everything in the catalog that is called. */
const calledNames: ReadonlySet<string> = new Set(
  [...bySuffix.call.keys(), ...bySuffix.option.keys()].map((name) =>
    name.replace(/\(\)$/u, '').replace(/^.*[.#]/u, ''),
  ),
)

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
      // a whole error as the data of a Boom is for the log
      ...(row.call?.startsWith('@hapi/boom#') && value === call.arguments[1] ? { textOnly: true } : {}),
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
    case 'fetch.enqueue':
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

/** Slack hands its functions over by name: `async ({ say, respond }) => …`. */
function boltName(file: FileAnalysis, callee: TSESTree.Identifier): string | undefined {
  if (callee.name !== 'say' && callee.name !== 'respond') return undefined
  const isGiven = file
    .origins(callee, PLAIN)
    .some((origin) => origin.kind === 'parameter' && origin.members.length === 1)
  return isGiven ? (callee.name === 'say' ? '@slack/bolt#SayFn()' : '@slack/bolt#RespondFn()') : undefined
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

/** `callback(null, { statusCode: 500, body })` of a function platform, `callback({ code: status.INTERNAL, message })` of gRPC. */
function answerByShape(file: FileAnalysis, call: CallNode, written: string): Sink[] {
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
function acknowledgement(file: FileAnalysis, call: CallNode, written: string): Sink[] {
  const callee = unwrap(call.callee)
  if (callee.type !== T.Identifier || !/^(?:callback|cb|ack|fn|done|respond|reply)$/u.test(callee.name)) return []
  const definition = file.index.variableOf(callee)?.defs[0]
  if (definition?.type !== 'Parameter') return []
  const fn = definition.node as Node
  if (!isFunction(fn)) return []
  const registration = fn.parent
  if (registration.type !== T.CallExpression || lastNameOf(registration.callee) !== 'on') return []
  const receiver = unwrap(registration.callee)
  if (receiver.type !== T.MemberExpression) return []
  const isSocket = lastNameOf(receiver.object) === 'socket' || file.names(receiver.object).some((name) => responseName(name).startsWith('socket.io#')) // prettier-ignore
  if (!isSocket || fn.params.at(-1) !== definition.name) return []
  return call.arguments
    .filter((one) => one.type !== T.SpreadElement)
    .map((value) => ({ value, out: 'a socket message' as const, by: `${written}()`, at: call }))
}

/** `throw new ApiError(500, err.message)`: an error class of the project that is an HTTP answer. */
function ownHttpError(
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
function wrapperByShape(file: FileAnalysis, call: CallNode, written: string): Sink[] {
  if (call.type !== T.CallExpression) return []
  const name = lastNameOf(call.callee)
  const [first, second] = call.arguments
  if (name === undefined || !first || call.arguments.length < 2) return []
  const response = [first, second].find((one) => one && isResponse(file, one))
  if (!response || !sends(name) || /^(?:log|next|pipe|pipeline|finished|onFinished|on)$/u.test(name)) return []
  const callee = unwrap(call.callee)
  if (callee.type === T.MemberExpression && /^(?:logger|log|console|winston|sentry)$/iu.test(lastNameOf(callee.object) ?? '')) return [] // prettier-ignore
  const origins = file.origins(call.callee, PLAIN)
  // a function of this file is followed instead
  if (origins.length > 0 && origins.every((origin) => origin.kind === 'function' && origin.file === file)) return []
  return call.arguments
    .filter((one) => one !== response && one.type !== T.SpreadElement && !isFunction(unwrap(one)))
    .map((value) => ({ value, out: 'the response body' as const, by: `${written}()`, at: call, textOnly: true }))
}

const RESPONSE_TYPE = /^(?:express#Response|http#ServerResponse|fastify#FastifyReply|koa#Context|hono#Context|restify#Response|next#NextApiResponse|@hapi\/hapi#ResponseToolkit|h3#H3Event|http2#Http2ServerResponse|socket\.io#Socket|ws#WebSocket)\(\)$/u // prettier-ignore

/** Whether an expression is a response object. */
export function isResponse(file: FileAnalysis, expression: Node): boolean {
  const node = unwrap(expression)
  if (node.type !== T.Identifier && node.type !== T.MemberExpression) return false
  if (file.names(node).some((name) => RESPONSE_TYPE.test(responseName(name)))) return true
  const name = lastNameOf(node)
  return name !== undefined && /^_?(?:res|reply)$/u.test(name) && file.origins(node, PLAIN).some((origin) => origin.kind === 'parameter' || origin.kind === 'this') // prettier-ignore
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
  if (/^(?:this\.)?context\.res(?:\.body)?$/u.test(written) && isGiven(file, target)) return [sink('the response body')]
  if (/^_?res(?:ponse)?\.statusMessage$/u.test(written) && isGiven(file, target)) return [sink('the status line')]
  if (/^_?res(?:ponse)?\.locals\.\w+$/u.test(written) && rendersNearby(file, assignment) && isGiven(file, target)) return [sink('a rendered view')] // prettier-ignore
  return []
}

function isGiven(file: FileAnalysis, target: Node): boolean {
  return file.origins(rootOf(target), PLAIN).some((origin) => origin.kind === 'parameter' || origin.kind === 'this')
}

/** Whether the function around a node renders a view, which sees what `res.locals` holds. */
function rendersNearby(file: FileAnalysis, node: Node): boolean {
  let fn: Node | undefined = node.parent
  while (fn && !isFunction(fn)) fn = fn.parent
  const around = fn ?? file.ast
  return (file.index.callsByName.get('render') ?? []).some((call) => isInside(around, call))
}

/**
 * Is what this function returns an answer to a client?
 *
 * @param file the function's file.
 * @param fn the function.
 * @returns how it is called in messages, or undefined.
 */
export function respondsByReturn(file: FileAnalysis, fn: FunctionNode): { by: string; out: WayOut } | undefined {
  const handler = file.handler(fn)
  if (handler && (handler.row.responds === 'return' || handler.row.responds === 'both')) {
    const { id } = handler.row
    if (handler.by === 'convention' && id !== 'convention.fastify') return undefined
    if (id === 'remix' && !isRouteModule(file)) return undefined
    if (id === 'lambda' || id === 'next.props') return { by: 'the handler’s result', out: 'the response body' }
    if (/^client/u.test(fn.type === T.FunctionDeclaration ? (fn.id?.name ?? '') : '')) return undefined
    return { by: 'the handler’s result', out: id.startsWith('mcp') ? 'a tool result' : 'the response body' }
  }
  if (isServerAction(file, fn)) return { by: 'the server action’s result', out: 'the response body' }
  if (isProcedure(fn)) return { by: 'the procedure’s result', out: 'the response body' }
  if (isResolver(fn)) return { by: 'the resolver’s result', out: 'the response body' }
  if (isSvelteHook(fn)) return { by: 'handleError()', out: 'the response body' }
  return undefined
}

function isRouteModule(file: FileAnalysis): boolean {
  if (/(?:^|\/)(?:routes|app)\//u.test(file.filename.replaceAll('\\', '/'))) return true
  return [...file.index.modules].some((module) =>
    /^(?:@remix-run\/|react-router|@react-router\/|@shopify\/remix)/u.test(module),
  )
}

/** `'use server'` in the function, or an exported function of a file that starts with it. */
export function isServerAction(file: FileAnalysis, fn: FunctionNode): boolean {
  if (fn.body.type === T.BlockStatement && hasDirective(fn.body.body)) return true
  if (!fn.async || !hasDirective(file.ast.body)) return false
  const parent = fn.parent
  if (parent.type === T.ExportNamedDeclaration || parent.type === T.ExportDefaultDeclaration) return true
  return parent.type === T.VariableDeclarator && parent.parent.parent.type === T.ExportNamedDeclaration
}

function hasDirective(body: readonly Node[]): boolean {
  for (const statement of body) {
    if (statement.type !== T.ExpressionStatement || statement.expression.type !== T.Literal) return false
    if (statement.expression.value === 'use server') return true
  }
  return false
}

/** A function of a tRPC procedure that another file begins: `publicProcedure.input(…).mutation(fn)`. */
function isProcedure(fn: FunctionNode): boolean {
  const call = fn.parent
  if (call.type !== T.CallExpression || !/^(?:query|mutation)$/u.test(lastNameOf(call.callee) ?? '')) return false
  let node: Node = unwrap(call.callee)
  for (let i = 0; i < 20; i++) {
    if (node.type === T.CallExpression) node = unwrap(node.callee)
    else if (node.type === T.MemberExpression) node = unwrap(node.object)
    else break
  }
  return node.type === T.Identifier && /procedure$/iu.test(node.name)
}

/** A function of a GraphQL resolver map: under a key of `Query`, `Mutation` or `Subscription`. */
export function isResolver(fn: FunctionNode): boolean {
  const property = fn.parent
  if (property.type !== T.Property || property.parent.type !== T.ObjectExpression) return false
  const holder = property.parent.parent
  if (holder.type === T.Property) return /^(?:Query|Mutation|Subscription)$/u.test(propertyName(holder) ?? '')
  return holder.type === T.VariableDeclarator && holder.id.type === T.Identifier && /^(?:Query|Mutation|queries|mutations|(?:query|mutation)Resolvers?)$/iu.test(holder.id.name) // prettier-ignore
}

/** SvelteKit's `handleError`: what it returns is the error that a page shows. */
function isSvelteHook(fn: FunctionNode): boolean {
  const [first] = fn.params
  const name = fn.type === T.FunctionDeclaration ? fn.id?.name : fn.parent.type === T.VariableDeclarator && fn.parent.id.type === T.Identifier ? fn.parent.id.name : undefined // prettier-ignore
  if (name !== 'handleError' || first?.type !== T.ObjectPattern) return false
  const holder = fn.type === T.FunctionDeclaration ? fn.parent : fn.parent.parent?.parent
  return holder?.type === T.ExportNamedDeclaration
}

/**
 * An answer that its shape alone gives away: `{ statusCode, body }` of a function platform, `{ content: [{ type: 'text',
 * text }], isError }` of a tool.
 *
 * @param file the expression's file.
 * @param value what a function returns.
 */
export function answerOfShape(file: FileAnalysis, value: Node): WayOut | undefined {
  const node = unwrap(value)
  if (node.type !== T.ObjectExpression) return undefined
  if (isHttpAnswer(node)) return 'the response body'
  return isToolResult(file, node) ? 'a tool result' : undefined
}

/** `{ statusCode: 500, body: JSON.stringify(…) }`. */
function isHttpAnswer(value: Node): boolean {
  const node = unwrap(value)
  if (node.type !== T.ObjectExpression || !hasKey(node, 'statusCode')) return false
  const body = node.properties.find((one) => one.type === T.Property && propertyName(one) === 'body')
  if (body?.type !== T.Property) return false
  const inner = unwrap(body.value)
  return (inner.type === T.CallExpression && lastNameOf(inner.callee) === 'stringify') || inner.type === T.TemplateLiteral || hasKey(node, 'headers') || inner.type === T.MemberExpression // prettier-ignore
}

function isToolResult(file: FileAnalysis, node: TSESTree.ObjectExpression): boolean {
  const content = node.properties.find((one) => one.type === T.Property && propertyName(one) === 'content')
  if (content?.type !== T.Property || hasKey(node, 'role')) return false
  const items = unwrap(content.value)
  if (items.type !== T.ArrayExpression) return false
  const isText = items.elements.some((one) => {
    const item = one && unwrap(one)
    return item?.type === T.ObjectExpression && hasKey(item, 'type') && hasKey(item, 'text')
  })
  return isText && (hasKey(node, 'isError') || [...file.index.modules].some((module) => /modelcontextprotocol|fastmcp|mcp-handler|\bmcp\b/u.test(module))) // prettier-ignore
}

function hasKey(object: TSESTree.ObjectExpression, key: string): boolean {
  return object.properties.some((one) => one.type === T.Property && propertyName(one) === key)
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
