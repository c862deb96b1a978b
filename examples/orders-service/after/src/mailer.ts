import nodemailer from 'nodemailer'
import { required } from './environment.js'

export async function sendConfirmation(to: string, orderId: number): Promise<void> {
  const transport = nodemailer.createTransport({
    host: required('SMTP_HOST'),
    port: 465,
    secure: true,
    auth: { user: required('SMTP_USER'), pass: required('SMTP_PASSWORD') },
  })
  await transport.sendMail({ from: 'orders@example.net', to, subject: `Order ${orderId}`, text: 'Thank you.' })
}
