import { afterAll, beforeAll, expect, it } from 'vitest'
import { coreQueue } from './options.ts'
import { searchKeys } from './search-attributes.ts'
import { openCoreWorker } from './testing/core-worker.ts'
import type { CoreWorker } from './testing/core-worker.ts'

let core: CoreWorker
beforeAll(async () => {
  core = await openCoreWorker()
})
afterAll(() => core.close())

it.each([
  [0, undefined],
  [2, true],
])('gifts of %i people that could not be settled mark the run for somebody: %s', async (failed, attention) => {
  const workflowId = `expire-gifts:${failed}`
  await core.withWorker({ expireGifts: async () => ({ expired: 3, told: 0, failed }) }, async () => {
    await core.client.start('expireGifts', { workflowId, taskQueue: coreQueue })
    expect(await core.resultOf(workflowId)).toEqual({ expired: 3, told: 0, failed })
  })
  const told = await core.client.getHandle(workflowId).describe()
  expect(told.typedSearchAttributes.get(searchKeys.needsAttention)).toBe(attention)
})
