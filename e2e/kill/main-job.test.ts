import { formatId } from '@mozhou/contracts/ids'
import { startGeneration } from '@mozhou/workflows/client'
import { generationWorkflowId } from '@mozhou/workflows/ids'
import { afterAll, afterEach, beforeAll, beforeEach, expect, onTestFailed, test } from 'vitest'
import { priceCredits } from '../support/credits.ts'
import { bareId } from '../support/ids.ts'
import { addMember, addPerson } from '../support/person.ts'
import type { Person } from '../support/person.ts'
import { runDemo } from '../support/run-demo.ts'
import { writingScene } from '../support/scene.ts'
import { startStack } from '../support/stack.ts'
import type { Stack } from '../support/stack.ts'
import { until } from '../support/until.ts'
import { expectCleanLedger } from '../support/verdict.ts'
import { watch } from '../support/viewer.ts'

/** One model call at a time: whoever comes later waits, and the order can be seen. */
let stack: Stack
beforeAll(async () => {
  // As npm start has it: gifts come with the link in the mail.
  stack = await startStack({ aiSlots: 1, verifiesEmail: true })
})
afterAll(() => stack?.close())
beforeEach(() => onTestFailed(() => console.log(stack.logs())))
afterEach(() => stack.sandbox.clear())

test('npm run demo tells the whole story and ends with 0', async () => {
  const { code, output } = await runDemo(stack.env)
  expect(output).toMatch(/ActivityTaskScheduled.*文本生成/)
  expect(output).toContain('退')
  expect(output).toMatch(/余额 \d+ 积分（会员写一篇，余额不变）/)
  expect(output).toMatch(/¥50\.00 退回支付宝/)
  expect(code, output).toBe(0)
  const response = await fetch(`${stack.env['SANDBOX_URL']}/__sandbox/behavior`)
  expect(await response.json()).toEqual({ behaviors: [] })
  await expectCleanLedger(stack)
})

test('npm run demo ends with 1 and one clear line when the platform does not answer', async () => {
  const { code, output } = await runDemo({ ...stack.env, API_URL: 'http://127.0.0.1:1' })
  expect(code).toBe(1)
  expect(output).toMatch(/✗ .*npm start/)
})

test('a member who came later is served before somebody who waits', async () => {
  const busy = await occupy()
  const free = await waiting(await addPerson(stack))
  const member = await waiting(await addMember(stack))
  await busy.leave()
  await Promise.all([free.done(), member.done()])
  expect(await startedAt(member.generationId)).toBeLessThan(await startedAt(free.generationId))
  await expectCleanLedger(stack)
})

test('whoever waited long enough is served before a member who came later', async () => {
  const busy = await occupy()
  const free = await waitingAtPace(await addPerson(stack), { retryMs: 100, raisePriorityAfterMs: 300 })
  await until('the waiting call has climbed to the top', async () => (await prioritiesOf(free)).at(-1) === 1)
  expect(await prioritiesOf(free)).toEqual([4, 2, 1])
  const member = await waiting(await addMember(stack))
  await busy.leave()
  await member.done()
  expect(await startedAt(free)).toBeLessThan(await startedAt(member.generationId))
  await until('both are written', async () => (await statusOf(free)) === 'succeeded')
  await expectCleanLedger(stack)
})

/** Takes the only slot until `leave`. */
async function occupy() {
  const { person, generationId, viewer } = await writingScene(stack, { fault: 'hang:20' })
  return {
    async leave() {
      await person.api.stop(formatId('generation', generationId))
      expect(await viewer.done()).toMatchObject({ status: 'cancelled' })
    },
  }
}

/** A request that is charged and whose model call waits for the slot. */
async function waiting({ api }: Person) {
  const started = await api.generate()
  const generationId = bareId('generation', started.generationId)
  const creationId = bareId('creation', started.creationId)
  await until('the model call waits', async () => (await scheduledCalls(creationId)).length > 0)
  const viewer = watch(api, started.generationId)
  return { generationId, done: () => viewer.done() }
}

/** The same with a pace of its own: the request is stored by hand, so that nobody has started it at the product's pace. */
async function waitingAtPace(person: Person, pace: { retryMs: number; raisePriorityAfterMs: number }): Promise<string> {
  const { database, temporalClient } = stack
  const { id: creationId } = await database.one<{ id: string }>(
    `INSERT INTO creations (id, user_id, kind, tool_key, title, status, created_at, updated_at)
     VALUES (gen_random_uuid(), $1, 'writing', 'wechat-article', '等待', 'draft', now(), now()) RETURNING id`,
    [person.id],
  )
  const { id: generationId } = await database.one<{ id: string }>(
    `INSERT INTO generations
       (id, creation_id, user_id, ordinal, kind, status, request_key, input, covered_by, price_credits, created_at)
     VALUES (gen_random_uuid(), $1, $2, 1, 'generate', 'requested', gen_random_uuid(), $3, 'credits', $4, now()) RETURNING id`,
    [creationId, person.id, JSON.stringify({ topic: '等待的人', length: 300 }), priceCredits],
  )
  const start = {
    generationId,
    creationId,
    ordinal: 1,
    userId: person.id,
    tier: 'free',
    priceCredits,
    bizType: 'writing',
    label: '测试',
  } as const
  expect(await startGeneration(temporalClient.workflow, start, 10_000, pace)).toMatchObject({ kind: 'accepted' })
  return generationId
}

async function prioritiesOf(generationId: string): Promise<(number | null | undefined)[]> {
  const { creationId } = await stack.database.one<{ creationId: string }>(
    'SELECT creation_id AS "creationId" FROM generations WHERE id = $1',
    [generationId],
  )
  return (await scheduledCalls(creationId)).map(({ priority }) => priority?.priorityKey)
}

async function scheduledCalls(creationId: string) {
  const handle = stack.temporalClient.workflow.getHandle(generationWorkflowId(creationId, 1))
  const { events } = await handle.fetchHistory()
  return (events ?? []).flatMap(({ activityTaskScheduledEventAttributes: call }) => (call ? [call] : []))
}

async function startedAt(generationId: string): Promise<number> {
  const { at } = await stack.database.one<{ at: Date }>('SELECT started_at AS at FROM generations WHERE id = $1', [
    generationId,
  ])
  return at.getTime()
}

async function statusOf(generationId: string): Promise<string> {
  const { status } = await stack.database.one<{ status: string }>('SELECT status FROM generations WHERE id = $1', [
    generationId,
  ])
  return status
}
