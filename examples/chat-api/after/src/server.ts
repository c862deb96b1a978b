import express, { type NextFunction, type Request, type Response } from 'express'
import OpenAI from 'openai'
import { z } from 'zod'
import { type AuthenticatedRequest, authenticate, issueToken } from './auth.js'
import { config } from './config.js'
import { logger } from './logger.js'
import { isAllowed } from './moderation.js'

const app = express()
const openai = new OpenAI({ apiKey: config.openai.apiKey })

const loginRequest = z.object({ email: z.email(), password: z.string().min(8) })
const chatRequest = z.object({
  messages: z
    .array(z.object({ role: z.enum(['user', 'assistant']), content: z.string().max(10_000) }))
    .min(1)
    .max(100),
  temperature: z.number().min(0).max(2).optional(),
})

app.use(express.json())

app.get('/health', (_req, res) => {
  res.json({ ok: true })
})

app.post('/login', (req, res) => {
  const login = loginRequest.safeParse(req.body)
  if (!login.success) {
    res.status(400).json({ error: 'Email and password are required' })
    return
  }
  res.json({ token: issueToken(login.data.email) })
})

app.post('/chat', authenticate, async (req: AuthenticatedRequest, res) => {
  const chat = chatRequest.safeParse(req.body)
  if (!chat.success) {
    res.status(400).json({ error: 'Invalid request' })
    return
  }
  const { messages, temperature } = chat.data
  const prompt = messages.at(-1)?.content ?? ''
  logger.info({ model: config.openai.model, promptLength: prompt.length }, 'Chat request')

  try {
    if (!(await isAllowed(prompt))) {
      res.status(422).json({ error: 'This message is not allowed' })
      return
    }
    const completion = await openai.chat.completions.create({
      model: config.openai.model,
      max_tokens: config.openai.maxTokens,
      temperature,
      messages,
    })
    logger.info({ totalTokens: completion.usage?.total_tokens }, 'Chat answered')
    res.json({ answer: completion.choices[0]?.message.content, totalTokens: completion.usage?.total_tokens })
  } catch (error) {
    logger.error({ err: error }, 'Chat failed')
    res.status(500).json({ error: 'The request failed. Please try again.' })
  }
})

app.use((err: Error, _req: Request, res: Response, _next: NextFunction) => {
  logger.error({ err }, 'Unhandled error')
  res.status(500).json({ error: 'An error occurred' })
})

app.listen(config.port, () => {
  logger.info({ port: config.port }, 'Listening')
})
