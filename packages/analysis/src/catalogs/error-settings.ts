import type { Constant } from '../values/origin.js'

/** A setting of a server or of a middleware that makes it show internal errors to clients. */
export interface ErrorSettingRow {
  id: string
  /** Qualified name of the call or construction that takes the setting. */
  call: string
  /** The argument that holds the option, and the option's path in it; no path: the argument itself. */
  argument?: number
  option?: string
  /** The values that expose. Left out: the call itself does. */
  unsafe?: readonly Constant[]
  /** What a client sees. */
  shows: 'stack' | 'message'
  /** Only told in `strict`: the library's own default, which is not a mistake by itself. */
  strict?: boolean
  source: string
}

const APOLLO = 'https://www.apollographql.com/docs/apollo-server/data/errors#omitting-or-including-stacktrace'
const APOLLO_2 = 'https://www.apollographql.com/docs/apollo-server/v3/data/errors#omitting-or-including-stacktrace'
const YOGA = 'https://the-guild.dev/graphql/yoga-server/docs/features/error-masking'
const ERRORHANDLER = 'https://github.com/expressjs/errorhandler#readme'
const LOOPBACK = 'https://github.com/loopbackio/strong-error-handler#readme'
const H3 = 'https://v1.h3.dev/guide/app'

/** Settings that show internal errors to clients, one a line. */
export const errorSettings = [
  { id: 'errorhandler', call: 'errorhandler#', shows: 'stack', source: ERRORHANDLER },
  { id: 'express.errorHandler-showStack', call: 'express#errorHandler', argument: 0, option: 'showStack', unsafe: [true], shows: 'stack', source: ERRORHANDLER },
  { id: 'express.errorHandler-dumpExceptions', call: 'express#errorHandler', argument: 0, option: 'dumpExceptions', unsafe: [true], shows: 'stack', source: ERRORHANDLER },
  { id: 'express.env', call: 'express#().set', argument: 1, unsafe: ['development'], shows: 'stack', source: 'https://expressjs.com/en/guide/error-handling.html' },
  { id: 'finalhandler.env', call: 'finalhandler#', argument: 2, option: 'env', unsafe: ['development'], shows: 'stack', source: 'https://github.com/pillarjs/finalhandler#readme' },
  { id: 'strong-error-handler.debug', call: 'strong-error-handler#', argument: 0, option: 'debug', unsafe: [true], shows: 'stack', source: LOOPBACK },
  { id: 'loopback.errorWriterOptions', call: '@loopback/rest#RestApplication', argument: 0, option: 'rest.errorWriterOptions.debug', unsafe: [true], shows: 'stack', source: LOOPBACK },
  { id: 'apollo.includeStacktrace', call: '@apollo/server#ApolloServer', argument: 0, option: 'includeStacktraceInErrorResponses', unsafe: [true], shows: 'stack', source: APOLLO },
  { id: 'apollo2.debug', call: 'apollo-server#ApolloServer', argument: 0, option: 'debug', unsafe: [true], shows: 'stack', source: APOLLO_2 },
  { id: 'apollo2.debug-express', call: 'apollo-server-express#ApolloServer', argument: 0, option: 'debug', unsafe: [true], shows: 'stack', source: APOLLO_2 },
  { id: 'apollo2.debug-fastify', call: 'apollo-server-fastify#ApolloServer', argument: 0, option: 'debug', unsafe: [true], shows: 'stack', source: APOLLO_2 },
  { id: 'apollo2.debug-koa', call: 'apollo-server-koa#ApolloServer', argument: 0, option: 'debug', unsafe: [true], shows: 'stack', source: APOLLO_2 },
  { id: 'apollo2.debug-lambda', call: 'apollo-server-lambda#ApolloServer', argument: 0, option: 'debug', unsafe: [true], shows: 'stack', source: APOLLO_2 },
  { id: 'apollo2.debug-micro', call: 'apollo-server-micro#ApolloServer', argument: 0, option: 'debug', unsafe: [true], shows: 'stack', source: APOLLO_2 },
  { id: 'nest-graphql.includeStacktrace', call: '@nestjs/graphql#GraphQLModule.forRoot', argument: 0, option: 'includeStacktraceInErrorResponses', unsafe: [true], shows: 'stack', source: APOLLO },
  { id: 'nest-graphql.debug', call: '@nestjs/graphql#GraphQLModule.forRoot', argument: 0, option: 'debug', unsafe: [true], shows: 'stack', source: APOLLO_2 },
  { id: 'yoga.maskedErrors', call: 'graphql-yoga#createYoga', argument: 0, option: 'maskedErrors', unsafe: [false], shows: 'message', source: YOGA },
  { id: 'yoga2.maskedErrors', call: 'graphql-yoga#createServer', argument: 0, option: 'maskedErrors', unsafe: [false], shows: 'message', source: YOGA },
  { id: 'yoga-node.maskedErrors', call: '@graphql-yoga/node#createServer', argument: 0, option: 'maskedErrors', unsafe: [false], shows: 'message', source: YOGA },
  { id: 'yoga.isDev', call: 'graphql-yoga#createYoga', argument: 0, option: 'maskedErrors.isDev', unsafe: [true], shows: 'stack', source: YOGA },
  { id: 'pylon.maskedErrors', call: '@graphql-hive/gateway#createGatewayRuntime', argument: 0, option: 'maskedErrors', unsafe: [false], shows: 'message', source: YOGA },
  { id: 'postgraphile.showErrorStack', call: 'postgraphile#postgraphile', argument: 2, option: 'showErrorStack', unsafe: [true, 'json'], shows: 'stack', source: 'https://www.graphile.org/postgraphile/usage-library/' },
  { id: 'postgraphile.showErrorStack-default', call: 'postgraphile#', argument: 2, option: 'showErrorStack', unsafe: [true, 'json'], shows: 'stack', source: 'https://www.graphile.org/postgraphile/usage-library/' },
  { id: 'trpc.isDev', call: '@trpc/server#initTRPC.create', argument: 0, option: 'isDev', unsafe: [true], shows: 'stack', source: 'https://trpc.io/docs/server/error-handling' },
  { id: 'trpc.isDev-context', call: '@trpc/server#initTRPC.context().create', argument: 0, option: 'isDev', unsafe: [true], shows: 'stack', source: 'https://trpc.io/docs/server/error-handling' },
  { id: 'h3.debug', call: 'h3#createApp', argument: 0, option: 'debug', unsafe: [true], shows: 'stack', source: H3 },
  { id: 'h3.debug-2', call: 'h3#H3', argument: 0, option: 'debug', unsafe: [true], shows: 'stack', source: H3 },
  { id: 'h3.sendError-debug', call: 'h3#sendError', argument: 2, unsafe: [true], shows: 'stack', source: 'https://v1.h3.dev/utils/response' },
  { id: 'fastify-error-page', call: 'fastify-error-page#', shows: 'stack', source: 'https://github.com/hemerajs/fastify-error-page#readme' },
  { id: 'koa-error', call: 'koa-error#', argument: 0, option: 'env', unsafe: ['development'], shows: 'stack', source: 'https://github.com/koajs/error#readme' },
  { id: 'next.productionBrowserSourceMaps', call: 'next#config', argument: 0, option: 'productionBrowserSourceMaps', unsafe: [true], shows: 'stack', source: 'https://nextjs.org/docs/app/api-reference/config/next-config-js/productionBrowserSourceMaps' },
  { id: 'fastify.default', call: 'fastify#', shows: 'message', strict: true, source: 'https://fastify.dev/docs/latest/Reference/Errors/' },
  { id: 'trpc.default', call: '@trpc/server#initTRPC.create', shows: 'message', strict: true, source: 'https://trpc.io/docs/server/error-formatting' },
  { id: 'trpc.default-context', call: '@trpc/server#initTRPC.context().create', shows: 'message', strict: true, source: 'https://trpc.io/docs/server/error-formatting' },
] as const satisfies readonly ErrorSettingRow[]
