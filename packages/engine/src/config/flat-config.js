// Reads a project's own ESLint flat configuration. Plain JavaScript with types in comments, because it also runs in a
// child process that knows nothing but Node: there the user's configuration and its plugins can do what they like.

import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, extname, join } from 'node:path'
import { pathToFileURL } from 'node:url'

/**
 * @typedef {import('../configuration.js').Configuration} Configuration
 * @typedef {import('./flat-config-answer.js').FlatConfigAnswer} FlatConfigAnswer
 */

/**
 * What an instance of a project's own `ESLint` class offers, as far as it is used here.
 *
 * @typedef {object} ProjectEslint
 * @property {(file: string) => Promise<any>} calculateConfigForFile
 * @property {(file: string) => Promise<boolean>} isPathIgnored
 */

/** The names under which ESLint looks for a flat config, in its order of preference. */
export const configNames = [
  'eslint.config.js',
  'eslint.config.mjs',
  'eslint.config.cjs',
  'eslint.config.ts',
  'eslint.config.mts',
  'eslint.config.cts',
]

/** The name in `meta` by which Palisade's plugin is recognised, whatever the configuration calls it. */
const pluginName = '@palisade/eslint-plugin'

/**
 * Finds the flat config that holds for a file: the nearest one upwards, as ESLint 10 does.
 *
 * @param {string} fileName Absolute path of the file.
 * @param {(path: string) => boolean} [exists] How to look; the file system by default.
 * @returns {string | undefined} The config's path.
 */
export function findFlatConfig(fileName, exists = existsSync) {
  for (let folder = dirname(fileName); ; folder = dirname(folder)) {
    for (const name of configNames) {
      const candidate = join(folder, name)
      if (exists(candidate)) return candidate
    }
    if (folder === dirname(folder)) return undefined
  }
}

/**
 * Makes a reader of one project's flat config. It runs the config, as ESLint would, in this very process.
 *
 * @param {string} configFile The config's path.
 * @param {{ fallbackEslint?: string }} [options] Where to take ESLint from when the project has none.
 * @returns {{ answer(fileName: string): Promise<FlatConfigAnswer> }} A reader; `answer` never rejects.
 */
export function flatConfigReader(configFile, options = {}) {
  /** @type {Promise<ProjectEslint> | undefined} */
  let eslint
  /** @type {Promise<boolean> | undefined} */
  let enables

  return {
    async answer(fileName) {
      try {
        eslint ??= loadEslint(configFile, options.fallbackEslint)
        const linter = await eslint
        if (await linter.isPathIgnored(fileName)) return (await mentions(linter)) ? ignored() : { kind: 'none' }
        const config = await linter.calculateConfigForFile(fileName)
        const configuration = config && configurationFrom(config, configFile)
        if (configuration !== undefined) return { kind: 'configuration', configuration }
        return (await mentions(linter)) ? ignored() : { kind: 'none' }
      } catch (error) {
        eslint = undefined
        return { kind: 'broken', configFile, message: messageOf(error) }
      }
    },
  }

  /** @returns {FlatConfigAnswer} */
  function ignored() {
    return { kind: 'ignored', configFile }
  }

  /**
   * Whether the config switches rules of Palisade on for any file at all.
   *
   * @param {ProjectEslint} linter The project's ESLint, used when the config itself can't be imported here.
   */
  function mentions(linter) {
    enables ??= importConfig(configFile).then(
      (entries) => entries.some((entry) => namespacesOf(entry?.plugins).length > 0),
      () => probe(linter, dirname(configFile)),
    )
    return enables
  }
}

/**
 * Turns the configuration that ESLint calculated for one file into plain data.
 *
 * @param {any} config From `calculateConfigForFile`.
 * @param {string} configFile Where it was written.
 * @returns {Configuration | undefined} Nothing when it switches none of Palisade's rules on.
 */
