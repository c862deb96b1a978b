import {
  type CallNode,
  escapePattern,
  type FileAnalysis,
  httpLoggers,
  isFunction,
  lastName,
  levelMethods,
  type LoggerRow,
  loggers,
  memberName,
  type Node,
  propertyName,
  type QualifiedName,
  returnsOf,
  splitWords,
  T,
  type TrackerRow,
  trackers,
  unwrap,
} from '@palisade/analysis'
import type { TSESTree } from '@typescript-eslint/utils'
import { loggerPolicy, madeElsewhere, parentOfChild } from './elsewhere.js'
import { assertionSink, exceptionSink, rejectionSink, superSink } from './exception-sinks.js'
import { logFileSink } from './log-files.js'
import { ofFile } from './of-file.js'

/** A place where values leave for a log, a trace or a tracker. */
export interface Sink {
  /** What the values reach, as the message says it. */
  reaches: string
  kind: 'log' | 'error-tracker' | 'trace' | 'analytics' | 'exception' | 'file'
  /** The expressions that are written. */
  values: readonly Node[]
  /** The logger that the call is made on, when its configuration may tell more. */
  logger?: Node
  /** The catalog's row, when a row says what it is. */
  row?: LoggerRow
  /** The key of the record under which a serializer of the logger puts the values. */
  under?: string
  /** Whether only the name of the function says that it logs. */
  byName?: true
}

/** Own loggers of a project: `module#export` or a bare name. */
export interface OwnSinks {
  loggers: readonly string[]
}

interface MethodEntry {
  row: LoggerRow
  loggers: ReadonlySet<QualifiedName>
}

const loggerMethods = new Map<string, MethodEntry[]>()
const trackerMethods = new Map<string, { row: TrackerRow; holders: ReadonlySet<QualifiedName> }[]>()
/** Modules whose loggers are functions: only then is every plain call of a file worth a name. */
const callableModules = new Set<string>()
const callableGlobals = new Set<string>()

for (const row of loggers as readonly LoggerRow[]) {
  const entry = { row, loggers: new Set([...(row.globals ?? []), ...qualified(row.modules, row.loggers)]) }
  for (const method of [...row.writes, ...(row.binds ?? [])]) push(loggerMethods, method, entry)
  if (row.writes.includes('') || row.loggers.includes('')) for (const module of row.modules) callableModules.add(module)
}
for (const row of trackers as readonly TrackerRow[]) {
  const entry = { row, holders: new Set([...(row.globals ?? []), ...qualified(row.modules, row.on)]) }
  for (const method of row.sends) push(trackerMethods, method, entry)
  if (row.sends.includes('')) {
    for (const module of row.modules) callableModules.add(module)
    for (const name of row.globals ?? []) callableGlobals.add(name)
  } else if (row.on.includes('')) for (const module of row.modules) callableModules.add(module)
}

export function qualified(modules: readonly string[], paths: readonly string[]): QualifiedName[] {
  return modules.flatMap((module) => paths.map((path) => `${module}#${path}`))
}

function push<V>(map: Map<string, V[]>, key: string, value: V): void {
  const known = map.get(key)
  if (known) known.push(value)
  else map.set(key, [value])
}

/** Whatever can name a sink or make a logger: a module of the catalogs, a global, or a name that speaks of logs. */
const SINK_WORDS = new RegExp(
  [
    'log|console|std(?:out|err)|Error|Exception|logger|emitWarning|throw\\s|reject\\(|super\\(',
    ...[
      ...new Set([
        ...[...loggers, ...httpLoggers, ...trackers].flatMap((row) => row.modules as readonly string[]),
        ...(trackers as readonly TrackerRow[]).flatMap((row) => [...(row.globals ?? []), ...(row.named ?? [])]),
      ]),
    ].map(escapePattern),
  ].join('|'),
  'iu',
)

/**
 * Can a file with this text hold a sink at all?
 *
 * @param text the file's text.
 */
export function mayHaveSink(text: string): boolean {
  return SINK_WORDS.test(text)
}

/**
 * Does this call write its arguments to a log, a trace, a tracker, or the text of an exception?
 *
 * @param file the call's file.
 * @param call any call or construction.
 * @param own the project's own loggers.
 * @returns the sink, or undefined when the call is none.
 */
