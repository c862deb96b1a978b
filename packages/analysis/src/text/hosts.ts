/** Where a host name or an address points to, as far as its spelling tells. */
export type HostClass =
  'loopback' | 'link-local' | 'private' | 'reserved' | 'single-label' | 'invalid' | 'dynamic' | 'remote'

/** Stands for a part of a text that is only known at run time. It can't occur in source text by accident. */
export const DYNAMIC = '\u0000'

/** The parts of a URL that decide where a connection goes, read without normalising (a URL may be unfinished). */
export interface Address {
  /** Lower case, without the colon. */
  scheme: string
  /** What stands between `//` and `@`, or an empty string. */
  userinfo: string
  /** Lower case, without brackets and port. May contain {@link DYNAMIC}. */
  host: string
  /** Digits, {@link DYNAMIC}, or an empty string. */
  port: string
  /** Everything behind host and port, beginning with `/`, `?` or `#`, or empty. */
  rest: string
}

const SCHEME = /^([a-z][a-z0-9+.-]{0,40}):\/\//i

/**
 * Reads a text as an absolute URL with an authority (`scheme://host…`).
 *
 * A database URL may name several hosts (`mongodb://a:1,b:2/db`); the first one is taken, and
 * {@link classifyHost} of the others is asked with {@link hostsOf}.
 *
 * @param text what stands in the source, with {@link DYNAMIC} in place of parts known only at run time
 * @returns its parts, or undefined when the text isn't such a URL
 */
