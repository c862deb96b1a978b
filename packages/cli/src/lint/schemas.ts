import type { PalisadePlugin } from '@palisade/engine'

/**
 * The plugin with the schemas of those rules only that are given options. Of a severity alone no schema can say anything,
 * and compiling them takes longer than checking a small commit.
 *
 * @param plugin The plugin.
 * @param settings Rules and their settings, as the entries of a configuration give them.
 * @returns A copy.
 */
export function withNeededSchemas(
  plugin: PalisadePlugin,
  settings: readonly (Readonly<Record<string, unknown>> | undefined)[],
): PalisadePlugin {
  const entries = settings.flatMap((rules) => Object.entries(rules ?? {}))
  const given = entries.filter(([, setting]) => Array.isArray(setting) && setting.length > 1)
  const needed = new Set(given.map(([id]) => id.slice(id.lastIndexOf('/') + 1)))
  const rules = Object.entries(plugin.rules ?? {}).map(([name, rule]) => {
    if (needed.has(name)) return [name, rule]
    const known = rule as { meta?: object }
    return [name, { ...known, meta: { ...known.meta, schema: false } }]
  })
  return { ...plugin, rules: Object.fromEntries(rules) as Record<string, unknown> }
}
