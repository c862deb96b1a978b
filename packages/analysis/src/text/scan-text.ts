import { classifyName, classifyPath, type NameMeaning } from '../names/index.js'
import { lineAt, lineStarts } from './lines.js'
import { isPlausibleSecret } from './secret-value.js'
import { isPublicToken, standardScanner, type TokenScanner } from './token-scanner.js'

/** A credential found in a text of any kind. */
export interface TextFinding {
  /** `format`: the value is known by its shape. `name`: it stands under a credential's name. */
  readonly evidence: 'format' | 'name'
  /** The catalog row: a token format's id, or the row of `secret-names`. */
  readonly id: string
  /** What was found, for a message: provider and kind. */
  readonly what: string
  /** The name that the value stands under, for `name`. */
  readonly name?: string
  /** Where the finding stands in the text. */
  readonly start: number
  readonly end: number
  /** The line, from 1, and the column, from 1. */
  readonly line: number
  readonly column: number
  /** The secret part. Never to be shown; `shown` is what may be. */
  readonly secret: string
  /** At most the first four characters, and at most a quarter of the secret. */
  readonly shown: string
}

/** How a text is read. */
export interface ScanTextOptions {
  /** Decides whether lines are read as assignments (`.env`, YAML, TOML, properties, shell, JSON). */
  readonly filename?: string
  /** Whether to read assignments; wins over the file's name. */
  readonly assignments?: boolean
  readonly scanner?: TokenScanner
  readonly classify?: (name: string) => NameMeaning
}

/**
 * Finds credentials in a text without parsing it: known formats anywhere, and in files of settings what stands under a
 * credential's name. For what a parser reads (JavaScript, TypeScript), the lint rule sees more.
 *
 * @param text the text
 * @param options the file's name, and what to ask instead of the standard tables
 * @returns the findings from top to bottom; time grows linearly with the text
 */
export function scanText(text: string, options: ScanTextOptions = {}): TextFinding[] {
  const scanner = options.scanner ?? standardScanner()
  const lines = lineStarts(text)
  const found: TextFinding[] = []
  const add = (finding: Omit<TextFinding, 'line' | 'column' | 'shown'>) => {
    const line = lineAt(lines, finding.start)
    const shown = `${finding.secret.slice(0, Math.min(4, Math.floor(finding.secret.length / 4)))}…`
    found.push({ ...finding, line: line + 1, column: finding.start - lines[line]! + 1, shown })
  }
  for (const match of scanner.scan(text)) {
    if (!match.whole) continue
    const { row, start, end, secret } = match
    const provider = row.provider === 'generic' || row.provider === 'own' ? '' : `${row.provider} `
    add({ evidence: 'format', id: row.id, what: `${provider}${row.kind}`, start, end, secret })
  }
  if (options.assignments ?? isSettingsFile(options.filename)) {
    const taken = new Set(found.map((finding) => finding.line))
    for (const one of assignments(text, lines)) {
      if (taken.has(lineAt(lines, one.start) + 1)) continue
      const classify = options.classify ?? classifyName
      const meaning = classifyPath(one.name.split('.').slice(-2), classify)
      if (meaning.kind !== 'credential' || isPublicToken(one.value, scanner)) continue
      if (!isPlausibleSecret(one.value, { bar: 'name', name: one.name, meaning })) continue
      if (/^[A-Za-z]+$/.test(one.value) && meaning.certainty === 'likely') continue
      const format = scanner.describe(one.value, meaning.words)
      const what =
        format !== undefined && format.use === undefined
          ? `${format.provider} ${format.kind}`
          : (meaning.what ?? 'secret')
      add({
        evidence: 'name',
        id: meaning.row ?? 'own',
        what,
        name: one.name,
        start: one.start,
        end: one.end,
        secret: one.value,
      })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

/** Whether a file holds settings, by its name. */
function isSettingsFile(filename: string | undefined): boolean {
  if (filename === undefined) return false
  const base = filename.slice(Math.max(filename.lastIndexOf('/'), filename.lastIndexOf('\\')) + 1).toLowerCase()
  if (/(?:^|\.)(?:lock|lockb|sum)$|-lock\.(?:json|yaml)$|^(?:npm-shrinkwrap\.json|tsconfig.*\.json)$/.test(base))
    return false
  return (
    base.startsWith('.env') ||
    /\.(?:env|ya?ml|toml|ini|properties|conf|cfg|sh|bash|zsh|json|jsonc|json5|tfvars|netrc|npmrc)$/.test(base) ||
    /^(?:dockerfile|docker-compose|\.npmrc|\.netrc|\.pgpass|compose)/.test(base)
  )
}

/** A name and the value that a line of a settings file gives it. */
export interface WrittenAssignment {
  readonly name: string
  readonly value: string
  readonly start: number
  readonly end: number
}

/** `NAME=value`, `name: value`, `"name": "value"`; bounded, so that a line is read once. */
const ASSIGNMENT =
  /^[ \t]{0,60}(?:export[ \t]{1,4}|set[ \t]{1,4}|ENV[ \t]{1,4}|ARG[ \t]{1,4}|-[ \t]{1,4})?["']?([A-Za-z_][\w.-]{1,80})["']?[ \t]{0,4}(?:[:=][ \t]{0,8}|[ \t])(?=\S)/

/**
 * The assignments of a settings file: `NAME=value`, `name: value`, `"name": "value"`, one a line.
 *
 * @param text the file's text
 * @param lines where its lines start
 */
export function* assignments(text: string, lines: readonly number[] = lineStarts(text)): Generator<WrittenAssignment> {
  for (let line = 0; line < lines.length; line++) {
    const from = lines[line]!
    const to = line + 1 < lines.length ? lines[line + 1]! - 1 : text.length
    if (to - from < 6 || to - from > 2000) continue
    const content = text.slice(from, to).trimEnd()
    const head = ASSIGNMENT.exec(content)
    if (head === null || !/[:= \t]$/.test(head[0])) continue
    // `name value` is an assignment in a Dockerfile's ENV only.
    if (!/[:=]/.test(head[0]) && !/^\s*ENV\s/.test(content)) continue
    const value = valueOf(content.slice(head[0].length))
    if (value === undefined) continue
    const start = from + head[0].length + value.offset
    yield { name: head[1]!, value: value.text, start, end: start + value.text.length }
  }
}

function valueOf(rest: string): { text: string; offset: number } | undefined {
  const quote = rest[0]
  if (quote === '"' || quote === "'" || quote === '`') {
    const close = rest.indexOf(quote, 1)
    return close > 1 ? { text: rest.slice(1, close), offset: 1 } : undefined
  }
  // A comment ends the value; a function call, a reference or a block is none.
  const comment = rest.search(/[ \t]#/)
  const plain = (comment < 0 ? rest : rest.slice(0, comment).trimEnd()).replace(/,$/, '')
  if (plain === '' || /^[[{|>&*!$]|\(|^ENC\[/.test(plain)) return undefined
  return { text: plain, offset: 0 }
}
