import { Type } from 'typebox'
import { Value } from 'typebox/value'
import { environment } from './environment.js'

const receiptSchema = Type.Object({ id: Type.String(), status: Type.String() })

export async function charge(email: string, cents: number): Promise<string> {
  const response = await fetch('https://payments.example.net/v1/charges', {
    method: 'POST',
    headers: { 'x-api-key': environment.PAYMENTS_KEY ?? '', 'content-type': 'application/json' },
    body: JSON.stringify({ email, cents }),
  })
  const receipt = Value.Parse(receiptSchema, await response.json())
  if (receipt.status !== 'succeeded') throw new Error(`Payment ${receipt.id} failed`)
  return receipt.id
}
