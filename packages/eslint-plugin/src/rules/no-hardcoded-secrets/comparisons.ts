import { classifyName, isDevelopmentOnly, lastName, memberName, type Node, T, unwrap } from '@palisade/analysis'
import type { TSESTree } from '@typescript-eslint/utils'
import { destructuredName, environmentName } from './environment.js'
import { placeOf, preview, withArticle } from './findings.js'
import { readInstead } from './fixes.js'
import { constantsOf, type Judge } from './judge.js'
import { denoted, type Named, pathOf, surely, whatOf } from './named.js'

/** Calls that compare without telling by their time. */
export const COMPARISONS =
  /^(?:timingSafeEqual|safeEqual|safeCompare|secureCompare|constantTimeEquals?|timingSafeCompare|constantTimeCompare|scmp)$/

export function checkComparison(judge: Judge, subject: Node, value: Node, place: Node): void {
  if (value.type === T.PrivateIdentifier || subject.type === T.PrivateIdentifier) return
  const own = pathOf(subject)
  const isNamed = own !== undefined && denoted(judge, own) !== undefined
  const path = isNamed ? own : (requestedPath(judge, subject) ?? own)
  const known = path && denoted(judge, path)
  const found = known ?? (path && keyOfRequest(judge, path))
  if (found === undefined || isRejection(place)) return
  const isGiven =
    isGivenByClient(path!) || (place.type === T.CallExpression && COMPARISONS.test(lastName(place.callee) ?? ''))
  // What a request brings along is no token of a parser.
  const named = isGiven ? surely(found) : found
  // A constant of this file under another name is what the credential has to be; the name of a credential is reported there.
  if (value.type === T.MemberExpression || (value.type === T.Identifier && !(isGiven && isNeutral(judge, value))))
    return
  // `req.params.key === 'user-settings'`
  const isChecked = known !== undefined && (isGiven || isBesideUser(subject, place))
  for (const found of constantsOf(judge.file, value)) {
    if (found.file !== judge.file || !isComparedSecret(judge, named, found.value, isChecked)) continue
    if (isDevelopmentOnly(judge.file, found.node, judge.settings.developmentGuards)) continue
    judge.findings.add({
      ...placeOf(found.node),
      messageId: 'comparison',
      data: { name: named.name, what: withArticle(whatOf(named.meaning)), preview: preview(found.value) },
      suggest: readInstead(judge.file, found.node, environmentName(named.name, undefined), judge.options.env),
    })
  }
}

/** What a variable was read from, if a client sent it: `const { 'x-api-key': key } = req.headers`. */
function requestedPath(judge: Judge, node: Node, depth = 0): string[] | undefined {
  const value = unwrap(node)
  const variable = value.type === T.Identifier ? judge.file.index.variableOf(value) : undefined
  const definition = variable?.defs.length === 1 ? variable.defs[0] : undefined
  if (definition?.type !== 'Variable' || definition.node.init === null) return undefined
  const { id, init } = definition.node
  const whole = withoutCuts(init)
  const from = (depth < 3 ? requestedPath(judge, whole, depth + 1) : undefined) ?? pathOf(whole) ?? []
  const read = id.type === T.ObjectPattern ? destructuredName(id, variable!.name) : undefined
  const path = read === undefined ? from : [...from, read]
  return (id.type === T.Identifier || read !== undefined) && isGivenByClient(path) ? path : undefined
}

/** `authorization.replace('Bearer ', '')`, `authorization.split(' ')[1]`: the same text, less its scheme. */
function withoutCuts(node: Node): Node {
  let current = unwrap(node)
  for (let hops = 0; hops < 6; hops++) {
    if (current.type === T.MemberExpression && current.computed && current.property.type === T.Literal) {
      if (typeof current.property.value !== 'number') break
      current = unwrap(current.object)
    } else if (
      current.type === T.CallExpression &&
      /^(?:replace|split|slice|substring|at|pop)$/.test(lastName(current.callee) ?? '')
    ) {
      const callee = unwrap(current.callee)
      if (callee.type !== T.MemberExpression) break
      current = unwrap(callee.object)
    } else break
  }
  return current
}

/** `req.query.key`: what lets a client in, as long as it is compared with what nobody would call a key of a table. */
function keyOfRequest(judge: Judge, path: readonly string[]): Named | undefined {
  const [from, name] = path.slice(-2)
  return /^(?:headers|query|params|body|cookies|searchParams|req|request|ctx|context|c)$/.test(from ?? '') &&
    /^(?:x-[\w-]{1,40}-)?key$/i.test(name ?? '')
    ? denoted(judge, ['apiKey'])
    : undefined
}

