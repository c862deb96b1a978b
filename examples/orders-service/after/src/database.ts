import { readFileSync } from 'node:fs'
import pg from 'pg'
import { required } from './environment.js'

export const pool = new pg.Pool({
  host: required('PGHOST'),
  port: Number(process.env.PGPORT ?? 5432),
  database: required('PGDATABASE'),
  user: required('PGUSER'),
  password: required('PGPASSWORD'),
  ssl: process.env.PGCA ? { ca: readFileSync(process.env.PGCA, 'utf8') } : undefined,
})

export async function migrate(): Promise<void> {
  await pool.query(readFileSync(new URL('../../schema.sql', import.meta.url), 'utf8'))
}
