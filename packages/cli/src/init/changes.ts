import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { applyEdits, modify, parse, type JSONPath } from 'jsonc-parser'
import { isSeq, parseDocument } from 'yaml'
import type { Change } from './change.js'
import { addToFlatConfig } from './eslint-config.js'
import { dependsOn, type Setup } from './project.js'

/** What `init` proposes. */
export interface Plan {
  changes: Change[]
  /** What a person has to do, because it is not ours to do or not understood. */
  todo: string[]
  /** Packages that the changes need and the manifest does not name. */
  packages: string[]
}

const hookCommand = 'npx --no-install palisade staged'
const extension = 'palisade-dev.palisade-vscode'
const serverPlugin = '@palisade/typescript-plugin'

/**
 * Plans what sets Palisade up in a project. What is there already is left alone, so a second plan is empty.
 *
 * @param setup The project.
 * @param options The folder of git's hooks, and the version that pre-commit is told.
 * @returns The plan.
 */
export function plan(setup: Setup, options: { hooksFolder: string | undefined; version: string }): Plan {
  const result: Plan = { changes: [], todo: [], packages: [] }
  if (setup.manifest !== undefined) {
    planPackages(setup, result, options.version)
    planEslint(setup, result)
    planTypeScript(setup, result)
  }
  planHook(setup, result, options)
  if (setup.vscode) planEditor(setup, result)
  return result
}

function planPackages(setup: Setup, result: Plan, version: string): void {
  const wanted = ['@palisade/cli']
  if (setup.eslintConfig !== undefined) wanted.push('@palisade/eslint-plugin')
  if (setup.tsconfig !== undefined) wanted.push(serverPlugin)
  result.packages = wanted.filter((name) => !dependsOn(setup, name))
  if (result.packages.length === 0) return
  const edits = result.packages.map((name): [JSONPath, unknown] => [['devDependencies', name], `^${version}`])
  editJson(setup, result, 'package.json', 'the packages', edits)
}

function planEslint(setup: Setup, result: Plan): void {
  const { eslintConfig } = setup
  if (eslintConfig === undefined) {
    if (dependsOn(setup, 'eslint'))
      result.todo.push('ESLint has no flat config here: "palisade check" works without one.')
    return
  }
  const before = read(setup, eslintConfig) ?? ''
  const after = addToFlatConfig(eslintConfig, before)
  if (after === undefined) {
    result.todo.push(
      `${eslintConfig} has a shape that is not understood: add palisade.configs.recommended from @palisade/eslint-plugin to its list.`,
    )
  } else propose(result, { file: eslintConfig, purpose: 'the rules in ESLint', before, after })
}

function planTypeScript(setup: Setup, result: Plan): void {
  const { tsconfig } = setup
  if (tsconfig === undefined) return
  const text = read(setup, tsconfig) ?? ''
  const config = parse(text) as { compilerOptions?: { plugins?: { name?: string }[] } } | undefined
  const plugins = config?.compilerOptions?.plugins
  if (plugins?.some(({ name }) => name === serverPlugin)) return
  const path: JSONPath =
    plugins === undefined ? ['compilerOptions', 'plugins'] : ['compilerOptions', 'plugins', plugins.length]
  const entry = { name: serverPlugin }
  editJson(setup, result, tsconfig, 'the findings in editors that run tsserver', [
    [path, plugins === undefined ? [entry] : entry],
  ])
}

function planEditor(setup: Setup, result: Plan): void {
  const file = '.vscode/extensions.json'
  const text = read(setup, file)
  const present = (parse(text ?? '{}') as { recommendations?: string[] } | undefined)?.recommendations
  if (present?.includes(extension)) return
  const path: JSONPath = present === undefined ? ['recommendations'] : ['recommendations', present.length]
  editJson(setup, result, file, 'the extension, recommended to who opens the folder', [
    [path, present === undefined ? [extension] : extension],
  ])
}

