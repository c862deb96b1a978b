import { Linter } from 'eslint'
import { describe, expect, it } from 'vitest'
import palisade from './index.js'

const code = `
import { Injectable } from '@nestjs/common'
export class Cats extends Base {
  #name = process.env.NAME
  static { this.count = 1 }
  get name() { return this.#name }
  create(req, res) { try { db.insert(req.body) } catch (e) { res.send(e.message) } }
  catch(error, host) { host.switchToHttp().getResponse().json({ message: error.message }) }
}
export default async function* generate() { for await (const x of source()) yield x?.y ?? (await z\`a\`) }
`

describe("with ESLint's own parser, whose tree has no decorators and no types", () => {
  it.each(['recommended', 'strict'] as const)('%s reports and does not throw', (config) => {
    const messages = new Linter().verify(code, [palisade.configs[config]], 'cats.js')
    expect(messages.map(({ ruleId }) => ruleId)).toEqual(
      expect.arrayContaining(['palisade/require-input-schema', 'palisade/no-error-leak']),
    )
  })
})
