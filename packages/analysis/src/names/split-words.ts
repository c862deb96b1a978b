import { apart } from '../text/apart.js'

/** Names longer than this are data (a generated table's key, a paragraph used as a key), not identifiers. */
const LONGEST_NAME = 160

/** Pieces that the case rules cut although people read them as one word. */
export const joinedWords: ReadonlyMap<string, string> = new Map([
  ['o auth', 'oauth'],
  ['o auth2', 'oauth'],
  ['open ai', 'openai'],
  ['x ai', 'xai'],
  ['git hub', 'github'],
  ['git lab', 'gitlab'],
  ['send grid', 'sendgrid'],
  ['pay pal', 'paypal'],
  ['mail gun', 'mailgun'],
  ['mail chimp', 'mailchimp'],
  ['deep seek', 'deepseek'],
  ['hugging face', 'huggingface'],
  ['eleven labs', 'elevenlabs'],
  ['open router', 'openrouter'],
  ['lang smith', 'langsmith'],
  ['lang fuse', 'langfuse'],
  ['air table', 'airtable'],
  ['hub spot', 'hubspot'],
  ['post hog', 'posthog'],
  ['data dog', 'datadog'],
  ['new relic', 'newrelic'],
  ['digital ocean', 'digitalocean'],
  ['cloud flare', 'cloudflare'],
  ['my sql', 'mysql'],
  ['postgre sql', 'postgresql'],
  ['mongo db', 'mongodb'],
  ['i d', 'id'],
  ['i ds', 'ids'],
  ['user name', 'username'],
  ['pass word', 'password'],
  ['pass phrase', 'passphrase'],
  ['pass code', 'passcode'],
  ['pass wd', 'passwd'],
  ['pass port', 'passport'],
  ['e mail', 'email'],
  ['web hook', 'webhook'],
  ['drop box', 'dropbox'],
  ['x 509', 'x509'],
])

/**
 * Splits an identifier, a property key, a header name or an environment variable's name into its words.
 *
 * `DB_PASS`, `dbPass`, `db-pass` and `DBPass` all answer `['db', 'pass']`. Digits are their own words, accents are
 * removed, and brand names that their own spelling cuts (`OpenAI`, `GitHub`) come back as one word.
 *
 * @param name the name as written
 * @returns the words in lower case; none for a name that holds no letter or is too long to be one
 */
export function splitWords(name: string): readonly string[] {
  let words = known.get(name)
  if (words === undefined) {
    const kept = apart(name)
    words = name.length > LONGEST_NAME ? [] : joinBrands(pieces(kept))
    if (known.size >= REMEMBERED) known.clear()
    known.set(kept, words)
  }
  return words
}

/** Names repeat: the same few thousand identifiers make up a code base. */
const REMEMBERED = 20_000
const known = new Map<string, readonly string[]>()

const enum Kind {
  Break,
  Lower,
  Upper,
  Digit,
}

function pieces(name: string): string[] {
  const text = name.normalize('NFD').replace(/\p{M}/gu, '')
  const words: string[] = []
  let start = 0
  let before = Kind.Break
  for (let at = 0; at <= text.length; at++) {
    const kind = at < text.length ? kindOf(text.charCodeAt(at)) : Kind.Break
    const cut =
      kind !== before &&
      // `Key`: a capital belongs to the small letters after it.
      !(before === Kind.Upper && kind === Kind.Lower && at - start === 1)
    if (cut) {
      // `APIKey`: of several capitals the last one starts the next word; `userIDs` and `APIs` keep their plural.
      const plural = before === Kind.Upper && kind === Kind.Lower && text[at] === 's' && isBoundary(text, at + 1)
      if (plural) {
        before = Kind.Lower
        continue
      }
      const end = before === Kind.Upper && kind === Kind.Lower ? at - 1 : at
      if (before !== Kind.Break && end > start) words.push(text.slice(start, end).toLowerCase())
      start = end
    }
    before = kind
  }
  return words
}

function isBoundary(text: string, at: number): boolean {
  return at >= text.length || kindOf(text.charCodeAt(at)) !== Kind.Lower
}

function kindOf(code: number): Kind {
  if (code >= 97 && code <= 122) return Kind.Lower
  if (code >= 65 && code <= 90) return Kind.Upper
  if (code >= 48 && code <= 57) return Kind.Digit
  if (code < 128) return Kind.Break
  const char = String.fromCharCode(code)
  if (char.toLowerCase() !== char) return Kind.Upper
  return char.toUpperCase() !== char || /\p{L}/u.test(char) ? Kind.Lower : Kind.Break
}

function joinBrands(words: readonly string[]): string[] {
  const joined: string[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!
    const pair = at + 1 < words.length ? joinedWords.get(`${word} ${words[at + 1]}`) : undefined
    if (pair !== undefined) {
      joined.push(pair)
      at++
    } else {
      joined.push(word)
    }
  }
  return joined
}
