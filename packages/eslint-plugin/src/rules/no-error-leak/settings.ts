import {
  type CallNode,
  errorSettings,
  type ErrorSettingRow,
  type FileAnalysis,
  type Node,
  T,
  lastName,
  unwrap,
} from '@palisade/analysis'
import { isDevelopmentGuard } from './barriers.js'
import type { Knowledge } from './options.js'

const mentioned = new WeakMap<FileAnalysis, readonly ErrorSettingRow[]>()

/** The rows whose module the file names: most files name none. */
function rowsIn(file: FileAnalysis): readonly ErrorSettingRow[] {
  let rows = mentioned.get(file)
  if (!rows) {
    rows = (errorSettings as readonly ErrorSettingRow[]).filter((row) => file.text.includes(row.call.replace(/#.*$/u, ''))) // prettier-ignore
    mentioned.set(file, rows)
  }
  return rows
}

/** A setting that shows errors to clients. */
export interface Exposure {
  row: ErrorSettingRow
  /** The option's value, or the call. */
  node: Node
}

/**
 * Which settings of this call show internal errors to clients?
 *
 * @param file the call's file.
 * @param call the call.
 * @param knowledge the project's own names.
 */
export function exposuresOf(file: FileAnalysis, call: CallNode, knowledge: Knowledge): Exposure[] {
  const found: Exposure[] = []
  const rows = rowsIn(file)
  const last = lastName(call.callee)
  if (rows.length === 0 || last === undefined) return found
  // an import can have any name, but then the callee is that name alone
  const isName = unwrap(call.callee).type === T.Identifier
  const possible = rows.filter(
    (row) =>
      (!row.strict || knowledge.strict) && (isName || row.call.endsWith(`.${last}`) || row.call.endsWith(`#${last}`)),
  )
  if (possible.length === 0) return found
  const names = file.callee(call)
  for (const row of possible)
    if (names.includes(row.call)) {
      if (row.strict && hasOwnHandler(file, row, call)) continue
      const node = row.unsafe ? unsafeValue(file, row, call) : call
      if (node && !isGuarded(file, node, knowledge) && !isGuarded(file, call, knowledge)) found.push({ row, node })
    }
  return found
}

function unsafeValue(file: FileAnalysis, row: ErrorSettingRow, call: CallNode): Node | undefined {
  const argument = call.arguments[row.argument ?? 0]
  if (!argument || argument.type === T.SpreadElement) return undefined
  if (row.id === 'express.env' && file.string(call.arguments[0]!) !== 'env') return undefined
  const path = row.option?.split('.') ?? []
  for (const origin of file.member(argument, path, PLAIN)) {
    if (origin.kind !== 'constant' || origin.members.length > 0 || !row.unsafe!.includes(origin.value)) continue
    // `isDev ? true : false`, `isDev && …`
    if (origin.steps.some((step) => isGuarded(file, step.node, {} as Knowledge)) || isGuarded(file, origin.node, {} as Knowledge)) continue // prettier-ignore
    return origin.file === file ? origin.node : argument
  }
  return undefined
}

const PLAIN = { derived: false, containers: 'whole' } as const

function isGuarded(file: FileAnalysis, node: Node, knowledge: Knowledge): boolean {
  const own = [...(knowledge.developmentGuards ?? [])]
  return file.guards(node).some((guard) => isDevelopmentGuard(file, guard, own))
}

/** Whether the file replaces the default that a `strict` row is about. */
function hasOwnHandler(file: FileAnalysis, row: ErrorSettingRow, call: CallNode): boolean {
  if (row.id === 'fastify.default') return (file.index.callsByName.get('setErrorHandler')?.length ?? 0) > 0
  const [options] = call.arguments
  if (!options) return false
  if (options.type === T.SpreadElement) return true
  return file.member(options, ['errorFormatter'], PLAIN).length > 0
}
