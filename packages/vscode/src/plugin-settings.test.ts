import { describe, expect, it } from 'vitest'
import { pluginSettings, type ExtensionSettings } from './plugin-settings.js'

const settings: ExtensionSettings = { enable: true, preset: null, rules: {}, exclude: [], onEslintExtension: 'auto' }

describe('the settings that the plugin is told', () => {
  it('leave out what nobody said, so that tsconfig.json keeps its say', () => {
    expect(pluginSettings(settings, false)).toEqual({ enable: true, quietWithEslintConfig: false })
  })

  it('carry what somebody said', () => {
    const said = {
      ...settings,
      enable: false,
      preset: 'strict',
      rules: { 'no-insecure-tls': 'off' },
      exclude: ['a/**'],
    }
    expect(pluginSettings(said, false)).toEqual({
      enable: false,
      preset: 'strict',
      rules: { 'no-insecure-tls': 'off' },
      exclude: ['a/**'],
      quietWithEslintConfig: false,
    })
  })

  it.each([
    ['auto', true, true],
    ['auto', false, false],
    ['always', true, false],
    ['never', false, true],
  ] as const)('with onEslintExtension %s and the extension running: %s, are quiet: %s', (choice, runs, quiet) => {
    const told = pluginSettings({ ...settings, onEslintExtension: choice }, runs)
    expect(told.quietWithEslintConfig).toBe(quiet)
  })
})
