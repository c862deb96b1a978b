import { dirname } from 'node:path'
import type { Linter } from 'eslint'

/** Where a configuration comes from, for status lines and logs. */
export type ConfigurationSource = 'eslint-config' | 'options' | 'preset'

/** One entry of a configuration: a flat config object without code in it, so that it can cross a process boundary. */
export interface ConfigurationEntry {
  files?: string[]
  ignores?: string[]
  rules?: Record<string, unknown>
  settings?: Record<string, unknown>
  linterOptions?: { noInlineConfig?: boolean }
  languageOptions?: {
    ecmaVersion?: number | 'latest'
    sourceType?: 'module' | 'script' | 'commonjs'
    globals?: Record<string, unknown>
    parserOptions?: Record<string, unknown>
  }
}

/** Everything that decides how files are linted, as plain data. */
export interface Configuration {
  source: ConfigurationSource
  /** The folder that globs in the entries are relative to; it is also the rules' working folder. */
  basePath: string
  entries: ConfigurationEntry[]
  /** The name under which the configuration knows the plugin, so that rule ids and disable comments read as written. */
  namespace: string
  /** Whether rules may ask the program for types. */
  types: boolean
}

/** The choices of a project that has no ESLint configuration of its own: an entry in `tsconfig.json` or editor settings. */
export interface PresetOptions {
  preset?: string
  /** Rules by name, with or without the namespace; the value is a severity or `[severity, options]`. */
  rules?: Record<string, unknown>
  /** Globs of files that are left alone, relative to the base path. */
  exclude?: string[]
  /** `settings.palisade`, shared by the rules. */
  settings?: Record<string, unknown>
}

/** Files that the engine lints: what TypeScript's editors and ESLint share. */
export const lintedFiles = '**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}'

/** The namespace under which the rules run when no configuration says otherwise. */
export const defaultNamespace = 'palisade'

/** The part of an ESLint plugin that the engine reads. */
export interface PalisadePlugin {
  meta?: { name?: string; version?: string; namespace?: string }
  rules?: Record<string, unknown>
  configs?: Record<string, unknown>
}

/**
 * Builds a configuration from one of the plugin's presets and a person's own choices.
 *
 * @param plugin The plugin whose presets are meant.
 * @param options The person's choices; an unknown preset or rule is an error, because a typo must not switch checks off.
 * @param basePath The folder that `exclude` is relative to.
 * @returns The configuration.
 * @throws {ConfigurationError} when an option names something that doesn't exist.
 */
export function presetConfiguration(plugin: PalisadePlugin, options: PresetOptions, basePath: string): Configuration {
  const preset = options.preset ?? 'recommended'
  const entries: ConfigurationEntry[] = []
  if (preset !== 'none') {
    const config = plugin.configs?.[preset]
    if (config === undefined || !Object.hasOwn(plugin.configs ?? {}, preset)) {
      const known = [...Object.keys(plugin.configs ?? {}), 'none'].join(', ')
      throw new ConfigurationError(`There is no preset "${preset}"; the presets are ${known}.`)
    }
    for (const entry of [config].flat(Infinity)) entries.push(plainEntry(entry as Linter.Config))
  }
  if (options.rules !== undefined) entries.push({ rules: namedRules(plugin, options.rules) })
  if (options.settings !== undefined) entries.push({ settings: { palisade: options.settings } })
  if (options.exclude !== undefined && options.exclude.length > 0) entries.push({ ignores: [...options.exclude] })
  return {
    source: options.preset === undefined && options.rules === undefined ? 'preset' : 'options',
    basePath,
    entries,
    namespace: defaultNamespace,
    types: true,
  }
}

/** A configuration that can't be used; its message is one sentence for the person who wrote it. */
export class ConfigurationError extends Error {
  override name = 'ConfigurationError'
}

/**
 * The rules that a configuration switches on somewhere, whatever the file.
 *
 * @param configuration The configuration.
 * @returns By rule name, without the namespace, each options object that it is given somewhere; `{}` for none.
 */
export function enabledRules(configuration: Configuration): Map<string, object[]> {
  const prefix = `${configuration.namespace}/`
  const enabled = new Map<string, object[]>()
  for (const entry of configuration.entries) {
    for (const [id, setting] of Object.entries(entry.rules ?? {})) {
      if (!id.startsWith(prefix) || isOff(setting)) continue
      const name = id.slice(prefix.length)
      const options: unknown = Array.isArray(setting) ? setting[1] : undefined
      const known = enabled.get(name) ?? []
      enabled.set(name, [...known, typeof options === 'object' && options !== null ? options : {}])
    }
  }
  return enabled
}

/**
 * The folder that a configuration's globs can be matched from for this file: ESLint's `Linter` ignores what lies outside.
 *
 * @param configuration The configuration.
 * @param fileName The file's absolute path.
 * @returns The base path, or the file's own folder when the file lies elsewhere.
 */
export function basePathFor(configuration: Configuration, fileName: string): string {
  const base = configuration.basePath.replace(/[\\/]$/, '')
  return fileName.startsWith(`${base}/`) || fileName.startsWith(`${base}\\`) ? base || '/' : dirname(fileName)
}

function namedRules(plugin: PalisadePlugin, rules: Record<string, unknown>): Record<string, unknown> {
  const named: Record<string, unknown> = {}
  for (const [name, setting] of Object.entries(rules)) {
    const bare = name.startsWith(`${defaultNamespace}/`) ? name.slice(defaultNamespace.length + 1) : name
    if (!Object.hasOwn(plugin.rules ?? {}, bare)) {
      throw new ConfigurationError(
        `There is no rule "${name}"; the rules are ${Object.keys(plugin.rules ?? {}).join(', ')}.`,
      )
    }
    named[`${defaultNamespace}/${bare}`] = setting
  }
  return named
}

function plainEntry(config: Linter.Config): ConfigurationEntry {
  const entry: ConfigurationEntry = {}
  if (config.files) entry.files = config.files.flat().filter((pattern) => typeof pattern === 'string')
  if (config.ignores) entry.ignores = config.ignores.filter((pattern) => typeof pattern === 'string')
  if (config.rules) entry.rules = config.rules as Record<string, unknown>
  if (config.settings) entry.settings = config.settings
  return entry
}

function isOff(setting: unknown): boolean {
  const severity: unknown = Array.isArray(setting) ? setting[0] : setting
  return severity === 0 || severity === 'off'
}
