import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { lastName, ownerOfThis } from '../ast/file-index.js'
import {
  type CallNode,
  type ClassNode,
  contains,
  enclosingFunction,
  type FunctionNode,
  isClass,
  isFunction,
  keyName,
  memberName,
  type Node,
  propertyName,
  returnsOf,
  T,
  unwrap,
  wrapped,
  yieldsOf,
} from '../ast/nodes.js'
import {
  DERIVING_FUNCTIONS,
  DERIVING_METHODS,
  ELEMENT_CALLBACKS,
  ELEMENT_METHODS,
  INTEROP_HELPERS,
  SAME_ARGUMENT_FUNCTIONS,
  SAME_RECEIVER_METHODS,
} from '../catalogs/value-transforms.js'
import type { FileAnalysis } from '../file.js'
import { NodeMemo } from '../node-memo.js'
import { exportedValue, type ImportedValue } from '../project/imported-value.js'
import { patternPath } from './bindings.js'
import type { Origin, Step, TracePolicy } from './origin.js'
import { type CallbackUse, usesOf } from './uses.js'
import { comesLater, type MemberWrite, memberWritesOf, overwrittenBefore, removedBefore } from './writes.js'

/** How many expressions one question may look at, those looked at to find out what a callee is included. */
const MOST_STEPS = 2000
/** How many expressions all questions of a file may look at: generated code of thousands of calls ends here. */
const MOST_STEPS_OF_FILE = 300_000
/** How far a value is followed. */
const DEEPEST = 200
/** How many calls of functions may be entered inside one another. */
const DEEPEST_CALLS = 8
/** How many origins one question gathers, unless its policy says how many are enough. */
const MOST_ORIGINS = 120
/** How many names a computed key may have to be followed under each of them. */
const MOST_KEYS = 10
/** How many expressions a question may look at to find out what keys are called, besides its own. */
const MOST_KEY_STEPS = 300
/** How many places of a call or of a write are looked at. */
const MOST_PLACES = 40

/** A call that was entered: the function's parameters are bound to its arguments. */
interface Frame {
  function: FunctionNode
  args: readonly Node[]
  /** What the receiver's members are, for callbacks: `xs.map(x => …)` binds `x` to an item of `xs`. */
  item?: { file: FileAnalysis; node: Node; members: readonly string[]; at: number }
  /** What the function is given by the stages before it: `pipe(value, first, second)`. */
  piped?: Pipeline
  file: FileAnalysis
  outer: Frame | undefined
  depth: number
  id: number
}

/** Functions that a call runs one after another, the last of which is still to be looked at. */
interface Pipeline {
  call: CallNode
  input: Node
  stages: readonly Node[]
}

/** Steps as a list that grows at the head, so that branches share their common way. */
interface Way {
  step: Step
  /** What was still to be read when the step was taken. */
  members: readonly string[]
  before: Way | undefined
}

interface Place {
  file: FileAnalysis
  node: Node
  members: readonly string[]
  way: Way | undefined
  frame: Frame | undefined
  depth: number
  /** The access path that was still to be read when the value was made into another one. */
  lost?: string
}

type DistributiveOmit<U, K extends PropertyKey> = U extends unknown ? Omit<U, K> : never
type Found = DistributiveOmit<Origin, 'members' | 'steps' | 'file' | 'node'>

/**
 * Walks backwards from an expression to where its value comes from.
 *
 * Bounded in steps and depth, and total: past its bound the answer holds an origin of kind `unknown`.
 *
 * @param file the file that the expression stands in.
 * @param node the expression.
 * @param members the access path that is read from it.
 * @param policy what the asking rule says about calls and barriers.
 * @returns the origins.
 */
export function trace(
  file: FileAnalysis,
  node: Node,
  members: readonly string[],
  policy: TracePolicy,
): readonly Origin[] {
  const budget = budgetOf(file)
  const run = new Run(policy, {
    left: Math.min(policy.steps ?? MOST_STEPS, budget.left),
    file: budget,
    keys: { left: MOST_KEY_STEPS },
  })
  const place: Place = { file, node, members, way: undefined, frame: undefined, depth: 0 }
  run.walk(place)
  if (run.cut && policy.most === undefined) run.emit(place, { kind: 'unknown', because: 'bound' })
  return run.origins
}

/** Whether a way has not left the expression that was asked about. */
function isWithinQuestion(way: Way | undefined): boolean {
  for (let current = way; current; current = current.before)
    if (!/^(?:template|concat|property|conditional|logical)$/u.test(current.step.kind)) return false
  return true
}

function stepsOf(way: Way | undefined): Step[] {
  const steps: Step[] = []
  for (let current = way; current; current = current.before) steps.push({ ...current.step, members: current.members })
  return steps.reverse()
}

/** What a question may still look at. Questions within it (what is this callee?) share it. */
interface Budget {
  left: number
  /** What all questions of the file may still look at. */
  file: { left: number }
  /** What the questions for names of keys may still look at. */
  keys: { left: number }
}

const budgets = new WeakMap<FileAnalysis, { left: number }>()

function budgetOf(file: FileAnalysis): { left: number } {
  let budget = budgets.get(file)
  if (!budget) budgets.set(file, (budget = { left: MOST_STEPS_OF_FILE }))
  return budget
}

class Run {
  readonly origins: Origin[] = []
  /** Whether there was more to look at when enough origins were found. */
  cut = false
  #frames = 0
  /** Where this question has been: by node, the frames and access paths; a set from the second one on. */
  #seen = new Map<Node, string | Set<string>>()

  constructor(
    readonly policy: TracePolicy,
    readonly budget: Budget,
  ) {}

  walk(place: Place): void {
    const { file, node, members, frame, depth } = place
    if (this.policy.stop?.(node, members, file)) return
    if (this.#hasSeen(node, `${frame?.id ?? 0}\0${members.join('\0')}\0${place.lost ?? ''}`)) return
    this.budget.file.left--
    if (this.origins.length >= (this.policy.most ?? MOST_ORIGINS)) {
      this.cut = true
      return
    }
    if (--this.budget.left < 0 || depth > DEEPEST || members.length > 20)
      return this.emit(place, { kind: 'unknown', because: 'bound' })
    this.expression(place)
  }

  #hasSeen(node: Node, key: string): boolean {
    const seen = this.#seen.get(node)
    if (seen === undefined) this.#seen.set(node, key)
    else if (typeof seen !== 'string') {
      if (seen.has(key)) return true
      seen.add(key)
    } else if (seen === key) return true
    else this.#seen.set(node, new Set([seen, key]))
    return false
  }

  emit(place: Place, found: Found): void {
    const { node, members, file, way } = place
    let steps: readonly Step[] | undefined
    const origin = {
      ...found,
      node,
      members,
      file,
      /** Written out when somebody asks: most origins are judged by what they are. */
      get steps() {
        return (steps ??= stepsOf(way))
      },
    }
    this.origins.push(origin as Origin)
  }

  /** Goes on to another expression. */
  to(place: Place, node: Node, step: Step | undefined, change: Partial<Place> = {}): void {
    if (step && !step.same && this.policy.derived === false)
      return this.emit(place, { kind: 'unknown', because: 'operator' })
    this.walk({
      ...place,
      ...change,
      node,
      way: step ? { step, members: place.members, before: place.way } : place.way,
      depth: place.depth + 1,
    })
  }

  expression(place: Place): void {
    const { node, members, file } = place
    switch (node.type) {
      case T.TSAsExpression:
      case T.TSSatisfiesExpression:
      case T.TSNonNullExpression:
      case T.TSTypeAssertion:
      case T.TSInstantiationExpression:
      case T.ChainExpression:
        return this.to(place, node.expression, undefined)
      case T.Literal:
        return this.emit(place, { kind: 'constant', value: node.value })
      case T.TemplateLiteral:
        // What a tag gets first are the texts alone.
        if (node.expressions.length === 0 || (node.parent.type === T.TaggedTemplateExpression && members.length > 0))
          return this.emit(place, { kind: 'constant', value: node.quasis[0]?.value.cooked ?? '' })
        if (this.policy.derived === false) return this.emit(place, { kind: 'unknown', because: 'operator' })
        this.parts(place, node.expressions, (part) =>
          this.to(place, part, { kind: 'template', node, same: false }, { members: [] }),
        )
        return
      case T.BinaryExpression:
        return this.binary(place, node)
      case T.UnaryExpression:
      case T.TSEnumDeclaration: {
        const constant = file.constant(node)
        return constant && members.length === 0
          ? this.emit(place, { kind: 'constant', value: constant.value })
          : this.emit(place, { kind: 'unknown', because: 'operator' })
      }
      case T.Identifier:
        return this.variable(place, node)
      case T.MemberExpression: {
        const name = memberName(node) ?? file.string(node.property)
        for (const one of name === undefined ? this.keysOf(place, node.property) : [name])
          this.to(place, node.object, { kind: 'member', node, name: one, same: true }, { members: [one, ...members] })
        return
      }
      case T.CallExpression:
      case T.NewExpression:
        return this.call(place, node)
      case T.TaggedTemplateExpression: {
        const handedOn = this.policy.through?.(node, file)
        if (!handedOn) {
          // A tag of the file is called with the texts, then with each value.
          if (this.enter(place, node.tag, [node.quasi, ...node.quasi.expressions])) return
          return this.emit(place, { kind: 'call', call: node })
        }
        for (const part of handedOn)
          this.to(place, part, { kind: 'through', node, name: lastName(node.tag), same: false })
        return
      }
      case T.AwaitExpression:
        return this.to(place, node.argument, { kind: 'await', node, same: true })
      case T.YieldExpression:
        // What runs the generator hands the value back: a promise's, an effect's.
        return node.argument
          ? this.to(place, node.argument, { kind: 'await', node, same: true })
          : this.emit(place, { kind: 'unknown', because: 'operator' })
      case T.ConditionalExpression: {
        const test = file.constant(node.test)
        const step: Step = { kind: 'conditional', node, same: true }
        if (!test || test.value) this.to(place, node.consequent, step)
        if (!test?.value) this.to(place, node.alternate, step)
        return
      }
      case T.LogicalExpression: {
        const step: Step = { kind: 'logical', node, same: true }
        // What `a && b` gives when `a` is falsy carries nothing: only `b` is a value.
        if (node.operator !== '&&') this.to(place, node.left, step)
        return this.to(place, node.right, step)
      }
      case T.SequenceExpression:
        return this.to(place, node.expressions.at(-1)!, undefined)
      case T.AssignmentExpression: {
        const same = node.operator === '=' || /^(?:\|\||&&|\?\?)=$/u.test(node.operator)
        const step: Step = { kind: 'write', node, same }
        if (node.operator !== '=') this.to(place, node.left, step)
        return this.to(place, node.right, step)
      }
      case T.ObjectExpression:
        return this.object(place, node)
      case T.ArrayExpression:
        return this.array(place, node)
      case T.ArrowFunctionExpression:
      case T.FunctionExpression:
      case T.FunctionDeclaration:
        return this.emit(place, { kind: 'function', function: node })
      case T.ClassExpression:
      case T.ClassDeclaration:
        if (members.length > 0 && this.classMember(place, node, 'static')) return
        return this.emit(place, { kind: 'class', class: node })
      case T.ThisExpression:
        return this.thisValue(place, node)
      case T.ImportExpression: {
        const module = file.string(node.source)
        return module === undefined
          ? this.emit(place, { kind: 'unknown', because: 'operator' })
          : this.imported(place, module, '*', node.source)
      }
      case T.MetaProperty:
        return this.emit(place, { kind: 'global', name: `${node.meta.name}.${node.property.name}` })
      default:
        return this.emit(place, { kind: 'unknown', because: 'operator' })
    }
  }

