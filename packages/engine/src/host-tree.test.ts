import * as parser from '@typescript-eslint/parser'
import { SourceCode } from 'eslint'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { hostSourceCodes } from './host-tree.js'

const root = fileURLToPath(new URL('../../../', import.meta.url))

/** What is easily taken for a comment, or for none. */
const difficult = {
  'strings.ts':
    'const a = "// no", b = \'/* no */\' // yes\nconst c = /\\/\\/ no/g /* yes */\nconst d = 4 /* a */ / 2 // b',
  'templates.ts': 'const a = `// no ${1 /* yes */ + `/* no */${2 // yes\n}`} // no`; type T = `//${string /* yes */}`',
  'elements.tsx':
    'const a = <a b="// no" /* yes */ c={/* yes */ 1}>// no {/* yes */} /* no */ {"//"}</a> // yes\nconst b = <>//</>',
  'names.ts':
    'import a from "//no"; export * as "//no" from "/*no*/" with { type: "//no" } // yes\nenum A { "//no" = 1 }',
  'docs.ts': '/** @type {string} yes // */\nfunction f(/* yes */) { /* yes */ } // yes',
  'shell.js': '#!/usr//bin/env node\n// yes',
  'nothing.ts': '/* yes */\n// yes',
  'references.ts': '/// <reference types="node" />\nlet a = 1 /// yes\u2028let b = 2',
}

const files = [
  ...Object.entries(difficult).map(([name, text]) => ({ name, text })),
  ...['examples', 'packages/engine/src', 'packages/cli/src/lint'].flatMap(sourcesBelow),
]

describe('the tree of a host', () => {
  const { of } = hostSourceCodes(SourceCode)

  it.each(files.map((file) => [file.name, file.text] as const))('%s is as the parser would give it', (name, text) => {
    const sourceFile = ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true)
    const options = {
      filePath: name,
      sourceType: 'module',
      range: true,
      loc: true,
      onUnsupportedTypeScriptVersion: 'ignore',
    }
    const exact = sourceCodeOf(text, options)
    const lean = of(sourceFile, options)
    expect(lean.getAllComments()).toEqual(exact.getAllComments())
    expect(JSON.stringify(nodes(lean))).toBe(JSON.stringify(nodes(exact)))
    expect(JSON.stringify(scopes(lean))).toBe(JSON.stringify(scopes(exact)))
    // The tokens are there when somebody asks for them.
    const last = (sourceCode: SourceCode): unknown => sourceCode.getLastToken(sourceCode.ast as never)
    expect(last(lean)).toEqual(last(exact))
    for (const [index, node] of visited(lean).entries()) {
      if (index % 100 > 0) continue
      const before = lean.getTokenBefore(node, { includeComments: true })
      expect(before).toEqual(exact.getTokenBefore(node, { includeComments: true }))
    }
  })

  it('has the names that the program brings, as the parser gives them', () => {
    for (const target of [undefined, 'ES5', 'ES2015', 'ES2020', 'ES2022', 'ESNext'] as const) {
      for (const lib of [undefined, ['lib.es2019.d.ts', 'lib.dom.d.ts']]) {
        const compilerOptions: ts.CompilerOptions = {
          noLib: true,
          jsxFactory: 'h.a',
          ...(target && { target: ts.ScriptTarget[target] }),
          ...(lib && { lib }),
        }
        const host = ts.createCompilerHost(compilerOptions)
        const sourceFile = ts.createSourceFile('/a.tsx', 'export const a = <p />', ts.ScriptTarget.ES2022, true)
        host.getSourceFile = (name) => (name === '/a.tsx' ? sourceFile : undefined)
        const program = ts.createProgram(['/a.tsx'], compilerOptions, host)
        const options = { filePath: '/a.tsx', sourceType: 'module', programs: [program] }
        const expected = parser.parseForESLint(sourceFile, options as never).scopeManager
        expect(names(of(sourceFile, options))).toEqual(expected.globalScope?.variables.map(({ name }) => name))
      }
    }
  })

  it('says where a text has a syntax error', () => {
    const sourceFile = ts.createSourceFile('a.ts', 'a\nconst =', ts.ScriptTarget.ES2022, true)
    expect(() => of(sourceFile, { sourceType: 'module' })).toThrow(expect.objectContaining({ lineNumber: 2 }))
  })
})

function sourcesBelow(folder: string): { name: string; text: string }[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.[cm]?[jt]sx?$/.test(entry.name) && !/node_modules/.test(entry.parentPath))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ name: relative(root, path), text: readFileSync(path, 'utf8') }))
}

/** The parser's own way from a text to a source code. */
function sourceCodeOf(text: string, options: Record<string, unknown>): SourceCode {
  const { ast, scopeManager, visitorKeys } = parser.parseForESLint(text, options)
  return new SourceCode({ text, ast, scopeManager, visitorKeys } as never)
}

function visited(sourceCode: SourceCode): any[] {
  const steps = [...sourceCode.traverse()] as { kind: number; phase: number; target: unknown }[]
  return steps.filter(({ kind }) => kind === 1).map(({ target }) => target)
}

function nodes(sourceCode: SourceCode): unknown[] {
  return visited(sourceCode).map(({ type, range, loc, parent, raw, name }) => ({
    type,
    range,
    loc,
    text: raw ?? (typeof name === 'string' ? name : undefined),
    parent: parent?.range,
  }))
}

function scopes(sourceCode: SourceCode): unknown[] {
  return sourceCode.scopeManager.scopes.map(({ type, block, variables, references }) => ({
    type,
    block: block.range,
    variables: variables.map(({ name, defs, references }) => [name, defs.length, references.length]),
    references: references.map(({ identifier, resolved }) => [identifier.range, resolved?.name]),
  }))
}

function names(sourceCode: SourceCode): string[] {
  return sourceCode.scopeManager.globalScope?.variables.map(({ name }) => name) ?? []
}
