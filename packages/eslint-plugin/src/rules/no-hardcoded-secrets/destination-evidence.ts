import {
  credentialParameters,
  type CredentialParameterRow,
  type FileAnalysis,
  memberName,
  type Node,
  T,
  unwrap,
} from '@palisade/analysis'
import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { isDevelopmentOnly } from '@palisade/analysis'
import { environmentName } from './environment.js'
import { placeOf, preview } from './findings.js'
import { readInstead } from './fixes.js'
import { constantsOf, type Judge, keyMaterial } from './judge.js'

interface Destinations {
  readonly exact: ReadonlyMap<string, readonly CredentialParameterRow[]>
  /** Names with `*`. */
  readonly patterned: readonly { readonly pattern: RegExp; readonly row: CredentialParameterRow }[]
  readonly plugins: ReadonlyMap<string, readonly CredentialParameterRow[]>
  /** The modules that the rows name, in quotes: a file that imports none of them has no destination. */
  readonly modules: RegExp
}

const SAME = { derived: false, containers: 'whole' } as const

const DESTINATIONS = prepare(credentialParameters)

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
  if (!DESTINATIONS.modules.test(file.text) && !file.text.includes('subtle')) return {}
  return {
    'CallExpression, NewExpression'(node: TSESTree.CallExpression | TSESTree.NewExpression) {
      if (node.arguments.length === 0) return
      for (const row of rowsOf(file, node)) {
        if (row.id === 'jsonwebtoken-sign' && isUnsigned(file, node)) continue
        for (const argument of argumentsOf(node, row)) checkArgument(judge, row, argument)
      }
    },
    AssignmentExpression(node) {
      // `app.keys = ['…']` (Koa)
      const left = unwrap(node.left)
      if (left.type !== T.MemberExpression || memberName(left) !== 'keys') return
      if (!file.names(left.object).some((name) => name === 'koa#()' || name === 'koa#Koa()')) return
      checkConstants(judge, KOA_KEYS, elementsOf(file, node.right))
    },
  }
}

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
  const { file } = judge
  if (row.member === undefined) {
    checkConstants(judge, row, elementsOf(file, argument))
    return
  }
  const path = row.member.split('.')
  for (const origin of file.member(argument, path, SAME)) {
    if (origin.kind === 'constant' && typeof origin.value === 'string' && origin.members.length === 0) {
      checkConstant(judge, row, origin.node, origin.value, origin.file)
    } else if (origin.kind !== 'constant' && origin.kind !== 'object') {
      const value = origin.members.length === 0 ? origin.file.constant(origin.node)?.value : undefined
      if (typeof value === 'string') checkConstant(judge, row, origin.node, value, origin.file)
    } else if (origin.kind === 'object') checkConstants(judge, row, elementsOf(origin.file, origin.node))
  }
}

function checkConstants(judge: Judge, row: CredentialParameterRow, nodes: readonly Node[]): void {
  for (const node of nodes) {
    for (const found of constantsOf(judge.file, keyMaterial(node)))
      checkConstant(judge, row, found.node, found.value, found.file)
  }
}

/** The items of an array of keys, or the expression itself. */
function elementsOf(file: FileAnalysis, node: Node): Node[] {
  const value = unwrap(node)
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

function checkConstant(judge: Judge, row: CredentialParameterRow, node: Node, value: string, file: FileAnalysis): void {
  if (SPECIFIED.has(value) || !judge.isSecret(value, row.bar) || (row.id === 'bcrypt' && !/\d/.test(value))) return
  // A connection string at the place of options, a path or PEM frame where a key is read from elsewhere.
  if (row.bar === 'issued' && row.member === undefined && /^(?:https?|redis|postgres|amqp):/.test(value)) return
  if (file !== judge.file || isDevelopmentOnly(judge.file, node, judge.settings.developmentGuards)) return
  const known = judge.format(value, [])
  judge.findings.add({
    ...placeOf(node),
    messageId: 'destination',
    data: {
      what: known === undefined ? row.what : `${known.provider} ${known.kind}`,
      provider: row.provider,
      preview: preview(value),
    },
    suggest: readInstead(judge.file, node, environmentName(undefined, row.env), judge.options.env),
  })
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

function rowsOf(file: FileAnalysis, node: TSESTree.CallExpression | TSESTree.NewExpression): CredentialParameterRow[] {
  const rows = new Set<CredentialParameterRow>()
  for (const name of file.callee(node)) {
    for (const row of DESTINATIONS.exact.get(name) ?? []) rows.add(row)
    for (const { pattern, row } of DESTINATIONS.patterned) if (pattern.test(name)) rows.add(row)
  }
  const callee = unwrap(node.callee)
  const plugin = node.arguments[0]
  if (
    callee.type === T.MemberExpression &&
    memberName(callee) === 'register' &&
    plugin !== undefined &&
    plugin.type !== T.SpreadElement
  ) {
    for (const name of file.names(plugin)) for (const row of DESTINATIONS.plugins.get(name) ?? []) rows.add(row)
  }
  return [...rows]
}

function prepare(rows: readonly CredentialParameterRow[]): Destinations {
  const exact = new Map<string, CredentialParameterRow[]>()
  const plugins = new Map<string, CredentialParameterRow[]>()
  const patterned: { pattern: RegExp; row: CredentialParameterRow }[] = []
  const modules = new Set<string>()
  const scopes: string[] = []
  for (const row of rows) {
    for (const call of row.calls) {
      const module = call.includes('#') ? call.slice(0, call.indexOf('#')) : ''
      if (module.includes('*')) scopes.push(module.slice(0, module.indexOf('*')))
      else modules.add(module)
      if (call.includes('*')) {
        const pattern = call.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '[^/#()]{1,60}')
        patterned.push({ pattern: new RegExp(`^${pattern}$`), row })
        continue
      }
      const table = row.argument === 'plugin' ? plugins : exact
      table.set(call, [...(table.get(call) ?? []), row])
    }
  }
  modules.delete('')
  modules.add('koa')
  const escaped = (texts: Iterable<string>) =>
    [...texts].map((text) => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&')).join('|')
  const quoted = new RegExp(`["'\`](?:node:)?(?:(?:${escaped(modules)})["'\`]|(?:${escaped(scopes)}))`)
  return { exact, plugins, patterned, modules: quoted }
}
