import {
  type CallNode,
  lastName,
  looksLikeCipherString,
  type Node,
  pemModulus,
  propertyName,
  T,
  unwrap,
  weakCiphers,
  weakCurves,
  weakSignatures,
} from '@palisade/analysis'
import type { TSESLint } from '@typescript-eslint/utils'
import type { Check, Finding } from './check.js'
import { whenExecuted } from './conditions.js'
import { isExpectation } from './surroundings.js'
import { knownText } from './text.js'

const CIPHER_NAMES =
  /^(?:ciphers|cipherSuites|cipher_suites|cipherSuite|sslCiphers|tlsCiphers|DEFAULT_CIPHERS|supportedCiphers|tlsCipherSuites)$/
const CURVE_NAMES = /^(?:ecdhCurve|ecdhCurves|DEFAULT_ECDH_CURVE|namedCurve)$/

/** Whether an option's name is one that this part looks at. */
export function isCryptoName(name: string): boolean {
  return CIPHER_NAMES.test(name) || CURVE_NAMES.test(name) || /^(?:sigalgs|minDHSize|honorCipherOrder)$/.test(name)
}

function reportWeak(check: Check, finding: Finding): void {
  if (check.reported(finding.node) || isExpectation(finding.node) || check.isDevelopmentFile) return
  const when = whenExecuted(check, finding.node)
  if (when === 'never' || (when === 'bySwitch' && !check.options.strict)) return
  check.report(finding)
}

/**
 * Looks at an option that names ciphers, curves, signatures or the size of a group.
 *
 * @param node what sets it
 * @param name the option's name
 * @param value the expression that gives it
 */
export function checkCryptoOption(check: Check, node: Node, name: string, value: Node): void {
  if (name === 'minDHSize') {
    const bits = check.file.constant(value)?.value
    if (typeof bits === 'number' && bits < 1024)
      reportWeak(check, { node, messageId: 'weakKey', data: { bits: String(bits), least: '2048' } })
    return
  }
  if (name === 'honorCipherOrder') {
    const off =
      check.options.strict && check.file.constant(value)?.value === false && node.parent?.type === T.ObjectExpression
    const listed =
      off &&
      node.parent?.type === T.ObjectExpression &&
      node.parent.properties.some((each) => each.type === T.Property && propertyName(each) === 'ciphers')
    if (listed) reportWeak(check, { node, messageId: 'cipherOrder' })
    return
  }
  for (const text of listTexts(check, value)) {
    if (name === 'sigalgs') {
      const [weak] = weakSignatures(text)
      if (weak !== undefined) reportWeak(check, { node, messageId: 'weakSignature', data: { name: weak } })
    } else if (CURVE_NAMES.test(name)) {
      const [weak] = weakCurves(text)
      if (weak) reportWeak(check, { node, messageId: 'weakGroup', data: { name: weak.id, bits: String(weak.bits) } })
    } else if (looksLikeCipherString(text)) {
      const [weak] = weakCiphers(text)
      if (!weak) continue
      const data = { token: weak.token, because: weak.because }
      const source = check.file.source as Readonly<TSESLint.SourceCode>
      const literal = unwrap(value)
      const written = literal.type === T.Literal ? source.getText(literal) : ''
      const shorter = written.includes(`:${weak.token}`)
        ? written.replace(`:${weak.token}`, '')
        : written.replace(`${weak.token}:`, '')
      const removable = written !== '' && shorter !== written && weak.id !== 'SECLEVEL'
      reportWeak(check, {
        node,
        messageId: 'weakCipher',
        data,
        suggest: removable
          ? [
              {
                messageId: 'removeToken',
                data: { token: weak.token },
                fix: (fixer) => fixer.replaceText(literal, shorter),
              },
            ]
          : [],
      })
    }
  }
}

