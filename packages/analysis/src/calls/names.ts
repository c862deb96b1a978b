import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { ownerOfThis } from '../ast/file-index.js'
import { moduleName } from '../ast/module-name.js'
import { isClass, isFunction, memberName, type Node, T, unwrap } from '../ast/nodes.js'
import type { FileAnalysis } from '../file.js'
import { NodeMemo } from '../node-memo.js'
import type { Origin, TracePolicy } from '../values/origin.js'
import { memberWritesOf } from '../values/writes.js'

/**
 * Qualified names say what an expression denotes, whatever the file calls it:
 *
 * - `module#path`: an export of a module. The module itself and its default export are `module#`, because interop makes
 *   them the same thing: `pino#` for `import pino from 'pino'` and `require('pino')`. `node:` is left out.
 * - `()` after a name is the result of calling, constructing or awaiting it: `pino#()`, `pg#Client()`,
 *   `pino#().child()`. Instances are named so whether they are made (`new Client()`), declared (`c: Client`) or, with
 *   types, inferred.
 * - `.name` is a member: `pino#().info`, `https#request`. `.*` is a member whose name is computed.
 * - A name without `#` is global: `console.log`, `process.env.PORT`, `Response()`.
 * - A parameter of a framework's handler is an instance of that framework's type: `express#Request()`.
 * - `.#name` and `./path#name` are of the project itself.
 */
export type QualifiedName = string

/** Values have few names; more are a sign of generated code. */
const MOST_NAMES = 8

/** Names follow unchanged values, and objects stay whole. */
const namePolicy: TracePolicy = { derived: false, containers: 'whole', steps: 400, most: 2 * MOST_NAMES }

/**
 * The qualified names of what an expression denotes.
 *
 * @param file the expression's file.
 * @param node the expression, mostly a callee.
 * @returns the names without repetition; none when nothing is known.
 */
export function namesOf(file: FileAnalysis, node: Node): readonly QualifiedName[] {
  const names = writtenNames(file, node)
  if (!file.types.available) return names
  return [...new Set([...names, ...typedNames(file, node)])].slice(0, MOST_NAMES)
}

/** Names by access path, of a variable's members or those of what `this` is in a class, an object or a function. */
type NamesByPath = Map<string, readonly QualifiedName[]>
const namesByRoot = new NodeMemo<object, NamesByPath>()

/**
 * The names that the file itself gives. Where a variable or `this` is read does not change them, so they are found out
 * once for all its reads.
 */
function writtenNames(file: FileAnalysis, node: Node): readonly QualifiedName[] {
  const members: string[] = []
  let read = unwrap(node)
  while (read.type === T.MemberExpression) {
    members.unshift(memberName(read) ?? file.string(read.property) ?? '*')
    read = unwrap(read.object)
  }
  const variable = read.type === T.Identifier ? file.index.variableOf(read) : undefined
  // A function of the file has no name but its own, and nobody asks for that.
  if (variable && members.length === 0 && isOwnFunction(variable)) return []
  const root = read.type === T.ThisExpression ? ownerOfThis(read) : variable
  if (!root) return tracedNames(file, node)
  const memory = namesByRoot.of(file)
  let byPath = memory.get(root)
  if (!byPath) memory.set(root, (byPath = new Map()))
  const named = (path: readonly string[], find: () => readonly QualifiedName[]): readonly QualifiedName[] => {
    const key = path.join('\0')
    let names = byPath.get(key)
    if (!names) {
      byPath.set(key, []) // what is defined by itself ends here
      byPath.set(key, (names = find()))
    }
    return names
  }
  return named(members, () => {
    if (variable && members.length > 0) {
      // Under a key that no member has: the names that hold for any member.
      const names = named(ANY_MEMBER, () => foreignNames(file, variable, read))
      if (names.length > 0) return names.map((name) => joined(name, members))
    }
    const names = tracedNames(file, node)
    return [...new Set([...names, ...declaredNames(file, root, members)])].slice(0, MOST_NAMES)
  })
}

