import { tokenFormats, type TokenFormatRow } from '../catalogs/token-formats.js'
import { checksumHolds } from './checksums.js'
import { detectors, isInsideWord, isPublicJwt } from './detectors.js'
import { searchKeywords } from './multi-pattern.js'
import { leadingRun, patternElements, patternKeywords, type PatternElement } from './pattern-shape.js'
import { isKnownFake, looksRandom, placeholderKind } from './placeholder.js'

/** A token found in a text. */
export interface TokenMatch {
  readonly row: TokenFormatRow
  /** Where the token stands in the text. */
  readonly start: number
  readonly end: number
  /** The secret part: the password of a URL, the whole of most tokens. Never to be shown. */
  readonly secret: string
  /** False for a token that is cut off: a second sign has to agree. */
  readonly whole: boolean
}

/** Recognises tokens by their shape. */
export interface TokenScanner {
  /**
   * Finds every token in a text. Time grows linearly with the text.
   *
   * @param text any text
   * @returns the matches from left to right; where two overlap, the longer one
   */
  scan(text: string): TokenMatch[]
  /**
   * Says which format a whole value has, also for formats that are too common to be found by their shape alone and for
   * public keys and identifiers.
   *
   * @param value the value
   * @param words words of the name under which the value stands; they decide between formats of one shape
   * @returns the row, none if the value has no known shape
   */
  describe(value: string, words?: readonly string[]): TokenFormatRow | undefined
}

interface CompiledFormat {
  readonly row: TokenFormatRow
  /** Made when a text first holds a keyword of the format: there are hundreds of formats, and few that a text speaks of. */
  readonly sticky: () => RegExp
  readonly elements: readonly PatternElement[]
  /** The first and the last characters that would make the match part of a longer word. */
  readonly joinsBefore: RegExp
  readonly joinsAfter: RegExp
  /** The text of the fixed parts; a long one leaves no doubt about where the token is from. */
  readonly fixed: number
}

type Candidate =
  | { readonly type: 'format'; readonly format: CompiledFormat; readonly min: number; readonly max: number }
  | { readonly type: 'detector'; readonly row: TokenFormatRow; readonly keyword: string }

/**
 * Makes a scanner for a table of formats.
 *
 * @param rows the formats
 * @returns the scanner; make it once, it is costly
 * @throws Error for a pattern outside the grammar of `token-formats`
 */
export function createTokenScanner(rows: readonly TokenFormatRow[]): TokenScanner {
  const formats = rows.filter((row) => row.pattern !== undefined).map(compile)
  const keywords: [string, Candidate][] = []
  const byRun: { readonly format: CompiledFormat; readonly min: number; readonly max: number }[] = []
  for (const format of formats) {
    if (format.row.use !== undefined || format.row.alone === false) continue
    const found = patternKeywords(format.elements)
    for (const { text, min, max } of found) keywords.push([text, { type: 'format', format, min, max }])
    if (found.length === 0) byRun.push({ format, ...leadingRun(format.elements) })
  }
  for (const row of rows) {
    if (row.detector === undefined) continue
    for (const keyword of detectors[row.detector].keywords) keywords.push([keyword, { type: 'detector', row, keyword }])
  }
  const search = searchKeywords(keywords)
  const shortestRun = Math.min(...byRun.map((entry) => entry.min))
  const awsSecret = rows.find((row) => row.id === 'aws-secret-access-key')
  const wholeValues = once(() =>
    formats.map((format) => ({
      format,
      whole: new RegExp(`^(?:${format.row.pattern!.source})$`),
      ...lengthsOf(format.elements),
      starts: startsOf(format.elements[0]!),
    })),
  )

  return {
    scan(text) {
      const matches: TokenMatch[] = []
      search.each(text, (at, candidate) => {
        if (candidate.type === 'detector') {
          const found = detectors[candidate.row.detector!].find(text, at, candidate.keyword)
          if (found !== undefined) matches.push({ row: candidate.row, whole: true, ...found })
          return
        }
        for (let start = at - candidate.max; start <= at - candidate.min; start++) {
          const match = start < 0 ? undefined : matchAt(text, start, candidate.format)
          if (match !== undefined) matches.push(match)
        }
      })
      if (byRun.length > 0) {
        eachRun(text, shortestRun, (start, length) => {
          for (const { format, min, max } of byRun) {
            if (length < min || length > max) continue
            const match = matchAt(text, start, format)
            if (match !== undefined) matches.push(match)
          }
        })
      }
      if (awsSecret !== undefined) {
        for (const { row, end } of [...matches])
          if (row.id === 'aws-access-key-id') matches.push(...awsSecretNear(text, end, awsSecret))
      }
      return withoutOverlaps(matches.filter(({ secret }) => !isKnownFake(secret)))
    },

    describe(value, words = []) {
      if (value.length > 1000) return undefined
      let best: { row: TokenFormatRow; rank: number } | undefined
      for (const { format, whole, min, max, starts } of wholeValues()) {
        if (value.length < min || value.length > max) continue
        if (starts !== undefined && !starts.some((start) => value.startsWith(start))) continue
        if (!whole.test(value)) continue
        const named = words.some((word) => providerWordsOf(format.row).has(word))
        if (format.row.alone === false && !named) continue
        const rank = format.fixed * 2 + (named ? 5 : 0)
        if (best === undefined || rank > best.rank) best = { row: format.row, rank }
      }
      return best?.row
    },
  }
}

