import {
  basePathFor,
  diagnosticsOf,
  lintedFiles,
  type Configuration,
  type Diagnostic,
  type LintMessage,
  type PalisadePlugin,
} from '@palisade/engine'
import type { Linter as EslintLinter } from 'eslint'
import { extname } from 'node:path'
import { FlatConfigArray, Linter } from './eslint-internals.js'
import { quickSourceCode } from './oxc.js'
import { withNeededSchemas } from './schemas.js'

/** What the quick way gives: the diagnostics, that the file is left alone, or that it could not tell. */
export type QuickResult = Diagnostic[] | 'ignored' | 'unsure'

/** Lints files the quick way. */
export interface QuickLinter {
  /**
   * @param path The file's absolute path.
   * @param text Its text.
   * @param configuration What holds for it.
   * @returns The result; it never throws.
   */
  lint(path: string, text: string, configuration: Configuration): QuickResult
}

/** What Palisade's rules offer besides ESLint's interface. */
interface RuleWithPrefilter {
  prefilter?: (text: string, options: object | undefined, settings: object | undefined) => boolean
}

/** What holds for the files of one base folder. */
interface Prepared {
  linter: EslintLinter
  /** Finds what holds for a file; nothing when it is left alone. */
  configOf(path: string): EslintLinter.Config | undefined
}

/**
 * Makes a linter over a parser that is several times as fast to load and to run as the one that ESLint is configured
 * with. Its trees are of the same form and have no tokens: where a rule asks for one, where the text does not parse, or
 * where anything else is not as expected, it is unsure, and the exact way decides. A test holds the two together.
 *
 * @param plugin The plugin whose rules run.
 * @returns The linter.
 */
export function createQuickLinter(plugin: PalisadePlugin): QuickLinter {
  const arrays = new WeakMap<Configuration, Map<string, Prepared>>()

  return {
    lint(path, text, configuration) {
      try {
        const { linter, configOf } = preparedFor(configuration, basePathFor(configuration, path))
        const config = configOf(path)
        if (config === undefined) return 'ignored'
        const wanted = rulesFor(config, configuration.namespace, text)
        if (wanted.size === 0) return []
        const sourceCode = quickSourceCode(path, text, config.languageOptions ?? {})
        if (sourceCode === undefined) return 'unsure'
        // The linter looks the file's configuration up by itself in what it takes for ESLint's array.
        const configs = Object.assign([], { getConfig: () => config })
        const options = { filename: path, ruleFilter: ({ ruleId }: { ruleId: string }) => wanted.has(ruleId) }
        const messages = linter.verify(sourceCode, configs, options)
        if (messages.some(({ fatal }) => fatal)) return 'unsure'
        return diagnosticsOf(messages as LintMessage[], text, configuration.namespace, plugin)
      } catch {
        // A rule needs tokens or met a tree that it does not know; the exact way shows whether that is a fault.
        return 'unsure'
      }
    },
  }

  /** The enabled rules that could have something to say about a text, going by the rules' own tests on text. */
  function rulesFor(
    config: EslintLinter.Config,
    namespace: string,
    text: string,
  ): { size: number; has(id: string): boolean } {
    const enabled = Object.entries(config.rules ?? {})
    // A comment in the file can switch a rule on, or give it other options.
    if (text.includes(`${namespace}/`) && /eslint\s/.test(text)) return { size: 1, has: () => true }
    const wanted = enabled.filter(([id, setting]) => {
      const [severity, options] = [setting ?? 0].flat() as [unknown, object | undefined]
      if (severity === 0 || severity === 'off') return false
      const { prefilter } = (plugin.rules?.[id.slice(namespace.length + 1)] ?? {}) as RuleWithPrefilter
      return prefilter === undefined || prefilter(text, options, config.settings)
    })
    return new Set(wanted.map(([id]) => id))
  }

  function preparedFor(configuration: Configuration, basePath: string): Prepared {
    let prepared = arrays.get(configuration)
    if (prepared === undefined) arrays.set(configuration, (prepared = new Map()))
    let entry = prepared.get(basePath)
    if (entry === undefined) {
      const { namespace, entries } = configuration
      // The presets are right by test, and a project's configuration was judged when it was read.
      const settings = configuration.source === 'options' ? entries.map(({ rules }) => rules) : []
      const configs = new FlatConfigArray(
        [
          { files: [lintedFiles] },
          {
            plugins: { [namespace]: withNeededSchemas(plugin, settings) },
            linterOptions: { reportUnusedDisableDirectives: 'off', reportUnusedInlineConfigs: 'off' },
          },
          ...entries.map((entry) => withRulesOf(entry, namespace)),
        ],
        { basePath },
      ).normalizeSync()
      const uniform = entries.every(({ files, ignores }) => files === undefined && ignores === undefined)
      const configOf = (path: string) => (configs.isFileIgnored(path) ? undefined : configs.getConfig(path))
      const linter = new Linter({ cwd: basePath, configType: 'flat' })
      entry = { linter, configOf: uniform ? byExtension(configOf, basePath) : configOf }
      prepared.set(basePath, entry)
    }
    return entry
  }
}

/**
 * Where no entry names files, ESLint's own defaults are all that can tell one file from another: they go by the extension
 * and leave two folders out. Matching their patterns takes longer than checking a small file.
 */
function byExtension(configOf: Prepared['configOf'], basePath: string): Prepared['configOf'] {
  const known = new Map<string, EslintLinter.Config | undefined>()
  return (path) => {
    if (/[\\/](?:node_modules|\.git)[\\/]/.test(path.slice(basePath.length))) return configOf(path)
    const extension = extname(path)
    if (!known.has(extension)) known.set(extension, configOf(path))
    return known.get(extension)
  }
}

function withRulesOf(entry: Configuration['entries'][number], namespace: string): object {
  if (entry.rules === undefined) return entry
  const own = Object.entries(entry.rules).filter(([id]) => id.startsWith(`${namespace}/`))
  return { ...entry, rules: Object.fromEntries(own) }
}
