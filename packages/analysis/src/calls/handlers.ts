import type { TSESTree } from '@typescript-eslint/utils'
import {
  type CallNode,
  type FunctionNode,
  keyName,
  memberName,
  type Node,
  propertyName,
  T,
  unwrap,
  wrapped,
} from '../ast/nodes.js'
import { FRAMEWORKS } from '../catalogs/frameworks.js'
import type { FileAnalysis } from '../file.js'
import { projectPackages } from '../project/disk.js'
import { usesOf } from '../values/uses.js'
import { type QualifiedName, typeNames } from './names.js'

/** How a framework's handlers are told. One row one way of registering. */
export interface FrameworkRow {
  id: string
  /** The framework's page on handlers. */
  source: string
  /** Instances whose methods register handlers, e.g. `express#()`; calls may stand between (`.route('/x').get`). */
  instances?: readonly QualifiedName[]
  methods?: readonly string[]
  /** Functions that register (or wrap) the handler that they are given. */
  calls?: readonly QualifiedName[]
  /** Types of the object that holds the handler under one of the `keys`: `const route: ServerRoute = { handler }`. */
  holders?: readonly QualifiedName[]
  /** The handler stands under one of these keys of an object argument: `server.route({ handler })`; `/*` for any path. */
  keys?: readonly string[]
  /** Names under which a module exports the handler: `GET`, `loader`. */
  exports?: readonly string[]
  /** For `exports`: a pattern of the paths in which that counts. */
  files?: RegExp
  /** A decorator on the method, e.g. `@nestjs/common#Get`. */
  decorators?: readonly QualifiedName[]
  /** Types that a handler is declared with: `const create: RequestHandler = …`. */
  types?: readonly QualifiedName[]
  /** Parameter names that stand for the framework when nothing else is known, in order. */
  convention?: readonly RegExp[]
  /** With `convention`: only methods under one of these names, or functions in lists under one of these keys. */
  members?: readonly string[]
  /** With `convention`: only in files that import a module that starts so, or whose project depends on such a package. */
  framework?: string
  /** With `convention`: what the function's text has to say. */
  says?: RegExp
  /** How many parameters the handler must have, for frameworks that tell by their number. */
  arity?: number
  /** The parameters, by the framework's type; '' for one that carries nothing of interest. */
  parameters: readonly (QualifiedName | '')[]
  /** Whether what the handler returns (or throws) is sent to the client. */
  responds: 'return' | 'parameter' | 'both'
  /** Whether the first parameter is an error (error middleware). */
  error?: boolean
}

/** A function that a framework calls. */
export interface Handler {
  row: FrameworkRow
  function: FunctionNode
  /** The types of its parameters by index, as qualified names; undefined where nothing is known. */
  parameters: readonly (QualifiedName | undefined)[]
  /** The call that registers it, when there is one in the file. */
  registration: CallNode | undefined
  /** How sure it is: `registered` by a call, a decorator or an export that the framework defines, or `convention` by the names of its parameters. */
  by: 'registered' | 'convention'
}

/**
 * Is this function a framework's handler?
 *
 * @param file the function's file.
 * @param fn the function.
 * @returns the first row of the catalog that says so.
 */
export function handlerOf(file: FileAnalysis, fn: FunctionNode): Handler | undefined {
  const found = (row: FrameworkRow, registration: CallNode | undefined, by: Handler['by']): Handler => ({
    row,
    function: fn,
    parameters: row.parameters.map((name) => name || undefined),
    registration,
    by,
  })
  for (const place of placesOf(file, fn)) {
    const rows = place.call ? registeringRows(file, place.call) : []
    for (const row of rows)
      if (
        (row.keys
          ? place.key !== undefined && row.keys.includes(place.key.startsWith('/') ? '/*' : place.key)
          : place.key === undefined) &&
        fits(row, fn)
      )
        return found(row, place.call, 'registered')
  }
  const declared = declaredType(fn)
  if (declared)
    for (const name of typeNames(file, declared))
      for (const row of rowsByType.get(name) ?? []) if (fits(row, fn)) return found(row, undefined, 'registered')
  const holder = holderOf(fn)
  if (holder)
    for (const name of typeNames(file, holder.type))
      for (const row of rowsByHolder.get(name) ?? [])
        if (row.keys?.includes(holder.key)) return found(row, undefined, 'registered')
  const exported = exportedName(file, fn)
  const decorators = decoratorNames(file, fn)
  if (exported !== undefined || decorators.length > 0)
    for (const row of FRAMEWORKS) {
      if (
        exported !== undefined &&
        row.exports?.includes(exported) &&
        !(row.responds === 'return' && (answersByParameter(file, fn) || takesNoEvent(fn))) &&
        (!row.files || row.files.test(file.filename.replaceAll('\\', '/')))
      )
        return found(row, undefined, 'registered')
      if (row.decorators?.some((name) => decorators.includes(name))) return found(row, undefined, 'registered')
    }
  for (const { row, convention } of conventions) {
    if (fn.params.length < convention.length || !fits(row, fn)) continue
    if (!convention.every((pattern, i) => pattern.test(nameOf(fn.params[i]!) ?? '\0'))) continue
    if (row.members && !standsUnder(fn, row.members)) continue
    if (row.says && !row.says.test(file.text.slice(...fn.range))) continue
    if (row.framework !== undefined && !belongsTo(file, row.framework)) continue
    return found(row, undefined, 'convention')
  }
  return undefined
}

