import {
  type CallNode,
  type Destination,
  destinationsOf,
  type FileAnalysis,
  type FunctionNode,
  isCall,
  isFunction,
  lastName,
  memberName,
  type Node,
  primitiveChecks,
  type SchemaValidatorRow,
  schemaValidators,
  T,
  unwrap,
  type ValidatorStyle,
  wrapped,
} from '@palisade/analysis'
import type { TSESTree } from '@typescript-eslint/utils'

/** A call that accepts or rejects data. */
export interface Validation {
  call: CallNode
  /**
   * How it tells. `opaque` for project functions that are validators by their name: what they do with the data and
   * their result isn't known, so neither is questioned.
   */
  style: ValidatorStyle | 'opaque'
  library: string | undefined
  /** The schema, where the call shows it. */
  schema: Node | undefined
  /** It answers with a promise. */
  async?: boolean
}

const rows: readonly SchemaValidatorRow[] = schemaValidators
const byMember = new Map<string, SchemaValidatorRow[]>()
for (const row of rows) {
  const known = byMember.get(row.member)
  if (known) known.push(row)
  else byMember.set(row.member, [row])
}

/**
 * Is the value that is passed to a call validated by it?
 *
 * @param file the call's file.
 * @param call the call.
 * @param index which argument the value (or what it was put into) is.
 * @param own validators named in options and settings.
 */
export function validationBy(
  file: FileAnalysis,
  call: CallNode,
  index: number,
  own: readonly string[],
): Validation | undefined {
  const names = file.names(call.callee)
  for (const name of names) {
    const known = knownValidator(call, index, name)
    if (known) return known
  }
  return ownValidator(file, call, names, own) ?? standardSchema(file, call) ?? namedValidator(file, call, index, names)
}

function knownValidator(call: CallNode, index: number, name: string): Validation | undefined {
  const hash = name.indexOf('#')
  if (hash <= 0) return undefined
  const module = name.slice(0, hash)
  const path = name.slice(hash + 1)
  const parts = path === '' ? [] : path.split('.')
  const last = parts.at(-1) ?? ''
  const made = last.endsWith('()')
  const candidates = made
    ? [...(byMember.get(last.slice(0, -2)) ?? []), ...(byMember.get('type') ?? [])]
    : (byMember.get(last) ?? [])
  const onSchema = parts.slice(0, -1).some((part) => part.endsWith('()'))
  for (const row of candidates) {
    if (!row.modules.includes(module)) continue
    if (row.on === 'made' ? !made : made || (row.on === 'schema') !== onSchema) continue
    // `type({}).and(…)` of ArkType is called itself, whatever the chain
    if (made && row.member !== last.slice(0, -2) && !(row.library === 'arktype' && path.startsWith('type('))) continue
    if (row.data !== index) continue
    return { call, style: row.style, library: row.library, schema: schemaOf(call, row), async: row.async === true }
  }
  return undefined
}

function schemaOf(call: CallNode, row: SchemaValidatorRow): Node | undefined {
  if (row.on === 'module') return row.schema === undefined ? undefined : call.arguments[row.schema]
  const callee = unwrap(call.callee)
  if (row.on === 'made') return callee
  if (row.schema !== undefined) return call.arguments[row.schema]
  return callee.type === T.MemberExpression ? callee.object : undefined
}

/** Validators that the user names: `checkUser`, `.validateWith`, `./lib/check#user`. */
function ownValidator(
  file: FileAnalysis,
  call: CallNode,
  names: readonly string[],
  own: readonly string[],
): Validation | undefined {
  if (own.length === 0) return undefined
  const text = nameOf(call.callee)
  const hit = own.some(
    (name) =>
      name === text ||
      (name.startsWith('.') && text.endsWith(name)) ||
      names.includes(name) ||
      names.some(
        (one) =>
          one.endsWith(`#${name}`) || (name.includes('#') && one.endsWith(name.slice(name.lastIndexOf('/') + 1))),
      ) ||
      text.split('.').at(-1) === name,
  )
  return hit ? { call, style: 'opaque', library: undefined, schema: undefined } : undefined
}

