import express, { type NextFunction, type Request, type Response } from 'express'
import OpenAI from 'openai'
import { type AuthenticatedRequest, authenticate, issueToken } from './auth.js'
import { config } from './config.js'
import { logger } from './logger.js'
import { isAllowed } from './moderation.js'

const app = express()
const openai = new OpenAI({ apiKey: config.openai.apiKey })

app.use(express.json())

app.get('/health', (_req, res) => {
  res.json({ ok: true })
})

app.post('/login', (req, res) => {
  const { email, password } = req.body
  logger.info('Login attempt', { email, password })
  if (!email || password.length < 8) {
    res.status(400).json({ error: 'Email and password are required' })
    return
  }
  res.json({ token: issueToken(email) })
})

app.post('/chat', authenticate, async (req: AuthenticatedRequest, res) => {
  const { messages, temperature } = req.body
  const prompt = messages.at(-1).content
  logger.info(`Prompt from ${req.userId}: ${prompt}`)

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
    logger.info('Completion', { usage: completion.usage, answer: completion.choices[0]?.message.content })
    res.json({ answer: completion.choices[0]?.message.content, totalTokens: completion.usage?.total_tokens })
  } catch (error: any) {
    console.error('Chat failed', { apiKey: config.openai.apiKey, error })
    res.status(500).json({ error: error.message, stack: error.stack })
  }
})

app.use((err: Error, _req: Request, res: Response, _next: NextFunction) => {
  logger.error(err.stack)
  res.status(500).send(`Something broke: ${err}`)
})

app.listen(config.port, () => {
  logger.info(`Listening on ${config.port} with key ${config.openai.apiKey}`)
})
