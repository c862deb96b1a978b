import { describe, expect, it } from 'vitest'
import { insecureCommands, type InsecureCommandRow } from '../catalogs/insecure-commands.js'
import { insecureUses, insecureVariable, parseCommands } from './command-line.js'

const ids = (text: string) => parseCommands(text).flatMap((command) => insecureUses(command).map((use) => use.row.id))

describe('insecureUses', () => {
  it.each([
    ['curl -k https://api.acme.io', ['curl']],
    ['curl -sSkL https://api.acme.io', ['curl']],
    ['curl https://api.acme.io --insecure', ['curl']],
    ['cd x && /usr/bin/curl -k https://api.acme.io | jq .', ['curl']],
    ['docker exec web curl -k https://api.acme.io', ['curl']],
    ['sh -c "curl -k https://api.acme.io"', ['curl']],
    ['sudo wget -q --no-check-certificate https://acme.io/x', ['wget']],
    ['git -c http.sslVerify=false clone https://git.acme.io/x', ['git']],
    ['git config --global http.sslverify "false"', ['git']],
    ['GIT_SSL_NO_VERIFY=true git clone x', ['git-env']],
    ['npm set strict-ssl false', ['npm']],
    ['npm config set strict-ssl=false', ['npm']],
    ['yarn config set strict-ssl false', ['npm']],
    ['npm install --strict-ssl=false', ['npm']],
    ['npm install --no-strict-ssl', ['npm-flag']],
    ['NODE_TLS_REJECT_UNAUTHORIZED=0 node server.js', ['node-env']],
    ['cross-env NODE_TLS_REJECT_UNAUTHORIZED=0 node server.js', ['node-env']],
    ["export NODE_TLS_REJECT_UNAUTHORIZED='0'", ['node-env']],
    ['set NODE_TLS_REJECT_UNAUTHORIZED=0&& node x', ['node-env']],
    ['docker run -e NODE_TLS_REJECT_UNAUTHORIZED=0 app', ['node-env']],
    ['NODE_OPTIONS=--tls-min-v1.0 node x', ['node-tls-min-v1.0']],
    ["NODE_OPTIONS='--max-old-space-size=4096 --openssl-legacy-provider' next build", ['node-openssl-legacy']],
    ['node --tls-min-v1.0 server.js', ['node-tls-min-v1.0']],
    ['chromium --headless --ignore-certificate-errors https://acme.io', ['chromium']],
    ['kubectl --insecure-skip-tls-verify get pods', ['kubectl']],
    ['pip install --trusted-host pypi.acme.io x', ['pip']],
    ['PGSSLMODE=disable psql', ['pg-env']],
    ['lighthouse https://acme.io --chrome-flags="--headless --ignore-certificate-errors"', ['chromium']],
    ['pwsh -c "Invoke-WebRequest -SkipCertificateCheck https://acme.io"', ['powershell']],
    ['podman push --tls-verify=false registry.acme.io/x', ['containers']],
  ])('%s', (text, expected) => {
    expect(ids(text)).toEqual(expected)
  })

  it.each([
    'curl -okey https://api.acme.io',
    'curl --cacert ca.pem https://api.acme.io',
    'echo "curl -k"',
    'tar -kxf a.tar',
    'git config http.sslVerify true',
    'npm set strict-ssl true',
    'NODE_TLS_REJECT_UNAUTHORIZED=1 node x',
    'node --tls-min-v1.2 x',
    'chromium --ignore-certificate-errors-spki-list=abc',
    'grep -k curl',
    'docker run --tlsverify app',
    '# curl -k x',
    '"unfinished',
    '',
  ])('silent: %s', (text) => {
    expect(ids(text)).toEqual([])
  })

  it('reads NODE_OPTIONS as a command line', () => {
    expect(insecureVariable('NODE_OPTIONS', '--tls-min-v1.1').map((use) => use.token)).toEqual(['--tls-min-v1.1'])
    expect(insecureVariable('NODE_TLS_REJECT_UNAUTHORIZED', '1')).toEqual([])
  })
})

describe('every row of insecure-commands', () => {
  it('has its own id', () => {
    expect(new Set(insecureCommands.map((row) => row.id)).size).toBe(insecureCommands.length)
  })

  it.each(insecureCommands.map((row) => [row.id, row as InsecureCommandRow] as const))(
    '%s is found, and its neighbour is not',
    (id, row) => {
      expect(row.source).toMatch(/^https:\/\//)
      const program = row.programs[0] ?? 'node'
      for (const flag of row.flags ?? []) {
        expect(ids(`${program} ${flag}${flag.endsWith('=') ? 'x' : ''} x`)).toContain(id)
        expect(ids(`${program} ${flag.replace(/=.*$/, '')}-other x`)).not.toContain(id)
      }
      for (const value of row.setting?.values ?? []) {
        const { name } = row.setting!
        const command = (word: string) =>
          row.programs.length > 0 ? `${program} config ${name} ${word}` : `${name}=${word} ${program}`
        expect(ids(command(value))).toContain(id)
        expect(ids(command('secure'))).not.toContain(id)
      }
    },
  )
})
