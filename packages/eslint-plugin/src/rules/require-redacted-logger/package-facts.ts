import { readFileSync } from 'node:fs'
import { dirname, isAbsolute, join, relative } from 'node:path'

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

/** Folders in which a package that installs a command keeps the command's code. */
const COMMAND_FOLDER = /(?:^|\/)(?:bin|cli|cmd|commands)\//u

/**
 * Whether a file is part of a command that its package installs: a target of `bin`, or in a folder named for commands.
 *
 * @param filename the file's absolute path; of a relative one nothing is known.
 */
export function isCommandFile(filename: string): boolean {
  if (!isAbsolute(filename)) return false
  let answer = commands.get(filename)
  if (answer === undefined) {
    if (commands.size > 5000) commands.clear()
    commands.set(filename, (answer = findCommand(filename)))
  }
  return answer
}

function findCommand(filename: string): boolean {
  for (let folder = dirname(filename), hops = 0; hops < 40; folder = dirname(folder), hops++) {
    try {
      const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { bin?: unknown } | null
      if (manifest?.bin === undefined) return false
      const path = relative(folder, filename).replaceAll('\\', '/')
      const targets = typeof manifest.bin === 'object' ? Object.values(manifest.bin ?? {}) : [manifest.bin]
      return COMMAND_FOLDER.test(path) || targets.some((target) => String(target).replace(/^\.\//u, '') === path)
    } catch {
      // not here: one folder up
    }
    if (dirname(folder) === folder) return false
  }
  return false
}
