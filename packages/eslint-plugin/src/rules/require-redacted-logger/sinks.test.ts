import { type LoggerRow, loggers, type TrackerRow, trackers } from '@palisade/analysis'
import { describe, expect, it } from 'vitest'
import { reportsOf } from './lint-text.js'

/** A program that makes the logger of a row as its qualified name says, and calls one of its methods. */
function program(module: string, path: string, method: string, argument: string, lead: string): string {
  const [head = '', ...rest] = path.split('.')
  const isCall = head.endsWith('()')
  const name = isCall ? head.slice(0, -2) : head
  const made = isCall ? 'made()' : 'made'
  const tail = rest.map((part) => `.${part}`).join('')
  const importing = name === '' ? `import made from '${module}'` : `import { ${name} as made } from '${module}'`
  const call = method === '' ? `it(${lead}${argument})` : `it.${method}(${lead}${argument})`
  return `${importing}\nconst it = ${made}${tail}\n${call}`
}

const loggerCases = (loggers as readonly LoggerRow[]).flatMap((row) =>
  row.loggers.slice(0, 2).flatMap((path) => {
    const method = row.writes.find((one) => one !== '' && one !== 'assert') ?? ''
    const lead = "'x', ".repeat(row.skips?.[method] ?? 0)
    return [[`${row.id} as ${row.modules[0]}#${path}`, row.modules[0]!, path, method, lead] as const]
  }),
)

describe('every row of loggers is a sink', () => {
  it.each(loggerCases)('%s', (_, module, path, method, lead) => {
    expect(reportsOf(program(module, path, method, 'apiKey', lead), { options: { configuration: false } })).toEqual([
      '3 logged apiKey',
    ])
    expect(reportsOf(program(module, path, method, 'apiKeyId', lead), { options: { configuration: false } })).toEqual(
      [],
    )
    expect(reportsOf(program(`${module}-kit`, path, 'keep', 'apiKey', lead))).toEqual([])
  })
})

const trackerCases = (trackers as readonly TrackerRow[]).map(
  (row) => [row.id, row.modules[0]!, row.on[0]!, row.sends[0]!] as const,
)

describe('every row of trackers is a sink', () => {
  it.each(trackerCases)('%s', (_, module, path, method) => {
    expect(reportsOf(program(module, path, method, '{ apiKey }', ''))).toEqual(['3 logged apiKey'])
    expect(reportsOf(program(module, path, method, '{ apiKeyId }', ''))).toEqual([])
  })
})

describe('other sinks', () => {
  it.each([
    ['an exception', 'throw new Error(`bad password ${password}`)', ['1 inException password']],
    ['an exception of the project', "next(new AuthError('bad key ' + apiKey))", ['1 inException apiKey']],
    ['an exception about a name', 'throw new Error(`bad password for ${username}`)', []],
    ['a word that a parser reads', 'throw new SyntaxError(`Unexpected token ${token}`)', []],
    [
      'a log file',
      `import fs from 'node:fs'\nfs.appendFileSync('audit.log', user.password)`,
      ['2 logged user.password'],
    ],
    ['another file', `import fs from 'node:fs'\nfs.appendFileSync('audit.json', user.password)`, []],
    [
      'a stream of a log',
      `import fs from 'node:fs'\nconst s = fs.createWriteStream('/var/log/app.log')\ns.write(apiKey)`,
      ['3 logged apiKey'],
    ],
    ['a logger by its name', `import { auditLogger } from './log'\nauditLogger.info(apiKey)`, ['2 logged apiKey']],
    ['a logger that is passed in', `function f({ logger }) { logger.debug(apiKey) }`, ['1 logged apiKey']],
    ['a logger that is a member', `class A { m() { this.deps.log.warn(apiKey) } }`, ['1 logged apiKey']],
    ['a name that only ends alike', `catalog.info(apiKey)\nMath.log(apiKey)\ndialog.warn(apiKey)`, []],
    ['a function that logs', `import { logError } from './log'\nlogError(apiKey)`, ['2 logged apiKey']],
    ['middleware that logs', `import { log } from './log'\nlog(apiKey, res, next)\nlog(apiKey)`, ['3 logged apiKey']],
    ['a span by its name', `function f(span) { span.setAttribute('key', apiKey) }`, ['1 logged apiKey']],
    ['an element', `element.setAttribute('data-key', apiKey)`, []],
    [
      'a LogTape template',
      "import { getLogger } from '@logtape/logtape'\nconst log = getLogger('a')\nlog.info`key ${apiKey}`",
      ['3 logged apiKey'],
    ],
  ])('%s', (_, text, reports) => expect(reportsOf(text)).toEqual(reports))
})
