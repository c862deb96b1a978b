import type { FileAnalysis, Node } from '@palisade/analysis'
import type { TSESLint } from '@typescript-eslint/utils'
import type { MessageId } from './messages.js'
import type { Options } from './options.js'

/** A defect that was found. */
export interface Finding {
  node: Node
  messageId: MessageId
  data?: Record<string, string>
  fix?: TSESLint.ReportFixFunction
  suggest?: TSESLint.SuggestionReportDescriptor<MessageId>[]
}

/** What every part of the rule is given for one file. */
export interface Check {
  file: FileAnalysis
  options: Required<Options>
  /** Names and expressions that mean "not in production": the rule's option, or the shared setting. */
  developmentGuards: readonly string[]
  isTest: boolean
  /** Whether the file's name says that it configures development or tests. */
  isDevelopmentFile: boolean
  /** Reports, at most once a node. */
  report(finding: Finding): void
  /** Whether something was reported at the node already. */
  reported(node: Node): boolean
}
