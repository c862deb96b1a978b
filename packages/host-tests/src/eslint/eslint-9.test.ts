import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import plugin from '@palisade/eslint-plugin'
import * as typescriptParser from '@typescript-eslint/parser'
import { Linter as Linter10 } from 'eslint'
import { defineConfig, globalIgnores } from 'eslint/config'
import { Linter as Linter9 } from 'eslint-9'
import { defineConfig as defineConfig9 } from 'eslint-9/config'
import { describe, expect, it } from 'vitest'

const examples = fileURLToPath(new URL('../../../../examples/', import.meta.url))

const sources = readdirSync(examples, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.[cm]?[jt]sx?$/.test(file) && !file.includes('node_modules') && file.includes(path.sep))
  .sort()

type Version = typeof Linter9 | typeof Linter10

/** What a version of ESLint says of a file, with the fixes and suggestions that it would make. */
function messagesOf(Version: Version, file: string, config: 'recommended' | 'strict'): string[] {
  const linter = new Version({ cwd: examples }) as Linter10
  const messages = linter.verify(
    readFileSync(path.join(examples, file), 'utf8'),
    [
      plugin.configs[config] as never,
      {
        files: ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}'],
        languageOptions: {
          parser: typescriptParser as never,
          parserOptions: { ecmaFeatures: { jsx: true } },
        },
      },
    ],
    { filename: path.join(examples, file) },
  )
  return messages.map(({ line, column, ruleId, severity, message, fix, suggestions }) =>
    JSON.stringify([
      line,
      column,
      ruleId,
      severity,
      message,
      fix,
      suggestions?.map(({ desc, fix: change }) => [desc, change]),
    ]),
  )
}

describe('ESLint 9 says what ESLint 10 says', () => {
  it('runs two versions', () => {
    expect([Linter9.version.split('.')[0], Linter10.version.split('.')[0]]).toEqual(['9', '10'])
  })

  it.each(['recommended', 'strict'] as const)('about the examples, in %s', (config) => {
    const from9 = sources.flatMap((file) => messagesOf(Linter9, file, config).map((text) => `${file} ${text}`))
    const from10 = sources.flatMap((file) => messagesOf(Linter10, file, config).map((text) => `${file} ${text}`))
    expect(from10.length).toBeGreaterThan(30)
    expect(from9).toEqual(from10)
  })

  it.each([
    ['9', Linter9, defineConfig9],
    ['10', Linter10, defineConfig],
  ] as const)('a configuration extends the plugin by name in ESLint %s', (_, Version, define) => {
    const config = (define as typeof defineConfig)([
      globalIgnores(['ignored.js']),
      { files: ['**/*.js'], plugins: { palisade: plugin }, extends: ['palisade/recommended'] },
    ])
    const linter = new Version() as Linter10
    const text = "const https = require('https'); https.request({ rejectUnauthorized: false })"
    const rules = linter.verify(text, config, { filename: 'a.js' }).map(({ ruleId }) => ruleId)
    expect(rules).toEqual(['palisade/no-insecure-tls'])
    expect(linter.verify(text, config, { filename: 'ignored.js' }).map(({ ruleId }) => ruleId)).toEqual([null])
  })
})
