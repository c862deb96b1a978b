/**
 * `pnpm bench:secrets`: the rule for credentials beside what a user would pick instead: recall on generated tokens, reports
 * and time on the corpus' fixed sample; and how its own time grows with one long line and with many literals.
 * `--samples N` (5) tokens a format and context, `--package NAME`… for other packages, `--corpus` for all of them.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import palisade from '@palisade/eslint-plugin'
import { sampleToken, seededRandom, tokenFormats, type TokenFormatRow } from '@palisade/analysis'
import { lintSource } from '@secretlint/core'
import { creator as secretlintPreset } from '@secretlint/secretlint-rule-preset-recommend'
import * as typescriptParser from '@typescript-eslint/parser'
import { type ESLint, Linter } from 'eslint'
import {
  bringIn,
  choosePackages,
  corpusPackages,
  packageFolder,
  readableText,
  sourceFiles,
  corpusFolder,
} from '../corpus/packages.js'

const { values: options } = parseArgs({
  options: {
    samples: { type: 'string', default: '5' },
    package: { type: 'string', multiple: true, default: [] },
    corpus: { type: 'boolean', default: false },
    // `pnpm bench`'s own.
    rounds: { type: 'string' },
  },
})

/** A tool: the lines of a text that it reports. */
interface Tool {
  readonly name: string
  lines(text: string, file: string): Promise<number[]> | number[]
}

const tools = [
  eslintTool('Palisade no-hardcoded-secrets', { palisade }, ['palisade/no-hardcoded-secrets']),
  secretlintTool(),
  eslintTool('eslint-plugin-no-secrets', { 'no-secrets': await pluginOf('eslint-plugin-no-secrets') }, [
    'no-secrets/no-secrets',
  ]),
  eslintTool('sonarjs: two rules', { sonarjs: await pluginOf('eslint-plugin-sonarjs') }, [
    'sonarjs/no-hardcoded-passwords',
    'sonarjs/no-hardcoded-secrets',
  ]),
  eslintTool('the parser alone', {}, []),
]

const quoted = (token: string) => JSON.stringify(token)
const halves = (token: string) => [token.slice(0, token.length >> 1), token.slice(token.length >> 1)].map(quoted)

/** Each context is one line. */
const contexts: readonly [string, (token: string) => string][] = [
  ['a variable', (token) => `var x = ${quoted(token)}`],
  ['an argument', (token) => `f(${quoted(token)})`],
  ['a template', (token) => `f(\`${token.replace(/[`$\\]/g, '\\$&')}\`)`],
  ['a concatenation', (token) => `f(${halves(token).join(' + ')})`],
  ['a joined array', (token) => `f([${halves(token).join(', ')}].join(''))`],
  ['base64', (token) => `f(atob(${quoted(btoa(token))}))`],
  ['an object key', (token) => `f({ ${quoted(token)}: 1 })`],
  ['a class field', (token) => `(class { x = ${quoted(token)} });`],
  ['a comment', (token) => `// ${token}`],
  ['a header', (token) => `f({ 'X-Thing': ${quoted(`Token ${token}`)} })`],
  ['a command line', (token) => `exec(${quoted(`curl -H "X: ${token}" https://api.acme.io`)})`],
  ['JSON in a string', (token) => `f(${quoted(JSON.stringify({ a: token }))})`],
]

print(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim()}`)
await recall()
await realCode()
growth()

async function recall(): Promise<void> {
  const rows = (tokenFormats as readonly TokenFormatRow[]).filter((row) => row.use === undefined && row.alone !== false)
  const samples = Math.max(1, Number(options.samples) || 1)
  const files = contexts.map(([context, wrap]) => {
    const random = seededRandom(context.length * 7919)
    const lines = rows.flatMap((row) =>
      Array.from({ length: samples }, () => wrap(sampleToken(row, random).replaceAll('\n', '\\n'))),
    )
    return { context, text: lines.join('\n'), count: lines.length }
  })
  print(`\n## Recall: ${rows.length} formats, ${samples} tokens each, in ${files.length} contexts\n`)
  print(`| tool | ${files.map(({ context }) => context).join(' | ')} | all | time |`)
  print(`| --- | ${files.map(() => '---:').join(' | ')} | ---: | ---: |`)
  for (const tool of tools.slice(0, -1)) {
    let found = 0
    let total = 0
    const cells: string[] = []
    const { cpu } = await timed(async () => {
      for (const { text, count, context } of files) {
        const lines = new Set(await tool.lines(text, `src/${context.replaceAll(' ', '-')}.ts`))
        found += lines.size
        total += count
        cells.push((lines.size / count).toFixed(2))
      }
    })
    print(`| ${tool.name} | ${cells.join(' | ')} | ${(found / total).toFixed(3)} | ${seconds(cpu)} |`)
  }
}

