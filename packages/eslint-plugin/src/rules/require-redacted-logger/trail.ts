import {
  type ConfidentialClass,
  confidentialHeaders,
  type FileAnalysis,
  isFunction,
  lastName,
  memberName,
  type NameMeaning,
  type Node,
  type Origin,
  splitWords,
  T,
  unwrap,
} from '@palisade/analysis'
import type { TSESTree } from '@typescript-eslint/utils'
import type { Exposure, Judgement } from './judgement.js'
import type { Sink } from './sinks.js'

/** One name of the value on its way. */
export interface View {
  kind: 'variable' | 'property' | 'member' | 'origin' | 'callee'
  path: readonly string[]
  node: Node
  /** How many of the origin's steps lead to it from the sink, and how many keys of the record. */
  steps: number
  keys: number
  inText: boolean
  /** Whether the value was made into another one just before. */
  derived: boolean
  /** Whether what gets to the sink is a piece that was cut out of it. */
  isPiece: boolean
  /**
   * Whether it doesn't get so far: only another part of what it was made into is read (`JSON.parse(idToken).sub`), or it
   * is a member of an object that becomes `[object Object]`.
   */
  isLost: boolean
}

export interface Trail {
  views: readonly View[]
  record: readonly string[]
  inText: boolean
  /** Keys that destructuring, or what stands after a spread, took away on the way. */
  without: readonly string[]
  /** Whether it is a key of an object, not a value. */
  isKey: boolean
  /** Whether it is a piece that was cut out of a text. */
  isPiece: boolean
}

/** Calls that write out the members of an object. */
const WRITES_OBJECTS =
  /^(?:stringify|inspect|format|formatWithOptions|dump|serialize|entries|fromEntries|values|assign|styleText|render|toJSON|URLSearchParams)$/u

/** Whether the members of an object are written out on its way into a text, which otherwise shows `[object Object]`. */
export function isWrittenOut(origin: Origin): boolean {
  return origin.steps.some((step) => WRITES_OBJECTS.test(step.name ?? ''))
}

/** Calls that copy or merge objects. */
const COPIES =
  /^(?:cloneDeep|clonedeep|clone|klona|rfdc|deepmerge|merge|mergeWith|assign|defaults|defaultsDeep|copy|omit|omitBy|pick|pickBy|keyBy|groupBy|sortBy|orderBy|uniqBy|uniq|compact|toRaw|unref|toValue|structuredClone|instanceToPlain|plainToInstance|toObject)$/u

/** Calls that give a piece of a text. */
const CUTS = /^(?:split|substring|substr|slice|match|matchAll|exec|trim|trimStart|trimEnd)$/u

