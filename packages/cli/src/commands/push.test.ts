import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createProject, credential, type Project } from '../test/project.js'

let project: Project
const key = credential()
const head = (): string => project.git('rev-parse', 'HEAD').trim()

beforeEach(() => {
  project = createProject()
  project.write('readme.md', 'hello\n')
  project.commit()
})
afterEach(() => {
  project.remove()
})

describe('palisade push', () => {
  it('finds what one commit adds and the next removes', async () => {
    const before = head()
    project.write('deploy.yaml', `token: ${key}\n`)
    project.commit('planted')
    project.git('rm', '-q', 'deploy.yaml')
    project.commit('removed')
    const run = await project.palisade('push', '--range', `${before}..HEAD`)
    expect(run.code).toBe(1)
    expect(run.stdout).toContain(`deploy.yaml (${project.git('rev-parse', 'HEAD~1').slice(0, 12)})`)
    expect(run.stdout).toContain('2 commits, 1 file, 1 new line checked')
  })

  it('lets clean commits pass, and says what it checked', async () => {
    const before = head()
    project.write('deploy.yaml', 'token: from-the-vault\n')
    project.commit()
    const run = await project.palisade('push', '--range', `${before}..HEAD`)
    expect(run).toMatchObject({ code: 0, stdout: 'Palisade: 1 commit, 1 file, 1 new line checked, nothing found\n' })
  })

  it('reads the first commit as well', async () => {
    project.write('deploy.yaml', `token: ${key}\n`)
    project.git('add', '-A')
    project.git('commit', '-q', '--amend', '-m', 'first')
    expect((await project.palisade('push', '--range', 'HEAD')).code).toBe(1)
  })

  it('does not report in a merge what a side had committed before the range', async () => {
    project.git('switch', '-q', '-c', 'side')
    project.write('deploy.yaml', `token: ${key}\n`)
    project.commit('planted')
    project.git('switch', '-q', 'main')
    project.write('other.yaml', 'a: 1\n')
    project.commit()
    project.git('merge', '-q', '--no-ff', '-m', 'merge', 'side')
    const run = await project.palisade('push', '--range', 'side..HEAD')
    expect(run).toMatchObject({ code: 0 })
    expect((await project.palisade('push', '--range', 'HEAD~1..HEAD')).code).toBe(1)
  })

  it('works in a bare repository', async () => {
    project.write('deploy.yaml', `token: ${key}\n`)
    project.commit()
    project.git('clone', '-q', '--bare', '.', 'bare.git')
    const run = await project.palisadeIn('bare.git', 'push', '--range', 'HEAD~1..HEAD')
    expect(run).toMatchObject({ code: 1, stderr: '' })
  })

  it.each([
    ['a range that is not here', ['--range', 'abc..def'], /names a commit that is not here/],
    ['an option for a range', ['--range', '--all'], /is not a range|argument missing/],
    ['nothing to go by', [], /nothing says which commits/],
  ])('could not check: %s', async (_name, args, message) => {
    const run = await project.palisade('push', ...args)
    expect(run).toMatchObject({ code: 2, stdout: '' })
    expect(run.stderr).toMatch(message)
  })
})

