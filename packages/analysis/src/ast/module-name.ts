/** Packages of JSR that npm has under another name. */
const ON_NPM: ReadonlyMap<string, string> = new Map([
  ['@hono/hono', 'hono'],
  ['@zod/zod', 'zod'],
  ['@valibot/valibot', 'valibot'],
  ['@elysiajs/elysia', 'elysia'],
])
/** Modules of deno.land that other registries have under another name. */
const ON_DENO_LAND: ReadonlyMap<string, string> = new Map([['oak', '@oak/oak']])

/** `npm:`, `jsr:` and addresses by which Deno and browsers import packages: registry, name, the path in it. */
const ADDRESSED =
  /^(?<registry>npm:|jsr:|https:\/\/(?:deno\.land\/x|esm\.sh|cdn\.skypack\.dev|unpkg\.com|cdn\.jsdelivr\.net\/npm|jspm\.dev)\/)\/?(?<name>(?:@[^/@]+\/)?[^/@?]+)(?:@[^/?]*)?(?<path>\/[^?]*)?/u

/**
 * A module's name, however it is imported: `node:https`, `npm:hono@4` and `https://deno.land/x/oak@v12/mod.ts` are
 * `https`, `hono` and `@oak/oak`.
 *
 * @param specifier the module as the import names it.
 */
export function moduleName(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier.slice(5)
  if (specifier.startsWith('.')) return specifier.replace(/\.[cm]?[jt]sx?$/u, '')
  const { registry, name, path = '' } = ADDRESSED.exec(specifier)?.groups ?? {}
  if (registry === undefined || name === undefined) return specifier
  const known = (registry === 'jsr:' ? ON_NPM : registry.includes('deno.land') ? ON_DENO_LAND : undefined)?.get(name)
  const inside = path.replace(/^\/(?:mod|index|\+esm)(?:\.\w+)?$|\/$/u, '').replace(/\.[cm]?[jt]sx?$/u, '')
  return `${known ?? name}${inside}`
}
