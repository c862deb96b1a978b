import plugin from '@palisade/eslint-plugin'
import type { Linter } from 'eslint'
import type { ConfigName } from './findings.js'

export { plugin }

/**
 * The entries that a config gives our rules, by bare rule name.
 *
 * @param only rules to keep; a rule that the config leaves out is switched on with its defaults, since it was asked for by name
 * @throws when a name is none of our rules, naming those that are
 */
export function ruleEntries(config: ConfigName, only: readonly string[]): Linter.RulesRecord {
  const known = Object.keys(plugin.rules ?? {})
  for (const name of only)
    if (!known.includes(name)) throw new Error(`"${name}" is none of Palisade's rules; they are ${known.join(', ')}`)
  const parts = [plugin.configs?.[config] ?? []].flat() as Linter.Config[]
  const entries: Linter.RulesRecord = Object.assign({}, ...parts.map((part) => part.rules ?? {}))
  const byName = Object.fromEntries(
    Object.entries(entries).map(([name, entry]) => [name.replace('palisade/', ''), entry]),
  )
  if (only.length === 0) return byName
  return Object.fromEntries(only.map((name) => [name, byName[name] ?? 'error']))
}
