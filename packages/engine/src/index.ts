export {
  basePathFor,
  ConfigurationError,
  defaultNamespace,
  enabledRules,
  lintedFiles,
  presetConfiguration,
  type Configuration,
  type ConfigurationEntry,
  type ConfigurationSource,
  type PalisadePlugin,
  type PresetOptions,
} from './configuration.js'
export { type FlatConfigAnswer } from './config/flat-config-answer.js'
export { configurationFrom, findFlatConfig, flatConfigReader } from './config/flat-config.js'
export { createProjectConfigs, type ProjectConfigs, type ProjectConfigsOptions } from './config/project-configs.js'
export {
  diagnosticsOf,
  type Diagnostic,
  type Edit,
  type LintMessage,
  type Range,
  type Severity,
  type Suggestion,
} from './diagnostic.js'
export { applyEdits, combineFixes } from './edits.js'
export {
  createEngine,
  type CancellationToken,
  type Engine,
  type LintOutcome,
  type LintRequest,
  type LintResult,
} from './engine.js'
export { completeTree, withoutTokens, type SourceCodeClass, type TreeNode } from './source-code.js'