/** Whether a variable is a function declaration that nothing is assigned to. */
function isOwnFunction({ defs, references }: TSESLint.Scope.Variable): boolean {
  return defs.length === 1 && defs[0]!.type === 'FunctionName' && !references.some((reference) => reference.isWrite())
}

/** The names by the type that a variable or a field is declared with, whatever its value is. */
function declaredNames(file: FileAnalysis, root: object, members: readonly string[]): readonly QualifiedName[] {
  if (isClass(root as Node)) {
    const [field, ...rest] = members
    return field === undefined ? [] : declaredMember(file, root as Node, field).map((name) => joined(name, rest))
  }
  const definition = (root as TSESLint.Scope.Variable).defs?.[0]
  if (definition?.type !== 'Variable') return []
  return annotatedNames(file, definition.name).map((name) => joined(name, members))
}

const ANY_MEMBER = ['', '']

function tracedNames(file: FileAnalysis, node: Node): readonly QualifiedName[] {
  const found = new Set<string>()
  for (const origin of file.origins(node, namePolicy)) {
    for (const name of originNames(origin)) found.add(name)
    if (found.size >= MOST_NAMES) break
  }
  return [...found].slice(0, MOST_NAMES)
}

/**
 * The names of a variable whose value is another program's: those of its members are made of them.
 *
 * @returns none where the file itself may say more about members.
 */
function foreignNames(file: FileAnalysis, variable: TSESLint.Scope.Variable, read: Node): readonly QualifiedName[] {
  if (variable.defs.length === 0 || variable.defs.some(({ name }) => (name as Node).parent?.type === T.RestElement))
    return []
  if (memberWritesOf(file, variable).length > 0) return []
  const found = new Set<string>()
  for (const origin of file.origins(read, namePolicy)) {
    if (!isForeign(origin)) return []
    for (const name of originNames(origin)) found.add(name)
  }
  for (const name of declaredNames(file, variable, [])) found.add(name)
  return [...found].slice(0, MOST_NAMES)
}

/** Whether the file has no more to say about the members of a value with this origin. */
function isForeign(origin: Origin): boolean {
  switch (origin.kind) {
    case 'global':
    case 'constant':
    case 'parameter':
    case 'caught':
      return true
    case 'import':
      return origin.export !== '*' || !origin.file.types.available
    case 'call':
      return (
        origin.call.type !== T.NewExpression ||
        !origin.file.origins(origin.call.callee, namePolicy).some(({ kind }) => kind === 'class')
      )
    case 'unknown':
      return origin.because !== 'bound'
    default:
      return false
  }
}

/**
 * The qualified names of a value with this origin.
 *
 * @param origin an origin that the tracer gave.
 */
export function originNames(origin: Origin): readonly QualifiedName[] {
  const { file, members } = origin
  switch (origin.kind) {
    case 'global':
      return [
        joined(
          origin.name === 'globalThis' || origin.name === 'window' || origin.name === 'self' || origin.name === 'global'
            ? ''
            : origin.name,
          members,
        ),
      ]
    case 'import': {
      const base = `${moduleName(origin.module)}#`
      return [joined(base + (origin.export === 'default' || origin.export === '*' ? '' : origin.export), members)]
    }
    case 'call': {
      const callee = origin.call.type === T.TaggedTemplateExpression ? origin.call.tag : origin.call.callee
      const names = calledNames(file, callee)
      // `promisify(jwt.sign)` takes what `jwt.sign` takes.
      const [wrapped] = origin.call.type === T.CallExpression ? origin.call.arguments : []
      if (members.length === 0 && wrapped !== undefined && names.includes('util#promisify()'))
        return [...names, ...file.names(wrapped)]
      return names.map((name) => joined(name, members))
    }
    case 'parameter':
      return parameterNames(origin)
    case 'class':
    case 'this':
      return inheritedNames(origin)
    case 'unknown':
      return origin.because === 'binding' ? annotatedNames(file, origin.node).map((name) => joined(name, members)) : []
    case 'caught':
      return [joined('Error()', members)]
    default:
      return []
  }
}

