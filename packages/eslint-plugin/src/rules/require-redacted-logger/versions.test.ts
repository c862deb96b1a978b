import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { reportsOf } from './lint-text.js'

const root = mkdtempSync(join(tmpdir(), 'palisade-versions-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** A file of a project in which this version of a package is installed. */
function inProjectWith(name: string, version: string): string {
  const folder = join(root, `${name.replaceAll(/\W/gu, '-')}-${version}`)
  mkdirSync(join(folder, 'node_modules', name), { recursive: true })
  writeFileSync(join(folder, 'node_modules', name, 'package.json'), JSON.stringify({ name, version }))
  return join(folder, 'app.ts')
}

describe('what a setting does depends on the installed version', () => {
  const tslog = `import { Logger } from 'tslog'\nnew Logger({ maskValuesOfKeys: ['pin'] })`
  const sentry = (options: string) => `import * as Sentry from '@sentry/node'\nSentry.init({ ${options} })`

  it.each<[string, string, string, string[]]>([
    ['tslog', '4.10.2', tslog, []],
    ['tslog', '5.1.0', tslog, [`2 oldSetting ['pin']`]],
    ['@sentry/node', '10.78.0', sentry('sendDefaultPii: true'), ['2 defaultPii true']],
    ['@sentry/node', '10.78.0', sentry('sendDefaultPii: true, beforeSend: scrub'), []],
    ['@sentry/node', '10.78.0', sentry('sendDefaultPii: false'), []],
    ['@sentry/node', '11.12.0', sentry('sendDefaultPii: true'), ['2 oldSetting true']],
    ['@sentry/node', '11.12.0', sentry('sendDefaultPii: false'), ['2 oldSetting false']],
    ['@sentry/node', '11.12.0', sentry('sendDefaultPii: false, dataCollection: { httpBodies: [] }'), []],
    ['@sentry/node', '11.12.0', sentry('dsn'), []],
  ])('%s %s: %s', (name, version, text, reports) =>
    expect(reportsOf(text, { filename: inProjectWith(name, version) })).toEqual(reports),
  )
})
