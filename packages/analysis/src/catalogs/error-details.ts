/** What a member of an error tells a stranger. */
export type ErrorDetail = 'stack' | 'message' | 'cause' | 'object' | 'internals'

/** A member of a caught error that carries internal detail. */
export interface ErrorDetailRow {
  id: string
  /** The member's path, read from the error. */
  path: string
  detail: ErrorDetail
  source: string
}

const MDN = 'https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/Error'
const NODE = 'https://nodejs.org/api/errors.html#class-systemerror'
const MYSQL = 'https://sidorares.github.io/node-mysql2/docs'
const POSTGRES = 'https://www.postgresql.org/docs/current/protocol-error-fields.html'
const AXIOS = 'https://axios-http.com/docs/handling_errors'
const GRAPHQL = 'https://www.graphql-js.org/api-v16/error/'

/** Members of an error that carry internal detail, one a line. Any other member (`code`, `status`, `id`) is left alone. */
export const errorDetails = [
  { id: 'message', path: 'message', detail: 'message', source: MDN },
  { id: 'stack', path: 'stack', detail: 'stack', source: MDN },
  { id: 'cause', path: 'cause', detail: 'cause', source: MDN },
  { id: 'node.path', path: 'path', detail: 'internals', source: NODE },
  { id: 'node.dest', path: 'dest', detail: 'internals', source: NODE },
  { id: 'node.address', path: 'address', detail: 'internals', source: NODE },
  { id: 'node.syscall', path: 'syscall', detail: 'internals', source: NODE },
  { id: 'node.hostname', path: 'hostname', detail: 'internals', source: NODE },
  { id: 'child-process.cmd', path: 'cmd', detail: 'internals', source: 'https://nodejs.org/api/child_process.html#child_processexeccommand-options-callback' },
  { id: 'child-process.stdout', path: 'stdout', detail: 'internals', source: 'https://nodejs.org/api/child_process.html#child_processexeccommand-options-callback' },
  { id: 'child-process.stderr', path: 'stderr', detail: 'internals', source: 'https://nodejs.org/api/child_process.html#child_processexeccommand-options-callback' },
  { id: 'mysql.sql', path: 'sql', detail: 'internals', source: MYSQL },
  { id: 'mysql.sqlMessage', path: 'sqlMessage', detail: 'internals', source: MYSQL },
  { id: 'mysql.sqlState', path: 'sqlState', detail: 'internals', source: MYSQL },
  { id: 'postgres.detail', path: 'detail', detail: 'internals', source: POSTGRES },
  { id: 'postgres.hint', path: 'hint', detail: 'internals', source: POSTGRES },
  { id: 'postgres.where', path: 'where', detail: 'internals', source: POSTGRES },
  { id: 'postgres.table', path: 'table', detail: 'internals', source: POSTGRES },
  { id: 'postgres.constraint', path: 'constraint', detail: 'internals', source: POSTGRES },
  { id: 'postgres.internalQuery', path: 'internalQuery', detail: 'internals', source: POSTGRES },
  { id: 'typeorm.query', path: 'query', detail: 'internals', source: 'https://typeorm.io/' },
  { id: 'typeorm.parameters', path: 'parameters', detail: 'internals', source: 'https://typeorm.io/' },
  { id: 'typeorm.driverError', path: 'driverError', detail: 'internals', source: 'https://typeorm.io/' },
  { id: 'sequelize.parent', path: 'parent', detail: 'internals', source: 'https://sequelize.org/api/v6/class/src/errors/database-error.js~databaseerror' },
  { id: 'sequelize.original', path: 'original', detail: 'internals', source: 'https://sequelize.org/api/v6/class/src/errors/database-error.js~databaseerror' },
  { id: 'prisma.meta', path: 'meta', detail: 'internals', source: 'https://www.prisma.io/docs/orm/reference/error-reference' },
  { id: 'mongodb.errmsg', path: 'errmsg', detail: 'message', source: 'https://www.mongodb.com/docs/drivers/node/current/' },
  { id: 'mongodb.keyValue', path: 'keyValue', detail: 'internals', source: 'https://www.mongodb.com/docs/drivers/node/current/' },
  { id: 'mongodb.writeErrors', path: 'writeErrors', detail: 'internals', source: 'https://www.mongodb.com/docs/drivers/node/current/' },
  { id: 'axios.config', path: 'config', detail: 'internals', source: AXIOS },
  { id: 'axios.request', path: 'request', detail: 'internals', source: AXIOS },
  { id: 'axios.response', path: 'response', detail: 'internals', source: AXIOS },
  { id: 'axios.toJSON', path: 'toJSON', detail: 'object', source: AXIOS },
  { id: 'ai.responseBody', path: 'responseBody', detail: 'internals', source: 'https://ai-sdk.dev/docs/reference/ai-sdk-errors/ai-api-call-error' },
  { id: 'graphql.originalError', path: 'originalError', detail: 'cause', source: GRAPHQL },
  { id: 'graphql.stacktrace', path: 'extensions.stacktrace', detail: 'stack', source: 'https://www.apollographql.com/docs/apollo-server/data/errors' },
  { id: 'graphql.exception', path: 'extensions.exception', detail: 'stack', source: 'https://www.apollographql.com/docs/apollo-server/v3/data/errors' },
  { id: 'execa.shortMessage', path: 'shortMessage', detail: 'message', source: 'https://github.com/sindresorhus/execa/blob/main/docs/errors.md' },
  { id: 'inner', path: 'innerError', detail: 'cause', source: 'https://learn.microsoft.com/en-us/javascript/api/@azure/core-rest-pipeline/resterror' },
] as const satisfies readonly ErrorDetailRow[]

