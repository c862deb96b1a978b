import type { TSESTree } from '@typescript-eslint/utils'
import { keyName, type Node, T, unwrap } from '../ast/nodes.js'
import type { FileAnalysis } from '../file.js'
import { constantItemsOf } from '../values/constant.js'
import { guardsOf } from './guards.js'

/** What runs in development or in tests only. */
const DEVELOPMENT_NAME =
  /^(?:(?:is|in|running)_?(?:_?(?:or_?)?(?:dev|develop|development|local|localhost|locally|test|tests|testing|vitest|jest|offline|emulator)){1,3}|_{0,9}(?:local_?)?(?:dev|development)|(?:is_?)?(?:not|non)_?prod(?:uction)?|vitest|jest_worker_id|functions_emulator)(?:_?(?:mode|env|environment|build|server|only))?_{0,9}$/iu
const PRODUCTION_NAME =
  /^(?:(?:is|in)_?|_{0,9})(?:prod|production)(?:_?(?:mode|env|environment|build|server|only))?_{0,9}$/iu
const DEVELOPMENT_VALUE = /^(?:dev|develop|development|local|test|testing|ci|debug)$/iu
const PRODUCTION_VALUE = /^(?:prod|production|live|staging|stage|release)$/iu

/**
 * Does a node execute in development or tests only, by the conditions around it?
 *
 * @param file the node's file.
 * @param node any node.
 * @param own names that mean "not in production" in this project (`settings.palisade.developmentGuards`).
 */
export function isDevelopmentOnly(file: FileAnalysis, node: Node, own: readonly string[] = []): boolean {
  return guardsOf(file, node).some((guard) =>
    guard.cases
      ? guard.cases.length > 0 &&
        (isMode(file, guard.test)
          ? guard.cases.every((one) => DEVELOPMENT_VALUE.test(file.string(one) ?? ''))
          : file.constant(guard.test)?.value === true &&
            guard.cases.every((one) => saysDevelopment(file, one, true, own)))
      : saysDevelopment(file, guard.test, guard.holds, own),
  )
}

/**
 * Does a condition, held or not, say "not in production": `NODE_ENV !== 'production'`, `isDev`, `import.meta.env.DEV`,
 * `app.get('env') === 'development'`, `!app.isPackaged`, `!isProduction`?
 *
 * @param file the condition's file.
 * @param test the condition.
 * @param holds whether it is truthy.
 * @param own names that mean "not in production" in this project.
 */
export function saysDevelopment(
  file: FileAnalysis,
  test: Node,
  holds: boolean,
  own: readonly string[] = [],
  depth = 0,
): boolean {
  const node = unwrap(test)
  if (depth > 12) return false
  if (own.includes(file.text.slice(...node.range))) return holds
  switch (node.type) {
    case T.UnaryExpression:
      return node.operator === '!' && saysDevelopment(file, node.argument, !holds, own, depth + 1)
    case T.LogicalExpression: {
      const sides = [node.left, node.right].map((side) => saysDevelopment(file, side, holds, own, depth + 1))
      // `a && b` held: both hold, one that says so is enough; `a || b` held: either may, both must say so
      return (node.operator === '&&') === holds ? sides.some(Boolean) : sides.every(Boolean)
    }
    case T.BinaryExpression: {
      const equal = node.operator === '===' || node.operator === '=='
      if (!equal && node.operator !== '!==' && node.operator !== '!=') return false
      const [subject, value] = isConstant(file, node.right)
        ? [node.left, file.string(node.right)]
        : [node.right, file.string(node.left)]
      if (value === undefined || !isMode(file, subject)) return saysFlag(file, node, holds === equal, own, depth + 1)
      return equal === holds ? DEVELOPMENT_VALUE.test(value) : PRODUCTION_VALUE.test(value)
    }
    case T.ConditionalExpression: {
      const [yes, no] = [file.constant(node.consequent)?.value, file.constant(node.alternate)?.value]
      if (typeof yes !== 'boolean' || typeof no !== 'boolean' || yes === no) return false
      return saysDevelopment(file, node.test, yes === holds, own, depth + 1)
    }
    case T.Identifier: {
      if (holds ? DEVELOPMENT_NAME.test(node.name) : PRODUCTION_NAME.test(node.name)) return true
      // `const verbose = NODE_ENV !== 'production'`
      const definition = file.index.variableOf(node)?.defs[0]
      return (
        definition?.type === 'Variable' &&
        definition.node.id.type === T.Identifier &&
        !!definition.node.init &&
        definition.node.parent.kind === 'const' &&
        saysDevelopment(file, definition.node.init, holds, own, depth + 1)
      )
    }
    case T.MemberExpression: {
      const name = keyName(node.property, node.computed)
      if (name === undefined) return false
      if (name === 'isPackaged') return !holds // Electron: app.isPackaged
      return holds ? DEVELOPMENT_NAME.test(name) : PRODUCTION_NAME.test(name)
    }
    case T.CallExpression: {
      const asked = modesAsked(file, node)
      if (asked) return asked.every((mode) => (holds ? DEVELOPMENT_VALUE : PRODUCTION_VALUE).test(mode))
      const callee = unwrap(node.callee)
      const name =
        callee.type === T.Identifier
          ? callee.name
          : callee.type === T.MemberExpression
            ? keyName(callee.property, callee.computed)
            : undefined
      if (name === undefined) return false
      if (holds ? DEVELOPMENT_NAME.test(name) : PRODUCTION_NAME.test(name)) return true
      const answer = callee.type === T.Identifier && node.arguments.length === 0 ? answerOf(file, callee) : undefined
      return answer !== undefined && saysDevelopment(file, answer, holds, own, depth + 1)
    }
    default:
      return false
  }
}

