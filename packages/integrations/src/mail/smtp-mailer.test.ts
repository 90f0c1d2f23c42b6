import { once } from 'node:events'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startMailCatcher } from '../testing/mail-catcher.ts'
import type { MailCatcher } from '../testing/mail-catcher.ts'
import { createSmtpMailer } from './smtp-mailer.ts'

let catcher: MailCatcher
beforeAll(async () => {
  catcher = await startMailCatcher()
})
afterAll(() => catcher.close())

const mail = { to: 'xiaoman@example.com', subject: '确认邮箱', text: '你好，\n请确认。' }
const from = '墨舟 <no-reply@mozhou.example>'
const timeoutMs = 5_000

it('hands a mail over', async () => {
  const mailer = createSmtpMailer({ url: catcher.url, from, timeoutMs })
  expect(await mailer.send(mail)).toBe('sent')
  expect(catcher.mails).toHaveLength(1)
  expect(catcher.mails[0]?.to).toBe(mail.to)
  expect(catcher.mails[0]?.source).toContain('<no-reply@mozhou.example>')
  mailer.close()
})

it('gives its password to no server that speaks without TLS', async () => {
  const mailer = createSmtpMailer({ url: catcher.url.replace('//', '//mailer:a-password@'), from, timeoutMs })
  const before = catcher.mails.length
  await expect(mailer.send(mail)).rejects.toThrow(/^mail could not be handed over: E[A-Z]+/)
  expect(catcher.mails).toHaveLength(before)
  mailer.close()
})

it('takes an address with a line break in it for an address, not for headers', async () => {
  const mailer = createSmtpMailer({ url: catcher.url, from, timeoutMs })
  const before = catcher.mails.length
  await mailer.send({ ...mail, to: 'a@example.com\r\nBcc: b@example.com' }).catch(() => {})
  expect(catcher.mails.slice(before).some(({ to }) => to.includes('b@example.com') && to.includes(','))).toBe(false)
  mailer.close()
})

it('tells an address that will never take it from a server that may later, and names neither', async () => {
  const mailer = createSmtpMailer({ url: catcher.url, from, timeoutMs })
  catcher.refuseWith(550)
  expect(await mailer.send(mail)).toBe('refused')
  catcher.refuseWith(451)
  await expect(mailer.send(mail)).rejects.toThrow('mail could not be handed over: EENVELOPE 451')
  catcher.refuseWith(null)
  const nobody = createSmtpMailer({ url: 'smtp://127.0.0.1:1', from, timeoutMs })
  await expect(nobody.send(mail)).rejects.toThrow(/^mail could not be handed over: E[A-Z]+$/)
  mailer.close()
})

it('waits so long for a server that takes connections and says nothing', async () => {
  const silent = createServer(() => {}).listen(0, '127.0.0.1')
  await once(silent, 'listening')
  const { port } = silent.address() as AddressInfo
  const mailer = createSmtpMailer({ url: `smtp://127.0.0.1:${port}`, from, timeoutMs: 50 })
  await expect(mailer.send(mail)).rejects.toThrow('mail could not be handed over: ETIMEDOUT')
  mailer.close()
  silent.close()
})
