/** The world around a command, so that tests can stand in for it. */
export interface Host {
  cwd: string
  env: Readonly<Record<string, string | undefined>>
  stdin: AsyncIterable<Uint8Array>
  stdout: Output
  stderr: Output
  version: string
  /** Asks the person a yes-or-no question; undefined where nobody can answer. */
  confirm: ((question: string) => Promise<boolean>) | undefined
}

/** A stream that text is written to. */
export interface Output {
  isTTY: boolean
  /** The stream itself, for what draws a line anew. */
  stream?: NodeJS.WriteStream
  write(text: string): void
}
