import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import {
  type CallNode,
  enclosingFunction,
  type FunctionNode,
  isCall,
  isFunction,
  keyName,
  type Node,
  propertyName,
  T,
} from '../ast/nodes.js'
import { lastName } from '../ast/file-index.js'
import type { FileAnalysis } from '../file.js'
import type { TracePolicy } from './origin.js'
import { callSitesOf } from './uses.js'

/**
 * Forward value tracing: where does the value of this expression go?
 *
 * The tracer of origins walks from a use back to where the value comes from. Some questions start at the other end: a
 * value comes in at one place, and each thing that happens to it matters. {@link destinationsOf} follows it through variables,
 * destructuring, members, literals it is put into, templates, functions of the same file (in at the parameter, out at
 * the result) and promise callbacks, and yields every place where something is done with it.
 */

/** What is done with a value at the end of one way. */
export type End =
  /** It is passed to a call that is not seen through. */
  | { kind: 'argument'; call: CallNode; index: number }
  /** A method of it is called. */
  | { kind: 'method'; call: TSESTree.CallExpression; method: string | undefined }
  /** It is called itself. */
  | { kind: 'called'; call: CallNode }
  /** It is returned from a function whose caller is not seen. */
  | { kind: 'return'; function: FunctionNode }
  | { kind: 'throw' }
  /** It is stored in a member, a field, a module's export. */
  | { kind: 'store'; target: Node }
  /** A member of it is overwritten or deleted. */
  | { kind: 'overwrite'; target: Node }
  /** It is compared for equality, or listed in a `switch`. */
  | { kind: 'compare'; operator: string; other: Node | undefined }
  /** It is compared by order. */
  | { kind: 'order'; other: Node }
  /** Only its truth is looked at. */
  | { kind: 'test' }
  /** Only its type, its class or its size is looked at. */
  | { kind: 'typeof' }
  | { kind: 'size' }
  | { kind: 'instanceof'; class: Node }
  /** `value in other`, `other[value]`. */
  | { kind: 'in'; object: Node }
  | { kind: 'key'; object: Node }
  /** `key in value`. */
  | { kind: 'has' }
  | { kind: 'iterate' }
  | { kind: 'arithmetic' }
  | { kind: 'jsx' }
  /** It is handed to the tag of a template. */
  | { kind: 'tagged'; tag: Node }
  /** It is a statement of its own: nothing is done with it. */
  | { kind: 'drop' }

/** Something that claims a type for a value. */
export interface Cast {
  /** The assertion, the annotated name, or the call with a type argument. */
  node: Node
  /** The members that had been read by then. */
  path: readonly string[]
}

/** One way that a value takes. */
export interface Destination {
  end: End
  /** The expression that carries the value at the end. */
  node: Node
  /** The last expression that is the value itself, before it was put into a literal or a text. */
  value: Node
  /** The members read from the value on the way; `*` is a key that is not known, or an item. */
  path: readonly string[]
  /** Type assertions and annotations that claimed something about it, first one first. */
  casts: readonly Cast[]
  /** The text that it became part of. */
  text?: Node
  /** The object or array literals that it was put into, innermost first. */
  inside: readonly Node[]
  /** The literal into which it was spread. */
  spread?: Node
  /** The calls that made a new value out of it: `Number(x)`, `x.trim()`. */
  through: readonly CallNode[]
  /** The calls by which it went into functions of the file, outermost first. */
  calls: readonly CallNode[]
  /** The argument with which it first went into a function of the file, and the members that had been read by then. */
  given?: { value: Node; path: readonly string[] } | undefined
  /** The conditions under which it was chosen on the way: `ok(x)` of `ok(x) ? x : 1`. */
  chosen: readonly Node[]
}

