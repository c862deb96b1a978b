import * as vscode from 'vscode'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pluginSettings, type ExtensionSettings, type PluginSettings } from './plugin-settings.js'
import { statusOf } from './status.js'

/** Under this name the plugin is contributed to tsserver. */
const pluginName = '@palisade/typescript-plugin'

/** VS Code's own TypeScript support, which starts tsserver. */
const typescriptExtension = 'vscode.typescript-language-features'

/** Microsoft's ESLint extension. */
const eslintExtension = 'dbaeumer.vscode-eslint'

/** Extensions that bring TypeScript 7's native server; one of them must be there for the setting to take effect. */
const nativeExtensions = [
  'typescriptteam.native-preview',
  'typescriptteam.vscode-typescript',
  'typescriptteam.vscode-typescript-nightly',
]

const languages = ['javascript', 'javascriptreact', 'typescript', 'typescriptreact']

const rulePages = 'https://github.com/palisade-dev/palisade/blob/main/docs/rules'

/** What VS Code's TypeScript support offers to other extensions. */
interface TypescriptApi {
  configurePlugin(name: string, configuration: PluginSettings): void
}

/**
 * Sends the settings to the plugin in tsserver, and says in the status bar's language item what runs.
 *
 * @param context Takes what has to be disposed of.
 */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const item = vscode.languages.createLanguageStatusItem('palisade.status', languages)
  item.name = 'Palisade'
  item.command = { command: 'palisade.showLog', title: 'Show log' }

  const api = await typescriptApi()
  const update = (): void => {
    const settings = readSettings()
    const told = pluginSettings(settings, eslintRuns())
    api?.configurePlugin(pluginName, told)
    const status = statusOf({
      enabled: settings.enable,
      nativeServer: nativeServerRuns(),
      typescriptSupport: api !== undefined,
      preset: settings.preset,
      eslintConfig: nearestEslintConfig(),
      quietWithEslintConfig: told.quietWithEslintConfig,
    })
    item.text = status.text
    item.detail = status.detail
    item.severity = status.warning ? vscode.LanguageStatusSeverity.Warning : vscode.LanguageStatusSeverity.Information
  }

  context.subscriptions.push(
    item,
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (['palisade', 'eslint.enable', 'js/ts', 'typescript'].some((name) => event.affectsConfiguration(name)))
        update()
    }),
    vscode.extensions.onDidChange(update),
    vscode.window.onDidChangeActiveTextEditor(update),
    vscode.commands.registerCommand('palisade.restart', () =>
      vscode.commands.executeCommand('typescript.restartTsServer'),
    ),
    vscode.commands.registerCommand('palisade.showLog', () =>
      vscode.commands.executeCommand('typescript.openTsServerLog'),
    ),
    vscode.commands.registerCommand('palisade.openRulePage', openRulePage),
    vscode.languages.registerCodeActionsProvider(
      languages,
      { provideCodeActions: pagesOf },
      {
        providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
      },
    ),
  )
  update()
}

function readSettings(): ExtensionSettings {
  const configuration = vscode.workspace.getConfiguration('palisade')
  return {
    enable: configuration.get('enable', true),
    preset: configuration.get<string | null>('preset', null),
    rules: configuration.get<Record<string, unknown>>('rules', {}),
    exclude: configuration.get<string[]>('exclude', []),
    onEslintExtension: configuration.get<ExtensionSettings['onEslintExtension']>('onEslintExtension', 'auto'),
  }
}

async function typescriptApi(): Promise<TypescriptApi | undefined> {
  const extension = vscode.extensions.getExtension<{ getAPI?(version: 0): TypescriptApi | undefined }>(
    typescriptExtension,
  )
  const exported = await extension?.activate()
  return exported?.getAPI?.(0)
}

function eslintRuns(): boolean {
  return (
    vscode.extensions.getExtension(eslintExtension) !== undefined &&
    vscode.workspace.getConfiguration('eslint').get('enable', true)
  )
}

function nativeServerRuns(): boolean {
  const wanted =
    vscode.workspace.getConfiguration('js/ts').get('experimental.useTsgo', false) ||
    vscode.workspace.getConfiguration('typescript').get('experimental.useTsgo', false)
  return wanted && nativeExtensions.some((id) => vscode.extensions.getExtension(id) !== undefined)
}

/** The name of the flat config that ESLint would use for the file in hand. */
function nearestEslintConfig(): string | undefined {
  const uri = vscode.window.activeTextEditor?.document.uri
  if (uri?.scheme !== 'file') return undefined
  for (let folder = dirname(uri.fsPath); ; folder = dirname(folder)) {
    for (const extension of ['js', 'mjs', 'cjs', 'ts', 'mts', 'cts']) {
      const name = `eslint.config.${extension}`
      if (existsSync(join(folder, name))) return name
    }
    if (folder === dirname(folder)) return undefined
  }
}

/** Offers the rule's page beside the fixes of each of our findings. */
function pagesOf(
  _document: vscode.TextDocument,
  _range: vscode.Range,
  { diagnostics }: vscode.CodeActionContext,
): vscode.CodeAction[] {
  const rules = new Map<string, vscode.Diagnostic>()
  for (const diagnostic of diagnostics) {
    const rule = ruleOf(diagnostic)
    if (rule !== undefined) rules.set(rule, diagnostic)
  }
  return [...rules].map(([rule, diagnostic]) => {
    const title = `Open the page of ${rule}`
    const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix)
    action.diagnostics = [diagnostic]
    action.command = { command: 'palisade.openRulePage', title, arguments: [rule] }
    return action
  })
}

/** The plugin puts the rule's id in brackets at the end of its messages. */
function ruleOf(diagnostic: vscode.Diagnostic): string | undefined {
  if (diagnostic.source !== 'palisade') return undefined
  return /\(\S{1,80}\/([a-z-]{1,80})\)$/.exec(diagnostic.message)?.[1]
}

async function openRulePage(rule?: string): Promise<void> {
  const chosen = rule ?? (await vscode.window.showQuickPick([...rules], { title: 'Open the page of a Palisade rule' }))
  if (chosen !== undefined) await vscode.env.openExternal(vscode.Uri.parse(`${rulePages}/${chosen}.md`))
}

const rules = [
  'no-hardcoded-secrets',
  'no-insecure-tls',
  'require-redacted-logger',
  'no-error-leak',
  'require-input-schema',
] as const
