import { sampleToken, seededRandom, tokenFormats } from '@palisade/analysis'

/**
 * A token of a format, made when the test runs: no file of ours holds one.
 *
 * @param id the format's id
 * @returns the same token in each run
 * @throws Error for an id that the catalog doesn't have
 */
export function token(id: string): string {
  const row = tokenFormats.find((each) => each.id === id)
  if (row === undefined) throw new Error(`no format ${id}`)
  return sampleToken(row, seededRandom(7))
}
