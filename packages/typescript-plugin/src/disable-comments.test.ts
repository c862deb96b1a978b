import type { Diagnostic } from '@palisade/engine'
import * as ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { disableForFile, disableForLine } from './disable-comments.js'

/** The text after silencing the finding at the word `here`, or nothing where that can't be done. */
function silenced(text: string, how: typeof disableForLine): string | undefined {
  const sourceFile = ts.createSourceFile('a.tsx', text, ts.ScriptTarget.ES2022, true, ts.ScriptKind.TSX)
  const start = text.indexOf('here')
  const startLine = sourceFile.getLineAndCharacterOfPosition(start).line + 1
  const diagnostic = { ruleId: 'palisade/probe', range: { start, end: start + 4, startLine } } as Diagnostic
  const edit = how(sourceFile, diagnostic)
  return edit && text.slice(0, edit.start) + edit.newText + text.slice(edit.end)
}

const directive = 'eslint-disable-next-line palisade/probe -- say why this is safe'

describe('a comment for one line', () => {
  it('stands above it, as deep as the line', () => {
    expect(silenced('if (a) {\n    here()\n}', disableForLine)).toBe(`if (a) {\n    // ${directive}\n    here()\n}`)
  })

  it("keeps the file's line ends", () => {
    expect(silenced('a()\r\nhere()\r\n', disableForLine)).toBe(`a()\r\n// ${directive}\r\nhere()\r\n`)
  })

  it('is a JSX comment between JSX elements, and a plain one inside an expression there', () => {
    expect(silenced('a = <p>\n  {here}\n</p>', disableForLine)).toBe(`a = <p>\n  {/* ${directive} */}\n  {here}\n</p>`)
    expect(silenced('a = <p>{\n  here\n}</p>', disableForLine)).toBe(`a = <p>{\n  // ${directive}\n  here\n}</p>`)
  })

  it('joins a comment that is there already, before its reason', () => {
    const text = '// eslint-disable-next-line no-undef -- known\nhere()'
    expect(silenced(text, disableForLine)).toBe('// eslint-disable-next-line no-undef, palisade/probe -- known\nhere()')
    expect(silenced('// eslint-disable-next-line a\r\nhere()', disableForLine)).toBe(
      '// eslint-disable-next-line a, palisade/probe\r\nhere()',
    )
  })

  it('is not offered inside a template literal, where it would be text', () => {
    expect(silenced('a = `first\n${here}`', disableForLine)).toBeUndefined()
    expect(silenced('a = `x${\n here\n}`', disableForLine)).toBe(`a = \`x\${\n // ${directive}\n here\n}\``)
  })
})

describe('a comment for the file', () => {
  const comment = '/* eslint-disable palisade/probe -- say why this is safe */\n'

  it('stands at the top', () => {
    expect(silenced("'use strict'\nhere()", disableForFile)).toBe(`${comment}'use strict'\nhere()`)
  })

  it('leaves the first line to the shell', () => {
    expect(silenced('#!/usr/bin/env node\nhere()', disableForFile)).toBe(`#!/usr/bin/env node\n${comment}here()`)
  })
})
