import {
  children,
  type FileAnalysis,
  type FunctionNode,
  isFunction,
  keyName,
  type Node,
  type OutsideDataPart,
  projectPackages,
  T,
  unwrap,
} from '@palisade/analysis'
import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { type Flow, type Followed, isReparsed, PARSED } from './follow.js'
import { type Problem, typeOf } from './judge.js'
import { libraryFor, type Shape } from './scaffold.js'
import type { Root } from './sources.js'
import { nameOf } from './validators.js'

/** A schema scaffolded from what a handler uses, and where it goes. */
export interface Scaffold {
  /** The schema's name, for the suggestion's words. */
  name: string
  fix: TSESLint.ReportFixFunction
}

/**
 * Scaffolds a schema for the data of a problem from the asserted type and the members in use, in the validator that the
 * project has, and replaces the uses by what it accepts.
 *
 * @param file the file.
 * @param root where the data comes in.
 * @param followed everything that becomes of it.
 * @param problem what is reported.
 * @returns undefined where the source of the data can't be replaced with certainty.
 */
export function scaffoldFor(
  file: FileAnalysis,
  root: Root,
  followed: Followed,
  problem: Problem,
): Scaffold | undefined {
  if (problem.kind !== 'unvalidated' && problem.kind !== 'cast') return undefined
  const base = baseOf(file, problem.flow, root.start)
  const handler = root.handler ?? functionAround(problem.node)
  if (!base) return undefined
  const { part } = problem.flow.row
  const flows = followed.flows.filter((flow) => flow.row.part === part && isReparsed(flow) === isReparsed(problem.flow))
  const isParameter = base === root.start && base.type === T.Identifier
  const claimed = [...(isParameter ? [typeOf(base)] : []), ...flows.flatMap((flow) => flow.casts).map(typeOf)].find(
    (type) => {
      const kind = type && shapeOfType(file, type, 0)?.kind
      return kind === 'object' || (isParameter && kind !== undefined && kind !== 'unknown')
    },
  )
  const shape = (claimed && shapeOfType(file, claimed, 0)) ?? shapeInUse(flows)
  const library = libraryFor(file, projectPackages(file.filename))
  const name = freeName(file, schemaName(root, handler, claimed, part))
  const expression = isParameter ? base.name : file.text.slice(...base.range)
  const places = isParameter ? reads(file, base) : handler ? occurrences(file, handler, base) : [base]
  // before the first use: in the middle of a script nothing is hoisted
  const top = places[0] && topStatement(places[0])
  if (!top) return undefined
  const parsed = freeName(
    file,
    `parsed${capital(part.replace(/\W(\w)/gu, (_all, letter: string) => letter.toUpperCase()))}`,
  )
  const reject = handler && (!library.awaits || handler.async) ? rejection(root, handler, part) : undefined
  const throws = root.decorator !== undefined
  const statement =
    handler?.body.type === T.BlockStatement
      ? statementOf(places[0]!, places.length > 1 || isParameter ? handler.body : undefined)
      : undefined
  const { parse } = library
  if (!(statement && reject) && !parse) return undefined
  return {
    name,
    *fix(fixer) {
      const imported = library.importLine(file)
      const exception =
        throws && !/\bBadRequestException\b/u.test(file.text)
          ? "import { BadRequestException } from '@nestjs/common'\n"
          : ''
      if (imported || exception)
        yield fixer.insertTextBeforeRange([importPosition(file), 0], exception + (imported ?? ''))
      yield fixer.insertTextBeforeRange(
        [startOf(top), startOf(top)],
        `const ${name} = ${library.schema(shape, part)}\n\n`,
      )
      if (statement && reject) {
        const indent = indentOf(file, statement)
        const lines = [...library.check(parsed, name, expression), ...reject.map((line) => `  ${line}`), '}']
        yield fixer.insertTextBeforeRange(
          [statement.range[0], statement.range[0]],
          lines.map((line) => `${line}\n${indent}`).join(''),
        )
        for (const place of places) yield fixer.replaceText(withoutClaims(place), library.accepted(parsed))
      } else if (parse && statement && places.length > 1) {
        yield fixer.insertTextBeforeRange(
          [statement.range[0], statement.range[0]],
          `const ${parsed} = ${parse(name, expression)}\n${indentOf(file, statement)}`,
        )
        for (const place of places) yield fixer.replaceText(withoutClaims(place), parsed)
      } else if (parse) {
        for (const place of places)
          yield fixer.replaceText(withoutClaims(place), parse(name, file.text.slice(...place.range)))
      }
    },
  }
}

