import { sampleToken, seededRandom, tokenFormats, type TokenFormatRow } from '@palisade/analysis'
import * as parser from '@typescript-eslint/parser'
import { Linter } from 'eslint'
import { describe, expect, it } from 'vitest'
import { noHardcodedSecrets } from './rule.js'

/** Tokens are made when the test runs: no file of ours holds one. */
const rows: readonly TokenFormatRow[] = tokenFormats
const found = rows.filter((row) => row.use === undefined && row.alone !== false)
const named = rows.filter((row) => row.use === undefined && row.alone === false)
const low = rows.filter((row) => row.use === undefined && row.confidence === 'low')

const linter = new Linter()

/** Which of the pieces of code the rule reports. They are linted as one file, each in a block. */
function reported(pieces: readonly string[], filename = 'src/file.tsx'): boolean[] {
  const code = pieces.map((piece) => `{\n${piece}\n}`).join('\n')
  const messages = linter.verify(
    code,
    [
      {
        files: ['**/*.tsx'],
        languageOptions: { parser: parser as never, parserOptions: { ecmaFeatures: { jsx: true } } },
        plugins: { palisade: { rules: { secrets: noHardcodedSecrets as never } } },
        rules: { 'palisade/secrets': 'error' },
      },
    ],
    filename,
  )
  const fatal = messages.find((message) => message.fatal)
  if (fatal) throw new Error(`${fatal.message} at ${fatal.line}:${fatal.column}`)
  const lines = new Set(messages.map((message) => message.line))
  let line = 1
  return pieces.map((piece) => {
    const first = line
    line += piece.split('\n').length + 2
    for (let at = first; at < line; at++) if (lines.has(at)) return true
    return false
  })
}

/** Lints the samples of many rows together: one file a row would spend its time on starting. */
function rowsBelow(
  share: number,
  table: readonly TokenFormatRow[],
  count: number,
  piece: (row: TokenFormatRow, random: () => number) => string,
): { low: string[]; recall: number } {
  const low: string[] = []
  let hits = 0
  for (let at = 0; at < table.length; at += 12) {
    const chunk = table.slice(at, at + 12)
    const pieces = chunk.flatMap((row) => {
      const random = seededRandom(row.id.length * 7919 + row.id.charCodeAt(0))
      return Array.from({ length: count }, () => piece(row, random))
    })
    const results = reported(pieces)
    chunk.forEach((row, index) => {
      const here = results.slice(index * count, (index + 1) * count).filter(Boolean).length
      hits += here
      if (here < count * share) low.push(`${row.id}: ${here} of ${count}`)
    })
  }
  return { low, recall: hits / (table.length * count) }
}

const quoted = (token: string) => JSON.stringify(token)
const template = (token: string) => `\`${token.replace(/[`$\\]/g, '\\$&')}\``
const halves = (token: string): [string, string] => [token.slice(0, token.length >> 1), token.slice(token.length >> 1)]

