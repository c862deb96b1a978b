import {
  type CallNode,
  contains,
  type FileAnalysis,
  type FunctionNode,
  isCall,
  isFunction,
  memberName,
  type Node,
  type OutsideDataPart,
  type OutsideDataRow,
  propertyName,
  T,
  unwrap,
  wrapped,
} from '@palisade/analysis'
import type { TSESTree } from '@typescript-eslint/utils'
import { type Flow, follow, type Followed, isReparsed, PARSED, TO_NUMBER, VALIDATING } from './follow.js'
import { isWanted, type Options } from './options.js'
import { widthOf } from './schemas.js'
import {
  answerOf,
  functionOf,
  isConstantSet,
  isDropped,
  isPending,
  isPrimitiveCheck,
  localValidator,
  nameOf,
  type Validation,
  validationBy,
} from './validators.js'

/** What is wrong with how outside data is used. */
export interface Problem {
  kind: 'unvalidated' | 'cast' | 'resultDropped' | 'uncheckedResult' | 'acceptsAnything'
  flow: Flow
  /** Where to report. */
  node: Node
  /** The validation that is none. */
  validation?: Validation
}

interface Check {
  flow: Flow
  evidence: readonly Node[]
}

interface Accepted {
  flow: Flow
  validation: Validation
  /** The members that were validated; a whole part is `[]`. */
  part: OutsideDataPart | 'all'
}

type Judgement =
  | { kind: 'neutral' }
  | { kind: 'use' }
  | { kind: 'check'; evidence: Node }
  | { kind: 'validated'; validation: Validation }

const NEUTRAL: Judgement = { kind: 'neutral' }
const USE: Judgement = { kind: 'use' }

/**
 * Judges what is done with the data of one root.
 *
 * @param file the file.
 * @param followed what becomes of the root.
 * @param options the rule's options.
 * @param own validators named in options and settings.
 * @returns the first problem of each part of the input.
 */
export function problemsOf(
  file: FileAnalysis,
  followed: Followed,
  options: Options,
  own: readonly string[],
): Problem[] {
  const uses: Flow[] = []
  const checks: Check[] = []
  const accepted: Accepted[] = []
  const take = (flow: Flow): void => {
    const judgement = judge(file, flow, options, own)
    if (judgement.kind === 'use') uses.push(flow)
    else if (judgement.kind === 'validated')
      accepted.push({ flow, validation: judgement.validation, part: flow.row.part })
    else if (judgement.kind === 'check' && options.primitiveChecks !== 'none')
      checks.push({ flow, evidence: evidenceOf(file, judgement.evidence) })
  }
  for (const flow of followed.flows) take(flow)
  for (const flow of parsedAgain(file, accepted, own)) take(flow)
  for (const holder of followed.holders) {
    const validation = validationOfHolder(file, holder, own)
    if (validation && followed.flows[0])
      accepted.push({
        flow: { ...holder, casts: [], given: undefined, row: followed.flows[0].row, data: [] },
        validation,
        part: 'all',
      })
  }
  const overwritten = followed.holders.filter((one) => one.end.kind === 'overwrite' && one.path.length > 0)
  const problems: Problem[] = []
  const done = new Set<OutsideDataPart>()
  const report = (problem: Problem): void => {
    if (done.has(problem.flow.row.part)) return
    done.add(problem.flow.row.part)
    problems.push(problem)
  }
  for (const one of accepted) {
    const problem = emptyValidation(file, one, followed)
    if (problem) report(problem)
  }
  for (const flow of uses) {
    if (done.has(flow.row.part)) continue
    if (isOverwritten(flow, overwritten, followed.flows)) continue
    if (isChecked(file, flow, checks, options)) continue
    const verdict = isAccepted(file, flow, accepted)
    if (verdict === 'accepted') continue
    if (verdict) {
      report({
        kind: verdict.kind,
        flow,
        node: verdict.kind === 'uncheckedResult' ? verdict.validation.call : (flow.given ?? flow.value),
        validation: verdict.validation,
      })
      continue
    }
    const claim = options.casts === false ? undefined : flow.casts.find((node) => isTelling(flow, node))
    report({ kind: claim ? 'cast' : 'unvalidated', flow, node: claim ?? flow.given ?? flow.value })
  }
  for (const one of accepted) {
    if (done.has(one.flow.row.part) || one.validation.style !== 'result') continue
    const answer = answerOf(file, one.validation)
    if (answer.used && !answer.checked)
      report({ kind: 'uncheckedResult', flow: one.flow, node: one.validation.call, validation: one.validation })
  }
  return problems
}

