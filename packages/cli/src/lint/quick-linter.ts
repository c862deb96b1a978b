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
import { FlatConfigArray, Linter } from './eslint-internals.js'
import { quickSourceCode } from './oxc.js'

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
  prefilter?: (text: string, options: object | undefined) => boolean
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
  const arrays = new WeakMap<Configuration, Map<string, { linter: EslintLinter; configs: FlatConfigArray }>>()

  return {
    lint(path, text, configuration) {
      try {
        const { linter, configs } = preparedFor(configuration, basePathFor(configuration, path))
        if (configs.isFileIgnored(path)) return 'ignored'
        const config = configs.getConfig(path)
        if (config === undefined) return 'ignored'
        if (!mayConcern(config, configuration.namespace, text)) return []
        const sourceCode = quickSourceCode(path, text, config.languageOptions ?? {})
        if (sourceCode === undefined) return 'unsure'
        const messages = linter.verify(sourceCode, configs as never, { filename: path })
        if (messages.some(({ fatal }) => fatal)) return 'unsure'
        return diagnosticsOf(messages as LintMessage[], text, configuration.namespace, plugin)
      } catch {
        // A rule needs tokens or met a tree that it does not know; the exact way shows whether that is a fault.
        return 'unsure'
      }
    },
  }

  /** Whether any enabled rule could have something to say about a text, going by the rules' own tests on text. */
  function mayConcern(config: EslintLinter.Config, namespace: string, text: string): boolean {
    // A comment in the file can switch a rule on, or give it other options.
    if (text.includes(`${namespace}/`) && /eslint\s/.test(text)) return true
    return Object.entries(config.rules ?? {}).some(([id, setting]) => {
      const [severity, options] = [setting ?? 0].flat() as [unknown, object | undefined]
      if (severity === 0 || severity === 'off') return false
      const { prefilter } = (plugin.rules?.[id.slice(namespace.length + 1)] ?? {}) as RuleWithPrefilter
      return prefilter === undefined || prefilter(text, options)
    })
  }

  function preparedFor(configuration: Configuration, basePath: string) {
    let prepared = arrays.get(configuration)
    if (prepared === undefined) arrays.set(configuration, (prepared = new Map()))
    let entry = prepared.get(basePath)
    if (entry === undefined) {
      const { namespace } = configuration
      const configs = new FlatConfigArray(
        [
          { files: [lintedFiles] },
          {
            plugins: { [namespace]: configuration.source === 'preset' ? withoutSchemas(plugin) : plugin },
            linterOptions: { reportUnusedDisableDirectives: 'off', reportUnusedInlineConfigs: 'off' },
          },
          ...configuration.entries.map((entry) => withRulesOf(entry, namespace)),
        ],
        { basePath },
      ).normalizeSync()
      entry = { linter: new Linter({ cwd: basePath, configType: 'flat' }), configs }
      prepared.set(basePath, entry)
    }
    return entry
  }
}

function withRulesOf(entry: Configuration['entries'][number], namespace: string): object {
  if (entry.rules === undefined) return entry
  const own = Object.entries(entry.rules).filter(([id]) => id.startsWith(`${namespace}/`))
  return { ...entry, rules: Object.fromEntries(own) }
}

/**
 * The presets are right by test. Compiling the schemas of the rules' options to see that once more takes longer than
 * checking a small commit.
 */
function withoutSchemas(plugin: PalisadePlugin): object {
  const rules = Object.entries(plugin.rules ?? {}).map(([name, rule]) => {
    const known = rule as { meta?: object }
    return [name, { ...known, meta: { ...known.meta, schema: false } }]
  })
  return { ...plugin, rules: Object.fromEntries(rules) as object }
}
