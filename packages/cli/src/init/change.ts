/** A change that `init` proposes to one file. */
export interface Change {
  /** The path from the root. */
  file: string
  /** What it is for. */
  purpose: string
  /** The present content; nothing when the file is to be made. */
  before: string | undefined
  after: string
  /** Whether the file has to be executable. */
  executable?: boolean
}

/**
 * Shows a change as the lines that go and come.
 *
 * @param change The change.
 * @returns The file and its changed lines, with signs as in a diff.
 */
export function describeChange(change: Change): string {
  const lines = [`${change.before === undefined ? 'new file' : 'change'} ${change.file}: ${change.purpose}`]
  const before = linesOf(change.before ?? '')
  const after = linesOf(change.after)
  let start = 0
  while (start < before.length && start < after.length && before[start] === after[start]) start++
  let end = 0
  while (
    end < before.length - start &&
    end < after.length - start &&
    before[before.length - 1 - end] === after[after.length - 1 - end]
  ) {
    end++
  }
  for (const line of before.slice(start, before.length - end)) lines.push(`  - ${line}`)
  for (const line of after.slice(start, after.length - end)) lines.push(`  + ${line}`)
  return lines.join('\n')
}

function linesOf(text: string): string[] {
  return text === '' ? [] : text.replace(/\n$/, '').split('\n')
}