/** The reads of a parameter in its function. */
function reads(file: FileAnalysis, parameter: Node): Node[] {
  const variable = file.index.variableOf(parameter)
  const found = (variable?.references ?? [])
    .filter((reference) => reference.isRead())
    .map((reference) => reference.identifier as Node)
  // `{ body }` would have to become `{ body: parsed }`
  return found.some((node) => node.parent?.type === T.Property && node.parent.shorthand) ? [] : found
}

/** The members of what a schema would have to accept: of the text, once it is parsed. */
function membersInUse({ data }: Flow): readonly string[] {
  return data.slice(data.lastIndexOf(PARSED) + 1)
}

/** The expression that holds the whole part: `req.body` for `req.body.name`, `await request.json()` for a variable made of it. */
function baseOf(file: FileAnalysis, flow: Flow, start: Node): Node | undefined {
  let node: Node = unwrap(flow.value)
  let members = membersInUse(flow)
  for (let hops = 0; hops < 12; hops++) {
    if (node.type === T.CallExpression && flow.through.includes(node)) {
      const made = unwrap(node.callee)
      node = unwrap(node.arguments[0] ?? (made.type === T.MemberExpression ? made.object : node))
    } else if (node.type === T.MemberExpression && members.length > 0 && !isCalled(node)) {
      members = members.slice(0, -1)
      node = unwrap(node.object)
    } else if (node.type === T.Identifier) {
      const definition = file.index.variableOf(node)?.defs[0]
      const declarator = definition?.node as Node | undefined
      if (definition?.type === 'Parameter' && definition.name === start && members.length === 0) return start
      if (definition?.type !== 'Variable' || declarator?.type !== T.VariableDeclarator || !declarator.init)
        return undefined
      if (declarator.id.type === T.ObjectPattern) {
        const init = unwrap(declarator.init)
        // `const { body } = req`: there is no expression of its own to replace
        if (members.length === 0) return undefined
        members = members.slice(0, -1)
        node = init
      } else node = unwrap(declarator.init)
    } else break
  }
  if (
    node.type === T.CallExpression &&
    /^(?:get|getAll|query|param|queries)$/u.test(nameOf(node.callee).split('.').at(-1) ?? '')
  )
    return undefined
  if (members.length > 0) return undefined
  return node.type === T.MemberExpression ||
    node.type === T.AwaitExpression ||
    (node.type === T.CallExpression && node.parent?.type !== T.AwaitExpression)
    ? node
    : undefined
}

function isCalled(node: Node): boolean {
  return node.parent?.type === T.CallExpression && node.parent.callee === node
}

/** The assertions around an expression go with it: what a schema returns has a type. */
function withoutClaims(node: Node): Node {
  let current = node
  while (
    current.parent &&
    (current.parent.type === T.TSAsExpression ||
      current.parent.type === T.TSTypeAssertion ||
      current.parent.type === T.TSNonNullExpression)
  )
    current = current.parent
  return current
}

/** Every place in the handler where the same expression stands. */
function occurrences(file: FileAnalysis, handler: FunctionNode, base: Node): Node[] {
  if (base.type !== T.MemberExpression) return [base]
  const text = file.text.slice(...base.range)
  const found: Node[] = []
  const pending: Node[] = [handler.body]
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.type === T.MemberExpression && file.text.slice(...node.range) === text) found.push(node)
    else pending.push(...children(node, file.visitorKeys))
  }
  const written = found.some((node) => node.parent?.type === T.AssignmentExpression && node.parent.left === node)
  return written || found.length === 0 ? [base] : found.sort((a, b) => a.range[0] - b.range[0])
}

/** The statement around a node, in the given block or the nearest one. */
function statementOf(node: Node, block: Node | undefined): Node | undefined {
  for (let current: Node | undefined = node; current?.parent; current = current.parent)
    if (block ? current.parent === block : current.parent.type === T.BlockStatement) return current
  return undefined
}

