import type { PalisadePlugin } from '@palisade/engine'
import picocolors from 'picocolors'
import { CannotCheck, exitCodes } from '../errors.js'
import type { Host } from './host.js'
import { pageOf, ruleTexts } from './rule-texts.js'

/**
 * Prints a rule's page.
 *
 * @param host Where to print.
 * @param name The rule's name, with or without `palisade/`.
 * @param loadPlugin Loads the plugin.
 * @returns The exit code.
 * @throws {CannotCheck} when there is no such rule.
 */
export async function explain(host: Host, name: string, loadPlugin: () => Promise<PalisadePlugin>): Promise<number> {
  const texts = ruleTexts(await loadPlugin())
  const bare = name.replace(/^.*\//, '')
  const rule = texts.find((text) => text.name === bare)
  if (rule === undefined) {
    throw new CannotCheck(`there is no rule "${name}"`, `the rules are ${texts.map((text) => text.name).join(', ')}`)
  }
  const page = pageOf(bare) ?? `# ${bare}\n\n${rule.description}.\n`
  host.stdout.write(host.stdout.isTTY ? painted(page, picocolors.createColors(!host.env['NO_COLOR'])) : page)
  return exitCodes.clean
}

/**
 * Prints the rules with what each asks for.
 *
 * @param host Where to print.
 * @param loadPlugin Loads the plugin.
 * @returns The exit code.
 */
export async function listRules(host: Host, loadPlugin: () => Promise<PalisadePlugin>): Promise<number> {
  const texts = ruleTexts(await loadPlugin())
  const width = Math.max(...texts.map(({ name }) => name.length))
  for (const { name, description, cwe } of texts) {
    const weaknesses = cwe.length > 0 ? ` (${cwe.map((number) => `CWE-${number}`).join(', ')})` : ''
    host.stdout.write(`${name.padEnd(width)}  ${description}${weaknesses}\n`)
  }
  return exitCodes.clean
}

/** Headings, code and list marks stand out; the rest of Markdown reads well as it is. */
function painted(page: string, paint: ReturnType<typeof picocolors.createColors>): string {
  let inCode = false
  const lines = page.split('\n').filter((line) => !line.startsWith('<!--'))
  return lines
    .map((line) => {
      if (line.startsWith('```')) {
        inCode = !inCode
        return paint.dim(line)
      }
      if (inCode) return paint.cyan(line)
      if (line.startsWith('#')) return paint.bold(line.replace(/^#+ /, ''))
      return line.replace(/`([^`]+)`/g, (_match, code: string) => paint.cyan(code))
    })
    .join('\n')
}
