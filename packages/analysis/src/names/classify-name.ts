import { nameAspects } from '../catalogs/name-aspects.js'
import { personalNames, type ConfidentialClass, type PersonalNameRow } from '../catalogs/personal-names.js'
import { secretNames, type CredentialSort, type SecretNameRow } from '../catalogs/secret-names.js'
import { apart } from '../text/apart.js'
import { escapePattern } from '../text/prefilter.js'
import { joinedWords, splitWords } from './split-words.js'

export type { ConfidentialClass } from '../catalogs/personal-names.js'
export type { CredentialSort } from '../catalogs/secret-names.js'

/**
 * What kind of thing a name denotes. `about` is a thing about one of the first five: its length, id, name, url, label,
 * expiry, or a function that works on it.
 */
export type NameKind = 'credential' | 'personal' | 'financial' | 'health' | 'content' | 'about' | 'other'

/** What `classifyName` answers. */
export interface NameMeaning {
  readonly kind: NameKind
  /** The class of what is named; for `about`, of what it is about. None for `other`. */
  readonly class?: ConfidentialClass
  /** For a credential: which sort. */
  readonly what?: CredentialSort
  /** `likely`: other things are named so too; ask for a second sign. */
  readonly certainty?: 'sure' | 'likely'
  /** For `about`: the row of `name-aspects` that says in which way. */
  readonly aspect?: string
  /** The catalog row that decided. */
  readonly row?: string
  /** The words of the name. */
  readonly words: readonly string[]
}

/** Names that a project adds or takes back; written as one writes the name (`tenantPin` also matches `TENANT_PIN`). */
export interface OwnNames {
  /** Names, or the ends of names, that denote something confidential. */
  readonly confidential?: readonly (string | { readonly name: string; readonly class: ConfidentialClass })[]
  /** Names, or the ends of names, that denote nothing confidential. Wins over everything else. */
  readonly harmless?: readonly string[]
}

type Classifier = (name: string) => NameMeaning

/** Names repeat: the same few hundred identifiers make up a code base. */
const REMEMBERED = 20_000

/** Classifiers by the names that they know. */
const classifiers = new Map<string, Classifier>()
const MOST_CLASSIFIERS = 100

/**
 * Says what kind of thing a name denotes, by its head word and qualifiers, never by a substring:
 * `DB_PASS` is a credential, `passwordLabel` is about one, `monkey`, `maxTokens` and `publicKey` are neither.
 *
 * @param name an identifier, property key, header name or environment variable's name
 * @returns the meaning; the same object for the same name
 */
export const classifyName: Classifier = createNameClassifier()

/**
 * The classifier that knows a project's own names besides the catalogs.
 *
 * @param own names to add and to take back
 * @returns a function like `classifyName`, the same one for the same names
 */
export function createNameClassifier(own: OwnNames = {}): Classifier {
  const key = JSON.stringify([own.confidential ?? [], own.harmless ?? []])
  let classifier = classifiers.get(key)
  if (classifier === undefined) {
    if (classifiers.size >= MOST_CLASSIFIERS) classifiers.clear()
    classifiers.set(key, (classifier = newClassifier(own)))
  }
  return classifier
}

function newClassifier(own: OwnNames): Classifier {
  const harmless = (own.harmless ?? []).map(splitWords).filter((words) => words.length > 0)
  const confidential = (own.confidential ?? []).map((entry) => {
    const [name, of] = typeof entry === 'string' ? [entry, 'credentials' as const] : [entry.name, entry.class]
    return { words: splitWords(name), class: of }
  })
  const known = new Map<string, NameMeaning>()
  return (name) => {
    let meaning = known.get(name)
    if (meaning === undefined) {
      const kept = apart(name)
      meaning =
        confidential.length === 0 && !mayMeanSomething(name)
          ? new Meaningless(kept)
          : (ownMeaning(splitWords(name), confidential, harmless) ?? meaningOf(splitWords(name)))
      if (known.size >= REMEMBERED) known.clear()
      known.set(kept, meaning)
    }
    return meaning
  }
}

/**
 * Says what a member path denotes: `stripe.key` and `auth.pass` are credentials although `key` and `pass` alone say
 * little, `apiKey.value` is one, `password.length` is about one.
 *
 * @param path the names along the path, outermost first
 * @param classify the classifier to ask, `classifyName` unless told
 * @returns the meaning of the path's end
 */