/** With types: a method of something that implements Standard Schema. */
function standardSchema(file: FileAnalysis, call: CallNode): Validation | undefined {
  const callee = unwrap(call.callee)
  if (callee.type !== T.MemberExpression) return undefined
  const method = memberName(callee)
  if (method === 'validate' && callee.object.type === T.MemberExpression && memberName(callee.object) === '~standard')
    return { call, style: 'result', library: undefined, schema: callee.object.object }
  if (!file.types.available || method === undefined) return undefined
  const style = STYLES[method]
  if (!style || !file.types.members(callee.object)?.some((member) => member.name === '~standard')) return undefined
  return { call, style, library: undefined, schema: callee.object }
}

/** What methods of these names do, in every schema library that has them. */
const STYLES: Readonly<Record<string, ValidatorStyle>> = {
  parse: 'returns',
  parseAsync: 'returns',
  safeParse: 'result',
  safeParseAsync: 'result',
  spa: 'result',
  validateAsync: 'returns',
  validateSync: 'returns',
  assert: 'returns',
  isValid: 'guard',
  isValidSync: 'guard',
  allows: 'guard',
  decodeUnknownSync: 'returns',
}

/** Things with a method called `parse` that take texts apart and accept anything. */
const PARSERS =
  /^(?:JSON|JSON5|path|url|URL|qs|querystring|Date|Number|marked|yaml|YAML|toml|TOML|csv|Papa|papa|cheerio|ms|semver|dotenv|acorn|espree|babel|parser|babelParser|cookie|contentType|bytes|chrono|dayjs|moment|DateTime|jsonc|superjson|SuperJSON|devalue|flatted|ini|xml|parser5|parse5|plist|Buffer|mime|cron|bodyParser|graphql|gql)$/u

const SCHEMA_NAME =
  /schema|valid|dto|shape|struct|codec|contract|spec$|^z[A-Z_]|zod|joi|yup|(?:input|body|params?|query|payload|request|form|args?|props|type|model|decoder)s?$/iu
const VALIDATOR_FUNCTION =
  /^(?:assert|ensure|verify|sanitize|sanitise|check|must|require|expect|is|has|parse|safeParse|decode|coerce|enforce|validated?|isValid|invalid)(?:[A-Z_].*)?$/u
/** Functions of that look which validate nothing. */
const NO_VALIDATOR =
  /^(?:parse(?:Int|Float|Json|JSON|Date|Number|Url|URL|Query|Cookies?|Xml|XML|Csv|CSV|Html|HTML|Markdown|File|Stream|Multipart|Path)?|check|is|has|require|ensure|must|expect|requireAuth.*|checkAuth.*|ensureAuth.*|isAuth.*|verifyToken|verifyJwt|verifyPassword|checkPassword|verifyUser|isArray|isBuffer|isEmpty|isNil|isEqual|isUndefined|isNull|isDefined|hasOwnProperty|hasOwn|checkRateLimit|ensureDir.*|ensureFile.*|checkExists.*|assertUnreachable|assertNever)$/u

