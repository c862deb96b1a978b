import type { FrameworkRow } from '../calls/handlers.js'

const ROUTING = ['get', 'post', 'put', 'patch', 'delete', 'del', 'head', 'options', 'all', 'use', 'param', 'opts'] as const
const ROUTE_EXPORTS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'] as const

/**
 * How frameworks register handlers, and what they hand to them. Where a function is a handler of a framework, its
 * parameters are named by that framework's types: `express#Request()`.
 */
export const FRAMEWORKS: readonly FrameworkRow[] = [
  // Express and its kin
  { id: 'express.error', source: 'https://expressjs.com/en/guide/error-handling.html', instances: ['express#()', 'express#Router()', 'express#Application()', 'express#Express()', 'express#IRouter()', 'express-serve-static-core#Router()', 'express-serve-static-core#Application()', 'express-promise-router#()'], methods: ['use'], arity: 4, parameters: ['Error()', 'express#Request()', 'express#Response()', 'express#NextFunction()'], responds: 'parameter', error: true },
  { id: 'express', source: 'https://expressjs.com/en/guide/routing.html', instances: ['express#()', 'express#Router()', 'express#Application()', 'express#Express()', 'express#IRouter()', 'express-serve-static-core#Router()', 'express-serve-static-core#Application()', 'express-promise-router#()'], methods: ROUTING, parameters: ['express#Request()', 'express#Response()', 'express#NextFunction()'], responds: 'parameter' },
  { id: 'polka', source: 'https://github.com/lukeed/polka', instances: ['polka#()'], methods: ROUTING, parameters: ['polka#Request()', 'http#ServerResponse()', ''], responds: 'parameter' },
  { id: 'restify', source: 'https://restify.com/docs/home/', instances: ['restify#createServer()'], methods: [...ROUTING, 'pre'], parameters: ['restify#Request()', 'restify#Response()', ''], responds: 'parameter' },
  { id: 'connect', source: 'https://github.com/senchalabs/connect', instances: ['connect#()'], methods: ['use'], parameters: ['http#IncomingMessage()', 'http#ServerResponse()', ''], responds: 'parameter' },
  { id: 'node-http', source: 'https://nodejs.org/api/http.html', calls: ['http#createServer', 'https#createServer', 'http2#createServer', 'http2#createSecureServer', 'http#Server'], parameters: ['http#IncomingMessage()', 'http#ServerResponse()'], responds: 'parameter' },
  // Fastify
  { id: 'fastify.error', source: 'https://fastify.dev/docs/latest/Reference/Server/#seterrorhandler', instances: ['fastify#()', 'fastify#fastify()', 'fastify#Fastify()', 'fastify#FastifyInstance()'], methods: ['setErrorHandler'], parameters: ['Error()', 'fastify#FastifyRequest()', 'fastify#FastifyReply()'], responds: 'both', error: true },
  { id: 'fastify', source: 'https://fastify.dev/docs/latest/Reference/Routes/', instances: ['fastify#()', 'fastify#fastify()', 'fastify#Fastify()', 'fastify#FastifyInstance()'], methods: [...ROUTING, 'addHook', 'setNotFoundHandler'], parameters: ['fastify#FastifyRequest()', 'fastify#FastifyReply()'], responds: 'both' },
  { id: 'fastify.route', source: 'https://fastify.dev/docs/latest/Reference/Routes/', instances: ['fastify#()', 'fastify#fastify()', 'fastify#Fastify()', 'fastify#FastifyInstance()'], methods: [...ROUTING, 'route'], keys: ['handler', 'preHandler', 'preValidation', 'onRequest'], parameters: ['fastify#FastifyRequest()', 'fastify#FastifyReply()'], responds: 'both' },
  { id: 'fastify.plugin', source: 'https://fastify.dev/docs/latest/Reference/Plugins/', instances: ['fastify#()', 'fastify#fastify()', 'fastify#Fastify()', 'fastify#FastifyInstance()'], methods: ['register'], calls: ['fastify-plugin#'], parameters: ['fastify#FastifyInstance()', ''], responds: 'parameter' },
  // Koa
  { id: 'koa', source: 'https://koajs.com/#context', instances: ['koa#()', 'koa#Koa()', '@koa/router#()', '@koa/router#Router()', 'koa-router#()', 'koa-router#Router()'], methods: ROUTING, parameters: ['koa#Context()', 'koa#Next()'], responds: 'parameter' },
  // Hapi
  { id: 'hapi', source: 'https://hapi.dev/api/#server.route()', instances: ['@hapi/hapi#server()', '@hapi/hapi#Server()', 'hapi#Server()', 'hapi#server()'], methods: ['route'], keys: ['handler'], parameters: ['@hapi/hapi#Request()', '@hapi/hapi#ResponseToolkit()'], responds: 'return' },
  { id: 'hapi.ext', source: 'https://hapi.dev/api/#server.ext()', instances: ['@hapi/hapi#server()', '@hapi/hapi#Server()', 'hapi#Server()', 'hapi#server()'], methods: ['ext'], parameters: ['@hapi/hapi#Request()', '@hapi/hapi#ResponseToolkit()'], responds: 'return' },
  // Hono, itty, Elysia, h3, workers
  { id: 'hono.error', source: 'https://hono.dev/docs/api/hono#error-handling', instances: ['hono#Hono()', '@hono/zod-openapi#OpenAPIHono()'], methods: ['onError'], parameters: ['Error()', 'hono#Context()'], responds: 'return', error: true },
  { id: 'hono', source: 'https://hono.dev/docs/api/routing', instances: ['hono#Hono()', '@hono/zod-openapi#OpenAPIHono()'], methods: [...ROUTING, 'on', 'openapi', 'notFound'], calls: ['hono/factory#createMiddleware'], parameters: ['hono#Context()', ''], responds: 'return' },
  { id: 'itty', source: 'https://itty.dev/itty-router/', instances: ['itty-router#Router()', 'itty-router#AutoRouter()', 'itty-router#IttyRouter()'], methods: ROUTING, parameters: ['Request()', ''], responds: 'return' },
  { id: 'elysia.error', source: 'https://elysiajs.com/patterns/error-handling.html', instances: ['elysia#Elysia()', 'elysia#()'], methods: ['onError'], parameters: ['elysia#ErrorContext()'], responds: 'return', error: true },
  { id: 'elysia', source: 'https://elysiajs.com/essential/handler.html', instances: ['elysia#Elysia()', 'elysia#()'], methods: ROUTING, parameters: ['elysia#Context()'], responds: 'return' },
  { id: 'h3', source: 'https://h3.dev/guide/basics/handler', calls: ['h3#defineEventHandler', 'h3#eventHandler', 'h3#defineHandler', 'defineEventHandler', 'eventHandler', 'defineCachedEventHandler', '#imports#defineEventHandler', 'nitropack/runtime#defineEventHandler'], parameters: ['h3#H3Event()'], responds: 'return' },
  { id: 'workers.export', source: 'https://developers.cloudflare.com/workers/runtime-apis/handlers/fetch/', exports: ['default.fetch'], parameters: ['Request()', '', ''], responds: 'return' },
  { id: 'bun', source: 'https://bun.sh/docs/api/http', calls: ['Bun.serve', 'bun#serve', 'Deno.serve'], keys: ['fetch', 'handler'], parameters: ['Request()', ''], responds: 'return' },
  { id: 'deno', source: 'https://docs.deno.com/api/deno/~/Deno.serve', calls: ['Deno.serve', 'hono/node-server#serve'], parameters: ['Request()', ''], responds: 'return' },
  { id: 'web.stream', source: 'https://developer.mozilla.org/en-US/docs/Web/API/ReadableStream/ReadableStream', calls: ['ReadableStream', 'stream/web#ReadableStream'], keys: ['start', 'pull'], parameters: ['ReadableStreamDefaultController()'], responds: 'parameter' },
  { id: 'web.transform', source: 'https://developer.mozilla.org/en-US/docs/Web/API/TransformStream/TransformStream', calls: ['TransformStream', 'stream/web#TransformStream'], keys: ['transform'], parameters: ['', 'ReadableStreamDefaultController()'], responds: 'parameter' },
  // Next.js, Remix, SvelteKit, Astro
  { id: 'next.route', source: 'https://nextjs.org/docs/app/api-reference/file-conventions/route', exports: ROUTE_EXPORTS, files: /(?:^|\/)route\.[cm]?[jt]sx?$/u, parameters: ['next/server#NextRequest()', 'next#RouteContext()'], responds: 'return' },
  { id: 'next.page', source: 'https://nextjs.org/docs/app/api-reference/file-conventions/page', exports: ['default', 'generateMetadata'], files: /(?:^|\/)app\/(?:.*\/)?(?:page|layout)\.[cm]?[jt]sx?$/u, parameters: ['next#PageProps()'], responds: 'return' },
  { id: 'sveltekit.server', source: 'https://svelte.dev/docs/kit/routing#server', exports: [...ROUTE_EXPORTS, 'fallback'], files: /(?:^|\/)\+server\.[jt]s$/u, parameters: ['@sveltejs/kit#RequestEvent()'], responds: 'return' },
  { id: 'sveltekit.page', source: 'https://svelte.dev/docs/kit/load', exports: ['load', 'actions.*'], files: /(?:^|\/)\+(?:page|layout)\.server\.[jt]s$/u, parameters: ['@sveltejs/kit#RequestEvent()'], responds: 'return' },
  { id: 'astro.endpoint', source: 'https://docs.astro.build/en/guides/endpoints/', exports: [...ROUTE_EXPORTS, 'ALL'], files: /(?:^|\/)src\/pages\/.*\.[jt]s$/u, parameters: ['astro#APIContext()'], responds: 'return' },
  { id: 'web.route', source: 'https://nextjs.org/docs/app/api-reference/file-conventions/route', exports: ROUTE_EXPORTS, parameters: ['Request()', ''], responds: 'return' },
  { id: 'next.pages', source: 'https://nextjs.org/docs/pages/building-your-application/routing/api-routes', exports: ['default'], files: /(?:^|\/)pages\/api\/.*\.[cm]?[jt]sx?$/u, parameters: ['next#NextApiRequest()', 'next#NextApiResponse()'], responds: 'parameter' },
  { id: 'next.props', source: 'https://nextjs.org/docs/pages/api-reference/functions/get-server-side-props', exports: ['getServerSideProps', 'getStaticProps', 'getInitialProps'], parameters: ['next#GetServerSidePropsContext()'], responds: 'return' },
  { id: 'remix', source: 'https://reactrouter.com/start/framework/actions', exports: ['loader', 'action', 'clientLoader', 'clientAction'], parameters: ['react-router#LoaderFunctionArgs()'], responds: 'return' },
  // tRPC, GraphQL, MCP
  { id: 'next-safe-action', source: 'https://next-safe-action.dev/docs/define-actions/create-the-client', instances: ['next-safe-action#createSafeActionClient()'], methods: ['action', 'stateAction'], parameters: ['next-safe-action#ActionArgs()', ''], responds: 'return' },
  { id: 'trpc', source: 'https://trpc.io/docs/server/procedures', instances: ['@trpc/server#initTRPC.create()', '@trpc/server#initTRPC.context().create()', '@trpc/server#initTRPC'], methods: ['query', 'mutation', 'subscription'], parameters: ['@trpc/server#ProcedureOptions()'], responds: 'return' },
  { id: 'mcp', source: 'https://modelcontextprotocol.io/docs/develop/build-server', instances: ['@modelcontextprotocol/sdk/server/mcp#McpServer()', '@modelcontextprotocol/sdk/server/mcp.js#McpServer()', '@modelcontextprotocol/server#McpServer()', 'fastmcp#FastMCP()'], methods: ['tool', 'registerTool', 'prompt', 'registerPrompt', 'resource', 'registerResource'], parameters: ['mcp#ToolArguments()', ''], responds: 'return' },
  { id: 'mcp.low', source: 'https://modelcontextprotocol.io/docs/develop/build-server', instances: ['@modelcontextprotocol/sdk/server/index#Server()', '@modelcontextprotocol/sdk/server/index.js#Server()'], methods: ['setRequestHandler'], parameters: ['mcp#Request()', ''], responds: 'return' },
  // Nest
  { id: 'nest', source: 'https://docs.nestjs.com/controllers', decorators: ['@nestjs/common#Get', '@nestjs/common#Post', '@nestjs/common#Put', '@nestjs/common#Patch', '@nestjs/common#Delete', '@nestjs/common#All', '@nestjs/common#Options', '@nestjs/common#Head'], parameters: [], responds: 'both' },
  { id: 'routing-controllers', source: 'https://github.com/typestack/routing-controllers', decorators: ['routing-controllers#Get', 'routing-controllers#Post', 'routing-controllers#Put', 'routing-controllers#Patch', 'routing-controllers#Delete'], parameters: [], responds: 'both' },
  { id: 'type-graphql', source: 'https://typegraphql.com/docs/resolvers.html', decorators: ['type-graphql#Query', 'type-graphql#Mutation', '@nestjs/graphql#Query', '@nestjs/graphql#Mutation'], parameters: [], responds: 'return' },
  // serverless
  { id: 'lambda', source: 'https://docs.aws.amazon.com/lambda/latest/dg/typescript-handler.html', exports: ['handler', 'lambdaHandler', 'lambda_handler', 'main'], convention: [/^_?(?:event|evt)$/u], parameters: ['aws-lambda#APIGatewayProxyEvent()', 'aws-lambda#Context()', ''], responds: 'return' },
  { id: 'azure', source: 'https://learn.microsoft.com/azure/azure-functions/functions-reference-node', instances: ['@azure/functions#app'], methods: ['http', 'get', 'post', 'put', 'patch', 'deleteRequest'], keys: ['handler'], parameters: ['@azure/functions#HttpRequest()', '@azure/functions#InvocationContext()'], responds: 'return' },
  { id: 'gcp', source: 'https://cloud.google.com/functions/docs/writing/write-http-functions', calls: ['@google-cloud/functions-framework#http', 'firebase-functions/v2/https#onRequest', 'firebase-functions#https.onRequest', 'firebase-functions/https#onRequest'], parameters: ['express#Request()', 'express#Response()'], responds: 'parameter' },
  { id: 'firebase.call', source: 'https://firebase.google.com/docs/functions/callable', calls: ['firebase-functions/v2/https#onCall', 'firebase-functions#https.onCall', 'firebase-functions/https#onCall'], parameters: ['firebase-functions#CallableRequest()', ''], responds: 'return' },
  // sockets
  { id: 'socket.io.connection', source: 'https://socket.io/docs/v4/server-socket-instance/', instances: ['socket.io#Server()', 'socket.io#()'], methods: ['on', 'of'], parameters: ['socket.io#Socket()'], responds: 'parameter' },
  { id: 'ws.connection', source: 'https://github.com/websockets/ws/blob/master/doc/ws.md', instances: ['ws#WebSocketServer()', 'ws#Server()', 'ws#WebSocket.Server()'], methods: ['on', 'once'], arity: 1, parameters: ['ws#WebSocket()', 'http#IncomingMessage()'], responds: 'parameter' },
  { id: 'ws.connection.request', source: 'https://github.com/websockets/ws/blob/master/doc/ws.md', instances: ['ws#WebSocketServer()', 'ws#Server()', 'ws#WebSocket.Server()'], methods: ['on', 'once'], arity: 2, parameters: ['ws#WebSocket()', 'http#IncomingMessage()'], responds: 'parameter' },
  // by the names of the parameters, when nothing registers the function in this file
  { id: 'convention.error', source: 'https://expressjs.com/en/guide/error-handling.html', convention: [/^_?(?:e|err|error|ex|exception)$/u, /^_?(?:req|request)$/u, /^_?(?:res|resp|response)$/u, /./u], arity: 4, parameters: ['Error()', 'express#Request()', 'express#Response()', 'express#NextFunction()'], responds: 'parameter', error: true },
  { id: 'convention.express', source: 'https://expressjs.com/en/guide/routing.html', convention: [/^_?(?:req|request)$/u, /^_?(?:res|resp|response)$/u], parameters: ['express#Request()', 'express#Response()', 'express#NextFunction()'], responds: 'parameter' },
  { id: 'convention.fastify', source: 'https://fastify.dev/docs/latest/Reference/Routes/', convention: [/^_?(?:req|request)$/u, /^_?reply$/u], parameters: ['fastify#FastifyRequest()', 'fastify#FastifyReply()'], responds: 'both' },
  { id: 'convention.koa', source: 'https://koajs.com/#context', convention: [/^_?ctx$/u, /^_?next$/u], parameters: ['koa#Context()', 'koa#Next()'], responds: 'parameter' },
]
