/** What an unsafe value of an option gives away. */
export type TlsWeakness =
  /** Any certificate is accepted. */
  | 'verification'
  /** A valid certificate of anybody is accepted. */
  | 'identity'
  /** The connection isn't encrypted at all. */
  | 'cleartext'
  /** Browsers may be led to a plain connection. */
  | 'hsts'
  /** A cookie travels over plain connections too. */
  | 'cookie'

/** An option of a client, a server or a tool that decides whether a connection is protected. */
export interface TlsOptionRow {
  id: string
  /** Name of the option. */
  option: string
  /** Values that are unsafe. */
  unsafe: readonly (string | number | boolean | null)[]
  weakness: TlsWeakness
  /**
   * Where the name means this: `anywhere` (it is unmistakable), or calls and constructions, by their qualified names,
   * that take the option. A name that ends in `*` stands for all that begin so.
   */
  calls: 'anywhere' | readonly string[]
  /** Access path of the object that holds the option, from an argument of such a call; `*` is any key. */
  at?: readonly string[]
  /**
   * Keys of the same object, or of the object that holds it, which show what the object is even where its use isn't in
   * sight. Each entry is a list of keys that must all be there; `^key` is one under which the object stands.
   */
  beside?: readonly (readonly string[])[]
  /** Sibling options that make it safe again. */
  unless?: readonly { option: string; value: string | number | boolean }[]
  /** Whether the connection is safe when the option is left out. Only then may a fix remove it. */
  safeDefault: boolean
  /** Reported with `strict` only. */
  strict?: boolean
  source: string
}

const NODE = 'https://nodejs.org/docs/latest/api/tls.html#tlsconnectoptions-callback'
const MONGODB = 'https://www.mongodb.com/docs/drivers/node/current/security/tls/'
const TEDIOUS = 'https://tediousjs.github.io/tedious/api-connection.html#function_newConnection'
const MSSQL = ['mssql#connect', 'mssql#ConnectionPool()', 'tedious#Connection()', 'mssql#msnodesqlv8.connect'] as const
const PROXIES = [
  'http-proxy#createProxyServer',
  'http-proxy#createServer',
  'http-proxy#createProxy',
  'http-proxy#()',
  'http-proxy#createProxyServer().web',
  'http-proxy#createProxyServer().ws',
  'http-proxy-3#createProxyServer',
  'httpxy#createProxyServer',
  'http-proxy-middleware#createProxyMiddleware',
  'http-proxy-middleware#()',
  'http-proxy-middleware#legacyCreateProxyMiddleware',
  'express-http-proxy#()',
] as const
const K8S = 'https://kubernetes.io/docs/reference/config-api/kubeconfig.v1/#Cluster'
const SMTP = 'https://nodemailer.com/smtp/#tls-options'
const ATS = 'https://developer.apple.com/documentation/bundleresources/information-property-list/nsapptransportsecurity'

