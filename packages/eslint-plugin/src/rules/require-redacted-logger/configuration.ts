import {
  type CallNode,
  contains,
  type FileAnalysis,
  type FunctionNode,
  isFunction,
  lastName,
  type LoggerRow,
  memberName,
  type Node,
  type Origin,
  T,
  unwrap,
} from '@palisade/analysis'
import type { TSESTree } from '@typescript-eslint/utils'
import { isRedactorName } from './barriers.js'
import { loggerPolicy, madeElsewhere } from './elsewhere.js'
import { lookUp, stringsIn } from './option-lookup.js'
import { pinoRedacts } from './pino-paths.js'
import { loggerRow, REDACTS } from './sinks.js'

/** The creation of a logger, and how it was reached. */
export interface Creation {
  call: CallNode
  file: FileAnalysis
  /** What kind of logger it makes, where the catalog knows it. */
  row: LoggerRow | undefined
  /** `.child()` calls between the creation and the logger that was asked about, outermost first. */
  children: readonly CallNode[]
}

/** Where a value stands in what is logged. */
interface RecordPlace {
  /** The keys that lead to it. */
  record: readonly string[]
  /** Whether it is part of a text. */
  inText: boolean
  /** Whether a serializer of the logger has put it there. */
  isSerialized: boolean
}

/** Does the logger's own redaction take the value out? */
export type Verdict =
  | { is: 'redacted' }
  /** It redacts, but this value, or this member of a whole object, stands where no redaction reaches. */
  | { is: 'missed'; because: 'path' | 'text'; member?: readonly string[] }
  /** It redacts nothing, or what it does can't be seen. */
  | { is: 'unknown' }

/** How many files a logger may be handed through. */
const MOST_FILES = 3

/** A logger of the project's own, which redacts what it is given. */
const REDACTOR = 'redactor'

/** The creations of a logger: in the file, and where it is imported, in the source file that makes it. */
function creationsOf(
  file: FileAnalysis,
  logger: Node,
  row: LoggerRow | undefined,
  depth = 0,
): (Creation | typeof REDACTOR)[] {
  if (row?.id === 'fastify' && !(logger.type === T.CallExpression && isFastifyCreation(file, logger))) {
    const app = file.index.calls.filter((call) => isFastifyCreation(file, call))
    return app.map((call) => ({ call, file, row, children: [] }))
  }
  return file.origins(logger, loggerPolicy).flatMap((origin) => {
    const children = origin.steps.flatMap((step) =>
      step.kind === 'through' && step.node.type === T.CallExpression ? [step.node] : [],
    )
    const elsewhere = depth < MOST_FILES ? madeElsewhere(origin) : []
    const made = elsewhere.flatMap((one) =>
      creationsOf(one.file, one.node, loggerRow(one.file, one.node), depth + 1).map((creation) =>
        creation === REDACTOR ? creation : { ...creation, children: [...creation.children, ...children] },
      ),
    )
    if (redactsItself(origin)) return [REDACTOR]
    if (made.length > 0 || origin.kind !== 'call' || origin.call.type === T.TaggedTemplateExpression) return made
    return [{ call: origin.call, file: origin.file, row, children }]
  })
}

/** Whether a logger is an object or an instance of a class whose own methods redact. */
function redactsItself(origin: Origin): boolean {
  const own = origin.kind === 'object' ? origin.node : ownClass(origin)
  return own !== undefined && REDACTS.test(origin.file.text.slice(...own.range))
}

/** `new AuditLogger()`, of a class of the same file. */
function ownClass(origin: Origin): Node | undefined {
  if (origin.kind !== 'call' || origin.call.type !== T.NewExpression) return undefined
  const [made] = origin.file.origins(origin.call.callee, { derived: false })
  return made?.kind === 'class' && made.file === origin.file ? made.class : undefined
}

