import {
  type CallNode,
  type FileAnalysis,
  httpLoggers,
  type HttpLoggerRow,
  isFunction,
  type LoggerRow,
  loggers,
  type Node,
  propertyName,
  type QualifiedName,
  returnsOf,
  T,
  unwrap,
} from '@palisade/analysis'
import type { TSESTree } from '@typescript-eslint/utils'
import { literalOf } from './option-lookup.js'
import { qualified, type Sink } from './sinks.js'

/** A call that makes a logger, and the options of it that end up in records. */
interface Carrier {
  row: LoggerRow
  modules: readonly string[]
  creations: ReadonlySet<QualifiedName>
  /** Where the options stand: in the first argument, or a member of it. */
  at: string | undefined
  options: readonly string[]
}

const carriers: readonly Carrier[] = [
  ...(loggers as readonly LoggerRow[]).flatMap((row): Carrier[] =>
    row.carries
      ? [
          {
            row,
            modules: row.modules,
            creations: new Set(
              qualified(row.modules, row.loggers.map((path) => path.replace(/\.log$/u, '')).filter(isCreation)),
            ),
            at: row.optionsAt,
            options: row.carries,
          },
        ]
      : [],
  ),
  // Whatever stands on pino has its options.
  ...(httpLoggers as readonly HttpLoggerRow[]).flatMap((row): Carrier[] =>
    row.carries
      ? [
          {
            row: {
              ...(loggers as readonly LoggerRow[]).find((one) => one.id === 'pino')!,
              ...(row.under === undefined ? {} : { optionsAt: row.under }),
            },
            modules: row.modules,
            creations: new Set(qualified(row.modules, row.makes)),
            at: row.under,
            options: row.carries,
          },
        ]
      : [],
  ),
]

function isCreation(path: string): boolean {
  return path.endsWith('()')
}

/**
 * What a call that makes a logger puts into each of its records: `pino({ mixin: () => ({ … }) })`,
 * `winston.createLogger({ defaultMeta: { … } })`, `fastify({ logger: { serializers: { req: (req) => ({ … }) } } })`.
 *
 * @param file the call's file.
 * @param call any call or construction.
 */
export function carriedSinks(file: FileAnalysis, call: CallNode): readonly Sink[] {
  const [given] = call.arguments
  const possible = carriers.filter(({ modules }) => modules.some((module) => file.index.modules.has(module)))
  if (!given || possible.length === 0) return []
  const names = file.names(call.callee)
  const made = possible.find(({ creations }) => names.some((name) => creations.has(`${name}()`)))
  const whole = made && literalOf(file, given)
  const options = made?.at !== undefined && whole ? literalOf(file, memberOf(whole, made.at)) : whole
  if (!made || !options) return []
  const sink = (values: readonly Node[], under?: string): Sink[] =>
    values.length === 0
      ? []
      : [
          {
            reaches: `each record of ${file.text.slice(...call.callee.range)}()`,
            kind: 'log',
            values,
            logger: call,
            row: made.row,
            ...(under === undefined ? {} : { under }),
          },
        ]
  const results = (value: Node) => (isFunction(value) ? returnsOf(value, file.visitorKeys) : [value])
  return made.options.flatMap((option): readonly Sink[] => {
    if (option === '') return sink([options])
    const value = memberOf(options, option)
    if (!value) return []
    if (option !== 'serializers') return sink(results(value))
    const serializers = literalOf(file, value)
    return (serializers?.properties ?? []).flatMap((one) => {
      const fn = one.type === T.Property ? unwrap(one.value) : undefined
      const key = one.type === T.Property ? propertyName(one) : undefined
      return fn && isFunction(fn) && key !== undefined ? sink(results(fn), key) : []
    })
  })
}

/** The value of a member of an object literal. */
function memberOf(object: TSESTree.ObjectExpression, name: string): Node | undefined {
  const property = object.properties.find((one) => one.type === T.Property && propertyName(one) === name)
  return property?.type === T.Property ? unwrap(property.value) : undefined
}

/**
 * The sinks that a call makes out of what its callback returns: `morgan((tokens, req, res) => …)` and
 * `morgan.token('auth', (req) => …)`.
 *
 * @param file the call's file.
 * @param call any call.
 */
export function returnedSink(file: FileAnalysis, call: CallNode): Sink | undefined {
  if (!file.index.modules.has('morgan')) return undefined
  const names = file.names(call.callee)
  const position = names.includes('morgan#') ? 0 : names.includes('morgan#token') ? 1 : undefined
  const fn = position === undefined ? undefined : call.arguments[position] && unwrap(call.arguments[position])
  if (!fn || !isFunction(fn)) return undefined
  return { reaches: "morgan's line", kind: 'log', values: returnsOf(fn, file.visitorKeys) }
}