/** A schema that accepts anything, at a validation whose result counts. */
function emptyValidation(file: FileAnalysis, { flow, validation }: Accepted, followed: Followed): Problem | undefined {
  const width = widthOf(file, validation.schema)
  if (!width) return undefined
  if (width === 'more members' && !passedWhole(file, validation.call)) return undefined
  // validated again by something that does look
  const again = followed.flows.some(
    (other) =>
      other !== flow &&
      other.end.kind === 'argument' &&
      other.end.call !== validation.call &&
      other.row.part === flow.row.part &&
      /safeParse|parse|validate/u.test(nameOf(other.end.call.callee)),
  )
  return again ? undefined : { kind: 'acceptsAnything', flow, node: validation.schema ?? validation.call, validation }
}

/** Whether the accepted value goes on whole, with the members that the schema doesn't name. */
function passedWhole(file: FileAnalysis, call: CallNode): boolean {
  let node: Node = wrapped(call)
  while (node.parent?.type === T.AwaitExpression) node = wrapped(node.parent)
  const { parent } = node
  if (isCall(parent) || parent?.type === T.SpreadElement || parent?.type === T.Property) return true
  if (parent?.type !== T.VariableDeclarator || parent.id.type !== T.Identifier) return false
  return (file.index.variableOf(parent.id)?.references ?? []).some((reference) => {
    const use = (reference.identifier as Node).parent
    if (use?.type === T.MemberExpression && memberName(use) === 'data') {
      const outer = use.parent
      return isCall(outer) ? outer.callee !== use : outer.type === T.SpreadElement || outer.type === T.Property
    }
    return (
      (isCall(use) && use.callee !== reference.identifier) || use?.type === T.SpreadElement || use?.type === T.Property
    )
  })
}

/** What becomes of texts that a schema accepted and that are parsed then: nobody has looked at what is in them. */
function parsedAgain(file: FileAnalysis, accepted: readonly Accepted[], own: readonly string[]): Flow[] {
  if (!file.text.includes('JSON.parse')) return []
  return accepted.flatMap(({ flow, validation: { call, style } }) =>
    style === 'returns' || style === 'result'
      ? follow(file, { start: call, rows: [{ row: { ...flow.row, holds: 'raw' }, path: [] }], handler: undefined }, own)
          .flows.filter(({ data }) => data.includes(PARSED))
          .map((parsed) => ({ ...parsed, data: [...flow.data, ...parsed.data] }))
      : [],
  )
}

/** Whether the object that holds the data is validated as a whole: `validationResult(req)`, `ctx.verifyParams(rules)`. */
function validationOfHolder(
  file: FileAnalysis,
  { end, path }: Followed['holders'][number],
  own: readonly string[],
): Validation | undefined {
  if (end.kind === 'argument') return takesRequest(end.call) ?? validationBy(file, end.call, end.index, own)
  if (end.kind === 'method' && path.length < 2 && VALIDATING.test(end.method ?? ''))
    return { call: end.call, style: 'opaque', library: undefined, schema: undefined }
  return undefined
}

/** Functions that validate what is in a request as a whole: `validationResult(req)`. */
function takesRequest(call: CallNode): Validation | undefined {
  const name = nameOf(call.callee)
  if (/(?:^|\.)validationResult$/u.test(name))
    return { call, style: 'errors', library: 'express-validator', schema: undefined }
  if (/(?:^|\.)(?:matchedData|validateRequest|parseRequest)$/u.test(name))
    return { call, style: 'opaque', library: undefined, schema: undefined }
  return undefined
}

