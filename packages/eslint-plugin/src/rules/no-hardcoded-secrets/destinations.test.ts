import { credentialParameters, type CredentialParameterRow, publicKeyNames, publicPrefixes } from '@palisade/analysis'
import * as parser from '@typescript-eslint/parser'
import { Linter } from 'eslint'
import { describe, expect, it } from 'vitest'
import { noHardcodedSecrets } from './rule.js'

const rows: readonly CredentialParameterRow[] = credentialParameters
const linter = new Linter()

function reports(code: string): (string | undefined)[] {
  const messages = linter.verify(
    code,
    [
      {
        files: ['**/*.ts'],
        languageOptions: { parser: parser as never },
        plugins: { palisade: { rules: { secrets: noHardcodedSecrets as never } } },
        rules: { 'palisade/secrets': 'error' },
      },
    ],
    'src/file.ts',
  )
  return messages.map((message) => message.messageId ?? message.message)
}

/** A text that nothing else would be blamed for: the destination alone decides. */
function sampleOf(row: CredentialParameterRow): string {
  if (row.form === 'pair') return 'someone:open7sesame'
  if (row.form === undefined) return 'open7sesame'
  return row.provider === 'Azure'
    ? 'Endpoint=sb://acme;SharedAccessKey=open7sesame'
    : 'app://user:password@db.acme.io/app'
}

/** A call of a row's function with a value at the credential's place. */
function call(name: string, row: CredentialParameterRow, value: string): string {
  const [module, path] = name.includes('#')
    ? [name.slice(0, name.indexOf('#')), name.slice(name.indexOf('#') + 1)]
    : ['', name]
  const beside = row.beside === undefined ? '' : `// ${row.beside[0]!}\n`
  const head = beside + (module === '' ? '' : `const m = require('${module.replaceAll('*', 'thing')}')\n`)
  const member = path === '' || path.startsWith('(') ? path : `.${path}`
  const callee = (module === '' ? path : `m${member}`).replaceAll('**', 'one().two()').replaceAll('*', 'Thing')
  const given = (row.member ?? '')
    .split('.')
    .filter(Boolean)
    .reduceRight((inner, key) => (key === '()' ? `() => (${inner})` : `{ '${key}': ${inner} }`), value)
  switch (row.argument) {
    case 'plugin':
      return `${head}app.register(${callee}, ${given})`
    case 'last':
      return `${head}${callee}(x, ${given})`
    case 'any':
      return `${head}${callee}(x, ${given})`
    default:
      return `${head}${callee}(${[...Array.from({ length: row.argument }, () => 'x'), given].join(', ')})`
  }
}

describe('the table of credential parameters', () => {
  it('gives each row an id of its own and a source', () => {
    expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length)
    for (const row of rows) {
      expect(row.source, row.id).toMatch(/^https?:\/\//)
      expect(row.env, row.id).toMatch(/^[A-Z][A-Z\d_]*$/)
    }
  })

  it.each(rows.flatMap((row) => row.calls.map((name) => [`${row.id}: ${name}`, name, row] as const)))(
    '%s',
    (_title, name, row) => {
      expect(reports(call(name, row, `'${sampleOf(row)}'`))).toEqual(['destination'])
      expect(reports(call(name, row, 'process.env.VALUE'))).toEqual([])
    },
  )
})

describe('the table of public prefixes', () => {
  it.each(publicPrefixes.map((row) => [row.prefix]))('%s', (prefix) => {
    expect(reports(`f(process.env.${prefix}ACME_API_SECRET)`)).toEqual(['exposed'])
    expect(reports(`f(import.meta.env.${prefix}DB_PASSWORD)`)).toEqual(['exposed'])
    expect(reports(`f(process.env.${prefix}API_URL)`)).toEqual([])
    expect(reports(`f(process.env.SERVER_${prefix}ACME_API_SECRET)`)).toEqual([])
  })

  it.each(publicKeyNames.map((row) => [row.words]))('a key named "%s" may be public', (words) => {
    expect(reports(`f(process.env.NEXT_PUBLIC_${words.replaceAll(' ', '_').toUpperCase()}_KEY)`)).toEqual([])
  })
})
