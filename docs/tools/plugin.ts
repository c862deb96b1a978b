import plugin from '@palisade/eslint-plugin'
import type { Rule } from 'eslint'

export { plugin }

/** What a rule says about itself, as far as the pages show it. */
export interface DocumentedRule {
  readonly name: string
  readonly meta: Rule.RuleMetaData
}

/** The rules by name, in the plugin's order. */
export function documentedRules(): DocumentedRule[] {
  return Object.entries(plugin.rules).map(([name, rule]) => ({
    name,
    meta: (rule as Rule.RuleModule).meta ?? {},
  }))
}

/** The configs that switch a rule on. */
export function configsWith(rule: string): string[] {
  return (['recommended', 'strict'] as const).filter((config) =>
    [plugin.configs[config]]
      .flat()
      .some((part) => (part as { rules?: Record<string, unknown> }).rules?.[`palisade/${rule}`] !== undefined),
  )
}
