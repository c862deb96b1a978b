/** One measured run, in a process of its own: `measure.ts VARIANT PACKAGE…` prints a `Measurement` as JSON. */
import path from 'node:path'
import * as typescriptParser from '@typescript-eslint/parser'
import { ESLint, type Linter } from 'eslint'
import {
  choosePackages,
  corpusFolder,
  corpusPackages,
  packageFolder,
  readableText,
  sourceFiles,
} from '../corpus/packages.js'
import { type VariantName, variantConfig } from './variants.js'

/** What one run cost, in milliseconds. */
export interface Measurement {
  readonly variant: VariantName
  readonly files: number
  readonly lines: number
  readonly findings: number
  /** From the start of the run to its end, reading and parsing included; loading the plugins is not. */
  readonly wall: number
  /** The process' own time on the processors over the same stretch: steadier on a busy machine. */
  readonly cpu: number
  readonly parse: number
  /** Time inside rules, by rule. */
  readonly rules: Record<string, number>
}

const [variant, ...names] = process.argv.slice(2) as [VariantName, ...string[]]
const files = choosePackages(corpusPackages(), names)
  .flatMap((one) => sourceFiles(one).map((file) => path.join(packageFolder(one), file)))
  .filter((file) => readableText(file) !== undefined)

const { plugins, rules } = await variantConfig(variant)
const started = performance.now()
const before = process.cpuUsage()
const eslint = new ESLint({
  cwd: corpusFolder(),
  overrideConfigFile: true,
  stats: true,
  warnIgnored: false,
  allowInlineConfig: false,
  overrideConfig: {
    files: ['**/*.*'],
    plugins: plugins ?? {},
    rules: rules ?? {},
    linterOptions: { reportUnusedDisableDirectives: 'off' },
    languageOptions: {
      parser: typescriptParser as unknown as Linter.Parser,
      parserOptions: { ecmaFeatures: { jsx: true } },
    },
  },
})
const results = await eslint.lintFiles(files)
const wall = performance.now() - started
const used = process.cpuUsage(before)

const times: Record<string, number> = {}
let parse = 0
for (const pass of results.flatMap(({ stats }) => stats?.times.passes ?? [])) {
  parse += pass.parse?.total ?? 0
  for (const [rule, { total }] of Object.entries(pass.rules ?? {})) times[rule] = (times[rule] ?? 0) + total
}
const measurement: Measurement = {
  variant,
  files: results.length,
  lines: results.reduce((sum, { filePath }) => sum + (readableText(filePath)?.split('\n').length ?? 0), 0),
  findings: results.reduce((sum, { messages }) => sum + messages.filter(({ ruleId }) => ruleId !== null).length, 0),
  wall,
  cpu: (used.user + used.system) / 1000,
  parse,
  rules: times,
}
process.stdout.write(JSON.stringify(measurement))
