import {
  classifyPath,
  isDevelopmentOnly,
  keyName,
  memberName,
  type NameMeaning,
  type Node,
  propertyName,
  publicKeyNames,
  publicPrefixes,
  splitWords,
  T,
  unwrap,
} from '@palisade/analysis'
import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { environmentName, environmentRead, isEnvironment } from './environment.js'
import { placeOf, preview } from './findings.js'
import { failInstead, readInstead } from './fixes.js'
import { constantsOf, type FoundConstant, type Judge, keyMaterial } from './judge.js'
import { isFirebaseConfig } from './format-evidence.js'

/** A name in the code and what it denotes. */
interface Named {
  readonly name: string
  readonly meaning: NameMeaning
}

/** Calls that store a value under a name. */
const STORES =
  /^(?:set|append|setItem|setHeader|setRequestHeader|header|put|add|cookie|addHeader|setCookie|field|store|setSecret|setPassword|setEnv|stubEnv)$/

/** Calls that read a value and take a default. */
const READS_WITH_DEFAULT =
  /^(?:get|getOr|getOrDefault|getString|str|string|env|getEnv|getenv|envOr|fromEnv|optional|requireEnv|readEnv|conf|setting|config)$/

/** Calls that compare without telling by their time. */
const COMPARISONS =
  /^(?:timingSafeEqual|safeEqual|safeCompare|secureCompare|constantTimeEquals?|timingSafeCompare|constantTimeCompare|scmp)$/

/** Methods of schemas that give a default: zod, valibot, envalid, joi, yup, arktype, convict. */
const SCHEMA_DEFAULTS = /^(?:default|prefault|catch|fallback|optional)$/

/**
 * Constants under credential names: declarations, assignments, members, defaults, comparisons, and what stands in for a
 * missing environment variable.
 *
 * @param judge the file's judge
 * @returns the listeners
 */
