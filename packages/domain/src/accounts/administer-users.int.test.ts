import { AppError } from '@mozhou/contracts/errors'
import { formatId, parseId } from '@mozhou/contracts/ids'
import type { Role } from '@mozhou/contracts/roles'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { listAudit } from '../audit/list-audit.ts'
import type { TestDomain } from '../testing/test-domain.ts'
import { createTestDomain, webClient } from '../testing/test-domain.ts'
import { authenticate } from './authenticate.ts'
import { createAdmin } from './create-admin.ts'
import { createUser } from './create-user.ts'
import { endUserSessions } from './end-user-sessions.ts'
import { listUsers } from './list-users.ts'
import { openSession } from './open-session.ts'
import { reinstateUser } from './reinstate-user.ts'
import { setRole } from './set-role.ts'
import { suspendUser } from './suspend-user.ts'

let domain: TestDomain
let adminId: string
beforeAll(async () => {
  domain = await createTestDomain()
  const admin = { username: 'root-admin', email: 'root@example.com', password: 'long enough' }
  adminId = (await createAdmin(domain.ctx, admin)).userId
})
afterAll(() => domain.close())

let made = 0
const addUser = (role: Role = 'creator', username = `person-${(made += 1)}`) =>
  createUser(domain.ctx, { username, email: `${username}@example.com`, passwordHash: 'none', role })
const actor = () => ({ userId: adminId, requestId: 'request-9' })
const auditOf = (userId: string) =>
  domain.ctx.prisma.auditRow.findMany({ where: { target: formatId('user', userId) }, orderBy: { createdAt: 'asc' } })

async function tokenOf(userId: string): Promise<string> {
  const { sessionId } = await openSession(domain.ctx, { userId, client: webClient })
  const issuedAt = domain.ctx.clock.now()
  const expiresAt = new Date(issuedAt.getTime() + 60_000)
  return domain.ctx.accessTokens.sign({ userId, sessionId, app: 'web' }, { id: 'jti', issuedAt, expiresAt })
}

it('makes an administrator from the command line, without a gift, with an audit row', async () => {
  const user = await domain.ctx.prisma.user.findUniqueOrThrow({ where: { id: adminId } })
  expect(user).toMatchObject({ role: 'admin', status: 'active' })
  expect(await domain.ctx.prisma.creditAccount.count({ where: { userId: adminId } })).toBe(0)
  expect(await auditOf(adminId)).toMatchObject([{ action: 'user.create_admin', actorId: null }])
})

it('suspends at once, writes who and why, and reinstates', async () => {
  const userId = await addUser()
  const accessToken = await tokenOf(userId)
  await authenticate(domain.ctx, { accessToken, app: 'web' })
  const row = await suspendUser(domain.ctx, { actor: actor(), userId, reason: '刷单' })
  expect(row.status).toBe('suspended')
  await expect(authenticate(domain.ctx, { accessToken, app: 'web' })).rejects.toThrow('ACCOUNT_SUSPENDED')
  await reinstateUser(domain.ctx, { actor: actor(), userId })
  await expect(authenticate(domain.ctx, { accessToken, app: 'web' })).rejects.toThrow('SESSION_REVOKED')
  expect(await auditOf(userId)).toMatchObject([
    {
      action: 'user.suspend',
      actorId: adminId,
      permission: 'user:suspend',
      requestId: 'request-9',
      before: { status: 'active' },
      after: { status: 'suspended', reason: '刷单', revokedSessions: 1 },
    },
    { action: 'user.reinstate', before: { status: 'suspended' }, after: { status: 'active' } },
  ])
})

it('writes nothing when nothing changes', async () => {
  const userId = await addUser()
  await reinstateUser(domain.ctx, { actor: actor(), userId })
  await setRole(domain.ctx, { actor: actor(), userId, role: 'creator' })
  expect(await auditOf(userId)).toEqual([])
})

it('refuses to suspend oneself and unknown people', async () => {
  const suspend = (userId: string) => suspendUser(domain.ctx, { actor: actor(), userId, reason: 'why not' })
  await expect(async () => suspend(adminId)).rejects.toEqual(new AppError('USER_IS_ONESELF'))
  await expect(suspend(domain.ctx.newId())).rejects.toEqual(new AppError('USER_NOT_FOUND'))
})

