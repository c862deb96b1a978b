import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { configNames } from './config-names.js'

/** The hook managers that `init` knows. */
export type HookManager = 'husky' | 'lefthook' | 'pre-commit' | 'git'

/** The package managers that `init` knows. */
export type PackageManager = 'npm' | 'pnpm' | 'yarn' | 'bun'

/** What a project uses. */
export interface Setup {
  /** The folder with the project's manifest; the repository's root when there is none. */
  root: string
  manifest: Record<string, unknown> | undefined
  packageManager: PackageManager
  /** The flat config, from the root. */
  eslintConfig: string | undefined
  hookManager: HookManager
  /** The hook manager's file, from the root, when it has one. */
  hookFile: string | undefined
  /** The TypeScript configuration, from the root. */
  tsconfig: string | undefined
  /** Whether the project is edited in VS Code. */
  vscode: boolean
}

const lockFiles: readonly (readonly [file: string, manager: PackageManager])[] = [
  ['pnpm-lock.yaml', 'pnpm'],
  ['yarn.lock', 'yarn'],
  ['bun.lock', 'bun'],
  ['bun.lockb', 'bun'],
  ['package-lock.json', 'npm'],
]

/** The names under which lefthook looks for its configuration. */
const lefthookFiles = ['lefthook', '.lefthook', '.config/lefthook'].flatMap((name) => [`${name}.yml`, `${name}.yaml`])

/**
 * Finds out what a project uses.
 *
 * @param root The repository's root.
 * @returns What was found.
 */
export function detect(root: string): Setup {
  const has = (file: string): boolean => existsSync(join(root, file))
  const manifest = readManifest(root)
  const eslintConfig = configNames.find(has)
  return {
    root,
    manifest,
    packageManager: packageManagerOf(root, manifest),
    eslintConfig,
    ...hookManagerOf(has, manifest),
    tsconfig: has('tsconfig.json') ? 'tsconfig.json' : undefined,
    vscode: has('.vscode'),
  }
}

/**
 * The command that installs development dependencies.
 *
 * @param manager The package manager.
 * @param packages The packages.
 * @returns A command line.
 */
export function installCommand(manager: PackageManager, packages: readonly string[]): string {
  const verbs: Record<PackageManager, string> = {
    npm: 'npm install --save-dev',
    pnpm: 'pnpm add --save-dev',
    yarn: 'yarn add --dev',
    bun: 'bun add --dev',
  }
  return `${verbs[manager]} ${packages.join(' ')}`
}

/**
 * Whether a project's manifest names a package.
 *
 * @param setup The project.
 * @param name The package.
 * @returns True for dependencies of any kind.
 */
export function dependsOn(setup: Pick<Setup, 'manifest'>, name: string): boolean {
  return ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'].some((kind) => {
    const dependencies = setup.manifest?.[kind]
    return typeof dependencies === 'object' && dependencies !== null && Object.hasOwn(dependencies, name)
  })
}

function hookManagerOf(
  has: (file: string) => boolean,
  manifest: Setup['manifest'],
): Pick<Setup, 'hookManager' | 'hookFile'> {
  const lefthook = lefthookFiles.find(has)
  if (lefthook !== undefined) return { hookManager: 'lefthook', hookFile: lefthook }
  if (has('.husky') || dependsOn({ manifest }, 'husky')) {
    return { hookManager: 'husky', hookFile: '.husky/pre-commit' }
  }
  if (has('.pre-commit-config.yaml')) return { hookManager: 'pre-commit', hookFile: '.pre-commit-config.yaml' }
  return { hookManager: 'git', hookFile: undefined }
}

function packageManagerOf(root: string, manifest: Setup['manifest']): PackageManager {
  const declared = /^(npm|pnpm|yarn|bun)@/.exec(String(manifest?.['packageManager'] ?? ''))?.[1]
  if (declared !== undefined) return declared as PackageManager
  // In a monorepo the lock file can lie above.
  for (let folder = root; ; folder = dirname(folder)) {
    const found = lockFiles.find(([file]) => existsSync(join(folder, file)))
    if (found !== undefined) return found[1]
    if (folder === dirname(folder)) return 'npm'
  }
}

function readManifest(root: string): Setup['manifest'] {
  try {
    return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, unknown>
  } catch {
    return undefined
  }
}
