/**
 * `pnpm corpus`: lints pinned npm packages with our rules and compares the findings with the checked-in, reviewed ones.
 * See ../README.md for its options.
 */
import { fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import {
  type Comparison,
  type ConfigName,
  type Finding,
  type Verdict,
  compareFindings,
  readFindings,
  writeFindings,
} from './findings.js'
import {
  type CorpusPackage,
  bringIn,
  choosePackages,
  corpusFolder,
  corpusPackages,
  packageFolder,
  sourceFiles,
} from './packages.js'
import { ruleEntries } from './plugin.js'
import type { Job, JobResult } from './worker.js'

const { values: options } = parseArgs({
  options: {
    rule: { type: 'string', multiple: true, default: [] },
    package: { type: 'string', multiple: true, default: [] },
    config: { type: 'string', default: 'recommended' },
    sample: { type: 'boolean', default: false },
    update: { type: 'boolean', default: false },
    show: { type: 'boolean', default: false },
    verdict: { type: 'string', multiple: true, default: [] },
    jobs: { type: 'string', default: '2' },
    help: { type: 'boolean', default: false },
  },
})

const usage = `pnpm corpus [--rule NAME]… [--package NAME|PREFIX*]… [--sample] [--config recommended|strict]
            [--show] [--verdict right|debatable|wrong|unreviewed]… [--update] [--jobs 1|2]

  --rule      only this rule (on, with its defaults, even where the config leaves it out)
  --package   only this package; @strapi/* chooses by prefix
  --sample    only the fixed sample that the host tests lint
  --config    strict reports what recommended does not: it is compared with findings/<rule>.strict.tsv
  --show      prints the lines of code around each finding listed
  --verdict   also lists the checked-in findings with this verdict that are still reported
  --update    writes new findings as unreviewed and drops vanished ones
`

process.exitCode = await main()

async function main(): Promise<number> {
  if (options.help) {
    process.stdout.write(usage)
    return 0
  }
  const config = configName(options.config)
  const started = performance.now()
  const rules = ruleEntries(config, options.rule)
  const packages = choosePackages(corpusPackages(), options.package).filter((one) => !options.sample || one.sample)
  await bringIn(packages, progress)
  const total = await lintAll(packages, rules, Math.min(2, Math.max(1, Number(options.jobs) || 1)))
  const clean = compareAndPrint(Object.keys(rules), config, packages, total)
  printSummary(packages, total, performance.now() - started)
  return total.crashes.length > 0 ? 2 : clean ? 0 : 1
}

function configName(text: string): ConfigName {
  if (text === 'recommended' || text === 'strict') return text
  throw new Error(`--config is "recommended" or "strict", not "${text}"`)
}

/** Lints chunk by chunk, so that two workers stay busy even when one package holds a third of the lines. */
async function lintAll(packages: CorpusPackage[], rules: Job['rules'], workers: number): Promise<Total> {
  const total: Total = { findings: [], files: 0, lines: 0, skipped: 0, crashes: [], times: {}, slowest: {} }
  const queue = packages.flatMap((one) => chunks(one, rules))
  let done = 0
  const lint = async (): Promise<void> => {
    const worker = fork(fileURLToPath(new URL('worker.ts', import.meta.url)))
    try {
      for (let job = queue.shift(); job !== undefined; job = queue.shift()) {
        const result = await ask(worker, job)
        add(total, job, result)
        done++
        progress(
          `${done} of ${done + queue.length} chunks  ${job.package}  ${total.lines} lines  ${total.findings.length} findings`,
        )
      }
    } finally {
      worker.disconnect()
    }
  }
  await Promise.all(Array.from({ length: workers }, lint))
  return total
}

interface Total extends Omit<JobResult, 'files' | 'lines' | 'skipped' | 'crashes' | 'slowest'> {
  files: number
  lines: number
  skipped: number
  crashes: { package: string; file: string; error: string }[]
  slowest: Record<string, { package: string; file: string; milliseconds: number }>
}

function chunks(one: CorpusPackage, rules: Job['rules']): Job[] {
  const files = sourceFiles(one)
  const folder = path.relative(corpusFolder(), packageFolder(one))
  const size = 150
  return Array.from({ length: Math.ceil(files.length / size) }, (_, index) => ({
    package: one.name,
    folder,
    files: files.slice(index * size, (index + 1) * size),
    rules,
  }))
}

function ask(worker: ReturnType<typeof fork>, job: Job): Promise<JobResult> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null) => reject(new Error(`the worker stopped (${code}) on ${job.package}`))
    worker.once('exit', onExit)
    worker.once('message', (result) => {
      worker.off('exit', onExit)
      resolve(result as JobResult)
    })
    worker.send(job)
  })
}

