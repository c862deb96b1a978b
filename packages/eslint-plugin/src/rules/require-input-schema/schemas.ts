import { type FileAnalysis, keyName, memberName, type Node, T, unwrap } from '@palisade/analysis'
import { nameOf } from './validators.js'

/**
 * Does a schema accept anything? `z.any()`, `z.object({}).passthrough()`, `Joi.any()`, `{}`: it looks like validation
 * and is none.
 */

/** Members of schema libraries that accept any value. */
const ANYTHING = /^(?:any|unknown|mixed|Any|Unknown|looseUnknown)$/u
/** Methods that change nothing about what a schema accepts, or accept more. */
const WIDENING =
  /^(?:optional|nullable|nullish|passthrough|loose|catchall|describe|meta|brand|readonly|unknown|required|label|openapi|default|partial|deepPartial|strip|register|noUnknown)$/u
/** Schemas of objects: their first argument lists the members. */
const OBJECTS = /^(?:object|looseObject|Object|struct|Struct|type|partial|objectWithRest|keys|shape)$/u

/** How much a schema lets through. */
export type Width = 'anything' | 'more members' | undefined

/**
 * Whether a schema accepts anything, or members that it doesn't name.
 *
 * @param file the file of the schema's use.
 * @param schema the expression that stands for the schema.
 */
export function widthOf(file: FileAnalysis, schema: Node | undefined): Width {
  return schema ? width(file, schema, 0) : undefined
}

function width(file: FileAnalysis, schema: Node, depth: number): Width {
  if (depth > 8) return undefined
  const node = unwrap(schema)
  if (node.type === T.Identifier) {
    const init = initializer(file, node)
    return init ? width(file, init, depth + 1) : undefined
  }
  if (node.type === T.ObjectExpression) {
    // a JSON schema: `{}` accepts anything, `{ type: 'object' }` any object
    const keys = node.properties.map((property) =>
      property.type === T.Property ? keyName(property.key, property.computed) : '*',
    )
    if (keys.length === 0) return 'anything'
    const says = keys.filter(
      (key) => !/^(?:type|\$id|\$schema|title|description|additionalProperties|nullable)$/u.test(key ?? ''),
    )
    const type = node.properties.find(
      (property) => property.type === T.Property && keyName(property.key, property.computed) === 'type',
    )
    const isObject = type?.type === T.Property && type.value.type === T.Literal && type.value.value === 'object'
    return isObject && says.length === 0 ? 'anything' : undefined
  }
  if (node.type === T.MemberExpression)
    return isLibraryMember(file, node) && ANYTHING.test(memberName(node) ?? '') ? 'anything' : undefined
  if (node.type !== T.CallExpression) return undefined
  const callee = unwrap(node.callee)
  const name =
    callee.type === T.MemberExpression ? (memberName(callee) ?? '') : callee.type === T.Identifier ? callee.name : ''
  const inner = callee.type === T.MemberExpression ? unwrap(callee.object) : undefined
  if (
    WIDENING.test(name) &&
    inner &&
    (inner.type === T.CallExpression || (inner.type === T.Identifier && !isNamespace(file, inner)))
  ) {
    const below = width(file, inner, depth + 1)
    if (below === 'anything') return 'anything'
    return /^(?:passthrough|loose)$/u.test(name) || (name === 'unknown' && inner.type === T.CallExpression)
      ? 'more members'
      : below
  }
  if (
    /^(?:compile|Compile|compileAsync|parser|safeParser|decodeUnknownSync|decodeSync|decodeUnknown|decodeUnknownEither|is|asserts)$/u.test(
      name,
    ) &&
    node.arguments[0] &&
    isLibrary(file, callee)
  )
    return width(file, node.arguments[0], depth + 1)
  // the AI SDK's
  if (name === 'jsonSchema' && node.arguments[0]) return width(file, node.arguments[0], depth + 1)
  if (!isLibrary(file, callee)) return undefined
  if (ANYTHING.test(name)) return node.arguments.length === 0 || /^mixed$/u.test(name) ? 'anything' : undefined
  if (name === 'custom') return node.arguments.length === 0 ? 'anything' : undefined
  if (name === 'array' && node.arguments[0])
    return width(file, node.arguments[0], depth + 1) === 'anything' ? 'anything' : undefined
  if (name === 'record' || name === 'Record' || name === 'map') {
    const value = node.arguments.at(-1)
    return value && width(file, value, depth + 1) === 'anything' ? 'anything' : undefined
  }
  if (name === 'type' && node.arguments[0]?.type === T.Literal)
    return node.arguments[0].value === 'unknown' ? 'anything' : undefined
  if (!OBJECTS.test(name)) return undefined
  const [members] = node.arguments
  const empty = !members || (members.type === T.ObjectExpression && members.properties.length === 0)
  // `z.object({})` strips everything: nothing gets through; a passthrough after it is judged above
  if (!empty) return name === 'looseObject' ? 'more members' : undefined
  const library = nameOf(callee).split('.')[0] ?? ''
  if (name === 'object' && /^(?:joi|yup)$/iu.test(library)) return 'anything'
  if (file.names(callee).some((one) => /^(?:@hapi\/)?(?:joi|yup)#/u.test(one))) return 'anything'
  if (name === 'looseObject') return 'anything'
  // a stripping schema without members that somebody widened
  return isWidened(node) ? 'anything' : undefined
}

function isWidened(node: Node): boolean {
  const member = node.parent
  return (
    member?.type === T.MemberExpression &&
    member.object === node &&
    /^(?:passthrough|loose|catchall|unknown)$/u.test(memberName(member) ?? '')
  )
}

const LIBRARIES =
  /^(?:zod|zod\/.*|@zod\/mini|valibot|yup|joi|@hapi\/joi|celebrate|@sinclair\/typebox|typebox|superstruct|io-ts|runtypes|arktype|effect|effect\/Schema|@effect\/schema|@effect\/schema\/Schema|ajv|ajv\/.*|@hono\/zod-openapi|elysia|fastify|@vinejs\/vine)#/u

function isLibrary(file: FileAnalysis, node: Node): boolean {
  return file.names(node).some((name) => LIBRARIES.test(name)) || isHandedOn(file, node)
}

/** `z`, which a file of the project hands on, or which stands for itself in a fragment. */
function isHandedOn(file: FileAnalysis, node: Node): boolean {
  if (!/^(?:z|zod|Joi|joi|yup)(?:\.|$)/u.test(nameOf(node))) return false
  return file.names(node).every((name) => /^(?:[.@~#]?\/|\.\.?\/|[^#]*$)/u.test(name))
}

/** `z`, `Joi`: the library itself rather than a schema that was made with it. */
function isNamespace(file: FileAnalysis, node: Node): boolean {
  return file.names(node).some((name) => LIBRARIES.test(name) && !name.includes('()'))
}

function isLibraryMember(file: FileAnalysis, node: Node): boolean {
  return node.type === T.MemberExpression && isLibrary(file, node.object)
}

/** Whether an expression makes a schema of a library that is known. */
export function isSchema(file: FileAnalysis, node: Node): boolean {
  return file.names(node).some((name) => LIBRARIES.test(name))
}

function initializer(file: FileAnalysis, node: Node): Node | undefined {
  const definition = file.index.variableOf(node)?.defs[0]?.node as Node | undefined
  return definition?.type === T.VariableDeclarator && definition.id.type === T.Identifier
    ? (definition.init ?? undefined)
    : undefined
}