/** What the asker knows of calls. */
export interface DestinationPolicy {
  /**
   * What a call does with a value passed to it, or with the value whose method it is (`index` -1):
   * `result`: its result is made of the value, follow that; `{ member }`: its result is a member of the value;
   * `end`: yield the use; `both`: yield it and follow the result; `forget`: nothing is done.
   * `kept`: its receiver keeps the value, follow that: `chunks.push(chunk)`.
   * `undefined`: the tracer decides: functions of the file are entered, every other call is an end.
   */
  call?(
    call: CallNode,
    index: number,
    use: Omit<Destination, 'end'>,
  ): 'result' | 'end' | 'both' | 'forget' | 'kept' | { member: string } | undefined
  /** The member that the items of an iterated value are; undefined where iterating is the end. */
  items?(use: Omit<Destination, 'end'>): string | undefined
  /** Whether the results of this function leave the file's sight, so that a returned value is a use. */
  leaves?(fn: FunctionNode): boolean
}

/** Calls that call the function which they are given, and answer with what it returns. */
const ATTEMPTS =
  /^(?:try|trySync|tryAsync|tryPromise|tryCatch|tryCatchAsync|attempt|attemptAsync|promise|sync|retry|withRetry|pRetry|backOff|safe|safeAsync|withTimeout|runExclusive)$/u

interface State extends Omit<Destination, 'end'> {
  /** The members that have to be read to get back to the value, outermost first. */
  shell: readonly string[]
  frames: readonly { fn: FunctionNode; call: CallNode }[]
}

/** More ways than this are not followed: the value of a generated file's giant literal ends somewhere too. */
const MOST_STEPS = 4000
const DEEPEST_FRAMES = 4
const LONGEST_PATH = 8

/**
 * Follows a value to everything that is done with it.
 *
 * @param file the file of the value.
 * @param start the expression whose value is followed; or a pattern or identifier that binds the value (a parameter).
 * @param policy what the asker knows of calls.
 * @returns the uses, in the order of the source text.
 */
export function destinationsOf(file: FileAnalysis, start: Node, policy: DestinationPolicy = {}): Destination[] {
  return new Follower(file, policy).follow(start)
}

/** Callees are looked up unchanged; an object with functions stays whole. */
const calleePolicy: TracePolicy = { derived: false, containers: 'whole', calls: false }

class Follower {
  private readonly found: Destination[] = []
  private readonly seen = new Set<string>()
  private readonly ids = new Map<Node, number>()
  private readonly pending: (() => void)[] = []

  constructor(
    private readonly file: FileAnalysis,
    private readonly policy: DestinationPolicy,
  ) {}

  follow(start: Node): Destination[] {
    const state: State = {
      node: start,
      value: start,
      path: [],
      casts: [],
      inside: [],
      through: [],
      calls: [],
      chosen: [],
      shell: [],
      frames: [],
    }
    if (isBinding(start)) this.bind(start, state, isFunction(start.parent))
    else this.from(start, isCall(start) ? claimedByCall(start, state) : state)
    for (let steps = 0, step = this.pending.shift(); step && steps < MOST_STEPS; step = this.pending.shift(), steps++)
      step()
    return this.found.sort((a, b) => a.value.range[0] - b.value.range[0] || a.node.range[0] - b.node.range[0])
  }

  /** The value is what `node` evaluates to. */
  private from(node: Node, state: State): void {
    const key = `${this.id(node)}|${state.path.join('.')}|${state.shell.join('.')}|${state.frames.map((f) => this.id(f.call)).join()}`
    if (this.seen.has(key)) return
    this.seen.add(key)
    this.pending.push(() => this.up(node, { ...state, node }))
  }

  private id(node: Node): number {
    let id = this.ids.get(node)
    if (id === undefined) this.ids.set(node, (id = this.ids.size))
    return id
  }

  private end(end: End, state: State): void {
    const { shell: _shell, frames: _frames, ...use } = state
    this.found.push({ ...use, end })
  }

