import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { badExamples, goodExamples } from '../../../../../docs/tools/practices.js'

const root = fileURLToPath(new URL('../../../../../', import.meta.url))
const manifest = fileURLToPath(new URL('../../../package.json', import.meta.url))

/** Files larger than this are bundles, of which one would take as long as fifty others. */
const maxSize = 60_000

/** Gathers files for the comparison of hosts into one project, so that each host sees the same paths and types. */
export class ParityProject {
  readonly folder: string
  readonly files: string[] = []

  constructor(folder: string) {
    this.folder = folder
  }

  /** The example applications, mistakes and all. */
  addExamples(): void {
    const examples = join(root, 'examples')
    for (const file of sourcesBelow(examples))
      this.#add(`examples/${relative(examples, file)}`, readFileSync(file, 'utf8'))
  }

  /** The code blocks of the rules' pages, which hold a case of each message. */
  addPages(): void {
    const pages = join(root, 'docs/rules')
    if (!existsSync(pages)) return
    for (const name of readdirSync(pages).sort()) {
      const text = readFileSync(join(pages, name), 'utf8')
      let block = 0
      for (const [, language, code] of text.matchAll(/^```(ts|tsx|js|jsx)\b[^\n]*\n(.*?)^```/gms)) {
        this.#add(`pages/${name.replace(/\.md$/, '')}/${++block}.${language}`, code ?? '')
      }
    }
  }

  /** What security guides call bad and good, the programs of the practices' tests. */
  addPractices(): void {
    for (const [kind, list] of Object.entries({ bad: badExamples, good: goodExamples }))
      for (const [index, { practice, code, filename }] of list.entries())
        this.#add(`practices/${kind}/${practice}-${index}/${filename ?? 'example.ts'}`, code)
  }

  /** Files of the npm packages that the host tests pin, a few of each so that many hands are seen. */
  addPackages(count: number): void {
    const { devDependencies } = JSON.parse(readFileSync(manifest, 'utf8')) as {
      devDependencies: Record<string, string>
    }
    const modules = join(dirname(manifest), 'node_modules')
    const lists = Object.keys(devDependencies)
      .filter((name) => !/^typescript|eslint|^@palisade|playwright/.test(name))
      .map((name) => ({ name, folder: realpathSync(join(modules, name)) }))
      .map(({ name, folder }) => ({ name, folder, files: sourcesBelow(folder) }))
    for (let round = 0, added = 0; added < count; round++) {
      const before = added
      for (const { name, folder, files } of lists) {
        const file = files[round]
        if (file === undefined || added >= count) continue
        this.#add(`packages/${name}/${relative(folder, file)}`, readFileSync(file, 'utf8'))
        added++
      }
      if (added === before) throw new Error(`The packages have ${added} files, ${count} were wanted.`)
    }
  }

  #add(name: string, text: string): void {
    const path = join(this.folder, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
    this.files.push(path)
  }
}

/** JavaScript and TypeScript files below a folder, in a stable order, without installed and built ones of others. */
function sourcesBelow(folder: string): string[] {
  const found: string[] = []
  const visit = (current: string): void => {
    for (const entry of readdirSync(current, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = join(current, entry.name)
      if (entry.isDirectory() && entry.name !== 'node_modules' && !entry.name.startsWith('.')) visit(path)
      if (!entry.isFile() || !/\.[cm]?[jt]sx?$/.test(entry.name) || /\.d\.[cm]?ts$/.test(entry.name)) continue
      // A package's own configuration of ESLint would decide for its files.
      if (/^eslint\.config\./.test(entry.name)) continue
      if (/\.min\.js$/.test(entry.name) || statSync(path).size > maxSize) continue
      found.push(path)
    }
  }
  visit(folder)
  return found
}
