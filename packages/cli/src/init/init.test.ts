import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createProject, type Project } from '../test/project.js'
import { addToFlatConfig } from './eslint-config.js'

let project: Project

beforeEach(() => {
  project = createProject()
  project.write('package.json', '{\n  "name": "app",\n  "devDependencies": {\n    "eslint": "^10.0.0"\n  }\n}\n')
})
afterEach(() => {
  project.remove()
})

const read = (path: string): string => readFileSync(join(project.root, path), 'utf8')

describe('palisade init', () => {
  it('sets up a project with everything, and finds nothing to do the second time', async () => {
    project.write('eslint.config.js', "import js from '@eslint/js'\n\nexport default [\n  js.configs.recommended,\n]\n")
    project.write('tsconfig.json', '{\n  // strict, please\n  "compilerOptions": {\n    "strict": true\n  }\n}\n')
    project.write('.vscode/extensions.json', '{\n  "recommendations": ["a.b"]\n}\n')
    project.write('pnpm-lock.yaml', "lockfileVersion: '9.0'\n")
    const first = await project.palisade('init', '--yes')
    expect(first).toMatchObject({ code: 0, stderr: '' })
    expect(first.stdout).toContain('Found: pnpm, eslint.config.js, no hook manager, tsconfig.json, VS Code.')
    expect(first.stdout).toContain('To do: pnpm add --save-dev @palisade/cli')
    expect(read('eslint.config.js')).toBe(
      "import js from '@eslint/js'\nimport palisade from '@palisade/eslint-plugin'\n\nexport default [\n  js.configs.recommended,\n  palisade.configs.recommended,\n]\n",
    )
    expect(read('tsconfig.json')).toContain('// strict, please')
    expect(read('tsconfig.json')).toContain('@palisade/typescript-plugin')
    expect(JSON.parse(read('.vscode/extensions.json'))).toEqual({
      recommendations: ['a.b', 'palisade-dev.palisade-vscode'],
    })
    expect(Object.keys((JSON.parse(read('package.json')) as { devDependencies: object }).devDependencies)).toEqual([
      'eslint',
      '@palisade/cli',
      '@palisade/eslint-plugin',
      '@palisade/typescript-plugin',
    ])
    expect(statSync(join(project.root, '.git/hooks/pre-commit')).mode & 0o111).not.toBe(0)

    const state = ['eslint.config.js', 'tsconfig.json', 'package.json', '.git/hooks/pre-commit'].map(read)
    const second = await project.palisade('init', '--yes')
    expect(second.stdout).toContain('nothing to change')
    expect(['eslint.config.js', 'tsconfig.json', 'package.json', '.git/hooks/pre-commit'].map(read)).toEqual(state)
  })

  it('changes nothing with --dry-run', async () => {
    const run = await project.palisade('init', '--dry-run')
    expect(run.code).toBe(0)
    expect(run.stdout).toContain('+ npx --no-install palisade staged')
    expect(existsSync(join(project.root, '.git/hooks/pre-commit'))).toBe(false)
    expect(project.git('status', '--porcelain')).toBe('?? package.json\n')
  })

  it('asks for a decision where nobody can answer', async () => {
    const run = await project.palisade('init')
    expect(run.code).toBe(2)
    expect(run.stderr).toContain('--yes')
  })

  it('comes before what a hook does already, so that it is not lost', async () => {
    project.write('.husky/pre-commit', 'exec npx lint-staged\n')
    await project.palisade('init', '--yes')
    expect(read('.husky/pre-commit')).toBe('npx --no-install palisade staged || exit $?\nexec npx lint-staged\n')
  })

  it('adds a command to lefthook and keeps its comments', async () => {
    project.write('lefthook.yml', '# ours\npre-commit:\n  commands:\n    lint:\n      run: npm run lint\n')
    await project.palisade('init', '--yes')
    expect(read('lefthook.yml')).toBe(
      '# ours\npre-commit:\n  commands:\n    lint:\n      run: npm run lint\n    palisade:\n      run: npx --no-install palisade staged\n',
    )
  })

  it('adds a repository to pre-commit', async () => {
    project.write('.pre-commit-config.yaml', 'repos:\n  - repo: local\n    hooks: []\n')
    await project.palisade('init', '--yes')
    expect(read('.pre-commit-config.yaml')).toContain('https://github.com/palisade-dev/palisade')
    expect(read('.pre-commit-config.yaml')).toContain('- id: palisade')
  })

  it('works from a second work tree, whose hooks are those of the repository', async () => {
    project.commit()
    project.git('worktree', 'add', '-q', 'second')
    await project.palisadeIn('second', 'init', '--yes')
    expect(existsSync(join(project.root, '.git/hooks/pre-commit'))).toBe(true)
  })

  it('honours core.hooksPath', async () => {
    execFileSync('git', ['config', 'core.hooksPath', '.githooks'], { cwd: project.root })
    await project.palisade('init', '--yes')
    expect(existsSync(join(project.root, '.githooks/pre-commit'))).toBe(true)
  })

  it('leaves a hook in another language to a person', async () => {
    project.write('.git/hooks/pre-commit', '#!/usr/bin/env python3\nprint("hi")\n')
    const run = await project.palisade('init', '--yes')
    expect(run.stdout).toContain('To do: .git/hooks/pre-commit is no shell script')
    expect(read('.git/hooks/pre-commit')).not.toContain('palisade')
  })
})

