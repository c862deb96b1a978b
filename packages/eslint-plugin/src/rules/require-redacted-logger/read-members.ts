import {
  enclosingClass,
  type FileAnalysis,
  type Guard,
  isOfFile,
  lastName,
  memberName,
  type Node,
  type Origin,
  propertyName,
  T,
} from '@palisade/analysis'
import type { TSESTree } from '@typescript-eslint/utils'
import type { HeldMember } from './declared.js'
import { type Exposure, isAsked, type Judgement } from './judgement.js'
import { isLexicalFile } from './plausible.js'
import { exposedView, type Trail, type View } from './trail.js'

/** Where `password` is a text about one, a field of a form, or a fault in one. */
const SPEAKS_OF =
  /(?:err(?:or)?s?|labels?|messages|strings|texts?|i18n|translations?|styles|classes|refs?|fields|files|paths|inputs|rules|schemas?|touched|columns|placeholders|names|types|validators?|controls|elements|selectors|routes|urls|endpoints|commands|permissions|scopes|constants|enums|models?|helpers?|utils)$|^(?:t|ui)$/iu

/** Members below which the one that counts may stand: what is printed of an object goes so deep. */
const PARTS = /^(?:data|body|auth|authentication|credentials?|user|account|config|settings|payload|result|session)$/u

/**
 * Does the file itself, elsewhere, read something confidential from a whole object? Who logs `res.data` and takes
 * `res.data.access_token` from it has logged the token.
 *
 * @param origin where the object comes from.
 * @param trail the way to it.
 * @param ask what the project asks for.
 * @returns what is exposed, or undefined where nothing confidential is read from it.
 */
export function readMembers(origin: Origin, trail: Trail, ask: Judgement): Exposure | undefined {
  if (origin.kind === 'caught') return undefined
  // Of an object that is made here, each member is asked about by itself.
  const made = origin.steps.findLastIndex(({ kind }) => kind === 'property')
  const views = trail.views.filter(({ steps, path }) => steps > made && !path.includes('*'))
  const uses = views.map((view) => usesBelow(origin, view))
  // What is written to a member is traced by itself.
  const written = new Set(uses.flat().flatMap(({ path, isWritten }) => (isWritten ? [path.join('.')] : [])))
  for (const [at, view] of views.entries()) {
    const reads = uses[at]!.filter(({ path, isWritten }) => !isWritten && !trail.without.includes(path[0]!))
    const held = SPEAKS_OF.test(view.path.at(-1)!) ? undefined : heldBy(origin.file, view, reads, written, ask)
    if (held) return { ...exposedView(origin, trail, view, held.class, `\`${held.member}\``), members: held.paths! }
  }
  return undefined
}

/** The confidential ones among the members that are read from what a name of the way stands for. */
function heldBy(
  file: FileAnalysis,
  view: View,
  reads: readonly Use[],
  written: ReadonlySet<string>,
  ask: Judgement,
): HeldMember | undefined {
  const root = view.kind === 'member' ? ['this', ...view.path] : view.path
  const paths: (readonly string[])[] = []
  let first: HeldMember | undefined
  for (const { path: read, node } of reads) {
    const path = read.slice(0, read.length > 1 && PARTS.test(read[0]!) ? 2 : 1)
    // `errors.password.message`, `inputs.password.value`: an object that is no password.
    const isText = read.slice(path.length).every((name) => OF_TEXT.test(name))
    if (!isText || written.has(path.join('.')) || /csrf|xsrf/iu.test(path.at(-1)!)) continue
    const meaning = ask.classifyPath([...view.path, ...path])
    const isSure = meaning.certainty === 'sure' || (meaning.row === 'token' && !isLexicalFile(file))
    if (!isSure || meaning.kind === 'about' || !isAsked(meaning, ask) || !OF_RECORDS.has(meaning.class!)) continue
    if (isInstead(file, view.node, [...root, ...path].join('.'))) return undefined
    if (node && isOtherKind(file, view, node)) continue
    paths.push(path)
    first ??= { member: path.at(-1)!, class: meaning.class!, paths }
  }
  return first
}

const OF_RECORDS = new Set(['credentials', 'financial', 'nationalId'])

/** What one reads from a text. */
const OF_TEXT =
  /^(?:length|slice|substring|substr|startsWith|endsWith|includes|indexOf|trim|split|replace|replaceAll|match|toString|toLowerCase|toUpperCase|padEnd|padStart|concat|at|charAt)$/u

/** A member that is read or written, by its access path below a name. */
interface Use {
  path: string[]
  isWritten: boolean
  /** Where it is done, if that is known. */
  node?: Node
}

/** What the file does with the members of what a name of the way stands for. */
function usesBelow(origin: Origin, view: View): Use[] {
  const whole = view.path.slice(1)
  return usesOfRoot(origin, view).flatMap((use) =>
    use.path.length > whole.length && whole.every((name, at) => use.path[at] === name)
      ? [{ ...use, path: use.path.slice(whole.length) }]
      : [],
  )
}

