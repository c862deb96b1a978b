import { createHash } from 'node:crypto'
import type { NextFunction, Request, Response } from 'express'
import jwt from 'jsonwebtoken'
import { z } from 'zod'
import { config } from './config.js'
import { logger } from './logger.js'

export interface AuthenticatedRequest extends Request {
  userId?: string
}

const claims = z.object({ sub: z.string().min(1) })

export function issueToken(userId: string): string {
  const token = jwt.sign({ sub: userId }, config.jwt.secret, { expiresIn: config.jwt.expiresIn })
  const userHash = createHash('sha256').update(userId).digest('hex').slice(0, 8)
  logger.info({ userHash }, 'Issued a token')
  return token
}

export function authenticate(req: AuthenticatedRequest, res: Response, next: NextFunction) {
  const token = req.headers.authorization?.replace('Bearer ', '')
  if (!token) {
    res.status(401).json({ error: 'Missing token' })
    return
  }
  try {
    req.userId = claims.parse(jwt.verify(token, config.jwt.secret)).sub
    next()
  } catch {
    logger.warn({ path: req.path, tokenLength: token.length }, 'Token rejected')
    res.status(401).json({ error: 'Invalid token' })
  }
}
