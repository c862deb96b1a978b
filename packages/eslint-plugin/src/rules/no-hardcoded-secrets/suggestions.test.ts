import * as parser from '@typescript-eslint/parser'
import { Linter } from 'eslint'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { beforeAll, describe, expect, it } from 'vitest'
import { noHardcodedSecrets } from './rule.js'
import { token } from './test-token.js'

/** Places of all kinds in which a constant can stand. Names that no code declares are errors before and after. */
const places: readonly [string, string][] = [
  ['a constant', `const password = 'hunter2'`],
  ['a typed constant', `const password: string = 'hunter2'`],
  ['a variable', `let apiKey: string | undefined = 'a1b2c3d4e5f6'`],
  ['a token by its shape', `export const token: string = '${token('groq-api-key')}'`],
  ['a template', 'const password: string = `hunter2`'],
  ['a sum', `const password: string = 'hunt' + 'er2' + 'hunter2'`],
  ['a property', `const config: { host: string; password: string } = { host: 'db', password: 'hunter2' }`],
  ['a nested property', `const config = { db: { user: 'app', password: 'hunter2' } }; config.db.password.length`],
  [
    'a class field',
    `export class A { private readonly dbPassword: string = 'Tr0ub4dor&3'; use() { return this.dbPassword } }`,
  ],
  ['a private field', `export class A { #secretKey = 'a1b2c3d4e5f6'; use(): string { return this.#secretKey } }`],
  ['a parameter default', `export function login(password = 'hunter2'): number { return password.length }`],
  [
    'a destructuring default',
    `export function f({ apiKey = 'a1b2c3d4e5f6' }: { apiKey?: string }) { return apiKey.length }`,
  ],
  ['an argument', `declare function open(o: { apiKey: string }): void; open({ apiKey: 'a1b2c3d4e5f6' })`],
  ['a return', `export function getApiKey(): string { return 'a1b2c3d4e5f6' }`],
  ['an arrow', `export const getApiKey = (): string => 'a1b2c3d4e5f6'`],
  ['an assignment', `const config = { apiKey: '' }; config.apiKey = 'a1b2c3d4e5f6'`],
  ['an environment variable', `process.env.API_TOKEN = 'a1b2c3d4e5f6'`],
  ['a branch', `declare const c: boolean; const password: string = c ? 'hunter2' : 'other-hunter3'`],
  ['an assertion', `const password = 'hunter2' as string`],
  ['a literal type', `const options = { password: 'hunter2' } as const; const p: 'hunter2' = options.password`],
  ['a satisfied type', `const options = { password: 'hunter2' } satisfies { password: string }`],
  ['a method on it', `const password: string = 'hunter2'.trim()`],
  ['an entry of a Map', `const m = new Map<string, string>([['apiKey', 'a1b2c3d4e5f6']])`],
  ['a header', `void fetch('https://acme.io', { headers: { 'x-api-key': 'a1b2c3d4e5f6' } })`],
  ['a header that is set', `new Headers().set('X-Auth-Token', 'a1b2c3d4e5f6')`],
  ['bytes', `const encryptionKey = Buffer.from('a1b2c3d4e5f60718', 'hex')`],
  ['a comparison', `export function f(b: { password: string }) { if (b.password === 'hunter2') return 1; return 0 }`],
  [
    'a switch',
    `export function f(apiKey: string) { switch (apiKey) { case 'a1b2c3d4e5f6': return 1; default: return 0 } }`,
  ],
  ['||', `export const secret: string = process.env.JWT_SECRET || 'dev'`],
  ['??', `export const secret: string = process.env.JWT_SECRET ?? 'dev'`],
  ['?? with more around it', `export const length: number = (process.env.JWT_SECRET ?? 'dev').length`],
  ['several variables', `export const p: string = process.env.DB_PASSWORD || process.env.DB_PASS || 'postgres'`],
  ['a conditional', `export const k: string = process.env.API_SECRET ? process.env.API_SECRET : 'changeme'`],
  [
    'a conditional that asks for less',
    `export const k: string = !process.env.API_SECRET ? 'changeme' : process.env.API_SECRET`,
  ],
  ['a comparison with ||', `export const is = (x: string) => x === (process.env.API_SECRET || 'changeme')`],
  ['crypto', `import { createHmac } from 'node:crypto'; createHmac('sha256', 'salted').update('x')`],
  [
    'a key of a cipher',
    `import crypto from 'node:crypto'; export const f = (iv: Buffer) => crypto.createCipheriv('aes-256-cbc', '0123456789abcdef0123456789abcdef', iv)`,
  ],
  ['an array of keys', `const keys: string[] = []; const session = { secret: ['a1b2c3d4e5f6', ...keys] }`],
  [
    'JSX',
    `declare global { namespace JSX { interface IntrinsicElements { client: { apiKey: string } } } } export const e = <client apiKey="a1b2c3d4e5f6" />`,
  ],
  [
    'a JSX expression',
    `declare global { namespace JSX { interface IntrinsicElements { client: { apiKey: string } } } } export const e = <client apiKey={'a1b2c3d4e5f6'} />`,
  ],
  [
    'an asynchronous function',
    `export async function getToken(): Promise<string> { const accessToken = await Promise.resolve('a1b2c3d4e5f6a7b8'); return accessToken }`,
  ],
  ['an enum', `export enum E { ApiKey = 'a1b2c3d4e5f6' }`],
]