  /** What the syntax around the expression does with its value. */
  private up(node: Node, state: State): void {
    const parent = node.parent
    if (!parent) return
    const plain = state.shell.length === 0 && !state.text && !state.spread
    switch (parent.type) {
      case T.AwaitExpression:
      case T.TSNonNullExpression:
      case T.ChainExpression:
      case T.TSInstantiationExpression:
        return this.from(parent, plain ? { ...state, value: parent } : state)
      case T.TSAsExpression:
      case T.TSTypeAssertion:
        return this.from(
          parent,
          claims(parent.typeAnnotation) && plain
            ? { ...state, casts: [...state.casts, { node: parent, path: state.path }] }
            : state,
        )
      case T.TSSatisfiesExpression:
        return this.from(parent, state)
      case T.SequenceExpression:
        return parent.expressions.at(-1) === node ? this.from(parent, state) : this.end({ kind: 'drop' }, state)
      case T.ConditionalExpression:
        if (parent.test === node) return this.end({ kind: 'test' }, state)
        return this.from(parent, { ...state, chosen: [...state.chosen, parent.test] })
      case T.LogicalExpression:
        // `x && y`: the left side only shows when it is falsy, where nothing of the value is left
        if (parent.operator !== '&&') return this.from(parent, state)
        if (parent.left === node) return this.end({ kind: 'test' }, state)
        return this.from(parent, { ...state, chosen: [...state.chosen, parent.left] })
      case T.IfStatement:
      case T.WhileStatement:
      case T.DoWhileStatement:
        return this.end({ kind: 'test' }, state)
      case T.ForStatement:
        return this.end({ kind: parent.test === node ? 'test' : 'drop' }, state)
      case T.UnaryExpression:
        if (parent.operator === '!') return this.end({ kind: 'test' }, state)
        if (parent.operator === 'typeof') return this.end({ kind: 'typeof' }, state)
        if (parent.operator === 'delete') return this.end({ kind: 'overwrite', target: node }, state)
        if (parent.operator === 'void') return this.end({ kind: 'drop' }, state)
        if (parent.operator === '+') return this.made(parent, state)
        return this.end({ kind: 'arithmetic' }, state)
      case T.UpdateExpression:
        return this.end({ kind: 'overwrite', target: node }, state)
      case T.BinaryExpression:
        return this.binary(parent, node, state)
      case T.TemplateLiteral:
        if (parent.parent.type === T.TaggedTemplateExpression)
          return this.end({ kind: 'tagged', tag: parent.parent.tag }, state)
        return this.from(parent, { ...state, text: state.text ?? parent, shell: [] })
      case T.MemberExpression:
        return parent.object === node
          ? this.member(parent, state)
          : this.end({ kind: 'key', object: parent.object }, state)
      case T.CallExpression:
      case T.NewExpression:
        return this.call(parent, node, state)
      case T.Property:
        if (parent.parent.type === T.ObjectPattern) return // a default: `{ a = value }` is reached through its pattern
        if (parent.value !== node) return this.end({ kind: 'key', object: parent.parent }, state)
        return this.into(parent.parent, keyName(parent.key, parent.computed) ?? '*', state)
      case T.ArrayExpression:
        return this.into(parent, String(parent.elements.indexOf(node as TSESTree.Expression)), state)
      case T.SpreadElement:
        return this.spread(parent, state)
      case T.JSXSpreadAttribute:
      case T.JSXExpressionContainer:
      case T.JSXSpreadChild:
        return this.end({ kind: 'jsx' }, state)
      case T.VariableDeclarator:
        return parent.init === node ? this.bind(parent.id, state) : undefined
      case T.AssignmentExpression:
        return this.assignment(parent, node, state)
      case T.AssignmentPattern:
        return parent.right === node ? this.bind(parent.left, state) : undefined
      case T.PropertyDefinition:
      case T.AccessorProperty:
        return this.end({ kind: 'store', target: parent }, state)
      case T.ReturnStatement:
        return this.returned(enclosingFunction(parent), state)
      case T.ArrowFunctionExpression:
        return parent.body === node ? this.returned(parent, state) : undefined
      case T.YieldExpression:
        // `const order = yield* …` of a program that another function runs
        if (parent.delegate && parent.parent.type !== T.ExpressionStatement) return this.made(parent, state)
        return this.returned(enclosingFunction(parent), state)
      case T.ThrowStatement:
        return this.end({ kind: 'throw' }, state)
      case T.SwitchStatement:
        return this.end({ kind: 'compare', operator: 'switch', other: undefined }, state)
      case T.SwitchCase:
        return this.end({ kind: 'compare', operator: 'switch', other: parent.parent.discriminant }, state)
      case T.ForOfStatement:
      case T.ForInStatement:
        return parent.right === node ? this.iterated(parent, state) : undefined
      case T.ExpressionStatement:
        return this.end({ kind: 'drop' }, state)
      case T.ExportDefaultDeclaration:
        return this.end({ kind: 'store', target: parent }, state)
      default:
        return
    }
  }

