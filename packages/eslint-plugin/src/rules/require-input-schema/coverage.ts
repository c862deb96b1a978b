import {
  type CallNode,
  contains,
  destinationsOf,
  entityNames,
  type FileAnalysis,
  filesThat,
  type FunctionNode,
  importersOf,
  isCall,
  isFunction,
  keyName,
  memberName,
  type Node,
  type Origin,
  originNames,
  type OutsideDataPart,
  projectPackages,
  propertyName,
  readText,
  registeringRows,
  resolveImport,
  T,
  unwrap,
  usesOf,
  validatingMiddleware,
  type ValidatingMiddlewareRow,
  validatingPackages,
  wrapped,
  NodeMemo,
} from '@palisade/analysis'
import type { TSESTree } from '@typescript-eslint/utils'
import { isSchema, widthOf } from './schemas.js'
import { hooksBefore } from './hooks.js'
import { mayHandOn, type PlainRegistration, plainRegistration } from './registration-text.js'
import { functionOf, looksAt, nameOf, validationBy } from './validators.js'

/**
 * What is validated before a handler runs: by middleware in its registration, by a schema of the route, by what is
 * installed on the router or for the whole program, here or in the file that registers the handler.
 */
export interface Coverage {
  /** The parts that are validated; `all` when nothing says which. */
  parts: ReadonlySet<OutsideDataPart | 'all'>
  /** The route, when the registration shows it. */
  route: Route | undefined
  /** The parts of which the handler still reads a raw copy: Hono's validators hand the accepted data on elsewhere. */
  copies: ReadonlySet<OutsideDataPart | 'all'>
  /** Schemas that stand for a part and accept anything. */
  open: ReadonlyMap<OutsideDataPart | 'all', Node>
}

/** Where a handler is reached. */
export interface Route {
  method: string | undefined
  path: string
}

type Parts = Set<OutsideDataPart | 'all'>

/** What comes to light beside the parts. */
interface Found {
  copies: Parts
  route: Route | undefined
  open: Map<OutsideDataPart | 'all', Node>
}

function nothingFound(): Found {
  return { copies: new Set(), route: undefined, open: new Map() }
}

/** A part that a schema stands for, unless the schema accepts anything. */
function* acceptedBy(
  file: FileAnalysis,
  part: OutsideDataPart | 'all',
  schema: Node | undefined,
  found: Found,
): Generator<OutsideDataPart | 'all'> {
  if (schema && acceptsAnything(file, schema)) found.open.set(part, schema)
  else yield part
}

function acceptsAnything(file: FileAnalysis, schema: Node): boolean {
  const node = unwrap(schema)
  // `.input((value) => value as Order)`: a function that looks at nothing
  if (isFunction(node)) return node.params[0] !== undefined && !looksAt(file, node.params[0])
  return widthOf(file, node) === 'anything'
}

/** Words by which middleware names a part of the input. */
const PART_WORDS: Readonly<Record<string, OutsideDataPart>> = {
  body: 'body',
  json: 'body',
  form: 'body',
  payload: 'body',
  data: 'body',
  query: 'query',
  querystring: 'query',
  searchparams: 'query',
  params: 'params',
  param: 'params',
  path: 'params',
  headers: 'headers',
  header: 'headers',
  cookies: 'cookies',
  cookie: 'cookies',
  signedcookies: 'cookies',
  input: 'input',
}

/** The part of the input that a word of middleware names. */
export function partNamed(word: string): OutsideDataPart | undefined {
  return PART_WORDS[word.toLowerCase()]
}

const byCall = new Map<string, ValidatingMiddlewareRow>(
  (validatingMiddleware as readonly ValidatingMiddlewareRow[]).map((row) => [row.call, row]),
)
const HONO_VALIDATORS = /^(?:@hono\/|hono\/validator|hono-openapi)/u

/**
 * What is validated before a handler runs.
 *
 * @param file the handler's file.
 * @param fn the handler.
 * @param own validators named in options and settings.
 */
export function coverageOf(file: FileAnalysis, fn: FunctionNode, own: readonly string[]): Coverage {
  const parts: Parts = new Set()
  const found = nothingFound()
  const registrations = registrationsOf(file, fn)
  for (const object of routeObjects(file, fn))
    for (const part of partsOfRouteOptions(file, object, own, found)) parts.add(part)
  const [first] = registrations
  // registered more than once: only what every registration validates is validated
  const shared = registrations.map((registration) => partsOfRegistration(file, registration, own, found))
  if (first) {
    for (const part of shared[0] ?? []) if (shared.every((one) => one.has(part) || one.has('all'))) parts.add(part)
    if (shared.every((one) => one.has('all'))) parts.add('all')
  }
  for (const part of decoratorsAround(file, fn)) parts.add(part)
  for (const part of installedInFile(file, own)) parts.add(part)
  // what only wraps a handler (`asyncHandler(fn)`) doesn't register it
  const isRegistered = registrations.some(({ call }) => registersRoutes(file, call))
  if (!parts.has('all') && !isRegistered && isExported(fn)) {
    const elsewhere = registeredElsewhere(file, fn, own)
    if (elsewhere) {
      found.route ??= elsewhere.route
      for (const [part, schema] of elsewhere.open) found.open.set(part, schema)
      for (const part of elsewhere.parts) parts.add(part)
    }
  }
  for (const part of installedByPath(file, fn, own)) parts.add(part)
  for (const part of validatedByHooks(file, fn, own)) parts.add(part)
  if (!parts.has('all') && validatesEverywhere(file)) parts.add('all')
  return { parts, route: found.route, open: found.open, copies: found.copies }
}

