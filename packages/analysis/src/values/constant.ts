import type { TSESTree } from '@typescript-eslint/utils'
import { type CallNode, keyName, memberName, type Node, propertyName, T, unwrap } from '../ast/nodes.js'
import type { FileAnalysis } from '../file.js'
import { NodeMemo } from '../node-memo.js'
import type { Constant } from './origin.js'

/** Deeper expressions are not evaluated. */
const DEEPEST = 60
/** Longer strings are not built. */
const LONGEST = 100_000

type Value = { value: Constant } | { items: readonly (Value | undefined)[] } | { bytes: Buffer } | undefined

/**
 * Evaluates an expression from the source alone: literals, templates, `+`, arrays joined, `Buffer.from(x, 'base64')`,
 * `atob`, enum members, members of constant objects, constants (imported ones when there are types).
 *
 * @param file the file that the expression stands in.
 * @param node the expression.
 * @returns its value in an object; undefined when it can't be told.
 */
export function constantOf(file: FileAnalysis, node: Node): { value: Constant } | undefined {
  const value = evaluate(file, node, 0)
  return value && 'value' in value ? value : undefined
}

/**
 * The items of a constant array, or of a `Set` made of one.
 *
 * @param file the file that the expression stands in.
 * @param node the expression.
 * @returns its items, each undefined where it can't be told; undefined when the expression is no such list.
 */
export function constantItemsOf(file: FileAnalysis, node: Node): ({ value: Constant } | undefined)[] | undefined {
  const value = evaluate(file, node, 0)
  if (!value || !('items' in value)) return undefined
  return value.items.map((item) => (item && 'value' in item ? item : undefined))
}

/** Each node is evaluated once: constants that use others twice would double the work at every level. */
const evaluated = new NodeMemo<Node, { value: Value }>()

function evaluate(file: FileAnalysis, wrappedNode: Node, depth: number): Value {
  const node = unwrap(wrappedNode)
  const memory = evaluated.of(file)
  const known = memory.get(node)
  if (known) return known.value
  if (depth > DEEPEST) return undefined
  memory.set(node, { value: undefined }) // a constant that is defined by itself has no value
  const value = evaluateNew(file, node, depth)
  memory.set(node, { value })
  return value
}

function evaluateNew(file: FileAnalysis, node: Node, depth: number): Value {
  const next = (child: Node) => evaluate(file, child, depth + 1)
  switch (node.type) {
    case T.Literal:
      return 'regex' in node
        ? node.value instanceof RegExp
          ? { value: node.value }
          : undefined
        : { value: node.value }
    case T.TemplateLiteral:
      return template(node, next)
    case T.TaggedTemplateExpression:
      return isRawTag(file, node.tag) ? template(node.quasi, next, true) : undefined
    case T.BinaryExpression:
      return node.operator === '+'
        ? plus(sides(file, node, depth))
        : bits(node.operator, next(node.left), next(node.right))
    case T.UnaryExpression: {
      if (node.operator === 'void') return { value: undefined }
      const argument = next(node.argument)
      if (!argument || !('value' in argument)) return undefined
      if (node.operator === '!') return { value: !argument.value }
      if (node.operator === '-' && typeof argument.value === 'number') return { value: -argument.value }
      if (node.operator === '+' && typeof argument.value !== 'bigint') return { value: Number(argument.value) }
      return undefined
    }
    case T.AwaitExpression:
      return next(node.argument)
    case T.SequenceExpression:
      return next(node.expressions.at(-1)!)
    case T.ArrayExpression:
      return {
        items: node.elements.map((element) =>
          element && element.type !== T.SpreadElement ? next(element) : undefined,
        ),
      }
    case T.Identifier:
      return identifier(file, node, depth)
    case T.MemberExpression:
      return member(file, node, depth)
    case T.CallExpression:
    case T.NewExpression:
      return call(file, node, depth)
    default:
      return undefined
  }
}

function template(node: TSESTree.TemplateLiteral, next: (child: Node) => Value, raw = false): Value {
  let text = ''
  for (const [i, quasi] of node.quasis.entries()) {
    const part = raw ? quasi.value.raw : quasi.value.cooked
    if (typeof part !== 'string') return undefined
    text += part
    const expression = node.expressions[i]
    if (!expression) continue
    const piece = textOf(next(expression))
    if (piece === undefined || text.length > LONGEST) return undefined
    text += piece
  }
  return { value: text }
}

