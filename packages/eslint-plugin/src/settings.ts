import picomatch from 'picomatch'

/**
 * What several rules share, set once under `settings.palisade` of the ESLint configuration.
 * A rule's own option of the same name wins over the setting.
 */
export interface PalisadeSettings {
  /** Globs of test files, where rules relax (matched against the path relative to the working directory, and its end). */
  testFiles: readonly string[]
  /** Identifiers, member paths or calls that mean "not in production" when truthy, e.g. `isDev`, `config.debug`. */
  developmentGuards: readonly string[]
  /** Names that denote something confidential although no list of ours knows them. */
  confidentialNames: readonly string[]
  /** Names that look confidential and are not. */
  harmlessNames: readonly string[]
  /** Own loggers: `module#export` or a bare name such as `auditLog`. */
  loggers: readonly string[]
  /** Own loggers that are created redacted, `module#export` or a bare name. */
  redactedLoggers: readonly string[]
  /** Own functions that redact what they are given: `module#export` or a bare name. */
  redactors: readonly string[]
  /** Own functions, methods or middleware that validate: `module#export` or a bare name. */
  validators: readonly string[]
  /** Error classes whose message is written for users. */
  publicErrors: readonly string[]
  /** Own functions that turn an error into a text for users. */
  errorMappers: readonly string[]
}

/** The defaults, one line a setting. */
export const defaultSettings: PalisadeSettings = {
  testFiles: [
    '**/*.{test,spec,e2e,stories,bench,cy}.{js,jsx,ts,tsx,mjs,cjs,mts,cts,vue,svelte}',
    '**/{__tests__,__mocks__,__fixtures__,test,tests,spec,e2e,fixtures,mocks,cypress,playwright,testing,test-utils}/**',
  ],
  developmentGuards: [],
  confidentialNames: [],
  harmlessNames: [],
  loggers: [],
  redactedLoggers: [],
  redactors: [],
  validators: [],
  publicErrors: [],
  errorMappers: [],
}

/**
 * Reads and checks `settings.palisade`.
 *
 * @param settings `context.settings` of an ESLint rule.
 * @returns the settings, with defaults where nothing is set.
 * @throws Error naming the setting, its value and the valid choices when it is not what it should be.
 */
export function readSettings(settings: Readonly<Record<string, unknown>> | undefined): PalisadeSettings {
  const own = settings?.['palisade']
  if (own === undefined) return defaultSettings
  if (typeof own !== 'object' || own === null || Array.isArray(own))
    throw new Error(`settings.palisade must be an object, not ${describe(own)}.`)
  const known = readCache.get(own)
  if (known) return known
  for (const [name, value] of Object.entries(own)) {
    if (!(name in defaultSettings))
      throw new Error(
        `settings.palisade has no setting ${JSON.stringify(name)}. Valid settings: ${Object.keys(defaultSettings).join(', ')}.`,
      )
    if (!Array.isArray(value) || !value.every((item) => typeof item === 'string'))
      throw new Error(`settings.palisade.${name} must be a list of strings, not ${describe(value)}.`)
  }
  const read = { ...defaultSettings, ...own }
  readCache.set(own, read)
  return read
}

const readCache = new WeakMap<object, PalisadeSettings>()

/**
 * Is this file a test, a mock or a fixture?
 *
 * @param filename the file's absolute or relative path.
 * @param cwd the working directory, taken off the front of the path.
 * @param globs the globs of `testFiles`.
 */
export function isTestFile(filename: string, cwd: string, globs: readonly string[]): boolean {
  const path = filename.replaceAll('\\', '/')
  const base = cwd.replaceAll('\\', '/').replace(/\/$/u, '')
  const relative = path.startsWith(`${base}/`) ? path.slice(base.length + 1) : path
  return matcherOf(globs)(relative)
}

const matchers = new WeakMap<readonly string[], (path: string) => boolean>()

function matcherOf(globs: readonly string[]): (path: string) => boolean {
  const known = matchers.get(globs)
  if (known) return known
  const matcher = globs.length === 0 ? () => false : picomatch([...globs], { dot: true })
  matchers.set(globs, matcher)
  return matcher
}

function describe(value: unknown): string {
  return (JSON.stringify(value) ?? String(value)).slice(0, 60)
}
