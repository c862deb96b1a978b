import {
  type ErrorDetail,
  errorDetails,
  type ErrorResultRow,
  errorResults,
  type FileAnalysis,
  type FunctionNode,
  internalErrors,
  isErrorName,
  isOfFile,
  libraryErrorDetails,
  type Node,
  type Origin,
  type Step,
  T,
  typeNames,
  unwrap,
} from '@palisade/analysis'
import type { TSESTree } from '@typescript-eslint/utils'
import { isPublicClass, isPublicName } from './barriers.js'
import { lastNameOf } from './code.js'
import type { Knowledge } from './options.js'

/** What of an error is shown; `code` is told in `strict` only. */
export type Shown = ErrorDetail | 'code'

/** How much a stranger learns, least first. */
const WEIGHT: readonly Shown[] = ['code', 'message', 'internals', 'cause', 'object', 'stack']

/** The more telling of two details. */
export function worse(a: Shown, b: Shown): Shown {
  return WEIGHT.indexOf(a) > WEIGHT.indexOf(b) ? a : b
}

const detailByPath: ReadonlyMap<string, ErrorDetail> = new Map(errorDetails.map((row) => [row.path, row.detail]))
const internalNames: ReadonlySet<string> = new Set(internalErrors.flatMap((row) => row.names))

/** Calls that print an error as one line: its name and message. */
const AS_TEXT = new Set([
  'String',
  'toString',
  'toLocaleString',
  'concat',
  'format',
  'join',
  'replace',
  'trim',
  'escape',
])

/**
 * What does a value that leads to this origin show, if the origin is an internal error?
 *
 * @param file the file of the sink.
 * @param origin one origin of the value.
 * @param knowledge the project's own names.
 * @param formatters functions that a server asks how to show an error: their parameters are errors.
 * @returns the detail, or undefined when there is no internal error or nothing telling is read from it.
 */
export function shownBy(
  file: FileAnalysis,
  origin: Origin,
  knowledge: Knowledge,
  formatters: ReadonlySet<FunctionNode>,
): Shown | undefined {
  const read = errorMembers(file, origin, knowledge, formatters)
  if (!read) return undefined
  const detail = detailOf(read.members, origin, knowledge, read.mayBeAggregate)
  return detail && read.only && !read.only.includes(detail) ? undefined : detail
}

interface ErrorRead {
  /** What is read from the error. */
  members: readonly string[]
  /** Only these details count. */
  only?: readonly Shown[]
  /** Whether the error can be a collection of errors. */
  mayBeAggregate?: boolean
}

/** The members that are read from an internal error, when the origin is one. */
function errorMembers(
  file: FileAnalysis,
  origin: Origin,
  knowledge: Knowledge,
  formatters: ReadonlySet<FunctionNode>,
): ErrorRead | undefined {
  const { members } = origin
  if (readsPublicType(file, origin, knowledge)) return undefined
  switch (origin.kind) {
    case 'caught':
      if (origin.by === 'clause' && isHarmlessTry(origin)) return undefined
      return { members, mayBeAggregate: true }
    case 'parameter':
      return errorParameter(origin, knowledge, formatters)
    case 'call':
      return errorResult(origin, knowledge) ?? typedError(file, origin)
    case 'global':
      return undefined
    default:
      return typedError(file, origin)
  }
}

/** An error that a call hands over in its result, or that the code makes itself. */
function errorResult(origin: Origin & { kind: 'call' }, knowledge: Knowledge): ErrorRead | undefined {
  const { call, members, file } = origin
  if (call.type === T.TaggedTemplateExpression) return undefined
  const names = file.callee(call)
  // an error that is made here: its text is the author's, its stack is not
  if (isOwnError(call, names)) return { members, only: ['stack'] }
  for (const row of errorResults as readonly ErrorResultRow[]) {
    if (!names.some((name) => resultMatches(row.call, `${name}()`))) continue
    if (row.member === '') return { members }
    if (row.member === 'reason') {
      const at = members.indexOf('reason')
      return at >= 0 ? { members: members.slice(at + 1) } : undefined
    }
    if (members[0] === row.member) return { members: members.slice(1) }
  }
  // const [err, data] = await to(load())
  if (members[0] === '0' && isErrorName(origin.steps.findLast((step) => step.kind === 'variable')?.name)) return { members: members.slice(1) } // prettier-ignore
  // const { data, error } = await supabase.from('x').select(): a client that another file makes
  const chain = clientName(call)
  if (members[0] === 'error' && chain !== undefined && /supabase/iu.test(chain)) return { members: members.slice(1) }
  return knowledge.strict && members[0] === 'error' && members[1] === 'stack'
    ? { members: members.slice(1) }
    : undefined
}

