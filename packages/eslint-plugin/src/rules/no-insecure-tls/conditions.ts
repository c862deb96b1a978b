import {
  type Constant,
  constantItemsOf,
  type FileAnalysis,
  type Guard,
  isDevelopmentOnly,
  isLocalHost,
  isSecuritySwitchName,
  keyName,
  lastName,
  memberName,
  type Node,
  type Origin,
  parseAddress,
  propertyName,
  saysDevelopment,
  T,
  type TracePolicy,
  unwrap,
} from '@palisade/analysis'
import type { TSESTree } from '@typescript-eslint/utils'
import type { Check } from './check.js'

/**
 * When does something happen?
 * - `always`: in production, whatever anybody sets;
 * - `byDefault`: unless somebody sets a switch;
 * - `bySwitch`: once somebody sets a switch;
 * - `never`: not in production.
 */
export type When = 'always' | 'byDefault' | 'bySwitch' | 'never'

const ORDER: readonly When[] = ['never', 'bySwitch', 'byDefault', 'always']

/** Both must come together. */
function both(a: When, b: When): When {
  return ORDER[Math.min(ORDER.indexOf(a), ORDER.indexOf(b))]!
}

/** Either is enough. */
function either(a: When, b: When): When {
  return ORDER[Math.max(ORDER.indexOf(a), ORDER.indexOf(b))]!
}

/**
 * When does a node execute, by the conditions around it?
 *
 * @param check the rule's view of the file
 * @param node any node
 * @param file the file it stands in, when tracing led to another
 * @param choices conditions that choose between values of the option itself: there, any variable of the environment is a switch
 */
export function whenExecuted(
  check: Check,
  node: Node,
  file: FileAnalysis = check.file,
  choices?: ReadonlySet<Node>,
): When {
  if (isDevelopmentOnly(file, node, check.developmentGuards) || isUnderDevelopmentKey(node)) return 'never'
  let when: When = 'always'
  for (const guard of file.guards(node)) when = both(when, whenGuarded(file, guard, choices))
  return when
}

function whenGuarded(file: FileAnalysis, guard: Guard, choices: ReadonlySet<Node> | undefined): When {
  if (guard.cases) {
    // `switch (mode) { case 'skip-verification': … }`
    const named =
      guard.cases.some((one) => isSecuritySwitchName(file.string(one) ?? '')) || byDefault(file, guard.test, 0).isSwitch
    return guard.cases.length > 0 && named ? 'bySwitch' : 'always'
  }
  if (saysLocal(file, guard.test, guard.holds)) return 'never'
  // In production and nowhere else: that is what production does.
  if (saysDevelopment(file, guard.test, !guard.holds)) return 'always'
  const answer = byDefault(file, guard.test, 0)
  const chooses = answer.isSwitch || (answer.isEnvironment && hasChoice(choices, guard.test))
  if (!chooses || !answer.known) return 'always'
  return Boolean(answer.known.value) === guard.holds ? 'byDefault' : 'bySwitch'
}

/** Whether a condition is, or is part of, one of these. */
function hasChoice(choices: ReadonlySet<Node> | undefined, test: Node): boolean {
  if (!choices) return false
  for (const choice of choices) if (choice.range[0] <= test.range[0] && test.range[1] <= choice.range[1]) return true
  return false
}

/** `{ development: { … }, production: { … } }`: what stands under the first is for development. */
function isUnderDevelopmentKey(node: Node): boolean {
  for (let current: Node | undefined = node; current; current = current.parent) {
    if (current.type !== T.Property || current.parent.type !== T.ObjectExpression) continue
    const name = propertyName(current)
    if (name === undefined || !/^(?:dev|development|test|testing|local|e2e|ci)$/i.test(name)) continue
    // `test: { … }` alone may be anything; beside `production` it is an environment.
    const siblings = current.parent.properties.map((each) =>
      each.type === T.Property ? (propertyName(each) ?? '') : '',
    )
    if (/^dev/i.test(name) || siblings.some((each) => /^(?:prod|production|staging|dev|development)$/i.test(each)))
      return true
  }
  return false
}

const valuePolicy: TracePolicy = { derived: false, containers: 'whole' }

/**
 * When is a value one of the unsafe ones?
 *
 * Constants are judged by the conditions on the way to them; an expression that computes a truth value
 * (`process.env.STRICT === 'true'`, `!insecure`) by what it gives when nobody sets anything.
 *
 * @param check the rule's view of the file
 * @param node the expression
 * @param isUnsafe whether a constant is unsafe
 * @param origins where the value comes from, when asked already
 */
