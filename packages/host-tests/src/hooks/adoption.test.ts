import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildCommand, createSandbox, credential, workspace, type Sandbox } from './sandbox.js'

/** A published package with findings that were reviewed. */
const pinned = join(workspace, 'packages/host-tests/node_modules/nodemailer')

describe('a team takes Palisade up on an old code base', () => {
  let sandbox: Sandbox
  const palisade = (...args: string[]) => sandbox.run('palisade', ...args)
  /** The file of the first finding. */
  let known = ''
  const read = (path: string): string => readFileSync(join(sandbox.root, path), 'utf8')

  beforeAll(() => {
    buildCommand()
    sandbox = createSandbox()
    execFileSync('cp', ['-RL', join(pinned, 'dist'), join(pinned, 'package.json'), sandbox.root])
    sandbox.git('add', '-A')
    sandbox.git('commit', '-q', '-m', 'the old code base')
  }, 120_000)
  afterAll(() => sandbox.remove())

  it('has findings at first', () => {
    const { code, output } = palisade('check', '--format', 'json')
    expect(code).toBe(1)
    known = (JSON.parse(output) as { findings: { path: string }[] }).findings[0]?.path ?? ''
    expect(known).toMatch(/^dist\//)
  })

  it('has none after two commands, and the commit of both goes through the hook', () => {
    expect(palisade('init', '--yes')).toMatchObject({ code: 0 })
    expect(palisade('baseline')).toMatchObject({ code: 0 })
    sandbox.git('add', '-A')
    expect(sandbox.run('git', 'commit', '-m', 'take Palisade up')).toMatchObject({ code: 0 })
    expect(palisade('check')).toMatchObject({ code: 0 })
  })

  it('is stopped at one new finding', () => {
    sandbox.write('dist/new.js', `exports.token = ${JSON.stringify(credential())}\n`)
    sandbox.write('deploy.yaml', `token: ${credential()}\n`)
    sandbox.git('add', '-A')
    const before = sandbox.head()
    const { code, output } = sandbox.run('git', 'commit', '-m', 'a key')
    expect(output).toContain('no-hardcoded-secrets')
    expect(code).not.toBe(0)
    expect(sandbox.head()).toBe(before)
    sandbox.git('rm', '-qf', 'dist/new.js', 'deploy.yaml')
  })

  it('is not stopped when known code moves about', () => {
    const text = read(known)
    sandbox.write(known, `"use strict";\n\n// moved down\n\n\n${text.replace(/^ {2}/gm, '      ')}`)
    sandbox.git('add', '-A')
    expect(sandbox.run('git', 'commit', '-m', 'move')).toMatchObject({ code: 0 })
  })

  it('is told which entry is stale when a known finding is fixed', () => {
    writeFileSync(join(sandbox.root, known), '"use strict";\nmodule.exports = {};\n')
    sandbox.git('add', '-A')
    const { code, output } = sandbox.run('git', 'commit', '-m', 'fix')
    expect(code).toBe(0)
    expect(output).toMatch(new RegExp(`${known}: a known finding of [\\w-]+ is gone`))
    const entries = read('.palisade-baseline').split('\n').length
    expect(palisade('baseline', '--prune').output).toMatch(/stale entr/)
    expect(read('.palisade-baseline').split('\n').length).toBeLessThan(entries)
  })

  it('leaves nothing behind but what it named', () => {
    sandbox.git('add', '-A')
    sandbox.git('commit', '-q', '--no-verify', '-m', 'rest')
    expect(palisade('check')).toMatchObject({ code: 0 })
    expect(palisade('staged')).toMatchObject({ code: 0 })
    expect(
      execFileSync('git', ['status', '--porcelain', '--ignored=no'], { cwd: sandbox.root, encoding: 'utf8' }),
    ).toBe('')
    rmSync(join(sandbox.root, 'node_modules'), { recursive: true, force: true })
  })
})