/** `new Error('…')`, `new AppError('…')`: made here. */
function isOwnError(call: TSESTree.Node, names: readonly string[]): boolean {
  if (call.type !== T.NewExpression) return false
  return names.some((name) => internalNames.has(name)) || /(?:Error|Exception)$/u.test(lastNameOf(call.callee) ?? '')
}

function resultMatches(pattern: string, name: string): boolean {
  if (pattern.endsWith('*')) return name.startsWith(pattern.slice(0, -1))
  return name === pattern || name.startsWith(`${pattern}.`)
}

/** The name that a chain of calls starts with: `supabase` for `supabase.from('x').select()`. */
function clientName(call: TSESTree.Node): string | undefined {
  let node: Node = call
  for (let i = 0; i < 20; i++) {
    node = unwrap(node)
    if (node.type === T.CallExpression) node = node.callee
    else if (node.type === T.MemberExpression) {
      if (node.object.type === T.ThisExpression) return lastNameOf(node)
      node = node.object
    } else if (node.type === T.AwaitExpression) node = node.argument
    else return node.type === T.Identifier ? node.name : undefined
  }
  return undefined
}

/** A parameter that is an error: of error middleware, of an exception filter, by its type, or by its name. */
function errorParameter(
  origin: Origin & { kind: 'parameter' },
  knowledge: Knowledge,
  formatters: ReadonlySet<FunctionNode>,
): ErrorRead | undefined {
  const { members, file, index } = origin
  const fn = origin.function
  const annotation = annotationOf(origin.node)
  const kind = annotation && annotatedKind(file, annotation, knowledge)
  if (kind === 'public' || kind === 'other') return undefined
  if (formatters.has(fn)) {
    if (members[0] === 'error' || members[0] === 'err') return { members: members.slice(1) }
    if (members[0] === 'errors') return { members: members.slice(members[1] === '*' ? 2 : 1) }
    if (members[0] === 'shape')
      return { members: members[1] === 'data' ? members.slice(2) : members.slice(1), only: ['stack'] }
    if (index > 1) return undefined
    // handing back what the server itself made of the error changes nothing
    return members.length === 0 && !knowledge.strict ? { members, only: ['message', 'stack'] } : { members }
  }
  const handler = file.handler(fn)
  if (handler?.row.error) {
    if (handler.parameters[index] === 'Error()') return { members }
    if (members[0] === 'error' || members[0] === 'err') return { members: members.slice(1) }
    return undefined
  }
  const filter = exceptionFilter(file, fn, knowledge)
  if (filter && index === 0) return filter === 'internal' ? { members } : undefined
  if (handler?.parameters[index] === '@hapi/hapi#Request()') return members[0] === 'response' ? { members: members.slice(1) } : undefined // prettier-ignore
  const named = origin.node.type === T.Identifier && isErrorName(origin.node.name)
  if (handler?.parameters[index] !== undefined && !(handler.by === 'convention' && named)) return undefined
  return namedError(origin, kind)
}

/** A parameter whose name (or the key that it is destructured from) says that it holds an error. */
function namedError(origin: Origin & { kind: 'parameter' }, kind: ErrorKind | undefined): ErrorRead | undefined {
  const { node, members } = origin
  const parameter = origin.function.params[origin.index]
  const inner = parameter?.type === T.AssignmentPattern ? parameter.left : parameter
  if (kind === 'error') return { members }
  let name: string | undefined
  let rest = members
  if (inner?.type === T.ObjectPattern) {
    name = members[0]
    rest = members.slice(1)
  } else if (node.type === T.Identifier) name = node.name
  if (name === undefined || name.length < 2 || !isErrorName(name) || name === 'er') return undefined
  if (rest.length > 0) return { members: rest }
  // `err` is an error; `error` is as often a text
  if (kind === 'unknown' || /^(?:err|ex|exception)$|(?:Err|Exception)$/u.test(name)) return { members: rest }
  return { members: rest, only: [] }
}

type ErrorKind = 'error' | 'unknown' | 'public' | 'other'

function annotationOf(node: Node): TSESTree.TypeNode | undefined {
  const annotated = node as { typeAnnotation?: TSESTree.TSTypeAnnotation }
  return annotated.typeAnnotation?.type === T.TSTypeAnnotation ? annotated.typeAnnotation.typeAnnotation : undefined
}