export function classifyPath(path: readonly string[], classify: Classifier = classifyName): NameMeaning {
  const last = path[path.length - 1]
  if (last === undefined) return classify('')
  const alone = classify(last)
  if (path.length === 1 || (alone.kind !== 'other' && alone.certainty === 'sure')) return alone
  const end = alone.words
  const isTail =
    end.length === 1 && (NEUTRAL.has(end[0]!) || QUALIFIED_BY_PARENT.has(end[0]!) || ASPECT_AT_END.has(end[0]!))
  const isIndex = end.length === 0 || end.every(isDigits)
  if (!isTail && !isIndex) return alone
  const names = path.filter((part) => !isDigits(part))
  // The nearest name says most: `stripe.key` in `config.stripe.key`.
  for (const length of [2, 3]) {
    const joined = classify(names.slice(-length).join('_'))
    if (joined.kind !== 'other') return joined
  }
  return alone
}

/**
 * Whether a name denotes a credential.
 *
 * @param name an identifier, property key, header name or environment variable's name
 * @param classify the classifier to ask, `classifyName` unless told
 * @returns true also for likely ones
 */
export function isCredentialName(name: string, classify: Classifier = classifyName): boolean {
  return classify(name).kind === 'credential'
}

interface HeadRule {
  readonly row: SecretNameRow | PersonalNameRow
  readonly head: readonly string[]
  readonly with?: ReadonlySet<string>
  readonly except?: ReadonlySet<string>
}

/** Rules by the last word of their head, those with the longer head first, qualified ones before bare ones. */
const RULES = rulesByLastWord([...secretNames, ...personalNames])

const ASPECT_AT_END = aspectWords('end')
const ASPECT_AT_START = aspectWords('start')

/** Words that follow a thing's name without changing what it is. */
const NEUTRAL: ReadonlySet<string> = new Set(
  (
    'value val str string raw plain plaintext data prod production dev development staging stage test live sandbox local ' +
    'old new prev previous current default temp tmp backup primary secondary fallback base b64 hex encoded utf buffer buf ' +
    'bytes const constant v confirm confirmation again repeat retype retyped digits literal'
  ).split(' '),
)

/** Words that say more when one knows whose they are: `stripe.key`, `smtp.pass`. */
const QUALIFIED_BY_PARENT: ReadonlySet<string> = new Set([
  'key',
  'keys',
  'pass',
  'pw',
  'token',
  'secret',
  'user',
  'code',
  'id',
  'phrase',
])

/** Where the thing ends and its circumstances begin: the key *for* a user, an email *from* a form. */
const PREPOSITIONS: ReadonlySet<string> = new Set([
  'for',
  'from',
  'of',
  'by',
  'with',
  'without',
  'to',
  'via',
  'using',
  'per',
])

const CONJUNCTIONS: ReadonlySet<string> = new Set(['or', 'and'])

/** Before any key or token: known to everybody, a number, or one of several sorts (`GRANT_TYPE_REFRESH_TOKEN`). */
const NEVER_SECRET: ReadonlySet<string> = new Set([
  ...['public', 'publishable', 'pub'],
  ...['max', 'min', 'num'],
  ...['type', 'kind', 'category', 'grant'],
])

/** Words that make it worth cutting a word without any marks (`dbpassword`) into pieces. */
const WORTH_CUTTING = /pass|pwd|secret|token|key|credential|email|phone|cookie|jwt/

const PIECES = piecesOfNames()

/** The meaning of a name in which no word of the catalogs stands. Few ask for its words. */
class Meaningless implements NameMeaning {
  readonly kind = 'other'
  readonly #name: string

  constructor(name: string) {
    this.#name = name
  }

