import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import {
  type CallNode,
  contains,
  enclosingFunction,
  type FunctionNode,
  isCall,
  isClass,
  isFunction,
  memberName,
  type Node,
  propertyName,
  returnsOf,
  T,
  unwrap,
  wrapped,
} from '../ast/nodes.js'
import type { FileAnalysis } from '../file.js'
import { NodeMemo } from '../node-memo.js'

/** A function that is handed to a call as an argument. */
export interface CallbackUse {
  call: CallNode
  /** Which argument it is. */
  position: number
  /** The expression that stands as that argument: the function or a name of it. */
  node: Node
  function: FunctionNode
}

/** What a file does with one of its functions. */
export interface FunctionUses {
  /** Calls (and, for constructors, constructions) of it. */
  calls: readonly CallNode[]
  callbacks: readonly CallbackUse[]
  /** Other places where its value goes: exports, assignments, properties. */
  others: readonly Node[]
  /** Whether all that can call it is known: it is neither exported nor handed to an unknown place. */
  complete: boolean
}

const known = new NodeMemo<FunctionNode, FunctionUses>()

/**
 * What a file does with one of its functions: who calls it, and to which calls it is handed.
 *
 * @param file the function's file.
 * @param fn the function.
 */
export function usesOf(file: FileAnalysis, fn: FunctionNode): FunctionUses {
  let uses = known.of(file).get(fn)
  if (!uses) {
    uses = findUses(file, fn)
    known.of(file).set(fn, uses)
  }
  return uses
}

/** The calls of a function in its file. */
export function callSitesOf(file: FileAnalysis, fn: FunctionNode): readonly CallNode[] {
  return usesOf(file, fn).calls
}

