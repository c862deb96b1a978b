import axios from 'axios'
import { z } from 'zod'
import { config } from './config.js'

const verdict = z.object({ categories: z.array(z.object({ score: z.number() })) })

export async function isAllowed(text: string): Promise<boolean> {
  const response = await axios.post(
    config.moderation.url,
    { text },
    { headers: { Authorization: `Bearer ${config.moderation.token}` } },
  )
  return verdict.parse(response.data).categories.every((category) => category.score < 0.8)
}
