import { resolveImport } from '@palisade/analysis'

/**
 * Most files of routes hold nothing but registrations, and nothing in them can validate. What such a file says of a
 * handler is read from its text: to parse it would cost many times as much, for the words of a route alone.
 */

/** Words without which a file of registrations validates nothing, and what has to be looked at to know. */
const MAY_VALIDATE =
  /[Vv]alid|[Ss]chema|celebrate|[Jj]oi|[Zz]od|yup|[Aa]jv|[Dd]to|DTO|[Ss]anit|[Pp]arse|processRequest|checkBody|[Tt]yped|[Ss]afe|[Gg]uard|[Pp]ipe|=>|\bclass\b|@[A-Z]|\bfunction (?!\(mod\))/u
/** `router.post('/users', authenticate, users.create)` on lines of its own. */
const REGISTRATION =
  /^[ \t]*[\w$]+\.(get|post|put|patch|delete|head|options)\(\s*(?:(['"])([^'"\n]*)\2|\[[^\]\n]*\])\s*,([^;{}]{1,400}?)\);?[ \t]*\r?$/gmu
const IMPORT =
  /\b(?:import|const|let|var)\s+([\w$*{][\w$,{}*:\s]{0,400}?)(?:\bfrom\s*|=\s*(?:[\w$.]+\()?require\()(['"])([^'"\n]+)\2/gu

/** A handler's registration in a file that validates nothing. */
export interface PlainRegistration {
  method: string
  /** The path, where it is one text. */
  path: string | undefined
}

interface Handing extends PlainRegistration {
  /** What the handler is a member of, or the handler itself: a name of the file. */
  root: string
}

/** What a file registers, by the last name of the handler; undefined where more than registrations may count. */
type Registrations = ReadonlyMap<string, Handing> | undefined

/** By text: the files that register a file's handlers are asked about one handler after the other. */
const known = new Map<string, { registrations: Registrations; imports: ReadonlyMap<string, string> }>()
const KEPT = 32

/**
 * The registration of a handler in a file in which nothing validates.
 *
 * @param routes the path of the file that may register it.
 * @param text that file's text.
 * @param target the path of the handler's file.
 * @param name the handler's name there.
 * @returns undefined where the text alone doesn't tell.
 */
export function plainRegistration(
  routes: string,
  text: string,
  target: string,
  name: string,
): PlainRegistration | undefined {
  let read = known.get(text)
  if (!read) {
    known.set(text, (read = readRoutes(text)))
    if (known.size > KEPT) known.delete(known.keys().next().value!)
  }
  const handing = read.registrations?.get(name)
  const specifier = handing && read.imports.get(handing.root)
  return specifier !== undefined && resolveImport(routes, specifier) === target ? handing : undefined
}

function readRoutes(text: string): { registrations: Registrations; imports: ReadonlyMap<string, string> } {
  const imports = new Map<string, string>()
  if (MAY_VALIDATE.test(text)) return { registrations: undefined, imports }
  const code = text.replaceAll(/\/\*[\s\S]*?\*\//gu, '')
  const registrations = new Map<string, Handing>()
  for (const [, method = '', , path, args = ''] of code.matchAll(REGISTRATION)) {
    const handler = /[\w$.]+$/u.exec(args.trimEnd())?.[0].split('.')
    const name = handler?.at(-1)
    if (handler && name && !registrations.has(name))
      registrations.set(name, { method: method.toUpperCase(), path, root: handler[0]! })
  }
  for (const [, names = '', , specifier = ''] of code.matchAll(IMPORT))
    for (const name of names.split(/[^\w$]+/u)) imports.set(name, specifier)
  return { registrations, imports }
}

/** Names of methods that mean something else where no member of that name is read. */
const KEYWORD = /^(?:export|import|delete|default|new|in|if|for|do|return|switch|case|catch|this|function|class)$/u

/**
 * Whether a text that imports a file can hand its function on: it says the name, and not only to call it.
 *
 * @param text the importing file's text.
 * @param name the function's name.
 */
export function mayHandOn(text: string, name: string): boolean {
  const isKeyword = KEYWORD.test(name)
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    const before = text[at - 1] ?? ''
    const after = text[at + name.length] ?? ''
    if (isQuote(before) && isQuote(after) && text[at - 2] === '[') return true
    if (/[\w$/'"`-]/u.test(before) || /[\w$/'"`]/u.test(after)) continue
    if (before === ':' && text[at - 2] === '/') continue
    if (before === '.' && text.slice(at - 7, at - 1) === 'Object') continue
    if (isKeyword && before !== '.') continue
    const next = /\S/u.test(after) ? after : text.slice(at + name.length, at + name.length + 80).trimStart()[0]
    if (next === '(' || next === '=') continue
    // `const { create: createUser } = …`
    if (next === ':' && !/^\s*:\s*[\w$]+\s*[,}]/u.test(text.slice(at + name.length, at + name.length + 120))) continue
    return true
  }
  return false
}

function isQuote(character: string): boolean {
  return character === "'" || character === '"'
}
