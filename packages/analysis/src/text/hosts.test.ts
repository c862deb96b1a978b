import { describe, expect, it } from 'vitest'
import { classifyHost, DYNAMIC, hostsOf, isLocalHost, parseAddress } from './hosts.js'

describe('classifyHost', () => {
  it.each([
    ['localhost', 'loopback'],
    ['LOCALHOST', 'loopback'],
    ['app.localhost', 'loopback'],
    ['127.0.0.1', 'loopback'],
    ['127.8.9.1', 'loopback'],
    ['0.0.0.0', 'loopback'],
    ['::1', 'loopback'],
    ['0:0:0:0:0:0:0:1', 'loopback'],
    ['::ffff:127.0.0.1', 'loopback'],
    ['foo.lvh.me', 'loopback'],
    ['169.254.169.254', 'link-local'],
    ['fe80::1', 'link-local'],
    ['10.1.2.3', 'private'],
    ['172.16.0.1', 'private'],
    ['172.31.255.255', 'private'],
    ['192.168.1.1', 'private'],
    ['100.64.0.1', 'private'],
    ['fd00::1', 'private'],
    ['printer.local', 'private'],
    ['metadata.google.internal', 'private'],
    ['host.docker.internal', 'private'],
    ['db.default.svc.cluster.local', 'private'],
    ['api.test', 'reserved'],
    ['example.com', 'reserved'],
    ['www.example.org', 'reserved'],
    ['foo.example', 'reserved'],
    ['203.0.113.7', 'reserved'],
    ['2001:db8::1', 'reserved'],
    ['redis', 'single-label'],
    ['my-service', 'single-label'],
    [`api.${DYNAMIC}`, 'dynamic'],
    [DYNAMIC, 'dynamic'],
    [`${DYNAMIC}.com`, 'dynamic'],
    [`${DYNAMIC}.local`, 'private'],
    [`${DYNAMIC}.acme.io`, 'remote'],
    [`${DYNAMIC}.example.com`, 'reserved'],
    ['', 'invalid'],
    ['...', 'invalid'],
    ['*.acme.io', 'invalid'],
    ['<host>', 'invalid'],
    ['api.acme.io', 'remote'],
    ['172.32.0.1', 'remote'],
    ['8.8.8.8', 'remote'],
    ['2606:4700::1111', 'remote'],
    ['notexample.com', 'remote'],
    ['mylocal.dev', 'remote'],
    ['bücher.de', 'remote'],
  ])('%s is %s', (host, expected) => {
    expect(classifyHost(host)).toBe(expected)
  })

  it('calls a host local only when it is not remote and known', () => {
    expect([isLocalHost('redis'), isLocalHost('api.acme.io'), isLocalHost(DYNAMIC)]).toEqual([true, false, false])
  })
})

describe('parseAddress', () => {
  it.each([
    ['http://api.acme.io/v1?x=1', { scheme: 'http', host: 'api.acme.io', port: '', rest: '/v1?x=1', userinfo: '' }],
    ['HTTP://API.Acme.io:80', { scheme: 'http', host: 'api.acme.io', port: '80', rest: '', userinfo: '' }],
    ['ws://[::1]:9000/x', { scheme: 'ws', host: '::1', port: '9000', rest: '/x', userinfo: '' }],
    ['postgres://u:p@db:5432/a', { scheme: 'postgres', host: 'db', port: '5432', rest: '/a', userinfo: 'u:p' }],
    [`http://${DYNAMIC}:80/`, { scheme: 'http', host: DYNAMIC, port: '80', rest: '/', userinfo: '' }],
    ['neo4j+ssc://graph.acme.io', { scheme: 'neo4j+ssc', host: 'graph.acme.io', port: '', rest: '', userinfo: '' }],
  ])('%s', (text, expected) => {
    expect(parseAddress(text)).toEqual(expected)
  })

  it.each(['api.acme.io', '/path', 'mailto:a@b.c', 'see http://x.y', ''])('%s is no address', (text) => {
    expect(parseAddress(text)).toBeUndefined()
  })

  it('lists every host of a seed list', () => {
    expect(hostsOf('mongodb://u:p@a.acme.io:1,localhost:2/db')).toEqual(['a.acme.io', 'localhost'])
  })
})
