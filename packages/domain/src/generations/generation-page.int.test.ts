import { AppError } from '@mozhou/contracts/errors'
import { formatId, parseId } from '@mozhou/contracts/ids'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createAdmin } from '../accounts/create-admin.ts'
import { findPage } from '../audit/find-page.ts'
import { addWork } from '../creations/testing/add-work.ts'
import { createTestDomain } from '../testing/test-domain.ts'
import type { TestDomain } from '../testing/test-domain.ts'
import { acknowledgeRun } from './acknowledge-run.ts'
import { getGenerationDetail } from './get-generation-detail.ts'
import { listAcknowledgements } from './list-acknowledgements.ts'
import { startForUser } from './start-for-user.ts'
import { stopForUser } from './stop-for-user.ts'

let domain: TestDomain
let adminId: string
beforeAll(async () => {
  domain = await createTestDomain()
  const admin = { username: 'root-admin', email: 'root@example.com', password: 'long enough' }
  adminId = (await createAdmin(domain.ctx, admin)).userId
})
afterAll(() => domain.close())

const actor = () => ({ userId: adminId, requestId: 'request-5' })
const everything = { titles: true, entries: true }

async function addRun(status: 'requested' | 'running' | 'succeeded' | 'failed' = 'succeeded') {
  const { user } = await domain.signUp()
  const userId = parseId('user', user.id) ?? ''
  const work = await addWork(domain.ctx, userId, { title: '春天', generationStatus: status })
  return { ...work, user, userId, id: formatId('generation', work.generationId) }
}
const auditOf = (target: string) =>
  domain.ctx.prisma.auditRow.findMany({ where: { target }, orderBy: { createdAt: 'asc' } })

it('tells what a run cost and left and what the vendor said, and no text of it', async () => {
  const run = await addRun()
  const { generationId, creationId, userId } = run
  await domain.ctx.prisma.modelUsage.create({
    data: {
      id: domain.ctx.newId(),
      generationId,
      creationId,
      userId,
      modelId: domain.ctx.newId(),
      alias: '甲',
      vendor: 'zhipu',
      upstreamModel: 'glm-x',
      isSandbox: true,
      epoch: 1_001,
      attempt: 1,
      outcome: 'failed',
      failureKind: 'rate_limited',
      vendorCode: '1302',
      httpStatus: 429,
      vendorMessage: '并发数过高',
      vendorRequestId: 'req-1',
      inputTokens: 0,
      outputTokens: 0,
      cachedInputTokens: 0,
      reasoningTokens: 0,
      isEstimated: true,
      latencyMs: 12,
      costMicroYuan: 0n,
      createdAt: domain.ctx.clock.now(),
    },
  })
  const detail = await getGenerationDetail(domain.ctx, { generationId, sees: everything })
  expect(detail).toMatchObject({
    id: run.id,
    person: { id: run.user.id, username: run.user.username },
    work: { title: '春天', state: 'kept' },
    chargedCredits: 0,
    entries: [],
    attempts: [{ httpStatus: 429, vendorCode: '1302', vendorMessage: '并发数过高', vendorRequestId: 'req-1' }],
    version: { ordinal: 1, wordCount: 10 },
    siblings: [{ id: run.id, ordinal: 1 }],
  })
  expect(JSON.stringify(detail)).not.toMatch(/写出的文字|夜跑/u)
  const part = await getGenerationDetail(domain.ctx, { generationId, sees: { titles: false, entries: false } })
  expect(part).toMatchObject({ work: { title: null }, entries: null, chargedCredits: 0 })
  const missing = { generationId: domain.ctx.newId(), sees: everything }
  await expect(getGenerationDetail(domain.ctx, missing)).rejects.toEqual(new AppError('GENERATION_NOT_FOUND'))
})

it('stops a run as its person would, audited, and says when it is over', async () => {
  const run = await addRun('running')
  const { generationId, creationId } = run
  expect(await stopForUser(domain.ctx, { actor: actor(), generationId })).toEqual({ creationId, ordinal: 1 })
  const row = await domain.ctx.prisma.generation.findUniqueOrThrow({ where: { id: generationId } })
  expect(row).toMatchObject({ status: 'running', stopRequestedAt: expect.any(Date) as Date })
  expect(await auditOf(run.id)).toMatchObject([{ action: 'generation.stop', actorId: adminId }])
  const over = await addRun('failed')
  const refused = stopForUser(domain.ctx, { actor: actor(), generationId: over.generationId })
  await expect(refused).rejects.toEqual(new AppError('GENERATION_OVER'))
  expect(await auditOf(over.id)).toEqual([])
})

