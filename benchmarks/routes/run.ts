/**
 * What the route index of `require-input-schema` costs: the rule over whole servers, once where they lie and once under
 * paths at which there is no project, so that no other file can be looked at. `pnpm bench:routes [PACKAGE…]`.
 */
import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import palisade from '@palisade/eslint-plugin'
import * as typescriptParser from '@typescript-eslint/parser'
import { Linter, type Rule } from 'eslint'
import { choosePackages, corpusPackages, packageFolder, readableText, sourceFiles } from '../corpus/packages.js'

const SERVERS = ['flowise', 'ghost', '@directus/api', '@budibase/server', 'verdaccio', 'unleash-server', 'node-red']
/** The aim: the index takes no more than this part of the time that parsing takes. */
const AIM = 0.05
/** The least of so many runs counts: a busy machine only ever adds. */
const ROUNDS = 3

interface Cost {
  parse: number
  rule: number
}

/** Processor time of this process: a busy machine disturbs it less than it does the clock. */
function processorTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** Lints files in this process, and says what parsing and the rule took, in milliseconds. */
function lint(files: readonly { name: string; text: string }[]): Cost {
  const cost: Cost = { parse: 0, rule: 0 }
  let inRule = false
  const timed = <T>(key: keyof Cost, work: () => T): T => {
    const start = processorTime()
    try {
      return work()
    } finally {
      cost[key] += processorTime() - start
    }
  }
  const parser: Linter.Parser = {
    ...(typescriptParser as unknown as Linter.Parser),
    // what the rule parses is part of what the rule takes
    parseForESLint: (text: string, options: never) =>
      inRule
        ? typescriptParser.parseForESLint(text, options)
        : timed('parse', () => typescriptParser.parseForESLint(text, options)),
  } as never
  const within = <T>(work: () => T): T => {
    inRule = true
    try {
      return timed('rule', work)
    } finally {
      inRule = false
    }
  }
  const rule = palisade.rules['require-input-schema'] as unknown as Rule.RuleModule
  const measured: Rule.RuleModule = {
    ...rule,
    create(context) {
      const listeners = Object.entries(within(() => rule.create(context)))
      return Object.fromEntries(
        listeners.map(([name, listener]) => [
          name,
          (...args: unknown[]) => within(() => (listener as (...given: unknown[]) => void)(...args)),
        ]),
      )
    },
  }
  const linter = new Linter({ cwd: '/' })
  for (const { name, text } of files)
    linter.verify(
      text,
      {
        files: ['**/*.*'],
        plugins: { palisade: { rules: { 'require-input-schema': measured } } },
        rules: { 'palisade/require-input-schema': 'error' },
        languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } },
      },
      name,
    )
  return cost
}

/** One run over a package: where it lies, or as if it lay nowhere. */
function run(name: string, where: string): Cost {
  const [one] = choosePackages(corpusPackages(), [name])
  const folder = packageFolder(one!)
  const files = sourceFiles(one!).flatMap((file) => {
    const text = readableText(path.join(folder, file))
    return text === undefined ? [] : [{ name: path.join(where === 'there' ? folder : '/nowhere', file), text }]
  })
  lint(files.slice(0, 100).map(({ text }, i) => ({ name: `/warm/${i}.ts`, text })))
  return lint(files)
}

/** The same in a process of its own: what is remembered of a project would make a second run cheaper. */
function apart(name: string, where: string): Cost {
  return JSON.parse(
    execFileSync(process.execPath, [...process.execArgv, fileURLToPath(import.meta.url), '--one', name, where], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    }),
  ) as Cost
}

const [flag, ...rest] = process.argv.slice(2)
if (flag === '--one') {
  console.log(JSON.stringify(run(rest[0]!, rest[1]!)))
} else {
  const names = flag === undefined ? SERVERS : [flag, ...rest]
  const total = { parse: 0, index: 0 }
  console.log('package'.padEnd(20), '  parse', '   rule', '  index', 'index / parse')
  for (const { name } of choosePackages(corpusPackages(), names)) {
    const least = { parse: Infinity, there: Infinity, nowhere: Infinity }
    for (let round = 0; round < ROUNDS; round++)
      for (const where of ['there', 'nowhere'] as const) {
        const cost = apart(name, where)
        least.parse = Math.min(least.parse, cost.parse)
        least[where] = Math.min(least[where], cost.rule)
      }
    const index = Math.max(0, least.there - least.nowhere)
    total.parse += least.parse
    total.index += index
    console.log(
      name.padEnd(20),
      ...[least.parse, least.there, index].map((time) => time.toFixed(0).padStart(7)),
      (index / least.parse).toFixed(3).padStart(8),
    )
  }
  const ratio = total.index / total.parse
  console.log(`all: ${ratio.toFixed(3)} of the parse (aim: at most ${AIM})`)
  process.exitCode = ratio <= AIM ? 0 : 1
}
