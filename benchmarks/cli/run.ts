/**
 * The `palisade` command beside what a team would run instead: whole processes, taking turns on one machine, from a
 * repository made for the purpose out of the corpus. `pnpm bench:cli [staged] [check] [memory] [--rounds N] [--keep]`.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { corpusPackages, bringIn, packageFolder, readableText, sourceFiles } from '../corpus/packages.js'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '7' }, keep: { type: 'boolean', default: false } },
})
const rounds = Number(values.rounds)
const parts = positionals.length > 0 ? positionals : ['staged', 'check', 'memory']
const here = fileURLToPath(new URL('..', import.meta.url))
const modules = path.join(here, 'node_modules')
const palisade = [process.execPath, path.join(here, '../packages/cli/bin/palisade.js')]
/** The plugin as it is packed. */
const plugin = path.join(here, '../packages/eslint-plugin/bundle/index.js')
const folders: string[] = []

/** What one run of a process and its children cost. */
interface Cost {
  /** From start to end, in milliseconds. */
  wall: number
  /** Time on the processors, in milliseconds: steadier on a busy machine. */
  cpu: number
  /** The largest process, in megabytes. */
  memory: number
  code: number
}

execFileSync(process.execPath, [path.join(here, '../packages/cli/build.mjs')], { stdio: 'inherit' })
execFileSync(process.execPath, [path.join(here, '../packages/eslint-plugin/bundle.mjs')], { stdio: 'inherit' })
try {
  if (parts.includes('staged')) await staged()
  if (parts.includes('check')) await check()
  if (parts.includes('memory')) memory()
} finally {
  for (const folder of folders) {
    if (values.keep) process.stdout.write(`kept ${folder}\n`)
    else rmSync(folder, { recursive: true, force: true })
  }
}

/** Twenty staged files of 60 to 300 lines: what a commit of a day's work looks like. */
async function staged(): Promise<void> {
  const plain = repository()
  const files = await sourceOf(20, 60, 300)
  const names = files.map((file, index) => copy(plain, file, `src/${index}`))
  const lines = names.reduce((sum, name) => sum + readFileSync(path.join(plain, name), 'utf8').split('\n').length, 0)
  git(plain, 'add', '-A')
  const configured = repository()
  execFileSync('cp', ['-R', path.join(plain, 'src'), configured])
  writeEslintConfig(configured)
  writeFileSync(path.join(configured, '.lintstagedrc.json'), '{ "*.ts": "eslint --no-warn-ignored" }')
  writeFileSync(
    path.join(plain, '.secretlintrc.json'),
    '{ "rules": [{ "id": "@secretlint/secretlint-rule-preset-recommend" }] }',
  )
  git(configured, 'add', '-A')
  const eslint = [process.execPath, path.join(modules, 'eslint/bin/eslint.js')]
  compare(`palisade staged: 20 files, ${lines} lines`, {
    'node -e 0': () => run(plain, process.execPath, '-e', '0'),
    'git alone': () =>
      run(
        plain,
        'sh',
        '-c',
        'git rev-parse --absolute-git-dir --show-toplevel >/dev/null; git diff-index --cached --raw -p -U0 -z 4b825dc642cb6eb9a060e54bf8d69288fbee4904 >/dev/null; git ls-files -s | cut -d" " -f2 | git cat-file --batch >/dev/null',
      ),
    'palisade staged': () => run(plain, ...palisade, 'staged'),
    'palisade staged, ESLint config': () => run(configured, ...palisade, 'staged'),
    secretlint: () => run(plain, process.execPath, path.join(modules, 'secretlint/bin/secretlint.js'), ...names),
    'eslint, same rules': () => run(configured, ...eslint, ...names),
    'lint-staged + eslint': () =>
      run(configured, process.execPath, path.join(modules, 'lint-staged/bin/lint-staged.js'), '--quiet', '--no-stash'),
  })
}

/** More than two thousand files, with ESLint's configuration, with one and with two threads. */
async function check(): Promise<void> {
  const root = repository()
  const files = await sourceOf(2200, 10, 800)
  files.forEach((file, index) => copy(root, file, `src/${index % 40}/${index}`))
  writeEslintConfig(root)
  git(root, 'add', '-A')
  const eslint = [process.execPath, path.join(modules, 'eslint/bin/eslint.js'), 'src']
  compare(
    `palisade check: ${files.length} files`,
    {
      'palisade check, 1 thread': () => run(root, ...palisade, 'check', 'src', '--concurrency', '1'),
      'palisade check, 2 threads': () => run(root, ...palisade, 'check', 'src', '--concurrency', '2'),
      'eslint, 1 thread': () => run(root, ...eslint, '--concurrency', 'off'),
      'eslint, 2 threads': () => run(root, ...eslint, '--concurrency', '2'),
    },
    Math.min(rounds, 3),
  )
}

