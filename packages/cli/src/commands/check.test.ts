import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createProject, credential, type Project } from '../test/project.js'

let project: Project
const key = credential()
const insecure = `import https from 'node:https'\nexport const agent = new https.Agent({ rejectUnauthorized: false })\n`
const read = (path: string): string => readFileSync(join(project.root, path), 'utf8')
const silent = (isTTY: boolean) => ({ isTTY, write: () => undefined })

beforeEach(() => {
  project = createProject()
})
afterEach(() => {
  project.remove()
})

describe('which files palisade check looks at', () => {
  beforeEach(() => {
    project.write('.gitignore', 'build\n')
    project.write('build/deploy.yaml', `token: ${key}\n`)
    project.write('node_modules/x/deploy.yaml', `token: ${credential(2)}\n`)
    project.write('src/new.yaml', 'a: 1\n')
  })

  it('those that git tracks or would take', async () => {
    project.write('.gitignore', 'build\nnode_modules\n')
    const run = await project.palisade('check')
    expect(run).toMatchObject({ code: 0, stdout: 'Palisade: 2 files, 3 lines checked, nothing found\n' })
  })

  it('with --all those that git ignores too, apart from node_modules', async () => {
    const run = await project.palisade('check', '--all')
    expect(run.code).toBe(1)
    expect(run.stdout).toContain('build/deploy.yaml')
    expect(run.stdout).not.toContain('node_modules')
  })

  it('a file that is named, whatever git thinks of it', async () => {
    expect((await project.palisade('check', 'build/deploy.yaml')).code).toBe(1)
  })

  it('what a pattern means, where the shell leaves it to the program', async () => {
    const run = await project.palisade('check', 'bui*/**/*.yaml')
    expect(run.code).toBe(1)
    expect(run.stdout).toContain('1 file, 1 line checked')
  })

  it('all below a folder that is in no repository', async () => {
    const plain = createProject(false)
    plain.write('a/deploy.yaml', `token: ${key}\n`)
    expect((await plain.palisade('check')).code).toBe(1)
    plain.remove()
  })

  it('none that is not there', async () => {
    const run = await project.palisade('check', 'srx')
    expect(run).toMatchObject({ code: 2, stdout: '' })
    expect(run.stderr).toBe('palisade: there is no "srx": check the spelling and the current folder.\n')
  })

  it('a large one piece by piece, in any encoding', async () => {
    const filler = `${'-- nothing to see here\n'.repeat(250_000)}`
    project.write('dump.sql', `${filler}-- ${key}\n${filler}`)
    project.write('dump16.sql', Buffer.from(`\uFEFF${filler}-- ${credential(2)}\r\n`, 'utf16le'))
    project.write('blob.bin', Buffer.alloc(5 * 1024 * 1024))
    const run = await project.palisade('check', 'dump.sql', 'dump16.sql', 'blob.bin', '--format', 'json')
    const { findings, summary } = JSON.parse(run.stdout) as { findings: object[]; summary: object }
    expect(findings).toMatchObject([
      { path: 'dump.sql', line: 250_001, column: 4 },
      { path: 'dump16.sql', line: 250_001, column: 4 },
    ])
    expect(summary).toMatchObject({ files: 2, lines: 750_002 })
  })

  it('a script that is too large to be parsed for formats only, and says so', async () => {
    project.write('bundle.js', `${insecure}// ${key}\n${'f();'.repeat(130_000)}\n`)
    const run = await project.palisade('check', 'bundle.js')
    expect(run.stdout).toContain('bundle.js: too large to be parsed; checked for formats of credentials only')
    expect(run.stdout).toContain('1 error')
  })
})

