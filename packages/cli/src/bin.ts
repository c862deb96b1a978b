import { createInterface } from 'node:readline'
import { stopAhead } from './git/run.js'
import { settleIn } from './lint/memory.js'
import { failed, main } from './main.js'
import { version } from './version.js'

/**
 * Runs the command line of this process and sets its exit code. Setting the code instead of exiting lets a pipe take
 * all of the output.
 */
export async function command(): Promise<void> {
  const { stdin, stdout, stderr, env } = process
  const args = process.argv.slice(2)
  if (args[0] !== 'staged') settleIn()
  const interactive = stdin.isTTY === true && stdout.isTTY === true
  const host = {
    cwd: process.cwd(),
    env,
    stdin,
    stdout: { isTTY: stdout.isTTY === true, write: (text: string) => void stdout.write(text) },
    stderr: { isTTY: stderr.isTTY === true, stream: stderr, write: (text: string) => void stderr.write(text) },
    version,
    confirm: interactive ? confirm : undefined,
  }
  // Whoever reads the output may have seen enough, as "head" has.
  for (const stream of [stdout, stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error
    })
  }
  // Node's own answer would be a stack and 1, which means findings.
  process.on('uncaughtException', (error) => process.exit(failed(error, args, host)))
  process.exitCode = await main(args, host)
  stopAhead()
}

/** Makes this thread one that checks files. */
export async function thread(): Promise<void> {
  settleIn()
  await import('./lint/check-worker.js')
}

async function confirm(question: string): Promise<boolean> {
  const lines = createInterface({ input: process.stdin, output: process.stdout })
  const answer = await new Promise<string>((resolve) => lines.question(`${question} [y/N] `, resolve))
  lines.close()
  return /^y(?:es)?$/i.test(answer.trim())
}
