import { CannotCheck } from '../errors.js'
import { startAhead, startGit, type RunningGit } from './run.js'

/** What to do with a blob, decided from its size alone. */
export type BlobUse = 'whole' | 'stream' | 'skip'

/** One blob to be read. */
export interface BlobItem {
  /** The blob's object name, or a path in the index as `:path` or in a commit as `commit:path`. */
  blob: string
  /** Whether it may be missing; then it is passed over. */
  optional?: boolean
}

/** Receives the blobs that were asked for, one after the other. */
export interface BlobReceiver<T> {
  /** Decides from the size how a blob is delivered. */
  use(item: T, size: number): BlobUse
  /** A blob that was asked for whole. */
  whole(item: T, content: Buffer): Promise<void> | void
  /**
   * A piece of a blob that is streamed. Returning false means that the rest is of no interest.
   * The piece is empty, and `last` true, at the end.
   */
  piece(item: T, piece: Buffer, last: boolean): boolean
}

/** Draining more than this through the pipe costs more than starting git again. */
const cheapToDrain = 4 * 1024 * 1024

/** Reads blobs of one repository. */
export interface BlobSource {
  /**
   * Reads blobs, one after the other. Never more than one blob is held, and never one larger than the receiver wants
   * whole: git waits while the pipe is full.
   *
   * @param items What to read.
   * @param receiver Takes the contents.
   * @throws {CannotCheck} when git fails or a blob is missing: what can't be read must not pass as checked.
   */
  read<T extends BlobItem>(items: readonly T[], receiver: BlobReceiver<T>): Promise<void>
  /** Ends git. */
  close(): void
}

/**
 * Starts `git cat-file --batch`, so that it is ready by the time that something is to be read.
 *
 * @param cwd A folder in the repository.
 * @returns The source. It has to be closed.
 */
export function openBlobs(cwd: string): BlobSource {
  let running: { git: RunningGit; reader: PipeReader } | undefined
  const start = (): NonNullable<typeof running> => {
    const git = startGit(batchArguments, { cwd, asks: true })
    return (running = { git, reader: new PipeReader(git.stdout) })
  }
  start()
  return {
    async read(items, receiver) {
      let next = 0
      while (next < items.length) {
        const { git, reader } = running ?? start()
        const asked = items.slice(next, next + askedAtOnce)
        git.write(asked.map(({ blob }) => `${blob}\n`).join(''))
        const read = await readBatch(git, reader, asked, receiver)
        // The rest of a large blob was of no interest, and git with it.
        if (read.stopped) running = undefined
        next += read.count
      }
    },
    close() {
      running?.git.stop()
      running = undefined
    },
  }
}

/**
 * Starts what `openBlobs` asks, for a program that is not loaded yet.
 *
 * @param cwd A folder in the repository.
 */
export function openAhead(cwd: string): void {
  startAhead(batchArguments, { cwd, asks: true })
}

const batchArguments = ['cat-file', '--batch']

/** So many requests fit into the pipe, whatever the number of files. */
const askedAtOnce = 500

async function readBatch<T extends BlobItem>(
  running: RunningGit,
  reader: PipeReader,
  items: readonly T[],
  receiver: BlobReceiver<T>,
): Promise<{ count: number; stopped: boolean }> {
  for (const [index, item] of items.entries()) {
    const header = await reader.line()
    if (header === undefined) {
      await running.done
      throw new CannotCheck('git ended before it had handed over all staged contents', 'run "git fsck"')
    }
    if (item.optional === true && header.endsWith(' missing')) continue
    const size = sizeOf(header, item.blob)
    const use = receiver.use(item, size)
    if (use === 'whole') {
      const content = await reader.bytes(size)
      await reader.bytes(1)
      await receiver.whole(item, content)
      continue
    }
    let remaining = size
    let wanted = use === 'stream'
    while (remaining > 0 && wanted) {
      const piece = await reader.some(remaining)
      remaining -= piece.length
      wanted = receiver.piece(item, piece, false)
    }
    if (wanted) receiver.piece(item, Buffer.alloc(0), true)
    if (remaining > cheapToDrain) {
      running.stop()
      return { count: index + 1, stopped: true }
    }
    while (remaining > 0) remaining -= (await reader.some(remaining)).length
    await reader.bytes(1)
  }
  return { count: items.length, stopped: false }
}

function sizeOf(header: string, blob: string): number {
  const match = /^[0-9a-f]+ blob (\d+)$/.exec(header)
  if (match === null) {
    throw new CannotCheck(`git could not hand over the content ${blob}`, 'run "git fsck" to look for missing objects')
  }
  return Number(match[1])
}

/** Reads lines and counted bytes from a pipe, taking no more from it than is asked for. */
class PipeReader {
  readonly #chunks: AsyncIterator<Buffer>
  #rest: Buffer = Buffer.alloc(0)

  constructor(stream: AsyncIterable<Buffer>) {
    this.#chunks = stream[Symbol.asyncIterator]()
  }

  /** The next line without its end, or nothing at the end of the stream. */
  async line(): Promise<string | undefined> {
    for (;;) {
      const end = this.#rest.indexOf(10)
      if (end >= 0) {
        const line = this.#rest.toString('latin1', 0, end)
        this.#rest = this.#rest.subarray(end + 1)
        return line
      }
      const chunk = await this.#chunks.next()
      if (chunk.done === true) return undefined
      this.#rest = Buffer.concat([this.#rest, chunk.value])
    }
  }

  /** Exactly `count` bytes. */
  async bytes(count: number): Promise<Buffer> {
    if (this.#rest.length >= count) {
      const bytes = this.#rest.subarray(0, count)
      this.#rest = this.#rest.subarray(count)
      return bytes
    }
    const parts: Buffer[] = []
    let missing = count
    while (missing > 0) {
      const part = await this.some(missing)
      parts.push(part)
      missing -= part.length
    }
    return Buffer.concat(parts)
  }

  /** At least one byte, at most `limit`. */
  async some(limit: number): Promise<Buffer> {
    if (this.#rest.length === 0) {
      const chunk = await this.#chunks.next()
      if (chunk.done === true) {
        throw new CannotCheck('git ended in the middle of a file', 'run "git fsck" to look for damaged objects')
      }
      this.#rest = chunk.value
    }
    const bytes = this.#rest.subarray(0, limit)
    this.#rest = this.#rest.subarray(bytes.length)
    return bytes
  }
}