function usesOfRoot({ file }: Origin, { kind, node }: View): Use[] {
  if (!isOfFile(file, node)) return []
  if (kind === 'variable' && node.type === T.Identifier)
    return (file.index.variableOf(node)?.references ?? []).flatMap((reference) =>
      reference.isRead() ? usesOfName(reference.identifier as Node) : [],
    )
  if (kind !== 'member' || node.type !== T.MemberExpression || node.object.type !== T.ThisExpression) return []
  const cls = enclosingClass(node)
  return cls ? usesOfField(file.text.slice(...cls.range), memberName(node)!) : []
}

/** `this.options.apiKey`, somewhere in a class. */
function usesOfField(text: string, field: string): Use[] {
  const found: Use[] = []
  for (let at = text.indexOf(`this.${field}`); at >= 0; at = text.indexOf(`this.${field}`, at + 1)) {
    const [, chain, next] = /^this\.([\w.?!#$]+)\s{0,3}(\(|=(?!=))?/u.exec(text.slice(at, at + 200)) ?? []
    const [root, ...path] = chain?.split(/[?!]*\./u) ?? []
    if (root === field && !(next === '(' && !OF_TEXT.test(path.at(-1) ?? '')))
      found.push({ path, isWritten: next === '=' })
  }
  return found
}

/** What is done with the access path that begins with a name: one use, or all that a destructuring takes from it. */
function usesOfName(name: Node): Use[] {
  const path: string[] = []
  let end = name
  for (let { parent } = end; parent; { parent } = end) {
    if (parent.type === T.MemberExpression && parent.object === end) {
      const member = memberName(parent)
      if (member === undefined) return []
      path.push(member)
    } else if (
      parent.type !== T.ChainExpression &&
      parent.type !== T.TSNonNullExpression &&
      parent.type !== T.TSAsExpression
    )
      break
    end = parent
  }
  const { parent } = end
  if (parent?.type === T.CallExpression && parent.callee === end && !OF_TEXT.test(path.at(-1) ?? '')) return []
  const isDeleted = parent?.type === T.UnaryExpression && parent.operator === 'delete'
  if (isDeleted || (parent?.type === T.AssignmentExpression && parent.left === end)) return [{ path, isWritten: true }]
  const pattern =
    parent?.type === T.VariableDeclarator && parent.init === end
      ? parent.id
      : parent?.type === T.AssignmentExpression && parent.right === end
        ? parent.left
        : undefined
  const below = pattern?.type === T.ObjectPattern ? keysOf(pattern) : [[]]
  return below.map((keys) => ({ path: [...path, ...keys], isWritten: false, node: end }))
}

/** `{ data: { token }, id }`: the paths that a pattern reads. */
function keysOf(pattern: TSESTree.ObjectPattern): string[][] {
  return pattern.properties.flatMap((property) => {
    const key = property.type === T.Property ? propertyName(property) : undefined
    if (property.type !== T.Property || key === undefined) return []
    return property.value.type === T.ObjectPattern ? keysOf(property.value).map((keys) => [key, ...keys]) : [[key]]
  })
}

/** `if (!data.token) log(data)`, `if (!answer.ok) log(data)`: what is logged is what came instead. */
function isInstead(file: FileAnalysis, logged: Node, member: string): boolean {
  return file.guards(logged).some(({ test, holds, cases }) => {
    if (cases) return false
    const text = file.text
      .slice(...test.range)
      .replace(/\((\w+) as [^()]+\)/gu, '$1')
      .replace(/[?!](?=\.)|\s/gu, '')
    if (text === member) return !holds
    if (text.includes(`!${member}`)) return holds
    const result = /\bresult([!=]==?)['"]/u.exec(text)
    if (result) return result[1]!.startsWith('!') === holds
    const status = /\bstatus(?:Code)?(===?|!==?|>=?|<=?)(\d)/u.exec(text)
    if (status)
      return /^(?:=|<)/u.test(status[1]!) ? (status[2] === '2' || status[1]!.startsWith('<')) !== holds : holds
    return /\bok$|success$|succeeded$/iu.test(text) ? !holds : holds && /err(?:or|code)?s?\b|fail/iu.test(text)
  })
}

/** Members that say what a message or a record is, and so what else it holds. */
const KINDS =
  /^(?:type|kind|command|cmd|action|event|eventName|method|op|operation|topic|tag|mode|result|provider|protocol|intent)$/u

/** `switch (message.command)`: whether only messages of another command have the member that is read. */
function isOtherKind(file: FileAnalysis, { path, node }: View, read: Node): boolean {
  const known = file.guards(node).filter(({ test }) => isOfKind(test, path[0]!))
  return known.length > 0 && file.guards(read).some((guard) => known.some((one) => areOpposed(one, guard)))
}

/** `message.command`, `message.command === 'restore'` */
function isOfKind(test: Node, root: string): boolean {
  const tested = test.type === T.BinaryExpression && /^[!=]==?$/u.test(test.operator) ? test.left : test
  let holder: Node = tested
  while (holder.type === T.MemberExpression) holder = holder.object
  return holder.type === T.Identifier && holder.name === root && KINDS.test(lastName(tested) ?? '')
}

function areOpposed(one: Guard, other: Guard): boolean {
  if (one.test !== other.test) return false
  if (!one.cases || !other.cases) return one.holds !== other.holds
  const { cases } = other
  return one.cases.length + cases.length > 0 && !one.cases.some((each) => cases.includes(each))
}
