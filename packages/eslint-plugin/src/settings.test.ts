import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { defaultSettings, isTestFile, readSettings } from './settings.js'

describe('settings.palisade', () => {
  it('has defaults', () => {
    expect(readSettings({})).toBe(defaultSettings)
    expect(readSettings({ palisade: { loggers: ['audit'] } })).toEqual({ ...defaultSettings, loggers: ['audit'] })
  })

  it.each([
    [{ palisade: [] }, 'settings.palisade must be an object, not [].'],
    [{ palisade: { logger: [] } }, /has no setting "logger"\. Valid settings: testFiles, .*loggers/u],
    [{ palisade: { loggers: 'x' } }, 'settings.palisade.loggers must be a list of strings, not "x".'],
    [{ palisade: { loggers: [1] } }, 'settings.palisade.loggers must be a list of strings, not [1].'],
  ])('says what is wrong in %j', (settings, message) => expect(() => readSettings(settings)).toThrow(message))
})

describe('test files', () => {
  it.each([
    ['/p/src/a.test.ts', true],
    ['/p/src/__tests__/a.ts', true],
    ['/p/test/a.js', true],
    ['/p/e2e/login.ts', true],
    ['/p/src/a.ts', false],
    ['/p/src/latest.ts', false],
    ['/p/src/contest/a.ts', false],
  ])('%s: %s', (filename, expected) => expect(isTestFile(filename, '/p', defaultSettings.testFiles)).toBe(expected))

  it('does not look above the working directory', () => {
    expect(isTestFile('/home/test/p/src/a.ts', '/home/test/p', defaultSettings.testFiles)).toBe(false)
  })
})

describe('docs/settings.md', () => {
  it('describes each setting', () => {
    const page = readFileSync(new URL('../../../docs/settings.md', import.meta.url), 'utf8')
    for (const name of Object.keys(defaultSettings)) expect(page).toMatch(new RegExp(`\\n\\| \`${name}\` +\\|`, 'u'))
  })
})