/** Whether a call is `fastify()`. */
export function isFastifyCreation(file: FileAnalysis, call: CallNode): boolean {
  if (!/fastify/iu.test(lastName(call.callee) ?? '') && !file.index.modules.has('fastify')) return false
  return file.names(call.callee).some((name) => /^fastify#(?:fastify|Fastify|default)?$/u.test(name))
}

/**
 * Does the logger's configuration redact a value that stands at this place of the record?
 *
 * @param file the file that logs.
 * @param logger the expression of the logger.
 * @param row the logger's row, where the file shows what it is.
 * @param place where the value stands.
 */
export function verdictOf(file: FileAnalysis, logger: Node, row: LoggerRow | undefined, place: RecordPlace): Verdict {
  if (!place.isSerialized) {
    // Fastify writes only the method and the URL of what it finds under these keys.
    if (row?.id === 'fastify' && /^re[qs]$/u.test(place.record[0] ?? '')) return { is: 'redacted' }
    if (hasSerializer(file, logger, place.record)) return { is: 'redacted' }
  }
  const creations = creationsOf(file, logger, row)
  if (creations.length === 0) return { is: 'unknown' }
  let worst: Verdict = { is: 'redacted' }
  for (const creation of creations) {
    if (creation === REDACTOR) continue
    const verdict = verdictOfCreation(creation, place)
    if (verdict.is === 'unknown') return verdict
    if (verdict.is === 'missed') worst = verdict
  }
  return worst
}

function verdictOfCreation(creation: Creation, { record, inText, isSerialized }: RecordPlace): Verdict {
  const { call, file, row } = creation
  const options = call.arguments[0]
  const asText = inText || record.length === 0
  switch (row?.redaction) {
    case 'pino-paths': {
      // Only what is pino, or has pino inside, has its options where they are looked for.
      const redaction = /^(?:pino|fastify|adonis)$/u.test(row.id) ? pinoRedactionOf(creation, row) : undefined
      if (redaction === undefined) return { is: 'unknown' }
      if (!isSerialized && redaction.serialized.has(record[0] ?? '')) return { is: 'redacted' }
      if (redaction.paths === undefined) return asText ? { is: 'missed', because: 'text' } : { is: 'redacted' }
      if (asText) return { is: 'missed', because: 'text' }
      const reaches = pinoRedacts(redaction.paths, record) || redaction.paths.some((path) => isBelow(path, record))
      return reaches ? { is: 'redacted' } : { is: 'missed', because: 'path' }
    }
    case 'winston-format': {
      const chain = winstonChain(file, call)
      if (chain.redacts === 'none') return { is: 'unknown' }
      if (!asText && chain.keys && chain.redacts === 'members')
        return chain.keys.includes(record[0]!) ? { is: 'redacted' } : { is: 'missed', because: 'path' }
      if (!asText || chain.redacts === 'message' || chain.redacts === 'unseen') return { is: 'redacted' }
      return { is: 'missed', because: 'text' }
    }
    case 'serializers': {
      const key = record[0]
      if (key === undefined || inText || isSerialized) return { is: 'unknown' }
      const serializer = lookUp(file, options, ['serializers', key])
      return serializer.status === 'present' ? { is: 'redacted' } : { is: 'unknown' }
    }
    case 'mask-keys': {
      const masked = tslogMasks(file, options)
      if (masked.length === 0) return { is: 'unknown' }
      if (masked === 'unseen') return asText ? { is: 'unknown' } : { is: 'redacted' }
      if (asText) return { is: 'missed', because: 'text' }
      return record.some((key) => masked.includes(key)) ? { is: 'redacted' } : { is: 'missed', because: 'path' }
    }
    case 'replacer':
      return !asText && lookUp(file, options, ['jsonReplacerFn']).status !== 'absent'
        ? { is: 'redacted' }
        : { is: 'unknown' }
    case 'secrets':
      return lookUp(file, options, ['secrets']).status !== 'absent' ? { is: 'redacted' } : { is: 'unknown' }
    case 'sinks':
      return !asText && file.index.modules.has('@logtape/redaction') ? { is: 'redacted' } : { is: 'unknown' }
    default:
      return { is: 'unknown' }
  }
}

/** Whether the logger is a child with a serializer of its own for what is logged: `log.child({ serializers: { req } })`. */
function hasSerializer(file: FileAnalysis, logger: Node, record: readonly string[]): boolean {
  const [key] = record
  if (key === undefined || !file.text.includes('serializers')) return false
  return file.origins(logger, { containers: 'whole', derived: false }).some((origin) => {
    if (origin.kind !== 'call' || origin.call.type !== T.CallExpression || lastName(origin.call.callee) !== 'child')
      return false
    const { arguments: given } = origin.call
    return given.some((options) => {
      if (lookUp(file, options, ['serializers']).status === 'absent') return false
      return lookUp(file, options, ['serializers', key]).status !== 'absent'
    })
  })
}

/** A container is as good as redacted when a path reaches something in it. */
function isBelow(path: string, record: readonly string[]): boolean {
  return record.length > 0 && path.startsWith(`${record.join('.')}.`)
}

// --- pino and what is built on it

export interface PinoRedaction {
  /** The paths; undefined when they can't be read. */
  paths: readonly string[] | undefined
  nodes: readonly { text: string; node: Node }[]
  /** Keys with a serializer of one's own. */
  serialized: ReadonlySet<string>
  nestedKey: string | undefined
}

/** The path of pino's options inside the creation's first argument. */
export function pinoOptionsPath(row: LoggerRow): readonly string[] {
  return row.optionsAt === undefined ? [] : [row.optionsAt]
}

/**
 * What a pino logger redacts.
 *
 * @param creation the creation, with children on the way.
 * @param row the row: pino itself, or Fastify, whose pino options stand under `logger`.
 * @returns undefined when it redacts nothing.
 */
export function pinoRedactionOf(creation: Omit<Creation, 'row'>, row: LoggerRow): PinoRedaction | undefined {
  const { call, file, children } = creation
  const at = pinoOptionsPath(row)
  const options = call.arguments[0]
  let redact = lookUp(file, options, [...at, 'redact'])
  for (const child of children) {
    const own = lookUp(file, child.arguments[1], ['redact'])
    if (own.status === 'present') redact = own
  }
  const serialized = new Set<string>()
  const serializers = lookUp(file, options, [...at, 'serializers'])
  for (const origin of serializers.origins)
    if (origin.node.type === T.ObjectExpression)
      for (const property of origin.node.properties)
        if (property.type === T.Property && property.key.type === T.Identifier && isFunction(unwrap(property.value)))
          serialized.add(property.key.name)
  if (redact.status === 'unknown') return { paths: undefined, nodes: [], serialized, nestedKey: undefined }
  if (redact.status === 'absent') {
    if (redactsRecords(file, options, at)) return { paths: undefined, nodes: [], serialized, nestedKey: undefined }
    return serialized.size > 0 ? { paths: [], nodes: [], serialized, nestedKey: undefined } : undefined
  }
  const nestedKey = lookUp(file, options, [...at, 'nestedKey']).origins[0]
  const nodes: { text: string; node: Node }[] = []
  let complete = true
  for (const origin of redact.origins) {
    const read = pathsOf(origin)
    nodes.push(...read.items)
    complete &&= read.complete
  }
  return {
    paths: complete ? nodes.map((one) => one.text) : undefined,
    nodes,
    serialized,
    nestedKey: nestedKey?.kind === 'constant' && typeof nestedKey.value === 'string' ? nestedKey.value : undefined,
  }
}

/** The paths of `redact: [...]` and of `redact: { paths: [...] }`. */
export function pathsOf(origin: Origin): { items: readonly { text: string; node: Node }[]; complete: boolean } {
  if (origin.kind === 'object' && origin.node.type === T.ObjectExpression) {
    const paths = lookUp(origin.file, origin.node, ['paths'])
    const [inner] = paths.origins
    return inner ? stringsIn(inner) : { items: [], complete: paths.status === 'absent' }
  }
  return stringsIn(origin)
}

/** Hooks and formatters that may change the whole record. */
function redactsRecords(file: FileAnalysis, options: Node | undefined, at: readonly string[]): boolean {
  for (const path of [
    ['formatters', 'log'],
    ['hooks', 'logMethod'],
    ['hooks', 'streamWrite'],
  ]) {
    const found = lookUp(file, options, [...at, ...path])
    if (found.status === 'unknown') return true
    if (found.origins.some((origin) => mayRedact(origin))) return true
  }
  return false
}

const REDACTING_WORDS =
  /redact|mask|sanitiz|sanitis|scrub|censor|obfuscat|anonym|omit|\bdelete\b|\*\*\*|password|secret|token|sensitive|\bpii\b/iu

/** Whether a function, as far as its text shows, takes something out of what it is given. */
export function mayRedact(origin: Origin): boolean {
  if (origin.kind === 'function' || origin.kind === 'object')
    return REDACTING_WORDS.test(origin.file.text.slice(...origin.node.range))
  if (origin.kind === 'constant') return false
  return true
}

// --- winston

export interface WinstonChain {
  /** What redacts: a format that also looks at the message, one that changes members, one that the file doesn't show. */
  redacts: 'none' | 'members' | 'message' | 'unseen'
  /** For members: the top-level keys that are changed, when that is all that the redactors do. */
  keys?: readonly string[]
  /** A redactor that stands after a format that has written the record already. */
  late?: { redactor: Node; after: string }
  /** A `splat()` after the redactor, which adds the values again. */
  refilled?: { splat: Node }
}

/** winston's own formats: none redacts. Those that write the record (`Symbol.for('message')`) come first. */
const SERIALIZING_FORMATS = new Set(['json', 'simple', 'prettyPrint', 'logstash', 'printf', 'cli'])
const PLAIN_FORMATS = new Set([
  'timestamp',
  'colorize',
  'errors',
  'splat',
  'align',
  'label',
  'metadata',
  'ms',
  'padLevels',
  'uncolorize',
])

/**
 * Reads the formats of `winston.createLogger` in their order.
 *
 * @param file the call's file.
 * @param call the creation.
 */
export function winstonChain(file: FileAnalysis, call: CallNode): WinstonChain {
  const options = call.arguments.at(-1)
  const chain: WinstonChain = { redacts: 'none' }
  const format = lookUp(file, options, ['format'])
  if (format.status === 'unknown') return { redacts: 'unseen' }
  readFormats(file, format.origins, chain)
  const writer = format.origins
    .flatMap((origin) => partsOf(origin, 0))
    .find((part) => SERIALIZING_FORMATS.has(part.name ?? ''))?.name
  const transports = lookUp(file, options, ['transports'])
  if (transports.status === 'unknown' && chain.redacts === 'none') return { redacts: 'unseen' }
  for (const origin of transports.origins) readTransports(origin, chain, writer)
  return chain
}

function readFormats(file: FileAnalysis, origins: readonly Origin[], chain: WinstonChain, before?: string): void {
  const parts = origins.flatMap((origin) => partsOf(origin, 0))
  // What the logger's own format has written is written again when a transport's format writes too.
  let serializer = parts.some((part) => SERIALIZING_FORMATS.has(part.name ?? '')) ? undefined : before
  let redactor: Node | undefined
  for (const part of parts) {
    if (part.name !== undefined && SERIALIZING_FORMATS.has(part.name)) {
      if (part.node && part.name === 'printf' && REDACTING_WORDS.test(part.file.text.slice(...part.node.range)))
        chain.redacts = 'message'
      serializer ??= part.name
    } else if (part.name === 'splat' && redactor && part.node && !chain.late) chain.refilled = { splat: part.node }
    else if (part.name !== undefined && PLAIN_FORMATS.has(part.name)) continue
    else if (part.redacts) {
      if (serializer !== undefined && part.node && part.redacts !== 'unseen' && !part.rewritesText) {
        chain.late = { redactor: part.node, after: serializer }
        continue
      }
      redactor = part.node
      chain.keys =
        part.keys && (chain.keys || chain.redacts === 'none') ? [...(chain.keys ?? []), ...part.keys] : undefined
      if (chain.redacts === 'none' || part.redacts === 'message') chain.redacts = part.redacts
    }
  }
}

interface FormatPart {
  name: string | undefined
  node: Node | undefined
  file: FileAnalysis
  redacts: 'members' | 'message' | 'unseen' | undefined
  /** The top-level keys that it changes, when its code says so plainly. */
  keys?: readonly string[] | undefined
  /** Whether it changes the text that another format has written, which works after that one. */
  rewritesText?: boolean
}

/** The formats that a `format` option is made of, in order. */
function partsOf(origin: Origin, depth: number): FormatPart[] {
  const { file, node } = origin
  if (depth > 6) return [{ name: undefined, node, file, redacts: 'unseen' }]
  if (origin.kind === 'call' && origin.call.type !== T.TaggedTemplateExpression) {
    const name = lastName(origin.call.callee)
    const names = file.names(origin.call.callee)
    if (names.some((one) => /^(?:winston|logform)#(?:default\.)?(?:format\.)?combine$/u.test(one)))
      return origin.call.arguments.flatMap((argument): FormatPart[] =>
        argument.type === T.SpreadElement
          ? [{ name: undefined, node: argument, file, redacts: 'unseen' }]
          : formatOrigins(file, argument).flatMap((one) => partsOf(one, depth + 1)),
      )
    if (names.some((one) => /^(?:winston|logform)#/u.test(one) && !one.includes('()')))
      return [{ name, node: origin.call, file, redacts: undefined }]
    return [customPart(file, origin.call, origin.call.callee)]
  }
  if (origin.kind === 'constant') return []
  return [{ name: undefined, node, file, redacts: isPlainImport(origin) ? undefined : 'unseen' }]
}

function isPlainImport(origin: Origin): boolean {
  return origin.kind === 'import' && /^(?:winston|logform)$/u.test(origin.module)
}

const formatPolicy = { derived: false, containers: 'whole', calls: false } as const

function formatOrigins(file: FileAnalysis, node: Node): readonly Origin[] {
  return file.origins(node, formatPolicy)
}

/** `redact()`, where `const redact = winston.format((info) => …)`. */
function customPart(file: FileAnalysis, call: CallNode, callee: Node): FormatPart {
  const name = lastName(callee)
  for (const origin of file.origins(callee, formatPolicy)) {
    if (origin.kind === 'call' && origin.call.type !== T.TaggedTemplateExpression) {
      const transform = origin.call.arguments[0]
      const fn = transform && unwrap(transform)
      if (fn && isFunction(fn)) {
        const text = origin.file.text.slice(...fn.range)
        if (!REDACTING_WORDS.test(text) && !isRedactorName(name ?? ''))
          return { name, node: call, file, redacts: undefined }
        const keys = changedKeys(origin.file, fn)
        const isPlain = keys !== undefined && keys.length > 0 && !keys.includes('message')
        const mayChangeText =
          /\bmessage\b|MESSAGE|JSON\.stringify|\bfor\b|Object\.(?:keys|entries)/u.test(text) ||
          handsRecordOn(origin.file, fn)
        return {
          name: undefined,
          node: call,
          file,
          redacts: mayChangeText && !isPlain ? 'message' : 'members',
          keys,
          rewritesText: /\bMESSAGE\b|Symbol\.for\(\s*['"]message['"]\s*\)/u.test(text),
        }
      }
    }
    if (origin.kind === 'function') {
      const text = origin.file.text.slice(...origin.node.range)
      return { name: undefined, node: call, file, redacts: REDACTING_WORDS.test(text) ? 'message' : undefined }
    }
  }
  return { name: undefined, node: call, file, redacts: 'unseen' }
}

/** `(info) => redact(info)`: what becomes of the text is up to another function. */
function handsRecordOn(file: FileAnalysis, fn: FunctionNode): boolean {
  const [record] = fn.params
  return (
    record?.type === T.Identifier &&
    file.index.calls.some(
      (call) =>
        contains(fn, call) && call.arguments.some((one) => one.type === T.Identifier && one.name === record.name),
    )
  )
}

/**
 * The members that a format deletes or overwrites, when it does nothing else than that:
 * `(info) => { delete info.password; if (info.token) info.token = '***'; return info }`.
 */
function changedKeys(file: FileAnalysis, fn: FunctionNode): readonly string[] | undefined {
  const [record] = fn.params
  if (record?.type !== T.Identifier || fn.body.type !== T.BlockStatement) return undefined
  const keys: string[] = []
  const read = (statement: TSESTree.Statement): boolean => {
    if (statement.type === T.BlockStatement) return statement.body.every(read)
    if (statement.type === T.IfStatement) return !statement.alternate && read(statement.consequent)
    if (statement.type === T.ForOfStatement) {
      const names = namesOf(file, statement.right)
      return names !== undefined && isOverwritten(statement, record.name) && keys.push(...names) > 0
    }
    if (statement.type === T.ReturnStatement)
      return statement.argument?.type === T.Identifier && statement.argument.name === record.name
    const member = erasedMember(statement, record.name)
    const key = member && memberName(member)
    if (key === undefined) return false
    keys.push(key)
    return true
  }
  return fn.body.body.every(read) ? keys : undefined
}

/** The member of a record that a statement deletes, or overwrites with a constant. */
function erasedMember(statement: Node, record: string): TSESTree.MemberExpression | undefined {
  if (statement.type !== T.ExpressionStatement) return undefined
  const { expression } = statement
  const target =
    expression.type === T.UnaryExpression && expression.operator === 'delete'
      ? expression.argument
      : expression.type === T.AssignmentExpression && expression.right.type === T.Literal
        ? expression.left
        : undefined
  return target?.type === T.MemberExpression && target.object.type === T.Identifier && target.object.name === record
    ? target
    : undefined
}

/** `['password', 'token']`, written there or elsewhere. */
function namesOf(file: FileAnalysis, list: Node): string[] | undefined {
  const found = file.origins(list, formatPolicy).map(stringsIn)
  return found.length > 0 && found.every((one) => one.complete)
    ? found.flatMap((one) => one.items.map((item) => item.text))
    : undefined
}

/** `for (const key of keys) if (info[key]) info[key] = '***'` */
function isOverwritten(loop: TSESTree.ForOfStatement, record: string): boolean {
  const name = loop.left.type === T.VariableDeclaration ? loop.left.declarations[0]?.id : undefined
  let statement: Node = loop.body
  for (let hops = 0; hops < 3; hops++) {
    if (statement.type === T.BlockStatement && statement.body.length === 1) statement = statement.body[0]!
    else if (statement.type === T.IfStatement && !statement.alternate) statement = statement.consequent
  }
  const member = erasedMember(statement, record)
  return (
    name?.type === T.Identifier &&
    member?.computed === true &&
    member.property.type === T.Identifier &&
    member.property.name === name.name
  )
}

function readTransports(origin: Origin, chain: WinstonChain, writer: string | undefined): void {
  if (origin.kind !== 'object' || origin.node.type !== T.ArrayExpression) {
    if (chain.redacts === 'none' && origin.kind !== 'call') chain.redacts = 'unseen'
    return
  }
  for (const element of origin.node.elements) {
    const transport = element && unwrap(element)
    if (!transport || transport.type !== T.NewExpression) continue
    const format = lookUp(origin.file, transport.arguments[0], ['format'])
    const inner: WinstonChain = { redacts: 'none' }
    readFormats(origin.file, format.origins, inner, writer)
    if (inner.late && chain.redacts === 'none') chain.late ??= inner.late
    if (inner.redacts !== 'none' && chain.redacts === 'none') chain.redacts = inner.redacts
  }
}

// --- tslog

/** The keys that tslog masks; `unseen` when they can't be read. */
export function tslogMasks(file: FileAnalysis, options: Node | undefined): readonly string[] | 'unseen' {
  const keys: string[] = []
  for (const path of [['mask', 'keys'], ['maskValuesOfKeys']]) {
    const found = lookUp(file, options, path)
    if (found.status === 'unknown') return 'unseen'
    for (const origin of found.origins) {
      const read = stringsIn(origin)
      if (!read.complete) return 'unseen'
      keys.push(...read.items.map((one) => one.text))
    }
  }
  for (const path of [['mask', 'regex'], ['mask', 'paths'], ['maskValuesRegEx'], ['overwrite', 'mask']])
    if (lookUp(file, options, path).status === 'present') return 'unseen'
  return keys
}