  private iterated({ left }: TSESTree.ForOfStatement | TSESTree.ForInStatement, state: State): void {
    const member = state.shell.length === 0 ? this.policy.items?.(state) : undefined
    if (member === undefined) return this.end({ kind: 'iterate' }, state)
    const pattern = left.type === T.VariableDeclaration ? left.declarations[0]?.id : left
    if (pattern) this.bind(pattern, { ...state, path: [...state.path, member], value: pattern })
  }

  /** The variable whose method is called with the value holds it from then on. */
  private kept({ callee }: CallNode, state: State): void {
    if (callee.type !== T.MemberExpression || callee.object.type !== T.Identifier) return
    for (const reference of this.variable(callee.object)?.references ?? [])
      if (reference.isRead() && reference.identifier !== callee.object && !isReceiver(reference.identifier as Node))
        this.from(reference.identifier as Node, { ...state, value: reference.identifier as Node })
  }

  /** A new value is made of the old: what it claimed to be is no longer of interest, where it goes is. */
  private made(node: Node, state: State, call?: CallNode): void {
    this.from(node, { ...state, value: node, through: call ? [...state.through, call] : state.through })
  }

  private binary(parent: TSESTree.BinaryExpression, node: Node, state: State): void {
    const other = parent.left === node ? parent.right : parent.left
    switch (parent.operator) {
      case '===':
      case '!==':
      case '==':
      case '!=':
        return this.end({ kind: 'compare', operator: parent.operator, other }, state)
      case '<':
      case '<=':
      case '>':
      case '>=':
        return this.end({ kind: 'order', other }, state)
      case 'in':
        return this.end(parent.left === node ? { kind: 'in', object: parent.right } : { kind: 'has' }, state)
      case 'instanceof':
        return parent.left === node ? this.end({ kind: 'instanceof', class: parent.right }, state) : undefined
      case '+':
        return this.from(parent, { ...state, text: state.text ?? parent, shell: [] })
      default:
        return this.end({ kind: 'arithmetic' }, state)
    }
  }

  private member(parent: TSESTree.MemberExpression, state: State): void {
    const name = keyName(parent.property, parent.computed) ?? '*'
    const outer = parent.parent
    if (outer.type === T.CallExpression && outer.callee === parent) return this.method(outer, name, state)
    if (isChainedCallee(parent)) return this.method(isChainedCallee(parent)!, name, state)
    if (state.shell.length > 0) {
      const [key, ...shell] = state.shell
      if (name === key || name === '*' || key === '*')
        this.from(parent, { ...state, shell, value: shell.length === 0 ? parent : state.value })
      return
    }
    if (state.text || name === 'length' || name === 'size' || name === 'byteLength')
      return this.end({ kind: 'size' }, state)
    if (outer.type === T.AssignmentExpression && outer.left === parent)
      return this.end({ kind: 'overwrite', target: parent }, { ...state, node: parent, path: [...state.path, name] })
    this.read(parent, name, state)
  }

