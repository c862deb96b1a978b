/** A scheme whose traffic anybody on the way can read and change. */
export interface CleartextSchemeRow {
  id: string
  scheme: string
  /** The scheme that protects the same traffic. */
  secure: string
  /** Reported with `strict` only: such services mostly stand in the same private network. */
  strict?: boolean
  source: string
}

const IANA = 'https://www.iana.org/assignments/uri-schemes/uri-schemes.xhtml'

// prettier-ignore
export const cleartextSchemes = [
  { id: 'http', scheme: 'http', secure: 'https', source: IANA },
  { id: 'ws', scheme: 'ws', secure: 'wss', source: 'https://www.rfc-editor.org/rfc/rfc6455#section-3' },
  { id: 'ftp', scheme: 'ftp', secure: 'ftps', source: IANA },
  { id: 'ldap', scheme: 'ldap', secure: 'ldaps', source: 'https://www.rfc-editor.org/rfc/rfc4516' },
  { id: 'mqtt', scheme: 'mqtt', secure: 'mqtts', source: 'https://github.com/mqttjs/MQTT.js#mqttconnecturl-options' },
  { id: 'amqp', scheme: 'amqp', secure: 'amqps', source: 'https://www.rabbitmq.com/docs/uri-spec' },
  { id: 'stomp', scheme: 'stomp', secure: 'stomps', source: IANA },
  { id: 'smtp', scheme: 'smtp', secure: 'smtps', source: 'https://nodemailer.com/smtp/' },
  { id: 'imap', scheme: 'imap', secure: 'imaps', source: 'https://www.rfc-editor.org/rfc/rfc8314' },
  { id: 'pop3', scheme: 'pop3', secure: 'pop3s', source: 'https://www.rfc-editor.org/rfc/rfc8314' },
  { id: 'telnet', scheme: 'telnet', secure: 'ssh', source: 'https://www.rfc-editor.org/rfc/rfc4248' },
  { id: 'coap', scheme: 'coap', secure: 'coaps', source: 'https://www.rfc-editor.org/rfc/rfc7252#section-6' },
  { id: 'redis', scheme: 'redis', secure: 'rediss', strict: true, source: 'https://www.iana.org/assignments/uri-schemes/prov/redis' },
  { id: 'mongodb', scheme: 'mongodb', secure: 'mongodb+srv', strict: true, source: 'https://www.mongodb.com/docs/manual/reference/connection-string/' },
  { id: 'bolt', scheme: 'bolt', secure: 'bolt+s', strict: true, source: 'https://neo4j.com/docs/javascript-manual/current/connect-advanced/' },
  { id: 'neo4j', scheme: 'neo4j', secure: 'neo4j+s', strict: true, source: 'https://neo4j.com/docs/javascript-manual/current/connect-advanced/' },
  { id: 'nats', scheme: 'nats', secure: 'tls', strict: true, source: 'https://docs.nats.io/using-nats/developer/connecting/tls' },
] as const satisfies readonly CleartextSchemeRow[]

/** A parameter of a URL or a connection string that decides whether the connection is protected. */
export interface UrlParameterRow {
  id: string
  name: string
  unsafe: readonly string[]
  /** What is given away. */
  weakness: 'verification' | 'identity' | 'cleartext'
  /** Schemes of the URLs that take it; `ado` is a connection string of `Name=value;` pairs. */
  schemes: readonly string[]
  /** What to write instead. */
  instead: string
  source: string
}

const LIBPQ = 'https://www.postgresql.org/docs/current/libpq-ssl.html#LIBPQ-SSL-PROTECTION'
const MONGO_URI = 'https://www.mongodb.com/docs/manual/reference/connection-string-options/#tls-options'
const PG = ['postgres', 'postgresql', 'cockroachdb', 'pg', 'redshift', 'jdbc:postgresql'] as const
const MYSQL = ['mysql', 'mysql2', 'mariadb', 'jdbc:mysql', 'jdbc:mariadb'] as const
const CLIENT_OPTIONS = ['smtp', 'smtps', 'amqps', 'mqtts', 'rediss', 'imaps', 'wss'] as const
const MONGO = ['mongodb', 'mongodb+srv'] as const
const TDS = ['sqlserver', 'mssql', 'ado', 'jdbc:sqlserver'] as const
const ADO = 'https://learn.microsoft.com/en-us/dotnet/api/microsoft.data.sqlclient.sqlconnection.connectionstring'

