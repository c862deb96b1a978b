import {
  type CallNode,
  classifyPath,
  contains,
  createNameClassifier,
  type FileAnalysis,
  isCall,
  isDevelopmentOnly,
  isFunction,
  isOfFile,
  lastName,
  type Node,
  T,
  unwrap,
} from '@palisade/analysis'
import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { createRule } from '../../create-rule.js'
import { redactionPolicy } from './barriers.js'
import { carriedSinks, returnedSink } from './carried-sinks.js'
import { exposureOf } from './confidential.js'
import { type Verdict, verdictOf } from './configuration.js'
import { creationProblems, type CreationProblem } from './creation.js'
import { metadataPattern } from './declared.js'
import { rewrittenText, thrownText } from './exception-sinks.js'
import { addOption, valueSuggestions } from './fixes.js'
import { loggedByHelper, mayCallHelper, readsHarmlessMembers } from './helpers.js'
import type { Exposure, Judgement } from './judgement.js'
import { askedClasses, defaultOptions, type Options, optionsSchema } from './options.js'
import { isMasked } from './masked.js'
import { isCommandFile } from './package-facts.js'
import type { DeadPath } from './pino-paths.js'
import { failsWithRequest, REQUEST_OF_CLIENT } from './requests.js'
import { isToldOf, isWrittenByOwn, mayHaveSink, rejectedSink, type Sink, sinkOf, taggedSink } from './sinks.js'
import { shownNode } from './trail.js'

export type MessageIds =
  | 'logged'
  | 'loggedWhole'
  | 'missedByPath'
  | 'missedInText'
  | 'inException'
  | 'unredacted'
  | 'deadPath'
  | 'noPaths'
  | 'idleCensor'
  | 'idleSerializer'
  | 'replacedByChild'
  | 'lateFormat'
  | 'refilled'
  | 'oldSetting'
  | 'printsHeader'
  | 'printsLine'
  | 'printsBody'
  | 'defaultPii'
  | 'console'
  | 'removeMember'
  | 'sayWhetherSet'
  | 'addRedaction'
  | 'usePaths'
  | 'useLogger'

