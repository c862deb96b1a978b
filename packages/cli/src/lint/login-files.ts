import { classifyName, isPlausibleSecret, placeholderKind } from '@palisade/analysis'

/** A kind of file that exists to hold logins, and where in a line the secret stands. */
export interface LoginFile {
  /** What the secret is, for the message. */
  what: string
  /** The file's path. */
  path: RegExp
  /** A line with a secret, which is its first group. */
  line: RegExp
}

/**
 * In such a file shape is not needed as evidence: the program that reads it takes what stands there for the secret.
 */
export const loginFiles: readonly LoginFile[] = [
  { what: 'netrc password', path: /(?:^|\/)[._]netrc$/, line: /\bpassword[ \t]+(\S{1,500})/ },
  {
    what: 'PostgreSQL password',
    path: /(?:^|\/)(?:\.pgpass|pgpass\.conf)$/,
    line: /^(?!#)(?:(?:\\.|[^:\\\n]){1,255}:){4}((?:\\.|[^:\\\n]){1,500})$/,
  },
  { what: 'MySQL password', path: /(?:^|\/)\.?my(?:login)?\.cnf$/, line: /^\s{0,9}password\s{0,9}=\s{0,9}(\S{1,500})/ },
  {
    what: 'npm registry login',
    path: /(?:^|\/)\.npmrc$/,
    line: /:_(?:authToken|auth|password)\s{0,9}=\s{0,9}(\S{1,500})/,
  },
  {
    what: 'npm registry login',
    path: /(?:^|\/)\.yarnrc\.yml$/,
    line: /^\s{0,40}npmAuth(?:Token|Ident)\s{0,9}:\s{0,9}(\S{1,500})/,
  },
  { what: 'PyPI login', path: /(?:^|\/)\.pypirc$/, line: /^\s{0,9}password\s{0,9}[=:]\s{0,9}(\S{1,500})/ },
  {
    what: 'Kubernetes login',
    path: /(?:^|\/)(?:\.kube\/config|kubeconfig(?:\.ya?ml)?|[^/]*\.kubeconfig)$/,
    line: /^\s{0,40}(?:token|password)\s{0,9}:\s{0,9}(\S{1,2000})/,
  },
  {
    what: 'Docker registry login',
    path: /(?:^|\/)(?:\.?docker\/config\.json|\.dockercfg|\.dockerconfigjson)$/,
    line: /"(?:identitytoken|registrytoken|password)"\s{0,9}:\s{0,9}"([^"\n]{1,2000})"/,
  },
]

/** A secret that stands where a file's kind says. */
export interface LoginMatch {
  what: string
  start: number
  end: number
}

/**
 * Finds the secrets of a file that exists to hold logins.
 *
 * @param path The file's path.
 * @param text Its text.
 * @returns Where the secrets stand; nothing for other files, for placeholders and for references.
 */
export function findLogins(path: string, text: string): LoginMatch[] {
  const kind = loginFiles.find((row) => row.path.test(path))
  if (kind === undefined) return []
  const found: LoginMatch[] = []
  let start = 0
  for (const line of text.split('\n')) {
    const value = kind.line.exec(line)?.[1]?.replace(/^["']|["']$/g, '')
    if (value !== undefined && isOwnSecret(value)) {
      const at = start + line.lastIndexOf(value)
      found.push({ what: kind.what, start: at, end: at + value.length })
    }
    start += line.length + 1
  }
  return found
}

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i

/** Neither a placeholder nor a reference, and no word that everybody uses for a database on their own machine. */
function isOwnSecret(value: string): boolean {
  if (placeholderKind(value) !== undefined || /^[a-z]{1,12}$/i.test(value)) return false
  return uuid.test(value) || isPlausibleSecret(value, { bar: 'name', meaning: classifyName('password') })
}