describe('--fix', () => {
  const suggested = `process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0'\n`

  it('applies fixes, leaves suggestions to people, and reports what is left', async () => {
    project.write('src/a.ts', `${insecure}${suggested}`)
    const run = await project.palisade('check', '--fix', '--format', 'json')
    expect(read('src/a.ts')).toBe(`${insecure.replace(' rejectUnauthorized: false ', '')}${suggested}`)
    const { findings } = JSON.parse(run.stdout) as { findings: { line: number; fix?: unknown }[] }
    expect(findings).toMatchObject([{ line: 3 }])
    expect(findings[0]?.fix).toBeUndefined()
    expect(run.code).toBe(1)
  })

  it('ends with 0 when nothing is left', async () => {
    project.write('src/a.ts', insecure)
    expect(await project.palisade('check', '--fix')).toMatchObject({ code: 0 })
  })

  it('writes only the files it was given', async () => {
    project.write('src/a.ts', insecure)
    project.write('src/b.ts', insecure)
    await project.palisade('check', '--fix', 'src/a.ts')
    expect(read('src/a.ts')).not.toBe(insecure)
    expect(read('src/b.ts')).toBe(insecure)
  })

  it('leaves known findings as they are', async () => {
    project.write('src/a.ts', insecure)
    await project.palisade('baseline')
    expect((await project.palisade('check', '--fix')).code).toBe(0)
    expect(read('src/a.ts')).toBe(insecure)
  })

  it('leaves a file alone whose bytes would not come back as they were', async () => {
    const bytes = Buffer.concat([Buffer.from(`${insecure}// caf`), Buffer.from([0xe9, 0x0a])])
    project.write('src/a.ts', bytes)
    expect((await project.palisade('check', '--fix')).code).toBe(1)
    expect(readFileSync(join(project.root, 'src/a.ts'))).toEqual(bytes)
  })
})

