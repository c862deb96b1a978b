export * from './names/index.js'
export * from './text/index.js'
export * from './catalogs/token-formats.js'
export * from './catalogs/confidential-containers.js'
export * from './catalogs/confidential-headers.js'
export * from './catalogs/http-loggers.js'
export * from './catalogs/loggers.js'
export * from './catalogs/redactors.js'
export * from './catalogs/trackers.js'
export * from './text/transport.js'
export { analyze, type AnalysisOptions, type AnalyzedSource, FileAnalysis } from './file.js'
export * from './ast/nodes.js'
export { NodeMemo } from './node-memo.js'
export { type FileIndex, lastName, ownerOfThis } from './ast/file-index.js'
export { type FrameworkRow, type Handler, registeringRows } from './calls/handlers.js'
export { moduleName } from './ast/module-name.js'
export { entityNames, originNames, type QualifiedName, typeNames } from './calls/names.js'
export { FRAMEWORKS } from './catalogs/frameworks.js'
export { isDevelopmentOnly, saysDevelopment } from './control/development.js'
export { type Guard, guardsOf, leaves } from './control/guards.js'
export type { Definition, TypeBackend, TypeFacts, TypeKind, TypeMember } from './types/backend.js'
export { constantItemsOf } from './values/constant.js'
export type { Constant, Origin, OriginKind, Step, TracePolicy } from './values/origin.js'
export { patternPath, type PatternPath } from './values/bindings.js'
export { isErrorName } from './values/tracer.js'
export { type CallbackUse, callSitesOf, type FunctionUses, usesOf } from './values/uses.js'
export { type MemberWrite, memberWritesOf } from './values/writes.js'
export { type Destination, type DestinationPolicy, destinationsOf, type End } from './values/destinations.js'
export { type CalledFunction, type CalledSource, calledSource } from './project/called-function.js'
export { type ImportedValue, importedValue } from './project/imported-value.js'
export { preferUnsaved, projectPackages, readText } from './project/disk.js'
export { forgetTrees } from './project/foreign-file.js'
export { filesThat, importersIn, importersOf, validatingPackages } from './project/importers.js'
export { resolveImport } from './project/resolve.js'
export {
  outsideData,
  type OutsideDataGroup,
  type OutsideDataPart,
  type OutsideDataRow,
} from './catalogs/outside-data.js'
export {
  primitiveChecks,
  type PrimitiveCheckRow,
  type SchemaValidatorRow,
  schemaValidators,
  validatingMiddleware,
  type ValidatingMiddlewareRow,
  type ValidatorStyle,
} from './catalogs/schema-validators.js'
export * from './catalogs/cipher-suites.js'
export * from './catalogs/insecure-commands.js'
export * from './catalogs/protocol-versions.js'
export * from './catalogs/tls-options.js'
export * from './catalogs/url-parameters.js'
export * from './catalogs/error-details.js'
export * from './catalogs/error-settings.js'
export * from './catalogs/http-responses.js'
export * from './catalogs/public-errors.js'
export * from './catalogs/credential-arguments.js'
export * from './catalogs/credential-parameters.js'
export * from './catalogs/public-prefixes.js'
export * from './catalogs/secret-names.js'
