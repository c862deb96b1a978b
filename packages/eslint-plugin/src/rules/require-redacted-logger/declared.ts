import {
  type ConfidentialClass,
  type FileAnalysis,
  type Node,
  type Origin,
  propertyName,
  T,
  type TypeMember,
} from '@palisade/analysis'
import type { TSESTree } from '@typescript-eslint/utils'
import type { Judgement } from './confidential.js'

/** A member of a declared type that is confidential. */
export interface DeclaredMember {
  member: string
  class: ConfidentialClass
}

const SENSITIVE_TAGS = new Set(['sensitive', 'secret', 'pii', 'confidential', 'private-data'])

/**
 * Does the declared type of a whole object have a confidential member? Types of the same file are read as they are
 * written; with type information also those of other files, unless a library declares them.
 *
 * @param origin where the object comes from.
 * @param without members that were taken away on the way.
 * @param ask what the project asks for.
 */
export function confidentialMembers(
  origin: Origin,
  without: readonly string[],
  ask: Judgement,
): DeclaredMember | undefined {
  if (origin.members.length > 0) return undefined
  const annotation = annotationOf(origin.node)
  const own =
    annotation?.type === T.TSTypeReference && annotation.typeName.type === T.Identifier
      ? annotation.typeName.name
      : undefined
  if (own !== undefined && ask.sensitiveTypes.has(own)) return { member: own, class: 'credentials' }
  const tags = declarationTags(origin)
  if (tags.some((tag) => SENSITIVE_TAGS.has(tag)))
    return { member: tags.find((tag) => SENSITIVE_TAGS.has(tag))!, class: 'credentials' }
  const written = annotation ? writtenMembers(origin.file, annotation, 0) : undefined
  const found = written && firstConfidential(written, without, ask)
  if (found) return found
  if (written || !origin.file.types.available) return undefined
  const facts = origin.file.types.describe(origin.node)
  if (!facts || facts.classes.some((name) => !name.startsWith('.'))) return undefined
  const members = origin.file.types.members(origin.node, 2)
  return members && members.length < 60 ? firstConfidential(flattened(members), without, ask) : undefined
}

type Declaration = TSESTree.TSInterfaceDeclaration | TSESTree.TSTypeAliasDeclaration | TSESTree.ClassDeclaration

interface Member {
  name: string
  isText: boolean
  tags: readonly string[]
}

function firstConfidential(
  members: readonly Member[],
  without: readonly string[],
  ask: Judgement,
): DeclaredMember | undefined {
  for (const { name, isText, tags } of members) {
    if (without.includes(name)) continue
    if (tags.some((tag) => SENSITIVE_TAGS.has(tag)))
      return { member: name, class: tags.includes('pii') ? 'pii' : 'credentials' }
    if (!isText) continue
    const meaning = ask.classify(name)
    // A digest under its own name is `about` and stays out.
    if (
      meaning.kind !== 'other' &&
      meaning.kind !== 'about' &&
      meaning.certainty === 'sure' &&
      ask.classes.has(meaning.class!)
    )
      return { member: name, class: meaning.class! }
  }
  return undefined
}

function flattened(members: readonly TypeMember[], depth = 0): Member[] {
  return members.flatMap((member) => [
    { name: member.name, isText: member.kinds.includes('string'), tags: member.tags },
    ...(member.members && depth < 2 ? flattened(member.members, depth + 1) : []),
  ])
}

function annotationOf(node: Node): TSESTree.TypeNode | undefined {
  return (node as { typeAnnotation?: TSESTree.TSTypeAnnotation }).typeAnnotation?.typeAnnotation
}

