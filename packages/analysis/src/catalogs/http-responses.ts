/** Which part of what leaves is the value: shown in messages. */
export type WayOut =
  | 'the response body'
  | 'a response header'
  | 'the status line'
  | 'a redirect'
  | 'a rendered view'
  | 'an error that is sent to the client'
  | 'a tool result'
  | 'a socket message'
  | 'an event stream'
  | 'a chat message'
  | 'an e-mail'

/**
 * One way by which a value leaves the process for a client.
 *
 * Exactly one of `call`, `assign` and `option` says how it is found.
 */
export interface HttpResponseRow {
  id: string
  /** Qualified name of the function or class that sends; a trailing `.*` stands for any method. */
  call?: string
  /** Qualified name of the member that is written to; a trailing `.*` stands for any member. */
  assign?: string
  /** `<qualified name of the call>:<path>` of a callback in the call's arguments, whose result is sent. */
  option?: string
  /** The argument that leaves; `all`, or `rest` for all but the first. */
  argument?: number | 'all' | 'rest'
  /** Where only members of that argument leave: their paths, `*` for any one key. */
  members?: readonly string[]
  out: WayOut
  /** The page that says so. */
  source: string
}

const EXPRESS = 'https://expressjs.com/en/4x/api.html#res'
const NODE_HTTP = 'https://nodejs.org/api/http.html#class-httpserverresponse'
const NODE_HTTP2 = 'https://nodejs.org/api/http2.html#class-http2http2serverresponse'
const RESTIFY = 'http://restify.com/docs/response-api/'
const KOA = 'https://koajs.com/#context'
const FASTIFY = 'https://fastify.dev/docs/latest/Reference/Reply/'
const HAPI = 'https://hapi.dev/api/#response-toolkit'
const BOOM = 'https://hapi.dev/module/boom/api/'
const HONO = 'https://hono.dev/docs/api/context'
const FETCH = 'https://developer.mozilla.org/en-US/docs/Web/API/Response/Response'
const NEXT = 'https://nextjs.org/docs/app/api-reference/functions/next-response'
const NEXT_API = 'https://nextjs.org/docs/pages/building-your-application/routing/api-routes'
const REMIX = 'https://reactrouter.com/api/utils/data'
const SVELTEKIT = 'https://svelte.dev/docs/kit/@sveltejs-kit'
const H3 = 'https://v1.h3.dev/utils/response'
const H3_ERROR = 'https://nuxt.com/docs/api/utils/create-error'
const NEST = 'https://docs.nestjs.com/exception-filters'
const TRPC = 'https://trpc.io/docs/server/error-handling'
const GRAPHQL = 'https://www.apollographql.com/docs/apollo-server/data/errors'
const YOGA = 'https://the-guild.dev/graphql/yoga-server/docs/features/error-masking'
const HTTP_ERRORS = 'https://github.com/jshttp/http-errors#readme'
const ITTY = 'https://itty.dev/itty-router/responses/error'
const ELYSIA = 'https://elysiajs.com/essential/life-cycle#on-error'
const SOCKET_IO = 'https://socket.io/docs/v4/server-api/#socketemiteventname-args'
const WS = 'https://github.com/websockets/ws/blob/master/doc/ws.md#websocketsenddata-options-callback'
const MCP = 'https://modelcontextprotocol.io/specification/2025-06-18/server/tools#error-handling'
const GRPC = 'https://grpc.io/docs/guides/error/'
const CONNECT = 'https://connectrpc.com/docs/node/errors'
const FIREBASE = 'https://firebase.google.com/docs/functions/callable#handle_errors'
const AI_SDK = 'https://ai-sdk.dev/docs/ai-sdk-ui/error-handling'
const SAFE_ACTION = 'https://next-safe-action.dev/docs/define-actions/create-the-client#handleservererror'
const BOLT = 'https://docs.slack.dev/tools/bolt-js/concepts/message-sending'
const SLACK = 'https://docs.slack.dev/reference/methods/chat.postMessage'
const FLASH = 'https://github.com/jaredhanson/connect-flash#readme'
const SAILS = 'https://sailsjs.com/documentation/reference/response-res'
const SENSIBLE = 'https://github.com/fastify/fastify-sensible#readme'
const NODE_NET = 'https://nodejs.org/api/net.html#socketwritedata-encoding-callback'
const DISCORD = 'https://discord.js.org/docs/packages/discord.js/main/ChatInputCommandInteraction:Class'
const TELEGRAF = 'https://telegraf.js.org/classes/Context.html#reply'
const GRAMMY = 'https://grammy.dev/ref/core/context#reply'
const TELEGRAM_BOT = 'https://github.com/yagop/node-telegram-bot-api/blob/master/doc/api.md'
const TWILIO = 'https://www.twilio.com/docs/messaging/twiml/message'
const NODEMAILER = 'https://nodemailer.com/message/'
const RESEND = 'https://resend.com/docs/api-reference/emails/send-email'
const SENDGRID = 'https://github.com/sendgrid/sendgrid-nodejs/tree/main/packages/mail'
const HONO_STREAM = 'https://hono.dev/docs/helpers/streaming'
const STREAMS = 'https://developer.mozilla.org/en-US/docs/Web/API/ReadableStreamDefaultController/enqueue'
const LOOPBACK = 'https://loopback.io/doc/en/lb4/Sequence.html'
const STRAPI = 'https://docs.strapi.io/cms/error-handling'
const AZURE = 'https://learn.microsoft.com/en-us/azure/azure-functions/functions-reference-node'
const OAK = 'https://jsr.io/@oak/oak/doc/context/~/Context'

