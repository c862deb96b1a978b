import {
  type CallNode,
  classifyName,
  confidentialHeaders,
  type FileAnalysis,
  type FunctionNode,
  httpLoggers,
  type HttpLoggerRow,
  lastName,
  type LoggerRow,
  loggers,
  type Node,
  propertyName,
  returnsOf,
  T,
  unwrap,
} from '@palisade/analysis'
import { isFastifyCreation, mayRedact, pathsOf, pinoRedactionOf, tslogMasks, winstonChain } from './configuration.js'
import { literalOf, lookUp } from './option-lookup.js'
import { type DeadPath, livePaths, whyDead } from './pino-paths.js'
import { installedMajor } from './package-facts.js'

/** Something wrong with how a logger is made. */
export type CreationProblem =
  /** It prints whatever it is given. `options` is where the remedy goes. */
  | { kind: 'unredacted'; node: Node; logger: string; remedy: Remedy }
  | { kind: 'dead-path'; node: Node; path: string; reason: DeadPath; instead: readonly string[] }
  | { kind: 'no-paths'; node: Node }
  | { kind: 'idle-censor'; node: Node }
  | { kind: 'idle-serializer'; node: Node; key: string }
  | { kind: 'replaced-by-child'; node: Node; missing: readonly string[] }
  | { kind: 'late-format'; node: Node; after: string }
  | { kind: 'refilled'; node: Node }
  | { kind: 'old-setting'; node: Node; setting: string; since: string; effect: string; instead: string }
  | { kind: 'prints-header'; node: Node; token: string }
  | { kind: 'prints-line'; node: Node; format: string }
  | { kind: 'prints-body'; node: Node }
  | { kind: 'default-pii'; node: Node }

/** What to add to the options, and where. */
export interface Remedy {
  /** The text of the property to add. */
  text: string
  /** The call whose options are meant, and the path of the object in them. */
  call: CallNode
  at: readonly string[]
  /** Which argument holds the options. */
  argument: number
  /** The options themselves, where a function that is an argument returns them. */
  options?: Node
}

const PATHS = [
  'password', '*.password', 'token', '*.token', 'secret', '*.secret', 'apiKey', '*.apiKey',
  'accessToken', '*.accessToken', 'refreshToken', '*.refreshToken', 'authorization', '*.authorization',
  'headers.authorization', 'headers.cookie', 'req.headers.authorization', 'req.headers.cookie', 'res.headers["set-cookie"]',
] // prettier-ignore

/** A ready list of pino's paths: the names that people use, at the depths where they log them. */
export const PINO_REMEDY = `redact: [${PATHS.map((path) => `'${path}'`).join(', ')}]`
const TSLOG_REMEDY =
  "mask: { keys: ['password', 'token', 'secret', 'apiKey', 'accessToken', 'refreshToken', 'authorization'] }"
const BUNYAN_REMEDY =
  'serializers: { req: (req) => ({ method: req.method, url: req.url }), user: (user) => ({ id: user.id }) }'

const pinoRow = rowOf('pino')
const fastifyRow = rowOf('fastify')

function rowOf(id: string): LoggerRow {
  return loggers.find((row) => row.id === id)!
}

const MODULES =
  /^(?:pino|winston|bunyan|tslog|fastify|morgan|@sentry\/.+|pino-http|express-pino-logger|koa-pino-logger|restify-pino-logger|nestjs-pino|hono-pino|express-winston|hapi-pino|nest-winston|@nestjs\/platform-fastify)$/u