it('starts what nobody started, and nothing that was charged or has ended', async () => {
  const run = await addRun('requested')
  const { generationId, creationId, userId } = run
  const requested = await startForUser(domain.ctx, { actor: actor(), generationId })
  expect(requested).toMatchObject({ generationId, creationId, userId, ordinal: 1, coveredBy: 'membership' })
  expect(await auditOf(run.id)).toMatchObject([{ action: 'generation.start' }])
  for (const status of ['running', 'succeeded', 'failed'] as const) {
    const other = await addRun(status)
    const refused = startForUser(domain.ctx, { actor: actor(), generationId: other.generationId })
    await expect(refused).rejects.toEqual(new AppError('GENERATION_NOT_STARTABLE'))
  }
})

it('keeps who has seen to a run, when and with what words, and audits it at the generation', async () => {
  const run = await addRun('failed')
  const workflowId = `creation:${run.creationId}`
  const generation = { creationId: run.creationId, ordinal: 1 }
  await acknowledgeRun(domain.ctx, { actor: actor(), workflowId, generation, run: null, note: '已换密钥' })
  domain.advance(1_000)
  await acknowledgeRun(domain.ctx, { actor: actor(), workflowId, generation, run: null, note: '已补发说明' })
  const noted = await listAcknowledgements(domain.ctx, [workflowId, 'creation:other'])
  expect(noted.get(workflowId)).toMatchObject([
    { actor: 'root-admin', note: '已补发说明' },
    { actor: 'root-admin', note: '已换密钥' },
  ])
  expect(noted.has('creation:other')).toBe(false)
  expect(await auditOf(run.id)).toMatchObject([
    { action: 'run.acknowledge', permission: 'workflow:acknowledge', after: { note: '已换密钥', workflowId } },
    { after: { note: '已补发说明' } },
  ])
  await acknowledgeRun(domain.ctx, {
    actor: actor(),
    workflowId: 'bill:alipay:2026-11-29',
    generation: null,
    run: { needsPerson: true },
    note: '已核对',
  })
  expect(await auditOf('bill:alipay:2026-11-29')).toHaveLength(1)
})

it('notes nothing of a run that went well, or that there is not', async () => {
  const run = await addRun('succeeded')
  const noted = (creationId: string) =>
    acknowledgeRun(domain.ctx, {
      actor: actor(),
      workflowId: `creation:${creationId}`,
      generation: { creationId, ordinal: 1 },
      run: null,
      note: '已处理',
    })
  await expect(noted(run.creationId)).rejects.toEqual(new AppError('RUN_NEEDS_NOBODY'))
  await expect(noted(domain.ctx.newId())).rejects.toEqual(new AppError('RUN_NOT_FOUND'))
  expect(await auditOf(run.id)).toEqual([])
})

it('leads from every id that somebody may hold to one page', async () => {
  const run = await addRun()
  const generation = { kind: 'generation', id: run.id }
  const find = (text: string) => findPage(domain.ctx, text)
  expect(await find(run.id)).toEqual(generation)
  expect(await find(run.generationId)).toEqual(generation)
  expect(await find(formatId('creation', run.creationId))).toEqual(generation)
  expect(await find(formatId('version', run.versionId))).toEqual(generation)
  expect(await find(`creation:${run.creationId}`)).toEqual(generation)
  expect(await find(`creation:${run.creationId}:2`)).toBeNull()
  expect(await find(run.user.id)).toEqual({ kind: 'user', id: run.user.id })
  const entry = await domain.ctx.prisma.creditEntry.findFirstOrThrow({ select: { id: true } })
  expect(await find(formatId('entry', entry.id))).toBeNull()
  for (const text of ['nothing', 'gen_', formatId('order', domain.ctx.newId()), "'; --"])
    expect(await find(text)).toBeNull()
})