// prettier-ignore
export const urlParameters = [
  { id: 'pg.sslmode.cleartext', name: 'sslmode', unsafe: ['disable', 'allow', 'prefer'], weakness: 'cleartext', schemes: PG, instead: 'sslmode=verify-full', source: LIBPQ },
  { id: 'pg.sslmode.no-verify', name: 'sslmode', unsafe: ['no-verify'], weakness: 'verification', schemes: PG, instead: 'sslmode=verify-full', source: 'https://github.com/brianc/node-postgres/tree/master/packages/pg-connection-string#tcp-connections' },
  { id: 'pg.ssl', name: 'ssl', unsafe: ['false', '0'], weakness: 'cleartext', schemes: PG, instead: 'sslmode=verify-full', source: 'https://github.com/brianc/node-postgres/tree/master/packages/pg-connection-string#tcp-connections' },
  { id: 'prisma.sslaccept', name: 'sslaccept', unsafe: ['accept_invalid_certs'], weakness: 'verification', schemes: [...PG, ...MYSQL, 'sqlserver'], instead: 'sslaccept=strict', source: 'https://www.prisma.io/docs/orm/overview/databases/postgresql#configuring-an-ssl-connection' },
  { id: 'mysql.ssl-mode', name: 'ssl-mode', unsafe: ['disabled', 'preferred'], weakness: 'cleartext', schemes: MYSQL, instead: 'ssl-mode=VERIFY_IDENTITY', source: 'https://dev.mysql.com/doc/refman/8.4/en/connection-options.html#option_general_ssl-mode' },
  { id: 'mysql.sslmode', name: 'sslmode', unsafe: ['disable', 'disabled', 'preferred'], weakness: 'cleartext', schemes: MYSQL, instead: 'sslmode=verify_identity', source: 'https://dev.mysql.com/doc/refman/8.4/en/connecting-using-uri-or-key-value-pairs.html' },
  { id: 'mysql.ssl', name: 'ssl', unsafe: ['false', '0'], weakness: 'cleartext', schemes: MYSQL, instead: 'ssl={"minVersion":"TLSv1.2"}', source: 'https://sidorares.github.io/node-mysql2/docs/documentation/ssl' },
  { id: 'mysql.useSSL', name: 'useSSL', unsafe: ['false'], weakness: 'cleartext', schemes: MYSQL, instead: 'useSSL=true', source: 'https://dev.mysql.com/doc/connector-j/en/connector-j-connp-props-security.html' },
  { id: 'mysql2.ssl', name: 'ssl', unsafe: ['{"rejectunauthorized":false}'], weakness: 'verification', schemes: [...MYSQL, ...PG], instead: 'ssl={"rejectUnauthorized":true}', source: 'https://sidorares.github.io/node-mysql2/docs/documentation/ssl' },
  { id: 'mysql.verifyServerCertificate', name: 'verifyServerCertificate', unsafe: ['false'], weakness: 'verification', schemes: MYSQL, instead: 'sslMode=VERIFY_IDENTITY', source: 'https://dev.mysql.com/doc/connector-j/en/connector-j-connp-props-security.html' },
  { id: 'mariadb.trustServerCertificate', name: 'trustServerCertificate', unsafe: ['true'], weakness: 'verification', schemes: MYSQL, instead: 'sslMode=verify-full', source: 'https://mariadb.com/docs/connectors/mariadb-connector-j/about-mariadb-connector-j' },
  { id: 'pgjdbc.sslfactory', name: 'sslfactory', unsafe: ['org.postgresql.ssl.nonvalidatingfactory'], weakness: 'verification', schemes: ['jdbc:postgresql'], instead: 'sslmode=verify-full', source: 'https://jdbc.postgresql.org/documentation/ssl/' },
  { id: 'oracle.ssl_server_dn_match', name: 'ssl_server_dn_match', unsafe: ['off', 'no', 'false'], weakness: 'identity', schemes: ['tcps'], instead: 'ssl_server_dn_match=on', source: 'https://node-oracledb.readthedocs.io/en/latest/user_guide/initialization.html' },
  { id: 'couchbase.tls_verify', name: 'tls_verify', unsafe: ['none'], weakness: 'verification', schemes: ['couchbases', 'couchbase'], instead: 'trust_certificate', source: 'https://docs.couchbase.com/nodejs-sdk/current/ref/client-settings.html' },
  { id: 'mongodb.ssl_cert_reqs', name: 'ssl_cert_reqs', unsafe: ['cert_none', 'none'], weakness: 'verification', schemes: MONGO, instead: 'tlsCAFile', source: MONGO_URI },
  { id: 'client.rejectUnauthorized', name: 'rejectUnauthorized', unsafe: ['false', '0'], weakness: 'verification', schemes: CLIENT_OPTIONS, instead: 'the private authority as `ca`', source: 'https://nodemailer.com/smtp/' },
  { id: 'nodemailer.tls.rejectUnauthorized', name: 'tls.rejectUnauthorized', unsafe: ['false', '0'], weakness: 'verification', schemes: CLIENT_OPTIONS, instead: 'the private authority as `ca`', source: 'https://nodemailer.com/smtp/' },
  { id: 'nodemailer.ignoreTLS', name: 'ignoreTLS', unsafe: ['true'], weakness: 'cleartext', schemes: ['smtp'], instead: 'requireTLS=true', source: 'https://nodemailer.com/smtp/' },
  { id: 'mongodb.tls', name: 'tls', unsafe: ['false'], weakness: 'cleartext', schemes: MONGO, instead: 'tls=true', source: MONGO_URI },
  { id: 'mongodb.ssl', name: 'ssl', unsafe: ['false'], weakness: 'cleartext', schemes: MONGO, instead: 'tls=true', source: MONGO_URI },
  { id: 'mongodb.tlsInsecure', name: 'tlsInsecure', unsafe: ['true'], weakness: 'verification', schemes: MONGO, instead: 'tlsCAFile', source: MONGO_URI },
  { id: 'mongodb.tlsAllowInvalidCertificates', name: 'tlsAllowInvalidCertificates', unsafe: ['true'], weakness: 'verification', schemes: MONGO, instead: 'tlsCAFile', source: MONGO_URI },
  { id: 'mongodb.tlsAllowInvalidHostnames', name: 'tlsAllowInvalidHostnames', unsafe: ['true'], weakness: 'identity', schemes: MONGO, instead: 'a certificate that names the host', source: MONGO_URI },
  { id: 'mongodb.sslValidate', name: 'sslValidate', unsafe: ['false'], weakness: 'verification', schemes: MONGO, instead: 'tlsCAFile', source: MONGO_URI },
  { id: 'mssql.encrypt', name: 'encrypt', unsafe: ['false', 'no', 'optional', 'disable'], weakness: 'cleartext', schemes: TDS, instead: 'encrypt=true', source: ADO },
  { id: 'mssql.trustServerCertificate', name: 'trustServerCertificate', unsafe: ['true', 'yes'], weakness: 'verification', schemes: TDS, instead: 'trustServerCertificate=false and the authority installed', source: ADO },
  { id: 'clickhouse.secure', name: 'verify', unsafe: ['0', 'false'], weakness: 'verification', schemes: ['clickhouse', 'clickhouses'], instead: 'verify=1', source: 'https://clickhouse.com/docs/interfaces/cli' },
  { id: 'amqp.verify', name: 'verify', unsafe: ['verify_none'], weakness: 'verification', schemes: ['amqps', 'amqp'], instead: 'verify=verify_peer', source: 'https://www.rabbitmq.com/docs/uri-query-parameters' },
  { id: 'redis.ssl_cert_reqs', name: 'ssl_cert_reqs', unsafe: ['none', 'cert_none'], weakness: 'verification', schemes: ['redis', 'rediss'], instead: 'ssl_cert_reqs=required', source: 'https://redis.io/docs/latest/develop/clients/redis-py/connect/' },
  { id: 'elastic.ssl', name: 'ssl_verify', unsafe: ['false'], weakness: 'verification', schemes: ['https'], instead: 'ssl_verify=true', source: 'https://www.elastic.co/guide/en/elasticsearch/client/javascript-api/current/client-connecting.html' },
] as const satisfies readonly UrlParameterRow[]

