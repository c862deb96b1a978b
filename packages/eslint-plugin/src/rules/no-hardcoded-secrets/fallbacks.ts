import { isDevelopmentOnly, keyName, memberName, type Node, propertyName, T, unwrap, wrapped } from '@palisade/analysis'
import type { TSESTree } from '@typescript-eslint/utils'
import { environmentRead, isEnvironment } from './environment.js'
import { checkExposure, isPublicVariable } from './exposure.js'
import { placeOf, preview } from './findings.js'
import { failInstead } from './fixes.js'
import { constantsOf, type Judge } from './judge.js'
import { denoted, named, type Named, pathOf, whatOf } from './named.js'
import { add, checkNamed, isReportedElsewhere } from './under-name.js'

/** What stands in for a missing variable of the environment. */

/** Methods of schemas that give a default: zod, valibot, envalid, joi, yup, arktype, convict. */
const SCHEMA_DEFAULTS = /^(?:default|prefault|catch|fallback|optional)$/

/** `a || 'x'`: what stands in for a setting, or for a value whose name says that it is a credential. */
export function checkLogical(judge: Judge, node: TSESTree.LogicalExpression): void {
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

export function checkFallback(
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

/** `config.get('jwt.secret', 'x')`, `env('JWT_SECRET', 'x')`: reads a setting; `cache.get('token', …)` doesn't. */
export function isEnvironmentReader(judge: Judge, callee: Node, key: string): boolean {
  if (/^[A-Z][A-Z\d_]+$/.test(key)) return true
  const text = judge.file.text.slice(...callee.range)
  return text.length < 80 && /conf|env|setting|option|secret/i.test(text)
}

/** `z.string().default('x')` under a credential name: whether the value was such a chain. */
export function checkSchemaDefault(judge: Judge, named: Named, value: Node): boolean {
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
export function environmentSchemaName(judge: Judge, node: TSESTree.Property): string | undefined {
  const value = unwrap(node.value as Node)
  return value.type === T.CallExpression || value.type === T.ObjectExpression ? propertyName(node) : undefined
}

export function checkDestructuredEnvironment(judge: Judge, pattern: TSESTree.ObjectPattern): void {
  for (const property of pattern.properties) {
    if (property.type !== T.Property) continue
    const read = keyName(property.key, property.computed)
    if (read !== undefined && isPublicVariable(read)) checkExposure(judge, read, property)
    if (property.value.type !== T.AssignmentPattern) continue
    const name = keyName(property.key, property.computed)
    if (name !== undefined) checkFallback(judge, named(judge, name), property.value.right)
  }
}

export function isEnvironmentPattern(judge: Judge, node: TSESTree.AssignmentPattern): boolean {
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
export function asksFor(judge: Judge, test: Node, name: string): boolean {
  const value = unwrap(test)
  if (value.type === T.UnaryExpression) return asksFor(judge, value.argument, name)
  if (value.type === T.BinaryExpression && value.left.type !== T.PrivateIdentifier)
    return asksFor(judge, value.left, name) || asksFor(judge, value.right, name)
  return environmentRead(judge.file, value) === name
}

/** `if (!secret) secret = 'x'` */
export function isMissingThere(judge: Judge, assignment: Node, name: string): boolean {
  let current = assignment.parent
  while (current?.type === T.ExpressionStatement || current?.type === T.BlockStatement) current = current.parent
  return current?.type === T.IfStatement && asksFor(judge, current.test, name)
}
