import {
  type CalledSource,
  calledSource,
  type CallNode,
  type FileAnalysis,
  type FunctionNode,
  lastName,
  memberName,
  type Node,
  T,
  unwrap,
} from '@palisade/analysis'
import type { TracePolicy } from '@palisade/analysis'
import { exposureOf } from './confidential.js'
import type { Judgement } from './judgement.js'
import { type OwnSinks, type Sink, sinkOf } from './sinks.js'
import { isWrittenOut, readTrail } from './trail.js'

/** What a function of another file logs of what it is given. */
export interface LoggedParameter {
  index: number
  /** The access path that it reads from the argument. */
  members: readonly string[]
  /** Where it goes there, and in which file that is. */
  sink: Sink
  file: FileAnalysis
  /** The keys under which it stands in what is logged, and whether it becomes part of a text there. */
  record: readonly string[]
  inText: boolean
  /** Whether of a whole object that text shows only `[object Object]`. */
  isFlat: boolean
}

/** What an argument has to speak of to be worth a look into another file; in strict more things are confidential. */
const SECRETS =
  /pass|pwd|secret|token|[a-z_]key|cred|authori[sz]|\bauth\b|cookie|session|jwt|bearer|card|cvv|cvc|iban|ssn|\bpin\b|\botp|\benv\b|headers|\.body\b|private_?key|connection_?str/iu
const PEOPLE =
  /user|account|customer|patient|config|e?mail|phone|address|birth|prompt|message|content|name\b|\bbody\b|\bip\b/iu

