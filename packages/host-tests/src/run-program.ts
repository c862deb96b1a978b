import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const packageFolder = fileURLToPath(new URL('..', import.meta.url))

/** What a program did. */
export interface ProgramRun {
  /** Everything that it wrote to standard output and standard error. */
  output: string
  code: number | null
}

/**
 * Runs an ES module in a fresh Node process, where it can import the packages that this package depends on.
 *
 * @param source the module's text.
 * @param env variables to add to the environment.
 * @param timeout milliseconds after which the process is ended.
 * @returns what it wrote, and its exit code.
 */
export function runProgram(source: string, env: Record<string, string> = {}, timeout = 20_000): Promise<ProgramRun> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--no-warnings', '--input-type=module', '-'], {
      cwd: packageFolder,
      env: { PATH: process.env['PATH'] ?? '', NO_COLOR: '1', ...env },
      timeout,
    })
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.on('error', reject)
    child.on('close', (code) => resolve({ output, code }))
    child.stdin.end(source)
  })
}