export function whenUnsafe(
  check: Check,
  node: Node,
  isUnsafe: (value: Constant) => boolean,
  origins: readonly Origin[] = check.file.origins(node, valuePolicy),
): When {
  const constant = check.file.constant(node)
  if (constant && !isUnsafe(constant.value)) return 'never'
  let when: When = constant && origins.every((origin) => origin.kind !== 'constant') ? 'always' : 'never'
  for (const origin of origins) {
    when = either(when, whenOriginUnsafe(check, origin, isUnsafe))
    if (when === 'always') break
  }
  return when
}

function whenOriginUnsafe(check: Check, origin: Origin, isUnsafe: (value: Constant) => boolean): When {
  if (origin.kind === 'constant') {
    if (origin.members.length > 0 || !isUnsafe(origin.value)) return 'never'
    let when = whenExecuted(check, origin.node, origin.file, choicesOf(origin))
    for (const step of origin.steps) {
      if (step.kind === 'default') when = both(when, 'byDefault')
      // `given ?? false`: a guard only knows `||`
      if (step.kind === 'logical' && step.node.type === T.LogicalExpression && isRightOf(step.node, origin.node)) {
        if (step.node.operator === '??' || step.node.operator === '||') when = both(when, 'byDefault')
      }
    }
    return when
  }
  if (origin.members.length > 0) return 'never'
  const isComputed =
    origin.kind === 'unknown' ? origin.because === 'operator' : origin.kind === 'call' && computesTruth(origin.call)
  if (!isComputed) return 'never'
  for (const unsafe of [false, true]) {
    if (!isUnsafe(unsafe)) continue
    const when = whenTruthIs(check, origin.file, origin.node, unsafe)
    if (when !== 'never') return both(when, whenExecuted(check, origin.node, origin.file))
  }
  return 'never'
}

/** The conditions by which a value was chosen among others, on the way to it. */
export function choicesOf(origin: Origin): ReadonlySet<Node> {
  return new Set(
    origin.steps.flatMap((step) => (step.node.type === T.ConditionalExpression ? [unwrap(step.node.test)] : [])),
  )
}

function isRightOf(logical: { right: Node }, node: Node): boolean {
  return logical.right.range[0] <= node.range[0] && node.range[1] <= logical.right.range[1]
}

/** When does an expression that computes a truth value give this one? */
function whenTruthIs(check: Check, file: FileAnalysis, node: Node, truth: boolean): When {
  const own = check.developmentGuards
  if (saysDevelopment(file, node, truth, own) || saysLocal(file, node, truth)) return 'never'
  if (saysDevelopment(file, node, !truth, own)) return 'always'
  const answer = byDefault(file, node, 0)
  if (!answer.known || !(answer.isSwitch || answer.isEnvironment)) return 'never'
  return Boolean(answer.known.value) === truth ? 'byDefault' : 'bySwitch'
}

/** What an expression gives when nobody set anything. */
interface ByDefault {
  /** The value, when it can be told. What nobody set is `undefined`. */
  known?: { value: Constant }
  /** Whether a name in it says that somebody chooses between safe and unsafe with it. */
  isSwitch: boolean
  /** Whether it reads the environment. */
  isEnvironment: boolean
}

const UNKNOWN: ByDefault = { isSwitch: false, isEnvironment: false }
const TRUE_TEXT = /^(?:true|1|yes|y|on)$/i

/** Calls that make a truth value of a setting: `Boolean(x)`, `JSON.parse(x)`, `yn(x)`, `env.get('X').asBool()`. */
const TO_BOOLEAN =
  /^(?:parse|yn|isTrue|isTruthy|truthy|(?:to|as|is|get|parse|env|read|str(?:ing)?_?(?:2|to)?)?_?bool(?:ean)?(?:Strict|Value|Env|FromEnv)?)$/i

/** Whether a call computes a truth value of what is given to it, or asks for a setting by name. */
function computesTruth(call: Node): boolean {
  if (call.type !== T.CallExpression) return false
  const name = lastName(call.callee)
  return (
    name !== undefined &&
    (TO_BOOLEAN.test(name) || /^(?:Boolean|includes|has|test)$/.test(name) || call.arguments.length === 2)
  )
}

