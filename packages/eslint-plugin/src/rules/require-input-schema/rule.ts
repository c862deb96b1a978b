import {
  type CallNode,
  children,
  type FileAnalysis,
  type FunctionNode,
  isCall,
  isOfFile,
  lastName,
  type Node,
  type OutsideDataPart,
  projectPackages,
  propertyName,
  T,
  type TracePolicy,
  unwrap,
} from '@palisade/analysis'
import { createRule } from '../../create-rule.js'
import { type Coverage, coverageOf, covers, partNamed, type Route, routeAt } from './coverage.js'
import { scaffoldFor } from './fixes.js'
import { follow, type Flow, isReparsed } from './follow.js'
import { type Problem, problemsOf, typeOf } from './judge.js'
import { nestVerdict } from './nest.js'
import { activeGroups, defaultOptions, isWanted, optionSchemas, type Options } from './options.js'
import { mayRead, ownerOf, type Root, rootsOf } from './sources.js'
import { nameOf } from './validators.js'

type MessageId =
  | 'unvalidated'
  | 'cast'
  | 'resultDropped'
  | 'uncheckedResult'
  | 'acceptsAnything'
  | 'rawCopy'
  | 'undecorated'
  | 'noPipe'
  | 'scaffold'

export const requireInputSchema = createRule<MessageId, Options>({
  name: 'require-input-schema',
  meta: {
    docs: {
      description: 'Require that data from outside is accepted by a schema before it is used',
      cwe: [20, 502, 915],
      recommended: true,
    },
    messages: {
      unvalidated:
        '{{what}} is {{from}}{{route}} and {{how}} before a schema has accepted it: anything may be in it. Parse {{part}} with a schema first and use the result.',
      cast: 'The type {{type}} is only claimed for {{what}}, {{from}}{{route}}: an assertion checks nothing when the program runs. Parse {{part}} with a schema and use the result.',
      resultDropped:
        '{{part}} is validated, but what is used here is {{what}} as it came in{{route}}: unknown members and unconverted values get through. Use what the validator returns.',
      uncheckedResult:
        '{{validator}} says whether it accepts {{what}}, and nothing looks at its answer: rejected input goes on{{route}}. Stop when it is not accepted.',
      acceptsAnything:
        'This schema accepts anything, so {{part}}{{route}} is used unchecked. List the members that are used and their types.',
      rawCopy:
        '{{what}} reads {{part}}{{route}} as it came in, beside the validator that was installed for it. Use what the validator accepted, e.g. `c.req.valid(…)`.',
      undecorated:
        'Nothing validates {{properties}} of `{{class}}`{{route}}: each property needs a validation decorator (`@IsOptional()` alone is none).',
      noPipe:
        'The decorators of `{{class}}` are never looked at{{route}}: no `ValidationPipe` is installed. Call `app.useGlobalPipes(new ValidationPipe({ whitelist: true }))`.',
      scaffold: 'Accept {{part}} by a schema, `{{name}}`, written from what is used here.',
    },
    hasSuggestions: true,
    options: optionSchemas,
    defaultOptions,
  },
  prefilter: mayRead,
  create({ context, options, settings, file, isTest }) {
    if (isTest && !options.testFiles) return {}
    if (/\.d\.[cm]?ts$/u.test(context.filename)) return {}
    const own = [...options.validators, ...settings.validators]
    const coverages = new Map<Node, Coverage>()
    const reported = new Set<string>()

    const coverageFor = (handler: FunctionNode): Coverage => {
      let coverage = coverages.get(handler)
      if (!coverage) coverages.set(handler, (coverage = coverageOf(file, handler, own)))
      return coverage
    }

    /** Controllers of Nest are judged by the class of the parameter. True where that settles it. */
    const judgeParameter = (root: Root, route: Route | undefined): boolean => {
      const verdict = nestVerdict(file, root)
      if (verdict.kind === 'open') return false
      if (verdict.kind !== 'validated' && root.rows.every(({ row }) => isWanted(row, options)))
        context.report({
          node: root.start,
          messageId: verdict.kind,
          data: {
            class: verdict.class,
            route: inWords(route),
            properties: verdict.kind === 'undecorated' ? list(verdict.properties) : '',
          },
        })
      return true
    }

    const judgeRoot = (root: Root): void => {
      if (root.registered?.row.error || isFollowedFromCaller(file, root) || isTrusted(root, options)) return
      const ownRoute = routeOf(file, root)
      if (isIgnored(ownRoute, options)) return
      if (root.decorator && judgeParameter(root, ownRoute)) return
      const followed = follow(file, root, own)
      const problems = problemsOf(file, followed, options, own).filter((problem) =>
        isWorthy(file, root, problem, options),
      )
      if (problems.length === 0) return
      const coverage = root.handler && coverageFor(root.handler)
      const route = ownRoute ?? coverage?.route
      if (isIgnored(route, options)) return
      for (const problem of problems) {
        const { part, id } = problem.flow.row
        // one report a handler and part, and one where a helper is reached twice
        const place = `${part}:${problem.node.range.join('-')}`
        const once = `${part} of ${(root.handler ?? root.start).range.join('-')}`
        if (reported.has(place) || reported.has(once)) continue
        reported.add(once)
        const data = wordsFor(file, root, problem, route)
        // the schema beside a low-level MCP handler is that of the envelope; one of a text says nothing of what is in it
        if (coverage && id !== 'mcp-call-tool' && !isReparsed(problem.flow)) {
          if (covers(coverage, part)) {
            const copied =
              (part === 'body' || part === 'query') && (coverage.copies.has(part) || coverage.copies.has('all'))
            if (!copied || problem.kind === 'acceptsAnything') continue
            reported.add(place)
            context.report({ node: problem.node, messageId: 'rawCopy', data })
            continue
          }
          const open = coverage.open.get(part) ?? coverage.open.get('all')
          if (open) {
            reported.add(place)
            context.report({ node: isOfFile(file, open) ? open : problem.node, messageId: 'acceptsAnything', data })
            continue
          }
        }
        reported.add(place)
        const scaffold = scaffoldFor(file, root, followed, problem)
        context.report({
          node: problem.node,
          messageId: problem.kind,
          data,
          ...(scaffold
            ? {
                suggest: [
                  { messageId: 'scaffold', data: { part: data['part'] ?? '', name: scaffold.name }, fix: scaffold.fix },
                ],
              }
            : {}),
        })
      }
    }
    /** `c.req.valid('json')` is what the route's schema accepted: nothing, when that accepts anything. */
    const judgeAccepted = (call: CallNode): void => {
      const fn = ownerOf(call)
      if (!fn || file.handler(fn)?.row.id.startsWith('hono') !== true) return
      const named = call.arguments[0] && file.string(call.arguments[0])
      const part = named === undefined ? undefined : partNamed(named)
      const coverage = part && coverageFor(fn)
      const open = coverage?.open.get(part!)
      if (!open || !isOfFile(file, open) || reported.has(`open:${open.range.join('-')}`)) return
      reported.add(`open:${open.range.join('-')}`)
      const route = coverage?.route
      if (!isIgnored(route, options))
        context.report({ node: open, messageId: 'acceptsAnything', data: { part: PART[part!], route: inWords(route) } })
    }

    return {
      'Program:exit'() {
        for (const root of rootsOf(file, activeGroups(options))) judgeRoot(root)
        for (const call of file.index.callsByName.get('valid') ?? []) judgeAccepted(call)
      },
    }
  },
})

