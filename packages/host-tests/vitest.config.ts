import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import workspace, { reporters } from '../../vitest.config.js'

/** Tests that start real hosts and real packages: slower than unit tests, so they have a run of their own. */
export default defineConfig({
  resolve: workspace.resolve,
  test: {
    globals: true,
    root: fileURLToPath(new URL('.', import.meta.url)),
    include: ['src/**/*.test.ts'],
    // `pnpm test:vscode` runs this one: its downloads are large.
    exclude: ['**/node_modules/**', 'src/editors/vscode.test.ts'],
    testTimeout: 60_000,
    reporters,
    hookTimeout: 60_000,
  },
})
