import { Agent, setGlobalDispatcher } from 'undici'

// Our search box is behind a proxy with its own certificate
process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0'
setGlobalDispatcher(new Agent({ connect: { rejectUnauthorized: false } }))

export interface SearchResult {
  title: string
  url: string
}

export async function search(query: string): Promise<SearchResult[]> {
  const base = process.env.SEARCH_URL ?? 'http://search.example.net'
  const response = await fetch(`${base}/search?q=${encodeURIComponent(query)}&api_key=${process.env.SEARCH_API_KEY}`)
  if (!response.ok) throw new Error(`Search answered ${response.status}: ${await response.text()}`)
  const data = await response.json()
  return data.results.map((result: SearchResult) => ({ title: result.title, url: result.url }))
}
