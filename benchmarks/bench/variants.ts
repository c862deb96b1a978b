import palisade from '@palisade/eslint-plugin'
import type { ESLint, Linter } from 'eslint'

/** What is measured: the parser with no rule, our rules, and what a user would pick instead. */
export type VariantName = 'parser' | 'palisade' | 'sonarjs' | 'security'

/** The variants in the order in which they are run and printed. */
export const variantNames: readonly VariantName[] = ['parser', 'palisade', 'sonarjs', 'security']

/** sonarjs' rules that ask about credentials, TLS, logs and what is shown to clients. */
const sonarRules = [
  'no-hardcoded-passwords',
  'no-hardcoded-secrets',
  'hardcoded-secret-signatures',
  'unverified-certificate',
  'unverified-hostname',
  'weak-ssl',
  'no-clear-text-protocols',
  'insecure-jwt-token',
  'confidential-information-logging',
  'production-debug',
]

/** The plugins and rules of a variant. Other plugins are loaded only where they are measured. */
export async function variantConfig(name: VariantName): Promise<Pick<Linter.Config, 'plugins' | 'rules'>> {
  if (name === 'parser') return {}
  if (name === 'palisade') return { plugins: { palisade }, rules: palisade.configs.recommended.rules ?? {} }
  if (name === 'sonarjs') {
    const { default: sonarjs } = await import('eslint-plugin-sonarjs')
    return { plugins: { sonarjs }, rules: Object.fromEntries(sonarRules.map((rule) => [`sonarjs/${rule}`, 'error'])) }
  }
  // Neither ships types, and one has no default export.
  const [security, noSecrets] = (await Promise.all([
    import('eslint-plugin-security' as string),
    import('eslint-plugin-no-secrets' as string),
  ])) as { default?: ESLint.Plugin; rules?: ESLint.Plugin['rules'] }[]
  const plugins = { security: withRules(security), 'no-secrets': withRules(noSecrets) }
  const rules = Object.keys(plugins.security.rules ?? {}).map((rule) => [`security/${rule}`, 'error'] as const)
  return { plugins, rules: { ...Object.fromEntries(rules), 'no-secrets/no-secrets': 'error' } }
}

function withRules(module: { default?: ESLint.Plugin; rules?: ESLint.Plugin['rules'] } | undefined): ESLint.Plugin {
  return module?.default ?? { rules: module?.rules ?? {} }
}
