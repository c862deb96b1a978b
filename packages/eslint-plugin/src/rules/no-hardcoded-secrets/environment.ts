import type { TSESTree } from '@typescript-eslint/utils'
import {
  classifyName,
  type FileAnalysis,
  keyName,
  memberName,
  type Node,
  splitWords,
  T,
  unwrap,
} from '@palisade/analysis'

/** Objects whose members are environment variables, as written. */
const ENVIRONMENTS =
  /^(?:process\.env|import\.meta\.env|Bun\.env|globalThis\.process\.env|Deno\.env|env|ENV|environment)$/

/** Methods that read a variable by name: `Deno.env.get('X')`, `config.get('X')`. */
const READERS = /^(?:get|getOrThrow|getString|require|string|str|getenv|getEnv|env)$/

/**
 * Which environment variable an expression reads.
 *
 * @param file the expression's file
 * @param node the expression
 * @returns the variable's name; none for anything else
 */
export function environmentRead(file: FileAnalysis, node: Node): string | undefined {
  const read = unwrap(node)
  if (read.type === T.MemberExpression) {
    const name = memberName(read)
    if (name === undefined) return undefined
    return isEnvironment(file, read.object) || isOtherNameOfEnvironment(file, read.object, name) ? name : undefined
  }
  if (read.type === T.CallExpression) {
    const callee = unwrap(read.callee)
    const [first] = read.arguments
    if (!first || first.type === T.SpreadElement) return undefined
    const isReader =
      callee.type === T.MemberExpression
        ? READERS.test(memberName(callee) ?? '')
        : callee.type === T.Identifier && /^(?:env|getEnv|getenv|readEnv|envVar)$/i.test(callee.name)
    const name = isReader ? file.string(first) : undefined
    return name !== undefined && /^[A-Z][A-Z\d_]+$/.test(name) ? name : undefined
  }
  if (read.type === T.Identifier) {
    // `const { JWT_SECRET } = process.env`, `const secret = process.env.JWT_SECRET`
    const variable = file.index.variableOf(read)
    const definition = variable?.defs.length === 1 ? variable.defs[0] : undefined
    if (definition?.type !== 'Variable' || definition.node.init === null) return undefined
    const { id, init } = definition.node
    if (id.type === T.ObjectPattern && isEnvironment(file, init)) return destructuredName(id, read.name)
    return id.type === T.Identifier && unwrap(init).type !== T.Identifier ? environmentRead(file, init) : undefined
  }
  return undefined
}

/**
 * Whether an expression is the environment itself: `process.env` and its likes, also under a variable.
 *
 * @param file the expression's file
 * @param node the expression
 */
export function isEnvironment(file: FileAnalysis, node: Node): boolean {
  const object = unwrap(node)
  const text = object.range[1] - object.range[0] > 60 ? '' : file.text.slice(...object.range).replace(/\?|\s|!/g, '')
  if (!ENVIRONMENTS.test(text)) return false
  if (object.type !== T.Identifier) return true
  return file.names(object).some((name) => /(?:^|\.)env$|#env$/.test(name)) || /^env$/i.test(object.name)
}

/** `const e = process.env`, `import { env as e } from 'node:process'` */
function isOtherNameOfEnvironment(file: FileAnalysis, node: Node, member: string): boolean {
  const object = unwrap(node)
  if (object.type !== T.Identifier || !/^[A-Z][A-Z\d]{0,40}_[A-Z\d_]{1,60}$/.test(member)) return false
  return file.names(object).some((name) => /^(?:process[.#]env|import\.meta\.env|Bun\.env)$/.test(name))
}

/** The name of the member that a destructuring puts into a variable. */
export function destructuredName(pattern: TSESTree.ObjectPattern, local: string): string | undefined {
  for (const property of pattern.properties) {
    if (property.type !== T.Property) continue
    const value = property.value.type === T.AssignmentPattern ? property.value.left : property.value
    if (value.type === T.Identifier && value.name === local) return keyName(property.key, property.computed)
  }
  return undefined
}

/**
 * The name of an environment variable for a credential.
 *
 * @param name the name that the credential has in the code, if any
 * @param known the name that its provider's documentation uses, if any
 * @returns a name in capitals that says whose credential it is
 */
export function environmentName(name: string | undefined, known: string | undefined): string {
  const words = name === undefined ? [] : splitWords(name)
  const isTelling = words.length > 1 && !GENERIC.has(words.join(' ')) && classifyName(name!).kind === 'credential'
  if (known !== undefined && !isTelling) return known
  const own = words
    .filter((word) => /^[a-z\d]+$/.test(word))
    .join('_')
    .toUpperCase()
  return /^[A-Z]/.test(own) ? own : (known ?? 'SECRET')
}

/** Names that don't say whose credential it is. */
const GENERIC = new Set([
  'api key', 'secret key', 'access key', 'access token', 'auth token', 'client secret', 'private key', 'secret access key', 'signing secret', 'secret or key', 'auth header', 'api token', 'api secret', 'key secret',
]) // prettier-ignore
