import { setTimeout as pause } from 'node:timers/promises'
import type { Finished, ImageModel, ImageRequest, Picture } from '../port.ts'
import { expectedSize } from '../request-rules.ts'

const never = new AbortController().signal

/** Submits and asks until it is done, without the waits that a vendor wants. */
export async function runImage(model: ImageModel, request: ImageRequest): Promise<Finished> {
  const submitted = await model.submit(request, never)
  return submitted.state === 'done' ? submitted : finishTask(model, submitted.taskId)
}

export async function finishTask(model: ImageModel, taskId: string): Promise<Finished> {
  const deadline = Date.now() + 30_000
  for (;;) {
    const state = await model.poll(taskId, never)
    if (state.state === 'done') return state
    if (Date.now() > deadline) throw new Error('the task did not end')
    await pause(40)
  }
}

/** Runs a request to its pictures. */
export async function makeImages(model: ImageModel, request: ImageRequest): Promise<Picture[]> {
  const { outcomes } = await runImage(model, request)
  const made = outcomes.filter((outcome) => outcome.kind === 'made')
  const expected = expectedSize(model.abilities, request)
  return Promise.all(made.map((picture) => model.take(picture, expected, never)))
}
