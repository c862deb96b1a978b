/** What of an error is told: everything, or all but its message. */
export type ReportedDetail = 'any' | 'stack'

export interface Options {
  /** Adds the checks that trade noise for coverage. */
  strict?: boolean
  /** `stack` lets an error's message out and keeps the rest in. */
  detail?: ReportedDetail
  /** Error classes whose text is written for users; added to `settings.palisade.publicErrors`. */
  publicErrors?: readonly string[]
  /** Functions that turn an error into a text for users; added to `settings.palisade.errorMappers`. */
  errorMappers?: readonly string[]
  /** Names that are truthy in development only; added to `settings.palisade.developmentGuards`. */
  developmentGuards?: readonly string[]
  /** Own functions that send what they are given, as `name` or `module#name`, with the argument's index after a colon. */
  responders?: readonly string[]
  /** Whether test files are checked as well. */
  testFiles?: boolean
}

/** What the rule knows about a project, from its options and the shared settings. */
export interface Knowledge {
  strict: boolean
  detail: ReportedDetail
  publicErrors: ReadonlySet<string>
  errorMappers: ReadonlySet<string>
  developmentGuards: ReadonlySet<string>
  responders: ReadonlyMap<string, readonly number[] | 'all'>
}

/**
 * Puts options and shared settings together.
 *
 * @param options the rule's options, defaults filled in.
 * @param settings `settings.palisade`.
 */
export function knowledgeOf(
  options: Required<Options>,
  settings: { publicErrors: readonly string[]; errorMappers: readonly string[]; developmentGuards: readonly string[] },
): Knowledge {
  return {
    strict: options.strict,
    detail: options.detail,
    publicErrors: new Set([...settings.publicErrors, ...options.publicErrors].map(lastPart)),
    errorMappers: new Set([...settings.errorMappers, ...options.errorMappers]),
    developmentGuards: new Set([...settings.developmentGuards, ...options.developmentGuards]),
    responders: respondersOf(options.responders),
  }
}

/** The class name of `module#Class`. */
function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('#') + 1)
}

function respondersOf(entries: readonly string[]): Map<string, number[] | 'all'> {
  const found = new Map<string, number[] | 'all'>()
  for (const entry of entries) {
    const colon = /:(\d+)$/u.exec(entry)
    if (!colon) {
      found.set(entry, 'all')
      continue
    }
    const name = entry.slice(0, colon.index)
    const known = found.get(name)
    if (known !== 'all') found.set(name, [...(known ?? []), Number(colon[1])])
  }
  return found
}
