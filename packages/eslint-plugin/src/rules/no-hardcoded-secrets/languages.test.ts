import json from '@eslint/json'
import * as parser from '@typescript-eslint/parser'
import * as astroParser from 'astro-eslint-parser'
import { Linter } from 'eslint'
import * as svelteParser from 'svelte-eslint-parser'
import { describe, expect, it } from 'vitest'
import * as vueParser from 'vue-eslint-parser'
import { noHardcodedSecrets } from './rule.js'
import { token } from './test-token.js'

const linter = new Linter()
const palisade = { rules: { secrets: noHardcodedSecrets as never } }
const rules = { 'palisade/secrets': 'error' } as const

function lint(code: string, filename: string): string[] {
  const parserOptions = { parser, extraFileExtensions: ['.vue', '.svelte', '.astro'] }
  const messages = linter.verify(
    code,
    [
      { files: ['**/*.json'], language: 'json/json', plugins: { json, palisade }, rules },
      { files: ['**/*.jsonc'], language: 'json/jsonc', plugins: { json, palisade }, rules },
      { files: ['**/*.vue'], languageOptions: { parser: vueParser, parserOptions }, plugins: { palisade }, rules },
      {
        files: ['**/*.svelte'],
        languageOptions: { parser: svelteParser, parserOptions },
        plugins: { palisade },
        rules,
      },
      { files: ['**/*.astro'], languageOptions: { parser: astroParser, parserOptions }, plugins: { palisade }, rules },
    ] as never,
    filename,
  )
  return messages.map((message) => `${message.messageId ?? message.message} ${message.line}:${message.column}`)
}

describe('no-hardcoded-secrets in other languages', () => {
  it.each([
    ['a known format', 'config/default.json', `{\n  "x": "${token('groq-api-key')}"\n}`, ['format 2:8']],
    ['a known format in a key', 'a.json', `{ "${token('groq-api-key')}": 1 }`, ['format 1:3']],
    ['a name', 'appsettings.json', `{ "Database": { "Password": "Tr0ub4dor&3" } }`, ['name 1:29']],
    ['a path of names', 'config.json', `{ "stripe": { "key": "a1b2c3d4e5f6" } }`, ['name 1:22']],
    [
      'a connection string',
      'appsettings.json',
      `{ "x": "Server=db.acme.io;User Id=sa;Password=Zk81mQx04L;" }`,
      ['format 1:8'],
    ],
    ['an array', 'a.json', `{ "tokens": ["${token('groq-api-key')}"] }`, ['format 1:14']],
    ['a comment', 'a.jsonc', `{\n  // ${token('groq-api-key')}\n  "a": 1\n}`, ['format 2:6']],
  ])('JSON: %s', (_name, filename, code, expected) => {
    expect(lint(code, filename)).toEqual(expected)
  })

  it.each([
    [
      'a package',
      'package.json',
      `{ "name": "token", "dependencies": { "secret": "^1.2.3", "password-hash": "1.2.2" } }`,
    ],
    ['a lockfile', 'package-lock.json', `{ "token": "a1b2c3d4e5f6" }`],
    ['translations', 'locales/de.json', `{ "password": "Passwort", "token": "Token1234567890" }`],
    ['a schema', 'schema.json', `{ "password": { "type": "string" }, "apiKey": "string" }`],
    [
      'Firebase',
      'firebase.json',
      `{ "apiKey": "${token('google-api-key-gemini-maps-firebase')}", "authDomain": "a.b", "projectId": "a" }`,
    ],
    ['placeholders', 'config.json', `{ "apiKey": "<key>", "password": "", "secret": "\${SECRET}" }`],
  ])('JSON is left alone: %s', (_name, filename, code) => {
    expect(lint(code, filename)).toEqual([])
  })

  it('Vue', () => {
    const code = `<template><p>hello</p></template>\n<script setup lang="ts">\nconst apiKey: string = 'a1b2c3d4e5f6'\n</script>\n`
    expect(lint(code, 'a.vue')).toEqual(['name 3:24'])
    expect(lint(`<template><p title="${token('groq-api-key')}">x</p></template>\n`, 'a.vue')).toEqual(['format 1:21'])
  })

  it('Svelte', () => {
    const code = `<script lang="ts">\n  const apiKey: string = 'a1b2c3d4e5f6'\n</script>\n<p>hello</p>\n`
    expect(lint(code, 'a.svelte')).toEqual(['name 2:26'])
  })

  it('Astro', () => {
    const code = `---\nconst apiKey: string = 'a1b2c3d4e5f6'\n---\n<p>hello</p>\n`
    expect(lint(code, 'a.astro')).toEqual(['name 2:24'])
  })
})
