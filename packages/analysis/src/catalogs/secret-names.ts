/** What a credential's name says the credential is. */
export type CredentialSort = 'password' | 'key' | 'token' | 'secret' | 'code' | 'connection' | 'header' | 'session'

/** One way to name a credential: a head (the last words of a name) and what must, or must not, stand before it. */
export interface SecretNameRow {
  readonly id: string
  /** The words at the end of the name, in the singular; several spellings of one thing share a row. */
  readonly heads: readonly string[]
  /** At least one of these words stands before the head. */
  readonly with?: readonly string[]
  /** None of these words stands before the head: they make it something else. */
  readonly except?: readonly string[]
  /** Nothing stands before the head. */
  readonly alone?: boolean
  readonly what: CredentialSort
  /** `likely`: other things are named so too, a second sign should agree. */
  readonly certainty: 'sure' | 'likely'
  /** The plural means something else (`tokens` are counted in AI code). */
  readonly singularOnly?: boolean
  readonly source: string
}

const CWE_798 = 'https://cwe.mitre.org/data/definitions/798.html'
const OWASP_SECRETS = 'https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html'
const OWASP_LOGGING = 'https://cheatsheetseries.owasp.org/cheatsheets/Logging_Cheat_Sheet.html#data-to-exclude'
const OAUTH = 'https://www.rfc-editor.org/rfc/rfc6749'
const HTTP_AUTH = 'https://www.rfc-editor.org/rfc/rfc9110#field.authorization'
const COOKIES = 'https://www.rfc-editor.org/rfc/rfc6265#section-8'
const BIP_39 = 'https://github.com/bitcoin/bips/blob/master/bip-0039.mediawiki'

// prettier-ignore
/** Providers whose name before `key` (`STRIPE_KEY`) leaves no doubt. */
export const providerWords = [
  'openai', 'anthropic', 'claude', 'gemini', 'mistral', 'cohere', 'groq', 'xai', 'grok', 'perplexity', 'openrouter', 'deepseek', 'together', 'fireworks',
  'replicate', 'huggingface', 'hf', 'elevenlabs', 'fal', 'pinecone', 'langsmith', 'langfuse', 'tavily', 'serper', 'serpapi', 'deepgram', 'assemblyai',
  'aws', 'azure', 'gcp', 'cloudflare', 'digitalocean', 'heroku', 'vercel', 'netlify', 'supabase', 'stripe', 'paypal', 'paystack', 'razorpay', 'square',
  'braintree', 'plaid', 'twilio', 'sendgrid', 'mailgun', 'mailchimp', 'postmark', 'resend', 'brevo', 'mailjet', 'slack', 'discord', 'telegram', 'github',
  'gitlab', 'bitbucket', 'npm', 'notion', 'airtable', 'linear', 'hubspot', 'salesforce', 'shopify', 'zendesk', 'intercom', 'datadog', 'newrelic',
  'pagerduty', 'algolia', 'cloudinary', 'mapbox', 'pusher', 'ably', 'alchemy', 'infura', 'etherscan', 'binance', 'coinbase', 'kraken', 'auth0', 'okta',
  'clerk', 'workos', 'gmaps', 'openweather', 'weather', 'tmdb', 'unsplash', 'nasa', 'newsapi', 'rapidapi', 'steam', 'vapid', 'gpt', 'llm',
] as const

