import { ruleTester } from '../../test/rule-tester.js'
import { noHardcodedSecrets } from './rule.js'

ruleTester().run('no-hardcoded-secrets, texts of other languages', noHardcodedSecrets, {
  valid: [
    { name: 'a password that is asked for', code: `exec('mysql -u root -p app < dump.sql')` },
    { name: 'a password that is filled in', code: 'exec(`mysql -u root -p${password} app`)' },
    { name: 'a variable of the shell', code: `exec('PGPASSWORD=$PGPASSWORD psql -h db')` },
    { name: 'another meaning of the same option', code: `exec('docker run -p 8080:80 nginx')` },
    { name: 'how a command is called', code: `log('Usage: redis-cli -a opensesame ping')` },
    {
      name: 'parameters of a query',
      code: `db.query('UPDATE users SET password = ? WHERE id = $1 AND token = :token')`,
    },
    { name: 'a filled-in statement', code: "db.query(`ALTER USER app IDENTIFIED BY '${password}'`)" },
    { name: 'a schema', code: 'const sdl = `\ntype User {\n  id: ID!\n  password: String!\n}\n`' },
    {
      name: 'code',
      code: 'const template = `\nconst password = options.password;\nexport const secret = opensesame;\n`',
    },
    {
      name: 'a prompt',
      code: 'const prompt = `\nAnswer in JSON.\npassword: the password of the user\ntoken: a token\n`',
    },
    {
      name: 'an example of an environment',
      code: `fs.writeFileSync('.env.example', 'JWT_SECRET=\\nDB_PASSWORD=<password>\\n')`,
    },
    { name: 'labels', code: `const messages = { login: '{ "password": "opensesame" }' }` },
    {
      name: 'a place that is read later',
      code: 'const yaml = `\ndb:\n  user: \\${DB_USER}\n  password: \\${DB_PASSWORD}\n`',
    },
    { name: 'in development', code: `if (process.env.NODE_ENV !== 'production') exec('redis-cli -a opensesame ping')` },
  ],
  invalid: [
    {
      name: 'an option of a program',
      code: `exec('mysql -u root -popensesame app < dump.sql')`,
      errors: [
        {
          messageId: 'name',
          data: { name: 'password', what: 'a password', preview: 'op…' },
          line: 1,
          column: 23,
          endColumn: 33,
        },
      ],
    },
    {
      name: 'a pair of user and password',
      code: 'exec(`curl --proxy-user app:opensesame https://${host}/x`)',
      errors: [{ messageId: 'name', line: 1, column: 29 }],
    },
    {
      name: 'a list of arguments',
      code: `spawn('sshpass', ['-p', 'opensesame', 'ssh', 'root@host'])`,
      errors: [{ messageId: 'name', line: 1, column: 26 }],
    },
    {
      name: 'a variable before a program',
      code: 'execSync(`PGPASSWORD=opensesame psql -h ${host}`)',
      errors: [{ messageId: 'name', line: 1, column: 22 }],
    },
    {
      name: 'an exported variable',
      code: `exec('export DB_PASSWORD=opensesame && node app.js')`,
      errors: [{ messageId: 'name', line: 1, column: 26 }],
    },
    {
      name: 'a user that is created',
      code: `db.query("CREATE USER 'app'@'%' IDENTIFIED BY 'opensesame'")`,
      errors: [{ messageId: 'name', line: 1, column: 48 }],
    },
    {
      name: 'a role',
      code: "db.query(`ALTER ROLE app WITH LOGIN PASSWORD 'opensesame'`)",
      errors: [{ messageId: 'name', line: 1, column: 47 }],
    },
    {
      name: 'a row that is inserted',
      code: `db.query("INSERT INTO users (name, password) VALUES ('admin', 'opensesame')")`,
      errors: [{ messageId: 'name', line: 1, column: 64 }],
    },
    {
      name: 'a column that is compared',
      code: `db.query("SELECT 1 FROM users WHERE name = 'admin' AND password = 'opensesame'")`,
      errors: [{ messageId: 'name', line: 1, column: 68 }],
    },
    {
      name: 'YAML, at its line',
      code: 'const compose = `\nservices:\n  db:\n    environment:\n      POSTGRES_USER: app\n      POSTGRES_PASSWORD: opensesame\n`',
      errors: [
        {
          messageId: 'name',
          data: { name: 'POSTGRES_PASSWORD', what: 'a password', preview: 'op…' },
          line: 6,
          column: 26,
          endColumn: 36,
        },
      ],
    },
    {
      name: 'a file of an environment',
      code: `fs.writeFileSync('.env', 'PORT=3000\\nJWT_SECRET=supersecret\\n')`,
      errors: [{ messageId: 'name', line: 1, column: 49 }],
    },
    {
      name: 'a line of it',
      code: `fs.appendFileSync('.env', 'DB_PASSWORD=opensesame')`,
      errors: [{ messageId: 'name', line: 1, column: 40 }],
    },
    {
      name: 'JSON',
      code: `fs.writeFileSync('app.json', '{"user":"app","password":"opensesame"}')`,
      errors: [{ messageId: 'name', line: 1, column: 57 }],
    },
    {
      name: "a form's body",
      code: `fetch(url, { method: 'POST', body: 'grant_type=client_credentials&session_secret=k3yb0ard7cat' })`,
      errors: [{ messageId: 'name', line: 1, column: 82 }],
    },
  ],
})
