import nodemailer from 'nodemailer'

const SMTP_PASSWORD = 'hunter2-mail-relay'

const transport = nodemailer.createTransport({
  host: process.env.SMTP_HOST ?? 'localhost',
  port: Number(process.env.SMTP_PORT ?? 25),
  auth: { user: 'orders', pass: SMTP_PASSWORD },
  tls: { rejectUnauthorized: false },
})

export async function sendConfirmation(to: string, orderId: number): Promise<void> {
  await transport.sendMail({ from: 'orders@example.net', to, subject: `Order ${orderId}`, text: 'Thank you.' })
}
