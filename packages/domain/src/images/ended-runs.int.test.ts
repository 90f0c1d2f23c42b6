import { readFileSync } from 'node:fs'
import path from 'node:path'
import * as fc from 'fast-check'
import { propertyRounds } from '@mozhou/contracts/testing/env'
import { prismaFolder } from '@mozhou/db/migration-files'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditLedger } from '../credits/audit-ledger.ts'
import { requestStop } from '../generations/request-stop.ts'
import { createScriptedRig, killedAfter, killedWhen } from './testing/scripted-vendor.ts'
import type { ScriptedRig } from './testing/scripted-vendor.ts'

let rig: ScriptedRig

beforeAll(async () => {
  rig = await createScriptedRig()
})
afterAll(async () => {
  const { checks } = await auditLedger(rig.ctx)
  await rig.domain.close()
  expect(checks.filter((check) => !check.isPassed)).toEqual([])
})

const statusOf = async (id: string) =>
  (await rig.ctx.prisma.generation.findUniqueOrThrow({ where: { id }, select: { status: true } })).status
const whenStored = (generationId: string) => killedWhen(async () => (await rig.madeOf(generationId)) > 0)
const whenPending = (generationId: string) => killedWhen(async () => (await rig.openCalls(generationId)) > 0)

describe('a run that somebody ended from outside', () => {
  it('keeps what was delivered and gives exactly the rest back', async () => {
    rig.play({ kind: 'task', made: 4 })
    const { userId, requested } = await rig.begin(4)
    const { generationId } = requested
    expect(await rig.runTerminated(requested, whenStored(generationId))).toBe(true)
    const made = await rig.madeOf(generationId)
    expect(made).toBeGreaterThan(0)
    expect(await rig.taken(userId)).toBe(made * 10)
    expect(await statusOf(generationId)).toBe('succeeded')
    expect(await rig.versionOf(generationId)).toMatchObject({ isIncomplete: made < 4 })
    expect(await rig.callsOf(generationId)).toMatchObject([{ state: 'done' }])
  })

  it('gives everything back where nothing was delivered, and says that the vendor’s end is not known', async () => {
    rig.play({ kind: 'endless' })
    const { userId, requested } = await rig.begin(3)
    const { generationId } = requested
    expect(await rig.runTerminated(requested, whenPending(generationId))).toBe(true)
    expect(await rig.taken(userId)).toBe(0)
    expect(await statusOf(generationId)).toBe('failed')
    expect(await rig.callsOf(generationId)).toMatchObject([{ state: 'unknown', outcomes: null }])
    const usages = await rig.ctx.prisma.modelUsage.findMany({ where: { generationId } })
    expect(usages.map(({ outcome }) => outcome)).not.toContain('running')
  })

  it('is settled once', async () => {
    rig.play({ kind: 'task', made: 2 })
    const { userId, requested } = await rig.begin(2)
    await rig.runTerminated(requested, whenStored(requested.generationId))
    const before = await rig.taken(userId)
    await rig.run(requested)
    expect(await rig.taken(userId)).toBe(before)
  })

  it('delivers nothing afterwards, though its attempt still lives', async () => {
    rig.play({ kind: 'task', made: 4 })
    const { userId, requested } = await rig.begin(4)
    const { generationId } = requested
    let living: Promise<unknown> = Promise.resolve()
    await rig.runTerminated(requested, async (once) => {
      living = once().catch(() => null)
      await expect.poll(() => rig.madeOf(generationId), { interval: 5 }).toBeGreaterThan(0)
    })
    const made = await rig.madeOf(generationId)
    await living
    expect(await rig.madeOf(generationId)).toBe(made)
    expect(await rig.taken(userId)).toBe(made * 10)
    expect(await rig.openCalls(generationId)).toBe(0)
  })
})

it('of a run that fails after some of it was delivered, that is kept and charged', async () => {
  rig.play({ kind: 'task', made: 4, forgets: true })
  const { userId, requested } = await rig.begin(4)
  const { generationId } = requested
  await rig.run(requested, { attempt: whenStored(generationId) })
  const made = await rig.madeOf(generationId)
  expect(made).toBeGreaterThan(0)
  expect(await rig.taken(userId)).toBe(made * 10)
  expect(await statusOf(generationId)).toBe('succeeded')
  expect(await rig.openCalls(generationId)).toBe(0)
})

it('a stop leaves no call open', async () => {
  rig.play({ kind: 'endless' })
  const { userId, requested } = await rig.begin(1)
  const { generationId } = requested
  const end = await rig.run(requested, {
    attempt: async (once, index) => {
      try {
        return await whenPending(generationId)(once, index)
      } finally {
        await requestStop(rig.ctx, requested)
      }
    },
  })
  expect(end).toBe('stopped')
  expect(await rig.taken(userId)).toBe(0)
  expect(await rig.callsOf(generationId)).toMatchObject([{ state: 'cancelled' }])
})

it('calls that were left open by runs of before are closed by the migration', async () => {
  rig.play({ kind: 'away' })
  const { requested } = await rig.begin(1)
  const { generationId } = requested
  await rig.run(requested)
  const { modelId } = await rig.ctx.prisma.imageCall.findFirstOrThrow({ where: { generationId } })
  const [id, sentAt, requestHash] = [rig.ctx.newId(), rig.ctx.clock.now(), new Uint8Array(32)]
  await rig.ctx.prisma.imageCall.create({
    data: { id, generationId, modelId, state: 'pending', vendorTaskId: 't', places: [1], requestHash, sentAt },
  })
  const { migrationsDirectory } = prismaFolder()
  const file = path.join(migrationsDirectory, '20261218000000_ended_calls', 'migration.sql')
  await rig.ctx.prisma.$executeRawUnsafe(readFileSync(file, 'utf8'))
  expect(await rig.ctx.prisma.imageCall.findUnique({ where: { id } })).toMatchObject({ state: 'unknown' })
  expect(await rig.openCalls(generationId)).toBe(0)
})

it('takes credits for exactly what it delivers and leaves no call open, however it is ended', async () => {
  const act = fc.oneof(
    fc.record({
      kind: fc.constant('task' as const),
      made: fc.integer({ min: 0, max: 4 }),
      forgets: fc.boolean(),
    }),
    fc.constant({ kind: 'refused' as const }),
    fc.constant({ kind: 'away' as const }),
    fc.constant({ kind: 'lost' as const }),
    fc.record({ kind: fc.constant('dies' as const), leaves: fc.boolean() }),
  )
  const scenario = fc.record({
    count: fc.integer({ min: 1, max: 4 }),
    acts: fc.array(act, { minLength: 1, maxLength: 3 }),
    killAfterMs: fc.array(fc.option(fc.integer({ min: 0, max: 400 }), { nil: null }), { maxLength: 3 }),
    isTerminated: fc.boolean(),
  })
  await fc.assert(
    fc.asyncProperty(scenario, async ({ count, acts, killAfterMs, isTerminated }) => {
      rig.play(...acts)
      const { userId, requested } = await rig.begin(count)
      const { generationId } = requested
      const attempt = killedAfter(killAfterMs)
      if (isTerminated) await rig.runTerminated(requested, attempt)
      else await rig.run(requested, { attempt })
      const made = await rig.madeOf(generationId)
      expect(await rig.taken(userId)).toBe(made * 10)
      expect((await rig.versionOf(generationId)) !== null).toBe(made > 0)
      expect(await rig.openCalls(generationId)).toBe(0)
    }),
    propertyRounds(12),
  )
}, 120_000)
