import { readdirSync, readFileSync } from 'node:fs'
import { check } from 'recheck'
import ts from 'typescript'
import { expect, it } from 'vitest'

/** What reads names of files, protocols, hosts and modules for other rules, and samples of tests; formats have a proof of their own. */
const others = /\/(?:frameworks|called-function|hosts|protocol-version|token-samples|token-formats)\.ts$/

/** Everything that the rule about secrets runs reads texts of any length and content. */
const files = [
  ...sources('../'),
  ...sources('../../../eslint-plugin/src/rules/no-hardcoded-secrets/'),
  '../../../eslint-plugin/src/create-rule.ts',
  '../../../eslint-plugin/src/settings.ts',
].filter((file) => !others.test(file) && patternsOf(file).length > 0)

/** The files under a folder, but for tests. */
function sources(folder: string): string[] {
  return readdirSync(new URL(folder, import.meta.url), { recursive: true })
    .map((name) => String(name).replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.ts') && !/test/.test(name))
    .map((name) => folder + name)
    .sort()
}

it.each(files)('every pattern of %s takes time linear in the text', { timeout: 600_000 }, async (file) => {
  const slow: string[] = []
  for (const { source, flags } of patternsOf(file)) if (!(await isLinear(source, flags))) slow.push(source)
  expect(slow).toEqual([])
})

/**
 * By the automaton of the pattern, which is a proof (recheck's other way is a search for counterexamples). For some its
 * counted repetitions make that too large. Then it is enough that a match which starts at one place takes time linear
 * in the text, and that there is one such place, or that no match goes on for longer than the counts allow.
 */
async function isLinear(source: string, flags: string): Promise<boolean> {
  const isProved = async (pattern: string) =>
    (await check(pattern, flags.replace(/[gy]/g, ''), { checker: 'automaton', timeout: 60_000 })).status === 'safe'
  if (await isProved(source)) return true
  const withoutClasses = source.replace(/\\./g, '').replace(/\[[^\]]*\]/g, '')
  const isOnePlace = /^\^/.test(source) && !flags.includes('m')
  if (!isOnePlace && /[*+]|,\}/.test(withoutClasses)) return false
  return isProved(`^(?:${uncounted(source)})`)
}

/** The pattern without what is looked at before it starts, and with any number in the place of larger counts. */
function uncounted(source: string): string {
  return source
    .replace(/\(\?<[!=](?:[^()[\\]|\\.|\[(?:[^\]\\]|\\.)*\])*\)/g, '')
    .replace(/\{(\d+),(\d+)\}\??/g, (count, least: string, most: string) =>
      Number(most) < 4 ? count : least === '0' ? '*' : '+',
    )
    .replace(/\{\d{2,}\}/g, '+')
}

function patternsOf(file: string): { source: string; flags: string }[] {
  const text = readFileSync(new URL(file, import.meta.url), 'utf8')
  const found: { source: string; flags: string }[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/')
      found.push({ source: node.text.slice(1, end), flags: node.text.slice(end + 1) })
    }
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest))
  return found
}
