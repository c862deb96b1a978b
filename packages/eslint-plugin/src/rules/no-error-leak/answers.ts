import {
  type FileAnalysis,
  type FunctionNode,
  type Node,
  propertyName,
  T,
  unwrap,
  type WayOut,
} from '@palisade/analysis'
import type { TSESTree } from '@typescript-eslint/utils'
import { lastNameOf } from './code.js'

/** How an answer is called in messages, and what it is. */
export interface Answer {
  by: string
  out: WayOut
}

/**
 * Is what this function returns an answer to a client, by how and where it stands?
 *
 * @param file the function's file.
 * @param fn the function.
 */
export function answerOfPlace(file: FileAnalysis, fn: FunctionNode): Answer | undefined {
  if (isServerAction(file, fn)) return { by: 'the server action’s result', out: 'the response body' }
  if (isProcedure(fn)) return { by: 'the procedure’s result', out: 'the response body' }
  if (isResolver(fn)) return { by: 'the resolver’s result', out: 'the response body' }
  if (isSvelteHook(fn)) return { by: 'handleError()', out: 'the response body' }
  return undefined
}

/**
 * Is what this function returns an answer to a client, because a framework calls it?
 *
 * @param file the function's file.
 * @param fn the function.
 */
export function answerOfHandler(file: FileAnalysis, fn: FunctionNode): Answer | undefined {
  const handler = file.handler(fn)
  if (handler?.row.responds !== 'return' && handler?.row.responds !== 'both') return undefined
  const { id } = handler.row
  if (handler.by === 'convention' && id !== 'convention.fastify') return undefined
  if (id === 'remix' && !isRouteModule(file)) return undefined
  if (/^client/u.test(fn.type === T.FunctionDeclaration ? (fn.id?.name ?? '') : '')) return undefined
  return { by: 'the handler’s result', out: id.startsWith('mcp') ? 'a tool result' : 'the response body' }
}

function isRouteModule(file: FileAnalysis): boolean {
  if (/(?:^|\/)(?:routes|app)\//u.test(file.filename.replaceAll('\\', '/'))) return true
  return [...file.index.modules].some((module) =>
    /^(?:@remix-run\/|react-router|@react-router\/|@shopify\/remix)/u.test(module),
  )
}

/** `'use server'` in the function, or an exported function of a file that starts with it. */
export function isServerAction(file: FileAnalysis, fn: FunctionNode): boolean {
  if (fn.body.type === T.BlockStatement && hasDirective(fn.body.body)) return true
  if (!fn.async || !hasDirective(file.ast.body)) return false
  const parent = fn.parent
  if (parent.type === T.ExportNamedDeclaration || parent.type === T.ExportDefaultDeclaration) return true
  return parent.type === T.VariableDeclarator && parent.parent.parent.type === T.ExportNamedDeclaration
}

function hasDirective(body: readonly Node[]): boolean {
  for (const statement of body) {
    if (statement.type !== T.ExpressionStatement || statement.expression.type !== T.Literal) return false
    if (statement.expression.value === 'use server') return true
  }
  return false
}

/** A function of a tRPC procedure that another file begins: `publicProcedure.input(…).mutation(fn)`. */
function isProcedure(fn: FunctionNode): boolean {
  const call = fn.parent
  if (call.type !== T.CallExpression || !/^(?:query|mutation)$/u.test(lastNameOf(call.callee) ?? '')) return false
  let node: Node = unwrap(call.callee)
  for (let i = 0; i < 20; i++) {
    if (node.type === T.CallExpression) node = unwrap(node.callee)
    else if (node.type === T.MemberExpression) node = unwrap(node.object)
    else break
  }
  return node.type === T.Identifier && /procedure$/iu.test(node.name)
}

/** A function of a GraphQL resolver map: under a key of `Query`, `Mutation` or `Subscription`. */
export function isResolver(fn: FunctionNode): boolean {
  const property = fn.parent
  if (property.type !== T.Property || property.parent.type !== T.ObjectExpression) return false
  const holder = property.parent.parent
  if (holder.type === T.Property) return /^(?:Query|Mutation|Subscription)$/u.test(propertyName(holder) ?? '')
  return holder.type === T.VariableDeclarator && holder.id.type === T.Identifier && /^(?:Query|Mutation|queries|mutations|(?:query|mutation)Resolvers?)$/iu.test(holder.id.name) // prettier-ignore
}

/** SvelteKit's `handleError`: what it returns is the error that a page shows. */
function isSvelteHook(fn: FunctionNode): boolean {
  const [first] = fn.params
  const name = fn.type === T.FunctionDeclaration ? fn.id?.name : fn.parent.type === T.VariableDeclarator && fn.parent.id.type === T.Identifier ? fn.parent.id.name : undefined // prettier-ignore
  if (name !== 'handleError' || first?.type !== T.ObjectPattern) return false
  const holder = fn.type === T.FunctionDeclaration ? fn.parent : fn.parent.parent?.parent
  return holder?.type === T.ExportNamedDeclaration
}

/**
 * An answer that its shape alone gives away: `{ statusCode, body }` of a function platform, `{ content: [{ type: 'text',
 * text }], isError }` of a tool.
 *
 * @param file the expression's file.
 * @param value what a function returns.
 */
export function answerOfShape(file: FileAnalysis, value: Node): WayOut | undefined {
  const node = unwrap(value)
  if (node.type !== T.ObjectExpression) return undefined
  if (isHttpAnswer(node)) return 'the response body'
  return isToolResult(file, node) ? 'a tool result' : undefined
}

/** `{ statusCode: 500, body: JSON.stringify(…) }`. */
export function isHttpAnswer(value: Node): boolean {
  const node = unwrap(value)
  if (node.type !== T.ObjectExpression || !hasKey(node, 'statusCode')) return false
  const body = node.properties.find((one) => one.type === T.Property && propertyName(one) === 'body')
  if (body?.type !== T.Property) return false
  const inner = unwrap(body.value)
  return (inner.type === T.CallExpression && lastNameOf(inner.callee) === 'stringify') || inner.type === T.TemplateLiteral || hasKey(node, 'headers') || inner.type === T.MemberExpression // prettier-ignore
}

function isToolResult(file: FileAnalysis, node: TSESTree.ObjectExpression): boolean {
  const content = node.properties.find((one) => one.type === T.Property && propertyName(one) === 'content')
  if (content?.type !== T.Property || hasKey(node, 'role')) return false
  const items = unwrap(content.value)
  if (items.type !== T.ArrayExpression) return false
  const isText = items.elements.some((one) => {
    const item = one && unwrap(one)
    return item?.type === T.ObjectExpression && hasKey(item, 'type') && hasKey(item, 'text')
  })
  return isText && (hasKey(node, 'isError') || [...file.index.modules].some((module) => /modelcontextprotocol|fastmcp|mcp-handler|\bmcp\b/u.test(module))) // prettier-ignore
}

export function hasKey(object: TSESTree.ObjectExpression, key: string): boolean {
  return object.properties.some((one) => one.type === T.Property && propertyName(one) === key)
}
