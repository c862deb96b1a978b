import { describe, expect, it } from 'vitest'
import { reportsOf } from './lint-text.js'

type Case = [behaviour: string, text: string, reports: string[]]

const names: Case[] = [
  [
    "the shell's directory, and a password",
    `console.log(process.env.PWD)\nconst root = process.env.PWD\nthrow new Error(\`nothing in \${root}/src\`)\nconsole.log(process.env.DB_PWD)`,
    ['4 logged process.env.DB_PWD'],
  ],
  ['a directory of a server', `const pwd = await ftp.pwd()\nthrow new Error(\`cannot list \${pwd}\`)`, []],
  ['a password of the same name', `console.log(user.pwd)`, ['1 logged user.pwd']],
  [
    'the names of variables, and a collection of keys',
    `const { envKeys } = require('./names')\nconst { apiKeys } = require('./settings')\nconsole.log(\`set \${envKeys.SigningKey}\`)\nconsole.log(apiKeys.secretKey)`,
    ['4 logged apiKeys.secretKey'],
  ],
  [
    'a key of a table',
    `const tlsKey = 'servers.' + index + '.tls'\nconsole.error('bad key ' + tlsKey)\nconst authKey = 'sk.' + secretKey\nconsole.error('bad key ' + authKey)`,
    ['4 logged authKey'],
  ],
  [
    'addresses and places',
    `throw new Error(\`The authorization URI '\${parsed.authorization}' is invalid\`)\nlog.warn(\`using the private key from \${ssh.privateKey}\`)\nlog.warn(\`using the private key \${ssh.privateKey}\`)`,
    ['3 logged ssh.privateKey'],
  ],
]

const members: Case[] = [
  [
    'the one at fault, and each in turn',
    `function f({ protocol, username, password }) {\n  const parts = { protocol, username, password }\n  for (const name of NAMES) if (!isValid(parts[name])) throw new TypeError(\`invalid \${name}: \${parts[name]}\`)\n  for (const name in parts) console.log(name, parts[name])\n}`,
    ['4 logged parts[name]'],
  ],
]

const headers: Case[] = [
  [
    'how a server asks for a credential',
    `const authHeader = response.headers['www-authenticate']\nconsole.log(authHeader)\nconst authVerb = caseless(headers).get('WWW-Authenticate').split(' ')[0]\nconsole.log(authVerb)\nconsole.log(response.req.headers['proxy-authorization'])`,
    ["5 logged response.req.headers['proxy-authorizatio"],
  ],
  [
    'its realm',
    `export function f(authHeader) {\n  const realm = / realm="([^"]+)"/i.exec(authHeader)?.[1]\n  console.log('realm', realm)\n  console.log('header', authHeader)\n}`,
    ['4 logged authHeader'],
  ],
  [
    'those that are left of them',
    `for (const name in authHeaders) {\n  if (name !== 'Authorization') console.log(name, authHeaders[name])\n  if (name === 'Authorization') console.log(name, authHeaders[name])\n  if (authHeaders.hasOwnProperty(name)) console.log(name, authHeaders[name])\n  if (authHeaders[name] !== '') console.log(name, authHeaders[name])\n}`,
    ['3 logged authHeaders[name]', '4 logged authHeaders[name]', '5 logged authHeaders[name]'],
  ],
]

const requests: Case[] = [
  [
    'a function that is told for which one it logs',
    `import { logError } from './log'\napp.post('/login', (req, res) => {\n  logError(req, 'failed')\n  self.logInfo(req, 'complete', { id })\n  console.log(req, 'x')\n  logError(req)\n  compare(req.body.password)\n})`,
    ['5 loggedWhole req', '6 loggedWhole req'],
  ],
  [
    "a handler's input that is no event",
    `module.exports.handler = function (json) {\n  console.log('received', json)\n}`,
    [],
  ],
  [
    'an event',
    `module.exports.handler = async function (event) {\n  console.log('received', event)\n}`,
    ['2 loggedWhole event'],
  ],
]

describe.each([
  ['names that mean something else', names],
  ['members of an unknown name', members],
  ['headers that hold no credential', headers],
  ['requests that are not printed', requests],
])('%s', (_, cases) => {
  it.each(cases)('%s', (_behaviour, text, reports) => expect(reportsOf(text)).toEqual(reports))
})
