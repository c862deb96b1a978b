import { z } from 'zod'

const environment = z.object({
  PORT: z.coerce.number().default(3000),
  OPENAI_API_KEY: z.string().min(1),
  OPENAI_MODEL: z.string().default('gpt-4o-mini'),
  MODERATION_URL: z.url(),
  MODERATION_TOKEN: z.string().min(1),
  JWT_SECRET: z.string().min(32),
})

const env = environment.parse(process.env)

export const config = {
  port: env.PORT,
  openai: { apiKey: env.OPENAI_API_KEY, model: env.OPENAI_MODEL, maxTokens: 1024 },
  moderation: { url: env.MODERATION_URL, token: env.MODERATION_TOKEN },
  jwt: { secret: env.JWT_SECRET, expiresIn: '24h' },
} as const
