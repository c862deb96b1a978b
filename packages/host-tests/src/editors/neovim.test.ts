import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { install, type Installation } from './support/installation.js'

const require = createRequire(import.meta.url)
const neovim = (process.env['PATH'] ?? '')
  .split(delimiter)
  .map((folder) => join(folder, 'nvim'))
  .find((path) => existsSync(path))

const text = `declare function probe(x: unknown): void

export function connect(host: string) {
  probe(host)
}
`

describe.skipIf(neovim === undefined)(
  `Neovim with typescript-language-server${neovim ? '' : ' (skipped: no nvim on the PATH)'}`,
  () => {
    let installed: Installation

    beforeAll(() => {
      installed = install({ typescript: 'typescript', rules: 'probe' })
    })

    afterAll(() => installed.cleanUp())

    it('shows a finding and applies its fix, through the entry in tsconfig.json', async () => {
      const plugins = [{ name: '@palisade/typescript-plugin' }]
      installed.write('tsconfig.json', JSON.stringify({ compilerOptions: { strict: true, types: [], plugins } }))
      const file = installed.write('connect.ts', text)
      const report = join(installed.folder, 'report.json')
      const server = join(dirname(require.resolve('typescript-language-server/package.json')), 'lib/cli.mjs')
      const script = fileURLToPath(new URL('./support/neovim.lua', import.meta.url))
      await promisify(execFile)(neovim ?? '', ['--headless', '--clean', '-c', `luafile ${script}`], {
        timeout: 55_000,
        env: {
          ...process.env,
          XDG_STATE_HOME: join(installed.folder, 'state'),
          PALISADE_FILE: file,
          PALISADE_ROOT: installed.folder,
          PALISADE_SERVER: JSON.stringify([process.execPath, server, '--stdio']),
          PALISADE_TSSERVER: join(installed.typescript, 'lib/tsserver.js'),
          PALISADE_ACTION: 'Unwrap it',
          PALISADE_REPORT: report,
        },
      })
      expect(JSON.parse(readFileSync(report, 'utf8'))).toMatchObject({
        diagnostics: [{ line: 4, column: 3, severity: 1, message: 'The type is string. (palisade/probe)' }],
        actions: expect.arrayContaining(['Unwrap it', 'Disable palisade/probe for this line, with a reason']),
        left: 0,
      })
      expect(readFileSync(file, 'utf8')).toBe(text.replace('probe(host)', 'host'))
    })
  },
)
