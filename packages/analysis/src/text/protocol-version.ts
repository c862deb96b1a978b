import { protocolPolicies } from '../catalogs/protocol-versions.js'

/** A protocol version, as an option's value names it. */
export interface ProtocolVersion {
  /** The minor number of TLS 1.x; SSL is below 0. */
  minor: number
  /** How to call it in a message. */
  label: string
  /** Whether it stands for all versions that the library has (`TLS_method`). */
  any: boolean
}

const NAME = /^d?(tls|ssl)[_ -]?v?(\d{1,2})?(?:[._](\d)(?!\d))?(.*)$/i
const POLICIES = new Map(protocolPolicies.map((row) => [row.name.toLowerCase(), row]))

/**
 * The lowest protocol version that a value allows, in the spellings of Node, OpenSSL, browsers and clouds: `TLSv1.1`,
 * `TLSv1_method`, `TLS_1_0`, `TLS_V1_2_2021`, `SSLv3`, `ELBSecurityPolicy-2016-08`.
 *
 * @param text the value, or the name of the enumeration's member
 * @param bare whether a bare number counts (`'1.0'` under a name that says TLS)
 * @returns the version, or undefined when the text names none
 */
export function protocolVersion(text: string, bare = false): ProtocolVersion | undefined {
  const name = text.trim()
  if (name.length > 60) return undefined
  const policy = POLICIES.get(name.toLowerCase())
  if (policy) return version(policy.minor)
  if (bare && /^1(?:\.[0-3])?$/.test(name)) return version(Number(name.slice(2) || 0))
  const match = NAME.exec(name)
  if (!match) return undefined
  const [, family, major, digit, rest] = match as unknown as [
    string,
    string,
    string | undefined,
    string | undefined,
    string,
  ]
  if (!isTail(rest)) return undefined
  if (family.toLowerCase() === 'ssl') {
    if (major === '23') return { minor: 0, label: 'every version down to TLS 1.0 on older Node', any: false }
    return major === '2' || major === '3' ? { minor: -1, label: `SSL ${major}`, any: false } : undefined
  }
  if (major === undefined)
    return /^_?(?:client_|server_)?method$/.test(rest)
      ? { minor: 0, label: 'every version down to TLS 1.0', any: true }
      : undefined
  // `TLS10`, `TLS12`
  if (major.length === 2 && digit === undefined) return major.startsWith('1') ? version(Number(major[1])) : undefined
  return major === '1' ? version(Number(digit ?? 0)) : undefined
}

/** What may follow a version: OpenSSL's `_method`, the year of a cloud's policy. */
function isTail(rest: string): boolean {
  return /^$|^_?(?:client_|server_)?method$|^[._-]?20\d\d(?:[._-]\d\d)?$/.test(rest)
}

function version(minor: number): ProtocolVersion {
  return { minor, label: `TLS 1.${minor}`, any: false }
}
