import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { type AddressInfo, createServer as createTcpServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const examples = fileURLToPath(new URL('../../../../examples', import.meta.url))

/** An example, copied and with its dependencies installed. */
export interface InstalledExample {
  readonly folder: string
  remove(): void
}

/** Copies an example out of the workspace and installs its dependencies with npm, as a reader of it would. */
export function installExample(name: string): InstalledExample {
  const folder = mkdtempSync(path.join(tmpdir(), `palisade-${name}-`))
  cpSync(path.join(examples, name), folder, {
    recursive: true,
    filter: (source) => path.basename(source) !== 'node_modules',
  })
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  execFileSync(npm, ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--prefer-offline'], {
    cwd: folder,
    stdio: 'pipe',
    shell: process.platform === 'win32',
  })
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** A started application. */
export interface RunningApplication {
  readonly url: string
  /** What it has printed so far. */
  output(): string
  stop(): void
}

/**
 * Starts one side of an example and waits until it answers.
 *
 * @throws with its output when it ends or stays silent for twenty seconds
 */
export async function startApplication(
  { folder }: InstalledExample,
  side: 'before' | 'after',
  environment: Record<string, string>,
): Promise<RunningApplication> {
  const port = await freePort()
  const child = spawn(process.execPath, ['--import', 'tsx', `${side}/src/server.ts`], {
    cwd: folder,
    env: { PATH: process.env['PATH'], PORT: String(port), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  child.stdout.on('data', (data: Buffer) => (output += data.toString()))
  child.stderr.on('data', (data: Buffer) => (output += data.toString()))
  const url = `http://127.0.0.1:${port}`
  try {
    await untilHealthy(url, child)
  } catch (error) {
    child.kill()
    throw new Error(`${side} did not start: ${String(error)}\n${output}`, { cause: error })
  }
  return { url, output: () => output, stop: () => child.kill() }
}

async function untilHealthy(url: string, child: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    if (child.exitCode !== null) throw new Error(`it ended with ${child.exitCode}`)
    const answer = await fetch(`${url}/health`).catch(() => undefined)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error('no answer')
}

/** Posts JSON and reads the answer. */
export async function post(
  url: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: unknown }> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
  return { status: answer.status, body: await answer.json() }
}

/** A server on this machine that answers every request with the same JSON. */
export async function answering(json: unknown): Promise<{ url: string; close(): void }> {
  const server: Server = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(json))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() }
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createTcpServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
