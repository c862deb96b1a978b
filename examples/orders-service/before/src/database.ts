import { readFileSync } from 'node:fs'
import pg from 'pg'

const isProduction = process.env.NODE_ENV === 'production'

export const pool = new pg.Pool({
  host: process.env.PGHOST ?? 'localhost',
  port: Number(process.env.PGPORT ?? 5432),
  database: process.env.PGDATABASE ?? 'postgres',
  user: process.env.PGUSER ?? 'orders',
  password: process.env.PGPASSWORD ?? 'Wint3r-Orders!',
  ssl: isProduction ? { rejectUnauthorized: false } : undefined,
})

export async function migrate(): Promise<void> {
  await pool.query(readFileSync(new URL('../../schema.sql', import.meta.url), 'utf8'))
}
