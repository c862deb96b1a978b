import {
  type ConfidentialClass,
  enclosingFunction,
  type FileAnalysis,
  isFunction,
  lastName,
  memberName,
  type Node,
  type Origin,
  propertyName,
  T,
  type TypeMember,
  unwrap,
} from '@palisade/analysis'
import type { TSESTree } from '@typescript-eslint/utils'
import { isAsked, type Judgement } from './judgement.js'
import { typedefs, typeInComment } from './jsdoc-types.js'
import { ofFile } from './of-file.js'

/** What makes a whole object confidential. */
export interface HeldMember {
  /** What to call it: a member, or the type or tag that says so of the whole. */
  member: string
  class: ConfidentialClass
  /** The paths of all confidential members, where it is members that make it so. */
  paths?: readonly (readonly string[])[]
}

const SENSITIVE_TAGS = new Set(['sensitive', 'secret', 'pii', 'confidential', 'private-data'])

/**
 * Is the value itself declared to be confidential: by a tag in the JSDoc of its variable, member, parameter or type, by
 * a schema's metadata, by a type that the project names?
 *
 * @param origin where the value comes from.
 * @param ask what the project asks for.
 */
export function declaredConfidential(origin: Origin, ask: Judgement): HeldMember | undefined {
  for (const { file, type, path } of annotationsOf(origin)) {
    for (let length = 0; length <= path.length; length++) {
      const reached = typeAt(file, type, path.slice(0, length), 0)
      if (!reached) continue
      const { names, tags } = declaringNames(file, reached.type, 0)
      const named = names.find((name) => ask.sensitiveTypes.has(name))
      if (named !== undefined) return { member: named, class: 'credentials' }
      const tagged = sensitive([...reached.tags, ...tags])
      if (tagged) return tagged
    }
    const schema = path.length === 1 ? inferredFrom(file, withoutAlias(file, type)) : undefined
    const found = schema && membersOfSchema(file, schema, ask.metadata).find((one) => one.path[0] === path[0])
    const tagged = found && sensitive(found.tags)
    if (tagged) return tagged
  }
  return sensitive([...declarationTags(origin), ...fieldTags(origin)]) ?? inferredDeclaration(origin, ask)
}

function sensitive(tags: readonly string[]): HeldMember | undefined {
  const tag = tags.find((one) => SENSITIVE_TAGS.has(one))
  return tag === undefined ? undefined : { member: tag, class: tag === 'pii' ? 'pii' : 'credentials' }
}

/**
 * Does the declared type of a whole object have a confidential member? Types of the same file are read as they are
 * written; with type information also those of other files, unless a library declares them.
 *
 * @param origin where the object comes from.
 * @param without members that were taken away on the way.
 * @param ask what the project asks for.
 * @param isLoop whether each member of the object is read in turn.
 */
export function confidentialMembers(
  origin: Origin,
  without: readonly string[],
  ask: Judgement,
  isLoop = false,
): HeldMember | undefined {
  let isWritten = false
  for (const { file, type, path } of annotationsOf(origin)) {
    const reached = typeAt(file, type, isLoop && path.at(-1) === '*' ? path.slice(0, -1) : path, 0)
    const written = reached && writtenMembers(file, reached.type, ask.metadata, 0)
    const found = written && firstConfidential(written, without, ask)
    if (found) return found
    isWritten ||= written !== undefined && !hasBaseElsewhere(file, reached!.type)
  }
  const declared = declaredConfidential(origin, ask)
  if (declared) return declared
  const parsed =
    schemaMembers(origin, ask.metadata) ??
    inputMembers(origin, ask.metadata) ??
    stateMembers(origin) ??
    modelMembers(origin, ask.metadata)
  if (parsed) return parsed.length === 0 ? undefined : firstConfidential(parsed, without, ask)
  if (isWritten || !origin.file.types.available) return undefined
  return inferredMembers(origin, without, ask)
}

/**
 * Is a whole object declared to hold nothing confidential, whatever it is called: `credentials: { id: string; counter:
 * number }[]`?
 *
 * @param origin where the object comes from.
 * @param ask what the project asks for.
 */
export function isDeclaredHarmless(origin: Origin, ask: Judgement): boolean {
  for (const { file, type, path } of annotationsOf(origin)) {
    const reached = typeAt(file, type, path, 0)
    const written = reached && writtenMembers(file, reached.type, ask.metadata, 0)
    if (!written || written.length === 0 || hasBaseElsewhere(file, reached.type)) continue
    const mayHold = written.some(({ path: to, isText }) => isText && ANY_VALUE.test(to.at(-1)!))
    return !mayHold && firstConfidential(written, [], ask) === undefined
  }
  return false
}

/** Members that may be the secret itself, whose name doesn't say so. */
const ANY_VALUE = /^(?:value|key|data|content|text|code|pass|pwd|raw|body|header|cookie)$/iu

/** What type information says of the declaration of a value, or of the member that is read from it. */
function inferredDeclaration(origin: Origin, ask: Judgement): HeldMember | undefined {
  const { types } = origin.file
  if (!types.available) return undefined
  const read = origin.members.length === 0 ? origin.node : lastRead(origin)
  const tagged = read && sensitive(types.tags(read) ?? [])
  if (!read || tagged || ask.sensitiveTypes.size === 0) return tagged
  const facts = types.describe(read)
  const named = facts
    ? [...facts.classes.map((name) => name.slice(name.lastIndexOf('#') + 1)), ...typeWords(facts.text)]
    : []
  const found = named.find((name) => ask.sensitiveTypes.has(name))
  return found === undefined ? undefined : { member: found, class: 'credentials' }
}

