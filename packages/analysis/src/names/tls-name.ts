import { tlsNameWords } from '../catalogs/tls-options.js'
import { createPrefilter } from '../text/prefilter.js'
import { splitWords } from './split-words.js'

/** A name that decides about the check of certificates. */
export interface TlsSwitch {
  /** The value with which nothing is checked. */
  unsafe: boolean
  weakness: 'verification' | 'identity'
}

/** Most names end here, without being split. */
const SUBJECT = createPrefilter([...tlsNameWords.subjects, ...tlsNameWords.certificates, '509'], {
  ignoreCase: true,
})

const has = (words: readonly string[], list: readonly string[]) => words.some((word) => list.includes(word))

/**
 * Is this the name of a switch over the verification of TLS peers, in the words that people use for it
 * (`sslVerify`, `verify_ssl`, `skipTlsVerification`, `IGNORE_SSL_ERRORS`, `allowSelfSignedCerts`)?
 *
 * Names that say it without the words TLS, SSL or certificate (`verify`, `secure`, `insecure`) are not: they mean
 * other things elsewhere, and are known by the call that takes them.
 *
 * @param name an option's, a variable's or an environment variable's name
 * @returns the value that is unsafe, or undefined
 */
export function tlsSwitch(name: string): TlsSwitch | undefined {
  if (!SUBJECT.test(name)) return undefined
  const words = splitWords(name)
  if (words.length < 2 || words.length > 8) return undefined
  const { subjects, certificates, checks, negations, faults, acceptances, doubts, about } = tlsNameWords
  if (about.some((word) => word === words.at(-1))) return undefined
  const transport = has(words, subjects)
  const certificate = has(words, certificates)
  if (!transport && !certificate) return undefined
  const weakness =
    has(words, ['hostname', 'hostnames', 'identity', 'host']) && !certificate ? 'identity' : 'verification'
  if (has(words, negations) && (has(words, checks) || has(words, faults))) return { unsafe: true, weakness }
  if (has(words, acceptances) && has(words, doubts)) return { unsafe: true, weakness }
  if (transport && has(words, ['insecure', 'unverified', 'unsafe', 'insecurely'])) return { unsafe: true, weakness }
  if (transport && has(words, checks) && !has(words, ['insecure', 'require', 'client', ...negations, ...acceptances])) {
    return { unsafe: false, weakness }
  }
  return undefined
}

const SWITCH_WORDS = new Set([
  'insecure',
  'unsafe',
  'unverified',
  'selfsigned',
  'skip',
  'ignore',
  'bypass',
  'disable',
  'disabled',
  'off',
  'allow',
  'accept',
  'trust',
  'verify',
  'verification',
  'validate',
  'strict',
  'reject',
  'unauthorized',
  'secure',
])

/**
 * Does a name say that somebody chooses between safe and unsafe with it (`INSECURE`, `allowSelfSigned`, `STRICT_TLS`)?
 *
 * @param name a variable's, an option's or an environment variable's name
 */
export function isSecuritySwitchName(name: string): boolean {
  const words = splitWords(name)
  return words.some((word, index) => SWITCH_WORDS.has(word) || (word === 'self' && words[index + 1] === 'signed'))
}