  get words(): readonly string[] {
    return splitWords(this.#name)
  }
}

/** The last words of all heads, as they can stand inside a name that is written in one piece. */
const HEAD_WORDS = headWords()

/** Whether a head of the catalogs can stand in the name: most names end here, without being split. */
function mayMeanSomething(name: string): boolean {
  return HEAD_WORDS.test(name)
}

function headWords(): RegExp {
  const words = new Set<string>()
  for (const word of RULES.keys()) {
    words.add(word.endsWith('y') ? word.slice(0, -1) : word)
    // What `splitWords` puts together, its spelling may take apart: `pass_word`.
    for (const [pieces, joined] of joinedWords)
      if (joined === word) words.add(pieces.slice(pieces.lastIndexOf(' ') + 1))
  }
  // Another word that is the start of one of them finds it as well.
  const shortest = [...words].filter((word) => ![...words].some((other) => other !== word && word.includes(other)))
  return new RegExp(`${shortest.map(escapePattern).join('|')}|[^\\x20-\\x7e]`, 'i')
}

function meaningOf(words: readonly string[]): NameMeaning {
  const cut = cutGluedWords(words)
  return Object.freeze({ ...judge(cut, 0), words })
}

type Judgement = Omit<NameMeaning, 'words'>

const OTHER: Judgement = { kind: 'other' }

function judge(words: readonly string[], depth: number): Judgement {
  if (words.length === 0 || depth > 6) return OTHER
  const direct = byHead(words)
  if (direct !== undefined) return direct

  const preposition = words.findIndex((word, at) => at > 0 && PREPOSITIONS.has(word))
  if (preposition > 0) return words[preposition] === 'per' ? OTHER : judge(words.slice(0, preposition), depth + 1)

  const last = words[words.length - 1]!
  if (words.length > 1 && (isDigits(last) || NEUTRAL.has(last))) return judge(words.slice(0, -1), depth + 1)

  // `tokenOrKey` is either; in `emailAndPasswordForm` the last word speaks for all.
  const conjunction = words.findIndex((word, at) => at > 0 && CONJUNCTIONS.has(word))
  if (conjunction > 0 && conjunction === words.length - 2) {
    const first = judge(words.slice(0, conjunction), depth + 1)
    return first.kind === 'other' ? judge(words.slice(conjunction + 1), depth + 1) : first
  }
  const aspect = ASPECT_AT_END.get(last)
  if (aspect !== undefined && words.length > 1) {
    const subject = judge(words.slice(0, -1), depth + 1)
    return subject.kind === 'other' ? OTHER : { kind: 'about', class: subject.class, aspect, row: subject.row }
  }

  return OTHER
}

function byHead(words: readonly string[]): Judgement | undefined {
  const last = words[words.length - 1]!
  for (const candidate of new Set([last, singular(last)])) {
    for (const rule of RULES.get(candidate) ?? []) {
      if (candidate !== last && 'singularOnly' in rule.row && rule.row.singularOnly) continue
      if (!endsWith(words, rule.head, candidate)) continue
      const before = words.slice(0, words.length - rule.head.length)
      if (isCutByPreposition(before, rule.head)) continue
      if (rule.with !== undefined && !before.some((word) => rule.with!.has(word))) continue
      if (rule.except !== undefined && before.some((word) => rule.except!.has(word))) continue
      if ('alone' in rule.row && rule.row.alone && before.length > 0) continue
      if (isKeyOrToken(rule.row) && before.some((word) => NEVER_SECRET.has(word))) continue
      const kind = kindOfRow(rule.row)
      // `apiUpdateUserPassword`: where it is updated
      const first = before[0] === 'api' && before.length > 1 ? before[1] : before[0]
      const aspect = first === undefined || rule.with?.has(first) ? undefined : ASPECT_AT_START.get(first)
      const of = 'what' in rule.row ? 'credentials' : rule.row.class
      if (aspect !== undefined) return { kind: 'about', class: of, aspect, row: rule.row.id }
      return {
        kind,
        class: of,
        ...('what' in rule.row ? { what: rule.row.what } : {}),
        certainty: rule.row.certainty,
        row: rule.row.id,
      }
    }
  }
  return undefined
}

function isKeyOrToken(row: SecretNameRow | PersonalNameRow): boolean {
  return 'what' in row && (row.what === 'key' || row.what === 'token')
}

/** `userFromToken` is a user: what stands before the preposition is the thing. */
function isCutByPreposition(before: readonly string[], head: readonly string[]): boolean {
  return before.some((word, at) => at > 0 && PREPOSITIONS.has(word)) && !head.some((word) => PREPOSITIONS.has(word))
}

function kindOfRow(row: SecretNameRow | PersonalNameRow): Exclude<NameKind, 'about' | 'other'> {
  if ('what' in row) return 'credential'
  if (row.class === 'pii' || row.class === 'nationalId') return 'personal'
  return row.class
}

function endsWith(words: readonly string[], head: readonly string[], last: string): boolean {
  if (head.length > words.length || head[head.length - 1] !== last) return false
  for (let back = 2; back <= head.length; back++) {
    const word = words[words.length - back]!
    const wanted = head[head.length - back]
    if (word !== wanted && singular(word) !== wanted) return false
  }
  return true
}

function ownMeaning(
  words: readonly string[],
  confidential: readonly { words: readonly string[]; class: ConfidentialClass }[],
  harmless: readonly (readonly string[])[],
): NameMeaning | undefined {
  if (words.length === 0) return undefined
  const last = words[words.length - 1]!
  const isOwn = (own: readonly string[]) => endsWith(words, own, last) || endsWith(words, own, singular(last))
  if (harmless.some(isOwn)) return Object.freeze({ kind: 'other', words })
  const added = confidential.find((entry) => entry.words.length > 0 && isOwn(entry.words))
  if (added === undefined) return undefined
  const kind =
    added.class === 'credentials'
      ? 'credential'
      : added.class === 'pii' || added.class === 'nationalId'
        ? 'personal'
        : added.class
  return Object.freeze({ kind, class: added.class, certainty: 'sure', row: 'own', words })
}

function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || word.endsWith('ss') || word.endsWith('us')) return word
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
  if (word.endsWith('sses')) return word.slice(0, -2)
  return word.slice(0, -1)
}

