import {
  type ClassNode,
  type FileAnalysis,
  filesThat,
  type FunctionNode,
  isClass,
  isCall,
  type Node,
  readText,
  resolveImport,
  T,
  unwrap,
} from '@palisade/analysis'
import type { TSESTree } from '@typescript-eslint/utils'
import type { Root } from './sources.js'
import { nameOf } from './validators.js'

/**
 * Controllers of Nest validate through the type of a decorated parameter: a class whose every property carries a
 * validation decorator, and a pipe that looks at them.
 */
export type NestVerdict =
  /** A pipe checks it, or its class cannot be read. */
  | { kind: 'validated' }
  /** Its type says nothing at run time: `any`, an interface, a literal type. */
  | { kind: 'open' }
  /** The class has properties that nothing checks. */
  | { kind: 'undecorated'; class: string; properties: readonly string[] }
  /** The class is right, but no pipe looks at it. */
  | { kind: 'noPipe'; class: string }

/**
 * Whether the decorated parameter of a controller's method is validated.
 *
 * @param file the controller's file.
 * @param root the parameter, with its decorator.
 */
export function nestVerdict(file: FileAnalysis, root: Root): NestVerdict {
  const decorator = root.decorator && unwrap(root.decorator.expression)
  const given = decorator?.type === T.CallExpression ? decorator.arguments : []
  const pipes = given.filter(
    (argument) => argument.type !== T.Literal && argument.type !== T.TemplateLiteral && !isOptions(argument),
  )
  // `@Param('id', ParseIntPipe)`, `@Body(new ZodValidationPipe(schema))`
  if (pipes.some((pipe) => !isPlainPipe(pipe))) return { kind: 'validated' }
  const method = root.handler
  if (method && pipesAround(method).some((name) => name !== 'ValidationPipe')) return { kind: 'validated' }
  const target = root.start.type === T.AssignmentPattern ? root.start.left : root.start
  const type = (target as { typeAnnotation?: TSESTree.TSTypeAnnotation }).typeAnnotation?.typeAnnotation
  if (!type || type.type !== T.TSTypeReference) return { kind: 'open' }
  const declared = declarationOf(file, type.typeName)
  if (declared === 'unknown') return { kind: 'validated' }
  if (declared === 'no class') return { kind: 'open' }
  const { node } = declared
  const name = node.id?.name ?? 'the class'
  if (node.superClass && isCall(node.superClass)) return { kind: 'validated' } // PartialType(Dto), createZodDto(schema)
  const open = openProperties(node)
  if (open.length > 0) return { kind: 'undecorated', class: name, properties: open }
  const piped =
    root.rows.some(({ row }) => row.id.startsWith('routing-controllers')) || // validates by itself
    pipes.length > 0 ||
    (method ? pipesAround(method).includes('ValidationPipe') : false) ||
    /ValidationPipe|APP_PIPE/u.test(file.text)
  return piped || hasGlobalPipe(file) ? { kind: 'validated' } : { kind: 'noPipe', class: name }
}

function isOptions(node: Node): boolean {
  return node.type === T.ObjectExpression
}

/** `ValidationPipe` validates by the parameter's class; every other pipe by itself. */
function isPlainPipe(pipe: Node): boolean {
  const node = unwrap(pipe)
  return nameOf(node.type === T.NewExpression ? node.callee : node) === 'ValidationPipe'
}

/** The names of the pipes on a method and its class. */
function pipesAround(method: FunctionNode): string[] {
  const { parent } = method
  if (parent.type !== T.MethodDefinition) return []
  const cls = parent.parent.parent as ClassNode
  return [...(parent.decorators ?? []), ...(cls.decorators ?? [])].flatMap((decorator) => {
    const expression = unwrap(decorator.expression)
    if (!isCall(expression) || nameOf(expression.callee) !== 'UsePipes') return []
    return expression.arguments.map((argument) => {
      const node = unwrap(argument)
      return nameOf(node.type === T.NewExpression ? node.callee : node)
    })
  })
}

type Declared = { node: ClassNode } | 'unknown' | 'no class'

/** What a type name of this file is declared as, here or in the file that it is imported from. */
function declarationOf(file: FileAnalysis, name: TSESTree.EntityName): Declared {
  if (name.type !== T.Identifier) return 'unknown'
  if (/^(?:Record|Partial|Omit|Pick|Array|Map|Object|Required|Readonly)$/u.test(name.name)) return 'no class'
  const definition = file.index.variableOf(name)?.defs[0]
  if (!definition)
    return /^(?:String|Number|Boolean|Date|Buffer|Request|Response)$/u.test(name.name) ? 'no class' : 'unknown'
  const node = definition.node as Node
  if (isClass(node)) return { node }
  if (definition.type === 'Type') return 'no class'
  if (definition.type !== 'ImportBinding' || node.type !== T.ImportSpecifier) return 'unknown'
  const source = (definition.parent as TSESTree.ImportDeclaration).source.value
  const imported = node.imported.type === T.Identifier ? node.imported.name : node.imported.value
  return importedDeclaration(file, source, imported, 0)
}

function importedDeclaration(file: FileAnalysis, source: string, name: string, hops: number): Declared {
  const filename = file.filename ? resolveImport(file.filename, source) : undefined
  const text = filename === undefined ? undefined : readText(filename)
  const other = filename === undefined || text === undefined ? undefined : file.foreign(filename, text)
  if (!other) return 'unknown'
  for (const statement of other.ast.body) {
    const declaration =
      statement.type === T.ExportNamedDeclaration || statement.type === T.ExportDefaultDeclaration
        ? statement.declaration
        : statement
    if (declaration && isClass(declaration as Node) && (declaration as ClassNode).id?.name === name)
      return { node: declaration as ClassNode }
    if (
      (declaration?.type === T.TSInterfaceDeclaration || declaration?.type === T.TSTypeAliasDeclaration) &&
      declaration.id.name === name
    )
      return 'no class'
    // an index that hands it on
    if (
      hops < 2 &&
      (statement.type === T.ExportAllDeclaration || (statement.type === T.ExportNamedDeclaration && statement.source))
    ) {
      const found = importedDeclaration(other, statement.source!.value, name, hops + 1)
      if (found !== 'unknown') return found
    }
  }
  return 'unknown'
}

/** Decorators that say nothing about a value: everything else counts, because projects have validators of their own. */
const SAYS_NOTHING =
  /^(?:IsOptional|ApiProperty|ApiPropertyOptional|ApiHideProperty|ApiResponseProperty|Expose|Exclude|Transform|Type|Field|HideField|Column|Prop|Inject|Optional|Property|AutoMap|Allow)$/u

/** The properties of a class that no decorator validates. */
function openProperties(cls: ClassNode): string[] {
  return cls.body.body.flatMap((member) => {
    if (member.type !== T.PropertyDefinition || member.static || member.key.type !== T.Identifier) return []
    if (member.value && !member.typeAnnotation) return []
    const names = (member.decorators ?? []).map((decorator) => {
      const expression = unwrap(decorator.expression)
      return nameOf(isCall(expression) ? expression.callee : expression)
    })
    if (names.includes('Allow') || names.includes('ValidateNested')) return []
    return names.some((name) => !SAYS_NOTHING.test(name.split('.').at(-1) ?? name)) ? [] : [member.key.name]
  })
}

/** Whether a pipe is installed for the whole program; assumed where the program's start can't be seen. */
function hasGlobalPipe(file: FileAnalysis): boolean {
  if (!file.filename || filesThat('installs a pipe', file.filename).length > 0) return true
  return filesThat('starts Nest', file.filename).length === 0
}
