import type { PalisadePlugin } from '@palisade/engine'
import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { CannotCheck, exitCodes } from '../errors.js'
import { redacted, redactor } from '../findings/redact.js'
import { loadFormat } from '../formats/index.js'
import { countBySeverity, type Report } from '../report.js'
import type { OutputChoices } from './choices.js'
import type { Host } from './host.js'
import { ruleTexts } from './rule-texts.js'
import type { Checked } from './staged.js'

/**
 * Prints what a check found and says how the command ends.
 *
 * @param host Where to print.
 * @param checked What was found.
 * @param choices How to print it.
 * @param start When the command started, as `performance.now()` told.
 * @param loadPlugin Loads the plugin, for formats that describe the rules.
 * @returns The exit code.
 * @throws {CannotCheck} when the output file can't be written.
 */
export async function printReport(
  host: Host,
  checked: Checked,
  choices: OutputChoices,
  start: number,
  loadPlugin: () => Promise<PalisadePlugin>,
): Promise<number> {
  const all = checked.findings
  const plugin = choices.format === 'sarif' ? await loadPlugin() : undefined
  const shown = choices.quiet ? all.filter(({ severity }) => severity === 'error') : all
  const redact = shown.length + checked.notes.length > 0 ? redactor(checked.allFindings) : (text: string) => text
  const report: Report = {
    ...checked,
    findings: shown.map((finding) => redacted(finding, redact)),
    notes: checked.notes.map((note) => ({ ...note, message: redact(note.message) })),
    milliseconds: Math.round(performance.now() - start),
    version: host.version,
    rules: () => (plugin === undefined ? [] : ruleTexts(plugin)),
  }
  const format = await loadFormat(choices.format)
  const toFile = choices.output !== undefined
  const text = redact(
    format(report, { color: !toFile && colored(host), interactive: !toFile && host.stdout.isTTY, cwd: host.cwd }),
  )
  if (choices.output === undefined) host.stdout.write(text)
  else {
    try {
      writeFileSync(resolve(host.cwd, choices.output), text)
    } catch (error) {
      throw new CannotCheck(`"${choices.output}" can't be written`, 'name a file in a folder that exists', {
        cause: error,
      })
    }
  }
  const { errors, warnings } = countBySeverity(all)
  if (errors > 0 || warnings > (choices.maxWarnings ?? Infinity)) return exitCodes.findings
  return checked.incomplete ? exitCodes.couldNotCheck : exitCodes.clean
}

/** https://no-color.org and https://force-color.org; otherwise colours are for terminals. */
function colored(host: Host): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = host.env
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '' && FORCE_COLOR !== '0') return true
  return host.stdout.isTTY && TERM !== 'dumb'
}
