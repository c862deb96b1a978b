import type { FileAnalysis, Node } from '@palisade/analysis'
import type { Exposure } from './judgement.js'

const known = new WeakMap<FileAnalysis, ReadonlySet<string>>()

/** What the file has the runner of GitHub Actions mask in everything that a job prints: `core.setSecret(password)`. */
function maskedTexts(file: FileAnalysis): ReadonlySet<string> {
  let texts = known.get(file)
  if (!texts) {
    const calls = (file.index.callsByName.get('setSecret') ?? []).filter(({ callee }) =>
      file.names(callee).some((name) => /^@actions\/core#(?:default\.)?setSecret$/u.test(name)),
    )
    texts = new Set(calls.flatMap(({ arguments: [value] }) => (value ? [file.text.slice(...value.range)] : [])))
    known.set(file, texts)
  }
  return texts
}

/**
 * Does the runner mask a value that is exposed, because the file has told it to?
 *
 * @param file the file that logs.
 * @param exposure what is exposed.
 */
export function isMasked(file: FileAnalysis, exposure: Exposure): boolean {
  const texts = maskedTexts(file)
  const isOne = (node: Node) => texts.has(file.text.slice(...node.range))
  return texts.size > 0 && (isOne(exposure.node) || exposure.way.some(({ node }) => isOne(node)))
}
