import { PGlite } from '@electric-sql/pglite'
import { PGLiteSocketServer } from '@electric-sql/pglite-socket'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type InstalledExample, answering, freePort, installExample, post, startApplication } from './application.js'

const sides = ['before', 'after'] as const

describe('the chat API', { timeout: 120_000 }, () => {
  let example: InstalledExample
  beforeAll(() => {
    example = installExample('chat-api')
  }, 240_000)
  afterAll(() => example.remove())

  it.each(sides)('%s: logs in and answers a chat', async (side) => {
    const openai = await answering({
      choices: [{ index: 0, message: { role: 'assistant', content: 'Hello.' } }],
      usage: { total_tokens: 7 },
    })
    const moderation = await answering({ categories: [{ score: 0.1 }] })
    const app = await startApplication(example, side, {
      OPENAI_API_KEY: 'none-needed-here',
      OPENAI_BASE_URL: openai.url,
      MODERATION_URL: moderation.url,
      MODERATION_TOKEN: 'none-needed-here',
      JWT_SECRET: 'a'.repeat(40),
    })
    try {
      const login = await post(`${app.url}/login`, { email: 'ada@lovelace.org', password: 'x'.repeat(12) })
      expect(login.status).toBe(200)
      const { token } = login.body as { token: string }
      const chat = await post(
        `${app.url}/chat`,
        { messages: [{ role: 'user', content: 'Hi' }] },
        { authorization: `Bearer ${token}` },
      )
      expect(chat).toEqual({ status: 200, body: { answer: 'Hello.', totalTokens: 7 } })
      // The very thing the rules are about: what was said stays out of the log on one side only.
      expect(app.output().includes(token)).toBe(side === 'before')
    } finally {
      app.stop()
      openai.close()
      moderation.close()
    }
  })
})

describe('the orders service', { timeout: 120_000 }, () => {
  let example: InstalledExample
  beforeAll(() => {
    example = installExample('orders-service')
  }, 240_000)
  afterAll(() => example.remove())

  it.each(sides)('%s: takes an order and shows it', async (side) => {
    const database = await PGlite.create()
    const port = await freePort()
    const server = new PGLiteSocketServer({ db: database, port, host: '127.0.0.1' })
    await server.start()
    const app = await startApplication(example, side, {
      PGHOST: '127.0.0.1',
      PGPORT: String(port),
      PGDATABASE: 'postgres',
      PGUSER: 'postgres',
      PGPASSWORD: 'none-needed-here',
    })
    try {
      const order = { email: 'ada@lovelace.org', item: 'Analytical engine', quantity: 1 }
      expect(await post(`${app.url}/orders`, order)).toEqual({ status: 201, body: { id: 1 } })
      const shown = await fetch(`${app.url}/orders/1`)
      expect(await shown.json()).toMatchObject({ item: 'Analytical engine', quantity: 1 })
      // Two counts of a word: only one side tells the client why.
      const wrong = await post(`${app.url}/orders`, { ...order, quantity: 'many' })
      expect(wrong.status).toBe(side === 'before' ? 500 : 400)
      expect(JSON.stringify(wrong.body).includes('invalid input syntax')).toBe(side === 'before')
    } finally {
      app.stop()
      await server.stop()
      await database.close()
    }
  })
})
