import { Linter } from 'eslint/universal'
import type { SourceCode } from 'eslint'
import type * as ts from 'typescript'
import {
  basePathFor,
  ConfigurationError,
  enabledRules,
  lintedFiles,
  type Configuration,
  type ConfigurationEntry,
  type PalisadePlugin,
} from './configuration.js'
import { diagnosticsOf, type Diagnostic, type LintMessage } from './diagnostic.js'
import { hostSourceCodes, type HostSourceCodes } from './host-tree.js'
import { createHostParser } from './parser.js'
import type { SourceCodeClass } from './source-code.js'

/** Says whether the host has lost interest in the answer. TypeScript's own cancellation tokens fit. */
export interface CancellationToken {
  isCancellationRequested(): boolean
}

/** What to lint: a file of a program, or a plain text. */
export interface LintRequest {
  /** Absolute path; globs of the configuration and the rules' own file globs are matched against it. */
  fileName: string
  /** The text to lint; taken from `sourceFile` when left out. */
  text?: string | undefined
  /** The host's tree of the text. With it nothing is parsed again. */
  sourceFile?: ts.SourceFile | undefined
  /** The program that `sourceFile` belongs to. With it rules can ask for types. */
  program?: ts.Program | undefined
  configuration: Configuration
  cancellation?: CancellationToken | undefined
}

/** How linting a file ended. */
export type LintOutcome =
  /** The rules ran, or nothing in the text could concern them. */
  | 'linted'
  /** The configuration leaves the file alone. */
  | 'ignored'
  /** The text has a syntax error; `problem` says which. */
  | 'unparsable'
  /** The host lost interest. */
  | 'cancelled'
  /** The configuration can't be used; `problem` says why. */
  | 'misconfigured'
  /** A fault of ours; `faults` holds it. */
  | 'failed'

/** The answer to one request. */
export interface LintResult {
  outcome: LintOutcome
  diagnostics: Diagnostic[]
  /** What stands in the way, where `outcome` names such a thing. */
  problem?: { message: string; line?: number | undefined; column?: number | undefined }
  /** Errors thrown by rules or by the engine itself. Diagnostics of the other rules are still there. */
  faults: Error[]
}

/** Lints files with Palisade's rules. */
export interface Engine {
  /**
   * Lints one file.
   *
   * @param request The file, its configuration and a cancellation token.
   * @returns Diagnostics in the order of their places; it never throws.
   */
  lint(request: LintRequest): LintResult
  /**
   * Says what is wrong with a configuration.
   *
   * @param configuration The configuration.
   * @returns One sentence, or nothing when it can be used.
   */
  problemOf(configuration: Configuration): string | undefined
  /** Drops every remembered result. */
  forget(): void
  /** Lets go of the tree of the last file, which ESLint's linters keep; results stay. */
  rest(): void
}

/** Thrown through ESLint to leave a file that nobody waits for any more. */
class Cancelled extends Error {}

interface Remembered {
  program: WeakRef<ts.Program> | undefined
  configuration: Configuration
  result: LintResult
}

/**
 * Makes an engine.
 *
 * @param plugin The ESLint plugin whose rules run.
 * @returns The engine. It keeps no text and no program alive: results hang on the host's source files.
 */
