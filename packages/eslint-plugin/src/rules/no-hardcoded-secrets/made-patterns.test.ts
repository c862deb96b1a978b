import * as parser from '@typescript-eslint/parser'
import { credentialParameters, tokenFormats, type TokenFormatRow } from '@palisade/analysis'
import { Linter } from 'eslint'
import { check } from 'recheck'
import { afterEach, expect, it, vi } from 'vitest'

const Original = RegExp

afterEach(() => {
  globalThis.RegExp = Original
})

/** The patterns that our own code puts together, where `packages/analysis` reads those that are written as literals. */
async function madeWhileLinting(code: string): Promise<{ source: string; flags: string }[]> {
  const made = new Map<string, { source: string; flags: string }>()
  globalThis.RegExp = new Proxy(Original, {
    construct(target, args: [string, string?]) {
      const pattern = new target(...args)
      // Who made it: not a library that the rule asks about paths or addresses.
      const [, , maker] = (new Error('where').stack ?? '').split('\n')
      if (/packages.(?:analysis|eslint-plugin).src/.test(maker ?? ''))
        made.set(String(pattern), { source: pattern.source, flags: pattern.flags })
      return pattern
    },
  })
  vi.resetModules()
  const { noHardcodedSecrets } = await import('./rule.js')
  const messages = new Linter().verify(
    code,
    [
      {
        files: ['**/*.ts'],
        languageOptions: { parser: parser as never },
        plugins: { palisade: { rules: { secrets: noHardcodedSecrets as never } } },
        rules: { 'palisade/secrets': ['error', { strict: true, testFiles: true }] },
      },
    ],
    'src/file.ts',
  )
  expect(messages.filter((message) => message.fatal)).toEqual([])
  return [...made.values()]
}

it(
  'every pattern that is made while a file is linted takes time linear in the text',
  { timeout: 600_000 },
  async () => {
    const modules = new Set(
      (credentialParameters as readonly { readonly calls: readonly string[] }[]).flatMap(({ calls }) =>
        calls.map((name) => name.slice(0, Math.max(name.indexOf('#'), 0)).replaceAll('*', 'thing')),
      ),
    )
    const imports = [...modules].filter(Boolean).map((name, at) => `import m${at} from '${name}'; m${at}('x')`)
    const made = await madeWhileLinting(
      `${imports.join('\n')}\nconst iv = new Uint8Array(12); crypto.subtle.encrypt({ iv }, key, data); const password = 'hunter2hunter2'`,
    )
    // Those of the formats are proved with their table.
    const ofFormats = new Set(
      (tokenFormats as readonly TokenFormatRow[]).flatMap(({ pattern }) =>
        pattern === undefined ? [] : [pattern.source, `^(?:${pattern.source})$`],
      ),
    )
    const own = made.filter(({ source }) => !ofFormats.has(source))
    expect(own.length).toBeGreaterThan(20)
    const slow: string[] = []
    for (const { source, flags } of own) {
      const { status } = await check(source, flags, { timeout: 60_000, checker: 'automaton' })
      if (status !== 'safe') slow.push(`${status}: ${source.slice(0, 200)}`)
    }
    expect(slow).toEqual([])
  },
)