/** What a written type says of an error parameter. */
function annotatedKind(file: FileAnalysis, type: TSESTree.TypeNode, knowledge: Knowledge): ErrorKind | undefined {
  switch (type.type) {
    case T.TSAnyKeyword:
    case T.TSUnknownKeyword:
    case T.TSObjectKeyword:
      return 'unknown'
    case T.TSUnionType: {
      const kinds = type.types.map((one) => annotatedKind(file, one, knowledge))
      if (kinds.includes('error')) return 'error'
      if (kinds.includes('unknown')) return 'unknown'
      return kinds.includes('public') ? 'public' : 'other'
    }
    case T.TSIntersectionType: {
      const kinds = type.types.map((one) => annotatedKind(file, one, knowledge))
      if (kinds.includes('public')) return 'public'
      return kinds.includes('error') ? 'error' : 'unknown'
    }
    case T.TSTypeReference: {
      const name =
        type.typeName.type === T.Identifier
          ? type.typeName.name
          : type.typeName.type === T.TSQualifiedName
            ? type.typeName.right.name
            : ''
      const names = typeNames(file, type)
      if (knowledge.publicErrors.has(name) || names.some((one) => isPublicName(one))) return 'public'
      if (internalNames.has(name) || name === 'ErrnoException' || names.some((one) => one === 'Error()')) return 'error'
      if (/(?:Error|Exception|Err)$/u.test(name)) return /^(?:Unknown|Any|Caught|Thrown|Error)/u.test(name) ? 'error' : knowledge.strict ? 'error' : 'public' // prettier-ignore
      return 'unknown'
    }
    default:
      return 'other'
  }
}

/** Whether a function is the `catch` method of a NestJS exception filter, and what it catches. */
function exceptionFilter(
  file: FileAnalysis,
  fn: FunctionNode,
  knowledge: Knowledge,
): 'internal' | 'public' | undefined {
  const method = fn.parent
  if (method?.type !== T.MethodDefinition || lastNameOf(method.key) !== 'catch' || fn.params.length < 2)
    return undefined
  const cls = method.parent.parent
  const decorator = (cls.decorators ?? []).map((one) => unwrap(one.expression)).find((one) => one.type === T.CallExpression && lastNameOf(one.callee) === 'Catch') // prettier-ignore
  if (decorator?.type === T.CallExpression && decorator.arguments.length > 0)
    return decorator.arguments.every((one) => isPublicClass(file, one, knowledge)) ? 'public' : 'internal'
  const isFilter =
    !!decorator || cls.implements.some((one) => /ExceptionFilter$/u.test(lastNameOf(one.expression) ?? ''))
  return isFilter || /Exceptions?Filter$/u.test(lastNameOf(cls.superClass ?? cls) ?? '') ? 'internal' : undefined
}

/** With types: an expression whose type is an error, however it came about. */
function typedError(file: FileAnalysis, origin: Origin): ErrorRead | undefined {
  if (!file.types.available) return undefined
  const read = readStep(origin)
  if (!read || !isOfFile(file, read.node)) return undefined
  const node = read.node as TSESTree.MemberExpression
  const classes = node.type === T.MemberExpression ? file.types.describe(node.object)?.classes : undefined
  return classes?.includes('Error') ? { members: origin.members.slice(origin.members.indexOf(read.name!)) } : undefined
}

/** With types: whether what is read from is narrowed to a class that is made for users. */
function readsPublicType(file: FileAnalysis, origin: Origin, knowledge: Knowledge): boolean {
  if (!file.types.available) return false
  const read = readStep(origin)
  if (!read || !isOfFile(file, read.node)) return false
  const node = read.node as TSESTree.MemberExpression
  const classes = node.type === T.MemberExpression ? (file.types.describe(node.object)?.classes ?? []) : []
  return classes.some((one) => isPublicName(one) || knowledge.publicErrors.has(one.slice(one.indexOf('#') + 1)))
}

/** The step at which the detail is read from the error. */
function readStep(origin: Origin): Step | undefined {
  return origin.steps.findLast(
    (step) => step.kind === 'member' && step.name !== undefined && detailByPath.has(step.name),
  )
}