/** What type information says of the members of the whole object. */
function inferredMembers(origin: Origin, without: readonly string[], ask: Judgement): HeldMember | undefined {
  if (origin.members.some((name) => !/^(?:\*|\d+)$/u.test(name))) return undefined
  const held = origin.file.types.held(origin.node, 2)
  // What a library declares is its own.
  if (!held?.members || held.members.length >= 60 || held.classes.some((name) => !name.startsWith('.')))
    return undefined
  return firstConfidential(flattened(held.members), without, ask)
}

/** The expression that read the last member of the access path. */
function lastRead(origin: Origin): Node | undefined {
  const step = origin.steps.find((one) => one.kind === 'member')
  return step && origin.steps.every((one) => one === step || one.kind !== 'import') ? step.node : undefined
}

/** The names in a type's text, whose members are no names of their own: `Sensitive<string> | null`. */
function typeWords(text: string): string[] {
  return text.includes('{') ? [] : (text.match(/[A-Za-z_$][\w$]*/gu) ?? [])
}

type Declaration = TSESTree.TSInterfaceDeclaration | TSESTree.TSTypeAliasDeclaration | TSESTree.ClassDeclaration

interface Member {
  /** The names that lead to it from the whole object. */
  path: readonly string[]
  isText: boolean
  tags: readonly string[]
  /** What a schema says of it. */
  text?: string
}

function firstConfidential(
  members: readonly Member[],
  without: readonly string[],
  ask: Judgement,
): HeldMember | undefined {
  const held: { path: readonly string[]; class: ConfidentialClass }[] = []
  for (const { path, isText, tags } of members) {
    if (without.includes(path[0]!)) continue
    if (tags.some((tag) => SENSITIVE_TAGS.has(tag)))
      held.push({ path, class: tags.includes('pii') ? 'pii' : 'credentials' })
    else if (isText) {
      // A digest under its own name is `about` and stays out.
      const name = path.at(-1)!
      const meaning = ask.classifyPath(isPassword(name, members) ? [...path.slice(0, -1), 'password'] : path)
      if (meaning.certainty === 'sure' && meaning.kind !== 'about' && isAsked(meaning, ask))
        held.push({ path, class: meaning.class! })
    }
  }
  const [first] = held
  return first && { member: first.path.at(-1)!, class: first.class, paths: held.map(({ path }) => path) }
}

/** `{ user: string; pass: string }` */
function isPassword(name: string, members: readonly Member[]): boolean {
  return (
    /^(?:pass|pw|pwd)$/u.test(name) && members.some(({ path }) => /^(?:user|user_?name|login)$/iu.test(path.at(-1)!))
  )
}

function flattened(members: readonly TypeMember[], depth = 0): Member[] {
  return members.flatMap((member) => [
    { path: [member.name], isText: member.kinds.includes('string'), tags: member.tags },
    ...(member.members && depth < 2
      ? flattened(member.members, depth + 1).map((one) => ({ ...one, path: [member.name, ...one.path] }))
      : []),
  ])
}

/** A type that is written for a value on its way, and what is read from it afterwards. */
interface Annotation {
  file: FileAnalysis
  type: TSESTree.TypeNode
  path: readonly string[]
}

/** The types that are written for what was traced: of its declaration, of the variables and results on the way. */
function annotationsOf(origin: Origin): Annotation[] {
  const found: Annotation[] = []
  const add = (file: FileAnalysis, type: TSESTree.TypeNode | undefined, path: readonly string[]) => {
    if (type) found.push({ file, type, path })
  }
  for (const step of origin.steps) {
    // What was made of the value is another thing.
    if (!step.same && step.name !== 'stringify' && step.name !== 'inspect') continue
    const file = origin.file
    const members = step.members ?? []
    if (step.kind === 'variable') {
      const definition = file.index.variableOf(step.node)?.defs[0]
      if (definition?.name.type === T.Identifier)
        add(file, annotationOf(definition.name) ?? documentedType(file, definition.name), members)
      if (definition?.type === 'Variable' && definition.name === definition.node.id)
        add(file, castOf(definition.node.init), members)
      if (definition?.type === 'Variable' && definition.node.id.type === T.ObjectPattern) {
        // `const { user }: Context = …`
        const { parent } = definition.name as Node
        const name = parent?.type === T.Property && parent.parent === definition.node.id && propertyName(parent)
        if (name) add(file, definition.node.id.typeAnnotation?.typeAnnotation, [name, ...members])
      }
    } else if (step.kind === 'member' && step.node.type === T.MemberExpression) {
      add(file, typeOfField(file, step.node), members)
    } else if (step.kind === 'write' && step.node.parent?.type === T.ExpressionStatement) {
      // `/** @type {User[]} */ this.users = []`
      if (isDocumented(file)) add(file, typeInComment(commentBefore(file, step.node.parent), 'type'), members.slice(1))
    } else if (step.kind === 'return') {
      const fn = enclosingFunction(step.node)
      add(file, fn && (fn.returnType?.typeAnnotation ?? documentedType(file, fn)), members)
    }
  }
  add(origin.file, annotationOf(origin.node) ?? documentedType(origin.file, origin.node), origin.members)
  if (origin.kind === 'call') {
    addGiven(origin, add)
    addStored(origin, add)
  }
  if (origin.kind === 'parameter') {
    // `({ input }: { input: Login }) => …`
    const parameter = origin.function.params[origin.index]
    if (parameter?.type === T.ObjectPattern) add(origin.file, parameter.typeAnnotation?.typeAnnotation, origin.members)
  }
  if (origin.kind === 'parameter' && origin.index === 0) addOfRoute(origin, add)
  return found
}

