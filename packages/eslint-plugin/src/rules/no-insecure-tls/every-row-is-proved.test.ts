/**
 * Each row of the catalogs reports in the four shapes in which people hand options over, and its safe neighbour in none.
 * The samples are made from the rows, so a new row is proved by being added.
 */
import {
  type AddressSinkRow,
  addressSinks,
  type CipherRow,
  cipherSuites,
  cleartextSchemes,
  identityHooks,
  insecureCommands,
  type InsecureCommandRow,
  protocolPolicies,
  type TlsMethodRow,
  tlsMethods,
  type TlsOptionRow,
  tlsOptions,
  unverifiedSchemes,
  urlParameters,
  type UrlParameterRow,
  weakGroups,
  type WeakGroupRow,
  weakSignatureHashes,
} from '@palisade/analysis'
import * as parser from '@typescript-eslint/parser'
import { Linter } from 'eslint'
import { describe, expect, it } from 'vitest'
import { noInsecureTls } from './rule.js'

const linter = new Linter({ configType: 'flat' })

function reports(code: string): string[] {
  const messages = linter.verify(
    code,
    [
      {
        files: ['**/*.ts'],
        plugins: { palisade: { rules: { 'no-insecure-tls': noInsecureTls as never } } },
        languageOptions: { parser: parser as Linter.Parser },
        rules: { 'palisade/no-insecure-tls': ['error', { strict: true }] },
      },
    ],
    { filename: 'src/client.ts' },
  )
  return messages.map(({ messageId, message }) => messageId ?? message)
}

/** How to bring a qualified name in, and how to call it. */
interface Callee {
  prelude: string
  call: (...args: string[]) => string
}

/** `pg#Client()` is constructed, `mssql#connect` called, `basic-ftp#Client().access` called on a new instance. */
function calleeOf(qualified: string): Callee {
  const name = qualified.endsWith('-*')
    ? `${qualified.slice(0, -1)}sample#Sample()`
    : qualified.replace(/\*$/, 'Sample()')
  if (!name.includes('#')) {
    const path = name.replace(/\(\)$/, '')
    return { prelude: '', call: (...args) => `${name.endsWith('()') ? 'new ' : ''}${path}(${args.join(', ')})` }
  }
  const [module, path = ''] = name.split('#', 2) as [string, string?]
  const prelude =
    path === '' || path.startsWith('()') ? `import m from '${module}'\n` : `import * as m from '${module}'\n`
  const segments = path.replace(/^\(\)/, '').replace(/\(\)$/, '')
  // Instances in the middle of a path are made where they stand.
  const expression = path.startsWith('()')
    ? segments === ''
      ? 'm'
      : `m()${segments}`
    : segments.split('.').reduce((whole, part) => `${whole}.${part}`, 'm')
  const constructed = path.endsWith('()') && /^[A-Z]/.test(segments.split('.').at(-1) ?? '')
  return { prelude, call: (...args) => `${constructed ? 'new ' : ''}${expression}(${args.join(', ')})` }
}

/** The four shapes in which a value reaches a call. */
function shapes({ prelude, call }: Callee, value: string, position = 0): Record<string, string> {
  const before = Array.from({ length: position }, () => "'x'")
  const isObject = value.startsWith('{')
  return {
    inline: `${prelude}${call(...before, value)}`,
    'through a variable': `${prelude}const settings = ${value}\n${call(...before, 'settings')}`,
    'through a helper': isObject
      ? `${prelude}const make = () => (${value})\n${call(...before, '{ ...make(), extra: 1 }')}`
      : `${prelude}const make = () => ${value}\n${call(...before, 'make()')}`,
    'through a class field': `${prelude}class Service {\n  settings = ${value}\n  open() { return ${call(...before, 'this.settings')} }\n}`,
  }
}

/** The other calls of a row are proved to be known; the shapes don't depend on the name. */
function inline(callee: Callee, value: string, position = 0): Record<string, string> {
  return { inline: shapes(callee, value, position)['inline']! }
}

function nested(path: readonly string[], option: string, value: string): string {
  return [...path, option].reduceRight(
    (inner, key) => `{ ${key === '*' ? 'any' : JSON.stringify(key)}: ${inner} }`,
    value,
  )
}

const safeValue = (value: unknown) => (typeof value === 'boolean' ? String(!value) : value === 0 ? '1' : "'safe-value'")

