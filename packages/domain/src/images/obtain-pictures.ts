import { setTimeout as sleep } from 'node:timers/promises'
import { failurePolicies } from '@mozhou/contracts/failures'
import { VendorError } from '@mozhou/contracts/vendor-error'
import type { Finished, ImageModel, ImageRequest, StillWorking } from '@mozhou/integrations/ai/images/port'
import type { FilesContext } from '../files/files-context.ts'
import type { AttemptInput } from '../generations/fulfilment.ts'
import { persistently } from '../generations/persistently.ts'
import { AttemptFailure } from '../models/attempt-failure.ts'
import type { OpenedImage } from '../models/open-target.ts'
import { beginCall, endCall, knownTasks, noteOutcomes, noteTask } from './image-calls.ts'
import type { OpenCall } from './image-calls.ts'

/** What one attempt works with. */
export interface ImageSession {
  ctx: FilesContext
  input: AttemptInput
  opened: OpenedImage
  model: ImageModel
  request: ImageRequest
  /** Aborted by the person's stop, the worker's end, or a newer attempt. */
  signal: AbortSignal
}

/** A task that is not done by then is given up; the attempt itself has ten minutes. */
const longestTaskMs = 8 * 60_000
const shortestWaitMs = 200
const longestWaitMs = 5_000
/** Polls in a row that may fail before the attempt does; the task stays, and the next attempt finds it. */
const patience = 5
/** A submit that nobody answered is looked for: while something could be it, and a few times where nothing is. */
const lookEveryMs = 1_000
const looks = { unsure: 60, none: 3 }

/**
 * The vendor's end of a call: sent, once, or gone on with where an earlier attempt left it. What was sent and never answered is looked up where the
 * vendor lets us, and is never sent again.
 * @throws AttemptFailure, VendorError
 */
export async function obtainPictures(
  session: ImageSession,
  call: OpenCall | null,
  places: readonly number[],
): Promise<{ call: OpenCall; finished: Finished }> {
  if (call?.state === 'answered') return { call, finished: answered(session, call) }
  const pending = call === null ? await submit(session, places) : { call, finished: null }
  if (pending.finished) return { call: pending.call, finished: pending.finished }
  const found = pending.call.state === 'pending' ? pending.call : await findLost(session, pending.call)
  return { call: found, finished: await finishTask(session, found) }
}

/** An earlier attempt had the answer and died over the pictures. */
function answered({ opened }: ImageSession, { outcomes }: OpenCall): Finished {
  const all = outcomes ?? []
  const pictures = all.filter(({ kind }) => kind === 'made').length
  const usage = { pictures, inputTokens: 0, outputTokens: 0 }
  return { state: 'done', outcomes: all, usage, servedModel: opened.target.upstreamModel, vendorRequestId: null }
}

async function submit(
  session: ImageSession,
  places: readonly number[],
): Promise<{ call: OpenCall; finished: Finished | null }> {
  const { ctx, input, opened, model, request, signal } = session
  const call = await beginCall(ctx, input, { modelId: opened.model.id, places, request })
  try {
    const answer = await model.submit(request, signal)
    if (answer.state === 'done') {
      await persistently(ctx, () => noteOutcomes(ctx, call, answer.outcomes))
      return { call, finished: answer }
    }
    return { call: await persistently(ctx, () => noteTask(ctx, call, answer.taskId)), finished: null }
  } catch (cause) {
    if (!(cause instanceof VendorError)) throw cause
    if (cause.kind === 'outcome_unknown') return { call: await findLost(session, call, cause), finished: null }
    await endCall(ctx, call, 'failed')
    throw endedEmpty(cause) ?? cause
  }
}

/** @throws AttemptFailure outcome_unknown where it is not to be found: nobody is asked again */
async function findLost(session: ImageSession, call: OpenCall, cause?: VendorError): Promise<OpenCall> {
  const { ctx, model, request, signal, opened } = session
  const { submitTimeoutMs } = opened.target.limits
  const sentBefore = new Date(Math.min(ctx.clock.now().getTime(), call.sentAt.getTime() + submitTimeoutMs))
  const left = model.abilities.findsLostTasks ? { ...looks } : { unsure: 0, none: 0 }
  while (left.unsure > 0 && left.none > 0) {
    const lost = { request, sentAfter: call.sentAt, sentBefore, knownTaskIds: await knownTasks(ctx, call) }
    const answer = await model.findTask(lost, signal).catch(unsureIfAway)
    if (answer.found === 'one') return persistently(ctx, () => noteTask(ctx, call, answer.taskId))
    left[answer.found] -= 1
    await sleep(lookEveryMs, undefined, { signal })
  }
  await persistently(ctx, () => endCall(ctx, call, 'unknown'))
  throw new AttemptFailure('outcome_unknown', { vendorCode: cause?.details.vendorCode ?? 'submit_lost', cause })
}

function unsureIfAway(cause: unknown): { found: 'unsure' } {
  if (cause instanceof VendorError) return { found: 'unsure' }
  throw cause
}

async function finishTask(session: ImageSession, call: OpenCall): Promise<Finished> {
  const { ctx, signal } = session
  let failures = 0
  for (;;) {
    if (ctx.clock.now().getTime() - call.sentAt.getTime() > longestTaskMs) {
      await endCall(ctx, call, 'failed')
      throw new AttemptFailure('unavailable', { vendorCode: 'task_timeout', mayRetrySame: false })
    }
    const state = await poll(session, call, failures)
    if ('state' in state && state.state === 'done') return state
    failures = 'failed' in state ? failures + 1 : 0
    const waitMs = 'waitMs' in state ? state.waitMs : 1_000 * failures
    await sleep(Math.min(longestWaitMs, Math.max(shortestWaitMs, waitMs)), undefined, { signal })
  }
}

/** A vendor that is away for a moment still has the task; a task that failed is over. */
async function poll(
  { ctx, model, signal }: ImageSession,
  call: OpenCall,
  failures: number,
): Promise<Finished | StillWorking | { failed: true }> {
  try {
    return await model.poll(call.vendorTaskId ?? '', signal)
  } catch (cause) {
    if (!(cause instanceof VendorError)) throw cause
    const isAway = isVendorAway(cause)
    if (isAway && failures < patience) return { failed: true }
    if (!isAway) await endCall(ctx, call, cause.kind === 'outcome_unknown' ? 'unknown' : 'failed')
    throw endedEmpty(cause) ?? cause
  }
}

/** A vendor that says it is done and has made nothing: the same once more is as empty, and may be charged; the next model is asked. */
function endedEmpty(cause: VendorError): AttemptFailure | null {
  if (cause.details.vendorCode !== 'no_picture') return null
  return new AttemptFailure(cause.kind, { ...cause.details, mayRetrySame: false, cause })
}

/** The question found nobody, which says nothing of the task; an answer about the task itself comes with 200 or a code of its own. */
function isVendorAway({ kind, details }: VendorError): boolean {
  const isOfTask = details.httpStatus === 200 || details.vendorCode?.startsWith('task_') === true
  return failurePolicies[kind].sameTarget && !isOfTask
}
