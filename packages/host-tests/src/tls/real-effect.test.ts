/**
 * What the rule says about clients is true: the reported code connects to whoever shows a certificate, and the same
 * code after the rule's own fix refuses.
 */
import palisade from '@palisade/eslint-plugin'
import * as parser from '@typescript-eslint/parser'
import axios from 'axios'
import { Linter } from 'eslint'
import got from 'got'
import https from 'node:https'
import tls from 'node:tls'
import pg from 'pg'
import * as undici from 'undici'
import { WebSocket } from 'ws'
import { type SelfSignedServers, startSelfSignedServers } from './self-signed-server.js'

/** A client's connection as people write it; `url` and `port` are where the attacker listens. */
interface Case {
  client: string
  code: string
}

const cases: Case[] = [
  {
    client: 'Node https.get',
    code: `return new Promise((resolve, reject) => {
      https.get(url, { rejectUnauthorized: false }, (response) => { response.resume(); resolve('connected') }).on('error', reject)
    })`,
  },
  {
    client: 'Node https.Agent',
    code: `const agent = new https.Agent({ keepAlive: false, rejectUnauthorized: false })
    return new Promise((resolve, reject) => {
      https.get(url, { agent }, (response) => { response.resume(); resolve('connected') }).on('error', reject)
    })`,
  },
  {
    client: 'Node tls.connect',
    code: `return new Promise((resolve, reject) => {
      const socket = tls.connect({ port: Number(new URL(url).port), host: new URL(url).hostname, rejectUnauthorized: false }, () => { socket.end(); resolve('connected') })
      socket.on('error', reject)
    })`,
  },
  {
    client: 'undici',
    code: `const dispatcher = new undici.Agent({ connect: { rejectUnauthorized: false } })
    try {
      await undici.fetch(url, { dispatcher })
    } finally {
      await dispatcher.close()
    }`,
  },
  {
    client: 'axios',
    code: `await axios.get(url, { httpsAgent: new https.Agent({ rejectUnauthorized: false }), proxy: false })`,
  },
  { client: 'got', code: `await got(url, { https: { rejectUnauthorized: false }, retry: { limit: 0 } })` },
  {
    client: 'ws',
    code: `const socket = new WebSocket(url.replace('https:', 'wss:'), { rejectUnauthorized: false })
    await new Promise((resolve, reject) => { socket.on('open', resolve); socket.on('error', reject) })
    socket.terminate()`,
  },
  {
    client: 'pg',
    code: `const client = new pg.Client({ host: new URL(url).hostname, port, user: 'x', database: 'x', ssl: { rejectUnauthorized: false } })
    client.on('error', () => {})
    await client.connect()
    client.end().catch(() => {})`,
  },
]

const modules = { https, tls, undici, axios, got, pg, WebSocket }

/** Why Node refuses a certificate that nobody signed. */
const REFUSAL = /self-signed certificate|DEPTH_ZERO_SELF_SIGNED_CERT|unable to verify|SELF_SIGNED/i

describe('a server that nobody vouches for', () => {
  let servers: SelfSignedServers

  beforeAll(async () => {
    servers = await startSelfSignedServers()
  })

  afterAll(() => servers.close())

  it.each(cases)('$client: what is reported connects to it, what is fixed refuses', async ({ code }) => {
    const report = lint(code)
    expect(report.map(({ messageId }) => messageId)).toEqual(['verificationOff'])
    await expect(run(code, servers)).resolves.not.toThrow()

    const fixed = applyFix(code, report[0]!)
    expect(fixed).not.toContain('rejectUnauthorized')
    await expect(run(fixed, servers).catch(text)).resolves.toMatch(REFUSAL)
  })

  it('NODE_TLS_REJECT_UNAUTHORIZED=0 makes a process accept it, and is reported', async () => {
    const code = `process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0'`
    expect(lint(code).map(({ messageId }) => messageId)).toEqual(['verificationOffInEnvironment'])
    const before = process.env['NODE_TLS_REJECT_UNAUTHORIZED']
    const plain = `return new Promise((resolve, reject) => {
      https.get(url, { agent: false }, (response) => { response.resume(); resolve('connected') }).on('error', reject)
    })`
    await expect(run(plain, servers).catch(text)).resolves.toMatch(REFUSAL)
    try {
      await expect(run(`${code}\n${plain}`, servers)).resolves.toBe('connected')
    } finally {
      if (before === undefined) delete process.env['NODE_TLS_REJECT_UNAUTHORIZED']
      else process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = before
    }
  })
})

function lint(code: string): Linter.LintMessage[] {
  return new Linter({ configType: 'flat' }).verify(
    `async function connect(url, port) {\n${code}\n}`,
    [
      {
        files: ['**/*.ts'],
        plugins: { palisade },
        languageOptions: { parser: parser as Linter.Parser },
        rules: { 'palisade/no-insecure-tls': 'error' },
      },
    ],
    { filename: 'src/connect.ts' },
  )
}

function applyFix(code: string, { fix }: Linter.LintMessage): string {
  const start = 'async function connect(url, port) {\n'.length
  return fix ? code.slice(0, fix.range[0] - start) + fix.text + code.slice(fix.range[1] - start) : code
}

async function run(code: string, servers: SelfSignedServers): Promise<unknown> {
  const names = Object.keys(modules)
  const make = new Function(...names, `return async (url, port) => {\n${code}\n}`) as (
    ...all: unknown[]
  ) => (url: string, port: number) => Promise<unknown>
  return make(...Object.values(modules))(servers.https, servers.postgres)
}

/** All that an error says, also in what it wraps. */
function text(error: unknown): string {
  const { message, code, cause } = error as { message?: string; code?: string; cause?: unknown }
  return `${message} ${code} ${cause === undefined ? '' : text(cause)}`
}