const WINSTON =
  /^(?:winston#(?:default\.)?(?:createLogger|loggers\.add|Container\(\)\.add)|nest-winston#WinstonModule\.(?:createLogger|forRoot))$/u

/**
 * What is wrong with the logger that this call makes, if it makes one.
 *
 * @param file the call's file.
 * @param call any call or construction.
 * @param strict whether predefined formats that print whole URLs count.
 * @returns the problems; none when the call makes no logger, or one that redacts.
 */
export function creationProblems(file: FileAnalysis, call: CallNode, strict: boolean): CreationProblem[] {
  if (![...file.index.modules].some((module) => MODULES.test(module))) return []
  // What measures loggers logs nothing of anybody.
  if (/(?:^|[/\\])bench(?:mark)?s?[/\\]/u.test(file.filename)) return []
  if (call.type === T.CallExpression && isChild(call)) return childProblems(file, call)
  const names = file.names(call.callee)
  if (names.length === 0) return []
  if (names.some((name) => /^pino#(?:pino|default)?$/u.test(name))) return pinoProblems(file, call)
  if (isFastifyCreation(file, call) || names.includes('@nestjs/platform-fastify#FastifyAdapter'))
    return fastifyProblems(file, call)
  if (names.some((name) => WINSTON.test(name))) return winstonProblems(file, call)
  if (names.some((name) => /^bunyan#(?:(?:default\.)?createLogger|Logger)?$/u.test(name)))
    return bunyanProblems(file, call)
  if (call.type === T.NewExpression && names.includes('tslog#Logger')) return tslogProblems(file, call)
  const sentry = names.find((name) => /^@sentry\/[\w/-]+#(?:default\.)?init$/u.test(name))
  if (sentry !== undefined) return sentryProblems(file, call, sentry.slice(0, sentry.indexOf('#')))
  if (names.includes('express-winston#bodyWhitelist.push')) return addedToBody(file, call)
  if (names.includes('express-winston#requestWhitelist.push')) return addedToRequest(file, call)
  const http =
    (httpLoggers as readonly HttpLoggerRow[]).find((row) =>
      row.modules.some((module) => row.makes.some((make) => names.includes(`${module}#${make.replace(/\(\)$/u, '')}`))),
    ) ?? registeredLogger(file, call)
  if (!http) return []
  return http.id === 'morgan' ? morganProblems(file, call, strict) : httpProblems(file, call, http)
}

function isChild(call: CallNode): boolean {
  const callee = unwrap(call.callee)
  return callee.type === T.MemberExpression && callee.property.type === T.Identifier && callee.property.name === 'child'
}

// --- pino

/** Where pino's options stand: first, unless a stream stands there. */
function pinoOptions(file: FileAnalysis, call: CallNode): Node | 'none' | 'unknown' {
  const [first] = call.arguments
  if (!first) return 'none'
  if (first.type === T.SpreadElement) return 'unknown'
  const names = file.names(first)
  if (
    names.some((name) =>
      /^(?:pino#(?:pino\.)?(?:destination|transport|multistream)\(\)|pino-pretty#\(\)|fs#createWriteStream\(\)|process\.std)/u.test(
        name,
      ),
    )
  )
    return 'none'
  const origins = file.origins(first, { derived: false, containers: 'whole' })
  if (origins.some((origin) => origin.kind === 'object')) return first
  return origins.every((origin) => origin.kind === 'constant') ? 'none' : 'unknown'
}

function pinoProblems(file: FileAnalysis, call: CallNode): CreationProblem[] {
  const options = pinoOptions(file, call)
  if (options === 'unknown') return []
  const at: readonly string[] = []
  return pinoLikeProblems(file, call, pinoRow, options === 'none' ? undefined : options, at, 'pino')
}

function pinoLikeProblems(
  file: FileAnalysis,
  call: CallNode,
  row: LoggerRow,
  options: Node | undefined,
  at: readonly string[],
  logger: string,
): CreationProblem[] {
  if (isOff(file, options, at)) return []
  const idle = at.length === 0 ? idleSerializers(file, call, options) : []
  if (idle.length > 0) return idle
  const creation = { call, file, children: [] }
  const redaction = options ? pinoRedactionOf(creation, row) : undefined
  if (!redaction || (redaction.paths?.length === 0 && redaction.serialized.size > 0 && !hasRedact(file, options, at))) {
    if (redaction && hasRedactingSerializer(file, options, at)) return []
    if (options && hasUnknownPart(file, options, at)) return []
    return [{ kind: 'unredacted', node: call, logger, remedy: { text: PINO_REMEDY, call, at, argument: 0 } }]
  }
  return redactProblems(file, options, at, redaction.nestedKey)
}

/** Keys that libraries write by themselves. */
const STANDARD_KEYS = new Set(['req', 'res', 'err', 'error', 'request', 'response', 'msg'])

/**
 * Serializers under keys that this file, the only one that has the logger, never logs: `serializers: { user }` and
 * `logger.info({ account })`.
 */
function idleSerializers(file: FileAnalysis, call: CallNode, options: Node | undefined): CreationProblem[] {
  const declarator = call.parent
  if (declarator.type !== T.VariableDeclarator || declarator.id.type !== T.Identifier) return []
  if (declarator.parent.parent.type === T.ExportNamedDeclaration) return []
  const [serializers] = lookUp(file, options, ['serializers']).origins
  if (serializers?.kind !== 'object' || serializers.node.type !== T.ObjectExpression || serializers.file !== file)
    return []
  const logged = loggedKeys(file.index.variableOf(declarator.id)?.references.map((one) => one.identifier as Node) ?? [])
  if (!logged || logged.size === 0) return []
  return serializers.node.properties.flatMap((property): CreationProblem[] => {
    const key = property.type === T.Property ? propertyName(property) : undefined
    return property.type !== T.Property || key === undefined || logged.has(key) || STANDARD_KEYS.has(key)
      ? []
      : [{ kind: 'idle-serializer', node: property.key, key }]
  })
}

/** The top-level keys of all records that are written through a variable; undefined when not all of them are in sight. */
function loggedKeys(references: readonly Node[]): Set<string> | undefined {
  const keys = new Set<string>()
  for (const reference of references) {
    const member = reference.parent
    if (member?.type === T.VariableDeclarator && member.id === reference) continue
    const call = member?.type === T.MemberExpression && member.object === reference ? member.parent : undefined
    if (call?.type !== T.CallExpression || call.callee !== member) return undefined
    const [record] = call.arguments
    if (!LEVELS.has(lastName(call.callee) ?? '')) return undefined
    if (!record || record.type === T.Literal || record.type === T.TemplateLiteral) continue
    if (record.type !== T.ObjectExpression) return undefined
    for (const property of record.properties) {
      const key = property.type === T.Property ? propertyName(property) : undefined
      if (key === undefined) return undefined
      keys.add(key)
    }
  }
  return keys
}

const LEVELS = new Set(['trace', 'debug', 'info', 'warn', 'error', 'fatal'])

function hasRedact(file: FileAnalysis, options: Node | undefined, at: readonly string[]): boolean {
  return lookUp(file, options, [...at, 'redact']).status !== 'absent'
}

/** An option that decides and can't be read, e.g. a spread of options from elsewhere. */
function hasUnknownPart(file: FileAnalysis, options: Node, at: readonly string[]): boolean {
  return lookUp(file, options, [...at, 'redact']).status === 'unknown'
}

/** A serializer for a request, a user, a body: the record's confidential part is rewritten there. */
function hasRedactingSerializer(file: FileAnalysis, options: Node | undefined, at: readonly string[]): boolean {
  return lookUp(file, options, [...at, 'serializers']).origins.some(
    (origin) => origin.kind === 'object' && mayRedact(origin),
  )
}

function isOff(file: FileAnalysis, options: Node | undefined, at: readonly string[]): boolean {
  const enabled = lookUp(file, options, [...at, 'enabled']).origins
  const level = lookUp(file, options, [...at, 'level']).origins
  return (
    (enabled.length > 0 && enabled.every((origin) => origin.kind === 'constant' && origin.value === false)) ||
    (level.length > 0 && level.every((origin) => origin.kind === 'constant' && origin.value === 'silent'))
  )
}

/** Redaction that is there and does nothing. */
function redactProblems(
  file: FileAnalysis,
  options: Node | undefined,
  at: readonly string[],
  nestedKey: string | undefined,
): CreationProblem[] {
  const problems: CreationProblem[] = []
  for (const origin of lookUp(file, options, [...at, 'redact']).origins) {
    if (origin.file !== file) continue
    const { items, complete } = pathsOf(origin)
    if (items.length === 0 && complete && origin.kind === 'object')
      problems.push({ kind: 'no-paths', node: origin.node })
    const all = items.map((one) => one.text)
    for (const { text, node } of items) {
      const reason = whyDead(text, all, nestedKey)
      if (reason) problems.push({ kind: 'dead-path', node, path: text, reason, instead: livePaths(text, reason) })
    }
    const censor = lookUp(file, origin.node, ['censor']).origins
    for (const one of censor) {
      if (one.kind === 'function' && isIdentity(one.function))
        problems.push({ kind: 'idle-censor', node: one.function })
    }
  }
  return problems
}

/** `(value) => value`, `(event) => { return event }` */
function isIdentity(fn: FunctionNode): boolean {
  const [parameter] = fn.params
  let result: Node | null | undefined = fn.body
  if (result?.type === T.BlockStatement) {
    const [only, more] = result.body
    result = only?.type === T.ReturnStatement && !more ? only.argument : undefined
  }
  return parameter?.type === T.Identifier && result?.type === T.Identifier && result.name === parameter.name
}

function childProblems(file: FileAnalysis, call: CallNode): CreationProblem[] {
  const options = call.arguments[1]
  const callee = unwrap(call.callee)
  if (!options || callee.type !== T.MemberExpression) return []
  const own = lookUp(file, options, ['redact'])
  if (own.status !== 'present') return []
  const names = file.names(callee.object)
  if (!names.some((name) => /^pino#|^fastify#/u.test(name))) return []
  const problems = redactProblems(file, options, [], undefined)
  const parents = file.origins(callee.object, { derived: false, containers: 'whole' })
  for (const parent of parents) {
    if (parent.kind !== 'call' || parent.call.type === T.TaggedTemplateExpression || parent.members.length > 0) continue
    const inherited = pinoRedactionOf({ call: parent.call, file: parent.file, children: [] }, pinoRow)
    const paths = own.origins.flatMap((origin) => pathsOf(origin))
    if (!inherited?.paths || paths.some((one) => !one.complete)) continue
    const kept = new Set(paths.flatMap((one) => one.items.map((item) => item.text)))
    const missing = inherited.paths.filter((path) => !kept.has(path))
    if (missing.length > 0) problems.push({ kind: 'replaced-by-child', node: options, missing })
  }
  return problems
}

// --- Fastify

function fastifyProblems(file: FileAnalysis, call: CallNode): CreationProblem[] {
  const options = call.arguments[0]
  const logger = lookUp(file, options, ['logger'])
  if (logger.status !== 'present') return []
  const remedy = { text: PINO_REMEDY, call, at: ['logger'], argument: 0 }
  if (
    logger.origins.some((origin) => (origin.kind === 'constant' && origin.value === true) || isCondition(origin.node))
  )
    return [{ kind: 'unredacted', node: call, logger: 'fastify', remedy }]
  if (!logger.origins.some((origin) => origin.kind === 'object')) return []
  return pinoLikeProblems(file, call, fastifyRow, options, ['logger'], 'fastify')
}

/** `logger: process.env.NODE_ENV !== 'test'`: on, at times. */
function isCondition(node: Node): boolean {
  const value = unwrap(node)
  if (value.type === T.UnaryExpression) return value.operator === '!'
  return value.type === T.BinaryExpression && /^(?:[!=]==?|[<>]=?)$/u.test(value.operator)
}

// --- winston

function winstonProblems(file: FileAnalysis, call: CallNode): CreationProblem[] {
  const options = call.arguments.at(-1)
  const silent = lookUp(file, options, ['silent']).origins
  if (silent.length > 0 && silent.every((origin) => origin.kind === 'constant' && origin.value === true)) return []
  if (options && isUnseen(file, options)) return []
  const chain = winstonChain(file, call)
  const problems: CreationProblem[] = []
  if (chain.late) problems.push({ kind: 'late-format', node: chain.late.redactor, after: chain.late.after })
  else if (chain.refilled) problems.push({ kind: 'refilled', node: chain.refilled.splat })
  else if (chain.redacts === 'none')
    problems.push({
      kind: 'unredacted',
      node: call,
      logger: 'winston',
      remedy: { text: '', call, at: [], argument: 0 },
    })
  return problems
}

/** Whether an options expression comes from where the file doesn't show. */
function isUnseen(file: FileAnalysis, options: Node): boolean {
  const origins = file.origins(options, { derived: false, containers: 'whole' })
  return !origins.some((origin) => origin.kind === 'object')
}

// --- bunyan, tslog

function bunyanProblems(file: FileAnalysis, call: CallNode): CreationProblem[] {
  const options = call.arguments[0]
  if (!options || isUnseen(file, options)) return []
  const serializers = lookUp(file, options, ['serializers'])
  const written = literalOf(file, options)?.properties.find(
    (one) => one.type === T.Property && propertyName(one) === 'serializers',
  )
  const isStandard = written?.type === T.Property && /\bstdSerializers$/u.test(file.text.slice(...written.value.range))
  if (serializers.status === 'unknown' && !isStandard) return []
  const isOwn = serializers.origins.some((origin) => {
    if (origin.kind !== 'object')
      return !/\bstdSerializers$/u.test(origin.file.text.slice(...origin.node.range)) && origin.kind !== 'import'
    return (
      origin.node.type === T.ObjectExpression &&
      origin.node.properties.some(
        (property) =>
          property.type === T.Property && !/\bstdSerializers\b/u.test(origin.file.text.slice(...property.value.range)),
      )
    )
  })
  if (isOwn) return idleSerializers(file, call, options)
  return [
    { kind: 'unredacted', node: call, logger: 'bunyan', remedy: { text: BUNYAN_REMEDY, call, at: [], argument: 0 } },
  ]
}

function tslogProblems(file: FileAnalysis, call: CallNode): CreationProblem[] {
  const options = call.arguments[0]
  if (options && isUnseen(file, options)) return []
  const old = lookUp(file, options, ['maskValuesOfKeys'])
  const current = lookUp(file, options, ['mask'])
  const major = installedMajor(file.filename, 'tslog')
  if (old.status === 'present' && current.status === 'absent') {
    // Without an installed package in sight the current version is meant.
    if (major !== undefined && major < 5) return []
    return [
      {
        kind: 'old-setting',
        node: old.origins[0]?.file === file ? old.origins[0].node : call,
        setting: 'maskValuesOfKeys',
        since: 'tslog 5',
        effect: 'values are printed unmasked',
        instead: 'mask.keys',
      },
    ]
  }
  if (tslogMasks(file, options).length > 0 || current.status === 'unknown') return []
  const hidden = lookUp(file, options, ['type']).origins
  if (hidden.length > 0 && hidden.every((origin) => origin.kind === 'constant' && origin.value === 'hidden')) return []
  return [
    { kind: 'unredacted', node: call, logger: 'tslog', remedy: { text: TSLOG_REMEDY, call, at: [], argument: 0 } },
  ]
}

// --- request loggers

/** `server.register({ plugin: HapiPino, options: { … } })`, `server.register(HapiPino)` */
function registeredLogger(file: FileAnalysis, call: CallNode): HttpLoggerRow | undefined {
  const [given] = call.arguments
  if (lastName(call.callee) !== 'register' || !given) return undefined
  const property =
    given.type === T.ObjectExpression
      ? given.properties.find((one) => one.type === T.Property && propertyName(one) === 'plugin')
      : undefined
  const plugin = property?.type === T.Property ? property.value : given
  if (plugin.type !== T.Identifier) return undefined
  const names = file.names(plugin)
  return (httpLoggers as readonly HttpLoggerRow[]).find(
    (row) => row.plugin && row.modules.some((module) => names.includes(`${module}#`)),
  )
}

/** The options of a request logger: an argument, or what `forRootAsync({ useFactory: () => ({ … }) })` gives. */
function httpOptions(file: FileAnalysis, call: CallNode, row: HttpLoggerRow): { options?: Node; isMade: boolean } {
  const given = call.arguments[row.options]
  if (lastName(call.callee) !== 'forRootAsync')
    return given && !(row.plugin && given.type === T.Identifier) ? { options: given, isMade: false } : { isMade: false }
  const [factory] = lookUp(file, given, ['useFactory']).origins
  const results =
    factory?.kind === 'function' && factory.file === file ? returnsOf(factory.function, file.visitorKeys) : []
  return results[0] ? { options: results[0], isMade: true } : { isMade: true }
}

function httpProblems(file: FileAnalysis, call: CallNode, row: HttpLoggerRow): CreationProblem[] {
  const { options, isMade } = httpOptions(file, call, row)
  if ((options && isUnseen(file, options)) || (isMade && !options)) return []
  if (row.decidedBy?.some((name) => lookUp(file, options, [name]).status !== 'absent')) return []
  const under = row.under === undefined ? [] : [row.under]
  const { status, origins } = lookUp(file, options, under)
  if (options && under.length > 0 && status === 'unknown') return []
  // `pinoHttp: [options, stream]`
  const isPair = under.length > 0 && origins.some((origin) => origin.node.type === T.ArrayExpression)
  const at = isPair ? [...under, '0'] : under
  if (row.id === 'express-winston') {
    const meta = lookUp(file, options, ['meta']).origins
    if (meta.length > 0 && meta.every((origin) => origin.kind === 'constant' && origin.value === false)) return []
  }
  const printed = row.id === 'express-winston' ? printedParts(file, options) : undefined
  if (printed && printed.bodies.length > 0) return printed.bodies
  const isRedacted = row.redactedBy.some(
    (name) =>
      lookUp(file, options, [...at, name]).status !== 'absent' && !(name === 'requestWhitelist' && printed?.headers),
  )
  if (isRedacted)
    return lookUp(file, options, [...at, 'redact']).status === 'present'
      ? redactProblems(file, options, at, undefined)
      : []
  const remedy = { text: row.remedy, call, at: under, argument: row.options, ...(isMade && options ? { options } : {}) }
  return [{ kind: 'unredacted', node: call, logger: row.id, remedy }]
}

/** What express-winston is told to print: the headers, confidential members of the body. */
function printedParts(file: FileAnalysis, options: Node | undefined): { headers: boolean; bodies: CreationProblem[] } {
  const listed = (name: string) =>
    lookUp(file, options, [name]).origins.flatMap((origin) => (origin.file === file ? pathsOf(origin).items : []))
  const requested = listed('requestWhitelist')
  const isListed = ['bodyWhitelist', 'bodyBlacklist'].some((name) => lookUp(file, options, [name]).status !== 'absent')
  const body = isListed ? undefined : requested.find((one) => one.text === 'body')
  return {
    headers: requested.some((one) => one.text === 'headers'),
    bodies: [
      ...(body ? [{ kind: 'prints-body', node: body.node } as const] : []),
      ...listed('bodyWhitelist').flatMap((one) => bodyProblem(one.text, one.node)),
    ],
  }
}

/** `expressWinston.requestWhitelist.push('body')`, without a list of the members that are kept or left out. */
function addedToRequest(file: FileAnalysis, call: CallNode): CreationProblem[] {
  if (/\bbody(?:Black|White)list\b/u.test(file.text)) return []
  const node = call.arguments.find((one) => file.string(one) === 'body')
  return node ? [{ kind: 'prints-body', node }] : []
}

function bodyProblem(name: string, node: Node): CreationProblem[] {
  const { kind, class: of } = classifyName(name)
  const isSecret = kind !== 'about' && (of === 'credentials' || of === 'financial' || of === 'nationalId')
  return isSecret ? [{ kind: 'prints-header', node, token: name }] : []
}

/** `expressWinston.bodyWhitelist.push('password')` */
function addedToBody(file: FileAnalysis, call: CallNode): CreationProblem[] {
  return call.arguments.flatMap((one) => bodyProblem(file.string(one) ?? '', one))
}

/** morgan's predefined formats that print the whole URL. */
const MORGAN_FORMATS = new Set(['combined', 'common', 'dev', 'short', 'tiny', 'default'])

function morganProblems(file: FileAnalysis, call: CallNode, strict: boolean): CreationProblem[] {
  const format = call.arguments[file.names(call.callee).includes('morgan#format') ? 1 : 0]
  const problems: CreationProblem[] = []
  if (!format) return problems
  for (const origin of file.origins(format)) {
    if (origin.kind !== 'constant' || typeof origin.value !== 'string' || origin.file !== file) continue
    for (const match of origin.value.matchAll(/:(?:req|res)\[([\w-]{1,60})\]/gu)) {
      const header = confidentialHeaders.find((row) => row.id === match[1]!.toLowerCase())
      if (header?.class === 'credentials') problems.push({ kind: 'prints-header', node: origin.node, token: match[0] })
    }
    if (strict && MORGAN_FORMATS.has(origin.value))
      problems.push({ kind: 'prints-line', node: origin.node, format: origin.value })
  }
  return problems
}

// --- Sentry

function sentryProblems(file: FileAnalysis, call: CallNode, module: string): CreationProblem[] {
  const options = call.arguments[0]
  const pii = lookUp(file, options, ['sendDefaultPii']).origins
  const major = pii.length > 0 ? installedMajor(file.filename, module) : undefined
  if (major !== undefined && major >= 11) {
    if (lookUp(file, options, ['dataCollection']).status !== 'absent') return []
    const node = pii[0]!.file === file ? pii[0]!.node : call
    const effect = 'bodies, query strings and addresses of users are sent'
    return [
      { kind: 'old-setting', node, setting: 'sendDefaultPii', since: 'Sentry 11', effect, instead: 'dataCollection' },
    ]
  }
  if (!pii.some((origin) => origin.kind === 'constant' && origin.value === true)) return []
  const scrub = lookUp(file, options, ['beforeSend'])
  const isScrubbed =
    scrub.status !== 'absent' && !scrub.origins.some((one) => one.kind === 'function' && isIdentity(one.function))
  const [origin] = pii
  return isScrubbed ? [] : [{ kind: 'default-pii', node: origin!.file === file ? origin!.node : call }]
}