/** A scheme of its own that says "encrypted, and don't check who answers". */
// prettier-ignore
export const unverifiedSchemes = [
  { id: 'neo4j+ssc', scheme: 'neo4j+ssc', secure: 'neo4j+s', source: 'https://neo4j.com/docs/javascript-manual/current/connect-advanced/' },
  { id: 'bolt+ssc', scheme: 'bolt+ssc', secure: 'bolt+s', source: 'https://neo4j.com/docs/javascript-manual/current/connect-advanced/' },
] as const

/** A call that opens a connection to what an argument says. */
export interface AddressSinkRow {
  id: string
  /** Qualified names; one that ends in `*` stands for all that begin so. */
  calls: readonly string[]
  /** Position of the address, or of the options that hold it. */
  argument: number
  /** Access paths of addresses in that argument when it is an object; an empty path is the argument itself. */
  paths: readonly (readonly string[])[]
  source: string
}

const self = [[]] as const
const URL_OPTIONS = [[], ['url'], ['uri'], ['baseURL'], ['baseUrl'], ['prefixUrl'], ['proxy']] as const
const AXIOS_METHODS = [
  'get',
  'delete',
  'head',
  'options',
  'post',
  'put',
  'patch',
  'request',
  'postForm',
  'putForm',
  'patchForm',
] as const
const HTTP_METHODS = ['get', 'delete', 'head', 'options', 'post', 'put', 'patch', 'del', 'stream', 'all'] as const
const on = (objects: readonly string[], methods: readonly string[]) =>
  objects.flatMap((object) => methods.map((method) => `${object}.${method}`))
const of = (modules: readonly string[], methods: readonly string[]) =>
  modules.flatMap((module) => methods.map((method) => `${module}#${method}`))

