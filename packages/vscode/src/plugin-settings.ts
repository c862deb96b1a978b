/** What the extension reads of its settings, as a person wrote them. */
export interface ExtensionSettings {
  enable: boolean
  preset: string | null
  rules: Record<string, unknown>
  exclude: string[]
  onEslintExtension: 'auto' | 'always' | 'never'
}

/** What the tsserver plugin is told. Left out is what nobody said, so that `tsconfig.json` keeps its say. */
export interface PluginSettings {
  enable: boolean
  preset?: string
  rules?: Record<string, unknown>
  exclude?: string[]
  quietWithEslintConfig: boolean
}

/**
 * Turns the extension's settings into the plugin's.
 *
 * @param settings The extension's settings.
 * @param eslintRuns Whether the ESLint extension is at work in this window.
 * @returns The plugin's settings.
 */
export function pluginSettings(settings: ExtensionSettings, eslintRuns: boolean): PluginSettings {
  const { enable, preset, rules, exclude, onEslintExtension } = settings
  return {
    enable,
    ...(preset === null ? {} : { preset }),
    ...(Object.keys(rules).length === 0 ? {} : { rules }),
    ...(exclude.length === 0 ? {} : { exclude }),
    quietWithEslintConfig: onEslintExtension === 'never' || (onEslintExtension === 'auto' && eslintRuns),
  }
}
