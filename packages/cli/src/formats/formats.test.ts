import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Log } from 'sarif'
import { createProject, credential, type Project } from '../test/project.js'
import { formatNames } from './index.js'

const require = createRequire(import.meta.url)
const { default: Ajv } = require('ajv-draft-04') as {
  default: new (options: object) => { compile(schema: object): { (data: unknown): boolean; errors?: unknown } }
}
const planted = [
  'github-personal-access-token-classic',
  'openai-project-api-key',
  'url-userinfo',
  'jwt',
  'pem-private-key',
]
const values = planted.map((id, index) => credential(index + 1, id))
let project: Project

beforeAll(() => {
  project = createProject()
  values.forEach((value, index) => {
    project.write(`deploy & "${index}".yaml`, `# <notes>\ntoken: ${value}\n`)
    project.write(`src/module-${index}.ts`, `export const apiKey = ${JSON.stringify(value)}\n`)
  })
  project.write(
    'src/agent.ts',
    `import https from 'node:https'\nexport const agent = new https.Agent({ rejectUnauthorized: false, passphrase: '${values[0]}' })\n`,
  )
  project.write('.env', `DB_PASSWORD=${values[1]}\n`)
  project.git('add', '-Af')
})
afterAll(() => {
  project.remove()
})

describe('no output holds more than four characters of a secret', () => {
  for (const format of formatNames) {
    it.each(['staged', 'check'])(`${format} of %s`, async (command) => {
      const run = await project.palisade(command, '--format', format)
      expect(run.code).toBe(1)
      expectNothingLeaked(run.stdout + run.stderr)
    })
  }

  it('nor does the baseline', async () => {
    await project.palisade('baseline')
    const text = readFileSync(join(project.root, '.palisade-baseline'), 'utf8')
    project.git('rm', '-q', '--cached', '--ignore-unmatch', '.palisade-baseline')
    expectNothingLeaked(text)
    await import('node:fs').then(({ rmSync }) => rmSync(join(project.root, '.palisade-baseline')))
  })

  function expectNothingLeaked(text: string): void {
    for (const value of values) {
      // Every window of five characters that the formats themselves do not print; line ends part private keys.
      const secretPart = value.startsWith('-----') ? value.split('\n')[1] : value.replace(/^\w+:\/\/\w+:|@.*$/g, '')
      for (let at = 4; at + 12 <= (secretPart ?? '').length; at += 4) {
        expect(text).not.toContain(secretPart?.slice(at, at + 12))
      }
      expect(text).not.toContain(secretPart?.slice(0, 10))
    }
  }
})

describe('sarif', () => {
  let log: Log
  beforeAll(async () => {
    log = JSON.parse((await project.palisade('staged', '--format', 'sarif')).stdout) as Log
  })

  it('is valid against the published schema', () => {
    const folder = dirname(require.resolve('@microsoft/jest-sarif/package.json'))
    const schema = JSON.parse(readFileSync(join(folder, 'lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8')) as object
    const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false, unicodeRegExp: false })
    const validate = ajv.compile(schema)
    expect(validate(log), JSON.stringify(validate.errors)).toBe(true)
  })

  it('has a fingerprint for every finding, and no two the same', () => {
    const prints = log.runs[0]?.results?.map(({ partialFingerprints }) => partialFingerprints?.['palisade/v1'])
    expect(prints?.length).toBeGreaterThan(0)
    expect(prints).not.toContain(undefined)
    expect(new Set(prints).size).toBe(prints?.length)
  })

  it('has the rules with help, page and weaknesses', () => {
    const rules = log.runs[0]?.tool.driver.rules ?? []
    const secrets = rules.find(({ id }) => id === 'palisade/no-hardcoded-secrets')
    expect(secrets?.properties?.tags).toContain('external/cwe/cwe-798')
    expect(secrets?.help?.markdown).toBeTruthy()
    expect(secrets?.helpUri).toContain('no-hardcoded-secrets.md')
    for (const { ruleId, ruleIndex } of log.runs[0]?.results ?? []) expect(rules[ruleIndex ?? -1]?.id).toBe(ruleId)
  })

  it('has paths as URIs from the root', () => {
    const uris = log.runs[0]?.results?.map((result) => result.locations?.[0]?.physicalLocation?.artifactLocation?.uri)
    expect(uris).toContain('deploy%20%26%20%220%22.yaml')
  })

  it('stays the same when code moves', async () => {
    const text = `import https from 'node:https'\n\n\n\nexport const agent = new https.Agent({ rejectUnauthorized: false, passphrase: '${values[0]}' })\n`
    const printOf = (from: Log): unknown =>
      from.runs[0]?.results?.find(({ ruleId }) => ruleId === 'palisade/no-insecure-tls')?.partialFingerprints
    project.write('src/agent.ts', text)
    const moved = JSON.parse((await project.palisade('check', '--format', 'sarif')).stdout) as Log
    expect(printOf(moved)).toEqual(printOf(log))
  })
})

describe('the other formats', () => {
  it('json has the findings with their places', async () => {
    const document = JSON.parse((await project.palisade('staged', '--format', 'json')).stdout) as {
      findings: { path: string; line: number; rule: string }[]
      summary: { errors: number; files: number }
    }
    expect(document.summary.errors).toBe(document.findings.length)
    expect(document.findings).toContainEqual(
      expect.objectContaining({ path: 'deploy & "0".yaml', line: 2, rule: 'palisade/no-hardcoded-secrets' }),
    )
  })

  it('github escapes what its commands read', async () => {
    const { stdout } = await project.palisade('staged', '--format', 'github')
    expect(stdout).toMatch(
      /^::error file=deploy & "0"\.yaml,line=2,col=8,endColumn=\d+,title=palisade\/no-hardcoded-secrets::/m,
    )
  })

  it.each(['junit', 'checkstyle'])('%s escapes what XML reads', async (format) => {
    const { stdout } = await project.palisade('staged', '--format', format)
    expect(stdout).toContain('name="deploy &amp; &quot;0&quot;.yaml"')
    expect(stdout).toMatch(/^<\?xml/)
  })

  it('pretty says what was checked, without colours and times when piped', async () => {
    const { stdout } = await project.palisade('staged')
    expect(stdout).toMatch(/Palisade: 12 files, \d+ new lines checked, \d+ errors\n/)
    // eslint-disable-next-line no-control-regex -- that there are none is the point
    expect(stdout).not.toMatch(/\u001b|\d ms/)
  })

  it('goes to a file with --output', async () => {
    const run = await project.palisade('staged', '--format', 'json', '--output', 'report.json')
    expect(run).toEqual({ code: 1, stdout: '', stderr: '' })
    expect(readFileSync(join(project.root, 'report.json'), 'utf8')).toMatch(/^\{/)
  })
})