/** Ways by which a value leaves the process for a client, one a line. */
export const httpResponses = [
  // Express, and what speaks its API: Connect, Polka, Restify, NestJS on Express, Cloud Functions
  { id: 'express.send', call: 'express#Response().send', argument: 'all', out: 'the response body', source: EXPRESS },
  { id: 'express.json', call: 'express#Response().json', argument: 'all', out: 'the response body', source: EXPRESS },
  { id: 'express.jsonp', call: 'express#Response().jsonp', argument: 'all', out: 'the response body', source: EXPRESS },
  { id: 'express.end', call: 'express#Response().end', argument: 0, out: 'the response body', source: EXPRESS },
  { id: 'express.write', call: 'express#Response().write', argument: 0, out: 'the response body', source: EXPRESS },
  { id: 'express.render', call: 'express#Response().render', argument: 1, out: 'a rendered view', source: EXPRESS },
  { id: 'express.locals', assign: 'express#Response().locals.*', out: 'a rendered view', source: EXPRESS },
  { id: 'connect-flash', call: 'express#Request().flash', argument: 1, out: 'a rendered view', source: 'https://github.com/jaredhanson/connect-flash#readme' },
  { id: 'express.setHeader', call: 'express#Response().setHeader', argument: 1, out: 'a response header', source: EXPRESS },
  { id: 'express.set', call: 'express#Response().set', argument: 'all', out: 'a response header', source: EXPRESS },
  { id: 'express.header', call: 'express#Response().header', argument: 'all', out: 'a response header', source: EXPRESS },
  { id: 'express.append', call: 'express#Response().append', argument: 1, out: 'a response header', source: EXPRESS },
  { id: 'express.cookie', call: 'express#Response().cookie', argument: 1, out: 'a response header', source: EXPRESS },
  { id: 'express.redirect', call: 'express#Response().redirect', argument: 'all', out: 'a redirect', source: EXPRESS },
  { id: 'express.writeHead', call: 'express#Response().writeHead', argument: 'rest', out: 'the status line', source: EXPRESS },
  { id: 'express.statusMessage', assign: 'express#Response().statusMessage', out: 'the status line', source: EXPRESS },
  { id: 'express.flash', call: 'express#Request().flash', argument: 1, out: 'a rendered view', source: FLASH },
  { id: 'sails.serverError', call: 'express#Response().serverError', argument: 0, out: 'the response body', source: SAILS },
  { id: 'sails.badRequest', call: 'express#Response().badRequest', argument: 0, out: 'the response body', source: SAILS },
  { id: 'sails.forbidden', call: 'express#Response().forbidden', argument: 0, out: 'the response body', source: SAILS },
  { id: 'sails.notFound', call: 'express#Response().notFound', argument: 0, out: 'the response body', source: SAILS },
  { id: 'sails.negotiate', call: 'express#Response().negotiate', argument: 0, out: 'the response body', source: SAILS },

  // Node's own servers
  { id: 'http.end', call: 'http#ServerResponse().end', argument: 0, out: 'the response body', source: NODE_HTTP },
  { id: 'http.write', call: 'http#ServerResponse().write', argument: 0, out: 'the response body', source: NODE_HTTP },
  { id: 'http.setHeader', call: 'http#ServerResponse().setHeader', argument: 1, out: 'a response header', source: NODE_HTTP },
  { id: 'http.writeHead', call: 'http#ServerResponse().writeHead', argument: 'rest', out: 'the status line', source: NODE_HTTP },
  { id: 'http.statusMessage', assign: 'http#ServerResponse().statusMessage', out: 'the status line', source: NODE_HTTP },
  { id: 'http2.end', call: 'http2#Http2ServerResponse().end', argument: 0, out: 'the response body', source: NODE_HTTP2 },
  { id: 'http2.write', call: 'http2#Http2ServerResponse().write', argument: 0, out: 'the response body', source: NODE_HTTP2 },
  { id: 'http2.stream-end', call: 'http2#ServerHttp2Stream().end', argument: 0, out: 'the response body', source: NODE_HTTP2 },
  { id: 'http2.stream-respond', call: 'http2#ServerHttp2Stream().respond', argument: 0, out: 'a response header', source: NODE_HTTP2 },

  // Restify
  { id: 'restify.send', call: 'restify#Response().send', argument: 'all', out: 'the response body', source: RESTIFY },
  { id: 'restify.sendRaw', call: 'restify#Response().sendRaw', argument: 'all', out: 'the response body', source: RESTIFY },
  { id: 'restify.json', call: 'restify#Response().json', argument: 'all', out: 'the response body', source: RESTIFY },
  { id: 'restify.end', call: 'restify#Response().end', argument: 0, out: 'the response body', source: RESTIFY },
  { id: 'restify.write', call: 'restify#Response().write', argument: 0, out: 'the response body', source: RESTIFY },
  { id: 'restify.header', call: 'restify#Response().header', argument: 1, out: 'a response header', source: RESTIFY },
  { id: 'restify-errors', call: 'restify-errors#*', argument: 'all', out: 'an error that is sent to the client', source: RESTIFY },

  // Koa, Strapi on Koa, Oak
  { id: 'koa.body', assign: 'koa#Context().body', out: 'the response body', source: KOA },
  { id: 'koa.body-member', assign: 'koa#Context().body.*', out: 'the response body', source: KOA },
  { id: 'koa.message', assign: 'koa#Context().message', out: 'the status line', source: KOA },
  { id: 'koa.set', call: 'koa#Context().set', argument: 'all', out: 'a response header', source: KOA },
  { id: 'koa.append', call: 'koa#Context().append', argument: 1, out: 'a response header', source: KOA },
  { id: 'koa.redirect', call: 'koa#Context().redirect', argument: 0, out: 'a redirect', source: KOA },
  { id: 'koa.render', call: 'koa#Context().render', argument: 1, out: 'a rendered view', source: 'https://github.com/koajs/ejs#readme' },
  { id: 'koa.throw', call: 'koa#Context().throw', argument: 'all', out: 'an error that is sent to the client', source: KOA },
  { id: 'koa.send', call: 'koa#Context().send', argument: 0, out: 'the response body', source: STRAPI },
  { id: 'koa.ok', call: 'koa#Context().ok', argument: 0, out: 'the response body', source: STRAPI },
  { id: 'koa.badRequest', call: 'koa#Context().badRequest', argument: 'all', out: 'the response body', source: STRAPI },
  { id: 'koa.unauthorized', call: 'koa#Context().unauthorized', argument: 'all', out: 'the response body', source: STRAPI },
  { id: 'koa.forbidden', call: 'koa#Context().forbidden', argument: 'all', out: 'the response body', source: STRAPI },
  { id: 'koa.notFound', call: 'koa#Context().notFound', argument: 'all', out: 'the response body', source: STRAPI },
  { id: 'oak.body', assign: '@oak/oak#Context().response.body', out: 'the response body', source: OAK },

  // Fastify
  { id: 'fastify.send', call: 'fastify#FastifyReply().send', argument: 0, out: 'the response body', source: FASTIFY },
  { id: 'fastify.header', call: 'fastify#FastifyReply().header', argument: 1, out: 'a response header', source: FASTIFY },
  { id: 'fastify.headers', call: 'fastify#FastifyReply().headers', argument: 0, out: 'a response header', source: FASTIFY },
  { id: 'fastify.redirect', call: 'fastify#FastifyReply().redirect', argument: 'all', out: 'a redirect', source: FASTIFY },
  { id: 'fastify.view', call: 'fastify#FastifyReply().view', argument: 1, out: 'a rendered view', source: 'https://github.com/fastify/point-of-view#readme' },
  { id: 'fastify.raw-end', call: 'fastify#FastifyReply().raw.end', argument: 0, out: 'the response body', source: FASTIFY },
  { id: 'fastify.raw-write', call: 'fastify#FastifyReply().raw.write', argument: 0, out: 'the response body', source: FASTIFY },
  { id: 'fastify.badRequest', call: 'fastify#FastifyReply().badRequest', argument: 0, out: 'an error that is sent to the client', source: 'https://github.com/fastify/fastify-sensible#readme' },
  { id: 'fastify.notFound', call: 'fastify#FastifyReply().notFound', argument: 0, out: 'an error that is sent to the client', source: 'https://github.com/fastify/fastify-sensible#readme' },
  { id: 'fastify.conflict', call: 'fastify#FastifyReply().conflict', argument: 0, out: 'an error that is sent to the client', source: 'https://github.com/fastify/fastify-sensible#readme' },
  { id: 'fastify.unprocessableEntity', call: 'fastify#FastifyReply().unprocessableEntity', argument: 0, out: 'an error that is sent to the client', source: 'https://github.com/fastify/fastify-sensible#readme' },
  { id: 'fastify.internalServerError', call: 'fastify#FastifyReply().internalServerError', argument: 0, out: 'an error that is sent to the client', source: 'https://github.com/fastify/fastify-sensible#readme' },
  { id: 'fastify.serviceUnavailable', call: 'fastify#FastifyReply().serviceUnavailable', argument: 0, out: 'an error that is sent to the client', source: 'https://github.com/fastify/fastify-sensible#readme' },
  { id: 'fastify.badGateway', call: 'fastify#FastifyReply().badGateway', argument: 0, out: 'an error that is sent to the client', source: 'https://github.com/fastify/fastify-sensible#readme' },
  { id: 'fastify.httpErrors', call: 'fastify#().httpErrors.*', argument: 'all', out: 'an error that is sent to the client', source: SENSIBLE },
  { id: 'mercurius.errorFormatter', option: 'fastify#().register:1.errorFormatter', out: 'the response body', source: 'https://mercurius.dev/#/docs/api/options' },

  // Hapi and Boom: a status of 500 hides the message, any other shows it; `data` is what handlers of responses show
  { id: 'hapi.response', call: '@hapi/hapi#ResponseToolkit().response', argument: 0, out: 'the response body', source: HAPI },
  { id: 'hapi.redirect', call: '@hapi/hapi#ResponseToolkit().redirect', argument: 0, out: 'a redirect', source: HAPI },
  { id: 'hapi.view', call: '@hapi/hapi#ResponseToolkit().view', argument: 1, out: 'a rendered view', source: HAPI },
  { id: 'hapi.payload', assign: '@hapi/hapi#Request().response.output.payload.*', out: 'the response body', source: BOOM },
  { id: 'boom.badRequest', call: '@hapi/boom#badRequest', argument: 'all', out: 'an error that is sent to the client', source: BOOM },
  { id: 'boom.unauthorized', call: '@hapi/boom#unauthorized', argument: 'all', out: 'an error that is sent to the client', source: BOOM },
  { id: 'boom.paymentRequired', call: '@hapi/boom#paymentRequired', argument: 'all', out: 'an error that is sent to the client', source: BOOM },
  { id: 'boom.forbidden', call: '@hapi/boom#forbidden', argument: 'all', out: 'an error that is sent to the client', source: BOOM },
  { id: 'boom.notFound', call: '@hapi/boom#notFound', argument: 'all', out: 'an error that is sent to the client', source: BOOM },
  { id: 'boom.notAcceptable', call: '@hapi/boom#notAcceptable', argument: 'all', out: 'an error that is sent to the client', source: BOOM },
  { id: 'boom.conflict', call: '@hapi/boom#conflict', argument: 'all', out: 'an error that is sent to the client', source: BOOM },
  { id: 'boom.badData', call: '@hapi/boom#badData', argument: 'all', out: 'an error that is sent to the client', source: BOOM },
  { id: 'boom.tooManyRequests', call: '@hapi/boom#tooManyRequests', argument: 'all', out: 'an error that is sent to the client', source: BOOM },
  { id: 'boom.notImplemented', call: '@hapi/boom#notImplemented', argument: 'all', out: 'an error that is sent to the client', source: BOOM },
  { id: 'boom.badGateway', call: '@hapi/boom#badGateway', argument: 'all', out: 'an error that is sent to the client', source: BOOM },
  { id: 'boom.serverUnavailable', call: '@hapi/boom#serverUnavailable', argument: 'all', out: 'an error that is sent to the client', source: BOOM },
  { id: 'boom.gatewayTimeout', call: '@hapi/boom#gatewayTimeout', argument: 'all', out: 'an error that is sent to the client', source: BOOM },
  { id: 'boom.internal', call: '@hapi/boom#internal', argument: 1, out: 'an error that is sent to the client', source: BOOM },
  { id: 'boom.badImplementation', call: '@hapi/boom#badImplementation', argument: 1, out: 'an error that is sent to the client', source: BOOM },
  { id: 'boom.boomify', call: '@hapi/boom#boomify', argument: 0, out: 'an error that is sent to the client', source: BOOM },
  { id: 'boom.Boom', call: '@hapi/boom#Boom', argument: 0, out: 'an error that is sent to the client', source: BOOM },

  // Hono
  { id: 'hono.json', call: 'hono#Context().json', argument: 0, out: 'the response body', source: HONO },
  { id: 'hono.text', call: 'hono#Context().text', argument: 0, out: 'the response body', source: HONO },
  { id: 'hono.html', call: 'hono#Context().html', argument: 0, out: 'the response body', source: HONO },
  { id: 'hono.body', call: 'hono#Context().body', argument: 0, out: 'the response body', source: HONO },
  { id: 'hono.newResponse', call: 'hono#Context().newResponse', argument: 0, out: 'the response body', source: HONO },
  { id: 'hono.render', call: 'hono#Context().render', argument: 'all', out: 'a rendered view', source: HONO },
  { id: 'hono.header', call: 'hono#Context().header', argument: 1, out: 'a response header', source: HONO },
  { id: 'hono.redirect', call: 'hono#Context().redirect', argument: 0, out: 'a redirect', source: HONO },
  { id: 'hono.HTTPException', call: 'hono/http-exception#HTTPException', argument: 1, members: ['message', 'res'], out: 'an error that is sent to the client', source: 'https://hono.dev/docs/api/exception' },
  { id: 'hono.writeSSE', call: 'hono/streaming#SSEStreamingApi().writeSSE', argument: 0, out: 'an event stream', source: HONO_STREAM },
  { id: 'hono.stream-write', call: 'hono/streaming#StreamingApi().write', argument: 0, out: 'an event stream', source: HONO_STREAM },
  { id: 'hono.stream-writeln', call: 'hono/streaming#StreamingApi().writeln', argument: 0, out: 'an event stream', source: HONO_STREAM },

  // The Response of the platform: Workers, Deno, Bun, Next.js, SvelteKit, React Router, …
  { id: 'fetch.Response', call: 'Response', argument: 0, out: 'the response body', source: FETCH },
  { id: 'fetch.Response-init', call: 'Response', argument: 1, members: ['statusText', 'headers'], out: 'a response header', source: FETCH },
  { id: 'fetch.Response.json', call: 'Response.json', argument: 0, out: 'the response body', source: FETCH },
  { id: 'fetch.Response.json-init', call: 'Response.json', argument: 1, members: ['statusText', 'headers'], out: 'a response header', source: FETCH },
  { id: 'fetch.Response.redirect', call: 'Response.redirect', argument: 0, out: 'a redirect', source: FETCH },
  { id: 'fetch.enqueue', call: 'ReadableStreamDefaultController().enqueue', argument: 0, out: 'an event stream', source: STREAMS },
  { id: 'fetch.writer', call: 'TransformStream().writable.getWriter().write', argument: 0, out: 'an event stream', source: 'https://developer.mozilla.org/en-US/docs/Web/API/TransformStream' },

  // Next.js
  { id: 'next.NextResponse', call: 'next/server#NextResponse', argument: 0, out: 'the response body', source: NEXT },
  { id: 'next.NextResponse-init', call: 'next/server#NextResponse', argument: 1, members: ['statusText', 'headers'], out: 'a response header', source: NEXT },
  { id: 'next.NextResponse.json', call: 'next/server#NextResponse.json', argument: 0, out: 'the response body', source: NEXT },
  { id: 'next.NextResponse.json-init', call: 'next/server#NextResponse.json', argument: 1, members: ['statusText', 'headers'], out: 'a response header', source: NEXT },
  { id: 'next.NextResponse.redirect', call: 'next/server#NextResponse.redirect', argument: 0, out: 'a redirect', source: NEXT },
  { id: 'next.redirect', call: 'next/navigation#redirect', argument: 0, out: 'a redirect', source: 'https://nextjs.org/docs/app/api-reference/functions/redirect' },
  { id: 'next.api-send', call: 'next#NextApiResponse().send', argument: 'all', out: 'the response body', source: NEXT_API },
  { id: 'next.api-json', call: 'next#NextApiResponse().json', argument: 'all', out: 'the response body', source: NEXT_API },
  { id: 'next.api-end', call: 'next#NextApiResponse().end', argument: 0, out: 'the response body', source: NEXT_API },
  { id: 'next.api-write', call: 'next#NextApiResponse().write', argument: 0, out: 'the response body', source: NEXT_API },
  { id: 'next.api-setHeader', call: 'next#NextApiResponse().setHeader', argument: 1, out: 'a response header', source: NEXT_API },
  { id: 'next.api-redirect', call: 'next#NextApiResponse().redirect', argument: 'all', out: 'a redirect', source: NEXT_API },
  { id: 'next-safe-action.handleServerError', option: 'next-safe-action#createSafeActionClient:0.handleServerError', out: 'the response body', source: SAFE_ACTION },
  { id: 'next-safe-action.handleServerErrorLog', option: 'next-safe-action#createSafeActionClient:0.handleReturnedServerError', out: 'the response body', source: SAFE_ACTION },

  // React Router, Remix
  { id: 'react-router.data', call: 'react-router#data', argument: 0, out: 'the response body', source: REMIX },
  { id: 'react-router.json', call: 'react-router#json', argument: 0, out: 'the response body', source: REMIX },
  { id: 'react-router.redirect', call: 'react-router#redirect', argument: 0, out: 'a redirect', source: REMIX },
  { id: 'react-router-dom.json', call: 'react-router-dom#json', argument: 0, out: 'the response body', source: REMIX },
  { id: 'remix.json-node', call: '@remix-run/node#json', argument: 0, out: 'the response body', source: REMIX },
  { id: 'remix.data-node', call: '@remix-run/node#data', argument: 0, out: 'the response body', source: REMIX },
  { id: 'remix.redirect-node', call: '@remix-run/node#redirect', argument: 0, out: 'a redirect', source: REMIX },
  { id: 'remix.json-cloudflare', call: '@remix-run/cloudflare#json', argument: 0, out: 'the response body', source: REMIX },
  { id: 'remix.data-cloudflare', call: '@remix-run/cloudflare#data', argument: 0, out: 'the response body', source: REMIX },
  { id: 'remix.json-deno', call: '@remix-run/deno#json', argument: 0, out: 'the response body', source: REMIX },
  { id: 'remix.json-runtime', call: '@remix-run/server-runtime#json', argument: 0, out: 'the response body', source: REMIX },
  { id: 'remix.data-runtime', call: '@remix-run/server-runtime#data', argument: 0, out: 'the response body', source: REMIX },

  // SvelteKit
  { id: 'sveltekit.error', call: '@sveltejs/kit#error', argument: 1, out: 'an error that is sent to the client', source: SVELTEKIT },
  { id: 'sveltekit.fail', call: '@sveltejs/kit#fail', argument: 1, out: 'the response body', source: SVELTEKIT },
  { id: 'sveltekit.json', call: '@sveltejs/kit#json', argument: 0, out: 'the response body', source: SVELTEKIT },
  { id: 'sveltekit.text', call: '@sveltejs/kit#text', argument: 0, out: 'the response body', source: SVELTEKIT },
  { id: 'sveltekit.redirect', call: '@sveltejs/kit#redirect', argument: 1, out: 'a redirect', source: SVELTEKIT },

  // Nuxt, Nitro, h3 (Nuxt imports the functions by itself, so the bare names count too)
  { id: 'h3.createError', call: 'h3#createError', argument: 0, members: ['message', 'statusMessage', 'statusText', 'data'], out: 'an error that is sent to the client', source: H3_ERROR },
  { id: 'h3.createError-text', call: 'h3#createError', argument: 0, members: [''], out: 'an error that is sent to the client', source: H3_ERROR },
  { id: 'h3.HTTPError', call: 'h3#HTTPError', argument: 'all', out: 'an error that is sent to the client', source: 'https://h3.dev/guide/basics/error' },
  { id: 'h3.HTTPError.status', call: 'h3#HTTPError.status', argument: 'rest', out: 'an error that is sent to the client', source: 'https://h3.dev/guide/basics/error' },
  { id: 'h3.send', call: 'h3#send', argument: 1, out: 'the response body', source: H3 },
  { id: 'h3.sendError', call: 'h3#sendError', argument: 1, members: ['message', 'statusMessage', 'data'], out: 'an error that is sent to the client', source: H3 },
  { id: 'h3.sendRedirect', call: 'h3#sendRedirect', argument: 1, out: 'a redirect', source: H3 },
  { id: 'h3.setResponseStatus', call: 'h3#setResponseStatus', argument: 2, out: 'the status line', source: H3 },
  { id: 'h3.setHeader', call: 'h3#setHeader', argument: 2, out: 'a response header', source: H3 },
  { id: 'h3.setResponseHeader', call: 'h3#setResponseHeader', argument: 2, out: 'a response header', source: H3 },
  { id: 'nuxt.createError-global', call: 'createError', argument: 0, members: ['message', 'statusMessage', 'statusText', 'data'], out: 'an error that is sent to the client', source: H3_ERROR },

  // NestJS
  { id: 'nest.HttpException', call: '@nestjs/common#HttpException', argument: 0, out: 'an error that is sent to the client', source: NEST },
  { id: 'nest.BadRequestException', call: '@nestjs/common#BadRequestException', argument: 'all', out: 'an error that is sent to the client', source: NEST },
  { id: 'nest.UnauthorizedException', call: '@nestjs/common#UnauthorizedException', argument: 'all', out: 'an error that is sent to the client', source: NEST },
  { id: 'nest.ForbiddenException', call: '@nestjs/common#ForbiddenException', argument: 'all', out: 'an error that is sent to the client', source: NEST },
  { id: 'nest.NotFoundException', call: '@nestjs/common#NotFoundException', argument: 'all', out: 'an error that is sent to the client', source: NEST },
  { id: 'nest.ConflictException', call: '@nestjs/common#ConflictException', argument: 'all', out: 'an error that is sent to the client', source: NEST },
  { id: 'nest.GoneException', call: '@nestjs/common#GoneException', argument: 'all', out: 'an error that is sent to the client', source: NEST },
  { id: 'nest.NotAcceptableException', call: '@nestjs/common#NotAcceptableException', argument: 'all', out: 'an error that is sent to the client', source: NEST },
  { id: 'nest.MethodNotAllowedException', call: '@nestjs/common#MethodNotAllowedException', argument: 'all', out: 'an error that is sent to the client', source: NEST },
  { id: 'nest.RequestTimeoutException', call: '@nestjs/common#RequestTimeoutException', argument: 'all', out: 'an error that is sent to the client', source: NEST },
  { id: 'nest.PayloadTooLargeException', call: '@nestjs/common#PayloadTooLargeException', argument: 'all', out: 'an error that is sent to the client', source: NEST },
  { id: 'nest.UnsupportedMediaTypeException', call: '@nestjs/common#UnsupportedMediaTypeException', argument: 'all', out: 'an error that is sent to the client', source: NEST },
  { id: 'nest.UnprocessableEntityException', call: '@nestjs/common#UnprocessableEntityException', argument: 'all', out: 'an error that is sent to the client', source: NEST },
  { id: 'nest.PreconditionFailedException', call: '@nestjs/common#PreconditionFailedException', argument: 'all', out: 'an error that is sent to the client', source: NEST },
  { id: 'nest.InternalServerErrorException', call: '@nestjs/common#InternalServerErrorException', argument: 'all', out: 'an error that is sent to the client', source: NEST },
  { id: 'nest.NotImplementedException', call: '@nestjs/common#NotImplementedException', argument: 'all', out: 'an error that is sent to the client', source: NEST },
  { id: 'nest.BadGatewayException', call: '@nestjs/common#BadGatewayException', argument: 'all', out: 'an error that is sent to the client', source: NEST },
  { id: 'nest.ServiceUnavailableException', call: '@nestjs/common#ServiceUnavailableException', argument: 'all', out: 'an error that is sent to the client', source: NEST },
  { id: 'nest.GatewayTimeoutException', call: '@nestjs/common#GatewayTimeoutException', argument: 'all', out: 'an error that is sent to the client', source: NEST },
  { id: 'nest.ImATeapotException', call: '@nestjs/common#ImATeapotException', argument: 'all', out: 'an error that is sent to the client', source: NEST },
  { id: 'nest.WsException', call: '@nestjs/websockets#WsException', argument: 0, out: 'an error that is sent to the client', source: 'https://docs.nestjs.com/websockets/exception-filters' },
  { id: 'nest.RpcException', call: '@nestjs/microservices#RpcException', argument: 0, out: 'an error that is sent to the client', source: 'https://docs.nestjs.com/microservices/exception-filters' },
  { id: 'nest.reply', call: '@nestjs/core#HttpAdapterHost().httpAdapter.reply', argument: 1, out: 'the response body', source: NEST },
  { id: 'nest.reply-adapter', call: '@nestjs/core#AbstractHttpAdapter().reply', argument: 1, out: 'the response body', source: NEST },

  // tRPC
  { id: 'trpc.TRPCError', call: '@trpc/server#TRPCError', argument: 0, members: ['message'], out: 'an error that is sent to the client', source: TRPC },
  { id: 'trpc.errorFormatter', option: '@trpc/server#initTRPC.create:0.errorFormatter', out: 'the response body', source: 'https://trpc.io/docs/server/error-formatting' },
  { id: 'trpc.errorFormatter-context', option: '@trpc/server#initTRPC.context().create:0.errorFormatter', out: 'the response body', source: 'https://trpc.io/docs/server/error-formatting' },

  // GraphQL
  { id: 'graphql.GraphQLError', call: 'graphql#GraphQLError', argument: 0, out: 'an error that is sent to the client', source: GRAPHQL },
  { id: 'graphql.GraphQLError-extensions', call: 'graphql#GraphQLError', argument: 1, members: ['extensions'], out: 'an error that is sent to the client', source: GRAPHQL },
  { id: 'graphql-tools.createGraphQLError', call: '@graphql-tools/utils#createGraphQLError', argument: 0, out: 'an error that is sent to the client', source: YOGA },
  { id: 'yoga.createGraphQLError', call: 'graphql-yoga#createGraphQLError', argument: 0, out: 'an error that is sent to the client', source: YOGA },
  { id: 'yoga.GraphQLError', call: 'graphql-yoga#GraphQLError', argument: 0, out: 'an error that is sent to the client', source: YOGA },
  { id: 'apollo.ApolloError', call: 'apollo-server#ApolloError', argument: 'all', out: 'an error that is sent to the client', source: GRAPHQL },
  { id: 'apollo.ApolloError-express', call: 'apollo-server-express#ApolloError', argument: 'all', out: 'an error that is sent to the client', source: GRAPHQL },
  { id: 'apollo.ApolloError-core', call: 'apollo-server-core#ApolloError', argument: 'all', out: 'an error that is sent to the client', source: GRAPHQL },
  { id: 'apollo.ApolloError-errors', call: 'apollo-server-errors#ApolloError', argument: 'all', out: 'an error that is sent to the client', source: GRAPHQL },
  { id: 'apollo.UserInputError', call: 'apollo-server#UserInputError', argument: 'all', out: 'an error that is sent to the client', source: GRAPHQL },
  { id: 'apollo.UserInputError-express', call: 'apollo-server-express#UserInputError', argument: 'all', out: 'an error that is sent to the client', source: GRAPHQL },
  { id: 'apollo.AuthenticationError', call: 'apollo-server#AuthenticationError', argument: 'all', out: 'an error that is sent to the client', source: GRAPHQL },
  { id: 'apollo.AuthenticationError-express', call: 'apollo-server-express#AuthenticationError', argument: 'all', out: 'an error that is sent to the client', source: GRAPHQL },
  { id: 'apollo.ForbiddenError', call: 'apollo-server#ForbiddenError', argument: 'all', out: 'an error that is sent to the client', source: GRAPHQL },
  { id: 'apollo.ForbiddenError-express', call: 'apollo-server-express#ForbiddenError', argument: 'all', out: 'an error that is sent to the client', source: GRAPHQL },
  { id: 'mercurius.ErrorWithProps', call: 'mercurius#ErrorWithProps', argument: 'all', out: 'an error that is sent to the client', source: 'https://mercurius.dev/#/docs/faq' },
  { id: 'apollo.formatError', option: '@apollo/server#ApolloServer:0.formatError', out: 'the response body', source: GRAPHQL },
  { id: 'apollo.formatError-2', option: 'apollo-server#ApolloServer:0.formatError', out: 'the response body', source: GRAPHQL },
  { id: 'apollo.formatError-express', option: 'apollo-server-express#ApolloServer:0.formatError', out: 'the response body', source: GRAPHQL },
  { id: 'apollo.formatError-fastify', option: 'apollo-server-fastify#ApolloServer:0.formatError', out: 'the response body', source: GRAPHQL },
  { id: 'apollo.formatError-koa', option: 'apollo-server-koa#ApolloServer:0.formatError', out: 'the response body', source: GRAPHQL },
  { id: 'apollo.formatError-lambda', option: 'apollo-server-lambda#ApolloServer:0.formatError', out: 'the response body', source: GRAPHQL },
  { id: 'apollo.formatError-micro', option: 'apollo-server-micro#ApolloServer:0.formatError', out: 'the response body', source: GRAPHQL },
  { id: 'nest-graphql.formatError', option: '@nestjs/graphql#GraphQLModule.forRoot:0.formatError', out: 'the response body', source: 'https://docs.nestjs.com/graphql/quick-start' },
  { id: 'express-graphql.customFormatErrorFn', option: 'express-graphql#graphqlHTTP:0.customFormatErrorFn', out: 'the response body', source: 'https://github.com/graphql/express-graphql#readme' },
  { id: 'express-graphql.formatError', option: 'express-graphql#graphqlHTTP:0.formatError', out: 'the response body', source: 'https://github.com/graphql/express-graphql#readme' },
  { id: 'express-graphql.customFormatErrorFn-default', option: 'express-graphql#:0.customFormatErrorFn', out: 'the response body', source: 'https://github.com/graphql/express-graphql#readme' },
  { id: 'graphql-http.formatError', option: 'graphql-http/lib/use/express#createHandler:0.formatError', out: 'the response body', source: 'https://github.com/graphql/graphql-http#readme' },
  { id: 'yoga.maskError', option: 'graphql-yoga#createYoga:0.maskedErrors.maskError', out: 'the response body', source: YOGA },
  { id: 'envelop.maskError', option: '@envelop/core#useMaskedErrors:0.maskError', out: 'the response body', source: YOGA },

  // Errors that are answers
  { id: 'http-errors', call: 'http-errors#', argument: 'all', out: 'an error that is sent to the client', source: HTTP_ERRORS },
  { id: 'http-errors.classes', call: 'http-errors#*', argument: 0, out: 'an error that is sent to the client', source: HTTP_ERRORS },
  { id: 'loopback.HttpErrors', call: '@loopback/rest#HttpErrors.*', argument: 0, out: 'an error that is sent to the client', source: LOOPBACK },
  { id: 'itty.error', call: 'itty-router#error', argument: 'all', out: 'the response body', source: ITTY },
  { id: 'itty.json', call: 'itty-router#json', argument: 0, out: 'the response body', source: ITTY },
  { id: 'itty.text', call: 'itty-router#text', argument: 0, out: 'the response body', source: ITTY },
  { id: 'itty.html', call: 'itty-router#html', argument: 0, out: 'the response body', source: ITTY },
  { id: 'itty.StatusError', call: 'itty-router#StatusError', argument: 1, out: 'an error that is sent to the client', source: ITTY },
  { id: 'elysia.error', call: 'elysia#error', argument: 1, out: 'the response body', source: ELYSIA },
  { id: 'elysia.status', call: 'elysia#status', argument: 1, out: 'the response body', source: ELYSIA },
  { id: 'elysia.context-error', call: 'elysia#Context().error', argument: 1, out: 'the response body', source: ELYSIA },
  { id: 'elysia.context-status', call: 'elysia#Context().status', argument: 1, out: 'the response body', source: ELYSIA },
  { id: 'feathers.errors', call: '@feathersjs/errors#*', argument: 'all', out: 'an error that is sent to the client', source: 'https://feathersjs.com/api/errors' },
  { id: 'strapi.ApplicationError', call: '@strapi/utils#errors.*', argument: 'all', out: 'an error that is sent to the client', source: STRAPI },
  { id: 'payload.APIError', call: 'payload#APIError', argument: 0, out: 'an error that is sent to the client', source: 'https://payloadcms.com/docs/rest-api/overview' },
  { id: 'meteor.Error', call: 'meteor/meteor#Meteor.Error', argument: 'all', out: 'an error that is sent to the client', source: 'https://docs.meteor.com/api/meteor.html' },
  { id: 'parse.Error', call: 'parse/node#Error', argument: 1, out: 'an error that is sent to the client', source: 'https://docs.parseplatform.org/cloudcode/guide/' },
  { id: 'firebase.HttpsError', call: 'firebase-functions#https.HttpsError', argument: 'rest', out: 'an error that is sent to the client', source: FIREBASE },
  { id: 'firebase.HttpsError-v1', call: 'firebase-functions/v1#https.HttpsError', argument: 'rest', out: 'an error that is sent to the client', source: FIREBASE },
  { id: 'firebase.HttpsError-v2', call: 'firebase-functions/v2/https#HttpsError', argument: 'rest', out: 'an error that is sent to the client', source: FIREBASE },
  { id: 'firebase.HttpsError-https', call: 'firebase-functions/https#HttpsError', argument: 'rest', out: 'an error that is sent to the client', source: FIREBASE },

  // Remote procedure calls
  { id: 'grpc.ServerError', call: 'nice-grpc#ServerError', argument: 1, out: 'an error that is sent to the client', source: GRPC },
  { id: 'grpc.ServerError-common', call: 'nice-grpc-common#ServerError', argument: 1, out: 'an error that is sent to the client', source: GRPC },
  { id: 'grpc.withDetails', call: '@grpc/grpc-js#StatusBuilder().withDetails', argument: 0, out: 'an error that is sent to the client', source: GRPC },
  { id: 'connect.ConnectError', call: '@connectrpc/connect#ConnectError', argument: 0, out: 'an error that is sent to the client', source: CONNECT },
  { id: 'connect.ConnectError.from', call: '@connectrpc/connect#ConnectError.from', argument: 0, out: 'an error that is sent to the client', source: CONNECT },
  { id: 'jayson.error', call: 'jayson#server().error', argument: 'rest', out: 'an error that is sent to the client', source: 'https://github.com/tedeh/jayson#readme' },

  // Sockets
  { id: 'socket.io.emit', call: 'socket.io#Socket().emit', argument: 'rest', out: 'a socket message', source: SOCKET_IO },
  { id: 'socket.io.send', call: 'socket.io#Socket().send', argument: 'all', out: 'a socket message', source: SOCKET_IO },
  { id: 'socket.io.server-emit', call: 'socket.io#Server().emit', argument: 'rest', out: 'a socket message', source: SOCKET_IO },
  { id: 'socket.io.ack', call: 'socket.io#Acknowledgement()', argument: 'all', out: 'a socket message', source: SOCKET_IO },
  { id: 'ws.send', call: 'ws#WebSocket().send', argument: 0, out: 'a socket message', source: WS },
  { id: 'ws.close', call: 'ws#WebSocket().close', argument: 1, out: 'a socket message', source: WS },
  { id: 'net.write', call: 'net#Server().socket.write', argument: 0, out: 'a socket message', source: NODE_NET },
  { id: 'net.end', call: 'net#Server().socket.end', argument: 0, out: 'a socket message', source: NODE_NET },
  { id: 'fastify-websocket.send', call: '@fastify/websocket#WebSocket().send', argument: 0, out: 'a socket message', source: 'https://github.com/fastify/fastify-websocket#readme' },
  { id: 'hono.ws-send', call: 'hono/ws#WSContext().send', argument: 0, out: 'a socket message', source: 'https://hono.dev/docs/helpers/websocket' },
  { id: 'bun.ws-send', call: 'bun#ServerWebSocket().send', argument: 0, out: 'a socket message', source: 'https://bun.com/docs/runtime/http/websockets' },

  // Tools for models
  { id: 'mcp.McpError', call: '@modelcontextprotocol/sdk/types.js#McpError', argument: 'rest', out: 'an error that is sent to the client', source: MCP },
  { id: 'mcp.McpError-bare', call: '@modelcontextprotocol/sdk/types#McpError', argument: 'rest', out: 'an error that is sent to the client', source: MCP },
  { id: 'fastmcp.UserError', call: 'fastmcp#UserError', argument: 0, out: 'an error that is sent to the client', source: 'https://github.com/punkpeye/fastmcp#readme' },
  { id: 'ai.onError-ui', option: 'ai#streamText().toUIMessageStreamResponse:0.onError', out: 'an event stream', source: AI_SDK },
  { id: 'ai.onError-ui-stream', option: 'ai#streamText().toUIMessageStream:0.onError', out: 'an event stream', source: AI_SDK },
  { id: 'ai.onError-pipe-ui', option: 'ai#streamText().pipeUIMessageStreamToResponse:1.onError', out: 'an event stream', source: AI_SDK },
  { id: 'ai.getErrorMessage', option: 'ai#streamText().toDataStreamResponse:0.getErrorMessage', out: 'an event stream', source: AI_SDK },
  { id: 'ai.getErrorMessage-stream', option: 'ai#streamText().toDataStream:0.getErrorMessage', out: 'an event stream', source: AI_SDK },
  { id: 'ai.getErrorMessage-pipe', option: 'ai#streamText().pipeDataStreamToResponse:1.getErrorMessage', out: 'an event stream', source: AI_SDK },
  { id: 'ai.createUIMessageStream', option: 'ai#createUIMessageStream:0.onError', out: 'an event stream', source: AI_SDK },
  { id: 'ai.createDataStreamResponse', option: 'ai#createDataStreamResponse:0.onError', out: 'an event stream', source: AI_SDK },
  { id: 'ai.createDataStream', option: 'ai#createDataStream:0.onError', out: 'an event stream', source: AI_SDK },

  // Chat replies to users
  { id: 'bolt.say', call: '@slack/bolt#SayFn()', argument: 0, out: 'a chat message', source: BOLT },
  { id: 'bolt.respond', call: '@slack/bolt#RespondFn()', argument: 0, out: 'a chat message', source: BOLT },
  { id: 'bolt.ack', call: '@slack/bolt#AckFn()', argument: 0, out: 'a chat message', source: BOLT },
  { id: 'slack.postMessage', call: '@slack/web-api#WebClient().chat.postMessage', argument: 0, members: ['text', 'blocks', 'attachments'], out: 'a chat message', source: SLACK },
  { id: 'slack.postEphemeral', call: '@slack/web-api#WebClient().chat.postEphemeral', argument: 0, members: ['text', 'blocks', 'attachments'], out: 'a chat message', source: SLACK },
  { id: 'slack.update', call: '@slack/web-api#WebClient().chat.update', argument: 0, members: ['text', 'blocks', 'attachments'], out: 'a chat message', source: SLACK },
  { id: 'discord.reply', call: 'discord.js#Interaction().reply', argument: 0, out: 'a chat message', source: DISCORD },
  { id: 'discord.editReply', call: 'discord.js#Interaction().editReply', argument: 0, out: 'a chat message', source: DISCORD },
  { id: 'discord.followUp', call: 'discord.js#Interaction().followUp', argument: 0, out: 'a chat message', source: DISCORD },
  { id: 'discord.message-reply', call: 'discord.js#Message().reply', argument: 0, out: 'a chat message', source: DISCORD },
  { id: 'discord.channel-send', call: 'discord.js#Message().channel.send', argument: 0, out: 'a chat message', source: DISCORD },
  { id: 'telegraf.reply', call: 'telegraf#Context().reply', argument: 0, out: 'a chat message', source: TELEGRAF },
  { id: 'telegraf.replyWithHTML', call: 'telegraf#Context().replyWithHTML', argument: 0, out: 'a chat message', source: TELEGRAF },
  { id: 'telegraf.replyWithMarkdown', call: 'telegraf#Context().replyWithMarkdown', argument: 0, out: 'a chat message', source: TELEGRAF },
  { id: 'telegraf.editMessageText', call: 'telegraf#Context().editMessageText', argument: 0, out: 'a chat message', source: TELEGRAF },
  { id: 'grammy.reply', call: 'grammy#Context().reply', argument: 0, out: 'a chat message', source: GRAMMY },
  { id: 'telegram-bot.sendMessage', call: 'node-telegram-bot-api#().sendMessage', argument: 1, out: 'a chat message', source: TELEGRAM_BOT },
  { id: 'twilio.message', call: 'twilio#twiml.MessagingResponse().message', argument: 'all', out: 'a chat message', source: TWILIO },
  { id: 'twilio.say', call: 'twilio#twiml.VoiceResponse().say', argument: 'all', out: 'a chat message', source: TWILIO },
  { id: 'twilio.create', call: 'twilio#().messages.create', argument: 0, members: ['body'], out: 'a chat message', source: 'https://www.twilio.com/docs/messaging/api/message-resource' },

  // E-mails
  { id: 'nodemailer.sendMail', call: 'nodemailer#createTransport().sendMail', argument: 0, members: ['subject', 'text', 'html'], out: 'an e-mail', source: NODEMAILER },
  { id: 'resend.send', call: 'resend#Resend().emails.send', argument: 0, members: ['subject', 'text', 'html'], out: 'an e-mail', source: RESEND },
  { id: 'sendgrid.send', call: '@sendgrid/mail#send', argument: 0, members: ['subject', 'text', 'html'], out: 'an e-mail', source: SENDGRID },

  // Function platforms
  { id: 'azure.res', assign: '@azure/functions#Context().res', out: 'the response body', source: AZURE },
  { id: 'azure.res-body', assign: '@azure/functions#Context().res.body', out: 'the response body', source: AZURE },
] as const satisfies readonly HttpResponseRow[]

