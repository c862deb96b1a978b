import {
  type FileAnalysis,
  lastName,
  memberName,
  type Node,
  type Origin,
  propertyName,
  splitWords,
  T,
  unwrap,
} from '@palisade/analysis'
import { speaksOfSecrets } from './barriers.js'
import { isDeclaredHarmless } from './declared.js'
import { type Exposure, isAsked, type Judgement } from './judgement.js'
import {
  isAbsent,
  isChosenByKey,
  isComposed,
  isFit,
  isHarmlessValue,
  isLabelled,
  isLoopKey,
  isNameOf,
  isOtherToken,
  isReadAsFile,
  isRecord,
  losesCredential,
} from './plausible.js'
import { labelOfValue } from './labels.js'
import type { Sink } from './sinks.js'
import { exposedView, isInPlaces, loopedOver, meaningOfView, readTrail, type View } from './trail.js'
import { isCharacter, isOtherPiece, isWeakSign } from './weak-signs.js'
import { wholeExposure } from './wholes.js'

/**
 * Is what comes from this origin confidential?
 *
 * The way from the sink to the origin is read for names: the first one that clearly denotes something confidential, or
 * clearly a thing about it, decides. Where no name does, the origin itself may: a whole environment, a request, the
 * result of a secret manager.
 *
 * @param origin where the value comes from, with the way to it.
 * @param ask what the project asks for.
 * @param sink where the value goes.
 * @returns what is exposed, or undefined when it is nothing confidential.
 */
export function exposureOf(origin: Origin, ask: Judgement, sink?: Sink): Exposure | undefined {
  if (isHarmlessValue(origin)) return undefined
  const trail = readTrail(origin, ask, sink)
  if (trail.isKey || (!ask.strict && isAnyMember(origin, ask, sink)) || isKeptBack(origin, ask)) return undefined
  let about = false
  let holder: View | undefined
  const surely = untilUnknownKey(origin)
  // What an empty list is called says nothing of what it holds.
  const isEmpty = origin.kind === 'object' && origin.members.every((name) => /^(?:\*|\d+)$/u.test(name))
  for (const [at, view] of (isEmpty ? [] : trail.views).entries()) {
    if (view.steps > surely) return undefined
    // `token.length` is a number, whatever the token was made from.
    if (view.kind !== 'property' && /^(?:length|byteLength)$/u.test(view.path.at(-1) ?? '')) return undefined
    if (view.derived && !trail.isPiece) about = false
    if (view.isLost) return undefined
    // `for (const [name] of secrets)`: what an entry stands under.
    if (view.path.at(-1) === '0' && view.path.at(-2) === '*') continue
    if (saysRedacted(view)) return undefined
    const meaning = meaningOfView(view, ask)
    if (meaning === undefined || meaning.kind === 'other') continue
    if (meaning.kind === 'about') {
      if (isTokenResponse(origin, view)) return exposedView(origin, trail, view, 'credentials', 'the tokens')
      about = true
      holder = /^(?:identity|wording|state|time|machinery|measure)$/u.test(meaning.aspect ?? '') ? view : undefined
      continue
    }
    // `tokenInfo = { access_token }`: what an object about a token holds under such a name is one.
    if (holder && view.kind === 'property' && view.keys > holder.keys && meaning.certainty === 'sure') about = false
    if (about || (view.isPiece && isOtherPiece(trail.views[0]!))) return undefined
    if (!isAsked(meaning, ask) || isMeasuredLater(trail.views.slice(at + 1), ask)) return undefined
    if (!isFit(origin, view, meaning)) return undefined
    if (meaning.row === 'email' && isDomain(origin)) return undefined
    // Some member of a text is hardly the text.
    if (
      view.path.at(-1) === '*' &&
      /^(?:token|password|secret|key|connection)$/u.test(meaning.what ?? '') &&
      (sink?.kind === 'exception' || isCharacter(origin, view))
    )
      continue
    // What a name leaves open, one further on may settle: `const token = req.headers.authorization`.
    if (
      isRecord(view, trail.views.slice(at + 1), meaning) ||
      (meaning.row === 'credential' && isDeclaredHarmless(origin, ask)) ||
      isOtherToken(origin, view, meaning) ||
      isComposed(origin, view, meaning, ask) ||
      isWeakSign(origin, view, meaning, ask, sink)
    )
      continue
    if ((meaning.row === 'credential' || trail.record.includes('*')) && losesCredential(trail, ask)) return undefined
    if (
      trail.views.slice(0, at + 1).some((one) => isAbsent(origin.file, one.node)) ||
      (!/^(?:connection-string|session-id)$/u.test(meaning.row ?? '') && isLabelled(origin, view, sink)) ||
      isNameOf(origin, ask)
    )
      return undefined
    if (
      (meaning.class !== 'content' && isInPlaces(trail.views, at)) ||
      isReadAsFile(origin, trail.views.slice(0, at + 1), meaning) ||
      isLoopKey(origin.file, view) ||
      isChosenByKey(origin, view)
    )
      return undefined
    // An object in the place of a message is no text.
    if (sink?.kind === 'exception' && view.keys > 0 && !view.inText) return undefined
    // Nor is a piece of it the thing: `const env = clientId.split('$')[1]`.
    if (sink?.kind === 'exception' && view.isPiece) return undefined
    return exposedView(origin, trail, view, meaning.class!)
  }
  if (surely < Infinity) return undefined
  if (about || (trail.isPiece && trail.views[0] && isOtherPiece(trail.views[0]))) return undefined
  const whole = wholeExposure(origin, trail, ask, sink)
  const label = whole ? undefined : labelOfValue(origin, trail, ask, sink)
  return label === undefined
    ? whole
    : {
        name: label,
        class: 'credentials',
        way: origin.steps,
        node: origin.node,
        record: trail.record,
        inText: trail.inText,
      }
}