  /** A member of the value is what `node` evaluates to. `x = x.next` in a loop ends where the path is too long. */
  private read(node: Node, name: string, state: State): void {
    if (state.shell.length === 0 && state.path.length < LONGEST_PATH)
      this.from(node, { ...state, path: [...state.path, name], value: node })
  }

  private method(call: TSESTree.CallExpression, name: string, state: State): void {
    if ((name === 'then' || name === 'finally' || name === 'catch') && state.shell.length === 0) {
      if (name === 'then') {
        const callback = call.arguments[0]
        if (callback && callback.type !== T.SpreadElement) this.intoFunction(callback, 0, call, state)
      } else this.from(call, state)
      return
    }
    if (state.shell.length > 0) return // a method of the literal, not of the value
    const verdict = this.policy.call?.(call, -1, state)
    if (typeof verdict === 'object') return this.read(call, verdict.member, claimedByCall(call, whole(state)))
    if (verdict === 'result' || verdict === 'both') this.made(call, state, call)
    if (verdict === undefined || verdict === 'end' || verdict === 'both')
      this.end({ kind: 'method', call, method: name === '*' ? undefined : name }, state)
  }

  private call(call: CallNode, node: Node, state: State): void {
    if (call.callee === node) return this.end({ kind: 'called', call }, state)
    const index = call.arguments.indexOf(node as TSESTree.CallExpressionArgument)
    if (index < 0) return
    const verdict = this.policy.call?.(call, index, state)
    if (typeof verdict === 'object') return this.read(call, verdict.member, claimedByCall(call, whole(state)))
    if (verdict === 'forget') return
    if (verdict === 'kept') return this.kept(call, state)
    if (verdict === 'end') return this.end({ kind: 'argument', call, index }, state)
    if (verdict === 'both') this.end({ kind: 'argument', call, index }, state)
    if (verdict === 'result' || verdict === 'both') return this.made(call, state, call)
    if (isPromiseGroup(call)) return this.from(call, state)
    const promise = index === 0 ? this.promiseOf(call.callee) : undefined
    if (promise) return this.from(promise, state)
    const given = state.given ?? { value: state.value, path: state.path }
    if (!this.intoFunction(call.callee, index, call, { ...state, given }))
      this.end({ kind: 'argument', call, index }, state)
  }

  /** The promise that a call of `resolve` inside of it fulfils. */
  private promiseOf(callee: Node): TSESTree.NewExpression | undefined {
    if (callee.type !== T.Identifier) return undefined
    const definition = this.variable(callee)?.defs[0]
    if (definition?.type !== 'Parameter') return undefined
    const executor = definition.node as FunctionNode
    const promise = executor.parent
    return promise.type === T.NewExpression &&
      promise.callee.type === T.Identifier &&
      promise.callee.name === 'Promise' &&
      executor.params[0] === definition.name
      ? promise
      : undefined
  }

  /** Goes into a function of the file at one of its parameters. False when it is not at hand, or too deep. */
  private intoFunction(callee: Node, index: number, call: CallNode, state: State): boolean {
    const fn = this.functionOf(callee)
    if (!fn || state.frames.length >= DEEPEST_FRAMES || state.frames.some((frame) => frame.fn === fn)) return false
    const parameter = fn.params[index] ?? fn.params.at(-1)
    if (!parameter || (fn.params[index] === undefined && parameter.type !== T.RestElement)) return true
    const inner: State = { ...state, frames: [...state.frames, { fn, call }], calls: [...state.calls, call] }
    if (parameter.type === T.RestElement)
      this.bind(parameter.argument, { ...inner, shell: [String(index - fn.params.length + 1), ...inner.shell] })
    else this.bind(parameter, inner, true)
    return true
  }