describe('palisade check', () => {
  it('looks at what git tracks or would take, and at ignored files only with --all', async () => {
    project.write('.gitignore', 'ignored.yaml\n')
    project.write('ignored.yaml', `token: ${key}\n`)
    expect((await project.palisade('check')).code).toBe(0)
    expect((await project.palisade('check', '--all')).code).toBe(1)
    expect((await project.palisade('check', 'ignored.yaml')).code).toBe(1)
    project.write('untracked.yaml', `token: ${key}\n`)
    expect((await project.palisade('check')).code).toBe(1)
  })

  it('shows paths from where the person stands', async () => {
    project.write('sub/deploy.yaml', `token: ${key}\n`)
    expect((await project.palisadeIn('sub', 'check')).stdout).toMatch(/^deploy\.yaml$/m)
  })

  it('needs no repository', async () => {
    const plain = createProject(false)
    plain.write('deploy.yaml', `token: ${key}\n`)
    expect((await plain.palisade('check')).code).toBe(1)
    plain.remove()
  })

  it('leaves submodules and links alone', async () => {
    mkdirSync(join(project.root, 'sub'))
    expect((await project.palisade('check')).stdout).toContain('1 file, 1 line checked')
  })

  it.each([
    ['a path that is missing', ['gone.ts'], /there is no "gone\.ts"/],
    ['an unknown rule', ['--rule', 'no-such-rule: off'], /no-such-rule/],
    ['an unreadable rule', ['--rule', 'no-insecure-tls: sometimes'], /can't be read/],
    ['an unknown preset', ['--preset', 'mild'], /"mild"/],
    ['a number that is none', ['--max-warnings', 'few'], /"few"/],
  ])('could not check: %s', async (_name, args, message) => {
    const run = await project.palisade('check', ...args)
    expect(run).toMatchObject({ code: 2, stdout: '' })
    expect(run.stderr).toMatch(message)
    expect(run.stderr).not.toMatch(/\n\s+at /)
  })

  it('takes severities from the command line', async () => {
    project.write('src/agent.ts', "import https from 'node:https'\nnew https.Agent({ rejectUnauthorized: false })\n")
    expect((await project.palisade('check')).code).toBe(1)
    expect((await project.palisade('check', '--rule', 'no-insecure-tls: off')).code).toBe(0)
    expect((await project.palisade('check', '--rule', 'no-insecure-tls: warn')).code).toBe(0)
    expect((await project.palisade('check', '--rule', 'no-insecure-tls: warn', '--max-warnings', '0')).code).toBe(1)
    const quiet = await project.palisade('check', '--rule', 'no-insecure-tls: warn', '--quiet')
    expect(quiet.stdout).not.toContain('agent.ts')
  })

  it("honours ESLint's own comments", async () => {
    const comment = '// eslint-disable-next-line palisade/no-insecure-tls -- on the desk'
    project.write(
      'src/agent.ts',
      `import https from 'node:https'\n${comment}\nnew https.Agent({ rejectUnauthorized: false })\n`,
    )
    expect((await project.palisade('check')).code).toBe(0)
  })

  it("follows the project's own ESLint configuration when it uses Palisade", async () => {
    const plugin = new URL('../../../eslint-plugin/dist/index.js', import.meta.url).href
    project.write('src/agent.js', "import https from 'node:https'\nnew https.Agent({ rejectUnauthorized: false })\n")
    project.write(
      'eslint.config.mjs',
      `import palisade from '${plugin}'\nexport default [{ ignores: ['old/**'] }, palisade.configs.recommended, { files: ['lab/**'], rules: { 'palisade/no-insecure-tls': 'off' } }]\n`,
    )
    expect((await project.palisade('check')).code).toBe(1)
    project.git('mv', '-k', 'src/agent.js', 'lab/agent.js')
    project.write('lab/agent.js', "import https from 'node:https'\nnew https.Agent({ rejectUnauthorized: false })\n")
    expect((await project.palisade('check', 'lab')).code).toBe(0)
    project.write('old/agent.js', "import https from 'node:https'\nnew https.Agent({ rejectUnauthorized: false })\n")
    expect((await project.palisade('check', 'old')).code).toBe(0)
  })
})

describe('help', () => {
  it.each([[], ['check'], ['staged'], ['push'], ['init'], ['baseline'], ['explain'], ['rules']])(
    'of "palisade %s" has examples',
    async (...command) => {
      const run = await project.palisade(...command.filter(Boolean), '--help')
      expect(run.code).toBe(0)
      expect(run.stdout).toContain('Examples:')
    },
  )

  it('lists the rules and explains each', async () => {
    const { stdout } = await project.palisade('rules')
    const names = stdout
      .trim()
      .split('\n')
      .map((line) => line.split(' ')[0] ?? '')
    expect(names).toContain('no-insecure-tls')
    for (const name of names) expect((await project.palisade('explain', name)).stdout).toContain(name)
  })

  it('ends with 2 for an unknown rule, option or command', async () => {
    for (const args of [['explain', 'no-such-rule'], ['check', '--no-such-option'], ['chekc']]) {
      expect((await project.palisade(...args)).code).toBe(2)
    }
  })
})
