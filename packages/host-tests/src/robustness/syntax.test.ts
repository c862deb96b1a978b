import { children, type Node, T } from '@palisade/analysis'
import * as typescriptParser from '@typescript-eslint/parser'
import { describe, expect, it } from 'vitest'
import { lintSafely } from './lint-safely.js'
import { elements, expressions, files, handlerWith, programWith, statements } from './syntax.js'

/** Types that no parser gives for a whole file: keywords stand as flags, and some names are of older versions. */
const neverParsed = new Set([
  'TSAbstractKeyword',
  'TSAsyncKeyword',
  'TSDeclareKeyword',
  'TSExportKeyword',
  'TSPrivateKeyword',
  'TSProtectedKeyword',
  'TSPublicKeyword',
  'TSReadonlyKeyword',
  'TSStaticKeyword',
])

const programs = [
  ...expressions.map((text) => ({ name: 'expression.mts', text: programWith(`(${text})`), shown: text })),
  ...elements.map((text) => ({ name: 'element.tsx', text: programWith(`(${text})`), shown: text })),
  ...statements.map((text) => ({ name: 'statement.mts', text: handlerWith(text), shown: text })),
  ...files.map(({ name, text }) => ({ name, text, shown: name })),
]

function typesIn(text: string, filename: string): Set<string> {
  const found = new Set<string>()
  const ecmaFeatures = { jsx: filename.endsWith('x') }
  const { ast, visitorKeys } = typescriptParser.parseForESLint(text, { filePath: filename, ecmaFeatures })
  const pending: Node[] = [ast as Node]
  for (let node = pending.pop(); node; node = pending.pop()) {
    found.add(node.type)
    pending.push(...children(node, visitorKeys))
  }
  return found
}

describe('no rule throws on any syntax', () => {
  it.each(programs.map(({ name, text, shown }) => [name, shown, text] as const))('%s %s', (name, _, text) => {
    expect(lintSafely(text, name)).toBe('linted')
  })

  it('every kind of node stands in a text that is read', () => {
    const seen = new Set<string>()
    for (const { name, text } of programs) {
      try {
        for (const type of typesIn(text, name)) seen.add(type)
      } catch {
        // A text that this parser refuses shows nothing; what is missing shows below.
      }
    }
    const missing = Object.values(T).filter((type) => !seen.has(type) && !neverParsed.has(type))
    expect(missing).toEqual([])
  })
})
