import {
  type Constant,
  type FileAnalysis,
  type Guard,
  isDevelopmentOnly,
  isLocalHost,
  isSecuritySwitchName,
  keyName,
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
  if (!chooses || answer.truth === undefined) return 'always'
  return answer.truth === guard.holds ? 'byDefault' : 'bySwitch'
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
    const chosen = new Set(
      origin.steps.flatMap((step) => (step.node.type === T.ConditionalExpression ? [unwrap(step.node.test)] : [])),
    )
    let when = whenExecuted(check, origin.node, origin.file, chosen)
    for (const step of origin.steps) {
      if (step.kind === 'default') when = both(when, 'byDefault')
      // `given ?? false`: a guard only knows `||`
      if (step.kind === 'logical' && step.node.type === T.LogicalExpression && isRightOf(step.node, origin.node)) {
        if (step.node.operator === '??' || step.node.operator === '||') when = both(when, 'byDefault')
      }
    }
    return when
  }
  if (origin.kind !== 'unknown' || origin.because !== 'operator' || origin.members.length > 0) return 'never'
  for (const unsafe of [false, true]) {
    if (!isUnsafe(unsafe)) continue
    const when = whenTruthIs(check, origin.file, origin.node, unsafe)
    if (when !== 'never') return both(when, whenExecuted(check, origin.node, origin.file))
  }
  return 'never'
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
  if (answer.truth === undefined || !(answer.isSwitch || answer.isEnvironment)) return 'never'
  return answer.truth === truth ? 'byDefault' : 'bySwitch'
}

/** What an expression gives when nobody set anything. */
interface DefaultTruth {
  truth: boolean | undefined
  /** Whether a name in it says that somebody chooses between safe and unsafe with it. */
  isSwitch: boolean
  /** Whether it reads the environment. */
  isEnvironment: boolean
}

const UNKNOWN: DefaultTruth = { truth: undefined, isSwitch: false, isEnvironment: false }

function byDefault(file: FileAnalysis, expression: Node, depth: number): DefaultTruth {
  const node = unwrap(expression)
  if (depth > 10) return UNKNOWN
  const constant = file.constant(node)
  if (constant) return { truth: Boolean(constant.value), isSwitch: false, isEnvironment: false }
  switch (node.type) {
    case T.UnaryExpression: {
      if (node.operator !== '!') return UNKNOWN
      const inner = byDefault(file, node.argument, depth + 1)
      return { ...inner, truth: inner.truth === undefined ? undefined : !inner.truth }
    }
    case T.LogicalExpression: {
      const left = byDefault(file, node.left, depth + 1)
      const right = byDefault(file, node.right, depth + 1)
      return { truth: logical(node.operator, left.truth, right.truth), ...merged(left, right) }
    }
    case T.BinaryExpression: {
      const equal = /^={2,3}$/.test(node.operator)
      if (!equal && !/^!={1,2}$/.test(node.operator)) return UNKNOWN
      const left = file.constant(node.left)
      const right = file.constant(node.right)
      const [subject, value] = right ? [node.left, right.value] : [node.right, left?.value]
      if (!left && !right) return UNKNOWN
      const inner = byDefault(file, subject, depth + 1)
      const isSwitch = inner.isSwitch || (typeof value === 'string' && isSecuritySwitchName(value))
      if (!isSwitch && !inner.isEnvironment) return UNKNOWN
      const unset = value === undefined || value === null
      return { truth: equal === unset, isSwitch, isEnvironment: inner.isEnvironment }
    }
    case T.ConditionalExpression: {
      const test = byDefault(file, node.test, depth + 1)
      if (test.truth === undefined) return UNKNOWN
      const branch = byDefault(file, test.truth ? node.consequent : node.alternate, depth + 1)
      return { truth: branch.truth, ...merged(test, branch) }
    }
    case T.CallExpression: {
      // Boolean(x), parse(x), [..].includes(x), x.toLowerCase(), config.get('verify'): unset in, false out.
      const parts: Node[] = node.arguments.filter((argument) => argument.type !== T.SpreadElement)
      const callee = unwrap(node.callee)
      if (callee.type === T.MemberExpression) parts.push(callee.object)
      const inner = parts
        .slice(0, 6)
        .map((part) => byDefault(file, part, depth + 1))
        .find((each) => each.isSwitch || each.isEnvironment)
      if (inner) return { ...inner, truth: false }
      const asked = parts
        .map((part) => file.string(part))
        .find((text) => text !== undefined && isSecuritySwitchName(text))
      return asked === undefined
        ? UNKNOWN
        : { truth: false, isSwitch: true, isEnvironment: isEnvironmentRead(file, node) }
    }
    case T.MemberExpression: {
      const name = memberName(node) ?? file.string(node.property)
      const isEnvironment = isEnvironmentRead(file, node)
      const isSwitch = name !== undefined && isSecuritySwitchName(name)
      return isSwitch || isEnvironment ? { truth: false, isSwitch, isEnvironment } : UNKNOWN
    }
    case T.Identifier: {
      const definition = file.index.variableOf(node)?.defs[0]
      if (definition?.type === 'Variable' && definition.node.init && definition.node.parent.kind === 'const') {
        if (definition.node.id.type === T.Identifier) {
          const inner = byDefault(file, definition.node.init, depth + 1)
          if (inner.truth !== undefined)
            return { ...inner, isSwitch: inner.isSwitch || isSecuritySwitchName(node.name) }
        } else if (isEnvironmentRead(file, definition.node.init)) {
          return { truth: false, isSwitch: isSecuritySwitchName(node.name), isEnvironment: true }
        }
      }
      return isSecuritySwitchName(node.name) ? { truth: false, isSwitch: true, isEnvironment: false } : UNKNOWN
    }
    default:
      return UNKNOWN
  }
}

function merged(a: DefaultTruth, b: DefaultTruth): Pick<DefaultTruth, 'isSwitch' | 'isEnvironment'> {
  return { isSwitch: a.isSwitch || b.isSwitch, isEnvironment: a.isEnvironment || b.isEnvironment }
}

function logical(operator: string, left: boolean | undefined, right: boolean | undefined): boolean | undefined {
  if (operator === '&&') return left === false || right === false ? false : left === undefined ? undefined : right
  return left === true || right === true ? true : left === undefined ? undefined : right
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
