import { getHeapStatistics, setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** What the rules and a few files of usual size take. */
const enough = 64 * 1024 * 1024

/**
 * Makes V8 work for a run that lasts: the loader has set it up for a short one, which is over before optimised code has
 * paid for itself, and before what is young has filled the memory.
 */
export function settleIn(): void {
  setFlagsFromString('--opt')
  setFlagsFromString('--incremental-marking')
  setFlagsFromString('--semi-space-growth-factor=2')
}

let limit = enough
let collect: (() => void) | undefined

/**
 * Frees what is left of files that were checked before. V8 would let that grow as long as the machine has memory; freeing
 * it sooner takes a few milliseconds each time, and a large repository takes no more memory than a small one.
 */
export function tidy(): void {
  if (getHeapStatistics().used_heap_size < limit) return
  if (collect === undefined) {
    setFlagsFromString('--expose-gc')
    collect = runInNewContext('gc') as () => void
    setFlagsFromString('--no-expose-gc')
  }
  collect()
  // What is still in use can't be freed: trying again after each file would take longer than checking it.
  limit = Math.max(enough, getHeapStatistics().used_heap_size * 1.4)
}
