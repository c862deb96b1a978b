import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { CodeBlock } from './code-blocks.js'
import { lintBlock } from './lint-block.js'
import { documentedRules } from './plugin.js'
import { type PracticeExample, badExamples, goodExamples } from './practices.js'
import { describe, expect, it } from 'vitest'

const page = readFileSync(fileURLToPath(new URL('../practices.md', import.meta.url)), 'utf8')
const rows = new Map(
  [...page.matchAll(/^\| <a id="([\w-]+)"><\/a>(.*)$/gm)].map(([, id = '', cells = '']) => [id, cells] as const),
)
const rules = documentedRules().map(({ name }) => name)

describe('what the guides call bad is reported', () => {
  it.each(badExamples)('$practice: $name', (example) => {
    const messages = lintBlock(block(example, example.strict ? 'strict' : 'recommended'), example.rule ?? '')
    expect(messages.filter(({ fatal }) => fatal)).toEqual([])
    expect(messages.map(({ messageId }) => messageId)).not.toEqual([])
    // The page names the message, so that a reader finds the practice by what the linter said.
    const cells = rows.get(example.practice) ?? ''
    expect(cells).toContain(`\`${example.rule}\``)
    for (const { messageId } of messages) expect(cells).toContain(`\`${messageId}\``)
  })
})

describe('what the guides call good is silent', () => {
  it.each(goodExamples)('$practice: $name', (example) => {
    const messages = rules.flatMap((rule) =>
      lintBlock(block(example, example.recommended ? 'recommended' : 'strict'), rule),
    )
    expect(messages.map(({ ruleId, line, message }) => `${ruleId} ${line}: ${message}`)).toEqual([])
  })
})

it('every message that the page names is one of the rule that it names', () => {
  for (const cells of rows.values()) {
    const [, ruleCell = '', messageCell = ''] = cells.split('|')
    const [rule] = quoted(ruleCell)
    const known = Object.keys(documentedRules().find(({ name }) => name === rule)?.meta.messages ?? {})
    expect(known).toEqual(expect.arrayContaining(quoted(messageCell)))
    expect(quoted(messageCell)).not.toEqual([])
  }
})

it('every practice that a rule checks has a bad and a good example', () => {
  const checked = [...rows].filter(([, cells]) => rules.some((rule) => cells.includes(`\`${rule}\``))).map(([id]) => id)
  expect(new Set(badExamples.map(({ practice }) => practice))).toEqual(new Set(checked))
  expect(new Set(goodExamples.map(({ practice }) => practice))).toEqual(new Set(checked))
})

function quoted(cell: string): string[] {
  return [...cell.matchAll(/`(\w[\w-]*)`/g)].map(([, name = '']) => name)
}

function block(example: PracticeExample, config: 'recommended' | 'strict'): CodeBlock {
  return {
    line: 1,
    language: 'ts',
    code: example.code,
    expected: example.rule ? 'incorrect' : 'correct',
    config,
    filename: example.filename ?? 'src/example.ts',
  }
}
