import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import workspace, { reporters } from '../../vitest.config.js'

/** A real VS Code in a real browser: large downloads and half a minute a test, so it has a run of its own. */
export default defineConfig({
  resolve: workspace.resolve,
  test: {
    root: fileURLToPath(new URL('.', import.meta.url)),
    include: ['src/editors/vscode.test.ts'],
    testTimeout: 180_000,
    reporters,
    hookTimeout: 600_000,
  },
})
