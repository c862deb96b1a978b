import { sampleToken, seededRandom, tokenFormats } from '@palisade/analysis'
import { execFileSync, spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository's root. */
export const workspace = fileURLToPath(new URL('../../../..', import.meta.url))

const cli = join(workspace, 'packages/cli')

/**
 * Builds the command as it is published.
 *
 * @returns The command's file.
 */
export function buildCommand(): string {
  execFileSync(process.execPath, [join(cli, 'build.mjs')], { stdio: ['ignore', 'ignore', 'inherit'] })
  return join(cli, 'bin/palisade.js')
}

/** What a program gave. */
export interface Outcome {
  code: number | null
  output: string
}

/** A repository with hooks. */
export interface Sandbox {
  root: string
  env: Record<string, string>
  /** Runs git and expects it to succeed. */
  git(...args: string[]): string
  /** Runs a program, whatever comes of it. */
  run(command: string, ...args: string[]): Outcome
  write(path: string, content: string | Uint8Array, executable?: boolean): void
  head(): string
  remove(): void
}

/**
 * Makes a repository in which `@palisade/cli` and some tools are installed, as in a person's project.
 *
 * @param tools Packages of this workspace package whose commands the project has.
 * @returns The repository, without a commit.
 */
export function createSandbox(tools: readonly string[] = []): Sandbox {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'palisade-hooks-')))
  const env: Record<string, string> = {
    ...withoutMarks(process.env),
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_SYSTEM: '/dev/null',
    GIT_AUTHOR_NAME: 'T',
    GIT_AUTHOR_EMAIL: 't@example.com',
    GIT_COMMITTER_NAME: 'T',
    GIT_COMMITTER_EMAIL: 't@example.com',
    NO_COLOR: '1',
    PRE_COMMIT_HOME: join(root, '../palisade-pre-commit-home'),
    PATH: [join(root, 'node_modules/.bin'), process.env['PATH']].join(delimiter),
  }
  // A test runner's own marks must not reach the tools.
  for (const name of ['CI', 'VITEST', 'NODE_ENV', 'FORCE_COLOR']) delete env[name]
  const git = (...args: string[]): string =>
    execFileSync('git', args, { cwd: root, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  git('init', '-q', '-b', 'main')
  writeFileSync(join(root, '.gitignore'), 'node_modules\n')
  writeFileSync(join(root, 'package.json'), '{ "name": "app", "private": true, "type": "module" }\n')
  install(root, cli, { palisade: 'bin/palisade.js' })
  for (const tool of tools) {
    const folder = join(workspace, 'packages/host-tests/node_modules', tool)
    const manifest = readFileSync(join(folder, 'package.json'), 'utf8')
    const { bin } = JSON.parse(manifest) as { bin: string | Record<string, string> }
    install(root, folder, typeof bin === 'string' ? { [tool]: bin } : bin)
  }
  return {
    root,
    env,
    git,
    run(command, ...args) {
      const { status, stdout, stderr } = spawnSync(command, args, { cwd: root, env, encoding: 'utf8' })
      return { code: status, output: `${stdout}${stderr}` }
    },
    write(path, content, executable = false) {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), content)
      if (executable) chmodSync(join(root, path), 0o755)
    },
    head: () =>
      spawnSync('git', ['rev-parse', '-q', '--verify', 'HEAD'], { cwd: root, env, encoding: 'utf8' }).stdout.trim(),
    remove: () => rmSync(root, { recursive: true, force: true }),
  }
}

/**
 * Makes a credential; no file of the repository may hold one.
 *
 * @param seed Another seed makes another credential.
 * @returns The credential.
 */
export function credential(seed = 1): string {
  const row = tokenFormats.find(({ id }) => id === 'github-personal-access-token-classic')
  return sampleToken(row as never, seededRandom(seed))
}

function install(root: string, source: string, commands: Record<string, string>): void {
  const bin = join(root, 'node_modules/.bin')
  mkdirSync(bin, { recursive: true })
  for (const [name, file] of Object.entries(commands)) {
    if (!existsSync(join(bin, name))) symlinkSync(join(source, file), join(bin, name))
  }
}

/** What git and package managers say about the run that this test is part of. */
function withoutMarks(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined && !/^(?:GIT_|npm_)/i.test(entry[0]),
    ),
  )
}
