import {
  type CallNode,
  DYNAMIC,
  hostsOf,
  type InsecureUse,
  insecureCommands,
  type InsecureCommandRow,
  insecureUses,
  insecureVariable,
  isCall,
  lastName,
  looksLikeCipherString,
  memberName,
  type Node,
  parseCommands,
  propertyName,
  type ShellCommand,
  T,
  unwrap,
  weakCiphers,
} from '@palisade/analysis'
import type { TSESTree } from '@typescript-eslint/utils'
import type { Check } from './check.js'
import { whenExecuted, whenUnsafe } from './conditions.js'
import { COMMAND_MESSAGE, type MessageId } from './messages.js'
import { checkCommandAddress, checkConnectionText } from './addresses.js'
import { isExpectation } from './surroundings.js'
import { talksToItself } from './switches.js'
import { isAllowedPeer, knownText } from './text.js'

/** Words that a command or an environment has to hold for this part to look at a text. */
export const COMMAND_HINT =
  /insecure|\s-[a-z]*k\b|no-check-certificate|check-certificate=|--verify=|sslverify|strict-?_?ssl|SSL_NO_VERIFY|REJECT_UNAUTHORIZED|"rejectUnauthorized"|tls-min-v1\.[01]|openssl-legacy|ignore-certificate-errors|ignore-ssl-errors|ignore-urlfetcher|no-verify-ssl|trusted-host|PGSSLMODE|ssl-mode=|skip-ssl|AllowInvalid|unsafely-ignore|HTTPSVERIFY|DISABLE_CONNECTION_VERIFICATION|disable-tls|SSL_CIPHER_SUITES|tls-cipher-list|tls-verify=|SkipCertificateCheck|disable_ssl_validation|ssl_verify|tls-skip-verify|SKIP_VERIFY|LDAPTLS_REQCERT|Verify-Peer|skip-tls-verify|-plaintext|--no-check|ignore-https-errors|\b(?:curl|wget|aria2c|git|pip3?|npm)\s.*\b(?:http|ftp):/i

/** Functions that run a program, by their last name. */
const RUNNERS =
  /^(?:exec|execSync|execAsync|execPromise|execFile|execFileSync|spawn|spawnSync|spawnAsync|fork|execa|execaSync|execaCommand|execaCommandSync|execaNode|\$|sh|shell|bash|run|runCommand|runSync|command|cmd|system|crossSpawn|concurrently|getExecOutput|Command|launch|launchPersistentContext)$/

function reportUse(
  check: Check,
  node: Node,
  use: InsecureUse,
  messageId: MessageId = COMMAND_MESSAGE[use.row.kind],
): void {
  if (check.reported(node) || isExpectation(node) || check.isDevelopmentFile || talksToItself(check)) return
  const when = whenExecuted(check, node)
  if (when === 'never' || (when === 'bySwitch' && !check.options.strict)) return
  check.report({
    node,
    messageId,
    data: { what: use.token.replaceAll(DYNAMIC, '…').slice(0, 80), does: use.row.does, instead: use.row.instead },
  })
}

/**
 * Looks at a variable of an environment: `process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0'`, `env: { NODE_OPTIONS: … }`,
 * `Deno.env.set('…', '0')`.
 *
 * @param node what sets it
 * @param name the variable's name
 * @param value the expression that gives its value
 */
export function checkVariable(check: Check, node: Node, name: string, value: Node): void {
  if (!/^(?:[A-Z][A-Z0-9_]{4,}|npm_config_\w+)$/.test(name)) return
  let found: InsecureUse | undefined
  const text = knownText(check.file, value)
  if (name === 'NODE_OPTIONS' && text !== undefined) {
    const ciphers = /--tls-cipher-list[= ]"?([^\s"]{1,2000})/.exec(text)?.[1]
    const [weak] = ciphers === undefined ? [] : weakCiphers(ciphers)
    if (weak) return reportCipher(check, node, weak)
  }
  if (text !== undefined) [found] = insecureVariable(name, text)
  if (!found && text !== undefined && /CIPHER/.test(name) && looksLikeCipherString(text)) {
    const [weak] = weakCiphers(text)
    if (weak) reportCipher(check, node, weak)
    return
  }
  if (!found) {
    const when = whenUnsafe(check, value, (constant) => {
      if (typeof constant !== 'string' && typeof constant !== 'number' && typeof constant !== 'boolean') return false
      const [use] = insecureVariable(name, String(constant))
      found ??= use
      return use !== undefined
    })
    if (when === 'never' || (when === 'bySwitch' && !check.options.strict)) return
  }
  if (found)
    reportUse(check, node, found, found.row.kind === 'verification' ? 'verificationOffInEnvironment' : undefined)
}