describe('how findings are counted and printed', () => {
  beforeEach(() => {
    project.write('src/agent.ts', insecure)
  })

  it('--rule switches a rule off, down to a warning, or gives it options', async () => {
    expect((await project.palisade('check', '--rule', 'no-insecure-tls: off')).code).toBe(0)
    const warned = await project.palisade('check', '--rule', 'palisade/no-insecure-tls: warn')
    expect(warned.code).toBe(0)
    expect(warned.stdout).toContain('1 warning')
    expect((await project.palisade('check', '--rule', 'no-insecure-tls: ["error", { "strict": true }]')).code).toBe(1)
  })

  it('--max-warnings fails when there are more, also with --quiet', async () => {
    const warn = ['check', '--rule', 'no-insecure-tls: warn']
    expect((await project.palisade(...warn, '--max-warnings', '1')).code).toBe(0)
    expect((await project.palisade(...warn, '--max-warnings', '0')).code).toBe(1)
    const quiet = await project.palisade(...warn, '--max-warnings', '0', '--quiet')
    expect(quiet.code).toBe(1)
    expect(quiet.stdout).not.toContain('src/agent.ts')
  })

  it('--preset chooses another one, and only one that is there', async () => {
    expect((await project.palisade('check', '--preset', 'strict')).code).toBe(1)
    expect((await project.palisade('check', '--preset', 'none')).code).toBe(0)
    const unknown = await project.palisade('check', '--preset', 'stricter')
    expect(unknown).toMatchObject({ code: 2, stdout: '' })
    expect(unknown.stderr).toContain('"stricter"')
  })

  it('--output writes to a file and says nothing', async () => {
    const run = await project.palisade('check', '--format', 'checkstyle', '--output', 'out.xml')
    expect(run).toEqual({ code: 1, stdout: '', stderr: '' })
    expect(read('out.xml')).toContain('no-insecure-tls')
    const failed = await project.palisade('check', '--output', 'no/such/folder/out.xml')
    expect(failed.code).toBe(2)
    expect(failed.stderr).toMatch(/^palisade: "no\/such\/folder\/out.xml" can't be written: .*\.\n$/)
  })

  it('paints for a terminal, unless NO_COLOR or TERM says otherwise; FORCE_COLOR paints a pipe', async () => {
    const painted = async (isTTY: boolean, env: Record<string, string>): Promise<boolean> => {
      const { stdout } = await project.palisadeWith({ stdout: silent(isTTY), env }, 'check')
      expect(stdout).toContain('no-insecure-tls')
      return stdout.includes('\u001B[')
    }
    expect(await painted(true, {})).toBe(true)
    expect(await painted(true, { NO_COLOR: '1' })).toBe(false)
    expect(await painted(true, { NO_COLOR: '' })).toBe(true)
    expect(await painted(true, { TERM: 'dumb' })).toBe(false)
    expect(await painted(false, {})).toBe(false)
    expect(await painted(false, { FORCE_COLOR: '1' })).toBe(true)
    expect(await painted(false, { FORCE_COLOR: '1', NO_COLOR: '1' })).toBe(false)
  })

  it('says the same each time when it is piped, and tells the time on a terminal only', async () => {
    const first = await project.palisade('check')
    expect(await project.palisade('check')).toEqual(first)
    expect(first.stdout).not.toMatch(/\d ms/)
    const { stdout } = await project.palisadeWith({ stdout: silent(true) }, 'check')
    expect(stdout).toMatch(/\(\d+ ms\)/)
  })

  it('prints no progress where nobody looks on', async () => {
    expect((await project.palisade('check')).stderr).toBe('')
  })
})

describe('a project with an ESLint configuration of its own', () => {
  it('is checked by it when it enables Palisade: severities, ignores, bulk suppressions', async () => {
    project.write('src/agent.ts', insecure)
    project.write('generated/agent.ts', insecure)
    const plugin = JSON.stringify(new URL('../../../eslint-plugin/dist/index.js', import.meta.url).href)
    project.write(
      'eslint.config.mjs',
      `import palisade from ${plugin}\nimport * as parser from ${JSON.stringify(import.meta.resolve('@typescript-eslint/parser'))}\n` +
        `export default [{ ignores: ['generated/'] }, { files: ['**/*.ts'], languageOptions: { parser }, plugins: { palisade }, rules: { 'palisade/no-insecure-tls': 'warn' } }]\n`,
    )
    const run = await project.palisade('check', 'src', 'generated', '--format', 'json')
    expect(run.code).toBe(0)
    expect(JSON.parse(run.stdout)).toMatchObject({ findings: [{ path: 'src/agent.ts', severity: 'warning' }] })
  })

  it('leaves the rules of other plugins to ESLint, and judges the options of its own', async () => {
    project.write('src/agent.ts', insecure)
    const plugin = JSON.stringify(new URL('../../../eslint-plugin/dist/index.js', import.meta.url).href)
    const config = (own: string) =>
      `import palisade from ${plugin}\nexport default [{ files: ['**/*.ts'], plugins: { palisade }, rules: { 'other/rule': ['error', 1], 'no-eval': 7, 'palisade/no-insecure-tls': ${own} } }]\n`
    project.write('eslint.config.mjs', config("'error'"))
    expect(await project.palisade('check')).toMatchObject({ code: 1 })
    project.write('packages/a/eslint.config.mjs', config("['error', { nonsense: 1 }]"))
    project.write('packages/a/agent.ts', insecure)
    const run = await project.palisade('check', 'packages/a')
    expect(run).toMatchObject({ code: 2, stdout: '' })
    expect(run.stderr).toContain('palisade/no-insecure-tls')
  })

  it('stops at one that is broken', async () => {
    project.write('src/agent.ts', insecure)
    project.write('eslint.config.mjs', '// palisade\nexport default [ {\n')
    const run = await project.palisade('check')
    expect(run).toMatchObject({ code: 2, stdout: '' })
    expect(run.stderr).toMatch(/^palisade: [^\n]*eslint\.config\.mjs[^\n]*\.\n$/)
  })
})

it('writes nothing but what it is told to', async () => {
  project.write('src/agent.ts', insecure)
  project.commit()
  mkdirSync(join(project.root, 'empty'))
  for (const command of ['check', 'staged', 'rules']) await project.palisade(command)
  await project.palisade('init', '--dry-run')
  expect(project.git('status', '--porcelain', '--ignored')).toBe('')
  appendFileSync(join(project.root, 'src/agent.ts'), '// more\n')
  writeFileSync(join(project.root, 'b.ts'), insecure)
  await project.palisade('check')
  expect(project.git('status', '--porcelain')).toBe(' M src/agent.ts\n?? b.ts\n')
  rmSync(join(project.root, 'b.ts'))
})
