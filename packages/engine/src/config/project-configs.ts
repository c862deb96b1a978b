import { fork, type ChildProcess } from 'node:child_process'
import { existsSync, readFileSync, unwatchFile, watchFile } from 'node:fs'
import { dirname, extname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { FlatConfigAnswer } from './flat-config-answer.js'
import { findFlatConfig } from './flat-config.js'

/** How a host wants users' configurations read. */
export interface ProjectConfigsOptions {
  /** Called when a configuration was edited and the answers given so far may be stale. */
  onChange?: (configFile: string) => void
  /** The script of the child process; a bundle names its own copy. */
  workerFile?: string
  /** The folder of an ESLint to use for projects that have a config and no ESLint. */
  fallbackEslint?: string
  /** How often configuration files are looked at, in milliseconds; 0 never. */
  watchInterval?: number
}

/** Answers what projects' own ESLint configurations say about files. */
export interface ProjectConfigs {
  /**
   * What the file's own project says.
   *
   * @param fileName Absolute path.
   * @returns The answer; the promise never rejects.
   */
  answer(fileName: string): Promise<FlatConfigAnswer>
  /**
   * The answer, if it is known by now. Asking starts finding out.
   *
   * @param fileName Absolute path.
   * @param whenKnown Called once when an answer that isn't known yet arrives.
   * @returns The answer, or nothing while the project's configuration is being read.
   */
  known(fileName: string, whenKnown: () => void): FlatConfigAnswer | undefined
  /** Ends the child process and the watching. */
  dispose(): void
}

/** How long one configuration may take to load before it counts as broken: plugins of large projects need seconds. */
const patience = 60_000

/** How long "there is no eslint.config.js here" is believed. */
const absenceTtl = 2_000

/**
 * Makes a resolver of projects' own ESLint configurations. They run in one child process, which is started when the
 * first one is met and replaced when one is edited, because modules that were loaded once can't be loaded afresh.
 *
 * @param options How the host wants it.
 * @returns The resolver.
 */
export function createProjectConfigs(options: ProjectConfigsOptions = {}): ProjectConfigs {
  const workerFile = options.workerFile ?? fileURLToPath(new URL('./worker.js', import.meta.url))
  const interval = options.watchInterval ?? 500
  const configFiles = new Map<string, { configFile: string | undefined; until: number }>()
  const answers = new Map<string, FlatConfigAnswer>()
  const lastGood = new Map<string, FlatConfigAnswer>()
  const pending = new Map<string, Promise<FlatConfigAnswer>>()
  const waiting = new Map<number, (answer: FlatConfigAnswer) => void>()
  const watched = new Map<string, () => void>()
  let child: ChildProcess | undefined
  let nextId = 1
  let disposed = false

  return { answer, known, dispose }

  function answer(fileName: string): Promise<FlatConfigAnswer> {
    const configFile = configFileOf(fileName)
    if (configFile === undefined || disposed) return Promise.resolve({ kind: 'none' })
    const settled = answers.get(fileName)
    if (settled !== undefined) return Promise.resolve(settled)
    const asked = pending.get(fileName)
    if (asked !== undefined) return asked
    watch(configFile)
    const asking: Promise<FlatConfigAnswer> = ask(configFile, fileName).then((result) =>
      settle(fileName, asking, result),
    )
    pending.set(fileName, asking)
    return asking
  }

  function known(fileName: string, whenKnown: () => void): FlatConfigAnswer | undefined {
    const configFile = configFileOf(fileName)
    if (configFile === undefined) return { kind: 'none' }
    const settled = answers.get(fileName)
    if (settled !== undefined) return settled
    void answer(fileName).then(whenKnown)
    return lastGood.get(fileName)
  }

  function settle(
    fileName: string,
    asking: Promise<FlatConfigAnswer>,
    result: FlatConfigAnswer,
  ): FlatConfigAnswer | Promise<FlatConfigAnswer> {
    // The configuration was edited meanwhile: this answer is the old one's.
    if (pending.get(fileName) !== asking) return answer(fileName)
    pending.delete(fileName)
    if (result.kind === 'broken') result = { ...result, previous: lastGood.get(fileName) }
    else lastGood.set(fileName, result)
    answers.set(fileName, result)
    return result
  }

  function ask(configFile: string, fileName: string): Promise<FlatConfigAnswer> {
    const broken = (message: string): FlatConfigAnswer => ({ kind: 'broken', configFile, message })
    return new Promise((done) => {
      const id = nextId++
      const timer = setTimeout(() => finish(broken('The configuration took more than a minute to load.')), patience)
      timer.unref()
      const finish = (result: FlatConfigAnswer): void => {
        clearTimeout(timer)
        waiting.delete(id)
        done(result)
      }
      waiting.set(id, finish)
      try {
        const question = { id, configFile, fileName, fallbackEslint: options.fallbackEslint }
        running().send(question, (error) => error && finish(broken(error.message)))
      } catch (error) {
        finish(broken(error instanceof Error ? error.message : String(error)))
      }
    })
  }

  function running(): ChildProcess {
    if (child !== undefined) return child
    const started = fork(workerFile, [], {
      // A host's own debugging flags and output streams are no concern of the child's.
      execArgv: [],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      env: { ...process.env, NODE_OPTIONS: '' },
    })
    started.on('message', (message: { id: number; answer: FlatConfigAnswer }) =>
      waiting.get(message.id)?.(message.answer),
    )
    const gone = (): void => {
      if (child !== started) return
      child = undefined
      const message = 'The process that reads the ESLint configuration ended early.'
      for (const finish of [...waiting.values()]) finish({ kind: 'broken', configFile: '', message })
    }
    started.on('exit', gone)
    started.on('error', gone)
    // Neither the child nor its channel keeps the host alive.
    started.unref()
    started.channel?.unref()
    child = started
    return started
  }

  function configFileOf(fileName: string): string | undefined {
    const folder = dirname(fileName)
    const known = configFiles.get(folder)
    const now = Date.now()
    if (known !== undefined && now < known.until) return known.configFile
    const configFile = findFlatConfig(fileName)
    configFiles.set(folder, { configFile, until: now + absenceTtl })
    if (known !== undefined && known.configFile !== configFile) forgetAnswers()
    return configFile
  }

  function watch(configFile: string): void {
    if (interval === 0) return
    for (const file of [configFile, ...localImports(configFile)]) {
      if (watched.has(file)) continue
      const changed = (now: { mtimeMs: number }, before: { mtimeMs: number }): void => {
        if (now.mtimeMs !== before.mtimeMs) restart(configFile)
      }
      watchFile(file, { interval, persistent: false }, changed)
      watched.set(file, () => unwatchFile(file, changed))
    }
  }

  function restart(configFile: string): void {
    configFiles.clear()
    forgetAnswers()
    options.onChange?.(configFile)
  }

  function forgetAnswers(): void {
    answers.clear()
    pending.clear()
    const old = child
    child = undefined
    old?.disconnect()
    // Whoever still waits on the old process asks the new one.
    for (const finish of [...waiting.values()]) finish({ kind: 'none' })
    waiting.clear()
  }

  function dispose(): void {
    disposed = true
    for (const unwatch of watched.values()) unwatch()
    watched.clear()
    forgetAnswers()
  }
}

/** Finds the files that a configuration imports by relative path, and theirs, so that editing one counts as an edit. */
function localImports(configFile: string): string[] {
  const found = new Set<string>()
  const queue = [configFile]
  for (let file = queue.pop(); file !== undefined && found.size < 50; file = queue.pop()) {
    let text: string
    try {
      text = readFileSync(file, 'utf8')
    } catch {
      continue
    }
    for (const match of text.matchAll(/(?:from|import|require)\s{0,4}\(?\s{0,4}['"](\.{1,2}\/[^'"\n]{1,300})['"]/g)) {
      const target = fileAt(resolve(dirname(file), match[1] ?? ''))
      if (target === undefined || target === configFile || found.has(target)) continue
      found.add(target)
      queue.push(target)
    }
  }
  return [...found]
}

function fileAt(path: string): string | undefined {
  const candidates =
    extname(path) === '' ? ['.js', '.mjs', '.cjs', '.ts', '.json', '/index.js'].map((end) => path + end) : [path]
  return candidates.find((candidate) => existsSync(candidate))
}
