import { memberName, type Node, T, type TokenMatch, type TracePolicy, unwrap } from '@palisade/analysis'
import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { environmentName } from './environment.js'
import { matchesIn, preview, sentence, withArticle } from './findings.js'
import { readInstead } from './fixes.js'
import type { Judge } from './judge.js'

/** What goes with a member is asked for each: a longer object is a table. */
export const MOST_MEMBERS = 100

/** Reports of one file are read one by one; past this number nobody does. */
const MOST_MATCHES = 2000

/**
 * Known tokens by their shape: in the file's text as it stands (which takes in comments, JSX text, keys, regular
 * expressions), and in what constants evaluate to where that is more than is written.
 *
 * @param judge the file's judge
 * @returns the listeners
 */
export function formatEvidence(judge: Judge): TSESLint.RuleListener {
  const { file, source } = judge
  const matches = judge.scanner
    .scan(source.text)
    .filter((match) => match.whole && !judge.isAllowed(match.secret))
    .slice(0, MOST_MATCHES)
  const open = new Set(matches)

  function inNode(node: Node, text: string): void {
    if (matches.length === 0) return
    for (const match of matchesIn(matches, node.range)) {
      open.delete(match)
      if (isData(text) || isMeantToBeSeen(match, node, text) || isHashForShow(judge, match, node)) continue
      report(judge, match, node)
    }
  }

  /** A value that isn't written in one piece. */
  function evaluated(node: Node): void {
    const value = file.string(node)
    if (value === undefined || value.length < 8 || value.length > 20_000 || isData(value)) return
    for (const match of judge.scanner.scan(value)) {
      if (!match.whole || judge.isAllowed(match.secret) || isMeantToBeSeen(match, node, value)) continue
      // Written in one piece inside one of the parts: found there already.
      if (matchesIn(matches, node.range).some((inside) => inside.secret === match.secret)) continue
      const at = pieceOf(judge, match, node) ?? node
      report(judge, { ...match, start: at.range[0], end: at.range[1] }, at)
    }
  }

  /** What is written with escapes. */
  function inUnescaped(node: Node, text: string): void {
    for (const match of judge.scanner.scan(text)) {
      if (!match.whole || judge.isAllowed(match.secret)) continue
      if (matchesIn(matches, node.range).some((inside) => inside.secret === match.secret)) continue
      report(judge, { ...match, start: node.range[0], end: node.range[1] }, node)
    }
  }

  return {
    Literal(node) {
      if (typeof node.value === 'string') {
        inNode(node, node.value)
        // `\x41KIA…`: the value is not what is written.
        if (node.raw.includes('\\') && node.value.length + 2 !== node.raw.length) evaluated(node)
      } else if ('regex' in node) {
        inNode(node, node.raw)
        const { pattern } = node.regex
        if (/[\\^$]/.test(pattern)) inUnescaped(node, pattern.replace(/^\^|\$$|\\(?=\W)/g, ''))
      }
    },
    TemplateElement(node) {
      inNode(node, node.value.raw)
      const { cooked, raw } = node.value
      if (typeof cooked === 'string' && cooked !== raw && !isData(cooked)) inUnescaped(node, cooked)
    },
    JSXText: (node) => inNode(node, node.value),
    BinaryExpression(node) {
      if (node.operator === '+' && !isPartOfLarger(node) && isMadeOfTexts(node)) evaluated(node)
    },
    TemplateLiteral(node) {
      if (node.expressions.length === 0) return
      // `Basic ${Buffer.from('…').toString('base64')}`
      const isHeader = /(?:basic|bearer) $/i.test(node.quasis[0]!.value.raw)
      if (node.expressions.every((each) => isName(each) || (isHeader && each.type === T.CallExpression)))
        evaluated(node)
    },
    'CallExpression, NewExpression'(node: TSESTree.CallExpression) {
      if (isDecoding(node) && !isPartOfLarger(node)) evaluated(node)
    },
    'Program:exit'() {
      for (const match of open) {
        const comment = commentAt(source, match.start)
        if (comment !== undefined && (!judge.options.comments || isExample(comment, match))) continue
        report(judge, match, undefined)
      }
    },
  }
}

