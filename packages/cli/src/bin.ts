import { createInterface } from 'node:readline'
import { setFlagsFromString } from 'node:v8'
import { main } from './main.js'
import { version } from './version.js'

// A check of a commit is over before code that V8 optimises has paid for it; large commits switch it on again.
if (process.argv[2] === 'staged') setFlagsFromString('--no-opt')

const { stdin, stdout, stderr, env } = process
const interactive = stdin.isTTY === true && stdout.isTTY === true

// Setting the code instead of exiting lets a pipe take all of the output.
process.exitCode = await main(process.argv.slice(2), {
  cwd: process.cwd(),
  env,
  stdin,
  stdout: { isTTY: stdout.isTTY === true, write: (text) => void stdout.write(text) },
  stderr: { isTTY: stderr.isTTY === true, write: (text) => void stderr.write(text) },
  version,
  confirm: interactive ? confirm : undefined,
})

async function confirm(question: string): Promise<boolean> {
  const lines = createInterface({ input: stdin, output: stdout })
  const answer = await new Promise<string>((resolve) => lines.question(`${question} [y/N] `, resolve))
  lines.close()
  return /^y(?:es)?$/i.test(answer.trim())
}
