import { type CallNode, type FileAnalysis, type Node, T, unwrap } from '@palisade/analysis'
import type { Sink } from './sinks.js'

const wholeObjects = { derived: false, containers: 'whole' } as const

const FILE_WRITERS = new Set([
  'appendFile',
  'appendFileSync',
  'writeFile',
  'writeFileSync',
  'outputFile',
  'write',
  'end',
])
const LOG_FILE = /\.log\b|(?:^|[/\\])logs?[/\\]|(?:^|[-_./\\])(?:log|logs)\.(?:txt|json|jsonl|ndjson|csv)$/iu

/** `fs.appendFile('audit.log', …)`, `fs.createWriteStream('app.log').write(…)`. */
export function logFileSink(file: FileAnalysis, call: CallNode, method: string): Sink | undefined {
  if (!FILE_WRITERS.has(method)) return undefined
  for (const name of file.names(call.callee)) {
    if (
      /^(?:fs|fs\/promises|fs-extra|graceful-fs)#(?:default\.)?(?:promises\.)?(?:append|write|output)File(?:Sync)?$/u.test(
        name,
      )
    ) {
      const [path, data] = call.arguments
      if (path && data && isLogFile(file, path)) return { reaches: 'a log file', kind: 'file', values: [data] }
    } else if (/^fs(?:-extra)?#(?:default\.)?createWriteStream\(\)\.(?:write|end)$/u.test(name)) {
      const callee = unwrap(call.callee)
      const stream = callee.type === T.MemberExpression ? callee.object : undefined
      const made = stream ? file.origins(stream, wholeObjects) : []
      const isLog = made.some((origin) => {
        const path =
          origin.kind === 'call' && origin.call.type !== T.TaggedTemplateExpression && origin.call.arguments[0]
        return path && isLogFile(origin.file, path)
      })
      if (isLog && call.arguments[0]) return { reaches: 'a log file', kind: 'file', values: [call.arguments[0]] }
    }
  }
  return undefined
}

function isLogFile(file: FileAnalysis, path: Node): boolean {
  const whole = file.string(path)
  if (whole !== undefined) return LOG_FILE.test(whole)
  const node = unwrap(path)
  if (node.type === T.TemplateLiteral) return node.quasis.some((quasi) => LOG_FILE.test(quasi.value.raw))
  if (node.type === T.CallExpression) return node.arguments.some((part) => LOG_FILE.test(file.string(part) ?? ''))
  if (node.type === T.BinaryExpression) return isLogFile(file, node.left) || isLogFile(file, node.right)
  if (node.type !== T.Identifier && node.type !== T.MemberExpression) return false
  return file
    .origins(node, wholeObjects)
    .some((origin) =>
      origin.kind === 'constant'
        ? LOG_FILE.test(String(origin.value))
        : origin.kind === 'call' && origin.call.type === T.CallExpression && isLogFile(origin.file, origin.call),
    )
}
