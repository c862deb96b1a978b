import {
  type CallNode,
  children,
  escapePattern,
  type FileAnalysis,
  type FunctionNode,
  type Handler,
  isCall,
  isFunction,
  keyName,
  lastName,
  memberName,
  type Node,
  outsideData,
  type OutsideDataGroup,
  type OutsideDataRow,
  propertyName,
  T,
  typeNames,
  unwrap,
} from '@palisade/analysis'
import type { TSESTree } from '@typescript-eslint/utils'
import { ITEMS } from './follow.js'
import { widthOf } from './schemas.js'
import { functionOf } from './validators.js'

/**
 * Where outside data comes into a file: the requests that handlers are given, the calls that read input, the callbacks
 * that are handed a message. Each is a root from which the data is followed.
 */
export interface Root {
  /** The expression that holds the value, or the pattern that binds it. */
  start: Node
  /** The rows that members of the value may turn out to be; with an empty path, the value itself is the data. */
  rows: readonly PathRow[]
  /** The handler that the value is handed to. */
  handler: FunctionNode | undefined
  /** What registers the handler. */
  registered?: Handler
  /** A decorated parameter of a controller, with its decorator. */
  decorator?: TSESTree.Decorator
}

/** A row with the members that lead to the data. */
export interface PathRow {
  row: OutsideDataRow
  path: readonly string[]
}

const byRoot = new Map<string, PathRow[]>()
const rowsOfCalls = new Map<string, OutsideDataRow>()
const rows: readonly OutsideDataRow[] = outsideData
/** Rows that are told by how a member path ends. */
const bySuffix: { row: OutsideDataRow; suffix: readonly string[]; names: readonly string[] }[] = []
for (const row of rows) {
  if (row.call !== undefined) rowsOfCalls.set(row.call, row)
  if (row.read === undefined) continue
  if (row.read.startsWith('*.')) {
    const suffix = row.read.slice(2).split('.')
    bySuffix.push({ row, suffix, names: suffix.flatMap((name) => (name === '*' ? [] : [name.replace('()', '')])) })
    continue
  }
  const { root, path } = splitRead(row.read)
  const known = byRoot.get(root)
  if (known) known.push({ row, path })
  else byRoot.set(root, [{ row, path }])
}

/** The part of a row's name that can be found in a file, and the members that are read from it. */
function splitRead(read: string): { root: string; path: string[] } {
  const hash = read.indexOf('#')
  const names = read.slice(hash + 1).split('.')
  const called = names.findIndex((name) => name.endsWith('()'))
  const length = called < 0 ? names.length : called + 1
  return { root: read.slice(0, hash + 1) + names.slice(0, length).join('.'), path: names.slice(length) }
}

/** The rows of what a qualified name's instances hold. */
export function rowsOf(name: string): readonly PathRow[] {
  return byRoot.get(name) ?? []
}

function rowById(id: string): OutsideDataRow {
  return rows.find((row) => row.id === id)!
}

/** Clients whose calls all answer alike, by the module. */
const CLIENTS = new Map(
  ['axios', 'got', 'ky', 'superagent', 'needle', 'node-fetch', 'cross-fetch'].map((module) => [
    module,
    rowsOf(`${module}#()`),
  ]),
)

/** Last names of calls that read outside data, and of those that hand it to a callback. */
const READING = new Set(
  [...byRoot.keys()]
    .flatMap((root) => (root.endsWith('()') ? [lastOf(root.slice(0, -2))] : []))
    .filter((name) => name !== '' && !/^[A-Z]/u.test(name)),
)
const HANDING = new Set([
  ...[...rowsOfCalls.keys()].map(lastOf),
  'tool',
  'dynamicTool',
  'DynamicTool',
  'DynamicStructuredTool',
  'addTool',
  'setRequestHandler',
  'addEventListener',
  'on',
])

function lastOf(name: string): string {
  return name.slice(Math.max(name.lastIndexOf('#'), name.lastIndexOf('.')) + 1)
}

