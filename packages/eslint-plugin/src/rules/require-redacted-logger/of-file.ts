import type { FileAnalysis } from '@palisade/analysis'

/**
 * Makes a question about a file, which is asked at many places of it, one that is answered once.
 *
 * @param find finds the answer.
 * @returns the remembering function.
 */
export function ofFile(find: (file: FileAnalysis) => boolean): (file: FileAnalysis) => boolean {
  const known = new WeakMap<FileAnalysis, boolean>()
  return (file) => {
    let answer = known.get(file)
    if (answer === undefined) known.set(file, (answer = find(file)))
    return answer
  }
}
