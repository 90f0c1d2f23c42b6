import { VendorError } from '@mozhou/contracts/vendor-error'
import { readApiKey, unsupportedProfile } from '../../authorization.ts'
import { isRecord } from '../../refusal.ts'
import { unanswered } from '../lost-call.ts'
import type { Finished, ImageModelFactory, ImageTarget, PictureOutcome } from '../port.ts'
import { assertAble, finished, madeFrom } from '../request-rules.ts'
import { takePicture } from '../take-picture.ts'
import { cancelsNothing, findsNothing } from '../unsupported.ts'
import { callVendor, type VendorReply, type VendorRequest } from '../vendor-call.ts'
import { stabilityAbilities } from '@mozhou/contracts/models/image-limits/stability'
import { readStabilityRefusal, stabilityErrors } from './stability-errors.ts'
import { stabilityCall } from './stability-request.ts'

const vendor = 'stability'
const dialect = { errorTable: stabilityErrors, readRefusal: readStabilityRefusal }
/** More often than once in ten seconds is not allowed. */
const waitMs = 10_000

function ask(
  target: ImageTarget,
  request: Omit<VendorRequest, 'headers' | 'picturesInAnswer'>,
  signal: AbortSignal,
): Promise<VendorReply> {
  if (target.authProfile !== 'bearer') throw unsupportedProfile(target)
  const headers = { authorization: `Bearer ${readApiKey(target)}`, accept: 'application/json' }
  return callVendor(target, dialect, { ...request, headers, picturesInAnswer: 1 }, signal)
}

/** A picture that was filtered comes blurred and with HTTP 200: it is none. */
function outcomeOf({ body, requestId }: VendorReply): PictureOutcome[] {
  if (!isRecord(body)) return []
  if (body.finish_reason === 'CONTENT_FILTERED')
    return [
      {
        kind: 'refused',
        error: new VendorError('content_rejected', {
          vendor,
          vendorCode: 'CONTENT_FILTERED',
          httpStatus: 200,
          vendorRequestId: requestId ?? undefined,
        }),
      },
    ]
  const base64 = [body.image, body.result].find((value) => typeof value === 'string' && value !== '')
  return typeof base64 === 'string' ? [madeFrom(base64)] : []
}

function readEnd(target: ImageTarget, reply: VendorReply): Finished {
  return finished(
    {
      outcomes: outcomeOf(reply),
      usage: { pictures: 1, inputTokens: 0, outputTokens: 0 },
      servedModel: target.upstreamModel,
      vendorRequestId: reply.requestId,
    },
    vendor,
  )
}

/** The vendor knows results for a day, and those of other keys never. */
function withoutResult(cause: unknown): unknown {
  const isGone = cause instanceof VendorError && cause.details.httpStatus === 404
  return isGone ? unanswered(vendor, 'submit', 'task_unknown', cause) : cause
}

/** Stable Image: forms of parts, one picture a call, some of it with a result to ask for. */
export const stabilityImages: ImageModelFactory = (target) => {
  const abilities = stabilityAbilities(target.upstreamModel)
  return {
    abilities,
    async submit(request, signal) {
      assertAble(vendor, abilities, request)
      const { path, form, isAsync } = stabilityCall(target.upstreamModel, request)
      const reply = await ask(target, { mode: 'submit', method: 'POST', path, body: form }, signal)
      if (!isAsync) return readEnd(target, reply)
      if (!isRecord(reply.body) || typeof reply.body.id !== 'string') throw unanswered(vendor, 'submit', 'no_task_id')
      return { state: 'pending', taskId: reply.body.id, vendorRequestId: reply.requestId }
    },
    async poll(taskId, signal) {
      const path = `/v2beta/results/${encodeURIComponent(taskId)}`
      try {
        const reply = await ask(target, { mode: 'safe', method: 'GET', path }, signal)
        return reply.httpStatus === 202 ? { state: 'pending', waitMs } : readEnd(target, reply)
      } catch (cause) {
        throw withoutResult(cause)
      }
    },
    take: (made, expected, signal) => takePicture(target, made, expected, signal),
    findTask: findsNothing,
    cancel: cancelsNothing,
  }
}
