import { parseForESLint } from '@typescript-eslint/parser'
import * as parser from '@typescript-eslint/parser'
import type { TSESTree } from '@typescript-eslint/utils'
import { visitorKeys } from '@typescript-eslint/visitor-keys'
import { children, isCall, type Node, T } from '../ast/nodes.js'
import { FileAnalysis } from '../file.js'
import type { Origin } from '../values/origin.js'

/**
 * Parses and analyses a text for a test, without types.
 *
 * @param text TypeScript or JSX.
 * @param filename its path.
 */
export function analyzeText(text: string, filename = '/project/file.tsx'): FileAnalysis {
  const parsed = parseForESLint(text, { range: true, loc: true, ecmaFeatures: { jsx: true }, sourceType: 'module' })
  addParents(parsed.ast as unknown as Node)
  return new FileAnalysis({ ...parsed, text, parserServices: {} } as never, { filename, parser: parser as never })
}

/** The arguments of the calls of `sink` in a file, in source order. */
export function sinkArguments(file: FileAnalysis): Node[] {
  return file.index.calls
    .filter((call) => call.callee.type === T.Identifier && call.callee.name === 'sink')
    .flatMap((call) => call.arguments as Node[])
}

/** Origins in one line each, sorted: kind, what it is, and the members read from it. */
export function show(origins: readonly Origin[]): string[] {
  return [...new Set(origins.map(showOne))].sort()
}

function showOne(origin: Origin): string {
  const path = origin.members.map((member) => `.${member}`).join('')
  switch (origin.kind) {
    case 'constant':
      return `${typeof origin.value === 'string' ? `'${origin.value}'` : String(origin.value)}${path}`
    case 'global':
      return `global ${origin.name}${path}`
    case 'import':
      return `import ${origin.module}#${origin.export}${path}`
    case 'parameter':
      return `parameter ${origin.file.text.slice(...origin.node.range)}${path}`
    case 'caught':
      return `caught ${origin.by}${path}`
    case 'call': {
      const callee = isCall(origin.call) ? origin.call.callee : (origin.call as TSESTree.TaggedTemplateExpression).tag
      return `call ${origin.file.text.slice(...callee.range)}()${path}`
    }
    case 'function':
    case 'class':
    case 'this':
    case 'object':
      return `${origin.kind}${path}`
    case 'unknown':
      return `unknown ${origin.because}${path}`
  }
}

function addParents(root: Node): void {
  const pending = [root]
  for (let node = pending.pop(); node; node = pending.pop())
    for (const child of children(node, visitorKeys)) {
      ;(child as { parent: Node }).parent = node
      pending.push(child)
    }
}
