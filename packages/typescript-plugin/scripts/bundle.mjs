// Bundles the plugin into the CommonJS files that tsserver loads: the plugin itself and the small script of its child
// process. Usage: node scripts/bundle.mjs [--outdir <folder>] [--rules <module>]
// Tests of the plugin's manners bundle rules of their own, so that they don't depend on what the real ones find.

import { build } from 'esbuild'
import { readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const { values } = parseArgs({ options: { outdir: { type: 'string' }, rules: { type: 'string' } } })
const source = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url))
const outdir = values.outdir === undefined ? source('dist/bundle') : resolve(values.outdir)

/** Palisade's packages are taken from source, so that a bundle never holds an older build of them. */
const fromSource = {
  name: 'from-source',
  setup(build) {
    build.onResolve({ filter: /^@palisade\/[a-z-]+$/ }, ({ path }) => {
      if (path === '@palisade/eslint-plugin' && values.rules !== undefined) return { path: resolve(values.rules) }
      return { path: source(`../${path.slice('@palisade/'.length)}/src/index.ts`) }
    })
    // Node reads a package's own manifest in this way; in a bundle it has to be taken along.
    build.onLoad({ filter: /[\\/]packages[\\/][^\\/]+[\\/]src[\\/].*\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8')
      return { contents: text.replaceAll('createRequire(import.meta.url)(', 'require('), loader: 'ts' }
    })
  },
}

/** ESLint's three hundred rules are no business of ours: only their loader is reachable, and an empty one does. */
const withoutEslintRules = {
  name: 'without-eslint-rules',
  setup(build) {
    build.onLoad({ filter: /[\\/]eslint[\\/]lib[\\/]rules[\\/]index\.js$/ }, () => ({
      contents: 'module.exports = new Map()',
    }))
  },
}

/** typescript-eslint's helpers derive classes from ESLint's whole interface, which nothing here uses: stand-ins do. */
const withoutEslintCommand = {
  name: 'without-eslint-command',
  setup(build) {
    build.onResolve({ filter: /^eslint(\/use-at-your-own-risk)?$/ }, ({ path }) => ({
      path,
      namespace: 'eslint-stand-in',
    }))
    build.onLoad({ filter: /.*/, namespace: 'eslint-stand-in' }, () => ({
      contents: `module.exports = new Proxy({}, { get: (_, name) => name === '__esModule' ? undefined : class {} })`,
    }))
  },
}

const shared = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  logLevel: 'warning',
  legalComments: 'none',
}

await build({
  ...shared,
  entryPoints: { index: source('src/index.ts') },
  outdir: outdir,
  outExtension: { '.js': '.cjs' },
  alias: {
    typescript: source('src/injected-typescript.cts'),
    'typescript/lib/tsserverlibrary': source('src/injected-typescript.cts'),
  },
  plugins: [fromSource, withoutEslintRules, withoutEslintCommand],
  // V8 keeps the text as long as the server lives.
  minify: true,
  define: { 'import.meta.url': '"file:///palisade"' },
  // tsserver wants the module's value itself to be the factory.
  footer: { js: 'module.exports = module.exports.default;' },
})

// One character beyond Latin-1 makes V8 keep the whole text with two bytes for each. What esbuild leaves of them stands in
// regular expressions, where the escape means the same.
const plugin = join(outdir, 'index.cjs')
const text = await readFile(plugin, 'utf8')
await writeFile(plugin, text.replace(/[\u0080-\uFFFF]/g, escaped))

function escaped(character) {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}

await build({
  ...shared,
  entryPoints: { worker: source('../engine/src/config/worker.js') },
  outdir: outdir,
  outExtension: { '.js': '.cjs' },
})