export function configurationFrom(config, configFile) {
  // Two namespaces for one plugin are legal and useless; the one that has rules on counts.
  for (const namespace of namespacesOf(config.plugins)) {
    const rules = Object.fromEntries(
      Object.entries(config.rules ?? {}).filter(([id, setting]) => id.startsWith(`${namespace}/`) && isOn(setting)),
    )
    if (Object.keys(rules).length === 0) continue
    const { ecmaVersion, sourceType, globals, parser, parserOptions } = config.languageOptions ?? {}
    return plain({
      source: 'eslint-config',
      basePath: dirname(configFile),
      namespace,
      types: asksForTypes(parser, parserOptions),
      entries: [
        {
          rules,
          settings: { palisade: config.settings?.palisade },
          linterOptions: { noInlineConfig: config.linterOptions?.noInlineConfig },
          languageOptions: { ecmaVersion, sourceType, globals, parserOptions: portable(parserOptions) },
        },
      ],
    })
  }
  return undefined
}

/** @param {Record<string, any> | undefined} plugins */
function namespacesOf(plugins) {
  return Object.entries(plugins ?? {}).flatMap(([namespace, plugin]) =>
    plugin?.meta?.name === pluginName ? [namespace] : [],
  )
}

/** @param {unknown} setting */
function isOn(setting) {
  const severity = Array.isArray(setting) ? setting[0] : setting
  return severity !== 0 && severity !== 'off'
}

/**
 * Whether the user's own run of ESLint has types for this file: only then may ours use them, or the two would differ.
 *
 * @param {any} parser
 * @param {any} options
 */
function asksForTypes(parser, options) {
  if (parser === undefined || !/typescript-eslint/.test(parser?.meta?.name ?? '')) return false
  return Boolean(options?.projectService || options?.project || options?.programs?.length)
}

/**
 * Parser options that mean the same in another process.
 *
 * @param {any} options
 */
function portable(options) {
  const { ecmaFeatures, emitDecoratorMetadata, experimentalDecorators, jsxPragma, jsxFragmentName, lib } = options ?? {}
  return { ecmaFeatures, emitDecoratorMetadata, experimentalDecorators, jsxPragma, jsxFragmentName, lib }
}

/**
 * Leaves out what is undefined or can't be written as JSON, so that ESLint's schema sees only what was said.
 *
 * @template T
 * @param {T} value
 * @returns {any}
 */
function plain(value) {
  return JSON.parse(JSON.stringify(value))
}

/**
 * @param {string} configFile
 * @param {string | undefined} fallback
 * @returns {Promise<ProjectEslint>}
 */
async function loadEslint(configFile, fallback) {
  const require = createRequire(configFile)
  let entry
  try {
    entry = require.resolve('eslint')
  } catch {
    if (fallback === undefined) throw new Error(`ESLint is not installed for ${configFile}.`)
    entry = fallback
  }
  const { ESLint } = require(entry)
  if (ESLint.configType !== 'flat' && !('findConfigFile' in ESLint.prototype)) {
    throw new Error(
      `ESLint ${ESLint.version} of ${configFile} has no flat configuration; Palisade needs ESLint 9 or 10.`,
    )
  }
  return new ESLint({ cwd: dirname(configFile) })
}

/**
 * @param {string} configFile
 * @returns {Promise<any[]>}
 */
async function importConfig(configFile) {
  if (/ts$/.test(extname(configFile))) throw new Error('read through ESLint')
  const loaded = await import(pathToFileURL(configFile).href)
  const exported = await loaded.default
  return [exported].flat(Infinity)
}

/**
 * Asks for the configuration of names that a project is likely to lint.
 *
 * @param {ProjectEslint} linter
 * @param {string} folder
 */
async function probe(linter, folder) {
  for (const name of ['index.ts', 'src/index.ts', 'index.js', 'src/index.js', 'src/app.tsx']) {
    const config = await linter.calculateConfigForFile(join(folder, name))
    if (namespacesOf(config?.plugins).length > 0) return true
  }
  return false
}

/** @param {unknown} error */
function messageOf(error) {
  const message = error instanceof Error ? error.message : String(error)
  return message.split('\n', 1)[0]?.trim() || 'The configuration could not be loaded.'
}
