import { analyze } from '@typescript-eslint/scope-manager'
import { parseAndGenerateServices } from '@typescript-eslint/typescript-estree'
import { visitorKeys } from '@typescript-eslint/visitor-keys'
import type { SourceCode } from 'eslint'
import ts from 'typescript'
import { commentFinder } from './comments.js'
import { completeTree, withoutTokens, type SourceCodeClass, type TreeNode } from './source-code.js'

type AnalyzeOptions = NonNullable<Parameters<typeof analyze>[1]>
type ParserOptions = Record<string, unknown> & Pick<AnalyzeOptions, 'lib' | 'jsxPragma' | 'jsxFragmentName'>

/** A host's tree in ESLint's form, as typescript-eslint's parser would give it, but without tokens and comments. */
export interface ConvertedTree {
  ast: TreeNode
  services: ReturnType<typeof parseAndGenerateServices>['services']
  scopeManager: ReturnType<typeof analyze>
  visitorKeys: typeof visitorKeys
}

/**
 * Converts a host's tree. Finding tokens and comments takes as long as everything else, and rules hardly ask for them.
 *
 * @param sourceFile The host's tree.
 * @param options Options of typescript-eslint's parser; with `programs` rules can ask for types.
 * @returns The tree, its scopes and the services.
 */
export function convertTree(sourceFile: ts.SourceFile, options: ParserOptions): ConvertedTree {
  const { ecmaFeatures = {} } = options as { ecmaFeatures?: { globalReturn?: boolean } }
  const sourceType = options['sourceType'] === 'module' ? 'module' : 'script'
  const { ast, services } = parseAndGenerateServices(sourceFile, {
    ...options,
    comment: false,
    tokens: false,
    loc: true,
    range: true,
    errorOnTypeScriptSyntacticAndSemanticIssues: false,
  })
  Object.assign(ast, { sourceType, tokens: [], comments: [] })
  const compilerOptions = services.program?.getCompilerOptions()
  const scopeManager = analyze(
    ast as never,
    {
      globalReturn: ecmaFeatures.globalReturn === true,
      sourceType,
      lib: options.lib ?? (compilerOptions && libOf(compilerOptions)),
      jsxPragma: options.jsxPragma === undefined ? firstName(compilerOptions?.jsxFactory) : options.jsxPragma,
      jsxFragmentName: options.jsxFragmentName ?? firstName(compilerOptions?.jsxFragmentFactory),
    } as AnalyzeOptions,
  )
  return { ast: ast as unknown as TreeNode, services, scopeManager, visitorKeys }
}

/** Makes ESLint's `SourceCode` of hosts' trees. */
export interface HostSourceCodes {
  /**
   * @param sourceFile The host's tree; its text has no byte order mark.
   * @param options Options of typescript-eslint's parser.
   * @returns What ESLint's linter takes in place of a text.
   * @throws typescript-estree's error where the text has a syntax error.
   */
  of(sourceFile: ts.SourceFile, options: ParserOptions): SourceCode
}

/**
 * Makes a maker.
 *
 * @param Base ESLint's `SourceCode`.
 * @returns The maker.
 */
export function hostSourceCodes(Base: SourceCodeClass): HostSourceCodes {
  const origins = new WeakMap<object, { sourceFile: ts.SourceFile; options: ParserOptions; exact?: SourceCode }>()

  const Lean = withoutTokens(Base, (sourceCode, method, args) => {
    const origin = origins.get(sourceCode)
    if (origin === undefined) throw new Error('This source code is nobody’s.')
    origin.exact ??= withTokens(sourceCode, origin.sourceFile, origin.options)
    return (origin.exact as unknown as Record<string, (...args: unknown[]) => unknown>)[method]?.(...args)
  })

  return {
    of(sourceFile, options) {
      const { ast, services, scopeManager } = convertTree(sourceFile, options)
      const finder = commentFinder(sourceFile.text)
      completeTree(ast, visitorKeys, (node) => finder.see(node))
      ast['comments'] = finder.comments().map((comment) => ({ ...comment, loc: locOf(comment.range, sourceFile) }))
      const sourceCode = new Lean({
        text: sourceFile.text,
        ast,
        scopeManager,
        visitorKeys,
        parserServices: services,
      } as unknown as SourceCode.Config)
      origins.set(sourceCode, { sourceFile, options })
      return sourceCode
    },
  }

  /** The same source code with its tokens, of which only methods about tokens are called: nodes are compared by place. */
  function withTokens(lean: SourceCode, sourceFile: ts.SourceFile, options: ParserOptions): SourceCode {
    const { ast } = parseAndGenerateServices(sourceFile, {
      ...options,
      comment: false,
      tokens: true,
      loc: true,
      range: true,
      preserveNodeMaps: false,
    })
    const { text, scopeManager, parserServices } = lean
    const withTokens = { ...lean.ast, tokens: ast.tokens }
    return new Base({
      text,
      ast: withTokens,
      scopeManager,
      visitorKeys,
      parserServices,
    } as unknown as SourceCode.Config)
  }
}

interface Place {
  line: number
  column: number
}

function locOf([start, end]: [number, number], sourceFile: ts.SourceFile): { start: Place; end: Place } {
  const place = (offset: number): Place => {
    const { line, character } = sourceFile.getLineAndCharacterOfPosition(offset)
    return { line: line + 1, column: character }
  }
  return { start: place(start), end: place(end) }
}

/** The names that the program's standard library brings, in typescript-eslint's words. */
function libOf({ lib, target }: ts.CompilerOptions): NonNullable<AnalyzeOptions['lib']> {
  const named = lib?.map((name) => /lib\.(.+)\.d\.[cm]?ts$/.exec(name.toLowerCase())?.[1])
  if (named !== undefined) return named.filter((name) => name !== undefined) as never
  const targets = ts.ScriptTarget as unknown as Record<string, number>
  const meant = target ?? targets['LatestStandard'] ?? targets['ES5']
  if (meant === targets['ES2015']) return ['es6']
  if (meant === targets['ESNext']) return ['esnext.full']
  const year = Object.keys(targets).find((name) => /^ES\d{4}$/.test(name) && targets[name] === meant)
  return [year === undefined ? 'lib' : (`${year.toLowerCase()}.full` as never)]
}

function firstName(factory: unknown): string | undefined {
  return typeof factory === 'string' ? factory.split('.')[0]?.trim() : undefined
}
