import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { preferUnsaved, readText } from './disk.js'
import { filesThat, importersOf } from './importers.js'
import { parseJsonWithComments, resolveImport } from './resolve.js'

let root = ''

function project(files: Record<string, string>): void {
  root = mkdtempSync(join(tmpdir(), 'palisade-project-'))
  for (const [name, text] of Object.entries({ 'package.json': '{}', ...files })) {
    mkdirSync(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), text)
  }
}

afterEach(() => {
  preferUnsaved(() => undefined)
  if (root) rmSync(root, { recursive: true, force: true })
})

describe('resolveImport', () => {
  it('finds sources by extension, by index and behind the built name', () => {
    project({ 'src/a.ts': '', 'src/b/index.tsx': '', 'src/c.mts': '', 'src/d.js': '' })
    const from = join(root, 'src/main.ts')
    expect(resolveImport(from, './a')).toBe(join(root, 'src/a.ts'))
    expect(resolveImport(from, './a.js')).toBe(join(root, 'src/a.ts'))
    expect(resolveImport(from, './b')).toBe(join(root, 'src/b/index.tsx'))
    expect(resolveImport(from, './c.mjs')).toBe(join(root, 'src/c.mts'))
    expect(resolveImport(from, './d.js')).toBe(join(root, 'src/d.js'))
    expect(resolveImport(from, './e')).toBeUndefined()
    expect(resolveImport(from, 'express')).toBeUndefined()
  })

  it('follows paths, baseUrl, extends, and comments in the configuration', () => {
    project({
      'tsconfig.base.json':
        '{ /* shared */ "compilerOptions": { "baseUrl": "./src", "paths": { "@/*": ["./*"], "$schemas": ["schemas/index.ts",], }, }, }',
      'tsconfig.json': '{ "extends": "./tsconfig.base.json" } // the rest is inherited',
      'src/lib/users.ts': '',
      'src/schemas/index.ts': '',
    })
    const from = join(root, 'src/routes/users.ts')
    expect(resolveImport(from, '@/lib/users')).toBe(join(root, 'src/lib/users.ts'))
    expect(resolveImport(from, '$schemas')).toBe(join(root, 'src/schemas/index.ts'))
    expect(resolveImport(from, 'lib/users')).toBe(join(root, 'src/lib/users.ts'))
    expect(resolveImport(from, '@/lib/nothing')).toBeUndefined()
  })

  it("follows a package's own imports", () => {
    project({ 'package.json': '{ "imports": { "#db/*": { "default": "./src/db/*.js" } } }', 'src/db/users.ts': '' })
    expect(resolveImport(join(root, 'src/main.ts'), '#db/users')).toBe(join(root, 'src/db/users.ts'))
  })
})

describe('importersOf', () => {
  it('finds the files that register routes with what they import, also through an index', () => {
    project({
      'src/controllers/user.ts': 'export const create = (req, res) => {}',
      'src/controllers/index.ts': "export * as users from './user'",
      'src/routes/direct.ts': "import { create } from '../controllers/user'\nrouter.post('/', create)",
      'src/routes/barrel.js': "const { users } = require('../controllers')\nrouter.post('/', users.create)",
      'src/routes/other.ts': "import { create } from '../other/user'\nrouter.post('/', create)",
      'src/jobs/user.ts': "import { create } from '../controllers/user'\ncreate()",
      'dist/routes.js': "require('../src/controllers/user').x.post('/')",
    })
    expect(importersOf(join(root, 'src/controllers/user.ts')).toSorted()).toEqual([
      join(root, 'src/routes/barrel.js'),
      join(root, 'src/routes/direct.ts'),
    ])
  })

  it("prefers an editor's unsaved text", () => {
    project({ 'src/handler.ts': '', 'src/routes.ts': '' })
    const routes = join(root, 'src/routes.ts')
    expect(importersOf(join(root, 'src/handler.ts'))).toEqual([])
    preferUnsaved((filename) => (filename === routes ? "import { h } from './handler'\napp.get('/', h)" : undefined))
    expect(importersOf(join(root, 'src/handler.ts'))).toEqual([routes])
    expect(readText(routes)).toContain('app.get')
  })
})

describe('filesThat', () => {
  it('finds the files that do something for the whole program', () => {
    project({
      'src/main.ts': 'const app = await NestFactory.create(Main)\napp.useGlobalPipes(new ValidationPipe())',
      'src/openapi.js': "app.use(require('express-openapi-validator').middleware({ apiSpec }))",
      'src/other.ts': 'app.listen()',
    })
    const other = join(root, 'src/other.ts')
    expect(filesThat('installs a pipe', other)).toEqual([join(root, 'src/main.ts')])
    expect(filesThat('starts Nest', other)).toEqual([join(root, 'src/main.ts')])
    expect(filesThat('validates every request', other)).toEqual([join(root, 'src/openapi.js')])
  })
})

describe('parseJsonWithComments', () => {
  it('reads comments and trailing commas, and keeps both inside of strings', () => {
    expect(parseJsonWithComments('{ "a": "// no, }", /* b */ "c": [1, 2,], }')).toEqual({ a: '// no, }', c: [1, 2] })
    expect(parseJsonWithComments('{ "a": ')).toBeUndefined()
  })
})
