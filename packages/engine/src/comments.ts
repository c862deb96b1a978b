import type { TreeNode } from './source-code.js'

/** A comment in ESLint's form. */
export interface Comment {
  type: 'Line' | 'Block'
  value: string
  range: [number, number]
}

/** Finds the comments of a text of which the tree is known, so that the text needn't be cut into tokens. */
export interface CommentFinder {
  /** Takes note of a node of the tree; all have to be shown before comments are asked for. */
  see(node: TreeNode): void
  /** @returns The comments in the order of the text. */
  comments(): Comment[]
}

/**
 * Makes a finder for one text. Whatever looks like a comment is one unless it stands in a literal: no other token has two
 * characters that begin a comment.
 *
 * @param text The text, without a byte order mark.
 * @returns The finder.
 */
export function commentFinder(text: string): CommentFinder {
  const literals: [number, number][] = []
  return {
    see(node) {
      const { type } = node
      if (type === 'TemplateElement' || type === 'JSXText' || (type === 'Literal' && typeof node['value'] !== 'number'))
        literals.push(node.range)
    },
    comments() {
      // Parts of a template are seen before the expressions between them.
      literals.sort((a, b) => a[0] - b[0])
      const found: Comment[] = []
      const comment = /\/\/[^\n\r\u2028\u2029]*|\/\*[\s\S]*?\*\//g
      comment.lastIndex = /^#!.*/.exec(text)?.[0].length ?? 0
      let next = 0
      for (let match = comment.exec(text); match !== null; match = comment.exec(text)) {
        const start = match.index
        while (next < literals.length && (literals[next]?.[1] ?? 0) <= start) next++
        const literal = literals[next]
        if (literal !== undefined && literal[0] <= start) {
          comment.lastIndex = literal[1]
          continue
        }
        const isLine = match[0].startsWith('//')
        found.push({
          type: isLine ? 'Line' : 'Block',
          value: isLine ? match[0].slice(2) : match[0].slice(2, -2),
          range: [start, comment.lastIndex],
        })
      }
      return found
    },
  }
}
