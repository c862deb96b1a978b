import {
  enclosingFunction,
  isCall,
  type FunctionNode,
  isFunction,
  keyName,
  memberName,
  type Node,
  propertyName,
  T,
  unwrap,
  wrapped,
} from '@palisade/analysis'
import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { checkCall } from './calls.js'
import { MOST_MEMBERS } from './format-evidence.js'
import { checkComparison } from './comparisons.js'
import { environmentRead, isEnvironment } from './environment.js'
import { checkExposure, isPublicVariable } from './exposure.js'
import {
  asksFor,
  checkDestructuredEnvironment,
  checkFallback,
  checkLogical,
  isEnvironmentPattern,
  isMissingThere,
} from './fallbacks.js'
import { constantsOf, type Judge } from './judge.js'
import { denoted, holderPath, named, pathOf, patternName, surely } from './named.js'
import { checkEntryOfTable, checkPair, checkProperty, isOfEntries, LOGIN_HOLDERS } from './objects.js'
import { checkNamed } from './under-name.js'

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
      // What a request brings along is no token of a parser.
      if (named !== undefined) checkProperty(judge, isOfRequest(holders, node) ? surely(named) : named, node)
      else if (/^value$/i.test(name)) checkPair(judge, node)
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

/** Headers, and what stands beside the address or the user of a service: `{ username, token, remoteUri }`. */
function isOfRequest(holders: readonly string[], { parent }: TSESTree.Property): boolean {
  return (
    /headers?$/i.test(holders.at(-1) ?? '') ||
    (parent.type === T.ObjectExpression &&
      isCall(wrapped(parent).parent) &&
      parent.properties
        .slice(0, MOST_MEMBERS)
        .some((each) => each.type === T.Property && ADDRESSES.test(propertyName(each) ?? '')))
  )
}

const ADDRESSES = /^(?:host|host_?name|server|endpoint|base_?url|remote_?ur[il]|service_?url|user_?name|client_?id)$/i

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
  // `Client.prototype.getToken = function () { … }`
  const target = parent.type === T.AssignmentExpression && parent.right === fn ? unwrap(parent.left) : undefined
  return target?.type === T.MemberExpression ? memberName(target) : undefined
}

/** `<input type="password" defaultValue="…">`: the field says what its value is. */
function fieldName(attribute: TSESTree.JSXAttribute): string | undefined {
  if (attribute.name.type !== T.JSXIdentifier || !/^(?:value|defaultValue)$/.test(attribute.name.name)) return undefined
  const written = new Map<unknown, unknown>()
  for (const each of attribute.parent.attributes)
    if (each.type === T.JSXAttribute && each.value?.type === T.Literal) written.set(each.name.name, each.value.value)
  const type = written.get('type')
  if (type === 'password') return 'password'
  // `<input type="hidden" name="secret" value="…">`
  const name = written.get('name')
  return (type === undefined || type === 'hidden' || type === 'text') && typeof name === 'string' ? name : undefined
}
