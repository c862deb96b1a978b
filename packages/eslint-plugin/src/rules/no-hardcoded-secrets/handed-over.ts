import path from 'node:path'
import {
  children,
  escapePattern,
  type FileAnalysis,
  importersIn,
  type Node,
  propertyName,
  readText,
  T,
  type TypeBackend,
  unwrap,
} from '@palisade/analysis'
import type { TSESLint } from '@typescript-eslint/utils'
import { destinationEvidence, importsDestination } from './destination-evidence.js'
import { environmentName } from './environment.js'
import { type Finding, Findings } from './findings.js'
import { readInstead } from './fixes.js'
import type { Judge } from './judge.js'
import { nameEvidence } from './name-evidence.js'
import { mayNameCredential } from './named.js'
import { isJudged } from './scope.js'

/**
 * Constants that other files take: they are reported where they are written, when that file is linted, and not where they
 * arrive. So the files that import them are looked at from here, by the same evidence. It takes types, and those files are
 * chosen by their text: few are read.
 */

/** A constant of one file that another hands to a destination. */
interface HandedOver {
  /** The file that holds the constant, and the constant's place in it. */
  readonly filename: string
  readonly text: string
  readonly range: readonly [number, number]
  readonly finding: Finding
}

/**
 * What other files make of the constants that this one exports.
 *
 * @param judge the judge of this file
 * @returns the listeners; none without types, or for a file that exports no text
 */
export function handedOverEvidence(judge: Judge): TSESLint.RuleListener {
  const receivers = receiversOf(judge.file)
  if (receivers.size === 0) return {}
  return {
    'Program:exit'() {
      for (const receiver of receivers) {
        for (const { filename, text, range, finding } of handedOverBy(judge, receiver)) {
          if (filename !== judge.file.filename || text !== judge.file.text) continue
          const node = judge.file.nodeAt(range)
          if (node !== undefined) judge.findings.add(atLiteral(judge, node, finding))
        }
      }
    },
  }
}

/**
 * Whether a constant is reported where it is written, because its file finds this one among those that take it.
 *
 * @param judge the judge of the file in which the constant arrives
 * @param written the file that holds it
 */
export function isReportedAtLiteral(judge: Judge, written: FileAnalysis): boolean {
  if (written.filename.includes('/node_modules/') || /\.d\.[mc]?ts$/.test(written.filename)) return false
  return isJudged(written, judge) && receiversOf(written).has(judge.file.filename)
}

/** The same finding, with the words for its place in the file that holds the constant. */
function atLiteral(judge: Judge, node: Node, finding: Finding): Finding {
  const { range, loc } = node
  return {
    range,
    loc,
    messageId: finding.messageId === 'destinationElsewhere' ? 'destinationFrom' : finding.messageId,
    data: finding.data,
    suggest:
      finding.messageId === 'fallback'
        ? []
        : readInstead(judge.file, node, environmentName(finding.data.name, finding.variable), judge.options.env),
  }
}

const received = new WeakMap<FileAnalysis, ReadonlySet<string>>()
const nobody: ReadonlySet<string> = new Set()

/** The files of the program that may hand a text of this one to a destination. */
function receiversOf(file: FileAnalysis): ReadonlySet<string> {
  let found = received.get(file)
  if (found === undefined) received.set(file, (found = findReceivers(file, file.types)))
  return found
}

function findReceivers(file: FileAnalysis, types: TypeBackend): ReadonlySet<string> {
  if (!types.available) return nobody
  const exported = exportedTexts(file)
  if (exported.length === 0) return nobody
  const isHandedOn = handing(file.filename, exported)
  return new Set(
    importersOfTexts(file.filename, types).filter((importer) => {
      const text = readText(importer)
      return text !== undefined && isHandedOn(text)
    }),
  )
}

const importersOfTexts = importersIn((text) => importsDestination(text) || mayNameCredential(text))

/** What a file exports that is a text, or has texts as members. */
interface ExportedTexts {
  /** `default` where the importer chooses the name. */
  readonly name: string
  /** The names of members that are texts; none for a text. */
  readonly members: readonly string[]
}