/** Methods that give what is stored, one or many of it. */
const FINDS =
  /^(?:find(?:(?:One|First|Unique)(?:By)?(?:OrFail|OrThrow)?|By|All|ById|ByPk|ByIdAnd\w+|OneAnd\w+)?|create|save|preload|getOne|getMany)$/u

/** Types of what gives stored objects of their first argument. */
const STORES = /(?:Repository|Model|Collection)$/u

/** `users.findOne()` of a `Repository<User>` or `Model<User>`. */
function addStored(
  { call, file, members }: Origin & { kind: 'call' },
  add: (file: FileAnalysis, type: TSESTree.TypeNode | undefined, path: readonly string[]) => void,
): void {
  const callee = call.type === T.CallExpression ? unwrap(call.callee) : undefined
  if (callee?.type !== T.MemberExpression || !FINDS.test(memberName(callee) ?? '')) return
  const type = typeOfStore(file, unwrap(callee.object))
  if (type?.type !== T.TSTypeReference || !STORES.test(entityName(type.typeName) ?? '')) return
  const isItem = /^(?:\d+|\*)$/u.test(members[0] ?? '')
  add(file, type.typeArguments?.params[0], isItem ? members.slice(1) : members)
}

/** The type that is written for a variable or parameter, or for a field of the class around. */
function typeOfStore(file: FileAnalysis, store: Node): TSESTree.TypeNode | undefined {
  if (store.type === T.Identifier) {
    const name = file.index.variableOf(store)?.defs[0]?.name
    return name?.type === T.Identifier ? annotationOf(name) : undefined
  }
  if (store.type !== T.MemberExpression || store.object.type !== T.ThisExpression) return undefined
  const name = memberName(store)
  for (const member of bodyAround(store)?.body ?? []) {
    if (member.type === T.PropertyDefinition && propertyName(member) === name)
      return (
        member.typeAnnotation?.typeAnnotation ??
        (isDocumented(file) ? typeInComment(commentBefore(file, member), 'type') : undefined)
      )
    if (member.type !== T.MethodDefinition || member.kind !== 'constructor') continue
    for (const param of member.value.params)
      if (
        param.type === T.TSParameterProperty &&
        param.parameter.type === T.Identifier &&
        param.parameter.name === name
      )
        return param.parameter.typeAnnotation?.typeAnnotation
  }
  return undefined
}

/** The type that is written for what is read as `this.name`, or as `Sessions.name` of a class of the file. */
function typeOfField(file: FileAnalysis, read: TSESTree.MemberExpression): TSESTree.TypeNode | undefined {
  if (read.object.type === T.ThisExpression) return typeOfStore(file, read)
  if (read.object.type !== T.Identifier || !/^[A-Z]/u.test(read.object.name)) return undefined
  const cls = file.index.variableOf(read.object)?.defs[0]?.node
  if (cls?.type !== T.ClassDeclaration) return undefined
  const name = memberName(read)
  const field = cls.body.body.find(
    (one) => one.type === T.PropertyDefinition && one.static && propertyName(one) === name,
  )
  return field?.type === T.PropertyDefinition ? field.typeAnnotation?.typeAnnotation : undefined
}

/** The body of the class around a node. */
function bodyAround(node: Node): TSESTree.ClassBody | undefined {
  let current: Node | undefined = node
  while (current && current.type !== T.ClassBody) current = current.parent
  return current
}

/** `app.post<{ Body: Login }>('/login', (req) => …)`: what the route says of its requests. */
function addOfRoute(
  { function: fn, file, members }: Origin & { kind: 'parameter' },
  add: (file: FileAnalysis, type: TSESTree.TypeNode | undefined, path: readonly string[]) => void,
): void {
  const [part, ...rest] = members
  if (!/^(?:body|params|query|headers)$/u.test(part ?? '')) return
  const options = fn.parent.type === T.Property ? fn.parent.parent : undefined
  const call = options ? options.parent : fn.parent
  const route = call?.type === T.CallExpression ? call.typeArguments?.params[0] : undefined
  if (route) add(file, route, [routePart(part!), ...rest])
}

/** `Body` for `body`, `Querystring` for `query`. */
function routePart(member: string): string {
  return member === 'query' ? 'Querystring' : member.replace(/^\w/u, (letter) => letter.toUpperCase())
}

/** The types that a call is written with: `new Map<string, Session>()`, `axios.get<Session>(url)`. */
function addGiven(
  { call, file, members }: Origin & { kind: 'call' },
  add: (file: FileAnalysis, type: TSESTree.TypeNode | undefined, path: readonly string[]) => void,
): void {
  const given = call.typeArguments?.params ?? []
  if (given.length === 0) return
  if (call.type === T.NewExpression) {
    const name = lastName(call.callee) ?? ''
    const isEntry = name === 'Map' && members[0] === '*' && members[1] === '1'
    if (COLLECTIONS.test(name)) add(file, given.at(-1), members.slice(isEntry ? 2 : 1))
    return
  }
  add(file, given[0], members)
  // What HTTP clients wrap around it.
  if (members[0] === 'data') add(file, given[0], members.slice(1))
}