/** Clients whose address is an argument. */
// prettier-ignore
export const addressSinks = [
  { id: 'fetch', calls: ['fetch', 'globalThis.fetch', 'window.fetch', 'self.fetch', 'global.fetch', 'node-fetch#()', 'cross-fetch#()', 'cross-fetch#fetch', 'isomorphic-fetch#()', 'isomorphic-unfetch#()', 'unfetch#()', 'undici#fetch', 'ofetch#ofetch', 'ofetch#$fetch', '$fetch', 'useFetch', 'electron#net.fetch', 'fetch-retry#()()', 'make-fetch-happen#()', 'minipass-fetch#()', '@tauri-apps/plugin-http#fetch', 'expo/fetch#fetch', 'bun#fetch', 'Bun.fetch'], argument: 0, paths: self, source: 'https://developer.mozilla.org/en-US/docs/Web/API/Window/fetch' },
  { id: 'undici', calls: ['undici#request', 'undici#stream', 'undici#pipeline', 'undici#connect', 'undici#upgrade', 'undici#Client()', 'undici#Pool()', 'undici#BalancedPool()', 'undici#WebSocket()', 'undici#EventSource()'], argument: 0, paths: self, source: 'https://undici.nodejs.org/' },
  { id: 'undici.proxy', calls: ['undici#ProxyAgent()', 'https-proxy-agent#HttpsProxyAgent()', 'http-proxy-agent#HttpProxyAgent()', 'socks-proxy-agent#SocksProxyAgent()'], argument: 0, paths: [['uri']], source: 'https://undici.nodejs.org/#/docs/api/ProxyAgent' },
  { id: 'node.http', calls: ['http#get', 'http#request', 'follow-redirects#http.get', 'follow-redirects#http.request', 'http2#connect', 'electron#net.request'], argument: 0, paths: [[], ['url']], source: 'https://nodejs.org/docs/latest/api/http.html#httprequesturl-options-callback' },
  { id: 'axios', calls: ['axios#()', 'axios#create', 'axios#create()', 'axios#Axios()', ...of(['axios'], AXIOS_METHODS), ...on(['axios#create()', 'axios#Axios()', 'axios#instance', 'axios#axios'], AXIOS_METHODS)], argument: 0, paths: URL_OPTIONS, source: 'https://axios-http.com/docs/api_intro' },
  { id: 'got', calls: ['got#()', 'got#extend', 'got#got', ...of(['got'], HTTP_METHODS), ...on(['got#got', 'got#extend()'], HTTP_METHODS), 'got#got.extend'], argument: 0, paths: URL_OPTIONS, source: 'https://github.com/sindresorhus/got#documentation' },
  { id: 'ky', calls: ['ky#()', 'ky#create', 'ky#extend', 'ky#create()', ...of(['ky'], HTTP_METHODS), ...on(['ky#create()', 'ky#extend()'], HTTP_METHODS), 'ky-universal#()', 'wretch#()'], argument: 0, paths: URL_OPTIONS, source: 'https://github.com/sindresorhus/ky#api' },
  { id: 'superagent', calls: ['superagent#()', ...of(['superagent', 'needle', 'phin', 'bent', 'unirest'], HTTP_METHODS), ...on(['superagent#agent()'], HTTP_METHODS), 'phin#()', 'bent#()'], argument: 0, paths: URL_OPTIONS, source: 'https://forwardemail.github.io/superagent/' },
  { id: 'needle', calls: ['needle#()', 'needle#request', 'superagent#()'], argument: 1, paths: self, source: 'https://github.com/tomas/needle#needlemethod-url-data-options-callback' },
  { id: 'request', calls: ['request#()', 'request#defaults', 'request#defaults()', 'request-promise#()', 'request-promise-native#()', 'requestretry#()', 'postman-request#()', '@cypress/request#()', ...of(['request', 'request-promise', 'request-promise-native', 'requestretry', 'postman-request', '@cypress/request'], HTTP_METHODS)], argument: 0, paths: URL_OPTIONS, source: 'https://github.com/request/request#requestoptions-callback' },
  { id: 'rest', calls: [...on(['node-rest-client#Client()', '@angular/common/http#HttpClient()', '@nestjs/axios#HttpService()', '@nestjs/axios#HttpService().axiosRef', 'typed-rest-client/HttpClient#HttpClient()', '@actions/http-client#HttpClient()', '@capacitor/core#CapacitorHttp'], HTTP_METHODS)], argument: 0, paths: [[], ['url']], source: 'https://angular.dev/api/common/http/HttpClient' },
  { id: 'browsers', calls: ['electron#BrowserWindow().loadURL', 'electron#BrowserWindow().webContents.loadURL', 'electron#BrowserView().webContents.loadURL', 'electron#WebContentsView().webContents.loadURL', 'electron#net.fetch', 'electron#net.request'], argument: 0, paths: [[], ['url']], source: 'https://www.electronjs.org/docs/latest/tutorial/security#1-only-load-secure-content' },
  { id: 'jquery', calls: ['$().load', 'jQuery().load', '$.get', '$.post', '$.ajax', '$.getJSON', '$.getScript', 'jQuery.get', 'jQuery.post', 'jQuery.ajax', 'jQuery.getJSON', 'jQuery.getScript', ...of(['jquery'], ['get', 'post', 'ajax', 'getJSON', 'getScript'])], argument: 0, paths: [[], ['url']], source: 'https://api.jquery.com/jQuery.ajax/' },
  { id: 'web', calls: ['WebSocket()', 'EventSource()', 'Request()', 'navigator.sendBeacon', 'WebTransport()', 'importScripts', 'globalThis.WebSocket()', 'window.WebSocket()'], argument: 0, paths: self, source: 'https://developer.mozilla.org/en-US/docs/Web/API/WebSocket/WebSocket' },
  { id: 'web.navigation', calls: ['window.open', 'open', 'location.assign', 'location.replace', 'window.location.assign', 'window.location.replace', 'document.location.assign', 'document.location.replace'], argument: 0, paths: self, source: 'https://developer.mozilla.org/en-US/docs/Web/API/Window/open' },
  { id: 'web.scripts', calls: ['Worker()', 'SharedWorker()', 'window.Worker()', 'navigator.serviceWorker.register', 'Audio()'], argument: 0, paths: self, source: 'https://developer.mozilla.org/en-US/docs/Web/API/Worker/Worker' },
  { id: 'web.URL.base', calls: ['URL()', 'url#URL()', 'globalThis.URL()', 'window.URL()'], argument: 1, paths: self, source: 'https://developer.mozilla.org/en-US/docs/Web/API/URL/URL' },
  { id: 'web.URL', calls: ['URL()', 'url#URL()', 'globalThis.URL()', 'window.URL()'], argument: 0, paths: self, source: 'https://developer.mozilla.org/en-US/docs/Web/API/URL/URL' },
  { id: 'web.xhr', calls: ['XMLHttpRequest().open', 'window.XMLHttpRequest().open', 'xhr2#XMLHttpRequest().open', 'xmlhttprequest#XMLHttpRequest().open'], argument: 1, paths: self, source: 'https://developer.mozilla.org/en-US/docs/Web/API/XMLHttpRequest/open' },
  { id: 'ws', calls: ['ws#()', 'ws#WebSocket()', 'ws#default()', 'isomorphic-ws#()', 'reconnecting-websocket#()', 'partysocket#WebSocket()', 'sockjs-client#()', 'websocket#w3cwebsocket()', 'websocket#client().connect', 'faye-websocket#Client()', 'eventsource#()', 'eventsource#EventSource()', 'socket.io-client#()', 'socket.io-client#io', 'socket.io-client#connect', 'socket.io-client#io.connect', 'socket.io-client#Manager()', 'engine.io-client#()', 'engine.io-client#Socket()', '@microsoft/fetch-event-source#fetchEventSource', 'io', 'io.connect', 'centrifuge#Centrifuge()', 'phoenix#Socket()', 'graphql-ws#createClient', 'subscriptions-transport-ws#SubscriptionClient()', '@stomp/stompjs#Client()', 'stompjs#client'], argument: 0, paths: [[], ['url'], ['uri'], ['brokerURL']], source: 'https://github.com/websockets/ws/blob/master/doc/ws.md' },
  { id: 'mqtt', calls: ['mqtt#connect', 'mqtt#connectAsync', 'async-mqtt#connect', 'async-mqtt#connectAsync'], argument: 0, paths: self, source: 'https://github.com/mqttjs/MQTT.js#mqttconnecturl-options' },
  { id: 'amqp', calls: ['amqplib#connect', 'amqplib/callback_api#connect', 'amqp-connection-manager#connect', 'amqp#createConnection', 'rhea#connect', '@cloudamqp/amqp-client#AMQPClient()'], argument: 0, paths: [[], ['*'], ['url'], ['urls', '*']], source: 'https://amqp-node.github.io/amqplib/channel_api.html#connect' },
  { id: 'ldap', calls: ['ldapjs#createClient', 'ldapts#Client()', 'ldap-authentication#authenticate', 'passport-ldapauth#()', 'passport-ldapauth#Strategy()', 'activedirectory2#()', 'activedirectory#()', 'ldapauth-fork#()'], argument: 0, paths: [['url'], ['url', '*'], ['ldapOpts', 'url'], ['server', 'url']], source: 'http://ldapjs.org/client.html' },
  { id: 'mail', calls: ['nodemailer#createTransport', 'emailjs#SMTPClient()'], argument: 0, paths: [[], ['url']], source: 'https://nodemailer.com/smtp/' },
  { id: 'database', calls: ['redis#createClient', 'redis#createCluster', 'ioredis#()', 'ioredis#Redis()', 'mongodb#MongoClient()', 'mongodb#MongoClient.connect', 'mongoose#connect', 'mongoose#createConnection', 'neo4j-driver#driver', 'nats#connect', '@nats-io/transport-node#connect'], argument: 0, paths: [[], ['url'], ['servers']], source: 'https://www.iana.org/assignments/uri-schemes/prov/redis' },
  { id: 'search', calls: ['@elastic/elasticsearch#Client()', 'elasticsearch#Client()', '@opensearch-project/opensearch#Client()', 'meilisearch#MeiliSearch()', 'meilisearch#Meilisearch()', '@qdrant/js-client-rest#QdrantClient()', 'chromadb#ChromaClient()', 'weaviate-client#client', '@influxdata/influxdb-client#InfluxDB()', '@clickhouse/client#createClient', 'nano#()', 'pouchdb#()', 'arangojs#Database()'], argument: 0, paths: [[], ['node'], ['nodes', '*'], ['host'], ['hosts', '*'], ['url'], ['path']], source: 'https://www.elastic.co/guide/en/elasticsearch/client/javascript-api/current/client-connecting.html' },
  { id: 'graphql', calls: ['graphql-request#GraphQLClient()', 'graphql-request#request', 'graphql-request#()', '@apollo/client#HttpLink()', '@apollo/client#createHttpLink', '@apollo/client#ApolloClient()', 'apollo-link-http#HttpLink()', 'apollo-link-http#createHttpLink', '@urql/core#createClient', 'urql#createClient', '@trpc/client#httpBatchLink', '@trpc/client#httpLink', '@trpc/client#createWSClient'], argument: 0, paths: [[], ['uri'], ['url']], source: 'https://www.apollographql.com/docs/react/api/link/apollo-link-http' },
  { id: 'rpc', calls: ['soap#createClient', 'soap#createClientAsync', 'xmlrpc#createClient', 'jayson#client.http', 'jayson/promise#client.http', 'web3#()', 'web3#Web3()', 'web3#providers.HttpProvider()', 'ethers#JsonRpcProvider()', 'ethers#providers.JsonRpcProvider()', 'ethers#ethers.providers.JsonRpcProvider()', 'ethers#ethers.JsonRpcProvider()', 'ethers#WebSocketProvider()', 'viem#http', 'viem#webSocket', '@solana/web3.js#Connection()', 'node-vault#()', 'consul#()', 'etcd3#Etcd3()'], argument: 0, paths: [[], ['url'], ['endpoint'], ['hosts']], source: 'https://docs.ethers.org/v6/api/providers/jsonrpc/' },
  { id: 'sdk', calls: ['openai#()', 'openai#OpenAI()', 'openai#AzureOpenAI()', '@anthropic-ai/sdk#()', '@anthropic-ai/sdk#Anthropic()', 'groq-sdk#()', 'ollama#Ollama()', '@mistralai/mistralai#Mistral()', '@ai-sdk/openai#createOpenAI', '@ai-sdk/openai-compatible#createOpenAICompatible', '@langchain/openai#ChatOpenAI()', '@langchain/ollama#ChatOllama()', 'stripe#()', '@supabase/supabase-js#createClient', '@sentry/node#init', '@octokit/rest#Octokit()', 'octokit#Octokit()', '@slack/webhook#IncomingWebhook()', 'aws-sdk#*', '@aws-sdk/client-*', 'minio#Client()', 'keycloak-js#()', 'appwrite#Client().setEndpoint', 'pocketbase#()', 'parse#initialize', '@modelcontextprotocol/sdk/client/sse.js#SSEClientTransport()', '@opentelemetry/exporter-trace-otlp-http#OTLPTraceExporter()', '@opentelemetry/exporter-metrics-otlp-http#OTLPMetricExporter()'], argument: 0, paths: [[], ['baseURL'], ['baseUrl'], ['base_url'], ['configuration', 'baseURL'], ['endpoint'], ['host'], ['url'], ['serverURL'], ['dsn']], source: 'https://github.com/openai/openai-node#configuring-an-https-agent-eg-for-proxies' },
  { id: 'proxy', calls: ['http-proxy#createProxyServer', 'http-proxy#createServer', 'http-proxy#createProxy', 'http-proxy-middleware#createProxyMiddleware', 'http-proxy-middleware#()', 'http-proxy-middleware#legacyCreateProxyMiddleware', 'express-http-proxy#()', '@fastify/http-proxy#()', '@fastify/reply-from#()', 'koa-proxies#()'], argument: 0, paths: [[], ['target'], ['upstream'], ['base']], source: 'https://github.com/http-party/node-http-proxy#options' },
] as const satisfies readonly AddressSinkRow[]

