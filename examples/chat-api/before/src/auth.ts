import type { NextFunction, Request, Response } from 'express'
import jwt from 'jsonwebtoken'
import { config } from './config.js'
import { logger } from './logger.js'

export interface AuthenticatedRequest extends Request {
  userId?: string
}

export function issueToken(userId: string): string {
  const token = jwt.sign({ sub: userId }, config.jwt.secret, { expiresIn: config.jwt.expiresIn })
  logger.info(`Issued token ${token} for ${userId}`)
  return token
}

export function authenticate(req: AuthenticatedRequest, res: Response, next: NextFunction) {
  const token = req.headers.authorization?.replace('Bearer ', '')
  if (!token) {
    res.status(401).json({ error: 'Missing token' })
    return
  }
  try {
    const payload = jwt.verify(token, config.jwt.secret) as jwt.JwtPayload
    req.userId = payload.sub
    next()
  } catch (err) {
    logger.warn('Token rejected', { token, headers: req.headers })
    res.status(401).json({ error: 'Invalid token', details: (err as Error).message })
  }
}
