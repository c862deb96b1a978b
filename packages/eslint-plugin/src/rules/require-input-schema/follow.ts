import {
  type CallNode,
  type Destination,
  type DestinationPolicy,
  destinationsOf,
  type FileAnalysis,
  isCall,
  memberName,
  type Node,
  type OutsideDataRow,
  T,
  unwrap,
} from '@palisade/analysis'
import type { PathRow, Root } from './sources.js'
import { functionOf, localValidator, nameOf, validationBy } from './validators.js'

/** Something that is done with outside data. */
export interface Flow extends Omit<Destination, 'casts' | 'given'> {
  row: OutsideDataRow
  /** The data, where it is handed to the helper that uses it. */
  given: Node | undefined
  /** What claims a type for the data, not for the object that holds it. */
  casts: readonly Node[]
  /** The members read from the data itself: `['email']` for `req.body.email`. */
  data: readonly string[]
}

/** Everything that becomes of a root. */
export interface Followed {
  /** What is done with data. */
  flows: readonly Flow[]
  /** What is done with the object that holds it, on the way there: the request itself. */
  holders: readonly Destination[]
}

/** Functions that make something new out of a value and check nothing. */
const HANDING_ON =
  /^(?:JSON\.parse|JSON\.stringify|String|Number|Number\.parseInt|Number\.parseFloat|parseInt|parseFloat|BigInt|Date|Object\.fromEntries|Object\.freeze|Object\.values|Object\.entries|Array\.from|Buffer\.from|structuredClone|decodeURIComponent|encodeURIComponent|decodeURI|encodeURI|atob|btoa|escape|unescape|toString|Date\.parse|pick|omit|_\.pick|_\.omit|_\.get|lodash\.pick|lodash\.omit|qs\.parse|querystring\.parse|URLSearchParams|plainToInstance|plainToClass|cloneDeep|_\.cloneDeep|util\.inspect)$/u

/** Functions that put bytes together, or make a text of them. */
const COLLECTING = /^(?:Buffer\.concat|Uint8Array|concat|concatBytes|(?:\w+\.)?(?:decode|write))$/u

/** Conversions to a number, whose result needs a check of its own. */
export const TO_NUMBER = /^(?:Number|parseInt|parseFloat|Number\.parseInt|Number\.parseFloat|BigInt|Date)$/u

/** Methods that make a new text (or number) of a value. */
const TRANSFORMS =
  /^(?:trim|trimStart|trimEnd|toLowerCase|toUpperCase|toLocaleLowerCase|toLocaleUpperCase|toString|toJSON|slice|substring|substr|replace|replaceAll|padStart|padEnd|normalize|split|concat|at|charAt|valueOf|repeat|toFixed|join|flat|reverse|getTime|toISOString)$/u

/** Stands among the members for a text that was parsed as JSON. */
export const PARSED = 'JSON.parse()'

/** Whether what is used was a text among the data, and then parsed: a schema that accepted the text says nothing of it. */
export function isReparsed(flow: Flow): boolean {
  return flow.data.indexOf(PARSED) > 0
}

/**
 * Follows a root to everything that is done with the data in it.
 *
 * @param file the root's file.
 * @param root where the data comes in.
 * @param own validators named in options and settings.
 */
export function follow(file: FileAnalysis, root: Root, own: readonly string[]): Followed {
  const flows: Flow[] = []
  const holders: Destination[] = []
  for (const one of destinationsOf(file, root.start, policyFor(file, root.rows, own))) {
    const data = dataAt(root.rows, one.path)
    if (!data) holders.push(one)
    else {
      const reached = one.path.length - data.rest.length
      // a text or a message is data only once it is parsed
      const parsed = data.row.holds === 'raw' ? data.rest.indexOf(PARSED) + 1 : 0
      const given = one.given && one.given.path.length >= reached + parsed ? one.given.value : undefined
      flows.push({ ...one, row: data.row, data: data.rest, casts: castsOfData(one, reached + parsed), given })
    }
  }
  return { flows, holders }
}

/** `req as NextApiRequest` says nothing of the body; `axios.get<User>()` does. */
function castsOfData({ casts }: Destination, reached: number): Node[] {
  return casts.filter((cast) => isCall(cast.node) || cast.path.length >= reached).map((cast) => cast.node)
}

/** The row whose data a path has reached, and what is read from the data. */
export function dataAt(
  rows: readonly PathRow[],
  path: readonly string[],
): { row: OutsideDataRow; rest: readonly string[] } | undefined {
  for (const { row, path: wanted } of rows) {
    if (path.length < wanted.length || !wanted.every((name, i) => sameMember(name, path[i]!))) continue
    const last = path[wanted.length - 1]
    const read = last === undefined ? undefined : /\((.+)\)$/u.exec(last)?.[1]
    const rest = path.slice(wanted.length)
    return { row, rest: read === undefined || wanted.length === 0 ? rest : [read, ...rest] }
  }
  return undefined
}

/** `query(page)` is a call of `query()` that reads `page`. */
function sameMember(wanted: string, found: string): boolean {
  if (wanted === 'searchParams' && found === 'search') return true // its text, to be parsed
  return wanted === found || (wanted.endsWith('()') && found.startsWith(wanted.slice(0, -1)) && found.endsWith(')'))
}