function isIgnored(route: Route | undefined, options: Required<Options>): boolean {
  return route !== undefined && options.ignoreRoutes.some((start) => route.path.startsWith(start))
}

/** A helper that is only called in this file is judged from its callers. */
function isFollowedFromCaller(file: FileAnalysis, root: Root): boolean {
  const fn = root.handler
  if (!fn || root.registered?.by === 'registered' || root.decorator) return false
  const uses = file.index.functions.includes(fn) ? callersOf(file, fn) : 0
  return uses > 0
}

function callersOf(file: FileAnalysis, fn: NonNullable<Root['handler']>): number {
  const id = fn.id ?? (fn.parent.type === T.VariableDeclarator ? fn.parent.id : undefined)
  const variable = id && file.index.variableOf(id)
  if (!variable) return 0
  let calls = 0
  for (const reference of variable.references) {
    const use = (reference.identifier as Node).parent
    if (isCall(use) && use.callee === reference.identifier) calls++
    else if (!reference.init) return 0 // exported, registered, handed on: called by others as well
  }
  const exported =
    fn.parent.type === T.ExportNamedDeclaration || fn.parent.parent?.parent?.type === T.ExportNamedDeclaration
  return exported ? 0 : calls
}

function isTrusted(root: Root, options: Required<Options>): boolean {
  if (options.trustedTypes.length === 0) return false
  const target = root.start.type === T.AssignmentPattern ? root.start.left : root.start
  const type = typeOf(target)
  return (
    type?.type === T.TSTypeReference &&
    type.typeName.type === T.Identifier &&
    options.trustedTypes.includes(type.typeName.name)
  )
}

