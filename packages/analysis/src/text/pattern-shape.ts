/** One element of a token pattern: a fixed text, or a number of characters of a class. */
export type PatternElement =
  | { readonly type: 'text'; readonly options: readonly string[]; readonly optional: boolean }
  | { readonly type: 'class'; readonly chars: string; readonly min: number; readonly max: number }

const WORD = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_'
const DIGIT = '0123456789'

/**
 * Reads a pattern of the small grammar that `token-formats` uses.
 *
 * @param source a regular expression's source: literals, classes, `(?:a|b)` of literals and classes, `{n}`, `{n,m}`, `?`
 * @returns its elements in order; an alternative that holds classes becomes its first branch's elements
 * @throws Error for anything outside the grammar
 */
export function patternElements(source: string): PatternElement[] {
  const elements: PatternElement[] = []
  let at = 0
  const text = (options: readonly string[], optional = false) => {
    const last = elements[elements.length - 1]
    if (!optional && options.length === 1 && last?.type === 'text' && last.options.length === 1 && !last.optional) {
      elements[elements.length - 1] = { type: 'text', options: [last.options[0]! + options[0]!], optional: false }
    } else {
      elements.push({ type: 'text', options, optional })
    }
  }
  while (at < source.length) {
    const char = source[at]!
    if (char === '(') {
      const close = source.indexOf(')', at)
      if (!source.startsWith('(?:', at) || close < 0) throw new Error(`unknown group in ${source}`)
      const optional = source[close + 1] === '?'
      const branches = source.slice(at + 3, close).split('|')
      if (branches.every((branch) => !/[[{]|\\[dw]/.test(branch))) {
        text(
          branches.map((branch) => branch.replace(/\\(.)/g, '$1')),
          optional,
        )
      } else if (!optional) {
        for (const element of patternElements(branches[0]!)) elements.push(element)
      } else {
        elements.push({ type: 'text', options: [''], optional: true })
      }
      at = close + (optional ? 2 : 1)
      continue
    }
    const { chars, next } = readClass(source, at)
    const { min, max, after } = readCount(source, next)
    if (chars.length === 1 && min === 1 && max === 1) text([chars])
    else elements.push({ type: 'class', chars, min, max })
    at = after
  }
  return elements
}

function readClass(source: string, at: number): { chars: string; next: number } {
  const char = source[at]!
  if (char === '\\') {
    const escaped = source[at + 1]!
    return { chars: escaped === 'd' ? DIGIT : escaped === 'w' ? WORD : escaped, next: at + 2 }
  }
  if (char !== '[') return { chars: char, next: at + 1 }
  // Most patterns use one of a few classes.
  const close = source.indexOf(']', at)
  const known = classes.get(source.slice(at, close + 1))
  if (known !== undefined) return { chars: known, next: close + 1 }
  const chars = new Set<string>()
  let here = at + 1
  while (source[here] !== ']') {
    if (here >= source.length) throw new Error(`unclosed class in ${source}`)
    const one = readClass(source, here)
    const from = source[here]!
    if (one.chars.length === 1 && source[one.next] === '-' && source[one.next + 1] !== ']') {
      const to = source[one.next + 1]!
      for (let code = from.charCodeAt(0); code <= to.charCodeAt(0); code++) chars.add(String.fromCharCode(code))
      here = one.next + 2
    } else {
      for (const each of one.chars) chars.add(each)
      here = one.next
    }
  }
  const listed = [...chars].join('')
  // An escaped bracket would end the text of the class too early.
  if (here === close) classes.set(source.slice(at, close + 1), listed)
  return { chars: listed, next: here + 1 }
}

const classes = new Map<string, string>()

function readCount(source: string, at: number): { min: number; max: number; after: number } {
  if (source[at] === '?') return { min: 0, max: 1, after: at + 1 }
  if (source[at] === '*' || source[at] === '+') throw new Error(`unbounded repetition in ${source}`)
  if (source[at] !== '{') return { min: 1, max: 1, after: at }
  const close = source.indexOf('}', at)
  const [min, max] = source
    .slice(at + 1, close)
    .split(',')
    .map(Number)
  return { min: min!, max: max ?? min!, after: close + 1 }
}

/** A literal that every match of a pattern holds, and how far from the match's start it can stand. */
export interface PatternKeyword {
  readonly text: string
  readonly min: number
  readonly max: number
}

/**
 * The literals to search for before a pattern is tried: the longest one at a position known closely enough, or each
 * branch of a choice that the pattern starts with.
 *
 * @param elements a pattern's elements
 * @returns the keywords, one of which every match holds; none if the pattern has no literal of two characters
 */
export function patternKeywords(elements: readonly PatternElement[]): PatternKeyword[] {
  const [first, second] = elements
  if (first?.type === 'text' && first.options.length > 1 && !first.optional) {
    const rest = second?.type === 'text' && second.options.length === 1 && !second.optional ? second.options[0]! : ''
    return first.options.map((option) => ({ text: option + rest, min: 0, max: 0 }))
  }
  let best: PatternKeyword | undefined
  let min = 0
  let max = 0
  for (const element of elements) {
    if (element.type === 'class') {
      min += element.min
      max += element.max
      continue
    }
    const text = element.options.length === 1 && !element.optional ? element.options[0]! : ''
    // A prefix beats a longer mark further in: it fixes where the match starts.
    const better = best === undefined || (text.length > best.text.length && (best.min > 0 || best.text.length < 3))
    if (text.length >= 2 && max - min <= 64 && better) best = { text, min, max }
    const lengths = element.options.map((option) => option.length)
    min += element.optional ? 0 : Math.min(...lengths)
    max += Math.max(...lengths)
  }
  return best === undefined ? [] : [best]
}

/**
 * How many word characters and hyphens a match starts with, for patterns without a keyword.
 *
 * @param elements a pattern's elements
 * @returns the least and the greatest number of `[\w-]` before the first other character
 */
export function leadingRun(elements: readonly PatternElement[]): { min: number; max: number } {
  let min = 0
  let max = 0
  for (const element of elements) {
    if (element.type === 'text') {
      const stop = element.options[0]!.search(/[^\w-]/)
      if (stop >= 0) return { min: min + stop, max: max + stop }
      min += element.optional ? 0 : element.options[0]!.length
      max += element.options[0]!.length
    } else {
      if (/[^\w-]/.test(element.chars)) return { min, max: Infinity }
      min += element.min
      max += element.max
    }
  }
  return { min, max }
}

/**
 * Makes a text that a pattern matches.
 *
 * @param elements a pattern's elements
 * @param random a source of numbers from 0 up to 1
 * @returns the sample
 */
export function patternSample(elements: readonly PatternElement[], random: () => number): string {
  let sample = ''
  for (const element of elements) {
    if (element.type === 'text') {
      if (!element.optional) sample += element.options[Math.floor(random() * element.options.length)]
      continue
    }
    const length = element.min + Math.floor(random() * (element.max - element.min + 1))
    for (let count = 0; count < length; count++) sample += element.chars[Math.floor(random() * element.chars.length)]
  }
  return sample
}
