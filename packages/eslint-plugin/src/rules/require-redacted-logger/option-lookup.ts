import { type FileAnalysis, type Node, type Origin, T, unwrap } from '@palisade/analysis'
import type { TSESTree } from '@typescript-eslint/utils'

const whole = { derived: false, containers: 'whole' } as const

/** What is known of one option of an options object. */
export interface OptionLookup {
  /** `unknown`: the object, or a part that is spread into it, comes from where the file doesn't show. */
  status: 'absent' | 'present' | 'unknown'
  /** The origins of its value, when it is present. */
  origins: readonly Origin[]
}

/**
 * Looks an option up in an options object, through variables, spreads and helpers.
 *
 * @param file the object's file.
 * @param options the expression of the object; none: the call was made without.
 * @param path the option's access path.
 */
export function lookUp(file: FileAnalysis, options: Node | undefined, path: readonly string[]): OptionLookup {
  if (!options) return { status: 'absent', origins: [] }
  const origins = file.member(options, path, whole)
  const present: Origin[] = []
  let isUnknown = false
  for (const origin of origins) {
    // `logger: true` has no options of its own.
    if ((origin.kind === 'object' || origin.kind === 'constant') && origin.members.length > 0) continue
    if (origin.members.length > 0 || origin.kind === 'this') isUnknown = true
    // `redact: undefined` is no option, and a stream in the options' place has none either.
    else if (origin.kind === 'constant' && origin.value === undefined) continue
    else present.push(origin)
  }
  if (present.length > 0) return { status: 'present', origins: present }
  return { status: isUnknown ? 'unknown' : 'absent', origins: [] }
}

/**
 * The constant strings in an array, or in the array under `paths` of an object.
 *
 * @param origin where the array or object stands.
 * @returns the strings with their nodes; `complete` is false when a part can't be read.
 */
export function stringsIn(origin: Origin): { items: readonly { text: string; node: Node }[]; complete: boolean } {
  const items: { text: string; node: Node }[] = []
  let complete = true
  const read = (file: FileAnalysis, node: Node, depth: number): void => {
    const value = unwrap(node)
    if (depth > 8) {
      complete = false
    } else if (value.type === T.ArrayExpression) {
      for (const element of value.elements) {
        if (element?.type === T.SpreadElement) read(file, element.argument, depth + 1)
        else if (element) read(file, element, depth + 1)
      }
    } else {
      const text = file.string(value)
      if (text !== undefined) {
        items.push({ text, node: value })
        return
      }
      const origins = value.type === T.Identifier || value.type === T.MemberExpression ? file.origins(value, whole) : []
      const arrays = origins.filter((one) => one.kind === 'object' && one.members.length === 0 && one.node !== value)
      if (arrays.length === 0 || arrays.length < origins.length) complete = false
      for (const one of arrays) read(one.file, one.node, depth + 1)
    }
  }
  if (origin.kind === 'object') read(origin.file, origin.node, 0)
  else complete = false
  return { items, complete }
}

/** The object literal that an expression is in this file, if it is one. */
export function literalOf(file: FileAnalysis, node: Node | undefined): TSESTree.ObjectExpression | undefined {
  if (!node) return undefined
  const value = unwrap(node)
  if (value.type === T.ObjectExpression) return value
  const origins = file.origins(value, whole)
  const [origin] = origins
  return origins.length === 1 &&
    origin?.kind === 'object' &&
    origin.file === file &&
    origin.node.type === T.ObjectExpression
    ? origin.node
    : undefined
}
