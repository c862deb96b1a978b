import {
  type Bar,
  createNameClassifier,
  type FileAnalysis,
  isCall,
  isPlausibleSecret,
  isPublicToken,
  lastName,
  looksRandom,
  memberName,
  type NameMeaning,
  type Node,
  type Origin,
  placeholderKind,
  propertyName,
  T,
  type TokenFormatRow,
  type TokenScanner,
  unwrap,
} from '@palisade/analysis'
import type { TSESLint } from '@typescript-eslint/utils'
import type { PalisadeSettings } from '../../settings.js'
import { type Finding, Findings } from './findings.js'
import { allowedValues, type Options, scannerFor } from './options.js'

/** What the parts of the rule share about one file. */
export interface Judge {
  readonly file: FileAnalysis
  readonly source: Readonly<TSESLint.SourceCode>
  readonly options: Required<Options>
  readonly isTest: boolean
  readonly isTestFile: (filename: string) => boolean
  readonly scanner: TokenScanner
  readonly findings: Findings
  readonly settings: PalisadeSettings
  readonly classify: (name: string) => NameMeaning
  readonly isAllowed: (value: string) => boolean
  /** Whether a constant can be the credential that its surroundings say it is. */
  isSecret(value: string, bar: Bar, name?: string, meaning?: NameMeaning): boolean
  /** Takes a finding about a constant that is written in another file, and that this file says what it is. */
  handedOver(written: Written, finding: Finding): void
  /** What the value's shape says about its provider. */
  format(value: string, words: readonly string[]): TokenFormatRow | undefined
}

/**
 * Prepares what the parts of the rule share.
 *
 * @param input the file, its source, the rule's options and the shared settings
 * @returns the judge of this file
 */
export function judgeOf(input: {
  file: FileAnalysis
  source: Readonly<TSESLint.SourceCode>
  options: Required<Options>
  settings: PalisadeSettings
  isTest: boolean
  isTestFile?: Judge['isTestFile']
  handedOver?: Judge['handedOver']
}): Judge {
  const { options, settings } = input
  const scanner = scannerFor(options)
  const isAllowed = allowedValues(options.allowValues)
  const added = options.names?.add ?? []
  const classify = createNameClassifier({
    confidential: [...settings.confidentialNames, ...added],
    // A name that the rule's own option adds counts here, whatever the shared setting says of it.
    harmless: [...settings.harmlessNames.filter((name) => !added.includes(name)), ...(options.names?.ignore ?? [])],
  })
  /** A name and a shape that agree on the provider need no more. */
  function isKnown(value: string, meaning: NameMeaning | undefined): boolean {
    if (meaning === undefined || value.length < 16 || placeholderKind(value) !== undefined) return false
    const row = scanner.describe(value, meaning.words)
    return row !== undefined && row.use === undefined && looksRandom(value)
  }
  return {
    isTestFile: () => input.isTest,
    handedOver: () => {},
    ...input,
    scanner,
    isAllowed,
    classify,
    findings: new Findings(),
    isSecret: (value, bar, name, meaning) =>
      !isAllowed(value) &&
      (isKnown(value, meaning) ||
        isPlausibleSecret(value, {
          bar,
          ...(name === undefined ? {} : { name }),
          ...(meaning === undefined ? {} : { meaning }),
          ...(options.minLength === undefined ? {} : { minLength: options.minLength }),
        })) &&
      !isPublicToken(value, scanner),
    format: (value, words) => {
      const row = scanner.describe(value, words)
      return row?.use === undefined ? row : undefined
    },
  }
}

/** A constant that a value can be, and where it is written. */
export interface FoundConstant {
  readonly node: Node
  readonly value: string
  readonly file: FileAnalysis
  /** Where it is written, if `node` only names it: in another file. */
  readonly written?: Written
}

/** A constant's place in its own file. */
export interface Written {
  readonly node: Node
  readonly file: FileAnalysis
}

const SAME_VALUE = { derived: false, containers: 'whole' } as const