/** Stands among the members for the items of what `for await` iterates. */
export const ITEMS = '[for await]'

function policyFor(file: FileAnalysis, rows: readonly PathRow[], own: readonly string[]): DestinationPolicy {
  return {
    items({ path }) {
      return rows.some((row) => row.path[path.length] === ITEMS && path.every((name, i) => row.path[i] === name))
        ? ITEMS
        : undefined
    },
    call(call, index, use) {
      const data = dataAt(rows, use.path)
      if (index < 0)
        return data ? methodOfData(file, call, data.row, data.rest) : methodOnTheWay(file, call, rows, use.path)
      if (!data) return onTheWay(call, use.path, rows)
      return argument(file, call, index, data.row, data.rest, use, own)
    },
  }
}

function calledMember(file: FileAnalysis, call: CallNode): { method: string; argument: string | undefined } {
  const callee = unwrap(call.callee)
  const method = callee.type === T.MemberExpression ? (memberName(callee) ?? '*') : '*'
  const [first] = call.arguments
  return { method, argument: first && first.type !== T.SpreadElement ? (file.string(first) ?? '*') : undefined }
}

function methodOnTheWay(
  file: FileAnalysis,
  call: CallNode,
  rows: readonly PathRow[],
  path: readonly string[],
): ReturnType<NonNullable<DestinationPolicy['call']>> {
  const { method, argument } = calledMember(file, call)
  if (VALIDATING.test(method)) return 'end'
  const wanted = `${method}()`
  if (
    rows.some((row) => row.path[path.length] === wanted && path.every((name, i) => sameMember(row.path[i] ?? '', name)))
  )
    return { member: `${method}(${argument ?? ''})` }
  return method === 'clone' ? 'result' : 'forget'
}

/** Methods of a request or a context that validate what is in it: `ctx.verifyParams(rules)`. */
export const VALIDATING =
  /^(?:verifyParams|validate|validateUsing|validateBody|validateQuery|validateAsync|validatedBody|checkBody)$/u

function onTheWay(
  call: CallNode,
  path: readonly string[],
  rows: readonly PathRow[],
): ReturnType<NonNullable<DestinationPolicy['call']>> {
  // `new URL(request.url).searchParams`, `url.parse(request.url, true).query`
  if (
    (call.type === T.NewExpression
      ? nameOf(call.callee) === 'URL'
      : /^(?:url|Url|URL)\.parse$/u.test(nameOf(call.callee))) &&
    rows.some((row) => row.path[0] === path[0] && row.path.length > path.length)
  )
    return 'result'
  return undefined
}

function methodOfData(
  file: FileAnalysis,
  call: CallNode,
  row: OutsideDataRow,
  rest: readonly string[],
): ReturnType<NonNullable<DestinationPolicy['call']>> {
  const { method, argument } = calledMember(file, call)
  if ((row.holds === 'form' || row.holds === 'strings') && rest.length === 0) {
    if (method === 'get' || method === 'getAll') return { member: argument ?? '*' }
    if (method === 'has' || method === 'append' || method === 'delete' || method === 'set') return 'forget'
    if (/^(?:toString|entries|values)$/u.test(method)) return 'result'
  }
  if (row.holds === 'raw' && rest.at(-1) === PARSED && /^(?:get|getAll)$/u.test(method))
    return { member: argument ?? '*' }
  if (method === 'hasOwnProperty') return 'forget'
  return TRANSFORMS.test(method) ? 'result' : 'end'
}

function argument(
  file: FileAnalysis,
  call: CallNode,
  index: number,
  row: OutsideDataRow,
  rest: readonly string[],
  use: Omit<Destination, 'end'>,
  own: readonly string[],
): ReturnType<NonNullable<DestinationPolicy['call']>> {
  const name = nameOf(call.callee)
  // a text within the data, parsed, is new data
  if (name === 'JSON.parse')
    return (row.holds === 'raw' || row.holds === 'text' || rest.length > 0) &&
      !rest.includes(PARSED) &&
      use.inside.length === 0
      ? { member: PARSED }
      : 'result'
  // bytes are collected, and made a text, before anybody parses them
  if (row.holds === 'raw' && rest.length === 0) {
    if (/^(?:URLSearchParams|querystring\.parse|qs\.parse)$/u.test(name)) return { member: PARSED }
    if (/\.push$/u.test(name)) return 'kept'
    if (COLLECTING.test(name)) return 'result'
  }
  if (HANDING_ON.test(name))
    return /^plainTo(?:Instance|Class)$/u.test(name) ? (index === 1 ? 'result' : 'forget') : 'result'
  if (name === 'Object.keys') return 'forget' // names alone
  if (name === 'Object.assign') return index === 0 ? 'forget' : isFresh(call.arguments[0]) ? 'result' : 'end'
  if (validationBy(file, call, index, own)) return 'end'
  const target = functionOf(file, call.callee)
  if (target && target.file === file && localValidator(file, target.fn, index)) return 'end'
  return undefined
}

function isFresh(node: Node | undefined): boolean {
  return node !== undefined && unwrap(node).type === T.ObjectExpression
}
