import { credentialArguments, type CredentialArgumentRow } from '../catalogs/credential-arguments.js'
import { escapePattern } from './prefilter.js'
import type { ShellCommand } from './command-line.js'

/** A credential on a command line. */
export interface CommandSecret {
  readonly row: CredentialArgumentRow
  readonly value: string
  /** Which word of the command holds it. */
  readonly word: number
}

const ROWS: readonly CredentialArgumentRow[] = credentialArguments

const PROGRAMS = new RegExp(
  `(?<![\\w-])(?:${[...new Set(ROWS.flatMap((row) => row.programs))].map(escapePattern).join('|')})(?:\\.exe)?["'\`\\s]`,
)

/**
 * Whether one of the programs that take credentials may be called with an option.
 *
 * @param text a command, or a text that may hold one
 */
export function mayCallCredentialProgram(text: string): boolean {
  return /["'`\s][-/]/.test(text) && PROGRAMS.test(text)
}

/**
 * The values that a command hands to a program as credentials, whatever they look like.
 *
 * @param command a command as `parseCommands` yields it, or the program and the arguments of `spawn`
 * @returns the values; none for a program that the catalog doesn't know
 */
export function secretsInCommand({ words }: ShellCommand): CommandSecret[] {
  const found: CommandSecret[] = []
  for (const row of ROWS) {
    const start = words.findIndex((word) => row.programs.includes(baseName(word)))
    if (start < 0 || (row.command !== undefined && !words.includes(row.command, start))) continue
    for (let at = start + 1; at < words.length; at++) {
      const given = valueIn(row, words[at]!, words[at + 1])
      const value = given && inForm(given.text, row.form)
      if (value) found.push({ row, value, word: at + given.skip })
    }
  }
  return found
}

function valueIn(
  row: CredentialArgumentRow,
  word: string,
  next: string | undefined,
): { text: string; skip: number } | undefined {
  if (row.options?.includes(word))
    return next === undefined || /^-(?!\d)/.test(next) ? undefined : { text: next, skip: 1 }
  for (const option of row.options ?? [])
    if (option.startsWith('--') && word.startsWith(`${option}=`))
      return { text: word.slice(option.length + 1), skip: 0 }
  const attached = row.attached?.find((option) => word.startsWith(option) && word.length > option.length)
  return attached === undefined ? undefined : { text: word.slice(attached.length), skip: 0 }
}

function inForm(text: string, form: CredentialArgumentRow['form']): string | undefined {
  if (form === 'pair') return /^[^:\s]{1,100}:([^\s/].*)$/s.exec(text)?.[1]
  if (form === 'pass') return /^pass:(.+)$/s.exec(text)?.[1]
  return text
}

function baseName(word: string): string {
  return word.slice(Math.max(word.lastIndexOf('/'), word.lastIndexOf('\\')) + 1).replace(/\.(?:exe|cmd)$/i, '')
}