export const requireRedactedLogger = createRule<MessageIds, Options>({
  name: 'require-redacted-logger',
  meta: {
    docs: {
      description: 'Require that nothing confidential reaches a log, a trace or an error tracker unredacted',
      cwe: [532, 312, 359],
      recommended: true,
    },
    messages: {
      logged: '`{{name}}` ({{class}}) reaches {{sink}} in the clear. Leave it out, or write only whether it is set.',
      loggedWhole: '`{{name}}` reaches {{sink}} whole, with {{holds}}. Write the members that are needed, by name.',
      missedByPath:
        "`{{name}}` ({{class}}) reaches {{sink}}: no path of the logger's redaction matches `{{record}}`. Add that path, or leave the value out.",
      missedInText:
        '`{{name}}` ({{class}}) becomes part of the text for {{sink}}, and redaction never looks into text. Pass it under a redacted key, or leave it out.',
      inException:
        '`{{name}}` ({{class}}) becomes part of {{sink}}, which ends up in logs and trackers. Say what is wrong without it.',
      unredacted: '{{logger}} is created without redaction: it prints every secret that it is ever given. {{advice}}',
      deadPath: 'The redaction path `{{path}}` never matches: {{reason}}.{{advice}}',
      noPaths: 'This redaction has no paths, so it redacts nothing. List the paths of what must not be printed.',
      idleCensor: 'This `censor` returns the value itself, so nothing is redacted. Return a fixed text.',
      idleSerializer:
        'No record of this logger has the key `{{key}}`, so this serializer never runs, and what it should hide is printed. Use the key that is logged.',
      replacedByChild:
        "A child's `redact` replaces that of its parent: {{missing}} would be printed again. Repeat the parent's paths.",
      lateFormat:
        'This redactor comes after `{{after}}()`, which has written the record already, so it changes nothing. Put it first.',
      refilled: '`splat()` after the redactor puts the redacted values back. Put `splat()` before the redactor.',
      oldSetting: '`{{setting}}` does nothing from {{since}} on: {{effect}}. Use `{{instead}}`.',
      printsHeader: 'The token `{{token}}` prints a credential with each request. Leave it out.',
      printsLine:
        'The format `{{format}}` prints whole URLs, with the secrets that stand in query strings. Write a format that leaves the query out.',
      printsBody:
        'This prints the body of each request, with the passwords of those who sign in. Leave `body` out, or list the members that are needed in `bodyWhitelist`.',
      defaultPii:
        '`sendDefaultPii: true` sends headers, cookies and addresses of users to Sentry. Remove it, or scrub them in `beforeSend`.',
      console: '`console` redacts nothing. Use the redacted logger `{{name}}` of `{{module}}`.',
      removeMember: 'Leave the member out.',
      sayWhetherSet: 'Write only whether it is set.',
      addRedaction: 'Add a redaction with paths of the usual secrets.',
      usePaths: 'Use {{paths}}.',
      useLogger: 'Use `{{name}}` of `{{module}}`.',
    },
    options: optionsSchema,
    defaultOptions,
    hasSuggestions: true,
  },
  prefilter: (text, _, settings) =>
    mayHaveSink(text) ||
    mayCallHelper(text) ||
    settings.loggers.some((own) => text.includes(own.slice(own.lastIndexOf('#') + 1))),
  create(input) {
    const { context, options, settings } = input
    if (input.isTest && !options.testFiles) return {}
    const { file } = input
    const classify = createNameClassifier({
      confidential: settings.confidentialNames,
      harmless: settings.harmlessNames,
    })
    const ask: Judgement = {
      classes: askedClasses(options),
      strict: options.strict,
      classify,
      classifyPath: (path) => classifyPath(path, classify),
      sensitiveTypes: new Set(options.sensitiveTypes),
      metadata: metadataPattern(options.sensitiveMetadata),
    }
    const policy = redactionPolicy(ask, settings.redactors)
    const reported = new Set<Node>()
    let isProgram: boolean | undefined
    const printsOnPurpose = () => !options.strict && (isProgram ??= isCommandLineProgram(file))

    /** Whether nothing that reaches this sink is of interest. `home` is the file in which it stands. */
    const isExempt = (call: Node, sink: Sink, home: FileAnalysis) =>
      (sink.kind === 'log' && isTrusted(home, sink, settings.redactedLoggers)) ||
      (options.developmentGuards && isDevelopmentOnly(file, call, [...DEBUG_GUARDS, ...settings.developmentGuards]))

    /** Reports a value that reaches a sink, unless its logger redacts it; answers whether it did. */
    const report = (node: Node, exposure: Exposure, sink: Sink, home: FileAnalysis, helper?: string): boolean => {
      if (
        reported.has(node) ||
        isMasked(file, exposure) ||
        (isTerminal(sink) && isGenerated(exposure) && printsOnPurpose())
      )
        return false
      const verdict = sink.kind === 'log' ? verdictOn(home, sink, exposure) : UNKNOWN
      if (verdict.is === 'redacted') return false
      reported.add(node)
      const words = wordsFor(sink, exposure, verdict)
      if (helper !== undefined) words.data['sink'] += ` in \`${helper}()\``
      context.report({ node, ...words, suggest: suggestionsFor(file, node, sink, exposure) })
      return true
    }

    const check = (call: Node, sink: Sink) => {
      if (sink.kind === 'exception' && !options.exceptions) return
      if (isExempt(call, sink, file)) return
      const names = new Set<string>()
      for (const [at, value] of sink.values.entries())
        if (!isWrittenByOwn(sink, at) && !isToldOf(sink, at))
          checkValue(
            sink,
            value.type === T.SpreadElement ? value.argument : value,
            names,
            () => sink.byName === true && isCall(call) && readsHarmlessMembers(file, call.callee, at),
          )
    }

    /** @param isHarmless whether the function that is called shows that it logs nothing confidential of a whole object. */
    const checkValue = (sink: Sink, value: Node, names: Set<string>, isHarmless: () => boolean) => {
      if (value.type === T.Literal && typeof value.value !== 'string') return
      for (const origin of file.origins(value, policy)) {
        const found = exposureOf(origin, ask, sink)
        if (!found) continue
        const exposure = inRecord(file, sink, value, found)
        const node = placeOf(file, value, exposure)
        // The same value twice in one call is one thing to mend; in two calls of a helper that logs it, it is two.
        if (names.has(exposure.name) && contains(value, node)) continue
        if (exposure.record.length === 0 && isHarmless()) return
        if (report(node, exposure, sink, file)) names.add(exposure.name)
      }
    }

    const checkRejected = (call: CallNode, sink: Sink) => {
      const [promise] = sink.values
      if (!promise || isExempt(call, sink, file) || !failsWithRequest(file, promise)) return
      const node = call.arguments.at(-1)!
      const error = { name: 'the error', class: 'credentials', holds: REQUEST_OF_CLIENT } as const
      report(node, { ...error, way: [], node, record: [], inText: false }, sink, file)
    }

    const checkHelper = (call: CallNode) => {
      for (const logged of loggedByHelper(file, call, ask, policy, settings, options)) {
        const { sink, index, members, file: home } = logged
        const argument = call.arguments[index]
        if (!argument || call.arguments.slice(0, index + 1).some((one) => one.type === T.SpreadElement)) continue
        if (isExempt(call, sink, home)) continue
        for (const origin of file.member(argument, members, policy)) {
          const exposure = exposureOf(origin, ask, sink)
          if (!exposure || (logged.isFlat && exposure.holds !== undefined)) continue
          const record = [...logged.record, ...exposure.record]
          const inText = logged.inText || exposure.inText
          const node = placeOf(file, argument, exposure)
          report(node, { ...exposure, record, inText }, sink, home, lastName(call.callee) ?? 'the helper')
        }
      }
    }

    return {
      'CallExpression, NewExpression'(call: CallNode) {
        const sink = sinkOf(file, call, settings)
        if (sink) check(call, sink)
        else checkHelper(call)
        const rejected = rejectedSink(file, call, settings)
        if (rejected) checkRejected(call, rejected)
        const returned = returnedSink(file, call)
        if (returned) check(call, returned)
        for (const carried of carriedSinks(file, call)) check(call, carried)
        if (options.configuration)
          for (const problem of creationProblems(file, call, options.strict)) context.report(reportOf(file, problem))
        if (options.loggers.length > 0 && call.type === T.CallExpression) {
          const report = consoleReport(file, call, options.loggers[0]!)
          if (report) context.report(report)
        }
      },
      ThrowStatement(node: TSESTree.ThrowStatement) {
        const sink = thrownText(node.argument)
        if (sink) check(node, sink)
      },
      AssignmentExpression(node: TSESTree.AssignmentExpression) {
        const sink = rewrittenText(node)
        if (sink) check(node, sink)
      },
      TaggedTemplateExpression(node: TSESTree.TaggedTemplateExpression) {
        const sink = taggedSink(file, node)
        if (sink) check(node, sink)
      },
    }
  },
})

