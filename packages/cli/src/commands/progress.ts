import type { Spinner } from 'yocto-spinner'
import type { Host } from './host.js'

/** Shows how far a long check has come. */
export interface ProgressLine {
  update(done: number, total: number): void
  end(): void
}

/** A check that ends within this time needs no progress. */
const patience = 1000

/** Not more often than this, so that showing progress costs nothing. */
const interval = 100

/**
 * Makes a progress line on the terminal. Where nobody looks on, it prints nothing.
 *
 * @param host Where to print.
 * @returns The line.
 */
export function createProgress(host: Host): ProgressLine {
  const start = performance.now()
  let shownAt = start + patience - interval
  let spinner: Spinner | undefined
  let state: 'idle' | 'loading' | 'ended' = 'idle'
  const { isTTY, stream } = host.stderr
  return {
    update(done, total) {
      const now = performance.now()
      if (!isTTY || stream === undefined || now - shownAt < interval) return
      shownAt = now
      const text = `Palisade: ${done} of ${total} files`
      if (spinner !== undefined) spinner.text = text
      else if (state === 'idle') {
        state = 'loading'
        void import('yocto-spinner').then(({ default: createSpinner }) => {
          if (state !== 'ended') spinner = createSpinner({ text, stream }).start()
        })
      }
    },
    end() {
      state = 'ended'
      spinner?.stop()
    },
  }
}
