import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import {
  configurationFrom,
  findFlatConfig,
  presetConfiguration,
  type Configuration,
  type PalisadePlugin,
} from '@palisade/engine'
import { CannotCheck, firstLine } from '../errors.js'
import { FlatConfigArray } from './eslint-internals.js'
import { standInForParser } from './parser-stand-in.js'
import { withNeededSchemas } from './schemas.js'

/** What holds for one file. */
export type FileConfiguration = Configuration | 'ignored'

/** Finds the configuration of files. */
export interface Configurations {
  /**
   * @param path The file's absolute path; it need not exist.
   * @returns What the project's own flat config says when it uses Palisade, else the preset.
   * @throws {CannotCheck} when the project's configuration can't be used.
   */
  of(path: string): Promise<FileConfiguration>
}

/** Choices of the command line. */
export interface ConfigurationChoices {
  /** The folder that the preset's globs are relative to. */
  base: string
  /** The preset for files without a configuration of their own. */
  preset: string | undefined
  /** Rules by name; they win over everything else. */
  rules: Record<string, unknown>
}

/** Reads one project's flat config. */
type Reader = (path: string) => Promise<FileConfiguration | undefined> | FileConfiguration | undefined

/**
 * Makes a resolver of configurations. A project's flat config runs only when it can have to do with Palisade, because
 * loading it, and the plugins that it names, takes longer than checking a commit.
 *
 * @param plugin The plugin with the presets.
 * @param choices What the command line says.
 * @returns The resolver.
 */
export function createConfigurations(plugin: PalisadePlugin, choices: ConfigurationChoices): Configurations {
  const hasRules = Object.keys(choices.rules).length > 0
  const preset = chosen(() =>
    presetConfiguration(
      plugin,
      { preset: choices.preset, ...(hasRules ? { rules: choices.rules } : {}) },
      choices.base,
    ),
  )
  const readers = new Map<string, Promise<Reader>>()
  const configFiles = new Map<string, string | undefined>()
  const withChoices = new WeakMap<Configuration, Configuration>()

  return {
    async of(path) {
      const configFile = configFileOf(path)
      if (configFile === undefined) return preset
      let reader = readers.get(configFile)
      if (reader === undefined) readers.set(configFile, (reader = readerOf(configFile)))
      const own = await (await reader)(path)
      if (own === undefined) return preset
      return own === 'ignored' ? own : overridden(own)
    },
  }

  function configFileOf(path: string): string | undefined {
    const folder = dirname(path)
    if (!configFiles.has(folder)) configFiles.set(folder, findFlatConfig(path))
    return configFiles.get(folder)
  }

  /** The command line's `--rule` on top of a project's own rules. */
  function overridden(configuration: Configuration): Configuration {
    if (!hasRules) return configuration
    let result = withChoices.get(configuration)
    if (result === undefined) {
      const { entries } = presetConfiguration(plugin, { preset: 'none', rules: choices.rules }, choices.base)
      const { namespace } = configuration
      const named = entries.map((entry) => ({
        rules: Object.fromEntries(
          Object.entries(entry.rules ?? {}).map(([id, setting]) => [`${namespace}/${id.split('/').pop()}`, setting]),
        ),
      }))
      result = { ...configuration, source: 'options', entries: [...configuration.entries, ...named] }
      withChoices.set(configuration, result)
    }
    return result
  }
}

async function readerOf(configFile: string): Promise<Reader> {
  if (!mayUsePalisade(configFile)) return () => undefined
  // A TypeScript config needs a loader; ESLint knows which one.
  if (/ts$/.test(configFile)) return await eslintReader(configFile)
  let entries: unknown[]
  const takeAway = standInForParser(configFile)
  try {
    const loaded = (await import(pathToFileURL(configFile).href)) as { default?: unknown }
    entries = ([await loaded.default] as unknown[]).flat(Infinity)
  } catch (error) {
    throw brokenConfig(configFile, error)
  } finally {
    takeAway()
  }
  const namespaces = namespacesIn(entries)
  if (namespaces.size === 0) return () => undefined
  let configs: InstanceType<typeof FlatConfigArray>
  try {
    configs = new FlatConfigArray(ownParts(entries, namespaces), { basePath: dirname(configFile) }).normalizeSync()
  } catch (error) {
    throw brokenConfig(configFile, error)
  }
  const known = new WeakMap<object, FileConfiguration>()
  return (path) => {
    try {
      if (configs.isFileIgnored(path)) return 'ignored'
      const config = configs.getConfig(path)
      if (config === undefined) return 'ignored'
      let configuration = known.get(config)
      if (configuration === undefined) {
        configuration = configurationFrom(config, configFile) ?? 'ignored'
        known.set(config, configuration)
      }
      return configuration
    } catch (error) {
      throw brokenConfig(configFile, error)
    }
  }
}

