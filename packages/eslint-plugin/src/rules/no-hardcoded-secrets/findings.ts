import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import type { Node, TokenMatch } from '@palisade/analysis'

/** What the rule says; see `messages` in `rule.ts`. */
export type MessageId =
  | 'format'
  | 'destination'
  | 'destinationElsewhere'
  | 'destinationFrom'
  | 'name'
  | 'fallback'
  | 'comparison'
  | 'exposed'
  | 'browserClient'
  | 'constantNonce'
  | SuggestionId

export type SuggestionId = 'readEnvironment' | 'requireEnvironment' | 'dropFallback'

export type Suggestion = TSESLint.SuggestionReportDescriptor<MessageId>

/** Something to report, held back until all the evidence about a place is in. */
export interface Finding {
  readonly range: readonly [number, number]
  readonly loc: TSESTree.SourceLocation
  readonly messageId: Exclude<MessageId, SuggestionId>
  readonly data: Record<string, string>
  readonly suggest?: readonly Suggestion[]
  /** The environment variable that the documentation of the one who takes it uses. */
  readonly variable?: string
}

/** Which message wins where several concern one place: what is known of the value says more than its surroundings. */
const RANK: Record<Finding['messageId'], number> = {
  format: 6,
  fallback: 5,
  destination: 4,
  destinationElsewhere: 4,
  destinationFrom: 4,
  comparison: 3,
  name: 2,
  exposed: 7,
  browserClient: 7,
  constantNonce: 1,
}

/** Gathers findings of a file and gives one a place. */
export class Findings {
  readonly #byStart = new Map<number, Finding>()

  add(finding: Finding): void {
    const before = this.#byStart.get(finding.range[0])
    if (before === undefined || RANK[finding.messageId] > RANK[before.messageId])
      this.#byStart.set(finding.range[0], finding)
  }

  /** The findings in source order; of two that overlap, the one with the higher rank. */
  list(): Finding[] {
    const sorted = [...this.#byStart.values()].sort((a, b) => a.range[0] - b.range[0])
    const kept: Finding[] = []
    for (const finding of sorted) {
      const last = kept[kept.length - 1]
      if (last === undefined || finding.range[0] >= last.range[1]) kept.push(finding)
      else if (RANK[finding.messageId] > RANK[last.messageId]) kept[kept.length - 1] = finding
    }
    return kept
  }
}

/**
 * What may be shown of a secret: at most its first four characters, and at most a quarter of it.
 *
 * @param secret the secret
 * @returns the beginning and an ellipsis
 */
export function preview(secret: string): string {
  const shown = Math.min(4, Math.floor(secret.length / 4))
  return `${secret.slice(0, shown)}…`
}

/**
 * What was found, as the messages put it into a sentence.
 *
 * @param what the thing: `API key`, `Airtable token`
 * @returns the thing with its article
 */
export function withArticle(what: string): string {
  const [first = ''] = what.split(' ')
  const isSpelled = /^[A-Z\d]+$/.test(first) || first === 'npm'
  const isVowel = isSpelled ? /^[AEFHILMNORSXn]/.test(first) : /^(?:[aeio]|xAI|u(?!ni|se|r))/i.test(first)
  return `${isVowel ? 'an' : 'a'} ${what}`
}

/** A text as the beginning of a sentence. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/**
 * The matches that begin inside a range; binary search, because a file can hold very many of both.
 *
 * @param matches matches in source order
 * @param range the beginning and the end
 */
export function matchesIn(matches: readonly TokenMatch[], [start, end]: readonly [number, number]): TokenMatch[] {
  let low = 0
  let high = matches.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (matches[middle]!.start < start) low = middle + 1
    else high = middle
  }
  const found: TokenMatch[] = []
  for (let at = low; at < matches.length && matches[at]!.start < end; at++) found.push(matches[at]!)
  return found
}

/** The range of a node as the findings keep it. */
export function placeOf(node: Node): Pick<Finding, 'range' | 'loc'> {
  return { range: node.range, loc: node.loc }
}
