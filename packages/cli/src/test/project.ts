import { sampleToken, seededRandom, tokenFormats, type TokenFormatRow } from '@palisade/analysis'
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Host } from '../commands/host.js'
import { main } from '../main.js'

/** What a run of the command gave. */
export interface Run {
  code: number
  stdout: string
  stderr: string
}

/** A folder with a git repository, for one test. */
export interface Project {
  root: string
  git(...args: string[]): string
  write(path: string, content: string | Uint8Array): void
  /** Runs the command in this process. */
  palisade(...args: string[]): Promise<Run>
  /** Runs the command in this process, with another world around it. */
  palisadeWith(around: Partial<Host>, ...args: string[]): Promise<Run>
  /** Runs the command in a folder of the project. */
  palisadeIn(folder: string, ...args: string[]): Promise<Run>
  commit(message?: string): void
  remove(): void
}

/** Nobody's own settings of git take part in a test. */
const gitEnv = {
  ...process.env,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
  GIT_AUTHOR_NAME: 'T',
  GIT_AUTHOR_EMAIL: 't@example.com',
  GIT_COMMITTER_NAME: 'T',
  GIT_COMMITTER_EMAIL: 't@example.com',
}

/**
 * Makes a project.
 *
 * @param initialize Whether it is a repository.
 * @returns The project.
 */
export function createProject(initialize = true): Project {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'palisade-')))
  const git = (...args: string[]): string =>
    execFileSync('git', args, { cwd: root, env: gitEnv, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  if (initialize) git('init', '-q', '-b', 'main')
  const project: Project = {
    root,
    git,
    write(path, content) {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), content)
    },
    palisade: (...args) => run({ cwd: root }, args),
    palisadeWith: (around, ...args) => run({ cwd: root, ...around }, args),
    palisadeIn: (folder, ...args) => run({ cwd: join(root, folder) }, args),
    commit(message = 'change') {
      git('add', '-A')
      git('commit', '-q', '--allow-empty', '-m', message)
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  }
  return project
}

async function run(around: Partial<Host> & { cwd: string }, args: readonly string[]): Promise<Run> {
  let stdout = ''
  let stderr = ''
  const code = await main(args, {
    env: {},
    stdin: (async function* () {})(),
    version: '0.0.0',
    confirm: undefined,
    ...around,
    stdout: { isTTY: false, ...around.stdout, write: (text) => void (stdout += text) },
    stderr: { isTTY: false, ...around.stderr, write: (text) => void (stderr += text) },
  })
  return { code, stdout, stderr }
}

/**
 * Makes a credential. None may stand in a file of ours, so each is made when it is needed.
 *
 * @param seed Another seed makes another credential.
 * @param id The format.
 * @returns The credential.
 */
export function credential(seed = 1, id = 'github-personal-access-token-classic'): string {
  const row = tokenFormats.find((candidate) => candidate.id === id)
  if (row === undefined) throw new Error(`there is no format ${id}`)
  return sampleToken(row as TokenFormatRow, seededRandom(seed))
}