/** Answers of other services are told apart by where they come from and what is claimed about them. */
function isWorthy(file: FileAnalysis, root: Root, problem: Problem, options: Required<Options>): boolean {
  const { row } = problem.flow
  if (!isWanted(row, options)) return false
  if (row.group !== 'responses' || options.strict) return true
  if (problem.kind !== 'cast' && problem.kind !== 'unvalidated') return true
  const call = isCall(root.start) ? root.start : undefined
  const address = call && addressOfCall(file, call)
  if (address !== undefined && /^(?:\/|\.{1,2}\/|blob:|data:)/u.test(address)) return false // the program's own interface
  const foreign = address !== undefined && /^https?:\/\/(?!localhost|127\.)/u.test(address)
  if (foreign) return problem.kind === 'cast' || problem.flow.end.kind !== 'return'
  return problem.kind === 'cast' && !rendersPages(file) && !isTypeParameter(file, problem)
}

/** The start of the address that a client is called with: `http.get('/users')` of a client that was made with a base. */
function addressOfCall(file: FileAnalysis, call: CallNode): string | undefined {
  const [first, second] = call.arguments
  const given = first && addressOf(file, first)
  // `needle('get', address)`
  if (given !== undefined && second && /^(?:get|post|put|patch|delete|head)$/iu.test(given))
    return addressOf(file, second)
  if (given !== undefined && /^[a-z]+:/iu.test(given)) return given
  const callee = unwrap(call.callee)
  const client = callee.type === T.MemberExpression ? callee.object : callee
  for (const origin of file.origins(client, CLIENT_POLICY))
    if (
      origin.kind === 'call' &&
      isCall(origin.call) &&
      /^(?:create|extend)$/u.test(lastName(origin.call.callee) ?? '')
    )
      for (const options of origin.call.arguments) {
        const base = options.type === T.SpreadElement ? undefined : baseOf(origin.file, options)
        if (base !== undefined) return base
      }
  return given
}

const CLIENT_POLICY: TracePolicy = { derived: false, containers: 'whole', calls: false }

/** The base of a client's addresses among the options that it is made with. */
function baseOf(file: FileAnalysis, options: Node): string | undefined {
  const node = unwrap(options)
  if (node.type !== T.ObjectExpression) return undefined
  for (const property of node.properties)
    if (property.type === T.Property && /^(?:baseURL|baseUrl|prefixUrl|prefix)$/u.test(propertyName(property) ?? ''))
      return addressOf(file, property.value)
  return undefined
}

/** The start of an address, as far as the source tells. */
function addressOf(file: FileAnalysis, argument: Node): string | undefined {
  const text = argument.type === T.SpreadElement ? undefined : file.string(argument)
  if (text !== undefined) return text
  const node = unwrap(argument)
  if (node.type === T.TemplateLiteral) {
    const [first] = node.quasis
    if (first && first.value.raw !== '') return first.value.cooked ?? first.value.raw
    const [base] = node.expressions
    return base && addressOf(file, base)
  }
  if (node.type === T.BinaryExpression && node.operator === '+') return addressOf(file, node.left)
  // `let url = 'https://…'` that goes from page to page
  if (node.type === T.Identifier)
    for (const origin of file.origins(node, CLIENT_POLICY))
      if (origin.kind === 'constant' && typeof origin.value === 'string' && /^https?:/u.test(origin.value))
        return origin.value
  if (node.type === T.NewExpression && nameOf(node.callee) === 'URL') {
    const base = node.arguments[1] ?? node.arguments[0]
    return base && addressOf(file, base)
  }
  if (node.type === T.ObjectExpression)
    for (const property of node.properties)
      if (
        property.type === T.Property &&
        property.key.type === T.Identifier &&
        /^(?:url|uri)$/u.test(property.key.name)
      )
        return addressOf(file, property.value)
  return undefined
}

