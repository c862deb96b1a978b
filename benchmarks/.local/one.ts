import plugin from '@palisade/eslint-plugin'
import * as tsp from '@typescript-eslint/parser'
import { Linter } from 'eslint'
import fs from 'node:fs'
const [file, ...only] = process.argv.slice(2)
const text = fs.readFileSync(file!, 'utf8')
const ts = /tsx?$/.test(file!)
const names = only.length ? only : Object.keys(plugin.rules)
for (const name of names) {
  const linter = new Linter({ cwd: '/project' })
  const r = linter.verifyAndFix(text, [{ files: ['**/*.*'], plugins: { palisade: plugin as any }, languageOptions: ts ? { parser: tsp as any } : { sourceType: 'commonjs' }, linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'off' }, rules: { ['palisade/' + name]: 'error' } }], { filename: '/project/src/' + file!.split('/').pop(), fix: false, stats: true } as any)
  const p = (linter.getTimes() as any).passes[0]
  console.log(name, 'parse', Math.round(p.parse?.total), 'rule', Math.round(p.rules?.['palisade/' + name]?.total ?? 0), 'messages', r.messages.length, r.messages.find(m => !m.ruleId)?.message ?? '')
}