/** What one thing that is done with data means. */
function judge(file: FileAnalysis, flow: Flow, options: Options, own: readonly string[]): Judgement {
  const { end, row, data } = flow
  if (row.holds === 'raw' && !data.includes(PARSED) && !(row.id === 'lambda-body' && data.length > 0)) return NEUTRAL
  if ((row.holds === 'files' || data.includes('*file')) && !data.includes(PARSED)) return NEUTRAL
  if (!options.strict && isRequestAgain(flow)) return NEUTRAL
  switch (end.kind) {
    case 'drop':
    case 'test':
    case 'size':
    case 'has':
    case 'overwrite':
    case 'jsx':
    case 'throw':
    case 'called':
      return NEUTRAL
    case 'typeof':
      return { kind: 'check', evidence: flow.node.parent?.parent ?? flow.node }
    case 'instanceof':
    case 'in':
      return { kind: 'check', evidence: flow.node.parent! }
    case 'compare':
      return comparison(file, flow, end.other)
    case 'order':
      return { kind: 'check', evidence: flow.node.parent! }
    case 'key':
      return end.object.type === T.ObjectExpression
        ? merelyPassed(file, flow, options)
        : isConstantSet(file, end.object)
          ? { kind: 'check', evidence: flow.node.parent! }
          : merelyPassed(file, flow, options)
    case 'method':
      return method(file, flow, end.method, options)
    case 'argument':
      return argument(file, flow, end.call, end.index, options, own)
    case 'store':
      if (isKeptByRequest(file, flow, end.target) || isPutInOrder(file, flow, end.target)) return NEUTRAL
      return isMovedOn(flow) && !options.strict ? NEUTRAL : merelyPassed(file, flow, options)
    case 'return':
      // a helper that collects the body for whoever calls it
      if (/^(?:http|express)-(?:data|chunks)$/u.test(row.id)) return NEUTRAL
      return isMovedOn(flow) && !options.strict ? NEUTRAL : merelyPassed(file, flow, options)
    case 'tagged':
      return LOGGING.test(nameOf(end.tag)) ? NEUTRAL : merelyPassed(file, flow, options)
    case 'arithmetic':
      return merelyPassed(file, flow, options)
    case 'iterate':
      return USE
  }
}

/** `req.rawBody = req.body`, `req.body = req.body || {}`: still the request. */
function isKeptByRequest(file: FileAnalysis, flow: Flow, target: Node): boolean {
  const [from] = flow.calls.length > 0 ? [] : [unwrap(flow.value)]
  if (target.type !== T.MemberExpression || from?.type !== T.MemberExpression) return false
  const kept = /^_?(?:raw)?_?(?:body|query|params|cookies|payload)$/iu.test(memberName(target) ?? '')
  return kept && file.text.slice(...target.object.range) === file.text.slice(...from.object.range)
}

/** `req.query.tags = [req.query.tags]`: the same value, in another shape. */
function isPutInOrder(file: FileAnalysis, flow: Flow, target: Node): boolean {
  return flow.calls.length === 0 && file.text.slice(...target.range) === file.text.slice(...unwrap(flow.value).range)
}

/** Calls that only keep a value somewhere. */
const KEEPING =
  /(?:^|\.)(?:push|unshift|enqueue|add|set|defineProperty|emit|_emit|setAttributes?|set\w*Attributes|callTool)$/u

/** What a model asks for goes on whole, in an object that describes the call, or as a text: whoever calls the tool looks. */
function isMovedOn(flow: Flow): boolean {
  if (flow.row.part !== 'tool call' || flow.data.some((member) => member !== PARSED)) return false
  return (
    (flow.inside[0] !== undefined && flow.inside[0] !== flow.spread) ||
    flow.through.some((call) => nameOf(call.callee) === 'JSON.stringify')
  )
}

/** The request as a whole, put together anew for another framework: whoever gets it looks into it. */
function isRequestAgain(flow: Flow): boolean {
  return flow.inside.some((object) => {
    if (object.type !== T.ObjectExpression) return false
    const keys = new Set(
      object.properties.flatMap((one) => (one.type === T.Property ? [propertyName(one)?.toLowerCase() ?? ''] : [])),
    )
    const has = (names: readonly string[]): number => names.filter((name) => keys.has(name)).length
    return has(['method', 'url', 'path', 'headers', 'ip']) > 0 && has(['body', 'query', 'params', 'cookies']) > 1
  })
}

/** Whether the data is a text in any case: nothing happens where it is merely passed on. */
function isText(row: OutsideDataRow): boolean {
  return row.holds === 'text' || (row.part === 'params' && row.holds !== 'any')
}

