import {
  type ClassNode,
  type FileAnalysis,
  type Guard,
  internalErrors,
  isFunction,
  type Node,
  type Origin,
  publicErrors,
  saysDevelopment,
  T,
  unwrap,
} from '@palisade/analysis'
import type { TSESTree } from '@typescript-eslint/utils'
import { className, lastNameOf, localClassOf, rootOf } from './code.js'
import type { Knowledge } from './options.js'
import { saysForUsers, saysShown, wordsOf } from './words.js'

/** Members of an error by which programs tell its kind. */
const KIND_MEMBERS = new Set(['name', 'code', 'type', 'kind', 'errorCode', 'errno', '_tag', 'tag', 'errorType'])
/** Members of an error, and names of variables, that hold the HTTP status it asks for. */
const STATUS_NAME =
  /^(?:http|response|res|error|err)?_?(?:status|statusCode|code|status_code)$|^(?:httpStatus|statusCode|httpCode|httpStatusCode|httpResponseCode)$/iu
/** Codes of the operating system and of databases: the text that comes with them is theirs. */
const SYSTEM_CODE = /^E[A-Z\d_]{3,}$|^ER_|^P\d{4}$|^\d{5}$|^[0-9A-Z]{5}$|^SQLITE_|^ERR_|^ORA-|^UND_ERR/u

const internalNames: ReadonlySet<string> = new Set(internalErrors.flatMap((row) => row.names))
const internalTests: ReadonlySet<string> = new Set(internalErrors.flatMap((row) => row.tests))
const internalModules: readonly string[] = internalErrors.flatMap((row) => row.modules)
const publicClasses: ReadonlySet<string> = new Set(publicErrors.map((row) => row.class))
const publicNames: ReadonlySet<string> = new Set(
  publicErrors.map((row) => row.class.slice(row.class.indexOf('#') + 1)).filter((name) => !name.includes('*')),
)

/**
 * Does a condition on the way make an error's detail fit for its reader: a class made for users, a status below 500, a
 * development guard?
 *
 * @param file the file of the sink.
 * @param origin the error.
 * @param nodes the places on the way from the sink to the error.
 * @param knowledge the project's own names.
 */
export function isBarred(file: FileAnalysis, origin: Origin, nodes: readonly Node[], knowledge: Knowledge): boolean {
  const own = [...knowledge.developmentGuards]
  // what a promise gives when it didn't fail goes the same way as what it was rejected with
  const isMixed = origin.kind === 'caught' && origin.by === 'rejection'
  const isSame = (subject: Node) => file.origins(subject, PLAIN).some((other) => other.node === origin.node)
  const seen = new Set<Node>()
  for (const node of nodes) {
    for (const guard of file.guards(node)) {
      if (seen.has(guard.test)) continue
      seen.add(guard.test)
      if (isDevelopmentGuard(file, guard, own) || narrows(file, guard, isSame, knowledge)) return true
      if (isMixed && saysNoError(guard, isSame)) return true
    }
  }
  return false
}

/** After `if (result instanceof Error) return`. */
function saysNoError(guard: Guard, isSame: (node: Node) => boolean): boolean {
  const test = unwrap(guard.test)
  if (guard.holds || test.type !== T.BinaryExpression || test.operator !== 'instanceof') return false
  const cls = unwrap(test.right)
  return cls.type === T.Identifier && cls.name === 'Error' && isSame(test.left)
}

/** For telling whether two expressions are the same error: unchanged values only. */
const PLAIN = { derived: false, containers: 'whole' } as const

/** A flag that the client sends. */
const CLIENT_SAYS =
  /^(?:req|request|ctx|context|c|event)\.(?:request\.|req\.)?(?:query|body|headers|params|cookies|queryStringParameters|searchParams|get|header)\b/u

/** Whether a condition says "not in production", or that someone switched details on. */
export function isDevelopmentGuard(file: FileAnalysis, guard: Guard, own: readonly string[]): boolean {
  if (guard.cases) return guard.cases.length > 0 && guard.cases.every((value) => /^(?:dev|development|local|test|debug)$/iu.test(file.string(value) ?? '')) // prettier-ignore
  const test = unwrap(guard.test)
  // what the client asks for is no guard: ?debug=1
  if (CLIENT_SAYS.test(file.text.slice(...test.range))) return false
  if (saysDevelopment(file, guard.test, guard.holds, own)) return true
  // getEnv('devMode'), config.get('debug')
  const asked =
    test.type === T.CallExpression && test.arguments.length === 1 ? file.string(test.arguments[0]!) : undefined
  if (guard.holds && asked !== undefined && /^(?:is_?)?(?:dev|development|debug)(?:_?mode)?$/iu.test(asked)) return true
  const name = lastNameOf(test)
  return guard.holds && name !== undefined && (saysShown(name) || own.includes(name))
}

