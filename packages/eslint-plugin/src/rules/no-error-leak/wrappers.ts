import {
  type CallNode,
  contains,
  type FileAnalysis,
  type FunctionNode,
  type Node,
  T,
  type TracePolicy,
  unwrap,
} from '@palisade/analysis'
import type { Sink } from './sink.js'

/** Functions that are at hand, without following their callers. */
const CALLEE: TracePolicy = { derived: false, containers: 'whole', calls: false }
/** What a function does with its own parameters. */
const INSIDE: TracePolicy = { calls: false }

/** A parameter of a function that leaves for a client. */
interface Sending {
  index: number
  sink: Sink
}

const known = new WeakMap<FunctionNode, readonly Sending[]>()

/**
 * Where does this call let values out because the function that it calls does: a method of an object that is made in the
 * file (`sse.sendError(text)`), or a function of another file of the project? Functions of the same file that are called
 * by their name need no help: the tracer follows their parameters to the calls.
 *
 * @param file the call's file.
 * @param call the call.
 * @param sinksIn the sinks of a call.
 */
export function sinksOfWrapper(
  file: FileAnalysis,
  call: CallNode,
  sinksIn: (file: FileAnalysis, call: CallNode) => readonly Sink[],
): Sink[] {
  const callee = unwrap(call.callee)
  // `this.send(text)`: the tracer follows what `send` is given to here
  if (callee.type === T.MemberExpression && callee.object.type === T.ThisExpression) return []
  return sinksOfFunctions(file, call, sinksIn)
}

function sinksOfFunctions(
  file: FileAnalysis,
  call: CallNode,
  sinksIn: (file: FileAnalysis, call: CallNode) => readonly Sink[],
): Sink[] {
  const callee = unwrap(call.callee)
  if (call.type !== T.CallExpression || call.arguments.length === 0) return []
  if (callee.type !== T.MemberExpression && callee.type !== T.Identifier) return []
  return file.origins(callee, CALLEE).flatMap((origin) => {
    if (origin.kind !== 'function' || origin.members.length > 0) return []
    if (origin.file === file && callee.type === T.Identifier) return []
    return sendingOf(origin.file, origin.function, sinksIn).flatMap(({ index, sink }) => {
      const value = call.arguments[index]
      if (!value || value.type === T.SpreadElement) return []
      return [{ value, out: sink.out, by: `${file.text.slice(...callee.range).slice(0, 60)}()`, at: call }]
    })
  })
}

/** The parameters of a function that it sends as they are. */
function sendingOf(
  file: FileAnalysis,
  fn: FunctionNode,
  sinksIn: (file: FileAnalysis, call: CallNode) => readonly Sink[],
): readonly Sending[] {
  const remembered = known.get(fn)
  if (remembered) return remembered
  known.set(fn, []) // a function that calls itself sends nothing more
  const sending: Sending[] = []
  for (const call of file.index.calls) {
    if (!contains(fn, call)) continue
    const found = sinksIn(file, call)
    for (const sink of found.length > 0 ? found : sinksOfFunctions(file, call, sinksIn)) {
      if (sink.formatter || sink.members) continue
      for (const origin of file.origins(sink.value, INSIDE))
        if (origin.kind === 'parameter' && origin.function === fn && origin.members.length === 0 && isWhole(fn, origin))
          if (!sending.some((one) => one.index === origin.index)) sending.push({ index: origin.index, sink })
    }
  }
  known.set(fn, sending)
  return sending
}

/** Not one of several names that destructuring takes from the parameter. */
function isWhole(fn: FunctionNode, origin: { index: number; node: Node }): boolean {
  const parameter = fn.params[origin.index]
  return parameter === origin.node || (parameter?.type === T.AssignmentPattern && parameter.left === origin.node) || (parameter?.type === T.TSParameterProperty) // prettier-ignore
}