  /** The function of this file that an expression denotes: itself, a declaration, a constant that holds one. */
  private functionOf(callee: Node): FunctionNode | undefined {
    if (isFunction(callee)) return callee
    for (const origin of this.file.origins(callee, calleePolicy))
      if (origin.kind === 'function' && origin.file === this.file && origin.members.length === 0) return origin.function
    return undefined
  }

  private into(literal: Node, key: string, state: State): void {
    this.from(literal, { ...state, shell: [key, ...state.shell], inside: [...state.inside, literal] })
  }

  private spread(spread: TSESTree.SpreadElement, state: State): void {
    const outer = spread.parent
    if (outer.type === T.ObjectExpression)
      return this.from(outer, { ...state, spread: outer, inside: [...state.inside, outer] })
    if (outer.type === T.ArrayExpression)
      return this.from(outer, {
        ...state,
        spread: outer,
        shell: ['*', ...state.shell],
        inside: [...state.inside, outer],
      })
    if (isCall(outer))
      return this.end(
        { kind: 'argument', call: outer, index: outer.arguments.indexOf(spread) },
        { ...state, spread: outer },
      )
  }

  private assignment(parent: TSESTree.AssignmentExpression, node: Node, state: State): void {
    if (parent.left === node) return // written to: reached through its object
    if (parent.left.type === T.MemberExpression) this.end({ kind: 'store', target: parent.left }, state)
    else if (parent.operator === '+=') this.bind(parent.left, { ...state, text: parent, shell: [] })
    else this.bind(parent.left, state)
    if (parent.parent.type !== T.ExpressionStatement) this.from(parent, state)
  }

  private returned(fn: FunctionNode | undefined, state: State): void {
    if (!fn) return
    const depth = state.frames.findLastIndex((frame) => frame.fn === fn)
    if (depth >= 0) {
      const frame = state.frames[depth]!
      const tests = this.file.guards(state.node).map(({ test }) => test)
      return this.from(frame.call, {
        ...state,
        chosen: [...state.chosen, ...tests],
        frames: state.frames.slice(0, depth),
        calls: state.calls.slice(0, depth),
        given: depth === 0 ? undefined : state.given,
      })
    }
    if (this.policy.leaves?.(fn)) return this.end({ kind: 'return', function: fn }, state)
    const called = fn.parent
    // `(async () => { … })()` and `promise.then(() => value)`
    if (called?.type === T.CallExpression && called.callee === fn) return this.from(called, state)
    if (
      called?.type === T.CallExpression &&
      called.callee.type === T.MemberExpression &&
      /^(?:then|catch|finally)$/u.test(keyName(called.callee.property, called.callee.computed) ?? '')
    )
      return this.from(called, state)
    // `retry(() => value)`, `Effect.tryPromise({ try: () => value })`
    const attempt = called?.type === T.Property && called.value === fn ? called.parent.parent : called
    if (
      attempt?.type === T.CallExpression &&
      attempt.callee !== fn &&
      ATTEMPTS.test(lastName(attempt.callee) ?? '') &&
      (called === attempt || propertyName(called as TSESTree.Property) === 'try')
    )
      return this.from(attempt, state)
    let seen = false
    for (const call of callSitesOf(this.file, fn)) {
      seen = true
      if (state.frames.length < DEEPEST_FRAMES) this.from(call, state)
    }
    if (!seen) this.end({ kind: 'return', function: fn }, state)
  }