export function readTrail(origin: Origin, ask: Judgement, sink: Sink | undefined): Trail {
  const views: View[] = []
  const record: string[] = []
  const without: string[] = []
  let inText = false
  let derived = false
  let isKey = false
  let isLost = false
  let isFlat = false
  let isJson = false
  let firstPiece: Node | undefined
  let isPiece = false
  const add = (kind: View['kind'], path: readonly string[], node: Node, steps: number) => {
    views.push({ kind, path, node, steps, keys: record.length, inText, derived, isPiece, isLost })
    derived = false
  }
  for (const [at, step] of origin.steps.entries()) {
    const members = step.members ?? []
    const next = origin.steps[at + 1]?.members ?? origin.members
    switch (step.kind) {
      case 'variable':
        add('variable', [step.name ?? '*', ...members], step.node, at + 1)
        break
      case 'property': {
        // What was set by a call shows in the text: `url.searchParams.set('key', key)`.
        isLost ||=
          step.node.type === T.CallExpression
            ? isJson && isSet(step.node)
            : isFlat && !isOfAddress(origin.file, step.node)
        if (!inText) record.push(step.name ?? '*')
        // Of a field that is read from a whole instance, the name is still to be read.
        const below = next[0] === step.name ? next.slice(1) : next
        add('property', inText ? [step.name ?? '*'] : [...record, ...below], step.node, at + 1)
        break
      }
      case 'element':
        // An item that is read from a list is no longer in it.
        if (!inText && members.length === 0 && next.length === 0) record.push(indexOf(step.node))
        break
      case 'member':
        add('member', [step.name === '*' ? fixedPart(step.node) : (step.name ?? '*'), ...members], step.node, at + 1)
        break
      case 'return':
        // `newToken()`, which this file defines: what it promises holds for what it gives.
        if (step.name !== undefined && members.length === 0 && isPromise(step.name, ask, sink))
          add('callee', [givenName(step.name)], step.node, at + 1)
        break
      case 'rest':
      case 'spread':
        without.push(...(step.without ?? []))
        break
      case 'template':
      case 'concat':
        isLost ||= firstPiece !== undefined && isBehind(step.node, firstPiece, origin.file)
        inText = derived = isFlat = true
        break
      case 'through':
        // A copy has the members of what was copied.
        if (COPIES.test(step.name ?? '')) break
        // A key leads no further into text: `JSON.stringify(x)`, `String(x)`.
        if (!step.same) {
          // `const { password: typed } = JSON.parse(text)`
          const last = members.at(-1)
          if (last !== undefined && /^[a-z]\w*$/iu.test(last) && views.at(-1)?.path.at(-1) !== last)
            add('member', members, step.node, at + 1)
          derived = true
          // What was parsed is an object again.
          inText ||= step.name !== 'parse'
          isLost ||= members.some((member) => !/^(?:\d+|\*|groups|value)$/u.test(member))
          firstPiece = step.name === 'split' && members[0] === '0' ? step.node : undefined
          isJson ||= step.name === 'stringify'
          const isWritten = WRITES_OBJECTS.test(step.name ?? '')
          isFlat = !isWritten && (isFlat || /^(?:String|toString|concat|trim|replace)$/u.test(step.name ?? ''))
          isPiece = !isWritten && (isPiece || CUTS.test(step.name ?? ''))
        }
        // Of an array, `slice` gives the same items; of a text, a piece.
        if (step.name === 'slice') isPiece = true
        // `for (const [name] of Object.entries(env))`: the names, not the values.
        if (step.name === 'entries' && members.at(-1) === '0') isKey = true
        break
    }
  }
  const decorated = origin.kind === 'parameter' ? decoratedPath(origin) : undefined
  const rootName = nameOfRoot(origin)
  if (decorated) add('origin', [...decorated, ...origin.members], origin.node, origin.steps.length)
  else if (
    origin.kind === 'call' ||
    origin.kind === 'unknown' ||
    origin.kind === 'parameter' ||
    origin.kind === 'global' ||
    origin.kind === 'import'
  ) {
    if (rootName !== undefined) add('origin', [rootName, ...origin.members], origin.node, origin.steps.length)
    else if (origin.members.length > 0) add('origin', origin.members, origin.node, origin.steps.length)
  } else if (origin.members.length > 0) add('origin', origin.members, origin.node, origin.steps.length)
  const meant = origin.kind === 'parameter' && origin.members.length === 0 ? meantByFunction(origin) : undefined
  if (meant !== undefined) add('callee', [meant], origin.node, origin.steps.length)
  return { views, record, inText, without, isKey, isPiece }
}

/** The index of an item that is written in an array, where that is certain. */
function indexOf(item: Node): string {
  const { parent } = item
  const before =
    parent?.type === T.ArrayExpression ? parent.elements.slice(0, parent.elements.indexOf(item as never)) : []
  return parent?.type !== T.ArrayExpression || before.some((one) => one?.type === T.SpreadElement)
    ? '*'
    : String(before.length)
}

/** `setPassword(value)`, `comparePassword(candidate)`, `set password(v)`: the function says what it is given. */
function meantByFunction({ function: fn, index, node }: Origin & { kind: 'parameter' }): string | undefined {
  if (index !== 0 || node.type !== T.Identifier || !PLAIN_PARAMETER.test(node.name)) return undefined
  const name = functionName(fn)
  if (name === undefined) return undefined
  const { parent } = fn
  if ((parent.type === T.MethodDefinition || parent.type === T.Property) && parent.kind === 'set') return name
  const [verb, ...rest] = splitWords(name)
  return rest.length > 0 && TAKERS.test(verb ?? '') ? rest.join('_') : undefined
}

/** What a function is called: by itself, or by the variable or member that it is the value of. */
export function functionName(fn: Node): string | undefined {
  if ((fn.type === T.FunctionDeclaration || fn.type === T.FunctionExpression) && fn.id) return fn.id.name
  const parent = fn.parent
  if (parent?.type === T.VariableDeclarator && parent.id.type === T.Identifier) return parent.id.name
  if (
    (parent?.type === T.Property || parent?.type === T.MethodDefinition || parent?.type === T.PropertyDefinition) &&
    parent.key.type === T.Identifier
  )
    return parent.key.name
  if (parent?.type === T.AssignmentExpression && parent.left.type === T.MemberExpression) return memberName(parent.left)
  return undefined
}

/** What a function is given, by a name that says nothing of it. */
const PLAIN_PARAMETER =
  /^(?:candidate|plain|plain_?text|raw|clear|entered|given|attempt(?:ed)?|supplied|provided|new_?value|value|val|v|input|text|str|string|pw|[psx]|other)$/iu
/** Verbs of functions that are given what the rest of their name says. */
const TAKERS = /^(?:set|compare|check|verify|validate|match|matches|hash|encrypt|change|update|save|store)$/u

