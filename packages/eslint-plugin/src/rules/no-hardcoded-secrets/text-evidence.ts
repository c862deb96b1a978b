import {
  assignments,
  DYNAMIC,
  isDevelopmentOnly,
  lastName,
  mayCallCredentialProgram,
  type NameMeaning,
  type Node,
  parseCommands,
  secretsInCommand,
  T,
  unwrap,
} from '@palisade/analysis'
import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { preview, withArticle } from './findings.js'
import type { Judge } from './judge.js'
import { denoted, isAmongTexts, mayNameCredential, whatOf } from './named.js'

/**
 * Credentials inside texts of another language: command lines, SQL, and documents (`.env`, YAML, JSON) that stand in a
 * string. The text says under which name, or to which program, the value is given.
 *
 * @param judge the judge of this file
 * @returns the listeners; none for a file in which no such text stands
 */
export function textEvidence(judge: Judge): TSESLint.RuleListener {
  const { text } = judge.file
  if (!mayNameCredential(text) && !mayCallCredentialProgram(text) && !/\bidentified\s/i.test(text)) return {}
  return {
    Literal(node) {
      if (typeof node.value === 'string') checkText(judge, node, node.value)
    },
    TemplateLiteral(node) {
      checkText(judge, node, node.quasis.map(({ value }) => value.cooked ?? value.raw).join(DYNAMIC))
    },
    'CallExpression, NewExpression'(node: TSESTree.CallExpression) {
      checkArguments(judge, node)
    },
  }
}

/** A part of nearly every name of a credential. */
const NAME_WORD = /pass|pwd|secret|token|key|credential|auth/i

/** Whether a text gives a value to a name, to an option or to a statement in which credentials are set. */
function mayGiveCredential(text: string): boolean {
  if (GIVES.test(text)) return true
  if (!NAME_WORD.test(text)) return false
  if (/\binsert\s{1,4}into\b/i.test(text)) return true
  for (const [, option] of text.matchAll(OPTION)) if (NAME_WORD.test(option!)) return true
  for (const { index } of text.matchAll(/[:=]\s{0,3}[^\s=>]/g)) if (NAME_WORD.test(wordBefore(text, index))) return true
  return false
}

const OPTION = /(?<![\w-])--([a-z-]{1,80})[= ]/gi