/** How credentials are named. A name is judged by its last words (the head) and by the words before them, never by a substring. */
// prettier-ignore
export const secretNames = [
  { id: 'password', heads: ['password', 'passwd', 'pwd', 'passcode', 'passphrase', 'passwrd', 'passw', 'pswd', 'psswd'], what: 'password', certainty: 'sure', source: CWE_798 },
  { id: 'password-other-languages', heads: ['passwort', 'kennwort', 'contrasena', 'contrasenia', 'mot de passe', 'motdepasse', 'senha', 'wachtwoord', 'haslo', 'losenord', 'adgangskode', 'salasana'], what: 'password', certainty: 'sure', source: CWE_798 },
  { id: 'pass', heads: ['pass', 'pw', 'psw'], with: ['db', 'database', 'user', 'usr', 'username', 'smtp', 'mail', 'email', 'admin', 'mysql', 'mariadb', 'pg', 'postgres', 'postgresql', 'sql', 'redis', 'mongo', 'mongodb', 'ftp', 'sftp', 'auth', 'proxy', 'rabbitmq', 'amqp', 'mqtt', 'root', 'login', 'account', 'basic', 'http', 'ssh', 'imap', 'pop3', 'ldap', 'my', 'keystore', 'truststore', 'key', 'cert', 'certificate', 'pfx', 'p12', 'wifi', 'elastic', 'es', 'neo4j', 'clickhouse', 'kafka', 'broker', 'service', 'api', 'zip', 'vault', 'bind', 'demo', 'test', 'secret', 'gmail', 'wp', 'jenkins', 'docker', 'registry', 'nexus', 'jira', 'superuser', 'owner', 'master', 'guest', 'client', 'server', 'app', 'default', 'local', 'prod', 'dev', 'staging', 'new', 'old', 'current', 'confirm', 'plain', 'encryption'], except: ['render', 'first', 'second', 'boarding', 'season', 'depth', 'shader'], what: 'password', certainty: 'sure', source: CWE_798 },
  { id: 'pass-alone', heads: ['pass', 'pw'], alone: true, what: 'password', certainty: 'likely', singularOnly: true, source: CWE_798 },
  { id: 'secret', heads: ['secret', 'shared secret', 'secret key', 'secret access key', 'secret token'], except: ['top', 'victoria', 'santa', 'agent'], what: 'secret', certainty: 'sure', source: OWASP_SECRETS },
  { id: 'credential', heads: ['credential', 'cred'], except: ['application', 'bad', 'invalid', 'wrong', 'missing', 'unknown', 'expired', 'no'], what: 'secret', certainty: 'likely', source: OWASP_SECRETS },
  { id: 'api-key', heads: ['apikey', 'api key', 'api token', 'apitoken', 'api secret', 'app secret', 'client secret', 'consumer secret'], except: ['public', 'publishable'], what: 'key', certainty: 'sure', source: OWASP_SECRETS },
  { id: 'secret-kind-of-key', heads: ['key'], with: ['api', 'access', 'secret', 'private', 'priv', 'signing', 'sign', 'encryption', 'encrypt', 'decryption', 'decrypt', 'auth', 'authentication', 'authorization', 'jwt', 'jws', 'jwe', 'hmac', 'aes', 'rsa', 'ecdsa', 'ed25519', 'crypto', 'cipher', 'ssh', 'pgp', 'gpg', 'tls', 'ssl', 'subscription', 'webhook', 'wallet', 'deploy', 'symmetric', 'signature', 'ingest', 'ingestion', 'license', 'licence', 'kms', 'wep', 'wpa', ...providerWords], except: ['public', 'pub', 'publishable', 'anon', 'site', 'cache', 'storage', 'primary', 'foreign', 'partition', 'sort', 'object', 'error', 'verification', 'verifying', 'verify', 'query', 'index', 'search', 'translation', 'i18n', 'lang', 'message', 'group', 'unique', 'idempotency', 'row', 'column', 'field', 'react', 'state', 'event', 'metadata', 'meta', 'map', 'hash', 'dict', 'cookie', 'lookup', 'config', 'settings', 'option', 'param', 'redis', 's3', 'bucket', 'local', 'shortcut', 'hot', 'arrow', 'modifier', 'ephemeral', 'label', 'tag', 'sizing', 'style', 'theme', 'registry'], what: 'key', certainty: 'sure', source: OWASP_SECRETS },
  { id: 'often-secret-kind-of-key', heads: ['key'], with: ['enc', 'master', 'service', 'server', 'admin', 'account', 'session', 'shared', 'root', 'bot', 'integration', 'app', 'application', 'host', 'functions', 'function', 'security', 'secure', 'otp', 'totp', 'write', 'read', 'ai', 'device', 'customer', 'user', 'client', 'connection', 'seed', 'cookie', 'derivation', 'derived'], except: ['trusted', 'public', 'pub', 'publishable', 'anon', 'site', 'cache', 'storage', 'primary', 'foreign', 'partition', 'sort', 'object', 'error', 'verification', 'verifying', 'query', 'index', 'search', 'translation', 'i18n', 'lang', 'message', 'group', 'unique', 'idempotency', 'row', 'column', 'field', 'react', 'state', 'event', 'metadata', 'meta', 'map', 'hash', 'dict', 'lookup', 'config', 'settings', 'option', 'param', 'redis', 's3', 'bucket', 'local', 'shortcut', 'hot', 'arrow', 'modifier', 'label', 'tag', 'style', 'theme', 'context', 'path', 'file', 'temp', 'template', 'class'], what: 'key', certainty: 'likely', source: OWASP_SECRETS },
  { id: 'key-qualified-after', heads: ['private key pem', 'key pem', 'key material', 'private pem', 'privkey', 'secretkey', 'passkey'], what: 'key', certainty: 'sure', source: OWASP_SECRETS },
  { id: 'token', heads: ['token'], except: ['correlation', 'progress', 'max', 'min', 'num', 'n', 'nb', 'number', 'count', 'total', 'prompt', 'completion', 'input', 'output', 'reasoning', 'cached', 'cache', 'audio', 'image', 'text', 'accepted', 'rejected', 'prediction', 'thinking', 'budget', 'next', 'prev', 'previous', 'page', 'pagination', 'paging', 'continuation', 'continue', 'start', 'starting', 'end', 'ending', 'stop', 'eos', 'bos', 'pad', 'unk', 'sep', 'cls', 'mask', 'special', 'vocab', 'subword', 'byte', 'syntax', 'lexer', 'lex', 'parser', 'parse', 'ast', 'tree', 'node', 'grammar', 'punctuation', 'punctuator', 'keyword', 'identifier', 'operator', 'string', 'comment', 'whitespace', 'brace', 'bracket', 'paren', 'comma', 'colon', 'semicolon', 'template', 'open', 'opening', 'close', 'closing', 'question', 'dot', 'left', 'right', 'first', 'last', 'css', 'design', 'style', 'theme', 'color', 'colour', 'spacing', 'font', 'typography', 'shadow', 'radius', 'size', 'space', 'alias', 'global', 'cancel', 'cancellation', 'abort', 'injection', 'inject', 'provider', 'di', 'date', 'format', 'sync', 'change', 'cursor', 'resume', 'marker', 'erc20', 'nft', 'spl', 'lp', 'native', 'pay', 'quote', 'base', 'reward', 'governance', 'stable', 'collateral', 'in', 'out', 'public', 'code', 'word', 'literal', 'regex', 'modifier', 'inline', 'block', 'heading', 'list', 'fence', 'link', 'jsx', 'jsdoc', 'syntax', 'current', 'missing', 'unexpected', 'expected', 'binary', 'assignment', 'unary', 'type', 'expression', 'estimated', 'used', 'remaining', 'available', 'average', 'avg', 'delta', 'draft', 'concurrency', 'fencing', 'lease', 'idempotency', 'draw'], singularOnly: true, what: 'token', certainty: 'likely', source: OAUTH },
  { id: 'secret-kind-of-token', heads: ['token'], with: ['access', 'refresh', 'auth', 'authentication', 'authorization', 'oauth', 'bearer', 'api', 'bot', 'session', 'jwt', 'id', 'identity', 'personal', 'service', 'admin', 'user', 'login', 'reset', 'verification', 'activation', 'invite', 'invitation', 'security', 'sas', 'deploy', 'webhook', 'secret', 'private', 'app', 'application', 'push', 'device', 'registration', 'csrf', 'xsrf', 'password', 'magic', 'sso', 'saml', 'client', 'server', 'account', 'customer', 'tenant', 'github', 'gh', 'signed', 'master', 'integration', 'impersonation', 'management', 'vault', 'slack', 'my', 'remember', 'installation', 'registry', ...providerWords], except: ['public', 'max', 'min', 'num', 'count', 'total', 'prompt', 'completion', 'input', 'output', 'cancel', 'cancellation', 'design', 'syntax', 'next', 'page', 'continuation', 'injection'], what: 'token', certainty: 'sure', source: OAUTH },
  { id: 'token-spelled-together', heads: ['authtoken', 'accesstoken', 'bearer', 'jwt', 'pat', 'sas', 'bearer auth', 'id token hint', 'verify token'], what: 'token', certainty: 'likely', source: OAUTH },
  { id: 'one-time-code', heads: ['otp', 'totp', 'one time password', 'mfa code', '2fa code', 'two factor code', 'verification code', 'recovery code', 'backup code', 'auth code', 'authorization code', 'access code', 'security code', 'pin', 'pin code', 'pincode', 'invite code', 'code verifier', 'otp code', 'sms code', 'reset code', 'secret code'], what: 'code', certainty: 'likely', source: OWASP_LOGGING },
  { id: 'wallet-seed', heads: ['mnemonic', 'seed phrase', 'seedphrase', 'recovery phrase', 'secret phrase', 'mnemonic phrase', 'secret seed', 'wallet seed'], what: 'secret', certainty: 'sure', source: BIP_39 },
  { id: 'private-key-forms', heads: ['psk', 'pre shared key', 'preshared key', 'kek', 'dek', 'privatekey', 'private jwk', 'signing jwk'], what: 'key', certainty: 'sure', source: OWASP_SECRETS },
  { id: 'pepper', heads: ['pepper'], with: ['password', 'hash', 'auth', 'secret', 'global', 'server', 'app'], what: 'secret', certainty: 'sure', source: 'https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html#peppering' },
  { id: 'connection-string', heads: ['connection string', 'conn string', 'connstr', 'conn str', 'connectionstring', 'connection uri', 'connection url', 'database url', 'database uri', 'db url', 'db uri', 'mongo url', 'mongo uri', 'mongodb uri', 'mongodb url', 'redis url', 'redis uri', 'postgres url', 'postgresql url', 'mysql url', 'amqp url', 'rabbitmq url', 'cloudamqp url', 'smtp url', 'webhook url', 'webhook uri'], what: 'connection', certainty: 'likely', source: OWASP_LOGGING },
  { id: 'authorization-header', heads: ['authorization', 'auth header', 'authorization header', 'proxy authorization', 'basic auth', 'authentication header'], what: 'header', certainty: 'likely', source: HTTP_AUTH },
  { id: 'cookie', heads: ['cookie', 'cookies', 'set cookie', 'cookie header', 'session cookie', 'auth cookie'], what: 'session', certainty: 'likely', source: COOKIES },
  { id: 'session-id', heads: ['session id', 'sessionid', 'sessid', 'phpsessid', 'jsessionid', 'connect sid', 'session key'], what: 'session', certainty: 'likely', source: OWASP_LOGGING },
] as const satisfies readonly SecretNameRow[]
