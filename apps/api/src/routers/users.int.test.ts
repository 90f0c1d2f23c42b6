import { randomUUID } from 'node:crypto'
import type { AuditRowDto } from '@mozhou/contracts/audit/answers'
import type { UserRowDto } from '@mozhou/contracts/accounts/answers'
import { formatId } from '@mozhou/contracts/ids'
import type { Page } from '@mozhou/contracts/page'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startApi } from '../testing/start-api.ts'
import type { TestApi } from '../testing/start-api.ts'

let api: TestApi
let admin: { userId: string; accessToken: string }
beforeAll(async () => {
  api = await startApi()
  admin = await api.signIn('admin')
})
afterAll(() => api.close())

it('suspends with the next request of the suspended, and leaves an audit row with our request id, whatever came from outside', async () => {
  const creator = await api.signIn('creator')
  expect((await api.query('auth.me', { bearer: creator.accessToken })).status).toBe(200)
  const suspended = await api.mutate('users.suspend', {
    bearer: admin.accessToken,
    input: { userId: formatId('user', creator.userId), reason: '违规内容' },
    headers: { 'x-request-id': 'request-from-proxy' },
  })
  expect(suspended.data as UserRowDto).toMatchObject({ status: 'suspended' })
  const requestId = suspended.headers.get('x-request-id')
  expect(requestId).toMatch(/^[0-9a-f-]{36}$/)
  const refused = await api.query('auth.me', { bearer: creator.accessToken })
  expect(refused).toMatchObject({ status: 403, error: { code: 'ACCOUNT_SUSPENDED' } })
  const { items } = (await api.query('audit.list', { bearer: admin.accessToken, input: {} })).data as Page<AuditRowDto>
  expect(items[0]).toMatchObject({
    action: 'user.suspend',
    target: formatId('user', creator.userId),
    requestId,
  })
})

it('does not let an administrator suspend or demote the last one: themself', async () => {
  const userId = formatId('user', admin.userId)
  const bearer = admin.accessToken
  const suspend = await api.mutate('users.suspend', { bearer, input: { userId, reason: 'tired' } })
  expect(suspend.error?.code).toBe('USER_IS_ONESELF')
  const demote = await api.mutate('users.setRole', { bearer, input: { userId, role: 'creator' } })
  expect(demote).toMatchObject({ status: 412, error: { code: 'LAST_ADMIN' } })
})

it('shows finance of the audit log what was done about money, and administrators all of it', async () => {
  const finance = await api.signIn('finance')
  const creator = await api.signIn('creator')
  const userId = formatId('user', creator.userId)
  await api.mutate('users.suspend', { bearer: admin.accessToken, input: { userId, reason: '违规内容' } })
  await api.mutate('credits.adjust', {
    bearer: finance.accessToken,
    input: { userId, amount: 5, reason: '工单 8：补偿', requestKey: randomUUID() },
  })
  const actions = async (bearer: string) => {
    const answer = await api.query('audit.list', { bearer, input: { target: userId } })
    return (answer.data as Page<AuditRowDto>).items.map(({ action }) => action)
  }
  expect(await actions(finance.accessToken)).toEqual(['credits.adjust'])
  expect(await actions(admin.accessToken)).toEqual(['credits.adjust', 'user.suspend'])
})