/** Another name for what sends: the same API under another type. */
export interface ResponseAliasRow {
  id: string
  /** The beginning of the qualified names that other types give. */
  name: string
  /** The beginning of the names in {@link httpResponses} that it stands for. */
  is: string
  source: string
}

/** Types that have the API of a type above, one a line. */
export const responseAliases = [
  { id: 'express-types', name: 'express-serve-static-core#Response()', is: 'express#Response()', source: EXPRESS },
  { id: 'nest-http', name: '@nestjs/common#ArgumentsHost().switchToHttp().getResponse()', is: 'express#Response()', source: NEST },
  { id: 'nest-http-context', name: '@nestjs/common#ExecutionContext().switchToHttp().getResponse()', is: 'express#Response()', source: NEST },
  { id: 'nest-ws', name: '@nestjs/common#ArgumentsHost().switchToWs().getClient()', is: 'socket.io#Socket()', source: NEST },
  { id: 'functions-framework', name: '@google-cloud/functions-framework#Response()', is: 'express#Response()', source: 'https://cloud.google.com/functions/docs/writing/write-http-functions' },
  { id: 'firebase-functions', name: 'firebase-functions#Response()', is: 'express#Response()', source: FIREBASE },
  { id: 'loopback', name: '@loopback/rest#Response()', is: 'express#Response()', source: LOOPBACK },
  { id: 'vercel', name: '@vercel/node#VercelResponse()', is: 'express#Response()', source: 'https://vercel.com/docs/functions/runtimes/node-js' },
  { id: 'vercel-now', name: '@now/node#NowResponse()', is: 'express#Response()', source: 'https://vercel.com/docs/functions/runtimes/node-js' },
  { id: 'medusa', name: '@medusajs/framework/http#MedusaResponse()', is: 'express#Response()', source: 'https://docs.medusajs.com/learn/fundamentals/api-routes' },
  { id: 'medusa-1', name: '@medusajs/medusa#MedusaResponse()', is: 'express#Response()', source: 'https://docs.medusajs.com/learn/fundamentals/api-routes' },
  { id: 'polka', name: 'polka#Response()', is: 'express#Response()', source: 'https://github.com/lukeed/polka#readme' },
  { id: 'https', name: 'https#ServerResponse()', is: 'http#ServerResponse()', source: NODE_HTTP },
  { id: 'http-outgoing', name: 'http#OutgoingMessage()', is: 'http#ServerResponse()', source: NODE_HTTP },
  { id: 'h3-node', name: 'h3#H3Event().node.res', is: 'http#ServerResponse()', source: H3 },
  { id: 'h3-node-1', name: 'h3#H3Event().res', is: 'http#ServerResponse()', source: H3 },
  { id: 'koa-res', name: 'koa#Context().res', is: 'http#ServerResponse()', source: KOA },
  { id: 'koa-response', name: 'koa#Context().response', is: 'koa#Context()', source: KOA },
  { id: 'koa-parameterized', name: 'koa#ParameterizedContext()', is: 'koa#Context()', source: KOA },
  { id: 'koa-default', name: 'koa#DefaultContext()', is: 'koa#Context()', source: KOA },
  { id: 'koa-extended', name: 'koa#ExtendableContext()', is: 'koa#Context()', source: KOA },
  { id: 'koa-router', name: '@koa/router#RouterContext()', is: 'koa#Context()', source: KOA },
  { id: 'koa-router-1', name: 'koa-router#RouterContext()', is: 'koa#Context()', source: KOA },
  { id: 'koa-router-2', name: 'koa-router#IRouterContext()', is: 'koa#Context()', source: KOA },
  { id: 'koa-router-middleware', name: '@koa/router#RouterMiddleware()', is: 'koa#Context()', source: KOA },
  { id: 'egg', name: 'egg#Context()', is: 'koa#Context()', source: 'https://www.eggjs.org/basics/controller' },
  { id: 'midway', name: '@midwayjs/koa#Context()', is: 'koa#Context()', source: 'https://midwayjs.org/docs/extensions/koa' },
  { id: 'fastify-instance', name: 'fastify#FastifyInstance()', is: 'fastify#()', source: FASTIFY },
  { id: 'fastify-raw', name: 'fastify#FastifyReply().raw', is: 'http#ServerResponse()', source: FASTIFY },
  { id: 'hapi-toolkit', name: '@hapi/hapi#Lifecycle.ResponseToolkit()', is: '@hapi/hapi#ResponseToolkit()', source: HAPI },
  { id: 'hapi-old', name: 'hapi#ResponseToolkit()', is: '@hapi/hapi#ResponseToolkit()', source: HAPI },
  { id: 'boom-old', name: 'boom#', is: '@hapi/boom#', source: BOOM },
  { id: 'next-response-type', name: 'next#NextApiResponse()', is: 'next#NextApiResponse()', source: NEXT_API },
  { id: 'nuxt-imports', name: '#imports#', is: 'h3#', source: H3 },
  { id: 'apollo-micro', name: 'apollo-server-micro#', is: 'apollo-server#', source: GRAPHQL },
  { id: 'apollo-fastify', name: 'apollo-server-fastify#', is: 'apollo-server#', source: GRAPHQL },
  { id: 'apollo-koa', name: 'apollo-server-koa#', is: 'apollo-server#', source: GRAPHQL },
  { id: 'apollo-lambda', name: 'apollo-server-lambda#', is: 'apollo-server#', source: GRAPHQL },
  { id: 'restify-response-type', name: 'restify#Restify.Response()', is: 'restify#Response()', source: RESTIFY },
  { id: 'ws-clients', name: 'ws#WebSocketServer().clients.*', is: 'ws#WebSocket()', source: WS },
  { id: 'ws-clients-old', name: 'ws#Server().clients.*', is: 'ws#WebSocket()', source: WS },
  { id: 'ws-clients-oldest', name: 'ws#WebSocket.Server().clients.*', is: 'ws#WebSocket()', source: WS },
  { id: 'bolt-client', name: '@slack/bolt#App().client', is: '@slack/web-api#WebClient()', source: BOLT },
  { id: 'discord-chat-input', name: 'discord.js#ChatInputCommandInteraction()', is: 'discord.js#Interaction()', source: DISCORD },
  { id: 'discord-command', name: 'discord.js#CommandInteraction()', is: 'discord.js#Interaction()', source: DISCORD },
  { id: 'discord-button', name: 'discord.js#ButtonInteraction()', is: 'discord.js#Interaction()', source: DISCORD },
  { id: 'discord-modal', name: 'discord.js#ModalSubmitInteraction()', is: 'discord.js#Interaction()', source: DISCORD },
  { id: 'global-this', name: 'globalThis.Response', is: 'Response', source: FETCH },
] as const satisfies readonly ResponseAliasRow[]
