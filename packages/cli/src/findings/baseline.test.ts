import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createProject, credential, type Project } from '../test/project.js'

let project: Project
const key = credential()

beforeEach(() => {
  project = createProject()
  project.write('deploy.yaml', `a: 1\ntoken: ${key}\n`)
})
afterEach(() => {
  project.remove()
})

const file = (): string => readFileSync(join(project.root, '.palisade-baseline'), 'utf8')

describe('palisade baseline', () => {
  it('makes known findings count no more', async () => {
    expect((await project.palisade('check')).code).toBe(1)
    expect(await project.palisade('baseline')).toMatchObject({ code: 0, stderr: '' })
    const run = await project.palisade('check')
    expect(run.code).toBe(0)
    expect(run.stdout).toContain('1 known')
    expect((await project.palisade('check', '--no-baseline')).code).toBe(1)
  })

  it('holds neither values nor line numbers nor dates', async () => {
    await project.palisade('baseline')
    const lines = file()
      .split('\n')
      .filter((line) => !line.startsWith('#') && line !== '')
    expect(lines[0]).toMatch(/^salt [0-9a-f]{24}$/)
    expect(lines.slice(1)).toEqual([expect.stringMatching(/^deploy\.yaml no-hardcoded-secrets [0-9a-f]{20}$/)])
  })

  it('stays the same when nothing changed', async () => {
    await project.palisade('baseline')
    const before = file()
    await project.palisade('baseline')
    expect(file()).toBe(before)
  })

  it('is not shaken by code that moves', async () => {
    await project.palisade('baseline')
    project.write('deploy.yaml', `${'# more\n'.repeat(20)}  token:    ${key}\na: 1\n`)
    expect((await project.palisade('check')).code).toBe(0)
    project.git('add', '-A')
    expect((await project.palisade('staged')).code).toBe(0)
  })

  it('knows a second use of a known value as new', async () => {
    await project.palisade('baseline')
    project.write('deploy.yaml', `a: 1\ntoken: ${key}\nagain: ${key}\n`)
    const run = await project.palisade('check')
    expect(run.code).toBe(1)
    expect(run.stdout).toContain('1 error')
  })

  it('says which entry is stale, and prunes it on request', async () => {
    await project.palisade('baseline')
    project.commit()
    project.write('deploy.yaml', 'a: 1\ntoken: from-the-vault\n')
    project.git('add', '-A')
    const run = await project.palisade('staged')
    expect(run.code).toBe(0)
    expect(run.stdout).toMatch(/deploy\.yaml: a known finding of no-hardcoded-secrets is gone/)
    expect((await project.palisade('baseline', '--prune')).stdout).toContain('1 stale entry dropped')
    expect(file()).not.toContain('deploy.yaml')
  })

  it('does not take new findings in when it prunes', async () => {
    await project.palisade('baseline')
    project.write('other.yaml', `token: ${credential(2)}\n`)
    await project.palisade('baseline', '--prune')
    expect((await project.palisade('check')).code).toBe(1)
  })

  it('follows a renamed file', async () => {
    await project.palisade('baseline')
    project.commit()
    project.git('mv', 'deploy.yaml', 'moved.yaml')
    project.write('moved.yaml', `b: 2\ntoken: ${key}\n`)
    project.git('add', '-A')
    expect((await project.palisade('staged')).code).toBe(0)
  })

  it('merges: the lines of both sides make a baseline', async () => {
    await project.palisade('baseline')
    const lines = file().trimEnd().split('\n')
    project.write('other.yaml', `token: ${credential(2)}\n`)
    await project.palisade('baseline')
    const other = file().trimEnd().split('\n')
    project.write('.palisade-baseline', [...new Set([...other, ...lines])].join('\n'))
    expect((await project.palisade('check')).code).toBe(0)
  })

  it("honours ESLint's own suppressions", async () => {
    project.write('eslint-suppressions.json', '{ "deploy.yaml": { "palisade/no-hardcoded-secrets": { "count": 1 } } }')
    expect((await project.palisade('check')).code).toBe(0)
    project.write('deploy.yaml', `token: ${key}\nother: ${credential(2)}\n`)
    expect((await project.palisade('check')).code).toBe(1)
  })
})
