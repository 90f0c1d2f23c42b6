import { afterAll, beforeAll, beforeEach, describe, expect, onTestFailed, test, vi } from 'vitest'
import { slowness } from '../support/env.ts'
import { bareId } from '../support/ids.ts'
import { addFilmPublisher } from '../support/film-publisher.ts'
import { addPublisher } from '../support/publisher.ts'
import type { Publisher } from '../support/publisher.ts'
import { holdPublication } from '../support/row-lock.ts'
import { startStack } from '../support/stack.ts'
import type { Stack } from '../support/stack.ts'
import { until } from '../support/until.ts'

let stack: Stack
beforeAll(async () => {
  stack = await startStack({ sweepAfterMs: 5_000 })
})
afterAll(() => stack?.close())
beforeEach(() => onTestFailed(() => console.log(stack.logs())))

const statusOf = async (by: Publisher, id: string) => (await by.detail(id)).status
/** `slow-first-byte:ms` waits so long. */
const strike = (by: Publisher, fault: string, endpoint: string) =>
  stack.sandbox.behave({ vendor: 'wechatmp', model: `${by.room} ${endpoint}`, fault })

/** A lost call is looked for after a minute and a half, as in production: with what comes before and after. */
const patience = 240_000
/** So that what is waited for in vain is named, and not cut off without a word. */
vi.setConfig({ testTimeout: 420_000 * slowness() })

interface UnderWay {
  by: Publisher
  id: string
}
/** What several tests look at, done once: whoever waits for a lost call waits with the others. */
function beforeDeeds(deeds: () => Promise<void>): void {
  beforeAll(async () => {
    try {
      await deeds()
    } catch (cause) {
      console.log(stack.logs())
      throw cause
    }
  }, 180_000 * slowness())
}

/** One draft at the platform, one attempt that arrived, and nothing called published that nobody confirmed. */
async function expectSentOnce(by: Publisher, id: string, startedAt: number, what: string): Promise<void> {
  await until('the draft waits for its person', async () => (await statusOf(by, id)) === 'awaiting_user', patience)
  console.log(`${what}: recovered in ${Math.round(performance.now() - startedAt)} ms`)
  expect(await by.drafts()).toHaveLength(1)
  const { attempts, confirmation } = await by.detail(id)
  expect([attempts.map(({ status }) => status), confirmation]).toEqual([['accepted'], null])
}

/** Temporal is away once: over the minute of one publication, while another is asked for. */
describe('Temporal is away', () => {
  let planned: UnderWay
  let asked: UnderWay
  let backAt: number
  beforeDeeds(async () => {
    const [early, late] = [await addPublisher(stack), await addPublisher(stack)]
    planned = { by: early, id: await early.publish(new Date(Date.now() + 8_000).toISOString()) }
    await stack.temporal.kill()
    asked = { by: late, id: await late.publish() }
    await new Promise((resolve) => setTimeout(resolve, 12_000))
    expect(await statusOf(planned.by, planned.id)).toBe('scheduled')
    backAt = performance.now()
    await stack.temporal.start()
  })

  test('at the minute: it begins within sixty seconds of its return', async () => {
    const { by, id } = planned
    await until('it has begun', async () => (await statusOf(by, id)) !== 'scheduled', 60_000)
    console.log(`begun ${Math.round(performance.now() - backAt)} ms after the return`)
    await expectSentOnce(by, id, backAt, 'due while Temporal was away')
  })

  test('when it is asked for: the sweep starts it', () => expectSentOnce(asked.by, asked.id, backAt, 'no run'))
})

/** One worker, killed once with three under way, each at a step of its own, and again with a film. */
describe('a worker dies', () => {
  let uploading: UnderWay
  let silent: UnderWay
  let answered: UnderWay
  let killedAt: number
  beforeDeeds(async () => {
    const people = [await addPublisher(stack), await addPublisher(stack), await addPublisher(stack)] as const
    await strike(people[0], 'hang', '/cgi-bin/material/add_material')
    uploading = { by: people[0], id: await people[0].publish() }
    await until('it uploads', async () => (await statusOf(people[0], uploading.id)) === 'preparing')
    // Long enough for the row to be held before the answer comes, on a busy machine too; less than a submission is waited for.
    await strike(people[1], 'slow-first-byte:20000', '/cgi-bin/draft/add')
    answered = { by: people[1], id: await people[1].publish() }
    await until('it is submitted', async () => (await statusOf(people[1], answered.id)) === 'submitted')
    const lock = await holdPublication(stack.database, bareId('publication', answered.id))
    await strike(people[2], 'silence-after-publish', '/cgi-bin/draft/add')
    silent = { by: people[2], id: await people[2].publish() }
    await until('the platform has it', async () => (await people[2].drafts()).length === 1)
    // By then the call that hangs is this worker's, too, and not the next one's, which would wait for as long as an upload may take.
    await lock.untilWorkerWaits()
    expect(await statusOf(silent.by, silent.id)).toBe('submitted')
    expect(await statusOf(uploading.by, uploading.id)).toBe('preparing')
    await stack.worker.kill()
    await lock.endWaiting()
    await lock.release()
    expect(await statusOf(answered.by, answered.id)).toBe('submitted')
    killedAt = performance.now()
    await stack.worker.start()
  })

  test('in the middle of an upload: the next one goes on', () =>
    expectSentOnce(uploading.by, uploading.id, killedAt, 'killed while it uploaded'))

  // What was lost is looked for in a minute and a half: these go on meanwhile.
  test('between the fragments of a film: the next one goes on with the next fragment', async () => {
    const by = await addFilmPublisher(stack)
    // Each fragment takes its time, so that there is a moment between two of them.
    const slow = {
      vendor: 'kuaishou',
      model: `${by.room} /api/upload/fragment`,
      fault: 'slow-first-byte:2000',
      times: 6,
    }
    await stack.sandbox.behave(slow)
    const id = await by.publish(20 * 1_048_576)
    await until('two fragments are there', async () => ((await by.upload(id))?.fragments ?? 0) >= 2)
    await stack.worker.kill()
    const before = await by.upload(id)
    expect(before).toMatchObject({ isDone: false })
    const startedAt = performance.now()
    await stack.worker.start()
    await until('it is out', async () => (await by.detail(id)).status === 'published', patience)
    console.log(`killed between fragments: published after ${Math.round(performance.now() - startedAt)} ms`)
    expect(await by.upload(id)).toMatchObject({ token: before?.token, fragments: 6, isDone: true })
    const { attempts, confirmation } = await by.detail(id)
    expect([attempts.map(({ status }) => status), confirmation]).toEqual([['accepted'], 'platform_confirmed'])
    expect(await by.pieces()).toHaveLength(1)
  })

  test('two workers, one publication: there is one draft', async () => {
    await stack.otherWorker.start()
    const by = await addPublisher(stack)
    const id = await by.publish()
    await expectSentOnce(by, id, performance.now(), 'two workers')
    await stack.otherWorker.stop()
  })

  test('when the platform has it and has not answered: it is found, and there once', () =>
    expectSentOnce(silent.by, silent.id, killedAt, 'killed between the submission and its answer'))

  test('between the answer and the row: it is found, and there once', () =>
    expectSentOnce(answered.by, answered.id, killedAt, 'killed between the answer and the row'))
})