it('reaches nobody above: not to suspend, not to reinstate, not to sign out', async () => {
  const roles = ['creator', 'operator', 'finance', 'admin'] as const
  for (const role of ['operator', 'finance', 'admin'] as const) {
    const by = { userId: await addUser(role), requestId: 'request-10' }
    for (const theirs of roles) {
      const userId = await addUser(theirs)
      await tokenOf(userId)
      const isAbove = roles.indexOf(theirs) > roles.indexOf(role)
      const expected = isAbove ? 'USER_ABOVE' : 'done'
      const outcome = (work: Promise<unknown>) =>
        work.then(
          () => 'done',
          (cause: unknown) => (cause instanceof AppError ? cause.code : cause),
        )
      const label = `${role} to ${theirs}`
      expect(await outcome(endUserSessions(domain.ctx, { actor: by, userId })), label).toBe(expected)
      expect(await outcome(suspendUser(domain.ctx, { actor: by, userId, reason: '刷单' })), label).toBe(expected)
      expect(await outcome(reinstateUser(domain.ctx, { actor: by, userId })), label).toBe(expected)
      expect(await auditOf(userId)).toHaveLength(isAbove ? 0 : 3)
    }
    await tokenOf(by.userId)
    await expect(endUserSessions(domain.ctx, { actor: by, userId: by.userId })).rejects.toEqual(
      new AppError('USER_IS_ONESELF'),
    )
  }
  await domain.ctx.prisma.user.updateMany({ where: { role: 'admin', id: { not: adminId } }, data: { role: 'creator' } })
})

it('gives roles that count with the next request', async () => {
  const userId = await addUser()
  const accessToken = await tokenOf(userId)
  await setRole(domain.ctx, { actor: actor(), userId, role: 'finance' })
  expect((await authenticate(domain.ctx, { accessToken, app: 'web' })).user.role).toBe('finance')
  expect(await auditOf(userId)).toMatchObject([{ before: { role: 'creator' }, after: { role: 'finance' } }])
})

it('keeps the last administrator, also when two demote each other at once', async () => {
  const demote = (userId: string) => setRole(domain.ctx, { actor: actor(), userId, role: 'creator' })
  await expect(demote(adminId)).rejects.toEqual(new AppError('LAST_ADMIN'))
  for (let round = 0; round < 5; round += 1) {
    const second = await addUser('admin')
    const results = await Promise.allSettled([demote(adminId), demote(second)])
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
    const admins = await domain.ctx.prisma.user.findMany({ where: { role: 'admin', status: 'active' } })
    expect(admins).toHaveLength(1)
    adminId = admins[0]?.id ?? ''
  }
  const suspendLast = (userId: string) =>
    suspendUser(domain.ctx, { actor: { ...actor(), userId }, userId: adminId, reason: 'coup' })
  // Suspended while their own request was under way.
  const fallen = await addUser('admin')
  await suspendUser(domain.ctx, { actor: actor(), userId: fallen, reason: 'coup' })
  await expect(suspendLast(fallen)).rejects.toEqual(new AppError('LAST_ADMIN'))
  // Who may not do it to any administrator is not told to appoint another one first.
  await expect(suspendLast(await addUser('operator'))).rejects.toEqual(new AppError('USER_ABOVE'))
})

it('finds people by parts of names, by email and by id, and takes wildcards literally', async () => {
  const userId = await addUser('creator', 'needle_in_hay')
  await addUser('creator', 'needleXinXhay')
  const search = async (text: string) => (await listUsers(domain.ctx, { search: text, limit: 20 })).items
  expect((await search('needle_in')).map((row) => row.username)).toEqual(['needle_in_hay'])
  expect((await search('NEEDLE_IN_HAY@exam')).map((row) => row.username)).toEqual(['needle_in_hay'])
  expect((await search(formatId('user', userId))).map((row) => row.username)).toEqual(['needle_in_hay'])
  expect(await search('%')).toEqual([])
})

it('pages through everyone once, newest first', async () => {
  for (let index = 0; index < 7; index += 1) await addUser()
  const seen: string[] = []
  let cursor: string | null = null
  do {
    const page = await listUsers(domain.ctx, { limit: 3, cursor })
    seen.push(...page.items.map((row) => row.id))
    cursor = page.nextCursor
  } while (cursor !== null)
  expect(new Set(seen).size).toBe(seen.length)
  expect(seen).toHaveLength(await domain.ctx.prisma.user.count())
  const ids = seen.map((id) => parseId('user', id) ?? '')
  expect(ids).toEqual(ids.toSorted().toReversed())
})

it('lists audit rows with the name of who did it', async () => {
  const { items, nextCursor } = await listAudit(domain.ctx, { limit: 2 })
  expect(items).toHaveLength(2)
  expect(nextCursor).not.toBeNull()
  const all = await listAudit(domain.ctx, { limit: 100 })
  expect(all.items.find((row) => row.action === 'user.create_admin')?.actor).toBe('system')
  expect(all.items.findLast((row) => row.action === 'user.suspend')?.actor).toBe('root-admin')
})
