/** A code block of a docs page that claims what the linter says about it. */
export interface CodeBlock {
  /** The line of the fence in the page, from 1. */
  readonly line: number
  readonly language: string
  readonly code: string
  readonly expected: 'incorrect' | 'correct'
  readonly config: 'recommended' | 'strict'
  /** Where the code is said to stand; some questions depend on it (`app/api/chat/route.ts`). */
  readonly filename: string
  /** The rule asked, where the page is not a rule's own. */
  readonly rule?: string
  readonly options?: unknown
  readonly settings?: Record<string, unknown>
}

const fence = /^( *)(`{3,}|~{3,})((?:[^`~].*)?)$/
const extensions: Record<string, string> = { ts: 'ts', tsx: 'tsx', js: 'js', jsx: 'jsx', mjs: 'mjs', cjs: 'cjs' }

/**
 * The code blocks of a page that say `correct` or `incorrect` after the language.
 *
 * More words may follow: `strict`, `filename=app/api/chat/route.ts`, `rule=no-error-leak`, and last of all
 * `settings={…}` or `options={…}` (JSON).
 *
 * @throws on a word it does not know, naming the line: a typo would make a claim that nobody checks
 */
export function parseCodeBlocks(markdown: string): CodeBlock[] {
  const blocks: CodeBlock[] = []
  const lines = markdown.split('\n')
  for (let index = 0; index < lines.length; index++) {
    const [, indent = '', marks, info = ''] = fence.exec(lines[index] ?? '') ?? []
    if (marks === undefined) continue
    const start = index
    const code: string[] = []
    for (index++; index < lines.length; index++) {
      const text = lines[index] ?? ''
      if (text.trim().startsWith(marks) && text.trim().replaceAll(marks[0] ?? '`', '') === '') break
      code.push(text.startsWith(indent) ? text.slice(indent.length) : text)
    }
    const block = describeBlock(info.trim(), start + 1, code.join('\n') + '\n')
    if (block) blocks.push(block)
  }
  return blocks
}

function describeBlock(info: string, line: number, code: string): CodeBlock | undefined {
  const [language = '', expected, ...words] = splitInfo(info)
  const extension = extensions[language]
  if (expected !== 'incorrect' && expected !== 'correct') return undefined
  if (extension === undefined) throw new Error(`line ${line}: a block that is ${expected} must be ts, tsx, js or jsx`)
  let block: CodeBlock = { line, language, code, expected, config: 'recommended', filename: `src/example.${extension}` }
  for (const word of words) {
    const [key, value] = word.includes('=')
      ? [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)]
      : [word, '']
    if (word === 'strict') block = { ...block, config: 'strict' }
    else if (key === 'filename') block = { ...block, filename: value }
    else if (key === 'rule') block = { ...block, rule: value }
    else if (key === 'options') block = { ...block, options: JSON.parse(value) as unknown }
    else if (key === 'settings') block = { ...block, settings: JSON.parse(value) as Record<string, unknown> }
    else throw new Error(`line ${line}: "${word}" after ${expected} is not understood`)
  }
  return block
}

/** Splits the words after a fence; JSON after `=` may hold spaces and goes to the end of its braces. */
function splitInfo(info: string): string[] {
  const words: string[] = []
  let word = ''
  let depth = 0
  for (const character of info) {
    if (character === '{' || character === '[') depth++
    if (character === '}' || character === ']') depth--
    if (character === ' ' && depth === 0) {
      if (word !== '') words.push(word)
      word = ''
    } else word += character
  }
  if (word !== '') words.push(word)
  return words
}

/**
 * Writes out the `…` that stands for the rest of a token in a docs page, so that pages show tokens as people know them
 * (`sk-proj-…`) and yet no page holds a text that a push protection would take for one.
 *
 * Upper-case prefixes go on in sixteen upper-case letters and digits (AWS key ids), others in forty-eight mixed ones.
 */
export function writeOutTokens(code: string): string {
  return code.replace(/([\w-]{2,})…/g, (_, prefix: string) =>
    /^[A-Z]+$/.test(prefix) ? prefix + body(16, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567') : prefix + body(48, mixed),
  )
}

const mixed = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** A text that looks random and is the same in every run. */
function body(length: number, alphabet: string): string {
  let state = 20_241_107
  let text = ''
  for (let index = 0; index < length; index++) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    text += alphabet[Math.floor((state / 2_147_483_648) * alphabet.length)] ?? ''
  }
  return text
}
