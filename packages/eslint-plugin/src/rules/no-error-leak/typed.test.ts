import { ruleTester } from '../../test/rule-tester.js'
import { noErrorLeak } from './rule.js'

const types = `
class HttpError extends Error { constructor(readonly status: number, message: string) { super(message) } }
type Result<T> = { ok: true; value: T } | { ok: false; error: Error }
declare function load(): Promise<Result<string>>
declare function check(): { ok: boolean; error?: { message: string } }
declare function isHttpError(value: unknown): value is HttpError
`

/** A handler that answers with an expression. */
const answering = (error: string, before: string) =>
  `${types}export async function list(req: any, res: any) { ${before}; res.status(500).json({ error: ${error} }) }`
const job = (shown: string) => `${types}export class Job { failure?: Error; show(req: any, res: any) { res.json({ error: ${shown} }) } }` // prettier-ignore

ruleTester({ typed: true }).run('no-error-leak, with types', noErrorLeak, {
  valid: [
    {
      name: 'a result whose error is no Error',
      code: answering('r.error?.message', 'const r = check()'),
    },
    {
      name: 'narrowed to a class of the project by a guard',
      code: `${types}export async function list(req: any, res: any) { try { await load() } catch (err) { if (isHttpError(err)) res.status(err.status).json({ error: err.message }) } }`,
    },
  ],
  invalid: [
    {
      name: 'an error that stands in a result',
      code: answering('r.error.message', 'const r = await load(); if (r.ok) return'),
      errors: [
        {
          messageId: 'message',
          suggestions: [
            {
              messageId: 'sendGenericText',
              output: answering("'Internal server error'", 'const r = await load(); if (r.ok) return'),
            },
          ],
        },
      ],
    },
    {
      name: 'a member that is an error',
      code: job('this.failure?.stack'),
      errors: [
        {
          messageId: 'stack',
          suggestions: [{ messageId: 'sendGenericText', output: job("'Internal server error'") }],
        },
      ],
    },
  ],
})
