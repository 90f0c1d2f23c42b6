import { generationWorkflowId } from '@mozhou/workflows/ids'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, onTestFailed, test } from 'vitest'
import { bareId } from '../support/ids.ts'
import { addPerson, signInAdmin } from '../support/person.ts'
import { timeRecovery } from '../support/recovery.ts'
import { holdCreation, holdCreditAccount, holdTable } from '../support/row-lock.ts'
import type { RowLock } from '../support/row-lock.ts'
import { requestedScene, writingScene } from '../support/scene.ts'
import type { Scene } from '../support/scene.ts'
import { startStack } from '../support/stack.ts'
import type { Stack } from '../support/stack.ts'
import { until } from '../support/until.ts'
import { expectOneRun, expectRefunded, expectWritten } from '../support/verdict.ts'
import { watch } from '../support/viewer.ts'

let stack: Stack
beforeAll(async () => {
  stack = await startStack({ sweepAfterMs: 1_000 })
})
afterAll(() => stack?.close())
beforeEach(() => onTestFailed(() => console.log(stack.logs())))
afterEach(() => stack.sandbox.clear())

const slow = { fault: 'slow-tokens', arg: 200 }

/** One process dies with five generations at five points; the next one ends them all. */
describe('a worker killed', () => {
  const scenes: Record<string, Scene> = {}
  beforeAll(async () => {
    const { database, worker } = stack
    scenes['mid-stream'] = await writingScene(stack, slow)
    const held = async (name: string) => {
      const scene = await writingScene(stack, { fault: 'slow-tokens', arg: 30 })
      scenes[name] = scene
      return holdCreation(database, scene.creationId)
    }
    const unstored = await held('before the text is stored')
    const stored = await held('after the text is stored')
    const uncharged = await requestedWithHeldAccount('before the charge commits')
    const charged = await requestedWithHeldAccount('after the charge commits')
    for (const lock of [unstored, stored, uncharged, charged]) await lock.untilWorkerWaits()

    // Deaf, it cannot learn that what it sent has been committed.
    worker.freeze()
    await Promise.all([stored.release(), charged.release()])
    await committed('creation_versions WHERE generation_id::text = $1', 'after the text is stored')
    await committed('credit_entries WHERE reference_id = $1', 'after the charge commits')
    for (const [name, { viewer }] of Object.entries(scenes)) timeRecovery(`worker killed ${name}`, viewer)
    await worker.kill()
    // What its connections had sent would still run once the row is free.
    await Promise.all([unstored.endWaiting(), uncharged.endWaiting()])
    await Promise.all([unstored.release(), uncharged.release()])
    await worker.start()
  })

  async function requestedWithHeldAccount(name: string): Promise<RowLock> {
    const locks: RowLock[] = []
    scenes[name] = await requestedScene(stack, async ({ id }) =>
      locks.push(await holdCreditAccount(stack.database, id)),
    )
    const [lock] = locks
    if (!lock) throw new Error('no lock')
    return lock
  }

  const committed = (from: string, name: string) =>
    until(`there is a row in ${from}`, async () => {
      const rows = await stack.database.rows(`SELECT 1 FROM ${from}`, [sceneOf(name).generationId])
      return rows.length > 0
    })

  function sceneOf(name: string): Scene {
    const scene = scenes[name]
    if (!scene) throw new Error(`no scene ${name}`)
    return scene
  }

  test.each([
    'before the charge commits',
    'after the charge commits',
    'mid-stream',
    'before the text is stored',
    'after the text is stored',
  ])('%s leaves one charge, one text and one end', async (name) => {
    const { person, generationId, viewer } = sceneOf(name)
    await expectWritten(stack, person, generationId, viewer)
    await expectOneRun(stack, generationId, 'COMPLETED')
  })

  test('mid-stream makes the next attempt start the text anew', async () => {
    const { viewer, generationId } = sceneOf('mid-stream')
    await viewer.done()
    expect(viewer.events.filter(({ event }) => event.type === 'reset')).toHaveLength(1)
    expect(await outcomesOf(generationId)).toEqual(['lost', 'succeeded'])
  })
})

test('of two workers one is killed: the other goes on at once, and takes over what was lost', async () => {
  const { worker, otherWorker } = stack
  await otherWorker.start()
  const scene = await writingScene(stack, slow)
  const [lost, left] = (await isWrittenBy(worker.pid(), scene)) ? [worker, otherWorker] : [otherWorker, worker]
  timeRecovery('one of two workers killed', scene.viewer)
  await lost.kill()

  const person = await addPerson(stack)
  const { generationId } = await person.api.generate()
  const viewer = watch(person.api, generationId)
  timeRecovery('a request made after the death of one of two workers', viewer)
  await expectWritten(stack, person, bareId('generation', generationId), viewer)
  expect(scene.viewer.events.at(-1)?.event.type).not.toBe('done')
  await expectWritten(stack, scene.person, scene.generationId, scene.viewer)
  await expectOneRun(stack, scene.generationId, 'COMPLETED')

  expect(left.isRunning()).toBe(true)
  if (left === otherWorker) {
    await worker.start()
    await otherWorker.stop()
  }
})

async function isWrittenBy(pid: number, { creationId }: Scene): Promise<boolean> {
  const handle = stack.temporalClient.workflow.getHandle(generationWorkflowId(creationId, 1))
  const identity = await until('the model call is on a worker', async () => {
    const { raw } = await handle.describe()
    return raw.pendingActivities?.[0]?.lastWorkerIdentity
  })
  return identity.startsWith(`${pid}@`)
}

