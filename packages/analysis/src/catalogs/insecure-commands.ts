/** What a command line or an environment holds that switches the check of certificates, or encryption, off. */
export interface InsecureCommandRow {
  id: string
  /** Base names of the programs that understand it; empty: whatever program runs (Node's and Chromium's own switches). */
  programs: readonly string[]
  /** Words of which one must stand behind the program. A word that ends in `=` may go on. */
  flags?: readonly string[]
  /** Letters that say the same in a bundle of short options (`-sSk`). */
  short?: string
  /** Letters of short options that take the rest of the word, or the next word, as their value. */
  shortWithValue?: string
  /** Names and values that belong together: `-c http.sslVerify=false`, `config http.sslVerify false`. */
  setting?: { name: string; values: readonly string[] }
  kind: 'verification' | 'protocol' | 'cleartext'
  /** What it does, as a sentence's end: "which …". */
  does: string
  /** What to do instead. */
  instead: string
  source: string
}

const CURL_WITH_VALUE = 'AbcCdDeEFHhKmopPQrtTuUwxXyYz'
const OFF = ['false', '0', 'no', 'off', 'n'] as const
const ON = ['true', '1', 'yes', 'on'] as const
const CA = 'give the private authority to the program as a CA file'

// prettier-ignore
export const insecureCommands = [
  { id: 'curl', programs: ['curl'], flags: ['--insecure', '--proxy-insecure', '--doh-insecure'], short: 'k', shortWithValue: CURL_WITH_VALUE, kind: 'verification', does: 'accepts any certificate', instead: 'pass the private authority with `--cacert`', source: 'https://curl.se/docs/manpage.html#-k' },
  { id: 'wget', programs: ['wget'], flags: ['--no-check-certificate', '--check-certificate=no', '--check-certificate=quiet'], kind: 'verification', does: 'accepts any certificate', instead: 'pass the private authority with `--ca-certificate`', source: 'https://www.gnu.org/software/wget/manual/wget.html#HTTPS-_0028SSL_002fTLS_0029-Options' },
  { id: 'aria2c', programs: ['aria2c'], flags: ['--check-certificate=false'], kind: 'verification', does: 'accepts any certificate', instead: 'pass the private authority with `--ca-certificate`', source: 'https://aria2.github.io/manual/en/html/aria2c.html#cmdoption-check-certificate' },
  { id: 'httpie', programs: ['http', 'https', 'httpie'], flags: ['--verify=no', '--verify=false'], kind: 'verification', does: 'accepts any certificate', instead: 'pass the private authority with `--verify=ca.pem`', source: 'https://httpie.io/docs/cli/server-ssl-certificate-verification' },
  { id: 'git', programs: ['git'], setting: { name: 'http.sslVerify', values: OFF }, kind: 'verification', does: 'lets git accept any certificate', instead: 'set `http.sslCAInfo`', source: 'https://git-scm.com/docs/git-config#Documentation/git-config.txt-httpsslVerify' },
  { id: 'git-env', programs: [], setting: { name: 'GIT_SSL_NO_VERIFY', values: ON }, kind: 'verification', does: 'lets git accept any certificate', instead: 'set `GIT_SSL_CAINFO`', source: 'https://git-scm.com/docs/git#Documentation/git.txt-codeGITSSLNOVERIFYcode' },
  { id: 'npm', programs: ['npm', 'pnpm', 'yarn', 'bun'], setting: { name: 'strict-ssl', values: OFF }, kind: 'verification', does: 'lets the package manager install from anybody who answers', instead: 'set `cafile`', source: 'https://docs.npmjs.com/cli/using-npm/config#strict-ssl' },
  { id: 'npm-flag', programs: ['npm', 'npx', 'pnpm'], flags: ['--no-strict-ssl'], kind: 'verification', does: 'lets the package manager install from anybody who answers', instead: 'set `cafile`', source: 'https://docs.npmjs.com/cli/using-npm/config#strict-ssl' },
  { id: 'yarn-berry', programs: ['yarn'], setting: { name: 'enableStrictSsl', values: OFF }, kind: 'verification', does: 'lets the package manager install from anybody who answers', instead: 'set `httpsCaFilePath`', source: 'https://yarnpkg.com/configuration/yarnrc#enableStrictSsl' },
  { id: 'npm-env', programs: [], setting: { name: 'npm_config_strict_ssl', values: OFF }, kind: 'verification', does: 'lets the package manager install from anybody who answers', instead: 'set `npm_config_cafile`', source: 'https://docs.npmjs.com/cli/using-npm/config#strict-ssl' },
  { id: 'yarn-env', programs: [], setting: { name: 'YARN_ENABLE_STRICT_SSL', values: OFF }, kind: 'verification', does: 'lets the package manager install from anybody who answers', instead: 'set `YARN_HTTPS_CA_FILE_PATH`', source: 'https://yarnpkg.com/configuration/yarnrc#enableStrictSsl' },
  { id: 'pip', programs: ['pip', 'pip3', 'uv'], flags: ['--trusted-host', '--trusted-host='], kind: 'verification', does: 'installs from that host whatever certificate it shows', instead: 'pass the private authority with `--cert`', source: 'https://pip.pypa.io/en/stable/cli/pip/#cmdoption-trusted-host' },
  { id: 'kubectl', programs: ['kubectl', 'oc', 'helm', 'argocd', 'flux'], flags: ['--insecure-skip-tls-verify', '--insecure-skip-tls-verify=true', '--kube-insecure-skip-tls-verify'], kind: 'verification', does: 'accepts any API server', instead: 'pass the cluster\'s authority with `--certificate-authority`', source: 'https://kubernetes.io/docs/reference/kubectl/generated/kubectl/' },
  { id: 'aws', programs: ['aws'], flags: ['--no-verify-ssl'], kind: 'verification', does: 'accepts any certificate', instead: 'pass the private authority with `--ca-bundle`', source: 'https://docs.aws.amazon.com/cli/latest/reference/#options' },
  { id: 'mongo', programs: ['mongo', 'mongosh', 'mongodump', 'mongorestore', 'mongod'], flags: ['--tlsAllowInvalidCertificates', '--tlsAllowInvalidHostnames', '--sslAllowInvalidCertificates', '--sslAllowInvalidHostnames'], kind: 'verification', does: 'accepts any database server', instead: 'pass the private authority with `--tlsCAFile`', source: 'https://www.mongodb.com/docs/mongodb-shell/reference/options/' },
  { id: 'redis-cli', programs: ['redis-cli'], flags: ['--insecure'], kind: 'verification', does: 'accepts any server', instead: 'pass the private authority with `--cacert`', source: 'https://redis.io/docs/latest/develop/tools/cli/' },
  { id: 'mysql', programs: ['mysql', 'mysqldump', 'mysqladmin', 'mariadb'], flags: ['--ssl-mode=DISABLED', '--skip-ssl', '--ssl=0'], kind: 'cleartext', does: 'sends queries and password unencrypted', instead: 'use `--ssl-mode=VERIFY_IDENTITY`', source: 'https://dev.mysql.com/doc/refman/8.4/en/connection-options.html#option_general_ssl-mode' },
  { id: 'pg-env', programs: [], setting: { name: 'PGSSLMODE', values: ['disable', 'allow', 'prefer', 'no-verify'] }, kind: 'verification', does: 'lets the database client talk to anybody, or without TLS', instead: 'use `verify-full`', source: 'https://www.postgresql.org/docs/current/libpq-ssl.html' },
  { id: 'deno', programs: ['deno'], flags: ['--unsafely-ignore-certificate-errors'], kind: 'verification', does: 'accepts any certificate', instead: 'pass the private authority with `--cert`', source: 'https://docs.deno.com/runtime/reference/cli/run/' },
  { id: 'chromium', programs: [], flags: ['--ignore-certificate-errors', '--ignore-certificate-errors=true', '--ignore-urlfetcher-cert-requests', '--ignore-ssl-errors', '--ignore-ssl-errors=true', '--ignore-ssl-errors=yes', '--ignore-ssl-errors=any'], kind: 'verification', does: 'lets the browser accept any certificate', instead: 'trust the one key with `--ignore-certificate-errors-spki-list`, or install the test authority', source: 'https://peter.sh/experiments/chromium-command-line-switches/#ignore-certificate-errors' },
  { id: 'chromium-mixed', programs: [], flags: ['--allow-running-insecure-content', '--allow-running-insecure-content=true'], kind: 'cleartext', does: 'lets a page run scripts that came over http:', instead: 'serve them over https:', source: 'https://peter.sh/experiments/chromium-command-line-switches/#allow-running-insecure-content' },
  { id: 'node-env', programs: [], setting: { name: 'NODE_TLS_REJECT_UNAUTHORIZED', values: ['0'] }, kind: 'verification', does: 'makes every TLS connection of the process accept any certificate', instead: 'name the private authority in `NODE_EXTRA_CA_CERTS`', source: 'https://nodejs.org/docs/latest/api/cli.html#node_tls_reject_unauthorizedvalue' },
  { id: 'node-tls-min-v1.0', programs: [], flags: ['--tls-min-v1.0', '--tls-min-v1.1'], kind: 'protocol', does: 'lets every TLS connection of the process fall back to a version that RFC 8996 withdrew', instead: 'leave the default, TLS 1.2', source: 'https://nodejs.org/docs/latest/api/cli.html#--tls-min-v10' },
  { id: 'node-openssl-legacy', programs: [], flags: ['--openssl-legacy-provider'], kind: 'protocol', does: 'brings back the algorithms that OpenSSL 3 retired, for the whole process', instead: 'update the tool that still needs MD4 (webpack 5.61, or 4 with another `output.hashFunction`)', source: 'https://nodejs.org/docs/latest/api/cli.html#--openssl-legacy-provider' },
  { id: 'python-env', programs: [], setting: { name: 'PYTHONHTTPSVERIFY', values: ['0'] }, kind: 'verification', does: 'lets Python accept any certificate', instead: 'set `SSL_CERT_FILE`', source: 'https://peps.python.org/pep-0493/' },
  { id: 'azure-env', programs: [], setting: { name: 'AZURE_CLI_DISABLE_CONNECTION_VERIFICATION', values: ON }, kind: 'verification', does: 'lets the Azure CLI accept any certificate', instead: 'set `REQUESTS_CA_BUNDLE`', source: 'https://learn.microsoft.com/en-us/cli/azure/use-azure-cli-successfully-troubleshooting' },
  { id: 'grpc-env', programs: [], setting: { name: 'GRPC_SSL_CIPHER_SUITES', values: ['NULL', 'ALL', 'DEFAULT@SECLEVEL=0'] }, kind: 'protocol', does: 'widens the cipher suites of every gRPC channel', instead: `leave the default`, source: 'https://github.com/grpc/grpc-node/blob/master/doc/environment_variables.md' },
  { id: 'composer', programs: ['composer'], setting: { name: 'disable-tls', values: ON }, kind: 'verification', does: 'downloads packages without TLS', instead: CA, source: 'https://getcomposer.org/doc/06-config.md#disable-tls' },
] as const satisfies readonly InsecureCommandRow[]
