import { readFileSync } from 'node:fs'
import pg from 'pg'
import { environment } from './environment.js'

export const pool = new pg.Pool({
  host: environment.PGHOST,
  port: environment.PGPORT,
  database: environment.PGDATABASE,
  user: environment.PGUSER,
  password: environment.PGPASSWORD,
  ssl: environment.PGCA ? { ca: readFileSync(environment.PGCA, 'utf8') } : undefined,
})

export async function migrate(): Promise<void> {
  await pool.query(readFileSync(new URL('../../schema.sql', import.meta.url), 'utf8'))
}