/** The operands of a chain of `+`, left to right; a loop, because generated code has chains of thousands. */
function sides(file: FileAnalysis, node: TSESTree.BinaryExpression, depth: number): Value[] {
  const found: Value[] = []
  let current: Node = node
  while (current.type === T.BinaryExpression && current.operator === '+') {
    found.push(evaluate(file, current.right, depth + 1))
    if (found.at(-1) === undefined) return found
    current = unwrap(current.left)
  }
  found.push(evaluate(file, current, depth + 1))
  return found.reverse()
}

function plus(operands: Value[]): Value {
  let sum: Constant
  for (const [i, operand] of operands.entries()) {
    if (!operand || !('value' in operand)) return undefined
    const value = operand.value
    if (i === 0) sum = value
    else if (typeof sum === 'number' && typeof value === 'number') sum += value
    else if (typeof sum === 'string' || typeof value === 'string') {
      const text: string = `${String(sum)}${String(value)}`
      if (text.length > LONGEST) return undefined
      sum = text
    } else return undefined
  }
  return { value: sum }
}

/** Operators over two numbers, as sizes and sets of flags are written: `1 << 18`, `2 * 1024`, `A | B`. */
function bits(operator: string, left: Value, right: Value): Value {
  if (!left || !right || !('value' in left) || !('value' in right)) return undefined
  const [a, b] = [left.value, right.value]
  if (typeof a !== 'number' || typeof b !== 'number') return undefined
  switch (operator) {
    case '<<':
      return { value: a << b }
    case '|':
      return { value: a | b }
    case '&':
      return { value: a & b }
    case '-':
      return { value: a - b }
    case '*':
      return { value: a * b }
    default:
      return undefined
  }
}

function textOf(value: Value): string | undefined {
  if (!value) return undefined
  if ('bytes' in value) return value.bytes.toString('utf8')
  if ('items' in value) return join(value.items, ',')
  return typeof value.value === 'symbol' ? undefined : String(value.value)
}

function join(items: readonly Value[], separator: string): string | undefined {
  const texts = items.map(textOf)
  return texts.every((text) => text !== undefined) ? texts.join(separator).slice(0, LONGEST) : undefined
}

function identifier(file: FileAnalysis, node: TSESTree.Identifier, depth: number): Value {
  const variable = file.index.variableOf(node)
  if (!variable || variable.defs.length === 0) {
    if (node.name === 'undefined') return { value: undefined }
    if (node.name === 'NaN') return { value: NaN }
    if (node.name === 'Infinity') return { value: Infinity }
    return undefined
  }
  const declaration = variable.defs.length === 1 ? variable.defs[0] : undefined
  if (declaration?.type === 'ImportBinding') return file.types.literal(node)
  if (declaration?.type !== 'Variable') return undefined
  const declarator = declaration.node
  if (declarator.id.type !== T.Identifier || !declarator.init) return undefined
  if (variable.references.some((reference) => reference.isWrite() && !reference.init)) return undefined
  return evaluate(file, declarator.init, depth + 1)
}

function member(file: FileAnalysis, node: TSESTree.MemberExpression, depth: number): Value {
  const name = memberName(node) ?? textOf(node.computed ? evaluate(file, node.property, depth + 1) : undefined)
  if (name === undefined) return undefined
  const holder = constantHolder(file, node.object, depth)
  if (holder?.type === T.TSEnumDeclaration) {
    const found = holder.body.members.find((one) => keyName(one.id, false) === name)
    if (found?.initializer) return evaluate(file, found.initializer, depth + 1)
    return undefined
  }
  if (holder?.type === T.ObjectExpression) {
    const properties = holder.properties
    if (properties.some((property) => property.type === T.SpreadElement)) return undefined
    const found = properties.findLast((property) => property.type === T.Property && propertyName(property) === name)
    if (found?.type === T.Property && found.kind === 'init' && !found.method)
      return evaluate(file, found.value, depth + 1)
    return undefined
  }
  const object = evaluate(file, node.object, depth + 1)
  if (object && 'items' in object)
    return name === 'length' ? { value: object.items.length } : object.items[Number(name)]
  if (object && 'value' in object && typeof object.value === 'string' && name === 'length')
    return { value: object.value.length }
  return object === undefined && isDeclaredElsewhere(file, node) ? file.types.literal(node) : undefined
}

