import { fork, type ChildProcess } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type * as ts from 'typescript'

/** A diagnostic as tsserver sends it. */
export type WireDiagnostic = ts.server.protocol.Diagnostic

/** A fix as tsserver sends it. */
export type WireFix = ts.server.protocol.CodeFixAction

interface Message {
  type: 'response' | 'event'
  seq: number
  request_seq?: number
  event?: string
  command?: string
  success?: boolean
  message?: string
  body?: any
}

/** A running tsserver, spoken to as editors do. */
export class TsServer {
  readonly #process: ChildProcess
  readonly #responses = new Map<number, (message: Message) => void>()
  readonly #listeners = new Set<(message: Message) => void>()
  readonly #logFile: string
  #seq = 0

  /**
   * Starts a tsserver.
   *
   * @param typescript The folder of the TypeScript package.
   * @param logFile Where the server writes its log.
   * @param args More arguments.
   * @param execArgv Arguments for Node itself.
   */
  constructor(typescript: string, logFile: string, args: readonly string[] = [], execArgv: readonly string[] = []) {
    this.#logFile = logFile
    this.#process = fork(
      join(typescript, 'lib/tsserver.js'),
      [
        '--useNodeIpc',
        '--disableAutomaticTypingAcquisition',
        '--logVerbosity',
        'verbose',
        '--logFile',
        logFile,
        ...args,
      ],
      { execArgv: [...execArgv], stdio: ['ignore', 'ignore', 'ignore', 'ipc'], cwd: typescript },
    )
    this.#process.on('message', (message: Message) => {
      if (message.type === 'response') this.#responses.get(message.request_seq ?? -1)?.(message)
      for (const listener of this.#listeners) listener(message)
    })
  }

  get pid(): number {
    return this.#process.pid ?? -1
  }

  /** Sends a request that isn't answered. */
  notify(command: string, args?: object): number {
    const seq = ++this.#seq
    this.#process.send({ seq, type: 'request', command, arguments: args })
    return seq
  }

  /** Sends a request and gives the answer's body. */
  async request(command: string, args?: object): Promise<any> {
    const message = await new Promise<Message>((resolve) => {
      const seq = this.notify(command, args)
      this.#responses.set(seq, resolve)
    })
    this.#responses.delete(message.request_seq ?? -1)
    if (message.success === false) throw new Error(`${command}: ${message.message}`)
    return message.body
  }

  open(file: string, text: string = readFileSync(file, 'utf8')): void {
    this.notify('open', { file, fileContent: text })
  }

  close(file: string): void {
    this.notify('close', { file })
  }

  /** Replaces what stands between two places; lines and offsets count from 1. */
  change(file: string, start: [number, number], end: [number, number], insertString: string): void {
    this.notify('change', {
      file,
      line: start[0],
      offset: start[1],
      endLine: end[0],
      endOffset: end[1],
      insertString,
    })
  }

  /** Replaces the whole text. */
  replace(file: string, text: string): void {
    this.notify('updateOpen', { closedFiles: [], changedFiles: [], openFiles: [{ file, fileContent: text }] })
  }

  /** Asks for errors as editors do while somebody types, and gives the semantic ones. */
  async geterr(files: string | string[]): Promise<WireDiagnostic[]> {
    const wanted = [files].flat()
    const found: WireDiagnostic[] = []
    const listener = (message: Message): void => {
      if (message.event === 'semanticDiag') found.push(...message.body.diagnostics)
    }
    this.#listeners.add(listener)
    const seq = this.notify('geterr', { files: wanted, delay: 0 })
    await this.event('requestCompleted', (body) => body.request_seq === seq)
    this.#listeners.delete(listener)
    return found
  }

  /** Tells which files' semantic errors are sent, until what it gives is called. */
  onDiagnostics(tell: (file: string) => void): () => void {
    const listener = (message: Message): void => {
      if (message.event === 'semanticDiag') tell(message.body.file)
    }
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** The semantic errors that carry our source. */
  async ours(files: string | string[]): Promise<WireDiagnostic[]> {
    return (await this.geterr(files)).filter((diagnostic) => diagnostic.source === 'palisade')
  }

  /** Asks for a file's errors until they are as wished; configurations arrive a little after the file. */
  async oursWhen(file: string, wished: (diagnostics: WireDiagnostic[]) => boolean): Promise<WireDiagnostic[]> {
    const deadline = Date.now() + 15_000
    for (;;) {
      const diagnostics = await this.ours(file)
      if (wished(diagnostics) || Date.now() > deadline) return diagnostics
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }

  /** Waits for an event. */
  event(name: string, accepts: (body: any) => boolean = () => true, timeout = 20_000): Promise<any> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#listeners.delete(listener)
        reject(new Error(`No event ${name} came.`))
      }, timeout)
      const listener = (message: Message): void => {
        if (message.type !== 'event' || message.event !== name || !accepts(message.body)) return
        clearTimeout(timer)
        this.#listeners.delete(listener)
        resolve(message.body)
      }
      this.#listeners.add(listener)
    })
  }

  /** The fixes of one diagnostic. */
  fixes(file: string, diagnostic: WireDiagnostic): Promise<WireFix[]> {
    return this.request('getCodeFixes', {
      file,
      startLine: diagnostic.start.line,
      startOffset: diagnostic.start.offset,
      endLine: diagnostic.end.line,
      endOffset: diagnostic.end.offset,
      errorCodes: [diagnostic.code],
    })
  }

  /** What the plugin wrote to the server's log. */
  pluginLog(): string {
    if (!existsSync(this.#logFile)) return ''
    return readFileSync(this.#logFile, 'utf8')
      .split('\n')
      .filter((line) => line.includes('[palisade]'))
      .join('\n')
  }

  /** The server's whole log. */
  log(): string {
    return existsSync(this.#logFile) ? readFileSync(this.#logFile, 'utf8') : ''
  }

  async stop(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return
    const gone = new Promise((resolve) => this.#process.once('exit', resolve))
    this.#process.kill()
    await gone
  }
}

/**
 * Applies the edits of a fix to a text, as an editor would.
 *
 * @param text The file's text.
 * @param fix The fix; only its edits of one file are applied.
 * @returns The changed text.
 */
export function applyFix(text: string, fix: { changes: ts.server.protocol.FileCodeEdits[] }): string {
  const starts = [0]
  for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length)
  const offset = ({ line, offset: column }: { line: number; offset: number }): number => starts[line - 1]! + column - 1
  const edits = fix.changes
    .flatMap((change) => change.textChanges)
    .map((change) => ({ start: offset(change.start), end: offset(change.end), newText: change.newText }))
    .sort((a, b) => b.start - a.start)
  return edits.reduce((result, { start, end, newText }) => result.slice(0, start) + newText + result.slice(end), text)
}