/**
 * The constant strings that an expression's value can be, each where it is written.
 *
 * @param file the expression's file
 * @param node the expression
 * @returns none for a value that isn't known; the constants of other files come with their file
 */
export function constantsOf(file: FileAnalysis, node: Node): FoundConstant[] {
  if (node.type === T.Literal) return typeof node.value === 'string' ? [{ node, value: node.value, file }] : []
  const whole = file.constant(node)?.value
  if (typeof whole === 'string') {
    const origin = single(file, node)
    if (origin === undefined || origin.file === file) return [{ node: origin?.node ?? node, value: whole, file }]
    return [{ node, value: whole, file, written: origin }]
  }
  const found: FoundConstant[] = []
  for (const origin of file.origins(node, SAME_VALUE)) {
    if (origin.kind === 'constant') {
      if (typeof origin.value === 'string' && origin.members.length === 0)
        found.push({ node: origin.node, value: origin.value, file: origin.file })
    } else if (origin.members.length === 0) {
      // `static key() { return Buffer.from('…', 'base64') }`
      const made = keyMaterial(origin.node)
      const value = origin.file.constant(made)?.value
      if (typeof value === 'string') found.push({ node: made, value, file: origin.file })
    }
  }
  return found
}

/** The one literal behind a name that is constant. */
function single(file: FileAnalysis, node: Node): Origin | undefined {
  const origins = file.origins(node, SAME_VALUE)
  return origins.length === 1 ? origins[0] : undefined
}

/**
 * Whether a constant of another file is reported there, for its own shape or for the name that it stands under.
 *
 * @param judge the judge of this file
 * @param node the constant
 * @param value its text
 */
export function isReportedThere(judge: Judge, node: Node, value: string): boolean {
  if (judge.scanner.scan(value).some((match) => match.whole)) return true
  const { parent } = node
  const name =
    parent?.type === T.VariableDeclarator && parent.id.type === T.Identifier
      ? parent.id.name
      : parent?.type === T.Property || parent?.type === T.PropertyDefinition
        ? propertyName(parent)
        : undefined
  if (name === undefined) return false
  const meaning = judge.classify(name)
  return meaning.kind === 'credential' && judge.isSecret(value, 'name', name, meaning)
}

/**
 * The text inside what makes bytes of it: `Buffer.from('…', 'hex')`, `new TextEncoder().encode('…')`.
 *
 * @param node an expression
 * @returns the innermost such argument, or the expression itself
 */
export function keyMaterial(node: Node): Node {
  const value = unwrap(node)
  if (!isCall(value)) return value
  const callee = unwrap(value.callee)
  const name =
    callee.type === T.MemberExpression ? memberName(callee) : callee.type === T.Identifier ? callee.name : undefined
  // `Buffer.alloc(32, '…')` repeats it.
  if (name === 'alloc' && value.arguments[1] !== undefined && value.arguments[1].type !== T.SpreadElement)
    return keyMaterial(value.arguments[1])
  // `subtle.importKey('raw', …)`
  if (name === 'importKey') {
    const bytes = value.arguments[1]
    return bytes === undefined || bytes.type === T.SpreadElement ? value : keyMaterial(bytes)
  }
  if (name === 'digest' && callee.type === T.MemberExpression) return hashed(callee.object) ?? value
  const [first] = value.arguments
  if (first === undefined || first.type === T.SpreadElement) return value
  return /^(?:from|encode|decode|parse|stringify|createSecretKey|toBuffer|Uint8Array|hexToBytes|utf8ToBytes|stringToBytes)$/.test(
    name ?? '',
  )
    ? keyMaterial(first)
    : value
}

/** The text of `createHash('sha256').update('…')`; an HMAC has a key of its own. */
function hashed(node: Node): Node | undefined {
  const update = unwrap(node)
  if (!isCall(update) || update.callee.type !== T.MemberExpression || memberName(update.callee) !== 'update') return
  const made = unwrap(update.callee.object)
  const [text] = update.arguments
  if (!isCall(made) || lastName(made.callee) !== 'createHash') return
  return text === undefined || text.type === T.SpreadElement ? undefined : keyMaterial(text)
}