/** Functions of the project or of modules that no table knows: judged by their names, with the benefit of the doubt. */
function namedValidator(
  file: FileAnalysis,
  call: CallNode,
  index: number,
  names: readonly string[],
): Validation | undefined {
  const callee = unwrap(call.callee)
  // `(0, checks.isOrder)(x)`: an imported function as compilers write it
  const isCompiled = call.callee.type === T.SequenceExpression
  if (callee.type === T.MemberExpression && !isCompiled) {
    const method = memberName(callee)
    if (method === undefined) return undefined
    const receiver = nameOf(callee.object)
    // `schemas[name].parse(data)`
    const last = receiver.split('.').findLast((part) => part !== '*') ?? ''
    if (PARSERS.test(last) || PARSERS.test(receiver.split('.')[0] ?? '')) return undefined
    const ofModule = names.some((name) => /^[^.#@/~][^#]*#/u.test(name) && !name.includes('()'))
    const known = { call, library: undefined, schema: callee.object }
    // A token that a signature has to prove is checked by the call that it is handed to.
    if (
      /^verify(?:Async)?$/u.test(method) &&
      index === 0 &&
      (names.some((name) => /^(?:jsonwebtoken|@nestjs\/jwt)#/u.test(name)) || /jsonwebtoken|jwt/iu.test(receiver))
    )
      return { ...known, style: 'opaque' }
    if (/^(?:safeParse|safeParseAsync|spa)$/u.test(method) && index === 0) return { ...known, style: 'result' }
    if (method === 'parseAsync' && index === 0) return { ...known, style: 'returns' }
    if (
      method === 'parse' &&
      index === 0 &&
      !ofModule &&
      (SCHEMA_NAME.test(last) || /^[A-Z]/u.test(last) || /^(?:z|zod)\./u.test(receiver))
    )
      return { ...known, style: 'returns' }
    // `validate.order(data)`: a module of validators
    if (/^(?:validate|validators?|validations?)$/iu.test(last) && !ofModule && !/^(?:is|has)[A-Z]/u.test(method))
      return { ...known, style: 'opaque' }
    // `settings.default(data)`, compiled from `import validateSettings from './validation/settings'`
    if (method === 'default' && names.some((name) => /^\.[^#]*valid[^#]*#/iu.test(name)))
      return { ...known, style: 'opaque' }
    // `validate` means something else in each library
    if (
      /^(?:validate|validateAsync|validateSync|validateOrReject|validateUsing|isValid|isValidSync|assert|verify|check|Check|Assert|Decode|Parse|is|guard|matches|allows|decode|attempt|cast|create|mask|transform|conform|accept|enforce|test)$/u.test(
        method,
      )
    )
      if (
        /schema|valid|dto|struct|codec|contract|zod|joi|yup|ajv|vine|guard|checker|decoder|shape/iu.test(receiver) ||
        (SCHEMA_NAME.test(last) && /^(?:validate|Check|Assert|Decode|Parse|guard|allows)/u.test(method))
      )
        return { ...known, style: 'opaque' }
    if (
      /^(?:constructEvent|constructEventAsync|unwrap|webhooks?Verify|verifyAndReceive|verifyWebhook|verifySignature)$/u.test(
        method,
      ) ||
      (method === 'verify' && /webhook|^wh$|svix|octokit/iu.test(receiver))
    )
      return { ...known, style: 'opaque' }
    if (VALIDATOR_FUNCTION.test(method) && !NO_VALIDATOR.test(method) && !ofModule && /valid|schema/iu.test(method))
      return { ...known, style: 'opaque' }
    if (/^this$/u.test(receiver.split('.')[0] ?? '') && VALIDATOR_FUNCTION.test(method) && !NO_VALIDATOR.test(method))
      return { ...known, style: 'opaque' }
    return undefined
  }
  if (call.type === T.NewExpression) return undefined
  // `validateUpdate(id)(data)`
  const maker = callee.type === T.CallExpression ? lastName(callee.callee) : undefined
  const name = maker === undefined ? lastName(callee) : /valid|schema/iu.test(maker) ? maker : undefined
  if (name === undefined) return undefined
  if (/^(?:safeParse|safeParseAsync)$/u.test(name))
    return { call, style: 'result', library: undefined, schema: undefined }
  if (NO_VALIDATOR.test(name)) return undefined
  if (VALIDATOR_FUNCTION.test(name) || /valid(?:at|$)|Schema$|webhook.*verif|verif.*webhook/iu.test(name))
    return { call, style: 'opaque', library: undefined, schema: undefined }
  return undefined
}

/** An expression's names as written, dots between: `this.schemas.user` for a member chain, `f` for a call of it. */
export function nameOf(node: Node): string {
  const parts: string[] = []
  for (let current = unwrap(node), hops = 0; hops < 20; hops++) {
    if (current.type === T.MemberExpression) {
      parts.unshift(memberName(current) ?? '*')
      current = unwrap(current.object)
    } else if (current.type === T.CallExpression) current = unwrap(current.callee)
    else if (current.type === T.AwaitExpression) current = unwrap(current.argument)
    else {
      if (current.type === T.Identifier) parts.unshift(current.name)
      else if (current.type === T.ThisExpression) parts.unshift('this')
      else if (current.type === T.Super) parts.unshift('super')
      break
    }
  }
  return parts.join('.')
}

/** What becomes of a validator's answer. */
export interface Answer {
  /** The nodes in conditions that stand for it: the call itself, and the names that hold its answer. */
  evidence: readonly Node[]
  /** Whether the answer is looked at, or handed on to something that may look. */
  checked: boolean
  /** Whether the accepted data is taken out of it. */
  used: boolean
}

const FAILURES =
  /^(?:success|error|errors|issues|ok|valid|isValid|_tag|left|isErr|isOk|summary|status|problems|err|failed|fails|passes|hasErrors|warning|invalid)$/u
const DATA = /^(?:data|value|output|right|payload)$/u

/**
 * What a program does with the answer of a validator.
 *
 * @param file the call's file.
 * @param validation the validating call (or a check written by hand), and the library when it is known.
 */
export function answerOf(file: FileAnalysis, validation: { call: CallNode; library?: string | undefined }): Answer {
  let answer = answers.get(validation.call)
  if (!answer) answers.set(validation.call, (answer = findAnswer(file, validation.call, validation.library)))
  return answer
}

const answers = new WeakMap<Node, Answer>()

function findAnswer(file: FileAnalysis, call: CallNode, library: string | undefined): Answer {
  const evidence: Node[] = [call]
  let checked = false
  let used = false
  for (const one of destinationsOf(file, call)) {
    const [member] = one.path
    const { end } = one
    if (end.kind === 'drop' || (end.kind === 'argument' && SAYING.test(nameOf(end.call.callee)))) continue
    if (member !== undefined && DATA.test(member)) {
      used = true
      // `if (!result.data)`: there is no data where it was rejected
      if (end.kind === 'test' || isDefaulted(one.node)) {
        checked = true
        evidence.push(one.node)
      }
      continue
    }
    if (
      end.kind === 'test' ||
      end.kind === 'compare' ||
      end.kind === 'instanceof' ||
      end.kind === 'size' ||
      end.kind === 'order'
    ) {
      checked ||= !goesOnRegardless(one.node)
      evidence.push(one.node, one.value)
    } else if (member !== undefined && FAILURES.test(member)) {
      checked = true
      evidence.push(one.value)
    } else if (library === 'arktype' && member === undefined) {
      used = true // either the data or the errors: only a look at which tells
    } else if (END_OF_SIGHT.has(end.kind)) {
      checked = true
      used = true
      if (end.kind === 'argument') evidence.push(end.call)
    } else used = true
  }
  return { evidence, checked, used }
}

/** Calls that only tell somebody. */
const SAYING = /^(?:console|log|logger|res|response|reply)\b/u

/** `if (!result.success) { res.status(400).json({}) }`: it is said, and then goes on as if nothing was. */
function goesOnRegardless(tested: Node): boolean {
  let node = wrapped(tested)
  while (node.parent?.type === T.UnaryExpression || node.parent?.type === T.LogicalExpression)
    node = wrapped(node.parent)
  const branch = node.parent
  if (branch?.type !== T.IfStatement || branch.test !== node || branch.alternate) return false
  const statements = branch.consequent.type === T.BlockStatement ? branch.consequent.body : [branch.consequent]
  return node.type === T.UnaryExpression || /error|issues/iu.test(nameOf(node))
    ? statements.every(
        (statement) =>
          statement.type === T.ExpressionStatement &&
          isCall(statement.expression) &&
          SAYING.test(nameOf(statement.expression.callee)),
      )
    : false
}

/** Whether nothing waits for the promise with which a validating call answers. */
export function isPending(file: FileAnalysis, call: CallNode): boolean {
  const node = wrapped(call)
  const { parent } = node
  switch (parent?.type) {
    case T.UnaryExpression:
    case T.IfStatement:
    case T.LogicalExpression:
    case T.ExpressionStatement:
      return true
    case T.VariableDeclarator: {
      if (parent.id.type !== T.Identifier) return true
      const uses = (file.index.variableOf(parent.id)?.references ?? []).filter((reference) => reference.isRead())
      return uses.every((reference) => {
        const use = wrapped(reference.identifier as Node).parent
        if (use?.type === T.MemberExpression) return !/^(?:then|catch|finally)$/u.test(memberName(use) ?? '')
        return use?.type === T.UnaryExpression || use?.type === T.IfStatement
      })
    }
    default:
      return false
  }
}

/** Where an answer goes on to something that may look at it. */
const END_OF_SIGHT: ReadonlySet<string> = new Set(['argument', 'return', 'method', 'store', 'throw'])

function isDefaulted(node: Node): boolean {
  const parent = wrapped(node).parent
  return parent?.type === T.LogicalExpression && parent.operator !== '&&'
}

/** Whether the result of a validating call goes nowhere. */
export function isDropped(call: CallNode): boolean {
  let node: Node = wrapped(call)
  while (
    node.parent &&
    (node.parent.type === T.AwaitExpression ||
      node.parent.type === T.ChainExpression ||
      (node.parent.type === T.UnaryExpression && node.parent.operator === 'void'))
  )
    node = wrapped(node.parent)
  return node.parent?.type === T.ExpressionStatement
}

const checkNames = new Map<string, boolean>(primitiveChecks.map((row) => [row.call, 'negated' in row]))

/** Whether a call says what one primitive value is: `Number.isInteger(x)`, `isEmail(x)`, `mongoose.isValidObjectId(x)`. */
export function isPrimitiveCheck(file: FileAnalysis, call: CallNode): boolean {
  const names = file.names(call.callee)
  for (const name of names) {
    if (checkNames.has(name) || checkNames.has(name.replace(/#default\./u, '#'))) return true
    const hash = name.indexOf('#')
    const last = name.slice(Math.max(hash, name.lastIndexOf('.')) + 1)
    if (hash > 0 && checkNames.has(`${name.slice(0, hash)}#*`) && /^(?:is[A-Z]|equals|matches|contains)/u.test(last))
      return true
    if (hash > 0 && /^lodash[./]is[A-Z]/u.test(name)) return true
  }
  const text = nameOf(call.callee)
  return /(?:^|[._])(?:is(?:Valid)?(?:ObjectId|Uuid|UUID|Email|Url|URL|Integer|String|Number|Date|Slug|Id|Ulid|Cuid|Address|Phone\w*|IP|Int|Numeric|UUIDv\d|Finite|SafeInteger|NaN|Boolean)|isValid|canParse)$/u.test(
    text,
  )
}

/** Whether the receiver of `includes`/`has`/`test` is a fixed list, set, map, object or anchored pattern. */
export function isConstantSet(file: FileAnalysis, receiver: Node): boolean {
  const node = unwrap(receiver)
  if (node.type === T.ArrayExpression || node.type === T.ObjectExpression) return true
  if (isRegExpLiteral(node)) return isAnchored(node.regex.pattern)
  if (
    node.type === T.NewExpression &&
    node.callee.type === T.Identifier &&
    /^(?:Set|Map|RegExp)$/u.test(node.callee.name)
  )
    return true
  if (node.type === T.CallExpression) {
    const name = nameOf(node.callee)
    return (
      /^Object\.(?:keys|values|entries|freeze)$/u.test(name) &&
      node.arguments[0] !== undefined &&
      isConstantSet(file, node.arguments[0])
    )
  }
  if (node.type === T.MemberExpression) {
    const text = nameOf(node)
    if (/(?:^|\.)env\.\w+$/u.test(text)) return false // a worker's bindings
    // `roles.options` and `schema.enum` of a schema, `Role.values`, `config.allowed`
    return (
      /(?:^|\.)[A-Z][\w$]*(?:\.\w+)?$/u.test(text) ||
      /allow|valid|permitted|whitelist|supported|known|enum|options$|values$/iu.test(text)
    )
  }
  if (node.type !== T.Identifier) return false
  if (
    /^[A-Z][A-Z0-9_$]*$/u.test(node.name) ||
    /allow|valid|permitted|whitelist|supported|known|accepted/iu.test(node.name)
  )
    return true
  const variable = file.index.variableOf(node)
  const definition = variable?.defs[0]
  if (!definition) return false
  if (definition.type === 'ImportBinding') return /^[A-Z]/u.test(node.name) || /s$|set$|list$|map$/iu.test(node.name)
  const declarator = definition.node as Node
  if (declarator.type === T.TSEnumDeclaration) return true
  if (declarator.type !== T.VariableDeclarator || !declarator.init) return false
  const init = unwrap(declarator.init)
  if (init.type === T.Identifier && init.name === node.name) return false
  if (isRegExpLiteral(init)) return isAnchored(init.regex.pattern)
  if (init.type === T.ArrayExpression || init.type === T.ObjectExpression) return true
  if (init.type === T.NewExpression || init.type === T.CallExpression) return isConstantSet(file, init)
  return false
}

function isRegExpLiteral(node: Node): node is TSESTree.RegExpLiteral {
  return node.type === T.Literal && 'regex' in node && node.regex !== undefined
}

function isAnchored(pattern: string): boolean {
  return pattern.startsWith('^') && /(?:^|[^\\])\$$/u.test(pattern)
}

/**
 * What a function of the project does with the value at one of its parameters, when it was made to validate it: by its
 * type (`x is T`, `asserts x is T`) or by its name. It has to look at its argument.
 */
export function localValidator(
  file: FileAnalysis,
  fn: FunctionNode,
  index: number,
): ValidatorStyle | 'opaque' | undefined {
  const predicate = fn.returnType?.typeAnnotation
  const name = functionName(fn)
  const claims = predicate?.type === T.TSTypePredicate
  if (!claims && !(name !== undefined && VALIDATOR_FUNCTION.test(name) && !NO_VALIDATOR.test(name))) return undefined
  const param = fn.params[index]
  if (!param || !looksAt(file, param)) return undefined
  if (!claims) return 'opaque'
  return predicate.asserts ? 'asserts' : 'guard'
}

function functionName(fn: FunctionNode): string | undefined {
  if (fn.id) return fn.id.name
  const { parent } = fn
  if (parent.type === T.VariableDeclarator && parent.id.type === T.Identifier) return parent.id.name
  if (parent.type === T.MethodDefinition || parent.type === T.Property || parent.type === T.PropertyDefinition)
    return parent.key.type === T.Identifier ? parent.key.name : undefined
  return undefined
}

/** Whether a function finds out anything about a parameter beyond its presence. */
export function looksAt(file: FileAnalysis, param: Node): boolean {
  return destinationsOf(file, param).some((one) => isLook(file, one))
}

function isLook(file: FileAnalysis, one: Destination): boolean {
  switch (one.end.kind) {
    case 'typeof':
    case 'instanceof':
    case 'compare':
    case 'order':
    case 'in':
    case 'has':
    case 'size':
    case 'iterate':
      return true
    case 'test':
      return one.path.length > 0
    case 'argument': {
      const { call, index } = one.end
      return (
        isPrimitiveCheck(file, call) ||
        /(?:^|\.)(?:isArray|test|includes|has|keys|values|entries|every)$/u.test(nameOf(call.callee)) ||
        validationBy(file, call, index, []) !== undefined
      )
    }
    case 'method':
      return /^(?:match|every|some|includes|test|startsWith|endsWith|hasOwnProperty)$/u.test(one.end.method ?? '')
    default:
      return false
  }
}

/** The function, of this or another file, that a callee denotes. */
export function functionOf(file: FileAnalysis, callee: Node): { fn: FunctionNode; file: FileAnalysis } | undefined {
  const node = unwrap(callee)
  if (isFunction(node)) return { fn: node, file }
  for (const origin of file.origins(callee, CALLEES))
    if (origin.kind === 'function' && origin.members.length === 0) return { fn: origin.function, file: origin.file }
  return undefined
}

const CALLEES = { derived: false, containers: 'whole', calls: false } as const

/** Whether a node is a call, for readers of syntax trees in other places. */
