import {
  classifyPath,
  createPrefilter,
  keyName,
  lastName,
  memberName,
  type NameMeaning,
  type Node,
  propertyName,
  secretNames,
  T,
  unwrap,
} from '@palisade/analysis'
import type { TSESTree } from '@typescript-eslint/utils'
import type { Judge } from './judge.js'

/** A name in the code and what it denotes. */
export interface Named {
  readonly name: string
  readonly meaning: NameMeaning
}

/** A file without any of these words names no credential. */
const namesPrefilter = createPrefilter(
  secretNames
    .flatMap((row) => row.heads.map((head) => head.slice(head.lastIndexOf(' ') + 1)))
    .filter((word) => word.length > 2),
  { ignoreCase: true },
)

/**
 * Whether a text may hold the name of a credential.
 *
 * @param text a file's text, or a part of it
 */
export function mayNameCredential(text: string): boolean {
  return namesPrefilter.test(text)
}

/** A name that is looked at whatever it denotes. */
export function named(judge: Judge, name: string): Named {
  return { name, meaning: judge.classify(name) }
}

/** What a path of names denotes, if a credential. */
export function denoted(judge: Judge, path: readonly string[]): Named | undefined {
  const meaning = classifyPath(path, judge.classify)
  if (meaning.kind !== 'credential') return undefined
  // Pages search with a key that everybody sees (Algolia).
  const isForPages = /^(?:algolia )?search(?: only)?(?: api)? key$/.test(meaning.words.join(' '))
  return isForPages ? undefined : { name: path[path.length - 1]!, meaning }
}

/** The same where its place leaves no doubt. */
export function surely(found: Named): Named {
  return { ...found, meaning: { ...found.meaning, certainty: 'sure' } }
}

/** The names of a variable or member, outermost first. */
export function pathOf(node: Node): string[] | undefined {
  const path: string[] = []
  let current = unwrap(node)
  for (let hops = 0; hops < 8; hops++) {
    if (current.type === T.Identifier) return [current.name, ...path]
    if (current.type === T.ThisExpression) return path.length > 0 ? path : undefined
    if (current.type === T.CallExpression) {
      // `req.get('x-api-key')`, `headers.get('authorization')`, `password.trim()`
      const callee = unwrap(current.callee)
      if (callee.type !== T.MemberExpression) return path.length > 0 ? path : undefined
      const [first] = current.arguments
      if (
        /^(?:get|header|getHeader|param|query)$/.test(memberName(callee) ?? '') &&
        first?.type === T.Literal &&
        typeof first.value === 'string'
      )
        return [lastName(callee.object) ?? '', first.value, ...path]
      if (!/^(?:toString|trim|toLowerCase|valueOf)$/.test(memberName(callee) ?? ''))
        return path.length > 0 ? path : undefined
      current = unwrap(callee.object)
      continue
    }
    if (current.type !== T.MemberExpression) return path.length > 0 ? path : undefined
    const name = memberName(current)
    if (name === undefined) return path.length > 0 ? path : undefined
    path.unshift(name.replace(/^#/, ''))
    current = unwrap(current.object)
  }
  return path
}

/** The names under which an object stands: `stripe` for `{ stripe: { key: '…' } }`. */
export function holderPath(holder: TSESTree.ObjectExpression): string[] {
  const path: string[] = []
  let current: Node | null | undefined = holder
  for (let up = 0; current && up < 6; up++) {
    const parent: Node | null | undefined = current.parent
    if (parent?.type === T.Property && parent.value === current) {
      const name = propertyName(parent)
      if (name === undefined) break
      path.unshift(name)
      current = parent.parent
    } else if (parent?.type === T.VariableDeclarator && parent.id.type === T.Identifier) {
      path.unshift(parent.id.name)
      break
    } else if (parent?.type === T.AssignmentExpression && parent.right === current) {
      path.unshift(...(pathOf(parent.left) ?? []))
      break
    } else if (parent?.type === T.TSAsExpression || parent?.type === T.TSSatisfiesExpression) current = parent
    else break
  }
  return path.slice(-2)
}

export function patternName(node: TSESTree.AssignmentPattern): string | undefined {
  if (node.parent.type === T.Property && node.parent.value === node)
    return keyName(node.parent.key, node.parent.computed)
  return node.left.type === T.Identifier ? node.left.name : undefined
}

/** What a name says that the value is, in words. */
export function whatOf(meaning: NameMeaning): string {
  switch (meaning.what) {
    case 'password':
      return 'password'
    case 'key':
      return meaning.words.includes('api') ? 'API key' : 'key'
    case 'token':
    case 'header':
      return 'token'
    case 'code':
      return 'code'
    default:
      return 'secret'
  }
}

/** Whether a node stands in a table of texts for people. */
export function isAmongTexts(node: Node): boolean {
  let current: Node | undefined = node
  for (let up = 0; current && up < 12; up++, current = current.parent as Node | undefined) {
    const name =
      current.type === T.Property
        ? propertyName(current)
        : current.type === T.VariableDeclarator && current.id.type === T.Identifier
          ? current.id.name
          : undefined
    if (name !== undefined && TEXTS.test(name)) return true
  }
  return false
}

const TEXTS =
  /^(?:i18n|l10n|messages?|labels?|translations?|locales?|placeholders?|titles?|hints?|tooltips?|descriptions?|examples?|help|usage)$/i