/** What says that somebody is looking for a fault, and is no build of its own: `if (DEBUG)`. */
const DEBUG_GUARDS = ['DEBUG', 'process.env.DEBUG', 'config.debug', 'options.debug', 'this.debug', 'debug']

const UNKNOWN: Verdict = { is: 'unknown' }

// --- values

/** Does the logger redact the value, or all that a whole object is known to hold? */
function verdictOn(file: FileAnalysis, sink: Sink, exposure: Exposure): Verdict {
  const { members = [[]], inText } = exposure
  if (!sink.logger) return UNKNOWN
  for (const path of members) {
    const record = [...exposure.record, ...path]
    const verdict = verdictOf(file, sink.logger, sink.row, { record, inText, isSerialized: sink.under !== undefined })
    if (verdict.is === 'missed') return { ...verdict, member: path }
    if (verdict.is === 'unknown') return verdict
  }
  return { is: 'redacted' }
}

/** The exposure with its place in the record: below a serializer's key, or below `err`, where pino puts an error. */
function inRecord(file: FileAnalysis, sink: Sink, value: Node, exposure: Exposure): Exposure {
  const isError = () =>
    sink.row?.redaction === 'pino-paths' && value === sink.values[0] && !exposure.inText && isNewError(file, value)
  const key = sink.under ?? (isError() ? 'err' : undefined)
  return key === undefined ? exposure : { ...exposure, record: [key, ...exposure.record] }
}

function isNewError(file: FileAnalysis, value: Node): boolean {
  return file
    .origins(value, { derived: false, containers: 'whole' })
    .some(
      (origin) =>
        origin.kind === 'call' &&
        origin.call.type === T.NewExpression &&
        origin.members.length === 0 &&
        /(?:Error|Exception)$/u.test(lastName(origin.call.callee) ?? ''),
    )
}

/** A logger that the project vouches for. */
function isTrusted(file: FileAnalysis, sink: Sink, redacted: readonly string[]): boolean {
  if (redacted.length === 0 || !sink.logger) return false
  const text = file.text.slice(...unwrap(sink.logger).range)
  const names = file.names(sink.logger)
  return redacted.some(
    (one) =>
      one === text ||
      text.endsWith(`.${one}`) ||
      names.some((name) => name === one || name.endsWith(`#${one}`) || name.endsWith(`/${one}`)),
  )
}