  /** The value is bound to a pattern: a declared variable, an assignment's target, a parameter. */
  private bind(pattern: Node, state: State, parameter = false): void {
    switch (pattern.type) {
      case T.AssignmentPattern:
        return this.bind(pattern.left, state, parameter)
      case T.TSParameterProperty:
        return this.bind(pattern.parameter, state, parameter)
      case T.ObjectPattern: {
        const claimed = parameter ? state : claimedBy(pattern, state)
        for (const property of pattern.properties) {
          if (property.type === T.RestElement) this.bind(property.argument, claimed)
          else {
            const name = keyName(property.key, property.computed) ?? '*'
            if (claimed.shell.length > 0) {
              const [key, ...shell] = claimed.shell
              if (key === name || key === '*' || name === '*') this.bind(property.value, { ...claimed, shell })
            } else if (claimed.path.length < LONGEST_PATH)
              this.bind(property.value, { ...claimed, path: [...claimed.path, name], value: property.value })
          }
        }
        return
      }
      case T.ArrayPattern:
        pattern.elements.forEach((element, index) => {
          if (!element) return
          if (state.shell.length > 0) {
            const [key, ...shell] = state.shell
            if (key === String(index) || key === '*')
              this.bind(element.type === T.RestElement ? element.argument : element, { ...state, shell })
          } else if (state.path.length < LONGEST_PATH)
            this.bind(element.type === T.RestElement ? element.argument : element, {
              ...state,
              path: [...state.path, '*'],
              value: element,
            })
        })
        return
      case T.Identifier: {
        const claimed = parameter ? state : claimedBy(pattern, state)
        for (const read of this.reads(pattern))
          this.from(read, {
            ...claimed,
            value: claimed.shell.length === 0 && !claimed.text && !claimed.spread ? read : claimed.value,
          })
        return
      }
      case T.MemberExpression:
        return this.end({ kind: 'store', target: pattern }, state)
      default:
        return
    }
  }

  /** The reads that see what is written to a variable at this name. */
  private *reads(name: TSESTree.Identifier): Generator<Node> {
    const variable = this.variable(name)
    if (!variable) return
    const writes = variable.references.filter((reference) => reference.isWrite())
    const own = writes.find((reference) => reference.identifier === name)
    for (const reference of variable.references) {
      if (!reference.isRead() || reference.identifier === name) continue
      const read = reference.identifier as Node
      if (isTypePosition(read)) continue
      if (own && isBehind(read, name) && !sharesLoop(read, name)) continue
      if (writes.some((write) => write !== own && overwrites(write.identifier as Node, name, read))) continue
      yield read
    }
  }

  private variable(name: Node): TSESLint.Scope.Variable | undefined {
    return this.file.index.variableOf(name)
  }
}

/** Whether the start of a question is a name that is bound rather than an expression that is evaluated. */
function isBinding(node: Node): boolean {
  if (
    node.type === T.ObjectPattern ||
    node.type === T.ArrayPattern ||
    node.type === T.AssignmentPattern ||
    node.type === T.TSParameterProperty
  )
    return true
  if (node.type !== T.Identifier) return false
  const parent = node.parent
  if (isFunction(parent)) return parent.params.includes(node)
  if (parent.type === T.AssignmentPattern) return parent.left === node
  if (parent.type === T.VariableDeclarator) return parent.id === node
  return (
    (parent.type === T.Property && parent.parent.type === T.ObjectPattern && parent.value === node) ||
    parent.type === T.TSParameterProperty ||
    parent.type === T.RestElement
  )
}

/** A type annotation on a declared name claims as much as an assertion: `const user: User = await res.json()`. */
function claimedBy(pattern: TSESTree.Identifier | TSESTree.ObjectPattern, state: State): State {
  const annotation = pattern.typeAnnotation?.typeAnnotation
  if (!annotation || !claims(annotation) || state.shell.length > 0 || state.text || state.spread) return state
  return { ...state, casts: [...state.casts, { node: pattern, path: state.path }] }
}

/** A type argument claims as much: `await request.json<User>()`. */
function claimedByCall(call: CallNode, state: State): State {
  const [type] = call.typeArguments?.params ?? []
  return type && claims(type) ? { ...state, casts: [...state.casts, { node: call, path: state.path }] } : state
}

/** A member of a text that was put together (`JSON.parse(text)`) is a value of its own. */
function whole({ text: _text, spread: _spread, ...state }: State): State {
  return state
}