/** What Feathers' hooks validate before a method of a service, or another hook, is called. */
function* validatedByHooks(
  file: FileAnalysis,
  fn: FunctionNode,
  own: readonly string[],
): Generator<OutsideDataPart | 'all'> {
  const row = file.handler(fn)?.row.id
  const isHook = row === undefined && /\bHookContext\b/u.test(file.text.slice(...fn.range))
  if (!isHook && row?.startsWith('feathers.') !== true) return
  const [first, ...others] = hooksBefore(file, fn, reachedAs(fn) ?? '').map((lists) => {
    const parts: Parts = new Set()
    for (const list of lists)
      for (const hook of list.hooks)
        for (const part of partsOfArgument(list.file, hook, own, nothingFound())) parts.add(part)
    return parts
  })
  for (const part of first ?? []) if (others.every((one) => one.has(part) || one.has('all'))) yield part
}

/** `{ method, path, options: { validate }, handler }`: the route of which a function is the handler, wherever it goes. */
function* routeObjects(file: FileAnalysis, fn: FunctionNode): Generator<TSESTree.ObjectExpression> {
  for (const use of usesOf(file, fn).others) {
    const property = use.parent
    if (
      property?.type === T.Property &&
      property.value === use &&
      property.parent.type === T.ObjectExpression &&
      /^(?:handler|execute|resolve|fetch|run)$/u.test(propertyName(property) ?? '')
    )
      yield property.parent
  }
}

/** Whether a part is among those that are validated. */
export function covers(coverage: Coverage, part: OutsideDataPart): boolean {
  return coverage.parts.has('all') || coverage.parts.has(part)
}

interface Registration {
  call: CallNode
  /** The argument in which the handler stands. */
  at: Node
  /** The handler itself, or the name of it that stands there. */
  use: Node
}

/** The calls to which a function is handed, outermost wrappers last. */
function registrationsOf(file: FileAnalysis, fn: FunctionNode): Registration[] {
  const found: Registration[] = []
  const uses = usesOf(file, fn)
  for (const use of uses.callbacks) climb(use.call, use.node, use.node, found)
  for (const other of uses.others) {
    let node: Node = other
    for (let hops = 0; hops < 6; hops++) {
      const parent: Node | undefined = node.parent
      if (!parent) break
      if (parent.type === T.Property || parent.type === T.ArrayExpression || parent.type === T.ObjectExpression)
        node = parent
      else if (isCall(parent) && parent.callee !== node) {
        climb(parent, node, other, found)
        break
      } else break
    }
  }
  return found
}

function climb(call: CallNode, at: Node, use: Node, found: Registration[]): void {
  let node: CallNode = call
  let inner: Node = at
  for (let hops = 0; hops < 5; hops++) {
    const outer = wrapped(node).parent
    if (isCall(outer) && unwrap(outer.callee) !== node) {
      inner = wrapped(node)
      node = outer
    } else if (outer?.type === T.ArrayExpression && isCall(outer.parent)) {
      inner = outer
      node = outer.parent
    } else break
  }
  // `validate(schema)(handler)`, `wrapper(handler)`: every call on the way may validate
  found.push({ call: node, at: inner, use })
}

/** What the other arguments of a registering call, and the calls around the handler inside it, validate. */
function partsOfRegistration(
  file: FileAnalysis,
  { call, at, use }: Registration,
  own: readonly string[],
  found: Found,
): Parts {
  const parts: Parts = new Set()
  if (call.arguments[0] !== at) found.route ??= routeAt(file, call)
  const chained = new Set<OutsideDataPart | 'all'>()
  for (const argument of call.arguments) {
    if (argument === at && argument.type !== T.ArrayExpression) {
      for (const part of aroundHandler(file, argument, use, own, found)) parts.add(part)
      continue
    }
    for (const step of argument.type === T.ArrayExpression ? argument.elements : [argument]) {
      if (!step || (argument === at && step.type === T.ObjectExpression && !contains(step, use))) continue
      if (step === use) continue
      const accepted = [...partsOfArgument(file, step, own, found)]
      // chains of express-validator only note what is wrong: something after them has to look
      if (isChain(file, step)) for (const part of accepted) chained.add(part)
      else {
        for (const part of accepted) parts.add(part)
        if (!isInert(file, step)) for (const part of chained) parts.add(part)
      }
    }
  }
  // `wrapper(schema)(handler)` and `createAction().input(schema).handler(fn)`
  for (const part of partsOfCallee(file, call, own, found)) parts.add(part)
  return parts
}

/** Whether a step is made by express-validator, or a list of such. */
function isChain(file: FileAnalysis, step: Node): boolean {
  const node = unwrap(step.type === T.SpreadElement ? step.argument : step)
  if (node.type === T.ArrayExpression)
    return node.elements.every((element) => element !== null && isChain(file, element))
  if (node.type === T.Identifier) {
    const init = initializerOf(file, node)
    return (
      init !== undefined && (init.type === T.ArrayExpression || init.type === T.CallExpression) && isChain(file, init)
    )
  }
  for (let current: Node = node, hops = 0; isCall(current) && hops < 20; hops++) {
    if (file.names(current.callee).some((name) => byCall.get(name)?.library === 'express-validator')) return true
    const callee: Node = unwrap(current.callee)
    if (callee.type !== T.MemberExpression) return false
    current = unwrap(callee.object)
  }
  return false
}

