import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'

const source = /\.[cm]?[jt]sx?$/

/** Every source file below a folder, sorted, each real file once; symbolic links are not followed. */
export function sourceFilesBelow(folder: string): string[] {
  const found: string[] = []
  const pending = [realpathSync(folder)]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const entry of readdirSync(next, { withFileTypes: true })) {
      const full = path.join(next, entry.name)
      if (entry.isDirectory()) pending.push(full)
      else if (entry.isFile() && source.test(entry.name)) found.push(full)
    }
  }
  return found.sort()
}

/**
 * A sample of files that is the same for the same installation: every nth of each extension, so that the rare ones
 * (`.mts`, `.tsx`) are there too.
 */
export function sampleFiles(files: readonly string[], count: number): string[] {
  const byExtension = new Map<string, string[]>()
  for (const file of files) {
    const extension = /(?:\.d)?\.[cm]?[jt]sx?$/.exec(file)?.[0] ?? ''
    byExtension.set(extension, [...(byExtension.get(extension) ?? []), file])
  }
  const share = Math.ceil(count / byExtension.size)
  const chosen = new Set<string>()
  for (const some of byExtension.values()) for (const file of everyNth(some, share)) chosen.add(file)
  for (const file of everyNth(files, count)) if (chosen.size < count) chosen.add(file)
  for (const file of files) if (chosen.size < Math.min(count, files.length)) chosen.add(file)
  return [...chosen].sort()
}

function everyNth(files: readonly string[], count: number): string[] {
  const step = Math.max(1, files.length / count)
  return Array.from({ length: Math.min(count, files.length) }, (_, index) => files[Math.floor(index * step)] ?? '')
}

/** The text of a file, or undefined where there is none to lint: a folder of that name, or a bundle of megabytes. */
export function lintableText(file: string, limit = 1_500_000): string | undefined {
  return existsSync(file) && statSync(file).size <= limit ? readFileSync(file, 'utf8') : undefined
}
