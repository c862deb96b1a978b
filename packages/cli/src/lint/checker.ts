import type { Configuration, Diagnostic, Engine, PalisadePlugin } from '@palisade/engine'
import { CannotCheck, firstLine } from '../errors.js'
import { findingOf, type Finding } from '../findings/finding.js'
import type { FileConfiguration } from './configurations.js'
import { kindOf, largestScript } from './contents.js'
import { createQuickLinter, type QuickLinter } from './quick-linter.js'
import { createTextScanner, type TextScanner } from './text-scan.js'

/** A file to be checked. */
export interface CheckedFile {
  /** The path from the base folder, for findings. */
  path: string
  /** The absolute path, for the configuration; the file need not exist. */
  absolute: string
  text: string
}

/** The outcome of checking one file. */
export interface FileOutcome {
  findings: Finding[]
  /** Why the file was checked in part or not at all. */
  note?: string
  /** The configuration leaves the file alone: only formats of credentials were looked for. */
  ignored?: boolean
  /** A fault of ours kept a rule from looking, so that nothing found does not mean nothing there. */
  incomplete?: boolean
}

/** Checks files, one after the other, in this thread. */
export interface Checker {
  /**
   * @param file The file.
   * @param configuration What holds for it.
   * @returns What was found.
   */
  check(file: CheckedFile, configuration: FileConfiguration): Promise<FileOutcome>
  /**
   * @param file The file.
   * @param configuration What holds for it.
   * @returns What was found without the exact parser; nothing where only that can tell.
   */
  checkQuickly(file: CheckedFile, configuration: FileConfiguration): FileOutcome | undefined
}

/**
 * Makes a checker.
 *
 * @param plugin The plugin whose rules run.
 * @returns The checker. The exact parser and what it needs are loaded when the first file needs them.
 */
export function createChecker(plugin: PalisadePlugin): Checker {
  let quick: QuickLinter | undefined
  let engine: Promise<Engine> | undefined
  let scanner: TextScanner | undefined

  return {
    checkQuickly,
    check: async (file, configuration) =>
      checkQuickly(file, configuration) ??
      (configuration === 'ignored' ? leftAlone(file) : await checkExactly(file, configuration)),
  }

  async function checkExactly(file: CheckedFile, configuration: Configuration): Promise<FileOutcome> {
    engine ??= import('./exact.js').then(({ createEngine }) => createEngine(plugin))
    const result = (await engine).lint({ fileName: file.absolute, text: file.text, configuration })
    switch (result.outcome) {
      case 'ignored':
        return leftAlone(file)
      case 'unparsable': {
        const { message = '', line = 0 } = result.problem ?? {}
        const reason = `line ${line}: ${message}`
        return { findings: scan(file), note: `not parsed (${reason}); checked for formats of credentials only` }
      }
      case 'linted': {
        const findings = result.diagnostics.map((diagnostic) => findingOf(file.path, file.text, diagnostic))
        const [fault] = result.faults
        if (fault === undefined) return { findings }
        return { findings, note: `a rule failed here (${oneLine(fault)})`, incomplete: true }
      }
      default: {
        const reason = result.problem?.message ?? (result.faults[0] && oneLine(result.faults[0])) ?? result.outcome
        const remedy =
          result.outcome === 'misconfigured' ? 'mend the configuration' : 'run again with --debug and report it'
        throw new CannotCheck(`${file.path} could not be checked (${firstLine(reason)})`, remedy, {
          cause: result.faults[0],
        })
      }
    }
  }

  function checkQuickly(file: CheckedFile, configuration: FileConfiguration): FileOutcome | undefined {
    if (kindOf(file.path) === 'text') return { findings: scan(file) }
    // ESLint leaves the file alone; a credential in it is committed all the same.
    if (configuration === 'ignored') return leftAlone(file)
    if (file.text.length > largestScript) {
      return { findings: scan(file), note: 'too large to be parsed; checked for formats of credentials only' }
    }
    quick ??= createQuickLinter(plugin)
    const first = quick.lint(file.absolute, file.text, configuration)
    if (first === 'ignored') return leftAlone(file)
    return first === 'unsure' ? undefined : { findings: first.map((one) => findingOf(file.path, file.text, one)) }
  }

  function leftAlone(file: CheckedFile): FileOutcome {
    return { findings: scan(file), ignored: true }
  }

  function scan(file: CheckedFile): Finding[] {
    scanner ??= createTextScanner()
    return scanner
      .scan(file.text, file.path)
      .map((diagnostic: Diagnostic) => findingOf(file.path, file.text, diagnostic))
  }
}

function oneLine(error: Error): string {
  return error.message.split('\n', 1)[0] ?? ''
}
