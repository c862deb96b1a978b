// The heavy half of the plugin: ESLint's linter, the converter of syntax trees and the rules. It is loaded when the first
// file is asked about, so that a tsserver which only opens a project doesn't wait for it.

import { forgetTrees, preferUnsaved } from '@palisade/analysis'
import {
  combineFixes,
  createEngine,
  createProjectConfigs,
  presetConfiguration,
  type Configuration,
  type Engine,
  type PresetOptions,
  type ProjectConfigs,
} from '@palisade/engine'
import plugin from '@palisade/eslint-plugin'

/** What the light half asks of the heavy one. */
export interface Linting {
  engine: Engine
  /** What projects' own ESLint configurations say. */
  projectConfigs: ProjectConfigs
  /** See the engine's `presetConfiguration`. */
  preset(options: PresetOptions, basePath: string): Configuration
  /** See the engine's `combineFixes`. */
  combineFixes: typeof combineFixes
}

/** What the heavy half is told when it is loaded. */
export interface LintingOptions {
  /** The script of the child process that reads ESLint configurations; the engine's own when left out. */
  workerFile?: string | undefined
  /** Called when a project's ESLint configuration was edited. */
  onConfigChange(configFile: string): void
  /** The text of a file that is open in the editor, saved or not; nothing for others. */
  openText(fileName: string): string | undefined
}

/** After so many milliseconds in which nothing was asked, trees are let go; findings are kept as long as the program. */
const restAfter = 10_000

/**
 * Makes the engine with Palisade's rules.
 *
 * @param options Where things are and whom to tell.
 * @returns The engine, its presets and the projects' own configurations.
 */
export function loadLinting(options: LintingOptions): Linting {
  // Rules look at a project's other files too, and there as well what the person sees counts.
  preferUnsaved((fileName) => options.openText(fileName))
  const engine = createEngine(plugin)
  let resting: ReturnType<typeof setTimeout> | undefined

  return {
    engine: {
      ...engine,
      lint(request) {
        resting ??= setTimeout(rest, restAfter).unref()
        resting.refresh()
        return engine.lint(request)
      },
    },
    projectConfigs: createProjectConfigs({
      onChange: options.onConfigChange,
      ...(options.workerFile === undefined ? {} : { workerFile: options.workerFile }),
    }),
    preset: (presetOptions, basePath) => presetConfiguration(plugin, presetOptions, basePath),
    combineFixes,
  }

  function rest(): void {
    forgetTrees()
    engine.rest()
  }
}
