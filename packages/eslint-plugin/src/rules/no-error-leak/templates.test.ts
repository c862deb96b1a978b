import * as parser from '@typescript-eslint/parser'
import { Linter } from 'eslint'
import * as svelteParser from 'svelte-eslint-parser'
import { describe, expect, it } from 'vitest'
import * as vueParser from 'vue-eslint-parser'
import { noErrorLeak } from './rule.js'

const palisade = { rules: { leak: noErrorLeak as never } }
const rules = { 'palisade/leak': 'error' } as const
const parserOptions = { parser, extraFileExtensions: ['.vue', '.svelte'] }

function lint(code: string, filename: string): string[] {
  const messages = new Linter().verify(
    code,
    [
      { files: ['**/*.vue'], languageOptions: { parser: vueParser, parserOptions }, plugins: { palisade }, rules },
      {
        files: ['**/*.svelte'],
        languageOptions: { parser: svelteParser, parserOptions },
        plugins: { palisade },
        rules,
      },
    ] as never,
    filename,
  )
  return messages.map((message) => `${message.messageId ?? message.message} ${message.line}:${message.column}`)
}

describe('no-error-leak in templates', () => {
  it.each([
    ['a stack in Vue', 'a.vue', '<template><pre>{{ error.stack }}</pre></template>', ['stack 1:19']],
    ['v-text', 'a.vue', '<template><pre v-text="err.stack" /></template>', ['stack 1:24']],
    ['a stack or nothing', 'a.vue', "<template><pre>{{ error ? error.stack : '' }}</pre></template>", ['stack 1:27']],
    [
      'a stack in Svelte',
      'a.svelte',
      '<script>let { error } = $props()</script>\n<pre>{error.stack}</pre>',
      ['stack 2:7'],
    ],
    ['{@html}', 'a.svelte', '<script>export let error</script>\n<pre>{@html error.stack}</pre>', ['stack 2:13']],
    [
      'the script of a component',
      'a.vue',
      '<script setup>export const x = (req, res) => { f().catch((err) => res.send(err)) }</script>',
      ['object 1:76'],
    ],
  ])('reports %s', (_name, filename, code, expected) => {
    expect(lint(code, filename)).toEqual(expected)
  })

  it.each([
    ['a message in Vue', 'a.vue', '<template><p>{{ error.message }}</p></template>'],
    ['an attribute', 'a.vue', '<template><Trace :error="error.stack" /></template>'],
    ['v-if in development', 'a.vue', '<template><pre v-if="isDev">{{ error.stack }}</pre></template>'],
    ['another stack', 'a.vue', '<template><p>{{ cards.stack }}</p></template>'],
    ['a message in Svelte', 'a.svelte', '<script>export let error</script>\n<p>{error.message}</p>'],
    [
      '{#if} in development',
      'a.svelte',
      '<script>export let error, dev</script>\n{#if dev}<pre>{error.stack}</pre>{/if}',
    ],
  ])('leaves %s alone', (_name, filename, code) => {
    expect(lint(code, filename)).toEqual([])
  })
})
