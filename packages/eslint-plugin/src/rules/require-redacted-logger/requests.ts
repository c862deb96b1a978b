import {
  type CallNode,
  clientErrorMembers,
  type ConfidentialClass,
  contains,
  enclosingFunction,
  type FileAnalysis,
  type FunctionNode,
  type Guard,
  isErrorName,
  isOfFile,
  lastName,
  type Node,
  type Origin,
  splitWords,
  T,
  unwrap,
} from '@palisade/analysis'
import type { TSESTree } from '@typescript-eslint/utils'
import { ofFile } from './of-file.js'
import { functionName, type Trail } from './trail.js'

/** What the whole error of an HTTP client holds. */
export const REQUEST_OF_CLIENT = 'the request of the HTTP client in its `config`'

const errorPaths = clientErrorMembers.map((row) => row.path.join('.'))

/** A whole request or event by the convention of parameter names alone is too weak a sign. */
export function isSureContainer(origin: Origin, row: string): boolean {
  const types = TYPES_OF_CONTAINERS[row]
  if (!types || origin.kind !== 'parameter') return true
  const type = writtenTypeOf(origin)
  // What a queue, a table or a bucket sends has no headers, nor has an event of the program's own.
  if (type !== undefined && !types.test(type)) return false
  if (row === 'lambda-event' && type === undefined && isOtherInput(origin.node)) return false
  const handler = origin.file.handler(origin.function)
  if (!handler || origin.members.length > 0 || type !== undefined) return true
  return handler.by === 'registered' || (row === 'express-request' && handler.parameters.length >= 2)
}

/** The types under which the containers are known that the name of a parameter suggests. */
const TYPES_OF_CONTAINERS: Readonly<Record<string, RegExp>> = {
  'lambda-event': /APIGateway|ALBEvent|FunctionURL|HandlerEvent|Authorizer|Proxy|Http|^(?:any|unknown|object)$/u,
  'koa-context': /C(?:ontext|tx)|Koa|^(?:any|unknown|object)$/u,
  'express-request': /Req(?:uest)?|IncomingMessage|^(?:any|unknown|object)$/u,
}

/** `exports.handler = (argv) => …`: what a command, a chat or a socket hands to a function of that name. */
function isOtherInput(node: Node): boolean {
  return (
    node.type === T.Identifier &&
    /^(?:json|msg|err|error|item|row|path|file|ctx|options|opts|props|arg|args|argv|interaction)$/u.test(node.name)
  )
}

/** The type that is written for a whole parameter. */
function writtenTypeOf({ file, node }: Origin): string | undefined {
  const type = node.type === T.Identifier ? node.typeAnnotation?.typeAnnotation : undefined
  return type && file.text.slice(...type.range)
}

const CREDENTIAL_WORDS =
  /^(?:login|logon|signin|signup|register|registration|auth|oauth|authenticate|authentication|authorize|passwords?|tokens?|sessions?|payments?|checkout|charges?|cards?|billing|credentials?)$/u

/** `/api/log-in`, `signUpHandler`, `auth/token`: a name that says that credentials or payment data come in. */
function speaksOfCredentials(name: string): boolean {
  const words = splitWords(name)
  return words.some(
    (word, at) =>
      CREDENTIAL_WORDS.test(word) ||
      ((word === 'log' || word === 'sign') && /^(?:in|on|up)$/u.test(words[at + 1] ?? '')),
  )
}

/** The body of a request to a route whose name says that it carries credentials or payment data. */
export function isCredentialBody(origin: Origin, row: string): boolean {
  if (row !== 'request-body') return false
  const fn = origin.kind === 'parameter' ? origin.function : enclosingFunction(origin.node)
  if (!fn) return false
  const path = routeOf(origin.file, fn)
  if (path !== undefined) return speaksOfCredentials(path)
  const name = (functionName(fn) ?? '').replace(
    /(?:[-_]?(?:handler|controller|route|user|action|post|api|request))+$/iu,
    '',
  )
  // `updateSignupToken` has another thing in its body.
  const isOfThing = /(?:tokens?|sessions?|keys?)$/iu.test(name)
  return (!isOfThing && speaksOfCredentials(name)) || speaksOfCredentials(routeOfFile(origin.file.filename))
}