export function createEngine(plugin: PalisadePlugin): Engine {
  const parser = createHostParser()
  const linters = new Map<string, Linter>()
  let sourceCodes: HostSourceCodes | undefined
  /** By configuration and file, what the parser is told; nothing where the configuration leaves the file alone. */
  const parserOptions = new WeakMap<Configuration, Map<string, Record<string, unknown> | undefined>>()
  let remembered = new WeakMap<ts.SourceFile, Remembered>()

  return {
    lint(request) {
      const known = recall(request)
      if (known !== undefined) return known
      const result = lintGuarded(request)
      if (request.sourceFile !== undefined && result.outcome !== 'cancelled') {
        remembered.set(request.sourceFile, {
          program: request.program && new WeakRef(request.program),
          configuration: request.configuration,
          result,
        })
      }
      return result
    },
    problemOf(configuration) {
      try {
        const fileName = `${configuration.basePath.replace(/[\\/]$/, '')}/palisade.ts`
        verify('', fileName, configuration, [])
        return undefined
      } catch (error) {
        return sentenceOf(error)
      }
    },
    forget() {
      remembered = new WeakMap()
    },
    rest() {
      for (const linter of linters.values()) linter.verify('', [])
      parser.options = undefined
    },
  }

  function recall(request: LintRequest): LintResult | undefined {
    if (request.sourceFile === undefined) return undefined
    const entry = remembered.get(request.sourceFile)
    if (entry === undefined || entry.configuration !== request.configuration) return undefined
    // An answer that needed types belongs to one program: another file's edit can change it.
    return entry.program?.deref() === request.program ? entry.result : undefined
  }

  function lintGuarded(request: LintRequest): LintResult {
    const faults: Error[] = []
    const dropped: string[] = []
    // A rule that throws costs its own findings only: the others run again without it.
    for (;;) {
      try {
        return { ...lintOnce(request, dropped), faults }
      } catch (error) {
        if (error instanceof Cancelled) return { outcome: 'cancelled', diagnostics: [], faults }
        const culprit = ruleIdOf(error)
        if (culprit === undefined && isConfigurationProblem(error)) {
          return { outcome: 'misconfigured', diagnostics: [], problem: { message: sentenceOf(error) }, faults }
        }
        faults.push(error instanceof Error ? error : new Error(String(error)))
        if (culprit === undefined || dropped.includes(culprit)) return { outcome: 'failed', diagnostics: [], faults }
        dropped.push(culprit)
      }
    }
  }

  function lintOnce(request: LintRequest, dropped: readonly string[]): Omit<LintResult, 'faults'> {
    const { configuration, fileName, sourceFile } = request
    const text = request.text ?? sourceFile?.text ?? ''
    if (request.cancellation?.isCancellationRequested()) throw new Cancelled()
    if (nothingConcerns(text, configuration)) return { outcome: 'linted', diagnostics: [] }
    const program = configuration.types ? request.program : undefined
    let messages: LintMessage[]
    try {
      let input: string | SourceCode = text
      // ESLint takes off a byte order mark. A tree made with it has other offsets, so the text is parsed anew.
      if (sourceFile !== undefined && sourceFile.text === text && !text.startsWith('\uFEFF')) {
        const options = parserOptionsFor(fileName, configuration)
        if (options === undefined) return { outcome: 'ignored', diagnostics: [] }
        try {
          input = sourceCodes!.of(sourceFile, { ...options, ...(program && { programs: [program] }) })
        } catch (error) {
          const problem = syntaxError(error)
          if (problem === undefined) throw error
          return { outcome: 'unparsable', diagnostics: [], problem }
        }
      }
      parser.current = { text, sourceFile, program }
      messages = verify(input, fileName, configuration, dropped, request.cancellation)
    } finally {
      parser.current = undefined
    }
    // Comments of earlier ESLint versions (`eslint-env`) are fatal by name too, and the rules run all the same.
    const fatal = messages.find((message) => message.ruleId == null && message.message.startsWith('Parsing error'))
    if (fatal !== undefined) {
      const problem = { message: fatal.message, line: fatal.line, column: fatal.column }
      return { outcome: 'unparsable', diagnostics: [], problem }
    }
    if (messages.some((message) => message.ruleId == null && message.line === 0)) {
      return { outcome: 'ignored', diagnostics: [] }
    }
    return { outcome: 'linted', diagnostics: diagnosticsOf(messages, text, configuration.namespace, plugin) }
  }

  /** What a configuration tells the parser about a file: ESLint is asked to lint a text with nothing in it. */
  function parserOptionsFor(fileName: string, configuration: Configuration): Record<string, unknown> | undefined {
    let known = parserOptions.get(configuration)
    if (known === undefined) parserOptions.set(configuration, (known = new Map()))
    if (!known.has(fileName)) {
      parser.options = undefined
      verify('', fileName, configuration, [])
      known.set(fileName, parser.options)
    }
    return known.get(fileName)
  }

  function verify(
    text: string | SourceCode,
    fileName: string,
    configuration: Configuration,
    dropped: readonly string[],
    cancellation?: CancellationToken,
  ): LintMessage[] {
    const basePath = basePathFor(configuration, fileName)
    let linter = linters.get(basePath)
    if (linter === undefined) linters.set(basePath, (linter = new Linter({ cwd: basePath, configType: 'flat' })))
    const { namespace } = configuration
    const entries: unknown[] = [
      { files: [lintedFiles] },
      {
        plugins: { [namespace]: plugin },
        languageOptions: { parser },
        // Directives for rules that only the ESLint command line knows would look unused here.
        linterOptions: { reportUnusedDisableDirectives: 'off', reportUnusedInlineConfigs: 'off' },
      },
      ...configuration.entries.map((entry) => withNamespace(entry, namespace)),
    ]
    if (dropped.length > 0) entries.push({ rules: Object.fromEntries(dropped.map((id) => [id, 'off'])) })
    if (cancellation !== undefined) entries.push(cancellationEntry(cancellation))
    const messages = linter.verify(text, entries as Linter.Config[], { filename: fileName }) as LintMessage[]
    // The class itself is only in ESLint's main module, which brings the whole command.
    const known = linter.getSourceCode() as SourceCode | null
    if (known !== null) sourceCodes ??= hostSourceCodes(known.constructor as SourceCodeClass)
    return messages
  }

  /** Whether no rule that the configuration enables can find anything in this text, so that it needn't be parsed. */
  function nothingConcerns(text: string, configuration: Configuration): boolean {
    // A comment can switch a rule on that the configuration leaves off.
    if (/\beslint\s/.test(text) && text.includes(`${configuration.namespace}/`)) return false
    const settings = Object.assign({}, ...configuration.entries.map((entry) => entry.settings)) as object
    return [...enabledRules(configuration)].every(([name, everyOptions]) => {
      const rule = plugin.rules?.[name] as
        { prefilter?(text: string, options: object, settings: object): boolean } | undefined
      if (rule === undefined) return false
      return (
        rule.prefilter !== undefined &&
        everyOptions.every((options) => rule.prefilter?.(text, options, settings) === false)
      )
    })
  }
}

