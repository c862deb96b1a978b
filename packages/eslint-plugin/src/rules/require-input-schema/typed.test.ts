import { ruleTester } from '../../test/rule-tester.js'
import { requireInputSchema } from './rule.js'

const types = `
interface Standard<T> { readonly '~standard': { validate(value: unknown): { value: T } | { issues: unknown[] } } }
interface Schema<T> extends Standard<T> { parse(value: unknown): T; safeParse(value: unknown): { success: boolean; data: T } }
interface Reader<T> { parse(value: unknown): T }
declare const shape: Schema<{ name: string }>
declare const reader: Reader<{ name: string }>
`

ruleTester({ typed: true }).run('require-input-schema, with types', requireInputSchema, {
  valid: [
    {
      name: 'something that implements Standard Schema, whatever it is called',
      code: `${types}export const create = (req: any, res: any) => { res.json(save(shape.parse(req.body))) }`,
    },
    {
      name: 'its result is checked',
      code: `${types}export const create = (req: any, res: any) => { const r = shape.safeParse(req.body); if (!r.success) return; res.json(save(r.data)) }`,
    },
  ],
  invalid: [
    {
      name: 'something that has a method of that name',
      code: `${types}export const create = (req: any, res: any) => { res.json(save(reader.parse(req.body).name)) }`,
      errors: [
        {
          messageId: 'unvalidated',
          line: 7,
          column: 76,
          suggestions: [
            {
              messageId: 'scaffold',
              output: `
import { z } from 'zod'
${types.slice(1)}const CreateBodySchema = z.object({ /* list the members that are accepted */ }).strict()

export const create = (req: any, res: any) => { const parsedBody = CreateBodySchema.safeParse(req.body)
if (!parsedBody.success) {
  res.status(400).json({ error: 'Invalid body' })
  return
}
res.json(save(reader.parse(parsedBody.data).name)) }`,
            },
          ],
        },
      ],
    },
    {
      name: 'its result is not checked',
      code: `${types}export const create = (req: any, res: any) => { const r = shape.safeParse(req.body); res.json(save(r.data)) }`,
      errors: [{ messageId: 'uncheckedResult', line: 7, column: 59 }],
    },
  ],
})
