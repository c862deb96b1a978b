import * as parser from '@typescript-eslint/parser'
import * as espree from 'espree'
import { describe, expect, it } from 'vitest'
import { analyze, FileAnalysis } from '../file.js'
import { foreignFile, forgetTrees, type Parser } from './foreign-file.js'

/** A file whose parser counts what it parses. */
function fileInHand(): { file: FileAnalysis; parsed: string[] } {
  const parsed: string[] = []
  const counting: Parser = {
    parseForESLint(text, options) {
      parsed.push(String(options['filePath']))
      return parser.parseForESLint(text, options) as never
    },
  }
  const source = parser.parseForESLint('work()', { range: true, loc: true })
  const file = analyze({ ...source, text: 'work()', parserServices: {} } as never, {
    filename: '/p/main.ts',
    parser: counting,
  })
  return { file, parsed }
}

const large = (name: string) => `export const ${name} = 1\n`.padEnd(250_000, '\n')

describe('foreignFile', () => {
  it('keeps what it parses, and stops where files push each other out without end', () => {
    forgetTrees()
    const { file, parsed } = fileInHand()
    for (let round = 0; round < 3; round++)
      for (const name of ['a', 'b'])
        expect(foreignFile(file, `/p/${name}.ts`, large(name))).toBeInstanceOf(FileAnalysis)
    expect(parsed).toEqual(['/p/a.ts', '/p/b.ts'])
    let follows = true
    for (let round = 0; follows && round < 50; round++)
      for (const name of ['a', 'b', 'c']) follows &&= foreignFile(file, `/p/${name}.ts`, large(name)) !== undefined
    expect(follows).toBe(false)
    expect(parsed.length).toBeLessThan(15)
    const next = fileInHand()
    expect(foreignFile(next.file, '/p/c.ts', large('c'))).toBeInstanceOf(FileAnalysis)
  })

  it("follows what ESLint's own parser reads, whose trees have no lists of decorators", () => {
    const source = parser.parseForESLint('work()', { range: true, loc: true })
    const file = analyze({ ...source, text: 'work()', parserServices: {} } as never, {
      filename: '/p/main.js',
      parser: espree as unknown as Parser,
    })
    const text = 'class A { #x = 1; m(a = 1, { b }) { return (c) => a + b + c } }\nexports.run = function (d) { go(d) }'
    const other = foreignFile(file, '/p/other.js', text)
    expect(other?.index.calls).toHaveLength(1)
    expect(other?.index.functions).toHaveLength(3)
  })

  it('takes itself for itself, and nothing for what cannot be parsed', () => {
    const { file } = fileInHand()
    expect(foreignFile(file, '/p/main.ts', 'work()')).toBe(file)
    expect(foreignFile(file, '/p/broken.ts', 'const = ')).toBeUndefined()
    expect(foreignFile(file, 'relative.ts', 'export {}')).toBeUndefined()
  })
})
