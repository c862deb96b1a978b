import * as typescriptParser from '@typescript-eslint/parser'
import type * as ts from 'typescript'
import { convertTree } from './host-tree.js'

/** What the file to be linted is made of, when a host has more than its text. */
export interface HostFile {
  text: string
  sourceFile?: ts.SourceFile | undefined
  program?: ts.Program | undefined
}

/** A parser for ESLint's `Linter` that knows what a host has parsed already. */
export interface HostParser {
  meta: { name: string; version: string }
  parseForESLint(text: string, options: Record<string, unknown>): ReturnType<typeof typescriptParser.parseForESLint>
  /** The file that the next `parseForESLint` is about; set for the length of one synchronous `verify`. */
  current: HostFile | undefined
  /** What the last `parseForESLint` was told. */
  options: Record<string, unknown> | undefined
}

/** Options of typescript-eslint that would make it look for a program of its own. */
const programOptions = [
  'project',
  'projectService',
  'programs',
  'program',
  'tsconfigRootDir',
  'EXPERIMENTAL_useProjectService',
  'DEPRECATED__createDefaultProgram',
]

/**
 * Makes a parser bound to what a host already knows about a file.
 *
 * @returns The parser; its `current` names the file in hand.
 */
export function createHostParser(): HostParser {
  const parser: HostParser = {
    meta: { name: '@palisade/engine/parser', version: '1' },
    current: undefined,
    options: undefined,
    parseForESLint(text, options) {
      const parserOptions: Record<string, unknown> = { ...options, onUnsupportedTypeScriptVersion: 'ignore' }
      for (const name of programOptions) delete parserOptions[name]
      parser.options = parserOptions
      // Rules follow imports with the same parser; of such a file they want the tree alone, and the host has it already.
      const foreign = parser.current && foreignTree(parser.current, text, options)
      if (foreign !== undefined) return convertTree(foreign, { ...parserOptions, preserveNodeMaps: false }) as never
      return typescriptParser.parseForESLint(text, parserOptions)
    },
  }
  return parser
}

/** The host's tree of a file other than the one in hand, when a rule asks for that file. */
function foreignTree(file: HostFile, text: string, options: Record<string, unknown>): ts.SourceFile | undefined {
  const { filePath } = options
  if (file.sourceFile === undefined || typeof filePath !== 'string') return undefined
  const sourceFile = file.program?.getSourceFile(filePath)
  return sourceFile !== file.sourceFile && sourceFile?.text === text ? sourceFile : undefined
}
