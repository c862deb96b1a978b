// Makes the command out of a clone of the repository. pre-commit installs hooks that way: "npm install" and "npm pack"
// in the root folder, then "npm install --global" of what was packed. Developers use pnpm, and have it built on demand.

import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = dirname(fileURLToPath(import.meta.url))
const root = join(folder, '../..')
// The user agent would tell as well, but a surrounding package manager hands its own down.
const isNpm = /npm-cli\.js$/.test(process.env.npm_execpath ?? '')

if (isNpm && !existsSync(join(folder, 'bundle/palisade.js'))) {
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const pnpm = (...args) =>
    execFileSync('npx', ['--yes', packageManager, ...args], {
      cwd: root,
      stdio: ['ignore', 2, 2],
      shell: process.platform === 'win32',
      // Without a terminal pnpm must not ask whether it may replace what npm has installed.
      env: { ...process.env, CI: 'true' },
    })
  pnpm('install', '--frozen-lockfile', '--ignore-scripts', '--filter', '@palisade/cli...')
  execFileSync(process.execPath, [join(folder, 'build.mjs')], { cwd: folder, stdio: ['ignore', 2, 2] })
}
