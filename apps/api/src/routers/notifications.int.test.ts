import { notify } from '@mozhou/domain/notifications/notify'
import { wakeReaders } from '@mozhou/domain/notifications/wake-readers'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { restClient } from '../testing/rest-client.ts'
import { idleWorkflows, startApi } from '../testing/start-api.ts'
import type { TestApi } from '../testing/start-api.ts'

let api: TestApi
const started: string[] = []
let isTemporalAway = false
beforeAll(async () => {
  const startPasswordReset = async (id: string) => {
    if (isTemporalAway) throw new Error('temporal is away')
    started.push(id)
  }
  api = await startApi({ deps: { workflows: { ...idleWorkflows, startPasswordReset } } })
})
afterAll(() => api.close())

const tell = async (userId: string) => {
  const event = { kind: 'membership_ended', params: { endsAt: '2026-11-30T00:00:00.000Z' } } as const
  await notify(api.ctx, { userId, event, key: crypto.randomUUID() })
  await wakeReaders(api.ctx, userId)
}

/** What a page hears of its unread messages, as the stream tells it. */
async function* unreadOf(bearer: string, signal: AbortSignal): AsyncGenerator<number> {
  const response = await fetch(`${api.url}/trpc/notifications.unread`, {
    headers: { accept: 'text/event-stream', authorization: `Bearer ${bearer}` },
    signal,
  })
  let text = ''
  for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += chunk
    for (const [whole, count] of text.matchAll(/"unread":(\d+)/g)) {
      text = text.replace(whole, '')
      yield Number(count)
    }
  }
}

it('tells an open page how much is unread, whenever that changes', async () => {
  const { userId, accessToken: bearer } = await api.signIn('creator')
  const left = new AbortController()
  const heard: number[] = []
  const listening = (async () => {
    for await (const unread of unreadOf(bearer, left.signal)) heard.push(unread)
  })().catch(() => {})
  await expect.poll(() => heard).toEqual([0])
  await tell(userId)
  await expect.poll(() => heard).toEqual([0, 1])
  const { data } = await api.query('notifications.list', { bearer, input: {} })
  const { items } = data as { items: { id: string }[] }
  const read = await api.mutate('notifications.markRead', { bearer, input: { notificationId: items[0]?.id } })
  expect(read.data).toEqual({ unread: 0 })
  await expect.poll(() => heard).toEqual([0, 1, 0])
  left.abort()
  await listening
})

it('shows a person nobody else’s messages', async () => {
  const [mine, other] = [await api.signIn('creator'), await api.signIn('creator')]
  await tell(mine.userId)
  const listOf = async (bearer: string) =>
    ((await api.query('notifications.list', { bearer, input: {} })).data as { items: unknown[] }).items
  expect(await listOf(mine.accessToken)).toHaveLength(1)
  expect(await listOf(other.accessToken)).toEqual([])
})

it('tells the same over REST, to sessions and to keys that may read it', async () => {
  const { userId, accessToken: bearer } = await api.signIn('creator')
  const send = restClient(api.url)
  await tell(userId)
  await tell(userId)
  const made = await api.mutate('apiKeys.create', { bearer, input: { name: 'digest', scopes: ['notifications:read'] } })
  const { key } = made.data as { key: string }
  const unread = async () => (await send('GET /notifications/unread', { bearer: key })).body
  expect(await unread()).toEqual({ unread: 2 })
  const { items } = (await send('GET /notifications?limit=1', { bearer: key })).body as { items: { id: string }[] }
  expect(items).toMatchObject([
    { kind: 'membership_ended', params: { endsAt: '2026-11-30T00:00:00.000Z' }, readAt: null },
  ])
  const [newest] = items
  expect((await send(`POST /notifications/${newest?.id ?? ''}/read`, { bearer: key })).status).toBe(403)
  expect((await send(`POST /notifications/${newest?.id ?? ''}/read`, { bearer })).body).toEqual({ unread: 1 })
  expect((await send('POST /notifications/read', { bearer })).body).toEqual({ unread: 0 })
  expect(await unread()).toEqual({ unread: 0 })
  const preference = async () => {
    const { body } = await send('GET /notifications/preferences', { bearer: key })
    return (body as { kind: string; mail: object }[]).find(({ kind }) => kind === 'work_finished')?.mail
  }
  expect(await preference()).toEqual({ isOn: false, isFixed: false })
  const wanted = { kind: 'work_finished', where: 'mail', isOn: true }
  expect((await send('PUT /notifications/preferences', { bearer, body: wanted })).status).toBe(200)
  expect(await preference()).toEqual({ isOn: true, isFixed: false })
  const fixed = { kind: 'password_changed', where: 'mail', isOn: false }
  expect((await send('PUT /notifications/preferences', { bearer, body: fixed })).status).toBe(400)
})

it('answers who forgot their password alike for every name, and takes no batch of them', async () => {
  Object.assign(api.ctx.settings, { verifiesEmail: true })
  const { user } = await api.signUp()
  const ask = (login: string) => api.mutate('auth.requestPasswordReset', { input: { login } })
  const answers = [await ask(user.username), await ask(user.email), await ask('nobody-at-all')]
  const seen = answers.map(({ status, text, setCookies }) => ({ status, text, setCookies }))
  expect(new Set(seen.map((answer) => JSON.stringify(answer))).size).toBe(1)
  expect(started).toHaveLength(3)
  isTemporalAway = true
  expect((await ask('somebody-else')).data).toEqual({ ok: true })
  isTemporalAway = false
  const input = { token: 'A'.repeat(43), newPassword: 'long enough' }
  expect((await api.mutate('auth.resetPassword', { input })).error?.code).toBe('PASSWORD_RESET_INVALID')
  Object.assign(api.ctx.settings, { verifiesEmail: false })
  expect((await ask(user.username)).error?.code).toBe('PASSWORD_RESET_UNAVAILABLE')
})