function isDigits(word: string): boolean {
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at)
    if (code < 48 || code > 57) return false
  }
  return word.length > 0
}

function cutGluedWords(words: readonly string[]): readonly string[] {
  let result: string[] | undefined
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!
    const cut =
      word.length >= 6 && word.length <= 40 && !PIECES.has(word) && WORTH_CUTTING.test(word) ? cutWord(word) : undefined
    if (cut !== undefined) result = [...(result ?? words.slice(0, at)), ...cut]
    else result?.push(word)
  }
  return result ?? words
}

/** Cuts `awssecretaccesskey` into the fewest known words; none unless every letter belongs to one. */
function cutWord(word: string): string[] | undefined {
  const best: (string[] | undefined)[] = [[]]
  for (let end = 1; end <= word.length; end++) {
    for (let start = Math.max(0, end - 14); start < end; start++) {
      const before = best[start]
      if (before === undefined) continue
      const piece = word.slice(start, end)
      if (!PIECES.has(piece)) continue
      const now = best[end]
      if (now === undefined || before.length + 1 < now.length) best[end] = [...before, piece]
    }
  }
  const cut = best[word.length]
  // `passage`, `passport`: "pass" is a word of its own only at the end.
  return cut?.slice(0, -1).some((piece) => piece === 'pass' || piece === 'pin') ? undefined : cut
}

function rulesByLastWord(rows: readonly (SecretNameRow | PersonalNameRow)[]): ReadonlyMap<string, readonly HeadRule[]> {
  const byLast = new Map<string, HeadRule[]>()
  for (const row of rows) {
    for (const text of row.heads) {
      const head = splitWords(text)
      const last = head[head.length - 1]!
      const rules = byLast.get(last) ?? []
      rules.push({
        row,
        head,
        ...(row.with === undefined ? {} : { with: new Set(row.with) }),
        ...(row.except === undefined ? {} : { except: new Set(row.except) }),
      })
      byLast.set(last, rules)
    }
  }
  for (const rules of byLast.values()) {
    rules.sort((a, b) => b.head.length - a.head.length || Number(b.with !== undefined) - Number(a.with !== undefined))
  }
  return byLast
}

function aspectWords(at: 'start' | 'end'): ReadonlyMap<string, string> {
  const words = new Map<string, string>()
  for (const row of nameAspects) {
    if (row.at !== at) continue
    for (const word of row.words) if (!words.has(word)) words.set(word, row.id)
  }
  return words
}

function piecesOfNames(): ReadonlySet<string> {
  const pieces = new Set<string>([...ASPECT_AT_END.keys(), ...NEUTRAL, 'my', 'jwt', 'no'])
  for (const row of [...secretNames, ...personalNames] as readonly (SecretNameRow | PersonalNameRow)[]) {
    for (const head of row.heads) for (const word of head.split(' ')) pieces.add(word)
    for (const word of row.with ?? []) pieces.add(word)
    if ('what' in row) for (const word of row.except ?? []) pieces.add(word)
  }
  // Too short or too common inside other words to be trusted as a piece.
  for (const word of [
    'n',
    'v',
    'es',
    'el',
    're',
    'at',
    'in',
    'out',
    'on',
    'of',
    'or',
    'to',
    'a',
    'age',
    'ok',
    'ms',
    'pin',
    'pat',
    'sas',
    'pad',
    'base',
    'or',
    'x',
    'up',
    'ai',
    'm',
  ])
    pieces.delete(word)
  return pieces
}
