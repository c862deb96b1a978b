import { describe, expect, it } from 'vitest'
import { credentialArguments, type CredentialArgumentRow } from '../catalogs/credential-arguments.js'
import { parseCommands } from './command-line.js'
import { mayCallCredentialProgram, secretsInCommand } from './command-secrets.js'

const rows: readonly CredentialArgumentRow[] = credentialArguments
const secrets = (text: string) =>
  parseCommands(text).flatMap((each) => secretsInCommand(each).map(({ value }) => value))

describe('the table of credential arguments', () => {
  it.each(rows.map((row) => [row.id, row] as const))('%s is proved by its example', (id, row) => {
    expect(row.source).toMatch(/^https:\/\//)
    expect(row.example.split('%')).toHaveLength(2)
    const command = row.example.replace('%', 'Tr0ub4dor')
    expect(secrets(command)).toEqual(['Tr0ub4dor'])
    expect(parseCommands(command).flatMap((each) => secretsInCommand(each).map((found) => found.row.id))).toContain(id)
    expect(mayCallCredentialProgram(command)).toBe(true)
    expect(secrets(command.replace(row.programs[0]!, 'acme'))).toEqual(
      row.programs.includes(row.example.split(' ')[0]!) ? [] : ['Tr0ub4dor'],
    )
  })

  it('has ids of its own', () => {
    expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length)
  })
})

describe('secretsInCommand', () => {
  it.each([
    ['mysqldump -uroot -pletmein --all-databases > x.sql', ['letmein']],
    ['sudo mysql --password=letmein app', ['letmein']],
    ["docker exec db mysql -p'let me in' app", ['let me in']],
    ['cd /srv && curl --user admin:letmein https://acme.io | jq .', ['letmein']],
    ['/usr/bin/redis-cli -a letmein ping', ['letmein']],
    ['mysql -u root -p app', []],
    ['mysql -p -u root app', []],
    ['mysql --port=3306 -u root', []],
    ['curl -u app https://api.acme.io', []],
    ['docker run -p 8080:80 nginx', []],
    ['openssl rsa -passin env:KEY_PASS', []],
    ['node server.js -p secret', []],
  ])('%s', (text, expected) => {
    expect(secrets(text)).toEqual(expected)
  })
})
