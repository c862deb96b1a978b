/// <reference lib="dom" />
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
if (reason !== '') process.stderr.write(`VS Code in a browser${reason}\n`)

const probeRules = fileURLToPath(new URL('./support/probe-rules.mjs', import.meta.url))
const artefacts = fileURLToPath(new URL('../../.cache/screenshots/', import.meta.url))

const application = `import express from 'express'
import https from 'node:https'
import { login } from './login.js'

const app = express()
const agent = new https.Agent({ rejectUnauthorized: false })

app.post('/login', async (req, res) => {
  try {
    console.log('login', req.body.password)
    res.json(await login(req.body, agent))
  } catch (error) {
    res.status(500).json({ error: error.message })
  }
})
`

const code = `declare function probe(x: unknown): void

export function connect(host: string) {
  probe(host)
}
`

describe.skipIf(typeof rig === 'string')(`VS Code in a browser${reason}`, () => {
  let folder: string
  let packed: string
  let server: CodeServer | undefined
  let installed: Installation | undefined

  beforeAll(() => {
    mkdirSync(artefacts, { recursive: true })
    packed = realpathSync(mkdtempSync(join(tmpdir(), 'palisade-vsix-')))
    const script = join(dirname(require.resolve('palisade-vscode/package.json')), 'scripts/package.mjs')
    for (const [name, args] of [
      ['palisade', []],
      ['probe', ['--rules', probeRules]],
    ] as const) {
      const command = [script, '--out', join(packed, `${name}.vsix`), ...args]
      execFileSync(process.execPath, command, { stdio: ['ignore', 'ignore', 'inherit'] })
    }
  }, 60_000)

  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'palisade-vscode-')))
  })

  afterEach(async () => {
    await server?.stop()
    await installed?.cleanUp()
    rmSync(folder, { recursive: true, force: true })
  })

  afterAll(() => rmSync(packed, { recursive: true, force: true }))

  const write = (name: string, text: string): string => {
    const path = join(folder, 'project', name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
    return path
  }

  const start = async (
    settings: Record<string, unknown>,
    extension: 'palisade' | 'probe' | 'none',
  ): Promise<CodeServer> => {
    server = new CodeServer(rig as Rig, join(folder, 'vscode'), settings)
    if (extension !== 'none') await server.install(join(packed, `${extension}.vsix`))
    await server.start()
    return server
  }

  it('with its own TypeScript and the plugin that the extension brings: explains, fixes the file on disk, obeys settings', async () => {
    write('package.json', '{ "private": true, "type": "module" }')
    write('login.js', 'export const login = async (body, agent) => ({ body, agent })\n')
    const file = write('server.js', application)
    const vscode = await start({}, 'palisade')
    const page = await vscode.open(join(folder, 'project'), file)
    await expect.poll(() => squiggles(page, '.squiggly-error'), { timeout: 30_000 }).toBe(4)
    const leak = await squiggleAt(page, 'error.m')
    const explained = await hover(page, leak)
    expect(explained).toContain('(palisade/no-error-leak)')
    // A contribution that names TypeScript's own languages would make everything appear twice.
    expect(explained.match(/palisade\/no-error-leak/g)).toHaveLength(1)
    await page.screenshot({ path: join(artefacts, 'contributed-hover.png') })
    const actions = await quickFixes(page, leak)
    await page.screenshot({ path: join(artefacts, 'contributed-fixes.png') })
    const clip = { x: 352, y: 36, width: 924, height: 596 }
    // The README's picture, `docs/images/vscode.png`.
    await page.screenshot({ path: join(artefacts, 'readme.png'), clip })
    expect(actions).toEqual(
      expect.arrayContaining([
        'Send a fixed text instead.',
        'Disable palisade/no-error-leak for this line, with a reason',
        'Disable palisade/no-error-leak for this file, with a reason',
        'Open the page of no-error-leak',
      ]),
    )
    await choose(page, 'Send a fixed text instead.')
    await expect.poll(() => squiggles(page, '.squiggly-error'), { timeout: 20_000 }).toBe(3)
    await page.keyboard.press('Control+S')
    await expect.poll(() => readFileSync(file, 'utf8'), { timeout: 10_000 }).not.toContain('error.message')
    expect(readFileSync(file, 'utf8')).toContain("error: 'Internal server error'")
    write('.vscode/settings.json', '{ "palisade.rules": { "no-insecure-tls": "warn" } }')
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
    const vscode = await start({ 'js/ts.tsdk.path': lib, 'typescript.tsdk': lib }, 'none')
    const page = await vscode.open(installed.folder, file)
    expect(await squiggles(page, '.squiggly-warning')).toBe(1)
    expect(await hover(page, await squiggleAt(page, 'probe(host)'))).toContain('The type is string. (palisade/probe)')
    await page.screenshot({ path: join(artefacts, 'workspace-hover.png') })
    await quickFixes(page, await squiggleAt(page, 'probe(host)'))
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
    const vscode = await start({}, 'probe')
    const page = await vscode.open(join(folder, 'project'), file)
    expect(await squiggles(page, '.squiggly-warning')).toBe(1)
    // This configuration gives ESLint no types, so the editor shows what ESLint would print.
    expect(await hover(page, await squiggleAt(page, 'probe(host)'))).toContain('The type is unknown. (safety/probe)')
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

/** A place in the middle of a text on the page that has a squiggle. */
interface Place {
  x: number
  y: number
}

/** Finds a text in the editor. */
async function squiggleAt(page: Page, text: string): Promise<Place> {
  const place = await page.evaluate((wanted) => {
    for (const line of document.querySelectorAll('.monaco-editor .view-line')) {
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT)
      const nodes: { node: Node; start: number }[] = []
      let whole = ''
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        nodes.push({ node, start: whole.length })
        // The editor draws blanks as no-break spaces.
        whole += (node.textContent ?? '').replaceAll('\u00a0', ' ')
      }
      const found = whole.indexOf(wanted)
      if (found < 0) continue
      const middle = found + Math.floor(wanted.length / 2)
      const { node, start } = nodes.findLast((one) => one.start <= middle)!
      const range = document.createRange()
      range.setStart(node, middle - start)
      range.setEnd(node, middle - start + 1)
      const { left, top, width, height } = range.getBoundingClientRect()
      return { x: left + width / 2, y: top + height / 2 }
    }
    return undefined
  }, text)
  if (place === undefined) throw new Error(`"${text}" is not on the page`)
  return place
}

async function hover(page: Page, { x, y }: Place): Promise<string> {
  await page.mouse.move(x, y)
  await page.locator('.monaco-hover .hover-contents').first().waitFor({ timeout: 10_000 })
  return (await page.locator('.monaco-hover').allInnerTexts()).join('\n')
}

/** Opens the light bulb's menu at a place and reads it. */
async function quickFixes(page: Page, { x, y }: Place): Promise<string[]> {
  const rows = page.locator('.action-widget .monaco-list-row.action')
  // A busy machine can answer too late for the first menu, which then says that there is nothing.
  for (let attempt = 1; attempt <= 4; attempt++) {
    await page.keyboard.press('Escape')
    await page.mouse.click(x, y)
    await page.keyboard.press('Control+.')
    const opened = await rows
      .first()
      .waitFor({ timeout: 10_000 })
      .then(
        () => true,
        () => false,
      )
    if (opened) break
  }
  return (await rows.allInnerTexts()).map((text) => text.trim())
}

async function choose(page: Page, title: string): Promise<void> {
  await page.locator('.action-widget .monaco-list-row.action', { hasText: title }).first().click()
}