function findUses(file: FileAnalysis, fn: FunctionNode): FunctionUses {
  const calls: CallNode[] = []
  const callbacks: CallbackUse[] = []
  const others: Node[] = []
  const named = new Set<Node>()
  let exported = false

  const useValue = (start: Node): void => {
    let node = wrapped(start)
    // `cond && handler`, `a ? f : g`, `f.bind(this)`: still the function
    for (let i = 0; i < 4; i++) {
      const parent: Node | undefined = node.parent
      if (!parent) break
      if (
        (parent.type === T.LogicalExpression && parent.right === node) ||
        (parent.type === T.ConditionalExpression && parent.test !== node)
      ) {
        node = wrapped(parent)
      } else if (parent.type === T.MemberExpression && parent.object === node && memberName(parent) === 'bind') {
        const call = wrapped(parent).parent
        if (call?.type === T.CallExpression && unwrap(call.callee) === parent) node = wrapped(call)
        else break
      } else break
    }
    const parent = node.parent
    if (isCall(parent)) {
      if (unwrap(parent.callee) === unwrap(node)) calls.push(parent)
      else callbacks.push({ call: parent, position: parent.arguments.indexOf(node as never), node, function: fn })
    } else if (parent?.type === T.VariableDeclarator && parent.init === node && parent.id.type === T.Identifier) {
      // `const show = curried('x')`, `const again = f`: the function under another name
      if (named.has(parent) || parent.parent.parent.type === T.ExportNamedDeclaration) others.push(node)
      else {
        named.add(parent)
        for (const reference of file.index.variableOf(parent.id)?.references ?? [])
          if (reference.isRead()) useValue(reference.identifier as Node)
      }
    } else {
      others.push(node)
      // `return { put, drop }`: a method of that object
      if (parent?.type === T.Property && parent.value === node) calls.push(...methodCallsOf(file, parent))
    }
  }

  const parent = wrapped(fn).parent
  // `const fail = (res) => (err) => …`: where a call of the outer one stands, the inner one does
  const outer = parent?.type === T.ReturnStatement ? enclosingFunction(parent) : parent
  if (isFunction(outer) && (parent !== outer || outer.body === wrapped(fn))) {
    const made = usesOf(file, outer)
    for (const call of made.calls) useValue(call)
    return { calls, callbacks, others, complete: made.complete && made.calls.length > 0 && others.length === 0 }
  }
  let bindings: Node | undefined
  if (fn.type === T.FunctionDeclaration) {
    bindings = fn.id ?? undefined
    exported = parent?.type === T.ExportNamedDeclaration || parent?.type === T.ExportDefaultDeclaration
  } else if (parent?.type === T.VariableDeclarator && parent.id.type === T.Identifier) {
    bindings = parent.id
    exported = parent.parent.parent.type === T.ExportNamedDeclaration
  } else if (parent?.type === T.MethodDefinition || parent?.type === T.PropertyDefinition) {
    const name = propertyName(parent)
    const cls = parent.parent.parent
    if (parent.type === T.MethodDefinition && parent.kind === 'constructor') {
      const id =
        cls.type === T.ClassDeclaration
          ? cls.id
          : cls.parent.type === T.VariableDeclarator && cls.parent.id.type === T.Identifier
            ? cls.parent.id
            : null
      const variable = id ? file.index.variableOf(id) : undefined
      if (variable) calls.push(...constructionsOf(file, variable, 0))
      // Inside of itself a class has its name once more: `static fromEnv() { return new C(…) }`.
      for (const inner of file.source.scopeManager?.getDeclaredVariables(cls) ?? [])
        if (inner !== variable) calls.push(...constructionsOf(file, inner, 0).filter(isInStatic))
      exported = cls.parent.type.startsWith('Export')
    } else if (name !== undefined) {
      // `this.method(…)` in the class, and as a callback `this.method` / `this.method.bind(this)`
      for (const call of file.index.callsByName.get(name) ?? [])
        if (
          call.callee.type === T.MemberExpression &&
          (call.callee.object.type === T.ThisExpression
            ? contains(cls, call) || isInSubclass(file, call, cls)
            : isInstance(file, call.callee.object, cls, parent.static))
        )
          calls.push(call)
      for (const node of methodsHandedOn(file).get(name) ?? []) if (contains(cls, node)) useValue(node)
      exported = !name.startsWith('#') && parent.accessibility !== 'private'
    }
    return { calls, callbacks, others, complete: !exported && others.length === 0 && calls.length > 0 }
  } else if (parent?.type === T.Property) {
    calls.push(...methodCallsOf(file, parent))
    return { calls, callbacks, others: [wrapped(fn)], complete: false }
  } else useValue(fn)

  if (bindings) {
    const variable = file.index.variableOf(bindings)
    for (const reference of variable?.references ?? []) {
      const identifier = reference.identifier as Node
      if (reference.isWrite() && reference.init) continue
      if (identifier.parent?.type === T.ExportSpecifier || identifier.parent?.type === T.ExportDefaultDeclaration)
        exported = true
      else if (reference.isRead()) useValue(identifier)
    }
  }
  return { calls, callbacks, others, complete: !exported && others.length === 0 }
}

/** The calls of a property of an object literal, on the object's own name or by its other methods. */
function methodCallsOf(file: FileAnalysis, property: TSESTree.Property): CallNode[] {
  const name = propertyName(property)
  return ((name !== undefined && file.index.callsByName.get(name)) || []).filter(
    ({ callee }) =>
      callee.type === T.MemberExpression &&
      (callee.object.type === T.ThisExpression
        ? contains(property.parent, callee)
        : isNamed(file, callee.object, property.parent)),
  )
}

/** Whether a call stands in a static method. */
function isInStatic(call: Node): boolean {
  const method = enclosingFunction(call)?.parent
  return method?.type === T.MethodDefinition && method.static
}

/** The constructions of a class, and those that the classes of the file that extend it make of it: `super(…)`. */
function constructionsOf(file: FileAnalysis, variable: TSESLint.Scope.Variable, depth: number): CallNode[] {
  return variable.references.flatMap((reference): CallNode[] => {
    const name = reference.identifier as Node
    const use = name.parent
    if (use?.type === T.NewExpression && use.callee === name) return [use]
    if (!use || !isClass(use) || use.superClass !== name || depth > 3) return []
    const ctor = use.body.body.find((one) => one.type === T.MethodDefinition && one.kind === 'constructor')
    if (ctor) return file.index.calls.filter((call) => call.callee.type === T.Super && contains(ctor, call))
    const own = use.id ? file.index.variableOf(use.id) : undefined
    return own ? constructionsOf(file, own, depth + 1) : []
  })
}