const GIVES =
  /\bmachine\s{1,4}\S{1,100}\s{1,4}login\s|\bidentified\s{1,4}(?:with\s{1,4}\S{1,60}\s{1,4})?by\b|\bpassword\s{0,4}[=( ]\s{0,4}\\?["']/i

/** The name before `:` or `=`, which may stand in quotes. */
function wordBefore(text: string, at: number): string {
  let end = at
  while (end > 0 && at - end < 5 && /[\s"'\\]/.test(text[end - 1]!)) end--
  let start = end
  while (start > 0 && end - start < 40 && /\w/.test(text[start - 1]!)) start--
  return text.slice(start, end)
}

/** Longer texts are data. */
const LONGEST_TEXT = 20_000
const SHORTEST_TEXT = 8

/** A value in a text, and what the text says that it is. */
interface Written {
  readonly name: string
  readonly meaning: NameMeaning
  readonly value: string
  /** Where it stands in the text. */
  readonly at: number
  /** Who takes it, for the words of the message. */
  readonly what?: string
}

function checkText(judge: Judge, node: Node, text: string): void {
  if (text.length < SHORTEST_TEXT || text.length > LONGEST_TEXT || !/[\s=:]/.test(text)) return
  const isKnown = mayGiveCredential(text) || mayCallCredentialProgram(text)
  if (!isKnown || isNoContent(node) || isAmongTexts(node)) return
  if (isDevelopmentOnly(judge.file, node, judge.settings.developmentGuards)) return
  const found = [...inCommand(judge, text), ...inSql(judge, text), ...inDocument(judge, text), ...anywhere(judge, text)]
  const reported = new Set<string>()
  for (const one of found) {
    if (reported.has(one.value)) continue
    reported.add(one.value)
    report(judge, node, text, one)
  }
}

/** What can't hold a document or a command: a specifier, a directive, a type, a key. */
function isNoContent(node: Node): boolean {
  switch (node.parent?.type) {
    case T.ImportDeclaration:
    case T.ExportNamedDeclaration:
    case T.ExportAllDeclaration:
    case T.ExpressionStatement:
    case T.TSLiteralType:
      return true
    case T.Property:
    case T.PropertyDefinition:
      return node.parent.key === node
    default:
      return false
  }
}

const PASSWORD = 'password'

function* inCommand(judge: Judge, text: string): Generator<Written> {
  const isProgram = mayCallCredentialProgram(text)
  if (!isProgram && !SETS_VARIABLE.test(text)) return
  if (PROSE.test(text)) return
  let from = 0
  for (const command of parseCommands(text)) {
    if (isProgram) {
      for (const { value } of secretsInCommand(command)) {
        const found = denoted(judge, [PASSWORD])
        if (found === undefined || !isGiven(judge, value, '', found.meaning)) continue
        const at = text.indexOf(value, from)
        yield { ...found, value, at: Math.max(at, 0) }
      }
    }
    for (const { name, value } of command.env) {
      const found = denoted(judge, [name])
      // A variable alone may be a document's line; one before a program is set for it.
      if (found?.meaning.certainty !== 'sure' || (command.words.length === 0 && !/^\s*export\b/.test(text))) continue
      if (isGiven(judge, value, name, found.meaning))
        yield { ...found, value, at: Math.max(text.indexOf(value, from), 0) }
    }
    from = Math.max(from, text.indexOf(command.words[0] ?? '', from))
  }
}

/** `DB_PASSWORD=x node …`, `export DB_PASSWORD=x` */
const SETS_VARIABLE = /(?:^|[\s;&|'"])[A-Z][A-Z\d_]{2,60}=\S/

/** Texts that tell people how a command is called. */
const PROSE = /\b(?:usage|example|e\.g\.|for instance|such as|run:|syntax)\b/i

/** `IDENTIFIED BY '…'`, `PASSWORD '…'`, `PASSWORD('…')`, `SET password = '…'`, columns and their values. */
function* inSql(judge: Judge, text: string): Generator<Written> {
  if (!isSql(text)) return
  for (const pattern of SQL_PASSWORDS) {
    for (const match of text.matchAll(pattern)) {
      const found = denoted(judge, [PASSWORD])
      const value = match[1]!
      if (found !== undefined && isGiven(judge, value, '', found.meaning))
        yield { ...found, value, at: match.index + match[0].lastIndexOf(value) }
    }
  }
  for (const match of text.matchAll(SQL_EQUALS)) {
    const found = denoted(judge, [match[1]!])
    const value = match[2]!
    if (found !== undefined && isGiven(judge, value, '', sure(found.meaning)))
      yield { ...found, value, at: match.index + match[0].lastIndexOf(value) }
  }
  for (const match of text.matchAll(SQL_INSERT)) {
    const columns = match[1]!.split(',').map((column) => column.replace(/[\s`"[\]]/g, ''))
    const values = [...match[2]!.matchAll(/'([^']*)'|"([^"]*)"|[^\s,'"]+/g)]
    for (const [at, column] of columns.entries()) {
      const value = values[at]?.[1] ?? values[at]?.[2]
      const found = value === undefined ? undefined : denoted(judge, [column])
      if (found !== undefined && isGiven(judge, value!, '', sure(found.meaning)))
        yield { ...found, value: value!, at: match.index + match[0].lastIndexOf(value!) }
    }
  }
}

/** Whether a statement begins somewhere in a text: a word of prose stands elsewhere. */
function isSql(text: string): boolean {
  for (const { index } of text.matchAll(STATEMENT)) {
    const before = text.slice(Math.max(0, index - 40), index)
    const trimmed = before.trimEnd()
    if (trimmed === '' || /[;(]$/.test(trimmed) || before.slice(trimmed.length).includes('\n')) return true
  }
  return false
}

const STATEMENT = /\b(?:create|alter|grant|set|insert|update|select|upsert|pragma|replace|merge|with|exec|do|begin)\s/gi
const SQL_PASSWORDS = [
  /\bidentified\s{1,4}(?:with\s{1,4}[\w."'`-]{1,60}\s{1,4})?(?:by|as)\s{1,4}(?:password\s{1,4})?["']([^"'\n]{3,100})["']/gi,
  /\bpassword\s{0,4}(?:[=(]\s{0,4})?["']([^"'\n]{3,100})["']/gi,
  /\bpragma\s{1,4}(?:re)?key\s{0,4}=\s{0,4}["']([^"'\n]{3,100})["']/gi,
]
const SQL_EQUALS = /(?<![\w@:$])([a-z_]\w{1,40})[`"\]]?\s{0,4}=\s{0,4}["']([^"'\n]{3,100})["']/gi
const SQL_INSERT =
  /\binsert\s{1,8}into\s{1,8}\S{1,80}\s{0,8}\(([^()]{1,500})\)\s{0,8}values\s{0,8}\(([^()]{1,1000})\)/gi

/** Lines of settings in a string: most of its lines are such, and none is code. */
function* inDocument(judge: Judge, text: string): Generator<Written> {
  if (/^\s*[{[]/.test(text)) {
    for (const match of text.matchAll(MEMBER)) {
      const found = denoted(judge, [match[1]!])
      const value = match[2]!
      if (found?.meaning.certainty === 'sure' && isGiven(judge, value, match[1]!, found.meaning))
        yield { ...found, value, at: match.index + match[0].lastIndexOf(value) }
    }
    return
  }
  if (!isDocument(text)) return
  for (const { name, value, start } of assignments(text)) {
    const found = denoted(judge, name.split('.').slice(-2))
    if (found?.meaning.certainty !== 'sure' || /[;,{]$|^[A-Z]\w+!$/.test(value)) continue
    if (isGiven(judge, value, name, found.meaning)) yield { ...found, value, at: start }
  }
}

const MEMBER = /"([A-Za-z][\w.-]{1,40})"\s{0,3}:\s{0,3}"([^"\\\n]{3,200})"/g

function isDocument(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  if (lines.length === 1) return /^[A-Z][A-Z\d_]{2,60}=\S+\s*$/.test(lines[0]!)
  if (CODE.test(text)) return false
  const settings = lines.filter((line) => SETTING.test(line)).length
  const others = lines.filter((line) => !SETTING.test(line) && !FRAME.test(line)).length
  return settings >= 2 && others <= lines.length * 0.25
}

const SETTING = /^\s{0,40}(?:export |- )?["']?[A-Za-z_][\w.-]{0,60}["']?\s?(?:=|:\s|:$)/
/** What stands between settings: comments, headings, items, the borders of documents. */
const FRAME = /^\s*(?:#|\/\/|;|-\s|\[[\w.\s"-]{1,60}\]\s*$|-{3}|\.{3}|\0)/
const CODE = /\b(?:const|let|function|import|return|class|interface|type|extends|await)\s|=>|[;{]\n/

/** In any other text only what no word looks like counts. */
function* anywhere(judge: Judge, text: string): Generator<Written> {
  for (const pattern of ANYWHERE) {
    for (const match of text.matchAll(pattern)) {
      const [, name = '', value = ''] = match
      const found = denoted(judge, [name])
      if (
        found?.meaning.certainty === 'sure' &&
        /\d/.test(value) &&
        /[A-Z]/i.test(value) &&
        judge.isSecret(value, 'name', name, found.meaning)
      )
        yield { ...found, value, at: match.index + match[0].lastIndexOf(value) }
    }
  }
}

/** Each is linear: bounded repetitions that don't meet. */
const ANYWHERE = [
  /(?:(?<=\\n)|(?<![\w$.{-]))([A-Z][A-Z\d_]{3,60})=\\?["']?([^\s"'`$<>{}&|;\\\0]{6,200})/g,
  /\\?"([A-Za-z][\w.-]{2,40})\\?"\s{0,3}:\s{0,3}\\?"([^"\\\s<>${}\0]{6,200})\\?"/g,
  // A header: `curl -H 'X-Api-Key: …'`
  /(?<![\w-])((?:[A-Za-z]{1,20}-){1,5}[A-Za-z]{1,20}):\s{1,2}([^\s"'`$<>{}&|;\\\0]{6,200})/g,
  // A line of a `.netrc`.
  /\bmachine\s{1,4}\S{1,100}\s{1,4}login\s{1,4}\S{1,60}\s{1,4}(password)\s{1,4}([^\s"'`$<>{}&|;\\\0]{6,200})/g,
  // A form's body, a query, a cookie.
  /(?:^|[;?&]\s?)([a-z][\w-]{3,40})=([^\s"'`$<>{}&|;\\\0]{6,200})/g,
  /(?<![\w-])--([a-z][a-z-]{2,40})[= ]\\?["']?([^\s"'`$<>{}&|;\\\0-][^\s"'`$<>{}&|;\\\0]{5,200})/g,
]

/** Functions that run a program with a list of arguments. */
const RUNS =
  /^(?:spawn|spawnSync|spawnAsync|execFile|execFileSync|execFileAsync|fork|execa|execaSync|crossSpawn|run|runCommand|getExecOutput|exec|Command)$/

/** `spawn('mysql', ['-u', 'root', '-p…'])` */
function checkArguments(judge: Judge, node: TSESTree.CallExpression): void {
  const [program, list] = node.arguments
  if (program === undefined || list === undefined || list.type === T.SpreadElement) return
  const given = unwrap(list)
  if (given.type !== T.ArrayExpression || !RUNS.test(lastName(node.callee) ?? '')) return
  const name = program.type === T.SpreadElement ? undefined : judge.file.string(program)
  if (name === undefined || !mayCallCredentialProgram(`${name} -`)) return
  const words = given.elements.map((element) =>
    element === null || element.type === T.SpreadElement ? DYNAMIC : (judge.file.string(element) ?? DYNAMIC),
  )
  const found = denoted(judge, [PASSWORD])
  for (const { value, word } of secretsInCommand({ env: [], words: [name, ...words] })) {
    const element = given.elements[word - 1]
    if (found === undefined || !element || element.type === T.SpreadElement) continue
    if (isGiven(judge, value, '', found.meaning))
      report(judge, unwrap(element), words[word - 1]!, { ...found, value, at: 0 })
  }
}

/** Whether a value can be what the text says that it is: it is given to somebody there, and no label. */
function isGiven(judge: Judge, value: string, name: string, meaning: NameMeaning): boolean {
  return (
    !value.includes(DYNAMIC) &&
    !/^[$%<{(*]|[>})]$|^\?$|^:\w/.test(value) &&
    judge.isSecret(value, 'declared', name, meaning)
  )
}

function sure(meaning: NameMeaning): NameMeaning {
  return { ...meaning, certainty: 'sure' }
}

function report(judge: Judge, node: Node, text: string, { name, meaning, value, at }: Written): void {
  const range = placeOfValue(judge, node, text, value, at)
  judge.findings.add({
    range,
    loc: { start: judge.source.getLocFromIndex(range[0]), end: judge.source.getLocFromIndex(range[1]) },
    messageId: 'name',
    data: { name, what: withArticle(whatOf(meaning)), preview: preview(value) },
  })
}

/** The value inside the literal, as far as it is written there as it is. */
function placeOfValue(judge: Judge, node: Node, text: string, value: string, at: number): readonly [number, number] {
  let before = 0
  for (let index = text.indexOf(value); index >= 0 && index < at; index = text.indexOf(value, index + 1)) before++
  let start = judge.file.text.indexOf(value, node.range[0])
  for (; before > 0 && start >= 0; before--) start = judge.file.text.indexOf(value, start + 1)
  return start < 0 || start + value.length > node.range[1] ? node.range : [start, start + value.length]
}
