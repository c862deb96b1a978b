import { SignJWT, jwtVerify } from 'jose'
import { z } from 'zod'
import { environment } from './environment'

const claims = z.object({ userId: z.string() })

function secret(): Uint8Array {
  return new TextEncoder().encode(environment().SESSION_SECRET)
}

export async function createSession(userId: string): Promise<string> {
  return new SignJWT({ userId }).setProtectedHeader({ alg: 'HS256' }).setExpirationTime('1d').sign(secret())
}

export async function readSession(token: string): Promise<string | undefined> {
  try {
    const { payload } = await jwtVerify(token, secret())
    return claims.parse(payload).userId
  } catch {
    console.warn('A session token was rejected')
    return undefined
  }
}