let standard: TokenScanner | undefined

/**
 * The scanner of the formats in the catalog, made when first asked for.
 *
 * @returns the scanner
 */
export function standardScanner(): TokenScanner {
  standard ??= createTokenScanner(tokenFormats)
  return standard
}

function compile(row: TokenFormatRow): CompiledFormat {
  const source = row.pattern!.source
  const elements = patternElements(source)
  const last = elements[elements.length - 1]!
  const ending = last.type === 'class' ? last.chars : ''
  const isBase64 = ending.includes('+')
  const first = elements[0]!
  return {
    row,
    elements,
    sticky: once(() => new RegExp(source, 'y')),
    joinsBefore: first.type === 'class' && first.chars.includes('+') ? base64Before : wordCharacter,
    joinsAfter: isBase64 ? base64After : wordCharacter,
    fixed: elements.reduce((sum, element) => sum + (element.type === 'text' ? element.options[0]!.length : 0), 0),
  }
}

/** How long a match can be. */
function lengthsOf(elements: readonly PatternElement[]): { min: number; max: number } {
  let min = 0
  let max = 0
  for (const element of elements) {
    const lengths = element.type === 'text' ? element.options.map((option) => option.length) : []
    min += element.type === 'class' ? element.min : element.optional ? 0 : Math.min(...lengths)
    max += element.type === 'class' ? element.max : Math.max(...lengths)
  }
  return { min, max }
}

/** The texts one of which each match begins with, if there are such. */
function startsOf(first: PatternElement): readonly string[] | undefined {
  return first.type === 'text' && !first.optional ? first.options : undefined
}

const wordCharacter = /[\w-]/
const base64Before = /[\w+/-]/
const base64After = /[A-Z\d+/]/i

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => (made ??= { value: make() }).value
}

function matchAt(text: string, start: number, format: CompiledFormat): TokenMatch | undefined {
  const sticky = format.sticky()
  sticky.lastIndex = start
  const found = sticky.exec(text)
  if (found === null) return undefined
  const token = found[0]
  const end = start + token.length
  if (isInsideWord(text, start, format.joinsBefore) || isJoinedAfter(text, end, format)) return undefined
  if (format.row.checksum !== undefined) {
    if (!checksumHolds(token, format.row.checksum)) return undefined
  } else if (!isPlausible(token, format)) return undefined
  return { row: format.row, start, end, secret: token, whole: true }
}

function isJoinedAfter(text: string, end: number, format: CompiledFormat): boolean {
  if (end >= text.length) return false
  const after = text[end]!
  if (format.joinsAfter.test(after)) return true
  // `s.abc…xyz.prop`: a dotted name goes on.
  return after === '.' && format.row.pattern!.source.includes('\\.') && /\w/.test(text[end + 1] ?? '')
}

