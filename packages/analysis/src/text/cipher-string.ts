import { cipherSuites, weakGroups, weakSignatureHashes, type CipherRow } from '../catalogs/cipher-suites.js'

/** A weakness that a cipher string lets in. */
export interface CipherFinding {
  /** The catalog's id, or `SECLEVEL`. */
  id: string
  /** The part of the string that lets it in. */
  token: string
  because: string
}

/**
 * Which weak suites does an OpenSSL cipher string allow?
 *
 * Follows the grammar of openssl-ciphers(1): tokens between `:`, `,` or blanks; `!X` removes X for good, `-X` removes
 * what came before, `+X` only reorders, `A+B` selects what is in both, `@SECLEVEL=n` and `@STRENGTH` are commands.
 * Wide groups (`ALL`, `HIGH`, `DEFAULT`) aren't reported: the security level keeps weak suites out of them.
 *
 * @param text the cipher string; also a list of IANA names joined by `:`
 * @returns one finding for each weak family, in order of appearance
 */
export function weakCiphers(text: string): CipherFinding[] {
  // `DEFAULT@SECLEVEL=0` is how most people write it.
  const tokens = text
    .replaceAll('@', ':@')
    .split(/[:, ;\n]+/)
    .filter(Boolean)
  const killed = new Set(tokens.filter((token) => token.startsWith('!')).map((token) => token.slice(1).toUpperCase()))
  const allowed = new Map<string, CipherFinding>()
  for (const token of tokens) {
    if (token.startsWith('!') || token.startsWith('+')) continue
    if (token.startsWith('@')) {
      if (/^@SECLEVEL=0$/i.test(token)) {
        const because = 'lifts every lower bound that OpenSSL sets on keys, signatures and suites'
        allowed.set('SECLEVEL', { id: 'SECLEVEL', token, because })
      }
      continue
    }
    if (token.startsWith('-')) {
      const removed = token.slice(1).toUpperCase()
      for (const row of cipherSuites) if (excludes(row, new Set([removed]))) allowed.delete(row.id)
      continue
    }
    const families = cipherSuites.filter((row) => selects(token, row))
    // A suite that belongs to two families is gone when one of them is excluded (`!MD5` removes NULL-MD5).
    if (isSuiteName(token) && families.some((row) => excludes(row, killed))) continue
    if (killed.has(token.toUpperCase())) continue
    for (const row of families) {
      if (!excludes(row, killed) && !allowed.has(row.id))
        allowed.set(row.id, { id: row.id, token, because: row.because })
    }
  }
  return [...allowed.values()]
}

/** Does a text read like a cipher string at all, rather than like something else that happens to be called so? */
export function looksLikeCipherString(text: string): boolean {
  return text.length > 0 && text.length < 8000 && /^[\w!+@=.:, ;\n-]+$/.test(text) && /[A-Z]{2}/.test(text)
}

/**
 * Which curves or groups of a list are too small?
 *
 * @param text names between `:` or `,`, as `ecdhCurve` takes them
 */
export function weakCurves(text: string): { id: string; bits: number }[] {
  const names = text.split(/[:, ]+/).map((name) => name.toLowerCase())
  return weakGroups.filter((row) => row.names.some((name) => names.includes(name.toLowerCase())))
}

/**
 * Which signature algorithms of a list hash with SHA-1 or MD5?
 *
 * @param text pairs such as `RSA+SHA256` or scheme names, between `:`, as `sigalgs` takes them
 */
export function weakSignatures(text: string): string[] {
  const schemes = text.split(/[:, ]+/).filter((scheme) => scheme && !/^[!-]/.test(scheme))
  return schemes.filter((scheme) => {
    const upper = scheme.toUpperCase()
    const hash = upper.split('+').at(-1)!
    return weakSignatureHashes.some((row) => row.names.some((name) => name === upper || name === hash))
  })
}

function isSuiteName(token: string): boolean {
  return /[-_]/.test(token)
}

function selects(token: string, row: CipherRow): boolean {
  const terms = token.split('+')
  if (terms.some((term) => row.groups.some((group) => group.toUpperCase() === term.toUpperCase()))) return true
  if (!isSuiteName(token)) return false
  const words = token.toUpperCase().split(/[-_]/)
  return row.components.some((component) => hasComponent(words, component.toUpperCase().split('-'), row.id))
}

function hasComponent(words: readonly string[], component: readonly string[], id: string): boolean {
  // The hash of TLS_AES_…_SHA256 names no NULL; `DES` inside `DES-CBC3` and `3DES` is 3DES.
  if (id === 'DES' && (words.includes('CBC3') || words.includes('3DES'))) return false
  return words.some((_, start) => component.every((word, index) => words[start + index] === word))
}

function excludes(row: CipherRow, killed: ReadonlySet<string>): boolean {
  return row.excludedBy.some((name) => killed.has(name.toUpperCase()))
}