/** The members by which data is read from a request. */
const MEMBERS = [
  ...new Set(
    [...byRoot.values()]
      .flat()
      .flatMap(({ path }) => (path.length > 0 && path.at(-1) !== ITEMS ? [path.at(-1)!.replace('()', '')] : [])),
  ),
]
/** Names of decorators, for the prefilter. */
const DECORATED = ['Body', 'Query', 'Param', 'Headers', 'MessageBody', 'Payload']
const READS = new RegExp(`\\b(?:${MEMBERS.join('|')})\\b|\\bfor await\\b`, 'gu')
/** What stands before the name of a member that is read: a dot, or a pattern. The same word elsewhere is a variable. */
const BEFORE_MEMBER = /[.{,["'`/]/u
/** Firebase hands a callable function the data itself, Bun a message and Feathers what a service shall create: no member names it. */
const HANDS_DATA = /\b(?:onCall|websocket|(?:create|update|patch) ?\([^)\n]{0,200}\b[dD]ata\b)/u

/** What has to stand in a file's text for the rule to have anything to say. */
const TRACES = new RegExp(
  `\\b(?:${[...MEMBERS, ...READING, ...HANDING, ...CLIENTS.keys(), 'use server', 'for await', 'websocket', ...DECORATED, 'fetch', 'onmessage', ...bySuffix.map(({ suffix }) => suffix.at(-1)!), 'tool_use', 'process', 'localStorage', 'sessionStorage', 'Procedure'].map(escapePattern).join('|')})\\b`,
  'u',
)

/** Whether a text can hold outside data at all: the prefilter. */
export function mayRead(text: string): boolean {
  return TRACES.test(text)
}

/** Where in a file members of that kind are named, in order. */
function readingPositions(text: string): number[] {
  const found: number[] = []
  for (const { 0: word, index } of text.matchAll(READS)) {
    if (word === 'for await') {
      found.push(index)
      continue
    }
    let before = index - 1
    while (before >= 0 && /\s/u.test(text[before]!)) before--
    if (before < 0 || BEFORE_MEMBER.test(text[before]!) || endsInComment(text, before)) found.push(index)
  }
  return found
}

/** Whether the line that ends there has a comment: what stands before that counts, and is not looked for. */
function endsInComment(text: string, end: number): boolean {
  return text.slice(text.lastIndexOf('\n', end) + 1, end).includes('//')
}

/** Those positions, and the calls of functions of the file in which they lie: `getBody(req)` reads as well. */
function withHelpers(file: FileAnalysis, positions: readonly number[]): number[] {
  const helpers = new Set<string>()
  for (const fn of file.index.functions) {
    const { parent } = fn
    const id =
      fn.id ??
      (parent.type === T.VariableDeclarator ? parent.id : parent.type === T.MethodDefinition ? parent.key : undefined)
    if (id?.type === T.Identifier && fn.params.length > 0 && anyWithin(positions, fn)) helpers.add(id.name)
  }
  const calls = [...helpers].flatMap((name) => (file.index.callsByName.get(name) ?? []).map((call) => call.range[0]))
  return [...positions, ...calls].sort((a, b) => a - b)
}

/** Whether one of the positions lies inside of a node. */
function anyWithin(positions: readonly number[], node: Node): boolean {
  let low = 0
  let high = positions.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (positions[middle]! < node.range[0]) low = middle + 1
    else high = middle
  }
  return positions[low] !== undefined && positions[low]! < node.range[1]
}

/**
 * The roots of outside data in a file.
 *
 * @param file the file.
 * @param groups the groups of sources that are looked at.
 */
export function rootsOf(file: FileAnalysis, groups: ReadonlySet<OutsideDataGroup>): Root[] {
  const wanted = (candidates: readonly PathRow[]): PathRow[] => candidates.filter(({ row }) => groups.has(row.group))
  const found: Root[] = []
  const add = (root: Root): void => {
    const kept = wanted(root.rows)
    if (kept.length > 0) found.push({ ...root, rows: kept })
  }
  const positions = withHelpers(file, readingPositions(file.text))
  const isServer = file.text.includes('use server')
  const known = lookOf(file)
  for (const fn of file.index.functions) for (const root of handedTo(file, fn, positions, isServer, known)) add(root)
  for (const call of file.index.calls) for (const root of readBy(file, call, known)) add(root)
  if (groups.has('ai') && /tool_use|toolUse|functionCall/u.test(file.text)) for (const root of toolUses(file)) add(root)
  if (groups.has('env') || groups.has('arguments')) for (const root of readFromProcess(file)) add(root)
  return found
}

/** What is looked up once for all roots of a file. */
interface Look {
  /** Whether the file may register functions that are handed nothing but data. */
  handsData: boolean
  /** Whether the file has one of the {@link CLIENTS}. */
  hasClient: boolean
  /** Under which names the file calls what it imports under another: `rb` for `import { readBody as rb }`. */
  aliases: ReadonlyMap<string, string>
  /** The calls to which functions that have a name are handed. */
  places: ReadonlyMap<FunctionNode, readonly CallbackPlace[]>
}

function lookOf(file: FileAnalysis): Look {
  const aliases = new Map<string, string>()
  for (const statement of file.ast.body)
    if (statement.type === T.ImportDeclaration)
      for (const one of statement.specifiers)
        if (
          one.type === T.ImportSpecifier &&
          one.imported.type === T.Identifier &&
          one.imported.name !== one.local.name
        )
          aliases.set(one.local.name, one.imported.name)
  return {
    handsData: HANDS_DATA.test(file.text),
    hasClient: [...file.index.modules].some((module) => CLIENTS.has(module)),
    aliases,
    places: namedCallbacks(file, aliases),
  }
}

/** The functions that calls which hand something out are given by name: `ipcMain.handle('save', onSave)`. */
function namedCallbacks(
  file: FileAnalysis,
  aliases: ReadonlyMap<string, string>,
): ReadonlyMap<FunctionNode, readonly CallbackPlace[]> {
  const found = new Map<FunctionNode, CallbackPlace[]>()
  for (const call of file.index.calls) {
    if (!HANDING.has(calledName(call, aliases))) continue
    for (const [index, argument] of call.arguments.entries())
      for (const { node, key } of namesIn(argument)) {
        const target = functionOf(file, node)
        if (target?.file !== file || target.fn === node) continue
        const places = found.get(target.fn)
        if (places) places.push({ call, index, key })
        else found.set(target.fn, [{ call, index, key }])
      }
  }
  return found
}

/** The names of functions in an argument: itself, bound, or under the keys of an object. */
function* namesIn(argument: Node): Generator<{ node: Node; key: string | undefined }> {
  const node = unwrap(argument)
  if (node.type === T.Identifier) yield { node, key: undefined }
  else if (node.type === T.MemberExpression && node.object.type === T.ThisExpression) yield { node, key: undefined }
  else if (
    node.type === T.CallExpression &&
    node.callee.type === T.MemberExpression &&
    memberName(node.callee) === 'bind'
  )
    yield* namesIn(node.callee.object)
  else if (node.type === T.ObjectExpression)
    for (const property of node.properties)
      if (property.type === T.Property && property.value.type === T.Identifier)
        yield { node: property.value, key: propertyName(property) }
}

/** The outside data among a function's parameters. */
function* handedTo(
  file: FileAnalysis,
  fn: FunctionNode,
  positions: readonly number[],
  isServer: boolean,
  known: Look,
): Generator<Root> {
  if (fn.params.length === 0) return
  const reads = known.handsData || anyWithin(positions, fn)
  const handler = reads ? file.handler(fn) : undefined
  for (const [index, param] of fn.params.entries()) {
    const bound = param.type === T.TSParameterProperty ? param.parameter : param
    const decorated = decoratedRow(file, param)
    if (decorated) {
      yield { start: bound, rows: decorated.rows, handler: fn, decorator: decorated.decorator }
      continue
    }
    if (!reads) continue
    const names = new Set<string>()
    const role = handler?.parameters[index]
    if (role !== undefined) names.add(role)
    const annotation = annotationOf(bound)
    if (annotation) for (const name of typeNames(file, annotation)) names.add(name)
    const candidates = [...names].flatMap((name) => rowsOf(name))
    if (candidates.length > 0)
      yield {
        start: bound,
        rows: candidates,
        handler: fn,
        ...(handler ? { registered: handler } : {}),
      }
  }
  yield* handedToCallback(file, fn, known)
  if (isServer && serverAction(file, fn)) {
    const row = rowById('next-server-action')
    for (const param of fn.params) {
      const name = param.type === T.Identifier ? param.name : ''
      // the state that React hands back beside the form is what the action returned
      if (/^_|prev|^state$/iu.test(name)) continue
      const isForm = isFormData(annotationOf(param), name)
      yield { start: param, rows: [{ row: isForm ? { ...row, holds: 'form' } : row, path: [] }], handler: fn }
    }
  }
  const procedure = handler ? undefined : procedureOf(fn)
  if (procedure && fn.params[0])
    yield { start: fn.params[0], rows: rowsOf('@trpc/server#ProcedureOptions()'), handler: fn }
}

function annotationOf(param: Node): TSESTree.TypeNode | undefined {
  const target = param.type === T.AssignmentPattern ? param.left : param
  return (target as { typeAnnotation?: TSESTree.TSTypeAnnotation }).typeAnnotation?.typeAnnotation
}

function isFormData(annotation: TSESTree.TypeNode | undefined, name: string): boolean {
  if (!annotation) return /^form/u.test(name)
  return (
    annotation.type === T.TSTypeReference &&
    annotation.typeName.type === T.Identifier &&
    annotation.typeName.name === 'FormData'
  )
}

/** Decorators whose parameters hold outside data: rows that are read from a decorator of a module. */
const byDecorator = new Map<string, OutsideDataRow>(
  rows.flatMap((row): [string, OutsideDataRow][] =>
    row.read !== undefined && /^(?:@nestjs\/\w+|routing-controllers)#[A-Z]\w*\(\)$/u.test(row.read)
      ? [[row.read.slice(0, -2), row]]
      : [],
  ),
)

function decoratedRow(file: FileAnalysis, param: Node): { rows: PathRow[]; decorator: TSESTree.Decorator } | undefined {
  const holder = param as { decorators?: TSESTree.Decorator[] }
  for (const decorator of holder.decorators ?? []) {
    const expression = unwrap(decorator.expression)
    const callee = expression.type === T.CallExpression ? expression.callee : expression
    for (const name of file.names(callee)) {
      const row = byDecorator.get(name)
      if (row) return { rows: [{ row, path: [] }], decorator }
    }
  }
  return undefined
}

/** Parameters of callbacks: messages, jobs, arguments of remote calls. */
function* handedToCallback(file: FileAnalysis, fn: FunctionNode, known: Look): Generator<Root> {
  const own = callbackPlace(fn)
  if (own && HANDING.has(calledName(own.call, known.aliases))) yield* handedAt(file, fn, own)
  for (const place of known.places.get(fn) ?? []) yield* handedAt(file, fn, place)
  if (fn.parent.type === T.MethodDefinition) yield* handedToMethod(file, fn, fn.parent)
  // Hono's `upgradeWebSocket((c) => ({ onMessage(event, ws) {} }))`
  if (
    fn.params[0] &&
    fn.parent.type === T.Property &&
    propertyName(fn.parent) === 'onMessage' &&
    file.text.includes('upgradeWebSocket')
  )
    yield { start: fn.params[0], rows: rowsOf('WebSocketMessage()'), handler: fn }
  // `socket.onmessage = (event) => …`, `window.onmessage = …`
  const { parent } = fn
  if (
    fn.params[0] &&
    parent.type === T.AssignmentExpression &&
    parent.right === fn &&
    (parent.left.type === T.MemberExpression ? memberName(parent.left) : '') === 'onmessage' &&
    !isOwnProgram(file, (parent.left as TSESTree.MemberExpression).object)
  )
    yield {
      start: fn.params[0],
      rows: rowsOf(messagesOf((parent.left as TSESTree.MemberExpression).object)),
      handler: fn,
    }
}

/** Methods that a base class of a library calls: a tool of LangChain, the sockets of a Durable Object. */
function* handedToMethod(file: FileAnalysis, fn: FunctionNode, method: TSESTree.MethodDefinition): Generator<Root> {
  const name = propertyName(method)
  const { superClass } = method.parent.parent
  if (name === 'webSocketMessage' && fn.params[1])
    yield { start: fn.params[1], rows: [{ row: rowById('durable-object-message'), path: [] }], handler: fn }
  if (
    name === '_call' &&
    fn.params[0] &&
    superClass &&
    file.names(superClass).some((base) => /^(?:@langchain\/core|langchain)\/tools#Tool$/u.test(base))
  )
    yield { start: fn.params[0], rows: [{ row: rowById('langchain-tool-class'), path: [] }], handler: fn }
}

/** Windows hand over values, sockets texts. */
function messagesOf(target: Node | undefined): string {
  return target === undefined || /^(?:window|globalThis|top|parent|self)$/u.test(lastName(target) ?? '')
    ? 'MessageEvent()'
    : 'WebSocketMessage()'
}

/** Workers and ports are other parts of the same program. */
function isOwnProgram(file: FileAnalysis, target: Node): boolean {
  return (
    /worker|port|channel|^self$/iu.test(lastName(target) ?? '') ||
    file.names(target).some((name) => /^(?:Worker|SharedWorker|MessageChannel|BroadcastChannel)\(\)/u.test(name))
  )
}

function* handedAt(file: FileAnalysis, fn: FunctionNode, { call, index, key }: CallbackPlace): Generator<Root> {
  const names = file.names(call.callee)
  for (const name of names) {
    const row = rowsOfCalls.get(name)
    if (row && fitsCallback(file, row, call, index)) yield* parametersOf(row, fn)
    if (name === 'meteor/meteor#Meteor.methods' && key !== undefined) yield* parametersOf(rowById('meteor-methods'), fn)
    yield* toolArguments(file, name, call, index, key, fn)
  }
  if (names.length === 0 || names.every((name) => /^\.|^[^#]*$|^fastify#/u.test(name)))
    yield* conventionalMessages(file, call, index, fn)
  const callee = unwrap(call.callee)
  const method =
    callee.type === T.MemberExpression ? memberName(callee) : callee.type === T.Identifier ? callee.name : undefined
  if (method !== 'addEventListener' || index !== 1 || !fn.params[0] || !call.arguments[0]) return
  const event = file.string(call.arguments[0])
  // `window.addEventListener('message', (event) => …)`, and a worker's `addEventListener('fetch', …)`
  if (event === 'message' && !(callee.type === T.MemberExpression && isOwnProgram(file, callee.object)))
    yield {
      start: fn.params[0],
      rows: rowsOf(messagesOf(callee.type === T.MemberExpression ? callee.object : undefined)),
      handler: fn,
    }
  if (event === 'fetch') yield { start: fn.params[0], rows: rowsOf('FetchEvent()'), handler: fn }
}

/** The last name of a callee, as its module names it. */
function calledName(call: CallNode, aliases: ReadonlyMap<string, string>): string {
  const callee = unwrap(call.callee)
  return callee.type === T.Identifier
    ? (aliases.get(callee.name) ?? callee.name)
    : callee.type === T.MemberExpression
      ? (memberName(callee) ?? '')
      : ''
}

function fitsCallback(file: FileAnalysis, row: OutsideDataRow, call: CallNode, index: number): boolean {
  const wanted = row.callback === -1 ? call.arguments.length - 1 : row.callback
  if (wanted !== undefined && wanted !== index) return false
  return row.event === undefined || (call.arguments[0] !== undefined && file.string(call.arguments[0]) === row.event)
}

function* parametersOf(row: OutsideDataRow, fn: FunctionNode): Generator<Root> {
  const from = row.from ?? 0
  for (const [index, param] of fn.params.entries()) {
    if (row.only ? index !== from : index < from) continue
    // the last parameter of a socket's listener may be its acknowledgement
    if (
      row.id === 'socket-io' &&
      param.type === T.Identifier &&
      /^(?:cb|callback|ack|done|respond|fn)$/u.test(param.name)
    )
      continue
    yield { start: param, rows: [{ row, path: [] }], handler: fn }
  }
}

/** `socket.on('event', (data) => …)` and `ws.on('message', (data) => …)` where the socket comes from elsewhere. */
function* conventionalMessages(file: FileAnalysis, call: CallNode, index: number, fn: FunctionNode): Generator<Root> {
  const callee = unwrap(call.callee)
  if (index !== 1 || callee.type !== T.MemberExpression || memberName(callee) !== 'on') return
  const object = unwrap(callee.object)
  const receiver =
    object.type === T.Identifier ? object.name : object.type === T.MemberExpression ? (memberName(object) ?? '') : ''
  const event = call.arguments[0] && file.string(call.arguments[0])
  if (event === undefined) return
  // the body of a plain server's request, in a helper that collects it
  if (event === 'data' && /^_?req(?:uest)?$/u.test(receiver)) yield* parametersOf(rowById('http-data'), fn)
  const uses = (module: string): boolean => file.index.modules.has(module)
  if (
    /^(?:socket|client)$/u.test(receiver) &&
    uses('socket.io') &&
    !/^(?:disconnect|disconnecting|error|connect|close|end)$/u.test(event)
  )
    yield* parametersOf(rowById('socket-io'), fn)
  if (
    /^(?:ws|socket|client|connection)$/u.test(receiver) &&
    event === 'message' &&
    (uses('ws') || uses('@fastify/websocket') || uses('express-ws') || /\bwebsocket\s*:\s*true/u.test(file.text))
  )
    yield* parametersOf(rowById('ws-message'), fn)
}

/** The functions that AI SDKs call with what a model asked for, where no schema stands beside them. */
function* toolArguments(
  file: FileAnalysis,
  name: string,
  call: CallNode,
  index: number,
  key: string | undefined,
  fn: FunctionNode,
): Generator<Root> {
  const param = fn.params[0]
  if (!param) return
  const [first, second] = call.arguments
  if (
    /^ai#(?:tool|dynamicTool)$/u.test(name) &&
    key === 'execute' &&
    first &&
    !hasSchema(file, first, ['inputSchema', 'parameters'])
  )
    yield { start: param, rows: [{ row: rowById('ai-sdk-tool'), path: [] }], handler: fn }
  if (
    /^fastmcp#FastMCP\(\)\.addTool$/u.test(name) &&
    key === 'execute' &&
    first &&
    !hasSchema(file, first, ['parameters'])
  )
    yield { start: param, rows: [{ row: rowById('ai-sdk-tool'), path: [] }], handler: fn }
  if (
    /^(?:@langchain\/core\/tools|langchain\/tools|langchain)#tool$/u.test(name) &&
    index === 0 &&
    second &&
    !hasSchema(file, second, ['schema'])
  )
    yield { start: param, rows: [{ row: rowById('langchain-tool'), path: [] }], handler: fn }
  if (/^(?:@langchain\/core\/tools|langchain\/tools)#DynamicTool$/u.test(name) && key === 'func')
    yield { start: param, rows: [{ row: rowById('langchain-dynamic-tool'), path: [] }], handler: fn }
  if (/#DynamicStructuredTool$/u.test(name) && key === 'func' && first && !hasSchema(file, first, ['schema']))
    yield { start: param, rows: [{ row: rowById('langchain-tool'), path: [] }], handler: fn }
  if (/^@modelcontextprotocol\/.*Server\(\)\.setRequestHandler$/u.test(name) && first && callsTools(file, first))
    yield { start: param, rows: rowsOf('@modelcontextprotocol/sdk#CallToolRequest()'), handler: fn }
}

function callsTools(file: FileAnalysis, schema: Node): boolean {
  const node = unwrap(schema)
  return (
    (node.type === T.Identifier && node.name === 'CallToolRequestSchema') ||
    file.names(schema).some((name) => name.endsWith('#CallToolRequestSchema'))
  )
}

/** Whether an object literal has a schema under one of these keys, or may have it through a spread. */
function hasSchema(file: FileAnalysis, node: Node, keys: readonly string[]): boolean {
  const object = unwrap(node)
  if (object.type !== T.ObjectExpression) return true // unknown: give it the benefit
  return object.properties.some(
    (property) =>
      property.type === T.SpreadElement ||
      (keys.includes(keyName(property.key, property.computed) ?? '*') && widthOf(file, property.value) !== 'anything'),
  )
}

interface CallbackPlace {
  call: CallNode
  index: number
  key: string | undefined
}

/** The call that a function literal is handed to, directly or under a key of an object. */
function callbackPlace(fn: FunctionNode): CallbackPlace | undefined {
  let node: Node = fn
  let key: string | undefined
  for (let hops = 0; hops < 5; hops++) {
    const parent: Node | undefined = node.parent
    if (!parent) return undefined
    if (isCall(parent)) {
      const index = parent.arguments.indexOf(node as TSESTree.Expression)
      return index < 0 ? undefined : { call: parent, index, key }
    }
    if (parent.type === T.Property) {
      key ??= propertyName(parent)
      node = parent.parent
    } else if (parent.type === T.TSAsExpression || parent.type === T.TSSatisfiesExpression) node = parent
    else return undefined
  }
  return undefined
}

/** Whether a function is called by clients over the network: `'use server'` on top of it, or of its file and exported. */
function serverAction(file: FileAnalysis, fn: FunctionNode): boolean {
  if (!fn.async) return false
  if (fn.body.type === T.BlockStatement && hasDirective(fn.body.body)) return true
  if (!hasDirective(file.ast.body)) return false
  const { parent } = fn
  if (fn.type === T.FunctionDeclaration) {
    if (parent.type === T.ExportNamedDeclaration || parent.type === T.ExportDefaultDeclaration) return true
    return fn.id !== null && exportedLater(file, fn.id)
  }
  return (
    parent.type === T.VariableDeclarator &&
    (parent.parent.parent.type === T.ExportNamedDeclaration ||
      (parent.id.type === T.Identifier && exportedLater(file, parent.id)))
  )
}

function hasDirective(statements: readonly Node[]): boolean {
  for (const statement of statements) {
    if (statement.type !== T.ExpressionStatement || statement.expression.type !== T.Literal) return false
    if (statement.expression.value === 'use server') return true
  }
  return false
}

function exportedLater(file: FileAnalysis, id: Node): boolean {
  return (
    file.index.variableOf(id)?.references.some((reference) => {
      const parent = (reference.identifier as Node).parent
      return parent?.type === T.ExportSpecifier || parent?.type === T.ExportDefaultDeclaration
    }) ?? false
  )
}

/** `publicProcedure.mutation(({ input }) => …)` where the procedure comes from another file: told by its name. */
export function procedureOf(fn: FunctionNode): CallNode | undefined {
  const call = fn.parent
  if (call.type !== T.CallExpression || call.arguments[0] !== fn || call.callee.type !== T.MemberExpression)
    return undefined
  if (!/^(?:query|mutation|subscription)$/u.test(memberName(call.callee) ?? '')) return undefined
  return /procedure$/iu.test(chainRoot(call.callee.object)) ? call : undefined
}

/** The name at the start of a fluent chain, or the last member name before its first call. */
function chainRoot(node: Node): string {
  let name = ''
  for (let current = unwrap(node), hops = 0; hops < 40; hops++) {
    if (current.type === T.CallExpression) {
      current = unwrap(current.callee)
      if (current.type === T.MemberExpression) current = unwrap(current.object)
    } else if (current.type === T.MemberExpression) {
      name ||= memberName(current) ?? ''
      if (/procedure$/iu.test(name)) return name
      current = unwrap(current.object)
    } else
      return name && !/procedure$/iu.test(current.type === T.Identifier ? current.name : '')
        ? name
        : current.type === T.Identifier
          ? current.name
          : ''
  }
  return name
}

/** The outside data that a call reads. */
function* readBy(file: FileAnalysis, call: CallNode, { hasClient, aliases }: Look): Generator<Root> {
  if (call.type !== T.CallExpression) return
  const callee = unwrap(call.callee)
  const last = calledName(call, aliases)
  if (last === '') return
  if (last === 'parse' && isJsonParse(callee)) {
    yield* modelOutput(file, call)
    return
  }
  if (!hasClient && !READING.has(last)) return
  for (const name of file.names(callee)) {
    const direct = rowsOf(`${name}()`)
    if (direct.length > 0 && !startsAtParameter(direct)) {
      yield { start: call, rows: direct, handler: undefined }
      return
    }
    const hash = name.indexOf('#')
    const client = hash > 0 ? CLIENTS.get(name.slice(0, hash)) : undefined
    if (
      client &&
      !/(?:create|extend|isAxiosError|isCancel|all|defaults|interceptors|use|stream|defaults\(\))$/u.test(name) &&
      !/\.(?:then|catch|finally|json|text|buffer|on|set|send|query|type|accept|auth|attach|field)$/u.test(name)
    ) {
      yield { start: call, rows: client, handler: undefined }
      return
    }
  }
  // Nuxt imports h3's helpers by itself
  if (
    callee.type === T.Identifier &&
    /^(?:readBody|getQuery|getRouterParams?|readFormData)$/u.test(last) &&
    !file.index.variableOf(callee)?.defs.length
  )
    yield { start: call, rows: rowsOf(`h3#${last}()`), handler: undefined }
}

/** Instances of request types are found where handlers are given them, not where a call returns one. */
function startsAtParameter(candidates: readonly PathRow[]): boolean {
  return candidates.some(({ row }) => /(?:Request|Context|Event|Args|Props|Options)\(\)\./u.test(row.read ?? ''))
}

function isJsonParse(callee: Node): boolean {
  return callee.type === T.MemberExpression && callee.object.type === T.Identifier && callee.object.name === 'JSON'
}

/** Members that are called alike elsewhere: told by what else stands in the file. */
const SHAPES: Readonly<Record<string, RegExp>> = {
  // tools answer in blocks of that shape as well
  'anthropic-text': /@anthropic-ai|bedrock|messages\.(?:create|stream)/iu,
  'langchain-content': /@langchain\/|['"]langchain/u,
  // and every answer of a server has a text
  'gemini-text': /generateContent|startChat|@google\/generative-ai/u,
}

/** `JSON.parse(toolCall.function.arguments)`: what a model said, parsed. */
function* modelOutput(file: FileAnalysis, call: TSESTree.CallExpression): Generator<Root> {
  const argument = call.arguments[0]
  if (!argument || argument.type === T.SpreadElement) return
  const candidates = bySuffix.filter(
    ({ row, names }) => names.every((name) => file.text.includes(name)) && (SHAPES[row.id]?.test(file.text) ?? true),
  )
  if (candidates.length === 0) return
  const paths = [memberPath(argument), ...file.origins(argument).flatMap((origin) => fullPath(origin))]
  for (const { row, suffix } of candidates) {
    if (paths.some((path) => endsWith(path, suffix))) {
      yield { start: call, rows: [{ row: { ...row, holds: 'any' }, path: [] }], handler: undefined }
      return
    }
  }
}

function fullPath(origin: { node: Node; members: readonly string[] }): string[][] {
  const base = memberPath(origin.node)
  return [[...base, ...origin.members], [...origin.members]]
}

/** The names along a member expression: `a`, `b` for `x().a[0].b` with `*` for items. */
function memberPath(node: Node): string[] {
  const path: string[] = []
  for (let current = unwrap(node), hops = 0; hops < 20; hops++) {
    if (current.type === T.MemberExpression) {
      const name = memberName(current) ?? '*'
      path.unshift(/^\d+$/u.test(name) ? '*' : name)
      current = unwrap(current.object)
    } else if (current.type === T.CallExpression) {
      const callee = unwrap(current.callee)
      if (callee.type !== T.MemberExpression) return path
      path.unshift(`${memberName(callee) ?? '*'}()`)
      current = unwrap(callee.object)
    } else if (current.type === T.AwaitExpression) current = unwrap(current.argument)
    else if (current.type === T.LogicalExpression) current = unwrap(current.left)
    else {
      if (current.type === T.Identifier) path.unshift(current.name)
      return path
    }
  }
  return path
}

function endsWith(path: readonly string[], suffix: readonly string[]): boolean {
  if (path.length < suffix.length) return false
  const tail = path.slice(path.length - suffix.length)
  return suffix.every(
    (name, i) => name === '*' || tail[i] === name || (tail[i] !== undefined && /^\d+$/u.test(tail[i]) && name === '*'),
  )
}

/** `block.input`, `part.functionCall.args`: what a model filled in to call a tool. */
function* toolUses(file: FileAnalysis): Generator<Root> {
  const row = rowById('anthropic-tool-use')
  const gemini = rowById('gemini-function-call')
  const pending: Node[] = [file.ast]
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (
      node.type === T.MemberExpression &&
      memberName(node) === 'input' &&
      (/tool|block|content|part/iu.test(lastName(node.object) ?? '') || isToolUse(file, node.object))
    )
      yield { start: node, rows: [{ row, path: [] }], handler: ownerOf(node) }
    else if (
      node.type === T.MemberExpression &&
      memberName(node) === 'args' &&
      /^(?:functionCall|functionCalls|fc|call)$/u.test(lastName(node.object) ?? '')
    )
      yield { start: node, rows: [{ row: gemini, path: [] }], handler: ownerOf(node) }
    pending.push(...children(node, file.visitorKeys))
  }
}

/** Whether the file asks of something whether it is a `tool_use`. */
function isToolUse(file: FileAnalysis, node: Node): boolean {
  const name = node.type === T.Identifier ? node.name : undefined
  return (
    name !== undefined &&
    ['===', '!=='].some((operator) =>
      ["'", '"'].some((quote) => file.text.includes(`${name}.type ${operator} ${quote}tool_use${quote}`)),
    )
  )
}

/** `process.env`, `process.argv`, `import.meta.env`. */
function* readFromProcess(file: FileAnalysis): Generator<Root> {
  for (const scope of file.source.scopeManager?.scopes ?? [])
    for (const reference of scope.references) {
      const identifier = reference.identifier as Node
      if (identifier.type !== T.Identifier || identifier.name !== 'process' || reference.resolved?.defs.length) continue
      const member = identifier.parent
      if (member?.type !== T.MemberExpression || member.object !== identifier) continue
      const candidates = rowsOf(`process.${memberName(member) ?? ''}`)
      if (candidates.length > 0) yield { start: member, rows: candidates, handler: undefined }
    }
}

/** The handler around a node: the outermost function that a framework calls, or the function around it. */
export function ownerOf(node: Node): FunctionNode | undefined {
  for (let current: Node | undefined = node; current; current = current.parent) if (isFunction(current)) return current
  return undefined
}