/** Whether a condition narrows the error to one that is made for users. */
function narrows(
  file: FileAnalysis,
  guard: Guard,
  isSame: (node: Node) => boolean,
  knowledge: Knowledge,
  depth = 0,
): boolean {
  const test = unwrap(guard.test)
  if (depth > 10) return false
  const again = (node: Node, holds: boolean) =>
    narrows(file, { test: node as TSESTree.Expression, holds }, isSame, knowledge, depth + 1)
  if (guard.cases) {
    // switch (err.code) { case 'LIMIT_FILE_SIZE': …, switch (true) { case err instanceof X: …
    if (test.type === T.Literal && test.value === true) return guard.cases.length > 0 && guard.cases.every((one) => again(one, true)) // prettier-ignore
    return guard.cases.length > 0 && guard.cases.every((one) => equals(file, test, one, true, isSame, knowledge))
  }
  switch (test.type) {
    case T.UnaryExpression:
      return test.operator === '!' && again(test.argument, !guard.holds)
    case T.LogicalExpression:
      return (test.operator === '&&') === guard.holds
        ? again(test.left, guard.holds) || again(test.right, guard.holds)
        : again(test.left, guard.holds) && again(test.right, guard.holds)
    case T.BinaryExpression:
      return comparison(file, test, guard.holds, isSame, knowledge)
    case T.CallExpression:
      return guard.holds && guardCall(file, test, isSame, knowledge)
    case T.Identifier: {
      // const isClientError = err.status < 500
      const definition = file.index.variableOf(test)?.defs[0]
      if (definition?.type === 'Variable' && definition.node.id.type === T.Identifier && definition.node.init)
        return again(definition.node.init, guard.holds)
      return false
    }
    case T.MemberExpression: {
      const name = lastNameOf(test)
      if (name === undefined || !isSame(test.object)) return false
      if (!guard.holds) return /^isServer(?:Error)?$|^is(?:Internal|Unexpected)/u.test(name)
      if (STATUS_NAME.test(name) && name !== 'code') return !knowledge.strict // only errors that are answers have a status
      // Hapi makes a Boom out of every error, so that says nothing
      if (name === 'isBoom' && isAnswerOfHapi(file, test.object)) return false
      return saysForUsers(name) && !internalTests.has(name)
    }
    default:
      return false
  }
}

function isAnswerOfHapi(file: FileAnalysis, expression: Node): boolean {
  if (lastNameOf(expression) === 'response') return true
  return file.origins(expression, PLAIN).some((one) => one.kind === 'parameter' && one.members[0] === 'response')
}

function comparison(
  file: FileAnalysis,
  test: TSESTree.BinaryExpression,
  holds: boolean,
  isSame: (node: Node) => boolean,
  knowledge: Knowledge,
): boolean {
  const { operator, left, right } = test
  if (operator === 'instanceof') return holds && isSame(left) && isPublicClass(file, right, knowledge)
  if (operator === 'in') return holds && isSame(right) && saysForUsers(file.string(left) ?? '')
  if (operator === '===' || operator === '==') return equals(file, left, right, holds, isSame, knowledge) || equals(file, right, left, holds, isSame, knowledge) // prettier-ignore
  if (operator === '!==' || operator === '!=') return equals(file, left, right, !holds, isSame, knowledge) || equals(file, right, left, !holds, isSame, knowledge) // prettier-ignore
  // status < 500, status >= 500 (not), 500 > status
  const bound = numberOf(file, right)
  const mirrored = numberOf(file, left)
  const status = bound !== undefined ? left : right
  const limit = bound ?? mirrored
  if (limit === undefined || !isStatus(status)) return false
  const less = bound !== undefined ? operator : MIRROR[operator]
  if (less === '<') return holds && limit <= 500
  if (less === '<=') return holds && limit < 500
  if (less === '>=') return !holds && limit <= 500
  if (less === '>') return !holds && limit < 500
  return false
}

const MIRROR: Readonly<Record<string, string>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' }

