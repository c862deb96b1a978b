import { readFileSync } from 'node:fs'

/** A file that the documentation tells people to write. */
export interface Recipe {
  file: string
  content: string
}

/**
 * The recipes of a page of the documentation: fenced blocks that name their file. Tests run them as they are printed.
 *
 * @param page The page's path from the repository's root.
 * @returns The recipes by file; a file with several has the heading in the key.
 */
export function recipesOf(page: string): Map<string, Recipe> {
  const text = readFileSync(new URL(`../../../../${page}`, import.meta.url), 'utf8')
  const recipes = new Map<string, Recipe>()
  for (const match of text.matchAll(/^```\w+ file=(\S+)(?: with=(\S+))?\n([\s\S]*?)^```$/gm)) {
    const [, file = '', variant, content = ''] = match
    recipes.set(variant === undefined ? file : `${file} with ${variant}`, { file, content })
  }
  return recipes
}