/** A step that can't look at what was noted: a path, or a function at hand that doesn't. */
function isInert(file: FileAnalysis, step: Node): boolean {
  const node = unwrap(step)
  if (node.type === T.Literal || node.type === T.TemplateLiteral) return true
  return isFunction(node) && !/validationResult|matchedData/u.test(file.text.slice(...node.range))
}

/** The route that a call registers: `POST /users` for `router.post('/users', …)`. */
export function routeAt(file: FileAnalysis, call: CallNode): Route | undefined {
  const [first] = call.arguments
  const callee = unwrap(call.callee)
  if (!first || callee.type !== T.MemberExpression) return undefined
  const name = memberName(callee) ?? ''
  if (first.type === T.ObjectExpression) return routeOfObject(file, first)
  const path = (first.type === T.SpreadElement ? undefined : file.string(first)) ?? chainedPath(file, callee)
  if (path === undefined) return undefined
  if (/^(?:get|post|put|patch|delete|del|head|options)$/u.test(name))
    return { method: name === 'del' ? 'DELETE' : name.toUpperCase(), path }
  return path.startsWith('/') || /^(?:all|use)$/u.test(name) ? { method: undefined, path } : undefined
}

/** `{ method: 'POST', url: '/users' }` of Fastify, `path` of Hapi. */
function routeOfObject(file: FileAnalysis, object: TSESTree.ObjectExpression): Route | undefined {
  const texts = new Map<string, string>()
  for (const property of object.properties) {
    const text = property.type === T.Property ? file.string(property.value) : undefined
    if (text !== undefined) texts.set(propertyName(property as TSESTree.Property) ?? '', text)
  }
  const path = texts.get('url') ?? texts.get('path')
  return path === undefined ? undefined : { method: texts.get('method')?.toUpperCase(), path }
}

/** `router.route('/users').post(…)`: the path that was given earlier in the chain. */
function chainedPath(file: FileAnalysis, callee: TSESTree.MemberExpression): string | undefined {
  for (let at: Node = callee, hops = 0; at.type === T.MemberExpression && hops < 8; hops++) {
    const made = unwrap(at.object)
    if (made.type !== T.CallExpression) return undefined
    at = unwrap(made.callee)
    if (at.type === T.MemberExpression && memberName(at) === 'route' && made.arguments[0])
      return file.string(made.arguments[0])
  }
  return undefined
}

/** Calls that wrap the handler inside an argument: `withValidation(schema, handler)`. */
function* aroundHandler(
  file: FileAnalysis,
  argument: Node,
  use: Node,
  own: readonly string[],
  found: Found,
): Generator<OutsideDataPart | 'all'> {
  const node = unwrap(argument)
  if (node.type === T.ObjectExpression) {
    yield* partsOfRouteOptions(file, node, own, found)
    return
  }
  if (node.type === T.ArrayExpression) {
    // `[auth, validate(schema), handler]`, or a list of routes of which only one is the handler's
    for (const element of node.elements)
      if (element && (element.type !== T.ObjectExpression || contains(element, use)))
        yield* partsOfArgument(file, element, own, found)
    return
  }
  if (isCall(node)) {
    yield* partsOfCallee(file, node, own, found)
    for (const inner of node.arguments) {
      yield* aroundHandler(file, inner, use, own, found)
      if (!isFunction(unwrap(inner))) yield* partsOfArgument(file, inner, own, found)
    }
  }
}

/** The callee of a call that is given the handler, when the callee itself validates. */
function* partsOfCallee(
  file: FileAnalysis,
  call: CallNode,
  own: readonly string[],
  found: Found,
): Generator<OutsideDataPart | 'all'> {
  for (const name of file.names(call.callee)) {
    const row = byCall.get(name)
    if (row) yield* partsOfRow(file, row, call, found)
    if (/^(?:next-safe-action|zsa|@ts-rest\/|express-zod-api|@orpc\/)/u.test(name)) yield 'all'
  }
  const text = nameOf(call.callee)
  const last = text.split('.').at(-1) ?? ''
  if (isOwn(own, text, last)) yield 'all'
  const schema = schemaInChain(call.callee)
  if (schema) yield* acceptedBy(file, 'all', schema, found)
  // `withValidation(schema, handler)`, `validated(handler)`, `createHandler({ schema }, handler)`
  if (
    call.type === T.CallExpression &&
    unwrap(call.callee).type === T.Identifier &&
    /valid|schema|zod|joi|typed|safe|parsed/iu.test(last) &&
    !/^(?:invalid|asyncHandler)/iu.test(last)
  )
    yield* partsByWords(file, call, last, found)
  const inner = unwrap(call.callee)
  if (inner.type === T.CallExpression) yield* partsOfArgument(file, inner, own, found)
}

/** The schema that a fluent chain was given: `t.procedure.input(schema).mutation`. */
function schemaInChain(callee: Node): Node | undefined {
  for (let current = unwrap(callee), hops = 0; hops < 60; hops++) {
    if (current.type === T.CallExpression) {
      const made = unwrap(current.callee)
      if (
        made.type === T.MemberExpression &&
        /^(?:input|inputs|schema|inputSchema|bodySchema|validate|validator|inputValidator|body|parser)$/u.test(
          memberName(made) ?? '',
        ) &&
        current.arguments[0]
      )
        return current.arguments[0]
      current = made
    } else if (current.type === T.MemberExpression) current = unwrap(current.object)
    else return undefined
  }
  return undefined
}