export function sinkOf(file: FileAnalysis, call: CallNode, own: OwnSinks): Sink | undefined {
  if (call.type === T.NewExpression) return commandSink(file, call) ?? exceptionSink(file, call)
  const callee = unwrap(call.callee)
  // `(0, logger_1.debug)('…')`: how compilers call what is imported
  const isCompiled = call.callee.type === T.SequenceExpression
  if (callee.type === T.Super) return superSink(call)
  if (lastName(callee) === 'reject') return rejectionSink(call)
  if (callee.type === T.MemberExpression) {
    const method = memberName(callee) ?? file.string(callee.property)
    if (method === undefined) return anyLevelSink(file, call, callee.object)
    return (
      methodSink(file, call, callee.object, method, own) ??
      handedSink(file, call, callee, method, own) ??
      keptSink(file, call, callee.object, method, own) ??
      (isCompiled || (isWindow(callee.object) && callableGlobals.has(method))
        ? functionSink(file, call, method, own)
        : undefined) ??
      logFileSink(file, call, method) ??
      spokenSink(file, call, callee, method) ??
      assertionSink(call)
    )
  }
  if (callee.type === T.Identifier && /^set(?:Timeout|Interval|Immediate)$/u.test(callee.name)) {
    const target = call.arguments[0] && unwrap(call.arguments[0])
    const name = target?.type === T.MemberExpression ? memberName(target) : undefined
    if (target?.type !== T.MemberExpression || name === undefined) return undefined
    const values = call.arguments.slice(callee.name === 'setImmediate' ? 1 : 2)
    return methodSink(file, { callee: target, arguments: values }, target.object, name, own)
  }
  const asserted = assertionSink(call)
  if (asserted) return asserted
  if (callee.type === T.Identifier)
    return aliasedSink(file, call, callee, own) ?? functionSink(file, call, callee.name, own)
  // `createDebug('db')('connected as %s', user)`
  return callee.type === T.CallExpression ? functionSink(file, call, '', own) : undefined
}

/**
 * `debug.formatters.p = redact; log('config %p', config)`: whether a letter that only the project knows says how a value
 * is written.
 *
 * @param sink the sink.
 * @param at which of its values.
 */
export function isWrittenByOwn({ kind, row, values: [text] }: Sink, at: number): boolean {
  if (kind !== 'log' || at === 0 || (row && row.id !== 'debug') || text?.type !== T.Literal) return false
  return /^%[abeghk-np-rt-zA-NP-Z]$/u.test(
    String(text.value)
      .match(/%[a-z%]/giu)
      ?.filter((one) => one !== '%%')[at - 1] ?? '',
  )
}

/**
 * `logError(req, error)`: whether a function of the project, which no library's row describes, is told for which request
 * it logs. What it reads from that can't be seen.
 *
 * @param sink the sink.
 * @param at which of its values.
 */
export function isToldOf({ kind, row, logger, values }: Sink, at: number): boolean {
  const [first] = values
  if (kind !== 'log' || at > 0 || row || logger || values.length < 2 || first?.type !== T.Identifier) return false
  return /^(?:req|request|ctx)$/u.test(first.name)
}

/** `new PutLogEventsCommand({ logEvents })`: what CloudWatch is sent. */
function commandSink(file: FileAnalysis, call: TSESTree.NewExpression): Sink | undefined {
  if (lastName(call.callee) !== 'PutLogEventsCommand') return undefined
  const isKnown = file.names(call.callee).includes('@aws-sdk/client-cloudwatch-logs#PutLogEventsCommand')
  return isKnown ? { reaches: 'CloudWatch', kind: 'log', values: call.arguments } : undefined
}

/** `console[level](…)`, `logger[severity](…)`: a method of a known logger, whichever. */
function anyLevelSink(file: FileAnalysis, call: CallNode, receiver: Node): Sink | undefined {
  const holders = file.names(receiver)
  for (const { row, loggers: known } of loggerMethods.get('info') ?? [])
    if (holders.some((name) => isLogger(name, row, known))) return sinkOfRow(file, row, call, 'info', receiver)
  const name = nameOf(receiver)
  return name !== undefined && isLoggerName(name) && holders.every((one) => !one.includes('()'))
    ? { reaches: labelOf(file, call), kind: 'log', values: call.arguments, logger: receiver }
    : undefined
}

/** A call as far as sinks are concerned: what is called, and with what. */
interface Writing {
  callee: Node
  arguments: readonly TSESTree.CallExpressionArgument[]
}

