import { readFileSync } from 'node:fs'

/** The package's version; the manifest is beside both the source and the bundle. */
export const version = (
  JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }
).version
