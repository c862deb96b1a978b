import { execFileSync } from 'node:child_process'
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { TsServer } from './tsserver.js'

const require = createRequire(import.meta.url)
const pluginFolder = dirname(require.resolve('@palisade/typescript-plugin/package.json'))
const probeRules = fileURLToPath(new URL('./probe-rules.mjs', import.meta.url))

/** The TypeScript versions that the plugin serves: the oldest, the last of the fives, the newest with a tsserver. */
export const typescripts = { '5.4': 'typescript-5.4', '5.9': 'typescript-5.9', '6.0': 'typescript' } as const

/** A folder with TypeScript and the plugin installed, as a package manager would leave it, and files of a project. */
export interface Installation {
  folder: string
  typescript: string
  /** Writes a file of the project and gives its path. */
  write(name: string, text: string): string
  /** Makes another installed package reachable for the project's configuration. */
  link(name: string): void
  /** Starts a tsserver of this installation; `cleanUp` ends it. */
  server(args?: readonly string[], execArgv?: readonly string[]): TsServer
  cleanUp(): Promise<void>
}

/**
 * Installs TypeScript and the plugin into a fresh folder.
 *
 * @param options.typescript The name under which the TypeScript is installed here.
 * @param options.rules `probe` bundles the plugin with rules made for tests, `palisade` with the real ones.
 * @returns The installation.
 */
export function install(options: { typescript: string; rules: 'probe' | 'palisade' }): Installation {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'palisade-editor-')))
  const modules = join(folder, 'node_modules')
  const typescript = join(modules, 'typescript')
  copyTypescript(dirname(require.resolve(`${options.typescript}/package.json`)), typescript)
  const plugin = join(modules, '@palisade/typescript-plugin')
  mkdirSync(plugin, { recursive: true })
  copyFileSync(join(pluginFolder, 'package.json'), join(plugin, 'package.json'))
  bundlePlugin(join(plugin, 'dist/bundle'), options.rules)
  const servers: TsServer[] = []

  return {
    folder,
    typescript,
    write(name, text) {
      const path = join(folder, name)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, text)
      return path
    },
    link(name) {
      const target = join(modules, name)
      mkdirSync(dirname(target), { recursive: true })
      symlinkSync(dirname(require.resolve(`${name}/package.json`)), target)
    },
    server(args = [], execArgv = []) {
      const server = new TsServer(typescript, join(folder, `tsserver-${servers.length}.log`), args, execArgv)
      servers.push(server)
      return server
    },
    async cleanUp() {
      await Promise.all(servers.map((server) => server.stop()))
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/**
 * Bundles the plugin.
 *
 * @param outdir Where to put it.
 * @param rules Which rules go in.
 */
export function bundlePlugin(outdir: string, rules: 'probe' | 'palisade'): void {
  const args = [join(pluginFolder, 'scripts/bundle.mjs'), '--outdir', outdir]
  if (rules === 'probe') args.push('--rules', probeRules)
  execFileSync(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'] })
}

/** The server and the standard library are all that a tsserver needs; the translations would triple the copy. */
function copyTypescript(from: string, to: string): void {
  mkdirSync(join(to, 'lib'), { recursive: true })
  copyFileSync(join(from, 'package.json'), join(to, 'package.json'))
  for (const entry of readdirSync(join(from, 'lib'), { withFileTypes: true })) {
    if (!entry.isFile() || /^_?tsc\.js$|typingsInstaller|^typescript\.d\.ts$|^tsserverlibrary/.test(entry.name))
      continue
    copyFileSync(join(from, 'lib', entry.name), join(to, 'lib', entry.name))
  }
}
