import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { Script } from 'node:vm'
import { exitCodes, firstLine } from './errors.js'
import { askAhead } from './git/ahead.js'
import { stopAhead } from './git/run.js'

// The program takes these from here, so that what is started ahead is what it finds.
export { git, GitFailed, startAhead, startGit, stopAhead } from './git/run.js'
export { CannotCheck, exitCodes, firstLine } from './errors.js'

/** What the bundled program offers. */
export interface Program {
  command(): Promise<void>
  thread(): Promise<void>
}

/** What V8 is told for a short run. Compiled code fits only the flags that it was made under. */
export const flags = [
  // What is young in a short run lives to its end; copying it over and over takes longer than letting it lie.
  '--semi-space-growth-factor=16',
  // Each pattern runs once a file: compiling it for good at once is less work than compiling it twice.
  '--no-regexp-tier-up',
  // It is over before optimised code has paid for itself.
  '--no-opt',
  // Nor has collecting what is old, which would begin only to be finished when all is done.
  '--no-incremental-marking',
]

/** The folder of the bundle: there this module is CommonJS, which Node starts sooner than an ES module. */
const folder = __dirname

/**
 * Runs the command line of this process.
 */
export function start(): void {
  try {
    if (process.argv[2] === 'staged') askAhead(process.cwd())
    load().program.command().catch(failed)
  } catch (error) {
    failed(error)
  }
}

/** A program that isn't there, or not whole, has not checked anything. */
function failed(error: unknown): void {
  stopAhead()
  const reason = error instanceof Error ? firstLine(error.message) : String(error)
  process.stderr.write(`palisade: the program could not be loaded (${reason}): install @palisade/cli anew.\n`)
  process.exitCode = exitCodes.couldNotCheck
}

/**
 * Loads the program. What V8 makes of its text takes as long as checking a small commit, so the package carries that as
 * well: the build makes it, one file for each version of V8. V8 looks whether it fits and compiles the text where it
 * does not, and nothing is ever written here.
 *
 * @param compile Whether the program is compiled as a script in any case, so that its compiled code can be kept.
 * @returns The program, and its script where it was loaded as one.
 */
export function load(compile = false): { program: Program; script: Script | undefined } {
  const file = join(folder, 'palisade.js')
  const require = createRequire(file)
  const cache = cacheFile()
  const known = existsSync(cache)
  if (!known && !compile) return { program: require(file) as Program, script: undefined }
  for (const flag of flags) setFlagsFromString(flag)
  // The bundle holds ASCII only.
  const source = `(function (require, module, exports, __filename) {${readFileSync(file, 'latin1')}\n})`
  const script = new Script(source, {
    filename: file,
    ...(known ? { cachedData: readFileSync(cache) } : {}),
  })
  const module = { exports: {} as Program }
  const run = script.runInThisContext() as (...args: unknown[]) => void
  run(require, module, module.exports, file)
  return { program: module.exports, script }
}

/**
 * Imports a module for the program: a script that came out of compiled code cannot.
 *
 * @param url The module's address.
 * @returns What it exports.
 */
export async function importModule(url: string): Promise<unknown> {
  return await import(url)
}

/**
 * Where compiled code for this version of V8 is kept.
 *
 * @returns The file; it need not exist.
 */
export function cacheFile(): string {
  return join(folder, `palisade-${process.versions.v8.replace(/-.*/, '')}.cache`)
}
