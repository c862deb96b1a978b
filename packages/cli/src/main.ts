import type { Command } from 'commander'
import type { Host } from './commands/host.js'
import { CannotCheck, exitCodes } from './errors.js'
import { loadPlugin } from './lint/plugin.js'
import { createProgram } from './program.js'

/** Commands that wait for nothing that they don't need. */
const checking = new Set(['check', 'staged', 'push'])

/**
 * Runs the command line.
 *
 * @param args The arguments after the program's name.
 * @param host The world around.
 * @returns The exit code: 0 clean, 1 findings, 2 could not check.
 */
export async function main(args: readonly string[], host: Host): Promise<number> {
  let code: number = exitCodes.clean
  const program: Command = createProgram(host, (result) => {
    code = result
  })
  try {
    if (!checking.has(args[0] ?? '')) {
      const { addCompletion } = await import('./commands/completion.js')
      await addCompletion(program, args, loadPlugin)
    }
    await program.parseAsync(args, { from: 'user' })
    return code
  } catch (error) {
    return failed(error, args, host)
  }
}

/**
 * Says why nothing could be checked.
 *
 * @param error What was thrown.
 * @param args The arguments after the program's name.
 * @param host Where to say it.
 * @returns The exit code.
 */
export function failed(error: unknown, args: readonly string[], host: Pick<Host, 'stderr'>): number {
  const { code, exitCode, message, stack } = error as Error & { code?: string; exitCode?: number }
  // commander has printed its own errors, and its help.
  if (code?.startsWith('commander.') === true) return exitCode === 0 ? exitCodes.clean : exitCodes.couldNotCheck
  const known = error instanceof CannotCheck || (error as Error | null)?.name === 'CannotCheck'
  const sentence = known ? message : `something unforeseen happened (${oneLine(message ?? String(error))})`
  host.stderr.write(`palisade: ${sentence}${known ? '' : ': run again with --debug and report it.'}\n`)
  if (args.includes('--debug')) {
    host.stderr.write(`${stack ?? ''}\n`)
    const { cause } = error as Error
    if (cause instanceof Error) host.stderr.write(`${cause.stack ?? ''}\n`)
  }
  return exitCodes.couldNotCheck
}

function oneLine(text: string): string {
  return text.split('\n', 1)[0] ?? ''
}
