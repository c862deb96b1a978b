import type { ConfidentialClass } from '@palisade/analysis'
import type { JSONSchema4 } from '@typescript-eslint/utils/json-schema'

export interface Options {
  strict?: boolean
  classes?: readonly ConfidentialClass[]
  testFiles?: boolean
  exceptions?: boolean
  configuration?: boolean
  developmentGuards?: boolean
  sensitiveTypes?: readonly string[]
  sensitiveMetadata?: readonly string[]
  loggers?: readonly { module: string; name: string }[]
}

const CLASSES: readonly ConfidentialClass[] = ['credentials', 'pii', 'financial', 'nationalId', 'health', 'content']

/** What is confidential unless a project says otherwise: what nobody may see, not even in a log. */
export const DEFAULT_CLASSES: readonly ConfidentialClass[] = ['credentials', 'financial', 'nationalId']

export const defaultOptions: Options = {
  strict: false,
  testFiles: false,
  exceptions: true,
  configuration: true,
  developmentGuards: false,
  sensitiveTypes: [],
  sensitiveMetadata: ['sensitive', 'secret', 'pii', 'confidential'],
  loggers: [],
}

export const optionsSchema: Record<keyof Options, JSONSchema4> = {
  strict: {
    type: 'boolean',
    description:
      'All data classes, request bodies, predefined request formats, and secrets that command line programs print on purpose.',
  },
  classes: {
    type: 'array',
    items: { type: 'string', enum: [...CLASSES] },
    uniqueItems: true,
    description:
      'The classes of data that must not be logged. Default: credentials, financial and nationalId; with `strict`, all.',
  },
  testFiles: { type: 'boolean', description: 'Whether test files are checked as well.' },
  exceptions: { type: 'boolean', description: 'Whether the message of a new exception counts as a log.' },
  configuration: { type: 'boolean', description: 'Whether the creation of loggers is checked.' },
  developmentGuards: {
    type: 'boolean',
    description: 'Whether code that runs in development only is left alone.',
  },
  sensitiveTypes: {
    type: 'array',
    items: { type: 'string' },
    description: 'Names of types whose values are confidential, whatever they are called.',
  },
  sensitiveMetadata: {
    type: 'array',
    items: { type: 'string', pattern: '^\\w+$' },
    description:
      'Words in the metadata of a schema that say that a value is confidential: `z.string().meta({ sensitive: true })`.',
  },
  loggers: {
    type: 'array',
    items: {
      type: 'object',
      properties: { module: { type: 'string' }, name: { type: 'string' } },
      required: ['module', 'name'],
      additionalProperties: false,
    },
    description:
      "The project's redacted loggers. When set, `console.*` is reported, with a suggestion to use the first of them.",
  },
}

/**
 * The classes that are asked for.
 *
 * @param options the rule's options.
 */
export function askedClasses(options: Options): ReadonlySet<ConfidentialClass> {
  return new Set(options.classes ?? (options.strict ? CLASSES : DEFAULT_CLASSES))
}
