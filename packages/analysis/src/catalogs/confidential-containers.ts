import type { ConfidentialClass } from './personal-names.js'

/** A whole object that holds something confidential among other things. */
export interface ConfidentialContainerRow {
  readonly id: string
  readonly class: ConfidentialClass
  /** Qualified names of the object (see `FileAnalysis.names`). */
  readonly names: readonly string[]
  /** What it holds, for the message. */
  readonly holds: string
  /** When it is reported: `strict` for those that mostly hold nothing confidential, or are meant to be logged. */
  readonly in: 'recommended' | 'strict'
  /** Whether it is a text, which a template shows, and no object, of which it shows `[object Object]`. */
  readonly isText?: true
  readonly source: string
}

const LOGGING_CHEAT_SHEET = 'https://cheatsheetseries.owasp.org/cheatsheets/Logging_Cheat_Sheet.html#data-to-exclude'

/** What an answer of axios says about the request. */
const AXIOS_RESPONSE_PARTS = ['get', 'post', 'put', 'patch', 'delete', 'request', ''].flatMap((method) =>
  ['config', 'config.headers', 'config.auth', 'request'].map((member) => `axios#${method}().${member}`),
)

const AXIOS_DEFAULTS = ['axios#defaults', 'axios#create().defaults', 'axios#AxiosInstance().defaults'].flatMap((name) => [
  `${name}.headers`,
  `${name}.headers.common`,
])

