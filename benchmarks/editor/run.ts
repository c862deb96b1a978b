/**
 * `pnpm bench:editor`: what the tsserver plugin costs. (a) From edit to diagnostics in a file of about 1,000 lines, with and
 * without the plugin; (b) memory of tsserver on a project of more than 500 files, against typed linting in a second process;
 * (c) the plugin's start-up. `--edits N` (40), `--rounds N` (5).
 */
import { fork, spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, readdirSync, symlinkSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { install } from '../../packages/host-tests/src/editors/support/installation.js'
import type { TsServer } from '../../packages/host-tests/src/editors/support/tsserver.js'
import { bringIn, choosePackages, corpusPackages, packageFolder } from '../corpus/packages.js'

const { values: options } = parseArgs({
  options: { edits: { type: 'string', default: '40' }, rounds: { type: 'string', default: '5' } },
})
const edits = Number(options.edits)
const rounds = Number(options.rounds)

/**
 * A real project of more than 500 files, one whose types all resolve without its dependencies, and one that stands here
 * with its dependencies, as projects do where people edit them.
 */
const projects = [
  { name: '@budibase/server', sources: 'src', file: 'src/threads/automation.ts' },
  { name: 'openai', sources: 'src', file: 'src/lib/ChatCompletionStream.ts' },
  { name: '@palisade/analysis', sources: 'src', file: 'src/values/tracer.ts' },
]

const workspacePackages = fileURLToPath(new URL('../../packages/', import.meta.url))
const packages = choosePackages(
  corpusPackages(),
  projects.map(({ name }) => name).filter((name) => !name.startsWith('@palisade/')),
)
await bringIn(packages, print)

/** What makes a server collect its garbage when it is sent SIGUSR2. */
const collecting = ['--expose-gc', '--require', fileURLToPath(new URL('collect-on-signal.cjs', import.meta.url))]

/** How long a person looks at the last file before memory is read, in milliseconds. */
const pause = 12_000

const installed = install({ typescript: 'typescript', rules: 'palisade' })
try {
  for (const { name, sources } of projects) copySources(name, sources)
  print(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim()}\n`)
  await measureEdits()
  await measureMemory()
  measureStartUp()
} finally {
  await installed.cleanUp()
}

/** The same sources twice: once under a `tsconfig.json` that names the plugin, once under one that doesn't. */
function copySources(name: string, sources: string): void {
  const own = name.startsWith('@palisade/') ? join(workspacePackages, name.slice('@palisade/'.length)) : undefined
  const [one] = own === undefined ? choosePackages(packages, [name]) : []
  const origin = own ?? (one && packageFolder(one))
  if (origin === undefined) return
  for (const variant of ['with', 'without'] as const) {
    const folder = `${variant}/${name}`
    mkdirSync(join(installed.folder, folder), { recursive: true })
    spawnSync('cp', ['-r', join(origin, sources), join(installed.folder, folder, sources)])
    if (own !== undefined) symlinkSync(join(own, 'node_modules'), join(installed.folder, folder, 'node_modules'))
    installed.write(`${folder}/tsconfig.json`, tsconfig(variant === 'with'))
  }
}

function tsconfig(plugin: boolean): string {
  return JSON.stringify({
    compilerOptions: {
      target: 'es2022',
      module: 'esnext',
      moduleResolution: 'bundler',
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      types: [],
      ...(plugin ? { plugins: [{ name: '@palisade/typescript-plugin' }] } : {}),
    },
    include: ['src'],
  })
}

/** (a) Edits, one after the other, as somebody types; the two servers take turns, so that a busy machine hits both. */
async function measureEdits(): Promise<void> {
  print('(a) from edit to semantic diagnostics, mean of ' + edits + ' edits, processor time of tsserver\n')
  print('| file | lines | tsserver alone | with Palisade | added | added / alone | wall clock alone | with |')
  print('| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |')
  for (const { name, file } of projects) {
    const text = readFileSync(pathOf('without', name, file), 'utf8')
    const lines = text.split('\n').length
    const servers = { with: installed.server(), without: installed.server() }
    const times = { with: [] as Cost[], without: [] as Cost[] }
    for (const variant of ['with', 'without'] as const) {
      servers[variant].open(pathOf(variant, name, file))
      for (let warm = 0; warm < 5; warm++) await edit(servers[variant], pathOf(variant, name, file), lines, warm)
    }
    for (let round = 0; round < edits; round++) {
      for (const variant of ['with', 'without'] as const)
        times[variant].push(await edit(servers[variant], pathOf(variant, name, file), lines, round))
    }
    await Promise.all([servers.with.stop(), servers.without.stop()])
    const alone = mean(times.without.map(({ cpu }) => cpu))
    const both = mean(times.with.map(({ cpu }) => cpu))
    const cells = [
      `${name} ${file}`,
      String(lines),
      milliseconds(alone),
      milliseconds(both),
      milliseconds(both - alone),
      ((both - alone) / alone).toFixed(2),
      milliseconds(median(times.without.map(({ wall }) => wall))),
      milliseconds(median(times.with.map(({ wall }) => wall))),
    ]
    print(`| ${cells.join(' | ')} |`)
  }
}

interface Cost {
  cpu: number
  wall: number
}

/** Writes a statement at the end of the file, asks for diagnostics, and takes it away again. */
async function edit(server: TsServer, file: string, lines: number, round: number): Promise<Cost> {
  server.change(file, [lines, 1], [lines, 1], `export const edited${round} = ${round}\n`)
  const started = performance.now()
  const before = processorTime(server.pid)
  await server.geterr(file)
  const cost = { cpu: processorTime(server.pid) - before, wall: performance.now() - started }
  server.change(file, [lines, 1], [lines + 1, 1], '')
  return cost
}

/** (b) Memory a little after forty files of a project were open, and of typed linting of the same files in a process of its own. */
async function measureMemory(): Promise<void> {
  const [{ name, sources } = { name: '', sources: '' }] = projects
  const memory: Record<'with' | 'without' | 'eslint', number[]> = { with: [], without: [], eslint: [] }
  const uncollected = { with: [] as number[], without: [] as number[] }
  let files = 0
  for (let round = 0; round < rounds; round++) {
    for (const variant of ['with', 'without'] as const) {
      const all = below(pathOf(variant, name, sources))
      files = all.length
      const server = installed.server([], collecting)
      const some = all.filter((_, index) => index % Math.ceil(all.length / 40) === 0)
      for (const file of some) {
        server.open(file)
        await server.geterr(file)
        server.close(file)
      }
      // What is kept for the next keystroke is let go where none comes.
      await setTimeout(pause)
      uncollected[variant].push(residentMemory(server.pid))
      process.kill(server.pid, 'SIGUSR2')
      await setTimeout(pause)
      memory[variant].push(residentMemory(server.pid))
      await server.stop()
      if (variant === 'without') memory.eslint.push(await typedLinting(pathOf(variant, name, ''), some))
    }
  }
  const [withPlugin, alone, eslint] = [median(memory.with), median(memory.without), median(memory.eslint)]
  print(
    `\n(b) resident memory after a collection of garbage, ${name}, ${files} files, 40 of them opened; median of ${rounds}\n`,
  )
  print('| tsserver alone | with Palisade | added | typescript-eslint, typed, in a second process |')
  print('| ---: | ---: | ---: | ---: |')
  print(`| ${[alone, withPlugin, withPlugin - alone, eslint].map(megabytes).join(' | ')} |`)
  const [before, beforeAlone] = [median(uncollected.with), median(uncollected.without)]
  print(`\nbefore a collection: ${megabytes(beforeAlone)} alone, ${megabytes(before)} with Palisade`)
}

function typedLinting(folder: string, files: readonly string[]): Promise<number> {
  const child = fork(fileURLToPath(new URL('typed-linting.ts', import.meta.url)), [folder, ...files], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  return new Promise((resolve, reject) => {
    child.once('message', () => {
      resolve(residentMemory(child.pid ?? -1))
      child.kill()
    })
    child.once('error', reject)
    child.once('exit', (code) => code !== null && code !== 0 && reject(new Error(`typed linting ended with ${code}`)))
  })
}

/** (c) What loading the plugin adds to a tsserver's start, and what the first file adds. */
function measureStartUp(): void {
  const script = fileURLToPath(new URL('start-up.cjs', import.meta.url))
  const plugin = join(installed.folder, 'node_modules/@palisade/typescript-plugin/dist/bundle/index.cjs')
  const results = Array.from({ length: Math.max(rounds, 7) }, () => {
    const { stdout } = spawnSync(process.execPath, [script, installed.typescript, plugin], { encoding: 'utf8' })
    return JSON.parse(stdout) as { start: number; first: number }
  })
  print(`\n(c) start-up, processor time, median of ${results.length}\n`)
  print(`plugin loaded and created: ${milliseconds(median(results.map(({ start }) => start)))}`)
  print(`rules loaded, with the first file: ${milliseconds(median(results.map(({ first }) => first)))}`)
}

function pathOf(variant: 'with' | 'without', name: string, file: string): string {
  return join(installed.folder, variant, name, file)
}

function below(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.ts$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

/** A process's processor time so far, in milliseconds, from Linux's own books (a tick there is 10 ms). */
function processorTime(pid: number): number {
  const [, rest = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(/\) /)
  const fields = rest.split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10
}

/** A process's resident memory, in bytes. */
function residentMemory(pid: number): number {
  return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return ((sorted[Math.floor((sorted.length - 1) / 2)] ?? 0) + (sorted[Math.ceil((sorted.length - 1) / 2)] ?? 0)) / 2
}

/** Ticks are coarse: only their mean over many edits says something. */
function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function milliseconds(value: number): string {
  return `${Math.round(value)} ms`
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 2 ** 20)} MB`
}

function print(text: string): void {
  process.stdout.write(`${text}\n`)
}
