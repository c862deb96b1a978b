import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import * as parser from '@typescript-eslint/parser'
import { Linter } from 'eslint'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Node, T } from '../ast/nodes.js'
import { analyze, type FileAnalysis } from '../file.js'
import { show } from '../test/analyze-text.js'

const files: Record<string, string> = {
  'tsconfig.json': JSON.stringify({
    compilerOptions: {
      module: 'NodeNext',
      moduleResolution: 'NodeNext',
      target: 'ES2022',
      strict: true,
      noEmit: true,
      types: [],
      skipLibCheck: true,
    },
    include: ['*.ts'],
  }),
  'package.json': JSON.stringify({ type: 'module' }),
  'node_modules/log/package.json': JSON.stringify({ name: 'log', types: 'index.d.ts' }),
  'node_modules/log/index.d.ts':
    'export interface Base { info(x: unknown): void }\nexport interface Logger extends Base {}\nexport declare function make(): Logger\n',
  'config.ts': [
    `export const KEY = 'k'`,
    `export const options = { a: { b: 1 } }`,
    `export function wrap(x: unknown) { return { wrapped: x } }`,
    `export default function main() { return KEY }`,
    `export class Service { token = 'field'; read() { return this.token } }`,
    '',
  ].join('\n'),
  'barrel.ts': `export * from './config.js'\nexport { default as main } from './config.js'\n`,
  'log.ts': `import { make } from 'log'\nexport const log = make()\n`,
  'main.ts': [
    `import main, { KEY, options as o, wrap, Service } from './config.js'`,
    `import * as all from './barrel.js'`,
    `import { log } from './log.js'`,
    `declare function sink(...x: unknown[]): void`,
    `interface User { /** @sensitive */ password: string; age: number; tags?: string[]; home: { street: string } }`,
    `declare const user: User`,
    `sink(KEY)`,
    `sink(o.a.b)`,
    `sink(wrap('x').wrapped)`,
    `sink(main())`,
    `sink(all.KEY)`,
    `sink(all.main())`,
    `sink(new Service().token)`,
    `sink(new Service().read())`,
    `log.info(1)`,
    `sink(user)`,
    `sink(user.password)`,
    `sink(user.age)`,
    `sink(new TypeError('x'))`,
    '',
  ].join('\n'),
}

let root: string
let file: FileAnalysis
let sinks: Node[]

beforeAll(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'palisade-types-')))
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), text)
  }
  const linter = new Linter({ cwd: root, configType: 'flat' })
  const messages = linter.verify(
    files['main.ts']!,
    [
      {
        files: ['**/*.ts'],
        languageOptions: { parser, parserOptions: { projectService: true, tsconfigRootDir: root } },
        plugins: {
          probe: {
            rules: {
              take: {
                create(context) {
                  file = analyze(context.sourceCode as never, { filename: context.filename, parser: parser as never })
                  return {}
                },
              },
            },
          },
        },
        rules: { 'probe/take': 'error' },
      },
    ],
    join(root, 'main.ts'),
  )
  expect(messages).toEqual([])
  sinks = file.index.calls
    .filter((call) => call.callee.type === T.Identifier && call.callee.name === 'sink')
    .map((call) => call.arguments[0]!)
})

afterAll(() => rmSync(root, { recursive: true, force: true }))

describe('with a program', () => {
  it('follows imports into other files, re-exports too', () => {
    expect(sinks.slice(0, 8).map((node) => show(file.origins(node)))).toEqual([
      [`'k'`],
      ['1'],
      [`'x'`],
      [`'k'`],
      [`'k'`],
      [`'k'`],
      [`'field'`],
      [`'field'`],
    ])
  })

  it('names what is called by its declared class, and by the bases of that', () => {
    const call = file.index.callsByName.get('info')![0]!
    expect(file.names(call.callee)).toEqual(
      expect.arrayContaining(['log#make().info', 'log#Logger().info', 'log#Base().info']),
    )
  })

  it('describes types as plain data', () => {
    const [whole, password, age, error] = sinks.slice(8)
    expect(file.types.describe(whole!)).toEqual({ kinds: ['object'], classes: ['.#User'], text: 'User' })
    expect(file.types.describe(password!)!.kinds).toEqual(['string'])
    expect(file.types.describe(age!)!.kinds).toEqual(['number'])
    expect(file.types.describe(error!)!.classes).toEqual(expect.arrayContaining(['TypeError', 'Error']))
    expect(file.types.tags(password!)).toEqual(['sensitive'])
    expect(file.types.members(whole!, 2)).toEqual([
      { name: 'password', kinds: ['string'], optional: false, tags: ['sensitive'] },
      { name: 'age', kinds: ['number'], optional: false, tags: [] },
      { name: 'tags', kinds: ['undefined', 'array'], optional: true, tags: [] },
      {
        name: 'home',
        kinds: ['object'],
        optional: false,
        tags: [],
        members: [{ name: 'street', kinds: ['string'], optional: false, tags: [] }],
      },
    ])
  })
})
