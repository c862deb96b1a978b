import { describe, expect, it } from 'vitest'
import { analyzeText } from '../test/analyze-text.js'
import { isDevelopmentOnly } from './development.js'

function guardsAt(text: string): string[] {
  const file = analyzeText(text)
  const call = file.index.callsByName.get('sink')![0]!
  return file
    .guards(call)
    .map(
      (guard) =>
        `${guard.holds ? '' : 'not '}${file.text.slice(...guard.test.range)}${guard.cases ? ` in ${guard.cases.map((one) => file.text.slice(...one.range)).join()}` : ''}`,
    )
}

const guards: [text: string, found: string[]][] = [
  [`if (a) sink()`, ['a']],
  [`if (a) {} else sink()`, ['not a']],
  [`function f() { if (!a) return; sink() }`, ['a']],
  [`function f() { if (a || b) { return } sink() }`, ['not a', 'not b']],
  [`if (a && !b) sink()`, ['a', 'not b']],
  [`a && sink()`, ['a']],
  [`a || sink()`, ['not a']],
  [`a ? sink() : 0`, ['a']],
  [`if (a) { while (b) { sink() } }`, ['b', 'a']],
  [`switch (a) { case 1: case 2: sink(); break; case 3: }`, ['a in 1,2']],
  [`switch (a) { case 1: break; default: sink() }`, ['a in ']],
  [`if (a) throw x; else y(); sink()`, ['not a']],
  [`if (a) { f() } sink()`, []],
]

const development: [test: string, holds: boolean][] = [
  [`process.env.NODE_ENV !== 'production'`, true],
  [`process.env.NODE_ENV === 'production'`, false],
  [`process.env.NODE_ENV === 'development'`, true],
  [`process.env['NODE_ENV'] == 'test'`, true],
  [`isDev`, true],
  [`!isProduction`, true],
  [`import.meta.env.DEV`, true],
  [`import.meta.env.PROD`, false],
  [`app.get('env') === 'development'`, true],
  [`!app.isPackaged`, true],
  [`config.env !== 'production' && verbose`, true],
  [`isDev || verbose`, false],
  [`verbose`, false],
  [`debug`, false],
  [`user.role === 'development'`, false],
  [`['development', 'test'].includes(process.env.NODE_ENV)`, true],
  [`['development', 'production'].includes(process.env.NODE_ENV)`, false],
  [`['development', stage].includes(process.env.NODE_ENV)`, false],
  [`['development', 'test'].includes(user.role)`, false],
  [`!['production', 'staging'].includes(process.env.NODE_ENV ?? '')`, true],
  [`!['development'].includes(process.env.NODE_ENV)`, false],
  [`new Set(['dev', 'test']).has(env)`, true],
  [`/^(dev|test)/.test(process.env.NODE_ENV)`, true],
  [`/^(?:development|test)$/.test(process.env.NODE_ENV)`, true],
  [`/^(dev|prod)/.test(process.env.NODE_ENV)`, false],
  [`/./.test(process.env.NODE_ENV)`, false],
  [`!/prod/.test(process.env.NODE_ENV)`, true],
  [`process.env.NODE_ENV?.startsWith('dev')`, true],
  [`!process.env.NODE_ENV.startsWith('prod')`, true],
  [`process.env.NODE_ENV.match(/^dev/)`, true],
  [`isDevOrTest`, true],
  [`isLocalDev()`, true],
  [`!isNotProduction`, false],
  [`isNonProd`, true],
  [`process.env.VITEST`, true],
  [`process.env.JEST_WORKER_ID`, true],
  [`process.env.JEST_WORKER_ID !== undefined`, true],
  [`typeof jest !== 'undefined'`, true],
  [`typeof window !== 'undefined'`, false],
  [`process.env.IS_LOCAL === 'true'`, true],
  [`process.env.IS_LOCAL !== 'true'`, false],
  [`import.meta.env.PROD === false`, true],
  [`process.env.NODE_ENV === 'production' ? false : true`, true],
  [`process.env.NODE_ENV === 'production' ? true : false`, false],
  [`config.get('app.env') !== 'production'`, true],
  [`process.argv.includes('--dev')`, true],
  [`process.argv.includes('--fast')`, false],
]

describe('guards', () => {
  it.each(guards)('%s', (text, found) => expect(guardsAt(text)).toEqual(found))

  it.each(development)('%s says development: %s', (test, holds) => {
    const file = analyzeText(`if (${test}) sink()`)
    expect(isDevelopmentOnly(file, file.index.callsByName.get('sink')![0]!)).toBe(holds)
  })

  it.each([
    [`switch (true) { case isDev: sink() }`, true],
    [`switch (true) { case isDev: case isFast: sink() }`, false],
    [`const isSafe = () => process.env.NODE_ENV !== 'production'; if (isSafe()) sink()`, true],
    [`function isSafe() { return mode !== 'production' } if (isSafe()) sink()`, true],
    [`function isSafe() { return role !== 'production' } if (isSafe()) sink()`, false],
  ])('%s: %s', (text, holds) => {
    const file = analyzeText(text)
    expect(isDevelopmentOnly(file, file.index.callsByName.get('sink')![0]!)).toBe(holds)
  })

  it('knows the project’s own guards', () => {
    const file = analyzeText(`if (flags.unsafe) sink()`)
    expect(isDevelopmentOnly(file, file.index.callsByName.get('sink')![0]!, ['flags.unsafe'])).toBe(true)
  })
})
