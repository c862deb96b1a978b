import { spawn } from 'node:child_process'
import type { Readable, Writable } from 'node:stream'
import { CannotCheck, firstLine } from '../errors.js'

/** How a git command is run. */
export interface GitOptions {
  cwd: string
  /** Whether something will be written to the command's standard input. */
  asks?: boolean
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
  /** Writes to the standard input of a command that was started to be asked. */
  write(text: string): void
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
  const key = keyOf(args, options)
  const started = ahead.get(key)
  ahead.delete(key)
  return started ?? launch(args, options)
}

/** Commands that were started before the program that asks for them was loaded. */
const ahead = new Map<string, RunningGit>()

/**
 * Starts git for somebody who will call `startGit` with the same arguments. Git works while the program is loaded, and a
 * process that has loaded little is the fastest to start another.
 *
 * @param args The command and its arguments.
 * @param options Where it runs.
 */
export function startAhead(args: readonly string[], options: GitOptions): void {
  ahead.set(keyOf(args, options), launch(args, options))
}

/**
 * Ends the commands that were started ahead and that nobody has asked for.
 */
export function stopAhead(): void {
  for (const running of ahead.values()) running.stop()
  ahead.clear()
}

function keyOf(args: readonly string[], { cwd }: GitOptions): string {
  return [cwd, ...args].join('\0')
}

function launch(args: readonly string[], options: GitOptions): RunningGit {
  const child = spawn('git', [...settings, ...args], {
    cwd: options.cwd,
    stdio: [options.asks === true ? 'pipe' : 'ignore', 'pipe', 'pipe'],
    env: { ...process.env, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0' },
    windowsHide: true,
  })
  let stderr = ''
  let stopped = false
  const { stdin, stdout, stderr: problems } = child as { stdin: Writable | null; stdout: Readable; stderr: Readable }
  problems.setEncoding('utf8')
  problems.on('data', (text: string) => {
    if (stderr.length < 4096) stderr += text
  })
  // Git may end before it has read everything; its exit status tells the story.
  stdin?.on('error', () => undefined)
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
  return {
    stdout,
    write: (text) => void stdin?.write(text),
    done,
    stop() {
      stopped = true
      stdin?.destroy()
      stdout.destroy()
      problems.destroy()
      child.kill()
      // The program need not wait for git to be gone.
      child.unref()
    },
  }
}

/**
 * Runs git and collects its output.
 *
 * @param args The command and its arguments.
 * @param options Where it runs.
 * @returns Its output as bytes, because paths need not be UTF-8.
 * @throws {CannotCheck} when git is missing or fails.
 */
export async function git(args: readonly string[], options: GitOptions): Promise<Buffer> {
  const running = startGit(args, options)
  const chunks: Buffer[] = []
  running.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
  await running.done
  return Buffer.concat(chunks)
}

function commandOf(args: readonly string[]): string {
  return args.find((arg) => !arg.startsWith('-')) ?? ''
}
