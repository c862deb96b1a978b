/** An error class whose text is written for the one who sent the request. */
export interface PublicErrorRow {
  id: string
  /** `module#Class`; a module that exports a whole family says `module#*`. */
  class: string
  /** What of it may be shown; left out, all of it but the stack. */
  shows?: readonly string[]
  source: string
}

const HTTP_ERRORS = 'https://github.com/jshttp/http-errors#readme'
const NEST = 'https://docs.nestjs.com/exception-filters#built-in-http-exceptions'
const APOLLO = 'https://www.apollographql.com/docs/apollo-server/data/errors'

/** Error classes made for users, one a line. */
export const publicErrors = [
  { id: 'http-errors', class: 'http-errors#*', source: HTTP_ERRORS },
  { id: 'boom', class: '@hapi/boom#Boom', source: 'https://hapi.dev/module/boom/api/' },
  { id: 'nest', class: '@nestjs/common#*', source: NEST },
  { id: 'nest-ws', class: '@nestjs/websockets#WsException', source: NEST },
  { id: 'nest-rpc', class: '@nestjs/microservices#RpcException', source: NEST },
  { id: 'hono', class: 'hono/http-exception#HTTPException', source: 'https://hono.dev/docs/api/exception' },
  { id: 'trpc', class: '@trpc/server#TRPCError', source: 'https://trpc.io/docs/server/error-handling' },
  { id: 'graphql', class: 'graphql#GraphQLError', source: 'https://www.graphql-js.org/api-v16/error/' },
  { id: 'graphql-yoga', class: 'graphql-yoga#GraphQLError', source: 'https://the-guild.dev/graphql/yoga-server/docs/features/error-masking' },
  { id: 'apollo-server', class: 'apollo-server#*', source: APOLLO },
  { id: 'apollo-server-express', class: 'apollo-server-express#*', source: APOLLO },
  { id: 'apollo-server-errors', class: 'apollo-server-errors#*', source: APOLLO },
  { id: 'restify-errors', class: 'restify-errors#*', source: 'https://github.com/restify/errors#readme' },
  { id: 'feathers', class: '@feathersjs/errors#*', source: 'https://feathersjs.com/api/errors' },
  { id: 'sveltekit', class: '@sveltejs/kit#HttpError', source: 'https://svelte.dev/docs/kit/errors' },
  { id: 'h3', class: 'h3#H3Error', source: 'https://v1.h3.dev/guide/event-handler#error-handling' },
  { id: 'h3-2', class: 'h3#HTTPError', source: 'https://h3.dev/guide/basics/error' },
  { id: 'strapi', class: '@strapi/utils#errors.*', source: 'https://docs.strapi.io/cms/error-handling' },
  { id: 'directus', class: '@directus/errors#*', source: 'https://docs.directus.io/extensions/hooks.html' },
  { id: 'payload', class: 'payload#*', source: 'https://payloadcms.com/docs' },
  { id: 'medusa', class: '@medusajs/framework/utils#MedusaError', source: 'https://docs.medusajs.com/learn/fundamentals/api-routes/errors' },
  { id: 'medusa-utils', class: '@medusajs/utils#MedusaError', source: 'https://docs.medusajs.com/learn/fundamentals/api-routes/errors' },
  { id: 'firebase', class: 'firebase-functions/v2/https#HttpsError', source: 'https://firebase.google.com/docs/functions/callable#handle_errors' },
  { id: 'connect', class: '@connectrpc/connect#ConnectError', source: 'https://connectrpc.com/docs/node/errors' },
  { id: 'mcp', class: '@modelcontextprotocol/sdk/types.js#McpError', source: 'https://modelcontextprotocol.io/specification/2025-06-18/server/tools#error-handling' },
  { id: 'fastmcp', class: 'fastmcp#UserError', source: 'https://github.com/punkpeye/fastmcp#readme' },
  { id: 'next-auth', class: 'next-auth#*', source: 'https://authjs.dev/reference/core/errors' },
  { id: 'better-auth', class: 'better-auth/api#APIError', source: 'https://www.better-auth.com/docs/concepts/api' },
  { id: 'oauth2', class: 'oauth2-server#*', source: 'https://oauth2-server.readthedocs.io/en/latest/api/errors/' },
  { id: 'openapi-validator', class: 'express-openapi-validator#error.*', source: 'https://github.com/cdimascio/express-openapi-validator#readme' },
  { id: 'json-schema-validator', class: 'express-json-validator-middleware#ValidationError', source: 'https://github.com/simonplend/express-json-validator-middleware#readme' },
  { id: 'express-jwt', class: 'express-jwt#UnauthorizedError', source: 'https://github.com/auth0/express-jwt#error-handling' },
  { id: 'oauth2-jwt-bearer', class: 'express-oauth2-jwt-bearer#*', source: 'https://github.com/auth0/node-oauth2-jwt-bearer#readme' },
  { id: 'jsonwebtoken', class: 'jsonwebtoken#*', source: 'https://github.com/auth0/node-jsonwebtoken#errors--codes' },
  { id: 'jose', class: 'jose#errors.*', source: 'https://github.com/panva/jose/blob/main/docs/README.md' },
  { id: 'multer', class: 'multer#MulterError', source: 'https://github.com/expressjs/multer#error-handling' },
  { id: 'zod', class: 'zod#*', source: 'https://zod.dev/error-formatting' },
  { id: 'zod-3', class: 'zod/v3#*', source: 'https://zod.dev/error-formatting' },
  { id: 'zod-4', class: 'zod/v4#*', source: 'https://zod.dev/error-formatting' },
  { id: 'joi', class: 'joi#ValidationError', source: 'https://joi.dev/api/#validationerror' },
  { id: 'celebrate', class: 'celebrate#CelebrateError', source: 'https://github.com/arb/celebrate#readme' },
  { id: 'yup', class: 'yup#ValidationError', source: 'https://github.com/jquense/yup#validationerrorerrors-string--arraystring-value-any-path-string' },
  { id: 'ajv', class: 'ajv#ValidationError', source: 'https://ajv.js.org/api.html#validation-errors' },
  { id: 'valibot', class: 'valibot#ValiError', source: 'https://valibot.dev/api/ValiError/' },
  { id: 'superstruct', class: 'superstruct#StructError', source: 'https://docs.superstructjs.org/guides/04-handling-errors' },
  { id: 'runtypes', class: 'runtypes#ValidationError', source: 'https://github.com/runtypes/runtypes#readme' },
  { id: 'arktype', class: 'arktype#*', source: 'https://arktype.io/docs/intro/your-first-type' },
  { id: 'class-validator', class: 'class-validator#ValidationError', source: 'https://github.com/typestack/class-validator#validation-errors' },
  { id: 'vine', class: '@vinejs/vine#errors.*', source: 'https://vinejs.dev/docs/error_reporter' },
  { id: 'zod-validation-error', class: 'zod-validation-error#*', source: 'https://github.com/causaly/zod-validation-error#readme' },
  { id: 'mongoose-validation', class: 'mongoose#Error.ValidationError', source: 'https://mongoosejs.com/docs/validation.html' },
  { id: 'mongoose-cast', class: 'mongoose#Error.CastError', source: 'https://mongoosejs.com/docs/validation.html#cast-errors' },
  { id: 'sequelize-validation', class: 'sequelize#ValidationError', source: 'https://sequelize.org/docs/v6/core-concepts/validations-and-constraints/' },
  { id: 'sequelize-unique', class: 'sequelize#UniqueConstraintError', source: 'https://sequelize.org/docs/v6/core-concepts/validations-and-constraints/' },
  { id: 'objection-validation', class: 'objection#ValidationError', source: 'https://vincit.github.io/objection.js/recipes/error-handling.html' },
  { id: 'meteor', class: 'meteor/meteor#Meteor.Error', source: 'https://docs.meteor.com/api/meteor.html' },
] as const satisfies readonly PublicErrorRow[]

