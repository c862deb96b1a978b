import {
  calledSource,
  type FileAnalysis,
  type ImportedValue,
  importedValue,
  memberName,
  type Node,
  type Origin,
  returnsOf,
  T,
  unwrap,
} from '@palisade/analysis'

/** Methods of loggers that make a logger which has what this one has. */
const CHILD_METHODS = new Set([
  'child',
  'getSubLogger',
  'getChildLogger',
  'scope',
  'withTag',
  'extend',
  'createChild',
  'with',
  'getChild',
])

/** How the tracer goes from a logger to what made it. */
export const loggerPolicy = {
  containers: 'whole',
  through(call: Node): readonly Node[] | undefined {
    const parent = parentLogger(call)
    return parent && [parent]
  },
} as const

/** `logger` of `logger.child({ … })`. */
function parentLogger(call: Node): Node | undefined {
  const callee = call.type === T.CallExpression ? unwrap(call.callee) : undefined
  return callee?.type === T.MemberExpression && CHILD_METHODS.has(memberName(callee) ?? '') ? callee.object : undefined
}

/**
 * The logger that a variable is a child of: `logger` of `child`, after `const child = logger.child({ … })`.
 *
 * @param file the file.
 * @param node the variable.
 */
export function parentOfChild(file: FileAnalysis, node: Node): Node | undefined {
  const definition = node.type === T.Identifier ? file.index.variableOf(node)?.defs[0] : undefined
  const init = definition?.type === 'Variable' && definition.node.id.type === T.Identifier && definition.node.init
  return init ? parentLogger(unwrap(init)) : undefined
}

/**
 * What an imported logger is in its own file, or what a function of another file returns that makes one.
 *
 * @param origin where tracing the logger ended.
 * @param mayHold whether a file with this text is worth parsing.
 * @returns the expressions there; none where no source file of the project shows them.
 */
export function madeElsewhere(origin: Origin, mayHold?: (text: string) => boolean): readonly ImportedValue[] {
  if (origin.kind === 'import') {
    const value = importedValue(origin, mayHold)
    return value ? [value] : []
  }
  if (origin.kind !== 'call' || origin.call.type !== T.CallExpression || origin.members.length > 0) return []
  const source = calledSource(origin.file, origin.call.callee)
  const factory = source && mayHold?.(source.text) !== false ? source.parsed() : undefined
  return factory
    ? returnsOf(factory.function, factory.file.visitorKeys).map((node) => ({ node, file: factory.file }))
    : []
}
