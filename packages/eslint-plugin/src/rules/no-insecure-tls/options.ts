import type { JSONSchema4 } from '@typescript-eslint/utils/json-schema'

/** An own client's option, or an own name, that switches protection off. */
export interface OwnClient {
  /** `module#export` of the call or construction that takes it; left out: the name is known on any object. */
  call?: string
  /** The option's name. */
  option: string
  /** The values that are unsafe. */
  unsafe: (string | number | boolean | null)[]
}

export interface Options {
  /** Also what trades noise for coverage. */
  strict?: boolean
  /** Hosts that may be reached without TLS; `*.` in front stands for any subdomain. */
  allowHosts?: string[]
  /** Which plain addresses are reported. */
  cleartext?: 'off' | 'addresses' | 'all'
  /** Whether private address ranges and single-label host names count as remote. */
  privateHosts?: boolean
  /** Expressions that say "not in production" when truthy. */
  developmentGuards?: string[]
  /** Own rows beside those of the catalog. */
  clients?: OwnClient[]
  /** The lowest protocol version that is accepted. */
  minVersion?: 'TLSv1.2' | 'TLSv1.3'
}

export const defaultOptions: Required<Options> = {
  strict: false,
  allowHosts: [],
  cleartext: 'addresses',
  privateHosts: false,
  developmentGuards: [],
  clients: [],
  minVersion: 'TLSv1.2',
}

const strings: JSONSchema4 = { type: 'array', items: { type: 'string' }, uniqueItems: true }

export const optionsSchema: Record<keyof Options, JSONSchema4> = {
  strict: {
    type: 'boolean',
    description:
      'Also report what trades noise for coverage: any plain address, servers without TLS, cookies without `secure`, switched-off HSTS, and switches with which an operator can turn protection off.',
  },
  allowHosts: {
    ...strings,
    description: 'Hosts that may be reached without TLS, e.g. `legacy.acme.io` or `*.acme.io`.',
  },
  cleartext: {
    type: 'string',
    enum: ['off', 'addresses', 'all'],
    description:
      'Which plain addresses (`http:`, `ws:`, `mqtt:` …) are reported: none, those that are connected to, or every such literal.',
  },
  privateHosts: {
    type: 'boolean',
    description:
      'Whether plain addresses in private ranges (`10.0.0.1`) and single-label hosts (`redis`) are reported too.',
  },
  developmentGuards: {
    ...strings,
    description:
      'Expressions that say "not in production" when they hold, e.g. `config.isLocal`; beside `settings.palisade.developmentGuards`.',
  },
  clients: {
    type: 'array',
    items: {
      type: 'object',
      properties: {
        call: { type: 'string', pattern: '#' },
        option: { type: 'string' },
        unsafe: { type: 'array', minItems: 1, items: { type: ['string', 'number', 'boolean', 'null'] } },
      },
      required: ['option', 'unsafe'],
      additionalProperties: false,
    },
    description:
      'Own clients: the call that takes the option (`module#export`, or none for any object), the option, and its unsafe values.',
  },
  minVersion: {
    type: 'string',
    enum: ['TLSv1.2', 'TLSv1.3'],
    description: 'The lowest protocol version that is accepted.',
  },
}
