import { type NameMeaning, type Node, publicKeyNames, publicPrefixes, splitWords } from '@palisade/analysis'
import { placeOf } from './findings.js'
import type { Judge } from './judge.js'

/** Credentials that a bundler writes into what browsers load. */

export function isPublicVariable(name: string): boolean {
  return name.length >= 8 && publicPrefixes.some((row) => name.startsWith(row.prefix))
}

export function checkExposure(judge: Judge, name: string, node: Node): void {
  const prefix = publicPrefixes.find((row) => name.startsWith(row.prefix))!
  const meaning = judge.classify(name.slice(prefix.prefix.length))
  if (meaning.kind !== 'credential' || meaning.certainty !== 'sure' || isMadeForPages(meaning)) return
  judge.findings.add({
    ...placeOf(node),
    messageId: 'exposed',
    data: { name, prefix: prefix.prefix, tool: prefix.tool },
  })
}

/** Words that mark the key with which a provider's data is managed. */
const NEVER_FOR_PAGES: ReadonlySet<string> = new Set([
  'secret',
  'management',
  'admin',
  'write',
  'master',
  'server',
  'private',
])

function isMadeForPages(meaning: NameMeaning): boolean {
  if (meaning.what === 'password' || meaning.words.some((word) => NEVER_FOR_PAGES.has(word))) return false
  const words = ` ${meaning.words.join(' ')} `
  if (publicKeyNames.some((row) => words.includes(` ${splitWords(row.words).join(' ')} `))) return true
  // A key that doesn't say whose it is may well be one for pages.
  return (
    meaning.what !== 'secret' &&
    meaning.words.length <= 2 &&
    !meaning.words.some((word) => /^(?:private|openai|anthropic)$/.test(word))
  )
}
