import { maxApiKeys } from '@mozhou/contracts/api-keys/inputs'
import type { ApiKeyScope } from '@mozhou/contracts/api-key-scopes'
import { AppError } from '@mozhou/contracts/errors'
import { parseId } from '@mozhou/contracts/ids'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { changePassword } from '../accounts/change-password.ts'
import type { TestDomain } from '../testing/test-domain.ts'
import { createTestDomain, testPassword, webClient } from '../testing/test-domain.ts'
import { authenticateApiKey } from './authenticate-api-key.ts'
import { createApiKey } from './create-api-key.ts'
import { listApiKeys } from './list-api-keys.ts'
import { revokeApiKey } from './revoke-api-key.ts'

let domain: TestDomain
beforeAll(async () => {
  domain = await createTestDomain()
})
afterAll(() => domain.close())

const person = async () => parseId('user', (await domain.signUp()).user.id) ?? ''
const make = (userId: string, fields: { name?: string; scopes?: ApiKeyScope[]; expiresInDays?: number } = {}) =>
  createApiKey(domain.ctx, { name: '脚本', scopes: ['writing'], ...fields, userId })
const enter = (key: string) => authenticateApiKey(domain.ctx, key)
const idOf = ({ apiKey }: { apiKey: { id: string } }) => parseId('apiKey', apiKey.id) ?? ''

it('shows a key once and keeps its hash', async () => {
  const userId = await person()
  const created = await make(userId, { scopes: ['writing', 'credits:read'] })
  expect(created.key).toMatch(/^mz_live_[A-Za-z0-9_-]{43}$/)
  expect(created.apiKey).toMatchObject({ prefix: created.key.slice(0, 12), last4: created.key.slice(-4) })
  expect(await enter(created.key)).toEqual({
    user: { id: userId, role: 'creator', locale: null },
    apiKey: { id: idOf(created), scopes: ['writing', 'credits:read'] },
  })
  const rows = await domain.ctx.prisma.$queryRaw<{ row: string }[]>`SELECT to_jsonb(k)::text AS row FROM api_keys k`
  for (const { row } of rows) expect(row).not.toContain(created.key.slice(8))
  expect((await listApiKeys(domain.ctx, { userId }))[0]?.lastUsedAt).not.toBeNull()
})

it('refuses what is no key, is revoked or expired, with the very next call', async () => {
  const userId = await person()
  const [first, second] = [await make(userId), await make(userId, { expiresInDays: 1 })]
  await expect(enter(`${first.key.slice(0, -1)}!`)).rejects.toEqual(new AppError('API_KEY_INVALID'))
  await revokeApiKey(domain.ctx, { userId, apiKeyId: idOf(first) })
  await expect(enter(first.key)).rejects.toEqual(new AppError('API_KEY_REVOKED'))
  await enter(second.key)
  domain.advance(86_400_001)
  await expect(enter(second.key)).rejects.toEqual(new AppError('API_KEY_EXPIRED'))
  expect(await listApiKeys(domain.ctx, { userId })).toEqual([])
})

it('does not revoke the key of another person, nor one twice', async () => {
  const [mine, other] = [await person(), await person()]
  const created = await make(other)
  const notFound = new AppError('API_KEY_NOT_FOUND')
  await expect(revokeApiKey(domain.ctx, { userId: mine, apiKeyId: idOf(created) })).rejects.toEqual(notFound)
  await enter(created.key)
  await revokeApiKey(domain.ctx, { userId: other, apiKeyId: idOf(created) })
  await expect(revokeApiKey(domain.ctx, { userId: other, apiKeyId: idOf(created) })).rejects.toEqual(notFound)
})

it('rests while its person is suspended, and works again afterwards', async () => {
  const userId = await person()
  const { key } = await make(userId)
  const setStatus = (status: string) => domain.ctx.prisma.user.update({ where: { id: userId }, data: { status } })
  await setStatus('suspended')
  await expect(enter(key)).rejects.toEqual(new AppError('ACCOUNT_SUSPENDED'))
  await setStatus('active')
  await enter(key)
})

it('ends with the password, like every session', async () => {
  const userId = await person()
  const { key } = await make(userId)
  const passwords = { currentPassword: testPassword, newPassword: 'another good one' }
  await changePassword(domain.ctx, { userId, client: webClient, ...passwords })
  await expect(enter(key)).rejects.toEqual(new AppError('API_KEY_REVOKED'))
})

it('never gives out more live keys than there may be, however many ask at once', async () => {
  const userId = await person()
  const made = await Promise.allSettled(Array.from({ length: maxApiKeys + 5 }, () => make(userId)))
  expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(maxApiKeys)
  await expect(make(userId)).rejects.toMatchObject({ code: 'API_KEY_LIMIT_REACHED' })
})
