export { passwordInAddress } from './detectors.js'
export { apart } from './apart.js'
export { entropy, sequentialShare } from './entropy.js'
export { checksumHolds, checksumOf, crc32 } from './checksums.js'
export { createPrefilter, escapePattern, type Prefilter } from './prefilter.js'
export { searchKeywords, type KeywordSearch } from './multi-pattern.js'
export { looksRandom, placeholderKind } from './placeholder.js'
export {
  createTokenScanner,
  isPublicToken,
  standardScanner,
  type TokenMatch,
  type TokenScanner,
} from './token-scanner.js'
export { sampleToken, seededRandom } from './token-samples.js'
export { isPlausibleSecret, type Bar, type ValueContext } from './secret-value.js'
export { assignments, scanText, type ScanTextOptions, type TextFinding, type WrittenAssignment } from './scan-text.js'
export * from './key-size.js'
export { lineAt, lineStarts } from './lines.js'
export { type CommandSecret, mayCallCredentialProgram, secretsInCommand } from './command-secrets.js'
