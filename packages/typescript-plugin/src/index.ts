import type ts from 'typescript'
import type * as linting from './linting.js'
import { createPlugin } from './plugin.js'
import slot from './typescript-slot.cjs'

let plugin: ts.server.PluginModule | undefined

/**
 * The factory that tsserver calls with its own TypeScript, once for each project.
 *
 * @param modules What tsserver hands over.
 * @returns The plugin.
 */
export default function init(modules: { typescript: typeof ts }): ts.server.PluginModule {
  slot.typescript ??= modules.typescript
  plugin ??= createPlugin({
    typescript: slot.typescript,
    loadLinting: (options) => {
      // eslint-disable-next-line @typescript-eslint/no-require-imports -- tsserver's questions are answered synchronously
      const { loadLinting } = require('./linting.js') as typeof linting
      return loadLinting(options)
    },
    workerFile: `${__dirname}/worker.cjs`,
  })
  return plugin
}
