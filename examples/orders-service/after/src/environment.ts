import { Type } from 'typebox'
import { Value } from 'typebox/value'

const schema = Type.Object({
  PORT: Type.Integer(),
  PGHOST: Type.String(),
  PGPORT: Type.Integer(),
  PGDATABASE: Type.String(),
  PGUSER: Type.String(),
  PGPASSWORD: Type.String(),
  PGCA: Type.Optional(Type.String()),
  SMTP_HOST: Type.Optional(Type.String()),
  SMTP_USER: Type.Optional(Type.String()),
  SMTP_PASSWORD: Type.Optional(Type.String()),
  PAYMENTS_KEY: Type.Optional(Type.String()),
})

/** The service's settings, checked when it starts; `Decode` reads numbers from the text that the environment holds. */
export const environment = Value.Decode(schema, { PORT: 3000, PGPORT: 5432, ...process.env })
