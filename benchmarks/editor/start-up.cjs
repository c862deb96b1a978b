// Loads the plugin as tsserver does, beside a TypeScript that is loaded already, and prints what that took.
const [, , typescriptFolder, pluginFile] = process.argv
const ts = require(typescriptFolder)

const spent = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

const fileName = '/project/a.ts'
const text = 'import https from "node:https"\nexport const agent = new https.Agent({ rejectUnauthorized: false })\n'
const service = ts.createLanguageService({
  getCompilationSettings: () => ({ noLib: true, types: [] }),
  getScriptFileNames: () => [fileName],
  getScriptVersion: () => '1',
  getScriptSnapshot: (name) => (name === fileName ? ts.ScriptSnapshot.fromString(text) : undefined),
  getCurrentDirectory: () => '/project',
  getDefaultLibFileName: () => '/project/lib.d.ts',
  fileExists: (name) => name === fileName,
  readFile: (name) => (name === fileName ? text : undefined),
})
service.getSemanticDiagnostics(fileName)

const before = spent()
const init = require(pluginFile)
const plugin = init({ typescript: ts }).create({
  config: {},
  languageService: service,
  languageServiceHost: {},
  project: {
    projectService: { logger: { info: (line) => process.stderr.write(`${line}\n`) } },
    getCurrentDirectory: () => '/project',
    getCompilerOptions: () => ({}),
    isClosed: () => false,
    refreshDiagnostics() {},
  },
})
const start = spent() - before
plugin.getSemanticDiagnostics(fileName)
const first = spent() - before - start
process.stdout.write(JSON.stringify({ start, first }))
process.exit(0)
