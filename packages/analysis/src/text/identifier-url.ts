import { identifierHosts } from '../catalogs/url-parameters.js'
import type { Address } from './hosts.js'

const byHost = new Map<string, string[]>()
for (const row of identifierHosts) {
  for (const entry of row.hosts) {
    const slash = entry.indexOf('/')
    const host = slash < 0 ? entry : entry.slice(0, slash)
    const paths = byHost.get(host) ?? []
    paths.push(slash < 0 ? '' : entry.slice(slash))
    byHost.set(host, paths)
  }
}

/** Path pieces that namespaces and schemas have and web services don't. */
const NAMESPACE_PATH =
  /(?:^|[/_-])(?:xmlns|namespaces?|ns|xsd|dtd|rdf|ontolog(?:y|ies)|vocab|schemas?|soap\/envelope)(?:$|[/#?_-])|\.(?:xsd|dtd|rdf|owl|ttl|jsonld)(?:$|[#?])/i

/**
 * Does an `http:` address name something (an XML namespace, a schema, a licence, a vocabulary), or stand for a service
 * that must be plain (revocation lists, time stamps, captive portals)? Nobody connects to the first, and the second
 * protect themselves by signatures.
 *
 * @param address a parsed address
 */
export function isIdentifierUrl(address: Address): boolean {
  const { host, rest } = address
  if (/^(?:schemas?|ns|xmlns|xml|ontology|vocab|purl|ocsp\d*|crl\d*)\./.test(host)) return true
  const path = rest.toLowerCase()
  for (let from = 0; from >= 0; from = next(host, from)) {
    if (byHost.get(host.slice(from))?.some((prefix) => path.startsWith(prefix))) return true
  }
  return NAMESPACE_PATH.test(path) || /\.(?:crl|crt|cer|p7b|p7c)(?:$|[?#])/.test(path)
}

function next(host: string, from: number): number {
  const dot = host.indexOf('.', from)
  return dot < 0 ? -1 : dot + 1
}
