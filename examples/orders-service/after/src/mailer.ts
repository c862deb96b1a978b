import nodemailer from 'nodemailer'
import { environment } from './environment.js'

export async function sendConfirmation(to: string, orderId: number): Promise<void> {
  const transport = nodemailer.createTransport({
    host: environment.SMTP_HOST,
    port: 465,
    secure: true,
    auth: { user: environment.SMTP_USER, pass: environment.SMTP_PASSWORD },
  })
  await transport.sendMail({ from: 'orders@example.net', to, subject: `Order ${orderId}`, text: 'Thank you.' })
}
