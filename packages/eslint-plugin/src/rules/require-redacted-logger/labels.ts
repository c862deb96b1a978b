import { confidentialHeaders, contains, lastName, type Node, type Origin, T, unwrap } from '@palisade/analysis'
import { isAsked, type Judgement } from './judgement.js'
import { isAbsent } from './plausible.js'
import type { Sink } from './sinks.js'
import type { Trail } from './trail.js'

/** What a text says right before a value: `…?api_key=`, `--password=`, `Bearer `. */
const BEFORE = /(?:^|[^\w.-])-{0,2}([A-Za-z][\w-]{2,40})=["']?$/u
const BEARER = /\bBearer $/u

/** Names that say nothing of a value. */
const NAMELESS = /^(?:[a-z]|vals?|values?|text|str|string|input|raw|plain|plaintext|answer|decrypted|key|keys)$/u

/** Values that are no text: `hasPassword`, `count`. */
const NO_TEXT = /^(?:is|has|have|should|can|num|count|was|are|did|use|ok|valid|found|exists|enabled|disabled)(?![a-z])/u

/**
 * What the text before a value calls it: `` `${base}?api_key=${this.key}` ``, `console.log('password:', value)`.
 *
 * @param origin where the value comes from.
 * @param trail the way from the sink to it; no name on it says what it is.
 * @param ask what the project asks for.
 * @param sink where the value goes.
 * @returns the label, when it denotes a credential.
 */
export function labelOfValue(origin: Origin, trail: Trail, ask: Judgement, sink: Sink | undefined): string | undefined {
  if (!sink || sink.kind === 'exception' || trail.isPiece || origin.kind === 'caught' || origin.kind === 'object')
    return undefined
  const first = trail.views[0]?.path.at(-1) ?? ''
  if (NO_TEXT.test(first)) return undefined
  for (const [at, step] of origin.steps.entries()) {
    if (step.kind !== 'template' && step.kind !== 'concat') continue
    const before = textBefore(step.node, origin.steps[at + 1]?.node ?? origin.node)
    const label = BEARER.test(before) ? 'authorization' : BEFORE.exec(before)?.[1]
    if (label !== undefined && isSure(label, ask) && !trail.views.some((one) => isAbsent(origin.file, one.node)))
      return label
  }
  // `console.log('password:', value)`
  const place = sink.values.findIndex((one) => NAMELESS.test(lastName(unwrap(one)) ?? ''))
  const before = place === 1 && trail.views.length > 0 ? unwrap(sink.values[0]!) : undefined
  const label =
    before?.type === T.Literal && typeof before.value === 'string' && contains(sink.values[1]!, trail.views[0]!.node)
      ? /^([A-Za-z][\w-]{2,40})\s?[:=]?\s?(?:%s)?$/u.exec(before.value)?.[1]
      : undefined
  return label !== undefined && isSure(label, ask) ? label : undefined
}

function isSure(label: string, ask: Judgement): boolean {
  const meaning = ask.classify(label)
  return (
    (meaning.kind === 'credential' && meaning.certainty === 'sure' && isAsked(meaning, ask)) ||
    confidentialHeaders.some((row) => row.class === 'credentials' && row.id === label.toLowerCase())
  )
}

/** The fixed text that stands right before a part of a template or sum. */
function textBefore(text: Node, part: Node): string {
  let node: Node = text
  if (node.type === T.TemplateLiteral) {
    const at = node.expressions.findIndex((one) => contains(one, part))
    return at < 0 ? '' : (node.quasis[at]?.value.cooked ?? '')
  }
  while (node.type === T.BinaryExpression && node.operator === '+') {
    if (contains(node.right, part)) return lastText(node.left)
    node = unwrap(node.left)
  }
  return ''
}

function lastText(node: Node): string {
  const value = unwrap(node)
  if (value.type === T.BinaryExpression) return lastText(value.right)
  if (value.type === T.TemplateLiteral) return value.quasis.at(-1)?.value.cooked ?? ''
  return value.type === T.Literal && typeof value.value === 'string' ? value.value : ''
}
