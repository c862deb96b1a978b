import { type HttpResponseRow, httpResponses, responseAliases } from '@palisade/analysis'

/** The rows of the catalog, by how they are found and by the name that finds them. */
export const rowsByName = {
  call: new Map<string, HttpResponseRow[]>(),
  assign: new Map<string, HttpResponseRow[]>(),
  option: new Map<string, HttpResponseRow[]>(),
}
/** Rows whose name ends in `*`, by what stands before it. */
const families: { kind: 'call' | 'assign'; prefix: string; row: HttpResponseRow }[] = []
for (const row of httpResponses as readonly HttpResponseRow[]) {
  if (row.call?.endsWith('*')) families.push({ kind: 'call', prefix: row.call.slice(0, -1), row })
  else if (row.assign?.endsWith('*')) families.push({ kind: 'assign', prefix: row.assign.slice(0, -1), row })
  else if (row.call !== undefined) add(rowsByName.call, row.call, row)
  else if (row.assign !== undefined) add(rowsByName.assign, row.assign, row)
  else if (row.option !== undefined) add(rowsByName.option, row.option.slice(0, row.option.lastIndexOf(':')), row)
}

function add(map: Map<string, HttpResponseRow[]>, name: string, row: HttpResponseRow): void {
  map.set(name, [...(map.get(name) ?? []), row])
}

/** Methods that answer the response itself. */
const FLUENT = /\(\)\.(?:status|code|type|contentType|set|header|headers|setHeader|append|cookie|setCookie|clearCookie|vary|links|location|attachment|format|charset|etag|takeover|to|in|of|except|local|volatile|timeout|broadcast|compress|serializer|unstate|state|bytes|encoding|ttl|created|temporary|permanent)\(\)/gu // prettier-ignore

/**
 * A qualified name with fluent calls taken out and other types of the same API renamed:
 * `express#Response().status().json` is `express#Response().json`.
 *
 * @param name a qualified name.
 */
export function responseName(name: string): string {
  let plain = name
    .replace(FLUENT, '()')
    .replace(FLUENT, '()')
    .replace(FLUENT, '()')
    .replace(/\.(?:broadcast|volatile)(?=\.)/gu, '')
  for (const alias of responseAliases)
    if (
      plain.startsWith(alias.name) &&
      /^(?:$|[.(])/u.test(plain.slice(alias.name.replace(/#$/u, '').length).replace(/^#/u, '.'))
    ) {
      plain = alias.is + plain.slice(alias.name.length)
      break
    }
  return plain
}

/** The last names of everything in the catalog that is called. */
export const calledNames: ReadonlySet<string> = new Set(
  [...rowsByName.call.keys(), ...rowsByName.option.keys()].map((name) =>
    name.replace(/\(\)$/u, '').replace(/^.*[.#]/u, ''),
  ),
)

/** The rows of the catalog for a qualified name, those of families (`http-errors#*`) included. */
export function rowsFor(kind: 'call' | 'assign', name: string): readonly HttpResponseRow[] {
  const exact = rowsByName[kind].get(name)
  if (exact) return exact
  return (
    families
      .filter((one) => one.kind === kind && name.startsWith(one.prefix) && name.length > one.prefix.length)
      // the members of a family are classes (and http-errors' numbers), not its helpers
      .filter(
        (one) =>
          kind === 'assign' ||
          one.row.id === 'fastify.httpErrors' ||
          /^(?:[A-Z]\w*|\d+)$/u.test(name.slice(one.prefix.length)),
      )
      .map((one) => one.row)
  )
}
