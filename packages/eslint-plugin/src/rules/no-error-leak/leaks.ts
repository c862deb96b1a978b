import {
  contains,
  type FileAnalysis,
  type FunctionNode,
  isErrorName,
  isOfFile,
  type Node,
  type Origin,
  T,
  type TracePolicy,
} from '@palisade/analysis'
import { isBarred } from './barriers.js'
import type { Knowledge } from './options.js'
import type { Sink } from './sink.js'
import { type Shown, shownBy, worse } from './sources.js'

/** Internal detail that leaves, and the places of the code that let it out. */
export interface Leak {
  /** The most telling detail. */
  shown: Shown
  /** Where it stands, for the report. */
  node: Node
  /** All places of the same statement that let detail out. */
  places: readonly Place[]
  sink: Sink
}

export interface Place {
  node: Node
  shown: Shown
  origin: Origin
}

/** Members of an error under which another one stays inside. */
const KEPT_INSIDE = new Set(['cause', 'originalError', 'innerError', 'previous'])

/**
 * Which internal errors leave through a sink?
 *
 * @param file the sink's file.
 * @param sink the sink.
 * @param knowledge the project's own names.
 * @param policy how errors travel through calls.
 * @param formatters functions that a server asks how to show an error.
 * @returns one leak for the sink itself, and one for each call that hands an error's text to the function around it.
 */
export function leaksOf(
  file: FileAnalysis,
  sink: Sink,
  knowledge: Knowledge,
  policy: TracePolicy,
  formatters: ReadonlySet<FunctionNode>,
): Leak[] {
  const origins = sink.members
    ? sink.members.flatMap((path) => file.member(sink.value, path, policy))
    : file.origins(sink.value, policy)
  const sites = new Map<Node, Place[]>()
  for (const origin of origins) {
    const shown = shownBy(file, origin, knowledge, formatters)
    if (shown === undefined || !counts(sink, origin, shown, knowledge)) continue
    const nodes = [sink.value, ...origin.steps.map((step) => step.node)].filter((node) => isOfFile(file, node))
    if (isBarred(file, origin, nodes, knowledge)) continue
    const { site, node } = placeOf(file, sink, origin)
    const places = sites.get(site)
    if (places) places.push({ node, shown, origin })
    else sites.set(site, [{ node, shown, origin }])
  }
  return [...sites.values()].map((places) => {
    const shown = places.map((place) => place.shown).reduce(worse)
    return { shown, node: places.find((place) => place.shown === shown)!.node, places, sink }
  })
}

/**
 * Leaks of one call as one: a message and a stack in different arguments are one mistake.
 *
 * @param leaks leaks of sinks that were found together.
 */
export function merged(leaks: readonly Leak[]): Leak[] {
  const found: Leak[] = []
  for (const leak of leaks) {
    const i = found.findIndex((other) => other.sink.at === leak.sink.at && contains(leak.sink.at, leak.node) && contains(leak.sink.at, other.node)) // prettier-ignore
    if (i < 0) found.push(leak)
    else {
      const other = found[i]!
      const isWorse = other.shown !== leak.shown && worse(other.shown, leak.shown) === leak.shown
      found[i] = { ...(isWorse ? leak : other), places: [...other.places, ...leak.places] }
    }
  }
  return found
}

function counts(sink: Sink, origin: Origin, shown: Shown, knowledge: Knowledge): boolean {
  if (sink.stackOnly && shown !== 'stack') return false
  if (knowledge.detail === 'stack' && shown === 'message') return false
  if (sink.textOnly && (shown === 'object' || shown === 'code')) return false
  if (sink.isError && origin.steps.some((step) => step.kind === 'property' && KEPT_INSIDE.has(step.name ?? '')))
    return false
  return !(
    shown === 'object' && origin.steps.some((step) => step.kind === 'property' && step.name === 'cause' && sink.isError)
  )
}

/**
 * Where in the code the detail is handed out: inside the sink, or, when the sink's function was handed the text, in the
 * call that handed it.
 */
function placeOf(file: FileAnalysis, sink: Sink, origin: Origin): { site: Node; node: Node } {
  let site: Node = sink.value
  let node: Node = sink.value
  for (const [i, step] of origin.steps.entries()) {
    if (!isOfFile(file, step.node)) break
    if (step.kind === 'argument' && !contains(node, step.node)) {
      if (!isHandedText(origin, i)) break
      site = node = step.node
      continue
    }
    if (contains(node, step.node)) node = narrowed(step.node)
  }
  return { site, node }
}

/** Whether a call hands over a text that it took from an error, or the error itself to a function that doesn't expect one. */
function isHandedText(origin: Origin, argument: number): boolean {
  const read = origin.steps.findLastIndex((step) => step.kind === 'member' && step.name === origin.members[0])
  if (read >= 0) return read > argument
  const before = origin.steps.slice(0, argument).findLast((step) => step.kind === 'variable')
  return !isErrorName(before?.name)
}

function narrowed(node: Node): Node {
  if (node.type === T.Property) return node.shorthand ? node : node.value
  return node
}