/** What one middleware, option or other argument of a registration validates. */
function* partsOfArgument(
  file: FileAnalysis,
  argument: Node,
  own: readonly string[],
  found: Found,
  depth = 0,
): Generator<OutsideDataPart | 'all'> {
  const node = unwrap(argument.type === T.SpreadElement ? argument.argument : argument)
  if (depth > 4) return
  if (node.type === T.ArrayExpression) {
    for (const element of node.elements) if (element) yield* partsOfArgument(file, element, own, found, depth + 1)
    return
  }
  if (node.type === T.ObjectExpression) {
    yield* partsOfRouteOptions(file, node, own, found)
    return
  }
  if (isFunction(node)) {
    yield* partsOfMiddleware(file, node, own)
    return
  }
  if (node.type === T.CallExpression || node.type === T.NewExpression) {
    let known = false
    // a chain of express-validator: `body('email').isEmail().normalizeEmail()`
    for (let current: Node = node, hops = 0; isCall(current) && hops < 20; hops++) {
      for (const name of file.names(current.callee)) {
        const row = byCall.get(name)
        if (!row) continue
        known = true
        for (const part of partsOfRow(file, row, current, found)) {
          if (HONO_VALIDATORS.test(name)) found.copies.add(part)
          yield part
        }
      }
      const callee: Node = unwrap(current.callee)
      if (callee.type !== T.MemberExpression) break
      current = unwrap(callee.object)
    }
    if (known) return
    const text = nameOf(node.callee)
    const last = text.split('.').at(-1) ?? ''
    if (isOwn(own, text, last)) yield 'all'
    else if (saysValidation(text) || node.arguments.some((one) => isSchemaArgument(file, one)))
      yield* partsByWords(file, node, last, found)
    else {
      const made = functionOf(file, node.callee)
      // a factory of the project that returns middleware: look at what it returns
      if (made) for (const returned of innerFunctions(made.fn)) yield* partsOfMiddleware(made.file, returned, own)
    }
    return
  }
  if (node.type !== T.Identifier && node.type !== T.MemberExpression) return
  const text = nameOf(node)
  const last = text.split('.').at(-1) ?? ''
  if (isOwn(own, text, last) || file.names(node).some((name) => own.includes(name))) {
    yield 'all'
    return
  }
  const local = functionOf(file, node)
  if (local) {
    const inside = [...partsOfMiddleware(local.file, local.fn, own)]
    yield* inside
    if (inside.length > 0) return
    if (local.file === file) return // it can be read, and it validates nothing
  }
  const init = initializerOf(file, node)
  if (init && !isFunction(init)) {
    yield* partsOfArgument(file, init, own, found, depth + 1)
    return
  }
  if (saysValidation(text)) yield* partsByName(last)
}

function innerFunctions(fn: FunctionNode): FunctionNode[] {
  if (fn.body.type !== T.BlockStatement) return isFunction(unwrap(fn.body)) ? [unwrap(fn.body) as FunctionNode] : []
  return fn.body.body.flatMap((statement) =>
    statement.type === T.ReturnStatement && statement.argument && isFunction(unwrap(statement.argument))
      ? [unwrap(statement.argument) as FunctionNode]
      : [],
  )
}

function initializerOf(file: FileAnalysis, node: Node): Node | undefined {
  if (node.type !== T.Identifier) return undefined
  const definition = file.index.variableOf(node)?.defs[0]?.node as Node | undefined
  return definition?.type === T.VariableDeclarator && definition.id.type === T.Identifier && definition.init
    ? unwrap(definition.init)
    : undefined
}

function saysValidation(text: string): boolean {
  return (
    /valid(?!ateToken|ateJwt|ateAuth|ateSession|ateApiKey|ateUser$|ateAccess|ateCsrf)|schema|celebrate|\bjoi\b|\bzod\b|\bdto\b|sanitiz|checkBody|parseBody|processRequest/iu.test(
      text,
    ) && !/invalid/iu.test(text)
  )
}

function isSchemaArgument(file: FileAnalysis, argument: Node): boolean {
  const node = unwrap(argument)
  if (node.type === T.Identifier || node.type === T.MemberExpression) {
    if (/(?:schema|dto|validator|validation)s?$/iu.test(nameOf(node).split('.').at(-1) ?? '')) return true
  } else if (node.type !== T.CallExpression) return false
  return isSchema(file, node)
}

function isOwn(own: readonly string[], text: string, last: string): boolean {
  return own.some(
    (name) => name === text || name === last || (name.includes('#') && name.slice(name.indexOf('#') + 1) === last),
  )
}

function* partsOfRow(
  file: FileAnalysis,
  row: ValidatingMiddlewareRow,
  call: CallNode,
  found: Found,
): Generator<OutsideDataPart | 'all'> {
  if (row.parts === 'all') yield 'all'
  else if (row.parts === 'argument') {
    const target = call.arguments[0] && file.string(call.arguments[0])
    const part = target === undefined ? undefined : PART_WORDS[target.toLowerCase()]
    yield* acceptedBy(file, part ?? 'all', call.arguments[1], found)
  } else if (row.parts === 'keys') yield* partsByKeys(file, call.arguments[0], found)
  else for (const part of row.parts) yield part as OutsideDataPart
}

