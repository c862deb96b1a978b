/**
 * What pino's `redact` paths really reach. Established by running pino 10.4 (`@pinojs/redact` 0.4), 9.14 and 8.21 (whose
 * `fast-redact` refuses at start what the later ones silently ignore); `packages/host-tests` runs the same table
 * against the real library.
 *
 * @see https://github.com/pinojs/pino/blob/main/docs/redaction.md
 */

/** One key of a logged record; `*` is a key that the code doesn't show, or any item of an array. */
export type MemberPath = readonly string[]

/**
 * Cuts a path into its keys as pino does: at dots and brackets, quotes in brackets taken off.
 *
 * @param path a path as it stands in `redact`, e.g. `req.headers["x-api-key"]` or `users[*].password`.
 * @returns the keys; `*` is the wildcard.
 */
export function parsePinoPath(path: string): string[] {
  const keys: string[] = []
  let key = ''
  let inBrackets = false
  let quote = ''
  for (const char of path) {
    if (!inBrackets && char === '.') {
      if (key !== '') keys.push(key)
      key = ''
    } else if (!inBrackets && char === '[') {
      if (key !== '') keys.push(key)
      key = ''
      inBrackets = true
    } else if (inBrackets && char === ']' && quote === '') {
      keys.push(key)
      key = ''
      inBrackets = false
    } else if (inBrackets && (char === '"' || char === "'") && (quote === '' || quote === char)) {
      quote = quote === '' ? char : ''
    } else {
      key += char
    }
  }
  if (key !== '') keys.push(key)
  return keys
}

/**
 * Would these redaction paths take this member out of the output?
 *
 * A wildcard stands for exactly one key or item, letters' case counts, and a path that names an ancestor takes
 * everything below it. A bare `*` stops working for a key that another path names first: pino asks the more particular
 * redactor only.
 *
 * @param paths the paths of `redact`.
 * @param member where the value stands in the logged record, e.g. `['user', 'password']`.
 * @returns true when some path reaches the member or something it stands in.
 */
export function pinoRedacts(paths: readonly string[], member: MemberPath): boolean {
  const [top, ...below] = member
  if (top === undefined) return false
  const patterns = paths.map(parsePinoPath).filter((pattern) => pattern.length > 0)
  const named = patterns.filter(([first]) => first === top && first !== '*')
  if (named.some((pattern) => pattern.length === 1)) return true
  const anyTop = patterns.filter(([first]) => first === '*')
  const applicable = named.length > 0 ? [...named, ...anyTop.filter((pattern) => pattern.length > 1)] : anyTop
  return applicable.some(([, ...rest]) => reaches(rest, below))
}

function reaches(pattern: readonly string[], member: MemberPath): boolean {
  return pattern.length <= member.length && pattern.every((key, at) => key === '*' || key === member[at])
}

/** Why a path can never match. */
export type DeadPath =
  | 'deep-wildcard' // `**.password`: a wildcard is one level
  | 'partial-wildcard' // `pass*`: a wildcard stands for a whole key
  | 'json-path' // `$.password`: the root has no name
  | 'empty-brackets' // `users[].password`: an item is `[*]`
  | 'pattern' // `/password/`: a path is no regular expression
  | 'header-case' // `req.headers.Authorization`: Node lower-cases header names
  | 'nested-key' // the paths are relative to what stands under `nestedKey`
  | 'shadowed' // `*` beside `a.b`: `a` has a redactor of its own

/**
 * Says why a redaction path can never match anything, if it can't.
 *
 * @param path the path as written.
 * @param all all paths of the logger.
 * @param nestedKey the logger's `nestedKey`, if it has one.
 * @returns the reason, or undefined when the path can match.
 */
export function whyDead(path: string, all: readonly string[] = [path], nestedKey?: string): DeadPath | undefined {
  const keys = parsePinoPath(path)
  if (keys.some((key) => /^\*{2,}$/u.test(key))) return 'deep-wildcard'
  if (keys[0] === '$' && keys.length > 1) return 'json-path'
  if (/^\/.+\/[a-z]*$/u.test(path)) return 'pattern'
  if (keys.includes('')) return 'empty-brackets'
  if (keys.some((key) => key.length > 1 && key.includes('*'))) return 'partial-wildcard'
  if (nestedKey !== undefined && keys[0] === nestedKey && keys.length > 1) return 'nested-key'
  if (isIncomingHeader(keys) && /[A-Z]/u.test(keys.at(-1)!)) return 'header-case'
  if (keys.length === 1 && keys[0] === '*' && all.some((other) => isUnderNamedKey(parsePinoPath(other))))
    return 'shadowed'
  return undefined
}

/** `req.headers.X`, `res.headers.X`: what the standard serializers print, in lower case. */
function isIncomingHeader(keys: readonly string[]): boolean {
  const [first] = keys
  return keys.length >= 3 && keys.at(-2) === 'headers' && (first === 'req' || first === 'res' || first === 'request')
}

function isUnderNamedKey(keys: readonly string[]): boolean {
  return keys.length > 1 && keys[0] !== '*'
}

/**
 * What the author of a dead path most likely meant.
 *
 * @param path the path as written.
 * @param reason why it is dead.
 * @returns paths to write instead; none when only a person can tell.
 */
export function livePaths(path: string, reason: DeadPath): string[] {
  switch (reason) {
    case 'deep-wildcard': {
      const rest = path.replace(/^\*{2,}\.?/u, '')
      if (rest === path || rest === '' || rest.includes('**')) return []
      const join = rest.startsWith('[') ? '' : '.'
      return [rest, `*${join}${rest}`, `*.*${join}${rest}`]
    }
    case 'json-path':
      return [path.replace(/^\$\.?/u, '')]
    case 'empty-brackets':
      return [path.replaceAll('[]', '[*]')]
    case 'header-case': {
      const keys = parsePinoPath(path)
      const header = keys.at(-1)!.toLowerCase()
      const before = keys.slice(0, -1).join('.')
      return [/^[a-z_$][\w$]*$/u.test(header) ? `${before}.${header}` : `${before}["${header}"]`]
    }
    case 'nested-key':
      return [parsePinoPath(path).slice(1).join('.')]
    default:
      return []
  }
}
