import { createRequire } from 'node:module'
import type { ESLint, Linter } from 'eslint'
import { namespaced, recommended, strict } from './configs.js'
import { rules } from './rules/index.js'

export type { PalisadeSettings } from './settings.js'
export type { RuleName } from './rules/index.js'

const { name, version } = createRequire(import.meta.url)('../package.json') as { name: string; version: string }

interface PalisadePlugin extends ESLint.Plugin {
  meta: { name: string; version: string; namespace: 'palisade' }
  rules: NonNullable<ESLint.Plugin['rules']>
  configs: { recommended: Linter.Config; strict: Linter.Config }
}

const plugin: PalisadePlugin = {
  meta: { name, version, namespace: 'palisade' },
  rules: rules as unknown as PalisadePlugin['rules'],
  configs: {} as PalisadePlugin['configs'],
}

// The configs hold the plugin itself, so that `palisade.configs.recommended` works when it is spread in alone.
plugin.configs.recommended = {
  name: 'palisade/recommended',
  plugins: { palisade: plugin },
  rules: namespaced(recommended),
}
plugin.configs.strict = { name: 'palisade/strict', plugins: { palisade: plugin }, rules: namespaced(strict) }

export default plugin
