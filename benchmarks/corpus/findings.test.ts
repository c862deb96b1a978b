import { compareFindings, parseFindings, printFindings, readFindings, type ReviewedFinding } from './findings.js'
import { choosePackages, corpusPackages, countLines } from './packages.js'

const finding = (line: number, more: Partial<ReviewedFinding> = {}): ReviewedFinding => ({
  package: 'some-server',
  file: 'lib/app.js',
  line,
  column: 5,
  rule: 'no-error-leak',
  message: 'The stack reaches the client.',
  verdict: 'right',
  reason: 'res.send(err.stack)',
  ...more,
})

describe('checked-in findings', () => {
  it('are the same after printing and parsing', () => {
    const findings = [finding(3), finding(12, { verdict: 'wrong', reason: 'a fixed text' })]
    expect(parseFindings(printFindings(findings), 'no-error-leak')).toEqual(findings)
  })

  it('keep a verdict when only the message is worded anew', () => {
    const { kept, added, vanished } = compareFindings([finding(3)], [finding(3, { message: 'A stack is sent.' })])
    expect(kept).toEqual([finding(3, { message: 'A stack is sent.' })])
    expect([...added, ...vanished]).toEqual([])
  })

  it('show new and vanished ones', () => {
    const { added, vanished } = compareFindings([finding(3)], [finding(4)])
    expect(added.map(({ line }) => line)).toEqual([4])
    expect(vanished.map(({ line }) => line)).toEqual([3])
  })

  it('count two reports at one place as two', () => {
    const { added, kept } = compareFindings([finding(3)], [finding(3), finding(3)])
    expect([kept.length, added.length]).toEqual([1, 1])
  })

  it('with an unknown verdict are refused, naming the row', () => {
    expect(() => parseFindings('header\nfine\tp\tf\t1\t1\tm\t', 'no-error-leak')).toThrow('fine')
  })
})

describe('the corpus', () => {
  const packages = corpusPackages()

  it('has at least 60 packages, each once, pinned by version and integrity', () => {
    expect(packages.length).toBeGreaterThanOrEqual(60)
    expect(new Set(packages.map(({ name }) => name)).size).toBe(packages.length)
    for (const { name, version, integrity } of packages) {
      expect(version, name).toMatch(/^\d+\.\d+\.\d+/)
      expect(integrity, name).toMatch(/^sha512-[A-Za-z0-9+/]{86}==$/)
    }
  })

  it('has a fixed sample', () => {
    expect(packages.filter(({ sample }) => sample).length).toBeGreaterThanOrEqual(10)
  })

  it('is chosen from by name or prefix, and a wrong name is refused', () => {
    expect(choosePackages(packages, ['@strapi/*']).map(({ name }) => name)).toContain('@strapi/upload')
    expect(() => choosePackages(packages, ['no-such-package'])).toThrow('no-such-package')
  })

  it('has no findings checked in for packages that it does not hold', () => {
    const names = new Set(packages.map(({ name }) => name))
    const rules = [
      'no-hardcoded-secrets',
      'no-insecure-tls',
      'require-redacted-logger',
      'no-error-leak',
      'require-input-schema',
    ]
    const strays = rules
      .flatMap((rule) => [...readFindings(rule, 'recommended'), ...readFindings(rule, 'strict')])
      .filter((one) => !names.has(one.package))
    expect(strays).toEqual([])
  })
})

it('lines are counted as an editor numbers them', () => {
  expect([countLines(''), countLines('a'), countLines('a\nb\n')]).toEqual([1, 1, 3])
})
