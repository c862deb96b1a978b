/**
 * The README's demo: lints the examples, or the folder or file named on the command line, and prints what it found.
 * Exits 0 whatever it finds: it shows, it does not judge. `--strict` uses the strict config.
 */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
// By path: npm, with which pre-commit installs this repository, knows no workspace packages.
import palisade from '../packages/eslint-plugin/dist/index.js'
import { lintFolder, printFindings } from './lint-folder.js'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { strict: { type: 'boolean', default: false } },
})
const examples = fileURLToPath(new URL('.', import.meta.url))
// Package managers run scripts from the workspace's root and say in INIT_CWD where the user stood.
const from = process.env['INIT_CWD'] ?? process.cwd()
const target = positionals[0] === undefined ? examples : path.resolve(from, positionals[0])

if (!existsSync(target)) {
  process.stderr.write(`There is no ${target}\n`)
  process.exitCode = 1
} else {
  const started = performance.now()
  const found = await lintFolder(
    target,
    palisade,
    values.strict ? 'strict' : 'recommended',
    target === examples ? ['*.ts'] : [],
  )
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const count = found.files.reduce((sum, { findings }) => sum + findings.length, 0)
  const color = process.stdout.isTTY && process.env['NO_COLOR'] === undefined
  process.stdout.write(printFindings(found, { color }))
  process.stdout.write(
    `\n${plural(found.fileCount, 'file')}, ${plural(found.lineCount, 'line')}: ` +
      `${plural(count, 'finding')} in ${plural(found.files.length, 'file')}, ${seconds} s\n`,
  )
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`
}
