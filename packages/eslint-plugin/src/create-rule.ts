import { analyze, type FileAnalysis } from '@palisade/analysis'
import type { TSESLint } from '@typescript-eslint/utils'
import type { JSONSchema4 } from '@typescript-eslint/utils/json-schema'
import { isTestFile, type PalisadeSettings, readSettings } from './settings.js'

/** Where a rule's page lives. */
const DOCS = 'https://github.com/palisade-dev/palisade/blob/main/docs/rules'

/** What every Palisade rule says about itself. */
export interface RuleDocs {
  description: string
  /** The Common Weakness Enumeration ids that the rule looks for. */
  cwe: readonly number[]
  recommended: boolean
  url: string
}

export type RuleModule<MessageIds extends string, Options extends object> = TSESLint.RuleModule<
  MessageIds,
  [Options],
  RuleDocs
> & {
  /** The rule's prefilter for hosts that can ask before they parse; absent when the rule looks at every file. */
  prefilter?: (text: string, options?: Partial<Options>, settings?: Readonly<Record<string, unknown>>) => boolean
}

/** What a rule is given for one file. */
export interface RuleInput<MessageIds extends string, Options extends object> {
  context: Readonly<TSESLint.RuleContext<MessageIds, [Options]>>
  /** The rule's options, defaults filled in. */
  options: Required<Options>
  /** What is shared by all rules, `settings.palisade`. */
  settings: PalisadeSettings
  /** What the code means: computed once a file, shared by all rules, on demand. */
  file: FileAnalysis
  /** Whether the file is a test, by `settings.palisade.testFiles`. */
  isTest: boolean
}

interface RuleDefinition<MessageIds extends string, Options extends object> {
  name: string
  meta: {
    type?: 'problem' | 'suggestion'
    docs: Omit<RuleDocs, 'url'>
    messages: Record<MessageIds, string>
    /** Properties of the one options object, as JSON schema. */
    options: Record<keyof Options & string, JSONSchema4>
    defaultOptions: Options
    fixable?: 'code'
    hasSuggestions?: boolean
    /** ESLint languages the rule can run on; JavaScript alone when left out. */
    languages?: readonly string[]
  }
  /**
   * Cheap test on the file's text. Where it answers false the rule costs nothing more.
   * It must never be false for a file in which the rule has something to say.
   */
  prefilter?: (text: string, options: Options, settings: PalisadeSettings) => boolean
  create(input: RuleInput<MessageIds, Options>): TSESLint.RuleListener
}

/**
 * Makes an ESLint rule out of a Palisade rule: options with defaults, shared settings, prefilter, one analysis a file.
 *
 * @param definition the rule.
 * @returns the rule as ESLint (9, 10) and oxlint load it.
 */
export function createRule<MessageIds extends string, Options extends object>(
  definition: RuleDefinition<MessageIds, Options>,
): RuleModule<MessageIds, Options> {
  const { name, meta } = definition
  const rule = {
    // ESLint ignores it; a host that holds the text can spare itself the parse.
    prefilter: definition.prefilter
      ? (text: string, options: object | undefined, settings?: Readonly<Record<string, unknown>>): boolean =>
          definition.prefilter!(text, { ...meta.defaultOptions, ...options }, readSettings(settings))
      : undefined,
    meta: {
      type: meta.type ?? 'problem',
      docs: { ...meta.docs, url: `${DOCS}/${name}.md` },
      messages: meta.messages,
      schema: [{ type: 'object', properties: meta.options, additionalProperties: false }],
      defaultOptions: [meta.defaultOptions],
      fixable: meta.fixable,
      hasSuggestions: meta.hasSuggestions ?? false,
      ...(meta.languages ? { languages: meta.languages } : {}),
    },
    create(context: Readonly<TSESLint.RuleContext<MessageIds, [Options]>>): TSESLint.RuleListener {
      // `meta.defaultOptions` are merged in by ESLint ≥ 9.15 and by oxlint; a host that doesn't gets them here.
      const options = { ...meta.defaultOptions, ...context.options[0] } as Required<Options>
      const settings = readSettings(context.settings)
      if (definition.prefilter && !definition.prefilter(context.sourceCode.text, options, settings)) return {}
      let file: FileAnalysis | undefined
      return definition.create({
        context,
        options,
        settings,
        get file() {
          file ??= analyze(context.sourceCode, {
            filename: context.filename,
            parser: context.languageOptions?.parser as never,
          })
          return file
        },
        isTest: isTestFile(context.filename, context.cwd, settings.testFiles),
      })
    },
  }
  return rule as unknown as RuleModule<MessageIds, Options>
}
