import type { ConfidentialClass, NameMeaning, Node, Step } from '@palisade/analysis'

/** What the rule has found out about one value on its way to a sink. */
export interface Exposure {
  /** What the value is called where it shows that it is confidential: `user.password`. */
  name: string
  class: ConfidentialClass
  /** For a whole object: what it holds. */
  holds?: string
  /** For a whole object: the paths of the confidential members that it is known to have. */
  members?: readonly (readonly string[])[]
  /** The steps that lie between the sink and the place where the value shows what it is. */
  way: readonly Step[]
  /** The expression that shows it. */
  node: Node
  /** The keys under which the value stands in what is logged; the last one is the value's own. */
  record: readonly string[]
  /** Whether the value becomes part of a text, so that no key leads to it any more. */
  inText: boolean
}

/** What a project asks for. */
export interface Judgement {
  classes: ReadonlySet<ConfidentialClass>
  strict: boolean
  classify(name: string): NameMeaning
  classifyPath(path: readonly string[]): NameMeaning
  /** Types whose values are confidential, by name. */
  sensitiveTypes: ReadonlySet<string>
  /** What says in a schema's metadata that a value is confidential. */
  metadata: RegExp
}

export function isAsked(meaning: NameMeaning, ask: Judgement): boolean {
  return meaning.class !== undefined && ask.classes.has(meaning.class)
}
