import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createTransport } from 'nodemailer'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { createSandbox } from '../app.ts'
import { createMailbox } from './mailbox.ts'

const mailbox = createMailbox()
const server = createServer(createSandbox({ mailbox }))
const place = { url: '', smtp: 0 }
beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  place.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/__sandbox/mail`
  place.smtp = await mailbox.listen({ host: '127.0.0.1', port: 0 })
})
beforeEach(() => fetch(`${place.url}/messages`, { method: 'DELETE' }))
afterAll(async () => {
  server.close()
  await mailbox.close()
})

const link = 'http://127.0.0.1:3000/verify-email#abc_DEF-123'
async function send(to: string, text = `你好，\n\n${link}\n`) {
  const transport = createTransport({ host: '127.0.0.1', port: place.smtp })
  await transport.sendMail({ from: '墨舟 <no-reply@mozhou.example>', to, subject: '确认你的邮箱', text })
  transport.close()
}
const messages = async (query = ''): Promise<unknown> => (await fetch(`${place.url}/messages${query}`)).json()

it('takes mail over SMTP and reads it for programs, newest first and by recipient', async () => {
  await send('xiaoman@example.com')
  await send('other@example.com', 'second')
  expect(await messages()).toMatchObject({ messages: [{ to: ['other@example.com'] }, { to: ['xiaoman@example.com'] }] })
  expect(await messages('?to=xiaoman@example.com')).toEqual({
    messages: [
      {
        receivedAt: expect.any(String),
        from: expect.stringContaining('no-reply@mozhou.example'),
        to: ['xiaoman@example.com'],
        subject: '确认你的邮箱',
        text: expect.stringContaining(link),
      },
    ],
  })
})

it('shows links that can be pressed and runs nothing that a mail says', async () => {
  await send('xiaoman@example.com', `${link}\n<script>alert(1)</script>`)
  const response = await fetch(place.url)
  const html = await response.text()
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(html).toContain(`<a href="${link}" rel="noreferrer">`)
  expect(html).toContain('&lt;script&gt;')
  expect(html).not.toContain('<script>')
})