function byDefault(file: FileAnalysis, expression: Node, depth: number): ByDefault {
  const node = unwrap(expression)
  if (depth > 10) return UNKNOWN
  const constant = file.constant(node)
  if (constant) return { known: constant, isSwitch: false, isEnvironment: false }
  const next = (child: Node) => byDefault(file, child, depth + 1)
  switch (node.type) {
    case T.UnaryExpression: {
      const inner = next(node.argument)
      if (node.operator === '!') return { ...inner, ...(inner.known && { known: { value: !inner.known.value } }) }
      if (node.operator === 'typeof')
        return { ...inner, ...(inner.known && { known: { value: typeof inner.known.value } }) }
      return UNKNOWN
    }
    case T.LogicalExpression:
      return logical(node.operator, next(node.left), next(node.right))
    case T.BinaryExpression: {
      const equal = /^={2,3}$/.test(node.operator)
      if (!equal && !/^!={1,2}$/.test(node.operator)) return UNKNOWN
      const left = next(node.left)
      const right = next(node.right)
      const found = merged(left, right)
      // `error.code === 'DEPTH_ZERO_SELF_SIGNED_CERT'` is about what happened, not about what somebody chose.
      const isEvent = [node.left, node.right].some((side) =>
        /^(?:code|message|name|reason)$/.test(lastName(side) ?? ''),
      )
      const isSwitch = found.isSwitch || (!isEvent && [left, right].some(({ known }) => isSwitchText(known?.value)))
      if (!(isSwitch || found.isEnvironment) || !(left.known ?? right.known)) return UNKNOWN
      const [a, b] = [left.known?.value, right.known?.value]
      const same = a === b || ((a ?? undefined) === (b ?? undefined) && node.operator.length === 2)
      return { known: { value: same === equal }, isSwitch, isEnvironment: found.isEnvironment }
    }
    case T.ConditionalExpression: {
      const test = next(node.test)
      if (!test.known) return UNKNOWN
      const branch = next(test.known.value ? node.consequent : node.alternate)
      return { ...branch, ...merged(test, branch) }
    }
    case T.CallExpression:
      return callByDefault(file, node, depth)
    case T.MemberExpression: {
      const name = memberName(node) ?? file.string(node.property)
      const isEnvironment = isEnvironmentRead(file, node)
      const isSwitch = isSwitchText(name)
      return isSwitch || isEnvironment ? { known: { value: undefined }, isSwitch, isEnvironment } : UNKNOWN
    }
    case T.Identifier: {
      const isSwitch = isSecuritySwitchName(node.name)
      const definition = file.index.variableOf(node)?.defs[0]
      if (definition?.type === 'Variable' && definition.node.init && definition.node.parent.kind === 'const') {
        if (definition.node.id.type === T.Identifier) {
          const inner = next(definition.node.init)
          if (inner.known) return { ...inner, isSwitch: inner.isSwitch || isSwitch }
        } else if (isEnvironmentRead(file, definition.node.init)) {
          // `const { VERIFY = 'true' } = process.env`
          const { parent } = definition.name
          const given = parent.type === T.AssignmentPattern ? file.constant(parent.right) : undefined
          return { known: given ?? { value: undefined }, isSwitch, isEnvironment: true }
        }
      }
      // `(insecure = true) => …`
      const { parent } = definition?.type === 'Parameter' ? definition.name : { parent: undefined }
      const given = parent?.type === T.AssignmentPattern ? file.constant(parent.right) : undefined
      return isSwitch ? { known: given ?? { value: undefined }, isSwitch, isEnvironment: false } : UNKNOWN
    }
    default:
      return UNKNOWN
  }
}

/** `Boolean(x)`, `['1', 'true'].includes(x)`, `x.toLowerCase()`, `config.get('verify', false)`. */
function callByDefault(file: FileAnalysis, node: TSESTree.CallExpression, depth: number): ByDefault {
  const callee = unwrap(node.callee)
  const name = lastName(callee) ?? ''
  const given: Node[] = node.arguments.filter((argument) => argument.type !== T.SpreadElement).slice(0, 6)
  const object = callee.type === T.MemberExpression ? byDefault(file, callee.object, depth + 1) : UNKNOWN
  const parts = given.map((part) => byDefault(file, part, depth + 1))
  const inner = [...parts, object].find((each) => each.isSwitch || each.isEnvironment)
  const [first, second] = parts
  if (inner) {
    if (
      callee.type === T.MemberExpression &&
      inner === object &&
      /^(?:trim|to(?:Lower|Upper)Case|toString)$/.test(name)
    ) {
      const text = inner.known?.value
      if (typeof text !== 'string') return inner
      return { ...inner, known: { value: name === 'toUpperCase' ? text.toUpperCase() : text.toLowerCase() } }
    }
    // env.get('VERIFY').default('true').asBool()
    if (inner === object && name === 'default' && first?.known) return { ...inner, known: first.known }
    if (inner === object && /^required$/.test(name)) return inner
    if (inner === first && /^(?:includes|has)$/.test(name) && callee.type === T.MemberExpression) {
      const items = constantItemsOf(file, callee.object)
      return { ...inner, known: { value: items?.some((item) => item?.value === inner.known?.value) ?? false } }
    }
    const value = inner.known?.value
    if (/^(?:Number|parseInt)$/.test(name)) return { ...inner, known: { value: Number(value) } }
    if (name === 'Boolean') return { ...inner, known: { value: Boolean(value) } }
    // parse(process.env.VERIFY ?? 'true'), and what is unset in is false out.
    return { ...inner, known: { value: value === true || (typeof value === 'string' && TRUE_TEXT.test(value)) } }
  }
  const asked = given.map((part) => file.string(part)).find(isSwitchText)
  if (asked === undefined) return UNKNOWN
  const known = /index$|indexOf$/i.test(name) ? { value: -1 } : (second?.known ?? { value: undefined })
  return { known, isSwitch: true, isEnvironment: isEnvironmentRead(file, node) }
}