function calledNames(file: FileAnalysis, callee: Node): readonly QualifiedName[] {
  const names = file.names(callee).map((name) => `${name}()`)
  if (names.length > 0) return names
  // `new Own()` where `class Own extends pg.Client`
  const base = ownBase(file, callee)
  return base ? file.names(base).map((name) => `${name}()`) : []
}

function ownBase(file: FileAnalysis, callee: Node): Node | undefined {
  const origin = file.origins(callee, namePolicy).find((one) => one.kind === 'class')
  return origin?.kind === 'class' && origin.members.length === 0 ? (origin.class.superClass ?? undefined) : undefined
}

function inheritedNames(origin: Origin): readonly QualifiedName[] {
  if (origin.kind === 'class')
    return origin.class.superClass
      ? origin.file.names(origin.class.superClass).map((name) => joined(name, origin.members))
      : []
  // `this` in a class that extends one of a library, or a member that the class only declares
  let node: Node | undefined = origin.node.parent
  while (node && !isClass(node)) node = node.parent
  if (!node || !isClass(node)) return []
  const [name, ...rest] = origin.members
  const declared = name === undefined ? [] : declaredMember(origin.file, node, name).map((one) => joined(one, rest))
  if (declared.length > 0) return declared
  return node.superClass ? origin.file.names(node.superClass).map((one) => joined(`${one}()`, origin.members)) : []
}

/** The annotated type of a field that has no value in the class: `private readonly client: Client`. */
function declaredMember(file: FileAnalysis, cls: Node, name: string): readonly QualifiedName[] {
  if (!isClass(cls)) return []
  for (const member of cls.body.body) {
    if (
      (member.type === T.PropertyDefinition || member.type === T.TSAbstractPropertyDefinition) &&
      member.typeAnnotation &&
      !member.computed &&
      member.key.type === T.Identifier &&
      member.key.name === name
    )
      return typeNames(file, member.typeAnnotation.typeAnnotation)
  }
  return []
}

function parameterNames(origin: Origin & { kind: 'parameter' }): readonly QualifiedName[] {
  const { file, members } = origin
  const annotated = annotatedNames(file, origin.node)
  const role = file.handler(origin.function)?.parameters[origin.index]
  const names = role !== undefined && !annotated.includes(role) ? [role, ...annotated] : annotated
  // a plugin of Fastify, wherever it is registered
  if (names.length === 0 && origin.index === 0 && origin.node.type === T.Identifier && origin.node.name === 'fastify')
    return [joined('fastify#FastifyInstance()', members)]
  return names.map((name) => joined(name, members))
}

/** The names by the type annotation of a declared name, a parameter or its pattern. */
function annotatedNames(file: FileAnalysis, node: Node): readonly QualifiedName[] {
  for (let current: Node | undefined = node, i = 0; current && i < 6; current = current.parent, i++) {
    const annotation = (current as { typeAnnotation?: TSESTree.TSTypeAnnotation }).typeAnnotation
    if (annotation?.type === T.TSTypeAnnotation)
      return current === node ? typeNames(file, annotation.typeAnnotation) : []
    if (isFunction(current) || current.type === T.VariableDeclaration) return []
  }
  return []
}

/** How many declarations of types may be made of one another. */
const DEEPEST_TYPES = 8

/**
 * The qualified names of the instances of a written type: `Client` imported from `pg` is `pg#Client()`.
 *
 * @param file the type's file.
 * @param type the type as written.
 * @param within the declarations of which it is part: a type may be made of itself.
 */
