import type { Configuration, Diagnostic, LintResult } from '@palisade/engine'
import type ts from 'typescript'
import { codeOf } from './codes.js'
import { describeError, type Log } from './log.js'
import type { Linting } from './linting.js'
import { defaultMaxFileSize, pluginName, readSettings, type PluginSettings } from './settings.js'

/** What a project's linter is made of. */
export interface ProjectLinterHost {
  typescript: typeof ts
  info: ts.server.PluginCreateInfo
  log: Log
  /** The last settings that the editor sent, unchecked. */
  editorSettings(): unknown
  /** The heavy half; asking loads it. */
  linting(): Linting
}

/** Our findings in one file of a project. */
export interface Findings {
  sourceFile: ts.SourceFile
  diagnostics: Diagnostic[]
  /** How the rules ran; disable comments are pointless where it forbids them. */
  configuration: Configuration
  combineFixes: Linting['combineFixes']
}

/** Lints the files of one tsserver project. */
export interface ProjectLinter {
  /**
   * Our findings as TypeScript's own kind of diagnostic.
   *
   * @param fileName The file that the editor asks about.
   * @returns Diagnostics to append; none while the project's ESLint configuration is still being read.
   */
  diagnostics(fileName: string): ts.Diagnostic[]
  /**
   * Our findings.
   *
   * @param fileName The file that the editor asks about.
   * @returns Nothing where the file is left alone.
   */
  findings(fileName: string): Findings | undefined
  /** Reads the settings again. */
  settingsChanged(): void
  /** Has the editor ask again. */
  refresh(): void
}

/** After so many faults a file is left alone until it changes. */
const maxFaults = 3

/** Requests for a refresh that come this close together, in milliseconds, are one. */
const refreshDelay = 50

/**
 * Makes the linter of one project.
 *
 * @param host The project, and what all projects share.
 * @returns The linter.
 */
