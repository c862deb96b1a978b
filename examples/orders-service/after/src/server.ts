import { type TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import Fastify from 'fastify'
import { Type } from 'typebox'
import { migrate, pool } from './database.js'
import { environment } from './environment.js'
import { sendConfirmation } from './mailer.js'
import { charge } from './payments.js'

const orderBody = Type.Object({
  email: Type.String({ format: 'email' }),
  item: Type.String({ minLength: 1, maxLength: 200 }),
  quantity: Type.Integer({ minimum: 1, maximum: 100 }),
  pay: Type.Optional(Type.Boolean()),
})
const orderQuery = Type.Object({
  email: Type.String({ format: 'email' }),
  sort: Type.Optional(Type.Union([Type.Literal('id'), Type.Literal('item')])),
})
const orderParams = Type.Object({ id: Type.Integer({ minimum: 1 }) })

const app = Fastify({
  logger: { redact: ['req.headers.authorization', 'req.headers.cookie'] },
}).withTypeProvider<TypeBoxTypeProvider>()

app.get('/health', async () => ({ ok: true }))

app.post('/orders', { schema: { body: orderBody } }, async (request, reply) => {
  const { email, item, quantity, pay } = request.body
  request.log.info({ item, quantity }, 'New order')
  const result = await pool.query(
    'INSERT INTO orders (customer_email, item, quantity) VALUES ($1, $2, $3) RETURNING id',
    [email, item, quantity],
  )
  const orderId: number = result.rows[0].id
  if (pay) await charge(email, quantity * 100)
  if (environment.SMTP_HOST) await sendConfirmation(email, orderId)
  return reply.code(201).send({ id: orderId })
})

app.get('/orders', { schema: { querystring: orderQuery } }, async (request) => {
  const { email, sort } = request.query
  const order = sort === 'item' ? 'item' : 'id'
  const { rows } = await pool.query(
    `SELECT id, item, quantity FROM orders WHERE customer_email = $1 ORDER BY ${order}`,
    [email],
  )
  return rows
})

app.get('/orders/:id', { schema: { params: orderParams } }, async (request, reply) => {
  const { rows } = await pool.query('SELECT id, item, quantity FROM orders WHERE id = $1', [request.params.id])
  if (rows.length === 0) return reply.code(404).send({ error: 'Not found' })
  return rows[0]
})

app.setErrorHandler((error, request, reply) => {
  request.log.error({ err: error }, 'Request failed')
  if ((error as { validation?: unknown }).validation) {
    return reply.status(400).send({ error: 'Invalid request' })
  }
  return reply.status(500).send({ error: 'An error occurred' })
})

await migrate()
await app.listen({ port: environment.PORT })
