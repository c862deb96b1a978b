/**
 * What the route index of `require-input-schema` costs: the rule over whole servers, once where they lie and once under
 * paths at which there is no project, so that no other file can be looked at. `pnpm bench:routes [PACKAGE…]`.
 */
import path from 'node:path'
import palisade from '@palisade/eslint-plugin'
import * as typescriptParser from '@typescript-eslint/parser'
import { Linter } from 'eslint'
import { choosePackages, corpusPackages, packageFolder, readableText, sourceFiles } from '../corpus/packages.js'

const SERVERS = ['flowise', 'ghost', '@directus/api', '@budibase/server', 'verdaccio', 'unleash-server', 'node-red']
/** The aim: the index takes no more than this part of the time that parsing takes. */
const AIM = 0.05
const RULE = 'palisade/require-input-schema'

interface Cost {
  parse: number
  rule: number
}

/** Lints files in this process, and says what parsing and the rule took, in milliseconds. */
function lint(files: readonly { name: string; text: string }[]): Cost {
  const linter = new Linter({ cwd: '/' })
  const cost: Cost = { parse: 0, rule: 0 }
  for (const { name, text } of files) {
    linter.verifyAndFix(
      text,
      {
        files: ['**/*.*'],
        plugins: { palisade: palisade as never },
        rules: { [RULE]: 'error' },
        languageOptions: {
          parser: typescriptParser as unknown as Linter.Parser,
          parserOptions: { ecmaFeatures: { jsx: true } },
        },
      },
      { filename: name, fix: false, stats: true } as Linter.FixOptions,
    )
    for (const pass of linter.getTimes().passes) {
      cost.parse += pass.parse?.total ?? 0
      cost.rule += pass.rules?.[RULE]?.total ?? 0
    }
  }
  return cost
}

const names = process.argv.slice(2)
const total = { parse: 0, index: 0 }
console.log('package'.padEnd(20), 'files', '  parse', '   rule', '  index', 'index / parse')
for (const one of choosePackages(corpusPackages(), names.length > 0 ? names : SERVERS)) {
  const folder = packageFolder(one)
  const files = sourceFiles(one).flatMap((file) => {
    const text = readableText(path.join(folder, file))
    return text === undefined ? [] : [{ file, text }]
  })
  const nowhere = files.map(({ file, text }) => ({ name: path.join('/nowhere', file), text }))
  const there = files.map(({ file, text }) => ({ name: path.join(folder, file), text }))
  lint(nowhere.slice(0, 100)) // warm
  // the first run over a project is the one that reads it; what is remembered later costs less
  const whole = lint(there)
  const alone = lint(nowhere)
  const index = Math.max(0, whole.rule - alone.rule)
  total.parse += whole.parse
  total.index += index
  console.log(
    one.name.padEnd(20),
    String(files.length).padStart(5),
    ...[whole.parse, whole.rule, index].map((time) => time.toFixed(0).padStart(7)),
    (index / whole.parse).toFixed(3).padStart(8),
  )
}
const ratio = total.index / total.parse
console.log(`all: ${ratio.toFixed(3)} of the parse (aim: at most ${AIM})`)
process.exitCode = ratio <= AIM ? 0 : 1