export function createProjectLinter(host: ProjectLinterHost): ProjectLinter {
  const { typescript, info, log } = host
  const { project } = info
  const basePath = project.getCurrentDirectory()
  const faults = new WeakMap<ts.SourceFile, number>()
  const told = new Set<string>()
  let settings = currentSettings()
  let preset: Configuration | undefined
  let refreshing: ReturnType<typeof setTimeout> | undefined

  return {
    diagnostics(fileName) {
      const found = findings(fileName)
      return found?.diagnostics.map((diagnostic) => toTypescript(diagnostic, found.sourceFile)) ?? []
    },
    findings,
    settingsChanged() {
      settings = currentSettings()
      preset = undefined
      refresh()
    },
    refresh,
  }

  function findings(fileName: string): Findings | undefined {
    if (settings.enable === false || !isLinted(fileName)) return undefined
    const program = info.languageService.getProgram()
    const sourceFile = program?.getSourceFile(fileName)
    if (program === undefined || sourceFile === undefined || sourceFile.isDeclarationFile) return undefined
    if (sourceFile.text.length > (settings.maxFileSize ?? defaultMaxFileSize)) return undefined
    if ((faults.get(sourceFile) ?? 0) >= maxFaults) return undefined
    try {
      const linting = host.linting()
      const configuration = configurationFor(fileName, linting)
      if (configuration === undefined) return undefined
      const cancellation = info.languageServiceHost.getCancellationToken?.()
      const result = linting.engine.lint({ fileName, sourceFile, program, configuration, cancellation })
      if (result.outcome === 'cancelled') throw new typescript.OperationCanceledException()
      tellProblems(result, sourceFile)
      const { combineFixes } = linting
      return { sourceFile, diagnostics: result.diagnostics, configuration, combineFixes }
    } catch (error) {
      if (!(error instanceof typescript.OperationCanceledException)) countFault(sourceFile)
      throw error
    }
  }

  /** Which configuration holds: the project's own of ESLint, otherwise the settings, otherwise `recommended`. */
  function configurationFor(fileName: string, linting: Linting): Configuration | undefined {
    const answer = linting.projectConfigs.known(fileName, refresh)
    if (answer === undefined) return undefined
    if (answer.kind === 'broken') {
      tell(`${answer.configFile} can't be read: ${answer.message}`)
      const { previous } = answer
      if (previous?.kind === 'configuration') return ofEslint(previous.configuration)
      return previous?.kind === 'ignored' ? undefined : presetOf(linting)
    }
    if (answer.kind === 'configuration') return ofEslint(answer.configuration)
    return answer.kind === 'ignored' ? undefined : presetOf(linting)
  }

  function ofEslint(configuration: Configuration): Configuration | undefined {
    return settings.quietWithEslintConfig === true ? undefined : configuration
  }

  function presetOf(linting: Linting): Configuration {
    if (preset !== undefined) return preset
    try {
      const wanted = linting.preset(settings, basePath)
      const problem = linting.engine.problemOf(wanted)
      if (problem !== undefined) throw new Error(problem)
      preset = wanted
    } catch (error) {
      tell(`The settings can't be used, "recommended" runs instead: ${error instanceof Error ? error.message : error}`)
      preset = linting.preset({}, basePath)
    }
    return preset
  }

  function tellProblems(result: LintResult, sourceFile: ts.SourceFile): void {
    if (result.faults.length > 0 && !told.has(keyOf(result.faults, sourceFile))) {
      told.add(keyOf(result.faults, sourceFile))
      for (const fault of result.faults) log(describeError(fault))
    }
    if (result.faults.length > 0) countFault(sourceFile)
    if (result.outcome === 'misconfigured') tell(`The configuration can't be used: ${result.problem?.message}`)
  }

  function keyOf(errors: readonly Error[], sourceFile: ts.SourceFile): string {
    return `${sourceFile.fileName}: ${errors.map((error) => error.message).join()}`
  }

  function countFault(sourceFile: ts.SourceFile): void {
    faults.set(sourceFile, (faults.get(sourceFile) ?? 0) + 1)
  }

  /** Logs a sentence once. */
  function tell(sentence: string): void {
    if (told.has(sentence)) return
    told.add(sentence)
    log(sentence)
  }

  function refresh(): void {
    if (refreshing !== undefined || project.isClosed()) return
    refreshing = setTimeout(() => {
      refreshing = undefined
      try {
        if (!project.isClosed()) project.refreshDiagnostics()
      } catch (error) {
        log(describeError(error))
      }
    }, refreshDelay)
    refreshing.unref()
  }

  /** The project's entry in `tsconfig.json` is weaker than what the editor says, and both are read unchecked. */
  function currentSettings(): PluginSettings {
    const entries = project.getCompilerOptions()['plugins']
    const entry = Array.isArray(entries)
      ? (entries as ({ name?: unknown } | undefined)[]).find((plugin) => plugin?.name === pluginName)
      : undefined
    const read = readSettings(info.config, entry, host.editorSettings())
    for (const problem of read.problems) tell(`A setting is left out: ${problem}`)
    return read.settings
  }
}

function isLinted(fileName: string): boolean {
  return /\.[cm]?[jt]sx?$/.test(fileName) && !/[\\/]node_modules[\\/]/.test(fileName)
}

function toTypescript(diagnostic: Diagnostic, file: ts.SourceFile): ts.Diagnostic {
  const { start, end } = diagnostic.range
  const length = Math.max(0, end - start)
  const converted: ts.Diagnostic = {
    file,
    start,
    length,
    code: codeOf(diagnostic.rule),
    source: 'palisade',
    category: diagnostic.severity === 'error' ? errorCategory : warningCategory,
    messageText: `${diagnostic.message} (${diagnostic.ruleId})`,
  }
  if (diagnostic.url !== undefined) {
    const messageText = `Why and how: ${diagnostic.url}`
    converted.relatedInformation = [
      { file, start, length, code: converted.code, category: messageCategory, messageText },
    ]
  }
  return converted
}

// `ts.DiagnosticCategory`, whose numbers are part of tsserver's protocol.
const warningCategory = 0 as ts.DiagnosticCategory.Warning
const errorCategory = 1 as ts.DiagnosticCategory.Error
const messageCategory = 3 as ts.DiagnosticCategory.Message
