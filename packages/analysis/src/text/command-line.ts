import { insecureCommands, type InsecureCommandRow } from '../catalogs/insecure-commands.js'

/** One simple command of a shell text: the variables set for it, and its words without their quotes. */
export interface ShellCommand {
  env: { name: string; value: string }[]
  words: string[]
}

/** A word of a command that weakens transport security. */
export interface InsecureUse {
  row: InsecureCommandRow
  /** The words that do it, as they stand in the command. */
  token: string
}

const ASSIGNMENT = /^([A-Z_]\w*)=(.*)$/is

/**
 * Splits a shell text into simple commands, as far as its spelling tells: quotes, escapes, `&&`, `||`, `;`, `|`, `&`,
 * parentheses and newlines. A text handed to `sh -c` is split again, once.
 *
 * @param text POSIX shell or package.json script; parts known only at run time may stand in it as any character
 */
export function parseCommands(text: string, depth = 0): ShellCommand[] {
  const commands: ShellCommand[] = []
  let words: string[] = []
  let word: string | undefined
  const endWord = () => {
    if (word !== undefined) words.push(word)
    word = undefined
  }
  const endCommand = () => {
    endWord()
    if (words.length > 0) commands.push(toCommand(words))
    words = []
  }
  for (let index = 0; index < text.length; index += 1) {
    const char = text[index]!
    if (char === '"' || char === "'") {
      let close = index + 1
      while (close < text.length && text[close] !== char) close += char === '"' && text[close] === '\\' ? 2 : 1
      word = (word ?? '') + text.slice(index + 1, close)
      index = close
    } else if (char === '\\' && text[index + 1] === '\n') {
      index += 1
      endWord()
    } else if (char === '\\' && /["'\s]/.test(text[index + 1] ?? '')) {
      word = (word ?? '') + text[index + 1]
      index += 1
    } else if (char === '\n' || char === ';' || char === '|' || char === '(' || char === ')' || char === '`') {
      endCommand()
    } else if (char === '&') {
      endCommand()
    } else if (/\s/.test(char)) {
      endWord()
    } else if (char === '#' && word === undefined) {
      while (index + 1 < text.length && text[index + 1] !== '\n') index += 1
    } else {
      word = (word ?? '') + char
    }
  }
  endCommand()
  if (depth > 0) return commands
  return commands.flatMap((command) => {
    const flag = command.words.findIndex((each) => /^-[a-z]*c$|^-command$/i.test(each) || each === '/c')
    const shell = command.words.findIndex((each) =>
      /(?:^|[\\/])(?:ba|da|[zka])?sh$|^(?:cmd|pwsh|powershell)(?:\.exe)?$/.test(each),
    )
    const nested = shell >= 0 && flag > shell ? command.words[flag + 1] : undefined
    return nested === undefined ? [command] : [command, ...parseCommands(nested, depth + 1)]
  })
}

const WRAPPERS = new Set([
  'cross-env',
  'cross-env-shell',
  'env',
  'export',
  'set',
  'sudo',
  'dotenv',
  'declare',
  'setx',
  'ENV',
  'ARG',
])

function toCommand(words: string[]): ShellCommand {
  const env: ShellCommand['env'] = []
  let index = 0
  for (; index < words.length; index += 1) {
    const match = ASSIGNMENT.exec(words[index]!.replace(/^\$env:/, ''))
    if (match) env.push({ name: match[1]!, value: match[2]!.replace(/^["']|["']$/g, '') })
    else if (
      !WRAPPERS.has(words[index]!) &&
      !(env.length === 0 && index > 0 && words[index]!.startsWith('-') && WRAPPERS.has(words[0]!))
    )
      break
  }
  const rest = words.slice(index)
  // `docker run -e NAME=value`, `--env NAME=value`: the variable is set for what runs inside.
  for (let at = 0; at < rest.length; at += 1) {
    const value = /^(?:-e|--env|--build-arg)$/.test(rest[at]!)
      ? rest[at + 1]
      : /^--(?:env|build-arg)=(.*)$/s.exec(rest[at]!)?.[1]
    const match = value === undefined ? null : ASSIGNMENT.exec(value)
    if (match) env.push({ name: match[1]!, value: match[2]! })
  }
  return { env, words: rest }
}

/**
 * What in a command weakens transport security?
 *
 * @param command a command as {@link parseCommands} yields it, or program and arguments of `spawn`
 * @param rows the catalog
 */
export function insecureUses(
  command: ShellCommand,
  rows: readonly InsecureCommandRow[] = insecureCommands,
): InsecureUse[] {
  const uses: InsecureUse[] = []
  for (const row of rows) {
    const use = rowInEnvironment(command, row) ?? rowInWords(command, row)
    if (use !== undefined) uses.push({ row, token: use })
  }
  return uses
}

/**
 * Does setting a variable of the environment to a value weaken transport security?
 *
 * `NODE_OPTIONS` is read as the command line that it is.
 */
export function insecureVariable(
  name: string,
  value: string,
  rows: readonly InsecureCommandRow[] = insecureCommands,
): InsecureUse[] {
  return insecureUses({ env: [{ name, value }], words: [] }, rows)
}

function rowInEnvironment({ env }: ShellCommand, row: InsecureCommandRow): string | undefined {
  for (const { name, value } of env) {
    const { setting } = row
    const text = value.trim().replace(/^["']|["']$/g, '')
    if (
      setting &&
      row.programs.length === 0 &&
      name.toLowerCase() === setting.name.toLowerCase() &&
      includes(setting.values, text)
    ) {
      return `${name}=${text}`
    }
    if (row.flags && row.programs.length === 0 && /_(?:ARGS|FLAGS|OPTIONS)$/.test(name)) {
      const flag = text.split(/\s+/).find((word) => matchesFlag(row, word))
      if (flag !== undefined) return flag
    }
  }
  return undefined
}

function rowInWords({ words }: ShellCommand, row: InsecureCommandRow): string | undefined {
  const start = row.programs.length === 0 ? 0 : words.findIndex((word) => row.programs.includes(baseName(word)))
  if (start < 0) return undefined
  // `lighthouse --chrome-flags="--ignore-certificate-errors"`
  const rest = words
    .slice(row.programs.length === 0 ? 0 : start + 1)
    .flatMap((word) => [word, ...(/^--?[\w-]{0,30}(?:flags|args|options)=(.+)$/is.exec(word)?.[1]?.split(/\s+/) ?? [])])
  for (let index = 0; index < rest.length; index += 1) {
    const word = rest[index]!
    if (matchesFlag(row, word)) return word
    if (row.short && inBundle(word, row.short, row.shortWithValue ?? '')) return word
    if (row.setting && row.programs.length > 0) {
      const [name, value] = word.replace(/^--/, '').split('=', 2) as [string, string | undefined]
      if (name.toLowerCase() !== row.setting.name.toLowerCase()) continue
      if (
        value === undefined ? includes(row.setting.values, rest[index + 1] ?? '') : includes(row.setting.values, value)
      ) {
        return value === undefined ? `${word} ${rest[index + 1]}` : word
      }
    }
  }
  return undefined
}

function matchesFlag(row: InsecureCommandRow, word: string): boolean {
  return (
    row.flags?.some((flag) =>
      flag.endsWith('=') ? word.startsWith(flag) : word.toLowerCase() === flag.toLowerCase(),
    ) ?? false
  )
}

/** `-sSk` holds k; the `k` of `-okey` is part of a file name, as `o` takes a value. */
function inBundle(word: string, letters: string, withValue: string): boolean {
  if (!/^-[A-Z0-9#:]+$/i.test(word)) return false
  for (const char of word.slice(1)) {
    if (letters.includes(char)) return true
    if (withValue.includes(char)) return false
  }
  return false
}

function includes(values: readonly string[], value: string): boolean {
  const lower = value.toLowerCase()
  return values.some((each) => each.toLowerCase() === lower)
}

function baseName(word: string): string {
  return word.slice(Math.max(word.lastIndexOf('/'), word.lastIndexOf('\\')) + 1).replace(/\.(?:exe|cmd)$/i, '')
}
