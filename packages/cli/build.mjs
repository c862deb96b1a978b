// Bundles the command: one file is loaded in a fraction of the time that a tree of modules takes, and the code that V8
// compiles out of it is kept beside it (see src/load.ts).
//
// Compiled code fits one version of V8. It is made for the Node that builds; a release names others in PALISADE_NODES,
// parted as in PATH: PALISADE_NODES=/opt/node22/bin/node:/opt/node24/bin/node npm pack

import { build } from 'esbuild'
import { execFileSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(fileURLToPath(import.meta.url))
const bundle = join(root, 'bundle')
// Built beside and moved in place, so that a hook that runs meanwhile finds the old one or the new one.
const outdir = `${bundle}-${process.pid}`
const require = createRequire(import.meta.url)
const eslint = dirname(require.resolve('eslint/package.json'))

/** Packages of this workspace are taken from source, so that the bundle never holds a stale build. */
const sources = {
  '@palisade/analysis': '../analysis/src/index.ts',
  '@palisade/eslint-plugin': '../eslint-plugin/src/index.ts',
  '@palisade/engine': '../engine/src/index.ts',
}

const engine = join(root, '../engine/src')

const workspace = {
  name: 'workspace',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^@palisade\/[\w-]+$/ }, ({ path, importer }) =>
      // The bundler keeps what an index exports together. Only these two doors may lead to the exact parser.
      path === '@palisade/engine' && !/[\\/](?:exact|project-eslint)\.ts$/.test(importer)
        ? { path: 'engine', namespace: 'light' }
        : { path: join(root, sources[path]), sideEffects: false },
    )
    onLoad({ filter: /^engine$/, namespace: 'light' }, () => ({
      contents: `
        export * from './configuration.js'
        export * from './diagnostic.js'
        export * from './edits.js'
        export * from './source-code.js'
        export { configurationFrom, findFlatConfig } from './config/flat-config.js'`,
      resolveDir: engine,
    }))
    // Only an editor has trees and programs of its own.
    onLoad({ filter: /engine[\\/]src[\\/]host-tree\.ts$/ }, () => ({
      contents: `
        const none = () => { throw new Error('this host has no trees') }
        export const convertTree = none
        export const hostSourceCodes = () => ({ of: none })`,
    }))
  },
}

/**
 * The parser's JavaScript comes in: Node needs longer to load it as ES modules than to parse ten files. Its native half is
 * looked for from where the parser is installed.
 */
const oxcInside = {
  name: 'oxc-inside',
  setup({ onResolve, onLoad }) {
    const folder = dirname(require.resolve('oxc-parser'))
    onLoad({ filter: /[\\/]src[\\/]lint[\\/]oxc\.ts$/ }, ({ path }) => ({
      contents: without(path, 'const require = createRequire(import.meta.url)'),
      loader: 'ts',
    }))
    onResolve({ filter: /^oxc-parser$/ }, () => ({ path: 'oxc-parser', namespace: 'inside' }))
    onLoad({ filter: /^oxc-parser$/, namespace: 'inside' }, () => ({
      contents: `
        import { parseSync as parse } from './bindings.js'
        import { wrap } from './wrap.js'
        export const parseSync = (...args) => wrap(parse(...args))`,
      resolveDir: folder,
    }))
    onLoad({ filter: /oxc-parser[\\/]src-js[\\/]bindings\.js$/ }, ({ path }) => ({
      contents: without(path, 'const require = createRequire(import.meta.url)').replace(
        /^/,
        `import { existsSync, realpathSync } from 'node:fs'
        import { createRequire as from } from 'node:module'
        const near = from(import.meta.url)
        // Node would load its resolver of ES modules for that.
        const beside = near.resolve.paths('oxc-parser').map((folder) => folder + '/oxc-parser/src-js/index.js').find(existsSync)
        const require = from(beside === undefined ? near.resolve('oxc-parser') : realpathSync(beside))\n`,
      ),
    }))
  },
}

/** A module's text without a statement that has to be in it. */
function without(path, statement) {
  const parts = readFileSync(path, 'utf8').split(statement)
  if (parts.length !== 2) throw new Error(`${path} has changed in a way that the build does not know`)
  return parts.join('')
}

/** What starts git belongs to the loader, which does it before the program is there. */
const gitFromLoader = {
  name: 'git-from-loader',
  setup({ onResolve }) {
    onResolve({ filter: /\/(?:run|errors)\.js$/ }, ({ path, importer }) =>
      shared.has(join(dirname(importer), path)) ? { path: './load.js', external: true } : undefined,
    )
  },
}
const shared = new Set(['src/git/run.js', 'src/errors.js'].map((file) => join(root, file)))

/** Packages that depend on different patches of these would each bring a copy. */
const single = ['@typescript-eslint/scope-manager', '@typescript-eslint/visitor-keys', '@typescript-eslint/types']

const onlyOnce = {
  name: 'only-once',
  setup({ onResolve }) {
    for (const name of single) {
      onResolve({ filter: new RegExp(`^${name}$`) }, () => ({ path: require.resolve(name) }))
    }
  },
}

/**
 * A script that came out of compiled code cannot import; the loader, which is an ordinary module, does it for it.
 */
const importsThroughLoader = {
  name: 'imports-through-loader',
  setup({ onLoad }) {
    onLoad(
      { filter: /[\\/](?:cli[\\/]src[\\/]lint[\\/]configurations\.ts|config[\\/]flat-config\.js)$/ },
      ({ path }) => {
        const parts = readFileSync(path, 'utf8').split('import(pathToFileURL(')
        if (parts.length !== 2) throw new Error(`${path} imports in another way than the build knows`)
        return { contents: parts.join('__importModule(pathToFileURL('), loader: path.endsWith('.ts') ? 'ts' : 'js' }
      },
    )
  },
}