/** `createToken`, `getAccessToken`: whether the name of a function of the file says that it gives a credential. */
function isPromise(name: string, ask: Judgement, sink: Sink | undefined): boolean {
  const [verb, ...rest] = splitWords(name)
  if (verb === undefined || rest.length === 0) return false
  if (/^(?:create|generate|make|mint|issue|derive|new|gen|sign)$/u.test(verb)) return true
  // Others may give a record of it, or where it is.
  return (
    sink?.kind !== 'exception' &&
    /^(?:get|fetch|load|read|retrieve|obtain|acquire|decrypt)$/u.test(verb) &&
    ask.classify(givenName(name)).certainty === 'sure'
  )
}

function givenName(name: string): string {
  return splitWords(name).slice(1).join('_')
}

/** `` `KEY=${value}`.split('=')[0] ``: what is read stands before the value. */
function isBehind(text: Node, split: Node, file: FileAnalysis): boolean {
  const [by] = split.type === T.CallExpression ? split.arguments : []
  const separator = by && file.string(by)
  let start: Node = text
  while (start.type === T.BinaryExpression) start = unwrap(start.left)
  const fixed = start.type === T.TemplateLiteral ? start.quasis[0]?.value.raw : file.string(start)
  return separator !== undefined && separator !== '' && fixed !== undefined && fixed.includes(separator)
}

/** `url.password = value`: an address shows what it is given. */
function isOfAddress(file: FileAnalysis, write: Node): boolean {
  const target = write.type === T.AssignmentExpression ? unwrap(write.left) : undefined
  if (target?.type !== T.MemberExpression || target.object.type !== T.Identifier) return false
  const definition = file.index.variableOf(target.object)?.defs[0]
  const made = definition?.type === 'Variable' && definition.node.init ? unwrap(definition.node.init) : undefined
  return (
    made?.type === T.NewExpression &&
    lastName(made.callee) === 'URL' &&
    /^(?:password|username|search|hash|href|pathname)$/u.test(memberName(target) ?? '')
  )
}

/** `headers.set(name, value)`: JSON shows nothing of what such a collection holds. */
function isSet(call: TSESTree.CallExpression): boolean {
  return /^(?:set|append)$/u.test(lastName(call.callee) ?? '')
}

/** What is known of a computed member: `env[\`${prefix}_API_KEY\`]`. */
function fixedPart(node: Node): string {
  const property = node.type === T.MemberExpression ? unwrap(node.property) : undefined
  if (property?.type === T.TemplateLiteral) return property.quasis.map((quasi) => quasi.value.raw).join('_')
  // `env['API_KEY_' + name]`
  const start = property?.type === T.BinaryExpression ? unwrap(property.left) : undefined
  return start?.type === T.Literal && typeof start.value === 'string' ? start.value.replace(/[_.-]$/u, '') : '*'
}

/** The name at the root of the access path, where the origin has one that no step has named. */
function nameOfRoot(origin: Origin): string | undefined {
  switch (origin.kind) {
    case 'global':
      return origin.name
    case 'import':
      return origin.export === '*' || origin.export === 'default' ? undefined : origin.export
    case 'parameter':
    case 'unknown':
      return origin.node.type === T.Identifier ? origin.node.name : undefined
    default:
      return undefined
  }
}

/** `@Headers('authorization') value: string` of Nest: what the decorator reads. */
function decoratedPath(origin: Origin & { kind: 'parameter' }): readonly string[] | undefined {
  const parameter = origin.function.params[origin.index] as { decorators?: readonly TSESTree.Decorator[] } | undefined
  for (const { expression } of parameter?.decorators ?? []) {
    const call = unwrap(expression)
    const name = call.type === T.CallExpression ? lastName(call.callee) : undefined
    if (call.type !== T.CallExpression || !name || !/^(?:Headers?|Body|Query|Param|Cookies?|Session)$/u.test(name))
      continue
    const key = call.arguments[0] && origin.file.string(call.arguments[0])
    const part = name.toLowerCase().replace(/^(?:header|cookie)$/u, '$&s')
    if (key !== undefined) return ['request', part, ...key.split('.')]
    if (part === 'headers' || part === 'cookies' || part === 'body') return ['request', part]
  }
  return undefined
}

/** What stands in such a place under a secret's name says where it is, how it is called, or what is wrong with it. */
const PLACES =
  /^(?:files?|paths?|filenames|filePaths|routes|urls|endpoints|fields|columns|labels|placeholders|errors|messages|hints|warnings|touched|tooltips|validators|translations)$|[a-z\d_](?:Labels|Placeholders|Errors|Messages|Hints|Warnings|Validators|_(?:labels|errors|messages))$/u

/** `project.files.credentials` is read member by member, the last one first. */
export function isInPlaces(views: readonly View[], at: number): boolean {
  const view = views[at]!
  const around = views[at + 1]
  const parent =
    view.path.at(-2) ?? (around && around.path.length === view.path.length + 1 ? around.path.at(-2) : undefined)
  return parent !== undefined && PLACES.test(parent)
}

