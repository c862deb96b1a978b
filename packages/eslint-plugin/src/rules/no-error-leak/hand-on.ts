import {
  type CallNode,
  type FileAnalysis,
  isErrorName,
  isFunction,
  type Node,
  returnsOf,
  T,
  type TracePolicy,
  unwrap,
} from '@palisade/analysis'
import type { TSESTree } from '@typescript-eslint/utils'
import { lastNameOf } from './code.js'
import type { Knowledge } from './options.js'
import { buildsAnswer, isNamedForUsers, makesError, takesErrorText } from './words.js'

/** Library functions that make a text or a plain object out of an error. */
const SERIALIZERS = new Set([
  'serialize-error#serializeError', '@apollo/server/errors#unwrapResolverError', 'serialize-error#', 'util#inspect', 'util#format', 'pretty-error#().render', 'pretty-error#PrettyError().render',
  'youch#Youch().toHTML', 'youch#Youch().toJSON', 'youch#().toHTML', 'youch#().toJSON', 'verror#fullStack', 'verror#VError.fullStack', 'clean-stack#', 'ensure-error#',
  '@reduxjs/toolkit#miniSerializeError', 'stack-trace#parse', 'stacktrace-parser#parse', 'stacktrace-js#fromError', 'pino#stdSerializers.err', 'pino-std-serializers#err',
  'lodash#get', 'lodash#pick', 'lodash#omit', 'lodash#cloneDeep', 'lodash/get#', 'lodash/pick#', 'superjson#stringify', 'superjson#serialize',
  'safe-stable-stringify#', 'fast-safe-stringify#', 'flatted#stringify', 'destr#', 'he#encode', 'escape-html#', 'html-entities#encode', 'ejs#render', 'mustache#render', 'pug#render', 'react#createElement',
]) // prettier-ignore

/** Functions that turn the errors of a validator into what a client should read. */
const PUBLIC_MAKERS = new Set([
  'fromZodError', 'fromError', 'treeifyError', 'flattenError', 'formatError', 'prettifyError', 'betterAjvErrors', 'generateErrorMessage', 'toValidationError',
]) // prettier-ignore

/** Last names of functions that hand a text on in another form. */
const TEXT_FORMS = /^(?:escapeHtml|escapeHTML|encodeHtml|htmlEscape|escapeMarkdown|stripAnsi|encode|stringify|serialize|safeStringify|truncate|capitalize|upperFirst|lowerFirst|startCase|sprintf|dedent|html|red|yellow|bold|codeBlock|inlineCode|markdown|sanitizeHtml|substring|charAt|toWellFormed|match|indent|wrap|box|quote|fence|toBuffer|utf8ToBytes)$/u // prettier-ignore

/**
 * How errors travel through calls that the tracer can't see into: mappers for users end them, those that take the text
 * out or wrap it into an answer hand it on.
 *
 * @param knowledge the project's own names.
 */
export function leakPolicy(knowledge: Knowledge): TracePolicy {
  return {
    through: (call, file) => handedOn(file, call, knowledge),
  }
}

function handedOn(
  file: FileAnalysis,
  call: CallNode | TSESTree.TaggedTemplateExpression,
  knowledge: Knowledge,
): readonly Node[] | undefined {
  if (call.type === T.TaggedTemplateExpression) return call.quasi.expressions
  const callee = unwrap(call.callee)
  const name = lastNameOf(callee)
  if (name === undefined) return undefined
  // stream.pipe(map(…), catchError((err) => of(…)))
  if (name === 'pipe') {
    const caught = call.arguments.filter(
      (one) => one.type === T.CallExpression && lastNameOf(one.callee) === 'catchError',
    )
    if (caught.length > 0) return caught
  }
  const names = file.callee(call)
  if (isNamed(knowledge.errorMappers, name, names, file.text.slice(...callee.range))) return []
  if (isNamedForUsers(name) || PUBLIC_MAKERS.has(name)) return []
  if (names.some((one) => SERIALIZERS.has(one))) return call.arguments
  if (call.type === T.CallExpression && names.some((one) => one.startsWith('rxjs'))) return inStream(file, call, name)
  if (call.type === T.NewExpression) {
    if (name === 'TextEncoder' || names.some((one) => internal(one))) return undefined
    // new ErrorResponse(e.message), new ApiResponse(500, null, e.message): an envelope, not an exception
    return buildsAnswer(name) && !/(?:Error|Exception)$/u.test(name) && !isAtHand(file, callee)
      ? texts(call)
      : undefined
  }
  if (isLocal(file, callee)) return undefined
  if (TEXT_FORMS.test(name))
    return name === 'match' && callee.type === T.MemberExpression ? [callee.object] : call.arguments
  if (isAtHand(file, callee)) return undefined
  if (takesErrorText(name) || makesError(name)) return call.arguments
  if (buildsAnswer(name) && !/^(?:json|text|body|html|error|message|content|result|results|response)$/u.test(name))
    return texts(call)
  if (buildsAnswer(name) && names.every((one) => /^(?:[.~#]|@\/)[^#]*#\w+$/u.test(one))) return texts(call)
  return undefined
}

/** Arguments without those that are a whole error: what an unknown function makes of an error isn't known. */
function texts(call: CallNode): readonly Node[] | undefined {
  const handed = call.arguments.filter((argument) => {
    const node = unwrap(argument)
    return !(node.type === T.Identifier && isErrorName(node.name)) && node.type !== T.SpreadElement
  })
  return handed.length > 0 ? handed : undefined
}

/** Of RxJS: `catchError((err) => of(…))` puts something in the place of an error. */
function inStream(file: FileAnalysis, call: TSESTree.CallExpression, name: string): readonly Node[] | undefined {
  if (name === 'of' || name === 'from') return call.arguments
  const [first] = call.arguments
  const fn = first && unwrap(first)
  return name === 'catchError' && isFunction(fn) ? returnsOf(fn, file.visitorKeys) : undefined
}

function internal(name: string): boolean {
  return name === 'Error' || name === 'Response' || name === 'Map' || name === 'Set' || name === 'Promise'
}

/** Whether one of a project's own names is meant: `name`, `module#name` or the callee as it is written. */
export function isNamed(
  own: { has(name: string): boolean },
  name: string,
  names: readonly string[],
  written: string,
): boolean {
  return own.has(name) || own.has(written) || names.some((one) => own.has(one))
}

/** Whether a callee is declared in this file. */
function isLocal(file: FileAnalysis, callee: Node): boolean {
  if (callee.type !== T.Identifier) return false
  const definition = file.index.variableOf(callee)?.defs[0]
  return definition?.type === 'FunctionName' || (definition?.type === 'Variable' && isAtHand(file, callee))
}

const PLAIN = { derived: false, containers: 'whole', calls: false } as const

/** Whether the tracer can go into what a callee denotes, in this or another file. */
export function isAtHand(file: FileAnalysis, callee: Node): boolean {
  const origins = file.origins(callee, PLAIN)
  return (
    origins.length > 0 &&
    origins.every((origin) => (origin.kind === 'function' || origin.kind === 'class') && origin.members.length === 0)
  )
}