/** Names of the DOM, a third of the scope analysis: they are only read when a configuration asks for them. */
const leanScopes = {
  name: 'lean-scopes',
  setup({ onLoad }) {
    onLoad({ filter: /scope-manager[\\/]dist[\\/]lib[\\/](?:dom|webworker|scripthost)[\w.]*\.js$/ }, ({ path }) => {
      const name = basename(path, '.js').replace(/\./g, '_')
      return { contents: `exports.${name} = { libs: [], variables: [] }` }
    })
  },
}

/**
 * The linter without what it never needs here: ESLint's own 290 rules, its default parser, its log, and its command line.
 */
const leanEslint = {
  name: 'lean-eslint',
  setup({ onResolve, onLoad }) {
    onLoad({ filter: /[\\/]src[\\/]lint[\\/]eslint-internals\.ts$/ }, () => ({
      contents: `
        export { Linter } from ${JSON.stringify(join(eslint, 'lib/universal.js'))}
        import { SourceCode } from ${JSON.stringify(join(eslint, 'lib/languages/js/source-code/index.js'))}
        import { FlatConfigArray } from ${JSON.stringify(join(eslint, 'lib/config/flat-config-array.js'))}
        export { SourceCode, FlatConfigArray }`,
      resolveDir: eslint,
      loader: 'js',
    }))
    onResolve({ filter: /^eslint\/universal$/ }, () => ({ path: join(eslint, 'lib/universal.js') }))
    // typescript-eslint's helpers extend classes of the command line that nothing here makes instances of.
    onResolve({ filter: /^eslint(?:\/use-at-your-own-risk)?$/ }, () => ({ path: 'eslint', namespace: 'lean' }))
    onLoad({ filter: /^eslint$/, namespace: 'lean' }, () => ({
      contents: `
        const { Linter } = require(${JSON.stringify(join(eslint, 'lib/universal.js'))})
        const { SourceCode } = require(${JSON.stringify(join(eslint, 'lib/languages/js/source-code/index.js'))})
        module.exports = { Linter, SourceCode, ESLint: class {}, RuleTester: class {} }`,
      resolveDir: eslint,
    }))
    onResolve({ filter: /(?:^|\/)rules$/ }, ({ importer }) =>
      importer.startsWith(join(eslint, 'lib')) ? { path: 'rules', namespace: 'lean' } : undefined,
    )
    onResolve({ filter: /^debug$/ }, () => ({ path: 'debug', namespace: 'lean' }))
    onLoad({ filter: /^debug$/, namespace: 'lean' }, () => ({
      contents: 'module.exports = () => Object.assign(() => undefined, { enabled: false })',
    }))
    onResolve({ filter: /^espree$/ }, () => ({ path: 'espree', namespace: 'lean' }))
    onLoad({ filter: /^rules$/, namespace: 'lean' }, () => ({ contents: 'module.exports = new Map()' }))
    onLoad({ filter: /^espree$/, namespace: 'lean' }, () => ({
      contents: `module.exports = { latestEcmaVersion: 17, supportedEcmaVersions: [17], parse() { throw new Error('not here') } }`,
    }))
  },
}

/** @type {import('esbuild').BuildOptions} */
const common = {
  outdir,
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  minify: true,
  charset: 'ascii',
  legalComments: 'none',
  logLevel: 'warning',
}
await build({ ...common, entryPoints: { load: join(root, 'src/load.ts') } })
const result = await build({
  ...common,
  entryPoints: { palisade: join(root, 'src/bin.ts') },
  // The CommonJS build of this one hides its parts from bundlers.
  alias: { 'jsonc-parser': join(dirname(require.resolve('jsonc-parser/package.json')), 'lib/esm/main.js') },
  // The exact parser, which is several times as large as all the rest.
  external: ['@typescript-eslint/parser', 'typescript'],
  define: { 'import.meta.url': '__bundleUrl' },
  banner: {
    js: `const __bundleUrl = require('node:url').pathToFileURL(__filename).href, __importModule = (url) => require('./load.js').importModule(url);`,
  },
  plugins: [workspace, gitFromLoader, oxcInside, importsThroughLoader, onlyOnce, leanScopes, leanEslint],
  metafile: process.argv.includes('--analyze'),
})

writeFileSync(join(outdir, 'package.json'), '{ "type": "commonjs" }\n')
writeFileSync(join(outdir, 'check-worker.js'), `void require('./load.js').load().program.thread()\n`)
const nodes = [process.execPath, ...(process.env['PALISADE_NODES'] ?? '').split(delimiter).filter(Boolean)]
for (const node of nodes) execFileSync(node, [join(root, 'build-cache.mjs'), outdir], { stdio: 'inherit' })

rmSync(bundle, { recursive: true, force: true })
renameSync(outdir, bundle)

const pages = join(root, '../../docs/rules')
rmSync(join(root, 'pages'), { recursive: true, force: true })
if (existsSync(pages)) {
  mkdirSync(join(root, 'pages'), { recursive: true })
  for (const page of readdirSync(pages)) copyFileSync(join(pages, page), join(root, 'pages', page))
}

if (result.metafile !== undefined) {
  for (const [file, { bytes, inputs }] of Object.entries(result.metafile.outputs)) {
    const largest = Object.entries(inputs).sort((a, b) => b[1].bytesInOutput - a[1].bytesInOutput)
    console.log(`${file} ${bytes}`)
    for (const [name, { bytesInOutput }] of largest.slice(0, 8)) console.log(`  ${bytesInOutput} ${name}`)
  }
}
