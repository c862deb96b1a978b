import {
  type CallNode,
  enclosingFunction,
  type FunctionNode,
  isFunction,
  type Node,
  propertyName,
  T,
  unwrap,
} from '@palisade/analysis'
import type { TSESTree } from '@typescript-eslint/utils'
import { createRule } from '../../create-rule.js'
import { isDevelopmentGuard } from './barriers.js'
import { Carriers } from './carriers.js'
import { lastNameOf } from './code.js'
import { genericText } from './fixes.js'
import { leakPolicy } from './hand-on.js'
import { type Leak, leaksOf, merged } from './leaks.js'
import { knowledgeOf, type Options } from './options.js'
import { Reach } from './reach.js'
import { exposuresOf } from './settings.js'
import { answerOfHandler, answerOfPlace, answerOfShape, isResolver } from './answers.js'
import type { Sink } from './sink.js'
import { handedResponder, mayBeSent, sinksOfAssignment, sinksOfCall } from './sinks.js'

import { guardsIn, inTemplates, viewOf } from './templates.js'

export type { Options } from './options.js'

type MessageId =
  'stack' | 'message' | 'object' | 'internals' | 'cause' | 'code' | 'setting' | 'default' | 'sendGenericText'

const names = (description: string) => ({
  type: 'array' as const,
  items: { type: 'string' as const },
  uniqueItems: true,
  description,
})