/** Whether a member path starts outside the file or at a class: what starts at a variable of the file is followed there. */
function isDeclaredElsewhere(file: FileAnalysis, node: TSESTree.MemberExpression): boolean {
  let root = unwrap(node.object)
  while (root.type === T.MemberExpression) root = unwrap(root.object)
  if (root.type !== T.Identifier) return root.type === T.ThisExpression
  const definition = file.index.variableOf(root)?.defs[0]
  return definition?.type !== 'Variable' && definition?.type !== 'Parameter' && definition?.type !== 'CatchClause'
}

/** The enum or object literal that a name or member path stands for, when nothing changes it afterwards. */
function constantHolder(
  file: FileAnalysis,
  wrappedNode: Node,
  depth: number,
): TSESTree.ObjectExpression | TSESTree.TSEnumDeclaration | undefined {
  const node = unwrap(wrappedNode)
  if (depth > DEEPEST) return undefined
  if (node.type === T.ObjectExpression) return node
  if (node.type === T.CallExpression && isObjectFreeze(node) && node.arguments[0])
    return constantHolder(file, node.arguments[0], depth + 1)
  if (node.type === T.MemberExpression) {
    const outer = constantHolder(file, node.object, depth + 1)
    if (outer?.type !== T.ObjectExpression) return undefined
    const name = memberName(node)
    const found = outer.properties.findLast(
      (property) => property.type === T.Property && propertyName(property) === name,
    )
    return found?.type === T.Property ? constantHolder(file, found.value, depth + 1) : undefined
  }
  if (node.type !== T.Identifier) return undefined
  const variable = file.index.variableOf(node)
  const declaration = variable?.defs.length === 1 ? variable.defs[0] : undefined
  if (declaration?.node.type === T.TSEnumDeclaration) return declaration.node
  if (declaration?.type !== 'Variable' || !declaration.node.init || declaration.node.id.type !== T.Identifier)
    return undefined
  for (const reference of variable!.references) {
    if (reference.init) continue
    if (reference.isWrite()) return undefined
    // `holder.x = …` anywhere makes it a variable
    let top: Node = reference.identifier
    while (top.parent?.type === T.MemberExpression && top.parent.object === top) top = top.parent
    if (top.parent?.type === T.AssignmentExpression && top.parent.left === top && top !== reference.identifier)
      return undefined
  }
  return constantHolder(file, declaration.node.init, depth + 1)
}

function isObjectFreeze(node: TSESTree.CallExpression): boolean {
  return (
    node.callee.type === T.MemberExpression &&
    node.callee.object.type === T.Identifier &&
    node.callee.object.name === 'Object' &&
    memberName(node.callee) === 'freeze'
  )
}

function isRawTag(file: FileAnalysis, tag: Node): boolean {
  return (
    tag.type === T.MemberExpression &&
    tag.object.type === T.Identifier &&
    tag.object.name === 'String' &&
    memberName(tag) === 'raw' &&
    !file.index.variableOf(tag.object)?.defs.length
  )
}

const encodings = new Set(['base64', 'base64url', 'hex', 'utf8', 'utf-8', 'ascii', 'latin1', 'binary'])

function call(file: FileAnalysis, node: CallNode, depth: number): Value {
  const callee = unwrap(node.callee)
  const args = node.arguments.map((argument) =>
    argument.type === T.SpreadElement ? undefined : evaluate(file, argument, depth + 1),
  )
  const first = args[0]
  const firstText = first && 'value' in first && typeof first.value === 'string' ? first.value : undefined
  const base64 = firstText === undefined ? undefined : base64Function(file, callee)
  if (base64 === 'atob') return { value: Buffer.from(firstText!, 'base64').toString('latin1') }
  if (base64 === 'btoa') return { value: Buffer.from(firstText!, 'latin1').toString('base64') }
  if (callee.type === T.Identifier) {
    if (file.index.variableOf(callee)?.defs.length) return undefined
    if (callee.name === 'String' && first) {
      const text = textOf(first)
      return text === undefined ? undefined : { value: text }
    }
    if (callee.name === 'Number' && first && 'value' in first && typeof first.value !== 'bigint')
      return { value: Number(first.value) }
    if (callee.name === 'Set' && node.type === T.NewExpression && first && 'items' in first) return first
    if (callee.name === 'Boolean' && first && 'value' in first) return { value: Boolean(first.value) }
    if (/^(?:decode|encode)URI(?:Component)?$/u.test(callee.name) && firstText !== undefined) {
      try {
        return { value: callee.name.startsWith('d') ? decodeURIComponent(firstText) : encodeURIComponent(firstText) }
      } catch {
        return undefined // not a valid escape sequence
      }
    }
    return undefined
  }
  if (callee.type !== T.MemberExpression) return undefined
  const method = memberName(callee)
  if (callee.object.type === T.Identifier && /^(?:js)?base64$/iu.test(callee.object.name) && firstText !== undefined) {
    // The packages base-64 and js-base64.
    if (method === 'encode') return { value: Buffer.from(firstText, 'utf8').toString('base64') }
    if (method === 'decode') return { value: Buffer.from(firstText, 'base64').toString('utf8') }
  }
  if (callee.object.type === T.Identifier && !file.index.variableOf(callee.object)?.defs.some(isNotImport)) {
    if (callee.object.name === 'Buffer' && method === 'from') {
      const encoding = node.arguments.length > 1 ? textOf(args[1]) : 'utf8'
      if (firstText === undefined || encoding === undefined || !encodings.has(encoding)) return undefined
      return { bytes: Buffer.from(firstText, encoding as BufferEncoding) }
    }
    if (callee.object.name === 'String' && (method === 'fromCharCode' || method === 'fromCodePoint')) {
      const codes = args.map((arg) => (arg && 'value' in arg && typeof arg.value === 'number' ? arg.value : -1))
      return codes.every((code) => Number.isInteger(code) && code >= 0 && code <= 0x10ffff)
        ? { value: String.fromCodePoint(...codes.slice(0, 10_000)) }
        : undefined
    }
    if (callee.object.name === 'Object' && method === 'freeze') return first
  }
  return methodCall(evaluate(file, callee.object, depth + 1), method, args)
}

