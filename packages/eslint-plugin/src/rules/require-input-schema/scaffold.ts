import { type FileAnalysis, type Node, type OutsideDataPart, T } from '@palisade/analysis'

/** What a member is, as far as a scaffold says it. */
export type Shape =
  | { kind: 'string' | 'number' | 'boolean' | 'unknown' }
  | { kind: 'array'; of: Shape }
  | { kind: 'optional'; of: Shape }
  | { kind: 'enum'; values: readonly string[] }
  | { kind: 'object'; members: ReadonlyMap<string, Shape> }

/** How a scaffold is written with one library. */
export interface Library {
  /** The package. */
  module: string
  /** The line that imports it, or undefined when the file has it already. */
  importLine(file: FileAnalysis): string | undefined
  /** The schema's expression. */
  schema(shape: Shape, part: OutsideDataPart): string
  /** Lines that check an expression, up to the opening brace of what happens when it is rejected. */
  check(parsed: string, schema: string, expression: string): string[]
  /** What was accepted, after `check`. */
  accepted(parsed: string): string
  /** An expression that is what was accepted, or throws; undefined when the library has none. */
  parse: ((schema: string, expression: string) => string) | undefined
  /** Whether `check` awaits. */
  awaits: boolean
}

/** How one library spells its schemas. */
interface Dialect {
  module: string
  /** What is imported: a default (`Joi`), everything (`* as v`) or names (`{ z }`), from the module or a part of it. */
  imports: readonly { binding: string; from?: string }[]
  string: string
  number: string
  /** A number that arrives as a text, in a query or a path. */
  numeric: string
  boolean: string
  unknown: string
  array: (of: string) => string
  optional: (of: string) => string
  enum: (values: readonly string[]) => string
  object: (members: string, required: readonly string[]) => string
  /** An object without any member: rejects everything until somebody lists some. */
  closed: string
  /** What is made of the whole schema, where it has to be compiled. */
  whole?: (schema: string) => string
  failed: (parsed: string, schema: string) => string
  run: (schema: string, expression: string) => string
  accepted: (parsed: string) => string
  /** An expression that accepts or throws, where the library has one. */
  parse: ((schema: string, expression: string) => string) | undefined
  /** Whether `run` has to be awaited. */
  awaits?: true
}

const LIST = '/* list the members that are accepted */'

