import { type FileAnalysis, type Guard, type Node } from '@palisade/analysis'
import type { TSESLint, TSESTree } from '@typescript-eslint/utils'

/** Nodes of vue-eslint-parser and svelte-eslint-parser, as far as they are read here. */
interface TemplateNode {
  type: string
  parent?: TemplateNode | null
  expression?: TSESTree.Expression | null
  /** The value of a directive of Vue. */
  value?: TemplateNode | null
  directive?: boolean
  key?: { name?: { name?: string } }
  startTag?: { attributes: TemplateNode[] }
}

/** Directives of Vue that put a value into the page. */
const SHOWING = new Set(['text', 'html'])

/**
 * Adds the places where templates show a value: `{{ value }}`, `v-text`, `v-html` of Vue, `{value}`, `{@html value}` of
 * Svelte. Without the parsers of these languages there are none.
 *
 * @param source ESLint's source code.
 * @param shown what to do with a value that is shown.
 * @param listener the listener for the script.
 */
export function inTemplates(
  source: Readonly<TSESLint.SourceCode>,
  shown: (value: Node) => void,
  listener: TSESLint.RuleListener,
): TSESLint.RuleListener {
  const tag = (node: TemplateNode): void => {
    if (node.expression) shown(node.expression)
  }
  const services = source.parserServices as
    { defineTemplateBodyVisitor?: (template: object, script: object) => TSESLint.RuleListener } | undefined
  const inVue = {
    VExpressionContainer(node: TemplateNode): void {
      const { parent } = node
      if (parent?.type === 'VElement' || (parent?.directive && SHOWING.has(parent.key?.name?.name ?? ''))) tag(node)
    },
  }
  const withSvelte = { ...listener, SvelteMustacheTag: tag } as TSESLint.RuleListener
  return services?.defineTemplateBodyVisitor?.(inVue, withSvelte) ?? withSvelte
}

/** What a view is written in, as messages call it. */
export function viewOf(node: Node): string {
  for (let current = node as TemplateNode | null | undefined; current; current = current.parent)
    if (current.type === 'VExpressionContainer' || current.type === 'SvelteMustacheTag') return 'the template'
  return 'JSX'
}

/** The conditions under which a node is evaluated, `v-if` and `{#if}` of templates included. */
export function guardsIn(file: FileAnalysis, node: Node): Guard[] {
  const guards = file.guards(node)
  let below: TemplateNode = node as TemplateNode
  for (let current = below.parent; current; below = current, current = current.parent) {
    if (current.type === 'SvelteIfBlock' && current.expression && below.type !== 'SvelteElseBlock')
      guards.push({ test: current.expression, holds: true })
    for (const attribute of current.startTag?.attributes ?? []) {
      const test = attribute.directive && /^(?:if|show)$/u.test(attribute.key?.name?.name ?? '') ? attribute.value?.expression : undefined // prettier-ignore
      if (test) guards.push({ test, holds: true })
    }
  }
  return guards
}