  /** The texts that a computed key can be: `env[name]` in `read('KEY')`, in a loop over names. `*` when they aren't known. */
  keysOf(place: Place, key: Node): readonly string[] {
    const name = unwrap(key)
    // Numbers count: of a loop, mostly.
    const definition = name.type === T.Identifier ? place.file.index.variableOf(name)?.defs[0] : undefined
    const init = definition?.type === 'Variable' ? definition.node.init : undefined
    if (name.type !== T.Identifier || (init?.type === T.Literal && typeof init.value === 'number')) return ['*']
    const { keys: allowance, file } = this.budget
    const before = Math.min(allowance.left, this.budget.left)
    if (before <= 0) return ['*']
    const budget = { left: before, file, keys: allowance }
    const run = new Run(keyPolicy, budget)
    run.walk({ ...place, node: key, members: [], way: undefined, depth: place.depth + 1 })
    allowance.left -= before - Math.max(budget.left, 0)
    const keys = new Set<string>()
    for (const origin of run.origins) {
      if (origin.kind !== 'constant' || typeof origin.value !== 'string' || keys.size > MOST_KEYS) return ['*']
      keys.add(origin.value)
    }
    return keys.size === 0 || run.cut ? ['*'] : [...keys]
  }

  binary(place: Place, node: TSESTree.BinaryExpression): void {
    if (node.operator !== '+' || this.policy.derived === false)
      return this.emit(place, { kind: 'unknown', because: 'operator' })
    const step: Step = { kind: 'concat', node, same: false }
    const parts: Node[] = []
    let left: Node = node
    while (left.type === T.BinaryExpression && left.operator === '+') {
      parts.push(left.right)
      left = unwrap(left.left)
    }
    parts.push(left)
    this.parts(place, parts.reverse(), (part) => this.to(place, part, step, { members: [] }))
  }

  /**
   * Goes on to the parts of an expression. Those of the expression that was asked about are followed each by ways of its
   * own: `${scheme} ${token}` may both come from one header.
   */
  parts<P>(place: Place, parts: readonly P[], follow: (part: P) => void): void {
    if (this.policy.derived === false || parts.length < 2 || !isWithinQuestion(place.way))
      return parts.forEach((part) => follow(part))
    const before = this.#seen
    for (const part of parts) {
      this.#seen = new Map(before)
      follow(part)
    }
  }

  // --- objects and arrays

  object(place: Place, node: TSESTree.ObjectExpression): void {
    const [name, ...rest] = place.members
    if (this.policy.empty && node.properties.length === 0 && (name === undefined || name === '*'))
      return this.emit(place, { kind: 'object' })
    if (name === undefined) {
      if (this.policy.containers === 'whole') return this.emit(place, { kind: 'object' })
      const view = viewOf(node, isMadeText(place.way))
      if (view) return this.returns(place, view)
      const taken = takenAway(place.way)
      this.parts(place, node.properties, (property) => {
        if (property.type === T.SpreadElement) {
          const without = overridden(node, node.properties.indexOf(property))
          return this.to(place, property.argument, {
            kind: 'spread',
            node: property,
            same: true,
            ...(without.length > 0 ? { without } : {}),
          })
        }
        const name = propertyName(property) ?? '*'
        if (!taken.has(name)) this.to(place, property.value, { kind: 'property', node: property, name, same: true })
      })
      return
    }
    // The last one that says what the member is wins, so look from the end.
    let found = false
    for (const property of [...node.properties].reverse()) {
      if (property.type === T.SpreadElement) {
        this.to(place, property.argument, { kind: 'spread', node: property, same: true })
        continue
      }
      const key = propertyName(property) ?? place.file.string(property.key)
      if (key !== name && key !== undefined && name !== '*') continue
      found = true
      if (property.kind === 'get' && isFunction(property.value)) this.returns(place, property.value, rest)
      else if (property.kind !== 'set')
        this.to(
          place,
          property.value,
          // Which member it is shows only here when any may be read.
          name === '*' && key !== undefined ? { kind: 'member', node: property, name: key, same: true } : undefined,
          { members: rest },
        )
      if (key === name) return
    }
    if (!found && this.policy.containers === 'whole') this.emit(place, { kind: 'object' })
  }

  array(place: Place, node: TSESTree.ArrayExpression): void {
    const [name, ...rest] = place.members
    if (name === undefined && this.policy.containers === 'whole') return this.emit(place, { kind: 'object' })
    if (this.policy.empty && node.elements.length === 0 && (name === undefined || /^(?:\*|\d+)$/u.test(name)))
      return this.emit(place, { kind: 'object' })
    const index = name !== undefined && /^\d+$/u.test(name) ? Number(name) : undefined
    const spreadBefore = (i: number) => node.elements.slice(0, i).some((element) => element?.type === T.SpreadElement)
    for (const [i, element] of node.elements.entries()) {
      if (!element) continue
      if (element.type === T.SpreadElement)
        this.to(
          place,
          element.argument,
          { kind: 'spread', node: element, same: true },
          {
            members: name === undefined ? [] : ['*', ...rest],
          },
        )
      else if (index === undefined || index === i || spreadBefore(i)) {
        if (name !== undefined && index === undefined && name !== '*') continue
        this.to(place, element, { kind: 'element', node: element, same: true }, { members: rest })
      }
    }
  }

  // --- names

  variable(place: Place, node: TSESTree.Identifier): void {
    const variable = place.file.index.variableOf(node)
    if (!variable || variable.defs.length === 0) {
      if (node.name === 'arguments' && this.policy.containers !== 'whole') {
        const step: Step = { kind: 'variable', node, name: 'arguments', same: true }
        this.argumentsOf({ ...place, way: { step, members: place.members, before: place.way } }, node)
      }
      const constant = place.file.constant(node)
      return constant
        ? this.emit(place, { kind: 'constant', value: constant.value })
        : this.emit(place, { kind: 'global', name: node.name })
    }
    const before = this.origins.length
    const removed = removedBefore(place.file, variable, node)
    if (place.members[0] !== undefined && removed.includes(place.members[0])) return
    let way: Way = {
      step: { kind: 'variable', node, name: node.name, same: true },
      members: place.members,
      before: place.way,
    }
    if (removed.length > 0)
      way = { step: { kind: 'rest', node, without: removed, same: true }, members: place.members, before: way }
    const at: Place = { ...place, way }
    const last = overwrittenBefore(place.file, variable, node, place.members[0])
    if (last) return this.to(at, last, { kind: 'write', node: last, same: true }, { members: place.members.slice(1) })
    for (const definition of variable.defs) this.definition(at, definition, variable)
    this.writes(at, variable, node)
    if (this.origins.length === before && !this.#boundHere(variable))
      this.emit({ ...at, node: variable.defs[0]!.name }, { kind: 'unknown', because: 'binding' })
  }

  /** `arguments`: what the file's calls of the function pass. */
  argumentsOf(place: Place, node: TSESTree.Identifier): void {
    let fn = enclosingFunction(node)
    while (fn?.type === T.ArrowFunctionExpression) fn = enclosingFunction(fn)
    if (!fn || this.policy.calls === false) return
    const [index, ...rest] = place.members
    for (const call of usesOf(place.file, fn).calls.slice(0, MOST_PLACES))
      for (const [at, argument] of call.arguments.entries())
        if (index === undefined || index === '*' || index === String(at))
          this.to(
            place,
            argument.type === T.SpreadElement ? argument.argument : argument,
            { kind: 'argument', node: argument, same: true },
            { frame: undefined, members: rest },
          )
  }

  /** Whether the file gives the variable any value: one without (`declare const x`, `let x: T`) is unknown. */
  #boundHere(variable: TSESLint.Scope.Variable): boolean {
    return (
      variable.defs.some(
        (definition) =>
          definition.type !== 'Variable' ||
          definition.node.init ||
          definition.node.parent.parent.type.startsWith('For'),
      ) || variable.references.some((reference) => reference.isWrite())
    )
  }

  definition(place: Place, definition: TSESLint.Scope.Definition, variable: TSESLint.Scope.Variable): void {
    switch (definition.type) {
      case 'ImportBinding': {
        if (
          definition.parent?.type === T.TSImportEqualsDeclaration ||
          definition.node.type === T.TSImportEqualsDeclaration
        ) {
          const reference = (definition.node as TSESTree.TSImportEqualsDeclaration).moduleReference
          if (reference.type === T.TSExternalModuleReference && reference.expression.type === T.Literal)
            return this.imported(place, String(reference.expression.value), '*', reference.expression)
          return this.emit(place, { kind: 'unknown', because: 'binding' })
        }
        const declaration = definition.parent as TSESTree.ImportDeclaration
        const specifier = definition.node as TSESTree.ImportClause
        const name =
          specifier.type === T.ImportNamespaceSpecifier
            ? '*'
            : specifier.type === T.ImportDefaultSpecifier
              ? 'default'
              : specifier.imported.type === T.Identifier
                ? specifier.imported.name
                : specifier.imported.value
        return this.imported(place, declaration.source.value, name, declaration.source)
      }
      case 'Variable':
        return this.declarator(place, definition.node, definition.name)
      case 'Parameter':
        return this.parameter(place, definition.node as FunctionNode, definition.name)
      case 'FunctionName':
      case 'ClassName':
        return this.to(place, definition.node as Node, undefined)
      case 'CatchClause': {
        const path = patternPath(definition.name)
        for (const fallback of path.defaults) this.defaultValue(place, fallback)
        const members = [...path.members, ...place.members]
        this.emit({ ...place, node: definition.node, members }, { kind: 'caught', by: 'clause' })
        return members.length > 0 ? this.fieldsOfErrors({ ...place, members }) : this.shownError(place, definition.node)
      }
      case 'TSModuleName': {
        const [name, ...rest] = place.members
        const body = (definition.node as TSESTree.TSModuleDeclaration).body
        const exported = name !== undefined && body?.type === T.TSModuleBlock ? exportedBy(body, name) : undefined
        return exported
          ? this.to(place, exported, undefined, { members: rest })
          : this.emit({ ...place, node: definition.name as Node }, { kind: 'unknown', because: 'binding' })
      }
      case 'TSEnumName': {
        const [name] = place.members
        const member = (definition.node as TSESTree.TSEnumDeclaration).body.members.find(
          (one) => keyName(one.id, false) === name,
        )
        if (member?.initializer)
          return this.to(place, member.initializer, undefined, { members: place.members.slice(1) })
        return this.emit({ ...place, node: variable.defs[0]!.node as Node }, { kind: 'unknown', because: 'binding' })
      }
      default:
        return this.emit({ ...place, node: definition.name as Node }, { kind: 'unknown', because: 'binding' })
    }
  }

