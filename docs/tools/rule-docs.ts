import type { DocumentedRule } from './plugin.js'

/** What a page's generated head needs to know beside the rule. */
export interface HeadFacts {
  /** The configs that switch the rule on. */
  readonly configs: readonly string[]
}

interface RuleDocs {
  readonly description?: string
  readonly cwe?: readonly (number | string)[] | number | string
}

/** The head of a rule's page: title, description, configs, what it can fix, and its weaknesses' numbers. */
export function ruleHead({ name, meta }: DocumentedRule, { configs }: HeadFacts): string {
  const docs = (meta.docs ?? {}) as RuleDocs
  const facts = [
    configs.length > 0 ? `Config: ${configs.map((config) => `\`${config}\``).join(', ')}` : 'In no config',
    meta.fixable ? '🔧 fixes' : undefined,
    meta.hasSuggestions ? '💡 suggestions' : undefined,
    cweLinks(docs.cwe),
  ]
  return `# palisade/${name}\n\n> ${docs.description ?? ''}\n\n${facts.filter(Boolean).join(' · ')}`
}

/** A table of the rules for the README. */
export function ruleTable(rules: readonly DocumentedRule[], configsOf: (rule: string) => readonly string[]): string {
  const rows = rules.map(({ name, meta }) => {
    const docs = (meta.docs ?? {}) as RuleDocs
    const marks = [meta.fixable ? '🔧' : '', meta.hasSuggestions ? '💡' : ''].join('')
    return `| [\`palisade/${name}\`](docs/rules/${name}.md) | ${docs.description ?? ''} | ${configsOf(name).join(', ')} | ${marks} | ${cweLinks(docs.cwe)} |`
  })
  return ['| rule | what it asks | configs | | CWE |', '| --- | --- | --- | --- | --- |', ...rows].join('\n')
}

/** The options of a rule as a table, from its schema; undefined when it has none. */
export function optionsTable({ meta }: DocumentedRule): string | undefined {
  const schema = meta.schema as JsonSchema | JsonSchema[] | false | undefined
  if (!schema) return undefined
  const first = Array.isArray(schema) ? schema[0] : schema.type === 'array' ? firstItem(schema) : schema
  if (!first?.properties) return undefined
  const defaults = (meta.defaultOptions?.[0] ?? {}) as Record<string, unknown>
  const definitions = { ...first.definitions, ...first.$defs }
  const rows = optionRows(first, defaults, definitions, '')
  if (rows.length === 0) return undefined
  return ['| option | type | default | what it does |', '| --- | --- | --- | --- |', ...rows].join('\n')
}

interface JsonSchema {
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly items?: JsonSchema | readonly JsonSchema[]
  readonly properties?: Record<string, JsonSchema>
  readonly additionalProperties?: boolean | JsonSchema
  readonly anyOf?: readonly JsonSchema[]
  readonly oneOf?: readonly JsonSchema[]
  readonly description?: string
  readonly default?: unknown
  readonly $ref?: string
  readonly definitions?: Record<string, JsonSchema>
  readonly $defs?: Record<string, JsonSchema>
}

function firstItem({ items }: JsonSchema): JsonSchema | undefined {
  return Array.isArray(items) ? (items as readonly JsonSchema[])[0] : (items as JsonSchema | undefined)
}

function optionRows(
  schema: JsonSchema,
  defaults: Record<string, unknown>,
  definitions: Record<string, JsonSchema>,
  prefix: string,
): string[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    const option = resolve(property, definitions)
    const preset = defaults[name] ?? option.default
    const cells = [
      `\`${prefix}${name}\``,
      typeText(option, definitions),
      preset === undefined ? '' : `\`${JSON.stringify(preset)}\``,
      option.description ?? '',
    ]
    const row = `| ${cells.map(escapeCell).join(' | ')} |`
    const inner =
      option.properties && prefix === ''
        ? optionRows(option, isRecord(preset) ? preset : {}, definitions, `${name}.`)
        : []
    return [row, ...inner]
  })
}

function resolve(schema: JsonSchema, definitions: Record<string, JsonSchema>): JsonSchema {
  const name = schema.$ref?.split('/').at(-1)
  return name === undefined ? schema : { ...definitions[name], ...schema }
}

function typeText(schema: JsonSchema, definitions: Record<string, JsonSchema>): string {
  if (schema.enum) return schema.enum.map((value) => `\`${JSON.stringify(value)}\``).join(' or ')
  if (schema.const !== undefined) return `\`${JSON.stringify(schema.const)}\``
  const union = schema.anyOf ?? schema.oneOf
  if (union) return union.map((part) => typeText(resolve(part, definitions), definitions)).join(', or ')
  if (schema.type === 'array') {
    const item = firstItem(schema)
    return item ? `list of ${typeText(resolve(item, definitions), definitions)}` : 'list'
  }
  return [schema.type ?? 'any'].flat().join(' or ')
}

function cweLinks(cwe: RuleDocs['cwe']): string {
  return [cwe ?? []]
    .flat()
    .map((entry) => String(entry).replace(/\D/g, ''))
    .map((number) => `[CWE-${number}](https://cwe.mitre.org/data/definitions/${number}.html)`)
    .join(', ')
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Makes a text fit for a cell of a Markdown table. */
export function escapeCell(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ').replaceAll('|', '\\|')
}
