/**
 * Packs every public package and asks publint and "are the types wrong?" about the tarballs: what users install, not what
 * the repository holds. Prints each package's verdict and exits 1 when one has a problem.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

interface Manifest {
  readonly name: string
  readonly private?: boolean
  readonly type?: string
  readonly exports?: unknown
  readonly main?: string
}

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = mkdtempSync(path.join(tmpdir(), 'palisade-packed-'))
const problems: string[] = []

try {
  for (const name of readdirSync(path.join(root, 'packages'))) check(path.join(root, 'packages', name))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
process.stdout.write(problems.length === 0 ? 'All packages are fit to publish.\n' : `\n${problems.join('\n')}\n`)
process.exitCode = problems.length === 0 ? 0 : 1

function check(source: string): void {
  const file = path.join(source, 'package.json')
  if (!existsSync(file)) return
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest
  if (manifest.private) return
  const before = new Set(readdirSync(folder))
  execFileSync('pnpm', ['pack', '--pack-destination', folder], { cwd: source, stdio: 'pipe' })
  const tarball = readdirSync(folder).find((entry) => entry.endsWith('.tgz') && !before.has(entry))
  if (tarball === undefined) throw new Error(`${manifest.name} was not packed`)
  const packed = path.join(folder, tarball)
  run(manifest.name, 'publint', ['run', '--strict', packed])
  // A package that only has commands exposes no types to get wrong.
  if (manifest.exports === undefined && manifest.main === undefined) return
  const profile = manifest.type === 'module' ? 'esm-only' : 'node16'
  run(manifest.name, 'attw', [packed, '--profile', profile, '--exclude-entrypoints', './package.json'])
}

function run(name: string, tool: string, args: string[]): void {
  const { status, stdout, stderr } = spawnSync('pnpm', ['exec', tool, ...args], { cwd: root, encoding: 'utf8' })
  process.stdout.write(`${name}: ${tool} ${status === 0 ? 'is content' : 'objects'}\n`)
  if (status !== 0) problems.push(`${name}: ${tool}\n${stdout}${stderr}`)
}