export function parseAddress(text: string): Address | undefined {
  const trimmed = text.trimStart()
  const match = SCHEME.exec(trimmed)
  if (!match) return undefined
  const body = trimmed.slice(match[0].length)
  const end = body.search(/[/?#\s\\]/)
  const authority = end < 0 ? body : body.slice(0, end)
  const at = authority.lastIndexOf('@')
  const [first = ''] = authority.slice(at + 1).split(',')
  const { host, port } = splitPort(first)
  return {
    scheme: match[1]!.toLowerCase(),
    userinfo: at < 0 ? '' : authority.slice(0, at),
    host: host.toLowerCase(),
    port,
    rest: end < 0 ? '' : body.slice(end),
  }
}

/**
 * Which hosts does a URL with several authorities name? (`kafka`, `mongodb` and `amqp` clients accept lists.)
 *
 * @param text a URL
 * @returns each host in lower case, without port
 */
export function hostsOf(text: string): string[] {
  const match = SCHEME.exec(text.trimStart())
  if (!match) return []
  const body = text.trimStart().slice(match[0].length)
  const end = body.search(/[/?#\s\\]/)
  const authority = end < 0 ? body : body.slice(0, end)
  return authority
    .slice(authority.lastIndexOf('@') + 1)
    .split(',')
    .map((each) => splitPort(each).host.toLowerCase())
}

function splitPort(text: string): { host: string; port: string } {
  if (text.startsWith('[')) {
    const close = text.indexOf(']')
    if (close > 0) return { host: text.slice(1, close), port: text.slice(close + 1).replace(/^:/, '') }
  }
  const colon = text.lastIndexOf(':')
  if (colon < 0) return { host: text, port: '' }
  // More than one colon is an IPv6 address without brackets.
  if (text.indexOf(':') !== colon && !text.includes(DYNAMIC)) return { host: text, port: '' }
  return { host: text.slice(0, colon), port: text.slice(colon + 1) }
}

// RFC 2606 and RFC 6761 (reserved names), RFC 6762 (.local), ICANN 2024 (.internal), RFC 8375 (home.arpa),
// and the suffixes that container and orchestrator networks use.
const LOCAL_SUFFIXES = [
  'local',
  'internal',
  'lan',
  'intranet',
  'corp',
  'home',
  'private',
  'localdomain',
  'home.arpa',
  'svc',
]
const RESERVED_SUFFIXES = ['test', 'example', 'invalid', 'example.com', 'example.org', 'example.net', 'example.edu']
const LOOPBACK_NAMES = new Set([
  'localhost',
  'localhost.localdomain',
  'ip6-localhost',
  'ip6-loopback',
  'lvh.me',
  'localtest.me',
  'vcap.me',
  'lacolhost.com',
])

/**
 * Where does a host point to?
 *
 * @param host a host name or an IP address, as {@link parseAddress} yields it
 * @returns its class; `dynamic` when its registrable part is known only at run time, `invalid` when it can't be a host
 */
export function classifyHost(host: string): HostClass {
  const name = host.toLowerCase().replace(/\.$/, '')
  if (name === '') return 'invalid'
  if (LOOPBACK_NAMES.has(name) || name === '::1' || name === '0.0.0.0' || name === '::') return 'loopback'
  const v4 = ipv4(name)
  if (v4) return classifyIpv4(v4)
  if (name.includes(':')) return classifyIpv6(name)
  const labels = name.split('.')
  const tail = labels.at(-1)!
  if (name.includes(DYNAMIC)) {
    // `tenant-${id}.api.acme.io` goes to acme.io whatever the tenant is; `api.${domain}` goes anywhere.
    const known = labels.slice(1 + labels.findLastIndex((label) => label.includes(DYNAMIC)))
    if (known.length < 2) {
      const suffix = known.join('.')
      if (LOCAL_SUFFIXES.includes(suffix)) return 'private'
      if (RESERVED_SUFFIXES.includes(suffix)) return 'reserved'
      if (suffix === 'localhost') return 'loopback'
      return 'dynamic'
    }
    return classifyHost(known.join('.'))
  }
  if (labels.some((label) => !/^[\p{L}\p{N}_](?:[\p{L}\p{N}_-]*[\p{L}\p{N}_])?$/u.test(label))) return 'invalid'
  if (tail === 'localhost' || LOOPBACK_NAMES.has(labels.slice(-2).join('.'))) return 'loopback'
  if (hasSuffix(name, RESERVED_SUFFIXES)) return 'reserved'
  if (labels.length === 1) return 'single-label'
  if (hasSuffix(name, LOCAL_SUFFIXES)) return 'private'
  if (name === 'host.docker.internal' || name.endsWith('.svc.cluster.local')) return 'private'
  return 'remote'
}

/**
 * Is traffic to this host out of an outsider's reach, so that a plain connection to it is a reasonable choice?
 *
 * @param host a host name or IP address
 * @returns true for loopback, link-local, private and reserved hosts, single labels (container and intranet names),
 *   and for what isn't a host at all
 */
export function isLocalHost(host: string): boolean {
  const kind = classifyHost(host)
  return kind !== 'remote' && kind !== 'dynamic'
}

function hasSuffix(name: string, suffixes: readonly string[]): boolean {
  return suffixes.some((suffix) => name === suffix || name.endsWith(`.${suffix}`))
}

function ipv4(name: string): number[] | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(name)
  if (!match) return undefined
  const bytes = match.slice(1).map(Number)
  return bytes.every((byte) => byte < 256) ? bytes : undefined
}

// RFC 1122 (0/8, 127/8), RFC 1918, RFC 3927, RFC 5737 (documentation), RFC 6598 (carrier NAT), RFC 2544 (benchmarks),
// RFC 5771 (multicast), RFC 6890.
function classifyIpv4([a, b, c]: number[]): HostClass {
  if (a === 127 || a === 0) return 'loopback'
  if (a === 169 && b === 254) return 'link-local'
  if (
    a === 10 ||
    (a === 172 && b! >= 16 && b! <= 31) ||
    (a === 192 && b === 168) ||
    (a === 100 && b! >= 64 && b! <= 127)
  ) {
    return 'private'
  }
  if ((a === 192 && b === 0) || (a === 198 && (b === 18 || b === 19 || (b === 51 && c === 100)))) return 'reserved'
  if ((a === 203 && b === 0 && c === 113) || a! >= 224) return 'reserved'
  return 'remote'
}

// RFC 4291 (::1, fe80::/10, ff00::/8, ::ffff:0:0/96), RFC 4193 (fc00::/7), RFC 3849 (2001:db8::/32).
function classifyIpv6(name: string): HostClass {
  const address = name.replace(/%.*$/, '')
  if (!/^[0-9a-f:.]+$/.test(address)) return 'invalid'
  if (/^(?:0{1,4}:){7}0{0,3}1$/.test(address)) return 'loopback'
  const mapped = /^::ffff:(\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3})$/.exec(address)
  if (mapped) return classifyHost(mapped[1]!)
  if (/^fe[89ab][0-9a-f]:/.test(address)) return 'link-local'
  if (/^f[cd][0-9a-f]{2}:/.test(address)) return 'private'
  if (/^(?:2001:0?db8|ff[0-9a-f]{2}):/.test(address)) return 'reserved'
  return 'remote'
}
