import { describe, expect, it } from 'vitest'
import { reportsOf } from './lint-text.js'

type Case = [behaviour: string, text: string, reports: string[]]

const kinds: Case[] = [
  [
    'the same command, and another one',
    `function on(message) {\n  switch (message.command) {\n    case 'restore': console.log(message.data); break\n    case 'test': console.log(message.data); connect(message.data.password); break\n  }\n}`,
    ['4 loggedWhole message.data'],
  ],
  [
    'a case that falls through to the one that reads it',
    `function on(message) {\n  switch (message.command) {\n    case 'login': console.log(message.data)\n    case 'test': connect(message.data.password); break\n  }\n}`,
    ['3 loggedWhole message.data'],
  ],
  [
    'the default case',
    `function on(job) {\n  switch (job.type) {\n    case 'login': return connect(job.password)\n    default: console.log('unknown', job)\n  }\n}`,
    [],
  ],
  [
    'branches',
    `function on(event) {\n  if (event.kind === 'a') console.log(event.data)\n  else if (event.kind === 'b') sign(event.data.apiKey)\n  else console.log(event.data)\n}`,
    [],
  ],
  [
    'a branch that leaves',
    `function on(event) {\n  if (event.type !== 'login') { console.log(event.data); return }\n  sign(event.data.apiKey)\n}`,
    [],
  ],
  [
    'a test that says nothing of the kind',
    `function on(event) {\n  if (event.isNew) console.log(event.data)\n  else sign(event.data.apiKey)\n}`,
    ['2 loggedWhole event.data'],
  ],
  [
    'a test of something else',
    `function on(user, event) {\n  if (event.type === 'a') console.log(user)\n  else compare(user.password)\n}`,
    ['2 loggedWhole user'],
  ],
  [
    'a message without the member',
    `function send(message: Message) {\n  if ((message as Bind).password) debug('sending', { ...message, password: 'redacted' })\n  else console.log('sending', message)\n}`,
    [],
  ],
  [
    'what came instead of the result',
    `let answer = await send()\nif (answer.result !== 'DONE') { log.error('failed ' + JSON.stringify(answer)); throw new Error('failed') }\nif (answer.result === 'DONE') log.info('done ' + JSON.stringify(answer))\nsend(answer.token)`,
    ['3 loggedWhole answer'],
  ],
]

const lists: Case[] = [
  [
    'their ids and names',
    `function refs(credentials) { return credentials.map((c) => ({ id: c.id, name: c.name.trim() })) }\nconsole.log({ credentials: refs(config.credentials) })\nconst list = refs(config.credentials)\nconsole.log({ credentials: list })\nconfig.credentials = config.credentials.map((c) => c.id)\nconsole.log(config)`,
    [],
  ],
  [
    'what they are made of',
    `console.log({ credentials: { id, password } })\nconsole.log({ credentials: config.credentials })\nconsole.log({ credentials: { id: 1, ...config.credentials } })\nconsole.log({ credentials: list.map((c) => c.apiKey) })`,
    [
      '1 logged { id, password }',
      '2 logged config.credentials',
      '3 logged { id: 1, ...config.credentials }',
      '4 logged list.map((c) => c.apiKey)',
    ],
  ],
]

const CLIENT = `import axios from 'axios'\nconst headers = { Authorization: \`Bearer \${key}\` }\n`

const errors: Case[] = [
  [
    'what is no error at all',
    `${CLIENT}try { await axios.get(url, { headers }) } catch (error) {\n  log.warn('failed', error instanceof Error ? error.message : error)\n  if (!(error instanceof Error)) log.warn('failed', error)\n}`,
    [],
  ],
  [
    'an error of the client, and one of another',
    `${CLIENT}try { await axios.get(url, { headers }) } catch (error) {\n  log.warn('failed', axios.isAxiosError(error) ? error.message : error)\n  log.warn('failed', error instanceof Error ? error : String(error))\n}`,
    ['5 loggedWhole error'],
  ],
]

const letters: Case[] = [
  [
    'letters of the project, and those that all know',
    `import createDebug from 'debug'\ncreateDebug.formatters.p = redact\nconst debug = createDebug('x')\ndebug('config of %s: %p', name, { password })\ndebug('config of %p: %o', name, { password })\ndebug('%d%% of %p', share, password)`,
    ['5 logged password'],
  ],
  [
    'a logger that knows no others',
    `console.log('config %p', password)\nimport { consola } from 'consola'\nconsola.info('config %p', password)`,
    ['1 logged password', '3 logged password'],
  ],
]

describe.each([
  ['messages of another kind', kinds],
  ['lists of credentials', lists],
  ['errors that are none of the client', errors],
  ["a formatter's own letters", letters],
])('%s', (_, cases) => {
  it.each(cases)('%s', (_behaviour, text, reports) => expect(reportsOf(text)).toEqual(reports))
})