function planHook(setup: Setup, result: Plan, options: { hooksFolder: string | undefined; version: string }): void {
  const purpose = 'the check before each commit'
  switch (setup.hookManager) {
    case 'husky':
      planShellHook(setup, result, '.husky/pre-commit', purpose, false)
      if (!existsSync(join(setup.root, '.husky')))
        result.todo.push('Run "npx husky" once, or let its "prepare" script do it.')
      break
    case 'lefthook':
      planYaml(setup, result, setup.hookFile ?? 'lefthook.yml', purpose, (document) => {
        if (document.hasIn(['pre-commit', 'commands', 'palisade']) || document.hasIn(['pre-commit', 'jobs'])) {
          if (!document.toString().includes('palisade')) {
            result.todo.push(`Add a job "${hookCommand}" to pre-commit in ${setup.hookFile}.`)
          }
          return
        }
        document.setIn(['pre-commit', 'commands', 'palisade'], document.createNode({ run: hookCommand }))
      })
      break
    case 'pre-commit':
      planYaml(setup, result, '.pre-commit-config.yaml', purpose, (document) => {
        if (document.toString().includes('palisade')) return
        const entry = {
          repo: 'https://github.com/palisade-dev/palisade',
          rev: `v${options.version}`,
          hooks: [{ id: 'palisade' }],
        }
        const repos = document.get('repos')
        if (isSeq(repos)) repos.add(document.createNode(entry))
        else document.set('repos', document.createNode([entry]))
      })
      break
    default:
      if (options.hooksFolder === undefined) result.todo.push('This is no git repository: no hook was set up.')
      else planShellHook(setup, result, `${options.hooksFolder}/pre-commit`, purpose, true)
  }
}

function planShellHook(setup: Setup, result: Plan, file: string, purpose: string, shebang: boolean): void {
  const before = read(setup, file)
  if (before?.includes('palisade')) return
  if (before !== undefined && /^#!(?!.*\b(?:ba|da|z)?sh\b)/.test(before)) {
    result.todo.push(`${file} is no shell script: run "${hookCommand}" from it.`)
    return
  }
  // The hook's last command decides what becomes of the commit, so ours must not be the one that is lost.
  const line = `${hookCommand} || exit $?\n`
  const after = before === undefined ? `${shebang ? '#!/bin/sh\n' : ''}${line}` : insertFirst(before, line)
  propose(result, { file, purpose, before, after, executable: true })
}

/** After the first lines of comment: a hook that ends with "exec" would never come to what follows. */
function insertFirst(script: string, line: string): string {
  const lines = script.split('\n')
  let at = 0
  while (at < lines.length && (lines[at]?.startsWith('#') || /^\s*\. .*husky\.sh/.test(lines[at] ?? ''))) at++
  return [...lines.slice(0, at), line.trimEnd(), ...lines.slice(at)].join('\n')
}

function planYaml(
  setup: Setup,
  result: Plan,
  file: string,
  purpose: string,
  edit: (document: ReturnType<typeof parseDocument>) => void,
): void {
  const before = read(setup, file)
  const document = parseDocument(before ?? '')
  if (document.errors.length > 0) {
    result.todo.push(`${file} can't be read: add Palisade's hook by hand.`)
    return
  }
  const same = document.toString()
  edit(document)
  const after = document.toString()
  if (after !== same) propose(result, { file, purpose, before, after })
}

function editJson(
  setup: Setup,
  result: Plan,
  file: string,
  purpose: string,
  edits: readonly (readonly [path: JSONPath, value: unknown])[],
): void {
  const before = read(setup, file)
  let after = before ?? '{}\n'
  const indent = /^([ \t]+)\S/m.exec(after)?.[1] ?? '  '
  const formattingOptions = { insertSpaces: !indent.includes('\t'), tabSize: indent.length, eol: '\n' }
  for (const [path, value] of edits) {
    const isArrayInsertion = typeof path.at(-1) === 'number'
    after = applyEdits(after, modify(after, path, value, { formattingOptions, isArrayInsertion }))
  }
  propose(result, { file, purpose, before, after })
}

function propose(result: Plan, change: Change): void {
  if (change.before !== change.after) result.changes.push(change)
}

function read(setup: Setup, file: string): string | undefined {
  const path = file.startsWith('/') ? file : join(setup.root, file)
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}