/** What of an error a member path shows. */
function detailOf(
  members: readonly string[],
  origin: Origin,
  knowledge: Knowledge,
  mayBeAggregate = false,
): Shown | undefined {
  const [first, second] = members
  if (first === undefined) return wholeDetail(origin)
  if (first === 'errors' && mayBeAggregate && isAggregate(origin))
    return detailOf(members.slice(members[1] === '*' ? 2 : 1), origin, knowledge)
  const nested = second === undefined ? undefined : detailByPath.get(`${first}.${second}`)
  if (nested) return nested
  if (first === 'response')
    return /^(?:status|statusText|headers|ok|statusCode)$/u.test(second ?? '') ? undefined : 'internals'
  if (first === 'extensions' && second === undefined) return undefined
  if (first === 'config' && second === 'method') return undefined
  if (first === '*') return 'message' // err[key]
  const last = members.at(-1)
  if (last === 'length' || last === 'name' || last === 'status' || last === 'statusCode') return undefined
  if (first === 'cause' && members.length > 1) return detailOf(members.slice(1), origin, knowledge)
  const ofLibrary = libraryErrorDetails.find(
    (row) => row.path === members.join('.') && origin.file.index.modules.has(row.module),
  )
  if (ofLibrary) return ofLibrary.detail
  // grammY's BotError and others carry the one that happened
  if (first === 'error' && members.length > 1) return detailOf(members.slice(1), origin, knowledge)
  if (first === 'data' && second === 'stack') return 'stack'
  const detail = detailByPath.get(first)
  if (detail) return detail
  return knowledge.strict && first === 'code' && members.length === 1 ? 'code' : undefined
}

/** What an error shows when all of it goes out: the text that `String(e)` gives, or everything. */
function wholeDetail(origin: Origin): Shown {
  for (const step of [...origin.steps].reverse()) {
    if (step.kind === 'template' || step.kind === 'concat') return 'message'
    if (step.kind === 'through' && step.name !== undefined) {
      if (AS_TEXT.has(step.name)) return 'message'
      if (/stack/iu.test(step.name)) return 'stack'
      if (/message|msg|text|string$/iu.test(step.name) && step.name !== 'stringify') return 'message'
    }
  }
  return 'object'
}

function isAggregate(origin: Origin): boolean {
  const body = origin.node.type === T.CatchClause ? origin.node.parent : undefined
  if (body?.type !== T.TryStatement) return false
  const { file } = origin
  return (
    (file.index.callsByName.get('any') ?? []).some(
      (call) => isWithin(body.block, call) && file.callee(call).includes('Promise.any'),
    ) || /\binstanceof\s+AggregateError\b/u.test(file.text.slice(...origin.node.range))
  )
}

/** Names of calls that throw only about what the client itself sent. */
const CHECKING = /^(?:parse|parseAsync|safeParse|validate|validateAsync|validateSync|assert|decodeURIComponent|decodeURI|isArray|Number|String|Boolean|parseInt|parseFloat|isNaN|trim|toLowerCase|toUpperCase|toString|includes|startsWith|split|slice|keys|entries|values|strict|object|from|json|text|formData)$/u // prettier-ignore

/**
 * Whether a `try` can only throw what the client may know: what parsing or validating its own input says, or texts that
 * the code throws itself.
 */
function isHarmlessTry(origin: Origin): boolean {
  const statement = origin.node.type === T.CatchClause ? origin.node.parent : undefined
  if (statement?.type !== T.TryStatement || origin.members[0] === 'stack' || origin.members.length === 0) return false
  const { file } = origin
  const calls = file.index.calls.filter((call) => isWithin(statement.block, call))
  if (calls.length === 0 || calls.length > 12) return false
  let checks = false
  for (const call of calls) {
    const name = lastNameOf(call.callee)
    if (name === undefined) return false
    if (call.type === T.NewExpression) {
      // throw new Error('Name is missing')
      if (name === 'URL' || name === 'Date' || name === 'Set' || name === 'Map') continue
      if (call.parent.type !== T.ThrowStatement || !call.arguments.every((one) => file.constant(one) !== undefined))
        return false
      checks = true
      continue
    }
    // the answer itself may stand in the block as well
    if (/^(?:json|send|end|status)$/u.test(name) && call.callee.type === T.MemberExpression && /^(?:res|reply|c|Response|NextResponse)$/u.test(lastNameOf(rootObject(call)) ?? '')) continue // prettier-ignore
    if (!CHECKING.test(name)) return false
    if (/^(?:parse|parseAsync|validate|validateAsync|validateSync|assert|decodeURIComponent|decodeURI)$/u.test(name)) checks = true // prettier-ignore
  }
  return checks
}

function rootObject(call: TSESTree.Node): Node {
  let node: Node = call
  for (let i = 0; i < 20; i++) {
    if (node.type === T.CallExpression) node = node.callee
    else if (node.type === T.MemberExpression) node = node.object
    else break
  }
  return node
}

function isWithin(outer: Node, inner: Node): boolean {
  return outer.range[0] <= inner.range[0] && inner.range[1] <= outer.range[1]
}
