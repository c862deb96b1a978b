import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { WorkFile } from '../git/files.js'
import { CannotCheck } from '../errors.js'
import { emptyOutcome, type Exact, type FilesOptions, type FilesOutcome } from './files.js'

/** Fewer files than this are checked sooner than a second thread has loaded the rules. */
const worthAThread = 150

/** More threads than this wait for one another, and each holds rules and trees of its own. */
const mostThreads = 4

/**
 * The most memory for the trees of a thread, in megabytes: three times what the largest script takes that is parsed.
 */
const heapOfThread = 512

/** The most memory for what a thread has just made, in megabytes: a file's tree fits, and threads add up. */
const youngOfThread = 24

/** How many files a thread takes at a time: enough to make the exchange cheap, few enough to end together. */
const batchSize = 25

/** So many files are left to the exact parser that it is worth loading in every thread. */
const worthTheParserTwice = 2000

/** What a thread is started with. */
export interface ThreadData {
  options: FilesOptions
}

/** A batch of files for a thread. */
export interface ThreadTask {
  files: readonly WorkFile[]
  exact: Exact
}

/** What a thread answers for a batch. */
export type ThreadAnswer = { outcome: FilesOutcome } | { problem: { message: string; name: string; stack?: string } }

/**
 * How many threads serve a number of files best.
 *
 * @param files The number of files.
 * @returns At least 1, at most the number of processors and four.
 */
export function threadsFor(files: number): number {
  return Math.max(1, Math.min(mostThreads, availableParallelism(), Math.floor(files / worthAThread)))
}

/**
 * Checks files in several threads.
 *
 * @param files The files.
 * @param options What to check.
 * @param threads The number of threads.
 * @param progress Told after each batch.
 * @returns What was found; in no particular order.
 * @throws the first problem that a thread met.
 */
export async function checkInThreads(
  files: readonly WorkFile[],
  options: FilesOptions,
  threads: number,
  progress: (done: number, total: number) => void,
): Promise<FilesOutcome> {
  const total = emptyOutcome()
  const done = (): void => progress(total.files + total.leftOut, files.length)
  await checkBatches(files, 'later', options, threads, total, done)
  // The exact parser takes as much memory as everything else in a thread: it is loaded in one, after the others are gone.
  const { later } = total
  const many = later.length > worthTheParserTwice
  if (later.length > 0) await checkBatches(later, 'now', options, many ? threads : 1, total, done)
  return { ...total, later: [] }
}

/** Hands batches to threads until all are checked, and ends the threads. */
async function checkBatches(
  files: readonly WorkFile[],
  exact: Exact,
  options: FilesOptions,
  threads: number,
  total: FilesOutcome,
  progress: () => void,
): Promise<void> {
  let next = 0
  const workers = Array.from(
    { length: Math.min(threads, Math.ceil(files.length / batchSize)) },
    () =>
      new Worker(workerFile(), {
        workerData: { options } satisfies ThreadData,
        resourceLimits: { maxOldGenerationSizeMb: heapOfThread, maxYoungGenerationSizeMb: youngOfThread },
      }),
  )
  const work = (worker: Worker): Promise<void> =>
    new Promise((resolve, reject) => {
      const hand = (): boolean => {
        if (next >= files.length) return false
        worker.postMessage({ files: files.slice(next, (next += batchSize)), exact } satisfies ThreadTask)
        return true
      }
      worker.on('error', (error: NodeJS.ErrnoException) =>
        reject(
          error.code === 'ERR_WORKER_OUT_OF_MEMORY'
            ? new CannotCheck('a checking thread ran out of memory', 'run it with --concurrency 1, which has no limit')
            : error,
        ),
      )
      worker.on('exit', (code) => reject(new Error(`a checking thread ended early (${code})`)))
      worker.on('message', (answer: ThreadAnswer) => {
        if ('problem' in answer) {
          const { message, name, stack } = answer.problem
          reject(Object.assign(new Error(message), { name, stack }))
          return
        }
        add(total, answer.outcome)
        progress()
        if (!hand()) resolve()
      })
      if (!hand()) resolve()
    })
  try {
    await Promise.all(workers.map(work))
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
}

/** The bundle has the thread's program beside it; run from source, Node needs a loader that this process may not have. */
function workerFile(): URL {
  return new URL('./check-worker.js', import.meta.url)
}

function add(total: FilesOutcome, part: FilesOutcome): void {
  total.findings.push(...part.findings)
  total.notes.push(...part.notes)
  total.files += part.files
  total.lines += part.lines
  total.leftOut += part.leftOut
  total.later.push(...part.later)
  total.incomplete ||= part.incomplete
}
