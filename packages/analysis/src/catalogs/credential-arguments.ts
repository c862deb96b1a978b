/** How a program takes a credential on its command line, where every user of the machine can read it too. */
export interface CredentialArgumentRow {
  readonly id: string
  /** Base names of the programs. */
  readonly programs: readonly string[]
  /** The word that stands between, where the options mean something else without it. */
  readonly command?: string
  /** Options with the credential as the next word, or after `=`. */
  readonly options?: readonly string[]
  /** Short options with the credential in the same word: `-phunter2`. */
  readonly attached?: readonly string[]
  /** How the credential is written when it is a part of the word: `user:password`, `pass:password`. */
  readonly form?: 'pair' | 'pass'
  /** A command with `%` for the credential: the proof of this row. */
  readonly example: string
  readonly source: string
}

// prettier-ignore
/** Options through which programs take a password. */
export const credentialArguments = [
  { id: 'mysql', programs: ['mysql', 'mysqldump', 'mysqladmin', 'mysqlimport', 'mysqlcheck', 'mysqlsh', 'mariadb', 'mariadb-dump', 'mariadb-admin', 'mycli'], options: ['--password'], attached: ['-p'], example: 'mysql -u root -p% app', source: 'https://dev.mysql.com/doc/refman/8.4/en/connecting.html' },
  { id: 'mongodb', programs: ['mongo', 'mongosh', 'mongodump', 'mongorestore', 'mongoexport', 'mongoimport', 'mongostat'], options: ['-p', '--password'], example: 'mongosh -u app -p % acme', source: 'https://www.mongodb.com/docs/mongodb-shell/reference/options/' },
  { id: 'redis-cli', programs: ['redis-cli', 'valkey-cli', 'keydb-cli'], options: ['-a', '--pass'], example: 'redis-cli -h cache -a % ping', source: 'https://redis.io/docs/latest/develop/tools/cli/' },
  { id: 'redis-server', programs: ['redis-server', 'valkey-server'], options: ['--requirepass', '--masterauth'], example: 'redis-server --requirepass %', source: 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/' },
  { id: 'curl', programs: ['curl'], options: ['-u', '--user', '-U', '--proxy-user'], attached: ['-u'], form: 'pair', example: 'curl -u app:% https://api.acme.io', source: 'https://curl.se/docs/manpage.html#-u' },
  { id: 'curl-pass', programs: ['curl'], options: ['--pass', '--proxy-pass'], example: 'curl --cert app.pem --pass % https://api.acme.io', source: 'https://curl.se/docs/manpage.html#--pass' },
  { id: 'httpie', programs: ['http', 'https', 'httpie'], options: ['-a', '--auth'], form: 'pair', example: 'http -a app:% https://api.acme.io', source: 'https://httpie.io/docs/cli/authentication' },
  { id: 'wget', programs: ['wget'], options: ['--password', '--http-password', '--ftp-password', '--proxy-password'], example: 'wget --user=app --password=% https://acme.io/x', source: 'https://www.gnu.org/software/wget/manual/wget.html#HTTP-Options' },
  { id: 'sshpass', programs: ['sshpass'], options: ['-p'], attached: ['-p'], example: 'sshpass -p % ssh root@acme.io', source: 'https://manpages.debian.org/stable/sshpass/sshpass.1.en.html' },
  { id: 'plink', programs: ['plink', 'pscp', 'psftp'], options: ['-pw'], example: 'plink -pw % root@acme.io', source: 'https://the.earth.li/~sgtatham/putty/latest/htmldoc/Chapter3.html#using-cmdline-pw' },
  { id: 'containers', programs: ['docker', 'podman', 'nerdctl', 'helm', 'oras', 'skopeo', 'buildah', 'crane'], command: 'login', options: ['-p', '--password'], example: 'docker login -u bot -p % registry.acme.io', source: 'https://docs.docker.com/reference/cli/docker/login/' },
  { id: 'openssl', programs: ['openssl'], options: ['-passin', '-passout', '-pass'], form: 'pass', example: 'openssl rsa -in key.pem -passin pass:%', source: 'https://docs.openssl.org/master/man1/openssl-passphrase-options/' },
  { id: 'openssl-enc', programs: ['openssl'], command: 'enc', options: ['-k'], example: 'openssl enc -aes-256-cbc -k % -in a -out b', source: 'https://docs.openssl.org/master/man1/openssl-enc/' },
  { id: 'gpg', programs: ['gpg', 'gpg2'], options: ['--passphrase'], example: 'gpg --batch --passphrase % -c a.txt', source: 'https://www.gnupg.org/documentation/manuals/gnupg/GPG-Esoteric-Options.html' },
  { id: 'ssh-keygen', programs: ['ssh-keygen'], options: ['-N', '-P'], example: 'ssh-keygen -t ed25519 -N % -f key', source: 'https://man.openbsd.org/ssh-keygen' },
  { id: 'keytool', programs: ['keytool', 'jarsigner'], options: ['-storepass', '-keypass'], example: 'keytool -list -keystore a.jks -storepass %', source: 'https://docs.oracle.com/en/java/javase/21/docs/specs/man/keytool.html' },
  { id: 'zip', programs: ['zip', 'unzip', 'zipcloak'], options: ['-P'], attached: ['-P'], example: 'zip -P % a.zip a.txt', source: 'https://infozip.sourceforge.net/Zip.html' },
  { id: '7z', programs: ['7z', '7za', '7zz'], attached: ['-p'], example: '7z a -p% a.7z a.txt', source: 'https://7-zip.opensource.jp/chm/cmdline/switches/password.htm' },
  { id: 'rar', programs: ['rar', 'unrar'], attached: ['-p', '-hp'], example: 'unrar x -p% a.rar', source: 'https://www.win-rar.com/' },
  { id: 'qpdf', programs: ['qpdf', 'pdftk', 'pdftotext'], options: ['--password', '-upw', '-opw'], example: 'qpdf --password=% --decrypt a.pdf b.pdf', source: 'https://qpdf.readthedocs.io/en/stable/cli.html' },
  { id: 'ldap', programs: ['ldapsearch', 'ldapadd', 'ldapmodify', 'ldapdelete', 'ldapwhoami', 'ldappasswd'], options: ['-w', '-s'], example: 'ldapsearch -x -D cn=admin -w % -b dc=acme', source: 'https://manpages.debian.org/stable/ldap-utils/ldapsearch.1.en.html' },
  { id: 'smbclient', programs: ['smbclient', 'rpcclient'], options: ['--password'], example: 'smbclient //files/share -U app --password %', source: 'https://www.samba.org/samba/docs/current/man-html/smbclient.1.html' },
  { id: 'mosquitto', programs: ['mosquitto_pub', 'mosquitto_sub', 'mosquitto_rr'], options: ['-P', '--pw'], example: 'mosquitto_pub -u app -P % -t a -m b', source: 'https://mosquitto.org/man/mosquitto_pub-1.html' },
  { id: 'sqlcmd', programs: ['sqlcmd', 'bcp', 'osql'], options: ['-P'], attached: ['-P'], example: 'sqlcmd -S db -U sa -P % -i a.sql', source: 'https://learn.microsoft.com/en-us/sql/tools/sqlcmd/sqlcmd-utility' },
  { id: 'cypher-shell', programs: ['cypher-shell'], options: ['-p', '--password'], example: 'cypher-shell -u neo4j -p %', source: 'https://neo4j.com/docs/operations-manual/current/cypher-shell/' },
  { id: 'clickhouse', programs: ['clickhouse-client', 'clickhouse'], options: ['--password'], example: 'clickhouse-client --user app --password %', source: 'https://clickhouse.com/docs/interfaces/cli' },
  { id: 'cqlsh', programs: ['cqlsh'], options: ['-p', '--password'], example: 'cqlsh -u cassandra -p % db', source: 'https://cassandra.apache.org/doc/latest/cassandra/managing/tools/cqlsh.html' },
  { id: 'influx', programs: ['influx'], options: ['--password', '--token'], example: 'influx setup --username app --password %', source: 'https://docs.influxdata.com/influxdb/v2/reference/cli/influx/' },
  { id: 'svn', programs: ['svn', 'svnadmin'], options: ['--password'], example: 'svn checkout --username app --password % https://svn.acme.io', source: 'https://svnbook.red-bean.com/en/1.7/svn.ref.svn.html' },
  { id: 'az', programs: ['az'], command: 'login', options: ['-p', '--password', '--admin-password'], example: 'az login -u app -p %', source: 'https://learn.microsoft.com/en-us/cli/azure/reference-index#az-login' },
  { id: 'oc', programs: ['oc', 'kubectl', 'argocd', 'vault'], options: ['--password', '--token'], example: 'oc login -u app --password %', source: 'https://docs.redhat.com/en/documentation/openshift_container_platform' },
  { id: 'net-use', programs: ['useradd', 'usermod'], options: ['-p', '--password'], example: 'useradd -m -p % app', source: 'https://manpages.debian.org/stable/passwd/useradd.8.en.html' },
  { id: 'xfreerdp', programs: ['xfreerdp', 'rdesktop'], options: ['-p'], attached: ['/p:'], example: 'xfreerdp /u:app /p:% /v:acme', source: 'https://github.com/FreeRDP/FreeRDP/wiki/CommandLineInterface' },
  { id: 'ipmitool', programs: ['ipmitool'], options: ['-P'], example: 'ipmitool -H bmc -U root -P % power on', source: 'https://manpages.debian.org/stable/ipmitool/ipmitool.1.en.html' },
  { id: 'snmp', programs: ['snmpget', 'snmpwalk', 'snmpset'], options: ['-A', '-X'], example: 'snmpget -v3 -u app -A % host oid', source: 'https://manpages.debian.org/stable/snmp/snmpcmd.1.en.html' },
] as const satisfies readonly CredentialArgumentRow[]