function methodSink(
  file: FileAnalysis,
  call: Writing,
  receiver: Node,
  method: string,
  own: OwnSinks,
): Sink | undefined {
  return (
    loggerSink(file, call, receiver, method) ??
    trackerSink(file, call, receiver, method) ??
    ownSink(file, call, own) ??
    (levelMethods.has(method) && method !== 'write'
      ? (namedSink(file, call, receiver, method) ??
        shapedSink(file, call, receiver) ??
        importedSink(file, call, receiver))
      : undefined) ??
    (method === 'emit' && isLogRecord(call.arguments[0]) ? namedSink(file, call, receiver, method) : undefined) ??
    (method === 'log' ? contextSink(file, call, receiver) : undefined)
  )
}

/** `logger.emit({ severityText, body })`: a record as OpenTelemetry defines it. */
function isLogRecord(given: Node | undefined): boolean {
  return (
    given?.type === T.ObjectExpression &&
    given.properties.some(
      (one) => one.type === T.Property && /^(?:body|severity(?:Text|Number))$/u.test(propertyName(one) ?? ''),
    )
  )
}

/** `context.log(…)` of a serverless function, a bot or a build step that is given its context; `job.log(…)` of a queue. */
function contextSink(file: FileAnalysis, call: Writing, receiver: Node): Sink | undefined {
  const object = unwrap(receiver)
  if (object.type !== T.Identifier || !/^(?:context|job)$/u.test(object.name)) return undefined
  return file.index.variableOf(object)?.defs[0]?.type === 'Parameter'
    ? { reaches: `${object.name}.log`, kind: 'log', values: call.arguments }
    : undefined
}

/** Methods that call the function that they are given with what they are called on, or with its items. */
const CALLS_BACK = new Set(['then', 'forEach', 'map', 'tap'])

/** A log method that isn't called by name: `console.log.apply(console, values)`, `promise.then(console.log)`. */
function handedSink(
  file: FileAnalysis,
  call: CallNode,
  callee: TSESTree.MemberExpression,
  method: string,
  own: OwnSinks,
): Sink | undefined {
  const isCalled = method === 'call' || method === 'apply'
  if (!isCalled && !CALLS_BACK.has(method)) return undefined
  const given = isCalled ? callee.object : call.arguments[0]
  const target = given && unwrap(given)
  const name = target?.type === T.MemberExpression ? memberName(target) : undefined
  if (target?.type !== T.MemberExpression || name === undefined) return undefined
  const values = !isCalled ? [callee.object] : method === 'apply' ? call.arguments.slice(1, 2) : call.arguments.slice(1)
  return methodSink(file, { callee: target, arguments: values }, target.object, name, own)
}

/**
 * `promise.catch(console.error)`, `promise.then(show, logger.error)`: a log method to which the error of a promise goes.
 *
 * @param file the call's file.
 * @param call any call or construction.
 * @param own the project's own loggers.
 * @returns the sink, whose value is the promise.
 */
export function rejectedSink(file: FileAnalysis, call: CallNode, own: OwnSinks): Sink | undefined {
  const callee = unwrap(call.callee)
  const method = callee.type === T.MemberExpression ? memberName(callee) : undefined
  if (callee.type !== T.MemberExpression || (method !== 'catch' && method !== 'then')) return undefined
  const given = call.arguments[method === 'catch' ? 0 : 1]
  const target = given && unwrap(given)
  const name = target?.type === T.MemberExpression ? memberName(target) : undefined
  return target?.type === T.MemberExpression && name !== undefined
    ? methodSink(file, { callee: target, arguments: [callee.object] }, target.object, name, own)
    : undefined
}

/** `out.print(x)`, where `out` is `{ print: console.log }`: a method under a key of its own. */
function keptSink(file: FileAnalysis, call: CallNode, receiver: Node, method: string, own: OwnSinks): Sink | undefined {
  const definition = receiver.type === T.Identifier ? file.index.variableOf(receiver)?.defs[0] : undefined
  const kept = definition?.type === 'Variable' && definition.node.init ? unwrap(definition.node.init) : undefined
  if (kept?.type !== T.ObjectExpression) return undefined
  const property = kept.properties.find((one) => one.type === T.Property && propertyName(one) === method)
  const target = property?.type === T.Property ? withoutBind(property.value) : undefined
  const name = target?.type === T.MemberExpression ? memberName(target) : undefined
  return target?.type === T.MemberExpression && name !== undefined
    ? methodSink(file, { callee: target, arguments: call.arguments }, target.object, name, own)
    : undefined
}