/** How far before a text's name the word for a credential may stand: `{ secret: settings.PHRASE }`. */
const NEAR = 80

/** Whether a text hands on one of these: to a library that takes credentials, or under a name of one. */
function handing(filename: string, exported: readonly ExportedTexts[]): (text: string) => boolean {
  const { name: base, dir } = path.parse(filename)
  const stem = base === 'index' ? path.basename(dir) : base
  const chosen = new RegExp(
    `\\bimport\\s+(?:type\\s+)?([\\w$]+)[^'";]{0,400}from\\s*['"][^'"\\n]{0,200}${escapePattern(stem)}(?:/index)?(?:\\.[cm]?[jt]sx?)?['"]`,
  )
  const names = exported.filter(({ name }) => name !== 'default')
  const own = exported.find(({ name }) => name === 'default')
  const pattern = names.length > 0 ? patternOf(names) : undefined
  return (text) => {
    const local = own && chosen.exec(text)?.[1]
    return (
      (pattern !== undefined && hands(text, pattern)) ||
      (local !== undefined && hands(text, patternOf([{ ...own!, name: local }])))
    )
  }
}

/** A text of these where a value is given: after `:`, `=`, `(`, `,`, a fallback's operator or `return`. */
function patternOf(exported: readonly ExportedTexts[]): RegExp {
  const names = exported.map(({ name, members }) => {
    const wanted = members.map(escapePattern).join('|')
    return `${escapePattern(name)}(?![\\w$(])${members.length === 0 ? '' : `(?:(?:\\??\\.[\\w$]+){0,3}\\??\\.(?:${wanted})(?![\\w$])|(?=\\s*[,)}\\]]))`}`
  })
  return new RegExp(`(?:[:=(,[]|\\?\\?|\\|\\||\\breturn)\\s{0,40}(?:[\\w$]+\\.){0,3}(?:${names.join('|')})`, 'g')
}

function hands(text: string, pattern: RegExp): boolean {
  const isDestination = importsDestination(text)
  for (const { index } of text.matchAll(pattern))
    if (isDestination || mayNameCredential(text.slice(Math.max(0, index - NEAR), index))) return true
  return false
}

/** The texts that a file exports, and the objects and classes with texts. */
function exportedTexts(file: FileAnalysis): readonly ExportedTexts[] {
  if (!/\bexports?\b/.test(file.text)) return []
  const exported: ExportedTexts[] = []
  const kept = new Map<string, readonly string[]>()
  const later: (readonly [string, string])[] = []
  for (const statement of file.ast.body) {
    switch (statement.type) {
      case T.ExportNamedDeclaration:
        if (statement.declaration) {
          for (const [name, members] of textsIn(statement.declaration)) exported.push({ name, members })
        } else if (statement.source === null) {
          for (const { local, exported: as } of statement.specifiers)
            if (local.type === T.Identifier && as.type === T.Identifier) later.push([local.name, as.name])
        }
        break
      case T.ExportDefaultDeclaration: {
        const { declaration } = statement
        if (declaration.type === T.Identifier) later.push([declaration.name, 'default'])
        else addDefault(declaration)
        break
      }
      case T.TSExportAssignment:
        addDefault(statement.expression)
        break
      case T.ExpressionStatement:
        if (
          statement.expression.type === T.AssignmentExpression &&
          /^module\.exports$/.test(file.text.slice(...statement.expression.left.range))
        )
          addDefault(statement.expression.right)
        break
      default:
        for (const [name, members] of textsIn(statement)) kept.set(name, members)
    }
  }
  for (const [local, name] of later) {
    const members = kept.get(local)
    if (members !== undefined) exported.push({ name, members })
  }
  return exported

  function addDefault(value: Node): void {
    const members = textsOf(value)
    if (members !== undefined) exported.push({ name: 'default', members })
  }
}

