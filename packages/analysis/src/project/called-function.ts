import { type FunctionNode, isFunction, memberName, type Node, propertyName, T, unwrap } from '../ast/nodes.js'
import { exportedName } from '../calls/handlers.js'
import type { FileAnalysis } from '../file.js'
import { apart } from '../text/apart.js'
import { perFile, readText } from './disk.js'
import { resolveImport } from './resolve.js'

/** A function of the project, and the file that it stands in. */
export interface CalledFunction {
  function: FunctionNode
  file: FileAnalysis
}

/** How many modules may hand an export on. */
const MOST_MODULES = 4

/** The file of a function that is called, before it is parsed. */
export interface CalledSource {
  text: string
  /** Parses the file, and finds the function in it. */
  parsed(): CalledFunction | undefined
}

/**
 * Where the function of another file of the project stands that a callee names: with types wherever the compiler finds
 * it, without them where an import of a source file leads to.
 *
 * @param file the callee's file.
 * @param callee what is called.
 */
export function calledSource(file: FileAnalysis, callee: Node): CalledSource | undefined {
  const node = unwrap(callee)
  if (node.type !== T.Identifier && node.type !== T.MemberExpression) return undefined
  return file.types.available ? definedSource(file, node) : importedSource(file, node)
}

function definedSource(file: FileAnalysis, callee: Node): CalledSource | undefined {
  const definition = file.types.definition(callee)
  if (!definition || definition.declaration || definition.filename.includes('/node_modules/')) return undefined
  if (definition.filename === file.filename) return undefined
  const { filename, text, range } = definition
  return {
    text,
    parsed() {
      const foreign = file.foreign(filename, text)
      const node = foreign?.nodeAt(range)
      const fn = node && functionAt(node)
      return foreign && fn && { function: fn, file: foreign }
    },
  }
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

function importedSource(file: FileAnalysis, callee: Node): CalledSource | undefined {
  const [origin, other] = file.origins(callee, wholeImports)
  if (origin?.kind !== 'import' || other) return undefined
  const [first, ...rest] = origin.members
  const exported = origin.export === '*' ? (first ?? 'default') : origin.export
  if ((origin.export === '*' ? rest : origin.members).length > 0) return undefined
  const home = homeOf(file.filename, origin.module, exported)
  const text = home && readText(home.path)
  if (text === undefined) return undefined
  const { path, name } = home!
  return {
    text,
    parsed() {
      const foreign = file.foreign(path, text)
      const fn = foreign?.index.functions.find(
        (one) => exportedName(foreign, one) === name || isListed(foreign, one, name),
      )
      return foreign && fn && { function: fn, file: foreign }
    },
  }
}

/**
 * The module that an export comes from, and its name there. Modules that only hand it on are not parsed.
 *
 * @param from the importing file.
 * @param module the specifier.
 * @param name the export's name; `default` for the default, or for all that a CommonJS module exports.
 * @param depth how many modules have handed it on so far.
 */
export function homeOf(
  from: string,
  module: string,
  name: string,
  depth = 0,
): { path: string; name: string } | undefined {
  const path = resolveImport(from, module)
  const handedOn = path === undefined ? undefined : reExports(path)
  if (path === undefined || handedOn === undefined || depth > MOST_MODULES) return undefined
  for (const { names, module: next } of handedOn) {
    const inner = names?.get(name)
    if (inner !== undefined) return homeOf(path, next, inner, depth + 1)
  }
  if (name === 'default' || handedOn.length === 0) return { path, name }
  for (const { names, module: next } of handedOn) {
    const home = names ? undefined : homeOf(path, next, name, depth + 1)
    const text = home && readText(home.path)
    if (text?.includes(home!.name)) return home
  }
  return { path, name }
}

const RE_EXPORT = /\bexport\s*(?:\*|\{([^{}]{0,2000})\})\s*from\s*['"]([^'"\n]{1,200})['"]/gu

/** What a module exports of other modules: `names` by their names there, or all of them. */
const reExports = perFile((text) =>
  [...text.matchAll(RE_EXPORT)].map((match) => ({
    module: apart(match[2]!),
    names:
      match[1] === undefined
        ? undefined
        : new Map(
            match[1].split(',').map((part) => {
              const [inner, outer] = part.trim().split(/\s+as\s+/u)
              return [apart(outer ?? inner!), apart(inner!)] as const
            }),
          ),
  })),
)

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