  defaultValue(place: Place, fallback: { value: TSESTree.Expression; members: string[] }): void {
    this.to(
      place,
      fallback.value,
      { kind: 'default', node: fallback.value, same: true },
      {
        members: [...fallback.members, ...place.members],
      },
    )
  }

  declarator(place: Place, declarator: TSESTree.VariableDeclarator, name: Node): void {
    const path = patternPath(name)
    const step: Step | undefined = path.without
      ? { kind: 'rest', node: name, without: path.without, same: true }
      : undefined
    if (path.without && place.members[0] !== undefined && path.without.includes(place.members[0])) return
    const loop = declarator.parent.parent
    const members = [...path.members, ...shifted(path.restFrom, place.members)]
    for (const fallback of path.defaults) this.defaultValue(place, fallback)
    if (loop?.type === T.ForOfStatement && loop.left === declarator.parent)
      return this.to(
        place,
        loop.right,
        { kind: 'element', node: loop.right, same: true },
        { members: ['*', ...members] },
      )
    if (loop?.type === T.ForInStatement && loop.left === declarator.parent)
      return this.emit({ ...place, node: name }, { kind: 'unknown', because: 'binding' })
    if (declarator.init) this.to(place, declarator.init, step, { members })
  }

  writes(place: Place, variable: TSESLint.Scope.Variable, read: Node): void {
    let places = 0
    for (const reference of variable.references) {
      if (!reference.isWrite() || reference.init || ++places > MOST_PLACES) continue
      if (comesLater(reference.identifier as Node, read, variable)) continue
      const path = patternPath(reference.identifier as Node)
      const parent = path.root.parent
      for (const fallback of path.defaults) this.defaultValue(place, fallback)
      if (path.without && place.members[0] !== undefined && path.without.includes(place.members[0])) continue
      const members = [...path.members, ...shifted(path.restFrom, place.members)]
      if (parent?.type === T.AssignmentExpression && parent.left === path.root) {
        const same = parent.operator === '=' || /^(?:\|\||&&|\?\?)=$/u.test(parent.operator)
        if (!same && this.policy.derived === false) continue
        this.to(place, parent.right, { kind: 'write', node: parent, same }, { members })
      } else if (parent?.type === T.ForOfStatement && parent.left === path.root)
        this.to(
          place,
          parent.right,
          { kind: 'element', node: parent.right, same: true },
          { members: ['*', ...members] },
        )
    }
    const writes = memberWritesOf(place.file, variable)
    this.memberWrites(
      place,
      writes.filter((write) => !comesLater(write.node, read, variable)),
    )
  }

  memberWrites(place: Place, writes: readonly MemberWrite[]): void {
    for (const write of writes.slice(0, MOST_PLACES)) {
      if (place.members[0] === 'href' && /^(?:password|search|searchParams)$/u.test(write.members[0] ?? '')) {
        this.to(place, write.value, { kind: 'template', node: write.node, same: false }, { members: [] })
        continue
      }
      const read = afterPrefix(place.members, write.members)
      const isEntry = read !== undefined && isEntryRead(place, write)
      // `for (const [key, value] of map)`: what was put under the key is the value.
      if (isEntry && read[0] === '0') continue
      const rest = isEntry ? read.slice(1) : read
      const step: Step = write.spread
        ? { kind: 'spread', node: write.node, same: true }
        : { kind: 'write', node: write.node, same: true }
      const copied = rest && copiedFrom(write, place.members)
      if (copied) this.to(place, copied.node, step, { members: [copied.name, ...rest] })
      else if (rest) this.to(place, write.value, step, { members: rest })
      else if (
        this.policy.containers !== 'whole' &&
        afterPrefix(write.members, place.members) &&
        !takenAway(place.way).has(write.members[place.members.length]!)
      )
        // the whole object is asked for, and this is one of its members
        this.to(
          place,
          write.value,
          { kind: 'property', node: write.node, name: write.members.at(-1)!, same: true },
          { members: [] },
        )
    }
  }

  parameter(place: Place, fn: FunctionNode, name: Node): void {
    const path = patternPath(name)
    const index = fn.params.findIndex((param) => param === path.root || contains(param, path.root))
    if (path.without && place.members[0] !== undefined && path.without.includes(place.members[0])) return
    const isRest = fn.params[index]?.type === T.RestElement
    const members = [...path.members, ...shifted(path.restFrom, place.members)]
    const inner: Place = {
      ...place,
      members,
      ...(path.without
        ? {
            way: {
              step: { kind: 'rest', node: name, without: path.without, same: true },
              members: place.members,
              before: place.way,
            },
          }
        : {}),
    }
    const frame = innermost(place.frame, fn)
    if (frame) {
      const bound = this.bind(inner, frame, index, isRest)
      // The parameter's own default counts only where nothing is passed; those below may always.
      for (const fallback of path.defaults)
        if (bound === 'missing' || fallback.value.parent !== path.root) this.defaultValue(place, fallback)
      return
    }
    for (const fallback of path.defaults) this.defaultValue(place, fallback)
    if (this.policy.calls === false || !this.callers(inner, fn, index, isRest))
      this.emit({ ...inner, node: name }, { kind: 'parameter', function: fn, index })
  }

  /** Binds a parameter to the argument of the call that was entered. */
  bind(place: Place, frame: Frame, index: number, isRest: boolean): 'present' | 'missing' {
    const outside = { frame: frame.outer, file: frame.file }
    if (frame.piped && index === 0) {
      this.piped({ ...place, ...outside }, frame.piped)
      return 'present'
    }
    if (frame.item?.at === index) {
      this.to(
        place,
        frame.item.node,
        { kind: 'element', node: frame.item.node, same: true },
        {
          file: frame.item.file,
          frame: frame.outer,
          members: [...frame.item.members, ...place.members],
        },
      )
      return 'present'
    }
    const spread = frame.args.findIndex((argument) => argument.type === T.SpreadElement)
    if (spread >= 0 && spread <= index) {
      const argument = (frame.args[spread] as TSESTree.SpreadElement).argument
      this.to(
        place,
        argument,
        { kind: 'argument', node: argument, same: true },
        {
          ...outside,
          members: isRest ? place.members : [String(index - spread), ...place.members],
        },
      )
      return 'present'
    }
    if (isRest) {
      const [name, ...rest] = place.members
      const wanted =
        name === undefined || name === '*'
          ? frame.args.slice(index)
          : frame.args.slice(index + Number(name), index + Number(name) + 1)
      for (const argument of wanted)
        this.to(place, argument, { kind: 'argument', node: argument, same: true }, { ...outside, members: rest })
      return 'present'
    }
    const argument = frame.args[index]
    if (!argument) return 'missing'
    this.to(place, argument, { kind: 'argument', node: argument, same: true }, outside)
    return 'present'
  }

  /**
   * Follows a parameter to what the file's own calls pass, or to what is known of the callback that the function is.
   *
   * @returns whether that is all there is; when not, the parameter is an origin of its own.
   */
  callers(place: Place, fn: FunctionNode, index: number, isRest: boolean): boolean {
    const uses = usesOf(place.file, fn)
    let complete = uses.complete
    for (const use of uses.callbacks) if (!this.callback(place, use, index)) complete = false
    if (uses.callbacks.length === 0 && uses.calls.length === 0) return false
    const preferred = preferredParameters(place, fn, index)
    for (const call of uses.calls.slice(0, MOST_PLACES)) {
      if (preferred.some((at) => isGiven(place.file, call.arguments, at))) continue
      const frame: Frame = {
        function: fn,
        args: call.arguments,
        file: place.file,
        outer: undefined,
        depth: 0,
        id: ++this.#frames,
      }
      this.bind({ ...place, frame: undefined }, frame, index, isRest)
    }
    return complete
  }

  /** What a function is given that is handed to a call as a callback. Answers false when nothing is known. */
  callback(place: Place, use: CallbackUse, index: number): boolean {
    const { call, position } = use
    const callee = unwrap(call.callee)
    const method = callee.type === T.MemberExpression ? memberName(callee) : undefined
    const receiver = callee.type === T.MemberExpression ? callee.object : undefined
    const caught = (by: 'rejection' | 'callback' | 'event') => {
      this.emit({ ...place, node: use.function.params[index] ?? use.function }, { kind: 'caught', by })
      return true
    }
    if ((method === 'catch' && position === 0) || (method === 'then' && position === 1))
      return index === 0 && caught('rejection')
    if (method === 'then' && position === 0 && receiver && index === 0) {
      this.to(place, receiver, { kind: 'await', node: call, same: true }, { frame: undefined })
      return true
    }
    if (isErrorEvent(place.file, call, method) && index === 0) return caught('event')
    const [watched] = call.arguments
    if (callee.type === T.Identifier && callee.name === 'watch' && position === 1 && watched && index <= 1) {
      // Vue's: what it watches, or what that function gives.
      const source = unwrap(watched)
      if (isFunction(source)) this.returns({ ...place, frame: undefined }, source)
      else this.to(place, source, { kind: 'await', node: call, same: true }, { frame: undefined })
      return true
    }
    for (const value of emittedValues(place.file, call, method, index))
      this.to(place, value, { kind: 'await', node: value, same: true }, { frame: undefined })
    if (receiver && method && position === 0 && ELEMENT_CALLBACKS.has(method) && index === 0) {
      this.to(
        place,
        receiver,
        { kind: 'element', node: call, same: true },
        {
          frame: undefined,
          members: ['*', ...place.members],
        },
      )
      return true
    }
    if (receiver && (method === 'reduce' || method === 'reduceRight') && index <= 1) {
      if (index === 1)
        this.to(
          place,
          receiver,
          { kind: 'element', node: call, same: true },
          {
            frame: undefined,
            members: ['*', ...place.members],
          },
        )
      else if (call.arguments[1])
        this.to(place, call.arguments[1], { kind: 'argument', node: call, same: true }, { frame: undefined })
      return true
    }
    const name = paramName(use.function, 0)
    if (index === 0 && position === call.arguments.length - 1 && isErrorName(name) && use.function.params.length <= 3) {
      if (place.file.handler(use.function)) return false
      return caught('callback')
    }
    return this.calledBack(place, use, index)
  }

