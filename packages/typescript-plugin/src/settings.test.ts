import { describe, expect, it } from 'vitest'
import { readSettings } from './settings.js'

describe('settings', () => {
  it('are read from several places, the later one stronger', () => {
    const { settings } = readSettings({ preset: 'strict', exclude: ['a/**'] }, undefined, { preset: 'recommended' })
    expect(settings).toEqual({ preset: 'recommended', exclude: ['a/**'] })
  })

  it('are left out, and named, where they are not of the form that they should have', () => {
    const { settings, problems } = readSettings({
      enable: 'yes',
      rules: [],
      exclude: [1],
      maxFileSize: '1',
      preset: 'x',
    })
    expect(settings).toEqual({ preset: 'x' })
    expect(problems).toEqual([
      '"enable" must be true or false.',
      '"rules" must be an object.',
      '"exclude" must be a list of globs.',
      '"maxFileSize" must be a number.',
    ])
  })

  it('may be nothing at all', () => {
    expect(readSettings(null, 'text', 7)).toEqual({ settings: {}, problems: [] })
  })
})
