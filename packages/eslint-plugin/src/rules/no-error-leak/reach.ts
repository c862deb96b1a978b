import {
  type CallNode,
  errorSettings,
  FRAMEWORKS,
  type FrameworkRow,
  type FunctionNode,
  httpResponses,
  type HttpResponseRow,
  type Node,
  propertyName,
  responseAliases,
  T,
  unwrap,
  wrapped,
} from '@palisade/analysis'
import type { TSESTree } from '@typescript-eslint/utils'
import { lastNameOf } from './code.js'
import { hasConventionalName, receiverOf } from './conventions.js'
import { sends } from './words.js'

/** The module that a qualified name starts with; a global has none. */
const moduleOf = (name: string): string => name.slice(0, Math.max(name.indexOf('#'), 0))
const lastPartOf = (name: string): string => name.replace(/\(\)$/u, '').replace(/^.*[.#]/u, '')

/** The last names of what lets values out, by the module that has to be imported for it; '' for globals. */
/** Modules that export a family of errors, under any name. */
const familyModules = new Set<string>()
const namesByModule = new Map<string, Set<string>>()
for (const row of httpResponses as readonly HttpResponseRow[]) {
  const name = row.call ?? row.option?.slice(0, row.option.lastIndexOf(':'))
  if (name === undefined) continue
  const modules = [moduleOf(name)]
  for (const alias of responseAliases) if (name.startsWith(alias.is)) modules.push(moduleOf(alias.name))
  for (const module of modules) {
    const names = namesByModule.get(module)
    if (names) names.add(lastPartOf(name))
    else namesByModule.set(module, new Set([lastPartOf(name)]))
    if (name.endsWith('*')) familyModules.add(module)
  }
}
const everyName: ReadonlySet<string> = new Set([...namesByModule.values()].flatMap((names) => [...names]))

/** The modules for whose sake a function's result can be an answer, and the names under which others export theirs. */
const answering = (FRAMEWORKS as readonly FrameworkRow[]).filter((row) => row.responds !== 'parameter')
const answeringModules: ReadonlySet<string> = new Set(
  answering.flatMap((row) => [...(row.instances ?? []), ...(row.calls ?? []), ...(row.decorators ?? [])].map(moduleOf)),
)
const settingModules: ReadonlySet<string> = new Set(errorSettings.map((row) => moduleOf(row.call)))

/** Names that make an exported function a handler wherever it stands. */
const handlerNames: ReadonlySet<string> = new Set(
  answering
    .filter((row) => !row.files)
    .flatMap((row) => row.exports ?? [])
    .map((name) => name.replace('default.', '')),
)
/** Servers and events of the platform. */
const PLATFORM = /\b(?:Deno|Bun)\.serve\b|addEventListener|respondWith/u

/** Callbacks that can be an acknowledgement, or Slack's functions. */
const CALLBACK = /^(?:callback|cb|ack|fn|done|respond|reply|say|next)$/u
const LANGUAGE = /^(?:Object|JSON|Math|console|Array|Promise|Number|Reflect|Date|Symbol)$/u
const ERROR_CLASS = /(?:Exception|ErrorResponse|ErrorHandler|Problem|.Error)$/u
const LANGUAGE_ERROR = /^(?:Type|Range|Reference|Syntax|Eval|URI|Aggregate)?Error$/u
const RESPONSE_NAME = /^_?(?:res|resp|response|reply|ctx|context|c|h|ws|socket|event|stream|conn|connection)$|(?:Res|Response|Reply|Socket)$/u // prettier-ignore

/**
 * Which calls and results of a file could let a value out, going by names and imports alone. Says yes too often; what it
 * says no to, needs no naming.
 */
export class Reach {
  readonly #modules = new Set<string>()
  /** What the file itself calls what it imports from a module of the catalog, and what it makes of it. */
  readonly #locals = new Set<string>()
  #names: Set<string> | undefined
  #answers: boolean | undefined
  #callbacks: boolean | undefined
  #settings: boolean | undefined
  #families: boolean | undefined
  readonly #methods = new Set<string>()

  constructor(
    readonly filename: string,
    readonly text: string,
    /** Names then come from other files as well. */
    readonly typed: boolean,
    readonly responders: { readonly size: number },
  ) {}

  addImport(node: TSESTree.ImportDeclaration): void {
    const module = plain(node.source.value)
    this.#modules.add(module)
    if (namesByModule.has(module)) for (const one of node.specifiers) this.#locals.add(one.local.name)
  }

  /** `const m = require('m')`, `const send = res.json.bind(res)`, `const { json: answer } = Response`. */
  addVariable(node: TSESTree.VariableDeclarator): void {
    if (!node.init) return
    let init = unwrap(node.init)
    if (init.type === T.AwaitExpression) init = unwrap(init.argument)
    const required = requiredModule(init)
    if (required !== undefined) {
      if (namesByModule.has(required)) this.#addLocals(node.id)
    } else if (node.id.type === T.ObjectPattern && init.type === T.Identifier) this.#addLocals(node.id)
    else {
      const isBound = init.type === T.CallExpression && lastNameOf(init.callee) === 'bind'
      const callee = isBound ? unwrap((init as TSESTree.CallExpression).callee) : init
      const from = isBound && callee.type === T.MemberExpression ? unwrap(callee.object) : callee
      if (from.type === T.MemberExpression && everyName.has(lastNameOf(from) ?? '')) this.#addLocals(node.id)
    }
  }

  addRequire(call: CallNode): void {
    const module = requiredModule(call)
    if (module !== undefined) this.#modules.add(module)
  }

  addMethod(name: string | undefined): void {
    if (name !== undefined) this.#methods.add(name)
  }

  #addLocals(pattern: Node): void {
    if (pattern.type === T.Identifier) this.#locals.add(pattern.name)
    else if (pattern.type === T.ObjectPattern)
      for (const one of pattern.properties) {
        const value = one.type === T.Property ? (one.value.type === T.AssignmentPattern ? one.value.left : one.value) : one.argument // prettier-ignore
        if (value.type === T.Identifier) this.#locals.add(value.name)
      }
  }

  /** Whether the file names a library that has a setting for showing errors. */
  get hasSettings(): boolean {
    return (this.#settings ??= this.#imports(settingModules))
  }

  #imports(modules: ReadonlySet<string>): boolean {
    for (const module of this.#modules) if (modules.has(module)) return true
    return false
  }

  /** Whether a call could let something out. */
  mayLetOut(call: CallNode): boolean {
    if (call.arguments.length === 0) return false
    if (this.responders.size > 0) return true
    const callee = unwrap(call.callee)
    const name = lastNameOf(callee)
    if (name === undefined || callee.type === T.CallExpression) return callee.type === T.CallExpression
    // new errors.NotFoundError(…), createError.BadRequest(…)
    if (/^[A-Z]/u.test(name) && (this.#families ??= this.#imports(familyModules))) return true
    if (call.type === T.NewExpression)
      return this.#hasName(name) || this.#locals.has(name) || (ERROR_CLASS.test(name) && !LANGUAGE_ERROR.test(name))
    if (callee.type === T.Identifier)
      return (
        this.#hasName(name) ||
        this.#locals.has(name) ||
        (CALLBACK.test(name) && this.#mayAnswerBack(call)) ||
        this.typed ||
        (this.#isGivenResponse(call) && sends(name))
      )
    if (
      callee.type !== T.MemberExpression ||
      (callee.object.type === T.Identifier && LANGUAGE.test(callee.object.name))
    )
      return false
    return (
      this.#hasName(name) ||
      this.#isConventional(callee, name) ||
      (callee.object.type !== T.ThisExpression && this.#methods.has(name)) ||
      this.typed ||
      (name === 'emit' && isErrorEvent(call.arguments[0]!)) ||
      (this.#isGivenResponse(call) && sends(name))
    )
  }

  /** Acknowledgements of sockets, functions of Slack, and callbacks that are given an answer as an object. */
  #mayAnswerBack(call: CallNode): boolean {
    this.#callbacks ??= /socket|slack/iu.test(this.text)
    return this.#callbacks || call.arguments.some((one) => unwrap(one).type === T.ObjectExpression)
  }

  #isConventional(callee: TSESTree.MemberExpression, name: string): boolean {
    if (!everyName.has(name)) return false
    const receiver = lastNameOf(receiverOf(callee)) ?? ''
    return RESPONSE_NAME.test(receiver) || hasConventionalName(name, receiver)
  }

  #isGivenResponse(call: CallNode): boolean {
    return call.arguments.slice(0, 2).some((one) => {
      const node = unwrap(one)
      return (
        (node.type === T.Identifier || node.type === T.MemberExpression) && RESPONSE_NAME.test(lastNameOf(node) ?? '')
      )
    })
  }

  #hasName(name: string): boolean {
    if (!this.#names) {
      this.#names = new Set(namesByModule.get(''))
      for (const module of this.#modules) for (const one of namesByModule.get(module) ?? []) this.#names.add(one)
    }
    return this.#names.has(name)
  }

  /** Whether a framework could call a function and send what it returns. */
  mayAnswer(fn: FunctionNode): boolean {
    this.#answers ??=
      this.typed ||
      PLATFORM.test(this.text) ||
      this.#imports(answeringModules) ||
      answering.some((row) => row.files?.test(this.filename.replaceAll('\\', '/')))
    if (this.#answers) return true
    const [first, second] = fn.params
    return (
      (first?.type === T.Identifier && /^_?(?:event|evt)$/u.test(first.name)) ||
      (second?.type === T.Identifier && /reply$/u.test(second.name)) ||
      handlerNames.has(givenName(fn) ?? '')
    )
  }
}

function isErrorEvent(node: Node): boolean {
  return node.type === T.Literal && node.value === 'error'
}

/** The name that a function, or what wraps it, is given. */
function givenName(fn: FunctionNode): string | undefined {
  if (fn.id) return fn.id.name
  let node = wrapped(fn)
  for (let i = 0; i < 3 && node.parent?.type === T.CallExpression; i++) node = wrapped(node.parent)
  const { parent } = node
  if (parent?.type === T.VariableDeclarator) return lastNameOf(parent.id)
  if (parent?.type === T.AssignmentExpression) return lastNameOf(parent.left)
  return parent?.type === T.Property || parent?.type === T.MethodDefinition ? propertyName(parent) : undefined
}

function requiredModule(node: Node): string | undefined {
  if (node.type !== T.CallExpression && node.type !== T.ImportExpression) return undefined
  if (node.type === T.CallExpression && (node.callee.type !== T.Identifier || node.callee.name !== 'require'))
    return undefined
  const source = node.type === T.CallExpression ? node.arguments[0] : node.source
  return source?.type === T.Literal && typeof source.value === 'string' ? plain(source.value) : undefined
}

function plain(module: string): string {
  return module.replace(/^node:/u, '')
}
