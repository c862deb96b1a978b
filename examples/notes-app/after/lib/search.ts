import { z } from 'zod'
import { environment } from './environment'

const searchAnswer = z.object({ results: z.array(z.object({ title: z.string(), url: z.url() })) })

export type SearchResult = z.infer<typeof searchAnswer>['results'][number]

export async function search(query: string): Promise<SearchResult[]> {
  const { SEARCH_URL, SEARCH_API_KEY } = environment()
  const response = await fetch(`${SEARCH_URL}/search?q=${encodeURIComponent(query)}`, {
    headers: { 'x-api-key': SEARCH_API_KEY },
  })
  if (!response.ok) throw new Error(`Search answered ${response.status}`)
  return searchAnswer.parse(await response.json()).results
}
