import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createProject, credential, type Project } from '../test/project.js'

let project: Project
const key = credential()

beforeEach(() => {
  project = createProject()
})
afterEach(() => {
  project.remove()
})

/** Each case plants a credential, or the same without one. */
const cases: Record<string, (project: Project, value: string) => void> = {
  'the first commit': ({ write, git }, value) => {
    write('deploy.yaml', `token: ${value}\n`)
    git('add', '-A')
  },
  'a new file': ({ write, git, commit }, value) => {
    commit()
    write('deploy.yaml', `token: ${value}\n`)
    git('add', '-A')
  },
  'a new line of a known file': ({ write, git, commit }, value) => {
    write('deploy.yaml', 'a: 1\nb: 2\n')
    commit()
    write('deploy.yaml', `a: 1\ntoken: ${value}\nb: 2\n`)
    git('add', '-A')
  },
  'a renamed file with a new line': ({ write, git, commit }, value) => {
    write('old.yaml', 'a: 1\nb: 2\nc: 3\nd: 4\ne: 5\n')
    commit()
    git('mv', 'old.yaml', 'new.yaml')
    write('new.yaml', `a: 1\nb: 2\nc: 3\nd: 4\ne: 5\ntoken: ${value}\n`)
    git('add', '-A')
  },
  'a file next to a deleted one': ({ write, git, commit }, value) => {
    write('gone.yaml', 'a: 1\n')
    commit()
    git('rm', '-q', 'gone.yaml')
    write('deploy.yaml', `token: ${value}\n`)
    git('add', '-A')
  },
  'a file next to a submodule': ({ root, write, git, commit }, value) => {
    commit()
    const other = createProject()
    other.write('readme.md', 'hello\n')
    other.commit()
    git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', other.root, join('vendor', 'other'))
    other.remove()
    write('deploy.yaml', `token: ${value}\n`)
    git('add', 'deploy.yaml')
    expect(root).not.toBe('')
  },
  'a file next to a symbolic link': ({ root, write, git }, value) => {
    symlinkSync('deploy.yaml', join(root, 'link.yaml'))
    write('deploy.yaml', `token: ${value}\n`)
    git('add', '-A')
  },
  'a name with a newline, quotes and spaces': ({ write, git }, value) => {
    write('a "b"\n\'c\'.yaml', `token: ${value}\n`)
    git('add', '-A')
  },
  'a name that looks like an option': ({ write, git }, value) => {
    write('--all.yaml', `token: ${value}\n`)
    git('add', '-A')
  },
  'a name that looks like magic': ({ write, git }, value) => {
    write(':(top)*.yaml', `token: ${value}\n`)
    git('add', '-A')
  },
  'a name that is not UTF-8': ({ root, git }, value) => {
    writeFileSync(
      Buffer.concat([Buffer.from(`${root}/caf`), Buffer.from([0xe9]), Buffer.from('.yaml')]),
      `token: ${value}\n`,
    )
    git('add', '-A')
  },
  'a binary file and a text': ({ write, git }, value) => {
    write('logo.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]))
    write('deploy.yaml', `token: ${value}\n`)
    git('add', '-A')
  },
  'a huge binary file and a text': ({ write, git }, value) => {
    write('a.bin', Buffer.alloc(9 * 1024 * 1024))
    write('deploy.yaml', `token: ${value}\n`)
    git('add', '-A')
  },
  'a huge text': ({ write, git }, value) => {
    write('dump.sql', `${'-- nothing to see here\n'.repeat(600_000)}-- ${value}\n${'-- more\n'.repeat(100_000)}`)
    git('add', '-A')
  },
  'a file in UTF-16': ({ write, git }, value) => {
    write('setup.ps1', Buffer.from(`\uFEFF$token = "${value}"\r\n`, 'utf16le'))
    git('add', '-A')
  },
  'Windows line ends': ({ write, git, commit }, value) => {
    write('deploy.yaml', 'a: 1\r\nb: 2\r\n')
    commit()
    write('deploy.yaml', `a: 1\r\nb: 2\r\ntoken: ${value}\r\n`)
    git('add', '-A')
  },
  'a file that git is told not to diff': ({ write, git, commit }, value) => {
    write('.gitattributes', '*.yaml -diff\n')
    write('deploy.yaml', 'a: 1\n')
    commit()
    write('deploy.yaml', `a: 1\ntoken: ${value}\n`)
    git('add', '-A')
  },
  'the staged half of a partly staged file': ({ write, git, commit }, value) => {
    write('deploy.yaml', 'a: 1\n')
    commit()
    write('deploy.yaml', `a: 1\ntoken: ${value}\n`)
    git('add', '-A')
    write('deploy.yaml', 'a: 1\n')
  },
  'a merge that brings something of its own': ({ write, git, commit }, value) => {
    write('deploy.yaml', 'a: 1\nb: 2\nc: 3\n')
    commit()
    git('switch', '-q', '-c', 'side')
    write('deploy.yaml', 'a: side\nb: 2\nc: 3\n')
    commit()
    git('switch', '-q', 'main')
    write('deploy.yaml', 'a: main\nb: 2\nc: 3\n')
    commit()
    expect(() => git('merge', '-q', 'side')).toThrow()
    write('deploy.yaml', `a: main\ntoken: ${value}\nb: 2\nc: 3\n`)
    git('add', '-A')
  },
  'a second work tree': ({ root, git, commit }, value) => {
    commit()
    git('worktree', 'add', '-q', join(root, 'second'))
    writeFileSync(join(root, 'second', 'deploy.yaml'), `token: ${value}\n`)
    execFileSync('git', ['add', '-A'], { cwd: join(root, 'second') })
  },
}

describe('stops a commit with a credential and lets the same without one pass', () => {
  for (const [name, arrange] of Object.entries(cases)) {
    const folder = name === 'a second work tree' ? 'second' : '.'

    it(`${name}: planted`, async () => {
      arrange(project, key)
      const run = await project.palisadeIn(folder, 'staged')
      expect(run).toMatchObject({ code: 1, stderr: '' })
      expect(run.stdout).toContain('no-hardcoded-secrets')
      expect(run.stdout).not.toContain(key.slice(5, 12))
    })

    it(`${name}: clean`, async () => {
      arrange(project, 'from-the-vault')
      const run = await project.palisadeIn(folder, 'staged')
      expect(run).toMatchObject({ code: 0, stderr: '' })
      expect(run.stdout).toMatch(/[1-9]\d* files?, [1-9]\d* new lines? checked, nothing found/)
    })
  }
})

it('counts a huge binary file as left out, not as checked', async () => {
  project.write('a.bin', Buffer.alloc(9 * 1024 * 1024))
  project.git('add', '-A')
  const { stdout } = await project.palisade('staged')
  expect(stdout).toBe('Palisade: 0 files, 0 new lines checked, nothing found, 1 binary or link left out\n')
})

describe('reads the index, whatever the work tree holds', () => {
  it('lets a clean index pass when the work tree holds a credential', async () => {
    project.write('deploy.yaml', 'a: 1\n')
    project.git('add', '-A')
    project.write('deploy.yaml', `token: ${key}\n`)
    expect((await project.palisade('staged')).code).toBe(0)
  })

  it('checks a staged file that the work tree has lost', async () => {
    project.write('deploy.yaml', `token: ${key}\n`)
    project.git('add', '-A')
    rmSync(join(project.root, 'deploy.yaml'))
    expect((await project.palisade('staged')).code).toBe(1)
  })

  it('leaves out what is only intended to be added', async () => {
    project.write('deploy.yaml', `token: ${key}\n`)
    project.git('add', '-N', 'deploy.yaml')
    expect((await project.palisade('staged')).code).toBe(0)
  })
})

describe('reports only what the commit adds', () => {
  beforeEach(() => {
    project.write('deploy.yaml', `a: 1\ntoken: ${key}\n`)
    project.commit()
  })

  it('keeps quiet about an old line of a changed file', async () => {
    project.write('deploy.yaml', `a: 2\ntoken: ${key}\n`)
    project.git('add', '-A')
    expect((await project.palisade('staged')).code).toBe(0)
  })

  it('reports it with --whole-files', async () => {
    project.write('deploy.yaml', `a: 2\ntoken: ${key}\n`)
    project.git('add', '-A')
    expect((await project.palisade('staged', '--whole-files')).code).toBe(1)
  })

  it('keeps quiet about a file that only moved', async () => {
    project.git('mv', 'deploy.yaml', 'moved.yaml')
    expect((await project.palisade('staged')).code).toBe(0)
  })

  it('keeps quiet about a file that only became executable', async () => {
    project.git('update-index', '--chmod=+x', 'deploy.yaml')
    expect((await project.palisade('staged')).code).toBe(0)
  })

  it('keeps quiet about a removed line', async () => {
    project.write('deploy.yaml', 'a: 1\n')
    project.git('add', '-A')
    expect((await project.palisade('staged')).code).toBe(0)
  })

  it('keeps quiet in a merge about what the other side committed', async () => {
    project.git('switch', '-q', '-c', 'side')
    project.write('other.yaml', `token: ${credential(2)}\n`)
    project.commit()
    project.git('switch', '-q', 'main')
    project.write('mine.yaml', 'a: 1\n')
    project.commit()
    project.git('merge', '-q', '--no-ff', '--no-commit', 'side')
    expect((await project.palisade('staged')).code).toBe(0)
  })
})

describe('refuses environment files', () => {
  it.each(['.env', '.env.local', '.env.production', 'config/prod.env'])('%s with a value', async (name) => {
    project.write(name, 'A=real\n')
    project.git('add', '-Af')
    const run = await project.palisade('staged')
    expect(run.code).toBe(1)
    expect(run.stdout).toContain('no-env-file')
  })

  it.each(['.env.example', '.env.sample', '.env.template', 'example.env', '.env.vault'])('not %s', async (name) => {
    project.write(name, 'A=real\n')
    project.git('add', '-Af')
    expect((await project.palisade('staged')).code).toBe(0)
  })

  it('not one that holds no value of its own', async () => {
    project.write('.env', '# names only\nA=\nB="<your key>"\nC=encrypted:abc\nexport D=${A}\nE=op://vault/item\n')
    project.git('add', '-Af')
    expect((await project.palisade('staged')).code).toBe(0)
  })
})

describe('fails closed', () => {
  it('outside a repository', async () => {
    const plain = createProject(false)
    const run = await plain.palisade('staged')
    expect(run).toMatchObject({ code: 2, stdout: '' })
    expect(run.stderr).toMatch(/^palisade: this folder is not in a git repository: .*\.\n$/)
    plain.remove()
  })

  it('when a staged object is missing', async () => {
    project.write('deploy.yaml', 'a: 1\n')
    project.git('add', '-A')
    const object = project.git('rev-parse', ':deploy.yaml').trim()
    rmSync(join(project.root, '.git/objects', object.slice(0, 2), object.slice(2)))
    const run = await project.palisade('staged')
    expect(run).toMatchObject({ code: 2, stdout: '' })
    expect(run.stderr).toMatch(/^palisade: [^\n]+\.\n$/)
  })

  it('when the ESLint configuration is broken', async () => {
    project.write('eslint.config.mjs', '// palisade\nthrow new Error("broken")\n')
    project.write('a.ts', 'export {}\n')
    project.git('add', '-A')
    const run = await project.palisade('staged')
    expect(run).toMatchObject({ code: 2, stdout: '' })
    expect(run.stderr).toContain('eslint.config.mjs')
  })

  it('when the baseline is damaged', async () => {
    project.write('.palisade-baseline', '<<<<<<< HEAD\n')
    project.write('a.yaml', 'a: 1\n')
    project.git('add', '-A')
    const run = await project.palisade('staged')
    expect(run).toMatchObject({ code: 2, stdout: '' })
    expect(run.stderr).toContain('line 1 of .palisade-baseline')
  })
})

describe('the files that a hook manager passes', () => {
  it('limit the check', async () => {
    project.write('deploy.yaml', `token: ${key}\n`)
    project.write('other.yaml', 'a: 1\n')
    project.git('add', '-A')
    expect((await project.palisade('staged', 'other.yaml')).code).toBe(0)
    expect((await project.palisade('staged', join(project.root, 'deploy.yaml'))).code).toBe(1)
  })

  it('are checked whole when nothing is staged, and it says so', async () => {
    project.write('deploy.yaml', `token: ${key}\n`)
    project.commit()
    const run = await project.palisade('staged', 'deploy.yaml')
    expect(run.code).toBe(1)
    expect(run.stdout).toContain('nothing is staged')
  })

  it('are understood from a folder below the root', async () => {
    mkdirSync(join(project.root, 'sub'))
    project.write('sub/deploy.yaml', `token: ${key}\n`)
    project.git('add', '-A')
    expect((await project.palisadeIn('sub', 'staged', 'deploy.yaml')).code).toBe(1)
  })
})

describe('an index and a repository that the environment names', () => {
  const saved = { ...process.env }
  afterEach(() => {
    for (const name of ['GIT_INDEX_FILE', 'GIT_DIR', 'GIT_WORK_TREE']) {
      if (saved[name] === undefined) delete process.env[name]
      else process.env[name] = saved[name]
    }
  })

  for (const [what, value, code] of [
    ['planted', key, 1],
    ['clean', 'from-the-vault', 0],
  ] as const) {
    it(`GIT_INDEX_FILE: ${what}`, async () => {
      project.write('deploy.yaml', `token: ${code === 1 ? 'from-the-vault' : key}\n`)
      project.git('add', '-A')
      process.env['GIT_INDEX_FILE'] = join(project.root, '.git', 'next-index')
      project.write('other.yaml', `token: ${value}\n`)
      execFileSync('git', ['add', 'other.yaml'], { cwd: project.root })
      const run = await project.palisade('staged')
      expect(run.code).toBe(code)
      expect(run.stdout).toContain('1 file, 1 new line checked')
    })

    it(`GIT_DIR and GIT_WORK_TREE, from elsewhere: ${what}`, async () => {
      project.write('deploy.yaml', `token: ${value}\n`)
      project.git('add', '-A')
      const elsewhere = createProject(false)
      process.env['GIT_DIR'] = join(project.root, '.git')
      process.env['GIT_WORK_TREE'] = project.root
      const run = await elsewhere.palisade('staged')
      expect(run).toMatchObject({ code, stderr: '' })
      elsewhere.remove()
    })

    it(`a git folder beside a work tree that does not know it: ${what}`, async () => {
      const plain = createProject(false)
      execFileSync('git', ['init', '-q', '--bare', join(plain.root, 'dotfiles.git')])
      mkdirSync(join(plain.root, 'home'))
      writeFileSync(join(plain.root, 'home/deploy.yaml'), `token: ${value}\n`)
      process.env['GIT_DIR'] = join(plain.root, 'dotfiles.git')
      process.env['GIT_WORK_TREE'] = join(plain.root, 'home')
      execFileSync('git', ['add', '-A'], { cwd: join(plain.root, 'home') })
      const run = await plain.palisadeIn('home', 'staged')
      expect(run).toMatchObject({ code, stderr: '' })
      expect(run.stdout).toContain('1 file, 1 new line checked')
      plain.remove()
    })
  }
})

it('looks at 1,200 staged files, more than one pipe holds', async () => {
  for (let index = 0; index < 1200; index++) project.write(`files/${index}.yaml`, `a: ${index}\n`)
  project.write('files/last.yaml', `token: ${key}\n`)
  project.git('add', '-A')
  const run = await project.palisade('staged')
  expect(run.code).toBe(1)
  expect(run.stdout).toContain('1201 files, 1201 new lines checked, 1 error')
})

it('goes on after a huge binary file', async () => {
  project.write('a.bin', Buffer.alloc(9 * 1024 * 1024))
  for (let index = 0; index < 20; index++) project.write(`b/${index}.yaml`, `a: ${index}\n`)
  project.write('z.bin', Buffer.alloc(9 * 1024 * 1024))
  project.write('zz.yaml', `token: ${key}\n`)
  project.git('add', '-A')
  const run = await project.palisade('staged')
  expect(run.code).toBe(1)
  expect(run.stdout).toContain('21 files, 21 new lines checked, 1 error, 2 binaries or links left out')
})
