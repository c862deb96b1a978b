import {
  type Bar,
  classifyName,
  enclosingFunction,
  type FunctionNode,
  isDevelopmentOnly,
  isFunction,
  keyName,
  lastName,
  memberName,
  type NameMeaning,
  type Node,
  propertyName,
  publicKeyNames,
  publicPrefixes,
  splitWords,
  T,
  unwrap,
  wrapped,
} from '@palisade/analysis'
import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { environmentName, environmentRead, isEnvironment } from './environment.js'
import { type Finding, placeOf, preview, withArticle } from './findings.js'
import { failInstead, readInstead } from './fixes.js'
import { constantsOf, type FoundConstant, isReportedThere, type Judge, keyMaterial } from './judge.js'
import { isFirebaseConfig } from './format-evidence.js'
import { denoted, holderPath, isAmongTexts, type Named, named, pathOf, patternName, whatOf } from './named.js'

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
      if (node.id.type === T.Identifier) checkNamed(judge, denoted(judge, [node.id.name]), node.init, 'declared')
      else if (node.id.type === T.ObjectPattern && isEnvironment(file, node.init))
        checkDestructuredEnvironment(judge, node.id)
      else if (node.id.type === T.ArrayPattern && node.init.type === T.ArrayExpression) {
        for (const [at, name] of node.id.elements.entries()) {
          const value = node.init.elements[at]
          if (name?.type === T.Identifier && value && value.type !== T.SpreadElement)
            checkNamed(judge, denoted(judge, [name.name]), value, 'declared')
        }
      }
    },
    AssignmentExpression(node) {
      const path = pathOf(node.left)
      if (path === undefined) return
      const written = denoted(judge, path)
      const name = environmentRead(file, node.left)
      if (name !== undefined && (node.operator !== '=' || isMissingThere(judge, node, name))) {
        const meaning = written?.meaning ?? named(judge, name).meaning
        return checkFallback(judge, { name, meaning }, node.right)
      }
      if (written === undefined) return
      if (node.operator === '=' || node.operator === '||=' || node.operator === '??=')
        checkNamed(judge, written, node.right, 'declared')
    },
    Property(node) {
      if (node.parent.type !== T.ObjectExpression || node.method || node.kind !== 'init') return
      const name = propertyName(node)
      if (name === undefined) return
      const holders = holderPath(node.parent)
      const named = denoted(judge, [...holders, name])
      if (named !== undefined) checkProperty(judge, named, node)
      else if (name === 'key' && LOGIN_HOLDERS.test(holders.at(-1) ?? ''))
        checkNamed(judge, denoted(judge, ['accessKey']), node.value, 'name', ({ value }) => /\d/.test(value))
      else checkEntryOfTable(judge, holders[holders.length - 1], name, node.value)
    },
    'PropertyDefinition, AccessorProperty'(node: TSESTree.PropertyDefinition) {
      const name = propertyName(node)
      if (name !== undefined && node.value !== null)
        checkNamed(judge, denoted(judge, [name.replace(/^#/, '')]), node.value, 'declared')
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
      const named = denoted(judge, [fieldName(node) ?? node.name.name])
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
      if (!isOfEntries(judge, node.parent)) return
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
      if (node.operator !== '&&') checkLogical(judge, node)
    },
    ConditionalExpression(node) {
      // `process.env.X ? process.env.X : 'y'`, `!process.env.X ? 'y' : process.env.X`
      for (const [read, fallback] of [
        [node.consequent, node.alternate],
        [node.alternate, node.consequent],
      ] as const) {
        const name = environmentRead(file, read)
        if (name !== undefined && asksFor(judge, node.test, name))
          checkFallback(judge, named(judge, name), fallback, { whole: node, read })
      }
    },
    MemberExpression(node) {
      const name = memberName(node)
      if (name !== undefined && isPublicVariable(name) && isEnvironment(file, node.object))
        checkExposure(judge, name, node)
    },
    ReturnStatement(node) {
      if (node.argument !== null) checkReturned(judge, node.argument)
    },
    ArrowFunctionExpression(node) {
      if (node.body.type !== T.BlockStatement) checkReturned(judge, node.body)
    },
  }
}

/** `a || 'x'`: what stands in for a setting, or for a value whose name says that it is a credential. */
function checkLogical(judge: Judge, node: TSESTree.LogicalExpression): void {
  const variable = lastEnvironmentRead(judge, node.left)
  if (variable !== undefined) {
    const read = named(judge, variable)
    // `{ secret: process.env.S1 || 'x' }`: where the variable's name says nothing, that of the place does.
    const meaning = read.meaning.kind === 'credential' ? read.meaning : targetOf(judge, node)?.meaning
    if (meaning !== undefined)
      checkFallback(judge, { name: variable, meaning }, node.right, { whole: node, read: node.left })
    return
  }
  const left = unwrap(node.left)
  const path = pathOf(left.type === T.LogicalExpression ? left.right : left)
  const found = path && denoted(judge, path)
  if (found === undefined) return
  if (left.type === T.CallExpression && isEnvironmentReader(judge, unwrap(left.callee), found.name))
    checkFallback(judge, found, node.right, { whole: node, read: node.left })
  else if (found.meaning.certainty === 'sure') checkNamed(judge, found, node.right)
}

/** The variable, property, field or member that an expression's value is given to. */
function targetOf(judge: Judge, node: Node): Named | undefined {
  const value = wrapped(node)
  const { parent } = value
  if (parent?.type === T.VariableDeclarator && parent.id.type === T.Identifier) return denoted(judge, [parent.id.name])
  if ((parent?.type === T.Property || parent?.type === T.PropertyDefinition) && parent.value === value) {
    const name = propertyName(parent)
    return name === undefined ? undefined : denoted(judge, [name])
  }
  const path = parent?.type === T.AssignmentExpression && parent.right === value ? pathOf(parent.left) : undefined
  return path && denoted(judge, path)
}

/** `getApiKey() { return '…' }`: a function that is named after the credential that it gives. */
function checkReturned(judge: Judge, node: Node): void {
  const value = unwrap(node)
  if (value.type !== T.Literal && value.type !== T.TemplateLiteral && value.type !== T.ConditionalExpression) return
  const fn = isFunction(value.parent) ? value.parent : enclosingFunction(value)
  const name = fn && functionName(fn)?.replace(GIVES, '')
  const found = name === undefined ? undefined : denoted(judge, [name])
  if (found !== undefined) checkNamed(judge, found, value)
}

const GIVES = /^(?:get|fetch|load|read|retrieve|resolve|provide|obtain|default|build)_?(?=[A-Z_])/

function functionName(fn: FunctionNode): string | undefined {
  if ('id' in fn && fn.id) return fn.id.name
  const { parent } = fn
  if (parent.type === T.VariableDeclarator && parent.id.type === T.Identifier) return parent.id.name
  if (parent.type === T.MethodDefinition || parent.type === T.Property || parent.type === T.PropertyDefinition)
    return propertyName(parent)
  return undefined
}

/** `new Map([[k, v]])`, `Object.fromEntries([[k, v]])`, `headers: [[k, v]]` */
function isOfEntries(judge: Judge, list: TSESTree.ArrayExpression): boolean {
  const holder = list.parent
  switch (holder.type) {
    case T.NewExpression:
      return true
    case T.CallExpression:
      return /fromEntries/.test(judge.file.text.slice(...holder.callee.range))
    case T.Property:
      return /^(?:headers?|params|searchParams|query|form|fields|entries)$/i.test(propertyName(holder) ?? '')
    case T.VariableDeclarator:
      return holder.id.type === T.Identifier && /(?:headers?|params|entries)$/i.test(holder.id.name)
    default:
      return false
  }
}

/** `<input type="password" defaultValue="…">`: the field says what its value is. */
function fieldName(attribute: TSESTree.JSXAttribute): string | undefined {
  if (attribute.name.type !== T.JSXIdentifier || !/^(?:value|defaultValue)$/.test(attribute.name.name)) return undefined
  const isPassword = attribute.parent.attributes.some(
    (each) =>
      each.type === T.JSXAttribute &&
      each.name.name === 'type' &&
      each.value?.type === T.Literal &&
      each.value.value === 'password',
  )
  return isPassword ? 'password' : undefined
}

function checkProperty(judge: Judge, named: Named, node: TSESTree.Property): void {
  const value = node.value
  if (value.type === T.AssignmentPattern || value.type === T.ObjectPattern || value.type === T.ArrayPattern) return
  const holder = node.parent as TSESTree.ObjectExpression
  if (named.meaning.what === 'key' && isFirebaseConfig(holder)) return
  const name = environmentSchemaName(judge, node)
  if (name !== undefined && checkSchemaDefault(judge, named, value)) return
  if (named.meaning.what === 'password' && WORDS_FOR_PASSWORDS.test(judge.file.string(value) ?? '')) {
    // `{ host: 'db', user: 'app', password: 'password' }`: what a connection is made with is no label.
    if (isConnectionData(judge, holder))
      for (const found of constantsOf(judge.file, value)) reportNamed(judge, named, found)
    return
  }
  if (named.meaning.what === 'password' && isAmongTexts(holder)) return
  checkNamed(judge, named, value, isOfSettings(holder) ? 'declared' : 'name', (found) => {
    // `{ password: 'geheim' }` among labels is a label, among a user and a host it is none.
    return !/^[A-Za-z]+$/.test(found.value) || named.meaning.what !== 'password' || isLoginData(judge, holder)
  })
}

/** `module.exports = { … }`, `const config = { … }`: what the program runs with. */
function isOfSettings(holder: TSESTree.ObjectExpression): boolean {
  let value: Node = holder
  for (let up = 0; up < 4; up++) {
    const { parent } = wrapped(value)
    if (parent?.type === T.ExportDefaultDeclaration) return true
    if (parent?.type === T.AssignmentExpression) return /^exports$|^module$/.test(pathOf(parent.left)?.[0] ?? '')
    if (parent?.type === T.VariableDeclarator)
      return (
        parent.id.type === T.Identifier &&
        /(?:config|configuration|cfg|conf|settings|options|opts|constants|env|environment|secrets|credentials)\d?$/i.test(
          parent.id.name,
        )
      )
    if (parent?.type !== T.Property || parent.parent.type !== T.ObjectExpression) return false
    value = parent.parent
  }
  return false
}

/** Words that name a password as often as they are one. */
const WORDS_FOR_PASSWORDS = /^(?:password|passwd|pass|secret|test|default)$/

const PLACES = /^(?:host|hostname|server|port|database|db|dialect|url|uri)$/i
/** The names under which what a connection is made with stands. */
const LOGIN_HOLDERS = /^(?:auth|credentials?|creds|login|basicAuth)$/i

function isConnectionData(judge: Judge, holder: TSESTree.ObjectExpression): boolean {
  const isLogin = LOGIN_HOLDERS.test(holderPath(holder).at(-1) ?? '')
  return holder.properties.some(
    (property) =>
      property.type === T.Property &&
      (PLACES.test(propertyName(property) ?? '') || (isLogin && LOGIN_MEMBERS.test(propertyName(property) ?? ''))) &&
      !isLabelled(judge, property.value) &&
      judge.file.string(property.value) !== propertyName(property),
  )
}

/** `const apiKeys = { stripe: '…', github: '…' }`: a table whose name is the plural of a credential's. */
function checkEntryOfTable(judge: Judge, holder: string | undefined, name: string, value: Node): void {
  if (holder === undefined || !/s$/i.test(holder) || value.type !== T.Literal) return
  const table = denoted(judge, [holder])
  const isOwnName = table?.meaning.certainty !== 'sure' || judge.classify(name).kind !== 'other'
  if (!isOwnName)
    checkNamed(judge, { name, meaning: table.meaning }, value, 'name', ({ value: text }) => /\d/.test(text))
}

const LOGIN_MEMBERS =
  /^(?:\w{1,20}_|[a-z]{1,12})?(?:user|user_?name|usr|login|e?mail|host|host_?name|server|port|database|db|dialect|account|role|uri|url|client_?id|connection_?limit|secure|ssl|service|cert|pfx|private_?key)$/i

/** Calls that make a user, or let one in. */
const ABOUT_USERS =
  /^(?:create|createUser|insert|insertOne|insertMany|bulkCreate|register|save|upsert|findOrCreate|signUp|signup|signIn|signin|login|logIn|authenticate|addUser|createMany|send)$/

function isLoginData(judge: Judge, holder: TSESTree.ObjectExpression): boolean {
  const call = wrapped(holder).parent
  if (isOfSettings(holder)) return true
  if (call?.type === T.CallExpression && ABOUT_USERS.test(lastName(call.callee) ?? '') && holder.properties.length > 1)
    return true
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
  bar: Bar = 'name',
  also: (found: FoundConstant) => boolean = () => true,
): void {
  if (named === undefined) return
  const list = unwrap(value)
  if (list.type === T.ArrayExpression) {
    // Lists of passwords are mostly of those that are refused.
    if (named.meaning.what === 'password' || named.meaning.certainty !== 'sure') return
    const isKey = (found: FoundConstant) => also(found) && !IDENTIFIER.test(found.value)
    for (const item of list.elements.slice(0, 50))
      if (item?.type === T.Literal) checkNamed(judge, named, item, 'name', isKey)
    return
  }
  for (const found of constantsOf(judge.file, keyMaterial(value))) {
    if (found.file !== judge.file || !also(found) || !judge.isSecret(found.value, bar, named.name, named.meaning))
      continue
    if (isDevelopmentOnly(judge.file, found.node, judge.settings.developmentGuards)) continue
    if (isReportedElsewhere(judge, found)) continue
    // A header that is put together is reported by its format, at its password.
    if (named.meaning.what === 'header' && found.node.type !== T.Literal && judge.scanner.scan(found.value).length > 0)
      continue
    reportNamed(judge, named, found)
  }
}

function isReportedElsewhere(judge: Judge, { written, value }: FoundConstant): boolean {
  return written !== undefined && isReportedThere(judge, written.node, value)
}

/** A finding about a constant: here, or in the file in which the constant is written. */
function add(judge: Judge, { written }: FoundConstant, finding: Finding): void {
  if (written === undefined) judge.findings.add(finding)
  else judge.handedOver(written, finding)
}

/** `countryCodeAlpha2`: lists hold the names of fields more often than keys. */
const IDENTIFIER = /^[a-z]{2,20}(?:[A-Z][a-z]{1,20}){0,8}\d{0,2}$/

function reportNamed(judge: Judge, { name, meaning }: Named, found: FoundConstant): void {
  const known = judge.format(found.value, meaning.words)
  add(judge, found, {
    ...placeOf(found.node),
    messageId: 'name',
    data: {
      name,
      what: withArticle(known === undefined ? whatOf(meaning) : `${known.provider} ${known.kind}`),
      preview: preview(found.value),
    },
    suggest: readInstead(judge.file, found.node, environmentName(name, undefined), judge.options.env),
  })
}

function checkFallback(
  judge: Judge,
  { name, meaning }: Named,
  fallback: Node,
  inPlace?: { readonly whole: Node; readonly read: Node },
): void {
  // What is read from the environment in turn is no fallback that is written here.
  if (meaning.kind !== 'credential' || environmentRead(judge.file, fallback) !== undefined) return
  for (const found of constantsOf(judge.file, fallback)) {
    if (found.file !== judge.file || !judge.isSecret(found.value, 'fallback', name, meaning)) continue
    if (isDevelopmentOnly(judge.file, found.node, judge.settings.developmentGuards)) continue
    if (isReportedElsewhere(judge, found)) continue
    add(judge, found, {
      ...placeOf(found.node),
      messageId: 'fallback',
      data: { name, what: whatOf(meaning), preview: preview(found.value) },
      suggest:
        inPlace !== undefined && found.node === unwrap(fallback)
          ? failInstead(judge.file, inPlace.whole, inPlace.read, name)
          : [],
    })
  }
}

function checkComparison(judge: Judge, subject: Node, value: Node, place: Node): void {
  if (value.type === T.PrivateIdentifier || subject.type === T.PrivateIdentifier) return
  const path = pathOf(subject)
  const found = path && denoted(judge, path)
  if (found === undefined || isRejection(place)) return
  const isGiven =
    isGivenByClient(path!) || (place.type === T.CallExpression && COMPARISONS.test(lastName(place.callee) ?? ''))
  // What a request brings along is no token of a parser.
  const named: Named = isGiven ? { ...found, meaning: { ...found.meaning, certainty: 'sure' } } : found
  // A constant of this file under another name is what the credential has to be; the name of a credential is reported there.
  if (value.type === T.MemberExpression || (value.type === T.Identifier && !(isGiven && isNeutral(judge, value))))
    return
  const isChecked = isGiven || isBesideUser(subject, place)
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
  if (judge.isSecret(value, 'name', name, meaning)) return true
  if (!isChecked || /\s/.test(value)) return false
  if (meaning.what === 'password') return judge.isSecret(value, 'declared', '', meaning) || value === 'password'
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

function checkCall(judge: Judge, node: TSESTree.CallExpression): void {
  const callee = unwrap(node.callee)
  if (callee.type === T.Identifier && node.arguments.some(isText)) checkArguments(judge, callee, node.arguments)
  const method =
    callee.type === T.MemberExpression ? memberName(callee) : callee.type === T.Identifier ? callee.name : undefined
  if (method === undefined) return
  const [first, second] = node.arguments
  if (first === undefined || first.type === T.SpreadElement || second?.type === T.SpreadElement) return
  if (callee.type === T.MemberExpression) checkMethod(judge, unwrap(callee.object), method, first, node)
  checkLogin(judge, method, node.arguments)
  const set = SETTER.exec(method)?.[1]
  const field = set === undefined ? undefined : denoted(judge, [set])
  if (field?.meaning.certainty === 'sure') checkNamed(judge, field, first)
  if (second === undefined) return
  if (COMPARISONS.test(method)) {
    checkComparison(judge, textOf(first), textOf(second), node)
    checkComparison(judge, textOf(second), textOf(first), node)
    return
  }
  const key = first.type === T.Literal && typeof first.value === 'string' ? first.value : undefined
  if (key === undefined || second.type === T.FunctionExpression || second.type === T.ArrowFunctionExpression) return
  const name = denoted(judge, [TYPES_INTO_FIELD.test(method) ? lastWord(key) : key])
  if (name === undefined) return
  if (TYPES_INTO_FIELD.test(method)) checkNamed(judge, name, second)
  else if (STORES.test(method)) checkNamed(judge, name, second)
  else if (READS_WITH_DEFAULT.test(method) && isEnvironmentReader(judge, callee, key))
    checkFallback(judge, { ...name, name: key }, second)
}

/** `signInWithEmailAndPassword(auth, email, '…')`, `client.login('app', '…')`: who logs in, and with what. */
function checkLogin(judge: Judge, method: string, given: readonly Node[]): void {
  const isNamed = LOGINS_BY_PASSWORD.test(method)
  if (!isNamed && !LOGINS.test(method)) return
  const at = given.findLastIndex((argument) => argument.type !== T.SpreadElement && isText(argument))
  if (at < 1 || at > 2 || (!isNamed && at !== 1)) return
  const user = given[at - 1]!
  const who = user.type === T.SpreadElement ? undefined : judge.file.string(user)
  // `auth.login('password', 'local')` chooses a way to log in.
  const isUser = who === undefined ? /user|mail|login|account|name/i.test(pathOf(user)?.at(-1) ?? '') : isUserName(who)
  const found = denoted(judge, ['password'])
  if (found === undefined || !isUser) return
  checkNamed(
    judge,
    { ...found, name: method },
    given[at]!,
    'declared',
    ({ value }) => isNamed || /\d|[!@#$%^&*]/.test(value),
  )
}

/** Functions that say in their name that they take a password. */
const LOGINS_BY_PASSWORD =
  /^(?:(?:sign|log)_?in|create|register|link|login|authenticate|reauthenticate|verify|check|validate)\w{0,40}(?:Password|Credentials?)$|^(?:EmailAuthProvider|credentialWithPassword|basicAuth|setBasicAuth|withBasicAuth|withCredentials)$/i
/** Functions that take a user and a password, or other pairs. */
const LOGINS = /^(?:login|logIn|signIn|signin|authenticate|signUp|signup)$/

function isUserName(text: string): boolean {
  return /^[\w.+-]{1,60}@[\w.-]{3,60}$|^(?:admin|administrator|root|user|test|guest|demo|sa|app|bot|robot|service)\w{0,20}$|^(?:cn|uid)=/i.test(
    text,
  )
}

/** `login('app', '…')` where `function login(user, password)`: the parameter says what the constant is. */
function checkArguments(judge: Judge, callee: TSESTree.Identifier, given: readonly Node[]): void {
  const definition = judge.file.index.variableOf(callee)?.defs[0]
  const fn = definition && functionOf(definition.node as Node)
  if (fn === undefined) return
  for (const [at, argument] of given.entries()) {
    if (argument.type === T.SpreadElement) return
    const parameter = fn.params[at]
    if (!parameter || !isText(argument)) continue
    const named = parameterName(parameter)
    const found = named === undefined ? undefined : denoted(judge, [named])
    if (found?.meaning.certainty === 'sure') checkNamed(judge, found, argument, 'declared')
  }
}

function isText(node: Node): boolean {
  return node.type === T.Literal && typeof node.value === 'string'
}

/** The function that a declaration declares; for a class, its constructor. */
function functionOf(node: Node): FunctionNode | undefined {
  if (isFunction(node)) return node
  if (node.type === T.VariableDeclarator) return node.init && isFunction(node.init) ? node.init : undefined
  if (node.type !== T.ClassDeclaration) return undefined
  const made = node.body.body.find((member) => member.type === T.MethodDefinition && member.kind === 'constructor')
  return made?.type === T.MethodDefinition && isFunction(made.value) ? made.value : undefined
}

function parameterName(parameter: TSESTree.Parameter): string | undefined {
  const inner = parameter.type === T.TSParameterProperty ? parameter.parameter : parameter
  const left = inner.type === T.AssignmentPattern ? inner.left : inner
  return left.type === T.Identifier ? left.name : undefined
}

/** `client.setApiKey('…')` */
const SETTER = /^(?:set|with|use)_?([A-Z]\w{2,40})$/

/** What automation of pages calls: a selector and a text. */
const TYPES_INTO_FIELD = /^(?:type|fill|typeText|fillIn|sendKeys|pressSequentially)$/
/** The name at the end of a selector: `#login .password`, `input[name="password"]`. */
function lastWord(selector: string): string {
  return selector.split(/[^\w-]/).findLast((word) => word !== '') ?? selector
}

/** Methods whose receiver says what their argument is. */
function checkMethod(judge: Judge, receiver: Node, method: string, first: Node, call: TSESTree.CallExpression): void {
  switch (method) {
    case 'equals':
    case 'localeCompare':
      checkComparison(judge, receiver, first, call)
      break
    case 'is':
      if (receiver.type === T.Identifier && receiver.name === 'Object' && call.arguments[1] !== undefined) {
        const second = call.arguments[1] as Node
        checkComparison(judge, first, second, call)
        checkComparison(judge, second, first, call)
      }
      break
    case 'includes':
    case 'has':
      checkList(judge, receiver, first, call)
      break
    case 'default': {
      // env-var: `env.get('JWT_SECRET').default('x')`
      const name = receiver.type === T.CallExpression ? environmentRead(judge.file, receiver) : undefined
      if (name !== undefined) checkFallback(judge, named(judge, name), first)
      break
    }
    case 'type':
    case 'fill':
    case 'sendKeys':
    case 'pressSequentially': {
      // `page.locator('#password').fill('…')`
      const selector = receiver.type === T.CallExpression ? receiver.arguments[0] : undefined
      const name =
        selector?.type === T.Literal && typeof selector.value === 'string' ? lastWord(selector.value) : undefined
      if (name !== undefined) checkNamed(judge, denoted(judge, [name]), first)
      break
    }
  }
}

/** `['k1', 'k2'].includes(apiKey)`. Lists of passwords are mostly of those that are refused. */
function checkList(judge: Judge, list: Node, subject: Node, call: TSESTree.CallExpression): void {
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

/** `config.get('jwt.secret', 'x')`, `env('JWT_SECRET', 'x')`: reads a setting; `cache.get('token', …)` doesn't. */
function isEnvironmentReader(judge: Judge, callee: Node, key: string): boolean {
  if (/^[A-Z][A-Z\d_]+$/.test(key)) return true
  const text = judge.file.text.slice(...callee.range)
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
      if (fallback !== undefined && fallback.type !== T.SpreadElement) checkFallback(judge, named, fallback)
      isChain = true
    } else if (first?.type === T.ObjectExpression) {
      // envalid: `str({ default: 'x' })`
      for (const property of first.properties) {
        if (property.type === T.Property && propertyName(property) === 'default')
          checkFallback(judge, named, property.value)
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
      checkFallback(judge, named, fallback.value)
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
    if (property.type !== T.Property) continue
    const read = keyName(property.key, property.computed)
    if (read !== undefined && isPublicVariable(read)) checkExposure(judge, read, property)
    if (property.value.type !== T.AssignmentPattern) continue
    const name = keyName(property.key, property.computed)
    if (name !== undefined) checkFallback(judge, named(judge, name), property.value.right)
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

/** Whether a test asks for the presence of a variable of the environment. */
function asksFor(judge: Judge, test: Node, name: string): boolean {
  const value = unwrap(test)
  if (value.type === T.UnaryExpression) return asksFor(judge, value.argument, name)
  if (value.type === T.BinaryExpression && value.left.type !== T.PrivateIdentifier)
    return asksFor(judge, value.left, name) || asksFor(judge, value.right, name)
  return environmentRead(judge.file, value) === name
}

/** `if (!secret) secret = 'x'` */
function isMissingThere(judge: Judge, assignment: Node, name: string): boolean {
  let current = assignment.parent
  while (current?.type === T.ExpressionStatement || current?.type === T.BlockStatement) current = current.parent
  return current?.type === T.IfStatement && asksFor(judge, current.test, name)
}

function isPublicVariable(name: string): boolean {
  return name.length >= 8 && publicPrefixes.some((row) => name.startsWith(row.prefix))
}

function checkExposure(judge: Judge, name: string, node: Node): void {
  const prefix = publicPrefixes.find((row) => name.startsWith(row.prefix))!
  const meaning = judge.classify(name.slice(prefix.prefix.length))
  if (meaning.kind !== 'credential' || meaning.certainty !== 'sure' || isMadeForPages(meaning)) return
  judge.findings.add({
    ...placeOf(node),
    messageId: 'exposed',
    data: { name, prefix: prefix.prefix, tool: prefix.tool },
  })
}

/** Words that mark the key with which a provider's data is managed. */
const NEVER_FOR_PAGES: ReadonlySet<string> = new Set([
  'secret',
  'management',
  'admin',
  'write',
  'master',
  'server',
  'private',
])

function isMadeForPages(meaning: NameMeaning): boolean {
  if (meaning.what === 'password' || meaning.words.some((word) => NEVER_FOR_PAGES.has(word))) return false
  const words = ` ${meaning.words.join(' ')} `
  if (publicKeyNames.some((row) => words.includes(` ${splitWords(row.words).join(' ')} `))) return true
  // A key that doesn't say whose it is may well be one for pages.
  return (
    meaning.what !== 'secret' &&
    meaning.words.length <= 2 &&
    !meaning.words.some((word) => /^(?:private|openai|anthropic)$/.test(word))
  )
}
