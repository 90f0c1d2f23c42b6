import { readFile, readdir } from 'node:fs/promises'
import { historyFromJSON } from '@temporalio/common/lib/proto-utils'
import { Runtime, Worker } from '@temporalio/worker'
import { DeterminismViolationError } from '@temporalio/workflow'
import { beforeAll, describe, expect, it } from 'vitest'
import { scanHistory } from './testing/histories.ts'
import { quietRuntime } from './testing/quiet-runtime.ts'
import { testBundle } from './testing/test-bundle.ts'

const folder = new URL('../histories/', import.meta.url)
/** `<workflow>/<story>.json` */
const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.json')).toSorted()
const read = async (name: string) =>
  JSON.parse(await readFile(new URL(name, folder), 'utf8')) as { events: RecordedEvent[] }

interface RecordedEvent {
  activityTaskScheduledEventAttributes?: { activityType: { name: string } }
}

let workflowBundle: { code: string }
beforeAll(async () => {
  Runtime.install(quietRuntime)
  workflowBundle = await testBundle()
})

describe('recorded histories', () => {
  it('tell the stories that have to stay replayable', () => {
    expect(names).toEqual(
      expect.arrayContaining([
        ...['success', 'fallback', 'refund', 'cancel', 'continue'].map((name) => `generate-creation/${name}.json`),
        ...['done', 'hindered'].map((name) => `account-deletion/${name}.json`),
        ...['done', 'retried'].map((name) => `issue-coupons/${name}.json`),
        ...['looked', 'told'].map((name) => `order-lifecycle/${name}.json`),
        ...['success', 'unknown', 'absent', 'review', 'not-confirmed', 'returned'].map(
          (name) => `withdrawal/${name}.json`,
        ),
        ...['success', 'lost', 'halted', 'now', 'cancelled', 'told'].map((name) => `publish-to-platform/${name}.json`),
        'publish-creation/apart.json',
      ]),
    )
  })

  it.each(names)('%s replays with the code as it is now', async (name) => {
    await Worker.runReplayHistory({ workflowBundle }, historyFromJSON(await read(name)), 'recorded')
  })

  it.each(names)('%s holds ids and small values only', async (name) => {
    expect(scanHistory(historyFromJSON(await read(name)), [])).toEqual([])
  })

  it('would not pass the gate with another activity in its place', async () => {
    const history = await read('generate-creation/success.json')
    const scheduled = history.events.find((event) => event.activityTaskScheduledEventAttributes)
    if (!scheduled?.activityTaskScheduledEventAttributes) throw new Error('the fixture schedules no activity')
    scheduled.activityTaskScheduledEventAttributes.activityType.name = 'renamedActivity'
    const replay = Worker.runReplayHistory({ workflowBundle }, historyFromJSON(history), 'negative')
    await expect(replay).rejects.toThrow(DeterminismViolationError)
  })
})
