import { propertyName, T } from '@palisade/analysis'
import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { createRule } from '../../create-rule.js'
import { isTestFile } from '../../settings.js'
import { destinationEvidence } from './destination-evidence.js'
import type { MessageId } from './findings.js'
import { placeOf } from './findings.js'
import { formatEvidence } from './format-evidence.js'
import { handedOverEvidence, isReportedAtLiteral } from './handed-over.js'
import { jsonEvidence } from './json-evidence.js'
import { type Judge, judgeOf } from './judge.js'
import { nameEvidence } from './name-evidence.js'
import { mayNameCredential } from './named.js'
import { defaultOptions, optionSchema, type Options } from './options.js'
import { nonceEvidence } from './nonces.js'
import { isGenerated, isJudged } from './scope.js'
import { textEvidence } from './text-evidence.js'

export type { Options } from './options.js'

export const noHardcodedSecrets = createRule<MessageId, Options>({
  name: 'no-hardcoded-secrets',
  meta: {
    docs: {
      description: 'Disallow credentials whose value can be read in the source',
      cwe: [798, 259, 321],
      recommended: true,
    },
    messages: {
      format:
        '{{what}} ({{preview}}) is written here: whoever reads the source can use it. Revoke it, and read the new one from the environment or a secret store.',
      destination:
        'The {{what}} for {{provider}} ({{preview}}) is written in the source: whoever reads it can use it. Read it from the environment or a secret store.',
      destinationElsewhere:
        'The {{what}} for {{provider}} ({{preview}}) is written in {{place}}: whoever reads the source can use it. Read it from the environment or a secret store.',
      destinationFrom:
        'This is the {{what}} for {{provider}} ({{preview}}), which takes it in {{place}}: whoever reads the source can use it. Read it from the environment or a secret store.',
      name: '`{{name}}` holds {{what}} ({{preview}}) that is written in the source: whoever reads it can use it. Read it from the environment or a secret store.',
      fallback:
        'When `{{name}}` is missing, production runs with the {{what}} written here ({{preview}}). Drop the fallback and fail at start.',
      comparison:
        '`{{name}}` is compared with {{what}} that is written in the source ({{preview}}): whoever reads it gets in. Compare with a hash, or with a value from the environment.',
      exposed:
        '`{{name}}` is a credential, and {{tool}} writes variables that start with `{{prefix}}` into the code that browsers load. Read it on the server, under a name without the prefix.',
      browserClient:
        '`dangerouslyAllowBrowser` sends the API key to every visitor of the page. Call the API from a server, and let the page call that.',
      constantNonce:
        'The {{what}} is the same for every message, which gives away what it should protect. Take fresh random bytes each time.',
      readEnvironment: 'Read it from `{{read}}`.',
      requireEnvironment: 'Read it from `{{read}}`, and fail when it is missing.',
      dropFallback: 'Drop the fallback, and fail when the variable is missing.',
    },
    options: optionSchema,
    defaultOptions,
    hasSuggestions: true,
    languages: ['js/js', 'json/json', 'json/jsonc', 'json/json5'],
  },
  create(input) {
    const { context, options, settings, isTest } = input
    const source = context.sourceCode
    if (isGenerated(source.text)) return {}
    if ((source.ast.type as string) === 'Document') return jsonEvidence(context, options, settings, isTest)

    const judge: Judge = judgeOf({
      file: input.file,
      source,
      options,
      settings,
      isTest,
      isTestFile: (filename) => isTestFile(filename, context.cwd, settings.testFiles),
      handedOver(written, finding) {
        if (!isReportedAtLiteral(judge, written.file)) judge.findings.add(finding)
      },
    })
    const namesToo = isJudged(input.file, judge)
    return merged([
      formatEvidence(judge),
      ...(namesToo ? [destinationEvidence(judge)] : []),
      ...(namesToo && mayNameCredential(source.text) ? [nameEvidence(judge)] : []),
      ...(namesToo ? [textEvidence(judge)] : []),
      ...(namesToo ? [handedOverEvidence(judge)] : []),
      ...(namesToo ? [browserEvidence(judge)] : []),
      ...(options.strict && namesToo ? [nonceEvidence(judge)] : []),
      {
        'Program:exit'() {
          for (const { loc, messageId, data, suggest } of judge.findings.list()) {
            context.report({ loc, messageId, data, ...(suggest ? { suggest: [...suggest] } : {}) })
          }
        },
      },
    ])
  },
})

/** A client that was told to work in a browser takes its key there. */
function browserEvidence(judge: Judge): TSESLint.RuleListener {
  if (!judge.source.text.includes('dangerouslyAllowBrowser')) return {}
  return {
    Property(node) {
      if (propertyName(node) !== 'dangerouslyAllowBrowser' || node.parent.type !== T.ObjectExpression) return
      if (judge.file.constant(node.value as TSESTree.Expression)?.value !== true) return
      judge.findings.add({ ...placeOf(node), messageId: 'browserClient', data: {} })
    },
  }
}

type Listener = (node: never) => void

/** One listener object from several: ESLint takes one function a selector. */
function merged(listeners: readonly TSESLint.RuleListener[]): TSESLint.RuleListener {
  const bySelector = new Map<string, Listener[]>()
  for (const listener of listeners) {
    for (const [selectors, run] of Object.entries(listener)) {
      for (const selector of selectors.split(', ')) {
        const runs = bySelector.get(selector) ?? []
        runs.push(run as Listener)
        bySelector.set(selector, runs)
      }
    }
  }
  return Object.fromEntries(
    [...bySelector].map(([selector, runs]) => [
      selector,
      runs.length === 1
        ? runs[0]!
        : (node: never) => {
            for (const run of runs) run(node)
          },
    ]),
  )
}