const DIALECTS: readonly Dialect[] = [
  {
    module: 'zod',
    imports: [{ binding: '{ z }' }],
    string: 'z.string()',
    number: 'z.number()',
    numeric: 'z.coerce.number()',
    boolean: 'z.boolean()',
    unknown: 'z.unknown()',
    array: (of) => `z.array(${of})`,
    optional: (of) => `${of}.optional()`,
    enum: (values) => `z.enum([${values.map(quote).join(', ')}])`,
    object: (members) => `z.object({${members}})`,
    closed: `z.object({ ${LIST} }).strict()`,
    failed: (parsed) => `!${parsed}.success`,
    run: (schema, expression) => `${schema}.safeParse(${expression})`,
    accepted: (parsed) => `${parsed}.data`,
    parse: (schema, expression) => `${schema}.parse(${expression})`,
  },
  {
    module: 'valibot',
    imports: [{ binding: '* as v' }],
    string: 'v.string()',
    number: 'v.number()',
    numeric: 'v.pipe(v.string(), v.transform(Number), v.number())',
    boolean: 'v.boolean()',
    unknown: 'v.unknown()',
    array: (of) => `v.array(${of})`,
    optional: (of) => `v.optional(${of})`,
    enum: (values) => `v.picklist([${values.map(quote).join(', ')}])`,
    object: (members) => `v.object({${members}})`,
    closed: `v.strictObject({ ${LIST} })`,
    failed: (parsed) => `!${parsed}.success`,
    run: (schema, expression) => `v.safeParse(${schema}, ${expression})`,
    accepted: (parsed) => `${parsed}.output`,
    parse: (schema, expression) => `v.parse(${schema}, ${expression})`,
  },
  {
    module: 'joi',
    imports: [{ binding: 'Joi' }],
    string: 'Joi.string().required()',
    number: 'Joi.number().required()',
    numeric: 'Joi.number().required()',
    boolean: 'Joi.boolean().required()',
    unknown: 'Joi.any()',
    array: (of) => `Joi.array().items(${of}).required()`,
    optional: (of) => of.replace(/\.required\(\)$/u, ''),
    enum: (values) => `Joi.string().valid(${values.map(quote).join(', ')}).required()`,
    object: (members) => `Joi.object({${members}}).required()`,
    closed: `Joi.object({ ${LIST} }).required()`,
    failed: (parsed) => `${parsed}.error`,
    run: (schema, expression) => `${schema}.validate(${expression})`,
    accepted: (parsed) => `${parsed}.value`,
    parse: (schema, expression) => `Joi.attempt(${expression}, ${schema})`,
  },
  {
    module: 'yup',
    imports: [{ binding: '* as yup' }],
    string: 'yup.string().required()',
    number: 'yup.number().required()',
    numeric: 'yup.number().required()',
    boolean: 'yup.boolean().required()',
    unknown: 'yup.mixed()',
    array: (of) => `yup.array().of(${of}).required()`,
    optional: (of) => of.replace(/\.required\(\)$/u, ''),
    enum: (values) => `yup.string().oneOf([${values.map(quote).join(', ')}]).required()`,
    object: (members) => `yup.object({${members}}).required()`,
    closed: `yup.object({ ${LIST} }).noUnknown().strict().required()`,
    failed: (parsed) => `${parsed} === undefined`,
    run: (schema, expression) =>
      `await ${schema}.validate(${expression}, { stripUnknown: true }).catch(() => undefined)`,
    accepted: (parsed) => parsed,
    parse: (schema, expression) => `${schema}.validateSync(${expression}, { stripUnknown: true })`,
    awaits: true,
  },
  {
    module: 'arktype',
    imports: [{ binding: '{ type }' }],
    string: "'string'",
    number: "'number'",
    numeric: "'string.numeric.parse'",
    boolean: "'boolean'",
    unknown: "'unknown'",
    array: (of) => `type(${of}).array()`,
    optional: (of) => `[${of}, '?']`,
    enum: (values) => `type.enumerated(${values.map(quote).join(', ')})`,
    object: (members) => `type({ '+': 'delete',${members}})`,
    closed: `type({ '+': 'reject' ${LIST} })`,
    failed: (parsed) => `${parsed} instanceof type.errors`,
    run: (schema, expression) => `${schema}(${expression})`,
    accepted: (parsed) => parsed,
    parse: (schema, expression) => `${schema}.assert(${expression})`,
  },
  {
    module: '@sinclair/typebox',
    imports: [{ binding: '{ Type }' }, { binding: '{ Value }', from: '@sinclair/typebox/value' }],
    string: 'Type.String()',
    number: 'Type.Number()',
    numeric: 'Type.String({ pattern: "^[0-9]+$" })',
    boolean: 'Type.Boolean()',
    unknown: 'Type.Unknown()',
    array: (of) => `Type.Array(${of})`,
    optional: (of) => `Type.Optional(${of})`,
    enum: (values) => `Type.Union([${values.map((value) => `Type.Literal(${quote(value)})`).join(', ')}])`,
    object: (members) => `Type.Object({${members}}, { additionalProperties: false })`,
    closed: `Type.Object({ ${LIST} }, { additionalProperties: false })`,
    failed: (parsed, schema) => `!Value.Check(${schema}, ${parsed})`,
    run: (_schema, expression) => expression,
    accepted: (parsed) => parsed,
    parse: (schema, expression) => `Value.Parse(${schema}, ${expression})`,
  },
  {
    module: 'superstruct',
    imports: [{ binding: '* as s' }],
    string: 's.string()',
    number: 's.number()',
    numeric: 's.coerce(s.number(), s.string(), Number)',
    boolean: 's.boolean()',
    unknown: 's.unknown()',
    array: (of) => `s.array(${of})`,
    optional: (of) => `s.optional(${of})`,
    enum: (values) => `s.enums([${values.map(quote).join(', ')}])`,
    object: (members) => `s.object({${members}})`,
    closed: `s.object({ ${LIST} })`,
    failed: (parsed) => `${parsed}[0]`,
    run: (schema, expression) => `s.validate(${expression}, ${schema}, { coerce: true })`,
    accepted: (parsed) => `${parsed}[1]`,
    parse: (schema, expression) => `s.create(${expression}, ${schema})`,
  },
  {
    module: 'ajv',
    imports: [{ binding: '{ Ajv }' }],
    string: "{ type: 'string' }",
    number: "{ type: 'number' }",
    numeric: "{ type: 'string', pattern: '^[0-9]+$' }",
    boolean: "{ type: 'boolean' }",
    unknown: '{}',
    array: (of) => `{ type: 'array', items: ${of} }`,
    optional: (of) => of,
    enum: (values) => `{ enum: [${values.map(quote).join(', ')}] }`,
    object: (members, required) =>
      `{ type: 'object', properties: {${members}}, required: [${required.map(quote).join(', ')}], additionalProperties: false }`,
    closed: `{ type: 'object', properties: { ${LIST} }, additionalProperties: false }`,
    whole: (schema) => `new Ajv().compile(${schema})`,
    failed: (parsed, schema) => `!${schema}(${parsed})`,
    run: (_schema, expression) => expression,
    accepted: (parsed) => parsed,
    parse: undefined,
  },
]

