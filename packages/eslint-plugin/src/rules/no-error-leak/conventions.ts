import { type FileAnalysis, isCall, type Node, type Origin, T, unwrap } from '@palisade/analysis'
import type { TSESTree } from '@typescript-eslint/utils'
import { lastNameOf, rootOf } from './code.js'
import { responseName } from './rows.js'

/** Types for names of parameters that no import, annotation or registration explains. */
const CONVENTIONS: readonly [name: RegExp, methods: RegExp, type: string][] = [
  [
    /^_?(?:res|resp|response)$/u,
    /^(?:send|json|jsonp|end|write|render|redirect|setHeader|header|set)$/u,
    'express#Response()',
  ],
  [/^_?(?:res|response)$/u, /^(?:cookie|append|writeHead)$/u, 'express#Response()'],
  [/^_?(?:res|response)$/u, /^(?:serverError|badRequest|forbidden|notFound|negotiate)$/u, 'express#Response()'],
  [/^_?(?:req|request)$/u, /^flash$/u, 'express#Request()'],
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
  [/^channel$/u, /^send$/u, 'discord.js#Message().channel'],
  [/^chat$/u, /^(?:postMessage|postEphemeral|update)$/u, '@slack/web-api#WebClient().chat'],
  [/^httpErrors$/u, /./u, 'fastify#().httpErrors'],
  [/^socket$/u, /^emit$/u, 'socket.io#Socket()'],
  [/^(?:ws|socket|conn|connection)$/u, /^(?:send|close)$/u, 'ws#WebSocket()'],
]

/** Whether people call a receiver with this method so, whatever it is. */
export function hasConventionalName(method: string, receiver: string | undefined): boolean {
  if (receiver === undefined) return false
  return receiver === 'stream' || CONVENTIONS.some(([name, methods]) => name.test(receiver) && methods.test(method))
}

export const PLAIN = { derived: false, containers: 'whole', calls: false } as const

/**
 * The qualified name of a method by what people call its receiver: `express#Response().json` for `res.json` where `res`
 * is a parameter of which nothing else is known.
 */
export function conventionalName(file: FileAnalysis, callee: TSESTree.MemberExpression): string | undefined {
  const method = lastNameOf(callee)
  const receiver = receiverOf(callee)
  const name = lastNameOf(receiver)
  if (method === undefined || name === undefined) return undefined
  if (receiver.type === T.CallExpression) return undefined
  if (name === 'stream' && file.index.modules.has('http2')) return `http2#ServerHttp2Stream().${method}`
  const row = CONVENTIONS.find(([pattern, methods]) => pattern.test(name) && methods.test(method))
  if (!row) return undefined
  const origins = file.origins(receiver, PLAIN)
  // a channel by itself is as often one between processes
  if (name === 'channel' && !/^(?:message|msg|m|interaction)$/u.test(lastNameOf(rootOf(receiver)) ?? ''))
    return undefined
  const isGiven = (origin: Origin) =>
    origin.kind === 'parameter' ||
    origin.kind === 'this' ||
    // grammY's and Telegraf's `err.ctx`
    (origin.kind === 'caught' && origin.members.length > 0) ||
    // host.switchToHttp().getResponse(), where nothing says what the host is
    (origin.kind === 'call' && isCall(origin.call) && lastNameOf(origin.call.callee) === 'getResponse')
  if (origins.length === 0 || !origins.every(isGiven)) return undefined
  return `${row[2]}.${method}`
}

/** Slack hands its functions over by name: `async ({ say, respond }) => …`. */
export function boltName(file: FileAnalysis, callee: TSESTree.Identifier): string | undefined {
  if (callee.name !== 'say' && callee.name !== 'respond') return undefined
  const isGiven = file
    .origins(callee, PLAIN)
    .some((origin) => origin.kind === 'parameter' && origin.members.length === 1)
  return isGiven ? (callee.name === 'say' ? '@slack/bolt#SayFn()' : '@slack/bolt#RespondFn()') : undefined
}

/** The receiver of a chain of fluent calls: `res` for `res.status(500).type('x').json`. */
export function receiverOf(callee: TSESTree.MemberExpression): Node {
  let node: Node = unwrap(callee.object)
  while (node.type === T.CallExpression && unwrap(node.callee).type === T.MemberExpression)
    node = unwrap((unwrap(node.callee) as TSESTree.MemberExpression).object)
  return node
}

const RESPONSE_TYPE = /^(?:express#Response|http#ServerResponse|fastify#FastifyReply|koa#Context|hono#Context|restify#Response|next#NextApiResponse|@hapi\/hapi#ResponseToolkit|h3#H3Event|http2#Http2ServerResponse|socket\.io#Socket|ws#WebSocket)\(\)$/u // prettier-ignore

/** Whether an expression is a response object. */
export function isResponse(file: FileAnalysis, expression: Node): boolean {
  const node = unwrap(expression)
  if (node.type !== T.Identifier && node.type !== T.MemberExpression) return false
  if (file.names(node).some((name) => RESPONSE_TYPE.test(responseName(name)))) return true
  const name = lastNameOf(node)
  return name !== undefined && /^_?(?:res|reply)$/u.test(name) && isOnlyGiven(file, node) // prettier-ignore
}

/** Whether what an access path starts at is handed to the function. */
export function isGiven(file: FileAnalysis, target: Node): boolean {
  return file.origins(rootOf(target), PLAIN).some((origin) => origin.kind === 'parameter' || origin.kind === 'this')
}

/** Whether all that is known of an expression is that it is handed in. */
function isOnlyGiven(file: FileAnalysis, expression: Node): boolean {
  const origins = file.origins(expression, PLAIN)
  return origins.length > 0 && origins.every((origin) => origin.kind === 'parameter' || origin.kind === 'this')
}