export function nameEvidence(judge: Judge): TSESLint.RuleListener {
  const { file } = judge
  return {
    VariableDeclarator(node) {
      if (node.init === null) return
      if (node.id.type === T.Identifier) checkNamed(judge, denoted(judge, [node.id.name]), node.init)
      else if (node.id.type === T.ObjectPattern && isEnvironment(file, node.init))
        checkDestructuredEnvironment(judge, node.id)
    },
    AssignmentExpression(node) {
      const path = pathOf(node.left)
      if (path === undefined) return
      const named = denoted(judge, path)
      if (named === undefined) return
      if (node.operator === '||=' || node.operator === '??=') {
        const name = environmentRead(file, node.left)
        if (name !== undefined) return checkFallback(judge, { name, meaning: named.meaning }, node.right, undefined)
      }
      if (node.operator === '=' || node.operator === '||=' || node.operator === '??=')
        checkNamed(judge, named, node.right)
    },
    Property(node) {
      if (node.parent.type !== T.ObjectExpression || node.method || node.kind !== 'init') return
      const name = propertyName(node)
      if (name === undefined) return
      const named = denoted(judge, [...holderPath(node.parent), name])
      if (named !== undefined) checkProperty(judge, named, node)
    },
    'PropertyDefinition, AccessorProperty'(node: TSESTree.PropertyDefinition) {
      const name = propertyName(node)
      if (name !== undefined && node.value !== null)
        checkNamed(judge, denoted(judge, [name.replace(/^#/, '')]), node.value)
    },
    AssignmentPattern(node) {
      const name = patternName(node)
      if (name === undefined) return
      const named = denoted(judge, [name])
      if (named !== undefined && !isEnvironmentPattern(judge, node)) checkNamed(judge, named, node.right)
    },
    TSEnumMember(node) {
      const name = keyName(node.id, false)
      if (name === undefined || node.initializer === undefined) return
      const named = denoted(judge, [name])
      if (named?.meaning.certainty !== 'sure') return
      // Members of an enumeration are mostly names of kinds: only what no name looks like counts.
      const [found] = constantsOf(file, node.initializer)
      if (found !== undefined && /\d/.test(found.value) && found.value.length >= 8)
        checkNamed(judge, named, node.initializer)
    },
    JSXAttribute(node) {
      if (node.value === null || node.name.type !== T.JSXIdentifier) return
      const named = denoted(judge, [node.name.name])
      if (named === undefined) return
      const value = node.value.type === T.JSXExpressionContainer ? node.value.expression : node.value
      if (value.type !== T.JSXEmptyExpression && value.type !== T.JSXElement) checkNamed(judge, named, value)
    },
    'CallExpression, NewExpression'(node: TSESTree.CallExpression) {
      checkCall(judge, node)
    },
    ArrayExpression(node) {
      // `new Map([['apiKey', '…']])`, `new Headers([['x-api-key', '…']])`
      const [key, value] = node.elements
      if (node.elements.length !== 2 || node.parent.type !== T.ArrayExpression || !key || !value) return
      if (key.type !== T.Literal || typeof key.value !== 'string' || value.type === T.SpreadElement) return
      const holder = node.parent.parent
      if (
        holder.type !== T.NewExpression &&
        !(holder.type === T.CallExpression && /fromEntries/.test(judge.source.getText(holder.callee)))
      )
        return
      checkNamed(judge, denoted(judge, [key.value]), value)
    },
    BinaryExpression(node) {
      if (!/^[!=]==?$/.test(node.operator)) return
      checkComparison(judge, node.left as Node, node.right, node)
      checkComparison(judge, node.right, node.left as Node, node)
    },
    SwitchStatement(node) {
      for (const one of node.cases) if (one.test !== null) checkComparison(judge, node.discriminant, one.test, one)
    },
    LogicalExpression(node) {
      if (node.operator === '&&') return
      const name = lastEnvironmentRead(judge, node.left)
      if (name !== undefined) checkFallback(judge, named(judge, name), node.right, node)
    },
    ConditionalExpression(node) {
      // `process.env.X ? process.env.X : 'y'`
      const name = environmentRead(file, node.consequent)
      if (name !== undefined && readsSame(judge, node.test, name))
        checkFallback(judge, named(judge, name), node.alternate, node)
    },
    MemberExpression(node) {
      checkExposure(judge, node)
    },
  }
}

function checkProperty(judge: Judge, named: Named, node: TSESTree.Property): void {
  const value = node.value
  if (value.type === T.AssignmentPattern || value.type === T.ObjectPattern || value.type === T.ArrayPattern) return
  const holder = node.parent as TSESTree.ObjectExpression
  if (named.meaning.what === 'key' && isFirebaseConfig(holder)) return
  const name = environmentSchemaName(judge, node)
  if (name !== undefined && checkSchemaDefault(judge, named, value)) return
  checkNamed(judge, named, value, (found) => {
    // `{ password: 'geheim' }` among labels is a label, among a user and a host it is none.
    return !/^[A-Za-z]+$/.test(found.value) || named.meaning.what !== 'password' || isLoginData(judge, holder)
  })
}

const LOGIN_MEMBERS =
  /^(?:user|username|user_?name|usr|login|email|host|hostname|server|port|database|db|dialect|account|role|uri|url|client_?id|connection_?limit|secure|ssl|service)$/i

function isLoginData(judge: Judge, holder: TSESTree.ObjectExpression): boolean {
  const members = holder.properties.filter((property) => property.type === T.Property)
  if (
    members.some((property) => LOGIN_MEMBERS.test(propertyName(property) ?? '') && !isLabelled(judge, property.value))
  )
    return true
  return members.length === 1 && holder.parent.type !== T.Property
}

/** `username: 'Username'`: a label, not a user. */
function isLabelled(judge: Judge, value: Node): boolean {
  const text = judge.file.string(value)
  return text !== undefined && (/\s/.test(text) || /^[A-Z][a-z]+$/.test(text) || text === 'text' || text === 'string')
}

function checkNamed(
  judge: Judge,
  named: Named | undefined,
  value: Node,
  also: (found: FoundConstant) => boolean = () => true,
): void {
  if (named === undefined) return
  for (const found of constantsOf(judge.file, keyMaterial(value))) {
    if (found.file !== judge.file || !also(found) || !judge.isSecret(found.value, 'name', named.name, named.meaning))
      continue
    if (isDevelopmentOnly(judge.file, found.node, judge.settings.developmentGuards)) continue
    reportNamed(judge, named, found)
  }
}

function reportNamed(judge: Judge, { name, meaning }: Named, found: FoundConstant): void {
  const known = judge.format(found.value, meaning.words)
  judge.findings.add({
    ...placeOf(found.node),
    messageId: 'name',
    data: {
      name,
      what: known === undefined ? whatOf(meaning) : `${known.provider} ${known.kind}`,
      preview: preview(found.value),
    },
    suggest: readInstead(judge.file, found.node, environmentName(name, undefined), judge.options.env),
  })
}

function checkFallback(judge: Judge, { name, meaning }: Named, fallback: Node, whole: Node | undefined): void {
  // What is read from the environment in turn is no fallback that is written here.
  if (meaning.kind !== 'credential' || environmentRead(judge.file, fallback) !== undefined) return
  for (const found of constantsOf(judge.file, fallback)) {
    if (found.file !== judge.file || !judge.isSecret(found.value, 'fallback', name, meaning)) continue
    if (isDevelopmentOnly(judge.file, found.node, judge.settings.developmentGuards)) continue
    const read =
      whole?.type === T.LogicalExpression
        ? whole.left
        : whole?.type === T.ConditionalExpression
          ? whole.consequent
          : undefined
    judge.findings.add({
      ...placeOf(found.node),
      messageId: 'fallback',
      data: { name, what: whatOf(meaning), preview: preview(found.value) },
      suggest:
        whole !== undefined && read !== undefined && found.node === unwrap(fallback)
          ? failInstead(judge.file, whole, read, name)
          : [],
    })
  }
}

function checkComparison(judge: Judge, subject: Node, value: Node, place: Node): void {
  if (value.type === T.PrivateIdentifier || subject.type === T.PrivateIdentifier) return
  const path = pathOf(subject)
  const named = path && denoted(judge, path)
  if (named === undefined || isRejection(place)) return
  if (value.type === T.Identifier || value.type === T.MemberExpression) return // reported where it is written
  for (const found of constantsOf(judge.file, value)) {
    if (found.file !== judge.file || !judge.isSecret(found.value, 'name', named.name, named.meaning)) continue
    if (isDevelopmentOnly(judge.file, found.node, judge.settings.developmentGuards)) continue
    judge.findings.add({
      ...placeOf(found.node),
      messageId: 'comparison',
      data: { name: named.name, what: whatOf(named.meaning), preview: preview(found.value) },
      suggest: readInstead(judge.file, found.node, environmentName(named.name, undefined), judge.options.env),
    })
  }
}

/** `if (secret === 'changeme') throw …`: a value that is refused, not one that opens. */
function isRejection(place: Node): boolean {
  const statement = place.parent
  if (statement?.type !== T.IfStatement || statement.test !== place) return false
  if (place.type !== T.BinaryExpression || place.operator.startsWith('!')) return false
  const body = statement.consequent.type === T.BlockStatement ? statement.consequent.body : [statement.consequent]
  return body.some(
    (each) =>
      each.type === T.ThrowStatement ||
      (each.type === T.ExpressionStatement &&
        each.expression.type === T.CallExpression &&
        isComplaint(each.expression)),
  )
}

function isComplaint(call: TSESTree.CallExpression): boolean {
  const { callee } = call
  return callee.type === T.MemberExpression && /^(?:exit|warn|error|fail|abort|fatal)$/.test(memberName(callee) ?? '')
}

function checkCall(judge: Judge, node: TSESTree.CallExpression): void {
  const callee = unwrap(node.callee)
  const method =
    callee.type === T.MemberExpression ? memberName(callee) : callee.type === T.Identifier ? callee.name : undefined
  if (method === undefined) return
  const [first, second] = node.arguments
  if (first === undefined || second === undefined || first.type === T.SpreadElement || second.type === T.SpreadElement)
    return
  if (COMPARISONS.test(method)) {
    checkComparison(judge, textOf(first), textOf(second), node)
    checkComparison(judge, textOf(second), textOf(first), node)
    return
  }
  const key = first.type === T.Literal && typeof first.value === 'string' ? first.value : undefined
  if (key === undefined || second.type === T.FunctionExpression || second.type === T.ArrowFunctionExpression) return
  const name = denoted(judge, [key])
  if (name === undefined) return
  if (STORES.test(method)) checkNamed(judge, name, second)
  else if (READS_WITH_DEFAULT.test(method) && isEnvironmentReader(judge, callee, key))
    checkFallback(judge, { ...name, name: key }, second, undefined)
}

/** `config.get('jwt.secret', 'x')`, `env('JWT_SECRET', 'x')`: reads a setting; `cache.get('token', …)` doesn't. */
function isEnvironmentReader(judge: Judge, callee: Node, key: string): boolean {
  if (/^[A-Z][A-Z\d_]+$/.test(key)) return true
  const text = judge.source.getText(callee as never)
  return text.length < 80 && /conf|env|setting|option|secret/i.test(text)
}

/** `Buffer.from(password)`: what is compared. */
function textOf(node: Node): Node {
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

/** `z.string().default('x')` under a credential name: whether the value was such a chain. */
function checkSchemaDefault(judge: Judge, named: Named, value: Node): boolean {
  let call = unwrap(value)
  let isChain = false
  for (let hops = 0; hops < 12 && call.type === T.CallExpression; hops++) {
    const callee = unwrap(call.callee)
    const method = callee.type === T.MemberExpression ? memberName(callee) : undefined
    const [first, second] = call.arguments
    if (method !== undefined && SCHEMA_DEFAULTS.test(method)) {
      // `v.optional(v.string(), 'x')` has its default second.
      const fallback = method === 'optional' || method === 'fallback' ? second : first
      if (fallback !== undefined && fallback.type !== T.SpreadElement) checkFallback(judge, named, fallback, undefined)
      isChain = true
    } else if (first?.type === T.ObjectExpression) {
      // envalid: `str({ default: 'x' })`
      for (const property of first.properties) {
        if (property.type === T.Property && propertyName(property) === 'default')
          checkFallback(judge, named, property.value, undefined)
      }
      isChain = true
    }
    if (callee.type !== T.MemberExpression) break
    call = unwrap(callee.object)
  }
  if (call.type === T.ObjectExpression) {
    // convict, JSON schema: `{ env: 'JWT_SECRET', default: 'x' }`
    const members = call.properties.filter((property) => property.type === T.Property)
    const fallback = members.find((property) => propertyName(property) === 'default')
    const isSetting =
      /^[A-Z][A-Z\d_]+$/.test(named.name) || members.some((property) => propertyName(property) === 'env')
    if (fallback !== undefined && isSetting) {
      checkFallback(judge, named, fallback.value, undefined)
      isChain = true
    }
  }
  return isChain
}

/** Schemas are written where a value would be; one call or object can be one. */
function environmentSchemaName(judge: Judge, node: TSESTree.Property): string | undefined {
  const value = unwrap(node.value as Node)
  return value.type === T.CallExpression || value.type === T.ObjectExpression ? propertyName(node) : undefined
}

function checkDestructuredEnvironment(judge: Judge, pattern: TSESTree.ObjectPattern): void {
  for (const property of pattern.properties) {
    if (property.type !== T.Property || property.value.type !== T.AssignmentPattern) continue
    const name = keyName(property.key, property.computed)
    if (name !== undefined) checkFallback(judge, named(judge, name), property.value.right, undefined)
  }
}

function isEnvironmentPattern(judge: Judge, node: TSESTree.AssignmentPattern): boolean {
  const pattern = node.parent.type === T.Property ? node.parent.parent : undefined
  return (
    pattern?.type === T.ObjectPattern &&
    pattern.parent.type === T.VariableDeclarator &&
    pattern.parent.init !== null &&
    isEnvironment(judge.file, pattern.parent.init)
  )
}

/** The variable that `a || process.env.B` reads last. */
function lastEnvironmentRead(judge: Judge, node: Node): string | undefined {
  const value = unwrap(node)
  if (value.type === T.LogicalExpression && value.operator !== '&&')
    return lastEnvironmentRead(judge, value.right) ?? lastEnvironmentRead(judge, value.left)
  return environmentRead(judge.file, value)
}

function readsSame(judge: Judge, test: Node, name: string): boolean {
  const value = unwrap(test)
  if (value.type === T.BinaryExpression && value.left.type !== T.PrivateIdentifier)
    return environmentRead(judge.file, value.left) === name
  return environmentRead(judge.file, value) === name
}

function checkExposure(judge: Judge, node: TSESTree.MemberExpression): void {
  const name = memberName(node)
  if (name === undefined || name.length < 8) return
  const prefix = publicPrefixes.find((row) => name.startsWith(row.prefix))
  if (prefix === undefined || !isEnvironment(judge.file, node.object)) return
  const rest = name.slice(prefix.prefix.length)
  const meaning = judge.classify(rest)
  if (meaning.kind !== 'credential' || meaning.certainty !== 'sure' || isMadeForPages(meaning)) return
  judge.findings.add({
    ...placeOf(node),
    messageId: 'exposed',
    data: { name, prefix: prefix.prefix, tool: prefix.tool },
  })
}

function isMadeForPages(meaning: NameMeaning): boolean {
  if (meaning.words.includes('secret') || meaning.what === 'password') return false
  const words = ` ${meaning.words.join(' ')} `
  if (publicKeyNames.some((row) => words.includes(` ${splitWords(row.words).join(' ')} `))) return true
  // A key that doesn't say whose it is may well be one for pages.
  return (
    meaning.what !== 'secret' &&
    meaning.words.length <= 2 &&
    !meaning.words.some((word) => /^(?:private|openai|anthropic)$/.test(word))
  )
}

function named(judge: Judge, name: string): Named {
  return { name, meaning: judge.classify(name) }
}

/** What a path of names denotes, if a credential. */
function denoted(judge: Judge, path: readonly string[]): Named | undefined {
  const meaning = classifyPath(path, judge.classify)
  return meaning.kind === 'credential' ? { name: path[path.length - 1]!, meaning } : undefined
}

/** The names of a variable or member, outermost first. */
function pathOf(node: Node): string[] | undefined {
  const path: string[] = []
  let current = unwrap(node)
  for (let hops = 0; hops < 8; hops++) {
    if (current.type === T.Identifier) return [current.name, ...path]
    if (current.type === T.ThisExpression) return path.length > 0 ? path : undefined
    if (current.type === T.CallExpression) {
      // `req.get('x-api-key')`, `headers.get('authorization')`, `password.trim()`
      const callee = unwrap(current.callee)
      if (callee.type !== T.MemberExpression) return path.length > 0 ? path : undefined
      const [first] = current.arguments
      if (
        /^(?:get|header|getHeader|param|query)$/.test(memberName(callee) ?? '') &&
        first?.type === T.Literal &&
        typeof first.value === 'string'
      )
        return [first.value, ...path]
      if (!/^(?:toString|trim|toLowerCase|valueOf)$/.test(memberName(callee) ?? ''))
        return path.length > 0 ? path : undefined
      current = unwrap(callee.object)
      continue
    }
    if (current.type !== T.MemberExpression) return path.length > 0 ? path : undefined
    const name = memberName(current)
    if (name === undefined) return path.length > 0 ? path : undefined
    path.unshift(name.replace(/^#/, ''))
    current = unwrap(current.object)
  }
  return path
}

/** The names under which an object stands: `stripe` for `{ stripe: { key: '…' } }`. */
function holderPath(holder: TSESTree.ObjectExpression): string[] {
  const path: string[] = []
  let current: Node | null | undefined = holder
  for (let up = 0; current && up < 6; up++) {
    const parent: Node | null | undefined = current.parent
    if (parent?.type === T.Property && parent.value === current) {
      const name = propertyName(parent)
      if (name === undefined) break
      path.unshift(name)
      current = parent.parent
    } else if (parent?.type === T.VariableDeclarator && parent.id.type === T.Identifier) {
      path.unshift(parent.id.name)
      break
    } else if (parent?.type === T.TSAsExpression || parent?.type === T.TSSatisfiesExpression) current = parent
    else break
  }
  return path.slice(-2)
}

function patternName(node: TSESTree.AssignmentPattern): string | undefined {
  if (node.parent.type === T.Property && node.parent.value === node)
    return keyName(node.parent.key, node.parent.computed)
  return node.left.type === T.Identifier ? node.left.name : undefined
}

/** What a name says that the value is, in words. */
function whatOf(meaning: NameMeaning): string {
  switch (meaning.what) {
    case 'password':
      return 'password'
    case 'key':
      return meaning.words.includes('api') ? 'API key' : 'key'
    case 'token':
    case 'header':
      return 'token'
    case 'code':
      return 'code'
    default:
      return 'secret'
  }
}
