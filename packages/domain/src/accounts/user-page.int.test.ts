import { listAuditInput } from '@mozhou/contracts/audit/inputs'
import { AppError } from '@mozhou/contracts/errors'
import { formatId, parseId } from '@mozhou/contracts/ids'
import { pageInput } from '@mozhou/contracts/page'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { listAudit } from '../audit/list-audit.ts'
import { listUserCreations } from '../creations/list-user-creations.ts'
import { addWork } from '../creations/testing/add-work.ts'
import { listPeriods } from '../memberships/list-periods.ts'
import { createTestDomain, testPassword, webClient } from '../testing/test-domain.ts'
import type { TestDomain } from '../testing/test-domain.ts'
import { createAdmin } from './create-admin.ts'
import { endUserSessions } from './end-user-sessions.ts'
import { getUser } from './get-user.ts'
import { listSessions } from './list-sessions.ts'
import { login } from './login.ts'
import { suspendUser } from './suspend-user.ts'

let domain: TestDomain
let adminId: string
beforeAll(async () => {
  domain = await createTestDomain()
  const admin = { username: 'root-admin', email: 'root@example.com', password: 'long enough' }
  adminId = (await createAdmin(domain.ctx, admin)).userId
})
afterAll(() => domain.close())

const actor = () => ({ userId: adminId, requestId: 'request-3' })
const idOf = ({ user }: { user: { id: string } }) => parseId('user', user.id) ?? ''
const page = (limit = 20) => pageInput.parse({ limit })

it('tells of a person who brought them, whether their address is proved, and why they are suspended', async () => {
  const host = await domain.signUp()
  const guest = await domain.signUp({ referralCode: host.user.referralCode })
  const userId = idOf(guest)
  expect(await getUser(domain.ctx, { userId })).toMatchObject({
    id: guest.user.id,
    status: 'active',
    emailVerifiedAt: null,
    suspendedReason: null,
    referredBy: { id: host.user.id, username: host.user.username },
    membership: { isMember: false },
    lastSeenAt: expect.any(String) as string,
  })
  await suspendUser(domain.ctx, { actor: actor(), userId, reason: '工单 7：盗刷' })
  expect(await getUser(domain.ctx, { userId })).toMatchObject({ status: 'suspended', suspendedReason: '工单 7：盗刷' })
  await expect(getUser(domain.ctx, { userId: domain.ctx.newId() })).rejects.toEqual(new AppError('USER_NOT_FOUND'))
})

it('shows their works by titles, in the trash and purged too, with the generation to open, and never a text', async () => {
  const userId = idOf(await domain.signUp())
  const kept = await addWork(domain.ctx, userId, { title: '春天' })
  domain.advance(1_000)
  const trashed = await addWork(domain.ctx, userId, { title: '秋天' })
  const deletedAt = domain.ctx.clock.now()
  await domain.ctx.prisma.creation.update({ where: { id: trashed.creationId }, data: { deletedAt } })
  const first = await listUserCreations(domain.ctx, { userId, ...page(1) })
  expect(first.items).toMatchObject([{ title: '秋天', state: 'trashed', generations: 1 }])
  const second = await listUserCreations(domain.ctx, { userId, limit: 1, cursor: first.nextCursor })
  expect(second).toMatchObject({
    items: [{ title: '春天', state: 'kept', lastGenerationId: formatId('generation', kept.generationId) }],
    nextCursor: null,
  })
  expect(JSON.stringify([first, second])).not.toContain('写出的文字')
})

it('lists every period of a membership, past ones too, with the order that brought it', async () => {
  const userId = idOf(await domain.signUp())
  const orderId = domain.ctx.newId()
  const add = (from: string, to: string, source: string, sourceId: string) =>
    domain.ctx.prisma.membershipPeriod.create({
      data: {
        id: domain.ctx.newId(),
        userId,
        startsAt: new Date(from),
        endsAt: new Date(to),
        source,
        sourceId,
        createdAt: new Date(from),
      },
    })
  await add('2026-01-01', '2026-02-01', 'gift', 'a gift')
  await add('2026-03-01', '2026-04-01', 'order', orderId)
  expect((await listPeriods(domain.ctx, { userId, ...page() })).items).toMatchObject([
    { source: 'order', orderId: formatId('order', orderId), startsAt: '2026-03-01T00:00:00.000Z' },
    { source: 'gift', orderId: null },
  ])
})

it('ends one session or all of a person, writes who did it, and says when there is none', async () => {
  const person = await domain.signUp()
  const userId = idOf(person)
  await login(domain.ctx, { login: person.user.username, password: testPassword, client: webClient })
  await login(domain.ctx, { login: person.user.username, password: testPassword, client: webClient })
  const open = () => listSessions(domain.ctx, { userId, currentSessionId: '' })
  const [first] = await open()
  const sessionId = parseId('session', first?.id ?? '') ?? ''
  expect(await endUserSessions(domain.ctx, { actor: actor(), userId, sessionId })).toEqual({ ended: 1 })
  expect(await open()).toHaveLength(2)
  const stranger = { actor: actor(), userId: idOf(await domain.signUp()), sessionId }
  await expect(endUserSessions(domain.ctx, stranger)).rejects.toEqual(new AppError('SESSION_NOT_FOUND'))
  expect(await endUserSessions(domain.ctx, { actor: actor(), userId })).toEqual({ ended: 2 })
  expect(await open()).toEqual([])
  await expect(endUserSessions(domain.ctx, { actor: actor(), userId })).rejects.toEqual(
    new AppError('SESSION_NOT_FOUND'),
  )
  const audit = (filters: object) => listAudit(domain.ctx, listAuditInput.parse(filters))
  expect((await audit({ target: person.user.id })).items).toMatchObject([
    { action: 'user.end_sessions', actor: 'root-admin', after: { ended: 2 } },
    { action: 'user.end_sessions', after: { ended: 1, session: first?.id } },
  ])
  expect((await audit({ actorId: formatId('user', adminId), target: person.user.id })).items).toHaveLength(2)
  expect((await audit({ actorId: person.user.id })).items).toEqual([])
})
