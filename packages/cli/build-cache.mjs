// Keeps what V8 compiles out of the bundle in a typical run: "palisade staged" on the examples.

import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'

const bundle = resolve(process.argv[2] ?? '.')
const examples = join(dirname(fileURLToPath(import.meta.url)), '../../examples')
const sample = mkdtempSync(join(tmpdir(), 'palisade-cache-'))
process.on('exit', () => rmSync(sample, { recursive: true, force: true }))

if (existsSync(examples)) cpSync(examples, sample, { recursive: true, filter: (path) => !/node_modules/.test(path) })
// A hook's own variables must not lead git elsewhere.
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')))
for (const args of [
  ['init', '-q'],
  ['add', '-A'],
])
  execFileSync('git', args, { cwd: sample, env, stdio: 'ignore' })

const { load, cacheFile, flags } = createRequire(import.meta.url)(join(bundle, 'load.js'))
const { program, script } = load(true)
for (const name of Object.keys(process.env)) if (name.startsWith('GIT_')) delete process.env[name]
process.chdir(sample)
process.argv = [process.argv[0], 'palisade', 'staged']
const write = process.stdout.write
process.stdout.write = () => true
await program.command()
process.stdout.write = write
process.exitCode = 0
// A run of many files sets flags of its own, and compiled code fits only those that it is loaded under.
for (const flag of flags) setFlagsFromString(flag)
writeFileSync(cacheFile(), script.createCachedData())

const check = `if (require(${JSON.stringify(join(bundle, 'load.js'))}).load().script?.cachedDataRejected !== false) process.exit(1)`
try {
  execFileSync(process.execPath, ['-e', check], { stdio: 'inherit' })
} catch {
  throw new Error(
    'V8 does not take the compiled code that was just made: a flag differs from those that src/load.ts sets',
  )
}
