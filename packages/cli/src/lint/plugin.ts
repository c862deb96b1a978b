import type { PalisadePlugin } from '@palisade/engine'

/**
 * Loads the plugin: the rules and everything that they know.
 *
 * @returns The plugin.
 */
export async function loadPlugin(): Promise<PalisadePlugin> {
  const { default: plugin } = (await import('@palisade/eslint-plugin')) as unknown as { default: PalisadePlugin }
  return plugin
}
