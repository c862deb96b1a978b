import { openAhead } from './blobs.js'
import { findAhead } from './repository.js'
import { compareAhead } from './staged.js'

/**
 * Sets git to work for `palisade staged` before the program is loaded.
 *
 * @param cwd The current folder.
 */
export function askAhead(cwd: string): void {
  findAhead(cwd)
  compareAhead(cwd)
  openAhead(cwd)
}