export const noErrorLeak = createRule<MessageId, Options>({
  name: 'no-error-leak',
  meta: {
    docs: {
      description: 'Disallow sending the detail of an internal error to a client',
      cwe: [209, 497, 550],
      recommended: true,
    },
    messages: {
      stack:
        "An error's stack leaves in {{out}} through {{by}}: it shows paths, packages and code structure to whoever asks. Log the error, and send a fixed text.",
      message:
        "An error's message leaves in {{out}} through {{by}}: drivers and libraries put queries, paths and hosts into it. Log the error, and send a text written for the client.",
      object:
        'A whole error leaves in {{out}} through {{by}}: whatever a driver or client hung on it (queries, credentials, requests) goes along. Log the error, and send a fixed text.',
      internals:
        'What a driver or client says of a failure leaves in {{out}} through {{by}}: queries, paths, or what another service answered. Log it, and send a fixed text.',
      cause:
        "An error's cause leaves in {{out}} through {{by}}: it is what went wrong inside. Log the error, and send a fixed text.",
      code: "An error's code leaves in {{out}} through {{by}}: it tells which driver failed and how. Map it to a code of your own.",
      setting:
        '{{by}} makes this server show the {{shows}} of internal errors to clients. Switch it off outside development.',
      default:
        '{{by}} sends the message of every uncaught error to clients, in production as well. Set {{remedy}} that answers with a fixed text.',
      sendGenericText: 'Send a fixed text instead.',
    },
    options: {
      strict: {
        type: 'boolean',
        description:
          'Adds error codes, rendered messages, servers without an error handler, and trusts fewer narrowings.',
      },
      detail: {
        type: 'string',
        enum: ['any', 'stack'],
        description: 'What of an error is told: anything, or all but its message (`stack`).',
      },
      publicErrors: names('Error classes whose text is written for users.'),
      errorMappers: names('Functions that turn an error into a text for users.'),
      developmentGuards: names('Names that are truthy in development only.'),
      responders: names(
        'Own functions that send what they are given: a name or `module#name`, with `:index` for one argument.',
      ),
      testFiles: { type: 'boolean', description: 'Whether test files are checked as well.' },
    },
    defaultOptions: {
      strict: false,
      detail: 'any',
      publicErrors: [],
      errorMappers: [],
      developmentGuards: [],
      responders: [],
      testFiles: false,
    },
    hasSuggestions: true,
  },
  prefilter: (text) =>
    /err|catch|exception|stack|reason|debug|isdev|development|fastify|inittrpc|sourcemaps|reject|fail|\.then\(|\be\b/iu.test(
      text,
    ),
  create(input) {
    if (input.isTest && !input.options.testFiles) return {}
    const { context } = input
    const { file } = input
    const knowledge = knowledgeOf(input.options, input.settings)
    const policy = leakPolicy(knowledge)
    const formatters = new Set<FunctionNode>()
    const reported = new Set<Node>()
    const carriers = new Carriers(context.sourceCode.text, file.types.available)
    const reach = new Reach(context.filename, context.sourceCode.text, file.types.available, knowledge.responders)

    const check = (sinks: readonly Sink[]): void => {
      for (const sink of sinks) if (sink.formatter) formatters.add(sink.formatter)
      const leaks = sinks.flatMap((sink) => leaksOf(file, sink, knowledge, policy, formatters))
      for (const leak of merged(leaks)) {
        // what a helper makes of an error leaks once, where it first goes out
        const read = readElsewhere(leak)
        if (reported.has(leak.node) || reported.has(read)) continue
        reported.add(leak.node).add(read)
        const fix = genericText(file, leak, context.sourceCode)
        context.report({
          node: leak.node,
          messageId: leak.shown,
          data: { out: leak.sink.out, by: leak.sink.by },
          suggest: fix ? [{ messageId: 'sendGenericText', fix }] : [],
        })
      }
    }

    const call = (node: CallNode): void => {
      if (reach.mayLetOut(node) && node.arguments.some((one) => carriers.mayHold(one)))
        check(sinksOfCall(file, node, knowledge))
      const handed = handedResponder(file, node)
      if (handed) context.report({ node: handed.node, messageId: 'object', data: { out: handed.out, by: handed.by } })
      if (!reach.hasSettings) return
      for (const { row, node: at } of exposuresOf(file, node, knowledge)) {
        const by = row.option ?? `${lastNameOf(node.callee) ?? 'this call'}()`
        if (row.strict)
          context.report({
            node: at,
            messageId: 'default',
            data: {
              by,
              remedy: row.id === 'fastify.default' ? 'an error handler (`setErrorHandler`)' : 'an `errorFormatter`',
            },
          })
        else
          context.report({
            node: at,
            messageId: 'setting',
            data: { by, shows: row.shows === 'stack' ? 'stacks' : 'messages' },
          })
      }
    }

    const returned = (value: Node, fn: FunctionNode | undefined): void => {
      const ofPlace = fn && answerOfPlace(file, fn)
      const ofShape = answerOfShape(file, value)
      const mayAnswer = !ofPlace && fn !== undefined && reach.mayAnswer(fn)
      if ((!ofPlace && !ofShape && !mayAnswer) || !carriers.mayHold(value)) return
      const answer = ofPlace ?? (mayAnswer ? answerOfHandler(file, fn) : undefined)
      if (answer) check([{ value, out: answer.out, by: answer.by, at: value }])
      else if (ofShape) check([{ value, out: ofShape, by: 'the returned answer', at: value }])
    }

    const thrown = (statement: TSESTree.ThrowStatement): void => {
      // what a resolver throws is what the client reads
      const fn = enclosingFunction(statement)
      const error = unwrap(statement.argument)
      if (!fn || error.type !== T.NewExpression || lastNameOf(error.callee) !== 'Error') return
      const [value] = error.arguments
      if (!value || !carriers.mayHold(value)) return
      if (!isResolver(fn) && file.handler(fn)?.row.id !== 'type-graphql') return
      check([{ value, out: 'an error that is sent to the client', by: 'throw', at: error, isError: true }])
    }

    const judge = (node: Node): void => {
      switch (node.type) {
        case T.CallExpression:
        case T.NewExpression:
          return call(node)
        case T.AssignmentExpression:
          return mayBeSent(node) && carriers.mayHold(node.right) ? check(sinksOfAssignment(file, node)) : undefined
        case T.ReturnStatement:
          return returned(node.argument!, enclosingFunction(node))
        case T.ArrowFunctionExpression:
          return returned(node.body, node)
        case T.ThrowStatement:
          return thrown(node)
        case T.JSXExpressionContainer:
          return shown(node.expression)
      }
    }

    // Judged at the end, when all names that an error may go by are known.
    const places: Node[] = []
    const { visitor } = carriers

    return inTemplates(context.sourceCode, shown, {
      ...visitor,
      ImportDeclaration(node) {
        visitor.ImportDeclaration(node)
        reach.addImport(node)
      },
      VariableDeclarator(node) {
        visitor.VariableDeclarator(node)
        reach.addVariable(node)
      },
      Property(node) {
        if (isFunction(node.value)) reach.addMethod(propertyName(node))
      },
      MethodDefinition(node) {
        reach.addMethod(propertyName(node))
      },
      PropertyDefinition(node) {
        visitor.PropertyDefinition(node)
        if (node.value && isFunction(node.value)) reach.addMethod(propertyName(node))
      },
      CallExpression(node) {
        reach.addRequire(node)
        carriers.addCall(node)
        places.push(node)
      },
      NewExpression(node) {
        carriers.addCall(node)
        places.push(node)
      },
      AssignmentExpression(node) {
        visitor.AssignmentExpression(node)
        if (node.left.type !== T.MemberExpression) return
        if (isFunction(node.right)) reach.addMethod(lastNameOf(node.left))
        places.push(node)
      },
      ReturnStatement(node) {
        visitor.ReturnStatement(node)
        if (node.argument) places.push(node)
      },
      ArrowFunctionExpression(node) {
        visitor.ArrowFunctionExpression(node)
        if (node.expression) places.push(node)
      },
      ThrowStatement(node) {
        places.push(node)
      },
      'Program:exit'() {
        for (const node of places) judge(node)
      },
      JSXExpressionContainer(node) {
        if (node.expression.type !== T.JSXEmptyExpression) places.push(node)
      },
      ExportDefaultDeclaration(node) {
        nextConfig(node.declaration)
      },
      'AssignmentExpression[left.property.name="exports"]'(node: TSESTree.AssignmentExpression) {
        nextConfig(node.right)
      },
    })

    /** What a component or a template shows. */
    function shown(value: Node): void {
      for (const part of shownParts(value)) {
        const node = unwrap(part)
        const isNamed = /stack|message/iu.test(context.sourceCode.getText(node as never))
        // a text that was taken from the error before
        const isTaken =
          node.type === T.Identifier && context.sourceCode.text.includes('stack') && carriers.mayHold(node)
        if (isNamed || isTaken) rendered(part)
      }
    }

    /** A stack always, a message in `strict`. */
    function rendered(value: Node): void {
      const node = unwrap(value)
      const name = node.type === T.MemberExpression || node.type === T.Identifier ? lastNameOf(node) : undefined
      if (node.type === T.Identifier && STACK_NAME.test(node.name)) return renderedStack(node, 'stack')
      if (
        node.type !== T.MemberExpression ||
        (name !== 'stack' && name !== 'componentStack' && (name !== 'message' || !knowledge.strict))
      ) {
        check([{ value, out: 'a rendered view', by: viewOf(value), at: value, stackOnly: !knowledge.strict }])
        return
      }
      if (!/(?:^e|err|error|exception|errorInfo|info)$/iu.test(lastNameOf(node.object) ?? '')) return
      renderedStack(node, name === 'message' ? 'message' : 'stack')
    }

    function renderedStack(node: Node, messageId: 'stack' | 'message'): void {
      const own = [...knowledge.developmentGuards]
      if (guardsIn(file, node).some((guard) => isDevelopmentGuard(file, guard, own))) return
      context.report({ node, messageId, data: { out: 'a rendered view', by: viewOf(node) } })
    }

    /** `next.config.js` is no call: its export is the setting. */
    function nextConfig(value: Node): void {
      if (!/(?:^|[\\/])next\.config\.[cm]?[jt]s$/u.test(context.filename)) return
      for (const origin of file.member(value, ['productionBrowserSourceMaps'], { derived: false, containers: 'whole' }))
        if (origin.kind === 'constant' && origin.value === true && !reported.has(origin.node)) {
          reported.add(origin.node)
          context.report({
            node: origin.file === file ? origin.node : value,
            messageId: 'setting',
            data: { by: 'productionBrowserSourceMaps', shows: 'source code and stacks' },
          })
        }
    }
  },
})

/** Names that hold a stack and nothing else; `stack` alone is as often one of cards. */
const STACK_NAME = /^(?:componentStack|err(?:or)?Stack|stackTrace)$/iu

/** Where a leak's detail is read from the error, when another function than the one that sends it does that. */
function readElsewhere(leak: Leak): Node {
  const { sink } = leak
  const read = leak.places[0]!.origin.steps.findLast((step) => step.kind === 'member')?.node
  return read && (sink.at === sink.value || enclosingFunction(read) !== enclosingFunction(leak.node)) ? read : leak.node
}

/** The expressions that `a && b`, `a || b` and `a ? b : c` can show. */
function shownParts(node: Node): Node[] {
  const inner = unwrap(node)
  if (inner.type === T.ConditionalExpression) return [...shownParts(inner.consequent), ...shownParts(inner.alternate)]
  if (inner.type !== T.LogicalExpression) return [node]
  return inner.operator === '&&' ? shownParts(inner.right) : [...shownParts(inner.left), ...shownParts(inner.right)]
}