/**
 * Where to report: the smallest part of the logged expression that brings the value in; for a value that a helper logs,
 * the argument of the helper's call.
 */
function placeOf(file: FileAnalysis, value: Node, exposure: Exposure): Node {
  let place = value
  let from = value
  let read: Node | undefined
  for (const step of exposure.way) {
    if (step.kind === 'import') break
    if (step.kind === 'variable') read = step.node
    if (step.kind === 'argument') {
      // What a helper returns, or an object was made of, shows where the result is logged.
      if (!isReadWithin(file, read, from)) continue
      if (!isOfFile(file, step.node)) break
      place = from = step.node
      continue
    }
    const node = shownNode(step.node)
    if (contains(from, node) && contains(place, node) && !isFunction(node)) place = narrowed(place, node, step.kind)
  }
  const shown = shownNode(exposure.node)
  if (contains(from, shown) && contains(place, shown) && isOfFile(file, shown)) place = shown
  return widened(place, from)
}

/** Whether what is read is a parameter of a function around a place: of the helper that logs. */
function isReadWithin(file: FileAnalysis, read: Node | undefined, place: Node): boolean {
  if (!read) return false
  const definition = file.index.variableOf(read)?.defs[0]
  return !definition || (definition.type === 'Parameter' && contains(definition.node as Node, place))
}

function narrowed(place: Node, node: Node, kind: string): Node {
  // Parts of a template or sum are found by the step after.
  return kind === 'template' || kind === 'concat' || kind === 'through' || kind === 'spread' || kind === 'element'
    ? place
    : node
}

/** `user` in `user.password` is found last; the whole member is meant. */
function widened(node: Node, within: Node): Node {
  let current = node
  while (current.parent && contains(within, current.parent)) {
    const parent: Node = current.parent
    // `key` in `key.slice(0, 20)`: the method is not the value.
    if (parent.parent?.type === T.CallExpression && parent.parent.callee === parent) break
    if (parent.type === T.MemberExpression && parent.object === current) current = parent
    else if (
      parent.type === T.TSNonNullExpression ||
      parent.type === T.TSAsExpression ||
      parent.type === T.ChainExpression
    )
      current = parent
    else break
  }
  return current
}

const CLASS_WORDS = {
  credentials: 'a credential',
  pii: 'personal data',
  financial: 'payment or bank data',
  nationalId: 'a national identifier',
  health: 'health data',
  content: "people's content",
} as const

function wordsFor(
  sink: Sink,
  exposure: Exposure,
  verdict: Verdict,
): { messageId: MessageIds; data: Record<string, string> } {
  const below = (verdict.is === 'missed' && verdict.member) || []
  const data = {
    name: [exposure.name, ...below].join('.'),
    class: CLASS_WORDS[exposure.class],
    sink:
      sink.kind === 'log' || sink.kind === 'error-tracker' || sink.kind === 'trace' || sink.kind === 'analytics'
        ? `\`${sink.reaches}\``
        : sink.reaches,
    holds: exposure.holds ?? '',
    record: [...exposure.record, ...below].join('.'),
  }
  if (sink.kind === 'exception' && exposure.holds === undefined) return { messageId: 'inException', data }
  if (verdict.is === 'missed') return { messageId: verdict.because === 'path' ? 'missedByPath' : 'missedInText', data }
  return { messageId: exposure.holds === undefined ? 'logged' : 'loggedWhole', data }
}

function suggestionsFor(file: FileAnalysis, node: Node, sink: Sink, exposure: Exposure) {
  if (sink.kind === 'exception' || exposure.holds !== undefined) return []
  return valueSuggestions(file, node)
}

/** A program that people start: it has a shebang, or is part of a command that its package installs. */
function isCommandLineProgram(file: FileAnalysis): boolean {
  return file.text.startsWith('#!') || isCommandFile(file.filename)
}

/** What a person reads who started the program, not what is kept. */
function isTerminal(sink: Sink): boolean {
  return sink.row?.id === 'console' || sink.row?.id === 'process-output'
}

/** A key or token that the program may have been started for. Passwords and the environment are the user's own. */
function isGenerated(exposure: Exposure): boolean {
  return exposure.class === 'credentials' && exposure.holds === undefined && !/\benv\b|pass/iu.test(exposure.name)
}

// --- configuration

