import { createOpenAI } from '@ai-sdk/openai'
import { generateText } from 'ai'
import { search } from '../../../lib/search'

const openai = createOpenAI({ apiKey: 'sk-abcdef1234567890' })

export async function POST(req: Request) {
  try {
    const { prompt } = await req.json()
    console.log(`[assistant] prompt: ${prompt}`)
    const results = await search(prompt)
    const { text, usage } = await generateText({
      model: openai('gpt-4o-mini'),
      prompt: `Answer from these pages: ${JSON.stringify(results)}\n\n${prompt}`,
    })
    console.log(`[assistant] ${usage.totalTokens} tokens`)
    return Response.json({ text })
  } catch (err) {
    const message = err instanceof Error ? err.message : String(err)
    console.error('[assistant]', err)
    return Response.json({ error: message, env: process.env }, { status: 500 })
  }
}