async function realCode(): Promise<void> {
  const all = corpusPackages()
  const packages =
    options.package.length > 0
      ? choosePackages(all, options.package)
      : all.filter(({ sample }) => sample || options.corpus)
  await bringIn(packages, print)
  const files = packages
    .flatMap((one) => sourceFiles(one).map((file) => path.join(packageFolder(one), file)))
    .filter((file) => readableText(file) !== undefined)
  const lines = files.reduce((sum, file) => sum + readFileSync(file, 'utf8').split('\n').length, 0)
  print(`\n## Reports and time: ${files.length} files, ${lines} lines of ${packages.length} packages\n`)
  print('| tool | reports | reports per 100,000 lines | processor time |\n| --- | ---: | ---: | ---: |')
  for (const tool of tools) {
    let reports = 0
    const { cpu } = await timed(async () => {
      for (const file of files) reports += (await tool.lines(readFileSync(file, 'utf8'), file)).length
    })
    print(`| ${tool.name} | ${reports} | ${((reports / lines) * 100_000).toFixed(1)} | ${seconds(cpu)} |`)
  }
}

/** Time of the rule alone, as ESLint counts it. A text twice as long should take twice as long. */
function growth(): void {
  const piece = (at: number) =>
    `{id:${at},name:"user-${at}",url:"https://acme.io/u/${at}?q=a%20b",text:"Basic a://b.c"},`
  const literals = (count: number) =>
    Array.from({ length: count }, (_, at) => `f('v${at}', "key-${at}", \`text ${at}\`)`).join('\n')
  const numbers = (count: number) => Array.from({ length: count }, (_, at) => at)
  const passwords = (count: number) =>
    numbers(count)
      .map((at) => `const password${at} = 'hunter${at}x'`)
      .join('\n')
  const settings = (count: number) =>
    `f({\n${numbers(count)
      .map((at) => `apiKey${at}: 'a1b2c3d4${at}',`)
      .join('\n')}\n})`
  print('\n## Growth of the rule\n\n| input | size | rule time | per megabyte |\n| --- | ---: | ---: | ---: |')
  for (const megabytes of [1.25, 2.5, 5]) {
    let line = 'const data = ['
    for (let at = 0; line.length < megabytes * 1e6; at++) line += piece(at)
    line += ']'
    // What has more than 500 characters a line on average is taken for generated; blank lines make it look written.
    if (megabytes === 5) printGrowth('one line, skipped as generated', line)
    printGrowth('one line, with blank lines after it', line + '\n'.repeat(line.length / 490))
  }
  for (const count of [25_000, 50_000, 100_000]) printGrowth(`${count} strings`, literals(count / 3))
  for (const count of [5_000, 10_000, 20_000]) printGrowth(`${count} findings`, passwords(count))
  for (const count of [5_000, 10_000, 20_000]) printGrowth(`${count} findings in an object`, settings(count))
}

function printGrowth(input: string, text: string): void {
  // The least of three: a collection of garbage falls into one or the other.
  const time = Math.min(...Array.from({ length: 3 }, () => ruleTime(text)))
  print(
    `| ${input} | ${(text.length / 1e6).toFixed(2)} MB | ${seconds(time)} | ${seconds(time / (text.length / 1e6))} |`,
  )
}

function ruleTime(text: string): number {
  const linter = new Linter()
  linter.verifyAndFix(text, [config({ palisade }, ['palisade/no-hardcoded-secrets'])], {
    filename: 'src/file.ts',
    fix: false,
    stats: true,
  } as Linter.FixOptions)
  return (linter.getTimes?.().passes ?? []).reduce(
    (sum, pass) => sum + Object.values(pass.rules ?? {}).reduce((inner, { total }) => inner + total, 0),
    0,
  )
}

function eslintTool(name: string, plugins: Record<string, ESLint.Plugin>, rules: string[]): Tool {
  // Folders of tests are told by the whole path.
  const linter = new Linter({ cwd: corpusFolder() })
  const configs = [config(plugins, rules)]
  return {
    name,
    lines: (text, file) =>
      linter
        .verify(text, configs, { filename: file, allowInlineConfig: false })
        // Packages ship files that are wrong on purpose.
        .flatMap(({ fatal, line }) => (fatal === true ? [] : line)),
  }
}

function config(plugins: Record<string, ESLint.Plugin>, rules: string[]): Linter.Config {
  return {
    files: ['**/*.*'],
    plugins,
    rules: Object.fromEntries(rules.map((rule) => [rule, 'error'])),
    linterOptions: { reportUnusedDisableDirectives: 'off' },
    languageOptions: {
      parser: typescriptParser as unknown as Linter.Parser,
      parserOptions: { ecmaFeatures: { jsx: true } },
    },
  }
}

function secretlintTool(): Tool {
  return {
    name: 'secretlint preset-recommend',
    async lines(text, file) {
      const { messages } = await lintSource({
        source: { filePath: file, content: text, ext: path.extname(file), contentType: 'text' },
        options: {
          config: {
            rules: [{ id: '@secretlint/secretlint-rule-preset-recommend', rule: secretlintPreset, rules: [] }],
          },
        },
      } as never)
      return messages.map(({ loc }) => loc.start.line)
    },
  }
}

async function pluginOf(name: string): Promise<ESLint.Plugin> {
  const module = (await import(name)) as { default?: ESLint.Plugin; rules?: ESLint.Plugin['rules'] }
  return module.default ?? { rules: module.rules ?? {} }
}

async function timed(run: () => Promise<void>): Promise<{ cpu: number }> {
  const before = process.cpuUsage()
  await run()
  const { user, system } = process.cpuUsage(before)
  return { cpu: (user + system) / 1000 }
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`
}

function print(text: string): void {
  process.stdout.write(text + '\n')
}
