import {
  escapePattern,
  type FileAnalysis,
  isCall,
  lastName,
  memberName,
  type Node,
  T,
  unwrap,
} from '@palisade/analysis'
import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { placeOf } from './findings.js'
import { type Judge, keyMaterial } from './judge.js'

/** Where functions of `crypto` take what has to be another each time: the argument, and the option inside it. */
const PLACES: Readonly<Record<string, { argument: number; members?: readonly string[]; what: string }>> = {
  createCipheriv: { argument: 2, what: 'initialization vector' },
  scrypt: { argument: 1, what: 'salt' },
  scryptSync: { argument: 1, what: 'salt' },
  pbkdf2: { argument: 1, what: 'salt' },
  pbkdf2Sync: { argument: 1, what: 'salt' },
  encrypt: { argument: 0, members: ['iv', 'counter'], what: 'initialization vector' },
  deriveKey: { argument: 0, members: ['salt'], what: 'salt' },
  deriveBits: { argument: 0, members: ['salt'], what: 'salt' },
}

const SAME = { derived: false, containers: 'whole' } as const

/**
 * In `strict`: initialization vectors and salts that never change.
 *
 * @param judge the judge of this file
 * @returns the listeners; none for a file that neither encrypts nor derives keys
 */
export function nonceEvidence(judge: Judge): TSESLint.RuleListener {
  const { file } = judge
  if (!/createCipheriv|scrypt|pbkdf2|\bsubtle\b/.test(file.text)) return {}
  return {
    CallExpression(node) {
      const callee = unwrap(node.callee)
      const place = PLACES[lastName(callee) ?? '']
      const argument = place && node.arguments[place.argument]
      if (argument === undefined || argument.type === T.SpreadElement || !isOfCrypto(file, node)) return
      if (place!.what === 'salt' && isOfRandomKey(file, argument)) return
      for (const value of place!.members?.flatMap((name) => memberOf(file, argument, name)) ?? [argument]) {
        if (isConstant(file, value))
          judge.findings.add({ ...placeOf(value), messageId: 'constantNonce', data: { what: place!.what } })
      }
    },
  }
}

function isOfCrypto(file: FileAnalysis, node: TSESTree.CallExpression): boolean {
  const callee = unwrap(node.callee)
  // `crypto.subtle.encrypt`, of the global or of the module
  const object = callee.type === T.MemberExpression ? unwrap(callee.object) : undefined
  if (object?.type === T.MemberExpression && memberName(object) === 'subtle') return true
  return file.callee(node).some((name) => name.startsWith('crypto#'))
}

/** HKDF derives keys from a key: its salt may be the same each time (RFC 5869, 3.1). */
function isOfRandomKey(file: FileAnalysis, options: Node): boolean {
  return file.member(options, ['name'], SAME).some((origin) => origin.kind === 'constant' && origin.value === 'HKDF')
}

function memberOf(file: FileAnalysis, options: Node, name: string): Node[] {
  return file
    .member(options, [name], SAME)
    .flatMap((origin) => (origin.file === file && origin.members.length === 0 ? [origin.node] : []))
}

/** A text, bytes of a text, bytes that are written one by one, or bytes that nobody filled. */
function isConstant(file: FileAnalysis, node: Node): boolean {
  if (file.string(keyMaterial(node))) return true
  return file.origins(node, SAME).some((origin) => {
    if (origin.file !== file || origin.members.length > 0) return false
    const made = unwrap(origin.node)
    if (!isCall(made)) return false
    const [first, second] = made.arguments
    if (first === undefined || first.type === T.SpreadElement || second?.type === T.SpreadElement) return false
    switch (lastName(made.callee)) {
      case 'alloc':
      case 'Uint8Array':
        return (
          isConstantBytes(file, first) &&
          (second === undefined || file.constant(second) !== undefined) &&
          !isFilled(file, made)
        )
      case 'from':
        return isConstantBytes(file, first) || file.string(first) !== undefined
      default:
        return false
    }
  })
}

function isConstantBytes(file: FileAnalysis, node: Node): boolean {
  const value = unwrap(node)
  if (value.type === T.ArrayExpression)
    return value.elements.every((element) => element?.type === T.Literal && typeof element.value === 'number')
  const length = file.constant(value)?.value
  return typeof length === 'number' && length > 0
}

/** `crypto.getRandomValues(iv)`, `randomFillSync(iv)`, `iv.writeUInt32BE(…)`: the bytes are written later. */
function isFilled(file: FileAnalysis, made: Node): boolean {
  const { parent } = made
  const holder =
    parent?.type === T.VariableDeclarator
      ? parent.id
      : parent?.type === T.AssignmentExpression
        ? parent.left
        : undefined
  if (holder?.type !== T.Identifier) return false
  const { name } = holder
  return new RegExp(
    `(?:getRandomValues|randomFill(?:Sync)?)\\(\\s*${escapePattern(name)}\\b|\\b${escapePattern(name)}(?:\\.(?:write|set|copy|fill)|\\[)`,
  ).test(file.text)
}
