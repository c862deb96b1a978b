import {
  escapePattern,
  insecureCommands,
  isCall,
  isFunction,
  lastName,
  memberName,
  type Node,
  propertyName,
  T,
  tlsOptions,
  unwrap,
} from '@palisade/analysis'
import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { createRule } from '../../create-rule.js'
import {
  checkAddressSinks,
  checkConnectionString,
  checkInsecureChannel,
  checkJoinedConnection,
  checkPieces,
  checkPlainAddressByPlace,
  checkPlainClient,
  type PlainAddress,
  plainAddress,
} from './addresses.js'
import type { Check, Finding } from './check.js'
import { checkCryptoOption, checkKeySize, checkPemText, isCryptoName } from './ciphers.js'
import {
  checkCommandText,
  checkNamedVariable,
  checkRunner,
  checkVariable,
  checkVariableCall,
  COMMAND_HINT,
} from './commands.js'
import { checkCertificateHandler, checkIdentityHook, isIdentityHook } from './identity.js'
import { type MessageId, messages } from './messages.js'
import { defaultOptions, type Options, optionsSchema } from './options.js'
import { packageScriptsVisitor } from './package-scripts.js'
import { checkSecureOptions, checkVersion, checkVersionCall, isVersionName } from './protocol.js'
import { checkHsts, checkPlainServer } from './servers.js'
import {
  ambiguousRows,
  checkAmongSiblings,
  checkKnownCall,
  checkLaterSetting,
  checkSetting,
  checkSwitchCall,
} from './switches.js'

import { knownText } from './text.js'

export type { Options } from './options.js'

