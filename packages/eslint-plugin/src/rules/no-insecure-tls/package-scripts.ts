import { hostsOf, insecureUses, parseCommands } from '@palisade/analysis'
import { COMMAND_MESSAGE, type MessageId } from './messages.js'
import type { Options } from './options.js'
import { isAllowedPeer } from './text.js'

/** The nodes of `@eslint/json`'s tree that this reads. */
interface JsonNode {
  type: string
  body?: JsonNode
  members?: { name: { type: string; value?: string; name?: string }; value: JsonNode }[]
  value?: unknown
  loc: { start: { line: number; column: number }; end: { line: number; column: number } }
}

/**
 * The rule on a `package.json`: each script is a command line.
 *
 * @param options the rule's options
 * @param report hands a finding to ESLint
 * @returns a visitor for `@eslint/json`'s tree
 */
export function packageScriptsVisitor(
  options: Required<Options>,
  report: (node: JsonNode, messageId: MessageId, data: Record<string, string>) => void,
): Record<string, (node: JsonNode) => void> {
  return {
    Document(document) {
      const scripts = memberOf(document.body, 'scripts')
      for (const { value } of scripts?.members ?? []) {
        if (typeof value.value !== 'string') continue
        for (const command of parseCommands(value.value)) {
          const [use] = insecureUses(command)
          if (!use) continue
          const hosts = command.words.flatMap((word) => hostsOf(word))
          if (hosts.length > 0 && hosts.every((host) => isAllowedPeer({ options }, host))) continue
          report(value, COMMAND_MESSAGE[use.row.kind], {
            what: use.token,
            does: use.row.does,
            instead: use.row.instead,
          })
          break
        }
      }
    },
  }
}

function memberOf(node: JsonNode | undefined, name: string): JsonNode | undefined {
  return node?.members?.find((member) => (member.name.value ?? member.name.name) === name)?.value
}
