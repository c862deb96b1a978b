import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, isAbsolute, join, relative, resolve } from 'node:path'
import { CannotCheck, exitCodes } from '../errors.js'
import { counted } from '../formats/text.js'
import { findRepository } from '../git/repository.js'
import { git } from '../git/run.js'
import { describeChange } from '../init/change.js'
import { plan } from '../init/changes.js'
import { detect, installCommand, type Setup } from '../init/project.js'
import type { Host } from './host.js'

/** Choices of `palisade init`. */
export interface InitChoices {
  yes: boolean
  dryRun: boolean
}

/**
 * Sets Palisade up in a project: shows the changes, and makes them when a person or `--yes` agrees.
 *
 * @param host The current folder, and whom to ask.
 * @param choices What the command line says.
 * @returns The exit code.
 * @throws {CannotCheck} when nobody agrees or disagrees, or a file can't be written.
 */
export async function init(host: Host, choices: InitChoices): Promise<number> {
  const repository = await findRepository(host.cwd)
  const root = repository?.bare === false ? repository.root : host.cwd
  const setup = detect(projectFolder(host.cwd, root))
  const hooksFolder = repository === undefined ? undefined : await hooksFolderOf(setup.root)
  const { changes, todo, packages } = plan(setup, { hooksFolder, version: host.version })
  host.stdout.write(`${found(setup)}\n`)
  if (changes.length === 0) {
    host.stdout.write('Palisade is set up: nothing to change.\n')
    for (const line of todo) host.stdout.write(`To do: ${line}\n`)
    return exitCodes.clean
  }
  for (const change of changes) host.stdout.write(`\n${describeChange(change)}\n`)
  host.stdout.write('\n')
  if (choices.dryRun) {
    host.stdout.write(`${counted(changes.length, 'change')}; none was made, because of --dry-run.\n`)
    return exitCodes.clean
  }
  if (!choices.yes && !(await agreed(host, changes.length))) {
    host.stdout.write('Nothing was changed.\n')
    return exitCodes.clean
  }
  for (const change of changes) {
    const file = isAbsolute(change.file) ? change.file : join(setup.root, change.file)
    try {
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, change.after)
      if (change.executable === true) chmodSync(file, 0o755)
    } catch (error) {
      throw new CannotCheck(`${change.file} can't be written`, 'see who may write there, and run this again', {
        cause: error,
      })
    }
  }
  host.stdout.write(`${counted(changes.length, 'change')} made.\n`)
  if (packages.length > 0) host.stdout.write(`To do: ${installCommand(setup.packageManager, packages)}\n`)
  for (const line of todo) host.stdout.write(`To do: ${line}\n`)
  host.stdout.write('To do, on a code base with findings: palisade baseline\n')
  return exitCodes.clean
}

async function agreed(host: Host, count: number): Promise<boolean> {
  if (host.confirm === undefined) {
    throw new CannotCheck('nobody is here to agree to the changes', 'run it with --yes to make them, or with --dry-run')
  }
  return await host.confirm(`Make ${count === 1 ? 'this change' : `these ${count} changes`}?`)
}

/** The nearest folder with a manifest, up to the root. */
function projectFolder(cwd: string, root: string): string {
  for (let folder = resolve(cwd); folder.startsWith(root) && folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder
  }
  return root
}

/** Where git looks for hooks: `core.hooksPath`, or the repository's own folder, also from another work tree. */
async function hooksFolderOf(root: string): Promise<string> {
  const output = await git(['rev-parse', '--git-path', 'hooks'], { cwd: root })
  const folder = resolve(root, output.toString('utf8').trim())
  const inside = relative(root, folder)
  return inside.startsWith('..') || isAbsolute(inside) ? folder : inside.split('\\').join('/')
}

function found(setup: Setup): string {
  const parts = [
    setup.packageManager,
    setup.eslintConfig ?? 'no flat config of ESLint',
    setup.hookManager === 'git' ? 'no hook manager' : setup.hookManager,
    setup.tsconfig ?? 'no tsconfig.json',
    ...(setup.vscode ? ['VS Code'] : []),
  ]
  return `Found: ${parts.join(', ')}.`
}