/**
 * Words that make a name the name of an address somebody connects to. A name is one when its last word is a head and
 * another word a qualifier (`apiUrl`, `WEBHOOK_URL`), or when it is one of the whole names.
 */
// prettier-ignore
export const addressNameWords = {
  whole: ['endpoint', 'baseurl', 'baseuri', 'base url', 'base uri', 'url base', 'base endpoint', 'prefix url', 'api base', 'api host', 'api', 'proxy', 'origin', 'gateway', 'backend', 'webhook', 'ws endpoint', 'rest endpoint', 'server', 'host', 'upstream', 'broker', 'entry point', 'registry', 'origins', 'allowed origin', 'allowed origins', 'cors origin', 'cors origins', 'trusted origins', 'endpoints', 'hosts', 'servers', 'brokers', 'upstreams', 'backends', 'gateways', 'proxies', 'webhooks'],
  heads: ['url', 'uri', 'urls', 'endpoint', 'endpoints', 'host', 'origin', 'origins', 'address', 'base', 'server', 'proxy', 'gateway', 'backend', 'upstream', 'target', 'webhook'],
  qualifiers: ['api', 'base', 'server', 'servers', 'hosts', 'endpoints', 'brokers', 'nodes', 'service', 'services', 'backend', 'endpoint', 'gateway', 'webhook', 'hook', 'success', 'cancel', 'return', 'notify', 'notification', 'update', 'updates', 'feed', 'download', 'metrics', 'ingest', 'health', 'callback', 'redirect', 'socket', 'ws', 'websocket', 'rpc', 'graphql', 'gql', 'rest', 'proxy', 'upstream', 'auth', 'oauth', 'oidc', 'saml', 'jwks', 'userinfo', 'authorization', 'authorize', 'introspection', 'revocation', 'discovery', 'sso', 'token', 'login', 'logout', 'signin', 'upload', 'remote', 'cloud', 'mqtt', 'broker', 'amqp', 'rabbitmq', 'queue', 'database', 'db', 'registry', 'node', 'provider', 'request', 'post', 'fetch', 'payment', 'payments', 'billing', 'checkout', 'account', 'session', 'sync', 'push', 'telemetry', 'tracking', 'analytics', 'collector', 'ingest', 'report', 'update', 'download', 'connect', 'connection', 'cors', 'allowed', 'http', 'ftp', 'ldap', 'smtp', 'sap', 'soap', 'wsdl', 'mail', 'search', 'elastic', 'elasticsearch', 'redis', 'mongo', 'mongodb', 'prod', 'production', 'staging', 'main', 'default', 'public', 'internal', 'target', 'app', 'client', 'frontend', 'backoffice', 'admin', 'stream', 'inference', 'model', 'llm', 'openai', 'ollama'],
  /** A name with one of these is about a document, an identity or a vocabulary, not about a connection. */
  about: ['doc', 'docs', 'documentation', 'homepage', 'home', 'license', 'licence', 'repository', 'repo', 'bugs', 'help', 'support', 'wiki', 'blog', 'faq', 'link', 'links', 'website', 'site', 'author', 'avatar', 'image', 'img', 'icon', 'logo', 'photo', 'picture', 'thumbnail', 'reference', 'ref', 'readme', 'spec', 'schema', 'schemas', 'namespace', 'namespaces', 'ns', 'xmlns', 'vocabulary', 'vocab', 'context', 'issuer', 'audience', 'realm', 'entity', 'identifier', 'type', 'rel', 'terms', 'privacy', 'policy', 'credit', 'attribution', 'about', 'info', 'learn', 'example', 'sample', 'placeholder', 'invalid', 'fake', 'mock', 'dummy', 'test', 'canonical', 'iri', 'claim', 'dtd', 'bot', 'crawler', 'pattern', 'regex', 'prefix', 'original', 'malicious', 'evil', 'default namespace', 'local', 'dev', 'development'],
} as const