const DEAD_PATHS: Record<DeadPath, string> = {
  'deep-wildcard': 'a wildcard covers exactly one level, and `**` is an ordinary key',
  'partial-wildcard': 'a wildcard stands for a whole key, not for a part of one',
  pattern: 'paths are no regular expressions',
  'json-path': 'paths start at the record itself, which has no name',
  'empty-brackets': "an array's items are `[*]`",
  'header-case': 'Node gives header names in lower case, and paths are case-sensitive',
  'nested-key': 'paths are relative to what stands under `nestedKey`',
  shadowed: 'another path names a top-level key first, and pino then asks only that one',
}

const ADVICE: Record<string, string> = {
  pino: "Give it `redact` with paths such as 'password', '*.password' and 'req.headers.authorization'.",
  fastify: "Give `logger` a `redact` with paths such as 'password', '*.password' and 'req.headers.authorization'.",
  winston: 'Put a format that redacts in front of the one that serializes.',
  bunyan: 'Give it `serializers` that write only the harmless members.',
  tslog: "Give it `mask: { keys: ['password', 'token', …] }`.",
}
const HTTP_ADVICE = 'It prints the request headers, with Authorization and Cookie: redact them.'

function reportOf(file: FileAnalysis, problem: CreationProblem): TSESLint.ReportDescriptor<MessageIds> {
  const { node } = problem
  switch (problem.kind) {
    case 'unredacted': {
      const fix = addOption(file, problem.remedy)
      return {
        node,
        messageId: 'unredacted',
        data: { logger: `This ${problem.logger} logger`, advice: ADVICE[problem.logger] ?? HTTP_ADVICE },
        suggest: fix ? [{ messageId: 'addRedaction', fix }] : [],
      }
    }
    case 'dead-path': {
      const paths = problem.instead.map((path) => `\`${path}\``).join(', ')
      return {
        node,
        messageId: 'deadPath',
        data: {
          path: problem.path,
          reason: DEAD_PATHS[problem.reason],
          advice: paths === '' ? '' : ` Write ${paths}.`,
        },
        suggest:
          problem.instead.length > 0 && node.type === T.Literal
            ? [
                {
                  messageId: 'usePaths',
                  data: { paths },
                  fix: (fixer) => fixer.replaceText(node, problem.instead.map(quoted).join(', ')),
                },
              ]
            : [],
      }
    }
    case 'no-paths':
      return { node, messageId: 'noPaths' }
    case 'idle-censor':
      return { node, messageId: 'idleCensor' }
    case 'idle-serializer':
      return { node, messageId: 'idleSerializer', data: { key: problem.key } }
    case 'replaced-by-child':
      return {
        node,
        messageId: 'replacedByChild',
        data: {
          missing: problem.missing
            .slice(0, 5)
            .map((path) => `\`${path}\``)
            .join(', '),
        },
      }
    case 'late-format':
      return { node, messageId: 'lateFormat', data: { after: problem.after } }
    case 'refilled':
      return { node, messageId: 'refilled' }
    case 'old-setting': {
      const { setting, since, effect, instead } = problem
      return { node, messageId: 'oldSetting', data: { setting, since, effect, instead } }
    }
    case 'prints-header':
      return { node, messageId: 'printsHeader', data: { token: problem.token } }
    case 'prints-line':
      return { node, messageId: 'printsLine', data: { format: problem.format } }
    case 'prints-body':
      return { node, messageId: 'printsBody' }
    case 'default-pii':
      return { node, messageId: 'defaultPii' }
  }
}

function quoted(path: string): string {
  return `'${path.replaceAll("'", '"')}'`
}

// --- policy

function consoleReport(
  file: FileAnalysis,
  call: TSESTree.CallExpression,
  logger: { module: string; name: string },
): TSESLint.ReportDescriptor<MessageIds> | undefined {
  const callee = unwrap(call.callee)
  if (callee.type !== T.MemberExpression || callee.object.type !== T.Identifier || callee.object.name !== 'console')
    return undefined
  if (!file.names(callee).some((name) => /^console\.(?:log|info|warn|error|debug|trace)$/u.test(name))) return undefined
  const { object, property } = callee
  const isImported = file.source.scopeManager?.scopes.some((scope) => scope.set.has(logger.name)) ?? false
  return {
    node: callee,
    messageId: 'console',
    data: logger,
    suggest: [
      {
        messageId: 'useLogger',
        data: logger,
        fix: (fixer) => [
          fixer.replaceText(object, logger.name),
          ...(property.type === T.Identifier && property.name === 'log' ? [fixer.replaceText(property, 'info')] : []),
          ...(isImported
            ? []
            : [fixer.insertTextBeforeRange([0, 0], `import { ${logger.name} } from '${logger.module}'\n`)]),
        ],
      },
    ],
  }
}
