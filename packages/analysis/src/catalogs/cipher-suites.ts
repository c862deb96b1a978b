/** A family of cipher suites that no longer protects a connection, as OpenSSL names it. */
export interface CipherRow {
  id: string
  /**
   * Components of a suite's name, in OpenSSL's or IANA's spelling, that mark it as a member. A component that consists
   * of several words is matched as consecutive words (`DES-CBC3`).
   */
  components: readonly string[]
  /** OpenSSL's group names that select members; as tokens of their own, or as one term of `A+B`. */
  groups: readonly string[]
  /** Group names whose exclusion (`!X`) removes every member. */
  excludedBy: readonly string[]
  /** What an attacker gains, as the end of "…, which". */
  because: string
  /** Where the fact is written. */
  source: string
}

const OPENSSL = 'https://docs.openssl.org/3.0/man1/openssl-ciphers/'

// prettier-ignore
export const cipherSuites = [
  { id: 'NULL', components: ['NULL'], groups: ['NULL', 'eNULL', 'COMPLEMENTOFALL'], excludedBy: ['NULL', 'eNULL', 'SSLv3'], because: "don't encrypt at all", source: OPENSSL },
  { id: 'aNULL', components: ['ADH', 'AECDH', 'anon'], groups: ['aNULL', 'ADH', 'AECDH', 'COMPLEMENTOFDEFAULT'], excludedBy: ['aNULL', 'SSLv3'], because: "don't authenticate the server, so that anybody can pose as it", source: OPENSSL },
  { id: 'EXPORT', components: ['EXP', 'EXPORT', 'EXPORT40', 'EXPORT56', 'EXP1024', 'EXPORT1024'], groups: ['EXP', 'EXPORT', 'EXPORT40', 'EXPORT56'], excludedBy: ['EXP', 'EXPORT', 'SSLv3'], because: 'have keys of 40 or 56 bits that are broken in hours (FREAK, Logjam)', source: 'https://nvd.nist.gov/vuln/detail/CVE-2015-0204' },
  { id: 'LOW', components: [], groups: ['LOW'], excludedBy: ['LOW', 'SSLv3'], because: 'have keys of 64 bits or fewer', source: OPENSSL },
  { id: 'SSLv3', components: [], groups: ['SSLv3', 'SSLv2'], excludedBy: ['SSLv3'], because: 'were made for SSL: without forward secrecy, and open to padding attacks', source: OPENSSL },
  { id: 'RC4', components: ['RC4', 'ARCFOUR'], groups: ['RC4', 'MEDIUM'], excludedBy: ['RC4', 'MEDIUM', 'SSLv3'], because: 'leak the plaintext of repeated messages (RFC 7465 forbids them)', source: 'https://www.rfc-editor.org/rfc/rfc7465' },
  { id: 'RC2', components: ['RC2'], groups: ['RC2'], excludedBy: ['RC2', 'LOW', 'SSLv3'], because: 'are broken', source: OPENSSL },
  { id: '3DES', components: ['3DES', 'DES-CBC3'], groups: ['3DES'], excludedBy: ['3DES', 'SSLv3'], because: 'have 64-bit blocks that collide within one long connection (Sweet32)', source: 'https://nvd.nist.gov/vuln/detail/CVE-2016-2183' },
  { id: 'DES', components: ['DES-CBC', 'DES40', 'DES'], groups: ['DES'], excludedBy: ['DES', 'LOW', 'SSLv3'], because: 'have 56-bit keys that are found by trying', source: 'https://www.rfc-editor.org/rfc/rfc5469' },
  { id: 'MD5', components: ['MD5'], groups: ['MD5'], excludedBy: ['MD5', 'SSLv3'], because: 'authenticate messages with MD5', source: 'https://www.rfc-editor.org/rfc/rfc9155' },
  { id: 'IDEA', components: ['IDEA'], groups: ['IDEA', 'MEDIUM'], excludedBy: ['IDEA', 'MEDIUM', 'SSLv3'], because: 'have 64-bit blocks that collide within one long connection', source: 'https://www.rfc-editor.org/rfc/rfc5469' },
  { id: 'SEED', components: ['SEED'], groups: ['SEED', 'MEDIUM'], excludedBy: ['SEED', 'MEDIUM', 'SSLv3'], because: 'were dropped from TLS libraries for want of review', source: OPENSSL },
] as const satisfies readonly CipherRow[]

/** An elliptic curve that is too small, or a Diffie-Hellman group, by the names that OpenSSL and Node take. */
export interface WeakGroupRow {
  id: string
  names: readonly string[]
  bits: number
  source: string
}

const SP_800_131A = 'https://csrc.nist.gov/pubs/sp/800/131/a/r2/final'
const NODE_GROUPS = 'https://nodejs.org/docs/latest/api/crypto.html#cryptogetdiffiehellmangroupname'

/** Fewer than 112 bits of strength: NIST SP 800-131A disallows them. */
// prettier-ignore
export const weakGroups = [
  { id: 'secp112', names: ['secp112r1', 'secp112r2', 'wap-wsg-idm-ecid-wtls6', 'wap-wsg-idm-ecid-wtls8'], bits: 112, source: SP_800_131A },
  { id: 'sect113', names: ['sect113r1', 'sect113r2', 'wap-wsg-idm-ecid-wtls1', 'wap-wsg-idm-ecid-wtls4'], bits: 113, source: SP_800_131A },
  { id: 'secp128', names: ['secp128r1', 'secp128r2'], bits: 128, source: SP_800_131A },
  { id: 'sect131', names: ['sect131r1', 'sect131r2'], bits: 131, source: SP_800_131A },
  { id: 'secp160', names: ['secp160k1', 'secp160r1', 'secp160r2', 'brainpoolP160r1', 'brainpoolP160t1'], bits: 160, source: SP_800_131A },
  { id: 'sect163', names: ['sect163k1', 'sect163r1', 'sect163r2', 'K-163', 'B-163'], bits: 163, source: SP_800_131A },
  { id: 'secp192', names: ['secp192k1', 'secp192r1', 'prime192v1', 'prime192v2', 'prime192v3', 'P-192', 'brainpoolP192r1', 'brainpoolP192t1'], bits: 192, source: SP_800_131A },
  { id: 'sect193', names: ['sect193r1', 'sect193r2'], bits: 193, source: SP_800_131A },
  { id: 'modp1', names: ['modp1'], bits: 768, source: NODE_GROUPS },
  { id: 'modp2', names: ['modp2'], bits: 1024, source: NODE_GROUPS },
  { id: 'modp5', names: ['modp5'], bits: 1536, source: NODE_GROUPS },
] as const satisfies readonly WeakGroupRow[]

/** Hashes that no signature of a handshake may use any more. */
// prettier-ignore
export const weakSignatureHashes = [
  { id: 'SHA1', names: ['SHA1', 'SHA-1', 'RSA_PKCS1_SHA1', 'ECDSA_SHA1', 'RSA-SHA1'], source: 'https://www.rfc-editor.org/rfc/rfc9155' },
  { id: 'MD5', names: ['MD5', 'RSA-MD5'], source: 'https://www.rfc-editor.org/rfc/rfc9155' },
] as const
