import path from 'node:path'
import {
  children,
  type CredentialParameterRow,
  credentialParameters,
  enclosingClass,
  escapePattern,
  type FileAnalysis,
  type FunctionNode,
  isDevelopmentOnly,
  isFunction,
  lastName,
  memberName,
  type Node,
  type Origin,
  passwordInAddress,
  placeholderKind,
  returnsOf,
  T,
  unwrap,
} from '@palisade/analysis'
import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { environmentName } from './environment.js'
import { type Finding, placeOf, preview } from './findings.js'
import { readInstead } from './fixes.js'
import { constantsOf, type FoundConstant, isReportedThere, type Judge, keyMaterial } from './judge.js'

/** The rows whose modules a file names. */
interface Destinations {
  readonly exact: ReadonlyMap<string, readonly CredentialParameterRow[]>
  /** Names with `*`, each with the text before it. */
  readonly patterned: readonly {
    readonly start: string
    readonly pattern: RegExp
    readonly row: CredentialParameterRow
  }[]
  readonly plugins: ReadonlyMap<string, readonly CredentialParameterRow[]>
  /** The last names of methods: no other one is worth the question what it is a method of. None when any name will do. */
  readonly methods: ReadonlySet<string> | undefined
}

const SAME = { derived: false, containers: 'whole' } as const

/** The modules that the rows name, in quotes. A name that ends in `/` or `-` stands for all modules that begin so. */
const MODULES = modulesOf(credentialParameters)

/** Texts that a specification fixes as the key of a computation that is public. */
const SPECIFIED = new Set(['Bitcoin seed', 'ed25519 seed', 'Nist256p1 seed', 'WebAppData', 'aws4_request', 'mnemonic'])

/**
 * Constants that arrive where a library takes a credential.
 *
 * @param judge the file's judge
 * @returns the listeners; none for a file that imports no such library
 */
export function destinationEvidence(judge: Judge): TSESLint.RuleListener {
  const { file } = judge
  const destinations = destinationsOf(file)
  if (!destinations) return {}
  const { methods } = destinations
  return {
    'CallExpression, NewExpression'(node: TSESTree.CallExpression | TSESTree.NewExpression) {
      if (node.arguments.length === 0) return
      const callee = unwrap(node.callee)
      if (methods && callee.type === T.MemberExpression && !methods.has(memberName(callee) ?? '')) return
      for (const row of rowsOf(destinations, file, node)) {
        if (row.id === 'jsonwebtoken-sign' && isUnsigned(file, node)) continue
        for (const argument of argumentsOf(node, row)) checkArgument(judge, row, argument)
      }
    },
    AssignmentExpression(node) {
      // `app.keys = ['…']` (Koa)
      const left = unwrap(node.left)
      if (left.type !== T.MemberExpression || memberName(left) !== 'keys') return
      if (!file.names(left.object).some((name) => name === 'koa#()' || name === 'koa#Koa()')) return
      checkConstants(judge, KOA_KEYS, elementsOf(file, node.right), node.right)
    },
  }
}

/**
 * Whether a file with this text may call a library that takes credentials.
 *
 * @param text a file's text
 */
export function importsDestination(text: string): boolean {
  return text.search(MODULES) >= 0 || GLOBAL_DESTINATION.test(text)
}

const GLOBAL_DESTINATION = /\bcrypto\.(?:subtle|create|private|scrypt|pbkdf2)|\bCryptoJS\.(?:AES|DES|TripleDES|HmacSHA)/

/** `algorithm: 'none'` signs nothing. */
function isUnsigned(file: FileAnalysis, node: TSESTree.CallExpression | TSESTree.NewExpression): boolean {
  const options = node.arguments[2]
  if (options === undefined || options.type === T.SpreadElement) return false
  return file
    .member(options, ['algorithm'], SAME)
    .some((origin) => origin.kind === 'constant' && origin.value === 'none')
}

const KOA_KEYS: CredentialParameterRow = {
  id: 'koa-keys',
  calls: [],
  argument: 0,
  bar: 'chosen',
  what: 'cookie key',
  provider: 'Koa',
  env: 'COOKIE_KEY',
  source: 'https://koajs.com/#app-keys-',
}

