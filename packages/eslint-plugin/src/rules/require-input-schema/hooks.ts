import {
  contains,
  children,
  type FileAnalysis,
  type FunctionNode,
  importersOf,
  type Node,
  propertyName,
  readText,
  resolveImport,
  T,
  unwrap,
} from '@palisade/analysis'
import type { TSESTree } from '@typescript-eslint/utils'
import { nameOf } from './validators.js'

/** The hooks that Feathers runs before a method of a service. */
export interface HookList {
  file: FileAnalysis
  /** The service's method, or `all`. */
  method: string
  hooks: readonly Node[]
}

/** How many files with hooks are read for one that holds a service or a hook. */
const MOST_FILES = 8

/**
 * The lists of hooks in a file, in the files that import it, and in files of hooks that those import:
 * `{ before: { create: [schemaHooks.validateData(validator)] } }`.
 *
 * @param file the file with a service or a hook.
 */
export function hookLists(file: FileAnalysis): readonly HookList[] {
  let known = listsOf.get(file)
  if (!known) {
    const seen = new Map<string, FileAnalysis>([[file.filename, file]])
    const add = (filename: string): void => {
      const text = seen.has(filename) || seen.size > MOST_FILES ? undefined : readText(filename)
      const other = text !== undefined && HOOKS.test(text) ? file.foreign(filename, text) : undefined
      if (other) seen.set(filename, other)
    }
    for (const filename of file.filename ? importersOf(file.filename, file.types) : []) add(filename)
    for (const one of [...seen.values()])
      for (const module of one.index.modules) {
        const target = /hook/iu.test(module) ? resolveImport(one.filename, module) : undefined
        if (target !== undefined) add(target)
      }
    known = [...seen.values()].flatMap((one) => [...listsIn(one)])
    listsOf.set(file, known)
  }
  return known
}

const listsOf = new WeakMap<FileAnalysis, readonly HookList[]>()
/** A list of hooks, or what installs them. */
const HOOKS = /\b(?:before|around)\s*:|\.hooks\s*\(/u

function* listsIn(file: FileAnalysis): Generator<HookList> {
  if (!HOOKS.test(file.text)) return
  const pending: Node[] = [file.ast]
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (isPhase(node)) {
      for (const one of node.value.properties)
        if (one.type === T.Property) {
          const hooks = unwrap(one.value)
          yield {
            file,
            method: propertyName(one) ?? '',
            hooks: (hooks.type === T.ArrayExpression ? hooks.elements : [hooks]).filter(
              (hook) => hook !== null && !RESOLVES.test(lastOf(hook) ?? ''),
            ) as Node[],
          }
        }
    } else pending.push(...children(node, file.visitorKeys))
  }
}

function isPhase(node: Node): node is TSESTree.Property & { value: TSESTree.ObjectExpression } {
  return (
    node.type === T.Property &&
    /^(?:before|around)$/u.test(propertyName(node) ?? '') &&
    node.value.type === T.ObjectExpression
  )
}

/**
 * The hooks that run before a method of a service, or before another hook.
 *
 * @param file the function's file.
 * @param fn the method or the hook.
 * @param name the name under which it is known.
 * @returns one list for each way to it; none when nothing is known.
 */
export function hooksBefore(file: FileAnalysis, fn: FunctionNode, name: string): readonly (readonly HookList[])[] {
  const lists = hookLists(file)
  const forAll = lists.filter(({ method }) => method === 'all')
  if (METHODS.has(name)) {
    const own = lists.filter(({ method }) => method === name)
    return own.length + forAll.length > 0 ? [[...own, ...forAll]] : []
  }
  return lists.flatMap((list) => {
    const at = list.hooks.findIndex((hook) => (list.file === file && contains(hook, fn)) || lastOf(hook) === name)
    return at < 0 ? [] : [[{ ...list, hooks: list.hooks.slice(0, at) }, ...(list.method === 'all' ? [] : forAll)]]
  })
}

/** Resolvers add and replace members, and reject nothing. */
const RESOLVES = /^resolve(?:All|Data|Dispatch|External|Query|Result)$/u

const METHODS = new Set(['create', 'update', 'patch', 'find', 'get', 'remove'])

function lastOf(hook: Node): string | undefined {
  return nameOf(hook).split('.').at(-1)
}