export function meaningOfView(view: View, ask: Judgement): NameMeaning | undefined {
  const path = view.path.filter((part) => part !== '*')
  if (path.length === 0) return undefined
  const [parent, last] = [path.at(-2), path.at(-1)!]
  // `passwordRef.current.value`, `passwordInput.value`: what is typed there
  if (last === 'value') {
    const field = (parent === 'current' ? path.at(-3) : parent) ?? ''
    const typed = field.replace(/_?(?:ref|input|field|el|elem|element|box|control)$/iu, '')
    if (typed !== field && typed !== '') return ask.classify(typed)
  }
  const meaning = ask.classifyPath(path)
  if (meaning.kind !== 'other') return meaning
  // `secrets.stripe`: what stands in such a place is one.
  if (
    parent !== undefined &&
    /^(?:secrets|apiKeys|passwords|privateKeys|secretKeys)$/u.test(parent) &&
    splitWords(last).length > 0
  )
    return /^(?:length|size|name|names|keys|get|set|id|list|map|filter)$/u.test(last) ? meaning : ask.classify('secret')
  // `{ user, pass }` of a mail or database server
  if (
    last === 'auth' &&
    parent !== undefined &&
    /^(?:smtp|e?mail|mailer|imap|ftp|proxy|registry|redis|mqtt|transport(?:er)?)$/iu.test(parent)
  )
    return ask.classify('credentials')
  // `completion.choices[0].message.content`
  if (last === 'content' && /^(?:message|delta)$/u.test(parent ?? '') && path.includes('choices'))
    return ask.classify('completion')
  if (/^(?:content|text|parts)$/u.test(last) && /^(?:messages|chatMessages|history)$/u.test(parent ?? ''))
    return ask.classify('userMessage')
  if (parent === 'body' && last === 'address') return ask.classify('homeAddress')
  const asker = path.at(-3)
  if (
    parent === 'body' &&
    /^(?:req|request|ctx|event)$/u.test(asker ?? '') &&
    /^(?:messages?|text|content|question|input|comment|note|query|description)$/u.test(last)
  )
    return ask.classify('userMessage')
  // `cookies.sid`, `cookie.sid.value`
  const [jar, cookie] = last === 'value' ? [path.at(-3), parent] : [parent, last]
  if (jar !== undefined && /^(?:(?:signed)?cookies|cookie)$/iu.test(jar) && isSessionCookie(cookie ?? ''))
    return ask.classify('sessionCookie')
  if (parent !== undefined && /^(?:raw)?headers?$/iu.test(parent)) {
    const header = confidentialHeaders.find((row) => row.id === last.toLowerCase())
    if (header) return { ...meaning, kind: 'credential', class: header.class, certainty: 'sure' }
  }
  return meaning
}

/** `req.cookies.sid`: the cookie by which a server knows who asks. */
export function isSessionCookie(name: string): boolean {
  return /^(?:.*[._-])?(?:session|sess|sid|auth|jwt|token|remember|remember[-_]?me|credentials?)(?:[-_]?id)?$/iu.test(
    name,
  )
}

/** What a name of the way exposes, at the place where it stands. */
export function exposedView(origin: Origin, trail: Trail, view: View, of: ConfidentialClass, holds?: string): Exposure {
  return {
    name: view.path.join('.'),
    class: of,
    ...(holds === undefined ? {} : { holds }),
    way: origin.steps.slice(0, view.steps),
    node: view.node,
    record: trail.record.slice(0, view.keys),
    inText: view.inText,
  }
}

/** `getAccessToken()`, `generateApiKey()`: verbs whose result is what the rest of the name says. */
export const GIVERS =
  /^(?:get|fetch|load|read|create|generate|make|mint|issue|retrieve|obtain|request|build|derive|decrypt|find|lookup|resolve|refresh|new|gen|acquire|sign)$/u

/** What a loop's variable, or the parameter of a callback of `forEach`, goes over. */
export function loopedOver(definition: Node): Node | undefined {
  if (definition.type === T.VariableDeclarator) {
    const statement = definition.parent.parent
    return statement?.type === T.ForInStatement || statement?.type === T.ForOfStatement ? statement.right : undefined
  }
  const call = isFunction(definition) ? definition.parent : undefined
  return call?.type === T.CallExpression &&
    call.callee.type === T.MemberExpression &&
    /^(?:forEach|map|flatMap|reduce|reduceRight)$/u.test(memberName(call.callee) ?? '')
    ? call.callee.object
    : undefined
}

/** The node where a value shows what it is, without wrappers. */
export function shownNode(node: Node): Node {
  return node.type === T.Property ? node.value : unwrap(node)
}
