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
  let shownAt = 0
  return {
    update(done, total) {
      const now = performance.now()
      if (!host.stderr.isTTY || now - start < patience || now - shownAt < interval) return
      shownAt = now
      host.stderr.write(`\r\u001b[2KPalisade: ${done} of ${total} files`)
    },
    end() {
      if (shownAt > 0) host.stderr.write('\r\u001b[2K')
    },
  }
}
