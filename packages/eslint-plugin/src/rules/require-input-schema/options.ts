import type { OutsideDataGroup, OutsideDataRow } from '@palisade/analysis'
import type { JSONSchema4 } from '@typescript-eslint/utils/json-schema'

/** Options of `require-input-schema`. */
export interface Options {
  /** Also look at what is rarely worth a report: headers, route parameters that are passed on, queues, files, storage, arguments. */
  strict?: boolean
  /** Which sources are looked at, instead of those of the configuration in use. */
  sources?: OutsideDataGroup[]
  /** Whether `process.env` has to be read through a schema. On in `strict` when left out. */
  env?: boolean
  /** Own functions, methods and middleware that validate: a bare name, a `.method` path, or `module#export`. */
  validators?: string[]
  /** Types whose values are not outside data, although they come from outside: names of types. */
  trustedTypes?: string[]
  /** What checks written by hand are worth: for single primitive values, for whole objects as well, or nothing. */
  primitiveChecks?: 'primitives' | 'objects' | 'none'
  /** Whether an assertion about outside data is reported as such, in its own words. */
  casts?: boolean
  /** Routes that are not looked at: texts that the path starts with. */
  ignoreRoutes?: string[]
  /** Whether test files are checked as well. */
  testFiles?: boolean
}

const GROUPS: readonly OutsideDataGroup[] = [
  'http',
  'messages',
  'ai',
  'responses',
  'queues',
  'storage',
  'arguments',
  'env',
]

/** The groups that are looked at when nothing else is said. */
const USUAL: readonly OutsideDataGroup[] = ['http', 'messages', 'ai', 'responses']

/** What each option may be; the descriptions are printed on the rule's page. */
export const optionSchemas: Record<keyof Options, JSONSchema4> = {
  strict: {
    type: 'boolean',
    description:
      'Also looks at what is rarely worth a report: headers, route parameters that are merely passed on, bodies that are forwarded whole, queue jobs, files, storage, program arguments and the environment.',
  },
  sources: {
    type: 'array',
    items: { type: 'string', enum: [...GROUPS] },
    uniqueItems: true,
    description:
      'Which sources are looked at. Left out: `http`, `messages`, `ai` and `responses`, in `strict` all of them.',
  },
  env: {
    type: 'boolean',
    description: 'Whether `process.env` has to be checked before use. Left out: in `strict` only.',
  },
  validators: {
    type: 'array',
    items: { type: 'string' },
    uniqueItems: true,
    description:
      'Own functions, methods and middleware that validate: a bare name (`checkUser`, `.validateWith`) or `module#export`.',
  },
  trustedTypes: {
    type: 'array',
    items: { type: 'string' },
    uniqueItems: true,
    description: 'Names of types whose values count as validated, e.g. a `ValidatedRequest`.',
  },
  primitiveChecks: {
    type: 'string',
    enum: ['primitives', 'objects', 'none'],
    description:
      'What checks written by hand (`typeof`, `Number.isInteger`, membership, anchored patterns) are worth: for single values, for whole objects as well, or nothing.',
  },
  casts: {
    type: 'boolean',
    description: 'Whether data that an assertion gives a type is reported in words of its own.',
  },
  ignoreRoutes: {
    type: 'array',
    items: { type: 'string' },
    uniqueItems: true,
    description: 'Routes that are not looked at, by the start of their path.',
  },
  testFiles: { type: 'boolean', description: 'Whether test files are checked as well.' },
}

/** The defaults, those of the recommended configuration. */
export const defaultOptions: Options = {
  strict: false,
  validators: [],
  trustedTypes: [],
  primitiveChecks: 'primitives',
  casts: true,
  ignoreRoutes: [],
  testFiles: false,
}

/** The groups of sources that options ask for. */
export function activeGroups(options: Options): ReadonlySet<OutsideDataGroup> {
  const groups = new Set<OutsideDataGroup>(options.sources ?? (options.strict ? GROUPS : USUAL))
  if (options.env === true) groups.add('env')
  if (options.env === false) groups.delete('env')
  return groups
}

/** Whether a row is looked at: what only `strict` looks at is, too, when its group is asked for by name. */
export function isWanted({ strict, group }: OutsideDataRow, options: Options): boolean {
  if (!strict || options.strict) return true
  return (
    !USUAL.includes(group) && (options.sources?.includes(group) === true || (group === 'env' && options.env === true))
  )
}
