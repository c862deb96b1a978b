import Fastify from 'fastify'
import { migrate, pool } from './database.js'
import { sendConfirmation } from './mailer.js'
import { charge } from './payments.js'

interface OrderBody {
  email: string
  item: string
  quantity: number
  cardNumber?: string
}

const app = Fastify({ logger: true })

app.get('/health', async () => ({ ok: true }))

app.post('/orders', async (request, reply) => {
  const { email, item, quantity, cardNumber } = request.body as OrderBody
  request.log.info({ email, cardNumber }, 'New order')
  try {
    const result = await pool.query(
      'INSERT INTO orders (customer_email, item, quantity) VALUES ($1, $2, $3) RETURNING id',
      [email, item, quantity],
    )
    const orderId = result.rows[0].id
    if (cardNumber) await charge(email, quantity * 100)
    if (process.env.SMTP_HOST) await sendConfirmation(email, orderId)
    return reply.code(201).send({ id: orderId })
  } catch (error) {
    request.log.error({ error, databasePassword: pool.options.password }, 'Order failed')
    return reply.code(500).send({ error: String(error) })
  }
})

app.get('/orders', async (request) => {
  const { email, sort } = request.query as { email: string; sort?: string }
  const { rows } = await pool.query(
    `SELECT id, item, quantity FROM orders WHERE customer_email = '${email}' ORDER BY ${sort ?? 'id'}`,
  )
  return rows
})

app.get('/orders/:id', async (request, reply) => {
  const { id } = request.params as { id: string }
  const { rows } = await pool.query('SELECT id, item, quantity FROM orders WHERE id = $1', [id])
  if (rows.length === 0) return reply.code(404).send({ error: 'Not found' })
  return rows[0]
})

app.setErrorHandler((error, request, reply) => {
  request.log.error(error)
  reply.status(500).send({ error: (error as Error).message, stack: (error as Error).stack })
})

await migrate()
await app.listen({ port: Number(process.env.PORT ?? 3000) })