/** `console.log` of `console.log.bind(console)` */
function withoutBind(node: Node): Node {
  const value = unwrap(node)
  return value.type === T.CallExpression &&
    value.callee.type === T.MemberExpression &&
    memberName(value.callee) === 'bind'
    ? unwrap(value.callee.object)
    : value
}

/** `const { info } = logger`, `const log = console.log.bind(console)`: a method under a name of its own. */
function aliasedSink(file: FileAnalysis, call: CallNode, callee: TSESTree.Identifier, own: OwnSinks): Sink | undefined {
  const definition = file.index.variableOf(callee)?.defs[0]
  if (definition?.type === 'Parameter') return handedInSink(file, call, callee)
  if (definition?.type !== 'Variable' || !definition.node.init) return undefined
  const init = unwrap(definition.node.init)
  if (definition.node.id.type === T.ObjectPattern) {
    const property = (definition.name as Node).parent
    const method = property?.type === T.Property ? propertyName(property) : undefined
    return method === undefined || property?.parent !== definition.node.id
      ? undefined
      : methodSink(file, call, init, method, own)
  }
  // `const print = verbose ? console.log : () => {}`
  if (init.type === T.ConditionalExpression || init.type === T.LogicalExpression) {
    const choices = init.type === T.ConditionalExpression ? [init.consequent, init.alternate] : [init.left, init.right]
    for (const choice of choices.map(unwrap)) {
      const name = choice.type === T.MemberExpression ? memberName(choice) : undefined
      if (choice.type !== T.MemberExpression || name === undefined) continue
      const sink = methodSink(file, { callee: choice, arguments: call.arguments }, choice.object, name, own)
      if (sink) return sink
    }
    return undefined
  }
  const bound = withoutBind(init)
  const method = bound.type === T.MemberExpression ? memberName(bound) : undefined
  return bound.type === T.MemberExpression && method !== undefined
    ? methodSink(file, call, bound.object, method, own)
    : undefined
}

const handsMethodIn = ofFile((file) => /\b(?:console|\w*[lL]og(?:ger)?)\.\w+\s*[,)]/u.test(file.text))

/** `tap(console.log)(value)`, where `tap` calls what it is given: a log method as an argument. */
function handedInSink(file: FileAnalysis, call: CallNode, callee: TSESTree.Identifier): Sink | undefined {
  if (!handsMethodIn(file)) return undefined
  for (const { steps } of file.origins(callee, wholeObjects)) {
    const target = steps.find((step) => step.kind === 'member' && step.node.type === T.MemberExpression)?.node
    const method = target?.type === T.MemberExpression ? memberName(target) : undefined
    if (target?.type !== T.MemberExpression || method === undefined || !levelMethods.has(method)) continue
    const sink = loggerSink(file, { callee: target, arguments: call.arguments }, target.object, method)
    if (sink) return sink
  }
  return undefined
}

function isWindow(node: Node): boolean {
  return node.type === T.Identifier && /^(?:window|globalThis|self)$/u.test(node.name)
}

/** `logger.info(…)` where the logger is known by what made or declares it. */
function loggerSink(file: FileAnalysis, call: Writing, receiver: Node, method: string): Sink | undefined {
  const entries = loggerMethods.get(method)
  if (!entries) return undefined
  for (const name of file.names(call.callee)) {
    const holder = withoutMethod(name, method)
    if (holder === undefined) continue
    for (const { row, loggers: known } of entries)
      if (isLogger(holder, row, known)) return sinkOfRow(file, row, call, method, receiver)
  }
  return undefined
}

/**
 * The row of a logger, by what made it.
 *
 * @param file the file that it stands in.
 * @param logger its expression.
 */
export function loggerRow(file: FileAnalysis, logger: Node): LoggerRow | undefined {
  const names = file.names(logger)
  for (const method of ['info', 'log', ''])
    for (const { row, loggers: known } of loggerMethods.get(method) ?? [])
      if (names.some((name) => isLogger(name, row, known))) return row
  return undefined
}

function isLogger(holder: QualifiedName, row: LoggerRow, known: ReadonlySet<QualifiedName>): boolean {
  let name = holder
  for (let hops = 0; hops < 6; hops++) {
    if (known.has(name)) return true
    const child = row.children?.find((one) => name.endsWith(`.${one}`) || name.endsWith(`#${one}`))
    if (child === undefined) return false
    name = name.slice(0, name.endsWith(`#${child}`) ? -child.length : -child.length - 1)
  }
  return false
}

