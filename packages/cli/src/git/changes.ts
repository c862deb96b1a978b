/** A range of lines that a change adds, counted from 1, both ends included. */
export type LineRange = readonly [first: number, last: number]

/** The lines of a file that count: all of them, or some ranges in ascending order. */
export type Lines = 'all' | readonly LineRange[]

/** What a path stands for in a tree. */
export type EntryKind = 'file' | 'symlink' | 'submodule'

/** One file of a change. */
export interface Change {
  /** The path from the repository's root, with `/`; bytes that are not UTF-8 are shown as U+FFFD. */
  path: string
  status: 'added' | 'modified' | 'deleted' | 'renamed'
  kind: EntryKind
  /** The blob before the change, for files that were there. */
  before: string | undefined
  /** The blob after the change, for files that still are. */
  after: string | undefined
  /** The path before a rename. */
  from?: string
  /** The lines of `after` that the change adds. */
  lines: Lines
}

/** Arguments that make git's diff commands speak to programs, whatever a person has configured. */
const plain = [
  '-r',
  '-M',
  '--no-ext-diff',
  '--no-textconv',
  '--no-color',
  '--submodule=short',
  '--ita-invisible-in-index',
]

/** Arguments for a list of the changed files. */
export const listArguments = ['--raw', '-z', '--no-abbrev', ...plain]

/** Arguments for a list of the changed files, followed by the added lines. */
export const changesArguments = ['--raw', '-p', '-U0', '-z', '--no-abbrev', '--full-index', ...plain]

/**
 * Reads the output of a diff command with `changesArguments` or `listArguments`, without holding more of it than the
 * list of files: a patch can be as large as the change.
 *
 * @param output The command's output.
 * @returns The changes with their added lines.
 */
export async function readChanges(output: AsyncIterable<Buffer>): Promise<Change[]> {
  const chunks = output[Symbol.asyncIterator]()
  let list: Buffer = Buffer.alloc(0)
  let patch: Buffer | undefined
  for (let next = await chunks.next(); next.done !== true && patch === undefined;) {
    list = list.length === 0 ? next.value : Buffer.concat([list, next.value])
    const end = endOfList(list)
    if (end === undefined) next = await chunks.next()
    else {
      patch = list.subarray(end)
      list = list.subarray(0, end)
    }
  }
  const changes = parseList(list)
  const added = patch === undefined ? new Map() : await readHunks(patch, chunks)
  withAddedLines(changes, added)
  return changes
}

/** Where the list ends and the patch begins: after the NUL that stands where a record's colon would. */
function endOfList(output: Buffer): number | undefined {
  let at = 0
  while (at < output.length) {
    if (output[at] !== colon) return at + 1
    const header = output.indexOf(0, at)
    const state = header < 0 ? '' : output.toString('latin1', header - 5, header)
    let end = header < 0 ? -1 : output.indexOf(0, header + 1)
    if (end >= 0 && / [RC]\d*$/.test(state)) end = output.indexOf(0, end + 1)
    if (end < 0) return undefined
    at = end + 1
  }
  return undefined
}

const colon = 58

function parseList(output: Buffer): Change[] {
  const changes: Change[] = []
  // Fields end in NUL, so a path may hold anything, newlines included. Latin-1 keeps each byte.
  const fields = output.toString('latin1').split('\0')
  for (let i = 0; i < fields.length; i++) {
    const field = fields[i] ?? ''
    if (!field.startsWith(':')) continue
    const [oldMode = '', newMode = '', before = '', after = '', state = ''] = field.slice(1).split(' ')
    const first = pathOf(fields[++i])
    const change: Change = {
      path: first,
      status: 'modified',
      kind: kindOf(state.startsWith('D') ? oldMode : newMode),
      before: isNull(before) ? undefined : before,
      after: isNull(after) ? undefined : after,
      lines: 'all',
    }
    if (state.startsWith('R') || state.startsWith('C')) {
      change.path = pathOf(fields[++i])
      change.from = first
      change.status = state.startsWith('R') ? 'renamed' : 'added'
    } else if (state === 'A') change.status = 'added'
    else if (state === 'D') change.status = 'deleted'
    changes.push(change)
  }
  return changes
}

