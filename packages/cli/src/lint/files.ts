import type { PalisadePlugin } from '@palisade/engine'
import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { CannotCheck } from '../errors.js'
import type { Finding } from '../findings/finding.js'
import type { WorkFile } from '../git/files.js'
import type { Note } from '../report.js'
import { createChecker, type FileOutcome } from './checker.js'
import { createConfigurations, type ConfigurationChoices } from './configurations.js'
import { decode, isBinary, kindOf, largestWhole, lineCount } from './contents.js'
import { envFileFinding, envFileRule } from './env-file.js'
import { tidy } from './memory.js'
import { openLargeFile, type LargeFileOutcome } from './text-stream.js'

/** What checking files gave. */
export interface FilesOutcome {
  findings: Finding[]
  notes: Note[]
  files: number
  lines: number
  leftOut: number
  incomplete: boolean
  /** Files that only the exact parser can tell about, where they were left for later. */
  later: WorkFile[]
}

/** Whether a file that only the exact parser can tell about is checked now, or left for later. */
export type Exact = 'now' | 'later'

/** What to check in files. */
export interface FilesOptions extends ConfigurationChoices {
  /** Whether a file with the values of an environment is a finding: it is where git has it, or would take it. */
  envFiles: boolean
}

/** Checks files; called again, it goes on with what it has loaded. */
export type FilesChecker = (
  files: readonly WorkFile[],
  progress?: (done: number, total: number) => void,
  exact?: Exact,
) => Promise<FilesOutcome>

/**
 * Makes a checker of work tree files that runs in this thread.
 *
 * @param plugin The plugin whose rules run.
 * @param options What to check.
 * @returns The checker.
 */
export function createFilesChecker(plugin: PalisadePlugin, options: FilesOptions): FilesChecker {
  const checker = createChecker(plugin)
  const configurations = createConfigurations(plugin, options)
  return async (files, progress = () => undefined, exact = 'now') => {
    const outcome = emptyOutcome()
    for (const [index, file] of files.entries()) {
      const result = await checked(file, exact)
      if (result === 'binary') outcome.leftOut++
      else if (result === 'later') outcome.later.push(file)
      else {
        outcome.findings.push(...result.findings)
        if (result.note !== undefined) outcome.notes.push({ path: file.path, message: result.note })
        if (result.incomplete === true) outcome.incomplete = true
        outcome.files++
        outcome.lines += result.lines
      }
      tidy()
      progress(index + 1, files.length)
    }
    return outcome
  }

  async function checked(
    file: WorkFile,
    exact: Exact,
  ): Promise<(FileOutcome & { lines: number }) | 'binary' | 'later'> {
    const handle = opened(file)
    let bytes: Buffer
    try {
      if (fstatSync(handle).size > largestWhole) return checkedInPieces(file, handle)
      bytes = readFileSync(handle)
    } finally {
      closeSync(handle)
    }
    const kind = kindOf(file.path)
    if (isBinary(bytes) && kind === 'text') return 'binary'
    const text = decode(bytes)
    const absolute = join(options.base, file.path)
    const configuration = kind === 'script' ? await configurations.of(absolute) : 'ignored'
    const one = { path: file.path, absolute, text }
    const result = exact === 'now' ? await checker.check(one, configuration) : checker.checkQuickly(one, configuration)
    if (result === undefined) return 'later'
    const environment = options.envFiles ? envFileFinding(file.path, text) : undefined
    const findings = environment === undefined ? result.findings : [...result.findings, environment]
    return { ...result, findings, lines: lineCount(text) }
  }

  function checkedInPieces(file: WorkFile, handle: number): LargeFileOutcome | 'binary' {
    const large = openLargeFile(file.path)
    const piece = Buffer.alloc(1024 * 1024)
    for (let size = readSync(handle, piece); size > 0; size = readSync(handle, piece)) {
      if (!large.take(piece.subarray(0, size))) return 'binary'
    }
    const outcome = large.end()
    if (!options.envFiles) outcome.findings = outcome.findings.filter(({ rule }) => rule !== envFileRule)
    return outcome
  }
}

function opened(file: WorkFile): number {
  try {
    return openSync(file.location, 'r')
  } catch (error) {
    const { code = 'unknown error' } = error as NodeJS.ErrnoException
    throw new CannotCheck(`${file.path} can't be read (${code})`, 'see who may read it, or leave it out', {
      cause: error,
    })
  }
}

/**
 * The outcome of checking nothing.
 *
 * @returns A new outcome.
 */
export function emptyOutcome(): FilesOutcome {
  return { findings: [], notes: [], files: 0, lines: 0, leftOut: 0, incomplete: false, later: [] }
}