/** Route parameters are always strings: what is merely passed on is looked at in `strict` only. */
function merelyPassed(file: FileAnalysis, flow: Flow, options: Options): Judgement {
  if (!isWanted(flow.row, options)) return NEUTRAL
  if (isNumber(flow) && hasDefault(flow)) return NEUTRAL
  if (!isText(flow.row) || flow.data.includes(PARSED) || options.strict) return USE
  if (flow.casts.some((cast) => isTelling(flow, cast))) return USE
  return isNumber(flow) ? USE : NEUTRAL
}

/** Whether a value became a number on the way. */
function isNumber(flow: Flow): boolean {
  return flow.through.some((call) => TO_NUMBER.test(nameOf(call.callee))) || isUnaryPlus(flow.value)
}

function isUnaryPlus(node: Node): boolean {
  return node.type === T.UnaryExpression && node.operator === '+'
}

/** `Number(x) || 1`: a number in any case. */
function hasDefault(flow: Flow): boolean {
  const made: Node | undefined =
    flow.through.findLast((call) => TO_NUMBER.test(nameOf(call.callee))) ??
    (isUnaryPlus(flow.value) ? flow.value : undefined)
  if (!made) return false
  for (let node: Node = wrapped(made), hops = 0; hops < 4 && node.parent; hops++, node = wrapped(node.parent)) {
    const { parent } = node
    if (parent.type === T.LogicalExpression && parent.operator === '||' && parent.left === node) return true
    if (isCall(parent) && /^Math\./u.test(nameOf(parent.callee))) continue
    return false
  }
  return false
}

/** Members by which a program decides what somebody may do. */
const AUTHORITY = /user_?id|owner|role|admin|tenant|account_?id|org(?:anization)?_?id|permission|scope/iu

function comparison(file: FileAnalysis, flow: Flow, other: Node | undefined): Judgement {
  const node = flow.node.parent!
  if (!other) return { kind: 'check', evidence: node }
  const target = unwrap(other)
  if (isNothing(target)) return NEUTRAL
  if (file.constant(target) || target.type === T.Literal || target.type === T.TemplateLiteral)
    return { kind: 'check', evidence: node }
  if (target.type === T.Identifier && /^[A-Z][A-Z0-9_]*$/u.test(target.name)) return { kind: 'check', evidence: node }
  if (target.type === T.MemberExpression && /^[A-Z]/u.test(nameOf(target))) return { kind: 'check', evidence: node }
  const last = flow.data.at(-1) ?? ''
  return AUTHORITY.test(last) && flow.row.part !== 'params' && flow.row.part !== 'response' ? USE : NEUTRAL
}

/** What stands for a member that is not there. */
function isNothing(node: Node): boolean {
  if (node.type === T.Identifier) return node.name === 'undefined'
  if (node.type === T.UnaryExpression) return node.operator === 'void'
  return node.type === T.Literal && (node.value === null || node.value === '')
}

/** Methods that only look at a value. */
const LOOKING =
  /^(?:includes|startsWith|endsWith|indexOf|lastIndexOf|match|matchAll|search|test|localeCompare|codePointAt|charCodeAt|isPrototypeOf|propertyIsEnumerable|equals)$/u

function method(file: FileAnalysis, flow: Flow, name: string | undefined, options: Options): Judgement {
  if (name === 'match' && flow.end.kind === 'method') {
    const [pattern] = flow.end.call.arguments
    if (pattern && isConstantSet(file, pattern)) return { kind: 'check', evidence: flow.end.call }
  }
  // `list.every((item) => typeof item === 'string')`
  if (name === 'every' && flow.end.kind === 'method') return { kind: 'check', evidence: flow.end.call }
  if (name !== undefined && LOOKING.test(name)) return NEUTRAL
  if (flow.row.holds === 'form' && flow.data.length > 0) return NEUTRAL // a file's own methods
  if (isText(flow.row)) return merelyPassed(file, flow, options)
  return isWanted(flow.row, options) ? USE : NEUTRAL
}

const LOGGING =
  /(?:^|\.)_?(?:console|log|logger|logging|winston|pino|debug|Logger|Sentry|span|tracer|metrics|newrelic|telemetry|analytics)(?:\.|$)|(?:^|\.)(?:log|log[A-Z]\w*|debug|info|warn|trace|setAttribute|captureException|setContext|setTag|addBreadcrumb|redact\w*|\w+ForLog(?:ging)?)$/u
const ERRORS =
  /(?:^|\.)(?:[A-Z]\w*(?:Error|Exception|Failure)|Error|createError|createHttpError|httpError|Boom\.\w+|invariant|assert|next|reject|throw|notFound)$/u