function quote(text: string): string {
  return `'${text.replace(/\\/gu, '\\\\').replace(/'/gu, "\\'")}'`
}

/**
 * The library to write a scaffold with: what the file imports, what the project depends on, zod otherwise.
 *
 * @param file the file.
 * @param packages the packages that the project depends on.
 */
export function libraryFor(file: FileAnalysis, packages: ReadonlySet<string>): Library {
  const dialect =
    DIALECTS.find((one) => file.index.modules.has(one.module)) ??
    DIALECTS.find((one) => packages.has(one.module)) ??
    DIALECTS[0]!
  return {
    module: dialect.module,
    importLine: (of) => importLine(of, dialect),
    schema: (shape, part) => {
      const schema = write(dialect, shape, part === 'query' || part === 'params' || part === 'cookies', 0)
      return dialect.whole?.(schema) ?? schema
    },
    check: (parsed, schema, expression) => [
      `const ${parsed} = ${dialect.run(schema, expression)}`,
      `if (${dialect.failed(parsed, schema)}) {`,
    ],
    accepted: dialect.accepted,
    parse: dialect.parse,
    awaits: dialect.awaits === true,
  }
}

function importLine(file: FileAnalysis, { module, imports }: Dialect): string | undefined {
  const isScript =
    !file.ast.body.some(
      (statement: Node) => statement.type === T.ImportDeclaration || statement.type.startsWith('Export'),
    ) && file.index.callsByName.has('require')
  const lines = imports.flatMap(({ binding, from = module }) => {
    if (binds(file, binding.replace(/^\* as |[{} ]/gu, ''), from)) return []
    if (isScript) return [`const ${binding.replace('* as ', '')} = require('${from}')\n`]
    return [`import ${binding} from '${from}'\n`]
  })
  return lines.length > 0 ? lines.join('') : undefined
}

/** Whether the file has a module's export under this name already. */
function binds(file: FileAnalysis, name: string, module: string): boolean {
  const imported = file.ast.body.some(
    (statement) =>
      statement.type === T.ImportDeclaration &&
      statement.source.value === module &&
      statement.importKind !== 'type' &&
      statement.specifiers.some((specifier) => specifier.local.name === name),
  )
  if (imported || !file.index.callsByName.has('require')) return imported
  const before = file.text.split(new RegExp(`require\\(['"]${module}['"]\\)`, 'u'), 1)[0] ?? ''
  const line = before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf(';')) + 1)
  return before.length < file.text.length && line.split(/[^\w$]+/u).includes(name)
}

function write(dialect: Dialect, shape: Shape, isText: boolean, depth: number): string {
  switch (shape.kind) {
    case 'string':
    case 'unknown':
    case 'boolean':
      return dialect[shape.kind]
    case 'number':
      return isText ? dialect.numeric : dialect.number
    case 'array':
      return dialect.array(write(dialect, shape.of, isText, depth + 1))
    case 'optional':
      return dialect.optional(write(dialect, shape.of, isText, depth + 1))
    case 'enum':
      return dialect.enum(shape.values)
    case 'object': {
      if (shape.members.size === 0) return dialect.closed
      const members = [...shape.members].map(
        ([name, of]) =>
          `${/^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(name) ? name : quote(name)}: ${write(dialect, of, isText, depth + 1)}`,
      )
      const required = [...shape.members].flatMap(([name, of]) => (of.kind === 'optional' ? [] : [name]))
      return dialect.object(` ${members.join(', ')} `, required)
    }
  }
}
