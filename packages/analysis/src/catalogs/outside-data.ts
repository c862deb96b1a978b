/**
 * Where data from outside the program comes in: one row a place.
 *
 * A place is either read (an expression of a qualified name, such as a member of a framework's request) or handed to a
 * callback (a parameter of a function passed to a call of a qualified name).
 */
export interface OutsideDataRow {
  id: string
  /** Which switch of the option `sources` the row belongs to. */
  group: OutsideDataGroup
  /** The part of the input, as messages name it and as validators are told which part they validate. */
  part: OutsideDataPart
  /** The qualified name of the expression that holds the data (awaited, when it is a promise). */
  read?: string
  /** The qualified name of the call whose callback is handed the data. */
  call?: string
  /** Which argument of the call is the callback; -1 is the last one. */
  callback?: number
  /** Which parameters of the callback hold data: from this one on, or this one alone when `only` is set. */
  from?: number
  only?: true
  /** The callback's argument at this index must be this text, e.g. an event's name. */
  event?: string
  /**
   * What the data can be:
   * `any` anything that JSON can say; `strings` an object whose members are strings, or lists of them; `params` an object
   * of strings that are always there; `string` a text; `text` a text in any case, which may be passed on; `form` a `FormData`; `raw` bytes or text that mean nothing until parsed;
   * `files` uploaded files.
   */
  holds: 'any' | 'strings' | 'params' | 'string' | 'text' | 'form' | 'raw' | 'files'
  /** Looked at in `strict` only. */
  strict?: true
  /** The vendor's page that says so. */
  source: string
}

export type OutsideDataGroup = 'http' | 'messages' | 'ai' | 'responses' | 'queues' | 'storage' | 'arguments' | 'env'

export type OutsideDataPart =
  | 'body'
  | 'query'
  | 'params'
  | 'headers'
  | 'cookies'
  | 'files'
  | 'arguments'
  | 'input'
  | 'message'
  | 'response'
  | 'tool call'
  | 'model output'
  | 'job'
  | 'file'
  | 'storage'
  | 'environment'

const EXPRESS = 'https://expressjs.com/en/5x/api.html#req'
const RESTIFY = 'http://restify.com/docs/request-api/'
const POLKA = 'https://github.com/lukeed/polka#readme'
const FASTIFY = 'https://fastify.dev/docs/latest/Reference/Request/'
const KOA = 'https://koajs.com/#request'
const KOA_BODY = 'https://github.com/koajs/bodyparser#usage'
const KOA_ROUTER = 'https://github.com/koajs/router/blob/master/API.md'
const OAK = 'https://jsr.io/@oak/oak/doc/request/~/Request'
const HAPI = 'https://hapi.dev/api/#request'
const HONO = 'https://hono.dev/docs/api/request'
const FETCH = 'https://developer.mozilla.org/docs/Web/API/Request'
const NEXT_REQUEST = 'https://nextjs.org/docs/app/api-reference/functions/next-request'
const NEXT_ROUTE = 'https://nextjs.org/docs/app/api-reference/file-conventions/route'
const NEXT_PAGE = 'https://nextjs.org/docs/app/api-reference/file-conventions/page'
const NEXT_API = 'https://nextjs.org/docs/pages/building-your-application/routing/api-routes'
const NEXT_ACTION = 'https://nextjs.org/docs/app/api-reference/directives/use-server#security-considerations'
const REMIX = 'https://reactrouter.com/start/framework/actions'
const SVELTE = 'https://svelte.dev/docs/kit/routing#server'
const H3 = 'https://h3.dev/utils/request'
const NEST = 'https://docs.nestjs.com/controllers#request-object'
const TRPC = 'https://trpc.io/docs/server/validators'
const GRAPHQL = 'https://graphql.org/learn/execution/'
const LAMBDA = 'https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html'
const AZURE = 'https://learn.microsoft.com/azure/azure-functions/functions-reference-node#http-request'
const GCP = 'https://cloud.google.com/functions/docs/writing/write-http-functions'
const ELYSIA = 'https://elysiajs.com/essential/handler.html#context'
const ADONIS = 'https://docs.adonisjs.com/guides/basics/request'
const SAILS = 'https://sailsjs.com/documentation/reference/request-req'
const FEATHERS = 'https://feathersjs.com/api/hooks.html#hook-context'
const METEOR = 'https://docs.meteor.com/api/meteor.html#Meteor-methods'
const ELECTRON = 'https://www.electronjs.org/docs/latest/tutorial/security#17-validate-the-sender-of-all-ipc-messages'
const POST_MESSAGE = 'https://developer.mozilla.org/docs/Web/API/Window/postMessage#security_concerns'
const SOCKET_IO = 'https://socket.io/docs/v4/listening-to-events/#validation'
const WS = 'https://github.com/websockets/ws/blob/master/doc/ws.md#event-message'
const OPENAI = 'https://platform.openai.com/docs/guides/function-calling'
const ANTHROPIC = 'https://docs.anthropic.com/en/docs/agents-and-tools/tool-use/implement-tool-use'
const GEMINI = 'https://ai.google.dev/gemini-api/docs/function-calling'
const AI_SDK = 'https://ai-sdk.dev/docs/ai-sdk-core/tools-and-tool-calling'
const MCP = 'https://github.com/modelcontextprotocol/typescript-sdk#low-level-server'
const LANGCHAIN = 'https://js.langchain.com/docs/how_to/custom_tools/'
const AXIOS = 'https://axios-http.com/docs/res_schema'

