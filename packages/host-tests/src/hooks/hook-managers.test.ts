import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { recipesOf } from './recipes.js'
import { buildCommand, createSandbox, credential, workspace, type Sandbox } from './sandbox.js'

const recipes = recipesOf('docs/pre-commit.md')
const hasPreCommit = spawnSync('pre-commit', ['--version']).status === 0

/** A hook manager, set up as the documentation says. */
interface Manager {
  tools: readonly string[]
  setUp(sandbox: Sandbox): void
  available: boolean
}

/** A clone of this repository, as it stands now, that pre-commit can install from. */
let hookRepository: string | undefined

const managers: Record<string, Manager> = {
  'plain git': {
    tools: [],
    available: true,
    setUp: (sandbox) => writeRecipe(sandbox, '.git/hooks/pre-commit'),
  },
  husky: {
    tools: ['husky'],
    available: true,
    setUp(sandbox) {
      writeRecipe(sandbox, '.husky/pre-commit')
      expect(sandbox.run('husky').code).toBe(0)
    },
  },
  lefthook: {
    tools: ['lefthook'],
    available: true,
    setUp(sandbox) {
      writeRecipe(sandbox, 'lefthook.yml')
      expect(sandbox.run('lefthook', 'install')).toMatchObject({ code: 0 })
    },
  },
  'lint-staged': {
    tools: ['lint-staged'],
    available: true,
    setUp(sandbox) {
      writeRecipe(sandbox, '.lintstagedrc.json')
      writeRecipe(sandbox, '.git/hooks/pre-commit with lint-staged')
    },
  },
  'pre-commit': {
    tools: [],
    available: hasPreCommit,
    setUp(sandbox) {
      const config = recipes.get('.pre-commit-config.yaml')?.content ?? ''
      const url = /repo: (\S+)/.exec(config)?.[1] ?? ''
      sandbox.write('.pre-commit-config.yaml', config.replace(url, hookRepository ?? ''))
      expect(
        sandbox.run('pre-commit', 'install', '--install-hooks', '-t', 'pre-commit', '-t', 'pre-push'),
      ).toMatchObject({
        code: 0,
      })
    },
  },
}

beforeAll(() => {
  buildCommand()
  if (hasPreCommit) hookRepository = cloneWorkspace()
}, 120_000)

afterAll(() => {
  if (hookRepository !== undefined) rmSync(hookRepository, { recursive: true, force: true })
})

for (const [name, manager] of Object.entries(managers)) {
  describe.skipIf(!manager.available)(`a commit through ${name}`, () => {
    let sandbox: Sandbox
    const key = credential()

    beforeEach(() => {
      sandbox = createSandbox(manager.tools)
      manager.setUp(sandbox)
      sandbox.git('add', '-A')
      sandbox.git('commit', '-q', '--no-verify', '-m', 'start')
    }, 300_000)
    afterEach(() => sandbox.remove())

    it('is stopped by a credential', () => {
      sandbox.write('deploy.yaml', `token: ${key}\n`)
      sandbox.git('add', '-A')
      expectStopped('commit', '-m', 'planted')
    })

    it('goes through without one', () => {
      sandbox.write('deploy.yaml', 'token: from-the-vault\n')
      sandbox.git('add', '-A')
      expectPassed('commit', '-m', 'clean')
    })

    it('is stopped by a line of code', () => {
      const insecure = [
        "import https from 'node:https'",
        'export const agent = new https.Agent({ rejectUnauthorized: false })',
      ]
      sandbox.write('src/agent.ts', `${insecure.join('\n')}\n`)
      sandbox.git('add', '-A')
      expectStopped('commit', '-m', 'planted')
    })

    it('with -a is checked as it will be committed', () => {
      sandbox.write('.gitignore', `node_modules\n# ${key}\n`)
      expectStopped('commit', '-a', '-m', 'planted')
      sandbox.write('.gitignore', 'node_modules\ndist\n')
      expectPassed('commit', '-a', '-m', 'clean')
    })

    it('with --only is checked as it will be committed', () => {
      sandbox.write('a.yaml', 'a: 1\n')
      sandbox.write('b.yaml', 'b: 1\n')
      sandbox.git('add', '-A')
      sandbox.git('commit', '-q', '--no-verify', '-m', 'files')
      sandbox.write('a.yaml', `token: ${key}\n`)
      sandbox.write('b.yaml', 'b: 2\n')
      expectStopped('commit', '-m', 'planted', '--only', 'a.yaml')
      expectPassed('commit', '-m', 'clean', '--only', 'b.yaml')
    })

    it('of a partly staged file is checked as it is staged', () => {
      sandbox.write('a.yaml', 'a: 1\n')
      sandbox.git('add', '-A')
      sandbox.git('commit', '-q', '--no-verify', '-m', 'file')
      sandbox.write('a.yaml', `a: 1\ntoken: ${key}\n`)
      sandbox.git('add', '-A')
      sandbox.write('a.yaml', 'a: 1\n')
      expectStopped('commit', '-m', 'planted')
      sandbox.git('reset', '-q', '--hard')
      sandbox.write('a.yaml', 'a: 2\n')
      sandbox.git('add', '-A')
      sandbox.write('a.yaml', `a: 2\n\n\n\ntoken: ${key}\n`)
      expectPassed('commit', '-m', 'clean')
    })

    function expectStopped(...args: string[]): void {
      const before = sandbox.head()
      const { code, output } = sandbox.run('git', ...args)
      expect(output).toMatch(/no-hardcoded-secrets|no-insecure-tls/)
      expect(output).not.toContain(key.slice(5, 15))
      expect({ code: code !== 0, head: sandbox.head() }).toEqual({ code: true, head: before })
    }

    function expectPassed(...args: string[]): void {
      const before = sandbox.head()
      const { code, output } = sandbox.run('git', ...args)
      expect({ code, output }).toMatchObject({ code: 0 })
      expect(sandbox.head()).not.toBe(before)
    }
  })
}

