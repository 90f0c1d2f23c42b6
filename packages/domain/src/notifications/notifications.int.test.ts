import { formatId, parseId } from '@mozhou/contracts/ids'
import type { NotificationKind } from '@mozhou/contracts/notifications/events'
import { MailError } from '@mozhou/integrations/mail/port'
import type { Mail, Mailer } from '@mozhou/integrations/mail/port'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changePassword } from '../accounts/change-password.ts'
import { login } from '../accounts/login.ts'
import { updateMe } from '../accounts/update-me.ts'
import { createRedis } from '../redis-client.ts'
import { testRedisUrl } from '../testing/env.ts'
import { createTestDomain, testPassword, webClient } from '../testing/test-domain.ts'
import type { TestDomain } from '../testing/test-domain.ts'
import { inTransaction } from '../transaction.ts'
import { countUnread } from './count-unread.ts'
import { findUnmailed } from './find-unmailed.ts'
import { followUnread } from './follow-unread.ts'
import { listNotifications } from './list-notifications.ts'
import { listWishes } from './list-wishes.ts'
import { markRead } from './mark-read.ts'
import { notify } from './notify.ts'
import { sendNotification } from './send-notification.ts'
import { setWish } from './set-wish.ts'
import { createUnreadHub } from './unread-hub.ts'
import { wakeReaders } from './wake-readers.ts'

let domain: TestDomain
/** The same with mail configured. */
let mailing: TestDomain['ctx']
beforeAll(async () => {
  domain = await createTestDomain()
  mailing = { ...domain.ctx, settings: { ...domain.ctx.settings, verifiesEmail: true } }
})
afterAll(() => domain.close())

async function newPerson(isVerified = true) {
  const { user } = await domain.signUp()
  const userId = parseId('user', user.id) ?? ''
  if (isVerified)
    await domain.ctx.prisma.user.update({ where: { id: userId }, data: { emailVerifiedAt: domain.ctx.clock.now() } })
  return { ...user, userId }
}
const endsAt = '2027-01-01T00:00:00.000Z'
const ended = { kind: 'membership_ended', params: { endsAt } } as const
const opened = { kind: 'membership_opened', params: { endsAt } } as const
const key = () => crypto.randomUUID()
const list = async (userId: string) => (await listNotifications(domain.ctx, { userId, limit: 20 })).items
const kinds = async (userId: string) => (await list(userId)).map(({ kind }) => kind)

/** A post office that keeps what it is given. */
function postOffice(answer: () => 'sent' | 'refused' = () => 'sent') {
  const mails: Mail[] = []
  const mailer: Mailer = {
    send: async (mail) => {
      const outcome = answer()
      if (outcome === 'sent') mails.push(mail)
      return outcome
    },
    close: () => {},
  }
  return { mails, office: { mailer, webOrigin: 'https://mozhou.example', adminOrigin: 'https://admin.mozhou.example' } }
}
const mailIdOf = async (userId: string, kind: NotificationKind) =>
  (await domain.ctx.prisma.notification.findFirstOrThrow({ where: { userId, kind }, select: { id: true } })).id