function sinkOfRow(
  file: FileAnalysis,
  row: LoggerRow,
  call: Writing,
  method: string,
  receiver: Node | undefined,
): Sink | undefined {
  const skip = row.skips?.[method] ?? 0
  const given = call.arguments.slice(skip)
  const values = row.lazy ? given.flatMap((one) => lazyParts(file, one)) : given
  const isFactory = row.binds?.includes(method) && !row.writes.includes(method)
  return {
    reaches: labelOf(file, call),
    kind: 'log',
    // A child's second argument is its options.
    values: isFactory ? values.slice(0, method === 'child' ? 1 : undefined) : values,
    ...(receiver ? { logger: receiver } : {}),
    row,
  }
}

/** `logger.debug((l) => l\`key ${key}\`)`, `logger.debug('key', () => ({ key }))`: what such a function returns. */
function lazyParts(file: FileAnalysis, given: Node): readonly Node[] {
  const fn = unwrap(given)
  if (!isFunction(fn)) return [given]
  return returnsOf(fn, file.visitorKeys).flatMap((one): readonly Node[] =>
    one.type === T.TaggedTemplateExpression ? one.quasi.expressions : [one],
  )
}

function trackerSink(file: FileAnalysis, call: Writing, receiver: Node, method: string): Sink | undefined {
  const entries = trackerMethods.get(method)
  if (!entries) return undefined
  const receiverName = nameOf(receiver)
  for (const { row, holders } of entries) {
    const isNamed =
      receiverName !== undefined && (row.named?.includes(receiverName) || row.globals?.includes(receiverName))
    if (row.givenBy && isGiven(file, receiver, row)) return sentBy(file, row, call, method)
    // Names are asked for only where the file speaks of the service at all.
    if (!isNamed && !file.types.available && !row.modules.some((module) => file.index.modules.has(module))) continue
    const names = file.names(call.callee)
    const isKnown = names.some((name) => {
      const holder = withoutMethod(name, method)
      return holder !== undefined && holders.has(holder)
    })
    if (isKnown || (receiverName !== undefined && row.named?.includes(receiverName) && !isOwnObject(file, receiver)))
      return sentBy(file, row, call, method)
  }
  return undefined
}

function sentBy(file: FileAnalysis, row: TrackerRow, call: Writing, method: string): Sink {
  return { reaches: labelOf(file, call), kind: row.kind, values: call.arguments.slice(0, row.takes?.[method]) }
}

/** `Sentry.withScope((s) => s.setTag(…))`: whether a method of the service hands the object to a callback. */
function isGiven(file: FileAnalysis, receiver: Node, row: TrackerRow): boolean {
  if (receiver.type !== T.Identifier || !row.modules.some((module) => file.index.modules.has(module))) return false
  const definition = file.index.variableOf(receiver)?.defs[0]
  const around = definition?.type === 'Parameter' ? (definition.node as Node).parent : undefined
  // `Bugsnag.start({ onError(event) { … } })`
  if (around?.type === T.Property) {
    const call = around.parent.parent
    return (
      call?.type === T.CallExpression &&
      row.givenBy!.includes(propertyName(around) ?? '') &&
      row.givenBy!.includes(lastName(call.callee) ?? '')
    )
  }
  return (
    around?.type === T.CallExpression &&
    around.callee !== definition?.node &&
    row.givenBy!.includes(lastName(around.callee) ?? '')
  )
}

/** Whether the file itself makes the object, so that its name says nothing. */
function isOwnObject(file: FileAnalysis, receiver: Node): boolean {
  const origins = file.origins(receiver, wholeObjects)
  return origins.length > 0 && origins.every((origin) => origin.kind === 'object' || origin.kind === 'constant')
}

const wholeObjects = { derived: false, containers: 'whole' } as const

function ownSink(file: FileAnalysis, call: Writing, own: OwnSinks): Sink | undefined {
  if (own.loggers.length === 0) return undefined
  const text = file.text.slice(...unwrap(call.callee).range)
  const names = [...file.names(call.callee), text]
  const isOwn = own.loggers.some((logger) =>
    names.some(
      (name) =>
        name === logger || name.endsWith(`/${logger}`) || name.startsWith(`${logger}.`) || endsWithOwn(name, logger),
    ),
  )
  return isOwn ? { reaches: labelOf(file, call), kind: 'log', values: call.arguments } : undefined
}

