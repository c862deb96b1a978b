import { type FunctionNode, isFunction, memberName, type Node, propertyName, T, unwrap } from '@palisade/analysis'
import type { TSESTree } from '@typescript-eslint/utils'
import { checkComparison, checkList, COMPARISONS, textOf } from './comparisons.js'
import { environmentRead } from './environment.js'
import { checkFallback, isEnvironmentReader } from './fallbacks.js'
import type { Judge } from './judge.js'
import { denoted, named, pathOf } from './named.js'
import { checkNamed } from './under-name.js'

/** Calls that store, read, compare or take a credential by what they are named. */

/** Calls that store a value under a name. */
const STORES =
  /^(?:set|append|setItem|setHeader|setRequestHeader|header|put|add|cookie|addHeader|setCookie|field|store|setSecret|setPassword|setEnv|stubEnv)(?:Async|Sync)?$/

/** Calls that read a value and take a default. */
const READS_WITH_DEFAULT =
  /^(?:get|getOr|getOrDefault|getString|str|string|env|getEnv|getenv|envOr|fromEnv|optional|requireEnv|readEnv|conf|setting|config)$/

export function checkCall(judge: Judge, node: TSESTree.CallExpression): void {
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
  if (OPTIONS.test(method)) checkOption(judge, first, node.arguments)
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

/** How command lines are described: yargs, commander, cac, sade. */
const OPTIONS = /^(?:option|requiredOption|addOption|createOption|opt)$/

/** `yargs.option('token', { default: '…' })`, `program.option('-t, --token <token>', 'API token', '…')` */
function checkOption(judge: Judge, flags: Node, given: readonly Node[]): void {
  const text = judge.file.string(flags)
  const name = text === undefined ? undefined : (/--([a-z][\w-]{1,40})/i.exec(text)?.[1] ?? text)
  const found = name === undefined || /\s/.test(name) ? undefined : denoted(judge, [name])
  if (found === undefined) return
  const last = given[given.length - 1]!
  if (last.type !== T.ObjectExpression) {
    if (given.length > 2) checkFallback(judge, found, last)
    return
  }
  for (const property of last.properties)
    if (property.type === T.Property && propertyName(property) === 'default')
      checkFallback(judge, found, property.value)
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
  const isUser = who === undefined ? isUserLike(user) : method !== 'register' && isUserName(who)
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

/** `email`, `{ username: 'root' }`, `new User({ email })` */
function isUserLike(node: Node): boolean {
  const value = unwrap(node)
  const given = value.type === T.NewExpression ? value.arguments[0] : value
  if (given?.type !== T.ObjectExpression) return NAMES_USER.test(pathOf(value)?.at(-1) ?? '')
  return given.properties.some((each) => each.type === T.Property && NAMES_USER.test(propertyName(each) ?? ''))
}

const NAMES_USER = /user|mail|login|account|name/i

/** Functions that say in their name that they take a password. */
const LOGINS_BY_PASSWORD =
  /^(?:(?:sign|log)_?in|create|register|link|login|authenticate|reauthenticate|verify|check|validate)\w{0,40}(?:Password|Credentials?)$|^(?:EmailAuthProvider|credentialWithPassword|basicAuth|setBasicAuth|withBasicAuth|withCredentials)$/i

/** Functions that take a user and a password, or other pairs. */
const LOGINS = /^(?:login|logIn|signIn|signin|authenticate|signUp|signup|register)$/

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