const isDocumented = ofFile(({ text }) => /@(?:type|param|arg|argument|returns?)\s*\{/u.test(text))

/** The type that a JSDoc comment gives a variable or parameter, by its name, or the result of a function. */
function documentedType(file: FileAnalysis, node: Node): TSESTree.TypeNode | undefined {
  if (!isDocumented(file)) return undefined
  let type = documented.get(node)
  if (type === undefined) documented.set(node, (type = readDocumentedType(file, node) ?? null))
  return type ?? undefined
}

const documented = new WeakMap<Node, TSESTree.TypeNode | null>()

function readDocumentedType(file: FileAnalysis, node: Node): TSESTree.TypeNode | undefined {
  if (isFunction(node)) return typeInComment(commentBefore(file, node), 'returns')
  if (node.type !== T.Identifier || !node.parent) return undefined
  const { parent } = node
  if (parent.type === T.VariableDeclarator) return typeInComment(commentBefore(file, parent), 'type')
  const fn = parent.type === T.AssignmentPattern ? parent.parent : parent
  return isFunction(fn) ? typeInComment(commentBefore(file, fn), 'param', node.name) : undefined
}

/** The JSDoc comment right before the declaration that a node is a part of. */
function commentBefore(file: FileAnalysis, node: Node): string {
  let holder = node
  for (let { parent } = holder; parent && HOLDERS.has(parent.type); { parent } = holder) holder = parent
  const before = file.text.slice(Math.max(0, holder.range[0] - 2000), holder.range[0]).trimEnd()
  const start = before.endsWith('*/') ? before.lastIndexOf('/**') : -1
  return start < 0 ? '' : before.slice(start + 3, -2)
}

/** What stands around a function or a declarator where its comment comes first. */
const HOLDERS: ReadonlySet<string> = new Set([
  T.VariableDeclarator,
  T.VariableDeclaration,
  T.ExportNamedDeclaration,
  T.ExportDefaultDeclaration,
  T.MethodDefinition,
  T.PropertyDefinition,
  T.Property,
  T.AssignmentExpression,
  T.ExpressionStatement,
])

function annotationOf(node: Node): TSESTree.TypeNode | undefined {
  for (let current: Node | undefined = node, hops = 0; current && hops < 2; current = current.parent, hops++) {
    const written = (current as { typeAnnotation?: TSESTree.TSTypeAnnotation }).typeAnnotation?.typeAnnotation
    if (written) return current === node ? written : undefined
    if (current.type !== T.Identifier) return undefined
  }
  return undefined
}

/** `as User`, `<User>x`, `satisfies User` around a value, an `await` in between. */
function castOf(init: Node | null): TSESTree.TypeNode | undefined {
  for (let current = init; current;) {
    if (current.type === T.TSAsExpression || current.type === T.TSTypeAssertion) return current.typeAnnotation
    if (current.type === T.AwaitExpression) current = current.argument
    else return undefined
  }
  return undefined
}

/** Generic types whose members are those of their argument. */
const SAME_MEMBERS =
  /^(?:Readonly|Partial|Required|NonNullable|Awaited|Promise|PromiseLike|DeepReadonly|DeepPartial|Nullable|Maybe|Optional)$/u
/** Generic types that hold values of their last argument. */
const COLLECTIONS = /^(?:Array|ReadonlyArray|Set|ReadonlySet|Iterable|AsyncIterable|Record|Map|ReadonlyMap)$/u

/** The type that an access path leads to, with the tags of the member that it ends at. */
function typeAt(
  file: FileAnalysis,
  type: TSESTree.TypeNode,
  path: readonly string[],
  depth: number,
): { type: TSESTree.TypeNode; tags: readonly string[] } | undefined {
  const [name, ...rest] = path
  if (name === undefined) return { type, tags: [] }
  if (depth > 8) return undefined
  const inner = argumentOf(type, name)
  if (inner) return typeAt(file, inner.type, inner.taken ? withoutEntry(type, rest) : path, depth + 1)
  if (type.type === T.TSUnionType || type.type === T.TSIntersectionType) {
    for (const part of type.types) {
      const found = typeAt(file, part, path, depth + 1)
      if (found) return found
    }
    return undefined
  }
  for (const element of elementsOf(file, type, depth)) {
    if (element.type !== T.TSPropertySignature && element.type !== T.PropertyDefinition) continue
    const declared = element.typeAnnotation?.typeAnnotation
    if (propertyName(element as never) !== name || !declared) continue
    if (rest.length === 0) return { type: declared, tags: tagsOfElement(file, element) }
    return typeAt(file, declared, rest, depth + 1)
  }
  const held = heldBy(file, type, name)
  return held && typeAt(file, held.type, [...held.path, ...rest], depth + 1)
}

/** What a library's generic type holds under a member: `Job<T>.data`, `Request<P, R, T>.body`, `FastifyRequest<{ Body: T }>.body`. */
function heldBy(
  file: FileAnalysis,
  type: TSESTree.TypeNode,
  member: string,
): { type: TSESTree.TypeNode; path: readonly string[] } | undefined {
  if (type.type !== T.TSTypeReference || type.typeName.type !== T.Identifier) return undefined
  const params = type.typeArguments?.params ?? []
  if (params.length === 0 || declarationsOf(file).has(type.typeName.name)) return undefined
  // `users.find()`, which for a list would be one of its items
  if (member === '*' && STORES.test(type.typeName.name)) return { type: params[0]!, path: [] }
  if (/^(?:data|detail|payload|value|result|job)$/u.test(member)) return { type: params[0]!, path: [] }
  if (!/^(?:body|params|query|headers)$/u.test(member)) return undefined
  const route = params.find((one) => one.type === T.TSTypeLiteral)
  const key = routePart(member)
  const isRoute = route?.members.some((one) => one.type === T.TSPropertySignature && propertyName(one as never) === key)
  if (route && isRoute) return { type: route, path: [key] }
  return member === 'body' && params[2] ? { type: params[2], path: [] } : undefined
}

/** What a wrapper or collection holds; `taken` when reading a member of it has led there. */
function argumentOf(type: TSESTree.TypeNode, member?: string): { type: TSESTree.TypeNode; taken: boolean } | undefined {
  if (type.type === T.TSArrayType) return { type: type.elementType, taken: true }
  // `{ [id: string]: Session }`
  const [only] = type.type === T.TSTypeLiteral && type.members.length === 1 ? type.members : []
  if (only?.type === T.TSIndexSignature && only.typeAnnotation)
    return { type: only.typeAnnotation.typeAnnotation, taken: true }
  if (type.type === T.TSTypeOperator && type.typeAnnotation) return { type: type.typeAnnotation, taken: false }
  if (type.type !== T.TSTypeReference || type.typeName.type !== T.Identifier) return undefined
  const params = type.typeArguments?.params ?? []
  const last = params.at(-1)
  if (last && COLLECTIONS.test(type.typeName.name)) return { type: last, taken: true }
  if (params[0] && SAME_MEMBERS.test(type.typeName.name)) return { type: params[0], taken: false }
  const [, keys] = params
  if (params[0] && keys && /^(?:Omit|Pick)$/u.test(type.typeName.name) && member !== undefined)
    return literalKeys(keys).includes(member) === (type.typeName.name === 'Pick')
      ? { type: params[0], taken: false }
      : undefined
  return undefined
}

/** `for (const [key, value] of map)`: the value of an entry is what the map holds. */
function withoutEntry(type: TSESTree.TypeNode, path: readonly string[]): readonly string[] {
  const isMap = type.type === T.TSTypeReference && /Map$/u.test(entityName(type.typeName) ?? '')
  return isMap && path[0] === '1' ? path.slice(1) : path
}

function literalKeys(type: TSESTree.TypeNode): string[] {
  if (type.type === T.TSUnionType) return type.types.flatMap(literalKeys)
  return type.type === T.TSLiteralType && type.literal.type === T.Literal ? [String(type.literal.value)] : []
}

function entityName(name: TSESTree.EntityName): string | undefined {
  return name.type === T.TSQualifiedName ? name.right.name : name.type === T.Identifier ? name.name : undefined
}

/** The names of a type, its wrappers and parts, and of what it is an alias of; with the tags of their declarations. */
function declaringNames(
  file: FileAnalysis,
  type: TSESTree.TypeNode,
  depth: number,
): { names: readonly string[]; tags: readonly string[] } {
  const own = type.type === T.TSTypeReference ? entityName(type.typeName) : undefined
  const declared = own === undefined ? undefined : declarationsOf(file).get(own)
  const parts: TSESTree.TypeNode[] =
    type.type === T.TSUnionType || type.type === T.TSIntersectionType ? [...type.types] : []
  const inner = argumentOf(type)
  if (inner) parts.push(inner.type)
  if (declared?.type === T.TSTypeAliasDeclaration) parts.push(declared.typeAnnotation)
  const below = depth > 6 ? [] : parts.map((part) => declaringNames(file, part, depth + 1))
  const statement = declared?.parent.type === T.ExportNamedDeclaration ? declared.parent : declared
  return {
    names: [...(own === undefined ? [] : [own]), ...below.flatMap((one) => one.names)],
    tags: [...(statement ? tagsBefore(file, statement) : []), ...below.flatMap((one) => one.tags)],
  }
}

/** What a name of the file stands for. */
function withoutAlias(file: FileAnalysis, type: TSESTree.TypeNode): TSESTree.TypeNode {
  const name = type.type === T.TSTypeReference ? entityName(type.typeName) : undefined
  const declared = name === undefined ? undefined : declarationsOf(file).get(name)
  return declared?.type === T.TSTypeAliasDeclaration ? declared.typeAnnotation : type
}

type Declaring = TSESTree.TypeElement | TSESTree.ClassElement

/** The members of a type literal, an interface and those it extends, a class, an alias of one. */
function elementsOf(file: FileAnalysis, type: TSESTree.TypeNode, depth: number): readonly Declaring[] {
  if (type.type === T.TSTypeLiteral) return type.members
  if (type.type !== T.TSTypeReference || type.typeName.type !== T.Identifier || depth > 8) return []
  const declared = declarationsOf(file).get(type.typeName.name)
  if (declared?.type === T.TSInterfaceDeclaration) return declared.body.body
  if (declared?.type === T.ClassDeclaration) return declared.body.body
  return declared?.type === T.TSTypeAliasDeclaration ? elementsOf(file, declared.typeAnnotation, depth + 1) : []
}

/** The members of a type as it is written in the file: a literal, an interface, an alias of one, or many of them. */
function writtenMembers(
  file: FileAnalysis,
  type: TSESTree.TypeNode,
  metadata: RegExp,
  depth: number,
): Member[] | undefined {
  if (depth > 6) return undefined
  if (type.type === T.TSTypeLiteral && !argumentOf(type)) return membersOf(file, type.members, metadata, depth)
  if (type.type === T.TSIntersectionType || type.type === T.TSUnionType) {
    const parts = type.types.map((one) => writtenMembers(file, one, metadata, depth + 1))
    return parts.some(Boolean) ? parts.flatMap((one) => one ?? []) : undefined
  }
  const inner = argumentOf(type)
  if (inner) return writtenMembers(file, inner.type, metadata, depth + 1)
  const schema = inferredFrom(file, type)
  if (schema) return membersOfSchema(file, schema, metadata)
  if (type.type !== T.TSTypeReference || type.typeName.type !== T.Identifier) return undefined
  const [whole, keys] = type.typeArguments?.params ?? []
  if (whole && keys && /^(?:Omit|Pick)$/u.test(type.typeName.name)) {
    const named = literalKeys(keys)
    const isPick = type.typeName.name === 'Pick'
    return writtenMembers(file, whole, metadata, depth + 1)?.filter((one) => named.includes(one.path[0]!) === isPick)
  }
  const declared = declarationsOf(file).get(type.typeName.name)
  if (declared?.type === T.TSInterfaceDeclaration) {
    const bases = declared.extends.flatMap((base) =>
      base.expression.type === T.Identifier ? [declarationsOf(file).get(base.expression.name)] : [],
    )
    return [
      ...membersOf(file, declared.body.body, metadata, depth),
      ...bases.flatMap((base) =>
        base?.type === T.TSInterfaceDeclaration ? membersOf(file, base.body.body, metadata, depth + 1) : [],
      ),
    ]
  }
  if (declared?.type === T.ClassDeclaration) {
    const base =
      declared.superClass?.type === T.Identifier ? declarationsOf(file).get(declared.superClass.name) : undefined
    return [
      ...fieldsOf(file, declared),
      ...(base?.type === T.ClassDeclaration && base !== declared ? fieldsOf(file, base) : []),
    ]
  }
  return declared?.type === T.TSTypeAliasDeclaration
    ? writtenMembers(file, declared.typeAnnotation, metadata, depth + 1)
    : undefined
}

/** Whether a class or interface has members from one that the file imports. */
function hasBaseElsewhere(file: FileAnalysis, type: TSESTree.TypeNode): boolean {
  const name = type.type === T.TSTypeReference ? entityName(type.typeName) : undefined
  const declared = name === undefined ? undefined : declarationsOf(file).get(name)
  const bases =
    declared?.type === T.ClassDeclaration
      ? [declared.superClass]
      : declared?.type === T.TSInterfaceDeclaration
        ? declared.extends.map((one) => one.expression)
        : []
  return bases.some((base) => base?.type === T.Identifier && !declarationsOf(file).has(base.name))
}

function membersOf(
  file: FileAnalysis,
  elements: readonly TSESTree.TypeElement[],
  metadata: RegExp,
  depth: number,
): Member[] {
  return elements.flatMap((element) => {
    if (element.type !== T.TSPropertySignature) return []
    const name = propertyName(element as never)
    const type = element.typeAnnotation?.typeAnnotation
    if (name === undefined) return []
    const inner = type && depth < 2 ? writtenMembers(file, type, metadata, depth + 1) : undefined
    const own = { path: [name], isText: !type || isTextType(type), tags: tagsBefore(file, element) }
    return [own, ...(inner ?? []).map((one) => ({ ...one, path: [name, ...one.path] }))]
  })
}

/** A class's own fields; one under `@Exclude()` of class-transformer is kept from clients, and printed by a logger. */
function fieldsOf(file: FileAnalysis, declared: TSESTree.ClassDeclaration): Member[] {
  return declared.body.body.flatMap((member): Member[] => {
    if (member.type === T.MethodDefinition && member.kind === 'constructor')
      return member.value.params.flatMap((param) => parameterField(file, param))
    const name = member.type === T.PropertyDefinition ? propertyName(member) : undefined
    if (member.type !== T.PropertyDefinition || name === undefined || member.static) return []
    const type = member.typeAnnotation?.typeAnnotation
    return [{ path: [name], isText: !type || isTextType(type), tags: tagsOfElement(file, member) }]
  })
}

/** `constructor(readonly password: string)`: a field too. */
function parameterField(file: FileAnalysis, param: TSESTree.Parameter): Member[] {
  if (param.type !== T.TSParameterProperty || param.parameter.type !== T.Identifier) return []
  const { name, typeAnnotation } = param.parameter
  const type = typeAnnotation?.typeAnnotation
  return [{ path: [name], isText: !type || isTextType(type), tags: tagsBefore(file, param) }]
}

function isTextType(type: TSESTree.TypeNode): boolean {
  if (type.type === T.TSStringKeyword) return true
  return type.type === T.TSUnionType && type.types.some(isTextType)
}

/** The tags of the declaration that an origin is: a variable's, a parameter's, a field's. */
function declarationTags(origin: Origin): readonly string[] {
  if (origin.kind !== 'unknown' && origin.kind !== 'parameter' && origin.kind !== 'call') return []
  if (origin.kind === 'parameter') {
    const parameter = origin.function.params[origin.index]
    return parameter && origin.members.length === 0 ? tagsBefore(origin.file, parameter) : []
  }
  const variable = origin.steps.findLast((step) => step.kind === 'variable')
  const definition = variable && origin.file.index.variableOf(variable.node)?.defs[0]
  const statement = definition?.type === 'Variable' ? definition.node.parent : undefined
  return statement ? tagsBefore(origin.file, statement) : []
}

/** The tags of a field that is read as `this.name`. */
function fieldTags(origin: Origin): readonly string[] {
  return origin.steps
    .flatMap(({ kind, node }) => {
      if (kind !== 'member' || node.type !== T.MemberExpression || node.object.type !== T.ThisExpression) return []
      return fieldDeclared(origin.file, node)
    })
    .concat(
      origin.kind === 'this' && origin.node.parent?.type === T.MemberExpression
        ? fieldDeclared(origin.file, origin.node.parent)
        : [],
    )
}

function fieldDeclared(file: FileAnalysis, read: TSESTree.MemberExpression): readonly string[] {
  const name = memberName(read)
  const field = bodyAround(read)?.body.find((one) => one.type === T.PropertyDefinition && propertyName(one) === name)
  return field ? tagsOfElement(file, field) : []
}

/** The tags of a member; a field under `@Exclude()` is as good as tagged. */
function tagsOfElement(file: FileAnalysis, element: Node): readonly string[] {
  const decorators = element.type === T.PropertyDefinition ? (element.decorators ?? []) : []
  const isExcluded = decorators.some((one) => /^@Exclude\b/u.test(file.text.slice(...one.range)))
  return [...tagsBefore(file, element), ...(isExcluded ? ['sensitive'] : [])]
}

/** The JSDoc tags of the comment that stands right before a declaration. */
function tagsBefore(file: FileAnalysis, node: Node): string[] {
  const before = file.text.slice(Math.max(0, node.range[0] - 400), node.range[0])
  const comment = /\/\*\*((?:[^*]|\*(?!\/))*)\*\/\s*$/u.exec(before)?.[1]
  return comment ? [...comment.matchAll(/@([\w-]+)/gu)].map((match) => match[1]!) : []
}

const declarations = new WeakMap<FileAnalysis, ReadonlyMap<string, Declaration>>()

function declarationsOf(file: FileAnalysis) {
  let found = declarations.get(file)
  if (!found) {
    const map = new Map<string, Declaration>()
    for (const statement of file.ast.body) {
      const node = statement.type === T.ExportNamedDeclaration ? statement.declaration : statement
      if (node?.type === T.TSInterfaceDeclaration || node?.type === T.TSTypeAliasDeclaration)
        map.set(node.id.name, node)
      else if (node?.type === T.ClassDeclaration && node.id) map.set(node.id.name, node)
    }
    for (const [name, declared] of typedefs(file)) if (!map.has(name)) map.set(name, declared)
    declarations.set(file, (found = map))
  }
  return found
}

// --- schemas: what a validator has accepted is declared by its schema

const SCHEMA_OBJECT =
  /^(?:object|strictObject|looseObject|passthroughObject|Object|type|interface|struct|Struct|Schema)$/u
const ACCEPTING =
  /^(?:parse|parseAsync|safeParse|safeParseAsync|validate|validateSync|validateAsync|cast|decode|assert|Parse)$/u

/** `z.infer<typeof User>`, `z.output<…>`, `Static<typeof User>`: the schema's name. */
function inferredFrom(file: FileAnalysis, type: TSESTree.TypeNode): Node | undefined {
  if (type.type !== T.TSTypeReference) return undefined
  const name = entityName(type.typeName)
  const [of] = type.typeArguments?.params ?? []
  return /^(?:infer|output|input|Infer|InferOutput|InferInput|InferType|Static|Type)$/u.test(name ?? '') &&
    of?.type === T.TSTypeQuery &&
    of.exprName.type === T.Identifier
    ? schemaNamed(file, of.exprName.name)
    : undefined
}

function schemaNamed(file: FileAnalysis, name: string): Node | undefined {
  const definition = file.source.scopeManager?.scopes.flatMap((scope) => scope.set.get(name)?.defs ?? [])[0]
  return definition?.type === 'Variable' ? (definition.node.init ?? undefined) : undefined
}

/** The members of what a schema of the file has accepted; undefined when the origin is no such thing. */
function schemaMembers(origin: Origin, metadata: RegExp): Member[] | undefined {
  if (origin.kind !== 'call' || origin.call.type !== T.CallExpression) return undefined
  const callee = unwrap(origin.call.callee)
  if (callee.type !== T.MemberExpression || !ACCEPTING.test(lastName(callee) ?? '')) return undefined
  const { file } = origin
  let path = origin.members
  // `safeParse(x).data`, Joi's `validate(x).value`
  if (path[0] === 'data' || path[0] === 'value' || path[0] === 'output') path = path.slice(1)
  for (const candidate of [callee.object, origin.call.arguments[0]]) {
    const schema = candidate && schemaLiteral(file, candidate)
    if (!schema) continue
    const members = membersOfSchema(file, schema, metadata)
    if (path.length === 0) return members
    const [name] = path
    return members.filter((one) => path.length === 1 && one.path[0] === name && one.tags.length > 0)
  }
  return undefined
}

/** `t.procedure.input(z.object({ … })).mutation(({ input }) => …)` of tRPC. */
function inputMembers(origin: Origin, metadata: RegExp): Member[] | undefined {
  if (origin.kind !== 'parameter' || origin.members.join('.') !== 'input') return undefined
  const call = origin.function.parent
  if (call.type !== T.CallExpression || !/^(?:mutation|query|subscription)$/u.test(lastName(call.callee) ?? ''))
    return undefined
  for (let current = unwrap(call.callee), hops = 0; hops < 8; hops++) {
    if (current.type === T.MemberExpression) current = unwrap(current.object)
    else if (current.type === T.CallExpression) {
      const [schema] = current.arguments
      if (lastName(current.callee) === 'input' && schema) return membersOfSchema(origin.file, schema, metadata)
      current = unwrap(current.callee)
    } else return undefined
  }
  return undefined
}

/**
 * What a model of the file has stored: `User.findOne(…)`, `new User(…)`, where `const User = model('User', new Schema({ …
 * }))`. A member that is not selected, or that a `toJSON` of the file may leave out, is not there.
 */
function modelMembers(origin: Origin, metadata: RegExp): Member[] | undefined {
  if (origin.kind !== 'call' || !/^(?:\d+|\*)?$/u.test(origin.members.join('.'))) return undefined
  const { file, call } = origin
  if (call.type === T.TaggedTemplateExpression || /\btoJSON\b|\bselect\s*\(/u.test(file.text)) return undefined
  const callee = unwrap(call.callee)
  const isFound = callee.type === T.MemberExpression && FINDS.test(memberName(callee) ?? '')
  const model = call.type === T.NewExpression ? callee : isFound ? unwrap(callee.object) : undefined
  const definition = model?.type === T.Identifier ? file.index.variableOf(model)?.defs[0] : undefined
  const made = definition?.type === 'Variable' && definition.node.init ? unwrap(definition.node.init) : undefined
  if (made?.type !== T.CallExpression || !/^(?:model|define)$/u.test(lastName(made.callee) ?? '')) return undefined
  const schema = made.arguments[1]
  return schema && membersOfSchema(file, schema, metadata).filter((one) => !/\bselect:\s*false/u.test(one.text ?? ''))
}

/** Calls that make a state out of what it is at first. */
const STATES =
  /^(?:useState|useRef|useReducer|reactive|ref|signal|shallowRef|writable|createSignal|createStore|useForm)$/u

/** `const [form] = useState({ name: '', password: '' })`: the members of a form that is still empty. */
function stateMembers(origin: Origin): Member[] | undefined {
  if (origin.kind !== 'call' || origin.call.type !== T.CallExpression) return undefined
  if (!STATES.test(lastName(origin.call.callee) ?? '')) return undefined
  const [first, ...rest] = origin.members
  if (rest.length > 0 || (first !== undefined && !/^(?:0|current|value)$/u.test(first))) return undefined
  const given = origin.call.arguments[lastName(origin.call.callee) === 'useReducer' ? 1 : 0]
  const initial = given && unwrap(given)
  if (initial?.type !== T.ObjectExpression) return undefined
  return initial.properties.flatMap((property) => {
    const name = property.type === T.Property ? propertyName(property) : undefined
    if (property.type !== T.Property || name === undefined) return []
    const { value } = property
    return [{ path: [name], isText: value.type === T.Literal && typeof value.value === 'string', tags: [] }]
  })
}

/** The object literal in a schema: of `z.object({ … })` or of what is chained to it. */
function schemaLiteral(file: FileAnalysis, node: Node): Node | undefined {
  let current = unwrap(node)
  for (let hops = 0; hops < 8; hops++) {
    if (current.type === T.Identifier) {
      const definition = file.index.variableOf(current)?.defs[0]
      if (definition?.type !== 'Variable' || !definition.node.init) return undefined
      current = unwrap(definition.node.init)
    } else if (current.type === T.CallExpression || current.type === T.NewExpression) {
      const callee = unwrap(current.callee)
      const [first] = current.arguments
      if (SCHEMA_OBJECT.test(lastName(callee) ?? '') && first?.type === T.ObjectExpression) return first
      if (callee.type !== T.MemberExpression) return undefined
      current = unwrap(callee.object)
    } else return undefined
  }
  return undefined
}

/** The members that a schema describes; metadata that calls one sensitive is a tag of it. */
function membersOfSchema(file: FileAnalysis, schema: Node, metadata: RegExp): Member[] {
  const literal = schema.type === T.ObjectExpression ? schema : schemaLiteral(file, schema)
  if (literal?.type !== T.ObjectExpression) return []
  return literal.properties.flatMap((property) => {
    const name = property.type === T.Property ? propertyName(property) : undefined
    if (property.type !== T.Property || name === undefined) return []
    const text = file.text.slice(...property.value.range)
    const found = metadata.exec(text)
    const tag = found ? (found[1] ?? 'sensitive') : undefined
    return [
      {
        path: [name],
        text,
        isText: /\b(?:string|String|STRING|TEXT|str|text|nonEmptyString)\b/u.test(text),
        tags: tag === undefined ? [] : [SENSITIVE_TAGS.has(tag.toLowerCase()) ? tag.toLowerCase() : 'sensitive'],
      },
    ]
  })
}

/**
 * What a schema's metadata is searched with: `.meta({ sensitive: true })`, `.describe('sensitive')`, `.brand<'Secret'>()`,
 * `.openapi({ 'x-sensitive': true })`, `Type.String({ sensitive: true })`.
 *
 * @param words the words that say that a value is confidential.
 */
export function metadataPattern(words: readonly string[]): RegExp {
  const known = words.filter((word) => /^\w+$/u.test(word)).join('|') || '(?!)'
  return new RegExp(
    `\\bType\\.\\w+\\([^;]{0,200}?\\b(?:${known})['"]?\\s*:\\s*true|\\.(?:meta|metadata|annotations|openapi|extendApi|brand|describe|register|tag|label|note)[^;]{1,200}?\\b(${known})\\b(?!['"]?\\s*:\\s*false)`,
    'iu',
  )
}