describe('tls-options', () => {
  it('has unique ids and a source for each row', () => {
    expect(new Set(tlsOptions.map(({ id }) => id)).size).toBe(tlsOptions.length)
    expect(tlsOptions.filter(({ source }) => !/^https?:\/\//.test(source))).toEqual([])
  })

  describe.each(tlsOptions.map((row) => [row.id, row as TlsOptionRow] as const))('%s', (_id, row) => {
    const calls = row.calls === 'anywhere' ? ['some-client#connect'] : row.calls
    it.each(calls)('%s', (name) => {
      const made = name === calls[0] ? shapes : inline
      const callee = calleeOf(name)
      for (const unsafe of row.unsafe) {
        const bad = made(callee, nested(row.at ?? [], row.option, JSON.stringify(unsafe)))
        const good = made(callee, nested(row.at ?? [], row.option, safeValue(unsafe)))
        for (const [shape, code] of Object.entries(bad)) expect(reports(code), `${shape}\n${code}`).toHaveLength(1)
        for (const [shape, code] of Object.entries(good)) expect(reports(code), `${shape}\n${code}`).toEqual([])
      }
    })

    if (row.beside) {
      it.each(row.beside)('known by %s and %s beside it', (...keys) => {
        const beside = keys.filter((key) => !key.startsWith('^')).map((key) => `${JSON.stringify(key)}: given, `)
        const above = keys.filter((key) => key.startsWith('^')).map((key) => `${JSON.stringify(key.slice(1))}: {`)
        const code = (value: string) =>
          `export default { ${above.join('')} ${beside.join('')} ${row.option}: ${value} ${'}'.repeat(above.length + 1)}`
        expect(reports(code(JSON.stringify(row.unsafe[0])))).toHaveLength(1)
        expect(reports(code(safeValue(row.unsafe[0])))).toEqual([])
      })
    }
  })
})

describe('methods', () => {
  it.each(tlsMethods.map((row) => [row.id, row as TlsMethodRow] as const))('%s', (_id, row) => {
    const args = (row.args ?? []).map(([value]) => JSON.stringify(value)).join(', ')
    const receiver = row.id === 'grpc.createInsecure' ? 'credentials' : 'client'
    expect(reports(`${receiver}.${row.method}(${args})`)).toHaveLength(1)
    if (row.args) expect(reports(`${receiver}.${row.method}('other')`)).toEqual([])
    for (const name of row.calls ?? []) {
      const { prelude, call } = calleeOf(name)
      expect(reports(prelude + call())).toHaveLength(1)
    }
  })
})

describe('identity hooks', () => {
  it.each(identityHooks.map(({ option }) => [option] as const))('%s', (option) => {
    for (const code of Object.values(shapes(calleeOf('some-client#connect'), `{ ${option}: () => undefined }`))) {
      expect(reports(code), code).toEqual(['identityCheckOff'])
    }
    for (const code of Object.values(
      shapes(calleeOf('some-client#connect'), `{ ${option}: (a, b) => compare(a, b) }`),
    )) {
      expect(reports(code), code).toEqual([])
    }
  })
})

describe('cipher-suites', () => {
  it.each(cipherSuites.map((row) => [row.id, row as CipherRow] as const))('%s', (_id, row) => {
    for (const group of row.groups) {
      for (const code of Object.values(shapes(calleeOf('tls#connect'), `{ ciphers: 'HIGH:${group}' }`)))
        expect(reports(code), code).toEqual(['weakCipher'])
      for (const code of Object.values(shapes(calleeOf('tls#connect'), `{ ciphers: 'HIGH:!${group}' }`)))
        expect(reports(code), code).toEqual([])
    }
  })
})

describe('weak groups and signatures', () => {
  it.each(weakGroups.map((row) => [row.id, row as WeakGroupRow] as const))('%s', (_id, row) => {
    for (const name of row.names) {
      for (const code of Object.values(shapes(calleeOf('tls#createServer'), `{ ecdhCurve: '${name}' }`)))
        expect(reports(code), code).toEqual(['weakGroup'])
    }
    expect(reports(`import tls from 'tls'; tls.createServer({ ecdhCurve: 'X25519:P-256' })`)).toEqual([])
  })

  it.each(weakSignatureHashes.map((row) => [row.id, row.names] as const))('%s', (_id, names) => {
    for (const name of names) {
      for (const code of Object.values(shapes(calleeOf('tls#createServer'), `{ sigalgs: 'RSA+SHA256:${name}' }`)))
        expect(reports(code), code).toEqual(['weakSignature'])
    }
    expect(reports(`import tls from 'tls'; tls.createServer({ sigalgs: 'RSA+SHA256' })`)).toEqual([])
  })
})

describe('protocol policies', () => {
  it.each(protocolPolicies.map((row) => [row.name, row.minor] as const))('%s', (name, minor) => {
    for (const code of Object.values(shapes(calleeOf('@pulumi/aws#lb.Listener()'), `{ sslPolicy: '${name}' }`)))
      expect(reports(code), code).toEqual(minor < 2 ? ['oldProtocol'] : [])
  })
})

describe('url-parameters', () => {
  const text = (scheme: string, parameter: string) =>
    scheme === 'ado' ? `Server=db.acme.io;${parameter}` : `${scheme}://db.acme.io/x?${parameter}`

  it.each(urlParameters.map((row) => [row.id, row as UrlParameterRow] as const))('%s', (_id, row) => {
    const messageId = row.weakness === 'cleartext' ? 'cleartextParameter' : 'unverifiedParameter'
    const callee = calleeOf('some-database#connect')
    for (const [index, scheme] of row.schemes.entries()) {
      const made = index === 0 ? shapes : inline
      for (const value of row.unsafe)
        for (const code of Object.values(made(callee, `'${text(scheme, `${row.name}=${value}`)}'`)))
          expect(reports(code), code).toContain(messageId)
      for (const code of Object.values(made(callee, `'${text(scheme, `${row.name}=safe-value`)}'`)))
        expect(reports(code), code).not.toContain(messageId)
    }
  })

  it.each(unverifiedSchemes.map((row) => [row.scheme, row.secure] as const))('%s', (scheme, secure) => {
    const callee = calleeOf('some-database#connect')
    for (const code of Object.values(shapes(callee, `'${scheme}://db.acme.io'`)))
      expect(reports(code), code).toEqual(['unverifiedParameter'])
    for (const code of Object.values(shapes(callee, `'${secure}://db.acme.io'`)))
      expect(reports(code), code).toEqual([])
  })

  it.each(cleartextSchemes.map((row) => [row.scheme, row.secure] as const))('%s', (scheme, secure) => {
    const callee = calleeOf('some-client#connect')
    for (const code of Object.values(shapes(callee, `{ endpoint: '${scheme}://api.acme.io' }`)))
      expect(reports(code), code).toEqual(['cleartextAddress'])
    for (const code of Object.values(shapes(callee, `{ endpoint: '${secure}://api.acme.io' }`)))
      expect(reports(code), code).toEqual([])
    for (const code of Object.values(shapes(callee, `{ endpoint: '${scheme}://localhost' }`)))
      expect(reports(code), code).toEqual([])
  })
})

describe('insecure-commands', () => {
  it.each(insecureCommands.map((row) => [row.id, row as InsecureCommandRow] as const))('%s', (_id, row) => {
    const program = row.programs[0] ?? 'node'
    const lines = [
      ...(row.flags ?? []).map((flag) => [program, flag.endsWith('=') ? `${flag}x` : flag]),
      ...(row.setting?.values ?? []).map((value) =>
        row.programs.length > 0
          ? [program, 'config', row.setting!.name, value]
          : [`${row.setting!.name}=${value}`, program],
      ),
    ]
    for (const [first = '', ...rest] of lines) {
      const line = [first, ...rest].join(' ')
      const codes = Object.values(shapes(calleeOf('child_process#execSync'), JSON.stringify(line)))
      if (!first.includes('=')) codes.push(`spawn(${JSON.stringify(first)}, ${JSON.stringify(rest)})`)
      else {
        const [name = '', value] = first.split(/=(.*)/s)
        codes.push(`spawn('x', [], { env: { ${name}: ${JSON.stringify(value)} } })`)
      }
      for (const code of codes) expect(reports(code), code).toHaveLength(1)
    }
    expect(reports(`execSync('${program} --safe x')`)).toEqual([])
  })
})

describe('address sinks', () => {
  describe.each(addressSinks.map((row) => [row.id, row as AddressSinkRow] as const))('%s', (_id, row) => {
    it.each(row.calls)('%s', (name) => {
      const made = name === row.calls[0] ? shapes : inline
      const callee = calleeOf(name)
      for (const path of row.paths) {
        const value = (address: string) =>
          (path.length === 0 ? `'${address}'` : nested(path.slice(0, -1), path.at(-1)!, `'${address}'`)).replace(
            /\{ "?any"?: ('[^']*') \}/,
            '[$1]',
          )
        for (const code of Object.values(made(callee, value('http://api.acme.io'), row.argument)))
          expect(reports(code), code).toEqual(['cleartextAddress'])
        for (const code of Object.values(made(callee, value('https://api.acme.io'), row.argument)))
          expect(reports(code), code).toEqual([])
      }
    })
  })
})