function isSwitchText(value: Constant): boolean {
  return typeof value === 'string' && isSecuritySwitchName(value)
}

function merged(a: ByDefault, b: ByDefault): Pick<ByDefault, 'isSwitch' | 'isEnvironment'> {
  return { isSwitch: a.isSwitch || b.isSwitch, isEnvironment: a.isEnvironment || b.isEnvironment }
}

function logical(operator: string, left: ByDefault, right: ByDefault): ByDefault {
  const both = merged(left, right)
  if (left.known) {
    const value = left.known.value
    const goesOn = operator === '&&' ? Boolean(value) : operator === '||' ? !value : (value ?? undefined) === undefined
    const known = goesOn ? right.known : left.known
    return { ...both, ...(known && { known }) }
  }
  // `x && false`, `x || true`: whatever x is
  const decides = right.known && operator !== '??' && Boolean(right.known.value) === (operator === '||')
  return { ...both, ...(decides && { known: { value: operator === '||' } }) }
}

function isEnvironmentRead(file: FileAnalysis, node: Node): boolean {
  return file
    .names(node)
    .some((name) => /^(?:process\.env|import\.meta\.env|Deno\.env|Bun\.env|process#env)(?:[.(]|$)/.test(name))
}

/** Whether a condition, held or not, says that the peer is on the same machine: `host === 'localhost'`. */
function saysLocal(file: FileAnalysis, test: Node, holds: boolean, depth = 0): boolean {
  const node = unwrap(test)
  if (depth > 6) return false
  switch (node.type) {
    case T.UnaryExpression:
      return node.operator === '!' && saysLocal(file, node.argument, !holds, depth + 1)
    case T.LogicalExpression: {
      const sides = [node.left, node.right].map((side) => saysLocal(file, side, holds, depth + 1))
      return (node.operator === '&&') === holds ? sides.some(Boolean) : sides.every(Boolean)
    }
    case T.BinaryExpression: {
      const equal = /^={2,3}$/.test(node.operator)
      if (!equal && !/^!={1,2}$/.test(node.operator)) return false
      return equal === holds && [node.left, node.right].some((side) => isLocalText(file.string(side)))
    }
    case T.CallExpression: {
      if (!holds) return false
      const callee = unwrap(node.callee)
      const name = callee.type === T.MemberExpression ? memberName(callee) : keyName(callee, false)
      if (name !== undefined && /^_*is_?(?:local(?:host)?|loopback|private)/i.test(name)) return true
      const parts = callee.type === T.MemberExpression ? [...node.arguments, callee.object] : node.arguments
      return parts.some((part) => {
        const constant = file.constant(part)?.value
        return constant instanceof RegExp ? /localhost|127/.test(constant.source) : isLocalText(file.string(part))
      })
    }
    case T.Identifier:
      return holds && /^is_?(?:local|loopback)/i.test(node.name)
    case T.MemberExpression:
      return holds && /^is_?(?:local|loopback)/i.test(memberName(node) ?? '')
    default:
      return false
  }
}

function isLocalText(text: string | undefined): boolean {
  if (text === undefined || text === '') return false
  const host = parseAddress(text)?.host ?? text
  return (
    /^(?:localhost|127\.0\.0\.1|\[?::1\]?|0\.0\.0\.0)$/.test(host) ||
    (text.includes('.') && /\.(?:local|localhost|test)$/.test(host) && isLocalHost(host))
  )
}