test('a workflow terminated in Temporal is refunded and failed by the sweep', async () => {
  const { person, generationId, creationId, viewer } = await writingScene(stack, slow)
  timeRecovery('workflow terminated', viewer)
  await stack.temporalClient.workflow.getHandle(generationWorkflowId(creationId, 1)).terminate('a test')
  await expectRefunded(stack, person, generationId, viewer)
  await expectOneRun(stack, generationId, 'TERMINATED')
})

test('a sweep that is overtaken leaves what was written and charged alone', async () => {
  const stuck = await writingScene(stack, slow)
  const ending = await writingScene(stack, { fault: 'slow-tokens', arg: 60 })
  await until('both are old enough for the sweep', async () => {
    const { ms } = await stack.database.one<{ ms: number }>(
      'SELECT extract(epoch FROM now() - created_at) * 1000 AS ms FROM generations WHERE id = $1',
      [ending.generationId],
    )
    return ms > 1_500
  })
  // The sweep finds both, and is held up at the first while the second ends by itself.
  const lock = await holdCreditAccount(stack.database, stuck.person.id)
  await stack.temporalClient.workflow.getHandle(generationWorkflowId(stuck.creationId, 1)).terminate('a test')
  await lock.untilWorkerWaits()
  await ending.viewer.done()
  await expectOneRun(stack, ending.generationId, 'COMPLETED')
  await lock.release()
  await expectRefunded(stack, stuck.person, stuck.generationId, stuck.viewer)
  // The next sweep has begun when the first is over.
  await sweepAgain()
  await expectWritten(stack, ending.person, ending.generationId, ending.viewer)
})

/** Two looks that began after this moment have ended. */
async function sweepAgain(): Promise<void> {
  const before = await looks()
  await until('the sweep looked again', async () => (await looks()) >= before + 2)
}

/** How often the sweeps have looked, over all their runs. */
async function looks(): Promise<number> {
  const { workflow } = stack.temporalClient
  let count = 0
  for await (const { workflowId, runId } of workflow.list({ query: `WorkflowType = 'sweepStuckGenerations'` })) {
    const { events } = await workflow.getHandle(workflowId, runId).fetchHistory()
    count += (events ?? []).filter((event) => event.activityTaskCompletedEventAttributes).length
  }
  return count
}

test('a sweep that dies with its worker is made up for soon', async () => {
  const { worker, temporalClient, database } = stack
  const { person, generationId, creationId, viewer } = await writingScene(stack, slow)
  const lock = await holdCreditAccount(database, person.id)
  await temporalClient.workflow.getHandle(generationWorkflowId(creationId, 1)).terminate('a test')
  await lock.untilWorkerWaits()
  timeRecovery('worker killed mid-sweep', viewer)
  await worker.kill()
  await lock.endWaiting()
  await lock.release()
  await worker.start()
  await expectRefunded(stack, person, generationId, viewer)
  await expectOneRun(stack, generationId, 'TERMINATED')
})

test('an audit goes on from its last batch when its worker dies', async () => {
  const { worker, database } = stack
  const admin = await signInAdmin(stack)
  const unfinished = `SELECT id, step FROM ledger_audits WHERE finished_at IS NULL`
  await until('no audit is under way', async () => (await database.rows(unfinished)).length === 0)
  // The accounts are done, and the generations cannot be.
  const lock = await holdTable(database, 'creation_versions')
  await admin.startAudit()
  await lock.untilWorkerWaits()
  await worker.kill()
  await lock.endWaiting()
  await lock.release()
  const { id, step } = await database.one<{ id: string; step: number }>(unfinished)
  expect(step).toBe(1)
  await worker.start()
  await until('the audit is over', async () => !(await admin.audit()).running)
  const { last } = await admin.audit()
  expect(last?.checks.filter(({ isPassed }) => !isPassed)).toEqual([])
  // A batch each of accounts, generations, orders, withdrawals and rebates: none was done twice.
  expect(await database.one('SELECT step FROM ledger_audits WHERE id = $1', [id])).toEqual({ step: 5 })
})

test('SIGTERM lets a worker finish what ends soon and hand back what does not', async () => {
  const short = await writingScene(stack, { fault: 'slow-tokens', arg: 30 })
  const long = await writingScene(stack, { fault: 'slow-tokens', arg: 400 })
  timeRecovery('worker asked to end, text finished', short.viewer)
  timeRecovery('worker asked to end, text handed back', long.viewer)
  const exit = await stack.worker.stop()
  expect(exit).toEqual({ code: 0, signal: null })
  await expectWritten(stack, short.person, short.generationId, short.viewer)
  expect(await outcomesOf(short.generationId)).toEqual(['succeeded'])

  await stack.worker.start()
  await expectWritten(stack, long.person, long.generationId, long.viewer)
  expect(await outcomesOf(long.generationId)).toEqual(['lost', 'succeeded'])
  await expectOneRun(stack, long.generationId, 'COMPLETED')
})

async function outcomesOf(generationId: string): Promise<string[]> {
  const attempts = await stack.database.rows<{ outcome: string }>(
    'SELECT outcome FROM model_usages WHERE generation_id = $1 ORDER BY epoch',
    [generationId],
  )
  return attempts.map(({ outcome }) => outcome)
}