/** The parts that the keys of an object name: `{ body: schema, [Segments.QUERY]: schema }`. */
function* partsByKeys(
  file: FileAnalysis,
  argument: Node | undefined,
  found: Found,
): Generator<OutsideDataPart | 'all'> {
  const node = argument && unwrap(argument)
  if (node?.type !== T.ObjectExpression) {
    yield 'all'
    return
  }
  for (const property of node.properties) {
    if (property.type !== T.Property) {
      yield 'all'
      continue
    }
    const key =
      property.computed && property.key.type === T.MemberExpression
        ? memberName(property.key)
        : keyName(property.key, property.computed)
    const part = key === undefined ? undefined : PART_WORDS[key.toLowerCase()]
    // Hapi's `payload: true` lets everything in
    if (part && !(property.value.type === T.Literal && property.value.value === true))
      yield* acceptedBy(file, part, property.value, found)
  }
}

/** Middleware of unknown make: its name, a text argument or the keys of an object may say which parts it validates. */
function* partsByWords(
  file: FileAnalysis,
  call: CallNode,
  name: string,
  found: Found,
): Generator<OutsideDataPart | 'all'> {
  const open = call.arguments.find((argument) => isCall(unwrap(argument)) && acceptsAnything(file, argument))
  if (open) {
    found.open.set('all', open)
    return
  }
  const named = [...partsByName(name)]
  if (!named.includes('all')) {
    yield* named
    return
  }
  const parts: Parts = new Set()
  for (const argument of call.arguments) {
    const node = unwrap(argument)
    const text = node.type === T.Literal && typeof node.value === 'string' ? node.value : undefined
    const part = text === undefined ? undefined : PART_WORDS[text.toLowerCase()]
    if (part) parts.add(part)
    const object = objectOf(file, node)
    if (object?.type === T.ObjectExpression) {
      const keys = [...partsByKeys(file, object, found)].filter((one) => one !== 'all')
      const onlyParts = object.properties.every(
        (property) =>
          property.type === T.Property &&
          PART_WORDS[(keyName(property.key, property.computed) ?? '').toLowerCase()] !== undefined,
      )
      if (keys.length > 0 && onlyParts) for (const one of keys) parts.add(one)
    }
  }
  if (parts.size > 0) yield* parts
  else yield 'all'
}

/** The object literal with the parts: the argument itself, or the members of a schema object `z.object({ body: … })`. */
function objectOf(file: FileAnalysis, node: Node): TSESTree.ObjectExpression | undefined {
  const target = node.type === T.Identifier ? (initializerOf(file, node) ?? node) : node
  if (target.type === T.ObjectExpression) return target
  const members =
    target.type === T.CallExpression && /(?:^|\.)object$/u.test(nameOf(target.callee)) ? target.arguments[0] : undefined
  return members?.type === T.ObjectExpression ? members : undefined
}

function* partsByName(name: string): Generator<OutsideDataPart | 'all'> {
  const words = name
    .replace(/([a-z])([A-Z])/gu, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/u)
  const parts = words.flatMap((word) =>
    word === 'data' || word === 'path' || word === 'input' || word === 'form' || word === 'json'
      ? []
      : (PART_WORDS[word] ?? []),
  )
  // `generateQueryValidation()` validates queries of another kind
  const isThing = words.some((word) => /^(?:generate|create|save|add|update|run|execute|preview|new)$/u.test(word))
  if (parts.length > 0 && !(isThing && words.includes('query'))) yield* parts
  else yield 'all'
}

/** `{ schema: { body } }` of Fastify, `{ options: { validate: { payload } } }` of Hapi, `{ body: t.Object() }` of Elysia. */
function* partsOfRouteOptions(
  file: FileAnalysis,
  options: TSESTree.ObjectExpression,
  own: readonly string[],
  found: Found,
  depth = 0,
): Generator<OutsideDataPart | 'all'> {
  for (const property of options.properties) {
    if (property.type !== T.Property) {
      if (property.argument.type !== T.ObjectExpression) yield 'all'
      continue
    }
    const key = keyName(property.key, property.computed) ?? ''
    const value = unwrap(property.value)
    if (key === 'schema' || key === 'validate' || key === 'validation' || key === 'schemas') {
      const object = objectOf(file, value)
      if (object) yield* partsByKeys(file, object, found)
      else if (!(value.type === T.Identifier && value.name === 'undefined'))
        yield* acceptedBy(file, 'all', value, found)
    } else if (
      (key === 'options' || key === 'config' || key === 'request') &&
      value.type === T.ObjectExpression &&
      depth < 2
    )
      yield* partsOfRouteOptions(file, value, own, found, depth + 1)
    else if (/^(?:preHandler|preValidation|onRequest|middleware|middlewares|pre|before|hooks|beforeHandle)$/u.test(key))
      yield* partsOfArgument(file, value, own, nothingFound())
    else if (/^(?:inputSchema|bodySchema|input|parameters)$/u.test(key))
      yield* acceptedBy(file, 'all', isCall(value) ? value : undefined, found)
    else {
      // Hapi's `path` is the route's
      const part = key === 'path' ? undefined : PART_WORDS[key.toLowerCase()]
      if (
        part &&
        depth < 2 &&
        (value.type === T.CallExpression ||
          (value.type === T.Identifier && !isFunction(value)) ||
          // the name of a model that Elysia was given elsewhere
          (value.type === T.Literal && typeof value.value === 'string') ||
          value.type === T.MemberExpression)
      )
        yield* acceptedBy(file, part, value, found)
    }
  }
}

