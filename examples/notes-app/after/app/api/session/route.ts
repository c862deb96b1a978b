import { cookies } from 'next/headers'
import { z } from 'zod'
import { environment } from '../../../lib/environment'
import { createSession } from '../../../lib/session'

const login = z.object({ email: z.email(), password: z.string().max(200) })

export async function POST(request: Request) {
  const body = login.safeParse(await request.json())
  if (!body.success || body.data.password !== environment().ADMIN_PASSWORD) {
    return Response.json({ error: 'Wrong password' }, { status: 401 })
  }
  const session = await createSession(body.data.email)
  ;(await cookies()).set('session', session, { httpOnly: true, secure: true, sameSite: 'lax' })
  return Response.json({ ok: true })
}