/** `const tokenResponse = await client.getToken(code)`: what an authorization server answers, whole. */
function isTokenResponse(origin: Origin, view: View): boolean {
  return (
    origin.kind === 'call' &&
    origin.members.length === 0 &&
    view.path.length === 1 &&
    /^(?:o?auth|access|refresh|id)?_?tokens?_?(?:response|resp|set)$/iu.test(view.path[0]!)
  )
}

/** `sanitizedHeaders`, `safeUser`: whoever named it so has taken out what is confidential. */
function saysRedacted(view: View): boolean {
  if (view.kind !== 'variable' && view.kind !== 'property') return false
  const [first, second] = splitWords(view.path.at(-1) ?? '')
  return (
    second !== undefined &&
    /^(?:sanitized|sanitised|redacted|masked|safe|scrubbed|censored|filtered|cleaned|obfuscated|anonymized|anonymised)$/u.test(
      first ?? '',
    )
  )
}

/** `email.split('@')[1]`: many have the same. */
function isDomain(origin: Origin): boolean {
  return origin.steps.some(
    ({ kind, name, members }) => kind === 'through' && name === 'split' && members?.length === 1 && members[0] === '1',
  )
}

/** `{ credentials: list.length }`: what follows the confidential name is a number or a state of the thing. */
function isMeasuredLater(views: readonly View[], ask: Judgement): boolean {
  for (const view of views) {
    if (view.derived) return false
    if (/^(?:length|size|count|byteLength)$/u.test(view.path.at(-1) ?? '')) return true
    const meaning = view.kind === 'property' ? undefined : meaningOfView(view, ask)
    if (
      meaning?.kind === 'about' &&
      /^(?:measure|state|time|digest|digest-before|question-before)$/u.test(meaning.aspect ?? '')
    )
      return true
  }
  return false
}

/** `env[key] = value` somewhere, and `env.MODE` is read: how many steps of the way lead to where it may be another key. */
function untilUnknownKey(origin: Origin): number {
  const at = origin.steps.findIndex(({ kind, node, members }) => {
    const target = kind === 'write' && node.type === T.AssignmentExpression ? unwrap(node.left) : undefined
    const isOneMember = members?.[0] !== undefined && members[0] !== '*'
    return isOneMember && target?.type === T.MemberExpression && memberName(target) === undefined
  })
  return at < 0 ? Infinity : at
}

/** `for (const [key, value] of entries) { if (SENSITIVE.has(key)) continue; log(value) }`: the key has decided. */
function isKeptBack(origin: Origin, ask: Judgement): boolean {
  const { file } = origin
  for (const { kind, node } of origin.steps) {
    const key =
      kind === 'member' && node.type === T.MemberExpression && node.computed ? unwrap(node.property) : undefined
    if (key?.type === T.Identifier && isLeftOut(file, node, key.name, ask)) return true
    const definition = kind === 'variable' ? file.index.variableOf(node)?.defs[0] : undefined
    const pair = definition && (definition.name as Node).parent
    const [name, value] = pair?.type === T.ArrayPattern ? pair.elements : []
    if (name?.type !== T.Identifier || value !== definition?.name) continue
    const named = wordOf(name.name)
    for (const { test, holds } of file.guards(node)) {
      const text = file.text.slice(...test.range)
      const isNegated = test.type === T.BinaryExpression && test.operator.startsWith('!')
      if (named.test(text) && (holds !== isNegated) !== speaksOfSecrets(text, ask)) return true
    }
  }
  return false
}

/** `if (name !== 'Authorization') log(headers[name])` */
function isLeftOut(file: FileAnalysis, read: Node, key: string, ask: Judgement): boolean {
  return file.guards(read).some(({ test, holds }) => {
    // `headers[name] !== ''` asks about the value.
    const text = file.text.slice(...test.range).replaceAll(`[${key}]`, '')
    const isNegated = test.type === T.BinaryExpression && test.operator.startsWith('!')
    return holds === isNegated && wordOf(key).test(text) && speaksOfSecrets(text, ask)
  })
}

function wordOf(name: string): RegExp {
  return new RegExp(`(?<![\\w$])${name.replaceAll('$', '\\$')}(?![\\w$])`, 'u')
}

/** `config[name]`, of an object that holds other things as well: most probably one of those. */
function isAnyMember(origin: Origin, ask: Judgement, sink: Sink | undefined): boolean {
  const at = origin.steps.findIndex((step) => step.kind === 'member' && step.node.type === T.Property)
  const found = origin.steps[at]?.node
  const before = origin.steps.slice(0, Math.max(at, 0))
  const readAt = before.findIndex((step) => step.kind === 'member' && step.name === '*')
  const read = before[readAt]?.node
  // `providers[id].apiKey`: what each of them has.
  if (before.slice(0, Math.max(readAt, 0)).some((step) => step.kind === 'member')) return false
  if (origin.steps.slice(at + 1).some((step) => step.kind === 'property')) return false
  if (found?.parent?.type !== T.ObjectExpression || read?.type !== T.MemberExpression) return false
  const key = unwrap(read.property)
  const definition = key.type === T.Identifier ? origin.file.index.variableOf(key)?.defs[0] : undefined
  // A loop logs all of them; what it throws is about one.
  if (definition && sink?.kind !== 'exception' && loopedOver(definition.node as Node)) return false
  const isConfidential = (name: string | undefined) =>
    name !== undefined && !/^(?:other|about)$/u.test(ask.classify(name).kind)
  return !found.parent.properties.every(
    (one) => one.type === T.Property && (isConfidential(propertyName(one)) || isConfidential(lastName(one.value))),
  )
}
