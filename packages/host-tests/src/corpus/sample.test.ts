import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const workspace = fileURLToPath(new URL('../../../../', import.meta.url))

/** Lints the corpus' fixed sample and answers with what it printed; npm brings the packages in where they aren't yet. */
function lintSample(): Promise<{ output: string; code: number | null }> {
  return new Promise((resolve, reject) => {
    const child = spawn('pnpm', ['-s', 'corpus', '--sample'], {
      cwd: workspace,
      env: { ...process.env, NO_COLOR: '1' },
    })
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.on('error', reject)
    child.on('close', (code) => resolve({ output, code }))
  })
}

it('finds in 17 real packages what was reviewed, and nothing else', { timeout: 15 * 60_000 }, async () => {
  const { output, code } = await lintSample()
  expect(code, output).toBe(0)
})