function checkArgument(judge: Judge, row: CredentialParameterRow, argument: Node): void {
  if (row.member === undefined) checkConstants(judge, row, elementsOf(judge.file, argument), argument)
  else checkMember(judge, row, judge.file, argument, row.member.split('.'), argument)
}

/** The option at a path; `from` is where the value is handed over in the judged file. */
function checkMember(
  judge: Judge,
  row: CredentialParameterRow,
  file: FileAnalysis,
  node: Node,
  members: readonly string[],
  from: Node,
): void {
  const called = members.indexOf('()')
  const read = called < 0 ? members : members.slice(0, called)
  for (const origin of file.member(node, read, SAME)) {
    if (called >= 0) {
      if (origin.kind !== 'function') continue
      for (const result of returnsOf(origin.function, file.visitorKeys)) {
        const rest = members.slice(called + 1)
        if (rest.length > 0) checkMember(judge, row, origin.file, result, rest, from)
        else checkConstants(judge, row, [result], from, origin.file)
      }
      continue
    }
    if (origin.kind === 'constant') {
      if (typeof origin.value === 'string' && origin.members.length === 0)
        checkConstant(judge, row, { ...origin, value: origin.value }, handOver(judge, origin, from))
    } else if (origin.kind === 'function') {
      checkConstants(judge, row, handedOnBy(origin.function, origin.file), from, origin.file)
    } else if (origin.kind === 'object') {
      checkConstants(judge, row, elementsOf(origin.file, origin.node), from, origin.file)
    } else {
      const items = itemsOfSet(origin.node)
      if (items !== origin.node) checkConstants(judge, row, elementsOf(origin.file, items), from, origin.file)
      const value = origin.members.length === 0 ? origin.file.constant(origin.node)?.value : undefined
      if (typeof value === 'string') checkConstant(judge, row, { ...origin, value }, handOver(judge, origin, from))
      else if (origin.kind === 'call') checkConstants(judge, row, [keyMaterial(origin.node)], from, origin.file)
    }
  }
}

function checkConstants(
  judge: Judge,
  row: CredentialParameterRow,
  nodes: readonly Node[],
  from: Node,
  file: FileAnalysis = judge.file,
): void {
  for (const node of nodes) {
    for (const found of constantsOf(file, keyMaterial(node)))
      checkConstant(judge, row, found, found.file === judge.file ? found.node : from)
  }
}

/** What a function gives: its results, and what it hands to a callback, `(req, done) => done(null, secret)`. */
function handedOnBy(fn: FunctionNode, file: FileAnalysis): Node[] {
  const handed = [...returnsOf(fn, file.visitorKeys)]
  const last = fn.params[fn.params.length - 1]
  if (last?.type !== T.Identifier) return handed
  const pending: Node[] = [fn.body]
  for (let looked = 0; pending.length > 0 && looked < 500; looked++) {
    const node = pending.pop()!
    if (node.type === T.CallExpression && node.callee.type === T.Identifier && node.callee.name === last.name) {
      const value = node.arguments[1]
      if (value !== undefined && value.type !== T.SpreadElement) handed.push(value)
    }
    for (const child of children(node, file.visitorKeys)) if (!isFunction(child)) pending.push(child)
  }
  return handed
}

/** Where a constant of another file enters the judged one. */
function handOver(judge: Judge, origin: Origin, from: Node): Node {
  if (origin.file === judge.file) return origin.node
  let entered = from
  for (const step of origin.steps) {
    if (step.kind === 'import') break
    if (step.kind === 'variable' || step.kind === 'member') entered = step.node
  }
  return entered
}

/** The items of an array of keys, or the expression itself. */
function elementsOf(file: FileAnalysis, node: Node): Node[] {
  const value = itemsOfSet(unwrap(node))
  if (value.type === T.ArrayExpression) {
    const isBytes = value.elements.every((element) => element?.type === T.Literal && typeof element.value === 'number')
    return isBytes
      ? []
      : (value.elements.filter((element) => element !== null && element.type !== T.SpreadElement) as Node[])
  }
  if (value.type === T.Identifier) {
    const [origin] = file.origins(value, SAME)
    if (origin?.kind === 'object' && origin.node.type === T.ArrayExpression && origin.file === file)
      return elementsOf(file, origin.node)
    if (origin?.kind === 'call' && origin.file === file) return [keyMaterial(origin.node)]
  }
  return [value]
}

