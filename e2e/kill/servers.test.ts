import { afterAll, afterEach, beforeAll, beforeEach, onTestFailed, test } from 'vitest'
import { crashPostgres } from '../support/crash-postgres.ts'
import { timeRecovery } from '../support/recovery.ts'
import { holdCreditAccount } from '../support/row-lock.ts'
import type { RowLock } from '../support/row-lock.ts'
import { requestedScene, writingScene } from '../support/scene.ts'
import { startStack } from '../support/stack.ts'
import type { Stack } from '../support/stack.ts'
import { until } from '../support/until.ts'
import { expectOneRun, expectWritten } from '../support/verdict.ts'

let stack: Stack
beforeAll(async () => {
  stack = await startStack({ sweepAfterMs: 1_000 })
})
afterAll(() => stack?.close())
beforeEach(() => onTestFailed(() => console.log(stack.logs())))
afterEach(() => stack.sandbox.clear())

const slow = { fault: 'slow-tokens', arg: 40 }

test('Temporal killed mid-workflow goes on from its file', async () => {
  const { person, generationId, viewer } = await writingScene(stack, slow)
  timeRecovery('Temporal killed mid-workflow', viewer)
  await stack.temporal.kill()
  await stack.temporal.start()
  await expectWritten(stack, person, generationId, viewer)
  await expectOneRun(stack, generationId, 'COMPLETED')
})

test('PostgreSQL killed mid-charge: the charge that was not committed is made once', async () => {
  const locks: RowLock[] = []
  const scene = await requestedScene(stack, async ({ id }) => locks.push(await holdCreditAccount(stack.database, id)))
  await Promise.all(locks.map((lock) => lock.untilWorkerWaits()))
  timeRecovery('PostgreSQL killed mid-charge', scene.viewer)
  await crashPostgres(stack)
  await stack.postgres.start()
  await expectWritten(stack, scene.person, scene.generationId, scene.viewer)
  await expectOneRun(stack, scene.generationId, 'COMPLETED')
})

test('PostgreSQL killed mid-stream: the text goes on, and is stored when it is back', async () => {
  const { person, generationId, viewer } = await writingScene(stack, slow)
  timeRecovery('PostgreSQL killed mid-stream', viewer)
  await crashPostgres(stack)
  const seen = viewer.events.length
  await until('text flows without the database', () => viewer.events.length > seen + 3)
  await stack.postgres.start()
  await expectWritten(stack, person, generationId, viewer)
  await expectOneRun(stack, generationId, 'COMPLETED')
})

test('Redis killed mid-stream: viewers see the stored text, then the stream goes on from nothing', async () => {
  const { person, generationId, viewer } = await writingScene(stack, { fault: 'slow-tokens', arg: 60 })
  timeRecovery('Redis killed mid-stream', viewer)
  await stack.redis.kill()
  await viewer.saw('snapshot')
  const shown = viewer.text()
  await until('the stored text grows on the screen', () => viewer.text().length > shown.length)
  const seen = viewer.events.length
  await stack.redis.start()
  await until('pieces of text come again', () => viewer.events.slice(seen).some(({ event }) => event.type === 'delta'))
  await expectWritten(stack, person, generationId, viewer)
  await expectOneRun(stack, generationId, 'COMPLETED')
})
