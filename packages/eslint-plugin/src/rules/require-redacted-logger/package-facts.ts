import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const majors = new Map<string, number | undefined>()

/**
 * The major version of a package as a file would import it.
 *
 * @param filename the importing file's absolute path.
 * @param name the package's name.
 * @returns the major version; undefined when no installation is in sight.
 */
export function installedMajor(filename: string, name: string): number | undefined {
  const start = dirname(filename)
  const key = `${start}\0${name}`
  if (!majors.has(key)) majors.set(key, findMajor(start, name))
  return majors.get(key)
}

function findMajor(start: string, name: string): number | undefined {
  for (let folder = start, hops = 0; hops < 40; folder = dirname(folder), hops++) {
    try {
      const text = readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8')
      const major = Number.parseInt(String((JSON.parse(text) as { version?: unknown }).version), 10)
      return Number.isNaN(major) ? undefined : major
    } catch {
      // not here: one folder up
    }
    if (dirname(folder) === folder) return undefined
  }
  return undefined
}

const commands = new Map<string, boolean>()

/**
 * Whether the package that a file belongs to installs a command (`bin`).
 *
 * @param filename the file's absolute path.
 */
export function hasCommand(filename: string): boolean {
  const start = dirname(filename)
  let answer = commands.get(start)
  if (answer === undefined) commands.set(start, (answer = findCommand(start)))
  return answer
}

function findCommand(start: string): boolean {
  for (let folder = start, hops = 0; hops < 40; folder = dirname(folder), hops++) {
    try {
      const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { bin?: unknown } | null
      return manifest?.bin !== undefined
    } catch {
      // not here: one folder up
    }
    if (dirname(folder) === folder) return false
  }
  return false
}