/** What middleware of the project does: which parts of the request it hands to a validator. */
function* partsOfMiddleware(
  file: FileAnalysis,
  fn: FunctionNode,
  own: readonly string[],
): Generator<OutsideDataPart | 'all'> {
  const known = middlewareParts.of(file).get(fn)
  if (known) {
    yield* known
    return
  }
  const parts: Parts = new Set()
  middlewareParts.of(file).set(fn, parts)
  for (const param of fn.params.slice(0, 2))
    for (const one of destinationsOf(file, param)) {
      if (one.end.kind !== 'argument' && one.end.kind !== 'method') continue
      if (one.end.kind === 'argument' && !validationBy(file, one.end.call, one.end.index, own)) continue
      if (one.end.kind === 'method' && !/^(?:validateUsing|validate|assert|checkBody)$/u.test(one.end.method ?? ''))
        continue
      const names = one.path.filter((name) => name !== 'request' && name !== 'req')
      const part = names[0] === undefined ? undefined : PART_WORDS[names[0].replace(/\(.*$/u, '').toLowerCase()]
      if (part) parts.add(part)
      else if (names.length === 0 || names[0] === '*') parts.add('all')
    }
  yield* parts
}

const middlewareParts = new NodeMemo<FunctionNode, Parts>()

/** Decorators of the handler's method or class that validate: `@UsePipes(new ZodValidationPipe(schema))`. */
function* decoratorsAround(file: FileAnalysis, fn: FunctionNode): Generator<OutsideDataPart | 'all'> {
  const method = fn.parent
  if (method.type !== T.MethodDefinition) return
  for (const decorator of [
    // a parser of plain JavaScript knows no decorators
    ...(method.decorators ?? []),
    ...((method.parent.parent as TSESTree.ClassDeclaration).decorators ?? []),
  ]) {
    const expression = unwrap(decorator.expression)
    const text = nameOf(expression)
    const inner = isCall(expression)
      ? expression.arguments.map((one) => nameOf(isCall(unwrap(one)) ? (unwrap(one) as CallNode).callee : one))
      : []
    if (
      /^UsePipes$/u.test(text)
        ? inner.some((name) => /valid|zod|joi|schema/iu.test(name) && !/^ValidationPipe$/u.test(name))
        : /valid(?!ateToken)|schema|celebrate|TsRest|Zod/iu.test(text)
    )
      yield 'all'
  }
  void file
}

/** `app.use(validate)` of this file: for all routes that are registered after it. */
function* installedInFile(file: FileAnalysis, own: readonly string[]): Generator<OutsideDataPart | 'all'> {
  let known = installed.get(file)
  if (!known) {
    known = new Set()
    installed.set(file, known)
    for (const call of file.index.callsByName.get('use') ?? []) {
      if (call.callee.type !== T.MemberExpression) continue
      for (const argument of call.arguments) {
        const node = unwrap(argument)
        if (isFunction(node) ? node.params.length > 3 : node.type === T.Literal) continue
        for (const part of partsOfArgument(file, argument, own, nothingFound())) known.add(part)
      }
    }
    for (const call of file.index.callsByName.get('addHook') ?? [])
      if (call.arguments[1] && /^pre(?:Validation|Handler)$/u.test(file.string(call.arguments[0]!) ?? ''))
        for (const part of partsOfArgument(file, call.arguments[1], own, nothingFound())) known.add(part)
  }
  yield* known
}

const installed = new WeakMap<FileAnalysis, Parts>()

/** Whether the project validates every request by its OpenAPI description. */
function validatesEverywhere(file: FileAnalysis): boolean {
  if (!file.filename) return false
  for (const module of file.index.modules) if (validatingPackages.has(module)) return true
  const packages = projectPackages(file.filename)
  if (packages.size > 0 && ![...validatingPackages].some((name) => packages.has(name))) return false
  return filesThat('validates every request', file.filename).some((name) => !/config|\.test\.|\.d\.ts/u.test(name))
}

/** The path of a route that its file's place says: `/admin/users/:id` for `src/api/admin/users/[id]/route.ts`. */
function pathOfFile(filename: string): string | undefined {
  const path = /[\\/]api[\\/](.+)[\\/]route\.[cm]?[jt]s$/u.exec(filename)?.[1]
  return path && `/${path.replaceAll('\\', '/').replace(/\[(\w+)\]/gu, ':$1')}`
}

/** Middleware that the project installs by path, as Medusa does: `{ matcher: '/store/users', middlewares: [validate] }`. */
function* installedByPath(
  file: FileAnalysis,
  fn: FunctionNode,
  own: readonly string[],
): Generator<OutsideDataPart | 'all'> {
  const path = pathOfFile(file.filename)
  const method = reachedAs(fn)
  if (path === undefined || method === undefined) return
  for (const filename of filesThat('installs middleware by path', file.filename)) {
    const text = readText(filename)
    if (text === undefined || !mayMatch(text, path)) continue
    const other = file.foreign(filename, text)
    for (const call of other?.index.calls ?? []) {
      const { parent: list } = call
      const holder = list?.type === T.ArrayExpression ? list.parent : undefined
      if (holder?.type !== T.Property || propertyName(holder) !== 'middlewares') continue
      if (fitsPath(other!, holder.parent as TSESTree.ObjectExpression, path, method))
        yield* partsOfArgument(other!, call, own, nothingFound())
    }
  }
}

/** Whether a file's text can hold a matcher of a path: the path's own words, or some of them and a `*`. */
function mayMatch(text: string, path: string): boolean {
  const words = path.split('/').filter((part) => part !== '' && !part.startsWith(':'))
  return words.every((word) => text.includes(word)) || (/\*["'`]/u.test(text) && text.includes(words[0] ?? ''))
}

function fitsPath(file: FileAnalysis, row: TSESTree.ObjectExpression, path: string, method: string): boolean {
  const value = (...keys: string[]): Node | undefined =>
    row.properties.flatMap((one) =>
      one.type === T.Property && keys.includes(propertyName(one) ?? '') ? [one.value] : [],
    )[0]
  const matcher = value('matcher')
  const pattern = matcher && file.string(matcher)
  if (pattern === undefined) return false
  const wanted = pattern.replace(/\/?\*$/u, '').split('/')
  const given = path.split('/')
  if (pattern.endsWith('*') ? wanted.length > given.length : wanted.length !== given.length) return false
  if (!wanted.every((part, i) => part === given[i] || (part.startsWith(':') && given[i]?.startsWith(':')))) return false
  const methods = value('method', 'methods')
  return methods === undefined || file.text.slice(...methods.range).includes(method)
}

function isExported(fn: FunctionNode): boolean {
  for (let node: Node | undefined = fn; node; node = node.parent) {
    if (node.type === T.ExportNamedDeclaration || node.type === T.ExportDefaultDeclaration) return true
    if (node.type === T.AssignmentExpression || node.type === T.ClassDeclaration || node.type === T.ObjectExpression)
      return true
    if (node.type === T.FunctionDeclaration || node.type === T.VariableDeclaration) return true
    if (node !== fn && isFunction(node)) return false
  }
  return false
}

/** The name by which other files reach a function: its own, that of its variable, method, property or export. */
function reachedAs(fn: FunctionNode): string | undefined {
  if (fn.id) return fn.id.name
  let node: Node = wrapped(fn)
  // `exports.create = asyncHandler(async (req, res) => …)`
  for (let hops = 0; hops < 3 && isCall(node.parent) && node.parent.callee !== node; hops++) node = wrapped(node.parent)
  const { parent } = node
  if (parent?.type === T.VariableDeclarator && parent.id.type === T.Identifier) return parent.id.name
  if (parent?.type === T.MethodDefinition || parent?.type === T.Property || parent?.type === T.PropertyDefinition)
    return propertyName(parent)
  if (parent?.type === T.AssignmentExpression && parent.left.type === T.MemberExpression) return memberName(parent.left)
  if (parent?.type === T.ExportDefaultDeclaration) return 'default'
  return undefined
}

/** A call in another file that registers a handler of this one. */
interface RemoteRegistration {
  routes: FileAnalysis
  call: CallNode
  argument: Node
  /** What stands for the handler there. */
  use: Node
}

/** The files that may register handlers of a file, with their texts. */
const importers = new WeakMap<FileAnalysis, readonly { filename: string; text: string }[]>()

/**
 * The route index: where a function of a file is registered. Files that import the file are found by their text; of
 * those, the ones that name the function are parsed, and calls that register routes are read.
 */
function routesTo(
  file: FileAnalysis,
  name: string,
  own: readonly string[],
): (RemoteRegistration | PlainRegistration)[] {
  let known = importers.get(file)
  if (!known) {
    known = importersOf(file.filename, file.types).flatMap((filename) => {
      const text = readText(filename)
      return text === undefined ? [] : [{ filename, text }]
    })
    importers.set(file, known)
  }
  return known.flatMap<RemoteRegistration | PlainRegistration>(({ filename, text }) => {
    // with types, an index may hand it on under another name
    if (name !== 'default' && !(file.types.available ? text.includes(name) : mayHandOn(text, name))) return []
    // with types, middleware of other files can be read, whatever it is called
    const plain =
      file.types.available || own.length > 0 ? undefined : plainRegistration(filename, text, file.filename, name)
    if (plain) return [plain]
    const routes = file.foreign(filename, text)
    return routes ? registrationsIn(routes, file.filename, name) : []
  })
}

/** The calls of a file that register a handler of another one. */
function registrationsIn(routes: FileAnalysis, target: string, name: string): RemoteRegistration[] {
  return handlersOf(routes).flatMap(({ call, argument, handlers }) =>
    handlers.flatMap((one) =>
      one.name === name && (one.file === target || isIndex(one.file)) ? [{ routes, call, argument, use: one.use }] : [],
    ),
  )
}

interface RegisteredHandler {
  /** The file that it is a function of, or the index of a directory that hands it on. */
  file: string
  /** Its name there. */
  name: string
  /** What stands for it. */
  use: Node
}

interface RegisteringArgument {
  call: CallNode
  argument: Node
  handlers: readonly RegisteredHandler[]
}

/** What each file registers, of others: asked for each of their handlers. */
const registering = new WeakMap<FileAnalysis, readonly RegisteringArgument[]>()

function handlersOf(routes: FileAnalysis): readonly RegisteringArgument[] {
  let found = registering.get(routes)
  if (!found) {
    const resolved = new Map<string, string | undefined>()
    const resolve = (specifier: string): string | undefined => {
      if (!resolved.has(specifier)) resolved.set(specifier, resolveImport(routes.filename, specifier))
      return resolved.get(specifier)
    }
    found = routes.index.calls.flatMap((call) => {
      if (!mayRegister(call)) return []
      const handed = call.arguments.flatMap((argument) => {
        const handlers = [...handlersIn(routes, argument, resolve)]
        return handlers.length > 0 ? [{ call, argument, handlers }] : []
      })
      return handed.length > 0 && registersRoutes(routes, call) ? handed : []
    })
    registering.set(routes, found)
  }
  return found
}

/** The registrations of a handler in other files, and what all of them validate. */
function registeredElsewhere(file: FileAnalysis, fn: FunctionNode, own: readonly string[]): Coverage | undefined {
  const name = reachedAs(fn)
  if (name === undefined || !file.filename || !file.parser) return undefined
  const found = nothingFound()
  let shared: Parts | undefined
  for (const registration of routesTo(file, name, own)) {
    if (!('routes' in registration)) {
      const { method, path } = registration
      if (path !== undefined) found.route ??= { method, path }
      shared = new Set()
      continue
    }
    const { routes, call, argument, use } = registration
    const parts = partsOfRegistration(routes, { call, at: argument, use }, own, found)
    for (const part of installedInFile(routes, own)) parts.add(part)
    if (!shared || shared.has('all')) shared = parts
    else if (!parts.has('all')) shared = new Set([...shared].filter((part) => parts.has(part)))
  }
  return shared && { parts: shared, route: found.route, open: found.open, copies: found.copies }
}

const REGISTERING =
  /^(?:get|post|put|patch|delete|del|all|use|route|options|head|on|add|register|http|mutation|query|handle)$/u

/** Whether a call looks as if it registered something, by its name alone. */
function mayRegister(call: CallNode): boolean {
  const callee = unwrap(call.callee)
  return callee.type !== T.MemberExpression || REGISTERING.test(memberName(callee) ?? '')
}

function registersRoutes(file: FileAnalysis, call: CallNode): boolean {
  if (registeringRows(file, call).length > 0) return true
  const callee = unwrap(call.callee)
  return (
    callee.type === T.MemberExpression &&
    /^(?:get|post|put|patch|delete|del|all|use|route|options|head)$/u.test(memberName(callee) ?? '')
  )
}

function isIndex(filename: string): boolean {
  return /(?:^|[\\/])index\.[cm]?[jt]sx?$/u.test(filename)
}

/** `container.resolve(UsersController)`: an instance of the class that a container is asked for. */
function instanceNames(origin: Origin): string[] {
  if (origin.kind !== 'call' || !isCall(origin.call)) return []
  const [asked] = origin.call.arguments
  if (asked?.type !== T.Identifier || !/^[A-Z]/u.test(asked.name)) return []
  return entityNames(origin.file, asked).map((name) => [`${name}()`, ...origin.members].join('.'))
}

/** The functions of other files that an argument of a call stands for, wrapped or bound or not. */
function* handlersIn(
  routes: FileAnalysis,
  argument: Node,
  resolve: (specifier: string) => string | undefined,
  depth = 0,
): Generator<RegisteredHandler> {
  const node = unwrap(argument)
  if (depth > 3) return
  if (node.type === T.ObjectExpression) {
    for (const property of node.properties)
      if (property.type === T.Property && /^(?:handler|options|config)$/u.test(propertyName(property) ?? ''))
        yield* handlersIn(routes, property.value, resolve, depth + 1)
    return
  }
  if (node.type === T.ArrayExpression) {
    for (const element of node.elements) if (element) yield* handlersIn(routes, element, resolve, depth + 1)
    return
  }
  if (isCall(node)) {
    const callee = unwrap(node.callee)
    if (callee.type === T.MemberExpression && memberName(callee) === 'bind')
      yield* handlersIn(routes, callee.object, resolve, depth + 1)
    else for (const inner of node.arguments) yield* handlersIn(routes, inner, resolve, depth + 1)
    return
  }
  if (node.type !== T.Identifier && node.type !== T.MemberExpression) return
  const last = (node.type === T.Identifier ? node.name : memberName(node)) ?? ''
  const qualifiedNames = new Set(routes.names(node))
  for (const origin of routes.origins(node, { derived: false, containers: 'whole', calls: false })) {
    // the compiler led into the file, or into an index that hands it on: to the function, or to what holds it
    const { file: led, members } = origin
    if (led !== routes) {
      const name = origin.kind === 'function' ? reachedAs(origin.function) : undefined
      yield { file: led.filename, name: name ?? members.at(-1) ?? last, use: node }
    }
    for (const qualified of [...originNames(origin), ...instanceNames(origin)]) qualifiedNames.add(qualified)
  }
  for (const qualified of qualifiedNames) {
    const hash = qualified.indexOf('#')
    const file = hash > 0 ? resolve(qualified.slice(0, hash)) : undefined
    if (file === undefined) continue
    const name = qualified
      .slice(hash + 1)
      .split('.')
      .at(-1)!
      .replace(/\(\)$/u, '')
    if (name !== '') yield { file, name, use: node }
    else for (const one of new Set(['default', last])) yield { file, name: one, use: node }
  }
}
