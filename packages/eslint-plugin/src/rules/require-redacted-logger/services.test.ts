import { describe, expect, it } from 'vitest'
import { markedLines, reportedLines } from './lint-text.js'

describe('require-redacted-logger: services and their own ways to log', () => {
  it.each([
    [
      "the log of GitHub's runner",
      `import * as core from '@actions/core'
import { info } from '@actions/core'
core.info(\`key \${apiKey}\`) // leak
core.debug(apiKey) // leak
core.notice(apiKey) // leak
core.warning(apiKey) // leak
core.error(apiKey) // leak
core.setFailed(\`key \${apiKey}\`) // leak
info(apiKey) // leak
core.setOutput('id', apiKeyId)
core.info(apiKeyId)`,
    ],
    [
      'what the runner masks',
      `import * as core from '@actions/core'
const password = process.env.DEPLOY_PASSWORD
const other = process.env.OTHER_PASSWORD
core.setSecret(password)
core.info(password)
console.log(password)
core.info(other) // leak`,
    ],
    [
      'a setSecret of somebody else',
      `store.setSecret(apiKey)
console.log(apiKey) // leak`,
    ],
    [
      'the interaction of a browser agent',
      `import newrelic from 'newrelic'
newrelic.interaction().setAttribute('key', apiKey) // leak
newrelic.interaction().setAttribute('key', apiKeyId)
newrelic.interaction().end()`,
    ],
    [
      "Node's own, as it once was",
      `import util from 'node:util'
util.log('key ' + apiKey) // leak
util.log('key ' + apiKeyId)`,
    ],
    [
      'the log of CloudWatch',
      `import { CloudWatchLogs, CloudWatchLogsClient, PutLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs'
const client = new CloudWatchLogsClient({})
client.send(new PutLogEventsCommand({ logGroupName: 'g', logEvents: [{ message: \`key \${apiKey}\` }] })) // leak
new CloudWatchLogs({}).putLogEvents({ logEvents: [{ message: apiKey }] }) // leak
client.send(new PutLogEventsCommand({ logGroupName: 'g', logEvents: [{ message: 'started' }] }))`,
    ],
    [
      'the log of a server for models',
      `import { Server } from '@modelcontextprotocol/sdk/server/index.js'
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
const server = new Server({ name: 'x' })
const high = new McpServer({ name: 'x' })
server.sendLoggingMessage({ level: 'info', data: { apiKey } }) // leak
high.server.sendLoggingMessage({ level: 'info', data: \`key \${apiKey}\` }) // leak
server.sendLoggingMessage({ level: 'info', data: 'started' })
server.notification({ method: 'x' })`,
    ],
    [
      'what a client sent, in its error',
      `try { await axios.post(url, body) } catch (err) {
  logger.error(err.config.data) // leak
  logger.error(err.message)
  logger.error(err.config.method)
}`,
    ],
    [
      'ENC_KEY of the environment',
      `const encKey = process.env.ENC_KEY
logger.info(encKey) // leak
logger.info(process.env.DB_ENC_KEY) // leak
const other = encodeURIComponent(name)
const encName = { encKey: other }
logger.info(encName.encKey)`,
    ],
  ])('%s', (_, text) => expect(reportedLines(text)).toEqual(markedLines(text)))
})