/** Added lines by the pair of blobs that they were found between. */
type AddedLines = Map<string, LineRange[]>

/**
 * Reads hunks. Files are known by their blobs, not by their names, so that no name can be misread. A pair that is
 * missing in the result had no hunks: a binary file, or one that git was told not to diff.
 */
async function readHunks(first: Buffer, rest: AsyncIterator<Buffer>): Promise<AddedLines> {
  const added: AddedLines = new Map()
  let pair: string | undefined
  for await (const line of linesOf(first, rest)) {
    // Lines of content start with a space, a sign or a backslash; only git's own start like these.
    if (line.startsWith('diff --git ')) pair = undefined
    else if (line.startsWith('index ')) {
      const blobs = /^index ([0-9a-f]+)\.\.([0-9a-f]+)/.exec(line)
      pair = blobs === null ? undefined : pairOf(blobs[1], blobs[2])
    } else if (line.startsWith('@@ ') && pair !== undefined) {
      const hunk = /^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@/.exec(line)
      if (hunk === null) continue
      const ranges = added.get(pair) ?? []
      added.set(pair, ranges)
      const first = Number(hunk[1])
      const count = hunk[2] === undefined ? 1 : Number(hunk[2])
      if (count > 0) ranges.push([first, first + count - 1])
    }
  }
  return added
}

/** Tells each change which of its lines are new. */
function withAddedLines(changes: readonly Change[], added: AddedLines): void {
  for (const change of changes) {
    if (change.before === undefined || change.after === undefined) continue
    // The same content under another name or mode adds nothing.
    if (change.before === change.after) change.lines = []
    else change.lines = added.get(pairOf(change.before, change.after)) ?? 'all'
  }
}

/**
 * Whether a finding touches the lines that count.
 *
 * @param lines The lines that count.
 * @param first The finding's first line.
 * @param last The finding's last line.
 * @returns Whether they share a line.
 */
export function touches(lines: Lines, first: number, last: number): boolean {
  return lines === 'all' || lines.some(([from, to]) => from <= last && first <= to)
}

/**
 * The lines that both comparisons call new: what a merge commit itself brings.
 *
 * @param a Lines that are new for one parent.
 * @param b Lines that are new for the other.
 * @returns Lines that are new for both.
 */
export function inBoth(a: Lines, b: Lines): Lines {
  if (a === 'all') return b
  if (b === 'all') return a
  const common: LineRange[] = []
  for (const [fromA, toA] of a) {
    for (const [fromB, toB] of b) {
      const from = Math.max(fromA, fromB)
      const to = Math.min(toA, toB)
      if (from <= to) common.push([from, to])
    }
  }
  return common
}

/**
 * How many lines count.
 *
 * @param lines The lines that count.
 * @param total The number of lines of the whole file.
 * @returns The number.
 */
export function countLines(lines: Lines, total: number): number {
  if (lines === 'all') return total
  return lines.reduce((sum, [first, last]) => sum + last - first + 1, 0)
}

function pairOf(before: string | undefined, after: string | undefined): string {
  return `${before}..${after}`
}

function kindOf(mode: string): EntryKind {
  if (mode === '120000') return 'symlink'
  return mode === '160000' ? 'submodule' : 'file'
}

/** A null object name stands for a side that does not exist. */
function isNull(object: string): boolean {
  return /^0+$/.test(object)
}

function pathOf(field: string | undefined): string {
  return Buffer.from(field ?? '', 'latin1').toString('utf8')
}

/** The beginnings of a patch's lines: a line's first kilobyte is enough to know git's own lines. */
async function* linesOf(first: Buffer, chunks: AsyncIterator<Buffer>): AsyncGenerator<string> {
  const kept = 1024
  let rest = ''
  let next: IteratorResult<Buffer> = { value: first, done: false }
  while (next.done !== true) {
    const lines = next.value.toString('latin1').split('\n')
    for (let i = 0; i < lines.length; i++) {
      const line = lines[i] ?? ''
      if (rest.length < kept) rest += line.slice(0, kept)
      if (i === lines.length - 1) break
      yield rest
      rest = ''
    }
    next = await chunks.next()
  }
  if (rest !== '') yield rest
}
