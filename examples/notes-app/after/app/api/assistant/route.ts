import { createOpenAI } from '@ai-sdk/openai'
import { generateText } from 'ai'
import { z } from 'zod'
import { environment } from '../../../lib/environment'
import { search } from '../../../lib/search'

const question = z.object({ prompt: z.string().min(1).max(10_000) })

export async function POST(req: Request) {
  const body = question.safeParse(await req.json())
  if (!body.success) return Response.json({ error: 'Invalid request' }, { status: 400 })
  try {
    const openai = createOpenAI({ apiKey: environment().OPENAI_API_KEY })
    const { prompt } = body.data
    const results = await search(prompt)
    const { text, usage } = await generateText({
      model: openai('gpt-4o-mini'),
      prompt: `Answer from these pages: ${JSON.stringify(results)}\n\n${prompt}`,
    })
    console.log(`[assistant] ${usage.totalTokens} tokens for a prompt of ${prompt.length} characters`)
    return Response.json({ text })
  } catch (err) {
    console.error('[assistant] failed', err)
    return Response.json({ error: 'The assistant is not available' }, { status: 500 })
  }
}
