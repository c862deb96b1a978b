import { describe, expect, it } from 'vitest'
import { lintFiles } from '../../test/lint-files.js'
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

describe('no-error-leak, with types of other files', () => {
  const util = `export function describe(e: unknown): string { return e instanceof Error ? e.message : String(e) }
export async function load(): Promise<{ text: string }> { try { return { text: 'x' } } catch (e) { return { text: (e as Error).message } } }
export async function attempt(f: () => Promise<string>): Promise<{ ok: true } | { ok: false; failure: Error }> { try { await f(); return { ok: true } } catch (e) { return { ok: false, failure: e as Error } } }
export class Problem extends Error { readonly status = 400 }
export class Fault extends Error {}`
  const reports = (body: string) =>
    lintFiles(noErrorLeak, {
      'util.ts': util,
      'app.ts': `import { attempt, describe, Fault, load, Problem } from './util'\ndeclare function f(): Promise<string>\nexport async function show(req: any, res: any) {\n  ${body}\n}`,
    })

  it.each([
    ['a text that a helper takes', 'try { await f() } catch (x) { res.end(describe(x)) }', 'message'],
    ['a text in a result', 'const page = await load(); console.error(1); res.end(page.text)', 'message'],
    ['an error in a result', 'const done = await attempt(f); if (!done.ok) res.end(done.failure.stack)', 'stack'],
  ])('reports %s', (_name, body, messageId) => {
    expect(reports(body)).toEqual([`4 ${messageId}`])
  })

  it.each([
    ['a class of the project', 'try { await f() } catch (x) { if (x instanceof Problem) res.end(x.message) }'],
    ['another member of the result', 'const done = await attempt(f); res.end(String(done.ok))'],
  ])('leaves %s alone', (_name, body) => {
    expect(reports(body)).toEqual([])
  })

  it('in strict, trusts a class that has a status of the client alone', () => {
    const strict = (cls: string) =>
      lintFiles(noErrorLeak, { 'util.ts': util, 'app.ts': `import { Fault, Problem } from './util'\nexport async function show(req: any, res: any) {\n  try { await f() } catch (x) { if (x instanceof ${cls}) res.end(x.message) }\n}` }, { strict: true }) // prettier-ignore
    expect(strict('Problem')).toEqual([])
    expect(strict('Fault')).toEqual(['3 message'])
  })
})
