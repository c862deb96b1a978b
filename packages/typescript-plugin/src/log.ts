/** Writes one line, or a stack, to tsserver's log. */
export type Log = (text: string) => void

/**
 * Describes an error for a log, with its stack where it has one.
 *
 * @param error Anything thrown.
 * @returns The text.
 */
export function describeError(error: unknown): string {
  return error instanceof Error ? (error.stack ?? `${error.name}: ${error.message}`) : String(error)
}