/** A variable with many values is asked for again and again; a tree is judged anew by each judge. */
const asked = new WeakMap<Judge, Map<Node, Set<CredentialParameterRow>>>()

function isAskedAgain(judge: Judge, row: CredentialParameterRow, node: Node): boolean {
  let byNode = asked.get(judge)
  if (byNode === undefined) asked.set(judge, (byNode = new Map()))
  const rows = byNode.get(node)
  if (rows === undefined) byNode.set(node, new Set([row]))
  else if (rows.has(row)) return true
  else rows.add(row)
  return false
}

/** `new Set(['…'])` */
function itemsOfSet(node: Node): Node {
  const [items] = node.type === T.NewExpression && lastName(node.callee) === 'Set' ? node.arguments : []
  return items !== undefined && items.type !== T.SpreadElement ? unwrap(items) : node
}

/** `at` is the constant, or, for one of another file, where it enters the judged one. */
function checkConstant(judge: Judge, row: CredentialParameterRow, found: FoundConstant, at: Node): void {
  if (found.file === judge.file && isAskedAgain(judge, row, found.node)) return
  const value = row.form === undefined ? found.value : credentialIn(found.value, row.form)
  if (value === undefined || SPECIFIED.has(value) || !judge.isSecret(value, row.bar)) return
  if (row.id === 'bcrypt' && !/\d/.test(value)) return
  // A connection string at the place of options, a path or PEM frame where a key is read from elsewhere.
  if (row.bar === 'issued' && row.member === undefined && /^(?:https?|redis|postgres|amqp):/.test(value)) return
  const { node, file } = found.written ?? found
  if (isDevelopmentOnly(file, node, judge.settings.developmentGuards)) return
  const isElsewhere = file !== judge.file
  if (isElsewhere && isReportedThere(judge, node, value)) return
  const known = judge.format(value, [])
  const finding: Finding = {
    ...placeOf(at),
    messageId: isElsewhere ? 'destinationElsewhere' : 'destination',
    variable: row.env,
    data: {
      what: known === undefined ? row.what : `${known.provider} ${known.kind}`,
      provider: row.provider,
      preview: preview(value),
      ...(isElsewhere ? { place: `${path.basename(file.filename)}:${node.loc.start.line}` } : {}),
    },
    suggest: readInstead(judge.file, at, environmentName(undefined, row.env), judge.options.env),
  }
  if (isElsewhere) judge.handedOver({ node, file }, finding)
  else judge.findings.add(finding)
}

/** The password in `user:password`, or in a connection string for another machine. */
function credentialIn(text: string, form: NonNullable<CredentialParameterRow['form']>): string | undefined {
  if (form === 'connection') return passwordInAddress(text)
  const password = /^[^:\s]{1,100}:([^\s:]{4,200})$/.exec(text)?.[1]
  return password === undefined || placeholderKind(password) !== undefined ? undefined : password
}

function argumentsOf(node: TSESTree.CallExpression | TSESTree.NewExpression, row: CredentialParameterRow): Node[] {
  const given = node.arguments.filter((argument) => argument.type !== T.SpreadElement) as Node[]
  switch (row.argument) {
    case 'any':
      return given
    case 'last':
      return given.slice(-1)
    case 'plugin':
      return given.slice(1, 2)
    default:
      // After a spread nobody knows which argument it is.
      return node.arguments.slice(0, row.argument + 1).some((argument) => argument.type === T.SpreadElement)
        ? []
        : given.slice(row.argument, row.argument + 1)
  }
}

function rowsOf(
  destinations: Destinations,
  file: FileAnalysis,
  node: TSESTree.CallExpression | TSESTree.NewExpression,
): CredentialParameterRow[] {
  const rows = new Set<CredentialParameterRow>()
  for (const name of node.callee.type === T.Super ? namesOfBase(file, node) : file.callee(node)) {
    for (const row of destinations.exact.get(name) ?? []) rows.add(row)
    for (const { start, pattern, row } of destinations.patterned)
      if (name.startsWith(start) && pattern.test(name)) rows.add(row)
  }
  for (const row of rows) if (row.beside?.some((word) => file.text.includes(word)) === false) rows.delete(row)
  const callee = unwrap(node.callee)
  const plugin = node.arguments[0]
  if (
    callee.type === T.MemberExpression &&
    memberName(callee) === 'register' &&
    plugin !== undefined &&
    plugin.type !== T.SpreadElement
  ) {
    for (const name of file.names(plugin)) for (const row of destinations.plugins.get(name) ?? []) rows.add(row)
  }
  return [...rows]
}

