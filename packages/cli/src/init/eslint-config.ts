import { createRequire } from 'node:module'

interface Node {
  type: string
  start: number
  end: number
  [key: string]: unknown
}

const importName = 'palisade'
const packageName = '@palisade/eslint-plugin'

/**
 * Adds Palisade's `recommended` to a flat config, in the place where its array ends, and leaves the rest as it is.
 *
 * @param file The file's name; its extension tells the language.
 * @param text The config's text.
 * @returns The new text; the same when Palisade is there already; nothing when the config has a shape that is not
 * understood, so that a person has to do it.
 */
export function addToFlatConfig(file: string, text: string): string | undefined {
  if (text.includes(packageName)) return text
  const program = parse(file, text)
  if (program === undefined) return undefined
  const isModule = (program['body'] as Node[]).some(({ type }) => /^(?:Import|Export)/.test(type))
  const list = configList(program)
  if (list === undefined) return undefined
  const insertion = elementAt(text, list, `${importName}.configs.recommended`)
  const statement = isModule
    ? `import ${importName} from '${packageName}'\n`
    : `const ${importName} = require('${packageName}').default\n`
  const styled = /;\s*$/m.test(text) ? statement.replace('\n', ';\n') : statement
  const quoted = (text.match(/"/g)?.length ?? 0) > (text.match(/'/g)?.length ?? 0) ? styled.replace(/'/g, '"') : styled
  const top = importPlace(program, text)
  const { at, code } = insertion
  return text.slice(0, top) + quoted + text.slice(top, at) + code + text.slice(at)
}

/**
 * The list that a config exports: an array, or the arguments of `defineConfig` and its likes.
 *
 * @returns The node that holds the elements, and the elements.
 */
function configList(program: Node): { holder: Node; elements: (Node | null)[] } | undefined {
  for (const statement of program['body'] as Node[]) {
    let exported: Node | undefined
    if (statement.type === 'ExportDefaultDeclaration') exported = statement['declaration'] as Node
    if (statement.type === 'ExpressionStatement') {
      const expression = statement['expression'] as Node
      const left = expression['left'] as Node | undefined
      const isExports =
        expression.type === 'AssignmentExpression' &&
        left?.type === 'MemberExpression' &&
        (left['object'] as Node)['name'] === 'module'
      if (isExports) exported = expression['right'] as Node
    }
    if (exported !== undefined) return listOf(exported, program, 0)
  }
  return undefined
}

function listOf(node: Node, program: Node, depth: number): { holder: Node; elements: (Node | null)[] } | undefined {
  if (depth > 5) return undefined
  if (/^TS(?:As|Satisfies|NonNull)Expression$|^ParenthesizedExpression$/.test(node.type)) {
    return listOf(node['expression'] as Node, program, depth + 1)
  }
  if (node.type === 'ArrayExpression') return { holder: node, elements: node['elements'] as (Node | null)[] }
  if (node.type === 'AwaitExpression') return listOf(node['argument'] as Node, program, depth + 1)
  if (node.type === 'CallExpression') {
    const args = node['arguments'] as Node[]
    const callee = node['callee'] as Node
    const name = String(callee['name'] ?? (callee['property'] as Node | undefined)?.['name'] ?? '')
    // Others, such as frameworks' own helpers, may take their arguments for something else.
    if (!/^(?:defineConfig|config)$/.test(name)) return undefined
    const [first] = args
    if (args.length === 1 && first !== undefined && first.type !== 'ObjectExpression') {
      return listOf(first, program, depth + 1)
    }
    return { holder: node, elements: args }
  }
  if (node.type === 'Identifier') {
    for (const statement of program['body'] as Node[]) {
      if (statement.type !== 'VariableDeclaration') continue
      for (const declarator of statement['declarations'] as Node[]) {
        const init = declarator['init'] as Node | null
        if ((declarator['id'] as Node)['name'] === node['name'] && init !== null)
          return listOf(init, program, depth + 1)
      }
    }
  }
  return undefined
}

/** Where and how an element is added at the end of a list, in the list's own style. */
function elementAt(
  text: string,
  { holder, elements }: { holder: Node; elements: (Node | null)[] },
  code: string,
): { at: number; code: string } {
  const last = elements.at(-1)
  if (last === undefined || last === null) return { at: holder.end - 1, code }
  const between = text.slice(last.end, holder.end - 1)
  const multiline = text.slice(holder.start, holder.end).includes('\n')
  if (!multiline) return { at: last.end, code: `, ${code}` }
  const lineStart = text.lastIndexOf('\n', last.start) + 1
  const indent = /^[ \t]*/.exec(text.slice(lineStart))?.[0] ?? ''
  const comma = /^\s*,/.exec(between)
  if (comma === null) return { at: last.end, code: `,\n${indent}${code}` }
  return { at: last.end + comma[0].length, code: `\n${indent}${code},` }
}

/** After the last import or require at the top, else at the beginning. */
function importPlace(program: Node, text: string): number {
  let place = 0
  for (const statement of program['body'] as Node[]) {
    const isRequire =
      statement.type === 'VariableDeclaration' && /\brequire\(/.test(text.slice(statement.start, statement.end))
    const isDirective = statement['directive'] !== undefined
    if (statement.type !== 'ImportDeclaration' && !isRequire && !isDirective) break
    const lineEnd = text.indexOf('\n', statement.end)
    place = lineEnd < 0 ? text.length : lineEnd + 1
  }
  return place
}

function parse(file: string, text: string): Node | undefined {
  try {
    const { parseSync } = createRequire(import.meta.url)('oxc-parser') as {
      parseSync: (name: string, text: string, options: object) => { program: Node; errors: unknown[] }
    }
    const { program, errors } = parseSync(file, text, {})
    return errors.length === 0 ? program : undefined
  } catch {
    return undefined
  }
}
