import * as fc from 'fast-check'
import { propertyRounds } from '@mozhou/contracts/testing/env'
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

describe('a run that', () => {
  it('delivers some gives exactly the rest back', async () => {
    rig.play({ kind: 'task', made: 2 })
    const { userId, requested } = await rig.begin(4)
    expect(await rig.run(requested)).toBe('finished')
    expect(await rig.taken(userId)).toBe(20)
    expect(await rig.statesOf(requested.generationId)).toEqual(['made', 'made', 'refused', 'refused'])
    expect(await rig.versionOf(requested.generationId)).toMatchObject({ isIncomplete: true })
    expect(rig.script.submits).toBe(1)
  })

  it('is refused for its content goes to nobody else, and costs nothing', async () => {
    rig.play({ kind: 'refused' })
    const { userId, requested } = await rig.begin(2)
    expect(await rig.run(requested)).toBe('failed')
    expect(await rig.taken(userId)).toBe(0)
    expect(await rig.statesOf(requested.generationId)).toEqual(['refused', 'refused'])
    expect(rig.script.submits).toBe(1)
  })

  it('nobody can be asked for goes through all models, and costs nothing', async () => {
    rig.play({ kind: 'away' })
    const { userId, requested } = await rig.begin(1)
    expect(await rig.run(requested)).toBe('failed')
    expect(await rig.taken(userId)).toBe(0)
    expect(rig.script.submits).toBeGreaterThan(2)
  })

  it('whose submit is lost is refunded, and asked of nobody again', async () => {
    rig.play({ kind: 'lost' })
    const { userId, requested } = await rig.begin(3)
    expect(await rig.run(requested)).toBe('failed')
    expect(rig.script.submits).toBe(1)
    expect(await rig.taken(userId)).toBe(0)
    const { generationId } = requested
    expect(await rig.ctx.prisma.imageCall.findMany({ where: { generationId } })).toMatchObject([{ state: 'unknown' }])
  })

  it('is stopped keeps and charges what is there', async () => {
    rig.play({ kind: 'task', made: 1 })
    const { userId, requested } = await rig.begin(1)
    await requestStop(rig.ctx, { ...requested })
    expect(await rig.run(requested)).toBe('stopped')
    expect(await rig.taken(userId)).toBe(0)
    expect(rig.script.submits).toBe(0)
  })
})

describe('a worker that dies', () => {
  it('after the submit, before the task is known, submits no second time', async () => {
    rig.play({ kind: 'dies' })
    const { userId, requested } = await rig.begin(2)
    expect(await rig.run(requested)).toBe('failed')
    expect(rig.script.submits).toBe(1)
    expect(await rig.taken(userId)).toBe(0)
  })

  it('there, at a vendor that can be asked, leaves a task that is found', async () => {
    rig.play({ kind: 'dies', leaves: true })
    const { userId, requested } = await rig.begin(2)
    expect(await rig.run(requested)).toBe('finished')
    expect(rig.script.submits).toBe(1)
    expect(await rig.taken(userId)).toBe(20)
  })

  it('while it waits for the vendor is followed by one that finds the task', async () => {
    rig.play({ kind: 'task', made: 2 })
    const { userId, requested } = await rig.begin(2)
    const { generationId } = requested
    const isPending = async () =>
      (await rig.ctx.prisma.imageCall.count({ where: { generationId, state: 'pending' } })) > 0
    expect(await rig.run(requested, { attempt: killedWhen(isPending) })).toBe('finished')
    expect(rig.script.submits).toBe(1)
    expect(await rig.taken(userId)).toBe(20)
  })

  it('between two pictures leaves the first one, once', async () => {
    rig.play({ kind: 'task', made: 3 })
    const { userId, requested } = await rig.begin(3)
    const { generationId } = requested
    const isStored = async () => (await rig.statesOf(generationId)).includes('made')
    await rig.run(requested, { attempt: killedWhen(isStored) })
    expect(rig.script.submits).toBe(1)
    expect(await rig.statesOf(generationId)).toEqual(['made', 'made', 'made'])
    expect(await rig.ctx.prisma.file.count({ where: { creationId: requested.creationId } })).toBe(3)
    expect(await rig.taken(userId)).toBe(30)
  })
})

it('takes credits for exactly what it delivers, whatever fails and whoever dies', async () => {
  const act = fc.oneof(
    fc.record({ kind: fc.constant('task' as const), made: fc.integer({ min: 0, max: 4 }) }),
    fc.constant({ kind: 'refused' as const }),
    fc.constant({ kind: 'away' as const }),
    fc.constant({ kind: 'lost' as const }),
    fc.record({ kind: fc.constant('dies' as const), leaves: fc.boolean() }),
  )
  const scenario = fc.record({
    count: fc.integer({ min: 1, max: 4 }),
    acts: fc.array(act, { minLength: 1, maxLength: 4 }),
    killAfterMs: fc.array(fc.option(fc.integer({ min: 0, max: 400 }), { nil: null }), { maxLength: 4 }),
  })
  await fc.assert(
    fc.asyncProperty(scenario, async ({ count, acts, killAfterMs }) => {
      rig.play(...acts)
      const { userId, requested } = await rig.begin(count)
      await rig.run(requested, { attempt: killedAfter(killAfterMs) })
      const { generationId } = requested
      const made = (await rig.statesOf(generationId)).filter((state) => state === 'made').length
      expect(await rig.taken(userId)).toBe(made * 10)
      expect((await rig.versionOf(generationId)) !== null).toBe(made > 0)
      const sent = await rig.ctx.prisma.imageCall.count({ where: { generationId } })
      expect(rig.script.submits).toBeLessThanOrEqual(sent)
    }),
    propertyRounds(12),
  )
}, 120_000)

describe('a vendor that is done and has made nothing', () => {
  it('is asked no more: the next model makes them, and no call stays open', async () => {
    rig.play({ kind: 'empty' }, { kind: 'task', made: 1 })
    const { userId, requested } = await rig.begin(1)
    expect(await rig.run(requested)).toBe('finished')
    const calls = { where: { generationId: requested.generationId }, orderBy: { sentAt: 'asc' } } as const
    expect(await rig.ctx.prisma.imageCall.findMany(calls)).toMatchObject([{ state: 'failed' }, { state: 'done' }])
    expect(rig.script.submits).toBe(2)
    expect(await rig.taken(userId)).toBe(10)
  })

  it('leaves nothing open when every model does so, and all comes back', async () => {
    rig.play({ kind: 'empty' })
    const { userId, requested } = await rig.begin(2)
    expect(await rig.run(requested)).toBe('failed')
    expect(
      await rig.ctx.prisma.imageCall.count({ where: { generationId: requested.generationId, endedAt: null } }),
    ).toBe(0)
    expect(await rig.taken(userId)).toBe(0)
  })
})
