import { type Bar, isDevelopmentOnly, type Node, T, unwrap } from '@palisade/analysis'
import { environmentName } from './environment.js'
import { type Finding, placeOf, preview, withArticle } from './findings.js'
import { readInstead } from './fixes.js'
import { constantsOf, type FoundConstant, isReportedThere, type Judge, keyMaterial } from './judge.js'
import { type Named, whatOf } from './named.js'

/** A constant under the name of a credential: whether it is one, and what is said of it. */

export function checkNamed(
  judge: Judge,
  named: Named | undefined,
  value: Node,
  bar: Bar = 'name',
  also: (found: FoundConstant) => boolean = () => true,
): void {
  if (named === undefined) return
  const list = unwrap(value)
  if (list.type === T.ArrayExpression) {
    // Lists of passwords are mostly of those that are refused.
    if (named.meaning.what === 'password' || named.meaning.certainty !== 'sure') return
    const isKey = (found: FoundConstant) => also(found) && !IDENTIFIER.test(found.value)
    for (const item of list.elements.slice(0, 50))
      if (item?.type === T.Literal) checkNamed(judge, named, item, 'name', isKey)
    return
  }
  for (const found of constantsOf(judge.file, keyMaterial(value))) {
    if (found.file !== judge.file || !also(found) || !judge.isSecret(found.value, bar, named.name, named.meaning))
      continue
    if (isDevelopmentOnly(judge.file, found.node, judge.settings.developmentGuards)) continue
    if (isReportedElsewhere(judge, found)) continue
    // A header that is put together is reported by its format, at its password.
    if (named.meaning.what === 'header' && found.node.type !== T.Literal && judge.scanner.scan(found.value).length > 0)
      continue
    reportNamed(judge, named, found)
  }
}

export function isReportedElsewhere(judge: Judge, { written, value }: FoundConstant): boolean {
  return written !== undefined && isReportedThere(judge, written.node, value)
}

/** A finding about a constant: here, or in the file in which the constant is written. */
export function add(judge: Judge, { written }: FoundConstant, finding: Finding): void {
  if (written === undefined) judge.findings.add(finding)
  else judge.handedOver(written, finding)
}

/** `countryCodeAlpha2`: lists hold the names of fields more often than keys. */
const IDENTIFIER = /^[a-z]{2,20}(?:[A-Z][a-z]{1,20}){0,8}\d{0,2}$/

export function reportNamed(judge: Judge, { name, meaning }: Named, found: FoundConstant): void {
  const known = judge.format(found.value, meaning.words)
  add(judge, found, {
    ...placeOf(found.node),
    messageId: 'name',
    data: {
      name,
      what: withArticle(known === undefined ? whatOf(meaning) : `${known.provider} ${known.kind}`),
      preview: preview(found.value),
    },
    suggest: readInstead(judge.file, found.node, environmentName(name, undefined), judge.options.env),
  })
}