/** A rule of the engine's own that looks, now and then, whether anybody still waits. */
function cancellationEntry(cancellation: CancellationToken): unknown {
  const check = (): void => {
    if (cancellation.isCancellationRequested()) throw new Cancelled()
  }
  const rule = { meta: { schema: [] }, create: () => ({ Program: check, ':function': check, 'Program:exit': check }) }
  return {
    plugins: { 'palisade-engine': { rules: { cancellation: rule } } },
    rules: { 'palisade-engine/cancellation': 2 },
  }
}

/** Presets name rules by the default namespace; a person's ESLint configuration may have chosen another. */
function withNamespace(entry: ConfigurationEntry, namespace: string): ConfigurationEntry {
  if (entry.rules === undefined) return entry
  const rules = Object.entries(entry.rules).filter(([id]) => id.startsWith(`${namespace}/`))
  return { ...entry, rules: Object.fromEntries(rules) }
}

/** ESLint puts the id of the rule that threw on the error. */
function ruleIdOf(error: unknown): string | undefined {
  const ruleId = (error as { ruleId?: unknown } | null)?.ruleId
  return typeof ruleId === 'string' ? ruleId : undefined
}

/** Problems in a flat config carry the path of the key; those thrown by rules have a rule id instead. */
function isConfigurationProblem(error: unknown): boolean {
  return error instanceof ConfigurationError || (error instanceof Error && /\bKey "|\bConfig /.test(error.message))
}

/** What typescript-estree says of a text that TypeScript can't parse. */
function syntaxError(error: unknown): LintResult['problem'] {
  const { message, lineNumber, column } = (error ?? {}) as { message?: string; lineNumber?: number; column?: number }
  return lineNumber === undefined ? undefined : { message: `Parsing error: ${message}`, line: lineNumber, column }
}

function sentenceOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return message
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .join(' ')
}
