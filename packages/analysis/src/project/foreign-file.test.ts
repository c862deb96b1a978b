import * as parser from '@typescript-eslint/parser'
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
  it('follows a file to so much other text as is kept, and parses none of it twice', () => {
    forgetTrees()
    const { file, parsed } = fileInHand()
    for (let round = 0; round < 3; round++) {
      expect(foreignFile(file, '/p/a.ts', large('a'))).toBeInstanceOf(FileAnalysis)
      expect(foreignFile(file, '/p/b.ts', large('b'))).toBeInstanceOf(FileAnalysis)
      expect(foreignFile(file, '/p/c.ts', large('c'))).toBeUndefined()
    }
    expect(parsed).toEqual(['/p/a.ts', '/p/b.ts'])
    const next = fileInHand()
    expect(foreignFile(next.file, '/p/c.ts', large('c'))).toBeInstanceOf(FileAnalysis)
  })

  it('takes itself for itself, and nothing for what cannot be parsed', () => {
    const { file } = fileInHand()
    expect(foreignFile(file, '/p/main.ts', 'work()')).toBe(file)
    expect(foreignFile(file, '/p/broken.ts', 'const = ')).toBeUndefined()
    expect(foreignFile(file, 'relative.ts', 'export {}')).toBeUndefined()
  })
})