describe('adding to a flat config', () => {
  const plugin = '@palisade/eslint-plugin'
  const shapes: [name: string, file: string, before: string, after: string][] = [
    [
      'an array on one line',
      'eslint.config.mjs',
      'export default [a]\n',
      `import palisade from '${plugin}'\nexport default [a, palisade.configs.recommended]\n`,
    ],
    [
      'an empty array',
      'eslint.config.mjs',
      'export default []\n',
      `import palisade from '${plugin}'\nexport default [palisade.configs.recommended]\n`,
    ],
    [
      'defineConfig with an array',
      'eslint.config.js',
      "import { defineConfig } from 'eslint/config';\nexport default defineConfig([\n  a,\n]);\n",
      `import { defineConfig } from 'eslint/config';\nimport palisade from '${plugin}';\nexport default defineConfig([\n  a,\n  palisade.configs.recommended,\n]);\n`,
    ],
    [
      'arguments',
      'eslint.config.js',
      "import t from 'typescript-eslint'\nexport default t.config(\n\ta,\n\tb\n)\n",
      `import t from 'typescript-eslint'\nimport palisade from '${plugin}'\nexport default t.config(\n\ta,\n\tb,\n\tpalisade.configs.recommended\n)\n`,
    ],
    [
      'one object in defineConfig',
      'eslint.config.js',
      'export default defineConfig({ rules: {} })\n',
      `import palisade from '${plugin}'\nexport default defineConfig({ rules: {} }, palisade.configs.recommended)\n`,
    ],
    [
      'a variable',
      'eslint.config.js',
      'const config = [a]\nexport default config\n',
      `import palisade from '${plugin}'\nconst config = [a, palisade.configs.recommended]\nexport default config\n`,
    ],
    [
      'CommonJS',
      'eslint.config.cjs',
      "const js = require('@eslint/js')\nmodule.exports = [js]\n",
      `const js = require('@eslint/js')\nconst palisade = require('${plugin}').default\nmodule.exports = [js, palisade.configs.recommended]\n`,
    ],
    [
      'TypeScript',
      'eslint.config.ts',
      'export default [a] satisfies Config[]\n',
      `import palisade from '${plugin}'\nexport default [a, palisade.configs.recommended] satisfies Config[]\n`,
    ],
  ]

  it.each(shapes)('%s', (_name, file, before, after) => {
    expect(addToFlatConfig(file, before)).toBe(after)
    expect(addToFlatConfig(file, after)).toBe(after)
  })

  it.each([
    ['a call of something else', 'export default antfu({ typescript: true })\n'],
    ['a function', 'export default () => []\n'],
    ['a syntax error', 'export default [\n'],
  ])('leaves %s to a person', (_name, text) => {
    expect(addToFlatConfig('eslint.config.js', text)).toBeUndefined()
  })
})
