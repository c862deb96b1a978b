import type ts from 'typescript'
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
    // `require` rather than `import`: tsserver's questions are answered synchronously.
    loadLinting: (options) => (require('./linting.js') as typeof import('./linting.js')).loadLinting(options),
    workerFile: `${__dirname}/worker.cjs`,
  })
  return plugin
}
