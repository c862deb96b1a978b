import { z } from 'zod'

const schema = z.object({
  OPENAI_API_KEY: z.string().min(1),
  SESSION_SECRET: z.string().min(32),
  ADMIN_PASSWORD: z.string().min(12),
  SEARCH_URL: z.url({ protocol: /^https$/ }),
  SEARCH_API_KEY: z.string().min(1),
})

export type Environment = z.infer<typeof schema>

let parsed: Environment | undefined

/** The settings of the app; read when first asked for, so that a build needs none. */
export function environment(): Environment {
  parsed ??= schema.parse(process.env)
  return parsed
}