export function typeNames(
  file: FileAnalysis,
  type: TSESTree.TypeNode,
  within: readonly object[] = [],
): readonly QualifiedName[] {
  switch (type.type) {
    case T.TSTypeReference: {
      if (
        type.typeName.type === T.Identifier &&
        /^(?:Promise|Readonly|Partial|Required|NonNullable|Awaited|ReturnType|InstanceType|Omit|Pick)$/u.test(
          type.typeName.name,
        )
      ) {
        const inner = type.typeArguments?.params[0]
        if (
          type.typeName.name === 'ReturnType' &&
          inner?.type === T.TSTypeQuery &&
          inner.exprName.type !== T.TSImportType
        )
          return entityNames(file, inner.exprName, within).map((name) => `${name}()`)
        return inner ? typeNames(file, inner, within) : []
      }
      return entityNames(file, type.typeName, within).map((name) => `${name}()`)
    }
    case T.TSUnionType:
    case T.TSIntersectionType:
      return type.types.slice(0, 4).flatMap((one) => typeNames(file, one, within))
    case T.TSImportType: {
      const module = type.source?.type === T.Literal ? String(type.source.value) : undefined
      return module !== undefined && type.qualifier?.type === T.Identifier
        ? [`${moduleName(module)}#${type.qualifier.name}()`]
        : []
    }
    default:
      return []
  }
}

/**
 * The qualified names of what a name of a class or type denotes: `pg#Client`, `./users#Users`.
 *
 * @param file the file that the name stands in.
 * @param entity the name.
 * @param within as for {@link typeNames}.
 */
export function entityNames(
  file: FileAnalysis,
  entity: TSESTree.EntityName,
  within: readonly object[] = [],
): readonly QualifiedName[] {
  if (entity.type === T.TSQualifiedName)
    return entityNames(file, entity.left, within).map((name) => joined(name, [entity.right.name]))
  if (entity.type !== T.Identifier) return []
  const variable = file.index.variableOf(entity)
  const definition = variable?.defs[0]
  if (!definition) return [entity.name]
  if (within.includes(definition) || within.length > DEEPEST_TYPES) return []
  if (definition.type === 'ImportBinding') {
    const found = new Set<string>()
    for (const origin of file.origins(definition.name, namePolicy))
      for (const name of originNames(origin)) found.add(name)
    // With types an import of the project leads to the class itself, which has no name but that of the import.
    return found.size > 0 ? [...found] : importedNames(definition)
  }
  if (definition.type === 'Type' && definition.node.type === T.TSTypeAliasDeclaration)
    return typeNames(file, definition.node.typeAnnotation, [...within, definition]).map((name) =>
      name.replace(/\(\)$/u, ''),
    )
  if (definition.type === 'Type' && definition.node.type === T.TSInterfaceDeclaration) {
    const [base] = definition.node.extends
    if (base?.expression.type === T.Identifier) return entityNames(file, base.expression, [...within, definition])
    if (base?.expression.type === T.MemberExpression) return file.names(base.expression)
  }
  if (definition.type === 'ClassName' && isClass(definition.node as Node)) {
    const base = (definition.node as TSESTree.ClassDeclaration).superClass
    return base ? file.names(base) : [`.#${entity.name}`]
  }
  return []
}

/** The name by which a module of the project hands something on: `./users#Users`. */
function importedNames(definition: TSESLint.Scope.Definition): readonly QualifiedName[] {
  if (definition.parent?.type !== T.ImportDeclaration) return []
  const { node, parent } = definition
  const base = `${moduleName(parent.source.value)}#`
  if (node.type !== T.ImportSpecifier) return [base]
  const name = node.imported.type === T.Identifier ? node.imported.name : node.imported.value
  return [name === 'default' ? base : base + name]
}

/** With types: the classes of the receiver, when the callee is a method; of the value itself otherwise. */
function typedNames(file: FileAnalysis, node: Node): readonly QualifiedName[] {
  const target = unwrap(node)
  if (target.type === T.MemberExpression) {
    const member = memberName(target) ?? '*'
    const facts = file.types.describe(target.object)
    return (facts?.classes ?? []).slice(0, 6).map((name) => `${name}().${member}`)
  }
  if (target.type !== T.Identifier) return []
  const facts = file.types.describe(target)
  return (facts?.classes ?? []).slice(0, 6).map((name) => `${name}()`)
}

function joined(name: string, members: readonly string[]): QualifiedName {
  let result = name
  for (const [i, member] of members.entries()) {
    if (member === 'default' && result.endsWith('#')) continue
    result +=
      (i === 0 && (result.endsWith('#') || result === '') ? '' : result.endsWith('#') || result === '' ? '' : '.') +
      member
  }
  return result
}
