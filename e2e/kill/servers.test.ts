import type { ProgressEvent } from '@mozhou/contracts/generations/events'
import { formatId } from '@mozhou/contracts/ids'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, onTestFailed, test } from 'vitest'
import { crashPostgres } from '../support/crash-postgres.ts'
import { priceCredits } from '../support/credits.ts'
import { timeRecovery } from '../support/recovery.ts'
import { holdCreditAccount } from '../support/row-lock.ts'
import type { RowLock } from '../support/row-lock.ts'
import { requestedScene, writingScene } from '../support/scene.ts'
import { startStack } from '../support/stack.ts'
import type { Stack } from '../support/stack.ts'
import { until } from '../support/until.ts'
import { expectOneRun, expectWritten } from '../support/verdict.ts'
import { watch } from '../support/viewer.ts'
import type { Viewer } from '../support/viewer.ts'

let stack: Stack
beforeAll(async () => {
  stack = await startStack({ sweepAfterMs: 1_000 })
})
afterAll(() => stack?.close())
beforeEach(() => onTestFailed(() => console.log(stack.logs())))
afterEach(() => stack.sandbox.clear())

const slow = { fault: 'slow-tokens', arg: 40 }

describe('the API', () => {
  test('killed between insert and answer, with Temporal away: the sweep starts what it left', async () => {
    await stack.temporal.kill()
    const scene = await requestedScene(stack)
    timeRecovery('API and Temporal killed between insert and answer', scene.viewer)
    await stack.api.kill()
    await stack.temporal.start()
    await stack.api.start()
    await expectWritten(stack, scene.person, scene.generationId, scene.viewer)
    await expectOneRun(stack, scene.generationId, 'COMPLETED')

    // The client never had an answer; it repeats its key after everything is over.
    const repeated = await scene.person.api.generate({ requestKey: scene.requestKey })
    expect(repeated).toMatchObject({
      generationId: formatId('generation', scene.generationId),
      creationId: formatId('creation', scene.creationId),
      priceCredits,
    })
    await expectWritten(stack, scene.person, scene.generationId, scene.viewer)
  })

  test('killed between insert and answer: the client repeats its key at the next one, with one effect', async () => {
    stack.temporal.freeze()
    const { person, requestKey, generationId, creationId, viewer } = await requestedScene(stack)
    timeRecovery('API killed between insert and answer', viewer)
    await stack.api.kill()
    stack.temporal.thaw()
    await stack.api.start()
    const answers = await Promise.all([person.api.generate({ requestKey }), person.api.generate({ requestKey })])
    for (const answer of answers) {
      expect(answer).toMatchObject({
        generationId: formatId('generation', generationId),
        creationId: formatId('creation', creationId),
        priceCredits,
      })
    }
    await expectWritten(stack, person, generationId, viewer)
    await expectOneRun(stack, generationId, 'COMPLETED')
  })

  test('killed mid-stream: its viewer goes on where it was', async () => {
    const { person, generationId, viewer } = await writingScene(stack, slow)
    timeRecovery('API killed mid-stream', viewer)
    await stack.api.kill()
    const seen = viewer.events.length
    await stack.api.start()
    await expectWritten(stack, person, generationId, viewer)
    expect(viewer.lineEnds).toContain('broken')
    // No new beginning: the pieces follow on those that were seen before, up to the stored text that comes with the end.
    const after = viewer.events.slice(seen).map(({ event }) => event.type)
    expect(after.slice(-2)).toEqual(['snapshot', 'done'])
    expect(new Set(after.slice(0, -2))).toEqual(new Set(['delta']))
  })

  test('asked to end does so politely: streams are closed, not broken, and go on at the next one', async () => {
    const { person, generationId, viewer } = await writingScene(stack, slow)
    timeRecovery('API asked to end mid-stream', viewer)
    const exit = await stack.api.stop()
    expect(exit).toEqual({ code: 0, signal: null })
    expect(viewer.lineEnds[0]).toBe('closed')
    await stack.api.start()
    await expectWritten(stack, person, generationId, viewer)
  })

  test('asked to end still answers what is under way', async () => {
    stack.temporal.freeze()
    const { person, answer, generationId, viewer } = await requestedScene(stack)
    const stopping = stack.api.stop()
    stack.temporal.thaw()
    expect(await answer).toMatchObject({ generationId: formatId('generation', generationId) })
    expect(await stopping).toEqual({ code: 0, signal: null })
    await stack.api.start()
    const late = watch(person.api, formatId('generation', generationId))
    await expectWritten(stack, person, generationId, viewer)
    await expectWritten(stack, person, generationId, late)
  })
})

describe('a server killed', () => {
  test('Temporal mid-workflow goes on from its file', async () => {
    const { person, generationId, viewer } = await writingScene(stack, slow)
    timeRecovery('Temporal killed mid-workflow', viewer)
    await stack.temporal.kill()
    await stack.temporal.start()
    await expectWritten(stack, person, generationId, viewer)
    await expectOneRun(stack, generationId, 'COMPLETED')
  })

  test('PostgreSQL mid-charge: the charge that was not committed is made once', async () => {
    const locks: RowLock[] = []
    const scene = await requestedScene(stack, async ({ id }) => locks.push(await holdCreditAccount(stack.database, id)))
    await Promise.all(locks.map((lock) => lock.untilWorkerWaits()))
    timeRecovery('PostgreSQL killed mid-charge', scene.viewer)
    await crashPostgres(stack)
    await stack.postgres.start()
    await expectWritten(stack, scene.person, scene.generationId, scene.viewer)
    await expectOneRun(stack, scene.generationId, 'COMPLETED')
  })

  test('PostgreSQL mid-stream: the text goes on, and is stored when it is back', async () => {
    const { person, generationId, viewer } = await writingScene(stack, slow)
    timeRecovery('PostgreSQL killed mid-stream', viewer)
    await crashPostgres(stack)
    const seen = viewer.events.length
    await until('text flows without the database', () => viewer.events.length > seen + 3)
    await stack.postgres.start()
    await expectWritten(stack, person, generationId, viewer)
    await expectOneRun(stack, generationId, 'COMPLETED')
  })

  test('Redis mid-stream: viewers see the stored text, then the stream goes on from nothing', async () => {
    const { person, generationId, viewer } = await writingScene(stack, { fault: 'slow-tokens', arg: 120 })
    timeRecovery('Redis killed mid-stream', viewer)
    await stack.redis.kill()
    const shown = await untilNew(viewer, 'snapshot')
    await until('the stored text grows on the screen', () => viewer.text().length > shown)
    await stack.redis.start()
    await untilNew(viewer, 'delta')
    await expectWritten(stack, person, generationId, viewer)
    await expectOneRun(stack, generationId, 'COMPLETED')
  })
})

/** Resolves once the viewer has seen another event of this type than those it has; gives the length of the text then. */
async function untilNew(viewer: Viewer, type: ProgressEvent['type']): Promise<number> {
  const seen = viewer.events.length
  await until(`another ${type} comes`, () => viewer.events.slice(seen).some(({ event }) => event.type === type))
  return viewer.text().length
}