const linter = new Linter()

/** A place's code, and what each suggestion makes of it. */
function outputs(code: string): { messages: number; codes: string[] } {
  const messages = reportsOf(code)
  const suggestions = messages.flatMap((message) => message.suggestions ?? [])
  return {
    messages: messages.length,
    codes: suggestions.map(({ fix }) => code.slice(0, fix.range[0]) + fix.text + code.slice(fix.range[1])),
  }
}

function reportsOf(code: string): Linter.LintMessage[] {
  return linter.verify(
    code,
    [
      {
        files: ['**/*.tsx'],
        languageOptions: { parser: parser as never, parserOptions: { ecmaFeatures: { jsx: true } } },
        plugins: { palisade: { rules: { secrets: noHardcodedSecrets as never } } },
        rules: { 'palisade/secrets': 'error' },
      },
    ],
    'src/file.tsx',
  )
}

/** The diagnostics of many files, in one program. */
function compile(codes: readonly string[]): Map<string, string[]> {
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    esModuleInterop: true,
    jsx: ts.JsxEmit.Preserve,
    types: ['node'],
  }
  const folder = fileURLToPath(new URL('made-up', import.meta.url))
  const files = new Map(codes.map((code, at) => [path.join(folder, `${at}.tsx`), `${code}\nexport {}\n`]))
  const host = ts.createCompilerHost(options)
  const { getSourceFile, fileExists, readFile } = host
  host.getSourceFile = (name, ...rest) =>
    files.has(name)
      ? ts.createSourceFile(name, files.get(name)!, ts.ScriptTarget.ES2022, true)
      : getSourceFile(name, ...rest)
  host.fileExists = (name) => files.has(name) || fileExists(name)
  host.readFile = (name) => files.get(name) ?? readFile(name)
  const program = ts.createProgram([...files.keys()], options, host)
  return new Map(
    [...files.keys()].map((name, at) => [
      codes[at]!,
      ts
        .getPreEmitDiagnostics(program, program.getSourceFile(name))
        .map(({ code, messageText }) => `${code} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`),
    ]),
  )
}

describe('a suggestion yields code that compiles', { timeout: 120_000 }, () => {
  const made = new Map(places.map(([, code]) => [code, outputs(code)]))
  let errors = new Map<string, string[]>()
  beforeAll(() => {
    errors = compile([...new Set([...made].flatMap(([code, { codes }]) => [code, ...codes]))])
  }, 120_000)

  it.each(places)('in %s', (_place, code) => {
    expect(errors.get(code)).toEqual([])
    expect(made.get(code)!.messages).toBeGreaterThan(0)
    for (const output of made.get(code)!.codes) expect(errors.get(output), output).toEqual([])
  })

  it('nearly everywhere: only literal types and enumerations get none', () => {
    const without = places.filter(([, code]) => made.get(code)!.codes.length === 0).map(([place]) => place)
    expect(without).toEqual(['a literal type', 'an enum'])
  })
})

describe('what is said of a secret', () => {
  it.each(places)('is at most four characters, and at most a quarter of it: %s', (_place, code) => {
    for (const { message, column, endColumn, suggestions } of reportsOf(code)) {
      const secret = code.slice(column - 1, endColumn! - 1).replace(/^['"`]|['"`]$/g, '')
      const [, shown] = /\(([^()]*)…\)/.exec(message) ?? []
      expect(shown, message).toBeDefined()
      expect(shown!.length).toBeLessThanOrEqual(Math.min(4, Math.floor(secret.length / 4)))
      const texts = [
        message.replace(`(${shown!}…)`, ''),
        ...(suggestions ?? []).flatMap(({ desc, fix }) => [desc, fix.text]),
      ]
      if (secret.length >= 5) for (const text of texts) expect(text).not.toContain(secret.slice(0, 5))
    }
  })
})
