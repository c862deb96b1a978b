/** How much a finding weighs, as the configuration says. */
export type Severity = 'error' | 'warning'

/** A place in a text: offsets count UTF-16 code units from 0, lines and columns count from 1 as ESLint prints them. */
export interface Range {
  start: number
  end: number
  startLine: number
  startColumn: number
  endLine: number
  endColumn: number
}

/** One replacement in the linted text: what stands between the two offsets becomes `newText`. */
export interface Edit {
  start: number
  end: number
  newText: string
}

/** A change that a person may choose, because it can alter what the program does. */
export interface Suggestion {
  title: string
  messageId: string | undefined
  edits: Edit[]
}

/** One finding, free of any editor's, terminal's or linter's vocabulary. */
export interface Diagnostic {
  /** The rule's own name, without a namespace: `no-insecure-tls`. */
  rule: string
  /** The rule as the configuration names it: `palisade/no-insecure-tls`. Disable comments need this one. */
  ruleId: string
  severity: Severity
  message: string
  messageId: string | undefined
  range: Range
  /** The rule's page. */
  url: string | undefined
  /** The edits that can be applied without asking; absent when the rule offers none. */
  fix: Edit[] | undefined
  suggestions: Suggestion[]
}

/** What ESLint's `Linter` says about one problem, as far as it is read here. */
export interface LintMessage {
  ruleId?: string | null
  severity: number
  message: string
  messageId?: string
  line: number
  column: number
  endLine?: number
  endColumn?: number
  fix?: { range: [number, number]; text: string }
  suggestions?: { desc: string; messageId?: string; fix: { range: [number, number]; text: string } }[]
}

/**
 * Turns positions of ESLint (line and column) into offsets of one text.
 *
 * @param text The linted text.
 * @returns A function from a line and a column, both counted from 1, to an offset; places past the end give the end.
 */
export function offsetsOf(text: string): (line: number, column: number) => number {
  const lineStarts = [0]
  // ECMAScript's line terminators, which ESLint and TypeScript agree on.
  const terminator = /\r\n|[\n\r\u2028\u2029]/g
  while (terminator.exec(text) !== null) lineStarts.push(terminator.lastIndex)
  return (line, column) => {
    const start = lineStarts[Math.max(line, 1) - 1] ?? text.length
    return Math.min(start + Math.max(column, 1) - 1, text.length)
  }
}

/**
 * Turns one of ESLint's messages into a diagnostic.
 *
 * @param message The message.
 * @param offsetAt From `offsetsOf` of the linted text.
 * @param rule The rule's own name and page.
 * @param shift How far ESLint's offsets lie before the text's own: 1 where the text starts with a byte order mark.
 * @returns The diagnostic.
 */
export function toDiagnostic(
  message: LintMessage & { ruleId: string },
  offsetAt: (line: number, column: number) => number,
  rule: { name: string; url: string | undefined },
  shift = 0,
): Diagnostic {
  const endLine = message.endLine ?? message.line
  const endColumn = message.endColumn ?? message.column
  const start = offsetAt(message.line, message.column)
  const toEdit = (fix: { range: [number, number]; text: string }): Edit => ({
    start: Math.max(0, fix.range[0] + shift),
    end: Math.max(0, fix.range[1] + shift),
    newText: fix.text,
  })
  return {
    rule: rule.name,
    ruleId: message.ruleId,
    severity: message.severity === 2 ? 'error' : 'warning',
    message: message.message,
    messageId: message.messageId,
    range: {
      start: start + shift,
      end: Math.max(start, offsetAt(endLine, endColumn)) + shift,
      startLine: message.line,
      startColumn: message.column,
      endLine,
      endColumn,
    },
    url: rule.url,
    fix: message.fix ? [toEdit(message.fix)] : undefined,
    suggestions: (message.suggestions ?? []).map((suggestion) => ({
      title: suggestion.desc,
      messageId: suggestion.messageId,
      edits: [toEdit(suggestion.fix)],
    })),
  }
}

/**
 * Turns ESLint's messages about one text into diagnostics. Messages of other plugins are left out.
 *
 * @param messages The messages, with offsets as ESLint counts them: without the byte order mark.
 * @param text The linted text.
 * @param namespace The name under which the configuration knows the plugin.
 * @param plugin The plugin, for the rules' pages.
 * @returns The diagnostics in the messages' order.
 */
export function diagnosticsOf(
  messages: readonly LintMessage[],
  text: string,
  namespace: string,
  plugin: { rules?: Record<string, unknown> },
): Diagnostic[] {
  const shift = text.startsWith('\uFEFF') ? 1 : 0
  let offsetAt: ReturnType<typeof offsetsOf> | undefined
  return messages.flatMap((message) => {
    const { ruleId } = message
    if (ruleId == null || !ruleId.startsWith(`${namespace}/`)) return []
    offsetAt ??= offsetsOf(text.slice(shift))
    const name = ruleId.slice(namespace.length + 1)
    const rule = plugin.rules?.[name] as { meta?: { docs?: { url?: string } } } | undefined
    return [toDiagnostic({ ...message, ruleId }, offsetAt, { name, url: rule?.meta?.docs?.url }, shift)]
  })
}
