import { dirname, isAbsolute, join, resolve } from 'node:path'
import { fileExists, nearest, perFile } from './disk.js'

/**
 * Which file of the project does an import lead to? Relative paths, `paths` and `baseUrl` of the nearest `tsconfig.json`
 * or `jsconfig.json` (with `extends`), `imports` of the nearest `package.json`. Packages are not looked up: what they
 * export is known from catalogs, or not at all.
 */

const EXTENSIONS = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs']
/** What an import of the built file's name means in the source. */
const SOURCES_OF: Readonly<Record<string, readonly string[]>> = {
  '.js': ['.ts', '.tsx', '.js', '.jsx'],
  '.jsx': ['.tsx', '.jsx'],
  '.mjs': ['.mts', '.mjs'],
  '.cjs': ['.cts', '.cjs'],
}
const MOST_EXTENDS = 6
/** A longer configuration was not written by hand. */
const LONGEST_CONFIG = 100_000

interface PathMapping {
  /** Where relative targets start. */
  base: string
  /** The directory in which bare specifiers are looked for as well (`baseUrl`). */
  bare?: string
  paths: readonly { before: string; after: string; wildcard: boolean; targets: readonly string[] }[]
}

/**
 * The file that an import of another file leads to.
 *
 * @param from the absolute path of the importing file.
 * @param specifier the text of the import.
 * @returns the absolute path of a source file, or undefined when it leads to a package or nowhere.
 */
export function resolveImport(from: string, specifier: string): string | undefined {
  if (!isAbsolute(from)) return undefined
  if (specifier.startsWith('./') || specifier.startsWith('../') || specifier === '.' || specifier === '..')
    return asFile(resolve(dirname(from), specifier))
  if (isAbsolute(specifier)) return asFile(specifier)
  if (specifier.startsWith('#')) return throughPackageImports(from, specifier) ?? throughPaths(from, specifier)
  return throughPaths(from, specifier)
}

/** The source file for a path without, or with the built, extension; a directory's index. */
function asFile(path: string): string | undefined {
  const extension = /\.[cm]?[jt]sx?$/u.exec(path)?.[0]
  if (extension) {
    const stem = path.slice(0, -extension.length)
    for (const source of SOURCES_OF[extension] ?? [extension]) if (fileExists(stem + source)) return stem + source
  }
  for (const candidate of EXTENSIONS) if (fileExists(path + candidate)) return path + candidate
  for (const candidate of EXTENSIONS)
    if (fileExists(join(path, `index${candidate}`))) return join(path, `index${candidate}`)
  return undefined
}

function throughPaths(from: string, specifier: string): string | undefined {
  for (const name of ['tsconfig.json', 'jsconfig.json']) {
    const directory = nearest(from, name)
    const mapping = directory && mappingOf(join(directory, name), 0)
    if (!mapping) continue
    for (const { before, after, wildcard, targets } of mapping.paths) {
      const fits = wildcard
        ? specifier.length >= before.length + after.length && specifier.startsWith(before) && specifier.endsWith(after)
        : specifier === before
      if (!fits) continue
      const middle = specifier.slice(before.length, specifier.length - after.length)
      for (const target of targets) {
        const file = asFile(resolve(mapping.base, wildcard ? target.replace('*', () => middle) : target))
        if (file) return file
      }
    }
    const file = mapping.bare && asFile(resolve(mapping.bare, specifier))
    if (file) return file
  }
  return undefined
}

const readConfig = perFile((text) => parseJsonWithComments(text) as Record<string, unknown> | undefined)

function mappingOf(config: string, depth: number): PathMapping | undefined {
  const json = readConfig(config)
  if (!isRecord(json)) return undefined
  const options = isRecord(json['compilerOptions']) ? json['compilerOptions'] : {}
  const directory = dirname(config)
  const baseUrl = typeof options['baseUrl'] === 'string' ? resolve(directory, options['baseUrl']) : undefined
  if (isRecord(options['paths']))
    return {
      base: baseUrl ?? directory,
      ...(baseUrl ? { bare: baseUrl } : {}),
      paths: Object.entries(options['paths']).flatMap(([pattern, targets]) => {
        if (!Array.isArray(targets)) return []
        const star = pattern.indexOf('*')
        return {
          before: star < 0 ? pattern : pattern.slice(0, star),
          after: star < 0 ? '' : pattern.slice(star + 1),
          wildcard: star >= 0,
          targets: targets.filter((target): target is string => typeof target === 'string'),
        }
      }),
    }
  const inherited = depth < MOST_EXTENDS ? [json['extends']].flat() : []
  for (const parent of inherited.reverse()) {
    if (typeof parent !== 'string' || !/^[./]/u.test(parent)) continue
    const path = resolve(directory, parent)
    const mapping = mappingOf(path.endsWith('.json') ? path : `${path}.json`, depth + 1)
    if (mapping) return baseUrl ? { ...mapping, base: baseUrl, bare: baseUrl } : mapping
  }
  return baseUrl ? { base: baseUrl, bare: baseUrl, paths: [] } : undefined
}

function throughPackageImports(from: string, specifier: string): string | undefined {
  const directory = nearest(from)
  const json = directory && readConfig(join(directory, 'package.json'))
  const imports = isRecord(json) && isRecord(json['imports']) ? json['imports'] : {}
  for (const [pattern, target] of Object.entries(imports)) {
    const path = conditionless(target)
    if (!path || !directory) continue
    const star = pattern.indexOf('*')
    if (star < 0 ? pattern === specifier : specifier.startsWith(pattern.slice(0, star))) {
      const middle = star < 0 ? '' : specifier.slice(star, specifier.length - (pattern.length - star - 1))
      const file = asFile(
        resolve(
          directory,
          path.replace('*', () => middle),
        ),
      )
      if (file) return file
    }
  }
  return undefined
}

function conditionless(target: unknown, depth = 0): string | undefined {
  if (typeof target === 'string') return target
  if (!isRecord(target) || depth > 4) return undefined
  for (const value of Object.values(target)) {
    const found = conditionless(value, depth + 1)
    if (found) return found
  }
  return undefined
}

/**
 * Parses JSON as `tsconfig.json` has it: with comments and trailing commas.
 *
 * @param text the file's text.
 * @returns the value, or undefined when it is no such JSON.
 */
export function parseJsonWithComments(text: string): unknown {
  if (text.length > LONGEST_CONFIG) return undefined
  let bare = ''
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!
    if (char === '"') {
      const start = i++
      while (i < text.length && text[i] !== '"') i += text[i] === '\\' ? 2 : 1
      bare += text.slice(start, i + 1)
    } else if (char === '/' && text[i + 1] === '/') {
      while (i < text.length && text[i] !== '\n') i++
      bare += '\n'
    } else if (char === '/' && text[i + 1] === '*') {
      const end = text.indexOf('*/', i + 2)
      i = end < 0 ? text.length : end + 1
    } else if (char === '}' || char === ']') bare = `${withoutTrailingComma(bare)}${char}`
    else bare += char
  }
  try {
    return JSON.parse(bare.replace(/^\uFEFF/u, ''))
  } catch {
    return undefined
  }
}

function withoutTrailingComma(text: string): string {
  const end = text.trimEnd()
  return end.endsWith(',') ? end.slice(0, -1) : text
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