/** Options of one object that together show a request's configuration: `{ method, url, headers }`. */
// prettier-ignore
export const requestSiblings = ['method', 'headers', 'responseType', 'timeout', 'params', 'httpsAgent', 'httpAgent', 'withCredentials', 'qs', 'dataType', 'auth', 'retries'] as const

/** Hosts whose `http:` addresses are names of things (namespaces, schemas, vocabularies), or must be plain by their nature. */
export interface IdentifierHostRow {
  id: string
  /** Host, also matched with anything in front; with a path prefix when only that part of the host names things. */
  hosts: readonly string[]
  because: 'namespace' | 'schema' | 'vocabulary' | 'licence' | 'revocation' | 'probe'
  source: string
}

// prettier-ignore
export const identifierHosts = [
  { id: 'w3c', hosts: ['www.w3.org', 'w3.org', 'w3id.org'], because: 'namespace', source: 'https://www.w3.org/TR/xml-names/' },
  { id: 'microsoft', hosts: ['schemas.microsoft.com', 'schemas.openxmlformats.org', 'schemas.xmlsoap.org', 'schemas.android.com', 'schemas.dmtf.org', 'schemas.live.com'], because: 'namespace', source: 'https://learn.microsoft.com/en-us/openspecs/office_standards/ms-oe376/' },
  { id: 'soap', hosts: ['tempuri.org', 'xmlsoap.org', 'ws-i.org', 'docs.oasis-open.org', 'www.oasis-open.org', 'oasis-open.org', 'www.onvif.org'], because: 'namespace', source: 'https://www.w3.org/TR/soap11/' },
  { id: 'adobe', hosts: ['ns.adobe.com', 'www.adobe.com/xml', 'iptc.org/std', 'www.aiim.org', 'cipa.jp', 'ns.google.com', 'ns.apple.com'], because: 'namespace', source: 'https://developer.adobe.com/xmp/docs/XMPNamespaces/' },
  { id: 'json-schema', hosts: ['json-schema.org', 'json.schemastore.org', 'schema.org', 'www.schema.org', 'schemastore.org', 'schema.management.azure.com', 'jsonapi.org', 'swagger.io/v2/schema.json', 'schema.host'], because: 'schema', source: 'https://json-schema.org/specification' },
  { id: 'vocabularies', hosts: ['purl.org', 'purl.oclc.org', 'dublincore.org', 'xmlns.com', 'rdfs.org', 'ogp.me', 'dbpedia.org', 'wikidata.org', 'www.wikidata.org', 'wikiba.se', 'id.loc.gov', 'www.loc.gov', 'data.europa.eu', 'publications.europa.eu', 'vocab.getty.edu', 'qudt.org', 'rs.tdwg.org', 'geonames.org', 'www.geonames.org', 'semanticscience.org', 'purl.obolibrary.org', 'www.ontologydesignpatterns.org', 'usefulinc.com', 'rdf.data-vocabulary.org', 'data-vocabulary.org', 'microformats.org', 'www.ebi.ac.uk', 'identifiers.org', 'bioregistry.io', 'n2t.net', 'dx.doi.org', 'doi.org', 'hdl.handle.net', 'cidoc-crm.org', 'www.cidoc-crm.org', 'iiif.io', 'vivoweb.org', 'bibliontology.com'], because: 'vocabulary', source: 'https://lov.linkeddata.es/dataset/lov/' },
  { id: 'health', hosts: ['hl7.org', 'www.hl7.org', 'terminology.hl7.org', 'loinc.org', 'snomed.info', 'unitsofmeasure.org', 'fhir.de', 'www.nlm.nih.gov/research/umls', 'dicom.nema.org', 'hl7.eu', 'ihe.net'], because: 'vocabulary', source: 'https://hl7.org/fhir/terminologies-systems.html' },
  { id: 'documents', hosts: ['purl.oclc.org', 'opendocumentformat.org', 'openoffice.org', 'relaxng.org', 'exslt.org', 'xml.apache.org', 'xml.org', 'java.sun.com', 'xmlns.jcp.org', 'www.springframework.org', 'maven.apache.org', 'www.omg.org', 'bpmn.io', 'camunda.org', 'activiti.org', 'flowable.org', 'www.opengis.net', 'opengis.net', 'www.topografix.com', 'www.garmin.com', 'inkscape.org', 'www.inkscape.org', 'sodipodi.sourceforge.net', 'www.bohemiancoding.com', 'vectornator.io', 'www.serif.com', 'www.idpf.org', 'idpf.org', 'www.daisy.org', 'www.collada.org', 'www.web3d.org', 'www.musicxml.org', 'www.sitemaps.org', 'sitemaps.org', 'www.google.com/schemas', 'base.google.com', 'search.yahoo.com', 'www.itunes.com', 'www.apple.com/dtds', 'www.rssboard.org', 'backend.userland.com', 'blogs.law.harvard.edu', 'cyber.law.harvard.edu', 'wellformedweb.org', 'webns.net', 'a9.com', 'www.podcastindex.org', 'podcastindex.org', 'podlove.org', 'www.spotify.com/ns', 'xspf.org', 'www.openarchives.org', 'openarchives.org', 'www.isotc211.org', 'standards.iso.org', 'standards.ieee.org', 'ns.editeur.org', 'www.crossref.org', 'www.ivoa.net', 'cyclonedx.org', 'spdx.org', 'uri.etsi.org', 'www.xbrl.org', 'xbrl.org', 'fasb.org', 'xbrl.sec.gov', 'www.fixprotocol.org', 'www.ofx.net', 'mathml.org', 'openmath.org', 'www.jclark.com', 'apache.org/xml'], because: 'namespace', source: 'https://www.iana.org/assignments/xml-registry/xml-registry.xhtml' },
  { id: 'identity', hosts: ['openid.net', 'specs.openid.net', 'axschema.org', 'schema.openid.net', 'etherx.jabber.org', 'jabber.org', 'www.jabber.org', 'schemas.auth0.com', 'www.okta.com', 'sts.windows.net', 'saml.salesforce.com', 'eidas.europa.eu', 'refeds.org', 'www.swamid.se', 'activitystrea.ms', 'www.xmpp.org', 'xmpp.org', 'joinmastodon.org/ns', 'ostatus.org', 'portablecontacts.net', 'salmon-protocol.org', 'webfinger.net'], because: 'namespace', source: 'https://openid.net/specs/openid-connect-core-1_0.html' },
  { id: 'licences', hosts: ['www.apache.org/licenses', 'apache.org/licenses', 'opensource.org', 'www.opensource.org', 'www.gnu.org', 'gnu.org', 'creativecommons.org', 'mozilla.org/mpl', 'www.mozilla.org/mpl', 'unlicense.org', 'www.wtfpl.net', 'scripts.sil.org', 'artlibre.org', 'www.eclipse.org/legal'], because: 'licence', source: 'https://spdx.org/licenses/' },
  { id: 'certificates', hosts: ['timestamp.digicert.com', 'timestamp.sectigo.com', 'timestamp.comodoca.com', 'timestamp.globalsign.com', 'tsa.startssl.com', 'freetsa.org', 'time.certum.pl', 'timestamp.apple.com', 'sha256timestamp.ws.symantec.com', 'timestamp.verisign.com', 'timestamp.acs.microsoft.com', 'rfc3161timestamp.globalsign.com', 'tsa.swisssign.net', 'ts.ssl.com', 'ocsp.digicert.com', 'ocsp.apple.com', 'r3.o.lencr.org', 'x1.c.lencr.org', 'pki.goog', 'crl.microsoft.com', 'www.microsoft.com/pki', 'cacerts.digicert.com', 'certs.apple.com', 'crl.apple.com', 'www.apple.com/certificateauthority'], because: 'revocation', source: 'https://www.rfc-editor.org/rfc/rfc5280#section-8' },
  { id: 'probes', hosts: ['connectivitycheck.gstatic.com', 'clients3.google.com', 'clients1.google.com', 'detectportal.firefox.com', 'captive.apple.com', 'www.msftconnecttest.com', 'www.msftncsi.com', 'nmcheck.gnome.org', 'connectivity-check.ubuntu.com', 'neverssl.com', 'network-test.debian.org'], because: 'probe', source: 'https://www.rfc-editor.org/rfc/rfc8952' },
] as const satisfies readonly IdentifierHostRow[]