/** The largest process, git's own included, for a large repository and for large files. */
function memory(): void {
  const many = repository()
  for (let index = 0; index < 50_000; index++) {
    const folder = path.join(many, `src/${index % 200}`)
    if (index < 200) mkdirSync(folder, { recursive: true })
    writeFileSync(
      path.join(folder, `${index}.ts`),
      `export const value${index} = ${index}\nconsole.log(value${index})\n`,
    )
  }
  git(many, 'add', '-A')
  print('50,000 files, all staged (first commit)', run(many, ...palisade, 'staged'))
  print('50,000 files, check', run(many, ...palisade, 'check'))
  for (const [name, unit] of [
    ['binary', Buffer.alloc(1024 * 1024, 0)],
    ['text', Buffer.from(`${'a line of text of forty characters....\n'.repeat(26_887)}`)],
  ] as const) {
    const root = repository()
    const file = openSync(path.join(root, `large.${name}`), 'w')
    for (let megabytes = 0; megabytes < 500; megabytes++) writeSync(file, unit)
    git(root, 'add', '-A')
    print(`500 MB of ${name}, staged`, run(root, ...palisade, 'staged'))
    git(root, '-c', 'user.name=B', '-c', 'user.email=b@example.com', 'commit', '-qm', 'large')
    writeSync(file, 'one more line\n')
    git(root, 'add', '-A')
    print(`500 MB of ${name}, changed and staged`, run(root, ...palisade, 'staged'))
  }
}

function print(name: string, { wall, memory: megabytes, code }: Cost): void {
  process.stdout.write(`${name}: ${megabytes.toFixed(0)} MB, ${(wall / 1000).toFixed(1)} s, exit ${code}\n`)
}

/** Runs each contestant once a round, so that a slow minute of the machine falls on all of them. */
function compare(title: string, contestants: Record<string, () => Cost>, times = rounds): void {
  const costs = new Map(Object.keys(contestants).map((name) => [name, [] as Cost[]]))
  for (let round = 0; round < times; round++) {
    for (const [name, measure] of Object.entries(contestants)) costs.get(name)?.push(measure())
  }
  process.stdout.write(`\n${title}, median of ${times}\n`)
  const width = Math.max(...[...costs.keys()].map((name) => name.length))
  for (const [name, runs] of costs) {
    const [wall, cpu, peak] = (['wall', 'cpu', 'memory'] as const).map((key) => median(runs.map((cost) => cost[key])))
    const codes = [...new Set(runs.map(({ code }) => code))].join('/')
    const numbers = `${wall?.toFixed(0).padStart(7)} ms ${cpu?.toFixed(0).padStart(7)} ms cpu ${peak?.toFixed(0).padStart(5)} MB`
    process.stdout.write(`  ${name.padEnd(width)} ${numbers}  exit ${codes}\n`)
  }
}

function run(cwd: string, ...command: string[]): Cost {
  const start = performance.now()
  const { status, stderr } = spawnSync('/usr/bin/time', ['-f', '%U %S %M', '--', ...command], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', GIT_CONFIG_GLOBAL: '/dev/null' },
    maxBuffer: 1 << 28,
  })
  const wall = performance.now() - start
  const [user = 0, system = 0, kilobytes = 0] = (stderr.trim().split('\n').at(-1) ?? '').split(' ').map(Number)
  return { wall, cpu: (user + system) * 1000, memory: kilobytes / 1024, code: status ?? -1 }
}

function repository(): string {
  const root = mkdtempSync(path.join(tmpdir(), 'palisade-bench-'))
  folders.push(root)
  git(root, 'init', '-q', '-b', 'main')
  writeFileSync(path.join(root, '.gitignore'), 'node_modules\n')
  symlinkSync(modules, path.join(root, 'node_modules'))
  return root
}

function writeEslintConfig(root: string): void {
  writeFileSync(
    path.join(root, 'eslint.config.mjs'),
    `import palisade from ${JSON.stringify(plugin)}
import parser from '@typescript-eslint/parser'

export default [
  { files: ['**/*.ts'], languageOptions: { parser } },
  { ...palisade.configs.recommended, linterOptions: { reportUnusedDisableDirectives: 'off' } },
]
`,
  )
}

/** TypeScript of the corpus with a number of lines in a range, spread over all packages. */
async function sourceOf(count: number, least: number, most: number): Promise<string[]> {
  const packages = corpusPackages()
  await bringIn(packages)
  const files = packages
    .flatMap((one) => sourceFiles(one).map((file) => path.join(packageFolder(one), file)))
    .filter((file) => /(?<!\.d)\.ts$/.test(file))
  const step = Math.max(1, Math.floor(files.length / (count * 3)))
  const chosen: string[] = []
  for (let index = 0; index < files.length && chosen.length < count; index += step) {
    const file = files[index] ?? ''
    const lines = readableText(file)?.split('\n').length ?? 0
    if (lines >= least && lines <= most) chosen.push(file)
  }
  return chosen
}

function copy(root: string, file: string, stem: string): string {
  const target = path.join(root, `${stem}-${path.basename(file)}`)
  mkdirSync(path.dirname(target), { recursive: true })
  copyFileSync(file, target)
  return path.relative(root, target)
}

function git(cwd: string, ...args: string[]): void {
  execFileSync('git', args, { cwd, stdio: 'ignore' })
}

function median(numbers: number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
