export {
  classifyName,
  classifyPath,
  createNameClassifier,
  isCredentialName,
  type ConfidentialClass,
  type CredentialSort,
  type NameKind,
  type NameMeaning,
  type OwnNames,
} from './classify-name.js'
export { splitWords } from './split-words.js'
export { isSecuritySwitchName, tlsSwitch, type TlsSwitch } from './tls-name.js'