const THROUGH_ENCODING: TracePolicy = {
  through(call) {
    if (call.type !== T.CallExpression) return undefined
    const callee = unwrap(call.callee)
    const name = callee.type === T.MemberExpression ? memberName(callee) : callee.type === T.Identifier && callee.name
    const [first] = call.arguments
    return (name === 'encode' || name === 'btoa') && first && first.type !== T.SpreadElement ? [first] : undefined
  },
}

/** The literal that holds the password of a header that is put together from a user and a password. */
function pieceOf(judge: Judge, match: TokenMatch, node: Node): Node | undefined {
  if (match.row.detector !== 'basic-credentials') return undefined
  const pair = atob(match.secret)
  const password = pair.slice(pair.indexOf(':') + 1)
  // The user comes first, and may be called the same.
  return judge.file
    .origins(node, THROUGH_ENCODING)
    .findLast((origin) => origin.kind === 'constant' && origin.value === password && origin.file === judge.file)?.node
}

function report(judge: Judge, match: TokenMatch, node: Node | undefined): void {
  const { row } = match
  const range = [match.start, match.end] as const
  const isWholeValue = node !== undefined && match.end - match.start >= node.range[1] - node.range[0] - 2
  const provider = row.provider === 'generic' || row.provider === 'own' ? '' : `${row.provider} `
  judge.findings.add({
    range,
    loc: { start: judge.source.getLocFromIndex(range[0]), end: judge.source.getLocFromIndex(range[1]) },
    messageId: 'format',
    data: { what: sentence(withArticle(`${provider}${row.kind}`)), preview: preview(match.secret) },
    suggest:
      isWholeValue && row.detector !== 'bearer-token'
        ? readInstead(judge.file, node, environmentName(targetName(node), providerVariable(row)), judge.options.env)
        : [],
  })
}

/** `GITHUB_TOKEN`, `STRIPE_SECRET_KEY`. */
function providerVariable(row: TokenMatch['row']): string {
  if (row.detector === 'url-userinfo') return 'DATABASE_URL'
  if (row.detector === 'pem-private-key') return 'PRIVATE_KEY'
  const provider = row.provider === 'generic' || row.provider === 'own' ? '' : row.provider
  const kind = /secret key|api key|webhook|password|secret|token|key/i.exec(row.kind)?.[0] ?? 'token'
  return `${provider} ${kind}`
    .trim()
    .replace(/[^A-Za-z\d]+/g, '_')
    .replace(/^(\d)/, '_$1')
    .toUpperCase()
}

/** The name of the variable, property or field that a value is given to. */
function targetName(node: Node): string | undefined {
  const { parent } = node
  if (parent?.type === T.VariableDeclarator && parent.id.type === T.Identifier) return parent.id.name
  if (parent?.type === T.Property && parent.value === node)
    return parent.key.type === T.Identifier ? parent.key.name : undefined
  if (parent?.type === T.PropertyDefinition && parent.key.type === T.Identifier) return parent.key.name
  return undefined
}

/** An image, a font, a module in base64, the digest of a file. */
function isData(text: string): boolean {
  if (/^(?:data:|sha(?:256|384|512)-)/.test(text)) return true
  return text.length > 4000 && !/[\s,;]/.test(text.slice(0, 4000))
}

/** Firebase and Maps keys identify a project in a page; what protects it is set elsewhere. */
function isMeantToBeSeen(match: TokenMatch, node: Node, text: string): boolean {
  if (match.row.id !== 'google-api-key-gemini-maps-firebase') return false
  if (/maps\.googleapis\.com\/maps\/api\/js|[?&]libraries=|firebase/i.test(text)) return true
  const holder =
    node.parent?.type === T.Property && node.parent.parent.type === T.ObjectExpression ? node.parent.parent : undefined
  if (holder !== undefined) return isFirebaseConfig(holder)
  return (
    node.parent?.type === T.VariableDeclarator &&
    node.parent.id.type === T.Identifier &&
    /firebase|maps?(?:_?api)?_?key/i.test(node.parent.id.name)
  )
}