describe('a notification', () => {
  it('is there once for its key, however many tell it at once, and not when its transaction is undone', async () => {
    const { userId } = await newPerson()
    const notice = { userId, event: ended, key: key() }
    await Promise.all(Array.from({ length: 20 }, () => notify(domain.ctx, notice)))
    expect(await kinds(userId)).toEqual(['membership_ended'])
    const undone = inTransaction(domain.ctx, async (tx) => {
      await notify(tx, { userId, event: opened, key: key() })
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    expect(await kinds(userId)).toEqual(['membership_ended'])
  })

  it('is read one by one or all at once, by its own person alone', async () => {
    const [me, other] = [await newPerson(), await newPerson()]
    for (const event of [ended, opened, ended]) await notify(domain.ctx, { userId: me.userId, event, key: key() })
    const [first] = await list(me.userId)
    const notificationId = parseId('notification', first?.id ?? '') ?? ''
    expect(await markRead(domain.ctx, { userId: other.userId, notificationId })).toEqual({ unread: 0 })
    expect(await countUnread(domain.ctx, me.userId)).toEqual({ unread: 3 })
    expect(await markRead(domain.ctx, { userId: me.userId, notificationId })).toEqual({ unread: 2 })
    expect(await markRead(domain.ctx, { userId: me.userId })).toEqual({ unread: 0 })
    expect((await list(me.userId)).every(({ readAt }) => readAt !== null)).toBe(true)
  })

  it('is listed page by page, newest first', async () => {
    const { userId } = await newPerson()
    for (const days of [1, 2, 3, 4, 5])
      await notify(domain.ctx, {
        userId,
        event: { kind: 'membership_ending', params: { endsAt, days } },
        key: key(),
      })
    const first = await listNotifications(domain.ctx, { userId, limit: 3 })
    const second = await listNotifications(domain.ctx, { userId, limit: 3, cursor: first.nextCursor })
    const days = [...first.items, ...second.items].map(({ params }) => ('days' in params ? params.days : 0))
    expect(days).toEqual([5, 4, 3, 2, 1])
    expect(second.nextCursor).toBeNull()
  })

  it('goes where its person wants it; what concerns money stands in the app whatever they say', async () => {
    const { userId } = await newPerson()
    await setWish(mailing, { userId, kind: 'membership_ended', where: 'app', isOn: false })
    await notify(mailing, { userId, event: ended, key: key() })
    expect(await kinds(userId)).toEqual([])
    expect(await countUnread(mailing, userId)).toEqual({ unread: 0 })
    expect(await findUnmailed(mailing)).toContain(await mailIdOf(userId, 'membership_ended'))
    await setWish(mailing, { userId, kind: 'membership_ended', where: 'mail', isOn: false })
    await notify(mailing, { userId, event: ended, key: key() })
    expect(await mailing.prisma.notification.count({ where: { userId } })).toBe(1)
    await expect(setWish(mailing, { userId, kind: 'order_paid', where: 'app', isOn: false })).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
    })
    const wishes = new Map(
      (await listWishes(mailing, { id: userId, role: 'creator' })).map((wish) => [wish.kind, wish]),
    )
    expect(wishes.get('membership_ended')).toMatchObject({ app: { isOn: false }, mail: { isOn: false } })
    expect(wishes.get('order_paid')).toMatchObject({ app: { isOn: true, isFixed: true }, mail: { isOn: true } })
  })

  it('wakes an open page within a moment, and is found by looking while Redis is away', async () => {
    const { userId } = await newPerson()
    const subscriber = createRedis(testRedisUrl(), domain.ctx.log, 'subscriber')
    const ended = new AbortController()
    const seen: number[] = []
    const follow = async (hub: ReturnType<typeof createUnreadHub>, everyMs: number) => {
      for await (const { unread } of followUnread(domain.ctx, hub, { userId, signal: ended.signal, everyMs }))
        seen.push(unread)
    }
    const woken = follow(createUnreadHub(subscriber), 600_000)
    await expect.poll(() => seen).toEqual([0])
    await notify(domain.ctx, { userId, event: opened, key: key() })
    // The subscription may not stand yet; once it does it counts anew.
    await wakeReaders(domain.ctx, userId)
    await expect.poll(() => seen).toEqual([0, 1])
    const looking = follow({ watch: () => () => {} }, 20)
    await expect.poll(() => seen).toEqual([0, 1, 1])
    await markRead(domain.ctx, { userId })
    await expect.poll(() => seen.filter((unread) => unread === 0)).toHaveLength(3)
    ended.abort()
    await Promise.all([woken, looking])
    subscriber.disconnect()
  })
})

