import type { Node } from '../ast/nodes.js'

/** A class or interface by where it is declared: `pino#Logger`, `Error` for those of the language and the DOM. */
export type DeclaredName = string

/** What is known of a type, as plain data. */
export interface TypeFacts {
  /** The kinds that the type can be; `object` for anything with members, `any` when nothing is known. */
  kinds: readonly TypeKind[]
  /** The classes and interfaces that it is or extends, nearest first, as qualified names. */
  classes: readonly DeclaredName[]
  /** Its text, as the compiler prints it, cut at 200 characters. */
  text: string
}

export type TypeKind =
  | 'any'
  | 'unknown'
  | 'never'
  | 'string'
  | 'number'
  | 'bigint'
  | 'boolean'
  | 'symbol'
  | 'null'
  | 'undefined'
  | 'function'
  | 'array'
  | 'object'

/** A member of a type. */
export interface TypeMember {
  name: string
  kinds: readonly TypeKind[]
  optional: boolean
  /** JSDoc tags of its declaration, without `@`. */
  tags: readonly string[]
  /** Members of its own type, when asked for deeper and it is an object. */
  members?: readonly TypeMember[]
}

/** Where something is declared, in this or another file. */
export interface Definition {
  filename: string
  /** The text of that file. */
  text: string
  /** The range of the declaration's name. */
  range: readonly [number, number]
  name: string
  /** Whether the file is a declaration file (no values to follow there). */
  declaration: boolean
}

/**
 * The one door to type information. Questions are asked of a node of the analysed file; a backend may use its range only.
 * Answers are plain data. Every answer is undefined when there are no types, or when the compiler can't tell.
 */
export interface TypeBackend {
  /** Whether there are any types at all. */
  readonly available: boolean
  /** What is the type of this expression? */
  describe(node: Node): TypeFacts | undefined
  /** Which members has the type of this expression, down to a depth (default 1)? */
  members(node: Node, depth?: number): readonly TypeMember[] | undefined
  /** The type of what an expression holds: of a list's items, of what a promise gives, else its own. */
  held(node: Node, depth?: number): { classes: readonly string[]; members?: readonly TypeMember[] } | undefined
  /** The value of an expression whose type is one literal. */
  literal(node: Node): { value: string | number | boolean | bigint } | undefined
  /** Where is what this name refers to declared (imports are followed to the end)? */
  definition(node: Node): Definition | undefined
  /** The JSDoc tags, without `@`, of the declaration that this name or member refers to. */
  tags(node: Node): readonly string[] | undefined
  /** Where a module, given by the string that imports it, declares one of its exports (re-exports are followed). */
  exported(specifier: Node, name: string): Definition | undefined
  /**
   * Which files of the program import which, by what the compiler resolves their imports to.
   *
   * @param matters whether a file with this text is of interest; asked once for each state of a file. Keep it in a
   *   constant, because answers are remembered by it.
   * @returns the imported files by the importing one, absolute paths all.
   */
  imports(matters: (text: string) => boolean): ReadonlyMap<string, readonly string[]> | undefined
  /** The same types for another file of the same program. */
  forFile(filename: string): TypeBackend | undefined
  /** What two files share when they see the same types. */
  readonly key: object
}

/** The backend for hosts without types: knows nothing. */
export const noTypes: TypeBackend = {
  available: false,
  describe: () => undefined,
  members: () => undefined,
  held: () => undefined,
  literal: () => undefined,
  definition: () => undefined,
  tags: () => undefined,
  exported: () => undefined,
  imports: () => undefined,
  forFile: () => undefined,
  key: {},
}
