import {
  type CallNode,
  classifyName,
  type FileAnalysis,
  isFunction,
  lastName,
  memberName,
  type Node,
  redactors,
  redactorVerbs,
  splitWords,
  T,
  type TracePolicy,
  unwrap,
} from '@palisade/analysis'
import type { TSESTree } from '@typescript-eslint/utils'
import { isAsked, type Judgement } from './judgement.js'

const redactorsByName = new Map(
  redactors.flatMap((row) => row.calls.map((name): [string, (typeof redactors)[number]['kind']] => [name, row.kind])),
)

/** Modules and exports that hold settings, where a secret is one of them: worth a look into another file. */
const SETTINGS = /conf|setting|env|secret|cred|const|keys?$|auth|option|vault|param|default/iu
const SECRETS = /pass|secret|token|key|cred|auth|dsn|:\/\//iu
const LARGEST_SETTINGS = 50_000

/** At most so many characters of a value may be shown: enough to tell two values apart, too few to use one. */
const SHOWN_CHARACTERS = 8

/** Functions of other packages whose result still holds what they are given. */
const HANDS_ON =
  /^(?:(?:chalk|kleur|picocolors|colorette|ansi-colors|colors|cli-color|yoctocolors|ansis)(?:\/[\w-]+)?#[\w.]*|util#(?:inspect|format(?:WithOptions)?|styleText)|fast-safe-stringify#|safe-stable-stringify#|json-stringify-safe#|fast-json-stable-stringify#|flatted#stringify|superjson#stringify|sprintf-js#v?sprintf|printf#|format-util#|string-format#|voca#v?sprintf|devalue#\w+|vue#(?:toRaw|unref|toValue)|yaml#stringify|js-yaml#dump|pretty-format#|prettyjson#render|qs#stringify|querystring#stringify|strip-ansi#|dedent#|(?:util#)?TextDecoder\(\)\.decode|cli-table3?#|boxen#|(?:lodash(?:-es)?#|lodash(?:-es)?[./])(?:cloneDeep|clonedeep|clone|merge|mergeWith|assign|defaults|defaultsDeep|trim|toString|keyBy|groupBy|sortBy|orderBy|uniqBy|uniq|compact)(?:\.js)?#?|(?:klona|rfdc|clone|clone-deep|deepmerge|just-clone|fast-copy|merge-deep)(?:\/\w+)?#(?:\(\))?\w*)$/u

/**
 * What the rule tells the tracer: which calls make a value safe, which hand it on.
 *
 * @param ask what the project asks for.
 * @param own the project's own redactors: `module#export` or bare names.
 * @returns the policy; keep it for the whole file.
 */
export function redactionPolicy(ask: Judgement, own: readonly string[]): TracePolicy {
  return {
    empty: true,
    imports: (module, name, text) =>
      /^[.~@#]/u.test(module) &&
      SETTINGS.test(`${module} ${name}`) &&
      (text === undefined || (text.length < LARGEST_SETTINGS && SECRETS.test(text))),
    // How long or how many says nothing; tracing on would find the items of a list.
    stop: (node, _, file) =>
      (node.type === T.MemberExpression && /^(?:length|size|byteLength)$/u.test(memberName(node) ?? '')) ||
      (node.type === T.ConditionalExpression && masksByTest(file, node)),
    through(call, file) {
      if (call.type === T.TaggedTemplateExpression) {
        return /^(?:dedent|outdent|html|chalk|String\.raw|stripIndents?|oneLine)\b/u.test(
          file.text.slice(...call.tag.range),
        )
          ? call.quasi.expressions
          : undefined
      }
      const kind = kindOfRedactor(file, call, own)
      if (kind === 'omit') return omits(file, call, ask) ? [] : objectOf(call)
      if (kind === 'pick') return picks(file, call, ask) ? objectOf(call) : []
      if (kind !== undefined) return []
      if (call.type === T.NewExpression)
        return call.callee.type === T.Identifier && call.callee.name === 'Uint8Array' ? call.arguments : undefined
      if (shortens(file, call) || masks(file, call) || leavesOut(file, call, ask)) return []
      const replaced = replacer(file, call)
      if (replaced) return replacerKeeps(file, replaced, ask) ? undefined : []
      return (
        handedOn(call) ?? (file.names(call.callee).some((name) => HANDS_ON.test(name)) ? call.arguments : undefined)
      )
    },
  }
}

/** Methods whose result still holds what they are called on, or what a pattern has found in their argument. */
function handedOn(call: TSESTree.CallExpression): readonly Node[] | undefined {
  const callee = unwrap(call.callee)
  if (callee.type !== T.MemberExpression) return undefined
  const method = memberName(callee)
  if (method === 'exec') return call.arguments.length === 1 && isPattern(callee.object) ? call.arguments : undefined
  return method === 'match' || method === 'export' ? [callee.object] : undefined
}

/** `/(.*)/`, `TOKEN_RE`, `pattern`: no object that runs something else. */
function isPattern(node: Node): boolean {
  const value = unwrap(node)
  if (value.type === T.Literal) return 'regex' in value
  if (value.type === T.NewExpression || value.type === T.CallExpression) return lastName(value.callee) === 'RegExp'
  const name = lastName(value)
  return name !== undefined && /^r[ex]$|^[A-Z\d_]+$|reg|pattern|matcher|[a-z]R[ex]$|_r[ex]$/u.test(name)
}

function kindOfRedactor(file: FileAnalysis, call: CallNode, own: readonly string[]) {
  const names = file.names(call.callee)
  for (const one of names) {
    const kind = redactorsByName.get(one)
    if (kind !== undefined) return kind
  }
  const name = lastName(call.callee)
  if (name !== undefined && isRedactorName(name)) return 'mask'
  const text = file.text.slice(...unwrap(call.callee).range)
  return own.some(
    (one) => one === text || one === name || names.some((known) => known === one || known.endsWith(`#${one}`)),
  )
    ? 'mask'
    : undefined
}

/**
 * Does a function's name promise that its result is safe to print: `redact`, `maskEmail`, `toSafeUser`, `hashPassword`?
 *
 * @param name the function's name.
 */
export function isRedactorName(name: string): boolean {
  const words = splitWords(name)
  const [first, second] = words
  if (first === undefined) return false
  // `safeStringify` only never throws; `stripAnsi` and `cleanUrl` don't touch what is confidential.
  if (
    /^(?:safe|clean|cleaned|strip|stripping|stripped|remove|removing|without|exclude|excluding|drop|hide|tokenize)$/u.test(
      first,
    )
  )
    return (
      words.some((word) => /^(?:secrets?|sensitive|credentials?|pii|confidential)$/u.test(word)) ||
      classifyName(words.slice(1).join('_')).certainty !== undefined
    )
  if (first === 'is' || first === 'has' || first === 'un' || first === 'decrypt') return false
  if (redactorVerbs.has(first)) return true
  if (first === 'to' || first === 'get' || first === 'with' || first === 'make' || first === 'create')
    return second !== undefined && redactorVerbs.has(second) && second !== 'strip' && second !== 'tokenize'
  return words.some((word) =>
    /^(?:redact|redacted|redactor|redaction|sanitizer|sanitized|masker|scrubber|obfuscator|anonymizer)$/u.test(word),
  )
}

/** `omit(user, ['password'])`, and Ramda's `omit(['password'], user)`. */
function isKeysFirst(call: CallNode): boolean {
  return call.arguments.length === 2 && unwrap(call.arguments[0]!).type === T.ArrayExpression
}

function objectOf(call: CallNode): readonly Node[] {
  return isKeysFirst(call) ? call.arguments.slice(1) : call.arguments.slice(0, 1)
}

function keysOf(call: CallNode): readonly Node[] {
  return isKeysFirst(call) ? call.arguments.slice(0, 1) : call.arguments.slice(1)
}

/** `omit(user, ['password'])`: whether a confidential key is among those that are taken away. */
function omits(file: FileAnalysis, call: CallNode, ask: Judgement): boolean {
  const keys = constantKeys(file, keysOf(call))
  return keys === undefined || keys.some((key) => ask.classify(key.split('.').at(-1) ?? key).kind !== 'other')
}

/** `pick(user, ['id', 'password'])`: whether a confidential key is among those that are kept. */
function picks(file: FileAnalysis, call: CallNode, ask: Judgement): boolean {
  return keeps(constantKeys(file, keysOf(call)), ask)
}

/** Whether one of the keys that are kept surely denotes what is asked for. */
function keeps(keys: readonly string[] | undefined, ask: Judgement): boolean {
  return (
    keys?.some((key) => {
      const meaning = ask.classify(key.split('.').at(-1)!)
      return meaning.certainty === 'sure' && isAsked(meaning, ask)
    }) ?? false
  )
}

function constantKeys(file: FileAnalysis, nodes: readonly Node[]): string[] | undefined {
  const keys: string[] = []
  for (const node of nodes) {
    const value = unwrap(node)
    const parts = value.type === T.ArrayExpression ? value.elements : [value]
    for (const part of parts) {
      const key = part && file.string(part)
      if (key === undefined || key === null) return undefined
      keys.push(key)
    }
  }
  return keys
}

/** `key.slice(0, 4)`, `token.slice(-4)`, `id.substring(0, 8)`: too little to use. */
function shortens(file: FileAnalysis, call: TSESTree.CallExpression): boolean {
  const callee = unwrap(call.callee)
  const method = callee.type === T.MemberExpression ? memberName(callee) : undefined
  if (method === 'charAt' || method === 'charCodeAt' || method === 'codePointAt') return true
  if (method !== 'slice' && method !== 'substring' && method !== 'substr' && method !== 'substr') return false
  const [start, end] = call.arguments.map(
    (argument) => fromTheEnd(file, argument, callee) ?? file.constant(argument)?.value,
  )
  if (typeof start !== 'number') return false
  if (call.arguments.length === 1) return start < 0 && -start <= SHOWN_CHARACTERS
  if (typeof end !== 'number') return false
  const shown =
    method === 'substr' ? end : start >= 0 && end >= 0 ? end - start : end < 0 && start < 0 ? end - start : Infinity
  return shown <= SHOWN_CHARACTERS
}

/** `key.length - 4` as an argument of `key.substring`: `-4`. */
function fromTheEnd(file: FileAnalysis, argument: Node, callee: Node): number | undefined {
  const node = unwrap(argument)
  if (node.type !== T.BinaryExpression || node.operator !== '-' || callee.type !== T.MemberExpression) return undefined
  const left = unwrap(node.left)
  if (left.type !== T.MemberExpression || memberName(left) !== 'length') return undefined
  const text = (one: Node) => file.text.slice(...unwrap(one).range)
  const count = text(left.object) === text(callee.object) ? file.constant(node.right)?.value : undefined
  return typeof count === 'number' && count > 0 ? -count : undefined
}

/** What a text is tried with to see whether a pattern takes all of it away. */
const SAMPLE = 'Ab3$fG7-kLm9'
/** A pattern that is a fixed text. */
const FIXED_TEXT = /^(?:[\w\s\-=:;,'"@#%&!~`<>/]|\\[^\w\s])+$/u

/** Whether what a `replace` looks for is a fixed text or sign, which says nothing about the rest of the value. */
function isFixedText(node: Node): boolean {
  const pattern = unwrap(node)
  if (pattern.type !== T.Literal) return false
  return 'regex' in pattern ? FIXED_TEXT.test(pattern.regex.pattern) : typeof pattern.value === 'string'
}

/** `replace(/[a-z\d]/gi, '-')`: hardly anything of a value is left. */
function takesAllAway(node: Node): boolean {
  const pattern = unwrap(node)
  return (
    pattern.type === T.Literal &&
    pattern.value instanceof RegExp &&
    SAMPLE.replace(pattern.value, '').length <= SAMPLE.length / 3
  )
}

/** `replace(/./, '*')`: all but one character of a value is left. */
function takesOneAway(file: FileAnalysis, node: Node): boolean {
  const pattern = unwrap(node)
  let found = pattern.type === T.Literal && pattern.value instanceof RegExp ? pattern.value : undefined
  if (
    (pattern.type === T.NewExpression || pattern.type === T.CallExpression) &&
    lastName(pattern.callee) === 'RegExp'
  ) {
    const [text, flags] = pattern.arguments.map((one) => file.string(one))
    // What isn't known may be `g`.
    if (text === '.' && (pattern.arguments.length === 1 || flags === '' || flags === 'i')) found = /./u
  }
  return found !== undefined && SAMPLE.replace(found, '').length === SAMPLE.length - 1
}

const MASK = /[*•●█…]|\.{3}$|x{3,}|#{2,}|redact|hidden|mask|secret|remov|filter|censor|\[[^\]]*\]|<[^>]*>/iu

/** `text.replace(secret, '***')`. */
function masks(file: FileAnalysis, call: TSESTree.CallExpression): boolean {
  const callee = unwrap(call.callee)
  const method = callee.type === T.MemberExpression ? memberName(callee) : undefined
  if (method !== 'replace' && method !== 'replaceAll') return false
  const [searched, replacement] = call.arguments
  if (!searched || !replacement || isFixedText(searched) || takesOneAway(file, searched)) return false
  const text = file.string(replacement)
  if (text !== undefined) return MASK.test(text) || (!text.includes('$') && takesAllAway(searched))
  // `replace(/./g, (c) => '*')`, `replace(value, '*'.repeat(n))`
  return MASK.test(file.text.slice(...replacement.range))
}

/** `isSecret(key) ? '***' : value`: what decides is made to keep back what is confidential. */
function masksByTest(file: FileAnalysis, node: TSESTree.ConditionalExpression): boolean {
  const test = unwrap(node.test)
  if (test.type === T.Identifier || test.type === T.MemberExpression) return false
  return [node.consequent, node.alternate].some((branch) => {
    const text = file.string(branch)
    return text !== undefined && FULL_MASK.test(text)
  })
}

const FULL_MASK =
  /^[*•●█x]{3,}$|^[[(<{*_-]*(?:redacted|masked|hidden|removed|filtered|censored|secret|sensitive)[\])>}*_-]*$/iu

const KEEPS_BACK =
  /secret|passw|token|sensitive|redact|private|hidden|mask|omit|exclu|block|deny|forbid|confident|credential/iu

/** `Object.entries(config).filter(([key]) => !SENSITIVE.has(key))`: the confidential ones are left out. */
function leavesOut(file: FileAnalysis, call: TSESTree.CallExpression, ask: Judgement): boolean {
  const callee = unwrap(call.callee)
  if (callee.type !== T.MemberExpression || memberName(callee) !== 'filter') return false
  const receiver = unwrap(callee.object)
  const test = call.arguments[0] && unwrap(call.arguments[0])
  const isOfEntries = isFunction(test) && test.params[0]?.type === T.ArrayPattern
  const isOfKeys = receiver.type === T.CallExpression && lastName(receiver.callee) === 'keys'
  if (!test || !(isOfEntries || isOfKeys)) return false
  const text = file.text.slice(...test.range)
  if (!text.includes('!')) return false
  return speaksOfSecrets(text, ask)
}

/** Whether the text of a check names something confidential, or a list of such names. */
export function speaksOfSecrets(text: string, ask: Judgement): boolean {
  const said = [...text.matchAll(/['"`]([\w.-]{2,60})['"`]/gu)].map((match) => match[1]!)
  return KEEPS_BACK.test(text) || said.some((one) => ask.classify(one).kind !== 'other')
}

/** The second argument of `JSON.stringify`, when it decides what is written. */
function replacer(file: FileAnalysis, call: TSESTree.CallExpression): Node | undefined {
  const name = file.text.slice(...unwrap(call.callee).range)
  if (name !== 'JSON.stringify' || !call.arguments[1]) return undefined
  const second = unwrap(call.arguments[1])
  const constant = file.constant(second)
  return constant && (constant.value === null || constant.value === undefined) ? undefined : second
}

function replacerKeeps(file: FileAnalysis, node: Node, ask: Judgement): boolean {
  return node.type === T.ArrayExpression && keeps(constantKeys(file, [node]), ask)
}