/** Documentation shows what headers and URLs with credentials look like. */
function isExample(comment: TSESTree.Comment, match: TokenMatch): boolean {
  const { detector } = match.row
  if (detector === undefined || detector === 'jwt' || detector === 'pem-private-key') return false
  return (
    (comment.type === 'Block' && comment.value.startsWith('*')) ||
    /\b(?:like|e\.g|example|such as|format|looks)\b/i.test(comment.value)
  )
}

/** A hash that no password has, so that a wrong name takes as long as a wrong password; an example in a schema; a test. */
function isHashForShow(judge: Judge, match: TokenMatch, node: Node): boolean {
  if (match.row.detector !== 'password-hash') return false
  return judge.isTest || /dummy|fake|example|placeholder|invalid|mock|sample|noop|unused/i.test(targetName(node) ?? '')
}

const FIREBASE_MEMBERS = new Set([
  'authDomain',
  'messagingSenderId',
  'storageBucket',
  'measurementId',
  'appId',
  'projectId',
])

/**
 * Whether an object is the configuration that Firebase hands to web pages.
 *
 * @param node the object
 */
export function isFirebaseConfig(node: TSESTree.ObjectExpression): boolean {
  let members = 0
  for (const property of node.properties.slice(0, MOST_MEMBERS)) {
    if (property.type === T.Property && property.key.type === T.Identifier && FIREBASE_MEMBERS.has(property.key.name))
      members++
    if (
      property.type === T.Property &&
      property.key.type === T.Literal &&
      FIREBASE_MEMBERS.has(String(property.key.value))
    )
      members++
  }
  return members >= 2
}

/** `Buffer.from(…).toString()`, `atob`, `[…].join('')`, `'…'.concat()`, `String.fromCharCode`. */
function isDecoding(node: TSESTree.CallExpression): boolean {
  const { callee } = node
  if (callee.type === T.Identifier) return callee.name === 'atob' || callee.name === 'decodeURIComponent'
  if (callee.type !== T.MemberExpression || callee.property.type !== T.Identifier) return false
  return /^(?:toString|join|concat|from|fromCharCode|fromCodePoint|replace|replaceAll|repeat|trim|atob|decode)$/.test(
    callee.property.name,
  )
}

/** A sum that can be a constant text: its operands say so, and the evaluation does the rest. */
function isMadeOfTexts(node: TSESTree.BinaryExpression): boolean {
  let current: Node = node
  for (let hops = 0; current.type === T.BinaryExpression && hops < 5000; hops++) {
    if (!isTextOrName(current.right)) return false
    current = current.left as Node
  }
  return isTextOrName(current)
}

function isTextOrName(node: Node): boolean {
  return node.type === T.TemplateLiteral || node.type === T.CallExpression || isName(node)
}

function isName(node: Node): boolean {
  return node.type === T.Identifier || node.type === T.MemberExpression || node.type === T.Literal
}

/** The outer expression evaluates to all of it and is visited itself. */
function isPartOfLarger(node: Node): boolean {
  const { parent } = node
  if (parent?.type === T.BinaryExpression && parent.operator === '+') return true
  return (
    parent?.type === T.MemberExpression &&
    parent.object === node &&
    parent.parent.type === T.CallExpression &&
    parent.parent.callee === parent
  )
}

function commentAt(source: Readonly<TSESLint.SourceCode>, index: number): TSESTree.Comment | undefined {
  const comments = source.getAllComments()
  let low = 0
  let high = comments.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (comments[middle]!.range[1] <= index) low = middle + 1
    else high = middle
  }
  const found = comments[low]
  return found !== undefined && found.range[0] <= index ? found : undefined
}