/** The members of a type as it is written in the file: a literal, an interface, an alias of one. */
function writtenMembers(file: FileAnalysis, type: TSESTree.TypeNode, depth: number): Member[] | undefined {
  if (depth > 4) return undefined
  if (type.type === T.TSTypeLiteral) return membersOf(file, type.members, depth)
  if (type.type === T.TSIntersectionType) return type.types.flatMap((one) => writtenMembers(file, one, depth + 1) ?? [])
  if (type.type !== T.TSTypeReference || type.typeName.type !== T.Identifier) return undefined
  const declared = declarationsOf(file).get(type.typeName.name)
  if (declared?.type === T.TSInterfaceDeclaration) return membersOf(file, declared.body.body, depth)
  if (declared?.type === T.ClassDeclaration) return fieldsOf(file, declared)
  if (declared?.type === T.TSTypeAliasDeclaration) return writtenMembers(file, declared.typeAnnotation, depth + 1)
  return undefined
}

function membersOf(file: FileAnalysis, elements: readonly TSESTree.TypeElement[], depth: number): Member[] {
  return elements.flatMap((element) => {
    if (element.type !== T.TSPropertySignature) return []
    const name = propertyName(element as never)
    const type = element.typeAnnotation?.typeAnnotation
    if (name === undefined) return []
    const inner = type && depth < 2 ? writtenMembers(file, type, depth + 1) : undefined
    return [{ name, isText: !type || isTextType(type), tags: tagsBefore(file, element) }, ...(inner ?? [])]
  })
}

/** A class's own fields; one under `@Exclude()` of class-transformer is kept from clients, and printed by a logger. */
function fieldsOf(file: FileAnalysis, declared: TSESTree.ClassDeclaration): Member[] {
  return declared.body.body.flatMap((member) => {
    const name = member.type === T.PropertyDefinition ? propertyName(member) : undefined
    if (member.type !== T.PropertyDefinition || name === undefined || member.static) return []
    const isExcluded = (member.decorators ?? []).some((one) => /^@Exclude\b/u.test(file.text.slice(...one.range)))
    const type = member.typeAnnotation?.typeAnnotation
    return [
      {
        name,
        isText: !type || isTextType(type),
        tags: [...tagsBefore(file, member), ...(isExcluded ? ['sensitive'] : [])],
      },
    ]
  })
}

function isTextType(type: TSESTree.TypeNode): boolean {
  if (type.type === T.TSStringKeyword) return true
  return type.type === T.TSUnionType && type.types.some(isTextType)
}

/** The tags of the declaration that an origin is: a variable's, a parameter's, a field's. */
function declarationTags(origin: Origin): readonly string[] {
  if (origin.kind !== 'unknown' && origin.kind !== 'parameter' && origin.kind !== 'call') return []
  const variable = origin.steps.findLast((step) => step.kind === 'variable')
  const definition = variable && origin.file.index.variableOf(variable.node)?.defs[0]
  const statement = definition?.type === 'Variable' ? definition.node.parent : undefined
  return statement ? tagsBefore(origin.file, statement) : []
}

/** The JSDoc tags of the comment that stands right before a declaration. */
function tagsBefore(file: FileAnalysis, node: Node): string[] {
  const before = file.text.slice(Math.max(0, node.range[0] - 400), node.range[0])
  const comment = /\/\*\*((?:[^*]|\*(?!\/))*)\*\/\s*$/u.exec(before)?.[1]
  return comment ? [...comment.matchAll(/@([\w-]+)/gu)].map((match) => match[1]!) : []
}

const declarations = new WeakMap<FileAnalysis, ReadonlyMap<string, Declaration>>()

function declarationsOf(file: FileAnalysis) {
  let found = declarations.get(file)
  if (!found) {
    const map = new Map<string, Declaration>()
    for (const statement of file.ast.body) {
      const node = statement.type === T.ExportNamedDeclaration ? statement.declaration : statement
      if (node?.type === T.TSInterfaceDeclaration || node?.type === T.TSTypeAliasDeclaration)
        map.set(node.id.name, node)
      else if (node?.type === T.ClassDeclaration && node.id) map.set(node.id.name, node)
    }
    declarations.set(file, (found = map))
  }
  return found
}
