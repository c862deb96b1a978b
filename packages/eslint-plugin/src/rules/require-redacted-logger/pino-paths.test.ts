import { describe, expect, it } from 'vitest'
import { livePaths, parsePinoPath, pinoRedacts, whyDead } from './pino-paths.js'
import { pinoPathCases } from './pino-paths.cases.js'

describe('parsePinoPath', () => {
  it.each([
    ['password', ['password']],
    ['user.password', ['user', 'password']],
    ['users[*].password', ['users', '*', 'password']],
    ['users[0].password', ['users', '0', 'password']],
    ['req.headers["x-api-key"]', ['req', 'headers', 'x-api-key']],
    ["req['headers'].authorization", ['req', 'headers', 'authorization']],
    ['["a.b"].c', ['a.b', 'c']],
    ['headers.x-api-key', ['headers', 'x-api-key']],
    ['users[].password', ['users', '', 'password']],
    ['a.', ['a']],
    ['', []],
  ])('cuts %s', (path, keys) => expect(parsePinoPath(path)).toEqual(keys))
})

describe('pinoRedacts', () => {
  it.each(pinoPathCases)('$paths and $member: $redacted', ({ paths, member, redacted }) =>
    expect(pinoRedacts(paths, member)).toBe(redacted),
  )
})

describe('whyDead', () => {
  it.each([
    ['**.password', 'deep-wildcard'],
    ['pass*', 'partial-wildcard'],
    ['*word', 'partial-wildcard'],
    ['$.password', 'json-path'],
    ['/password/', 'pattern'],
    ['/pass/i', 'pattern'],
    ['a/b', undefined],
    ['users[].password', 'empty-brackets'],
    ['req.headers.Authorization', 'header-case'],
    ['res.headers["Set-Cookie"]', 'header-case'],
    ['password', undefined],
    ['*.password', undefined],
    ['users[*].password', undefined],
    ['*.*.password', undefined],
    ['*', undefined],
    ['req.headers.authorization', undefined],
    ['headers.x-api-key', undefined],
    ['config.headers.Authorization', undefined],
    ['err.config.headers.Authorization', undefined],
  ])('%s: %s', (path, reason) => expect(whyDead(path)).toBe(reason))

  it('a bare wildcard beside a path under a named key', () => expect(whyDead('*', ['*', 'a.b'])).toBe('shadowed'))
  it('a bare wildcard beside a top-level key', () => expect(whyDead('*', ['*', 'a'])).toBeUndefined())
  it('a path that repeats nestedKey', () =>
    expect(whyDead('payload.token', ['payload.token'], 'payload')).toBe('nested-key'))
  it('a path beside nestedKey', () => expect(whyDead('token', ['token'], 'payload')).toBeUndefined())
})

describe('livePaths', () => {
  it.each([
    ['**.password', 'deep-wildcard', ['password', '*.password', '*.*.password']],
    ['$.user.password', 'json-path', ['user.password']],
    ['users[].password', 'empty-brackets', ['users[*].password']],
    ['req.headers.Authorization', 'header-case', ['req.headers.authorization']],
    ['res.headers["Set-Cookie"]', 'header-case', ['res.headers["set-cookie"]']],
    ['payload.token', 'nested-key', ['token']],
    ['pass*', 'partial-wildcard', []],
  ] as const)('%s', (path, reason, paths) => expect(livePaths(path, reason)).toEqual(paths))
})