function add(total: Total, job: Job, result: JobResult): void {
  total.findings.push(...result.findings)
  total.files += result.files
  total.lines += result.lines
  total.skipped += result.skipped
  total.crashes.push(...result.crashes.map((crash) => ({ package: job.package, ...crash })))
  for (const [rule, time] of Object.entries(result.times)) total.times[rule] = (total.times[rule] ?? 0) + time
  for (const [rule, slow] of Object.entries(result.slowest))
    if (slow.milliseconds > (total.slowest[rule]?.milliseconds ?? 0))
      total.slowest[rule] = { package: job.package, ...slow }
}

/** Prints what changed, rule by rule; returns whether nothing did. */
function compareAndPrint(rules: string[], config: ConfigName, packages: CorpusPackage[], total: Total): boolean {
  const linted = new Set(packages.map((one) => one.name))
  let clean = true
  for (const rule of rules) {
    const known = readFindings(rule, config)
    const inScope = known.filter((finding) => linted.has(finding.package))
    let found = total.findings.filter((finding) => finding.rule === rule)
    if (config === 'strict') found = compareFindings(readFindings(rule, 'recommended'), found).added
    const comparison = compareFindings(inScope, found)
    printComparison(rule, comparison)
    clean &&= comparison.added.length + comparison.vanished.length === 0
    if (options.update) {
      const elsewhere = known.filter((finding) => !linted.has(finding.package))
      const fresh = comparison.added.map((finding) => ({ ...finding, verdict: 'unreviewed' as const, reason: '' }))
      writeFindings(rule, config, [...elsewhere, ...comparison.kept, ...fresh])
    }
  }
  for (const { package: name, file, error } of total.crashes) print(`CRASH ${name} ${file}\n${error}\n`)
  return clean
}

function printComparison(rule: string, { added, vanished, kept }: Comparison): void {
  const count = (verdict: Verdict) => kept.filter((finding) => finding.verdict === verdict).length
  const verdicts = (['right', 'debatable', 'wrong', 'unreviewed'] as const)
    .map((verdict) => `${count(verdict)} ${verdict}`)
    .join(', ')
  print(`\n${rule}: ${kept.length} known (${verdicts}), ${added.length} new, ${vanished.length} vanished`)
  for (const finding of added) printFinding('+', finding)
  for (const finding of vanished) printFinding('-', finding, `  [was ${finding.verdict}] ${finding.reason}`)
  for (const finding of kept)
    if (options.verdict.includes(finding.verdict))
      printFinding('=', finding, `  [${finding.verdict}] ${finding.reason}`)
}

function printFinding(sign: string, finding: Finding, note = ''): void {
  print(`${sign} ${finding.package} ${finding.file}:${finding.line}:${finding.column}  ${finding.message}${note}`)
  if (options.show) print(excerpt(finding))
}

function excerpt({ package: name, file, line }: Finding): string {
  const one = corpusPackages().find((candidate) => candidate.name === name)
  if (one === undefined) return ''
  try {
    const lines = readFileSync(path.join(packageFolder(one), file), 'utf8').split('\n')
    return lines
      .slice(Math.max(0, line - 4), line + 3)
      .map((text, index) => `    ${Math.max(1, line - 3) + index} | ${text.slice(0, 200)}`)
      .join('\n')
  } catch {
    return '    (the file is gone)'
  }
}

function printSummary(packages: CorpusPackage[], total: Total, milliseconds: number): void {
  const seconds = (time: number) => `${(time / 1000).toFixed(1)} s`
  print('\ntime by rule, all workers together')
  for (const [rule, time] of Object.entries(total.times).sort((a, b) => b[1] - a[1])) {
    const slow = total.slowest[rule]
    const where = slow ? `  slowest ${Math.round(slow.milliseconds)} ms in ${slow.package} ${slow.file}` : ''
    print(`  ${rule.padEnd(24)} ${seconds(time).padStart(9)}${where}`)
  }
  print(
    `\n${packages.length} packages, ${total.files} files, ${total.lines} lines (${total.skipped} files skipped), ` +
      `${total.findings.length} findings, ${total.crashes.length} crashes, ${seconds(milliseconds)}`,
  )
}

function print(text: string): void {
  process.stdout.write(text + '\n')
}

function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`)
  else process.stderr.write(text + '\n')
}
