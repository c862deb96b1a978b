import {
  createTokenScanner,
  standardScanner,
  tokenFormats,
  type TokenFormatRow,
  type TokenScanner,
} from '@palisade/analysis'
import type { JSONSchema4 } from '@typescript-eslint/utils/json-schema'

/** A format that a project adds: how its own tokens look. */
export interface OwnFormat {
  /** Its name in messages. */
  name: string
  /** A regular expression's source, in the small grammar of the catalog. */
  pattern: string
}

/** How a suggestion reads the environment. */
export type EnvironmentAccess = 'process.env' | 'import.meta.env' | 'Deno.env' | 'Bun.env'

export interface Options {
  formats?: { off?: string[]; add?: OwnFormat[] }
  names?: { add?: string[]; ignore?: string[] }
  allowValues?: string[]
  testFiles?: boolean
  comments?: boolean
  minLength?: number
  env?: EnvironmentAccess
  strict?: boolean
}

const strings: JSONSchema4 = { type: 'array', items: { type: 'string' }, uniqueItems: true }

export const optionSchema: Record<keyof Options, JSONSchema4> = {
  formats: {
    type: 'object',
    description: 'Token formats to leave out, by id, and formats of your own.',
    properties: {
      off: { ...strings, description: 'Ids of the catalog of token formats.' },
      add: {
        type: 'array',
        description:
          'Formats of your own: a name for messages, and a pattern of literals, classes, `(?:a|b)`, `{n}`, `{n,m}` and `?`.',
        items: {
          type: 'object',
          properties: { name: { type: 'string' }, pattern: { type: 'string' } },
          required: ['name', 'pattern'],
          additionalProperties: false,
        },
      },
    },
    additionalProperties: false,
  },
  names: {
    type: 'object',
    description: 'Names that denote credentials in your code, and names that look so and do not.',
    properties: { add: strings, ignore: strings },
    additionalProperties: false,
  },
  allowValues: {
    ...strings,
    description: 'Values that may stand in the source: exact, or a regular expression between slashes.',
  },
  testFiles: {
    type: 'boolean',
    description: 'Whether names and destinations count in test files too. Known formats are reported everywhere.',
  },
  comments: { type: 'boolean', description: 'Whether comments are searched for known formats.' },
  minLength: {
    type: 'integer',
    minimum: 1,
    description: 'The least length of a constant under a credential name. Default: 4 for passwords, 6 for others.',
  },
  env: {
    type: 'string',
    enum: ['process.env', 'import.meta.env', 'Deno.env', 'Bun.env'],
    description: 'How a suggestion reads the environment.',
  },
  strict: { type: 'boolean', description: 'Whether constant initialization vectors and salts are reported.' },
}

export const defaultOptions: Options = { testFiles: false, comments: true, env: 'process.env', strict: false }

/**
 * The scanner that the options ask for.
 *
 * @param options the rule's options
 * @returns the standard scanner unless formats are added or switched off
 * @throws Error naming the option, the value and the valid choices for an unknown id or a pattern outside the grammar
 */
export function scannerFor(options: Options): TokenScanner {
  const { off = [], add = [] } = options.formats ?? {}
  if (off.length === 0 && add.length === 0) return standardScanner()
  const key = JSON.stringify(options.formats)
  let scanner = scanners.get(key)
  if (scanner === undefined) {
    const known = new Set<string>(tokenFormats.map((row) => row.id))
    for (const id of off) {
      if (!known.has(id))
        throw new Error(
          `no-hardcoded-secrets: formats.off has no format ${JSON.stringify(id)}. Valid ids are in docs/catalogs/token-formats.md, e.g. ${tokenFormats[20]!.id}.`,
        )
    }
    const own = add.map((format): TokenFormatRow => ({
      id: `own:${format.name}`,
      provider: 'own',
      kind: format.name,
      pattern: compiled(format),
      confidence: 'high',
      source: 'options',
    }))
    try {
      scanner = createTokenScanner([...tokenFormats.filter((row) => !off.includes(row.id)), ...own])
    } catch (error) {
      throw new Error(
        `no-hardcoded-secrets: formats.add holds a pattern that can't be used: ${(error as Error).message}.`,
        { cause: error },
      )
    }
    scanners.set(key, scanner)
  }
  return scanner
}

const scanners = new Map<string, TokenScanner>()

function compiled(format: OwnFormat): RegExp {
  try {
    return new RegExp(format.pattern)
  } catch {
    throw new Error(
      `no-hardcoded-secrets: formats.add.pattern of ${JSON.stringify(format.name)} is no regular expression: ${JSON.stringify(format.pattern)}.`,
    )
  }
}

/**
 * Compiles `allowValues`.
 *
 * @param values exact values, and regular expressions between slashes
 * @returns whether a value may stand in the source
 * @throws Error naming the entry that is no regular expression
 */
export function allowedValues(values: readonly string[] = []): (value: string) => boolean {
  if (values.length === 0) return () => false
  const exact = new Set<string>()
  const patterns: RegExp[] = []
  for (const value of values) {
    const found = /^\/(.+)\/([imsu]*)$/.exec(value)
    if (found === null) {
      exact.add(value)
      continue
    }
    try {
      patterns.push(new RegExp(found[1]!, found[2]))
    } catch {
      throw new Error(
        `no-hardcoded-secrets: allowValues holds ${JSON.stringify(value)}, which is no regular expression.`,
      )
    }
  }
  return (value) => exact.has(value) || patterns.some((pattern) => pattern.test(value))
}
