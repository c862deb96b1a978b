import path from 'node:path'
import { fileURLToPath } from 'node:url'
import * as parser from '@typescript-eslint/parser'
import { ESLint, type Linter } from 'eslint'
import { describe, expect, it } from 'vitest'
import { ruleTester } from '../../test/rule-tester.js'
import { noHardcodedSecrets } from './rule.js'

const folder = fileURLToPath(new URL('../../../fixtures/typed', import.meta.url))

const eslint = new ESLint({
  cwd: folder,
  overrideConfigFile: true,
  overrideConfig: {
    files: ['**/*.ts'],
    plugins: { palisade: { rules: { secrets: noHardcodedSecrets as never } } },
    rules: { 'palisade/secrets': 'error' },
    languageOptions: { parser: parser as never, parserOptions: { projectService: true, tsconfigRootDir: folder } },
  },
})

/** Constants of `fixtures/typed/no-hardcoded-secrets/settings.ts`: only one of their names says what it holds. */
const use = (imported: string, code: string) =>
  `import jwt from 'jsonwebtoken'\nimport session from 'express-session'\nimport ${imported} from './no-hardcoded-secrets/settings.js'\n${code}`

ruleTester({ typed: true }).run('no-hardcoded-secrets, with types', noHardcodedSecrets, {
  valid: [
    {
      name: 'a constant whose own name says it, which is reported in its file',
      code: use('{ jwtSecret }', `jwt.sign({}, jwtSecret); const options = { secret: jwtSecret }`),
    },
    { name: 'the name of a variable', code: use('{ VARIABLE }', `jwt.sign({}, process.env[VARIABLE]!)`) },
    { name: 'a constant that goes nowhere', code: use('{ SIGNING }', `print(SIGNING)`) },
  ],
  invalid: [
    {
      name: 'a constant of another file that arrives where a library takes a secret',
      code: use('{ SIGNING }', `jwt.sign({}, SIGNING)`),
      errors: [
        {
          messageId: 'destinationElsewhere',
          data: { what: 'signing secret', provider: 'JWT', preview: 'key…', place: 'settings.ts:2' },
          line: 4,
          column: 14,
        },
      ],
    },
    {
      name: 'under another name',
      code: use('{ renamed }', `jwt.sign({}, Buffer.from(renamed))`),
      errors: [{ messageId: 'destinationElsewhere', line: 4, column: 26 }],
    },
    {
      name: 'a member of an object',
      code: use('{ OPTIONS }', `session({ resave: false, secret: OPTIONS.phrase })`),
      errors: [{ messageId: 'destinationElsewhere', line: 4, column: 34 }],
    },
    {
      name: 'a member of the module',
      code: use('* as settings', `jwt.sign({}, settings.SIGNING)`),
      errors: [{ messageId: 'destinationElsewhere', line: 4, column: 14 }],
    },
    {
      name: 'a fallback',
      code: use('{ SIGNING }', `jwt.sign({}, process.env.JWT_SECRET ?? SIGNING)`),
      errors: [
        {
          messageId: 'fallback',
          line: 4,
          column: 40,
          suggestions: [
            {
              messageId: 'dropFallback',
              output: use(
                '{ SIGNING }',
                `jwt.sign({}, process.env.JWT_SECRET ?? (() => { throw new Error('JWT_SECRET is not set') })())`,
              ),
            },
          ],
        },
      ],
    },
    {
      name: 'a credential by the name that it is given',
      code: use('{ SIGNING }', `const config = { password: SIGNING }`),
      errors: [{ messageId: 'name', line: 4, column: 28 }],
    },
  ],
})

/** A project of three files: `constants.ts`, `index.ts`, which hands it on, and `server.ts`, which says what they are for. */
describe('no-hardcoded-secrets, constants that other files take', () => {
  it('are reported once, where they are written, with the destination and its place', { timeout: 30_000 }, async () => {
    const results = await eslint.lintFiles(
      ['constants.ts', 'index.ts', 'server.ts'].map((name) => `no-hardcoded-secrets/${name}`),
    )
    expect(results.flatMap(({ filePath, messages }) => messages.map((one) => place(filePath, one)))).toEqual([
      'constants.ts:2:23 destinationFrom',
      'constants.ts:3:33 destinationFrom',
      'constants.ts:4:15 destinationFrom',
      'constants.ts:7:24 fallback',
      'constants.ts:8:21 name',
      'constants.ts:10:27 destinationFrom',
      'constants.ts:12:25 destinationFrom',
    ])
    expect(results[0]?.messages[0]?.message).toMatch(
      /^This is the signing secret for JWT \(key…\), which takes it in server\.ts:6: /,
    )
    expect(results[0]?.messages[0]?.suggestions?.map(({ fix }) => fix.text)).toEqual([
      'process.env.JWT_SECRET!',
      `process.env.JWT_SECRET ?? (() => { throw new Error('JWT_SECRET is not set') })()`,
    ])
  })
})

function place(file: string, { line, column, messageId }: Linter.LintMessage): string {
  return `${path.basename(file)}:${line}:${column} ${messageId}`
}
