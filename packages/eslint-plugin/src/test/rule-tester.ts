import { RuleTester } from '@typescript-eslint/rule-tester'
import { afterAll, describe, it } from 'vitest'

RuleTester.afterAll = afterAll
RuleTester.describe = describe
RuleTester.it = it
RuleTester.itOnly = it.only

/**
 * A RuleTester for TypeScript and JSX without type information, the way most projects run.
 *
 * @param options what to change, e.g. `{ typed: true }` for cases that ask for types.
 */
export function ruleTester({ typed = false }: { typed?: boolean } = {}): RuleTester {
  return new RuleTester({
    languageOptions: {
      parserOptions: typed
        ? {
            projectService: { allowDefaultProject: ['*.ts*'], defaultProject: 'tsconfig.json' },
            tsconfigRootDir: new URL('../../fixtures/typed', import.meta.url).pathname,
          }
        : { ecmaFeatures: { jsx: true } },
    },
  })
}
