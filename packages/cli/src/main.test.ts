import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createProject, type Project } from './test/project.js'

let project: Project

beforeEach(() => {
  project = createProject()
})
afterEach(() => {
  project.remove()
})

const commands = ['check', 'staged', 'push', 'init', 'baseline', 'explain', 'rules', 'completion']

describe('help', () => {
  it.each([[], ...commands.map((command) => [command])])('of palisade %s has examples', async (...command) => {
    const run = await project.palisade(...command, '--help')
    expect(run).toMatchObject({ code: 0, stderr: '' })
    expect(run.stdout).toContain('Examples:')
    if (command.length === 0) for (const name of commands) expect(run.stdout).toContain(`  ${name}`)
  })

  it.each(['check', 'staged', 'push', 'init', 'baseline'])('of palisade %s names the exit codes', async (command) => {
    expect((await project.palisade(command, '--help')).stdout).toMatch(/Exit codes: 0 .*2 could not/)
  })

  it('tells the version', async () => {
    expect(await project.palisade('--version')).toEqual({ code: 0, stdout: '0.0.0\n', stderr: '' })
  })
})

describe('completion', () => {
  /** The library prints by itself. */
  async function printed(...args: string[]): Promise<string> {
    let text = ''
    const log = vi.spyOn(console, 'log').mockImplementation((line: string) => void (text += `${line}\n`))
    const run = await project.palisade(...args)
    log.mockRestore()
    expect(run).toEqual({ code: 0, stdout: '', stderr: '' })
    return text
  }

  it.each(['bash', 'zsh', 'fish', 'powershell'])('prints a script for %s', async (shell) => {
    expect(await printed('completion', shell)).toMatch(/palisade.+complet/)
  })

  it.each([
    [['pu'], /^push\t/m],
    [['staged', '--who'], /^--whole-files\t/m],
    [['check', '--format', ''], /^sarif\b/m],
    [['explain', 'no-in'], /^no-insecure-tls\t/m],
    [['completion', ''], /^fish\b/m],
  ])('knows what goes on with %j', async (args, expected) => {
    expect(await printed('complete', '--', ...args)).toMatch(expected)
  })

  it('is in the list of commands, and its other half is not', async () => {
    const { stdout } = await project.palisade('--help')
    expect(stdout).toMatch(/^ {2}completion /m)
    expect(stdout).not.toMatch(/^ {2}complete /m)
  })
})

describe('what cannot be read ends with 2 and a sentence, never with a stack', () => {
  it.each([
    [['chek'], /unknown command 'chek'/],
    [['check', '--frmat', 'json'], /unknown option '--frmat'/],
    [['check', '--format', 'yaml'], /'yaml' is invalid/],
    [['check', '--max-warnings', 'many'], /--max-warnings is "many": give a whole number/],
    [['check', '--concurrency', 'lots'], /--concurrency is "lots": give a whole number/],
    [['check', '--rule', 'no insecure'], /--rule "no insecure" can't be read/],
    [['check', '--rule', 'no-insecure-tls: {'], /can't be read/],
    [['check', '--rule', 'no-such-rule'], /no-such-rule/],
    [['push'], /nothing says which commits to check/],
    [['push', '--range', 'no..where'], /names a commit that is not here/],
    [['explain', 'no-such-rule'], /there is no rule "no-such-rule"/],
    [['explain'], /missing required argument 'rule'/],
    [['init'], /nobody is here to agree/],
  ])('palisade %j', async (args, sentence) => {
    project.write('a.ts', 'export {}\n')
    project.write('package.json', '{}\n')
    const run = await project.palisade(...args)
    expect(run.code).toBe(2)
    expect(run.stderr).toMatch(sentence)
    expect(run.stderr).not.toMatch(/^\s+at /m)
  })

  it('--debug adds the stack, before or after the command', async () => {
    for (const args of [
      ['--debug', 'push'],
      ['push', '--debug'],
    ]) {
      const run = await project.palisade(...args)
      expect(run.code).toBe(2)
      expect(run.stderr).toMatch(/^\s+at /m)
    }
  })
})

describe('palisade explain and rules', () => {
  it('show the page of each rule that is listed', async () => {
    const { stdout } = await project.palisade('rules')
    const names = stdout.split('\n').flatMap((line) => /^[\w-]+/.exec(line)?.[0] ?? [])
    expect(names).toContain('no-hardcoded-secrets')
    for (const name of names) {
      const page = await project.palisade('explain', `palisade/${name}`)
      expect(page).toMatchObject({ code: 0, stderr: '' })
      expect(page.stdout).toContain(name)
    }
  })

  it('paint the page on a terminal, unless NO_COLOR is set', async () => {
    const stdout = { isTTY: true, write: () => undefined }
    const painted = await project.palisadeWith({ stdout }, 'explain', 'no-insecure-tls')
    const plain = await project.palisadeWith({ stdout, env: { NO_COLOR: '1' } }, 'explain', 'no-insecure-tls')
    expect(painted.stdout).toContain('\u001B[')
    expect(plain.stdout).not.toContain('\u001B[')
  })
})