const HASHING =
  /(?:^|\.)(?:(?:createHash|createHmac|hash|hmac|hasher|shasum)\.update|timingSafeEqual|digest|createHash|compareDigest|escape|escapeHtml|escapeHTML|he\.encode|sanitizeHtml|xss|DOMPurify\.sanitize|purify|encode|byteLength|isArray|isBuffer|Boolean|Symbol|typeOf|isEmpty|isNil|hasOwn|defined|exists|t|i18n|translate)$/u
/** Calls that send a body on to another service, or to the provider that signs somebody in. */
const FORWARDING =
  /(?:^|\.)(?:fetch|request|proxy|forward|signIn|handleRequest|handlePostMessage|axios|got|ky|\$fetch|ofetch)(?:\.(?:post|put|patch|request|get|delete))?$/u
/** Calls for which a route parameter is a path, a query, a command or an address. */
const DANGEROUS =
  /(?:^|\.)(?:createReadStream|createWriteStream|unlink|unlinkSync|rm|rmSync|stat|statSync|access|existsSync|readdir|readdirSync|mkdir|mkdirSync|rename|(?:read|write|append|copy|send|exec)File(?:Sync)?|download|join|resolve|exec|execSync|spawn|spawnSync|fork|eval|Function|URL|redirect|location|require)$/u
const QUERYING =
  /(?:^|\.)(?:[a-z]\w+File|query|execute|raw|rawQuery|\$queryRaw|\$queryRawUnsafe|\$executeRaw|\$executeRawUnsafe|sql|exec|run|all|get|prepare|aggregate|unsafe|fetch|axios|got|request|post|put|patch|delete)$/u

function argument(
  file: FileAnalysis,
  flow: Flow,
  call: CallNode,
  index: number,
  options: Options,
  own: readonly string[],
): Judgement {
  const { row } = flow
  const name = nameOf(call.callee)
  const last = name.split('.').at(-1) ?? ''
  const target = flow.text ? undefined : functionOf(file, call.callee)
  const style = target && localValidator(target.file, target.fn, index)
  // what a function of the project says of itself is more than its name
  if (style && style !== 'opaque')
    return { kind: 'validated', validation: { call, style, library: undefined, schema: undefined } }
  const validation = flow.text ? undefined : validationBy(file, call, index, own)
  if (validation && !(target?.file === file && validation.style === 'opaque' && !style && own.length === 0))
    return { kind: 'validated', validation }
  if (style) return { kind: 'validated', validation: { call, style, library: undefined, schema: undefined } }
  if (isPrimitiveCheck(file, call)) return { kind: 'check', evidence: call }
  if (index === 1 && /^Object\.(?:hasOwn|prototype\.hasOwnProperty\.call)$/u.test(name))
    return isConstantSet(file, call.arguments[0]!) ? { kind: 'check', evidence: call } : NEUTRAL
  const callee = unwrap(call.callee)
  if (
    callee.type === T.MemberExpression &&
    /^(?:includes|has|test|hasOwn|hasOwnProperty|indexOf|exec|get)$/u.test(last)
  ) {
    // `Users.get(id)` of another file is a query, as far as one can tell
    const isLookUp = last !== 'get' || !isImportedName(file, callee.object)
    if (isLookUp && isConstantSet(file, callee.object)) return { kind: 'check', evidence: call }
    if (/^(?:includes|test|indexOf|has|hasOwnProperty)$/u.test(last) || name === 'Object.hasOwn') return NEUTRAL
    if (last === 'exec' && /regex|pattern|re$/iu.test(nameOf(callee.object))) return NEUTRAL
  }
  if (/^_?is[A-Z]/u.test(last) && /^(?:_|lodash|util|types|R)\./u.test(name)) return NEUTRAL
  if (LOGGING.test(name) || ERRORS.test(name) || HASHING.test(name)) return NEUTRAL
  if (/^Math\.(?:min|max|floor|round|abs|ceil|trunc)$/u.test(name))
    return /min|max/u.test(last) ? { kind: 'check', evidence: call } : NEUTRAL
  if (!isWanted(row, options)) return NEUTRAL
  if (isNumber(flow) && hasDefault(flow)) return { kind: 'check', evidence: call }
  // an answer that goes on to the client as it is
  if (
    row.part === 'response' &&
    !options.strict &&
    flow.data.length === 0 &&
    flow.casts.length === 0 &&
    /^(?:json|jsonp|send|end)$/u.test(last)
  )
    return NEUTRAL
  if (!options.strict && KEEPING.test(name) && isMovedOn(flow)) return NEUTRAL
  // the whole body goes on to another service untouched
  if (flow.data.every((member) => member === PARSED) && FORWARDING.test(name) && !flow.spread && isPayload(flow))
    return options.strict ? USE : NEUTRAL
  if (isText(row) && !flow.data.includes(PARSED) && !options.strict) {
    if (DANGEROUS.test(name) && !/^(?:Promise|cache|map|router|app)\./u.test(name))
      return last === 'join' || last === 'resolve'
        ? /^(?:path\.)?(?:join|resolve)$|path/u.test(name)
          ? USE
          : NEUTRAL
        : USE
    if ((flow.text || row.holds === 'text') && QUERYING.test(name)) return USE
    return merelyPassed(file, flow, options)
  }
  return USE
}

