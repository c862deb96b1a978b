import { readdirSync, readFileSync } from 'node:fs'
import { check } from 'recheck'
import ts from 'typescript'
import { expect, it } from 'vitest'

/** Files whose patterns read texts of any length and content. */
const files = [
  'detectors.ts',
  'entropy.ts',
  'placeholder.ts',
  'scan-text.ts',
  'secret-value.ts',
  'token-scanner.ts',
  '../catalogs/known-fakes.ts',
  '../catalogs/plain-values.ts',
  '../names/split-words.ts',
  'command-secrets.ts',
  ...rooms(),
]

/** All files of the rule, but for its tests. */
function rooms(): string[] {
  const folder = '../../../eslint-plugin/src/rules/no-hardcoded-secrets/'
  return readdirSync(new URL(folder, import.meta.url))
    .filter((name) => name.endsWith('.ts') && !/test/.test(name))
    .map((name) => folder + name)
}

it.each(files)('every pattern of %s takes time linear in the text', { timeout: 60_000 }, async (file) => {
  const slow: string[] = []
  for (const { source, flags } of patternsOf(file)) {
    const { status } = await check(source, flags, { timeout: 10_000 })
    if (status !== 'safe') slow.push(`${status}: ${source}`)
  }
  expect(slow).toEqual([])
})

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
