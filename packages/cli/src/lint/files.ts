import type { PalisadePlugin } from '@palisade/engine'
import { join } from 'node:path'
import type { Finding } from '../findings/finding.js'
import type { WorkFile } from '../git/files.js'
import type { Note } from '../report.js'
import { createChecker } from './checker.js'
import { createConfigurations, type ConfigurationChoices } from './configurations.js'
import { decode, isBinary, kindOf, lineCount } from './contents.js'
import { envFileFinding } from './env-file.js'

/** What checking files gave. */
export interface FilesOutcome {
  findings: Finding[]
  notes: Note[]
  files: number
  lines: number
  leftOut: number
  incomplete: boolean
}

/** What to check in files. */
export interface FilesOptions extends ConfigurationChoices {
  /** Whether a file with the values of an environment is a finding: it is where git has it, or would take it. */
  envFiles: boolean
}

/** Checks files; called again, it goes on with what it has loaded. */
export type FilesChecker = (
  files: readonly WorkFile[],
  progress?: (done: number, total: number) => void,
) => Promise<FilesOutcome>

/**
 * Makes a checker of work tree files that runs in this thread.
 *
 * @param plugin The plugin whose rules run.
 * @param options What to check.
 * @param read Reads a file.
 * @returns The checker.
 */
export function createFilesChecker(
  plugin: PalisadePlugin,
  options: FilesOptions,
  read: (location: string | Buffer) => Buffer,
): FilesChecker {
  const checker = createChecker(plugin)
  const configurations = createConfigurations(plugin, options)
  return async (files, progress = () => undefined) => {
    const outcome = emptyOutcome()
    for (const [index, file] of files.entries()) {
      const bytes = read(file.location)
      const kind = kindOf(file.path)
      if (isBinary(bytes) && kind === 'text') outcome.leftOut++
      else {
        const text = decode(bytes)
        const absolute = join(options.base, file.path)
        const configuration = kind === 'script' ? await configurations.of(absolute) : 'ignored'
        const result = await checker.check({ path: file.path, absolute, text }, configuration)
        outcome.findings.push(...result.findings)
        const envFinding = options.envFiles ? envFileFinding(file.path, text) : undefined
        if (envFinding !== undefined) outcome.findings.push(envFinding)
        if (result.note !== undefined) outcome.notes.push({ path: file.path, message: result.note })
        if (result.incomplete === true) outcome.incomplete = true
        outcome.files++
        outcome.lines += lineCount(text)
      }
      progress(index + 1, files.length)
    }
    return outcome
  }
}

/**
 * The outcome of checking nothing.
 *
 * @returns A new outcome.
 */
export function emptyOutcome(): FilesOutcome {
  return { findings: [], notes: [], files: 0, lines: 0, leftOut: 0, incomplete: false }
}
