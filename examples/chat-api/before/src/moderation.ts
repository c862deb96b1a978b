import https from 'node:https'
import axios from 'axios'
import { config } from './config.js'

// The moderation cluster has a self-signed certificate
const httpsAgent = new https.Agent({ rejectUnauthorized: false })

export async function isAllowed(text: string): Promise<boolean> {
  if (config.moderation.url === 'off') return true
  const response = await axios.post(
    config.moderation.url,
    { text },
    { httpsAgent, headers: { Authorization: `Bearer ${config.moderation.token}` } },
  )
  return response.data.categories.every((category: { score: number }) => category.score < 0.8)
}