/** `atob`, `window.atob`, and `import { atob } from 'node:buffer'` or from a package that provides it. */
function base64Function(file: FileAnalysis, callee: Node): 'atob' | 'btoa' | undefined {
  const object = callee.type === T.MemberExpression ? unwrap(callee.object) : callee
  const name = callee.type === T.MemberExpression ? memberName(callee) : callee.type === T.Identifier && callee.name
  if ((name !== 'atob' && name !== 'btoa') || object.type !== T.Identifier) return undefined
  if (object !== callee && !/^(?:window|globalThis|self|global)$/u.test(object.name)) return undefined
  return file.index.variableOf(object)?.defs.some(isNotImport) ? undefined : name
}

function isNotImport(definition: { type: string }): boolean {
  return definition.type !== 'ImportBinding'
}

function methodCall(object: Value, method: string | undefined, args: readonly Value[]): Value {
  if (!object || method === undefined) return undefined
  const texts = args.map(textOf)
  const [a, b] = texts
  if ('bytes' in object) {
    const encoding = args.length > 0 ? a : 'utf8'
    if (method !== 'toString' || encoding === undefined || !encodings.has(encoding)) return undefined
    return { value: object.bytes.toString(encoding as BufferEncoding) }
  }
  if ('items' in object) {
    if (method === 'join') {
      const joined = args.length > 0 && a === undefined ? undefined : join(object.items, a ?? ',')
      return joined === undefined ? undefined : { value: joined }
    }
    if (method === 'reverse' || method === 'toReversed') return { items: [...object.items].reverse() }
    if (method === 'concat')
      return { items: [...object.items, ...args.flatMap((arg) => (arg && 'items' in arg ? arg.items : [arg]))] }
    return undefined
  }
  const text = object.value
  if (typeof text !== 'string') return method === 'toString' && args.length === 0 ? { value: String(text) } : undefined
  if (texts.some((one) => one === undefined)) return undefined
  switch (method) {
    case 'toString':
    case 'valueOf':
      return { value: text }
    case 'trim':
      return { value: text.trim() }
    case 'toLowerCase':
      return { value: text.toLowerCase() }
    case 'toUpperCase':
      return { value: text.toUpperCase() }
    case 'concat':
      return { value: text + texts.join('') }
    case 'repeat':
      return text.length * Number(a) <= LONGEST && Number(a) >= 0 ? { value: text.repeat(Number(a)) } : undefined
    case 'slice':
      return { value: text.slice(a === undefined ? undefined : Number(a), b === undefined ? undefined : Number(b)) }
    case 'substring':
      return { value: text.substring(Number(a), b === undefined ? undefined : Number(b)) }
    case 'split':
      return { items: text.split(a!).map((value) => ({ value })) }
    case 'replace':
    case 'replaceAll':
      return typeof (args[0] as { value?: unknown }).value === 'string'
        ? { value: text[method](a!, () => b!) }
        : undefined
    default:
      return undefined
  }
}
