import { CannotCheck } from '../errors.js'
import { formatNames, type FormatName } from '../formats/index.js'

/** Choices that all checking commands share. */
export interface CheckChoices {
  preset: string | undefined
  /** Severities and options by rule name. */
  rules: Record<string, unknown>
  /** Whether known findings are left out. */
  baseline: boolean
}

/** How a report is printed and judged. */
export interface OutputChoices {
  format: FormatName
  output: string | undefined
  quiet: boolean
  maxWarnings: number | undefined
}

const severities = new Set(['off', 'warn', 'error'])

/**
 * Reads `--rule` options: `no-insecure-tls`, `no-insecure-tls: off`, or with options as JSON.
 *
 * @param values The options as given.
 * @returns Settings by rule name, in the form of an ESLint configuration.
 * @throws {CannotCheck} when one can't be read.
 */
export function parseRules(values: readonly string[]): Record<string, unknown> {
  const rules: Record<string, unknown> = {}
  for (const value of values) {
    const match = /^([\w@/-]+)\s*(?::(.+))?$/s.exec(value.trim())
    const name = match?.[1]
    if (name === undefined) throw unreadable(value)
    const setting = (match?.[2] ?? 'error').trim()
    if (severities.has(setting)) rules[name] = setting
    else {
      try {
        rules[name] = JSON.parse(setting.replace(/^\[\s*(off|warn|error)\b/, '["$1"'))
      } catch {
        throw unreadable(value)
      }
    }
  }
  return rules
}

/**
 * Reads `--format`.
 *
 * @param value The option as given.
 * @returns The format's name.
 * @throws {CannotCheck} when there is no such format.
 */
export function parseFormat(value: string): FormatName {
  const name = formatNames.find((candidate) => candidate === value)
  if (name === undefined)
    throw new CannotCheck(`there is no format "${value}"`, `choose one of ${formatNames.join(', ')}`)
  return name
}

/**
 * Reads an option that counts something.
 *
 * @param option The option's name, for the message.
 * @param value The option as given.
 * @returns The number.
 * @throws {CannotCheck} when it is no whole number.
 */
export function parseCount(option: string, value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new CannotCheck(`${option} is "${value}"`, 'give a whole number, for instance 0')
  return Number(value)
}

function unreadable(value: string): CannotCheck {
  return new CannotCheck(
    `--rule "${value}" can't be read`,
    'write it as "no-insecure-tls: off" or \'no-insecure-tls: ["error", {"option": true}]\'',
  )
}