/** A file without any of these words holds nothing that this rule looks at. */
const WORDS =
  /tls|ssl|cert|secur|unauthorized|serverIdentity|hostVerifier|cipher|sigalgs|ecdhCurve|minVersion|maxVersion|DEFAULT_M|trust|encrypt|verify|ignoreHTTPSErrors|strict-?_?ssl|modulusLength|DiffieHellman|modp|generateKey|NodeRSA|autotls|cleartext|arbitraryLoads|protocolPolicy|transit|hsts|http:|ws:|ftp:|ldap:|mqtt:|amqp:|stomp:|smtp:|imap:|pop3:|telnet:|coap:|redis:|mongodb:|bolt|neo4j|nats:|protocol|BEGIN |http['"]|curl|wget/i

/** Names and switches of the catalogs that hold none of these words. */
const NAMES = new RegExp(
  [...insecureCommands.flatMap((row) => ('flags' in row ? row.flags : [])), ...tlsOptions.map((row) => row.option)]
    .filter((name) => !WORDS.test(name))
    .map(escapePattern)
    .join('|'),
)

/** Options that mean something only in a known place. */
const AMBIGUOUS = new Set<string>(tlsOptions.filter((row) => row.calls !== 'anywhere').map((row) => row.option))

const DEVELOPMENT_FILE = /(?:^|[/.\-_])emulators?\/|(?:^|[/.\-_])(?:dev|development)(?:[.\-_][^/]*)?\.[cm]?[jt]sx?$/i

export const noInsecureTls = createRule<MessageId, Options>({
  name: 'no-insecure-tls',

  meta: {
    docs: {
      description: 'Disallow connections that can be read, or whose peer can be impersonated, on the way',
      cwe: [295, 297, 319, 326, 327, 757],
      recommended: true,
    },
    messages,
    options: optionsSchema,
    defaultOptions,
    fixable: 'code',
    hasSuggestions: true,
    languages: ['js/js', 'json/json', 'json/jsonc', 'json/json5'],
  },
  prefilter: (text, options) =>
    WORDS.test(text) ||
    NAMES.test(text) ||
    COMMAND_HINT.test(text) ||
    (options.clients ?? []).some((client) => text.includes(client.option)),
  create(input) {
    const { context, options } = input
    if (!isProgram(context.sourceCode.ast)) {
      if (!/(?:^|[\\/])package\.json$/.test(context.filename)) return {}
      const visitor = packageScriptsVisitor(options, (node, messageId, data) =>
        context.report({ loc: node.loc, messageId, data }),
      )
      return visitor as unknown as TSESLint.RuleListener
    }
    const reported = new Set<Node>()
    const check: Check = {
      file: input.file,
      options,
      developmentGuards: [...input.settings.developmentGuards, ...options.developmentGuards],
      isTest: input.isTest,
      isDevelopmentFile: DEVELOPMENT_FILE.test(context.filename.replaceAll('\\', '/')),
      reported: (node) => reported.has(node),
      report({ node, messageId, data, fix, suggest }: Finding) {
        if (reported.has(node)) return
        reported.add(node)
        context.report({ node, messageId, data: data ?? {}, fix: fix ?? null, suggest: suggest ?? [] })
      },
    }
    const ambiguous = new Set<string>()
    const addresses: PlainAddress[] = []
    const ownOptions = new Set(options.clients.map((client) => client.option))

    /** An option that gets a value, by whatever syntax. */
    function option(
      node: TSESTree.Property | TSESTree.AssignmentExpression | TSESTree.PropertyDefinition,
      name: string,
      value: Node,
    ): void {
      if (isIdentityHook(name)) return checkIdentityHook(check, node, name, value)
      if (name === 'secureOptions') return checkSecureOptions(check, node, value)
      if (isVersionName(name)) {
        if (/^protocol$/.test(name) && node.type === T.Property) checkPieces(check, node)
        return checkVersion(check, node, name, value)
      }
      if (isCryptoName(name)) return checkCryptoOption(check, node, name, value)
      if (/^value$/i.test(name) && node.type === T.Property) checkNamedVariable(check, node)
      checkVariable(check, node, name, value)
      if (checkSetting(check, node) && !AMBIGUOUS.has(name)) return
      if (node.type === T.AssignmentExpression && AMBIGUOUS.has(name)) checkLaterSetting(check, node, name)
      if (AMBIGUOUS.has(name) || (ownOptions.has(name) && ambiguousRows(check, name).length > 0)) {
        if (node.type !== T.Property || !checkAmongSiblings(check, node)) ambiguous.add(name)
      }
    }

    function text(node: TSESTree.Literal | TSESTree.TemplateLiteral): void {
      if (node.type === T.Literal && typeof node.value !== 'string') return
      const raw = check.file.text.slice(node.range[0], Math.min(node.range[1], node.range[0] + 20_000))
      if (raw.includes('-----BEGIN ')) checkPemText(check, node, knownText(check.file, node) ?? '')
      if (COMMAND_HINT.test(raw)) checkCommandText(check, node)
      if (/ssl|tls|encrypt|trustServer|verify|ssc:|rejectUnauthorized/i.test(raw)) checkConnectionString(check, node)
      if (/^["'`]\s*[a-z][a-z0-9+]{1,7}:/i.test(raw)) {
        const found = plainAddress(check, node)
        if (found) addresses.push(found)
      }
    }

    return {
      Property(node) {
        if (node.parent.type === T.ObjectPattern) {
          checkSetting(check, node)
          return
        }
        const name =
          propertyName(node) ?? (node.computed ? (input.file.string(node.key) ?? lastName(node.key)) : undefined)
        if (name !== undefined) option(node, name, node.value)
      },
      PropertyDefinition(node) {
        const name = propertyName(node)?.replace(/^#/, '')
        if (name !== undefined && node.value) option(node, name, node.value)
      },
      MethodDefinition(node) {
        const name = propertyName(node)
        if (name !== undefined && isIdentityHook(name)) checkIdentityHook(check, node, name, node.value)
      },
      AssignmentPattern(node) {
        checkSetting(check, node)
      },
      AssignmentExpression(node) {
        const left = unwrap(node.left)
        if (left.type !== T.MemberExpression) return
        const name = memberName(left) ?? input.file.string(left.property)
        if (name !== undefined) option(node, name, node.right)
      },
      'CallExpression, NewExpression'(node: TSESTree.CallExpression | TSESTree.NewExpression) {
        if (!isCall(node)) return
        checkSwitchCall(check, node)
        checkVariableCall(check, node)
        checkRunner(check, node)
        checkCertificateHandler(check, node)
        checkVersionCall(check, node)
        checkKeySize(check, node)
        checkPlainClient(check, node)
        checkInsecureChannel(check, node)
        checkJoinedConnection(check, node)
        if (options.strict) {
          checkPlainServer(check, node)
          checkHsts(check, node)
        }
      },
      Literal: text,
      TemplateLiteral: text,
      'Program:exit'() {
        if (ambiguous.size > 0)
          for (const call of input.file.index.calls)
            if (!call.arguments.every(isFunction)) checkKnownCall(check, call, ambiguous)
        if (addresses.length > 0) checkAddressSinks(check, addresses)
        for (const address of addresses) checkPlainAddressByPlace(check, address)
      },
    }
  },
})

function isProgram(ast: { type: string }): boolean {
  return ast.type === 'Program'
}