/** `super(…)` constructs what the class extends; Nest's mixin hands on the strategy that it is given. */
function namesOfBase(file: FileAnalysis, node: Node): readonly string[] {
  const base = enclosingClass(node)?.superClass
  if (!base) return []
  const value = unwrap(base)
  const [strategy] = value.type === T.CallExpression ? value.arguments : []
  return strategy !== undefined &&
    strategy.type !== T.SpreadElement &&
    file.names((value as TSESTree.CallExpression).callee).includes('@nestjs/passport#PassportStrategy')
    ? file.names(strategy)
    : file.names(value)
}

/** The module that a call is of, its `*` and what follows left out; empty for a global. */
function moduleOf(call: string): string {
  const module = call.includes('#') ? call.slice(0, call.indexOf('#')) : ''
  return module.replace(/\*.*/, '')
}

function modulesOf(rows: readonly CredentialParameterRow[]): RegExp {
  const modules = new Set(['koa'])
  const scopes = new Set<string>()
  for (const call of rows.flatMap((row) => row.calls)) {
    const module = moduleOf(call)
    if (module !== '') (call.startsWith(`${module}*`) ? scopes : modules).add(module)
  }
  const escaped = (texts: Iterable<string>) => [...texts].map(escapePattern).join('|')
  return new RegExp(`["'\`](?:node:)?(?:(${escaped(modules)})["'\`]|(${escaped(scopes)}))`, 'g')
}

/** Files that name the same modules have the same destinations. */
const prepared = new Map<string, Destinations>()
const MOST_PREPARED = 500

/**
 * The rows that can concern a file: those of modules that it names, and globals. With types an instance can come from
 * a file that names its module, so all rows of a file that names any.
 *
 * @returns none for a file that names no such module.
 */
function destinationsOf(file: FileAnalysis): Destinations | undefined {
  const named = new Set<string>()
  for (const [, module, scope] of file.text.matchAll(MODULES)) named.add((module ?? scope)!)
  if (named.size === 0 && !GLOBAL_DESTINATION.test(file.text)) return undefined
  const isTyped = file.types.available
  const key = [isTyped ? 'all' : '', ...[...named].sort()].join(' ')
  let destinations = prepared.get(key)
  if (!destinations) {
    if (prepared.size >= MOST_PREPARED) prepared.clear()
    prepared.set(key, (destinations = prepare(named, isTyped)))
  }
  return destinations
}

function prepare(named: ReadonlySet<string>, all: boolean): Destinations {
  const exact = new Map<string, CredentialParameterRow[]>()
  const plugins = new Map<string, CredentialParameterRow[]>()
  const patterned: { start: string; pattern: RegExp; row: CredentialParameterRow }[] = []
  const methods = new Set(['register'])
  let isOpen = false
  for (const row of credentialParameters) {
    for (const call of row.calls) {
      const module = moduleOf(call)
      const isNamed = module === '' || named.has(module)
      if (!isNamed && !all) continue
      const last = call.slice(Math.max(call.lastIndexOf('.'), call.indexOf('#')) + 1)
      methods.add(last)
      // Methods of any name
      if (last.includes('*') && module !== '' && isNamed) isOpen = true
      if (call.includes('*')) {
        const pattern = call
          .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
          .replaceAll('\\.**', '(?:\\.\\w+\\(\\))+')
          .replace(/\*(?=\\\.)/g, '[^/#().]+')
          .replaceAll('*', '[^/#()]+')
        patterned.push({ start: call.slice(0, call.indexOf('*')), pattern: new RegExp(`^${pattern}$`), row })
        continue
      }
      const table = row.argument === 'plugin' ? plugins : exact
      table.set(call, [...(table.get(call) ?? []), row])
    }
  }
  return { exact, plugins, patterned, methods: isOpen ? undefined : methods }
}
