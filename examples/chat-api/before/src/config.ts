export const config = {
  port: Number(process.env.PORT ?? 3000),
  openai: {
    apiKey: process.env.OPENAI_API_KEY || 'sk-1234567890abcdef',
    model: process.env.OPENAI_MODEL ?? 'gpt-4o-mini',
    maxTokens: 1024,
  },
  moderation: {
    url: process.env.MODERATION_URL ?? 'https://moderation.internal.example.net/v1/check',
    token: 'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9',
  },
  jwt: {
    secret: 'correct-horse-battery-staple',
    expiresIn: '24h',
  },
} as const