async function eslintReader(configFile: string): Promise<Reader> {
  const { flatConfigReader } = await import('./project-eslint.js')
  const reader = flatConfigReader(configFile)
  return async (path) => {
    const answer = await reader.answer(path)
    if (answer.kind === 'broken') throw brokenConfig(configFile, new Error(answer.message))
    if (answer.kind === 'ignored') return 'ignored'
    return answer.kind === 'configuration' ? answer.configuration : undefined
  }
}

/**
 * Whether a flat config can have to do with Palisade: it or a module of the project that it imports names it, or a
 * package that it imports depends on it. Reading is much cheaper than running.
 */
function mayUsePalisade(configFile: string): boolean {
  const seen = new Set<string>()
  const open = [configFile]
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (seen.has(file)) continue
    seen.add(file)
    const text = readOrEmpty(file)
    if (text.includes('palisade')) return true
    for (const match of text.matchAll(/(?:\bfrom|\bimport|\brequire)\s{0,9}\(?\s{0,9}['"]([^'"\n]{1,300})['"]/g)) {
      const specifier = match[1] ?? ''
      if (specifier.startsWith('.')) open.push(...candidates(resolve(dirname(file), specifier)))
      else if (!specifier.startsWith('node:') && packageNamesPalisade(specifier, file)) return true
    }
    if (seen.size > 200) return true
  }
  return false
}

function packageNamesPalisade(specifier: string, from: string): boolean {
  const name = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')
  for (const folder of createRequire(from).resolve.paths(name) ?? []) {
    const manifest = readOrEmpty(join(folder, name, 'package.json'))
    if (manifest !== '') return manifest.includes('@palisade/')
  }
  return false
}

function candidates(path: string): string[] {
  return ['', '.js', '.mjs', '.cjs', '.ts', '.mts', '.json', '/index.js', '/index.mjs'].map((end) => path + end)
}

function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

/** An entry of a flat config, as far as it is read here. */
interface Entry {
  plugins?: Record<string, PalisadePlugin>
  rules?: Record<string, unknown>
}

/** The names that a configuration gives to the plugin, which is known by its own name. */
function namespacesIn(entries: readonly unknown[]): Set<string> {
  const plugins = entries.flatMap((entry) => Object.entries((entry as Entry | null)?.plugins ?? {}))
  return new Set(plugins.filter(([, plugin]) => isPalisade(plugin)).map(([namespace]) => namespace))
}

function isPalisade(plugin: PalisadePlugin | undefined): boolean {
  return plugin?.meta?.name === '@palisade/eslint-plugin'
}

/**
 * The entries without the rules of other plugins: whether those are set as they should be is for ESLint to say, and takes
 * longer than checking a commit.
 */
function ownParts(entries: readonly unknown[], namespaces: ReadonlySet<string>): unknown[] {
  const parts = entries.map((entry) => {
    const { rules, ...others } = (entry ?? {}) as Entry
    if (rules === undefined) return entry
    const own = Object.entries(rules).filter(([id]) => namespaces.has(id.slice(0, id.lastIndexOf('/'))))
    return { ...others, rules: Object.fromEntries(own) }
  })
  const settings = parts.map((part) => (part as Entry | null)?.rules)
  const light = new Map<PalisadePlugin, PalisadePlugin>()
  return parts.map((part) => {
    const { plugins } = (part ?? {}) as Entry
    if (plugins === undefined) return part
    const own = Object.entries(plugins).map(([namespace, plugin]) => {
      if (!isPalisade(plugin)) return [namespace, plugin]
      // One plugin has to stay one, whatever the number of entries that name it.
      if (!light.has(plugin)) light.set(plugin, withNeededSchemas(plugin, settings))
      return [namespace, light.get(plugin)]
    })
    return { ...(part as Entry), plugins: Object.fromEntries(own) as Entry['plugins'] }
  })
}

function brokenConfig(configFile: string, error: unknown): CannotCheck {
  const message = firstLine(error instanceof Error ? error.message : String(error))
  return new CannotCheck(
    `${configFile} can't be used (${message})`,
    'mend it until "npx eslint --print-config index.js" works',
    { cause: error },
  )
}

/** Turns the engine's error about a choice into one of the command. */
function chosen<T>(make: () => T): T {
  try {
    return make()
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'ConfigurationError') throw error
    throw new CannotCheck(firstLine(error.message), 'see "palisade rules" for what there is', { cause: error })
  }
}
