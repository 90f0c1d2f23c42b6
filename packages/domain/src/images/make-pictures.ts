import type { VendorError } from '@mozhou/contracts/vendor-error'
import { Prisma } from '@mozhou/db/client'
import type { Finished } from '@mozhou/integrations/ai/images/port'
import type { FilesContext } from '../files/files-context.ts'
import { beginAttempt, claimAttempt, endAttempt, ownDraft } from '../generations/attempt-record.ts'
import type { AttemptControl, AttemptEnd, AttemptInput, Stage } from '../generations/fulfilment.ts'
import { outlasting } from '../generations/outlasting.ts'
import { watchAttempt } from '../generations/watch-attempt.ts'
import type { WatchedAttempt } from '../generations/watch-attempt.ts'
import { AttemptFailure, AttemptSuperseded, toAttemptFailure } from '../models/attempt-failure.ts'
import { openImageTarget } from '../models/open-target.ts'
import type { OpenedImage } from '../models/open-target.ts'
import type { CallReport } from '../models/write-usage.ts'
import { endCall, findOpenCall } from './image-calls.ts'
import type { OpenCall } from './image-calls.ts'
import { imageRequestOf } from './image-request.ts'
import { wordsFor } from './image-wish.ts'
import { readPicture } from './load-picture.ts'
import { loadImageRun, promptOfRun } from './load-image-run.ts'
import type { ImageRun } from './load-image-run.ts'
import { obtainPictures } from './obtain-pictures.ts'
import type { ImageSession } from './obtain-pictures.ts'
import { isSettled, notePictures, readPictureRows } from './picture-rows.ts'
import type { PictureRow } from './picture-rows.ts'
import { isRefusedWording } from './refused-words.ts'
import { takePictures } from './take-pictures.ts'

export function pictureStage({ place }: Pick<PictureRow, 'place'>): Stage {
  return { step: place, name: `第 ${place} 张`, delivers: true }
}

/**
 * One call of one model for as many of the pictures as it makes at once, from the submit to the files. A call that an earlier attempt left behind
 * is gone on with, whichever model's turn it is.
 * @throws AttemptFailure when nothing could be made, AttemptSuperseded when a newer attempt took over.
 */
export async function makePictures(
  ctx: FilesContext,
  input: AttemptInput,
  control: AttemptControl,
): Promise<AttemptEnd> {
  const run = await outlasting(ctx, () => loadImageRun(ctx, input.generationId), control.signal)
  if (run.isEnded) throw new AttemptSuperseded()
  const call = await findUnfinished(ctx, run)
  const step = run.pictures.find(({ place }) => place === Number(input.step))
  if (!step || isSettled(step)) return endOf(run.pictures, run.draftEpoch)
  const opened = await openImageTarget(ctx, call?.modelId ?? input.modelId)
  if (run.isStopRequested) {
    if (call) await giveUp(ctx, opened, call)
    return { finish: 'stopped', epoch: input.epoch }
  }
  const basis = { baseText: run.helpedPrompt, promptVersion: run.promptVersion }
  // What was sent is to be had, whatever circuit and limits say of new calls.
  if (call === null) await beginAttempt(ctx, input, opened, basis)
  else if (!(await claimAttempt(ctx, input, opened, basis))) throw new AttemptSuperseded()
  return attemptClaimed(ctx, { input, control, run, opened, call })
}

/** The call that is under way; one whose pictures are all settled only lacks its end. */
async function findUnfinished(ctx: FilesContext, run: ImageRun): Promise<OpenCall | null> {
  const vendorOf = async (modelId: string) => (await openImageTarget(ctx, modelId)).target.vendor
  const call = await findOpenCall(ctx, run.generationId, vendorOf)
  if (!call) return null
  const settled = new Set(run.pictures.filter(isSettled).map(({ place }) => place))
  if (call.places.some((place) => !settled.has(place))) return call
  await endCall(ctx, call, 'done')
  return null
}

/** What is still to be made. @throws AttemptFailure when all of it is settled, and none was made */
function endOf(pictures: readonly PictureRow[], epoch: number): AttemptEnd {
  if (!pictures.some(({ state }) => state === 'made')) throw new AttemptFailure('content_rejected')
  const stages = pictures.filter((row) => !isSettled(row)).map(pictureStage)
  return { finish: 'stop', epoch, stages }
}

interface Claimed {
  input: AttemptInput
  control: AttemptControl
  run: ImageRun
  opened: OpenedImage
  call: OpenCall | null
}

