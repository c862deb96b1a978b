import { type FunctionNode, isFunction, memberName, type Node, propertyName, T, unwrap } from '../ast/nodes.js'
import { exportedName } from '../calls/handlers.js'
import type { FileAnalysis } from '../file.js'
import { readText } from './disk.js'
import { resolveImport } from './resolve.js'

/** A function of the project, and the file that it stands in. */
export interface CalledFunction {
  function: FunctionNode
  file: FileAnalysis
}

/** How many modules may hand an export on. */
const MOST_MODULES = 4

/**
 * The function of another file of the project that a callee names: with types whatever the compiler finds, without them
 * what an import of a source file leads to.
 *
 * @param file the callee's file.
 * @param callee what is called.
 */
export function calledFunction(file: FileAnalysis, callee: Node): CalledFunction | undefined {
  const node = unwrap(callee)
  if (node.type !== T.Identifier && node.type !== T.MemberExpression) return undefined
  return file.types.available ? definedFunction(file, node) : importedFunction(file, node)
}

function definedFunction(file: FileAnalysis, callee: Node): CalledFunction | undefined {
  const definition = file.types.definition(callee)
  if (!definition || definition.declaration || definition.filename.includes('/node_modules/')) return undefined
  if (definition.filename === file.filename) return undefined
  const foreign = file.foreign(definition.filename, definition.text)
  const node = foreign?.nodeAt(definition.range)
  const fn = node && functionAt(node)
  return foreign && fn && { function: fn, file: foreign }
}

/** The function whose name stands at a node, or that is the node. */
function functionAt(node: Node): FunctionNode | undefined {
  if (isFunction(node)) return node
  const { parent } = node
  if (isFunction(parent) && 'id' in parent && parent.id === node) return parent
  const value =
    parent?.type === T.VariableDeclarator
      ? parent.init
      : parent?.type === T.MethodDefinition || parent?.type === T.Property || parent?.type === T.PropertyDefinition
        ? parent.value
        : undefined
  const fn = value ? unwrap(value) : undefined
  return isFunction(fn) ? fn : undefined
}

const wholeImports = { derived: false, containers: 'whole', calls: false, most: 2 } as const

function importedFunction(file: FileAnalysis, callee: Node): CalledFunction | undefined {
  const [origin, other] = file.origins(callee, wholeImports)
  if (origin?.kind !== 'import' || other) return undefined
  const [first, ...rest] = origin.members
  const name = origin.export === '*' ? (first ?? 'default') : origin.export
  if ((origin.export === '*' ? rest : origin.members).length > 0) return undefined
  return exportedFunction(file, origin.module, name, 0)
}

function exportedFunction(from: FileAnalysis, module: string, name: string, depth: number): CalledFunction | undefined {
  const path = resolveImport(from.filename, module)
  const text = path === undefined ? undefined : readText(path)
  const file = text === undefined ? undefined : from.foreign(path!, text)
  if (!file || depth > MOST_MODULES) return undefined
  const own = file.index.functions.find((fn) => exportedName(file, fn) === name || isListed(file, fn, name))
  if (own) return { function: own, file }
  for (const statement of file.ast.body) {
    if (statement.type === T.ExportAllDeclaration && !statement.exported) {
      const found = exportedFunction(file, statement.source.value, name, depth + 1)
      if (found) return found
    }
    if (statement.type !== T.ExportNamedDeclaration || !statement.source) continue
    const specifier = statement.specifiers.find((one) => nameOf(one.exported) === name)
    if (specifier) return exportedFunction(file, statement.source.value, nameOf(specifier.local), depth + 1)
  }
  return undefined
}

function nameOf(node: Node): string {
  return node.type === T.Identifier ? node.name : String((node as { value?: unknown }).value)
}

/** `module.exports = { show }`, `module.exports = { show() {} }` */
function isListed(file: FileAnalysis, fn: FunctionNode, name: string): boolean {
  const inside = fn.parent.type === T.Property ? [fn.parent] : usesAsProperty(file, fn)
  return inside.some((property) => {
    // `module.exports.show = show`, `exports.show = show`
    if (property.type === T.AssignmentExpression)
      return (
        property.left.type === T.MemberExpression &&
        memberName(property.left) === name &&
        /^(?:module\.)?exports$/u.test(file.text.slice(...property.left.object.range))
      )
    const target = property.parent?.parent
    return (
      propertyName(property as never) === name &&
      target?.type === T.AssignmentExpression &&
      target.left.type === T.MemberExpression &&
      memberName(target.left) === 'exports' &&
      file.text.slice(...target.left.object.range) === 'module'
    )
  })
}

function usesAsProperty(file: FileAnalysis, fn: FunctionNode): Node[] {
  const id =
    fn.type === T.FunctionDeclaration ? fn.id : fn.parent.type === T.VariableDeclarator ? fn.parent.id : undefined
  const references = id?.type === T.Identifier ? (file.index.variableOf(id)?.references ?? []) : []
  return references.flatMap(({ identifier }) => {
    const { parent } = identifier as Node
    return parent?.type === T.Property || parent?.type === T.AssignmentExpression ? [parent] : []
  })
}
