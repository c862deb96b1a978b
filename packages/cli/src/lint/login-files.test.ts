import { describe, expect, it } from 'vitest'
import { findLogins, loginFiles } from './login-files.js'

/** No secret stands in a file of ours: each is made when it is needed. */
const made = (length: number): string =>
  Array.from({ length }, (_, index) => 'qT7vXm2KfR9sLp4ZdN8wYc'[(index * 7 + length) % 22]).join('')
const secret = made(20)
const uuid = `${'4f81c0de'}-9b3a-4c75-8e12-${'6d0fa7b3c95e'}`

const samples: [path: string, text: string][] = [
  ['.netrc', `machine api.example.com\n  login me\n  password ${secret}\n`],
  ['home/_netrc', `machine a.example.com login me password ${secret}\n`],
  ['.pgpass', `# hostname:port:database:username:password\ndb.internal:5432:*:app:${secret}\n`],
  ['.my.cnf', `[client]\nuser = app\npassword = "${secret}"\n`],
  ['app/.npmrc', `registry=https://npm.internal/\n//npm.internal/:_authToken=${uuid}\n`],
  ['.npmrc', `//npm.internal/:_auth=${btoa(`deploy:${secret}`)}\n`],
  ['.yarnrc.yml', `npmRegistries:\n  //npm.internal:\n    npmAuthToken: "${secret}"\n`],
  ['.pypirc', `[internal]\nusername = deploy\npassword = ${secret}\n`],
  ['kubeconfig.yaml', `users:\n- name: admin\n  user:\n    username: admin\n    password: ${secret}\n`],
  ['.kube/config', `users:\n- name: robot\n  user:\n    token: ${made(48)}\n`],
  ['.docker/config.json', `{ "auths": { "ghcr.io": { "identitytoken": "${made(40)}" } } }\n`],
]

describe('files of logins', () => {
  it.each(samples)('%s', (path, text) => {
    const [found, ...others] = findLogins(path, text)
    expect(others).toEqual([])
    expect([secret, uuid, made(48), made(40), btoa(`deploy:${secret}`)]).toContain(text.slice(found?.start, found?.end))
    expect(findLogins(`docs/${path}.md`, text)).toEqual([])
  })

  it('has a sample of each kind', () => {
    for (const { path } of loginFiles) expect(samples.some(([sample]) => path.test(sample))).toBe(true)
  })

  it.each([
    ['.npmrc', '//registry.npmjs.org/:_authToken=${NPM_TOKEN}\nsave-exact=true\n'],
    ['.netrc', 'machine api.example.com login me password <your-password>\n'],
    ['.pgpass', '# hostname:port:database:username:password\nlocalhost:*:*:postgres:postgres\n'],
    ['.pypirc', '[pypi]\nusername = __token__\npassword = %(PYPI_TOKEN)s\n'],
    ['kubeconfig', 'users:\n- name: a\n  user:\n    exec:\n      command: aws\n    tokenFile: /var/run/token\n'],
    ['.yarnrc.yml', 'npmAuthToken: "${NPM_AUTH_TOKEN:-}"\nyarnPath: .yarn/releases/yarn-4.1.0.cjs\n'],
    ['config.json', '{ "password": "hunter-of-things-22" }\n'],
  ])('leaves %s alone where it holds none', (path, text) => {
    expect(findLogins(path, text)).toEqual([])
  })
})