/** `./log#audit` is meant by `audit`, and `./audit#write` by `./audit#`. */
function endsWithOwn(name: QualifiedName, logger: string): boolean {
  return (
    name.endsWith(`#${logger}`) || name.includes(`#${logger}.`) || (logger.endsWith('#') && name.startsWith(logger))
  )
}

/**
 * `log.info(…)` where a logger is known by its name only: it is imported, passed in, or a member, and the method is a
 * level.
 */
function namedSink(file: FileAnalysis, call: Writing, receiver: Node, method: string): Sink | undefined {
  const parent = parentOfChild(file, unwrap(receiver))
  const isNamed = [receiver, ...(parent ? [parent] : [])].some((one) => isLoggerName(nameOf(one) ?? ''))
  if (!isNamed && !isFromLoggerModule(file, receiver)) return undefined
  // `logger.log(x)` logs; `catalog.log` and `Math.log` were sorted out by the name.
  if (method === 'http' && call.arguments.length === 0) return undefined
  return { reaches: labelOf(file, call), kind: 'log', values: call.arguments, logger: receiver }
}

/** `import audit from './audit-logger'`: what a module of the project that is called a logger exports. */
function isFromLoggerModule(file: FileAnalysis, receiver: Node): boolean {
  const modules = [...file.index.modules].filter((one) => /^[.~@#]/u.test(one) && isLoggerName(moduleName(one)))
  if (modules.length === 0 || unwrap(receiver).type !== T.Identifier) return false
  return file
    .origins(receiver, wholeObjects)
    .some((origin) => origin.kind === 'import' && origin.members.length === 0 && modules.includes(origin.module))
}

function moduleName(module: string): string {
  return module.slice(module.lastIndexOf('/') + 1).replace(/\.[cm]?[jt]s$/u, '')
}

/** `log`, `logger`, `auditLog`, `this.requestLogger`, `getLogger()`. */
export function isLoggerName(name: string): boolean {
  const words = splitWords(name)
  const last = words.at(-1)
  if (words.length === 1 && LIBRARIES.has(last!)) return true
  return last === 'logger' || last === 'log' || last === 'loggers' || (last === 'logging' && words.length === 1)
}

/**
 * `audit.info(…)` where the file itself makes the logger: an instance of a class, or an object, with methods for several
 * levels. One that redacts what it is given is none.
 */
function shapedSink(file: FileAnalysis, call: Writing, receiver: Node): Sink | undefined {
  const own = ownLoggers(file)
  if (own.size === 0) return undefined
  const isOwn = file.origins(receiver, wholeObjects).some((origin) => {
    if (origin.members.length > 0) return false
    if (origin.kind === 'object') return own.has(origin.node)
    if (origin.kind !== 'call' || origin.call.type !== T.NewExpression) return false
    return file.origins(origin.call.callee, wholeObjects).some((one) => one.kind === 'class' && own.has(one.class.body))
  })
  return isOwn ? { reaches: labelOf(file, call), kind: 'log', values: call.arguments } : undefined
}

/** What the text of an own logger says that takes confidential things out. */
export const REDACTS = /redact|mask|sanitiz|scrub|censor/iu

const shapes = new WeakMap<FileAnalysis, ReadonlySet<Node>>()

/** Levels that little else has methods for. */
const SURE_LEVELS = new Set(['debug', 'info', 'warn', 'warning', 'fatal', 'verbose', 'trace'])

/** The bodies of classes and the object literals of the file that have methods for two levels or more. */
function ownLoggers(file: FileAnalysis): ReadonlySet<Node> {
  const known = shapes.get(file)
  if (known) return known
  const levels = new Map<Node, number>()
  for (const fn of file.index.functions) {
    const { parent } = fn
    if (parent.type !== T.MethodDefinition && parent.type !== T.Property && parent.type !== T.PropertyDefinition)
      continue
    const name = propertyName(parent)
    if (name !== undefined && SURE_LEVELS.has(name)) levels.set(parent.parent, (levels.get(parent.parent) ?? 0) + 1)
  }
  const found = new Set(
    [...levels]
      .filter(([node, count]) => count > 1 && !REDACTS.test(file.text.slice(...node.range)))
      .map(([node]) => node),
  )
  shapes.set(file, found)
  return found
}

const LOGGER_MODULES = new RegExp(
  `['"](?:${[...new Set(loggers.flatMap((row) => row.modules as readonly string[]))].map(escapePattern).join('|')})['"/]`,
  'u',
)

/** `audit.info(…)`, where another source file makes it with a known library. */
function importedSink(file: FileAnalysis, call: Writing, receiver: Node): Sink | undefined {
  const origins = importsRelatively(file) ? file.origins(receiver, loggerPolicy) : []
  const isLogger = origins.some((origin) =>
    madeElsewhere(origin, (text) => LOGGER_MODULES.test(text)).some(
      (one) => loggerRow(one.file, one.node) !== undefined,
    ),
  )
  return isLogger ? { reaches: labelOf(file, call), kind: 'log', values: call.arguments, logger: receiver } : undefined
}

const importsRelatively = ofFile((file) => [...file.index.modules].some((module) => /^[.~@#]/u.test(module)))

/** Libraries whose default logger is used under the library's own name. */
const LIBRARIES = new Set(['winston', 'pino', 'bunyan', 'consola', 'signale', 'log4js', 'loglevel', 'npmlog', 'tslog'])

/** What a receiver is called: its last name; for a call, what is called. */
function nameOf(node: Node): string | undefined {
  const expression = unwrap(node)
  if (expression.type === T.Identifier) return withoutNumber(expression.name)
  if (expression.type === T.MemberExpression) {
    const name = memberName(expression)
    // `logger_1.default`: what a compiler makes of `import logger from './logger'`
    return name === 'default' ? nameOf(expression.object) : name
  }
  if (expression.type === T.CallExpression) return lastName(expression.callee)
  return undefined
}

/** `logger_1`, `log$2`: the names that compilers and bundlers give to imports. */
function withoutNumber(name: string): string {
  return name.replace(/[_$]\d+$/u, '')
}

/** What holds a method that logs, besides loggers: the program itself, or what it is a part of. */
const SPEAKERS =
  /^(?:_?this|self|that|me|parent|platform|adapter|plugin|app|server|node|bot|api|ctx|context|accessory|service|worker)$/u

/**
 * `this.log('…')`, `parent.debug('…')`, `this.logError(…)`: a method that another file or a base class defines, and whose
 * name and text say that it logs.
 */
function spokenSink(
  file: FileAnalysis,
  call: TSESTree.CallExpression,
  callee: TSESTree.MemberExpression,
  method: string,
): Sink | undefined {
  const [first] = call.arguments
  if (!first || callee.computed || (method !== 'log' && method !== 'debug' && !/^(?:debugLog|log[A-Z])/u.test(method)))
    return undefined
  const isLong = method !== 'log' && method !== 'debug'
  if (isLong ? !isLoggingFunctionName(method) : !isText(first)) return undefined
  const receiver = unwrap(callee.object)
  if (
    method === 'log' &&
    ((receiver.type !== T.ThisExpression && !SPEAKERS.test(nameOf(receiver) ?? '')) || isInCommand(call))
  )
    return undefined
  const isOwn = file
    .origins(callee, wholeObjects)
    .some(({ kind, node }) => kind === 'class' || (kind === 'function' && !logsAsField(file, node)))
  if (isOwn) return undefined
  return { reaches: labelOf(file, call), kind: 'log', values: call.arguments }
}

/** `this.log = function (...texts) { logger.info(...texts) }`: what is called on another method's `this` isn't followed. */
function logsAsField(file: FileAnalysis, fn: Node): boolean {
  return (
    fn.parent?.type === T.AssignmentExpression &&
    /\b(?:console|\w*log(?:ger)?)\.\w+\(/iu.test(file.text.slice(...fn.range))
  )
}

/** Whether an expression is a text as it is written. */
function isText(node: Node): boolean {
  const value = unwrap(node)
  if (value.type === T.BinaryExpression) return value.operator === '+' && (isText(value.left) || isText(value.right))
  return value.type === T.TemplateLiteral || (value.type === T.Literal && typeof value.value === 'string')
}

/** Whether a call stands in a class of a command, whose `log` is what the command was started for. */
function isInCommand(call: Node): boolean {
  for (let node: Node | undefined = call; node; node = node.parent)
    if (node.type === T.ClassDeclaration || node.type === T.ClassExpression)
      return /Command$/u.test((node.superClass && lastName(node.superClass)) ?? '')
  return false
}

/** `debug(…)`, `log(…)`, `logError(…)`: functions that log. */
function functionSink(file: FileAnalysis, call: CallNode, name: string, own: OwnSinks): Sink | undefined {
  const mayBeKnown =
    callableGlobals.has(name) || [...file.index.modules].some((module) => callableModules.has(bare(module)))
  if (mayBeKnown) {
    const names = file.names(call.callee)
    for (const { row, loggers: known } of loggerMethods.get('') ?? [])
      if (names.some((one) => isLogger(one, row, known))) return sinkOfRow(file, row, call, '', undefined)
    const imported = importedMethodSink(file, call, names)
    if (imported) return imported
    for (const [method, entries] of trackerMethods) {
      for (const { row, holders } of entries)
        if (names.some((one) => holders.has(withoutMethod(one, method) ?? '\0'))) return sentBy(file, row, call, method)
    }
  }
  const byOwn = ownSink(file, call, own)
  if (byOwn) return byOwn
  // `const log = logger(config)` makes one.
  const makesOne = call.parent.type === T.VariableDeclarator || call.parent.type === T.MemberExpression
  if (isLoggingFunctionName(name) && !makesOne && !isMiddlewareCall(call) && isFromElsewhere(file, call.callee))
    return { reaches: labelOf(file, call), kind: 'log', values: call.arguments, byName: true }
  return logFileSink(file, call, name)
}

/** `import { info } from 'npmlog'`: a method of a module that is a logger itself. */
function importedMethodSink(file: FileAnalysis, call: CallNode, names: readonly QualifiedName[]): Sink | undefined {
  for (const name of names) {
    const [module = '', method = ''] = name.split('#')
    for (const { row, loggers: known } of loggerMethods.get(method) ?? [])
      if (method !== '' && known.has(`${module}#`)) return sinkOfRow(file, row, call, method, undefined)
  }
  return undefined
}

function bare(module: string): string {
  return module.startsWith('node:') ? module.slice(5) : module
}

const LOG_FUNCTION =
  /^(?:log|logger|debugLog|auditLog|errorLog|console[_.]?log)$|^log(?:Info|Error|Errors|Warn|Warning|Debug|Trace|Message|Event|Request|Line|ToFile|ToConsole)$/u

function isLoggingFunctionName(name: string): boolean {
  return LOG_FUNCTION.test(name)
}

/** `log(req, res, next)`: middleware, which prints what it was told to. */
function isMiddlewareCall(call: CallNode): boolean {
  const last = call.arguments.at(-1)
  return call.arguments.length > 2 && last?.type === T.Identifier && last.name === 'next'
}

/** Whether the file imports a function, or is given it: what it does can't be seen, so its name has to say. */
function isFromElsewhere(file: FileAnalysis, callee: Node): boolean {
  return file
    .origins(callee, wholeObjects)
    .some((origin) => origin.kind === 'import' || origin.kind === 'parameter' || origin.kind === 'call')
}

// --- words

function withoutMethod(name: QualifiedName, method: string): QualifiedName | undefined {
  if (method === '') return name
  if (name.endsWith(`.${method}`)) return name.slice(0, -method.length - 1)
  if (name.endsWith(`#${method}`)) return name.slice(0, -method.length)
  return undefined
}

/** What the code calls the sink, shortened: `console.log`, `this.logger.warn`, `Sentry.setContext`. */
function labelOf(file: FileAnalysis, call: Writing): string {
  const text = file.text.slice(...unwrap(call.callee).range).replace(/\s+/gu, '')
  return text.length <= 40 && !/[({[]/u.test(text) ? text : `${lastName(call.callee) ?? 'the logger'}()`
}

const TAGGED_LEVELS = new Set(['trace', 'debug', 'info', 'warn', 'warning', 'error', 'fatal'])

/**
 * LogTape's tagged templates: `` logger.info`user ${user}` ``.
 *
 * @param file the template's file.
 * @param node any tagged template.
 */
export function taggedSink(file: FileAnalysis, node: TSESTree.TaggedTemplateExpression): Sink | undefined {
  const tag = unwrap(node.tag)
  const method = tag.type === T.MemberExpression ? memberName(tag) : undefined
  if (tag.type !== T.MemberExpression || method === undefined || !TAGGED_LEVELS.has(method)) return undefined
  const row = (loggers as readonly LoggerRow[]).find((one) => one.id === 'logtape')!
  const known = new Set(qualified(row.modules, row.loggers))
  const isKnown = file.names(tag).some((name) => isLogger(withoutMethod(name, method) ?? '', row, known))
  const name = nameOf(tag.object)
  if (!isKnown && (name === undefined || !isLoggerName(name))) return undefined
  return { reaches: file.text.slice(...tag.range), kind: 'log', values: node.quasi.expressions, logger: tag.object }
}