function reportCipher(check: Check, node: Node, { token, because }: { token: string; because: string }): void {
  if (check.reported(node) || whenExecuted(check, node) === 'never') return
  check.report({ node, messageId: 'weakCipher', data: { token, because } })
}

/** `set('NAME', value)`, `stubEnv('NAME', value)`, `appendSwitch('ignore-certificate-errors')`. */
export function checkVariableCall(check: Check, call: CallNode): void {
  const method = lastName(call.callee)
  const [first, second] = call.arguments
  if (method === undefined || !first || first.type === T.SpreadElement) return
  if (/^(?:append(?:Switch|Argument)|addArguments?|addSwitch)$/.test(method)) {
    for (const argument of call.arguments) {
      const name = check.file.string(argument)
      if (name === undefined) continue
      const [use] = insecureUses({ env: [], words: [name.startsWith('--') ? name : `--${name}`] })
      if (use) return reportUse(check, call, use)
    }
    return
  }
  if (
    !second ||
    second.type === T.SpreadElement ||
    !/^(?:set|stubEnv|putenv|exportVariable|env|addEnv|addConfig|config|replaceProperty)/i.test(method)
  )
    return
  const name = check.file.string(first)
  if (name !== undefined) {
    checkVariable(check, call, name, second)
    // simpleGit().addConfig('http.sslVerify', 'false')
    const value = check.file.constant(second)?.value
    const [use] = /config|^set$/i.test(method) ? insecureSetting(name, String(value)) : []
    if (use) reportUse(check, call, use)
    return
  }
  // Reflect.set(process.env, 'NAME', '0'), _.set(process.env, 'NAME', '0')
  const third = call.arguments[2]
  const set = third && third.type !== T.SpreadElement ? check.file.string(second) : undefined
  if (set !== undefined) checkVariable(check, call, set, third as Node)
}

/** `{ name: 'NODE_TLS_REJECT_UNAUTHORIZED', value: '0' }`, as containers and pods are described. */
export function checkNamedVariable(check: Check, property: TSESTree.Property): void {
  if (property.parent.type !== T.ObjectExpression) return
  for (const each of property.parent.properties) {
    if (each.type !== T.Property || !/^(?:name|key)$/i.test(propertyName(each) ?? '')) continue
    const name = check.file.string(each.value)
    if (name !== undefined) checkVariable(check, property, name, property.value)
  }
}

/** A call that runs a program: its command line, or its program and arguments. */
export function checkRunner(check: Check, call: CallNode): void {
  const name = lastName(call.callee)
  if (name === undefined || !RUNNERS.test(name)) return
  const [first] = call.arguments
  if (!first || first.type === T.SpreadElement) return
  const words: string[] = []
  for (const argument of call.arguments) {
    if (argument.type === T.SpreadElement || unwrap(argument).type === T.ArrowFunctionExpression) continue
    if (unwrap(argument).type !== T.ObjectExpression) words.push(...listed(check, argument))
  }
  for (const list of listsInOptions(call)) words.push(...listed(check, list))
  // A text that is kept in a variable may have been reported where it stands.
  if (unwrap(first).type !== T.ArrayExpression && check.file.origins(first).some(({ node }) => check.reported(node)))
    return
  const program = words[0] ?? ''
  const single = words.length === 1 || /\s/.test(program)
  const commands: ShellCommand[] = single
    ? parseCommands(words.join(' '))
    : [{ env: [], words }, ...nestedCommands(words)]
  reportCommands(check, call, commands)
}