/** Random digits and letters in the places where the pattern leaves a choice, and no mark of a made-up value. */
function isPlausible(token: string, format: CompiledFormat): boolean {
  const body = variablePart(token, format.elements)
  if (!looksRandom(body)) return false
  // A short prefix needs more: a word with hyphens fits `[\w-]{43}` too.
  if (format.fixed >= 5 || body.length < 20) return true
  const isMixed = format.elements.some(
    (element) => element.type === 'class' && /a/.test(element.chars) && /0/.test(element.chars),
  )
  return !isMixed || (/\d/.test(body) && /[A-Z]/i.test(body))
}

/** What a token holds besides its fixed beginning and end. */
function variablePart(token: string, elements: readonly PatternElement[]): string {
  const first = elements[0]!
  const prefix = first.type === 'text' ? (first.options.find((option) => token.startsWith(option))?.length ?? 0) : 0
  return token.slice(prefix)
}

/** The secret that belongs to an access key id stands a few lines from it. */
function awsSecretNear(text: string, from: number, row: TokenFormatRow): TokenMatch[] {
  for (const found of text.slice(from, from + 300).matchAll(/(?<![\w+/=])[A-Za-z\d+/]{40}(?![\w+/=])/g)) {
    const [secret] = found
    const start = from + found.index
    if (/[a-z]/.test(secret) && /[A-Z]/.test(secret) && /\d/.test(secret) && looksRandom(secret))
      return [{ row, start, end: start + 40, secret, whole: true }]
  }
  return []
}

/** Calls `found` for each maximal run of word characters and hyphens of some length. Looks where such a run must pass. */
function eachRun(text: string, shortest: number, found: (start: number, length: number) => void): void {
  for (let at = shortest - 1; at < text.length; at += shortest) {
    if (!isWordCode(text.charCodeAt(at))) continue
    let start = at
    while (start > 0 && isWordCode(text.charCodeAt(start - 1))) start--
    let end = at + 1
    while (end < text.length && isWordCode(text.charCodeAt(end))) end++
    // The letter of an escape is no part of the word.
    if (text[start - 1] === '\\' && 'nrt'.includes(text[start]!)) start++
    if (end - start >= shortest) found(start, end - start)
    // Where the run ended, the next one can't have begun before.
    at = Math.max(at, end)
  }
}

function isWordCode(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 48 && code <= 57) ||
    (code >= 65 && code <= 90) ||
    code === 95 ||
    code === 45
  )
}

function withoutOverlaps(matches: TokenMatch[]): TokenMatch[] {
  if (matches.length < 2) return matches
  const byRank = [...matches].sort((a, b) => a.start - b.start || b.end - a.end || rank(b.row) - rank(a.row))
  const kept: TokenMatch[] = []
  for (const match of byRank) {
    const last = kept[kept.length - 1]
    if (last === undefined || match.start >= last.end) kept.push(match)
    // A token inside a URL or a header says more than the URL.
    else if (last.row.detector !== undefined && match.row.detector === undefined) kept[kept.length - 1] = match
  }
  return kept
}

function rank(row: TokenFormatRow): number {
  return (row.detector === undefined ? 10 : 0) + (row.confidence === 'high' ? 2 : row.confidence === 'medium' ? 1 : 0)
}

const providerWords = new WeakMap<TokenFormatRow, ReadonlySet<string>>()

function providerWordsOf(row: TokenFormatRow): ReadonlySet<string> {
  let words = providerWords.get(row)
  if (words === undefined) {
    const plain = row.provider.toLowerCase().replace(/\([^()]{0,80}\)/g, '')
    const parts = plain
      .split(/[^a-z\d]+/)
      .filter((part) => part.length > 2 && part !== 'labs' && part !== 'cloud' && part !== 'search')
    words = new Set([...parts, plain.replace(/[^a-z\d]+/g, '')])
    providerWords.set(row, words)
  }
  return words
}

/**
 * Whether a value is a public key or an identifier by its shape (`pk_live_…`, a Sentry DSN).
 *
 * @param value the value
 * @param scanner the scanner to ask, the standard one unless told
 * @returns true only for shapes that are made to be seen
 */
export function isPublicToken(value: string, scanner: TokenScanner = standardScanner()): boolean {
  if (isPublicJwt(value)) return true
  if (placeholderKind(value) !== undefined) return false
  // Identifiers have short marks, which a word can begin with too.
  const use = scanner.describe(value)?.use
  return use === 'public' || (use === 'identifier' && /\d/.test(value))
}
