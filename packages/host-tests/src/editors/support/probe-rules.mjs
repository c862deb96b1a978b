// Stands in for Palisade's rules where a test is about the plugin's manners and not about what the rules find.

const docs = (name) => ({ url: `https://example.test/rules/${name}` })

/** Says the type of each `probe(…)` argument, or `unknown` without types, and offers to unwrap it. */
const probe = {
  meta: {
    docs: docs('probe'),
    hasSuggestions: true,
    schema: [{ type: 'object', properties: { word: { type: 'string' } }, additionalProperties: false }],
    messages: { seen: 'The type is {{type}}.', unwrap: 'Unwrap it' },
  },
  create(context) {
    const services = context.sourceCode.parserServices
    return {
      'CallExpression[callee.name="probe"]'(node) {
        const [argument] = node.arguments
        const type = services?.program
          ? services.program.getTypeChecker().typeToString(services.getTypeAtLocation(argument))
          : 'unknown'
        context.report({
          node,
          messageId: 'seen',
          data: { type: context.options[0]?.word ?? type },
          suggest: [
            {
              messageId: 'unwrap',
              fix: (fixer) => fixer.replaceText(node, context.sourceCode.getText(argument)),
            },
          ],
        })
      },
    }
  },
}

const noDebugger = {
  meta: { docs: docs('no-debugger'), fixable: 'code', schema: [], messages: { no: 'No debugger.' } },
  create: (context) => ({
    DebuggerStatement(node) {
      context.report({ node, messageId: 'no', fix: (fixer) => fixer.remove(node) })
    },
  }),
}

/** Throws where a program says `explode`. */
const explode = {
  meta: { docs: docs('explode'), schema: [], messages: {} },
  create: () => ({
    'Identifier[name="explode"]'() {
      throw new Error('a fault of the rule')
    },
  }),
}

const rules = { probe, 'no-debugger': noDebugger, explode }

export default {
  meta: { name: '@palisade/eslint-plugin', version: '0.0.0', namespace: 'palisade' },
  rules,
  configs: {
    recommended: { rules: { 'palisade/probe': 'error', 'palisade/no-debugger': 'warn', 'palisade/explode': 'error' } },
    strict: { rules: { 'palisade/probe': 'error', 'palisade/no-debugger': 'error', 'palisade/explode': 'error' } },
  },
}
