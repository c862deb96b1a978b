import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { standInForParser } from './parser-stand-in.js'

let folder: string
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'palisade-')))
  mkdirSync(join(folder, 'node_modules/@typescript-eslint'), { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** A parser that says when it is loaded. */
function install(text: string): NodeJS.Require {
  const parser = join(folder, 'node_modules/@typescript-eslint/parser')
  mkdirSync(join(parser, 'dist'), { recursive: true })
  writeFileSync(join(parser, 'package.json'), '{ "version": "8.9.9", "main": "dist/index.js" }')
  writeFileSync(join(parser, 'dist/index.js'), text)
  return createRequire(join(folder, 'eslint.config.js'))
}

it('is what a configuration gets, and loads the parser when it is called', () => {
  const require = install(
    'globalThis.parserLoaded = true\nexports.meta = {}\nexports.version = ""\nexports.parseForESLint = (text) => ({ ast: text })\n',
  )
  const takeAway = standInForParser(join(folder, 'eslint.config.js'))
  const parser = require('@typescript-eslint/parser') as Record<string, unknown> & {
    parseForESLint(text: string): unknown
  }
  takeAway()
  expect(Object.keys(parser).sort()).toEqual(['meta', 'parseForESLint', 'version'])
  expect(parser).toMatchObject({ version: '8.9.9', meta: { name: 'typescript-eslint/parser', version: '8.9.9' } })
  expect(globalThis).not.toHaveProperty('parserLoaded')
  expect(parser.parseForESLint('let a')).toEqual({ ast: 'let a' })
  expect(globalThis).toHaveProperty('parserLoaded', true)
  Reflect.deleteProperty(globalThis, 'parserLoaded')
})

it('leaves a parser alone that offers something else', () => {
  const require = install('exports.parseForESLint = () => 1\nexports.somethingNew = 2\n')
  standInForParser(join(folder, 'eslint.config.js'))
  expect(require('@typescript-eslint/parser')).toHaveProperty('somethingNew', 2)
})

it('stands in for the parser that there is', () => {
  const real = createRequire(import.meta.url)
  symlinkSync(
    dirname(dirname(real.resolve('@typescript-eslint/parser'))),
    join(folder, 'node_modules/@typescript-eslint/parser'),
  )
  const require = createRequire(join(folder, 'eslint.config.js'))
  Reflect.deleteProperty(require.cache, require.resolve('@typescript-eslint/parser'))
  const takeAway = standInForParser(join(folder, 'eslint.config.js'))
  const parser = require('@typescript-eslint/parser') as Record<string, unknown>
  takeAway()
  const itself = require('@typescript-eslint/parser') as Record<string, unknown>
  expect(itself).not.toBe(parser)
  expect(Object.keys(parser).sort()).toEqual(Object.keys(itself).sort())
  expect(parser['meta']).toEqual(itself['meta'])
})

it('does nothing where there is no parser', () => {
  expect(() => standInForParser(join(folder, 'eslint.config.js'))()).not.toThrow()
})