/** The type that is declared for the object, or the list of objects, in which a function stands under a key. */
function holderOf(fn: FunctionNode): { key: string; type: TSESTree.TypeNode } | undefined {
  let node: Node = wrapped(fn)
  let key: string | undefined
  for (let hops = 0; hops < 6; hops++) {
    const { parent } = node
    if (parent?.type === T.Property && parent.value === node) {
      key ??= propertyName(parent)
      node = parent.parent
    } else if (parent?.type === T.ArrayExpression) node = parent
    else if (parent?.type === T.TSSatisfiesExpression || parent?.type === T.TSAsExpression)
      return key === undefined ? undefined : { key, type: itemType(parent.typeAnnotation) }
    else {
      const type = parent?.type === T.VariableDeclarator ? parent.id.typeAnnotation?.typeAnnotation : undefined
      return key === undefined || !type ? undefined : { key, type: itemType(type) }
    }
  }
  return undefined
}

function itemType(type: TSESTree.TypeNode): TSESTree.TypeNode {
  if (type.type === T.TSArrayType) return itemType(type.elementType)
  if (type.type === T.TSTypeOperator && type.typeAnnotation) return itemType(type.typeAnnotation)
  return type
}

/** Whether a function is a method of one of these names, or an item of a list below one of these keys. */
function standsUnder(fn: FunctionNode, names: readonly string[]): boolean {
  let node: Node = wrapped(fn)
  for (let hops = 0; hops < 6; hops++) {
    const { parent } = node
    if (parent?.type === T.MethodDefinition || parent?.type === T.PropertyDefinition)
      return names.includes(propertyName(parent) ?? '')
    if (parent?.type === T.Property) {
      if (names.includes(propertyName(parent) ?? '')) return true
      node = parent.parent
    } else if (parent?.type === T.ArrayExpression) node = wrapped(parent)
    else return false
  }
  return false
}

function belongsTo(file: FileAnalysis, framework: string): boolean {
  const isPart = (name: string): boolean => name.startsWith(framework)
  return [...file.index.modules].some(isPart) || [...projectPackages(file.filename)].some(isPart)
}

/** `POST = (req, res) => res.json()` in a file of routes: of Medusa or the like, where others return their answer. */
function answersByParameter(file: FileAnalysis, fn: FunctionNode): boolean {
  const name = fn.params[1] && nameOf(fn.params[1])
  if (name === undefined || !/^_?res(?:ponse)?$/u.test(name)) return false
  const text = file.text.slice(...fn.range)
  return ['json', 'send', 'status', 'sendStatus', 'end'].some((method) => text.includes(`${name}.${method}(`))
}

/** The type that stands beside a function: on its variable or field, or after `satisfies`. */
function declaredType(fn: FunctionNode): TSESTree.TypeNode | undefined {
  const parent = fn.parent
  if (parent.type === T.TSSatisfiesExpression || parent.type === T.TSAsExpression) return parent.typeAnnotation
  const holder =
    parent.type === T.VariableDeclarator ? parent.id : parent.type === T.PropertyDefinition ? parent : undefined
  return holder?.typeAnnotation?.typeAnnotation
}

function fits(row: FrameworkRow, fn: FunctionNode): boolean {
  return row.arity === undefined || fn.params.length === row.arity
}

interface Place {
  /** The call that the function is handed to, itself or under a key of an object. */
  call: CallNode | undefined
  key: string | undefined
}