async function attemptClaimed(ctx: FilesContext, claimed: Claimed): Promise<AttemptEnd> {
  const { input, control, run, opened } = claimed
  const startedAt = performance.now()
  const watched = watchAttempt(ctx, input, control, { model: opened.model.alias, text: run.helpedPrompt })
  const report = (outcome: CallReport['outcome'], finished: Finished | null, failure: AttemptFailure | null) =>
    endAttempt(
      ctx,
      input,
      opened,
      {
        outcome,
        failure,
        servedModel: finished?.servedModel ?? null,
        vendorRequestId: finished?.vendorRequestId ?? null,
        usage: usageOf(finished),
        firstTokenMs: null,
        latencyMs: Math.round(performance.now() - startedAt),
        texts: [promptOfRun(run), run.form.negativePrompt],
      },
      outcome === 'succeeded'
        ? Prisma.sql`UPDATE generations SET draft_text = draft_text WHERE ${ownDraft(input)} RETURNING id`
        : null,
    )
  let finished: Finished | null = null
  try {
    const pictures = await callModel(ctx, claimed, watched, (end) => (finished = end))
    await report('succeeded', finished, null)
    return endOf(pictures, input.epoch)
  } catch (error) {
    const failure = watched.failureOf(error)
    if (failure === null) {
      const call = await findUnfinished(ctx, run)
      if (call) await giveUp(ctx, opened, call)
      await report('stopped', finished, null)
      return { finish: 'stopped', epoch: input.epoch }
    }
    await report('failed', finished, failure)
    return await withoutThese(ctx, input, failure)
  } finally {
    await watched.close()
  }
}

async function callModel(
  ctx: FilesContext,
  { input, run, opened, call: before }: Claimed,
  { signal, writer }: WatchedAttempt,
  done: (finished: Finished) => void,
): Promise<PictureRow[]> {
  const model = ctx.models.image(opened.target)
  refuseUnseemly(model.abilities.isModerated, wordsFor(model.abilities, run.form, promptOfRun(run)).prompt)
  const { sourceFileId, maskFileId } = run.form
  const given = { source: await givenPicture(ctx, sourceFileId), mask: await givenPicture(ctx, maskFileId) }
  const missing = run.pictures.filter((row) => !isSettled(row)).map(({ place }) => place)
  const places = before?.places ?? missing.slice(0, model.abilities.maxCount)
  const request = imageRequestOf(model.abilities, run, given, places.length)
  const total = run.form.count
  await notePictures(ctx, input, places, 'making')
  for (const place of places) writer.picture({ type: 'picture', place, total, state: 'making' })
  const session: ImageSession = { ctx, input, opened, model, request, signal }
  const { call, finished } = await obtainPictures(session, before, places)
  done(finished)
  const taken = await takePictures(
    { session, run, given, tell: (place, state) => writer.picture({ type: 'picture', place, total, state }) },
    call,
    finished,
  )
  await endCall(ctx, call, taken.delivered > 0 ? 'done' : 'failed')
  if (taken.delivered === 0) throw onceMore(taken.failure)
  return readPictureRows(ctx, run.generationId)
}

/**
 * What this attempt was to make waits for the next model, or is given up where the content was refused: then the run goes on with the rest, if it has
 * delivered anything.
 */
async function withoutThese(ctx: FilesContext, input: AttemptInput, failure: AttemptFailure): Promise<AttemptEnd> {
  const isRefused = failure.kind === 'content_rejected'
  const rows = await readPictureRows(ctx, input.generationId)
  const making = rows.filter(({ state }) => state === 'making').map(({ place }) => place)
  await notePictures(ctx, input, making, isRefused ? 'refused' : 'waiting', isRefused ? 'CONTENT_REFUSED' : null)
  if (!isRefused || !rows.some(({ state }) => state === 'made')) throw failure
  return endOf(await readPictureRows(ctx, input.generationId), input.epoch)
}

const givenPicture = (ctx: FilesContext, fileId: string | null) =>
  fileId === null ? Promise.resolve(null) : readPicture(ctx, fileId)

/** Asking the same model for the same once more would cost the same once more: the next one is asked. */
function onceMore(failure: AttemptFailure | VendorError | null): AttemptFailure {
  const known = toAttemptFailure(failure)
  const kind = known?.kind ?? 'unavailable'
  return new AttemptFailure(kind, {
    vendorCode: known?.vendorCode ?? 'nothing_made',
    mayRetrySame: false,
    cause: failure,
  })
}

/** @throws AttemptFailure for words that nobody else would look at */
function refuseUnseemly(isModerated: boolean, prompt: string): void {
  if (!isModerated && isRefusedWording(prompt))
    throw new AttemptFailure('content_rejected', { vendorCode: 'own_words' })
}

/** A vendor may still drop what it has not begun; whether it does changes nothing for the person. */
async function giveUp(ctx: FilesContext, opened: OpenedImage, call: OpenCall): Promise<void> {
  if (call.vendorTaskId !== null)
    await ctx.models
      .image(opened.target)
      .cancel(call.vendorTaskId, AbortSignal.timeout(5_000))
      .catch((err: unknown) => ctx.log.warn({ err, callId: call.id }, 'a task of pictures could not be cancelled'))
  await endCall(ctx, call, 'cancelled')
}

function usageOf(finished: Finished | null): CallReport['usage'] {
  const { pictures = 0, inputTokens = 0, outputTokens = 0 } = finished?.usage ?? {}
  return { pictures, inputTokens, outputTokens, cachedInputTokens: 0, reasoningTokens: 0, isEstimated: false }
}