/** A text, or a list's items joined as the library joins them. */
function listTexts(check: Check, value: Node): string[] {
  const whole = check.file.string(value)
  if (whole !== undefined) return [whole]
  const node = unwrap(value)
  if (node.type === T.ArrayExpression) {
    return [node.elements.map((element) => (element ? (check.file.string(element) ?? '') : '')).join(':')]
  }
  const partly =
    node.type === T.TemplateLiteral || node.type === T.BinaryExpression ? knownText(check.file, node) : undefined
  if (partly !== undefined) return [partly.replaceAll('\0', ':')]
  const origins = check.file.origins(value, { derived: false })
  const elements = origins.filter((origin) => origin.steps.some((step) => step.kind === 'element'))
  const constants = (list: typeof origins) =>
    list.flatMap((origin) => (origin.kind === 'constant' && typeof origin.value === 'string' ? [origin.value] : []))
  return elements.length > 0 ? [constants(elements).join(':')] : constants(origins)
}

const LEAST_BITS = 2048

/** Calls that make a key or a group of a given size: `generateKeyPair('rsa', { modulusLength: 1024 })`. */
export function checkKeySize(check: Check, call: CallNode): void {
  const name = lastName(call.callee)
  const [first, second] = call.arguments
  // Tests make small keys because they are made fast.
  if (name === undefined || !first || first.type === T.SpreadElement || check.isTest) return
  if (/^generateKeyPair(?:Sync)?$/.test(name)) {
    const kind = check.file.string(first)
    const options = second && second.type !== T.SpreadElement ? second : first
    if (kind === undefined || /^(?:rsa|rsa-pss|dsa|dh|(?:rs|ps)\d+|rsa-oaep.*)$/i.test(kind))
      checkBits(check, options, ['modulusLength'], ['bits'], ['primeLength'])
    else if (kind === 'ec') checkCurve(check, options)
    if (typeof check.file.constant(first)?.value === 'number') checkBits(check, first, [])
  } else if (name === 'generateKey') checkBits(check, first, ['modulusLength'])
  else if (/^createDiffieHellman$/.test(name)) checkBits(check, first, [])
  else if (/^(?:getDiffieHellman|createDiffieHellmanGroup|createECDH)$/.test(name)) {
    const [weak] = weakCurves(check.file.string(first) ?? '')
    if (weak)
      reportWeak(check, { node: call, messageId: 'weakGroup', data: { name: weak.id, bits: String(weak.bits) } })
  } else if (
    /^(?:generate(?:Sync)?|NodeRSA|generatePrivateKey|generateKeypair)$/.test(name) &&
    /rsa|selfsigned|ursa|KEYUTIL/i.test(check.file.text)
  ) {
    checkBits(check, first, [], ['b'])
    if (second && second.type !== T.SpreadElement) checkBits(check, second, [], ['keySize'])
  }
}

function checkBits(check: Check, node: Node, ...paths: (readonly string[])[]): void {
  for (const path of paths) {
    for (const origin of check.file.member(node, path, { derived: false })) {
      if (origin.members.length > 0) continue
      const bits = origin.kind === 'constant' ? origin.value : origin.file.constant(origin.node)?.value
      if (typeof bits !== 'number' || bits < 256 || bits >= LEAST_BITS) continue
      const isHere = node.range[0] <= origin.node.range[0] && origin.node.range[1] <= node.range[1]
      const at = origin.file === check.file && isHere ? origin.node : node
      reportWeak(check, { node: at, messageId: 'weakKey', data: { bits: String(bits), least: String(LEAST_BITS) } })
    }
  }
}

/** Diffie-Hellman parameters and RSA public keys that stand in the source as PEM. */
export function checkPemText(check: Check, node: Node, text: string): void {
  const found = pemModulus(text)
  if (!found || found.bits >= LEAST_BITS || check.isTest) return
  reportWeak(check, { node, messageId: 'weakKey', data: { bits: String(found.bits), least: String(LEAST_BITS) } })
}

function checkCurve(check: Check, node: Node): void {
  for (const origin of check.file.member(node, ['namedCurve'], { derived: false })) {
    if (origin.kind !== 'constant' || typeof origin.value !== 'string') continue
    const [weak] = weakCurves(origin.value)
    const at = origin.file === check.file ? (origin.node.parent ?? origin.node) : node
    if (weak) reportWeak(check, { node: at, messageId: 'weakGroup', data: { name: weak.id, bits: String(weak.bits) } })
  }
}
