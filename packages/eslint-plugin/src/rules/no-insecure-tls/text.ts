import {
  classifyHost,
  DYNAMIC,
  type FileAnalysis,
  hostsOf,
  memberName,
  type Node,
  parseAddress,
  T,
  unwrap,
} from '@palisade/analysis'
import type { Check } from './check.js'

/** The parts of a template or concatenation that are looked at. */
const MOST_PARTS = 200

/**
 * The text of an expression as far as the source tells, with {@link DYNAMIC} for every part that only a run can.
 *
 * @param file the expression's file
 * @param node the expression
 * @returns the text; undefined when nothing of it is known
 */
export function knownText(file: FileAnalysis, node: Node): string | undefined {
  const parts: string[] = []
  const pending: Node[] = [node]
  let known = false
  for (let count = 0; pending.length > 0 && count < MOST_PARTS; count += 1) {
    const part = unwrap(pending.pop()!)
    const constant = file.constant(part)
    if (constant && (typeof constant.value === 'string' || typeof constant.value === 'number')) {
      parts.push(String(constant.value))
      known = true
    } else if (part.type === T.TemplateElement) {
      parts.push(part.value.cooked ?? '')
      known ||= part.value.cooked !== ''
    } else if (part.type === T.TemplateLiteral) {
      for (let index = part.quasis.length - 1; index >= 0; index -= 1) {
        const expression = part.expressions[index]
        if (expression) pending.push(expression)
        pending.push(part.quasis[index]!)
      }
    } else if (part.type === T.BinaryExpression && part.operator === '+') {
      pending.push(part.right, part.left)
    } else {
      const pieces = joined(file, part)
      if (pieces) pending.push(...pieces.reverse())
      else parts.push(DYNAMIC)
    }
  }
  return known ? parts.join('') : undefined
}

/** The pieces that `'a'.concat(b)` and `['a', b].join('')` put together; a separator stands between them as a node. */
function joined(file: FileAnalysis, node: Node): Node[] | undefined {
  if (node.type !== T.CallExpression || node.callee.type !== T.MemberExpression) return undefined
  const { object } = node.callee
  const given = node.arguments
  if (given.some((argument) => argument.type === T.SpreadElement)) return undefined
  switch (memberName(node.callee)) {
    case 'concat':
      return file.string(object) === undefined ? undefined : [object, ...given]
    case 'join': {
      const [separator] = given
      const list = unwrap(object)
      if (list.type !== T.ArrayExpression || !separator || file.string(separator) === undefined) return undefined
      if (list.elements.some((element) => !element || element.type === T.SpreadElement)) return undefined
      return list.elements.flatMap((element, index) => (index === 0 ? [element!] : [separator, element!]))
    }
    default:
      return undefined
  }
}

/** An address or a host name, cut for a message: no user, no password, no query. */
export function shownAddress(text: string): string {
  const address = parseAddress(text)
  const shown = address ? `${address.scheme}://${address.host}${address.port ? `:${address.port}` : ''}` : text
  return shown.replaceAll(DYNAMIC, '…').slice(0, 80)
}

/**
 * Does a connection to this host stay out of an outsider's reach, by the rule's options?
 *
 * @param check the rule's view
 * @param host a host name or IP address
 */
export function isAllowedHost(check: Pick<Check, 'options'>, host: string): boolean {
  const kind = classifyHost(host)
  if (check.options.allowHosts.some((allowed) => matchesHost(host, allowed))) return true
  if (kind === 'private' || kind === 'single-label') return !check.options.privateHosts
  return kind !== 'remote' && kind !== 'dynamic'
}

/**
 * Is this a peer of one's own, whose certificate one may leave unchecked? A host that documentation uses stands for any
 * host: what switches verification off there was written to be copied.
 *
 * @param check the rule's view
 * @param host a host name or IP address
 */
export function isAllowedPeer(check: Pick<Check, 'options'>, host: string): boolean {
  return isAllowedHost(check, host) && (classifyHost(host) !== 'reserved' || /(?:^|\.)test$/i.test(host))
}

/** Whether all hosts of an address, or a bare host name, are allowed. */
export function isAllowedAddress(check: Check, text: string, isAllowed = isAllowedHost): boolean {
  const hosts = hostsOf(text)
  if (hosts.length > 0) return hosts.every((host) => isAllowed(check, host))
  const bare = /^([\w.-]+|\[[0-9a-f:]+\])(?::\d+)?(?:[/?#]|$)/i.exec(text.trim())
  return bare !== null && isAllowed(check, bare[1]!.replace(/^\[|\]$/g, ''))
}

function matchesHost(host: string, allowed: string): boolean {
  const name = allowed.toLowerCase()
  return name.startsWith('*.') ? host.endsWith(name.slice(1)) : host === name
}