/** The calls to which a function's value goes: as an argument, in an array of arguments, or under a key of an object argument. */
function placesOf(file: FileAnalysis, fn: FunctionNode): Place[] {
  const uses = usesOf(file, fn)
  const places: Place[] = uses.callbacks.flatMap((use) => wrappers(file, use.call, undefined))
  for (const other of uses.others) {
    let node = other
    let key: string | undefined
    for (let i = 0; i < 6; i++) {
      const parent: Node | undefined = node.parent
      if (!parent) break
      if (parent.type === T.Property && parent.value === node) {
        key ??= propertyName(parent)
        node = wrapped(parent.parent)
      } else if (parent.type === T.ArrayExpression) node = wrapped(parent)
      else if (parent.type === T.CallExpression || parent.type === T.NewExpression) {
        if (unwrap(parent.callee) !== unwrap(node)) places.push({ call: parent, key })
        break
      } else if (parent.type === T.VariableDeclarator && key !== undefined) {
        // const routes = [{ handler: fn }]; server.route(routes)
        for (const call of handedTo(file, parent.id)) places.push({ call, key })
        break
      } else break
    }
  }
  return places
}

/** The calls that are given a variable, itself or spread. */
function handedTo(file: FileAnalysis, id: Node): TSESTree.CallExpression[] {
  const variable = id.type === T.Identifier ? file.index.variableOf(id) : undefined
  return (variable?.references.slice(0, 10) ?? []).flatMap((reference) => {
    let use: Node | undefined = wrapped(reference.identifier as Node)
    if (use.parent?.type === T.SpreadElement) use = use.parent
    const call = use.parent
    return call?.type === T.CallExpression && call.callee !== use ? [call] : []
  })
}

/** A call that wraps the handler (`asyncHandler(fn)`) is handed on in turn; both are places. */
function wrappers(file: FileAnalysis, call: CallNode, key: string | undefined): Place[] {
  const places: Place[] = [{ call, key }]
  const parent = wrapped(call).parent
  if ((parent?.type === T.CallExpression || parent?.type === T.NewExpression) && unwrap(parent.callee) !== call)
    places.push({ call: parent, key })
  else if (parent?.type === T.ArrayExpression) {
    const outer = wrapped(parent).parent
    if (outer?.type === T.CallExpression) places.push({ call: outer, key })
  } else if (parent?.type === T.VariableDeclarator && parent.id.type === T.Identifier) {
    // const handler = asyncHandler(fn); app.get('/x', handler)
    for (const use of handedTo(file, parent.id)) places.push({ call: use, key })
  }
  return places
}

const rowsByMethod = new Map<string, FrameworkRow[]>()
const rowsByCall = new Map<QualifiedName, FrameworkRow[]>()
const rowsByType = new Map<QualifiedName, FrameworkRow[]>()
const rowsByHolder = new Map<QualifiedName, FrameworkRow[]>()
for (const row of FRAMEWORKS as readonly FrameworkRow[]) {
  for (const method of row.methods ?? []) add(rowsByMethod, method, row)
  for (const call of row.calls ?? []) add(rowsByCall, call, row)
  for (const type of row.types ?? []) add(rowsByType, `${type}()`, row)
  for (const type of row.holders ?? []) add(rowsByHolder, `${type}()`, row)
}
/** The last names of all calls that register; `*` for one that is not known. */
const registeringNames = new Set([
  '*',
  ...rowsByMethod.keys(),
  ...[...rowsByCall.keys()].map((name) => name.slice(Math.max(name.lastIndexOf('.'), name.lastIndexOf('#')) + 1)),
])
const conventions = (FRAMEWORKS as readonly FrameworkRow[]).flatMap((row) =>
  row.convention ? [{ row, convention: row.convention }] : [],
)

function add<K>(map: Map<K, FrameworkRow[]>, key: K, row: FrameworkRow): void {
  const rows = map.get(key)
  if (rows) rows.push(row)
  else map.set(key, [row])
}

/**
 * The rows for which a call registers a handler.
 *
 * @param file the call's file.
 * @param call the call.
 */
