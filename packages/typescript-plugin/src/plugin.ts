import type ts from 'typescript'
import { allCodes } from './codes.js'
import { describeError, type Log } from './log.js'
import type { Linting, LintingOptions } from './linting.js'
import { createProjectLinter, type ProjectLinter } from './project-linter.js'
import { fixesAt, fixAll } from './fixes.js'

/** What the plugin needs from outside; tests hand over their own. */
export interface PluginHost {
  /** The TypeScript that tsserver runs. */
  typescript: typeof ts
  /** Loads the heavy half. Called when the first file is asked about. */
  loadLinting(options: LintingOptions): Linting
  /** The script of the child process that reads ESLint configurations. */
  workerFile?: string
}

/** Marks a language service that carries the plugin, so that it is never put on twice. */
const carried = Symbol.for('palisade.typescript-plugin')

/** tsserver's modes; only in the first does it have a program. */
const semanticMode = 0

/**
 * Makes the plugin for one tsserver. All projects share the rules, their cache and the reader of ESLint configurations.
 *
 * @param host What the plugin needs from outside.
 * @returns What tsserver expects from a plugin.
 */
export function createPlugin(host: PluginHost): ts.server.PluginModule {
  const linters = new Set<ProjectLinter>()
  let linting: Linting | undefined
  let editorSettings: unknown

  return {
    create(info) {
      const { languageService, project } = info
      const log: Log = (text) => project.projectService.logger.info(`[palisade] ${text}`)
      if ((project.projectService.serverMode ?? semanticMode) !== semanticMode) return languageService
      if (carried in languageService) return languageService
      registerCodes(host.typescript, log)
      const linter = createProjectLinter({
        typescript: host.typescript,
        info,
        log,
        editorSettings: () => editorSettings,
        linting: () => (linting ??= load(project.projectService)),
      })
      linters.add(linter)
      return carry(info, linter, log)
    },
    onConfigurationChanged(config) {
      editorSettings = config
      for (const linter of linters) linter.settingsChanged()
    },
  }

  function load(projects: ts.server.ProjectService): Linting {
    return host.loadLinting({
      workerFile: host.workerFile,
      openText: (fileName) => openText(projects, fileName),
      onConfigChange: () => {
        for (const linter of linters) linter.refresh()
      },
    })
  }

  /** Puts the plugin in front of a project's language service: what isn't ours goes through untouched. */
  function carry(info: ts.server.PluginCreateInfo, linter: ProjectLinter, log: Log): ts.LanguageService {
    const original = info.languageService
    const proxy: ts.LanguageService = Object.create(null)
    for (const key of Object.keys(original) as (keyof ts.LanguageService)[]) {
      const method = original[key] as unknown
      Object.assign(proxy, { [key]: typeof method === 'function' ? method.bind(original) : method })
    }
    Object.defineProperty(proxy, carried, { value: true })

    proxy.getSemanticDiagnostics = (fileName) => {
      const theirs = original.getSemanticDiagnostics(fileName)
      return guarded(theirs, () => theirs.concat(linter.diagnostics(fileName)))
    }

    proxy.getCodeFixesAtPosition = (fileName, start, end, errorCodes, formatOptions, preferences) => {
      const ours = errorCodes.filter((code) => allCodes.includes(code))
      const others = ours.length === 0 ? errorCodes : errorCodes.filter((code) => !ours.includes(code))
      const theirs = original.getCodeFixesAtPosition(fileName, start, end, others, formatOptions, preferences)
      if (ours.length === 0) return theirs
      return guarded(theirs, () => [...theirs, ...fixesAt(linter, fileName, { start, end }, ours)])
    }

    proxy.getCombinedCodeFix = (scope, fixId, formatOptions, preferences) => {
      const ours = guarded(undefined, () => fixAll(linter, scope.fileName, fixId))
      return ours ?? original.getCombinedCodeFix(scope, fixId, formatOptions, preferences)
    }

    proxy.getSupportedCodeFixes = (fileName) => {
      const theirs = original.getSupportedCodeFixes(fileName)
      return [...new Set([...theirs, ...allCodes.map(String)])]
    }

    proxy.dispose = () => {
      linters.delete(linter)
      original.dispose()
    }
    return proxy

    /** A fault of ours costs the editor nothing but our part of the answer. */
    function guarded<T>(theirs: T, answer: () => T): T {
      try {
        return answer()
      } catch (error) {
        // Not a fault: the editor has lost interest, and TypeScript says so in this way too.
        if (error instanceof host.typescript.OperationCanceledException) throw error
        log(describeError(error))
        return theirs
      }
    }
  }
}

/** Texts by the snapshot that they were taken from: an editor's buffer is a tree of pieces, and joining them costs. */
const texts = new WeakMap<ts.IScriptSnapshot, string>()

function openText(projects: ts.server.ProjectService, fileName: string): string | undefined {
  const script = projects.getScriptInfo(fileName)
  if (script?.isScriptOpen() !== true) return undefined
  const snapshot = script.getSnapshot()
  let text = texts.get(snapshot)
  if (text === undefined) texts.set(snapshot, (text = snapshot.getText(0, snapshot.getLength())))
  return text
}

const registered = new WeakSet<object>()

/**
 * Makes TypeScript list our codes among those that have fixes. VS Code asks for that list without naming a file, and so
 * never hears a plugin's own answer; without this its light bulb stays dark. The registry is internal API: where it is
 * missing or has changed, only the light bulb is lost.
 */
function registerCodes(typescript: typeof ts, log: Log): void {
  if (registered.has(typescript)) return
  registered.add(typescript)
  try {
    const { codefix } = typescript as unknown as { codefix: { registerCodeFix(registration: unknown): void } }
    codefix.registerCodeFix({ errorCodes: [...allCodes], getCodeActions: () => undefined })
  } catch (error) {
    log(`TypeScript ${typescript.version} takes no codes from plugins: ${describeError(error)}`)
  }
}