/** Containers, one a row. */
// prettier-ignore
export const confidentialContainers = [
  { id: 'node-process', class: 'credentials', names: ['process', 'process#', 'process#default', 'globalThis.process'], holds: 'the environment', in: 'recommended', source: 'https://nodejs.org/api/process.html#processenv' },
  { id: 'process-env', class: 'credentials', names: ['process.env', 'process#env', 'process#default.env', 'Bun.env', 'Deno.env.toObject()'], holds: 'every credential of the process', in: 'recommended', source: 'https://codeql.github.com/codeql-query-help/javascript/js-clear-text-logging/' },
  { id: 'import-meta-env', class: 'credentials', names: ['import.meta.env'], holds: 'every variable of the build', in: 'recommended', source: 'https://vite.dev/guide/env-and-mode' },
  { id: 'node-request-headers', class: 'credentials', names: ['http#IncomingMessage().headers', 'http#IncomingMessage().rawHeaders', 'https#IncomingMessage().headers', 'http2#Http2ServerRequest().headers'], holds: 'the Authorization and Cookie headers', in: 'recommended', source: 'https://nodejs.org/api/http.html#messageheaders' },
  { id: 'express-request-headers', class: 'credentials', names: ['express#Request().headers', 'express#Request().rawHeaders', 'express#Request().cookies', 'express#Request().signedCookies'], holds: 'the Authorization and Cookie headers', in: 'recommended', source: 'https://expressjs.com/en/api.html#req' },
  { id: 'express-session', class: 'credentials', names: ['express#Request().session', 'express#Request().sessionID', 'koa#Context().session', 'fastify#FastifyRequest().session'], holds: 'the session', in: 'recommended', source: 'https://expressjs.com/en/resources/middleware/session.html' },
  { id: 'express-request', class: 'credentials', names: ['express#Request()', 'http#IncomingMessage()', 'https#IncomingMessage()'], holds: 'headers with credentials and the body', in: 'recommended', source: 'https://expressjs.com/en/api.html#req' },
  { id: 'fastify-request', class: 'credentials', names: ['fastify#FastifyRequest()', 'fastify#FastifyRequest().raw', 'fastify#FastifyRequest().headers', 'fastify#FastifyRequest().cookies', 'fastify#FastifyRequest().raw.headers'], holds: 'the Authorization and Cookie headers', in: 'recommended', source: 'https://fastify.dev/docs/latest/Reference/Request/' },
  { id: 'koa-context', class: 'credentials', names: ['koa#Context()', 'koa#Context().request', 'koa#Context().req', 'koa#Context().headers', 'koa#Context().header', 'koa#Context().request.headers', 'koa#Context().request.header'], holds: 'headers with credentials and the state', in: 'recommended', source: 'https://koajs.com/#context' },
  { id: 'hono-headers', class: 'credentials', names: ['hono#Context().req.header()', 'hono#Context().req.raw.headers', 'hono#Context().env'], holds: 'the Authorization and Cookie headers, or the bindings', in: 'recommended', source: 'https://hono.dev/docs/api/request#header' },
  { id: 'hapi-request', class: 'credentials', names: ['@hapi/hapi#Request().headers', '@hapi/hapi#Request().state', '@hapi/hapi#Request().auth', '@hapi/hapi#Request().auth.credentials', '@hapi/hapi#Request().raw.req.headers'], holds: 'the Authorization and Cookie headers', in: 'recommended', source: 'https://hapi.dev/api/#request' },
  { id: 'web-request-headers', class: 'credentials', names: ['Request().headers', 'next/server#NextRequest().headers', 'next/server#NextRequest().cookies', 'next/headers#headers()', 'next/headers#cookies()'], holds: 'the Authorization and Cookie headers', in: 'recommended', source: 'https://developer.mozilla.org/docs/Web/API/Request/headers' },
  { id: 'azure-request-headers', class: 'credentials', names: ['@azure/functions#HttpRequest().headers'], holds: 'the Authorization and Cookie headers', in: 'recommended', source: 'https://learn.microsoft.com/javascript/api/@azure/functions/httprequest' },
  { id: 'socket-handshake', class: 'credentials', names: ['socket.io#Socket().handshake', 'socket.io#Socket().handshake.headers', 'socket.io#Socket().handshake.auth', 'socket.io#Socket().request.headers', 'socket.io#Socket().client.request.headers'], holds: 'the Authorization and Cookie headers', in: 'recommended', source: 'https://socket.io/docs/v4/server-socket-instance/#sockethandshake' },
  { id: 'lambda-event', class: 'credentials', names: ['aws-lambda#APIGatewayProxyEvent()', 'aws-lambda#APIGatewayProxyEventV2()', 'aws-lambda#APIGatewayEvent()', 'aws-lambda#APIGatewayProxyEvent().headers', 'aws-lambda#APIGatewayProxyEventV2().headers', 'aws-lambda#APIGatewayProxyEvent().multiValueHeaders', 'aws-lambda#APIGatewayProxyEventV2().cookies', 'aws-lambda#APIGatewayAuthorizerEvent()', 'aws-lambda#APIGatewayTokenAuthorizerEvent()', 'aws-lambda#APIGatewayRequestAuthorizerEvent()'], holds: 'the request with its Authorization header', in: 'recommended', source: 'https://docs.aws.amazon.com/lambda/latest/dg/services-apigateway.html' },
  { id: 'axios-response', class: 'credentials', names: [...AXIOS_RESPONSE_PARTS, ...AXIOS_DEFAULTS], holds: 'the request with its Authorization header', in: 'recommended', source: 'https://axios-http.com/docs/res_schema' },
  { id: 'request-body', class: 'pii', names: ['express#Request().body', 'fastify#FastifyRequest().body', 'koa#Context().request.body', '@hapi/hapi#Request().payload', 'hono#Context().req.json()', 'hono#Context().req.parseBody()', 'Request().json()', 'next/server#NextRequest().json()'], holds: 'whatever the client sent', in: 'strict', source: LOGGING_CHEAT_SHEET },
  { id: 'request-url', class: 'credentials', names: ['express#Request().url', 'express#Request().originalUrl', 'express#Request().query', 'http#IncomingMessage().url', 'fastify#FastifyRequest().url', 'fastify#FastifyRequest().originalUrl', 'fastify#FastifyRequest().query', 'koa#Context().url', 'koa#Context().originalUrl', 'koa#Context().href', 'koa#Context().query', 'koa#Context().querystring', 'koa#Context().search', 'hono#Context().req.url', 'hono#Context().req.query()', '@hapi/hapi#Request().query', '@hapi/hapi#Request().url', 'Request().url', 'next/server#NextRequest().url', 'next/server#NextRequest().nextUrl.search'], holds: 'its query string', in: 'strict', isText: true, source: LOGGING_CHEAT_SHEET },
  { id: 'request-address', class: 'pii', names: ['express#Request().ip', 'express#Request().ips', 'express#Request().socket.remoteAddress', 'express#Request().connection.remoteAddress', 'http#IncomingMessage().socket.remoteAddress', 'http#IncomingMessage().connection.remoteAddress', 'fastify#FastifyRequest().ip', 'fastify#FastifyRequest().ips', 'koa#Context().ip', 'koa#Context().ips', 'koa#Context().request.ip'], holds: "the visitor's address", in: 'recommended', isText: true, source: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj#art_4' },
] as const satisfies readonly ConfidentialContainerRow[]

/** Members of an HTTP client's error that hold the request it made, credentials included. */
// prettier-ignore
export const clientErrorMembers = [
  { id: 'axios-config-data', path: ['config', 'data'], source: 'https://axios-http.com/docs/handling_errors' },
  { id: 'axios-config', path: ['config'], source: 'https://axios-http.com/docs/handling_errors' },
  { id: 'axios-request', path: ['request'], source: 'https://axios-http.com/docs/handling_errors' },
  { id: 'axios-response-config', path: ['response', 'config'], source: 'https://axios-http.com/docs/res_schema' },
  { id: 'axios-response-request', path: ['response', 'request'], source: 'https://axios-http.com/docs/res_schema' },
  { id: 'axios-headers', path: ['config', 'headers'], source: 'https://axios-http.com/docs/req_config' },
  { id: 'axios-auth', path: ['config', 'auth'], source: 'https://axios-http.com/docs/req_config' },
  { id: 'axios-response-headers', path: ['response', 'config', 'headers'], source: 'https://axios-http.com/docs/res_schema' },
  { id: 'axios-request-headers', path: ['request', '_headers'], source: 'https://axios-http.com/docs/handling_errors' },
  { id: 'axios-request-header', path: ['request', '_header'], source: 'https://axios-http.com/docs/handling_errors' },
  { id: 'got-options', path: ['options'], source: 'https://github.com/sindresorhus/got/blob/main/documentation/8-errors.md' },
] as const

/** Calls whose result is a secret, or somebody's content; one a row. */
export interface SecretCallRow {
  readonly id: string
  /** What the result is; credentials unless told. */
  readonly class?: ConfidentialClass
  readonly calls: readonly string[]
  /** The member of the result that holds it; none when the result itself is the secret. */
  readonly members?: readonly string[]
  readonly what: string
  readonly source: string
}

// prettier-ignore
export const secretCalls = [
  { id: 'node-key-pair', calls: ['crypto#generateKeyPairSync()'], members: ['privateKey'], what: 'a private key', source: 'https://nodejs.org/api/crypto.html#cryptogeneratekeypairsynctype-options' },
  { id: 'node-keys', calls: ['crypto#generateKeySync()', 'crypto#createPrivateKey()', 'crypto#createSecretKey()'], members: ['export'], what: 'a key', source: 'https://nodejs.org/api/crypto.html' },
  { id: 'jwt-sign', calls: ['jsonwebtoken#sign()', 'jose#SignJWT().sign()', 'fast-jwt#createSigner()()', '@nestjs/jwt#JwtService().sign()', '@nestjs/jwt#JwtService().signAsync()', 'hono/jwt#sign()', 'hono/jwt#Jwt.sign()', 'jose#EncryptJWT().encrypt()', 'jwt-simple#encode()', 'fastify#FastifyInstance().jwt.sign()', 'fastify#().jwt.sign()', 'fastify#FastifyReply().jwtSign()', 'njwt#create().compact()'], what: 'a signed token', source: 'https://github.com/auth0/node-jsonwebtoken' },
  { id: 'aws-secrets-manager', calls: ['@aws-sdk/client-secrets-manager#SecretsManagerClient().send()', '@aws-sdk/client-secrets-manager#SecretsManager().getSecretValue()', 'aws-sdk#SecretsManager().getSecretValue().promise()'], members: ['SecretString', 'SecretBinary'], what: 'a secret of AWS Secrets Manager', source: 'https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html' },
  { id: 'aws-ssm', calls: ['@aws-sdk/client-ssm#SSMClient().send()', '@aws-sdk/client-ssm#SSM().getParameter()', 'aws-sdk#SSM().getParameter().promise()'], members: ['Parameter.Value'], what: 'a parameter of AWS SSM', source: 'https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParameter.html' },
  { id: 'aws-sts', calls: ['@aws-sdk/client-sts#STSClient().send()', '@aws-sdk/client-sts#STS().assumeRole()'], members: ['Credentials'], what: 'temporary AWS credentials', source: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html' },
  { id: 'google-secret-manager', calls: ['@google-cloud/secret-manager#SecretManagerServiceClient().accessSecretVersion()'], what: 'a secret of Google Secret Manager', source: 'https://cloud.google.com/secret-manager/docs/access-secret-version' },
  { id: 'azure-key-vault', calls: ['@azure/keyvault-secrets#SecretClient().getSecret()', '@azure/keyvault-secrets#SecretClient().setSecret()'], members: ['value'], what: 'a secret of Azure Key Vault', source: 'https://learn.microsoft.com/javascript/api/@azure/keyvault-secrets/' },
  { id: 'azure-token', calls: ['@azure/identity#DefaultAzureCredential().getToken()', '@azure/identity#ClientSecretCredential().getToken()', '@azure/msal-node#ConfidentialClientApplication().acquireTokenByClientCredential()'], members: ['token', 'accessToken'], what: 'an access token', source: 'https://learn.microsoft.com/javascript/api/@azure/identity/' },
  { id: 'hashicorp-vault', calls: ['node-vault#().read()', 'node-vault#default().read()'], members: ['data'], what: 'a secret of Vault', source: 'https://github.com/nodevault/node-vault' },
  { id: 'electron-safe-storage', calls: ['electron#safeStorage.decryptString()'], what: 'a decrypted secret', source: 'https://www.electronjs.org/docs/latest/api/safe-storage' },
  { id: 'keytar', calls: ['keytar#getPassword()', 'keytar#findPassword()', 'keytar#findCredentials()'], what: 'a password of the keychain', source: 'https://github.com/atom/node-keytar' },
  { id: 'password-prompt', calls: ['@inquirer/prompts#password()', '@inquirer/password#()', '@clack/prompts#password()', 'password-prompt#()'], what: 'a typed password', source: 'https://github.com/SBoudrias/Inquirer.js/tree/main/packages/password' },
  { id: 'mnemonic', calls: ['bip39#generateMnemonic()', 'bip39#entropyToMnemonic()', 'bip39#mnemonicToSeedSync()', 'bip39#mnemonicToSeed()', '@scure/bip39#generateMnemonic()', '@scure/bip39#mnemonicToSeedSync()', '@scure/bip39#mnemonicToSeed()', 'viem/accounts#generatePrivateKey()'], what: 'the seed of a wallet', source: 'https://github.com/bitcoin/bips/blob/master/bip-0039.mediawiki' },
  { id: 'dotenv', calls: ['dotenv#config()', 'dotenv#parse()', 'dotenv#configDotenv()', '@next/env#loadEnvConfig()'], members: ['parsed', 'combinedEnv'], what: 'the environment of the process', source: 'https://github.com/motdotla/dotenv#parse' },
  { id: 'google-token', calls: ['google-auth-library#GoogleAuth().getAccessToken()', 'google-auth-library#OAuth2Client().getToken()', 'googleapis#google.auth.OAuth2().getToken()', 'google-auth-library#OAuth2Client().getAccessToken()', 'google-auth-library#GoogleAuth().getRequestHeaders()', 'google-auth-library#GoogleAuth().getClient().getRequestHeaders()', 'google-auth-library#OAuth2Client().getRequestHeaders()'], what: 'an access token', source: 'https://github.com/googleapis/google-auth-library-nodejs' },
  { id: 'firebase-custom-token', calls: ['firebase-admin#auth().createCustomToken()', 'firebase-admin/auth#getAuth().createCustomToken()', 'firebase/auth#getIdToken()'], what: 'a signed token', source: 'https://firebase.google.com/docs/auth/admin/create-custom-tokens' },
  { id: 'effect-redacted-value', calls: ['effect#Redacted.value()', 'effect/Redacted#value()', 'effect#Secret.value()'], what: 'a value that was redacted', source: 'https://effect.website/docs/data-types/redacted/#value' },
  { id: 'one-password', calls: ['@1password/sdk#createClient().secrets.resolve()', '@1password/connect#OnePasswordConnect().getItem()'], what: 'a secret of 1Password', source: 'https://developer.1password.com/docs/sdks/load-secrets/' },
  { id: 'one-time-secret', calls: ['speakeasy#generateSecret()', 'otplib#authenticator.generateSecret()', 'otplib#generateSecret()', 'node-2fa#generateSecret()'], members: ['base32', 'ascii', 'hex', 'otpauth_url', 'secret', 'uri', 'qr'], what: 'a secret of one-time codes', source: 'https://github.com/speakeasyjs/speakeasy#usage' },
  { id: 'openai-answer', class: 'content', calls: ['openai#OpenAI().chat.completions.create()', 'openai#OpenAI().responses.create()', 'openai#OpenAI().completions.create()', 'openai#OpenAI().chat.completions.parse()', 'openai#AzureOpenAI().chat.completions.create()', 'openai#OpenAI().audio.transcriptions.create()', 'groq-sdk#Groq().chat.completions.create()', 'groq-sdk#().chat.completions.create()', 'openai#().chat.completions.create()', 'openai#().responses.create()', 'openai#().audio.transcriptions.create()', 'groq-sdk#Groq().audio.transcriptions.create()', 'groq-sdk#().audio.transcriptions.create()'], members: ['choices', 'output', 'output_text', 'text'], what: "a model's answer", source: 'https://platform.openai.com/docs/api-reference/chat' },
  { id: 'anthropic-answer', class: 'content', calls: ['@anthropic-ai/sdk#Anthropic().messages.create()', '@anthropic-ai/sdk#().messages.create()'], members: ['content'], what: "a model's answer", source: 'https://docs.anthropic.com/en/api/messages' },
  { id: 'ai-sdk-answer', class: 'content', calls: ['ai#generateText()', 'ai#generateObject()', 'ai#streamText()'], members: ['text', 'object', 'content', 'reasoning', 'reasoningText', 'toolCalls', 'response', 'steps'], what: "a model's answer", source: 'https://ai-sdk.dev/docs/reference/ai-sdk-core/generate-text' },
  { id: 'google-genai-answer', class: 'content', calls: ['@google/genai#GoogleGenAI().models.generateContent()', '@google/generative-ai#GoogleGenerativeAI().getGenerativeModel().generateContent()'], members: ['text', 'candidates', 'response'], what: "a model's answer", source: 'https://ai.google.dev/gemini-api/docs/text-generation' },
  { id: 'langchain-answer', class: 'content', calls: ['@langchain/openai#ChatOpenAI().invoke()', '@langchain/anthropic#ChatAnthropic().invoke()'], members: ['content', 'text'], what: "a model's answer", source: 'https://docs.langchain.com/oss/javascript/langchain/models' },
] as const satisfies readonly SecretCallRow[]