describe('a mail', () => {
  it('is sent once, in text and HTML, in the language of its person', async () => {
    const { userId, email } = await newPerson()
    await mailing.prisma.user.update({ where: { id: userId }, data: { locale: 'en' } })
    await notify(mailing, { userId, event: ended, key: key() })
    const notificationId = await mailIdOf(userId, 'membership_ended')
    const { mails, office } = postOffice()
    expect(await sendNotification(mailing, office, { notificationId })).toBe('sent')
    expect(await sendNotification(mailing, office, { notificationId })).toBe('unwanted')
    expect(mails).toHaveLength(1)
    expect(mails[0]).toMatchObject({ to: email, id: notificationId, subject: 'Mozhou: Your membership has ended' })
    expect(mails[0]?.text).toContain('https://mozhou.example/membership')
    expect(mails[0]?.html).toContain('https://mozhou.example/settings')
    expect(await findUnmailed(mailing)).not.toContain(notificationId)
  })

  it('leads operators to their own app, and offers its switch to nobody else', async () => {
    const { userId } = await newPerson()
    const params = {
      conversationId: formatId('conversation', domain.ctx.newId()),
      subject: '',
      username: '',
      isMember: true,
    }
    await setWish(mailing, { userId, kind: 'support_asked', where: 'mail', isOn: true })
    await notify(mailing, { userId, event: { kind: 'support_asked', params }, key: key() })
    const { mails, office } = postOffice()
    await sendNotification(mailing, office, { notificationId: await mailIdOf(userId, 'support_asked') })
    expect(mails[0]?.text).toContain(`https://admin.mozhou.example/support?conversation=${params.conversationId}`)
    const offered = async (role: 'creator' | 'operator') =>
      (await listWishes(mailing, { id: userId, role })).some(({ kind }) => kind === 'support_asked')
    expect([await offered('creator'), await offered('operator')]).toEqual([false, true])
  })

  it('waits while the server is away, and goes to nobody who is suspended or whose address is not verified', async () => {
    const { userId } = await newPerson()
    await notify(mailing, { userId, event: ended, key: key() })
    const notificationId = await mailIdOf(userId, 'membership_ended')
    const away = postOffice(() => {
      throw new MailError('ECONNREFUSED')
    })
    await expect(sendNotification(mailing, away.office, { notificationId })).rejects.toThrow(MailError)
    expect(await findUnmailed(mailing)).toContain(notificationId)
    await mailing.prisma.user.update({ where: { id: userId }, data: { status: 'suspended' } })
    expect(await sendNotification(mailing, postOffice().office, { notificationId })).toBe('unwanted')
    const stranger = await newPerson(false)
    await notify(mailing, { userId: stranger.userId, event: ended, key: key() })
    const { mails, office } = postOffice()
    await sendNotification(mailing, office, { notificationId: await mailIdOf(stranger.userId, 'membership_ended') })
    expect(mails).toEqual([])
  })

  it('is none where no mail is configured', async () => {
    const { userId } = await newPerson()
    await notify(domain.ctx, { userId, event: ended, key: key() })
    expect(await findUnmailed(domain.ctx)).not.toContain(await mailIdOf(userId, 'membership_ended'))
  })
})

describe('the account', () => {
  const phone = {
    app: 'web',
    userAgent: 'Mozilla/5.0 (iPhone) Version/18.1 Safari/604.1',
    ipAddress: '198.51.100.20',
  } as const

  it('tells of a sign-in with another browser or from another network, and of no other', async () => {
    const { userId, username } = await newPerson()
    const signIn = (client: Parameters<typeof login>[1]['client']) =>
      login(domain.ctx, { login: username, password: testPassword, client })
    await signIn(webClient)
    await signIn({ ...webClient, ipAddress: '203.0.113.99' })
    expect(await kinds(userId)).toEqual([])
    await signIn(phone)
    await signIn({ ...phone, userAgent: phone.userAgent.replace('18.1', '18.2') })
    await signIn({ ...phone, ipAddress: '192.0.2.1' })
    const told = await list(userId)
    expect(told.map(({ params }) => params)).toEqual([
      { app: 'web', device: 'Safari · iPhone', ipAddress: '192.0.2.1' },
      { app: 'web', device: 'Safari · iPhone', ipAddress: '198.51.100.20' },
    ])
  })

  it('tells of another password', async () => {
    const { userId } = await newPerson()
    const passwords = { currentPassword: testPassword, newPassword: 'another password 墨' }
    await changePassword(domain.ctx, { ...passwords, userId, client: webClient })
    expect(await list(userId)).toMatchObject([{ kind: 'password_changed', params: { isReset: false }, readAt: null }])
  })

  it('tells the old address of a new one', async () => {
    const { userId, email } = await newPerson()
    const change = { email: `n${key()}@example.com`, currentPassword: testPassword, ipAddress: webClient.ipAddress }
    await updateMe(mailing, { ...change, userId })
    const { mails, office } = postOffice()
    const notificationId = await mailIdOf(userId, 'email_changed')
    expect(await sendNotification(mailing, office, { notificationId })).toBe('sent')
    expect(mails.map(({ to }) => to)).toEqual([email])
    const row = await mailing.prisma.notification.findUniqueOrThrow({ where: { id: notificationId } })
    expect(row).toMatchObject({ mailTo: null, mailStatus: 'sent' })
  })
})
