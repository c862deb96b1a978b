import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)
const manifest = fileURLToPath(new URL('packages.tsv', import.meta.url))

/** A pinned npm package of the corpus: one row of `packages.tsv`. */
export interface CorpusPackage {
  /** What its code is for: server, ai, auth, bot, cli, database, logger, network, payment, … */
  readonly kind: string
  readonly name: string
  readonly version: string
  /** Which files are linted: `dir`, `dir/*.ext`, `.` for all, `!dir` to leave a folder out. A package that ships the same code twice is linted once. */
  readonly files: readonly string[]
  /** Whether it belongs to the fixed sample that the host tests lint. */
  readonly sample: boolean
  /** The tarball's sha512, as in a lockfile. */
  readonly integrity: string
}

/** Reads the manifest. Throws where a row lacks a column, since a package silently left out would look like "no findings". */
export function corpusPackages(): CorpusPackage[] {
  const rows = readFileSync(manifest, 'utf8').trim().split('\n').slice(1)
  return rows.map((row) => {
    const [kind, name, version, files, sample, integrity, ...rest] = row.split('\t')
    if (!kind || !name || !version || !files || !sample || !integrity || rest.length > 0)
      throw new Error(`packages.tsv: expected six columns in "${row}"`)
    return { kind, name, version, files: files.split(' '), sample: sample === 'sample', integrity }
  })
}

/** The packages that the given names or patterns (`@strapi/*`) choose; all when there are none. Throws on a pattern that chooses nothing. */
export function choosePackages(all: readonly CorpusPackage[], patterns: readonly string[]): CorpusPackage[] {
  if (patterns.length === 0) return [...all]
  const chosen = new Set<CorpusPackage>()
  for (const pattern of patterns) {
    const found = all.filter(({ name }) =>
      pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern,
    )
    if (found.length === 0)
      throw new Error(`no package of the corpus is called "${pattern}"; they are listed in ${manifest}`)
    for (const one of found) chosen.add(one)
  }
  return all.filter((one) => chosen.has(one))
}

/** Where the corpus is kept: `$PALISADE_CORPUS`, else a `palisade/corpus` folder in the user's cache, shared by all checkouts. */
export function corpusFolder(): string {
  return (
    process.env['PALISADE_CORPUS'] ??
    path.join(process.env['XDG_CACHE_HOME'] ?? path.join(homedir(), '.cache'), 'palisade', 'corpus')
  )
}

/** The folder that holds one unpacked package. */
export function packageFolder(one: CorpusPackage): string {
  return path.join(corpusFolder(), `${one.name}@${one.version}`)
}

/**
 * Brings in the packages that are not there yet, through the npm client as the user has set it up: packed by exact version,
 * checked against the pinned integrity, unpacked without running any script.
 *
 * @throws when a tarball is not the pinned one, or npm cannot bring it in
 */
export async function bringIn(
  packages: readonly CorpusPackage[],
  onProgress: (text: string) => void = () => {},
): Promise<void> {
  const missing = packages.filter((one) => !existsSync(packageFolder(one)))
  if (missing.length === 0) return
  mkdirSync(corpusFolder(), { recursive: true })
  const batch = 6
  for (let start = 0; start < missing.length; start += batch) {
    const some = missing.slice(start, start + batch)
    onProgress(`bringing in ${start + 1}–${start + some.length} of ${missing.length} packages`)
    await Promise.all(some.map(bringInOne))
  }
}

async function bringInOne(one: CorpusPackage): Promise<void> {
  const folder = mkdtempSync(path.join(corpusFolder(), '.incoming-'))
  try {
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
    await run(
      npm,
      ['pack', `${one.name}@${one.version}`, '--ignore-scripts', '--silent', '--pack-destination', folder],
      {
        cwd: folder,
        shell: process.platform === 'win32',
        maxBuffer: 1 << 26,
      },
    )
    const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'))
    if (tarball === undefined) throw new Error(`npm packed nothing for ${one.name}@${one.version}`)
    const integrity =
      'sha512-' +
      createHash('sha512')
        .update(readFileSync(path.join(folder, tarball)))
        .digest('base64')
    if (integrity !== one.integrity)
      throw new Error(
        `${one.name}@${one.version} is not the pinned tarball: expected ${one.integrity}, got ${integrity}`,
      )
    const unpacked = path.join(folder, 'package')
    mkdirSync(unpacked)
    // Some tarballs name their top folder differently or carry odd modes, hence the strip and the flags.
    await run(
      'tar',
      ['-xzf', tarball, '-C', 'package', '--strip-components=1', '--no-same-owner', '--no-same-permissions'],
      {
        cwd: folder,
      },
    )
    mkdirSync(path.dirname(packageFolder(one)), { recursive: true })
    try {
      renameSync(unpacked, packageFolder(one))
    } catch (error) {
      // Another checkout has just brought in the same package.
      if (!existsSync(packageFolder(one))) throw error
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const sourceName = /\.[cm]?[jt]sx?$/
const declarationName = /\.d(?:\.[^.]+)?\.[cm]?ts$/

/** The source files of an unpacked package that the manifest's `files` choose, as sorted paths inside the package, with `/`. */
export function sourceFiles(one: CorpusPackage): string[] {
  const root = packageFolder(one)
  const without = one.files.filter((entry) => entry.startsWith('!')).map((entry) => entry.slice(1))
  const found = new Set<string>()
  for (const entry of one.files) {
    if (entry.startsWith('!')) continue
    const [, folder = '', extension] = /^(.*?)\/?(?:\*(\.[\w.]+))?$/.exec(entry) ?? []
    const before = found.size
    collect(root, folder === '.' ? '' : folder, extension ?? '', without, found)
    if (found.size === before) throw new Error(`${one.name}: "${entry}" in packages.tsv chooses no source file`)
  }
  return [...found].sort()
}

function collect(root: string, folder: string, extension: string, without: string[], found: Set<string>): void {
  for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
    const name = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (entry.isDirectory()) {
      if (entry.name !== 'node_modules' && !without.includes(name)) collect(root, name, extension, without, found)
    } else if (sourceName.test(name) && !declarationName.test(name) && name.endsWith(extension)) {
      if (statSync(path.join(root, name)).size < 800_000) found.add(name)
    }
  }
}

/** The text of a source file, or undefined for a minified or generated one, which nobody reads and nobody lints. */
export function readableText(file: string): string | undefined {
  const text = readFileSync(file, 'utf8')
  const code = text.replace(/\n\/\/# sourceMappingURL=data:[^\n]*\n?$/, '\n')
  return code.length / countLines(code) > 100 ? undefined : text
}

/** How many lines a text has. */
export function countLines(text: string): number {
  let lines = 1
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines++
  return lines
}
