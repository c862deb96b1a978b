import { describe, expect, it } from 'vitest'
import { reportsOf } from './lint-text.js'

const AXIOS = `import axios from 'axios'\n`
const ASKS = `${AXIOS}try { await axios.get('/me', { headers: { Authorization: \`Bearer \${key}\` } }) }\n`

describe('require-redacted-logger: what a server answers', () => {
  it.each([
    [
      'to a password that is posted',
      `${AXIOS}const answer = await axios.post('/auth/login', form)\nconsole.log('answer', answer.data)\nconsole.log(answer.status)`,
      ['3 loggedWhole answer.data'],
    ],
    [
      'to a password that is fetched with',
      `const answer = await fetch(\`\${base}/sign-in\`, { method: 'POST', body })\nconst json = await answer.json()\nconsole.log(json)`,
      ['3 loggedWhole json'],
    ],
    [
      'for a token',
      `import got from 'got'\nconst { body } = await got.post(\`\${issuer}/oauth2/token\`, { form })\nconsole.log(body)`,
      ['3 loggedWhole body'],
    ],
    ['when its login page is read', `${AXIOS}const page = await axios.get('/login')\nconsole.log(page.data)`, []],
    ['to other questions', `${AXIOS}const answer = await axios.post('/orders', form)\nconsole.log(answer.data)`, []],
    [
      'in an error, with the request',
      `${ASKS}catch (error) { console.error('failed', error.response) }`,
      ['3 loggedWhole error.response'],
    ],
    [
      'in an error that a log method is handed',
      `${AXIOS}axios.get('/me', { headers: { Authorization: token } }).then((r) => r.data).catch(console.error)`,
      ['2 loggedWhole console.error'],
    ],
    [
      'in an error that goes elsewhere',
      `${AXIOS}axios.get('/me', { headers: { Authorization: token } }).catch(toast.error)\nmain().catch(console.error)`,
      [],
    ],
    [
      'in an error, by its parts',
      `${ASKS}catch (error) { console.error('failed', error.response.status, error.response.data) }`,
      [],
    ],
    [
      'in an error, to a request without a credential',
      `${AXIOS}try { await axios.get('/me') }\ncatch (error) { console.error('failed', error.response) }`,
      [],
    ],
  ])('%s', (_, text, reports) => expect(reportsOf(text)).toEqual(reports))
})

describe('require-redacted-logger: a parameter that is called like a request', () => {
  it.each([
    [
      'an event of the program',
      'export function apply(event: StreamEvent, snapshot?: State) {\n  console.log(event)\n  return snapshot\n}',
      [],
    ],
    [
      'an event of a gateway',
      `import type { APIGatewayProxyEvent, Context } from 'aws-lambda'\nexport const handler = async (event: APIGatewayProxyEvent, context: Context) => {\n  console.log(event)\n  return { statusCode: 200 }\n}`,
      ['3 loggedWhole event'],
    ],
    ['the path of a route', 'const { routes } = options\nthrow new Error(`invalid route ${routes.authorization}`)', []],
  ])('%s', (_, text, reports) => expect(reportsOf(text)).toEqual(reports))
})
