import type { GenerationStartedDto } from '@mozhou/contracts/generations/answers'
import { afterAll, afterEach, beforeAll, beforeEach, expect, onTestFailed, test } from 'vitest'
import { bareId } from '../support/ids.ts'
import { addPerson } from '../support/person.ts'
import type { Person } from '../support/person.ts'
import { holdTable } from '../support/row-lock.ts'
import { startStack } from '../support/stack.ts'
import type { Stack } from '../support/stack.ts'
import { until } from '../support/until.ts'
import { expectOneRun } from '../support/verdict.ts'

let stack: Stack
beforeAll(async () => {
  stack = await startStack({ sweepAfterMs: 1_000 })
})
afterAll(() => stack?.close())
beforeEach(() => onTestFailed(() => console.log(stack.logs())))
afterEach(() => stack.sandbox.clear())

interface Drawing {
  person: Person
  generationId: string
  before: number
}

async function draw(count: number): Promise<Drawing> {
  const person = await addPerson(stack)
  const before = (await person.api.balance()).credits
  const { generationId } = await person.api.mutate<GenerationStartedDto>('images.generate', {
    prompt: '雪天的红灯笼',
    count,
    requestKey: crypto.randomUUID(),
  })
  return { person, generationId: bareId('generation', generationId), before }
}

const callsOf = (generationId: string) =>
  stack.database.rows<{ state: string; vendor_task_id: string | null }>(
    'SELECT state, vendor_task_id FROM image_calls WHERE generation_id = $1',
    [generationId],
  )
const madeOf = async (generationId: string) => {
  const { made } = await stack.database.one<{ made: number }>(
    `SELECT count(*)::int AS made FROM image_pictures WHERE generation_id = $1 AND state = 'made'`,
    [generationId],
  )
  return made
}

async function killWorker(): Promise<void> {
  await stack.worker.kill()
  await stack.worker.start()
}

/** One submit, as many files as pictures, and credits for these alone. */
async function expectDrawn({ person, generationId, before }: Drawing, made: number, submits = 1): Promise<void> {
  await until('the run has ended', async () => {
    const { status } = await stack.database.one<{ status: string }>('SELECT status FROM generations WHERE id = $1', [
      generationId,
    ])
    return status === 'succeeded' || status === 'failed'
  })
  expect(await madeOf(generationId)).toBe(made)
  expect(await callsOf(generationId)).toHaveLength(submits)
  expect((await person.api.balance()).credits).toBe(before - made * 10)
  const { files } = await stack.database.one<{ files: number }>(
    `SELECT count(*)::int AS files FROM files WHERE origin_key LIKE 'generation:' || $1 || ':%'`,
    [generationId],
  )
  expect(files).toBe(made)
  await expectOneRun(stack, generationId, 'COMPLETED')
}

test('a worker killed while the vendor works finds the task, and submits no second time', async () => {
  await stack.sandbox.behave({ fault: 'task-slow', vendor: 'dashscope', arg: 4_000 })
  const drawing = await draw(2)
  await until('the task is known', async () =>
    (await callsOf(drawing.generationId)).some(({ state }) => state === 'pending'),
  )
  await killWorker()
  await expectDrawn(drawing, 2)
})

test('a worker killed after the submit, before the task was stored, looks the task up', async () => {
  await stack.sandbox.behave({ fault: 'timeout-after-commit', vendor: 'dashscope' })
  const drawing = await draw(1)
  await until('it is sent', async () => (await callsOf(drawing.generationId)).length === 1)
  // The vendor has it by now, and will not say so.
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  await killWorker()
  await expectDrawn(drawing, 1)
})

test('a worker killed while it stores the pictures stores each once', async () => {
  const lock = await holdTable(stack.database, 'files')
  const drawing = await draw(3)
  await lock.untilWorkerWaits()
  await stack.worker.kill()
  await lock.endWaiting()
  await lock.release()
  await stack.worker.start()
  await expectDrawn(drawing, 3)
})