export function registeringRows(file: FileAnalysis, call: CallNode): readonly FrameworkRow[] {
  const found: FrameworkRow[] = []
  const callee = unwrap(call.callee)
  // most functions go to `.map()` and its like
  if (callee.type === T.MemberExpression && !registeringNames.has(memberName(callee) ?? '*')) return found
  for (const name of file.names(call.callee)) {
    for (const row of rowsByCall.get(name) ?? []) if (!found.includes(row)) found.push(row)
    const method = name.slice(name.lastIndexOf('.') + 1)
    for (const row of rowsByMethod.get(method) ?? [])
      if (row.instances?.some((instance) => isFluent(name, instance)) && !found.includes(row)) found.push(row)
  }
  return found
}

/** Whether a name is a method of an instance, possibly further down: `express#().route().get` of `express#()`. */
function isFluent(name: QualifiedName, instance: QualifiedName): boolean {
  return name.startsWith(`${instance}.`)
}

/** `export async function handler(error)`, `export const handler = (argv) => …`: of errors, of a command line. */
function takesNoEvent(fn: FunctionNode): boolean {
  const [first] = fn.params
  return (
    first !== undefined &&
    /^_?(?:e|err|error|ex|exception|reason|argv|args|yargs|options|opts|flags|cmd|command)$/u.test(nameOf(first) ?? '')
  )
}

/** The name under which the module exports a function: `export function GET`, `export const GET =`, `exports.handler =`, `export default`. */
export function exportedName(file: FileAnalysis, fn: FunctionNode): string | undefined {
  let node = wrapped(fn)
  // `export const POST = withAuth(async (req) => …)`: what wraps a handler exports it
  for (let i = 0; i < 3 && node.parent?.type === T.CallExpression && node.parent.callee !== node; i++)
    node = wrapped(node.parent)
  const parent = node.parent
  if (!parent) return undefined
  if (parent.type === T.ExportDefaultDeclaration) return 'default'
  let id: Node | undefined
  if (fn.type === T.FunctionDeclaration) {
    if (parent.type === T.ExportNamedDeclaration) return fn.id?.name
    id = fn.id ?? undefined
  } else if (parent.type === T.VariableDeclarator && parent.id.type === T.Identifier) {
    if (parent.parent.parent.type === T.ExportNamedDeclaration) return parent.id.name
    id = parent.id
  } else if (parent.type === T.Property || parent.type === T.MethodDefinition) {
    // `export default { fetch(request) {} }`, `export const actions = { default: … }`
    const name = propertyName(parent)
    const holder = wrapped(parent.parent).parent
    if (holder?.type === T.ExportDefaultDeclaration) return `default.${name}`
    if (holder?.type === T.VariableDeclarator && holder.id.type === T.Identifier) {
      if (holder.parent.parent.type === T.ExportNamedDeclaration) return `${holder.id.name}.*`
      // `const handler = { fetch(request) {} }; export default handler`
      const references = file.index.variableOf(holder.id)?.references ?? []
      if (references.some(({ identifier }) => wrapped(identifier as Node).parent?.type === T.ExportDefaultDeclaration))
        return `default.${name}`
    }
    return undefined
  } else if (
    parent.type === T.AssignmentExpression &&
    parent.right === node &&
    parent.left.type === T.MemberExpression
  ) {
    const target = file.text.slice(...parent.left.object.range)
    const name = keyName(parent.left.property, parent.left.computed)
    if (target === 'exports' || target === 'module.exports') return name
    if (target === 'module' && name === 'exports') return 'default'
    return undefined
  }
  const variable = id && file.index.variableOf(id)
  for (const reference of variable?.references ?? []) {
    const use = (reference.identifier as Node).parent
    if (use?.type === T.ExportSpecifier)
      return use.exported.type === T.Identifier ? use.exported.name : use.exported.value
    if (use?.type === T.ExportDefaultDeclaration) return 'default'
  }
  return undefined
}

function decoratorNames(file: FileAnalysis, fn: FunctionNode): QualifiedName[] {
  const { parent } = fn
  if (parent.type !== T.MethodDefinition) return []
  // JavaScript parsers leave the list out.
  return (parent.decorators ?? []).flatMap((decorator) => {
    const expression = unwrap(decorator.expression)
    return [...file.names(expression.type === T.CallExpression ? expression.callee : expression)]
  })
}

function nameOf(param: Node): string | undefined {
  if (param.type === T.AssignmentPattern) return nameOf(param.left)
  // `find({ query })` of a service
  if (param.type === T.ObjectPattern)
    return param.properties.some((one) => one.type === T.Property && propertyName(one) === 'query')
      ? '{ query }'
      : undefined
  return param.type === T.Identifier ? param.name : undefined
}
