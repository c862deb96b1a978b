import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { recipesOf } from './recipes.js'
import { buildCommand, createSandbox, credential, workspace, type Sandbox } from './sandbox.js'

const recipes = recipesOf('docs/pre-commit.md')
const key = credential(5)

let sandbox: Sandbox
let start = ''

beforeAll(() => {
  buildCommand()
}, 120_000)
beforeEach(() => {
  sandbox = createSandbox()
  sandbox.git('add', '-A')
  sandbox.git('commit', '-q', '-m', 'start')
  start = sandbox.head()
})
afterEach(() => sandbox.remove())

/** What a pipeline of the documentation runs of this project; installing needs a registry, and uploading a host. */
function commandsOf(recipe: string): string[] {
  const { content } = recipes.get(recipe) ?? { content: '' }
  return [...content.matchAll(/npx --no-install palisade .*$/gm)].map(([command]) =>
    command
      .replace(/\$\{\{ [\w.]*base\.sha \}\}|\$CI_MERGE_REQUEST_DIFF_BASE_SHA/, start)
      .replace(/\$\{\{ [\w.]*head\.sha \}\}|\$CI_COMMIT_SHA/, sandbox.head()),
  )
}

const pipelines: Record<string, { recipe: string; report: string; read(text: string): boolean }> = {
  'GitHub Actions': {
    recipe: '.github/workflows/palisade.yml',
    report: 'palisade.sarif',
    read: (text) => (JSON.parse(text) as { runs: { results: object[] }[] }).runs[0]!.results.length > 0,
  },
  'GitLab CI': {
    recipe: '.gitlab-ci.yml',
    report: 'palisade.xml',
    read: (text) => text.includes('<failure'),
  },
}

for (const [name, { recipe, report, read }] of Object.entries(pipelines)) {
  describe(name, () => {
    const runAll = (): (number | null)[] => {
      const lines = commandsOf(recipe)
      expect(lines).toHaveLength(2)
      for (const line of lines) expect(line).not.toMatch(/\$/)
      return lines.map((line) => sandbox.run('sh', '-c', line).code)
    }
    const text = (): string => readFileSync(join(sandbox.root, report), 'utf8')

    it('keeps the report that the command writes', () => {
      const { content } = recipes.get(recipe) ?? { content: '' }
      expect(content.split(`--output ${report}`)).toHaveLength(2)
      expect(content).toMatch(new RegExp(`(?:sarif_file|junit): ${report}`))
    })

    it('stops at a credential in a commit, and reports it for the whole', () => {
      sandbox.write('deploy.yaml', `token: ${key}\n`)
      sandbox.git('add', '-A')
      sandbox.git('commit', '-q', '-m', 'planted')
      expect(runAll()).toEqual([1, 1])
      expect(read(text())).toBe(true)
      expect(text()).not.toContain(key.slice(5, 15))
    })

    it('stops at one that a later commit removes', () => {
      sandbox.write('deploy.yaml', `token: ${key}\n`)
      sandbox.git('add', '-A')
      sandbox.git('commit', '-q', '-m', 'planted')
      sandbox.git('rm', '-q', 'deploy.yaml')
      sandbox.git('commit', '-q', '-m', 'removed')
      expect(runAll()).toEqual([1, 0])
    })

    it('passes without one', () => {
      sandbox.write('deploy.yaml', 'token: from-the-vault\n')
      sandbox.git('add', '-A')
      sandbox.git('commit', '-q', '-m', 'clean')
      expect(runAll()).toEqual([0, 0])
      expect(read(text())).toBe(false)
    })
  })
}

describe('the process itself', () => {
  const palisade = (): string => join(sandbox.root, 'node_modules/.bin/palisade')

  it('is not troubled by a reader that has seen enough', () => {
    for (let index = 0; index < 400; index++) sandbox.write(`files/${index}.yaml`, `token: ${key}\n`)
    const { status, stderr } = spawnSync('sh', ['-c', `"${palisade()}" check | head -n 1 >/dev/null`], {
      cwd: sandbox.root,
      env: sandbox.env,
      encoding: 'utf8',
    })
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  })

  it('says in one sentence that git is missing', () => {
    const node = execFileSync('which', ['node'], { encoding: 'utf8' }).trim()
    const { status, stdout, stderr } = spawnSync(node, [palisade(), 'staged'], {
      cwd: sandbox.root,
      env: { ...sandbox.env, PATH: '/nonexistent' },
      encoding: 'utf8',
    })
    expect({ status, stdout, stderr }).toEqual({
      status: 2,
      stdout: '',
      stderr: 'palisade: git was not found: install git, or put it on the PATH.\n',
    })
  })

  it('runs the ESLint configuration of the project, also for staged files and in threads', () => {
    const plugin = pathToFileURL(join(workspace, 'packages/eslint-plugin/dist/index.js')).href
    sandbox.write(
      'eslint.config.mjs',
      `import palisade from ${JSON.stringify(plugin)}\nexport default [{ files: ['**/*.js'], plugins: { palisade }, rules: { 'palisade/no-insecure-tls': 'warn' } }]\n`,
    )
    sandbox.write('src/agent.js', 'import https from "node:https"\nnew https.Agent({ rejectUnauthorized: false })\n')
    sandbox.git('add', '-A')
    for (const args of [['staged'], ['check'], ['check', '--concurrency', '2']]) {
      const { code, output } = sandbox.run('palisade', ...args)
      expect({ code, output }).toMatchObject({ code: 0 })
      expect(output).toContain('1 warning')
    }
  })

  it('finds the same with one thread and with two', () => {
    for (let index = 0; index < 60; index++) sandbox.write(`files/${index}.yaml`, `token: ${key}\n`)
    sandbox.write('src/agent.ts', 'import https from "node:https"\nnew https.Agent({ rejectUnauthorized: false })\n')
    const [one, two] = ['1', '2'].map((threads) => sandbox.run('palisade', 'check', '--concurrency', threads))
    expect(two).toEqual(one)
    expect(one).toMatchObject({ code: 1 })
    expect(one?.output).toContain('61 errors')
  })

  // A terminal is made by util-linux' "script"; other systems have another program of that name.
  it.skipIf(process.platform !== 'linux' || !existsSync('/usr/bin/script'))(
    'shows on a terminal how far a long check has come, and cleans up after itself',
    () => {
      for (let index = 0; index < 6_000; index++)
        sandbox.write(`files/${index}.ts`, `console.log(a${index})\n`.repeat(8))
      const { CI: _ci, ...env } = { ...sandbox.env, TERM: 'xterm', NO_COLOR: '1' } as Record<string, string>
      const { stdout, status } = spawnSync('script', ['-qec', `"${palisade()}" check --concurrency 1`, '/dev/null'], {
        cwd: sandbox.root,
        env,
        encoding: 'utf8',
      })
      expect(status).toBe(0)
      expect(stdout).toMatch(/Palisade: \d+ of 60\d\d files/)
      // The cursor is shown again, and the last line is the summary's.
      expect(stdout.lastIndexOf('\u001B[?25h')).toBeGreaterThan(stdout.lastIndexOf('\u001B[?25l'))
      expect(
        stdout
          .trimEnd()
          .split(/[\r\n]/)
          .at(-1),
      ).toContain('nothing found')
    },
    120_000,
  )
})