/** Whether an expression is an import whose name doesn't say that it is constant. */
function isImportedName(file: FileAnalysis, node: Node): boolean {
  const name = unwrap(node)
  return (
    name.type === T.Identifier &&
    !/^[A-Z][A-Z0-9_$]*$/u.test(name.name) &&
    file.index.variableOf(name)?.defs[0]?.type === 'ImportBinding'
  )
}

function isPayload(flow: Flow): boolean {
  return flow.text === undefined
}

/** The nodes in conditions that stand for a check: the check itself and names that hold its answer. */
function evidenceOf(file: FileAnalysis, check: Node): Node[] {
  return isCall(check) || check.type === T.BinaryExpression
    ? [check, ...answerOf(file, { call: check as CallNode }).evidence.filter((node) => !contains(node, check))]
    : [check]
}

/** Whether checks written by hand, of this very value, hold where it is used. */
function isChecked(file: FileAnalysis, flow: Flow, checks: readonly Check[], options: Options): boolean {
  const relevant = checks.filter(
    ({ flow: check, evidence }) =>
      check.row.part === flow.row.part &&
      (options.primitiveChecks === 'objects' ||
        (check.data.length > 0 &&
          speaksOf(check.data, flow.data) &&
          // that it is an object says nothing of its members
          (check.data.length === flow.data.length || isPrimitiveEvidence(evidence)))),
  )
  if (relevant.length === 0) return isWholeValue(flow) && isCheckedWhole(file, flow, checks)
  return relevant.some((check) => holdsAt(file, flow, check.evidence))
}

/** Data that is one primitive value as a whole: `getRouterParam(event, 'id')`, a callback's argument, a tool's answer. */
function isWholeValue(flow: Flow): boolean {
  return flow.data.length === 0
}

function isCheckedWhole(file: FileAnalysis, flow: Flow, checks: readonly Check[]): boolean {
  return checks.some(
    (check) =>
      check.flow.row === flow.row &&
      check.flow.data.length === 0 &&
      isPrimitiveEvidence(check.evidence) &&
      holdsAt(file, flow, check.evidence),
  )
}

/** `typeof body === 'object'` says nothing about what is in it. */
function isPrimitiveEvidence(evidence: readonly Node[]): boolean {
  return !evidence.some(
    (node) =>
      node.type === T.BinaryExpression &&
      [node.left, node.right].some(
        (side) => side.type === T.Literal && (side.value === 'object' || side.value === 'undefined'),
      ),
  )
}

/** Whether what is known of some data says anything of what is read from it: nothing of a text that was parsed since. */
function speaksOf(known: readonly string[], used: readonly string[]): boolean {
  return isPrefix(known, used) && !used.slice(Math.max(known.length, 1)).includes(PARSED)
}

function isPrefix(short: readonly string[], long: readonly string[]): boolean {
  return short.length <= long.length && short.every((member, i) => member === long[i])
}