/** Where a statement begins: at its decorators, which may stand before `export`. */
function startOf(statement: Node): number {
  const declaration =
    statement.type === T.ExportNamedDeclaration || statement.type === T.ExportDefaultDeclaration
      ? statement.declaration
      : statement
  const decorators = (declaration as { decorators?: Node[] } | null)?.decorators ?? []
  return Math.min(statement.range[0], ...decorators.map((decorator) => decorator.range[0]))
}

function topStatement(node: Node): Node | undefined {
  for (let current: Node | undefined = node; current?.parent; current = current.parent)
    if (current.parent.type === T.Program) return current
  return undefined
}

function functionAround(node: Node): FunctionNode | undefined {
  for (let current: Node | undefined = node.parent; current; current = current.parent)
    if (isFunction(current)) return current
  return undefined
}

function indentOf(file: FileAnalysis, node: Node): string {
  const start = file.text.lastIndexOf('\n', node.range[0] - 1) + 1
  return /^[ \t]*/u.exec(file.text.slice(start, node.range[0]))?.[0] ?? ''
}

/** After the directives, before the first other statement. */
function importPosition(file: FileAnalysis): number {
  const first = file.ast.body.find(
    (statement) => !(statement.type === T.ExpressionStatement && statement.directive !== undefined),
  )
  return first?.range[0] ?? 0
}

