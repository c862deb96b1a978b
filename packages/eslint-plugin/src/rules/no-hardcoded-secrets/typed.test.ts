import { ruleTester } from '../../test/rule-tester.js'
import { noHardcodedSecrets } from './rule.js'

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