/** A larger file costs more to read than is to be found there. */
const LARGEST_HELPER = 50_000
/** What a file speaks of that logs. */
const LOGS =
  /\bconsole\.|\blog(?:s|ging)?\.|logger|\.log\(|std(?:out|err)\.write|appendFile|createWriteStream|sentry|bugsnag|rollbar|honeybadger|setAttribute|analytics|posthog|mixpanel|newrelic|from ['"]debug['"]|\('debug'\)/iu

/** `makeAbsolute(argv.apikey)`: what is passed is where the thing is. */
const PLACES = /path|file|dir(?:ectory)?$|absolute|resolve/iu

const OWN_IMPORT = /\bfrom\s*['"][.~@#]|\brequire\(\s*['"][.~@#]/u
const SECRET_WORD = /passw|secret|token|api_?key|credential|private_?key/iu

/**
 * Can a file with this text pass a secret to a function of another file of its project?
 *
 * @param text the file's text.
 */
export function mayCallHelper(text: string): boolean {
  return SECRET_WORD.test(text) && OWN_IMPORT.test(text)
}

const known = new WeakMap<FileAnalysis, Map<string, ReadonlyMap<FunctionNode, readonly LoggedParameter[]>>>()

/**
 * The parameters that a helper of another file logs, when this call passes it something that may be confidential.
 *
 * @param file the call's file.
 * @param call a call that is no sink itself.
 * @param ask what the project asks for.
 * @param policy what makes a value safe.
 * @param own the project's own loggers.
 * @param options the rule's options: the answer holds for them and the project's own words alone.
 */
export function loggedByHelper(
  file: FileAnalysis,
  call: CallNode,
  ask: Judgement,
  policy: TracePolicy,
  own: OwnSinks,
  options: object,
): readonly LoggedParameter[] {
  if (call.type !== T.CallExpression || call.arguments.length === 0) return []
  const binding = leadsAway(file, call.callee)
  if (binding === undefined || PLACES.test(lastName(call.callee) ?? '')) return []
  if (!call.arguments.some((one) => mayBeConfidential(file, one, ask.strict))) return []
  const source = loggingSource(file, call.callee, binding)
  // Other files are parsed only for what is confidential as far as this one shows.
  if (!source || !call.arguments.some((one) => isConfidential(file, one, ask, policy))) return []
  const called = source.parsed()
  if (!called) return []
  let answers = known.get(called.file)
  if (!answers) known.set(called.file, (answers = new Map()))
  const key = JSON.stringify([own, options])
  let logged = answers.get(key)
  if (!logged) {
    answers.set(key, new Map()) // files that import one another end here
    answers.set(key, (logged = loggedParameters(called.file, ask, policy, own)))
  }
  return logged.get(called.function) ?? []
}

/**
 * Does a function of another file, whose name says that it logs, read only members of what it is given, and none that
 * speaks of a secret?
 *
 * @param file the call's file.
 * @param callee what is called.
 * @param index which argument it is.
 */
export function readsHarmlessMembers(file: FileAnalysis, callee: Node, index: number): boolean {
  const called = calledSource(file, callee)?.parsed()
  const parameter = called?.function.params[index]
  const variable = parameter?.type === T.Identifier ? called!.file.index.variableOf(parameter) : undefined
  return variable?.references.every(({ identifier }) => readsHarmlessMember(identifier)) ?? false
}

function readsHarmlessMember(object: Node): boolean {
  let last: string | undefined
  let node = object
  while (node.parent) {
    const parent: Node = node.parent
    if (parent.type === T.MemberExpression && parent.object === node && !parent.computed) last = memberName(parent)
    else if (parent.type !== T.ChainExpression) break
    node = parent
  }
  return last === undefined ? isOnlyAsked(node) : !SECRETS.test(`.${last}`)
}

/** `error instanceof Error`, `!user`, `if (request)`, and `String(error)`, which shows no member. */
function isOnlyAsked(node: Node): boolean {
  const { parent } = node
  switch (parent?.type) {
    case T.BinaryExpression:
      return parent.operator !== '+'
    case T.UnaryExpression:
      return true
    case T.IfStatement:
    case T.ConditionalExpression:
      return parent.test === node
    case T.LogicalExpression:
      return parent.operator === '&&' && parent.left === node
    case T.TemplateLiteral:
      return true
    case T.CallExpression:
      return parent.callee.type === T.Identifier && parent.callee.name === 'String'
    default:
      return false
  }
}

function mayBeConfidential(file: FileAnalysis, argument: Node, strict: boolean): boolean {
  const node = argument.type === T.SpreadElement ? argument.argument : unwrap(argument)
  if (node.type === T.Literal || node.type === T.ArrowFunctionExpression || node.type === T.FunctionExpression)
    return false
  const speaks = (text: string) => SECRETS.test(text) || (strict && PEOPLE.test(text))
  if (speaks(file.text.slice(...node.range))) return true
  const definition = node.type === T.Identifier ? file.index.variableOf(node)?.defs[0] : undefined
  const from = definition?.type === 'Variable' ? (definition.node.init ?? undefined) : undefined
  return from !== undefined && speaks(file.text.slice(...from.range))
}

function isConfidential(file: FileAnalysis, argument: Node, ask: Judgement, policy: TracePolicy): boolean {
  const node = argument.type === T.SpreadElement ? argument.argument : argument
  return file.origins(node, policy).some((origin) => exposureOf(origin, ask))
}

/**
 * Whether a callee can be a function of another file: an import, or, with types, a member of anything.
 *
 * @returns where the import stands; -1 where only the compiler can tell; undefined when it can be none.
 */
function leadsAway(file: FileAnalysis, callee: Node): number | undefined {
  let node = unwrap(callee)
  if (node.type === T.MemberExpression && file.types.available)
    return node.object.type === T.CallExpression ? undefined : -1
  while (node.type === T.MemberExpression) node = unwrap(node.object)
  if (node.type !== T.Identifier) return undefined
  const definition = file.index.variableOf(node)?.defs[0]
  if (definition?.type === 'ImportBinding') return definition.node.range[0]
  const init = definition?.type === 'Variable' && definition.node.init
  return init && /\brequire\(/u.test(file.text.slice(...init.range)) ? init.range[0] : undefined
}

const sources = new WeakMap<FileAnalysis, Map<string, CalledSource | undefined>>()

/** The file of a function that is called, when it logs anything; found once for all calls of what is imported. */
function loggingSource(file: FileAnalysis, callee: Node, binding: number): CalledSource | undefined {
  let known = sources.get(file)
  if (!known) sources.set(file, (known = new Map()))
  const key = `${binding} ${file.text.slice(...callee.range)}`
  if (binding >= 0 && known.has(key)) return known.get(key)
  const source = calledSource(file, callee)
  const logging = source && source.text.length < LARGEST_HELPER && LOGS.test(source.text) ? source : undefined
  if (binding >= 0) known.set(key, logging)
  return logging
}

function loggedParameters(
  file: FileAnalysis,
  ask: Judgement,
  policy: TracePolicy,
  own: OwnSinks,
): ReadonlyMap<FunctionNode, readonly LoggedParameter[]> {
  const found = new Map<FunctionNode, LoggedParameter[]>()
  for (const call of file.index.calls) {
    const sink = sinkOf(file, call, own)
    if (!sink || sink.kind === 'exception') continue
    for (const [at, value] of sink.values.entries()) {
      if (sink.byName && readsHarmlessMembers(file, call.callee, at)) continue
      for (const origin of file.origins(value.type === T.SpreadElement ? value.argument : value, policy)) {
        if (origin.kind !== 'parameter' || origin.file !== file) continue
        // What its name shows is reported there.
        if (exposureOf(origin, ask, sink)) continue
        const { record, inText, isPiece } = readTrail(origin, ask, sink)
        // What a helper cuts out of its argument may be anything, and what it keeps is logged by others.
        if (isPiece || origin.steps.some((step) => step.kind === 'write')) continue
        const { index, members } = origin
        const isFlat = inText && !isWrittenOut(origin)
        const logged = { index, members, sink, file, record, inText, isFlat }
        const before = found.get(origin.function)
        if (before) before.push(logged)
        else found.set(origin.function, [logged])
      }
    }
  }
  return found
}
