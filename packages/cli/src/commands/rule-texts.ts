import type { PalisadePlugin } from '@palisade/engine'
import { existsSync, readFileSync } from 'node:fs'
import type { RuleText } from '../report.js'
import { envFileRule } from '../lint/env-file.js'

/** The part of a rule's `meta` that is printed. */
interface RuleMeta {
  docs?: { description?: string; url?: string; cwe?: readonly (number | string)[] | number | string }
}

/** Weaknesses that `.env` files in a repository come down to: hard-coded credentials. */
const envFileText: RuleText = {
  id: `palisade/${envFileRule}`,
  name: envFileRule,
  description: 'Keep files with the values of an environment out of git',
  url: undefined,
  cwe: [798, 312],
  help: undefined,
}

/**
 * What the plugin says about its rules.
 *
 * @param plugin The plugin.
 * @returns The rules in alphabetical order, with the one that only this command has.
 */
export function ruleTexts(plugin: PalisadePlugin): RuleText[] {
  const texts = Object.entries(plugin.rules ?? {}).map(([name, rule]) => {
    const { docs } = (rule as { meta?: RuleMeta }).meta ?? {}
    return {
      id: `palisade/${name}`,
      name,
      description: docs?.description ?? name,
      url: docs?.url,
      cwe: [docs?.cwe ?? []].flat().map((cwe) => Number(String(cwe).replace(/\D/g, ''))),
      help: pageOf(name),
    }
  })
  return [...texts, envFileText].sort((a, b) => (a.name < b.name ? -1 : 1))
}

/**
 * A rule's page.
 *
 * @param name The rule's name.
 * @returns Markdown; nothing when there is no such page.
 */
export function pageOf(name: string): string | undefined {
  if (!/^[\w-]+$/.test(name)) return undefined
  // The package carries copies of the pages; in the repository they are where they are written.
  for (const folder of ['../pages/', '../../../../docs/rules/']) {
    const file = new URL(`${folder}${name}.md`, import.meta.url)
    if (existsSync(file)) return readFileSync(file, 'utf8')
  }
  return undefined
}
