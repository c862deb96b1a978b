// Makes one file out of the plugin and what it is made of, before it is packed: loading it takes a quarter of the time that
// loading a hundred and fifty modules does, in every run of ESLint and in every hook.

import { build } from 'esbuild'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(fileURLToPath(import.meta.url))

await build({
  entryPoints: [join(root, 'src/index.ts')],
  outfile: join(root, 'bundle/index.js'),
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  external: ['picomatch'],
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  logLevel: 'warning',
  plugins: [
    {
      name: 'analysis-inside',
      setup({ onResolve }) {
        onResolve({ filter: /^@palisade\/analysis$/ }, () => ({ path: join(root, '../analysis/src/index.ts') }))
      },
    },
  ],
})