describe('a push', () => {
  const key = credential(3)
  const ways: Record<string, Manager> = {
    'plain git': { ...managers['plain git']!, setUp: (sandbox) => writeRecipe(sandbox, '.git/hooks/pre-push') },
    husky: {
      ...managers['husky']!,
      setUp(sandbox) {
        writeRecipe(sandbox, '.husky/pre-push')
        expect(sandbox.run('husky').code).toBe(0)
      },
    },
    lefthook: managers['lefthook']!,
    'pre-commit': managers['pre-commit']!,
  }
  for (const [name, { tools, available, setUp }] of Object.entries(ways)) {
    it.skipIf(!available)(
      `through ${name} is stopped by a credential that a later commit removes`,
      () => {
        const sandbox = createSandbox(tools)
        const remote = mkdtempSync(join(tmpdir(), 'palisade-remote-'))
        execFileSync('git', ['init', '-q', '--bare', remote])
        try {
          setUp(sandbox)
          sandbox.git('remote', 'add', 'origin', remote)
          sandbox.git('add', '-A')
          sandbox.git('commit', '-q', '--no-verify', '-m', 'start')
          const first = sandbox.run('git', 'push', '-q', 'origin', 'main')
          expect(first).toMatchObject({ code: 0 })
          sandbox.write('deploy.yaml', `token: ${key}\n`)
          sandbox.git('add', '-A')
          sandbox.git('commit', '-q', '--no-verify', '-m', 'planted')
          sandbox.git('rm', '-q', 'deploy.yaml')
          sandbox.git('commit', '-q', '--no-verify', '-m', 'removed')
          const { code, output } = sandbox.run('git', 'push', '-q', 'origin', 'main')
          expect(output).toContain('deploy.yaml')
          expect(code).not.toBe(0)
        } finally {
          sandbox.remove()
          rmSync(remote, { recursive: true, force: true })
        }
      },
      300_000,
    )
  }
})

function writeRecipe(sandbox: Sandbox, key: string): void {
  const recipe = recipes.get(key)
  if (recipe === undefined) throw new Error(`docs/pre-commit.md has no recipe for ${key}`)
  sandbox.write(recipe.file, recipe.content, true)
}

/** A clone with everything that is tracked, edits included, under the tag that the documentation names. */
function cloneWorkspace(): string {
  const folder = mkdtempSync(join(tmpdir(), 'palisade-hook-'))
  const git = (...args: string[]): string =>
    spawnSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.com', ...args], {
      cwd: workspace,
      encoding: 'utf8',
    }).stdout.trim()
  const state = git('stash', 'create') || git('rev-parse', 'HEAD')
  execFileSync('git', ['init', '-q', folder])
  execFileSync('git', ['fetch', '-q', '--depth=1', workspace, state], { cwd: folder })
  const rev = /rev: (\S+)/.exec(recipes.get('.pre-commit-config.yaml')?.content ?? '')?.[1] ?? ''
  execFileSync('git', ['tag', rev, 'FETCH_HEAD'], { cwd: folder })
  return folder
}