/** `err.name === 'ValidationError'`, `err.code === 'LIMIT_FILE_SIZE'`, `status === 404`, `err.message === 'Not found'`. */
function equals(
  file: FileAnalysis,
  subject: Node,
  value: Node,
  equal: boolean,
  isSame: (node: Node) => boolean,
  knowledge: Knowledge,
): boolean {
  const node = unwrap(subject)
  const constant = file.constant(value)?.value
  if (isStatus(node) && typeof constant === 'number' && constant >= 100 && constant < 600)
    return equal ? constant < 500 : constant === 500
  if (node.type !== T.MemberExpression) {
    // const { name, code } = err; if (name === 'ValidationError')
    if (node.type === T.Identifier && equal && typeof constant === 'string' && KIND_MEMBERS.has(node.name))
      return (
        file.origins(node, PLAIN).some((other) => other.kind === 'caught') &&
        isPublicKind(node.name, constant, knowledge)
      )
    if (node.type === T.CallExpression && equal && lastNameOf(node.callee) === 'getStatus') return typeof constant === 'number' && constant < 500 // prettier-ignore
    return false
  }
  const name = lastNameOf(node)
  if (name === undefined) return false
  if (name === 'constructor') return equal && isSame(node.object) && isPublicClass(file, value, knowledge)
  const owner = unwrap(node.object)
  if (name === 'name' && owner.type === T.MemberExpression && lastNameOf(owner) === 'constructor')
    return equal && isSame(owner.object) && typeof constant === 'string' && isPublicKind('name', constant, knowledge)
  // err.extensions.code !== 'INTERNAL_SERVER_ERROR'
  if (name === 'code' && typeof constant === 'string' && isSame(rootOf(node))) {
    if (!equal) return /INTERNAL/u.test(constant)
    return isPublicKind(name, constant, knowledge)
  }
  if (!isSame(node.object)) return false
  if (name === 'message') return equal && constant !== undefined // a text that the author knows
  if (KIND_MEMBERS.has(name)) {
    if (typeof constant === 'string') return equal && isPublicKind(name, constant, knowledge)
    // err.code === ErrorCodes.NotFound: a constant of the project
    return equal && !knowledge.strict && constant === undefined && unwrap(value).type === T.MemberExpression
  }
  return typeof constant === 'boolean' && equal === constant && saysForUsers(name)
}

function isPublicKind(member: string, value: string, knowledge: Knowledge): boolean {
  if (internalNames.has(value)) return false
  if (knowledge.publicErrors.has(value) || publicNames.has(value)) return true
  if (member === 'code' || member === 'errno' || member === 'errorCode') return !SYSTEM_CODE.test(value) && !/INTERNAL|UNKNOWN|UNEXPECTED/u.test(value) // prettier-ignore
  return !knowledge.strict && !/^(?:internal|unknown|unexpected|server)/iu.test(value)
}

/** `isHttpError(err)`, `Boom.isBoom(err)`, `ApiError.is(err)`, `PUBLIC_CODES.includes(err.code)`, `err.message.startsWith('…')`. */
function guardCall(
  file: FileAnalysis,
  call: TSESTree.CallExpression,
  isSame: (node: Node) => boolean,
  knowledge: Knowledge,
): boolean {
  const name = lastNameOf(call.callee)
  if (name === undefined) return false
  const callee = unwrap(call.callee)
  const receiver = callee.type === T.MemberExpression ? callee.object : undefined
  const [first] = call.arguments
  if (name === 'some' && first && !knowledge.strict) {
    // PUBLIC_ERRORS.some((one) => err instanceof one)
    const test = unwrap(first)
    const body = isFunction(test) ? unwrap(test.body) : undefined
    if (body?.type === T.BinaryExpression && body.operator === 'instanceof' && isSame(body.left)) return true
  }
  if (/^(?:includes|has|test|hasOwn|hasOwnProperty)$/u.test(name) && first && receiver) {
    const subject = unwrap(first)
    if (subject.type === T.MemberExpression && isSame(subject.object)) return !knowledge.strict || lastNameOf(subject) !== 'message' // prettier-ignore
    if (isStatus(subject)) return true
  }
  if (/^(?:includes|startsWith|endsWith|match|test)$/u.test(name) && receiver) {
    // A known part of the text says which error it is; what else it says is not known.
    const subject = unwrap(receiver)
    const about = subject.type === T.MemberExpression ? subject : first && unwrap(first)
    if (about?.type === T.MemberExpression && lastNameOf(about) === 'message' && isSame(about.object)) return !knowledge.strict // prettier-ignore
    if (first && name === 'test' && lastNameOf(first) === 'message' && isSame(rootOf(first))) return !knowledge.strict
  }
  const argument = call.arguments.find((one) => one.type !== T.SpreadElement && isSame(one))
  if (!argument) {
    // err.isOperational(), err.isPublic()
    return !!receiver && isSame(receiver) && saysForUsers(name)
  }
  if (internalTests.has(name)) return false
  if (file.callee(call).some((one) => isInternalModule(one))) return false
  const words = wordsOf(name)
  if (name === 'isInstance' || name === 'is' || name === 'isInstanceOf')
    return !!receiver && isPublicClass(file, receiver, knowledge)
  if (words[0] !== 'is' && words[0] !== 'has' && words[0] !== 'assert' && words[0] !== 'instance' && words[0] !== 'should' && words[0] !== 'can') return false // prettier-ignore
  if (publicNames.has(name.slice(2)) || words.some((word) => word === 'boom' || word === 'public' || word === 'expose')) return true // prettier-ignore
  return (
    !knowledge.strict &&
    !/^is(?:Error|Object|Record|Function|String|Nil|Defined|PlainObject|Undefined|Null)$/u.test(name)
  )
}

