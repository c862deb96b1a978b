import { SignJWT, jwtVerify } from 'jose'

const secret = new TextEncoder().encode('notes-session-signing-secret')

export async function createSession(userId: string): Promise<string> {
  return new SignJWT({ userId }).setProtectedHeader({ alg: 'HS256' }).setExpirationTime('1d').sign(secret)
}

export async function readSession(token: string): Promise<string | undefined> {
  try {
    const { payload } = await jwtVerify(token, secret)
    return payload.userId as string
  } catch (error) {
    console.warn(`Bad session token ${token}`, error)
    return undefined
  }
}
