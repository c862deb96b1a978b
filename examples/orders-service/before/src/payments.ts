const PAYMENTS_KEY = process.env.PAYMENTS_KEY || 'al_prod_2f6fb1ed9dcb'

export interface Receipt {
  id: string
  status: string
}

export async function charge(email: string, cents: number): Promise<Receipt> {
  const response = await fetch('https://payments.example.net/v1/charges', {
    method: 'POST',
    headers: { 'x-api-key': PAYMENTS_KEY, 'content-type': 'application/json' },
    body: JSON.stringify({ email, cents }),
  })
  const receipt = (await response.json()) as Receipt
  if (receipt.status !== 'succeeded') throw new Error(`Payment ${receipt.id} of ${email} failed`)
  return receipt
}
