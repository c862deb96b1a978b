import { describe, expect, it } from 'vitest'
import { idleSuggestions, markedLines, reportedLines } from './lint-text.js'
import type { Options } from './options.js'

/** A program whose lines with a leak are marked; the others are their nearest silent neighbours. */
type Case = [what: string, text: string, filename?: string, options?: Options]

const containers: readonly Case[] = [
  [
    'process.env',
    `console.log(process.env) // leak
console.log({ env: process.env }) // leak
console.log(JSON.stringify(process.env, null, 2)) // leak
const env = { ...process.env }
logger.info({ env }) // leak
console.log(Object.keys(process.env))
console.log(util.inspect(process.env)) // leak
const { NODE_ENV, ...rest } = process.env
console.log(rest) // leak
console.log(NODE_ENV)
for (const k in process.env) { console.log(k + '=' + process.env[k]) } // leak
Object.entries(process.env).forEach(([k, v]) => console.log(k, v)) // leak
Object.values(process.env).map((v) => console.log(v)) // leak
console.log(process) // leak
console.table(process.env) // leak`,
  ],
  [
    'import.meta.env',
    `console.log(import.meta.env) // leak
console.log(import.meta.env.MODE)
console.log(Object.entries(import.meta.env)) // leak`,
  ],
  [
    'req',
    `app.get('/', (req, res) => {
  console.log(req) // leak
  console.log(req.method)
  console.dir(req) // leak
  console.log('request', { req }) // leak
  console.log(util.inspect(req)) // leak
})
app.use((request, response, next) => { console.log(request); next() }) // leak`,
  ],
  [
    'req.headers',
    `app.get('/', (req, res) => {
  console.log(req.headers) // leak
  console.log(JSON.stringify(req.headers)) // leak
  console.log(\`headers: \${JSON.stringify(req.headers)}\`) // leak
  const { headers, method } = req
  console.log(headers) // leak
  console.log(method, req.headers.host, req.headers['user-agent'])
  const { authorization, cookie, ...safe } = req.headers
  console.log(safe)
  logger.info({ method: req.method, headers: req.headers }) // leak
  for (const [k, v] of Object.entries(req.headers)) console.log(k, v) // leak
})`,
  ],
  [
    'req.body of login',
    `app.post('/login', (req, res) => { console.log(req.body) }) // leak
router.post('/api/signup', async (req, res) => { logger.info('x', req.body) }) // leak
router.post('/register', (req, res) => { console.log('body', JSON.stringify(req.body)) }) // leak
app.post('/payments', (req, res) => { const data = req.body; console.log(data) }) // leak
app.post('/items', (req, res) => { console.log(req.body) })
app.post('/login', (req, res) => { console.log(req.body.username) })
app.post('/auth/reset-password', (req, res) => { console.log(req.body) }) // leak
export async function login(req, res) { console.log(req.body) } // leak
export const createUser = async (req, res) => { console.log(req.body.password) } // leak
exports.checkout = (req, res) => { console.log(req.body) } // leak
exports.list = (req, res) => { console.log(req.body) }`,
  ],
  [
    'req.body with the password read',
    `app.post('/users', (req, res) => {
  const { email, password } = req.body
  console.log(req.body) // leak
})
app.post('/things', (req, res) => {
  const { name } = req.body
  console.log(req.body)
})`,
  ],
  [
    'req.session',
    `app.get('/', (req, res) => {
  console.log(req.session) // leak
  console.log(req.cookies) // leak
  console.log(req.session.views)
})`,
  ],
  [
    'ctx',
    `import Koa from 'koa'
const app = new Koa()
app.use(async (ctx) => {
  console.log(ctx) // leak
  console.log(ctx.request) // leak
  console.log(ctx.headers) // leak
  console.log(ctx.path)
  console.log(ctx.request.header) // leak
  console.log(ctx.session) // leak
})`,
  ],
  [
    'hono',
    `import { Hono } from 'hono'
const app = new Hono()
app.use('*', async (c, next) => {
  console.log(c.req.header()) // leak
  console.log(c.req.raw.headers) // leak
  console.log(Object.fromEntries(c.req.raw.headers)) // leak
  console.log(c.env) // leak
  console.log(c.req.path)
  console.log(c.req.header('Authorization')) // leak
})
app.post('/login', async (c) => { const body = await c.req.json(); console.log(body) }) // leak`,
  ],
  [
    'fastify',
    `import Fastify from 'fastify'
const app = Fastify()
app.get('/', async (request, reply) => {
  console.log(request) // leak
  console.log(request.headers) // leak
  console.log(request.raw.headers) // leak
  console.log(request.id)
})
app.post('/login', async (request) => { console.log(request.body) }) // leak`,
  ],
  [
    'next',
    `import { headers, cookies } from 'next/headers'
export async function GET(request) {
  console.log(Object.fromEntries(request.headers)) // leak
  console.log(await headers()) // leak
  console.log((await cookies()).getAll()) // leak
  console.log(request.nextUrl.pathname)
}
export default function handler(req, res) { console.log(req.headers); console.log(req.query) } // leak`,
  ],
  [
    'Lambda event',
    `export const handler = async (event, context) => {
  console.log(event) // leak
  console.log('EVENT: ' + JSON.stringify(event, null, 2)) // leak
  console.log(event.headers) // leak
  console.log(event.path, context.awsRequestId)
}
exports.handler = function (event, context, callback) { console.log('event', event) } // leak`,
  ],
  [
    'Lambda event of other sources',
    `import type { S3Event, SQSEvent } from 'aws-lambda'
export const handler = async (event: S3Event) => { console.log(event) }
export const h2 = async (event: SQSEvent) => { console.log(JSON.stringify(event)) }`,
  ],
  [
    'err.config',
    `import axios from 'axios'
try { await axios.get(url) } catch (err) {
  console.error(err.config) // leak
  console.error(err.request) // leak
  console.error(err.response.config) // leak
  console.error(err.response?.data)
  console.error(err.message)
  console.error(err.config.headers) // leak
  console.error(err.config.url)
}`,
  ],
  [
    'a whole axios error with a credential',
    `import axios from 'axios'
const api = axios.create({ baseURL, headers: { Authorization: \`Bearer \${token}\` } })
export async function f() { try { await api.get('/x') } catch (error) { console.error('failed', error) } } // leak
export async function g() { try { await api.get('/x') } catch (error) { console.error('failed', error.message) } }
api.get('/y').catch((e) => logger.error({ err: e })) // leak`,
  ],
  [
    'a whole got error',
    `import got from 'got'
const client = got.extend({ headers: { authorization: 'Bearer ' + token } })
try { await client('x') } catch (e) { console.error(e) } // leak
try { await readFile('x') } catch (e) { console.error(e) }`,
  ],
  [
    'axios defaults',
    `import axios from 'axios'
axios.defaults.headers.common['Authorization'] = 'Bearer ' + token
axios.get('/x').catch((e) => console.log(e)) // leak
axios.get('/x').catch((e) => console.log(e.code))
console.log(axios.defaults) // leak`,
  ],
  [
    'a config whose literal has a confidential member',
    `const config = { host: 'x', password: process.env.DB_PASSWORD }
console.log(config) // leak
console.log(config.host)
const nested = { db: { auth: { secretKey: load() } }, port: 1 }
console.log(nested) // leak
console.log(nested.db) // leak
console.log(nested.port)
logger.info('loaded', { config }) // leak
logger.info(JSON.stringify(config)) // leak
logger.info(util.format('%j', config)) // leak`,
  ],
  [
    'a config class',
    `class Config { host = 'x'; dbPassword = process.env.DB_PASSWORD }
const config = new Config()
console.log(config) // leak
console.log(config.host)`,
  ],
  [
    'a config of a declared type',
    `interface AppConfig { port: number; jwtSecret: string }
export function boot(config: AppConfig) {
  console.log(config) // leak
  console.log(config.port)
  logger.info({ config }, 'x') // leak
}
type Db = { host: string } & { password: string }
function d(db: Db) { console.log(db) } // leak`,
  ],
  [
    'user records',
    `class User { id: string; email: string; password: string }
class Group { id: string }
async function f(repo: Repository<User>) {
  const user: User = await repo.findOne()
  console.log(user) // leak
  const group: Group = await g.findOne()
  console.log(group)
}`,
  ],
  [
    'rest-spreads',
    `interface U { id: string; password: string; name: string }
function f(user: U) {
  const { password, ...safe } = user
  console.log(safe)
  const { name, ...rest } = user
  console.log(rest) // leak
  console.log({ ...user }) // leak
  console.log({ ...user, password: undefined })
  console.log({ ...user, name: 'x' }) // leak
}`,
  ],
  [
    'serialisations',
    `interface U { id: string; password: string }
function f(user: U) {
  console.log(JSON.stringify(user)) // leak
  console.log(util.inspect(user, { depth: 3 })) // leak
  console.log(Object.entries(user)) // leak
  console.log(Object.values(user)) // leak
  console.log(Object.keys(user))
  console.log(\`user \${JSON.stringify(user)}\`) // leak
  console.log('user ' + JSON.stringify(user)) // leak
  console.log(structuredClone(user)) // leak
  console.log(JSON.stringify(user, ['id']))
  for (const [k, v] of Object.entries(user)) console.log(k, v) // leak
  Object.entries(user).forEach(([key, value]) => { console.log(key + value) }) // leak
  Object.keys(user).forEach((k) => console.log(user[k])) // leak
}`,
  ],
  [
    'mongoose models',
    `import mongoose, { Schema, model } from 'mongoose'
const User = mongoose.model('User', new mongoose.Schema({ name: String, password: String }))
const schema = new Schema({ name: String, apiKey: { type: String, required: true } })
const Account = model('Account', schema)
const Tag = mongoose.model('Tag', new mongoose.Schema({ name: String, passwordHash: String }))
const Hidden = mongoose.model('Hidden', new mongoose.Schema({ name: String, password: { type: String, select: false } }))
const user = await User.findOne({ name })
console.log(user) // leak
console.log(user.name)
console.log(await Account.findById(id)) // leak
const all = await User.find({})
console.log(all, all[0]) // leak
all.forEach((one) => console.log(one)) // leak
all.forEach((one) => console.log(one.name))
console.log(await Tag.findOne({ name }), await Hidden.findOne({ name }))
const created = new User({ name, x })
console.log(created) // leak
console.log(await User.countDocuments({}))
console.log(\`found \${user}\`)`,
  ],
  [
    'sequelize models',
    `const User = sequelize.define('User', { name: DataTypes.STRING, password: { type: DataTypes.STRING } })
const user = await User.findByPk(id)
console.log(user) // leak
console.log(user.id)
console.log(await User.count())`,
  ],
  [
    'repositories of entities',
    `import { InjectRepository } from '@nestjs/typeorm'
@Entity() class User { @Column() id: string; @Column() password: string }
@Entity() class Group { @Column() id: string }
class S {
  constructor(@InjectRepository(User) private readonly users: Repository<User>, private groups: Repository<Group>) {}
  async m(id: string) {
    const user = await this.users.findOne({ where: { id } })
    this.logger.log(user) // leak
    const group = await this.groups.findOneBy({ id })
    this.logger.log(group)
    const all = await this.users.find()
    console.log(all) // leak
    console.log(await this.users.count())
  }
}
async function f(repo: Repository<User>) {
  const found = await repo.findOneBy({ id })
  console.log(found) // leak
  console.log(found.id)
}`,
  ],
]

describe('each container', () => {
  it.each(containers)('%s', (_, text, filename = 'src/app.tsx', options = {}) => {
    expect(reportedLines(text, { filename, options })).toEqual(markedLines(text))
    expect(idleSuggestions(text, { filename, options })).toEqual([])
  })
})
