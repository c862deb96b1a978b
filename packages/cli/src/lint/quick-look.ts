import { basePathFor, lintedFiles, type Configuration, type PalisadePlugin } from '@palisade/engine'
import type { Linter as EslintLinter } from 'eslint'
import { FlatConfigArray, Linter } from './eslint-internals.js'
import { quickSourceCode } from './oxc.js'

/** What the first look at a file says. */
export type Glance =
  /** No rule has anything to say. */
  | 'clean'
  /** The configuration leaves the file alone. */
  | 'ignored'
  /** There is something, or the first look could not tell: the exact parser decides. */
  | 'look closer'

/** Looks at files for the first time. */
export interface QuickLook {
  /**
   * @param path The file's absolute path.
   * @param text Its text.
   * @param configuration What holds for it.
   * @returns The answer; it never throws.
   */
  glance(path: string, text: string, configuration: Configuration): Glance
}

/** What Palisade's rules offer besides ESLint's interface. */
interface RuleWithPrefilter {
  prefilter?: (text: string, options: object | undefined) => boolean
}

/**
 * Makes the first look. Most files of most commits have nothing to report, and to know that, a tree without tokens from
 * a fast parser is enough. What it finds is never printed: such files go through the engine, so that findings are
 * ESLint's own.
 *
 * @param plugin The plugin whose rules run.
 * @returns The first look.
 */
export function createQuickLook(plugin: PalisadePlugin): QuickLook {
  const arrays = new WeakMap<Configuration, Map<string, { linter: EslintLinter; configs: FlatConfigArray }>>()

  return {
    glance(path, text, configuration) {
      try {
        const { linter, configs } = preparedFor(configuration, basePathFor(configuration, path))
        if (configs.isFileIgnored(path)) return 'ignored'
        const config = configs.getConfig(path)
        if (config === undefined) return 'ignored'
        if (!mayConcern(config, configuration.namespace, text)) return 'clean'
        const sourceCode = quickSourceCode(path, text, config.languageOptions ?? {})
        if (sourceCode === undefined) return 'look closer'
        const messages = linter.verify(sourceCode, configs as never, { filename: path })
        // Comments of other linters' rules are answered with "definition not found"; they are not ours to judge.
        const counts = messages.some(({ ruleId, fatal }) => fatal ?? ruleId?.startsWith(`${configuration.namespace}/`))
        return counts ? 'look closer' : 'clean'
      } catch {
        // A rule needs tokens or met a tree it does not know; the exact pass shows whether that is a fault.
        return 'look closer'
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
            plugins: { [namespace]: plugin },
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
