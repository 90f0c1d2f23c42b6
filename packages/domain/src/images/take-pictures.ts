import { setTimeout as sleep } from 'node:timers/promises'
import { AppError } from '@mozhou/contracts/errors'
import { formatId } from '@mozhou/contracts/ids'
import { cutFor } from '@mozhou/contracts/images/size-for'
import { VendorError } from '@mozhou/contracts/vendor-error'
import type { Finished, Picture, PictureOutcome } from '@mozhou/integrations/ai/images/port'
import { keepPicture } from '../files/keep-picture.ts'
import { persistently } from '../generations/persistently.ts'
import { AttemptFailure, AttemptSuperseded } from '../models/attempt-failure.ts'
import type { OpenCall } from './image-calls.ts'
import type { GivenPictures } from './image-request.ts'
import { ratioOfSize } from './image-wish.ts'
import type { ImageRun } from './load-image-run.ts'
import type { ImageSession } from './obtain-pictures.ts'
import { noteDelivered, notePictures } from './picture-rows.ts'

export interface Taking {
  session: ImageSession
  run: ImageRun
  given: GivenPictures
  /** Somebody may be looking on. */
  tell(place: number, state: 'made' | 'refused' | 'failed'): void
}

export interface Taken {
  delivered: number
  /** Why the first of those that are not there is not. */
  failure: AttemptFailure | VendorError | null
}

const takeTries = 3
const takePauseMs = 500
const busyPausesMs = [500, 1_000, 2_000, 4_000]

export const originKeyOf = (generationId: string, place: number): string => `generation:${generationId}:${place}`

/** Every picture of a call that has ended: fetched at once, checked, and kept, each once however often this runs. */
export async function takePictures(taking: Taking, call: OpenCall, { outcomes }: Finished): Promise<Taken> {
  const taken: Taken = { delivered: 0, failure: null }
  const { ctx, input } = taking.session
  const isMade = new Set(taking.run.pictures.filter(({ state }) => state === 'made').map(({ place }) => place))
  for (const [index, place] of call.places.entries()) {
    if (isMade.has(place)) {
      taken.delivered += 1
      continue
    }
    const failure = await takeOne(taking, place, outcomes[index])
    if (failure === null) taken.delivered += 1
    else if (failure.kind === 'content_rejected') {
      await notePictures(ctx, input, [place], 'refused', 'CONTENT_REFUSED')
      taking.tell(place, 'refused')
    }
    taken.failure ??= failure
  }
  return taken
}

/** Null when it is delivered. */
async function takeOne(
  taking: Taking,
  place: number,
  outcome: PictureOutcome | undefined,
): Promise<AttemptFailure | VendorError | null> {
  if (outcome === undefined) return new AttemptFailure('unavailable', { vendorCode: 'too_few', mayRetrySame: false })
  if (outcome.kind === 'refused') return outcome.error
  try {
    const picture = await finishPicture(taking, await fetchPicture(taking.session, outcome))
    await keep(taking, place, picture)
    taking.tell(place, 'made')
    return null
  } catch (cause) {
    if (cause instanceof AttemptSuperseded || taking.session.signal.aborted) throw cause
    if (cause instanceof VendorError) return cause
    if (cause instanceof AppError)
      return new AttemptFailure('unavailable', { vendorCode: cause.code, mayRetrySame: false, cause })
    throw cause
  }
}

/** Addresses may stumble; what they lead to is paid for. */
async function fetchPicture(
  { ctx, model, request, signal }: ImageSession,
  outcome: Extract<PictureOutcome, { kind: 'made' }>,
): Promise<Picture> {
  const expected = ctx.pictureTools.expectedSize(model.abilities, request)
  for (let tries = 1; ; tries += 1) {
    try {
      return await model.take(outcome, expected, signal)
    } catch (cause) {
      const mayHelp = cause instanceof VendorError && cause.details.vendorCode !== 'result_gone'
      if (!mayHelp || tries >= takeTries || signal.aborted) throw cause
      await sleep(takePauseMs * tries, undefined, { signal })
    }
  }
}

/** The one thing asked for: what lies outside of the mask as it was, the shape to the point. */
async function finishPicture({ session, run, given }: Taking, picture: Picture): Promise<Picture> {
  const tools = session.ctx.pictureTools
  const { operation, size } = run.form
  if (operation === 'edit' && given.source && given.mask)
    return tools.keepOutsideMask(given.source, given.mask, await tools.fitPicture(picture, given.source))
  const cut = operation === 'generate' && size !== null ? cutFor(picture, ratioOfSize(size)) : null
  return cut === null ? picture : tools.cutPicture(picture, cut)
}

async function keep({ session, run }: Taking, place: number, picture: Picture): Promise<void> {
  const { ctx, input } = session
  const file = {
    userId: run.userId,
    creationId: run.creationId,
    originKey: originKeyOf(run.generationId, place),
    contentId: formatId('generation', run.generationId),
    name: run.form.count === 1 ? run.title : `${run.title} ${place}`,
  }
  const bytes = () =>
    (async function* () {
      yield picture.bytes
    })()
  for (let tries = 0; ; tries += 1) {
    try {
      await persistently(ctx, () =>
        keepPicture(ctx, { ...file, bytes: bytes() }, (tx, fileId) =>
          noteDelivered(tx, input, { place, fileId }),
        ).catch(unlessOurs),
      ).then(throwOurs)
      return
    } catch (cause) {
      const pause = cause instanceof AppError && cause.code === 'FILES_BUSY' ? busyPausesMs[tries] : undefined
      if (pause === undefined) throw cause
      await sleep(pause, undefined, { signal: session.signal })
    }
  }
}

/** `persistently` is for the database: what is decided is not asked again. */
function unlessOurs(cause: unknown): Error {
  if (cause instanceof AppError || cause instanceof AttemptSuperseded) return cause
  throw cause
}

function throwOurs(kept: string | Error): void {
  if (typeof kept !== 'string') throw kept
}
