/**
 * `pnpm bench`: what a whole ESLint run costs with the parser alone, with Palisade's recommended config, and with what a user
 * would pick instead, over the corpus' fixed sample; then the rule for credentials beside the tools of its purpose (see
 * `secrets.ts`). `--rounds N` (3), `--package NAME`… for other packages.
 */
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { bringIn, choosePackages, corpusPackages } from '../corpus/packages.js'
import type { Measurement } from './measure.js'
import { type VariantName, variantNames } from './variants.js'

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    package: { type: 'string', multiple: true, default: [] },
  },
})

const all = corpusPackages()
const packages = options.package.length > 0 ? choosePackages(all, options.package) : all.filter(({ sample }) => sample)
await bringIn(packages, print)

const best = new Map<VariantName, Measurement>()
const rounds = Math.max(1, Number(options.rounds) || 1)
for (let round = 1; round <= rounds; round++) {
  // Variants take turns, so that a busy minute of the machine does not fall on one of them alone.
  for (const variant of variantNames) {
    const measurement = measure(variant)
    print(
      `round ${round}  ${variant.padEnd(9)} ${seconds(measurement.wall)}, ${seconds(measurement.cpu)} of processor time`,
    )
    const known = best.get(variant)
    if (known === undefined || measurement.cpu < known.cpu) best.set(variant, measurement)
  }
}
report()
await import('./secrets.js')

function measure(variant: VariantName): Measurement {
  const script = fileURLToPath(new URL('measure.ts', import.meta.url))
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...process.execArgv, script, variant, ...packages.map(({ name }) => name)],
    { encoding: 'utf8', maxBuffer: 1 << 26 },
  )
  if (status !== 0) throw new Error(`the run of ${variant} failed:\n${stderr}`)
  return JSON.parse(stdout) as Measurement
}

function report(): void {
  const parser = best.get('parser')
  const palisade = best.get('palisade')
  if (parser === undefined || palisade === undefined) return
  const names = packages.map(({ name, version }) => `${name}@${version}`).join(', ')
  print(`\n${parser.files} files, ${parser.lines} lines: ${names}`)
  print(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim()}, least processor time of ${rounds}\n`)
  print('| run | whole run | processor time | rule time | rule time / parser-only run | findings |')
  print('| --- | ---: | ---: | ---: | ---: | ---: |')
  for (const measurement of best.values()) {
    const { variant, wall, cpu, findings } = measurement
    const cells = [
      label(variant),
      seconds(wall),
      seconds(cpu),
      seconds(ruleTime(measurement)),
      (ruleTime(measurement) / parser.cpu).toFixed(2),
      String(findings),
    ]
    print(`| ${cells.join(' | ')} |`)
  }
  print('\nTime by rule:')
  for (const [rule, time] of Object.entries(palisade.rules).sort((a, b) => b[1] - a[1]))
    print(`  ${rule.padEnd(32)} ${seconds(time)}`)
  const sonar = best.get('sonarjs')
  if (sonar) print(`\nPalisade's rule time is ${(ruleTime(palisade) / ruleTime(sonar)).toFixed(2)} of sonarjs'.`)
}

function ruleTime({ rules }: Measurement): number {
  return Object.values(rules).reduce((sum, time) => sum + time, 0)
}

function label(variant: VariantName): string {
  const version = (name: string) =>
    (createRequire(import.meta.url)(`${name}/package.json`) as { version: string }).version
  if (variant === 'parser') return 'parser alone'
  if (variant === 'palisade') return 'Palisade recommended'
  if (variant === 'sonarjs')
    return `eslint-plugin-sonarjs ${version('eslint-plugin-sonarjs')}, rules of the same purpose`
  return `eslint-plugin-security ${version('eslint-plugin-security')} + no-secrets ${version('eslint-plugin-no-secrets')}`
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`
}

function print(text: string): void {
  process.stdout.write(text + '\n')
}