/** Whether a type says anything: `any` and `unknown` don't, and `const` keeps what was there. */
function claims(type: TSESTree.TypeNode): boolean {
  if (type.type === T.TSAnyKeyword || type.type === T.TSUnknownKeyword) return false
  if (type.type === T.TSTypeReference && type.typeName.type === T.Identifier) {
    if (type.typeName.name === 'const') return false
    // `Record<string, unknown>` says that it is an object of anything
    const last = type.typeArguments?.params.at(-1)
    if (type.typeName.name === 'Record' && last) return claims(last)
    if (
      (type.typeName.name === 'Partial' || type.typeName.name === 'Readonly' || type.typeName.name === 'Promise') &&
      last
    )
      return claims(last)
  }
  if (type.type === T.TSUnionType)
    return type.types.some(
      (member) => member.type !== T.TSNullKeyword && member.type !== T.TSUndefinedKeyword && claims(member),
    )
  if (type.type === T.TSTypeLiteral && type.members.length > 0)
    return type.members.some(
      (member) =>
        (member.type !== T.TSPropertySignature && member.type !== T.TSIndexSignature) ||
        !member.typeAnnotation ||
        claims(member.typeAnnotation.typeAnnotation),
    )
  return true
}

function isChainedCallee(node: TSESTree.MemberExpression): TSESTree.CallExpression | undefined {
  let outer: Node = node
  while (outer.parent && (outer.parent.type === T.ChainExpression || outer.parent.type === T.TSNonNullExpression))
    outer = outer.parent
  return outer !== node && outer.parent?.type === T.CallExpression && outer.parent.callee === outer
    ? outer.parent
    : undefined
}

/** Whether a name is what a method is called of. */
function isReceiver(name: Node): boolean {
  const { parent } = name
  return (
    parent?.type === T.MemberExpression &&
    parent.object === name &&
    keyName(parent.property, parent.computed) === 'push' &&
    isCall(parent.parent)
  )
}

/** `Promise.all([…])` and its siblings hand their items on under their keys. */
function isPromiseGroup(call: CallNode): boolean {
  const { callee } = call
  return (
    callee.type === T.MemberExpression &&
    callee.object.type === T.Identifier &&
    callee.object.name === 'Promise' &&
    /^(?:all|resolve)$/u.test(keyName(callee.property, callee.computed) ?? '')
  )
}

function isTypePosition(node: Node): boolean {
  return (
    node.parent?.type === T.TSTypeQuery ||
    node.parent?.type === T.TSQualifiedName ||
    node.parent?.type === T.TSTypeReference
  )
}

/** Whether a read stands before a write in the same function, so that it cannot see it. */
function isBehind(read: Node, write: Node): boolean {
  return read.range[1] <= write.range[0] && enclosingFunction(read) === enclosingFunction(write)
}

function sharesLoop(a: Node, b: Node): boolean {
  for (let node = b.parent; node && !isFunction(node); node = node.parent)
    if (/^(?:For|While|DoWhile)/u.test(node.type) && node.range[0] <= a.range[0] && a.range[1] <= node.range[1])
      return true
  return false
}

/** Whether another write lies for certain between a write and a read: in a block around the read, and after the write. */
function overwrites(other: Node, write: Node, read: Node): boolean {
  if (other.range[0] <= write.range[0] || other.range[1] >= read.range[0]) return false
  let statement: Node = other
  while (statement.parent && !/Statement$|Declaration$/u.test(statement.type)) statement = statement.parent
  // `x = f(x)`: its right side is evaluated first
  if (statement.range[0] <= read.range[0] && read.range[1] <= statement.range[1]) return false
  const block = statement.parent
  if (!block || (block.type !== T.BlockStatement && block.type !== T.Program)) return false
  return block.range[0] <= read.range[0] && read.range[1] <= block.range[1]
}
