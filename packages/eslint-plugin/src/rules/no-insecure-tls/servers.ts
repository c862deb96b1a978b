import { type CallNode, lastName, type Node, T, unwrap } from '@palisade/analysis'
import type { Check } from './check.js'
import { whenExecuted } from './conditions.js'
import { matchesAny } from './switches.js'
import { isAllowedHost } from './text.js'

const PLAIN_SERVERS = [
  'http#createServer',
  'http#Server',
  'http2#createServer',
  'express#().listen',
  'koa#().listen',
  'restify#createServer().listen',
]

/** A server that answers without TLS (`strict`: mostly a proxy in front of it speaks TLS). */
export function checkPlainServer(check: Check, call: CallNode): void {
  const name = lastName(call.callee)
  if (name !== 'createServer' && name !== 'Server' && name !== 'listen') return
  if (
    check.isTest ||
    check.isDevelopmentFile ||
    !check.file.callee(call).some((each) => matchesAny(each, PLAIN_SERVERS))
  )
    return
  if (whenExecuted(check, call) === 'never' || listensLocally(check, call)) return
  check.report({ node: call, messageId: 'cleartextServer', data: { what: `\`${name}\`` } })
}

/** `listen(8080, '127.0.0.1')`, here or in the file. */
function listensLocally(check: Check, call: CallNode): boolean {
  const listens = lastName(call.callee) === 'listen' ? [call] : (check.file.index.callsByName.get('listen') ?? [])
  return listens.some((each) =>
    each.arguments.some((argument) => argument.type !== T.SpreadElement && isLocalHostText(check, argument)),
  )
}

function isLocalHostText(check: Check, node: Node): boolean {
  const texts =
    unwrap(node).type === T.ObjectExpression
      ? check.file.member(node, ['host']).map((origin) => (origin.kind === 'constant' ? origin.value : undefined))
      : [check.file.string(node)]
  return texts.some(
    (text) =>
      typeof text === 'string' && text !== '' && text !== '0.0.0.0' && text !== '::' && isAllowedHost(check, text),
  )
}

/** HSTS that is sent for too short a time: `helmet({ hsts: { maxAge: 60 } })`, `setHeader('Strict-Transport-Security', 'max-age=0')`. */
export function checkHsts(check: Check, call: CallNode): void {
  const [first, second] = call.arguments
  if (!first || first.type === T.SpreadElement) return
  const header = check.file.string(first)
  if (header?.toLowerCase() === 'strict-transport-security' && second && second.type !== T.SpreadElement) {
    const text = check.file.string(second)
    const age = text === undefined ? undefined : /max-age\s*=\s*"?(\d{1,12})/i.exec(text)?.[1]
    if (age !== undefined && Number(age) < HALF_A_YEAR) check.report({ node: call, messageId: 'hstsOff' })
    return
  }
  if (!/^(?:helmet|hsts|strictTransportSecurity)$/.test(lastName(call.callee) ?? '')) return
  for (const path of [['hsts', 'maxAge'], ['strictTransportSecurity', 'maxAge'], ['maxAge']]) {
    for (const origin of check.file.member(first, path, { derived: false })) {
      if (
        origin.kind === 'constant' &&
        typeof origin.value === 'number' &&
        origin.value < HALF_A_YEAR &&
        origin.members.length === 0
      ) {
        const node = origin.file === check.file ? origin.node : first
        if (!check.reported(node)) check.report({ node, messageId: 'hstsOff' })
      }
    }
  }
}

/** Seconds; what browsers' preload lists and helmet call the least sensible time is between this and a year. */
const HALF_A_YEAR = 15_552_000
