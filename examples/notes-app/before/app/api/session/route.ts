import { cookies } from 'next/headers'
import { createSession } from '../../../lib/session'

const ADMIN_PASSWORD = process.env.ADMIN_PASSWORD ?? 'letmein-2024'

export async function POST(request: Request) {
  const body = await request.json()
  console.log('POST /api/session', body)
  if (body.password !== ADMIN_PASSWORD) {
    return Response.json({ error: 'Wrong password' }, { status: 401 })
  }
  const session = await createSession(body.email)
  ;(await cookies()).set('session', session, { httpOnly: true })
  return Response.json({ ok: true })
}