/** A member that carries internal detail in the errors of one library; in those of others it means something else. */
export interface LibraryErrorDetailRow extends ErrorDetailRow {
  module: string
}

/** Members that only the errors of one library have, one a line: in others, `error` is a public code (RFC 6749). */
export const libraryErrorDetails = [
  { id: 'openai.error', module: 'openai', path: 'error', detail: 'internals', source: 'https://github.com/openai/openai-node#handling-errors' },
  { id: 'anthropic.error', module: '@anthropic-ai/sdk', path: 'error', detail: 'internals', source: 'https://github.com/anthropics/anthropic-sdk-typescript#handling-errors' },
  { id: 'groq.error', module: 'groq-sdk', path: 'error', detail: 'internals', source: 'https://github.com/groq/groq-typescript#handling-errors' },
] as const satisfies readonly LibraryErrorDetailRow[]

/** A call whose result holds an internal error as a value, not as an exception. */
export interface ErrorResultRow {
  id: string
  /** Qualified name of the call, `*` for any name in between or at the end. */
  call: string
  /** The member of its (awaited) result that is the error; empty when the result is the error itself. */
  member: string
  source: string
}

const SUPABASE = 'https://supabase.com/docs/reference/javascript/select'

/** Calls that hand over an internal error in their result, one a line. */
export const errorResults = [
  { id: 'supabase', call: '@supabase/supabase-js#createClient()', member: 'error', source: SUPABASE },
  { id: 'supabase-ssr-server', call: '@supabase/ssr#createServerClient()', member: 'error', source: SUPABASE },
  { id: 'supabase-ssr-browser', call: '@supabase/ssr#createBrowserClient()', member: 'error', source: SUPABASE },
  { id: 'supabase-auth-helpers', call: '@supabase/auth-helpers-nextjs#*', member: 'error', source: SUPABASE },
  { id: 'await-to-js', call: 'await-to-js#()', member: '0', source: 'https://github.com/scopsy/await-to-js#readme' },
  { id: 'await-to-js.to', call: 'await-to-js#to()', member: '0', source: 'https://github.com/scopsy/await-to-js#readme' },
  { id: 'neverthrow.fromPromise', call: 'neverthrow#ResultAsync.fromPromise()', member: 'error', source: 'https://github.com/supermacro/neverthrow#readme' },
  { id: 'neverthrow.fromThrowable', call: 'neverthrow#fromThrowable()', member: 'error', source: 'https://github.com/supermacro/neverthrow#readme' },
  { id: 'react-router.useRouteError', call: 'react-router#useRouteError()', member: '', source: 'https://reactrouter.com/api/hooks/useRouteError' },
  { id: 'react-router-dom.useRouteError', call: 'react-router-dom#useRouteError()', member: '', source: 'https://reactrouter.com/api/hooks/useRouteError' },
  { id: 'remix.useRouteError', call: '@remix-run/react#useRouteError()', member: '', source: 'https://reactrouter.com/api/hooks/useRouteError' },
  { id: 'allSettled', call: 'Promise.allSettled()', member: 'reason', source: 'https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/Promise/allSettled' },
  { id: 'child_process.spawnSync', call: 'child_process#spawnSync()', member: 'error', source: 'https://nodejs.org/api/child_process.html#child_processspawnsynccommand-args-options' },
] as const satisfies readonly ErrorResultRow[]