const contexts: readonly [string, (token: string) => string][] = [
  ['a variable', (token) => `const x = ${quoted(token)}`],
  ['an argument', (token) => `f(${quoted(token)})`],
  ['a template', (token) => `f(${template(token)})`],
  ['a template with expressions', (token) => `f(\`\${a} ${template(token).slice(1, -1)} \${b}\`)`],
  ['a tagged template', (token) => `tag${template(token)}`],
  ['a concatenation', (token) => `f(${halves(token).map(quoted).join(' + ')})`],
  [
    'a concatenation through variables',
    (token) => `const a = ${quoted(halves(token)[0])}; const b = a + ${quoted(halves(token)[1])}`,
  ],
  ['a joined array', (token) => `f([${halves(token).map(quoted).join(', ')}].join(''))`],
  ['base64', (token) => `f(Buffer.from(${quoted(btoa(token))}, 'base64').toString())`],
  ['atob', (token) => `f(atob(${quoted(btoa(token))}))`],
  [
    'a JSX attribute',
    (token) =>
      `const e = <Client x=${token.includes('"') || token.includes('\n') ? `{${quoted(token)}}` : `"${token}"`} />`,
  ],
  ['a JSX expression', (token) => `const e = <p>{${quoted(token)}}</p>`],
  ['JSX text', (token) => `const e = <p>${token.replace(/[{}<>]/g, ' ')}</p>`],
  ['a regular expression', (token) => `f(/^${token.replaceAll('\n', '').replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')}$/)`],
  ['an object key', (token) => `const o = { ${quoted(token)}: 1 }`],
  ['an enum member', (token) => `enum E { A = ${quoted(token)} }`],
  ['a default parameter', (token) => `function f(a = ${quoted(token)}) {}`],
  ['a class field', (token) => `class A { #x = ${quoted(token)} }`],
  ['a block comment', (token) => `/* ${token} */`],
  [
    'a line comment',
    (token) =>
      token
        .split('\n')
        .map((line) => `// ${line}`)
        .join('\n'),
  ],
  ['a header', (token) => `f({ 'X-Thing': ${quoted(`Token ${token}`)} })`],
  ['a command line', (token) => `exec(${quoted(`curl -H "X: ${token}" https://api.acme.io`)})`],
  ['JSON in a string', (token) => `f(${quoted(JSON.stringify({ a: token }))})`],
  ['a directive', (token) => `function f() { ${quoted(token)} }`],
]

/** What a comment, a directive or a form can't hold by its nature. */
function fits(context: string, row: TokenFormatRow): boolean {
  if (row.detector === 'curl-user' && (context === 'a header' || context === 'a command line')) return false
  return true
}

/** The bar is twenty samples in twelve contexts; the rest is sampled. */
const samplesIn = new Map(contexts.map(([context], at) => [context, at < 12 ? 20 : 4]))

describe('no-hardcoded-secrets finds every format', () => {
  it.each(contexts)('in %s', { timeout: 120_000 }, (context, wrap) => {
    const table = found.filter((row) => fits(context, row))
    const count = samplesIn.get(context)!
    const { low, recall } = rowsBelow(count === 20 ? 0.9 : 0.5, table, count, (row, random) =>
      wrap(sampleToken(row, random)),
    )
    expect(low).toEqual([])
    expect(recall).toBeGreaterThanOrEqual(0.97)
  })

  it.each([
    ['a variable', (name: string, token: string) => `const ${name}_API_KEY = ${quoted(token)}`],
    ['a property', (name: string, token: string) => `f({ ${name.toLowerCase()}ApiKey: ${quoted(token)} })`],
    ['an assignment', (name: string, token: string) => `config.${name.toLowerCase()}Secret = ${quoted(token)}`],
    ['the environment', (name: string, token: string) => `process.env.${name}_API_TOKEN = ${quoted(token)}`],
    ['a fallback', (name: string, token: string) => `const k = process.env.${name}_API_KEY ?? ${quoted(token)}`],
    [
      'a class field',
      (name: string, token: string) =>
        `class A { private readonly ${name.toLowerCase()}AccessToken = ${quoted(token)} }`,
    ],
  ] as const)('finds formats without a mark under a name that agrees: %s', (_context, wrap) => {
    const { low } = rowsBelow(0.9, named, 10, (row, random) =>
      wrap(row.provider.toUpperCase().replace(/[^A-Z]+/g, ''), sampleToken(row, random)),
    )
    expect(low).toEqual([])
  })

  it('reports a format of low confidence only where another sign agrees', () => {
    expect(low.filter((row) => row.alone !== false).map((row) => row.id)).toEqual([])
    const silent: readonly ((token: string) => string)[] = [
      (token) => `const x = ${quoted(token)}`,
      (token) => `f({ value: ${quoted(token)} })`,
      (token) => `// ${token}`,
    ]
    for (const wrap of silent) {
      const { recall } = rowsBelow(0, low, 5, (row, random) => wrap(sampleToken(row, random)))
      expect(recall).toBe(0)
    }
    const signs: readonly ((row: TokenFormatRow, token: string) => string)[] = [
      (_row, token) => `const apiKey = ${quoted(token)}`,
      (_row, token) => `import OpenAI from 'openai'; new OpenAI({ apiKey: ${quoted(token)} })`,
      (_row, token) => `fetch(url, { headers: { 'x-api-key': ${quoted(token)} } })`,
    ]
    for (const wrap of signs) {
      const result = rowsBelow(0.9, low, 10, (row, random) =>
        wrap(row, sampleToken(row, random)).replace(/import .*?; /, "const OpenAI = require('openai'); "),
      )
      expect(result.low).toEqual([])
    }
  })
})