/** Whether a condition that holds where the value is used was decided by one of these nodes. */
function holdsAt(file: FileAnalysis, flow: Flow, evidence: readonly Node[]): boolean {
  const places: Node[] = [flow.node, flow.value, ...flow.calls]
  for (const place of places)
    for (const { test, holds } of file.guards(place))
      if (
        !isOtherwise(test, holds) &&
        evidence.some((node) => contains(test, node) || contains(node, test) || isCollectedFor(file, test, node))
      )
        return true
  if (flow.chosen.some((test) => evidence.some((node) => contains(test, node)))) return true
  // `assert(typeof x === 'string')`, `expectString(x)` before the use; `x = ok(x) ? x : 1` around it
  return evidence.some((node) => {
    if (contains(flow.node, node) || contains(node, flow.node)) return true
    for (let outer: Node | undefined = node.parent; outer && !isFunction(outer); outer = outer.parent)
      if (
        isCall(outer) &&
        /(?:^|\.)(?:assert|ok|invariant|ensure|expect|check|must|require)\w*$/iu.test(nameOf(outer.callee)) &&
        outer.range[1] <= anchorOf(flow)
      )
        return true
    return false
  })
}

/** `x !== 'all'` that holds, `x === 'all'` that doesn't: anything else may be in it. */
function isOtherwise(test: Node, holds: boolean): boolean {
  return test.type === T.BinaryExpression && (holds ? /^!==?$/u.test(test.operator) : /^===?$/u.test(test.operator))
}

/** `if (!isEmail(x)) errors.push('email')` … `if (errors.length > 0) return`: what was found is looked at later. */
function isCollectedFor(file: FileAnalysis, test: Node, evidence: Node): boolean {
  let check: Node | undefined = evidence
  while (check && check.type !== T.IfStatement && !isFunction(check)) check = check.parent
  if (check?.type !== T.IfStatement || !contains(check.test, evidence) || check.range[1] > test.range[0]) return false
  const collector = collectedIn(file, check.consequent)
  return (
    collector !== undefined &&
    file.text
      .slice(...test.range)
      .split(/[^\w$]+/u)
      .includes(collector)
  )
}

/** The variable that a branch writes its finding to: a list, an object, a flag. */
function collectedIn(file: FileAnalysis, branch: Node): string | undefined {
  const [statement] = branch.type === T.BlockStatement ? branch.body : [branch]
  if (statement?.type !== T.ExpressionStatement) return undefined
  const { expression } = statement
  const target = isCall(expression)
    ? expression.callee
    : expression.type === T.AssignmentExpression
      ? expression.left
      : undefined
  let root = target && unwrap(target)
  if (isCall(expression) && root?.type !== T.MemberExpression) return undefined
  while (root?.type === T.MemberExpression) root = unwrap(root.object)
  return root?.type === T.Identifier && file.index.variableOf(root)?.defs[0]?.type === 'Variable'
    ? root.name
    : undefined
}

/** Where in the handler something happens: at the call that leads into a helper, when it is there. */
function anchorOf(flow: Flow): number {
  return (flow.calls[0] ?? flow.value).range[0]
}

type Verdict = 'accepted' | { kind: 'resultDropped' | 'uncheckedResult'; validation: Validation } | undefined

/** Whether what is used was accepted by a validator before. */
function isAccepted(file: FileAnalysis, flow: Flow, accepted: readonly Accepted[]): Verdict {
  let verdict: Verdict
  for (const one of accepted) {
    if (one.part !== 'all' && one.part !== flow.row.part) continue
    const { validation } = one
    if (one.part !== 'all' && !(validation.style === 'opaque' ? isPrefix : speaksOf)(one.flow.data, flow.data)) continue
    if (one.part === 'all' && isReparsed(flow)) continue
    if (isParsedHere(flow) && provesSender(validation.call)) continue
    const before = isBefore(one.flow, flow)
    const answer = answerOf(file, validation)
    if (validation.async && isPending(file, validation.call)) {
      if (before) verdict ??= { kind: 'uncheckedResult', validation }
      continue
    }
    switch (validation.style) {
      case 'opaque':
        if (before || holdsAt(file, flow, answer.evidence)) return 'accepted'
        break
      case 'asserts':
        if (before) return 'accepted'
        break
      case 'errors':
        if (before && answer.checked) return 'accepted'
        if (before) verdict ??= { kind: 'uncheckedResult', validation }
        break
      case 'guard':
        if (holdsAt(file, flow, answer.evidence)) return 'accepted'
        if (before) verdict ??= { kind: 'uncheckedResult', validation }
        break
      case 'result':
      case 'returns':
        if (!before) break
        // Joi accepts no member that the schema doesn't name: what it accepted is what came in
        if (validation.library === 'joi' && answer.checked && !answer.used && holdsAt(file, flow, answer.evidence))
          return 'accepted'
        if (validation.style === 'result' && isDropped(validation.call))
          verdict ??= { kind: 'uncheckedResult', validation }
        else verdict ??= { kind: 'resultDropped', validation }
        break
    }
  }
  return verdict
}

