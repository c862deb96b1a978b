import type { PresetOptions } from '@palisade/engine'

/** What an entry in `tsconfig.json` or an editor's settings can say. */
export interface PluginSettings extends PresetOptions {
  /** False switches the plugin off. */
  enable?: boolean
  /** Files with more characters than this are left alone. */
  maxFileSize?: number
  /** True keeps quiet where the project's own ESLint configuration runs the rules: another extension shows them. */
  quietWithEslintConfig?: boolean
}

/** Generated and bundled files beyond this size would cost more than a finding in them is worth. */
export const defaultMaxFileSize = 512 * 1024

/** Under this name the plugin is entered in `tsconfig.json`. */
export const pluginName = '@palisade/typescript-plugin'

/**
 * Reads settings from whatever somebody wrote, which nothing has checked.
 *
 * @param entries Unchecked settings, weakest first: what a later one says wins.
 * @returns The settings, and one sentence for each value that isn't of the form it should have.
 */
export function readSettings(...entries: readonly unknown[]): { settings: PluginSettings; problems: string[] } {
  const settings: PluginSettings = {}
  const problems: string[] = []
  for (const entry of entries) {
    if (typeof entry !== 'object' || entry === null) continue
    for (const [name, shape] of Object.entries(shapes) as [keyof PluginSettings, Shape][]) {
      const value: unknown = (entry as Record<string, unknown>)[name]
      if (value === undefined || value === null) continue
      if (shape.accepts(value)) Object.assign(settings, { [name]: value })
      else problems.push(`"${name}" must be ${shape.is}.`)
    }
  }
  return { settings, problems }
}

interface Shape {
  is: string
  accepts(value: unknown): boolean
}

const flag: Shape = { is: 'true or false', accepts: (value) => typeof value === 'boolean' }
const dictionary: Shape = {
  is: 'an object',
  accepts: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
}

const shapes: Record<keyof PluginSettings, Shape> = {
  enable: flag,
  preset: { is: 'a text', accepts: (value) => typeof value === 'string' },
  rules: dictionary,
  settings: dictionary,
  exclude: {
    is: 'a list of globs',
    accepts: (value) => Array.isArray(value) && value.every((item) => typeof item === 'string'),
  },
  maxFileSize: { is: 'a number', accepts: (value) => typeof value === 'number' && value >= 0 },
  quietWithEslintConfig: flag,
}