/** Whether a class says that its errors are made for users. */
export function isPublicClass(file: FileAnalysis, expression: Node, knowledge: Knowledge, depth = 0): boolean {
  const node = unwrap(expression)
  const name = className(node)
  if (name === undefined) return false
  if (knowledge.publicErrors.has(name)) return true
  const own = ownClassOf(file, node)
  if (own) {
    if (!knowledge.strict) return true
    if (saysStatus(own.file, own.cls)) return true
    return !!own.cls.superClass && depth < 6 && isPublicClass(own.file, own.cls.superClass, knowledge, depth + 1)
  }
  const names = file.names(node)
  if (names.some((one) => isPublicName(one))) return true
  const classes = file.types.describe(node)?.classes ?? []
  if (classes.some((one) => isPublicName(one))) return true
  if (names.some((one) => !one.includes('#')) || names.length === 0) {
    if (internalNames.has(name)) return false
    return names.length === 0 || /[A-Z]\w*(?:Error|Exception)$/u.test(name) ? !knowledge.strict && !internalNames.has(name) : false // prettier-ignore
  }
  if (names.some((one) => isInternalModule(one))) return false
  return !knowledge.strict
}

/** The class of this file or, with types, of another file of the project that an expression names. */
function ownClassOf(file: FileAnalysis, node: Node): { file: FileAnalysis; cls: ClassNode } | undefined {
  const local = localClassOf(file, node)
  if (local) return { file, cls: local }
  const origin = file.types.available
    ? file.origins(node, PLAIN).find((one) => one.kind === 'class' && one.members.length === 0)
    : undefined
  return origin?.kind === 'class' ? { file: origin.file, cls: origin.class } : undefined
}

/** Whether a qualified name is that of a class made for users. */
export function isPublicName(name: string): boolean {
  const plain = name.replace(/\(\)$/u, '')
  if (publicClasses.has(plain)) return true
  const hash = plain.indexOf('#')
  if (hash < 0) return false
  const module = plain.slice(0, hash)
  const last = plain.slice(hash + 1)
  if (!/(?:^|\.)[A-Z]/u.test(last)) return false
  if (publicClasses.has(`${module}#*`)) return true
  const dot = last.lastIndexOf('.')
  return dot > 0 && publicClasses.has(`${module}#${last.slice(0, dot)}.*`)
}

function isInternalModule(name: string): boolean {
  const hash = name.indexOf('#')
  if (hash < 0) return false
  const module = name.slice(0, hash)
  return internalModules.some((one) => (one.endsWith('*') ? module.startsWith(one.slice(0, -1)) : one === module))
}

/** Whether a class of the file gives its errors a 4xx status or `expose`. */
function saysStatus(file: FileAnalysis, cls: TSESTree.ClassDeclaration | TSESTree.ClassExpression): boolean {
  const text = file.text.slice(...cls.range)
  return /\b(?:status|statusCode|httpStatus|code)\s*(?::\s*number\s*)?=\s*4\d\d\b|\bexpose\w*\s*(?::\s*\w+\s*)?=\s*true|super\([^)]*\b4\d\d\b/u.test(
    text,
  )
}

function isStatus(expression: Node): boolean {
  const node = unwrap(expression)
  if (node.type === T.CallExpression) return /^getStatus(?:Code)?$/u.test(lastNameOf(node.callee) ?? '')
  if (node.type === T.LogicalExpression) return isStatus(node.left)
  const name = lastNameOf(node)
  return name !== undefined && STATUS_NAME.test(name)
}

function numberOf(file: FileAnalysis, node: Node): number | undefined {
  const value = file.constant(node)?.value
  if (typeof value === 'number') return value
  // HttpStatus.INTERNAL_SERVER_ERROR and its like
  const name = lastNameOf(node)
  return name === 'INTERNAL_SERVER_ERROR' || name === 'InternalServerError' || name === 'HTTP_STATUS_INTERNAL_SERVER_ERROR' ? 500 : undefined // prettier-ignore
}