/** `@Body() body: LoginDto` of Nest, whole; a form that a server action is given. */
export function isWholeBody(origin: Origin): boolean {
  if (origin.kind !== 'parameter') return false
  if (isForm(origin.node)) return origin.members.length === 0 || origin.members.join('.') === '*.1'
  if (origin.members.length > 0) return false
  const { decorators } = origin.function.params[origin.index] as { decorators?: readonly TSESTree.Decorator[] }
  return (decorators ?? []).some(({ expression }) => {
    const call = unwrap(expression)
    if (call.type !== T.CallExpression || lastName(call.callee) !== 'Body') return false
    return !call.arguments[0] || origin.file.string(call.arguments[0]) === undefined
  })
}

function isForm(node: Node): boolean {
  if (node.type !== T.Identifier) return false
  const type = node.typeAnnotation?.typeAnnotation
  return type?.type === T.TSTypeReference ? lastName(type.typeName as never) === 'FormData' : node.name === 'formData'
}

/** The path under which a handler is registered: the first argument of the call around it, or of its decorator. */
function routeOf(file: FileAnalysis, fn: FunctionNode): string | undefined {
  if (fn.parent.type === T.MethodDefinition) {
    const routes = (fn.parent.decorators ?? []).map((one) => unwrap(one.expression))
    const given = routes.flatMap((one) => (one.type === T.CallExpression ? one.arguments.slice(0, 1) : []))
    const texts = given.flatMap((one) => file.string(one) ?? [])
    return texts.length > 0 ? texts.join(' ') : undefined
  }
  const around = fn.parent.type === T.CallExpression ? fn.parent : file.handler(fn)?.registration
  const [route] = around?.arguments ?? []
  return route && file.string(route)
}

