import { describe, expect, it } from 'vitest'
import { statusOf, type StatusInput } from './status.js'

const input: StatusInput = {
  enabled: true,
  nativeServer: false,
  typescriptSupport: true,
  preset: null,
  eslintConfig: undefined,
  quietWithEslintConfig: false,
}

describe('the status line', () => {
  it('says what runs where nobody chose', () => {
    expect(statusOf(input)).toMatchObject({ detail: 'runs tsconfig.json or the recommended rules', warning: false })
  })

  it('names the ESLint configuration and who shows its findings', () => {
    const detail = statusOf({ ...input, eslintConfig: 'eslint.config.mjs', quietWithEslintConfig: true }).detail
    expect(detail).toContain('the rules of eslint.config.mjs, and the ESLint extension shows them')
  })

  it("warns when TypeScript 7's native server leaves no room for plugins", () => {
    const status = statusOf({ ...input, nativeServer: true })
    expect(status).toMatchObject({
      warning: true,
      detail: expect.stringContaining("TypeScript 7's native server is on"),
    })
  })

  it('is calm about being switched off', () => {
    expect(statusOf({ ...input, enabled: false, nativeServer: true })).toMatchObject({ warning: false })
  })
})
