import { formatId } from '@mozhou/contracts/ids'
import { afterAll, afterEach, beforeAll, beforeEach, expect, onTestFailed, test } from 'vitest'
import { priceCredits } from '../support/credits.ts'
import { timeRecovery } from '../support/recovery.ts'
import { requestedScene, writingScene } from '../support/scene.ts'
import { startStack } from '../support/stack.ts'
import type { Stack } from '../support/stack.ts'
import { expectOneRun, expectWritten } from '../support/verdict.ts'
import { watch } from '../support/viewer.ts'

let stack: Stack
beforeAll(async () => {
  stack = await startStack({ sweepAfterMs: 1_000 })
})
afterAll(() => stack?.close())
beforeEach(() => onTestFailed(() => console.log(stack.logs())))
afterEach(() => stack.sandbox.clear())

const slow = { fault: 'slow-tokens', arg: 40 }

test('an API killed between insert and answer, with Temporal away: the sweep starts what it left', async () => {
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

test('an API killed between insert and answer: the client repeats its key at the next one, with one effect', async () => {
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

test('an API killed mid-stream: its viewer goes on where it was', async () => {
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

test('SIGTERM ends the API politely: streams are closed, not broken, and go on at the next one', async () => {
  const { person, generationId, viewer } = await writingScene(stack, slow)
  timeRecovery('API asked to end mid-stream', viewer)
  const exit = await stack.api.stop()
  expect(exit).toEqual({ code: 0, signal: null })
  expect(viewer.lineEnds[0]).toBe('closed')
  await stack.api.start()
  await expectWritten(stack, person, generationId, viewer)
})

test('a request that is under way when the API is asked to end is still answered', async () => {
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