/** What a client sends: `req.body.password`, `ctx.headers['x-api-key']`. */
function isGivenByClient(path: readonly string[]): boolean {
  return path
    .slice(0, -1)
    .some((part) => /^(?:query|headers?|body|params|cookies|req|request|searchParams)$/.test(part))
}

function isNeutral(judge: Judge, node: TSESTree.Identifier): boolean {
  return judge.classify(node.name).kind === 'other'
}

/** `username === 'admin' && password === 'admin'`: a login. */
function isBesideUser(subject: Node, place: Node): boolean {
  const both = place.parent
  if (both?.type !== T.LogicalExpression || both.operator !== '&&') return false
  const other = unwrap(both.left === place ? both.right : both.left)
  const last = other.type === T.LogicalExpression ? unwrap(other.right) : other
  if (last.type !== T.BinaryExpression || last.left === subject || last.left.type === T.PrivateIdentifier) return false
  return [last.left, last.right].some((side) => {
    const name = pathOf(side as Node)?.at(-1)
    return name !== undefined && /^(?:user|user_?name|u|usr|login|e?mail|account|name|client_?id)$/i.test(name)
  })
}

/** Where a credential is checked, whatever it is compared with opens. */
function isComparedSecret(judge: Judge, { name, meaning }: Named, value: string, isChecked: boolean): boolean {
  // How a request of the browser treats credentials (https://fetch.spec.whatwg.org/#concept-request-credentials-mode)
  if (name === 'credentials' && /^(?:omit|same-origin|include)$/.test(value)) return false
  if (judge.isSecret(value, 'name', name, meaning)) return true
  if (!isChecked || /\s/.test(value)) return false
  if (meaning.what === 'password')
    return judge.isSecret(value, 'declared', '', PASSWORD_MEANING) || value === 'password'
  return (meaning.what === 'key' || meaning.what === 'secret') && judge.isSecret(value, 'name', '', PASSWORD_MEANING)
}

const PASSWORD_MEANING = classifyName('password')

/** `if (secret === 'changeme') throw …`: a value that is refused, not one that opens. */
function isRejection(place: Node): boolean {
  if (place.type !== T.BinaryExpression || place.operator.startsWith('!')) return false
  let test: Node = place
  while (test.parent?.type === T.LogicalExpression) test = test.parent
  const statement = test.parent
  if (statement?.type !== T.IfStatement || statement.test !== test) return false
  const body = statement.consequent.type === T.BlockStatement ? statement.consequent.body : [statement.consequent]
  return body.some(
    (each) =>
      each.type === T.ThrowStatement ||
      (each.type === T.ReturnStatement && each.argument !== null && isRefusal(each.argument)) ||
      (each.type === T.ExpressionStatement &&
        each.expression.type === T.CallExpression &&
        isComplaint(each.expression)),
  )
}

/** `return false`, `return 'too weak'` */
function isRefusal(value: Node): boolean {
  return value.type === T.Literal && (value.value === false || typeof value.value === 'string')
}

function isComplaint(call: TSESTree.CallExpression): boolean {
  const { callee } = call
  return callee.type === T.MemberExpression && /^(?:exit|warn|error|fail|abort|fatal)$/.test(memberName(callee) ?? '')
}

/** `['k1', 'k2'].includes(apiKey)`. Lists of passwords are mostly of those that are refused. */
export function checkList(judge: Judge, list: Node, subject: Node, call: TSESTree.CallExpression): void {
  const path = pathOf(subject)
  const meaning = path && denoted(judge, path)?.meaning
  if (meaning === undefined || meaning.what === 'password') return
  for (const origin of judge.file.origins(list, WHOLE)) {
    const made = origin.kind === 'call' ? origin.call : undefined
    const items =
      origin.kind === 'object' ? origin.node : made?.type === T.NewExpression ? made.arguments[0] : undefined
    if (origin.file !== judge.file || origin.members.length > 0 || items?.type !== T.ArrayExpression) continue
    for (const item of items.elements.slice(0, 50))
      if (item !== null && item.type !== T.SpreadElement) checkComparison(judge, subject, item, call)
  }
}

const WHOLE = { derived: false, containers: 'whole' } as const

/** `Buffer.from(password)`: what is compared. */
export function textOf(node: Node): Node {
  const value = unwrap(node)
  if (
    value.type === T.CallExpression &&
    value.callee.type === T.MemberExpression &&
    memberName(value.callee) === 'from'
  ) {
    const [first] = value.arguments
    if (first !== undefined && first.type !== T.SpreadElement) return first
  }
  return value
}