function schemaName(
  root: Root,
  handler: FunctionNode | undefined,
  claimed: TSESTree.TypeNode | undefined,
  part: OutsideDataPart,
): string {
  if (claimed?.type === T.TSTypeReference && claimed.typeName.type === T.Identifier)
    return `${claimed.typeName.name}Schema`
  const parent = handler?.parent
  const own =
    handler?.id?.name ??
    (parent?.type === T.VariableDeclarator && parent.id.type === T.Identifier ? parent.id.name : undefined) ??
    (parent?.type === T.MethodDefinition && parent.key.type === T.Identifier ? parent.key.name : undefined)
  const registration = root.registered?.registration
  const path = registration?.arguments[0]
  const route = path?.type === T.Literal && typeof path.value === 'string' ? path.value : ''
  const method = registration ? (nameOf(registration.callee).split('.').at(-1) ?? '') : ''
  const words = own !== undefined ? [own] : [method, ...route.split(/[^A-Za-z0-9]+/u)]
  return `${words.map(capital).join('')}${capital(part.replace(/\W+(\w)/gu, (_all, letter: string) => letter.toUpperCase()))}Schema`
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

function freeName(file: FileAnalysis, name: string): string {
  let free = name
  for (let i = 2; new RegExp(`\\b${free}\\b`, 'u').test(file.text) && i < 20; i++) free = `${name}${i}`
  return free
}

/** How a handler of this framework ends a request with status 400. */
function rejection(root: Root, handler: FunctionNode, part: OutsideDataPart): string[] | undefined {
  const id = root.registered?.row.id ?? ''
  const param = (index: number): string | undefined => {
    const node = handler.params[index]
    return node?.type === T.Identifier ? node.name : undefined
  }
  const error = `{ error: 'Invalid ${part}' }`
  const second = param(1)
  if (root.decorator) return [`throw new BadRequestException('Invalid ${part}')`]
  if (/^(?:express|convention\.express|gcp|next\.pages)$/u.test(id))
    return second === undefined ? undefined : [`${second}.status(400).json(${error})`, 'return']
  if (id === 'restify') return second === undefined ? undefined : [`${second}.send(400, ${error})`, 'return']
  if (id === 'polka')
    return second === undefined
      ? undefined
      : [`${second}.statusCode = 400`, `${second}.end('Invalid ${part}')`, 'return']
  if (/^(?:fastify|fastify\.route|convention\.fastify)$/u.test(id))
    return second === undefined ? undefined : [`return ${second}.code(400).send(${error})`]
  if (/^(?:koa|convention\.koa)$/u.test(id))
    return param(0) === undefined ? undefined : [`${param(0)}.throw(400, 'Invalid ${part}')`]
  if (id === 'hono') return param(0) === undefined ? undefined : [`return ${param(0)}.json(${error}, 400)`]
  if (id === 'hapi') return second === undefined ? undefined : [`return ${second}.response(${error}).code(400)`]
  if (/^(?:next\.route|web\.route|workers\.export|bun|deno|itty|sveltekit\.server|astro\.endpoint)$/u.test(id))
    return [`return Response.json(${error}, { status: 400 })`]
  if (id === 'remix') return [`throw new Response('Invalid ${part}', { status: 400 })`]
  if (id === 'lambda') return [`return { statusCode: 400, body: 'Invalid ${part}' }`]
  if (id === 'h3') return [`throw createError({ statusCode: 400, statusMessage: 'Invalid ${part}' })`]
  return undefined
}

/** What a written type says, as far as a schema can say it. */
function shapeOfType(file: FileAnalysis, type: TSESTree.TypeNode, depth: number): Shape | undefined {
  if (depth > 4) return { kind: 'unknown' }
  switch (type.type) {
    case T.TSStringKeyword:
      return { kind: 'string' }
    case T.TSNumberKeyword:
      return { kind: 'number' }
    case T.TSBooleanKeyword:
      return { kind: 'boolean' }
    case T.TSArrayType:
      return { kind: 'array', of: shapeOfType(file, type.elementType, depth + 1) ?? { kind: 'unknown' } }
    case T.TSUnionType: {
      const texts = type.types.flatMap((one) =>
        one.type === T.TSLiteralType && one.literal.type === T.Literal && typeof one.literal.value === 'string'
          ? [one.literal.value]
          : [],
      )
      return texts.length === type.types.length ? { kind: 'enum', values: texts } : { kind: 'unknown' }
    }
    case T.TSTypeLiteral:
      return shapeOfMembers(file, type.members, depth)
    case T.TSTypeReference: {
      if (type.typeName.type !== T.Identifier) return { kind: 'unknown' }
      const definition = file.index.variableOf(type.typeName)?.defs[0]?.node as Node | undefined
      if (definition?.type === T.TSInterfaceDeclaration) return shapeOfMembers(file, definition.body.body, depth)
      if (definition?.type === T.TSTypeAliasDeclaration) return shapeOfType(file, definition.typeAnnotation, depth + 1)
      return { kind: 'unknown' }
    }
    default:
      return { kind: 'unknown' }
  }
}

function shapeOfMembers(file: FileAnalysis, members: readonly TSESTree.TypeElement[], depth: number): Shape {
  const found = new Map<string, Shape>()
  for (const member of members) {
    if (member.type !== T.TSPropertySignature) continue
    const name = keyName(member.key, member.computed)
    if (name === undefined) continue
    const shape = (member.typeAnnotation && shapeOfType(file, member.typeAnnotation.typeAnnotation, depth + 1)) ?? {
      kind: 'unknown',
    }
    found.set(name, member.optional ? { kind: 'optional', of: shape } : shape)
  }
  return { kind: 'object', members: found }
}

/** What the uses say: the members that are read, each a text unless something else is done with it. */
function shapeInUse(flows: readonly Flow[]): Shape {
  const members = new Map<string, Shape>()
  for (const flow of flows) {
    const [member] = membersInUse(flow)
    if (member === undefined || member === '*' || !/^[\p{L}\p{N}_$-]+$/u.test(member)) continue
    const shape = shapeOfUse(flow, member)
    const known = members.get(member)
    if (!known || known.kind === 'string') members.set(member, shape)
  }
  return { kind: 'object', members }
}

const NUMBERS =
  /^(?:age|amount|count|limit|max|min|offset|page|pageSize|per_?page|port|price|quantity|rating|score|size|skip|take|total|year|temperature|maxTokens|max_tokens)$/iu
const LISTS = /[a-z](?:[^aiosu\W]|i?e)s$|List$/u
const BOOLEANS =
  /^(?:is|has|can|should|enable|disable|include)[A-Z_]|^(?:enabled|disabled|active|admin|remember|stream|verified|public|private)$/u

function shapeOfUse(flow: Flow, member: string): Shape {
  if (
    flow.end.kind === 'iterate' ||
    (flow.end.kind === 'method' &&
      membersInUse(flow).length === 1 &&
      /^(?:map|forEach|filter|reduce|some|every|flatMap|push)$/u.test(flow.end.method ?? ''))
  )
    return { kind: 'array', of: { kind: 'unknown' } }
  if (membersInUse(flow).length > 1) return { kind: 'unknown' }
  if (flow.end.kind === 'arithmetic' || flow.end.kind === 'order' || NUMBERS.test(member)) return { kind: 'number' }
  if (LISTS.test(member)) return { kind: 'array', of: { kind: 'unknown' } }
  return BOOLEANS.test(member) ? { kind: 'boolean' } : { kind: 'string' }
}
