import type { Finding } from '../findings/finding.js'

/** The name under which a refused `.env` file is reported. */
export const envFileRule = 'no-env-file'

/** `.env`, `.env.local`, `production.env`. */
const envName = /^(?:\.env(?:\..+)?|[^/]+\.env)$/i

/** Names that say that the file is meant to be shared: it shows which variables there are. */
const exampleName =
  /(?:^|[._-])(?:example|examples|sample|template|tpl|dist|defaults?|schema|vault|encrypted|enc)(?:[._-]|$)/i

/** Values that give nothing away: nothing, a placeholder, a reference to a vault, or a ciphertext. */
const harmless =
  /^(?:<[^>]*>|\$\{?\w+\}?|\{\{[^}]*\}\}|x+|\*+|\.{3}|(?:encrypted|ENC|op|vault|ref|sops):.*|ENC\[.*|(?:your|my|change)[-_ ]?\w.*)?$/i

/**
 * Whether a path is that of a file with real environment values, going by its name.
 *
 * @param path The file's path.
 * @returns False for examples and templates.
 */
export function isEnvFile(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1)
  return envName.test(name) && !exampleName.test(name.replace(/^\.?env/i, ''))
}

/**
 * The first line that sets a variable to a value of its own.
 *
 * @param text The text of an environment file.
 * @returns The line's number from 1; nothing when the file has only names, placeholders, references or ciphertexts.
 */
export function firstValueLine(text: string): number | undefined {
  const lines = text.split(/\r?\n/)
  for (let index = 0; index < lines.length; index++) {
    const match = /^\s*(?:export\s+)?([\w.-]+)\s*[=:](.*)$/.exec(lines[index] ?? '')
    // dotenvx keeps the public half of its key pair in the file.
    if (match === null || /^DOTENV_PUBLIC_KEY/.test(match[1] ?? '')) continue
    const value = (match[2] ?? '')
      .replace(/\s#.*$/, '')
      .trim()
      .replace(/^(['"`])(.*)\1$/, '$2')
      .trim()
    if (!harmless.test(value)) return index + 1
  }
  return undefined
}

/**
 * The finding about a file that holds the values of an environment.
 *
 * @param path The file's path.
 * @param text Its text.
 * @returns The finding; nothing for other files and for examples.
 */
export function envFileFinding(path: string, text: string): Finding | undefined {
  if (!isEnvFile(path)) return undefined
  const line = firstValueLine(text)
  if (line === undefined) return undefined
  const name = path.slice(path.lastIndexOf('/') + 1)
  return {
    path,
    ruleId: `palisade/${envFileRule}`,
    rule: envFileRule,
    severity: 'error',
    message: `"${name}" holds the values of an environment, and whoever can read the repository can use them. Leave it out of git (git rm --cached, .gitignore) and commit "${name.replace(/\.env.*$/, '.env')}.example" with the names only.`,
    line,
    column: 1,
    endLine: line,
    endColumn: 1,
    url: undefined,
    subject: 'environment file',
    excerpt: '',
    fix: undefined,
    suggestions: [],
  }
}