// prettier-ignore
export const tlsOptions = [
  // Node's own, and every client that hands its options on to tls.connect
  { id: 'node.rejectUnauthorized', option: 'rejectUnauthorized', unsafe: [false], weakness: 'verification', calls: 'anywhere', safeDefault: true, source: NODE },
  { id: 'request.strictSSL', option: 'strictSSL', unsafe: [false], weakness: 'verification', calls: 'anywhere', safeDefault: true, source: 'https://github.com/request/request#requestoptions-callback' },
  { id: 'libcurl.sslVerifyPeer', option: 'SSL_VERIFYPEER', unsafe: [false, 0], weakness: 'verification', calls: 'anywhere', safeDefault: true, source: 'https://curl.se/libcurl/c/CURLOPT_SSL_VERIFYPEER.html' },
  { id: 'libcurl.sslVerifyHost', option: 'SSL_VERIFYHOST', unsafe: [false, 0], weakness: 'identity', calls: 'anywhere', safeDefault: true, source: 'https://curl.se/libcurl/c/CURLOPT_SSL_VERIFYHOST.html' },
  { id: 'deno.hostname', option: 'unsafelyDisableHostnameVerification', unsafe: [true], weakness: 'identity', calls: 'anywhere', safeDefault: true, source: 'https://docs.deno.com/api/deno/~/Deno.ConnectTlsOptions' },
  { id: 'tauri.certs', option: 'acceptInvalidCerts', unsafe: [true], weakness: 'verification', calls: 'anywhere', safeDefault: true, source: 'https://v2.tauri.app/reference/javascript/http/' },
  { id: 'tauri.hostnames', option: 'acceptInvalidHostnames', unsafe: [true], weakness: 'identity', calls: 'anywhere', safeDefault: true, source: 'https://v2.tauri.app/reference/javascript/http/' },
  { id: 'pop3.ignoretlserrs', option: 'ignoretlserrs', unsafe: [true], weakness: 'verification', calls: 'anywhere', safeDefault: true, source: 'https://www.npmjs.com/package/poplib' },

  // Databases
  { id: 'mongodb.tlsInsecure', option: 'tlsInsecure', unsafe: [true], weakness: 'verification', calls: 'anywhere', safeDefault: true, source: MONGODB },
  { id: 'mongodb.tlsAllowInvalidCertificates', option: 'tlsAllowInvalidCertificates', unsafe: [true], weakness: 'verification', calls: 'anywhere', safeDefault: true, source: MONGODB },
  { id: 'mongodb.tlsAllowInvalidHostnames', option: 'tlsAllowInvalidHostnames', unsafe: [true], weakness: 'identity', calls: 'anywhere', safeDefault: true, source: MONGODB },
  { id: 'mongodb.sslAllowInvalidCertificates', option: 'sslAllowInvalidCertificates', unsafe: [true], weakness: 'verification', calls: 'anywhere', safeDefault: true, source: MONGODB },
  { id: 'mongodb.sslAllowInvalidHostnames', option: 'sslAllowInvalidHostnames', unsafe: [true], weakness: 'identity', calls: 'anywhere', safeDefault: true, source: MONGODB },
  { id: 'mongodb.sslValidate', option: 'sslValidate', unsafe: [false], weakness: 'verification', calls: 'anywhere', safeDefault: true, source: 'https://mongodb.github.io/node-mongodb-native/3.6/tutorials/connect/tls/' },
  { id: 'mssql.trustServerCertificate', option: 'trustServerCertificate', unsafe: [true], weakness: 'verification', calls: 'anywhere', safeDefault: true, source: TEDIOUS },
  { id: 'mssql.encrypt', option: 'encrypt', unsafe: [false, 'no', 'false', 'optional'], weakness: 'cleartext', calls: MSSQL, at: ['options'], beside: [['trustServerCertificate'], ['server', 'database'], ['type', 'host'], ['host', 'database'], ['enableArithAbort'], ['instanceName'], ['^dialectOptions']], safeDefault: true, source: TEDIOUS },
  { id: 'mysql2.verifyIdentity', option: 'verifyIdentity', unsafe: [false], weakness: 'identity', calls: ['mysql2#createConnection', 'mysql2#createPool', 'mysql2/promise#createConnection', 'mysql2/promise#createPool'], at: ['ssl'], beside: [['rejectUnauthorized'], ['ca']], safeDefault: false, source: 'https://sidorares.github.io/node-mysql2/docs/documentation/ssl' },
  { id: 'postgres.ssl', option: 'ssl', unsafe: ['require', 'allow', 'prefer', 'no-verify'], weakness: 'verification', calls: ['postgres#()'], safeDefault: false, source: 'https://github.com/porsager/postgres#ssl' },
  { id: 'pg.ssl', option: 'ssl', unsafe: ['no-verify'], weakness: 'verification', calls: 'anywhere', safeDefault: false, source: 'https://node-postgres.com/features/ssl' },
  { id: 'pg.sslmode', option: 'sslmode', unsafe: ['disable', 'allow', 'prefer', 'no-verify'], weakness: 'verification', calls: 'anywhere', safeDefault: false, source: 'https://www.postgresql.org/docs/current/libpq-ssl.html' },
  { id: 'oracledb.sslServerDNMatch', option: 'sslServerDNMatch', unsafe: [false], weakness: 'identity', calls: 'anywhere', safeDefault: true, source: 'https://node-oracledb.readthedocs.io/en/latest/api_manual/oracledb.html' },
  { id: 'oracledb.sslAllowWeakDNMatch', option: 'sslAllowWeakDNMatch', unsafe: [true], weakness: 'identity', calls: 'anywhere', safeDefault: true, strict: true, source: 'https://node-oracledb.readthedocs.io/en/latest/api_manual/oracledb.html#createpoolpoolattrsssltls' },
  { id: 'snowflake.insecureConnect', option: 'insecureConnect', unsafe: [true], weakness: 'verification', calls: 'anywhere', safeDefault: true, source: 'https://docs.snowflake.com/en/developer-guide/node-js/nodejs-driver-options' },
  { id: 'neo4j.trust', option: 'trust', unsafe: ['TRUST_ALL_CERTIFICATES', 'TRUST_ON_FIRST_USE'], weakness: 'verification', calls: 'anywhere', safeDefault: true, source: 'https://neo4j.com/docs/javascript-manual/current/connect-advanced/' },
  { id: 'neo4j.encrypted', option: 'encrypted', unsafe: [false, 'ENCRYPTION_OFF'], weakness: 'cleartext', calls: ['neo4j-driver#driver'], safeDefault: false, source: 'https://neo4j.com/docs/javascript-manual/current/connect-advanced/' },
  { id: 'cassandra.sslOptions', option: 'sslOptions', unsafe: [false, null], weakness: 'cleartext', calls: ['cassandra-driver#Client()'], safeDefault: false, strict: true, source: 'https://docs.datastax.com/en/developer/nodejs-driver/latest/features/tls/' },
  { id: 'sql.ssl', option: 'ssl', unsafe: [false, 'disable'], weakness: 'cleartext', calls: ['pg#Client()', 'pg#Pool()', 'postgres#()', 'mysql#createConnection', 'mysql#createPool', 'mysql2#createConnection', 'mysql2#createPool', 'mysql2/promise#createConnection', 'mysql2/promise#createPool', 'mongodb#MongoClient()', 'typeorm#DataSource()', 'kafkajs#Kafka()', 'slonik#createPool'], safeDefault: false, strict: true, source: 'https://node-postgres.com/features/ssl' },
  { id: 'sql.tls', option: 'tls', unsafe: [false], weakness: 'cleartext', calls: ['mongodb#MongoClient()', 'mongoose#connect', 'redis#createClient', 'imap#()', 'imapflow#ImapFlow()', '@aws-sdk/client-*', '@clickhouse/client#createClient'], safeDefault: false, strict: true, source: MONGODB },

  { id: 'kafka.endpointIdentification', option: 'ssl.endpoint.identification.algorithm', unsafe: ['none', ''], weakness: 'identity', calls: 'anywhere', safeDefault: true, source: 'https://github.com/confluentinc/librdkafka/blob/master/CONFIGURATION.md' },
  { id: 'kafka.securityProtocol', option: 'security.protocol', unsafe: ['plaintext', 'sasl_plaintext', 'PLAINTEXT', 'SASL_PLAINTEXT'], weakness: 'cleartext', calls: 'anywhere', safeDefault: false, strict: true, source: 'https://github.com/confluentinc/librdkafka/blob/master/CONFIGURATION.md' },
  { id: 'pusher.useTLS', option: 'useTLS', unsafe: [false], weakness: 'cleartext', calls: ['pusher#()'], safeDefault: false, source: 'https://github.com/pusher/pusher-http-node#configuration' },
  { id: 'pusher-js.forceTLS', option: 'forceTLS', unsafe: [false], weakness: 'cleartext', calls: ['pusher-js#()', 'laravel-echo#()'], safeDefault: true, source: 'https://github.com/pusher/pusher-js#configuration' },

  // Mail, files, directories
  { id: 'nodemailer.ignoreTLS', option: 'ignoreTLS', unsafe: [true], weakness: 'cleartext', calls: 'anywhere', safeDefault: true, source: SMTP },
  { id: 'nodemailer.secure', option: 'secure', unsafe: [false], weakness: 'cleartext', calls: ['nodemailer#createTransport', 'nodemailer#createTransport()', 'smtp-connection#()'], unless: [{ option: 'requireTLS', value: true }], safeDefault: false, strict: true, source: SMTP },
  { id: 'ftp.secure', option: 'secure', unsafe: [false], weakness: 'cleartext', calls: ['basic-ftp#Client().access', 'ftp#().connect', 'promise-ftp#().connect'], safeDefault: false, source: 'https://github.com/patrickjuchli/basic-ftp#access' },
  { id: 'ldap.tls', option: 'starttls', unsafe: [false], weakness: 'cleartext', calls: ['ldapjs#createClient', 'ldapts#Client()'], safeDefault: false, strict: true, source: 'http://ldapjs.org/client.html#starttls' },
  { id: 'imap.autotls', option: 'autotls', unsafe: ['never'], weakness: 'cleartext', calls: ['imap#()', 'imap-simple#connect'], unless: [{ option: 'tls', value: true }], safeDefault: true, strict: true, source: 'https://github.com/mscdex/node-imap#connection-instance-methods' },

  // Proxies
  { id: 'http-proxy.secure', option: 'secure', unsafe: [false], weakness: 'verification', calls: PROXIES, beside: [['target', 'changeOrigin'], ['target', 'ws'], ['target', 'pathRewrite'], ['target', 'rewrite'], ['target', 'logLevel'], ['target', 'xfwd'], ['target', 'headers'], ['target', 'configure'], ['target', 'bypass'], ['target', 'context'], ['target', '^/'], ['target', '^proxy']], safeDefault: true, source: 'https://github.com/http-party/node-http-proxy#options' },
  { id: 'vite.proxy.secure', option: 'secure', unsafe: [false], weakness: 'verification', calls: ['vite#defineConfig', 'vitest/config#defineConfig', '@rsbuild/core#defineConfig', '@rspack/cli#defineConfig'], at: ['server', 'proxy', '*'], safeDefault: true, source: 'https://vite.dev/config/server-options.html#server-proxy' },

  // Remote procedure calls, clusters, clouds
  { id: 'kubernetes.skipTLSVerify', option: 'skipTLSVerify', unsafe: [true], weakness: 'verification', calls: 'anywhere', safeDefault: true, source: K8S },
  { id: 'kubernetes.insecureSkipTLSVerify', option: 'insecureSkipTLSVerify', unsafe: [true], weakness: 'verification', calls: 'anywhere', safeDefault: true, source: K8S },
  { id: 'kubernetes.insecure-skip-tls-verify', option: 'insecure-skip-tls-verify', unsafe: [true], weakness: 'verification', calls: 'anywhere', safeDefault: true, source: K8S },
  { id: 'aws.sslEnabled', option: 'sslEnabled', unsafe: [false], weakness: 'cleartext', calls: ['aws-sdk#*'], beside: [['accessKeyId'], ['s3ForcePathStyle'], ['region']], safeDefault: true, source: 'https://docs.aws.amazon.com/AWSJavaScriptSDK/latest/AWS/Config.html#sslEnabled-property' },
  { id: 'minio.useSSL', option: 'useSSL', unsafe: [false], weakness: 'cleartext', calls: ['minio#Client()', 'minio#()'], safeDefault: true, strict: true, source: 'https://min.io/docs/minio/linux/developers/javascript/API.html' },
  { id: 'azure.allowInsecureConnection', option: 'allowInsecureConnection', unsafe: [true], weakness: 'cleartext', calls: 'anywhere', safeDefault: true, source: 'https://learn.microsoft.com/en-us/javascript/api/@azure/core-rest-pipeline/pipelinerequestoptions' },
  { id: 'oauth4webapi.allowInsecureRequests', option: 'allowInsecureRequests', unsafe: [true], weakness: 'cleartext', calls: 'anywhere', safeDefault: true, source: 'https://github.com/panva/oauth4webapi/blob/main/docs/variables/allowInsecureRequests.md' },

  { id: 'tools.insecure', option: 'insecure', unsafe: [true], weakness: 'verification', calls: ['newman#run', 'loadtest#loadTest', 'docker-registry-client#createClientV2'], safeDefault: true, source: 'https://github.com/postmanlabs/newman#api-reference' },

  // Browsers and application shells
  { id: 'playwright.ignoreHTTPSErrors', option: 'ignoreHTTPSErrors', unsafe: [true], weakness: 'verification', calls: 'anywhere', safeDefault: true, source: 'https://playwright.dev/docs/api/class-browser#browser-new-context-option-ignore-https-errors' },
  { id: 'webdriver.acceptInsecureCerts', option: 'acceptInsecureCerts', unsafe: [true], weakness: 'verification', calls: 'anywhere', safeDefault: true, source: 'https://www.w3.org/TR/webdriver2/#capabilities' },
  { id: 'webdriver.acceptSslCerts', option: 'acceptSslCerts', unsafe: [true], weakness: 'verification', calls: 'anywhere', safeDefault: true, source: 'https://www.selenium.dev/documentation/legacy/desired_capabilities/' },
  { id: 'electron.allowRunningInsecureContent', option: 'allowRunningInsecureContent', unsafe: [true], weakness: 'cleartext', calls: 'anywhere', safeDefault: true, source: 'https://www.electronjs.org/docs/latest/tutorial/security#8-do-not-enable-allowrunninginsecurecontent' },
  { id: 'react-native.trusty', option: 'trusty', unsafe: [true], weakness: 'verification', calls: ['rn-fetch-blob#config', 'react-native-blob-util#config', 'react-native-fetch-blob#config'], safeDefault: true, source: 'https://github.com/joltup/rn-fetch-blob#self-signed-ssl-server' },
  { id: 'expo.usesCleartextTraffic', option: 'usesCleartextTraffic', unsafe: [true], weakness: 'cleartext', calls: 'anywhere', safeDefault: true, source: 'https://docs.expo.dev/versions/latest/sdk/build-properties/#pluginconfigtypeandroid' },
  { id: 'ios.NSAllowsArbitraryLoads', option: 'NSAllowsArbitraryLoads', unsafe: [true], weakness: 'cleartext', calls: 'anywhere', safeDefault: true, source: ATS },
  { id: 'ios.NSExceptionAllowsInsecureHTTPLoads', option: 'NSExceptionAllowsInsecureHTTPLoads', unsafe: [true], weakness: 'cleartext', calls: 'anywhere', safeDefault: true, source: ATS },

  // Infrastructure as code
  { id: 'azure.httpsTrafficOnly', option: 'enableHttpsTrafficOnly', unsafe: [false], weakness: 'cleartext', calls: 'anywhere', safeDefault: true, source: 'https://learn.microsoft.com/en-us/azure/storage/common/storage-require-secure-transfer' },
  { id: 'azure.httpsOnly', option: 'httpsOnly', unsafe: [false], weakness: 'cleartext', calls: ['@pulumi/azure-native#*', '@pulumi/azure#*', '@cdktf/provider-azurerm#*'], safeDefault: false, source: 'https://learn.microsoft.com/en-us/azure/app-service/configure-ssl-bindings#enforce-https' },
  { id: 'cloudfront.viewerProtocolPolicy', option: 'viewerProtocolPolicy', unsafe: ['allow-all'], weakness: 'cleartext', calls: 'anywhere', safeDefault: false, source: 'https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_cloudfront.ViewerProtocolPolicy.html' },
  { id: 'elasticache.transitEncryption', option: 'transitEncryptionEnabled', unsafe: [false], weakness: 'cleartext', calls: 'anywhere', safeDefault: false, source: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/in-transit-encryption.html' },
  { id: 'efs.transitEncryption', option: 'transitEncryption', unsafe: ['DISABLED'], weakness: 'cleartext', calls: 'anywhere', safeDefault: false, source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EFSVolumeConfiguration.html' },
  { id: 'opensearch.enforceHttps', option: 'enforceHttps', unsafe: [false], weakness: 'cleartext', calls: 'anywhere', safeDefault: false, source: 'https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_opensearchservice.Domain.html#enforcehttps' },
  { id: 'opensearch.nodeToNodeEncryption', option: 'nodeToNodeEncryption', unsafe: [false], weakness: 'cleartext', calls: 'anywhere', safeDefault: false, source: 'https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_opensearchservice.Domain.html#nodetonodeencryption' },
  { id: 'rds.force_ssl', option: 'rds.force_ssl', unsafe: ['0', 0], weakness: 'cleartext', calls: 'anywhere', safeDefault: false, source: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/PostgreSQL.Concepts.General.SSL.html' },
  { id: 'mysql.require_secure_transport', option: 'require_secure_transport', unsafe: ['OFF', '0', 0, false], weakness: 'cleartext', calls: 'anywhere', safeDefault: false, source: 'https://dev.mysql.com/doc/refman/8.4/en/server-system-variables.html#sysvar_require_secure_transport' },
  { id: 'docdb.tls', option: 'tls', unsafe: ['disabled'], weakness: 'cleartext', calls: 'anywhere', safeDefault: false, source: 'https://docs.aws.amazon.com/documentdb/latest/developerguide/security.encryption.ssl.html' },
  { id: 'redshift.require_ssl', option: 'require_ssl', unsafe: ['false', false], weakness: 'cleartext', calls: 'anywhere', safeDefault: false, source: 'https://docs.aws.amazon.com/redshift/latest/mgmt/connecting-ssl-support.html' },
  { id: 'msk.clientBroker', option: 'clientBroker', unsafe: ['PLAINTEXT', 'TLS_PLAINTEXT'], weakness: 'cleartext', calls: 'anywhere', safeDefault: true, source: 'https://docs.aws.amazon.com/msk/1.0/apireference/clusters-clusterarn.html#clusters-clusterarn-model-encryptionintransit' },
  { id: 'cloudsql.requireSsl', option: 'requireSsl', unsafe: [false], weakness: 'cleartext', calls: 'anywhere', safeDefault: false, source: 'https://cloud.google.com/sql/docs/postgres/admin-api/rest/v1/instances#IpConfiguration' },
  { id: 'cloudsql.sslMode', option: 'sslMode', unsafe: ['ALLOW_UNENCRYPTED_AND_ENCRYPTED'], weakness: 'cleartext', calls: 'anywhere', safeDefault: false, source: 'https://cloud.google.com/sql/docs/postgres/admin-api/rest/v1/instances#IpConfiguration' },
  { id: 'azure.enableNonSslPort', option: 'enableNonSslPort', unsafe: [true], weakness: 'cleartext', calls: 'anywhere', safeDefault: true, source: 'https://learn.microsoft.com/en-us/azure/azure-cache-for-redis/cache-configure#access-ports' },
  { id: 'azure.sslEnforcement', option: 'sslEnforcement', unsafe: ['Disabled'], weakness: 'cleartext', calls: 'anywhere', safeDefault: false, source: 'https://learn.microsoft.com/en-us/azure/mysql/single-server/concepts-ssl-connection-security' },
  { id: 'cloudfront.originProtocolPolicy', option: 'originProtocolPolicy', unsafe: ['http-only'], weakness: 'cleartext', calls: 'anywhere', safeDefault: false, strict: true, source: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CustomOriginConfig.html' },
  { id: 'cdk.protocolPolicy', option: 'protocolPolicy', unsafe: ['http-only'], weakness: 'cleartext', calls: 'anywhere', safeDefault: false, strict: true, source: 'https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_cloudfront_origins.HttpOrigin.html#protocolpolicy' },
  { id: 'cdk.enforceSSL', option: 'enforceSSL', unsafe: [false], weakness: 'cleartext', calls: 'anywhere', safeDefault: false, strict: true, source: 'https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_s3.Bucket.html#enforcessl' },

  // What a server tells browsers
  { id: 'helmet.hsts', option: 'hsts', unsafe: [false], weakness: 'hsts', calls: ['helmet#()', '@fastify/helmet#()', 'koa-helmet#()'], safeDefault: true, strict: true, source: 'https://helmetjs.github.io/#strict-transport-security' },
  { id: 'helmet.strictTransportSecurity', option: 'strictTransportSecurity', unsafe: [false], weakness: 'hsts', calls: 'anywhere', safeDefault: true, strict: true, source: 'https://helmetjs.github.io/#strict-transport-security' },
  { id: 'session.cookie.secure', option: 'secure', unsafe: [false], weakness: 'cookie', calls: ['express-session#()', '@fastify/session#()', 'koa-session#()', 'iron-session#getIronSession'], at: ['cookie'], beside: [['httpOnly'], ['sameSite']], safeDefault: false, strict: true, source: 'https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Set-Cookie#secure' },
  { id: 'cookie.secure', option: 'secure', unsafe: [false], weakness: 'cookie', calls: ['express#Response().cookie', 'fastify#FastifyReply().setCookie', 'cookie#serialize', 'js-cookie#set', 'cookie-session#()', 'hono/cookie#setCookie', 'cookies-next#setCookie', 'next/headers#cookies().set'], safeDefault: false, strict: true, source: 'https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Set-Cookie#secure' },
] as const satisfies readonly TlsOptionRow[]

/** A method whose call weakens a connection by itself, or by its first argument. */
export interface TlsMethodRow {
  id: string
  /** The method's name; unmistakable ones are known on any object. */
  method: string
  /** Qualified names, where the method's name alone says too little. */
  calls?: readonly string[]
  /** Constant arguments that make it unsafe, by position; none: every call is. */
  args?: readonly (readonly (string | number | boolean | null)[])[]
  weakness: TlsWeakness
  source: string
}

// prettier-ignore
export const tlsMethods = [
  { id: 'superagent.disableTLSCerts', method: 'disableTLSCerts', weakness: 'verification', source: 'https://forwardemail.github.io/superagent/#tls-options' },
  { id: 'cordova.setServerTrustMode', method: 'setServerTrustMode', args: [['nocheck']], weakness: 'verification', source: 'https://github.com/silkimen/cordova-plugin-advanced-http#setservertrustmode' },
  { id: 'cordova.acceptAllCerts', method: 'acceptAllCerts', args: [[true]], weakness: 'verification', source: 'https://github.com/silkimen/cordova-plugin-advanced-http' },
  { id: 'grpc.createInsecure', method: 'createInsecure', calls: ['@grpc/grpc-js#credentials.createInsecure', '@grpc/grpc-js#ChannelCredentials.createInsecure', 'grpc#credentials.createInsecure', '@connectrpc/connect-node#createInsecure', 'nice-grpc#ChannelCredentials.createInsecure', '@nestjs/microservices#createInsecure'], weakness: 'cleartext', source: 'https://grpc.io/docs/guides/auth/#nodejs' },
] as const satisfies readonly TlsMethodRow[]

/** A hook that decides whether the peer is who it says; a function that can't refuse switches the check off. */
export interface IdentityHookRow {
  id: string
  option: string
  source: string
}

// prettier-ignore
export const identityHooks = [
  { id: 'node.checkServerIdentity', option: 'checkServerIdentity', source: NODE },
  { id: 'nodegit.certificateCheck', option: 'certificateCheck', source: 'https://www.nodegit.org/api/remote_callbacks/#certificateCheck' },
  { id: 'ssh2.hostVerifier', option: 'hostVerifier', source: 'https://github.com/mscdex/ssh2#client-methods' },
] as const satisfies readonly IdentityHookRow[]

/**
 * Words of option names that nobody's catalog knows: `skipTlsVerification`, `sslVerify`, `allowSelfSignedCerts`.
 * A name is a switch when it holds a subject and an act.
 */
// prettier-ignore
export const tlsNameWords = {
  /** What is meant: transport security. */
  subjects: ['tls', 'ssl', 'https', 'x509'],
  /** What is meant, too weak a hint for `verify…: false` (schools issue certificates), enough beside a negating word. */
  certificates: ['cert', 'certs', 'certificate', 'certificates'],
  /** Acts of checking: unsafe when false. */
  checks: ['verify', 'verification', 'validate', 'validation', 'check', 'checks', 'checking', 'strict', 'reject', 'verifypeer', 'authorize', 'authorization'],
  /** Words that turn a check round: unsafe when true. */
  negations: ['skip', 'ignore', 'ignoring', 'disable', 'disabled', 'no', 'bypass', 'without', 'omit', 'suppress'],
  /** What one skips or ignores besides checks. */
  faults: ['error', 'errors', 'warning', 'warnings', 'issues', 'failures', 'invalid', 'problems'],
  /** Words of acceptance: unsafe when true, beside a word of doubt. */
  acceptances: ['allow', 'accept', 'trust', 'permit', 'tolerate', 'ignore', 'dangerously', 'danger'],
  /** What should not be accepted. */
  doubts: ['invalid', 'insecure', 'unsafe', 'untrusted', 'unauthorized', 'unverified', 'selfsigned', 'self', 'all', 'any', 'bad', 'expired', 'broken'],
  /** Words that say the name is about the switch, not the switch. */
  about: ['count', 'label', 'message', 'text', 'title', 'description', 'desc', 'tooltip', 'help', 'url', 'path', 'file', 'date', 'at', 'id', 'env', 'flag', 'name', 'status', 'result', 'results', 'visible', 'shown', 'open', 'loading', 'supported', 'available'],
} as const
