// Builds the extension and packs it. Usage: node scripts/package.mjs [--out <file.vsix>] [--rules <module>]
// The plugin lies in the extension's own node_modules: there tsserver finds it, whichever TypeScript it runs.

import { execFileSync } from 'node:child_process'
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from 'esbuild'

const { values } = parseArgs({ options: { out: { type: 'string' }, rules: { type: 'string' } } })
const require = createRequire(import.meta.url)
const root = fileURLToPath(new URL('..', import.meta.url))
const stage = join(root, 'dist/stage')
const pluginFolder = dirname(require.resolve('@palisade/typescript-plugin/package.json'))
const out = resolve(values.out ?? join(root, 'dist/palisade-vscode.vsix'))

await rm(stage, { recursive: true, force: true })
await mkdir(dirname(out), { recursive: true })

await build({
  entryPoints: [join(root, 'src/extension.ts')],
  outfile: join(stage, 'dist/bundle/extension.cjs'),
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  external: ['vscode'],
  logLevel: 'warning',
})

const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
const pluginManifest = JSON.parse(await readFile(join(pluginFolder, 'package.json'), 'utf8'))
const { scripts: _scripts, devDependencies: _development, private: _private, ...published } = manifest
published.dependencies = { [pluginManifest.name]: pluginManifest.version }
await writeFile(join(stage, 'package.json'), JSON.stringify(published, undefined, 2))
await copyFile(join(root, 'README.md'), join(stage, 'README.md'))
await copyFile(join(pluginFolder, 'schema.json'), join(stage, 'tsconfig.schema.json'))
await copyFile(join(root, '../../LICENSE'), join(stage, 'LICENSE'))

const plugin = join(stage, 'node_modules', pluginManifest.name)
await mkdir(plugin, { recursive: true })
const { scripts: _bundle, devDependencies: _bundled, ...publishedPlugin } = pluginManifest
await writeFile(join(plugin, 'package.json'), JSON.stringify(publishedPlugin, undefined, 2))
const args = [join(pluginFolder, 'scripts/bundle.mjs'), '--outdir', join(plugin, 'dist/bundle')]
if (values.rules !== undefined) args.push('--rules', resolve(values.rules))
execFileSync(process.execPath, args, { stdio: 'inherit' })

const vsce = join(dirname(require.resolve('@vscode/vsce/package.json')), 'vsce')
execFileSync(process.execPath, [vsce, 'package', '--out', out, '--allow-missing-repository'], {
  cwd: stage,
  stdio: 'inherit',
})