/** `this.method()` in a class that extends another one of the file. */
function isInSubclass(file: FileAnalysis, call: Node, cls: Node): boolean {
  let current: Node | undefined = call
  while (current && !isClass(current)) current = current.parent
  const base = current?.superClass && unwrap(current.superClass)
  return base?.type === T.Identifier && file.index.variableOf(base)?.defs[0]?.node === cls
}

/** `new C()` or a variable that holds one; for a static method, `C` itself. */
function isInstance(file: FileAnalysis, receiver: Node, cls: Node, isStatic: boolean): boolean {
  const node = unwrap(receiver)
  const isClassItself = (one: Node) => {
    const name = unwrap(one)
    return name.type === T.Identifier && file.index.variableOf(name)?.defs[0]?.node === cls
  }
  if (isStatic) return isClassItself(node)
  if (node.type === T.NewExpression) return isClassItself(node.callee)
  // `new Builder().host('x').port(1)`
  if (node.type === T.CallExpression && node.callee.type === T.MemberExpression)
    return isInstance(file, node.callee.object, cls, isStatic)
  // `getStore()`, which gives `new Store()`
  if (node.type === T.CallExpression && node.callee.type === T.Identifier) {
    const maker = functionNamed(file, node.callee)
    return (
      isFunction(maker) &&
      returnsOf(maker, file.visitorKeys).some((one) => {
        const made = unwrap(one)
        return made.type === T.NewExpression && isClassItself(made.callee)
      })
    )
  }
  const init = valueOf(file, node)
  return init !== undefined && init.type !== T.Identifier && isInstance(file, init, cls, isStatic)
}

/** `const audit = { … }`, then `audit`; `const audit = make()`, where `make` returns the object. */
function isNamed(file: FileAnalysis, receiver: Node, object: Node): boolean {
  const node = unwrap(receiver)
  const value = node.type === T.CallExpression ? node : valueOf(file, node)
  if (value === object) return true
  if (value?.type !== T.CallExpression || value.callee.type !== T.Identifier) return false
  const maker = enclosingFunction(object)
  return maker !== undefined && functionNamed(file, value.callee) === maker
}

/** The function that a name stands for. */
function functionNamed(file: FileAnalysis, name: TSESTree.Identifier): Node | undefined {
  const definition = file.index.variableOf(name)?.defs[0]
  return definition?.type === 'FunctionName' ? (definition.node as Node) : valueOf(file, name)
}

/** What a variable is declared with. */
function valueOf(file: FileAnalysis, node: Node): Node | undefined {
  const definition = node.type === T.Identifier ? file.index.variableOf(node)?.defs[0] : undefined
  return definition?.type === 'Variable' && definition.node.init && definition.node.id.type === T.Identifier
    ? unwrap(definition.node.init)
    : undefined
}

const handedOn = new WeakMap<FileAnalysis, ReadonlyMap<string, readonly Node[]>>()

/** Where methods of the class itself are handed to calls, by name: `this.create`, `[auth, this.create.bind(this)]`. */
function methodsHandedOn(file: FileAnalysis): ReadonlyMap<string, readonly Node[]> {
  const before = handedOn.get(file)
  if (before) return before
  const found = new Map<string, Node[]>()
  const look = (argument: Node): void => {
    const node = unwrap(argument)
    if (node.type === T.ArrayExpression) {
      for (const element of node.elements) if (element) look(element)
    } else if (node.type === T.MemberExpression) {
      const name = memberName(node)
      if (node.object.type !== T.ThisExpression || name === undefined) return
      const nodes = found.get(name)
      if (nodes) nodes.push(node)
      else found.set(name, [node])
    } else if (node.type === T.CallExpression) {
      const callee = unwrap(node.callee)
      if (callee.type === T.MemberExpression && memberName(callee) === 'bind') look(callee.object)
    }
  }
  for (const call of file.index.calls) for (const argument of call.arguments) look(argument)
  handedOn.set(file, found)
  return found
}