/** `new Deno.Command('curl', { args: ['-k'] })`, `Bun.spawn({ cmd: ['curl', '-k'] })` */
function listsInOptions(call: CallNode): Node[] {
  if (!/^(?:Command|spawn|spawnSync)$/.test(lastName(call.callee) ?? '')) return []
  return call.arguments.flatMap((argument) => {
    const options = unwrap(argument)
    if (options.type !== T.ObjectExpression) return []
    return options.properties.flatMap((each) =>
      each.type === T.Property && /^(?:args|cmd)$/.test(propertyName(each) ?? '') ? [each.value] : [],
    )
  })
}

/** `spawn('sh', ['-c', 'curl -k …'])` */
function nestedCommands(words: readonly string[]): ShellCommand[] {
  const flag = words.findIndex((word) => /^-[a-z]*c$/.test(word) || word === '/c')
  const text =
    flag < 0 || !/(?:^|[\\/])(?:\w*sh|cmd|powershell)(?:\.exe)?$/.test(words[0] ?? '') ? undefined : words[flag + 1]
  return text === undefined ? [] : parseCommands(text)
}

const GOES_ON =
  /^(?:[#\\;]|&&|(?:\.?\/\S*|node|npm|npx|pnpm|yarn|bun|deno|tsx|ts-node|nodemon|pm2|python3?|curl|git|next|vite|electron|[A-Z_]+=\S*)(?:\s|$))/

/** `$`curl -k …``, and texts that stand under a name that says they are commands. */
export function checkCommandText(check: Check, node: TSESTree.Literal | TSESTree.TemplateLiteral): void {
  const text =
    node.type === T.Literal ? (typeof node.value === 'string' ? node.value : '') : (knownText(check.file, node) ?? '')
  if (text.length > 20_000 || !COMMAND_HINT.test(text)) return
  if (
    /^\s*[[{]/.test(text) &&
    /"rejectUnauthorized"\s{0,4}:\s{0,4}false/.test(text) &&
    !talksToItself(check) &&
    whenExecuted(check, node) === 'always'
  ) {
    check.report({ node, messageId: 'verificationOff', data: { what: '`"rejectUnauthorized": false`' } })
    return
  }
  const holder = holderOf(node)
  if (holder.kind === 'other') return
  if (holder.kind === 'list' || holder.kind === 'argument') {
    // `args: ['--ignore-certificate-errors']`, `Env: ['NODE_TLS_REJECT_UNAUTHORIZED=0']`
    if (/\s/.test(text.trim()) && !/^\s*--/.test(text)) return
    const [command] = parseCommands(text)
    if (!command) return
    // WebDriver's `args: ['ignore-certificate-errors']`
    if (holder.isArgs && /^[a-z][a-z-]+$/.test(text)) command.words.push(`--${text}`)
    const [, name = '', value = ''] = /^([\w.-]+)=(\w+)$/.exec(text) ?? []
    const [use] = insecureUses(command)
      .filter(({ row }) => row.programs.length === 0)
      .concat(name.includes('.') ? insecureSetting(name, value) : [])
    if (use) reportUse(check, node, use)
    return
  }
  if (holder.kind === 'command') return reportCommands(check, node, parseCommands(text))
  // A template of a .env file, or a shell line kept in a constant: the variable opens a line.
  for (const line of text.split('\n').slice(0, 2000)) {
    const setting = line.trim().replace(/^(?:export|set|ENV|-)\s+/, '')
    const equals = setting.indexOf('=')
    const name = setting.slice(0, Math.max(0, equals)).trim()
    // A line of .npmrc
    if (/^strict-ssl\s*=\s*false$/i.test(setting)) {
      const [use] = insecureUses({ env: [], words: ['npm', 'set', 'strict-ssl=false'] })
      if (use) return reportUse(check, node, use)
    }
    if (!/^(?:\$env:)?[A-Za-z_]\w{3,}$/.test(name) || !COMMAND_HINT.test(setting)) continue
    const assignment = `${name}=${setting.slice(equals + 1).trimStart()}`
    // Prose may begin with the variable's name; a shell line goes on with a program.
    const rest = assignment.replace(/^[^=]*=(?:"[^"]*"|'[^']*'|[^\s"']*)/, '').trimStart()
    if (rest !== '' && !GOES_ON.test(rest)) continue
    const [command] = parseCommands(assignment)
    const [use] = command
      ? insecureUses({ env: command.env, words: [] }).filter(({ row }) => row.programs.length === 0)
      : []
    if (use) return reportUse(check, node, use)
  }
}

/** A setting of a program, given to a library that runs it: `http.sslVerify` is git's wherever it stands. */
function insecureSetting(name: string, value: string): InsecureUse[] {
  const rows = insecureCommands as readonly InsecureCommandRow[]
  const row = rows.find((each) => each.programs.length > 0 && each.setting?.name.toLowerCase() === name.toLowerCase())
  return row ? insecureUses({ env: [], words: [row.programs[0]!, 'config', name, value] }, [row]) : []
}

function reportCommands(check: Check, node: Node, commands: readonly ShellCommand[]): void {
  for (const command of commands) {
    const uses = insecureUses(command)
    if (uses.length === 0) {
      checkCommandConnection(check, node, command)
      continue
    }
    const hosts = command.words.flatMap((word) => hostsOf(word))
    if (hosts.length > 0 && hosts.every((host) => isAllowedPeer(check, host))) continue
    return reportUse(check, node, uses[0]!)
  }
}

const DOWNLOADERS =
  /^(?:curl|wget|aria2c|git|pip3?|npm|pnpm|yarn|apt-key|rpm|yum|dnf|iwr|irm|invoke-(?:webrequest|restmethod))$/i

/** `curl http://…`, `psql "host=… sslmode=disable"` */
function checkCommandConnection(check: Check, node: Node, { words }: ShellCommand): void {
  const name = (word: string) => word.slice(word.lastIndexOf('/') + 1)
  if (words.some((word) => DOWNLOADERS.test(name(word)))) return checkCommandAddress(check, node, words)
  if (words.some((word) => /^(?:psql|pg_dump|pg_restore|sqlcmd|mongosh|mongodump)$/.test(name(word))))
    for (const word of words) if (checkConnectionText(check, node, word)) return
}

/** The words that an argument of a runner gives: one text, or the items of a list. */
function listed(check: Check, argument: Node): string[] {
  const node = unwrap(argument)
  if (node.type === T.ArrayExpression) {
    return node.elements.flatMap((element) => {
      if (!element) return []
      return element.type === T.SpreadElement
        ? listed(check, element.argument)
        : [knownText(check.file, element) ?? DYNAMIC]
    })
  }
  const text = knownText(check.file, node)
  if (text !== undefined) return [text]
  const items = check.file.origins(node, { derived: false })
  const pushed = node.type === T.Identifier ? pushedTo(check, node) : []
  const words = items
    .filter((origin) => origin.file === check.file && origin.steps.some((step) => step.kind === 'element'))
    .map((origin) => knownText(check.file, origin.node) ?? DYNAMIC)
  if (words.length + pushed.length > 0) return [...words, ...pushed]
  const [single] = items
  return items.length === 1 && single!.file === check.file
    ? [knownText(check.file, single!.node) ?? DYNAMIC]
    : [DYNAMIC]
}

/** `args.push('-k')` */
function pushedTo(check: Check, list: TSESTree.Identifier): string[] {
  return (check.file.index.variableOf(list)?.references ?? []).flatMap(({ identifier }) => {
    const member = (identifier as Node).parent
    if (member?.type !== T.MemberExpression || member.object !== identifier) return []
    const call = member.parent
    if (!isCall(call) || call.callee !== member || !/^(?:push|unshift)$/.test(memberName(member) ?? '')) return []
    return call.arguments.flatMap((argument) =>
      argument.type === T.SpreadElement ? [] : [knownText(check.file, argument) ?? DYNAMIC],
    )
  })
}

interface Holder {
  /** Whether it is an item of a list of arguments. */
  isArgs?: boolean
  kind: 'command' | 'list' | 'argument' | 'text' | 'other'
}

const COMMAND_NAME = /^(?:.*(?:cmd|command|script|exec|run|shell)s?|sh|bash|entrypoint|prebuild|build|start|install)$/i

/** What is a text for, by where it stands? */
function holderOf(node: Node): Holder {
  const { parent } = node
  if (!parent) return { kind: 'other' }
  switch (parent.type) {
    case T.TaggedTemplateExpression:
      return { kind: RUNNERS.test(rootTag(parent.tag)) ? 'command' : 'other' }
    case T.ArrayExpression:
      // A runner's own arguments are looked at together with the program.
      if (isCall(parent.parent) && RUNNERS.test(lastName(parent.parent.callee) ?? '')) return { kind: 'other' }
      if (parent.parent.type === T.Property && isCall(parent.parent.parent.parent)) {
        if (listsInOptions(parent.parent.parent.parent).includes(parent)) return { kind: 'other' }
      }
      if (isCommandList(parent)) return { kind: 'command' }
      return {
        kind: 'list',
        isArgs: parent.parent.type === T.Property && /args|flags/i.test(propertyName(parent.parent) ?? ''),
      }
    case T.ConditionalExpression:
    case T.LogicalExpression:
      return parent.parent.type === T.SpreadElement || parent.parent.type === T.ArrayExpression
        ? { kind: 'list' }
        : { kind: 'other' }
    case T.Property:
      if (parent.value !== node) return { kind: 'other' }
      // pm2's `node_args: '--tls-min-v1.0'`
      if (
        /^(?:(?:node|interpreter|exec|chrome|browser)_?)?(?:[aA]rgs|[aA]rgv|[fF]lags|[oO]ptions)$/.test(
          propertyName(parent) ?? '',
        )
      )
        return { kind: 'list' }
      return {
        kind: COMMAND_NAME.test(propertyName(parent) ?? '') || isCommandList(parent.parent) ? 'command' : 'text',
      }
    case T.VariableDeclarator:
      if (parent.id.type !== T.Identifier) return { kind: 'other' }
      return { kind: COMMAND_NAME.test(parent.id.name) ? 'command' : 'text' }
    case T.AssignmentExpression: {
      const name = lastName(parent.left)
      return { kind: name !== undefined && COMMAND_NAME.test(name) ? 'command' : 'text' }
    }
    case T.ReturnStatement:
    case T.ArrowFunctionExpression:
      return { kind: 'text' }
    case T.CallExpression:
    case T.NewExpression: {
      const name = lastName(parent.callee)
      if (name === 'push' || name === 'unshift' || name === 'concat') {
        const { callee } = parent
        const list = callee.type === T.MemberExpression ? (lastName(callee.object) ?? '') : ''
        return /args|argv|flags|switches|env/i.test(list) ? { kind: 'argument' } : { kind: 'other' }
      }
      return {
        kind:
          name !== undefined &&
          /^(?:writeFile|writeFileSync|appendFile|appendFileSync|write|outputFile|outputFileSync|dedent)$/.test(name)
            ? 'text'
            : 'other',
      }
    }
    default:
      return { kind: 'other' }
  }
}

/** `scripts: { deploy: '…' }`, `const commands = ['…']`, `shell.task(['…'])` */
function isCommandList(list: Node): boolean {
  const { parent } = list
  if (parent?.type === T.Property) return COMMANDS.test(propertyName(parent) ?? '')
  if (parent?.type === T.VariableDeclarator) return parent.id.type === T.Identifier && COMMANDS.test(parent.id.name)
  return !!parent && isCall(parent) && /^(?:tasks?|runAll|series|concurrently)$/.test(lastName(parent.callee) ?? '')
}

const COMMANDS = /^(?:\w*[sS]cripts|\w*[cC]ommands|cmds|tasks)$/

function rootTag(tag: Node): string {
  let node = unwrap(tag)
  while (isCall(node) || node.type === T.MemberExpression) {
    if (node.type === T.MemberExpression && memberName(node) === '$') return '$'
    node = unwrap(node.type === T.MemberExpression ? node.object : node.callee)
  }
  return node.type === T.Identifier ? node.name : ''
}
