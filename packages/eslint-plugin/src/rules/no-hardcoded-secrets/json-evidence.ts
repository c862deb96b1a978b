import { classifyPath, type NameMeaning } from '@palisade/analysis'
import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import type { PalisadeSettings } from '../../settings.js'
import { Findings, matchesIn, type MessageId, preview, sentence, withArticle } from './findings.js'
import { judgeOf } from './judge.js'
import type { Options } from './options.js'

/** A node of `@eslint/json`'s tree; only what is read here. */
interface JsonNode {
  readonly type: string
  readonly range?: readonly [number, number]
  readonly loc: TSESTree.SourceLocation & { start: { offset?: number }; end: { offset?: number } }
  readonly body?: JsonNode
  readonly members?: readonly JsonNode[]
  readonly elements?: readonly JsonNode[]
  readonly name?: JsonNode
  readonly value?: unknown
}

/** Files that tools write: digests, resolved URLs. */
const WRITTEN_BY_TOOLS =
  /(?:^|[\\/])(?:package-lock|npm-shrinkwrap|composer\.lock|deno\.lock|\.tsbuildinfo|bun\.lock|manifest-lock)(?:\.json)?$|\.map$/

const TRANSLATIONS =
  /(?:^|[\\/])(?:i18n|l10n|_?locales?|lang|langs|languages?|translations?|messages)[\\/]|(?:^|[\\/.])(?:translations?|locale|messages|[a-z]{2}(?:[-_][A-Z]{2})?)\.json5?c?$/

/**
 * The rule for JSON: known formats anywhere in the text, and strings under credential names.
 *
 * @param context the rule's context
 * @param options the rule's options
 * @param settings the shared settings
 * @param isTest whether the file is a test's
 * @returns the listeners
 */
export function jsonEvidence(
  context: Readonly<TSESLint.RuleContext<MessageId, [Options]>>,
  options: Required<Options>,
  settings: PalisadeSettings,
  isTest: boolean,
): TSESLint.RuleListener {
  if (WRITTEN_BY_TOOLS.test(context.filename)) return {}
  const source = context.sourceCode
  const judge = judgeOf({ file: undefined as never, source, options, settings, isTest })
  const findings = new Findings()
  const namesToo = (options.testFiles || !isTest) && !TRANSLATIONS.test(context.filename)

  function visit(root: JsonNode): void {
    const matches = judge.scanner.scan(source.text).filter((match) => match.whole && !judge.isAllowed(match.secret))
    const left = new Set(matches)
    const pending: { node: JsonNode; path: readonly string[]; siblings: ReadonlySet<string> }[] = [
      { node: root, path: [], siblings: new Set() },
    ]
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      const { node, path, siblings } = next
      switch (node.type) {
        case 'Document':
          if (node.body) pending.push({ node: node.body, path, siblings })
          break
        case 'Object': {
          const names = new Set((node.members ?? []).map((member) => textOf(member.name)))
          for (const member of node.members ?? []) {
            if (member.name) pending.push({ node: member.name, path: [], siblings })
            pending.push({
              node: member.value as JsonNode,
              path: [...path, textOf(member.name)].slice(-3),
              siblings: names,
            })
          }
          break
        }
        case 'Array':
          for (const element of node.elements ?? [])
            pending.push({ node: (element.value as JsonNode | undefined) ?? element, path, siblings })
          break
        case 'String': {
          const range = rangeOf(node)
          const inside = matchesIn(matches, range)
          for (const match of inside) {
            left.delete(match)
            if (isFirebase(match.row.id, siblings)) continue
            const provider =
              match.row.provider === 'generic' || match.row.provider === 'own' ? '' : `${match.row.provider} `
            findings.add({
              range,
              loc: node.loc,
              messageId: 'format',
              data: { what: sentence(withArticle(`${provider}${match.row.kind}`)), preview: preview(match.secret) },
            })
          }
          if (namesToo && inside.length === 0 && path.length > 0) checkNamed(node, path, siblings)
          break
        }
        default:
      }
    }
    if (options.comments) {
      for (const match of left) {
        const loc = { start: locOf(root, source.text, match.start), end: locOf(root, source.text, match.end) }
        findings.add({
          range: [match.start, match.end],
          loc,
          messageId: 'format',
          data: { what: sentence(withArticle(match.row.kind)), preview: preview(match.secret) },
        })
      }
    }
  }

  function checkNamed(node: JsonNode, path: readonly string[], siblings: ReadonlySet<string>): void {
    const meaning: NameMeaning = classifyPath(path, judge.classify)
    const name = path[path.length - 1]!
    const value = String(node.value)
    if (
      meaning.kind !== 'credential' ||
      (meaning.what === 'key' && isFirebase('google-api-key-gemini-maps-firebase', siblings))
    )
      return
    if (!judge.isSecret(value, 'name', name, meaning)) return
    // A single word among other texts is a label or an option.
    if (
      /^[A-Za-z]+$/.test(value) &&
      ![...siblings].some((sibling) => /^(?:user|username|login|host|server|port|database|email)$/i.test(sibling))
    )
      return
    findings.add({
      range: rangeOf(node),
      loc: node.loc,
      messageId: 'name',
      data: { name, what: withArticle(meaning.what ?? 'secret'), preview: preview(value) },
    })
  }

  return {
    Document(node: unknown) {
      visit(node as JsonNode)
      for (const { loc, messageId, data } of findings.list()) context.report({ loc, messageId, data })
    },
  } as TSESLint.RuleListener
}

function textOf(node: JsonNode | undefined): string {
  return String(node?.value ?? node?.name ?? '')
}

function rangeOf(node: JsonNode): [number, number] {
  return node.range ? [node.range[0], node.range[1]] : [node.loc.start.offset ?? 0, node.loc.end.offset ?? 0]
}

/** The place of an index, counted from where the tree's own places start. */
function locOf(root: JsonNode, text: string, index: number): { line: number; column: number } {
  const before = text.slice(0, index)
  const lineStart = before.lastIndexOf('\n') + 1
  let lines = 0
  for (let at = before.indexOf('\n'); at >= 0; at = before.indexOf('\n', at + 1)) lines++
  return { line: lines + 1, column: index - lineStart + (root.loc.start.column === 1 ? 1 : 0) }
}

function isFirebase(id: string, siblings: ReadonlySet<string>): boolean {
  return (
    id === 'google-api-key-gemini-maps-firebase' &&
    (siblings.has('authDomain') ||
      siblings.has('messagingSenderId') ||
      siblings.has('storageBucket') ||
      siblings.has('projectId'))
  )
}