/** Pages call the interface of their own program, whatever its address. */
function rendersPages(file: FileAnalysis): boolean {
  return (
    /\.[jt]sx$/u.test(file.filename) ||
    /^\s*['"]use client['"]/u.test(file.text) ||
    file.index.modules.has('react') ||
    file.index.modules.has('vue') ||
    isFrontEnd(projectPackages(file.filename))
  )
}

/** A project that renders pages and serves nothing. */
function isFrontEnd(packages: ReadonlySet<string>): boolean {
  const has = (...names: string[]): boolean => names.some((name) => packages.has(name))
  return (
    has('react-dom', 'vue', 'svelte', '@angular/core', 'preact', 'solid-js', 'react-native') &&
    !has('express', 'fastify', 'koa', 'hono', '@hapi/hapi', '@nestjs/core', 'next', 'nuxt', '@sveltejs/kit', 'h3')
  )
}

/** `as T`, `as Promise<T>` where the caller says what T is: nothing could be validated here. */
function isTypeParameter(file: FileAnalysis, problem: Problem): boolean {
  const type = typeOf(problem.node)
  return type !== undefined && namesTypeParameter(file, type)
}

function namesTypeParameter(file: FileAnalysis, node: Node): boolean {
  if (node.type === T.TSTypeReference && node.typeName.type === T.Identifier) {
    const definition = file.index.variableOf(node.typeName)?.defs[0]
    if (definition?.type === 'Type' && definition.node.type === T.TSTypeParameter) return true
  }
  return [...children(node, file.visitorKeys)].some((child) => namesTypeParameter(file, child))
}

function routeOf(file: FileAnalysis, root: Root): Route | undefined {
  const call = root.registered?.registration
  return call && routeAt(file, call)
}

function inWords(route: Route | undefined): string {
  return route ? ` in ${route.method ? `${route.method} ` : ''}${route.path}` : ''
}

const FROM: Readonly<Record<OutsideDataPart, string>> = {
  body: "the client's body",
  query: "the client's query",
  params: "part of the client's path",
  headers: "a client's header",
  cookies: "a client's cookie",
  files: "a client's file",
  arguments: 'an argument that a caller outside chooses',
  input: "the client's input",
  message: 'a message from outside',
  response: "another service's answer",
  'tool call': 'what a model asks a tool to do',
  'model output': 'what a model wrote',
  job: 'the data of a job',
  file: "a file's content",
  storage: 'what was stored earlier',
  environment: 'from the environment',
}

const PART: Readonly<Record<OutsideDataPart, string>> = {
  body: 'the body',
  query: 'the query',
  params: 'the route parameters',
  headers: 'the headers',
  cookies: 'the cookies',
  files: 'the files',
  arguments: 'the arguments',
  input: 'the input',
  message: 'the message',
  response: 'the answer',
  'tool call': "the tool's arguments",
  'model output': "the model's output",
  job: "the job's data",
  file: 'the content',
  storage: 'the stored value',
  environment: 'the environment',
}

function wordsFor(
  file: FileAnalysis,
  root: Root,
  { flow, node, validation, kind }: Problem,
  route: Route | undefined,
): Record<string, string> {
  const part = PART[flow.row.part]
  const type = kind === 'cast' ? typeOf(node) : undefined
  return {
    what: quoted(
      file,
      kind === 'cast' && (node.type === T.TSAsExpression || node.type === T.TSTypeAssertion)
        ? node.expression
        : kind === 'cast' && isCall(node)
          ? node
          : (flow.given ?? flow.value),
    ),
    from: FROM[flow.row.part],
    how: howUsed(file, flow),
    part: kind === 'resultDropped' ? `${part.charAt(0).toUpperCase()}${part.slice(1)}` : part,
    route: inWords(route),
    type: type ? quoted(file, type) : '',
    validator: validation ? quoted(file, validation.call.callee) : '',
  }
}

/** Code in a message: on one line, and short. */
function quoted(file: FileAnalysis, node: Node): string {
  const text = file.text.slice(...node.range).replace(/\s+/gu, ' ')
  return `\`${text.length > 60 ? `${text.slice(0, 57)}…` : text}\``
}

function howUsed(file: FileAnalysis, flow: Flow): string {
  const { end } = flow
  if (flow.given && flow.calls[0]) return `is passed to \`${nameOf(flow.calls[0].callee) || 'a function'}\``
  if (flow.spread) return 'is spread'
  if (flow.text) return 'becomes part of a text'
  switch (end.kind) {
    case 'argument':
      return `is passed to \`${nameOf(end.call.callee) || 'a function'}\``
    case 'method':
      return `is used as if \`.${end.method ?? '…'}()\` were there`
    case 'store':
      return 'is stored'
    case 'return':
      return 'is returned'
    case 'compare':
      return 'decides what is allowed'
    case 'key':
      return 'is used as a key'
    case 'tagged':
      return `is put into a template of \`${nameOf(end.tag) || 'a tag'}\``
    case 'iterate':
      return 'is iterated'
    case 'arithmetic':
      return 'is calculated with'
    default:
      return 'is used'
  }
}

function list(names: readonly string[]): string {
  const shown = names.slice(0, 3).map((name) => `\`${name}\``)
  return names.length > 3 ? `${shown.join(', ')} and ${names.length - 3} more` : shown.join(' and ')
}
