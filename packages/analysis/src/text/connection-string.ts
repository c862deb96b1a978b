import { urlParameters, type UrlParameterRow } from '../catalogs/url-parameters.js'
import { DYNAMIC, parseAddress } from './hosts.js'

/** A parameter of a connection string that weakens it. */
export interface InsecureParameter {
  row: UrlParameterRow
  name: string
  value: string
  /** Where `name=value` begins in the text. */
  index: number
}

const ADO_START = /^\s*(?:Data Source|Server|Host|Address|Addr|Network Address)\s*=/i

/**
 * Which parameters of a connection string switch encryption, or the check of certificates, off?
 *
 * Reads URLs (`postgres://…?sslmode=disable`), JDBC and Prisma URLs for SQL Server (`sqlserver://…;encrypt=false`), the
 * `Name=value;` strings of ADO, libpq's `host=… sslmode=…`, and a lone query (`?sslmode=no-verify`) that is appended to
 * an address known only at run time.
 *
 * @param text what stands in the source, with {@link DYNAMIC} in place of parts known only at run time
 * @param rows the catalog
 */
export function insecureParameters(
  text: string,
  rows: readonly UrlParameterRow[] = urlParameters,
): InsecureParameter[] {
  const address = parseAddress(text.replace(/^\s*jdbc:/, ''))
  const jdbc = /^\s*jdbc:/.test(text)
  let scheme = address ? (jdbc ? `jdbc:${address.scheme}` : address.scheme) : undefined
  if (!scheme && text.includes(';') && ADO_START.test(text)) scheme = 'ado'
  if (!scheme && /(?:^|\s)(?:host|dbname|user)=\S/.test(text) && /^\s*\w+=/.test(text)) scheme = 'postgres'
  // An Oracle descriptor: `(DESCRIPTION=(ADDRESS=(PROTOCOL=tcps)…)(SECURITY=(SSL_SERVER_DN_MATCH=no)))`
  const isDescriptor = !scheme && /^\s*\(\s*DESCRIPTION\s*=/i.test(text)
  if (isDescriptor) scheme = 'tcps'
  // A query, or what follows a dynamic address: the parameter's name must then speak for itself.
  const open = !scheme && (/^[?&]/.test(text) || text.startsWith(DYNAMIC))
  if (!scheme && !open) return []
  const found: InsecureParameter[] = []
  for (const { name, value, index } of parametersOf(isDescriptor ? text.replace(/[()]/g, ';') : text)) {
    const row = rows.find(
      (each) =>
        each.name.toLowerCase() === name.toLowerCase() &&
        each.unsafe.includes(value.toLowerCase()) &&
        (scheme
          ? each.schemes.includes(scheme)
          : each.name.length > 6 && each.name !== 'encrypt' && each.name !== 'verify'),
    )
    if (row) found.push({ row, name, value, index })
  }
  return found
}

function parametersOf(text: string): { name: string; value: string; index: number }[] {
  const found: { name: string; value: string; index: number }[] = []
  for (const match of text.matchAll(
    /(?:^|[?&;\s])([A-Z][\w .-]{0,40}?)\s{0,2}=\s{0,2}(\{[^{}]{0,80}\}|%7B[\w%.-]{0,120}?%7D|[\w.-]{1,40})(?=$|[&;#\s"'\0])/gi,
  )) {
    const separator = /^[?&;\s]/.test(match[0]) ? 1 : 0
    found.push({ name: match[1]!, value: plainValue(match[2]!), index: match.index + separator })
  }
  return found
}

/** mysql2 takes objects as JSON: `ssl={"rejectUnauthorized":false}`, mostly percent-encoded. */
function plainValue(value: string): string {
  if (!/^(?:\{|%7B)/i.test(value)) return value
  try {
    return decodeURIComponent(value).replace(/\s+/g, '')
  } catch {
    return value // not a valid escape sequence
  }
}