/** Sources of outside data. */
export const outsideData = [
  // HTTP: Express and what is like it
  { id: 'express-body', group: 'http', part: 'body', read: 'express#Request().body', holds: 'any', source: EXPRESS },
  { id: 'express-query', group: 'http', part: 'query', read: 'express#Request().query', holds: 'strings', source: EXPRESS },
  { id: 'express-params', group: 'http', part: 'params', read: 'express#Request().params', holds: 'params', source: EXPRESS },
  { id: 'express-param', group: 'http', part: 'params', read: 'express#Request().param()', holds: 'any', source: 'https://expressjs.com/en/4x/api.html#req.param' },
  { id: 'express-headers', group: 'http', part: 'headers', read: 'express#Request().headers', holds: 'strings', strict: true, source: EXPRESS },
  { id: 'express-get', group: 'http', part: 'headers', read: 'express#Request().get()', holds: 'string', strict: true, source: EXPRESS },
  { id: 'express-header', group: 'http', part: 'headers', read: 'express#Request().header()', holds: 'string', strict: true, source: EXPRESS },
  { id: 'express-cookies', group: 'http', part: 'cookies', read: 'express#Request().cookies', holds: 'strings', source: EXPRESS },
  { id: 'express-file', group: 'http', part: 'files', read: 'express#Request().file', holds: 'files', source: 'https://github.com/expressjs/multer#file-information' },
  { id: 'express-files', group: 'http', part: 'files', read: 'express#Request().files', holds: 'files', source: 'https://github.com/expressjs/multer#file-information' },
  { id: 'restify-body', group: 'http', part: 'body', read: 'restify#Request().body', holds: 'any', source: RESTIFY },
  { id: 'restify-query', group: 'http', part: 'query', read: 'restify#Request().query', holds: 'strings', source: RESTIFY },
  { id: 'restify-params', group: 'http', part: 'params', read: 'restify#Request().params', holds: 'params', source: RESTIFY },
  { id: 'restify-headers', group: 'http', part: 'headers', read: 'restify#Request().headers', holds: 'strings', strict: true, source: RESTIFY },
  { id: 'polka-body', group: 'http', part: 'body', read: 'polka#Request().body', holds: 'any', source: POLKA },
  { id: 'polka-query', group: 'http', part: 'query', read: 'polka#Request().query', holds: 'strings', source: POLKA },
  { id: 'polka-params', group: 'http', part: 'params', read: 'polka#Request().params', holds: 'params', source: POLKA },
  { id: 'polka-headers', group: 'http', part: 'headers', read: 'polka#Request().headers', holds: 'strings', strict: true, source: POLKA },
  { id: 'fastify-body', group: 'http', part: 'body', read: 'fastify#FastifyRequest().body', holds: 'any', source: FASTIFY },
  { id: 'fastify-query', group: 'http', part: 'query', read: 'fastify#FastifyRequest().query', holds: 'strings', source: FASTIFY },
  { id: 'fastify-params', group: 'http', part: 'params', read: 'fastify#FastifyRequest().params', holds: 'params', source: FASTIFY },
  { id: 'fastify-headers', group: 'http', part: 'headers', read: 'fastify#FastifyRequest().headers', holds: 'strings', strict: true, source: FASTIFY },
  { id: 'fastify-cookies', group: 'http', part: 'cookies', read: 'fastify#FastifyRequest().cookies', holds: 'strings', source: 'https://github.com/fastify/fastify-cookie#reading-cookies' },
  { id: 'koa-body', group: 'http', part: 'body', read: 'koa#Context().request.body', holds: 'any', source: KOA_BODY },
  { id: 'koa-query', group: 'http', part: 'query', read: 'koa#Context().query', holds: 'strings', source: KOA },
  { id: 'koa-request-query', group: 'http', part: 'query', read: 'koa#Context().request.query', holds: 'strings', source: KOA },
  { id: 'koa-params', group: 'http', part: 'params', read: 'koa#Context().params', holds: 'params', source: KOA_ROUTER },
  { id: 'koa-request-params', group: 'http', part: 'params', read: 'koa#Context().request.params', holds: 'params', source: KOA_ROUTER },
  { id: 'koa-headers', group: 'http', part: 'headers', read: 'koa#Context().headers', holds: 'strings', strict: true, source: KOA },
  { id: 'koa-request-headers', group: 'http', part: 'headers', read: 'koa#Context().request.headers', holds: 'strings', strict: true, source: KOA },
  { id: 'koa-get', group: 'http', part: 'headers', read: 'koa#Context().get()', holds: 'string', strict: true, source: KOA },
  { id: 'koa-cookies', group: 'http', part: 'cookies', read: 'koa#Context().cookies.get()', holds: 'string', source: KOA },
  { id: 'koa-files', group: 'http', part: 'files', read: 'koa#Context().request.files', holds: 'files', source: 'https://github.com/koajs/koa-body#usage-with-koa-router' },
  { id: 'oak-json', group: 'http', part: 'body', read: '@oak/oak#Context().request.body.json()', holds: 'any', source: OAK },
  { id: 'oak-form', group: 'http', part: 'body', read: '@oak/oak#Context().request.body.form()', holds: 'strings', source: OAK },
  { id: 'oak-form-data', group: 'http', part: 'body', read: '@oak/oak#Context().request.body.formData()', holds: 'form', source: OAK },
  { id: 'oak-text', group: 'http', part: 'body', read: '@oak/oak#Context().request.body.text()', holds: 'raw', source: OAK },
  { id: 'oak-value', group: 'http', part: 'body', read: '@oak/oak#Context().request.body().value', holds: 'any', source: 'https://deno.land/x/oak@v12.6.1#request-body' },
  { id: 'oak-search', group: 'http', part: 'query', read: '@oak/oak#Context().request.url.searchParams', holds: 'strings', source: OAK },
  { id: 'oak-params', group: 'http', part: 'params', read: '@oak/oak#Context().params', holds: 'params', source: OAK },
  { id: 'oak-cookies', group: 'http', part: 'cookies', read: '@oak/oak#Context().cookies.get()', holds: 'string', source: OAK },
  { id: 'oak-headers', group: 'http', part: 'headers', read: '@oak/oak#Context().request.headers.get()', holds: 'string', strict: true, source: OAK },
  { id: 'hapi-payload', group: 'http', part: 'body', read: '@hapi/hapi#Request().payload', holds: 'any', source: HAPI },
  { id: 'hapi-query', group: 'http', part: 'query', read: '@hapi/hapi#Request().query', holds: 'strings', source: HAPI },
  { id: 'hapi-params', group: 'http', part: 'params', read: '@hapi/hapi#Request().params', holds: 'params', source: HAPI },
  { id: 'hapi-headers', group: 'http', part: 'headers', read: '@hapi/hapi#Request().headers', holds: 'strings', strict: true, source: HAPI },
  { id: 'hapi-state', group: 'http', part: 'cookies', read: '@hapi/hapi#Request().state', holds: 'strings', source: HAPI },
  // HTTP: Hono, and the Request of the fetch standard (Next.js, Remix, SvelteKit, Workers, Deno, Bun)
  { id: 'hono-json', group: 'http', part: 'body', read: 'hono#Context().req.json()', holds: 'any', source: HONO },
  { id: 'hono-parse-body', group: 'http', part: 'body', read: 'hono#Context().req.parseBody()', holds: 'strings', source: HONO },
  { id: 'hono-form-data', group: 'http', part: 'body', read: 'hono#Context().req.formData()', holds: 'form', source: HONO },
  { id: 'hono-raw-json', group: 'http', part: 'body', read: 'hono#Context().req.raw.json()', holds: 'any', source: HONO },
  { id: 'hono-text', group: 'http', part: 'body', read: 'hono#Context().req.text()', holds: 'raw', source: HONO },
  { id: 'hono-query', group: 'http', part: 'query', read: 'hono#Context().req.query()', holds: 'strings', source: HONO },
  { id: 'hono-queries', group: 'http', part: 'query', read: 'hono#Context().req.queries()', holds: 'strings', source: HONO },
  { id: 'hono-param', group: 'http', part: 'params', read: 'hono#Context().req.param()', holds: 'params', source: HONO },
  { id: 'hono-header', group: 'http', part: 'headers', read: 'hono#Context().req.header()', holds: 'string', strict: true, source: HONO },
  { id: 'hono-cookie', group: 'http', part: 'cookies', read: 'hono/cookie#getCookie()', holds: 'string', source: 'https://hono.dev/docs/helpers/cookie' },
  { id: 'request-json', group: 'http', part: 'body', read: 'Request().json()', holds: 'any', source: FETCH },
  { id: 'request-form-data', group: 'http', part: 'body', read: 'Request().formData()', holds: 'form', source: FETCH },
  { id: 'request-text', group: 'http', part: 'body', read: 'Request().text()', holds: 'raw', source: FETCH },
  { id: 'request-array-buffer', group: 'http', part: 'body', read: 'Request().arrayBuffer()', holds: 'raw', source: FETCH },
  { id: 'request-headers', group: 'http', part: 'headers', read: 'Request().headers.get()', holds: 'string', strict: true, source: FETCH },
  { id: 'request-search', group: 'http', part: 'query', read: 'Request().url.searchParams', holds: 'strings', source: 'https://developer.mozilla.org/docs/Web/API/URL/searchParams' },
  { id: 'fetch-event-json', group: 'http', part: 'body', read: 'FetchEvent().request.json()', holds: 'any', source: 'https://developer.mozilla.org/docs/Web/API/FetchEvent/request' },
  { id: 'fetch-event-form-data', group: 'http', part: 'body', read: 'FetchEvent().request.formData()', holds: 'form', source: 'https://developer.mozilla.org/docs/Web/API/FetchEvent/request' },
  { id: 'fetch-event-text', group: 'http', part: 'body', read: 'FetchEvent().request.text()', holds: 'raw', source: 'https://developer.mozilla.org/docs/Web/API/FetchEvent/request' },
  { id: 'fetch-event-search', group: 'http', part: 'query', read: 'FetchEvent().request.url.searchParams', holds: 'strings', source: 'https://developer.mozilla.org/docs/Web/API/FetchEvent/request' },
  // HTTP: Node's own server
  { id: 'http-search', group: 'http', part: 'query', read: 'http#IncomingMessage().url.searchParams', holds: 'strings', source: 'https://nodejs.org/docs/latest/api/http.html#messageurl' },
  { id: 'http-query', group: 'http', part: 'query', read: 'http#IncomingMessage().url.query', holds: 'strings', source: 'https://nodejs.org/docs/latest/api/url.html#urlparseurlstring-parsequerystring-slashesdenotehost' },
  { id: 'http-data', group: 'http', part: 'body', call: 'http#IncomingMessage().on', callback: 1, from: 0, only: true, event: 'data', holds: 'raw', source: 'https://nodejs.org/docs/latest/api/stream.html#event-data' },
  { id: 'http-chunks', group: 'http', part: 'body', read: 'http#IncomingMessage().[for await]', holds: 'raw', source: 'https://nodejs.org/docs/latest/api/stream.html#readablesymbolasynciterator' },
  { id: 'express-data', group: 'http', part: 'body', call: 'express#Request().on', callback: 1, from: 0, only: true, event: 'data', holds: 'raw', source: 'https://nodejs.org/docs/latest/api/stream.html#event-data' },
  { id: 'express-chunks', group: 'http', part: 'body', read: 'express#Request().[for await]', holds: 'raw', source: 'https://nodejs.org/docs/latest/api/stream.html#readablesymbolasynciterator' },
  { id: 'next-search', group: 'http', part: 'query', read: 'next/server#NextRequest().nextUrl.searchParams', holds: 'strings', source: NEXT_REQUEST },
  { id: 'next-json', group: 'http', part: 'body', read: 'next/server#NextRequest().json()', holds: 'any', source: NEXT_REQUEST },
  { id: 'next-form-data', group: 'http', part: 'body', read: 'next/server#NextRequest().formData()', holds: 'form', source: NEXT_REQUEST },
  { id: 'next-text', group: 'http', part: 'body', read: 'next/server#NextRequest().text()', holds: 'raw', source: NEXT_REQUEST },
  { id: 'next-headers', group: 'http', part: 'headers', read: 'next/server#NextRequest().headers.get()', holds: 'string', strict: true, source: NEXT_REQUEST },
  { id: 'next-cookies', group: 'http', part: 'cookies', read: 'next/server#NextRequest().cookies.get()', holds: 'string', source: NEXT_REQUEST },
  { id: 'next-route-params', group: 'http', part: 'params', read: 'next#RouteContext().params', holds: 'params', source: NEXT_ROUTE },
  { id: 'next-page-params', group: 'http', part: 'params', read: 'next#PageProps().params', holds: 'params', source: NEXT_PAGE },
  { id: 'next-page-search', group: 'http', part: 'query', read: 'next#PageProps().searchParams', holds: 'strings', source: NEXT_PAGE },
  { id: 'next-api-body', group: 'http', part: 'body', read: 'next#NextApiRequest().body', holds: 'any', source: NEXT_API },
  { id: 'next-api-query', group: 'http', part: 'query', read: 'next#NextApiRequest().query', holds: 'strings', source: NEXT_API },
  { id: 'next-api-cookies', group: 'http', part: 'cookies', read: 'next#NextApiRequest().cookies', holds: 'strings', source: NEXT_API },
  { id: 'next-api-headers', group: 'http', part: 'headers', read: 'next#NextApiRequest().headers', holds: 'strings', strict: true, source: NEXT_API },
  { id: 'next-ssr-query', group: 'http', part: 'query', read: 'next#GetServerSidePropsContext().query', holds: 'strings', source: 'https://nextjs.org/docs/pages/api-reference/functions/get-server-side-props' },
  { id: 'next-ssr-params', group: 'http', part: 'params', read: 'next#GetServerSidePropsContext().params', holds: 'params', source: 'https://nextjs.org/docs/pages/api-reference/functions/get-server-side-props' },
  { id: 'next-server-action', group: 'http', part: 'arguments', read: 'next#ServerAction().arguments', holds: 'any', source: NEXT_ACTION },
  { id: 'remix-json', group: 'http', part: 'body', read: 'react-router#LoaderFunctionArgs().request.json()', holds: 'any', source: REMIX },
  { id: 'remix-form-data', group: 'http', part: 'body', read: 'react-router#LoaderFunctionArgs().request.formData()', holds: 'form', source: REMIX },
  { id: 'remix-search', group: 'http', part: 'query', read: 'react-router#LoaderFunctionArgs().request.url.searchParams', holds: 'strings', source: REMIX },
  { id: 'remix-text', group: 'http', part: 'body', read: 'react-router#LoaderFunctionArgs().request.text()', holds: 'raw', source: REMIX },
  { id: 'remix-params', group: 'http', part: 'params', read: 'react-router#LoaderFunctionArgs().params', holds: 'params', source: REMIX },
  { id: 'sveltekit-json', group: 'http', part: 'body', read: '@sveltejs/kit#RequestEvent().request.json()', holds: 'any', source: SVELTE },
  { id: 'sveltekit-form-data', group: 'http', part: 'body', read: '@sveltejs/kit#RequestEvent().request.formData()', holds: 'form', source: SVELTE },
  { id: 'sveltekit-text', group: 'http', part: 'body', read: '@sveltejs/kit#RequestEvent().request.text()', holds: 'raw', source: SVELTE },
  { id: 'sveltekit-search', group: 'http', part: 'query', read: '@sveltejs/kit#RequestEvent().url.searchParams', holds: 'strings', source: SVELTE },
  { id: 'sveltekit-params', group: 'http', part: 'params', read: '@sveltejs/kit#RequestEvent().params', holds: 'params', source: SVELTE },
  { id: 'sveltekit-cookies', group: 'http', part: 'cookies', read: '@sveltejs/kit#RequestEvent().cookies.get()', holds: 'string', source: SVELTE },
  { id: 'h3-body', group: 'http', part: 'body', read: 'h3#readBody()', holds: 'any', source: H3 },
  { id: 'h3-form-data', group: 'http', part: 'body', read: 'h3#readFormData()', holds: 'form', source: H3 },
  { id: 'h3-raw-body', group: 'http', part: 'body', read: 'h3#readRawBody()', holds: 'raw', source: H3 },
  { id: 'h3-multipart', group: 'http', part: 'files', read: 'h3#readMultipartFormData()', holds: 'files', source: H3 },
  { id: 'h3-query', group: 'http', part: 'query', read: 'h3#getQuery()', holds: 'strings', source: H3 },
  { id: 'h3-params', group: 'http', part: 'params', read: 'h3#getRouterParams()', holds: 'params', source: H3 },
  { id: 'h3-param', group: 'http', part: 'params', read: 'h3#getRouterParam()', holds: 'string', source: H3 },
  { id: 'h3-cookie', group: 'http', part: 'cookies', read: 'h3#getCookie()', holds: 'string', source: H3 },
  { id: 'h3-header', group: 'http', part: 'headers', read: 'h3#getHeader()', holds: 'string', strict: true, source: H3 },
  // HTTP: frameworks that hand the input to a function's parameters
  { id: 'nest-body', group: 'http', part: 'body', read: '@nestjs/common#Body()', holds: 'any', source: NEST },
  { id: 'nest-query', group: 'http', part: 'query', read: '@nestjs/common#Query()', holds: 'strings', source: NEST },
  { id: 'nest-param', group: 'http', part: 'params', read: '@nestjs/common#Param()', holds: 'params', source: NEST },
  { id: 'nest-headers', group: 'http', part: 'headers', read: '@nestjs/common#Headers()', holds: 'strings', strict: true, source: NEST },
  { id: 'nest-message-body', group: 'messages', part: 'message', read: '@nestjs/websockets#MessageBody()', holds: 'any', source: 'https://docs.nestjs.com/websockets/gateways' },
  { id: 'nest-payload', group: 'queues', part: 'message', read: '@nestjs/microservices#Payload()', holds: 'any', strict: true, source: 'https://docs.nestjs.com/microservices/basics' },
  { id: 'routing-controllers-body', group: 'http', part: 'body', read: 'routing-controllers#Body()', holds: 'any', source: 'https://github.com/typestack/routing-controllers#inject-request-body' },
  { id: 'trpc-input', group: 'http', part: 'input', read: '@trpc/server#ProcedureOptions().input', holds: 'any', source: TRPC },
  { id: 'trpc-raw-input', group: 'http', part: 'input', read: '@trpc/server#ProcedureOptions().rawInput', holds: 'any', source: TRPC },
  { id: 'graphql-args', group: 'http', part: 'arguments', read: 'graphql#Resolver().args', holds: 'any', strict: true, source: GRAPHQL },
  { id: 'lambda-body', group: 'http', part: 'body', read: 'aws-lambda#APIGatewayProxyEvent().body', holds: 'raw', source: LAMBDA },
  { id: 'lambda-query', group: 'http', part: 'query', read: 'aws-lambda#APIGatewayProxyEvent().queryStringParameters', holds: 'strings', source: LAMBDA },
  { id: 'lambda-params', group: 'http', part: 'params', read: 'aws-lambda#APIGatewayProxyEvent().pathParameters', holds: 'params', source: LAMBDA },
  { id: 'lambda-headers', group: 'http', part: 'headers', read: 'aws-lambda#APIGatewayProxyEvent().headers', holds: 'strings', strict: true, source: LAMBDA },
  { id: 'firebase-callable', group: 'http', part: 'input', read: 'firebase-functions#CallableRequest().data', holds: 'any', source: 'https://firebase.google.com/docs/functions/callable' },
  { id: 'firebase-call-v1', group: 'http', part: 'input', call: 'firebase-functions/v1#https.onCall', callback: 0, from: 0, only: true, holds: 'any', source: 'https://firebase.google.com/docs/functions/callable?gen=1st' },
  { id: 'firebase-callable-v1', group: 'http', part: 'input', read: 'firebase-functions#CallableData()', holds: 'any', source: 'https://firebase.google.com/docs/functions/callable?gen=1st' },
  { id: 'tanstack-server-fn', group: 'http', part: 'input', read: '@tanstack/react-start#ServerFnContext().data', holds: 'any', source: 'https://tanstack.com/start/latest/docs/framework/react/guide/server-functions' },
  { id: 'astro-json', group: 'http', part: 'body', read: 'astro#APIContext().request.json()', holds: 'any', source: 'https://docs.astro.build/en/guides/endpoints/' },
  { id: 'astro-form-data', group: 'http', part: 'body', read: 'astro#APIContext().request.formData()', holds: 'form', source: 'https://docs.astro.build/en/guides/endpoints/' },
  { id: 'astro-search', group: 'http', part: 'query', read: 'astro#APIContext().url.searchParams', holds: 'strings', source: 'https://docs.astro.build/en/guides/endpoints/' },
  { id: 'astro-params', group: 'http', part: 'params', read: 'astro#APIContext().params', holds: 'params', source: 'https://docs.astro.build/en/guides/endpoints/' },
  { id: 'azure-json', group: 'http', part: 'body', read: '@azure/functions#HttpRequest().json()', holds: 'any', source: AZURE },
  { id: 'azure-form-data', group: 'http', part: 'body', read: '@azure/functions#HttpRequest().formData()', holds: 'form', source: AZURE },
  { id: 'azure-body', group: 'http', part: 'body', read: '@azure/functions#HttpRequest().body', holds: 'any', source: AZURE },
  { id: 'azure-query', group: 'http', part: 'query', read: '@azure/functions#HttpRequest().query', holds: 'strings', source: AZURE },
  { id: 'azure-params', group: 'http', part: 'params', read: '@azure/functions#HttpRequest().params', holds: 'params', source: AZURE },
  { id: 'gcp-body', group: 'http', part: 'body', read: '@google-cloud/functions-framework#Request().body', holds: 'any', source: GCP },
  { id: 'gcp-query', group: 'http', part: 'query', read: '@google-cloud/functions-framework#Request().query', holds: 'strings', source: GCP },
  { id: 'elysia-body', group: 'http', part: 'body', read: 'elysia#Context().body', holds: 'any', source: ELYSIA },
  { id: 'elysia-query', group: 'http', part: 'query', read: 'elysia#Context().query', holds: 'strings', source: ELYSIA },
  { id: 'elysia-params', group: 'http', part: 'params', read: 'elysia#Context().params', holds: 'params', source: ELYSIA },
  { id: 'elysia-headers', group: 'http', part: 'headers', read: 'elysia#Context().headers', holds: 'strings', strict: true, source: ELYSIA },
  { id: 'adonis-body', group: 'http', part: 'body', read: '@adonisjs/core/http#HttpContext().request.body()', holds: 'any', source: ADONIS },
  { id: 'adonis-all', group: 'http', part: 'body', read: '@adonisjs/core/http#HttpContext().request.all()', holds: 'any', source: ADONIS },
  { id: 'adonis-input', group: 'http', part: 'body', read: '@adonisjs/core/http#HttpContext().request.input()', holds: 'any', source: ADONIS },
  { id: 'adonis-only', group: 'http', part: 'body', read: '@adonisjs/core/http#HttpContext().request.only()', holds: 'any', source: ADONIS },
  { id: 'adonis-except', group: 'http', part: 'body', read: '@adonisjs/core/http#HttpContext().request.except()', holds: 'any', source: ADONIS },
  { id: 'adonis-qs', group: 'http', part: 'query', read: '@adonisjs/core/http#HttpContext().request.qs()', holds: 'strings', source: ADONIS },
  { id: 'adonis-params', group: 'http', part: 'params', read: '@adonisjs/core/http#HttpContext().params', holds: 'params', source: ADONIS },
  { id: 'adonis5-body', group: 'http', part: 'body', read: '@ioc:Adonis/Core/HttpContext#HttpContextContract().request.body()', holds: 'any', source: 'https://v5-docs.adonisjs.com/guides/request' },
  { id: 'adonis5-all', group: 'http', part: 'body', read: '@ioc:Adonis/Core/HttpContext#HttpContextContract().request.all()', holds: 'any', source: 'https://v5-docs.adonisjs.com/guides/request' },
  { id: 'adonis5-input', group: 'http', part: 'body', read: '@ioc:Adonis/Core/HttpContext#HttpContextContract().request.input()', holds: 'any', source: 'https://v5-docs.adonisjs.com/guides/request' },
  { id: 'adonis5-only', group: 'http', part: 'body', read: '@ioc:Adonis/Core/HttpContext#HttpContextContract().request.only()', holds: 'any', source: 'https://v5-docs.adonisjs.com/guides/request' },
  { id: 'adonis5-except', group: 'http', part: 'body', read: '@ioc:Adonis/Core/HttpContext#HttpContextContract().request.except()', holds: 'any', source: 'https://v5-docs.adonisjs.com/guides/request' },
  { id: 'adonis5-qs', group: 'http', part: 'query', read: '@ioc:Adonis/Core/HttpContext#HttpContextContract().request.qs()', holds: 'strings', source: 'https://v5-docs.adonisjs.com/guides/request' },
  { id: 'adonis5-params', group: 'http', part: 'params', read: '@ioc:Adonis/Core/HttpContext#HttpContextContract().params', holds: 'params', source: 'https://v5-docs.adonisjs.com/guides/request' },
  { id: 'sails-all-params', group: 'http', part: 'body', read: 'express#Request().allParams()', holds: 'any', source: SAILS },
  { id: 'feathers-data', group: 'http', part: 'body', read: '@feathersjs/feathers#HookContext().data', holds: 'any', source: FEATHERS },
  { id: 'feathers-query', group: 'http', part: 'query', read: '@feathersjs/feathers#HookContext().params.query', holds: 'strings', source: FEATHERS },
  { id: 'feathers-service-data', group: 'http', part: 'body', read: '@feathersjs/feathers#Data()', holds: 'any', source: 'https://feathersjs.com/api/services.html#createdata-params' },
  { id: 'feathers-service-query', group: 'http', part: 'query', read: '@feathersjs/feathers#Params().query', holds: 'strings', source: 'https://feathersjs.com/api/services.html#findparams' },
  // Messages: other processes, other windows, open sockets
  { id: 'meteor-methods', group: 'messages', part: 'arguments', call: 'meteor/meteor#Meteor.methods', from: 0, holds: 'any', source: METEOR },
  { id: 'meteor-publish', group: 'http', part: 'arguments', call: 'meteor/meteor#Meteor.publish', callback: 1, from: 0, holds: 'any', source: 'https://docs.meteor.com/api/pubsub.html' },
  { id: 'electron-handle', group: 'messages', part: 'arguments', call: 'electron#ipcMain.handle', callback: 1, from: 1, holds: 'any', source: ELECTRON },
  { id: 'electron-handle-once', group: 'messages', part: 'arguments', call: 'electron#ipcMain.handleOnce', callback: 1, from: 1, holds: 'any', source: ELECTRON },
  { id: 'electron-on', group: 'messages', part: 'arguments', call: 'electron#ipcMain.on', callback: 1, from: 1, holds: 'any', source: ELECTRON },
  { id: 'electron-once', group: 'messages', part: 'arguments', call: 'electron#ipcMain.once', callback: 1, from: 1, holds: 'any', source: ELECTRON },
  { id: 'post-message', group: 'messages', part: 'message', read: 'MessageEvent().data', holds: 'any', source: POST_MESSAGE },
  { id: 'web-socket-message', group: 'messages', part: 'message', read: 'WebSocketMessage().data', holds: 'raw', source: 'https://developer.mozilla.org/docs/Web/API/WebSocket/message_event' },
  { id: 'socket-io', group: 'messages', part: 'message', call: 'socket.io#Socket().on', callback: 1, from: 0, holds: 'any', source: SOCKET_IO },
  { id: 'ws-message', group: 'messages', part: 'message', call: 'ws#WebSocket().on', callback: 1, from: 0, only: true, event: 'message', holds: 'raw', source: WS },
  { id: 'durable-object-message', group: 'messages', part: 'message', read: 'cloudflare:workers#DurableObject().webSocketMessage', holds: 'raw', source: 'https://developers.cloudflare.com/durable-objects/api/base/#websocketmessage' },
  { id: 'extension-message', group: 'messages', part: 'message', call: 'chrome.runtime.onMessageExternal.addListener', callback: 0, from: 0, only: true, holds: 'any', source: 'https://developer.chrome.com/docs/extensions/develop/concepts/messaging#external-webpage' },
  { id: 'bun-websocket', group: 'messages', part: 'message', read: 'bun#WebSocketMessage()', holds: 'raw', source: 'https://bun.sh/docs/api/websockets' },
  // AI: what a model asks for, and what it says
  { id: 'openai-tool-call', group: 'ai', part: 'tool call', read: '*.function.arguments', holds: 'raw', source: OPENAI },
  { id: 'openai-function-call', group: 'ai', part: 'tool call', read: '*.function_call.arguments', holds: 'raw', source: OPENAI },
  { id: 'openai-response-arguments', group: 'ai', part: 'tool call', read: '*.arguments', holds: 'raw', source: OPENAI },
  { id: 'openai-content', group: 'ai', part: 'model output', read: '*.choices.*.message.content', holds: 'raw', source: 'https://platform.openai.com/docs/guides/structured-outputs' },
  { id: 'openai-delta', group: 'ai', part: 'model output', read: '*.choices.*.delta.content', holds: 'raw', source: 'https://platform.openai.com/docs/guides/streaming-responses' },
  { id: 'openai-output-text', group: 'ai', part: 'model output', read: '*.output_text', holds: 'raw', source: 'https://platform.openai.com/docs/guides/structured-outputs' },
  { id: 'anthropic-tool-use', group: 'ai', part: 'tool call', read: '@anthropic-ai/sdk#ToolUseBlock().input', holds: 'any', source: ANTHROPIC },
  { id: 'anthropic-text', group: 'ai', part: 'model output', read: '*.content.*.text', holds: 'raw', source: ANTHROPIC },
  { id: 'langchain-content', group: 'ai', part: 'model output', read: '*.invoke().content', holds: 'raw', source: 'https://js.langchain.com/docs/concepts/chat_models/' },
  { id: 'gemini-text', group: 'ai', part: 'model output', read: '*.response.text()', holds: 'raw', source: 'https://ai.google.dev/gemini-api/docs/structured-output' },
  { id: 'google-genai-text', group: 'ai', part: 'model output', read: '*.generateContent().text', holds: 'raw', source: 'https://ai.google.dev/gemini-api/docs/structured-output' },
  { id: 'ai-sdk-text', group: 'ai', part: 'model output', read: 'ai#generateText().text', holds: 'raw', source: 'https://ai-sdk.dev/docs/reference/ai-sdk-core/generate-text' },
  { id: 'gemini-function-call', group: 'ai', part: 'tool call', read: '*.functionCall.args', holds: 'any', source: GEMINI },
  { id: 'ai-sdk-tool', group: 'ai', part: 'tool call', read: 'ai#tool().execute', holds: 'any', source: AI_SDK },
  { id: 'mcp-call-tool', group: 'ai', part: 'tool call', read: '@modelcontextprotocol/sdk#CallToolRequest().params.arguments', holds: 'any', source: MCP },
  { id: 'langchain-tool', group: 'ai', part: 'tool call', read: '@langchain/core/tools#tool().func', holds: 'any', source: LANGCHAIN },
  { id: 'langchain-tool-class', group: 'ai', part: 'tool call', read: '@langchain/core/tools#Tool()._call', holds: 'text', source: 'https://js.langchain.com/docs/how_to/custom_tools/' },
  { id: 'langchain-dynamic-tool', group: 'ai', part: 'tool call', read: '@langchain/core/tools#DynamicTool().func', holds: 'text', source: LANGCHAIN },
  // Answers of other services
  { id: 'fetch-json', group: 'responses', part: 'response', read: 'fetch().json()', holds: 'any', source: 'https://developer.mozilla.org/docs/Web/API/Response/json' },
  { id: 'response-json', group: 'responses', part: 'response', read: 'Response().json()', holds: 'any', source: 'https://developer.mozilla.org/docs/Web/API/Response/json' },
  { id: 'node-fetch-json', group: 'responses', part: 'response', read: 'node-fetch#().json()', holds: 'any', source: 'https://github.com/node-fetch/node-fetch#json' },
  { id: 'cross-fetch-json', group: 'responses', part: 'response', read: 'cross-fetch#().json()', holds: 'any', source: 'https://github.com/lquixada/cross-fetch#usage' },
  { id: 'undici-fetch-json', group: 'responses', part: 'response', read: 'undici#fetch().json()', holds: 'any', source: 'https://undici.nodejs.org/#/?id=undicifetchinput-init-promise' },
  { id: 'undici-request-json', group: 'responses', part: 'response', read: 'undici#request().body.json()', holds: 'any', source: 'https://undici.nodejs.org/#/?id=body-mixins' },
  { id: 'axios-data', group: 'responses', part: 'response', read: 'axios#().data', holds: 'any', source: AXIOS },
  { id: 'got-json', group: 'responses', part: 'response', read: 'got#().json()', holds: 'any', source: 'https://github.com/sindresorhus/got/blob/main/documentation/1-promise.md#promisejson' },
  { id: 'ky-json', group: 'responses', part: 'response', read: 'ky#().json()', holds: 'any', source: 'https://github.com/sindresorhus/ky#json' },
  { id: 'ofetch', group: 'responses', part: 'response', read: 'ofetch#ofetch()', holds: 'any', source: 'https://github.com/unjs/ofetch#%EF%B8%8F-type-friendly' },
  { id: 'superagent-body', group: 'responses', part: 'response', read: 'superagent#().body', holds: 'any', source: 'https://forwardemail.github.io/superagent/#response-body' },
  { id: 'needle-body', group: 'responses', part: 'response', read: 'needle#().body', holds: 'any', source: 'https://github.com/tomas/needle#response-output' },
  // Strict: what usually comes from the same program
  { id: 'bullmq-worker', group: 'queues', part: 'job', call: 'bullmq#Worker', callback: 1, from: 0, only: true, holds: 'any', strict: true, source: 'https://docs.bullmq.io/guide/workers' },
  { id: 'bull-process', group: 'queues', part: 'job', call: 'bull#().process', callback: -1, from: 0, only: true, holds: 'any', strict: true, source: 'https://github.com/OptimalBits/bull/blob/develop/REFERENCE.md#queueprocess' },
  { id: 'kafkajs-run', group: 'queues', part: 'message', read: 'kafkajs#EachMessagePayload().message.value', holds: 'raw', strict: true, source: 'https://kafka.js.org/docs/consuming#a-name-each-message-a-eachmessage' },
  { id: 'amqplib-consume', group: 'queues', part: 'message', call: 'amqplib#connect().createChannel().consume', callback: 1, from: 0, only: true, holds: 'raw', strict: true, source: 'https://amqp-node.github.io/amqplib/channel_api.html#channel_consume' },
  { id: 'sqs-body', group: 'queues', part: 'message', read: '*.Records.*.body', holds: 'raw', strict: true, source: 'https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html' },
  { id: 'fs-read', group: 'storage', part: 'file', read: 'fs#readFileSync()', holds: 'raw', strict: true, source: 'https://nodejs.org/docs/latest/api/fs.html' },
  { id: 'fs-promises-read', group: 'storage', part: 'file', read: 'fs/promises#readFile()', holds: 'raw', strict: true, source: 'https://nodejs.org/docs/latest/api/fs.html' },
  { id: 'fs-dot-promises-read', group: 'storage', part: 'file', read: 'fs#promises.readFile()', holds: 'raw', strict: true, source: 'https://nodejs.org/docs/latest/api/fs.html' },
  { id: 'local-storage', group: 'storage', part: 'storage', read: 'localStorage.getItem()', holds: 'raw', strict: true, source: 'https://developer.mozilla.org/docs/Web/API/Storage/getItem' },
  { id: 'window-local-storage', group: 'storage', part: 'storage', read: 'window.localStorage.getItem()', holds: 'raw', strict: true, source: 'https://developer.mozilla.org/docs/Web/API/Storage/getItem' },
  { id: 'session-storage', group: 'storage', part: 'storage', read: 'sessionStorage.getItem()', holds: 'raw', strict: true, source: 'https://developer.mozilla.org/docs/Web/API/Storage/getItem' },
  { id: 'process-argv', group: 'arguments', part: 'arguments', read: 'process.argv', holds: 'strings', strict: true, source: 'https://nodejs.org/docs/latest/api/process.html#processargv' },
  { id: 'process-env', group: 'env', part: 'environment', read: 'process.env', holds: 'strings', strict: true, source: 'https://nodejs.org/docs/latest/api/process.html#processenv' },
] as const satisfies readonly OutsideDataRow[]
