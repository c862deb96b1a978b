import { spawn } from 'node:child_process'
import type { Readable } from 'node:stream'
import { CannotCheck, firstLine } from '../errors.js'

/** How a git command is run. */
export interface GitOptions {
  cwd: string
  /** Bytes for the command's standard input. */
  input?: string | Buffer
}

/** Git answered with an error. `stderr` tells which; callers that can go on read it. */
export class GitFailed extends CannotCheck {
  override name = 'GitFailed'

  constructor(
    readonly args: readonly string[],
    readonly stderr: string,
  ) {
    super(
      `git ${commandOf(args)} failed with "${firstLine(stderr) || 'no message'}"`,
      'run the same command by hand to see why',
    )
  }
}

/**
 * Settings that a person's configuration must not change, because the output is read by a program,
 * and a threshold from which git streams a blob instead of holding it in memory.
 */
const settings = ['-c', 'core.quotePath=true', '-c', 'core.bigFileThreshold=8m', '--literal-pathspecs', '--no-pager']

/** A running git command whose output is read as it comes. */
export interface RunningGit {
  stdout: Readable
  /** Writes to the command's standard input; the last call ends it. */
  write(text: string, last?: boolean): void
  /** Resolves when git ended well; rejects with `GitFailed`. */
  done: Promise<void>
  /** Ends git when its remaining output is of no interest. */
  stop(): void
}

/**
 * Starts git. The environment is handed on untouched: `GIT_INDEX_FILE`, `GIT_DIR` and `GIT_WORK_TREE` are how git tells
 * a hook which index and which repository the commit is made from.
 *
 * @param args The command and its arguments.
 * @param options Where it runs.
 * @returns The running command.
 */
export function startGit(args: readonly string[], options: GitOptions): RunningGit {
  const child = spawn('git', [...settings, ...args], {
    cwd: options.cwd,
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0' },
    windowsHide: true,
  })
  let stderr = ''
  let stopped = false
  child.stderr.setEncoding('utf8')
  child.stderr.on('data', (text: string) => {
    if (stderr.length < 4096) stderr += text
  })
  // Git may end before it has read everything; its exit status tells the story.
  child.stdin.on('error', () => undefined)
  const done = new Promise<void>((resolve, reject) => {
    child.on('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'ENOENT'
          ? new CannotCheck('git was not found', 'install git, or put it on the PATH', { cause: error })
          : new CannotCheck(`git could not be started (${error.message})`, 'see that git runs here', { cause: error }),
      )
    })
    child.on('close', (code) => {
      if (code === 0 || stopped) resolve()
      else reject(new GitFailed(args, stderr))
    })
  })
  // Whoever reads the output waits for `done` afterwards; until then a failure is not unhandled.
  done.catch(() => undefined)
  if (options.input !== undefined) child.stdin.end(options.input)
  return {
    stdout: child.stdout,
    write(text, last = false) {
      if (last) child.stdin.end(text)
      else child.stdin.write(text)
    },
    done,
    stop() {
      stopped = true
      child.stdin.destroy()
      child.stdout.destroy()
      child.kill()
    },
  }
}

/**
 * Runs git and collects its output.
 *
 * @param args The command and its arguments.
 * @param options Where it runs, and its input.
 * @returns Its output as bytes, because paths need not be UTF-8.
 * @throws {CannotCheck} when git is missing or fails.
 */
export async function git(args: readonly string[], options: GitOptions): Promise<Buffer> {
  const running = startGit(args, options)
  if (options.input === undefined) running.write('', true)
  const chunks: Buffer[] = []
  running.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
  await running.done
  return Buffer.concat(chunks)
}

function commandOf(args: readonly string[]): string {
  return args.find((arg) => !arg.startsWith('-')) ?? ''
}
