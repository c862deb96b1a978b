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
  /** An expression that is what was accepted, or throws. */
  parse(schema: string, expression: string): string
}

/** How one library spells its schemas. */
interface Dialect {
  module: string
  /** The name under which it is usually imported. */
  name: string
  /** `import * as v` rather than `import { z }`. */
  whole: boolean | 'default'
  string: string
  number: string
  /** A number that arrives as a text, in a query or a path. */
  numeric: string
  boolean: string
  unknown: string
  array: (of: string) => string
  optional: (of: string) => string
  enum: (values: readonly string[]) => string
  object: (members: string) => string
  /** An object without any member: rejects everything until somebody lists some. */
  closed: string
  failed: (parsed: string) => string
  run: (schema: string, expression: string) => string
  accepted: (parsed: string) => string
  parse: (schema: string, expression: string) => string
}

const LIST = '/* list the members that are accepted */'

const DIALECTS: readonly Dialect[] = [
  {
    module: 'zod',
    name: 'z',
    whole: false,
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
    name: 'v',
    whole: true,
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
    name: 'Joi',
    whole: 'default',
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
    schema: (shape, part) => write(dialect, shape, part === 'query' || part === 'params' || part === 'cookies', 0),
    check: (parsed, schema, expression) => [
      `const ${parsed} = ${dialect.run(schema, expression)}`,
      `if (${dialect.failed(parsed)}) {`,
    ],
    accepted: dialect.accepted,
    parse: dialect.parse,
  }
}

function importLine(file: FileAnalysis, { module, name, whole }: Dialect): string | undefined {
  const has =
    file.ast.body.some((statement) => statement.type === T.ImportDeclaration && statement.source.value === module) ||
    file.index.modules.has(module)
  if (has) return undefined
  const isScript =
    !file.ast.body.some(
      (statement: Node) => statement.type === T.ImportDeclaration || statement.type.startsWith('Export'),
    ) && file.index.callsByName.has('require')
  const binding = whole === true ? `* as ${name}` : whole === 'default' ? name : `{ ${name} }`
  if (isScript) return `const ${whole === false ? `{ ${name} }` : name} = require('${module}')\n`
  return `import ${binding} from '${module}'\n`
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
      return dialect.object(` ${members.join(', ')} `)
    }
  }
}