/** `process.env.IS_LOCAL === 'true'`, `JEST_WORKER_ID !== undefined`, `typeof vi !== 'undefined'`: a flag that is compared. */
function saysFlag(
  file: FileAnalysis,
  node: TSESTree.BinaryExpression,
  isEqual: boolean,
  own: readonly string[],
  depth: number,
): boolean {
  const right = file.constant(node.right)
  const flag = unwrap(node.left)
  if (!right) return false
  if (flag.type === T.UnaryExpression && flag.operator === 'typeof')
    return (
      right.value === 'undefined' &&
      !isEqual &&
      flag.argument.type === T.Identifier &&
      TEST_GLOBAL.test(flag.argument.name)
    )
  if (right.value === true || /^(?:true|1|yes|on)$/iu.test(String(right.value)))
    return saysDevelopment(file, flag, isEqual, own, depth)
  // What is unset is no development; `!== 'false'` would be, by default.
  if (right.value === false || right.value === undefined) return saysDevelopment(file, flag, !isEqual, own, depth)
  return false
}

const TEST_GLOBAL = /^(?:jest|vi|vitest|mocha|describe|it|test|beforeEach|afterEach)$/u

/** What a function without parameters answers, when it is one expression: `const isSafe = () => mode !== 'production'`. */
function answerOf(file: FileAnalysis, callee: TSESTree.Identifier): Node | undefined {
  const definition = file.index.variableOf(callee)?.defs[0]
  const fn =
    definition?.type === 'Variable'
      ? definition.node.init
      : definition?.type === 'FunctionName'
        ? definition.node
        : undefined
  if (fn?.type !== T.ArrowFunctionExpression && fn?.type !== T.FunctionDeclaration && fn?.type !== T.FunctionExpression)
    return undefined
  if (fn.body && fn.body.type !== T.BlockStatement) return fn.body
  const [only, more] = fn.body?.body ?? []
  return only?.type === T.ReturnStatement && !more ? (only.argument ?? undefined) : undefined
}

/**
 * The modes of which a call says that the program runs in one: `['development', 'test'].includes(NODE_ENV)`,
 * `new Set(['dev']).has(mode)`, `/^(dev|test)/.test(NODE_ENV)`, `NODE_ENV.startsWith('dev')`.
 */
function modesAsked(file: FileAnalysis, node: TSESTree.CallExpression): string[] | undefined {
  const callee = unwrap(node.callee)
  const [first] = node.arguments
  if (callee.type !== T.MemberExpression || !first || first.type === T.SpreadElement) return undefined
  switch (keyName(callee.property, callee.computed)) {
    case 'includes':
    case 'has': {
      const items = isMode(file, first) ? constantItemsOf(file, callee.object) : undefined
      if (items) return items.length > 0 ? items.map((item) => String(item?.value)) : undefined
      // process.argv.includes('--dev')
      const flag = isArgv(callee.object) ? file.string(first) : undefined
      if (flag?.startsWith('--')) return [flag.slice(2)]
      return modeAsked(file, callee.object, first)
    }
    case 'startsWith':
    case 'endsWith':
      return modeAsked(file, callee.object, first)
    case 'test':
      return isMode(file, first) ? alternatives(file.constant(callee.object)?.value) : undefined
    case 'match':
      return isMode(file, callee.object) ? alternatives(file.constant(first)?.value) : undefined
    default:
      return undefined
  }
}

function isArgv(wrappedNode: Node): boolean {
  const node = unwrap(wrappedNode)
  return node.type === T.MemberExpression && keyName(node.property, node.computed) === 'argv'
}

function modeAsked(file: FileAnalysis, mode: Node, part: Node): string[] | undefined {
  const text = isMode(file, mode) ? file.string(part) : undefined
  return text === undefined ? undefined : [text]
}

/** `/^(?:dev|test)$/` is one of two words. */
function alternatives(pattern: unknown): string[] | undefined {
  if (!(pattern instanceof RegExp)) return undefined
  const words = pattern.source.replace(/\(\?[:=]|[$^()]|\\b/gu, '').split('|')
  return words.every((word) => /^\w+$/u.test(word)) ? words : undefined
}

function isConstant(file: FileAnalysis, node: Node): boolean {
  return file.string(node) !== undefined
}

/** Whether an expression holds the mode that the program runs in. */
function isMode(file: FileAnalysis, subject: Node): boolean {
  const node = unwrap(subject)
  if (node.type === T.LogicalExpression) return isMode(file, node.left)
  if (node.type === T.MemberExpression) {
    const name = keyName(node.property, node.computed) ?? ''
    return MODE_NAME.test(name)
  }
  if (node.type === T.Identifier) return MODE_NAME.test(node.name)
  if (node.type === T.CallExpression) {
    const [first] = node.arguments
    const asked = first && file.string(first)
    if (asked !== undefined && MODE_NAME.test(asked.replace(/^.*[.:]/u, ''))) return true // app.get('env'), config.get('NODE_ENV')
    const callee = unwrap(node.callee)
    if (callee.type === T.MemberExpression) {
      const name = keyName(callee.property, callee.computed) ?? ''
      return /^(?:toLowerCase|trim|toString)$/u.test(name) ? isMode(file, callee.object) : MODE_NAME.test(name)
    }
  }
  return false
}

const MODE_NAME =
  /^(?:node_?env|app_?env|env|environment|mode|stage|vercel_?env|[a-z]+_env|nodeEnvironment|runtimeEnv|deploy(?:ment)?_?env(?:ironment)?)$/iu
