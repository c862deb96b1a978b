import { keyName, memberName, type Node, propertyName, T, unwrap } from '../ast/nodes.js'
import type { FileAnalysis } from '../file.js'
import type { Origin } from '../values/origin.js'
import { homeOf } from './called-function.js'
import { readText } from './disk.js'

/** A value that another source file of the project exports, as it stands there. */
export interface ImportedValue {
  node: Node
  file: FileAnalysis
}

/**
 * What an imported name stands for in the source file that exports it. Without types, tracing ends at an import; this
 * goes one file further, for questions that are worth parsing it.
 *
 * @param origin an imported binding at which tracing ended.
 * @param mayHold whether a file with this text is worth parsing.
 * @returns the exported expression or declared name, or undefined when no source file of the project shows it.
 */
export function importedValue(
  origin: Origin & { kind: 'import' },
  mayHold?: (text: string) => boolean,
): ImportedValue | undefined {
  const [first, ...rest] = origin.members
  const isNamespace = origin.export === '*'
  if ((isNamespace ? rest : origin.members).length > 0) return undefined
  return exportedValue(origin.file, origin.module, isNamespace ? (first ?? '*') : origin.export, mayHold)
}

/**
 * What a source file of the project exports.
 *
 * @param from the importing file.
 * @param module the specifier.
 * @param name the export's name; `*` for all that a CommonJS module exports.
 * @param mayHold whether a file with this text is worth parsing.
 */
export function exportedValue(
  from: FileAnalysis,
  module: string,
  name: string,
  mayHold?: (text: string) => boolean,
): ImportedValue | undefined {
  const home = homeOf(from.filename, module, name === '*' ? 'default' : name)
  const text = home && readText(home.path)
  if (text === undefined || mayHold?.(text) === false) return undefined
  const file = from.foreign(home!.path, text)
  const node = file && exported(file, home!.name)
  return file && node && { file, node }
}

function exported(file: FileAnalysis, name: string): Node | undefined {
  // The last one holds: compiled modules begin with `exports.name = void 0`.
  for (const statement of file.ast.body.toReversed()) {
    const found = exportedBy(file, statement, name)
    if (found) return found
  }
  return undefined
}

function exportedBy(file: FileAnalysis, statement: Node, name: string): Node | undefined {
  switch (statement.type) {
    case T.ExportDefaultDeclaration:
      return name === 'default' ? statement.declaration : undefined
    case T.TSExportAssignment:
      return name === 'default' ? statement.expression : undefined
    case T.ExportNamedDeclaration: {
      const { declaration, specifiers, source } = statement
      if (declaration?.type === T.VariableDeclaration) {
        const found = declaration.declarations.find(({ id }) => id.type === T.Identifier && id.name === name)
        return found?.init ?? undefined
      }
      if (declaration?.type === T.ClassDeclaration || declaration?.type === T.FunctionDeclaration)
        return declaration.id?.name === name ? declaration : undefined
      return source ? undefined : specifiers.find((one) => keyName(one.exported, false) === name)?.local
    }
    case T.ExpressionStatement:
      return assigned(file, unwrap(statement.expression), name)
    default:
      return undefined
  }
}

/** `module.exports = value`, `module.exports = { name: value }`, `exports.name = value`. */
function assigned(file: FileAnalysis, node: Node, name: string): Node | undefined {
  if (node.type !== T.AssignmentExpression || node.left.type !== T.MemberExpression) return undefined
  const { left, right } = node
  const value = unwrap(right)
  if (file.text.slice(...left.range) === 'module.exports') {
    if (name === 'default') return value
    const property =
      value.type === T.ObjectExpression
        ? value.properties.find((one) => one.type === T.Property && propertyName(one) === name)
        : undefined
    return property?.type === T.Property ? property.value : undefined
  }
  if (!/^(?:module\.)?exports$/u.test(file.text.slice(...left.object.range))) return undefined
  return memberName(left) === name ? value : assigned(file, value, name)
}
