import { describe, expect, it } from 'vitest'
import { lintFiles } from '../../test/lint-files.js'
import type { Options } from './options.js'
import { requireRedactedLogger } from './rule.js'

const typedReports = (files: Record<string, string>, options?: Options) =>
  lintFiles(requireRedactedLogger, files, options)

describe('with types', () => {
  it('a type of another file with a password', () =>
    expect(
      typedReports({
        'user.ts': `export interface User { id: string; password: string }\nexport declare function find(): User`,
        'app.ts': `import { find } from './user'\nconst user = find()\nconsole.log(user)`,
      }),
    ).toEqual(['3 loggedWhole']))
  it('a type of another file with a digest', () =>
    expect(
      typedReports({
        'user.ts': `export interface User { id: string; passwordHash: string }\nexport declare function find(): User`,
        'app.ts': `import { find } from './user'\nconst user = find()\nconsole.log(user)`,
      }),
    ).toEqual([]))
  it('a tagged member of another file', () =>
    expect(
      typedReports({
        'note.ts': `export interface Note {\n  /** @sensitive */\n  body: string\n}\nexport declare function find(): Note`,
        'app.ts': `import { find } from './note'\nconst note = find()\nconsole.log(note)`,
      }),
    ).toEqual(['3 loggedWhole']))
  it('a value of another file', () =>
    expect(
      typedReports({
        'config.ts': `declare const process: { env: Record<string, string> }\nexport const value = process.env['DB_PASSWORD']`,
        'app.ts': `import { value } from './config'\nconsole.log(value)`,
      }),
    ).toEqual(['2 logged']))
  it('a harmless value of another file', () =>
    expect(
      typedReports({
        'config.ts': `declare const process: { env: Record<string, string> }\nexport const value = process.env['PORT']`,
        'app.ts': `import { value } from './config'\nconsole.log(value)`,
      }),
    ).toEqual([]))
  it('names of flags and numbers', () =>
    expect(
      typedReports({
        'app.ts': `declare const secret: boolean\ndeclare function token(): number\nconsole.log(secret)\nconst accessToken = token()\nconsole.log(accessToken)`,
      }),
    ).toEqual([]))
  it('names of texts', () =>
    expect(typedReports({ 'app.ts': `declare const secret: string\nconsole.log(secret)` })).toEqual(['2 logged']))
  it('a choice of words', () =>
    expect(
      typedReports({ 'app.ts': `declare const credential: 'password' | 'apiKey'\nconsole.log(credential)` }),
    ).toEqual([]))
  it('a tagged member of another file, read by itself', () => {
    const note = `export interface Note {\n  /** @sensitive */\n  body: string\n  id: string\n}\nexport declare function find(): Note`
    expect(
      typedReports({
        'note.ts': note,
        'app.ts': `import { find } from './note'\nconsole.log(find().id)\nconsole.log(find().body)`,
      }),
    ).toEqual(['3 loggedWhole'])
  })
  it('a value whose inferred type is named in the options', () => {
    const files = {
      'money.ts': `export class Amount { constructor(readonly cents: number) {} }\nexport declare function price(): Amount`,
      'app.ts': `import { price } from './money'\nconst paid = price()\nconsole.log(paid)`,
    }
    expect(typedReports(files)).toEqual([])
    expect(typedReports(files, { sensitiveTypes: ['Amount'] })).toEqual(['3 loggedWhole'])
  })
})
