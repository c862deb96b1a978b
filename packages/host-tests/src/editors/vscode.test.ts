import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { CodeServer, findRig, type Rig } from './support/code-server.js'
import { install, type Installation } from './support/installation.js'

const require = createRequire(import.meta.url)
const rig = await findRig()
const reason = typeof rig === 'string' ? ` (skipped: ${rig})` : ''
if (typeof rig === 'string' && process.env['CI'] !== undefined) throw new Error(rig)

const probeRules = fileURLToPath(new URL('./support/probe-rules.mjs', import.meta.url))
const artefacts = fileURLToPath(new URL('../../.cache/screenshots/', import.meta.url))

const code = `declare function probe(x: unknown): void

export function connect(host: string) {
  probe(host)
}
`

describe.skipIf(typeof rig === 'string')(`VS Code in a browser${reason}`, () => {
  let folder: string
  let vsix: string
  let server: CodeServer | undefined
  let installed: Installation | undefined

  beforeAll(() => {
    mkdirSync(artefacts, { recursive: true })
    vsix = join(realpathSync(mkdtempSync(join(tmpdir(), 'palisade-vsix-'))), 'palisade.vsix')
    const script = join(dirname(require.resolve('palisade-vscode/package.json')), 'scripts/package.mjs')
    execFileSync(process.execPath, [script, '--out', vsix, '--rules', probeRules], {
      stdio: ['ignore', 'ignore', 'inherit'],
    })
  }, 60_000)

  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'palisade-vscode-')))
  })

  afterEach(async () => {
    await server?.stop()
    await installed?.cleanUp()
    rmSync(folder, { recursive: true, force: true })
  })

  afterAll(() => rmSync(dirname(vsix), { recursive: true, force: true }))

  const write = (name: string, text: string): string => {
    const path = join(folder, 'project', name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
    return path
  }

  const start = async (settings: Record<string, unknown>, extension: boolean): Promise<CodeServer> => {
    server = new CodeServer(rig as Rig, join(folder, 'vscode'), settings)
    if (extension) await server.install(vsix)
    await server.start()
    return server
  }

  it('with its own TypeScript and the plugin that the extension brings: explains, fixes the file on disk, obeys settings', async () => {
    write('tsconfig.json', '{ "compilerOptions": { "strict": true, "types": [] } }')
    const file = write('connect.ts', code)
    const vscode = await start({}, true)
    const page = await vscode.open(join(folder, 'project'), file)
    expect(await squiggles(page, '.squiggly-error')).toBe(1)
    const explained = await hover(page, '.squiggly-error')
    expect(explained).toContain('The type is string. (palisade/probe)')
    // A contribution that names TypeScript's own languages would make everything appear twice.
    expect(explained.match(/function probe/g)).toHaveLength(1)
    await page.screenshot({ path: join(artefacts, 'contributed-hover.png') })
    const actions = await quickFixes(page, '.squiggly-error')
    await page.screenshot({ path: join(artefacts, 'contributed-fixes.png') })
    expect(actions.filter((title) => !title.startsWith('Move to')).sort()).toEqual([
      'Disable palisade/probe for this file, with a reason',
      'Disable palisade/probe for this line, with a reason',
      'Open the page of probe',
      'Unwrap it',
    ])
    await choose(page, 'Unwrap it')
    await page.waitForSelector('.squiggly-error', { state: 'detached', timeout: 20_000 })
    await page.keyboard.press('Control+S')
    await expect.poll(() => readFileSync(file, 'utf8'), { timeout: 10_000 }).toBe(code.replace('probe(host)', 'host'))
    await page.keyboard.press('Control+Z')
    expect(await squiggles(page, '.squiggly-error')).toBe(1)
    write('.vscode/settings.json', '{ "palisade.rules": { "probe": "warn" } }')
    expect(await squiggles(page, '.squiggly-warning')).toBe(1)
    write('.vscode/settings.json', '{ "palisade.enable": false }')
    await page.waitForSelector('.squiggly-warning', { state: 'detached', timeout: 20_000 })
  })

  it("with the workspace's TypeScript and the entry in tsconfig.json, without the extension", async () => {
    installed = install({ typescript: 'typescript', rules: 'probe' })
    const entry = '{ "name": "@palisade/typescript-plugin", "rules": { "probe": "warn" } }'
    installed.write('tsconfig.json', `{ "compilerOptions": { "strict": true, "types": [], "plugins": [${entry}] } }`)
    const file = installed.write('connect.ts', code)
    const lib = join(installed.typescript, 'lib')
    const vscode = await start({ 'js/ts.tsdk.path': lib, 'typescript.tsdk': lib }, false)
    const page = await vscode.open(installed.folder, file)
    expect(await squiggles(page, '.squiggly-warning')).toBe(1)
    expect(await hover(page, '.squiggly-warning')).toContain('The type is string. (palisade/probe)')
    await page.screenshot({ path: join(artefacts, 'workspace-hover.png') })
    await quickFixes(page, '.squiggly-warning')
    await choose(page, 'Disable palisade/probe for this line, with a reason')
    await page.waitForSelector('.squiggly-warning', { state: 'detached', timeout: 20_000 })
    await page.keyboard.press('Control+S')
    await expect
      .poll(() => readFileSync(file, 'utf8'), { timeout: 10_000 })
      .toContain('  // eslint-disable-next-line palisade/probe -- say why this is safe\n  probe(host)')
  })

  it("with the project's own ESLint configuration, and follows its edits", async () => {
    const config = (severity: string): string =>
      write(
        'eslint.config.mjs',
        `import palisade from './palisade.mjs'
export default [{ files: ['**/*.ts'], plugins: { safety: palisade }, rules: { 'safety/probe': '${severity}' } }]
`,
      )
    write('palisade.mjs', readFileSync(probeRules, 'utf8'))
    write('package.json', '{ "private": true }')
    mkdirSync(join(folder, 'project/node_modules'))
    symlinkSync(dirname(require.resolve('eslint/package.json')), join(folder, 'project/node_modules/eslint'))
    config('warn')
    const file = write('connect.ts', code)
    const vscode = await start({}, true)
    const page = await vscode.open(join(folder, 'project'), file)
    expect(await squiggles(page, '.squiggly-warning')).toBe(1)
    // This configuration gives ESLint no types, so the editor shows what ESLint would print.
    expect(await hover(page, '.squiggly-warning')).toContain('The type is unknown. (safety/probe)')
    await page.screenshot({ path: join(artefacts, 'eslint-config-hover.png') })
    await page.mouse.move(0, 0)
    config('error')
    expect(await squiggles(page, '.squiggly-error')).toBe(1)
  })
})

async function squiggles(page: Page, selector: string): Promise<number> {
  await page.waitForSelector(selector, { timeout: 60_000, state: 'attached' })
  return page.locator(selector).count()
}

async function hover(page: Page, selector: string): Promise<string> {
  const box = await page.locator(selector).first().boundingBox()
  if (box === null) throw new Error('nothing to hover')
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  const text = page.locator('.monaco-hover .hover-contents').first()
  await text.waitFor({ timeout: 10_000 })
  return (await page.locator('.monaco-hover').allInnerTexts()).join('\n')
}

/** Opens the light bulb's menu on a squiggle and reads it. */
async function quickFixes(page: Page, selector: string): Promise<string[]> {
  const box = await page.locator(selector).first().boundingBox()
  if (box === null) throw new Error('nothing to fix')
  await page.keyboard.press('Escape')
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
  await page.keyboard.press('Control+.')
  const rows = page.locator('.action-widget .monaco-list-row.action')
  await rows.first().waitFor({ timeout: 15_000 })
  return (await rows.allInnerTexts()).map((text) => text.trim())
}

async function choose(page: Page, title: string): Promise<void> {
  await page.locator('.action-widget .monaco-list-row.action', { hasText: title }).first().click()
}