/** Error classes that say nothing about who their text is for. */
export interface InternalErrorRow {
  id: string
  /** Packages whose classes are all of this kind; a trailing `*` stands for any ending. */
  modules: readonly string[]
  /** Class names that are known by themselves, as `err.name` and globals spell them. */
  names: readonly string[]
  /** Functions that tell them apart. */
  tests: readonly string[]
  source: string
}

/** Error classes of the language, of drivers and of clients: narrowing to one of them makes nothing public. */
export const internalErrors = [
  { id: 'javascript', modules: [], names: ['Error', 'TypeError', 'RangeError', 'ReferenceError', 'SyntaxError', 'EvalError', 'URIError', 'AggregateError', 'SuppressedError', 'DOMException', 'Object'], tests: ['isError', 'isErrorLike', 'isErrorObject', 'isErrorInstance', 'isErrorWithMessage', 'isErrorWithCode', 'isInstanceOfError'], source: 'https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/Error' },
  { id: 'node', modules: ['assert', 'util', 'events'], names: ['SystemError', 'AssertionError'], tests: ['isNativeError', 'isErrnoException', 'isNodeError', 'isSystemError'], source: 'https://nodejs.org/api/errors.html' },
  { id: 'http-clients', modules: ['axios', 'got', 'ky', 'undici', 'node-fetch', 'superagent', 'gaxios', 'ofetch', 'wretch', 'request'], names: ['AxiosError', 'FetchError', 'HTTPError', 'GotError', 'GaxiosError'], tests: ['isAxiosError', 'isFetchError', 'isHTTPError', 'isFetchBaseQueryError'], source: 'https://axios-http.com/docs/handling_errors' },
  { id: 'postgres', modules: ['pg', 'pg-protocol', 'postgres', '@neondatabase/*', '@vercel/postgres', 'slonik'], names: ['PostgresError', 'PostgrestError', 'NeonDbError'], tests: ['isPostgresError', 'isDatabaseError', 'isPgError'], source: 'https://github.com/brianc/node-postgres/tree/master/packages/pg-protocol' },
  { id: 'mysql', modules: ['mysql', 'mysql2', 'mysql2/*', 'mariadb', 'mssql', 'tedious', 'oracledb'], names: ['SqlError'], tests: ['isMySQLError'], source: 'https://sidorares.github.io/node-mysql2/docs' },
  { id: 'mongodb', modules: ['mongodb', 'mongoose'], names: ['MongoError', 'MongoServerError', 'MongoNetworkError', 'MongoBulkWriteError', 'MongooseError'], tests: ['isMongoError', 'isMongoServerError'], source: 'https://www.mongodb.com/docs/drivers/node/current/' },
  { id: 'prisma', modules: ['@prisma/*'], names: ['PrismaClientKnownRequestError', 'PrismaClientUnknownRequestError', 'PrismaClientValidationError', 'PrismaClientInitializationError', 'PrismaClientRustPanicError'], tests: ['isPrismaError', 'isPrismaClientKnownRequestError'], source: 'https://www.prisma.io/docs/orm/reference/error-reference' },
  { id: 'typeorm', modules: ['typeorm', '@mikro-orm/*'], names: ['TypeORMError', 'QueryFailedError', 'EntityNotFoundError', 'DriverException'], tests: ['isQueryFailedError'], source: 'https://typeorm.io/' },
  { id: 'sequelize', modules: ['sequelize', '@sequelize/*', 'sequelize-typescript'], names: ['SequelizeBaseError', 'SequelizeDatabaseError', 'SequelizeConnectionError', 'SequelizeForeignKeyConstraintError'], tests: ['isSequelizeError'], source: 'https://sequelize.org/api/v6/class/src/errors/base-error.js~baseerror' },
  { id: 'query-builders', modules: ['drizzle-orm', 'drizzle-orm/*', 'knex', 'kysely', 'objection', 'better-sqlite3', 'sqlite3', '@libsql/*'], names: ['DrizzleError', 'DrizzleQueryError', 'KnexTimeoutError', 'SqliteError', 'LibsqlError', 'DBError'], tests: ['isSqliteError'], source: 'https://knexjs.org/' },
  { id: 'caches-and-queues', modules: ['redis', 'ioredis', '@redis/*', 'bullmq', 'kafkajs', 'amqplib', '@elastic/*', '@opensearch-project/*'], names: ['ReplyError', 'RedisError', 'KafkaJSError', 'ResponseError'], tests: ['isRedisError'], source: 'https://github.com/redis/ioredis#readme' },
  { id: 'clouds', modules: ['aws-sdk', 'aws-sdk/*', '@aws-sdk/*', '@smithy/*', '@azure/*', '@google-cloud/*', 'googleapis', 'firebase-admin', 'firebase-admin/*', 'firebase', 'firebase/*', '@supabase/*', '@octokit/*'], names: ['AWSError', 'ServiceException', 'S3ServiceException', 'DynamoDBServiceException', 'CognitoIdentityProviderServiceException', 'RestError', 'GoogleError', 'FirebaseError', 'FirebaseAuthError'], tests: ['isRestError', 'isFirebaseError', 'isAuthError', 'isAuthApiError'], source: 'https://docs.aws.amazon.com/sdk-for-javascript/v3/developer-guide/' },
  { id: 'models', modules: ['openai', 'openai/*', '@anthropic-ai/*', 'ai', '@ai-sdk/*', '@google/generative-ai', '@google/genai', 'groq-sdk', 'cohere-ai', '@mistralai/*', 'replicate', 'langchain', 'langchain/*', '@langchain/*'], names: ['OpenAIError', 'AnthropicError', 'APIConnectionError', 'AI_APICallError', 'APICallError'], tests: ['isAPICallError'], source: 'https://github.com/openai/openai-node#handling-errors' },
  { id: 'payments-and-mail', modules: ['stripe', 'twilio', '@sendgrid/*', 'nodemailer', '@paypal/*', 'braintree', 'resend'], names: ['StripeError', 'StripeAPIError', 'StripeConnectionError', 'StripeInvalidRequestError'], tests: ['isStripeError'], source: 'https://docs.stripe.com/error-handling?lang=node' },
  { id: 'grpc', modules: ['@grpc/*', 'nice-grpc', 'execa', 'ethers', 'viem', '@solana/*', 'puppeteer', 'playwright'], names: ['ServiceError', 'ClientError', 'ExecaError'], tests: ['isServiceError'], source: 'https://grpc.io/docs/languages/node/' },
] as const satisfies readonly InternalErrorRow[]