  /** `read(function (err, secret) { … })`, where the file's own `read(done)` calls `done(null, value)`. */
  calledBack(place: Place, use: CallbackUse, index: number): boolean {
    const { call, position } = use
    const isRest = use.function.params[index]?.type === T.RestElement
    let found = false
    for (const { fn, file } of this.functionsOf({ ...place, frame: undefined }, call.callee)) {
      const param = fn.params[position]
      const variable = param?.type === T.Identifier ? file.index.variableOf(param) : undefined
      for (const args of variable ? argumentsOfCalls(variable) : []) {
        const frame = { function: fn, args: call.arguments, file: place.file, outer: undefined, depth: 1 }
        const inside = { file, frame: { ...frame, id: ++this.#frames } }
        for (const { node, members } of argumentsAt(args, index, isRest, place.members)) {
          found = true
          this.to(place, node, { kind: 'await', node: call, same: true }, { ...inside, members })
        }
      }
    }
    return found
  }

  /** `error.attempted`, where an error class of the file has such a field: what its constructions put there. */
  fieldsOfErrors(place: Place): void {
    const [name] = place.members
    if (name === undefined || name === '*' || this.policy.derived === false || OF_ALL_ERRORS.has(name)) return
    for (const cls of errorClasses(place.file)) this.classMember({ ...place, frame: undefined }, cls, 'instance', 6)
  }

  /** A whole caught error that a check has shown to be of a class of the file: `if (e instanceof AuthError) log(e)`. */
  shownError(place: Place, caught: Node): void {
    const read = place.way?.step.node
    const classes = this.policy.containers === 'whole' || !read ? [] : errorClasses(place.file)
    if (classes.length === 0) return
    for (const { test, holds } of place.file.guards(read!)) {
      if (!holds || test.type !== T.BinaryExpression || test.operator !== 'instanceof') continue
      const cls = localClass(place.file, test.right)
      if (cls && classes.includes(cls)) this.shown({ ...place, frame: undefined }, cls, place.file, caught)
    }
  }

  // --- this and classes

  thisValue(place: Place, node: TSESTree.ThisExpression): void {
    if (place.members.length > 0) {
      const owner = ownerOfThis(node)
      if (owner && isClass(owner) && this.classMember(place, owner, 'any')) return
      if (owner?.type === T.ObjectExpression) {
        const before = this.origins.length
        this.object(place, owner)
        this.memberWrites(place, place.file.index.writesToThis.get(owner)?.map(asWrite) ?? [])
        if (this.origins.length > before) return
        this.besides(place, owner)
      }
      if (owner && isFunction(owner)) {
        const before = this.origins.length
        for (const fn of [owner, constructorOf(place.file, owner)])
          if (fn) this.memberWrites(place, place.file.index.writesToThis.get(fn)?.map(asWrite) ?? [])
        this.prototypeMember(place, owner)
        if (this.origins.length > before) return
      }
    }
    this.emit(place, { kind: 'this' })
    const owner = place.members.length === 0 && this.policy.containers !== 'whole' ? ownerOfThis(node) : undefined
    if (owner && isClass(owner)) this.shown(place, owner, place.file, node)
  }

  /** `this.user` in the actions of a store or the methods of a component: what its state, getters and data say. */
  besides(place: Place, actions: TSESTree.ObjectExpression): void {
    const part = actions.parent
    if (
      part.type !== T.Property ||
      part.parent.type !== T.ObjectExpression ||
      !STORE_PARTS.has(propertyName(part) ?? '')
    )
      return
    const [name, ...rest] = place.members
    for (const property of part.parent.properties) {
      if (property.type !== T.Property || property === part) continue
      const key = propertyName(property) ?? ''
      const { value } = property
      if (key === 'state' || key === 'data') {
        const members = name === '$state' || name === '$data' ? rest : place.members
        if (isFunction(value)) this.returns(place, value, members)
        else this.to(place, value, undefined, { members })
      } else if (STORE_PARTS.has(key) && value.type === T.ObjectExpression) {
        const found = value.properties.find((one) => one.type === T.Property && propertyName(one) === name)
        if (found?.type === T.Property && isFunction(found.value) && /^(?:getters|computed)$/u.test(key))
          this.returns(place, found.value, rest)
        this.memberWrites(place, place.file.index.writesToThis.get(value)?.map(asWrite) ?? [])
      }
    }
  }

  /** What a whole instance shows of itself where it is written: what its class says, or its fields. */
  shown(place: Place, cls: ClassNode, file: FileAnalysis, node: Node): void {
    const isText = isMadeText(place.way)
    const view = cls.body.body.find((member) => (isText ? isTextView(member) : isOwnView(member)))
    if (view?.type === T.MethodDefinition && isFunction(view.value)) this.returns({ ...place, file }, view.value, [])
    else if (!view && !isText) this.fieldsOf(place, cls, file, node)
  }

  /** `C.prototype.name = function () { … }`, read as `this.name` in another method of `C`. */
  prototypeMember(place: Place, method: FunctionNode): void {
    const holder = prototypeHolder(method)
    const variable = holder && place.file.index.variableOf(holder)
    if (variable) this.prototypeOf(place, variable)
  }

  prototypeOf(place: Place, variable: TSESLint.Scope.Variable): void {
    this.memberWrites(
      { ...place, members: ['prototype', ...place.members] },
      memberWritesOf(place.file, variable).filter((write) => write.members[0] === 'prototype'),
    )
  }

  /**
   * Follows a member of a class or of its instances: fields, getters, methods, `this.x = …`, parameter properties, and
   * those of a base class in the same file.
   *
   * @returns whether the class says anything about it.
   */
  classMember(place: Place, cls: ClassNode, part: 'static' | 'instance' | 'any', depth = 0): boolean {
    const [name, ...rest] = place.members
    if (name === undefined || depth > 6) return false
    let found = false
    for (const member of cls.body.body) {
      if (member.type === T.StaticBlock || member.type === T.TSIndexSignature) continue
      if (part !== 'any' && member.static !== (part === 'static')) continue
      if (propertyName(member) !== name) {
        if (member.type === T.MethodDefinition && member.kind === 'constructor' && part !== 'static')
          for (const param of member.value.params)
            if (param.type === T.TSParameterProperty && parameterName(param) === name) {
              found = true
              const target = param.parameter.type === T.AssignmentPattern ? param.parameter.left : param.parameter
              this.parameter({ ...place, members: rest }, member.value as FunctionNode, target)
            }
        continue
      }
      if (member.type === T.MethodDefinition) {
        if (member.kind === 'get' && isFunction(member.value)) this.returns(place, member.value, rest)
        else if (member.kind === 'method' && isFunction(member.value))
          this.to(place, member.value, undefined, { members: rest })
        found ||= member.kind !== 'set'
      } else if (member.type === T.PropertyDefinition || member.type === T.AccessorProperty) {
        if (member.value) this.to(place, member.value, undefined, { members: rest })
        else continue // declared only: what writes to it says more
        found = true
      }
    }
    if (part !== 'static' || cls.body.body.length > 0) {
      const writes = place.file.index.writesToThis.get(cls) ?? []
      const relevant = writes.filter(
        (write) => afterPrefix(place.members, write.members) || afterPrefix(write.members, place.members),
      )
      if (relevant.length > 0) {
        found = true
        this.memberWrites(place, relevant.map(asWrite))
      }
    }
    if (found) return true
    const base = cls.superClass && this.classOf(place, cls.superClass)
    return base ? this.classMember({ ...place, file: base.file }, base.cls, part, depth + 1) : false
  }

  // --- calls

  returns(place: Place, fn: FunctionNode, members: readonly string[] = place.members): void {
    for (const value of returnsOf(fn, place.file.visitorKeys))
      this.to(place, value, { kind: 'return', node: value, same: true }, { members })
  }

  call(place: Place, node: CallNode): void {
    const { file, members } = place
    const handedOn = this.policy.through?.(node, file)
    if (handedOn) {
      for (const part of handedOn)
        this.to(place, part.type === T.SpreadElement ? part.argument : part, {
          kind: 'through',
          node,
          name: lastName(node.callee),
          same: false,
        })
      return
    }
    const pipeline = pipelineOf(file, node)
    if (pipeline) return this.piped(place, pipeline)
    if (this.builtIn(place, node)) return
    if (node.type === T.CallExpression && this.enter(place, node.callee, node.arguments, node)) return
    this.emit(place, { kind: 'call', call: node })
    if (node.type !== T.NewExpression) return
    if (members.length > 0) this.instance(place, node)
    else if (this.policy.containers !== 'whole') this.fields(place, node)
  }

  /** What a whole `new C(…)` shows of itself: the fields of a class at hand that doesn't say so otherwise. */
  fields(place: Place, node: TSESTree.NewExpression): void {
    const found = this.classOf(place, node.callee)
    if (!found) return this.madeByFunction(place, node)
    const frame = this.construction(place, found.cls, node)
    if (frame && frame.depth > DEEPEST_CALLS) return
    this.shown({ ...place, frame: frame ?? place.frame }, found.cls, found.file, node)
  }

  /** `new Account(name)`, where `function Account(name) { this.name = name }`: the whole of it, or a member. */
  madeByFunction(place: Place, node: TSESTree.NewExpression): void {
    const callee = unwrap(node.callee)
    const variable = callee.type === T.Identifier ? place.file.index.variableOf(callee) : undefined
    const fn = variable && functionDefinedBy(variable)
    if (!variable || !fn || repeats(place.frame, fn) > 0) return
    const depth = (place.frame?.depth ?? 0) + 1
    if (depth > DEEPEST_CALLS) return
    const { file } = place
    const frame: Frame = { function: fn, args: node.arguments, file, outer: place.frame, depth, id: ++this.#frames }
    const view = place.members.length > 0 ? undefined : viewOnPrototype(file, variable, isMadeText(place.way))
    if (view) return this.returns({ ...place, frame }, view)
    this.memberWrites({ ...place, frame }, file.index.writesToThis.get(fn)?.map(asWrite) ?? [])
    if (place.members.length > 0) this.prototypeOf({ ...place, frame }, variable)
  }

  /** The fields of a whole instance. */
  fieldsOf(place: Place, cls: ClassNode, file: FileAnalysis, node: Node): void {
    for (const name of fieldNames(cls, file)) {
      const step: Step = { kind: 'property', node, name, same: true }
      const way: Way = { step, members: [], before: place.way }
      this.classMember({ ...place, file, members: [name], way, depth: place.depth + 1 }, cls, 'instance')
    }
  }

  /** A constructor's parameters, bound to what a construction passes. */
  construction(place: Place, cls: ClassNode, node: TSESTree.NewExpression): Frame | undefined {
    const ctor = cls.body.body.find((member) => member.type === T.MethodDefinition && member.kind === 'constructor')
    if (ctor?.type !== T.MethodDefinition || !isFunction(ctor.value)) return undefined
    return {
      function: ctor.value,
      args: node.arguments,
      file: place.file,
      outer: place.frame,
      depth: (place.frame?.depth ?? 0) + 1,
      id: ++this.#frames,
    }
  }

  /** Members of `new C()` for a class at hand; the construction itself stays an origin for its name's sake. */
  instance(place: Place, node: TSESTree.NewExpression): void {
    const found = this.classOf(place, node.callee)
    const before = this.origins.length
    if (!found) {
      this.madeByFunction(place, node)
      if (this.origins.length > before) this.origins.splice(before - 1, 1)
      return
    }
    const { cls, file } = found
    const frame = this.construction(place, cls, node) ?? place.frame
    if (frame && frame.depth > DEEPEST_CALLS) return
    if (this.classMember({ ...place, frame, file }, cls, 'instance')) this.origins.splice(before - 1, 1)
  }

  /** The class that an expression names: of this file, or of another one when the import can be followed. */
  classOf(place: Place, expression: Node): { cls: ClassNode; file: FileAnalysis } | undefined {
    const local = localClass(place.file, expression)
    if (local) return { cls: local, file: place.file }
    if (!place.file.types.available) return undefined
    const run = new Run(calleePolicy, this.budget)
    run.walk({ ...place, node: expression, members: [], way: undefined, depth: place.depth + 1 })
    const [origin] = run.origins
    return run.origins.length === 1 && origin?.kind === 'class' && origin.members.length === 0
      ? { cls: origin.class, file: origin.file }
      : undefined
  }

  /** Goes into a function of the file (or of another one, when the import can be followed). */
  enter(place: Place, callee: Node, args: readonly Node[], call?: TSESTree.CallExpression): boolean {
    const depth = (place.frame?.depth ?? 0) + 1
    if (depth > DEEPEST_CALLS) return false
    const functions = this.closuresOf(place, callee, depth)
    if (functions.length === 0 || functions.length > 6) return false
    for (const { fn, file, around } of functions) {
      if (repeats(place.frame, fn) > 1) continue
      const returned = returnsOf(fn, file.visitorKeys)
      const frame: Frame = {
        function: fn,
        args,
        file: place.file,
        outer: around ?? place.frame,
        depth,
        id: ++this.#frames,
      }
      for (const value of returned)
        this.to(place, value, { kind: 'return', node: value, name: lastName(callee), same: true }, { file, frame })
      if (fn.generator && call) {
        this.emit(place, { kind: 'call', call })
        this.yields(place, call, fn, { file, frame })
      }
    }
    return true
  }

  /** `pipe(value, first, second)`, `flow(first, second)(value)`: what the last function makes of what those before gave. */
  piped(place: Place, { call, input, stages }: Pipeline): void {
    const stage = stages.at(-1)
    if (!stage) return this.to(place, input, { kind: 'argument', node: input, same: true })
    const before = { call, input, stages: stages.slice(0, -1) }
    const name = lastName(stage)
    const depth = (place.frame?.depth ?? 0) + 1
    if (DERIVING_FUNCTIONS.has(place.file.text.slice(...stage.range)) && this.policy.derived !== false) {
      const step: Step = { kind: 'through', node: call, name, same: false }
      const way: Way = { step, members: place.members, before: place.way }
      return this.piped({ ...place, way, members: [], depth: place.depth + 1 }, before)
    }
    const functions = depth > DEEPEST_CALLS ? [] : this.functionsOf(place, stage)
    if (functions.length === 0) return this.emit(place, { kind: 'call', call })
    for (const { fn, file } of functions)
      for (const value of returnsOf(fn, file.visitorKeys)) {
        const frame: Frame = {
          function: fn,
          args: [],
          piped: before,
          file: place.file,
          outer: place.frame,
          depth,
          id: ++this.#frames,
        }
        this.to(place, value, { kind: 'return', node: value, name, same: true }, { file, frame })
      }
  }

  /** The functions that a callee can be, those among them that a call returns: `curried(a)` of `curried(a)(b)`. */
  closuresOf(
    place: Place,
    callee: Node,
    depth: number,
  ): readonly { fn: FunctionNode; file: FileAnalysis; around?: Frame }[] {
    const target = unwrap(callee)
    if (target.type !== T.CallExpression || depth > DEEPEST_CALLS) return this.functionsOf(place, target)
    return this.closuresOf(place, target.callee, depth + 1).flatMap(({ fn, file, around }) => {
      const frame = { function: fn, args: target.arguments, file: place.file, outer: around ?? place.frame }
      return returnsOf(fn, file.visitorKeys).flatMap((value) => {
        const made = unwrap(value)
        return isFunction(made) ? [{ fn: made, file, around: { ...frame, depth, id: ++this.#frames } }] : []
      })
    })
  }

  /** The items that a generator at hand gives. */
  yields(place: Place, node: CallNode, fn: FunctionNode, inside: { file: FileAnalysis; frame: Frame }): void {
    const [item, ...rest] = place.members
    // A generator itself shows nothing of what it gives.
    if (item === undefined || (item !== '*' && item !== 'value' && !/^\d+$/u.test(item))) return
    for (const { value, each } of yieldsOf(fn, inside.file.visitorKeys))
      this.to(
        place,
        value,
        { kind: 'return', node: value, name: lastName(node.callee), same: true },
        { ...inside, members: each ? ['*', ...rest] : rest },
      )
  }

  /** The functions that a callee can be, when all that it can be are functions at hand. */
  functionsOf(place: Place, callee: Node): KnownFunctions['functions'] {
    const target = unwrap(callee)
    if (isFunction(target)) return [{ fn: target, file: place.file }]
    if (target.type !== T.Identifier && target.type !== T.MemberExpression) return []
    const name = lastName(target)
    if (target.type === T.MemberExpression && (name === undefined || !this.#mayBeLocal(place, target))) return []
    // What a callee is without knowing how its function was called holds for every call of it.
    const memory = knownFunctions.of(place.file)
    let known = memory.get(target)
    if (!known) {
      memory.set(target, noFunctions) // a callee that is found by calling itself ends here
      known = this.#resolve({ ...place, frame: undefined }, target)
      if (this.budget.left > 0) memory.set(target, known)
      else memory.delete(target)
    }
    if (!known.parameter) return known.functions
    const bound = place.frame ? this.#resolve(place, target).functions : []
    return bound.length > 0 ? bound : this.#handedIn(place, target)
  }

  /** The one function that the file itself hands in for a parameter which is called: `once(() => load())`. */
  #handedIn(place: Place, callee: Node): KnownFunctions['functions'] {
    const memory = handedInFunctions.of(place.file)
    let functions = memory.get(callee)
    if (!functions) {
      memory.set(callee, [])
      const run = new Run(handedInPolicy, this.budget)
      run.walk({ ...place, node: callee, members: [], way: undefined, frame: undefined, depth: place.depth + 1 })
      const [only, other] = run.origins
      functions =
        only?.kind === 'function' && !other && only.members.length === 0 ? [{ fn: only.function, file: only.file }] : []
      memory.set(callee, functions)
    }
    return functions
  }

  #resolve(place: Place, callee: Node): KnownFunctions {
    const run = new Run(calleePolicy, this.budget)
    run.walk({ ...place, node: callee, members: [], way: undefined, depth: place.depth + 1 })
    const functions: KnownFunctions['functions'] = []
    let parameter = false
    let others = false
    for (const origin of run.origins) {
      if (origin.kind === 'function' && origin.members.length === 0)
        functions.push({ fn: origin.function, file: origin.file })
      else if (origin.kind === 'parameter') parameter = true
      else others = true
    }
    return { functions: others || parameter ? [] : functions, parameter }
  }

  /** A method whose name the file never defines cannot be entered, so don't trace its receiver. */
  #mayBeLocal(place: Place, callee: TSESTree.MemberExpression): boolean {
    const name = memberName(callee)
    if (name === undefined) return true
    const method = methodNames(place.file)
    return method.has(name)
  }

  /** Calls of the language's own library that hand their input on. */
  builtIn(place: Place, node: CallNode): boolean {
    const { file, members } = place
    const callee = unwrap(node.callee)
    const [first] = node.arguments
    if (first && node.type === T.CallExpression && INTEROP_HELPERS.has(lastName(callee) ?? ''))
      return this.hand(place, node, first)
    if (callee.type === T.Identifier) {
      if (file.index.variableOf(callee)?.defs.length) return false
      if (callee.name === 'require' && first) {
        const module = file.string(first)
        if (module === undefined) return false
        this.imported(place, module, '*', first)
        return true
      }
      if (DERIVING_FUNCTIONS.has(callee.name) && first && node.type === T.CallExpression)
        return this.derive(place, node, node.arguments)
      if (SAME_ARGUMENT_FUNCTIONS.has(callee.name) && first && node.type === T.CallExpression)
        return this.hand(place, node, first)
      if ((callee.name === 'Map' || callee.name === 'WeakMap') && node.type === T.NewExpression)
        return this.mapEntries(place, node)
      if (callee.name === 'Set' && node.type === T.NewExpression && first) return this.hand(place, node, first)
      if (callee.name === 'String' && first && this.policy.derived !== false) return this.derive(place, node, [first])
      if (callee.name === 'Promise' && node.type === T.NewExpression) return this.promise(place, node)
      if (callee.name === 'URL' && node.type === T.NewExpression && first) return this.address(place, node, first)
      if (callee.name === 'URLSearchParams' && node.type === T.NewExpression && first && members.length === 0) {
        this.emit(place, { kind: 'call', call: node })
        return this.policy.derived === false || this.derive(place, node, [first])
      }
      return false
    }
    if (callee.type !== T.MemberExpression) return false
    const method = memberName(callee)
    if (method === undefined) return false
    if (
      callee.object.type === T.Identifier &&
      !file.index.variableOf(callee.object)?.defs.some((one) => one.type !== 'ImportBinding')
    ) {
      const full = `${callee.object.name}.${method}`
      if (full === 'Object.assign') {
        // later arguments win, but which of them has the member isn't known: all of them
        for (const argument of node.arguments) this.hand(place, node, argument, 'spread')
        return true
      }
      if (full === 'Array.from' && first && node.arguments[1]) {
        const [known, other] = this.functionsOf(place, node.arguments[1])
        if (known && !other && known.file === file) return this.mapped(place, node, first, known.fn)
      }
      if (SAME_ARGUMENT_FUNCTIONS.has(full) && first) return this.hand(place, node, first)
      if (full === 'JSON.parse' && first && members.length > 0) {
        // There and back again: a copy with the same members.
        const written = unwrap(first)
        const [whole, changed] = isStringify(written) ? written.arguments : []
        if (whole && !changed) return this.hand(place, node, whole, undefined)
      }
      if (full === 'Object.values' && first) return this.hand(place, node, first)
      if (full === 'Object.groupBy' && first) return this.hand(place, node, first, undefined, members.slice(1))
      if (full === 'Object.entries' && first) {
        const [item, part, ...rest] = members
        return item !== undefined && part === '1'
          ? this.hand(place, node, first, undefined, ['*', ...rest])
          : this.derive(place, node, [first])
      }
      if (full === 'Object.fromEntries' && first) return this.derive(place, node, [first])
      if (DERIVING_FUNCTIONS.has(full) && first) return this.derive(place, node, node.arguments)
      if (full === 'Array.of') return this.given(place, node, node.arguments)
      // `(await Promise.allSettled(list))[0].value`
      if (full === 'Promise.allSettled' && first && members[1] === 'value')
        return this.hand(place, node, first, undefined, [members[0]!, ...members.slice(2)])
      if (full === 'Promise.all' || full === 'Promise.race' || full === 'Promise.any')
        return first ? this.hand(place, node, first) : false
    }
    // What an iterator gives next.
    if (method === 'next' && !first && members[0] === 'value' && this.policy.derived !== false)
      return this.hand(place, node, callee.object, undefined, ['*', ...members.slice(1)])
    if (method === 'bind') return this.hand(place, node, callee.object)
    if (method === 'call' || method === 'apply') return false
    if (SAME_RECEIVER_METHODS.has(method) && hasCallbackOrNothing(node)) return this.hand(place, node, callee.object)
    if (ELEMENT_METHODS.has(method) && hasCallbackOrNothing(node))
      return this.hand(place, node, callee.object, undefined, ['*', ...members])
    if ((method === 'map' || method === 'flatMap') && first) {
      const [known, other] = this.functionsOf(place, first)
      if (known && !other && known.file === file) return this.mapped(place, node, callee.object, known.fn)
      // `.map(String)`
      if (first.type === T.Identifier && DERIVING_FUNCTIONS.has(first.name) && this.policy.derived !== false)
        return this.hand(place, node, callee.object)
    }
    if ((method === 'reduce' || method === 'reduceRight') && first && isFunction(unwrap(first)))
      return this.reduced(place, node, callee.object, unwrap(first) as FunctionNode)
    // the whole list of pairs, or one pair
    if (method === 'entries' && !first && (members.length === 0 || (members.length === 1 && members[0] === '*')))
      return this.hand(place, node, callee.object, undefined, [])
    if (method === 'entries' && !first && members[1] === '1')
      return this.hand(place, node, callee.object, undefined, ['*', ...members.slice(2)])
    if (method === 'get' && first && this.mapRead(place, callee.object, first)) return true
    if ((method === 'then' || method === 'catch' || method === 'finally') && first)
      return this.then(place, node, callee.object, method)
    if (DERIVING_METHODS.has(method)) {
      if (this.policy.derived === false) return false
      // `x.toString()` of something that the file itself defines is a call like others
      if (method === 'toString' && this.functionsOf(place, callee).length > 0) return false
      return this.derive(place, node, [
        callee.object,
        ...(method === 'concat' ||
        method === 'replace' ||
        method === 'replaceAll' ||
        method === 'padStart' ||
        method === 'padEnd'
          ? node.arguments
          : []),
      ])
    }
    return false
  }

  hand(
    place: Place,
    call: CallNode,
    from: Node,
    kind: Step['kind'] = 'through',
    members: readonly string[] = place.members,
  ): boolean {
    const spread = from.type === T.SpreadElement
    this.to(
      place,
      spread ? from.argument : from,
      { kind, node: call, name: lastName(call.callee), same: true },
      {
        members: spread && kind === 'spread' ? ['*', ...members] : members,
      },
    )
    return true
  }

  /** The items of a list that is written as arguments: `Array.of(a, b)`. */
  given(place: Place, call: CallNode, items: readonly TSESTree.CallExpressionArgument[]): boolean {
    const [name, ...rest] = place.members
    for (const [i, item] of items.entries())
      if (item.type === T.SpreadElement || name === undefined || name === '*' || name === String(i))
        this.hand(place, call, item, undefined, rest)
    return true
  }

  derive(place: Place, call: CallNode, from: readonly Node[]): boolean {
    if (this.policy.derived === false) {
      this.emit(place, { kind: 'call', call })
      return true
    }
    for (const part of from)
      this.to(
        place,
        part.type === T.SpreadElement ? part.argument : part,
        { kind: 'through', node: call, name: lastName(call.callee), same: false },
        place.members.length > 0 ? { members: [], lost: place.members.join('.') } : { members: [] },
      )
    return true
  }

  /** `xs.map(f)`: an item is what `f` returns for an item. */
  mapped(place: Place, call: CallNode, receiver: Node, fn: FunctionNode): boolean {
    const [name, ...rest] = place.members
    const frame: Frame = {
      function: fn,
      args: [],
      item: { file: place.file, node: receiver, members: ['*'], at: 0 },
      file: place.file,
      outer: place.frame,
      depth: (place.frame?.depth ?? 0) + 1,
      id: ++this.#frames,
    }
    if (frame.depth > DEEPEST_CALLS) return false
    for (const value of returnsOf(fn, place.file.visitorKeys))
      this.to(
        place,
        value,
        { kind: 'return', node: value, name: lastName(call.callee), same: true },
        {
          frame,
          members: name === undefined ? [] : rest,
        },
      )
    return true
  }

  /** `xs.reduce(f, start)`: what `f` returns for an item and for what came before. */
  reduced(place: Place, call: CallNode, receiver: Node, fn: FunctionNode): boolean {
    const frame: Frame = {
      function: fn,
      args: call.arguments.slice(1, 2),
      item: { file: place.file, node: receiver, members: ['*'], at: 1 },
      file: place.file,
      outer: place.frame,
      depth: (place.frame?.depth ?? 0) + 1,
      id: ++this.#frames,
    }
    if (frame.depth > DEEPEST_CALLS) return false
    for (const value of returnsOf(fn, place.file.visitorKeys))
      this.to(place, value, { kind: 'return', node: value, name: lastName(call.callee), same: true }, { frame })
    return true
  }

  /** `new URL(text)`: the whole of it, or a part that may hold what stood in the text. */
  address(place: Place, node: TSESTree.NewExpression, text: Node): boolean {
    const [part] = place.members
    this.emit(place, { kind: 'call', call: node })
    if (this.policy.derived !== false && (part === undefined || /^(?:href|search|searchParams|password)$/u.test(part)))
      this.to({ ...place, members: [] }, text, { kind: 'through', node, name: 'URL', same: false })
    return true
  }

  /** `p.then(f)`, `p.catch(f)`: what `f` returns, or what the promise gives. */
  then(place: Place, call: CallNode, receiver: Node, method: string): boolean {
    const step: Step = { kind: 'await', node: call, same: true }
    if (method !== 'then') this.to(place, receiver, step)
    if (method === 'finally') return true
    for (const [i, argument] of call.arguments.slice(0, 2).entries()) {
      const fn = unwrap(argument)
      if (!isFunction(fn)) {
        const functions = this.functionsOf(place, fn)
        if (functions.length === 0 && i === 0 && method === 'then') this.emit(place, { kind: 'call', call })
        for (const one of functions) this.returns({ ...place, file: one.file }, one.fn)
        continue
      }
      for (const value of returnsOf(fn, place.file.visitorKeys))
        this.to(place, value, { kind: 'return', node: value, same: true })
    }
    return true
  }

  /** `new Promise((resolve) => resolve(x))`. */
  promise(place: Place, node: TSESTree.NewExpression): boolean {
    const executor = node.arguments[0] && unwrap(node.arguments[0])
    if (!isFunction(executor)) return false
    const [resolve] = executor.params
    if (resolve?.type !== T.Identifier) return false
    const variable = place.file.index.variableOf(resolve)
    let found = false
    for (const reference of variable?.references.slice(0, MOST_PLACES) ?? []) {
      const call = (reference.identifier as Node).parent
      if (call?.type !== T.CallExpression || call.callee !== reference.identifier || !call.arguments[0]) continue
      found = true
      this.to(place, call.arguments[0], { kind: 'await', node: call, same: true })
    }
    return found
  }

  /** `new Map([['k', v]])`, by key. */
  mapEntries(place: Place, node: TSESTree.NewExpression): boolean {
    const entries = node.arguments[0] && unwrap(node.arguments[0])
    const [name, ...rest] = place.members
    if (!entries || (name === undefined && this.policy.containers === 'whole')) return false
    if (entries.type !== T.ArrayExpression) {
      const step: Step = { kind: 'element', node: entries, same: true }
      this.to(place, entries, step, { members: ['*', '1', ...rest] })
      return true
    }
    for (const entry of entries.elements) {
      const pair = entry && unwrap(entry)
      if (pair?.type !== T.ArrayExpression || !pair.elements[0] || !pair.elements[1]) continue
      const key = place.file.string(pair.elements[0])
      if (name !== undefined && name !== '*' && key !== undefined && key !== name) continue
      this.to(
        place,
        pair.elements[1],
        { kind: 'property', node: pair, name: key ?? '*', same: true },
        { members: rest },
      )
    }
    return true
  }

  /** `m.get(k)`, where `m` is a Map made in this file. */
  mapRead(place: Place, receiver: Node, key: Node): boolean {
    const run = new Run(calleePolicy, this.budget)
    run.walk({ ...place, node: receiver, members: [], way: undefined, depth: place.depth + 1 })
    const isMap =
      run.origins.length > 0 &&
      run.origins.every(
        (origin) =>
          origin.kind === 'call' &&
          origin.call.type === T.NewExpression &&
          origin.call.callee.type === T.Identifier &&
          /^(?:Weak)?Map$/u.test(origin.call.callee.name),
      )
    if (!isMap) return false
    // A constant of another file is one key, though it isn't known which: its name stands for it.
    const constant = lastName(key)
    const name = place.file.string(key) ?? (constant && /^[A-Z][A-Z\d_]+$/u.test(constant) ? constant : '*')
    this.to(
      place,
      receiver,
      { kind: 'member', node: receiver, name, same: true },
      {
        members: [name, ...place.members],
      },
    )
    return true
  }

  // --- other files

  imported(place: Place, module: string, exported: string, specifier: Node): void {
    let name = exported
    let members = place.members
    // `import * as m` and `require`: the first member is the export; `default` interop is folded.
    if (name === '*' && members.length > 0) {
      name = members[0]!
      members = members.slice(1)
    }
    if (this.follow(place, module, name, members, specifier)) return
    this.emit({ ...place, members }, { kind: 'import', module, export: name })
  }

  follow(place: Place, module: string, name: string, members: readonly string[], specifier: Node): boolean {
    const target = place.file.exported(specifier, name) ?? this.untyped(place.file, module, name)
    if (!target) return false
    const step: Step = { kind: 'import', node: specifier, name, same: true }
    this.to(place, target.node, step, { file: target.file, members, frame: undefined })
    return true
  }

  untyped(file: FileAnalysis, module: string, name: string): ImportedValue | undefined {
    const { policy } = this
    if (file.types.available || !policy.imports?.(module, name)) return undefined
    return exportedValue(file, module, name, (text) => policy.imports!(module, name, text))
  }
}

/** Functions that run others one after another on a value that they are given first. */
const PIPES =
  /^(?:fp-ts(?:\/(?:lib\/|es6\/)?(?:function|pipeable))?|remeda|effect(?:\/Function)?|@effect\/data\/Function|@mobily\/ts-belt)#(?:default\.)?pipe$/u
/** Functions that make one of others, from the first to the last, or from the last to the first. */
const FLOWS =
  /^(?:fp-ts(?:\/(?:lib\/|es6\/)?function)?|effect(?:\/Function)?|@mobily\/ts-belt|es-toolkit|lodash(?:-es|\/fp)?|underscore|ramda|rambda)#(?:default\.)?(?:flow|pipe)$|^lodash(?:-es)?[./]flow#(?:default)?$/u
const BACKWARDS =
  /^(?:lodash(?:-es|\/fp)?|underscore|ramda|rambda|redux|es-toolkit)#(?:default\.)?(?:flowRight|compose)$|^lodash(?:-es)?[./]flowRight#(?:default)?$/u

/** `pipe(value, first, second)`, `flow(first, second)(value)`, and such a flow under a name. */
function pipelineOf(file: FileAnalysis, node: CallNode): Pipeline | undefined {
  const { callsByName } = file.index
  if (!(
    callsByName.has('pipe') ||
    callsByName.has('flow') ||
    callsByName.has('compose') ||
    callsByName.has('flowRight')
  ))
    return undefined
  const [input, ...rest] = node.arguments
  if (node.type !== T.CallExpression || !input || node.arguments.some((one) => one.type === T.SpreadElement))
    return undefined
  if (lastName(node.callee) === 'pipe' && file.names(node.callee).some((name) => PIPES.test(name)))
    return { call: node, input, stages: rest }
  const callee = unwrap(node.callee)
  const definition = callee.type === T.Identifier ? file.index.variableOf(callee)?.defs[0] : undefined
  const made = definition?.type === 'Variable' && definition.node.init ? unwrap(definition.node.init) : callee
  if (made.type !== T.CallExpression || !/^(?:pipe|flow|compose|flowRight)$/u.test(lastName(made.callee) ?? ''))
    return undefined
  const names = file.names(made.callee)
  const isBackwards = names.some((name) => BACKWARDS.test(name))
  if (!isBackwards && !names.some((name) => FLOWS.test(name))) return undefined
  const stages = made.arguments.flatMap((one): Node[] => {
    const given = unwrap(one)
    return given.type === T.ArrayExpression ? given.elements.filter((each) => each !== null) : [given]
  })
  return { call: node, input, stages: isBackwards ? stages.reverse() : stages }
}

/** The functions that a callee can be, when all that it can be are functions at hand. */
interface KnownFunctions {
  functions: { fn: FunctionNode; file: FileAnalysis }[]
  /** Whether it may be what a caller hands in. */
  parameter: boolean
}

const noFunctions: KnownFunctions = { functions: [], parameter: false }
const knownFunctions = new NodeMemo<Node, KnownFunctions>()
const handedInFunctions = new NodeMemo<Node, KnownFunctions['functions']>()

/** `to[key] = from[key]`, where one member of `to` is asked for: the same one of `from`. */
function copiedFrom(write: MemberWrite, members: readonly string[]): { node: Node; name: string } | undefined {
  const name = members[write.members.length - 1]
  const value = unwrap(write.value)
  if (write.members.at(-1) !== '*' || name === undefined || value.type !== T.MemberExpression) return undefined
  const target = write.node.type === T.AssignmentExpression ? unwrap(write.node.left) : undefined
  return target?.type === T.MemberExpression &&
    target.computed &&
    value.computed &&
    target.property.type === T.Identifier &&
    value.property.type === T.Identifier &&
    target.property.name === value.property.name
    ? { node: value.object, name }
    : undefined
}

/** Whether a part of an entry is read of what `map.set(key, value)` has put there. */
function isEntryRead({ members, way }: Place, { node, members: written }: MemberWrite): boolean {
  const part = members[written.length]
  const call = node.type === T.CallExpression ? node : node.parent
  if ((part !== '0' && part !== '1') || members[written.length - 1] !== '*') return false
  if (call?.type !== T.CallExpression || lastName(call.callee) !== 'set') return false
  for (let current = way; current; current = current.before) {
    const { kind, name } = current.step
    if (kind === 'element') return true
    if (kind === 'member' && name === '*') return false
  }
  return false
}

/** What of the arguments a parameter is given, and what is read from it. */
function argumentsAt(
  args: readonly Node[],
  index: number,
  isRest: boolean,
  members: readonly string[],
): readonly { node: Node; members: readonly string[] }[] {
  const [first, ...rest] = members
  const isOne = !isRest || (first !== undefined && /^\d+$/u.test(first))
  const at = isRest && isOne ? index + Number(first) : index
  const below = isRest ? rest : members
  const spread = args.findIndex((one) => one.type === T.SpreadElement)
  const given = args[spread]
  if (given?.type === T.SpreadElement && spread <= at)
    return [{ node: given.argument, members: [isOne ? String(at - spread) : '*', ...below] }]
  return args
    .slice(at, isOne ? at + 1 : undefined)
    .map((one) =>
      one.type === T.SpreadElement ? { node: one.argument, members: ['*', ...below] } : { node: one, members: below },
    )
}

/** `JSON.stringify(x)` */
function isStringify(node: Node): node is TSESTree.CallExpression {
  return (
    node.type === T.CallExpression &&
    node.callee.type === T.MemberExpression &&
    node.callee.object.type === T.Identifier &&
    node.callee.object.name === 'JSON' &&
    memberName(node.callee) === 'stringify'
  )
}

/** The name that a namespace exports. */
function exportedBy(body: TSESTree.TSModuleBlock, name: string): TSESTree.Identifier | undefined {
  for (const statement of body.body) {
    const declared = statement.type === T.ExportNamedDeclaration ? statement.declaration : null
    const ids =
      declared?.type === T.VariableDeclaration
        ? declared.declarations.map((one) => one.id)
        : declared && 'id' in declared
          ? [declared.id]
          : []
    for (const id of ids) if (id?.type === T.Identifier && id.name === name) return id
  }
  return undefined
}

/** What is passed to a function by the calls of a name of it: `done(null, x)`, `done.call(this, null, x)`. */
function argumentsOfCalls(variable: TSESLint.Scope.Variable): readonly (readonly Node[])[] {
  const found: (readonly Node[])[] = []
  for (const reference of variable.references.slice(0, MOST_PLACES)) {
    const name = wrapped(reference.identifier as Node)
    const { parent } = name
    if (parent?.type === T.CallExpression && parent.callee === name) found.push(parent.arguments)
    else if (parent?.type === T.MemberExpression && parent.object === name && memberName(parent) === 'call') {
      const call = wrapped(parent).parent
      if (call?.type === T.CallExpression && unwrap(call.callee) === parent) found.push(call.arguments.slice(1))
    }
  }
  return found
}

/** `C` of the method `C.prototype.name = function () { … }`. */
function prototypeHolder(method: FunctionNode): TSESTree.Identifier | undefined {
  const { parent } = method
  const target = parent.type === T.AssignmentExpression && parent.right === method ? unwrap(parent.left) : undefined
  const prototype = target?.type === T.MemberExpression ? unwrap(target.object) : undefined
  return prototype?.type === T.MemberExpression &&
    memberName(prototype) === 'prototype' &&
    prototype.object.type === T.Identifier
    ? prototype.object
    : undefined
}

/** The function `C` that makes the objects on which a method of its prototype is called. */
function constructorOf(file: FileAnalysis, method: FunctionNode): FunctionNode | undefined {
  const holder = prototypeHolder(method)
  const variable = holder && file.index.variableOf(holder)
  return variable && functionDefinedBy(variable)
}

/** The function that a variable is declared as or with. */
function functionDefinedBy(variable: TSESLint.Scope.Variable): FunctionNode | undefined {
  const [definition] = variable.defs
  if (definition?.type === 'FunctionName') return definition.node as FunctionNode
  const init = definition?.type === 'Variable' && definition.node.init ? unwrap(definition.node.init) : undefined
  return init && isFunction(init) ? init : undefined
}

/** Calls that give an object with the same members, JSON and back again among them. */
const COPYING = /^(?:parse|stringify|clone|cloneDeep|merge|assign|defaults|defaultsDeep)$/u

/** The keys that a whole object has lost on its way to here: to a rest pattern, or to what stands after a spread. */
function takenAway(way: Way | undefined): ReadonlySet<string> {
  const keys = new Set<string>()
  // Into the items of a list, and out of it again.
  let items = 0
  for (let current = way; current; current = current.before) {
    const { kind, without, same, node } = current.step
    if (kind === 'property') break
    if (kind === 'element') {
      items += node.parent?.type === T.ArrayExpression ? 1 : -1
      if (items < 0) break
      continue
    }
    if (items > 0 && without) break
    // A copy has lost the same.
    if (!same && !COPYING.test(current.step.name ?? '')) break
    for (const key of without ?? []) keys.add(key)
  }
  return keys
}

/** The keys that stand after a spread, and so win over those that it brings. */
function overridden(node: TSESTree.ObjectExpression, spreadAt: number): string[] {
  return node.properties.slice(spreadAt + 1).flatMap((property) => {
    const name = property.type === T.Property ? propertyName(property) : undefined
    return name === undefined ? [] : [name]
  })
}

/** What the file sends with the event that a listener waits for: `bus.emit('paid', value)`. */
function emittedValues(file: FileAnalysis, call: CallNode, method: string | undefined, index: number): readonly Node[] {
  const sent = file.index.callsByName.get('emit')
  if (!sent || (method !== 'on' && method !== 'once' && method !== 'addListener')) return []
  const event = call.arguments[0] && file.string(call.arguments[0])
  if (event === undefined) return []
  return sent.flatMap(({ arguments: [name, ...values] }) => {
    const value = values[index]
    return name && value && value.type !== T.SpreadElement && file.string(name) === event ? [value] : []
  })
}

/** Parts of a store or a component whose functions are called on the whole. */
const STORE_PARTS: ReadonlySet<string> = new Set(['actions', 'getters', 'methods', 'computed'])

/** Members that every error has, whatever is thrown. */
const OF_ALL_ERRORS: ReadonlySet<string> = new Set(['message', 'name', 'stack', 'cause', 'code'])

const knownErrorClasses = new WeakMap<FileAnalysis, readonly ClassNode[]>()

/** The classes of errors that a file defines. */
function errorClasses(file: FileAnalysis): readonly ClassNode[] {
  let found = knownErrorClasses.get(file)
  if (!found) {
    const classes = new Set<ClassNode>()
    for (const fn of /class \w+ extends \w*(?:Error|Exception)\b/u.test(file.text) ? file.index.functions : []) {
      const cls = fn.parent.type === T.MethodDefinition ? fn.parent.parent.parent : undefined
      if (cls?.superClass && /(?:Error|Exception)$/u.test(lastName(cls.superClass) ?? '')) classes.add(cls)
    }
    knownErrorClasses.set(file, (found = [...classes]))
  }
  return found
}

/** Whether a value, as it is, becomes part of a text. */
function isMadeText(way: Way | undefined): boolean {
  for (let current = way; current; current = current.before) {
    const { kind, name, same } = current.step
    if (!same) return kind === 'template' || kind === 'concat' || (kind === 'through' && name === 'String')
    if (kind === 'property' || kind === 'element' || kind === 'spread') return false
  }
  return false
}

/** A member by which a class itself says what its instances are as a text. */
function isTextView(member: TSESTree.ClassElement): boolean {
  return (
    member.type === T.MethodDefinition &&
    (propertyName(member) === 'toString' ||
      (member.computed && member.key.type === T.MemberExpression && memberName(member.key) === 'toPrimitive'))
  )
}

/** A member by which a class itself says what is shown of its instances. */
function isOwnView(member: TSESTree.ClassElement): boolean {
  if (member.type !== T.MethodDefinition) return false
  const { key } = member
  return (
    propertyName(member) === 'toJSON' ||
    (member.computed && key.type === T.MemberExpression && memberName(key) === 'custom') ||
    // `[Symbol.for('nodejs.util.inspect.custom')]() { … }`
    (member.computed &&
      key.type === T.CallExpression &&
      key.arguments[0]?.type === T.Literal &&
      key.arguments[0].value === 'nodejs.util.inspect.custom')
  )
}

/** The method by which an object literal says what is shown of it: as a text, or written out. */
function viewOf(object: TSESTree.ObjectExpression, isText: boolean): FunctionNode | undefined {
  const name = isText ? 'toString' : 'toJSON'
  for (const property of object.properties)
    if (property.type === T.Property && isFunction(property.value) && propertyName(property) === name)
      return property.value
  return undefined
}

/** The same of what a function constructs: `C.prototype.toString = function () { … }`. */
function viewOnPrototype(
  file: FileAnalysis,
  variable: TSESLint.Scope.Variable,
  isText: boolean,
): FunctionNode | undefined {
  const name = isText ? 'toString' : 'toJSON'
  for (const { members, value } of memberWritesOf(file, variable)) {
    const view = unwrap(value)
    if (members.length === 2 && members[0] === 'prototype' && members[1] === name && isFunction(view)) return view
  }
  return undefined
}

/** The fields that a class gives its instances, without the private ones that nobody else sees. */
function fieldNames(cls: ClassNode, file: FileAnalysis): ReadonlySet<string> {
  const names = new Set<string>()
  for (const member of cls.body.body) {
    if (member.type === T.PropertyDefinition && !member.static && member.value) names.add(propertyName(member) ?? '*')
    if (member.type === T.MethodDefinition && member.kind === 'constructor')
      for (const param of member.value.params)
        if (param.type === T.TSParameterProperty) names.add(parameterName(param) ?? '*')
  }
  for (const write of file.index.writesToThis.get(cls) ?? []) names.add(write.members[0]!)
  for (const name of names) if (name === '*' || name.startsWith('#')) names.delete(name)
  return names
}

/** The parameters that win over one: `forLogs` over `text` in `forLogs || text`, where `text` was read. */
function preferredParameters(place: Place, fn: FunctionNode, index: number): number[] {
  const found: number[] = []
  for (let current = place.way; current; current = current.before) {
    const { node } = current.step
    if (current.step.kind === 'argument') break
    if (current.step.kind !== 'logical' || node.type !== T.LogicalExpression || node.operator === '&&') continue
    const left = unwrap(node.left)
    const definition = left.type === T.Identifier ? place.file.index.variableOf(left)?.defs[0] : undefined
    const at = definition?.node === fn ? fn.params.indexOf(definition.name as never) : -1
    if (at >= 0 && at !== index) found.push(at)
  }
  return found
}

/** Whether a call passes a text of its own for a parameter, so that nothing stands in for it. */
function isGiven(file: FileAnalysis, args: readonly Node[], at: number): boolean {
  const argument = args[at]
  if (!argument || args.slice(0, at + 1).some((one) => one.type === T.SpreadElement)) return false
  const value = unwrap(argument)
  if (value.type === T.BinaryExpression && value.operator === '+') return isGiven(file, [value.left], 0)
  if (value.type === T.TemplateLiteral) return value.quasis.some((quasi) => quasi.value.raw !== '')
  return Boolean(file.constant(value)?.value)
}

/** For finding out what a callee is: unchanged values only, objects stay whole. */
const calleePolicy: TracePolicy = { derived: false, containers: 'whole', calls: false }
/** For finding out what the file hands in for a parameter: one function, by a short way. */
const handedInPolicy: TracePolicy = { derived: false, containers: 'whole', most: 2 }
/** For finding out which names a computed key has: few enough, by a short way. */
const keyPolicy: TracePolicy = { derived: false, containers: 'whole', most: MOST_KEYS + 1 }

function asWrite(write: { members: readonly string[]; value: Node }): MemberWrite {
  const { parent } = write.value
  return { ...write, node: parent?.type === T.AssignmentExpression ? parent : write.value, spread: false }
}

const knownMethodNames = new WeakMap<FileAnalysis, Set<string>>()

/** The names under which functions of a file, or functions that it imports from its own project, can be called as members. */
function methodNames(file: FileAnalysis): Set<string> {
  let names = knownMethodNames.get(file)
  if (names) return names
  names = new Set()
  for (const fn of file.index.functions) {
    const { parent } = wrapped(fn)
    if (parent?.type === T.Property || parent?.type === T.MethodDefinition || parent?.type === T.PropertyDefinition) {
      const name = propertyName(parent)
      if (name !== undefined) names.add(name)
    } else if (parent?.type === T.AssignmentExpression && parent.left.type === T.MemberExpression) {
      const name = memberName(parent.left)
      if (name !== undefined) names.add(name)
    } else if (fn.type === T.FunctionDeclaration && fn.id) names.add(fn.id.name)
    else if (parent?.type === T.VariableDeclarator && parent.id.type === T.Identifier) names.add(parent.id.name)
  }
  for (const module of file.index.modules)
    if (/^\./u.test(module)) {
      // members of a namespace or object of the project: any of its names
      if (file.types.available) for (const name of file.index.callsByName.keys()) names.add(name)
      break
    }
  knownMethodNames.set(file, names)
  return names
}

/** The class of the same file that an expression names. */
function localClass(file: FileAnalysis, expression: Node): ClassNode | undefined {
  const node = unwrap(expression)
  if (isClass(node)) return node
  if (node.type !== T.Identifier) return undefined
  const definition = file.index.variableOf(node)?.defs[0]
  if (definition?.type === 'ClassName') return definition.node as ClassNode
  if (definition?.type === 'Variable' && definition.node.init) {
    const init = unwrap(definition.node.init)
    if (isClass(init)) return init
  }
  return undefined
}

/** What is left of `path` after `prefix`, or undefined when it doesn't start with it. `*` stands for any name. */
function afterPrefix(path: readonly string[], prefix: readonly string[]): readonly string[] | undefined {
  if (prefix.length > path.length) return undefined
  for (const [i, name] of prefix.entries()) if (name !== path[i] && name !== '*' && path[i] !== '*') return undefined
  return path.slice(prefix.length)
}

/** The members to read when a rest element starts at an index: its item 0 is the whole's item `from`. */
function shifted(from: number | undefined, members: readonly string[]): readonly string[] {
  const [name, ...rest] = members
  if (from === undefined || name === undefined || !/^\d+$/u.test(name)) return members
  return [String(Number(name) + from), ...rest]
}

function innermost(frame: Frame | undefined, fn: FunctionNode): Frame | undefined {
  for (let current = frame; current; current = current.outer) if (current.function === fn) return current
  return undefined
}

function repeats(frame: Frame | undefined, fn: FunctionNode): number {
  let count = 0
  for (let current = frame; current; current = current.outer) if (current.function === fn) count++
  return count
}

function parameterName(param: TSESTree.TSParameterProperty): string | undefined {
  const target = param.parameter.type === T.AssignmentPattern ? param.parameter.left : param.parameter
  return target.type === T.Identifier ? target.name : undefined
}

function paramName(fn: FunctionNode, index: number): string | undefined {
  const param = fn.params[index]
  return param?.type === T.Identifier ? param.name : undefined
}

/** Whether a name says that it holds an error: `e`, `err`, `error`, `loginError`, `err1`. */
export function isErrorName(name: string | undefined): boolean {
  return name !== undefined && /^_?(?:e|er|ex|err|error|exception)\d?$|(?:Err|Error|Exception)\d?$/u.test(name)
}

function isErrorEvent(file: FileAnalysis, call: CallNode, method: string | undefined): boolean {
  if (method !== 'on' && method !== 'once' && method !== 'addListener' && method !== 'addEventListener') return false
  const event = call.arguments[0] && file.string(call.arguments[0])
  return event !== undefined && /error|uncaughtException|unhandledRejection/iu.test(event)
}

/** Array methods are told from query builders' by what they are given: a function, or nothing. */
function hasCallbackOrNothing(node: CallNode): boolean {
  const [first] = node.arguments
  if (!first) return true
  const value = unwrap(first)
  return (
    isFunction(value) ||
    value.type === T.Literal ||
    (value.type === T.Identifier && value.name === 'Boolean') ||
    value.type === T.UnaryExpression
  )
}