/** `app/api/login/route.ts`, `pages/api/auth/signup.ts`: the path says which route it is. */
function routeOfFile(filename: string): string {
  const path = filename.replaceAll('\\', '/')
  if (!/\/(?:route|\+server)\.[cm]?[jt]sx?$|(?:^|\/)pages\/api\//u.test(path)) return ''
  return path.slice(Math.max(0, path.search(/(?:^|\/)(?:app|pages|routes)\//u)))
}

/** `req.url`, `request.query`, `req.ip` where nothing tells which framework's request it is. */
export function requestPartByName(
  trail: Trail,
): { class: ConfidentialClass; holds: string; isText: boolean } | undefined {
  for (const { path } of trail.views) {
    if (path.length < 2 || !/^(?:req|request)$/u.test(path.at(-2)!)) continue
    const last = path.at(-1)!
    if (/^(?:url|originalUrl|query|querystring)$/u.test(last))
      return { class: 'credentials', holds: 'its query string', isText: last !== 'query' }
    if (/^(?:ips?|remoteAddress)$/u.test(last)) return { class: 'pii', holds: "the visitor's address", isText: true }
  }
  return undefined
}

/** `request.headers` where nothing tells which framework's request it is. */
export function isHeadersByName(trail: Trail, origin: Origin): boolean {
  if (origin.kind === 'caught') return false
  return trail.views.some((view) => {
    // `for (const [name, value] of request.headers)`
    const path = view.path.slice(-2).join('.') === '*.1' ? view.path.slice(0, -2) : view.path
    return (
      path.length >= 2 &&
      /^(?:rawHeaders|headers|cookies|signedCookies)$/u.test(path.at(-1)!) &&
      /^(?:req|request|event|ctx|nextRequest|incomingMessage)$/iu.test(path.at(-2)!)
    )
  })
}

/**
 * A whole error of axios or got, or the `response` in it, where the request that failed carries a credential: both hold
 * the request's headers in their `config` or `options`, and loggers print them.
 *
 * @param origin where the logged value comes from.
 * @param logged the expressions that are logged: where a check has shown that the error is none of the client's, it
 *   holds no request.
 */
export function carriesOwnRequest(origin: Origin, logged: readonly Node[]): boolean {
  if (origin.kind !== 'caught' || origin.by === 'event' || !/^(?:response)?$/u.test(origin.members.join('.')))
    return false
  if (origin.steps.some((step) => !step.same && step.name !== 'toJSON')) return false
  const { file } = origin
  if (!speaksToServers(file)) return false
  const read = origin.steps.flatMap(({ kind, node }) => (kind === 'variable' ? [node] : []))
  if ([...logged, ...read].some((node) => isOfFile(file, node) && file.guards(node).some(saysNoClientError)))
    return false
  if (isInterceptor(file, enclosingFunction(origin.node)?.parent)) return true
  const tried = triedBefore(origin.node)
  return tried !== undefined && asksServer(file, tried)
}

/** `axios.get(url, { headers: { Authorization } }).catch(console.error)`: whether the error of a promise is such a one. */
export function failsWithRequest(file: FileAnalysis, promise: Node): boolean {
  return speaksToServers(file) && asksServer(file, promise)
}

function asksServer(file: FileAnalysis, within: Node): boolean {
  return file.index.calls.some((call) => contains(within, call) && isClientCall(file, call))
}

/** `client.interceptors.response.use(onAnswer, (error) => …)` */
function isInterceptor(file: FileAnalysis, call: Node | undefined): boolean {
  return (
    call?.type === T.CallExpression &&
    /\binterceptors\.response\.use$/u.test(file.text.slice(...call.callee.range)) &&
    call.arguments.length > 1
  )
}

/** `isAxiosError(err)`, `err instanceof HTTPError`, `err instanceof Error`, and it did not hold. */
function saysNoClientError({ test, holds }: Guard): boolean {
  if (holds) return false
  const check = unwrap(test)
  if (check.type === T.CallExpression) return lastName(check.callee) === 'isAxiosError'
  return (
    check.type === T.BinaryExpression &&
    check.operator === 'instanceof' &&
    /^(?:AxiosError|HTTPError|RequestError|Error)$/u.test(lastName(check.right) ?? '')
  )
}

const CREDENTIAL_IN_REQUEST =
  /\bAuthorization['"]?\s*[:\]]|['"]x-api-key['"]\s*[:\]]|\bauth:\s*\{|\bapi[-_]?key['"]?\s*:|\bBearer \$\{/iu

/** Whether the file makes requests that carry a credential. */
const speaksToServers = ofFile(({ text }) => /\b(?:axios|got)\b/u.test(text) && CREDENTIAL_IN_REQUEST.test(text))

/** What was tried when an error was caught: the block of a `try`, what a promise's `catch` is called on. */
function triedBefore(caught: Node): Node | undefined {
  if (caught.type === T.CatchClause) return caught.parent.type === T.TryStatement ? caught.parent.block : undefined
  const call = enclosingFunction(caught)?.parent
  return call?.type === T.CallExpression && call.callee.type === T.MemberExpression ? call.callee.object : undefined
}

/** A call of the client, of an instance of it, or of a function of the file that makes such a call. */
function isClientCall(file: FileAnalysis, call: CallNode): boolean {
  return file
    .names(call.callee)
    .some((name) => /^(?:axios|got)(?:[#.(]|$)/u.test(name) && !/\.(?:isAxiosError|isCancel)$/u.test(name))
}

/** What axios hands to an interceptor: the request, with the headers that it will send or has sent. */
export function isOutgoingRequest(origin: Origin): boolean {
  if (origin.kind !== 'parameter' || origin.index !== 0) return false
  const path = origin.members.join('.')
  const call = origin.function.parent
  if (call.type !== T.CallExpression || call.arguments[0] !== origin.function) return false
  const callee = origin.file.text.slice(...call.callee.range)
  if (/\binterceptors\.request\.use$/u.test(callee)) return path === '' || path === 'headers'
  return /\binterceptors\.response\.use$/u.test(callee) && /^(?:config|config\.headers|request)$/u.test(path)
}

/** `err.config`, `error.response.config`: where HTTP clients keep the request. */
export function isClientErrorPart(origin: Origin, trail: Trail): boolean {
  const isError = (name: string | undefined) =>
    name !== undefined && (isErrorName(name) || /^axiosErr(?:or)?$/u.test(name))
  if (origin.kind === 'caught') {
    const path = origin.members.join('.')
    return path !== 'options' ? errorPaths.includes(path) : origin.file.index.modules.has('got')
  }
  return trail.views.some(
    (view) =>
      isError(view.path[0]) &&
      view.path.length > 1 &&
      view.path[1] !== 'options' &&
      errorPaths.includes(view.path.slice(1).join('.')),
  )
}