/** Whether what is used was a text that the program parsed itself. */
function isParsedHere({ data, through }: Flow): boolean {
  return data.includes(PARSED) || through.some((call) => nameOf(call.callee) === 'JSON.parse')
}

/** A signature proves who sent the bytes, and says nothing of what is in them. */
function provesSender(call: CallNode): boolean {
  return /signature|hmac|(?:^|\.)(?:verify|check|isValid|validate)(?:GitHub|Slack|Shopify|Stripe|Webhook|Request|Hook|Origin)$/iu.test(
    nameOf(call.callee),
  )
}

function isBefore(validation: Flow, use: Flow): boolean {
  const a = anchorOf(validation)
  const b = anchorOf(use)
  if (a !== b) return a < b
  // inside of the same helper
  return (
    validation.calls.length > 0 &&
    use.calls[0] === validation.calls[0] &&
    validation.value.range[0] < use.value.range[0]
  )
}

/** `req.body = schema.parse(req.body)` before the use: what is read then is what was written. */
function isOverwritten(flow: Flow, overwritten: Followed['holders'], flows: readonly Flow[]): boolean {
  // what is written is what was there
  const isSame = (target: Node): boolean => flows.some(({ end }) => end.kind === 'store' && end.target === target)
  for (const one of overwritten) {
    if (isSame(one.node)) continue
    if (!isPrefix(one.path, flow.path) || one.node.range[0] >= anchorOf(flow)) continue
    if (functionAround(one.node) === functionAround(flow.value) || flow.calls.length > 0) return true
  }
  // `req.body = schema.parse(req.body)`, `body.role = 'user'`: what is read then is what was written
  return flows.some(
    (one) =>
      one.end.kind === 'overwrite' &&
      one.row.part === flow.row.part &&
      isPrefix(one.data, flow.data) &&
      !isSame(one.node) &&
      one.node.parent?.type === T.AssignmentExpression &&
      one.node.parent.range[1] <= anchorOf(flow),
  )
}

function functionAround(node: Node): FunctionNode | undefined {
  for (let current: Node | undefined = node.parent; current; current = current.parent)
    if (isFunction(current)) return current
  return undefined
}

/**
 * Whether an assertion claims anything that may be false. A route parameter is a string in any case; `Request<P, R, B>`
 * claims as much as `as B`.
 */
function isTelling(flow: Flow, cast: Node): boolean {
  const type = typeOf(cast)
  if (!type) return false
  if (flow.row.part === 'params' || flow.row.holds === 'string') return claimsMoreThanStrings(type)
  return true
}

/** The type that an assertion or an annotation claims. */
export function typeOf(cast: Node): TSESTree.TypeNode | undefined {
  if (cast.type === T.TSAsExpression || cast.type === T.TSTypeAssertion) return cast.typeAnnotation
  if (isCall(cast)) return cast.typeArguments?.params[0]
  return (cast as { typeAnnotation?: TSESTree.TSTypeAnnotation }).typeAnnotation?.typeAnnotation
}

function claimsMoreThanStrings(type: TSESTree.TypeNode): boolean {
  switch (type.type) {
    case T.TSStringKeyword:
    case T.TSUndefinedKeyword:
    case T.TSNullKeyword:
      return false
    case T.TSUnionType:
      return type.types.some(claimsMoreThanStrings)
    case T.TSTypeLiteral:
      return type.members.some(
        (member) =>
          member.type === T.TSPropertySignature &&
          member.typeAnnotation !== undefined &&
          claimsMoreThanStrings(member.typeAnnotation.typeAnnotation),
      )
    case T.TSTypeReference: {
      const name = type.typeName.type === T.Identifier ? type.typeName.name : ''
      if (/^(?:Record|Promise|Partial|Readonly)$/u.test(name))
        return claimsMoreThanStrings(type.typeArguments?.params.at(-1) ?? type)
      return !/params?$/iu.test(name)
    }
    default:
      return true
  }
}