function textsIn(declaration: Node): (readonly [string, readonly string[]])[] {
  if (declaration.type === T.ClassDeclaration) {
    const members = textsOf(declaration)
    return declaration.id && members ? [[declaration.id.name, members]] : []
  }
  if (declaration.type !== T.VariableDeclaration) return []
  return declaration.declarations.flatMap(({ id, init }) => {
    const members = init === null ? undefined : textsOf(init)
    return id.type === T.Identifier && members !== undefined ? [[id.name, members] as const] : []
  })
}

/** The names of the members that are texts; none for a text, undefined for what is neither. */
function textsOf(value: Node): readonly string[] | undefined {
  const made = unwrap(value)
  if (mayBeHandedOn(made)) return []
  const members: string[] = []
  const pending: Node[] = [made]
  for (let looked = 0; pending.length > 0 && looked < 500; looked++) {
    const node = unwrap(pending.pop()!)
    switch (node.type) {
      case T.ObjectExpression:
        pending.push(...node.properties)
        break
      case T.ClassDeclaration:
        pending.push(...node.body.body.filter((member) => member.type === T.PropertyDefinition && member.static))
        break
      case T.Property:
      case T.PropertyDefinition: {
        const name = propertyName(node)
        if (name === undefined || node.value === null) break
        if (mayBeHandedOn(unwrap(node.value))) members.push(name)
        else pending.push(node.value)
        break
      }
      case T.CallExpression:
        // `Object.freeze({ … })`
        if (node.arguments.length === 1) pending.push(node.arguments[0]!)
        break
    }
  }
  return members.length > 0 ? members : undefined
}

/** A text that can be a credential: no path, no address, no sentence. */
function mayBeHandedOn(node: Node): boolean {
  if (node.type === T.TemplateLiteral) return node.expressions.length === 0 && isCandidate(node.quasis[0]!.value.raw)
  return node.type === T.Literal && typeof node.value === 'string' && isCandidate(node.value)
}

function isCandidate(text: string): boolean {
  return (
    text.length > 3 && text.length < 600 && !/^[./#@]|:\/\/|^application\/|\n/.test(text) && text.split(' ').length <= 5
  )
}

const handed = new WeakMap<object, Map<string, { text: string; found: readonly HandedOver[] }>>()

/** The constants of other files that one file hands to destinations, found once for each state of the program. */
function handedOverBy(judge: Judge, filename: string): readonly HandedOver[] {
  const text = readText(filename)
  if (text === undefined) return []
  const { key } = judge.file.types
  let byFile = handed.get(key)
  if (byFile === undefined) handed.set(key, (byFile = new Map()))
  const known = byFile.get(filename)
  if (known?.text === text) return known.found
  const file = judge.file.foreign(filename, text)
  const found = file === undefined ? [] : findHandedOver(judge, file)
  byFile.set(filename, { text, found })
  return found
}

function findHandedOver(own: Judge, file: FileAnalysis): HandedOver[] {
  if (!isJudged(file, own)) return []
  const found: HandedOver[] = []
  const judge: Judge = {
    ...own,
    file,
    findings: new Findings(),
    handedOver: (written, finding) =>
      found.push({
        filename: written.file.filename,
        text: written.file.text,
        range: written.node.range,
        finding: { ...finding, data: { ...finding.data, place: placeIn(file, finding) } },
      }),
  }
  walk(file, [destinationEvidence(judge), nameEvidence(judge)])
  return found
}

function placeIn(file: FileAnalysis, finding: Finding): string {
  return `${path.basename(file.filename)}:${finding.loc.start.line}`
}

type Listener = (node: never) => void

/** Calls the listeners for each node of a file that no linter walks through. */
function walk(file: FileAnalysis, listeners: readonly TSESLint.RuleListener[]): void {
  const byType = new Map<string, Listener[]>()
  for (const listener of listeners)
    for (const [selectors, run] of Object.entries(listener))
      for (const type of selectors.split(', ')) byType.set(type, [...(byType.get(type) ?? []), run as Listener])
  const pending: Node[] = [file.ast]
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    for (const run of byType.get(node.type) ?? []) run(node as never)
    for (const child of children(node, file.visitorKeys)) pending.push(child)
  }
}
