/**
 * Something stands in the way of checking: the command ends with exit code 2 and this sentence.
 * A check that could not be made must never look like one that found nothing.
 */
export class CannotCheck extends Error {
  override name = 'CannotCheck'

  /**
   * @param problem What is wrong, as a clause without a full stop.
   * @param remedy What to do about it, as a clause without a full stop.
   * @param options The error that was met, for `--debug`.
   */
  constructor(problem: string, remedy: string, options?: ErrorOptions) {
    super(`${problem}: ${remedy}.`, options)
  }
}

/** The exit codes of every command. They are part of the interface: hooks and pipelines act on them. */
export const exitCodes = {
  /** Nothing was found. */
  clean: 0,
  /** There are findings that count. */
  findings: 1,
  /** The check could not be made, or not in full. */
  couldNotCheck: 2,
} as const

/**
 * The first line of what a tool wrote, for an error of one sentence.
 *
 * @param text Anything a tool wrote.
 * @returns Its first line that says something, without a full stop at the end.
 */
export function firstLine(text: string): string {
  const line = text.split('\n').find((candidate) => candidate.trim() !== '') ?? ''
  return line.trim().replace(/\.$/, '')
}
