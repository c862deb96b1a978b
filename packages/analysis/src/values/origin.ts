import type { TSESTree } from '@typescript-eslint/utils'
import type { CallNode, ClassNode, FunctionNode, Node } from '../ast/nodes.js'
import type { FileAnalysis } from '../file.js'

/** What a constant can hold. Objects and arrays are not constants: their members are. */
export type Constant = string | number | bigint | boolean | null | undefined | RegExp

/**
 * One hop on the way from a value back to its origin, in the order in which the tracer took them (sink first).
 *
 * `same` hops hand the value on unchanged; the others make a new value out of it (`derived`).
 */
export interface Step {
  kind:
    | 'variable' // read of a variable
    | 'write' // a later assignment to a variable or member
    | 'member' // read of a member
    | 'property' // the value stands under a key of an object that is traced whole
    | 'element' // an item of an array or collection
    | 'spread' // `...x`, `Object.assign`
    | 'rest' // what destructuring left over
    | 'default' // the default of a parameter or of destructuring
    | 'conditional' // one branch of `?:`
    | 'logical' // one side of `||`, `&&`, `??`
    | 'await' // a promise's value
    | 'return' // the result of a function whose source is at hand
    | 'argument' // a parameter, bound to what a call passes
    | 'import' // a value of another file
    | 'template' // part of a template
    | 'concat' // part of a `+` or of a join
    | 'through' // a call that hands its argument on: `String(x)`, `JSON.stringify(x)`, …
  node: Node
  /** The key of a `property`, the name of a `member`, the excluded keys of a `rest`, the callee of a `through`. */
  name?: string
  /** Of a `rest`, the keys that destructuring took away; of a `spread`, those that stand after it and win. */
  without?: readonly string[]
  /** Whether the value is handed on unchanged. */
  same: boolean
  /** The access path that was still to be read when the step was taken; the tracer fills it in. */
  members?: readonly string[]
}

interface OriginBase {
  /** The expression or declaration where tracing ended. */
  node: Node
  /** The access path that was read from it and could not be resolved further; `*` is an unknown key or any item. */
  members: readonly string[]
  /** The way from the asked expression to this origin. */
  steps: readonly Step[]
  /** The file that `node` stands in: another one than asked when tracing went through an import. */
  file: FileAnalysis
}

/** Where a value comes from. */
export type Origin = OriginBase &
  (
    | { kind: 'constant'; value: Constant }
    /** A variable that no code of the file declares: `process`, `console`, `fetch`. */
    | { kind: 'global'; name: string }
    /** An imported binding (also `require`, `import()`); `export` is `default` for the default, `*` for the namespace. */
    | { kind: 'import'; module: string; export: string }
    /** A parameter whose calls are not all at hand. */
    | { kind: 'parameter'; function: FunctionNode; index: number }
    /** An error that was caught: `catch (e)`, `.catch(e => …)`, `(err, data) => …`, `.on('error', e => …)`. */
    | { kind: 'caught'; by: 'clause' | 'rejection' | 'callback' | 'event' }
    /** The result of a call or construction that cannot be seen through. */
    | { kind: 'call'; call: CallNode | TSESTree.TaggedTemplateExpression }
    | { kind: 'function'; function: FunctionNode }
    | { kind: 'class'; class: ClassNode }
    | { kind: 'this' }
    /** An object or array literal, only when asked for with `containers: 'whole'` or when a member of it is not there. */
    | { kind: 'object' }
    /** The tracer cannot tell: an operator's result, a bound that was met, a binding without a value. */
    | { kind: 'unknown'; because: 'operator' | 'bound' | 'binding' }
  )

export type OriginKind = Origin['kind']

/** What a rule tells the tracer about its question. */
export interface TracePolicy {
  /**
   * What a call hands on in its result: the expressions to trace instead. `undefined`: the rule doesn't know, the tracer
   * decides; an empty list: nothing, the call is a barrier.
   */
  through?(call: CallNode | TSESTree.TaggedTemplateExpression, file: FileAnalysis): readonly Node[] | undefined
  /** Whether tracing ends here without an origin (a barrier). Asked for each expression with the members still to read. */
  stop?(node: Node, members: readonly string[], file: FileAnalysis): boolean
  /**
   * What to do with an object or array literal that is reached whole: `members` (default) traces each member,
   * with a `property` step; `whole` yields the literal itself as an origin of kind `object`.
   */
  containers?: 'members' | 'whole'
  /** Whether an object or list without members is an origin of kind `object` when all of it, or any item, is asked for. */
  empty?: boolean
  /** Whether made values count (`template`, `concat`, `through`); false follows unchanged values only. Default true. */
  derived?: boolean
  /** Whether parameters are bound to the calls of the file. Default true. */
  calls?: boolean
  /**
   * Whether an import is worth following without types, by what is imported and by the text of the file that exports it.
   * Without this, tracing ends there; with types it always goes on.
   */
  imports?(module: string, name: string, text?: string): boolean
  /** How many origins are enough: the rest is not looked for. */
  most?: number
  /** How many expressions one question may look at. Default 2000. */
  steps?: number
}
